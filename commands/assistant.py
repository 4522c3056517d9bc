"""The named questions as tools of a Model Context Protocol server: read-only, with sources in each answer."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whosat.ontology.errors import InputError, WhosatError

if TYPE_CHECKING:
    from mcp import types
    from mcp.server import Server

    from whosat.graph.questions import Answer, Question

INSTRUCTIONS = (
    "Answers who sits on which board, for whom and since when, from minutes that were read on this computer."
    " Every row carries its sources: quote them. An answer says how far its evidence reaches and no further:"
    " “last listed” is not “until now”. Names may be given in part, as an acronym or with a small slip."
)


def tool_of(question: Question) -> dict[str, Any]:
    """A question's name, description and the schema of what it takes."""
    properties = {p.name: {"type": "string", "description": p.meaning} for p in question.parameters}
    return {
        "name": question.name,
        "description": " ".join(part for part in (question.title + ".", question.note) if part),
        "input_schema": {
            "type": "object",
            "properties": properties,
            "required": [p.name for p in question.parameters if not p.optional],
            "additionalProperties": False,
        },
    }


def answer_to(store: Path, name: str, given: dict[str, Any]) -> dict[str, Any]:
    """Run a question with names as they were given; raises WhosatError for a mistake in them."""
    from whosat.commands.asking import find_thing
    from whosat.graph.questions import DATES, ask, question
    from whosat.graph.store import open_store

    asked = question(name)
    with open_store(store) as graph:
        arguments = {}
        takes = [parameter.name for parameter in asked.parameters]
        for place, value in given.items():
            if place not in takes:
                raise InputError(
                    f"The question “{name}” takes no {place}.", f"It takes {', '.join(takes) or 'nothing'}."
                )
            if not isinstance(value, str):
                raise InputError(f"{place} is not text.", "Give a name or a date as text.")
            arguments[place] = value if place in DATES else find_thing(graph, place, value).iri
        return _plain(ask(graph, asked, arguments))


def _plain(answer: Answer) -> dict[str, Any]:
    rows = [
        {
            **{column: cell.text for column, cell in zip(answer.columns, line.cells, strict=True)},
            "sources": [{"document": s.document, "line": s.line, "words": s.quote} for s in line.sources],
        }
        for line in answer.lines
    ]
    left_out = {"left_out_undated": answer.undated} if answer.undated else {}
    return {"question": answer.question.title, "rows": rows, **left_out}


def server(store: Path) -> Server[Any]:
    """The server; it opens the store anew for each call, so a new build is seen at once."""
    from mcp import types
    from mcp.server import Server

    from whosat import __version__
    from whosat.graph.questions import questions

    read_only = types.ToolAnnotations(read_only_hint=True, open_world_hint=False)

    async def list_tools(_context: Any, _params: Any) -> types.ListToolsResult:
        return types.ListToolsResult(
            tools=[types.Tool(**tool_of(question), annotations=read_only) for question in questions()]
        )

    async def call_tool(_context: Any, params: types.CallToolRequestParams) -> types.CallToolResult:
        try:
            found = await asyncio.to_thread(answer_to, store, params.name, dict(params.arguments or {}))
        except WhosatError as error:
            return _said(f"{error} {error.remedy}".strip(), wrong=True)
        return _said(json.dumps(found, ensure_ascii=False), found)

    return Server(
        "whosat",
        version=__version__,
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def _said(text: str, found: dict[str, Any] | None = None, wrong: bool = False) -> types.CallToolResult:
    from mcp import types

    content = [types.TextContent(type="text", text=text)]
    return types.CallToolResult(content=list(content), structured_content=found, is_error=wrong)


def serve(store: Path) -> None:
    """Serve over standard input and output until the other side closes them; raises NoStore at once."""
    from mcp.server.stdio import stdio_server

    from whosat.graph.store import open_store

    open_store(store).close()

    async def run() -> None:
        made = server(store)
        async with stdio_server() as (requests, answers):
            await made.run(requests, answers, made.create_initialization_options())

    asyncio.run(run())

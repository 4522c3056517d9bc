"""`whosat sparql`, `info` and `validate`: the graph itself, what it holds, and whether it is sound."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from whosat.commands.options import AsCsv, AsJson, Config, StorePath, opened
from whosat.commands.output import Table, show

if TYPE_CHECKING:
    from collections.abc import Mapping

    from whosat.graph.store import Store


def sparql(
    query: Annotated[str, typer.Argument(help="A SPARQL query, a file of one, or - for standard input.")],
    store: StorePath = None,
    config: Config = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Ask the graph in SPARQL; the prefixes ws:, org:, foaf:, prov: … need not be declared."""
    text = _query_text(query)
    with opened(store, config) as graph:
        if _gives_triples(text):
            typer.echo("\n".join(graph.construct(text)))
            return
        rows = graph.select(text)
    columns = tuple(dict.fromkeys(name for row in rows for name in row))
    table = Table(columns or ("no rows",), [tuple(row.get(name) for name in columns) for row in rows])
    show(table, as_json=as_json, as_csv=as_csv)


def _query_text(query: str) -> str:
    from whosat.ontology.errors import QueryError

    if query == "-":
        return sys.stdin.read()
    if "{" in query:
        return query
    path = Path(query)
    if not path.is_file():
        raise QueryError(f"“{query}” is neither a query nor a file.", "Put the query in quotes.")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{path} is not a text file in UTF-8.", "Save the query as UTF-8.") from error


def _gives_triples(query: str) -> bool:
    import re

    bare = re.sub(r"<[^>\s]*>|\"[^\"]*\"|#[^\n]*", " ", query)
    verb = re.search(r"\b(select|ask|construct|describe)\b", bare, re.IGNORECASE)
    return verb is not None and verb[1].lower() in ("construct", "describe")


def info(
    store: StorePath = None,
    config: Config = None,
    left_out: Annotated[
        bool, typer.Option("--left-out", help="List what could not be read, with document and line.")
    ] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """What the store holds, and what was left out of it."""
    with opened(store, config) as graph:
        table = _left_out(graph.notes) if left_out else _info(graph)
    show(table, as_json=as_json, as_csv=as_csv)


def _info(graph: Store) -> Table:
    notes = graph.notes
    counts: Mapping[str, Any] = notes.get("counts", {})
    rows: list[tuple[str, str | int]] = [("store", graph.name), ("base", graph.base)]
    rows += [(name, str(notes[name])) for name in ("area", "whosat") if notes.get(name)]
    rows += [(name, int(count)) for name, count in counts.items() if name != "facts missing"]
    rows += [("left out", len(notes.get("left_out", []))), ("quads", len(graph))]
    if notes.get("with_contacts"):
        rows.append(("contacts", "kept, in a graph of their own"))
    return Table(("what", "value"), rows)


def _left_out(notes: Mapping[str, Any]) -> Table:
    rows = [
        (kind, f"{document}:{line}" if line else document, text, reason)
        for kind, document, line, text, reason in notes.get("left_out", [])
    ]
    return Table(("kind", "where", "words", "why"), rows)


def validate(
    store: StorePath = None,
    config: Config = None,
    report: Annotated[
        Path | None, typer.Option("--report", metavar="FILE", help="Write the SHACL report graph, as Turtle.")
    ] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Check the graph against the shapes of its contract; exit code 1 where it does not hold."""
    from whosat.graph.shapes import validate as check

    with opened(store, config) as graph:
        found = check(graph)
    if report is not None:
        report.write_text(found.turtle, encoding="utf-8", newline="\n")
    rows = [(f.severity, f.shape, f.node, f.message) for f in found.findings]
    if as_json or as_csv or rows:
        show(Table(("severity", "shape", "node", "what is wrong"), rows), as_json=as_json, as_csv=as_csv)
    if not rows and not (as_json or as_csv):
        typer.echo("The graph keeps its contract: no finding.")
    if not found.conforms:
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(sparql)
    app.command()(info)
    app.command()(validate)

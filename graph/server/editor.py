"""A SPARQL editor: the named questions as examples, results as a table, a map or a download."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from starlette.requests import Request

from whosat.graph.questions import questions
from whosat.graph.server import pictures
from whosat.graph.server.desk import Edition, Made
from whosat.graph.server.look import plain
from whosat.graph.server.runner import Request as Asked
from whosat.graph.server.site import Site
from whosat.ontology.errors import InputError, QueryError, UnknownName

START: Final = """SELECT ?board ?person ?role WHERE {
  ?seat a org:Membership ; org:organization ?board ; org:member ?person ; org:role/skos:prefLabel ?role .
}
ORDER BY ?board ?person"""
FORMS: Final = {
    "csv": "text/csv",
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "tsv": "text/tab-separated-values",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
}
ROWS: Final = ("csv", "tsv", "json", "xml")
TRIPLES: Final = ("ttl", "nt", "jsonld")
MOST_ROWS: Final = 500
MOST_DRAWN: Final = 120


@dataclass(frozen=True, slots=True)
class Result:
    """What a query gave: columns and rows of (words, address of a page or ""), or triples as text."""

    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[str, str], ...], ...]
    total: int
    triples: str = ""
    drawable: bool = False


def editor(site: Site, edition: Edition, request: Request) -> Made:
    """The editor, with the result of the query in its address."""
    query = request.query_params.get("query", "").strip()
    result, wrong = None, ""
    if query:
        try:
            result = _run(site, edition, query)
        except QueryError as error:
            wrong = f"{error} {error.remedy}"
    return site.render(
        edition, "editor.html", 400 if wrong else 200, query=query or START, result=result, wrong=wrong,
        examples=questions(), forms=TRIPLES if result and result.triples else ROWS, most=MOST_ROWS,
    )  # fmt: skip


def _run(site: Site, edition: Edition, query: str) -> Result:
    found = site.runner.run(Asked(query, f"{FORMS['json']}, {FORMS['ttl']};q=0.5"))
    if found.media_type == FORMS["ttl"]:
        text = found.body.decode("utf-8", "replace")
        return Result((), (), text.count("\n"), text[:200_000] or "# nothing")
    return _table(site, edition, json.loads(found.body))


def _table(site: Site, edition: Edition, found: dict[str, Any]) -> Result:
    if "boolean" in found:
        return Result(("answer",), ((("yes" if found["boolean"] else "no", ""),),), 1)
    columns, rows = tuple(found["head"]["vars"]), found["results"]["bindings"]
    look = site.look(edition)

    def cell(term: dict[str, Any] | None) -> tuple[str, str]:
        if term is None:
            return "", ""
        value = str(term.get("value", ""))
        key = look.key(value) if term["type"] == "uri" else ""
        return (look.name(key), look.url(key)) if key else (plain(value), "")

    shown = tuple(tuple(cell(row.get(name)) for name in columns) for row in rows[:MOST_ROWS])
    return Result(columns, shown, len(rows), drawable=bool(_keys(site, edition, rows)))


def _keys(site: Site, edition: Edition, rows: list[dict[str, Any]]) -> list[str]:
    """The things among the results, the first ones if there are very many."""
    look = site.look(edition)
    values = (term for row in rows for term in row.values() if isinstance(term, dict))
    keys = dict.fromkeys(look.key(str(term["value"])) for term in values if term.get("type") == "uri")
    return [key for key in keys if key in edition.library.things][:MOST_DRAWN]


def drawn(site: Site, edition: Edition, request: Request) -> Made:
    """A map of the things among the results."""
    query = request.query_params.get("query", "").strip()
    if not query:
        raise InputError("There is no query to draw.", "Write one in the editor.")
    found = json.loads(site.runner.run(Asked(query, FORMS["json"])).body)
    keys = _keys(site, edition, found.get("results", {}).get("bindings", []))
    if not keys:
        raise UnknownName(
            "Nothing among the results can be drawn.", "Ask for people, boards or organisations."
        )
    text = pictures.map_of(edition.library, keys, "What the query found")
    return Made(text.encode("utf-8", "replace"), "image/svg+xml")


def download(site: Site, _edition: Edition, request: Request) -> Made:
    """The result as a file."""
    query, form = request.query_params.get("query", "").strip(), request.path_params["form"]
    if not query or form not in FORMS:
        raise InputError("There is nothing to download.", "Run a query in the editor first.")
    found = site.runner.run(Asked(query, FORMS[form]))
    headers = {"Content-Disposition": f'attachment; filename="result.{form}"'}
    return Made(found.body, found.media_type, headers=headers)

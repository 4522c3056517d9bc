"""The page of each thing, at the path of its IRI; the same address gives Turtle and JSON-LD."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from starlette.requests import Request

from whosat.graph.server import linked, papers, pictures, things
from whosat.graph.server.desk import Edition, Made
from whosat.graph.server.library import Library
from whosat.graph.server.look import plain
from whosat.graph.server.site import Site
from whosat.ontology.terms import PREFIXES

VARY: Final = {"Vary": "Accept"}


def thing(site: Site, edition: Edition, request: Request) -> Made:
    """A thing's page, or what the graph says of it."""
    key = f"{request.path_params['kind']}/{request.path_params['slug']}"
    address = site.look(edition).address(key)
    form = linked.wanted(request.headers.get("accept"), request.query_params.get("format", ""))
    if form is None:
        offered = ", ".join(linked.TYPES.values())
        return Made(f"Offered are {offered}.\n".encode(), "text/plain; charset=utf-8", 406, VARY)
    if not _sound(key) or not (said := linked.properties(edition.store, address)):
        return _unknown(site, edition, key)
    if form != "html":
        body = linked.described(edition.store, address, form)
        return Made(body, linked.TYPES[form] + "; charset=utf-8", headers=VARY)
    made = _page(site, edition, request, key, address, said)
    return Made(made.body, made.media_type, made.status, VARY)


def _sound(key: str) -> bool:
    """Whether this can be the end of an IRI at all."""
    return not any(letter <= " " or letter in '<>"{}|^`\\' for letter in key)


def _unknown(site: Site, edition: Edition, key: str) -> Made:
    near = edition.finder.nearest(key.partition("/")[2].replace("-", " ")[:200])
    return site.render(
        edition,
        "problem.html",
        404,
        message="Nothing stands at this address.",
        remedy=f"The nearest names: {'; '.join(near)}." if near else "Look for its name instead.",
    )


def _page(
    site: Site, edition: Edition, request: Request, key: str, address: str, said: list[tuple[str, str, bool]]
) -> Made:
    kind, library = key.partition("/")[0], edition.library
    maker = _MAKERS.get(kind)
    known = key in library.things or key in library.meetings or key in library.papers
    if kind == "document" and key in library.papers:
        return _document(site, edition, request, key, address)
    if maker is None or not known:
        return site.render(
            edition, "generic.html", key=key, address=address, said=_shown(site, edition, said)
        )
    return site.render(
        edition,
        f"{kind}.html",
        key=key,
        address=address,
        small_map=pictures.small_map(library, key) if key in library.things else "",
        timeline=things.timeline(library, key),
        related=things.related(library, key),
        documents=library.papers_of.get(key, []),
        **maker(library, key),
    )


def _person(library: Library, key: str) -> dict[str, Any]:
    return {
        "thing": library.things[key],
        "seats": things.seats_of(library, key),
        "posts": things.posts(library, key),
        "attended": things.attended(library, key),
        "tasks": library.tasks_of.get(key, []),
        "counted": things.counted,
    }


def _body(library: Library, key: str) -> dict[str, Any]:
    meetings = library.meetings_of.get(key, [])
    return {
        "thing": library.things[key],
        "chairs": things.chairs(library, key),
        "seats": things.members(library, key),
        "members": {seat.member for seat in library.by_body.get(key, ())} - things.former(library, key),
        "former": things.former(library, key),
        "guests": things.guests(library, key),
        "counted": things.counted,
        "links": things.links(library, key),
        "held_for": things.held_for(library, key),
        "posts": things.posts(library, key),
        "own_seats": things.seats_of(library, key),
        "meetings": meetings,
        "at_meeting": {meeting.key: things.at_meeting(library, meeting.key) for meeting in meetings},
        "tasks": _tasks(library, key),
    }


def _tasks(library: Library, key: str) -> list[Any]:
    met = [
        task for meeting in library.meetings_of.get(key, ()) for task in library.tasks_of.get(meeting.key, ())
    ]
    return list(dict.fromkeys((*met, *library.tasks_of.get(key, ()))))


def _meeting(library: Library, key: str) -> dict[str, Any]:
    return {
        "meeting": library.meetings[key],
        "present": things.at_meeting(library, key),
        "tasks": library.tasks_of.get(key, []),
        "next": [m for m in library.meetings.values() if m.previous == key],
    }


def _strategy(library: Library, key: str) -> dict[str, Any]:
    return {"thing": library.things[key], "links": things.links(library, key)}


_MAKERS: Final[Mapping[str, Callable[[Library, str], dict[str, Any]]]] = {
    "person": _person,
    "organisation": _body,
    "board": _body,
    "meeting": _meeting,
    "strategy": _strategy,
    "legislation": _strategy,
}


def _document(site: Site, edition: Edition, request: Request, key: str, address: str) -> Made:
    library = edition.library
    paper = library.papers[key]
    text = site.serving.texts(paper.sha256)
    asked = papers.read_span(request.query_params.get("words", ""))
    marks = library.marks_of.get(key, [])
    return site.render(
        edition,
        "document.html",
        key=key,
        address=address,
        paper=paper,
        lines=papers.lines(text, marks, asked) if text is not None else None,
        asked=asked,
        **_facts_of(library, key),
    )


def _facts_of(library: Library, key: str) -> dict[str, Any]:
    """The facts that rest on a document, each with its sources there."""

    def here(items: Any) -> list[tuple[Any, Any]]:
        found = ((item, things.of_paper(library, key, item.sources)) for item in items)
        return [(item, sources) for item, sources in found if sources]

    return {
        "meetings": here(library.meetings.values()),
        "presences": here(library.presences),
        "seats": here(library.view.seats),
        "ties": here(library.view.ties),
        "tasks": here(library.tasks),
    }


def _shown(site: Site, edition: Edition, said: list[tuple[str, str, bool]]) -> list[tuple[str, str, str]]:
    """Properties and values as people read them: the name, the words, the address of a page ("" for none)."""
    look = site.look(edition)
    rows = []
    for name, value, is_iri in said:
        key = look.key(value) if is_iri else ""
        words = look.name(key) if key else _local(value) if is_iri else plain(value)
        rows.append((_local(name), words, look.url(key) if key else ""))
    return rows


def _local(iri: str) -> str:
    """The readable end of an IRI: "firstSeen" → "first seen"."""
    for namespace in PREFIXES.values():
        iri = iri.removeprefix(namespace)
    tail = iri.rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1]
    return "".join(
        f" {letter.lower()}" if letter.isupper() and n else letter for n, letter in enumerate(tail)
    )

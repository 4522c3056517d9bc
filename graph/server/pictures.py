"""Pictures for the pages: a small map around one thing, and the structure chart of a body."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from whosat.graph.diagram import draw_diagram
from whosat.graph.diagram_paint import to_pdf, to_png
from whosat.graph.diagram_paper import Page, to_svg
from whosat.graph.map import map_html
from whosat.graph.map_picture import draw_map
from whosat.graph.map_places import settled_places
from whosat.graph.server.library import Library
from whosat.graph.view import View

MOST_NEAR = 22
# Letters are measured by FreeType and places found by igraph, neither of which bears two threads at once.
_DRAWING = threading.Lock()


def around(library: Library, key: str, most: int = MOST_NEAR) -> View:
    """The part of the graph that touches one thing; of very many neighbours those with most in common."""
    weight: Counter[str] = Counter()
    seats = (library.by_member, library.by_body, library.by_represented)
    for seat in dict.fromkeys(seat for index in seats for seat in index.get(key, ())):
        ends = {seat.member, seat.body, seat.representing} - {""}
        weight.update({end: 3 if end in (seat.member, seat.body) else 1 for end in ends})
    for tie in library.ties_of.get(key, ()):
        weight.update({tie.subject: 4, tie.object: 4})
    for visit in library.visits_of.get(key, ()):
        weight.update({visit.person: 1, visit.body: 1})
    weight.pop(key, None)
    near = sorted(weight, key=lambda other: (-weight[other], other))[:most]
    return among(library, {key, *near})


def among(library: Library, keys: Iterable[str]) -> View:
    """The part of the graph between some things."""
    chosen = sorted(set(keys) & set(library.things))
    known = set(chosen)
    seats = (
        seat if seat.representing in known else replace(seat, representing="")
        for member in chosen
        for seat in library.by_member.get(member, ())
        if seat.body in known
    )
    ties = {
        tie for key in chosen for tie in library.ties_of.get(key, ()) if {tie.subject, tie.object} <= known
    }
    visits = {
        visit
        for key in chosen
        for visit in library.visits_of.get(key, ())
        if {visit.person, visit.body} <= known
    }
    return View(
        tuple(library.things[key] for key in chosen),
        tuple(sorted(seats)),
        tuple(sorted(ties)),
        tuple(sorted(visits)),
        library.view.newest,
        library.view.documents,
    )


def small_map(library: Library, key: str) -> str:
    """What lies around a thing, as SVG; "" where nothing does."""
    near = around(library, key)
    if len(near.things) < 2:
        return ""
    with _DRAWING:
        return to_svg(draw_map(near, f"Around {library.name(key)}"))


def whole_map(library: Library, folder: Path | None, title: str, pages: str) -> str:
    """The map of everything, as a page; `pages` is the address under which things have pages.

    Things stand where they did on the last map of the store in `folder`.
    """
    with _DRAWING:
        return map_html(library.view, title, pages, settled_places(library.view, folder))


def map_of(library: Library, keys: Iterable[str], title: str) -> str:
    """What lies between some things, as SVG."""
    with _DRAWING:
        return to_svg(draw_map(among(library, keys), title))


def chart(library: Library, body: str, paper: str, depth: int) -> tuple[Page, ...]:
    """The sheets of a body's structure chart; raises InputError for an unknown paper."""
    with _DRAWING:
        return draw_diagram(library.view, body, paper, depth)


def painted(pages: tuple[Page, ...], form: str, sheet: int) -> bytes:
    """Sheets as PDF (all), or one sheet (from 1) as SVG or PNG."""
    chosen = pages[min(max(sheet, 1), len(pages)) - 1]
    with _DRAWING:
        if form == "pdf":
            return to_pdf(pages)
        return to_svg(chosen).encode() if form == "svg" else to_png(chosen)

"""The map as a picture (SVG, PNG, PDF), drawn from the very places that the page uses."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from whosat.graph.diagram_cards import COLOURS, INK, RULE, SOFT
from whosat.graph.diagram_paper import Box, Line, Mark, Page, Point, Shape, Words, text_width, wrap
from whosat.graph.map_data import FOLD_ABOVE, KINDS, Places, drawn_edges, find_places
from whosat.graph.view import Thing, View
from whosat.ontology.facts import Kind

SCALE = 0.75  # points a pixel of the page
MARGIN, HEAD, FOOT = 40.0, 54.0, 34.0
LEGEND = ("Board", "Organisation", "Person", "Strategy")
CELL = 48
LEAST_WIDTH = 720.0

Rect = tuple[float, float, float, float]


def draw_map(view: View, title: str = "Who sits on which board", places: Places | None = None) -> Page:
    """Draw the linked things of the map on a sheet as large as it needs; of very many, bodies alone."""
    shown = _shown(view)
    whole = (places or find_places(view)).whole
    spots = {key: (whole[key][0] * SCALE, whole[key][1] * SCALE) for key in shown}
    left, top = min((x for x, _ in spots.values()), default=0), min((y for _, y in spots.values()), default=0)
    spots = {key: (x - left + MARGIN + 60, y - top + MARGIN + HEAD + 24) for key, (x, y) in spots.items()}
    width = max(LEAST_WIDTH, max((x for x, _ in spots.values()), default=0) + 60 + MARGIN)
    height = max((y for _, y in spots.values()), default=MARGIN + HEAD) + 50 + FOOT + MARGIN
    degree = _degrees(view)
    shapes: list[Shape] = [*_frame(title, view, width, height), *_lines(view, spots)]
    shapes += [_symbol(thing, spots[key], _reach(thing, degree)) for key, thing in sorted(shown.items())]
    shapes += _labels(shown, spots, degree)
    return Page(width, height, title, tuple(shapes))


def _shown(view: View) -> dict[str, Thing]:
    linked = {end for pair in drawn_edges(view) for end in pair}
    folded = len(view.things) > FOLD_ABOVE
    return {
        thing.key: thing
        for thing in view.things
        if thing.key in linked and not (folded and thing.kind is Kind.PERSON)
    }


def _degrees(view: View) -> Mapping[str, int]:
    degree: dict[str, int] = defaultdict(int)
    for pair in drawn_edges(view):
        for end in pair:
            degree[end] += 1
    return degree


def _frame(title: str, view: View, width: float, height: float) -> list[Shape]:
    heading = wrap(title, width - 2 * MARGIN, 18, bold=True, most=1)
    shapes: list[Shape] = [Words(MARGIN, MARGIN + 14, heading[0] if heading else "", 18, INK, bold=True)]
    base, x = height - MARGIN, MARGIN
    shapes.append(Line(((MARGIN, base - 20), (width - MARGIN, base - 20)), RULE))
    for word, kind in zip(LEGEND, KINDS, strict=True):
        shapes += [_mark(kind, (x + 6, base - 3), 5.0, hollow=False), Words(x + 17, base, word, 9, SOFT)]
        x += 17 + text_width(word, 9) + 18
    shapes += [
        _mark(Kind.BOARD, (x + 6, base - 3), 5.0, hollow=True),
        Words(x + 17, base, "Inactive", 9, SOFT),
    ]
    if view.newest:
        shapes.append(
            Words(width - MARGIN, base, f"Newest evidence: {_day(view.newest)}", 9, SOFT, anchor="end")
        )
    return shapes


def _day(date: str) -> str:
    import datetime as dt

    day = dt.date.fromisoformat(date)
    return f"{day.day} {day:%B %Y}"


def _lines(view: View, spots: Mapping[str, Point]) -> Iterator[Line]:
    """Lines, the plainer ones first, so that who chairs and what reports to what lies on top."""
    held = sorted({(seat.member, seat.representing) for seat in view.seats if seat.representing})
    if not any(key.startswith("person/") for key in spots):
        held = sorted({(seat.representing, seat.body) for seat in view.seats if seat.representing})
    yield from (Line((spots[a], spots[b]), "#f0cf85", 0.7) for a, b in held if a in spots and b in spots)
    for visit in view.visits:
        if visit.person in spots and visit.body in spots:
            yield Line((spots[visit.person], spots[visit.body]), "#c9ced6", 0.6)
    for seat in sorted(view.seats, key=lambda seat: "chair" in seat.role.casefold()):
        if seat.member in spots and seat.body in spots:
            chair = "chair" in seat.role.casefold()
            colour = INK if chair else "#8a93a0" if seat.stated else "#b9c0ca"
            yield Line(
                (spots[seat.member], spots[seat.body]), colour, 1.8 if chair else 0.9, dashed=seat.ended
            )
    for tie in view.ties:
        if tie.subject in spots and tie.object in spots:
            ends = _shortened(spots[tie.subject], spots[tie.object], 9.0)
            yield Line(ends, COLOURS[Kind.BOARD], 1.3, arrow=True)


def _shortened(a: Point, b: Point, by: float) -> tuple[Point, Point]:
    length = math.hypot(b[0] - a[0], b[1] - a[1])
    if length <= 2 * by:
        return a, b
    return a, (b[0] - (b[0] - a[0]) * by / length, b[1] - (b[1] - a[1]) * by / length)


def _reach(thing: Thing, degree: Mapping[str, int]) -> float:
    base = {Kind.BOARD: 5.5, Kind.ORGANISATION: 5.0, Kind.PERSON: 3.8, Kind.STRATEGY: 5.0}.get(
        thing.kind, 4.0
    )
    return base + min(5.0, 0.6 * math.sqrt(degree.get(thing.key, 0)) * (thing.kind is not Kind.PERSON))


def _symbol(thing: Thing, at: Point, reach: float) -> Mark:
    return _mark(thing.kind, at, reach, hollow=thing.active is False)


def _mark(kind: Kind, at: Point, r: float, hollow: bool) -> Mark:
    (x, y), colour = at, COLOURS.get(kind, SOFT)
    fill, line, stroke = ("#ffffff", colour, 1.4) if hollow else (colour, "#ffffff", 0.6)
    if kind is Kind.PERSON:
        return Mark((at,), fill, line, stroke, radius=r)
    corners = {
        Kind.ORGANISATION: ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
        Kind.STRATEGY: ((0, -1.1), (1.1, 0.9), (-1.1, 0.9)),
    }.get(kind, ((-1, -1), (1, -1), (1, 1), (-1, 1)))
    return Mark(tuple((x + r * dx, y + r * dy) for dx, dy in corners), fill, line, stroke, dashed=hollow)


def _labels(
    things: Mapping[str, Thing], spots: Mapping[str, Point], degree: Mapping[str, int]
) -> list[Shape]:
    """Set each label where it covers no other one, the weightiest first; below, above, right or left."""
    order = {Kind.BOARD: 0, Kind.ORGANISATION: 1, Kind.STRATEGY: 2, Kind.PERSON: 3}
    ranked = sorted(things.values(), key=lambda t: (order.get(t.kind, 4), -degree.get(t.key, 0), t.key))
    taken = _Taken()
    for key, (x, y) in sorted(spots.items()):
        r = _reach(things[key], degree)
        taken.add((x - r, y - r, x + r, y + r), key, symbol=True)
    shapes: list[Shape] = []
    for thing in ranked:
        shapes += _label(thing, spots[thing.key], _reach(thing, degree), taken)
    return shapes


def _label(thing: Thing, at: Point, reach: float, taken: _Taken) -> list[Shape]:
    bold = thing.kind is Kind.BOARD
    size = 8.5 if bold else 8.0 if thing.kind is not Kind.PERSON else 7.5
    name = thing.name + (" (inactive)" if thing.active is False else "")
    rows = wrap(name, 118.0, size, bold, most=4)
    wide, high = max((text_width(row, size, bold) for row in rows), default=0.0), size * 1.2 * len(rows)
    (x, y), gap = at, reach + 2.5
    tries = (
        (x - wide / 2, y + gap),
        (x - wide / 2, y - gap - high),
        (x + gap + 1, y - high / 2),
        (x - gap - 1 - wide, y - high / 2),
    )
    for over_symbols, (left, top) in product((False, True), tries):
        box = (left - 1, top, left + wide + 1, top + high)
        if taken.free(box, thing.key, over_symbols):
            taken.add(box, thing.key, symbol=False)
            return _rows(rows, left + wide / 2, top, size, bold)
        if thing.kind is Kind.PERSON and over_symbols:
            break
    return []


def _rows(rows: Sequence[str], middle: float, top: float, size: float, bold: bool) -> list[Shape]:
    shapes: list[Shape] = []
    for number, row in enumerate(rows):
        base = top + size * (0.95 + 1.2 * number)
        wide = text_width(row, size, bold)
        shapes.append(_halo(middle - wide / 2, base, wide, size))
        shapes.append(Words(middle, base, row, size, INK, bold, "middle"))
    return shapes


def _halo(x: float, base: float, wide: float, size: float) -> Box:
    return Box(x - 1, base - size * 0.85, wide + 2, size * 1.1, fill="#ffffff")


class _Taken:
    """What of the sheet is covered, found through a coarse grid."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[tuple[Rect, str, bool]]] = defaultdict(list)

    def add(self, box: Rect, key: str, symbol: bool) -> None:
        for cell in _cells(box):
            self._cells[cell].append((box, key, symbol))

    def free(self, box: Rect, key: str, over_symbols: bool) -> bool:
        return not any(
            other != key and not (over_symbols and symbol) and _meet(box, there)
            for cell in _cells(box)
            for there, other, symbol in self._cells.get(cell, ())
        )


def _cells(box: Rect) -> Iterator[tuple[int, int]]:
    columns = range(int(box[0] // CELL), int(box[2] // CELL) + 1)
    return product(columns, range(int(box[1] // CELL), int(box[3] // CELL) + 1))


def _meet(a: Rect, b: Rect) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]

"""The sheet around a chart: title, date of the newest evidence, legend, page number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from whosat.graph.diagram_cards import COLOURS, INK, RULE, SOFT, shift
from whosat.graph.diagram_paper import Box, Line, Page, Shape, Words, text_width, wrap
from whosat.graph.diagram_plan import Chart
from whosat.ontology.facts import Kind

MARGIN, HEAD, FOOT = 38.0, 62.0, 34.0
LEGEND = (
    ("Board, partnership or group", Kind.BOARD),
    ("Organisation", Kind.ORGANISATION),
    ("Strategy or plan", Kind.STRATEGY),
)


def dress(
    chart: Chart, body: Sequence[Shape], size: tuple[float, float], scale: float, number: tuple[int, int]
) -> Page:
    """Put what was drawn on a sheet of that size (points); `number` is (page, of pages)."""
    around = min(scale, size[0] / 880)  # title and legend keep a size that fits the sheet's width
    edge = MARGIN * scale
    wide, high = (size[0] - 2 * edge) / around, (size[1] - 2 * edge) / around
    frame = shift([*_head(chart, wide, number), *_foot(wide, high, chart, number)], edge, edge, around)
    placed = [*frame, *shift(body, edge, edge + HEAD * around, scale)]
    return Page(size[0], size[1], f"Structure of {chart.title}", tuple(placed))


def _head(chart: Chart, wide: float, number: tuple[int, int]) -> list[Shape]:
    note = "Structure and wider links" + (", continued" if number[0] > 1 else "")
    size = 22.0
    while size > 11 and text_width(chart.title, size, bold=True) > wide:
        size -= 1
    title = wrap(chart.title, wide, size, bold=True, most=1)
    return [
        Words(0, 20, title[0] if title else "(no name)", size, INK, bold=True),
        Words(0, 38, note, 11, SOFT),
        Words(wide, 38, _newest(chart), 11, SOFT, anchor="end"),
        Line(((0, 47), (wide, 47)), RULE, 1.0),
    ]


def _newest(chart: Chart) -> str:
    if not chart.newest:
        return "No dated evidence"
    day = dt.date.fromisoformat(chart.newest)
    return f"Newest evidence: {day.day} {day:%B %Y}"


def _foot(wide: float, high: float, chart: Chart, number: tuple[int, int]) -> list[Shape]:
    x, base = 0.0, high - 2
    shapes: list[Shape] = [Line(((0, base - 18), (wide, base - 18)), RULE, 1.0)]
    for text, kind in LEGEND:
        shapes += [Box(x, base - 9, 4, 12, COLOURS[kind]), Words(x + 9, base, text, 9, SOFT)]
        x += 9 + text_width(text, 9) + 18
    shapes += [
        Box(x, base - 8.5, 20, 11, "#ffffff", SOFT, 0.9, dashed=True),
        Words(x + 26, base, "Inactive or no longer in use", 9, SOFT),
    ]
    told = [f"Read from {chart.documents} document{'s' * (chart.documents != 1)}"] if chart.documents else []
    told += [f"Page {number[0]} of {number[1]}"] if number[1] > 1 else []
    right = " · ".join(told)
    shapes.append(Words(wide, base, right, 9, SOFT, anchor="end"))
    return shapes

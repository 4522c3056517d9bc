"""One box of a chart: how high it must be for its words, and how it is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from whosat.graph.diagram_paper import Box, Line, Mark, Shape, Words, wrap
from whosat.graph.diagram_plan import Card
from whosat.ontology.facts import Kind

GAP = 14.0  # between columns
LINK = 8.0  # between cards over each other
PAD = 8.0
INK, SOFT, RULE = "#1b2330", "#4d5766", "#c3c9d2"
COLOURS = {
    Kind.BOARD: "#0072b2",
    Kind.ORGANISATION: "#e69f00",
    Kind.PERSON: "#009e73",
    Kind.STRATEGY: "#cc79a7",
}
NAME, LINES = 10.5, 9.0  # sizes of letters, in points at full scale
FOCUS_NAME, FOCUS_LINES = 15.0, 10.0
MOST_ROWS, MOST_LINES = 12, 12  # so that no box can outgrow a page


def height_of(card: Card, wide: float, focus: bool = False) -> float:
    """Return the height that a card of that width needs."""
    name, lines = _text(card, wide, focus)
    return 2 * PAD + _leading(_sizes(focus)[0]) * len(name) + _leading(_sizes(focus)[1]) * len(lines) - 1.5


def draw_card(
    card: Card, x: float, y: float, wide: float, least: float = 0.0, focus: bool = False
) -> tuple[list[Shape], float]:
    """Draw a card with its upper left corner there; at least `least` high. Returns its height too."""
    height = max(least, height_of(card, wide, focus))
    shapes: list[Shape] = [_frame(card, x, y, wide, height, focus)]
    if not focus:
        colour = COLOURS.get(card.kind, SOFT)
        shapes.append(
            Box(x, y, 4.0, height, fill=colour if not _faded(card) else "none", line=colour, stroke=0.6)
        )
    return shapes + _words(card, x, y, wide, focus), height


def _faded(card: Card) -> bool:
    return card.inactive or card.former


def _frame(card: Card, x: float, y: float, wide: float, height: float, focus: bool) -> Box:
    if focus:
        return Box(
            x,
            y,
            wide,
            height,
            COLOURS[Kind.BOARD] if not card.inactive else "#ffffff",
            COLOURS[Kind.BOARD],
            2.0,
            card.inactive,
            card=True,
            tip=card.name,
        )
    fill = "#ffffff" if _faded(card) else "#f7f9fb"
    return Box(
        x, y, wide, height, fill, SOFT if _faded(card) else RULE, 0.9, _faded(card), card=True, tip=card.name
    )


def _sizes(focus: bool) -> tuple[float, float]:
    return (FOCUS_NAME, FOCUS_LINES) if focus else (NAME, LINES)


def _leading(size: float) -> float:
    return size * 1.24


def _text(card: Card, wide: float, focus: bool) -> tuple[list[str], list[str]]:
    name_size, line_size = _sizes(focus)
    room = wide - 2 * PAD - (0 if focus else 4)
    marks = [word for word, true in (("Inactive", card.inactive), ("No longer in use", card.former)) if true]
    lines = [part for line in (*marks, *card.lines) for part in wrap(line, room, line_size, most=MOST_LINES)]
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], "…"]
    return wrap(card.name, room, name_size, bold=True, most=MOST_ROWS) or ["(no name)"], lines


def _words(card: Card, x: float, y: float, wide: float, focus: bool) -> list[Shape]:
    name_size, line_size = _sizes(focus)
    name, lines = _text(card, wide, focus)
    white = focus and not card.inactive
    left, anchor = (x + wide / 2, "middle") if focus else (x + PAD + 4, "start")
    shapes: list[Shape] = []
    base = y + PAD - 1.5
    for text in name:
        base += _leading(name_size)
        colour = "#ffffff" if white else SOFT if _faded(card) else INK
        shapes.append(Words(left, base - name_size * 0.22, text, name_size, colour, True, anchor))
    for text in lines:
        base += _leading(line_size)
        colour = "#ffffff" if white else SOFT
        shapes.append(Words(left, base - line_size * 0.22, text, line_size, colour, anchor=anchor))
    return shapes


def band_of_grid(cards: Sequence[Card], wide: float) -> tuple[list[Shape], float]:
    """Draw cards side by side, all as high as the highest."""
    height = max(height_of(card, wide) for card in cards)
    shapes: list[Shape] = []
    for number, card in enumerate(cards):
        shapes += draw_card(card, number * (wide + GAP), 0.0, wide, height)[0]
    return shapes, height


def shift(shapes: Iterable[Shape], dx: float, dy: float, scale: float = 1.0) -> list[Shape]:
    """Move shapes, and scale them about the corner before that."""
    return [_shifted(shape, dx, dy, scale) for shape in shapes]


def _shifted(shape: Shape, dx: float, dy: float, k: float) -> Shape:
    if isinstance(shape, Box):
        return replace(
            shape,
            x=shape.x * k + dx,
            y=shape.y * k + dy,
            width=shape.width * k,
            height=shape.height * k,
            stroke=shape.stroke * k,
            round=shape.round * k,
        )
    if isinstance(shape, Words):
        return replace(shape, x=shape.x * k + dx, y=shape.y * k + dy, size=shape.size * k)
    points = tuple((x * k + dx, y * k + dy) for x, y in shape.points)
    if isinstance(shape, Mark):
        return replace(shape, points=points, radius=shape.radius * k, stroke=shape.stroke * k)
    assert isinstance(shape, Line)
    return replace(shape, points=points, stroke=shape.stroke * k)

"""From a chart's plan to sheets of paper: boxes in columns, lines that meet them, as many pages as it takes.

Everything is stacked as bands from top to bottom; a band that does not fit starts a new page. The whole is
drawn as large as the sheet allows and never so small that its smallest letters fall under 7 points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from whosat.graph.diagram_cards import GAP, LINK, band_of_grid, draw_card, height_of, shift
from whosat.graph.diagram_paper import Line, Page, Shape, Words, wrap
from whosat.graph.diagram_plan import Branch, Card, Chart, Section
from whosat.graph.diagram_sheet import FOOT, HEAD, MARGIN, dress

PAPERS = {"A3": (1190.55, 841.89), "A4": (841.89, 595.28)}
SCALES = (1.7, 1.5, 1.35, 1.2, 1.1, 1.0, 0.9, 0.84, 0.78)  # 0.78 x 9 points = 7 points
COLUMN = 176.0  # about the width of a card
NARROW = 146.0  # the least width for the sake of one row
STEP = 14.0  # how far a group's groups are set in
DROP = 22.0  # the room for lines between layers


@dataclass(frozen=True, slots=True)
class Band:
    """A strip of the page: its height, what is on it, where lines from the band above come down into it."""

    height: float
    shapes: tuple[Shape, ...]
    joins: tuple[float, ...] = ()
    gap: float = GAP
    keep: bool = False  # stays with the band below


def lay_out(chart: Chart, paper: str = "A3") -> tuple[Page, ...]:
    """Return the sheets: one if it fits at a readable size, else as many as it takes."""
    width, height = PAPERS[paper]
    for scale in SCALES:
        bands, inner = _bands(chart, width / scale, height / scale)
        pages = _paginate(bands, inner)
        if len(pages) == 1 and all(band.height <= inner for band in bands):
            break
    else:
        scale = 0.9
        bands, inner = _bands(chart, width / scale, height / scale)
        pages = _paginate(bands, inner)
    return tuple(
        dress(chart, page, (width, height), scale, (n + 1, len(pages))) for n, page in enumerate(pages)
    )


def _bands(chart: Chart, width: float, height: float) -> tuple[list[Band], float]:
    wide = width - 2 * MARGIN
    columns = max(3, int((wide + GAP) / (COLUMN + GAP)))
    if len(chart.branches) == columns + 1 and (wide + GAP) / (columns + 1) - GAP >= NARROW:
        columns += 1  # a lone group in a second row looks like an afterthought
    card = (wide - GAP * (columns - 1)) / columns
    room = height - 2 * MARGIN - HEAD - FOOT
    grid = _Grid(wide, columns, card, room)
    top, left_over = _top(chart, grid)
    bands = [*top, *_groups(chart, grid)]
    for title, cards in left_over:
        bands += _section(title, cards, grid)
    for section in chart.sections:
        plain = len(section.groups) == 1 and not section.groups[0][0]
        bands += _section(section.title, section.groups[0][1], grid) if plain else _masonry(section, grid)
    return bands, room


@dataclass(frozen=True, slots=True)
class _Grid:
    wide: float
    columns: int
    card: float
    room: float

    def x(self, column: int) -> float:
        return column * (self.card + GAP)


def _top(chart: Chart, grid: _Grid) -> tuple[list[Band], list[tuple[str, Sequence[Card]]]]:
    """The layers above and the body in the middle; wider links on its left, strategies on its right."""
    sides: list[tuple[str, Sequence[Card]]] = [
        ("Wider links", chart.wider),
        ("Strategies and plans", chart.strategies),
    ]
    middle_columns = grid.columns - 2
    middle, joint = _spine(chart, grid, middle_columns)
    left_over: list[tuple[str, Sequence[Card]]] = []
    stacks: list[tuple[int, str, Sequence[Card]]] = []
    limit = max(middle, min(0.42 * grid.room, 300.0))
    for column, (title, cards) in zip((0, grid.columns - 1), sides, strict=True):
        fits = _fitting(cards, grid.card, limit)
        if fits:
            stacks.append((column, title, cards[:fits]))
        if cards[fits:]:
            left_over.append((title + (", continued" if fits else ""), cards[fits:]))
    if any(len(layer) > middle_columns for layer in chart.above) or middle > 0.7 * grid.room:
        return _tall_top(chart, grid), [side for side in sides if side[1]]
    shapes, height = _draw_spine(chart, grid, middle_columns, 0.0)
    tallest = max([height, *(_side_height(cards, grid.card, joint) for _, _, cards in stacks)])
    shapes, _ = _draw_spine(chart, grid, middle_columns, tallest - height)
    for column, title, cards in stacks:
        shapes += _stack(column, title, cards, grid, tallest, tallest - joint / 2)
    return [Band(tallest, tuple(shapes))], left_over


def _fitting(cards: Sequence[Card], wide: float, limit: float) -> int:
    used, count = 18.0, 0
    for card in cards:
        used += height_of(card, wide) + LINK
        if used > limit:
            break
        count += 1
    return count


def _stack_height(cards: Sequence[Card], wide: float) -> float:
    return 18.0 + sum(height_of(card, wide) + LINK for card in cards) - LINK


def _side_height(cards: Sequence[Card], wide: float, body: float) -> float:
    """How high the top must be for a stack; one card alone stands level with the body."""
    high = _stack_height(cards, wide)
    return high if len(cards) > 1 else max(high, 18.0 + (height_of(cards[0], wide) + body) / 2)


def _stack(
    column: int, title: str, cards: Sequence[Card], grid: _Grid, bottom: float, joint: float
) -> list[Shape]:
    """Cards over each other at one side, each joined to a line that runs to the body."""
    x, y = grid.x(column), bottom - _stack_height(cards, grid.card)
    if len(cards) == 1:  # at the height of the body, so that the line runs straight
        y = max(min(joint - height_of(cards[0], grid.card) / 2 - 18.0, y), 0.0)
    inner = x + grid.card + GAP / 2 if column == 0 else x - GAP / 2
    edge = x + grid.card if column == 0 else x
    words = Words(x, y + 9, title, 9.5, "#566070", bold=True)
    shapes: list[Shape] = [words]
    y += 18.0
    joints = []
    for card in cards:
        drawn, height = draw_card(card, x, y, grid.card)
        shapes += drawn
        level = joint if len(cards) == 1 and y < joint < y + height else y + height / 2
        joints.append(level)
        shapes.insert(0, Line(((edge, level), (inner, level))))
        y += height + LINK
    shapes.insert(0, Line(((inner, min([*joints, joint])), (inner, max([*joints, joint])))))
    left, right = _body_edges(grid)
    shapes.insert(0, Line(((inner, joint), (left if column == 0 else right, joint))))
    return shapes


def _body_edges(grid: _Grid) -> tuple[float, float]:
    wide = _body_width(grid)
    return (grid.wide - wide) / 2, (grid.wide + wide) / 2


def _body_width(grid: _Grid) -> float:
    return min(2 * grid.card + GAP, grid.wide - 2 * (grid.card + 2 * GAP))


def _spine(chart: Chart, grid: _Grid, columns: int) -> tuple[float, float]:
    """Height of the layers with the body, and of the body alone."""
    body = height_of(chart.body, _body_width(grid), focus=True)
    layers = [
        max(height_of(card, _layer_width(layer, grid, columns)) for card in layer) for layer in chart.above
    ]
    return sum(layers) + DROP * len(layers) + body, body


def _layer_width(layer: Sequence[Card], grid: _Grid, columns: int) -> float:
    return grid.card * 1.25 if len(layer) <= columns - 2 or (len(layer) == 1 and columns > 1) else grid.card


def _draw_spine(chart: Chart, grid: _Grid, columns: int, y: float) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    middle = grid.wide / 2
    under: list[float] = []
    for layer in chart.above:
        wide = min(_layer_width(layer, grid, columns), grid.wide - 2 * (grid.card + 2 * GAP))
        start = middle - (len(layer) * wide + (len(layer) - 1) * GAP) / 2
        high = max(height_of(card, wide) for card in layer)
        centres = [start + wide / 2 + n * (wide + GAP) for n in range(len(layer))]
        shapes += _bus(under, centres, y - DROP, y) if under else []
        for centre, card in zip(centres, layer, strict=True):
            shapes += draw_card(card, centre - wide / 2, y, wide, high)[0]
        y, under = y + high + DROP, centres
    shapes += _bus(under, [middle], y - DROP, y) if under else []
    wide = _body_width(grid)
    drawn, high = draw_card(chart.body, middle - wide / 2, y, wide, focus=True)
    return shapes + drawn, y + high


def _bus(above: Sequence[float], below: Sequence[float], top: float, bottom: float) -> list[Shape]:
    """Lines from boxes to the boxes below them, over one line between."""
    level = (top + bottom) / 2
    ends = [*above, *below]
    lines: list[Shape] = [Line(((x, top), (x, level))) for x in above]
    lines += [Line(((x, level), (x, bottom))) for x in below]
    if max(ends) - min(ends) > 0.1:
        lines.append(Line(((min(ends), level), (max(ends), level))))
    return lines


def _tall_top(chart: Chart, grid: _Grid) -> list[Band]:
    """Layers too wide or too high for the middle: the full width, a row of boxes a band."""
    bands: list[Band] = []
    for number, layer in enumerate(chart.above):
        title = "Over it" if number == len(chart.above) - 1 else "Further up"
        bands += _section(title, layer, grid)
    wide = _body_width(grid)
    drawn, high = draw_card(chart.body, (grid.wide - wide) / 2, 0.0, wide, focus=True)
    return [*bands, Band(high, tuple(drawn), gap=DROP)]


def _section(title: str, cards: Sequence[Card], grid: _Grid) -> list[Band]:
    """A heading and cards in rows; the heading stays with its first row."""
    bands: list[Band] = []
    for start in range(0, len(cards), grid.columns):
        shapes, height = band_of_grid(cards[start : start + grid.columns], grid.card)
        if start == 0:
            count = f"{title} ({len(cards)})"
            head: list[Shape] = [Words(0, 10, count, 9.5, "#566070", bold=True)]
            shapes, height = head + shift(shapes, 0, 18), height + 18
        bands.append(Band(height, tuple(shapes), gap=GAP * 1.7 if start == 0 else LINK))
    return bands


def _masonry(section: Section, grid: _Grid) -> list[Band]:
    """Groups one after the other in columns of about one height, as many strips of columns as it takes."""
    stones = [
        _Stone(heading, card, number == 0)
        for heading, cards in section.groups
        for number, card in enumerate(cards)
    ]
    limit = 0.85 * grid.room
    for height in range(40, int(limit), 6):
        if len(_columns(stones, grid.card, float(height))) <= grid.columns:
            limit = float(height)
            break
    columns = _columns(stones, grid.card, limit)
    bands: list[Band] = []
    for start in range(0, len(columns), grid.columns):
        count = f"{section.title} ({len(section)})"
        shapes: list[Shape] = [Words(0, 10, count, 9.5, "#566070", bold=True)] if start == 0 else []
        top, tallest = (18.0 if start == 0 else 0.0), 0.0
        for number, column in enumerate(columns[start : start + grid.columns]):
            drawn, bottom = _draw_stones(column, grid.x(number), top, grid.card)
            shapes += drawn
            tallest = max(tallest, bottom)
        bands.append(Band(tallest, tuple(shapes), gap=GAP * 1.7 if start == 0 else LINK))
    return bands


@dataclass(frozen=True, slots=True)
class _Stone:
    """A card of a group; `first` where the group begins."""

    group: str
    card: Card
    first: bool


def _columns(stones: Sequence[_Stone], wide: float, limit: float) -> list[list[_Stone]]:
    """Fill columns up to a height; a heading stands at the head of a column and where a group begins."""
    columns: list[list[_Stone]] = []
    used = 0.0
    for stone in stones:
        heading = _heading_height(stone, wide) if stone.first else 0.0
        need = height_of(stone.card, wide) + heading + LINK
        if not columns or used + need > limit:
            columns.append([])
            used, need = 0.0, height_of(stone.card, wide) + _heading_height(stone, wide) + LINK
        columns[-1].append(stone)
        used += need
    return columns


def _heading(stone: _Stone, wide: float) -> list[str]:
    return wrap(stone.group + ("" if stone.first else ", continued"), wide, 9.0, most=3)


def _heading_height(stone: _Stone, wide: float) -> float:
    return 11.2 * len(_heading(stone, wide)) + 5.0


def _draw_stones(column: Sequence[_Stone], x: float, y: float, wide: float) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    for number, stone in enumerate(column):
        if stone.first or number == 0:
            y += 3.0 if number else 0.0
            lines = _heading(stone, wide)
            shapes += [Words(x, y + 9.5 + 11.2 * n, line, 9.0, "#4d5766") for n, line in enumerate(lines)]
            y += _heading_height(stone, wide)
        drawn, height = draw_card(stone.card, x, y, wide)
        shapes += drawn
        y += height + LINK
    return shapes, y - LINK


@dataclass(frozen=True, slots=True)
class _Row:
    """One card of a branch, set in by its depth; `parent` is the number of the row it hangs from."""

    card: Card
    depth: int
    parent: int


def _flat(branch: Branch, depth: int = 0, parent: int = -1, rows: list[_Row] | None = None) -> list[_Row]:
    rows = [] if rows is None else rows
    rows.append(_Row(branch.card, min(depth, 5), parent))
    here = len(rows) - 1
    for below in branch.below:
        _flat(below, depth + 1, here, rows)
    return rows


def _groups(chart: Chart, grid: _Grid) -> list[Band]:
    """Groups in columns below the body, their own groups hanging under them, as many rows as it takes."""
    columns = [part for branch in chart.branches for part in _split(_flat(branch), grid)]
    bands: list[Band] = []
    middle, trunk = grid.wide / 2, -GAP / 2
    per_row = -(-len(columns) // max(1, -(-len(columns) // grid.columns)))  # rows of about one length
    rows = [columns[n : n + per_row] for n in range(0, len(columns), max(1, per_row))]
    for number, row in enumerate(rows):
        first, last = number == 0, number == len(rows) - 1
        start = (grid.wide - len(row) * grid.card - (len(row) - 1) * GAP) / 2 if len(rows) == 1 else 0.0
        centres = [start + grid.card / 2 + n * (grid.card + GAP) for n in range(len(row))]
        head = max(height_of(column[0].card, grid.card) for column in row)
        tallest, shapes = 0.0, list[Shape]()
        for n, column in enumerate(row):
            drawn, bottom = _hang(
                column, start + n * (grid.card + GAP), DROP / 2, grid, _least(column, head, grid)
            )
            shapes += drawn
            tallest = max(tallest, bottom)
        ends = [*centres, *([middle] if first else []), *([] if last and first else [trunk])]
        lines: list[Shape] = (
            [Line(((min(ends), 0.0), (max(ends), 0.0)))] if max(ends) - min(ends) > 0.1 else []
        )
        lines += [Line(((x, 0.0), (x, DROP / 2))) for x in centres]
        if not last:
            lines.append(Line(((trunk, 0.0), (trunk, tallest))))
        bands.append(
            Band(
                tallest,
                (*lines, *shapes),
                joins=(middle if first else trunk,),
                gap=DROP / 2 if first else GAP,
            )
        )
    return bands


def _least(column: Sequence[_Row], head: float, grid: _Grid) -> float:
    """How high the first card of a column is made for the sake of its neighbours, within the page."""
    used = sum(height_of(row.card, grid.card - STEP * row.depth) + LINK for row in column)
    return min(head, height_of(column[0].card, grid.card) + max(0.0, 0.95 * grid.room - DROP - used))


def _split(rows: list[_Row], grid: _Grid) -> list[list[_Row]]:
    """Break a branch that is higher than a page into columns, each headed by the group it goes on with."""
    limit = 0.8 * grid.room - DROP
    columns: list[list[_Row]] = []
    column: list[_Row] = []
    used = 0.0
    numbers: dict[int, int] = {}
    for number, row in enumerate(rows):
        height = height_of(row.card, grid.card - STEP * row.depth) + LINK
        if column and used + height > limit:
            columns.append(column)
            head = rows[row.parent] if row.parent >= 0 else rows[0]
            again = Card(head.card.name, head.card.kind, ("Continued",), head.card.inactive)
            column, numbers = [_Row(again, 0, -1)], {row.parent: 0}
            used = height_of(again, grid.card) + LINK
        parent = numbers.get(row.parent, 0) if column else -1
        depth = min(row.depth, column[parent].depth + 1) if column else 0
        numbers[number] = len(column)
        column.append(_Row(row.card, depth, parent))
        used += height
    return [*columns, column]


def _hang(rows: list[_Row], x: float, y: float, grid: _Grid, head: float) -> tuple[list[Shape], float]:
    """Draw a column of cards hanging from each other; the first is as high as `head`."""
    shapes: list[Shape] = []
    bottoms: list[float] = []
    for number, row in enumerate(rows):
        left = x + STEP * row.depth
        drawn, height = draw_card(
            row.card, left, y, grid.card - STEP * row.depth, head if number == 0 else 0.0
        )
        if row.parent >= 0:
            hook, level = x + STEP * rows[row.parent].depth + STEP / 2, y + min(height / 2, 14.0)
            shapes.insert(0, Line(((hook, bottoms[row.parent]), (hook, level), (left, level))))
        shapes += drawn
        bottoms.append(y + height)
        y += height + LINK
    return shapes, bottoms[-1]


def _paginate(bands: Sequence[Band], room: float) -> list[list[Shape]]:
    """Stack bands on pages of that height; what room is left on a single page goes between the bands."""
    stacks: list[list[tuple[float, Band]]] = [[]]
    y = 0.0
    for band in bands:
        gap = band.gap if stacks[-1] else 0.0
        if stacks[-1] and y + gap + band.height > room:
            stacks.append([])
            y = gap = 0.0
        stacks[-1].append((y + gap, band))
        y += gap + band.height
    spare = room - y if len(stacks) == 1 else 0.0
    return [_draw(stack, spare) for stack in stacks]


def _draw(stack: Sequence[tuple[float, Band]], spare: float) -> list[Shape]:
    wide_gaps = sum(1 for _, band in stack[1:] if band.gap > LINK)
    more = min(26.0, max(0.0, spare) / (wide_gaps + 1)) if wide_gaps else 0.0
    shapes: list[Shape] = []
    added, bottom = 0.0, 0.0
    for number, (y, band) in enumerate(stack):
        added += more if number and band.gap > LINK else 0.0
        if number:
            shapes += [Line(((x, bottom), (x, y + added))) for x in band.joins]
        shapes += shift(band.shapes, 0, y + added)
        bottom = y + added + band.height
    return shapes

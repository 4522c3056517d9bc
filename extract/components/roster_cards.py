"""Cards several abreast in a table, and lists that go on over its rows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from whosat.extract.components.roster_breaks import goes_on
from whosat.extract.components.roster_columns import begins_with_name, share_named
from whosat.extract.components.roster_grid import Grid, lines_in
from whosat.extract.components.roster_headings import heading_of
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_sections import Cursor, Section
from whosat.extract.document import Cell


def by_cards(grid: Grid, cursor: Cursor, current: Section | None) -> list[Section]:
    """Cards several abreast: a row of names, and a row that says who each of them is, in turn."""
    if current is None or grid.width < 2:
        return []
    here = Section(current.state, current.group, explicit=current.explicit)
    sections, rows, abreast = [here], list(grid.rows), False
    while rows:
        above = rows.pop(0)
        if not above:
            return []
        first = next(iter(above.values()))
        told = heading_of(grid.words(first)) if len(above) == 1 else None
        if told and told.state and told.rest >= len(grid.words(first)):
            here = cursor.enter(told, (first.start, first.end), grid.words(first))
            sections.append(here)
            continue
        below = rows.pop(0) if rows else {}
        if not below or not set(below) <= set(above):
            return []
        if not all(begins_with_name(grid.words(cell)) for cell in above.values()):
            return []
        if any(begins_with_name(grid.words(cell)) for cell in below.values()):
            return []
        abreast = abreast or len(below) > 1
        for column, cell in above.items():
            here.lines += lines_in(grid, cell) + (lines_in(grid, below[column]) if column in below else [])
    return [section for section in sections if section.lines] if abreast else []


def extend(lines: list[RosterLine], more: Sequence[RosterLine], text: str) -> None:
    """Add lines; one that goes on with a list broken at the end of the row above is joined to it."""
    for line in more:
        last = lines[-1] if lines else None
        if last and text[last.end : line.start].isspace() and goes_on(last.text, line.text):
            lines[-1] = last.followed_by(line)
        else:
            lines.append(line)


def side_by_side(grid: Grid) -> list[Grid]:
    """The parts of a table whose first row has two headings with names: "Present | Ann | Apologies | Bo"."""
    first = grid.rows[0] if grid.rows else {}
    heads = [c for c, cell in first.items() if _is_head(grid.words(cell))]
    labels = [
        c
        for c in heads
        if c + 1 in first and c + 1 not in heads and begins_with_name(grid.words(first[c + 1]))
    ]
    if len(labels) < 2 or labels[0] or labels != heads:
        return [grid]
    return [_part(grid, begin, end) for begin, end in zip(labels, [*labels[1:], grid.width], strict=True)]


def _is_head(words: str) -> bool:
    told = heading_of(words)
    return told is not None and told.state is not None and told.rest >= len(words.strip())


def _part(grid: Grid, begin: int, end: int) -> Grid:
    rows = [
        {c - begin: replace(cell, column=c - begin) for c, cell in row.items() if begin <= c < end}
        for row in grid.rows
    ]
    return Grid(grid.text, rows, end - begin, grid.block)


_PAIR: Final = 2  # columns: of people, and of what is said of them


def said_beside(grid: Grid, headed: Collection[int]) -> tuple[int, ...]:
    """The column on whose lines more is said of the people before it: "Present: Ann Bell    Nurse"."""
    if len(headed) != 1 or grid.width != _PAIR:
        return ()
    (column,) = headed
    rows = [row for row in grid.rows if column in row]
    full = [row for row in rows if column + 1 in row and "\n" not in whole_row(grid, row).text]
    told = len(full) > 2 and len(full) * 4 >= len(rows) * 3 and share_named(grid, column + 1, 0) < 0.4
    return (column + 1,) if told else ()


def whole_row(grid: Grid, row: dict[int, Cell]) -> RosterLine:
    """The cells of a row as the one line that they are in the text."""
    start, end = min(cell.start for cell in row.values()), max(cell.end for cell in row.values())
    return RosterLine(grid.text[start:end], start)

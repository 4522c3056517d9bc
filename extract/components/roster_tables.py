"""Tables that hold a roster or a list of members: rows of people, columns of people, rows with a head, marks.

Each gives sections. A column's head is the status of its cells; a row's head is the status of its row.
"""

from __future__ import annotations

from whosat.extract.components.dates import head_date
from whosat.extract.components.roster_cells import attach, begins_with_name, people_in, row_heading
from whosat.extract.components.roster_grid import Column, Grid, column_of, grid_of, lines_in
from whosat.extract.components.roster_headings import heading_of, reads_alone
from whosat.extract.components.roster_lines import RosterLine, decode
from whosat.extract.components.roster_matrix import is_marks
from whosat.extract.components.roster_pieces import (
    name_score,
    pieces_of,
)
from whosat.extract.components.roster_rows import RowReader
from whosat.extract.components.roster_seats import read_seats
from whosat.extract.components.roster_sections import Cursor, Section
from whosat.extract.document import Block, Cell, Document

Result = tuple[list[Section], bool]


def read_table(
    document: Document,
    block: Block,
    current: Section | None,
    cursor: Cursor,
    heading: tuple[str, int, int] | None,
    columns: dict[int, Section],
) -> Result:
    """The sections a table holds, and whether it ends the roster it stands in.

    `columns` keeps what lists side by side stand under, for a table that goes on with them.
    """
    grid = grid_of(document.text, block)
    head = _header_row(grid)
    kinds = [column_of(grid.at(head, c)) for c in range(grid.width)] if head is not None else []
    if _is_foreign(grid, kinds):
        return [], True
    if seats := read_seats(grid, head, heading):
        return seats, True
    if sections := _by_row_heads(grid, cursor, head):
        return sections, False
    if sections := _by_columns(grid, cursor, current, kinds, columns):
        return sections, False
    people = RowReader(document, grid, head, kinds, current, cursor, heading)
    return people.sections(), not people.found


def _header_row(grid: Grid) -> int | None:
    """The row whose cells are heads of columns."""
    for number, row in enumerate(grid.rows[:4]):
        texts = [grid.words(cell) for cell in row.values()]
        if any(len(text) > 60 or text.count("\n") > 2 for text in texts):
            continue
        told = [column_of(text) for text in texts]
        known = sum(
            kind is not Column.OTHER or bool(head_date(text)) for kind, text in zip(told, texts, strict=True)
        )
        if (
            len(texts) > 1
            and known * 2 >= len(texts)
            and not any(name_score(pieces_of(text, 0)[0].text) >= 0.8 for text in texts if pieces_of(text, 0))
        ):
            return number
        if len(texts) == 1 and column_of(texts[0]) is Column.NAME and grid.width == 1:
            return number
    return None


def _is_foreign(grid: Grid, kinds: list[Column]) -> bool:
    """Whether the heads of columns speak of actions, agenda items, money."""
    first = [column_of(grid.words(cell)) for row in grid.rows[:2] for cell in row.values()]
    return Column.FOREIGN in (kinds or first) and not {Column.NAME, Column.PRESENT, Column.APOLOGIES} & set(
        kinds or first
    )


# ---------------------------------------------------------------- rows with a head


def _by_row_heads(grid: Grid, cursor: Cursor, head: int | None) -> list[Section]:
    """Rows such as "Present: | Ann Bell, Bob Cole", the head in the first cell and the people beside it."""
    heads = [row for row in range(len(grid.rows)) if row_heading(grid, row) and len(grid.rows[row]) > 1]
    beside = [
        row
        for row in heads
        if not any(heading_of(grid.words(cell)) for column, cell in grid.rows[row].items() if column)
    ]
    if not beside or (head is not None and column_of(grid.at(head, 0)) is Column.NAME):
        return []
    if not any(_holds_names(grid, row) for row in beside):
        return []
    sections: list[Section] = []
    for number, row in enumerate(grid.rows):
        told = row_heading(grid, number)
        cell = row.get(0)
        if told and cell:
            sections.append(cursor.enter(told, (cell.start, cell.end), grid.words(cell)))
        elif cell and cell.row == number and not told and name_score(grid.words(cell).split("\n")[0]) < 0.6:
            if sections and len(row) > 1:
                sections.append(Section(None, None))
            continue
        if (sections and sections[-1].state is not None) or (sections and sections[-1].group is not None):
            _take_row(grid, row, sections[-1], bool(told))
            cursor.filled = cursor.filled or bool(sections[-1].lines or sections[-1].people)
    return [section for section in sections if section.lines or section.people]


def _holds_names(grid: Grid, row: int) -> bool:
    return any(decode(lines_in(grid, cell)).people for column, cell in grid.rows[row].items() if column)


def _take_row(grid: Grid, row: dict[int, Cell], section: Section, headed: bool) -> None:
    """The cells beside a row's head: one cell is a list, several are a name and what is said of it."""
    cells = [cell for column, cell in sorted(row.items()) if not (headed and column == 0)]
    names = [cell for cell in cells if decode(lines_in(grid, cell)).people]
    if not names:
        return
    if len(names) == len(cells):
        for cell in cells:
            section.lines += lines_in(grid, cell)
        return
    people = people_in(grid, names[0])
    section.people += people
    attach(grid, people, [cell for cell in cells if cell is not names[0]])


# ---------------------------------------------------------------- columns with a head


def _goes_on(grid: Grid, columns: dict[int, Section]) -> bool:
    """Whether a table without heads goes on with the lists of the table above it."""
    return (
        grid.width > 1
        and set(range(grid.width)) <= set(columns)
        and _mostly_names(grid, set(range(grid.width)))
    )


def _by_columns(
    grid: Grid, cursor: Cursor, current: Section | None, kinds: list[Column], columns: dict[int, Section]
) -> list[Section]:
    """Lists side by side: each column read from top to bottom, headings among its cells."""
    headed = {
        cell.column
        for row in grid.rows
        for cell in row.values()
        if (told := heading_of(grid.words(cell).split("\n")[0])) and (told.state or told.group)
    }
    going = _goes_on(grid, columns)
    if not (headed or going) or {Column.ORGANISATION, Column.JOB, Column.SECTOR, Column.INITIALS} & set(
        kinds
    ):
        return []
    if any(is_marks(list(grid.column(c, 1)), {}) for c in range(1, grid.width)):
        return []
    if Column.NAME in kinds and len(headed) < 2:
        return []
    if not going and not _mostly_names(grid, headed):
        return []
    sections: list[Section] = []
    for column in range(grid.width):
        above = columns.get(column) if going else current if current and not headed & {column} else None
        here = Section(above.state, above.group, explicit=above.explicit) if above else None
        own = (
            Cursor(above.state, above.group, filled=True)
            if going and above
            else Cursor(cursor.state, cursor.group)
        )
        lines = [line for row in grid.rows if column in row for line in lines_in(grid, row[column])]
        for at, line in enumerate(lines):
            told = heading_of(line.text)
            if told is None and at + 1 < len(lines) and begins_with_name(lines[at + 1].text):
                told = reads_alone(line.text)
            if told:
                here = own.enter(told, (line.start, line.start + told.end), line.text[: told.end])
                sections.append(here)
                if line.text[told.rest :].strip():
                    here.lines.append(RosterLine(line.text[told.rest :], line.start + told.rest, column))
            elif here is not None:
                if here not in sections:
                    sections.append(here)
                here.lines.append(line)
                own.filled = True
        if here is not None:
            columns[column] = here
    return [section for section in sections if section.lines]


def _mostly_names(grid: Grid, headed: set[int]) -> bool:
    """Whether what stands in the columns is people."""
    texts = [
        line.text
        for row in grid.rows
        for cell in row.values()
        if cell.column in headed
        for line in lines_in(grid, cell)
    ]
    texts = [text for text in texts if not heading_of(text)]
    return bool(texts) and sum(bool(decode([RosterLine(text, 0)]).people) for text in texts[:60]) * 2 > min(
        len(texts), 60
    )

"""Tables that hold a roster or a list of members: rows of people, columns of people, rows with a head, marks.

Each gives sections. A column's head is the status of its cells; a row's head is the status of its row.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from whosat.extract.components.roster_breaks import goes_on
from whosat.extract.components.roster_cards import by_cards, extend, said_beside, side_by_side, whole_row
from whosat.extract.components.roster_cells import attach, people_in
from whosat.extract.components.roster_columns import (
    STATES,
    begins_with_name,
    header_row,
    join_heads,
    plan_of,
    share_named,
    transposed,
)
from whosat.extract.components.roster_foreign import is_foreign
from whosat.extract.components.roster_grid import Column, Grid, column_of, grid_of, lines_in
from whosat.extract.components.roster_headings import Group, Heading, State, heading_of, reads_alone
from whosat.extract.components.roster_lines import decode
from whosat.extract.components.roster_matrix import is_marks, is_status
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_posts import is_post
from whosat.extract.components.roster_row_heads import labels_are_bodies
from whosat.extract.components.roster_rows import PeopleTable
from whosat.extract.components.roster_scores import body_score, name_score, other_role
from whosat.extract.components.roster_seats import read_seats
from whosat.extract.components.roster_sections import Cursor, Section
from whosat.extract.components.roster_unheaded import heads_other_list
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
    grid = transposed(grid_of(document.text, block))
    if (cut := _first_headed(grid)) and not columns:
        upper, _ = read_table(document, _rows(block, 0, cut), current, cursor, heading, columns)
        cursor.filled = cursor.filled or bool(upper)
        lower, closed = read_table(
            document, _rows(block, cut), upper[-1] if upper else current, cursor, heading, columns
        )
        return [*upper, *lower], closed
    head = header_row(grid)
    join_heads(grid, head)
    kinds = [column_of(grid.at(head, c)) for c in range(grid.width)] if head is not None else []
    if is_foreign(grid, kinds):
        return [], True
    if seats := read_seats(grid, head, heading):
        return seats, True
    sections = [
        section
        for part in side_by_side(grid)
        for section in _by_row_heads(document, part, cursor, head, current)
    ]
    if sections:
        return sections, False
    if head is None and (sections := by_cards(grid, cursor, current)):
        return sections, False
    if sections := _by_columns(grid, cursor, current, kinds, columns):
        return sections, False
    people = PeopleTable(document, grid, head, current, cursor, heading)
    return people.sections(), not people.found


def _first_headed(grid: Grid) -> int:
    """The row from which each has a heading before its names ("Apologies: | Ann Bell"), below rows that begin
    with names; 0 where there is none."""
    rows = len(grid.rows)
    headed = [
        n for n in range(1, rows) if len(grid.rows[n]) > 1 and _row_heading(grid, n) and _holds_names(grid, n)
    ]
    if not headed or headed[0] < 2:
        return 0
    above = [grid.words(row[0]).split("\n")[0] for row in grid.rows[: headed[0]] if 0 in row and len(row) > 1]
    named = sum(name_score(words) >= 0.75 for words in above)
    return headed[0] if named > 1 and named * 10 >= len(above) * 7 else 0


def _rows(block: Block, start: int, end: int | None = None) -> Block:
    """A part of a table's rows as a table."""
    kept = [cell for cell in block.cells if cell.row >= start and (end is None or cell.row < end)]
    return replace(block, cells=tuple(replace(cell, row=cell.row - start) for cell in kept))


# ---------------------------------------------------------------- rows with a head


def _row_heading(grid: Grid, row: int) -> Heading | None:
    cell = grid.rows[row].get(0)
    found = heading_of(grid.words(cell).replace("\n", " ")) if cell else None
    return found if found and cell and found.rest >= cell.end - cell.start - 1 else None


def _by_row_heads(
    document: Document, grid: Grid, cursor: Cursor, head: int | None, current: Section | None
) -> list[Section]:
    """Rows such as "Present: | Ann Bell, Bob Cole", the head in the first cell and the people beside it."""
    if head is not None and column_of(grid.at(head, 0)) not in (Column.OTHER, *STATES):
        return []
    if head is not None and _are_marks_before(grid, head):
        return []
    beside = [
        row
        for row in range(len(grid.rows))
        if len(grid.rows[row]) > 1
        and _row_heading(grid, row)
        and not any(heading_of(grid.words(cell)) for column, cell in grid.rows[row].items() if column)
    ]
    if not any(_holds_names(grid, row) for row in beside[:40]):
        return []
    sections: list[Section] = []
    rows: list[tuple[int, Section]] = []
    listed = current is not None and current.state is State.PRESENT and not current.role
    here: Section | None = current if listed else None
    base = here  # what holds for rows whose label is no heading
    bodies = labels_are_bodies(grid)
    filled = False  # whether people stand beside the last heading
    for number, row in enumerate(grid.rows):
        cell = row.get(0)
        if cell and cell.row == number:
            if told := _row_heading(grid, number) or reads_alone(grid.words(cell).replace("\n", " ")):
                here = base = cursor.enter(told, (cell.start, cell.end), grid.words(cell))
                sections.append(here)
                filled = len(row) > 1
                cursor.filled = cursor.filled or filled
            elif is_status(grid.words(cell), {}) and not grid.words(cell)[:1].isdigit():
                return []  # "Deputy for …" heads no list: each row has a status of its own
            elif base is not None and len(row) > 1 and _is_label(grid, number, base, filled):
                here = _labelled(grid, cell, base, bodies)
                sections.append(here)
            elif name_score(grid.words(cell).split("\n")[0]) < 0.6 or len(row) > 1:
                here = None
        elif cell is None and here is not None and here.role == "chair" and here is base and rows:
            here = base = _members_below(here)
            sections.append(here)
        if here is not None and (here.state is not None or here.group is not None):
            rows.append((number, here))
    under = {number for number, _ in rows}
    left = [
        number for number, row in enumerate(grid.rows[:200]) if number not in under and _has_name(grid, row)
    ]
    if len(left) > len(under):
        return []  # a label or two at the head of a table that is built otherwise
    _take_rows(document, grid, rows)
    cursor.filled = cursor.filled or any(section.lines for section in sections)
    return [section for section in sections if section.lines or section.people]


def _members_below(chair: Section) -> Section:
    """The rows below the chair's that have no label of their own: members, as only one takes the chair."""
    return Section(State.PRESENT, None, heading=chair.heading, explicit=chair.explicit, table=chair.table)


def _are_marks_before(grid: Grid, head: int) -> bool:
    """Whether the heads begin with the names' in the second column, and rows with nothing before the name
    stand between others: what stands there ("Apols", "Ch.") is said of its row alone."""
    if grid.at(head, 0).strip() or column_of(grid.at(head, 1)) is not Column.NAME:
        return False
    bare = sum(
        not (0 in row and grid.words(row[0]).strip()) and 1 in row and begins_with_name(grid.words(row[1]))
        for row in grid.rows
    )
    return bare > 1


def _has_name(grid: Grid, row: dict[int, Cell]) -> bool:
    return any(
        begins_with_name(line) for cell in row.values() for line in grid.words(cell).strip().split("\n")[:3]
    )


def _is_label(grid: Grid, row: int, here: Section, filled: bool) -> bool:
    """Whether a row's first cell names a group of those who came ("Police"), and the row's names follow
    it: not below the heading of those away, unless its own row is `filled` with them."""
    words = " ".join(grid.words(grid.rows[row][0]).split())
    if (here.state in _AWAY and not filled) or not words or len(words.split()) > 5:
        return False
    if _NO_LABEL.match(words) or name_score(words) >= 0.75 or not words[0].isupper():
        return False
    beside = [decode(lines_in(grid, cell)).people for column, cell in grid.rows[row].items() if column]
    return bool(beside and beside[0]) and beside[0][0].score >= 0.75


_AWAY: Final = (State.APOLOGIES, State.ABSENT)
_NO_LABEL: Final = re.compile(
    r"(?:date|time|venue|place|location|next|action|item|agenda|distribution|circulat\w+|cc|copies|"
    r"for information|"
    r"minutes|election|elected|\d|[A-Z]{1,4}\d*/)",
    re.IGNORECASE,
)


def _labelled(grid: Grid, cell: Cell, above: Section, bodies: bool) -> Section:
    words = " ".join(grid.words(cell).split()).strip(" :")
    told = bodies or body_score(words) >= 0.7 or words.lower() == "police"
    organisation = words if told and not is_post(words) and not other_role(words) else None
    state = State.IN_ATTENDANCE if above.state in _AWAY else above.state or State.PRESENT
    return Section(
        state,
        None if above.role else above.group,
        None,
        organisation,
        (cell.start, cell.end),
        words,
        explicit=above.explicit,
        table=True,
    )


def _holds_names(grid: Grid, row: int) -> bool:
    return any(decode(lines_in(grid, cell)).people for column, cell in grid.rows[row].items() if column)


def _take_rows(document: Document, grid: Grid, rows: list[tuple[int, Section]]) -> None:
    """The cells beside the rows' heads: one column is a list, several are a name and what is said of it."""
    beside = [
        ({c: cell for c, cell in grid.rows[n].items() if c and cell.row == n}, section) for n, section in rows
    ]
    part = Grid(grid.text, [row for row, _ in beside], grid.width, grid.block)
    plan = plan_of(document, part, None)
    more = {c for row in part.rows for c in row} - set(plan.names)
    for row, section in beside:
        people = [cell for c, cell in sorted(row.items()) if c in plan.names or not plan.names]
        if not more or not plan.names:
            for cell in people:
                extend(section.lines, lines_in(grid, cell), grid.text)
            continue
        for cell in people:
            found = people_in(grid, cell)
            section.people += found
            said = [other for c, other in sorted(row.items()) if c in more and c not in plan.statuses]
            attach(grid, found, said, dict(enumerate(plan.kinds)))


# ---------------------------------------------------------------- columns with a head


def _goes_on(grid: Grid, columns: dict[int, Section]) -> bool:
    """Whether a table without heads goes on with the lists of the table above it."""
    return (
        grid.width > 1
        and set(range(grid.width)) <= set(columns)
        and _mostly_names(grid, set(range(grid.width)))
    )


_OF_ROWS: Final = frozenset({Column.ORGANISATION, Column.JOB, Column.SECTOR, Column.INITIALS})


def _is_headed(words: str) -> bool:
    """Whether a cell begins with a heading: alone on its line, or with people behind it and no mere post."""
    line = words.split("\n")[0]
    told = heading_of(line)
    if told is None or not (told.state or told.group):
        return False
    rest = line[told.rest :].strip()
    return not rest or told.state is not None or bool(decode([RosterLine(rest, 0)]).people)


def _by_columns(
    grid: Grid, cursor: Cursor, current: Section | None, kinds: list[Column], columns: dict[int, Section]
) -> list[Section]:
    """Lists side by side: each column read from top to bottom, headings among its cells."""
    headed = {cell.column for row in grid.rows for cell in row.values() if _is_headed(grid.words(cell))}
    going = _goes_on(grid, columns)
    if not (headed or going) or _are_rows(grid, kinds, headed, going):
        return []
    sections: list[Section] = []
    beside = said_beside(grid, headed)
    for column in range(grid.width):
        above = columns[column] if going else None if column in headed else current
        own = Cursor(cursor.state, cursor.group)
        if going and above:
            own = Cursor(above.state, above.group, filled=True)
        if column in beside:
            continue
        lines = [line for row in grid.rows if column in row for line in lines_in(grid, row[column])]
        if column + 1 in beside:
            lines = [whole_row(grid, row) for row in grid.rows if column in row]
        here = _down(lines, above, own, sections, headed=bool(headed))
        if here is not None:
            columns[column] = here
    return [section for section in sections if section.lines]


def _are_rows(grid: Grid, kinds: list[Column], headed: set[int], going: bool) -> bool:
    """Whether what stands side by side is said of one person, and is no list beside another."""
    if _OF_ROWS & set(kinds) or (Column.NAME in kinds and len(headed) < 2):
        return True
    if any(is_marks(list(grid.column(c, 1)), {}) for c in range(1, grid.width)):
        return True
    if (
        Column.DEPUTY in kinds
        and Column.PRESENT not in kinds
        and {Column.APOLOGIES, Column.ABSENT} & set(kinds)
    ):
        return True  # each row says who was away and who came instead
    if going:
        return False
    if headed == {0} and grid.width == _PAIR and _are_bodies(grid, 1):
        return True  # "Present: Ann Bell | Mind"
    if _heads_stand_alone(grid):
        return True  # rows that head the rows below, as PeopleTable reads them
    return not _mostly_names(grid, headed) or _has_records(grid, headed)


_PAIR: Final = 2  # columns of names and of bodies


def _are_bodies(grid: Grid, column: int) -> bool:
    """Whether a column says whom those beside it are from: many bodies, hardly a name."""
    cells = [text.strip() for text in grid.column(column, 0) if text.strip()]
    bodies = sum(body_score(text) >= 0.7 and name_score(text) < 0.5 for text in cells)
    return bodies > 1 and bodies * 5 >= len(cells) * 2 and share_named(grid, column, 0) < 0.2


def _down(
    lines: list[RosterLine], above: Section | None, own: Cursor, sections: list[Section], *, headed: bool
) -> Section | None:
    """Read a column into sections; the one it ends in. `above` is what its first lines go on with."""
    here = Section(above.state, above.group, explicit=above.explicit, other=above.other) if above else None
    for at, line in enumerate(lines):
        if told := _heading_at(lines, at):
            here = own.enter(told, (line.start, line.start + told.end), line.text[: told.end])
            sections.append(here)
            if line.text[told.rest :].strip():
                here.lines.append(replace(line, text=line.text[told.rest :], start=line.start + told.rest))
                own.filled = True
        elif not at and (headed or here) and _heads_group(lines):
            here = _unknown_group(line, here.state if here else own.state)
            sections.append(here)
        elif here is not None:
            if here not in sections:
                sections.append(here)
            last = here.lines[-1] if here.lines else None
            if last and line.start > last.end and (line.text[:1] == "(" or goes_on(last.text, line.text)):
                here.lines[-1] = last.followed_by(line)
            else:
                here.lines.append(line)
            own.filled = True
    return here


def _heading_at(lines: list[RosterLine], at: int) -> Heading | None:
    """The heading a column's line is, and no post on the line below a name."""
    text = lines[at].text
    told = heading_of(text)
    if told is None and at + 1 < len(lines) and begins_with_name(lines[at + 1].text):
        told = reads_alone(text)
    if told and told.rest >= len(text.rstrip()) and _is_post_above(lines, at, told):
        return None
    return told


def _is_post_above(lines: list[RosterLine], at: int, told: Heading) -> bool:
    """Whether an office on a line of its own is that of the name above, as most names have such a line."""
    if told.role is None and told.group is not Group.MINUTES:
        return False
    named = [begins_with_name(line.text) for line in lines]
    turns = sum(one and not after for one, after in pairwise(named))
    return at > 0 and named[at - 1] and turns > 1 and turns * 2 >= sum(named)


def _heads_group(lines: list[RosterLine]) -> bool:
    """Whether a column of names begins with a few words that are none: a group's name."""
    words = lines[0].text.strip()
    return (
        len(words.split()) < 5
        and words[:1].isupper()
        and not begins_with_name(words)
        and len(lines) > 1
        and begins_with_name(lines[1].text)
        and any(begins_with_name(line.text) for line in lines[2:4] or lines[1:])
        and not heads_other_list(words)
    )


def _unknown_group(line: RosterLine, state: State | None) -> Section:
    """Those under a group's name, beside columns with known heads, came unless the cursor says otherwise."""
    words = line.text.strip(" :")
    organisation = words if body_score(words) >= 0.7 else None
    return Section(state or State.PRESENT, None, None, organisation, (line.start, line.end), words)


def _has_records(grid: Grid, headed: set[int]) -> bool:
    """Whether a column without a head says more of the people in the headed one before it: "Present | |
    Apologies |"."""
    heads = [grid.at(0, column).strip() for column in range(grid.width)]
    beside = [c for c in range(1, grid.width) if not heads[c] and c - 1 in headed and heads[c - 1]]
    rows = grid.rows[1:]
    return (
        bool(beside)
        and len(headed) > 1
        and all(share_named(grid, c, 1) < 0.4 for c in beside)
        and all(2 * sum(c in row for row in rows) >= sum(c - 1 in row for row in rows) for c in beside)
    )


def _heads_stand_alone(grid: Grid) -> bool:
    """Whether every heading is the only cell of its row, and the rows below have more."""
    heads = [
        row
        for row in grid.rows
        if any(_is_headed(grid.words(cell)) and not _is_post_beside(grid, row, cell) for cell in row.values())
    ]
    wide = sum(len(row) > 1 for row in grid.rows)
    return bool(heads) and all(len(row) == 1 for row in heads) and wide * 2 > len(grid.rows) - len(heads)


def _is_post_beside(grid: Grid, row: dict[int, Cell], cell: Cell) -> bool:
    """Whether what could be a heading ("Scientific Secretary") is the post of the one named before it."""
    told = heading_of(grid.words(cell).split("\n")[0])
    named = cell.column > 0 and 0 in row and begins_with_name(grid.words(row[0]))
    return named and told is not None and told.state is None


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

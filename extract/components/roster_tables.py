"""Tables that hold a roster or a list of members: rows of people, columns of people, rows with a head, marks.

Each gives sections. A column's head is the status of its cells; a row's head is the status of its row.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from whosat.extract.bodies import kind_of_body
from whosat.extract.components.dates import date_in
from whosat.extract.components.roster_attributes import read_attribute
from whosat.extract.components.roster_grid import Column, Grid, column_of, flat, grid_of, lines_in
from whosat.extract.components.roster_headings import Group, Heading, State, heading_of, reads_alone
from whosat.extract.components.roster_lines import Person, RosterLine, decode
from whosat.extract.components.roster_matrix import is_marks, legend_in, state_of
from whosat.extract.components.roster_pieces import (
    Gap,
    Piece,
    body_score,
    is_non_person,
    name_score,
    pieces_of,
    split_run,
)
from whosat.extract.components.roster_seats import read_seats
from whosat.extract.components.roster_sections import Cursor, Section
from whosat.extract.document import Block, Cell, Document
from whosat.extract.names import name_at

Result = tuple[list[Section], bool]
_STATES: Final = {
    Column.PRESENT: State.PRESENT,
    Column.APOLOGIES: State.APOLOGIES,
    Column.ABSENT: State.ABSENT,
    Column.GUEST: State.IN_ATTENDANCE,
}
_NAMED: Final = frozenset({Column.NAME, *_STATES})


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
    people = _People(document, grid, head, kinds, current, cursor, heading)
    return people.sections(), not people.found


def _header_row(grid: Grid) -> int | None:
    """The row whose cells are heads of columns."""
    for number, row in enumerate(grid.rows[:4]):
        texts = [grid.words(cell) for cell in row.values()]
        if any(len(text) > 60 or text.count("\n") > 2 for text in texts):
            continue
        told = [column_of(text) for text in texts]
        known = sum(
            kind is not Column.OTHER or bool(date_in(text)) for kind, text in zip(told, texts, strict=True)
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


def _row_heading(grid: Grid, row: int) -> Heading | None:
    cell = grid.rows[row].get(0)
    found = heading_of(grid.words(cell).replace("\n", " ")) if cell else None
    return found if found and cell and found.rest >= cell.end - cell.start - 1 else None


def _by_row_heads(grid: Grid, cursor: Cursor, head: int | None) -> list[Section]:
    """Rows such as "Present: | Ann Bell, Bob Cole", the head in the first cell and the people beside it."""
    heads = [row for row in range(len(grid.rows)) if _row_heading(grid, row) and len(grid.rows[row]) > 1]
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
        told = _row_heading(grid, number)
        cell = row.get(0)
        if told and cell:
            sections.append(cursor.enter(told, (cell.start, cell.end), grid.words(cell)))
        elif cell and cell.row == number and not told and name_score(grid.words(cell).split("\n")[0]) < 0.6:
            if sections and len(row) > 1:
                sections.append(Section(None, None))
            continue
        if (sections and sections[-1].state is not None) or (sections and sections[-1].group is not None):
            _take_row(grid, row, sections[-1], bool(told))
            cursor.filled = cursor.filled or bool(sections[-1].lines)
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
    people = _people_in(grid, names[0])
    section.people += people
    _attach(grid, people, [cell for cell in cells if cell is not names[0]])


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
            if told is None and at + 1 < len(lines) and _begins_with_name(lines[at + 1].text):
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


# ---------------------------------------------------------------- rows of people


def _people_in(grid: Grid, cell: Cell) -> list[Person]:
    """The people of a cell, whose lines may be one name each, or several run together."""
    found = decode(lines_in(grid, cell)).people
    return found or decode([flat(grid, cell)]).people


def _attach(
    grid: Grid, people: list[Person], cells: list[Cell], kinds: dict[int, Column] | None = None
) -> None:
    """What the cells beside say of the people of one row."""
    for cell in cells:
        kind = (kinds or {}).get(cell.column, Column.OTHER)
        texts = _shares(grid, cell, len(people), kind)
        for person, text in zip(people, texts, strict=True):
            _say(person, text, kind, Column.ORGANISATION in (kinds or {}).values())


def _shares(grid: Grid, cell: Cell, count: int, kind: Column) -> list[RosterLine]:
    """What of a cell belongs to each of `count` people: a line each, a body each, or all of it to all."""
    lines = lines_in(grid, cell)
    whole = [flat(grid, cell)] * count
    if count < 2:
        return whole
    if len(lines) == count and all(body_score(line.text.strip()) >= 0.4 for line in lines):
        return lines
    if len(lines) == 1 and kind in (Column.ORGANISATION, Column.OTHER, Column.SECTOR):
        parts = _bodies_run_together(lines[0])
        if len(parts) == count:
            return parts
    return whole


_BODY_END: Final = re.compile(
    r"\b(?:Council|Trust|Board|Constabulary|Authority|Ltd|Limited|University|Police|"
    r"Partnership|Association|CCG|Service)\s+(?=[A-Z])(?!of\b|for\b)"
)


def _bodies_run_together(line: RosterLine) -> list[RosterLine]:
    """ "Barset Council CDC and FODDC": two bodies in a cell that nothing separates."""
    for cut in _BODY_END.finditer(line.text):
        before, after = line.text[: cut.end()].rstrip(), line.text[cut.end() :]
        if (
            kind_of_body(before)
            and body_score(after) >= 0.6
            and not re.match(r"\(|and\b|of\b", after)
            and kind_of_body(line.text.strip()) is None
        ):
            return [RosterLine(before, line.start), RosterLine(after, line.start + cut.end())]
    return [line]


def _say(person: Person, line: RosterLine, kind: Column, bodied: bool = False) -> None:
    facts = person.facts
    if kind is Column.SECTOR and (facts.organisation or bodied):
        facts.sector = " ".join(line.text.split()) or None
        return
    if kind is Column.DEPUTY:
        read = name_at(line.text.strip())
        if read and name_score(line.text.strip()[: read.end].strip()) >= 0.5:
            at = line.start + len(line.text) - len(line.text.lstrip())
            facts.deputy, facts.deputy_at = read.name, (at, at + len(line.text.strip()[: read.end].rstrip()))
        return
    if kind is Column.TITLE and len(line.text.split()) == 1:
        person.honorific = person.honorific or line.text.strip()
        return
    for piece in pieces_of(line.text, line.start):
        told = Piece(piece.text, piece.start, Gap.OPEN if piece.gap in (Gap.START, Gap.OPEN) else piece.gap)
        read_attribute(told, facts, person.name, body=kind is Column.ORGANISATION)
        if (
            kind in (Column.JOB, Column.ROLE)
            and facts.organisation == piece.text
            and not kind_of_body(piece.text)
            and piece.gap is Gap.START
        ):
            facts.job_title, facts.organisation, facts.organisation_at = (
                facts.job_title or piece.text,
                None,
                None,
            )
    person.end = max(person.end, line.end)


@dataclass(slots=True)
class _People:
    """A table whose rows are people: a column of names, and columns that say more of them."""

    document: Document
    grid: Grid
    head: int | None
    kinds: list[Column]
    current: Section | None
    cursor: Cursor
    heading: tuple[str, int, int] | None
    found: bool = False
    marked: frozenset[int] = frozenset()

    def sections(self) -> list[Section]:
        first = 0 if self.head is None else self.head + 1
        legend = legend_in(self._around())
        marks = self._mark_columns(first, legend)
        names = self._name_columns(first, set(self.marked))
        if not names:
            return []
        base = self._base(marks)
        if base is None:
            return []
        return self._read(first, names, marks, legend, base)

    def _around(self) -> str:
        """The table and the text near it, where a legend may stand."""
        block = self.grid.block
        return self.document.text[max(0, block.start - 600) : block.end + 600]

    def _is_worded(self, column: int, first: int) -> bool:
        """Whether a status column spells its statuses out, so that each cell is read as a heading would
        be."""
        cells = [cell.strip() for cell in self.grid.column(column, first) if cell.strip()]
        return bool(cells) and sum(len(cell) > 4 for cell in cells) * 2 > len(cells)

    def _mark_columns(self, first: int, legend: dict[str, State]) -> dict[int, State | None]:
        """Columns of marks, and the state their head gives."""
        found: dict[int, State | None] = {}
        for column in range(self.grid.width):
            cells = list(self.grid.column(column, first))
            kind = self.kinds[column] if column < len(self.kinds) else Column.OTHER
            if kind is Column.STATUS and self._is_worded(column, first):
                continue
            if column and cells and kind not in (Column.INITIALS, Column.NOTE) and is_marks(cells, legend):
                found[column] = _STATES.get(kind)
        self.marked = frozenset(found)
        return self._for_date(found)

    def _for_date(self, found: dict[int, State | None]) -> dict[int, State | None]:
        """Of columns for several meetings the one of this meeting, or the last."""
        if self.head is None:
            return found
        dated = {c: date_in(self.grid.at(self.head, c)) for c in found}
        dates = [
            c
            for c in found
            if dated[c]
            or re.search(
                r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", self.grid.at(self.head, c), re.I
            )
        ]
        if len(dates) < 2:
            return found
        from whosat.extract.components.meeting_date import likely_date

        held = likely_date(self.document)
        best = [c for c in dates if dated[c] and dated[c] == held] or dates[-1:]
        return {c: state for c, state in found.items() if c == best[0] or c not in dates}

    def _name_columns(self, first: int, marks: set[int]) -> list[int]:
        """The columns that hold people."""
        if Column.FIRST in self.kinds and Column.LAST in self.kinds:
            return [self.kinds.index(Column.FIRST)]
        told = [c for c, kind in enumerate(self.kinds) if kind in _NAMED and c not in marks]
        told = [c for c in told if self._named(c, first) >= 0.3]
        if told:
            return told
        shares = {c: self._named(c, first) for c in range(self.grid.width) if c not in marks}
        best = max(shares, key=lambda c: (shares[c], -c), default=None)
        return [best] if best is not None and shares[best] >= 0.6 else []

    def _named(self, column: int, first: int) -> float:
        texts = [text for text in self.grid.column(column, first) if text.strip() and not heading_of(text)]
        texts = [text for text in texts if not is_non_person(text.strip())][:40]
        return sum(map(_begins_with_name, texts)) / len(texts) if texts else 0.0

    def _base(self, marks: dict[int, State | None]) -> Section | None:
        """What holds for a row that says nothing of its own; None where the table is no roster."""
        headed = (
            Column.NAME in self.kinds
            or Column.PRESENT in self.kinds
            or Column.APOLOGIES in self.kinds
            or Column.FIRST in self.kinds
        )
        status = bool(marks) or bool({Column.STATUS, *_STATES} & set(self.kinds))
        contacts = Column.CONTACT in self.kinds
        if self.current is not None:
            state, group = self.current.state, self.current.group
            if self.current.mixed and headed:
                state, group = State.PRESENT, None
            explicit = self.current.explicit or status
            return Section(
                state,
                group,
                self.current.role,
                self.current.organisation,
                self.current.heading,
                self.current.heading_text,
                explicit=explicit,
                contacts=contacts,
                table=True,
            )
        has_rows = any(_row_heading(self.grid, row) for row in range(len(self.grid.rows)))
        if not headed and not (status and marks) and not has_rows:
            return None
        if (
            headed
            and not status
            and not {
                Column.ORGANISATION,
                Column.JOB,
                Column.SECTOR,
                Column.INITIALS,
                Column.ROLE,
                Column.TITLE,
                Column.CONTACT,
                Column.LAST,
            }
            & set(self.kinds)
        ):
            return None
        extent = (self.heading[1], self.heading[2]) if self.heading else None
        text = self.heading[0] if self.heading else ""
        return Section(
            State.PRESENT if status else None,
            None,
            heading=extent,
            heading_text=text,
            explicit=status,
            contacts=contacts,
            table=True,
        )

    def _read(
        self,
        first: int,
        names: list[int],
        marks: dict[int, State | None],
        legend: dict[str, State],
        base: Section,
    ) -> list[Section]:
        sections: dict[tuple[State | None, Group | None, str | None], Section] = {}
        counts = {c: Counter(cell.strip().lower() for cell in self.grid.column(c, first)) for c in marks}
        own, pending = base, None
        for number in range(len(self.grid.rows)):
            row = self.grid.rows[number]
            if number == self.head or not row:
                continue
            if (told := self._row_head(number)) is not None:
                cell = next(iter(row.values()))
                own = self.cursor.enter(told, (cell.start, cell.end), self.grid.words(cell))
                own.table, own.explicit, pending = True, True, None
                continue
            if number < first:
                continue
            if (
                len(row) == 1
                and (cell := next(iter(row.values())))
                and not _begins_with_name(self.grid.words(cell))
            ):
                pending = flat(self.grid, cell) if body_score(self.grid.words(cell)) >= 0.85 else pending
                continue
            for column in names:
                self._person_cell(number, column, marks, legend, counts, own, sections, pending)
        found = list(sections.values())
        self.found = bool(found)
        return found

    def _row_head(self, number: int) -> Heading | None:
        row = self.grid.rows[number]
        if len(row) != 1:
            return None
        cell = next(iter(row.values()))
        told = heading_of(self.grid.words(cell).replace("\n", " "))
        return told if told and told.rest >= cell.end - cell.start - 1 else None

    def _person_cell(
        self,
        number: int,
        column: int,
        marks: dict[int, State | None],
        legend: dict[str, State],
        counts: dict[int, Counter[str]],
        own: Section,
        sections: dict[tuple[State | None, Group | None, str | None], Section],
        pending: RosterLine | None,
    ) -> None:
        row = self.grid.rows[number]
        cell = row.get(column)
        if cell is None or cell.row != number:
            return
        people = self._names(row, column, cell)
        if not people:
            return
        kind = self.kinds[column] if column < len(self.kinds) else Column.OTHER
        state = _STATES.get(kind, own.state)
        if kind is Column.PRESENT and own.state is State.IN_ATTENDANCE:
            state = own.state
        group = own.group
        marked, state = self._marked(row, marks, legend, counts, state)
        others = [
            other
            for c, other in sorted(row.items())
            if c != column
            and c not in marks
            and c not in self.marked
            and not (
                c < len(self.kinds)
                and self.kinds[c] in (*_STATES, Column.CONTACT, Column.NOTE, Column.FOREIGN, Column.LAST)
            )
            and not self._is_other_names(c, column)
        ]
        status_cells = [
            other
            for other in others
            if other.column < len(self.kinds) and self.kinds[other.column] is Column.STATUS
        ]
        for other in status_cells:
            told = reads_alone(self.grid.words(other).replace("\n", " "))
            if told and (told.state or told.group):
                state, group = told.state or State.PRESENT, told.group or group
                marked = True
            else:
                for person in people:
                    _say(person, flat(self.grid, other), Column.NOTE)
        others = [other for other in others if other not in status_cells]
        order = {Column.ORGANISATION: 0, Column.JOB: 1, Column.SECTOR: 2}
        kinds = dict(enumerate(self.kinds))
        others.sort(key=lambda one: (order.get(kinds.get(one.column, Column.OTHER), 1), one.column))
        _attach(self.grid, people, others, kinds)
        if pending is not None:
            for person in people:
                if not person.facts.organisation:
                    _say(person, pending, Column.ORGANISATION)
        self._contacts(row, people)
        key = (state, group, own.role)
        section = sections.get(key)
        if section is None:
            section = Section(
                state,
                group,
                own.role,
                own.organisation,
                own.heading,
                own.heading_text,
                mixed=own.mixed,
                explicit=own.explicit or marked,
                table=True,
                contacts=own.contacts,
            )
            sections[key] = section
        section.people += people
        self.cursor.filled = True

    def _is_other_names(self, column: int, names: int) -> bool:
        """Whether a column beside is one of people too."""
        return column < len(self.kinds) and self.kinds[column] in _NAMED and column != names

    def _names(self, row: dict[int, Cell], column: int, cell: Cell) -> list[Person]:
        if column < len(self.kinds) and self.kinds[column] is Column.FIRST:
            last = row.get(self.kinds.index(Column.LAST))
            if last is None:
                return []
            return _two_cells(self.grid, cell, last)
        return _people_in(self.grid, cell)

    def _marked(
        self,
        row: dict[int, Cell],
        marks: dict[int, State | None],
        legend: dict[str, State],
        counts: dict[int, Counter[str]],
        state: State | None,
    ) -> tuple[bool, State | None]:
        """The state that the marks of a row give; without any, who was not marked present was absent."""
        if not marks:
            return False, state
        for column, head in marks.items():
            told = state_of(self.grid.words(row.get(column)), head, legend, counts[column])
            if told:
                return True, told
        only_present = all(head in (State.PRESENT, None) for head in marks.values())
        return True, State.ABSENT if only_present or State.APOLOGIES in marks.values() else state

    def _contacts(self, row: dict[int, Cell], people: list[Person]) -> None:
        from whosat.extract.components.roster_contacts import contacts_in

        for column, kind in enumerate(self.kinds):
            cell = row.get(column)
            if kind is Column.CONTACT and cell and len(people) == 1:
                people[0].contacts += contacts_in(self.grid.words(cell), cell.start)


def _two_cells(grid: Grid, first: Cell, last: Cell) -> list[Person]:
    """A person whose given name and surname stand in cells of their own, with what stands in either
    beside."""
    given, family = (
        pieces_of(flat(grid, first).text, first.start),
        pieces_of(flat(grid, last).text, last.start),
    )
    if not given or not family:
        return []
    name = f"{given[0].text} {family[0].text}"
    if name_score(name) < 0.4:
        return []
    person = decode([RosterLine(name, first.start)], names_only=True).people[:1]
    if not person:
        return []
    found = person[0]
    found.name_at = (min(first.start, last.start), max(given[0].end, family[0].end))
    found.end = max(first.end, last.end)
    for piece in [*given[1:], *family[1:]]:
        read_attribute(piece, found.facts, found.name)
    return [found]


def _begins_with_name(text: str) -> bool:
    line = text.strip().split("\n")[0]
    first = pieces_of(line, 0)
    return bool(first) and (
        name_score(first[0].text) >= 0.5
        or len(split_run(first[0].text)) > 1
        or bool(decode([RosterLine(line, 0)]).people)
    )

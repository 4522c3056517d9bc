"""Tables whose rows are people: which column holds the names, and what the others say, marks among them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from whosat.extract.components.dates import head_date
from whosat.extract.components.roster_cells import (
    attach,
    begins_with_name,
    people_in,
    row_heading,
    say,
    two_cells,
)
from whosat.extract.components.roster_grid import Column, Grid, flat
from whosat.extract.components.roster_headings import Group, Heading, State, heading_of, reads_alone
from whosat.extract.components.roster_lines import Person, RosterLine
from whosat.extract.components.roster_matrix import is_marks, legend_in, state_of
from whosat.extract.components.roster_pieces import (
    body_score,
    is_non_person,
)
from whosat.extract.components.roster_sections import Cursor, Section
from whosat.extract.document import Cell, Document

STATES: Final = {
    Column.PRESENT: State.PRESENT,
    Column.APOLOGIES: State.APOLOGIES,
    Column.ABSENT: State.ABSENT,
    Column.GUEST: State.IN_ATTENDANCE,
}
NAMED: Final = frozenset({Column.NAME, *STATES})


@dataclass(slots=True)
class RowReader:
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
                found[column] = STATES.get(kind)
        self.marked = frozenset(found)
        return self._for_date(found)

    def _for_date(self, found: dict[int, State | None]) -> dict[int, State | None]:
        """Of columns for several meetings the one of this meeting, or the last."""
        if self.head is None:
            return found
        dated = {c: head_date(self.grid.at(self.head, c)) for c in found}
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
        told = [c for c, kind in enumerate(self.kinds) if kind in NAMED and c not in marks]
        told = [c for c in told if self._named(c, first) >= 0.3]
        if told:
            return told
        shares = {c: self._named(c, first) for c in range(self.grid.width) if c not in marks}
        best = max(shares, key=lambda c: (shares[c], -c), default=None)
        return [best] if best is not None and shares[best] >= 0.6 else []

    def _named(self, column: int, first: int) -> float:
        texts = [text for text in self.grid.column(column, first) if text.strip() and not heading_of(text)]
        texts = [text for text in texts if not is_non_person(text.strip())][:40]
        return sum(map(begins_with_name, texts)) / len(texts) if texts else 0.0

    def _base(self, marks: dict[int, State | None]) -> Section | None:
        """What holds for a row that says nothing of its own; None where the table is no roster."""
        headed = (
            Column.NAME in self.kinds
            or Column.PRESENT in self.kinds
            or Column.APOLOGIES in self.kinds
            or Column.FIRST in self.kinds
        )
        status = bool(marks) or bool({Column.STATUS, *STATES} & set(self.kinds))
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
        has_rows = any(row_heading(self.grid, row) for row in range(len(self.grid.rows)))
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
                and not begins_with_name(self.grid.words(cell))
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
        state = STATES.get(kind, own.state)
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
                and self.kinds[c] in (*STATES, Column.CONTACT, Column.NOTE, Column.FOREIGN, Column.LAST)
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
                    say(person, flat(self.grid, other), Column.NOTE)
        others = [other for other in others if other not in status_cells]
        order = {Column.ORGANISATION: 0, Column.JOB: 1, Column.SECTOR: 2}
        kinds = dict(enumerate(self.kinds))
        others.sort(key=lambda one: (order.get(kinds.get(one.column, Column.OTHER), 1), one.column))
        attach(self.grid, people, others, kinds)
        if pending is not None:
            for person in people:
                if not person.facts.organisation:
                    say(person, pending, Column.ORGANISATION)
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
        return column < len(self.kinds) and self.kinds[column] in NAMED and column != names

    def _names(self, row: dict[int, Cell], column: int, cell: Cell) -> list[Person]:
        if column < len(self.kinds) and self.kinds[column] is Column.FIRST:
            last = row.get(self.kinds.index(Column.LAST))
            if last is None:
                return []
            return two_cells(self.grid, cell, last)
        return people_in(self.grid, cell)

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

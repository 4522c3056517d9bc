"""A table whose rows are people: a column of names, columns that say more of them, and of their statuses."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from whosat.extract.components.records import UnreadRecord
from whosat.extract.components.roster_cells import (
    attach,
    by_first_name,
    deputies_in,
    deputies_of,
    is_forward,
    people_in,
    people_of,
    say,
    two_cells,
)
from whosat.extract.components.roster_columns import (
    NAMED,
    STATES,
    Plan,
    all_marked,
    begins_with_name,
    is_header_again,
    plan_of,
)
from whosat.extract.components.roster_contacts import contacts_in
from whosat.extract.components.roster_grid import Column, Grid, flat
from whosat.extract.components.roster_headings import Group, Heading, State
from whosat.extract.components.roster_matrix import Told, are_of_some, plain, told_by
from whosat.extract.components.roster_people import Person, RosterLine
from whosat.extract.components.roster_row_heads import CHOSEN, groups_of, heading_at, heading_cell, status_at
from whosat.extract.components.roster_scores import chair_role
from whosat.extract.components.roster_sections import Cursor, Section
from whosat.extract.document import Cell, Document
from whosat.ontology.facts import UnreadKind

Key = tuple[State | None, Group | None, str | None]
_SAYS_MORE: Final = frozenset(
    {
        Column.ORGANISATION,
        Column.JOB,
        Column.SECTOR,
        Column.WARD,
        Column.INITIALS,
        Column.ROLE,
        Column.TITLE,
        Column.CONTACT,
        Column.LAST,
        Column.DEPUTY,
    }
)
_NEVER_SAID: Final = (*STATES, Column.CONTACT, Column.NOTE, Column.FOREIGN, Column.LAST, Column.DEPUTY)
_WHICH: Final = {
    **dict.fromkeys(("member", "full member", "main member", "principal", "representative"), State.PRESENT),
    **dict.fromkeys(("deputy", "substitute", "sub", "alternate"), State.APOLOGIES),
}
"""Which of a member and a named deputy came, in a column of its own."""
_FOR_THEM: Final = re.compile(r"(?:\w+ )?(?:for|in place of|on behalf of|instead of)\b", re.IGNORECASE)
_ORDER: Final = {Column.ORGANISATION: 0, Column.JOB: 1, Column.SECTOR: 2}


_NOMINEES: Final = re.compile(
    r"\s+(?:nominees?|representatives?|reps?|members?|governors?|trustees|officers|appointees?)\W*$",
    re.IGNORECASE,
)


def _body_of_group(line: RosterLine) -> RosterLine | None:
    """The organisation that a row names for the rows below; None where it tells how they were chosen."""
    if CHOSEN.match(line.text.strip()):
        return None
    tail = _NOMINEES.search(line.text)
    return RosterLine(line.text[: tail.start()], line.start, line.column) if tail else line


@dataclass(slots=True)
class PeopleTable:
    """Reads one table; `found` tells afterwards whether it held anybody."""

    document: Document
    grid: Grid
    head: int | None
    current: Section | None
    cursor: Cursor
    heading: tuple[str, int, int] | None
    found: bool = False
    plan: Plan = field(init=False)
    _sections: dict[Key, Section] = field(default_factory=dict)
    _own: Section = field(init=False)
    _headed: Section | None = None  # what the last row that heads others says
    _until: Section | None = None  # what holds again below such a row
    _pending: RosterLine | None = None
    _carried: dict[int, Cell] = field(default_factory=dict)
    _unread: list[UnreadRecord] = field(default_factory=list)
    _read: dict[int, dict[int, list[Person]]] = field(default_factory=dict)

    def sections(self) -> list[Section]:
        """The sections of the table, one a status; none where its rows are no people or it is no roster."""
        self.plan = plan_of(self.document, self.grid, self.head)
        if not self.plan.names:
            return []
        base = self._base()
        if base is None:
            return []
        self._own = base
        groups = groups_of(self.grid, self.plan)
        for number, row in enumerate(self.grid.rows):
            if number == self.head or not row or is_header_again(self.grid, self.plan, number):
                continue
            if number in groups:
                self._group(number, groups[number])
            elif number >= self.plan.first:
                self._row(number, row)
        found = list(self._sections.values())
        if found:
            found[0].unread += self._unread
        self.found = bool(found)
        return found

    # ------------------------------------------------------------ what the table stands under

    def _base(self) -> Section | None:
        """What holds for a row that says nothing of its own; None where the table is no roster."""
        kinds = set(self.plan.kinds)
        headed = bool({Column.NAME, Column.PRESENT, Column.APOLOGIES, Column.FIRST} & kinds)
        status = bool(self.plan.statuses) or bool({Column.STATUS, *STATES} & kinds)
        contacts = Column.CONTACT in kinds
        one = self.current is not None and self.current.group in (Group.MINUTES, Group.CLERK, Group.CHAIR)
        many = one and sum(len(row) > 0 for row in self.grid.rows) > 3  # nobody's minutes are taken by four
        if self.current is not None and not (one and (self.plan.statuses or many)):
            return self._under(self.current, headed, status, contacts)
        rows = range(len(self.grid.rows))
        marked = any(status_at(self.grid, self.plan, row) for row in rows)
        has_rows = marked or any(self._heads_roster(row) for row in rows)
        if not headed and not self.plan.statuses and not has_rows and not one:
            return None
        if Column.STATUS in kinds and not self.plan.statuses:
            return None  # a sheet on which nothing has been entered
        if headed and not status and not one and (self.cursor.started or not _SAYS_MORE & kinds):
            return None
        extent = (self.heading[1], self.heading[2]) if self.heading else None
        text = self.heading[0] if self.heading else ""
        state = State.PRESENT if status or one or marked else None
        return Section(
            state, None, heading=extent, heading_text=text, explicit=status, contacts=contacts, table=True
        )

    def _heads_roster(self, row: int) -> bool:
        """Whether a row heads people who came or stayed away; below the roster "Staff" may head anything."""
        told = heading_at(self.grid, row)
        return told is not None and (told.state is not None or not self.cursor.started)

    def _under(self, current: Section, headed: bool, status: bool, contacts: bool) -> Section:
        state, group = current.state, current.group
        if current.mixed and headed:
            state, group = State.PRESENT, None
        return Section(
            state,
            group,
            current.role,
            current.organisation,
            current.heading,
            current.heading_text,
            explicit=current.explicit or status,
            contacts=contacts,
            table=True,
        )

    # ------------------------------------------------------------ rows that head others

    def _group(self, number: int, told: Heading | None) -> None:
        cell = heading_cell(self.grid, number)
        if told is None:
            self._pending = _body_of_group(flat(self.grid, cell))
            return
        self._own = self._headed = self.cursor.enter(told, (cell.start, cell.end), self.grid.words(cell))
        self._own.table, self._own.explicit, self._pending = True, True, None

    # ------------------------------------------------------------ one row

    def _row(self, number: int, row: dict[int, Cell]) -> None:
        if told := status_at(self.grid, self.plan, number):
            above, self._own = (
                self._own,
                self.cursor.enter(told, (row[0].start, row[0].end), self.grid.words(row[0])),
            )
            self._own.table, self._own.explicit, self._until = True, True, self._until or above
            row = {column: cell for column, cell in row.items() if column}
            self._carried.pop(0, None)
        elif self._until is not None and 0 in row:
            self._own, self._until = self._until, None
        row = self._with_carried(row)
        for column in self.plan.names:
            cell = row.get(column)
            if cell is not None and cell.row == number:
                self._person(column, cell, row)

    def _with_carried(self, row: dict[int, Cell]) -> dict[int, Cell]:
        """The row with the organisation of the rows above where its own cell, left of the names, is empty."""
        full = dict(row)
        for column in range(min(self.plan.names)):
            grouped = column in self.plan.statuses and max(self.plan.counts[column].values(), default=2) == 1
            if self.plan.kind(column) not in (Column.ORGANISATION, Column.SECTOR) and not grouped:
                continue
            if column in row:
                self._carried[column] = row[column]
                if chair_role(self.grid.words(row[column]).strip(" :")):
                    del self._carried[column]  # the chair is one, those below are members
            elif column in self._carried:
                full[column] = self._carried[column]
        return full

    def _person(self, column: int, cell: Cell, row: dict[int, Cell]) -> None:
        people = self._names(row, column, cell)
        if not people:
            return
        block = self._block(column)
        told = self._told(row, block)
        if told is None:
            self._leave_out(cell)
            return
        state, group = self._standing(told, column)
        self._describe(people, row, column, block)
        self._apply(people, told)
        deputies = self._deputies(people, row, block, told)
        if deputies and not (told.state and told.state is not State.PRESENT):
            state = State.APOLOGIES if told.state is None else state
        self._enter(people, state, group, bool(told.state or told.group))
        if deputies:
            self._enter(deputies, State.PRESENT, None, True)

    def _names(self, row: dict[int, Cell], column: int, cell: Cell) -> list[Person]:
        if self.plan.kind(column) is Column.FIRST:
            last = row.get(self.plan.kinds.index(Column.LAST))
            return two_cells(self.grid, cell, last) if last else []
        if column not in self._read:
            self._read[column] = people_of(self.grid, column, self.plan.first)
        read = self._read[column].get(cell.start) or people_in(self.grid, cell)
        return read or by_first_name(self.grid, cell)

    def _block(self, column: int) -> range:
        """The columns that speak of the people of one column of names: records may stand side by side."""
        names = self.plan.names
        if len(names) == 1 or self.plan.kind(column) is Column.FIRST:
            return range(self.grid.width)
        if self.plan.kind(column) in STATES:
            after = min((c for c in names if c > column), default=self.grid.width)
            head = self.plan.head or 0
            own = any(not self.grid.at(head, c).strip() for c in range(column + 1, after))
            # a column without a head says more of the people before it, one with a head of all in the row
            return range(column, after) if own else range(self.grid.width)
        steps = {after - before for before, after in pairwise(names)}
        step = min(steps)
        lead = names[0] if len(steps) == 1 and names[0] < step else 0
        at = names.index(column)
        end = names[at + 1] - lead if at + 1 < len(names) else self.grid.width
        return range(0 if at == 0 else column - lead, end)

    def _standing(self, told: Told, column: int) -> tuple[State | None, Group | None]:
        own = self._own
        state = STATES.get(self.plan.kind(column), own.state)
        if self.plan.kind(column) is Column.PRESENT and (
            own.state is State.IN_ATTENDANCE or own is self._headed
        ):
            state = own.state or state
        if told.group is Group.MINUTES or told.group is Group.CLERK:
            return told.state or (state if state is not None else State.PRESENT), told.group
        return told.state or state, told.group or own.group

    def _told(self, row: dict[int, Cell], block: range) -> Told | None:
        """How the row says its people stood to the meeting; None where it says nothing that is understood."""
        columns = [c for c in self.plan.statuses if c in block] or list(self.plan.statuses)
        if not columns:
            return self._noted(row, block)
        said = [told for c in columns if c in row and (told := self._cell_told(row[c], c)) is not None]
        telling = [one for one in said if one.state or one.group or one.facts.role]
        sure = [one for one in telling if one.state not in (None, State.ABSENT)] or telling
        if sure:
            noted = self._noted(row, block) if sure[0].state is State.ABSENT else sure[0]
            return noted if noted.state is State.APOLOGIES else sure[0]
        cells = [row[c] for c in columns if c in row]
        if len(said) < len(cells):
            return None
        if (
            self._own is self._headed
            and self._own.state is State.IN_ATTENDANCE
            and not any(self.grid.words(cell).strip() for cell in cells)
        ):
            return Told()  # "In attendance" heads rows without marks
        if not cells and all_marked(self.grid, self.plan, columns):
            return Told(State.ABSENT)
        if self._own.state in (None, State.PRESENT) and self._are_said_of_some(columns):
            return Told(State.PRESENT)
        return Told() if self._is_exception(columns) else None

    def _noted(self, row: dict[int, Cell], block: range) -> Told:
        """What a column of notes says of attendance, for those it says anything of."""
        for column in block:
            if self.plan.kind(column) is Column.NOTE and column in row:
                cell = row[column]
                told = told_by(self.grid.words(cell), cell.start) if len(self.grid.words(cell)) > 2 else None
                if told and (told.state or told.group or told.facts.role):
                    return told
        return Told()

    def _cell_told(self, cell: Cell, column: int) -> Told | None:
        head = self.plan.statuses[column]
        if Column.DEPUTY in self.plan.kinds and (which := plain(self.grid.words(cell))) in _WHICH:
            return Told(_WHICH[which])
        return told_by(self.grid.words(cell), cell.start, head, self.plan.legend, self.plan.counts[column])

    def _is_exception(self, columns: list[int]) -> bool:
        """Whether only those who did not simply come have a status, under a heading for the rest."""
        excused = bool(columns) and all(self.plan.kind(c) is Column.APOLOGIES for c in columns)
        if self._own.state is None or (self.current is None and not excused):
            return False
        filled = sum(sum(self.plan.counts[c].values()) for c in columns)
        marks = {mark for c in columns for mark in self.plan.counts[c] if mark}
        says = [told_by(mark, legend=self.plan.legend) for mark in sorted(marks)]
        present = any(told is not None and told.state is State.PRESENT for told in says)
        return (excused or not present) and filled * 2 < len(self.grid.rows) - self.plan.first

    def _are_said_of_some(self, columns: list[int]) -> bool:
        """Whether a column without a head, before the names, tells of some only: guests, apologies."""
        head = self.plan.head
        if head is None or len(columns) != 1 or columns[0] >= min(self.plan.names):
            return False
        rows = len(self.grid.rows) - self.plan.first
        marks = self.plan.counts[columns[0]]
        return not self.grid.at(head, columns[0]).strip() and are_of_some(marks, self.plan.legend, rows)

    def _leave_out(self, cell: Cell) -> None:
        text = self.grid.words(cell).replace("\n", " ")
        reason = "the table does not say in a way that was understood whether this person came"
        self._unread.append(UnreadRecord(UnreadKind.ROSTER_LINE, text, reason, (cell.start, cell.end)))

    # ------------------------------------------------------------ what is said beside

    def _describe(self, people: list[Person], row: dict[int, Cell], column: int, block: range) -> None:
        kinds = {c: self.plan.kind(c) for c in block}
        others = [row[c] for c in block if c in row and self._describes(c, column)]
        others.sort(key=lambda one: (_ORDER.get(kinds.get(one.column, Column.OTHER), 1), one.column))
        attach(self.grid, people, others, kinds)
        if self._pending is not None:
            for person in people:
                if not person.facts.organisation:
                    say(person, self._pending, Column.ORGANISATION)
        for c in block:
            if kinds[c] is Column.CONTACT and c in row and len(people) == 1:
                people[0].contacts += contacts_in(self.grid.words(row[c]), row[c].start)

    def _describes(self, column: int, names: int) -> bool:
        plan = self.plan
        if column == names or column in plan.statuses or column in plan.others or column in plan.names:
            return False
        kind = plan.kind(column)
        return kind not in _NEVER_SAID and kind not in NAMED

    def _apply(self, people: list[Person], told: Told) -> None:
        for person in people:
            facts = person.facts
            came_as_guest = facts.status == "guest" and told.state is State.PRESENT
            if told.state is not None and self.plan.statuses and not came_as_guest:
                facts.status = None  # a column of marks says it; "Voting member" beside it is a capacity
            if told.facts.deputising_for and not facts.deputising_for:
                facts.deputising_for = told.facts.deputising_for
                facts.deputising_at = told.facts.deputising_at
            if told.facts.role and not facts.role:
                facts.role, facts.role_strength = told.facts.role, told.facts.role_strength
            facts.attended_via = facts.attended_via or told.facts.attended_via
            facts.arrived_at = facts.arrived_at or told.facts.arrived_at
            facts.left_at = facts.left_at or told.facts.left_at

    def _deputies(self, people: list[Person], row: dict[int, Cell], block: range, told: Told) -> list[Person]:
        """Those who came for the one person of the row."""
        if len(people) != 1:
            return []
        member, found = people[0], list[Person]()
        for column in block:
            if self.plan.kind(column) is not Column.DEPUTY or column not in row:
                continue
            head = self.grid.at(self.plan.head, column) if self.plan.head is not None else ""
            if is_forward(head):
                say(member, flat(self.grid, row[column]), Column.DEPUTY)
                member.facts.deputising_for, member.facts.deputising_at = (
                    member.facts.deputy or member.facts.deputising_for,
                    member.facts.deputy_at or member.facts.deputising_at,
                )
                member.facts.deputy = member.facts.deputy_at = None
            elif told.state is not State.PRESENT and self._came(column, head):
                found += deputies_of(self.grid, row[column])
        if told.facts.deputy and told.facts.deputy_at:
            start, end = told.facts.deputy_at
            found += deputies_in(self.document.text[start:end], start)
        for one in found:
            one.facts.deputising_for, one.facts.deputising_at = member.name, member.name_at
            if not one.facts.organisation:
                one.facts.organisation = member.facts.organisation
                one.facts.organisation_at = member.facts.organisation_at
        return found

    def _came(self, column: int, head: str) -> bool:
        """Whether the deputies of a column came, and are not merely named for everybody."""
        if "named" in (low := head.lower()) or "nominated" in low:
            return False
        if any(word in low for word in ("attend", "present", "sent", " by")) or self.plan.statuses:
            return True
        if {Column.APOLOGIES, Column.ABSENT} & set(self.plan.kinds) or self._names_the_absent():
            return True
        given = sum(1 for text in self.grid.column(column, self.plan.first) if begins_with_name(text))
        return given * 10 < (len(self.grid.rows) - self.plan.first) * 7

    def _names_the_absent(self) -> bool:
        """Whether the column of names is headed as that of those for whom others came: "for Member"."""
        heads = (
            [self.grid.at(self.plan.head, c) for c in self.plan.names] if self.plan.head is not None else []
        )
        return any(_FOR_THEM.match(head.strip()) for head in heads)

    # ------------------------------------------------------------ where they are entered

    def _enter(self, people: list[Person], state: State | None, group: Group | None, marked: bool) -> None:
        own = self._own
        apart = marked and state is State.IN_ATTENDANCE and group is Group.MEMBER
        key = (state, group := None if apart else group, own.role)
        if key not in self._sections:
            self._sections[key] = Section(
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
        self._sections[key].people += people
        self.cursor.filled = True

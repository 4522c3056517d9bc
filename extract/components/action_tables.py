"""Actions in tables: tables of actions (No, Action, Owner, Deadline, Status), and the column beside the
minutes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import product
from typing import Final

from spacy.tokens import Doc

from whosat.extract.components.action_forms import Stated, begins_with_verb, is_done, read_action, tidy
from whosat.extract.components.action_heads import (
    ACTION,
    DAY_BEHIND,
    DUE,
    OWNER,
    OWNER_AND_DUE,
    STATE,
    STATUS,
    WHAT,
)
from whosat.extract.components.action_owners import Owners
from whosat.extract.components.action_told import Choice, choose, last_said, weight
from whosat.extract.components.action_units import SENTENCE
from whosat.extract.components.records import document_of, text_of
from whosat.extract.document import Block, BlockKind, Cell
from whosat.extract.flow import flow_of

_BESIDE: Final = re.compile(
    r"^\W*(?:actions?(?: by| points?| for| required| owner| lead)?|actionees?|owner|by whom|who|lead|"
    r"action/lead)\W*$",
    re.I,
)
_OUTSTANDING: Final = re.compile(
    r"\b(?:outstanding|agreed|summary of|matters arising|new|key)?\s*actions?\b|\bjob ?list\b|\bto[- ]?do\b|"
    r"\btasks?\b|\bassignments\b",
    re.I,
)
_NUMBER: Final = re.compile(r"^\W*(?:[A-Z]{0,5}[-/ ]?\d{1,4}[a-z]?(?:[./-]\d{1,4})*[a-z]?)\W*$")
_DONE_ALONE: Final = re.compile(
    r"^\W*(?:completed?|done|closed|discharged|green|yes|actioned|c)\b|^\W{0,3}[✅✔☑✓]", re.I
)

_ORDER_LINE: Final = re.compile(
    r"\s*[A-Z@][\w’'./&-]*(?:[ /&,]+(?:and )?[A-Z][\w’'.-]*){0,3} (?:to|will|[–-]) "
)
_LINE: Final = re.compile(r"[^\s][^\n]*")
_SHORT_CELL: Final = 40  # characters of a cell that holds owners and nothing else
_SAID: Final = 6  # words of a cell that says more than a subject
_MINUTE: Final = 12  # words of a cell that may be a minute
_ORDER: Final = 5  # and of one beside a column that is known to hold owners
_FIRM: Final = 2  # weight of a sentence that agrees, asks or offers


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[Cell, ...]
    texts: tuple[str, ...]

    def at(self, column: int | None) -> int | None:
        """The place in `cells` of the cell that stands in a column."""
        if column is None:
            return None
        for place, cell in enumerate(self.cells):
            if cell.column <= column < cell.column + cell.column_span:
                return place
        return None


def _rows(block: Block, text: str) -> list[_Row]:
    by_row: dict[int, list[Cell]] = defaultdict(list)
    for cell in block.cells:
        by_row[cell.row].append(cell)
    return [
        _Row(
            tuple(sorted(cells, key=lambda c: c.column)),
            tuple(text[c.start : c.end].strip() for c in sorted(cells, key=lambda c: c.column)),
        )
        for _, cells in sorted(by_row.items())
    ]


def _column(row: _Row, pattern: re.Pattern[str]) -> int | None:
    for cell, said in zip(row.cells, row.texts, strict=True):
        if len(said) < 60 and pattern.match(said.replace("\n", " ")):
            return cell.column
    return None


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what in a table of actions."""

    owner: int | None
    action: int | None
    due: int | None = None
    status: int | None = None


def _headed(row: _Row, under: bool = False) -> _Columns | None:
    """The columns of a table of actions, from its head row; `under` a heading of actions an item is one."""
    owner = _column(row, OWNER)
    if owner is None:
        owner = _column(row, OWNER_AND_DUE)
    action = _column(row, ACTION)
    if action is None and (under or _column(row, STATUS) is not None):
        action = _column(row, WHAT)
    if owner is None or action is None or owner == action:
        return None
    return _Columns(owner, action, _column(row, DUE), _column(row, STATUS))


_AGENDA: Final = re.compile(
    r"^\W*(?:item|agenda item|time|timing|topic|subject|paper|enclosure)s?(?: no\.?)?\W*$", re.I
)


_HEAD_ROWS: Final = 3
_ROSTER_ROWS: Final = 12  # rows that a roster takes above the head, where the table holds all of the minutes
_ACTION_BY: Final = re.compile(r"^\W*actions?(?: by| for| owner)?\W*$", re.I)


def _beside(rows: list[_Row]) -> tuple[int, int] | None:
    """The column beside minutes that holds actions: (row of its head, column), or None."""
    for place, row in enumerate(rows[:_ROSTER_ROWS]):
        column = _column(row, _BESIDE if place < _HEAD_ROWS else _ACTION_BY)
        if (
            column is not None
            and any(_AGENDA.match(said) for said in row.texts)
            and not any("ction" in t.lower() for t in row.texts)
            and not _are_minutes(rows[place + 1 :], column)
        ):
            continue
        last = max(cell.column for cell in row.cells)
        wide = len(row.cells) > 1 or any(len(below.cells) > 1 for below in rows[place + 1 :])
        if column is not None and column == last and column > 0 and wide:
            return place, column
    return None


def _are_minutes(rows: list[_Row], column: int) -> bool:
    """Whether the rows below "Item" and "Owner" tell what was said, and not what is to be: an owner stands
    beside some of them only."""
    told = [row for row in rows if any(len(said.split()) > _SAID for said in row.texts)]
    owned = [row for row in told if (at := row.at(column)) is not None and row.texts[at]]
    return len(told) > 1 and 0 < len(owned) < len(rows)


class _Tables:
    def __init__(self, doc: Doc, owners: Owners) -> None:
        self.raw = text_of(doc)
        self.text = flow_of(self.raw)
        self.owners = owners
        self.found: list[Stated] = []
        self.used: set[int] = set()
        self.headed = False  # whether a column of actions stood beside minutes before

    def read(self, blocks: tuple[Block, ...]) -> None:
        heading = ""
        for block in blocks:
            if block.cells:
                self._table(block, heading)
            elif block.kind is not BlockKind.FURNITURE and self.text[block.start : block.end].strip():
                heading = self.text[block.start : block.end]

    def _table(self, block: Block, heading: str) -> None:
        rows = _rows(block, self.text)
        under = (
            len(heading) < 80
            and bool(_OUTSTANDING.search(heading))
            and "in attendance" not in heading.lower()
        )
        for place, row in enumerate(rows[:3]):
            if columns := _headed(row, under):
                self._list(block, rows[place + 1 :], columns)
                return
        if under and (columns := self._unheaded(rows)):
            self._list(block, rows, columns)
        elif beside := _beside(rows):
            self.headed = True
            self._column_beside(rows[beside[0] :], beside[1])
        else:
            self._owners_beside(rows)

    def _unheaded(self, rows: list[_Row]) -> _Columns | None:
        """Under a heading of actions, the column whose cells are all owners."""
        width = max(cell.column for row in rows for cell in row.cells)
        for loose, column in product((False, True), range(width, -1, -1)):
            if loose and not column:
                break
            places = [(row, row.at(column)) for row in rows]
            said = [row.texts[place] for row, place in places if place is not None and row.texts[place]]
            if len(said) >= max(1, len(rows) // 2) and all(
                not STATE.match(one) and self.owners.many(one, loose=loose) for one in said
            ):
                return _Columns(column, None)
        return None

    def _owners_beside(self, rows: list[_Row]) -> None:
        """The last column where it has no head: nothing but owners, beside minutes that decide something."""
        column = max(cell.column for row in rows for cell in row.cells)
        ends = [(row, row.at(column)) for row in rows]
        if self.headed:
            ends = [(row, self._ragged(row) if at is None else at) for row, at in ends]
        filled = [(row, at) for row, at in ends if at is not None and at and row.texts[at]]
        for row, at in filled:
            said = row.texts[at]
            owned = self.owners.many(said, row.cells[at].start) if len(said) <= _SHORT_CELL else []
            everyone = (self.headed or len(filled) > _FIRM) and self.owners.are_a_group(tuple(owned))
            if not owned or not (everyone or self.owners.are_people(tuple(owned))):
                return
        for row, at in filled:
            minute, cell = row.cells[at - 1], row.cells[at]
            sure = self.headed or len(filled) > _FIRM
            least = _ORDER if sure else _MINUTE
            if len(row.texts[at - 1].split()) < least or self._lines_of_cell(cell, [minute]):
                continue
            owned = self.owners.many(row.texts[at], cell.start)
            best = choose(self._sentences(minute), owned, self.owners)
            if best and (sure or best.weight > _FIRM):
                self._owner_beside(minute, cell, tuple(owned))

    def _list(self, block: Block, rows: list[_Row], columns: _Columns) -> None:
        self.used.add(block.start)
        for row in rows:
            self._list_row(row, columns)

    def _list_row(self, row: _Row, columns: _Columns) -> None:
        owner_at, due_at, status_at = row.at(columns.owner), row.at(columns.due), row.at(columns.status)
        kept = {owner_at, due_at, status_at}
        if self._parallel(row, columns):
            return
        texts = [
            (place, said)
            for place, said in enumerate(row.texts)
            if place not in kept and said and not _NUMBER.match(said)
        ]
        if not texts:
            return
        action_at = row.at(columns.action)
        said_at = (
            action_at
            if action_at is not None and any(place == action_at for place, _ in texts)
            else max(texts, key=lambda p: len(p[1]))[0]
        )
        owner_said = row.texts[owner_at] if owner_at is not None else ""
        behind = DAY_BEHIND.search(owner_said)
        owner_said = owner_said[: behind.start()] if behind and behind.start() else owner_said
        owned = (
            tuple(self.owners.many(owner_said, row.cells[owner_at].start, loose=True))
            if owner_at is not None and owner_said
            else ()
        )
        said = row.texts[said_at]
        if not owned:
            owned, said = read_action(said, self.owners, row.cells[said_at].start)
        if not owned and columns.action is not None and said_at != action_at:
            return  # a minute that nobody is to act upon
        lines = self._filled(row.cells[said_at])
        if owned and len(lines) > 1 and all(begins_with_verb(line[0]) for line in lines):
            for line in lines:  # one owner's orders, a line each
                where = ((line.start(), line.end()),)
                done = is_done(line[0])
                self.found.append(Stated(where, tidy(line[0]), owned, "table of actions", 0.9, done=done))
            return
        number = next((t.strip(" .") for t in row.texts if t and _NUMBER.match(t)), None)
        status = row.texts[status_at] if status_at is not None else ""
        done = bool(_DONE_ALONE.match(status)) or is_done(status) or is_done(row.texts[said_at])
        nobody = not owned and not begins_with_verb(said)
        if len(tidy(said)) > 3 and not ACTION.match(said) and not nobody:
            first = min(c.start for place, c in enumerate(row.cells) if row.texts[place])
            last = max(c.end for place, c in enumerate(row.cells) if row.texts[place])
            due = row.texts[due_at] if due_at is not None else behind[0] if behind else None
            self.found.append(
                Stated(
                    ((first, last),),
                    tidy(said),
                    owned,
                    "table of actions",
                    0.93 if owned else 0.7,
                    True,
                    number,
                    done,
                    due,
                )
            )

    def _parallel(self, row: _Row, columns: _Columns) -> bool:
        """A row that holds several actions: as many orders, a line each, as there are lines of owners."""
        action_at, owner_at, due_at = row.at(columns.action), row.at(columns.owner), row.at(columns.due)
        if action_at is None or owner_at is None:
            return False
        orders, owned = self._filled(row.cells[action_at]), self._filled(row.cells[owner_at])
        if len(orders) < 2 or len(orders) != len(owned):
            return False
        found = [tuple(self.owners.many(m[0], m.start(), loose=True)) for m in owned]
        if not all(found) or not all(begins_with_verb(m[0]) for m in orders):
            return False
        days = self._filled(row.cells[due_at]) if due_at is not None else []
        for place, (order, owner) in enumerate(zip(orders, owned, strict=True)):
            where = ((order.start(), order.end()), (owner.start(), owner.end()))
            due = days[place][0] if len(days) == len(orders) else None
            done = is_done(order[0])
            self.found.append(
                Stated(where, tidy(order[0]), found[place], "table of actions", 0.9, done=done, due_text=due)
            )
        return True

    def _filled(self, cell: Cell) -> list[re.Match[str]]:
        """The lines of a cell that hold anything, with their places in the text."""
        lines = _LINE.finditer(self.raw, cell.start, cell.end)
        return [m for m in lines if m[0].strip()]

    def _column_beside(self, rows: list[_Row], column: int) -> None:
        for place, row in enumerate(rows):
            at = row.at(column)
            at = self._ragged(row) if at is None and place else at
            if not at or not row.texts[at] or place == 0 or row.cells[at].column > column:
                continue
            if row.cells[at].column < column and row.at(column) is not None:
                continue
            said = row.texts[at]
            beside = [
                c
                for c, t in zip(row.cells, row.texts, strict=True)
                if c.column < row.cells[at].column and t and not _NUMBER.match(t)
            ]
            if self._lines_of_cell(row.cells[at], beside):
                continue
            owned, order = read_action(said.replace("\n", " "), self.owners, row.cells[at].start)
            if not owned:
                owned = tuple(
                    self.owners.many(
                        said, row.cells[at].start, loose=bool(re.match(r"^[A-Z]", said)) and len(said) < 40
                    )
                )
            if owned and order and (begins_with_verb(order) or len(order.split()) > 2):
                self.found.append(
                    Stated(((row.cells[at].start, row.cells[at].end),), order, owned, "action column", 0.9)
                )
            elif not owned and begins_with_verb(order) and len(order.split()) > 2:
                self.found.append(
                    Stated(((row.cells[at].start, row.cells[at].end),), order, (), "action column", 0.75)
                )
            elif owned and beside:
                self._owner_beside(beside[-1], row.cells[at], owned)

    def _ragged(self, row: _Row) -> int | None:
        """The last cell of a row that tabs of another number made, if it holds owners and nothing else."""
        last = len(row.cells) - 1
        said = row.texts[last]
        owned = tuple(self.owners.many(said, row.cells[last].start)) if len(said) <= _SHORT_CELL else ()
        return last if owned and (self.owners.are_people(owned) or self.owners.are_a_group(owned)) else None

    def _lines_of_cell(self, cell: Cell, beside: list[Cell]) -> bool:
        """A cell with a line an action: "JR to write <line> TB/AC to ask"; or a line an owner, each with a
        sentence beside of its own."""
        lines = self._filled(cell)
        read = [read_action(m[0], self.owners, m.start()) for m in lines]
        if len(lines) < 2 or not any(owned for owned, _ in read):
            return False
        if all(
            order and (owned or _ORDER_LINE.match(m[0]))
            for m, (owned, order) in zip(lines, read, strict=True)
        ):
            for m, (owned, order) in zip(lines, read, strict=True):
                where = ((m.start(), m.end()),)
                self.found.append(Stated(where, order, owned, "action column", 0.9))
            return True
        if not beside or any(order or not owned for owned, order in read):
            return False
        minute = beside[-1]
        told = self._sentences(minute)
        chosen = [choose(told, owned, self.owners) for owned, _ in read]
        if len({one.start for one in chosen if one}) < len(lines):
            chosen = self._in_turn(told, read)
        if len({one.start for one in chosen if one}) < len(lines):
            return False
        for m, one, (owned, _) in zip(lines, chosen, read, strict=True):
            if one:
                both = ((one.start, one.end), (m.start(), m.end()))
                self.found.append(
                    Stated(both, tidy(one.text), owned, "owner in the action column", 0.8, False)
                )
        return True

    def _in_turn(
        self, told: list[tuple[int, str]], read: list[tuple[tuple[str, ...], str]]
    ) -> list[Choice | None]:
        """The last sentences that decide something, as many as there are owners, in the same order."""
        deciding = [pair for pair in told if weight(pair[1], pair[0], (), self.owners) > _FIRM]
        if len(deciding) < len(read):
            return []
        return [
            choose([pair], owned, self.owners)
            for pair, (owned, _) in zip(deciding[-len(read) :], read, strict=True)
        ]

    def _sentences(self, cell: Cell) -> list[tuple[int, str]]:
        found = SENTENCE.finditer(self.text, cell.start, cell.end)
        return [(m.start(), m[0].rstrip()) for m in found if m[0].strip()]

    def _owner_beside(self, minute: Cell, cell: Cell, owned: tuple[str, ...]) -> None:
        """An owner alone in the column: the sentence beside it that speaks of what this owner will do."""
        told = self._sentences(minute)
        best = choose(told, owned, self.owners) or last_said(told)
        if best:
            where = ((best.start, best.end), (cell.start, cell.end))
            self.found.append(
                Stated(
                    where,
                    tidy(best.text),
                    owned,
                    "owner in the action column",
                    0.8,
                    False,
                    context=self.text[minute.start : minute.end],
                )
            )


def stated_in_tables(doc: Doc, owners: Owners) -> tuple[list[Stated], frozenset[int]]:
    """Every action that tables state, and the starts of the tables that hold nothing but actions."""
    tables = _Tables(doc, owners)
    tables.read(document_of(doc).blocks)
    return tables.found, frozenset(tables.used)

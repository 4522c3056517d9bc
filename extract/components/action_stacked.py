"""Tables of actions that a conversion set one cell a line: "Action", "Who", "When", then each row's cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from whosat.extract.components.action_forms import Stated, is_done, tidy
from whosat.extract.components.action_heads import ACTION, DUE, OWNER, STATUS, WHAT
from whosat.extract.components.action_owners import Owners
from whosat.extract.components.action_units import Unit

_NUMBER_HEAD: Final = re.compile(
    r"^\W*(?:no|number|ref(?:erence)?|item(?: no)?|#|id|min(?:ute)? ref)\W*$", re.I
)
_NUMBER: Final = re.compile(r"^\W*(?:[A-Z]{0,4}[-/ ]?\d{1,4}(?:[./-]\d{1,4})*[a-z]?)\W*$")
_HEADS: Final = (
    ("number", _NUMBER_HEAD),
    ("owner", OWNER),
    ("due", DUE),
    ("status", STATUS),
    ("action", ACTION),
    ("action", WHAT),
)
_HEAD: Final = 28  # characters of a head
_CELL: Final = 60  # of a cell that holds owners, a day or a state
_LINES: Final = 4  # lines that an action's cell may take
_FEWEST: Final = 3  # letters of an action


def _sort_of(said: str, taken: list[str]) -> str | None:
    if len(said) > _HEAD:
        return None
    return next((sort for sort, head in _HEADS if sort not in taken and head.match(said)), None)


def _heads(units: list[Unit], i: int) -> list[str]:
    """What the lines from `i` on head, where they are the heads of a table of actions."""
    found: list[str] = []
    for unit in units[i : i + len(_HEADS)]:
        sort = _sort_of(unit.text, found) if unit.text else None
        if sort is None:
            break
        found.append(sort)
    if not {"action", "owner"} <= set(found):
        return []
    said = units[i + found.index("action")].text
    return found if ACTION.match(said) or {"due", "status"} & set(found) else []  # an agenda has neither


class Stacked:
    """Reads the rows below such heads."""

    def __init__(self, units: list[Unit], owners: Owners) -> None:
        self.units, self.owners = units, owners

    def read(self, i: int) -> tuple[list[Stated], int]:
        """The actions below the heads that begin at `i`, and where they end; none, and `i`, elsewhere."""
        heads = _heads(self.units, i) if self.units[i].text and _sort_of(self.units[i].text, []) else []
        found: list[Stated] = []
        at = i + len(heads)
        while heads and at < len(self.units):
            row = next(self._rows(heads, at), None)
            if row is None:
                break
            one, at = row
            found.append(one)
        return (found, at) if found else ([], i)

    def _rows(self, heads: list[str], at: int) -> Iterator[tuple[Stated, int]]:
        """The readings of a row: its last cells may be empty, and its action may take several lines."""
        least = max(heads.index("action"), heads.index("owner")) + 1
        for count in range(len(heads), least - 1, -1):
            for extra in range(_LINES):
                if one := self._row(heads[:count], at, extra):
                    yield one, at + count + extra

    def _row(self, heads: list[str], at: int, extra: int) -> Stated | None:
        units = self.units[at : at + len(heads) + extra]
        if len(units) < len(heads) + extra or any(not unit.text for unit in units):
            return None
        cells: dict[str, list[Unit]] = {}
        place = 0
        for head in heads:
            lines = 1 + extra * (head == "action")
            cells[head] = units[place : place + lines]
            place += lines
        said = tidy(" ".join(unit.text for unit in cells["action"]))
        by = cells["owner"][0]
        if any(not _fits(head, cells[head][0].text) for head in heads if head != "action"):
            return None
        if any(_HEADS_ALL.fullmatch(one.text) or _sort_of(one.text, []) for one in units):
            return None  # the table is empty, and these lines head what follows it
        owned = tuple(self.owners.many(by.text, by.start, loose=True))
        if by.text.isupper() and not (self.owners.are_people(owned) or self.owners.are_a_group(owned)):
            return None
        if not owned or len(said) <= _FEWEST or self.owners.many(said, by.start):
            return None
        due = cells["due"][0].text if "due" in cells else None
        status = cells["status"][0].text if "status" in cells else ""
        where = ((units[0].start, units[-1].end),)
        done = is_done(status) or is_done(said)
        return Stated(where, said, owned, "table of actions", 0.85, done=done, due_text=due)


_HEADS_ALL: Final = re.compile(
    r"\W*(?:discussions?|conclusions?|decisions?|topics?|presenters?|resources?|"
    r"time (?:allotted|allocated))\W*",
    re.IGNORECASE,
)
"""Heads of a form for minutes that has a small table of actions below each topic."""


def _fits(head: str, said: str) -> bool:
    return bool(_NUMBER.match(said)) if head == "number" else len(said) <= _CELL

"""Columns that a conversion wrote one below the other: names, then as many bodies, then initials.

A stroke ends each column: "Ann Bell", "Cy Dow / Wenlow Council", "Mind / AB", "CD". Whom each is from is told
by the order alone, so the columns count only where they are of one length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_scores import body_score, name_score

_LETTERS: Final = 5  # characters of initials


@dataclass(slots=True)
class Beside:
    """The columns beside the names of one section, as far as they are read."""

    bodies: list[RosterLine] = field(default_factory=list)
    first: RosterLine | None = None  # the line with the stroke that ended the names
    initials: int = 0  # lines of a column of initials that are still to come

    def takes(self, line: RosterLine, lines: list[RosterLine]) -> bool:
        """Whether a line belongs to such a column; `lines` are those of the section so far."""
        if self.initials:
            self.initials -= 1
            if len(line.text.strip()) <= _LETTERS:
                return True
            self.initials = 0
        parts = line.text.split(" / ")
        if self.bodies:
            return self._goes_on(line, parts, lines)
        names = _names(lines)
        if len(parts) != 2 or not names or name_score(_named(parts[0])) < 0.5 or name_score(parts[1]) >= 0.5:
            return False
        lines.append(RosterLine(parts[0], line.start))
        self.bodies = [RosterLine(parts[1], line.start + len(parts[0]) + 3)]
        self.first = line
        return True

    def _goes_on(self, line: RosterLine, parts: list[str], lines: list[RosterLine]) -> bool:
        if name_score(_named(parts[0])) >= 0.75 and body_score(_named(parts[0])) < 0.7:
            self.ends(lines)
            return False
        self.bodies.append(RosterLine(parts[0], line.start))
        names = _names(lines)
        if len(self.bodies) == len(names):
            told = [
                replace(one, head=(body.text, body.start))
                for one, body in zip(names, self.bodies, strict=True)
            ]
            lines[len(lines) - len(names) :] = told
            self.bodies = []
            self.initials = len(names) - 1 if len(parts) > 1 else 0
        return True

    def ends(self, lines: list[RosterLine]) -> None:
        """Give the lines back where the columns are not of one length."""
        if self.bodies and self.first is not None:
            lines[-1:] = [self.first, *self.bodies[1:]]
        self.bodies, self.first, self.initials = [], None, 0


def _names(lines: list[RosterLine]) -> list[RosterLine]:
    """The last lines that are bare names, of which nothing beside them is known yet."""
    count = 0
    for one in reversed(lines):
        if one.head is not None or name_score(_named(one.text)) < 0.5:
            break
        count += 1
    return lines[len(lines) - count :]


def _named(text: str) -> str:
    """A line without the brackets behind a name."""
    return re.sub(r"^\W*\[[ xX]?\]\s*|\s*\([^)]*\)\s*$", "", text).strip()

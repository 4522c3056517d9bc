"""Columns that a conversion wrote one below the other: names, then as many bodies, then initials.

A stroke ends each column: "Ann Bell", "Cy Dow / Wenlow Council", "Mind / AB", "CD". A column of posts needs
none: "Ann Bell", "Cy Dow", "Warden", "Clerk". Whose each is is told by the order alone, so the columns count
only where they are of one length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_scores import body_score, job_score, name_score
from whosat.extract.components.roster_starts import starts_with_name

_LETTERS: Final = 5  # characters of initials
_MOST: Final = 200  # names in a column


@dataclass(slots=True)
class Beside:
    """The columns beside the names of one section, as far as they are read."""

    bodies: list[RosterLine] = field(default_factory=list)
    first: RosterLine | None = None  # the line with the stroke that ended the names
    initials: int = 0  # lines of a column of initials that are still to come
    posts: bool = False  # whether the column is one of posts

    def takes(self, line: RosterLine, lines: list[RosterLine], following: RosterLine | None = None) -> bool:
        """Whether a line belongs to such a column; `lines` are those of the section so far."""
        if self.posts or (not self.bodies and following and _is_post(line.text) and _is_post(following.text)):
            return self._takes_post(line, lines)
        if self.initials:
            self.initials -= 1
            if len(line.text.strip()) <= _LETTERS:
                return True
            self.initials = 0
        parts = line.text.split(" / ")
        if self.bodies:
            return self._goes_on(line, parts, lines)
        if len(parts) != 2 or name_score(_named(parts[0])) < 0.5 or name_score(parts[1]) >= 0.5:
            return False
        if not _names(lines[-1:]):
            return False
        lines.append(RosterLine(parts[0], line.start))
        self.bodies = [RosterLine(parts[1], line.start + len(parts[0]) + 3)]
        self.first = line
        return True

    def _takes_post(self, line: RosterLine, lines: list[RosterLine]) -> bool:
        names = _names(lines)
        if len(names) < _FEWEST or not _is_post(line.text):
            self.ends(lines)
            return False
        self.posts = True
        self.bodies.append(line)
        self._settle(names, lines)
        return True

    def _settle(self, names: list[RosterLine], lines: list[RosterLine]) -> bool:
        """Give each name what stands beside it once the columns are of one length; whether they are."""
        if len(self.bodies) != len(names):
            return False
        lines[len(lines) - len(names) :] = [
            replace(one, head=(body.text, body.start)) for one, body in zip(names, self.bodies, strict=True)
        ]
        self.bodies, self.posts = [], False
        return True

    def _goes_on(self, line: RosterLine, parts: list[str], lines: list[RosterLine]) -> bool:
        if name_score(_named(parts[0])) >= 0.75 and body_score(_named(parts[0])) < 0.7:
            self.ends(lines)
            return False
        self.bodies.append(RosterLine(parts[0], line.start))
        names = _names(lines)
        if self._settle(names, lines):
            self.initials = len(names) - 1 if len(parts) > 1 else 0
        return True

    def ends(self, lines: list[RosterLine]) -> None:
        """Give the lines back where the columns are not of one length."""
        if self.posts:
            lines += self.bodies
        elif self.bodies and self.first is not None:
            lines[-1:] = [self.first, *self.bodies[1:]]
        self.bodies, self.first, self.initials, self.posts = [], None, 0, False


_FEWEST: Final = 2
_LONGEST: Final = 60


def _is_post(text: str) -> bool:
    """Whether a line is one post and nothing else."""
    return len(text) <= _LONGEST and "," not in text and job_score(text) >= 0.9 and not starts_with_name(text)


def _names(lines: list[RosterLine]) -> list[RosterLine]:
    """The last lines that are bare names, of which nothing beside them is known yet."""
    count = 0
    for one in reversed(lines[-_MOST:]):
        if one.head is not None or name_score(_named(one.text)) < 0.5:
            break
        count += 1
    return lines[len(lines) - count :]


def _named(text: str) -> str:
    """A line without the brackets behind a name."""
    return re.sub(r"^\W*\[[ xX]?\]\s*|\s*\([^)]*\)\s*$", "", text).strip()

"""What a roster is made of while it is read: its logical lines, the people in them, and what a block gave."""

from __future__ import annotations

from dataclasses import dataclass, field

from whosat.extract.components.records import ContactRecord, Extent
from whosat.extract.components.roster_attributes import Attributes


@dataclass(frozen=True, slots=True)
class RosterLine:
    """A logical line: its words with line ends as blanks (offsets hold), where it stands, its cell's column,
    the words that head it with their offset, where these stood before it, and how long the name is that it
    begins with, where that is known."""

    text: str
    start: int
    column: int = 0
    head: tuple[str, int] | None = None
    named: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def part(self, start: int, end: int) -> RosterLine:
        """What stands between two offsets into its words, without the blanks around it."""
        start += len(self.text[start:end]) - len(self.text[start:end].lstrip())
        return RosterLine(self.text[start:end].rstrip(), self.start + start, self.column)

    def followed_by(self, line: RosterLine) -> RosterLine:
        """With a line further down as one: hair spaces stand between, which part nothing."""
        gap = " " + "\u200a" * (line.start - self.end - 1)
        return RosterLine(self.text + gap + line.text, self.start, self.column)


@dataclass(slots=True)
class Person:
    """One person while the roster is read."""

    name: str
    name_at: Extent
    score: float
    honorific: str | None = None
    end: int = 0
    facts: Attributes = field(default_factory=Attributes)
    joined: bool = False  # "and" stands before the name
    turned: bool = False  # the surname stands first
    told: bool = False  # what stands around it tells that it is a name
    contacts: list[ContactRecord] = field(default_factory=list)


@dataclass(slots=True)
class Reading:
    """What a block of lines gave: people in order, and lines that gave nobody, with the reason."""

    people: list[Person] = field(default_factory=list)
    unread: list[tuple[Extent, str]] = field(default_factory=list)

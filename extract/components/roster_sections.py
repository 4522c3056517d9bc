"""Sections: runs of a document that stand under one roster heading, whatever holds them (lines, cells,
columns)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from whosat.extract.components.records import Extent, UnreadRecord
from whosat.extract.components.roster_headings import Group, Heading, State
from whosat.extract.components.roster_people import Person, RosterLine


@dataclass(slots=True)
class Section:
    """What stands under one heading. `people` are read already where a table told which cell is what.

    `stated` tells whether a heading said how they stood to the meeting; `nested` whether the heading
    stands within
    another ("Officers" under "Present").
    """

    state: State | None
    group: Group | None
    role: str | None = None
    organisation: str | None = None
    heading: Extent | None = None
    heading_text: str = ""
    lines: list[RosterLine] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    members: list[Seat] = field(default_factory=list)
    other: bool = False  # a list beside the roster, of people who are none of it ("For information")
    mixed: bool = False
    explicit: bool = False
    table: bool = False
    contacts: bool = False
    unread: list[UnreadRecord] = field(default_factory=list)

    @property
    def extent(self) -> Extent | None:
        """From the heading, or the first line, to the last."""
        found = [self.heading] if self.heading else []
        found += [(line.start, line.end) for line in self.lines]
        found += [(person.name_at[0], person.end) for person in self.people]
        found += [(seat.person.name_at[0], seat.person.end) for seat in self.members]
        found += [record.where for record in self.unread if record.where]
        return (min(start for start, _ in found), max(end for _, end in found)) if found else None


@dataclass(slots=True)
class Seat:
    """A person in a list of members of some body named beside, not by the heading."""

    person: Person
    body: str | None
    body_at: Extent | None
    role: str | None = None


@dataclass(slots=True)
class Cursor:
    """What the headings so far say of the next line."""

    state: State | None = None
    group: Group | None = None
    nested: bool = False
    filled: bool = False  # whether anybody stands under the state's heading yet
    started: bool = False
    came: bool = False  # whether a list of those who came as members has been read
    _office: bool = False  # whether the heading before named one officer only

    def enter(self, heading: Heading, extent: Extent, text: str) -> Section:
        """The section a heading opens."""
        self.came = self.came or self._listed_members()
        self._office = heading.role is not None or heading.group is Group.MINUTES
        if self.came and heading.state is State.PRESENT and _ATTENDING.fullmatch(text):
            heading = replace(heading, state=State.IN_ATTENDANCE, group=None)  # "Members: … Attendees: …"
        if heading.state is not None:
            self.state, self.group, self.nested = heading.state, heading.group, False
            if heading.group in (Group.CHAIR, Group.VICE_CHAIR):
                self.group = None
        elif self.state in (State.APOLOGIES, State.ABSENT) and (
            (self.filled and not self.nested) or _CAME.search(text)
        ):
            self.state, self.group = State.PRESENT, heading.group
        else:
            self.nested = self.nested or not self.filled
            self.group = heading.group
        explicit = heading.state is not None and heading.group not in (Group.CHAIR, Group.VICE_CHAIR)
        self.filled = False if explicit else self.filled
        self.started = True
        return Section(
            self.state,
            heading.group if heading.group is not None else self.group,
            heading.role,
            heading.organisation,
            extent,
            text,
            mixed=heading.mixed,
            explicit=explicit or self.state is not None,
        )

    def _listed_members(self) -> bool:
        came = self.state is State.PRESENT or (self.state is None and self.group is Group.MEMBER)
        return self.filled and came and not self._office and self.group in (None, Group.MEMBER)


_CAME: Final = re.compile(r"\b(?:present|attend\w*)\b", re.IGNORECASE)
"""Of "Also present" below "Absent: none"."""
_ATTENDING: Final = re.compile(
    r"\W*(?:(?:others?|partners?|agencies|guests) )?att?end(?:ing|ees?|ed)\W*", re.IGNORECASE
)

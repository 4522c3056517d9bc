"""One meeting to be written down: who was there in truth, and what of it the layout has told so far.

A layout writes blocks and says with `tell` what they show; the truth of a document is exactly what was told.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field
from typing import Any

from whosat.extract.evaluation.bodies import Body, Region
from whosat.extract.evaluation.people import Person, words

STATUSES = ("present", "apologies", "guest", "minutes", "absent")

CHAIR_MARKS = words(
    """(Chair), (Chair), (Chair), (Chairman), (Chairperson), (Chairwoman), (in the Chair), - Chair, –
    Chair"""
)

HEADINGS: dict[str, tuple[str, ...]] = {
    "present": words(
        """Present, Present, Members present, Attendees, Attendance, Those present, PRESENT, Board
        members present"""
    ),
    "apologies": words(
        """Apologies, Apologies, Apologies for absence, Apologies received, APOLOGIES, Apologies from"""
    ),
    "guest": words(
        """In attendance, In attendance, Also present, Also in attendance, Observers, Guests,
        Officers in attendance"""
    ),
    "minutes": words("Minutes, Minute taker, Note taker, Minutes taken by, Notes, Minutes by"),
    "absent": words("Absent, Did not attend, Not present, Absent without apologies"),
}  # fmt: skip
TYPOS = {
    "Apologies": "Apolgies",
    "Apologies for absence": "Appologies for absence",
    "In attendance": "In attendence",
}

DEPUTY_WORDS = words(
    """(deputising for {n}), (for {n}), (on behalf of {n}), (sub for {n}), (substitute for {n}),
    (deputy for {n}), (attending on behalf of {n}), (representing {n}), - deputising for {n},
    (standing in for {n}), (attending for {n})"""
)
RARE_DEPUTY_WORDS = words(
    """(in place of {n}), (covering for {n}), (alternate for {n}), (substituting for {n}), – subbing
    for {n}, (in {n}'s absence), (as substitute for {n}), (vice {n})"""
)


@dataclass(slots=True)
class Attendee:
    """Somebody's part in the meeting: `status` as a gold file says it."""

    person: Person
    status: str
    organisation: Body | None = None
    job: str = ""
    chair: bool = False
    deputises_for: Person | None = None


@dataclass(slots=True)
class Sheet:
    """The meeting, its people, and what the document has told of it."""

    rng: random.Random
    family: str
    region: Region
    board: Body
    date: dt.date
    place: str
    people: list[Attendee]
    rare: bool = False
    chair_in_text: bool = False
    title: str = ""
    colon: str = ""
    mark: str = "(Chair)"
    short_organisations: bool = False
    told: list[dict[str, Any]] = field(default_factory=list)
    not_attendees: list[str] = field(default_factory=list)
    needs_apologies_in_text: list[Attendee] = field(default_factory=list)

    def of(self, *statuses: str) -> list[Attendee]:
        """All who had one of these statuses, in order."""
        return [one for one in self.people if one.status in statuses]

    def heading(self, status: str) -> str:
        """Words that head a list of people of this status, now and then misspelt."""
        text = self.rng.choice(HEADINGS[status])
        if self.rng.random() < 0.04:
            text = TYPOS.get(text, text)
        return text + self.colon

    def organisation(self, one: Attendee) -> str:
        """The organisation's name as this document writes it."""
        if one.organisation is None:
            return ""
        return (
            one.organisation.short
            if self.short_organisations and one.organisation.short
            else one.organisation.name
        )

    def chair(self, one: Attendee) -> str:
        """The mark of the chair with a blank before it, or nothing."""
        return f" {self.mark}" if one.chair and not self.chair_in_text else ""

    def deputy(self, one: Attendee) -> str:
        """Words that say for whom somebody deputises, with a blank before them, or nothing."""
        if one.deputises_for is None:
            return ""
        pool = RARE_DEPUTY_WORDS if self.rare and self.rng.random() < 0.7 else DEPUTY_WORDS
        return " " + self.rng.choice(pool).format(n=one.deputises_for.full)

    def tell(self, one: Attendee, shown: str = "", organisation: bool = False, **more: Any) -> None:
        """Enter into the truth that the document shows this person.

        `shown` is the name where the document never gives it in full; `organisation`: whether it is shown;
        further keys of the gold form are taken as they are.
        """
        entry: dict[str, Any] = {
            "person": shown or one.person.full,
            "organisation": (self.organisation(one) or None) if organisation else None,
            "status": one.status,
            "chair": one.chair,
            "deputises_for": one.deputises_for.full if one.deputises_for else None,
        }
        if organisation and one.organisation and entry["organisation"] != one.organisation.name:
            entry["also_accept_organisation"] = [one.organisation.name]
        if not entry["organisation"] and " of the " in (more.get("role") or ""):
            # "Dean of the Faculty of Arts": whether that is whom somebody represents, nobody can say
            entry["also_accept_organisation"] = [str(more["role"]).split(" of the ", 1)[1]]
        self.told.append({**entry, **more})

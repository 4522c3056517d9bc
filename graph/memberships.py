"""Memberships that follow from attendance, over all documents.

Being listed present, as sending apologies or as absent is being listed among the members; so is being
deputised for. Guests, minute-takers and deputies are no members, save that whoever chairs a body sits on it.
Each sighting belongs to one seat (person, body, organisation, role), and the seat says how far its sightings
reach, never more.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from whosat.graph.spells import Calendar, Closed, is_closed
from whosat.ontology.facts import Attendance, DocumentFacts, Evidence, Mention, Passage, Resolution, Status

AMONG_MEMBERS: Final = (Status.PRESENT, Status.APOLOGIES, Status.ABSENT)
CHAIRING: Final = ("chair", "vice chair")


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """One attendance that shows somebody in a seat: keys of who, where and for whom, and its passages."""

    person: str
    body: str
    organisation: str | None
    role: str | None
    date: dt.date | None
    document: str
    passages: tuple[Passage, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Seat:
    """What the sightings of one person on one body, for one organisation and in one role, add up to.

    `first` and `last` are the dates of the first and last dated sighting; `count` is the number of meetings;
    `spell` counts the times that somebody held the same seat, from 0.
    """

    person: str
    body: str
    organisation: str | None
    role: str | None
    first: dt.date | None
    last: dt.date | None
    count: int
    confidence: float
    evidence: tuple[tuple[str, Passage], ...]
    spell: int = 0


def infer(
    documents: Iterable[DocumentFacts],
    resolution: Resolution,
    closed: Closed = MappingProxyType({}),
) -> tuple[Seat, ...]:
    """The seats that attendance shows, in order; without an organisation, a sighting joins the only one.

    `closed` are times for which decisions leave no seat; what lies on both sides of one is two terms.
    """
    by_seat: dict[tuple[str, str], list[Sighting]] = defaultdict(list)
    documents = tuple(documents)
    for facts in documents:
        for sighting in sightings(facts, resolution):
            if not is_closed(closed.get((sighting.person, sighting.body), ()), sighting.date):
                by_seat[sighting.person, sighting.body].append(sighting)
    calendar = Calendar.of(documents, resolution, closed)
    return tuple(seat for _, group in sorted(by_seat.items()) for seat in _seats(group, calendar))


def sightings(facts: DocumentFacts, resolution: Resolution) -> Iterator[Sighting]:
    """The sightings of one document; those at a meeting of no known body show no seat."""
    for attendance in facts.attendances:
        if not 0 <= attendance.meeting < len(facts.meetings):
            continue
        body = _key(facts, facts.meetings[attendance.meeting].body, resolution)
        person = _key(facts, whose_seat(attendance), resolution)
        passages = sound(facts, attendance.evidence)
        if body and person and passages:
            yield _sighting(facts, attendance, person, body, passages, resolution)


def sound(facts: DocumentFacts, evidence: Evidence) -> tuple[Passage, ...]:
    """The passages of an evidence whose words stand in the text where they are said to stand."""
    return tuple(p for p in evidence.passages if p.quote and facts.text[p.start : p.end] == p.quote)


def whose_seat(attendance: Attendance) -> str | None:
    """Whose seat an attendance shows: a member's own, or that of the member deputised for, if named."""
    if attendance.deputising_for or attendance.deputy:
        return attendance.deputising_for
    if attendance.status in AMONG_MEMBERS or attendance.role in CHAIRING:
        return attendance.person
    return None


def _sighting(
    facts: DocumentFacts,
    attendance: Attendance,
    person: str,
    body: str,
    passages: tuple[Passage, ...],
    resolution: Resolution,
) -> Sighting:
    # A deputy may chair in the member's place; that makes neither of them the chair.
    role = None if attendance.deputising_for else attendance.role
    return Sighting(
        person=person,
        body=body,
        organisation=_key(facts, attendance.representing, resolution),
        role=role,
        date=facts.meetings[attendance.meeting].date,
        document=facts.sha256,
        passages=passages,
        confidence=attendance.evidence.confidence,
    )


def _key(facts: DocumentFacts, name: str | None, resolution: Resolution) -> str | None:
    return resolution.key_of.get(Mention(facts.sha256, name)) if name else None


def _seats(group: list[Sighting], calendar: Calendar) -> Iterator[Seat]:
    known = sorted({s.organisation for s in group if s.organisation})
    only = known[0] if len(known) == 1 else None
    parts: dict[tuple[str, str], list[Sighting]] = defaultdict(list)
    for sighting in group:
        parts[sighting.organisation or only or "", sighting.role or ""].append(sighting)
    for (organisation, role), members in sorted(parts.items()):
        other = [s for s in group if organisation and s.organisation not in (None, organisation)]
        others = [s.date for s in other if s.date]
        for number, spell in enumerate(calendar.spells(members, others)):
            yield _seat(spell, organisation or None, role or None, number)


def _seat(members: list[Sighting], organisation: str | None, role: str | None, spell: int) -> Seat:
    dates = sorted(s.date for s in members if s.date)
    return Seat(
        person=members[0].person,
        body=members[0].body,
        organisation=organisation,
        role=role,
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        count=len({s.date or s.document for s in members}),
        confidence=max(s.confidence for s in members),
        evidence=tuple(sorted({(s.document, passage) for s in members for passage in s.passages})),
        spell=spell,
    )

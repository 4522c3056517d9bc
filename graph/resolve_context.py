"""What the documents say around a name: whom somebody represents, on which boards, when, beside whom.

This is the evidence that joins two mentions of one name, or keeps them apart.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from whosat.graph.resolve_names import fold, parse
from whosat.ontology.facts import Attendance, DocumentFacts, Entity, Kind, Mention

_FREE_MAIL: Final = frozenset(
    "gmail googlemail hotmail outlook yahoo live msn aol btinternet btopenworld icloud me sky talktalk "
    "virginmedia ntlworld tiscali proton protonmail blueyonder mac".split()
)
_TELLS_LITTLE: Final = frozenset(
    "chair chairman chairperson chairwoman vice deputy member councillor director manager officer "
    "secretary treasurer clerk trustee observer guest representative chief executive cabinet leader".split()
)
_GENDER: Final[Mapping[str, str]] = {
    "mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "dame": "f", "lady": "f",
}  # fmt: skip


@dataclass(slots=True)
class Profile:
    """All that is known around one or more mentions; organisations and boards by the keys of their groups."""

    organisations: set[str] = field(default_factory=set)
    boards: dict[str, set[dt.date]] = field(default_factory=dict)
    dates: set[dt.date] = field(default_factory=set)
    rosters: set[tuple[str, str]] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)
    jobs: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)
    sectors: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    papers: set[str] = field(default_factory=set)

    def add(self, other: Profile) -> None:
        """Take in what another profile knows."""
        for name in _SETS:
            getattr(self, name).update(getattr(other, name))
        for board, dates in other.boards.items():
            self.boards.setdefault(board, set()).update(dates)

    @property
    def domains(self) -> set[str]:
        """The e-mail domains that belong to an employer."""
        return {domain for address in self.addresses if (domain := _domain(address))}


_SETS: Final = (
    "organisations", "dates", "rosters", "documents", "beside", "jobs", "addresses", "sectors", "genders",
    "places",
    "papers",
)  # fmt: skip


def _domain(address: str) -> str | None:
    domain = address.rpartition("@")[2]
    return None if not domain or domain.split(".")[0] in _FREE_MAIL else domain


def date_of(document: DocumentFacts) -> dt.date | None:
    """The day a document speaks for: that of the meeting it minutes, else its own."""
    minuted = [meeting.date for meeting in document.meetings if meeting.minuted and meeting.date]
    return min(minuted) if minuted else document.date


def profiles(document: DocumentFacts, key_of: Mapping[Mention, str], place: str | None) -> dict[str, Profile]:
    """The profile of each person named in one document; `key_of` gives the bodies' keys."""
    found: dict[str, Profile] = {}
    for entity in document.entities:
        if entity.kind is Kind.PERSON:
            found[entity.name] = _blank(document, entity, place)
    reading = _Reading(document, key_of, found)
    reading.papers()
    for attendance in document.attendances:
        reading.attendance(attendance)
    for membership in document.memberships:
        if membership.member in found:
            reading.seat(membership.member, membership.body, membership.seen, membership.representing)
            reading.describe(membership.member, membership.sector, membership.role)
    for contact in document.contacts:
        if contact.person in found and "@" in contact.value:
            found[contact.person].addresses.add(contact.value.casefold().strip())
    _note_company(found)
    return found


def _blank(document: DocumentFacts, entity: Entity, place: str | None) -> Profile:
    profile = Profile(documents={document.sha256})
    if (day := date_of(document)) is not None:
        profile.dates.add(day)
    if place:
        profile.places.add(place)
    titles = re.findall(r"[a-z]+", fold(entity.honorific or ""))
    profile.genders.update(_GENDER[title] for title in titles if title in _GENDER)
    return profile


class _Reading:
    """Fills the profiles of one document."""

    def __init__(
        self, document: DocumentFacts, key_of: Mapping[Mention, str], found: dict[str, Profile]
    ) -> None:
        self._document = document
        self._key_of = key_of
        self._found = found
        self._kinds = {entity.name: entity.kind for entity in document.entities}
        self._day = date_of(document)

    def _key(self, body: str) -> str:
        return self._key_of.get(Mention(self._document.sha256, body), f"{self._document.sha256}/{body}")

    def papers(self) -> None:
        """Note whose paper this is: the boards whose meetings it minutes."""
        bodies = {self._key(one.body) for one in self._document.meetings if one.minuted and one.body}
        for profile in self._found.values():
            profile.papers |= bodies

    def attendance(self, fact: Attendance) -> None:
        """Somebody was, or was not, at a meeting: a place on its roster, and on its board."""
        profile = self._found.get(fact.person)
        if profile is None:
            return
        profile.rosters.add((self._document.sha256, f"meeting {fact.meeting}"))
        if 0 <= fact.meeting < len(self._document.meetings):
            meeting = self._document.meetings[fact.meeting]
            if meeting.body:
                self._sit(profile, meeting.body, meeting.date or self._day)
        if fact.representing:
            profile.organisations.add(self._key(fact.representing))
        self.describe(fact.person, None, fact.job_title)

    def seat(self, person: str, body: str, seen: dt.date | None, representing: str | None) -> None:
        """Somebody sits on a body, or holds a post in an organisation."""
        profile = self._found[person]
        if self._kinds.get(body) is Kind.BOARD:
            self._sit(profile, body, seen or self._day)
            profile.rosters.add((self._document.sha256, f"board {body}"))
        else:
            profile.organisations.add(self._key(body))
        if representing:
            profile.organisations.add(self._key(representing))

    def _sit(self, profile: Profile, body: str, day: dt.date | None) -> None:
        dates = profile.boards.setdefault(self._key(body), set())
        if day is not None:
            dates.add(day)

    def describe(self, person: str, sector: str | None, job: str | None) -> None:
        """Note a sector and a job title, unless it is one that anybody may hold."""
        profile = self._found[person]
        if sector:
            profile.sectors.add(fold(sector))
        words = re.findall(r"\w+", fold(job or ""))
        if words and not set(words) <= _TELLS_LITTLE:
            profile.jobs.add(" ".join(words))


def _note_company(found: Mapping[str, Profile]) -> None:
    """Beside whom each person stands on the rosters of this document (folded whole names)."""
    rosters: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, profile in found.items():
        for roster in profile.rosters:
            rosters[roster].add(parse(name).whole)
    for name, profile in found.items():
        for roster in profile.rosters:
            profile.beside |= rosters[roster] - {parse(name).whole}


def years_apart(left: Iterable[dt.date], right: Iterable[dt.date]) -> float | None:
    """Years between two spans of days (0 where they overlap); None where a side has no date."""
    first, second = sorted(left), sorted(right)
    if not first or not second:
        return None
    gap = max((second[0] - first[-1]).days, (first[0] - second[-1]).days, 0)
    return gap / 365.25


def company(documents: Sequence[DocumentFacts]) -> dict[Mention, frozenset[str]]:
    """What is known around each body of each document, as ties.

    "for NAME" (represents it or works there), "on NAME" (sits on it, or was at its meetings), "mail DOMAIN"
    (where those write from); names are folded.
    """
    found: dict[Mention, set[str]] = defaultdict(set)
    for document in documents:
        mail = {contact.person: _domain(contact.value.casefold().strip()) for contact in document.contacts}
        for relation, person, body in _ties(document):
            name = parse(person)
            mention = Mention(document.sha256, body)
            if name.is_full:
                found[mention].add(f"{relation} {name.whole}")
            if relation == "for" and mail.get(person):
                found[mention].add(f"mail {mail[person]}")
    return {mention: frozenset(known) for mention, known in found.items()}


def _ties(document: DocumentFacts) -> Iterable[tuple[str, str, str]]:
    boards = {entity.name for entity in document.entities if entity.kind is Kind.BOARD}
    for attendance in document.attendances:
        if attendance.representing:
            yield "for", attendance.person, attendance.representing
        if 0 <= attendance.meeting < len(document.meetings):
            body = document.meetings[attendance.meeting].body
            if body:
                yield "on", attendance.person, body
    for membership in document.memberships:
        yield "on" if membership.body in boards else "for", membership.member, membership.body
        if membership.representing:
            yield "for", membership.member, membership.representing

"""Lines of a roster read as decided: one that was left out, or one that was read wrongly.

What a row says takes the place of what was read of its line; what it leaves open (a role, a job title, for
whom somebody deputised, an empty cell) stays as it was read. The line is found by its words, whatever stands
between them, so a line copied from an answer is found as well as one copied from the paper. A row that names
its document may also speak of a line there of which nothing was read: so who was missed is put in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from whosat.graph.decisions_match import Reference
from whosat.ontology.facts import (
    Attendance,
    Decision,
    DocumentFacts,
    Entity,
    Evidence,
    Kind,
    Membership,
    Passage,
    Status,
    Unread,
)
from whosat.ontology.identifiers import slug

NOBODY: Final = ("-", "–", "nobody")
STATUSES: Final = {
    **{status.value: status for status in Status},
    "guest": Status.IN_ATTENDANCE,
    "observer": Status.IN_ATTENDANCE,
    "minutes": Status.MINUTE_TAKER,
}
_PARTED: Final = r"[\W_]+"
_SENTENCES: Final = "said: "
"""How the `extracted_by` of a seat begins that a sentence states: no line of a roster."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a row is about in one document: things left out, and facts read of the line.

    `missed` is the line itself, if nothing at all was read of it and the row names the document.
    """

    unread: tuple[Unread, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    memberships: tuple[Membership, ...] = ()
    places: tuple[tuple[int, int], ...] = ()
    missed: tuple[Passage, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether the row is about anything there."""
        return bool(self.unread or self.attendances or self.memberships or self.missed)


def wrong_value(value: str) -> str | None:
    """What is wrong with how a line is to read, as a sentence; None if nothing is."""
    if value.strip() in NOBODY:
        return None
    for person in value.split("|"):
        parts = [part.strip() for part in person.split(";")]
        if not is_name(parts[0]):
            return f"{parts[0]!r} is no name; write Name; Organisation; status, or - for nobody."
        if len(parts) > 3:
            return f"{person.strip()!r} has too many parts; write Name; Organisation; status."
        if len(parts) == 3 and parts[2] and parts[2].casefold() not in STATUSES:
            return f"{parts[2]!r} is no status; known are {', '.join(STATUSES)}."
    return None


def is_name(text: str) -> bool:
    """Whether a text may be somebody's name: a word of letters, and no figures."""
    return bool(re.search(r"[^\W\d_]{2}", text)) and not re.search(r"\d", text)


def meant(document: DocumentFacts, row: Decision) -> Meant:
    """What a row on a line is about: the line among those left out, else the facts read of it."""
    unread = tuple(one for one in document.unread if slug(one.text) == slug(row.name))
    if unread:
        return Meant(unread)
    places = tuple(_places(document.text, row.name))
    attendances = tuple(
        fact for fact in document.attendances if _is_of(document, fact.person, fact.evidence, places)
    )
    memberships = tuple(
        fact
        for fact in document.memberships
        if not fact.evidence.extracted_by.startswith(_SENTENCES)
        and _is_of(document, fact.member, fact.evidence, places)
    )
    missed = () if attendances or memberships or not row.document else stands(document, row)
    return Meant((), attendances, memberships, places, missed[:1])


def stands(document: DocumentFacts, row: Decision) -> tuple[Passage, ...]:
    """Where the words of a row on a line stand in a document, read or not."""
    text = document.text
    return tuple(
        Passage(start, end, text[start:end], text.count("\n", 0, start) + 1)
        for start, end in _places(text, row.name)
    )


def has_minutes(document: DocumentFacts) -> bool:
    """Whether a document minutes a meeting, at which somebody can have been."""
    return _minuted(document) is not None


def _places(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where the words stand in a text, whatever signs and spaces part them; a single word is no line."""
    parts = re.findall(r"\w+", words)
    together = _PARTED.join(re.escape(part) for part in parts)
    pattern = rf"(?<!\w){together}(?!\w)" if len(parts) > 1 else rf"(?m:^\W*{together}\W*$)"
    if parts:
        yield from (found.span() for found in re.finditer(pattern, text, re.IGNORECASE))


def _is_of(document: DocumentFacts, name: str, evidence: Evidence, places: Sequence[tuple[int, int]]) -> bool:
    """Whether a fact was read where the words stand, and of somebody who is named in them."""
    last = (name.split() or [""])[-1].casefold()
    for start, end in places:
        if last in document.text[start:end].casefold() and any(
            passage.start < end and start < passage.end for passage in evidence.passages
        ):
            return True
    return False


def read_line(document: DocumentFacts, row: Decision) -> DocumentFacts:
    """The document with a line read as a row says: "name; organisation; status", several parted by "|"."""
    about = meant(document, row)
    if not about.anything or (not about.attendances and not about.memberships and _minuted(document) is None):
        return document
    read = replace(
        document,
        unread=tuple(one for one in document.unread if one not in about.unread),
        attendances=tuple(one for one in document.attendances if one not in about.attendances),
        memberships=tuple(one for one in document.memberships if one not in about.memberships),
    )
    people = [] if row.value.strip() in NOBODY else row.value.split("|")
    for person in people:
        parts = [part.strip() for part in person.split(";")]
        read = _listed(read, parts, about, row.key, alone=len(people) == 1)
    facts: tuple[Attendance | Membership, ...] = (*about.attendances, *about.memberships)
    line = [(one.start, one.end) for fact in facts for one in _near(about, fact)]
    return _without_strays(read, [*about.places, *line])


def _minuted(document: DocumentFacts) -> int | None:
    return next((at for at, meeting in enumerate(document.meetings) if meeting.minuted), None)


def _listed(
    document: DocumentFacts, parts: Sequence[str], about: Meant, key: str, *, alone: bool
) -> DocumentFacts:
    """One person of a line: in place of what was read of the same person, or of the only one there."""
    name, organisation, status = (*parts, "", "")[:3]
    if not name:
        return document
    reference = Reference.read(name)
    old = next((one for one in about.attendances if reference.reads(one.person)), None)
    seat = next((one for one in about.memberships if reference.reads(one.member)), None)
    if alone:
        old = old or (about.attendances[0] if len({one.person for one in about.attendances}) == 1 else None)
        seat = seat or (about.memberships[0] if len({one.member for one in about.memberships}) == 1 else None)
    here = Evidence(tuple(_near(about, old or seat)), 1.0, key)
    person, entities = entity_of(document, Kind.PERSON, name, here)
    document, body = replace(document, entities=entities), None
    if organisation and organisation not in NOBODY:
        body, entities = entity_of(document, Kind.ORGANISATION, organisation, here)
        document = replace(document, entities=entities)
    elif not organisation:
        body = (old.representing if old else None) or (seat.representing if seat else None)
    document = _with_posts(document, about, (old or seat), person, body)
    if old is None and seat is not None:
        fact = replace(
            seat, member=person, representing=body, evidence=replace(here, passages=seat.evidence.passages)
        )
        return replace(document, memberships=(*document.memberships, fact))
    meeting = old.meeting if old else _minuted(document)
    if meeting is None:
        return document
    stood = STATUSES.get(status.casefold(), old.status if old else Status.PRESENT)
    evidence = replace(old.evidence, confidence=1.0, extracted_by=key) if old else here
    base = old or Attendance(meeting, person, stood, evidence)
    new = replace(base, person=person, status=stood, representing=body, evidence=evidence)
    others = tuple(one for one in document.attendances if (one.meeting, one.person) != (meeting, person))
    return replace(document, attendances=(*others, new))


def _with_posts(
    document: DocumentFacts, about: Meant, old: Attendance | Membership | None, person: str, body: str | None
) -> DocumentFacts:
    """The posts that were read of the line, in the organisation that the row names."""
    if not isinstance(old, Attendance) or body is None:
        return document
    posts = [one for one in about.memberships if one.member == old.person and one.body == old.representing]
    moved = tuple(replace(one, member=person, body=body) for one in posts)
    return replace(document, memberships=(*document.memberships, *moved))


def _near(about: Meant, old: Attendance | Membership | None) -> Iterator[Passage]:
    """The passages of the line itself: those left out, or those of what was read but for its heading."""
    yield from (one.passage for one in about.unread if one.passage)
    yield from about.missed
    for passage in old.evidence.passages if old else ():
        if any(passage.start < end and start < passage.end for start, end in about.places):
            yield passage


def _without_strays(document: DocumentFacts, places: Sequence[tuple[int, int]]) -> DocumentFacts:
    """Without people and bodies that were read of the line alone and that no fact speaks of any more."""
    used = set(_used(document))
    kept = tuple(
        one
        for one in document.entities
        if one.name in used
        or not one.evidence.passages
        or not all(_inside(passage, places) for passage in one.evidence.passages)
    )
    return replace(document, entities=kept)


def _inside(passage: Passage, places: Sequence[tuple[int, int]]) -> bool:
    return any(start <= passage.start and passage.end <= end for start, end in places)


def _used(document: DocumentFacts) -> Iterator[str | None]:
    for attendance in document.attendances:
        yield from (attendance.person, attendance.representing, attendance.deputising_for)
    for seat in document.memberships:
        yield from (seat.member, seat.body, seat.representing, seat.deputising_for)
    for action in document.actions:
        yield from action.owners
    for link in document.links:
        yield from (link.subject, link.object)
    yield from (meeting.body for meeting in document.meetings)
    yield from (contact.person for contact in document.contacts)


def entity_of(
    document: DocumentFacts, kind: Kind, typed: str, evidence: Evidence, alias: str = ""
) -> tuple[str, tuple[Entity, ...]]:
    """The name a typed name has in a document, and the document's entities with it among them."""
    reference = Reference.read(typed)
    for entity in document.entities:
        forms = (entity.name, *entity.aliases)
        if (entity.kind is Kind.PERSON) == (kind is Kind.PERSON) and any(
            reference.reads(form) for form in forms
        ):
            # named by the decision's key, so that the row is seen to have matched
            seen = (
                replace(entity, evidence=replace(entity.evidence, extracted_by=evidence.extracted_by))
                if alias
                else entity
            )
            return entity.name, tuple(seen if one is entity else one for one in document.entities)
    added = Entity(kind, typed, evidence, aliases=(alias,) if alias else ())
    return typed, (*document.entities, added)

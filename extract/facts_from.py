"""The one place that decides what a span means: what the components left on a Doc becomes DocumentFacts.

Every name a fact uses becomes the name of exactly one entity; bodies written in several ways are unified
under
the fullest, and every offset becomes a passage with its words and line.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from spacy.tokens import Doc

from whosat.extract.bodies import is_generic, kind_of_body, unify
from whosat.extract.components.records import (
    ActionRecord,
    BodyNote,
    Extent,
    LinkRecord,
    MeetingRecord,
    MemberRecord,
    RosterEntry,
    Source,
    UnreadRecord,
    document_of,
)
from whosat.extract.document import Document
from whosat.ontology.facts import (
    Action,
    Attendance,
    Contact,
    DocumentFacts,
    Entity,
    Evidence,
    Kind,
    Link,
    Meeting,
    Membership,
    Passage,
    Unread,
    UnreadKind,
)

_MOST_PASSAGES = 3  # an entity named a hundred times needs no hundred proofs


@dataclass(slots=True)
class _Draft:
    """An entity while its mentions are gathered."""

    kind: Kind
    where: list[Extent] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)
    confidence: float = 0.0
    rule: str = ""
    initials: str | None = None
    honorific: str | None = None
    sector: str | None = None
    active: bool | None = None
    start_year: int | None = None
    end_year: int | None = None

    def seen(self, where: Iterable[Extent], confidence: float, rule: str) -> None:
        self.where += [extent for extent in where if extent not in self.where]
        if confidence > self.confidence:
            self.confidence, self.rule = confidence, rule


_FOOTNOTE: Final = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹⁰]+")
_EDGES: Final = ' \\*_[]{}<>‘"“”,;:.'


def tidy_form(form: str, name: str) -> str:
    """A form as people would type it: no footnote marks, escapes, open brackets or a genitive of `name`."""
    plain = " ".join(_FOOTNOTE.sub("", form).replace("\\", "").split())
    plain = plain.strip(_EDGES if plain.count(".") < 2 else _EDGES.replace(".", ""))
    if plain.count("(") != plain.count(")"):
        plain = plain.strip("() ")
    bare = re.sub(r"(?:['’]s?)$", "", plain)
    return bare if bare == name or plain[-1:] in "'’" else plain


_RUN_ON: Final = re.compile(r"\s(?:Cllr|Councillor|Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Revd?|Sir)\.?\s[A-Z]")
"""People within what was read as a body's name; nothing else is short for it."""
_TITLE: Final = 1500  # characters that may hold a title


def _is_named(body: str, text: str) -> bool:
    """Whether a paper that calls its body "Parish Council" means this one: by its title, or often."""
    low, name = text.lower(), body.lower()
    at = low.find(name)
    return at < 0 or at < min(_TITLE, max(150, len(text) // 20)) or low.count(name) > 2


class _Register:
    """The entities of one document, each under one name."""

    def __init__(self, doc: Doc) -> None:
        self.document = document_of(doc)
        self.drafts: dict[tuple[bool, str], _Draft] = {}
        self.kinds: dict[str, Kind] = {}
        self.acronyms: dict[str, str] = dict(doc._.acronyms)
        self.people = {span.id_ for span in doc.spans.get("people", ()) if span.id_} | _roster_people(doc)
        names = [name for name in _body_names(doc) if not _RUN_ON.search(name)]
        self.full = unify(names, self.acronyms)
        self.full |= _noted_forms(doc._.body_notes, self.full)
        self.full |= {
            body: body
            for record in doc._.meetings
            if (body := record.body)
            and is_generic(body)
            and not _is_named(self.full.get(body, body), self.document.text)
        }

    def passages(self, where: Iterable[Extent]) -> tuple[Passage, ...]:
        text = self.document.text
        return tuple(
            Passage(start, end, text[start:end], self.document.line_at(start).number)
            for start, end in sorted(set(where))
            if 0 <= start < end <= len(text)
        )

    def evidence(self, source: Source) -> Evidence:
        return Evidence(self.passages(source.where), round(source.confidence, 3), source.rule)

    def person(self, name: str, source: Source) -> str:
        draft = self.drafts.setdefault((True, name), _Draft(Kind.PERSON))
        draft.seen(source.where, source.confidence, source.rule)
        return name

    def body(self, name: str, source: Source, kind: Kind | None = None) -> str:
        """The name's fullest form, entered as a body of `kind` (told by its words where not given)."""
        full = self.full.get(name, name)
        told = kind or kind_of_body(full) or Kind.ORGANISATION
        draft = self.drafts.setdefault((False, full), _Draft(told))
        if kind and draft.kind is Kind.ORGANISATION:
            draft.kind = kind
        draft.seen(source.where, source.confidence, source.rule)
        if name != full:
            draft.aliases.add(name)
        return full

    def member(self, name: str, source: Source) -> str:
        return self.person(name, source) if name in self.people else self.body(name, source)

    def known(self, name: str) -> _Draft | None:
        return self.drafts.get((False, self.full.get(name, name)))

    def entities(self) -> tuple[Entity, ...]:
        for short, long in self.acronyms.items():
            if (draft := self.known(long)) and short != self.full.get(long, long):
                draft.aliases.add(short)
        taken = {name for person, name in self.drafts if person}
        found = [
            self._entity(name, draft)
            for (person, name), draft in self.drafts.items()
            if person or name not in taken
        ]
        return tuple(sorted(entity for entity in found if entity.evidence.passages))

    def _entity(self, name: str, draft: _Draft) -> Entity:
        source = Source(tuple(sorted(draft.where)[:_MOST_PASSAGES]), draft.confidence, draft.rule)
        aliases = tuple(sorted({tidy_form(form, name) for form in draft.aliases} - {name, ""}))
        return Entity(
            draft.kind,
            name,
            self.evidence(source),
            aliases,
            draft.initials,
            draft.honorific,
            draft.sector,
            draft.active,
            draft.start_year,
            draft.end_year,
        )


def _roster_people(doc: Doc) -> set[str]:
    entries: tuple[RosterEntry, ...] = doc._.roster
    return {name for entry in entries for name in (entry.name, entry.deputising_for) if name}


def _noted_forms(notes: Iterable[BodyNote], full: Mapping[str, str]) -> dict[str, str]:
    """Other names and short forms → the fullest name, as the bodies' component found them in the text."""
    own = {note.name for note in notes}
    return {
        form: full.get(note.name, note.name)
        for note in notes
        for form in (*note.shorts, *note.aliases)
        if form not in own
    }


def _body_names(doc: Doc) -> list[str]:
    """All names of bodies, in the order of the records."""
    names: list[str | None] = [span.id_ for span in doc.spans.get("bodies", ())]
    names += [meeting.body for meeting in doc._.meetings]
    names += [name for entry in doc._.roster for name in (entry.organisation, entry.body)]
    people = _roster_people(doc) | {span.id_ for span in doc.spans.get("people", ())}
    names += [name for record in doc._.members for name in (record.body, record.representing)]
    names += [record.member for record in doc._.members if record.member not in people]
    names += [name for record in doc._.links for name in (record.subject, record.object)]
    names += [note.name for note in doc._.body_notes]
    return [name for name in dict.fromkeys(names) if name]


def facts_from(doc: Doc, pipeline: str = "") -> DocumentFacts:
    """All facts of one document, ordered by content."""
    register = _Register(doc)
    _enter_spans(doc, register)
    roster: tuple[RosterEntry, ...] = doc._.roster
    came = any(entry.status for entry in roster)
    meetings = tuple(
        _meeting(record, register) for record in doc._.meetings if came or record.body or record.date
    )
    held = next((at for at, meeting in enumerate(meetings) if meeting.minuted), None)
    date = meetings[held].date if held is not None else None
    attendances = tuple(_attendance(entry, held or 0, register) for entry in roster if entry.status)
    memberships = [_seat(entry, date, register) for entry in roster if not entry.status and entry.body]
    memberships += [_member(record, register) for record in doc._.members]
    actions = tuple(_action(record, held, register) for record in doc._.actions)
    links = tuple(_link(record, register) for record in doc._.links)
    contacts = tuple(contact for entry in roster for contact in _contacts(entry, register))
    _note_bodies(doc._.body_notes, register)
    document = register.document
    return DocumentFacts(
        identifier=document.name,
        sha256=document.sha256,
        format=document.format,
        text=document.text,
        title=document.title,
        date=date,
        creator=document.creator,
        pipeline=pipeline,
        entities=register.entities(),
        meetings=meetings,
        attendances=tuple(_for_bodies(attendances, register)),
        memberships=tuple(sorted(set(_for_bodies(memberships, register)), key=_order)),
        actions=actions,
        links=tuple(sorted(set(links), key=_order)),
        contacts=tuple(sorted(set(contacts))),
        unread=_unread(doc._.unread, document, register),
    )


_Held = TypeVar("_Held", Attendance, Membership)


def _for_bodies(facts: Iterable[_Held], register: _Register) -> Iterator[_Held]:
    """The facts without bodies that bear a person's name: whom the document names so, it names once."""
    people = {name for person, name in register.drafts if person}
    for fact in facts:
        yield replace(fact, representing=None) if fact.representing in people else fact


def _order(fact: Membership | Link) -> tuple[tuple[Passage, ...], str]:
    return fact.evidence.passages, repr(fact)


def _enter_spans(doc: Doc, register: _Register) -> None:
    where: dict[tuple[str, str], list[Extent]] = defaultdict(list)
    forms: dict[str, set[str]] = defaultdict(set)
    for span in doc.spans.get("people", ()):
        if span.id_:
            where[("", span.id_)].append((span.start_char, span.end_char))
            if " " in span.text and "\n" not in span.text:
                forms[span.id_].add(span.text)
    for span in doc.spans.get("bodies", ()):
        if span.id_:
            where[(span.label_, span.id_)].append((span.start_char, span.end_char))
            if not is_generic(span.text):
                forms[span.id_].add(" ".join(span.text.split()))
    for (kind, name), extents in where.items():
        source = Source(tuple(extents[:_MOST_PASSAGES]), 0.8, "mention")
        if kind:
            full = register.body(name, source, Kind(kind))
            register.drafts[(False, full)].aliases |= forms[name] - {full}
        else:
            register.person(name, source)
            register.drafts[(True, name)].aliases |= forms[name] - {name}


def _meeting(record: MeetingRecord, register: _Register) -> Meeting:
    body = register.body(record.body, record.source, _board_kind(record.body)) if record.body else None
    return Meeting(
        body,
        record.date,
        register.evidence(record.source),
        record.time,
        record.place,
        record.previous,
        record.minuted,
    )


def _board_kind(_name: str) -> Kind:
    """A body that meets is one that people sit on, whatever its name."""
    return Kind.BOARD


def _attendance(entry: RosterEntry, meeting: int, register: _Register) -> Attendance:
    assert entry.status is not None
    _person_of(entry, register)
    return Attendance(
        meeting,
        entry.name,
        entry.status,
        register.evidence(entry.source),
        entry.role,
        _organisation_of(entry, register),
        _deputised(entry, register),
        entry.job_title,
        entry.arrived_at,
        entry.left_at,
        entry.attended_via,
    )


def _person_of(entry: RosterEntry, register: _Register) -> None:
    register.person(entry.name, Source((entry.name_at,), entry.source.confidence, entry.source.rule))
    draft = register.drafts[(True, entry.name)]
    draft.initials = draft.initials or entry.initials
    draft.honorific = draft.honorific or entry.honorific
    draft.aliases.update(entry.aliases)
    if entry.initials:
        draft.aliases.add(entry.initials)


def _organisation_of(entry: RosterEntry, register: _Register) -> str | None:
    if not entry.organisation:
        return None
    where = entry.organisation_at or entry.name_at
    return register.body(entry.organisation, Source((where,), entry.source.confidence, entry.source.rule))


def _deputised(entry: RosterEntry, register: _Register) -> str | None:
    if not entry.deputising_for:
        return None
    where = entry.deputising_at or entry.name_at
    return register.person(entry.deputising_for, Source((where,), entry.source.confidence, entry.source.rule))


def _seat(entry: RosterEntry, seen: dt.date | None, register: _Register) -> Membership:
    assert entry.body
    _person_of(entry, register)
    return Membership(
        entry.name,
        register.body(
            entry.body, Source(entry.source.where, entry.source.confidence, entry.source.rule), Kind.BOARD
        ),
        register.evidence(entry.source),
        entry.role,
        _organisation_of(entry, register),
        entry.sector,
        _deputised(entry, register),
        seen,
    )


def _member(record: MemberRecord, register: _Register) -> Membership:
    return Membership(
        register.member(record.member, record.source),
        register.body(record.body, record.source),
        register.evidence(record.source),
        record.role,
        register.body(record.representing, record.source) if record.representing else None,
        record.sector,
        register.person(record.deputising_for, record.source) if record.deputising_for else None,
        record.seen,
        record.started,
        record.ended,
        record.ended_by,
    )


def _action(record: ActionRecord, meeting: int | None, register: _Register) -> Action:
    owners = tuple(dict.fromkeys(register.member(owner, record.source) for owner in record.owners))
    return Action(record.description, owners, register.evidence(record.source), meeting, record.due)


def _link(record: LinkRecord, register: _Register) -> Link:
    return Link(
        register.body(record.subject, record.source),
        record.relation,
        register.body(record.object, record.source),
        register.evidence(record.source),
    )


def _contacts(entry: RosterEntry, register: _Register) -> Iterable[Contact]:
    for record in entry.contacts:
        source = Source((record.where,), entry.source.confidence, entry.source.rule)
        yield Contact(entry.name, record.kind, record.value, register.evidence(source))


def _note_bodies(notes: Iterable[BodyNote], register: _Register) -> None:
    for note in notes:
        if draft := register.known(note.name):
            draft.aliases |= set(note.aliases)
            draft.active = note.active if draft.active is None else draft.active
            draft.sector = draft.sector or note.sector
            draft.start_year = draft.start_year or note.start_year
            draft.end_year = draft.end_year or note.end_year


def _unread(records: Iterable[UnreadRecord], document: Document, register: _Register) -> tuple[Unread, ...]:
    found = {
        Unread(record.kind, record.text, record.reason, next(iter(register.passages([record.where])), None))
        if record.where
        else Unread(record.kind, record.text, record.reason)
        for record in records
    }
    notes = {Unread(UnreadKind.DOCUMENT, document.name, note) for note in document.notes}
    return tuple(
        sorted(found | notes, key=lambda one: (one.passage is None, one.passage, one.text, one.reason))
    )

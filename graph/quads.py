"""Facts and their resolution as quads, in the words of the graph contract.

One named graph a document; what is decided over all documents (best names among it) stands in
`<base>/graph/resolution`; contact details, if asked for, in `<base>/graph/contacts`. A fact that can't be
stated as the contract wants it (a name of no entity, no passage, words that do not stand where they are said
to) is set aside and listed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from whosat.graph.decided import decided
from whosat.graph.memberships import sound
from whosat.graph.nquads import Lines
from whosat.graph.quads_parts import entity_forms, say_evidence, say_passage, say_source
from whosat.graph.spells import Closed
from whosat.graph.statements import (
    CannotSay,
    Fact,
    Names,
    fact_key,
    kind_of,
    plain_link,
    role_node,
    statement,
)
from whosat.graph.tally import SetAside, Tally
from whosat.ontology import terms as t
from whosat.ontology.facts import Canonical, Contact, DocumentFacts, Evidence, Meeting, Mention, Resolution
from whosat.ontology.identifiers import content_key, document_key, iri


@dataclass(frozen=True, slots=True)
class Options:
    """How a graph is written: its base IRI, a document's other file names by hash, whether with contacts.

    `no_seats` are (person, board) keys between which a decision says that there is no seat; `closed` are
    times for which decisions say so.
    """

    base: str
    other_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    with_contacts: bool = False
    no_seats: frozenset[tuple[str, str]] = frozenset()
    closed: Closed = field(default_factory=dict)


def write(
    documents: Sequence[DocumentFacts], resolution: Resolution, options: Options
) -> tuple[list[str], Tally]:
    """All quads of the corpus as sorted N-Quads lines, and the count of facts in, stored and set aside.

    The lines are the same to the byte whatever the order of `documents`, whose hashes must differ.
    """
    ordered = sorted(documents, key=lambda facts: facts.sha256)
    shared = _Shared(options, resolution.key_of, _by_key(resolution), _meeting_times(ordered, resolution))
    tally, lines = Tally(), set[str]()
    for facts in ordered:
        writer = _DocumentWriter(facts, shared)
        writer.write(tally)
        lines |= writer.out.lines | writer.contacts.lines
    lines |= decided(ordered, resolution, options.base, options.no_seats, options.closed).lines
    return sorted(lines), tally


def meeting_key(body: str | None, date: dt.date | None, document: str, number: int) -> str:
    """The key of a meeting: its body and date; where one is unknown, the document and a number."""
    if body and date:
        return f"meeting/{body.removeprefix('board/').replace('/', '-')}-{date.isoformat()}"
    return f"meeting/{document.partition('/')[2]}-{number + 1}"


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the writers of all documents share; `times` are meetings' times by key."""

    options: Options
    key_of: Mapping[Mention, str]
    canonicals: Mapping[str, Canonical]
    times: Mapping[str, dt.time]


def _by_key(resolution: Resolution) -> dict[str, Canonical]:
    return {canonical.key: canonical for canonical in resolution.canonicals}


def _meeting_times(documents: Iterable[DocumentFacts], resolution: Resolution) -> dict[str, dt.time]:
    """The time of each meeting that some document gives: the earliest, should two disagree."""
    times: dict[str, dt.time] = {}
    for facts in documents:
        for number, meeting in enumerate(facts.meetings):
            body = resolution.key_of.get(Mention(facts.sha256, meeting.body)) if meeting.body else None
            if meeting.time:
                key = meeting_key(body, meeting.date, document_key(facts.identifier, facts.sha256), number)
                times[key] = min(times.get(key, meeting.time), meeting.time)
    return times


class _DocumentWriter:
    """Writes one document's graph, and its contact details apart."""

    def __init__(self, facts: DocumentFacts, shared: _Shared) -> None:
        self.facts = facts
        self.base = shared.options.base
        self.key = document_key(facts.identifier, facts.sha256)
        self.document = iri(self.base, self.key)
        self.out = Lines(self.document)
        self.contacts = Lines(iri(self.base, "graph/contacts"))
        self._shared = shared

    def write(self, tally: Tally) -> None:
        """Write everything the document says, counting its facts."""
        facts, others = self.facts, self._shared.options.other_names.get(self.facts.sha256, ())
        self._reading = say_source(self.out, self.base, self.key, facts, others)
        self._entities()
        meetings = [self._meeting(number, meeting) for number, meeting in enumerate(facts.meetings)]
        names = Names(self._node, meetings, self._role)
        stated: tuple[Fact, ...] = (*facts.attendances, *facts.memberships, *facts.actions, *facts.links)
        for fact in stated:
            self._fact(fact, names, tally)
        for contact in facts.contacts if self._shared.options.with_contacts else ():
            self._contact(contact)

    def _entities(self) -> None:
        for entity in self.facts.entities:
            key = self._key(entity.name)
            if key is None:
                continue  # taken out of the resolution, and so out of the graph; its facts are set aside
            me, canonical = iri(self.base, key), self._shared.canonicals[key]
            entity_forms(self.out, me, canonical, entity)
            self.out.link(self.document, t.REFERENCES, me)
            for place in self._places(entity.evidence):
                self.out.link(me, t.DERIVED_FROM, place)

    def _key(self, name: str) -> str | None:
        return self._shared.key_of.get(Mention(self.facts.sha256, name))

    def _node(self, name: str) -> str | None:
        key = self._key(name)
        return iri(self.base, key) if key else None

    def _role(self, role: str) -> str:
        return role_node(self.base, role)

    def _meeting(self, number: int, meeting: Meeting) -> str:
        body = self._key(meeting.body) if meeting.body else None
        me = self._meeting_node(meeting_key(body, meeting.date, self.key, number), body, meeting.date)
        self.out.say(me, t.LOCATION, meeting.place)
        self._evidence(me, meeting.evidence)
        if body and meeting.previous:
            earlier = meeting_key(body, meeting.previous, self.key, number)
            previous = self._meeting_node(earlier, body, meeting.previous)
            self._evidence(previous, meeting.evidence)
            self.out.link(me, t.PREVIOUS_MEETING, previous)
        return me

    def _meeting_node(self, key: str, body: str | None, date: dt.date | None) -> str:
        me = iri(self.base, key)
        self.out.link(me, t.TYPE, t.MEETING)
        if body:
            self.out.link(me, t.OF_BODY, iri(self.base, body))
        time = self._shared.times.get(key)
        self.out.say(me, t.START_DATE, dt.datetime.combine(date, time) if date and time else date)
        return me

    def _fact(self, fact: Fact, names: Names, tally: Tally) -> None:
        try:
            said = statement(fact, names)
            if not list(self._places(fact.evidence)):
                raise CannotSay("its words do not stand in the document")
        except CannotSay as reason:
            tally.set_aside(self._aside(fact, str(reason)))
            return
        me = iri(self.base, fact_key(said.kind, self.facts.sha256, fact))
        self.out.link(me, t.TYPE, said.type)
        for predicate, target in said.links:
            if target is not None:
                self.out.link(me, predicate, target)
        for predicate, value in said.values:
            self.out.say(me, predicate, value)
        if triple := plain_link(fact, names):
            self.out.link(*triple)
        self._evidence(me, fact.evidence)
        self.out.link(me, t.GENERATED_BY, self._reading)
        tally.store(said.kind, me)

    def _aside(self, fact: Fact, reason: str) -> SetAside:
        passages = fact.evidence.passages
        words = passages[0].quote if passages else str(fact)
        return SetAside(
            self.facts.identifier, kind_of(fact), words, reason, passages[0] if passages else None
        )

    def _contact(self, contact: Contact) -> None:
        person = self._node(contact.person)
        if person is None:
            return
        me = iri(self.base, content_key("contact", self.facts.sha256, person, contact.kind, contact.value))
        self.contacts.link(me, t.TYPE, t.CONTACT)
        self.contacts.link(me, t.CONTACT_OF, person)
        self.contacts.say(me, t.CONTACT_KIND, contact.kind)
        self.contacts.say(me, t.CONTACT_VALUE, contact.value)
        self.contacts.link(me, t.DERIVED_FROM, self.document)

    def _evidence(self, me: str, evidence: Evidence) -> None:
        say_evidence(self.out, me, self._places(evidence), evidence.confidence, evidence.extracted_by)

    def _places(self, evidence: Evidence) -> Iterator[str]:
        """The nodes of the passages whose words stand where they are said to stand."""
        for passage in sound(self.facts, evidence):
            yield say_passage(self.out, self.base, self.key, passage)

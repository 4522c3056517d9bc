"""What decisions do to the facts: before names are resolved (`prepare`), and after (`settle`).

A fact that stands on a decision has the decision's key in `Evidence.extracted_by` ("decision/…"), so it is
told apart from what was read, is written to the graph of corrections, and goes when the row goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from whosat.graph.decisions import Decisions, day
from whosat.graph.decisions_match import Index
from whosat.graph.forgetting import forget
from whosat.graph.line_rulings import NOBODY, entity_of, read_line
from whosat.graph.no_names import without_no_names
from whosat.graph.seat_rulings import rule
from whosat.graph.spells import Closed
from whosat.ontology.facts import (
    Action,
    Attendance,
    Correction,
    Decision,
    DocumentFacts,
    Entity,
    Evidence,
    Kind,
    Link,
    Membership,
    Mention,
    Passage,
    Relation,
    Resolution,
    Ruling,
    Unread,
    UnreadKind,
)
from whosat.ontology.identifiers import slug

MARK: Final = "decision/"
"""How the `extracted_by` of a fact begins that stands on a decision."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A fact that a decision calls wrong: left out, and listed with the decision."""

    document: str
    fact: Membership
    decision: Decision


@dataclass(frozen=True, slots=True)
class Settled:
    """The facts after the decisions.

    `documents` lack what was withdrawn; `no_seats` are (person, board) keys between which no seat may be
    inferred; `applied` are decisions that changed how a document reads, or which seats there are;
    `unmatched` are rows that no longer match anything, each with a sentence; `closed` are times for which
    rows leave no seat.
    """

    documents: tuple[DocumentFacts, ...]
    corrections: tuple[Correction, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    no_seats: frozenset[tuple[str, str]] = frozenset()
    applied: tuple[Decision, ...] = ()
    unmatched: tuple[tuple[Decision, str], ...] = ()
    closed: Closed = field(default_factory=dict)


def prepare(documents: Sequence[DocumentFacts], decisions: Decisions) -> tuple[DocumentFacts, ...]:
    """The documents with initials and roster lines read as decided, without those to be forgotten.

    What is said to be no name is not in them either.
    """
    prepared = tuple(_read_as_decided(document, decisions) for document in documents)
    prepared = without_no_names(prepared, decisions.of(Ruling.NOT_A_NAME))
    return forget(prepared, decisions.of(Ruling.FORGET))


def settle(documents: Sequence[DocumentFacts], resolution: Resolution, decisions: Decisions) -> Settled:
    """The facts after all other decisions; `documents` come from `prepare`, `resolution` from them."""
    keys = _Keys(documents, resolution)
    corrections: list[Correction] = []
    withdrawn_pairs: dict[tuple[str, str], Decision] = {}
    for row in decisions.of(Ruling.JOINED, Ruling.LEFT, Ruling.PART_OF, Ruling.NOT_A_SEAT):
        pair = keys.pair(row)
        if pair is None:
            continue
        if row.what is Ruling.NOT_A_SEAT:
            withdrawn_pairs[pair] = row
        else:
            corrections.append(Correction(row, _fact(row, *pair)))
    kept, withdrawn = [], []
    for document in documents:
        seats = {fact: keys.seat(document, fact) for fact in document.memberships}
        wrong = {fact: withdrawn_pairs[seat] for fact, seat in seats.items() if seat in withdrawn_pairs}
        kept.append(replace(document, memberships=tuple(f for f in document.memberships if f not in wrong)))
        withdrawn += [Withdrawn(document.sha256, fact, row) for fact, row in wrong.items()]
    ruled = rule(kept, resolution, corrections)
    withdrawn += [Withdrawn(*one) for one in ruled.taken_out]
    return Settled(
        ruled.documents,
        ruled.corrections,
        tuple(withdrawn),
        frozenset(withdrawn_pairs),
        tuple(_applied(documents, decisions, withdrawn_pairs.values())),
        tuple(keys.unmatched(decisions)),
        ruled.closed,
    )


def _applied(
    documents: Sequence[DocumentFacts], decisions: Decisions, withdrawn: Iterable[Decision]
) -> Iterator[Decision]:
    yield from withdrawn
    for row in decisions.of(Ruling.INITIALS, Ruling.LINE):
        if any(_touched(document, row) for document in documents):
            yield row


def _fact(row: Decision, subject: str, target: str) -> Membership | Link:
    evidence = Evidence((), 1.0, row.key)
    if row.what is Ruling.PART_OF:
        return Link(subject, Relation.SUBGROUP_OF, target, evidence)
    if row.what is Ruling.LEFT:
        return Membership(
            subject, target, evidence, ended=day(row.value, last=True), ended_by=row.why or "a decision"
        )
    return Membership(subject, target, evidence, started=day(row.value))


class _Keys:
    """Finds the canonical keys that decisions speak of."""

    def __init__(self, documents: Sequence[DocumentFacts], resolution: Resolution) -> None:
        self._index = Index(documents)
        self._key_of = resolution.key_of
        self._documents = documents

    def seat(self, document: DocumentFacts, fact: Membership) -> tuple[str, str]:
        """Member and body of a membership, by their keys."""
        member, body = (
            self._key_of.get(Mention(document.sha256, name), "") for name in (fact.member, fact.body)
        )
        return member, body

    def keys(self, typed: str, document: str = "") -> list[str]:
        """The canonical keys a typed name may mean."""
        return sorted(
            {
                self._key_of[mention]
                for mention in self._index.find(typed, document)
                if mention in self._key_of
            }
        )

    def pair(self, row: Decision) -> tuple[str, str] | None:
        """The two keys a row speaks of, if it is plain which."""
        left, right = self.keys(row.name, row.document), self.keys(row.other)
        return (left[0], right[0]) if len(left) == 1 and len(right) == 1 else None

    def unmatched(self, decisions: Decisions) -> Iterator[tuple[Decision, str]]:
        """Rows that match nothing, or more than one, with the reason."""
        for row in decisions.rows:
            reason = self._reason(row)
            if reason:
                yield row, reason

    def _reason(self, row: Decision) -> str | None:
        if row.what in (Ruling.FORGET, Ruling.INITIALS, Ruling.LINE):
            return self._reason_in_text(row)
        if row.what is Ruling.NOT_A_NAME:
            return None  # it is not in these documents any more: that is its purpose
        for typed, document in ((row.name, row.document), (row.other, "")):
            if not typed:
                continue
            keys = self.keys(typed, document)
            if not keys:
                return f"nobody and nothing is called {typed!r} any more"
            if len(keys) > 1 and row.what not in (Ruling.SAME, Ruling.DIFFERENT, Ruling.NAME):
                return f'{typed!r} may mean {len(keys)}: narrow it as "{typed} [organisation or file name]"'
        return None

    def _reason_in_text(self, row: Decision) -> str | None:
        if row.what is Ruling.FORGET:
            return None  # what is forgotten can't be found: that is its purpose
        if row.value.strip() in NOBODY or any(_touched(document, row) for document in self._documents):
            return None
        if row.what is Ruling.INITIALS:
            return f"no document holds the initials {row.name!r} as something unread any more"
        if row.document and not any(is_named(document, row.document) for document in self._documents):
            return f"no document is called {row.document!r}"
        return f"no roster has the line {row.name!r}"


def _touched(document: DocumentFacts, row: Decision) -> bool:
    """Whether a prepared document shows the traces of a row on initials or a roster line."""
    records: tuple[Entity | Attendance | Membership | Action, ...] = (
        *document.entities,
        *document.attendances,
        *document.memberships,
        *document.actions,
    )
    return any(record.evidence.extracted_by == row.key for record in records)


def _read_as_decided(document: DocumentFacts, decisions: Decisions) -> DocumentFacts:
    for row in decisions.of(Ruling.INITIALS, Ruling.LINE):
        if not row.document or is_named(document, row.document):
            document = _initials(document, row) if row.what is Ruling.INITIALS else read_line(document, row)
    return document


def is_named(document: DocumentFacts, typed: str) -> bool:
    """Whether a document is called so, with or without the ending of its file."""
    return slug(typed) in {slug(document.identifier), slug(re.sub(r"\.\w+$", "", document.identifier))}


def _initials(document: DocumentFacts, row: Decision) -> DocumentFacts:
    """Give what initials own to the person they stand for."""
    meant = [
        one for one in document.unread if one.kind is UnreadKind.INITIALS and _names_initials(one, row.name)
    ]
    if not meant:
        return document
    passages = tuple(sorted(one.passage for one in meant if one.passage))
    name, entities = entity_of(
        document, Kind.PERSON, row.other, Evidence(passages, 1.0, row.key), alias=row.name
    )
    actions = tuple(_owned(action, name, passages, row) for action in document.actions)
    left = tuple(one for one in document.unread if one not in meant)
    return replace(document, entities=entities, actions=actions, unread=left)


def _names_initials(one: Unread, initials: str) -> bool:
    wanted = re.sub(r"\W", "", initials).casefold()
    return any(re.sub(r"\W", "", word).casefold() == wanted for word in re.split(r"[\s,/;:()]+", one.text))


def _owned(action: Action, name: str, passages: Sequence[Passage], row: Decision) -> Action:
    near = any(
        (one.start < passage.end and passage.start < one.end) or one.line == passage.line
        for one in action.evidence.passages
        for passage in passages
    )
    if not near or name in action.owners:
        return action
    return replace(
        action, owners=(*action.owners, name), evidence=replace(action.evidence, extracted_by=row.key)
    )

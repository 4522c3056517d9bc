"""What the components leave on `doc._`: typed, frozen, in offsets of the document's text.

`doc._.document`  the Document itself          `doc._.acronyms`  acronym → expansion as the document
explains it
`doc._.meetings`  MeetingRecord, the minuted one first     `doc._.roster`  RosterEntry, in reading order
`doc._.members`   MemberRecord   `doc._.actions`  ActionRecord   `doc._.links`  LinkRecord
`doc._.body_notes` BodyNote      `doc._.unread`   UnreadRecord, what was left out

Span groups: "roster" (regions; label_ "ATTENDANCE" or "MEMBERS"), "labels" (the model's), "people"
(id_: the person's full name), "bodies" (label_: a `facts.Kind`, id_: the body's name in this document).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc

from whosat.extract.document import Block, BlockKind, Document
from whosat.ontology.facts import Relation, Status, UnreadKind

Extent = tuple[int, int]
"""Start and end in characters of the document's text."""


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Where a record was read, how sure the reading is (0–1), and by which rule or model."""

    where: tuple[Extent, ...]
    confidence: float = 0.9
    rule: str = "rule"


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """A slot: its offsets in the document's text, its label (`tags.LABELS`), and the finer kind or "".

    `score` (0–1) only where the model gives one.
    """

    start: int
    end: int
    label: str
    kind: str = ""
    score: float | None = None


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """A meeting: the one that is minuted, or another the document speaks of."""

    body: str | None
    date: dt.date | None
    source: Source
    time: dt.time | None = None
    place: str | None = None
    previous: dt.date | None = None
    minuted: bool = True


@dataclass(frozen=True, slots=True)
class ContactRecord:
    """A phone number, e-mail or postal address: `kind` is "phone", "e-mail" or "address"."""

    kind: str
    value: str
    where: Extent


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """One person in a roster (with `status`) or in a list of members (`status` None, with `body`).

    `name` carries no title; `name_at` is where it stands; `organisation` is whom the person represents,
    in the
    roster's wording; `role` is one of `ontology.terms.ROLES` or the words of a members' list ("LSP Officer").
    """

    name: str
    name_at: Extent
    source: Source
    status: Status | None = None
    body: str | None = None
    honorific: str | None = None
    initials: str | None = None
    role: str | None = None
    job_title: str | None = None
    organisation: str | None = None
    organisation_at: Extent | None = None
    sector: str | None = None
    deputising_for: str | None = None
    deputising_at: Extent | None = None
    arrived_at: dt.time | None = None
    left_at: dt.time | None = None
    attended_via: str | None = None
    ended_by: str | None = None
    contacts: tuple[ContactRecord, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberRecord:
    """A seat or post that the text states outright (`member` is a person's or organisation's name)."""

    member: str
    body: str
    source: Source
    role: str | None = None
    representing: str | None = None
    sector: str | None = None
    deputising_for: str | None = None
    seen: dt.date | None = None
    started: dt.date | None = None
    ended: dt.date | None = None
    ended_by: str | None = None


@dataclass(frozen=True, slots=True)
class ActionRecord:
    """Something to be done; `owners` are full names of people or bodies."""

    description: str
    owners: tuple[str, ...]
    source: Source
    due: dt.date | None = None


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """Two bodies, or a body and a strategy, are linked."""

    subject: str
    relation: Relation
    object: str
    source: Source


@dataclass(frozen=True, slots=True)
class BodyNote:
    """What the document says of a body beside its name; `shorts` mean it in this document alone ("the
    Council")."""

    name: str
    aliases: tuple[str, ...] = ()
    active: bool | None = None
    sector: str | None = None
    start_year: int | None = None
    end_year: int | None = None
    shorts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnreadRecord:
    """Something left out instead of being guessed, and why."""

    kind: UnreadKind
    text: str
    reason: str
    where: Extent | None = None


SPAN_GROUPS: Final = ("roster", "labels", "people", "bodies")

_DEFAULTS: Final[dict[str, object]] = {
    "document": None,
    "meetings": (),
    "roster": (),
    "members": (),
    "actions": (),
    "links": (),
    "body_notes": (),
    "unread": (),
}


def register() -> None:
    """Make the attributes known to spaCy; harmless when done twice."""
    for name, default in _DEFAULTS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
    if not Doc.has_extension("acronyms"):
        Doc.set_extension("acronyms", default={})


def document_of(doc: Doc) -> Document:
    """The document a Doc was made from; for a bare Doc (`nlp("text")`) its text as one paragraph."""
    known = doc._.document
    if isinstance(known, Document):
        return known
    text = doc.text
    return Document("text", "", "text", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))


def text_of(doc: Doc) -> str:
    """The document's text; `doc.text` puts it together from its tokens anew each time it is asked."""
    known = doc._.document
    return known.text if isinstance(known, Document) else str(doc.text)


register()

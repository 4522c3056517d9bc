"""The records that pass between the stops: what one document says, and what all documents say together.

Inside one document every entity has one name (its fullest there), and facts refer to entities by that name:
`Attendance.person == Entity.name`. A name used by a fact is the name of exactly one entity of the document.
Which names of which documents are one person or body is told apart from the facts, in a `Resolution`,
so a merge rewrites nothing and can be undone.

Offsets are in characters of the document's extracted text; `text[start:end] == quote` always holds.
All records are immutable, ordered by content, and serialise to JSON with `to_json` / `from_json`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    BOARD = "board"
    STRATEGY = "strategy"
    LEGISLATION = "legislation"


class Status(StrEnum):
    """How someone stood to a meeting."""

    PRESENT = "present"
    APOLOGIES = "apologies"
    IN_ATTENDANCE = "in attendance"
    MINUTE_TAKER = "minute taker"
    ABSENT = "absent"


class Relation(StrEnum):
    """How two bodies are linked: the subject … the object."""

    SUBGROUP_OF = "subgroup of"
    REPORTS_TO = "reports to"
    SCRUTINISES = "scrutinises"
    COMMISSIONS = "commissions"
    SUPPORTS = "supports"
    HOSTS = "hosts"
    FUNDS = "funds"
    SPONSORS = "sponsors"
    DELIVERS = "delivers"
    SUCCEEDS = "succeeds"
    LINKED_TO = "linked to"


class Basis(StrEnum):
    """Whether a membership is said outright or follows from attendance."""

    STATED = "stated"
    INFERRED = "inferred"


class UnreadKind(StrEnum):
    """What kind of thing was left out, and is listed instead of being guessed."""

    ROSTER_LINE = "roster line"
    INITIALS = "initials"
    DATE = "date"
    DOUBTFUL = "doubtful"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Where a fact was read: character offsets in the extracted text, the words, and the line (from 1)."""

    start: int
    end: int
    quote: str
    line: int


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The passages behind a fact, how sure the reading is (0–1), and the rule or model that made it."""

    passages: tuple[Passage, ...]
    confidence: float
    extracted_by: str


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """Somebody or something named in one document, under its fullest name there.

    `name` carries no title ("Mark Hawthorne"); `aliases` are the other forms seen, acronyms among them;
    `active` is False for a body the document calls inactive, None where it says nothing.
    """

    kind: Kind
    name: str
    evidence: Evidence
    aliases: tuple[str, ...] = ()
    initials: str | None = None
    honorific: str | None = None
    sector: str | None = None
    active: bool | None = None
    start_year: int | None = None
    end_year: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Meeting:
    """A meeting of `body`; the one the document minutes, or another it mentions (`minuted` False)."""

    body: str | None
    date: dt.date | None
    evidence: Evidence
    time: dt.time | None = None
    place: str | None = None
    previous: dt.date | None = None
    minuted: bool = True


@dataclass(frozen=True, slots=True, order=True)
class Attendance:
    """Somebody was, or was not, at `DocumentFacts.meetings[meeting]`.

    `role` is one of `ontology.terms.ROLES` ("chair", "vice chair", …) at this meeting; `job_title` is text.
    `deputy` is true of who deputises for somebody who may not be named.
    """

    meeting: int
    person: str
    status: Status
    evidence: Evidence
    role: str | None = None
    representing: str | None = None
    deputising_for: str | None = None
    job_title: str | None = None
    arrived_at: dt.time | None = None
    left_at: dt.time | None = None
    attended_via: str | None = None
    deputy: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Membership:
    """A person or organisation sits on a body, or holds a post in it, as the document states outright.

    What follows from attendance alone is inferred later, over all documents (`graph.resolve`).
    `role` is the words of the document ("Chair", "LSP Officer"); `seen` is the date the statement holds for;
    `ended` and `ended_by` close it ("resigned"), `started` opens it ("was elected chair"). `deputy` is true
    of who deputises for somebody who may not be named.
    """

    member: str
    body: str
    evidence: Evidence
    role: str | None = None
    representing: str | None = None
    sector: str | None = None
    deputising_for: str | None = None
    seen: dt.date | None = None
    started: dt.date | None = None
    ended: dt.date | None = None
    ended_by: str | None = None
    deputy: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Action:
    """Something is to be done: by whom (people or bodies), agreed at which meeting, by when."""

    description: str
    owners: tuple[str, ...]
    evidence: Evidence
    meeting: int | None = None
    due: dt.date | None = None


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two bodies (or a body and a strategy) are linked."""

    subject: str
    relation: Relation
    object: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, order=True)
class Contact:
    """A phone number, e-mail or postal address of somebody; never in the graph unless asked for."""

    person: str
    kind: str
    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, order=True)
class Unread:
    """Something that was left out, shown instead of guessed: what, why, and where."""

    kind: UnreadKind
    text: str
    reason: str
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """Everything one document says. A pure function of its bytes and of the pipeline's version."""

    identifier: str
    sha256: str
    format: str
    text: str
    title: str | None = None
    date: dt.date | None = None
    creator: str | None = None
    pipeline: str = ""
    entities: tuple[Entity, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    memberships: tuple[Membership, ...] = ()
    actions: tuple[Action, ...] = ()
    links: tuple[Link, ...] = ()
    contacts: tuple[Contact, ...] = ()
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """An entity of one document: (document's sha256, the entity's name there)."""

    document: str
    name: str


@dataclass(frozen=True, slots=True, order=True)
class Canonical:
    """One person, body or strategy of the whole corpus: its key (`person/ann-lee`), best name, all forms."""

    key: str
    kind: Kind
    name: str
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...] = ()
    initials: str | None = None
    honorific: str | None = None
    sector: str | None = None
    active: bool | None = None
    start_year: int | None = None
    end_year: int | None = None


class Verdict(StrEnum):
    """What is thought of a pair of mentions."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, order=True)
class Proposal:
    """A pair of mentions, the verdict on it, its score (0–1), what spoke for and against, and who decided.

    `features` are (name, weight) pairs that sum up the score; `decided_by` is "rule" or a decision's key.
    """

    left: Mention
    right: Mention
    verdict: Verdict
    score: float
    features: tuple[tuple[str, float], ...] = ()
    decided_by: str = "rule"


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which mentions are one. `key_of` maps each mention of each document to its canonical key."""

    canonicals: tuple[Canonical, ...]
    proposals: tuple[Proposal, ...] = ()
    key_of: Mapping[Mention, str] = field(default_factory=dict)


class Ruling(StrEnum):
    """What a person's decision is about (the column "what" of decisions.csv)."""

    SAME = "same"
    DIFFERENT = "different"
    NAME = "name"
    NOT_A_NAME = "not a name"
    NOT_A_SEAT = "not a seat"
    JOINED = "joined"
    LEFT = "left"
    PART_OF = "part of"
    INITIALS = "initials"
    LINE = "line"
    FORGET = "forget"


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """One row of decisions.csv: what was decided about whom, by whom, when and why.

    `name`, `other` and `document` are as typed; `value` is a date, a right name, how a line reads, or a hash.
    `key` names the decision by its content; `line` is its line in the file (from 1).
    """

    what: Ruling
    name: str
    key: str
    other: str = ""
    value: str = ""
    document: str = ""
    who: str = ""
    when: dt.date | None = None
    why: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Correction:
    """A fact that stands on a decision alone; names in `fact` are canonical keys ("person/ann-lee")."""

    decision: Decision
    fact: Membership | Link

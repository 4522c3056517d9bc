"""What the contract says of each kind of fact: its type, its links to other nodes and its plain values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from whosat.graph.nquads import Value
from whosat.graph.posts import is_post
from whosat.ontology import terms as t
from whosat.ontology.facts import Action, Attendance, Basis, Link, Membership
from whosat.ontology.identifiers import content_key, slug
from whosat.ontology.records import plain

Fact = Attendance | Membership | Action | Link


class CannotSay(ValueError):
    """A fact that can't be stated as the contract wants it, and why."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact's node in words of the contract; links and values of None say nothing."""

    kind: str
    type: str
    links: Sequence[tuple[str, str | None]]
    values: Sequence[tuple[str, Value | None]]


@dataclass(frozen=True, slots=True)
class Names:
    """How a document's own names become nodes: of entities, of its meetings by number, and of roles."""

    entity: Callable[[str], str | None]
    meetings: Sequence[str]
    role: Callable[[str], str]

    def known(self, name: str) -> str:
        """The node of an entity that a fact can't do without; raises CannotSay if there is none."""
        node = self.entity(name)
        if node is None:
            raise CannotSay(f"nobody and nothing is named “{name}” there")
        return node

    def maybe(self, name: str | None) -> str | None:
        """The node of an entity, or None where no name is given; raises CannotSay for an unknown name."""
        return self.known(name) if name else None

    def meeting(self, number: int) -> str:
        """The node of the document's meeting of that number, from 0."""
        if not 0 <= number < len(self.meetings):
            raise CannotSay("the document has no such meeting")
        return self.meetings[number]


def statement(fact: Fact, names: Names) -> Statement:
    """A fact as the contract words it; raises CannotSay."""
    if isinstance(fact, Attendance):
        return _attendance(fact, names)
    if isinstance(fact, Membership):
        return _membership(fact, names)
    if isinstance(fact, Action):
        return _action(fact, names)
    return _link(fact, names)


def fact_key(kind: str, document_hash: str, fact: Fact) -> str:
    """The key of a fact: its document and what it says there, so no merge elsewhere changes it."""
    content = plain(fact)
    content.pop("evidence", None)
    return content_key(kind, document_hash, content)


def kind_of(fact: Fact) -> str:
    """What people call the fact: "attendance", "membership", "action" or "link"."""
    return type(fact).__name__.lower()


def role_node(base: str, role: str) -> str:
    """The concept for a role as worded: a term of the ontology, or one of the project's own."""
    known = t.ROLE_WORDS.get(" ".join(role.casefold().replace("-", " ").split()))
    return t.ROLE_TERMS[known] if known else f"{base}/role/{slug(role)}"


def said_role(fact: Attendance | Membership) -> str | None:
    """The role that a fact gives; a deputy of nobody named has that role and no other."""
    return t.DEPUTY_OF_NOBODY_NAMED if fact.deputy else fact.role


def _attendance(fact: Attendance, names: Names) -> Statement:
    return Statement(
        "attendance",
        t.ATTENDANCE,
        links=(
            (t.ATTENDEE, names.known(fact.person)),
            (t.AT_MEETING, names.meeting(fact.meeting)),
            (t.STATUS, t.STATUSES[fact.status]),
            (t.IN_ROLE, names.role(role) if (role := said_role(fact)) else None),
            (t.REPRESENTING, names.maybe(fact.representing)),
            (t.DEPUTISING_FOR, names.maybe(fact.deputising_for)),
        ),
        values=(
            (t.JOB_TITLE, fact.job_title),
            (t.ARRIVED_AT, fact.arrived_at),
            (t.LEFT_AT, fact.left_at),
            (t.ATTENDED_VIA, fact.attended_via),
        ),
    )


def _membership(fact: Membership, names: Names) -> Statement:
    first, last = _reach(fact)
    return Statement(
        "membership",
        t.MEMBERSHIP,
        links=(
            (t.MEMBER, names.known(fact.member)),
            (t.BODY, names.known(fact.body)),
            (t.ROLE, names.role(role) if (role := said_role(fact)) else None),
            (t.REPRESENTING, names.maybe(fact.representing)),
            (t.DEPUTISING_FOR, names.maybe(fact.deputising_for)),
            (t.BASIS, t.BASES[Basis.STATED]),
            (t.TYPE, t.POST if is_post(fact) else None),
        ),
        values=(
            (t.SECTOR, fact.sector),
            (t.FIRST_SEEN, first),
            (t.LAST_SEEN, last),
            (t.START_DATE, fact.started),
            (t.END_DATE, fact.ended),
            (t.ENDED_BY, fact.ended_by),
        ),
    )


def _reach(fact: Membership) -> tuple[dt.date | None, dt.date | None]:
    """The first and last day that the words of the document speak for.

    The day of leaving is a last day only: who is said to have left by then need not have been there.
    """
    days = [day for day in (fact.started, fact.seen, fact.ended) if day]
    sat = [day for day in (fact.started, fact.seen) if day]
    return min(sat, default=None), max(days, default=None)


def _action(fact: Action, names: Names) -> Statement:
    agreed = None if fact.meeting is None else names.meeting(fact.meeting)
    return Statement(
        "action",
        t.ACTION,
        links=(*((t.OWNER, names.known(owner)) for owner in fact.owners), (t.AGREED_AT, agreed)),
        values=((t.DESCRIPTION, fact.description), (t.DUE_DATE, fact.due)),
    )


def _link(fact: Link, names: Names) -> Statement:
    return Statement(
        "link",
        t.LINK,
        links=(
            (t.SUBJECT, names.known(fact.subject)),
            (t.PREDICATE, t.RELATIONS[fact.relation]),
            (t.OBJECT, names.known(fact.object)),
        ),
        values=(),
    )


def plain_link(fact: Fact, names: Names) -> tuple[str, str, str] | None:
    """The plain triple that a link states beside its own node; None for other facts."""
    if not isinstance(fact, Link):
        return None
    return names.known(fact.subject), t.RELATIONS[fact.relation], names.known(fact.object)

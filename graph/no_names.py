"""What was read as a name and is none: rows `not a name` take it out, with what was said of it.

"Ward Councillors" is nobody, and so is whoever was read of "Item Four". A meeting of a body that is none
stays, without a body; somebody who came for it was there for nobody. It all comes back with the row gone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from whosat.graph.decisions_match import Index, Reference
from whosat.graph.resolve_names import parse
from whosat.ontology.facts import (
    Action,
    Attendance,
    Decision,
    DocumentFacts,
    Entity,
    Kind,
    Meeting,
    Membership,
    Mention,
)
from whosat.ontology.identifiers import slug


@dataclass(frozen=True, slots=True)
class NoName:
    """A name that a decision calls none: where it stands, and the decision."""

    document: DocumentFacts
    entity: Entity
    decision: Decision


def no_names(documents: Sequence[DocumentFacts], rows: Iterable[Decision]) -> Iterator[NoName]:
    """What the rows take out of the documents."""
    rows = tuple(rows)
    index = Index(documents) if rows else None
    for row in rows:
        found = set(index.find(row.name, row.document)) if index else set()
        for document in documents:
            for entity in document.entities:
                if Mention(document.sha256, entity.name) in found and _is_name(entity, row.name):
                    yield NoName(document, entity, row)


def _is_name(entity: Entity, typed: str) -> bool:
    """Whether what was typed is how the entity is called, not another form it is known under ("Clerk")."""
    reference = Reference.read(typed)
    short = parse(entity.name).whole if entity.kind is Kind.PERSON else entity.name
    return reference.reads(entity.name) or reference.name == slug(short)


def without_no_names(
    documents: Sequence[DocumentFacts], rows: Iterable[Decision]
) -> tuple[DocumentFacts, ...]:
    """The documents without what the rows call no name."""
    names: dict[str, set[str]] = {}
    for found in no_names(documents, rows):
        names.setdefault(found.document.sha256, set()).add(found.entity.name)
    return tuple(_without(one, names[one.sha256]) if one.sha256 in names else one for one in documents)


def _without(document: DocumentFacts, names: Collection[str]) -> DocumentFacts:
    def kept(name: str | None) -> str | None:
        return None if name in names else name

    def seat(fact: Membership) -> Membership:
        whom, whose = kept(fact.deputising_for), kept(fact.representing)
        return replace(fact, representing=whose, deputising_for=whom)

    def there(fact: Attendance) -> Attendance:
        whom, whose = kept(fact.deputising_for), kept(fact.representing)
        return replace(fact, representing=whose, deputising_for=whom)

    def held(meeting: Meeting) -> Meeting:
        return replace(meeting, body=kept(meeting.body))

    def owned(action: Action) -> Action:
        return replace(action, owners=tuple(owner for owner in action.owners if owner not in names))

    return replace(
        document,
        entities=tuple(one for one in document.entities if one.name not in names),
        meetings=tuple(map(held, document.meetings)),
        attendances=tuple(there(fact) for fact in document.attendances if fact.person not in names),
        memberships=tuple(
            seat(fact) for fact in document.memberships if not {fact.member, fact.body} & set(names)
        ),
        actions=tuple(map(owned, document.actions)),
        links=tuple(one for one in document.links if not {one.subject, one.object} & set(names)),
        contacts=tuple(one for one in document.contacts if one.person not in names),
    )

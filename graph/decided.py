"""What is decided over all documents, as quads: which names are one, and the seats that attendance shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from whosat.graph.memberships import Seat, infer
from whosat.graph.nquads import Lines
from whosat.graph.quads_parts import (
    UNKNOWN,
    describe,
    name_role,
    passage_node,
    say_evidence,
    say_pipeline,
)
from whosat.graph.spells import Closed
from whosat.graph.statements import role_node, said_role
from whosat.ontology import terms as t
from whosat.ontology.facts import (
    Attendance,
    Basis,
    Canonical,
    DocumentFacts,
    Membership,
    Mention,
    Proposal,
    Resolution,
    Verdict,
)
from whosat.ontology.identifiers import content_key, digest, document_key, iri

VERDICTS: Final = {Verdict.SAME: t.SAME, Verdict.DIFFERENT: t.DIFFERENT, Verdict.UNSURE: t.UNSURE}
MADE_BY: Final = "memberships from attendance"


def decided(
    documents: Sequence[DocumentFacts],
    resolution: Resolution,
    base: str,
    no_seats: frozenset[tuple[str, str]] = frozenset(),
    closed: Closed = MappingProxyType({}),
) -> Lines:
    """The graph `<base>/graph/resolution`."""
    out = Lines(iri(base, "graph/resolution"))
    keys = {facts.sha256: document_key(facts.identifier, facts.sha256) for facts in documents}
    forms = _forms(documents)
    for canonical in resolution.canonicals:
        _identity(out, base, canonical, forms, keys)
    named: dict[str, str] = {}  # "President" and "president" are one role, which has one name
    for role in sorted({role for facts in documents for role in _roles(facts)}):
        named.setdefault(role_node(base, role), role)
    for node, role in named.items():
        name_role(out, node, role)
    for pipeline in sorted({facts.pipeline or UNKNOWN for facts in documents}):
        say_pipeline(out, base, pipeline)
    for proposal in resolution.proposals:
        _judgement(out, base, proposal, keys)
    for seat in infer(documents, resolution, closed):
        if (seat.person, seat.body) not in no_seats:
            _seat(out, base, seat, keys)
    return out


def _forms(documents: Sequence[DocumentFacts]) -> dict[Mention, set[str]]:
    """The forms under which each document names its entities, which its own graph gives."""
    return {
        Mention(facts.sha256, entity.name): {entity.name, *entity.aliases}
        for facts in documents
        for entity in facts.entities
    }


def _roles(facts: DocumentFacts) -> Iterator[str]:
    with_roles: tuple[Attendance | Membership, ...] = (*facts.attendances, *facts.memberships)
    for fact in with_roles:
        if role := said_role(fact):
            yield role


def _identity(
    out: Lines, base: str, canonical: Canonical, forms: Mapping[Mention, set[str]], keys: dict[str, str]
) -> None:
    """What an entity is and is called is said once: a query over all graphs counts what each of them says."""
    me = iri(base, canonical.key)
    describe(out, me, canonical)
    seen = {canonical.name}.union(*(forms.get(mention, set()) for mention in canonical.mentions))
    for alias in sorted({*canonical.aliases} - seen):
        out.say(me, t.ALT_LABEL, alias)
    for mention in canonical.mentions if len(canonical.mentions) > 1 else ():
        out.link(_mention(out, base, mention, keys), t.STANDS_FOR, me)


def _mention(out: Lines, base: str, mention: Mention, keys: dict[str, str]) -> str:
    document = keys[mention.document]
    me = iri(base, f"mention/{document.partition('/')[2]}-{digest(mention.name, length=8)}")
    out.link(me, t.TYPE, t.MENTION)
    out.say(me, t.LABEL, mention.name)
    out.link(me, t.IN_DOCUMENT, iri(base, document))
    return me


def _judgement(out: Lines, base: str, proposal: Proposal, keys: dict[str, str]) -> None:
    left, right = sorted((proposal.left, proposal.right))
    pair = [left.document, left.name, right.document, right.name]
    me = iri(base, content_key("judgement", pair))
    out.link(me, t.TYPE, t.JUDGEMENT)
    out.link(me, t.LEFT, _mention(out, base, left, keys))
    out.link(me, t.RIGHT, _mention(out, base, right, keys))
    out.link(me, t.VERDICT, VERDICTS[proposal.verdict])
    out.say(me, t.CONFIDENCE, float(proposal.score))
    out.say(me, t.DECIDED_BY, proposal.decided_by)


def _seat(out: Lines, base: str, seat: Seat, keys: dict[str, str]) -> None:
    parts = [seat.person, seat.body, seat.organisation, seat.role]
    me = iri(base, content_key("membership", *parts, *([seat.spell] if seat.spell else [])))
    out.link(me, t.TYPE, t.MEMBERSHIP)
    out.link(me, t.MEMBER, iri(base, seat.person))
    out.link(me, t.BODY, iri(base, seat.body))
    out.link(me, t.BASIS, t.BASES[Basis.INFERRED])
    if seat.organisation:
        out.link(me, t.REPRESENTING, iri(base, seat.organisation))
    if seat.role:
        out.link(me, t.ROLE, role_node(base, seat.role))
    out.say(me, t.FIRST_SEEN, seat.first)
    out.say(me, t.LAST_SEEN, seat.last)
    out.say(me, t.SIGHTINGS, seat.count)
    places = [passage_node(base, keys[document], passage) for document, passage in seat.evidence]
    say_evidence(out, me, places, seat.confidence, MADE_BY)

"""Which mentions, over all documents, are one person, body or strategy, whatever the order of the files.

Bodies first, for whom somebody speaks tells people apart; then people. Verdicts: same, different, unsure.
What is unsure stays apart and is listed (`Resolution.proposals`). A merge rewrites no fact: it is a row in
a table. Scores are sums of named weights rather than a model's: a usual corpus has a few hundred names and no
labelled pairs, so there is nothing to estimate weights from, and every merge must be explained.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from whosat.graph import resolve_bodies, resolve_people, resolve_register
from whosat.graph.decisions import Decisions
from whosat.graph.resolve_canonical import canonicals
from whosat.graph.resolve_context import company
from whosat.graph.resolve_pairs import Features, Outcome, Rulings, settle
from whosat.graph.resolve_place import places
from whosat.ontology.facts import DocumentFacts, Mention, Resolution
from whosat.ontology.settings import Settings


def resolve(
    documents: Sequence[DocumentFacts], settings: Settings, decisions: Decisions | None = None
) -> Resolution:
    """Say which mentions are one; `decisions` go before every rule."""
    ordered = _distinct(documents)
    rulings = decisions.rulings(ordered) if decisions else Rulings()
    about = places(ordered, settings.area)
    bodies, of_bodies = _bodies(ordered, about, rulings)
    provisional = {
        mention: str(root[0])
        for root in of_bodies.groups
        for number in root
        for mention in bodies[number].mentions
    }
    people, of_people = _people(ordered, provisional, about, rulings)
    groups = [_mentions(bodies, group) for group in of_bodies.groups] + [
        _mentions(people, group) for group in of_people.groups
    ]
    named = canonicals(ordered, groups, decisions)
    key_of = {mention: canonical.key for canonical in named for mention in canonical.mentions}
    return Resolution(named, tuple(sorted((*of_bodies.proposals, *of_people.proposals))), key_of)


def _distinct(documents: Sequence[DocumentFacts]) -> list[DocumentFacts]:
    """Each document once, in an order of its own."""
    return resolve_people.in_order(
        list({document.sha256: document for document in reversed(list(documents))}.values())
    )


def _mentions(
    members: Sequence[resolve_register.Body] | Sequence[resolve_people.Person], group: Sequence[int]
) -> list[Mention]:
    return sorted(mention for number in group for mention in members[number].mentions)


def _bodies(
    documents: Sequence[DocumentFacts], about: Mapping[str, str | None], rulings: Rulings
) -> tuple[list[resolve_register.Body], Outcome]:
    bodies = resolve_register.gather(documents, about, company(documents), rulings.alone)
    register = resolve_register.Register(bodies)
    linked = _linked(documents, bodies)

    def impossible(left: int, right: int) -> str | None:
        if (min(left, right), max(left, right)) in linked:
            return "a paper names both and says how they are linked"
        return resolve_bodies.impossible(bodies[left], bodies[right])

    def judged() -> Iterator[tuple[int, int, Features]]:
        for left, right in register.pairs():
            if not impossible(left, right) and (
                features := resolve_bodies.judge(bodies[left], bodies[right], register)
            ):
                yield left, right, features

    weak = frozenset(body.number for body in bodies if body.common or body.own_acronym)
    return bodies, settle(bodies, judged(), weak, impossible, rulings)


def _linked(
    documents: Sequence[DocumentFacts], bodies: Sequence[resolve_register.Body]
) -> set[tuple[int, int]]:
    """Pairs of bodies that some paper links, as successor, parent or otherwise: they are two."""
    where = {mention: body.number for body in bodies for mention in body.mentions}
    found = set()
    for document in documents:
        for link in document.links:
            ends = [where.get(Mention(document.sha256, name)) for name in (link.subject, link.object)]
            if ends[0] is not None and ends[1] is not None and ends[0] != ends[1]:
                found.add((min(ends[0], ends[1]), max(ends[0], ends[1])))
    return found


def _people(
    documents: Sequence[DocumentFacts],
    key_of: Mapping[Mention, str],
    about: Mapping[str, str | None],
    rulings: Rulings,
) -> tuple[list[resolve_people.Person], Outcome]:
    people = resolve_people.gather(documents, key_of, about, rulings.alone)

    def impossible(left: int, right: int) -> str | None:
        return resolve_people.impossible(people[left], people[right])

    def judged() -> Iterator[tuple[int, int, Features]]:
        for left, right in resolve_people.pairs(people):
            if features := resolve_people.judge(people[left], people[right]):
                yield left, right, features

    def asked(left: int, right: int) -> bool:
        return resolve_people.two_forms(people[left], people[right])

    weak = frozenset(person.number for person in people if person.weak)
    return people, settle(people, judged(), weak, impossible, rulings, asked)

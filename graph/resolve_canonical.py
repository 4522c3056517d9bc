"""Under which name and key the mentions of one person, body or strategy stand in the graph."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from whosat.graph.decisions import Decisions
from whosat.graph.resolve_context import date_of
from whosat.graph.resolve_names import parse
from whosat.graph.resolve_words import is_acronym, is_common, signature
from whosat.ontology.facts import Canonical, DocumentFacts, Entity, Kind, Mention
from whosat.ontology.identifiers import entity_key, slug

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class _Seen:
    """An entity as one document has it, when, and whether the document's roster holds it."""

    mention: Mention
    entity: Entity
    when: tuple[str, str]
    listed: bool


def canonicals(
    documents: Sequence[DocumentFacts], groups: Iterable[Sequence[Mention]], decisions: Decisions | None
) -> tuple[Canonical, ...]:
    """One canonical a group of mentions, in order of their keys; namesakes keep distinct keys."""
    seen = _all_seen(documents)
    named = [_Named(tuple(seen[mention] for mention in group), decisions) for group in groups if group]
    by_key: dict[str, list[_Named]] = defaultdict(list)
    for one in named:
        by_key[entity_key(one.kind, one.name)].append(one)
    found = [one.canonical(key) for plain in sorted(by_key) for one, key in _keys(plain, by_key[plain])]
    return tuple(sorted(found))


def _all_seen(documents: Sequence[DocumentFacts]) -> Mapping[Mention, _Seen]:
    found = {}
    for document in documents:
        listed = {attendance.person for attendance in document.attendances}
        listed |= {name for fact in document.memberships for name in (fact.member, fact.body)}
        when = (str(date_of(document) or "9999"), document.identifier)
        for entity in document.entities:
            mention = Mention(document.sha256, entity.name)
            found[mention] = _Seen(mention, entity, when, entity.name in listed)
    return found


class _Named:
    """One group of mentions, and the name chosen for it."""

    def __init__(self, seen: Sequence[_Seen], decisions: Decisions | None) -> None:
        self.seen = sorted(seen, key=lambda one: (one.when, one.mention))
        kinds = {one.entity.kind for one in seen}
        self.kind = Kind.BOARD if Kind.BOARD in kinds else min(kinds)
        ruled = decisions.name_of(one.mention for one in self.seen) if decisions else None
        self.name = ruled or " ".join(_best_name(self.seen, self.kind).split())

    def canonical(self, key: str) -> Canonical:
        """The record, with every other form seen as an alias."""
        entities = [one.entity for one in self.seen]
        forms = {form for entity in entities for form in (entity.name, *entity.aliases)} - {self.name}
        return Canonical(
            key=key,
            kind=self.kind,
            name=self.name,
            mentions=tuple(sorted(one.mention for one in self.seen)),
            aliases=tuple(sorted(forms)),
            initials=_usual(entity.initials for entity in entities),
            honorific=_last(entity.honorific for entity in entities),
            sector=_usual(entity.sector for entity in entities),
            active=_last(entity.active for entity in entities),
            start_year=_last(entity.start_year for entity in entities),
            end_year=_last(entity.end_year for entity in entities),
        )


def _keys(plain: str, namesakes: list[_Named]) -> list[tuple[_Named, str]]:
    """The one seen first keeps the plain key, so that later papers don't change it.

    The others are told apart by where they were first seen.
    """
    ordered = sorted(namesakes, key=lambda one: (one.seen[0].when, one.seen[0].mention))
    keyed = [(ordered[0], plain)]
    keyed += [(one, entity_key(one.kind, one.name, f"{one.seen[0].mention}")) for one in ordered[1:]]
    return keyed


def _best_name(seen: Sequence[_Seen], kind: Kind) -> str:
    """The fullest form that is written most; rosters, typed with more care, count double."""
    counts: Counter[str] = Counter()
    for one in seen:
        counts[one.entity.name] += 2 if one.listed else 1
    rank = _person_rank if kind is Kind.PERSON else _body_rank
    return min(counts, key=lambda name: (rank(name), -counts[name], -len(name), slug(name), name))


def _person_rank(name: str) -> int:
    parsed = parse(name)
    return 0 if parsed.is_full else 1 if parsed.given else 2


def _body_rank(name: str) -> int:
    """Names of one's own before common ones, written-out ones before acronyms and abbreviations."""
    if is_acronym(name):
        return 3
    words = signature(name)
    short = any(word not in "".join(name.casefold().split()) and len(word) > 4 for word in words)
    return (2 if is_common(words) else 0) + int(short)


def _usual(values: Iterable[V | None]) -> V | None:
    counts: Counter[V] = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], str(value))) if counts else None


def _last(values: Iterable[V | None]) -> V | None:
    known = [value for value in values if value is not None]
    return known[-1] if known else None

"""All bodies of a corpus, grouped by how they are written, and the ways to find those that might be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from whosat.graph.resolve_names import fold
from whosat.graph.resolve_words import (
    is_acronym,
    is_common,
    is_national,
    letters_of,
    own_words,
    same_place,
    signature,
)
from whosat.ontology.facts import DocumentFacts, Entity, Kind, Mention, Relation

Words = tuple[str, ...]

TOO_BARE: Final = frozenset(
    "group board committee panel forum team council partnership trust network authority association "
    "service organisation agency alliance department member office programme strategy plan agreement "
    "framework".split()
)
_FILLERS: Final = frozenset("group board committee team".split())
_MOST_IN_A_BLOCK: Final = 60


def family(kind: Kind) -> str:
    """Organisations and boards are one family: one body may appear as both."""
    return "body" if kind in (Kind.ORGANISATION, Kind.BOARD) else kind.value


@dataclass(slots=True)
class Body:
    """Mentions that are written alike, with what is known around them. `number` is its place in the list.

    `named` are the bodies with a name of their own that its papers name, `parents` those it is part of there.
    """

    number: int
    family: str
    words: Words
    mentions: list[Mention] = field(default_factory=list)
    aliases: set[Words] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)
    own_acronym: str | None = None
    company: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    years: set[tuple[int | None, int | None]] = field(default_factory=set)
    parents: set[Words] = field(default_factory=set)
    named: set[Words] = field(default_factory=set)

    @property
    def common(self) -> bool:
        """Whether many bodies may bear this name."""
        return self.own_acronym is None and is_common(self.words)

    def shared(self, other: Body, relation: str) -> int:
        """How many of one kind of tie ("for", "on", "mail") two bodies share."""
        return sum(1 for tie in self.company & other.company if tie.startswith(relation + " "))


def gather(
    documents: Sequence[DocumentFacts],
    places: Mapping[str, str | None],
    ties: Mapping[Mention, frozenset[str]],
    alone: Collection[Mention] = (),
) -> list[Body]:
    """Group the mentions that are written alike, a common name only among papers of one place.

    Those in `alone` keep to themselves.
    """
    groups: dict[tuple[str, Words, str], Body] = {}
    for document in sorted(documents, key=lambda one: (one.identifier, one.sha256)):
        place = places.get(document.sha256)
        around = _Around.of(document)
        for entity in sorted(document.entities):
            if entity.kind is Kind.PERSON:
                continue
            words = signature(entity.name)
            unclear = is_common(words) or (is_acronym(entity.name) and len(words) == 1)
            apart = (place or document.sha256) if unclear else ""
            if entity.kind is Kind.LEGISLATION:
                apart = ""
            mention = Mention(document.sha256, entity.name)
            own = (mention.document, mention.name) if mention in alone else ()
            key = (family(entity.kind), (*words, *_years_key(entity), *own), apart)
            body = groups.setdefault(key, Body(len(groups), key[0], words))
            _take_in(body, document, entity, place, ties)
            body.named |= around.named
            body.parents |= around.parents.get(entity.name, set())
    return list(groups.values())


@dataclass(frozen=True, slots=True)
class _Around:
    """The bodies of one document that have a name of their own, and which body it says is part of which."""

    named: frozenset[Words]
    parents: Mapping[str, set[Words]]

    @classmethod
    def of(cls, document: DocumentFacts) -> _Around:
        """Read it off a document."""
        names = (signature(e.name) for e in document.entities if e.kind in (Kind.ORGANISATION, Kind.BOARD))
        parents: dict[str, set[Words]] = defaultdict(set)
        for link in document.links:
            if link.relation is Relation.SUBGROUP_OF and _of_its_own(words := signature(link.object)):
                parents[link.subject].add(words)
        return cls(frozenset(words for words in names if _of_its_own(words)), parents)


def _of_its_own(words: Words) -> bool:
    """Whether a name is some one body's of some one place: not "Audit Committee", and no ministry's."""
    return bool(own_words(words)) and not is_national(words) and len(words) > 1


def _years_key(entity: Entity) -> Words:
    return (
        (f"from {entity.start_year} to {entity.end_year}",)
        if entity.kind is Kind.STRATEGY and entity.start_year
        else ()
    )


def _take_in(
    body: Body,
    document: DocumentFacts,
    entity: Entity,
    place: str | None,
    ties: Mapping[Mention, frozenset[str]],
) -> None:
    mention = Mention(document.sha256, entity.name)
    body.mentions.append(mention)
    body.documents.add(document.sha256)
    body.company |= ties.get(mention, frozenset())
    body.years.add((entity.start_year, entity.end_year))
    if place:
        body.places.add(place)
    if is_acronym(entity.name) and len(body.words) == 1:
        body.own_acronym = fold(entity.name)
    for alias in entity.aliases:
        words = signature(alias)
        if is_acronym(alias) and len(words) == 1:
            body.acronyms.add(fold(alias))
        elif words != body.words and not set(words) <= TOO_BARE:
            body.aliases.add(words)


@dataclass(frozen=True)
class Register:
    """All bodies, and the ways to find those that might be one."""

    bodies: Sequence[Body]

    @cached_property
    def holders(self) -> Mapping[tuple[str, str], set[int]]:
        """Which bodies are called by an acronym in some paper."""
        found: dict[tuple[str, str], set[int]] = defaultdict(set)
        for body in self.bodies:
            for acronym in body.acronyms:
                found[body.family, acronym].add(body.number)
        return found

    @cached_property
    def by_ending(self) -> Mapping[tuple[str, Words], list[int]]:
        """Bodies with a name of their own, by each ending of it."""
        found: dict[tuple[str, Words], list[int]] = defaultdict(list)
        for body in self.bodies:
            if not body.common and body.own_acronym is None:
                for cut in range(1, len(body.words)):
                    found[body.family, body.words[cut:]].append(body.number)
        return found

    @cached_property
    def by_letters(self) -> Mapping[tuple[str, str], set[Words]]:
        """The names of bodies by their first letters."""
        found: dict[tuple[str, str], set[Words]] = defaultdict(set)
        for body in self.bodies:
            if body.own_acronym is None:
                found[body.family, letters_of(body.words)].add(body.words)
        return found

    @cached_property
    def one_place(self) -> bool:
        """Whether all papers of the corpus that are about a place are about one."""
        found = sorted({place for body in self.bodies for place in body.places})
        return all(same_place(one, other) for one in found for other in found)

    def meanings(self, family: str, acronym: str) -> int:
        """How many bodies an acronym may stand for, by what papers explain and by the letters of names."""
        explained = {self.bodies[number].words for number in self.holders.get((family, acronym), ())}
        return len(explained | self.by_letters.get((family, acronym), set()))

    def councils(self, short: Words) -> set[Words]:
        """The names that "X CC" may be short for."""
        wanted = [(*short[:-1], tier, "council") for tier in ("county", "city")]
        return {words for words in wanted if words in self.names}

    @cached_property
    def names(self) -> frozenset[Words]:
        """All names of bodies."""
        return frozenset(body.words for body in self.bodies)

    def completions(self, body: Body) -> list[int]:
        """The bodies whose name this one may be, cut short to its common words."""
        if not body.common or (len(body.words) == 1 and body.words[0] in TOO_BARE):
            return []
        found = {
            number
            for short in _short_forms(body.words)
            for number in self.by_ending.get((body.family, short), [])
        }
        return sorted(found)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Pairs that share a block, each once, in order."""
        seen: set[tuple[int, int]] = set()
        for numbers in self._blocks():
            for position, left in enumerate(numbers):
                for right in numbers[position + 1 :]:
                    seen.add((left, right))
        for body in self.bodies:
            seen.update(
                (min(body.number, other), max(body.number, other)) for other in self.completions(body)
            )
        yield from sorted(seen)

    def _blocks(self) -> Iterator[list[int]]:
        blocks: dict[tuple[object, ...], set[int]] = defaultdict(set)
        for body in self.bodies:
            for key in _block_keys(body):
                blocks[key].add(body.number)
        for numbers in blocks.values():
            if 1 < len(numbers) <= _MOST_IN_A_BLOCK:
                yield sorted(numbers)


def _short_forms(words: Words) -> list[Words]:
    """A common name as it may end a full one: "LSP Executive Group" → "partnership executive", …"""
    forms = [words, without_filler(words)]
    if words[:3] == ("local", "strategic", "partnership") and len(words) > 3:
        forms += [form[2:] for form in forms]
    return [form for form in forms if form]


def without_filler(words: Words) -> Words:
    """ "X Executive Group" is as good as "X Executive"."""
    executive = len(words) > 1 and words[-1] in _FILLERS and words[-2] == "executive"
    return words[:-1] if executive and words[-3:-2] != ("chief",) else words


def _block_keys(body: Body) -> Iterator[tuple[object, ...]]:
    words = body.words
    yield body.family, "words", words
    yield body.family, "executive", without_filler(words)
    yield body.family, "letters", "".join(words)
    if words[-1] in ("cc", "council"):
        yield body.family, "council", words[:-1] if words[-1] == "cc" else words[:-2]
    yield body.family, "nhs", tuple(word for word in words if word != "nhs")
    yield body.family, "cut", tuple(word[:3] for word in words)
    if len(words) > 1:
        for position in range(len(words)):
            yield body.family, "slip", position, words[:position] + words[position + 1 :]
    for alias in body.aliases:
        yield body.family, "words", alias
    for acronym in {*body.acronyms, *([body.own_acronym] if body.own_acronym else [])}:
        yield body.family, "acronym", acronym
    for tie in body.company:
        if tie.startswith("for "):
            yield body.family, "tie", tie
    if body.own_acronym is None and len(words) > 2:
        yield body.family, "acronym", letters_of(words)

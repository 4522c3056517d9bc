"""Which names of bodies are one body: acronyms, short forms, spelling, and names that only a place completes.

Names that differ by more are never one by likeness alone; a body and the one that succeeded it never are.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from whosat.graph.resolve_names import fold
from whosat.graph.resolve_place import agree
from whosat.graph.resolve_words import (
    INSTITUTIONS,
    TIERS,
    is_acronym,
    is_common,
    letters_of,
    own_words,
    same_place,
    shortened,
    signature,
    spelling_slip,
    stands_for_council,
)
from whosat.ontology.facts import DocumentFacts, Entity, Kind, Mention

Words = tuple[str, ...]
Features = tuple[tuple[str, float], ...]

_TOO_BARE: Final = frozenset(
    "group board committee panel forum team council partnership trust network authority association "
    "service organisation agency alliance department member office programme strategy plan agreement "
    "framework".split()
)
_FILLERS: Final = frozenset("group board committee team".split())
_DIRECTIONS: Final = frozenset("north south east west central mid upper lower".split())
_MOST_IN_A_BLOCK: Final = 60


def family(kind: Kind) -> str:
    """Organisations and boards are one family: one body may appear as both."""
    return "body" if kind in (Kind.ORGANISATION, Kind.BOARD) else kind.value


@dataclass(slots=True)
class Body:
    """Mentions that are written alike, with what is known around them. `number` is its place in the list."""

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
    return list(groups.values())


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
        elif words != body.words and not set(words) <= _TOO_BARE:
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
        if not body.common or (len(body.words) == 1 and body.words[0] in _TOO_BARE):
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
    forms = [words, _without_filler(words)]
    if words[:3] == ("local", "strategic", "partnership") and len(words) > 3:
        forms += [form[2:] for form in forms]
    return [form for form in forms if form]


def _without_filler(words: Words) -> Words:
    """ "X Executive Group" is as good as "X Executive"."""
    executive = len(words) > 1 and words[-1] in _FILLERS and words[-2] == "executive"
    return words[:-1] if executive and words[-3:-2] != ("chief",) else words


def _block_keys(body: Body) -> Iterator[tuple[object, ...]]:
    words = body.words
    yield body.family, "words", words
    yield body.family, "executive", _without_filler(words)
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


def impossible(left: Body, right: Body) -> str | None:
    """Why two names can't be one body, whatever else speaks for it."""
    if left.family != right.family:
        return "they are of different kinds"
    if left.own_acronym or right.own_acronym:
        return None
    if _tiers_clash(left.words, right.words):
        return "they are authorities of different tiers"
    if _numbers(left.words) != _numbers(right.words):
        return "their numbers differ"
    if set(left.words) & _DIRECTIONS != set(right.words) & _DIRECTIONS:
        return "they lie in different directions"
    if not any(_years_agree(one, other) for one in left.years for other in right.years):
        return "they cover different years"
    return None


def _tiers_clash(left: Words, right: Words) -> bool:
    mine, theirs = set(left) & TIERS, set(right) & TIERS
    return bool(mine and theirs and mine != theirs) and bool(
        {"council", "authority"} & set(left) & set(right)
    )


def _numbers(words: Words) -> set[str]:
    return {number for word in words for number in re.findall(r"\d+", word)}


def _years_agree(left: tuple[int | None, int | None], right: tuple[int | None, int | None]) -> bool:
    return all(one is None or other is None or one == other for one, other in zip(left, right, strict=True))


def judge(left: Body, right: Body, register: Register) -> Features:
    """What speaks for and against two names being one body; empty if nothing does."""
    named = _by_name(left, right, register)
    if named is None:
        return ()
    reason, weight, fragile = named
    features = [(reason, weight), *_by_company(left, right)]
    return (*features, *(_by_place(left, right) if fragile else ()))


def _by_name(left: Body, right: Body, register: Register) -> tuple[str, float, bool] | None:
    """The best reason in the names themselves, its weight, and whether places matter to it."""
    for ways in (_called_so, _acronym, _written_nearly_alike, _completed, _in_part):
        found = ways(left, right, register) or ways(right, left, register)
        if found:
            return found
    return None


def _called_so(left: Body, right: Body, _: Register) -> tuple[str, float, bool] | None:
    if right.words not in left.aliases or right.own_acronym:
        return None
    if is_common(right.words):
        near = bool(left.documents & right.documents) or _agree(left, right) is True
        return ("a paper calls it so", 0.72 if near else 0.45, not near)
    return "a paper calls it so", 0.8, False


def _acronym(left: Body, right: Body, register: Register) -> tuple[str, float, bool] | None:
    short = right.own_acronym
    if short is None:
        return None
    if short in left.acronyms:
        only = len({register.bodies[number].words for number in register.holders[left.family, short]}) == 1
        return (
            ("a paper explains the acronym", 0.75, left.common)
            if only
            else ("one of several of this acronym", 0.5, True)
        )
    if len(short) >= 3 and not left.own_acronym and letters_of(left.words) == short:
        return "its first letters", 0.42, True
    return None


def _written_nearly_alike(left: Body, right: Body, register: Register) -> tuple[str, float, bool] | None:
    if left.own_acronym and left.own_acronym == right.own_acronym:
        meanings = register.meanings(left.family, left.own_acronym)
        return (
            ("the same acronym", 0.75, False)
            if meanings < 2
            else ("an acronym of several bodies", 0.45, True)
        )
    if left.own_acronym or right.own_acronym:
        return None
    if stands_for_council(left.words, right.words):
        only = len(register.councils(left.words)) == 1
        return ("CC for the council of the place", 0.75 if only else 0.45, not only)
    if left.words == right.words:
        return "the same words, that many bodies are called by", 0.45, True
    slip = spelling_slip(left.words, right.words) or spelling_slip(right.words, left.words)
    if slip:
        own = slip in own_words(left.words) or slip in own_words(right.words)
        own = own and not (set(own_words(left.words)) & set(own_words(right.words)))
        return (
            ("a slip in its own name", 0.55, True)
            if own
            else ("spelt alike but for a slip", 0.75, left.common)
        )
    if shortened(left.words, right.words):
        return "a word cut short", 0.72, left.common
    return _near_enough(left, right)


def _near_enough(left: Body, right: Body) -> tuple[str, float, bool] | None:
    if _without_filler(left.words) == _without_filler(right.words):
        return "an executive with and without a word behind", 0.72, left.common
    if not left.common and "".join(left.words) == "".join(right.words):
        return "the same letters, parted otherwise", 0.75, False
    plain = [tuple(word for word in body.words if word != "nhs") for body in (left, right)]
    if plain[0] == plain[1] and len(plain[0]) > 2 and own_words(plain[0]):
        return "the same but for NHS", 0.75, False
    return None


def _completed(left: Body, right: Body, register: Register) -> tuple[str, float, bool] | None:
    """`left` is "City Council", `right` the city's."""
    candidates = register.completions(left)
    if right.number not in candidates:
        return None
    in_place = [number for number in candidates if _of_the_papers_place(left, register.bodies[number])]
    if right.number in in_place:
        alone = len(in_place) == 1 or _nearest(left, register, in_place) == right.number
        return "the place the paper is about completes the name", 0.75 if alone else 0.55, False
    near = [number for number in candidates if _agree(left, register.bodies[number])]
    if near == [right.number] and not in_place and left.words[-1] in INSTITUTIONS:
        return "the only such body in papers of the place", 0.6, True
    only = len(candidates) == 1
    return (
        ("the only such body of the corpus", 0.5, True) if only else ("one such body of several", 0.3, True)
    )


def _of_the_papers_place(short: Body, full: Body) -> bool:
    own = own_words(full.words)
    return any(same_place(place, word) for place in short.places for word in own[:1])


def _nearest(short: Body, register: Register, candidates: Sequence[int]) -> int | None:
    """The one candidate that adds nothing but the very place, where others add more."""
    exact = [number for number in candidates if set(own_words(register.bodies[number].words)) <= short.places]
    fewest = min((len(register.bodies[number].words) for number in exact), default=0)
    shortest = [number for number in exact if len(register.bodies[number].words) == fewest]
    return shortest[0] if len(shortest) == 1 else None


def _in_part(left: Body, right: Body, _: Register) -> tuple[str, float, bool] | None:
    """Weak likeness, which only people in common can carry: "Police Constabulary", "Derwent Constabulary"."""
    if left.own_acronym or right.own_acronym or not left.company & right.company:
        return None
    if left.common and left.words[-1] == right.words[-1] and not right.common:
        return "the same sort of body, without a name of its own", 0.35, True
    shared = set(left.words) & set(right.words)
    whole = shared in (set(left.words), set(right.words))
    return ("one name holds the other", 0.35, True) if whole and own_words(tuple(shared)) else None


def _by_company(left: Body, right: Body) -> Iterator[tuple[str, float]]:
    if (count := left.shared(right, "for")) > 0:
        yield f"people who speak for both: {count}", 0.2 if count == 1 else 0.3 if count < 5 else 0.45
    if (count := left.shared(right, "on")) > 1:
        yield f"people who sit on both: {count}", 0.15 if count < 4 else 0.3 if count < 8 else 0.45
    if left.shared(right, "mail"):
        yield "the same e-mail domain", 0.2


def _agree(left: Body, right: Body) -> bool | None:
    found = [agree(one, other) for one in sorted(left.places) for other in sorted(right.places)]
    return None if not found else any(found)


def _by_place(left: Body, right: Body) -> Iterator[tuple[str, float]]:
    agreed = _agree(left, right)
    if agreed:
        yield "papers of one place", 0.15
    elif agreed is False:
        yield "papers of different places", -0.2
    elif not left.places and not right.places and left.words == right.words:
        of_its_own = len(left.words) > 2 and left.words[-1] not in _TOO_BARE
        yield "neither paper is about one place", 0.25 if of_its_own else 0.1


def most_used(names: Iterable[str]) -> list[tuple[str, int]]:
    """Names by how often they occur, then by length and letters."""
    return sorted(Counter(names).items(), key=lambda item: (-item[1], -len(item[0]), item[0]))

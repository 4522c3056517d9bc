"""Which names of bodies are one body: acronyms, short forms, spelling, and names that only a place completes.

Names that differ by more are never one by likeness alone; a body and the one that succeeded it never are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from whosat.graph.resolve_place import agree
from whosat.graph.resolve_register import TOO_BARE, Body, Register, Words, without_filler
from whosat.graph.resolve_words import (
    INSTITUTIONS,
    TIERS,
    is_common,
    letters_of,
    own_words,
    same_place,
    shortened,
    spelling_slip,
    stands_for_council,
)

Features = tuple[tuple[str, float], ...]

_OF_EVERY_COUNCIL: Final = frozenset("committee subcommittee cabinet executive council".split())
"""Endings of names that every council gives: a corpus of one place may yet hold papers of two."""
_DIRECTIONS: Final = frozenset("north south east west central mid upper lower".split())


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
    if left.words == right.words and left.common and fragile:
        features += _by_papers(left, right, register)
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
    if without_filler(left.words) == without_filler(right.words):
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


def _by_papers(left: Body, right: Body, register: Register) -> Iterator[tuple[str, float]]:
    """What the papers around one common name say: the body it is part of, others beside it, its fullness."""
    if left.parents and right.parents:
        same = bool(left.parents & right.parents)
        yield ("part of the same body", 0.45) if same else ("part of different bodies", -0.3)
    elif left.parents & right.named or right.parents & left.named:
        yield "one paper calls it part of a body that the other names", 0.45
    shared = len(left.named & right.named)
    if shared:
        # two councils of one county name the same neighbours, and each has a planning committee
        much = shared > 1 and _is_full(left.words)
        yield f"papers that name the same bodies: {shared}", 0.2 if much else 0.1
    if register.one_place and _is_full(left.words) and not (left.parents and right.parents):
        yield "a full name, and papers of no other place", 0.25


def _is_full(words: Words) -> bool:
    """Whether a name of common words says enough to be one body's, not one that every council has."""
    return len(words) > 2 and words[-1] not in _OF_EVERY_COUNCIL


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
        of_its_own = len(left.words) > 2 and left.words[-1] not in TOO_BARE
        yield "neither paper is about one place", 0.25 if of_its_own else 0.1

"""Which mentions of people are one person: the name, and what joins or parts those who bear it.

The score of a pair is a plain sum of weights; each has a reason that can be read out (`whosat why-same`).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from whosat.graph.resolve_context import Profile, profiles, years_apart
from whosat.graph.resolve_names import NameLikeness, PersonName, compare, parse
from whosat.graph.resolve_nicknames import commonness, first_letters, roots, stand_for_one_another
from whosat.graph.resolve_place import agree
from whosat.ontology.facts import DocumentFacts, Mention

Features = tuple[tuple[str, float], ...]
_COMMON: Final = (("an uncommon name", 0.12), ("a fairly common name", 0.0), ("a common name", -0.12))
_BESIDE: Final = ("somebody of one name beside both", 0.05)
_MOST_IN_A_BLOCK: Final = 300
_NEIGHBOURS: Final = 60


@dataclass(slots=True)
class Person:
    """Mentions of one name for one organisation, with what is known around them."""

    number: int
    name: PersonName
    mentions: list[Mention] = field(default_factory=list)
    profile: Profile = field(default_factory=Profile)

    @property
    def weak(self) -> bool:
        """Whether this must not bridge two others: no given name, or nobody and nothing it belongs to."""
        return not self.name.is_full or not self.profile.organisations


def gather(
    documents: Sequence[DocumentFacts],
    key_of: Mapping[Mention, str],
    places: Mapping[str, str | None],
    alone: Collection[Mention] = (),
) -> list[Person]:
    """Group the mentions of one name and one organisation, or without any one board.

    Nobody stands twice in one roster, and those in `alone` keep to themselves.
    """
    groups: dict[tuple[str, ...], Person] = {}
    for document in in_order(documents):
        found = profiles(document, key_of, places.get(document.sha256))
        for name in sorted(found):
            _put(groups, Mention(document.sha256, name), found[name], alone)
    return list(groups.values())


def in_order(documents: Sequence[DocumentFacts]) -> list[DocumentFacts]:
    """Documents in an order that does not depend on how they were given."""
    return sorted(documents, key=lambda document: (document.identifier, document.sha256))


def _put(
    groups: dict[tuple[str, ...], Person], mention: Mention, profile: Profile, alone: Collection[Mention]
) -> None:
    name = parse(mention.name)
    base = (
        name.whole,
        *_belongs(mention, profile),
        *((mention.document, mention.name) if mention in alone else ()),
    )
    copy = 0
    while (person := groups.get((*base, str(copy)))) and _two_people(person.profile, profile):
        copy += 1
    person = groups.setdefault((*base, str(copy)), Person(len(groups), name))
    person.mentions.append(mention)
    person.profile.add(profile)


def _belongs(mention: Mention, profile: Profile) -> tuple[str, ...]:
    if profile.organisations:
        return ("for", *sorted(profile.organisations))
    return ("on", *sorted(profile.boards)) if profile.boards else ("in", mention.document)


def _two_people(left: Profile, right: Profile) -> bool:
    """Whether two who bear one name are two beyond doubt."""
    return _same_roster(left, right) or _man_and_woman(left, right)


def _man_and_woman(left: Profile, right: Profile) -> bool:
    return bool(left.genders and right.genders) and left.genders.isdisjoint(right.genders)


def _same_roster(left: Profile, right: Profile) -> bool:
    return not left.rosters.isdisjoint(right.rosters)


def pairs(people: Sequence[Person]) -> Iterator[tuple[int, int]]:
    """Pairs that share a block (surname, or given name and part of the surname, or an address), in order."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for person in people:
        for key in sorted(_block_keys(person)):
            blocks[key].append(person.number)
    seen: set[tuple[int, int]] = set()
    for numbers in blocks.values():
        ordered = sorted(numbers, key=lambda number: (people[number].name.whole, number))
        reach = len(ordered) if len(ordered) <= _MOST_IN_A_BLOCK else _NEIGHBOURS
        for at, left in enumerate(ordered):
            seen.update((min(left, right), max(left, right)) for right in ordered[at + 1 : at + 1 + reach])
    yield from sorted(seen)


def _block_keys(person: Person) -> set[tuple[str, ...]]:
    name = person.name
    keys: set[tuple[str, ...]] = set()
    given = name.given or ""
    for group in roots(given) or {given}:
        keys |= {("given", str(group), part[:2]) for part in name.surname.split("-")}
        keys.add(("given, end", str(group), name.surname[-3:]))
        keys |= {("full", str(group), part) for part in [name.surname, *name.surname.split("-")]}
    letters = {given[:1]} if len(given) < 2 else first_letters(given) | {given[:1]}
    keys |= {("initial", letter, name.surname.replace("-", "")) for letter in letters}
    keys |= {("middle", name.surname, middle) for middle in (*name.middles, given)}
    if name.middles:
        keys.add(("initial", given[:1], "".join((*name.middles, name.surname)).replace("-", "")))
    keys |= {("address", address) for address in person.profile.addresses}
    return keys


def impossible(left: Person, right: Person) -> str | None:
    """Why two mentions can't be one person, whatever else speaks for it."""
    if not compare(left.name, right.name).possible:
        return "the names do not agree"
    if _same_roster(left.profile, right.profile):
        return "both stand on one roster"
    if _man_and_woman(left.profile, right.profile):
        return "one is a man and the other a woman, by their titles"
    return None


def two_forms(left: Person, right: Person) -> bool:
    """Whether two of one roster may be one who is listed twice: "Walt" and "Walter" of one surname."""
    names = left.name, right.name
    return (
        _same_roster(left.profile, right.profile)
        and not _man_and_woman(left.profile, right.profile)
        and names[0].surname == names[1].surname
        and all(name.is_full for name in names)
        and stand_for_one_another(names[0].given or "", names[1].given or "")
    )


def judge(left: Person, right: Person) -> Features:
    """What speaks for and against two mentions being one person; empty if the names do not agree."""
    likeness = compare(left.name, right.name)
    if not likeness.possible:
        return ()
    features = [(likeness.reason, likeness.weight)]
    if likeness.exact:
        features.append(_COMMON[commonness(left.name.given, left.name.surname)])
    moved = _organisations_differ(left.profile, right.profile)
    features += _by_organisation(left.profile, right.profile, likeness)
    features += _by_board(left.profile, right.profile, moved)
    features += _by_company(left.profile, right.profile, moved)
    features = [feature for feature in features if feature[1]]
    if len(features) == 1 and left.name == right.name and left.profile.beside & right.profile.beside:
        features.append(_BESIDE)  # no more than a question: initials and a surname are borne by many
    return tuple(features)


def _by_organisation(left: Profile, right: Profile, likeness: NameLikeness) -> Iterator[tuple[str, float]]:
    if left.organisations & right.organisations:
        yield "the same organisation", 0.3
        return
    if _organisations_differ(left, right):
        yield "different organisations", -0.25
    elif left.documents & right.documents and not likeness.exact:
        yield "one paper, and only one of them on its roster", 0.3
    if left.addresses & right.addresses:
        yield "the same e-mail address", 0.5
    elif left.domains & right.domains:
        yield "the same e-mail domain", 0.2


def _organisations_differ(left: Profile, right: Profile) -> bool:
    return bool(left.organisations and right.organisations) and left.organisations.isdisjoint(
        right.organisations
    )


def _by_board(left: Profile, right: Profile, moved: bool) -> Iterator[tuple[str, float]]:
    shared = left.boards.keys() & right.boards.keys()
    if not shared:
        if not moved and (left.papers & right.boards.keys() or right.papers & left.boards.keys()):
            yield "named in a paper of the other's board", 0.15
        return
    gaps = [
        gap for board in shared if (gap := years_apart(left.boards[board], right.boards[board])) is not None
    ]
    if moved and any(_by_turns(left.boards[board], right.boards[board]) for board in shared):
        yield "the same board, by turns for different organisations", 0.15
    elif gaps and min(gaps) > 8:
        yield "the same board, but years apart", 0.1
    else:
        yield "the same board", 0.3


def _by_turns(left: set[dt.date], right: set[dt.date]) -> bool:
    """Whether two people are seen by turns, as one who changes from one organisation to another is not."""
    if not left or not right or len(left) + len(right) < 3:
        return False
    return min(left) <= max(right) and min(right) <= max(left)


def _by_company(left: Profile, right: Profile, moved: bool) -> Iterator[tuple[str, float]]:
    together = len(left.beside & right.beside)
    if together >= 3:
        yield f"people beside both: {together}", 0.15 if together < 6 else 0.2
    if left.jobs & right.jobs:
        yield "the same job", 0.15
    if left.sectors & right.sectors:
        yield "the same sector", 0.05
    if not moved and any(agree(one, other) for one in left.places for other in right.places):
        yield "papers of one place", 0.1
    gap = years_apart(left.dates, right.dates)
    if gap is not None and gap > 12:
        yield "papers many years apart", -0.1

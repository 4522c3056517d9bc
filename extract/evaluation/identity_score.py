"""Pairs of mentions that are rightly or wrongly one, for people, bodies, names with initials, and
namesakes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from whosat.extract.evaluation.identities import Identities
from whosat.extract.scoring import Tally
from whosat.ontology.facts import Mention


def pairwise(
    key_of: Mapping[Mention, str], truth: Mapping[Mention, str], among: Iterable[Mention] | None = None
) -> Tally:
    """Pairs joined rightly, pairs joined, pairs that belong together; with `among`, only pairs
    with one of those.
    """
    chosen = None if among is None else set(among)
    resolved = {mention: key_of.get(mention, f"alone {mention}") for mention in truth}
    both = {mention: (truth[mention], resolved[mention]) for mention in truth}
    return Tally(_pairs(both, chosen), _pairs(resolved, chosen), _pairs(truth, chosen))


def _pairs(groups: Mapping[Mention, object], chosen: set[Mention] | None) -> int:
    """Pairs within groups; with `chosen`, those of which at least one is chosen."""
    sizes = Counter(groups.values())
    whole = sum(size * (size - 1) // 2 for size in sizes.values())
    if chosen is None:
        return whole
    rest = Counter(group for mention, group in groups.items() if mention not in chosen)
    return whole - sum(size * (size - 1) // 2 for size in rest.values())


def kept_apart(
    key_of: Mapping[Mention, str], truth: Mapping[Mention, str], among: Iterable[Mention]
) -> Tally:
    """Pairs of different identities among the given mentions, and how many of them stay apart."""
    members: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(among):
        members[truth[mention]].append(mention)
    pairs = [
        (left, right)
        for one, other in combinations(sorted(members), 2)
        for left in members[one]
        for right in members[other]
    ]
    apart = sum(key_of.get(left, left) != key_of.get(right, right) for left, right in pairs)
    return Tally(apart, len(pairs), len(pairs))


def identity_scores(key_of: Mapping[Mention, str], known: Identities) -> dict[str, Tally]:
    """The figures by what made a name hard."""
    namesakes: dict[str, list[Mention]] = defaultdict(list)
    for mention in known.namesakes:
        namesakes[known.people[mention].split(" of ")[0]].append(mention)
    apart = Tally(0, 0, 0)
    for mentions in namesakes.values():
        apart += kept_apart(key_of, known.people, mentions)
    return {
        "people": pairwise(key_of, known.people),
        "people whose names need initials": pairwise(key_of, known.people, known.initialled),
        "namesakes": pairwise(key_of, known.people, known.namesakes),
        "namesakes kept apart": apart,
        "bodies": pairwise(key_of, known.bodies),
        "bodies that were renamed": pairwise(key_of, known.bodies, known.renamed),
    }


def wrongly_joined(key_of: Mapping[Mention, str], truth: Mapping[Mention, str]) -> list[str]:
    """Names of different identities that the resolution makes one, each pair once."""
    return _told(truth, key_of, "one, but they are {} and {}")


def wrongly_apart(key_of: Mapping[Mention, str], truth: Mapping[Mention, str]) -> list[str]:
    """Names of one identity that the resolution keeps apart, each pair once."""
    groups: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for mention, identity in truth.items():
        groups[identity][key_of.get(mention, f"alone {mention}")].add(mention.name)
    return [
        f"{identity} stays {len(parts)}: "
        + " | ".join(sorted(", ".join(sorted(names)) for names in parts.values()))
        for identity, parts in sorted(groups.items())
        if len(parts) > 1
    ]


def _told(truth: Mapping[Mention, str], key_of: Mapping[Mention, str], saying: str) -> list[str]:
    groups: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for mention, identity in truth.items():
        if mention in key_of:
            groups[key_of[mention]][identity].add(mention.name)
    lines = []
    for _, found in sorted(groups.items()):
        for one, other in combinations(sorted(found), 2):
            names = " / ".join(", ".join(sorted(found[key])) for key in (one, other))
            lines.append(f"{names}: {saying.format(one, other)}")
    return lines

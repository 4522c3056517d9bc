"""From judged pairs to clusters and proposals, the same way for people and for bodies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from whosat.graph.resolve_cluster import Clusters, Edge, cluster
from whosat.ontology.facts import Mention, Proposal, Verdict

SAME: Final = 0.70
"""From here on a pair is one."""
UNSURE: Final = 0.45
"""From here to SAME a pair stays apart and is listed for a person to decide."""

Features = tuple[tuple[str, float], ...]


class Member(Protocol):
    """Mentions that are one beyond question (one name, one organisation)."""

    number: int
    mentions: list[Mention]


@dataclass(frozen=True, slots=True)
class Rulings:
    """What people have decided: pairs of mentions that are one, or are not, each with the decision's key."""

    same: tuple[tuple[Mention, Mention, str], ...] = ()
    different: tuple[tuple[Mention, Mention, str], ...] = ()

    @property
    def alone(self) -> frozenset[Mention]:
        """Mentions that must not be grouped before the pairs are looked at."""
        return frozenset(mention for left, right, _ in self.different for mention in (left, right))


@dataclass(frozen=True, slots=True)
class Outcome:
    """Which members are one (lists of member numbers), and what was thought of the pairs."""

    groups: tuple[tuple[int, ...], ...]
    proposals: tuple[Proposal, ...]


def settle(
    members: Sequence[Member],
    judged: Iterable[tuple[int, int, Features]],
    weak: frozenset[int],
    impossible: Callable[[int, int], str | None],
    rulings: Rulings,
    asked: Callable[[int, int], bool] = lambda _left, _right: False,
) -> Outcome:
    """Cluster members by judged pairs; a person's decisions go before every rule.

    Two that can't be one by rule stay apart, and are `asked` about where a person may know better.
    """
    where = {mention: member.number for member in members for mention in member.mentions}
    apart = {
        _pair(where[left], where[right]): key
        for left, right, key in rulings.different
        if {left, right} <= where.keys()
    }
    edges = [Edge(left, right, score(features), features) for left, right, features in judged]
    edges = [edge for edge in edges if (edge.left, edge.right) not in apart]
    sure = [*_decided(rulings, where, apart), *(edge for edge in edges if edge.score >= SAME)]

    def contradiction(left: Sequence[int], right: Sequence[int]) -> str | None:
        for one in left:
            for other in right:
                if _pair(one, other) in apart:
                    return "a decision keeps them apart"
                if reason := impossible(one, other):
                    return reason
        return None

    clusters = cluster(len(members), sure, weak, contradiction)
    proposals = {
        *_of_groups(members),
        *_joined(members, clusters),
        *_apart(members, apart),
        *_unsure(members, clusters, edges, contradiction, apart, asked),
    }
    return Outcome(_groups(clusters, len(members)), tuple(sorted(proposals)))


def score(features: Features) -> float:
    """The sum of the weights, held between 0 and 1."""
    return round(min(1.0, max(0.0, sum(weight for _, weight in features))), 3)


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _decided(
    rulings: Rulings, where: dict[Mention, int], apart: dict[tuple[int, int], str]
) -> Iterator[Edge]:
    for left, right, key in rulings.same:
        if left in where and right in where and where[left] != where[right]:
            pair = _pair(where[left], where[right])
            if pair not in apart:
                yield Edge(*pair, 1.0, (("a decision says so", 1.0),), key)


def _groups(clusters: Clusters, count: int) -> tuple[tuple[int, ...], ...]:
    groups: dict[int, list[int]] = {}
    for number in range(count):
        groups.setdefault(clusters.root(number), []).append(number)
    return tuple(tuple(groups[root]) for root in sorted(groups))


def _of_groups(members: Sequence[Member]) -> Iterator[Proposal]:
    for member in members:
        first = member.mentions[0]
        for other in member.mentions[1:]:
            left, right = sorted((first, other))
            yield Proposal(left, right, Verdict.SAME, 1.0, (("the same name in the same surroundings", 1.0),))


def _proposal(members: Sequence[Member], edge: Edge, verdict: Verdict, *notes: str) -> Proposal:
    left, right = sorted((members[edge.left].mentions[0], members[edge.right].mentions[0]))
    features = (*edge.features, *((note, 0.0) for note in notes))
    return Proposal(left, right, verdict, edge.score, features, edge.decided_by)


def _joined(members: Sequence[Member], clusters: Clusters) -> Iterator[Proposal]:
    for edge in clusters.joined:
        yield _proposal(members, edge, Verdict.SAME)


def _apart(members: Sequence[Member], apart: dict[tuple[int, int], str]) -> Iterator[Proposal]:
    for (left, right), key in apart.items():
        edge = Edge(left, right, 0.0, (("a decision says so", -1.0),), key)
        yield _proposal(members, edge, Verdict.DIFFERENT)


def _unsure(
    members: Sequence[Member],
    clusters: Clusters,
    edges: Iterable[Edge],
    contradiction: Callable[[Sequence[int], Sequence[int]], str | None],
    apart: Iterable[tuple[int, int]],
    asked: Callable[[int, int], bool],
) -> Iterator[Proposal]:
    """The best undecided pair between any two clusters; one that cannot be is told as different.

    Clusters that a decision keeps apart leave no question open.
    """
    decided = {_pair(clusters.root(left), clusters.root(right)) for left, right in apart}
    best: dict[tuple[int, int], tuple[float, Edge, str | None]] = {}
    doubtful: list[tuple[Edge, str | None]] = [*clusters.refused]
    doubtful += [(edge, None) for edge in edges if UNSURE <= edge.score < SAME]
    for edge, reason in sorted(
        doubtful, key=lambda item: (-item[0].score, item[0].left, item[0].right, item[1] or "")
    ):
        pair = _pair(clusters.root(edge.left), clusters.root(edge.right))
        if pair[0] != pair[1] and pair not in decided:
            best.setdefault(pair, (edge.score, edge, reason))
    for _, edge, reason in best.values():
        why = contradiction([edge.left], [edge.right])
        if why and not asked(edge.left, edge.right):
            yield _proposal(members, edge, Verdict.DIFFERENT, why)
        else:
            yield _proposal(members, edge, Verdict.UNSURE, *([reason] if reason else []))

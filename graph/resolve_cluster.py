"""From pairs to clusters: the surest pair first, and no chain through a contradiction.

A cluster grows only while every two of its members can be one; a pair that would join two that cannot is set
aside as unsure, with the reason. A member that proves little by itself (an initial for a given name, nobody
to represent) never bridges two clusters: it joins one when that one stands out, and stays apart otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

STANDS_OUT: Final = 0.15
"""By how much a weak member's best cluster must beat the next for the choice to be made by rule."""


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """Two members (by number, the lower first), the score of their being one, its parts, and who decided."""

    left: int
    right: int
    score: float
    features: tuple[tuple[str, float], ...] = ()
    decided_by: str = "rule"

    @property
    def strength(self) -> float:
        """The sum of the weights, which tells apart what the score, held at 1, does not."""
        return round(sum(weight for _, weight in self.features), 3)

    @property
    def certain(self) -> bool:
        """Whether a person decided it."""
        return self.decided_by != "rule"


@dataclass(slots=True)
class Clusters:
    """Which member is in which cluster, the edges that joined them, and those that were refused."""

    label: list[int]
    joined: list[Edge] = field(default_factory=list)
    refused: list[tuple[Edge, str]] = field(default_factory=list)

    def root(self, member: int) -> int:
        """The cluster's lowest member."""
        while self.label[member] != member:
            self.label[member] = self.label[self.label[member]]
            member = self.label[member]
        return member


Contradiction = Callable[[Sequence[int], Sequence[int]], str | None]
"""Why two groups of members cannot be one, or None."""


def cluster(
    count: int, edges: Iterable[Edge], weak: frozenset[int], contradiction: Contradiction
) -> Clusters:
    """Join members over edges that say "same".

    `weak` are members that must not bridge clusters. The result does not depend on the order of the edges.
    """
    grown = _Growing(Clusters(list(range(count))), contradiction)
    ordered = sorted(edges, key=lambda edge: (not edge.certain, -edge.strength, edge.left, edge.right))
    strong: list[Edge] = []
    doubtful: list[Edge] = []
    for edge in ordered:
        (doubtful if not edge.certain and weak & {edge.left, edge.right} else strong).append(edge)
    for edge in strong:
        grown.join(edge)
    _place_weak(grown, doubtful, weak)
    return grown.clusters


class _Growing:
    """Clusters while they grow, with the members of each."""

    def __init__(self, clusters: Clusters, contradiction: Contradiction) -> None:
        self.clusters = clusters
        self._contradiction = contradiction
        self._members = {number: [number] for number in range(len(clusters.label))}

    def members(self, root: int) -> list[int]:
        return self._members[root]

    def join(self, edge: Edge) -> None:
        """Join the two clusters an edge connects, unless two of their members cannot be one."""
        left, right = sorted((self.clusters.root(edge.left), self.clusters.root(edge.right)))
        if left == right:
            self.clusters.joined.append(edge)
            return
        reason = self._contradiction(self._members[left], self._members[right])
        if reason and not edge.certain:
            self.clusters.refused.append((edge, reason))
            return
        self.clusters.label[right] = left
        self._members[left] = sorted(self._members[left] + self._members.pop(right))
        self.clusters.joined.append(edge)


def _place_weak(grown: _Growing, edges: Sequence[Edge], weak: frozenset[int]) -> None:
    """Give each weak member to the one cluster that stands out, the plainest cases first."""
    options: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        options[edge.left].append(edge)
        options[edge.right].append(edge)
    ranked = sorted(
        (-max(e.strength for e in options[one]), len(options[one]), one) for one in weak & set(options)
    )
    for _, _, member in ranked:
        _Placing(grown, member, options, weak).settle()


class _Placing:
    """One weak member, and the clusters it might belong to."""

    def __init__(
        self, grown: _Growing, member: int, options: dict[int, list[Edge]], weak: frozenset[int]
    ) -> None:
        self._grown = grown
        self._member = member
        self._options = options
        self._weak = weak

    def settle(self) -> None:
        """Join the best cluster, if no other comes near that is not itself one with the best."""
        home = self._grown.clusters.root(self._member)
        best = [edge for root, edge in self._best().items() if root != home]
        if not best:
            return
        if self._weak.issuperset(self._grown.members(home)):
            self._choose(best)
        else:
            self._refuse(
                [edge for edge in best if not self._linked(home, self._other(edge))], "another fits better"
            )

    def _choose(self, best: list[Edge]) -> None:
        near = [edge for edge in best[1:] if best[0].strength - edge.strength < STANDS_OUT - 1e-9]
        if all(self._linked(self._other(best[0]), self._other(edge)) for edge in near):
            self._grown.join(best[0])
        else:
            self._refuse(best, "several fit, and none stands out")

    def _refuse(self, edges: Iterable[Edge], reason: str) -> None:
        self._grown.clusters.refused.extend((edge, reason) for edge in edges)

    def _best(self) -> dict[int, Edge]:
        best: dict[int, Edge] = {}
        ordered = sorted(
            self._options[self._member], key=lambda edge: (-edge.strength, edge.left, edge.right)
        )
        for edge in ordered:
            best.setdefault(self._other(edge), edge)
        return best

    def _other(self, edge: Edge) -> int:
        return self._grown.clusters.root(edge.right if edge.left == self._member else edge.left)

    def _linked(self, left: int, right: int) -> bool:
        """Whether the two clusters are thought to be one by some pair without this member."""
        inside, root = set(self._grown.members(left)), self._grown.clusters.root
        return left == right or any(
            self._member not in (edge.left, edge.right) and right in (root(edge.left), root(edge.right))
            for member in inside
            for edge in self._options.get(member, [])
        )

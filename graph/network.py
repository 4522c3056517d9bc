"""The network of people and boards: who ties which bodies together, and where it would come apart.

A two-mode network: people on one side, boards on the other, a seat between them. Its projections say which
boards share members (interlocks) and which organisations meet where. networkx is the interface throughout;
igraph computes betweenness and communities where a network is large (70 times faster on 11,000 edges).

Sources: Borgatti and Everett (1997) for two-mode centrality; Burt (1992) for constraint; Seidman (1983) for
k-cores; Blondel et al. (2008) for communities.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from whosat.graph.view import Seat
from whosat.ontology.facts import Kind

LARGE = 1500  # nodes above which exact betweenness in Python takes more than a few seconds
SEED = 20100122


@dataclass(frozen=True, slots=True, order=True)
class Bond:
    """Two boards (or organisations) and what they share: people, or boards; each an IRI."""

    left: str
    right: str
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class CutPoint:
    """A person or board without which the network falls apart, and the parts that would lose touch."""

    node: str
    parts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a node stands; `betweenness` and `degree` are normalised for two modes."""

    node: str
    seats: int
    degree: float
    betweenness: float
    constraint: float | None
    core: int
    community: int


def within(seats: Iterable[Seat], since: str = "", until: str = "") -> tuple[Seat, ...]:
    """The people's seats whose evidence touches a span of time (ISO dates), in a fixed order.

    A post is no seat: it ties nobody to a table. A seat without dates is in no span but the whole.
    """
    chosen = (seat for seat in seats if seat.member.startswith(f"{Kind.PERSON}/") and not seat.post)
    return tuple(sorted(seat for seat in chosen if _reaches(seat, since, until)))


def _reaches(seat: Seat, since: str, until: str) -> bool:
    if not since and not until:
        return True
    if not seat.first or not seat.last:
        return False
    # cut to the shorter form, so that "2010" holds all of its days
    return (not until or seat.first[: len(until)] <= until) and (not since or seat.last >= since)


def two_mode(seats: Iterable[Seat]) -> nx.Graph[str]:
    """People and boards by key, an edge for each pair with a seat; nodes carry `kind`, edges `seats`."""
    graph: nx.Graph[str] = nx.Graph()
    held: dict[tuple[str, str], list[Seat]] = defaultdict(list)
    for seat in sorted(seats):
        held[seat.member, seat.body].append(seat)
    for (person, board), found in held.items():
        graph.add_node(person, kind="person")
        graph.add_node(board, kind="board")
        graph.add_edge(person, board, seats=tuple(found))
    return graph


def people(graph: nx.Graph[str]) -> tuple[str, ...]:
    """The person side of a two-mode network."""
    return tuple(node for node in graph if _kind(graph, node) == "person")


def boards(graph: nx.Graph[str]) -> tuple[str, ...]:
    """The board side of a two-mode network."""
    return tuple(node for node in graph if _kind(graph, node) == "board")


def interlocks(graph: nx.Graph[str]) -> tuple[Bond, ...]:
    """Pairs of boards that share members, those that share most first."""
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for person in people(graph):
        for pair in itertools.combinations(sorted(graph[person]), 2):
            shared[pair].append(person)
    return _bonds(shared)


def meeting_grounds(seats: Iterable[Seat]) -> tuple[Bond, ...]:
    """Pairs of organisations that sit on the same boards, those that share most first."""
    sits: dict[str, set[str]] = defaultdict(set)
    for seat in seats:
        if seat.representing:
            sits[seat.body].add(seat.representing)
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for board in sorted(sits):
        for pair in itertools.combinations(sorted(sits[board]), 2):
            shared[pair].append(board)
    return _bonds(shared)


def _bonds(shared: Mapping[tuple[str, str], Sequence[str]]) -> tuple[Bond, ...]:
    bonds = (Bond(left, right, tuple(sorted(what))) for (left, right), what in shared.items())
    return tuple(sorted(bonds, key=lambda bond: (-len(bond.shared), bond)))


def projection(bonds: Iterable[Bond]) -> nx.Graph[str]:
    """A one-mode network from bonds; `weight` is how many people or boards each pair shares."""
    graph: nx.Graph[str] = nx.Graph()
    for bond in sorted(bonds):
        graph.add_edge(bond.left, bond.right, weight=len(bond.shared))
    return graph


def degree(graph: nx.Graph[str]) -> dict[str, float]:
    """The share of the other side that each node is tied to (Borgatti and Everett)."""
    side = people(graph)
    return dict(nx.bipartite.degree_centrality(graph, side)) if side else {}


def betweenness(graph: nx.Graph[str]) -> dict[str, float]:
    """How often a node lies on the shortest ways between others, 1 being the most its side allows.

    Normalised for two modes (Borgatti and Everett 1997, p. 256); igraph counts where the network is large.
    """
    side = people(graph)
    if not side or len(side) == len(graph):
        return dict.fromkeys(graph, 0.0)
    n, m = len(side), len(graph) - len(side)
    most = {"person": _most_between(n, m), "board": _most_between(m, n)}
    kinds = nx.get_node_attributes(graph, "kind")
    # one person, or one board, lies between none: the most is 0
    return {node: value / (most[kinds[node]] or 1.0) for node, value in _between(graph).items()}


def _between(graph: nx.Graph[str]) -> dict[str, float]:
    if len(graph) <= LARGE:
        return dict(nx.betweenness_centrality(graph, normalized=False))
    return dict(zip(graph, _as_igraph(graph).betweenness(directed=False), strict=True))


def _most_between(own: int, other: int) -> float:
    s, t = divmod(own - 1, other)
    return (other**2 * (s + 1) ** 2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2.0


def _as_igraph(graph: nx.Graph[str]) -> Any:
    import igraph

    number = {node: i for i, node in enumerate(graph)}
    return igraph.Graph(n=len(graph), edges=[(number[a], number[b]) for a, b in graph.edges])


def brokers(graph: nx.Graph[str]) -> dict[str, float]:
    """Burt's constraint of each person with at least two boards: the lower, the more they alone connect."""
    chosen = [person for person in people(graph) if graph.degree(person) > 1]
    return {node: float(value) for node, value in nx.constraint(graph, chosen).items() if value == value}


def communities(graph: nx.Graph[str]) -> tuple[frozenset[str], ...]:
    """Parts of the network that are more tied within than between (Louvain, seeded), largest first."""
    if not graph:
        return ()
    found = nx.community.louvain_communities(graph, seed=SEED)
    return tuple(sorted((frozenset(part) for part in found), key=lambda part: (-len(part), min(part))))


def core(graph: nx.Graph[str]) -> tuple[int, frozenset[str]]:
    """The deepest k-core (Seidman): k, and the nodes that have at least k ties among themselves."""
    if not graph:
        return 0, frozenset()
    numbers = nx.core_number(graph)
    deepest = max(numbers.values())
    return deepest, frozenset(node for node, k in numbers.items() if k == deepest)


def cut_points(graph: nx.Graph[str]) -> tuple[CutPoint, ...]:
    """Nodes that alone hold parts of the network together; those that part most people first.

    A board always parts the members who sit nowhere else; only parts that hold a board of their own count.
    """
    found = []
    for node in nx.articulation_points(graph):
        home = graph.subgraph(nx.node_connected_component(graph, node)).copy()
        home.remove_node(node)
        parts = [part for part in nx.connected_components(home) if any(_is_board(graph, x) for x in part)]
        if len(parts) > 1:
            parts.sort(key=lambda part: (-len(part), min(part)))
            found.append(CutPoint(node, tuple(tuple(sorted(part)) for part in parts)))
    return tuple(sorted(found, key=lambda cut: (-_parted(cut), cut.node)))


def _kind(graph: nx.Graph[str], node: str) -> str:
    return str(graph.nodes[node]["kind"])


def _is_board(graph: nx.Graph[str], node: str) -> bool:
    return _kind(graph, node) == "board"


def _parted(cut: CutPoint) -> int:
    """How many nodes lose touch with the largest part."""
    return sum(len(part) for part in cut.parts[1:])


def standings(graph: nx.Graph[str]) -> tuple[Standing, ...]:
    """Every node's standing, in the order of the graph."""
    shares, between, constraint = degree(graph), betweenness(graph), brokers(graph)
    cores = nx.core_number(graph)
    member_of = {node: i for i, part in enumerate(communities(graph)) for node in part}
    return tuple(
        Standing(
            node,
            graph.degree(node),
            shares.get(node, 0.0),
            between.get(node, 0.0),
            constraint.get(node),
            cores[node],
            member_of[node],
        )
        for node in graph
    )


def ways(graph: nx.Graph[str], start: str, end: str, most: int = 3) -> tuple[tuple[str, ...], ...]:
    """The shortest ways from one thing to another, at most `most` of them; empty where there is none."""
    if start == end or start not in graph or end not in graph or not nx.has_path(graph, start, end):
        return ()
    found = sorted(itertools.islice(nx.all_shortest_paths(graph, start, end), most * 20))[:most]
    return tuple(map(tuple, found))

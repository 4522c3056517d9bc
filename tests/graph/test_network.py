"""Figures against published ones, against networkx, and on networks small enough to count by hand."""

from __future__ import annotations

import networkx as nx
import pytest

from whosat.graph import network
from whosat.graph.view import Seat, Source


def _seat(person: str, board: str, organisation: str | None = None, **more: object) -> Seat:
    source = Source("minutes.txt", 1, f"{person} of {board}")
    return Seat(f"person/{person}", board, representing=organisation or "", sources=(source,), **more)  # type: ignore[arg-type]


def _southern_women() -> nx.Graph[str]:
    davis = nx.davis_southern_women_graph()
    return network.two_mode(_seat(person, board) for person in davis.graph["top"] for board in davis[person])


# Borgatti and Halgin, "Analyzing Affiliation Networks" (2011): degree and betweenness, two-mode
PUBLISHED = {
    "Evelyn Jefferson": (0.571, 0.097),
    "Theresa Anderson": (0.571, 0.088),
    "Nora Fayette": (0.571, 0.113),
    "Dorothy Murchison": (0.143, 0.002),
    "E8": (0.778, 0.244),
    "E9": (0.667, 0.226),
}


@pytest.mark.parametrize("fast", [False, True])
def test_centrality_is_what_was_published_for_the_southern_women(
    fast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if fast:
        monkeypatch.setattr(network, "LARGE", 0)
    graph = _southern_women()
    shares, between = network.degree(graph), network.betweenness(graph)
    for node, (share, lies_between) in PUBLISHED.items():
        node = node if node.startswith("E") and node[1:].isdigit() else f"person/{node}"
        assert shares[node] == pytest.approx(share, abs=6e-4)
        assert between[node] == pytest.approx(lies_between, abs=6e-4)


def test_the_fast_way_agrees_with_networkx(monkeypatch: pytest.MonkeyPatch) -> None:
    seats = [_seat(f"p{i}", f"b{(i * i + j) % 11}") for i in range(60) for j in range(1 + i % 3)]
    graph = network.two_mode(seats)
    slow = network.betweenness(graph)
    monkeypatch.setattr(network, "LARGE", 0)
    assert network.betweenness(graph) == pytest.approx(slow)


def test_interlocks_are_the_weighted_projection() -> None:
    graph = _southern_women()
    ours = network.projection(network.interlocks(graph))
    theirs = nx.bipartite.weighted_projected_graph(graph, network.boards(graph))
    assert {frozenset(e): w for *e, w in ours.edges(data="weight")} == {
        frozenset(e): w for *e, w in theirs.edges(data="weight")
    }


def test_organisations_meet_where_they_hold_seats() -> None:
    seats = [
        _seat("a", "x", "Council"),
        _seat("b", "x", "Trust"),
        _seat("c", "y", "Trust"),
        _seat("d", "y", "Council"),
    ]
    assert network.meeting_grounds(seats) == (network.Bond("Council", "Trust", ("x", "y")),)


def test_one_person_holds_two_parts_together() -> None:
    left = [_seat(p, "North Board") for p in ("a", "b", "bridge")]
    right = [_seat(p, "South Board") for p in ("bridge", "c")]
    (cut,) = network.cut_points(network.two_mode(left + right))
    assert cut.node == "person/bridge"
    assert cut.parts == (("North Board", "person/a", "person/b"), ("South Board", "person/c"))


def test_the_shortest_ways_come_in_a_fixed_order() -> None:
    graph = network.two_mode([_seat(p, b) for p, b in ("ax", "bx", "by", "cy", "az", "dz", "dy", "ey")])
    graph.add_node("person/alone")
    assert network.ways(graph, "person/a", "person/c") == (
        ("person/a", "x", "person/b", "y", "person/c"),
        ("person/a", "z", "person/d", "y", "person/c"),
    )
    assert len(network.ways(graph, "person/a", "person/c", most=1)) == 1
    assert network.ways(graph, "person/a", "person/a") == ()
    assert network.ways(graph, "person/a", "person/alone") == ()
    assert network.ways(graph, "person/a", "person/nobody") == ()


def test_a_slice_of_time_keeps_what_the_evidence_reaches() -> None:
    seat = _seat("a", "x", first="2010-01-01", last="2011-01-01")
    undated = _seat("b", "x")
    assert network.within([seat, undated]) == (seat, undated)
    assert network.within([seat, undated], "2010-06", "2010-06") == (seat,)
    assert network.within([seat, undated], "2010", "2010") == (seat,)
    assert network.within([seat, undated], "2012") == ()


def test_standings_are_the_same_in_any_order_of_the_seats() -> None:
    seats = [_seat(p, b) for p in "abcdef" for b in "xyz" if (ord(p) * ord(b)) % 3]
    assert network.standings(network.two_mode(seats)) == network.standings(network.two_mode(seats[::-1]))


def test_an_empty_network_has_no_figures() -> None:
    empty = network.two_mode([])
    assert network.standings(empty) == ()
    assert network.cut_points(empty) == network.interlocks(empty) == ()


def test_one_person_on_two_boards_is_no_division_by_nothing() -> None:
    graph = network.two_mode([Seat("person/ann", "board/north"), Seat("person/ann", "board/south")])
    assert network.betweenness(graph)["board/north"] == 0
    assert network.core(network.two_mode([])) == (0, frozenset())

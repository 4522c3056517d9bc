"""A map that grows: what stood stays, what is new covers nothing, and a bad past does no harm."""

from __future__ import annotations

from hypothesis import given, settings
from sheets import graphs, overlapping

from whosat.graph.layout_growing import Settled, Stood, settle

Graph = tuple[dict[str, tuple[float, float]], list[tuple[str, str]]]


def wheel(boards: int, seats: int, first: int = 0) -> Graph:
    """Boards in a row, each linked to the next and to people of its own."""
    edges = [(f"board/{n}", f"board/{n + 1}") for n in range(first, first + boards - 1)]
    edges += [(f"person/{n}-{m}", f"board/{n}") for n in range(first, first + boards) for m in range(seats)]
    keys = sorted({end for edge in edges for end in edge})
    return {key: (150.0 if key < "p" else 110.0, 44.0) for key in keys}, edges


def stood(settled: Settled, edges: list[tuple[str, str]]) -> Stood:
    ends = {end for edge in edges if edge[0] != edge[1] for end in edge}
    places = settled.places
    return Stood(
        {key: at for key, at in places.items() if key in ends},
        {key: at for key, at in places.items() if key not in ends},
    )


@settings(deadline=None, max_examples=40)
@given(graphs(), graphs())
def test_whatever_comes_nothing_covers_anything_else(one: Graph, other: Graph) -> None:
    sizes, edges = one[0] | other[0], one[1] + other[1]
    before = settle(*one)
    after = settle(sizes, edges, (), stood(before, one[1]))
    assert overlapping(sizes, after.places) == []
    assert settle(sizes, edges, (), stood(before, one[1])) == after


@settings(deadline=None, max_examples=20)
@given(graphs())
def test_the_same_again_stands_the_same(graph: Graph) -> None:
    before = settle(*graph)
    assert settle(*graph, (), stood(before, graph[1])).places == before.places


def test_what_stood_stays_and_what_is_new_stands_by_what_it_hangs_on() -> None:
    sizes, edges = wheel(6, 8)
    before = settle(sizes, edges)
    more = {**sizes, "person/new": (110.0, 44.0), "board/alone": (150.0, 44.0)}
    after = settle(more, [*edges, ("person/new", "board/2")], (), stood(before, edges))
    assert after.stayed
    assert {key: after.places[key] for key in sizes} == before.places
    (x, y), (board_x, board_y) = after.places["person/new"], after.places["board/2"]
    assert abs(x - board_x) < 500 and abs(y - board_y) < 300
    assert overlapping(more, after.places) == []


def test_what_went_leaves_a_gap() -> None:
    sizes, edges = wheel(6, 8)
    before = settle(sizes, edges)
    fewer = {key: size for key, size in sizes.items() if key != "person/3-4"}
    after = settle(fewer, [edge for edge in edges if "person/3-4" not in edge], (), stood(before, edges))
    assert after.places == {key: before.places[key] for key in fewer}


def test_a_group_of_its_own_is_set_beside_what_stands() -> None:
    (sizes, edges), (more, others) = wheel(6, 8), wheel(2, 5, first=20)
    before = settle(sizes, edges)
    after = settle(sizes | more, edges + others, (), stood(before, edges))
    assert {key: after.places[key] for key in sizes} == before.places
    assert overlapping(sizes | more, after.places) == []


def test_where_most_is_new_all_is_laid_out_anew() -> None:
    (sizes, edges), (more, others) = wheel(2, 3), wheel(9, 8)
    assert not settle(sizes | more, edges + others, (), stood(settle(sizes, edges), edges)).stayed


def test_a_past_that_makes_a_bad_map_is_left() -> None:
    sizes, edges = wheel(6, 8)
    heaped = Stood(dict.fromkeys(sizes, (0.0, 0.0)))
    strewn = Stood({key: (n * 7919 % 9000.0, n * 104729 % 9000.0) for n, key in enumerate(sizes)})
    for past in (heaped, strewn):
        after = settle(sizes, edges, (), past)
        assert not after.stayed
        assert overlapping(sizes, after.places) == []


def test_what_gets_its_first_link_leaves_the_rows() -> None:
    sizes, edges = wheel(6, 8)
    sizes["person/late"] = (110.0, 44.0)
    before = settle(sizes, edges)
    after = settle(sizes, [*edges, ("person/late", "board/1")], (), stood(before, edges))
    assert after.places["person/late"] != before.places["person/late"]
    assert after.stayed

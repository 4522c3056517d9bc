from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st
from sheets import graphs, overlapping

from whosat.graph.layout import _start, _turned, orbit, place


@settings(deadline=None, max_examples=40)
@given(graphs())
def test_nothing_covers_anything_else(
    graph: tuple[dict[str, tuple[float, float]], list[tuple[str, str]]],
) -> None:
    sizes, edges = graph
    assert overlapping(sizes, place(sizes, edges)) == []


@settings(deadline=None, max_examples=20)
@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_of_what_is_given_does_not_matter(graph, random) -> None:
    sizes, edges = graph
    shuffled = list(sizes.items())
    random.shuffle(shuffled)
    flipped = [(b, a) for a, b in reversed(edges)]
    assert place(dict(shuffled), flipped) == place(sizes, edges)


def test_unlinked_things_stand_apart_in_rows() -> None:
    sizes = {f"board/{n}": (100.0, 40.0) for n in range(12)}
    places = place(sizes, [("board/0", "board/1"), ("board/1", "board/2")])
    lowest = max(places[f"board/{n}"][1] for n in range(3))
    assert all(places[f"board/{n}"][1] > lowest + 100 for n in range(3, 12))


def test_people_stand_around_their_board_and_between_two() -> None:
    places = {"board/a": (0, 0), "board/b": (1000, 0)}
    found = orbit(
        {"person/1": ["board/a"], "person/2": ["board/a"], "person/3": ["board/a", "board/b"]}, places
    )
    assert found["person/1"] != found["person/2"]
    assert abs(found["person/1"][0]) < 100
    assert 400 < found["person/3"][0] < 600


def test_nothing_at_all_has_no_place() -> None:
    assert place({}, []) == {}


def test_a_drawing_that_is_turned_or_mirrored_is_laid_the_same_way() -> None:
    points = [(0.0, 0.0), (9.0, 1.0), (4.0, 3.0), (12.0, -2.0), (2.0, 5.0)]
    own = [_start(f"board/{n}") for n in range(len(points))]
    laid = _turned(points, own)
    for angle, mirror in ((0.0, -1), (0.7, 1), (2.9, -1), (-1.6, 1)):
        cos, sin = math.cos(angle), math.sin(angle)
        turned = [(x * cos - y * mirror * sin, x * sin + y * mirror * cos) for x, y in points]
        for (x, y), (u, v) in zip(_turned(turned, own), laid, strict=True):
            assert math.isclose(x, u, abs_tol=1e-6) and math.isclose(y, v, abs_tol=1e-6)

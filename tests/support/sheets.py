"""Invented things to lay out on a sheet, and which of them cover each other."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

keys = st.integers(0, 40).map(lambda n: f"board/{n}")


@st.composite
def graphs(draw: st.DrawFn) -> tuple[dict[str, tuple[float, float]], list[tuple[str, str]]]:
    nodes = draw(st.lists(keys, min_size=1, max_size=30, unique=True))
    sizes = {key: (float(draw(st.integers(30, 170))), float(draw(st.integers(30, 72)))) for key in nodes}
    edges = draw(st.lists(st.tuples(st.sampled_from(nodes), st.sampled_from(nodes)), max_size=50))
    return sizes, edges


def overlapping(
    sizes: Mapping[str, tuple[float, float]], places: Mapping[str, tuple[int, int]]
) -> list[tuple[str, str]]:
    """Pairs whose boxes share more than the rounding of places explains."""
    found = []
    for a in places:
        for b in places:
            wide = (sizes[a][0] + sizes[b][0]) / 2 - abs(places[a][0] - places[b][0])
            high = (sizes[a][1] + sizes[b][1]) / 2 - abs(places[a][1] - places[b][1])
            if a < b and wide > 2 and high > 2:
                found.append((a, b))
    return found

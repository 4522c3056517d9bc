"""Where each thing stands on the map: found by igraph from a fixed start, then pushed apart until labels fit.

Units are pixels at full size. Each node starts where its own name says, so the same graph gives the same
places everywhere, and a graph with a little more in it gives nearly the same ones. Linked groups are laid out
one by one and packed; what has no link stands in rows of its own below them.
"""

from __future__ import annotations

import hashlib
import math
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import igraph

Point = tuple[float, float]
Size = tuple[float, float]
Edge = tuple[str, str]

NOWHERE: Mapping[str, Point] = MappingProxyType({})
SEED = 2010
STRETCH = 1.5  # screens and paper are wider than high
GAP = 90.0
FINE = 400  # up to so many nodes the slower, finer method is quick enough
MANY = 4 * FINE  # of more than so many some may overlap
PASSES = 120
GOLDEN = math.pi * (3 - 5**0.5)  # the turn from seed to seed of a sunflower


def place(
    sizes: Mapping[str, Size],
    edges: Iterable[Edge],
    order: Sequence[str] = (),
    starts: Mapping[str, Point] = NOWHERE,
) -> dict[str, tuple[int, int]]:
    """Place every key of `sizes` (width, height of its symbol with its label), without overlap where few.

    `order` is the order of the rows of unlinked things (by key where it says nothing); `starts` says where on
    the sheet (-0.5 to 0.5 across and down) the search for a place begins, its name where that says nothing.
    """
    keys = sorted(sizes)
    links = sorted({(min(e), max(e)) for e in edges if e[0] != e[1] and e[0] in sizes and e[1] in sizes})
    groups = groups_of(keys, links)
    linked = [spread(group, links_of, sizes, starts) for group, links_of in groups if len(group) > 1]
    places = _risen(_pack(linked, sizes), sizes)
    rank = {key: number for number, key in enumerate(order)}
    alone = sorted((g[0] for g, _ in groups if len(g) == 1), key=lambda key: (rank.get(key, len(rank)), key))
    places |= _rows(alone, sizes, places)
    return {key: (round(places[key][0]), round(places[key][1])) for key in keys}


def groups_of(keys: list[str], links: list[Edge]) -> list[tuple[list[str], list[Edge]]]:
    """Split into connected groups, the largest first."""
    import igraph

    number = {key: i for i, key in enumerate(keys)}
    graph = igraph.Graph(len(keys), [(number[a], number[b]) for a, b in links])
    member = graph.connected_components().membership
    inside: dict[int, list[str]] = defaultdict(list)
    between: dict[int, list[Edge]] = defaultdict(list)
    for key, group in zip(keys, member, strict=True):
        inside[group].append(key)
    for a, b in links:
        between[member[number[a]]].append((a, b))
    return sorted(((inside[g], between[g]) for g in inside), key=lambda g: (-len(g[0]), g[0][0]))


def _start(key: str, starts: Mapping[str, Point] = NOWHERE) -> Point:
    if key in starts:
        return starts[key]
    digest = hashlib.sha256(key.encode()).digest()
    return (int.from_bytes(digest[:4], "big") / 2**32 - 0.5, int.from_bytes(digest[4:8], "big") / 2**32 - 0.5)


def spread(
    keys: list[str], links: list[Edge], sizes: Mapping[str, Size], starts: Mapping[str, Point] = NOWHERE
) -> dict[str, Point]:
    """Lay out one connected group; its labels have room."""
    import igraph

    number = {key: i for i, key in enumerate(keys)}
    graph = igraph.Graph(len(keys), [(number[a], number[b]) for a, b in links])
    room = sum(sizes[key][0] * sizes[key][1] for key in keys)
    own = [_start(key, starts) for key in keys]
    points = _scaled(_turned(_drawn(graph, own), own), 2.4 * room)
    boxes = [sizes[key] for key in keys]
    return dict(zip(keys, _apart(points, boxes), strict=True))


def _drawn(graph: igraph.Graph, own: list[Point]) -> list[Point]:
    import igraph

    igraph.set_random_number_generator(random.Random(SEED))
    try:
        side = len(own) ** 0.5 * 4
        start = [(x * side, y * side) for x, y in own]
        if len(own) <= FINE:
            return [(x, y) for x, y in graph.layout_kamada_kawai(seed=start).coords]
        drawn = graph.layout_fruchterman_reingold(seed=start, niter=500, grid="grid")
        return [(x, y) for x, y in drawn.coords]
    finally:
        igraph.set_random_number_generator(random)


def _turned(points: list[Point], own: list[Point]) -> list[Point]:
    """Lay the longest stretch level, and of the four ways to lie take the one nearest to where it began.

    A layout is free to turn and to be mirrored; without this a small change of the graph may turn the whole.
    """
    n = len(points)
    mid_x, mid_y = sum(x for x, _ in points) / n, sum(y for _, y in points) / n
    flat = [(x - mid_x, y - mid_y) for x, y in points]
    xx, yy = sum(x * x for x, _ in flat), sum(y * y for _, y in flat)
    angle = math.atan2(2 * sum(x * y for x, y in flat), xx - yy) / 2
    cos, sin = math.cos(angle), math.sin(angle)
    level = [(x * cos + y * sin, y * cos - x * sin) for x, y in flat]
    right = 1 if sum(x * u for (x, _), (u, _) in zip(level, own, strict=True)) >= 0 else -1
    down = 1 if sum(y * v for (_, y), (_, v) in zip(level, own, strict=True)) >= 0 else -1
    return [(x * right, y * down) for x, y in level]


def _scaled(points: list[Point], area: float) -> list[Point]:
    """Stretch to the shape of a screen, and to an area (square pixels) in which the labels have room."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    wide, high = max(max(xs) - min(xs), 1e-9), max(max(ys) - min(ys), 1e-9)
    if wide < high:  # lie down rather than stand
        xs, ys, wide, high = ys, xs, high, wide
    width = (area * STRETCH) ** 0.5
    height = area / width
    if high / wide < 0.05:  # a pair, or a chain
        return [((x - min(xs)) * width / wide, y * 0.0) for x, y in zip(xs, ys, strict=True)]
    return [
        ((x - min(xs)) * width / wide, (y - min(ys)) * height / high) for x, y in zip(xs, ys, strict=True)
    ]


def _apart(points: list[Point], boxes: list[Size]) -> list[Point]:
    """Push overlapping boxes apart, each pair along the shorter way, until none overlaps or patience ends."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    for _ in range(PASSES if len(boxes) <= MANY else PASSES // 6):
        moved = False
        for a, b in _near(xs, ys, boxes):
            need_x = (boxes[a][0] + boxes[b][0]) / 2 - abs(xs[a] - xs[b])
            need_y = (boxes[a][1] + boxes[b][1]) / 2 - abs(ys[a] - ys[b])
            if need_x <= 0.5 or need_y <= 0.5:
                continue
            moved = True
            if need_x < need_y:
                push = (need_x + 1) / 2 * (1 if (xs[a], a) >= (xs[b], b) else -1)
                xs[a], xs[b] = xs[a] + push, xs[b] - push
            else:
                push = (need_y + 1) / 2 * (1 if (ys[a], a) >= (ys[b], b) else -1)
                ys[a], ys[b] = ys[a] + push, ys[b] - push
        if not moved:
            break
    return list(zip(xs, ys, strict=True))


def _near(xs: list[float], ys: list[float], boxes: list[Size]) -> list[tuple[int, int]]:
    """Pairs that might overlap, found through a grid as coarse as the largest box."""
    wide = max(box[0] for box in boxes)
    high = max(box[1] for box in boxes)
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for i, (x, y) in enumerate(zip(xs, ys, strict=True)):
        cells[int(x // wide), int(y // high)].append(i)
    pairs: list[tuple[int, int]] = []
    for (column, row), here in cells.items():
        pairs += [(a, b) for n, a in enumerate(here) for b in here[n + 1 :]]
        for side in ((1, 0), (-1, 1), (0, 1), (1, 1)):
            there = cells.get((column + side[0], row + side[1]))
            if there:
                pairs += [(a, b) for a in here for b in there]
    return pairs


def frame_of(places: Mapping[str, Point], sizes: Mapping[str, Size]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what stands there."""
    return (
        min(x - sizes[key][0] / 2 for key, (x, _) in places.items()),
        min(y - sizes[key][1] / 2 for key, (_, y) in places.items()),
        max(x + sizes[key][0] / 2 for key, (x, _) in places.items()),
        max(y + sizes[key][1] / 2 for key, (_, y) in places.items()),
    )


def _pack(groups: list[dict[str, Point]], sizes: Mapping[str, Size]) -> dict[str, Point]:
    """Set groups side by side in shelves, the largest first, so wide that they show largest on a screen."""
    if not groups:
        return {}
    frames = [frame_of(group, sizes) for group in groups]
    widths = [right - left for left, _, right, _ in frames]
    total, widest = sum(widths) + GAP * len(widths), max(widths)
    tried = [_shelves(frames, widest + (total - widest) * step / 12) for step in range(13)]
    corners, _, _ = min(tried, key=lambda shelves: max(shelves[1] / STRETCH, shelves[2]))
    placed: dict[str, Point] = {}
    for group, (left, top, _, _), (x, y) in zip(groups, frames, corners, strict=True):
        placed |= {key: (px - left + x, py - top + y) for key, (px, py) in group.items()}
    return placed


def _risen(places: dict[str, Point], sizes: Mapping[str, Size]) -> dict[str, Point]:
    """Draw out a flat map to the shape of a screen: more room for labels, and still no overlap."""
    if not places:
        return places
    left, top, right, bottom = frame_of(places, sizes)
    more = min(1.6, max(1.0, (right - left) / STRETCH / (bottom - top)))
    return {key: (x, top + (y - top) * more) for key, (x, y) in places.items()}


def _shelves(
    frames: list[tuple[float, float, float, float]], width: float
) -> tuple[list[Point], float, float]:
    """Return the upper left corner of each frame set in shelves of a width; the width and height of all."""
    corners: list[Point] = []
    x = y = shelf = widest = 0.0
    for left, top, right, bottom in frames:
        if x and x + right - left > width:
            x, y, shelf = 0.0, y + shelf + GAP, 0.0
        corners.append((x, y))
        x, shelf = x + right - left + GAP, max(shelf, bottom - top)
        widest = max(widest, x - GAP)
    return corners, widest, y + shelf


def _rows(alone: list[str], sizes: Mapping[str, Size], above: Mapping[str, Point]) -> dict[str, Point]:
    """Set unlinked things in rows as wide as what stands above them."""
    if not alone:
        return {}
    wide, high = max(sizes[key][0] for key in alone), max(sizes[key][1] for key in alone)
    left, _, right, bottom = frame_of(above, sizes) if above else (0.0, 0.0, 0.0, -2 * GAP)
    least = (len(alone) * wide * high * STRETCH) ** 0.5 if len(above) < len(alone) else 0.0
    columns = max(1, int(max(right - left, least) // wide))
    top = bottom + 2 * GAP
    return {
        key: (left + wide / 2 + wide * (i % columns), top + high / 2 + high * (i // columns))
        for i, key in enumerate(alone)
    }


def orbit(
    anchors: Mapping[str, Sequence[str]],
    places: Mapping[str, tuple[int, int]],
    before: Mapping[str, Point] = NOWHERE,
) -> dict[str, tuple[int, int]]:
    """Place what belongs to something placed already: in a sunflower about it, or between several of them.

    What stood somewhere `before` stays there, and the others take the seats that are left.
    """
    placed = {key: (round(before[key][0]), round(before[key][1])) for key in sorted(anchors) if key in before}
    taken, crowd = set(placed.values()), dict[str, Iterator[tuple[int, int]]]()
    for key in sorted(anchors.keys() - placed.keys()):
        held = [places[anchor] for anchor in anchors[key] if anchor in places]
        if len(held) > 1:
            dx, dy = _start(key)
            x, y = sum(x for x, _ in held) / len(held), sum(y for _, y in held) / len(held)
            placed[key] = (round(x + 60 * dx), round(y + 60 * dy))
        elif held:
            seats = crowd.setdefault(anchors[key][0], _sunflower(*held[0]))
            placed[key] = next(seat for seat in seats if seat not in taken)
    return placed


def _sunflower(x: int, y: int) -> Iterator[tuple[int, int]]:
    for seat in count():
        reach, turn = 34 + 15 * seat**0.5, seat * GOLDEN
        yield round(x + reach * math.cos(turn)), round(y + reach * math.sin(turn))

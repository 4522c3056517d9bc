"""A map that grows: what stood there stays, what is new is set by what it hangs on, what went leaves a gap.

A layout from nothing is always made too, and what stood there stays while that is about as good. Where most
is new, or lines or the sheet have become so much longer than they need be, all is laid out anew, beginning
from where things stood so that left stays left. What is given back is always as good, and so stays next time.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from whosat.graph.layout import GAP, MANY, Edge, Point, Size, frame_of, groups_of, place, spread
from whosat.graph.layout_room import Room

Spot = tuple[int, int]

LONGER = 1.4  # lines may grow to so many times the length they have in a fresh layout, on average,
LARGER = 1.4  # and the sheet's diagonal to so many times its length, before everything is laid out anew
CROWDED = 0.1  # where a larger part of what stood there overlaps, the places are not worth keeping


@dataclass(frozen=True, slots=True)
class Stood:
    """Where things stood before: those with a link, and those without one, in the rows below."""

    linked: Mapping[str, Point] = field(default_factory=dict)
    alone: Mapping[str, Point] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settled:
    """Where everything stands, what of it in rows for want of a link, and whether what stood there stayed."""

    places: Mapping[str, Spot]
    alone: frozenset[str] = frozenset()
    stayed: bool = False


def settle(
    sizes: Mapping[str, Size], edges: Iterable[Edge], order: Sequence[str] = (), before: Stood | None = None
) -> Settled:
    """Place every key of `sizes` (see `layout.place`) where it stood before, if that makes a good map."""
    links = sorted({(min(e), max(e)) for e in edges if e[0] != e[1] and e[0] in sizes and e[1] in sizes})
    ends, stood = {end for link in links for end in link}, before or Stood()
    linked = {key: stood.linked[key] for key in sorted(ends) if key in stood.linked}
    alone = {key: stood.alone[key] for key in sorted(sizes.keys() - ends) if key in stood.alone}
    rows = frozenset(sizes.keys() - ends)
    fresh = _Sheet(sizes, links, order)
    dense = fresh.keep(place(sizes, links, order))
    if linked | alone and 2 * len(linked) >= len(ends):
        grown = _Sheet(sizes, links, order)
        crowded = grown.keep(linked | alone)
        if crowded <= dense + CROWDED * len(linked | alone) + 1:
            grown.add_new()
            if _as_good(grown, fresh):
                return Settled(grown.spots(), rows, stayed=True)
    if linked:
        alike = _Sheet(sizes, links, order)
        alike.keep(place(sizes, links, order, _shares(linked)))
        fresh = alike if _as_good(alike, fresh) else fresh
    return Settled(fresh.spots(), rows)


def _as_good(grown: _Sheet, fresh: _Sheet) -> bool:
    return grown.length() <= LONGER * fresh.length() and grown.diagonal() <= LARGER * fresh.diagonal()


def _shares(places: Mapping[str, Point]) -> dict[str, Point]:
    """Where things stood as shares of the sheet about its middle, -0.5 to 0.5: where a layout begins."""
    if not places:
        return {}
    left, top, right, bottom = frame_of(places, dict.fromkeys(places, (0.0, 0.0)))
    wide, high = max(right - left, 1.0), max(bottom - top, 1.0)
    return {key: ((x - left) / wide - 0.5, (y - top) / high - 0.5) for key, (x, y) in places.items()}


class _Sheet:
    """Things put down one after the other, none over another."""

    def __init__(self, sizes: Mapping[str, Size], links: Sequence[Edge], order: Sequence[str]) -> None:
        self._sizes, self._links, self._room = sizes, links, Room()
        self._rank = {key: number for number, key in enumerate(order)}
        self._ends = {end for link in links for end in link}
        self._placed: dict[str, Point] = {}

    def spots(self) -> dict[str, Spot]:
        """Where everything stands, in whole pixels."""
        return {
            key: (round(self._placed[key][0]), round(self._placed[key][1])) for key in sorted(self._sizes)
        }

    def length(self) -> float:
        """How long the lines are, all together."""
        return sum(math.dist(self._placed[a], self._placed[b]) for a, b in self._links)

    def diagonal(self) -> float:
        """How far it is from corner to corner of what has a link."""
        left, top, right, bottom = self._frame(self._ends)
        return math.hypot(right - left, bottom - top)

    def keep(self, places: Mapping[str, Point]) -> int:
        """Put things where they stood, or next to it where that is taken; returns how many times it was.

        Of very many some overlap in a fresh layout too, and stay so: from afar no label shows anyway.
        """
        crowded = [key for key in sorted(places) if not self._put_if_free(key, places[key])]
        for key in crowded:
            if len(self._sizes) > MANY:
                self._put(key, places[key])
            else:
                self._put_near(key, places[key])
        return len(crowded)

    def add_new(self) -> None:
        """Put down all that does not stand yet."""
        self._add_beside()
        self._add_groups()
        self._add_alone()

    def _put_if_free(self, key: str, at: Point) -> bool:
        if not self._room.free(at, self._sizes[key]):
            return False
        self._put(key, at)
        return True

    def _put(self, key: str, at: Point) -> None:
        self._placed[key] = (round(at[0]), round(at[1]))
        self._room.take(self._placed[key], self._sizes[key])

    def _put_near(self, key: str, wanted: Point) -> None:
        """Put a thing on the nearest free spot; its name says which of equally near ones."""
        digit = hashlib.sha256(key.encode()).digest()[0]
        sides = (1 if digit & 1 else -1, 1 if digit & 2 else -1)
        self._put(key, self._room.nearest(wanted, self._sizes[key], sides))

    def _add_beside(self) -> None:
        """Put what hangs on something that stands in the midst of that, the one with most links first."""
        beside: dict[str, list[str]] = defaultdict(list)
        for a, b in self._links:
            beside[a].append(b)
            beside[b].append(a)
        held = {
            key: [other for other in others if other in self._placed]
            for key, others in sorted(beside.items())
            if key not in self._placed
        }
        while any(held.values()):
            key = max(held, key=lambda key: len(held[key]))
            self._put_near(key, _middle([self._placed[other] for other in held.pop(key)]))
            for other in beside[key]:
                if other in held:
                    held[other].append(key)

    def _add_groups(self) -> None:
        """Put down whole each group that hangs on nothing that stands, as near the middle as has room."""
        links = [link for link in self._links if link[0] not in self._placed]
        for group, between in groups_of(sorted({end for link in links for end in link}), links):
            drawn = spread(group, between, self._sizes)
            left, top, right, bottom = frame_of(drawn, self._sizes)
            size = (right - left + GAP, bottom - top + GAP)
            frame = self._frame(self._ends)
            x, y = self._room.nearest(((frame[0] + frame[2]) / 2, (frame[1] + frame[3]) / 2), size)
            for key, at in drawn.items():
                self._put_near(key, (at[0] + x - (left + right) / 2, at[1] + y - (top + bottom) / 2))

    def _add_alone(self) -> None:
        """Put what has no link into rows below all that has, in the gaps of those that stand there first."""
        new = sorted(self._sizes.keys() - self._placed.keys(), key=lambda key: (self._rank.get(key, 0), key))
        slots = self._slots()
        for key in new:
            self._put(key, next(slot for slot in slots if self._room.free(slot, self._sizes[key])))

    def _slots(self) -> Iterator[Point]:
        """Places in rows, as wide as what stands above them, for things without a link."""
        alone = self._sizes.keys() - self._ends
        wide, high = max(self._sizes[key][0] for key in alone), max(self._sizes[key][1] for key in alone)
        left, _, right, bottom = self._frame(self._ends)
        standing = self._frame(alone)
        top = standing[1] if alone & self._placed.keys() else bottom + 2 * GAP
        columns = max(1, int(max(right - left, standing[2] - standing[0]) // wide))
        for number in count():
            row, column = divmod(number, columns)
            yield left + wide * (column + 0.5), top + high * (row + 0.5)

    def _frame(self, keys: Iterable[str]) -> tuple[float, float, float, float]:
        placed = {key: self._placed[key] for key in keys if key in self._placed}
        return frame_of(placed, self._sizes) if placed else (0.0, 0.0, 0.0, 0.0)


def _middle(spots: Sequence[Point]) -> Point:
    return sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots)

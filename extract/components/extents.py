"""Whether something lies within one of many extents, told without going through them all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from whosat.extract.components.records import Extent


class Extents:
    """Extents of a text in order, and how far those that begin up to each of them reach."""

    def __init__(self, extents: Iterable[Extent]) -> None:
        ordered = sorted(extents)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def hold(self, start: int, end: int) -> bool:
        """Whether one of them begins no later than `start` and ends no earlier than `end`."""
        at = bisect_right(self._starts, start)
        return at > 0 and self._reach[at - 1] >= end

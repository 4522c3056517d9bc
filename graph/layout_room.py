"""Free room on a sheet: which boxes stand where, and the free spot nearest to a point.

Units are pixels. Boxes are given by their middle and their size; two that share less than `SLACK` do not
count as overlapping, for places are rounded to whole pixels.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Distances = npt.NDArray[np.float64]

Point = tuple[float, float]
Size = tuple[float, float]

SLACK = 2.0
CELL = (160.0, 72.0)
LOOKS = ((12.0, 8.0), (40.0, 24.0), (160.0, 96.0), (640.0, 384.0), (6400.0, 3840.0))
"""Steps across and down, of which each look goes `FAR` to every side: finely nearby, coarsely far away."""
FAR = 36


class Room:
    """What is taken, found through a coarse grid."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[tuple[Point, Size]]] = defaultdict(list)

    def take(self, at: Point, size: Size) -> None:
        """Put a box there."""
        for cell in _cells(at, size):
            self._cells[cell].append((at, size))

    def free(self, at: Point, size: Size) -> bool:
        """Whether a box there would cover no other."""
        for cell in _cells(at, size):
            for there, other in self._cells.get(cell, ()):
                wide, high = _reach(size, other)
                if abs(at[0] - there[0]) < wide and abs(at[1] - there[1]) < high:
                    return False
        return True

    def nearest(self, wanted: Point, size: Size, sides: tuple[int, int] = (1, 1)) -> Point:
        """The free spot nearest to the one wanted; `sides` says which of equally near ones comes first."""
        if self.free(wanted, size):
            return wanted
        found = (self._look(wanted, size, step, sides) for step in LOOKS)
        return next((at for at in found if at), wanted)

    def _look(self, wanted: Point, size: Size, step: Size, sides: tuple[int, int]) -> Point | None:
        import numpy as np

        distances = _distances(step).copy()
        for there, other in self._boxes(wanted, (size[0] + 2 * FAR * step[0], size[1] + 2 * FAR * step[1])):
            wide, high = _reach(size, other)
            columns = _blocked(there[0] - wanted[0], wide, step[0])
            distances[_blocked(there[1] - wanted[1], high, step[1]), columns] = math.inf
        turned = distances[:: sides[1], :: sides[0]]
        row, column = divmod(int(np.argmin(turned)), 2 * FAR + 1)
        if math.isinf(turned[row, column]):
            return None
        return (
            wanted[0] + (column - FAR) * step[0] * sides[0],
            wanted[1] + (row - FAR) * step[1] * sides[1],
        )

    def _boxes(self, at: Point, size: Size) -> set[tuple[Point, Size]]:
        cells = _cells(at, size)
        if size[0] * size[1] > CELL[0] * CELL[1] * len(self._cells):
            return {box for boxes in self._cells.values() for box in boxes}
        return {box for cell in cells for box in self._cells.get(cell, ())}


def _reach(one: Size, other: Size) -> Size:
    """How far apart the middles of two boxes must be, across or down."""
    return (one[0] + other[0]) / 2 - SLACK, (one[1] + other[1]) / 2 - SLACK


def _blocked(away: float, reach: float, step: float) -> slice:
    """Steps, counted from the first of a look, that are nearer than `reach` to something so far away."""
    first, last = math.floor((away - reach) / step) + 1, math.ceil((away + reach) / step) - 1
    return slice(max(0, first + FAR), max(0, last + FAR + 1))


def _cells(at: Point, size: Size) -> Iterator[tuple[int, int]]:
    wide, high = CELL
    rows = range(int((at[1] - size[1] / 2) // high), int((at[1] + size[1] / 2) // high) + 1)
    for column in range(int((at[0] - size[0] / 2) // wide), int((at[0] + size[0] / 2) // wide) + 1):
        for row in rows:
            yield column, row


@lru_cache(maxsize=len(LOOKS))
def _distances(step: Size) -> Distances:
    """How far each step of a look leads."""
    import numpy as np

    away = np.arange(-FAR, FAR + 1, dtype=np.float64)
    return np.hypot((away * step[0])[None, :], (away * step[1])[:, None]).round(3)

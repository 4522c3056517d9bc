"""Where a trained model sees people's names: hints for the rules that cut a roster's lines."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from whosat.extract.components.labels import Label
from whosat.extract.components.records import Extent
from whosat.extract.model import tags


@dataclass(frozen=True, slots=True)
class Hints:
    """The extents of names, in reading order, without overlap."""

    people: tuple[Extent, ...] = ()

    @classmethod
    def of(cls, labels: Iterable[Label]) -> Hints:
        """Those of a model's labels."""
        return cls(tuple(sorted((one.start, one.end) for one in labels if one.label == tags.PERSON)))

    def within(self, start: int, end: int) -> tuple[Extent, ...]:
        """The names that lie wholly within an extent."""
        first = bisect.bisect_left(self.people, (start, start))
        last = bisect.bisect_left(self.people, (end, end))
        return tuple(one for one in self.people[first:last] if one[1] <= end)


NO_HINTS: Final = Hints()

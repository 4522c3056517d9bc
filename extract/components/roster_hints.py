"""What a trained model sees in a roster's lines: hints for the rules that cut and read them.

The rules go by delimiters, words and the shape of a block; where these leave a question, the model's reading
of the slot decides it.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from whosat.extract.components.records import Extent, Label
from whosat.extract.model import tags


@dataclass(frozen=True, slots=True)
class Hints:
    """The extents of names in reading order, and of what stands beside them by label.

    `merely` are names the model takes for no part of the roster; `headings` are words that say how those
    after them stood to the meeting, with the character after them.
    """

    people: tuple[Extent, ...] = ()
    merely: frozenset[Extent] = frozenset()
    slots: Mapping[Extent, str] = field(default_factory=dict)
    slots_by_start: Mapping[int, int] = field(default_factory=dict)
    headings: tuple[tuple[int, int, str], ...] = ()

    @classmethod
    def of(cls, labels: Iterable[Label], text: str = "") -> Hints:
        """Those of a model's labels of a text."""
        labels = list(labels)
        people = sorted(
            (one.start, one.end, one.label) for one in labels if one.label in (tags.PERSON, tags.MENTIONED)
        )
        slots = {(one.start, one.end): one.label for one in labels if one.label in _BESIDE}
        return cls(
            tuple((start, end) for start, end, _ in people),
            frozenset((start, end) for start, end, label in people if label == tags.MENTIONED),
            slots,
            {one.start: one.end for one in labels if one.label in _BESIDE},
            tuple(
                (one.start, one.end, text[one.start : one.end + 1])
                for one in labels
                if one.label == tags.STATUS
            ),
        )

    def within(self, start: int, end: int) -> tuple[Extent, ...]:
        """The names that lie wholly within an extent."""
        first = bisect.bisect_left(self.people, (start, start))
        last = bisect.bisect_left(self.people, (end, end))
        return tuple(one for one in self.people[first:last] if one[1] <= end)

    def heading_before(self, start: int, end: int) -> tuple[int, int, str] | None:
        """The last words of a heading between two offsets."""
        last = bisect.bisect_left(self.headings, (end, end, ""))
        return self.headings[last - 1] if last and self.headings[last - 1][0] >= start else None

    def is_repeated(self, heading: tuple[int, int, str], start: int, end: int) -> bool:
        """Whether the same words stand more than once between two offsets: marks behind names, and no
        heading."""
        return sum(words[:-1] == heading[2][:-1] for at, _, words in self.headings if start <= at < end) > 1

    def kind(self, start: int, end: int) -> str:
        """The label of just this extent; "" where the model sees none."""
        return self.slots.get((start, end), "")

    def end_from(self, start: int) -> int:
        """Where what begins at an offset ends, as the model sees it; 0 where nothing begins there."""
        return self.slots_by_start.get(start, 0)


_BESIDE: Final = frozenset({tags.ORG, tags.JOB, tags.PARTY})
NO_HINTS: Final = Hints()

"""What the model's labels say of a stretch of text, for decoders that cut lines at their delimiters.

A decoder asks what a piece is ("Northtown Homes"), and gets the label that covers most of it and how much:
rules and model agree, or they don't, and that is a measure of confidence. Inside a roster's lines a
`MENTIONED` is as good as a `PERSON`: the model sees some words to either side only, the decoder knows the
heading.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from typing import NamedTuple

from whosat.extract.components.labels import Label
from whosat.extract.model.tags import LETTERS, MENTIONED, PERSON, PRINCIPAL, TITLE

PEOPLE = frozenset({PERSON, MENTIONED, PRINCIPAL})
"""Labels of somebody's name."""
_BESIDE = frozenset({TITLE, LETTERS})  # they belong to a name's stretch, and don't say what it is


class Reading(NamedTuple):
    """The label that covers most of a stretch, the finer kind, and the share of its letters covered (0–1)."""

    label: str
    kind: str
    share: float


class Readings:
    """The labels of one document, by place."""

    def __init__(self, labels: Iterable[Label]) -> None:
        self._labels = sorted(labels)
        self._starts = [label.start for label in self._labels]

    def within(self, start: int, end: int) -> list[Label]:
        """The labels that overlap a stretch, in order."""
        first = max(0, bisect.bisect_right(self._starts, start) - 1)  # labels don't overlap each other
        last = bisect.bisect_left(self._starts, end)
        return [label for label in self._labels[first:last] if label.end > start]

    def of(self, start: int, end: int) -> Reading | None:
        """What a stretch is, None where the model is silent; titles and letters count with the name."""
        covered: dict[tuple[str, str], int] = {}
        beside = 0
        for label in self.within(start, end):
            length = min(end, label.end) - max(start, label.start)
            if label.label in _BESIDE:
                beside += length
            else:
                key = (label.label, label.kind)
                covered[key] = covered.get(key, 0) + length
        if not covered:
            return None
        (name, kind), most = max(covered.items(), key=lambda item: (item[1], item[0]))
        share = (most + (beside if name in PEOPLE else 0)) / max(1, end - start)
        return Reading(name, kind, min(1.0, round(share, 3)))

"""Whole invented documents: head, roster, minutes; and documents without a roster, as counter-examples."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping
from itertools import accumulate
from typing import Final

from whosat.extract.model import crawled_groups, more_groups, more_tables
from whosat.extract.model.groups import GROUPS
from whosat.extract.model.noise import noisy
from whosat.extract.model.people import People
from whosat.extract.model.pieces import Text, finished, join
from whosat.extract.model.prose import Prose
from whosat.extract.model.seats import Cast, Seat
from whosat.extract.model.tables import WHOLES

LAYOUTS: Final = (more_groups, more_tables, crawled_groups)
"""Modules that register further layouts when imported."""

HELD_OUT: Final = frozenset(
    {
        "pairs",
        "semicolons",
        "organisation first",
        "shared organisation",
        "substituted",
        "heads at the left",
        "status behind the name",
        "matrix",
        "shared from",
        "status rows",
        "numbered run on",
        "names in brackets",
    }
)
"""Layouts that the training text leaves out when the scores are made, to tell how new layouts fare."""


Slots = list[tuple[int, int, str]]
"""Start, end, label."""


class Writer:
    """Writes invented documents; the same seed writes the same ones."""

    def __init__(self, seed: int, *, without: Collection[str] = (), only: Collection[str] = ()) -> None:
        self.rng = random.Random(seed)
        self.people = People(self.rng)
        self._groups = _drawable(GROUPS, without, only)
        self._wholes = _drawable(WHOLES, without, only)

    def document(self) -> tuple[str, Slots]:
        """Write one document; return its text and its slots as (start, end, label)."""
        text, slots = finished(noisy(self._text(), self.rng))
        return (text, slots) if self.rng.random() < 0.85 else self._cropped(text, slots)

    def _cropped(self, text: str, slots: Slots) -> tuple[str, Slots]:
        """Leave out what stands before or behind some line, as a region of a document may begin anywhere."""
        breaks = [at for at, letter in enumerate(text) if letter == "\n"] or [0]
        cut = self.rng.choice(breaks)
        if self.rng.random() < 0.5 and cut > len(text) // 3:
            return text[:cut], [slot for slot in slots if slot[1] <= cut]
        return text[cut:], [(start - cut, end - cut, label) for start, end, label in slots if start >= cut]

    def _text(self) -> Text:
        cast, roll = Cast(self.people), self.rng.random()
        groups = _groups(cast)
        prose = Prose(cast, [seat.person for _, seats in groups for seat in seats])
        if roll < 0.1:
            return prose.body(self.rng.randint(1, 5)) if roll < 0.07 else prose.counter()
        roster = self._roster(cast, groups)
        parts = [roster]
        if cast.words.often(0.35):
            parts.insert(0, prose.head())
        if cast.words.often(0.35):
            parts.append(prose.body(self.rng.randint(1, 2)))
        elif cast.words.often(0.12):
            parts.append(prose.counter())
        return join(self.rng.choice(("\n", "\n\n", "\n\n", "\n\n\n")), parts)

    def _roster(self, cast: Cast, groups: list[tuple[str, list[Seat]]]) -> Text:
        names, totals = self._wholes
        if names and (not self._groups[0] or cast.words.often(0.42)):
            return WHOLES[self.rng.choices(names, cum_weights=totals)[0]][0](cast, groups)
        main = self._layout()
        gap = self.rng.choice(("\n", "\n\n", "\n\n", "\n\n\n"))
        parts = []
        for number, (status, seats) in enumerate(groups):
            name = main if cast.words.often(0.65) else self._layout()
            cast.unheaded = not number and len(seats) > 2 and cast.words.often(0.1)
            parts.append(GROUPS[name][0](cast, status, seats))
            cast.unheaded = False
        return join(gap, parts)

    def _layout(self) -> str:
        names, totals = self._groups
        return self.rng.choices(names, cum_weights=totals)[0]


def _drawable(
    layouts: Mapping[str, tuple[object, int]], without: Collection[str], only: Collection[str]
) -> tuple[list[str], list[int]]:
    names = [name for name in layouts if name not in without and (not only or name in only)]
    return names, list(accumulate(layouts[name][1] for name in names))


def _groups(cast: Cast) -> list[tuple[str, list[Seat]]]:
    often = cast.words.often
    groups = [("present", cast.seats(1, 14))]
    if often(0.15):
        groups.append(("present", cast.seats(1, 6)))
    if often(0.65):
        groups.append(("apologies", cast.seats(1, 6)))
    if often(0.4):
        groups.append(("attending", cast.seats(1, 6)))
    if often(0.15):
        groups.append(("absent", cast.seats(1, 3)))
    if often(0.2):
        groups.append(("minutes", cast.seats(1, 1 if often(0.7) else 3)))
    if often(0.3):
        head, *rest = groups
        cast.rng.shuffle(rest)
        groups = [head, *rest]
    return groups

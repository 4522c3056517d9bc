"""When somebody held the same seat twice: separate spells stay separate.

A seat is broken by a paper that ends it, by sightings for another organisation in between, and by a long
absence: several meetings of the board in a row, over more than a year, whose rosters do not have them.
"""

from __future__ import annotations

import bisect
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeVar

from whosat.ontology.facts import DocumentFacts, Mention, Resolution

if TYPE_CHECKING:
    from whosat.graph.memberships import Sighting

MISSED: Final = 3
"""Meetings in a row without somebody, from which an absence may part two spells …"""
LONG: Final = 365
"""… if it lasts longer than this many days."""

T = TypeVar("T")
Closed = Mapping[tuple[str, str], Sequence[tuple[dt.date | None, dt.date | None]]]
"""By somebody's and a board's keys, times without a seat: after a day, and before one (None: for ever)."""


def is_closed(times: Iterable[tuple[dt.date | None, dt.date | None]], when: dt.date | None) -> bool:
    """Whether a day lies within one of some times."""
    return when is not None and any(
        (after is None or after < when) and (before is None or when < before) for after, before in times
    )


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days on which each body met with a roster, and on which a paper ends somebody's seat on it."""

    met: Mapping[str, Sequence[dt.date]]
    ended: Mapping[tuple[str, str], Sequence[dt.date]]

    @classmethod
    def of(
        cls,
        documents: Iterable[DocumentFacts],
        resolution: Resolution,
        closed: Closed = MappingProxyType({}),
    ) -> Calendar:
        """Read it off all documents; `closed` are times for which decisions leave no seat."""
        met: dict[str, set[dt.date]] = defaultdict(set)
        ended: dict[tuple[str, str], set[dt.date]] = defaultdict(set)
        for pair, times in closed.items():
            ended[pair] |= {after for after, _ in times if after}
        for facts in documents:
            for number in {attendance.meeting for attendance in facts.attendances}:
                if 0 <= number < len(facts.meetings):
                    meeting = facts.meetings[number]
                    body = resolution.key_of.get(Mention(facts.sha256, meeting.body or ""))
                    if body and meeting.date:
                        met[body].add(meeting.date)
            for seat in facts.memberships:
                keys = [
                    resolution.key_of.get(Mention(facts.sha256, name)) for name in (seat.member, seat.body)
                ]
                if keys[0] and keys[1] and seat.ended:
                    ended[keys[0], keys[1]].add(seat.ended)
        return cls(_in_order(met), _in_order(ended))

    def spells(self, sightings: Sequence[Sighting], elsewhere: Iterable[dt.date]) -> Iterator[list[Sighting]]:
        """The sightings of one seat, parted; `elsewhere` are days on which somebody was seen in another."""
        dated = sorted((one for one in sightings if one.date), key=_by_date)
        undated = [one for one in sightings if not one.date]
        breaks = sorted({*elsewhere, *self.ended.get((sightings[0].person, sightings[0].body), ())})
        met = self.met.get(sightings[0].body, ())
        spell: list[Sighting] = []
        for one in dated:
            if spell and one.date and _parted(spell[-1].date, one.date, breaks, met):
                yield spell
                spell = []
            spell.append(one)
        yield [*spell, *undated]


def _by_date(one: Sighting) -> tuple[dt.date, str]:
    # Two papers of one day may differ in an organisation that only one gives: None and a name have no order.
    return one.date or dt.date.min, repr(one)


def _parted(
    last: dt.date | None, following: dt.date, breaks: Sequence[dt.date], met: Sequence[dt.date]
) -> bool:
    if last is None:
        return False
    if bisect.bisect_left(breaks, following) > bisect.bisect_left(breaks, last):
        return True
    missed = bisect.bisect_left(met, following) - bisect.bisect_right(met, last)
    return missed >= MISSED and (following - last).days > LONG


def _in_order(found: Mapping[T, set[dt.date]]) -> dict[T, tuple[dt.date, ...]]:
    return {key: tuple(sorted(days)) for key, days in found.items()}

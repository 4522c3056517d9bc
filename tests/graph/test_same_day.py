"""Two papers of one day, of which only one says for whom somebody came: they have an order, and one seat."""

from __future__ import annotations

import datetime as dt

import pytest

from whosat.graph.memberships import Sighting
from whosat.graph.spells import Calendar


def seen(organisation: str | None, role: str | None = None, day: int = 6) -> Sighting:
    return Sighting(
        "person/tess-corrie", "board/harbour", organisation, role, dt.date(2017, 3, day), "d", (), 0.9
    )


@pytest.mark.parametrize(
    "pair",
    [
        (seen(None), seen("organisation/lamps")),
        (seen("organisation/lamps"), seen(None)),
        (seen(None, "chair"), seen(None)),
    ],
)
def test_sightings_of_one_day_that_differ_in_what_only_one_gives(pair: tuple[Sighting, Sighting]) -> None:
    ((*spell,),) = Calendar({}, {}).spells(pair, ())
    assert sorted(spell, key=repr) == sorted(pair, key=repr)


def test_the_order_of_two_papers_of_one_day_does_not_matter() -> None:
    one, other, later = seen(None), seen("organisation/lamps"), seen(None, day=9)
    calendar = Calendar({}, {})
    assert list(calendar.spells([one, later, other], ())) == list(calendar.spells([other, one, later], ()))

"""Who sat when: a board on a day, what changed between two days, and one person's years.

A seat is known from sightings, and its evidence reaches from the first to the last of them, never further. A
paper that says so opens or closes it (an election, a resignation, a replacement, a stated term). Between two
sightings somebody is taken to have sat; after the last one nothing is claimed but that nobody saw them since.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from whosat.graph.answers import Seat, Spell
from whosat.graph.offices import alike, is_office

if TYPE_CHECKING:
    from whosat.graph.rows import Row
    from whosat.graph.store import Store

LONG: Final = 730
"""Days between two sightings from which nothing is claimed for the time between."""


class Hold(StrEnum):
    """How sure it is that somebody sat on a board on a day."""

    SEEN = "seen"
    BETWEEN = "between sightings"
    TERM = "within a stated term"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True, order=True)
class Sitting:
    """Somebody who sat on a board on a day, and how that is known."""

    name: str
    iri: str
    hold: Hold
    role: str | None
    organisation: str | None
    first: dt.date | None
    last: dt.date | None
    sightings: int
    facts: tuple[str, ...]


class Change(StrEnum):
    """What became of a seat between two days."""

    JOINED = "joined"
    FIRST_SEEN = "first seen"
    LEFT = "left"
    NOT_SEEN_SINCE = "not seen since"
    ROLE = "changed role"
    ORGANISATION = "changed organisation"


@dataclass(frozen=True, slots=True, order=True)
class Changed:
    """A change: who, what, when (the day the evidence speaks for), from what and to what."""

    change: Change
    name: str
    iri: str
    when: dt.date | None
    before: str
    after: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a typed date may mean: a year, a month or a day."""

    first: dt.date
    last: dt.date


def period(text: str) -> Period | None:
    """The days that "2010", "2010-06" or "2010-06-04" means; None if it is no date."""
    from whosat.graph.decisions import day

    first, last = day(text), day(text, last=True)
    return Period(first, last) if first and last else None


def sitting(seats: Iterable[Seat], when: Period) -> tuple[Sitting, ...]:
    """Who sat on a board in a period, from its seats (`answers.who`); undated seats are told apart.

    A seat that is only stated, without a date, can be placed in no period: it is listed as undated.
    """
    found = (_sitting(seat, when) for seat in seats)
    return tuple(one for one in found if one)


def _sitting(seat: Seat, when: Period) -> Sitting | None:
    dated = [spell for spell in seat.spells if _reach(spell)]
    holds = [(hold, spell) for spell in dated if (hold := _hold(spell, when))]
    if _is_over(seat, when) and not any(hold is Hold.SEEN for hold, _ in holds):
        return None
    if holds:
        hold, spell = min(holds, key=lambda one: (list(Hold).index(one[0]), one[1].role is None, one[1].fact))
        return _of(seat, hold, spell, [one for _, one in holds])
    across = _across(seat, dated, when)
    undated = [spell for spell in seat.spells if not _reach(spell)]
    if across is None and undated:  # a sighting at another time takes nothing from what is stated without one
        return _of(seat, Hold.UNDATED, undated[0], undated)
    return across


def _is_over(seat: Seat, when: Period) -> bool:
    """Whether a paper says that the seat was left by the first day asked about."""
    closed = seat.ended
    day = (closed.ended or closed.last) if closed else None
    return day is not None and day <= when.first


def _across(seat: Seat, dated: Sequence[Spell], when: Period) -> Sitting | None:
    """Between two spells of one seat that no ending parts and that lie close enough."""
    before = [spell for spell in dated if (reach := _reach(spell)) and reach[1] < when.first]
    after = [spell for spell in dated if (reach := _reach(spell)) and reach[0] > when.last]
    if not before or not after:
        return None
    last = max(before, key=lambda spell: (_reach(spell) or (dt.date.min,) * 2)[1])
    following = min(after, key=lambda spell: (_reach(spell) or (dt.date.max,) * 2)[0])
    ends, starts = (_reach(last) or (dt.date.min,) * 2)[1], (_reach(following) or (dt.date.max,) * 2)[0]
    closed = any(spell.ended or spell.ended_by for spell in before)
    if closed or following.started or (starts - ends).days > LONG:
        return None
    return _of(seat, Hold.BETWEEN, last, [last, following])


def _of(seat: Seat, hold: Hold, spell: Spell, spells: Sequence[Spell]) -> Sitting:
    days = [day for one in spells if (reach := _reach(one)) for day in reach]
    return Sitting(
        name=seat.name,
        iri=seat.iri,
        hold=hold,
        role=next((one.role for one in spells if one.role), None),
        organisation=spell.organisation
        or next((one.organisation for one in spells if one.organisation), None),
        first=min(days, default=None),
        last=max(days, default=None),
        sightings=max((one.sightings for one in spells), default=0),
        facts=tuple(sorted(one.fact for one in spells)),
    )


def _reach(spell: Spell) -> tuple[dt.date, dt.date] | None:
    """The first and last day that evidence of a spell speaks for; an ending is its last day."""
    days = [day for day in (spell.started, spell.first, spell.last, spell.ended) if day]
    if not days:
        return None
    return min(days), spell.ended or max(days)


def _hold(spell: Spell, when: Period) -> Hold | None:
    reach = _reach(spell)
    if reach is None or reach[1] < when.first or reach[0] > when.last:
        return None
    days = [spell.first, None if spell.last == spell.ended and not spell.sightings else spell.last]
    if any(day and when.first <= day <= when.last for day in days):
        return Hold.SEEN
    return Hold.TERM if spell.started and spell.ended else Hold.BETWEEN


def difference(
    seats: Iterable[Seat], since: Period, until: Period, met: Sequence[dt.date]
) -> tuple[Changed, ...]:
    """What changed on a board between two periods, from its seats; `met` are the days it met.

    "Left" needs a paper that says so; without one it is "not seen since", and only if the board met again.
    "Joined" needs one as well; without it is "first seen", and only if the board had met before.
    """
    changes = [change for seat in seats for change in _changes(seat, since, until, sorted(met))]
    return tuple(
        sorted(changes, key=lambda one: (list(Change).index(one.change), one.when or dt.date.min, one))
    )


def _changes(seat: Seat, since: Period, until: Period, met: Sequence[dt.date]) -> Iterator[Changed]:
    spells = [spell for spell in seat.spells if _reach(spell)]
    if not spells:
        return
    last = max((_reach(spell) or (dt.date.min,) * 2)[1] for spell in spells)
    yield from _arrival(seat, since, until, met)
    yield from _departure(seat, last, since, until, met)
    offices = tuple(_offices(seat, since, until))
    yield from offices
    yield from (one for one in _switches(seat, since, until) if one.change is not Change.ROLE or not offices)


def _begin(spell: Spell) -> dt.date | None:
    """The first day that evidence of a spell speaks for; an ending alone says nothing of a beginning."""
    return min((day for day in (spell.started, spell.first) if day), default=None)


def _arrival(seat: Seat, since: Period, until: Period, met: Sequence[dt.date]) -> Iterator[Changed]:
    spell = min(seat.spells, key=lambda one: (_begin(one) or dt.date.max, one.fact))
    first = _begin(spell)
    if first is None or not since.last < first <= until.last:
        return
    stated = next(
        (
            one
            for one in seat.spells
            if one.started and since.last < one.started <= until.last and not _there_already(seat, one)
        ),
        None,
    )
    if stated:
        yield Changed(Change.JOINED, seat.name, seat.iri, stated.started, "", _for(stated), (stated.fact,))
    elif any(day < first for day in met):
        yield Changed(Change.FIRST_SEEN, seat.name, seat.iri, first, "", _for(spell), (spell.fact,))


def _there_already(seat: Seat, taken: Spell) -> bool:
    """Whether somebody who takes an office was known to sit there: seen by then, or stated without it."""
    return bool(is_office(taken.role) and taken.started) and any(
        (begin := _begin(one)) is not None and taken.started and begin <= taken.started
        for one in seat.spells
        if one is not taken and not (one.stated and is_office(one.role))
    )


def _offices(seat: Seat, since: Period, until: Period) -> Iterator[Changed]:
    """Offices that a paper says were taken or given up between two periods by somebody who sat there."""
    told: set[str] = set()
    for one in sorted(seat.spells, key=lambda spell: (spell.started or dt.date.max, spell.fact)):
        if one.started and since.last < one.started <= until.last and _there_already(seat, one):
            before = {s.role for s in seat.spells if s.role and (_begin(s) or one.started) < one.started}
            if one.role and one.role not in before | told:
                told.add(one.role)
                old = "; ".join(sorted(before))
                yield Changed(Change.ROLE, seat.name, seat.iri, one.started, old, one.role, (one.fact,))
        given_up = one.ended if is_office(one.role) and one is not seat.ended else None
        if given_up and since.first <= given_up <= until.last and not one.started:
            yield Changed(Change.ROLE, seat.name, seat.iri, given_up, one.role or "", "", (one.fact,))


def _departure(
    seat: Seat, last: dt.date, since: Period, until: Period, met: Sequence[dt.date]
) -> Iterator[Changed]:
    ended = seat.ended
    if ended is not None:
        when = ended.ended or ended.last
        if when is None or since.first <= when <= until.last:
            how = ended.ended_by or "ended"
            yield Changed(Change.LEFT, seat.name, seat.iri, when, _for(ended), how, (ended.fact,))
    elif since.first <= last < until.first and any(last < day <= until.last for day in met):
        spell = max(seat.spells, key=lambda one: ((_reach(one) or (dt.date.min,) * 2)[1], one.fact))
        yield Changed(Change.NOT_SEEN_SINCE, seat.name, seat.iri, last, _for(spell), "", (spell.fact,))


def _switches(seat: Seat, since: Period, until: Period) -> Iterator[Changed]:
    """A role or organisation at the one date that is another at the other."""
    before = [spell for spell in seat.spells if (reach := _reach(spell)) and reach[0] <= since.last]
    after = [spell for spell in seat.spells if (reach := _reach(spell)) and reach[1] >= until.first]
    if not before or not after:
        return
    facts = tuple(sorted({one.fact for one in (*before, *after)}))
    when = min((_reach(one) or (dt.date.max,) * 2)[0] for one in after)
    for change, old, new in (
        (Change.ROLE, _said(one.role for one in before), _said(one.role for one in after)),
        (Change.ORGANISATION, _said(s.organisation for s in before), _said(s.organisation for s in after)),
    ):
        if change is Change.ROLE and _one_post(old, new):
            continue
        if old != new and (change is Change.ROLE or (old and new)) and not old & new:
            yield Changed(
                change, seat.name, seat.iri, when, "; ".join(sorted(old)), "; ".join(sorted(new)), facts
            )


def _one_post(old: set[str], new: set[str]) -> bool:
    """Whether roles differ only in how they are written: a post in fewer words, or left out altogether."""
    if not old or not new:
        return not any(is_office(role) for role in old | new)
    return any(alike(one, other) for one in old for other in new)


def _said(values: Iterable[str | None]) -> set[str]:
    return {value for value in values if value}


def _for(spell: Spell) -> str:
    return ", ".join(part for part in (spell.role, spell.organisation) if part)


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """One line of somebody's years: when, what happened, where, in which role and for whom."""

    when: dt.date | None
    until: dt.date | None
    what: str
    where: str
    details: str
    fact: str


def timeline(store: Store, iri: str) -> tuple[Moment, ...]:
    """Everything dated that the graph says of somebody or of a board, the earliest first, undated last."""
    from whosat.graph.records import look_up

    found = {_moment(row) for row in look_up(store, "timeline", thing=iri)}
    return tuple(sorted(found, key=lambda one: (one.when or dt.date.max, one.what, one.where, one.fact)))


def _moment(row: Row) -> Moment:
    from whosat.graph.dates import day

    details = ", ".join(row[name] for name in ("role", "organisation", "how") if row.get(name))
    when, until, what = day(row.get("when")), day(row.get("until")), str(row["what"])
    if when is None and until and "how" in row:  # of a seat that was left, the beginning is not known
        when, until, what = until, None, "Seat left by" if what == "Seat of" else "Seat left"
    return Moment(when, until, what, str(row.get("where", "")), details, str(row["fact"]))


def meetings_of(store: Store, board: str) -> tuple[dt.date, ...]:
    """The days on which a board is known to have met, with somebody's attendance to show for it."""
    from whosat.graph.dates import day
    from whosat.graph.records import look_up

    days = {day(row["when"]) for row in look_up(store, "met", board=board)}
    return tuple(sorted(found for found in days if found))

"""What changed between two dates, on one body or on all."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from starlette.requests import Request

from whosat.graph import time
from whosat.graph.answers import Seat, Spell
from whosat.graph.dates import day
from whosat.graph.questions import Source, sources_of
from whosat.graph.records import query
from whosat.graph.rows import Row
from whosat.graph.server import things
from whosat.graph.server.desk import Edition, Made
from whosat.graph.server.site import Site
from whosat.graph.server.views import BODIES
from whosat.graph.store import Store
from whosat.graph.time import Change, Changed, Period
from whosat.graph.view import Thing
from whosat.ontology import terms as t
from whosat.ontology.errors import InputError, UnknownName

CAME: Final = (Change.JOINED, Change.FIRST_SEEN)
WENT: Final = (Change.LEFT, Change.NOT_SEEN_SINCE)
MOST_BODIES: Final = 40


@dataclass(frozen=True, slots=True)
class Shown:
    """A change with the key of who it is about, and its sources."""

    row: Changed
    key: str
    sources: tuple[Source, ...]


def changes(site: Site, edition: Edition, request: Request) -> Made:
    """Who came, went or changed between two dates."""
    given = {name: request.query_params.get(name, "").strip()[:400] for name in ("board", "since", "until")}
    first, last = edition.library.span
    since, until = given["since"] or first[:4], given["until"] or last[:4]
    wrong, chosen, found, apart = "", None, {}, []
    try:
        chosen = edition.finder.find(given["board"], BODIES) if given["board"] else None
        if since and until:
            times = _times(since, until)
            found = _found(site, edition, chosen, times)
            apart = [] if chosen else things.apart(edition.library, *times)
    except (UnknownName, InputError) as error:
        wrong = f"{error} {error.remedy}"
    shown = list(found.items())[:MOST_BODIES]
    return site.render(
        edition,
        "changes.html",
        400 if wrong else 200,
        board=chosen,
        typed=given["board"],
        since=since,
        until=until,
        wrong=wrong,
        found=[(key, _with_sources(site, edition, rows)) for key, rows in shown],
        more=list(found)[MOST_BODIES:],
        apart=apart,
        came=CAME,
        went=WENT,
    )


def _times(since: str, until: str) -> tuple[Period, Period]:
    first, second = time.period(since), time.period(until)
    if first is None or second is None:
        wrong = since if first is None else until
        raise InputError(f"“{wrong[:40]}” is no date.", "Write 2010, 2010-06 or 2010-06-22.")
    if first.last >= second.first:
        raise InputError(f"{since[:40]} does not lie before {until[:40]}.", "Give the earlier date first.")
    return first, second


def _found(
    site: Site, edition: Edition, chosen: Thing | None, times: tuple[Period, Period]
) -> dict[str, Sequence[Changed]]:
    """The changes by body, in the order of their names; a chosen body stands there in any case."""
    look = site.look(edition)
    only = look.address(chosen.key) if chosen else ""
    met, seats_of = _known(edition)
    found = {
        look.key(board): time.difference(seats, *times, met.get(board, ()))
        for board, seats in seats_of.items()
        if not only or board == only
    }
    if chosen:
        return {chosen.key: found.get(chosen.key, ())}
    named = sorted((key for key in found if found[key]), key=lambda key: (look.name(key).casefold(), key))
    return {key: found[key] for key in named}


def _known(edition: Edition) -> tuple[Mapping[str, list[dt.date]], Mapping[str, list[Seat]]]:
    """When bodies met and who had seats, read once a generation."""
    held = edition.memo.get("changes")
    if held is None:
        held = edition.memo["changes"] = _met(edition.store), _seats(edition.store)
    met, seats = held
    return met, seats


def _with_sources(site: Site, edition: Edition, rows: Sequence[Changed]) -> list[Shown]:
    look = site.look(edition)
    sources = sources_of(edition.store, {fact for row in rows for fact in row.facts})
    return [
        Shown(row, look.key(row.iri), tuple(s for fact in row.facts for s in sources.get(fact, ())))
        for row in rows
    ]


def _met(store: Store) -> Mapping[str, list[dt.date]]:
    """The days on which bodies met, by IRI."""
    found: dict[str, list[dt.date]] = defaultdict(list)
    for row in store.select(query("met")):
        if when := day(row["when"]):
            found[str(row["board"])].append(when)
    return found


def _seats(store: Store) -> dict[str, list[Seat]]:
    """Everybody's seats by the IRI of the body, read in one go."""
    spells: dict[tuple[str, str, str], dict[str, Spell]] = defaultdict(dict)
    for row in store.select(query("spell")):
        if "post" in row:
            continue
        who = str(row["board"]), str(row["member"]), str(row["memberName"])
        spells[who][str(row["fact"])] = _spell(row)
    found: dict[str, list[Seat]] = defaultdict(list)
    for (board, member, name), held in spells.items():
        found[board].append(Seat(member, name, tuple(_latest_first(held.values()))))
    return found


def _latest_first(spells: Iterable[Spell]) -> Iterator[Spell]:
    by_fact = sorted(spells, key=lambda spell: spell.fact)
    yield from sorted(by_fact, key=lambda s: (s.last or dt.date.min, s.role is not None), reverse=True)


def _spell(row: Row) -> Spell:
    said = {name: str(value) for name, value in row.items()}
    return Spell(
        fact=said["fact"],
        role=said.get("roleName"),
        organisation=said.get("organisationName"),
        sector=said.get("sector"),
        stated=said["basis"] == t.STATED,
        first=day(said.get("first")),
        last=day(said.get("last")),
        started=day(said.get("started")),
        ended=day(said.get("ended")),
        ended_by=said.get("endedBy"),
        deputising_for=said.get("deputisingFor"),
        sightings=int(said.get("sightings", "0")),
        confidence=float(said.get("confidence", "0")),
    )

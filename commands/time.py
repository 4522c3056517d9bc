"""`whosat diff` and `timeline`: what changed on a board between two dates, and one person's years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from whosat.commands.answers import BODIES, choose
from whosat.commands.options import AsCsv, AsJson, Config, StorePath, opened
from whosat.commands.output import Table, show
from whosat.ontology.errors import InputError

MEETINGS_TOLD = 5

if TYPE_CHECKING:
    import datetime as dt

    from whosat.graph.answers import Proof, Seat
    from whosat.graph.store import Store
    from whosat.graph.time import Period


def diff(
    board: Annotated[str, typer.Argument(help="A board: its name, part of it, or an acronym.")],
    since: Annotated[str, typer.Option("--from", metavar="DATE", help="2010, 2010-06 or 2010-06-04.")],
    until: Annotated[str, typer.Option("--to", metavar="DATE", help="2018, 2018-06 or 2018-06-14.")],
    store: StorePath = None,
    config: Config = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Who joined, left or changed role or organisation on a board between two dates.

    "Left" is said only where a paper says so; else "not seen since".
    """
    from whosat.graph import answers, time

    first, second = _period(since), _period(until)
    if first.last >= second.first:
        raise InputError(f"{since} does not lie before {until}.", "Give the earlier date with --from.")
    with opened(store, config) as graph:
        body = choose(graph, board, BODIES)
        met = time.meetings_of(graph, body.iri)
        changes = time.difference(answers.who(graph, body.iri), first, second, met)
        rows = [
            (
                one.change.value,
                one.name,
                one.when,
                one.before,
                one.after,
                *_source(graph, one.facts, one.name),
            )
            for one in changes
        ]
        title = f"{body.name}: {_count(len(rows), 'change')} from {since} to {until}"
        show(
            Table(("change", "who", "when", "before", "after", "source", "words"), rows, title),
            as_json=as_json,
            as_csv=as_csv,
        )
    if not (as_json or as_csv) and (gap := _gap(met, first, second)):
        typer.echo(gap)


def _gap(met: tuple[dt.date, ...], first: Period, second: Period) -> str:
    """Why nothing can be compared, where the board was not seen to meet on both sides; else nothing."""
    from whosat.graph.dates import spoken

    earlier = any(day <= first.last for day in met)
    later = any(first.last < day <= second.last for day in met)
    if earlier and later:
        return ""
    days = [spoken(day) for day in met]
    shown = ", ".join(days[:MEETINGS_TOLD]) + (", …" if len(days) > MEETINGS_TOLD else "")
    told = f"only that it met on {shown}" if days else "no meeting of it"
    return f"There is too little to compare: the papers read show {told}."


def timeline(
    name: Annotated[str, typer.Argument(help="A person, an organisation or a board.")],
    store: StorePath = None,
    config: Config = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """What is known of somebody, or of a board, in order of time."""
    from whosat.graph import time

    with opened(store, config) as graph:
        thing = choose(graph, name)
        rows = [
            (
                one.when or "undated",
                one.until if one.until != one.when else None,
                one.what,
                one.where,
                one.details,
                *_source(graph, (one.fact,), one.where if one.what.endswith(" of") else thing.name),
            )
            for one in time.timeline(graph, thing.iri)
        ]
        columns = ("when", "until", "what", "where", "details", "source", "words")
        show(
            Table(columns, rows, f"{thing.name}: {_count(len(rows), 'entry', 'entries')}"),
            as_json=as_json,
            as_csv=as_csv,
        )


def who_at(graph: Store, name: str, seats: tuple[Seat, ...], when: str) -> Table:
    """Who sat on a board in a period, and how that is known; for `whosat who BOARD --at DATE`."""
    from whosat.graph import time

    rows = [
        (
            one.name,
            one.role or "",
            one.organisation or "",
            one.hold.value,
            one.first,
            one.last,
            one.sightings,
            *_source(graph, one.facts, one.name),
        )
        for one in time.sitting(seats, _period(when))
    ]
    columns = (
        "member",
        "role",
        "representing",
        "known as",
        "first listed",
        "last listed",
        "sightings",
        "source",
        "words",
    )
    return Table(columns, rows, f"{name} in {when}: {_count(len(rows), 'member')}")


def _period(text: str) -> Period:
    from whosat.graph.time import period

    found = period(text)
    if found is None:
        raise InputError(f"{text!r} is no date.", "Write 2010, 2010-06 or 2010-06-04.")
    return found


def _source(graph: Store, facts: tuple[str, ...], name: str = "") -> tuple[str, str]:
    """The latest passage behind some facts, as "file:line" and its words: one that holds `name`, if any."""
    from whosat.commands.seating import place
    from whosat.graph.answers import naming, proofs

    found: tuple[Proof, ...] = naming(name, proofs(graph, facts))
    return (place(found[0]), " ".join(found[0].words.split())) if found else ("a decision", "")


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(diff)
    app.command()(timeline)

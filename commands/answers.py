"""`whosat who`, `boards`, `show` and `why`: answers, each with the line it rests on."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from whosat.commands.options import AsCsv, AsJson, Config, StorePath, opened, settings_of
from whosat.commands.output import show, show_all
from whosat.ontology.facts import Kind

if TYPE_CHECKING:
    from whosat.graph.answers import Seat
    from whosat.graph.names import SeveralNames, Thing
    from whosat.graph.store import Store

BODIES = (Kind.BOARD, Kind.ORGANISATION)
MEMBERS = (Kind.PERSON, Kind.ORGANISATION)
MOST = 3
"""How many meetings are named of somebody who sits on no board."""


def who(
    board: Annotated[str, typer.Argument(help="A board: its name, part of it, or an acronym.")],
    at: Annotated[
        str | None, typer.Option("--at", metavar="DATE", help="Who sat then: 2010, 2010-06 or 2010-06-04.")
    ] = None,
    store: StorePath = None,
    config: Config = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Who sits on a board, for whom, since when, and where it says so."""
    from whosat.commands.seating import seats_table
    from whosat.commands.time import who_at
    from whosat.graph import answers

    with opened(store, config) as graph:
        body = choose(graph, board, BODIES)
        seats = answers.who(graph, body.iri)
        table = who_at(graph, body.name, seats, at) if at else seats_table(graph, body.name, "member", seats)
        show(table, as_json=as_json, as_csv=as_csv)
        if not table.rows and not (as_json or as_csv):
            typer.echo(f"\n{_nobody(graph, body, at if seats else None)}")


def _nobody(graph: Store, body: Thing, at: str | None) -> str:
    """Why a board shows no members, and where to look instead."""
    from whosat.graph import answers

    if body.kind is Kind.PERSON:
        return f'{body.name} is a person; their boards: whosat boards "{body.name}".'
    if at:
        return f"Seats on {body.name} are known, but none that a document dates to {at}."
    if posts := answers.posts_at(graph, body.iri):
        return f"No document read says who sits on {body.name}. Posts there: {_posts(posts)}. {_shown(body)}"
    parts = [(part, len(answers.who(graph, part.iri))) for part in _parts_of(graph, body)]
    told = "; ".join(f"{part.name} ({count})" for part, count in parts if count)
    said = f"No document read says who sits on {body.name}."
    return f"{said} Bodies of it whose members are known: {told}." if told else said


def _parts_of(graph: Store, body: Thing) -> list[Thing]:
    """The bodies that a document says are part of this one or that bear its name, by name."""
    from whosat.graph.names import things
    from whosat.graph.records import look_up
    from whosat.ontology import terms as t

    below = {
        str(row["other"])
        for row in look_up(graph, "links", thing=body.iri)
        if str(row["relation"]) == t.SUBGROUP_OF and str(row["outward"]) == "false"
    }
    return [
        one
        for one in things(graph)
        if one.kind is Kind.BOARD
        and one.iri != body.iri
        and (one.iri in below or one.name.startswith(f"{body.name} "))
    ]


def boards(
    person: Annotated[str, typer.Argument(help="A person or an organisation.")],
    store: StorePath = None,
    config: Config = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """On which boards somebody sits."""
    from whosat.commands.seating import seats_table
    from whosat.graph import answers

    with opened(store, config) as graph:
        member = choose(graph, person, MEMBERS)
        table = seats_table(graph, member.name, "board", answers.boards(graph, member.iri), member.name)
        show(table, as_json=as_json, as_csv=as_csv)
        if as_json or as_csv:
            return
        told = _posts(answers.posts_of(graph, member.iri))
        if not table.rows:
            typer.echo(f"\n{_nowhere(graph, member, told)}")
        elif told:
            typer.echo(f"\nPosts, which are no seats: {told}. {_shown(member)}")


def _nowhere(graph: Store, member: Thing, posts: str) -> str:
    """Why somebody shows no boards, and where to look instead."""
    if member.kind not in MEMBERS:
        return f'{member.name} is a {member.kind.value}; its members: whosat who "{member.name}".'
    said = [f"No document read says that {member.name} sits on a board."]
    if posts:
        said.append(f"Posts, which are no seats: {posts}.")
    if meetings := _meetings(graph, member):
        listed = "; ".join(meetings[:MOST])
        more = f" and {len(meetings) - MOST} more" if len(meetings) > MOST else ""
        said.append(f"Named at meetings: {listed}{more}.")
    return " ".join([*said, _shown(member)])


def _meetings(graph: Store, member: Thing) -> list[str]:
    """The meetings that somebody is named at, latest first, and how: "Quay Forum, 4 Jun 2010 (present)"."""
    from whosat.graph.dates import day, spoken
    from whosat.graph.records import look_up
    from whosat.ontology import terms as t

    words = {iri: status.value for status, iri in t.STATUSES.items()}
    rows = sorted(
        look_up(graph, "attendances", person=member.iri),
        key=lambda row: str(row.get("date", "")),
        reverse=True,
    )
    return [
        f"{row.get('bodyName') or 'a meeting'}"
        f"{f', {date}' if (date := spoken(day(row.get('date')))) else ''} ({words.get(row['status'], '')})"
        for row in rows
    ]


def _posts(posts: Iterable[Seat]) -> str:
    """Posts in words: "Clerk (Quayside Council)"."""
    return "; ".join(
        f"{', '.join(str(spell.role) for spell in post.roles) or 'a post'} ({post.name})" for post in posts
    )


def _shown(thing: Thing) -> str:
    return f'The words: whosat show "{thing.name}".'


def show_thing(
    name: Annotated[
        str,
        typer.Argument(help="A person, organisation, board, meeting or strategy, or a document's file name."),
    ],
    store: StorePath = None,
    config: Config = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Everything known of a person, organisation, board, meeting or strategy, or read from a document."""
    from whosat.commands.paper import file_named, papers
    from whosat.commands.portrait import portrait

    with opened(store, config) as graph:
        file = file_named(graph, name)
        tables = [] if file else portrait(graph, name, lambda typed: choose(graph, typed))
    if file:
        tables = papers(settings_of(store, config), file)
    show_all(tables, as_json=as_json, as_csv=as_csv)


def why(
    names: Annotated[list[str], typer.Argument(help="A name; or two: a person and a board, or two bodies.")],
    store: StorePath = None,
    config: Config = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """The passages behind a fact: document, line and words, and what read them."""
    from whosat.commands.reasons import brief, reasons

    with opened(store, config) as graph:
        table = reasons(graph, names, lambda typed: choose(graph, typed))
    show(table if as_json or as_csv else brief(table), as_json=as_json, as_csv=as_csv)


def choose(store: Store, typed: str, kinds: Iterable[Kind] = ()) -> Thing:
    """What is meant by a name; on a terminal, somebody who meant one of several is asked which."""
    from whosat.graph.names import SeveralNames, find

    try:
        return find(store, typed, kinds)
    except SeveralNames as several:
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            raise
        return _asked(several)


def _asked(several: SeveralNames) -> Thing:
    for number, line in enumerate(several.lines, 1):
        typer.echo(f"{number:>3}  {line}", err=True)
    while True:
        answer: int = typer.prompt("Which one", type=int, err=True)
        if 1 <= answer <= len(several.choices):
            return several.choices[answer - 1]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(who)
    app.command()(boards)
    app.command("show")(show_thing)
    app.command()(why)

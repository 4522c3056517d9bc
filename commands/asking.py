"""`whosat questions`, `question` and `ask`: named questions, and plain words that stand for one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whosat.commands.options import AsCsv, AsJson, Config, StorePath, opened
from whosat.commands.output import Table, show
from whosat.ontology.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whosat.extract.asking.understand import Named, Reading, Slot, Understanding
    from whosat.graph.names import Thing
    from whosat.graph.questions import Answer, Question
    from whosat.graph.store import Store


def questions(as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """List the questions that can be asked by name."""
    from whosat.graph.questions import questions as known

    rows = [
        (entry.name, entry.title, ", ".join(_option(p.name, p.optional) for p in entry.parameters))
        for entry in known()
    ]
    show(Table(("question", "answers", "takes"), rows), as_json=as_json, as_csv=as_csv)


def _option(name: str, optional: bool) -> str:
    return f"[--{name}]" if optional else f"--{name}"


def question(
    name: Annotated[str, typer.Argument(help="A question's name; `whosat questions` lists them.")],
    board: Annotated[str | None, typer.Option(help="A board or other body.")] = None,
    other: Annotated[str | None, typer.Option(help="Another board.")] = None,
    person: Annotated[str | None, typer.Option(help="A person.")] = None,
    organisation: Annotated[str | None, typer.Option(help="An organisation.")] = None,
    strategy: Annotated[str | None, typer.Option(help="A strategy.")] = None,
    start: Annotated[str | None, typer.Option(help="Where a connection starts.")] = None,
    end: Annotated[str | None, typer.Option(help="Where it ends.")] = None,
    at: Annotated[str | None, typer.Option(help="The time asked about: 2010, 2010-06 or 2010-06-22.")] = None,
    since: Annotated[str | None, typer.Option("--since", "--from", help="From when.")] = None,
    until: Annotated[str | None, typer.Option("--until", "--to", help="Until when.")] = None,
    show_query: Annotated[
        bool, typer.Option("--sparql", help="Print the SPARQL instead of running it.")
    ] = False,
    store: StorePath = None,
    config: Config = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Run one named question; names are found as you type them."""
    from whosat.graph.questions import ask as run
    from whosat.graph.questions import question as find_question

    asked = find_question(name)
    if show_query:
        typer.echo(asked.sparql.rstrip())
        return
    words = {
        "board": board,
        "other": other,
        "person": person,
        "organisation": organisation,
        "strategy": strategy,
        "start": start,
        "end": end,
    }
    with opened(store, config) as graph:
        things = {key: find_thing(graph, key, typed) for key, typed in words.items() if typed}
        arguments = {key: thing.iri for key, thing in things.items()} | _dates(asked, at, since, until)
        answer = run(graph, asked, arguments)
    show(_table(answer, [thing.name for thing in things.values()]), as_json=as_json, as_csv=as_csv)
    if not (as_json or as_csv):
        _say_limits(answer)


def _say_limits(answer: Answer) -> None:
    """Say that there is nothing, and what a span of time left out: an empty table alone looks like a no."""
    if not answer.lines:
        dated = " dated" if answer.undated else ""
        typer.echo(f"No{dated} paper that was read says anything on this.")
    if answer.undated:
        count = "1 line" if answer.undated == 1 else f"{answer.undated} lines"
        typer.echo(f"Left out, as no paper dates them: {count}. Ask without a date to see them.")


def find_thing(graph: Store, place: str, typed: str) -> Thing:
    """The thing a name stands for in a place of a question; raises UnknownName, or lists the choices."""
    from whosat.commands.answers import choose
    from whosat.ontology.facts import Kind

    kinds = {
        "board": (Kind.BOARD, Kind.ORGANISATION),
        "other": (Kind.BOARD, Kind.ORGANISATION),
        "person": (Kind.PERSON,),
        "organisation": (Kind.ORGANISATION, Kind.BOARD),
        "strategy": (Kind.STRATEGY, Kind.LEGISLATION),
    }
    return choose(graph, typed, kinds.get(place, ()))


def _dates(asked: Question, at: str | None, since: str | None, until: str | None) -> dict[str, str]:
    if at and (since or until):
        raise InputError("Both --at and a span of time were given.", "Give one of them.")
    given = {"since": since or at, "until": until or at}
    for value in given.values():
        if value and not _is_date(value):
            raise InputError(f"“{value}” is no date.", "Write 2010, 2010-06 or 2010-06-22.")
    takes = {parameter.name for parameter in asked.parameters}
    if (at or since or until) and "since" not in takes:
        raise InputError(f"The question “{asked.name}” takes no dates.", "Leave them out.")
    return {name: value for name, value in given.items() if value}


def _is_date(value: str) -> bool:
    import datetime as dt
    import re

    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        return False
    try:
        dt.date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _table(answer: Answer, about: list[str]) -> Table:
    title = answer.question.title + (f": {', '.join(about)}" if about else "")
    rows = [
        (
            *(_value(cell.text) for cell in line.cells),
            [_source(s.document, s.line, s.quote) for s in line.sources],
        )
        for line in answer.lines
    ]
    return Table((*answer.columns, "source"), rows, title)


def _value(text: str) -> str | dt.date:
    from whosat.graph.dates import day

    return (day(text) if len(text) == 10 else None) or text


def _source(document: str, line: int, quote: str) -> str:
    flat = " ".join(quote.split())
    return f"{document}:{line} “{flat if len(flat) < 160 else flat[:159] + '…'}”"


def ask(
    words: Annotated[list[str], typer.Argument(help="A question in plain words.")],
    store: StorePath = None,
    config: Config = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Ask in plain words; where it is not sure what is meant, it says so and answers nothing."""
    from whosat.graph.questions import ask as run
    from whosat.graph.questions import question as find_question

    text = " ".join(words)
    with opened(store, config) as graph:
        found = understood(graph, text)
        if not found.sure:
            raise InputError(doubt(found, text, graph), _offers(found, graph))
        reading = found.readings[0]
        asked = find_question(reading.question)
        answer = run(graph, asked, arguments_of(reading))
    plain = not (as_json or as_csv)
    if plain:
        typer.echo(f"Understood: {_in_words(asked, reading)}")
        typer.echo(f"As a command: {as_command(reading)}")
    show(_table(answer, [named.name for named in reading.slots]), as_json=as_json, as_csv=as_csv)
    if plain:
        _say_limits(answer)
        typer.echo(f"\nIts SPARQL: whosat question {asked.name} --sparql")


def understood(graph: Store, text: str) -> Understanding:
    """Read a question in plain words with the names of this graph."""
    from whosat.extract.asking.understand import Named, understand
    from whosat.graph.known import Known
    from whosat.graph.names import things

    known = Known(things(graph))

    def find(words: str) -> list[Named]:
        return [Named(thing.iri, thing.kind, thing.name, fit) for thing, fit in known.fits(words)]

    return understand(text, find)


def arguments_of(reading: Reading) -> dict[str, str]:
    """The parameters that a reading fills, by name."""
    from whosat.extract.asking.cues import DATED

    filled = dict(zip(_places(reading), (named.key for named in reading.slots), strict=True))
    if reading.question in DATED:
        filled |= {"since": reading.span.since, "until": reading.span.until}
    return {name: value for name, value in filled.items() if value}


def _places(reading: Reading) -> list[str]:
    """The parameter names that a reading's things fill, in their order."""
    from whosat.graph.questions import question as find_question

    names = [p.name for p in find_question(reading.question).parameters if p.name not in ("since", "until")]
    if reading.question in _EITHER:
        return [_place_of(named) for named in reading.slots]
    return names[: len(reading.slots)]


_EITHER = ("present", "attendance", "absences", "deputies", "actions", "empty-seats", "chairs")


def _place_of(named: Named) -> str:
    from whosat.ontology.facts import Kind

    return "person" if named.kind is Kind.PERSON else "board"


def _in_words(asked: Question, reading: Reading) -> str:
    about = f": {', '.join(named.name for named in reading.slots)}" if reading.slots else ""
    since, until = reading.span.since, reading.span.until
    if not (since or until):
        return asked.title + about
    when = since if since == until else f"{since or '…'} to {until or '…'}"
    return f"{asked.title}{about} ({when})"


def as_command(reading: Reading, *, by_key: bool = False) -> str:
    """The same question as a command with its parameters, by name or, `by_key`, by IRI."""
    from whosat.extract.asking.cues import DATED

    things = zip(_places(reading), reading.slots, strict=True)
    parts = [f'--{place} "{named.key if by_key else named.name}"' for place, named in things]
    if reading.question in DATED:
        parts += [f"--since {reading.span.since}"] if reading.span.since else []
        parts += [f"--until {reading.span.until}"] if reading.span.until else []
    return " ".join(["whosat question", reading.question, *parts])


def doubt(found: Understanding, text: str, graph: Store) -> str:
    """Why a question is not answered."""
    if found.unknown:
        return f"I am not sure what is asked: no name and no question here has “{' '.join(found.unknown)}”."
    for slot in found.open:
        names = list(dict.fromkeys(named.name for named in slot.candidates[:5]))
        if len(same := _namesakes(slot)) > 1:
            return f"Several are called “{same[0].name}”:\n" + "\n".join(_apart(graph, same))
        if len(names) == 1:
            return f"Nobody and nothing is called “{slot.words}”; the nearest is {names[0]}."
        return f"“{slot.words}” may be several: {', '.join(names)}."
    return f"I am not sure what is asked by “{text}”."


def _namesakes(slot: Slot) -> list[Named]:
    """Those of one name that its words fit equally well, if they are why it isn't clear what is meant."""
    from whosat.extract.asking.understand import SURE

    best = slot.candidates[0]
    same = [named for named in slot.candidates if named.name == best.name and named.fit == best.fit]
    return same if best.fit >= SURE else []


def each_namesake(found: Understanding) -> list[Reading]:
    """The likeliest reading once for each who bears the name that isn't clear; none if that isn't why."""
    if found.unknown or not found.open or not found.readings or len(same := _namesakes(found.open[0])) < 2:
        return []
    reading, keys = found.readings[0], {named.key for named in same}
    if not any(named.key in keys for named in reading.slots):
        return []
    return [
        replace(reading, slots=tuple(one if named.key in keys else named for named in reading.slots))
        for one in same
    ]


def _apart(graph: Store, same: list[Named]) -> Iterator[str]:
    from whosat.graph.names import SeveralNames, Thing, telling

    choices = [Thing(named.name, named.kind, named.key) for named in same]
    for line in SeveralNames("", choices, telling(graph, choices)).lines:
        yield f"  {line}"


def _offers(found: Understanding, graph: Store) -> str:
    from whosat.graph.names import ONE_NAME, near, things

    if same := each_namesake(found):
        return f"{ONE_NAME} As a command: {as_command(same[0], by_key=True)}"
    likely = [as_command(reading) for reading in found.readings[:3] if reading.weight > 0]
    offers = "Nearest: " + "; ".join(likely) if likely else "`whosat questions` lists what can be asked."
    names = near(things(graph), " ".join(found.unknown)) if found.unknown else ()
    return f"{offers} Nearest names: {'; '.join(names)}." if names else offers


def analyse(
    output: Annotated[Path, typer.Option("--output", help="A file: .html or .md.")] = Path("network.html"),
    since: Annotated[str, typer.Option("--since", "--from", help="From when: 2010 or 2010-06.")] = "",
    until: Annotated[str, typer.Option("--until", "--to", help="Until when.")] = "",
    store: StorePath = None,
    config: Config = None,
) -> None:
    """Write a report on the network in plain governance words, with its sources."""
    from whosat.commands.reporting import write_report

    with opened(store, config) as graph:
        written = write_report(graph, output, since, until)
    for path in written:
        typer.echo(f"Wrote {path}")


def mcp(store: StorePath = None, config: Config = None) -> None:
    """Serve the questions to an assistant over the Model Context Protocol, on standard streams."""
    from whosat.commands.assistant import serve
    from whosat.commands.options import settings_of

    serve(settings_of(store, config).store)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (questions, question, ask, analyse, mcp):
        app.command()(command)

"""`whosat about` and `forget`: what is held on one person, and how to take it out."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whosat.commands.options import AsCsv, AsJson, Config, StorePath, settings_of
from whosat.commands.output import Table, show
from whosat.ontology.errors import InputError, StoreError, UnknownName

if TYPE_CHECKING:
    from whosat.commands.deciding import Corpus
    from whosat.graph.privacy import Subject
    from whosat.ontology.facts import Decision
    from whosat.ontology.settings import Settings


def about(
    name: Annotated[str, typer.Argument(help="A person.")],
    store: StorePath = None,
    config: Config = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Print everything that is held on one person, for a subject access request."""
    from whosat.commands.deciding import corpus
    from whosat.graph.privacy import about as held_on

    found = corpus(settings_of(store, config))
    subject = _one(found, name)
    rows = [
        (one.kind, one.says, f"{one.file}:{one.line}" if one.line else one.file, one.words)
        for one in held_on(found.documents, found.resolution, subject.key)
    ]
    title = f"{subject.name}: {len(rows)} things held, under the names {', '.join(subject.forms)}"
    show(Table(("kind", "what it says", "where", "words"), rows, title), as_json=as_json, as_csv=as_csv)


def forget(
    name: Annotated[str, typer.Argument(help="A person.")],
    store: StorePath = None,
    config: Config = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask again.")] = False,
    wait: Annotated[float, typer.Option(min=0, help="Seconds to wait for a build to end.")] = 0.0,
) -> None:
    """Take a person out of the store, what it keeps and every later build, and search for what is left."""
    from whosat.commands.deciding import corpus
    from whosat.graph import generations
    from whosat.graph.privacy import forgetting

    settings = settings_of(store, config)
    found = corpus(settings)
    subject = _one(found, name)
    if not yes:
        if not sys.stdin.isatty():
            raise InputError(
                f"{subject.name} was not forgotten: nobody could be asked.", "Add --yes to be sure."
            )
        typer.confirm(f"Forget {subject.name} ({len(subject.mentions)} documents)?", abort=True)
    notes = _notes(settings)
    with generations.building(settings.store, wait):
        rows = forgetting(subject, found.documents)
        _decide(settings, subject, [replace(row, when=dt.date.today()) for row in rows])
        _build_anew(settings, notes)
    left = _left(settings, subject)
    typer.echo(
        f"{len(rows)} row{'s' if len(rows) > 1 else ''} in {settings.decisions}; the store was built anew."
    )
    if left:
        raise StoreError(
            f"The name still stands in {len(left)} of the files: {', '.join(left)}.",
            "Remove or rename those files; whosat did not write them, or a reader held them open.",
        )
    typer.echo(
        f"Searched all files of {settings.store} and {settings.decisions}: no form of the name is left."
    )
    typer.echo(
        "The documents themselves, maps, pages and exports made before are yours to remove or make again."
    )


def _one(found: Corpus, name: str) -> Subject:
    """The one person meant; several or none are told."""
    from whosat.graph.privacy import subjects

    people = subjects(found.documents, found.resolution, name)
    if len(people) == 1:
        return people[0]
    if people:
        keys = ", ".join(one.key for one in people)
        narrow = 'Narrow it: "Name [organisation or file name]".'
        raise UnknownName(f"{name!r} may be {len(people)} people: {keys}.", narrow)
    raise UnknownName(f"Nobody is held under the name {name!r}.", "Look for other forms: whosat show NAME.")


def _decide(settings: Settings, subject: Subject, rows: list[Decision]) -> None:
    """Add the rows that forget, and take out those that name the person."""
    from whosat.graph.decisions import append, remove

    remove(settings.decisions, subject.forms)
    append(settings.decisions, rows)


def _notes(settings: Settings) -> dict[str, object]:
    from whosat.graph import generations

    return dict(generations.build_notes(generations.current(settings.store)))


def _build_anew(settings: Settings, notes: dict[str, object]) -> None:
    """Scrub what is kept, and write the graph anew from it; no document is read."""
    from whosat.commands import building
    from whosat.commands.cache import Cache
    from whosat.commands.deciding import read
    from whosat.commands.scrubbing import scrub

    scrub(Cache(settings.store / "cache"), read(settings))
    building.rebuild(settings, with_contacts=bool(notes.get("with_contacts")))


def _left(settings: Settings, subject: Subject) -> list[str]:
    """Where a form of the name still stands: in a file, or in the graph, which lies packed in its files."""
    from whosat.graph.privacy import telling, traces
    from whosat.graph.store import open_store

    forms = telling(subject.forms)
    files = [path for path in sorted(settings.store.rglob("*")) if path.is_file()]
    decisions = [settings.decisions] if settings.decisions.is_file() else []
    found = [_short(path) for path, _ in traces([*files, *decisions], forms)]
    with open_store(settings.store) as graph:
        if any(form.casefold() in line.casefold() for line in graph.lines() for form in forms):
            found.append("the graph")
    return found


def _short(path: Path) -> str:
    return path.as_posix()


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(about)
    app.command()(forget)

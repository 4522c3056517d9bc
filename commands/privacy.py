"""`whosat about` and `forget`: what is held on one person, and how to take it out."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from whosat.commands.options import AsCsv, AsJson, Config, StorePath, settings_of
from whosat.commands.output import Table, show
from whosat.ontology.errors import InputError, StoreError, UnknownName

if TYPE_CHECKING:
    from whosat.graph.privacy import Subject
    from whosat.ontology.facts import Decision
    from whosat.ontology.settings import Settings

LET_GO_WITHIN: Final = 60.0
"""Seconds for which `forget` waits for those who read the graph as it was before, such as `whosat serve`."""


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
    from whosat.graph.privacy import subjects

    found = corpus(settings_of(store, config))
    subject = _one(subjects(found.documents, found.resolution, name), name)
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
    from whosat.graph.privacy import forgetting, subjects

    settings = settings_of(store, config)
    found = corpus(settings)
    people = subjects(found.documents, found.resolution, name)
    bare = name.partition("[")[0].strip()
    if not people and _is_forgotten(settings, bare):
        # an earlier `forget` may have been ended half-way, or a reader may have held the files: finish it
        with generations.building(settings.store, wait):
            held = _build_anew(settings, _notes(settings))
        typer.echo(f"{bare} was forgotten before; the store was built anew.")
        _tell(settings, (bare,), held)
        return
    subject = _one(people, name)
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
        held = _build_anew(settings, notes)
    typer.echo(
        f"{len(rows)} row{'s' if len(rows) > 1 else ''} in {settings.decisions}; the store was built anew."
    )
    _tell(settings, subject.forms, held)


def _tell(settings: Settings, forms: Sequence[str], held: Sequence[int]) -> None:
    """Say what is left of a name; raises StoreError where anything is."""
    left = _left(settings, forms)
    if held:
        raise StoreError(
            f"The graph as it was before, with the name in it, is still read by process"
            f" {', '.join(map(str, held))} and could not be deleted.",
            "End that process (whosat serve, or another program that reads the store) and run the same"
            " command again, or build: either deletes it.",
        )
    if left:
        raise StoreError(
            f"The name still stands in {len(left)} of the files: {', '.join(left)}.",
            "Remove or rename those files: whosat did not write them, or their own name is the person's.",
        )
    typer.echo(
        f"Searched all files of {settings.store} and {settings.decisions}: no form of the name is left."
    )
    typer.echo(
        "The documents themselves, maps, pages and exports made before are yours to remove or make again."
    )


def _is_forgotten(settings: Settings, name: str) -> bool:
    """Whether a row of the decisions forgets that very name, in all documents or in one."""
    from whosat.commands.deciding import read
    from whosat.graph.forgetting import Forgotten

    rows = read(settings).forgotten
    return any(secret.is_of(name) for secret, _ in Forgotten.read(rows).secrets)


def _one(people: Sequence[Subject], name: str) -> Subject:
    """The one person meant; several or none are told."""
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


def _build_anew(settings: Settings, notes: dict[str, object]) -> tuple[int, ...]:
    """Scrub what is kept, and write the graph anew from it; no document is read.

    Waits until nobody reads the graph as it was before, and gives the processes that still do.
    """
    from whosat.commands import building
    from whosat.commands.cache import Cache
    from whosat.commands.deciding import read
    from whosat.commands.scrubbing import scrub
    from whosat.graph import generations

    scrub(Cache(settings.store / "cache"), read(settings))
    building.rebuild(settings, with_contacts=bool(notes.get("with_contacts")))
    return generations.let_go(settings.store, LET_GO_WITHIN, _waiting)


def _waiting(processes: tuple[int, ...]) -> None:
    held = ", ".join(map(str, processes))
    typer.echo(f"Waiting until process {held} has let the graph as it was before go …", err=True)


def _left(settings: Settings, names: Sequence[str]) -> list[str]:
    """Where a form of the name still stands: in a file, or in the graph, which lies packed in its files."""
    from whosat.graph.privacy import telling, traces
    from whosat.graph.store import open_store

    forms = telling(names)
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

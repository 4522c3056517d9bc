"""`whosat review`, `why-same` and `correct`: what is doubtful, why names are one, and decisions that last."""

from __future__ import annotations

import datetime as dt
import getpass
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Final

import typer

from whosat.commands.options import AsCsv, AsJson, Config, StorePath, settings_of
from whosat.commands.output import Cell, Table, show
from whosat.ontology.errors import InputError, NoStore, UnknownName
from whosat.ontology.facts import DocumentFacts, Ruling

if TYPE_CHECKING:
    from whosat.graph.doubts import Doubt
    from whosat.graph.why_same import Explained
    from whosat.ontology.facts import Decision
    from whosat.ontology.settings import Settings

NOT_ASKED: Final = (
    "Nothing was asked, for what is typed does not come from a terminal. Run whosat review in one, answer in "
    "the browser (whosat serve --edit), or write a row (whosat correct). To list only: whosat review --list"
)


def review(
    store: StorePath = None,
    config: Config = None,
    listed: Annotated[bool, typer.Option("--list", help="Print what is doubtful, and ask nothing.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    most: Annotated[int, typer.Option("--most", min=1, help="How many to go through.")] = 1000,
    who: Annotated[
        str | None, typer.Option("--who", help="Whose decisions these are; else your name here.")
    ] = None,
) -> None:
    """Step through what is doubtful, best gain first; each answer becomes a row in decisions.csv."""
    from whosat.commands.deciding import corpus
    from whosat.commands.reviewing import ask_all
    from whosat.graph.doubts import doubts

    settings = settings_of(store, config)
    found = corpus(settings)
    open_doubts = doubts(found.documents, found.resolution)[:most]
    asks = not (listed or as_json or as_csv)
    if not asks or not sys.stdin.isatty():
        show(_listing(open_doubts), as_json=as_json, as_csv=as_csv)
        if asks and open_doubts:
            typer.echo(NOT_ASKED, err=True)
        return
    ask_all(open_doubts, found.documents, settings.decisions, who or _own_name())


def _listing(found: Sequence[Doubt]) -> Table:
    from whosat.commands.reviewing import where

    rows = [
        (
            doubt.kind.value,
            doubt.gain,
            doubt.shown,
            doubt.reason,
            [where(one) for one in (*doubt.left[:1], *doubt.right[:1])],
            list(doubt.suggestions),
        )
        for doubt in found
    ]
    return Table(
        ("kind", "gain", "what", "why doubtful", "where", "suggestions"),
        rows,
        f"{len(rows)} open question{'' if len(rows) == 1 else 's'}",
    )


def _own_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a machine without user names
        return os.environ.get("USERNAME", "")


def why_same(
    left: Annotated[
        str, typer.Argument(help='A name; "Name [organisation]" or "Name [file name]" narrows it.')
    ],
    right: Annotated[str, typer.Argument(help="Another name.")],
    store: StorePath = None,
    config: Config = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Why two names are thought to be one person or body, or not: features and passages."""
    from whosat.commands.deciding import corpus
    from whosat.graph.why_same import explain

    found = corpus(settings_of(store, config))
    explained = explain(found.documents, found.resolution, left, right)
    if explained is None:
        raise UnknownName(
            f"One of the names is in no document: {left!r}, {right!r}.",
            "Type them as they are written, or look them up first: whosat show NAME.",
        )
    show(_explained(explained, found.documents, (left, right)), as_json=as_json, as_csv=as_csv)


def _explained(explained: Explained, documents: Sequence[DocumentFacts], typed: tuple[str, str]) -> Table:
    from whosat.graph.why_same import quoted, read_as_one
    from whosat.ontology.facts import Verdict

    rows: list[tuple[Cell, ...]] = []
    for pair in explained.chain:
        sides = [next(iter(quoted(documents, mention, 1)), None) for mention in (pair.left, pair.right)]
        places = [f"{one.file}:{one.line}: {one.words[:160]}" if one else "" for one in sides]
        features = [f"{name} {part:+.2f}" if part else name for name, part in pair.features]
        names = (pair.left.name, pair.right.name)
        rows.append((*names, pair.verdict.value, pair.score, features, pair.decided_by, *places))
    left, right = typed
    for both in read_as_one(documents, explained, typed):
        places = [f"{one.file}:{one.line}: {one.words[:160]}" for one in both]
        rows.append((left, right, Verdict.SAME.value, 1.0, "one document writes both", "reading", *places))
    unlike = "never compared, the names are too unlike"
    if explained.chain:
        unlike = "two, for too little speaks for their being one (review asks from a score of 0.45 on)"
    if set(explained.left) & set(explained.right):
        unlike = "several bear this name, and too little speaks for their being one"
    verdict = explained.verdict.value if explained.verdict else unlike
    columns = ("left", "right", "verdict", "score", "features", "decided by", "left words", "right words")
    return Table(columns, rows, f"{left} and {right}: {verdict}")


def correct(
    what: Annotated[
        str, typer.Argument(help=", ".join(one.value for one in Ruling if one is not Ruling.FORGET))
    ],
    name: Annotated[str, typer.Argument(help="Whom or what it is about.")],
    other: Annotated[str, typer.Argument(help="The other name, the board, or whom initials stand for.")] = "",
    value: Annotated[
        str,
        typer.Option(
            "--value", help="A date (2010-05-31, 31 May 2010), the right name, or how a line reads."
        ),
    ] = "",
    document: Annotated[str, typer.Option("--document", help="The one document it is about.")] = "",
    why: Annotated[str, typer.Option("--why", help="Why, for those who read it later.")] = "",
    who: Annotated[
        str | None, typer.Option("--who", help="Who decides; else your name on this computer.")
    ] = None,
    store: StorePath = None,
    config: Config = None,
) -> None:
    """Add a decision to decisions.csv: what is the same, different, misspelt, or wrong."""
    from whosat.graph.decisions import append, checked

    settings = settings_of(store, config)
    cells = {
        "what": what, "name": name, "other": other, "value": value, "document": document,
        "who": who or _own_name(), "when": dt.date.today().isoformat(), "why": why,
    }  # fmt: skip
    row = checked(cells)
    if isinstance(row, str):
        raise InputError(
            f"This is no decision: {row}", "See what each needs: whosat correct --help, docs/decisions.md."
        )
    if row.what is Ruling.FORGET:
        raise InputError("To forget somebody takes more than a row.", 'Use: whosat forget "NAME".')
    if row.what is Ruling.LINE:
        row = _replaced(row, settings)
    elif row.what is not Ruling.INITIALS:
        row = _meant(row, settings)
    append(settings.decisions, [row])
    typer.echo(f"Added to {settings.decisions}. It takes effect with the next: whosat build")


def _replaced(row: Decision, settings: Settings) -> Decision:
    """Tell what a row on a line will take the place of; the row, with its document where it needs one.

    Raises InputError where the line can't be read so; without a store nothing is known of it.
    """
    from whosat.commands.deciding import corpus
    from whosat.graph.corrections import is_named
    from whosat.graph.line_rulings import meant

    try:
        documents = corpus(settings).documents
    except NoStore:
        return row
    named = [one for one in documents if not row.document or is_named(one, row.document)]
    if not named:
        raise InputError(
            f"No document is called {row.document!r}.",
            "Known are: " + ", ".join(d.identifier for d in documents),
        )
    found = [(one, about) for one in named if (about := meant(one, replace(row, document=""))).anything]
    if not found:
        return _missed(row, named)
    for document, about in found:
        for one in about.attendances:
            said = "; ".join(part for part in (one.person, one.representing, one.status.value) if part)
            typer.echo(f"In {document.identifier} it takes the place of: {said}")
        for left_out in about.unread:
            line = f", line {left_out.passage.line}" if left_out.passage else ""
            typer.echo(f"In {document.identifier}{line}, it was left out until now.")
    return row


def _missed(row: Decision, documents: Sequence[DocumentFacts]) -> Decision:
    """A row on a line of which nothing was read, bound to the one document that has it; raises InputError."""
    from whosat.graph.line_rulings import NOBODY, has_minutes, stands

    found = [(one, places[0]) for one in documents if (places := stands(one, row))]
    if not found:
        raise InputError(
            f"No document has the line {row.name!r}.",
            "Copy it from the paper, or from an answer (whosat why NAME BOARD); a line of one word has to be "
            "the whole line.",
        )
    if len(found) > 1:
        raise InputError(
            f"Nothing was read of {row.name!r}, and it stands in {len(found)} documents.",
            f'Say which is meant: --document "{found[0][0].identifier}".',
        )
    [(document, place)] = found
    if row.value.strip() in NOBODY:
        raise InputError(
            f"{document.identifier}, line {place.line}: nobody was read of {row.name!r}.",
            "There is nothing to take out.",
        )
    if not has_minutes(document):
        raise InputError(
            f"{document.identifier} minutes no meeting, so nobody can have been there.",
            "Who sits on a board since when is said so: whosat correct joined NAME BOARD --value DATE.",
        )
    typer.echo(f"In {document.identifier}, line {place.line}, nothing was read of it until now.")
    return replace(row, document=document.identifier)


def _meant(row: Decision, settings: Settings) -> Decision:
    """A row with its names as the papers have them, told where they were typed otherwise.

    Raises UnknownName for a name that nobody and nothing has; without a store the row stays as it is.
    """
    from whosat.commands.deciding import corpus
    from whosat.graph.decisions_match import Index

    try:
        index = Index(corpus(settings).documents)
    except NoStore:
        return row
    name = row.name if index.find(row.name, row.document) else _named(row.name, settings)
    if row.what is Ruling.NOT_A_NAME:
        _taken_out(replace(row, name=name), index.documents)
    other = row.other if not row.other or index.find(row.other, "") else _named(row.other, settings)
    return replace(row, name=name, other=other)


def _taken_out(row: Decision, documents: Sequence[DocumentFacts]) -> None:
    """Tell where a row takes out what is no name; raises InputError where nothing is called so."""
    from whosat.graph.no_names import no_names

    found = list(no_names(documents, [row]))
    if not found:
        raise InputError(
            f"{row.name!r} is only another form of a name.", f'How it is called: whosat show "{row.name}".'
        )
    for one in found:
        typer.echo(f"In {one.document.identifier} the {one.entity.kind.value} {one.entity.name} goes.")


def _named(typed: str, settings: Settings) -> str:
    from whosat.graph.names import find
    from whosat.graph.store import open_store

    with open_store(settings.store) as graph:
        name = find(graph, typed).name
    typer.echo(f"“{typed}” is taken for {name}.")
    return name


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(review)
    app.command("why-same")(why_same)
    app.command()(correct)

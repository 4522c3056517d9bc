"""`whosat build`: documents in, a graph out."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from whosat.commands.options import Config, StorePath
from whosat.ontology.errors import NothingToRead

if TYPE_CHECKING:
    from whosat.commands.building import Built

NAMED: Final = 3
"""How many files of a kind that is not read are named."""
SHOWN: Final = 20
"""How many things left out the summary names; `whosat info --left-out` names all."""


def build(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files and folders; without any, the folders of whosat.toml.")
    ] = None,
    store: StorePath = None,
    config: Config = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="Processes to read with; chosen by itself.")] = None,
    wait: Annotated[float, typer.Option(min=0, help="Seconds to wait for another build to end.")] = 0.0,
    model: Annotated[
        Path | None, typer.Option(help="Another spaCy pipeline to label rosters with: its name or folder.")
    ] = None,
    with_contacts: Annotated[
        bool, typer.Option("--with-contacts", help="Keep phone numbers and addresses, in their own graph.")
    ] = False,
    only: Annotated[
        bool, typer.Option("--only", help="Build from part of a folder; the rest of it leaves the store.")
    ] = False,
) -> None:
    """Read documents and build the graph of them. Only what changed is read again."""
    from whosat.commands import building, earlier
    from whosat.extract.readers import collect, passed_over
    from whosat.ontology.settings import load_settings

    settings = load_settings(config, store=store)
    settings = replace(settings, model=model) if model else settings
    wanted = paths or list(settings.folders)
    if not wanted:
        raise NothingToRead("No documents were named.", "Name files or folders: whosat build FOLDER.")
    files = tuple(collect(wanted))
    if not only:
        earlier.refuse_part(settings.store, wanted, files)
    plan = building.Plan(files, settings, jobs, wait, with_contacts, tuple(wanted))
    with progress(len(files)) as step:
        built = building.build(plan, step)
    report(built, settings.store)
    others: dict[str, list[str]] = {}
    for file in passed_over(wanted):
        others.setdefault(file.suffix.lower(), []).append(file.name)
    if others:
        kinds = "; ".join(f"{suffix} ({_some(names)})" for suffix, names in sorted(others.items()))
        typer.echo(f"Passed over, for they are of no kind that is read: {kinds}.")


def _some(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


@contextlib.contextmanager
def progress(total: int) -> Iterator[Callable[[Path, bool], None]]:
    """A bar on a terminal, a plain line a file when piped; both on standard error.

    What it gives is called with each file, and whether that was read or is as it was at the last build.
    """
    if not sys.stderr.isatty():
        done = iter(range(1, total + 1))
        yield lambda file, read: typer.echo(
            f"{'read' if read else 'unchanged'} {next(done)} of {total}: {file.name}", err=True
        )
        return
    with typer.progressbar(length=total, label="Reading", file=sys.stderr) as bar:
        yield lambda _file, _read: bar.update(1)


def report(built: Built, store: Path) -> None:
    """Print the summary of a build."""
    counts = built.counts
    for name, one in _COUNTED.items():
        typer.echo(f"{counts[name]:>8,} {one if counts[name] == 1 else name}")
    again, aside = counts["facts said again"], counts["facts set aside"]
    stored = counts["facts read"] - again - aside - counts["facts missing"]
    typer.echo(
        f"{counts['facts read']:,} facts read: {stored:,} stored, {again:,} said twice, {aside:,} set aside."
    )
    if counts["facts missing"]:
        typer.echo(f"{counts['facts missing']:,} facts are accounted for nowhere: please report this fault.")
    _left_out(built)
    _gone(built)
    _checked(built)
    kept = f", {built.kept} unchanged" if built.kept else ""
    state = f"The store is in {store}" if built.changed else f"Nothing changed in {store}"
    typer.echo(f"{state} ({built.read} file{'' if built.read == 1 else 's'} read{kept}).")
    if built.readers:
        held = ", ".join(map(str, built.readers))
        typer.echo(
            f"The graph as it was before is still on the disk: process {held} reads it (whosat serve lets it"
            " go in a few seconds). The next build deletes it."
        )


_COUNTED: Final = {
    "documents": "document",
    "people": "person",
    "organisations": "organisation",
    "boards": "board",
    "strategies": "strategy",
    "meetings": "meeting",
    "attendances": "attendance",
    "memberships": "membership",
    "actions": "action",
    "links": "link",
}


def _left_out(built: Built) -> None:
    if not built.left_out:
        return
    typer.echo(f"Left out, {len(built.left_out)} in all:")
    for item in built.left_out[:SHOWN]:
        where = f"{item.document}:{item.line}" if item.line else item.document
        words = f" “{_short(item.text)}”" if item.text else ""
        typer.echo(f"  {where}: {item.kind}{words}: {item.reason}")
    if len(built.left_out) > SHOWN:
        typer.echo(f"  … and {len(built.left_out) - SHOWN} more: whosat info --left-out")


def _gone(built: Built) -> None:
    """Name the documents of the last build that this one does not have, and how to have them again."""
    if not built.gone:
        return
    from whosat.commands.earlier import command

    number = len(built.gone)
    are = "document of the last build is" if number == 1 else "documents of the last build are"
    typer.echo(f"{number:,} {are} no longer in the store: {_some(built.gone)}.")
    if built.together:
        typer.echo(
            "A build holds the files and folders it is given, and those alone. "
            f"To have both: {command(built.together)}"
        )


def _checked(built: Built) -> None:
    if built.report is None:
        if built.changed:
            typer.echo("The graph is large and was not checked against its contract: whosat validate.")
        return
    broken = [f for f in built.report.findings if f.severity == "violation"]
    if broken:
        typer.echo(f"The graph breaks its contract in {len(broken)} places: whosat validate lists them.")
    elif built.report.findings:
        warnings = len(built.report.findings)
        typer.echo(f"The graph keeps its contract, with {warnings} warnings: whosat validate lists them.")
    else:
        typer.echo("The graph keeps its contract.")


def _short(text: str, most: int = 90) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(build)

"""`whosat demo`: the documents that ship with the program, from files to answers, map and diagram."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final

import typer

from whosat.ontology.facts import Kind

DOCUMENTS: Final = Path(__file__).parent.parent / "data" / "gloucestershire"


def demo(
    folder: Annotated[Path, typer.Argument(help="Where store, map and diagram go.")] = Path("demo"),
) -> None:
    """Build the graph of the documents that ship with whosat; show a board, a map and a diagram."""
    from whosat.commands.answers import choose
    from whosat.commands.build import progress, report
    from whosat.commands.building import Plan, build
    from whosat.commands.output import show
    from whosat.commands.seating import seats_table
    from whosat.commands.visual import write_diagram, write_map
    from whosat.extract.readers import collect
    from whosat.graph.answers import who
    from whosat.graph.store import open_store
    from whosat.ontology.settings import load_settings

    settings = replace(load_settings(DOCUMENTS), store=folder / "whosat.store")
    files = tuple(collect([DOCUMENTS]))
    with progress(len(files)) as step:
        built = build(Plan(files, settings), step)
    report(built, settings.store)
    typer.echo("")
    with open_store(settings.store) as graph:
        body = choose(graph, settings.board or "", (Kind.BOARD,))
        show(seats_table(graph, body.name, "member", who(graph, body.iri)))
        typer.echo("")
        pages = [write_map(graph, folder / "map.html")]
        drawn = [folder / f"diagram.{form}" for form in ("svg", "png", "pdf")]
        pages += write_diagram(graph, body.name, drawn)
    typer.echo(f"The map:      {pages[0].resolve()}")
    typer.echo(f"The diagram:  {pages[1].resolve()} (and as PNG and PDF beside it)")
    typer.echo(f'Ask further:  whosat who "{body.name}" --store "{settings.store}"')


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(demo)

"""`whosat export`: the graph in the forms that other programs read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from whosat.commands.options import Config, StorePath, opened
from whosat.graph.export import Format


def export(
    form: Annotated[Format, typer.Option("--format", help="nq, trig and jsonld keep the named graphs.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="A file; for csv a folder of tables, or a .zip of them.")
    ],
    store: StorePath = None,
    config: Config = None,
    with_contacts: Annotated[
        bool, typer.Option("--with-contacts", help="Also phone numbers and addresses, if the store has them.")
    ] = False,
) -> None:
    """Write the graph to a file: RDF, tables, GraphML for Gephi, Popolo, FollowTheMoney."""
    from whosat.graph.export import export as write

    with opened(store, config) as graph:
        written = write(graph, form, output, with_contacts=with_contacts)
    for path in written:
        typer.echo(f"Wrote {path}")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(export)

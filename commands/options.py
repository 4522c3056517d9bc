"""Options that many commands share, so that they are called and explained alike."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from whosat.graph.store import Store
    from whosat.ontology.settings import Settings

StorePath = Annotated[
    Path | None,
    typer.Option("--store", metavar="DIR", help="The store; else WHOSAT_STORE, whosat.toml or whosat.store."),
]
Config = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="Settings; else whosat.toml in this folder.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print comma-separated values.")]


def settings_of(store: Path | None, config: Path | None = None) -> Settings:
    """The settings a command works with."""
    from whosat.ontology.settings import load_settings

    return load_settings(config, store=store)


def opened(store: Path | None, config: Path | None = None) -> Store:
    """The store a command answers from; raises NoStore where there is none."""
    from whosat.graph.store import open_store

    return open_store(settings_of(store, config).store)

"""The command line: one command a verb. It parses, calls and prints; the work is in `commands/` and below.

Nothing heavy is imported here or at the top of a module in `commands/`: `whosat --help` answers at once.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Annotated

os.environ.setdefault("TYPER_USE_RICH", "0")  # starts in a third of the time

import typer

from whosat import __version__
from whosat.ontology.errors import WhosatError

GROUPS = (
    "build", "answers", "asking", "evaluate", "visual", "inspect", "exporting", "demo", "time", "review",
    "privacy", "serving",
)  # fmt: skip

app = typer.Typer(
    name="whosat",
    no_args_is_help=True,
    add_completion=False,
    help="Who sits on which board, for whom, since when, and where it says so.",
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"whosat {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Hold the options that stand before any command."""


for group in GROUPS:
    import_module(f"whosat.commands.{group}").register(app)


def main() -> None:
    """Run the command line; a mistake of the user's ends in one sentence and a non-zero exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a Windows console may not know every letter of a name
    try:
        app()
    except WhosatError as error:
        sys.stderr.write(f"whosat: {error}\n")
        if error.remedy:
            sys.stderr.write(f"        {error.remedy}\n")
        raise SystemExit(1) from None
    except BrokenPipeError:
        raise SystemExit(0) from None  # `whosat who … | head` is no mistake
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        sys.stderr.write(f"whosat: {error.strerror or error}{where}\n")
        raise SystemExit(1) from None

"""What the last build of a store was asked to read, so that the next one loses nothing without a word."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from whosat.graph.files import write_whole
from whosat.ontology.errors import InputError, NothingToRead

_NOTE: Final = "named.json"


def note(store: Path, named: Sequence[Path]) -> None:
    """Note the files and folders that a build was given."""
    write_whole(store / _NOTE, (json.dumps(sorted({*map(_absolute, named)}), indent=1) + "\n").encode())


def noted(store: Path) -> tuple[Path, ...]:
    """What the last build was given, as far as it is still there."""
    try:
        found = json.loads((store / _NOTE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    paths = (Path(str(path)) for path in found) if isinstance(found, list) else ()
    return tuple(path for path in paths if path.exists())


def refuse_part(store: Path, named: Sequence[Path], files: Sequence[Path]) -> None:
    """Raise InputError where part of a folder is named, and the rest of it is in the store and would go."""
    folders = [path for path in noted(store) if path.is_dir()]
    within = [folder for folder in folders if any(_lies_in(path, folder) for path in named)]
    if not within or not all(any(_lies_in(path, folder) for folder in within) for path in named):
        return
    others = _others(noted(store), files)
    if others:
        typed = ", ".join(map(str, named[:3])) + ("…" if len(named) > 3 else "")
        count = "the 1 other document" if others == 1 else f"the {others} other documents"
        raise InputError(
            f"{typed}: a build holds what it is given and nothing else, so {count} of "
            f"{in_words(within)} would go out of the store.",
            f"To read what is new or changed and keep the rest: {command(noted(store))}. "
            "To build from what you named alone, add --only.",
        )


def together(before: Sequence[Path], named: Sequence[Path]) -> tuple[Path, ...]:
    """What was named before and what is named now, each once; nothing where that is no more than now."""
    outer = [path for path in before if not any(_is_or_lies_in(path, other) for other in named)]
    inner = [path for path in named if not any(_is_or_lies_in(path, other) for other in outer)]
    return (*outer, *inner) if outer else ()


def command(named: Sequence[Path]) -> str:
    """The command that builds from these files and folders."""
    return "whosat build " + " ".join(_quoted(_short(path)) for path in named)


def in_words(paths: Sequence[Path]) -> str:
    """Files and folders as a person would type them."""
    return ", ".join(_short(path) for path in paths)


def _others(named: Sequence[Path], files: Sequence[Path]) -> int:
    """How many documents these paths hold besides some."""
    from whosat.extract.readers import collect

    try:
        return len({*map(os.path.realpath, collect(named))} - {*map(os.path.realpath, files)})
    except NothingToRead:
        return 0


def _lies_in(path: Path, folder: Path) -> bool:
    return os.path.realpath(path) != os.path.realpath(folder) and _is_or_lies_in(path, folder)


def _is_or_lies_in(path: Path, folder: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _absolute(path: Path) -> str:
    return str(Path.cwd() / path)


def _short(path: Path) -> str:
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) and path != here else str(path)


def _quoted(path: str) -> str:
    return f'"{path}"' if " " in path else path

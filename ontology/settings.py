"""What lasts from one command to the next: `whosat.toml`, read once into a frozen record.

```toml
base = "https://example.org/id"      # where the IRIs of people, boards and documents begin
area = "Gloucester"                  # the place the documents are about
board = "Harbour Partnership Board"  # whom the demonstration asks about
folders = ["minutes"]                # read by `whosat build` without a path
store = "whosat.store"
decisions = "decisions.csv"
model = "model"                      # a trained pipeline other than the one that ships
```
Paths are relative to the file's own folder.
"""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from whosat.ontology.errors import SettingsError

FILE_NAME: Final = "whosat.toml"
DEFAULT_BASE: Final = "https://example.org/id"
DEFAULT_STORE: Final = "whosat.store"
STORE_VARIABLE: Final = "WHOSAT_STORE"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a project; every field has a default, so no file is needed."""

    base: str = DEFAULT_BASE
    area: str | None = None
    board: str | None = None
    folders: tuple[Path, ...] = ()
    store: Path = Path(DEFAULT_STORE)
    decisions: Path = Path("decisions.csv")
    model: Path | None = None


_TEXTS: Final = ("base", "area", "board")
_PATHS: Final = ("store", "decisions", "model")
_KNOWN: Final = (*_TEXTS, *_PATHS, "folders")


def load_settings(path: Path | None = None, *, store: Path | None = None) -> Settings:
    """The settings of `path` (a file, or a folder that may hold one); without it those of the current folder.

    `store`, then the variable WHOSAT_STORE, go before what the file says. Raises SettingsError.
    """
    settings = _read(path)
    chosen = store or _store_of_environment()
    return replace(settings, store=chosen) if chosen else settings


def _store_of_environment() -> Path | None:
    value = os.environ.get(STORE_VARIABLE)
    return Path(value) if value else None


def _read(path: Path | None) -> Settings:
    file = path or Path(FILE_NAME)
    if file.is_dir():
        file = file / FILE_NAME
        path = None
    if not file.exists():
        if path is not None:
            raise SettingsError(f"There is no settings file {path}.", "Check the spelling of the path.")
        return Settings()
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} is not a settings file: {error}.", "Mend the line it names.") from error
    return _checked(file, values)


def _checked(file: Path, values: dict[str, Any]) -> Settings:
    for key in values:
        if key not in _KNOWN:
            near = difflib.get_close_matches(key, _KNOWN, n=1)
            meant = f"Perhaps {near[0]} was meant." if near else f"Known are {', '.join(sorted(_KNOWN))}."
            raise SettingsError(f"{file} has a setting that does not exist: {key}.", meant)
    for key in (*_TEXTS, *_PATHS):
        if key in values and not isinstance(values[key], str):
            raise SettingsError(f"{file}: {key} must be text in quotes.", f'Write {key} = "…".')
    folders = values.get("folders", [])
    if not isinstance(folders, list) or not all(isinstance(folder, str) for folder in folders):
        raise SettingsError(f"{file}: folders must be a list of paths.", 'Write folders = ["minutes"].')
    return _settings(file, values, folders)


def _settings(file: Path, values: dict[str, Any], folders: list[str]) -> Settings:
    base = str(values.get("base", DEFAULT_BASE)).rstrip("/")
    if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", base):
        raise SettingsError(f"{file}: base is not a web address: {base}", f'Write base = "{DEFAULT_BASE}".')
    here = file.parent
    paths = {key: here / values[key] for key in _PATHS if key in values}
    return Settings(
        base=base,
        area=values.get("area"),
        board=values.get("board"),
        folders=tuple(here / folder for folder in folders),
        **{"store": here / DEFAULT_STORE, "decisions": here / "decisions.csv", **paths},
    )

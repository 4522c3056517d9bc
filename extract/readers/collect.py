"""Which files a person means who names files and folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from whosat.ontology.errors import NothingToRead

SUFFIXES = frozenset(
    f".{suffix}"
    for suffix in (
        *(
            "txt",
            "text",
            "md",
            "markdown",
            "rst",
            "html",
            "htm",
            "xhtml",
            "docx",
            "docm",
            "dotx",
            "odt",
            "ott",
        ),
        *("pdf", "xml", "eml", "zip", "doc", "dot", "rtf", "ppt", "pptx", "xls", "xlsx", "msg", "pages"),
    )
)
"""What is taken from a folder; a file named outright is read whatever its suffix."""


def collect(paths: Iterable[Path]) -> list[Path]:
    """The documents among `paths`, folders searched through, sorted, each once; raises NothingToRead if none.

    Hidden files, lock files of office programs (`~$minutes.docx`, `.DS_Store`) and stores are passed over.
    """
    wanted = [Path(path) for path in paths]
    found: dict[str, Path] = {}
    for path in wanted:
        for file in _files(path):
            found.setdefault(os.path.realpath(file), file)
    if not found:
        named = ", ".join(str(path) for path in wanted) or "nothing"
        raise NothingToRead(
            f"No document was found in {named}.",
            "Name a folder that holds minutes or reports (.txt, .md, .docx, .pdf, .html, .odt, .eml, .zip).",
        )
    return sorted(found.values(), key=lambda file: file.as_posix())


def passed_over(paths: Iterable[Path]) -> list[Path]:
    """The files in the folders among `paths` that are of no kind that is read (photographs, say), sorted."""
    folders = [Path(path) for path in paths if Path(path).is_dir()]
    return sorted({file for folder in folders for file in _all_inside(folder) if not _is_taken(file)})


def _files(path: Path) -> Iterator[Path]:
    if not path.exists():
        raise NothingToRead(f"There is no file or folder {path}.", "Check the spelling of the path.")
    if path.is_dir():
        yield from filter(_is_taken, _all_inside(path))
    else:
        yield path


def _is_taken(file: Path) -> bool:
    return file.suffix.lower() in SUFFIXES or not file.suffix


def _all_inside(folder: Path) -> Iterator[Path]:
    """Files of a folder and its sub-folders; links to folders are not followed, so no loop can arise."""
    for here, folders, files in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not is_hidden(name) and not _is_store(here, name))
        for name in sorted(files):
            file = Path(here, name)
            if not is_hidden(name) and file.is_file():
                yield file


def _is_store(here: str, name: str) -> bool:
    """Whether a folder is one that was built, and holds no documents of anybody."""
    return Path(here, name, "build.lock").exists()


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is none of a person's documents."""
    return name.startswith((".", "~$", "~WRL", "__MACOSX")) or name.lower() in ("thumbs.db", "desktop.ini")

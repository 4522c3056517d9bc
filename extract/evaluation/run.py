"""Run the extraction over documents whose truth is known, and score each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whosat.extract.scoring import Gold, Score, score_document
from whosat.ontology.errors import InputError, NothingToRead, UnreadableDocument
from whosat.ontology.facts import DocumentFacts

Reader = Callable[[Path], DocumentFacts | None]
"""A file → its facts, None where it can't be read."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold file and the document it speaks of; `document` is None where there is none."""

    name: str
    gold: dict[str, Any]
    document: Path | None


def pairs(gold: Path, docs: Path | None = None) -> list[Pair]:
    """The gold files of a folder with their documents, in the order of their names.

    Documents are looked for in `docs`, else beside the gold and in the folders next to it, by file name
    without suffix. Raises InputError where a folder or gold file can't be used.
    """
    if not gold.is_dir():
        raise InputError(f"There is no folder {gold}.", "Name a folder of gold files (JSON), one a document.")
    found = _documents(docs or gold, gold.parent if docs is None else None)
    result = [Pair(path.stem, _read_gold(path), found.get(path.stem)) for path in sorted(gold.glob("*.json"))]
    if not result:
        raise NothingToRead(
            f"{gold} holds no gold files.", "A gold file ends in .json and is named like its document."
        )
    return result


def _documents(folder: Path, around: Path | None) -> dict[str, Path]:
    if not folder.is_dir():
        raise InputError(f"There is no folder {folder}.", "Name the folder of the documents with --docs.")
    folders = [*(sorted(path for path in around.iterdir() if path.is_dir()) if around else ()), folder]
    files = (
        path for one in folders for path in sorted(one.iterdir()) if path.is_file() and path.suffix != ".json"
    )
    return {path.stem: path for path in files}


def _read_gold(path: Path) -> dict[str, Any]:
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise InputError(
            f"{path.name} is no gold file: {error}.", "Mend it or take it out of the folder."
        ) from None
    if not isinstance(gold, dict):
        raise InputError(
            f"{path.name} is no gold file: it holds no object.", "Mend it or take it out of the folder."
        )
    return gold


def scores(given: Iterable[Pair], read: Reader) -> Iterator[Score]:
    """The score of each document that says what a meeting or a membership was."""
    for one in given:
        if "meeting" in one.gold or "attendance" in one.gold:
            facts = read(one.document) if one.document else None
            gold: Gold = one.gold if one.gold.get("format") or not one.document else _with_format(one)
            yield score_document(facts, gold, one.name)


def _with_format(one: Pair) -> Gold:
    return one.gold | {"format": one.document.suffix.lstrip(".") if one.document else ""}


def pipeline_reader(model: str | None = None) -> Reader:
    """A reader that runs our pipeline (or one with another `model`), loaded once."""
    from whosat.extract.pipeline import extract, load
    from whosat.extract.readers import read

    nlp = load(model)

    def facts_of(path: Path) -> DocumentFacts | None:
        try:
            documents = read(path)
        except UnreadableDocument:
            return None
        return extract(documents[0], nlp) if documents else None

    return facts_of

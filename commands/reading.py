"""From paths to facts: what was read before, by hash of bytes and pipeline version, is not read again."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from whosat.commands.cache import Cache
from whosat.commands.scrubbing import without
from whosat.ontology.errors import UnreadableDocument
from whosat.ontology.facts import Decision, DocumentFacts
from whosat.ontology.identifiers import digest
from whosat.ontology.records import to_lines

if TYPE_CHECKING:
    from spacy.language import Language

WORTH_A_POOL: Final = 3_000_000
"""Bytes to read from which a pool of processes pays for its start (two seconds a process)."""

MOST_JOBS: Final = 8

# What a fault in the reading of one document may raise; it is listed, and the others are still read.
FAULTS: Final = (ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError, RecursionError)
FAULTS_TOO: Final = (TypeError, ValueError, OSError, RuntimeError, StopIteration, NameError)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be read, why, and what to do about it."""

    path: Path
    reason: str
    remedy: str = ""


@dataclass(slots=True)
class Reading:
    """What came of reading files: facts by document, what could not be read, how much was kept."""

    documents: list[DocumentFacts] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    kept: int = 0
    twice: dict[str, tuple[str, ...]] = field(default_factory=dict)


def read_all(
    files: Sequence[Path],
    cache: Cache,
    model: str | None,
    jobs: int | None,
    step: Callable[[Path, bool], None],
    forgotten: Sequence[Decision] = (),
) -> Reading:
    """Read every file but those of which the cache holds what this pipeline reads; `step` is told of each.

    Those whom the decisions in `forgotten` forget are left out before anything is kept.
    """
    from whosat.extract import pipeline

    nlp = pipeline.load(model)
    version = pipeline.version(nlp)
    reading = Reading()
    missing: list[tuple[Path, str]] = []
    for file in files:
        key = _cache_key(file, version)
        held = cache.get(key) if key else None
        if held is None:
            missing.append((file, key))
            continue
        reading.documents += held
        reading.kept += 1
        step(file, False)
    keys = dict(missing)
    for file, outcome in _outcomes([file for file, _ in missing], nlp, model, jobs):
        _take(
            reading,
            cache,
            keys[file],
            outcome if isinstance(outcome, Unreadable) else without(outcome, forgotten),
        )
        step(file, True)
    return each_once(reading)


def _take(reading: Reading, cache: Cache, key: str, outcome: list[str] | Unreadable) -> None:
    if isinstance(outcome, Unreadable):
        reading.unreadable.append(outcome)
        return
    reading.documents += cache.put(key, outcome)


def _cache_key(file: Path, version: str) -> str:
    """The key of a file's facts, by bytes, name (which they carry) and pipeline; "" if unreadable."""
    try:
        with file.open("rb") as stream:
            return digest(hashlib.file_digest(stream, "sha256").hexdigest(), file.name, version, length=40)
    except OSError:
        return ""


def _outcomes(
    files: list[Path], nlp: Language, model: str | None, jobs: int | None
) -> Iterator[tuple[Path, list[str] | Unreadable]]:
    workers = _workers(files, jobs)
    if workers < 2:
        for file in files:
            yield file, _read(file, nlp)
    else:
        yield from _pooled(files, model, workers)


def _workers(files: list[Path], jobs: int | None) -> int:
    if jobs is None:
        total = sum(file.stat().st_size for file in files if file.is_file())
        jobs = min(os.cpu_count() or 1, MOST_JOBS) if total >= WORTH_A_POOL else 1
    return min(jobs, len(files))


def _read(file: Path, nlp: Language) -> list[str] | Unreadable:
    """The JSON lines of all documents in a file, or why it can't be read."""
    from whosat.extract import pipeline, readers

    try:
        documents = readers.read(file)
        return [line for doc in documents for line in to_lines(pipeline.extract(doc, nlp))]
    except UnreadableDocument as error:
        return Unreadable(file, str(error), error.remedy)
    except (*FAULTS, *FAULTS_TOO) as error:
        return Unreadable(
            file,
            f"{file.name} could not be read: a fault in whosat ({type(error).__name__}: {error}).",
            "Please report it, with the document if it is public.",
        )


def _pooled(
    files: list[Path], model: str | None, workers: int
) -> Iterator[tuple[Path, list[str] | Unreadable]]:
    """Read in several processes; a document that brings its process down is tried once more, alone."""
    left = dict.fromkeys(files)
    with _pool(model, workers) as pool:
        futures: dict[Future[list[str] | Unreadable], Path] = {pool.submit(_in_child, f): f for f in files}
        for future in as_completed(futures):
            try:
                outcome = future.result()
            except BrokenProcessPool:
                continue
            left.pop(futures[future])
            yield futures[future], outcome
    for file in left:
        yield file, _alone(file, model)


def _alone(file: Path, model: str | None) -> list[str] | Unreadable:
    try:
        with _pool(model, 1) as pool:
            return pool.submit(_in_child, file).result()
    except BrokenProcessPool:
        return Unreadable(
            file,
            f"{file.name} could not be read: the process ended on it.",
            "It may be too large for this computer.",
        )


def _pool(model: str | None, workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _start_child, (model,))


_child_nlp: list[Language] = []


def _start_child(model: str | None) -> None:
    from whosat.extract import pipeline

    _child_nlp.append(pipeline.load(model))


def _in_child(file: Path) -> list[str] | Unreadable:
    return _read(file, _child_nlp[0])


def each_once(reading: Reading) -> Reading:
    """Keep one of several documents of the same bytes: the first by name, with the other names noted."""
    kept: dict[str, DocumentFacts] = {}
    names: dict[str, set[str]] = {}
    for facts in sorted(reading.documents, key=lambda d: (d.identifier, d.sha256)):
        names.setdefault(facts.sha256, set()).add(facts.identifier)
        kept.setdefault(facts.sha256, facts)
    reading.documents = list(kept.values())
    reading.twice = {sha: _others(kept[sha], found) for sha, found in names.items() if len(found) > 1}
    reading.unreadable.sort(key=lambda u: u.path.as_posix())
    return reading


def _others(facts: DocumentFacts, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names) - {facts.identifier}))

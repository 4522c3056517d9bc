"""A store's folder: generations of the graph beside each other, and a small file that names the current one.

    whosat.store/current                 "g-2f60…", replaced in one step when a new generation is whole
    whosat.store/generations/g-2f60…/    graph/ (the Oxigraph database), build.json
    whosat.store/readers/g-2f60….….lock  held by whoever reads that generation
    whosat.store/build.lock              held by whoever builds

A generation is never changed once it is named; a build that dies leaves one that nobody names, and the next
build removes it. Older generations go when nobody holds a reader's lock on them.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from filelock import FileLock, Timeout

from whosat.ontology.errors import NoStore, StoreBusy, StoreError

CURRENT: Final = "current"
_REPLACE_TRIES: Final = 100
_OPEN_TRIES: Final = 50
_LET_GO_EVERY: Final = 0.2
_counter = itertools.count()


def exists(folder: Path) -> bool:
    """Whether there is a store that can be read."""
    return (folder / CURRENT).is_file()


def current(folder: Path) -> Path:
    """The folder of the current generation; raises NoStore where there is none."""
    try:
        name = (folder / CURRENT).read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        raise NoStore(
            f"There is no store in {folder}.", "Build one: whosat build FOLDER, or name another with --store."
        ) from None
    generation = folder / "generations" / name
    if not name or not generation.is_dir():
        raise NoStore(f"The store in {folder} is damaged: its graph is missing.", "Build it again.")
    return generation


def graph_folder(generation: Path) -> Path:
    """Where a generation's database lies."""
    return generation / "graph"


def build_notes(generation: Path) -> dict[str, Any]:
    """What the build noted of a generation: its summary, settings and what could not be read."""
    notes: dict[str, Any] = json.loads((generation / "build.json").read_text(encoding="utf-8"))
    return notes


class Lease:
    """Keeps one generation from being removed until it is closed, or its process ends."""

    def __init__(self, folder: Path) -> None:
        """Take the current generation of `folder`."""
        for _ in range(_OPEN_TRIES):
            self.generation = current(folder)
            self._lock = _reader_lock(folder, self.generation.name)
            # A build may have replaced and removed it before the lock was held; then the pointer has moved.
            if current(folder) == self.generation:
                return
            self.close()
        raise StoreBusy(f"The store in {folder} is being replaced all the time.", "Try again in a moment.")

    def close(self) -> None:
        """Let the generation go."""
        if self._lock is not None:
            self._lock.release()
            with contextlib.suppress(OSError):
                Path(self._lock.lock_file).unlink()
            self._lock = None


def _reader_lock(folder: Path, name: str) -> FileLock | None:
    """A held reader's lock; None on a disk that can't be written to, where no build removes anything."""
    try:
        (folder / "readers").mkdir(exist_ok=True)
        file = folder / "readers" / f"{name}.{os.getpid()}-{next(_counter)}.lock"
        lock = FileLock(file, thread_local=False)
        lock.acquire(timeout=0)
    except (OSError, Timeout):
        return None
    return lock


@contextlib.contextmanager
def building(folder: Path, wait: float = 0.0) -> Iterator[None]:
    """Hold the store's build lock; raises StoreBusy when another process holds it for over `wait` seconds."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / "build.lock")
    try:
        lock.acquire(timeout=wait)
    except Timeout:
        raise StoreBusy(
            f"Another process is building the store in {folder}.",
            "Wait until it has ended, or let this one wait: --wait SECONDS.",
        ) from None
    try:
        yield
    finally:
        lock.release()


def replace_current(folder: Path, name: str, fill: Callable[[Path], None]) -> Path:
    """Make a new generation with `fill(its folder)` and name it the current one; the build lock must be held.

    Whatever goes wrong before the last step, a full disk included, leaves the old generation current.
    """
    sweep(folder)
    generation = _free_name(folder / "generations", name)
    try:
        generation.mkdir(parents=True)
        fill(generation)
        _point(folder, generation.name)
    except OSError as error:
        _discard(folder, generation)
        raise StoreError(
            f"The store in {folder} could not be written: {_reason(error)}.",
            "Make room on the disk and build again; the store is as it was before.",
        ) from error
    except BaseException:
        _discard(folder, generation)
        raise
    sweep(folder)
    return generation


def _reason(error: OSError) -> str:
    """Why writing failed: the database tells a long story, of which its users need the end."""
    return (error.strerror or str(error)).rsplit(": ", 1)[-1].rstrip(".")


def _discard(folder: Path, generation: Path) -> None:
    """Remove what a build left unfinished; what is already named the current one stays, come what may."""
    if not exists(folder) or current(folder) != generation:
        shutil.rmtree(generation, ignore_errors=True)


def _free_name(generations: Path, name: str) -> Path:
    candidates = itertools.chain([name], (f"{name}-{n}" for n in itertools.count(2)))
    return next(path for path in map(generations.joinpath, candidates) if not path.exists())


def _point(folder: Path, name: str) -> None:
    draft = folder / f"{CURRENT}.new"
    with draft.open("w", encoding="utf-8") as file:
        file.write(name + "\n")
        file.flush()
        os.fsync(file.fileno())
    for attempt in range(_REPLACE_TRIES):
        try:
            draft.replace(folder / CURRENT)
            return
        except PermissionError:  # on Windows, while a reader has the file open
            if attempt == _REPLACE_TRIES - 1:
                raise
            time.sleep(0.02)


def sweep(folder: Path) -> None:
    """Remove generations that are neither current nor being read; the build lock must be held."""
    generations = folder / "generations"
    if not generations.is_dir():
        return
    keep = {current(folder).name} if exists(folder) else set()
    for generation in sorted(generations.iterdir()):
        if generation.name not in keep and not _is_read(folder, generation.name):
            shutil.rmtree(generation, ignore_errors=True)


def let_go(folder: Path, seconds: float, waiting: Callable[[tuple[int, ...]], None]) -> tuple[int, ...]:
    """Sweep until nothing but the current generation is left, and name the processes that still hold others.

    `waiting` is called once with those processes if it takes a while. The build lock must be held.
    """
    until, told = time.monotonic() + seconds, False
    while True:
        sweep(folder)
        held = readers_of_older(folder)
        if not held or time.monotonic() >= until:
            return held
        if not told:
            waiting(held)
            told = True
        time.sleep(_LET_GO_EVERY)


def readers_of_older(folder: Path) -> tuple[int, ...]:
    """The processes that read a generation which is no longer the current one."""
    now = current(folder).name if exists(folder) else ""
    found = set()
    for path in sorted((folder / "readers").glob("*.lock")):
        name, _, rest = path.name.partition(".")
        process = rest.partition("-")[0]
        if name != now and process.isdigit() and _held(path):
            found.add(int(process))
    return tuple(sorted(found))


def _is_read(folder: Path, name: str) -> bool:
    return any(_held(path) for path in sorted((folder / "readers").glob(f"{name}.*.lock")))


def _held(path: Path) -> bool:
    """Whether a living process holds a reader's lock; one left by a dead process is removed."""
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except (Timeout, OSError):
        return True
    lock.release()
    with contextlib.suppress(OSError):
        path.unlink()
    return False

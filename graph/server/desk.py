"""One generation of the store in memory, with the pages made from it, until a build replaces it."""

from __future__ import annotations

import contextlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from whosat.graph import generations
from whosat.graph.server.finder import Finder
from whosat.graph.server.library import Library, read_library
from whosat.graph.store import Store, open_store
from whosat.ontology.errors import StoreError

LOOK_EVERY: Final = 0.5  # seconds between two looks at which generation is current
LET_GO_AFTER: Final = 5.0  # seconds for which requests may go on with the edition before
MOST_BYTES: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Made:
    """An answer that can be given again: bytes, media type, status and further headers."""

    body: bytes
    media_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


class Kept:
    """Pages by what was asked for; those not asked for the longest go when they outgrow `most` bytes."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most, self._size = most, 0
        self._pages: OrderedDict[tuple[str, ...], Made] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: tuple[str, ...]) -> Made | None:
        """The page kept under `key`, if it still is."""
        with self._lock:
            found = self._pages.get(key)
            if found is not None:
                self._pages.move_to_end(key)
            return found

    def put(self, key: tuple[str, ...], page: Made) -> None:
        """Keep a page."""
        with self._lock:
            before = self._pages.pop(key, None)
            self._size += len(page.body) - (len(before.body) if before else 0)
            self._pages[key] = page
            while self._size > self._most and self._pages:
                _, gone = self._pages.popitem(last=False)
                self._size -= len(gone.body)


@dataclass(frozen=True, slots=True)
class Edition:
    """A generation: its name, the open store, what the pages show of it, its names, and the pages made.

    `memo` keeps what is dear to work out and asked for again.
    """

    name: str
    store: Store
    library: Library
    finder: Finder
    pages: Kept = field(default_factory=Kept)
    memo: dict[str, Any] = field(default_factory=dict)

    @property
    def notes(self) -> Mapping[str, Any]:
        """What the build noted."""
        return self.store.notes


class Desk:
    """Gives the current edition; a new one is read when a build has replaced the store."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.monotonic) -> None:
        """Read the current generation; raises NoStore where there is none."""
        self.folder = folder
        self._clock = clock
        self._lock = threading.Lock()
        self._reading = False
        self._before: Edition | None = None
        self._since = 0.0
        self._ended = threading.Event()
        self._now = self._read()
        self._looked = clock()

    def graph_folder(self) -> Path:
        """Where the current database lies."""
        return generations.graph_folder(generations.current(self.folder))

    def fresh(self) -> Edition | None:
        """The edition in hand, if there is no need to look at the disk: never blocks."""
        return self._now if self._clock() - self._looked < LOOK_EVERY else None

    def edition(self) -> Edition:
        """The current edition; while a new one is read, the one before it, and for good if it cannot be."""
        with self._lock:
            if self.fresh() is None:
                self._looked = self._clock()
                if not self._reading and self._is_new():
                    self._reading = True
                    threading.Thread(target=self._replace, daemon=True).start()
            return self._now

    def watch(self, let_go: Callable[[], None]) -> None:
        """Look at the disk even if nobody asks, and let the edition before go, for which `forget` waits.

        `let_go` is called at each look, for whatever else holds the files of an edition before.
        """

        def look() -> None:
            while not self._ended.wait(LOOK_EVERY):
                with contextlib.suppress(StoreError, OSError):  # a disk that is gone may come back
                    self.edition()
                    self._drop_before()
                    let_go()

        threading.Thread(target=look, daemon=True).start()

    def _drop_before(self) -> None:
        with self._lock:
            if self._before is None or self._clock() - self._since < LET_GO_AFTER:
                return
            gone, self._before = self._before, None
        gone.store.close()

    def _is_new(self) -> bool:
        with contextlib.suppress(StoreError):
            return generations.current(self.folder).name != self._now.name
        return False

    def _replace(self) -> None:
        try:
            with contextlib.suppress(StoreError):
                fresh = self._read()
                with self._lock:
                    gone, self._before, self._now = self._before, self._now, fresh
                    self._since = self._clock()
                if gone:  # requests may still hold the one before
                    gone.store.close()
        finally:
            self._reading = False

    def _read(self) -> Edition:
        store = open_store(self.folder)
        name = generations.current(self.folder).name
        library = read_library(store)
        return Edition(name, store, library, Finder(library.things.values()))

    def close(self) -> None:
        """Close the store."""
        self._ended.set()
        for edition in (self._before, self._now):
            if edition:
                edition.store.close()

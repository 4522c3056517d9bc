"""The store: an embedded Oxigraph on disk, or a remote SPARQL server, behind one small seam.

`Store.select(query, bindings)` answers SPARQL over all graphs together; `GRAPH ?g` tells them apart. Values
are bound to a query's variables and never pasted into its text. `Store.dataset()` is the same graph as an
rdflib Dataset (over oxrdflib), for whoever wants to work with it in Python.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Protocol, Self

from whosat.graph import generations
from whosat.graph.rows import Row
from whosat.ontology.errors import StoreError
from whosat.ontology.settings import DEFAULT_BASE

if TYPE_CHECKING:
    import datetime as dt

    import rdflib

    Bindings = Mapping[str, str | int | dt.date]

FORMAT: Final = 1
"""The version of the store's layout; a store of another version is built anew."""


class Engine(Protocol):
    """What runs SPARQL for a store: six small methods, all there is to write for another kind of server."""

    def select(self, query: str, bindings: Bindings) -> list[Row]:
        """Run a SELECT (an ASK gives one row with `answer`) over the union of all graphs."""

    def construct(self, query: str, bindings: Bindings) -> list[str]:
        """Run a CONSTRUCT or DESCRIBE; N-Triples lines."""

    def lines(self) -> Iterator[str]:
        """All quads as N-Quads lines, in any order."""

    def size(self) -> int:
        """The number of quads."""

    def dataset(self) -> rdflib.Dataset:
        """The graphs as an rdflib Dataset whose default graph is the union."""

    def close(self) -> None:
        """Let go of files and connections."""


class Store:
    """A graph that has been built; open it with `open_store`, close it or use it in a `with`."""

    def __init__(
        self,
        engine: Engine,
        notes: Mapping[str, Any] | None = None,
        name: str = "",
        folder: Path | None = None,
    ) -> None:
        self._engine = engine
        self.folder = folder
        self.notes: Mapping[str, Any] = notes or {}
        self.name = name

    @property
    def base(self) -> str:
        """The base IRI that the graph was built with."""
        return str(self.notes.get("base", DEFAULT_BASE))

    def select(self, query: str, bindings: Bindings | None = None) -> list[Row]:
        """The rows of a SELECT over all graphs; the contract's prefixes need not be declared.

        A bound variable must be among those the SELECT gives. Raises QueryError.
        """
        return self._engine.select(query, bindings or {})

    def construct(self, query: str, bindings: Bindings | None = None) -> list[str]:
        """The triples of a CONSTRUCT or DESCRIBE as sorted N-Triples lines; raises QueryError."""
        return sorted(self._engine.construct(query, bindings or {}))

    def lines(self) -> list[str]:
        """All quads as sorted N-Quads lines: the same to the byte for the same documents."""
        return sorted(self._engine.lines())

    def dataset(self) -> rdflib.Dataset:
        """The graphs as an rdflib Dataset whose default graph is the union of all."""
        return self._engine.dataset()

    def __len__(self) -> int:
        """The number of quads."""
        return self._engine.size()

    def close(self) -> None:
        """Let go of the files; a store that was replaced meanwhile can then be removed."""
        self._engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(where: Path | str) -> Store:
    """Open a store for reading: a folder, or the address of a SPARQL server (http://…).

    Raises NoStore where there is none. A build that replaces the store meanwhile does not disturb the reader.
    """
    if str(where).startswith(("http://", "https://")):
        from whosat.graph.remote import RemoteEngine

        return Store(RemoteEngine(str(where)), name=str(where))
    from whosat.graph.oxigraph import OxigraphEngine

    lease = generations.Lease(Path(where))
    try:
        engine = OxigraphEngine.on_disk(generations.graph_folder(lease.generation), lease)
        return Store(engine, generations.build_notes(lease.generation), str(where), Path(where))
    except (OSError, ValueError) as error:
        lease.close()
        raise StoreError(
            f"The store in {where} can't be opened: {error}.", "Build it again: whosat build FOLDER."
        ) from error


def memory_store(lines: Sequence[str], notes: Mapping[str, Any] | None = None) -> Store:
    """A store in memory that holds the given N-Quads lines."""
    from whosat.graph.oxigraph import OxigraphEngine

    return Store(OxigraphEngine.in_memory(lines), notes, "memory")


def save(folder: Path, lines: Sequence[str], notes: Mapping[str, Any]) -> bool:
    """Replace the graph in `folder` in one step; the build lock (`generations.building`) must be held.

    Gives False where the store held the very same already. Raises StoreError and leaves the old one as it was
    when the disk is full.
    """
    from whosat.graph.oxigraph import load_on_disk

    text = json.dumps({"format": FORMAT, **notes}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    name = "g-" + _content_hash(lines, text)
    if generations.exists(folder) and _is_current(folder, name):
        generations.sweep(folder)  # what a reader held when the last build ended may be free now
        return False

    def fill(generation: Path) -> None:
        load_on_disk(generations.graph_folder(generation), lines)
        (generation / "build.json").write_text(text, encoding="utf-8", newline="\n")

    generations.replace_current(folder, name, fill)
    return True


def _is_current(folder: Path, name: str) -> bool:
    now = generations.current(folder)
    return now.name == name and (now / "build.json").is_file()


def _content_hash(lines: Sequence[str], notes: str) -> str:
    total = hashlib.sha256(notes.encode("utf-8", "surrogatepass"))
    for line in lines:
        total.update(line.encode("utf-8"))
    return total.hexdigest()[:16]

"""The embedded engine: pyoxigraph asked directly, for it imports in milliseconds; rdflib only on demand."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from whosat.graph.rows import Row, Term, typed
from whosat.ontology.errors import QueryError
from whosat.ontology.terms import PREFIXES, XSD

if TYPE_CHECKING:
    import rdflib

    from whosat.graph.generations import Lease
    from whosat.graph.store import Bindings

_PLAIN: Final = XSD + "string"


class OxigraphEngine:
    """A pyoxigraph store, on disk (read only) or in memory."""

    def __init__(self, store: ox.Store, lease: Lease | None = None) -> None:
        self._store: ox.Store | None = store
        self._lease = lease

    @classmethod
    def on_disk(cls, folder: Path, lease: Lease | None = None) -> OxigraphEngine:
        """Open a database for reading; raises OSError."""
        return cls(ox.Store.read_only(str(folder)), lease)

    @classmethod
    def in_memory(cls, lines: Sequence[str]) -> OxigraphEngine:
        """Hold the given N-Quads lines in memory."""
        store = ox.Store()
        store.bulk_load(_bytes(lines), ox.RdfFormat.N_QUADS)
        return cls(store)

    @property
    def inner(self) -> ox.Store:
        """The pyoxigraph store itself."""
        if self._store is None:
            raise ValueError("the store has been closed")
        return self._store

    def select(self, query: str, bindings: Bindings) -> list[Row]:
        """Run a SELECT or ASK over the union of all graphs."""
        result = self._run(query, bindings)
        if isinstance(result, ox.QueryBoolean):
            return [{"answer": Term(str(bool(result)).lower(), datatype=XSD + "boolean")}]
        if not isinstance(result, ox.QuerySolutions):
            raise QueryError("The query gives triples, not rows.", "Ask with SELECT, or use construct.")
        names = [variable.value for variable in result.variables]
        return [_row(names, solution) for solution in _guarded(result)]

    def construct(self, query: str, bindings: Bindings) -> list[str]:
        """Run a CONSTRUCT or DESCRIBE over the union of all graphs."""
        result = self._run(query, bindings)
        if not isinstance(result, ox.QueryTriples):
            raise QueryError("The query gives rows, not triples.", "Ask with CONSTRUCT or DESCRIBE.")
        return [f"{triple} ." for triple in _guarded(result)]

    def lines(self) -> Iterator[str]:
        """All quads as N-Quads lines."""
        text = bytes(self.inner.dump(format=ox.RdfFormat.N_QUADS) or b"").decode("utf-8")
        return (line for line in text.split("\n") if line)

    def size(self) -> int:
        """The number of quads."""
        return len(self.inner)

    def dataset(self) -> rdflib.Dataset:
        """The graphs as an rdflib Dataset over oxrdflib."""
        import rdflib
        from oxrdflib import OxigraphStore

        dataset = rdflib.Dataset(store=OxigraphStore(store=self.inner), default_union=True)
        for prefix, namespace in PREFIXES.items():
            dataset.bind(prefix, rdflib.URIRef(namespace))
        return dataset

    def close(self) -> None:
        """Close the database and give back the lease on it."""
        self._store = None
        if self._lease is not None:
            self._lease.close()
            self._lease = None

    def _run(self, query: str, bindings: Bindings) -> Any:
        try:
            values: dict[Any, Any] = {
                ox.Variable(name): _to_ox(typed(value)) for name, value in bindings.items()
            }
            return self.inner.query(
                query, prefixes=PREFIXES, use_default_graph_as_union=True, substitutions=values
            )
        except (SyntaxError, ValueError, RuntimeError) as error:
            raise QueryError(f"The query can't be run: {error}.", "Mend the query.") from error


def load_on_disk(folder: Path, lines: Sequence[str]) -> None:
    """Make a new database in `folder` of the given N-Quads lines and close it; raises OSError."""
    folder.mkdir(parents=True)
    store = ox.Store(str(folder))
    store.bulk_load(_bytes(lines), ox.RdfFormat.N_QUADS)
    store.flush()
    del store
    gc.collect()  # the database closes with its last reference; Windows renames no open file


def _bytes(lines: Sequence[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode("utf-8")


def _guarded(result: Any) -> Iterator[Any]:
    """The rows of a running query; an error in the middle of them is a QueryError too."""
    try:
        yield from result
    except (ValueError, RuntimeError) as error:
        raise QueryError(f"The query ended with an error: {error}.", "Mend the query.") from error


def _row(names: list[str], solution: Any) -> Mapping[str, Term]:
    return {name: _from_ox(term) for name, term in zip(names, solution, strict=True) if term is not None}


def _from_ox(term: Any) -> Term:
    if isinstance(term, ox.NamedNode):
        return Term(term.value, "iri")
    if isinstance(term, ox.Literal):
        datatype = term.datatype.value
        return Term(term.value, "literal", None if datatype == _PLAIN else datatype, term.language)
    return Term(term.value if isinstance(term, ox.BlankNode) else str(term), "blank")


def _to_ox(term: Term) -> ox.NamedNode | ox.Literal:
    if term.kind == "iri":
        return ox.NamedNode(str(term))
    if term.language:
        return ox.Literal(str(term), language=term.language)
    return ox.Literal(str(term), datatype=ox.NamedNode(term.datatype) if term.datatype else None)

"""A remote SPARQL server as an engine: the standard protocol, read only, over the standard library.

The server must show the union of its graphs as the default graph (Oxigraph: `--union-default-graph`).
"""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from whosat.graph.nquads import node, text
from whosat.graph.rows import Row, Term, typed
from whosat.ontology.errors import QueryError, StoreError
from whosat.ontology.terms import PREFIXES

if TYPE_CHECKING:
    import rdflib

    from whosat.graph.store import Bindings

_SKIPPED: Final = re.compile(r"""<[^<>\s]*>|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*|\{""")
_ROWS: Final = "application/sparql-results+json"


class RemoteEngine:
    """A SPARQL 1.1 query endpoint, by its address."""

    def __init__(self, address: str, timeout: float = 60.0) -> None:
        """Name an endpoint; nothing is sent until the first query. `timeout` is in seconds."""
        self._address = address
        self._timeout = timeout

    def select(self, query: str, bindings: Bindings) -> list[Row]:
        """Run a SELECT or ASK."""
        answer = json.loads(self._ask(_bound(query, bindings), _ROWS))
        if "boolean" in answer:
            return [{"answer": Term(str(answer["boolean"]).lower())}]
        fixed = {name: typed(value) for name, value in bindings.items()}
        return [
            {**fixed, **{name: _term(value) for name, value in row.items()}}
            for row in answer["results"]["bindings"]
        ]

    def construct(self, query: str, bindings: Bindings) -> list[str]:
        """Run a CONSTRUCT or DESCRIBE."""
        return self._ask(_bound(query, bindings), "application/n-triples").splitlines()

    def lines(self) -> Iterator[str]:
        """All quads as N-Quads lines."""
        for row in self.select("SELECT ?s ?p ?o ?g WHERE { GRAPH ?g { ?s ?p ?o } }", {}):
            yield " ".join(_written(row[name]) for name in "spog") + " ."

    def size(self) -> int:
        """The number of quads."""
        return int(self.select("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }", {})[0]["n"])

    def dataset(self) -> rdflib.Dataset:
        """The endpoint as an rdflib Dataset."""
        import rdflib
        from rdflib.plugins.stores.sparqlstore import SPARQLStore

        return rdflib.Dataset(store=SPARQLStore(self._address, returnFormat="json"), default_union=True)

    def close(self) -> None:
        """Nothing is kept open between queries."""

    def _ask(self, query: str, accept: str) -> str:
        declared = "".join(f"PREFIX {prefix}: <{name}>\n" for prefix, name in PREFIXES.items())
        body = urllib.parse.urlencode({"query": declared + query}).encode()
        request = urllib.request.Request(self._address, data=body, headers={"Accept": accept})
        try:
            with urllib.request.urlopen(request, timeout=self._timeout) as response:
                return str(response.read().decode("utf-8"))
        except urllib.error.HTTPError as error:
            said = error.read(300).decode("utf-8", "replace").strip()
            raise QueryError(f"The server at {self._address} refused the query: {said}.", "") from error
        except OSError as error:
            raise StoreError(
                f"The server at {self._address} can't be reached: {error}.", "Check its address, or start it."
            ) from error


def _bound(query: str, bindings: Bindings) -> str:
    """The query with its parameters bound by a VALUES block at the head of its outermost group."""
    if not bindings:
        return query
    opening = next((m for m in _SKIPPED.finditer(query) if m.group() == "{"), None)
    if opening is None:
        raise QueryError("The query has no WHERE { … }.", "Mend the query.")
    names = " ".join(f"?{name}" for name in bindings)
    values = " ".join(_written(typed(value)) for value in bindings.values())
    return f"{query[: opening.end()]} VALUES ({names}) {{ ({values}) }} {query[opening.end() :]}"


def _written(term: Term) -> str:
    if term.kind == "iri":
        return node(str(term))
    if term.kind == "blank":
        return f"_:{term}"
    if term.language:
        return f"{text(term)}@{term.language}"
    return f"{text(term)}^^{node(term.datatype)}" if term.datatype else text(term)


def _term(value: Mapping[str, Any]) -> Term:
    kinds: Mapping[str, Any] = {"uri": "iri", "bnode": "blank"}
    kind = kinds.get(value["type"], "literal")
    return Term(value["value"], kind, value.get("datatype"), value.get("xml:lang"))

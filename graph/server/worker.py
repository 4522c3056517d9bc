"""One child process that answers SPARQL queries: a running query can't be interrupted, a process can.

Speaks over its standard streams. A request is one line of JSON; an answer is one line of JSON, followed by
`length` bytes where it says so. It opens the store read-only and never changes it.
"""

from __future__ import annotations

import json
import sys
from typing import IO, Any

import pyoxigraph as ox

from whosat.graph.server.negotiation import best
from whosat.ontology.terms import PREFIXES

SOLUTIONS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
TRIPLES = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/xml": ox.RdfFormat.RDF_XML,
    "text/plain": ox.RdfFormat.N_TRIPLES,
}


class _TooLarge(Exception):
    """The result has outgrown what may be sent."""


class _Bounded:
    """A binary file in memory that refuses to grow past `limit` bytes."""

    def __init__(self, limit: int) -> None:
        self.limit, self.size, self.parts = limit, 0, list[bytes]()

    def write(self, data: bytes) -> int:
        self.size += len(data)
        if self.size > self.limit:
            raise _TooLarge
        self.parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""


def _dataset(request: dict[str, Any]) -> dict[str, Any]:
    """Which graphs a query sees: those the request names, else those of its FROM, else all at once."""
    default, named = request["default_graphs"], request["named_graphs"]
    if default or named:  # the protocol's parameters win over FROM (SPARQL 1.1 Protocol, 2.1.4)
        return {
            "default_graph": [ox.NamedNode(iri) for iri in default],
            "named_graphs": [ox.NamedNode(iri) for iri in named],
        }
    return {"use_default_graph_as_union": not request["has_dataset"]}


def _answer(store: ox.Store, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    result = store.query(request["query"], prefixes=PREFIXES, **_dataset(request))
    triples = isinstance(result, ox.QueryTriples)
    media_type = best(request["accept"], list(TRIPLES if triples else SOLUTIONS))
    if media_type is None:
        return {"error": "not acceptable", "offered": list(TRIPLES if triples else SOLUTIONS)}, b""
    sink: Any = _Bounded(request["max_bytes"])
    if isinstance(result, ox.QueryTriples):
        ox.serialize(result, sink, TRIPLES[media_type], prefixes=PREFIXES)
    else:
        result.serialize(sink, SOLUTIONS[media_type])
    return {"media_type": media_type}, b"".join(sink.parts)


def _bound_memory(limit: int) -> None:
    """Where the system can, keep one query from taking the machine's memory."""
    try:
        import resource
    except ImportError:  # Windows has no such limit; the time limit still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def serve(path: str, requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer requests from the store at `path` until the stream of them ends."""
    store = ox.Store.read_only(path)
    for line in requests:
        try:
            head, body = _answer(store, json.loads(line))
        except SyntaxError as error:
            head, body = {"error": "syntax", "message": str(error)}, b""
        except _TooLarge:
            head, body = {"error": "too large"}, b""
        except (ValueError, OSError, RuntimeError) as error:
            head, body = {"error": "failed", "message": str(error)}, b""
        answers.write(json.dumps(head | {"length": len(body)}).encode() + b"\n" + body)
        answers.flush()


if __name__ == "__main__":
    _bound_memory(int(sys.argv[2]))
    serve(sys.argv[1], sys.stdin.buffer, sys.stdout.buffer)

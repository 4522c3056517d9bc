"""A thing as linked data: what the graph says of it and of the facts about it, as Turtle or JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from whosat.graph.rows import iri
from whosat.graph.server.negotiation import best
from whosat.graph.store import Store
from whosat.ontology.terms import PREFIXES

TYPES: Final[Mapping[str, str]] = {
    "html": "text/html",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
}

_OF_IT: Final = "SELECT DISTINCT ?thing ?p ?o WHERE { ?thing ?p ?o } ORDER BY ?p ?o"
_FACTS: Final = """
SELECT DISTINCT ?thing ?fact WHERE {
  VALUES ?type { ws:Attendance org:Membership ws:Action rdf:Statement ws:Meeting }
  ?fact ?p ?thing ; a ?type .
} ORDER BY ?fact"""
_DESCRIBED: Final = "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ VALUES ?s {{ {things} }} ?s ?p ?o }}"
_BATCH: Final = 500


def wanted(accept: str | None, form: str) -> str | None:
    """The short name of the form asked for, by `?format=` or the Accept header; None if there is none."""
    if form:
        return form if form in TYPES else None
    names = {media_type: name for name, media_type in TYPES.items()}
    chosen = best(accept, list(names))
    return names[chosen] if chosen else None


def properties(store: Store, thing: str) -> list[tuple[str, str, bool]]:
    """Everything said of a thing: property, value, and whether the value is an IRI."""
    rows = store.select(_OF_IT, {"thing": iri(thing)})
    return [(str(row["p"]), str(row["o"]), row["o"].kind == "iri") for row in rows]


def described(store: Store, thing: str, form: str) -> bytes:
    """A thing and the facts about it in the form of that short name."""
    import pyoxigraph as ox

    facts = [str(row["fact"]) for row in store.select(_FACTS, {"thing": iri(thing)})]
    lines = list(_lines(store, [thing, *facts]))
    kind = {
        "ttl": ox.RdfFormat.TURTLE,
        "jsonld": ox.RdfFormat.JSON_LD,
        "nt": ox.RdfFormat.N_TRIPLES,
    }[form]
    text = "\n".join(lines) + "\n"
    triples = (quad.triple for quad in ox.parse(text.encode(), format=ox.RdfFormat.N_TRIPLES))
    return bytes(ox.serialize(triples, format=kind, prefixes=PREFIXES) or b"")


def _lines(store: Store, things: list[str]) -> Iterable[str]:
    """N-Triples of things; their IRIs come out of the store itself."""
    for start in range(0, len(things), _BATCH):
        values = " ".join(f"<{thing}>" for thing in things[start : start + _BATCH])
        yield from store.construct(_DESCRIBED.format(things=values))

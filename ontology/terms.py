"""The vocabulary as constants: plain strings, so that nothing here costs an import of rdflib.

A test compares them with ontology/whosat.ttl; the meaning of each stands there.
"""

from __future__ import annotations

from typing import Final

WS: Final = "https://w3id.org/whosat/ontology#"
ORG: Final = "http://www.w3.org/ns/org#"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
SCHEMA: Final = "https://schema.org/"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
PROV: Final = "http://www.w3.org/ns/prov#"
OA: Final = "http://www.w3.org/ns/oa#"
DCTERMS: Final = "http://purl.org/dc/terms/"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: Final[dict[str, str]] = {
    "ws": WS,
    "org": ORG,
    "foaf": FOAF,
    "schema": SCHEMA,
    "skos": SKOS,
    "prov": PROV,
    "oa": OA,
    "dcterms": DCTERMS,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
}

ROLES: Final = ("chair", "vice chair", "secretary", "treasurer", "clerk", "observer")
"""Roles at a meeting that have a term of their own (`ws:Chair`, `ws:ViceChair`, …)."""

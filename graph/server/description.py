"""What the endpoint says of itself (W3C, SPARQL 1.1 Service Description)."""

from __future__ import annotations

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from whosat.graph.server.negotiation import best
from whosat.graph.server.worker import SOLUTIONS, TRIPLES
from whosat.ontology.terms import RDF, WS

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}


def triples(endpoint: str) -> list[ox.Triple]:
    """The description of the service at `endpoint`."""
    service, dataset, graph = ox.NamedNode(endpoint), ox.BlankNode("dataset"), ox.BlankNode("union")
    kind = ox.NamedNode(RDF + "type")

    def sd(name: str) -> ox.NamedNode:
        return ox.NamedNode(SD + name)

    formats = sorted({*(form.iri for form in SOLUTIONS.values()), *(form.iri for form in TRIPLES.values())})
    return [
        ox.Triple(service, kind, sd("Service")),
        ox.Triple(service, sd("endpoint"), service),
        ox.Triple(service, sd("supportedLanguage"), sd("SPARQL11Query")),
        ox.Triple(service, sd("feature"), sd("UnionDefaultGraph")),
        *(ox.Triple(service, sd("resultFormat"), ox.NamedNode(iri)) for iri in formats),
        ox.Triple(service, sd("defaultDataset"), dataset),
        ox.Triple(dataset, kind, sd("Dataset")),
        ox.Triple(dataset, sd("defaultGraph"), graph),
        ox.Triple(graph, kind, sd("Graph")),
        ox.Triple(service, ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#seeAlso"), ox.NamedNode(WS)),
    ]


def response(request: Request) -> Response:
    """The description in the form the client likes best; Turtle where it is a browser."""
    media_type = best(request.headers.get("accept"), list(FORMATS))
    if media_type is None:
        return PlainTextResponse("The description is given as " + ", ".join(FORMATS) + ".\n", 406)
    endpoint = str(request.url.replace(query=""))
    body = ox.serialize(triples(endpoint), format=FORMATS[media_type], prefixes={"sd": SD})
    return Response(body, media_type=media_type, headers={"Vary": "Accept"})

"""Standard clients work against the endpoint over plain HTTP."""

from __future__ import annotations

import socket
import threading
import time
import urllib.request
from collections.abc import Iterator

import harbour
import pytest
import rdflib
import uvicorn
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, SPARQLWrapper
from starlette.applications import Starlette

from whosat.graph import generations
from whosat.graph.server.runner import QueryRunner
from whosat.graph.server.sparql import routes

CHAIRS = """
PREFIX ws: <https://w3id.org/whosat/ontology#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?name WHERE { ?a ws:inRole ws:Chair ; ws:attendee/skos:prefLabel ?name } ORDER BY ?name
"""


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = harbour.store_on_disk(tmp_path_factory.mktemp("clients") / "store")
    runner = QueryRunner(lambda: generations.graph_folder(generations.current(folder)))
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(Starlette(routes=routes(runner)), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}/sparql"
    server.should_exit = True
    thread.join(timeout=10)
    runner.close()
    listening.close()


def test_sparqlwrapper_asks_by_get_and_post(endpoint: str) -> None:
    client = SPARQLWrapper(endpoint)
    client.setQuery(CHAIRS)
    client.setReturnFormat(JSON)
    names = [row["name"]["value"] for row in client.query().convert()["results"]["bindings"]]
    assert names == ["Ada Ferrier", "Carl Ashdown"]
    client.setMethod(POST)
    client.setReturnFormat(CSV)
    assert client.query().convert().decode().split() == ["name", "Ada", "Ferrier", "Carl", "Ashdown"]


def test_sparqlwrapper_constructs(endpoint: str) -> None:
    client = SPARQLWrapper(endpoint)
    client.setQuery("CONSTRUCT { ?s a ?t } WHERE { ?s a ?t } LIMIT 5")
    client.setReturnFormat(TURTLE)
    assert len(rdflib.Graph().parse(data=client.query().convert(), format="turtle")) == 5


def test_rdflib_reads_it_as_a_store(endpoint: str) -> None:
    graph = rdflib.Graph(SPARQLStore(endpoint))
    assert [str(row[0]) for row in graph.query(CHAIRS)] == ["Ada Ferrier", "Carl Ashdown"]
    assert len(list(graph.triples((None, rdflib.FOAF.name, None)))) == 0


def test_a_hundred_requests_in_turn_after_a_slow_one(endpoint: str) -> None:
    def ask() -> int:
        request = urllib.request.Request(
            endpoint, data=CHAIRS.encode(), headers={"Content-Type": "application/sparql-query"}
        )
        with urllib.request.urlopen(request) as answer:
            return answer.status

    assert {ask() for _ in range(100)} == {200}

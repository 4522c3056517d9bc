"""The endpoint speaks the SPARQL 1.1 Protocol, and a query can't hurt it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from whosat.graph.server.guard import refuse_what_is_not_reading
from whosat.graph.server.negotiation import best
from whosat.graph.server.runner import Limits, QueryRunner, Request
from whosat.graph.server.sparql import routes
from whosat.ontology.errors import QueryError, QueryLimit

A, B = "http://example.com/a", "http://example.com/b"
ALL = "SELECT ?s WHERE { ?s ?p ?o }"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"


def _fill(path: Path) -> None:
    store = ox.Store(str(path))
    pred = ox.NamedNode("http://example.com/p")
    store.bulk_extend(
        ox.Quad(
            ox.NamedNode(f"http://example.com/s{i}"),
            pred,
            ox.Literal(f"é{i}"),
            ox.NamedNode(A if i % 2 else B),
        )
        for i in range(200)
    )
    store.flush()


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("store")
    _fill(path)
    runner = QueryRunner(lambda: path, Limits(seconds=3, answer_bytes=40_000, at_once=1))
    with TestClient(Starlette(routes=routes(runner))) as made:
        yield made
    runner.close()


def _solutions(answer: httpx.Response) -> int:
    assert answer.status_code == 200, answer.text
    return len(answer.json()["results"]["bindings"])


def test_get_form_and_direct_post_give_the_same(client: TestClient) -> None:
    asked = [
        client.get("/sparql", params={"query": ALL}),
        client.post("/sparql", data={"query": ALL}),
        client.post("/sparql", content=ALL, headers={"Content-Type": "application/sparql-query"}),
    ]
    assert [_solutions(answer) for answer in asked] == [200, 200, 200]


def test_dataset_comes_from_the_request_then_the_query_then_all(client: TestClient) -> None:
    one = client.get("/sparql", params={"query": ALL, "default-graph-uri": A})
    both = client.get("/sparql", params=[("query", ALL), ("default-graph-uri", A), ("default-graph-uri", B)])
    named = client.get(
        "/sparql", params={"query": "SELECT * { GRAPH ?g { ?s ?p ?o } }", "named-graph-uri": A}
    )
    from_ = client.get("/sparql", params={"query": f"SELECT ?s FROM <{A}> WHERE {{ ?s ?p ?o }}"})
    direct = client.post(
        "/sparql",
        params={"default-graph-uri": A},
        content=ALL,
        headers={"Content-Type": "application/sparql-query"},
    )
    assert [_solutions(x) for x in (one, both, named, from_, direct)] == [100, 200, 100, 100, 100]


@pytest.mark.parametrize(
    "accept",
    [
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    ],
)
def test_solutions_in_every_standard_form(client: TestClient, accept: str) -> None:
    answer = client.get("/sparql", params={"query": ALL + " LIMIT 2"}, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == accept
    assert answer.headers["vary"]


@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"]
)
def test_graphs_in_every_standard_form(client: TestClient, accept: str) -> None:
    query = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 3"
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == accept


def test_ask_and_an_unacceptable_form(client: TestClient) -> None:
    assert client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).json()["boolean"] is True
    refused = client.get("/sparql", params={"query": ALL}, headers={"Accept": "image/png"})
    assert refused.status_code == 406
    assert "application/sparql-results+json" in refused.text


@pytest.mark.parametrize(
    ("status", "method", "options"),
    [
        (400, "GET", {"params": [("query", ALL), ("query", ALL)]}),
        (400, "GET", {"params": {"query": "SELECT *"}}),
        (400, "GET", {"params": {"query": ""}}),
        (400, "POST", {"data": {"nothing": "1"}}),
        (400, "POST", {"content": b"SELECT \xff", "headers": {"Content-Type": "application/sparql-query"}}),
        (400, "GET", {"params": {"query": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"}}),
        (400, "POST", {"data": {"query": "INSERT DATA { <a:b> <a:c> 1 }"}}),
        (400, "POST", {"data": {"query": "LOAD <file:///etc/hostname>"}}),
        (403, "POST", {"data": {"update": "INSERT DATA { <a:b> <a:c> 1 }"}}),
        (403, "POST", {"content": "CLEAR ALL", "headers": {"Content-Type": "application/sparql-update"}}),
        (405, "PUT", {"params": {"query": ALL}}),
        (405, "DELETE", {"params": {"query": ALL}}),
        (415, "POST", {"content": ALL, "headers": {"Content-Type": "text/plain"}}),
        (415, "POST", {"content": ALL}),
        (
            415,
            "POST",
            {"content": ALL, "headers": {"Content-Type": "application/sparql-query; charset=utf-16"}},
        ),
    ],
)
def test_what_the_protocol_calls_an_error(
    client: TestClient, status: int, method: str, options: dict[str, object]
) -> None:
    answer = client.request(method, "/sparql", **options)  # type: ignore[arg-type]
    assert answer.status_code == status, answer.text


def test_a_query_that_would_run_for_ever_is_ended_and_the_next_is_answered(client: TestClient) -> None:
    ended = client.get("/sparql", params={"query": ENDLESS})
    assert ended.status_code == 503
    assert "longer than 3 seconds" in ended.text
    assert _solutions(client.get("/sparql", params={"query": ALL})) == 200


def test_endless_queries_give_way_to_others(tmp_path: Path) -> None:
    _fill(tmp_path / "store")
    runner = QueryRunner(lambda: tmp_path / "store", Limits(seconds=20, at_once=2, patience=0.5))
    ended: list[str] = []

    def endless() -> None:
        try:
            runner.run(Request(ENDLESS))
        except QueryLimit as error:
            ended.append(str(error))

    threads = [threading.Thread(target=endless) for _ in range(2)]
    for thread in threads:
        thread.start()
    time.sleep(0.2)
    began = time.monotonic()
    assert b"true" in runner.run(Request("ASK { ?s ?p ?o }", "application/sparql-results+json")).body
    assert time.monotonic() - began < 10
    assert any("as others were waiting" in sentence for sentence in ended)
    for worker in list(runner._busy):
        worker.end()
    for thread in threads:
        thread.join()
    runner.close()
    assert len(ended) == 2


def test_a_wrong_method_is_told_which_are_right(client: TestClient) -> None:
    answer = client.put("/sparql", params={"query": ALL})
    assert answer.headers["allow"] == "GET, HEAD, POST, OPTIONS"
    assert answer.headers["content-type"].startswith("text/plain")
    assert client.post("/graphs", params={"graph": A}).headers["allow"] == "GET, HEAD, OPTIONS"


def test_an_answer_too_large_is_cut_off_and_says_so(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o . ?a ?b ?c }"})
    assert answer.status_code == 503
    assert "larger than" in answer.text
    assert _solutions(client.get("/sparql", params={"query": ALL})) == 200


def test_other_origins_may_read(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": "ASK {}"}, headers={"Origin": "http://example.net"})
    assert answer.headers["access-control-allow-origin"] == "*"
    before = client.options(
        "/sparql",
        headers={
            "Origin": "http://example.net",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        },
    )
    assert before.status_code == 200


def test_service_description_names_endpoint_and_language(client: TestClient) -> None:
    answer = client.get("/sparql", headers={"Accept": "text/turtle"})
    assert answer.status_code == 200
    found = list(ox.parse(answer.content, ox.RdfFormat.TURTLE))
    assert any(triple.predicate.value.endswith("#supportedLanguage") for triple in found)


def test_graph_store_reads_and_does_nothing_else(client: TestClient) -> None:
    def triples(**params: str) -> int:
        answer = client.get("/graphs", params=params, headers={"Accept": "application/n-triples"})
        assert answer.status_code == 200, answer.text
        return len(answer.text.splitlines())

    assert triples(graph=A) == 100
    assert triples(default="") == 200
    assert client.get("/graphs", params={"graph": "http://example.com/none"}).status_code == 404
    assert client.get("/graphs", params={"graph": "> } #"}).status_code == 400
    assert client.get("/graphs").status_code == 400
    assert client.put("/graphs", params={"graph": A}).status_code == 405


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service WHERE { ?service ?p 'SERVICE <x>' }",
        "SELECT * { ?s <http://example.com/SERVICE> ?o } # SERVICE",
        'PREFIX add: <http://example.com/> SELECT * { ?s add:drop """INSERT "quoted" DELETE""" }',
        "SELECT (1 AS ?load) { }",
    ],
)
def test_keywords_in_data_are_data(query: str) -> None:
    refuse_what_is_not_reading(query)
    assert query


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://example.com/> { ?s ?p ?o } }",
        "select * { service silent ?x { ?s ?p ?o } }",
        "SELECT * { ?s ?p '#' . SERVICE<http://example.com/> {} }",
        "SELECT * { ?s ?p ?o.SERVICE <http://example.com/> {} }",
        "SELECT * { \\u0053ERVICE <http://example.com/> {} }",
        "SELECT * { ?s ?p ?o .SERVICE <http://example.com/> {} }",
        "PREFIX a: <b:> DELETE WHERE { ?s ?p ?o }",
    ],
)
def test_what_reaches_out_or_writes_is_refused(query: str) -> None:
    with pytest.raises(QueryError):
        refuse_what_is_not_reading(query)


def test_negotiation_weighs_and_prefers_the_more_precise() -> None:
    offered = ["application/json", "text/csv"]
    assert best(None, offered) == "application/json"
    assert best("text/*;q=0.5, application/json;q=0.1", offered) == "text/csv"
    assert best("*/*, application/json;q=0", offered) == "text/csv"
    assert best("image/png", offered) is None
    assert best("nonsense, text/csv;q=x, text/csv", offered) == "text/csv"

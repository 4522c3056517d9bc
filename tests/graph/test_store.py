"""One contract for every kind of store: on disk, in memory, and a server somewhere else."""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import harbour
import pyoxigraph as ox
import pytest

from whosat.graph.rows import Term, iri
from whosat.graph.store import Store, open_store, save
from whosat.ontology.errors import NoStore, QueryError, StoreError

BOARD = f"{harbour.BASE}/board/harbour-partnership-board"


class Endpoint(BaseHTTPRequestHandler):
    """A SPARQL endpoint in a few lines, over the invented documents."""

    store = ox.Store()

    def do_POST(self) -> None:
        query = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())["query"][0]
        try:
            result = self.store.query(query, use_default_graph_as_union=True)
        except SyntaxError as error:
            self._send(400, str(error).encode())
            return
        form = ox.RdfFormat.N_TRIPLES if isinstance(result, ox.QueryTriples) else ox.QueryResultsFormat.JSON
        self._send(200, result.serialize(format=form))

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    Endpoint.store.bulk_load("\n".join(harbour.lines()).encode(), ox.RdfFormat.N_QUADS)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/query"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["memory", "disk", "remote"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "memory":
        yield harbour.store()
    elif request.param == "disk":
        with open_store(harbour.store_on_disk(tmp_path / "s")) as opened:
            yield opened
    else:
        with open_store(request.getfixturevalue("endpoint")) as opened:
            yield opened


def test_a_select_gives_rows_of_typed_terms(store: Store) -> None:
    rows = store.select("SELECT DISTINCT ?m ?d WHERE { ?m ws:dueDate ?d }")
    found = [(row["m"].kind, row["d"].kind, str(row["d"])) for row in rows]
    assert found == [("iri", "literal", "2010-07-01")]
    assert rows[0]["d"].datatype == "http://www.w3.org/2001/XMLSchema#date"


def test_a_parameter_is_bound(store: Store) -> None:
    rows = store.select("SELECT DISTINCT ?board ?l WHERE { ?board skos:altLabel ?l }", {"board": iri(BOARD)})
    assert [str(row["l"]) for row in rows] == ["HPB"]
    assert rows[0]["board"] == BOARD


@pytest.mark.parametrize("evil", ['x" } DROP ALL #', "a>b", "'; --", "\\", "{}", "?x"])
def test_a_parameter_is_data_whatever_stands_in_it(store: Store, evil: str) -> None:
    query = "SELECT DISTINCT ?name ?x WHERE { ?x skos:prefLabel ?name }"
    assert store.select(query, {"name": evil}) == []
    with contextlib.suppress(QueryError):  # what is no IRI may be refused
        assert store.select(query, {"x": iri(evil)}) == []
    assert len(store) == len(harbour.lines())


def test_dates_are_bound_as_dates(store: Store) -> None:
    query = "SELECT DISTINCT ?day ?m WHERE { ?m ws:dueDate ?d FILTER(?d = ?day) }"
    assert len(store.select(query, {"day": dt.date(2010, 7, 1)})) == 1
    assert store.select(query, {"day": dt.date(2010, 7, 2)}) == []


def test_an_ask_and_a_construct(store: Store) -> None:
    assert store.select("ASK { ?x a ws:Board }")[0]["answer"] == "true"
    triples = store.construct("CONSTRUCT { ?x a ws:Board } WHERE { ?x a ws:Board }")
    assert len(triples) == 2
    assert triples == sorted(triples)


def test_graphs_are_told_apart_and_queried_together(store: Store) -> None:
    graphs = store.select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
    assert len(graphs) == 3


def test_a_query_that_is_none_is_named_as_such(store: Store) -> None:
    with pytest.raises(QueryError):
        store.select("SELECT nonsense")


def test_all_quads_come_back(store: Store) -> None:
    quads = {str(q) for q in ox.parse("\n".join(store.lines()).encode(), ox.RdfFormat.N_QUADS)}
    wanted = {str(q) for q in ox.parse("\n".join(harbour.lines()).encode(), ox.RdfFormat.N_QUADS)}
    assert quads == wanted
    assert len(store) == len(wanted)


def test_a_dataset_is_the_same_graph(tmp_path: Path) -> None:
    with open_store(harbour.store_on_disk(tmp_path / "s")) as store:
        dataset = store.dataset()
        rows = dataset.query("SELECT DISTINCT ?b WHERE { ?b a ws:Board }")
        assert len(list(rows)) == 2
        assert len(list(dataset.graphs())) >= 3
        del dataset, rows


def test_no_server_is_one_sentence() -> None:
    with pytest.raises(StoreError, match="can't be reached"):
        open_store("http://127.0.0.1:9/query").select("ASK {}")


def test_no_store_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(NoStore, match="There is no store"):
        open_store(tmp_path / "nowhere")


def test_a_term_travels_between_processes() -> None:
    import pickle

    term = Term("3", "literal", "http://www.w3.org/2001/XMLSchema#integer")
    again = pickle.loads(pickle.dumps(term))
    assert (again, again.kind, again.datatype) == (term, "literal", term.datatype)


def test_the_same_graph_is_not_written_again(tmp_path: Path) -> None:
    lines, notes = harbour.lines(), {"base": harbour.BASE}
    assert save(tmp_path, lines, notes) is True
    assert save(tmp_path, lines, notes) is False
    assert save(tmp_path, lines[:-1], notes) is True
    with open_store(tmp_path) as store:
        assert store.base == harbour.BASE

"""Every kind of page, without a browser: what it shows, in which form, and that nothing breaks out of it."""

from __future__ import annotations

import csv
import io
import json
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import harbour
import pages
import pyoxigraph as ox
import pytest
from hypothesis import given as drawn_from
from hypothesis import strategies as st
from starlette.testclient import TestClient

from whosat.graph.names import things
from whosat.graph.questions import questions
from whosat.graph.server.app import application
from whosat.graph.server.desk import LOOK_EVERY, Kept, Made
from whosat.graph.server.inquiry import _harmless
from whosat.graph.server.papers import lines
from whosat.graph.server.site import Serving
from whosat.graph.store import open_store
from whosat.ontology.errors import NoStore

BOARD = "/id/board/harbour-partnership-board"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[TestClient]:
    with TestClient(application(pages.serving(folder))) as made:
        yield made


@pytest.fixture(scope="module")
def addresses(folder: Path, client: TestClient) -> list[str]:
    """Every kind of page, and the page of every thing there is."""
    with open_store(folder / "store") as store:
        found = [thing.iri.removeprefix("https://example.org") for thing in things(store)]
        rows = store.select(
            "SELECT DISTINCT ?x WHERE { VALUES ?t { ws:Document ws:Meeting } ?x a ?t } ORDER BY ?x"
        )
    found += [str(row["x"]).removeprefix("https://example.org") for row in rows]
    fixed = "/ /search /search?q=harbour /search?q=zzzz /questions /ask /ask?q=who+chairs /ask?q=what"
    fixed += " /map /diagrams"
    fixed += " /report /changes /changes?board=harbour&since=2010-06&until=2010-10 /review /query /nothing"
    fixed += " /query?query=SELECT+*+WHERE+{?s+a+ws:Board} /diagrams/board/harbour-partnership-board"
    kinds = "board person organisation strategy legislation meeting document"
    found += [*fixed.split(), *(f"/browse/{kind}" for kind in kinds.split())]
    return found + [f"/questions/{one.name}" for one in questions()]


class _Read(HTMLParser):
    """Headings, links, labels, and what a page may not have."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))


def _read(text: str) -> list[tuple[str, dict[str, str]]]:
    reader = _Read()
    reader.feed(text)
    return reader.tags


def test_every_page_answers_and_fetches_nothing_from_another_host(
    client: TestClient, addresses: list[str]
) -> None:
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == (404 if address == "/nothing" else 200), address
        for tag, given in _read(answer.text):
            loaded = [
                given.get("src", ""),
                given.get("href", "") if tag == "link" else "",
                given.get("action", ""),
            ]
            assert not any(re.match(r"(?:\w+:)?//", one) for one in loaded), (address, tag, given)


def test_names_stay_data_on_every_page(client: TestClient, addresses: list[str]) -> None:
    for address in addresses:
        text = client.get(address).text
        assert "<script>window.broken" not in text and "<b>Reeve" not in text and "<i>Pier" not in text, (
            address
        )
        for tag, given in _read(text):
            assert not any(name.startswith("on") or name == "style" for name in given), (address, tag, given)
            if tag == "script" and address != "/map":
                assert given.get("src", "").startswith("/static/"), address


def test_every_page_can_be_found_through(client: TestClient, addresses: list[str]) -> None:
    for address in addresses:
        if address == "/map":
            continue
        tags = _read(client.get(address).text)
        names = [tag for tag, _ in tags]
        assert names.count("h1") == 1 and "main" in names and "nav" in names, address
        ids = [given["id"] for _, given in tags if "id" in given]
        assert len(ids) == len(set(ids)), address
        labelled = {given["for"] for tag, given in tags if tag == "label" and "for" in given}
        for tag, given in tags:
            if tag in ("input", "textarea", "select") and given.get("type") not in ("hidden", "radio"):
                assert given["id"] in labelled, (address, given)


def test_the_chair_and_the_line_that_says_so_are_three_clicks_from_home(client: TestClient) -> None:
    home = client.get("/").text
    assert f'href="{BOARD}"' in home
    board = client.get(BOARD).text
    chair = re.search(r'class="who"><a href="([^"]+)"><bdi>([^<]+)', board)
    assert chair and chair[2] == "Carl Ashdown"
    line = re.search(r'class="source" href="(/id/document/[^"]+)"', board)
    assert line
    paper = client.get(line[1].split("#")[0]).text
    assert '<mark class="asked">Carl Ashdown (Chair) – Ferry Users Forum</mark>' in paper
    assert f'id="{line[1].split("#")[1]}" class="asked"' in paper


def test_a_person_s_page_tells_seats_meetings_and_whom_they_stood_in_for(client: TestClient) -> None:
    text = client.get("/id/person/zoe-o-briain").text
    assert "Zoë Ó Briain" in text and "4 Jun 2010" in text
    assert 'href="/id/person/carl-ashdown"' in text
    assert (
        "<svg" in text
        and "2010-06-04" not in re.sub(r'(?:href|src|id)="[^"]*"', "", text).split("As data")[0]
    )


def test_a_document_shows_its_text_with_the_words_marked(client: TestClient) -> None:
    listed = client.get("/browse/document").text
    address = next(
        one for one in re.findall(r'href="(/id/document/[^"]+)"', listed) if "harbour-2010-06" in one
    )
    text = client.get(address).text
    assert "<mark>Ada Ferrier (Chair) – Quayside Council</mark>" in text
    assert "Present</span>" in text  # what no fact rests on stays plain


@pytest.mark.parametrize(
    ("accept", "form", "media_type"),
    [
        ("text/turtle", "", "text/turtle"),
        ("application/ld+json", "", "application/ld+json"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "", "text/html"),
        ("text/html", "ttl", "text/turtle"),
        ("", "jsonld", "application/ld+json"),
    ],
)
def test_an_iri_is_its_page_in_the_form_asked_for(
    client: TestClient, accept: str, form: str, media_type: str
) -> None:
    answer = client.get(BOARD, params={"format": form} if form else {}, headers={"Accept": accept})
    assert answer.status_code == 200 and answer.headers["Content-Type"].startswith(media_type)
    assert "Accept" in answer.headers["Vary"]
    if media_type != "text/html":
        kind = ox.RdfFormat.TURTLE if media_type == "text/turtle" else ox.RdfFormat.JSON_LD
        subjects = {quad.subject.value for quad in ox.parse(answer.content, format=kind)}
        assert "https://example.org" + BOARD in subjects and len(subjects) > 5  # it and the facts about it


def test_every_iri_of_ours_has_a_page(client: TestClient, folder: Path) -> None:
    with open_store(folder / "store") as store:
        rows = store.select(
            "SELECT DISTINCT ?s WHERE { ?s ?p ?o FILTER(STRSTARTS(STR(?s), 'https://example.org/'))}"
        )
    assert len(rows) > 50
    for row in rows:
        address = str(row["s"]).removeprefix("https://example.org")
        assert client.get(address).status_code == 200, address


def test_a_name_that_may_be_several_is_asked_back(client: TestClient) -> None:
    asked = client.get("/questions/boards", params={"person": "a"})
    assert asked.status_code == 400 and "may be any of these" in asked.text
    chosen = re.findall(r'type="radio" name="person" value="(person/[^"]+)"', asked.text)
    assert len(chosen) > 1
    answered = client.get("/questions/boards", params=[("person", "a"), ("person", chosen[0])])
    assert answered.status_code == 200 and 'id="answer"' in answered.text


def test_forms_that_there_are_not_and_things_that_there_are_not(client: TestClient) -> None:
    assert client.get(BOARD, headers={"Accept": "image/png"}).status_code == 406
    assert client.get(BOARD, params={"format": "pdf"}).status_code == 406
    missing = client.get("/id/board/harbour-partnership-bord")
    assert missing.status_code == 404 and "Harbour Partnership Board" in missing.text
    for odd in ("/id/board/%3Cscript%3E", "/id/board/a%22b", "/id/%00/x", "/id/a/b/c"):
        assert client.get(odd).status_code == 404


def test_suggestions_are_json_and_find_parts_acronyms_and_slips(client: TestClient) -> None:
    def first(typed: str, kinds: str = "") -> str:
        found = client.get("/suggest", params={"q": typed, "kinds": kinds})
        assert found.headers["Content-Type"] == "application/json"
        return str(next(iter(found.json()), {}).get("name"))

    assert first("harb") == "Harbour Partnership Board"
    assert first("hpb") == "Harbour Partnership Board"
    assert first("ferier") == "Ada Ferrier"
    assert first("ó briain") == "Zoë Ó Briain"
    assert first("harb", "person") == "None"
    assert first("  ") == "None"


def test_a_question_is_a_form_with_a_table_downloads_and_sparql(client: TestClient) -> None:
    asked = client.get("/questions/members", params={"board": "harbour partnership"})
    assert (
        asked.status_code == 200 and "Ada Ferrier" in asked.text and "harbour-2010-06.txt, line" in asked.text
    )
    assert "VALUES ?board" in asked.text
    rows = list(csv.DictReader(io.StringIO(client.get(
        "/questions/members", params={"board": "harbour partnership", "format": "csv"}
    ).content.decode("utf-8-sig"))))  # fmt: skip
    records = client.get(
        "/questions/members", params={"board": "harbour partnership", "format": "json"}
    ).json()
    assert len(rows) == len(records) > 2 and "Ada Ferrier" in {row["person"] for row in rows}
    assert all(row["source"] for row in rows)


def test_the_sparql_shown_gives_the_same_rows(client: TestClient) -> None:
    page = client.get("/questions/members", params={"board": "harbour partnership"}).text
    shown = re.search(r"<pre><code>(.*?)</code></pre>", page, re.DOTALL)
    assert shown
    query = (
        shown[1]
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#34;", '"')
        .replace("&#39;", "'")
        .replace("&amp;", "&")
    )
    found = client.get("/sparql", params={"query": query}, headers={"Accept": "application/json"}).json()
    names = {row["person"]["value"].rsplit("/", 1)[1] for row in found["results"]["bindings"]}
    assert names >= {"ada-ferrier", "bo-lindqvist", "carl-ashdown"}


@pytest.mark.parametrize(
    ("given", "status", "said"),
    [
        ({"board": "harbour nowhere"}, 400, "Nearest"),
        ({"board": "nowhere at all"}, 400, "No name in the store is like it"),
        ({"board": "} DROP ALL {"}, 400, "Nobody and nothing"),
        ({"board": "harbour partnership", "since": "soon"}, 400, "Write 2010"),
        ({}, 200, "Answer</button>"),
    ],
)
def test_a_question_says_what_is_wrong(
    client: TestClient, given: dict[str, str], status: int, said: str
) -> None:
    answer = client.get("/questions/members", params=given)
    assert answer.status_code == status and said in answer.text


def test_plain_words_are_answered_only_when_understood(client: TestClient) -> None:
    sure = client.get("/ask", params={"q": "who chairs it?"}).text
    assert "Understood" in sure and "Carl Ashdown" in sure
    unsure = client.get("/ask", params={"q": "what?"}).text
    assert "I am not sure." in unsure and "Perhaps one of these" in unsure and "<table" not in unsure


def test_changes_say_what_a_paper_shows_and_what_is_wrong(client: TestClient) -> None:
    text = client.get(
        "/changes", params={"board": "harbour partnership", "since": "2010-06", "until": "2010-10"}
    ).text
    assert "Carl Ashdown" in text
    assert "Carl Ashdown" in client.get("/changes", params={"since": "2010", "until": "2011"}).text
    assert client.get("/changes", params={"since": "2012", "until": "2010"}).status_code == 400
    assert client.get("/changes", params={"board": "no such"}).status_code == 400


def test_the_diagram_comes_as_svg_png_and_pdf(client: TestClient) -> None:
    address = "/diagrams/board/harbour-partnership-board"
    for form, start in (("svg", b"<svg"), ("png", b"\x89PNG"), ("pdf", b"%PDF")):
        answer = client.get(f"{address}.{form}", params={"paper": "A4"})
        assert answer.status_code == 200 and answer.content.startswith(start)
    assert client.get(f"{address}.svg", params={"paper": "A9"}).status_code == 400
    assert client.get(f"{address}.exe").status_code == 404
    assert client.get("/diagrams/person/ada-ferrier").status_code == 404
    assert client.get("/picture/person/ada-ferrier.svg").headers["Content-Type"] == "image/svg+xml"


def test_the_editor_shows_rows_triples_errors_and_gives_files(client: TestClient) -> None:
    boards = "SELECT ?b WHERE { ?b a ws:Board }"
    text = client.get("/query", params={"query": boards}).text
    assert f'href="{BOARD}"' in text and "As a map" in text
    assert client.get("/query/map.svg", params={"query": boards}).text.startswith("<svg")
    assert client.get("/query/result.csv", params={"query": boards}).text.startswith("b")
    built = client.get("/query", params={"query": "CONSTRUCT { ?b a ws:Board } WHERE { ?b a ws:Board }"}).text
    assert "Turtle" in built and "ws:Board" in built
    for bad in (
        "SELECT nonsense",
        "DELETE WHERE { ?s ?p ?o }",
        "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
    ):
        answer = client.get("/query", params={"query": bad})
        assert answer.status_code == 400 and 'role="alert"' in answer.text


def test_headers_keep_a_page_to_itself(client: TestClient, addresses: list[str]) -> None:
    for address in (*addresses[:3], "/static/pages.css", "/sparql", "/nothing", "/suggest?q=a"):
        given = client.get(address).headers
        policy = given["Content-Security-Policy"]
        assert (
            "unsafe" not in policy and "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
        )
        assert given["X-Content-Type-Options"] == "nosniff" and given["Referrer-Policy"] == "same-origin"
    answer = client.get("/map")
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"] and "sha256-" in answer.text


def test_another_host_name_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 421
    assert client.get("/", headers={"Host": "evil.example:8000"}).status_code == 421
    assert client.get("/", headers={"Host": "127.0.0.1:8000"}).status_code == 200


def test_a_new_generation_is_read_without_a_restart(tmp_path: Path) -> None:
    offered = pages.serving(tmp_path)
    with TestClient(application(offered)) as client:
        assert client.get(BOARD).status_code == 200
        harbour.store_on_disk(offered.store, pages.hostile())
        end = time.monotonic() + 20
        while client.get(BOARD).status_code == 200 and time.monotonic() < end:
            time.sleep(LOOK_EVERY / 2)
        assert client.get(BOARD).status_code == 404


def test_pages_outgrow_no_bound_and_the_least_used_go_first() -> None:
    kept = Kept(most=25)
    for name in ("a", "b"):
        kept.put((name,), Made(b"0123456789"))
    assert kept.get(("a",))
    kept.put(("c",), Made(b"0123456789"))
    assert kept.get(("b",)) is None and kept.get(("a",)) and kept.get(("c",))


@drawn_from(
    st.text("ab \n\t", max_size=40),
    st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), max_size=6),
    st.tuples(st.integers(0, 45), st.integers(0, 45)),
)
def test_marking_loses_no_letter(text: str, marks: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    found = lines(text, marks, asked)
    assert "\n".join("".join(piece.text for piece in line.pieces) for line in found) == text
    assert [line.number for line in found] == list(range(1, len(found) + 1))


def test_where_there_is_no_store_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoStore):
        application(Serving(store=tmp_path / "none", texts={}.get, token=pages.TOKEN))


def test_a_text_that_was_not_kept_is_said_to_be_missing(tmp_path: Path) -> None:
    with TestClient(application(replace(pages.serving(tmp_path), texts={}.get))) as client:
        address = re.findall(r'href="(/id/document/[^"]+)"', client.get("/browse/document").text)[0]
        assert "not kept with this store" in client.get(address).text


def test_a_record_of_a_question_keeps_a_formula_a_text(client: TestClient) -> None:
    assert _harmless("=1+1") == "'=1+1" and _harmless("Ada") == "Ada"
    assert json.loads(client.get("/suggest?q=eve").text)[0]["name"] == pages.SCRIPT

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from whosat.graph.map import embed, map_html
from whosat.graph.map_data import FOLD_ABOVE, find_places, interlocking, payload
from whosat.graph.view import Seat, Thing, View
from whosat.ontology.facts import Kind


class Page(HTMLParser):
    """Collects tags, attributes and the text of scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] == "script" and self.lasttag == "script":
            self.scripts[-1] += data


def data_of(html: str) -> dict:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found.group(1))


def test_things_carry_shape_place_and_names(harbour: View) -> None:
    data = data_of(map_html(harbour))
    nodes = {node["key"]: node for node in data["nodes"]}
    assert nodes["board/harbour"]["aliases"] == ["HP", "The Partnership"]
    assert {node["shape"] for node in data["nodes"]} == {"square", "diamond", "dot", "triangle"}
    assert nodes["board/tides"]["active"] is False
    assert all(isinstance(node["x"], int) for node in data["nodes"])


def test_facts_carry_the_words_they_rest_on(harbour: View) -> None:
    data = data_of(map_html(harbour))
    keys = [node["key"] for node in data["nodes"]]
    chair = next(
        fact for fact in data["edges"] if fact.get("role") == "Chair" and keys[fact["to"]] == "board/harbour"
    )
    document, line, quote, date = data["sources"][chair["sources"][0]]
    assert (data["documents"][document], line, date) == ("minutes.txt", 4, "2010-01-10")
    assert "Ada Quill (Chair)" in quote
    assert keys[chair["holder"]] == "organisation/borough"
    assert (chair["first"], chair["last"]) == ("2010-01-10", "2018-05-02")


def test_what_is_inferred_and_what_is_dated_is_told(harbour: View) -> None:
    facts = payload(harbour, find_places(harbour))["edges"]
    assert sum(1 for fact in facts if fact.get("inferred")) == 1
    undated = [fact for fact in facts if "first" not in fact]
    assert [fact["role"] for fact in undated] == ["succeeds"]


def test_interlocks_are_those_on_two_boards(harbour: View) -> None:
    assert interlocking(harbour) == [("person/ben", "board/harbour"), ("person/ben", "board/safety")]
    assert set(find_places(harbour).interlocks) == {"person/ben", "board/harbour", "board/safety"}


def test_the_page_asks_nobody_for_anything(harbour: View) -> None:
    html = map_html(harbour)
    page = Page(html)
    assert not [tag for tag, attributes in page.tags if {"src", "srcset", "action"} & set(attributes)]
    assert not [a for tag, a in page.tags if tag == "link"]
    assert all(a["href"].startswith("#") for tag, a in page.tags if "href" in a)
    policy = next(a["content"] for tag, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "@import" not in html
    assert "url(http" not in html
    assert not [a for _, a in page.tags if any(name.startswith("on") for name in a)]


def test_no_name_becomes_markup(hostile: View) -> None:
    html = map_html(hostile, title="<img src=x onerror=alert(2)>")
    plain = map_html(View())
    assert [tag for tag, _ in Page(html).tags] == [tag for tag, _ in Page(plain).tags]
    assert "onerror=alert(1)>" not in html
    names = {node["name"] for node in data_of(html)["nodes"]}
    assert names == {thing.name for thing in hostile.things}


@pytest.mark.parametrize("sign", ["<", ">", "&", "\u2028", "\u2029"])
def test_embedded_json_holds_no_sign_that_could_end_it(sign: str) -> None:
    text = embed({"name": f"a{sign}b"})
    assert sign not in text
    assert json.loads(text) == {"name": f"a{sign}b"}


def test_the_same_view_gives_the_same_page(harbour: View) -> None:
    assert map_html(harbour) == map_html(replace(harbour))


def test_a_map_of_nothing_is_a_page(harbour: View) -> None:
    assert data_of(map_html(View()))["nodes"] == []


def test_a_large_map_places_people_about_their_board() -> None:
    people = [Thing(f"person/{n:03}", Kind.PERSON, f"Person {n}") for n in range(FOLD_ABOVE)]
    boards = [Thing("board/a", Kind.BOARD, "A"), Thing("board/b", Kind.BOARD, "B")]
    seats = tuple(Seat(person.key, boards[n % 2].key) for n, person in enumerate(people))
    places = find_places(View((*boards, *people), seats)).whole
    assert set(places) == {thing.key for thing in (*boards, *people)}
    assert len({places[person.key] for person in people}) == len(people)

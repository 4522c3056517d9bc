"""All that papers say of one seat is one row, and what is shown of somebody is the line that names them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import harbour
import pytest
from cli import Runner
from starlette.testclient import TestClient

from whosat.graph.questions import Cell, Line
from whosat.graph.seat_rows import seats_together
from whosat.graph.server.app import application
from whosat.graph.server.site import Serving
from whosat.ontology.facts import Attendance, DocumentFacts


def _headed() -> DocumentFacts:
    """June's roster, each line with the heading that it stands under, which the text has first."""
    june = harbour.june()
    heading = harbour.passage(harbour.JUNE, "Present")

    def below(one: Attendance) -> Attendance:
        return replace(one, evidence=replace(one.evidence, passages=(heading, *one.evidence.passages)))

    return replace(june, attendances=tuple(map(below, june.attendances)))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return harbour.store_on_disk(tmp_path / "store", _headed(), harbour.october())


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], store: Path) -> Iterator[Runner]:
    monkeypatch.chdir(store.parent)
    monkeypatch.setenv("WHOSAT_STORE", str(store))
    yield Runner(monkeypatch, capsys)


def test_members_with_two_roles_have_one_row(run: Runner) -> None:
    rows = json.loads(run("question", "members", "--board", "HPB", "--json").out)
    assert [row["person"] for row in rows] == ["Ada Ferrier", "Bo Lindqvist", "Carl Ashdown"]
    ada = rows[0]
    assert (ada["role"], ada["first"], ada["last"]) == ("chair", "2010-06-04", "2010-10-08")
    assert ada["sightings"] == "2"
    assert len(ada["source"]) > 1


def test_the_page_of_a_board_names_each_member_once(store: Path) -> None:
    with TestClient(application(Serving(store, lambda _: None, "token"))) as client:
        page = client.get("/id/board/harbour-partnership-board").text
    section = page.partition('<h2 id="members">')[2].partition("</section>")[0]
    assert re.findall(r'href="/id/person/([^"]+)"', section) == [
        "ada-ferrier",
        "carl-ashdown",
        "bo-lindqvist",
    ]


def test_a_timeline_shows_the_line_not_its_heading(run: Runner, store: Path) -> None:
    for typed in ("Bo Lindqvist", "HPB"):
        rows = json.loads(run("timeline", typed, "--json").out)
        seats = [row for row in rows if row["what"] != "Meeting"]
        assert seats
        assert not [row for row in seats if row["words"] == "Present"]
    with TestClient(application(Serving(store, lambda _: None, "token"))) as client:
        page = client.get("/id/person/bo-lindqvist").text
    timeline = page.partition('<h2 id="timeline">')[2].partition("</section>")[0]
    first_shown = re.findall(r'<div class="sources">(.*?)(?:<details|</div>)', timeline, re.DOTALL)
    assert first_shown
    assert all("Lindqvist" in shown for shown in first_shown)


def _line(*cells: str) -> Line:
    return Line(tuple(map(Cell, cells)), (f"fact-{cells}",), ())


COLUMNS = ("person", "role", "basis", "first", "last", "ended")


@pytest.mark.parametrize(
    ("lines", "row"),
    [
        (
            [("Ann", "chair", "Inferred", "2010", "2011", ""), ("Ann", "treasurer", "Stated", "", "", "")],
            ("Ann", "chair; treasurer", "Stated", "2010", "2011", ""),
        ),
        (
            [("Ann", "", "Stated", "", "2011", "resigned"), ("Ann", "", "Inferred", "2009", "2010", "")],
            ("Ann", "", "Stated", "2009", "2011", "resigned"),
        ),
        (
            [("Ann", "", "Stated", "", "2011", "resigned"), ("Ann", "", "Inferred", "2009", "2012", "")],
            ("Ann", "", "Stated", "2009", "2012", ""),
        ),
    ],
)
def test_what_is_said_of_a_seat_adds_up(lines: list[tuple[str, ...]], row: tuple[str, ...]) -> None:
    made = list(seats_together(COLUMNS, [_line(*cells) for cells in lines], ("person",)))
    assert [tuple(cell.text for cell in line.cells) for line in made] == [row]
    assert len(made[0].facts) == len(lines)

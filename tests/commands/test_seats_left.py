"""Seats taken and left on a day that a sentence gives, from the papers to every answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli import Runner
from starlette.testclient import TestClient

from whosat.graph.server.app import application
from whosat.graph.server.site import Serving
from whosat.graph.store import open_store
from whosat.graph.view import read_view
from whosat.ontology.settings import load_settings

PAPER = """Harbour Partnership Board

Minutes of the meeting held on 20 June 2023

Present:
Owen Prosser (OP) – Line Mill Trust (Chair)
Mabel Thornycroft (MT) – Harbour College
Gwen Ashdown (GA) – Harbour City Council

1. Welcome
It was noted that Gwen Ashdown had replaced Cllr Ruth Ellison as the Council's member on the Board with effect
from 18 May 2023.

2. Election
RESOLVED that Mabel Thornycroft be elected Vice-Chair for the year 2023/24.
"""
BOARD = "Harbour Partnership Board"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Runner:
    (tmp_path / "minutes").mkdir()
    text = PAPER.replace("effect\nfrom", "effect from")
    (tmp_path / "minutes" / "june.txt").write_text(text, encoding="utf-8")
    (tmp_path / "whosat.toml").write_text('folders = ["minutes"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WHOSAT_STORE", raising=False)
    runner = Runner(monkeypatch, capsys)
    assert runner("build").code == 0
    return runner


def rows(run: Runner, *command: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(run(*command, "--json").out)
    return found


def changes(run: Runner) -> set[tuple[str, str, str]]:
    found = rows(run, "diff", BOARD, "--from", "2022", "--to", "2024")
    return {(row["who"], row["change"], row["when"]) for row in found}


def test_the_day_of_the_sentence_not_of_the_meeting(run: Runner) -> None:
    assert changes(run) == {
        ("Gwen Ashdown", "joined", "2023-05-18"),
        ("Ruth Ellison", "left", "2023-05-18"),
        ("Mabel Thornycroft", "changed role", "2023-06-20"),
    }
    seats = {row["member"]: row for row in rows(run, "who", BOARD)}
    assert not seats["Ruth Ellison"]["first_seen"]
    assert seats["Ruth Ellison"]["last_seen"] == "18 May 2023 (replaced)"
    assert seats["Gwen Ashdown"]["first_seen"] == "2023-05-18"
    assert "3 members, 1 former" in run("who", BOARD).out
    years = rows(run, "timeline", "Ruth Ellison")
    assert [(row["what"], row["when"]) for row in years] == [("Seat left", "2023-05-18")]


def test_rows_on_joining_and_leaving_win_everywhere(run: Runner) -> None:
    for what, who, when in (
        ("joined", "Gwen Ashdown", "2023-04-02"),
        ("left", "Ruth Ellison", "2023-04-01"),
        ("left", "Owen Prosser", "2023-04-30"),
    ):
        assert run("correct", what, who, BOARD, "--value", when).code == 0
    assert run("build").code == 0
    assert changes(run) == {
        ("Gwen Ashdown", "joined", "2023-04-02"),
        ("Ruth Ellison", "left", "2023-04-01"),
        ("Owen Prosser", "left", "2023-04-30"),
        ("Mabel Thornycroft", "changed role", "2023-06-20"),
    }
    seats = {row["member"]: row for row in rows(run, "who", BOARD)}
    assert not seats["Ruth Ellison"]["first_seen"]
    assert seats["Ruth Ellison"]["last_seen"] == "1 Apr 2023 (replaced)"
    assert "decision" in seats["Ruth Ellison"]["source"]
    assert "2 members, 2 former" in run("who", BOARD).out
    years = rows(run, "timeline", "Ruth Ellison")
    assert [(row["what"], row["when"]) for row in years] == [("Seat left", "2023-04-01")]
    (board,) = [row for row in rows(run, "boards", "Owen Prosser") if row["board"] == BOARD]
    assert board["last_seen"] == "30 Apr 2023 (a decision)"
    left_out = run("info", "--left-out").out
    assert "withdrawn by decisions.csv, line 4" in left_out
    assert "2023-05-18" not in json.dumps([rows(run, "timeline", name) for name in (BOARD, "Gwen Ashdown")])
    Path("decisions.csv").unlink()
    run("build")
    assert ("Ruth Ellison", "left", "2023-05-18") in changes(run)


def test_an_ending_that_somebody_decided_keeps_what_the_papers_say(run: Runner) -> None:
    earlier = PAPER.replace("20 June 2023", "4 April 2023").partition("1. Welcome")[0]
    Path("minutes", "april.txt").write_text(earlier, encoding="utf-8")
    ended = ("correct", "left", "Owen Prosser", BOARD, "--value", "31 July 2023", "--who", "Ann Doe")
    assert run(*ended).code == 0
    assert run("build").code == 0
    with open_store(Path("whosat.store")) as store:
        view = read_view(store)
    (seat,) = [one for one in view.seats if one.member == "person/owen-prosser" and one.role == ""]
    assert (seat.first, seat.last, seat.ended, seat.decided) == ("2023-04-04", "2023-07-31", True, "Ann Doe")
    assert seat.representing == "organisation/line-mill-trust"
    assert {source.document for source in seat.sources} == {"april.txt", "june.txt"}
    settings = load_settings(None)
    offered = Serving(store=settings.store, texts={}.get, token="t", hosts=("testserver",))
    with TestClient(application(offered)) as client:
        page = client.get("/id/person/owen-prosser").text
    assert "ended, decided by <bdi>Ann Doe</bdi>" in page and "says the paper" not in page
    assert "Line Mill Trust" in page.partition('id="seats"')[2].partition("</table>")[0]

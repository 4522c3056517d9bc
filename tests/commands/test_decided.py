"""Decisions, time and privacy as a person meets them at the command line."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from calendar import month_name
from pathlib import Path

import pytest
from cli import Runner
from starlette.testclient import TestClient

from whosat.commands.serving import hear, open_doubts, texts_of
from whosat.graph.server.app import application
from whosat.graph.server.site import Serving
from whosat.graph.store import open_store
from whosat.ontology.identifiers import digest
from whosat.ontology.settings import load_settings

FIRST = """Harbour Partnership Board

Minutes of the meeting held on 12 March 2010

Present:
Ruth Ellison (RE) – Harbour City Council
Owen Prosser (OP) – Line Mill Trust
Mabel Thornycroft (MT) – Harbour College (Chair)

Apologies:
Ivor Penhallow (IP) – Harbour Constabulary

1. Actions
RE to write the plan. Her address is ruth.ellison@harbour.example, 01632 960123.
"""
SECOND = """Harbour Partnership Board

Minutes of the meeting held on 14 June 2012

Present:
Owen Prosser (OP) – Line Mill Trust (Chair)
Mabel Thornycroft (MT) – Harbour College
Gwen Ashdown (GA) – Harbour City Council
"""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Runner:
    (tmp_path / "minutes").mkdir()
    (tmp_path / "minutes" / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "minutes" / "second.txt").write_text(SECOND, encoding="utf-8")
    (tmp_path / "whosat.toml").write_text('folders = ["minutes"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WHOSAT_STORE", raising=False)
    runner = Runner(monkeypatch, capsys)
    assert runner("build").code == 0
    return runner


def lines(run: Runner) -> str:
    assert run("export", "--format", "nq", "--output", "graph.nq").code == 0
    text = Path("graph.nq").read_text(encoding="utf-8")
    Path("graph.nq").unlink()
    return text


def members(run: Runner, *options: str) -> set[str]:
    return {
        row["member"] for row in json.loads(run("who", "Harbour Partnership Board", *options, "--json").out)
    }


def test_who_sat_then_and_what_changed(run: Runner) -> None:
    assert "Gwen Ashdown" not in members(run, "--at", "2010")
    assert "Ruth Ellison" not in members(run, "--at", "2012-06")
    found = run("diff", "Harbour Partnership Board", "--from", "2010", "--to", "2012", "--json")
    changes = {(row["who"], row["change"]) for row in json.loads(found.out)}
    assert ("Ruth Ellison", "not seen since") in changes
    assert ("Gwen Ashdown", "first seen") in changes
    assert not any(change == "left" for _, change in changes)
    assert "14 Jun 2012" in run("timeline", "Owen Prosser").out
    assert run("diff", "Harbour Partnership Board", "--from", "May", "--to", "2012").code == 1


def test_a_decision_wins_and_is_taken_back_with_its_row(run: Runner) -> None:
    before = lines(run)
    said = run(
        "correct", "left", "Ruth Ellison", "Harbour Partnership Board", "--value", "2010-05", "--who", "ann"
    )
    assert said.code == 0
    assert run("build").code == 0
    changes = json.loads(
        run("diff", "Harbour Partnership Board", "--from", "2010", "--to", "2012", "--json").out
    )
    assert ("Ruth Ellison", "left") in {(row["who"], row["change"]) for row in changes}
    corrections = [line for line in lines(run).splitlines() if "graph/corrections" in line]
    assert any('"ann"' in line for line in corrections)
    Path("decisions.csv").unlink()
    run("build")
    assert lines(run) == before


def test_a_name_typed_in_part_is_written_in_full(run: Runner) -> None:
    said = run("correct", "not a seat", "Ruth Ellison", "Partnership Board")
    assert "“Partnership Board” is taken for Harbour Partnership Board." in said.out
    assert "not a seat,Ruth Ellison,Harbour Partnership Board," in Path("decisions.csv").read_text("utf-8")
    Path("decisions.csv").unlink()


def test_a_wrong_correction_is_refused(run: Runner) -> None:
    assert run("correct", "left", "Ruth Ellison", "Harbour Partnership Board", "--value", "May").code == 1
    assert run("correct", "vanished", "Ruth Ellison").code == 1
    assert run("correct", "same", "Ruth Ellison", "Nobody Whatever").code == 1
    assert not Path("decisions.csv").exists()


def test_a_written_date_is_taken_and_a_build_says_what_it_did_not_read(run: Runner) -> None:
    left = ("correct", "left", "Ruth Ellison", "Harbour Partnership Board", "--value", "31 May 2011")
    assert run(*left).code == 0
    built = run("build")
    assert "unchanged 1 of 2: first.txt" in built.err and "read 1" not in built.err
    (row,) = [
        one
        for one in json.loads(run("who", "Harbour Partnership Board", "--json").out)
        if one["member"] == "Ruth Ellison"
    ]
    assert row["last_seen"].startswith("31 May 2011")


def test_why_same_and_review(run: Runner) -> None:
    found = json.loads(run("why-same", "Owen Prosser", "Owen Prosser", "--json").out)
    assert found[0]["verdict"] == "same"
    assert run("why-same", "Owen Prosser", "Nobody Atall").code == 1
    assert isinstance(json.loads(run("review", "--list", "--json").out), list)


def test_somebody_is_told_about_and_forgotten(run: Runner) -> None:
    kinds = {row["kind"] for row in json.loads(run("about", "Ruth Ellison", "--json").out)}
    assert {"name", "attendance", "text"} <= kinds
    run("correct", "left", "Ruth Ellison", "Harbour Partnership Board", "--value", "2010-05")
    unsure = run("forget", "Ruth Ellison")
    assert unsure.code != 0
    assert "--yes" in unsure.err
    forgotten = run("forget", "Ruth Ellison", "--yes")
    assert (forgotten.code, "no form of the name is left" in forgotten.out) == (0, True)
    for _ in range(2):  # as it is now, and after another build from the same documents
        files = [path for path in Path().rglob("*") if path.is_file() and path.parts[0] != "minutes"]
        assert not [path for path in files if b"ellison" in path.read_bytes().lower()]
        assert members(run) == {"Owen Prosser", "Mabel Thornycroft", "Ivor Penhallow", "Gwen Ashdown"}
        assert run("about", "Ruth Ellison").code == 1
        assert run("build").code == 0
    Path("decisions.csv").unlink()
    run("build")
    assert "Ruth Ellison" in members(run)


def held(name: str) -> list[Path]:
    """Files other than the documents that hold a name."""
    files = [path for path in Path().rglob("*") if path.is_file() and path.parts[0] != "minutes"]
    return [path for path in files if name.encode() in path.read_bytes().lower()]


def test_a_reader_that_stays_is_named_and_the_next_build_or_forget_finishes(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("whosat.commands.privacy.LET_GO_WITHIN", 0.3)
    with open_store(Path("whosat.store")):
        told = run("forget", "Ruth Ellison", "--yes")
        assert told.code == 1
        assert f"process {os.getpid()} " in told.err and "run the same command again" in told.err
        built = run("build")
        assert f"process {os.getpid()} reads it" in built.out
        again = run("forget", "Ruth Ellison", "--yes")
        assert (again.code, f"process {os.getpid()} " in again.err) == (1, True)
        assert held("ellison")
    assert "still on the disk" not in run("build").out
    assert not held("ellison")
    done = run("forget", "Ruth Ellison", "--yes")
    assert (done.code, "no form of the name is left" in done.out) == (0, True)
    assert "Nobody is held" in run("forget", "Ruth Elliman", "--yes").err


def test_a_forget_that_was_cut_short_is_finished_by_the_next(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("whosat.commands.building.rebuild", cut)
        assert run("forget", "Ruth Ellison", "--yes").code != 0
    assert held("ellison")
    done = run("forget", "Ruth Ellison", "--yes")
    assert (done.code, "no form of the name is left" in done.out) == (0, True)
    assert not held("ellison")


def test_namesakes_of_somebody_forgotten_are_asked_for_apart(run: Runner) -> None:
    written = {
        "first": ("Selwick", "Julia Quarmby"),
        "second": ("Selwick", "J. Quarmby"),
        "third": ("Wenlow", "J. Quarmby"),
        "fourth": ("Barset", "J. Quarmby"),
    }
    for month, (file, (place, name)) in enumerate(written.items(), 1):
        Path("minutes", f"{file}-quarmby.txt").write_text(
            f"{place} Parish Council\n\nMinutes of the meeting held on 9 {month_name[month]} 2012\n\n"
            f"Present: {name} ({place} Mill), Hilda Bream (Chair)\n",
            encoding="utf-8",
        )
    run("build")
    run("forget", "Julia Quarmby", "--yes")
    told = run("forget", "J. Quarmby", "--yes")
    assert (told.code, "may be 2 people" in told.err) == (1, True)


def test_somebody_is_forgotten_while_the_pages_are_served(run: Runner) -> None:
    settings = load_settings(None)
    offered = Serving(
        store=settings.store,
        texts=texts_of(settings),
        token="t",
        title="t",
        hear=hear,
        review=lambda: open_doubts(settings),
        hosts=("testserver",),
    )
    with TestClient(application(offered)) as client:
        listed = client.get("/browse/document").text
        paper = next(one for one in re.findall(r'href="([^"]*/document/[^"]+)"', listed) if "first" in one)
        assert "Ruth Ellison" in client.get(paper).text
        query = "SELECT ?name { ?person skos:prefLabel ?name }"
        assert "Ruth Ellison" in client.get("/sparql", params={"query": query}).text
        told = run("forget", "Ruth Ellison", "--yes")
        assert (told.code, "no form of the name is left" in told.out) == (0, True)
        shown = client.get(paper).text
        assert "Ruth Ellison" not in shown and "████ ███████" in shown
        assert not held("ellison")


def test_a_deputy_stays_one_when_whom_she_came_for_is_forgotten(run: Runner) -> None:
    Path("minutes", "third.txt").write_text(
        "Harbour Partnership Board\n\nMinutes of the meeting held on 9 September 2012\n\nPresent:\n"
        "Mabel Thornycroft (MT) – Harbour College (Chair)\n"
        "Hilda Quarmby (HQ) – Line Mill Trust (for Owen Prosser)\n",
        encoding="utf-8",
    )
    run("build")
    assert "Hilda Quarmby" not in members(run)
    assert run("forget", "Owen Prosser", "--yes").code == 0
    for _ in range(2):
        assert "Hilda Quarmby" not in members(run)
        there = [line for line in lines(run).splitlines() if "/person/hilda-quarmby>" in line]
        (me,) = {line.split()[0] for line in there if "#attendee>" in line}
        (role,) = {line.split()[2] for line in lines(run).splitlines() if me in line and "#inRole>" in line}
        assert any(
            role in line and '"deputy of somebody not named"' in line for line in lines(run).splitlines()
        )
        assert "keeps its contract" in run("build").out or "Nothing changed" in run("build").out
        rates = json.loads(run("question", "attendance", "--json").out)
        assert "Hilda Quarmby" not in {row["person"] for row in rates}
    assert run("validate").code == 0


def test_contact_details_stay_out_of_the_graph(run: Runner) -> None:
    written = lines(run)
    assert "960123" not in written
    assert "@harbour" not in written


class Terminal(io.StringIO):
    """What a person types."""

    def isatty(self) -> bool:
        return True


def test_an_answer_in_review_becomes_a_row(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    other = SECOND.replace("Harbour Partnership Board", "Tarnley Youth Forum").replace(
        "Line Mill", "Tarnley Arts"
    )
    Path("minutes", "third.txt").write_text(other, encoding="utf-8")
    run("build")
    doubts = json.loads(run("review", "--list", "--json").out)
    assert any(doubt["what"] == "Owen Prosser / Owen Prosser" for doubt in doubts), doubts
    first = next(number for number, doubt in enumerate(doubts) if doubt["what"].startswith("Owen"))
    monkeypatch.setattr("sys.stdin", Terminal("\n" * first + "d\ntwo men\nq\n"))
    assert "1 decision added" in run("review", "--who", "ann").out
    (row,) = csv.DictReader(Path("decisions.csv").read_text(encoding="utf-8").splitlines())
    assert (row["what"], row["who"], row["why"]) == ("different", "ann", "two men")
    run("build")
    left = json.loads(run("review", "--list", "--json").out)
    assert not any(doubt["what"] == "Owen Prosser / Owen Prosser" for doubt in left)


def test_review_says_why_it_does_not_ask(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    other = SECOND.replace("Harbour Partnership Board", "Tarnley Youth Forum").replace(
        "Line Mill", "Tarnley Arts"
    )
    Path("minutes", "third.txt").write_text(other, encoding="utf-8")
    run("build")
    monkeypatch.setattr("sys.stdin", io.StringIO("s\n"))
    piped = run("review")
    assert "Nothing was asked" in piped.err
    assert "Owen Prosser / Owen Prosser" in piped.out
    assert "Nothing was asked" not in run("review", "--list").err
    assert not Path("decisions.csv").exists()


def test_why_two_forms_of_one_document_are_one(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "a.txt").write_text(
        "Marling Care Board\n\nMinutes of the meeting of 4 June 2019\n\n"
        "Present:\nJane Rees (JR) – Fenwick Trust\nTom Okafor (TO) – Marling Homes\n\nJR thanked all.\n",
        encoding="utf-8",
    )
    assert run("build", "forms", "--store", "forms.store").code == 0
    told = json.loads(run("why-same", "JR", "Jane Rees", "--store", "forms.store", "--json").out)
    assert [row["features"] for row in told] == ["one document writes both"]
    assert told[0]["right_words"] == "a.txt:6: Jane Rees (JR) – Fenwick Trust"


def test_the_map_stands_still_from_build_to_build_and_forgets_with_the_graph(run: Runner) -> None:
    kept = Path("whosat.store/places.json")
    second = Path("minutes/second.txt").read_text(encoding="utf-8")
    Path("minutes/second.txt").unlink()
    for command in (("build",), ("map", "-o", "before.html")):
        assert run(*command).code == 0
    before = json.loads(kept.read_text(encoding="utf-8"))["linked"]
    Path("minutes/second.txt").write_text(second, encoding="utf-8")
    for command in (("build",), ("map", "-o", "after.html"), ("map", "-o", "again.html")):
        assert run(*command).code == 0
    after = json.loads(kept.read_text(encoding="utf-8"))["linked"]
    assert {key: after[key] for key in before} == before and len(after) > len(before)
    assert Path("after.html").read_bytes() == Path("again.html").read_bytes()
    assert run("forget", "Owen Prosser", "--yes").code == 0
    assert digest("person/owen-prosser") in after
    assert digest("person/owen-prosser") not in kept.read_text(encoding="utf-8")
    assert run("map", "--afresh", "-o", "anew.html").code == 0
    kept.unlink()
    assert run("map", "-o", "nothing.html").code == 0
    assert Path("anew.html").read_bytes() == Path("nothing.html").read_bytes()


def test_a_line_read_wrongly_is_corrected_and_comes_back_without_its_row(run: Runner) -> None:
    before = lines(run)
    line = "Owen Prosser (OP) – Line Mill Trust (Chair)"
    wrong = run("correct", "line", line, "--value", "Owen Prosser; Quay Trust; presnt")
    assert (wrong.code, "'presnt' is no status" in wrong.err) == (1, True)
    assert run("correct", "line", "Ann Nobody – Line Mill", "--value", "Ann Nobody").code == 1
    assert run("correct", "line", line, "--value", "Owen Prosser", "--document", "x.txt").code == 1
    told = run("correct", "line", line, "--value", "Owen Prosser; Quay Trust; present")
    assert "In second.txt it takes the place of: Owen Prosser; Line Mill Trust; present" in told.out
    assert "matches nothing" not in run("build").out
    who = json.loads(run("who", "Harbour Partnership Board", "--json").out)
    (owen,) = [row for row in who if row["member"] == "Owen Prosser"]
    assert owen["representing"] == ["Quay Trust", "Line Mill Trust"]  # of the two meetings
    assert "chair" in str(owen["role"])
    run("build")
    assert "Quay Trust" in lines(run)
    Path("decisions.csv").unlink()
    run("build")
    assert lines(run) == before


def test_what_is_no_name_goes_and_comes_back_without_its_row(run: Runner) -> None:
    before = lines(run)
    said = run("correct", "name", "Owen Prosser", "--value", "-")
    assert said.code == 1
    assert 'whosat correct "not a name" "Owen Prosser"' in said.err
    said = run("correct", "not a name", "owen prosser")
    assert said.code == 0
    assert "In first.txt the person Owen Prosser goes." in said.out
    built = run("build").out
    assert "first.txt:7: person “Owen Prosser”: no name, by decisions.csv, line 2" in built
    assert "matches nothing" not in built
    assert "Owen Prosser" not in members(run)
    assert "Mabel Thornycroft" in members(run)
    Path("decisions.csv").unlink()
    run("build")
    assert lines(run) == before


def test_a_body_that_is_none_leaves_its_people(run: Runner) -> None:
    assert run("correct", "not a name", "Line Mill Trust", "--document", "first.txt").code == 0
    run("build")
    rows = json.loads(run("show", "Owen Prosser", "--json").out)["Meetings"]
    assert {row["date"]: row["representing"] for row in rows} == {
        "2010-03-12": None,
        "2012-06-14": "Line Mill Trust",
    }


def test_who_was_missed_is_put_in_by_the_line_that_names_them(run: Runner) -> None:
    line = "RE to write the plan"
    assert "No document has the line" in run("correct", "line", "Jo Vane came late", "--value", "Jo Vane").err
    assert "nobody was read" in run("correct", "line", line, "--value", "-").err
    said = run("correct", "line", "Minutes of the meeting held on", "--value", "Jo Vane;; present")
    assert "it stands in 2 documents" in said.err
    assert '--document "first.txt"' in said.err
    said = run("correct", "line", line, "--value", "Jo Vane; Line Mill Trust; apologies")
    assert said.code == 0
    assert "In first.txt, line 14, nothing was read of it until now." in said.out
    assert "matches nothing" not in run("build").out
    [row] = json.loads(run("show", "Jo Vane", "--json").out)["Meetings"]
    assert (row["date"], row["status"], row["representing"]) == ("2010-03-12", "apologies", "Line Mill Trust")
    assert row["source"] == "first.txt:14"


def test_a_paper_is_shown_with_all_that_was_read_from_it(run: Runner) -> None:
    found = json.loads(run("show", "FIRST.txt", "--json").out)
    assert found["first.txt"][1] == {"what": "date", "value": "2010-03-12"}
    there = {row["person"]: (row["status"], row["line"]) for row in found["Who was there"]}
    assert there["Mabel Thornycroft"] == ("present", 8)
    assert there["Ivor Penhallow"] == ("apologies", 11)
    assert "Gwen Ashdown" not in there
    assert [row["owners"] for row in found["Actions"]] == [["Ruth Ellison"]]
    assert "harbour.example" not in json.dumps(found)
    assert "Nobody and nothing" in run("show", "third.txt").err

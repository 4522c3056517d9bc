"""The answers as they are printed, for people and for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import harbour
import pytest
from cli import Runner


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Iterator[Runner]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WHOSAT_STORE", str(harbour.store_on_disk(tmp_path / "store")))
    return Runner(monkeypatch, capsys)


def records(out: str) -> list[dict[str, object]]:
    return json.loads(out)


def test_who_prints_a_table_with_the_line_each_seat_rests_on(run: Runner) -> None:
    ran = run("who", "hpb")
    assert ran.code == 0
    assert ran.out.startswith("Harbour Partnership Board: 3 members")
    row = next(line for line in ran.out.splitlines() if line.startswith("Carl Ashdown"))
    for part in (
        "chair (8 Oct 2010)",
        "Ferry Users Forum",
        "4 Jun 2010",
        "inferred",
        "harbour-2010-10.txt:3",
    ):
        assert part in row
    assert "now" not in ran.out


def test_who_as_json_and_as_csv_says_the_same(run: Runner) -> None:
    as_json = records(run("who", "hpb", "--json").out)
    as_csv = list(csv.DictReader(io.StringIO(run("who", "hpb", "--csv").out)))
    assert [row["member"] for row in as_json] == [row["member"] for row in as_csv]
    assert as_json[1]["role"] == ["chair (8 Oct 2010)"]
    assert as_csv[1]["words"] == "Carl Ashdown (Chair) – Ferry Users Forum"


def test_both_forms_at_once_is_a_mistake(run: Runner) -> None:
    assert run("who", "hpb", "--json", "--csv").code == 1


def test_boards_of_a_person(run: Runner) -> None:
    rows = records(run("boards", "dee", "--json").out)
    assert [(row["board"], row["role"], row["basis"]) for row in rows] == [
        ("Tidal Skills Group", ["treasurer"], "stated")
    ]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Bo Lindqvist", ["cost the slipway", "apologies", "Dockers' Trust", "harbour-2010-06.txt:6"]),
        ("Quayside", ["Seats held for it", "Ada Ferrier", "sector", "public"]),
        ("hpb", ["HPB", "Old Customs House", "reports to", "active"]),
        ("Harbour Strategy", ["strategy", "2008", "2012", "harbour-2010-06.txt"]),
        ("hpb 2010-06-04", ["Old Customs House", "present, for Carl Ashdown", "in attendance", "Clerk"]),
        ("hpb 2010-10-08", ["previous meeting", "4 Jun 2010"]),
    ],
)
def test_show_tells_everything_known(run: Runner, name: str, parts: list[str]) -> None:
    ran = run("show", name)
    assert ran.code == 0
    assert [part for part in parts if part not in ran.out] == []
    assert json.loads(run("show", name, "--json").out)
    assert run("show", name, "--csv").out.startswith("section,")


def test_a_meeting_that_is_not_known_names_those_that_are(run: Runner) -> None:
    ran = run("show", "hpb 2011-01-01")
    assert ran.code == 1
    assert "2010-06-04" in ran.err


def test_why_leads_to_document_line_words_and_maker(run: Runner) -> None:
    rows = records(run("why", "Carl", "hpb", "--json").out)
    assert {row["source"] for row in rows} == {"harbour-2010-06.txt:7", "harbour-2010-10.txt:3"}
    assert "memberships from attendance" in {row["read_by"] for row in rows}
    assert {row["pipeline"] for row in rows} == {"invented-1"}
    assert all(len(str(row["document_sha-256"])) == 64 for row in rows)


def test_why_for_people_says_each_fact_once_and_no_hash(run: Runner) -> None:
    out = run("why", "Carl", "hpb").out
    assert out.count("present at Harbour Partnership Board, 8 Oct 2010") == 1
    assert "SHA-256" not in out
    assert "invented-1" not in out


def test_why_of_two_bodies_is_the_link_between_them(run: Runner) -> None:
    rows = records(run("why", "Tidal", "hpb", "--json").out)
    assert [row["fact"] for row in rows] == ["reports to Harbour Partnership Board"]


def test_why_of_what_is_not_known(run: Runner) -> None:
    assert "Nothing is known of" in run("why", "Zoë", "Tidal").err


def test_a_board_without_known_members_says_so_and_where_some_are(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a.txt").write_text(
        "Marling Care Board\n\nMinutes of the meeting of 4 June 2019\n\n"
        "Present:\nJane Rees – Fenwick Trust\nTom Okafor – Marling Homes\n\n"
        "The Paths Forum is a sub-group of the Roads Panel.\n"
        "The Marling Care Board is a sub-group of the Roads Panel.\n",
        encoding="utf-8",
    )
    assert run("build", "papers", "--store", "own").code == 0
    above = run("who", "Roads Panel", "--store", "own")
    assert above.code == 0
    assert "No document read says who sits on Roads Panel." in above.out
    assert "Marling Care Board (2)" in above.out
    assert "Bodies of it" not in run("who", "Paths Forum", "--store", "own").out
    assert 'whosat boards "Jane Rees"' in run("who", "Jane Rees", "--store", "own").out
    assert records(run("who", "Paths Forum", "--store", "own", "--json").out) == []
    assert (
        "none that a document dates to 1990" in run("who", "Care Board", "--at", "1990", "--store", "own").out
    )


def test_a_name_nobody_has_gives_the_nearest_and_code_1(run: Runner) -> None:
    ran = run("who", "Tidal Quarry Committee")
    assert (ran.code, ran.out) == (1, "")
    assert "Nearest:" in ran.err


def test_several_matches_are_listed(run: Runner) -> None:
    ran = run("show", "bo")
    assert ran.code == 1
    assert "Bo Lindqvist (person)" in ran.err


def test_sparql_from_words_or_a_file(run: Runner, tmp_path: Path) -> None:
    query = "SELECT DISTINCT ?name WHERE { ?b a ws:Board ; skos:prefLabel ?name } ORDER BY ?name"
    (tmp_path / "q.rq").write_text(query, encoding="utf-8")
    wanted = [{"name": "Harbour Partnership Board"}, {"name": "Tidal Skills Group"}]
    assert records(run("sparql", query, "--json").out) == wanted
    assert records(run("sparql", "q.rq", "--json").out) == wanted
    assert "CONSTRUCT" not in run("sparql", "CONSTRUCT { ?b a ws:Board } WHERE { ?b a ws:Board }").out
    assert "can't be run" in run("sparql", "SELECT {").err
    assert "neither a query nor a file" in run("sparql", "nowhere.rq").err


def test_sparql_cannot_change_the_store(run: Runner) -> None:
    before = run("info", "--json").out
    assert run("sparql", "DELETE WHERE { ?s ?p ?o }").code == 1
    assert run("info", "--json").out == before


def test_validate_says_so_and_writes_the_report(run: Runner, tmp_path: Path) -> None:
    ran = run("validate", "--report", tmp_path / "report.ttl")
    assert ran.code == 0
    assert "keeps its contract" in ran.out
    assert "ValidationReport" in (tmp_path / "report.ttl").read_text("utf-8")


def test_export_says_what_it_wrote(run: Runner, tmp_path: Path) -> None:
    ran = run("export", "--format", "csv", "--output", tmp_path / "tables")
    assert ran.out.count("Wrote ") == 10
    assert run("export", "--format", "odd", "--output", "x").code != 0


def test_the_store_of_the_option_goes_before_that_of_the_environment(run: Runner) -> None:
    assert "There is no store in elsewhere" in run("info", "--store", "elsewhere").err


def test_who_sits_nowhere_is_told_where_they_were(run: Runner) -> None:
    out = run("boards", "Zoë Ó Briain").out
    assert "BASIS" not in out
    assert "No document read says that Zoë Ó Briain sits on a board." in out
    assert "Named at meetings: Harbour Partnership Board, 4 Jun 2010 (present)." in out
    assert run("boards", "Zoë Ó Briain", "--json").out.strip() == "[]"
    assert "a strategy" in run("boards", "Harbour Strategy").out

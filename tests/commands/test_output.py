from __future__ import annotations

import json

from whosat.commands.output import Table, csv_text, json_text, plain_text

TABLE = Table(
    ("name", "first seen", "roles"), [("Ada", None, ["chair", "clerk"]), ("Bo", "4 Jun", [])], "Who"
)


def test_a_table_stands_in_columns() -> None:
    assert plain_text(TABLE).splitlines() == [
        "Who",
        "",
        "NAME  FIRST SEEN  ROLES",
        "Ada               chair; clerk",
        "Bo    4 Jun",
    ]


def test_a_table_fits_the_terminal() -> None:
    wide = Table(("a", "b"), [("x " * 60, "y " * 60)])
    assert max(map(len, plain_text(wide, 50).splitlines())) <= 50
    assert plain_text(wide, 50).count("x") == 60


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in plain_text(Table(("a",), [("\x1b[31mred\u202e",)]))


def test_json_keeps_lists_and_nothing() -> None:
    assert json.loads(json_text(TABLE))[0] == {"name": "Ada", "first_seen": None, "roles": ["chair", "clerk"]}


def test_no_cell_of_csv_is_a_formula() -> None:
    assert csv_text(Table(("a",), [("=1+1",), ("-2",), ("ok",)])) == "a\n'=1+1\n'-2\nok\n"


def test_people_read_listed_and_programs_the_vocabulary_s_seen() -> None:
    table = Table(("member", "first listed"), [("Ada", "4 Jun")], "Who")
    assert json.loads(json_text(table)) == [{"member": "Ada", "first_seen": "4 Jun"}]


LONG = "quayside-partnership-executive-2010-06-04.docx:12"


def test_sources_go_below_their_rows_where_the_table_is_too_wide() -> None:
    table = Table(
        ("member", "role", "source", "words"),
        [("Ada", "", LONG, "Ada Ferrier said so"), ("Bo", "", LONG, "the slipway " * 9)],
    )
    lines = plain_text(table, 60).splitlines()
    assert lines[:3] == ["MEMBER", "Ada", f"    {LONG}: Ada"]
    assert lines[3].strip() == "Ferrier said so"
    assert max(map(len, lines)) <= 60
    assert sum(LONG in line for line in lines) == 2
    assert plain_text(table).splitlines()[0].split() == ["MEMBER", "ROLE", "SOURCE", "WORDS"]
    assert plain_text(table, 400).splitlines()[0].split() == ["MEMBER", "ROLE", "SOURCE", "WORDS"]


def test_a_table_without_rows_is_its_title() -> None:
    assert plain_text(Table(("name",), [], "Nobody")) == "Nobody"

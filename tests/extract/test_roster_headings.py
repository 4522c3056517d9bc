"""Headings within lines, legends of marks, and letters in brackets: what they say of those beside them."""

from __future__ import annotations

import pytest
from reading import TITLE, bodies, facts_of, roster, statuses

HERE, AWAY = ("Graham Tolley", "Priya Nandy", "Owen Hartle"), ("Maud Finch", "Ivor Bright")


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Present: {0} Apologies: {1}", "apologies"),
        ("Present: {0} | Apologies: {1}", "apologies"),
        ("Present: {0} Guests: {1}", "in attendance"),
        ("Present: {0}. Visitors: {1}", "in attendance"),
        ("{0} Also there: {1}", "in attendance"),
        ("Present: {0} Excused: {1}", "apologies"),
        ("Present: {0}\n\nExcused: {1}", "apologies"),
        ("Present: {0}\n\nExcused absences: {1}", "apologies"),
        ("Present: {0}\n\nObservers' apologies: {1}", "apologies"),
        ("Present (3): {0}\n\nApologies (2): {1}", "apologies"),
    ],
)
def test_a_heading_holds_for_those_behind_it(line: str, status: str) -> None:
    found = roster(line.format(", ".join(HERE), ", ".join(AWAY)))
    assert {name: one.status.value for name, one in found.items()} == {
        **dict.fromkeys(HERE, "present"),
        **dict.fromkeys(AWAY, status),
    }
    assert {one.representing for one in found.values()} == {None}
    assert {one.role for one in found.values()} == {None}


def test_what_explains_marks_heads_nothing() -> None:
    found = statuses("Attended (1), sent apologies (2)\n\nGraham Tolley (1)\nOwen Hartle (1)\nMaud Finch (1)")
    assert found == dict.fromkeys(("Graham Tolley", "Owen Hartle", "Maud Finch"), "present")


def test_digits_in_a_column_are_read_by_their_legend() -> None:
    found = statuses(
        "Member\tAttendance\nGraham Tolley\t1\nPriya Nandy\t2\nOwen Hartle\t1\n\n1 = present, 2 = apologies"
    )
    assert found == {"Graham Tolley": "present", "Priya Nandy": "apologies", "Owen Hartle": "present"}


def test_a_legend_in_brackets_behind_a_heading_leaves_it_one() -> None:
    found = statuses(
        "Present\nGraham Tolley\nOwen Hartle\n\nApologies (P = by phone, E = by letter)\nMaud Finch"
    )
    assert found == {"Graham Tolley": "present", "Owen Hartle": "present", "Maud Finch": "apologies"}


def test_a_star_is_no_part_of_a_name() -> None:
    found = statuses("Present:\nGraham Tolley\nPriya Nandy*\nOwen Hartle\nMaud Finch*\n\n* by telephone")
    assert found == dict.fromkeys((*HERE, "Maud Finch"), "present")


def test_letters_that_a_legend_explains_as_a_capacity_are_no_body() -> None:
    found = bodies(
        "Present: Graham Tolley (PG), Priya Nandy (LG), Owen Hartle (PG)\n\n"
        "(PG) Parent Governor (LG) Local Governor"
    )
    assert found == dict.fromkeys(HERE)


@pytest.mark.parametrize("layout", ["Present: {}", "Present:\n{}"])
def test_letters_beside_a_name_are_initials_if_they_fit_and_else_a_body(layout: str) -> None:
    said = ["Graham Tolley (GT)", "Priya Nandy (NHS)", "Owen Hartle (OH)", "Maud Finch (RNLI)"]
    found = bodies(layout.format(("\n" if "\n" in layout else ", ").join(said)))
    assert found == {"Graham Tolley": None, "Priya Nandy": "NHS", "Owen Hartle": None, "Maud Finch": "RNLI"}


def test_initials_with_a_letter_that_the_name_leaves_out() -> None:
    text = TITLE + "Present:\nTess Corrie (TMC), Sailing Club\nPriya Nandy (PN), Borough Council\n"
    facts = facts_of(text)
    assert [one.representing for one in facts.attendances] == ["Sailing Club", "Borough Council"]
    assert {one.name: one.initials for one in facts.entities}["Tess Corrie"] == "TMC"


def test_letters_where_all_others_have_initials_are_initials_too() -> None:
    # a man who signs by another first name than the one he is listed with
    found = bodies("Present:\nGraham Tolley (GT)\nPriya Nandy (PN)\nBobby Hartle (RH)\nMaud Finch (MF)")
    assert found == dict.fromkeys(("Graham Tolley", "Priya Nandy", "Bobby Hartle", "Maud Finch"))


def test_letters_that_several_have_are_a_body() -> None:
    found = bodies("Present:\nGraham Tolley (GT)\nPriya Nandy (SBC)\nOwen Hartle (OH)\nMaud Finch (SBC)")
    assert (found["Priya Nandy"], found["Maud Finch"]) == ("SBC", "SBC")


@pytest.mark.parametrize(
    "word", ["Norway", "Scotland", "Finance", "Membership", "Non-Executive Board Member"]
)
def test_countries_fields_of_work_and_capacities_are_no_bodies(word: str) -> None:
    found = bodies(f"Present:\nGraham Tolley, {word}\nOwen Hartle, Selwick Council")
    assert found == {"Graham Tolley": None, "Owen Hartle": "Selwick Council"}

"""Rosters that no known heading opens, and prose with names in it that is none."""

from __future__ import annotations

import pytest
from reading import bodies, facts_of, roster, statuses

THREE = ("Graham Tolley", "Priya Nandy", "Owen Hartle")
FIVE = {*THREE, "Maud Finch", "Ivor Bright"}
TOP = "Ashmere Harbour Trust\nMinutes of 6 March 2017\n\n"
PAINT = "\n\n2. Paint\nThe paint is old.\n"


def test_lines_below_the_title_that_begin_with_names() -> None:
    # three, of whom no other rule would make a roster
    found = roster(
        "Graham Tolley (Chair)\nPriya Nandy – Selwick Borough Council\nOwen Hartle – Coastguard Volunteers"
    )
    assert {(name, one.representing, one.role, one.status.value) for name, one in found.items()} == {
        ("Graham Tolley", None, "chair", "present"),
        ("Priya Nandy", "Selwick Borough Council", None, "present"),
        ("Owen Hartle", "Coastguard Volunteers", None, "present"),
    }


def test_a_paragraph_of_names_below_the_title() -> None:
    assert statuses("Graham Tolley, Priya Nandy, Owen Hartle") == dict.fromkeys(THREE, "present")
    more = statuses("Graham Tolley, Priya Nandy, Owen Hartle, Maud Finch and Ivor Bright")
    assert more == dict.fromkeys(FIVE, "present")


def test_a_table_of_names_and_bodies_below_the_title() -> None:
    found = bodies(
        "Graham Tolley\tAshmere Sailing Club\nPriya Nandy\tSelwick Borough Council\n"
        "Owen Hartle\tCoastguard Volunteers"
    )
    assert found == {
        "Graham Tolley": "Ashmere Sailing Club",
        "Priya Nandy": "Selwick Borough Council",
        "Owen Hartle": "Coastguard Volunteers",
    }


@pytest.mark.parametrize("head", ["Around the table", "Who came", "Those round the table"])
def test_a_heading_that_no_word_list_knows(head: str) -> None:
    found = statuses(f"{head}\nGraham Tolley\nPriya Nandy\nOwen Hartle")
    assert found == dict.fromkeys(THREE, "present")


@pytest.mark.parametrize(
    "lines",
    [
        # below a numbered item no rule looks for a roster; the model sees the names close together
        "1. Introductions\n\nGraham Tolley (Sailing Club), Priya Nandy (Borough Council), Owen Hartle "
        "(Coastguard), Maud Finch (Pilots), Ivor Bright (Divers)",
        "Item 1. The usual crowd\nGraham Tolley; Priya Nandy; Owen Hartle; Maud Finch; Ivor Bright",
        "1. Round of names\nGraham Tolley\nPriya Nandy\nOwen Hartle\nMaud Finch\nIvor Bright",
    ],
)
def test_names_that_stand_close_together_where_no_rule_finds_a_roster(lines: str) -> None:
    found = facts_of(TOP + lines + PAINT).attendances
    assert {one.person for one in found} == FIVE
    assert {one.status.value for one in found} == {"present"}
    # less sure than what stands below a heading, so that a reviewer sees it first
    assert max(one.evidence.confidence for one in found) < 0.7


def test_what_stands_in_brackets_there_counts_only_as_a_body_by_its_own_words() -> None:
    line = (
        "1. Introductions\n\nGraham Tolley (Sailing Club), Priya Nandy (Borough Council), Owen Hartle "
        "(Coastguard), Maud Finch (Pilots), Ivor Bright (Divers)"
    )
    found = {one.person: one.representing for one in facts_of(TOP + line + PAINT).attendances}
    assert (found["Graham Tolley"], found["Priya Nandy"]) == ("Sailing Club", "Borough Council")
    assert found["Maud Finch"] is None


@pytest.mark.parametrize(
    "prose",
    [
        "Graham Tolley told the meeting that Priya Nandy had spoken with Owen Hartle about the slipway. Maud "
        "Finch and Ivor Bright had paid for the paint, and Tess Corrie wished to thank them.",
        "1. Slipway\nGraham Tolley reported that Priya Nandy had seen the slipway. Owen Hartle thanked Maud "
        "Finch for the paint, which Ivor Bright had bought.",
        "1. Slipway\nGraham Tolley moved the motion.\nPriya Nandy seconded the motion.\nOwen Hartle said "
        "that it was late.\nMaud Finch agreed with him.",
        "1. Reports\n- Graham Tolley: the slipway was mended\n- Priya Nandy: the paint was bought\n- Owen "
        "Hartle: the rope was lost\n- Maud Finch: the lamp was lit\n- Ivor Bright: the buoy had sunk",
    ],
)
def test_prose_with_names_in_it_is_no_roster(prose: str) -> None:
    assert roster(prose) == {}


@pytest.mark.parametrize("head", ["Distribution:", "To:", "Notice is given to:", "Circulation list:"])
def test_those_to_whom_a_paper_goes_were_not_there_for_it(head: str) -> None:
    assert roster(f"{head}\nGraham Tolley, Priya Nandy, Owen Hartle") == {}


def test_a_list_in_a_paper_that_is_no_minutes_is_no_roster() -> None:
    found = facts_of("Harbour news\n\nGraham Tolley, Priya Nandy, Owen Hartle, Maud Finch and Ivor Bright\n")
    assert found.attendances == ()

"""Names in lists with nothing between them and what follows, cut where the model sees a slot."""

from __future__ import annotations

import pytest
from reading import ITEM, TITLE, bodies, facts_of, roster, statuses

FOUR = {"Graham Tolley", "Priya Nandy", "Owen Hartle", "Maud Finch"}


@pytest.mark.parametrize(
    "line",
    [
        "Present: Graham Tolley. Priya Nandy. Owen Hartle. Maud Finch.",
        "Present: Graham Tolley with Priya Nandy also Owen Hartle then Maud Finch",
        "Present: Graham Tolley, Priya Nandy Owen Hartle, Maud Finch",
        "Present: Graham Tolley Priya Nandy Owen Hartle Maud Finch",
        "Present: Graham Tolley, Priya Nandy and\nOwen Hartle, Maud Finch",
    ],
)
def test_names_that_no_comma_parts(line: str) -> None:
    found = roster(line)
    assert set(found) == FOUR
    # a name left uncut would be taken for the organisation of the one before it
    assert {one.representing for one in found.values()} == {None}


def test_a_list_that_breaks_off_behind_and_names_no_organisation() -> None:
    found = bodies("Present: Graham Tolley, Priya Nandy and\n\nApologies: Maud Finch")
    assert found == {"Graham Tolley": None, "Priya Nandy": None, "Maud Finch": None}


def test_bodies_beside_names_with_nothing_between() -> None:
    found = bodies(
        "Present\nGraham Tolley Ashmere Sailing Club\nPriya Nandy Selwick Borough Council\n"
        "Owen Hartle Coastguard Volunteers\nMaud Finch Lamp Room"
    )
    assert found == {
        "Graham Tolley": "Ashmere Sailing Club",
        "Priya Nandy": "Selwick Borough Council",
        "Owen Hartle": "Coastguard Volunteers",
        "Maud Finch": "Lamp Room",
    }


def test_posts_beside_names_with_nothing_between() -> None:
    found = roster(
        "Present\nGraham Tolley Harbour Surveyor\nPriya Nandy Education Lead\nMaud Finch Chief Pilot"
    )
    assert {name: one.job_title for name, one in found.items()} == {
        "Graham Tolley": "Harbour Surveyor",
        "Priya Nandy": "Education Lead",
        "Maud Finch": "Chief Pilot",
    }
    assert {one.representing for one in found.values()} == {None}


def test_a_body_that_only_the_model_tells_from_a_name() -> None:
    line = "Graham Tolley Lamp Room, Priya Nandy Selwick Borough Council, Owen Hartle Coastguard Volunteers"
    found = roster("Present: " + line)
    assert found["Graham Tolley"].representing == "Lamp Room"
    assert found["Priya Nandy"].job_title is None


def test_a_title_goes_with_the_name_after_it() -> None:
    line = "Present: Graham Tolley, Priya Nandy, Owen Hartle and Sir Ivor Bright then Maud Finch"
    facts = facts_of(TITLE + line + ITEM)
    assert {one.person for one in facts.attendances} == {*FOUR, "Ivor Bright"}
    assert {one.name: one.honorific for one in facts.entities}["Ivor Bright"] == "Sir"


def test_a_couple_shares_a_surname() -> None:
    found = bodies("Present: Priya Nandy, Jean and Stan Tolley, Owen Hartle")
    assert found == dict.fromkeys(("Priya Nandy", "Jean Tolley", "Stan Tolley", "Owen Hartle"))


def test_names_as_chat_logs_write_them() -> None:
    found = statuses("Present:\nGraham_Tolley\nPriya_Nandy\nOwen_Hartle")
    assert set(found) == {"Graham Tolley", "Priya Nandy", "Owen Hartle"}


def test_a_bracket_left_open_swallows_nobody() -> None:
    found = roster("Present: Graham Tolley (Chair; Priya Nandy (Clerk); Owen Hartle")
    assert {name: one.role for name, one in found.items()} == {
        "Graham Tolley": "chair",
        "Priya Nandy": "clerk",
        "Owen Hartle": None,
    }
    assert {one.representing for one in found.values()} == {None}

"""Lists that conversions have broken, glued or set one under the other, and offices before surnames."""

from __future__ import annotations

import pytest
from reading import bodies, facts_of, jobs, roster, statuses

SIX = ("Graham Tolley", "Priya Nandy", "Owen Hartle", "Maud Finch", "Ivor Bright", "Tess Corrie")
WHOM = {
    "Graham Tolley": "Ashmere Sailing Club",
    "Priya Nandy": "Selwick Borough Council",
    "Owen Hartle": "Coastguard Volunteers",
    "Maud Finch": "Selwick Mind",
}


@pytest.mark.parametrize(
    "lines",
    [
        "Present: Graham Tolley, Priya Nandy, Owen Hartle, Maud\nFinch, Ivor Bright, Tess Corrie",
        "Present: Graham Tolley, Priya Nandy, Owen Hartle,\nMaud Finch, Ivor Bright and\nTess Corrie",
        "Present:\nGraham Tolley, Priya Nandy, Owen Hartle, Maud Finch,\nIvor Bright, Tess Corrie",
    ],
)
def test_a_list_broken_at_a_line_end_goes_on(lines: str) -> None:
    found = roster(lines)
    assert tuple(found) == SIX
    assert {one.representing for one in found.values()} == {None}


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Directors", "Directors Tolley, Nandy and Hartle"),
        ("Commissioners", "Commissioners Tolley, Nandy, Hartle"),
        ("Aldermen", "Aldermen Tolley, Nandy & Hartle"),
        ("Senators", "Senators Tolley; Nandy; Hartle"),
    ],
)
def test_one_office_before_several_surnames(title: str, line: str) -> None:
    found = statuses(f"Present: {line}\nAbsent: {title} Finch, Bright and Corrie")
    assert found == {
        **dict.fromkeys(("Tolley", "Nandy", "Hartle"), "present"),
        **dict.fromkeys(("Finch", "Bright", "Corrie"), "absent"),
    }


def test_directors_of_something_are_no_list_of_surnames() -> None:
    found = roster("Present: Directors of Ashmere Sailing Club\nGraham Tolley\nPriya Nandy")
    assert set(found) == {"Graham Tolley", "Priya Nandy"}


def test_an_office_before_each_surname() -> None:
    found = jobs("Present:\nMayor Tolley\nDeputy Mayor Nandy\nCommissioner Hartle")
    assert found == {"Tolley": "Mayor", "Nandy": "Deputy Mayor", "Hartle": "Commissioner"}


def test_a_list_of_first_names_is_as_many_people() -> None:
    found = roster("Present: Graham, Priya, Owen, Maud\nApologies: Tess Corrie")
    # read as "Surname, Given" the first two would be one person and the third where they are from
    assert list(found) == ["Graham", "Priya", "Owen", "Maud", "Tess Corrie"]
    assert {one.representing for one in found.values()} == {None}


def test_first_names_among_whole_ones() -> None:
    found = bodies("Present: Graham Tolley, Priya Nandy, Owen, Maud, Tess")
    assert found == dict.fromkeys(("Graham Tolley", "Priya Nandy", "Owen", "Maud", "Tess"))


def test_a_first_name_owns_what_its_whole_name_does_elsewhere() -> None:
    text = (
        "Ashmere Harbour Trust\nMinutes of 6 March 2017\n\nPresent: Graham Tolley, Priya Nandy, Owen Hartle\n"
        "\n1. Paint\nAction: Priya please buy more paint for the slipway\n"
    )
    assert [one.owners for one in facts_of(text).actions] == [("Priya Nandy",)]


def test_bodies_glued_to_names() -> None:
    found = bodies("Present\n" + "\n".join(name + body for name, body in WHOM.items()))
    assert found == WHOM


def test_posts_glued_to_names() -> None:
    found = jobs(
        "Present\nGraham TolleyBerthing Officer\nPriya NandyHousing Officer\nOwen HartleCountryside Manager\n"
        "Maud FinchPlanning Officer"
    )
    assert found == {
        "Graham Tolley": "Berthing Officer",
        "Priya Nandy": "Housing Officer",
        "Owen Hartle": "Countryside Manager",
        "Maud Finch": "Planning Officer",
    }


@pytest.mark.parametrize("name", ["Ewan MacLeod", "Nora FitzGerald", "Ian McTavish"])
def test_a_capital_within_a_surname_glues_nothing(name: str) -> None:
    rows = (f"{name}Berthing Officer", "Priya NandyHousing Officer", "Owen HartlePlanning Officer")
    found = roster("Present\n" + "\n".join(rows))
    assert set(found) == {name, "Priya Nandy", "Owen Hartle"}


def test_headings_glued_to_names_in_a_flattened_page() -> None:
    text = (
        "Ashmere Harbour Trust Minutes of the meeting held on 6 March 2017 MemberPresentGraham Tolley Owen "
        "Hartle Priya Nandy MemberApologiesMaud Finch Ivor Bright 1. Welcome The chairman welcomed all."
    )
    assert {one.person: one.status.value for one in facts_of(text).attendances} == {
        **dict.fromkeys(SIX[:3], "present"),
        **dict.fromkeys(SIX[3:5], "apologies"),
    }


def test_numbered_names_in_a_flattened_page() -> None:
    text = (
        "Ashmere Harbour Trust Minutes of the meeting held on 6 March 2017 Present: 1. Graham Tolley 2. "
        "Priya Nandy 3. Owen Hartle Apologies: 1. Maud Finch The regular meeting was called to order."
    )
    assert {one.person: one.status.value for one in facts_of(text).attendances} == {
        **dict.fromkeys(SIX[:3], "present"),
        "Maud Finch": "apologies",
    }


def test_a_column_of_bodies_under_one_of_names() -> None:
    assert bodies("Present\n" + "\n".join(WHOM) + "\n" + "\n".join(WHOM.values())) == WHOM


def test_a_body_in_the_column_that_reads_like_a_name() -> None:
    found = bodies(
        "Present\nGraham Tolley\nPriya Nandy\nOwen Hartle\nMaud Finch\nAshmere Sailing Club\n"
        "Selwick Borough Council\nOwen Valley Housing Trust\nSelwick Police"
    )
    assert (len(found), found["Owen Hartle"]) == (4, "Owen Valley Housing Trust")


@pytest.mark.parametrize("head", ["", "Present\n\n"])
@pytest.mark.parametrize("foot", ["Page 1 of 3", "1 of 3"])
def test_a_table_goes_on_over_the_page(head: str, foot: str) -> None:
    rows = [f"{name}\t{body}" for name, body in WHOM.items()]
    table = "\n".join(["Name\tOrganisation", *rows[:2], "", foot, "", *rows[2:]])
    assert bodies(head + table) == WHOM


def test_a_post_with_a_colon_heads_nobody_but_its_holder() -> None:
    found = roster("Present:\nGraham Tolley\nMembership Secretary: Priya Nandy\nOwen Hartle\nMaud Finch")
    assert {one.status.value for one in found.values()} == {"present"}
    assert found["Priya Nandy"].job_title == "Membership Secretary"

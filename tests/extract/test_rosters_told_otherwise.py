"""How somebody stood to a meeting, told by a list of posts, a place's line, a tick, a word or a row."""

from __future__ import annotations

import pytest
from reading import bodies, facts_of, roster, statuses


@pytest.mark.parametrize(
    "heading",
    [
        "Non-members in attendance at request of the Chief Officer:-",
        "Also in attendance at the invitation of the Chair:",
        "In attendance by invitation of the Board:",
    ],
)
def test_at_whose_wish_guests_came_says_nothing_more_of_them(heading: str) -> None:
    found = roster(
        f"Present:\nGraham Tolley\nPriya Nandy\nOwen Hartle\n\n{heading}\nMaud Finch\nRuth Amery\n"
    )
    assert {name: one.status.value for name, one in found.items()} == {
        "Graham Tolley": "present",
        "Priya Nandy": "present",
        "Owen Hartle": "present",
        "Maud Finch": "in attendance",
        "Ruth Amery": "in attendance",
    }
    assert all(one.role is None for one in found.values())


def test_guests_from_one_body_come_for_it() -> None:
    invited = "From Corvenet by invitation of the Panel: Maud Finch, Ruth Amery\n"
    lines = "Those present:\nGraham Tolley\nPriya Nandy\n\n" + invited
    assert bodies(lines)["Ruth Amery"] == "Corvenet"
    assert statuses(lines)["Maud Finch"] == "in attendance"


def test_holders_of_posts_in_one_list_are_all_present() -> None:
    found = statuses(
        "Attendance\n\n- President: Graham Tolley\n- Treasurer: Priya Nandy\n- Member at Large: Owen Hartle\n"
        "- Secretary: Maud Finch\n"
    )
    assert set(found.values()) == {"present"} and len(found) == 4


def test_apologies_within_a_list_by_place() -> None:
    found = statuses(
        "Present:\n\nHexley: Graham Tolley, Apologies from Priya Nandy\nCorve: Apologies from Owen "
        "Hartle and "
        "Maud Finch\nOld Dunmere: Ruth Amery\n"
    )
    assert found == {
        "Graham Tolley": "present",
        "Priya Nandy": "apologies",
        "Owen Hartle": "apologies",
        "Maud Finch": "apologies",
        "Ruth Amery": "present",
    }


def test_ticks_stand_under_heads_that_blanks_keep_apart() -> None:
    found = statuses(
        "Core Group Members\n"
        "Name                Background              Attending     Apologies\n"
        "Graham Tolley       Tenants Association         ✓\n"
        "Priya Nandy         Court Housing                            ✓\n"
        "Owen Hartle         Elderly Forum               ✓\n"
        "Maud Finch          Carers Centre               ✓\n"
    )
    assert [found[name] for name in ("Graham Tolley", "Priya Nandy", "Owen Hartle", "Maud Finch")] == [
        "present",
        "apologies",
        "present",
        "present",
    ]


def test_words_for_marks_in_a_table_run_into_one_line() -> None:
    found = statuses(
        "Member Name Member Category Appointed Term Expires Apologies? Mrs Maud Finch Lay (the "
        "law) 01/07/2012 "
        "01/07/2015 Present Mrs Ruth Amery Lay (consumers) 01/07/2012 01/07/2014 Apologies Dr "
        "Graham Tolley Non-lay "
        "(other) 01/07/2012 01/07/2015 Present Mrs Anna Jane Orme Lay (the law) 01/07/2012 "
        "01/07/2015 Present Ms "
        "Priya Nandy Non-lay (trials) 01/07/2012 01/07/2015 Apologies Hexley Ethics Committee Page 1 of 27\n"
    )
    assert found == {
        "Maud Finch": "present",
        "Ruth Amery": "apologies",
        "Graham Tolley": "present",
        "Anna Jane Orme": "present",
        "Priya Nandy": "apologies",
    }


def test_who_stood_in_is_told_in_the_place_of_the_mark() -> None:
    found = roster(
        "| Member | Company | In Attendance |\n| --- | --- | --- |\n| Graham Tolley | Corvenet | x |\n"
        "| Priya Nandy | Hexware | Maud Finch standing in for Priya |\n| Owen Hartle | Wenlow | x |\n"
        "| Ruth Amery | Dunmere | x |\n"
    )
    assert found["Priya Nandy"].status.value == "apologies"
    assert found["Maud Finch"].deputising_for == "Priya Nandy"
    assert found["Graham Tolley"].deputising_for is None


def test_a_meeting_may_have_neither_name_nor_day() -> None:
    facts = facts_of(
        "# Roll call\n\n## Attending\n\n* Graham Tolley\n* Priya Nandy\n* Owen Hartle\n\n## "
        "Regrets\n\n* Maud Finch\n"
    )
    assert [(one.body, one.date) for one in facts.meetings] == [(None, None)]
    assert {one.person: one.status.value for one in facts.attendances}["Maud Finch"] == "apologies"


def test_a_column_of_names_and_one_of_as_many_bodies() -> None:
    found = bodies(
        "In attendance: / Graham Tolley (GT)\nPriya Nandy\nOwen Hartle\nMaud Finch / Hexley Agency (HA)\n"
        "Corve Council\nHalyard Charters\nHexley Agency\n"
    )
    assert found == {
        "Graham Tolley": "Hexley Agency",
        "Priya Nandy": "Corve Council",
        "Owen Hartle": "Halyard Charters",
        "Maud Finch": "Hexley Agency",
    }


def test_everybody_before_were_present() -> None:
    found = statuses(
        "Chairman Hartle, Messrs Dace, Amery and Orme, Mrs Finch; Mr Tolley,\nTown Manager; Mrs "
        "Nandy, Executive "
        "Clerk, were present\n"
    )
    assert set(found) == {"Hartle", "Dace", "Amery", "Orme", "Finch", "Tolley", "Nandy"}
    assert set(found.values()) == {"present"}


def test_a_closed_list_shares_no_body_with_the_one_before() -> None:
    found = bodies(
        "Present: Graham Tolley\n\nApologies were received from Councillors B.D. Abery, J.S. "
        "Kenfig and H. Orme "
        "and Mr. C. Varley (Hexley Trust).\n"
    )
    assert found["C. Varley"] == "Hexley Trust"
    assert found["H. Orme"] is None and found["B.D. Abery"] is None


def test_movers_of_the_apologies_are_not_away() -> None:
    found = statuses(
        "Present:\nCouncillor Hartle\nCouncillor Dace\n\n1. Apologies\nCouncillor Hartle/Councillor Dace\n"
    )
    assert set(found.values()) == {"present"}


def test_columns_of_names_bodies_and_initials_by_rows() -> None:
    lines = (
        "Present\n\nGraham Tolley\nPriya Nandy / Hexley CCG\nVCSF / GT\nPN\nOwen Hartle\nMaud Finch\n"
        "Ruth Amery / Corve Police\nJob Centre\nHexley Fire Service / OH\nMF\nRA\n"
    )
    assert bodies(lines) == {
        "Graham Tolley": "Hexley CCG",
        "Priya Nandy": "VCSF",
        "Owen Hartle": "Corve Police",
        "Maud Finch": "Job Centre",
        "Ruth Amery": "Hexley Fire Service",
    }


def test_columns_of_other_lengths_give_nobody_a_body() -> None:
    found = bodies("Present\n\nGraham Tolley\nOwen Hartle / Hexley CCG\nMaud Finch\nRuth Amery\n")
    assert found == {
        "Graham Tolley": None,
        "Owen Hartle": "Hexley CCG",
        "Maud Finch": None,
        "Ruth Amery": None,
    }

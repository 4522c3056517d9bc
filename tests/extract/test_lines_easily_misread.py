"""Lines in which a neighbour's post, body or status is easily given to the wrong person."""

from __future__ import annotations

import datetime as dt

import pytest
from reading import TITLE, bodies, facts_of, jobs, roster, statuses

THREE = ["Graham Tolley", "Priya Nandy", "Owen Hartle"]


@pytest.mark.parametrize("lead", ["Apologies were received from ", "Apologies: Apologies were sent by "])
def test_each_bracket_in_a_sentence_of_apologies_belongs_to_the_name_before_it(lead: str) -> None:
    found = bodies(
        "Present: Graham Tolley\n\n"
        + lead
        + "Imtiaz Qadri (Selwick Police), Zubaida Kolawole (Ferry Company) and Ewan Blythe (Lifeboat Trust)."
    )
    assert found == {
        "Graham Tolley": None,
        "Imtiaz Qadri": "Selwick Police",
        "Zubaida Kolawole": "Ferry Company",
        "Ewan Blythe": "Lifeboat Trust",
    }


def test_offices_before_names_belong_to_those_behind_them() -> None:
    found = roster(
        "Present: Chair Graham Tolley, Vice Chair Priya Nandy, Commissioner Owen Hartle, Clerk Maud Finch"
    )
    assert {name: one.role or one.job_title for name, one in found.items()} == {
        "Graham Tolley": "chair",
        "Priya Nandy": "vice chair",
        "Owen Hartle": "Commissioner",
        "Maud Finch": "clerk",
    }


def test_offices_behind_names_stay_with_those_before_them() -> None:
    found = roster("Present: Graham Tolley, Chair, Priya Nandy, Vice Chair, Owen Hartle, Treasurer")
    assert [one.role for one in found.values()] == ["chair", "vice chair", "treasurer"]


def test_an_office_and_a_name_between_two_names_is_nobodys_body() -> None:
    assert bodies("Present:\nGraham Tolley\nConvener Priya Nandy\nOwen Hartle") == dict.fromkeys(THREE)


def test_surnames_with_offices_joined_by_and() -> None:
    found = roster("Present were: Chair Tolley and Vice Chair Nandy; Members Hartle and Finch")
    assert {name: one.role for name, one in found.items()} == {
        "Tolley": "chair",
        "Nandy": "vice chair",
        "Hartle": None,
        "Finch": None,
    }


@pytest.mark.parametrize(
    "post",
    [
        "Portfolio Holder for Safer Neighbourhoods",
        "Cabinet Member for Stronger Communities",
        "Lead for Children, Families and Schools",
    ],
)
def test_a_portfolio_is_no_body(post: str) -> None:
    lines = f"Present:\nGraham Tolley, {post}, Selwick Borough Council\nPriya Nandy, Ferry Company"
    assert bodies(lines)["Graham Tolley"] == "Selwick Borough Council"
    assert jobs(lines)["Graham Tolley"] == post


def test_a_given_name_that_is_a_short_form_of_a_post_too() -> None:
    assert statuses("Present: Graham Tolley, Priya Nandy\n\nApologies: Ned Lomas")["Ned Lomas"] == "apologies"
    assert jobs("Present:\nGraham Tolley, NED\nPriya Nandy, Chief Executive")["Graham Tolley"] == "NED"


def test_initials_run_into_a_body_are_no_part_of_it() -> None:
    page = (
        "<p>Minutes of the Harbour Board, 6 March 2017</p><p>Present:</p><table>"
        "<tr><td>Graham Tolley</td><td>GT Selwick Police</td></tr>"
        "<tr><td>Priya Nandy</td><td>PN Ferry Company</td></tr>"
        "<tr><td>Owen Hartle</td><td>OH Lifeboat Trust</td></tr></table>"
    )
    found = {one.person: one.representing for one in facts_of(page, "minutes.html").attendances}
    assert list(found.values()) == ["Selwick Police", "Ferry Company", "Lifeboat Trust"]


@pytest.mark.parametrize("head", ["Distribution:", "Circulation list:", "Copies to:", "To:"])
def test_those_a_paper_is_sent_to_did_not_come_for_it(head: str) -> None:
    assert roster(f"{head}\nGraham Tolley, Priya Nandy, Owen Hartle, Maud Finch") == {}


def test_the_roll_of_a_vote_is_no_roster() -> None:
    facts = facts_of(
        TITLE + "Present: Graham Tolley, Priya Nandy\nApologies: Owen Hartle\n\n1. Paint\n"
        "Ayes: Tolley, Nandy. Nays: None. Absent: Hartle. Motion carried 2-0.\n"
    )
    assert {one.person: one.status.value for one in facts.attendances} == {
        "Graham Tolley": "present",
        "Priya Nandy": "present",
        "Owen Hartle": "apologies",
    }
    assert not [one for one in facts.unread if "carried" in one.text]


@pytest.mark.parametrize("words", ["Sorry not to be there:", "Could not make it:", "Unable to come:"])
def test_other_words_for_apologies(words: str) -> None:
    assert (
        statuses(f"Present: Graham Tolley\n\n{words} Priya Nandy (Ferry Company)")["Priya Nandy"]
        == "apologies"
    )


def test_a_post_broken_over_the_line_end() -> None:
    found = jobs(
        "Present: Dr Graham Tolley Senate Member, Mr Owen Hartle General Council Assessor, Ms Priya Nandy "
        "Senate\n"
        "Assessor, Professor Maud Finch Dean of Law"
    )
    assert set(found) == {*THREE, "Maud Finch"}


def test_a_deputy_chair_broken_over_the_line_end_is_no_chair() -> None:
    found = roster(
        "Present:\nPriya Nandy\nDeputy Committee\nChairperson, Councillor Graham Tolley\nOwen Hartle"
    )
    assert found["Graham Tolley"].role != "chair"


def test_lines_that_go_on_from_the_name_without_a_mark() -> None:
    lines = "Present\nGraham Tolley Oyster Beds\nPriya Nandy Kelp Growers\nOwen Hartle Slipway Works"
    assert list(roster(lines)) == THREE


@pytest.mark.parametrize(
    "words", ["1. To sign the minutes of 2 February 2017", "1. Minutes of 2 February 2017 were agreed"]
)
def test_the_day_of_earlier_minutes_is_not_the_meetings(words: str) -> None:
    facts = facts_of(
        f"Ashmere Harbour Trust\nMinutes\n\nPresent:\n{chr(10).join(THREE)}\n\n{words}\nAgreed.\n"
    )
    assert [one.date for one in facts.meetings] == [None]


def test_a_due_date_behind_the_words_next_meeting_announces_none() -> None:
    facts = facts_of(
        TITLE
        + "Present: Graham Tolley, Priya Nandy\n\n1. Paint\nIt is old. (Action: Priya Nandy to bring the "
        "figures to the next meeting)\n[Action: GT to buy rope by 31 July 2017]\n"
    )
    assert [one.date for one in facts.meetings] == [dt.date(2017, 3, 6)]
    assert [one.description for one in facts.actions] == [
        "Bring the figures to the next meeting",
        "Buy rope by 31 July 2017",
    ]


def test_a_meeting_of_trustees_is_of_their_trust() -> None:
    text = "# Ashmere Harbour Trust\n## Minutes of the Trustees' Meeting\n6 March 2017\n\nPresent: Bo Cole\n"
    assert facts_of(text, "minutes.md").meetings[0].body == "Ashmere Harbour Trust Trustees"


def test_tags_around_nothing_mark_nothing() -> None:
    assert facts_of("<b></b>\n" + TITLE + "Present: Graham Tolley\n").attendances[0].person == "Graham Tolley"


@pytest.mark.parametrize("said", ["* = sent apologies", "* denotes apologies", "* apologies"])
def test_a_star_behind_a_name_says_what_the_line_below_explains(said: str) -> None:
    found = statuses(f"Present: Graham Tolley, Priya Nandy*, Owen Hartle\n{said}")
    assert list(found.values()) == ["present", "apologies", "present"]


def test_digits_behind_names_say_what_the_line_above_explains() -> None:
    lines = "Attended (1), sent apologies (2)\n\nGraham Tolley (1), Priya Nandy (2), Owen Hartle (1)"
    assert list(statuses(lines).values()) == ["present", "apologies", "present"]


def test_names_set_in_italics_bear_no_mark() -> None:
    lines = "Present: *Graham Tolley*, *Priya Nandy*, *Owen Hartle*\n\n* Apologies: Maud Finch"
    assert list(statuses(lines).values()) == ["present", "present", "present", "apologies"]


def test_somebody_listed_again_by_the_first_name_is_not_two_people() -> None:
    assert list(roster(f"Board present: {', '.join(THREE)}\n\nOnline: Owen, Graham, Priya")) == THREE
    away = statuses("Present: Graham, Priya, Maud\n\nApologies: Maud Finch")
    assert (away["Maud"], away["Maud Finch"]) == ("present", "apologies")


def test_names_in_an_item_behind_the_roster_are_no_part_of_it() -> None:
    lines = "Present: Graham Tolley, Priya Nandy\n\n1. Crews\nMaud Finch (Divers), Ivor Bright (Pilots)"
    assert list(roster(lines)) == THREE[:2]

"""How somebody stood to a meeting, told by a list of posts, a place's line, a tick, a word or a row."""

from __future__ import annotations

import pytest
from reading import bodies, facts_of, page_of, roster, statuses, table_of


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


def test_bodies_named_after_people_are_nobody() -> None:
    assert bodies(
        "Attendees:\nGraham Tolley (GT) - Corve and Vale UHB\nPriya Nandy (PNa) - Owen Hartle UHB\n"
        "Maud Finch (MFc) - Corve and Vale UHB\n\ne-Payments\nMF said that they would come.\n"
    ) == {
        "Graham Tolley": "Corve and Vale UHB",
        "Priya Nandy": "Owen Hartle UHB",
        "Maud Finch": "Corve and Vale UHB",
    }


def test_an_open_bracket_does_not_take_the_next_line() -> None:
    found = roster(
        "Present:\nGraham Tolley – Inspector, Corve Police (rep Owen\nMaud Finch – Manager, Age Corve\n"
    )
    assert list(found) == ["Graham Tolley", "Maud Finch"]


@pytest.mark.parametrize("head", ["Non attending:", "Non-attending:", "Not attending:"])
def test_those_not_attending_were_absent(head: str) -> None:
    found = statuses(f"Present: Graham Tolley, Priya Nandy\n{head} Maud Finch\n")
    assert list(found.values()) == ["present", "present", "absent"]


def test_minutes_above_what_was_said_name_no_minute_taker() -> None:
    found = roster(
        "Apologies were received from Mr G Tolley and Mrs P Nandy.\n\n2. Minutes\nMinutes:\n"
        "In the absence of the Chair, Mr G Tolley, the Vice-Chair, Miss M Finch, took the chair.\n"
    )
    assert (found["M Finch"].status.value, found["M Finch"].role) == ("present", "chair")


def test_the_chair_named_below_the_guests_is_still_a_member() -> None:
    page = page_of(
        "<p>Present:-</p>",
        table_of([("Members", "Role"), ("Maud FINCH (Vice Chair)", "Lay member"), ("Bo COLE", "Lay member")]),
        "<p>Non-members in attendance:-</p>",
        table_of([("Graham TOLLEY", "Head of Care"), ("Ann FOX", "Head of Finance")]),
        "<p>Maud FINCH, Vice Chair, in the Chair.</p>",
        "<p>1. Apologies</p><p>Apologies were submitted on behalf of:-</p>",
        table_of([("Members", "Role"), ("Owen HARTLE", "Lay member"), ("Neil URE (Chair)", "Lay member")]),
    )
    found = {one.person: one for one in facts_of(page, "minutes.html").attendances}
    assert (found["Maud Finch"].status.value, found["Maud Finch"].role) == ("present", "chair")
    assert found["Neil Ure"].status.value == "apologies"


def test_flat_apologies_before_a_sentence_of_officers() -> None:
    found = statuses(
        "PRESENT: Cllr G Tolley (Mayor) Cllr P Nandy Cllr O Hartle APOLOGIES: Cllr M Finch Mr R Amery, "
        "DCC Link Officer The Town Clerk and Deputy Town Clerk were in attendance. "
        "Ms I Bright was in attendance.\n"
    )
    assert found == {
        "G Tolley": "present",
        "P Nandy": "present",
        "O Hartle": "present",
        "M Finch": "apologies",
        "R Amery": "apologies",
        "I Bright": "in attendance",
    }


def test_a_list_is_announced_behind_the_first_names() -> None:
    found = statuses(
        "PRESENT: Councillor G Tolley (in the Chair), Councillor Nandy and the following representatives:\n"
        "Owen Hartle\tCorve Carers\nMaud Finch\tCorve Mind\n\n"
        "Apologies for absence were received on behalf of the following:\nCouncillor Amery\n"
        "Ivor Bright (Corve Link)\n"
    )
    assert found == {
        "G Tolley": "present",
        "Nandy": "present",
        "Owen Hartle": "present",
        "Maud Finch": "present",
        "Amery": "apologies",
        "Ivor Bright": "apologies",
    }


def test_a_line_of_the_roster_names_no_body_that_met() -> None:
    text = (
        "Minutes of the Meeting held on 6 March 2017\n\nMaud Finch – Chair\n"
        "Graham Tolley – Manager, Corve City Council\nOwen Hartle (Corve Mind) – Corve Care Board\n"
        "Priya Nandy – Corve Police\n\n1. Welcome\n"
    )
    assert facts_of(text).meetings[0].body is None


def test_posts_that_end_in_how_one_votes_are_no_statuses() -> None:
    page = page_of(
        "<p>Attendees:</p>",
        table_of(
            [
                ("Graham Tolley", "Steering Group Chair – [NON - VOTING MEMBER]"),
                ("Priya Nandy", "Corve SC - [NON VOTING]"),
                ("Owen Hartle", "Hexley SC Representative- [NON VOTING]"),
                ("Maud Finch", "Corve – VOTING MEMBER"),
            ]
        ),
    )
    assert {one.person for one in facts_of(page, "minutes.html").attendances} == {
        "Graham Tolley",
        "Priya Nandy",
        "Owen Hartle",
        "Maud Finch",
    }


def test_tables_of_duties_and_outings_below_the_roster_are_no_rosters() -> None:
    page = page_of(
        "<p>Present: Graham Tolley, Priya Nandy</p><p>Apologies: Owen Hartle</p><p>1. Links</p>",
        table_of(
            [("Subject", "Staff Member", "Governor"), ("Science", "Maud Finch", ""), ("Maths", "Ann Fox", "")]
        ),
        "<p>2. Outings</p>",
        table_of(
            [("•", "26 August – Marling Ride"), ("•", "Swan Hill"), ("•", "30 September – Castle Ride")]
        ),
    )
    found = [one.person for one in facts_of(page, "minutes.html").attendances]
    assert found == ["Graham Tolley", "Priya Nandy", "Owen Hartle"]


def test_a_year_of_marks_without_heads_ends_in_this_meeting() -> None:
    rows = [
        ("Graham Tolley", "P", "P", "S"),
        ("Priya Nandy", "P", "S", "P"),
        ("Owen Hartle", "P", "P", "P"),
        ("Maud Finch", "A", "P", "A"),
    ]
    page = page_of(
        "<p>Attendance</p>",
        table_of(rows),
        "<p>P – Present  S – Sanctioned  A – Absent  L – Late arrival</p>",
    )
    found = {one.person: one.status.value for one in facts_of(page, "minutes.html").attendances}
    assert found == {
        "Graham Tolley": "apologies",
        "Priya Nandy": "present",
        "Owen Hartle": "present",
        "Maud Finch": "absent",
    }


def test_minutes_above_a_title_are_nobodys() -> None:
    found = statuses(
        "Members in Attendance\nGraham Tolley, President\nPriya Nandy, Treasurer\n\nMinutes\n"
        "New Board Member, Priya Nandy\nPriya joined the board.\nVotes:\nGraham T: Aye\nPriya N: Aye\n"
    )
    assert found == {"Graham Tolley": "present", "Priya Nandy": "present"}


def test_a_motion_on_the_apologies_is_no_roster() -> None:
    page = page_of(
        "<p>Present: Mayor Tolley, Deputy Mayor Nandy, Councillors Hartle and Finch</p><p>Apologies</p>",
        table_of(
            [
                (
                    "Council resolution",
                    "Deputy Mayor Nandy / Councillor Finch<br>That the apology from Councillors Bright "
                    "and Orme be accepted.<br>Carried",
                )
            ]
        ),
    )
    found = {one.person: one for one in facts_of(page, "minutes.html").attendances}
    assert {name for name, one in found.items() if one.status.value == "apologies"} == {"Bright", "Orme"}
    assert all(one.representing is None for one in found.values())


def test_whoever_comes_for_good_in_the_place_of_another_is_no_deputy() -> None:
    found = roster(
        "PRESENT\nGraham Tolley (Chair), Priya Nandy, Owen Hartle\n\n1. Apologies for absence\n"
        "Apologies, with the reason given, had come from: -\nSchool members\nMaud Finch, Ruth Amery\n\n"
        "The Chair was pleased to see Priya Nandy, who comes to the Forum in place of Ivor Bright.\n"
    )
    assert found["Priya Nandy"].deputising_for is None
    assert [name for name, one in found.items() if one.status.value == "apologies"] == [
        "Maud Finch",
        "Ruth Amery",
    ]


def test_officers_for_the_next_year_need_not_have_come() -> None:
    found = roster(
        "Roll was called and the following wardens were found to be present:\nGraham Tolley\nPriya Nandy\n"
        "Owen Hartle\n\n2. Elections\nAppointed officers for 2017-2018\nTreasurer – Maud Finch\n"
        "Secretary – Ruth Amery\n"
    )
    assert list(found) == ["Graham Tolley", "Priya Nandy", "Owen Hartle"]


def test_a_first_name_in_a_column_of_whole_names() -> None:
    rows = [
        ("Member", "Here"),
        ("Graham Tolley", "P"),
        ("Priya Nandy", "P"),
        ("Charles", "P"),
        ("Maud Finch", "A"),
    ]
    page = page_of("<p>Attendance</p>", table_of(rows), "<p>P = present, A = absent</p>")
    assert [one.person for one in facts_of(page, "minutes.html").attendances] == [
        "Graham Tolley",
        "Priya Nandy",
        "Charles",
        "Maud Finch",
    ]


_NAMES = "Graham Tolley (GT)\nPriya Nandy (PN)\nOwen Hartle\nMaud Finch\nRuth Amery - minutes\n"
_BODIES = (
    "Corve College\nPriory Green\nHexley Primary School\nCorve Borough Council\nHexley Borough Council\n"
)


def test_councillors_below_the_names_have_none_of_the_bodies() -> None:
    assert bodies(f"Present\n{_NAMES}Councillor Ivor Bright\n{_BODIES}") == {
        "Graham Tolley": "Corve College",
        "Priya Nandy": "Priory Green",
        "Owen Hartle": "Hexley Primary School",
        "Maud Finch": "Corve Borough Council",
        "Ruth Amery": "Hexley Borough Council",
        "Ivor Bright": None,
    }


def test_fewer_bodies_than_names_are_nobodys() -> None:
    found = bodies(f"Present\n{_NAMES}Ivor Bright\n{_BODIES}")
    assert len(found) == 6 and set(found.values()) == {None}


def test_nobody_stands_for_what_the_paper_calls_a_person() -> None:
    found = roster(
        "Present:\nGraham Tolley (Taylor Marlow)\nPriya Nandy (Corve Council)\n"
        "Owen Hartle (Corve Police), deputising for Taylor Marlow\n"
    )
    assert found["Graham Tolley"].representing is None
    assert found["Owen Hartle"].deputising_for == "Taylor Marlow"

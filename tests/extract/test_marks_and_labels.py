"""Marks before names, labels before lists, sentences behind rosters: what holds for whom."""

from __future__ import annotations

import pytest
from reading import ITEM, TITLE, bodies, facts_of, jobs, page_of, statuses, table_of


def test_marks_before_the_names_are_of_their_row_alone() -> None:
    rows = [
        ("", "Board Members", "Title", "Representing", "Other interests"),
        ("Ch.", "Ann Bell (AB)", "Independent Chair", "", "Wharf School"),
        ("", "Bob Cole (BC)", "Manager", "Ashmere Trust", "Net Loft Board"),
        ("Apols", "Dee Fox (DF)", "Lay Member", "", ""),
        ("", "Eve Gray (EG)", "Nurse", "Wharf Hospital", ""),
        ("", "Finn Hay (FH)", "Inspector", "Marine Police", ""),
        ("Guests", "Gil Ives (GI)", "Officer", "Marine Police", ""),
        ("Apols", "Ivy Kent (IK)", "Lay Member", "", ""),
        ("Minutes", "Hal Joy (HJ)", "Clerk", "", ""),
    ]
    found = facts_of(page_of("<p>1. Attendance</p>", table_of(rows)), "minutes.html")
    assert {one.person: one.status.value for one in found.attendances} == {
        "Ann Bell": "present",
        "Bob Cole": "present",
        "Dee Fox": "apologies",
        "Eve Gray": "present",
        "Finn Hay": "present",
        "Gil Ives": "in attendance",
        "Ivy Kent": "apologies",
        "Hal Joy": "minute taker",
    }
    assert {one.person: one.representing for one in found.attendances}["Bob Cole"] == "Ashmere Trust"


def test_empty_rows_of_a_table_stop_nothing() -> None:
    rows = [("", ""), ("Ann Bell", "Bob Cole"), ()]
    found = facts_of(page_of("<p>Present:</p>", table_of(rows)), "minutes.html")
    assert {one.person for one in found.attendances} == {"Ann Bell", "Bob Cole"}


@pytest.mark.parametrize(
    "told",
    [
        "Apologies for absence were intimated from:\nCouncillor Ian Lorne, Kate Muir and Morag Ness",
        "There were apologies from Ian Lorne, Kate Muir and Morag Ness",
        "It was noted that Ian Lorne, Kate Muir and Morag Ness were unable to attend.",
        "An apology for inability to attend was received from Ian Lorne, Kate Muir and Morag Ness.",
        "Apologies in advance had come from Ian Lorne, Kate Muir and Morag Ness.",
        "Not able to join: Ian Lorne, Kate Muir, Morag Ness",
        "Sent regrets: Ian Lorne, Kate Muir, Morag Ness",
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n1. Apologies\n"])
def test_who_is_told_not_to_have_come_did_not(told: str, between: str) -> None:
    found = statuses(f"Present: Ann Bell (Chair), Bob Cole, Dee Fox{between}{told}\n")
    assert {name for name, status in found.items() if status == "apologies"} == {
        "Ian Lorne",
        "Kate Muir",
        "Morag Ness",
    }


def test_a_sentence_before_says_nothing_of_those_who_did_not_come() -> None:
    found = facts_of(
        TITLE + "Present were members Ann Bell, Bob Cole and Dee Fox. Eve Gray was unable to come to the "
        "meeting, and was excused." + ITEM
    )
    assert {one.person: one.status.value for one in found.attendances} == {
        "Ann Bell": "present",
        "Bob Cole": "present",
        "Dee Fox": "present",
        "Eve Gray": "apologies",
    }


@pytest.mark.parametrize(
    "behind",
    [
        "Thanks to Peter for hosting us and for the scones.",
        "ANNOUNCEMENTS\nNoted",
        "Confirmation of the last minutes",
    ],
)
def test_what_stands_behind_a_roster_is_nobodys_body(behind: str) -> None:
    assert bodies(f"Present: Ann Bell, Bob Cole\nApologies: Dee Fox (DF)\n{behind}\n")["Dee Fox"] is None


def test_names_share_the_place_before_their_dash() -> None:
    found = bodies("Present\nAldermoor - Mr W. Dunn\nKirkton - Mr D. Peel, Mr H. Lamb, Mrs J. Cole\n")
    assert found == {
        "W. Dunn": "Aldermoor",
        "D. Peel": "Kirkton",
        "H. Lamb": "Kirkton",
        "J. Cole": "Kirkton",
    }


def test_a_clerk_to_another_council_is_of_that_council() -> None:
    found = bodies("Present:\nAnn Bell, Clerk to Wharfdale Parish Council\nBob Cole, Clerk to the Council\n")
    assert found == {"Ann Bell": "Wharfdale Parish Council", "Bob Cole": None}


def test_the_field_of_a_director_is_no_body() -> None:
    lines = "Present:\nAnn Bell, Director General, Global Health\nBob Cole, Director, Scientific Strategy\n"
    assert bodies(lines) == {"Ann Bell": None, "Bob Cole": None}
    assert jobs(lines)["Ann Bell"] == "Director General, Global Health"


def test_names_in_capitals_end_where_small_letters_begin() -> None:
    found = bodies("Present:\nANN BELL Barset Foods\nBOB COLE Four Weirs Water\nCLARE FROST Marine Police\n")
    assert found == {
        "Ann Bell": "Barset Foods",
        "Bob Cole": "Four Weirs Water",
        "Clare Frost": "Marine Police",
    }


def test_rows_without_marks_below_a_heading_are_as_it_says() -> None:
    rows = [
        ("Name", "Title", "Present", "Apology"),
        ("Ann Bell", "Chair", "✓", ""),
        ("Bob Cole", "Nurse", "", "✓"),
        ("Dee Fox", "Lay Member", "✓", ""),
        ("In Attendance",),
        ("Eve Gray", "Officer", "", ""),
        ("Finn Hay", "Minute Taker", "", ""),
    ]
    found = facts_of(page_of(table_of(rows)), "minutes.html")
    assert {one.person: one.status.value for one in found.attendances} == {
        "Ann Bell": "present",
        "Bob Cole": "apologies",
        "Dee Fox": "present",
        "Eve Gray": "in attendance",
        "Finn Hay": "minute taker",
    }


def test_a_table_that_lays_out_a_page_is_read_as_its_text() -> None:
    cell = "<br>".join(
        (
            "ATTENDANCES",
            "To note who came, and any apologies for absence.",
            "Minutes:",
            "PRESENT:",
            "Councillor Dr. A. Bell (Executive Member for Health) (In the Chair),",
            "B. Cole (Chair, Healthwatch Wharfdale),",
            "Also present:",
            "D. Fox (Director, Wharf Homes)",
        )
    )
    rows = f"<tr><th>No.</th><th>Item</th></tr><tr><td>22.</td><td>{cell}</td></tr>"
    found = facts_of(page_of(f"<table>{rows}</table>"), "minutes.html")
    assert {one.person: (one.status.value, one.role) for one in found.attendances} == {
        "A. Bell": ("present", "chair"),
        "B. Cole": ("present", None),
        "D. Fox": ("in attendance", None),
    }


def test_sentences_behind_a_list_tell_who_was_there_besides() -> None:
    lines = (
        "Present: Cllrs Pennock, Dray and Wintle. County Councillor Merla Thirsk was in attendance with "
        "eleven members of the public. Also in attendance for part of the meeting was Mrs Odile Frayne.\n"
    )
    assert statuses(lines) == {
        "Pennock": "present",
        "Dray": "present",
        "Wintle": "present",
        "Merla Thirsk": "in attendance",
        "Odile Frayne": "in attendance",
    }

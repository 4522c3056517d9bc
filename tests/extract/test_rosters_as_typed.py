"""Rosters as clerks type them: offices without a name, areas and clubs before names, couples, posts below."""

from __future__ import annotations

import pytest
from reading import ITEM, TITLE, bodies, facts_of, jobs, page_of, statuses, table_of

from whosat.extract.components.dates import dates_in

_PRESENT = {
    "an office without a name ends the list": (
        "Present: Cllrs Hurrel, Gaunt, Evers, County Cllr Wexham & the Clerk.",
        {"Hurrel", "Gaunt", "Evers", "Wexham"},
    ),
    "a surname that begins small": (
        "Present: Mrs H duCane Mr K Pinder Miss R Phipson",
        {"H duCane", "K Pinder", "R Phipson"},
    ),
    "a couple of whom no list has one": (
        "Present:\n12 - Deanna Earl\n14 - Brian and Kozue Lambert",
        {"Deanna Earl", "Brian Lambert", "Kozue Lambert"},
    ),
    "a couple by an initial and a name": (
        "Present:\nJ & Howard Pellin\nDan Harrow",
        {"J Pellin", "Howard Pellin", "Dan Harrow"},
    ),
    "wards before names": (
        "Present:\nElm Ward: Ann Bell\nOak and Ash Ward - Bob Cole",
        {"Ann Bell", "Bob Cole"},
    ),
    "wards on one line": (
        "Present: Elm Ward: Ann Bell and Di Fox; Oak Ward: Bob Cole",
        {"Ann Bell", "Di Fox", "Bob Cole"},
    ),
}


@pytest.mark.parametrize(("lines", "names"), _PRESENT.values(), ids=_PRESENT)
def test_people_and_nobody_else(lines: str, names: set[str]) -> None:
    assert statuses(lines) == dict.fromkeys(names, "present")


def test_clubs_that_look_like_names_before_their_people() -> None:
    lines = (
        "Present:\nPark Rangers: Nan Overton\nDale Walkers: Kathy Wood, Sylvia Dawe\nCorve Dancers: Deb Olsen"
    )
    told = bodies(lines)
    assert {name: told[name] for name in ("Kathy Wood", "Sylvia Dawe", "Deb Olsen")} == {
        "Kathy Wood": "Dale Walkers",
        "Sylvia Dawe": "Dale Walkers",
        "Deb Olsen": "Corve Dancers",
    }
    assert len(told) == 4


def test_a_column_of_posts_under_one_of_names() -> None:
    lines = (
        "Members\nCr J Croft\nCr D Tufnell\nCr L Browning\nShire President\nDeputy Shire President\nMember\n"
    )
    told = (
        "Staff\nTP Bentham\nR Baines\nChief Executive Officer\nWorks Manager\nApologies\nCr S Jarrett\nMember"
    )
    assert jobs(lines + told) == {
        "J Croft": "Shire President",
        "D Tufnell": "Deputy Shire President",
        "L Browning": "Member",
        "TP Bentham": "Chief Executive Officer",
        "R Baines": "Works Manager",
        "S Jarrett": None,
    }


def test_seats_with_surnames_beside_whole_names() -> None:
    rows = [
        ("Commissioner Bittern", "Denise Lynn, Attorney"),
        ("Commissioner Sipps", "Janice Salt (Accountant)"),
    ]
    found = facts_of(page_of("<p>Present were:</p>", table_of(rows)), "minutes.html")
    assert {one.person for one in found.attendances} == {"Bittern", "Denise Lynn", "Sipps", "Janice Salt"}


def test_lines_set_in_by_steps_are_no_table() -> None:
    rows = [
        ("Attendees:", ""),
        ("Members:", ""),
        ("", "Ann Bell, Corve Trust"),
        ("", "Bob Cole, Marine Police"),
    ]
    found = facts_of(page_of(table_of([*rows, ("Apologies:", ""), ("", "Di Fox")])), "minutes.html")
    assert {one.person: one.status.value for one in found.attendances} == {
        "Ann Bell": "present",
        "Bob Cole": "present",
        "Di Fox": "apologies",
    }


@pytest.mark.parametrize(
    "said",
    [
        "Cllr Wexham had sent an apology for his absence as he was away.",
        "Cllr Wexham sent written apologies.",
        "Cllr Wexham has apologised for his absence.",
    ],
)
def test_one_who_sent_an_apology(said: str) -> None:
    assert statuses(f"Present:\nAnn Bell\nBob Cole\n\n{said}")["Wexham"] == "apologies"


def test_an_apology_for_something_else_is_none() -> None:
    assert "Cole" not in statuses("Present: Ann Bell\n\n1. Letters\nMrs Cole sent an apology for the mess.")


def test_an_order_of_one_word_tells_its_matter() -> None:
    said = "The salt has not come to the depot. ACTION Clerk to chase.\n"
    (action,) = facts_of(f"{TITLE}Present: Ann Bell\nClerk: Gail Moss{ITEM}{said}").actions
    assert (action.owners, action.description) == (
        ("Gail Moss",),
        "Chase (The salt has not come to the depot)",
    )


def test_marks_that_end_a_line_behind_what_else_is_said() -> None:
    told = statuses(
        "PRESENT\n* – Attendance; A – Absent; N – No apologies\nMrs H. Vesper – Mayor (in the Chair) *\n"
        "Cllr P. Nancy *\nCllr R. Currant (also District Councillor) *\nCllr K. Jolly N\nCllr W. Hocken A\n"
    )
    assert {name for name, status in told.items() if status == "present"} == {
        "H. Vesper",
        "P. Nancy",
        "R. Currant",
    }


def test_a_roll_call_and_those_also_present_below_nobody_absent() -> None:
    told = statuses(
        "ROLL CALL: Present – Corsen, Hemmel, Egger, Bird, and Lacker.\nAbsent –\n"
        "Also Present – Clerk Price, Ryan Bumby, Nicole with Alto, and Sarah Ford.\n"
    )
    assert told == {
        **dict.fromkeys(("Corsen", "Hemmel", "Egger", "Bird", "Lacker"), "present"),
        **dict.fromkeys(("Price", "Ryan Bumby", "Nicole", "Sarah Ford"), "in attendance"),
    }


@pytest.mark.parametrize(
    "said",
    [
        "S. Noakes (SN); P. Marsh (PM); L. Kerridge (LK) were not in attendance.",
        "S. Noakes, P. Marsh and L. Kerridge were absent.",
        "Cllrs S. Noakes, P. Marsh and L. Kerridge did not attend.",
    ],
)
def test_who_a_sentence_says_did_not_come(said: str) -> None:
    told = statuses(f"Present: Ann Bell; Cy Dow\n1. Apologies for absence\n{said}\n")
    assert {name for name, status in told.items() if status == "absent"} == {
        "S. Noakes",
        "P. Marsh",
        "L. Kerridge",
    }


def test_who_was_away_from_a_vote_was_not_absent() -> None:
    assert "Cole" not in statuses(
        "Present: Ann Bell; Cy Dow\n2. Vote\nMr Cole was absent when it was taken.\n"
    )


def test_a_body_that_looks_like_a_name_behind_of() -> None:
    assert bodies("Guests: Erin Alder of North Ferris Land Trust (remotely)\nTom with Alto\n") == {
        "Erin Alder": "North Ferris Land Trust",
        "Tom": "Alto",
    }


def test_a_column_of_dashes_tells_nothing() -> None:
    rows = [
        ("Ms K Aram", "-", "Press Officer"),
        ("Mr J Revel Mr W Tagg", "- -", "Chief Constable"),
        ("Mrs M Yeo", "-", "Clerk"),
    ]
    found = facts_of(page_of("<p>OFFICERS PRESENT</p>", table_of(rows)), "minutes.html")
    assert {one.person for one in found.attendances} == {"K Aram", "J Revel", "W Tagg", "M Yeo"}
    assert "absent" not in {one.status.value for one in found.attendances}


def test_minutes_in_one_column_with_owners_beside_and_the_roster_above() -> None:
    rows = [
        ("PRESENT:", ""),
        ("Board: Jocelyn Harris (Chair), Moira Oakes (MO), Ruth Brindle (RB).", ""),
        ("Staff: Carol Store (CE) and Patrick Robbins (FD)", ""),
        ("", "Action by"),
        (
            "1. The FD presented the accounts for the year. RB asked for a chart of repairs by month.",
            "FD",
        ),
        (
            "2. The rent is late again this quarter. The CE would write to the Agency to ask for more time.",
            "CE",
        ),
    ]
    found = facts_of(page_of(table_of(rows)), "minutes.html")
    assert {one.person: one.status.value for one in found.attendances} == {
        **dict.fromkeys(("Jocelyn Harris", "Moira Oakes", "Ruth Brindle"), "present"),
        **dict.fromkeys(("Carol Store", "Patrick Robbins"), "in attendance"),
    }
    assert {one.owners for one in found.actions} == {("Carol Store",), ("Patrick Robbins",)}


def test_a_land_behind_for_is_nobody_who_was_stood_in_for() -> None:
    rows = [("Name", "Title", "Present"), ("Ann Bell", "Officer Safety Board for the Lagan Region", "✓")]
    (seat,) = facts_of(page_of(table_of([*rows, ("Bob Cole", "Nurse", "")])), "m.html").attendances[:1]
    assert seat.deputising_for is None


def test_a_list_below_a_title_that_tells_only_the_month() -> None:
    text = "# June 2024 Link meeting\n\n- Jess Tallis (Spritz)\n- Dave Thomson (Spritz)\n- Ann Reese (Alto)\n"
    found = facts_of(f"{text}\n# Agenda\n\n# Minutes\n\nClosed issues.\n", "m.md").attendances
    assert {one.person for one in found} == {"Jess Tallis", "Dave Thomson", "Ann Reese"}


def test_first_names_in_small_letters_one_below_the_other() -> None:
    assert set(statuses("members present\nana\nspencer\nphilip\ntom\nhugo\njoaquin")) == {
        "ana",
        "spencer",
        "philip",
        "tom",
        "hugo",
        "joaquin",
    }


def test_days_of_two_dates_are_no_year() -> None:
    assert [one.year for one in dates_in("21 May-22 May")] == [None, None]


def test_a_chair_of_another_name_is_not_the_one_of_the_same_first_name() -> None:
    lines = "Present: Lena Hale, Cicely Small, Bernie Ward\nGuests: Jessamy Fox\n"
    found = facts_of(f"{TITLE}{lines}{ITEM}Welfare Committee Chair – Jessamy Orton\nShe had none.\n")
    assert {one.person: one.role for one in found.attendances}["Jessamy Fox"] is None


def test_semicolons_between_a_name_and_what_is_said_of_it() -> None:
    told = bodies("Present:\nAnn Bell; Nurse Manager; Barset Council\nDi Fox; Practice Nurse; Heron Trust\n")
    assert told == {"Ann Bell": "Barset Council", "Di Fox": "Heron Trust"}

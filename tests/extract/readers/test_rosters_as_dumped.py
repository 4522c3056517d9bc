"""Rosters in text that other programs made of pages, mails and scans."""

from __future__ import annotations

import pytest
from reading import facts_of, table_of

TOP = "Ashmere Harbour Trust\nMinutes of the meeting held on 6 March 2017\n\n"


def seats(text: str, name: str = "saved.txt") -> dict[str, tuple[str, str | None]]:
    found = facts_of(text, name).attendances
    return {seat.person: (seat.status.value, seat.representing) for seat in found}


def test_a_cell_that_antiword_wrapped_is_one() -> None:
    rows = """|Present:                 |                        |
|Tamsin Orrell (Chair)    |Director of Services,   |
|                         |Ashmere County Council  |
|Bodhi Larkspur           |Quay School             |
|Apologies:               |                        |
|Ines Quill               |Lamp Society            |
"""
    found = seats(TOP + rows)
    assert found["Tamsin Orrell"] == ("present", "Ashmere County Council")
    assert found["Ines Quill"] == ("apologies", "Lamp Society")


def test_rows_that_a_dump_wrapped_and_cells_that_reach_down() -> None:
    rows = (
        "Organisation| Attendees  \n---|---  \nAshmere Council| Tamsin Orrell (Chair)  \nBodhi Larkspur  \n"
        "Quay School| Ines Quill  \n  \n"
    )
    assert seats(TOP + rows) == {
        "Tamsin Orrell": ("present", "Ashmere Council"),
        "Bodhi Larkspur": ("present", "Ashmere Council"),
        "Ines Quill": ("present", "Quay School"),
    }


def test_a_quoted_mail_says_what_it_quotes() -> None:
    roster = "Present: Tamsin Orrell (Chair), Bodhi Larkspur, Ines\nQuill, Osric Thistledown"
    quoted = f"{TOP}{roster}\n\nApologies: Ives Gray\n"
    text = "Fine by me.\n\n" + "\n".join(f"> {line}" for line in quoted.split("\n"))
    assert list(seats(text)) == [
        "Tamsin Orrell",
        "Bodhi Larkspur",
        "Ines Quill",
        "Osric Thistledown",
        "Ives Gray",
    ]


def test_the_marks_of_a_wiki_are_no_words() -> None:
    text = (
        "== Ashmere Harbour Trust, 6 March 2017 ==\n\n=== Present ===\n* [[User:Tam|Tamsin Orrell]] (chair)\n"
        "* Bodhi Larkspur\n\n=== Apologies ===\n* Ines Quill\n\n=== Minutes ===\nThe meeting began.\n"
    )
    assert seats(text) == {
        "Tamsin Orrell": ("present", None),
        "Bodhi Larkspur": ("present", None),
        "Ines Quill": ("apologies", None),
    }


def test_doubled_bars_head_the_columns_of_a_tracker() -> None:
    rows = "||Name||Org||Present||\n|Tamsin Orrell|Quay School|yes|\n|Bodhi Larkspur|Lido Ltd|no|\n"
    found = seats(f"{TOP}{rows}\n")
    assert found["Tamsin Orrell"] == ("present", "Quay School")
    assert found["Bodhi Larkspur"][0] == "absent"


@pytest.mark.parametrize(
    ("seen", "meant"), [("COMMlTTEE", "COMMITTEE"), ("C0UNCIL", "COUNCIL"), ("M0ABC", "M0ABC"), ("Al", "Al")]
)
def test_letters_a_scanner_misread_in_capitals(seen: str, meant: str) -> None:
    assert facts_of(f"{seen} of the Harbour\n", "scan.txt").text.startswith(f"{meant} of")


def test_cells_with_a_blank_line_after_each_may_be_empty() -> None:
    cells = [
        "Name",
        "Agency",
        "Apologies",
        "Tamsin Orrell",
        "Quay School",
        "",
        "Bodhi Larkspur",
        "Lido Ltd",
        "x",
    ]
    text = TOP + "\n\n".join([*cells, "Ines Quill", "Lamp Society", "", "1. Welcome", "The meeting began."])
    assert {name: status for name, (status, _) in seats(text).items()} == {
        "Tamsin Orrell": "present",
        "Bodhi Larkspur": "apologies",
        "Ines Quill": "present",
    }


@pytest.mark.parametrize(
    "roster",
    [
        "Present: Tamsin Orrell (Chair), Bodhi Larkspur (Lido), Ines\nQuill",
        "Present: Miss Tamsin Orrell (Chair), Mr Bodhi Larkspur, Ms Ines\nQuill, Mr Osric Bream",
        "Present: Councillor T. Orrell (Chairman); Alderman B. Larkspur; Councillor I.\nQuill; Miss A. Gray",
        "      Present: Tamsin Orrell (Chair), Cllr Ines\n               Quill, 4 members of the public",
    ],
)
def test_a_name_goes_on_over_the_line_end(roster: str) -> None:
    assert any(name.endswith("Quill") and " " in name for name in seats(f"{TOP}{roster}\n\n1. Welcome\n"))


def test_headings_glued_to_the_name_before() -> None:
    told = "Present: Councillor Ives GrayApologies: Councillor Ines QuillOfficers: Osric Thistledown, Clerk"
    text = f"{TOP}{told}\n\n1. Welcome\n"
    found = seats(text)
    assert found["Ines Quill"][0] == "apologies"
    assert found["Osric Thistledown"][0] == "in attendance"


def test_a_body_right_below_its_parent_is_the_one_that_met() -> None:
    names = {
        "Ashmere NHS Trust\nQuality and Safety Committee": "Quality and Safety Committee",
        "SAFER ASHMERE PARTNERSHIP\nExecutive Group": "Safer Ashmere Partnership Executive Group",
        "Ashmere Commissioning Group\nAudit Committee": "Ashmere Commissioning Group Audit Committee",
    }
    for title, body in names.items():
        (meeting,) = facts_of(f"{title}\nMinutes, 6 March 2017\n\nPresent: Tamsin Orrell\n", "m.txt").meetings
        assert meeting.body == body


def test_what_a_tick_says_in_place_of_its_picture() -> None:
    cells = "<tr><td>{}</td><td><img src='x.png' alt='{}'></td></tr>"
    rows = "".join(
        cells.format(name, said)
        for name, said in (
            ("Tamsin Orrell", "Present"),
            ("Bodhi Larkspur", "Apologies"),
            ("Ines Quill", "Present"),
        )
    )
    page = (
        f"<h1>Ashmere Forum</h1><p>6 March 2017</p><table><tr><th>Attendee</th><th></th></tr>{rows}</table>"
    )
    assert [status for status, _ in seats(page, "ticks.html").values()] == ["present", "apologies", "present"]


def test_a_row_of_apologies_at_the_foot_of_bodies_and_their_people() -> None:
    rows = [
        ("Agency", "Representative(s)"),
        ("Ashmere Council", "Tamsin Orrell<br>Bodhi Larkspur"),
        ("Apologies", "Ines Quill"),
    ]
    page = f"<h1>Ashmere Board</h1><p>Minutes, 6 March 2017</p>{table_of(rows)}<p>1. Welcome</p>"
    assert seats(page, "agencies.html") == {
        "Tamsin Orrell": ("present", "Ashmere Council"),
        "Bodhi Larkspur": ("present", "Ashmere Council"),
        "Ines Quill": ("apologies", None),
    }


def test_two_lists_abreast_each_with_its_heading() -> None:
    rows = [("Present:", "Tamsin Orrell", "Apologies:", "Ines Quill"), ("", "Bodhi Larkspur", "", "")]
    page = f"<h1>Ashmere Board</h1><p>Minutes, 6 March 2017</p>{table_of(rows)}<p>1. Welcome</p>"
    told = {name: status for name, (status, _) in seats(page, "abreast.html").items()}
    assert told == {"Tamsin Orrell": "present", "Bodhi Larkspur": "present", "Ines Quill": "apologies"}


def test_how_somebody_is_spoken_of_is_no_note() -> None:
    people = "Tamsin Orrell (she/her), Quay School\nBodhi Larkspur (they/them)\nIves Gray [he/him], Lido Ltd"
    found = seats(f"{TOP}Present\n{people}\n")
    assert found["Tamsin Orrell"][1] == "Quay School"
    assert list(found) == ["Tamsin Orrell", "Bodhi Larkspur", "Ives Gray"]


def test_the_right_to_vote_says_nothing_of_who_came() -> None:
    rows = "|Name|Position|Voting|\n|---|---|---|\n|Tamsin Orrell|Chair|Y|\n|Bodhi Larkspur|Clerk|N|\n"
    found = seats(f"# Ashmere Board\n\n6 March 2017\n\n## Present\n\n{rows}", "votes.md")
    assert [status for status, _ in found.values()] == ["present", "present"]


def test_ticks_and_crosses_by_their_short_names() -> None:
    rows = "| Name | Present |\n|---|---|\n| Tamsin Orrell | :white_check_mark: |\n| Bodhi Larkspur | :x: |\n"
    found = seats(f"# Ashmere Board\n\n6 March 2017\n\n{rows}", "ticks.md")
    assert [status for status, _ in found.values()] == ["present", "absent"]


def test_an_office_in_a_row_holds_for_that_row_alone() -> None:
    rows = [("Position", "POC"), ("Chair", "Tamsin Orrell"), ("Vice-chair", "Bodhi Larkspur")]
    rows += [("Voting seat", "Ines Quill"), ("Voting seat", "Osric Bream")]
    page = f"<h1>Ashmere Board</h1><p>Minutes, 6 March 2017</p><h2>Participants</h2>{table_of(rows)}"
    found = {seat.person: seat.role for seat in facts_of(page, "posts.html").attendances}
    assert [name for name, role in found.items() if role == "chair"] == ["Tamsin Orrell"]
    assert found["Ines Quill"] is None


def test_what_people_are_said_to_be_heads_no_columns() -> None:
    below = ["Member", "Member", "Member", "Staff", "P Bream", "I Gray", "A Moyle", "Officer"]
    text = TOP + "\n\n".join(
        ["Members", "Cr T Orrell", "Cr B Larkspur", "Cr I Quill", *below, "Apologies", "Cr O Fell"]
    )
    found = seats(f"{text}\n\n3. DECLARATIONS\n\nNil\n")
    assert {found[name][0] for name in ("T Orrell", "B Larkspur", "I Quill")} == {"present"}

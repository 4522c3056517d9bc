"""Layouts that set a roster or an action apart: sidebars, heads on their sides, columns with a lone head."""

# ruff: noqa: E501 - markup and tables are easier to read in one piece

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from looking import one, tables
from tests.support.reading import facts_of, page_of, roster, statuses, table_of

Make = Callable[[Sequence[Callable[[Any], None]]], bytes]


def test_a_narrow_list_beside_running_text_is_read_by_itself(pdf: Make) -> None:
    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica", 9)
        listed = [
            "Attendees",
            "Rosa Threll (Chair)",
            "Kofi Boateng",
            "Mima Sparke",
            "Apologies",
            "Hodan Ismail",
            "Minutes",
            "Toby Grice",
        ]
        for number, text in enumerate(listed):
            canvas.drawString(60, 780 - 10.5 * number, text)
        canvas.setFont("Helvetica", 20)
        canvas.drawString(220, 776, "Riverside Neighbourhood Board")
        canvas.setFont("Helvetica", 11)
        told = [
            "Minutes of the meeting on 4 September 2012 at the Old Forge",
            "1. Welcome",
            "Rosa welcomed everybody to the first meeting since the",
            "summer and thanked the forge for the room and the tea.",
            "2. Clean-up day",
            "Eighty bags of rubbish were gathered from the towpath.",
        ]
        for number, text in enumerate(told):
            canvas.drawString(220, 752 - 13.7 * number, text)

    facts = facts_of(pdf([draw]), "x.pdf")
    assert facts.meetings[0].body == "Riverside Neighbourhood Board"
    assert {one.person: (one.status.value, one.representing) for one in facts.attendances} == {
        "Rosa Threll": ("present", None),
        "Kofi Boateng": ("present", None),
        "Mima Sparke": ("present", None),
        "Hodan Ismail": ("apologies", None),
        "Toby Grice": ("minute taker", None),
    }


@pytest.mark.parametrize("turn", [90, -90])
def test_heads_on_their_sides_head_their_columns(pdf: Make, turn: int) -> None:
    def draw(canvas: Any) -> None:
        for at, day in enumerate(("12 January", "9 February", "13 April")):
            canvas.saveState()
            canvas.translate(276 + 60 * at, 700 if turn == 90 else 760)
            canvas.rotate(turn)
            canvas.drawString(0, 0, day)
            canvas.restoreState()
        canvas.drawString(76, 700, "Governor")
        for number, (name, marks) in enumerate(
            {"Ewan Costello": "YYY", "Hal Yusuf": "NYY", "Bridie Nowak": "YYN"}.items()
        ):
            canvas.drawString(76, 680 - 20 * number, name)
            for at, mark in enumerate(marks):
                canvas.drawString(270 + 60 * at, 680 - 20 * number, mark)
        for y in (770, 694, 674, 654, 634):
            canvas.line(70, y, 440, y)
        for x in (70, 260, 320, 380, 440):
            canvas.line(x, 770, x, 634)

    assert tables(one("x.pdf", pdf([draw])))[0][0] == ["Governor", "12 January", "9 February", "13 April"]


def test_a_name_broken_behind_its_hyphen_is_whole(pdf: Make) -> None:
    def draw(canvas: Any) -> None:
        rows = [("Sybil Ancrum-", "Docks Trust"), ("Hughes", ""), ("Joe Day", "City Council")]
        for (name, body), y in zip(rows, (700, 686, 660), strict=True):
            canvas.drawString(76, y, name)
            canvas.drawString(160, y, body)
        for y in (715, 676, 650):
            canvas.line(70, y, 300, y)
        for x in (70, 152, 300):
            canvas.line(x, 715, x, 650)

    assert tables(one("x.pdf", pdf([draw])))[0][0] == ["Sybil Ancrum-Hughes", "Docks Trust"]


def test_who_acts_stands_beside_the_title_of_an_item(pdf: Make) -> None:
    def draw(canvas: Any) -> None:
        lines = [
            (60, "Present: Ann Lee (AL), Joe Day (JD)"),
            (440, "Action"),
            (60, "1. Skills show"),
            (76, "The venue has been booked. Schools should be invited by half term."),
            (60, "2. Town centre"),
            (76, "A list of empty shops will be sent round the group."),
            (76, "It was agreed to write to the Minister."),
        ]
        owners = {2: "JD", 4: "AL", 6: "AL/JD"}
        for number, (x, text) in enumerate(lines):
            canvas.drawString(x, 780 - 14 * number, text)
            if number in owners:
                canvas.drawString(440, 780 - 14 * number, owners[number])

    facts = facts_of(pdf([draw]), "x.pdf")
    assert [(one.owners, one.description.split(".")[0]) for one in facts.actions] == [
        (("Joe Day",), "Schools should be invited by half term"),
        (("Ann Lee",), "Town centre A list of empty shops will be sent round the group"),
        (("Ann Lee", "Joe Day"), "It was agreed to write to the Minister"),
    ]


def test_a_head_alone_in_its_row_heads_the_column_of_those_who_act() -> None:
    table = table_of([("", "", "Action"), ("1.", "Dates to be sent round to the members.", "JD")])
    facts = facts_of(page_of("<p>Present: Ann Lee (AL), Joe Day (JD)</p>", table), "x.html")
    assert [(one.owners, one.description) for one in facts.actions] == [
        (("Joe Day",), "Dates to be sent round to the members.")
    ]


def test_a_menu_beside_the_text_is_no_column_of_it() -> None:
    menu = "<br>".join(f"<a href='{page}.htm'>{page}</a>" for page in ("Home", "News", "Links"))
    text = "<b>Present:</b><br>Mr A. Bell (Chairman)<br>Dr. S. Orme<br>Miss J. Vye<p><b>1. Minutes</b><br>Read and signed."
    page = page_of(f"<table><tr><td>{menu}</td><td>{text}</td></tr></table>")
    assert [one.person for one in facts_of(page, "x.html").attendances] == ["A. Bell", "S. Orme", "J. Vye"]


def test_a_box_with_a_cross_among_empty_boxes_is_ticked() -> None:
    read = statuses(
        "Attendee\tOrganisation\tPresent\tApologies\nAnn Lee\tDocks Trust\t☒\t☐\nJoe Day\tCity Council\t☐\t☒\nRaj Sen\tHarbour Office\t☒\t☐"
    )
    assert read == {"Ann Lee": "present", "Joe Day": "apologies", "Raj Sen": "present"}


def test_those_attending_head_the_column_of_names() -> None:
    read = roster(
        "Attending\tRepresenting\nAnn Lee (Chair)\tDocks Trust\nInsp. Joe Day\tMarsh Police\nRev Raj Sen\tDiocese of Marsh"
    )
    assert {name: one.representing for name, one in read.items()} == {
        "Ann Lee": "Docks Trust",
        "Joe Day": "Marsh Police",
        "Raj Sen": "Diocese of Marsh",
    }


def test_what_the_marks_mean_heads_nobody() -> None:
    matrix = "Governor\t6 Mar\t3 Apr\nAnn Lee\t✓\t✓\nJoe Day\t✗\t✓\nRaj Sen\t✓\t✗\n"
    read = statuses(f"{matrix}\n✓ attended ✗ apologies\nClerk: Rowena Tull")
    assert read == {
        "Ann Lee": "present",
        "Joe Day": "apologies",
        "Raj Sen": "present",
        "Rowena Tull": "minute taker",
    }


@pytest.mark.parametrize(
    ("top", "body"),
    [
        (
            "<title>Meeting attendance - Cabinet, Thursday, 11th July, 2019</title><h1>Meeting attendance</h1><h2>Thursday, 11th July, 2019 4.00 pm, Cabinet</h2>",
            "Cabinet",
        ),
        (
            "<p>From: Lois Kemble</p><p>Subject: Notes - Town Team 2 July 2019</p><p>Ashmere Town Team</p><p>Notes of meeting, 2 July 2019</p>",
            "Ashmere Town Team",
        ),
    ],
)
def test_what_surrounds_the_body_in_heads_and_subjects(top: str, body: str) -> None:
    assert facts_of(f"<html>{top}<p>Present: Ann Lee, Joe Day</p></html>", "x.html").meetings[0].body == body


def test_rows_whose_second_column_ends_at_the_margin_stay_rows(pdf: Make) -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(60, 790, "Ashmere Fire Authority")
        canvas.drawString(60, 776, "Minutes of the meeting on 27 June 2014")
        canvas.drawString(60, 748, "PRESENT:")
        rows = [
            ("CHAIR: Councillor O'Donnell", "Hartwell Borough Council"),
            ("Councillor Thirlaway", "Stockburn Council"),
            ("Councillor Mrs Marrs", "Hartwell Borough Council"),
        ]
        for number, (name, body) in enumerate(rows):
            canvas.drawString(60, 734 - 14 * number, name)
            canvas.drawRightString(535, 734 - 14 * number, body)

    read = {one.person: (one.representing, one.role) for one in facts_of(pdf([draw]), "x.pdf").attendances}
    assert read == {
        "O'Donnell": ("Hartwell Borough Council", "chair"),
        "Thirlaway": ("Stockburn Council", None),
        "Marrs": ("Hartwell Borough Council", None),
    }


def test_cells_that_are_whole_begin_rows_of_their_own(pdf: Make) -> None:
    rows = [
        ("Name", "Organisation", "Email"),
        ("Jem Hathersage (Chair)", "Snodbury Parish Council", "jem@snodbury.example"),
        ("Pia Lindgren", "BT Openreach", "pia.lindgren@openreach.example"),
        ("Vikram Seth-Rao", "Worcester County Council", "vsr@wcc.example"),
    ]

    def draw(canvas: Any) -> None:
        for number, row in enumerate(rows):
            for x, text in zip((60, 200, 350), row, strict=True):
                canvas.drawString(x, 700 - 15 * number, text)

    assert tables(one("x.pdf", pdf([draw]))) == [[list(row) for row in rows]]


def test_a_word_of_five_letters_set_apart_is_whole(pdf: Make) -> None:
    def draw(canvas: Any) -> None:
        for number, text in enumerate(("Present: Ann Lee, Joe Day", "C L E R K", "Mrs Yve Platt")):
            canvas.drawString(60, 700 - 14 * number, text)

    assert "CLERK" in one("x.pdf", pdf([draw])).text


def test_boxes_in_one_line_tick_the_names_behind_them() -> None:
    read = statuses("Panel members: ☒ Beryl Tench (Chair) ☒ Osman Farah ☐ Kit Larwood ☒ Doreen Vasey")
    assert read == {
        "Beryl Tench": "present",
        "Osman Farah": "present",
        "Kit Larwood": "absent",
        "Doreen Vasey": "present",
    }


def test_a_head_that_comes_again_with_another_word_heads_the_rows_below() -> None:
    read = statuses(
        "Initials\tAttendees\tOrganisation\nEM\tEluned Maddox\tGarw Council\nIT\tIolo Teague\tMarsh Trust\n"
        "Initials\tApologies\tOrganisation\nCH\tCarol Hibbert\tMarsh Police\nInitials\tGuests\tOrganisation\nRW\tRhodri Watts\tSupport Team"
    )
    assert read == {
        "Eluned Maddox": "present",
        "Iolo Teague": "present",
        "Carol Hibbert": "apologies",
        "Rhodri Watts": "in attendance",
    }


def test_somebody_and_whom_he_is_from_are_no_title(word: Callable[..., bytes]) -> None:
    def fill(document: Any) -> None:
        document.sections[0].header.paragraphs[
            0
        ].text = "Keel Destination Partnership – Board minutes – 5 March 2018"
        for text in (
            "Board members attending",
            "Sir Rod Vane – Keel Estates (Chair)",
            "Cllr Mel Quirke – Keel District Council",
        ):
            document.add_paragraph(text)

    facts = facts_of(word(fill), "x.docx")
    assert (facts.meetings[0].body or "").startswith("Keel Destination Partnership")
    assert {one.representing for one in facts.attendances} == {"Keel Estates", "Keel District Council"}


def test_whoever_was_away_served_as_nothing() -> None:
    read = statuses(
        "Present\nMr Grant Holroyd\nMrs Amy Stokes\nApologies\nDr Helen Ruane\nClerk\nMrs Yve Platt"
    )
    assert read["Yve Platt"] == "minute taker"
    assert read["Helen Ruane"] == "apologies"


def test_names_that_wrap_in_a_column_of_text_stay_together(pdf: Make) -> None:
    left = [
        "Minutes of the Chalke Parish Council meeting",
        "held on 7 November 2006 in the Reading Room.",
        "Present: Cllrs R Pym (Chairman), Mrs Dora",
        "Snook, T Hasluck and P Adeyemi.",
        "1. Apologies were received from Cllr Nell",
        "Gaisford (holiday) and were accepted by all.",
    ]
    right = [
        "2. Minutes of the last meeting were signed",
        "as a correct record after one amendment.",
        "3. Highways. The potholes in Mill Lane have",
        "been reported and the surveyor will come to",
        "look at them within the next two weeks or so.",
        "4. Planning. No objection to the new porch.",
    ]

    def draw(canvas: Any) -> None:
        for at, (x, lines) in enumerate(((50, left), (310, right))):
            for number, text in enumerate(lines):
                canvas.drawString(x, 780 - 14 * number - 5 * at, text)

    read = {one.person: one.status.value for one in facts_of(pdf([draw]), "x.pdf").attendances}
    assert read == {
        "R Pym": "present",
        "Dora Snook": "present",
        "T Hasluck": "present",
        "P Adeyemi": "present",
        "Nell Gaisford": "apologies",
    }

"""Rosters as pages, spreadsheets and conversions lay them out: each reads as the page looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import pytest
from looking import one
from reading import facts_of, table_of

from whosat.extract.readers.pdf_words import as_words

Make = Callable[[Sequence[Callable[[Any], None]]], bytes]
PRESENT = [
    "Tamsin Orrell, Harbour Link (Chair)",
    "Bodhi Larkspur, Netmakers Guild",
    "Ines Quillfeather, Lido",
]


def seats(text: str | bytes, name: str) -> dict[str, tuple[str, str | None]]:
    found = facts_of(text, name).attendances
    return {seat.person: (seat.status.value, seat.representing) for seat in found}


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_is_read_as_its_letters_stand(pdf: Make, turn: int) -> None:
    def draw(canvas: Any) -> None:
        canvas.translate(*{0: (0, 0), 90: (595, 0), 180: (595, 842), 270: (0, 842)}[turn])
        canvas.rotate(turn)
        lines = ["Ashmere Harbour Trust", "Minutes of the meeting held on 6 March 2017", "Present", *PRESENT]
        for number, line in enumerate(lines):
            canvas.drawString(60, 500 - 14 * number, line)

    made = pdf([draw])
    assert list(seats(made, "turned.pdf")) == ["Tamsin Orrell", "Bodhi Larkspur", "Ines Quillfeather"]


def test_letters_set_apart_make_words(pdf: Make) -> None:
    def draw(canvas: Any) -> None:
        text = canvas.beginText(60, 700)
        text.setCharSpace(4)
        for line in ("ASHMERE HARBOUR TRUST", "Minutes, 6 March 2017", "PRESENT", "Tamsin Orrell (Chair)"):
            text.textLine(line)
        canvas.drawText(text)

    document = one("spaced.pdf", pdf([draw]))
    assert "ASHMERE HARBOUR TRUST" in document.text
    assert "Tamsin Orrell (Chair)" in document.text


def test_a_line_drawn_out_to_both_edges_is_one_line(pdf: Make) -> None:
    line = "Present: The Ven. Osric Thistledown, Mrs Beulah Crake, Canon Ivo"

    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica", 12)
        words = line.split()
        wide = [canvas.stringWidth(word, "Helvetica", 12) for word in words]
        gap = (520 - sum(wide)) / (len(words) - 1)
        x = 40.0
        for word, width in zip(words, wide, strict=True):
            canvas.drawString(x, 700, word)
            x += width + gap
        canvas.drawString(40, 686, "Samphire and Dr Lettice Bream.")

    assert one("drawn.pdf", pdf([draw])).text.startswith(f"{line} Samphire and")


def test_a_cell_that_fills_its_column_ends_where_the_next_begins(pdf: Make) -> None:
    rows = [
        ("Name", "Role", "Organisation"),
        ("Tamsin Orrell", "Director of Children's Services", "Ashmere Council (Chair)"),
        ("Bodhi Larkspur", "Head", "Quay School"),
        ("Ines Quillfeather", "Doctor", "Ashmere PCT"),
    ]

    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica", 9)
        for number, row in enumerate(rows):
            for x, words in zip((60, 200, 330), row, strict=True):
                canvas.drawString(x, 700 - 14 * number, words)

    text = one("full.pdf", pdf([draw])).text
    assert "Director of Children's Services\tAshmere Council (Chair)" in text


def test_a_list_of_names_is_not_taken_for_lines_that_wrap(pdf: Make) -> None:
    def draw(canvas: Any) -> None:
        for number, line in enumerate(
            ["Present", *PRESENT, "Osric Thistledown, Society for the Quay's Lamps"]
        ):
            canvas.drawString(60, 700 - 14 * number, line)

    lines = one("names.pdf", pdf([draw])).text.split("\n")
    assert lines[1:4] == PRESENT


@pytest.mark.parametrize("apart", [" ", "   "])
def test_numbers_in_the_margin_of_each_line_are_none_of_it(apart: str) -> None:
    lines = ["Ashmere Harbour Trust", "Minutes of the meeting on 6 March 2017", "Present:", *PRESENT]
    lines += ["Apologies:", "Osric Thistledown, Lamp Society", "1. Minutes", "They were approved."]
    numbered = "\n".join(f"{number}{apart}{line}" for number, line in enumerate(lines, 1))
    found = seats(numbered, "lines.txt")
    assert found["Tamsin Orrell"] == ("present", "Harbour Link")
    assert found["Osric Thistledown"] == ("apologies", "Lamp Society")


def test_numbers_in_a_page_margin_too(pdf: Make) -> None:
    lines = [
        "Ashmere Harbour Trust",
        "Minutes of the meeting on 6 March 2017",
        "Present:",
        *PRESENT,
        "Apologies:",
    ]
    lines += ["Osric Thistledown, Lamp Society", "The minutes were approved."]

    def draw(canvas: Any) -> None:
        for number, line in enumerate(lines, 1):
            canvas.drawString(40, 800 - 14 * number, str(number))
            canvas.drawString(80, 800 - 14 * number, line)

    found = seats(pdf([draw]), "lines.pdf")
    assert found["Osric Thistledown"] == ("apologies", "Lamp Society")


ROWS = [
    ("Name", "Agency", "Status"),
    ("Tamsin Orrell", "Harbour Link", "Present"),
    ("Bodhi Larkspur", "Netmakers Guild", "Apologies"),
    ("Ines Quillfeather", "Ashmere Council", "Present"),
]
TOP = "Ashmere Harbour Trust\nMinutes of the meeting held on 6 March 2017\n\n"


@pytest.mark.parametrize("mark", [";", ",", "\n", "\n\n"])
def test_rows_pasted_from_a_sheet_and_cells_one_a_line(mark: str) -> None:
    end = mark if mark.isspace() else "\n"
    text = TOP + end.join(mark.join(row) for row in ROWS) + "\n\n1. Welcome\n\nThe meeting began.\n"
    assert seats(text, "pasted.txt") == {
        "Tamsin Orrell": ("present", "Harbour Link"),
        "Bodhi Larkspur": ("apologies", "Netmakers Guild"),
        "Ines Quillfeather": ("present", "Ashmere Council"),
    }


def test_heads_in_the_middle_of_their_columns_and_a_cell_that_fills_its_own() -> None:
    rows = """
      Attendee             Role           Attendance
Cllr Tamsin Orrell  Chair            Present
Cllr Bodhi Larkspur Committee Member Present, as expected
Cllr Ines Quill     Member           Apologies
Osric Thistledown   Officer          In attendance
"""
    found = seats(TOP + rows, "dump.txt")
    assert [status for status, _ in found.values()] == ["present", "present", "apologies", "in attendance"]


def test_the_bullets_of_a_list_are_no_marks_of_who_came() -> None:
    text = (
        TOP + "Present\n•\tTamsin Orrell\n•\tBodhi Larkspur\nApologies\n•\tIves Quill\n•\tOsric Thistledown\n"
    )
    assert [status for status, _ in seats(text, "list.txt").values()] == ["present"] * 2 + ["apologies"] * 2


def test_front_matter_says_who_came() -> None:
    front = """---
title: Ashmere Harbour Trust
date: 2017-03-06
attendees:
  - name: Tamsin Orrell
    org: Quay School
  - Bodhi Larkspur
regrets: [Ines Quill, Osric Thistledown]
layout: post
---
## 1. Welcome

The meeting began at seven.
"""
    found = seats(front, "notes.md")
    assert found["Tamsin Orrell"] == ("present", "Quay School")
    assert found["Osric Thistledown"] == ("apologies", None)


@pytest.mark.parametrize("element", ["div", "p", "span style='display:block'"])
def test_a_card_for_each_of_those_who_came(element: str) -> None:
    close = element.split()[0]
    people = [
        ("Tamsin Orrell", "Chair", "Harbour Arts Trust"),
        ("Bodhi Larkspur", "Curator", "Quay Gallery"),
        ("Ines Quill", "Head of Culture", "Ashmere Council"),
    ]
    cards = "".join(f"<{element}>{word}</{close}><br>" for person in people for word in person)
    page = (
        f"<h1>Ashmere Arts Board</h1><p>Minutes of 6 March 2017</p><h3>Present</h3>{cards}<h3>1. Welcome</h3>"
    )
    found = seats(page, "cards.html")
    assert {name: body for name, (_, body) in found.items()} == {name: body for name, _, body in people}


def test_a_row_that_heads_others_outranks_the_head_of_its_column() -> None:
    rows = [
        "Present | Body",
        "---|---",
        "Tamsin Orrell | Lido Ltd",
        "**Apologies** | ",
        "Ives Quill | Quay School",
    ]
    table = "".join(f"| {row} |\n" for row in rows)
    assert seats(f"# Ashmere Board\n\n6 March 2017\n\n{table}", "table.md")["Ives Quill"][0] == "apologies"


def test_bodies_on_rows_of_their_own_stand_over_their_people() -> None:
    rows = [
        ("Attendance", ""),
        ("Ashmere Police", ""),
        ("Tamsin Orrell", "Inspector"),
        ("Ashmere Council", ""),
        ("Bodhi Larkspur", "Planner"),
        ("Ines Quill", "Clerk"),
    ]
    page = f"<h1>Ashmere Forum</h1><p>Minutes of 6 March 2017</p>{table_of(rows)}"
    found = seats(page, "groups.html")
    assert found["Ines Quill"] == ("present", "Ashmere Council")


def test_a_saved_file_of_bytes_reads_as_its_text() -> None:
    text = TOP + "Present: Tamsin Orrell (Lido – Chair)\nApologies: Ives Quill\n"
    stream = BytesIO(text.encode("utf-16"))
    assert list(seats(stream.getvalue(), "wide.txt")) == ["Tamsin Orrell", "Ives Quill"]


@pytest.mark.parametrize(
    ("font", "letter", "sign"),
    [
        ("ZapfDingbats", "3", "✓"),
        ("ABCDEF+ZapfDingbats", "8", "✗"),
        ("Wingdings", "ü", "✓"),
        ("Arial", "3", "3"),
    ],
)
def test_ticks_drawn_with_a_font_of_signs(font: str, letter: str, sign: str) -> None:
    place = {"x0": 1, "x1": 9, "top": 1, "bottom": 9}
    (word,) = as_words([{"text": letter, "fontname": font, **place}])
    assert word.text == sign


def test_an_association_of_residents_is_a_body() -> None:
    text = (
        TOP
        + "Present\nTamsin Orrell, Residents' Association (chair)\nBodhi Larkspur, Quay School\n2 residents\n"
    )
    assert seats(text, "list.txt")["Tamsin Orrell"] == ("present", "Residents' Association")

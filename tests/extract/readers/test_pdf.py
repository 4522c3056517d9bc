"""PDFs: tables with and without rules, columns, running headers, wrapped lines, scans."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from looking import heads, marked, one, tables, words

from whosat.extract import readers
from whosat.extract.document import BlockKind
from whosat.extract.readers import Limits
from whosat.extract.readers.pdf import set_on_line
from whosat.ontology.errors import UnreadableDocument

Make = Callable[[Sequence[Callable[[Any], None]]], bytes]
WIDE = "The board looked at the figures for the year and thought that they were good enough"
ROSTER = [
    ("Name", "Organisation", "Status"),
    ("Ann Lee", "Docks Trust", "Present"),
    ("Joe Day", "City Council", "Present"),
    ("Raj Sen", "Harbour Office", "Apologies"),
]


def _write(canvas: Any, lines: Sequence[tuple[float, float, str]]) -> None:
    for x, y, text in lines:
        canvas.drawString(x, y, text)


def _roster(canvas: Any, rules: bool, top: float = 700) -> None:
    for number, row in enumerate(ROSTER):
        for x, text in zip((72, 200, 400), row, strict=True):
            canvas.drawString(x, top - 20 * number, text)
    if rules:
        for y in range(5):
            canvas.line(66, top + 14 - 20 * y, 500, top + 14 - 20 * y)
        for x in (66, 194, 394, 500):
            canvas.line(x, top + 14, x, top - 66)


@pytest.mark.parametrize("rules", [True, False])
def test_a_table_comes_back_as_cells_with_or_without_rules(pdf: Make, rules: bool) -> None:
    document = one("x.pdf", pdf([lambda canvas: _roster(canvas, rules)]))
    assert tables(document) == [[list(row) for row in ROSTER]]
    assert heads(document) == list(ROSTER[0])


def test_wrapped_words_stay_in_their_cell_and_a_new_line_is_a_new_name(pdf: Make) -> None:
    def draw(canvas: Any) -> None:
        _write(
            canvas,
            [
                (72, 700, "Present:"),
                (180, 700, "Ann Lee (Docks Trust)"),
                (180, 686, "Joe Day (Council)"),
                (72, 660, "Apologies:"),
                (180, 660, "Raj Sen, of the Harbour Office and"),
                (180, 646, "Lights"),
                (72, 620, "Clerk:"),
                (180, 620, "Wu Min"),
            ],
        )

    assert tables(one("x.pdf", pdf([draw]))) == [
        [
            ["Present:", "Ann Lee (Docks Trust)\nJoe Day (Council)"],
            ["Apologies:", "Raj Sen, of the Harbour Office and Lights"],
            ["Clerk:", "Wu Min"],
        ]
    ]


def test_a_name_and_its_body_stay_in_one_row_under_an_empty_first_column(pdf: Make) -> None:
    rows = [["Present:", "Ann Lee", "Docks"], ["", "Joe Day", "Council"], ["Apologies:", "Raj Sen", "Trust"]]

    def draw(canvas: Any) -> None:
        for number, row in enumerate(rows):
            _write(
                canvas, [(x, 700 - 15 * number, text) for x, text in zip((72, 180, 320), row, strict=True)]
            )

    assert tables(one("x.pdf", pdf([draw]))) == [rows]


def test_dates_over_a_matrix_are_its_heads(pdf: Make) -> None:
    rows = [["Member", "14 May", "9 July"], ["Ann Lee", "P", "A"], ["Joe Day", "-", "P"]]

    def draw(canvas: Any) -> None:
        for number, row in enumerate(rows):
            _write(
                canvas, [(x, 700 - 18 * number, text) for x, text in zip((72, 250, 320), row, strict=True)]
            )

    document = one("x.pdf", pdf([draw]))
    assert tables(document) == [rows] and heads(document) == rows[0]


def test_lists_side_by_side_are_columns_of_one_table(pdf: Make) -> None:
    left, right = ["Present", "Ann Lee", "Joe Day", "Raj Sen", "Wu Min"], ["Apologies", "Al Roe", "Bo Tan"]

    def draw(canvas: Any) -> None:
        _write(canvas, [(72, 700 - 15 * n, text) for n, text in enumerate(left)])
        _write(canvas, [(320, 700 - 15 * n, text) for n, text in enumerate(right)])

    rows = tables(one("x.pdf", pdf([draw])))[0]
    assert [row[0] for row in rows] == left and [row[1] for row in rows][:3] == right


def test_text_set_in_two_columns_is_read_one_column_after_the_other(pdf: Make) -> None:
    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica", 9)
        for number in range(10):
            _write(
                canvas,
                [
                    (60, 700 - 12 * number, f"left {number} has words that go on and on in it"),
                    (320, 700 - 12 * number, f"right {number} has words that go on and on in it"),
                ],
            )

    text = one("x.pdf", pdf([draw])).text
    assert text.index("left 9") < text.index("right 0")


def test_an_action_column_at_the_right_comes_back_as_cells(pdf: Make) -> None:
    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica", 10)
        _write(canvas, [(500, 700, "Action")])
        for number, who in enumerate(["AL", "", "JD", "RS"]):
            y = 680 - 40 * number
            _write(canvas, [(72, y, WIDE), (72, y - 12, "and asked for more.")])
            if who:
                canvas.drawString(500, y, who)

    (table,) = tables(one("x.pdf", pdf([draw])))
    assert [row[-1] for row in table if row[-1]] == ["Action", "AL", "JD", "RS"]
    assert f"{WIDE} and asked for more." in [row[0] for row in table]


def test_running_headers_and_page_numbers_are_set_apart_and_tables_go_on(pdf: Make) -> None:
    def page(number: int) -> Callable[[Any], None]:
        def draw(canvas: Any) -> None:
            _write(canvas, [(72, 815, "Harbour Board minutes"), (280, 30, f"Page {number} of 3")])
            _write(canvas, [(72, 740, f"Words of page {number} alone.")] if number != 2 else [])
            if number < 3:
                _roster(canvas, rules=True, top=700 if number == 1 else 760)

        return draw

    document = one("x.pdf", pdf([page(1), page(2), page(3)]))
    assert words(document, BlockKind.FURNITURE)[0] == "Harbour Board minutes"
    assert "Page 2 of 3" in words(document, BlockKind.FURNITURE)
    assert "Harbour" not in "".join(words(document, BlockKind.PARAGRAPH))
    assert tables(document) == [[list(row) for row in (*ROSTER, *ROSTER[1:])]]


def test_wrapped_lines_are_joined_and_roster_lines_are_not(pdf: Make) -> None:
    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica-Bold", 11)
        _write(canvas, [(72, 700, "Present")])
        canvas.setFont("Helvetica", 11)
        _write(
            canvas,
            [
                (72, 686, "Ann Lee, Docks"),
                (72, 672, "Joe Day, Council"),
                (72, 640, WIDE + " to go"),
                (72, 626, "on with. Ann Lee spoke about the new meet-"),
                (72, 612, "ing rooms."),
            ],
        )

    document = one("x.pdf", pdf([draw]))
    assert words(document)[:3] == ["Present", "Ann Lee, Docks", "Joe Day, Council"]
    assert words(document)[3].startswith(f"{WIDE} to go on with.")
    assert marked(document, "bold") == ["Present"]


def test_a_scan_is_told_as_such(pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    monkeypatch.setattr("shutil.which", lambda _: None)
    picture = ImageReader(Image.new("L", (60, 80), 200))
    data = pdf([lambda canvas: canvas.drawImage(picture, 0, 0, 500, 700)])
    with pytest.raises(UnreadableDocument, match="scan") as caught:
        readers.read_bytes("x.pdf", data)
    assert "Tesseract" in caught.value.remedy


def test_a_password_and_damage_are_told(pdf: Make) -> None:
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream, encrypt="secret")
    canvas.drawString(72, 700, "Ann Lee")
    canvas.save()
    with pytest.raises(UnreadableDocument, match="password"):
        readers.read_bytes("x.pdf", stream.getvalue())
    with pytest.raises(UnreadableDocument, match=r"damaged|no words"):
        readers.read_bytes("x.pdf", pdf([lambda canvas: canvas.drawString(72, 700, "Ann")])[:300])


def test_of_a_very_long_pdf_the_first_pages_are_read_and_the_rest_is_told(pdf: Make) -> None:
    data = pdf([lambda canvas: canvas.drawString(72, 700, "Ann Lee, Docks")] * 30)
    (document,) = readers.read_bytes("x.pdf", data, limits=Limits(pages=5))
    assert document.text.count("Ann Lee") == 5
    assert document.notes == ("Only the first 5 of 30 pages were read.",)


def test_letters_that_a_font_hangs_far_below_their_line_are_set_on_it() -> None:
    def letter(lower: float) -> dict[str, Any]:
        place = {
            "y0": lower,
            "y1": lower + 10,
            "top": 90 - lower,
            "bottom": 100 - lower,
            "doctop": 90 - lower,
        }
        return {"size": 10.0, "matrix": (1, 0, 0, 1, 50, 40), **place}

    usual, hung = letter(37.8), letter(28.0)
    set_on_line(SimpleNamespace(rotation=0, chars=[usual, hung]))
    del usual["matrix"], hung["matrix"]
    assert hung == pytest.approx(usual)


def test_a_page_that_draws_without_end_is_left_out_and_told(
    pdf: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("whosat.extract.readers.pdf_bounded._MOST_SHAPES", 100)

    def endless(canvas: Any) -> None:
        canvas._code.append("0 0 m 9 9 l S " * 1000)

    def plain(canvas: Any) -> None:
        _write(canvas, [(72, 700, "Present: Ann Lee, Joe Day")])

    document = one("x.pdf", pdf([plain, endless]))
    assert words(document) == ["Present: Ann Lee, Joe Day"]
    assert document.notes == ("Page 2 was not read: it holds more drawing than a page of minutes does.",)
    with pytest.raises(UnreadableDocument, match="is one large drawing"):
        readers.read_bytes("x.pdf", pdf([endless]))

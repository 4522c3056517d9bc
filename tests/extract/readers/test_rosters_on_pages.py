"""Pages whose roster stands beside what they call their main part, and PDFs whose table begins at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from looking import one, words
from reading import facts_of

from whosat.extract.document import BlockKind

Make = Callable[[Sequence[Callable[[Any], None]]], bytes]
MAIN = (
    "<main><h1>Ashmere Harbour Trust</h1><p>Minutes of 6 March 2017</p><p>" + "We met. " * 60 + "</p></main>"
)


def _page(beside: str) -> str:
    return f"<html><body>{MAIN}<div>{beside}</div></body></html>"


@pytest.mark.parametrize(
    "beside",
    [
        "<h3>Attendees</h3><ul><li>Graham Tolley</li><li>Priya Nandy</li></ul>",
        "<p><strong>Present:</strong></p><p>Graham Tolley</p><p>Priya Nandy</p>",
        "<dl><dt>In attendance</dt><dd>Graham Tolley</dd><dd>Priya Nandy</dd></dl>",
    ],
)
def test_a_roster_beside_the_main_part_of_a_page_is_read(beside: str) -> None:
    document = one("minutes.html", _page(beside))
    assert not {"Graham Tolley", "Priya Nandy"} & set(words(document, BlockKind.FURNITURE))
    found = facts_of(_page(beside), "minutes.html").attendances
    assert {one.person for one in found} == {"Graham Tolley", "Priya Nandy"}


def test_what_else_stands_beside_the_main_part_is_not() -> None:
    document = one("minutes.html", _page("<h3>Contact</h3><p>Graham Tolley</p>"))
    assert "Graham Tolley" in words(document, BlockKind.FURNITURE)


@pytest.mark.parametrize("rows", range(4, 7))
def test_a_lone_cell_in_the_second_line_of_a_pdf(pdf: Make, rows: int) -> None:
    def draw(canvas: Any) -> None:
        for number in range(rows):
            y = 760 - 15 * number
            canvas.drawString(72, y, f"Keeper {number}")
            if number != 1:
                canvas.drawString(240, y, f"Lamp {number}")

    # the shortest table that can be told used to be compared with a line before the first
    text = one("keepers.pdf", pdf([draw])).text
    assert all(f"Keeper {number}" in text for number in range(rows))

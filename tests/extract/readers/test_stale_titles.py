"""Files made from older ones keep the older one's title: it names no body where the text names one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reading import facts_of

LINES = (
    "Ashmere Harbour Trust",
    "Minutes of the meeting held on 6 March 2017",
    "Present: Graham Tolley, Priya Nandy, Owen Hartle",
)
STALE = "Selwick Dredging Panel"


def _body(data: bytes, name: str) -> str | None:
    facts = facts_of(data, name)
    assert facts.title == STALE
    return next(one.body for one in facts.meetings if one.minuted)


def test_a_stale_title_of_a_word_document(word: Callable[[Callable[[Any], None]], bytes]) -> None:
    def fill(document: Any) -> None:
        document.core_properties.title = STALE
        for line in LINES:
            document.add_paragraph(line)

    assert _body(word(fill), "minutes.docx") == LINES[0]


def test_a_stale_title_of_a_pdf(pdf: Callable[[Sequence[Callable[[Any], None]]], bytes]) -> None:
    def draw(canvas: Any) -> None:
        canvas.setTitle(STALE)
        for number, line in enumerate(LINES):
            canvas.drawString(72, 760 - 30 * number, line)

    assert _body(pdf([draw]), "minutes.pdf") == LINES[0]

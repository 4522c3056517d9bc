"""Small documents, made where they are needed."""

# ruff: noqa: E501 - markup and tables are easier to read in one piece

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import pytest


@pytest.fixture
def word() -> Callable[[Callable[[Any], None]], bytes]:
    """Makes a .docx: give what fills python-docx's document."""

    def make(fill: Callable[[Any], None]) -> bytes:
        import docx

        document = docx.Document()
        fill(document)
        stream = BytesIO()
        document.save(stream)
        return stream.getvalue()

    return make


@pytest.fixture
def pdf() -> Callable[[Sequence[Callable[[Any], None]]], bytes]:
    """Makes a PDF: give what draws each page on reportlab's canvas (A4, points from the lower left corner)."""

    def make(pages: Sequence[Callable[[Any], None]]) -> bytes:
        from reportlab.lib.pagesizes import A4
        from reportlab.pdfgen.canvas import Canvas

        stream = BytesIO()
        canvas = Canvas(stream, pagesize=A4, invariant=1)
        for draw in pages:
            canvas.setFont("Helvetica", 11)
            draw(canvas)
            canvas.showPage()
        canvas.save()
        return stream.getvalue()

    return make

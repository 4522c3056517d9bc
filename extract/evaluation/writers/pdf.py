"""A PDF with a text layer: ruled and unruled tables, columns by position, running headers and page numbers.

Needs reportlab, which stands among the development requirements.
"""

from __future__ import annotations

import io
import random
from html import escape
from itertools import zip_longest
from pathlib import Path
from typing import Any

import matplotlib
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.lib.units import mm  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]
from reportlab.platypus import (  # type: ignore[import-untyped]
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
)
from reportlab.platypus import Table as Grid

from whosat.extract.evaluation.page import Block, Break, Columns, Heading, Items, Lines, Page, Para, Table

FONT, BOLD = "DejaVu", "DejaVu-Bold"  # has every letter of every name; matplotlib brings it along
_WIDTH = 170 * mm


def write(page: Page, manner: random.Random) -> bytes:
    """The page as a PDF, with page numbers and the same bytes each time."""
    _fonts()
    size = manner.choice((9, 10, 11))
    stream = io.BytesIO()
    template = SimpleDocTemplate(
        stream, pagesize=A4, leftMargin=20 * mm, rightMargin=20 * mm, invariant=1, title="Minutes"
    )
    numbered = manner.choice(("Page {}", "{}", "- {} -", "Page {} of minutes"))

    def furniture(canvas: Any, _: Any) -> None:
        canvas.saveState()
        canvas.setFont(FONT, 8)
        canvas.drawString(20 * mm, 285 * mm, page.header)
        canvas.drawString(20 * mm, 10 * mm, page.footer)
        canvas.drawRightString(190 * mm, 10 * mm, numbered.format(canvas.getPageNumber()))
        canvas.restoreState()

    flow = [item for block in page.blocks for item in _block(block, size)]
    template.build(flow, onFirstPage=furniture, onLaterPages=furniture)
    return stream.getvalue()


def _fonts() -> None:
    if FONT not in pdfmetrics.getRegisteredFontNames():
        folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
        pdfmetrics.registerFont(TTFont(FONT, folder / "DejaVuSans.ttf"))
        pdfmetrics.registerFont(TTFont(BOLD, folder / "DejaVuSans-Bold.ttf"))


def _text(text: str, size: int, bold: bool = False) -> Any:
    style = ParagraphStyle("text", fontName=BOLD if bold else FONT, fontSize=size, leading=size * 1.3)
    return Paragraph("<br/>".join(escape(part) for part in text.split("\n")) or "&nbsp;", style)


def _block(block: Block, size: int) -> list[Any]:
    gap = Spacer(1, size * 0.6)
    match block:
        case Heading(text, level):
            return [gap, _text(text, size + max(0, 5 - 2 * level), True), gap]
        case Para(text, bold):
            return [_text(text, size, bold), gap]
        case Lines(lines):
            return [*(_text(line, size) for line in lines), gap]
        case Items(lines, numbered):
            marks = [f"{number}." if numbered else "•" for number in range(1, len(lines) + 1)]
            return [*(_text(f"{mark} {line}", size) for mark, line in zip(marks, lines, strict=True)), gap]
        case Columns(runs):
            return [
                _grid(Table(tuple(zip_longest(*runs, fillvalue="")), header=False, borders=False), size),
                gap,
            ]
        case Table():
            return [_grid(block, size), gap]
        case Break():
            return [PageBreak()]


def _grid(table: Table, size: int) -> Any:
    rows = [
        [_text(cell, size, table.header and number == 0) for cell in row + ("",) * (table.width - len(row))]
        for number, row in enumerate(table.rows)
    ]
    widths = _widths(table)
    lines: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    if table.borders:
        lines.append(("GRID", (0, 0), (-1, -1), 0.5, "black"))
    spans = [("SPAN", (0, i), (-1, i)) for i, row in enumerate(table.rows) if len(row) == 1 < table.width]
    return Grid(rows, colWidths=widths, style=[*lines, *spans])


def _widths(table: Table) -> list[float]:
    longest = [
        max((len(line) for row in table.rows if 1 < len(row) > i for line in row[i].split("\n")), default=4)
        for i in range(table.width)
    ]
    shares = [min(max(length, 6), 40) for length in longest]
    return [_WIDTH * share / sum(shares) for share in shares]

"""A Word document: styles or bold lines for headings, tables with and without borders, headers and
footers.
"""

from __future__ import annotations

import datetime as dt
import io
import random
import zipfile
from itertools import zip_longest

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_BREAK

from whosat.extract.evaluation.page import Block, Break, Columns, Heading, Items, Lines, Page, Para, Table

_WRITTEN = dt.datetime(2020, 1, 1)


def write(page: Page, manner: random.Random) -> bytes:
    """The page as a docx file, with fixed times inside so that the bytes are the same each time."""
    document = Document()
    document.core_properties.created = document.core_properties.modified = _WRITTEN
    section = document.sections[0]
    section.header.paragraphs[0].text = page.header
    section.footer.paragraphs[0].text = page.footer
    as_table = manner.random() < 0.5
    soft = manner.random() < 0.25
    for block in page.blocks:
        _block(document, block, as_table, soft)
    stream = io.BytesIO()
    document.save(stream)
    return _timeless(stream.getvalue())


def _block(document: Docx, block: Block, as_table: bool, soft: bool) -> None:
    match block:
        case Heading(text, level, plain):
            if plain:
                document.add_paragraph().add_run(text).bold = True
            else:
                document.add_heading(text, level)
        case Para(text, bold):
            document.add_paragraph().add_run(text).bold = bold or None
        case Lines(lines):
            for line in ["\n".join(lines)] if soft else lines:
                document.add_paragraph(line)
        case Items(lines, numbered):
            for line in lines:
                document.add_paragraph(line, style="List Number" if numbered else "List Bullet")
        case Columns(runs):
            rows = tuple(zip_longest(*runs, fillvalue=""))
            if as_table:
                _table(document, Table((tuple("\n".join(run) for run in runs),), header=False, borders=False))
            else:
                for row in rows:
                    document.add_paragraph("\t".join(row).rstrip())
        case Table():
            _table(document, block)
        case Break():
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _table(document: Docx, table: Table) -> None:
    grid = document.add_table(rows=0, cols=table.width)
    if table.borders:
        grid.style = "Table Grid"
    for number, row in enumerate(table.rows):
        cells = grid.add_row().cells
        for cell, text in zip(cells, row, strict=False):
            paragraph, *others = text.split("\n")
            cell.paragraphs[0].add_run(paragraph).bold = (table.header and number == 0) or None
            for other in others:
                cell.add_paragraph(other)
        if len(row) == 1 < table.width:
            cells[0].merge(cells[-1])
    document.add_paragraph()


def _timeless(data: bytes) -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), old.read(name))
    return stream.getvalue()

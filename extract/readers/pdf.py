"""PDFs: words with their places become lines, paragraphs and tables, ruled or not; scans go through OCR."""

from __future__ import annotations

import logging
import re
import struct
import time
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from operator import attrgetter
from typing import Any, Final

from whosat.extract.document import Document
from whosat.extract.readers.assembly import Assembly
from whosat.extract.readers.limits import Limits
from whosat.extract.readers.pdf_bounded import TooMuchError, bounded
from whosat.extract.readers.pdf_flow import Sheet, pour, text_size
from whosat.extract.readers.pdf_grid import Grid, borderless, ruled_tables
from whosat.extract.readers.pdf_turned import sideways
from whosat.extract.readers.pdf_words import Line, Word, as_lines, as_words
from whosat.extract.readers.scan import NoOcr, scanned_words
from whosat.extract.readers.source import Source

_FAILURES = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    AssertionError,
    RecursionError,
    ArithmeticError,
    NotImplementedError,
    OSError,
    EOFError,
    MemoryError,
    RuntimeError,
    struct.error,
    zlib.error,
)
_DAMAGED = (
    "is damaged: it can't be opened as a PDF",
    "Open it in a PDF viewer and save or print it to PDF again.",
)


def read_pdf(source: Source, limits: Limits) -> Document:
    """A PDF as a Document; raises UnreadableDocument where it is damaged, protected, or pictures alone."""
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    assembly = Assembly()
    try:
        sheets, about = _read(source, limits, assembly)
    except (PdfminerException, MalformedPDFException, PDFException, PSException) as error:
        if "Password" in repr(error) or "Encrypt" in repr(error):
            remedy = "Save it without a password."
            raise source.unreadable("is protected with a password", remedy) from error
        raise source.unreadable(*_DAMAGED) from error
    except _FAILURES as error:
        raise source.unreadable(*_DAMAGED) from error
    pour(assembly, sheets, text_size(sheets))
    return assembly.document(source, "pdf", limits, **about)


def _read(source: Source, limits: Limits, assembly: Assembly) -> tuple[list[Sheet], dict[str, str | None]]:
    import pdfplumber

    with pdfplumber.open(BytesIO(source.data)) as pdf:
        pages = len(pdf.pages)
        sheets, pictures, drawn, stopped = [], [], [], pages
        deadline = time.monotonic() + limits.seconds
        for page in pdf.pages:
            if page.page_number > limits.pages:
                stopped = limits.pages
                break
            # What a clock decides differs from one machine to the next: so it is all of the pages, or none.
            if time.monotonic() > deadline:
                raise source.unreadable(
                    f"takes longer than {limits.seconds / 60:.0f} minutes to read", "Print it to PDF again."
                )
            try:
                page, words = _letters(pdf, page)
            except TooMuchError:
                drawn.append(page.page_number)
                sheets.append(Sheet(page.page_number, float(page.height), (), float(page.width)))
                page.close()
                continue
            if len(words) < 3 and page.images:
                pictures.append(page.page_number)
            sheets.append(_sheet(page, words))
            page.close()
        about = _about(pdf.metadata or {})
    if drawn and len(drawn) == len(sheets):
        raise source.unreadable("is one large drawing, and no minutes", "Leave it out.")
    if drawn:
        listed = ", ".join(map(str, drawn))
        assembly.notes.append(
            f"Page {listed} was not read: it holds more drawing than a page of minutes does."
        )
    if stopped < pages:
        assembly.notes.append(f"Only the first {stopped} of {pages} pages were read.")
    return _with_scans(source, sheets, pictures, limits, assembly), about


def _letters(pdf: Any, page: Any) -> tuple[Any, list[Word]]:
    """The page as its letters stand, and its words; raises TooMuchError where it draws without end."""
    page.close()
    page = _righted(pdf, bounded(pdf, page))
    return page, as_words(_words(page))


def _righted(pdf: Any, page: Any) -> Any:
    """The page turned as it is read, where most of its letters stand on their sides or on their heads."""
    turns = Counter(_turn(letter["matrix"]) for letter in page.chars)
    turn, most = turns.most_common(1)[0] if turns else (0, 0)
    if not turn or most * 5 < 4 * turns.total():
        return page
    page.close()
    turned = (page.rotation + turn) % 360
    page.page_obj.rotate = page.page_obj.attrs["Rotate"] = turned
    return bounded(pdf, page)


def _turn(matrix: Sequence[float]) -> int:
    """How far to turn clockwise, in degrees, what is written in the direction of `matrix`."""
    along, up = matrix[:2]
    if abs(along) >= abs(up):
        return 0 if along > 0 else 180
    return 90 if up > 0 else 270


_DESCENT: Final = 0.22  # of the size of the type, by which its letters usually reach below their line
_ODD: Final = 0.6  # of the size, from which what a font says of that is a mistake


def set_on_line(page: Any) -> None:
    """Move letters to the line they are written on where their font says that they hang far below it: else
    two lines of two fonts run into each other."""
    if page.rotation:
        return
    for letter in page.chars:
        size, along, up = letter["size"], letter["matrix"][0], letter["matrix"][1]
        hangs = letter["matrix"][5] - letter["y0"]
        if up or along <= 0 or not size or 0 <= hangs <= _ODD * size:
            continue
        for side in ("top", "bottom", "doctop"):
            letter[side] -= hangs - _DESCENT * size
        for side in ("y0", "y1"):
            letter[side] += hangs - _DESCENT * size


def _words(page: Any) -> list[dict[str, Any]]:
    set_on_line(page)
    found = page.extract_words(x_tolerance_ratio=0.15, y_tolerance=3, extra_attrs=["fontname"])
    return [word for word in found if word.get("upright", True)]


def _sheet(page: Any, words: list[Word]) -> Sheet:
    abreast, alone = sideways(page.chars)
    grids, rest = ruled_tables(page, [*words, *abreast, *alone])
    if alone:  # the label of some rows of a table, or a stamp in the margin
        stamps = set(map(id, alone))
        rest = [word for word in rest if id(word) not in stamps]
    width = float(page.width)
    return Sheet(page.page_number, float(page.height), tuple(_items(grids, rest, width)), width)


def _items(grids: list[Grid], words: list[Word], width: float) -> Iterator[Grid | Line]:
    """What stands on a page from top to bottom; a ruled table ends the borderless one above it."""
    lines = as_lines(words)
    for grid in sorted(grids, key=attrgetter("top")):
        above = [line for line in lines if line.top < grid.top]
        lines = lines[len(above) :]
        yield from borderless(above, width)
        yield grid
    yield from borderless(lines, width)


def _with_scans(
    source: Source, sheets: list[Sheet], pictures: list[int], limits: Limits, assembly: Assembly
) -> list[Sheet]:
    """The pages with those that are pictures read by OCR; says so where that can't be done."""
    if not pictures:
        return sheets
    try:
        scans = {number: (words, size) for number, words, size in scanned_words(source, pictures, limits)}
    except NoOcr as error:
        if len(pictures) == len(sheets):
            raise source.unreadable("is a scan: pictures of pages, with no text in it", str(error)) from error
        listed = ", ".join(map(str, pictures))
        assembly.notes.append(f"Page {listed} could not be read: a picture without text. {error}")
        return sheets
    assembly.notes.append("Scanned pages were read with OCR, which errs: check names against the document.")
    return [_scanned(sheet, *scans[sheet.number]) if sheet.number in scans else sheet for sheet in sheets]


def _scanned(sheet: Sheet, words: list[Word], size: tuple[float, float]) -> Sheet:
    return Sheet(sheet.number, size[1], tuple(borderless(as_lines(words), size[0])), size[0])


def _about(metadata: dict[str, Any]) -> dict[str, str | None]:
    created = re.match(r"D?:?(\d{4})(\d\d)(\d\d)", str(metadata.get("CreationDate") or ""))
    return {
        "title": _told(metadata.get("Title")),
        "creator": _told(metadata.get("Author")),
        "created": "-".join(created.groups()) if created else None,
    }


def _told(value: object) -> str | None:
    """A title or name somebody gave, not what a program puts where nobody did."""
    empty = ("", "(anonymous)", "anonymous", "(unspecified)", "unspecified", "untitled")
    return value if isinstance(value, str) and value.strip().lower() not in empty else None

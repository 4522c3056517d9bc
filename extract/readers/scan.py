"""Scanned pages, read with Tesseract where it is installed (the `ocr` extra and the program itself)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import Any

from whosat.extract.readers.limits import Limits
from whosat.extract.readers.pdf_words import Word
from whosat.extract.readers.source import Source

_SCALE = 200 / 72
_SURE = 30.0
_PAGE_SECONDS = 60


class NoOcr(Exception):
    """Tesseract isn't there; the text says how to get it."""


def scanned_words(
    source: Source, pages: Sequence[int], limits: Limits
) -> Iterator[tuple[int, list[Word], tuple[float, float]]]:
    """Page number, words with their places, and (width, height) in points, of `pages`; raises NoOcr."""
    if find_spec("pytesseract") is None or not shutil.which("tesseract"):
        raise NoOcr("Install Tesseract and pip install 'whosat[ocr]', or save the PDF with its text.")
    import pypdfium2

    document = pypdfium2.PdfDocument(source.data)
    try:
        for number in pages[: limits.pages]:
            page = document[number - 1]
            picture = page.render(scale=_SCALE, grayscale=True).to_pil()
            yield number, list(_recognised(picture)), page.get_size()
    finally:
        document.close()


def _recognised(picture: Any) -> Iterator[Word]:
    import pytesseract

    data = pytesseract.image_to_data(picture, output_type=pytesseract.Output.DICT, timeout=_PAGE_SECONDS)
    for text, left, top, width, height, sure in zip(
        *(data[key] for key in ("text", "left", "top", "width", "height", "conf")), strict=True
    ):
        if text.strip() and float(sure) >= _SURE:
            x0, y0 = left / _SCALE, top / _SCALE
            yield Word(text, x0, x0 + width / _SCALE, y0, y0 + height / _SCALE)

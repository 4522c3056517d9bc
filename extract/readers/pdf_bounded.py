"""PDF pages that say no where they would draw without end, so that no page costs an hour or all memory."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import cache
from typing import Any

_MOST_BYTES = 30_000_000  # of a page's instructions, unpacked
_MOST_SHAPES = 150_000  # letters and lines on a page


class TooMuchError(Exception):
    """A page holds more than a page of minutes does."""


def bounded(pdf: Any, page: Any) -> Any:
    """The page as one that raises TooMuchError instead of going on for ever."""
    return _bounded_page()(pdf, page.page_obj, page.page_number, page.initial_doctop)


@cache
def _bounded_page() -> Any:
    from pdfminer.pdfinterp import PDFPageInterpreter
    from pdfminer.pdftypes import stream_value
    from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent
    from pdfplumber.utils.exceptions import PdfminerException

    class Device(PDFPageAggregatorWithMarkedContent):
        """Takes what a page draws, as long as it is not too much."""

        shapes = 0
        bytes = 0

        def one_more(self) -> None:
            self.shapes += 1
            if self.shapes > _MOST_SHAPES:
                raise TooMuchError

        def render_char(self, *args: Any, **named: Any) -> float:
            self.one_more()
            return float(super().render_char(*args, **named))

        def paint_path(self, *args: Any, **named: Any) -> None:
            self.one_more()
            super().paint_path(*args, **named)

    class Interpreter(PDFPageInterpreter):
        """Follows the instructions of a page and of the drawings in it, as long as they are not too many."""

        device: Device

        def execute(self, streams: Sequence[object]) -> None:
            for stream in streams:
                self.device.bytes += _unpacked(stream_value(stream))
                if self.device.bytes > _MOST_BYTES:
                    raise TooMuchError
            super().execute(streams)

    class BoundedPage(Page):
        """A page whose layout ends."""

        @property
        def layout(self) -> Any:
            if not hasattr(self, "_layout"):
                device = Device(self.pdf.rsrcmgr, pageno=self.page_number, laparams=self.pdf.laparams)
                try:
                    Interpreter(self.pdf.rsrcmgr, device).process_page(self.page_obj)
                except TooMuchError:
                    raise
                except Exception as error:
                    raise PdfminerException(error) from error
                self._layout = device.get_result()
            return self._layout

    return BoundedPage


def _unpacked(stream: Any) -> int:
    """How many bytes a stream unpacks to, as far as that is told without unpacking more than a page may."""
    if stream.data is not None:
        return len(stream.data)
    raw = stream.rawdata or b""
    names = [str(getattr(name, "name", name)) for name, _ in stream.get_filters()]
    if names and names[0] in ("FlateDecode", "Fl"):
        try:
            return len(zlib.decompressobj().decompress(raw, _MOST_BYTES + 1))
        except zlib.error:
            return len(raw)
    return len(raw)

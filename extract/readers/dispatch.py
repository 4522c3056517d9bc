"""Which reader takes which format, and what to say of the formats none takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from whosat.extract.document import Document
from whosat.extract.readers.containers import read_mail, read_zip
from whosat.extract.readers.html import read_html
from whosat.extract.readers.limits import Limits
from whosat.extract.readers.markdown import read_markdown
from whosat.extract.readers.moderngov import read_moderngov
from whosat.extract.readers.opendocument import read_odt
from whosat.extract.readers.pdf import read_pdf
from whosat.extract.readers.plain import read_plain
from whosat.extract.readers.restructured import read_rst
from whosat.extract.readers.sniff import sniff
from whosat.extract.readers.source import Source
from whosat.extract.readers.word import read_word

_SINGLE: dict[str, Callable[[Source, Limits], Document]] = {
    "txt": read_plain,
    "md": read_markdown,
    "rst": read_rst,
    "html": read_html,
    "docx": read_word,
    "odt": read_odt,
    "pdf": read_pdf,
    "xml": read_moderngov,
}
_CONTAINERS = {"zip": read_zip, "eml": read_mail}
_REFUSED = {
    "ole": (
        "is in the old binary format of Office (.doc, .xls, .ppt, .msg), which is not read",
        "Open it in Word or LibreOffice and save it as .docx.",
    ),
    "encrypted": ("is protected with a password", "Open it, take the password off, and save it again."),
    "office": (
        "is a spreadsheet or a presentation, which is not read",
        "Save the part that holds the minutes as .docx or .pdf.",
    ),
    "rtf": (
        "is in Rich Text Format, which is not read",
        "Open it in Word or LibreOffice and save it as .docx.",
    ),
    "image": ("is a picture", "Save it as a PDF with text (most scanners can), or type its list as .txt."),
}

_CALLED: dict[str, tuple[str, frozenset[str]]] = {
    **dict.fromkeys((".docx", ".docm", ".dotx"), ("Word file", frozenset({"docx"}))),
    **dict.fromkeys((".odt", ".ott"), ("OpenDocument file", frozenset({"odt"}))),
    ".pdf": ("PDF", frozenset({"pdf"})),
}
"""What a file's name says that it is, and the formats that it may then be in."""

_READ_AS = {
    "txt": "plain text",
    "md": "plain text",
    "rst": "plain text",
    "html": "a web page",
    "xml": "XML",
    "docx": "a Word file",
    "odt": "an OpenDocument file",
    "pdf": "a PDF",
}


def read_source(source: Source, limits: Limits) -> list[Document]:
    """The documents in one file's bytes; raises UnreadableDocument, with what to do about it."""
    if not source.data:
        raise source.unreadable("is empty", "Check that the right file was saved, or leave it out.")
    kind = sniff(source)
    if kind in _REFUSED:
        raise source.unreadable(*_REFUSED[kind])
    if kind in _CONTAINERS:
        return _CONTAINERS[kind](source, limits, read_source)
    document = _SINGLE[kind](source, limits)
    called = _CALLED.get(source.suffix)
    if called and kind not in called[1]:
        note = (
            f"it is no {called[0]}, though its name ends in {source.suffix}; it was read as {_READ_AS[kind]}"
        )
        document = replace(document, notes=(*document.notes, note))
    return [document]

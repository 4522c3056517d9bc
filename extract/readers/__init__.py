"""Files in, Documents out: one reader a format, chosen by content, each yielding the same Document."""

from __future__ import annotations

from pathlib import Path

from whosat.extract.document import Document
from whosat.extract.readers.collect import collect, passed_over
from whosat.extract.readers.limits import DEFAULT, Limits
from whosat.extract.readers.source import Source
from whosat.ontology.errors import UnreadableDocument

__all__ = ["Limits", "collect", "passed_over", "read", "read_bytes"]


def read(path: Path, *, limits: Limits = DEFAULT) -> list[Document]:
    """The documents in one file: one, or several where it is an archive or a mail with attachments.

    Raises UnreadableDocument, with what to do about it, where the file can't be read.
    """
    if path.exists() and not path.is_file():
        raise UnreadableDocument(
            f"{path.name} is no file that can be read.", "Name a file, or a folder of files."
        )
    try:
        if path.stat().st_size > limits.file:
            raise UnreadableDocument(
                f"{path.name} is larger than {limits.file // 1_000_000} MB.", "Split it, or leave it out."
            )
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(
            f"{path.name} can't be opened: {error.strerror or error}.",
            "Check that it exists and may be read.",
        ) from error
    return read_bytes(path.name, data, limits=limits)


def read_bytes(name: str, data: bytes, *, limits: Limits = DEFAULT) -> list[Document]:
    """As `read`, for bytes already in memory; `name` is what the documents are called."""
    # Readers bring libraries with them (lxml, pdfminer): they load when the first document does.
    from whosat.extract.readers.dispatch import read_source

    return read_source(Source(name, data), limits)

"""Reads a small invented text with the whole pipeline, which is loaded once a test run: it takes a second."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from spacy.language import Language

from whosat.extract import pipeline
from whosat.extract.readers import read_bytes
from whosat.ontology.facts import Attendance, DocumentFacts

TITLE = "Ashmere Harbour Trust\nMinutes of the meeting held on 6 March 2017 in the Net Loft\n\n"
ITEM = "\n\n1. Welcome\nThe meeting began.\n"


@cache
def _nlp() -> Language:
    return pipeline.load()


def facts_of(text: str | bytes, name: str = "minutes.txt") -> DocumentFacts:
    """Everything that the only document in `text` says; the end of `name` tells its format."""
    (document,) = read_bytes(name, text.encode() if isinstance(text, str) else text)
    return pipeline.extract(document, _nlp())


def table_of(rows: Iterable[Sequence[str]]) -> str:
    """A table of a web page, whose cells may hold tags."""
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def page_of(*parts: str) -> str:
    """A web page: the title of the minutes, and below it what else it shows."""
    title = "".join(f"<p>{line}</p>" for line in TITLE.split("\n") if line)
    return f"<html>{title}{''.join(parts)}</html>"


def roster(lines: str) -> dict[str, Attendance]:
    """Who was at a meeting of the Ashmere Harbour Trust, by name, from the lines below its title."""
    return {one.person: one for one in facts_of(TITLE + lines + ITEM).attendances}


def statuses(lines: str) -> dict[str, str]:
    """How each stood to that meeting."""
    return {name: one.status.value for name, one in roster(lines).items()}


def bodies(lines: str) -> dict[str, str | None]:
    """For whom each was there."""
    return {name: one.representing for name, one in roster(lines).items()}


def jobs(lines: str) -> dict[str, str | None]:
    """Everybody's post."""
    return {name: one.job_title for name, one in roster(lines).items()}

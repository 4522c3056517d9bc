"""Of columns headed by dates, the one of the meeting that is minuted."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from whosat.extract.components.dates import dates_in
from whosat.extract.document import Block, Document

_NAMES: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH: Final = re.compile(
    r"\b(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\b\.?(?:[\s/’'-]*(?P<year>(?:19|20)?\d\d)\b)?",
    re.IGNORECASE,
)
_SHORT: Final = re.compile(r"\W*(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\W*")
_WEEK: Final = re.compile(
    r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b\.?,?|(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The columns of other meetings; empty where the columns are not one a meeting."""

    others: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Head:
    year: int | None
    month: int
    day: int | None

    def fits(self, date: dt.date) -> int:
        """How many parts agree; 0 where one does not."""
        parts = ((self.year, date.year), (self.month, date.month), (self.day, date.day))
        if any(mine is not None and mine != held for mine, held in parts):
            return 0
        return sum(mine is not None for mine, _ in parts)


def _head(text: str) -> _Head | None:
    """The date a column's head gives, in whatever form, with the parts it leaves out."""
    bare = " ".join(_WEEK.sub(" ", text.replace("\n", " ")).split())
    if len(bare) > 40:
        return None
    if re.fullmatch(r"[\d\s./-]+", bare):
        bare = bare.replace(" ", "")  # as a narrow column breaks it
    if dated := next(iter(dates_in(bare)), None):
        return _Head(dated.year, dated.month, dated.day)
    if short := _SHORT.fullmatch(bare):
        day, month = int(short["day"]), int(short["month"])
        return _Head(None, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
    if found := _MONTH.search(bare):
        year = int(found["year"]) if found["year"] else None
        year = year + 2000 if year is not None and year < 70 else year
        return _Head(year, _NAMES.index(found["month"].lower()) + 1, None)
    return None


def is_date_head(text: str) -> bool:
    """Whether a column's head is a date or month."""
    return _head(text) is not None


def _held(document: Document, block: Block) -> dt.date | None:
    """The meeting's date as the text outside the table gives it, else as the whole document does."""
    from whosat.extract.components.meeting_date import candidates, likely_date

    outside = [
        (score, -one.start, one.date)
        for score, one in candidates(document)
        if one.date and score > 0 and not block.start <= one.start < block.end
    ]
    return max(outside)[2] if outside else likely_date(document)


def column_of_meeting(document: Document, block: Block, heads: Mapping[int, str], said: set[int]) -> Chosen:
    """Which status columns are other meetings'; `said` are those with any mark in them.

    Where no head fits the meeting's date the last column with marks is this meeting's.
    """
    dated = {column: head for column, text in heads.items() if (head := _head(text))}
    numbered = [
        c for c, text in heads.items() if re.fullmatch(r"\W*(?:m(?:eeting|tg)?\s*)?\d{1,2}\W*", text, re.I)
    ]
    columns = sorted(dated) if len(dated) > 1 else numbered
    if len(columns) < 2:
        return Chosen()
    held = _held(document, block)
    fits = {c: dated[c].fits(held) if held and c in dated else 0 for c in columns}
    best = max(fits.values(), default=0)
    fitting = [c for c in columns if best and fits[c] == best]
    filled = [c for c in columns if c in said] or columns
    own = fitting[0] if len(fitting) == 1 else filled[-1]
    return Chosen(frozenset(c for c in columns if c != own))

"""Dates as people type them in a question: "2010", "June 2010", "22 January 2010", "2010-06"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_MONTHS: Final = (
    "january february march april may june july august september october november december".split()
)
_MONTH = (
    r"(?P<month>" + "|".join(f"{name[:3]}(?:{name[3:]}|t)?" if name[3:] else name for name in _MONTHS) + r")"
)
_DATE = re.compile(
    rf"\b(?:(?P<iso>(?:19|20)\d\d-\d\d(?:-\d\d)?)"
    rf"|(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?{_MONTH}\.?,?\s+(?P<year>(?:19|20)\d\d)"
    rf"|(?P<only>(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|after|from)\s*$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|before|by|up to)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Span:
    """The time a question is about, as ISO dates cut to what was said ("2010", "2010-06"); empty: open."""

    since: str = ""
    until: str = ""


def read(text: str) -> tuple[Span, tuple[tuple[int, int], ...]]:
    """The span of time a question names, and where its dates stand in the text."""
    found = [(match.start(), match.end(), _iso(match)) for match in _DATE.finditer(text)]
    places = tuple((start, end) for start, end, _ in found)
    if not found:
        return Span(), ()
    if len(found) > 1:
        dates = sorted(date for _, _, date in found[:2])
        return Span(dates[0], dates[1]), places
    start, _, date = found[0]
    before = text[:start]
    if _SINCE.search(before):
        return Span(since=date), places
    if _UNTIL.search(before):
        return Span(until=date), places
    return Span(date, date), places


def _iso(match: re.Match[str]) -> str:
    if match["iso"]:
        return match["iso"]
    if match["only"]:
        return match["only"]
    month = next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(match["month"].lower()[:3]))
    written = f"{match['year']}-{month:02d}"
    return f"{written}-{int(match['day']):02d}" if match["day"] else written

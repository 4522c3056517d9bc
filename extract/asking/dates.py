"""Dates as people type them in a question: "June 2010", "22/1/2010", "2010-06", "2010/11"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

_MONTHS: Final = (
    "january february march april may june july august september october november december".split()
)
_A_MONTH = "|".join(f"{name[:3]}(?:{name[3:]}|t)?" if name[3:] else name for name in _MONTHS)
_MONTH = rf"(?P<month>{_A_MONTH})"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?"
_HALF = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?{_MONTH}\.?"
    rf"(?=\s*(?:and|to|until|till|[-–])\s*(?:the\s+)?(?:{_DAY})?(?:{_A_MONTH})\.?,?\s+(?P<year>(?:19|20)\d\d)\b)",
    re.IGNORECASE,
)
"""The first of two dates of one year: "1 April" in "between 1 April and 30 June 2019"."""
_DATE = re.compile(
    rf"\b(?:the\s+)?(?:calendar\s+|financial\s+|municipal\s+)?(?:year\s+)?"
    rf"(?:(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?)"
    rf"|(?P<d>\d{{1,2}})[/.-](?P<m>\d{{1,2}})[/.-](?P<y>(?:19|20)\d\d)"
    rf"|(?P<first>(?:19|20)\d\d)[/–-](?P<second>(?:19|20)?\d\d)"
    rf"|(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?{_MONTH}\.?,?\s+(?P<year>(?:19|20)\d\d)"
    rf"|(?P<only>(?:19|20)\d\d))(?![\w/-])",
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
    """The span of time a question names, and where its dates stand in the text.

    What looks like a date and is none ("31 June 2010") is no date and has no place.
    """
    halves = [(match, (_in_words(match),)) for match in _HALF.finditer(text)]
    found = halves + [(match, _dates(match)) for match in _DATE.finditer(text)]
    found = [(match, dates) for match, dates in found if all(map(_exists, dates))]
    places = tuple(match.span() for match, _ in found)
    if not found:
        return Span(), ()
    dates = sorted(date for _, pair in found[:2] for date in pair)
    if len(found) > 1:
        return Span(dates[0], dates[-1]), places
    before = text[: found[0][0].start()]
    if _SINCE.search(before):
        return Span(since=dates[0]), places
    if _UNTIL.search(before):
        return Span(until=dates[-1]), places
    return Span(dates[0], dates[-1]), places


def _exists(date: str) -> bool:
    try:
        dt.date.fromisoformat((date + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _dates(match: re.Match[str]) -> tuple[str, ...]:
    """A date, or the two years of a "2010/11" (years, for councils begin them in April and in May)."""
    if match["first"]:
        second = match["second"]
        return match["first"], second if len(second) == 4 else match["first"][:2] + second
    if match["y"]:
        return (f"{match['y']}-{int(match['m']):02d}-{int(match['d']):02d}",)
    if match["iso"] or match["only"]:
        return (match["iso"] or match["only"],)
    return (_in_words(match),)


def _in_words(match: re.Match[str]) -> str:
    month = next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(match["month"].lower()[:3]))
    written = f"{match['year']}-{month:02d}"
    return f"{written}-{int(match['day']):02d}" if match["day"] else written

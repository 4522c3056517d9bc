"""Dates and times as minutes write them: any order with the month in words, numbers in the British
order, ISO."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH: Final = (
    r"(?P<{0}>jan(?:uary|y)?|feb(?:ruary|y)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust|t)?|sept?(?:ember|r)?|oct(?:ober|r)?|nov(?:ember|r)?|"
    r"dec(?:ember|r)?)\b\.?"
)
_WEEKDAY: Final = (
    r"(?P<weekday>(?:mon|tues?|wed(?:nes|s)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b[,.]?\s*(?:the\s+)?)?"
)
_ORDINAL: Final = r"(?:\s{0,2}(?:st|nd|rd|th|d)(?=\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b)"
_DAY: Final = r"(?P<{0}>(?:0?[1-9]|[12]\d|3[0-3]))" + _ORDINAL.replace("{", "{{").replace("}", "}}")
_ANOTHER: Final = (
    r"(?:(?:mon|tues?|wed(?:nes|s)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b[,.]?\s*(?:the\s+)?)?"
    r"\d{1,2}(?:\s?(?:st|nd|rd|th)\b)?"
)
"""The last day of several: "22 and Saturday 23 May"."""
_YEAR: Final = r"(?P<{0}>(?:18|19|20)\d\d|['’]\d\d)(?!\d)"
_GAP: Final = r"[\s,.\-–/]{1,4}"
_DATE: Final = re.compile(
    rf"(?<![\w.])(?<!\d:){_WEEKDAY}(?:"
    rf"{_DAY.format('d1')}(?:(?:(?=[-–/]\d)|(?<!eeting \d)(?<!eeting \d\d)(?<!o\. \d)(?<!o\. \d\d))\.?\s*"
    rf"(?:,|-|–|&|and|to|/)\s*{_ANOTHER}){{0,3}}\s*(?:of\s+|"
    rf"day\s+of\s+)?[\s,.\-–/]{{0,4}}{_MONTH.format('m1')}(?!\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:18|19|"
    rf"20)\d\d)(?:{_GAP}{_YEAR.format('y1')}|"
    rf"\s*(?:-|–|&|and|to)\s*{_ANOTHER}\s+(?:of\s+)?{_MONTH.format('m5')}{_GAP}{_YEAR.format('y5')}|"
    rf"(?:[-–/]?|[^\S\n](?=\d\d[^\S\n]*(?:[,;|)\n@]|$))|[^\S\n](?=(?:0\d|1[3-9]|2\d|[89]\d)\s[–—-]\s))(?P<s1>\d\d)(?![\d:.]|\s*[ap]\.?m|\s?{_MONTH.format('mx')})(?=\b))?"
    rf"|{_MONTH.format('m2')}\s+(?:the\s+)?{_DAY.format('d2')}(?:\s*(?:-|–|&|and|"
    rf"to)\s*(?:{_MONTH.format('m6')}\s+)?{_ANOTHER})?"
    rf"(?:{_GAP}{_YEAR.format('y2')}|/(?P<s2>\d\d)(?![\d/]))?"
    r"|(?P<y3>(?:18|19|20)\d\d)[-‐‑/.](?P<n3>\d{1,2})[-‐‑/.](?P<d3>\d{1,2})(?!\d)"
    r"|(?:(?P<d8>\d{1,2})\.?[-–](?=\d{1,2}[./]\d))?(?P<d4>\d{1,2})\s?(?P<sep>[/.\-])\s?(?P<n4>\d{1,2})\s?(?P=sep)\s?(?P<y4>(?:18|19|20)?\d\d)(?![\d/])"
    r"|(?<!\d )(?P<d9>[0-3]\d) (?P<n9>0\d|1[0-2]) (?P<y9>(?:19|20)\d\d)(?! ?\d)"
    r"|(?P<d7>\d{1,2})(?P<dot>[./])\s?(?P<n7>i{1,3}|i?v|vi{1,3}|ix|xi{0,2})(?P=dot)\s?(?P<y7>(?:18|19|20)?\d\d)(?!\d)"
    r")",
    re.IGNORECASE,
)
MONTH_AND_YEAR: Final = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?:19|20)\d\d\b", re.IGNORECASE
)
"""A month without a day, as titles give it: "June 2024 Harbour Group meeting"."""
_ROMAN: Final = "i ii iii iv v vi vii viii ix x xi xii".split()
_LIMIT: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as written: where it stands, its parts, and the date itself where the parts make one.

    `year` is None where none is written; `weekday` tells whether a day of the week stands before it.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int
    weekday: bool = False

    @property
    def date(self) -> dt.date | None:
        """The date; None without a year, or for the 31st of February."""
        return self.in_year(self.year) if self.year else None

    def in_year(self, year: int) -> dt.date | None:
        """The date in a given year, None where that year has none."""
        try:
            return dt.date(year, self.month, self.day)
        except ValueError:
            return None


def dates_in(text: str, start: int = 0, end: int | None = None) -> list[Dated]:
    """All dates in a text, in order, those without a year and impossible ones among them."""
    stop = min(len(text) if end is None else end, _LIMIT)
    if len(text) < 400:
        return [found for mark in _DATE.finditer(text, start, stop) if (found := _dated(mark))]
    return [found for found in _all(text) if start <= found.start < stop]


@lru_cache(maxsize=4)
def _all(text: str) -> tuple[Dated, ...]:
    """Every date of a text, kept while several parts of the pipeline ask for them."""
    marks = _DATE.finditer(text, 0, _LIMIT)
    return tuple(found for mark in marks if (found := _dated(mark)))


def _dated(mark: re.Match[str]) -> Dated | None:
    part = mark.groupdict()
    for n in "12":
        if part[f"d{n}"]:
            year = part[f"y{n}"] or (part["y5"] or part["s1"] if n == "1" else part["s2"])
            month = _MONTHS.index(part[f"m{n}"][:3].lower()) + 1
            return _checked(mark, _full_year(year), month, int(part[f"d{n}"]))
    if part["y3"]:
        return _checked(mark, int(part["y3"]), int(part["n3"]), int(part["d3"]))
    if part["d7"]:
        return _checked(mark, _full_year(part["y7"]), _ROMAN.index(part["n7"].lower()) + 1, int(part["d7"]))
    if part["y9"]:
        return _checked(mark, int(part["y9"]), int(part["n9"]), int(part["d9"]))
    day, month = int(part["d8"] or part["d4"]), int(part["n4"])
    if month > 12 >= day and month <= 31:
        day, month = month, day  # the American order, where the British one can't be
    return _checked(mark, _full_year(part["y4"]), month, day)


def _full_year(text: str | None) -> int | None:
    if not text:
        return None
    number = int(text.lstrip("'’"))
    return number if number > 99 else 2000 + number if number < 70 else 1900 + number


def _checked(mark: re.Match[str], year: int | None, month: int, day: int) -> Dated | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    start = mark.start()
    return Dated(start, mark.end(), year, month, day, bool(mark["weekday"]))


def date_in(text: str) -> dt.date | None:
    """The first whole date in a text."""
    return next((found.date for found in dates_in(text[:2000]) if found.date), None)


_TIME: Final = re.compile(
    r"(?<![\d.:/])(?:(?P<h1>\d{1,2})(?:[.:](?P<n1>\d\d))?\s*(?P<half>[ap])\.?\s?m\b|"
    r"(?P<h2>[01]?\d|2[0-3])[:.](?P<n2>[0-5]\d)(?:\s*(?:hrs|hours|h))?(?![\d.:/%])|"
    r"(?P<h3>[01]\d|2[0-3])(?P<n3>[0-5]\d)\s?(?:hrs|hours|h)\b|(?P<noon>12\s?noon|"
    r"\bnoon\b))",
    re.IGNORECASE,
)


def time_in(text: str) -> dt.time | None:
    """The first time of day in a text: "7.30pm", "13:30", "1400 hrs", "12 noon"."""
    for mark in _TIME.finditer(text):
        if mark["noon"]:
            return dt.time(12, 0)
        hour = int(mark["h1"] or mark["h2"] or mark["h3"])
        minute = int(mark["n1"] or mark["n2"] or mark["n3"] or 0)
        if mark["half"] and mark["half"].lower() == "p" and hour < 12:
            hour += 12
        if mark["half"] and mark["half"].lower() == "a" and hour == 12:
            hour = 0
        if hour < 24 and minute < 60:
            return dt.time(hour, minute)
    return None

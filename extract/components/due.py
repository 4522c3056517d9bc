"""By when an action is due: "by 30 June", "by the end of March 2019", a cell that holds a date."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

_FULL: Final = {
    name.lower(): number
    for number, name in enumerate(
        "January February March April May June July August September October November December".split(), 1
    )
}
_MONTHS: Final = _FULL | {name[:3]: number for name, number in _FULL.items()} | {"sept": 9}
_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_MONTH: Final = re.compile(
    rf"\b(\d{{1,2}})\s*(?:st|nd|rd|th)?\s*(?:of\s+)?({_MONTH})\b\.?,?(?:\s*((?:19|20)\d\d))?", re.I
)
_MONTH_DAY: Final = re.compile(
    rf"\b({_MONTH})\b\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+((?:19|20)\d\d))?", re.I
)
_NUMBERS: Final = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.]((?:20)?\d\d)\b")
_DAY_SLASH: Final = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})(?![\d/.]*\d)")
_MONTHS_A_YEAR: Final = 12
_ISO: Final = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_MONTH_END: Final = re.compile(
    rf"\b(?:(?:the\s+)?end\s+(?:of\s+)?)?({_MONTH})\b(?:\s+((?:19|20)\d\d))?(?!\s+(?-i:[A-Z][a-z]))", re.I
)
_BY: Final = re.compile(
    r"\b(?:by|before|no later than|not later than|deadline(?: of)?|due(?: by| on| date)?|"
    r"until):?\s+(?:\w+\s+){0,3}?(?=\d|\w)",
    re.I,
)


def _made(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _in_year(month: int, day: int, year: str | None, met: dt.date | None) -> dt.date | None:
    """A date without a year is the next one after the meeting."""
    if year:
        return _made(int(year), month, day)
    if met is None:
        return None
    this = _made(met.year, month, day)
    return _made(met.year + 1, month, day) if this and this < met else this


def _date_in(text: str, met: dt.date | None) -> dt.date | None:
    if m := _ISO.search(text):
        return _made(int(m[1]), int(m[2]), int(m[3]))
    if m := _NUMBERS.search(text):
        day, month = int(m[1]), int(m[2])
        if month > _MONTHS_A_YEAR:  # as Americans write it
            day, month = month, day
        return _made(int(m[3]) + (2000 if len(m[3]) == 2 else 0), month, day)
    if (m := _DAY_SLASH.search(text)) and met:
        day, month = (int(m[1]), int(m[2])) if int(m[2]) <= _MONTHS_A_YEAR else (int(m[2]), int(m[1]))
        return _in_year(month, day, None, met) if month <= _MONTHS_A_YEAR else None
    if m := _DAY_MONTH.search(text):
        return _in_year(_MONTHS[m[2].lower()], int(m[1]), m[3], met)
    if m := _MONTH_DAY.search(text):
        return _in_year(_MONTHS[m[1].lower()], int(m[2]), m[3], met)
    if (m := _MONTH_END.search(text)) and (m[2] or met) and m[1][0].isupper():
        year, month = int(m[2]) if m[2] else met.year if met else 0, _MONTHS[m[1].lower()]
        if not m[2] and met and month < met.month:
            year += 1
        return _made(year, month, calendar.monthrange(year, month)[1])
    return None


def due_date(text: str, met: dt.date | None, *, whole: bool = False) -> dt.date | None:
    """The date by which something is due; `whole` takes any date in the text, else it must follow "by"
    or "before"."""
    if whole:
        return _date_in(text, met)
    for m in _BY.finditer(text):
        near = text[m.end() : m.end() + 32]
        if found := _date_in(re.split(r"[;(]", near)[0], met):
            return found
    return None


@dataclass(frozen=True, slots=True)
class Due:
    """By when, the words without a day set behind a dash, and what of the words gives no sure day."""

    day: dt.date | None
    said: str
    unsure: str | None = None


_BEHIND: Final = re.compile(
    rf"\s+[–—|-]\s*(?P<day>\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH})\b\.?,?(?:\s+(?:19|20)\d\d)?|"
    r"\d{1,2}[/.]\d{1,2}[/.](?:20)?\d\d)[\s.]*$",
    re.I,
)
_NEXT: Final = re.compile(
    r"(?:\b(?:to|at|by|before|for|until|in time for)\s+(?:the\s+|our\s+|its\s+)?|\s[–—|-]\s*|^\W*)"
    r"next\s+(?:(?:board|panel|committee|group|forum|partnership)\s+)?(?:meeting|mtg)\b"
    r"(?!['’]s|\s+of\b|\s+with\b)",
    re.I,
)
_IN_MONTH: Final = re.compile(
    rf"\bin\s+(?P<month>(?-i:(?=[A-Z]))(?:{_MONTH})\b(?:\s+(?:19|20)\d\d)?)[\s.]*$", re.I
)
_OF_SOMETHING: Final = re.compile(r"\b(?:for|of|at|from|held|on|during|since|taking place)\b", re.I)


def due_of(said: str, cell: str | None, met: dt.date | None, following: dt.date | None) -> Due:
    """By when an action is due, by its words and its cell for the day; `following` is the next meeting's.

    "in July" gives the month's last day, but not where it may be said of a thing ("the fair in July").
    """
    day = due_date(cell, met, whole=True) if cell else None
    if (m := _BEHIND.search(said)) and (named := _date_in(m["day"], met)):
        return Due(day or named, said[: m.start()].rstrip(" ,;"))
    if day or (day := due_date(said, met)):
        return Due(day, said)
    if (cell and _NEXT.search(cell)) or _NEXT.search(said):
        return Due(following, said, None if following else "next meeting")
    if (m := _IN_MONTH.search(said)) and (named := _date_in(m["month"], met)):
        sure = not _OF_SOMETHING.search(said, 0, m.start()) and (met is None or named >= met)
        return Due(named if sure else None, said, m[0].strip(" ."))
    return Due(None, said)

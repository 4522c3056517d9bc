"""From when, or until when, a sentence says that a seat is held: "with effect from 18 May 2023", "until …".

Without such words the day of the meeting stands: by then it was so.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from whosat.extract.components.dates import Dated, dates_in
from whosat.extract.components.places import Places

_STRONG: Final = (
    r"with effect (?:from|on|as (?:of|from))|w\.?\s?e\.?\s?f\.?(?: from)?|effective(?: (?:from|on|as of))?|"
    r"taking effect (?:from|on)|as (?:from|of)"
)
_CUE: Final = re.compile(
    rf"(?:\b(?:(?P<strong>{_STRONG})|(?P<from>from|starting(?: on)?)|(?P<since>since)|(?P<on>on)|"
    r"(?P<until>until|till|up to|through to)))[\s:]+(?:the\s+)?(?:close of\s+|end of\s+)?$",
    re.I,
)
_AT_ONCE: Final = re.compile(r"\bwith immediate effect\b|\beffective immediately\b", re.I)
_ANOTHER: Final = re.compile(
    r"\b(?:elected|appointed|co-?opted|nominated|resign\w*|stood down|stepped down|replaced|succeeded|joined|"
    r"having|served|who|whose|next|meetings? of|reported|agreed|noted)\b",
    re.I,
)
_LONGEST_CUE: Final = 40


@dataclass(frozen=True, slots=True)
class Term:
    """The first and last day of a seat, as far as a sentence gives them."""

    first: dt.date | None = None
    last: dt.date | None = None


def taken(places: Places, verb: re.Match[str], met: dt.date | None, at: int | None = None) -> Term:
    """When a seat is taken, by the sentence of its verb: `met` where the sentence gives no day.

    `at` is where the verb with all that belongs to it ends, if the pattern of the verb ends before.
    """
    found = said_of(places, verb, met, leaving=False, at=at)
    return Term(found.first or met, found.last)


def left(places: Places, verb: re.Match[str], met: dt.date | None) -> dt.date | None:
    """When a seat is left, by the sentence of its verb: `met` where the sentence gives no day."""
    return said_of(places, verb, met, leaving=True).last or met


def said_of(
    places: Places, verb: re.Match[str], met: dt.date | None, *, leaving: bool, at: int | None = None
) -> Term:
    """What the sentence of a verb itself says of when a seat is taken or, with `leaving`, left."""
    start, stop = places.sentence(verb.start())
    behind = at or verb.end()
    another = _ANOTHER.search(places.text, behind, stop)
    near = _in(places.text, behind, another.start() if another else stop, met, leaving=leaving)
    if near.first or near.last:
        return near
    for begin, end in ((behind, stop), (start, verb.start())):
        term = _in(places.text, begin, end, met, leaving=leaving, only_strong=True)
        if term.first or term.last:
            return term
    return Term()


def _in(
    text: str, begin: int, end: int, met: dt.date | None, *, leaving: bool, only_strong: bool = False
) -> Term:
    first = last = None
    for written in dates_in(text, begin, end):
        cue = _CUE.search(text, max(begin, written.start - _LONGEST_CUE), written.start)
        day = _day(written, met)
        if cue is None or day is None or (only_strong and not cue["strong"]):
            continue
        if cue["until"] or leaving:
            # who resigns "having sat since 2011" did not leave in 2011
            last = last or (None if cue["since"] else day)
        else:
            first = first or day
    if met and not (first or last) and _AT_ONCE.search(text, begin, end):
        return Term(last=met) if leaving else Term(first=met)
    return Term(first, last)


def _day(written: Dated, met: dt.date | None) -> dt.date | None:
    """The day that is meant; without a year the one nearest to the meeting."""
    if written.year or met is None:
        return written.date
    years = (met.year - 1, met.year, met.year + 1)
    days = [day for year in years if (day := written.in_year(year))]
    return min(days, key=lambda day: abs((day - met).days), default=None)

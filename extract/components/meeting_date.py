"""Which of a document's dates is the meeting's: by what stands before it and how near the top it is."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from whosat.extract.components.dates import Dated, dates_in
from whosat.extract.document import Document

_TOP: Final = 4000
_FOR: Final = re.compile(
    r"\b(?:held|meeting|minutes|notes|date(?: of (?:this )?meeting)?\s*:?|took place|"
    r"convened|on|call|telecon\w*|conference)\b[^.\n]{0,60}$",
    re.IGNORECASE,
)
_HELD: Final = re.compile(
    r"\b(?:held|took place|which met|convened|meeting (?:date|on|of)|date of (?:the )?meeting)\b[^.]{0,90}$",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"(?:^|\n)\W*(?:(?:meeting )?date(?: and time| & time|/time| of (?:the )?meeting| and venue)?|when)\W*$",
    re.IGNORECASE,
)
_AGAINST: Final = re.compile(
    r"\b(?:publi(?:shed|cation)|endorsed|next|previous|last|prior|preceding|earlier|agreed|"
    r"approved|ratified|draft|version|issued?|printed|updated|revised|created|circulated|"
    r"signed|due|deadline|by|since|until|"
    r"future|following|forthcoming|confirmed|adopted|distribut\w+|review\w*|effective|"
    r"posted|uploaded|modified|saved|exported|from|produced|prepared|dated|expires?|adjourned from|"
    r"minutes of the .{0,40}meeting held|(?:will|would|could) be held|"
    r"copyright|©)\b(?:[^\n.;]|(?<=\d)\.(?=\d)){0,60}$",
    re.IGNORECASE,
)
_AGREED: Final = re.compile(
    r"\s*\n\s*(?:approved|tabled|accepted|adopted)\b|\s+(?-i:agreed|approved|accepted|confirmed|"
    r"AGREED|APPROVED|ACCEPTED|CONFIRMED)\b|"
    r"[^.\n]{0,60}?\b(?:were|was|be|been|and|having been|"
    r"as)\s+(?:\w+\s+){0,2}(?:agreed|"
    r"approved|confirmed|accepted|signed|adopted|taken as read|ratified|received|a "
    r"(?:true|correct|accurate))",
    re.IGNORECASE,
)
_OWN: Final = re.compile(
    r"(?:^|\n)\W*(?:(?:draft|unconfirmed|confirmed|approved|unapproved|"
    r"final)\s+)*(?:minutes?|notes?|record|agenda|action notes?|proceedings) (?:of|from|"
    r"for)\b(?:[^.]|(?<=\d)\.(?=\d)){0,200}$|"
    r"(?:^|\n)\W*(?:draft\s+)?(?:[\w-]+\s+){0,4}meeting of\b[^.\n]{0,160}\bheld\b[^.]{0,60}$",
    re.IGNORECASE,
)


def candidates(document: Document) -> list[tuple[float, Dated]]:
    """The dates that could be the meeting's, with scores; those of the document's top, or "held on …"
    anywhere early."""
    return list(_candidates(document.text))


@lru_cache(maxsize=4)
def _candidates(text: str) -> tuple[tuple[float, Dated], ...]:
    """The candidates of a text, kept while several parts of the pipeline ask for them."""
    found = []
    for one in dates_in(text, 0, _TOP * 2):
        if one.date is None and not (one.year is None and one.start < _TOP):
            continue
        found.append((_score(text, one), one))
    return tuple(found)


_ITEM: Final = re.compile(
    r"^\W*\d{1,3}[.):]*\s+(?:the\s+)?minutes\b|"
    r"\b(?:agree|approve|confirm|receive|sign|accept|consider|note|adopt|confirmation|approval|"
    r"acceptance|adoption)\b"
    r"[^.\n]{0,40}\bminutes\b",
    re.IGNORECASE,
)
"""An item about earlier minutes: "1. Minutes of the meeting held on …", "To agree the minutes of …"."""
_AGREED_BELOW: Final = re.compile(
    r"^\W*[*•\d-]\W*(?:approved|accepted|agreed|adopted) minutes\b", re.IGNORECASE
)
"""An item of a list that says what was done with earlier minutes: "* Approved minutes from …"."""
_UNDER_ITEM: Final = re.compile(
    r"\b(?:agree|approve|confirm|receiv|sign|accept|adopt|ratif|approval|acceptance|"
    r"adoption)\w*\b[^.\n]{0,50}\bminutes\b|"
    r"\bminutes (?:of|from) (?:the )?(?:last|previous)\b|^\W*\d{1,3}[.)]*\s+minutes\b[^.\n]{0,30}$",
    re.IGNORECASE,
)
_METADATA: Final = re.compile(r"^(?:date|updated|published|lastmod): [\"']?$")
"""A page's own date, in the head that a publishing tool keeps in lower case."""

_STATE: Final = re.compile(
    r"[(\[](?:un-?)?(?:draft|approved|confirmed|adopted|final|agreed|ratified|signed)[)\]]", re.IGNORECASE
)
"""How far the minutes are, in a bracket of its own."""
_LEADS: Final = re.compile(r"[ \-–*_#|\t]*(?:[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2},\s){0,2}")
"""What may stand before a date that has a line of its own: a town, "Geneva, Switzerland, "."""
_ANOTHER: Final = re.compile(
    r"(?:^|[.;]\s|\W[*•-]\s)\W*(?:[Tt]he )?"
    r"(?:(?:[A-Z][\w’'&-]*,? (?:(?:and|of|on|for|the|&) )*){2,9}|[A-Z]{2,6} |"
    r"(?:[A-Z][\w’'&-]* ){1,5}(?:team|group|committee|board|panel|forum|council) )"
    r"(?:(?:has|had|have|last|also|first|then|next) )*met (?:(?:again|twice|in \w+|[Oo]n) ?)*(?:the )?$"
)
"""A sentence below the top tells when another body met: "The Data Task Team met on 9 July"."""


def _score(text: str, one: Dated) -> float:
    before = text[max(0, one.start - 220) : one.start]
    line = _STATE.sub(" ", before.rsplit("\n", 1)[-1])
    number = text.count("\n", 0, one.start)
    score = 2.0 - min(one.start, _TOP) / _TOP - min(number, 60) / 60
    score += 0.4 * one.weekday
    own = bool(_OWN.search(before)) or _titles(text, one)
    if own:
        score += 2.0
    elif _HELD.search(line) or _LABEL.search(before):
        score += 1.5
    elif _FOR.search(line):
        score += 0.4
    if (_AGAINST.search(line) and not own) or re.search(
        r"(?:next|previous|last) meeting\W{0,4}\s*$", before, re.IGNORECASE
    ):
        score -= 2.5
    if len(line.split()) + len(text[one.end : one.end + 200].split("\n")[0].split()) > 14 and score < 3:
        score -= 1.0
    if _AGREED.match(text, one.end):
        score -= 2.5
    if _ITEM.search(line) or _AGREED_BELOW.search(line) or _is_under_item(before, line):
        score -= 4.0  # earlier minutes are never this meeting's, even where no other date stands
    if _METADATA.search(line) or (number > 4 and _ANOTHER.search(line)):
        score -= 2.5
    alone = text[one.end : one.end + 3].split("\n")[0].strip() == "" and _LEADS.fullmatch(line)
    score += 0.5 * bool(alone) or 0.3 * (number < _HIGH and not line.strip(" *_#|\t"))
    if one.year is None:
        score -= 1.0
    return score


_HIGH: Final = 10  # lines at the top, of which one that begins with a date tells the meeting's
_SORT_OF: Final = re.compile(
    r"\W*(?:un-?)?(?:confirmed|approved|adopted|ratified) minutes (?:of|for) (?:the|an?)\b", re.IGNORECASE
)


_OPENS: Final = 150  # characters before a date that belongs to the first lines


def _is_under_item(before: str, line: str) -> bool:
    """Whether the line above heads an item about earlier minutes ("6. Confirmation of Minutes")."""
    above = before[: len(before) - len(line)].rstrip().rsplit("\n", 1)[-1]
    if _SORT_OF.match(above):
        return False  # "CONFIRMED MINUTES OF THE AUDIT COMMITTEE" is a title
    head = before[: len(before) - len(line)].rstrip()[: -len(above) or None].strip()
    if len(before) < _OPENS and len(head) < 20 and not above.lstrip()[:1].isdigit():
        return False  # "MINUTES OF LAST MEETING" above all else: the paper is those minutes
    return len(above) < 100 and _UNDER_ITEM.search(above) is not None and above.count(".") < 3


_FLAT_OWN: Final = re.compile(
    r"[^.;]{0,160}\b(?:minutes|notes|record) (?:of|from|for)\b[^.]{0,160}", re.IGNORECASE
)
_RIGHT_BEFORE: Final = re.compile(r"\b(?:minutes|notes)\W{1,4}$", re.IGNORECASE)
_OTHERS: Final = re.compile(
    r"\b(?:previous|last|next|approv\w+|agree\w*|confirm|receive|sign\w*|accept\w*)\b", re.I
)


def _titles(text: str, one: Dated) -> bool:
    """Whether a date belongs to "… Minutes of the meeting held on …" at the very head of a document."""
    head = text[: one.start]
    own = _FLAT_OWN.fullmatch(head) or (one.start < _OPENS and _RIGHT_BEFORE.search(head))
    return one.start < 320 and bool(own) and not _OTHERS.search(head)


def likely(document: Document) -> Dated | None:
    """The mention of the meeting's date; None where no date stands where a meeting's would."""
    ranked = [pair for pair in candidates(document) if pair[0] > 0]
    whole = [pair for pair in ranked if pair[1].date]
    best = max(whole, key=lambda pair: (pair[0], -pair[1].start), default=None)
    if best is None or best[0] < _PLAIN:  # the day in the file's name, where the top tells it too
        days = {one.date for one in dates_in(document.name.replace("_", "-")) if one.date}
        found = [one for _, one in candidates(document) if one.date in days and one.start < _TITLE]
        if days and found:
            return found[0]
    return _in_order(document.text, best[1]) if best else None


_TITLE: Final = 400  # characters in which a title's date stands
_PLAIN: Final = 2.6  # the score from which a date needs no other to say the same
_NUMBERS: Final = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:20)?\d\d(?![\d/])")


def _in_order(text: str, one: Dated) -> Dated:
    """A date in numbers in the American order, where another date of the document can be read only so."""
    if one.day > 12 or not _NUMBERS.fullmatch(text[one.start : one.end].strip()):
        return one
    pairs = [(int(mark[1]), int(mark[2])) for mark in _NUMBERS.finditer(text[:200_000])]
    turned = replace(one, month=one.day, day=one.month)
    # the same day in an order that leaves no doubt: in words, or as a page's own date
    others = {
        found.date
        for found in dates_in(text, 0, _TOP)
        if not _NUMBERS.fullmatch(text[found.start : found.end])
    }
    if turned.date in others and one.date not in others:
        return turned
    if not any(max(pair) > 12 for pair in pairs) and _is_american(text):
        return turned
    american = any(first <= 12 < second <= 31 for first, second in pairs)
    british = any(second <= 12 < first <= 31 for first, second in pairs)
    return turned if american and not british else one


_MONTH: Final = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_MONTH_FIRST: Final = re.compile(rf"\b{_MONTH} \d{{1,2}}\b(?!st|nd|rd|th)")
_DAY_FIRST: Final = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b|£")


def _is_american(text: str) -> bool:
    """Whether dates in words have the month first, and money is in dollars."""
    head = text[:40_000]
    return "$" in head and bool(_MONTH_FIRST.search(head)) and not _DAY_FIRST.search(head)


_YEAR: Final = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/.-])")


def without_year(document: Document) -> Dated | None:
    """The one date at the top that lacks a year, where it may be the meeting's."""
    partial = [one for score, one in candidates(document) if one.year is None and score > 0 and one.end < 600]
    return partial[0] if len({(one.month, one.day) for one in partial}) == 1 else None


def _split_year(document: Document) -> dt.date | None:
    """A date without a year at the top, with the one year that stands beside it there ("Minutes 2016")."""
    years = {int(mark.group()) for mark in _YEAR.finditer(document.text[:600])}
    partial = without_year(document)
    return partial.in_year(years.pop()) if partial and len(years) == 1 else None


_DAYS: Final = "mon tue wed thu fri sat sun".split()
_SESSION: Final = re.compile(r"\b((?:19|20)\d\d)\s?[/–-]\s?(?:(?:19|20)?(\d\d))\b(?![/–-])")


def _year_told(document: Document) -> dt.date | None:
    """The date of a title that lacks a year and is likelier than every whole one, by its day of the week and
    the years of other dates, or by the year of a session ("2012-13")."""
    ranked = [pair for pair in candidates(document) if pair[0] > 0]
    score, partial = max(ranked, key=lambda pair: (pair[0], -pair[1].start), default=(0.0, None))
    if partial is None or partial.year is not None or partial.start > _TITLE or score < _SURE:
        return None
    text = document.text
    if partial.weekday:
        day = _DAYS.index(text[partial.start : partial.start + 3].lower())
        years = {one.year for one in dates_in(text[: _TOP * 2]) if one.year}
        near = {year + more for year in years for more in (-1, 0, 1)}
        fits = [when for year in near if (when := partial.in_year(year)) and when.weekday() == day]
        return fits[0] if len(fits) == 1 else None
    session = _SESSION.search(text, 0, _TITLE)
    if session and (int(session[1]) + 1) % 100 == int(session[2]) and not 3 < partial.month < 9:
        return partial.in_year(int(session[1]) + (partial.month < 4))
    return None


_SURE: Final = 1.0


def likely_date(document: Document) -> dt.date | None:
    """The meeting's date, from the text, else from the document's title or file name."""
    if told := _year_told(document):
        return told
    found = likely(document)
    if found and found.date:
        return found.date
    for text in (document.title or "", document.name.replace("_", "-")):
        if dated := next((one.date for one in dates_in(text) if one.date), None):
            return dated
    named = (_in_digits(text) for text in (document.text[:200], document.title or "", document.name))
    return next(filter(None, named), None) or _split_year(document)


_DIGITS: Final = re.compile(
    r"(?<!\d)(?:((?:19|20)\d\d)([01]\d)([0-3]\d)|([0-3]\d)([01]\d)((?:19|20)\d\d))(?!\d)"
)


def _in_digits(text: str) -> dt.date | None:
    """A date in digits only, as files and pages are named: "Board-20150422", "Minutes 22042015"."""
    for mark in _DIGITS.finditer(text):
        year, month, day, first, second, last = (int(part or 0) for part in mark.groups())
        try:
            return dt.date(year or last, month or second, day or first)
        except ValueError:
            continue
    return None

"""Words that stand at the head of a column in minutes, actions and members' lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from operator import or_

_LISTED = """
name names surname forename initials member members attendee attendees representative representatives
organisation organization organisations company agency body employer affiliation department directorate
representing sector role title position post designation job capacity constituency ward contact contacts
details email e-mail telephone tel phone address present attended attendance status apologies apology
absent substitute substitutes deputy deputies action actions who whom owner owners lead leads responsible
responsibility by when due date deadline target progress update updates outcome item items agenda no ref
reference number minute minutes topic subject issue meeting meetings type time venue place chair acronym
abbreviation meaning term description notes comments full of on the and or for to in from required
requirement executive signed signature voting rag task those taken officers guests others received notes
clerk observers visitors taker also attending absence regrets councillors governors trustees staff public
"""
_WORDS = frozenset(_LISTED.split())
_OWNER = re.compile(r"actions?(?: by| for)?|by|who|owner|lead|by whom|responsible|for action", re.I)
_DATE = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*\s+)?(?:\d{1,2}(?:st|nd|rd|th)?[\s./-]*)?"
    r"(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*\.?|\d{1,2})(?:[\s./-]*(?:20)?\d\d)?$",
    re.I,
)
_MONTH = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|"
    r"dec)[a-z]*\.?(?:[ -]\d{2,4})?$",
    re.I,
)
_MARKUP = re.compile(r"</?\w+>|[*_]{1,3}|[.:#?]+(?=\s|$)|[()]")


def is_header(words: str) -> bool:
    """Whether `words` can stand at the head of a column: few, and all of the kind that does."""
    tokens = [t for t in re.split(r"[\s/&,+-]+", _MARKUP.sub(" ", words).lower()) if t]
    return 0 < len(tokens) <= 5 and all(token in _WORDS or token == "e" for token in tokens)


def is_owner_head(words: str) -> bool:
    """Whether `words` head the column of those who act."""
    return _OWNER.fullmatch(words.strip(" :*\n")) is not None


def is_header_row(cells: Iterable[str]) -> bool:
    """Whether every filled cell of a row, two at least, is a column's head or a date, as over a matrix."""
    filled = [cell for cell in cells if cell.strip()]
    heads = [is_header(cell) for cell in filled]
    dates = [bool(_DATE.match(cell.strip())) for cell in filled]
    months = sum(bool(_MONTH.match(cell.strip())) for cell in filled)  # over a matrix of several meetings
    return len(filled) > 1 and (any(heads) or months > 1) and all(map(or_, heads, dates))


def head_columns(row: Sequence[tuple[int, str]]) -> frozenset[int]:
    """Which cells of a first row of (column, words) are heads: all, or an action column's at the right."""
    filled = [(column, words) for column, words in row if words.strip()]
    if is_header_row(words for _, words in filled):
        return frozenset(column for column, _ in filled)
    last = max(filled, default=(0, ""))
    return frozenset({last[0]} if last[0] and is_owner_head(last[1]) else ())

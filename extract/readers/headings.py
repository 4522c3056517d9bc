"""Which lines are plainly headings, whatever the format."""

from __future__ import annotations

import re

_NUMBERED_TITLE = re.compile(r"\s*(?:item\s+)?\d{1,3}(?:\.\d{1,2})*[.):]?\s+(?:\*\*)?[A-Z]", re.I)
_NO_TITLE = re.compile(r"[,;–]|\s-\s|\d{4}|\((?![A-Z]{2,8}\)$)")
_ROSTER_WORDS = re.compile(
    r"(?:present|apologies(?: for absence)?|(?:also )?in attendance|attendees|attendance|absent|minutes"
    r"|actions|agenda|members|guests|observers|officers|any other business|aob)\s*:?$",
    re.I,
)
_HEADING_WORDS = 10


def is_heading(words: str) -> bool:
    """Whether a line is plainly a heading: in capitals, before a colon or numbered, and short."""
    bare = words.strip().strip("*_ ")
    if not bare or len(bare) > 90 or len(bare.split()) > _HEADING_WORDS or bare[-1] in ".,;?!":
        return False
    if _ROSTER_WORDS.match(bare) or (bare.endswith(":") and bare.count(":") == 1 and len(bare.split()) < 8):
        return True
    letters = [letter for letter in bare if letter.isalpha()]
    if len(letters) > 6 and bare.upper() == bare and " " in bare and not re.search(r"[,(]", bare):
        return True
    return bool(_NUMBERED_TITLE.match(bare)) and not _NO_TITLE.search(bare)

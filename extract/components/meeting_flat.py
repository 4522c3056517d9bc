"""The parts of a title that a conversion has run together with what follows it, on one long line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from whosat.extract.components.dates import dates_in

_END: Final = re.compile(
    r"\b(?:PRESENT|Present|ATTENDEES|Attendees|ATTENDANCE|Attendance|APOLOGIES|Apologies|IN ATTENDANCE|"
    r"In [Aa]ttendance|MEMBERS PRESENT|Members [Pp]resent|Those [Pp]resent|SEDERUNT|Sederunt|"
    r"Presennol|PRESENNOL)\b"
)
_CUT: Final = re.compile(
    r"\s[–—|-]\s|\t|\s\|\s?|(?<=[a-z)])\.\s|"
    r"\b(?:venue|location|date(?: and time)?|time|where|when)\s*[:|]\s*|"
    r"\b(?:held|taking place|commencing|chaired)\s(?=(?:on|at|in|via|by|virtually|remotely|as)\b)|"
    r"\b\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b\.?|"
    r"\b(?-i:(?:(?:19|20)\d\d )?(?:(?:ANNUAL|GENERAL|SPECIAL|REGULAR|ORDINARY|PUBLIC|MONTHLY|"
    r"BUSINESS) ){0,3}MEETING)\b"
    r"(?=\s+[A-Z][a-z])|"
    r"\b(?:(?:draft|unconfirmed|confirmed|approved|final|public|action)\s+)*(?:minutes|notes|agenda|record)"
    r"(?:\s+(?:of|from|for)\b(?:\s+(?:the|a|an))?(?:\s+(?:\w+\s+){0,3}?meeting\b)?(?:\s+of\b)?(?:\s+the\b)?)?"
    r"(?!\w)",
    re.IGNORECASE,
)
_LENGTH: Final = 320


def title_parts(row: str) -> Iterator[tuple[str, int, bool]]:
    """Each part of the title at the head of a long line: its text, its offset in the line, and whether
    it stands right beside the words "minutes", "meeting" or "notes".

    Yields nothing where the line's head has no heading of a roster, no date and no such words.
    """
    stop = _END.search(row, 4, _LENGTH)
    head = row[: stop.start()] if stop else row[:_LENGTH]
    dated = dates_in(head)
    cuts = sorted([*(mark.span() for mark in _CUT.finditer(head)), *((d.start, d.end) for d in dated)])
    if not cuts or not (stop or dated):
        return
    at, beside = 0, False
    for start, end in [*cuts, (len(head), len(head))]:
        word = bool(re.search(r"minutes|notes|record|meeting", head[start:end], re.IGNORECASE))
        part = head[at:start] if start > at else ""
        if part.strip(" ,.;:"):
            yield part, at, beside or word
        beside, at = word, max(at, end)
        if re.match(r"held|taking|commenc|chaired|venue|location", head[start:end].strip(), re.IGNORECASE):
            return

"""Ticks under the heads of columns that only blanks keep apart: who is ticked below "Apologies" sent them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whosat.extract.components.attendance_entries import Draft
from whosat.ontology.facts import Status

_TOP: Final = 8000  # characters in which such heads are looked for
_FARTHEST: Final = 12  # characters between a tick and the middle of its head
_FEWEST: Final = 3  # people ticked
_HEADS: Final = re.compile(
    r"(?P<present>\b(?:present|attend(?:ed|ing|ance|s)|in attendance)\b)|"
    r"(?P<apologies>\bapolog(?:ies|y)\b|\bregrets\b|\bexcused\b)|"
    r"(?P<absent>\b(?:absent|not present|"
    r"did not attend)\b)",
    re.IGNORECASE,
)
_LINE: Final = re.compile(r"^(?=[^\n]*\S {2,}\S)[^\n]{0,240}$", re.MULTILINE)
_TICK: Final = re.compile(r"(?<=\s)(?:[✓✔☑☒√✗]|[xX])(?=\s|$)")
_STATUS: Final = {"present": Status.PRESENT, "apologies": Status.APOLOGIES, "absent": Status.ABSENT}


def settle_ticks(text: str, people: Sequence[Draft]) -> None:
    """Give each person the status whose head stands over the tick in the person's line."""
    heads = _headings(text[:_TOP])
    if not heads:
        return
    told = [(draft, status) for draft in people if (status := _told(text, draft, heads)) is not None]
    if len(told) < _FEWEST:
        return
    for draft, status in told:
        draft.status, draft.strong = status, True


Heads = list[tuple[int, list[tuple[int, Status]]]]


def _headings(top: str) -> Heads:
    """Where lines with two such heads begin, and the middle of each head in its line."""
    found: Heads = []
    for line in _LINE.finditer(top):
        heads = [
            one for one in _HEADS.finditer(line.group()) if line.group()[one.end() : one.end() + 1] != ":"
        ]
        kinds = {one.lastgroup for one in heads}
        if len(kinds) > 1 and len(kinds) == len(heads):
            middles = [((one.start() + one.end()) // 2, _STATUS[one.lastgroup or "present"]) for one in heads]
            found.append((line.start(), middles))
    return found


def _told(text: str, draft: Draft, heads: Heads) -> Status | None:
    """The status over the one tick in a person's line, below the last heads before it."""
    start = text.rfind("\n", 0, draft.person.name_at[0]) + 1
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)]
    above = [middles for at, middles in heads if at < start]
    ticks = list(_TICK.finditer(line, draft.person.name_at[1] - start))
    if not above or len(ticks) != 1:
        return None
    far, status = min((abs(middle - ticks[0].start()), status) for middle, status in above[-1])
    return status if far <= _FARTHEST else None

"""Headings that tell of which body those below are: "Representing Barset Council", "Police attending"."""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.components.roster_heading_keys import FILL, Group, State
from whosat.extract.components.roster_scores import body_score, name_score
from whosat.extract.names import is_given_name

FOR_WHOM: Final = re.compile(
    r"\W*(?P<present>(?i:present|attending|in attendance)[\s:,-]+)?(?i:representing|on behalf of)[\s:]+"
    r"(?i:the\s+)?(?=[A-Z]|voluntary|statutory|private|public|community)"
)
_SECTOR: Final = re.compile(
    r"(?:the )?(?:(?:voluntary|statutory|private|public|community|third|business|independent|other)"
    r"(?:,| and| &|/)? ?)+(?:sectors?|interests?|agenc(?:y|ies)|bod(?:y|ies)|organi[sz]ations?|members?)",
    re.IGNORECASE,
)


def standing_for(
    body: str, present: str | None
) -> tuple[State | None, Group | None, str | None, str | None] | None:
    """ "Representing Barset Council" above or before those who do."""
    body = re.sub(r"\s*\([A-Z]{2,8}\)$", "", body)
    if not body or len(body.split()) > 9 or re.search(r"[,;]", body) or name_score(body) >= 0.75:
        return None
    state = State.PRESENT if present else None
    return state, Group.MEMBER, None, None if _SECTOR.fullmatch(body) else body


_WHOSE: Final = re.compile(
    r"(?P<body>[A-Z][^:(),;]*?)\s+(?:"
    r"(?i:officers|officials|representatives|reps|staff|observers|employees|workers|volunteers)"
    r"(?:\s+(?i:present|in attendance|attending))?|"
    r"(?i:attending|in attendance|present))\W*"
)


_OFFICERS_OF: Final = re.compile(
    r"(?:officers|members|staff|officials|representatives) (?:of|from) (?:the )?", re.IGNORECASE
)
_EVENT: Final = re.compile(
    r"(?:appointment|election|nomination|retirement|resignation|report|list|role)s?\b", re.I
)


def whose(phrase: str) -> str | None:
    """The body that people are of: "Barset Council representatives", "Police attending"."""
    found = _WHOSE.fullmatch(phrase.strip())
    if (
        found is None
        or _EVENT.match(phrase.strip())
        or all(word in FILL or word in _OWN for word in found["body"].lower().split())
    ):
        return None
    body = _OFFICERS_OF.sub("", found["body"])
    named = is_given_name(body.split()[0]) and " " in body  # "Ann Bell Wenlow Council in attendance"
    return body if body_score(body) >= 0.85 and len(body.split()) < 6 and not named else None


_OWN: Final = frozenset(
    """& public community fire support members officers staff clinical service services practice surgery
    hospital clinic school trust board council committee""".split()
)
"""Words that name no other body before "officers": "Support Services Staff"."""

"""Whose chair a sentence speaks of: the meeting's that is minuted, or another body's that it names."""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.components.roster_scores import acronym_of

_HEAD: Final = (
    r"(?:(?:Sub|Task|Working|Steering)?[- ]?(?:[Gg]roup|[Cc]ommittee|[Pp]arty|[Ff]orce)|Board|Panel|Forum|"
    r"Partnership|Council|Executive|Network|Alliance|Team|Commission|Cabinet|Federation|Trust|Association|"
    r"Collaborative|Consortium|Taskforce|Workstream|Programme|Project|SIG|WG|TF|TSC|TAC|TOC|PMC|Squad|Guild|"
    r"Chapter|Circle|Cluster|Chamber|Society|Club|Union)"
)
_NAMED: Final = re.compile(
    rf"\b(?P<name>(?:(?!(?:The|This|Our|An?)\b)[A-Z][\w’'&-]*,?\s+(?:(?:and|of|for|the|&)\s+)*)+{_HEAD})\b"
)
_UNNAMED: Final = re.compile(
    r"\b(?:sub-?groups?|sub-?committees?|working (?:groups?|part(?:y|ies))|"
    r"task (?:and finish )?(?:groups?|forces?)|steering (?:groups?|committees?)|"
    r"project (?:groups?|boards?|teams?)|workstreams?|workshops?|seminars?|"
    r"conferences?|panel discussion|(?:a|an|each|another) (?:new |small |joint |separate )?group|"
    r"(?:next|last|previous|future|other|following|first|inaugural) meetings?)\b"
)
_SOME_MEETING: Final = re.compile(
    r"\b(?:next|last|previous|future|following|other)\s+(?:[\w-]+\s+)?(?:meeting|session)", re.IGNORECASE
)
_SOME_DAY: Final = re.compile(r"\b(?:will|to|would|should|could|can|may|had) be(?:en)?\s+(?:\w+\s+)?$")
_OF_MEETING: Final = re.compile(r"(?i:meeting|session|order\b|proceedings)")
_FARTHEST: Final = 300
_BREAK: Final = re.compile(r"[.!?;](?=\s)|\n(?=\s*(?:\n|[A-Z\d•·*▪–-]))")


def speaks_of_another(text: str, said: re.Match[str], bodies: tuple[str, ...]) -> bool:
    """Whether a sentence about who chairs has another body than those that met, or another day, before it.

    What names the meeting itself ("the meeting was chaired by") is the meeting's, whoever else is named.
    """
    start = said.start("who")
    if _SOME_MEETING.search(said[0]):
        return True
    if _OF_MEETING.search(said[0].replace(said["who"], "")):
        start = said.start()
        return bool(re.search(r"\b(?:next|last|previous|future|whose)\s+$", text[max(0, start - 12) : start]))
    begin = max(0, start - _FARTHEST)
    for found in _BREAK.finditer(text, begin, said.start()):
        begin = found.end()
    clause = text[begin : min(start, said.end())]
    lead = text[begin : said.start()]
    if _UNNAMED.search(clause) or (said[0][:7].lower() == "chaired" and _SOME_DAY.search(lead)):
        return True
    others = [
        found
        for found in _NAMED.finditer(lead)
        if not is_own(found["name"], bodies) and not _POST_IN.search(lead[: found.start()])
    ]
    if _ACT.search(said[0]):  # what somebody does there, unless the other body is who met
        others = [found for found in others if _MET.match(lead, found.end())]
    return bool(others)


_POST_IN: Final = re.compile(
    r"(?i:chair\w*|president|mayor|leader|director|clerk|members?|representatives?) (?:of|for) (?:the )?$"
)
"""The body behind a post only tells who somebody is: "the Chairman of the Parish Council, Mr Bell, …"."""
_ACT: Final = re.compile(r"\b(?:took|take|assumed|occupied|resumed)\s+the\s+chair|presid|absence", re.I)
_MET: Final = re.compile(r",?\s+(?:which\s+)?(?:has|had|have|was|were|met|meets|held|is)\b")


def heads_another(heading: str, organisation: str | None, bodies: tuple[str, ...]) -> bool:
    """Whether a heading is the chair's of another body than those that met: "Chair of the Quay Group:"."""
    if not bodies or not organisation or _CHAIR_OF.match(heading) is None:
        return False
    return not is_own(organisation, bodies)


_CHAIR_OF: Final = re.compile(r"\W*(?:(?:vice|deputy|co)[- ]?)?chair\w* (?:of|for)\b", re.IGNORECASE)


def is_own(name: str, bodies: tuple[str, ...]) -> bool:
    """Whether a name, or its letters, is that of a body that met, or a part of it."""
    low = " ".join(name.lower().split())
    return any(low in body.lower() or body.lower() in low or acronym_of(body) == low for body in bodies)

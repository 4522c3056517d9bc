"""Whether a membership is a post: somebody works there, and that gives no seat on a board.

A job title beside an organisation ("Democratic Services Officer, Borough Council") says where somebody works;
papers that call somebody a member, a trustee or the chair of it say that they sit there. This is the only
place that tells the two apart: the graph says `ws:Post` of the one, and every question goes by that.
"""

from __future__ import annotations

import re
from typing import Final

from whosat.ontology.facts import Membership

TITLED: Final = frozenset(("job title in the roster", "said: worked as", "said: chairs"))
"""The readings that take a job title for what somebody is there; all others read that somebody is a
member."""

_BEFORE: Final = (
    r"(?:(?:vice|deputy|co|joint|acting|interim|honorary|hon\.?|former|past|outgoing|new|elected|co-?opted|"
    r"independent|lay|lead|founding|parent|community|public|patient|associate|ordinary|full|ex-officio|lord|"
    r"board|trustee|committee|council|cabinet|executive|opposition|group)[ -]+)*"
)
_SITS: Final = re.compile(
    rf"{_BEFORE}(?:"
    r"(?:chair(?:man|woman|person)?|president|convenor|convener)\b(?!['’]s)|"
    r"(?:trustee|governor|representative|councillor|alderman|mayor|champion|observer|portfolio holder)\b|"
    r"members?\b(?! of staff)|leader(?:$| of the (?:council|opposition|group))|"
    r"(?<!board )(?<!group )(?<!executive )(?:secretary|treasurer)(?:$|\b(?= (?:and|&|/)))"
    r")|.*\bnon[ -]exec",
    re.I,
)


def is_post(fact: Membership) -> bool:
    """Whether what a document states is a post somewhere, and no seat."""
    if fact.evidence.extracted_by not in TITLED or not fact.role:
        return False
    return not _SITS.match(" ".join(fact.role.split()))

"""Words met on the way along a roster's line: letters after names, who came for whom, bodies like names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whosat.extract.components.roster_people import Person

BODY_WORD: Final = re.compile(r"\b(?:and|of|for|the)\b|&")
DOTTED: Final = re.compile(
    r"(?:[OMCKDG]\.\s?B\.\s?E|[JM]\.\s?P|D\.\s?L|Q\.\s?[CP](?:\.\s?M)?|T\.\s?D|B\.\s?[AS]c?|M\.\s?[AD])\.?"
)
"""Letters after a name."""
CHAIRS: Final = re.compile(r"(?:(?:co|joint)[- ]?)chairs|chairs", re.IGNORECASE)
COME_BY: Final = re.compile(r"(?:substituted|replaced|represented|deputi[sz]ed(?: for)?) by\s", re.IGNORECASE)
COMES_FOR: Final = re.compile(r"\s(?:vice|for|rep\w*|sub\w*|deputi[sz]ing)\s+(?=[A-Z])")


def share_behind(people: Sequence[Person]) -> None:
    """What stands in a column of its own behind several names is said of all of them."""
    *mates, last = (person.facts for person in people)
    if last.organisation and not any(one.organisation or one.said for one in mates):
        for one in mates:
            one.organisation, one.organisation_at = last.organisation, last.organisation_at

"""Who chaired, where a sentence at the top says so of somebody whom no roster names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whosat.extract.components.attendance_entries import Draft
from whosat.extract.components.attendance_named import candidates
from whosat.extract.components.roster_lines import decode
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.document import Document
from whosat.ontology.facts import Status

_TOP: Final = 4000
_OFFICE: Final = (
    r"(?:[Tt]he )?(?:Chair(?:man|woman|person)?|Cathaoirleach|Cadeirydd|Convener|Convenor|President|Mayor|"
    r"Provost)"
)
_WHO: Final = (
    r"(?P<who>(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Revd)\.? ){0,2}"
    r"(?:[A-Z]\.? ?){0,3}[A-Z][\w’'-]+(?: (?:[A-Z]\.|[A-Z][\w’'-]+)){0,3})"
)
_SAID: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:[Cc]alled to [Oo]rder|[Mm]eeting (?:was )?(?:[Oo]pened|[Cc]haired))\b"
        rf"(?:[^.\n]|[.:](?=[\dmM])){{0,30}}?\bby "
        rf"(?:{_OFFICE},? )?{_WHO}",
        rf"(?:^|\n|[.] )\W*(?:{_OFFICE},? )?{_WHO},? (?:was |took |presided )?(?:in )?[Tt]he [Cc]hair\b",
        r"(?:^|\n)\W*(?P<who>(?:[A-Z]{2,5}\. )?[A-Z][A-Z.]*(?: [A-Z][A-Z.’'-]*){1,4})"
        r"(?:, [A-Z]\.[A-Z. ]{1,8})?(?:, [A-Z ]{4,30})?, IN THE CHAIR\b",
        rf"(?:^|\n|[.] )\W*{_OFFICE}, {_WHO}, (?:was |took |opened|welcomed|called|told|said|thanked|"
        r"presided|informed|reported|declared)",
    )
)


def unlisted_chair(document: Document, people: Sequence[Draft]) -> list[Draft]:
    """The one who chaired by such a sentence, where no roster names a chair or anybody of that name."""
    if any(draft.role == "chair" for draft in people):
        return []
    for pattern in _SAID:
        for said in pattern.finditer(document.text, 0, _TOP):
            read = decode([RosterLine(said["who"], said.start("who"))]).people
            if len(read) != 1 or candidates(read[0].name, people):
                continue
            if read[0].score < 0.7 or (" " not in read[0].name and not read[0].honorific):
                continue
            return [
                Draft(
                    read[0],
                    Status.PRESENT,
                    False,
                    [(said.start(), said.end())],
                    confidence=0.45 + 0.4 * read[0].score,
                    rule="attendance sentence",
                    chair_only=True,
                )
            ]
    return []

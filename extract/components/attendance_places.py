"""Places between a surname and the kind of a council: the first word of its name, and none of theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whosat.extract.components.attendance_entries import Draft
from whosat.extract.components.roster_scores import acronym_of
from whosat.extract.names import is_given_name

_KIND: Final = re.compile(
    r"(?:Metropolitan |Royal )?(?:Borough|District|County|Town|City|Parish|Community) Council\b"
)
_COMPASS: Final = frozenset("north south east west mid upper lower great little".split())
_WHOLE: Final = 2  # a given name and a surname


def move_places(people: Sequence[Draft], text: str) -> None:
    """ "Cllr Hollis Wenlow Borough Council": the place goes to the council.

    Only where the others stand by their surnames too, or the word can end no name ("Cllr Foy West").
    """
    doubtful = [draft for draft in people if _runs_into_council(draft, text)]
    plain = [one for one in people if one.person.honorific and " " not in one.name]
    sure = [one for one in doubtful if not is_given_name(one.name.split()[0])]
    for draft in doubtful:
        first, *_, last = draft.name.split()
        compass = last.lower() in _COMPASS and not (
            len(draft.name.split()) == _WHOLE and is_given_name(first)
        )
        many = (
            draft.person.honorific and len(draft.name.split()) == _WHOLE and len(plain) + len(sure) > _WHOLE
        )
        if compass or (many and _KIND.match(draft.facts.organisation or "")):
            _move(draft, last)


def _runs_into_council(draft: Draft, text: str) -> bool:
    facts, end = draft.facts, draft.person.name_at[1]
    at, body = facts.organisation_at, facts.organisation or ""
    if at is None or " " not in draft.name or text[end : at[0]].strip() or not end < at[0] <= end + 3:
        return False
    last = draft.name.split()[-1]
    return (
        text[:end].endswith(last)
        and ("Council" in body)
        and (_KIND.match(body) is not None or last.lower() in _COMPASS)
    )


def _move(draft: Draft, place: str) -> None:
    person, facts = draft.person, draft.facts
    start, end = person.name_at
    person.name = person.name[: -len(place)].rstrip()
    person.name_at = (start, end - len(place) - 1)
    facts.organisation = f"{place} {facts.organisation}"
    if facts.organisation_at is not None:
        facts.organisation_at = (end - len(place), facts.organisation_at[1])


_STATES: Final = frozenset(
    """AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND
    OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC ON QC BC AB MB SK NS NB NL PE YT NSW VIC QLD TAS ACT NT
    UK GB IE FR DE ES IT NL BE CH AT SE NO DK FI PL PT CZ JP KR SG IN BR MX ZA NZ AU EU US USA""".split()
)
"""Letters of states, provinces and countries."""
_LANDS: Final = frozenset("UK GB USA US".split())
_BRITISH: Final = re.compile(
    r"\b(?:Cllrs?|Councillors?|NHS|PCT|CCG|Parish|Borough|Constabulary|Police|Natural England|"
    r"Environment Agency|"
    r"Wildlife Trust|Defra|DEFRA|Ofsted|Probation)\b|£"
)
_LETTERS: Final = re.compile(r"[A-Z]{2,3}")


def places_beside(people: Sequence[Draft], text: str) -> frozenset[str]:
    """Letters behind names that are states or countries: all that stand so are, and no text explains them."""
    letters = {one for draft in people if (one := draft.facts.organisation or "") and _LETTERS.fullmatch(one)}
    told = {one for one in letters if one in _STATES and not _is_explained(one, people, text)}
    if not told:
        return frozenset()
    lands = frozenset(told & _LANDS)
    if told - _LANDS != {one for one in letters - _LANDS if len(one) == _WHOLE}:
        return lands
    head = text[:_TOP]
    elsewhere = sum(bool(one) and one not in told for one in (draft.facts.organisation for draft in people))
    if _BRITISH.search(head) or (len(told) == 1 and ("pologies" in head or elsewhere > 1)):
        return lands
    return frozenset(told)


_TOP: Final = 4000


def _is_explained(letters: str, people: Sequence[Draft], text: str) -> bool:
    """Whether letters stand for a body: they stand in running text too, or a body of the roster has them."""
    if any(acronym_of(draft.facts.organisation or "") == letters.lower() for draft in people):
        return True
    return re.search(rf"(?<![(,A-Za-z] )(?<![(\\w-]){letters}(?![\\w)-])(?= [a-z])", text) is not None

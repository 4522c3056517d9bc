"""Places between a surname and the kind of a council: the first word of its name, and none of theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whosat.extract.components.attendance_entries import Draft
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

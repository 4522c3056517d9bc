"""The organisation behind the last of several names, given to those before who share it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whosat.extract.components.roster_people import Person, RosterLine

_ELECTED: Final = re.compile(r"Cllr|Councillor|Ald", re.IGNORECASE)
_BOTH: Final = re.compile(r"\b(?:both|all)\b", re.IGNORECASE)


_FOR: Final = re.compile(r"[\s,–-]*(?:(?:both|all) )?(?:representing|of|from|for)(?: the)?\s", re.IGNORECASE)


def _is_said_of_both(person: Person, line: RosterLine) -> bool:
    """Whether words that hold for several stand behind the last name: "…, representing Mind"."""
    return _FOR.match(line.text, person.name_at[1] - line.start) is not None


def share_organisation(people: Sequence[Person], line: RosterLine) -> None:
    """ "A, B and C (Org)": the organisation after the last of several names is that of all of them."""
    own = any(person.facts.organisation and not person.joined for person in people)
    brackets = own and len(people) > 2 and not _BOTH.search(line.text)
    for at, person in enumerate(people):
        if brackets and person is people[-1] and not _is_said_of_both(person, line):
            continue  # "Ann Bell (Mind), Dr Cole and Di Fox (Relate)": each with a bracket of his own
        if not (person.joined and person.facts.organisation and not person.facts.organisation_kept):
            continue
        back = at - 1
        while back >= 0 and not people[back].facts.said:
            if people[back].joined or (person.honorific and not people[back].honorific):
                break  # "Councillors A, B and C and Mr D (Org)": the first list is closed
            if _ELECTED.match(people[back].honorific or "") and not _ELECTED.match(person.honorific or ""):
                break  # "Councillor A and Mr B (Ambry NHS Trust)"
            mate = people[back].facts
            mate.organisation, mate.organisation_at = (
                person.facts.organisation,
                person.facts.organisation_at,
            )
            if people[back].facts.chained_stop:
                break
            back -= 1

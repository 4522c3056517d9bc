"""The organisation behind the last of several names, given to those before who share it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whosat.extract.components.roster_people import Person, RosterLine

_ELECTED: Final = re.compile(r"Cllr|Councillor|Ald", re.IGNORECASE)
_BOTH: Final = re.compile(r"\b(?:both|all)\b", re.IGNORECASE)


def _is_bracketed(person: Person, line: RosterLine) -> bool:
    at = person.facts.organisation_at
    return at is not None and "(" in line.text[max(0, person.name_at[1] - line.start) : at[0] - line.start]


def _is_listed(before: Person, person: Person, line: RosterLine) -> bool:
    """Whether a comma joins two before the body behind a dash: "Ann Bell, Bo Cole – Mind; …"."""
    end, start = before.name_at[1] - line.start, person.name_at[0] - line.start
    if line.text[max(0, end) : start].strip() != "," or ";" not in line.text:
        return False
    return re.match(r"\s+[–—-]\s", line.text[person.name_at[1] - line.start :]) is not None


def share_organisation(people: Sequence[Person], line: RosterLine) -> None:
    """ "A, B and C (Org)": the organisation after the last of several names is that of all of them."""
    own = any(person.facts.organisation and not person.joined for person in people)
    brackets = own and len(people) > 2 and not _BOTH.search(line.text)
    for at, person in enumerate(people):
        if brackets and person is people[-1] and _is_bracketed(person, line):
            continue  # "Ann Bell (Mind), Dr Cole and Di Fox (Relate)": each with a bracket of his own
        joined = person.joined or (at > 0 and _is_listed(people[at - 1], person, line))
        if not (joined and person.facts.organisation and not person.facts.organisation_kept):
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

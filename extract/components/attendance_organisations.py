"""Organisations that can't be: people of the roster, the body that meets, and words for groups of members."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whosat.extract.components.attendance_entries import Draft
from whosat.extract.components.attendance_merge import same_name
from whosat.extract.components.roster_attributes import is_titled
from whosat.extract.components.roster_lines import Person
from whosat.extract.components.roster_pieces import acronym_of, is_initials_of, name_score
from whosat.extract.names import read_name

_COLLECTIVE: Final = re.compile(
    r"(?:.*\s)?(?:councill?ors|cllrs|members|trustees|governors|directors|officers|observers|attendees|"
    r"guests)|"
    r"(?:county|district|parish|town|city|borough|unitary)",
    re.IGNORECASE,
)
_SPLIT: Final = re.compile(r"\s+(?:and|&)\s+|\s*/\s*")


def clean_organisations(people: list[Draft], bodies: Sequence[str]) -> None:
    """Take away what stands in an organisation's place and is none; a titled name there is a person more."""
    names = [draft.name for draft in people]
    for draft in list(people):
        text = draft.facts.organisation
        if text is None:
            continue
        if is_titled(text):
            _promote(draft, people)
        elif not (
            _COLLECTIVE.fullmatch(text) or _is_somebody(text, draft.name, names) or _is_own(text, bodies)
        ):
            continue
        draft.facts.organisation = draft.facts.organisation_at = None


def _is_somebody(text: str, own: str, names: Sequence[str]) -> bool:
    """Whether a text is the person's initials or the name of one or several of the roster."""
    if is_initials_of(text, own):
        return True
    parts = [part for part in _SPLIT.split(text) if part]
    return all(" " in part and any(same_name(part, name) for name in names) for part in parts)


def _is_own(text: str, bodies: Sequence[str]) -> bool:
    """Whether an acronym stands for the body that meets: everybody there is of it."""
    return text.isupper() and any(
        text in body.split() or text.lower() == acronym_of(body) for body in bodies if body
    )


def _promote(draft: Draft, people: list[Draft]) -> None:
    facts = draft.facts
    read = read_name(facts.organisation or "")
    if read is None or facts.organisation_at is None or any(same_name(read.name, one.name) for one in people):
        return
    where = facts.organisation_at
    person = Person(read.name, where, name_score(facts.organisation or ""), read.honorific, end=where[1])
    people.append(Draft(person, draft.status, False, [where], confidence=0.7, rule="roster line"))


__all__ = ["clean_organisations"]

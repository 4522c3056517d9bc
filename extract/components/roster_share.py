"""The organisation behind the last of several names, given to those before who share it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from whosat.extract.components.roster_people import Person, RosterLine

_ELECTED: Final = re.compile(r"Cllr|Councillor|Ald", re.IGNORECASE)
_BOTH: Final = re.compile(r"\b(?:both|all)\b", re.IGNORECASE)


def _is_bracketed(person: Person, line: RosterLine) -> bool:
    at = person.facts.organisation_at
    return at is not None and "(" in line.text[max(0, person.name_at[1] - line.start) : at[0] - line.start]


_BEHIND: Final = re.compile(r"\s+[–—-]\s|\s*\(")


def _is_listed(before: Person, person: Person, line: RosterLine, grouped: bool) -> bool:
    """Whether a comma joins two before the body behind a dash: "Ann Bell, Bo Cole – Mind; …", or in a bracket
    where semicolons part several who each end so."""
    end, start = before.name_at[1] - line.start, person.name_at[0] - line.start
    if line.text[max(0, end) : start].strip() != "," or ";" not in line.text:
        return False
    behind = _BEHIND.match(line.text[person.name_at[1] - line.start :])
    return behind is not None and (grouped or not behind.group().endswith("("))


def _are_grouped(people: Sequence[Person], line: RosterLine) -> bool:
    """Whether semicolons part groups, each of which ends in whom its people are from: "A, B (Mind); C, D
    (Relate)"."""
    if ";" not in line.text:
        return False
    last: dict[int, Person] = {}
    for person in people:
        last[line.text.count(";", 0, max(0, person.name_at[0] - line.start))] = person
    return len(last) > 1 and all(one.facts.organisation or one.facts.said for one in last.values())


def share_organisation(people: Sequence[Person], line: RosterLine) -> None:
    """ "A, B and C (Org)": the organisation after the last of several names is that of all of them."""
    own = any(person.facts.organisation and not person.joined for person in people)
    brackets = own and len(people) > 2 and not _BOTH.search(line.text)
    grouped = _are_grouped(people, line)
    for at, person in enumerate(people):
        pair = _is_pair(people) or _has_ampersand(people, line)
        if brackets and person is people[-1] and _is_bracketed(person, line) and not pair:
            continue  # "Ann Bell (Mind), Dr Cole and Di Fox (Relate)": each with a bracket of his own
        joined = person.joined or (at > 0 and _is_listed(people[at - 1], person, line, grouped))
        if not (joined and person.facts.organisation and not person.facts.organisation_kept):
            continue
        back = at - 1
        while back >= 0 and not people[back].facts.said:
            if people[back].joined or (person.honorific and not people[back].honorific):
                break  # "Councillors A, B and C and Mr D (Org)": the first list is closed
            if _ELECTED.match(people[back].honorific or "") and not _ELECTED.match(person.honorific or ""):
                break  # "Councillor A and Mr B (Ambry NHS Trust)"
            if (
                grouped
                and ";" in line.text[people[back].name_at[1] - line.start : person.name_at[0] - line.start]
            ):
                break
            _give(person, people[back])
            if people[back].facts.chained_stop:
                break
            back -= 1


def _is_pair(people: Sequence[Person]) -> bool:
    """Whether "and" joins the last two as it joins others in the line who share a body."""
    for before, person in pairwise(people[:-1]):
        if person.joined and not before.facts.said and person.facts.organisation:
            return True
    return False


_TWO: Final = 2


def _has_ampersand(people: Sequence[Person], line: RosterLine) -> bool:
    """Whether "&" joins the last two, as it joins pairs and hardly the last of a list."""
    if len(people) < _TWO:
        return False
    before, last = people[-2:]
    return line.text[before.name_at[1] - line.start : last.name_at[0] - line.start].strip() == "&"


def _give(person: Person, mate: Person) -> None:
    mate.facts.organisation, mate.facts.organisation_at = (
        person.facts.organisation,
        person.facts.organisation_at,
    )


_BETWEEN: Final = re.compile(r"\s*(?:,|&|/|and|,\s*(?:and|&))\s*(?:[A-Z][a-z]+\.?\s*)?", re.IGNORECASE)
_CLOSES: Final = re.compile(r"[\s).,;\]]*")


def share_over_lines(found: Sequence[tuple[RosterLine, Sequence[Person]]]) -> None:
    """Where nearly each line ends in a body, and none stands within, it is that of all people of its line."""
    ends = [_ends_in_body(line, people) for line, people in found]
    if len(found) < 2 or sum(ends) < 2 or sum(ends) * 4 < len(ends) * 3:
        return
    if any(one.facts.organisation or one.facts.said for _, people in found for one in people[:-1]):
        return
    for (line, people), told in zip(found, ends, strict=True):
        if told and all(_is_between(line, one, two) for one, two in pairwise(people)):
            for mate in people[:-1]:
                _give(people[-1], mate)


def _ends_in_body(line: RosterLine, people: Sequence[Person]) -> bool:
    at = people[-1].facts.organisation_at
    if at is None or people[-1].facts.organisation_kept or at[0] < people[-1].name_at[1]:
        return False
    return _CLOSES.fullmatch(line.text, max(0, at[1] - line.start)) is not None


def _is_between(line: RosterLine, one: Person, two: Person) -> bool:
    return (
        _BETWEEN.fullmatch(line.text[one.name_at[1] - line.start : two.name_at[0] - line.start]) is not None
    )

"""Deputies: who came for whom, in the roster or in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whosat.extract.components.attendance_entries import Draft
from whosat.extract.components.attendance_merge import key_of, same_name
from whosat.extract.components.roster_lines import Person
from whosat.extract.document import Document
from whosat.extract.names import initials_fit, is_initials, name_at
from whosat.ontology.facts import Status

_NAME: Final = (
    r"(?P<{0}>(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|"
    r"Dame)\.?\s+)?[A-Z][\w’'-]*\.?(?:\s+[A-Z][\w’'-]*\.?){{0,3}})"
)
_FORWARD: Final = re.compile(
    _NAME.format("one") + r",?\s+(?:was |is |were |had been |attended |attending |attends |came |to "
    r")?(?:as\s+)?(?:a\s+|the\s+)?(?:deputis(?:ed|ing|es)|deputiz(?:ed|ing|es)|"
    r"substitut(?:ed|ing|es|e)|stood in|standing in|sat in|sitting in|"
    r"acted as (?:a )?(?:deputy|substitute)|acting as (?:a )?(?:deputy|substitute)|deputy|"
    r"attended on behalf|attending on behalf|on behalf|attended in place|attending in "
    r"place|in place|present on behalf)\s+(?:for|of)\s+(?:the\s+)?" + _NAME.format("two")
)
_BACKWARD: Final = re.compile(
    _NAME.format("two")
    + r",?\s+(?:was |is |were |had been |being |who was |who is )(?:represented|substituted|"
    r"replaced|deputised for|covered)(?: at (?:the|this) meeting)? by\s+" + _NAME.format("one")
)


def settle_deputies(document: Document, people: list[Draft]) -> None:
    """Make every deputy point to a person's full name, and read deputies said in sentences."""
    for draft in list(people):
        if draft.facts.deputy:
            _reverse(draft, people)
    for draft in people:
        if draft.facts.deputising_for:
            draft.facts.deputising_for = full_name(draft.facts.deputising_for, people, draft)
    for pattern in (_FORWARD, _BACKWARD):
        for said in pattern.finditer(document.text):
            _said(said, people)


def _reverse(draft: Draft, people: list[Draft]) -> None:
    """ "Bob Cole (for whom Ann Bell substituted)": the deputy is the other one, who came in his place."""
    name, where = draft.facts.deputy or "", draft.facts.deputy_at
    deputy = find(name, people)
    if deputy is None and where and " " in name and draft.status in (Status.APOLOGIES, Status.ABSENT):
        deputy = Draft(Person(name, where, 0.8, end=where[1]), Status.PRESENT, False, confidence=0.75)
        deputy.rule = "deputy"
        people.append(deputy)
    if deputy is not None and deputy is not draft and deputy.facts.deputising_for is None:
        deputy.facts.deputising_for = draft.name
        deputy.facts.deputising_at = draft.person.name_at
        deputy.where += draft.where[-1:]


def _said(said: re.Match[str], people: Sequence[Draft]) -> None:
    one = find(_plain(said["one"]), people)
    two = _plain(said["two"])
    if one is None or one.facts.deputising_for or one.status in (Status.APOLOGIES, Status.ABSENT):
        return
    other = find(two, people)
    if other is one or (other is None and len(two.split()) < 2):
        return
    one.facts.deputising_for = other.name if other else two
    one.facts.deputising_at = (said.start("two"), said.end("two"))
    one.where.append((said.start(), said.end()))


def _plain(text: str) -> str:
    read = name_at(text)
    return read.name if read else text


def find(name: str, people: Sequence[Draft]) -> Draft | None:
    """The one person of the roster a name, a surname or initials can mean; None where nobody or several."""
    key = key_of(name)
    if not key:
        return None
    exact = [draft for draft in people if same_name(draft.name, name)]
    if len(exact) == 1:
        return exact[0]
    if len(key) == 1:
        short = [draft for draft in people if draft.facts.initials == name]
        if not short and is_initials(name):
            short = [draft for draft in people if initials_fit(name, draft.name)]
        last = short or [draft for draft in people if key_of(draft.name)[-1] == key[0]]
        last = last or [draft for draft in people if key_of(draft.name)[0] == key[0]]
        return last[0] if len(last) == 1 else None
    return None


def full_name(name: str, people: Sequence[Draft], but: Draft) -> str:
    """The fullest form of a name in the roster, else the name as it stands."""
    found = find(name, [draft for draft in people if draft is not but])
    if found and len(key_of(name)) > 1 and len(name) > len(found.name):
        found.aliases.add(found.name)  # "J. Bell" in the list, "Jane Bell" where her deputy is named
        found.person.name = name
    return found.name if found else name

"""Deputies: who came for whom, in the roster or in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whosat.extract.components.attendance_entries import Draft
from whosat.extract.components.attendance_merge import key_of
from whosat.extract.components.attendance_named import beginning, beside, ending, find, plain, stands_alone
from whosat.extract.components.roster_people import Person
from whosat.extract.components.roster_scores import name_score
from whosat.extract.document import Document
from whosat.extract.names import name_at
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

_POSSESSIVE: Final = re.compile(
    _NAME.format("one") + r"(?:\s*\([^)]{1,40}\))?,?\s+(?:was |is |had )?(?:attended|attending|present|there|"
    r"came|standing in)\s+as\s+" + _NAME.format("two") + r"['’]s?\s+(?:substitute|deputy|representative|"
    r"nominee|alternate|stand-in)"
)
_WAS_REPRESENTED: Final = re.compile(
    _NAME.format("two")
    + r"(?:\s*\([^)]{1,40}\))?,?\s+(?:had |has |who )?(?:sent|given|gave|was unable|could "
    r"not)\b[^.;\n]{0,60}?(?:,| and| but)\s+(?:was |is |who was )?(?:represented|substituted|"
    r"deputised for)\s+by\s+" + _NAME.format("one")
)
_FOR_WHOM: Final = re.compile(
    _NAME.format("two") + r"(?:\s*\([^)]{1,40}\))?,\s+(?:for whom|in whose (?:place|absence|stead)|on whose "
    r"behalf)\s+"
    + _NAME.format("one")
    + r"(?:\s*\([^)]{1,40}\))?\s+(?:was|is|had|substitut|deputi|attend|stood|"
    r"came|sat)"
)
_PRONOUN: Final = re.compile(
    r"\b(?:from|by|of|for|Apologies:?)\s+"
    + _NAME.format("two")
    + r"(?:\s*\([^)]{1,40}\))?[.;]\s+"
    + _NAME.format("one")
    + r"(?:\s*\([^)]{1,40}\)|,[^,.\n]{1,40},)?\s+(?:was |had |is )?(?:attend\w+|present|"
    r"in attendance|deputi\w+|substitut\w+|stood in|standing in|came|sat in)\s+(?:in (?:her|his|"
    r"their) (?:absence|place|stead)|on (?:her|his|their) behalf|for (?:her|him|them)|as (?:her|his|"
    r"their) (?:substitute|deputy|representative))\b"
)
_BRACKETED: Final = re.compile(
    r"\(\s*(?:sub(?:stitute)?|substituted by|nominated deputy|named deputy|deputy|alternate|replaced by|rep|"
    r"deputised by)\s*[:–-]?\s+(?i:is\s+|was\s+)?(?-i:" + _NAME.format("who") + r")\s*\)",
    re.IGNORECASE,
)
_FOR: Final = re.compile(
    r"(?:\b(?:(?:nominated|named|appointed)\s+)?(?:deputy|substitute|sub|alternate|delegate|proxy|"
    r"stand[- ]in)\s+for|\(\s*(?:also\s+)?rep(?:\.|resenting)?|\(\s*vice)\s+(?-i:"
    + _NAME.format("who")
    + r")\s*(?=[),;\n]|$)",
    re.IGNORECASE,
)


def settle_deputies(document: Document, people: list[Draft]) -> None:
    """Make every deputy point to a person's full name, and read deputies said in sentences."""
    for draft in list(people):
        _read_beside(draft, document.text, people)
        if draft.facts.deputy:
            _reverse(draft, people)
    for draft in people:
        if draft.facts.deputising_for:
            draft.facts.deputising_for = full_name(draft.facts.deputising_for, people, draft)
    for pattern in (_FORWARD, _BACKWARD, _POSSESSIVE, _WAS_REPRESENTED, _FOR_WHOM, _PRONOUN):
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


def _read_beside(draft: Draft, text: str, people: Sequence[Draft]) -> None:
    """Deputies in a bracket behind a name: "(sub: Ann Bell)" of who is away,
    "(nominated deputy for Bob Cole)" of who is there."""
    facts = draft.facts
    away = draft.status in (Status.APOLOGIES, Status.ABSENT)
    if facts.deputy or facts.deputising_for:
        return
    words, start = beside(draft, text, lines=2)
    found = (_BRACKETED if away else _FOR).search(words)
    name = plain(found["who"]) if found else ""
    if not found or " " not in name or (name_score(name) < 0.7 and find(name, people) is None):
        return
    if not stands_alone(start, start + found.start(), people):
        return
    where = (start + found.start("who"), start + found.end("who"))
    if away:
        facts.deputy, facts.deputy_at = name, where
    else:
        facts.deputising_for, facts.deputising_at = name, where
    _forget(draft, name)


def _forget(draft: Draft, name: str) -> None:
    """Take the words of a deputy's bracket out of the post and the organisation they were read as."""
    facts = draft.facts
    surname = name.split()[-1]
    if facts.organisation and surname in facts.organisation.split():
        facts.organisation, facts.organisation_at = None, None
    if facts.job_title and (
        surname in facts.job_title.split()
        or re.fullmatch(r"(?:sub|substitute|deputy|alternate|rep)", facts.job_title, re.IGNORECASE)
    ):
        facts.job_title = None


def _said(said: re.Match[str], people: list[Draft]) -> None:
    one = ending(said["one"], people) or _newcomer(said, people)
    two = plain(said["two"].rsplit("\n", 1)[-1] if " " in said["two"].rsplit("\n", 1)[-1] else said["two"])
    if one is None or one.facts.deputising_for or one.status in (Status.APOLOGIES, Status.ABSENT):
        return
    other = find(two, people) or beginning(said["two"], people) or ending(said["two"], people)
    if other is one or (other is None and len(two.split()) < 2):
        return
    one.facts.deputising_for = other.name if other else two
    one.facts.deputising_at = (said.start("two"), said.end("two"))
    one.where.append((said.start(), said.end()))


def _newcomer(said: re.Match[str], people: list[Draft]) -> Draft | None:
    """Somebody whom the roster leaves out, and who came in the place of one it says was away."""
    read = name_at(said["one"])
    away = find(plain(said["two"]), people) or ending(said["two"], people)
    if (
        said.re is _FORWARD
        or read is None
        or " " not in read.name
        or name_score(read.name) < 0.7
        or away is None
        or away.status not in (Status.APOLOGIES, Status.ABSENT)
    ):
        return None
    where = (said.start("one"), said.end("one"))
    draft = Draft(Person(read.name, where, 0.8, end=where[1]), Status.PRESENT, False, confidence=0.75)
    draft.rule = "deputy"
    people.append(draft)
    return draft


def full_name(name: str, people: Sequence[Draft], but: Draft) -> str:
    """The fullest form of a name in the roster, else the name as it stands."""
    found = find(name, [draft for draft in people if draft is not but])
    if found and len(key_of(name)) > 1 and len(name) > len(found.name):
        found.aliases.add(found.name)  # "J. Bell" in the list, "Jane Bell" where her deputy is named
        found.person.name = name
    return found.name if found else name


__all__ = ["find", "full_name", "settle_deputies"]

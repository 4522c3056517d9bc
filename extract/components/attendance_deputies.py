"""Deputies: who came for whom, by notes beside a name and by what sentences say (`deputy_sentences`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whosat.extract.bodies import kind_of_body
from whosat.extract.components import deputy_words as words
from whosat.extract.components.attendance_entries import Draft
from whosat.extract.components.attendance_merge import key_of
from whosat.extract.components.attendance_named import beside, candidates, find, plain, stands_alone
from whosat.extract.components.deputy_names import LIKELY, Named, after, before, candidates_but, is_away
from whosat.extract.components.deputy_pairs import Pairing
from whosat.extract.components.deputy_sentences import read_sentences
from whosat.extract.components.roster_breaks import one_line
from whosat.extract.components.roster_scores import is_non_person, job_score, name_score
from whosat.extract.document import Document
from whosat.extract.names import TITLES
from whosat.ontology.facts import Status


def without_principals(drafts: list[Draft], text: str) -> list[Draft]:
    """The drafts without those whom a roster names only to say for whom the one before came: "Ann Bell, for
    Bob Cole"; whoever stands among the apologies only to say so was there."""
    kept: list[Draft] = []
    for draft in drafts:
        if is_away(draft) and _is_told_for(draft, text):
            draft.status, draft.strong = Status.PRESENT, True
        if not kept or not _is_principal_of(draft, kept[-1], text):
            kept.append(draft)
            continue
        facts = kept[-1].facts
        facts.deputising_for = facts.deputising_for or draft.name
        facts.deputising_at = facts.deputising_at or draft.person.name_at
        _forget_words(kept[-1])
    return kept


def _is_principal_of(draft: Draft, before: Draft, text: str) -> bool:
    """Whether somebody is named right behind another, after words that say for whom the other came."""
    start = draft.person.name_at[0]
    line = text.rfind("\n", 0, start) + 1
    lead = None if is_away(draft) or is_away(before) else _LEADS_ON.search(text, line, start)
    if lead is None or not line <= before.person.name_at[0] <= lead.start():
        return False
    between = text[before.person.name_at[1] : lead.start()]
    return len(between) < _FARTHEST and not re.search(r"[;\t]|\band\b|&", between)


_FARTHEST: Final = 80


def _is_told_for(draft: Draft, text: str) -> bool:
    """Whether words behind a name among the apologies say for whom this person came."""
    end = draft.person.name_at[1]
    line = text.rfind("\n", 0, end) + 1
    if words.PRONOUN.match(text, end + 1) or words.IN_THEIR_ABSENCE.match(text, end + 1):
        return True
    said = words.FOR_ANOTHER.match(text, end)
    if said is None or (not words.LISTED.search(text, line, end + len(said.group())) and said["alone"]):
        return False
    return after(text, said.end(), ()) is not None


_LEADS_ON: Final = re.compile(
    rf"(?:(?:{words.STRONG.pattern})|[,(–—-]\s*(?:for|on\s+behalf\s+of|vice|p\.?p\.?|o\.?b\.?o\.?)\s+)(?:the\s+)?"
    rf"(?:{TITLES.pattern})?\Z",
    re.IGNORECASE,
)


def settle_deputies(document: Document, people: list[Draft]) -> None:
    """Make the deputies of the roster's own lines point to a person's full name."""
    pairing = Pairing(unwrapped(document), people)
    for draft in list(people):
        _read_inside(draft, pairing)
    for draft in list(people):
        if draft.facts.deputy:
            _reverse(draft, pairing)
    for draft in people:
        if draft.facts.deputising_for and _is_settled(draft, pairing):
            draft.facts.deputising_for = full_name(draft.facts.deputising_for, people, draft)
    pairing.give_to_fuller()
    pairing.leave_echoes_out()


def deputies_in_text(document: Document, people: list[Draft]) -> None:
    """Read deputies said in sentences, once everybody is known, and drop what is no person for whom somebody
    could come; a post is the person away who holds it."""
    pairing = Pairing(unwrapped(document), people)
    for draft in list(people):
        _read_inside(draft, pairing)
    read_sentences(pairing)
    pairing.give_to_fuller()
    pairing.leave_echoes_out()
    for draft in people:
        name = draft.facts.deputising_for
        if not name:
            continue
        known = _one_meant(name, candidates_but(draft, people))
        meant = pairing.holder_of(name) if known is None and _is_no_person(name) else None
        if known is not None:
            draft.facts.deputising_for = known.name
        elif meant is not None:
            draft.facts.deputising_for = meant.name
        elif _is_no_person(name) or plain(name) == draft.name:
            draft.facts.deputising_for = draft.facts.deputising_at = None


def _one_meant(name: str, people: Sequence[Draft]) -> Draft | None:
    """The person of the roster a name means; of namesakes the one who was away."""
    same = candidates(name, people)
    away = [draft for draft in same if is_away(draft)]
    return same[0] if len(same) == 1 else away[0] if len(away) == 1 else None


_SURELY: Final = 0.8  # a name that is a person's, though a body's name may end in its last word


def _is_no_person(name: str) -> bool:
    return (
        job_score(name) >= 0.6
        or (kind_of_body(name) is not None and name_score(name) < _SURELY)
        or is_non_person(name)
        or not re.search(r"[^\W\d_]{2}", name)
    )


def unwrapped(document: Document) -> str:
    """The text with the line ends within a paragraph as blanks, every offset as it was."""
    parts, at = [], 0
    for block in document.blocks:
        if block.start < at:
            continue
        inside = document.text[block.start : block.end]
        tabular = bool(block.cells) or "\t" in inside
        parts += [document.text[at : block.start], inside if tabular else one_line(inside)]
        at = block.end
    return "".join([*parts, document.text[at:]])


def _reverse(draft: Draft, pairing: Pairing) -> None:
    """ "Bob Cole (for whom Ann Bell substituted)": the deputy is the other one, who came in his place."""
    name, where = draft.facts.deputy or "", draft.facts.deputy_at
    if where and (lead := words.FOR_WHOM.search(pairing.text, max(0, where[0] - 20), where[0])):
        said = before(pairing.text, lead.start(), pairing.people, away=True)
        if said is not None and said.draft is not draft:
            return  # "Bob Cole and the Dean (Dee Fox, for whom Ann Bell came)"
    deputy = find(name, pairing.people)
    if deputy is None and where and " " in name and is_away(draft):
        deputy = pairing.newcomer(Named(name, where))
    if (
        deputy is not None
        and deputy is not draft
        and deputy.facts.deputising_for is None
        and not is_away(deputy)
    ):
        deputy.facts.deputising_for = draft.name
        deputy.facts.deputising_at = draft.person.name_at
        deputy.where += draft.where[-1:]


def _is_settled(draft: Draft, pairing: Pairing) -> bool:
    """Whether the roster's reading can stand: who is away came for nobody, unless the words say so."""
    if not is_away(draft):
        return True
    start, end = draft.person.name_at[1], draft.facts.deputising_at[0] if draft.facts.deputising_at else 0
    between = pairing.text[start:end]
    if words.STRONG.search(between) or words.ATTENDED_FOR.search(between):
        draft.status, draft.strong = Status.PRESENT, True
        return True
    draft.facts.deputising_for = draft.facts.deputising_at = None
    return False


_OPENS: Final = re.compile(r"[(\[–—:;\t,]\s*|\s-\s+|\s(?=[Rr]epresented|[Ss]ubstitut|[Dd]eput)")
_ENDS: Final = re.compile(r"\s*(?:[)\],;.\n\t–—]|\Z|\sin\s|\sinstead|\sattend)")


def _read_inside(draft: Draft, pairing: Pairing) -> None:
    """Who came instead, told right behind the name of somebody away: "(sub: Ann Bell)"."""
    text, people = pairing.text, pairing.people
    if draft.facts.deputy or draft.facts.deputising_for:
        return
    said, start = beside(draft, text, lines=2)
    for opener in _OPENS.finditer(said):
        cell = said.rfind("\t", 0, opener.start()) + 1
        if not stands_alone(start, start + opener.start(), people) or (
            cell and after(text, start + cell, ()) is not None
        ):
            return
        told = _told(draft, pairing, start + opener.end())
        if told is not None:
            draft.facts.deputy = None
            pairing.join(told, Named(draft.name, draft.person.name_at, draft), strong=True, note=True)
            _forget(draft, told.name)
            return


def _told(draft: Draft, pairing: Pairing, at: int) -> Named | None:
    """Who came for somebody away, by the words of a note."""
    text, others = pairing.text, candidates_but(draft, pairing.people)
    if (inside := words.INSIDE.match(text, at)) is not None and is_away(draft):
        named = after(text, inside.end(), others, least=LIKELY)
        if named and (_ENDS.match(text, named.at[1]) or words.CAME.match(text, named.at[1])):
            return named
        return None
    named = after(text, at, others)
    if named is None:
        return None
    came = words.CAME.match(text, named.at[1])
    if came is None:
        return None
    said = text[came.start() : came.end() + 24].split("\n", 1)[0]
    instead = words.INSTEAD_OF.search(said)
    if not instead and (not is_away(draft) or text[at - 2 : at].strip() not in tuple("([–—-:")):
        return None  # "Bob Cole, Ann Bell attended" may be two people of one list
    return None if not is_away(draft) and re.match(r"\s*(?:for|of)\b", text[came.end() :]) else named


def _forget(draft: Draft, name: str) -> None:
    """Take the words of a deputy's bracket out of the post and the organisation they were read as."""
    facts = draft.facts
    surname = name.split()[-1]
    if facts.organisation and surname in facts.organisation.split():
        facts.organisation, facts.organisation_at = None, None
    if facts.job_title and surname in facts.job_title.split():
        facts.job_title = None
    _forget_words(draft)


def _forget_words(draft: Draft) -> None:
    if draft.facts.job_title and _NOTE.fullmatch(draft.facts.job_title):
        draft.facts.job_title = None


_NOTE: Final = re.compile(
    r"(?:for|vice|sub|substitute|deputy|alternate|rep|proxy|cover)(?:\s+for)?|"
    r"(?:substitut|deputis|deputiz|cover|represent|stand|attend)ing\b.{0,40}",
    re.IGNORECASE,
)
"""The words of a deputy's note, read as a post."""


def full_name(name: str, people: Sequence[Draft], but: Draft) -> str:
    """The fullest form of a name in the roster, else the name as it stands."""
    found = find(name, [draft for draft in people if draft is not but])
    if found and len(key_of(name)) > 1 and len(name) > len(found.name):
        found.aliases.add(found.name)  # "J. Bell" in the list, "Jane Bell" where her deputy is named
        found.person.name = name
    return found.name if found else name


__all__ = ["deputies_in_text", "find", "full_name", "settle_deputies", "without_principals"]

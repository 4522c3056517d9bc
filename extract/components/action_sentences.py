"""Actions that only sentences state: "Jane Rees to circulate the dates.", "The Chair will draft a response
…".

Read where a document marks no action otherwise; in others only the plainest of them count.
"""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.components.action_forms import Stated, is_reported_done, tidy
from whosat.extract.components.action_owners import Owners
from whosat.extract.components.action_told import How, Told, single, subject_of, told_in
from whosat.extract.components.action_units import Unit, sentences
from whosat.extract.document import BlockKind

PLAIN: Final = "sentence: somebody to do something"
AGREED: Final = "sentence: agreed that somebody do something"
SAID: Final = "sentence: who is to do what"
_LONGEST: Final = 60
_FEW_WORDS: Final = 5
_FEW_OBJECTS: Final = 3  # words of an order so short that it says nothing of what is meant
_CLAUSES: Final = re.compile(r"(?<=;)\s+")
_NEXT_NUMBER: Final = re.compile(r"(?<=[.!?])\s+\d{1,3}(?:\.\d{1,3})*\.?\s*$")
"""The number of the next minute, behind an order in run-on text."""
_DONE_SINCE: Final = re.compile(r"\W*(?:DONE|Done|COMPLETED?|Completed?|Actioned|ACTIONED)\b(?! by\b)")
_POINTS_BACK: Final = re.compile(r"^\w+(?: \w+)? (?:it|this|that|them|these|those|so|him|her)\b", re.I)
_RULES: Final = {How.BARE: PLAIN, How.AGREED: AGREED}
_CONFIDENCE: Final = {How.BARE: 0.75, How.AGREED: 0.7, How.ASKED: 0.68, How.WILL: 0.6}


def stated_in_sentences(units: list[Unit], owners: Owners) -> list[Stated]:
    """Sentences that give somebody something to do; all weak statements."""
    found: list[Stated] = []
    heading: str | None = None
    for unit in units:
        if unit.kind is BlockKind.HEADING:
            heading = subject_of(unit.text, owners)
            continue
        before, last = heading, ""
        pairs = sentences(unit)
        for place, (start, said) in enumerate(pairs):
            done = place + 1 < len(pairs) and _DONE_SINCE.match(pairs[place + 1][1])
            if len(said.split()) <= _LONGEST and not done:
                found += _read(start, said, owners, before, last)
            before, last = subject_of(said, owners) or before, said
    return found


def _read(start: int, said: str, owners: Owners, before: str | None, last: str) -> list[Stated]:
    """One action a clause: "Ann to write; Bob and Carol to sign"."""
    found: list[Stated] = []
    shift = 0
    for clause in _CLAUSES.split(said):
        at = said.index(clause, shift)
        shift = at + len(clause)
        told = told_in(single(clause), start + at, owners, before)
        bare = [one for one in told if one.how is How.BARE]
        if (
            len(bare) > 1
            and len({one.owners for one in bare}) == len(bare)
            and all(map(owners.are_seated, (one.owners for one in bare)))
        ):
            found += _in_turn(single(clause), start + at, sorted(bare, key=lambda one: one.verb_at))
        elif (
            told and not is_reported_done(clause) and not any(owners.is_body(name) for name in told[0].owners)
        ):
            where = ((start + at, start + at + len(clause)),)
            words = described(single(clause), told[0], last)
            rule = _RULES.get(told[0].how, SAID)
            found.append(Stated(where, words, told[0].owners, rule, _CONFIDENCE[told[0].how], False))
    return found


_BETWEEN: Final = re.compile(r"[,;]?\s*(?:and\s+)?[^,;]{0,60}$")


def _in_turn(said: str, at: int, told: list[Told]) -> list[Stated]:
    """ "Ann to write, Bob to ring the hall": each order as far as the next owner."""
    found: list[Stated] = []
    for place, one in enumerate(told):
        stop = told[place + 1].verb_at if place + 1 < len(told) else len(said)
        words = said[one.verb_at : stop]
        words = _BETWEEN.sub("", words) if place + 1 < len(told) else words
        where = ((at + one.verb_at, at + one.verb_at + len(words)),)
        found.append(Stated(where, tidy(words), one.owners, PLAIN, _CONFIDENCE[How.BARE], False))
    return found


def described(said: str, told: Told, last: str) -> str:
    """The words of the order; with the sentence before where they alone say too little: "to invite"."""
    words = _NEXT_NUMBER.sub("", said[told.verb_at :])
    few = len(words.split()) < _FEW_OBJECTS and not re.search(r" (?:[A-Z]|\w+s\b)", words)
    if len(last.split()) >= _FEW_WORDS and (few or _POINTS_BACK.match(words)):
        return tidy(f"{words.rstrip(' .')} ({last.rstrip(' .')})")
    return tidy(words)

"""Owners that stand alone below a minute, and which of its sentences says what they are to do."""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.components.action_forms import Stated, begins_with_verb, tidy
from whosat.extract.components.action_owners import Owners
from whosat.extract.components.action_records import LABEL
from whosat.extract.components.action_told import choose, last_said
from whosat.extract.components.action_units import Unit, sentences
from whosat.extract.document import BlockKind

_FEWEST_WORDS: Final = 3
_NAMES: Final = 60  # characters of a line of owners
_NEW_ITEM: Final = re.compile(r"^\W*(?:\d{1,3}(?:[./]\d{1,3})*[.)]?\s|\d{2}/\d{2,3}\b)")
_WORD_ALONE: Final = re.compile(r"\W*(?:ACTIONS?|Actions?|Action by|ACTION BY|For action|To action)\W*")
_BESIDE: Final = re.compile(
    r"\W*(?:ACTIONS?|Actions?|Follow[- ]up)(?: (?:by|for|on|to))? (?P<who>[A-Z@][\w.’'/&, +-]*?)\W*"
)
"""The word and the owners on one line, without a colon: "Action JP"."""
_MOST_OWNERS: Final = 3  # lines of owners below it


def deciding(
    units: list[Unit], i: int, owned: tuple[str, ...], owners: Owners, section: int | None = None
) -> tuple[tuple[tuple[int, int], ...], str]:
    """What an owner alone ("Action – JP") is to do: the sentence before that says so."""
    back: list[Unit] = []
    for unit in reversed(units[max(0, i - 3) : i]):
        if unit.section != (units[i].section if section is None else section) or (
            back and LABEL.match(unit.text)
        ):
            break
        if unit.text and not LABEL.match(unit.text):
            back.append(unit)
        if _NEW_ITEM.match(unit.text) and len(unit.text.split()) > _FEWEST_WORDS * 2:
            break
    best = next((found for unit in back[:2] if (found := choose(sentences(unit), owned, owners))), None)
    best = best or (last_said(sentences(back[0])) if back else None)
    return (((best.start, best.end),), tidy(best.text)) if best else ((), "")


def below_the_word(units: list[Unit], i: int, owners: Owners) -> tuple[Stated, int] | None:
    """The action that owners alone on the lines below the word "action" point at, and where they end: the
    minute above the word tells what they are to do."""
    if i and (beside := _BESIDE.fullmatch(units[i].text)) and len(units[i].text) <= _NAMES:
        found = tuple(owners.many(beside["who"], units[i].start + beside.start("who")))
        sure = bool(found) and (owners.are_people(found) or owners.are_a_group(found))
        return _pointing(units, i, i + 1, found, owners) if sure else None
    if not i or not _WORD_ALONE.fullmatch(units[i].text):
        return None
    stop, owned = i + 1, list[str]()
    for unit in units[i + 1 : i + 1 + _MOST_OWNERS]:
        found = tuple(owners.many(unit.text, unit.start)) if len(unit.text) <= _NAMES else ()
        if not found or not (owners.are_people(found) or owners.are_a_group(found)):
            break
        owned, stop = [*owned, *found], stop + 1
    if not owned or (stop < len(units) and units[stop].kind is BlockKind.ITEM):
        return None
    return _pointing(units, i, stop, tuple(dict.fromkeys(owned)), owners)


def _pointing(
    units: list[Unit], i: int, stop: int, owned: tuple[str, ...], owners: Owners
) -> tuple[Stated, int] | None:
    below = units[stop] if stop < len(units) else None
    if below and begins_with_verb(tidy(below.text)):
        return None  # what they are to do stands below them
    where, said = deciding(units, i, owned, owners, units[i - 1].section)
    told = (*where, (units[i].start, units[stop - 1].end))
    return (Stated(told, said, owned, "owner below the text", 0.8), stop) if said else None

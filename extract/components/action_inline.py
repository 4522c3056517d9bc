"""The word "action" within a minute's text: "… would be circulated. Action: JP", and every "Action 3: JP to
…" of minutes whose lines a conversion ran together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from whosat.extract.components.action_forms import (
    Stated,
    begins_with_verb,
    day_behind,
    read_action,
    somebody_to,
    tidy,
)
from whosat.extract.components.action_orders import NEXT_MINUTE, first_order, in_turn, runs_of
from whosat.extract.components.action_owners import Owners
from whosat.extract.components.action_told import choose, last_said
from whosat.extract.components.action_units import Unit, sentences, until

_WORD: Final = re.compile(
    r"(?:(?<=[.;!?)\]”’])\s+|\s{2,}|\s*[(\[]\s*|\s+\*\*|\s[–—-]\s)(?:ACTIONS?|Actions?|Responsible|Owner|"
    r"Lead|To action|By whom|"
    r"Assigned to|For action)(?: (?:points?|"
    r"by|for))?\s*(?P<number>\d{1,3}(?:[./-]\d{1,4})*[a-z]?)?\s*(?:\*\*)?\s*"
    r"(?:[:–—-]|(?=(?:[A-Z]{2,3}|all)\b))\s*(?:\*\*)?\s*(?=\S)"
)
_NEAR: Final = re.compile(r"ction|CTION|Responsible|Owner|Lead|By whom|Assigned")
_CLOSED: Final = re.compile(r"\[(?:ACTION|Action)(?: by| for)?\s*[:–—-]\s*(?P<rest>[^\[\]]+)\]")
"""An action in square brackets, wherever in the text it stands."""
_CAPS_END: Final = re.compile(
    r"(?<=[.!?)])\s+ACTIONS?\s+(?P<rest>[A-Z][\w&/,. -]{1,50}|[a-z][^.;]{4,120}\.?)\s*$"
)
_OWNER_END: Final = re.compile(
    r"(?:(?<=[.!?)])\s+(?:(?:For |To be )?[Aa]ction(?:ed)? by(?: the)?|Actions?)|\s[–—-]\s*action|"
    r",\s+action)(?: by| for)?\s+"
    r"(?P<rest>[A-Z][\w’'&/,. -]{1,60})\s*$"
)
"""The word without a colon: what follows must be owners and nothing else."""
_ON: Final = re.compile(r"(?<=[.;!?)])\s+(?:ACTION|Action)s? on (?P<rest>[A-Z].{5,200})$")
""" "… hasn't paid. ACTION on Hamza to chase"."""
_CLOSES: Final = re.compile(r"[)\]*]*\s*$")
_FINITE: Final = re.compile(r"\b(?:to be \w+(?:ed|n|t)|should|must|needs?)\b")
_NUMBER: Final = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?")
_CAPPED: Final = re.compile(r"(?:[A-Z][\w’'.-]*|and|[&/,])(?: ?[&/,])?")
_AT_THE_END: Final = 600  # characters at the end of a minute in which the word without a colon may stand
_ABOVE: Final = 3  # sentences before the word that may say what its owners are to do
_MOST_WORDS: Final = 6  # words of owners before the next sentence begins


def within_the_text(unit: Unit, owners: Owners) -> Iterator[Stated]:
    """The actions that the word points at within a unit's text."""
    text = unit.text
    if not _NEAR.search(text):
        return
    if closed := list(_CLOSED.finditer(text)):
        floor = 0
        for m in closed:
            yield from _told(unit, m.start(), m.end(), m["rest"], m.start("rest"), owners, floor)
            floor = m.end()
        return
    words = list(_WORD.finditer(text))
    for place, m in enumerate(words):
        stop = words[place + 1].start() if place + 1 < len(words) else len(text)
        rest = _CLOSES.sub("", text[m.end() : stop])
        yield from _told(unit, m.start(), m.end() + len(rest), rest, m.end(), owners)
    last = max(0, len(text) - _AT_THE_END)
    if not words and (on := _ON.search(text)):
        yield from _told(unit, on.start(), len(text), on["rest"], on.start("rest"), owners)
        return
    if words:
        return
    if capitals := _CAPS_END.search(text, last):
        begins = capitals.start("rest")
        yield from _told(unit, capitals.start(), len(text), capitals["rest"], begins, owners)
    elif end := _OWNER_END.search(text, last):
        owned, said = read_action(end["rest"].strip(" *"), owners, unit.start + end.start("rest"))
        if owned and not said:
            yield from _above(unit, end.start(), len(text), owned, owners)


def _told(
    unit: Unit, start: int, stop: int, rest: str, begins: int, owners: Owners, floor: int = 0
) -> Iterator[Stated]:
    """What one mark, from `start`, says in the words behind it, which begin at `begins`; `floor` is where the
    mark before ended."""
    at = unit.start + begins
    rest = rest.strip(" *")
    if new := NEXT_MINUTE.search(rest):
        rest = rest[: new.start()]
    rest += ")" * (rest.count("(") - rest.count(")"))
    if several := list(runs_of(rest, at, owners)) or in_turn(rest, at, owners):
        yield replace(several[0], where=((unit.start + start, several[0].where[0][1]),))
        yield from several[1:]
        return
    owned, said = read_action(rest, owners, at)
    if not owned and (named := owners.often(rest)):
        owned, said = tuple(named), ""
    if owned and not said:
        yield from _above(unit, start, stop, owned, owners, day_behind(rest), floor)
        return
    if (alone := _owners_alone(rest, at, owners)) and not set(owned) > set(alone):
        yield from _above(unit, start, begins + len(rest), alone, owners)
        return
    order = first_order(rest)
    if len(order) < len(rest) and (cut := read_action(order, owners, at)) and (cut[0] or not owned):
        owned, said = cut
    if not owned:
        owned, said = (other := somebody_to(order, owners))[0], other[1] or said
    if owned or begins_with_verb(said) or _FINITE.search(said):
        where = ((unit.start + start, unit.start + stop),)
        confidence = 0.88 if owned else 0.7
        yield Stated(where, said, owned, "action at the end of the text", confidence)


def _above(
    unit: Unit,
    start: int,
    stop: int,
    owned: tuple[str, ...],
    owners: Owners,
    due: str | None = None,
    floor: int = 0,
) -> Iterator[Stated]:
    """What owners that stand alone behind the word are to do: a sentence before it says so."""
    told = until(sentences(unit), unit.start + start)
    told = [pair for pair in told if pair[0] >= unit.start + floor] or told
    if best := choose(told[-_ABOVE:], owned, owners) or last_said(told):
        where = ((best.start, unit.start + stop),)
        yield Stated(where, tidy(best.text), owned, "action at the end of the text", 0.88, due_text=due)


def _owners_alone(rest: str, at: int, owners: Owners) -> tuple[str, ...]:
    """The owners that a sentence of the next minute follows without a break: "JP The Board then heard …"."""
    words = rest.split(" ")
    for count in range(min(_MOST_WORDS, len(words) - 2), 0, -1):
        after = words[count]
        if not (after[:1].isupper() or _NUMBER.fullmatch(after)) or not all(
            _CAPPED.fullmatch(word) for word in words[:count]
        ):
            continue
        found = tuple(owners.many(" ".join(words[:count]), at))
        follows = " ".join(words[count:])
        if found and owners.are_people(found) and not begins_with_verb(follows):
            return found
    return ()

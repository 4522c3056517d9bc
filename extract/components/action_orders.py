"""Several orders in one piece of text: "JP – Send … . KL – Ask …", "(a) all to comment (b) Jane to …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from whosat.extract.components.action_forms import Stated, begins_with_verb, is_done, read_action, tidy
from whosat.extract.components.action_owners import Owners
from whosat.extract.components.action_told import How, single, told_in
from whosat.extract.components.action_units import SENTENCE

_RUN: Final = re.compile(
    r"(?:^|(?<=[.;:!?]\s)|(?<=[.;:!?])|(?<=Actions\s)|(?<=ACTIONS\s)|(?<=Action\s))[\s•·*–-]*"
    r"(?P<owner>[A-Z][\w’'.-]*(?:(?:\s?[/&,+]\s?|\sand\s|\s)[A-Z][\w’'.-]*){0,5})\s*(?:[–—:]|"
    r"\s-)\s*(?=(?:to )?(?P<verb>[A-Za-z][a-z-]+))"
)
_LETTERED: Final = re.compile(r"(?:^|(?<=\s))(?:\(?(?:[a-h]|[1-9]|i{1,3}|iv|v)\)|[1-9]\d?\.)\s+(?=\S)")
NEXT_MINUTE: Final = re.compile(r"(?<=[.!?)])\s+(?:\d{1,4}/\d{1,4}|\d{1,3}(?:\.\d{1,3})*)[.)]?\s+(?=[A-Z])")
"""Where, behind an action, the number of the next minute stands in the same line."""
_POST_NOT_VERB: Final = re.compile(r"(?:Chair|Lead)\b(?! (?:the|a|an|this|on)\b)|[A-Za-z-]+\s*:")
"""A post, or a heading: "Roll call: Present: …"."""
_FEWEST_WORDS: Final = 3


def begins_a_run(text: str) -> bool:
    """Whether somewhere in a text an owner, a dash and a word follow each other."""
    return bool(_RUN.search(text))


def orders_behind(rest: str, at: int, owners: Owners) -> list[Stated]:
    """The orders behind one label, where there are several; [] where there is one."""
    return (
        _lettered(rest, at, owners)
        or list(runs_of(rest, at, owners, small=True))
        or _in_a_row(rest, at, owners)
        or _with_semicolons(rest, at, owners)
    )


_SEMICOLONS: Final = re.compile(r"[^;]+")


def _with_semicolons(rest: str, at: int, owners: Owners) -> list[Stated]:
    """ "Ann order paint; Bob and Carol ring the hall": every part has its owner."""
    parts = [m for m in _SEMICOLONS.finditer(rest) if m[0].strip()]
    read = [read_action(m[0].strip(), owners, at + m.start()) for m in parts] if len(parts) > 1 else []
    if not read or not all(owned and said for owned, said in read):
        return []
    return [
        Stated(((at + m.start(), at + m.end()),), said, owned, "action line", 0.9, done=is_done(m[0]))
        for m, (owned, said) in zip(parts, read, strict=True)
    ]


def runs_of(text: str, at: int, owners: Owners, small: bool = False) -> Iterator[Stated]:
    """ "JP – Send … . KL – Ask …": owner, dash, verb, as often as they come; `small` where the orders may
    begin with a small letter."""
    marks = []
    for m in _RUN.finditer(text):
        order = text[m.end() : m.end() + 60]
        if not begins_with_verb(order):
            continue
        if not (small or order[0].isupper() or order.startswith("to ")) and not (
            not m.start()
            and m[0].rstrip()[-1] != ":"
            and owners.are_seated(tuple(owners.many(m["owner"], at + m.start("owner"))))
        ):
            continue
        if _POST_NOT_VERB.match(order):
            continue
        if owned := owners.many(m["owner"], at + m.start("owner")):
            marks.append((m, owned))
    for place, (m, owned) in enumerate(marks):
        stop = marks[place + 1][0].start() if place + 1 < len(marks) else len(text)
        said = first_order(NEXT_MINUTE.split(text[m.end() : stop], maxsplit=1)[0])
        if len(said.split()) < _FEWEST_WORDS - (small and owners.are_people(tuple(owned))):
            continue
        where = ((at + m.start("owner"), at + m.end() + len(said)),)
        rule = "owner, dash, small verb" if said[0].islower() else "owner, dash, verb"
        yield Stated(where, tidy(said), tuple(owned), rule, 0.92, done=is_done(said))


def first_order(text: str) -> str:
    """The first sentence, and those after it that go on giving orders."""
    end = 0
    for m in re.finditer(r".+?(?:(?<!\b[A-Z])(?<!\d)[.;](?=\s+[A-Z(]|\s*$)|$)", text, re.S):
        if end and not begins_with_verb(m[0]):
            break
        end = m.end()
    return text[:end].rstrip()


def _lettered(rest: str, at: int, owners: Owners) -> list[Stated]:
    """ "(a) all to comment (b) Jane to arrange a meeting"."""
    marks = list(_LETTERED.finditer(rest))
    if len(marks) < 2 or marks[0].start():
        return []
    stops = [*(m.start() for m in marks[1:]), len(rest)]
    spans = list(zip(marks, stops, strict=True))
    read = [read_action(rest[m.end() : stop].strip(), owners, at + m.end()) for m, stop in spans]
    if not all(owned and said for owned, said in read):
        return []
    return [
        Stated(((at + m.start(), at + stop),), said, owned, "action line", 0.9)
        for (m, stop), (owned, said) in zip(spans, read, strict=True)
    ]


def _in_a_row(rest: str, at: int, owners: Owners) -> list[Stated]:
    """ "The Chair to write to them. The Clerk to find the address."."""
    said = [(m.start(), m[0].strip()) for m in SENTENCE.finditer(rest) if m[0].strip()]
    told = [told_in(one, at + start, owners) for start, one in said]
    if len(said) < 2 or not all(one and one[0].how is How.BARE for one in told):
        return []
    return [
        Stated(
            ((at + start, at + start + len(one)),),
            tidy(one[first.verb_at :]),
            first.owners,
            "action line",
            0.9,
        )
        for (start, one), (first, *_) in zip(said, told, strict=True)
    ]


def in_turn(rest: str, at: int, owners: Owners) -> list[Stated]:
    """ "The Chair to write to them. The Clerk to find the address. The Board then …": the orders at the
    beginning, each an action, until a sentence is none; [] where the first is none."""
    found: list[Stated] = []
    for m in SENTENCE.finditer(rest):
        said = single(m[0].strip())
        told = told_in(said, at + m.start(), owners)
        where = ((at + m.start(), at + m.start() + len(m[0].rstrip())),)
        if told and told[0].how is How.BARE:
            words = tidy(said[told[0].verb_at :])
            found.append(Stated(where, words, told[0].owners, "action line", 0.9, done=is_done(said)))
        else:
            break
    return found

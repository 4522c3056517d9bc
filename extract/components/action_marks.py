"""Marks by which minutes point at actions within their text: arrows, "AI:", boxes, numbers of a log,
orders in capitals, and owners in brackets behind a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from whosat.extract.components.action_forms import Stated, begins_with_verb, is_done, read_action, tidy
from whosat.extract.components.action_orders import in_turn
from whosat.extract.components.action_owners import Owners
from whosat.extract.components.action_told import choose, last_said
from whosat.extract.components.action_units import Unit, sentences, until
from whosat.extract.document import BlockKind

_MARK: Final = re.compile(
    r"(?:^|(?<=[\s.!?)\]”’:;,]))(?:(?P<arrow>[➡→►▶⇒⮕☞👉➔➤]\ufe0f?|[=-]+>|>{2,3}(?=\s)|»|\*{3}(?=\s))"
    r"|(?P<word>AIs?|TODO|To[ -]?do)(?=\s*[:(–—-]|\s+@|\s+[A-Z]))\s*(?:\((?P<by>[^()]{2,60})\))?\s*[:–—-]?\s*"
)
"""Signs and words that minutes set before an order: "AI" is an action item, and "to do" is often one word
in capitals."""
_BOX: Final = re.compile(
    r"^\W{0,3}(?P<box>\[[ xX]?\]|[☐☑☒✓✔])\s*(?P<word>(?:AI|AP|Action|TODO)\b[:\s–-]*)?(?P<rest>\S.*)$", re.S
)
_LOGGED: Final = re.compile(
    r"^\W*(?:\d{1,3}[.)]\s+)?(?:ACT|ACTION|Action|AI|AP)[\w./]*(?:[-–][\w./]+)*[-–/]\d+[a-z]?(?P<gap>\s*[:\t–-]\s*|"
    r"\s{2,})(?P<rest>\S.*)$",
    re.S,
)
_BEFORE_MARK: Final = re.compile(
    r"(?:^|[.;:,(]\s?)\W*(?P<owner>[A-Z][\w’'.]*(?:(?: ?[&/] ?| )[A-Z][\w’'.]*){0,3})\s$"
)
"""Owners before the word: "Sec TODO: update the site"."""
_FIELDS: Final = re.compile(r"\s*\t\s*|\s{3,}")
_SQUARE: Final = re.compile(r"(?<=[.!?])\s*\[(?P<owner>[A-Z@][\w’'./&, -]{1,50})\](?=\s|$)")
_ROUND: Final = re.compile(
    r"(?<=[.!?])\s*\((?P<owner>[A-Z][A-Za-z’']{1,4}(?:[/&, ]+[A-Z][A-Za-z’']{1,4}){0,3})\)(?=\s|$)"
)
_BEHIND: Final = re.compile(
    r"(?:\s*[(\[]|\s[–—-]\s*)(?P<owner>(?!Action)[A-Z@][\w.’'-]*(?:(?:\s?[/&,+]\s?|"
    r"\s(?:and\s)?)[A-Z][\w.’'-]*){0,4}|all)"
    r"[)\]]?[\s.;]*$"
)
"""Owners in brackets or behind a dash at the end of a sentence: "Hall to be booked (Ann)."."""
_BRACKETS: Final = re.compile(
    r"\s*\((?P<owner>[A-Z@][\w.’'-]*(?:(?:\s?[/&,+]\s?|\s(?:and\s)?)[A-Z][\w.’'-]*){0,4}|all)\)"
)
_HEADED: Final = re.compile(r"[A-Za-z-]+\s*[:;]")
"""What a list begins with that looks like an order: "Present: Ann Bell (AB), …"."""
_NEEDS: Final = re.compile(r"(?:We )?[Nn]eeds? (?:a|an|the|new|to|more|some|[a-z]+s)\b")
_TO_DO: Final = re.compile(
    r"\bto be (?!(?:able|a|an|the|in|on|at|of|very|more|there|here|good|held)\b)\w{3,}\b|"
    r"\b(?:must|should|needs?) be \w+(?:ed|n|t)\b"
)
_QUESTION: Final = re.compile(r"\W*(?:Q(?:uestion)?|A(?:nswer)?|Response)\s?\d{0,2}\s?[.:]\s*(?=[A-Z“‘])")
"""Questions and their answers, behind which those who spoke stand in brackets."""
_CAPITALS: Final = re.compile(
    r"(?<=[.!?)”;])\s+(?P<owner>(?:MR?S?\.? )?[A-Z][A-Z’'/& -]{1,50}?)\s+TO\s+"
    r"(?P<order>[A-Z][A-Z\d’'&/,£() -]{2,120})(?=[.!]|\s*$)"
)
_BEHIND_NEAR: Final = re.compile(r"[)\]]|\s[–—-]\s?[A-Z@a]")
_REACH: Final = 70  # characters at the end of a sentence where they may stand
_FEWEST_WORDS: Final = 3
_LONGEST: Final = 60  # words of an order behind a mark


def stated_at_marks(unit: Unit, above: Unit | None, owners: Owners) -> list[Stated]:
    """The actions that marks in a unit point at; `above` is what stands before it."""
    if unit.kind is BlockKind.HEADING:
        return []
    return (
        list(_logged(unit, owners))
        or list(_boxed(unit, owners))
        or list(_pointed(unit, above, owners))
        or list(_in_capitals(unit, owners))
        or list(_in_brackets(unit, owners))
        or list(_behind_orders(unit, owners))
    )


def _logged(unit: Unit, owners: Owners) -> Iterator[Stated]:
    """ "AI-12-3 <tab> Jane <tab> Write to the board <tab> (24 Sep)"."""
    m = _LOGGED.match(unit.text)
    if m is None:
        return
    fields = [field for field in _FIELDS.split(m["rest"]) if field]
    at = unit.start + m.start("rest")
    due = None
    if len(fields) > 1 and (found := owners.many(fields[0], at)):
        owned, said = tuple(found), fields[1]
        due = fields[2].strip("()") if len(fields) > 2 else None
    else:
        owned, said = read_action(m["rest"], owners, at)
    if owned and len(said.split()) >= _FEWEST_WORDS:
        yield Stated(
            ((unit.start, unit.end),),
            tidy(said),
            owned,
            "action of a log",
            0.9,
            True,
            None,
            is_done(said),
            due,
        )


def _boxed(unit: Unit, owners: Owners) -> Iterator[Stated]:
    """ "[ ] @jrees: write to the board"; a ticked box is something done."""
    m = _BOX.match(unit.text)
    if m is None:
        return
    owned, said = read_action(m["rest"], owners, unit.start + m.start("rest"))
    if owned and said and owners.are_people(owned) and len(said.split()) >= _FEWEST_WORDS - 1:
        done = m["box"] not in ("[ ]", "[]", "☐") or is_done(said)
        yield Stated(((unit.start, unit.end),), said, owned, "box to tick", 0.9, True, None, done)


def _pointed(unit: Unit, above: Unit | None, owners: Owners) -> Iterator[Stated]:
    """ "… has offered. → Jane to reply", "AI(Ann, Bob): redraft", "… wants a note. AI: Jane"."""
    marks = [m for m in _MARK.finditer(unit.text) if not (m["word"] and owners.person(m["word"]))]
    for place, m in enumerate(marks):
        stop = marks[place + 1].start() if place + 1 < len(marks) else len(unit.text)
        rest = unit.text[m.end() : stop].strip()
        at = unit.start + m.end()
        if (several := in_turn(rest, at, owners)) and len(several) > 1:
            yield from several
            continue
        owned, said = read_action(rest, owners, at)
        if not owned and m["word"] and (whose := _BEFORE_MARK.search(unit.text[: m.start()])):
            at = unit.start + whose.start("owner")
            owned, said = tuple(owners.many(whose["owner"], at)), tidy(rest)
        if m["by"] and (by := owners.many(m["by"], unit.start + m.start("by"))):
            owned, said = tuple(by), tidy(rest)
        if not owned or len(said.split()) > _LONGEST:
            continue
        if said and len(said.split()) >= 2:
            yield Stated(
                ((unit.start + m.start(), unit.start + stop),), said, owned, "order behind a mark", 0.9
            )
        elif not said and (m["word"] or owners.are_seated(owned)):
            pairs = until(sentences(unit), unit.start + m.start()) or (sentences(above) if above else [])
            if best := choose(pairs, owned, owners) or last_said(pairs):
                where = ((best.start, best.end), (unit.start + m.start(), unit.start + stop))
                yield Stated(where, tidy(best.text), owned, "owner behind a mark", 0.82)


def _in_capitals(unit: Unit, owners: Owners) -> Iterator[Stated]:
    """ "… would be welcome. CLERK TO ASK THE COUNTY": an order in capitals at the end of a minute."""
    for m in _CAPITALS.finditer(unit.text):
        owned = tuple(owners.many(m["owner"].title(), unit.start + m.start("owner")))
        order = m["order"].lower()
        if not owned or not (begins_with_verb(order) or order.startswith("action")):
            continue
        pairs = until(sentences(unit), unit.start + m.start())
        if len(order.split()) < _FEWEST_WORDS and pairs:
            order = f"{order} ({pairs[-1][1].rstrip(' .')})"
        where = ((unit.start + m.start("owner"), unit.start + m.end()),)
        yield Stated(where, tidy(order), owned, "order in capitals", 0.88)


def _is_order(said: str) -> bool:
    if len(said.split()) < _FEWEST_WORDS:
        return False
    return (
        (begins_with_verb(said) and not _HEADED.match(said))
        or _NEEDS.match(said) is not None
        or bool(_TO_DO.search(said))
    )


def _pieces(start: int, said: str, owners: Owners) -> Iterator[Stated]:
    """ "Hire the castle (Ann), leaflets to be printed (Bob).": each piece has its owners in a bracket."""
    marks = list(_BRACKETS.finditer(said))
    floor = 0
    for m in marks if len(marks) > 1 else ():
        piece, floor, begins = said[floor : m.start()], m.end(), floor
        order = tidy(re.sub(r"^[\s,;.]*(?:and\s)?(?:[^-–—:]{1,30}(?:\s[–—-]|:)\s)?", "", piece))
        owned = tuple(owners.many(m["owner"], start + m.start("owner"))) if _is_order(order) else ()
        if owned and (owners.are_seated(owned) or owners.are_a_group(owned)):
            yield Stated(((start + begins, start + m.end()),), order, owned, "owner behind an order", 0.84)


def _behind_orders(unit: Unit, owners: Owners) -> Iterator[Stated]:
    """ "Judge to be confirmed (Gerald).": sentences that order something, and who is to do it."""
    if _QUESTION.match(unit.text) or not _BEHIND_NEAR.search(unit.text):
        return
    for start, said in sentences(unit):
        yield from _pieces(start, said, owners)
        m = _BEHIND.search(said, max(0, len(said) - _REACH)) if said.count("(") < 2 else None
        order = tidy(said[: m.start()]) if m else ""
        if m is None or not _is_order(order):
            continue
        owned = tuple(owners.many(m["owner"], start + m.start("owner")))
        if owned and (owners.are_seated(owned) or owners.are_a_group(owned)):
            where = ((start, start + len(said)),)
            yield Stated(where, order, owned, "owner behind an order", 0.84)


def _in_brackets(unit: Unit, owners: Owners) -> Iterator[Stated]:
    """ "… would be asked for a price. [JR] Mr Bell to ring the rope maker. [TB]"."""
    if _QUESTION.match(unit.text):
        return
    done = unit.start
    for m in sorted((*_SQUARE.finditer(unit.text), *_ROUND.finditer(unit.text)), key=lambda m: m.start()):
        owned = tuple(owners.many(m["owner"], unit.start + m.start("owner")))
        if not owned or not owners.are_people(owned):
            continue
        here = unit.start + m.start()
        pairs = [(start, said) for start, said in until(sentences(unit), here) if start + len(said) > done]
        pairs = [(max(start, done), said[max(0, done - start) :].lstrip()) for start, said in pairs]
        best = choose(pairs, owned, owners) or (last_said(pairs) if m.re is _SQUARE else None)
        done = unit.start + m.end()
        if best and len(best.text.split()) >= _FEWEST_WORDS:
            where = ((best.start, done),)
            yield Stated(where, tidy(best.text), owned, "owner in brackets behind the text", 0.84)

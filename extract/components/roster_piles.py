"""Headings that a conversion has piled up before their lists: "Present Apologies Ann Bell, Bob Cole Dr Fox".

A page of two columns, read column by column, gives all headings first and then all lists. The lists are told
apart where one ends without a comma and a title begins the next, or where each has a line of its own; only
where there are as many lists as headings are they brought together again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from whosat.extract.components.roster_headings import closes, heading_of
from whosat.extract.components.roster_lines import decode
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.document import Block

Flow = list[tuple[Block, RosterLine | None]]

_HEAD: Final = (
    r"(?:In the [Cc]hair|(?:Members |Councillors )?Present|Apologies(?: for [Aa]bsence)?|"
    r"(?:Also )?[Ii]n [Aa]ttendance|Also [Pp]resent|Absent|Observers|Guests)"
)
_PILE: Final = re.compile(rf"(?<![\w’'-]){_HEAD}:?(?:\s+{_HEAD}:?(?=\s)){{1,5}}")
_ONE: Final = re.compile(_HEAD)
_TITLE: Final = (
    r"(?:Cllrs?|Clrs?|Councillors?|Messrs|Mrs?|Ms|Miss|Drs?|Profs?|Professor|Revd?|Sir|Dame|Lady|Lord)\.?"
)
_FIRST: Final = re.compile(rf"{_TITLE}\s+[A-Z]|[A-Z][\w’'-]+ [A-Z][\w’'-]+,")
_BREAK: Final = re.compile(rf"(?<![,;&\s])(?<! and)\s+(?={_TITLE}\s+[A-Z])")
_FURTHER: Final = 160  # characters of other headings that may stand between the pile and the lists
_END: Final = re.compile(
    r"\s(?=Item \d|\d{1,2}[.)] |Minutes of|Matters [Aa]rising|Apologies\b|Welcome\b|"
    r"(?:The|It|A|There) [A-Za-z]+ [a-z]{3,}|To [a-z]+ )"
)


def unpiled(line: RosterLine) -> list[RosterLine]:
    """A flattened line with each of its piled headings before its list; the line alone without a pile."""
    text = line.text
    for pile in _PILE.finditer(text):
        heads = [(found.start(), found.end()) for found in _ONE.finditer(text, pile.start(), pile.end())]
        first = _FIRST.search(text, pile.end(), pile.end() + _FURTHER)
        if first is None or heading_of(text[first.start() :]):
            continue
        lists = _lists(text, first.start())
        if len(lists) != len(heads):
            continue
        parts = [(0, pile.start())]
        for head, names in zip(heads, lists, strict=True):
            parts += [head, names]
        parts.append((lists[-1][1], len(text)))
        return [line.part(*extent) for extent in parts if text[slice(*extent)].strip()]
    return [line]


def _lists(text: str, start: int) -> list[tuple[int, int]]:
    """The lists from an offset on: where one ends without a comma, a title begins the next."""
    end = next((found.start() for found in _END.finditer(text, start)), len(text))
    cuts = [start, *[found.end() for found in _BREAK.finditer(text, start, end)], end]
    found = list(pairwise(cuts))
    return found if text.count(",", start, end) >= 2 else []


_FEWEST: Final = 3  # headings on lines of their own that make a pile
_TOP: Final = 60
_OWN_HEAD: Final = re.compile(r"[^:]{3,40}:\s*[A-Z]")
_IDLE: Final = re.compile(r"\W*(?:[IVX]{1,4}|\d{1,2})?[.)]?\W*")


def without_piles(flow: Flow) -> Flow:
    """The lines of a document with piled headings, each on a line of its own, set before their lists."""
    at = 0
    while at < min(len(flow), _TOP):
        heads = _pile(flow, at)
        if len(heads) >= _FEWEST:
            return _regrouped(flow, at, heads) or flow
        at += max(1, len(heads))
    return flow


def _pile(flow: Flow, at: int) -> list[int]:
    found: list[int] = []
    for number in range(at, min(len(flow), at + 8)):
        line = flow[number][1]
        if line is None or not line.text.strip().endswith(":") or not _stands_alone(line.text, bool(found)):
            break
        found.append(number)
    return found


def _stands_alone(text: str, within: bool) -> bool:
    """Whether a line is a heading and nothing else; within a pile any short words before a colon are one."""
    told = heading_of(text)
    if told is not None:
        return told.rest >= len(text.rstrip())
    return within and len(text.split()) < 4


def _regrouped(flow: Flow, at: int, heads: Sequence[int]) -> Flow | None:
    after = heads[-1] + 1
    while after < len(flow) and (line := flow[after][1]) is not None and _IDLE.fullmatch(line.text):
        after += 1
    groups: list[list[int]] = []
    end = after
    while end < len(flow) and (line := flow[end][1]) is not None and len(groups) <= len(heads):
        above = flow[end - 1][1] if groups else None
        broken = above is not None and above.text.rstrip().endswith((",", ";", " and"))
        own = _OWN_HEAD.match(line.text) is not None or broken
        if closes(line.text) or not decode([line]).people:
            break
        if own and groups:
            groups[-1].append(end)
        elif len(groups) == len(heads):
            break
        else:
            groups.append([end])
        end += 1
    if len(groups) != len(heads):
        return None
    order = [number for head, names in zip(heads, groups, strict=True) for number in (head, *names)]
    return [*flow[:at], *[flow[number] for number in order], *flow[end:]]

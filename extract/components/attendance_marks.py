"""Marks behind names in lists, where a line explains them: "Ann Bell*, Bob Cole" and "* = sent apologies"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whosat.extract.components.attendance_entries import Draft
from whosat.extract.components.roster_headings import State
from whosat.extract.components.roster_matrix import legend_in
from whosat.ontology.facts import Status

_TOP: Final = 6000
_BEHIND: Final = re.compile(
    r"[^\S\n]?(?:\((?P<digit>\d)\)|(?P<sign>[*†‡#]{1,3}|[✓✗✔✘]))(?=[^\S\n]*(?:[,;.(–-]|\n|$|and\b))"
)
_EXPLAINED: Final = re.compile(
    r"(?:^|\n)[^\S\n]*(?P<sign>[*†‡#]{1,3})[^\S\n]*"
    r"(?:(?:=|:|–|-|\bdenotes\b|\bindicates\b|\bmeans\b)[^\S\n]*(?P<said>[^\n,;:]{3,60})|"
    r"(?P<bare>(?:sent |gave )?apologies|absent|not present|did not attend|in attendance)\W*(?=\n|$))",
    re.IGNORECASE,
)
_STATUS: Final = {
    State.PRESENT: Status.PRESENT,
    State.APOLOGIES: Status.APOLOGIES,
    State.ABSENT: Status.ABSENT,
    State.IN_ATTENDANCE: Status.IN_ATTENDANCE,
}


def settle_marks(text: str, people: Sequence[Draft]) -> None:
    """Give each person of a list the status that the mark behind the name stands for."""
    legend = _legend(text[:_TOP])
    if not legend:
        return
    marked = [(draft, _mark(text, draft)) for draft in people]
    if all(mark in legend for _, mark in marked) and len(set(legend.values())) < 2:
        return  # emphasis or bullets
    for draft, mark in marked:
        if (state := legend.get(mark)) is not None:
            draft.status, draft.strong = _STATUS[state], True


def _mark(text: str, draft: Draft) -> str:
    start, end = draft.person.name_at
    found = _BEHIND.match(text, end)
    if found is None or text[max(0, start - 1) : start] in ("*", "#"):
        return ""  # "*Ann Bell*" is set in italics
    return found["digit"] or found["sign"]


def _legend(top: str) -> dict[str, State]:
    """Signs and digits the top of a document explains; digits and ticks where at least two are."""
    told = {
        mark: state for mark, state in legend_in(top).items() if mark.isdigit() or mark in frozenset("✓✗✔✘")
    }
    found = told if len(told) > 1 else {}
    for line in _EXPLAINED.finditer(top):
        said = legend_in(f"X = {line['said'] or line['bare']}\nZ = absent").get("x")
        if said is not None:
            found[line["sign"]] = said
    return found

"""Lists with a box or a tick on each line: "☑ Ann Bell", "[x] Ann Bell", "Ann Bell ✗"."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from whosat.extract.components.roster_flat import flat_parts
from whosat.extract.components.roster_headings import State
from whosat.extract.components.roster_matrix import legend_in
from whosat.extract.components.roster_people import Person, RosterLine
from whosat.extract.components.roster_piles import unpiled
from whosat.extract.components.roster_sections import Section

_BOX: Final = re.compile(
    r"^\s*[-*•]?\s*(?P<before>[☒☐☑✓✔✗✘✕□■🗹✅❌]|\[\s?[xX✓✔]?\s?\])\s*\S|"
    r"(?P<after>[☒☐☑✓✔✗✘✕✅❌]|\[\s?[xX✓✔]?\s?\])\s*$"
)
_TICKED: Final = frozenset("☑✓✔🗹✅■")
_EMPTY: Final = frozenset("☐□")
_BOXES: Final = re.compile(r"(?:[☒☐☑✅❌]|\[\s?[xX✓✔]?\s?\])(?=\s*[^\W\d_])")
_FEWEST: Final = 2  # boxes in a line of several people
_WORDS: Final = {
    State.PRESENT: "present",
    State.APOLOGIES: "apologies",
    State.ABSENT: "absent",
    State.IN_ATTENDANCE: "guest",
}


def mark_boxes(section: Section, people: Sequence[Person]) -> None:
    """Give each person of a section's lines the status its box says; boxes that are all alike are bullets."""
    boxes = {line.start: (line.end, box) for line in section.lines if (box := _box(line.text))}
    if not boxes:
        return
    kinds = {box for _, box in boxes.values()}
    legend = legend_in(section.heading_text)
    if len(kinds) < 2 and not legend:
        return
    starts = sorted(boxes)
    empty = next((state for mark, state in legend.items() if mark in _EMPTY), State.ABSENT)
    for person in people:
        at = bisect.bisect_right(starts, person.name_at[0]) - 1
        end, box = boxes[starts[at]] if at >= 0 else (0, None)
        box = box if person.name_at[0] <= end else None
        if box is not None and person.facts.status is None:
            person.facts.status = _WORDS[legend.get(box) or _custom(box, kinds, empty)]


def cut_apart(line: RosterLine) -> list[RosterLine]:
    """A line cut where a conversion ran rosters, records or boxes into one."""
    return [part for whole in unpiled(line) for one in flat_parts(whole) for part in _boxed_parts(one)]


def _boxed_parts(line: RosterLine) -> list[RosterLine]:
    """A line that ticks several people ("☒ Ann Bell ☐ Bob Cole") cut before each box."""
    marks = [found.start() for found in _BOXES.finditer(line.text)]
    if len(marks) < _FEWEST:
        return [line]
    bounds = [0, *(at for at in marks if at), len(line.text)]
    parts = (line.part(start, end) for start, end in pairwise(bounds))
    return [part for part in parts if part.text.strip()]


def _box(text: str) -> str | None:
    found = _BOX.search(text)
    if not found:
        return None
    mark = found["before"] or found["after"]
    return ("☐" if not mark.strip("[] ") else "☑") if mark[0] == "[" else mark


def _custom(box: str, kinds: set[str], empty: State) -> State:
    """What a box says without a legend: "☒" is ticked beside empty boxes, and a cross beside ticks."""
    if box in _TICKED:
        return State.PRESENT
    if box in _EMPTY:
        return empty
    return State.ABSENT if kinds & _TICKED else State.PRESENT

"""A table of marks run into one line: "… Member P A DNA Ann Bell (AB) – Wenlow Council P Cy Dow (CD) …".

A legend above says what the marks mean. Each name opens a record; the mark in it, which stands last unless a
cell was broken, says how somebody stood to the meeting.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from whosat.extract.components.roster_headings import State
from whosat.extract.components.roster_lines import decode
from whosat.extract.components.roster_matrix import legend_in
from whosat.extract.components.roster_people import Person, RosterLine
from whosat.extract.components.roster_runs import names_in
from whosat.extract.document import Block

_SHORTEST: Final = 200  # characters; a shorter line is no flattened table
_FEWEST: Final = 4  # marks, and people
_HEADS: Final = re.compile(r"(?:(?<=\s)|^)(?:[A-Z]{1,3}(?:/[A-Z]{1,3})?\s+){2,8}(?=[A-Z])")
_ANY: Final = re.compile(r"\S+")
_WORD: Final = re.compile(r"(?<!\S)[A-Z]{1,3}(?!\S)")
_NOTES: Final = {
    State.PRESENT: "present",
    State.APOLOGIES: "apologies",
    State.ABSENT: "absent",
    State.IN_ATTENDANCE: "guest",
}


def is_marked(text: str) -> bool:
    """Whether a line may be such a table, told without its legend: it is long and has heads of columns of
    marks, or says in words how each stood."""
    if len(text) <= _SHORTEST // 2:
        return False
    heads = len(text) > _SHORTEST and bool(_HEADS.search(text[:_SHORTEST]))
    return heads or any(len(one.findall(text)) >= _FEWEST for one in (_IN_WORDS, _BEFORE_TITLES))


_TITLE: Final = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cllr|Councillor|Rev|Sir|Dame)\.? )"
_IN_WORDS: Final = re.compile(
    rf"(?<=[\w)] )(?:Present|Apologies|Absent|Attended|Apology)"
    rf"(?= {_TITLE}?[A-Z][\w’'-]+ (?:[A-Z]\.? )?[A-Z][a-z])"
)
_BEFORE_TITLES: Final = re.compile(rf"(?<=[\w)] )[A-Z]{{1,3}}(?= {_TITLE}[A-Z])")
"""Marks that stand between somebody's name and the next one's title: "Cllr A. Bell P Cllr B. Cole A"."""
_WORDS: Final = {
    "present": State.PRESENT,
    "attended": State.PRESENT,
    "apologies": State.APOLOGIES,
    "apology": State.APOLOGIES,
    "absent": State.ABSENT,
}


def _in_words(line: RosterLine) -> list[Person]:
    """The people of a table whose last cell says "Present" or "Apologies", run into one line."""
    marks = frozenset(word.capitalize() for word in _WORDS)
    first = re.search(
        r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cllr|Councillor|Rev|Sir|Dame)\.? )[A-Z]", line.text
    )
    begin = first.start() if first else 0
    last = list(re.finditer(r"(?<!\S)(?:Present|Apologies|Absent|Attended|Apology)(?!\S)", line.text))[-1]
    names = names_in(line.text[begin : last.end()], line.start + begin, marks)
    return _people(line, begin, last.end(), names, marks, _WORDS)


def marked_people(line: RosterLine, legend: Mapping[str, State]) -> list[Person]:
    """The people of such a line, each with the status of the mark; none where it is no such table."""
    if len(_IN_WORDS.findall(line.text)) >= _FEWEST:
        return _in_words(line)
    heads = _HEADS.search(line.text[:_SHORTEST])
    marks = _marks(heads.group() if heads else "", legend)
    at = heads.end() if heads else 0
    if heads is None:
        titled = re.search(rf"(?<!\S){_TITLE}(?=[A-Z])", line.text)
        used = {one.group() for one in _BEFORE_TITLES.finditer(line.text)}
        if titled is None or not used <= {mark.upper() for mark in legend}:
            return []
        marks, at = frozenset(mark.upper() for mark in legend if mark.isalpha()), titled.start()
    uses = [one for one in _WORD.finditer(line.text, at) if one.group() in marks]
    uses = [one for one in uses if line.text[one.end() :].lstrip()[:1] != "="]
    if len(uses) < _FEWEST:
        return []
    begin, end = at, max(one.end() for one in uses)
    names = names_in(line.text[begin:end], line.start + begin, marks)
    people = _people(line, begin, end, names, marks, legend)
    return people if 2 * len(uses) >= len(people) else []


def _people(
    line: RosterLine,
    begin: int,
    end: int,
    names: Sequence[tuple[int, int]],
    marks: frozenset[str],
    legend: Mapping[str, State],
) -> list[Person]:
    """The people of the records that the names open, with the status of the mark in each."""
    starts = [begin + start for start, _ in names]
    records = [
        _Record(line, start, after, size, marks)
        for (start, after), (_, size) in zip(pairwise([*starts, end]), names, strict=True)
    ]
    people = decode([record.line for record in records]).people
    for record in records:
        for person in people:
            if record.line.start <= person.name_at[0] < record.line.end and record.mark in legend:
                person.facts.status = _NOTES[legend[record.mark]]
    return people if len(people) >= _FEWEST else []


def _marks(heads: str, legend: Mapping[str, State]) -> frozenset[str]:
    """The marks of a table: those of the legend that head its columns, and others that stand among them."""
    shown = frozenset(re.findall(r"[A-Z]+", heads))
    return shown if sum(mark.lower() in legend for mark in shown) > 1 else frozenset()


class _Record:
    """What stands from one name to the next: the line without the mark, and the mark."""

    def __init__(self, line: RosterLine, start: int, end: int, size: int, marks: frozenset[str]) -> None:
        text, self.mark = line.text[start:end], ""
        within = [one for one in _ANY.finditer(text) if one.group() in marks]
        if within:
            last = within[-1]
            self.mark = last.group().lower()
            text = text[: last.start()] + " " * len(last.group()) + text[last.end() :]
        self.line = RosterLine(text.rstrip(), line.start + start, named=size)


_MARK_FIRST: Final = re.compile(
    r"\W{0,3}(?P<mark>[A-Zx✓✔])(?:\s{2,6}|\t|\s?[|:–-]\s)(?=[A-Z][\w’'-]*\.?,? [A-Z])"
)
_DASHED: Final = re.compile(
    r"(?<!\w)\w\s?[:–—-]\s?(?:present|attended|absent|apologies|excused)\b", re.IGNORECASE
)
"""A legend with dashes: "X – present, Y – absent"."""
_Flow = list[tuple[Block, RosterLine | None]]


def without_marked(flow: _Flow, top: str) -> tuple[_Flow, dict[State, list[RosterLine]]]:
    """The lines without those that begin with a mark which the top explains ("X  Bell, Ann"), and these
    without it, by what it says."""
    legend = legend_in(top) if "=" in top or _DASHED.search(top) else {}
    found: dict[State, list[RosterLine]] = {}
    rest: _Flow = []
    for block, line in flow:
        mark = _MARK_FIRST.match(line.text) if legend and line is not None else None
        state = legend.get(mark["mark"].lower()) if mark else None
        if line is None or mark is None or state is None:
            rest.append((block, line))
        else:
            found.setdefault(state, []).append(RosterLine(line.text[mark.end() :], line.start + mark.end()))
    return (rest, found) if sum(map(len, found.values())) >= _FEWEST else (flow, {})

"""A roster that no rule has found: where the model sees names close together at the top of minutes.

Only for minutes in which hardly anybody was read as present. The names must stand near each other, with no
sentence between them; what the model calls a heading right above says how they stood, else they were there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from whosat.extract.components.attendance_entries import Draft, drafts_of
from whosat.extract.components.attendance_named import find
from whosat.extract.components.records import Label
from whosat.extract.components.roster_breaks import is_prose
from whosat.extract.components.roster_headings import Group, State
from whosat.extract.components.roster_hints import Hints
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_scores import body_score, name_score
from whosat.extract.components.roster_sections import Section
from whosat.extract.components.roster_unheaded import heads_other_list
from whosat.extract.model import tags
from whosat.ontology.facts import Status

RULE: Final = "roster model"
_FEW: Final = 3  # people read as present, below which another look is taken
_FEWEST: Final = 4  # names that make a roster
_NEAR: Final = 90  # characters between one name and the next
_ABOVE: Final = 120  # characters between a heading and the first name
_TOP: Final = 4500
_SURE: Final = 0.7  # how much like a body an organisation must look
_STATES: Final = {
    "present": (State.PRESENT, None),
    "apologies": (State.APOLOGIES, None),
    "attending": (State.IN_ATTENDANCE, Group.GUEST),
    "absent": (State.ABSENT, None),
}
_SENTENCE: Final = re.compile(
    r"\b(?:was|were|had|has|have|will|would|that|said|moved|seconded|proposed|agreed|reported|noted)\b"
)


def dense_rosters(text: str, labels: Sequence[Label], people: Sequence[Draft]) -> list[Draft]:
    """The people of such rosters who are not among `people`; none where enough were read as present."""
    there = [d for d in people if d.status in (Status.PRESENT, Status.IN_ATTENDANCE) and not d.chair_only]
    if len(there) >= _FEW:
        return []
    sections = [_section(text, run, labels) for run in _runs(text, labels) if not _is_sent(text, run[0])]
    found, _ = drafts_of(sections, Hints.of(labels, text))
    more = [draft for draft in found if find(draft.name, people) is None]
    sure = _have_slots(more, text)
    for draft in more:
        draft.rule, draft.confidence = RULE, round(min(draft.confidence, 0.75) - 0.1, 3)
        if not sure:
            _doubt_organisation(draft)
    return more


def _have_slots(people: Sequence[Draft], text: str) -> bool:
    """Whether a dash parts nearly everybody from whom he or she is from: "Ann Bell - Ambry"."""
    marks = [
        text[draft.person.name_at[1] : at[0]].strip()
        for draft in people
        if (at := draft.facts.organisation_at)
    ]
    return len(marks) >= _FEWEST and any(marks.count(mark) * 4 >= len(people) * 3 for mark in "-–")


def _doubt_organisation(draft: Draft) -> None:
    """Leave out what is no body by its own words: without a heading, a line's slots are less sure."""
    facts = draft.facts
    if facts.organisation and body_score(facts.organisation) < _SURE:
        facts.organisation = facts.organisation_at = None


def _runs(text: str, labels: Sequence[Label]) -> Iterator[list[Label]]:
    """Runs of names that stand near each other."""
    names = [
        one
        for one in labels
        if one.label == tags.PERSON and one.start < _TOP and _is_name(text[one.start : one.end])
    ]
    run: list[Label] = []
    for name in names:
        if run and not _goes_on(text[run[-1].end : name.start]):
            if len(run) >= _FEWEST:
                yield run
            run = []
        run.append(name)
    if len(run) >= _FEWEST:
        yield run


def _is_name(words: str) -> bool:
    return "\n" not in words and name_score(words) >= 0.55


_ITEM: Final = re.compile(r"\n\s*\d{1,3}[.)]\s+[A-Z]\w+")
"""An item of the agenda between two names; before a name in a numbered list stands the number alone."""


def _goes_on(between: str) -> bool:
    return len(between) <= _NEAR and not _SENTENCE.search(between) and not _ITEM.search(between)


def _is_sent(text: str, first: Label) -> bool:
    """Whether a run of names lists those a paper goes to: by the line's beginning or the line above."""
    start = text.rfind("\n", 0, first.start) + 1
    above = text[:start].rstrip()
    return heads_other_list(text[start : first.start]) or heads_other_list(above[above.rfind("\n") + 1 :])


def _section(text: str, run: list[Label], labels: Sequence[Label]) -> Section:
    start = text.rfind("\n", 0, run[0].start) + 1
    if run[0].start - start > _ABOVE:
        start = run[0].start
    end = text.find("\n", run[-1].end)
    end = len(text) if end < 0 else end
    if is_prose(text[run[-1].end : end]):
        end = run[-1].end
    heading = _heading(run[0], labels)
    if heading is not None and heading.end > start:
        start = heading.end
    state, group = _STATES.get(heading.kind if heading else "", (State.PRESENT, None))
    extent = (heading.start, heading.end) if heading else None
    return Section(state, group, heading=extent, lines=list(_lines(text, start, end)))


def _heading(first: Label, labels: Sequence[Label]) -> Label | None:
    above = [one for one in labels if one.label == tags.STATUS and 0 <= first.start - one.end <= _ABOVE]
    return above[-1] if above else None


def _lines(text: str, start: int, end: int) -> Iterator[RosterLine]:
    at = start
    for row in text[start:end].split("\n"):
        if row.strip() and not is_prose(row):
            yield RosterLine(row, at)
        at += len(row) + 1

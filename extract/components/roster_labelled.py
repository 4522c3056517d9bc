"""Lists whose lines name a body before a colon and its people behind: "Hay Stackers: Ann Bell, Bob Cole"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_pieces import AND, pieces_of
from whosat.extract.components.roster_scores import is_non_person, name_score
from whosat.extract.names import UPPER, is_given_name

_LABELLED: Final = re.compile(rf"(?P<label>[{UPPER}][^:,;()\t]{{1,45}}):\s+(?=\S)")
_AREAS: Final = re.compile(
    rf"(?:^|(?<=[;.,] ))(?:[{UPPER}][\w’'-]* (?:(?:and|&) )?){{1,4}}"
    r"(?:Wards?|Division|Riding|Precinct)(?: \d+)?\s?[:–—-]\s+(?=[A-Z])"
)
"""Areas that people were elected for, before the names: "Elm Ward: Ann Bell; Oak Ward: Bob Cole"."""
_FEWEST: Final = 3
_NAMED: Final = 0.5
_LIKE_NAME: Final = 0.4


def with_labels(lines: Sequence[RosterLine]) -> Sequence[RosterLine]:
    """The lines without areas before their people, and without labels that look like names where most lines
    have a label and people behind it; such a label is then the body of its people."""
    lines = [replace(line, text=_AREAS.sub(_without_area, line.text)) for line in lines]
    found = [_LABELLED.match(line.text) for line in lines]
    told = [(line, label) for line, label in zip(lines, found, strict=True) if label]
    if len(told) < _FEWEST or len(told) * 2 < len(lines):
        return lines
    named = sum(_begins_with_name(line.text[label.end() :]) for line, label in told)
    people = sum(is_given_name(label["label"].split()[0]) for _, label in told)
    if named * 10 < len(told) * 6 or people * 3 > len(told):
        return lines
    return [
        _headed(line, m) if m and _begins_with_name(line.text[m.end() :]) else line
        for line, m in zip(lines, found, strict=True)
    ]


def _without_area(found: re.Match[str]) -> str:
    """Blanks in place of an area before somebody's name; "Lee Ward – Barset Police" is a person."""
    area, behind = found.group(), found.string[found.end() :]
    person = is_given_name(area.split()[0]) and ":" not in area
    return area if person or not _begins_with_name(behind) else "\u200a" * len(area)


def _headed(line: RosterLine, found: re.Match[str]) -> RosterLine:
    label = found["label"].strip()
    if " " not in label or name_score(label) < _LIKE_NAME or is_non_person(label):
        return line
    rest = line.text[found.end() :]
    return replace(line, text=rest, start=line.start + found.end(), head=(label, line.start))


def _begins_with_name(text: str) -> bool:
    first = pieces_of(text, 0)
    return bool(first) and name_score(AND.split(first[0].text)[0]) >= _NAMED

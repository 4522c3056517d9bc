"""Lists whose lines name a body before a colon and its people behind: "Hay Stackers: Ann Bell, Bob Cole"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_pieces import AND, Gap, Piece, pieces_of
from whosat.extract.components.roster_scores import is_body, is_non_person, job_score, name_score
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


def fields_apart(cut: Sequence[list[Piece]]) -> list[list[Piece]]:
    """The pieces of a block with commas for semicolons where those part a name from what is said of the same
    person: "Ann Bell; Nurse; Barset Council"."""
    told = [pieces for pieces in cut if any(piece.gap is Gap.SEMI for piece in pieces)]
    apart = sum(map(_is_of_one, told))
    if not told or len(told) * 2 < len(cut) or apart * 10 < len(told) * 8:
        return list(cut)
    return [
        [replace(piece, gap=Gap.COMMA) if piece.gap is Gap.SEMI else piece for piece in pieces]
        if _is_of_one(pieces)
        else pieces
        for pieces in cut
    ]


def _is_of_one(pieces: Sequence[Piece]) -> bool:
    """Whether a name stands first and only posts and bodies behind it."""
    first, *more = pieces
    return name_score(first.text) >= _NAMED and all(
        is_body(piece.text) or job_score(piece.text) >= _SURE or name_score(piece.text) < _LIKE_NAME
        for piece in more
        if not piece.bracketed
    )


_SURE: Final = 0.7


def _begins_with_name(text: str) -> bool:
    first = pieces_of(text, 0)
    return bool(first) and name_score(AND.split(first[0].text)[0]) >= _NAMED

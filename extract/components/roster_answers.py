"""Lines that end in how somebody stood, with nothing but a blank before it: "Abernethy X", "Bell Ward Sister
Apols"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from whosat.extract.components.roster_offices import OFFICE
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_pieces import Gap, Piece, pieces_of
from whosat.extract.components.roster_singles import is_single

_ANSWER: Final = re.compile(
    r"\s+(?:(?P<present>present|here|aye|yes|attended|[PpXxY✓✔☑])|"
    r"(?P<apologies>apolog(?:ies|y)|apols?\.?|excused|regrets|E|Ap)|"
    r"(?P<absent>absent|no|nay|not present|(?-i:DNA|Abs?|NA)|[AN✗✘]))"
    r"(?=\s*(?:\([^()]{3,30}\))?\W*$)",
    re.IGNORECASE,
)
"""How a line ends in a roll call."""
_PLAIN: Final = {"present": "present", "apologies": "apologies", "absent": "absent"}
_FEWEST: Final = 3
_ROOM: Final = 10  # lines of ten that may say nothing of the kind


def answers_apart(lines: Sequence[RosterLine], cut: Sequence[list[Piece]]) -> list[list[Piece]]:
    """The pieces, the answers at the ends of lines as pieces of their own, where most lines end in one."""
    told = [_ANSWER.search(line.text) if pieces else None for line, pieces in zip(lines, cut, strict=True)]
    kinds = {one.lastgroup for one in told if one}
    if sum(map(bool, told)) < _FEWEST or sum(map(bool, told)) * 10 < len(lines) * 7 or "present" not in kinds:
        return list(cut)
    others_away = any(one is not None and one["absent"] not in (None, "A") for one in told)
    return [
        _apart(line, pieces, one, others_away) if one is not None else pieces
        for line, pieces, one in zip(lines, cut, told, strict=True)
    ]


def _apart(line: RosterLine, pieces: list[Piece], answer: re.Match[str], others_away: bool) -> list[Piece]:
    """The pieces of a line whose end is an answer; "A" is for apologies where absence has a mark of its "
    "own."""
    before = pieces_of(line.text[: answer.start()], line.start)
    if not before:
        return pieces
    if len(before) == 1:
        before = _by_surname(before[0])
    at = line.start + answer.start(answer.lastgroup or 0)
    excused = others_away and answer["absent"] == "A"
    said = Piece("apologies" if excused else _PLAIN[answer.lastgroup or "present"], at, Gap.WIDE)
    return [*before, said, *(piece for piece in pieces if piece.bracketed and piece.start > at)]


def _by_surname(piece: Piece) -> list[Piece]:
    """One name, and the office before it as a piece of its own: "Councilmember Brubaker"."""
    office = OFFICE.match(piece.text)
    at = office.end() if office else 0
    if not is_single(piece.text[at:]):
        return [piece]
    name = replace(piece, text=piece.text[at:], start=piece.start + at, named=True, whole=piece.text[at:])
    return [replace(piece, text=piece.text[:at].strip()), replace(name, gap=Gap.NONE)] if at else [name]

"""Columns of names and of their bodies that a conversion has written one under the other: whose each is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from whosat.extract.components.roster_pieces import Piece
from whosat.extract.components.roster_scores import body_score, job_score, name_score
from whosat.extract.names import strip_title


def beside_names(cut: Sequence[list[Piece]]) -> dict[int, int]:
    """Lines of bodies that stand in the order of the names above them: body's line → name's line.

    Two columns that a conversion has written one under the other; only where both are of one length, else the
    bodies are nobody's (-1).
    """
    bare = [[piece for piece in pieces if not piece.bracketed] for pieces in cut]
    alone = [at for at, pieces in enumerate(bare) if len(pieces) == 1]
    for skipped in range(min(3, len(alone))):
        rest = alone[skipped:]
        if len(rest) < 6 or len(rest) % 2 or len(rest) * 10 < len(cut) * 8:
            continue
        named = any(name_score(bare[at][0].text) >= 0.5 for at in alone[:skipped])
        if named and not (skipped == 2 and _is_pair(bare[alone[0]], bare[alone[1]])):
            continue  # a name more than bodies: nobody can tell whose each is
        names, others = rest[: len(rest) // 2], rest[len(rest) // 2 :]
        between = [bare[at] for at in range(names[0], names[-1]) if at not in names and bare[at]]
        if any(name_score(pieces[0].text) >= 0.5 for pieces in between):
            continue
        if _are_columns([bare[at][0].text for at in names], [bare[at][0].text for at in others]):
            pair = {alone[1]: alone[0]} if skipped == 2 and named else {}
            return pair | dict(zip(others, names, strict=True))
    return _of_other_length(bare, alone)


def _of_other_length(bare: Sequence[Sequence[Piece]], alone: Sequence[int]) -> dict[int, int]:
    """Whose the bodies are where there are fewer than names: in order if the names too many are councillors
    at the end, who stand for nobody; else nobody's."""
    above = list(takewhile(lambda at: _is_bare_name(bare[at][0].text), alone))
    below = alone[len(above) :]
    if len(above) < _COLUMN or len(below) < _COLUMN:
        return {}
    names = [at for at in range(below[0]) if bare[at] and _is_bare_name(bare[at][0].text)]
    texts = [bare[at][0].text for at in below]
    bodies = sum(body_score(text) >= 0.7 for text in texts)
    if len(names) == len(below) or bodies * 10 < len(texts) * 7:
        return {}
    if not _are_columns([bare[at][0].text for at in above], texts):
        return {}
    left = names[len(below) :]
    if left and all(_COUNCILLOR.match(bare[at][0].text) for at in left):
        return dict(zip(below, names, strict=False))
    return dict.fromkeys(below, -1)


_COUNCILLOR: Final = re.compile(r"(?:Cllr|Councillor|Cr|Ald|Alderman)\b")
_COLUMN: Final = 4  # lines of a column whose end is told


def _is_bare_name(text: str) -> bool:
    return name_score(text) >= 0.5 and body_score(text) < 0.7


def _are_columns(names: Sequence[str], others: Sequence[str]) -> bool:
    bodies = sum(body_score(text) >= 0.7 or job_score(text) >= 0.7 for text in others)
    if any(strip_title(text)[0] and name_score(text) >= 0.8 for text in others):
        return False  # "Cr J Bell": people are in both halves
    return bodies * 2 > len(others) and all(map(_is_bare_name, names))


def _is_pair(name: Sequence[Piece], body: Sequence[Piece]) -> bool:
    return name_score(name[0].text) >= 0.5 and body_score(body[0].text) >= 0.7

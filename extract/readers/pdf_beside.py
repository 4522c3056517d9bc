"""Columns of a page that say each something else: a narrow list beside running text, and text beside text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import mean, median

from whosat.extract.readers.pdf_words import Line, Piece

_NEAR = 4.0
_GUTTER = 6.0
_FEWEST = 5  # lines on either side
_EVEN = 1.2
_DENSE = 0.9
_LARGE = 1.25
_WIDE = 0.3
_WORDS = 4.0


def beside(lines: Sequence[Line], columns: Sequence[float], width: float) -> list[list[Line]]:
    """The lines cut into parts to be read one after another: above, the left column, the right one, below.

    Columns are no table's where the lines on either side are set close and at heights of their own.
    """
    for edge in columns:
        for start, end in _runs(lines, edge):
            left, right = _sides(lines[start:end], edge)
            if _are_apart(left, right, width):
                titles = [_titles(left), _titles(right)]
                ends = [max(p.x1 for p in side) if _is_text(side, width) else 0.0 for side in (left, right)]
                parts = [
                    list(lines[:start]),
                    _as_lines([*left[: titles[0]], *right[: titles[1]]]),
                    _as_lines(left[titles[0] :], ends[0]),
                    _as_lines(right[titles[1] :], ends[1]),
                    *beside(lines[end:], columns, width),
                ]
                return [part for part in parts if part]
    return [list(lines)]


def _runs(lines: Sequence[Line], edge: float) -> list[tuple[int, int]]:
    """Runs of lines of which no piece runs across the gutter before `edge`."""
    found: list[tuple[int, int]] = []
    start = 0
    for at in range(len(lines) + 1):
        if at == len(lines) or any(
            piece.x0 < edge - _NEAR and piece.x1 > edge - _GUTTER for piece in lines[at].pieces
        ):
            if at - start >= _FEWEST:
                found.append((start, at))
            start = at + 1
    return found


def _sides(lines: Sequence[Line], edge: float) -> tuple[list[Piece], list[Piece]]:
    left: list[Piece] = []
    right: list[Piece] = []
    for line in lines:
        halves = [piece for piece in line.pieces if piece.x0 < edge - _NEAR]
        if halves:
            left.append(Piece(tuple(word for piece in halves for word in piece.words)))
        halves = [piece for piece in line.pieces if piece.x0 >= edge - _NEAR]
        if halves:
            right.append(Piece(tuple(word for piece in halves for word in piece.words)))
    return left, right


def _are_apart(left: Sequence[Piece], right: Sequence[Piece], width: float) -> bool:
    if min(len(left), len(right)) < _FEWEST:
        return False
    narrow, wide = sorted((left, right), key=_mean_width)
    if not _is_text(wide, width):
        return False
    if not _is_dense(narrow):
        return False
    bases = [piece.bottom for piece in right]
    level = sum(any(abs(piece.bottom - base) < _EVEN for base in bases) for piece in left)
    return level * 3 < min(len(left), len(right))


def _titles(side: Sequence[Piece]) -> int:
    """How many lines at the top of a column are in larger type: the title, which goes before both."""
    usual = _LARGE * median(piece.size for piece in side)
    return next((at for at, piece in enumerate(side) if piece.size < usual), 0)


def _is_text(side: Sequence[Piece], width: float) -> bool:
    """Whether a column is running text, whose lines wrap, and no list."""
    return _mean_width(side) >= _WIDE * width and mean(len(piece.words) for piece in side) >= _WORDS


def _mean_width(side: Sequence[Piece]) -> float:
    return mean(piece.x1 - piece.x0 for piece in side)


def _is_dense(side: Sequence[Piece]) -> bool:
    """Whether most lines of a column follow right upon each other, as no cells beside taller ones do."""
    return median(below.top - above.bottom for above, below in pairwise(side)) < _DENSE * median(
        piece.size for piece in side
    )


def _as_lines(side: Sequence[Piece], right: float = 0.0) -> list[Line]:
    return [Line((piece,), right) for piece in side]

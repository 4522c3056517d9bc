"""A document as a page: numbered lines, the words that facts rest on marked, those asked for most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of a line that look alike: `mark` 0 plain, 1 a fact rests on them, 2 the words asked for."""

    text: str
    mark: int


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A line of a document: its number from 1, its pieces, and whether the asked-for words are in it."""

    number: int
    pieces: tuple[Piece, ...]
    asked: bool


def lines(text: str, marks: Sequence[Span], asked: Span | None = None) -> list[PaperLine]:
    """The lines of a text; `marks` and `asked` are offsets in its characters."""
    merged = _merged(marks, len(text))
    found, start, first = [], 0, 0
    for number, line in enumerate(text.split("\n"), 1):
        end = start + len(line)
        while first < len(merged) and merged[first][1] <= start:
            first += 1
        pieces = tuple(_pieces(line, start, merged[first:], asked))
        found.append(PaperLine(number, pieces, any(piece.mark == 2 for piece in pieces)))
        start = end + 1
    return found


def _merged(marks: Sequence[Span], length: int) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(marks):
        start, end = max(0, start), min(end, length)
        if start >= end:
            continue
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _pieces(line: str, start: int, marks: Sequence[Span], asked: Span | None) -> Iterator[Piece]:
    end = start + len(line)
    near = []
    for mark in marks:
        if mark[0] >= end:
            break
        near.append(mark)
    edges = {start, end} | {edge for mark in near for edge in mark}
    edges |= set(asked) if asked else set()
    cuts = sorted(edge for edge in edges if start <= edge <= end)
    for left, right in pairwise(cuts):
        words = line[left - start : right - start]
        body = words.lstrip() if left == start else words
        if len(body) < len(words):
            yield Piece(words[: len(words) - len(body)], 0)  # an indent is no part of what was said
        if body:
            yield Piece(body, _look(left, right, near, asked) if body.strip() else 0)


def _look(left: int, right: int, marks: Sequence[Span], asked: Span | None) -> int:
    if asked and asked[0] <= left and right <= asked[1]:
        return 2
    return int(any(start <= left and right <= end for start, end in marks))


def read_span(text: str) -> Span | None:
    """The offsets that "120-143" names; None for anything else."""
    start, dash, end = text.partition("-")
    if dash and start.isascii() and end.isascii() and start.isdigit() and end.isdigit() and len(text) < 24:
        return int(start), int(end)
    return None

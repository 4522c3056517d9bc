"""The lines of a plain text with their offsets, and a table as found among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from whosat.extract.document import Cell


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line: its words as they stand, and where it starts in the text."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset after its last character, line end not counted."""
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """Whether it holds nothing but white space."""
        return not self.text or self.text.isspace()


@dataclass(frozen=True, slots=True)
class Region:
    """A table found in lines[first:last], with its cells, and where its title stands if it has one."""

    first: int
    last: int
    cells: tuple[Cell, ...]
    title: tuple[int, int] | None = None


def split_lines(text: str) -> list[TextLine]:
    """All lines of `text`, empty ones too."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(TextLine(line, start))
        start += len(line) + 1
    return lines


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` moved inwards past white space; equal where nothing else is there."""
    piece = text[start:end]
    bare = piece.strip()
    if not bare:
        return start, start
    start += len(piece) - len(piece.lstrip())
    return start, start + len(bare)


def filled(text: str, start: int, pieces: Iterable[str], apart: int = 1) -> Iterator[tuple[int, int, int]]:
    """Of the pieces into which marks `apart` characters wide cut a text from `start` on, those with words in
    them: each one's number, and where its words begin and end."""
    for number, piece in enumerate(pieces):
        left, right = trimmed(text, start, start + len(piece))
        if left < right:
            yield number, left, right
        start += len(piece) + apart

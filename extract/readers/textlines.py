"""The lines of a plain text with their offsets, and a table as found among them."""

from __future__ import annotations

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

"""What every reader yields: one text, and where its blocks, table cells and marks lie in it.

All offsets are characters of `Document.text`. Lines end with "\\n" (no other line end occurs in the text).
In a table, the cells of a row are joined by "\\t" and the rows by "\\n" (in plain text they stand as in the
file); a cell of several paragraphs holds "\\n" itself, so whoever needs cells takes `Block.cells`, never
`split("\\t")`.
Running headers, footers and page numbers are blocks of kind FURNITURE: in the text, apart from its flow.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class BlockKind(StrEnum):
    """What a block is, as far as the format tells."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A table cell: row and column from 0, its span in rows and columns, and its offsets in the text.

    A merged cell stands once, at its upper left corner. `text[start:end]` has no outer white space.
    """

    row: int
    column: int
    start: int
    end: int
    row_span: int = 1
    column_span: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the text of one kind. `level` is a heading's or list item's depth (from 1), 0 if unknown."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    cells: tuple[Cell, ...] = ()
    page: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A run of the text with a look that carries meaning: "bold", "italic", "strike", "link"."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text: its number (from 1) and offsets, without its line end."""

    number: int
    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """One document as read: `name` is its file name ("archive.zip/minutes.docx" inside another file)."""

    name: str
    sha256: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...] = ()
    title: str | None = None
    creator: str | None = None
    created: str | None = None
    notes: tuple[str, ...] = field(default=())  # what the reader could not read, a sentence each

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines in order, empty ones too."""
        found, start = [], 0
        for number, line in enumerate(self.text.split("\n"), 1):
            found.append(Line(number, start, start + len(line)))
            start += len(line) + 1
        return tuple(found)

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_at(self, offset: int) -> Line:
        """The line that holds the character at `offset`."""
        return self.lines[max(0, bisect.bisect_right(self._starts, offset) - 1)]

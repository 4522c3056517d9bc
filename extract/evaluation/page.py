"""What a test document is made of before it has a format: headings, paragraphs, lists, tables,
columns, page breaks.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title. `plain` ones have no heading style, only their words (and bold
    type).
    """

    text: str
    level: int = 2
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph of its own."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines directly below one another, each its own paragraph where a format has no other way."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A bulleted or numbered list."""

    lines: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; a cell may hold several lines. `borders` False: the columns are told by position alone.

    A row of one cell in a table of several columns runs over the full width.
    """

    rows: tuple[tuple[str, ...], ...]
    header: bool = True
    borders: bool = True

    @property
    def width(self) -> int:
        """The number of columns."""
        return max(map(len, self.rows), default=0)


@dataclass(frozen=True, slots=True)
class Columns:
    """Runs of lines that stand side by side, as in "Present" on the left and "Apologies" on the right."""

    runs: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A page break, where the format has pages."""


Block = Heading | Para | Lines | Items | Table | Columns | Break


@dataclass(frozen=True, slots=True)
class Page:
    """A whole document: its blocks, and what runs along the head and foot of each page."""

    blocks: tuple[Block, ...]
    header: str = ""
    footer: str = ""

"""The lines of a document in order, tables standing for themselves; the cells of a table that only lays out
a page are lines too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from whosat.extract.components.roster_breaks import is_prose, joined
from whosat.extract.components.roster_headings import heading_of
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.document import Block, BlockKind, Document

_FEW: Final = 4  # lines that a cell with a text of its own has at least
_MINUTES: Final = re.compile(r"\W*(?:minutes|decision|notes)\W*", re.IGNORECASE)


def flow_of(document: Document) -> Iterator[tuple[Block, RosterLine | None]]:
    """All lines in order; None stands for a table."""
    for block in document.blocks:
        if block.kind is BlockKind.FURNITURE:
            continue
        if block.cells and not _lays_out(document, block):
            yield block, None
        elif block.cells:
            beside = _minuted_in(document, block)
            for cell in block.cells:
                if beside is not None and cell.column != beside:
                    continue
                for line in joined(document.text[cell.start : cell.end], cell.start):
                    yield block, line
        else:
            for line in joined(document.text[block.start : block.end], block.start):
                yield block, line


def line_of(document: Document, following: tuple[Block, RosterLine | None]) -> RosterLine | None:
    """A line, or the first cell of a table."""
    block, line = following
    if line is not None or not block.cells:
        return line
    first = block.cells[0]
    return RosterLine(document.text[first.start : first.end].split("\n")[0], first.start)


def _lays_out(document: Document, block: Block) -> bool:
    """Whether a cell holds an item of a page with a roster amid it: "Attendances", "Minutes:", "PRESENT:"; or
    one column all of the minutes, the roster among them."""
    if _minuted_in(document, block) is not None:
        return True
    for cell in block.cells:
        lines = document.text[cell.start : cell.end].split("\n")
        if len(lines) < _FEW or not any(is_prose(line) or _MINUTES.fullmatch(line) for line in lines[:_FEW]):
            continue
        for line in lines[1:]:
            told = heading_of(line) if len(line) < 80 else None
            if told and told.state is not None and told.rest >= len(line.rstrip()):
                return True
    return False


_SHORT: Final = 25  # characters of what stands beside the minutes: item numbers, initials, "Action by"
_TALK: Final = 2  # cells of prose from which a column is one of minutes


def _minuted_in(document: Document, block: Block) -> int | None:
    """The column that holds all of the minutes, with the roster's headings in cells of their own."""
    sizes: Counter[int] = Counter()
    for cell in block.cells:
        sizes[cell.column] += cell.end - cell.start
    if len(sizes) < 2:
        return None
    column = max(sizes, key=lambda one: (sizes[one], -one))
    if any(cell.column != column and cell.end - cell.start > _SHORT for cell in block.cells):
        return None
    texts = [document.text[cell.start : cell.end] for cell in block.cells if cell.column == column]
    if sum(map(is_prose, texts)) < _TALK:
        return None
    heads = (heading_of(text.split("\n")[0]) for text in texts if len(text.split("\n")[0]) < 80)
    return column if any(told and told.state is not None for told in heads) else None

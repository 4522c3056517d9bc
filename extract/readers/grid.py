"""Where the cells of a table with merged cells come to stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from whosat.extract.readers.assembly import Slot

T = TypeVar("T")
_WIDEST = 500


def placed(rows: Sequence[Sequence[tuple[int, int, T]]]) -> Iterator[tuple[int, int, int, int, T]]:
    """Row, column, row span and column span of each cell, from rows of (row span, column span, cell).

    A cell is pushed to the right by cells that reach down from above, as in HTML; no longer beyond 500
    columns, where no table of people goes.
    """
    reaching: dict[int, int] = {}
    for row, cells in enumerate(rows):
        column = 0
        for row_span, column_span, cell in cells:
            while column < _WIDEST and reaching.get(column, 0) > row:
                column += 1
            span = min(row_span, len(rows) - row)
            yield row, column, span, column_span, cell
            if span > 1 and column < _WIDEST:
                reaching |= dict.fromkeys(range(column, column + column_span), row + span)
            column += column_span


def as_table(slots: Sequence[Slot]) -> bool:
    """Whether cells are a table and no mere frame: words in more than one column."""
    return len({slot.column for slot in slots if any(run.text.strip() for run in slot.runs)}) > 1

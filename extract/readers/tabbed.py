"""Tables flattened to one line a row, the cells of a row set apart by tabs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from whosat.extract.document import Cell
from whosat.extract.readers.textlines import Region, TextLine, filled

_BLANKS_WITHIN = 4
_BULLET = re.compile(r"[ \t]*[·•▪‣◦●○■□–*o-][ ]?\t")
"""The mark of an item with its tab: no cell."""


def tabbed_tables(text: str, lines: Sequence[TextLine]) -> Iterator[Region]:
    """Runs of lines with tabs between their words, where at least two columns are filled."""
    at = 0
    while at < len(lines):
        if _cells(lines[at]) < 2:
            at += 1
            continue
        last = _run_end(lines, at)
        if region := _table(text, lines, at, last):
            yield region
        at = last


def _cells(line: TextLine) -> int:
    """How many cells the line holds; a line whose only tabs are outer white space before words holds one."""
    if "\t" not in line.text or line.blank:
        return 1
    words = _words(line)
    return words.count("\t") + 1 if "\t" in words.lstrip(" ") else 1


def _words(line: TextLine) -> str:
    """What the line says behind the mark of an item."""
    bullet = _BULLET.match(line.text)
    return line.text[bullet.end() :] if bullet else line.text


def _run_end(lines: Sequence[TextLine], first: int) -> int:
    last, blanks = first + 1, 0
    for number in range(first + 1, len(lines)):
        if lines[number].blank:
            blanks += 1
            if blanks > _BLANKS_WITHIN:
                break
        elif _cells(lines[number]) > 1:
            last, blanks = number + 1, 0
        else:
            break
    return last


def _table(text: str, lines: Sequence[TextLine], first: int, last: int) -> Region | None:
    rows = [line for line in lines[first:last] if not line.blank]
    width, _ = Counter(map(_cells, rows)).most_common(1)[0]
    # Lines of a list above the table, of which each ends in a stray tab, are none of its rows.
    while rows and _cells(rows[0]) != width and "\t" not in rows[0].text.strip():
        rows = rows[1:]
    first = next((n for n in range(first, last) if rows and lines[n] is rows[0]), last)
    close = _uneven(rows)
    cells = [cell for row, line in enumerate(rows) for cell in _row(text, line, row, close=close)]
    return Region(first, last, tuple(cells)) if rows and _is_table(rows, cells) else None


def _uneven(rows: Sequence[TextLine]) -> bool:
    """Whether all rows but headings fill as many cells, though some tabs are doubled to line them up."""
    counts = [sum(1 for piece in row.text.split("\t") if piece.strip()) for row in rows]
    filled = set(counts) - {1} if counts.count(1) * 3 <= len(counts) else set(counts)
    ragged = len({_cells(row) for row in rows}) > 1 and not any(row.text.startswith("\t") for row in rows)
    return len(rows) > 1 and len(filled) == 1 and filled != {1} and ragged


def _row(text: str, line: TextLine, row: int, *, close: bool = False) -> Iterator[Cell]:
    """The cells of a row; `close`: where several tabs part two cells as one does."""
    words = _words(line)
    cells = filled(text, line.end - len(words), words.split("\t"))
    for place, (column, left, right) in enumerate(cells):
        yield Cell(row, place if close else column, left, right)


def _is_table(rows: Sequence[TextLine], cells: Sequence[Cell]) -> bool:
    """Several rows agree on how many cells they hold, and more than one column is filled in some row."""
    width, agreeing = Counter(_cells(row) for row in rows).most_common(1)[0]
    columns = {cell.column for cell in cells}
    beside = any(left.row == right.row for left, right in pairwise(cells))
    agreed = agreeing * 2 >= len(rows) or _uneven(rows)
    return len(rows) > 1 and agreed and width > 1 and len(columns) > 1 and beside

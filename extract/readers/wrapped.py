"""Tables of web pages saved as text: bars between cells, two blanks at the end of each row, rows wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from whosat.extract.document import Cell
from whosat.extract.readers.textlines import Region, TextLine, filled

_RULE = re.compile(r"---(?:\|---)+\s*$")
_END = "  "


def wrapped_tables(text: str, lines: Sequence[TextLine]) -> Iterator[Region]:
    """Rows below a rule of bars, each up to the line that ends with two blanks."""
    done = 1
    for number, line in enumerate(lines):
        if number < done or line.text[:3] != "---" or not _RULE.match(line.text):
            continue
        if not lines[number - 1].text.endswith(_END) or "|" not in lines[number - 1].text:
            continue
        rows = [(number - 1, number), *_rows(lines, number + 1)]
        width = line.text.count("|") + 1
        cells = [cell for row, span in enumerate(rows) for cell in _cells(text, lines, span, row, width)]
        done = rows[-1][1] if len(rows) > 1 else number + 1
        yield Region(number - 1, done, tuple(cells))


def _rows(lines: Sequence[TextLine], first: int) -> Iterator[tuple[int, int]]:
    begin = first
    for number in range(first, len(lines)):
        if lines[number].blank:
            return
        if lines[number].text.endswith(_END):
            yield begin, number + 1
            begin = number + 1


def _cells(
    text: str, lines: Sequence[TextLine], span: tuple[int, int], row: int, width: int
) -> Iterator[Cell]:
    """The cells of a row; a lone one stands last, as those before it reach down from the row above."""
    start, end = lines[span[0]].start, lines[span[1] - 1].end
    pieces = text[start:end].split("|")
    shift = width - 1 if len(pieces) == 1 else 0
    for column, left, right in filled(text, start, pieces):
        yield Cell(row, column + shift, left, right)

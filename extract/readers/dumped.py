"""Tables flattened to one line a cell: each cell's line begins with a tab, a blank line ends each row.

A cell may go on in lines without a tab, even over a blank line. Where the table has a heading row, that row
says how many cells make a row; where it has none, the rows must agree among themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from whosat.extract.document import Cell
from whosat.extract.readers.headers import is_header_row
from whosat.extract.readers.headings import is_heading
from whosat.extract.readers.textlines import Region, TextLine, trimmed

_MOST_COLUMNS = 9
_MOST_LINES = 6
_GOES_ON = re.compile(
    r"\s*(?:[a-z(&,;]|[·•▪‣–*-]\s|(?:[Tt]el|[Ee]-?mail|[Mm]ob)\b|\S+@\S+\s*$|www\.|\+?[\d ()]{7,}\s*$)"
)


@dataclass(slots=True)
class _Run:
    """Cell lines with no blank line between them: (first line, last line) of each cell."""

    cells: list[tuple[int, int]]


@dataclass(slots=True)
class _Stretch:
    """Runs that follow one another with nothing but blank lines and continued cells between them."""

    first: int
    last: int
    runs: list[_Run] = field(default_factory=list)


def dumped_tables(text: str, lines: Sequence[TextLine]) -> Iterator[Region]:
    """Tables whose rows' width is given by a heading row, or by at least two rows that agree."""
    stretches = list(_stretches(lines))
    widths = {width for stretch in stretches if (width := _agreed_width(stretch))}
    for stretch in stretches:
        headed = list(_headed(text, lines, stretch))
        if headed:
            yield from headed
        elif _agreed_width(stretch) or (len(stretch.runs) == 1 and len(stretch.runs[0].cells) in widths):
            yield _plain(text, lines, stretch)


def _is_cell(line: TextLine) -> bool:
    return line.text.startswith("\t") and "\t" not in line.text[1:]


def _stretches(lines: Sequence[TextLine]) -> Iterator[_Stretch]:
    at = 0
    while at < len(lines):
        if _is_cell(lines[at]):
            stretch = _stretch(lines, at)
            yield stretch
            at = stretch.last
        else:
            at += 1


def _stretch(lines: Sequence[TextLine], first: int) -> _Stretch:
    stretch = _Stretch(first, first)
    at, blank = first, True
    while at < len(lines):
        line = lines[at]
        if _is_cell(line):
            if blank:
                stretch.runs.append(_Run([]))
            stretch.runs[-1].cells.append((at, at + 1))
            stretch.last, blank = at + 1, False
            at += 1
        elif line.blank:
            if line.text == "" and at + 1 < len(lines) and lines[at + 1].text == "":
                break
            blank = True
            at += 1
        else:
            last = _continuation(lines, at, headed=any(_is_head(lines, run) for run in stretch.runs[:2]))
            if last == at:
                break
            cells = stretch.runs[-1].cells
            cells[-1] = (cells[-1][0], last)
            stretch.last, blank, at = last, False, last
    return stretch


def _continuation(lines: Sequence[TextLine], at: int, *, headed: bool) -> int:
    """The line after the last untabbed line from `at` on that belongs to the cell before; `at` for none.

    Under a heading row, a line or two that part two rows are the end of the first one's last cell.
    """
    end = at
    while end < len(lines) and not _is_cell(lines[end]):
        if lines[end].text == "" and end + 1 < len(lines) and lines[end + 1].text == "":
            break
        end += 1
    followed = end < len(lines) and _is_cell(lines[end])
    words = [number for number in range(at, end) if not lines[number].blank]
    if not words:
        return at
    glued = followed and not lines[end - 1].blank
    if glued and len(words) <= _MOST_LINES:
        return words[-1] + 1
    if (
        headed
        and followed
        and len(words) <= _MOST_LINES
        and not any(is_heading(lines[n].text) for n in words)
    ):
        return words[-1] + 1
    going = at
    for number in words:
        if not _GOES_ON.match(lines[number].text):
            break
        going = number + 1
    return going if going == words[-1] + 1 or not followed else at


def _headed(text: str, lines: Sequence[TextLine], stretch: _Stretch) -> Iterator[Region]:
    """The tables of a stretch that begin with a heading row, each up to the next such row."""
    heads = [number for number, run in enumerate(stretch.runs) if _is_head(lines, run)]
    titles = [head - 1 if head and _is_title(stretch.runs[head - 1]) else head for head in heads]
    for place, head in enumerate(heads):
        end = titles[place + 1] if place + 1 < len(heads) else len(stretch.runs)
        region = _under_head(text, lines, stretch.runs[head:end])
        if region and titles[place] < head:
            title = stretch.runs[head - 1].cells[0]
            start, stop = trimmed(text, lines[title[0]].start, lines[title[1] - 1].end)
            yield replace(region, first=title[0], title=(start, stop))
        elif region:
            yield region


def _is_head(lines: Sequence[TextLine], run: _Run) -> bool:
    few = 1 < len(run.cells) <= _MOST_COLUMNS
    return few and is_header_row(_words(lines, cell) for cell in run.cells)


def _is_title(run: _Run) -> bool:
    return len(run.cells) == 1


def _words(lines: Sequence[TextLine], cell: tuple[int, int]) -> str:
    return " ".join(line.text for line in lines[cell[0] : cell[1]]).strip()


def _under_head(text: str, lines: Sequence[TextLine], runs: Sequence[_Run]) -> Region | None:
    body = [cell for run in runs[1:] for cell in run.cells]
    head = runs[0].cells
    width = _width_under(len(head), runs[1:])
    if not body or not width:
        return None
    extra = width - len(head)
    cells = []
    for column, cell in enumerate(head):
        span = 1 + extra if column == 0 else 1
        cells += _cell(text, lines, cell, 0, column + (extra if column else 0), span, header=True)
    for number, cell in enumerate(body):
        cells += _cell(text, lines, cell, 1 + number // width, number % width)
    return Region(head[0][0], body[-1][1], tuple(cells))


def _width_under(head: int, runs: Sequence[_Run]) -> int:
    """How many cells a row has: as many as the heading, or one more where an unheaded number leads each row.

    0 where the cells under the heading don't come out even.
    """
    sizes = Counter(len(run.cells) for run in runs)
    total = sum(size * times for size, times in sizes.items())
    if sizes and len(sizes) == 1 and next(iter(sizes)) == head + 1:
        return head + 1
    return head if total % head == 0 else 0


def _agreed_width(stretch: _Stretch) -> int:
    sizes = {len(run.cells) for run in stretch.runs}
    width = min(sizes, default=0)
    return width if len(sizes) == 1 and len(stretch.runs) > 1 and 1 < width <= _MOST_COLUMNS else 0


def _plain(text: str, lines: Sequence[TextLine], stretch: _Stretch) -> Region:
    cells: list[Cell] = []
    for row, run in enumerate(stretch.runs):
        for column, cell in enumerate(run.cells):
            cells += _cell(text, lines, cell, row, column)
    filled = {cell.column for cell in cells}
    return Region(stretch.first, stretch.last, tuple(cells) if len(filled) > 1 else ())


def _cell(
    text: str,
    lines: Sequence[TextLine],
    cell: tuple[int, int],
    row: int,
    column: int,
    span: int = 1,
    *,
    header: bool = False,
) -> list[Cell]:
    start, end = trimmed(text, lines[cell[0]].start, lines[cell[1] - 1].end)
    return [Cell(row, column, start, end, 1, span, header)] if start < end else []

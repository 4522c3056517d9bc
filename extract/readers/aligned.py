"""Tables drawn with characters: pipes, semicolons, or columns lined up by runs of spaces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from whosat.extract.document import Block, Cell
from whosat.extract.readers.headers import is_header, is_header_row
from whosat.extract.readers.textlines import Region, TextLine, filled

_RULE = re.compile(r"[\s|+:=_.-]*[-=_+]{2,}[\s|+:=_.-]*$")
_PIECE = re.compile(r"\S+(?: \S+)*")
_FEWEST_ROWS = 3
_TITLE = 3  # lines of a title that stand right above a table
_GAPS = re.compile(r"\S {2,}\S")


def piped_tables(text: str, lines: Sequence[TextLine]) -> Iterator[Region]:
    """Markdown and ASCII tables: at least two lines in a row with the same number of pipes."""
    at = 0
    while at < len(lines):
        last = at
        while last < len(lines) and (_pipes(lines[last]) or (last > at and _is_rule(lines[last]))):
            last += 1
        if region := _piped(text, lines, at, last):
            yield region
        at = max(last, at + 1)


def _pipes(line: TextLine) -> int:
    return line.text.count("||") if line.text.startswith("||") else line.text.count("|")


def _is_rule(line: TextLine) -> bool:
    return bool(_RULE.match(line.text)) and not line.blank


def _piped(text: str, lines: Sequence[TextLine], first: int, last: int) -> Region | None:
    rows = [number for number in range(first, last) if not _is_rule(lines[number])]
    if len(rows) < 2:
        return None
    pipes, agreeing = Counter(_pipes(lines[number]) for number in rows).most_common(1)[0]
    edged = all(lines[number].text.strip().startswith("|") for number in rows)
    if agreeing * 4 < len(rows) * 3 or (pipes < 2 and not (last - first > len(rows) or agreeing > 2)):
        return None
    headed = rows[0] + 1 not in rows and rows[0] + 1 < last
    cells = [
        cell for row, number in enumerate(rows) for cell in _pipe_row(text, lines[number], row, edged, headed)
    ]
    if len({cell.column for cell in cells}) < 2:
        return None
    if edged and len({tuple(_bars(lines[number])) for number in rows}) == 1:
        cells = _rejoined(text, cells, _bars(lines[rows[0]]))
    return Region(first, last, tuple(cells))


def _bars(line: TextLine) -> list[int]:
    return [at for at, letter in enumerate(line.text.rstrip()) if letter == "|"]


def _rejoined(text: str, cells: list[Cell], bars: Sequence[int]) -> list[Cell]:
    """The cells of a table of fixed width, a last cell that was wrapped with the row of its own below it."""
    made: list[Cell] = []
    rows = Counter(cell.row for cell in cells)
    for cell in cells:
        last = made[-1] if made else None
        if (
            last is not None
            and rows[cell.row] == 1
            and cell.column == last.column > 0
            and cell.row == last.row + last.row_span
            and _was_wrapped(text, last, cell, bars[cell.column + 1] - bars[cell.column] - 1)
        ):
            made[-1] = replace(last, end=cell.end, row_span=last.row_span + 1)
        else:
            made.append(cell)
    return [replace(cell, row_span=1) for cell in made]


def _was_wrapped(text: str, last: Cell, cell: Cell, width: int) -> bool:
    above, below = text[last.start : last.end].rsplit("|", 1)[-1].strip(), text[cell.start : cell.end]
    full = len(above) + 1 + len(below.split()[0]) > width
    return full or above.endswith((",", "&", "(", "-", " of", " and")) or below[0].islower()


def without_bars(text: str, blocks: Iterable[Block]) -> str:
    """The text with blanks for the bars within cells of several lines."""
    parts, at = [], 0
    for cell in (cell for block in blocks for cell in block.cells):
        if cell.start >= at and "|" in text[cell.start : cell.end] and "\n" in text[cell.start : cell.end]:
            parts += [text[at : cell.start], text[cell.start : cell.end].replace("|", " ")]
            at = cell.end
    return "".join([*parts, text[at:]]) if parts else text


def _pipe_row(text: str, line: TextLine, row: int, edged: bool, headed: bool) -> Iterator[Cell]:
    bars, wide = (r"\|\|", 2) if line.text.startswith("||") else (r"(?<!\\)\|", 1)
    for column, left, right in filled(text, line.start, re.split(bars, line.text), wide):
        yield Cell(row, column - edged if column else 0, left, right, header=headed and row == 0)


def delimited_tables(text: str, lines: Sequence[TextLine]) -> Iterator[Region]:
    """Lines pasted from a spreadsheet: a row of heads, and as many semicolons or commas in each below."""
    at = 0
    while at < len(lines):
        mark = next((one for one in ";," if one in lines[at].text), "")
        last = at + 1
        if mark and is_header_row(lines[at].text.split(mark)):
            count = lines[at].text.count(mark)
            while last < len(lines) and lines[last].text.count(mark) == count:
                last += 1
            if last - at > 2:
                rows = enumerate(lines[at:last])
                yield Region(
                    at, last, tuple(cell for row, line in rows for cell in _split(text, line, row, mark))
                )
        at = last


def _split(text: str, line: TextLine, row: int, mark: str) -> Iterator[Cell]:
    for column, left, right in filled(text, line.start, line.text.split(mark)):
        yield Cell(row, column, left, right, header=row == 0)


def aligned_tables(text: str, lines: Sequence[TextLine]) -> Iterator[Region]:
    """Columns lined up by spaces: at least three lines whose words start at the same places, none across."""
    at = 0
    while at < len(lines):
        if not _GAPS.search(lines[at].text) or "\t" in lines[at].text:
            at += 1
            continue
        last = at
        while last < len(lines) and not lines[last].blank and "\t" not in lines[last].text:
            last += 1
        region, after = _aligned(text, lines, at, last)
        if region:
            yield region
        at = max(after, at + 1)


def _is_title(line: TextLine, pieces: Sequence[tuple[int, int]]) -> bool:
    """Whether a line is a title: words without a gap, or with nothing but a date far to the right."""
    dated = len(pieces) == 2 and any(char.isdigit() for char in line.text[pieces[1][0] :])
    return len(pieces) == 1 or dated


def _aligned(
    text: str, lines: Sequence[TextLine], first: int, last: int, above: int = 0
) -> tuple[Region | None, int]:
    """The table that a run of lines begins with, and the line to go on from; `above` lines of a title are
    passed over already."""
    pieces = [[match.span() for match in _PIECE.finditer(line.text)] for line in lines[first:last]]
    starts = Counter(start for row in pieces for start, _ in row[1:])
    columns = sorted(start for start, times in starts.items() if times >= _FEWEST_ROWS)
    pieces = [_cut(line.text, row, columns) for line, row in zip(lines[first:last], pieces, strict=True)]
    headed = _with_head(lines[first:last], pieces, columns)
    if not (columns or headed):
        return None, last
    end = _fitting(pieces, columns) if columns else 0
    if not end and headed and (below := _heads_each(pieces[0], columns)):
        columns, end = below, 1 + _fitting(pieces[1:], below)  # heads set in the middle of their columns
        headed = [] if end > _FEWEST_ROWS else headed
    if headed and _fitting(pieces, headed) >= max(end, _FEWEST_ROWS):
        columns, end = headed, _fitting(pieces, headed)
    elif headed and last - first == 2 and [s for s, _ in pieces[1]] == [s for s, _ in pieces[0]]:
        return _region(text, lines, first, pieces, headed), last
    if not end and above < _TITLE and last - first > _FEWEST_ROWS and _is_title(lines[first], pieces[0]):
        return _aligned(text, lines, first + 1, last, above + 1)  # a title, with no blank line below it
    split = sum(1 for row in pieces[:end] if len(row) > 1)
    few = split < _FEWEST_ROWS or (split * 2 < end and columns != headed)
    if end < _FEWEST_ROWS or few or _numbered(lines[first : first + end], pieces, columns):
        return None, last
    return _region(text, lines, first, pieces[:end], columns), first + end


_NUMBER = re.compile(r"\(?(?:\d{1,4}(?:[./]\d{1,4})*|[a-z]|[ivx]{1,5})[.):]?", re.IGNORECASE)


def _numbered(
    lines: Sequence[TextLine], pieces: Sequence[Sequence[tuple[int, int]]], columns: Sequence[int]
) -> bool:
    """Whether the columns part only items' numbers from their words: a list, and no table."""
    firsts = [
        (line, row[0]) for line, row in zip(lines, pieces, strict=False) if row and row[0][0] < columns[0]
    ]
    return (
        len(columns) == 1
        and bool(firsts)
        and all(_NUMBER.fullmatch(line.text[start:end]) for line, (start, end) in firsts)
    )


def _cut(line: str, row: list[tuple[int, int]], columns: Sequence[int]) -> list[tuple[int, int]]:
    """A row's pieces, one that fills its column up to the next cell's first letter cut before it."""
    starts = (line[at - 1 : at] == " " and line[at : at + 1].strip() for at in columns)
    if len(row) < 2 and (len(columns) < 2 or not all(starts)):
        return row
    cut = []
    for start, end in row:
        for column in columns:
            if start < column < end and line[column - 1] == " ":
                cut.append((start, column - 1))
                start = column
        cut.append((start, end))
    return cut


def _heads_each(head: Sequence[tuple[int, int]], columns: Sequence[int]) -> list[int]:
    """The columns, where each piece of a first row stands within one of its own or right of the last."""
    edges = [0, *columns]
    own = [max(n for n, edge in enumerate(edges) if edge <= start) for start, _ in head]
    last = own.count(len(columns))
    more = [start for start, _ in head[len(head) - last + 1 :]] if last > 1 else []
    bounds = [*edges, *more, 10_000]
    own = [max(n for n, edge in enumerate(bounds) if edge <= start) for start, _ in head]
    inside = all(end <= bounds[n + 1] for n, (_, end) in zip(own, head, strict=True))
    return [*columns, *more] if columns and len(set(own)) == len(own) and inside else []


def _region(
    text: str,
    lines: Sequence[TextLine],
    first: int,
    pieces: Sequence[Sequence[tuple[int, int]]],
    columns: Sequence[int],
) -> Region:
    edges = [0, *columns]
    cells = [
        cell
        for row, spans in enumerate(pieces)
        for cell in _aligned_row(lines[first + row], row, spans, edges)
        if text[cell.start : cell.end].strip()
    ]
    return Region(first, first + len(pieces), tuple(cells))


def _with_head(
    lines: Sequence[TextLine], pieces: Sequence[Sequence[tuple[int, int]]], columns: Sequence[int]
) -> list[int]:
    """The columns that a first row of heads opens, short ones among them; empty where it is no such row."""
    head = pieces[0]
    words = [lines[0].text[start:end] for start, end in head]
    if len(head) < 2 or not (is_header_row(words) or _mostly_heads(words, pieces)):
        return []
    return sorted({*columns, *(start for start, _ in head[1:])})


def _mostly_heads(words: Sequence[str], pieces: Sequence[Sequence[tuple[int, int]]]) -> bool:
    """Whether a row of three heads or more holds known ones for the most part, and no row below is longer."""
    known = sum(is_header(word) for word in words)
    return len(words) > 2 and known * 2 >= len(words) and all(len(row) <= len(words) for row in pieces)


def _fitting(pieces: Sequence[Sequence[tuple[int, int]]], columns: Sequence[int]) -> int:
    """How many lines from the first on keep to the columns: word groups start at one, and none straddles."""
    for number, row in enumerate(pieces):
        for place, (start, end) in enumerate(row):
            straddles = any(start < column < end for column in columns)
            if straddles or (place and start not in columns):
                return number
    return len(pieces)


def _aligned_row(
    line: TextLine, row: int, spans: Sequence[tuple[int, int]], edges: Sequence[int]
) -> Iterator[Cell]:
    for start, end in spans:
        column = max(number for number, edge in enumerate(edges) if edge <= start)
        yield Cell(row, column, line.start + start, line.start + end)

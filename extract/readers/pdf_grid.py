"""Tables of a PDF page: ruled ones by their lines, borderless ones by words that start at the same places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from statistics import mean
from typing import Any

from whosat.extract.readers.assembly import Run, Slot
from whosat.extract.readers.grid import as_table
from whosat.extract.readers.headers import is_header, is_owner_head
from whosat.extract.readers.pdf_beside import beside
from whosat.extract.readers.pdf_words import Line, Piece, Word, as_lines
from whosat.extract.readers.tabs import headed

_NEAR = 4.0
_PADDING = 14.0
_UNFINISHED = re.compile(r"(?:[,&/(–-]|\b(?:and|of|the|for|to|in))$")
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on a page: its cells, its upper edge and the left edges of its columns."""

    slots: tuple[Slot, ...]
    top: float
    bottom: float
    edges: tuple[float, ...]


def ruled_tables(page: Any, words: Sequence[Word]) -> tuple[list[Grid], list[Word]]:
    """The ruled tables of a page (pdfplumber's), and the words that stand in none of them."""
    if len(page.edges) < 4 or len(page.edges) > 20_000:
        return [], list(words)
    grids, rest = [], list(words)
    for table in page.find_tables():
        x0, top, x1, bottom = table.bbox
        inside = [
            w for w in rest if x0 <= (w.x0 + w.x1) / 2 <= x1 and top <= (w.top + w.bottom) / 2 <= bottom
        ]
        grid = _ruled(table, inside)
        if grid:
            grids.append(grid)
            held = set(map(id, inside))
            rest = [word for word in rest if id(word) not in held]
    return grids, rest


def _ruled(table: Any, words: Sequence[Word]) -> Grid | None:
    boxes = sorted({box for box in table.cells if box}, key=lambda box: (box[1], box[0]))
    lefts = _edges(box[0] for box in boxes)
    tops = _edges(box[1] for box in boxes)
    slots = []
    for x0, top, x1, bottom in boxes:
        held = [w for w in words if x0 <= (w.x0 + w.x1) / 2 < x1 and top <= (w.top + w.bottom) / 2 < bottom]
        row, column = _place(tops, top), _place(lefts, x0)
        spans = (_span(tops, row, bottom), _span(lefts, column, x1))
        slots.append(Slot(row, column, list(cell_runs(held, x1)), *spans))
    if not as_table(slots):
        return None
    return Grid(tuple(headed(slots)), table.bbox[1], table.bbox[3], tuple(lefts))


def _edges(values: Any) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > 2:
            edges.append(value)
    return edges


def _place(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda number: abs(edges[number] - value))


def _span(edges: Sequence[float], at: int, end: float) -> int:
    return max(1, sum(1 for edge in edges[at:] if edge < end - 2))


def cell_runs(words: Sequence[Word], right: float) -> Iterator[Run]:
    """The words of a cell: a wrapped line goes on, any other line begins a new one."""
    before: Piece | None = None
    for line in as_lines(words):
        piece = line.whole
        if before is not None:
            yield Run(between(before, piece) if _goes_on(before, piece, right - 5) else "\n")
        yield from piece.runs
        before = piece


def between(before: Piece, piece: Piece) -> str:
    """What stands between a line and the one it goes on in: a space, save behind a hyphen within a word."""
    return "" if re.search(r"\w[-\u00ad]$", before.text) and piece.text[:1].isalpha() else " "


def wraps(before: Piece, piece: Piece, right: float) -> bool:
    """Whether `piece` goes on where `before` ended: no room was left for its first word before `right`."""
    first = piece.words[0]
    return _is_close(before, piece) and before.x1 + 0.2 * before.size + (first.x1 - first.x0) > right


def _is_close(before: Piece, piece: Piece) -> bool:
    return piece.top - before.bottom < 0.8 * before.size


def _goes_on(before: Piece, piece: Piece, right: float) -> bool:
    """Whether a line of a cell goes on in the next: it is full, or plainly unfinished."""
    unfinished = _UNFINISHED.search(before.text) or before.text.count("(") > before.text.count(")")
    return wraps(before, piece, right) or (
        _is_close(before, piece) and bool(unfinished or piece.text[:1].islower())
    )


def borderless(lines: Sequence[Line], width: float) -> list[Grid | Line]:
    """The lines of a page, those that make columns as grids; text in columns, one after the other."""
    columns = _columns(lines)
    parts = beside(lines, columns, width)
    if len(parts) > 1:
        return [item for part in parts for item in borderless(part, width)]
    lines = [_cut(line, columns) for line in lines]
    items: list[Grid | Line] = []
    at = 0
    while at < len(lines):
        end, edges = _region(lines, at, columns)
        if end > at:
            items += _prose_columns(lines[at:end], edges, width) or [_grid(lines[at:end], edges, width)]
            at = end
        else:
            items.append(lines[at])
            at += 1
    return items


def _columns(lines: Sequence[Line]) -> list[float]:
    """Where pieces of three lines or more start, two of them after a gap; or two, one a column's heading."""
    starts = sorted((p.x0, n > 0, p.text) for line in lines for n, p in enumerate(line.pieces))
    found: list[float] = []
    group: list[tuple[float, bool, str]] = []
    for start in [*starts, (float("inf"), False, "")]:
        if group and start[0] - group[0][0] > _NEAR:
            after_gap = sum(further for _, further, _ in group)
            if after_gap > 1 and (len(group) >= _FEWEST or any(is_header(text) for _, _, text in group)):
                found.append(mean(x for x, _, _ in group))
            group = []
        group.append(start)
    return found


def _cut(line: Line, columns: Sequence[float]) -> Line:
    """The line cut where a cell nearly fills its column and the next one begins right behind it."""
    pieces: list[Piece] = []
    for piece in line.pieces:
        start = 0
        for at in range(1, len(piece.words)):
            left, right = piece.words[at - 1 : at + 1]
            if right.x0 - left.x1 > 0.4 * right.size and any(abs(right.x0 - x) < 1 for x in columns):
                pieces.append(Piece(piece.words[start:at]))
                start = at
        pieces.append(Piece(piece.words[start:]))
    return Line(tuple(pieces)) if len(pieces) > len(line.pieces) else line


def _region(lines: Sequence[Line], first: int, columns: Sequence[float]) -> tuple[int, list[float]]:
    """Where the table that begins at lines[first] ends, and its columns' left edges; `first` for none."""
    if not _is_split(lines[first], columns) and not _is_lone_head(lines[first], columns):
        return first, []
    used = _used(lines[first], columns)
    last, split = first + 1, int(len(lines[first].pieces) > 1)
    for at in range(first + 1, len(lines)):
        line = lines[at]
        more = used | _used(line, columns) if len(line.pieces) > 1 else used
        if not _fits(line, columns, more) or _gap(lines[at - 1], line) > 60:
            break
        used = more
        if len(line.pieces) > 1:
            split += 1
            last = at + 1
        elif at == last and (
            _hangs(line, lines[at - 1], used) or _keeps_pace(lines[max(0, at - 2) : at + 1])
        ):
            last = at + 1
    headed_two = split == 2 and any(is_header(piece.text) for piece in lines[first].pieces[1:])
    if split < _FEWEST and not headed_two:
        return first, []
    left = min(piece.x0 for line in lines[first:last] for piece in line.pieces)
    return last, [left, *sorted(edge for edge in used if edge - left > _NEAR)]


def _is_split(line: Line, columns: Sequence[float]) -> bool:
    return len(line.pieces) > 1 and all(_at(piece.x0, columns) is not None for piece in line.pieces[1:])


def _is_lone_head(line: Line, columns: Sequence[float]) -> bool:
    """Whether the line is nothing but the head of a further column ("Action")."""
    lone = len(line.pieces) == 1 and is_header(line.whole.text)
    return lone and _at(line.pieces[0].x0, columns) is not None


def _at(x: float, columns: Sequence[float]) -> float | None:
    return next((column for column in columns if abs(column - x) <= _NEAR), None)


def _used(line: Line, columns: Sequence[float]) -> set[float]:
    return {column for piece in line.pieces for column in [_at(piece.x0, columns)] if column is not None}


def _fits(line: Line, columns: Sequence[float], used: set[float]) -> bool:
    """Whether no piece of the line runs across a column's edge, and each further piece starts at one."""
    across = any(piece.x0 < edge - _NEAR and piece.x1 > edge + 2 for piece in line.pieces for edge in used)
    return not across and (len(line.pieces) == 1 or _is_split(line, columns))


def _hangs(line: Line, before: Line, used: set[float]) -> bool:
    """Whether a line of one piece, right below, starts at one of the further columns."""
    return _at(line.pieces[0].x0, sorted(used)) is not None and _gap(before, line) < line.pieces[0].size


def _keeps_pace(lines: Sequence[Line]) -> bool:
    """Whether the last of three lines stands under the first column and as far below as the one before."""
    first, before, line = lines if len(lines) == 3 else (lines[0], lines[0], lines[-1])
    under = abs(line.pieces[0].x0 - before.pieces[0].x0) <= 1
    return under and abs((line.top - before.top) - (before.top - first.top)) <= 1 and line.top > before.top


def _gap(before: Line, line: Line) -> float:
    return line.top - before.bottom


def _prose_columns(lines: Sequence[Line], edges: Sequence[float], width: float) -> list[Grid | Line]:
    """The columns one after another, where two wide columns of running text stand side by side."""
    if len(edges) != 2 or len(lines) < 6:
        return []
    sides: list[list[Piece]] = [[], []]
    for line in lines:
        for piece in line.pieces:
            sides[_column(piece, edges)].append(piece)
    if any(len(side) < 5 or mean(p.x1 - p.x0 for p in side) < 0.25 * width for side in sides):
        return []
    if any(mean(len(piece.words) for piece in side) < 5 for side in sides):
        return []
    return [Line((piece,), max(p.x1 for p in side)) for side in sides for piece in side]


def _column(piece: Piece, edges: Sequence[float]) -> int:
    return max((n for n, edge in enumerate(edges) if edge <= piece.x0 + _NEAR), default=0)


@dataclass(slots=True)
class _Cell:
    """A cell under way: its words so far and the line they end with."""

    runs: list[Run] = field(default_factory=list)
    last: Piece | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs).strip()

    def take(self, piece: Piece, right: float, *, abreast: bool = False) -> None:
        """Adds a line to the cell; `abreast` where a new line stands beside it in the same row."""
        if self.last is not None:
            on = not abreast and _goes_on(self.last, piece, right)
            self.runs.append(Run(between(self.last, piece) if on else "\n"))
        self.runs += piece.runs
        self.last = piece


def _grid(lines: Sequence[Line], edges: Sequence[float], width: float) -> Grid:
    # Where a column ends is not drawn: at the next one's edge, or as far from the page's as the first begins.
    rights = [edge - _PADDING for edge in (*edges[1:], max(width - edges[0], edges[-1] + 1))]
    rows: list[dict[int, _Cell]] = []
    for line in lines:
        placed = {_column(piece, edges): piece for piece in line.pieces}
        if not rows or not _same_row(rows[-1], placed, rights):
            rows.append({})
        row = rows[-1]
        abreast = len(placed) > 1 and any(
            (above := row[column].last if column in row else None) is None
            or not _goes_on(above, piece, rights[column])
            for column, piece in placed.items()
        )
        for column, piece in placed.items():
            row.setdefault(column, _Cell()).take(piece, rights[column], abreast=abreast)
    rows = _with_their_text(rows) if len(edges) == 2 else rows
    slots = [Slot(r, c, cell.runs) for r, row in enumerate(rows) for c, cell in sorted(row.items())]
    top, bottom = min(map(attrgetter("top"), lines)), max(map(attrgetter("bottom"), lines))
    return Grid(tuple(headed(slots)), top, bottom, tuple(edges))


_ITEM = re.compile(r"(?:item\s+)?\d{1,3}(?:[.)/]\d{0,3})*\s+[^\W\d_]", re.IGNORECASE)


def _with_their_text(rows: list[dict[int, _Cell]]) -> list[dict[int, _Cell]]:
    """The rows with the paragraphs below an item's title in its row, where who acts stands beside the title.

    Each line of the text would be a row of its own, and the title all that is to be done.
    """
    if not any(is_owner_head(row[1].text) for row in rows[:2] if 1 in row):
        return rows
    made: list[dict[int, _Cell]] = []
    titled = False
    for row in rows:
        first = row[0].text if 0 in row else ""
        if titled and set(row) == {0} and not _ITEM.match(first):
            made[-1][0].runs += [Run("\n"), *row[0].runs]
            continue
        made.append(row)
        titled = 1 in row and bool(_ITEM.match(first)) and first[-1:] not in ".?!"
    return made


_WHOLE = re.compile(
    r"\S+@\S+\.\w+|[+(]?\d[\d ()-]{8,}|(?i:present|apologies|absent|yes|no|attended)|[✓✔✗✘☒☐]"
)
"""What is the whole of a cell: another one below it stands in a row of its own."""


def _same_row(row: dict[int, _Cell], placed: dict[int, Piece], rights: Sequence[float]) -> bool:
    """Whether a line goes on the row above: all of it wrapped, or some, with its first column empty.

    A piece alone under a further column goes on its cell too; several, none of them wrapped, are a new row.
    """
    wrapped = []
    for column, piece in placed.items():
        above = row[column].last if column in row else None
        if above is not None and _WHOLE.fullmatch(above.text) and _WHOLE.fullmatch(piece.text):
            return False
        wrapped.append(above is not None and _goes_on(above, piece, rights[column]))
    if 0 in placed:
        return all(wrapped) or _stands_on(row, placed, rights)
    return any(wrapped) or len(placed) == 1


def _stands_on(row: dict[int, _Cell], placed: dict[int, Piece], rights: Sequence[float]) -> bool:
    """Whether the row above is the upper lines of cells that end on this line, the row's last."""
    if not set(row) < set(placed):
        return False
    pairs = [(cell.last, placed[column], rights[column]) for column, cell in row.items()]
    return all(
        above is not None and piece.top - above.bottom < 0.4 * above.size and _goes_on(above, piece, right)
        for above, piece, right in pairs
    )

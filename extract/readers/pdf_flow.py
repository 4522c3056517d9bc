"""Pages one after another: running headers and footers apart, wrapped lines joined, tables carried over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from statistics import median

from whosat.extract.document import BlockKind
from whosat.extract.readers.assembly import Assembly, Run, Slot
from whosat.extract.readers.headings import is_heading
from whosat.extract.readers.pdf_grid import Grid, wraps
from whosat.extract.readers.pdf_words import Line, Piece

_PAGE_NUMBER = re.compile(
    r"(?:page|pg\.?|p\.?)?\s*[-–—|\[(]?\s*#\s*[-–—|\])]?\s*(?:(?:of|/)\s*#)?\s*$",
    re.I,
)
_ENDS_NUMBERED = re.compile(r"\b(?:page|pg\.?)\s*#(?:\s*(?:of|/)\s*#)?$", re.I)
_BULLET = re.compile(r"\s*(?:[·•▪‣◦●○■□–*-]|o)(?:\s+|$)")
_NUMBERED = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|\d{1,2}\.\d{1,2}|\(?[a-zivx]{1,3}\))\s+\S")
_LABEL = re.compile(r"[A-Z][A-Za-z’' ]{1,32}:(?:\s|$)")
_PREFIXES = frozenset(
    "co sub non multi self re pre well long short inter cross semi ex vice anti part".split(" ")
)
_EDGE = 0.12


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its number, height and what stands on it from top to bottom."""

    number: int
    height: float
    items: tuple[Grid | Line, ...]
    width: float = 0.0


def furniture(sheets: Sequence[Sheet]) -> set[tuple[int, int]]:
    """(sheet, item) of running headers, footers and page numbers: the same words at the edge of pages."""
    edges = [(n, i, key) for n, sheet in enumerate(sheets) for i, key in _edge_lines(sheet)]
    pages = Counter(key for key, _ in {(key, n) for n, _, key in edges})
    often = max(2, len(sheets) // 3)
    return {(n, i) for n, i, key in edges if pages[key] >= often or _numbers_page(key[1])}


def _numbers_page(words: str) -> bool:
    return "#" in words and bool(_PAGE_NUMBER.match(words) or _ENDS_NUMBERED.search(words))


def _edge_lines(sheet: Sheet) -> Iterator[tuple[int, tuple[str, str]]]:
    """Lines at the upper or lower edge of a page, with figures made alike."""
    for index, item in enumerate(sheet.items):
        if isinstance(item, Line):
            edge = "top" if item.bottom < _EDGE * sheet.height else "bottom"
            if edge == "top" or item.top > (1 - _EDGE) * sheet.height:
                words = re.sub(r"\d+", "#", item.whole.text.strip())
                yield index, (edge, words)


def pour(assembly: Assembly, sheets: Sequence[Sheet], size: float) -> None:
    """Hands all pages to the assembly; `size` is that of the running text."""
    apart = furniture(sheets)
    flow = _Flow(assembly, size)
    for number, sheet in enumerate(sheets):
        right = _right_edge(sheet)
        for index, item in enumerate(sheet.items):
            if (number, index) in apart and isinstance(item, Line):
                assembly.furnish(item.whole.text, sheet.number)
            elif isinstance(item, Grid):
                flow.grid(item, sheet.number)
            else:
                flow.right = item.right or right
                flow.line(item.whole, sheet.number)
    flow.end()


def text_size(sheets: Sequence[Sheet]) -> float:
    """The size of most of the running text."""
    lines = chain.from_iterable(sheet.items for sheet in sheets)
    sizes = [line.whole.size for line in lines if isinstance(line, Line)]
    return median(sizes) if sizes else 11.0


def _right_edge(sheet: Sheet) -> float:
    """How far to the right running text goes; headers, footers and lines in pieces may go further.

    Where all lines are short, as on a page of names, the longest of them doesn't show it.
    """
    lines = [item for item in sheet.items if isinstance(item, Line)]
    low, high = _EDGE * sheet.height, (1 - _EDGE) * sheet.height
    inner = [line for line in lines if len(line.pieces) == 1 and low < line.top < high]
    ends = sorted(line.whole.x1 for line in inner or lines)
    full = sum(end > ends[-1] - 15 for end in ends)
    return max(ends[-1], 0.0 if full > 2 and full * 2 >= len(ends) else 0.78 * sheet.width) if ends else 0.0


@dataclass(slots=True)
class _Flow:
    """The paragraph and the table under way."""

    assembly: Assembly
    size: float
    right: float = 0.0
    lines: list[Piece] = field(default_factory=list)
    page: int = 0
    last_page: int = 0
    slots: list[Slot] = field(default_factory=list)
    edges: tuple[float, ...] = ()
    table_page: int = 0

    def line(self, piece: Piece, page: int) -> None:
        """A line of text: it goes on the paragraph under way, or begins another."""
        self._end_table()
        if self.lines and not self._goes_on(piece, page):
            self._end_paragraph()
        if not self.lines:
            self.page = page
        self.lines.append(piece)
        self.last_page = page

    def grid(self, grid: Grid, page: int) -> None:
        """A table; it carries on the one that ended the page before, where their columns are the same."""
        self._end_paragraph()
        if self.slots and page == self.table_page + 1 and self._same_columns(grid):
            self._carry_on(grid)
        else:
            self._end_table()
            self.slots, self.edges, self.page = list(grid.slots), grid.edges, page
        self.table_page = page

    def end(self) -> None:
        """Ends what is under way."""
        self._end_paragraph()
        self._end_table()

    def _same_columns(self, grid: Grid) -> bool:
        if len(grid.edges) != len(self.edges):
            return False
        return all(abs(left - right) < 8 for left, right in zip(grid.edges, self.edges, strict=True))

    def _carry_on(self, grid: Grid) -> None:
        below = 1 + max(slot.row for slot in self.slots)
        head = {slot.column: _words(slot) for slot in self.slots if slot.row == 0 and slot.header}
        again = [slot for slot in grid.slots if slot.row == 0]
        repeated = bool(head) and {slot.column: _words(slot) for slot in again} == head
        for slot in grid.slots:
            if not (repeated and slot.row == 0):
                self.slots.append(replace(slot, row=slot.row + below - repeated, header=False))

    def _goes_on(self, piece: Piece, page: int) -> bool:
        before = self.lines[-1]
        if _BULLET.match(piece.text) or _LABEL.match(piece.text) or _NUMBERED.match(piece.text):
            return False
        if "\t" in before.text and "\t" in piece.text:
            return False  # rows whose columns begin at no common place
        if abs(piece.size - before.size) > 1.5 or _is_bold(piece) != _is_bold(before):
            return False
        if page != self.last_page:
            full = before.x1 > 0.8 * self.right
            return full and piece.text[:1].islower() and before.text[-1:] not in ".:;?!"
        if _is_broken(before.text, piece.text) and piece.top - before.bottom < 0.8 * before.size:
            return True
        return wraps(before, piece, self.right - 0.5 * self.size)

    def _end_paragraph(self) -> None:
        lines, self.lines = self.lines, []
        if not lines:
            return
        runs = list(_joined(lines))
        words = "".join(run.text for run in runs)
        if bullet := _BULLET.match(words):
            self.assembly.add(BlockKind.ITEM, _after(runs, bullet.end()), 1, self.page)
        elif lines[0].size > 1.2 * self.size and len(lines) < 3 and len(words) < 120:
            self.assembly.add(BlockKind.HEADING, runs, 1, self.page)
        elif _NUMBERED.match(words) and not (is_heading(words) and _is_bold(lines[0])):
            self.assembly.add(BlockKind.ITEM, runs, 1, self.page)
        else:
            self.assembly.add(BlockKind.PARAGRAPH, runs, 0, self.page)

    def _end_table(self) -> None:
        slots, self.slots = self.slots, []
        if slots:
            self.assembly.table(slots, self.page)


def _words(slot: Slot) -> str:
    return " ".join("".join(run.text for run in slot.runs).split())


def _is_bold(piece: Piece) -> bool:
    return all("bold" in word.marks for word in piece.words)


def _after(runs: Sequence[Run], skip: int) -> Iterator[Run]:
    """The runs without their first `skip` characters."""
    for run in runs:
        yield Run(run.text[skip:], run.marks)
        skip = max(0, skip - len(run.text))


def _joined(lines: Sequence[Piece]) -> Iterator[Run]:
    """Lines as one paragraph; a word broken at a line's end is made whole."""
    for number, line in enumerate(lines):
        runs = line.runs
        following = lines[number + 1].words[0].text if number + 1 < len(lines) else ""
        if following and _is_broken(runs[-1].text, following):
            runs[-1] = Run(runs[-1].text[:-1], runs[-1].marks)
        elif following and not runs[-1].text.endswith(("-", "\u00ad")):
            runs.append(Run(" "))
        yield from runs


def _is_broken(end: str, following: str) -> bool:
    """Whether a hyphen at a line's end only breaks the word: not in "co-ordinate", nor before a capital."""
    if end.endswith("\u00ad"):
        return True
    stem = re.search(r"([a-z]+)-$", end)
    return bool(stem) and following[:1].islower() and stem is not None and stem[1] not in _PREFIXES

"""Puts blocks, cells and marks together into one text, and keeps the books on where each lies in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from whosat.extract.document import Block, BlockKind, Cell, Document, Mark
from whosat.extract.readers.decode import clean
from whosat.extract.readers.headings import is_heading
from whosat.extract.readers.limits import Limits
from whosat.extract.readers.source import Source

_SPACES = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_AROUND_BREAK = re.compile(r"[ \t]*\n[ \t]*")


@dataclass(frozen=True, slots=True)
class Run:
    """Words with one look; `marks` are kinds of `document.Mark`."""

    text: str
    marks: frozenset[str] = frozenset()


Runs = Sequence[Run]


@dataclass(frozen=True, slots=True)
class Slot:
    """A table cell before it has a place in the text; a "\\n" in its runs begins a further paragraph."""

    row: int
    column: int
    runs: Runs
    row_span: int = 1
    column_span: int = 1
    header: bool = False


def plain(text: str) -> list[Run]:
    """`text` as runs without a look."""
    return [Run(text)] if text else []


def squeezed(runs: Iterable[Run]) -> list[Run]:
    """The runs with each stretch of white space as one space, or one tab where it holds one; "\\n" stays."""
    kept: list[Run] = []
    last = "\n"
    for run in runs:
        text = _SPACES.sub(_one_space, clean(run.text).replace("\u00ad", ""))
        text = _AROUND_BREAK.sub("\n", text)
        if last.isspace():
            text = text.lstrip(" ")
        if text:
            kept.append(Run(text, run.marks))
            last = text[-1]
    return kept


def _one_space(spaces: re.Match[str]) -> str:
    return "\t" if "\t" in spaces[0] else " "


@dataclass(slots=True)
class Assembly:
    """Takes blocks in reading order; furniture is set apart behind them. No text is kept twice."""

    _pieces: list[str] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _marks: list[Mark] = field(default_factory=list)
    _furniture: dict[str, int | None] = field(default_factory=dict)
    _length: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def length(self) -> int:
        """How many characters have been put together."""
        return self._length

    @property
    def blocks(self) -> int:
        """How many blocks have been put together."""
        return len(self._blocks)

    def add(self, kind: BlockKind, runs: Iterable[Run], level: int = 0, page: int | None = None) -> None:
        """A block of prose; nothing where the runs hold no words."""
        if kind is BlockKind.FURNITURE:
            self.furnish("".join(run.text for run in runs), page)
            return
        kept = squeezed(runs)
        start, end = self._put(kept)
        if start < end:
            if kind is BlockKind.PARAGRAPH and _is_heading(kept):
                kind = BlockKind.HEADING
            self._blocks.append(Block(kind, start, end, level, page=page))
            self._write("\n")

    def furnish(self, text: str, page: int | None = None) -> None:
        """A running header, footer or page number; each wording is kept once."""
        words = " ".join(text.split())
        if words:
            self._furniture.setdefault(words, page)

    def table(self, slots: Iterable[Slot], page: int | None = None) -> None:
        """A table; its cells come in any order and go down row by row. Lines that are only set in by steps,
        one cell a row, are text."""
        cells: list[Cell] = []
        begin = self._length
        ordered = sorted(slots, key=attrgetter("row", "column"))
        if _is_set_in(ordered):
            for slot in ordered:
                self.add(BlockKind.PARAGRAPH, slot.runs, page=page)
            return
        for number, (_, row) in enumerate(groupby(ordered, key=attrgetter("row"))):
            if number:
                self._write("\n")
            cells += self._row(list(row))
        if cells:
            self._blocks.append(
                Block(
                    BlockKind.TABLE,
                    min(c.start for c in cells),
                    max(c.end for c in cells),
                    0,
                    tuple(cells),
                    page,
                )
            )
        if self._length > begin:
            self._write("\n")

    def document(
        self,
        source: Source,
        kind: str,
        limits: Limits,
        *,
        title: str | None = None,
        creator: str | None = None,
        created: str | None = None,
    ) -> Document:
        """All that was taken, as a Document; raises UnreadableDocument for no word, or far too many."""
        for words, page in self._furniture.items():
            start, end = self._put(plain(words))
            self._blocks.append(Block(BlockKind.FURNITURE, start, end, page=page))
            self._write("\n")
        text = "".join(self._pieces)
        if not text.strip():
            raise source.unreadable("holds no words", "Check that the right file was saved, or leave it out.")
        if len(text) > limits.characters:
            raise source.too_long(len(text))
        return Document(
            source.name,
            source.sha256,
            kind,
            text,
            tuple(self._blocks),
            tuple(sorted(self._marks)),
            _words(title),
            _words(creator),
            _words(created),
            tuple(self.notes),
        )

    def _row(self, slots: Sequence[Slot]) -> Iterable[Cell]:
        column = 0
        for number, slot in enumerate(slots):
            self._write("\t" * (slot.column - column if number else 0))
            column = slot.column
            start, end = self._put(squeezed(Run(r.text.replace("\t", " "), r.marks) for r in slot.runs))
            if start < end:
                yield Cell(slot.row, slot.column, start, end, slot.row_span, slot.column_span, slot.header)

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _put(self, runs: Sequence[Run]) -> tuple[int, int]:
        """Writes the runs without outer white space; returns where they lie."""
        words = "".join(run.text for run in runs)
        bare = words.strip()
        shift = self._length - (len(words) - len(words.lstrip()))
        start, end = self._length, self._length + len(bare)
        self._write(bare)
        at = shift
        for run in runs:
            left, right = max(at, start), min(at + len(run.text), end)
            at += len(run.text)
            if left < right and run.marks:
                self._mark(left, right, run.marks)
        return start, end

    def _mark(self, start: int, end: int, kinds: Iterable[str]) -> None:
        for kind in kinds:
            touching = [m for m in self._marks[-4:] if m.kind == kind and m.end == start]
            if touching:
                self._marks.remove(touching[0])
                start_of = touching[0].start
                self._marks.append(Mark(start_of, end, kind))
            else:
                self._marks.append(Mark(start, end, kind))


def _is_set_in(slots: Sequence[Slot]) -> bool:
    """Whether no row has two cells with words, though they stand in more than one column."""
    filled = [slot for slot in slots if any(run.text.strip() for run in slot.runs)]
    rows, columns = {slot.row for slot in filled}, {slot.column for slot in filled}
    return len(rows) == len(filled) > 1 and len(columns) > 1


def _is_heading(runs: Runs) -> bool:
    """A short line before a colon, in capitals or a word such as "Present"; numbered, only where bold too."""
    words = "".join(run.text for run in runs)
    bold = all("bold" in run.marks or not run.text.strip() for run in runs)
    return is_heading(words) and (bold or not words.lstrip()[:1].isdigit())


def _words(text: str | None) -> str | None:
    return " ".join(clean(text).split()) or None if text else None

"""The words of a PDF page with their places, put together into lines and the pieces of a line.

All measures are in points from the page's upper left corner.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import Any

from whosat.extract.readers.assembly import Run

_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.I)
_ITALIC = re.compile(r"italic|oblique", re.I)
_GLYPHS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "•",
    "\uf076": "•",
    "\uf02d": "-",
    "\uf0a8": "☐",
    "\uf06f": "☐",
}
_GLYPHS |= {"\uf0fe": "☒", "\uf0fd": "☒", "\uf0fc": "☒", "\uf052": "☒", "\uf0a3": "☐", "\uf071": "☐"}
_GLYPHS |= {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_SIGNS = {
    "Dingbats": {**dict.fromkeys("34", "✓"), **dict.fromkeys("5678", "✗"), "l": "•", "n": "▪"},
    "Wingdings2": {"P": "✓", "O": "✗"},
    "Wingdings": {"ü": "✓", "û": "✗", "§": "▪", "l": "•", "n": "▪"},
}
"""What the letters of a font of signs look like."""
_PRIVATE = re.compile("[\ue000-\uf8ff]|\\(cid:\\d+\\)")
_TABLE = str.maketrans(_GLYPHS)
_EVEN = 0.4
_FEWEST, _SURE = 5, 6  # letters set apart that may be a word's, and that are
_SHOUTED = re.compile(r"[A-Z]{5}$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word (or the part of it with one look) and its place."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    marks: frozenset[str] = frozenset()
    near: bool = False  # the gap before it is a space, however wide

    @property
    def size(self) -> float:
        """The height, near enough the size of the type."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line with no wide gap between them."""

    words: tuple[Word, ...]

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """The right edge."""
        return self.words[-1].x1

    @property
    def top(self) -> float:
        """The upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """The size of most of its type."""
        return median(word.size for word in self.words)

    @property
    def text(self) -> str:
        """Its words as text."""
        return "".join(run.text for run in self.runs)

    @property
    def runs(self) -> list[Run]:
        """Its words as runs, with a space where there is one, a tab where a gap is a column's."""
        runs = [Run(self.words[0].text, self.words[0].marks)]
        for left, right in zip(self.words, self.words[1:], strict=False):
            runs.append(Run(_space(left, right) + right.text, right.marks))
        return runs


def _space(left: Word, right: Word) -> str:
    gap = right.x0 - left.x1
    if _is_wide(left, right):
        return "\t"
    return " " if gap > 0.12 * min(left.size, right.size) else ""


def _is_wide(left: Word, right: Word) -> bool:
    return not right.near and right.x0 - left.x1 > max(9.0, 1.3 * right.size)


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces at one height, from left to right; `right` is where their column of text ends."""

    pieces: tuple[Piece, ...]
    right: float = 0.0

    @property
    def top(self) -> float:
        """The upper edge."""
        return min(piece.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return max(piece.bottom for piece in self.pieces)

    @property
    def whole(self) -> Piece:
        """All its words as one piece."""
        return Piece(tuple(word for piece in self.pieces for word in piece.words))


def as_words(found: Iterable[dict[str, Any]]) -> list[Word]:
    """pdfplumber's words as ours: bullets and boxes of symbol fonts as characters, others dropped."""
    words = []
    for word in found:
        font = str(word.get("fontname", ""))
        text = _PRIVATE.sub("", str(word["text"]).translate(_TABLE))
        signs = next((signs for name, signs in _SIGNS.items() if name in font), {})
        text = signs.get(text.strip(), text)
        if text.strip() and word.get("upright", True):
            marks = {kind for kind, name in (("bold", _BOLD), ("italic", _ITALIC)) if name.search(font)}
            x0, x1, top, bottom = (float(word[side]) for side in ("x0", "x1", "top", "bottom"))
            words.append(Word(text, x0, x1, top, bottom, frozenset(marks)))
    return words


def as_lines(words: Iterable[Word]) -> list[Line]:
    """Words at one height are a line; raised figures and letters belong to the line they stand in."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.top + word.bottom, word.x0)):
        for row in reversed(rows[-3:]):
            if _level(row[0], word):
                row.append(word)
                break
        else:
            rows.append([word])
    ordered = (sorted(row, key=attrgetter("x0", "top")) for row in rows)
    lines = [Line(tuple(_pieces(_justified(_unspaced(row))))) for row in ordered]
    return _unnumbered(sorted(lines, key=attrgetter("top")))


def _unnumbered(lines: list[Line]) -> list[Line]:
    """The lines without the numbers in their margin, where each bears the next one."""
    first = [line.pieces[0].words for line in lines]
    counted = [len(words) == 1 and words[0].text.isdecimal() and len(words[0].text) < 4 for words in first]
    if len(lines) < 8 or not all(counted):
        return lines
    numbers = [int(words[0].text) for words in first]
    if any(after != before + 1 for before, after in pairwise(numbers)):
        return lines
    return [Line(line.pieces[1:]) for line in lines if len(line.pieces) > 1]


def _level(left: Word, right: Word) -> bool:
    shared = min(left.bottom, right.bottom) - max(left.top, right.top)
    return shared > 0.5 * min(left.size, right.size)


def _unspaced(words: list[Word]) -> list[Word]:
    """The words of a line whose letters are set apart from each other ("P R E S E N T"), made whole."""
    if len(words) < _FEWEST or sum(len(word.text) == 1 for word in words) * 5 < 4 * len(words):
        return words
    gaps = [right.x0 - left.x1 for left, right in pairwise(words)]
    if len(words) < _SURE and (
        max(gaps) - min(gaps) > 1
        or max(gaps) > 0.8 * words[0].size
        or not _SHOUTED.match("".join(word.text for word in words))
    ):
        return words  # "A B C Dunn", the marks of a table
    most = min(1.6 * median(gaps), 0.8 * median(word.size for word in words))
    made = [words[0]]
    for gap, word in zip(gaps, words[1:], strict=True):
        last = made[-1]
        if gap > most or last.marks != word.marks:
            made.append(word)
        else:
            low, high = min(last.top, word.top), max(last.bottom, word.bottom)
            made[-1] = Word(last.text + word.text, last.x0, word.x1, low, high, last.marks)
    return made


def _justified(words: list[Word]) -> list[Word]:
    """The words of a line drawn out to both edges: its gaps are all alike, and spaces, not columns'.

    What stands before the first of them may be a label with a tab behind it. Single letters that stand as
    evenly are the marks of a table.
    """
    gaps = [right.x0 - left.x1 for left, right in pairwise(words)]
    wide = [_is_wide(left, right) for left, right in pairwise(words)]
    first = 0 if len(gaps) < 2 or abs(gaps[0] - gaps[1]) < _EVEN else 1
    rest = gaps[first:]
    if len(rest) < 4 or not all(wide[first:]) or max(rest) - min(rest) > _EVEN:
        return words
    if sum(len(word.text) for word in words) < 3 * len(words) or rest[0] > 4 * words[-1].size:
        return words
    return [replace(word, near=True) if at > first else word for at, word in enumerate(words)]


def _pieces(words: Sequence[Word]) -> Iterator[Piece]:
    start = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or _is_wide(words[at - 1], words[at]):
            yield Piece(tuple(words[start:at]))
            start = at

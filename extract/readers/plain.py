"""Plain text: lines told apart into headings, paragraphs, items and the tables that were flattened into it.

The text keeps every word where it stands, so an offset in it can be looked up in the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from operator import attrgetter

from whosat.extract.document import Block, BlockKind, Cell, Document, Mark
from whosat.extract.readers.aligned import aligned_tables, delimited_tables, piped_tables, without_bars
from whosat.extract.readers.decode import decode
from whosat.extract.readers.dumped import dumped_tables
from whosat.extract.readers.headers import head_columns
from whosat.extract.readers.headings import is_heading
from whosat.extract.readers.limits import Limits
from whosat.extract.readers.mended import mended
from whosat.extract.readers.source import Source
from whosat.extract.readers.stacked import stacked_tables
from whosat.extract.readers.tabbed import tabbed_tables
from whosat.extract.readers.textlines import Region, TextLine, split_lines, trimmed
from whosat.extract.readers.wrapped import wrapped_tables

_BULLET = re.compile(r"\s*(?:[·•▪‣◦●○■□–*-]|o(?=\s\s?[A-Z]))\s+(?=\S)")
_MONTH = r"(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_NUMBER = re.compile(
    rf"\s*(?:(?!\d\d?{_MONTH})\d{{1,3}}(?:\.\d{{1,2}}){{0,3}}[.):]?|[a-z][.)]|\(?[ivx]{{1,4}}[.)]"
    r"|\([a-z0-9]{1,3}\))\s+(?=\S)",
    re.I,
)
_HASHES = re.compile(r"(#{1,6}|={2,6}|\*{2,6}(?=(?:\s+\S{1,30}){1,3}\s*$))\s+(?=\S)")
_MARKED = re.compile(
    r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*|<(b|i|strong|em)>([^<\n]*)</\2>"
    r"|(?<![*\w])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![*\w])"
)
_KINDS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic"}
_WIDEST_WRAP = 120


def read_plain(source: Source, limits: Limits) -> Document:
    """A text file as a Document; raises UnreadableDocument for what is no text, or far too much of it."""
    text = mended(decode(source))
    if len(text) > limits.characters:
        raise source.too_long(len(text))
    blocks = text_blocks(text)
    text = without_bars(text, blocks)
    return Document(source.name, source.sha256, "txt", text, blocks, text_marks(text))


def text_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order."""
    lines = split_lines(text)
    blocks: list[Block] = []
    at, width = 0, wrap_width(lines)
    for region in _regions(text, lines):
        blocks += _prose(lines, at, region.first, width)
        if region.title:
            blocks.append(Block(BlockKind.HEADING, *region.title))
        blocks.append(_table_block(region))
        at = region.last
    blocks += _prose(lines, at, len(lines), width)
    return tuple(_with_titles(text, blocks))


def _with_titles(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """A few words that stand alone right above a table or a list are its heading."""
    for block, following in zip_longest(blocks, blocks[1:]):
        if following and block.kind is BlockKind.PARAGRAPH and _is_title(text, block, following):
            yield replace(block, kind=BlockKind.HEADING)
        else:
            yield block


def _is_title(text: str, block: Block, following: Block) -> bool:
    listed = following.kind is BlockKind.ITEM and not _NUMBER.match(text, following.start)
    return (listed or following.kind is BlockKind.TABLE) and _stands_alone(text, block, following)


def _stands_alone(text: str, block: Block, following: Block) -> bool:
    words = text[block.start : block.end]
    before, after = text[max(0, block.start - 2) : block.start], text[block.end : following.start]
    alone = before.count("\n") == min(2, block.start) and "\n\n" in after.replace(" ", "")
    return (
        alone
        and "\n" not in words
        and len(words.split()) <= 6
        and not re.search(r"[,\d]", words)
        and words[-1] not in ".;?!"
    )


def _regions(text: str, lines: Sequence[TextLine]) -> list[Region]:
    """All tables, those of the surest shape first; what overlaps an earlier one is left."""
    taken: list[Region] = []
    for find in (
        wrapped_tables,
        piped_tables,
        delimited_tables,
        dumped_tables,
        tabbed_tables,
        stacked_tables,
        aligned_tables,
    ):
        left = _without(lines, taken)
        taken += [region for region in find(text, left) if region.cells and not _overlaps(taken, region)]
        taken.sort(key=attrgetter("first"))
    return [_with_heads(text, _without_markup(text, region)) for region in taken]


def _without(lines: Sequence[TextLine], taken: Sequence[Region]) -> Sequence[TextLine]:
    """The lines, those of tables found already made blank."""
    left = list(lines)
    for region in taken:
        for number in range(region.first, region.last):
            left[number] = TextLine("", lines[number].start)
    return left


def _with_heads(text: str, region: Region) -> Region:
    first = [(cell.column, text[cell.start : cell.end]) for cell in region.cells if cell.row == 0]
    heads = head_columns(first)
    return replace(
        region,
        cells=tuple(
            replace(cell, header=True) if cell.row == 0 and cell.column in heads else cell
            for cell in region.cells
        ),
    )


def _overlaps(taken: Sequence[Region], region: Region) -> bool:
    at = bisect_left(taken, region.last, key=attrgetter("first"))
    return at > 0 and taken[at - 1].last > region.first


def _without_markup(text: str, region: Region) -> Region:
    return replace(region, cells=tuple(_bare(text, cell) for cell in region.cells))


def _bare(text: str, cell: Cell) -> Cell:
    """The cell without a pair of tags or stars around all of it."""
    if text[cell.start] not in "<*":
        return cell
    match = _MARKED.fullmatch(text, cell.start, cell.end)
    if not match:
        return cell
    group = next(number for number in (1, 3, 4) if match.group(number) is not None)
    start, end = trimmed(text, *match.span(group))
    return replace(cell, start=start, end=end) if start < end else cell


def _table_block(region: Region) -> Block:
    start, end = min(cell.start for cell in region.cells), max(cell.end for cell in region.cells)
    return Block(BlockKind.TABLE, start, end, cells=region.cells)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One line of prose and what it is."""

    line: TextLine
    kind: BlockKind
    level: int
    start: int


def _prose(lines: Sequence[TextLine], first: int, last: int, width: int) -> list[Block]:
    blocks: list[Block] = []
    before: _Piece | None = None
    for number in range(first, last):
        line = lines[number]
        if line.blank:
            before = None
            continue
        piece = _piece(lines, number)
        if before and blocks and _goes_on(before, piece, width):
            blocks[-1] = replace(blocks[-1], end=_end(line))
        else:
            blocks.append(Block(piece.kind, piece.start, _end(line), piece.level))
        before = piece
    return blocks


def _end(line: TextLine) -> int:
    return line.start + len(line.text.rstrip())


def _piece(lines: Sequence[TextLine], number: int) -> _Piece:
    line = lines[number]
    indent = len(line.text) - len(line.text.lstrip())
    if hashes := _HASHES.match(line.text.lstrip()):
        return _Piece(line, BlockKind.HEADING, len(hashes[1]), line.start + indent + hashes.end())
    if bullet := _BULLET.match(line.text):
        return _Piece(line, BlockKind.ITEM, 1 + indent // 4, line.start + bullet.end())
    if is_heading(line.text) and not (_NUMBER.match(line.text) and _in_a_list(lines, number)):
        return _Piece(line, BlockKind.HEADING, 0, line.start + indent)
    kind = BlockKind.ITEM if _NUMBER.match(line.text) else BlockKind.PARAGRAPH
    return _Piece(line, kind, int(kind is BlockKind.ITEM), line.start + indent)


def _in_a_list(lines: Sequence[TextLine], number: int) -> bool:
    """Whether the line right before or after is numbered too: then this is an item, no heading."""
    near = [lines[other] for other in (number - 1, number + 1) if 0 <= other < len(lines)]
    return any(_NUMBER.match(line.text) for line in near)


def wrap_width(lines: Sequence[TextLine]) -> int:
    """The width to which the text was wrapped by hand; 0 where each line is a paragraph."""
    lengths = sorted(len(line.text.rstrip()) for line in lines if not line.blank)
    if len(lengths) < 5 or lengths[-1] > _WIDEST_WRAP:
        return 0
    near = sum(1 for length in lengths if length > lengths[-1] - 15)
    return lengths[-1] if lengths[-1] >= 60 and near * 5 >= len(lengths) else 0


def _goes_on(before: _Piece, piece: _Piece, width: int) -> bool:
    """Whether a wrapped line goes on in the next: it was full, so that the next word had no room."""
    if not width or piece.kind is not BlockKind.PARAGRAPH or before.kind is BlockKind.HEADING:
        return False
    words = piece.line.text.split(None, 1)
    return len(before.line.text.rstrip()) + 1 + len(words[0]) > width - 4


def text_marks(text: str) -> tuple[Mark, ...]:
    """Emphasis that stands in the text as stars or tags: the words between them."""
    # A pair of tags may stand around nothing.
    return tuple(mark for mark in _marks(text) if mark.start < mark.end) if "*" in text or "<" in text else ()


def _marks(text: str) -> Iterator[Mark]:
    for match in _MARKED.finditer(text):
        if match[1] is not None:
            yield Mark(match.start(1), match.end(1), "bold")
        elif match[2]:
            yield Mark(match.start(3), match.end(3), _KINDS[match[2]])
        else:
            yield Mark(match.start(4), match.end(4), "italic")

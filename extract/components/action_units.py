"""A document as the short pieces that actions are read from: lines of paragraphs, and cells of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc

from whosat.extract.components.records import document_of, text_of
from whosat.extract.document import Block, BlockKind
from whosat.extract.flow import flow_of

SENTENCE: Final = re.compile(
    r"\S.*?(?:(?<![ .][A-Z])(?<!\be\.g)(?<!\bi\.e)(?<!\bDr)(?<!\bMr)(?<!\bNo)[.!?]"
    r"(?=[\s”’\"')]*\s+[A-Z“‘\"(*]|\s*$)|$)",
    re.S,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A line or a cell: its offsets, its text with wrapped lines joined, and what its block is."""

    start: int
    end: int
    text: str
    kind: BlockKind
    section: int


def _lines(text: str, start: int, end: int, kind: BlockKind, section: int) -> Iterator[Unit]:
    place = start
    for line in text[start:end].split("\n"):
        if line.strip():
            shift = len(line) - len(line.lstrip())
            yield Unit(place + shift, place + len(line.rstrip()), line.strip(), kind, section)
        place += len(line) + 1


def _of_block(text: str, block: Block, section: int) -> Iterator[Unit]:
    if not block.cells:
        yield from _lines(text, block.start, block.end, block.kind, section)
    for cell in block.cells:
        yield from _lines(text, cell.start, cell.end, BlockKind.TABLE, section)


def units_of(doc: Doc, leave_out: frozenset[int]) -> list[Unit]:
    """All pieces in reading order; tables whose start is in `leave_out` become an empty piece."""
    text = flow_of(text_of(doc))
    found: list[Unit] = []
    section = 0
    for block in document_of(doc).blocks:
        section += block.kind is BlockKind.HEADING
        if block.start in leave_out:
            found.append(Unit(block.start, block.start, "", BlockKind.TABLE, section))
        elif block.kind is not BlockKind.FURNITURE:
            found += _of_block(text, block, section)
    return found


def sentences(unit: Unit) -> list[tuple[int, str]]:
    """The unit's sentences with their offsets."""
    return [(unit.start + m.start(), m[0].strip()) for m in SENTENCE.finditer(unit.text)]

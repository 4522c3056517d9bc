"""A document as the short pieces that actions are read from: lines of paragraphs, and cells of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from spacy.tokens import Doc

from whosat.extract.components.records import document_of, text_of
from whosat.extract.document import Block, BlockKind
from whosat.extract.flow import flow_of

# the mark is looked for first: what may not stand before it is slow to ask at every letter
_SHORTENED: Final = r"""\be\.g \bi\.e \bDr \bMr \bMrs \bMs \bNo \bSt \bSgt \bInsp \bSupt \bConst \bCllr
    \bCllrs \bProf \bRev \bRevd \bHon \bCol \bCapt \bMessrs \bapprox \bviz \bMin""".split()
SENTENCE: Final = re.compile(
    r"\S.*?(?:[.!?](?<![ .][A-Z][.!?])"
    + "".join(rf"(?<!{short}[.!?])" for short in _SHORTENED)
    + r"(?:(?=[\s”’\"')]*\s+[A-Z“‘\"(*]|\s*$)|(?<=[a-z]{3}\.)(?=[A-Z][A-Za-z]*(?:[/&][A-Z]+)* [a-z]))|$)",
    re.S,
)

_ENDED: Final = re.compile(r"[.!?:;)\]”\"’]\W*$")
_BEGINS_NEW: Final = re.compile(r"(?:[a-z]|[ivx]{1,4})[.)]\s|\W*(?:action|ap)\b|https?:|[•·▪–—*-]\s", re.I)
_LEANS_ON: Final = re.compile(
    r"(?:\b(?:a|an|the|of|to|and|for|with|by|in|on|at|that|Mr|Mrs|Ms|Dr|Cllr|Prof)\.?|,)$"
)
_SHORT_LINE: Final = 24
_LABELLED: Final = re.compile(r"\W*(?:action(?: points?| by| for)?|actions)(?: \d{1,3})?\s*[:–—-]\s*\w", re.I)
"""A line that names owners is no heading, however bold it stands: the minute above is what it speaks of."""


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
        yield from _unwrapped(list(_lines(text, block.start, block.end, block.kind, section)))
    for cell in block.cells:
        yield from _lines(text, cell.start, cell.end, BlockKind.TABLE, section)


def _runs_on(one: Unit, other: Unit, text: str) -> bool:
    """Whether a sentence goes from one line on to the next, which a conversion took for another paragraph."""
    if other.kind is not BlockKind.PARAGRAPH or one.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
        return False
    if (
        not one.text
        or _ENDED.search(one.text)
        or text[one.end : other.start].strip()
        or one.section != other.section
    ):
        return False
    if _BEGINS_NEW.match(other.text):
        return False
    leans = bool(_LEANS_ON.search(one.text))
    lower = other.text[0].islower() and (leans or len(one.text) > _SHORT_LINE)
    return lower or (leans and len(one.text) > 2 * _SHORT_LINE)


def _unwrapped(units: list[Unit]) -> list[Unit]:
    """The lines of one item as its sentences run, where a line begins with a small letter."""
    found: list[Unit] = []
    for unit in units:
        above = found[-1] if found else None
        small = unit.text[0].islower() and not _BEGINS_NEW.match(unit.text)
        if above and small and unit.kind is BlockKind.ITEM and not _ENDED.search(above.text):
            found[-1] = _one(above, unit)
        else:
            found.append(unit)
    return found


def _one(above: Unit, below: Unit) -> Unit:
    gap = " " * (below.start - above.end)
    return Unit(above.start, below.end, above.text + gap + below.text, above.kind, above.section)


def _joined(units: list[Unit], text: str) -> list[Unit]:
    """Lines as their sentences run; every offset as it was."""
    found: list[Unit] = []
    for unit in units:
        if found and _runs_on(found[-1], unit, text):
            found[-1] = _one(found[-1], unit)
        else:
            found.append(unit)
    return found


def units_of(doc: Doc, leave_out: frozenset[int]) -> list[Unit]:
    """All pieces in reading order; tables whose start is in `leave_out` become an empty piece."""
    text = flow_of(text_of(doc))
    found: list[Unit] = []
    section = 0
    for block in document_of(doc).blocks:
        said = text[block.start : block.end]
        if block.kind is BlockKind.HEADING and _LABELLED.match(said):
            block = replace(block, kind=BlockKind.PARAGRAPH)
        section += block.kind is BlockKind.HEADING
        if block.start in leave_out:
            found.append(Unit(block.start, block.start, "", BlockKind.TABLE, section))
        elif block.kind is not BlockKind.FURNITURE:
            found += _of_block(text, block, section)
    return _joined(found, text)


def sentences(unit: Unit) -> list[tuple[int, str]]:
    """The unit's sentences with their offsets."""
    return [(unit.start + m.start(), m[0].strip()) for m in SENTENCE.finditer(unit.text)]


def until(pairs: list[tuple[int, str]], stop: int) -> list[tuple[int, str]]:
    """The sentences, with their offsets, that stand before a place in the text."""
    return [(start, said[: stop - start].rstrip()) for start, said in pairs if start < stop]

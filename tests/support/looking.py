"""Looking at what a reader made of some bytes."""

from __future__ import annotations

from whosat.extract import readers
from whosat.extract.document import Block, BlockKind, Document


def one(name: str, data: bytes | str) -> Document:
    """The only document in `data`."""
    (document,) = readers.read_bytes(name, data.encode() if isinstance(data, str) else data)
    check(document)
    return document


def check(document: Document) -> None:
    """What holds for every document, whatever it was read from."""
    length, before = len(document.text), 0
    assert "\r" not in document.text and "\x00" not in document.text
    for block in document.blocks:
        assert before <= block.start < block.end <= length
        words = document.text[block.start : block.end]
        assert words == words.strip()
        before = block.end
        last = (-1, -1)
        for cell in block.cells:
            assert block.start <= cell.start < cell.end <= block.end
            inside = document.text[cell.start : cell.end]
            assert inside == inside.strip()
            assert (cell.row, cell.column) > last
            assert cell.row_span > 0 and cell.column_span > 0
            last = (cell.row, cell.column)
    for mark in document.marks:
        assert 0 <= mark.start < mark.end <= length


def words(document: Document, *kinds: BlockKind) -> list[str]:
    """The words of the blocks of some kinds."""
    return [document.text[b.start : b.end] for b in document.blocks if not kinds or b.kind in kinds]


def tables(document: Document) -> list[list[list[str]]]:
    """Each table as rows of cells' words, an empty string where no cell is."""
    return [_rows(document, block) for block in document.blocks if block.kind is BlockKind.TABLE]


def _rows(document: Document, block: Block) -> list[list[str]]:
    width = 1 + max(cell.column for cell in block.cells)
    rows = [[""] * width for _ in range(1 + max(cell.row for cell in block.cells))]
    for cell in block.cells:
        rows[cell.row][cell.column] = document.text[cell.start : cell.end]
    return rows


def heads(document: Document) -> list[str]:
    """The words of all header cells."""
    return [document.text[c.start : c.end] for b in document.blocks for c in b.cells if c.header]


def marked(document: Document, kind: str) -> list[str]:
    """The words with a look."""
    return [document.text[m.start : m.end] for m in document.marks if m.kind == kind]

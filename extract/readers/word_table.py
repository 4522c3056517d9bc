"""Tables of Word documents: merged cells once, nested tables as lines of the cell that holds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from whosat.extract.readers.assembly import Run, Slot
from whosat.extract.readers.grid import as_table
from whosat.extract.readers.tabs import headed
from whosat.extract.readers.word_text import W, words_of

_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml"))


@dataclass(frozen=True, slots=True)
class Table:
    """Either the cells of a table, or the cells (w:tc) of a frame that is there for the look alone."""

    slots: tuple[Slot, ...] = ()
    frames: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell with its grid place; `merged` says that it goes on the cell above."""

    row: int
    column: int
    span: int
    merged: bool
    header: bool
    element: Element


def read_table(table: Element) -> Table:
    """The table (w:tbl); what fills one column only, or frames other tables, is no table."""
    places = list(_places(table))
    slots = list(_slots(places))
    if as_table(slots) and not _frames_tables(places, slots):
        return Table(slots=tuple(headed(slots)))
    return Table(frames=tuple(place.element for place in places if not place.merged))


def _frames_tables(places: Sequence[_Place], slots: Sequence[Slot]) -> bool:
    nested = sum(1 for place in places if place.element.find(f".//{W}tbl") is not None)
    filled = sum(1 for slot in slots if any(run.text.strip() for run in slot.runs))
    return nested > 0 and filled - nested <= 3


def _within(element: Element, tag: str) -> Iterator[Element]:
    """Children of a kind, also inside content controls and tracked insertions."""
    for child in element:
        if child.tag == W + tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _within(child, tag)


def _places(table: Element) -> Iterator[_Place]:
    rows = [row for row in _within(table, "tr") if row.find(f"{W}trPr/{W}del") is None]
    for number, row in enumerate(rows):
        header = row.find(f"{W}trPr/{W}tblHeader") is not None
        column = _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
        for cell in _within(row, "tc"):
            span = max(1, _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1))
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            merged = merge is not None and merge.get(W + "val") != "restart"
            yield _Place(number, column, span, merged, header, cell)
            column += span


def _number(element: Element | None, default: int) -> int:
    value = (element.get(W + "val") or "") if element is not None else ""
    return min(int(value), 1000) if value.isascii() and value.isdigit() else default


def _slots(places: Sequence[_Place]) -> Iterator[Slot]:
    above: dict[int, Slot] = {}
    found: list[Slot] = []
    at: dict[tuple[int, int], int] = {}
    for place in places:
        held = above.get(place.column)
        if place.merged and held is not None:
            grown = replace(held, row_span=place.row - held.row + 1)
            found[at[held.row, held.column]] = above[place.column] = grown
        else:
            slot = Slot(place.row, place.column, list(cell_runs(place.element)), 1, place.span, place.header)
            at[place.row, place.column] = len(found)
            found.append(slot)
            above[place.column] = slot
    yield from found


def cell_runs(cell: Element) -> Iterator[Run]:
    """The words of a cell, a line a paragraph; a table within it gives a line a row."""
    for number, line in enumerate(_lines(cell)):
        if number:
            yield Run("\n")
        for run in line:
            yield Run(run.text.replace("\t", " "), run.marks)


def _abreast(cells: Sequence[Sequence[Run]]) -> Iterator[Run]:
    """The cells of a row within a cell as one line, what stands behind a name behind a comma."""
    before = ""
    for runs in cells:
        words = "".join(run.text for run in runs)
        if before and words.strip():
            yield Run(", " if len(before.split()) > 1 else " ")
        yield from runs
        before = f"{before} {words}".strip()


def _lines(cell: Element) -> Iterator[list[Run]]:
    for child in cell:
        if child.tag == W + "p":
            words = words_of(child)
            if any(run.text.strip() for run in words.runs):
                yield words.runs
            for box in words.boxes:
                yield from _lines(box)
        elif child.tag == W + "tbl":
            for row in _within(child, "tr"):
                yield list(_abreast([list(cell_runs(inner)) for inner in _within(row, "tc")]))
        elif child.tag in _WRAPPERS:
            yield from _lines(child)

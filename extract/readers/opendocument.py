"""OpenDocument texts (LibreOffice): paragraphs, lists and tables in order, headers and footers apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import _Element as Element

from whosat.extract.document import BlockKind, Document
from whosat.extract.readers.assembly import Assembly, Run, Slot
from whosat.extract.readers.grid import as_table
from whosat.extract.readers.limits import Limits
from whosat.extract.readers.packed import FAILURES, opened
from whosat.extract.readers.source import Source
from whosat.extract.readers.tabs import headed
from whosat.extract.readers.typed import TypedLines
from whosat.extract.readers.xml import local, root_of

_FO: Final = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_SKIPPED = frozenset(
    ("tracked-changes", "annotation", "annotation-end", "forms", "sequence-decls", "bookmark")
)
_MOST_REPEATED = 200


def read_odt(source: Source, limits: Limits) -> Document:
    """An .odt as a Document; raises UnreadableDocument where it is damaged or protected."""
    try:
        with opened(source, limits) as archive:
            parts = {
                name: archive.read(name)
                for name in ("content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml")
                if name in archive.namelist()
            }
    except FAILURES as error:
        raise source.unreadable("is damaged: its parts can't be unpacked", "Save it again.") from error
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise source.unreadable("is protected with a password", "Save it without a password.")
    if "content.xml" not in parts:
        raise source.unreadable("is damaged: it holds no text", "Open it in LibreOffice and save it again.")
    content = root_of(source, parts["content.xml"])
    assembly = Assembly()
    reader = _Reader(assembly, _looks(content))
    reader.blocks(_body(content))
    reader.end()
    if "styles.xml" in parts:
        _furniture(assembly, root_of(source, parts["styles.xml"]))
    meta = root_of(source, parts["meta.xml"]) if "meta.xml" in parts else None
    return assembly.document(
        source,
        "odt",
        limits,
        title=_meta(meta, "title"),
        creator=_meta(meta, "initial-creator") or _meta(meta, "creator"),
        created=(_meta(meta, "creation-date") or "")[:10] or None,
    )


def _body(content: Element) -> Element:
    return next((element for element in content.iter() if local(element) == "body"), content)


def _meta(root: Element | None, name: str) -> str | None:
    found = (
        (element.text for element in root.iter() if local(element) == name) if root is not None else iter(())
    )
    return next(found, None)


def _looks(content: Element) -> dict[str, frozenset[str]]:
    """Marks of each automatic style."""
    looks: dict[str, frozenset[str]] = {}
    for style in content.iter(_STYLE + "style"):
        properties = style.find(_STYLE + "text-properties")
        if properties is not None:
            told = {
                "bold": properties.get(_FO + "font-weight") == "bold",
                "italic": properties.get(_FO + "font-style") == "italic",
                "strike": properties.get(_STYLE + "text-line-through-style", "none") != "none",
            }
            looks[style.get(_STYLE + "name") or ""] = frozenset(kind for kind, on in told.items() if on)
    return looks


def _furniture(assembly: Assembly, styles: Element) -> None:
    for region in styles.iter():
        if local(region).startswith(("header", "footer")) and region.tag.startswith(_STYLE):
            for paragraph in region.iter(_TEXT + "p"):
                assembly.furnish("".join(str(piece) for piece in paragraph.itertext()))


@dataclass(slots=True)
class _Reader:
    """Hands the blocks of a text to the assembly; footnotes come at its end."""

    assembly: Assembly
    looks: dict[str, frozenset[str]]
    typed: TypedLines = field(init=False)
    notes: list[Element] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.typed = TypedLines(self.assembly)

    def blocks(self, parent: Element, lists: int = 0) -> None:
        """All blocks below `parent`, which stands in so many lists."""
        for child in parent:
            tag = local(child)
            if tag == "h":
                level = child.get(_TEXT + "outline-level") or ""
                self._paragraph(child, BlockKind.HEADING, int(level) if level.isdigit() else 1)
            elif tag == "p":
                self._paragraph(child, BlockKind.ITEM if lists else BlockKind.PARAGRAPH, lists)
            elif tag == "table":
                self.typed.flush()
                self._table(child)
            elif tag == "list":
                self.blocks(child, lists + 1)
            elif tag and tag not in _SKIPPED:
                self.blocks(child, lists)

    def end(self) -> None:
        """Footnotes, after the text."""
        notes, self.notes = self.notes, []
        for note in notes:
            self.blocks(note)
        self.typed.flush()

    def _paragraph(self, paragraph: Element, kind: BlockKind, level: int) -> None:
        self.typed.put(kind, list(self._runs(paragraph, self._look(paragraph, frozenset()))), level)
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.blocks(box)

    def _look(self, element: Element, marks: frozenset[str]) -> frozenset[str]:
        return marks | self.looks.get(element.get(_TEXT + "style-name") or "", frozenset())

    def _runs(self, element: Element, marks: frozenset[str]) -> Iterator[Run]:
        if element.text:
            yield Run(_one_line(element.text), marks)
        for child in element:
            tag = local(child)
            if tag == "s":
                yield Run(" ", marks)
            elif tag == "tab":
                yield Run("\t", marks)
            elif tag == "line-break":
                yield Run("\n", marks)
            elif tag == "note":
                self.notes += [part for part in child if local(part) == "note-body"]
            elif tag in ("frame", "text-box", "custom-shape"):
                self.boxes.append(child)
            elif tag == "a":
                yield from self._runs(child, marks | {"link"})
            elif tag and tag not in _SKIPPED:
                yield from self._runs(child, self._look(child, marks))
            if child.tail:
                yield Run(_one_line(child.tail), marks)

    def _table(self, table: Element) -> None:
        slots = list(self._slots(table))
        if as_table(slots):
            self.assembly.table(headed(slots))
            return
        for cell in table.iter(_TABLE + "table-cell"):
            if next(cell.iterancestors(_TABLE + "table")) is table:
                self.blocks(cell)
        self.typed.flush()

    def _slots(self, table: Element) -> Iterator[Slot]:
        number = 0
        for row in table.iter(_TABLE + "table-row"):
            if next(row.iterancestors(_TABLE + "table")) is not table:
                continue
            header = local(next(row.iterancestors())) == "table-header-rows"
            column = 0
            for cell in row:
                repeated = _number(cell, "number-columns-repeated")
                runs = list(self._cell(cell)) if local(cell) == "table-cell" else []
                if runs:
                    spans = _number(cell, "number-rows-spanned"), _number(cell, "number-columns-spanned")
                    yield Slot(number, column, runs, *spans, header)
                column += repeated
            number += 1

    def _cell(self, cell: Element) -> Iterator[Run]:
        first = True
        for paragraph in cell.iter(_TEXT + "p", _TEXT + "h"):
            runs = list(self._runs(paragraph, self._look(paragraph, frozenset())))
            if any(run.text.strip() for run in runs):
                yield from [] if first else [Run("\n")]
                yield from runs
                first = False


def _one_line(text: str) -> str:
    return " ".join(text.split("\n")) if "\n" in text else text


def _number(cell: Element, name: str) -> int:
    value = cell.get(_TABLE + name) or ""
    return max(1, min(int(value), _MOST_REPEATED)) if value.isascii() and value.isdigit() else 1

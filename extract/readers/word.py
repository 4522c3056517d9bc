"""Word documents: paragraphs, lists and tables in reading order; headers, footers and page numbers apart.

Tracked changes are read as accepted: what was deleted is out, what was inserted is in. Text boxes follow the
paragraph they hang on; footnotes stand at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree
from lxml.etree import _Element as Element

from whosat.extract.document import BlockKind, Document
from whosat.extract.readers.assembly import Assembly
from whosat.extract.readers.limits import Limits
from whosat.extract.readers.packed import FAILURES, opened
from whosat.extract.readers.source import Source
from whosat.extract.readers.typed import TypedLines
from whosat.extract.readers.word_table import read_table
from whosat.extract.readers.word_text import W, words_of

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.package import Package

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ALSO_WORD = (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)
_HEADING = re.compile(r"heading\s*(\d)|title$|subtitle$", re.I)
_LISTED = re.compile(r"list\s*(?:bullet|number|paragraph)?\s*(\d)?", re.I)
_DAMAGED = ("is damaged: it can't be opened as a Word document", "Open it in Word and save it again.")


def read_word(source: Source, limits: Limits) -> Document:
    """A .docx (.docm, .dotx) as a Document; raises UnreadableDocument where it is damaged or protected."""
    opened(source, limits).close()
    try:
        package = _package(source)
        assembly = Assembly()
        reader = _Reader(assembly, _Styles(package))
        reader.body(package.main_document_part.element.body)
        _notes(package, reader)
        _furniture(package, assembly)
        about = _about(package)
    except (*FAILURES, etree.LxmlError, RecursionError, AssertionError) as error:
        raise source.unreadable(*_DAMAGED) from error
    return assembly.document(source, "docx", limits, **about)


def _package(source: Source) -> Package:
    from docx.opc.part import PartFactory
    from docx.package import Package

    for kind in _ALSO_WORD:
        PartFactory.part_type_for.setdefault(kind, PartFactory.part_type_for[_MAIN])
    package = Package.open(BytesIO(source.data))
    if not hasattr(package.main_document_part, "element"):
        raise ValueError(package.main_document_part.content_type)
    return package


@dataclass(frozen=True)
class _Styles:
    """What the paragraph styles of a document say of level, list and weight."""

    package: Package

    @cached_property
    def _known(self) -> dict[str, Element]:
        styles = self.package.main_document_part.styles.element
        return {style.get(W + "styleId"): style for style in styles.iter(W + "style")}

    def chain(self, identifier: str | None) -> Iterator[Element]:
        """The style and those it is based on."""
        seen: set[str] = set()
        while identifier and identifier not in seen and identifier in self._known:
            seen.add(identifier)
            style = self._known[identifier]
            yield style
            based = style.find(W + "basedOn")
            identifier = based.get(W + "val") if based is not None else None

    def name(self, identifier: str | None) -> str:
        """The style's name as people see it."""
        for style in self.chain(identifier):
            named = style.find(W + "name")
            return (named.get(W + "val") or "") if named is not None else ""
        return identifier or ""

    def bold(self, identifier: str | None) -> bool:
        """Whether the style sets its words in bold."""
        for style in self.chain(identifier):
            weight = style.find(f"{W}rPr/{W}b")
            if weight is not None:
                return (weight.get(W + "val") or "1") not in ("0", "false")
        return False

    def numbered(self, identifier: str | None) -> bool:
        """Whether the style numbers its paragraphs or sets bullets before them."""
        return any(style.find(f"{W}pPr/{W}numPr") is not None for style in self.chain(identifier))


@dataclass(slots=True)
class _Reader:
    """Hands the blocks of a body to the assembly."""

    assembly: Assembly
    styles: _Styles
    typed: TypedLines = field(init=False)

    def __post_init__(self) -> None:
        self.typed = TypedLines(self.assembly)

    def body(self, body: Element) -> None:
        """All blocks of a body, a text box or a table cell that only lays out."""
        self._blocks(body)
        self.typed.flush()

    def _blocks(self, body: Element) -> None:
        for child in body:
            if child.tag == W + "p":
                self._paragraph(child)
            elif child.tag == W + "tbl":
                self.typed.flush()
                self._table(child)
            elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "moveTo", W + "customXml"):
                self._blocks(child)

    def _table(self, element: Element) -> None:
        table = read_table(element)
        if table.slots:
            self.assembly.table(table.slots)
        else:
            for cell in table.frames:
                self.body(cell)

    def _paragraph(self, paragraph: Element) -> None:
        identifier = _style_id(paragraph)
        words = words_of(paragraph, self.styles.bold(identifier))
        kind, level = self._kind(paragraph, identifier)
        self.typed.put(kind, words.runs, level)
        for box in words.boxes:
            self.body(box)

    def _kind(self, paragraph: Element, identifier: str | None) -> tuple[BlockKind, int]:
        if heading := _HEADING.match(self.styles.name(identifier)):
            return BlockKind.HEADING, int(heading[1] or 1)
        outline = paragraph.find(f"{W}pPr/{W}outlineLvl")
        if outline is not None and (outline.get(W + "val") or "9") < "9":
            return BlockKind.HEADING, int(outline.get(W + "val") or 0) + 1
        numbering = paragraph.find(f"{W}pPr/{W}numPr")
        if numbering is not None or self.styles.numbered(identifier):
            return BlockKind.ITEM, _depth(numbering)
        listed = _LISTED.match(self.styles.name(identifier))
        return (
            (BlockKind.ITEM, int(listed[1] or 1))
            if listed and listed[0].strip() != "List Paragraph"
            else (
                BlockKind.PARAGRAPH,
                0,
            )
        )


def _depth(numbering: Element | None) -> int:
    level = numbering.find(W + "ilvl") if numbering is not None else None
    value = (level.get(W + "val") or "0") if level is not None else "0"
    return int(value) + 1 if value.isdigit() else 1


def _style_id(paragraph: Element) -> str | None:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(W + "val") if style is not None else None


def _notes(package: Package, reader: _Reader) -> None:
    """Footnotes and endnotes, after the text."""
    for part in _parts(package, "footnotes", "endnotes"):
        root = _root(part)
        for note in root if root is not None else ():
            if note.get(W + "type") is None:
                reader.body(note)


def _furniture(package: Package, assembly: Assembly) -> None:
    for part in _parts(package, "header", "footer"):
        root = _root(part)
        for paragraph in root.iter(W + "p") if root is not None else ():
            assembly.furnish("".join(run.text for run in words_of(paragraph).runs))


def _parts(package: Package, *kinds: str) -> Iterator[Part]:
    relations = package.main_document_part.rels
    for key in sorted(relations, key=lambda key: (len(key), key)):
        relation = relations[key]
        if not relation.is_external and relation.reltype.rpartition("/")[2] in kinds:
            yield relation.target_part


def _root(part: Part) -> Element | None:
    element = getattr(part, "element", None)
    if element is not None:
        return element  # type: ignore[no-any-return]
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(part.blob, parser)


def _about(package: Package) -> dict[str, str | None]:
    try:
        properties = package.core_properties
        created = properties.created
        return {
            "title": properties.title,
            "creator": properties.author,
            "created": created.date().isoformat() if created else None,
        }
    except FAILURES:
        return {}

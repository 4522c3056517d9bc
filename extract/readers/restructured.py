"""reStructuredText, by docutils, with everything that would open another file switched off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from whosat.extract.document import BlockKind, Document
from whosat.extract.readers.assembly import Assembly, Run, Slot, plain
from whosat.extract.readers.decode import decode
from whosat.extract.readers.grid import as_table, placed
from whosat.extract.readers.limits import Limits
from whosat.extract.readers.markdown import is_contorted
from whosat.extract.readers.plain import read_plain
from whosat.extract.readers.source import Source
from whosat.extract.readers.tabs import headed

_SAFE = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "report_level": 5,
    "halt_level": 5,
    "_disable_config": True,
    "smart_quotes": False,
    "line_length_limit": 100_000,
    "syntax_highlight": "none",
}
_LOOKS = {"strong": "bold", "emphasis": "italic", "reference": "link"}
_DROPPED = ("system_message", "comment", "substitution_definition", "target", "raw", "pending", "problematic")


def read_rst(source: Source, limits: Limits) -> Document:
    """An .rst file as a Document; raises UnreadableDocument for what is no text."""
    from docutils.core import publish_doctree
    from docutils.utils import SystemMessage

    text = decode(source)
    if len(text) > limits.characters:
        raise source.too_long(len(text))
    if is_contorted(text):
        return read_plain(source, limits)
    try:
        tree = publish_doctree(text, settings_overrides=_SAFE)
    except (SystemMessage, ValueError, AttributeError, KeyError, IndexError, TypeError, RecursionError):
        return read_plain(source, limits)
    assembly = Assembly()
    _Walk(assembly).blocks(tree)
    if not assembly.length:
        return read_plain(source, limits)
    return assembly.document(source, "rst", limits, title=tree.get("title"))


@dataclass(slots=True)
class _Walk:
    """Goes through docutils' tree and hands blocks to the assembly."""

    assembly: Assembly

    def blocks(self, parent: Any, level: int = 0, lists: int = 0) -> None:
        """All blocks below `parent`, in so many sections and lists."""
        for node in parent.children:
            name = node.tagname
            if name in _DROPPED:
                continue
            if name in ("title", "subtitle"):
                self._put(BlockKind.HEADING, node, max(1, level))
            elif name == "section":
                self.blocks(node, level + 1, lists)
            elif name in ("bullet_list", "enumerated_list"):
                self.blocks(node, level, lists + 1)
            elif name in ("paragraph", "line", "term", "attribution", "rubric", "literal_block", "caption"):
                self._put(BlockKind.ITEM if lists else BlockKind.PARAGRAPH, node, lists)
            elif name in ("field_list", "docinfo"):
                self.assembly.table(headed(_fields(node)))
            elif name == "table":
                self._table(node)
            else:
                self.blocks(node, level, lists)

    def _put(self, kind: BlockKind, node: Any, level: int) -> None:
        line: list[Run] = []
        for run in _runs(node, frozenset()):
            head, *rest = run.text.split("\n")
            line.append(Run(head, run.marks))
            for part in rest:
                self.assembly.add(kind, line, level)
                line = [Run(part, run.marks)]
        self.assembly.add(kind, line, level)

    def _table(self, table: Any) -> None:
        slots = list(_slots(table))
        if as_table(slots):
            self.assembly.table(headed(slots))
        else:
            self.blocks(table)


def _fields(listing: Any) -> Iterator[Slot]:
    """Fields (":Chair: A. Person") as a table of name and value."""
    for row, entry in enumerate(listing.children):
        if entry.tagname == "field":
            name, body = entry.children[0], entry.children[1]
            yield Slot(row, 0, plain(name.astext()))
            yield Slot(row, 1, plain(body.astext()))
        else:
            yield Slot(row, 0, plain(entry.tagname.capitalize()))
            yield Slot(row, 1, plain(entry.astext()))


def _slots(table: Any) -> Iterator[Slot]:
    from docutils import nodes

    rows = list(table.findall(nodes.row))
    spans = [
        [(1 + cell.get("morerows", 0), 1 + cell.get("morecols", 0), cell) for cell in row.children]
        for row in rows
    ]
    for row, column, row_span, column_span, cell in placed(spans):
        header = rows[row].parent is not None and rows[row].parent.tagname == "thead"
        yield Slot(row, column, plain(cell.astext()), row_span, column_span, header)


def _runs(node: Any, marks: frozenset[str]) -> Iterator[Run]:
    for child in node.children:
        if child.tagname == "#text":
            yield Run(child.astext(), marks)
        elif child.tagname not in _DROPPED:
            look = _LOOKS.get(child.tagname)
            yield from _runs(child, marks | {look} if look else marks)

"""XML taken apart without fetching or expanding anything it names."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from whosat.extract.readers.source import Source


def root_of(source: Source, data: bytes | None = None) -> Element:
    """The root element; entities stay unexpanded. Raises UnreadableDocument where it is no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(source.data if data is None else data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise source.unreadable("is damaged: its XML breaks off", "Save or download it again.") from error


def local(element: Element) -> str:
    """The name of an element without its namespace, in lower case; empty for comments and entities."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""

"""The page and the picture that tell people what the ontology says, made from ontology/whosat.ttl.

`python -m whosat.graph.ontology_page docs` writes ontology.md and ontology.svg into docs; a test holds that
they are current.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from whosat.ontology import terms as t

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

SKOS_MATCH: Final = t.SKOS + "closeMatch"
_OWL: Final = "http://www.w3.org/2002/07/owl#"
_KIN: Final = {
    **t.PREFIXES,
    "popolo": "http://www.popoloproject.com/popolo#",
    "ftm": "https://schema.followthemoney.tech/#",
}

BOXES: Final = {
    "Person": (40, 40),
    "Organisation": (700, 40),
    "Board": (700, 190),
    "Strategy": (700, 340),
    "Membership": (370, 40),
    "Attendance": (40, 190),
    "Meeting": (370, 190),
    "Action": (40, 340),
    "Link": (370, 340),
    "Passage": (370, 490),
    "Document": (700, 490),
}
"""Where the boxes of the picture stand: left and top, in pixels."""

ARROWS: Final = (
    ("Membership", "Person", "member"),
    ("Membership", "Organisation", "for, of"),
    ("Board", "Organisation", "is an"),
    ("Attendance", "Person", "attendee"),
    ("Attendance", "Meeting", "at"),
    ("Meeting", "Board", "of body"),
    ("Action", "Meeting", "agreed at"),
    ("Link", "Board", "of two bodies"),
    ("Link", "Strategy", "delivers"),
    ("Link", "Passage", "derived from"),
    ("Action", "Passage", "derived from"),
    ("Passage", "Document", "stands in"),
)
_WIDTH, _HEIGHT = 190, 64


def page() -> str:
    """The page, as Markdown."""
    graph = _ontology()
    parts = [
        "# The ontology",
        "",
        "What a graph built by whosat says, in which words. Standard terms are used wherever one fits;",
        f"the terms of `ws:` (`{t.WS}`) are what the standards lack.",
        "This page is made from `ontology/whosat.ttl`; the shapes that every graph keeps to are in",
        "`ontology/shapes.ttl` (`whosat validate` checks them).",
        "",
        "![People, bodies, meetings and the facts between them](ontology.svg)",
        "",
        "Every membership, attendance, action and link is a node of its own, derived from one or more",
        "passages: the words of a document, with line and character offsets. Each document's facts stand in",
        "a named graph of their own; what is decided over all of them in `<base>/graph/resolution`.",
        "",
        *_section("Classes", graph, _OWL + "Class"),
        *_section("Properties between nodes", graph, _OWL + "ObjectProperty"),
        *_section("Properties with plain values", graph, _OWL + "DatatypeProperty"),
        *_section("Concepts", graph, t.CONCEPT),
        *_standard(graph),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _ontology() -> rdflib.Graph:
    import rdflib

    text = (files("whosat.ontology") / "whosat.ttl").read_text(encoding="utf-8")
    return rdflib.Graph().parse(data=text, format="turtle")


def _section(title: str, graph: rdflib.Graph, kind: str) -> Iterator[str]:
    import rdflib

    found = sorted(
        str(node)
        for node in graph.subjects(rdflib.RDF.type, rdflib.URIRef(kind))
        if str(node).startswith(t.WS)
    )
    yield from (f"## {title}", "", "| term | what it means | kind of, from, to | near it elsewhere |")
    yield "| --- | --- | --- | --- |"
    for iri in found:
        node = rdflib.URIRef(iri)
        meaning = str(graph.value(node, rdflib.RDFS.comment))
        yield f"| `{short(iri)}` | {meaning} | {_frame(graph, node)} | {_matches(graph, node)} |"
    yield ""


def _frame(graph: rdflib.Graph, node: Node) -> str:
    import rdflib

    said = [
        ("kind of", rdflib.RDFS.subClassOf),
        ("kind of", rdflib.RDFS.subPropertyOf),
        ("from", rdflib.RDFS.domain),
        ("to", rdflib.RDFS.range),
    ]
    parts = []
    for word, predicate in said:
        values = sorted(short(str(value)) for value in graph.objects(node, predicate))
        if values:
            parts.append(f"{word} " + ", ".join(f"`{value}`" for value in values))
    return "; ".join(parts)


def _matches(graph: rdflib.Graph, node: Node) -> str:
    import rdflib

    values = sorted(short(str(value)) for value in graph.objects(node, rdflib.URIRef(SKOS_MATCH)))
    return ", ".join(f"`{value}`" for value in values)


def _standard(graph: rdflib.Graph) -> Iterator[str]:
    import rdflib

    yield from ("## Standard terms and their kin", "", "| term used | near it elsewhere |", "| --- | --- |")
    nodes = {str(node) for node in graph.subjects(rdflib.URIRef(SKOS_MATCH), None)}
    for iri in sorted(node for node in nodes if not node.startswith(t.WS)):
        yield f"| `{short(iri)}` | {_matches(graph, rdflib.URIRef(iri))} |"


def short(iri: str) -> str:
    """An IRI with a prefix, "ws:Board"."""
    for prefix, namespace in _KIN.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def picture() -> str:
    """The classes and how they hang together, as SVG."""
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 930 600" font-family="sans-serif" '
        'font-size="15">',
        "<title>People, bodies, meetings and the facts between them</title>",
        '<defs><marker id="end" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" '
        'orient="auto"><path d="M0 0L10 5L0 10z" fill="#333"/></marker></defs>',
        '<rect width="930" height="600" fill="#fff"/>',
        *(_arrow(*arrow) for arrow in ARROWS),
        *(_box(name, *place) for name, place in BOXES.items()),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _box(name: str, left: int, top: int) -> str:
    fact = name in ("Membership", "Attendance", "Action", "Link")
    fill, radius = ("#fdf0d5", 4) if fact else ("#dcebf7", 24)
    return (
        f'<rect x="{left}" y="{top}" width="{_WIDTH}" height="{_HEIGHT}" rx="{radius}" fill="{fill}" '
        f'stroke="#333"/><text x="{left + _WIDTH // 2}" y="{top + _HEIGHT // 2 + 5}" '
        f'text-anchor="middle">{escape(name)}</text>'
    )


def _arrow(start: str, end: str, words: str) -> str:
    (x1, y1), (x2, y2) = _edge(start, end), _edge(end, start)
    middle_x, middle_y = (x1 + x2) // 2, (y1 + y2) // 2
    return (
        f'<path d="M{x1} {y1}L{x2} {y2}" stroke="#333" fill="none" marker-end="url(#end)"/>'
        f'<text x="{middle_x + 6}" y="{middle_y - 6}" font-size="12" text-anchor="middle" '
        f'fill="#333" stroke="#fff" stroke-width="5" paint-order="stroke">{escape(words)}</text>'
    )


def _edge(box: str, towards: str) -> tuple[int, int]:
    """The middle of the side of a box that faces another."""
    left, top = BOXES[box]
    other_left, other_top = BOXES[towards]
    if left == other_left or (top != other_top and abs(left - other_left) < _WIDTH):
        return left + _WIDTH // 2, top + (_HEIGHT if other_top > top else 0)
    return left + (_WIDTH if other_left > left else 0), top + _HEIGHT // 2


def main(folder: Path) -> None:
    """Write the page and the picture into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ontology.md").write_text(page(), encoding="utf-8", newline="\n")
    (folder / "ontology.svg").write_text(picture(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))

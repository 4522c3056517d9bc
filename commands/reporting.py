"""The report on the network, as a page or as Markdown with its picture beside it."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING

from whosat.ontology.errors import InputError

if TYPE_CHECKING:
    from whosat.graph.store import Store
    from whosat.graph.view import View

TITLE = "Who ties the boards together"
CAPTION = "The network of people, boards and organisations as the papers show it."


def write_report(store: Store, output: Path, since: str = "", until: str = "") -> list[Path]:
    """Write the report to `output` (.html or .md) and give the files written; raises InputError."""
    from whosat.graph import report
    from whosat.graph.files import write_whole
    from whosat.graph.view import read_view

    if output.suffix.lower() not in (".html", ".htm", ".md"):
        raise InputError(
            f"A report can't be written as {output.name}.", "Name a file that ends in .html or .md."
        )
    view = read_view(store)
    sections = report.findings(view, since, until)
    picture = _picture(report.slice_of(view, since, until), store.folder)
    span = _span(since, until)
    if output.suffix.lower() == ".md":
        drawn = output.with_suffix(".svg")
        write_whole(drawn, picture)
        text = report.markdown(sections, TITLE + span)
        head, rest = text.split("\n", 1)
        text = f"{head}\n\n![{CAPTION}]({drawn.name})\n{rest}"
        write_whole(output, text.encode())
        return [output, drawn]
    image = "data:image/svg+xml;base64," + base64.b64encode(picture).decode("ascii")
    write_whole(output, report.html(sections, TITLE + span, [(CAPTION, image)]).encode())
    return [output]


def _span(since: str, until: str) -> str:
    if not since and not until:
        return ""
    return f" ({since})" if since == until else f" ({since or '…'} to {until or '…'})"


def _picture(view: View, folder: Path | None) -> bytes:
    """The map of a view, as SVG; what the last map of the store shows stands where it does there."""
    import tempfile

    from whosat.graph.diagram import save_pages
    from whosat.graph.map_picture import draw_map
    from whosat.graph.map_places import settled_places

    places = settled_places(view, folder, keep=False)
    with tempfile.TemporaryDirectory() as aside:
        drawn = save_pages((draw_map(view, TITLE, places),), [Path(aside) / "map.svg"])
        return drawn[0].read_bytes()

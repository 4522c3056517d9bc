"""The report on the network, as a page or as Markdown with its picture beside it."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING

from whosat.ontology.errors import InputError

if TYPE_CHECKING:
    from whosat.graph.store import Store

TITLE = "Who ties the boards together"
CAPTION = "The network of people, boards and organisations as the papers show it."


def write_report(store: Store, output: Path, since: str = "", until: str = "") -> list[Path]:
    """Write the report to `output` (.html or .md) and give the files written; raises InputError."""
    from whosat.graph import report
    from whosat.graph.view import read_view

    if output.suffix.lower() not in (".html", ".htm", ".md"):
        raise InputError(
            f"A report can't be written as {output.name}.", "Name a file that ends in .html or .md."
        )
    view = read_view(store)
    sections = report.findings(view, since, until)
    picture = _picture(store)
    span = f" ({since or '…'} to {until or '…'})" if since or until else ""
    output.parent.mkdir(parents=True, exist_ok=True)
    if output.suffix.lower() == ".md":
        drawn = output.with_suffix(".svg")
        drawn.write_bytes(picture)
        text = report.markdown(sections, TITLE + span)
        head, rest = text.split("\n", 1)
        text = f"{head}\n\n![{CAPTION}]({drawn.name})\n{rest}"
        output.write_text(text, encoding="utf-8", newline="\n")
        return [output, drawn]
    image = "data:image/svg+xml;base64," + base64.b64encode(picture).decode("ascii")
    output.write_text(report.html(sections, TITLE + span, [(CAPTION, image)]), encoding="utf-8", newline="\n")
    return [output]


def _picture(store: Store) -> bytes:
    import tempfile

    from whosat.commands.visual import write_map

    with tempfile.TemporaryDirectory() as folder:
        return write_map(store, Path(folder) / "map.svg").read_bytes()

"""The structure chart of one body, to print: SVG, PNG and PDF on A3 or A4."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from whosat.graph.diagram_layout import PAPERS, lay_out
from whosat.graph.diagram_paint import to_pdf, to_png
from whosat.graph.diagram_paper import Page, to_svg
from whosat.graph.diagram_plan import plan
from whosat.graph.files import write_whole
from whosat.graph.view import View
from whosat.ontology.errors import InputError

FORMATS = ("svg", "png", "pdf")


def draw_diagram(view: View, body: str, paper: str = "A3", depth: int = 0) -> tuple[Page, ...]:
    """Return the sheets of the chart of a body, by its key; `depth` limits the layers of groups (0: all)."""
    if paper.upper() not in PAPERS:
        raise InputError(f"There is no paper called {paper!r}.", f"Use one of {', '.join(PAPERS)}.")
    return lay_out(plan(view, body, depth), paper.upper())


def save_pages(pages: tuple[Page, ...], outputs: Iterable[Path]) -> list[Path]:
    """Write sheets to files, as their names end; SVG and PNG get one file a sheet ("x-2.svg")."""
    chosen = [(path, _format(path)) for path in outputs]  # all are checked before any is written
    return [written for path, form in chosen for written in _save(pages, path, form)]


def _format(path: Path) -> str:
    form = path.suffix.lower().lstrip(".")
    if form not in FORMATS:
        raise InputError(
            f"A picture can't be written as {path.name!r}.", "End its name in .svg, .png or .pdf."
        )
    return form


def _save(pages: tuple[Page, ...], path: Path, form: str) -> list[Path]:
    if form == "pdf":
        write_whole(path, to_pdf(pages))
        return [path]
    written = []
    for number, page in enumerate(pages, 1):
        file = path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")
        write_whole(file, to_svg(page).encode() if form == "svg" else to_png(page))
        written.append(file)
    return written

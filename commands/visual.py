"""`whosat map` and `whosat diagram`: pictures of who sits where, to click through and to print."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whosat.commands.answers import BODIES, choose
from whosat.commands.options import Config, StorePath, opened, settings_of
from whosat.ontology.errors import InputError
from whosat.ontology.facts import Kind

if TYPE_CHECKING:
    from whosat.graph.store import Store
    from whosat.graph.view import View


class MapFormat(StrEnum):
    """What a map can be written as."""

    HTML = "html"
    SVG = "svg"
    PNG = "png"
    PDF = "pdf"


class Paper(StrEnum):
    """Sheets a diagram can be printed on, lying."""

    A3 = "A3"
    A4 = "A4"


def write_map(
    store: Store,
    output: Path,
    form: str = "",
    title: str = "Who sits on which board",
    *,
    afresh: bool = False,
) -> Path:
    """Write the map of a store to a file, as `form` or as its name ends; returns where it is.

    Things stand where they did on the last map, unless it is laid out `afresh`.
    """
    from whosat.graph.diagram import save_pages
    from whosat.graph.files import write_whole
    from whosat.graph.map import map_html
    from whosat.graph.map_picture import draw_map
    from whosat.graph.map_places import settled_places
    from whosat.graph.view import read_view

    chosen = form or output.suffix.lower().lstrip(".") or "html"
    if chosen not in list(MapFormat):
        raise InputError(
            f"A map can't be written as {output.name!r}.", "End its name in .html, .svg, .png or .pdf."
        )
    path = output if output.suffix.lower() == f".{chosen}" else output.with_name(f"{output.name}.{chosen}")
    view = read_view(store)
    places = settled_places(view, store.folder, afresh=afresh)
    if chosen != MapFormat.HTML:
        return save_pages((draw_map(view, title, places),), [path])[0]
    write_whole(path, map_html(view, title, places=places).encode())
    return path


def write_diagram(
    store: Store, body: str | None, outputs: Sequence[Path], paper: str = "A3", depth: int = 0
) -> list[Path]:
    """Write the structure chart of a body (its name, part of it or its acronym; None: the most linked)."""
    from whosat.graph.diagram import draw_diagram, save_pages
    from whosat.graph.view import read_view

    view = read_view(store)
    return save_pages(draw_diagram(view, _body(store, view, body), paper, depth), outputs)


def remarks(store: Store, body: str | None) -> list[str]:
    """What to say of a chart: which body was chosen if none was named, and that nothing is around it."""
    from whosat.graph.diagram_plan import plan
    from whosat.graph.view import read_view

    view = read_view(store)
    key = _body(store, view, body)
    chart = plan(view, key)
    said = []
    if body is None:
        said.append(
            f"It is of {chart.title}, around which most is known. Of another body: whosat diagram NAME."
        )
    if not (chart.above or chart.branches or chart.wider or chart.strategies or chart.sections):
        linked = {end for tie in view.ties for end in (tie.subject, tie.object)}
        weight = _linked(view)
        others = sorted(
            (one for one in view.things if one.kind in BODIES and one.key in linked),
            key=lambda one: (-weight[one.key], one.key),
        )
        said.append(
            f"{chart.title} stands alone on it: no paper read says what is above, below or beside it. "
            f'Its members: whosat who "{chart.title}".'
        )
        if others:
            said.append(f"More is known around: {'; '.join(one.name for one in others[:3])}.")
    return said


def _body(store: Store, view: View, asked: str | None) -> str:
    """The key of the body to draw: the one named, else the most linked."""
    from whosat.graph.view import key_of

    if not any(thing.kind in BODIES for thing in view.things):
        raise InputError(
            "The store names no board and no organisation.", "Build it from minutes: whosat build FOLDER."
        )
    if asked is None:
        return _most_linked(view)
    found = choose(store, asked, BODIES)
    if found.kind not in BODIES:
        raise InputError(
            f"A chart can be drawn of a board or an organisation; {found.name} is a {found.kind.value}.",
            "Type a body's name; whosat boards NAME says on which boards somebody sits.",
        )
    return key_of(found.iri)


def _most_linked(view: View) -> str:
    bodies = [thing for thing in view.things if thing.kind in BODIES]
    links = _linked(view)
    return min(bodies, key=lambda thing: (thing.kind is not Kind.BOARD, -links[thing.key], thing.key)).key


def _linked(view: View) -> dict[str, int]:
    """How much is known around each body: five for a link, one for a seat."""
    bodies = [thing for thing in view.things if thing.kind in BODIES]
    links = dict.fromkeys((thing.key for thing in bodies), 0)
    for tie in view.ties:
        for end in (tie.subject, tie.object):
            links[end] = links.get(end, 0) + 5
    for seat in view.seats:
        links[seat.body] = links.get(seat.body, 0) + (not seat.post)
    return links


def draw_a_map(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to; else map.html.")
    ] = None,
    form: Annotated[
        MapFormat | None, typer.Option("--format", help="What to write; else as FILE ends.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="What stands above the map.")] = None,
    afresh: Annotated[
        bool, typer.Option("--afresh", help="Lay it out anew; else things stay where they stood before.")
    ] = False,
    store: StorePath = None,
    config: Config = None,
) -> None:
    """Write the map: one page that opens offline, or a picture of it."""
    from whosat.graph.map import default_title

    chosen = form.value if form else ""
    with opened(store, config) as graph:
        area = settings_of(store, config).area
        path = write_map(
            graph,
            output or Path(f"map.{chosen or 'html'}"),
            chosen,
            title or default_title(area),
            afresh=afresh,
        )
    typer.echo(f"The map is in {path}")


def draw_a_diagram(
    body: Annotated[str | None, typer.Argument(help="A body's name, a part of it or its acronym.")] = None,
    output: Annotated[
        list[Path] | None,
        typer.Option("--output", "-o", metavar="FILE", help=".svg, .png or .pdf; more than once if wanted."),
    ] = None,
    paper: Annotated[Paper, typer.Option(case_sensitive=False, help="The sheet, lying.")] = Paper.A3,
    depth: Annotated[int, typer.Option(min=0, help="Layers of groups below the body; 0 for all.")] = 0,
    store: StorePath = None,
    config: Config = None,
) -> None:
    """Write a body's structure and wider links as a chart to print."""
    with opened(store, config) as graph:
        asked = body or settings_of(store, config).board
        for path in write_diagram(graph, asked, output or [Path("diagram.pdf")], paper.value, depth):
            typer.echo(f"The diagram is in {path}")
        for said in remarks(graph, asked):
            typer.echo(said)


def register(app: typer.Typer) -> None:
    """Put the commands into the command line."""
    app.command("map")(draw_a_map)
    app.command("diagram")(draw_a_diagram)

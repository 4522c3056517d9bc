"""The map, the structure charts and the report."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request

from whosat.graph.report import findings
from whosat.graph.server import pictures
from whosat.graph.server.desk import Edition, Made
from whosat.graph.server.inquiry import is_date
from whosat.graph.server.site import Site
from whosat.graph.view import Thing
from whosat.ontology.errors import InputError, UnknownName
from whosat.ontology.facts import Kind

# The map says in its own head which two scripts may run, by their hashes.
MAP_POLICY: Final = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
PICTURES: Final = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}
PAPERS: Final = ("A3", "A4")
BODIES: Final = (Kind.BOARD, Kind.ORGANISATION)


def the_map(site: Site, edition: Edition, _request: Request) -> Made:
    """The whole map, as the page it is on its own."""
    folder, pages = edition.store.folder, site.look(edition).root + "/"
    text = pictures.whole_map(edition.library, folder, site.serving.title, pages)
    return Made(text.encode("utf-8", "replace"), headers={"Content-Security-Policy": MAP_POLICY})


def picture(_site: Site, edition: Edition, request: Request) -> Made:
    """What lies around one thing, as a picture of its own."""
    key = f"{request.path_params['kind']}/{request.path_params['slug']}"
    drawn = pictures.small_map(edition.library, key) if key in edition.library.things else ""
    if not drawn:
        raise UnknownName("There is no picture of that.")
    return Made(drawn.encode("utf-8", "replace"), PICTURES["svg"])


def diagrams(site: Site, edition: Edition, _request: Request) -> Made:
    """The bodies whose structure can be drawn, those with most links first."""
    library = edition.library
    bodies = [thing for thing in library.things.values() if thing.kind in BODIES]
    weight = {body.key: 5 * len(library.ties_of.get(body.key, ())) + len(library.by_body.get(body.key, ()))
              for body in bodies}  # fmt: skip
    chosen = sorted((b for b in bodies if weight[b.key]), key=lambda b: (-weight[b.key], b.name, b.key))
    return site.render(edition, "diagrams.html", bodies=chosen[:200])


def diagram(site: Site, edition: Edition, request: Request) -> Made:
    """The structure chart of a body, with what to print."""
    thing = _body(edition, request)
    paper, depth, _ = _sheet(request)
    pages = pictures.chart(edition.library, thing.key, paper, depth)
    return site.render(
        edition, "diagram.html", key=thing.key, thing=thing, sheets=len(pages), paper=paper, depth=depth,
        papers=PAPERS,
    )  # fmt: skip


def drawn(_site: Site, edition: Edition, request: Request) -> Made:
    """The chart itself: SVG, PNG or PDF."""
    thing, form = _body(edition, request), request.path_params["form"]
    if form not in PICTURES:
        raise UnknownName(f"There is no picture as {form}.", "Take svg, png or pdf.")
    paper, depth, sheet = _sheet(request)
    pages = pictures.chart(edition.library, thing.key, paper, depth)
    headers = {}
    if form != "svg" or "download" in request.query_params:
        headers["Content-Disposition"] = f'attachment; filename="{thing.key.partition("/")[2]}.{form}"'
    return Made(pictures.painted(pages, form, sheet), PICTURES[form], headers=headers)


def _body(edition: Edition, request: Request) -> Thing:
    key = f"{request.path_params['kind']}/{request.path_params['slug']}"
    thing = edition.library.things.get(key)
    if thing is None or thing.kind not in BODIES:
        raise UnknownName("There is no body at this address.", "Choose one from the list of diagrams.")
    return thing


def _sheet(request: Request) -> tuple[str, int, int]:
    given = request.query_params
    numbers = [given.get(name, "") for name in ("depth", "sheet")]
    depth, sheet = (
        int(text) if text.isascii() and text.isdigit() and len(text) < 3 else 0 for text in numbers
    )
    return given.get("paper", "A3")[:8], depth, sheet or 1


def report(site: Site, edition: Edition, request: Request) -> Made:
    """The report on the network in governance words, for all time or a span of it."""
    since, until = (request.query_params.get(name, "").strip() for name in ("since", "until"))
    wrong = next((text for text in (since, until) if text and not is_date(text)), "")
    if wrong:
        raise InputError(f"“{wrong[:40]}” is no date.", "Write 2010, 2010-06 or 2010-06-22.")
    sections = findings(edition.library.view, since, until)
    return site.render(edition, "report.html", sections=sections, since=since, until=until)

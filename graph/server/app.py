"""The pages: search, a page for each thing, questions as forms, the map, the report, the SPARQL endpoint.

Each thing's IRI is also its page: the same address gives HTML, Turtle or JSON-LD, as the client asks. A store
does not change between builds, so a page is made once a generation and kept. Nothing is fetched from another
host.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from whosat.graph.server import changes, editor, entities, home, inquiry, sparql, views
from whosat.graph.server.desk import Desk
from whosat.graph.server.headers import Headers
from whosat.graph.server.review import Review
from whosat.graph.server.runner import QueryRunner
from whosat.graph.server.site import Handler, Serving, Site, answer


def application(serving: Serving) -> Starlette:
    """The pages and endpoints over the store in `serving.store`; raises NoStore where there is none."""
    desk = Desk(serving.store)
    runner = QueryRunner(desk.graph_folder)
    site = Site(serving, desk, runner)

    @asynccontextmanager
    async def living(_: Starlette) -> AsyncIterator[None]:
        desk.watch(runner.end_idle)
        yield
        runner.close()
        desk.close()

    async def problem(_request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        message, remedy = _SAID.get(status, ("This can't be answered.", "Start from the first page."))
        made = site.problem(await site.edition(), status, message, remedy)
        return answer(made)

    return Starlette(
        routes=[
            Mount("/static", StaticFiles(packages=[("whosat.graph.server", "static")])),
            *sparql.routes(runner, serving.origins),
            *Review(site).routes(),
            *(Route(path, site.page(handler)) for path, handler in _PAGES.items()),
            *_identifiers(site),
        ],
        middleware=[Middleware(Headers, hosts=serving.hosts)],
        exception_handlers={404: problem, 405: problem, 500: problem},
        lifespan=living,
    )


_SAID = {
    404: ("Nothing stands at this address.", "Look for a name, or start from the first page."),
    405: ("That can't be done at this address.", "Start from the first page."),
    500: ("Something went wrong on this side.", "The terminal that whosat serve runs in says what."),
}
_PAGES: dict[str, Handler] = {
    "/": home.home,
    "/browse/{kind}": home.browse,
    "/search": home.search,
    "/suggest": home.suggest,
    "/questions": inquiry.listed,
    "/questions/{name}": inquiry.one,
    "/ask": inquiry.in_words,
    "/map": views.the_map,
    "/picture/{kind}/{slug}.svg": views.picture,
    "/diagrams": views.diagrams,
    "/diagrams/{kind}/{slug}.{form}": views.drawn,
    "/diagrams/{kind}/{slug}": views.diagram,
    "/report": views.report,
    "/changes": changes.changes,
    "/query": editor.editor,
    "/query/map.svg": editor.drawn,
    "/query/result.{form}": editor.download,
}


def _identifiers(site: Site) -> list[BaseRoute]:
    """A thing's page at the path of its IRI, so that the two are one where the base is this server."""
    path = urlsplit(site.desk.edition().store.base).path.rstrip("/")
    return [Route(f"{path}/{{kind}}/{{slug:path}}", site.page(entities.thing))]

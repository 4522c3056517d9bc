"""What all pages share: the templates, the cache of finished pages, and how a mistake is told."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from whosat.graph.server import look as looks
from whosat.graph.server.desk import Desk, Edition, Made
from whosat.graph.server.heard import Hear, Reviewing
from whosat.graph.server.look import Look
from whosat.graph.server.tables import filled, labelled
from whosat.ontology.errors import InputError, NoStore, QueryError, QueryLimit, UnknownName, WhosatError

if TYPE_CHECKING:
    from whosat.graph.server.runner import QueryRunner

LONGEST_ADDRESS: Final = 16_384
CACHED: Final = "no-cache"

Handler = Callable[["Site", Edition, Request], Made]
Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Serving:
    """How the pages are served.

    `texts` gives a document's extracted text by its hash; `hear` understands plain words, `review` lists what
    is doubtful; `origins` are web origins whose pages may read the SPARQL endpoint; `hosts` the names this
    server answers to (none: any); with `edit`, whoever has `token` may write decisions to `decisions`.
    """

    store: Path
    texts: Callable[[str], str | None]
    token: str
    title: str = "Who sits on which board"
    hear: Hear | None = None
    review: Reviewing | None = None
    edit: bool = False
    decisions: Path = Path("decisions.csv")
    origins: tuple[str, ...] = ("*",)
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Site:
    """The pages' common ground."""

    serving: Serving
    desk: Desk
    runner: QueryRunner

    @cached_property
    def templates(self) -> Environment:
        """The templates; every value in them is escaped, and a missing one is an error."""
        made = Environment(
            loader=PackageLoader("whosat.graph.server"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        made.filters |= {
            "when": looks.when,
            "plain": looks.plain,
            "shortened": looks.shortened,
            "labelled": labelled,
            "filled": filled,
            "dated": looks.dated,
        }
        made.globals |= {
            "between": looks.between,
            "kind_words": looks.KIND_WORDS,
            "plurals": looks.PLURALS,
            "site_title": self.serving.title,
            "editable": self.serving.edit,
        }
        return made

    def render(self, edition: Edition, template: str, status: int = 200, **context: Any) -> Made:
        """A page out of a template."""
        look = self.look(edition)
        text = self.templates.get_template(template).render(look=look, library=edition.library, **context)
        return Made(text.encode("utf-8", "replace"), status=status)

    def look(self, edition: Edition) -> Look:
        """How an edition is shown."""
        return Look(edition.library, edition.store.base)

    async def edition(self) -> Edition:
        """The current edition."""
        held = self.desk.fresh()
        return held if held is not None else await run_in_threadpool(self.desk.edition)

    def page(self, handler: Handler, keep: bool = True) -> Endpoint:
        """An endpoint that makes a page once a generation and gives it again to whoever asks the same."""

        async def endpoint(request: Request) -> Response:
            edition = await self.edition()
            asked = (request.url.path, request.url.query, request.headers.get("accept", ""))
            found = edition.pages.get(asked) if keep else None
            if found is None:
                found = await run_in_threadpool(self._made, handler, edition, request)
                if keep and found.status == 200 and sum(map(len, asked)) < LONGEST_ADDRESS:
                    edition.pages.put(asked, found)
            return answer(found)

        return endpoint

    def _made(self, handler: Handler, edition: Edition, request: Request) -> Made:
        try:
            return handler(self, edition, request)
        except WhosatError as error:
            return self.problem(edition, _status(error), str(error), error.remedy)

    def problem(self, edition: Edition, status: int, message: str, remedy: str = "") -> Made:
        """A page that says what went wrong and what to do."""
        return self.render(edition, "problem.html", status, message=message, remedy=remedy)


def answer(made: Made) -> Response:
    """What is sent."""
    headers = {"Cache-Control": CACHED, **made.headers}
    return Response(made.body, made.status, headers, media_type=made.media_type)


def _status(error: WhosatError) -> int:
    for kind, status in (
        (UnknownName, 404),
        (QueryLimit, 503),
        (InputError, 400),
        (QueryError, 400),
        (NoStore, 503),
    ):
        if isinstance(error, kind):
            return status
    return 500

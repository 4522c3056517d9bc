"""The review in the browser: what is doubtful, best gain first; answers become rows of decisions.csv.

Without `edit` it only shows. With it, whoever opens the link printed at the start gets a cookie; a decision
needs that cookie, a form token, and a page of this very server to come from.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import threading
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from whosat.graph.decisions import append, checked
from whosat.graph.doubts import Doubt, DoubtKind
from whosat.graph.server.desk import Edition, Made
from whosat.graph.server.heard import Open
from whosat.graph.server.site import Site, answer
from whosat.ontology.errors import WhosatError
from whosat.ontology.facts import Decision, Ruling
from whosat.ontology.identifiers import digest

COOKIE: Final = "whosat_review"
A_PAGE: Final = 20
MOST_FORM: Final = 64 * 1024
TITLES: Final = {
    DoubtKind.PAIR: "One and the same?",
    DoubtKind.LINE: "How does this line read?",
    DoubtKind.INITIALS: "Whose initials are these?",
}


class Review:
    """What is open in an edition, and who may answer."""

    def __init__(self, site: Site) -> None:
        """Read nothing yet: what is doubtful is worked out when somebody first looks."""
        self._site = site
        self._lock = threading.Lock()
        self._open: tuple[str, Open, dict[str, Doubt]] | None = None
        self._answered: dict[str, str] = {}

    def routes(self) -> list[BaseRoute]:
        """The list, the door and the form's target."""
        return [
            Route("/review", self.listed),
            Route("/review/open", self.door),
            Route("/review/{doubt}", self.decide, methods=["POST"]),
        ]

    async def listed(self, request: Request) -> Response:
        """What is doubtful, a page at a time."""
        edition = await self._site.edition()
        return answer(await run_in_threadpool(self._page, edition, request))

    def _page(self, edition: Edition, request: Request) -> Made:
        if self._site.serving.review is None:
            return self._site.problem(edition, 404, "There is no review here.", "Use: whosat review.")
        try:
            files, found = self._doubts(edition)
        except WhosatError as error:
            return self._site.problem(edition, 404, str(error), error.remedy)
        open_ones = [(key, doubt) for key, doubt in found.items() if key not in self._answered]
        asked = request.query_params.get("page", "1")
        pages = max(1, -(-len(open_ones) // A_PAGE))
        page = min(max(int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1, 1), pages)
        may = self._may_write(request)
        return self._site.render(
            edition,
            "review.html",
            open=open_ones[(page - 1) * A_PAGE : page * A_PAGE],
            total=len(open_ones),
            answered=list(self._answered.values()),
            saved=self._answered.get(request.query_params.get("saved", ""), ""),
            page=page,
            pages=pages,
            may=may,
            form_token=self._form_token() if may else "",
            titles=TITLES,
            kinds=DoubtKind,
            decisions=self._site.serving.decisions.name,
            shas={paper.name: key for key, paper in edition.library.papers.items()},
            files=files,
        )

    def _doubts(self, edition: Edition) -> tuple[Mapping[str, str], dict[str, Doubt]]:
        with self._lock:
            if self._open is None or self._open[0] != edition.name:
                review = self._site.serving.review
                found = review() if review else Open(())
                self._open = edition.name, found, {_key(doubt): doubt for doubt in found.doubts}
                self._answered = {}
            return self._open[1].files, self._open[2]

    async def door(self, request: Request) -> Response:
        """Let in whoever has the token, with a cookie in its place."""
        given = request.query_params.get("token", "")
        if not (self._site.serving.edit and _same(given, self._site.serving.token)):
            return answer(await self._refused())
        made = RedirectResponse("/review", 303, {"Cache-Control": "no-store"})
        made.set_cookie(COOKIE, self._cookie(), path="/review", httponly=True, samesite="strict")
        return made

    async def decide(self, request: Request) -> Response:
        """Write one decision."""
        if not (self._may_write(request) and _from_here(request)):
            return answer(await self._refused())
        if int(request.headers.get("content-length") or MOST_FORM + 1) > MOST_FORM:
            return answer(await self._refused(413, "That is too much for one answer."))
        form = {name: value for name, value in (await request.form()).items() if isinstance(value, str)}
        if not _same(form.get("form_token", ""), self._form_token()):
            return answer(await self._refused())
        return await run_in_threadpool(self._write, await self._site.edition(), request, form)

    def _write(self, edition: Edition, request: Request, form: Mapping[str, str]) -> Response:
        key = request.path_params["doubt"]
        files, found = self._doubts(edition)
        if key not in found or key in self._answered:
            return answer(
                self._site.problem(
                    edition, 404, "That question is not open any more.", "Go back to the review."
                )
            )
        row = checked(_cells(found[key], form, files))
        if isinstance(row, str):
            return answer(
                self._site.problem(edition, 400, f"This is no decision: {row}", "Go back and try again.")
            )
        append(self._site.serving.decisions, [row])
        self._answered[key] = _said(row)
        return RedirectResponse(f"/review?saved={key}", 303)

    async def _refused(self, status: int = 403, message: str = "") -> Made:
        edition = await self._site.edition()
        if not self._site.serving.edit:
            return self._site.problem(
                edition, status, "These pages can only be read.", "To decide here, start: whosat serve --edit"
            )
        return self._site.problem(
            edition,
            status,
            message or "You may not write here.",
            "Open the link that whosat serve printed at its start.",
        )

    def _may_write(self, request: Request) -> bool:
        return self._site.serving.edit and _same(request.cookies.get(COOKIE, ""), self._cookie())

    def _cookie(self) -> str:
        return self._derived("cookie")

    def _form_token(self) -> str:
        return self._derived("form")

    def _derived(self, purpose: str) -> str:
        return hmac.new(self._site.serving.token.encode(), purpose.encode(), hashlib.sha256).hexdigest()


def _same(given: str, right: str) -> bool:
    """Whether two secrets are the same, in a time that does not tell how far they agree."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), right.encode())


def _from_here(request: Request) -> bool:
    """Whether the form was sent by a page of this server."""
    origin = request.headers.get("origin", "")
    return not origin or urlsplit(origin).netloc == request.headers.get("host", "")


def _key(doubt: Doubt) -> str:
    sides = [doubt.proposal.left, doubt.proposal.right] if doubt.proposal else []
    return digest(doubt.kind.value, doubt.text, doubt.document, *(f"{m.document} {m.name}" for m in sides))


def _cells(doubt: Doubt, form: Mapping[str, str], files: Mapping[str, str]) -> dict[str, str]:
    """The cells of the row of decisions.csv that an answer stands for."""
    value = " ".join(form.get("value", "").split())[:1000]
    cells = {
        "who": " ".join(form.get("who", "").split())[:200],
        "when": dt.date.today().isoformat(),
        "why": " ".join(form.get("why", "").split())[:1000],
    }
    if doubt.kind is DoubtKind.PAIR and doubt.proposal:
        sides = [f"{m.name} [{files[m.document]}]" for m in (doubt.proposal.left, doubt.proposal.right)]
        verdict = form.get("verdict", "")
        return cells | {
            "what": verdict if verdict in ("same", "different") else "",
            "name": sides[0],
            "other": sides[1],
        }
    if doubt.kind is DoubtKind.INITIALS:
        return cells | {
            "what": Ruling.INITIALS.value, "name": doubt.text, "other": value or form.get("choice", "")[:400],
            "document": doubt.document,
        }  # fmt: skip
    line = " ".join(doubt.text.split())
    return cells | {"what": Ruling.LINE.value, "name": line, "value": value, "document": doubt.document}


def _said(row: Decision) -> str:
    return ": ".join(
        part for part in (row.what.value, " / ".join(filter(None, (row.name, row.other, row.value)))) if part
    )

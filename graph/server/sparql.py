"""The SPARQL 1.1 Protocol (query), and the Graph Store Protocol's reading half.

`GET /sparql?query=…`, `POST /sparql` as a form or as `application/sparql-query`; without a query, the service
description. `GET /graphs?default` and `GET /graphs?graph=IRI`. Nothing here writes.
Source: W3C, SPARQL 1.1 Protocol (2013), SPARQL 1.1 Graph Store HTTP Protocol (2013).
"""

from __future__ import annotations

from collections.abc import Awaitable
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request as HttpRequest
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from whosat.graph.server import description
from whosat.graph.server.runner import NotAcceptable, QueryRunner, Request
from whosat.ontology.errors import QueryError, QueryLimit

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
MAX_REQUEST = 1024 * 1024
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
"""All that are routed here, so that a wrong one is answered in the protocol's way and not with a page."""


class _Refused(Exception):
    """The request is not one this endpoint answers: an HTTP status and one sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence


def routes(runner: QueryRunner, origins: tuple[str, ...] = ("*",)) -> list[Route]:
    """The two protocol endpoints; `origins` are the web origins whose pages may read them (CORS)."""
    cors = [
        Middleware(
            CORSMiddleware,
            allow_origins=list(origins),
            allow_methods=["GET", "HEAD", "POST", "OPTIONS"],
            allow_headers=["Accept", "Content-Type"],
            max_age=86400,
        )
    ]

    async def sparql(request: HttpRequest) -> Response:
        return await _guarded(_sparql(request, runner))

    async def graphs(request: HttpRequest) -> Response:
        return await _guarded(_graphs(request, runner))

    return [
        Route("/sparql", sparql, methods=[*METHODS], middleware=cors),
        Route("/graphs", graphs, methods=[*METHODS], middleware=cors),
    ]


async def _guarded(work: Awaitable[Response]) -> Response:
    """Turn what went wrong into the status the protocol asks for and a sentence for people."""
    try:
        return await work
    except _Refused as refusal:
        return PlainTextResponse(refusal.sentence + "\n", refusal.status)
    except NotAcceptable as error:
        return PlainTextResponse(f"{error} {error.remedy}\n", 406)
    except QueryLimit as error:
        return PlainTextResponse(f"{error} {error.remedy}\n", 503, headers={"Retry-After": "1"})
    except QueryError as error:
        return PlainTextResponse(f"{error} {error.remedy}\n", 400)


def _unless_allowed(request: HttpRequest, *methods: str) -> Response | None:
    """The answer to OPTIONS, and to a method that is not one of `methods`; None where it is."""
    allow = {"Allow": ", ".join((*methods, "OPTIONS"))}
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=allow)
    if request.method not in methods:
        return PlainTextResponse(f"This address takes {allow['Allow']}; it only reads.\n", 405, headers=allow)
    return None


async def _sparql(request: HttpRequest, runner: QueryRunner) -> Response:
    if refused := _unless_allowed(request, "GET", "HEAD", "POST"):
        return refused
    parameters = _parameters_of_address(request)
    if request.method == "POST":
        parameters = await _parameters_of_post(request, parameters)
    asked = [value for name, value in parameters if name == "query"]
    if any(name == "update" for name, _ in parameters):
        raise _Refused(403, "This endpoint only reads; it takes no update.")
    if not asked and request.method != "POST":
        return description.response(request)
    if len(asked) != 1:
        raise _Refused(400, "Give exactly one query.")
    return await _run(
        runner,
        Request(
            asked[0],
            request.headers.get("accept"),
            tuple(value for name, value in parameters if name == "default-graph-uri"),
            tuple(value for name, value in parameters if name == "named-graph-uri"),
        ),
    )


async def _run(runner: QueryRunner, asked: Request) -> Response:
    answer = await run_in_threadpool(runner.run, asked)
    text = answer.media_type.startswith("text/")
    media_type = answer.media_type + ("; charset=utf-8" if text else "")
    return Response(answer.body, media_type=media_type, headers={"Vary": "Accept"})


def _parameters_of_address(request: HttpRequest) -> list[tuple[str, str]]:
    return _pairs(request.scope["query_string"])


async def _parameters_of_post(
    request: HttpRequest, of_address: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    """A form carries all parameters in its body; a direct query carries only itself there."""
    media_type, _, rest = request.headers.get("content-type", "").partition(";")
    media_type = media_type.strip().lower()
    if media_type == UPDATE:
        raise _Refused(403, "This endpoint only reads; it takes no update.")
    if media_type not in (FORM, DIRECT):
        raise _Refused(415, f"Send the query as {DIRECT}, or as a form ({FORM}).")
    charset = rest.partition("charset=")[2].strip('" ').lower()
    if charset not in ("", "utf-8", "utf8"):
        raise _Refused(415, "Send the query in UTF-8.")
    body = await _body(request)
    if media_type == FORM:
        return _pairs(body) + [pair for pair in of_address if pair[0] != "query"]
    if any(name == "query" for name, _ in of_address):
        raise _Refused(400, "Give exactly one query.")
    return [("query", _utf8(body)), *of_address]


async def _body(request: HttpRequest) -> bytes:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MAX_REQUEST:
            raise _Refused(413, "The query is longer than 1 MB.")
    return body


def _pairs(encoded: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict")
    except UnicodeError:
        raise _Refused(400, "The request is not valid UTF-8.") from None
    except ValueError:
        raise _Refused(400, "The request has too many parts.") from None


def _utf8(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise _Refused(400, "The query is not valid UTF-8.") from None


async def _graphs(request: HttpRequest, runner: QueryRunner) -> Response:
    if refused := _unless_allowed(request, "GET", "HEAD"):
        return refused
    parameters = _parameters_of_address(request)
    named = [value for name, value in parameters if name == "graph"]
    default = any(name == "default" for name, _ in parameters)
    if len(named) + default != 1:
        raise _Refused(400, "Name one graph with ?graph=IRI, or the union of all with ?default.")
    accept = request.headers.get("accept")
    if default:
        return await _run(runner, Request("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", accept))
    if not _is_iri(named[0]):
        raise _Refused(400, "The name of a graph is an absolute IRI.")
    there = Request(f"ASK {{ GRAPH <{named[0]}> {{ ?s ?p ?o }} }}", "application/sparql-results+json")
    if b"true" not in (await run_in_threadpool(runner.run, there)).body:
        raise _Refused(404, "There is no graph of that name.")
    return await _run(
        runner, Request("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", accept, default_graphs=(named[0],))
    )


def _is_iri(text: str) -> bool:
    """Whether `text` can stand between < and > as an absolute IRI without ending them early."""
    return ":" in text[1:] and not any(letter <= " " or letter in '<>"{}|^`\\' for letter in text)

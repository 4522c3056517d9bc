"""`whosat serve`: the pages, the map, the questions and the SPARQL endpoint on this computer."""

from __future__ import annotations

import secrets
import socket
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Final

import typer

from whosat.commands.options import Config, StorePath, settings_of
from whosat.ontology.errors import InputError

if TYPE_CHECKING:
    from whosat.extract.asking.understand import Reading
    from whosat.graph.server.heard import Heard, Hearing, Open
    from whosat.graph.store import Store
    from whosat.ontology.settings import Settings

LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")
NAMES_OF_LOOPBACK: Final = ("127.0.0.1", "localhost", "[::1]")


def serve(
    store: StorePath = None,
    config: Config = None,
    host: Annotated[
        str,
        typer.Option(help="The address to listen on; others than this computer reach it only if you say so."),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any that is free.")] = 8000,
    edit: Annotated[
        bool, typer.Option("--edit", help="Let whoever has the printed link answer the review.")
    ] = False,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(
            "--allow-host", metavar="NAME", help="A name this server is reached by, behind a proxy."
        ),
    ] = None,
    origin: Annotated[
        list[str] | None,
        typer.Option("--origin", help="A web origin whose pages may ask /sparql; without it, any may."),
    ] = None,
) -> None:
    """Show all of it in a browser: search, pages with sources, questions, map, review, SPARQL."""
    from whosat.graph.server.app import application
    from whosat.graph.server.site import Serving

    settings = settings_of(store, config)
    token = secrets.token_urlsafe(24)
    serving = Serving(
        store=settings.store,
        texts=texts_of(settings),
        token=token,
        title=_title(settings),
        hear=hear,
        review=lambda: open_doubts(settings),
        edit=edit,
        decisions=settings.decisions,
        origins=tuple(origin or ("*",)),
        hosts=(*NAMES_OF_LOOPBACK, *(allow_host or ())) if host in LOOPBACK else tuple(allow_host or ()),
    )
    app = application(serving)
    with _listening(host, port) as taken:
        _run(app, taken, _shown(host, taken.getsockname()[1]), token if edit else "")


def _title(settings: Settings) -> str:
    from whosat.graph.map import default_title

    return default_title(settings.area)


def _shown(host: str, port: int) -> str:
    name = "127.0.0.1" if host in ("0.0.0.0", "::", "") else host
    return f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens; raises InputError where the port is taken or the address is not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows would let two servers share a port
            found.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((host, port))
        found.listen(256)
    except OSError as error:
        found.close()
        remedy = f"Take another port: whosat serve --port {port + 1 if port < 65535 else 8000}"
        if host not in LOOPBACK:
            remedy = f"Leave out --host to serve on this computer alone. {remedy}"
        raise InputError(
            f"Nothing can be served on {host} port {port}: {error.strerror or error}.",
            remedy,
        ) from error
    return found


def _run(app: object, taken: socket.socket, address: str, token: str) -> None:
    import uvicorn

    typer.echo(f"The pages are at {address}/  (Ctrl+C ends them)")
    if token:
        typer.echo(f"To answer the review, open {address}/review/open?token={token}")
    settings = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)  # type: ignore[arg-type]
    uvicorn.Server(settings).run(sockets=[taken])


def texts_of(settings: Settings) -> Callable[[str], str | None]:
    """Gives a document's text by its hash, from what the last build kept; read at the first asking.

    Contact details are blacked out. After another build, or after somebody was forgotten, they are read anew.
    """
    lock = threading.Lock()
    texts: dict[str, str] = {}
    read_at: list[tuple[str, int]] = []

    def text(sha256: str) -> str | None:
        from whosat.commands.cache import kept_documents
        from whosat.graph.withholding import black_out

        with lock:
            state = _state(settings)
            if read_at != [state]:
                texts.clear()
                read_at[:] = [state]
            if sha256 not in texts:
                for one in kept_documents(settings.store / "cache"):
                    texts[one.sha256] = black_out(one.text, one.contacts)
                texts.setdefault(sha256, "")
        return texts[sha256] or None

    return text


def _state(settings: Settings) -> tuple[str, int]:
    """Which generation is current, and when what is kept was last brought to the state of the decisions."""
    from whosat.commands.scrubbing import noted_at
    from whosat.graph import generations

    return generations.current(settings.store).name, noted_at(settings.store / "cache")


def open_doubts(settings: Settings) -> Open:
    """What is doubtful as the decisions stand now; raises NoStore where nothing was kept."""
    from whosat.commands.deciding import corpus
    from whosat.graph.doubts import doubts
    from whosat.graph.server.heard import Open

    found = corpus(settings)
    files = {document.sha256: document.identifier for document in found.documents}
    return Open(doubts(found.documents, found.resolution), files)


def hear(graph: Store, text: str) -> Hearing:
    """What a question in plain words asks; spaCy is loaded at the first one."""
    from whosat.commands.asking import doubt, each_namesake, understood
    from whosat.graph.server.heard import Hearing

    found = understood(graph, text)
    nearest = tuple(_heard(reading) for reading in found.readings[:3])
    if found.sure:
        return Hearing(nearest[0])
    same = tuple(_heard(reading, apart=True) for reading in each_namesake(found))
    return Hearing(None, doubt(found, text, graph), same or nearest)


def _heard(reading: Reading, *, apart: bool = False) -> Heard:
    """A reading; with `apart`, what it is about is told by the end of its IRI too: several bear the name."""
    from whosat.commands.asking import arguments_of
    from whosat.graph.questions import question
    from whosat.graph.server.heard import Heard

    tails = [f" ({named.key.rpartition('/')[2]})" if apart else "" for named in reading.slots]
    about = ", ".join(named.name + tail for named, tail in zip(reading.slots, tails, strict=True))
    title = question(reading.question).title
    return Heard(reading.question, arguments_of(reading), f"{title}: {about}" if about else title)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(serve)

"""The first page, the lists of things, and the search."""

from __future__ import annotations

import json
from typing import Final

from starlette.requests import Request

from whosat.graph.server import things
from whosat.graph.server.desk import Edition, Made
from whosat.graph.server.look import PLURALS, kinds_of
from whosat.graph.server.site import Site

SHOWN_BOARDS: Final = 40
A_PAGE: Final = 200
SUGGESTED: Final = 8


def home(site: Site, edition: Edition, _request: Request) -> Made:
    """What the store holds, and its boards with their chairs: those with most members, if there are many."""
    library = edition.library

    def members(key: str) -> int:
        return len({seat.member for seat in library.by_body.get(key, ())} - things.former(library, key))

    boards = sorted(library.of_kind("board"), key=lambda board: -members(board.key))
    chairs = {board.key: things.chairs(library, board.key) for board in boards}
    chaired = [(board, chairs[board.key][0]) for board in boards if chairs[board.key]]
    unchaired = [board for board in boards if not chairs[board.key]]
    return site.render(
        edition,
        "home.html",
        counts=_counts(edition),
        chaired=sorted(chaired[:SHOWN_BOARDS], key=lambda row: row[0].name.casefold()),
        more_chaired=max(0, len(chaired) - SHOWN_BOARDS),
        unchaired=sorted(unchaired[:SHOWN_BOARDS], key=lambda board: board.name.casefold()),
        members=members,
        left_out=len(edition.notes.get("left_out", ())),
    )


def _counts(edition: Edition) -> list[tuple[str, int]]:
    library = edition.library
    found = [(kind, len(library.of_kind(kind))) for kind in PLURALS if kind not in ("meeting", "document")]
    found += [("meeting", len(library.meetings)), ("document", len(library.papers))]
    return [(kind, number) for kind, number in found if number]


def browse(site: Site, edition: Edition, request: Request) -> Made:
    """All things of a kind, a page at a time."""
    kind, library = request.path_params["kind"], edition.library
    if kind not in PLURALS:
        return site.problem(edition, 404, f"There is no list of “{kind}”.", "Start from the first page.")
    if kind == "meeting":
        keys = list(library.meetings)
    elif kind == "document":
        keys = list(library.papers)
    else:
        keys = [thing.key for thing in library.of_kind(kind)]
    pages = max(1, -(-len(keys) // A_PAGE))
    asked = request.query_params.get("page", "1")
    page = min(max(int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1, 1), pages)
    shown = keys[(page - 1) * A_PAGE : page * A_PAGE]
    return site.render(
        edition, "browse.html", kind=kind, keys=shown, total=len(keys), page=page, pages=pages, things=things
    )


def search(site: Site, edition: Edition, request: Request) -> Made:
    """What answers to some words."""
    typed = request.query_params.get("q", "").strip()[:400]
    hits = edition.finder.search(typed) if typed else []
    near = edition.finder.nearest(typed) if typed and not hits else ()
    return site.render(edition, "search.html", typed=typed, hits=hits, nearest=near)


def suggest(site: Site, edition: Edition, request: Request) -> Made:
    """The same for the list below the search box, as JSON."""
    look = site.look(edition)
    typed = request.query_params.get("q", "")[:400]
    kinds = kinds_of(request.query_params.get("kinds", "").split())
    found = [
        {
            "name": hit.thing.name,
            "form": hit.form,
            "kind": hit.thing.kind.value,
            "url": look.url(hit.thing.key),
        }
        for hit in edition.finder.search(typed, kinds, SUGGESTED)
    ]
    return Made(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"), "application/json")

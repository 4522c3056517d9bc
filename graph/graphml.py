"""The network as GraphML that Gephi reads: every attribute typed, none of them empty or a list."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from whosat.graph.view import Seat, Thing, Tie, read_view

if TYPE_CHECKING:
    from whosat.graph.store import Store

Attributes = dict[str, str | int | float | bool]


def graphml(store: Store) -> bytes:
    """People, bodies and strategies as nodes; seats and links as directed edges, sorted."""
    import networkx as nx

    view = read_view(store)
    graph: Any = nx.MultiDiGraph()
    for thing in view.things:
        graph.add_node(thing.key, **_node(thing))
    for number, seat in enumerate(view.seats):
        graph.add_edge(seat.member, seat.body, key=f"seat-{number}", **_seat(seat))
    for number, tie in enumerate(view.ties):
        graph.add_edge(tie.subject, tie.object, key=f"link-{number}", **_tie(tie))
    out = io.BytesIO()
    nx.write_graphml_xml(graph, out, encoding="utf-8", prettyprint=True)
    return out.getvalue()


def _node(thing: Thing) -> Attributes:
    return {
        "label": _clean(thing.name),
        "kind": thing.kind.value,
        "other_names": _clean("; ".join(thing.aliases)),
        "sector": _clean(thing.sector),
        "inactive": thing.active is False,
    }


def _seat(seat: Seat) -> Attributes:
    return {
        "label": _clean(seat.role) or "member",
        "kind": "post" if seat.post else "seat",
        "role": _clean(seat.role),
        "representing": seat.representing,
        "basis": "stated" if seat.stated else "inferred",
        "first_seen": seat.first,
        "last_seen": seat.last,
        "first_year": int(seat.first[:4] or 0),
        "last_year": int(seat.last[:4] or 0),
        "passages": len(seat.sources),
    }


def _tie(tie: Tie) -> Attributes:
    return {"label": tie.relation.value, "kind": "link", "role": "", "passages": len(tie.sources)}


def _clean(text: str | None) -> str:
    """Text without the control characters that XML can't hold."""
    return "".join(c for c in text or "" if c >= " " or c in "\t\n")

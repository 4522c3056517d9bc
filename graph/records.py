"""Small queries that answers are put together from: one file each in ontology/queries/records."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from whosat.graph.rows import Row, iri

if TYPE_CHECKING:
    from whosat.graph.store import Store


def look_up(store: Store, name: str, **things: str) -> list[Row]:
    """The rows of a query by its name; `things` are IRIs, bound to the query's parameters."""
    return store.select(query(name), {key: iri(value) for key, value in things.items()})


@cache
def query(name: str) -> str:
    """The text of a query by its name."""
    folder = files("whosat.ontology") / "queries" / "records"
    return (folder / f"{name}.rq").read_text(encoding="utf-8")

"""The graph as plain tables, one a kind of thing or fact: for spreadsheets and other programs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from whosat.graph.store import Store

NAMES: Final = (
    "people",
    "bodies",
    "strategies",
    "documents",
    "meetings",
    "attendances",
    "memberships",
    "actions",
    "links",
    "sources",
)

_ALIASED: Final = re.compile(r"\((?:[^()]|\([^()]*\))*\bAS \?(\w+)\)|\?(\w+)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table by name: columns, and rows of text with "" where nothing is known."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def records(self) -> Iterator[dict[str, str]]:
        """The rows by column name, without what is not known."""
        for row in self.rows:
            yield {name: value for name, value in zip(self.columns, row, strict=True) if value}


def sheets(store: Store) -> Iterator[Sheet]:
    """All tables, in a fixed order; their rows are sorted, so the same graph gives the same tables."""
    for name in NAMES:
        query = (files("whosat.ontology") / "queries" / "tables" / f"{name}.rq").read_text(encoding="utf-8")
        columns = _columns(query)
        rows = (tuple(str(row.get(column, "")) for column in columns) for row in store.select(query))
        yield Sheet(name, columns, tuple(rows))


def _columns(query: str) -> tuple[str, ...]:
    head = re.search(r"^SELECT DISTINCT (.*?)\s*WHERE", query, re.DOTALL | re.MULTILINE)
    found = _ALIASED.findall(head[1]) if head else []
    return tuple(alias or plain for alias, plain in found)

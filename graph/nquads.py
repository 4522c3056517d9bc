"""N-Quads, written by hand: one quad a line, so a graph is a set of lines, sorted as text."""

from __future__ import annotations

import datetime as dt
from typing import Final

from whosat.ontology.terms import XSD

_ESCAPES: Final = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})
_FORBIDDEN: Final = {c: f"%{c:02X}" for c in (*range(0x21), *map(ord, '<>"{}|\\^`'))}

Value = str | bool | int | float | dt.date | dt.time | dt.datetime


def node(iri: str) -> str:
    """An IRI in angle brackets; characters an IRI can't hold are percent-encoded."""
    return f"<{iri.translate(_FORBIDDEN)}>"


def text(value: str) -> str:
    """A plain string literal; halves of a surrogate pair, which no encoding can write, become "�"."""
    if any("\ud800" <= c <= "\udfff" for c in value):
        value = value.encode("utf-8", "replace").decode()
    return f'"{value.translate(_ESCAPES)}"'


def literal(value: Value) -> str:
    """A literal with the datatype that its Python type calls for; a float is written as xsd:decimal."""
    if isinstance(value, str):
        return text(value)
    if isinstance(value, bool):
        return _typed(str(value).lower(), "boolean")
    if isinstance(value, int):
        return _typed(str(value), "integer")
    if isinstance(value, float):
        return _typed(_decimal(value), "decimal")
    if isinstance(value, dt.datetime):
        return _typed(value.isoformat(), "dateTime")
    return _typed(value.isoformat(), "date" if isinstance(value, dt.date) else "time")


def year(value: int) -> str:
    """A year as xsd:gYear."""
    return _typed(f"{value:04d}", "gYear")


def _decimal(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")  # as Oxigraph writes it, so that both give the same bytes


def _typed(lexical: str, datatype: str) -> str:
    return f'"{lexical}"^^<{XSD}{datatype}>'


class Lines:
    """The lines of one named graph, each once."""

    def __init__(self, graph: str) -> None:
        self._graph = node(graph)
        self.lines: set[str] = set()

    def link(self, subject: str, predicate: str, target: str) -> None:
        """Say that `subject` stands to another node, `target`, as `predicate` has it."""
        self._add(subject, predicate, node(target))

    def say(self, subject: str, predicate: str, value: Value | None) -> None:
        """Say a plain value of `subject`; None says nothing."""
        if value is not None:
            self._add(subject, predicate, literal(value))

    def say_year(self, subject: str, predicate: str, value: int | None) -> None:
        """Say a year of `subject`; None says nothing."""
        if value is not None:
            self._add(subject, predicate, year(value))

    def _add(self, subject: str, predicate: str, target: str) -> None:
        self.lines.add(f"{node(subject)} <{predicate}> {target} {self._graph} .")

"""What a query gives back: rows of terms, each a plain text that knows what it stands for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from whosat.ontology.terms import XSD

TermKind = Literal["iri", "literal", "blank"]


class Term(str):
    """An RDF term as text: an IRI, the words of a literal, or a blank node's label."""

    __slots__ = ("datatype", "kind", "language")

    kind: TermKind
    datatype: str | None
    language: str | None

    def __new__(
        cls, value: str, kind: TermKind = "literal", datatype: str | None = None, language: str | None = None
    ) -> Term:
        """Make a term; `datatype` is an IRI and None for plain text."""
        term = super().__new__(cls, value)
        term.kind, term.datatype, term.language = kind, datatype, language
        return term

    def __reduce__(self) -> tuple[type[Term], tuple[str, TermKind, str | None, str | None]]:
        """Let a term travel between processes."""
        return Term, (str(self), self.kind, self.datatype, self.language)


Row = Mapping[str, Term]
"""One solution: bound variables only."""


def iri(value: str) -> Term:
    """An IRI to bind to a variable of a query."""
    return Term(value, "iri")


def typed(value: str | int | dt.date) -> Term:
    """A literal to bind to a variable of a query; a Term is taken as it is."""
    if isinstance(value, Term):
        return value
    if isinstance(value, dt.date):
        return Term(value.isoformat(), datatype=XSD + "date")
    if isinstance(value, int):
        return Term(str(value), datatype=XSD + "integer")
    return Term(value)

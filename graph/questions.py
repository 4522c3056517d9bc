"""The named questions: one .rq file each in ontology/queries, run by name with parameters that are bound.

A file begins with comments that say what it is:
    # title: Who sits on a board
    # parameter: board (iri) the board
    # example: whosat who "Harbour Partnership Board"
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from whosat.graph.rows import Row, Term, iri
from whosat.ontology.errors import QueryError

if TYPE_CHECKING:
    from whosat.graph.store import Store

FOLDER: Final = Path(__file__).parent.parent / "ontology" / "queries"
_COMMENT: Final = re.compile(r"#\s*(title|parameter|example):\s*(.+)")
_PARAMETER: Final = re.compile(r"(\w+)\s+\((\w+)\)\s*(.*)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a question that the asker fills: its name, its type ("iri", "date", "text") and meaning."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Question:
    """A named query: what it answers, what it needs to be told, and how it is asked on the command line."""

    name: str
    title: str
    parameters: tuple[Parameter, ...]
    examples: tuple[str, ...]
    sparql: str


def names() -> tuple[str, ...]:
    """The names of all questions, sorted."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.rq")))


@cache
def question(name: str) -> Question:
    """A question by its name; raises QueryError where there is none of that name."""
    path = FOLDER / f"{name}.rq"
    if not re.fullmatch(r"[\w-]+", name) or not path.is_file():
        near = difflib.get_close_matches(name, names(), n=3)
        raise QueryError(
            f"There is no question {name}.",
            f"Near are {', '.join(near)}." if near else f"There are: {', '.join(names())}.",
        )
    return _parsed(name, path.read_text(encoding="utf-8"))


def _parsed(name: str, text: str) -> Question:
    said: dict[str, list[str]] = {"title": [], "parameter": [], "example": []}
    for match in _COMMENT.finditer(text):
        said[match[1]].append(match[2].strip())
    return Question(
        name, " ".join(said["title"]), tuple(_parameters(said["parameter"])), tuple(said["example"]), text
    )


def _parameters(comments: list[str]) -> Iterator[Parameter]:
    for comment in comments:
        match = _PARAMETER.fullmatch(comment)
        if match is None:
            raise ValueError(f"not a parameter: {comment}")
        yield Parameter(*match.groups())


def ask(store: Store, name: str, **parameters: str | dt.date) -> list[Row]:
    """The rows that answer a question; raises QueryError if a parameter is missing or unknown."""
    asked = question(name)
    wanted = {parameter.name: parameter for parameter in asked.parameters}
    if set(wanted) != set(parameters):
        need = ", ".join(wanted) or "nothing"
        raise QueryError(f"The question {name} must be told {need}.", f"Told was: {', '.join(parameters)}.")
    bindings = {key: _value(wanted[key].type, value) for key, value in parameters.items()}
    return store.select(asked.sparql, bindings)


def _value(kind: str, value: str | dt.date) -> str | dt.date:
    if kind == "iri" and not isinstance(value, Term | dt.date):
        return iri(value)
    return value

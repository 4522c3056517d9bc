"""The named questions: SPARQL files in ontology/queries, their parameters bound, each row with its sources.

A file says in comments what it answers, which parameters it takes and an example. A column `fact` (`fact2`)
names the facts a row rests on; their passages become the row's sources. Parameters are bound to variables and
never pasted into the text, so a name with quotes, braces or SPARQL in it is data.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from rapidfuzz import process

from whosat.graph.rows import Row, Term, iri, typed
from whosat.graph.store import Store
from whosat.ontology import terms as t
from whosat.ontology.errors import InputError, UnknownName

DATES: Final = ("since", "until")
"""Parameters that are dates, as ISO text cut to what is known ("2010", "2010-06")."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A place in a question: its name, what belongs there, and whether it may be left empty."""

    name: str
    meaning: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A named question and its SPARQL; `then` names what is done with its rows, if SPARQL can't do it.

    `together` names the columns that make rows one: all that papers say of one person's seat is one row.
    """

    name: str
    title: str
    parameters: tuple[Parameter, ...]
    example: str
    note: str
    then: str
    sparql: str
    together: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Where a row was read: the document's name, the line (from 1) and the words."""

    document: str
    line: int
    quote: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A value in an answer: its text as people read it, and its IRI if it stands for something."""

    text: str
    iri: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of an answer: a cell a column, the facts it rests on, and where they were read."""

    cells: tuple[Cell, ...]
    facts: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A question's answer: column names, and lines in order.

    `undated` counts the lines that a span of time leaves out because no paper dates them.
    """

    question: Question
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    undated: int = 0


@cache
def questions() -> tuple[Question, ...]:
    """All named questions, by name."""
    folder = files("whosat.ontology") / "queries"
    found = (entry for entry in folder.iterdir() if entry.name.endswith(".rq"))
    return tuple(
        _parse(entry.name.removesuffix(".rq"), entry.read_text(encoding="utf-8"))
        for entry in sorted(found, key=lambda entry: entry.name)
    )


def question(name: str) -> Question:
    """The question of that name; raises UnknownName with the nearest ones."""
    known = {entry.name: entry for entry in questions()}
    if name in known:
        return known[name]
    near = tuple(found for found, score, _ in process.extract(name, list(known), limit=3) if score >= 60)
    hint = f"Perhaps {', '.join(near)}?" if near else "`whosat questions` lists them."
    raise UnknownName(f"There is no question called “{name}”.", hint, near)


_PARAMETER = re.compile(r"(?P<name>\w+): (?P<meaning>.*?)(?P<optional>, optional)?$")


_HEADS: Final = ("title", "parameter", "example", "note", "then", "together")


def _parse(name: str, text: str) -> Question:
    said: dict[str, list[str]] = {name: [] for name in _HEADS}
    for line in text.splitlines():
        key, colon, value = line.removeprefix("# ").partition(":")
        head, _, rest = key.partition(" ")
        if line.startswith("# ") and colon and head in said:
            said[head].append(f"{rest}:{value}".strip() if rest else value.strip())
    parameters = (match for entry in said["parameter"] if (match := _PARAMETER.match(entry)))
    return Question(
        name,
        " ".join(said["title"]),
        tuple(Parameter(m["name"], m["meaning"], bool(m["optional"])) for m in parameters),
        " ".join(said["example"]),
        " ".join(said["note"]),
        " ".join(said["then"]),
        text,
        tuple(" ".join(said["together"]).split()),
    )


def ask(store: Store, asked: Question, arguments: Mapping[str, str]) -> Answer:
    """Run a question; `arguments` are IRIs of things, or dates, by parameter name.

    Raises InputError for a parameter it does not take or one that is missing.
    """
    bindings = _bindings(asked, arguments)
    if asked.then == "ways":  # its two ends are looked for among all ties, not in the query
        rows, bindings = _ways(store.select(asked.sparql), bindings), {}
    else:
        rows = store.select(asked.sparql, bindings)
    if asked.then == "age":
        rows = [_with_age(row) for row in rows]
    selected = _selected(asked.sparql)
    # parameters that only narrow the rows stand behind the facts; what is part of the answer stands before
    narrowing = set(selected[selected.index("fact") :])
    repeated = {"body"} if "board" in bindings else set()  # the board that was asked about, in every row
    hidden = {"fact", "fact2", "meeting", "newest", *DATES, *bindings, *narrowing, *repeated}
    columns = tuple(name for name in selected if name not in hidden)
    if asked.then == "ways":
        columns = ("way", *columns)
    if asked.then == "age":
        columns = (*columns, "open for")
    names = labels(store, {term for row in rows for term in row.values() if term.kind == "iri"})
    sources = sources_of(store, {row[name] for row in rows for name in ("fact", "fact2") if name in row})
    lines = (_line(row, columns, names, sources) for row in rows)
    told = _together(lines)
    if asked.together:
        from whosat.graph.seat_rows import seats_together

        told = seats_together(columns, told, asked.together)
    return Answer(asked, columns, tuple(told), _undated(store, asked, columns, bindings))


_DATED: Final = ("first", "last", "date", "agreed")


def _undated(store: Store, asked: Question, columns: Sequence[str], bindings: Mapping[str, Term]) -> int:
    """How many different lines would be given without the span of time and have no date themselves."""
    dated = [name for name in _DATED if name in columns]
    if not dated or not any(name in bindings for name in DATES):
        return 0
    rows = store.select(asked.sparql, {k: v for k, v in bindings.items() if k not in DATES})
    bare = (row for row in rows if not any(name in row for name in dated))
    return len({tuple(str(row.get(name, "")) for name in columns) for row in bare})


def _bindings(asked: Question, arguments: Mapping[str, str]) -> dict[str, Term]:
    known = {parameter.name: parameter for parameter in asked.parameters}
    for name in arguments:
        if name not in known:
            takes = ", ".join(known) or "nothing"
            raise InputError(f"The question “{asked.name}” takes no {name}.", f"It takes {takes}.")
    for parameter in asked.parameters:
        if not parameter.optional and not arguments.get(parameter.name):
            raise InputError(
                f"The question “{asked.name}” needs {parameter.meaning}.", f"Add --{parameter.name} “…”."
            )
    _check_dates({name: value for name, value in arguments.items() if name in DATES and value})
    return {name: typed(value) if name in DATES else iri(value) for name, value in arguments.items() if value}


def _check_dates(given: Mapping[str, str]) -> None:
    from whosat.graph.dates import day

    for value in given.values():
        if not re.fullmatch(r"\d{4}(-\d\d){0,2}", value) or not day((value + "-01-01")[:10]):
            raise InputError(f"“{value}” is no date.", "Write 2010, 2010-06 or 2010-06-22.")
    since, until = given.get("since", ""), given.get("until", "")
    if until and since[: len(until)] > until[: len(since)]:
        raise InputError(f"{since} lies after {until}.", "Give the earlier date first.")


_VARIABLE = re.compile(r"\(.*?\bAS \?(\w+)\)|\?(\w+)", re.DOTALL)


def _selected(sparql: str) -> tuple[str, ...]:
    """The variables a SELECT gives, in its order."""
    bare = "\n".join(line for line in sparql.splitlines() if not line.startswith("#"))
    head = bare[bare.index("SELECT") : bare.index(" WHERE {")]
    return tuple(dict.fromkeys(alias or plain for alias, plain in _VARIABLE.findall(head)))


def labels(store: Store, things: Iterable[str]) -> dict[str, str]:
    """What things are called: their preferred label, else the end of their IRI."""
    wanted = sorted(set(things))
    found = {thing: _STATUS.get(thing) or re.split(r"[#/]", thing)[-1].replace("-", " ") for thing in wanted}
    for row in _select_for(store, wanted, "?x skos:prefLabel ?label", "?label"):
        found[row["x"]] = str(row["label"])
    return found


def sources_of(store: Store, facts: Iterable[str]) -> dict[str, tuple[Source, ...]]:
    """The passages behind facts, by fact, in the order of documents and lines."""
    where = (
        "?x prov:wasDerivedFrom ?p . ?p oa:hasSource/dcterms:identifier ?name ; ws:line ?line ;"
        " oa:hasSelector/oa:exact ?quote"
    )
    found: dict[str, set[Source]] = {}
    for row in _select_for(store, sorted(set(facts)), where, "?name ?line ?quote"):
        source = Source(str(row["name"]), int(row["line"]), str(row["quote"]))
        found.setdefault(row["x"], set()).add(source)
    return {fact: tuple(sorted(sources)) for fact, sources in found.items()}


_STATUS: Final = {iri: status.value for status, iri in t.STATUSES.items()}
BATCH: Final = 500  # things asked about in one query


def _select_for(store: Store, things: Sequence[str], where: str, wanted: str) -> Iterable[Row]:
    """Rows about each of `things`; these are IRIs out of the store itself, no words of a user's."""
    for start in range(0, len(things), BATCH):
        values = " ".join(f"<{thing}>" for thing in things[start : start + BATCH])
        yield from store.select(f"SELECT DISTINCT ?x {wanted} WHERE {{ VALUES ?x {{ {values} }} {where} }}")


def _ways(rows: Sequence[Row], ends: Mapping[str, Term]) -> list[Row]:
    """The rows that make up the shortest ways between two things, at most three, step by step."""
    import networkx as nx

    from whosat.graph.network import ways

    graph: nx.Graph[str] = nx.Graph()
    for row in rows:
        if not graph.has_edge(row["from"], row["to"]):
            graph.add_edge(row["from"], row["to"], row=row)
    return [
        {"way": typed(number), **graph.edges[a, b]["row"]}
        for number, path in enumerate(ways(graph, str(ends["start"]), str(ends["end"])), 1)
        for a, b in itertools.pairwise(path)
    ]


def _with_age(row: Row) -> Row:
    """The row with how long an action has been open: from its meeting to the newest meeting that was read."""
    try:
        agreed, newest = (dt.date.fromisoformat(str(row[name])[:10]) for name in ("agreed", "newest"))
    except (KeyError, ValueError):
        return row
    days = (newest - agreed).days
    return {**row, "open for": typed(_span(days))}


def _span(days: int) -> str:
    """A length of time as people say it; what is of the newest meeting has been open for no time yet."""
    if days < 1:
        return "newest meeting"
    for length, word in ((365, "year"), (30, "month"), (1, "day")):
        if days >= length * (1 if length < 365 else 2) or length == 1:
            number = days // length
            return f"{number} {word}{'s' if number > 1 else ''}"
    return ""


def _line(
    row: Row, columns: Sequence[str], names: Mapping[str, str], sources: Mapping[str, tuple[Source, ...]]
) -> Line:
    facts = tuple(str(row[name]) for name in ("fact", "fact2") if name in row)
    found = dict.fromkeys(source for fact in dict.fromkeys(facts) for source in sources.get(fact, ()))
    cells = tuple(_cell(row.get(name), names) for name in columns)
    said = [cell.text for cell in cells if cell.iri]
    # the line that names somebody comes before the heading it stands under
    ordered = sorted(found, key=lambda source: not any(name in source.quote for name in said))
    return Line(cells, facts, tuple(ordered))


_DATE_TIME: Final = re.compile(r"(\d{4}-\d\d-\d\d)T[\d:.]+")


def _cell(term: Term | None, names: Mapping[str, str]) -> Cell:
    if term is None:
        return Cell("")
    if term.kind == "iri":
        return Cell(names[term], str(term))
    day = _DATE_TIME.fullmatch(term)
    return Cell(day[1] if day else str(term))


def _together(lines: Iterable[Line]) -> Iterable[Line]:
    """Lines that say the same are one, with the sources of all."""
    same: dict[tuple[Cell, ...], list[Line]] = {}
    for line in lines:
        same.setdefault(line.cells, []).append(line)
    for cells, group in same.items():
        facts = dict.fromkeys(fact for line in group for fact in line.facts)
        sources = dict.fromkeys(source for line in group for source in line.sources)
        yield Line(cells, tuple(facts), tuple(sources))

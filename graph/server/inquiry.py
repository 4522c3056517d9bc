"""The named questions as forms, and a question in plain words."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from starlette.requests import Request

from whosat.graph.names import SeveralNames
from whosat.graph.questions import DATES, Answer, Question, ask, question, questions
from whosat.graph.server.desk import Edition, Made
from whosat.graph.server.heard import Heard
from whosat.graph.server.site import Site
from whosat.ontology.errors import InputError, UnknownName
from whosat.ontology.facts import Kind

KINDS: Final[Mapping[str, tuple[Kind, ...]]] = {
    "board": (Kind.BOARD, Kind.ORGANISATION),
    "other": (Kind.BOARD, Kind.ORGANISATION),
    "person": (Kind.PERSON,),
    "organisation": (Kind.ORGANISATION, Kind.BOARD),
    "strategy": (Kind.STRATEGY, Kind.LEGISLATION),
}
LABELS: Final = {"other": "Another board", "start": "From", "end": "To", "since": "Since", "until": "Until"}
COLUMNS: Final = {
    "first": "First listed",
    "last": "Last listed",
    "representing": "For",
    "basis": "Known from",
    "deputisingFor": "Deputising for",
    "ended": "Ended by",
    "from": "From",
    "to": "To",
}
MOST_ROWS: Final = 1000


@dataclass(frozen=True, slots=True)
class Field:
    """A place of a form: name, label, hint, kinds of names that fit, what was typed, and what is wrong."""

    name: str
    label: str
    hint: str
    kinds: str
    typed: str
    optional: bool
    wrong: str = ""
    choices: tuple[tuple[str, str, str], ...] = ()


def heading(column: str) -> str:
    """A column's name as people read it."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", column).replace("_", " ").lower()
    return COLUMNS.get(column, spaced[:1].upper() + spaced[1:])


def listed(site: Site, edition: Edition, _request: Request) -> Made:
    """All questions there are."""
    return site.render(edition, "questions.html", questions=questions())


def one(site: Site, edition: Edition, request: Request) -> Made:
    """A question's form, and its answer once all its places are filled."""
    asked = question(request.path_params["name"])
    typed = {p.name: request.query_params.get(p.name, "").strip()[:400] for p in asked.parameters}
    fields, arguments = _filled(site, edition, asked, typed)
    wrong = any(field.wrong for field in fields)
    missing = any(not p.optional and not typed[p.name] for p in asked.parameters)
    sent = bool(request.query_params) or not any(not p.optional for p in asked.parameters)
    found = ask(edition.store, asked, arguments) if sent and not (wrong or missing) else None
    form = request.query_params.get("format", "")
    if found is not None and form in ("csv", "json"):
        return _downloaded(found, form)
    return site.render(
        edition,
        "question.html",
        question=asked,
        fields=fields,
        sparql=bound(asked, arguments),
        answer=found,
        most=MOST_ROWS,
        heading=heading,
        link=_link(arguments),
        status=400 if wrong else 200,
    )


def _filled(
    site: Site, edition: Edition, asked: Question, typed: Mapping[str, str]
) -> tuple[list[Field], dict[str, str]]:
    look, fields, arguments = site.look(edition), [], {}
    for place in asked.parameters:
        words, wrong = typed[place.name], ""
        choices: tuple[tuple[str, str, str], ...] = ()
        kinds = KINDS.get(place.name, ())
        if words and place.name in DATES:
            arguments[place.name], wrong = (
                words,
                "" if is_date(words) else "Write 2010, 2010-06 or 2010-06-22.",
            )
        elif words:
            try:
                found = edition.finder.find(look.key(words) or words, kinds)
                arguments[place.name], words = look.address(found.key), found.name
            except SeveralNames as several:
                wrong = f"“{words}” may be any of these:"
                choices = tuple((c.iri, c.name, c.kind.value) for c in several.choices[:20])
            except UnknownName as unknown:
                wrong = f"{unknown} {unknown.remedy}"
        label = LABELS.get(place.name, place.name.capitalize())
        names = " ".join(kind.value for kind in kinds)
        hint = place.meaning + (": 2010, 2010-06 or 2010-06-22" if place.name in DATES else "")
        fields.append(Field(place.name, label, hint, names, words, place.optional, wrong, choices))
    return fields, arguments


def is_date(text: str) -> bool:
    """Whether a text is a year, a month or a day."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        return False
    try:
        dt.date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def bound(asked: Question, arguments: Mapping[str, str]) -> str:
    """The question's SPARQL with its arguments as VALUES, so that it can be run elsewhere as it stands."""
    rows = []
    for name, value in sorted(arguments.items()):
        term = json.dumps(value, ensure_ascii=False) if name in DATES else f"<{value}>"
        rows.append(f"  VALUES ?{name} {{ {term} }}")
    text = asked.sparql.rstrip()
    if not rows:
        return text
    head, where, rest = text.partition(" WHERE {\n")
    return head + where + "\n".join(rows) + "\n" + rest


def _link(arguments: Mapping[str, str]) -> str:
    from urllib.parse import urlencode

    return urlencode(sorted(arguments.items()))


def _downloaded(found: Answer, form: str) -> Made:
    rows = [
        [*(cell.text for cell in line.cells), "; ".join(f"{s.document}:{s.line}" for s in line.sources),
         "; ".join(" ".join(s.quote.split()) for s in line.sources)]
        for line in found.lines
    ]  # fmt: skip
    columns = [*found.columns, "source", "words"]
    name = f"{found.question.name}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    if form == "csv":
        out = io.StringIO(newline="")
        writer = csv.writer(out)
        writer.writerow(columns)
        writer.writerows([[_harmless(cell) for cell in row] for row in rows])
        return Made(
            b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace"),
            "text/csv; charset=utf-8",
            200,
            headers,
        )
    records = [dict(zip(columns, row, strict=True)) for row in rows]
    for record, line in zip(records, found.lines, strict=True):
        record |= {
            f"{c}_iri": cell.iri for c, cell in zip(found.columns, line.cells, strict=True) if cell.iri
        }
    body = json.dumps(records, ensure_ascii=False, indent=1).encode("utf-8", "replace")
    return Made(body, "application/json", 200, headers)


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def in_words(site: Site, edition: Edition, request: Request) -> Made:
    """A question in plain words: its answer where it is sure what is meant, else the nearest questions."""
    text = " ".join(request.query_params.get("q", "").split())[:400]
    hear = site.serving.hear
    if not text:
        return site.render(edition, "ask.html", typed="", hearing=None, answer=None, understood=None)
    if hear is None:
        raise InputError("Plain words are not understood here.", "Choose one of the questions instead.")
    hearing = hear(edition.store, text)
    found = None
    if hearing.sure:
        found = ask(edition.store, question(hearing.sure.question), hearing.sure.arguments)
    return site.render(
        edition,
        "ask.html",
        typed=text,
        hearing=hearing,
        answer=found,
        understood=hearing.sure,
        most=MOST_ROWS,
        heading=heading,
        address=_address,
        sparql=bound(found.question, hearing.sure.arguments) if found and hearing.sure else "",
    )


def _address(heard: Heard) -> str:
    return f"/questions/{heard.question}?{_link(heard.arguments)}"

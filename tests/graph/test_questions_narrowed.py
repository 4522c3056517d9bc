"""A parameter narrows an answer: nothing about another board, person or time comes through."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import harbour
import pytest

from whosat.graph import remote
from whosat.graph.questions import DATES, Parameter, Question, ask, questions
from whosat.graph.records import look_up
from whosat.graph.rows import Row, iri
from whosat.graph.store import Store
from whosat.ontology import terms as t
from whosat.ontology.facts import (
    Action,
    Attendance,
    DocumentFacts,
    Entity,
    Kind,
    Link,
    Meeting,
    Membership,
    Relation,
    Status,
)

TEXT = """Saltmarsh Board met on 3 March 2011
Ida Quill (Chair) – Quayside Council
Oren Vale for Uma Reeve – Ferry Users Forum
Apologies: Uma Reeve – Ferry Users Forum
Apologies: Lev Stroud
Ida Quill to mend the gate
The Saltmarsh Board and the Tidal Skills Group are part of the Estuary Partnership.
The Estuary Partnership delivers the Estuary Plan. The Saltmarsh Board supports the Marsh Plan.
The Kelp Panel is inactive. Someone to count the boats.
"""
LATER = """Saltmarsh Board, 8 June 2011: Oren Vale
Kelp Panel, 9 May 2011: Ida Quill, Lev Stroud
Kelp Panel, 4 July 2011: Oren Vale, Lev Stroud
"""
DAY = dt.date(2011, 3, 3)
SALTMARSH = f"{harbour.BASE}/board/saltmarsh-board"


def _marsh() -> DocumentFacts:
    """Another board with other people, an action of nobody's at no meeting, and everything else twice."""
    boards = ("Saltmarsh Board", "Tidal Skills Group", "Estuary Partnership", "Kelp Panel")
    kinds = {
        Kind.BOARD: boards,
        Kind.PERSON: ("Ida Quill", "Oren Vale", "Uma Reeve", "Lev Stroud"),
        Kind.ORGANISATION: ("Quayside Council", "Ferry Users Forum"),
        Kind.STRATEGY: ("Estuary Plan", "Marsh Plan"),
    }

    def seen(quote: str) -> harbour.Evidence:
        return harbour.evidence(TEXT, quote)

    def link(subject: str, relation: Relation, object_: str, quote: str) -> Link:
        return Link(subject, relation, object_, seen(quote))

    part = "The Saltmarsh Board and the Tidal Skills Group are part of the Estuary Partnership."
    entities = [Entity(kind, name, seen(name)) for kind, names in kinds.items() for name in names]
    return replace(
        harbour.document("marsh-2011-03.txt", TEXT),
        date=DAY,
        entities=tuple(replace(one, active=False) if one.name == "Kelp Panel" else one for one in entities),
        meetings=(Meeting("Saltmarsh Board", DAY, seen("3 March 2011")),),
        attendances=(
            Attendance(
                0,
                "Ida Quill",
                Status.PRESENT,
                seen("Ida Quill (Chair) – Quayside Council"),
                role="chair",
                representing="Quayside Council",
            ),
            Attendance(
                0,
                "Oren Vale",
                Status.PRESENT,
                seen("Oren Vale for Uma Reeve – Ferry Users Forum"),
                deputising_for="Uma Reeve",
            ),
            Attendance(0, "Uma Reeve", Status.APOLOGIES, seen("Apologies: Uma Reeve – Ferry Users Forum")),
            Attendance(0, "Lev Stroud", Status.APOLOGIES, seen("Apologies: Lev Stroud")),
        ),
        memberships=(
            Membership("Ida Quill", "Tidal Skills Group", seen("Ida Quill (Chair)"), sector="public"),
            Membership("Ferry Users Forum", "Saltmarsh Board", seen("Ferry Users Forum")),
        ),
        actions=(
            Action("mend the gate", ("Ida Quill",), seen("Ida Quill to mend the gate"), meeting=0),
            Action("count the boats", (), seen("Someone to count the boats.")),
        ),
        links=(
            link("Saltmarsh Board", Relation.SUBGROUP_OF, "Estuary Partnership", part),
            link("Tidal Skills Group", Relation.SUBGROUP_OF, "Estuary Partnership", part),
            link("Estuary Partnership", Relation.DELIVERS, "Estuary Plan", "delivers the Estuary Plan"),
            link("Saltmarsh Board", Relation.SUPPORTS, "Marsh Plan", "supports the Marsh Plan"),
        ),
    )


def _later() -> DocumentFacts:
    """Meetings at which somebody is new and somebody else is no more, of two boards."""

    def seen(quote: str) -> harbour.Evidence:
        return harbour.evidence(LATER, quote)

    who = ((0, "Oren Vale"), (1, "Ida Quill"), (1, "Lev Stroud"), (2, "Oren Vale"), (2, "Lev Stroud"))
    bodies = tuple(Entity(Kind.BOARD, name, seen(name)) for name in ("Saltmarsh Board", "Kelp Panel"))
    people = tuple(Entity(Kind.PERSON, name, seen(name)) for name in ("Oren Vale", "Ida Quill", "Lev Stroud"))
    return replace(
        harbour.document("marsh-2011-07.txt", LATER),
        date=dt.date(2011, 7, 4),
        entities=(*bodies, *people),
        meetings=(
            Meeting("Saltmarsh Board", dt.date(2011, 6, 8), seen("8 June 2011")),
            Meeting("Kelp Panel", dt.date(2011, 5, 9), seen("9 May 2011")),
            Meeting("Kelp Panel", dt.date(2011, 7, 4), seen("4 July 2011")),
        ),
        attendances=tuple(Attendance(place, name, Status.PRESENT, seen(name)) for place, name in who),
    )


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with harbour.store(harbour.june(), harbour.october(), _marsh(), _later()) as made:
        yield made


def _places() -> list[tuple[Question, Parameter]]:
    """Every question with each of its parameters; `path` finds its ends outside its query."""
    return [(entry, p) for entry in questions() if entry.then != "ways" for p in entry.parameters]


NARROWED = [pytest.param(q, p, id=f"{q.name}-{p.name}") for q, p in _places() if p.name not in DATES]
DATED = [pytest.param(q, p, id=f"{q.name}-{p.name}") for q, p in _places() if p.name in DATES]


def _said(rows: list[Row], *but: str) -> set[tuple[tuple[str, str], ...]]:
    return {tuple(sorted((k, str(v)) for k, v in row.items() if k not in but)) for row in rows}


@pytest.mark.parametrize(("asked", "parameter"), NARROWED)
def test_what_is_asked_about_is_all_that_comes(store: Store, asked: Question, parameter: Parameter) -> None:
    """Bound, a parameter gives just the rows that name the thing when it is left open.

    Bound the way a remote server has it, it gives the same.
    """
    name = parameter.name
    everything = store.select(asked.sparql)
    told = any(name in row for row in everything)
    people = {str(row["thing"]) for row in look_up(store, "names") if str(row["type"]) == t.PERSON}
    things = {str(row["thing"]) for row in look_up(store, "names")} - people
    if name == "person":
        things = people
    counts = []
    for thing in sorted(things):
        rows = store.select(asked.sparql, {name: iri(thing)})
        about = [row for row in everything if (row.get(name) == thing if told else thing in row.values())]
        assert _said(rows, name) == _said(about, name), thing
        far = store.select(remote._bound(asked.sparql, {name: iri(thing)}))
        assert _said(far, name) == _said(rows, name), f"{thing}, asked of a remote server"
        counts.append(len(rows))
    assert any(counts), "nothing in this graph puts the parameter to the test"
    assert max(counts) < len(everything), "nothing in this graph is left out by it"


@pytest.mark.parametrize(("asked", "parameter"), DATED)
def test_a_span_of_time_lets_nothing_else_in(store: Store, asked: Question, parameter: Parameter) -> None:
    """What a year leaves in is some of the whole, and all of it is of that year."""
    counted = {"boards", "present", "apologies", "absent", "meetings", "percent", "fact", "fact2", *DATES}
    everything = _said(store.select(asked.sparql), *counted)
    early, late = {"since": ("2010", "2012"), "until": ("2012", "2009")}[parameter.name]
    for value in (early, "2010-07", late):
        rows = store.select(asked.sparql, {parameter.name: value})
        assert _said(rows, *counted) <= everything
    assert not store.select(asked.sparql, {parameter.name: late})


def test_actions_of_one_board_are_of_that_board(store: Store) -> None:
    asked = next(entry for entry in questions() if entry.name == "actions")
    rows = store.select(asked.sparql, {"board": iri(SALTMARSH)})
    assert [str(row["action"]) for row in rows] == ["mend the gate"]


def test_who_has_no_organisation_leaves_a_seat_empty_too(store: Store) -> None:
    """That somebody present came for an organisation says nothing of an absentee who names none."""
    asked = next(entry for entry in questions() if entry.name == "empty-seats")
    rows = store.select(asked.sparql, {"board": iri(SALTMARSH)})
    assert [str(row["person"]).rpartition("/")[2] for row in rows] == ["lev-stroud"]


def test_who_joined_and_who_was_not_seen_again_is_told_of_each_of_them(store: Store) -> None:
    """Others who were there before and after say nothing about the one who is new or gone."""
    asked = next(entry for entry in questions() if entry.name == "joined-left")
    rows = store.select(asked.sparql, {"board": iri(f"{harbour.BASE}/board/kelp-panel")})
    told = {(str(row["person"]).rpartition("/")[2], str(row["change"]), str(row["date"])) for row in rows}
    assert told == {
        ("oren-vale", "first seen", "2011-07-04"),
        ("ida-quill", "not seen after", "2011-05-09"),
    }


def test_who_is_there_at_the_first_meeting_with_a_roster_did_not_join_then(store: Store) -> None:
    """An earlier meeting of which only the day is known shows nobody, so nobody new either."""
    asked = next(entry for entry in questions() if entry.name == "joined-left")
    minuted = replace(
        harbour.june(), meetings=(replace(harbour.june().meetings[0], previous=DAY.replace(2009)),)
    )
    with harbour.store(minuted) as made:
        board = iri(f"{harbour.BASE}/board/harbour-partnership-board")
        assert made.select("SELECT ?m ?b WHERE { ?m a ws:Meeting ; ws:ofBody ?b }", {"b": board})[1:]
        assert made.select(asked.sparql, {"board": board}) == []


def test_a_parameter_that_only_narrows_is_no_column_even_of_nothing(store: Store) -> None:
    asked = next(entry for entry in questions() if entry.name == "actions")
    nobody = ask(store, asked, {"person": f"{harbour.BASE}/person/nobody"})
    assert not nobody.lines
    assert "board" not in nobody.columns
    open_ = next(entry for entry in questions() if entry.name == "joined-left")
    assert ask(store, open_, {}).columns[0] == "board"


def test_the_board_that_was_asked_about_is_no_column(store: Store) -> None:
    asked = next(entry for entry in questions() if entry.name == "actions")
    assert "body" in ask(store, asked, {}).columns
    assert "body" not in ask(store, asked, {"board": SALTMARSH}).columns

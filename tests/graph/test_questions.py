"""Every named question, on a graph small enough to know by heart; each row shows its words."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import replace

import harbour
import pytest

from whosat.graph.known import Known
from whosat.graph.names import things
from whosat.graph.questions import Answer, ask, question, questions
from whosat.graph.store import Store
from whosat.ontology.errors import InputError, QueryError, UnknownName

BOARD = "board/harbour-partnership-board"
SKILLS = "board/tidal-skills-group"
COUNCIL = "organisation/quayside-council"
BO, CARL, ADA = "person/bo-lindqvist", "person/carl-ashdown", "person/ada-ferrier"


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with harbour.store() as made:
        yield made


def _ask(store: Store, name: str, **things_: str) -> Answer:
    arguments = {k: v if k in ("since", "until") else f"{harbour.BASE}/{v}" for k, v in things_.items()}
    return ask(store, question(name), arguments)


def _column(answer: Answer, name: str) -> list[str]:
    place = answer.columns.index(name)
    return [line.cells[place].text for line in answer.lines]


EXPECTED: list[tuple[str, Mapping[str, str], str, list[str]]] = [
    ("members", {"board": BOARD}, "person", ["Ada Ferrier", "Bo Lindqvist", "Carl Ashdown"]),
    ("boards", {"person": CARL}, "board", ["Harbour Partnership Board"]),
    (
        "represented",
        {"board": BOARD},
        "organisation",
        ["Dockers' Trust", "Ferry Users Forum", "Quayside Council"],
    ),
    ("organisation-seats", {"organisation": COUNCIL}, "board", ["Harbour Partnership Board"]),
    ("organisation-gaps", {"organisation": COUNCIL}, "board", ["Tidal Skills Group"]),
    ("chairs", {}, "person", ["Ada Ferrier", "Carl Ashdown"]),
    ("chairs", {"until": "2010-07"}, "person", ["Ada Ferrier"]),
    ("structure", {"board": SKILLS}, "relation", ["reports to"]),
    ("deputies", {}, "deputy", ["Zoë Ó Briain"]),
    ("deputies", {"person": CARL}, "deputy", ["Zoë Ó Briain"]),
    ("deputies", {"person": BO}, "deputy", []),
    ("actions", {"person": BO}, "action", ["cost the slipway by 1 July 2010"]),
    ("actions", {}, "open for", ["4 months"]),
    ("actions", {"person": ADA}, "action", []),
    ("actions", {"since": "2011"}, "action", []),
    ("no-chair", {}, "board", ["Tidal Skills Group"]),
    ("empty-seats", {"board": BOARD}, "person", ["Bo Lindqvist"]),
    ("meetings", {"board": BOARD}, "date", ["2010-06-04", "2010-10-08"]),
    ("meetings", {"board": BOARD, "since": "2010-07"}, "date", ["2010-10-08"]),
    ("since-when", {"person": CARL, "board": BOARD}, "first", ["2010-10-08", "2010-06-04"]),
    ("since-when", {"person": CARL, "board": SKILLS}, "first", []),
    ("present", {"since": "2010-10", "until": "2010-10"}, "person", ["Ada Ferrier", "Carl Ashdown"]),
    (
        "present",
        {"board": BOARD, "until": "2010-06", "person": "person/dee-marlow"},
        "status",
        ["in attendance"],
    ),
    ("absences", {"board": BOARD, "until": "2010-07"}, "deputy", ["Zoë Ó Briain"]),
    ("absences", {"since": "2010-10", "until": "2010-10"}, "person", ["Bo Lindqvist"]),
    ("absences", {"person": ADA}, "date", []),
    ("absences", {"person": BO}, "date", ["2010-10-08"]),
    ("path", {"start": BO, "end": SKILLS}, "relation", ["sits on", "reports to"]),
    ("common-members", {"board": BOARD, "other": SKILLS}, "person", []),
]


@pytest.mark.parametrize(("name", "arguments", "column", "expected"), EXPECTED)
def test_each_question_answers_rightly_with_its_words(
    store: Store, name: str, arguments: Mapping[str, str], column: str, expected: list[str]
) -> None:
    answer = _ask(store, name, **arguments)
    assert sorted(set(_column(answer, column)), key=expected.index if expected else None) == expected
    for line in answer.lines:
        assert line.sources, f"a row of {name} shows no words"
        assert all(source.quote in harbour.JUNE + harbour.OCTOBER for source in line.sources)


def test_a_way_shows_the_words_behind_each_step(store: Store) -> None:
    answer = _ask(store, "path", start=BO, end=SKILLS)
    quotes = [{source.quote for source in line.sources} for line in answer.lines]
    assert any(quote.startswith("Bo Lindqvist") for quote in quotes[0])
    assert quotes[1] == {"The Tidal Skills Group reports to the Harbour Partnership Board (HPB)."}
    assert _ask(store, "path", start=BO, end=BO).lines == ()


def test_rates_of_attendance_count_meetings(store: Store) -> None:
    answer = _ask(store, "attendance", board=BOARD)
    rates = dict(zip(_column(answer, "person"), _column(answer, "percent"), strict=True))
    assert {name: int(float(rate)) for name, rate in rates.items()} == {
        "Ada Ferrier": 100,
        "Bo Lindqvist": 50,
        "Carl Ashdown": 50,
    }


def test_every_question_says_what_it_answers_and_runs(store: Store) -> None:
    for entry in questions():
        assert entry.title, entry.name
        needed = {p.name: f"{harbour.BASE}/{BOARD}" for p in entry.parameters if not p.optional}
        assert ask(store, entry, needed).columns


@pytest.mark.parametrize(
    "name",
    [
        'x" } UNION { ?a ?b ?c',
        "x> } DROP ALL #",
        "{}",
        "\\u003e",
        "back\\slash",
        "'; SELECT * { ?s ?p ?o }",
        "é\u202e",
    ],
)
def test_a_parameter_is_data(store: Store, name: str) -> None:
    with contextlib.suppress(QueryError):  # what can't be an IRI is told as such
        assert _ask(store, "members", board=f"board/{name}").lines == ()
    with pytest.raises(InputError, match="is no date"):
        ask(store, question("members"), {"board": f"{harbour.BASE}/{BOARD}", "since": name})


def test_a_group_below_a_body_without_chair_or_member_is_told() -> None:
    bare = replace(harbour.june(), attendances=(), meetings=(), actions=())
    with harbour.store(bare) as made:
        answer = _ask(made, "no-chair")
    assert _column(answer, "board") == ["Tidal Skills Group"]
    assert "reports to" in answer.lines[0].sources[0].quote


def test_a_span_of_time_counts_what_no_paper_dates(store: Store) -> None:
    whole = ask(store, question("strategy-owners"), {"strategy": f"{harbour.BASE}/strategy/none"})
    assert whole.undated == 0
    everything = ask(store, question("chairs"), {})
    bare = [line for line in everything.lines if not line.cells[everything.columns.index("first")].text]
    assert ask(store, question("chairs"), {"since": "1900", "until": "1901"}).undated == len(bare)
    with pytest.raises(InputError, match="2018 lies after 2010"):
        ask(store, question("chairs"), {"since": "2018", "until": "2010"})


def test_mistakes_are_named(store: Store) -> None:
    with pytest.raises(UnknownName, match="no question called") as near:
        question("member")
    assert "members" in near.value.nearest
    with pytest.raises(InputError, match="needs a board"):
        ask(store, question("members"), {})
    with pytest.raises(InputError, match="takes no person"):
        ask(store, question("members"), {"board": f"{harbour.BASE}/{BOARD}", "person": "x"})


def test_words_stand_for_names_as_people_type_them(store: Store) -> None:
    known = Known(things(store))

    def first(words: str) -> str | None:
        found = known.fits(words)
        return found[0][0].name if found else None

    assert first("the harbour partnership board") == "Harbour Partnership Board"
    assert first("HPB") == "Harbour Partnership Board"
    assert first("Lindqvist's") == "Bo Lindqvist"
    assert first("Tidal Skils Group") == "Tidal Skills Group"
    assert first("weather") is None

"""Who sat when: never further than the evidence, and no ending without a paper that says so."""

from __future__ import annotations

import datetime as dt

import pytest

from whosat.graph import decisions
from whosat.graph.answers import Seat, Spell
from whosat.graph.memberships import infer
from whosat.graph.resolve import resolve
from whosat.graph.time import Change, Hold, difference, period, sitting
from whosat.ontology.facts import (
    Attendance,
    DocumentFacts,
    Entity,
    Evidence,
    Kind,
    Meeting,
    Membership,
    Passage,
    Status,
)
from whosat.ontology.settings import Settings

TEXT = "Harbour Board: Ruth Ellison of Line Mill, now of Cut Works"


def at(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence((Passage(start, start + len(words), words, 1),), 1.0, "test")


def minutes(
    day: str, *, here: bool = True, organisation: str = "Line Mill", ended: bool = False
) -> DocumentFacts:
    when = dt.date.fromisoformat(day)
    person = Entity(Kind.PERSON, "Ruth Ellison", at("Ruth Ellison"))
    other = Entity(Kind.PERSON, "Owen Prosser", at("Ruth"))
    present = [Attendance(0, "Owen Prosser", Status.PRESENT, at("Ruth"))]
    if here:
        fact = Attendance(0, "Ruth Ellison", Status.PRESENT, at("Ruth Ellison"), representing=organisation)
        present.append(fact)
    end = Membership("Ruth Ellison", "Harbour Board", at("Ruth Ellison"), ended=when, ended_by="resigned")
    return DocumentFacts(
        f"{day}.txt",
        day.replace("-", "") * 8,
        "txt",
        TEXT,
        date=when,
        entities=(
            Entity(Kind.BOARD, "Harbour Board", at("Harbour Board")),
            Entity(Kind.ORGANISATION, organisation, at(organisation)),
            person,
            other,
        ),
        meetings=(Meeting("Harbour Board", when, at("Harbour Board")),),
        attendances=tuple(present),
        memberships=(end,) if ended else (),
    )


def reaches(*documents: DocumentFacts) -> list[tuple[str, str]]:
    ruled = decisions.parse("what,name,other\nsame,Ruth Ellison,Ruth Ellison\n")
    seats = infer(documents, resolve(documents, Settings(), ruled))
    return sorted((str(s.first), str(s.last)) for s in seats if s.person == "person/ruth-ellison")


def test_one_seat_reaches_from_its_first_to_its_last_sighting() -> None:
    found = reaches(minutes("2010-01-05"), minutes("2010-06-05", here=False), minutes("2011-01-05"))
    assert found == [("2010-01-05", "2011-01-05")]


def test_a_resignation_parts_two_spells() -> None:
    found = reaches(minutes("2010-01-05"), minutes("2010-06-05", ended=True), minutes("2011-01-05"))
    assert found == [("2010-01-05", "2010-06-05"), ("2011-01-05", "2011-01-05")]


def test_a_long_absence_parts_two_spells_where_the_board_met() -> None:
    away = [minutes(f"{year}-06-05", here=False) for year in (2011, 2012, 2013)]
    assert len(reaches(minutes("2010-01-05"), minutes("2014-01-05"))) == 1
    assert len(reaches(minutes("2010-01-05"), *away, minutes("2014-01-05"))) == 2


def test_another_organisation_in_between_parts_two_spells() -> None:
    between = minutes("2011-01-05", organisation="Cut Works")
    found = reaches(minutes("2010-01-05"), between, minutes("2012-01-05"))
    assert found == [(f"{y}-01-05", f"{y}-01-05") for y in (2010, 2011, 2012)]


def spell(first: str | None, last: str | None, **more: object) -> Spell:
    day = dt.date.fromisoformat
    fields = {
        "fact": f"{first}{last}", "role": None, "organisation": None, "sector": None, "stated": False,
        "first": day(first) if first else None, "last": day(last) if last else None, "started": None,
        "ended": None, "ended_by": None, "deputising_for": None, "sightings": 2, "confidence": 1.0,
    }  # fmt: skip
    return Spell(**{**fields, **more})  # type: ignore[arg-type]


def seat(*spells: Spell) -> Seat:
    return Seat("https://example.org/id/person/ruth-ellison", "Ruth Ellison", spells)


@pytest.mark.parametrize(
    ("when", "hold"),
    [
        ("2009", None),
        ("2010-01", Hold.SEEN),
        ("2010-06", Hold.BETWEEN),
        ("2011", Hold.SEEN),
        ("2011-02", None),
        ("2012", None),
    ],
)
def test_who_sat_then(when: str, hold: Hold | None) -> None:
    found = sitting([seat(spell("2010-01-05", "2011-01-05"))], period(when))
    assert [one.hold for one in found] == ([hold] if hold else [])


def test_an_ending_ends_and_a_stated_term_holds() -> None:
    day = dt.date.fromisoformat
    resigned = spell("2010-01-05", "2010-06-05", ended=day("2010-06-05"), ended_by="resigned")
    assert not sitting([seat(resigned, spell("2011-01-05", "2011-06-05"))], period("2010-09"))
    term = spell(None, None, started=day("2010-01-01"), ended=day("2013-12-31"), stated=True)
    assert sitting([seat(term)], period("2012-04"))[0].hold is Hold.TERM
    assert sitting([seat(spell(None, None))], period("2012"))[0].hold is Hold.UNDATED


def test_who_has_left_by_the_first_day_does_not_sit_then() -> None:
    day = dt.date.fromisoformat
    gone = {"ended": day("2023-10-01"), "ended_by": "resigned", "stated": True, "sightings": 0}
    left = spell(None, "2023-10-01", **gone)
    assert not sitting([seat(left)], period("2023-10"))
    assert not sitting([seat(left, spell(None, None))], period("2023-10"))
    assert sitting([seat(left, spell(None, None))], period("2023-09"))[0].hold is Hold.UNDATED
    assert sitting([seat(left)], period("2023"))[0].hold is Hold.BETWEEN
    there = sitting([seat(left, spell("2023-10-01", "2023-10-01"))], period("2023-10"))
    assert there[0].hold is Hold.SEEN


def test_left_needs_a_paper_that_says_so() -> None:
    day = dt.date.fromisoformat
    met = [day("2009-01-05"), day("2010-01-05"), day("2018-01-05")]
    gone = seat(spell("2009-01-05", "2010-01-05"))
    resigned = seat(spell("2009-01-05", "2010-01-05", ended=day("2010-05-31"), ended_by="resigned"))
    between = (period("2010"), period("2018"))
    assert [c.change for c in difference([gone], *between, met)] == [Change.NOT_SEEN_SINCE]
    assert [c.change for c in difference([resigned], *between, met)] == [Change.LEFT]
    assert not difference([gone], *between, met[:2])  # the board was not seen to meet again


def test_joining_and_changing_sides() -> None:
    day = dt.date.fromisoformat
    met = [day("2010-01-05"), day("2012-01-05"), day("2018-01-05")]
    between = (period("2010"), period("2018"))
    new = seat(spell("2012-01-05", "2018-01-05"))
    assert [c.change for c in difference([new], *between, met)] == [Change.FIRST_SEEN]
    elected = seat(spell("2012-01-05", "2018-01-05", started=day("2012-01-05"), role="chair"))
    assert [c.change for c in difference([elected], *between, met)] == [Change.JOINED]
    moved = seat(
        spell("2010-01-05", "2012-01-05", organisation="Line Mill"),
        spell("2018-01-05", "2018-01-05", organisation="Cut Works", role="chair"),
    )
    changes = {c.change: (c.before, c.after) for c in difference([moved], *between, met)}
    assert changes[Change.ORGANISATION] == ("Line Mill", "Cut Works")
    assert changes[Change.ROLE] == ("", "chair")


def test_who_is_only_said_to_have_left_did_not_come_then() -> None:
    day = dt.date.fromisoformat
    met = [day("2010-01-05"), day("2018-01-05")]
    gone = seat(spell(None, "2012-05-18", ended=day("2012-05-18"), ended_by="replaced", stated=True))
    found = difference([gone], period("2010"), period("2018"), met)
    assert [(one.change, one.when) for one in found] == [(Change.LEFT, day("2012-05-18"))]
    assert gone.first is None


def test_an_office_taken_by_a_member_is_a_change_of_role() -> None:
    day = dt.date.fromisoformat
    met = [day("2010-01-05"), day("2012-01-05")]
    elected = spell("2012-01-05", "2012-01-05", started=day("2012-01-05"), role="vice chair", stated=True)
    there = seat(spell("2012-01-05", "2012-01-05"), elected)
    changes = {one.change: one for one in difference([there], period("2010"), period("2012"), met)}
    assert set(changes) == {Change.FIRST_SEEN, Change.ROLE}
    assert (changes[Change.ROLE].before, changes[Change.ROLE].after) == ("", "vice chair")
    before = seat(spell("2010-01-05", "2012-01-05", role="chair"), elected)
    (change,) = difference([before], period("2010"), period("2012"), met)
    assert (change.change, change.before, change.after) == (Change.ROLE, "chair", "vice chair")
    again = seat(spell("2010-01-05", "2012-01-05", role="vice chair"), elected)
    assert not difference([again], period("2010"), period("2012"), met)


def test_an_office_given_up_ends_no_seat() -> None:
    day = dt.date.fromisoformat
    stood_down = spell(None, "2012-01-05", ended=day("2012-01-05"), ended_by="resigned", role="chair")
    held = seat(spell("2010-01-05", "2012-01-05"), stood_down)
    assert held.ended is None
    (change,) = difference([held], period("2010"), period("2012"), [])
    assert (change.change, change.before, change.after) == (Change.ROLE, "chair", "")
    assert seat(stood_down).ended is stood_down


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("officer", "Head of Community Protection", False),
        ("Head of Protection", "Head of Community Protection", False),
        ("CEO", "Chief Executive", False),
        ("Dev Manager", "Development Manager", False),
        (None, "Head of Community Protection", False),
        ("Director of Housing", "Chief Executive", True),
        ("member", "chair", True),
        ("chair", "vice chair", True),
        (None, "chair", True),
    ],
)
def test_one_post_written_in_two_ways_is_no_change(old: str | None, new: str, told: bool) -> None:
    held = seat(spell("2010-01-05", "2010-01-05", role=old), spell("2012-01-05", "2012-01-05", role=new))
    found = difference([held], period("2010"), period("2012"), [])
    assert [one.change for one in found] == ([Change.ROLE] if told else [])


def test_who_has_left_is_former_from_that_day_on() -> None:
    day = dt.date.fromisoformat
    going = seat(spell("2010-01-05", "2012-03-31", ended=day("2012-03-31"), ended_by="resigned"))
    assert not going.former(day("2012-03-30"))
    assert going.former(day("2012-03-31"))
    assert not seat(spell("2010-01-05", "2010-01-05")).former(day("2012-03-31"))

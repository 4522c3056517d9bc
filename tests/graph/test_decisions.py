"""Decisions in a file: read, written, applied, taken back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosat.graph import decisions
from whosat.graph.corrections import Settled, prepare, settle
from whosat.graph.memberships import infer
from whosat.graph.resolve import resolve
from whosat.ontology.errors import SettingsError
from whosat.ontology.facts import (
    Action,
    Attendance,
    DocumentFacts,
    Entity,
    Evidence,
    Kind,
    Link,
    Meeting,
    Membership,
    Passage,
    Ruling,
    Status,
    Unread,
    UnreadKind,
)
from whosat.ontology.settings import Settings

HEAD = "what,name,other,value,document,who,when,why\n"
TEXT = "Harbour Board\nRuth Ellison\nOwen Prosser\nM Odd Line Mill\nQX to call the school\n"


def document() -> DocumentFacts:
    def at(words: str) -> Evidence:
        start = TEXT.index(words)
        line = TEXT.count("\n", 0, start) + 1
        return Evidence((Passage(start, start + len(words), words, line),), 0.9, "test")

    odd, initials = at("M Odd Line Mill"), at("QX")
    return DocumentFacts(
        "minutes.txt",
        "ab" * 32,
        "txt",
        TEXT,
        entities=(
            Entity(Kind.BOARD, "Harbour Board", at("Harbour Board")),
            Entity(Kind.PERSON, "Ruth Ellison", at("Ruth Ellison"), initials="RE"),
            Entity(Kind.PERSON, "Owen Prosser", at("Owen Prosser")),
        ),
        meetings=(Meeting("Harbour Board", dt.date(2012, 3, 1), at("Harbour Board")),),
        memberships=(
            Membership("Ruth Ellison", "Harbour Board", at("Ruth Ellison")),
            Membership("Owen Prosser", "Harbour Board", at("Owen Prosser")),
        ),
        actions=(Action("call the school", (), at("QX to call the school")),),
        unread=(
            Unread(UnreadKind.ROSTER_LINE, "M Odd Line Mill", "no name", odd.passages[0]),
            Unread(UnreadKind.INITIALS, "QX", "of nobody", initials.passages[0]),
        ),
    )


def settled(rows: str):
    ruled = decisions.parse(HEAD + rows)
    documents = prepare([document()], ruled)
    return settle(documents, resolve(documents, Settings(), ruled), ruled)


def test_a_bad_row_costs_itself_and_is_told_with_its_line() -> None:
    found = decisions.parse(
        HEAD + "sme,a,b\nleft,Ruth,Board,May\nsame,Ruth Ellison,R Ellison\nsame,Ruth\ndifferent,A B,A B\n\n"
    )
    assert [row.what for row in found.rows] == [Ruling.SAME]
    assert [problem.split(":")[0] for problem in found.problems] == [
        f"decisions.csv, line {line}" for line in (2, 3, 5, 6)
    ]


@given(st.text())
def test_any_text_gives_rows_sentences_or_one_clear_error(text: str) -> None:
    try:
        found = decisions.parse(text)
    except SettingsError as error:
        assert error.remedy
    else:
        assert all(problem.startswith("decisions.csv, line") for problem in found.problems)


def test_a_file_saved_by_a_spreadsheet(tmp_path: Path) -> None:
    file = tmp_path / "decisions.csv"
    file.write_text("\ufeffWhat;Name;Other\r\nSame;Ruth Ellison;R. Ellison\r\n", encoding="utf-8")
    assert [row.name for row in decisions.read(file).rows] == ["Ruth Ellison"]
    decisions.append(file, [decisions.decision(Ruling.PART_OF, name="A Group", other="B Board", why="x; y")])
    assert [row.what for row in decisions.read(file).rows] == [Ruling.SAME, Ruling.PART_OF]


def test_rows_are_added_and_no_other_byte_is_touched(tmp_path: Path) -> None:
    file = tmp_path / "decisions.csv"
    decisions.append(file, [decisions.decision(Ruling.SAME, name='A "b", c', other="D\nE")])
    before = file.read_bytes()
    decisions.append(file, [decisions.decision(Ruling.SAME, name="F", other="G")])
    assert file.read_bytes().startswith(before)
    assert [row.name for row in decisions.read(file).rows] == ['A "b", c', "F"]
    assert not list(tmp_path.glob("*.new"))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2010", (2010, 1, 1), (2010, 12, 31)),
        ("2010-02", (2010, 2, 1), (2010, 2, 28)),
        ("2012-12", (2012, 12, 1), (2012, 12, 31)),
        ("2010-05-31", (2010, 5, 31), (2010, 5, 31)),
    ],
)
def test_dates_as_people_know_them(text: str, first: tuple[int, ...], last: tuple[int, ...]) -> None:
    assert decisions.day(text) == dt.date(*first)
    assert decisions.day(text, last=True) == dt.date(*last)
    assert decisions.day("2010-13") is None


def test_a_seat_that_is_wrong_is_withdrawn_and_listed() -> None:
    found = settled("not a seat,ruth ellison,Harbour Board\n")
    assert [fact.member for fact in found.documents[0].memberships] == ["Owen Prosser"]
    assert [one.fact.member for one in found.withdrawn] == ["Ruth Ellison"]
    assert found.no_seats == {("person/ruth-ellison", "board/harbour-board")}


def test_somebody_left_and_a_board_is_part_of_another() -> None:
    found = settled("left,Owen Prosser,Harbour Board,2012-05,,ann,2026-01-02,told us\n")
    (correction,) = found.corrections
    assert isinstance(correction.fact, Membership)
    assert correction.fact.ended == dt.date(2012, 5, 31)
    assert correction.fact.evidence.extracted_by == correction.decision.key
    assert not settled("part of,Harbour Board,Ruth Ellison\n").withdrawn
    linked = settled("part of,Harbour Board,Harbour Board\n").corrections
    assert all(isinstance(one.fact, Link) for one in linked)


def test_initials_and_lines_read_as_decided() -> None:
    found = settled("initials,QX,Quentin Xavier\nline,M Odd Line Mill,,M. Odd; Line Mill; apologies\n")
    (read,) = found.documents
    assert read.actions[0].owners == ("Quentin Xavier",)
    (attendance,) = read.attendances
    assert (attendance.person, attendance.representing) == ("M. Odd", "Line Mill")
    assert attendance.status is Status.APOLOGIES
    assert not read.unread
    assert not found.unmatched
    assert len(found.applied) == 2


def test_rows_that_match_nothing_any_more_are_reported() -> None:
    rows = "left,Nobody,Harbour Board,2012\ninitials,ZZ,Zoe Zeller\nsame,Ruth Ellison,Rut Elison\n"
    assert [row.name for row, _ in settled(rows).unmatched] == ["Nobody", "ZZ", "Ruth Ellison"]


def test_without_rows_nothing_changes() -> None:
    found = settled("")
    assert found.documents == (document(),)
    assert not (found.corrections or found.withdrawn or found.unmatched or found.no_seats)


JOINED_AND_LEFT = "Harbour Board\nRuth Ellison\nOwen Prosser\nRuth Ellison had replaced Owen Prosser.\n"


def sitting_of(day: str, *, said: str = "") -> DocumentFacts:
    """A meeting with Ruth and Owen there; `said` is the day of which a sentence says that one replaced the
    other."""

    def at(words: str) -> Evidence:
        start = JOINED_AND_LEFT.index(words)
        return Evidence((Passage(start, start + len(words), words, 1),), 0.9, "test")

    when = dt.date.fromisoformat(day)
    on = dt.date.fromisoformat(said) if said else None
    sentence = at("Ruth Ellison had replaced Owen Prosser.")
    came = Membership("Ruth Ellison", "Harbour Board", sentence, started=on)
    went = Membership("Owen Prosser", "Harbour Board", sentence, ended=on, ended_by="replaced")
    return DocumentFacts(
        f"{day}.txt",
        day.replace("-", "") * 8,
        "txt",
        JOINED_AND_LEFT,
        entities=(
            Entity(Kind.BOARD, "Harbour Board", at("Harbour Board")),
            Entity(Kind.PERSON, "Ruth Ellison", at("Ruth Ellison")),
            Entity(Kind.PERSON, "Owen Prosser", at("Owen Prosser")),
        ),
        meetings=(Meeting("Harbour Board", when, at("Harbour Board")),),
        attendances=tuple(
            Attendance(0, name, Status.PRESENT, at(name)) for name in ("Ruth Ellison", "Owen Prosser")
        ),
        memberships=(came, went) if said else (),
    )


def reach_of(rows: str, *documents: DocumentFacts) -> tuple[Settled, dict[str, list[tuple[str, str]]]]:
    ruled = decisions.parse(HEAD + "same,Ruth Ellison,Ruth Ellison\nsame,Owen Prosser,Owen Prosser\n" + rows)
    prepared = prepare(documents, ruled)
    resolution = resolve(prepared, Settings(), ruled)
    found = settle(prepared, resolution, ruled)
    seats = infer(found.documents, resolution, found.closed)
    reaches: dict[str, list[tuple[str, str]]] = {}
    for seat in seats:
        reaches.setdefault(seat.person, []).append((str(seat.first), str(seat.last)))
    return found, reaches


def test_rows_on_joining_and_leaving_stand_in_place_of_what_was_read() -> None:
    rows = "joined,Ruth Ellison,Harbour Board,2012-02-01\nleft,Owen Prosser,Harbour Board,2012-02-01\n"
    found, _ = reach_of(rows, sitting_of("2012-03-01", said="2012-03-01"))
    assert not found.documents[0].memberships
    facts = {one.fact.member: one.fact for one in found.corrections if isinstance(one.fact, Membership)}
    assert facts["person/ruth-ellison"].started == dt.date(2012, 2, 1)
    assert facts["person/owen-prosser"].ended == dt.date(2012, 2, 1)
    assert facts["person/owen-prosser"].ended_by == "replaced"
    listed = {(one.fact.member, one.fact.seen is not None) for one in found.withdrawn}
    assert listed == {("Ruth Ellison", False), ("Owen Prosser", False), ("Owen Prosser", True)}


def test_nobody_is_seen_after_a_row_says_that_they_left_until_they_join_again() -> None:
    papers = [sitting_of(f"{year}-03-01") for year in (2010, 2011, 2013, 2015)]
    left = "left,Ruth Ellison,Harbour Board,2011-06\n"
    assert reach_of("", *papers)[1]["person/ruth-ellison"] == [("2010-03-01", "2015-03-01")]
    assert reach_of(left, *papers)[1]["person/ruth-ellison"] == [("2010-03-01", "2011-03-01")]
    again = left + "joined,Ruth Ellison,Harbour Board,2014\n"
    assert reach_of(again, *papers)[1]["person/ruth-ellison"] == [
        ("2010-03-01", "2011-03-01"),
        ("2015-03-01", "2015-03-01"),
    ]
    assert reach_of("joined,Ruth Ellison,Harbour Board,2011\n", *papers)[1]["person/ruth-ellison"] == [
        ("2011-03-01", "2015-03-01")
    ]


def test_a_row_that_agrees_with_a_paper_takes_nothing_out() -> None:
    found, _ = reach_of(
        "left,Owen Prosser,Harbour Board,2012-02\n", sitting_of("2012-01-05", said="2012-02-10")
    )
    assert len(found.documents[0].memberships) == 2
    (correction,) = found.corrections
    assert isinstance(correction.fact, Membership)
    assert (correction.fact.ended, correction.fact.ended_by) == (dt.date(2012, 2, 10), "replaced")
    assert not found.withdrawn


def test_a_row_speaks_of_one_term() -> None:
    papers = [sitting_of("2010-01-05", said="2010-01-05"), sitting_of("2018-01-05", said="2018-01-05")]
    rows = "joined,Owen Prosser,Harbour Board,2015\nleft,Owen Prosser,Harbour Board,2017\n"
    found, _ = reach_of(rows, *papers)
    ended = [fact.ended for paper in found.documents for fact in paper.memberships if fact.ended]
    assert ended == [dt.date(2010, 1, 5)]


ROSTER = (
    "Harbour Board\nPresent\nCllr Ruth Ellison, Portfolio Holder for Safer Quays, Harbour Council\n"
    "Owen Prosser, Line Mill\nRuth Ellison spoke.\n"
)


def misread() -> DocumentFacts:
    """A roster in which a line was taken for another organisation, and a post made of it."""

    def at(*quotes: str) -> Evidence:
        starts = [(ROSTER.index(words), words) for words in quotes]
        return Evidence(
            tuple(Passage(start, start + len(words), words, 1) for start, words in starts), 0.9, "t"
        )

    ruth = "Cllr Ruth Ellison, Portfolio Holder for Safer Quays, Harbour Council"
    title = replace(at("Ruth Ellison", "Safer Quays"), extracted_by="job title in the roster")
    return DocumentFacts(
        "minutes.txt",
        "cd" * 32,
        "txt",
        ROSTER,
        entities=(
            Entity(Kind.BOARD, "Harbour Board", at("Harbour Board")),
            Entity(Kind.PERSON, "Ruth Ellison", at("Ruth Ellison", "Ruth Ellison spoke")),
            Entity(Kind.PERSON, "Owen Prosser", at("Owen Prosser")),
            Entity(Kind.ORGANISATION, "Safer Quays", at("Safer Quays")),
            Entity(Kind.ORGANISATION, "Line Mill", at("Line Mill")),
        ),
        meetings=(Meeting("Harbour Board", dt.date(2012, 3, 1), at("Harbour Board")),),
        attendances=(
            Attendance(
                0, "Ruth Ellison", Status.PRESENT, at("Present", ruth), "chair", "Safer Quays", None, "Holder"
            ),
            Attendance(
                0,
                "Owen Prosser",
                Status.PRESENT,
                at("Present", "Owen Prosser, Line Mill"),
                representing="Line Mill",
            ),
        ),
        memberships=(
            Membership("Ruth Ellison", "Safer Quays", title, "Holder", seen=dt.date(2012, 3, 1)),
            Membership(
                "Ruth Ellison", "Harbour Board", replace(at("Ruth Ellison spoke"), extracted_by="said: x")
            ),
        ),
    )


def read_as(rows: str) -> tuple[DocumentFacts, Settled]:
    ruled = decisions.parse(HEAD + rows)
    assert not ruled.problems
    (document,) = prepare([misread()], ruled)
    return document, settle([document], resolve([document], Settings(), ruled), ruled)


@pytest.mark.parametrize(
    "line",
    [
        "Cllr Ruth Ellison, Portfolio Holder for Safer Quays, Harbour Council",
        "cllr ruth ellison  portfolio holder for safer quays",
        "Ruth Ellison Portfolio Holder",
    ],
)
def test_a_line_that_was_read_wrongly_reads_as_decided(line: str) -> None:
    document, found = read_as(f'line,"{line}",,Ruth Ellison; Harbour Council; apologies,minutes.txt\n')
    read = {one.person: one for one in document.attendances}
    ruth = read["Ruth Ellison"]
    assert (ruth.representing, ruth.status) == ("Harbour Council", Status.APOLOGIES)
    assert (ruth.role, ruth.job_title) == ("chair", "Holder")
    assert read["Owen Prosser"].representing == "Line Mill"
    assert "Safer Quays" not in {one.name for one in document.entities}
    seats = {(one.body, one.role) for one in document.memberships}
    assert seats == {("Harbour Council", "Holder"), ("Harbour Board", None)}
    assert not found.unmatched
    assert [row.what for row in found.applied] == [Ruling.LINE]


def test_what_a_row_on_a_line_leaves_open_stays() -> None:
    document, _ = read_as("line,Owen Prosser Line Mill,,Owen Prosser;;absent\n")
    owen = next(one for one in document.attendances if one.person == "Owen Prosser")
    assert (owen.representing, owen.status) == ("Line Mill", Status.ABSENT)
    document, _ = read_as("line,Owen Prosser Line Mill,,Owain Prosser\n")
    assert {one.person for one in document.attendances} == {"Ruth Ellison", "Owain Prosser"}
    assert "Owen Prosser" not in {one.name for one in document.entities}
    document, _ = read_as("line,Owen Prosser Line Mill,,-\n")
    assert [one.person for one in document.attendances] == ["Ruth Ellison"]
    document, _ = read_as("line,Owen Prosser Line Mill,,Owen Prosser; -\n")
    assert not next(one for one in document.attendances if one.person == "Owen Prosser").representing


def test_a_line_of_no_roster_is_told() -> None:
    reasons = [reason for _, reason in read_as("line,Ann Nobody Line Mill,,Ann Nobody\n")[1].unmatched]
    assert reasons == ["no roster has the line 'Ann Nobody Line Mill'"]
    reasons = [reason for _, reason in read_as("line,Owen Prosser,,Owen P,other.txt\n")[1].unmatched]
    assert reasons == ["no document is called 'other.txt'"]


@pytest.mark.parametrize(
    "value", ["l", "1", "Ann 3", "Ann; Line Mill; presnt", "Ann; Mill; present; x", ";Mill"]
)
def test_a_line_reads_as_a_name_a_body_and_a_status(value: str) -> None:
    found = decisions.parse(HEAD + f'line,Owen Prosser,,"{value}"\n')
    assert not found.rows
    assert len(found.problems) == 1


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("31 May 2023", "2023-05-31", "2023-05-31"),
        ("1st of june, 2023", "2023-06-01", "2023-06-01"),
        ("Sept. 3, 2023", "2023-09-03", "2023-09-03"),
        ("February 2024", "2024-02-01", "2024-02-29"),
        ("2023-05-31", "2023-05-31", "2023-05-31"),
        ("31 February 2023", None, None),
        ("31 Mayor 2023", None, None),
        ("1/2/2023", None, None),
        ("May", None, None),
    ],
)
def test_a_date_may_be_written_with_its_month_as_a_word(
    written: str, first: str | None, last: str | None
) -> None:
    found = (decisions.day(written), decisions.day(written, last=True))
    assert tuple(one.isoformat() if one else None for one in found) == (first, last)

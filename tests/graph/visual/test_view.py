from __future__ import annotations

import datetime as dt

import pytest

from whosat.graph.quads import Options, write
from whosat.graph.store import memory_store
from whosat.graph.view import View, read_view
from whosat.ontology.facts import (
    Attendance,
    Canonical,
    DocumentFacts,
    Entity,
    Evidence,
    Kind,
    Link,
    Meeting,
    Membership,
    Mention,
    Passage,
    Relation,
    Resolution,
    Status,
)

TEXT = """Harbour Board
Ada Quill (Chair), Lantern Trust
Ben Strand, observer
Quays Group (inactive) is part of it"""
NAMES = {
    "Harbour Board": (Kind.BOARD, "board/harbour-board"),
    "Quays Group": (Kind.BOARD, "board/quays-group"),
    "Lantern Trust": (Kind.ORGANISATION, "organisation/lantern-trust"),
    "Ada Quill": (Kind.PERSON, "person/ada-quill"),
    "Ben Strand": (Kind.PERSON, "person/ben-strand"),
}


def said(quote: str) -> Evidence:
    start = TEXT.index(quote)
    line = TEXT[:start].count("\n") + 1
    return Evidence((Passage(start, start + len(quote), quote, line),), 0.9, "test")


@pytest.fixture(scope="module")
def view() -> View:
    sha, date = "a" * 64, dt.date(2020, 3, 4)
    entities = tuple(
        Entity(kind, name, said(name), active=False if name == "Quays Group" else None)
        for name, (kind, _) in NAMES.items()
    )
    facts = DocumentFacts(
        identifier="march.txt", sha256=sha, format="text", text=TEXT, date=date, entities=entities,
        meetings=(Meeting("Harbour Board", date, said("Harbour Board")),),
        attendances=(
            Attendance(0, "Ada Quill", Status.PRESENT, said("Ada Quill (Chair)"), "chair", "Lantern Trust"),
            Attendance(0, "Ben Strand", Status.IN_ATTENDANCE, said("Ben Strand, observer")),
        ),
        memberships=(Membership("Ada Quill", "Quays Group", said("Ada Quill"), role="Secretary", seen=date),),
        links=(Link("Quays Group", Relation.SUBGROUP_OF, "Harbour Board", said("is part of it")),),
    )  # fmt: skip
    canonicals = tuple(
        Canonical(key, kind, name, (Mention(sha, name),), active=False if name == "Quays Group" else None)
        for name, (kind, key) in NAMES.items()
    )
    resolution = Resolution(canonicals, key_of={Mention(sha, name): key for name, (_, key) in NAMES.items()})
    lines, _ = write([facts], resolution, Options("https://example.org/id"))
    return read_view(memory_store(lines))


def test_things_are_read_with_their_narrowest_kind(view: View) -> None:
    assert {thing.key: thing.kind for thing in view.things} == {key: kind for kind, key in NAMES.values()}
    assert view.thing()["board/quays-group"].active is False


def test_a_seat_knows_role_place_reach_basis_and_words(view: View) -> None:
    seats = {(seat.member, seat.body): seat for seat in view.seats}
    chair = seats["person/ada-quill", "board/harbour-board"]
    assert (chair.role, chair.representing, chair.stated) == ("Chair", "organisation/lantern-trust", False)
    assert (chair.first, chair.last) == ("2020-03-04", "2020-03-04")
    assert [(s.document, s.line, s.quote) for s in chair.sources] == [("march.txt", 2, "Ada Quill (Chair)")]
    assert seats["person/ada-quill", "board/quays-group"].stated


def test_a_guest_has_a_visit_and_no_seat(view: View) -> None:
    assert not [seat for seat in view.seats if seat.member == "person/ben-strand"]
    (visit,) = [visit for visit in view.visits if visit.person == "person/ben-strand"]
    assert (visit.status, visit.count, visit.body) == ("in attendance", 1, "board/harbour-board")


def test_links_and_the_newest_date(view: View) -> None:
    assert [(t.subject, t.relation, t.object) for t in view.ties] == [
        ("board/quays-group", Relation.SUBGROUP_OF, "board/harbour-board")
    ]
    assert view.ties[0].sources[0].quote == "is part of it"
    assert (view.newest, view.documents) == ("2020-03-04", 1)


def test_an_empty_store_gives_an_empty_view() -> None:
    assert read_view(memory_store([])) == View()

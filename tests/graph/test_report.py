"""The report says in plain words what the network shows, and shows the words behind it."""

from __future__ import annotations

from whosat.graph import report
from whosat.graph.view import Seat, Source, Thing, Tie, View
from whosat.ontology.facts import Kind, Relation


def _seat(person: str, board: str, organisation: str = "", role: str = "") -> Seat:
    source = Source("minutes.txt", 3, f"{person}, {organisation}")
    return Seat(f"person/{person}", f"board/{board}", role, representing=organisation, sources=(source,))


def _view(*seats: Seat, hostile: str = "Trust") -> View:
    people = {seat.member for seat in seats}
    boards = {seat.body for seat in seats}
    things = [Thing(key, Kind.PERSON, key.split("/")[1].title()) for key in people]
    things += [Thing(key, Kind.BOARD, key.split("/")[1].title() + " Board") for key in boards]
    things += [
        Thing("organisation/trust", Kind.ORGANISATION, hostile),
        Thing("organisation/council", Kind.ORGANISATION, "Council"),
        Thing("board/parent", Kind.BOARD, "Parent Board"),
        Thing("board/asleep", Kind.BOARD, "Asleep Board", active=False),
    ]
    ties = tuple(Tie(board, Relation.SUBGROUP_OF, "board/parent") for board in sorted(boards))
    return View(tuple(sorted(things)), tuple(sorted(seats)), ties, documents=1)


TRUST, COUNCIL = "organisation/trust", "organisation/council"
VIEW = _view(
    _seat("ann", "north", TRUST, "Chair"),
    _seat("bob", "north", COUNCIL),
    _seat("bridge", "north", COUNCIL),
    _seat("bridge", "south", COUNCIL),
    _seat("cat", "south", TRUST),
    _seat("dee", "west", COUNCIL),
    hostile="<b>Trust</b> | [x](y)",
)


def _text(title: str) -> str:
    (section,) = [section for section in report.findings(VIEW) if section.title == title]
    return " ".join(finding.sentence for finding in section.findings)


def test_each_section_says_what_the_network_shows() -> None:
    assert "Bridge sits on North Board and South Board." in _text("Who ties the boards together")
    assert "North Board and South Board share 1 member: Bridge." in _text("Which boards share members")
    assert "If Bridge leaves, " in _text("What hangs on one person")
    assert "is not seen on West Board, though on 2 of its 2 sister boards" in _text("Who is missing")
    open_ends = _text("Open ends")
    assert "Asleep Board is said to be inactive." in open_ends
    assert "No paper says who chairs South Board." in open_ends
    assert "chairs North Board" not in open_ends


def test_every_finding_on_people_shows_its_words() -> None:
    for section in report.findings(VIEW):
        if section.title in (
            "Who ties the boards together",
            "Which boards share members",
            "What hangs on one person",
        ):
            assert all(finding.sources for finding in section.findings)


def _sentences(view: View, title: str, since: str = "", until: str = "") -> list[str]:
    found = [section for section in report.findings(view, since, until) if section.title == title]
    return [finding.sentence for section in found for finding in section.findings]


def test_the_words_shown_name_the_member_and_not_only_a_heading() -> None:
    heading, line = Source("list.txt", 1, "Members"), Source("list.txt", 4, "Bridge, Trust")
    view = _view(*(Seat("person/bridge", f"board/{b}", sources=(heading, line)) for b in ("north", "south")))
    (section,) = [s for s in report.findings(view) if s.title == "Who ties the boards together"]
    assert section.findings[0].sources == (line,)


def test_a_body_of_which_one_member_is_known_loses_no_touch_by_that() -> None:
    view = _view(
        _seat("ann", "north"), _seat("bridge", "north"), _seat("bridge", "south"), _seat("cat", "north")
    )
    (said,) = _sentences(view, "What hangs on one person")
    assert said.startswith("Bridge is the only person whom these papers name on South Board")


def test_the_inner_circle_is_the_deepest_core() -> None:
    seats = [_seat(person, board) for person in ("ann", "bob") for board in ("north", "south")]
    (said,) = _sentences(_view(*seats, _seat("cat", "west")), "The inner circle")
    assert said.startswith("Ann and Bob each sit on at least 2 of North Board and South Board")
    assert not _sentences(_view(_seat("ann", "north")), "The inner circle")


def test_a_span_of_time_says_what_it_leaves_out_and_speaks_dates() -> None:
    dated = Seat("person/ann", "board/north", first="2010-01-22", last="2010-01-22")
    view = _view(dated, _seat("bob", "north"))
    said = _sentences(view, "What this rests on", "2010", "2010")
    assert "put 1 person on 1 body on 22 Jan 2010" in said[0]
    assert said[1:] == ["Left out: 1 seat that papers state without a date."]
    assert report.slice_of(view, "2010", "2010").seats == (dated,)
    assert report.slice_of(view, "2011").seats == ()


def test_names_are_data_in_both_forms() -> None:
    sections = report.findings(VIEW)
    page, text = report.html(sections, "<i>Report</i>"), report.markdown(sections, "Report")
    assert "<b>Trust" not in page
    assert "&lt;i&gt;Report" in page
    assert "\\<b\\>Trust" in text
    assert "minutes.txt, line 3: “bridge, organisation/council”" in page


def test_nothing_read_gives_an_empty_report_not_an_error() -> None:
    sections = report.findings(View())
    assert report.markdown(sections, "Report").startswith("# Report")
    assert "://" not in report.html(sections, "Report")

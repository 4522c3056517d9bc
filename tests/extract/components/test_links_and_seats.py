"""How bodies are linked, which are inactive, and the seats that the text states."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
import spacy
from reading import facts_of
from spacy.tokens import Doc

from whosat.extract.components.member_lists import resigned_in_roster
from whosat.extract.components.records import MeetingRecord, RosterEntry, Source
from whosat.extract.facts_from import tidy_form

Reads = Callable[..., Doc]
PEOPLE = [("Jane Rees", "JR"), ("Tom Okafor", "TO"), ("Vera Hill", "VH")]


def links(doc: Doc) -> set[tuple[str, str, str]]:
    return {(link.subject, link.relation.value, link.object) for link in doc._.links}


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (
            "The Roads Panel is a sub-group of Marling Care Board.",
            ("Roads Panel", "subgroup of", "Marling Care Board"),
        ),
        (
            "The Roads Panel reports to the Marling Care Board.",
            ("Roads Panel", "reports to", "Marling Care Board"),
        ),
        ("The Roads Panel is hosted by Fenwick Trust.", ("Fenwick Trust", "hosts", "Roads Panel")),
        ("Fenwick Trust were currently hosting the Roads Panel.", ("Fenwick Trust", "hosts", "Roads Panel")),
        ("The Roads Panel is funded by Fenwick Trust.", ("Fenwick Trust", "funds", "Roads Panel")),
        ("Roads Panel replaced the Paths Forum.", ("Roads Panel", "succeeds", "Paths Forum")),
        ("Paths Forum was re-launched as the Roads Panel.", ("Roads Panel", "succeeds", "Paths Forum")),
        (
            "Fenwick Trust was the sponsoring body for the Town Play Programme.",
            ("Fenwick Trust", "sponsors", "Town Play Programme"),
        ),
        (
            "The role of the Roads Panel is to:\n- Develop and adopt the Town Play Strategy",
            ("Roads Panel", "delivers", "Town Play Strategy"),
        ),
        (
            "The role of the Roads Panel is to:\n- keep links, reporting to and from the Marling Conference",
            ("Roads Panel", "reports to", "Marling Conference"),
        ),
        ("Roads Panel has merged with the Paths Forum.", ("Roads Panel", "linked to", "Paths Forum")),
        ("The Roads Panel scrutinises Fenwick Trust.", ("Roads Panel", "scrutinises", "Fenwick Trust")),
    ],
)
def test_links_said(read: Reads, text: str, link: tuple[str, str, str]) -> None:
    assert links(read(text)) == {link}


def test_what_is_only_proposed_is_no_link(read: Reads) -> None:
    assert links(read("It was suggested that the Roads Panel should be hosted by Fenwick Trust.")) == set()


def test_a_list_of_sub_groups(read: Reads) -> None:
    doc = read(
        "Our thematic sub-groups are as follows.\nRoads Panel – meets "
        "monthly.\nPaths Forum – this group is currently inactive."
    )
    assert links(doc) == {
        ("Roads Panel", "subgroup of", "Marling Town Board"),
        ("Paths Forum", "subgroup of", "Marling Town Board"),
    }
    assert [note.name for note in doc._.body_notes if note.active is False] == ["Paths Forum"]


def seats(doc: Doc) -> set[tuple[str, str, str | None, str | None]]:
    return {(one.member, one.body, one.role, one.ended_by) for one in doc._.members}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Okafor was elected vice chair.", {("Tom Okafor", "Marling Town Board", "vice chair", None)}),
        (
            "RESOLVED that Cllr Vera Hill be elected Chairman.",
            {("Vera Hill", "Marling Town Board", "chair", None)},
        ),
        (
            "Jane Rees, TO and Vera volunteered to be part of a working group.",
            {
                (name, "Marling Town Board working group", None, None)
                for name in ("Jane Rees", "Tom Okafor", "Vera Hill")
            },
        ),
        ("Tom Okafor has resigned from the Board.", {("Tom Okafor", "Marling Town Board", None, "resigned")}),
        (
            "Tom Okafor replaced Vera Hill as the representative of Fenwick Trust.",
            {
                ("Tom Okafor", "Marling Town Board", None, None),
                ("Vera Hill", "Marling Town Board", None, "replaced"),
            },
        ),
        (
            "There were two new members at this meeting, Tom Okafor and Vera Hill.",
            {
                ("Tom Okafor", "Marling Town Board", "new member", None),
                ("Vera Hill", "Marling Town Board", "new member", None),
            },
        ),
        (
            "The Roads Panel is chaired by Fenwick Trust and supported by Marling Homes as vice chair.",
            {
                ("Fenwick Trust", "Roads Panel", "chair", None),
                ("Marling Homes", "Roads Panel", "vice chair", None),
            },
        ),
        ("It was suggested that Tom Okafor be elected chair.", set()),
        (
            "The membership of the Roads Panel includes:\n- Fenwick Trust\n- Marling Homes",
            {
                ("Fenwick Trust", "Roads Panel", "member", None),
                ("Marling Homes", "Roads Panel", "member", None),
            },
        ),
    ],
)
def test_seats(read: Reads, text: str, expected: set[tuple[str, str, str | None, str | None]]) -> None:
    assert seats(read(text, PEOPLE)) == expected


def test_dates_of_seats(read: Reads) -> None:
    doc = read("Tom Okafor was elected chair.", PEOPLE)
    assert doc._.members[0].started == dt.date(2019, 5, 14)


def test_every_extent_lies_in_the_text(read: Reads) -> None:
    text = (
        "Action: JR to write to the Roads Panel, a sub-group of Marling Care Board.\n"
        "Tom Okafor was elected chair."
    )
    doc = read(text, PEOPLE)
    sources = [one.source for one in (*doc._.actions, *doc._.links, *doc._.members)]
    assert len(sources) >= 3
    assert all(0 <= start < end <= len(text) for source in sources for start, end in source.where)
    assert all(0 < source.confidence <= 1 and source.rule for source in sources)


ROSTER = """Marling Town Board
14 May 2019

Present

Jane Rees – Fenwick Trust
Tom Okafor – Marling Homes

{heading}

{names}
"""


@pytest.mark.parametrize(
    ("heading", "names", "left"),
    [
        ("Apology and Resignation", ["Vera Hill – Marling College"], {"Vera Hill"}),
        (
            "Resignations",
            ["Vera Hill – Marling College", "Ann Bell – Marling Arts"],
            {"Vera Hill", "Ann Bell"},
        ),
        ("Apologies and Resignations", ["Vera Hill – Marling College", "Ann Bell – Marling Arts"], set()),
        ("Apologies", ["Vera Hill – Marling College"], set()),
    ],
)
def test_a_heading_tells_who_resigned(heading: str, names: list[str], left: set[str]) -> None:
    """A heading over several people that says more than "resigned" is said of nobody in particular."""
    doc = spacy.blank("en").make_doc(ROSTER.format(heading=heading, names="\n".join(names)))
    date, start = dt.date(2019, 5, 14), doc.text.index(heading)
    below = [(name.split(" –")[0], doc.text.index(name)) for name in names]
    doc._.meetings = (MeetingRecord("Marling Town Board", date, Source(((0, 1),))),)
    doc._.roster = tuple(
        RosterEntry(name, (at, at + len(name)), Source(((start, start + len(heading)), (at, at + len(name)))))
        for name, at in below
    )
    found = list(resigned_in_roster(doc))
    assert {one.member for one in found} == left
    assert {(one.body, one.ended, one.ended_by) for one in found} <= {
        ("Marling Town Board", date, "resigned")
    }


@pytest.mark.parametrize(
    ("form", "name", "tidy"),
    [
        ("\\(MTB\\", "Marling Town Board", "MTB"),
        ("Marling Arts⁷", "Marling Arts", "Marling Arts"),
        ("Marling Arts’s⁶", "Marling Arts", "Marling Arts"),
        ("Marling Charter¹.", "Marling Charter", "Marling Charter"),
        ("M.T.B.", "Marling Town Board", "M.T.B."),
        ("St Anne’s", "St Anne’s School", "St Anne’s"),
        ("Trust (Marling)", "Marling Trust", "Trust (Marling)"),
    ],
)
def test_other_forms_carry_no_marks(form: str, name: str, tidy: str) -> None:
    assert tidy_form(form, name) == tidy


@pytest.mark.parametrize(
    ("said", "linked"),
    [
        (
            "The Boat Wash Working Group met in May. It reports to the Ashmere Harbour Board.",
            [("Boat Wash Working Group", "reports to", "Ashmere Harbour Board")],
        ),
        (
            "The Rope Fund Panel met twice. It is funded by Selwick Borough Council.",
            [("Selwick Borough Council", "funds", "Rope Fund Panel")],
        ),
        # "It" may be anything where the sentence before does not begin with a body.
        ("The Pier Task Group was asked. All agreed. It reports to the Ashmere Harbour Board.", []),
    ],
)
def test_it_stands_for_the_body_with_which_the_sentence_before_begins(
    said: str, linked: list[tuple[str, str, str]]
) -> None:
    facts = facts_of(f"Harbour Safety Forum\nMinutes, 6 May 2017\n\nPresent: Ann Bell\n\n1. Groups\n{said}\n")
    assert [(one.subject, one.relation.value, one.object) for one in facts.links] == linked

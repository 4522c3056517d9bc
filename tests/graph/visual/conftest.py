"""A small invented partnership, and one with the names nobody should have."""

from __future__ import annotations

import pytest

from whosat.graph.view import Seat, Source, Thing, Tie, View, Visits
from whosat.ontology.facts import Kind, Relation

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>window.broken = 1</script>",
    "\"quoted\" 'twice' & <b>bold</b> {{ 7 * 7 }} ${x} $\\frac{1}{2}$",
    "\u202ereversed\u202c \u200fmarks\u200e \u2028 line",
    "Long " + "name-that-never-breaks" * 14,
    "]]> --> \\u003c %s \x00 tab\there",
)


def words(text: str, line: int, date: str, document: str = "minutes.txt") -> tuple[Source, ...]:
    """One passage."""
    return (Source(document, line, text, date, f"document/{document}"),)


def thing(key: str, name: str, **more: object) -> Thing:
    """A thing whose kind its key tells."""
    return Thing(key, Kind(key.split("/")[0]), name, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def harbour() -> View:
    """A board under a forum, two groups (one inactive), a host, a strategy, an earlier name, people."""
    things = (
        thing("board/harbour", "Harbour Partnership", aliases=("HP", "The Partnership")),
        thing("board/forum", "Coastal Forum"),
        thing("board/safety", "Safer Quays Group"),
        thing("board/tides", "Tides and Sands Group", active=False),
        thing("board/pilots", "Pilots Task Group"),
        thing("board/old", "Harbour Liaison Committee"),
        thing("organisation/borough", "Westmouth Borough Council", sector="public"),
        thing("organisation/trust", "Lantern Trust", sector="voluntary"),
        thing("organisation/alone", "Unlinked Society"),
        thing("person/ada", "Ada Quill"),
        thing("person/ben", "Ben Strand"),
        thing("person/cy", "Cy Marsh"),
        thing("strategy/clean", "Clean Water Plan"),
    )
    seats = (
        Seat("person/ada", "board/harbour", "Chair", "organisation/borough", "", True,
             "2010-01-10", "2018-05-02", "", False,
             words("Cllr Ada Quill (Chair), Westmouth Borough Council", 4, "2010-01-10")),
        Seat("person/ben", "board/harbour", "", "organisation/trust", "", False, "2010-01-10", "2010-01-10",
             "", False, words("Ben Strand – Lantern Trust", 5, "2010-01-10")),
        Seat("person/cy", "board/harbour", "", "organisation/trust", "", True, "2018-05-02", "2018-05-02",
             "", False, words("Cy Marsh – Lantern Trust", 7, "2018-05-02", "later.txt")),
        Seat("person/ben", "board/safety", "Chair", "", "", True, "2010-01-10", "2010-01-10", "", False,
             words("chaired by Ben Strand", 40, "2010-01-10")),
    )  # fmt: skip
    ties = (
        Tie(
            "board/harbour",
            Relation.REPORTS_TO,
            "board/forum",
            words("reports to the Forum", 9, "2010-01-10"),
        ),
        Tie("board/safety", Relation.SUBGROUP_OF, "board/harbour", words("a sub-group", 12, "2010-01-10")),
        Tie("board/tides", Relation.SUBGROUP_OF, "board/harbour", words("now inactive", 13, "2010-01-10")),
        Tie(
            "board/pilots",
            Relation.SUBGROUP_OF,
            "board/safety",
            words("set up by Safer Quays", 14, "2018-05-02"),
        ),
        Tie("board/harbour", Relation.SUCCEEDS, "board/old", ()),
        Tie(
            "board/harbour", Relation.DELIVERS, "strategy/clean", words("delivers the Plan", 20, "2010-01-10")
        ),
        Tie("organisation/borough", Relation.HOSTS, "board/harbour", words("hosted by", 21, "2010-01-10")),
    )
    visits = (
        Visits(
            "person/cy", "board/safety", "in attendance", 2, "2018-01-09", "2018-05-02", "organisation/trust"
        ),
    )
    return View(tuple(sorted(things)), tuple(sorted(seats)), ties, visits, "2018-05-02", 2)


@pytest.fixture(scope="session")
def hostile() -> View:
    """Every kind of thing and text with a name that tries to break out of where it is shown."""
    things, seats, ties = [], [], []
    for number, name in enumerate(HOSTILE):
        keys = [
            f"{kind.value}/{number}" for kind in (Kind.BOARD, Kind.ORGANISATION, Kind.PERSON, Kind.STRATEGY)
        ]
        things += [thing(key, name, aliases=(f"{name}!",), sector=name) for key in keys]
        seats.append(
            Seat(keys[2], keys[0], f"Chair {name}", keys[1], name, sources=words(name, 1, "2020-01-01", name))
        )
        ties.append(Tie(keys[0], Relation.DELIVERS, keys[3], words(name, 2, "2021-01-01", name)))
        ties.append(Tie(keys[0], Relation.SUBGROUP_OF, "board/0", words(name, 2, "2021-01-01", name)))
    ties = [tie for tie in ties if tie.subject != tie.object]
    return View(tuple(sorted(things)), tuple(sorted(seats)), tuple(ties), (), "2021-01-01", 1)

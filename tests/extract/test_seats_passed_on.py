"""Seats that one person takes from another, and from which day the other has left."""

from __future__ import annotations

import datetime as dt

import pytest
from reading import facts_of

from whosat.ontology.facts import Membership

BOARD = "Ashmere Harbour Board"
HEAD = (
    f"{BOARD}\nMinutes of the meeting held on 12 September 2023\n\n"
    "Present: Ann Bellamy (Chair), Miles Bancroft\n\n1. Membership changes\n"
)
MET = dt.date(2023, 9, 12)


def seats(text: str, who: str) -> list[Membership]:
    return [one for one in facts_of(HEAD + text).memberships if one.member == who]


@pytest.mark.parametrize(
    "said",
    [
        "Cleo Marsh was welcomed as the new member for Selwick Town Council in place of Rosa Quaife.",
        "AB welcomed Cleo Marsh, the new member for Selwick Town Council, in place of Rosa Quaife.",
        "Selwick Town Council has appointed Cleo Marsh to succeed Rosa Quaife.",
        "Selwick Town Council nominated Cleo Marsh to replace Rosa Quaife.",
    ],
)
def test_a_seat_passes_on(said: str) -> None:
    new, old = seats(said, "Cleo Marsh"), seats(said, "Rosa Quaife")
    assert [(one.body, one.started) for one in new] == [(BOARD, MET)]
    assert new[0].representing == "Selwick Town Council"
    assert [(one.body, one.ended, one.ended_by) for one in old] == [(BOARD, MET, "replaced")]


def test_whom_a_pronoun_means() -> None:
    said = (
        "Dr Owen Hartle has stepped down from the Board with effect from 1 October 2023. "
        "Ashmere Care Trust has nominated Marguerite Eliot-Banks to succeed him as Vice-Chair."
    )
    (new,) = seats(said, "Marguerite Eliot-Banks")
    assert (new.role, new.representing) == ("vice chair", "Ashmere Care Trust")
    assert new.started == dt.date(2023, 10, 1)
    assert [one.ended for one in seats(said, "Owen Hartle")] == [dt.date(2023, 10, 1)]


def test_the_day_told_goes_before_the_day_of_the_meeting() -> None:
    said = (
        "AB welcomed Priya Nandy, who replaces Idris Fenn as the representative of Ashmere College. "
        "The Board thanked Idris Fenn, who retired on 31 May 2023."
    )
    assert {one.ended for one in seats(said, "Idris Fenn")} == {dt.date(2023, 5, 31)}
    assert [one.started for one in seats(said, "Priya Nandy")] == [MET]


@pytest.mark.parametrize(
    "said",
    [
        "Cleo Marsh attended in place of Rosa Quaife.",
        "Cleo Marsh was welcomed, attending in place of Rosa Quaife.",
        "It was proposed that Cleo Marsh be appointed in place of Rosa Quaife.",
        "Rosa Quaife, who retired on 31 May 2010, spoke of her paintings.",
    ],
)
def test_no_seat_passes_on(said: str) -> None:
    assert not seats(said, "Rosa Quaife")
    assert not seats(said, "Cleo Marsh")

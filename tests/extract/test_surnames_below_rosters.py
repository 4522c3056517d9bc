"""A title and a surname below a roster mean the one whom it gives with that surname, not another."""

from __future__ import annotations

import pytest
from reading import facts_of

TOP = (
    "LITTLE WENLOW PARISH COUNCIL\n\nMinutes of the Annual Meeting of the Parish Council held on Monday 15th "
    "May 2017 at 7.30pm in the Village Hall\n\nPresent: Cllrs A. Bell (Chairman), J. Fenn (Vice Chairman), "
    "S. Orrell, Mrs D. Vale, T. Lunn\nAlso present: the Clerk (Mrs Zoe Fox)\n\n17/02 Apologies for absence\n"
    "Cllr B. Noakes (holiday)\n\n17/03 {}\nVillage Hall Committee - Cllr Vale\n"
    "Barset Association of Local Councils - Cllr Fenn\nWenlow Flood Forum - Cllrs Orrell and Lunn\n\n"
    "17/04 Casual vacancy\nNone.\n"
)
HEADINGS = [
    "Representatives on outside bodies",
    "Representatives to outside organisations",
    "Reports from outside bodies/representatives",
    "Representation on other bodies",
    "Appointments to outside bodies",
]


@pytest.mark.parametrize("heading", HEADINGS)
def test_councillors_represent_the_council_and_are_nobody_new(heading: str) -> None:
    facts = facts_of(TOP.format(heading))
    names = {one.name for one in facts.entities if one.kind.value == "person"}
    assert names == {"A. Bell", "J. Fenn", "S. Orrell", "D. Vale", "T. Lunn", "Zoe Fox", "B. Noakes"}
    assert {one.person for one in facts.attendances} == names
    assert {one.representing for one in facts.attendances} == {None}


@pytest.mark.parametrize("heading", [one for one in HEADINGS if not one.startswith("Reports")])
def test_their_seats_on_those_bodies(heading: str) -> None:
    seats = {(one.member, one.body) for one in facts_of(TOP.format(heading)).memberships}
    assert ("S. Orrell", "Wenlow Flood Forum") in seats
    assert ("T. Lunn", "Wenlow Flood Forum") in seats
    assert ("J. Fenn", "Barset Association of Local Councils") in seats

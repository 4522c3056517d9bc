"""Seats that minutes hand out, and how boards hang together, in the words of minutes of all sorts."""

from __future__ import annotations

import pytest
from reading import TITLE, facts_of

HEAD = (
    TITLE + "Present: Graham Tolley (Chair), Priya Nandy, Owen Hartle\nIn attendance: Lena Osgood (Clerk)\n\n"
    "1. Welcome\nThe meeting began at noon.\n\n2. Other boards\n"
)
OWN = "Ashmere Harbour Trust"
GT, PN, OH = "Graham Tolley", "Priya Nandy", "Owen Hartle"
FORUM = "Barset Coast Forum"


def seats(text: str) -> set[tuple[str, str]]:
    return {(one.member, one.body) for one in facts_of(HEAD + text).memberships}


def links(text: str) -> set[tuple[str, str, str]]:
    return {(one.subject, one.relation.value, one.object) for one in facts_of(HEAD + text).links}


@pytest.mark.parametrize(
    "said",
    [
        "Owen Hartle is a member of the Barset Coast Forum.",
        "Owen Hartle sits on the Barset Coast Forum.",
        "Owen Hartle will represent the Trust on the Barset Coast Forum.",
        "Owen Hartle is our representative on the Barset Coast Forum.",
        "Owen Hartle agreed to serve on the Barset Coast Forum.",
        "Members of the Barset Coast Forum: Owen Hartle.",
        "Representatives on outside bodies\nBarset Coast Forum - Owen Hartle\n",
    ],
)
def test_a_seat_on_another_body(said: str) -> None:
    assert (OH, FORUM) in seats(said)


@pytest.mark.parametrize(
    "said",
    [
        "It was proposed that Owen Hartle join the Barset Coast Forum, but he declined.",
        "Owen Hartle attended a meeting of the Barset Coast Forum.",
        "Owen Hartle may sit on the Barset Coast Forum if he is asked.",
    ],
)
def test_no_seat(said: str) -> None:
    assert (OH, FORUM) not in seats(said)


@pytest.mark.parametrize(
    "text",
    [
        "Election of officers: Chair – Graham Tolley; Treasurer – Owen Hartle; Secretary – Priya Nandy.",
        "Election of Officers\nChairman: Graham Tolley\nTreasurer: Owen Hartle\nSecretary: Priya Nandy\n",
        "Election of officers\nGraham Tolley - Chair\nOwen Hartle - Treasurer\nPriya Nandy - Secretary\n",
    ],
)
def test_officers_elected_in_a_list(text: str) -> None:
    found = {(one.member, one.role) for one in facts_of(HEAD + text).memberships if one.body == OWN}
    assert {(GT, "chair"), (OH, "treasurer"), (PN, "secretary")} <= found


@pytest.mark.parametrize(
    ("said", "link"),
    [
        (
            "The Coast Group feeds into the Barset Environment Board.",
            ("Coast Group", "reports to", "Barset Environment Board"),
        ),
        (
            "The Barset Environment Board has set up a Drainage Task Group.",
            ("Drainage Task Group", "subgroup of", "Barset Environment Board"),
        ),
        (
            "The Barset Community Foundation has agreed to fund the Selwick Youth Forum for three years.",
            ("Barset Community Foundation", "funds", "Selwick Youth Forum"),
        ),
    ],
)
def test_links(said: str, link: tuple[str, str, str]) -> None:
    assert link in links(said)

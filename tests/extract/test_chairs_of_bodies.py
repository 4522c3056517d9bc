"""Whose chair a sentence speaks of: the body's that it names, never the meeting's, never an employer's."""

from __future__ import annotations

import pytest
from reading import TITLE, facts_of

WITHOUT = TITLE + "Present: Graham Tolley, Priya Nandy, Owen Hartle\n\n1. Welcome\nIt began.\n\n2. Groups\n"
WITH = WITHOUT.replace("Graham Tolley,", "Graham Tolley (Chair),")
OWN, QUAY, PN = "Ashmere Harbour Trust", "Quay Task Group", "Priya Nandy"


def chairs(text: str) -> set[tuple[str, str]]:
    """Who chairs what, by the seats and by the meeting's roster."""
    facts = facts_of(text)
    seats = {(one.member, one.body) for one in facts.memberships if one.role == "chair"}
    return seats | {(one.person, OWN) for one in facts.attendances if one.role == "chair"}


TOLD = [
    "The Quay Task Group has been set up, chaired by Priya Nandy.",
    "A Quay Task Group was formed under the chairmanship of Priya Nandy.",
    "The Quay Task Group is chaired by Priya Nandy.",
    "The Quay Task Group, whose chair is Priya Nandy, grew.",
    "The Quay Task Group (chaired by Priya Nandy) grew.",
    "The Quay Task Group (chair: Priya Nandy) grew.",
    "The Quay Task Group (Chair Priya Nandy) grew.",
    "The Quay Task Group has Priya Nandy as its chair.",
    "The Quay Task Group, with Priya Nandy as chair, grew.",
    "The Quay Task Group elected Priya Nandy as its chair.",
    "The Quay Task Group grew and Priya Nandy was elected chair.",
    "Priya Nandy chairs the Quay Task Group.",
    "Priya Nandy will chair the Quay Task Group.",
    "Priya Nandy agreed to chair the Quay Task Group.",
    "Priya Nandy, who chairs the Quay Task Group, reported.",
    "Priya Nandy, as chair of the Quay Task Group, reported.",
    "The chair of the Quay Task Group is Priya Nandy.",
    "The chair of the Quay Task Group, Priya Nandy, reported.",
    "Chair of the Quay Task Group: Priya Nandy",
    "The Quay Task Group will be chaired by Priya Nandy.",
    "The Quay Task Group continues to be chaired by Priya Nandy.",
    "The Quay Task Group's chair is Priya Nandy.",
    "The Quay Task Group's chair, Priya Nandy, reported.",
    "Priya Nandy has taken over as chair of the Quay Task Group.",
    "Priya Nandy was elected chair by the Quay Task Group.",
    "The Quay Task Group is a sub-group of the Ashmere Harbour Board and is\nchaired by Priya Nandy.",
    "It was agreed to set up a Quay Task Group chaired by Priya Nandy.",
    "Owen Hartle reported on the Quay Task Group, which Priya Nandy chairs.",
    "Quay Task Group - chaired by Priya Nandy",
    "The Quay Task Group has been set up under Priya Nandy's chairmanship.",
]


@pytest.mark.parametrize("said", TOLD)
def test_a_chair_is_the_body_s_of_the_sentence(said: str) -> None:
    assert chairs(WITHOUT + said + "\n") == {(PN, QUAY)}
    assert chairs(WITH + said + "\n") == {(PN, QUAY), ("Graham Tolley", OWN)}


@pytest.mark.parametrize(
    "said",
    [
        "A sub-committee was set up, chaired by Priya Nandy.",
        "The Quay Task Group is led by Priya Nandy.",
        "Priya Nandy was asked to chair the Quay Task Group.",
        "The next meeting will be chaired by Priya Nandy.",
        "The Quay Task Group was set up by the Ashmere Harbour Board, chaired by Priya Nandy.",
    ],
)
def test_nobody_chairs_by_a_sentence_that_leaves_it_open(said: str) -> None:
    assert chairs(WITHOUT + said + "\n") == set()


@pytest.mark.parametrize(
    "said",
    [
        "Chaired by: Priya Nandy",
        "The meeting was chaired by Priya Nandy.",
        "Priya Nandy took the chair.",
        "The Ashmere Harbour Trust is chaired by Priya Nandy.",
    ],
)
def test_the_meeting_s_own_chair(said: str) -> None:
    assert chairs(WITHOUT + said + "\n") == {(PN, OWN)}


@pytest.mark.parametrize("mark", ["(Chairman)", "(Chair)", "(Vice Chair)"])
def test_a_chair_in_a_bracket_is_none_of_the_employer(mark: str) -> None:
    page = (
        "<h1>Ashmere Harbour Trust</h1><p>Minutes of a meeting held on 6 March 2017</p><p>Present:</p><table>"
        f"<tr><th>Member</th><th>Representing</th></tr><tr><td>Cllr Ida Moss {mark}</td>"
        "<td>Barset County Council</td></tr><tr><td>Owen Hartle</td><td>Barset Arts</td></tr></table>"
        "<h2>2. Chair</h2><p>Owen Hartle took the chair for this meeting.</p>"
    )
    assert not [
        one for one in facts_of(page, "minutes.html").memberships if one.body == "Barset County Council"
    ]

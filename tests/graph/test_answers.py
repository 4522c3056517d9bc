from __future__ import annotations

import datetime as dt
from dataclasses import replace

import harbour
import pytest

from whosat.graph import answers
from whosat.ontology.facts import Membership

BOARD = f"{harbour.BASE}/board/harbour-partnership-board"
SKILLS = f"{harbour.BASE}/board/tidal-skills-group"


def test_who_lists_members_chairs_first() -> None:
    seats = answers.who(harbour.store(), BOARD)
    assert [seat.name for seat in seats] == ["Ada Ferrier", "Carl Ashdown", "Bo Lindqvist"]
    assert not any(seat.stated for seat in seats)


def test_a_seat_tells_role_organisation_and_how_far_it_reaches() -> None:
    ada = answers.who(harbour.store(), BOARD)[0]
    assert ada.organisations == ("Quayside Council",)
    assert [(role.role, role.last) for role in ada.roles] == [("chair", dt.date(2010, 6, 4))]
    assert (ada.first, ada.last) == (dt.date(2010, 6, 4), dt.date(2010, 10, 8))


def test_a_seat_shows_the_words_it_rests_on_the_latest_first() -> None:
    store = harbour.store()
    carl = answers.who(store, BOARD)[1]
    proofs = answers.seat_proofs(store, carl, carl.name)
    assert proofs[0].file == "harbour-2010-10.txt"
    assert proofs[0].words == "Carl Ashdown (Chair) – Ferry Users Forum"
    assert all("Ashdown" in proof.words for proof in proofs)


def test_boards_of_a_person_are_the_same_facts() -> None:
    store = harbour.store()
    dee = answers.boards(store, f"{harbour.BASE}/person/dee-marlow")
    assert [(seat.name, seat.stated, seat.roles[0].role) for seat in dee] == [
        ("Tidal Skills Group", True, "treasurer")
    ]
    assert answers.who(store, SKILLS)[0].spells == dee[0].spells


def seated(**changes: object):
    october = harbour.october()
    fact = replace(october.memberships[0], **changes)
    return answers.who(harbour.store(replace(october, memberships=(fact,))), SKILLS)[0]


def test_a_resignation_ends_a_seat() -> None:
    seat = seated(started=None, ended=dt.date(2010, 9, 1), seen=None, ended_by="resigned")
    assert seat.ended is not None
    assert (seat.ended.ended, seat.ended.ended_by) == (dt.date(2010, 9, 1), "resigned")


def test_who_was_seen_after_a_resignation_is_back() -> None:
    october = harbour.october()
    stated = october.memberships[0]
    left = replace(stated, started=None, seen=None, ended=dt.date(2010, 9, 1), ended_by="resigned")
    back = replace(stated, seen=dt.date(2010, 10, 8), started=None)
    store = harbour.store(replace(october, memberships=(left, back)))
    assert answers.who(store, SKILLS)[0].ended is None


@pytest.mark.parametrize("role", ["Chairman", "Chair", "chairperson"])
def test_the_words_for_a_chair_are_one_role(role: str) -> None:
    assert seated(role=role).roles[0].role == "chair"


def test_an_organisation_can_be_a_member() -> None:
    october = harbour.october()
    fact = Membership("Quayside Council", "Tidal Skills Group", october.memberships[0].evidence)
    seats = answers.who(harbour.store(replace(october, memberships=(fact,))), SKILLS)
    assert [seat.name for seat in seats] == ["Quayside Council"]

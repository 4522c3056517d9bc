from __future__ import annotations

import datetime as dt
from dataclasses import replace

import harbour

from whosat.graph.memberships import infer
from whosat.ontology.facts import Status


def seats(*documents):
    found = infer(documents, harbour.resolution(documents))
    return {(s.person.split("/")[1], s.role): s for s in found}


def test_members_are_inferred_and_guests_and_deputies_are_not() -> None:
    found = seats(harbour.june())
    assert set(found) == {("ada-ferrier", "chair"), ("bo-lindqvist", None), ("carl-ashdown", None)}


def test_the_deputised_member_keeps_the_seat() -> None:
    june = harbour.june()
    without_apology = replace(
        june, attendances=tuple(a for a in june.attendances if a.status != Status.APOLOGIES)
    )
    carl = seats(without_apology)["carl-ashdown", None]
    assert carl.count == 1
    assert carl.organisation == "organisation/ferry-users-forum"


def test_a_seat_reaches_from_the_first_to_the_last_sighting_and_no_further() -> None:
    bo = seats(harbour.june(), harbour.october())["bo-lindqvist", None]
    assert (bo.first, bo.last, bo.count) == (dt.date(2010, 6, 4), dt.date(2010, 10, 8), 2)


def test_a_role_has_dates_of_its_own() -> None:
    found = seats(harbour.june(), harbour.october())
    assert found["ada-ferrier", "chair"].last == dt.date(2010, 6, 4)
    assert found["ada-ferrier", None].first == dt.date(2010, 10, 8)


def test_a_chair_among_the_guests_sits_on_the_body() -> None:
    june = harbour.june()
    chair = replace(june.attendances[0], status=Status.IN_ATTENDANCE)
    assert ("ada-ferrier", "chair") in seats(replace(june, attendances=(chair,)))


def test_two_attendances_at_one_meeting_are_one_sighting() -> None:
    june = harbour.june()
    assert seats(june)["carl-ashdown", None].count == 1


def test_a_meeting_of_no_known_body_shows_no_seat() -> None:
    june = harbour.june()
    assert seats(replace(june, meetings=(replace(june.meetings[0], body=None),))) == {}


def test_without_an_organisation_a_sighting_joins_the_only_one() -> None:
    october = harbour.october()
    bare = replace(october, attendances=tuple(replace(a, representing=None) for a in october.attendances))
    bo = seats(harbour.june(), bare)["bo-lindqvist", None]
    assert (bo.organisation, bo.count) == ("organisation/dockers-trust", 2)

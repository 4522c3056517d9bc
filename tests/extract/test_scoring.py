"""Scores: what is right counts, what is missed and invented is named, further right answers are accepted."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from whosat.extract.likeness import body_among, paired, plain_person, same_person
from whosat.extract.scoring import Score, Tally, score_document, total
from whosat.ontology.facts import (
    Action,
    Attendance,
    DocumentFacts,
    Entity,
    Evidence,
    Kind,
    Link,
    Meeting,
    Relation,
    Status,
)

SEEN = Evidence((), 1.0, "test")


def facts(*attendances: Attendance, entities: tuple[Entity, ...] = (), **more: Any) -> DocumentFacts:
    meeting = Meeting("Harbour Forum", dt.date(2019, 5, 2), SEEN, place="Dock House, Quay Street")
    return DocumentFacts(
        "a.txt", "0", "txt", "", meetings=(meeting,), attendances=attendances, entities=entities, **more
    )


def attended(name: str, status: Status = Status.PRESENT, **more: Any) -> Attendance:
    return Attendance(0, name, status, SEEN, **more)


def gold(*attendance: dict[str, Any], **more: Any) -> dict[str, Any]:
    meeting = {"body": "The Harbour Forum", "date": "2019-05-02", "place": "Dock House"}
    return {"meeting": meeting, "attendance": list(attendance), **more}


def test_everything_right_is_one_throughout() -> None:
    score = score_document(
        facts(
            attended("Ida Brown", role="chair", representing="Dock Trust"),
            attended("Omar Lee", Status.APOLOGIES),
            attended("Ann Poe", deputising_for="Omar Lee"),
        ),
        gold(
            {"person": "Ida Brown", "status": "present", "chair": True, "organisation": "Dock Trust"},
            {"person": "Omar Lee", "status": "apologies"},
            {"person": "Ann Poe", "status": "present", "deputises_for": "Omar Lee"},
        ),
        "a",
    )
    assert {kind for kind, tally in score.tallies.items() if tally.f1 != 1} == set()
    assert not score.missed
    assert not score.invented
    assert set(score.tallies) >= {
        "meeting date",
        "meeting body",
        "meeting place",
        "chair",
        "deputy",
        "apologies",
    }


def test_misses_and_inventions_are_named() -> None:
    score = score_document(
        facts(attended("Ida Brown", representing="Dock Trust"), attended("Quay Street")),
        gold({"person": "Ida Brown", "status": "apologies"}, {"person": "Omar Lee", "status": "present"}),
        "a",
    )
    assert score.tallies["attendee"] == Tally(1, 2, 2)
    assert score.missed["attendee"] == ["Omar Lee"]
    assert score.invented["attendee"] == ["Quay Street"]
    assert score.missed["attendee+status"] == ["Ida Brown: apologies (said: present)"]
    assert score.invented["attendee+organisation"] == ["Ida Brown: Dock Trust"]
    assert score.tallies["apologies"] == Tally(0, 0, 1)


def test_further_right_answers_are_accepted() -> None:
    wanted = {
        "person": "Ida Brown",
        "aliases": ["Ida Marie Browne"],
        "status": "present",
        "also_accept_status": ["minutes"],
        "organisation": None,
        "also_accept_organisation": ["Dock Trust"],
    }
    score = score_document(
        facts(attended("Ida Marie Browne", Status.MINUTE_TAKER, representing="Dock Trust")), gold(wanted), "a"
    )
    assert score.tallies["attendee+status"].f1 == 1
    assert score.tallies["attendee+organisation"] == Tally(0, 0, 0)
    assert "minute taker" not in score.tallies


def test_aliases_of_the_document_count_for_people_and_bodies() -> None:
    entities = (
        Entity(Kind.ORGANISATION, "DT", SEEN, aliases=("Dock Trust",)),
        Entity(Kind.PERSON, "I Brown", SEEN, aliases=("Ida Brown",)),
    )
    score = score_document(
        facts(attended("I Brown", representing="DT"), entities=entities),
        gold(
            {"person": "Ida Brown", "status": "present", "organisation": "Dock Trust"},
            organisations=["Dock Trust"],
        ),
        "a",
    )
    assert score.tallies["attendee+organisation"].f1 == 1
    assert score.tallies["organisation (recall)"].recall == 1


def test_meetings_without_attendances_do_not_count() -> None:
    only_mentioned = facts()
    score = score_document(only_mentioned, gold({"person": "Ida Brown", "status": "present"}), "a")
    assert score.tallies["meeting date"] == Tally(0, 1, 1)


def test_an_unread_document_misses_everything() -> None:
    score = score_document(None, gold({"person": "Ida Brown", "status": "present"}), "a")
    assert score.tallies["attendee"] == Tally(0, 0, 1)
    assert score.tallies["attendee"].f1 == 0


def test_a_roster_where_there_is_none_is_invention() -> None:
    score = score_document(facts(attended("Ida Brown")), {"meeting": None, "attendance": []}, "a")
    assert score.tallies["attendee where there is no roster"] == Tally(0, 1, 0)
    assert score.invented["attendee where there is no roster"] == ["Ida Brown"]


def test_earlier_actions_do_not_count_against() -> None:
    told = (
        Action("Circulate the revised plan", ("Ida Brown",), SEEN),
        Action("Order new buoys for the harbour", ("Omar Lee",), SEEN),
    )
    wanted = gold(
        {"person": "Ida Brown", "status": "present"},
        actions=[{"owner": ["Ida Brown"], "text": "Circulate the plan"}],
        prior_actions=[{"owner": ["Omar Lee"], "text": "Order new buoys"}],
    )
    assert score_document(facts(actions=told), wanted, "a").tallies["action+owner"] == Tally(1, 1, 1)


def test_actions_need_their_owner() -> None:
    told = (Action("Circulate the plan", ("Omar Lee",), SEEN),)
    wanted = gold(
        {"person": "x", "status": "present"}, actions=[{"owner": ["Ida Brown"], "text": "Circulate the plan"}]
    )
    assert score_document(facts(actions=told), wanted, "a").tallies["action+owner"] == Tally(0, 1, 1)


def test_structure_and_memberships_count_misses_only() -> None:
    link = Link("Buoy Group", Relation.SUBGROUP_OF, "Harbour Forum", SEEN)
    wanted = gold(
        {"person": "Ida Brown", "status": "present"},
        structure=[
            {"subject": "Buoy Group", "relation": "subgroup of", "object": "Harbour Forum"},
            {"subject": "Buoy Group", "relation": "reports to", "object": "Harbour Forum"},
        ],
        memberships=[{"person": "Ida Brown", "body": "Harbour Forum"}],
    )
    score = score_document(facts(attended("Ida Brown"), links=(link,)), wanted, "a")
    assert score.tallies["structure (recall)"] == Tally(1, 1, 2)
    assert score.missed["structure (recall)"] == ["Buoy Group reports to Harbour Forum"]
    assert score.tallies["membership (recall)"] == Tally(1, 1, 1)


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("Dr Jane Smith", "Jane Smith OBE", True),
        ("Rt Hon Jane Smith", "jane smith (Chair)", True),
        ("Jane Ann Smith", "Jane Smith", True),
        ("Jane Ann Smith", "Jane Beth Smith", False),
        ("Jane Smith", "Janet Smith", False),
        ("Smith", "Jane Smith", False),
        ("", "", False),
    ],
)
def test_same_person(left: str, right: str, one: bool) -> None:
    assert same_person(plain_person(left), plain_person(right)) is one


def test_bodies_may_differ_in_a_letter_and_an_ampersand() -> None:
    assert body_among(["The Children’s Trust & Board"], ["Childrens Trust and Board"])
    assert body_among(["Wearmouth Housing Forum"], ["Wearmouth Housing Fourm"])
    assert not body_among(["Wearmouth Housing Forum"], ["Wearmouth Homes Forum"])
    assert not body_among([""], [""])


def test_each_finding_answers_for_one_truth() -> None:
    right, missed, extra = paired(["a", "a", "b"], ["a", "c"], lambda left, right: left == right)
    assert (right, missed, extra) == (1, ["a", "b"], ["c"])


def test_totals_sum_over_documents_in_a_fixed_order() -> None:
    one, other = Score("a"), Score("b")
    one.put("chair", Tally(1, 1, 2))
    other.put("attendee", Tally(3, 4, 3))
    other.put("chair", Tally(0, 1, 1))
    assert list(total([one, other]).items()) == [("attendee", Tally(3, 4, 3)), ("chair", Tally(1, 2, 3))]


def test_nothing_found_where_nothing_is_is_right() -> None:
    assert (Tally(0, 0, 0).precision, Tally(0, 0, 0).recall) == (1, 1)
    assert Tally(0, 0, 3).precision == 0

"""Rosters of partnerships, where nearly everybody stands for an organisation: who for which."""

from __future__ import annotations

import pytest
from reading import ITEM, TITLE, bodies, facts_of, roster, statuses, table_of

from whosat.ontology.facts import Attendance, DocumentFacts


def of(text: str) -> dict[str, Attendance]:
    return {one.person: one for one in facts_of(text).attendances}


def body(facts: DocumentFacts) -> str | None:
    return next(meeting.body for meeting in facts.meetings if meeting.minuted)


@pytest.mark.parametrize(
    ("lines", "name", "organisation"),
    [
        (
            "Present:\nRelate Support: Priya Nandy\nOwen Marsh Police: Owen Hartle",
            "Priya Nandy",
            "Relate Support",
        ),
        (
            "Present:\nLincoln Wolds Police: C/Insp Owen Hartle, Sgt Maud Finch",
            "Maud Finch",
            "Lincoln Wolds Police",
        ),
        ("Present: Ivor Bright\nPolice attending - CI Owen Hartle, PS Maud Finch", "Maud Finch", "Police"),
        ("Present: Ivor Bright\nCorve Council representatives: Owen Hartle", "Owen Hartle", "Corve Council"),
        (
            "Present:\nJim Tolley - Council for Voluntary Service\nOwen Hartle - LSP Manager",
            "Jim Tolley",
            "Council for Voluntary Service",
        ),
        ("Present: Ivor Bright (Mind), Owen Hartle (openCorve)", "Owen Hartle", "openCorve"),
        (
            "Present:\nIvor Bright, Corve Trust\nOwen Hartle, Selwick Assessors",
            "Owen Hartle",
            "Selwick Assessors",
        ),
        (
            "Present:\nMaj (Retd) Owen Hartle\tCorve Legion\nCllr A Puddy\tSelwick TC",
            "Owen Hartle",
            "Corve Legion",
        ),
        (
            "Present: Priya Nandy (Corve Water), Jess P (EA), Mo Finch (Selwick DC), Ivor Bright (Dorne)",
            "Jess P",
            "EA",
        ),
        (
            "Present:\nOwen Hartle, Chief Executive, Transport for Greater Selwick\nMaud Finch, Mind",
            "Owen Hartle",
            "Transport for Greater Selwick",
        ),
        (
            "Present:\nJ. Hartle, V. Finch         Corve Community Council\nB. Bright      Mencap Corve",
            "J. Hartle",
            "Corve Community Council",
        ),
        (
            "Present:\nOwen Hartle\nProviders' Forum rep\nMaud Finch\nCorve Council",
            "Owen Hartle",
            "Providers' Forum",
        ),
        (
            "Present: Corve Council (Owen Hartle), Selwick Estates, Dorne Trust (Maud Finch)",
            "Maud Finch",
            "Dorne Trust",
        ),
        (
            "Present: Ivor Bright (Corve Trust)\nApologies: Shelter Dorne (Maud Finch)",
            "Maud Finch",
            "Shelter Dorne",
        ),
    ],
)
def test_for_which_organisation_somebody_came(lines: str, name: str, organisation: str) -> None:
    assert bodies(lines)[name] == organisation


def test_who_stands_for_whom_is_told_above() -> None:
    found = bodies(
        "Present Representing Corve Council\nCouncillor Owen Hartle (Chair); Maud Finch, Chief Executive\n\n"
        "Representing the Voluntary Sector\nPriya Nandy, Corve Action; Ivor Bright, Selwick Youth Trust\n\n"
        "Representing Selwick Enterprise\nJim Tolley\n\nApologies\nAnn Dace, Dorne Council\n"
    )
    assert found == {
        "Owen Hartle": "Corve Council",
        "Maud Finch": "Corve Council",
        "Priya Nandy": "Corve Action",
        "Ivor Bright": "Selwick Youth Trust",
        "Jim Tolley": "Selwick Enterprise",
        "Ann Dace": "Dorne Council",
    }


def test_visitors_from_one_body_and_the_next() -> None:
    found = bodies(
        "Present:\nIvor Bright\nIn attendance:\nFrom Corve Constabulary\nDCC Owen Hartle\nACC Maud Finch\n"
    )
    assert found == {
        "Ivor Bright": None,
        "Owen Hartle": "Corve Constabulary",
        "Maud Finch": "Corve Constabulary",
    }


def test_rows_with_headings_below_a_table_of_names() -> None:
    found = roster(
        "Present:\nIvor Bright\tCorve Council\nMaud Finch\tSelwick Police\nOwen Hartle\tDorne Trust\n\n"
        "Apologies:\tPriya Nandy\t(Corve Water)\n\nMinutes:\tAnn Dace"
    )
    assert {name: one.status.value for name, one in found.items()} == {
        "Ivor Bright": "present",
        "Maud Finch": "present",
        "Owen Hartle": "present",
        "Priya Nandy": "apologies",
        "Ann Dace": "minute taker",
    }
    assert found["Priya Nandy"].representing == "Corve Water"


@pytest.mark.parametrize(
    "lines",
    [
        "Present: Ivor Bright\nApologies: Maud Finch\n\nAnn Dace, Board Officer (minutes)",
        "Present: Ivor Bright\n\nApologies - Maud Finch\n\nMinutes - Ann Dace",
    ],
)
def test_who_took_the_minutes_stands_below_those_away(lines: str) -> None:
    assert statuses(lines) == {
        "Ivor Bright": "present",
        "Maud Finch": "apologies",
        "Ann Dace": "minute taker",
    }


def test_other_agencies_are_no_guests() -> None:
    found = statuses("Present:\nHealth members\nIvor Bright, Corve PCT\nOther agencies\nMaud Finch, Police\n")
    assert found == {"Ivor Bright": "present", "Maud Finch": "present"}


def test_a_post_below_an_organisation_is_of_the_person_above() -> None:
    found = roster(
        "Present:\nMaud Finch\nCorve Council\nChair\nDr Ivor Bright\nSelwick Trust\nOwen Hartle\nDorne TC\n"
    )
    assert {name: one.role for name, one in found.items()} == {
        "Maud Finch": "chair",
        "Ivor Bright": None,
        "Owen Hartle": None,
    }
    assert found["Owen Hartle"].representing == "Dorne TC"


def test_two_who_share_the_chair() -> None:
    found = roster("Present: Councillors Maud Finch and Ivor Bright (co-chairs); Owen Hartle – Corve Streets")
    assert {name for name, one in found.items() if one.role == "chair"} == {"Maud Finch", "Ivor Bright"}


def test_a_surname_in_the_list_and_the_name_in_the_chair_are_one() -> None:
    found = roster(
        "Present:\nCorve Council\nCouncillors Bell, Finch, Hartle and Nandy\n\nSelwick Council\n"
        "Councillors Bright and Dace\n\nCouncillor M. Nandy in the Chair\n"
    )
    assert len(found) == 6
    assert (found["M. Nandy"].representing, found["M. Nandy"].role) == ("Corve Council", "chair")


def test_a_list_of_members_with_apologies_is_the_roster() -> None:
    found = of(
        "CORVE SCHOOLS FORUM\nDate: 16 October 2019\nVenue: Cole Road\n\nMembership\nPrimary Headteachers\n"
        "Mrs J Finch - St Wilfrid's Primary\nMr T Hartle - Larkfield Primary\n\nSpecial Schools\n"
        "Ms H Bright - Corve High School (Chair)\n\nApologies: Mr B Dace (Larch Grove Nursery)\n"
    )
    assert {name: one.representing for name, one in found.items()} == {
        "J Finch": "St Wilfrid's Primary",
        "T Hartle": "Larkfield Primary",
        "H Bright": "Corve High School",
        "B Dace": "Larch Grove Nursery",
    }


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (
            "CORVE & DORNE\nLOCAL STRATEGIC PARTNERSHIP\n\nNotes of the Board meeting held on 4 May 2007",
            "Corve & Dorne Local Strategic Partnership Board",
        ),
        (
            "Corve Voluntary Sector Assembly – Steering Group\n4 May 2007",
            "Corve Voluntary Sector Assembly Steering Group",
        ),
        (
            "River Corve Partnership - steering group call\n4.5.2007, Zoom",
            "River Corve Partnership Steering Group",
        ),
        ("Corve Estuary Forum, Harbour Trust offices, 4th May 2007. Minutes", "Corve Estuary Forum"),
        ("DIVERSITY BOARD: Decision summary\n4 May 2007", "Diversity Board"),
    ],
)
def test_the_body_of_a_title(head: str, name: str) -> None:
    facts = facts_of(
        head + "\n\nPresent:\nMaud Finch (Chair), Corve Council\nIvor Bright, Dorne Trust\n" + ITEM
    )
    assert (body(facts) or "").lower() == name.lower()


def test_the_body_itself_is_nobodys_organisation() -> None:
    text = TITLE.replace("Ashmere Harbour Trust", "Corve Community Rail Partnership")
    found = of(text + "Present:\nOwen Hartle (CRP Officer)\nMaud Finch (Corve Rail Users)\n" + ITEM)
    assert found["Owen Hartle"].representing is None
    assert found["Maud Finch"].representing == "Corve Rail Users"


def test_a_row_without_cells_is_no_row_of_cards() -> None:
    rows = [
        ("Ivor Bright", "Maud Finch"),
        ("Corve Council", "Dorne Trust"),
        ("", ""),
        ("Owen Hartle", "Jim Tolley"),
    ]
    page = f"<h1>Corve Forum</h1><p>Minutes of 6 March 2017</p><h2>Present</h2>{table_of(rows)}"
    assert facts_of(page, "minutes.html").attendances

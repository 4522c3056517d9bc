"""Rosters of trusts, safeguarding boards and patients' groups, each laid out in its own way."""

from __future__ import annotations

import pytest
from reading import bodies, facts_of, jobs, roster, statuses


def who(text: str) -> dict[str, tuple[str, str | None]]:
    """How each stood to the meeting, and for whom."""
    return {one.person: (one.status.value, one.representing) for one in facts_of(text).attendances}


def test_governors_who_watch_a_board_are_guests() -> None:
    found = statuses(
        "Present:\tMr Graham Tolley\tChairman\n\tMrs Priya Nandy\tNon-Executive Director\n\n"
        "In Attendance:\tMs Maud Finch\tCompany Secretary\n\n"
        "Governors in attendance:\tMr B Hartle, Mrs M Amery\n"
    )
    assert found["B Hartle"] == found["M Amery"] == "in attendance"
    assert found["Priya Nandy"] == "present"


@pytest.mark.parametrize("heading", ["Public Governors:", "Elected Governors (Staff):", "Staff Governors"])
def test_constituencies_are_no_bodies(heading: str) -> None:
    found = bodies(
        f"Present\n{heading}\nPriya Nandy (PN), Ambry Central\nOwen Hartle (OH), Nursing & Midwifery\n"
        "Appointed Governors:\nCllr Ruth Amery (RA), Dorne Borough Council\n"
    )
    assert found == {"Priya Nandy": None, "Owen Hartle": None, "Ruth Amery": "Dorne Borough Council"}


def test_patients_stand_by_a_letter() -> None:
    found = statuses(
        "Attendees:\nPractice Staff – Maud Finch (MF) Practice Manager, Dr Shah\n"
        "Patients – Ron B, Jean M, Joan & Roy P, Harbans S, Lionel F (Chair)\n\nApologies: Doug H\n"
    )
    assert found == {
        "Maud Finch": "present",
        "Shah": "present",
        "Ron B": "present",
        "Jean M": "present",
        "Joan P": "present",
        "Roy P": "present",
        "Harbans S": "present",
        "Lionel F": "present",
        "Doug H": "apologies",
    }


def test_wards_by_letter_are_nobody() -> None:
    assert set(roster("Present:\nGraham Tolley\nPriya Nandy\nOwen Hartle\n\nApologies:\nWard B\n")) == {
        "Graham Tolley",
        "Priya Nandy",
        "Owen Hartle",
    }


def test_names_before_dashes() -> None:
    found = bodies(
        "Attendees: DI Graham Tolley (Chair) - Ambry Police, Steph Dukes - Adult Social Care, "
        "Rick Amery - NPS, Bridie Nolan - LIFT\n"
    )
    assert found == {
        "Graham Tolley": "Ambry Police",
        "Steph Dukes": None,  # a department of any council
        "Rick Amery": "NPS",
        "Bridie Nolan": "LIFT",
    }


def test_a_firm_behind_a_titled_name_and_a_post() -> None:
    found = bodies(
        "Members\nMr Graham Tolley – Lay Member (Chair)\nMrs Priya Nandy – Lay Member\n\nApologies\n"
        "Mr Owen Hartle – Director, Grant Thornton\n"
    )
    assert found["Owen Hartle"] == "Grant Thornton" and len(found) == 3


def test_cells_one_a_line_in_turn_of_three() -> None:
    found = bodies(
        "Present\n\nName\n\nDesignation\n\nOrganisation\n\nCllr Ruth Amery (Chair)\n\nCabinet Member\n\n"
        "Dorne Council\n\nOwen Hartle\n\nChief Executive\n\nAmbry Voluntary Sector Council\n\nPriya Nandy\n\n"
        "Head of Children's Commissioning\n\nNHS Ambry\n"
    )
    assert found == {
        "Ruth Amery": "Dorne Council",
        "Owen Hartle": "Ambry Voluntary Sector Council",
        "Priya Nandy": "NHS Ambry",
    }


def test_letters_behind_names_with_nothing_between() -> None:
    found = bodies(
        "IN ATTENDANCE:\nNoeleen McIlhatton (Chair) LSHSCT\nMaura Conlon LSHSCT\nPhelim Quinlivan RQIA\n"
        "Grace Ballantine Age NI\n"
    )
    assert found == {
        "Noeleen McIlhatton": "LSHSCT",
        "Maura Conlon": "LSHSCT",
        "Phelim Quinlivan": "RQIA",
        "Grace Ballantine": "Age NI",
    }


def test_who_chairs_another_body_holds_a_post() -> None:
    found = roster(
        "Attendance\nCllr Ruth Amery (Chair) | Dorne County Council\nSir Owen Hartle | Chair, NHS Ambry ICB\n"
        "Priya Nandy | Chief Executive, NHS Ambry ICB\n"
    )
    assert [name for name, one in found.items() if one.role == "chair"] == ["Ruth Amery"]
    assert found["Owen Hartle"].representing == "NHS Ambry ICB"


def test_co_chairs_share_the_chair() -> None:
    found = roster(
        "Who came:\nOwen Hartle – Co-Chair, People Together\nMary Treadgold – Co-Chair, Assistant Director\n"
        "Stella Obi – Self Advocate\n"
    )
    assert [name for name, one in found.items() if one.role == "chair"] == ["Owen Hartle", "Mary Treadgold"]


def test_each_in_a_list_has_a_bracket_of_his_own() -> None:
    found = bodies(
        "Present:\nGraham Tolley, Ambry PCT (Chair)\nMaud Finch, Ambry Mind\n\nApologies received from "
        "Wayne Amery (Together), Dr Lal and Christine Mould (Jobcentre Plus)\n"
    )
    assert found["Lal"] is None and found["Christine Mould"] == "Jobcentre Plus"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Ambry\nLearning Disability\nPartnership Board\n\nMinutes of the meeting on 6 March 2017\n",
            "Ambry Learning Disability Partnership Board",
        ),
        (
            "Dorne Drug Action Team\n\nMinutes of DAT Meeting - 6th March 2017 - Net Loft\n",
            "Dorne Drug Action Team",
        ),
        (
            "Ambry NHS Foundation Trust\n\nCOUNCIL OF GOVERNORS (held virtually)\n6 March 2017\n",
            "Council of Governors",
        ),
    ],
)
def test_bodies_over_several_lines(title: str, body: str) -> None:
    (meeting,) = facts_of(title + "\nPresent\nMaud Finch (Chair)\nOwen Hartle\n").meetings
    assert meeting.body == body


def test_a_post_in_letters_beside_itself() -> None:
    lines = (
        "Present:\nMr Owen Hartle, Regional Director of Operations (RDO)\nMs Maud Finch, Nurse Executive\n"
    )
    assert bodies(lines) == {"Owen Hartle": None, "Maud Finch": None}
    assert jobs(lines)["Maud Finch"] == "Nurse Executive"


def test_the_chair_of_one_row() -> None:
    table = "|  | Attendee | Organisation |\n|--|--|--|\n| Chair | Ruth Amery | Dorne City Council |\n"
    table += "|  | Jo York-Hale | NHS Ambry ICB |\n|  | Andy Tolley | Dorne Vale NHS Trust |\n"
    table += "| Apologies | Maud Finch | Dorne City Council |\n"
    found = facts_of(f"Ambry Place Board – 6 March 2017\n\n{table}\n1. Welcome\n", "minutes.md").attendances
    assert [one.person for one in found if one.role == "chair"] == ["Ruth Amery"]
    assert {one.person: one.status.value for one in found}["Maud Finch"] == "apologies"


def test_whose_deputy_somebody_is() -> None:
    found = roster(
        "Present:\nAlex Finch (Independent Chair)\nChloe Hartle (Kim Lobb's deputy), Cafcass\n\n"
        "Apologies:\nKim Lobb, Cafcass\n"
    )
    assert found["Chloe Hartle"].deputising_for == "Kim Lobb"
    assert found["Chloe Hartle"].representing == "Cafcass"

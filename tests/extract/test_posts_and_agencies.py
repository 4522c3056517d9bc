"""Posts of care and safeguarding beside names, with the agency that they are held in right behind."""

from __future__ import annotations

import pytest
from reading import bodies

NAMES = ("Maud Finch", "Graham Tolley", "Priya Nandy", "Owen Hartle", "Ruth Amery")


def told(lead: str, *texts: str) -> list[str | None]:
    """For whom five people came, from what stands behind each one's name and `lead`."""
    found = bodies(
        "Present:\n" + "\n".join(f"{name}{lead}{text}" for name, text in zip(NAMES, texts, strict=True))
    )
    assert set(found) == set(NAMES)
    return [found[name] for name in NAMES]


@pytest.mark.parametrize("lead", [" - ", ", ", "\t", " "])
def test_a_post_ends_where_its_body_begins(lead: str) -> None:
    assert told(
        lead,
        "Designated Nurse Safeguarding Ambry CCG",
        "Head of Service Safeguarding and Quality Assurance Ambry County Council",
        "Housing Options Manager Dorne District Council",
        "Named Doctor North Ambry Hospitals NHS Trust",
        "Prescribing Adviser South Dorne PCT",
    ) == [
        "Ambry CCG",
        "Ambry County Council",
        "Dorne District Council",
        "North Ambry Hospitals NHS Trust",
        "South Dorne PCT",
    ]


@pytest.mark.parametrize("lead", [" - ", ", ", "\t"])
def test_bodies_in_letters_and_of_the_whole_land(lead: str) -> None:
    assert told(
        lead,
        "Head of Adult Safeguarding NWQPFT",
        "Deputy Governor HMP Dunmere",
        "Regional Manager National Probation Service",
        "Consultant in Public Health Dorne MDC",
        "Area Manager Ambry Fire and Rescue Service",
    ) == [
        "NWQPFT",
        "HMP Dunmere",
        "National Probation Service",
        "Dorne MDC",
        "Ambry Fire and Rescue Service",
    ]


@pytest.mark.parametrize("lead", [" - ", ", "])
def test_fields_constituencies_and_duties_are_no_bodies(lead: str) -> None:
    assert (
        told(
            lead,
            "GP Clinical Lead, North Locality",
            "Staff Governor – Nursing & Midwifery",
            "Freedom to Speak Up Guardian",
            "Designated Clinical Officer, SEND",
            "Chair of Audit Committee",
        )
        == [None] * 5
    )


def test_who_speaks_for_a_group_is_not_sent_by_it() -> None:
    assert (
        told(
            " - ",
            "LMC Representative",
            "Carer Representative",
            "MARAC Coordinator",
            "Partner Member – Primary Care",
            "Divisional Director, Surgery",
        )
        == [None] * 5
    )


def test_a_department_yields_to_whose_it_is() -> None:
    assert told(
        ", ",
        "Adult Social Care, Ambry CC",
        "Service Manager, 0-19 Service, Haven Healthcare",
        "IDVA Service Manager, Lantern Refuge",
        "Senior Service Manager Relatia",
        "Named Professional for Safeguarding, East Dorne Ambulance Service",
    ) == ["Ambry CC", "Haven Healthcare", "Lantern Refuge", None, "East Dorne Ambulance Service"]

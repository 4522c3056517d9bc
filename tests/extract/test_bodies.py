"""What names of bodies tell, and which of them are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosat.extract.bodies import is_generic, is_generic_strategy, kind_of_body, unify
from whosat.extract.components.body_runs import run_candidates
from whosat.ontology.facts import Kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Fenwick Health and Wellbeing Board", Kind.BOARD),
        ("Board of Trustees", Kind.BOARD),
        ("Marling Partnership Executive", Kind.BOARD),
        ("Safer Fenwick", Kind.BOARD),
        ("Department for Rural Roads", Kind.ORGANISATION),
        ("Marling Chamber of Trade & Commerce", Kind.ORGANISATION),
        ("Sport Wales", Kind.ORGANISATION),
        ("North Wales", None),
        ("Chief Executive", None),
        ("Fenwick Strategic Needs Assessment", Kind.STRATEGY),
        ("Allotments Act 1908", Kind.LEGISLATION),
        ("Annual Report", None),
    ],
)
def test_kind_of_body(name: str, kind: Kind | None) -> None:
    assert kind_of_body(name) is kind


@pytest.mark.parametrize("name", ["Working Group", "the Parish Council", "City Council", "Strategic Group"])
def test_generic_names_name_nothing(name: str) -> None:
    assert is_generic(name)


def test_years_make_a_plan_one() -> None:
    assert is_generic_strategy("Business Plan")
    assert not is_generic_strategy("Business Plan 2022-25")


def test_short_forms_and_acronyms_point_to_the_fullest_name() -> None:
    full = unify(
        [
            "City Council",
            "Fenwick City Council",
            "FCC",
            "Executive",
            "Marling Partnership Executive Group",
            "Marling Partnership Executive",
        ],
        {"FCC": "Fenwick City Council"},
    )
    assert full["City Council"] == full["FCC"] == "Fenwick City Council"
    assert full["Executive"] == full["Marling Partnership Executive Group"] == "Marling Partnership Executive"


def test_a_short_form_of_two_bodies_stays_open() -> None:
    names = ["District Council", "Fenwick District Council", "Marling District Council"]
    assert unify(names)["District Council"] == "District Council"


def test_another_place_is_another_body() -> None:
    names = [
        "Marling County Council",
        "South Marling County Council",
        "Safer Marling Partnership",
        "Marling Partnership",
    ]
    assert all(unify(names)[name] == name for name in names)


def test_the_commoner_spelling_is_right() -> None:
    counts = {"Sustainable Town Strategy": 4, "Sustainible Town Strategy": 1}
    assert unify(counts, counts=counts)["Sustainible Town Strategy"] == "Sustainable Town Strategy"


def test_words_put_in_do_not_make_another_body() -> None:
    full = unify(
        ["Roads Group", "Roads and Paths Group", "Marling Partnership", "Marling Local Strategic Partnership"]
    )
    assert full["Roads Group"] == "Roads and Paths Group"
    assert full["Marling Partnership"] == "Marling Local Strategic Partnership"


_WORDS = st.sampled_from(
    "Fenwick Marling North Health Care Board Council Trust Group and of the Youth Forum".split()
)


@given(st.lists(st.lists(_WORDS, min_size=1, max_size=5).map(" ".join), max_size=8))
def test_unify_is_settled_and_knows_every_name(names: list[str]) -> None:
    full = unify(names)
    assert set(full) == set(names)
    assert all(name for name in full.values())
    assert full == unify(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We met at 7.00pm Committee members spoke.", []),
        ("Held on 15 November 2006 VENUE Committee Room 2", []),
        ("The Safer Wenlow Partnership 1 WELCOME AND APOLOGIES The Board", ["Safer Wenlow Partnership"]),
        ("Appointment of Wenlow Harbour Board members", ["Wenlow Harbour Board"]),
        ("a copy of the Copy of the Corve Dock Panel terms", ["Corve Dock Panel"]),
        ("Chairs Page 2 West of Corve Tide Forum", ["West of Corve Tide Forum"]),
    ],
)
def test_words_of_the_page_are_no_part_of_a_bodys_name(text: str, names: list[str]) -> None:
    assert [one.name for one in run_candidates(text)] == names

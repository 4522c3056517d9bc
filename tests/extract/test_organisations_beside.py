"""What stands beside a name: which words are a body, and which a post, an area or a note."""

from __future__ import annotations

import pytest
from reading import bodies, facts_of, jobs

_NOBODY = (
    "Captain",
    "Invited Expert",
    "Carer",
    "Parent carer",
    "Local farmer",
    "Ratepayer",
    "Self-employed",
    "District 3",
    "Ward 2",
    "Position 4",
    "At-Large",
    "Mayor Pro Tem",
    "P.P.",
    "R.N.",
    "FG",
    "Sinn Féin",
    "Choir",
    "Chemistry",
    "Staff Side",
    "Newsletter",
    "SENCO",
    "Hill Electoral Area",
)


@pytest.mark.parametrize("words", _NOBODY)
def test_a_capacity_an_area_or_letters_are_no_organisation(words: str) -> None:
    lines = f"Present\nJanet Quill (Marling Council)\nOwen Tregear ({words})\nEdith Sorrel, {words}\n"
    assert bodies(lines) == {"Janet Quill": "Marling Council", "Owen Tregear": None, "Edith Sorrel": None}


@pytest.mark.parametrize(
    "words",
    (
        "BBC Radio Marling",
        "Residents' Association",
        "W3C",
        "Tregear & Sorrel LLP",
        "Loy and Partners",
        "Forest & Bird",
        "Fish & Game",
        "Social Services",
        "Marling Rural Partnership",
    ),
)
def test_bodies_that_look_like_something_else(words: str) -> None:
    lines = f"Present\nJanet Quill (Marling Council)\nOwen Harper ({words})\nEdith Sorrel (Shelter)\n"
    assert bodies(lines)["Owen Harper"] == words


@pytest.mark.parametrize(
    ("words", "post", "body"),
    (
        ("Fundraising Manager Marling Hospice", "Fundraising Manager", "Marling Hospice"),
        ("Parish Clerk Marling Council", "Parish Clerk", "Marling Council"),
        ("Volunteer University of Dorne", "Volunteer", "University of Dorne"),
        ("Dorne Housing Association Headteacher", "Headteacher", "Dorne Housing Association"),
        ("University of Dorne Senior Planner", "Senior Planner", "University of Dorne"),
        ("Director of Dorne Housing", "Director", "Dorne Housing"),
        ("Manager of The Heron Hotel", "Manager", "The Heron Hotel"),
        ("Policy Adviser at Shelter", "Policy Adviser", "Shelter"),
        ("Owner of Dorne & Sons", "Owner", "Dorne & Sons"),
        ("Head of Housing at Marling Council", "Head of Housing", "Marling Council"),
    ),
)
def test_a_post_and_its_body_in_one_run(words: str, post: str, body: str) -> None:
    lines = f"Present\nJanet Quill, Shelter\nOwen Harper, {words}\nEdith Sorrel, Citizens Advice\n"
    assert bodies(lines)["Owen Harper"] == body
    assert jobs(lines)["Owen Harper"] == post


@pytest.mark.parametrize(
    "words",
    ("Head of Adult Housing", "Manager of Finance", "Victim Services Co-ordinator", "Director of Estates"),
)
def test_a_post_for_a_field_of_work_names_no_body(words: str) -> None:
    assert bodies(f"Present\nJanet Quill, Shelter\nOwen Harper, {words}\n")["Owen Harper"] is None


def test_nicknames_in_brackets() -> None:
    lines = "Present\nJanet Quill (Janet)\nOwen Harper (Owen)\nEdith Sorrel (Sorro)\nMax Dene (Deano)\n"
    assert set(bodies(lines).values()) == {None}


def test_call_signs_before_an_office() -> None:
    lines = "Present\nJ Quill G3ZQA President\nO Harper M0ZQB Contests\nE Sorrel 2E0ZQC Awards and Training\n"
    assert bodies(lines) == {"J Quill": None, "O Harper": None, "E Sorrel": None}


@pytest.mark.parametrize("page", (False, True))
def test_a_body_that_looks_like_a_name_over_people_with_titles(page: bool) -> None:
    groups = {
        "Marling Stone": ["Dr L Quill"],
        "HSE": ["Mr O Harper (Chairman)", "Ms E Sorrel"],
        "UCATT": ["Mr M Dene"],
    }
    if page:
        items = "".join(
            f"<li>{body}<ul>{''.join(f'<li>{one}</li>' for one in people)}</ul></li>"
            for body, people in groups.items()
        )
        head = "<h1>Quarry Safety Group</h1><p>Minutes of the meeting held on 5 May 2011</p><h2>Present</h2>"
        text = f"{head}<ul>{items}</ul>"
        read = {one.person: one.representing for one in facts_of(text, "minutes.html").attendances}
    else:
        read = bodies(
            "Present\n"
            + "".join(f"- {b}\n" + "".join(f"  - {p}\n" for p in who) for b, who in groups.items())
        )
    assert read == {"L Quill": "Marling Stone", "O Harper": "HSE", "E Sorrel": "HSE", "M Dene": "UCATT"}


def test_labels_on_lines_of_their_own() -> None:
    lines = "Present\n\nName: Janet Quill\nOrganisation: Shelter\nName: Owen Harper\nOrganisation: Mind\n"
    assert bodies(lines) == {"Janet Quill": "Shelter", "Owen Harper": "Mind"}


def test_two_people_of_one_body() -> None:
    lines = (
        "Present: Janet Quill of Marling Council; Owen Harper and Edith Sorrel of Dorne Council; "
        "Max Dene of Shelter."
    )
    assert bodies(lines) == {
        "Janet Quill": "Marling Council",
        "Owen Harper": "Dorne Council",
        "Edith Sorrel": "Dorne Council",
        "Max Dene": "Shelter",
    }


def test_both_of_one_body() -> None:
    lines = "Present: Janet Quill (Marling Council), Owen Harper and Edith Sorrel (both Dorne Housing)"
    assert bodies(lines)["Owen Harper"] == bodies(lines)["Edith Sorrel"] == "Dorne Housing"


def test_for_whom_before_the_names() -> None:
    lines = (
        "Present\nFor Unison: Janet Quill\nFor the GMB: Owen Harper and Edith Sorrel\n"
        "Main Roads WA: Max Dene\n"
    )
    assert bodies(lines) == {
        "Janet Quill": "Unison",
        "Owen Harper": "GMB",
        "Edith Sorrel": "GMB",
        "Max Dene": "Main Roads WA",
    }


def test_the_country_after_a_body() -> None:
    lines = "Present\nDr Janet Quill, University of Dorne, UK\nDr Owen Harper, Marling Institute, Norway\n"
    assert bodies(lines) == {"Janet Quill": "University of Dorne", "Owen Harper": "Marling Institute"}


def test_a_department_by_common_words_is_no_organisation() -> None:
    lines = (
        "Present\nJanet Quill (Legal Services)\nOwen Harper (National Probation Service)\nEd Sorrel (Mind)\n"
    )
    assert bodies(lines)["Janet Quill"] is None
    assert bodies(lines)["Owen Harper"] == "National Probation Service"


def test_where_a_resident_lives() -> None:
    assert (
        bodies("Present\nJanet Quill (Resident, Mill Lane)\nOwen Harper (Shelter)\n")["Janet Quill"] is None
    )


def test_a_heading_run_on_to_a_body_is_no_part_of_it() -> None:
    found = bodies(
        "Present:\nGraham Tolley, Corve District Council In Attendance\nPriya Nandy, Hexley Trust\n"
    )
    assert found["Graham Tolley"] == "Corve District Council"


def test_the_number_of_a_member_is_no_body() -> None:
    assert set(bodies("Present:\nGraham Tolley (Member 7)\nPriya Nandy (Member 19)\n").values()) == {None}


def test_a_mark_that_points_to_a_note_is_no_organisation() -> None:
    found = bodies("Present:\nAnn Bell, †\nBob Cole ‡, Ashmere Trust\nDee Fox, Hill Farm *\n")
    assert found == {"Ann Bell": None, "Bob Cole": "Ashmere Trust", "Dee Fox": "Hill Farm"}

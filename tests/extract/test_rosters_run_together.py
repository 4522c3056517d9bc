"""Rosters that a conversion ran into one line: cut where names and what is said of people take turns."""

from __future__ import annotations

import pytest
from reading import bodies as _organisations
from reading import roster, statuses


def test_what_comes_again_between_names_is_whom_they_are_from() -> None:
    found = _organisations(
        "Present: Graham Tolley Hexley Priya Nandy Corve Owen Hartle Hexley Maud Finch Corve "
        "Sheila Orme Hexley "
        "Peter Dace Wenlow & District Ruth Amery Wenlow & District"
    )
    assert found == {
        "Graham Tolley": "Hexley",
        "Priya Nandy": "Corve",
        "Owen Hartle": "Hexley",
        "Maud Finch": "Corve",
        "Sheila Orme": "Hexley",
        "Peter Dace": "Wenlow & District",
        "Ruth Amery": "Wenlow & District",
    }


def test_a_title_and_a_surname_are_a_whole_name_where_others_stand_so() -> None:
    found = _organisations(
        "Present: Cllr Dace (Chair) Hexley District Council Cllr Amery Corve Borough Council Cllr Tolley "
        "Hexley District Council Priya Nandy Public Health Hexley"
    )
    assert found == {
        "Dace": "Hexley District Council",
        "Amery": "Corve Borough Council",
        "Tolley": "Hexley District Council",
        "Priya Nandy": "Public Health Hexley",
    }


def test_bodies_may_stand_before_their_people() -> None:
    found = _organisations(
        "Present: Hexley Graham Tolley, Priya Nandy Corve Falls Owen Hartle, Maud Finch, Sheila Orme Dunmere "
        "Peter Brennan Wenlow Ruth Amery"
    )
    assert found["Priya Nandy"] == "Hexley"
    assert found["Owen Hartle"] == found["Sheila Orme"] == "Corve Falls"
    assert found["Ruth Amery"] == "Wenlow"


def test_posts_and_bodies_behind_delimiters_end_where_the_next_name_begins() -> None:
    found = roster(
        "Present: Graham Tolley, Chief Executive - Hexley City Council Priya Nandy, Principal – "
        "Corve College "
        "Owen Hartle – Maud Finch Trust Cllr. Peter Dace – Hexley City Council (Chair) Ruth Amery, Head of "
        "Policy, HCC"
    )
    assert {name: one.representing for name, one in found.items()} == {
        "Graham Tolley": "Hexley City Council",
        "Priya Nandy": "Corve College",
        "Owen Hartle": "Maud Finch Trust",
        "Peter Dace": "Hexley City Council",
        "Ruth Amery": "Hexley City Council",
    }
    assert found["Peter Dace"].role == "chair"


def test_whoever_is_accompanied_is_not_named_again() -> None:
    found = roster(
        "Present: Graham Tolley – Leader, Hexley Council Priya Nandy – Director of Place, Corve "
        "Council, officer "
        "accompanying Cllr Owen Hartle Maud Finch – Chief Executive, Wenlow Council Ruth Amery – "
        "Director, Mind"
    )
    assert list(found) == ["Graham Tolley", "Priya Nandy", "Maud Finch", "Ruth Amery"]


def test_cells_stuck_together_are_told_apart() -> None:
    found = roster(
        "Present: Graham Tolley (GT)President Priya Nandy (PN)Honorary TreasurerOwen Hartle "
        "(OH)Vice-President, "
        "EducationMaud Finch (MF)MemberRuth Amery (RA)MemberPeter Dace (PD)Member"
    )
    assert list(found) == [
        "Graham Tolley",
        "Priya Nandy",
        "Owen Hartle",
        "Maud Finch",
        "Ruth Amery",
        "Peter Dace",
    ]


def test_a_table_of_marks_in_one_line() -> None:
    text = (
        "P = Present A = Apologies DNA = Did not attend\n\n"
        "Board Member P A DNA Graham Tolley (GT) – Chair P Priya Nandy (PN) – Business Manager, "
        "HBC P Owen Hartle "
        "(OH) – Chief Superintendent, Corve Police A Maud Finch (MF) - Independent Adviser DNA "
        "Ruth Amery (RA) – "
        "Head of Safeguarding, Safeguarding Children and P Quality Unit - HBC Peter Dace (PD) – "
        "Hexley Mind A\n\n"
    )
    assert statuses(text) == {
        "Graham Tolley": "present",
        "Priya Nandy": "present",
        "Owen Hartle": "apologies",
        "Maud Finch": "absent",
        "Ruth Amery": "present",
        "Peter Dace": "apologies",
    }


@pytest.mark.parametrize(
    "line",
    [
        "Apologies: Deputy Owen Hartle Cllr Peter Dace.",
        "Present: Chair Graham Tolley, Clerk Priya Nandy; Highway Commissioner Owen Hartle, Trustee Ann Fox",
    ],
)
def test_offices_before_names_are_no_bodies_of_a_run(line: str) -> None:
    assert all(one.representing is None for one in roster(line).values())


def test_posts_with_brackets_of_their_own_before_bracketed_names() -> None:
    found = roster(
        "Present: the Chancellor (Dr G Tolley), the Director (Estates) and Registrar (Mr P Nandy), the "
        "representative of the Hexley Staff Association (Associate Professor O de Souza Hartle), Mrs M Finch"
    )
    assert list(found) == ["G Tolley", "P Nandy", "O de Souza Hartle", "M Finch"]
    assert found["O de Souza Hartle"].representing == "Hexley Staff Association"


def test_a_bracket_that_is_never_closed_hides_nobody() -> None:
    found = _organisations(
        "Present: Graham Tolley (HBC), (Priya Nandy (RSPB), Owen Hartle (EA), Maud Finch (WDC)"
    )
    assert found == {"Graham Tolley": "HBC", "Priya Nandy": "RSPB", "Owen Hartle": "EA", "Maud Finch": "WDC"}

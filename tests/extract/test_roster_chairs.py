"""Who chaired: by office, by a post, by what the opening says or an election; and who did not."""

from __future__ import annotations

import pytest
from reading import TITLE, facts_of

THREE = ("Graham Tolley", "Priya Nandy", "Owen Hartle")
LIST = (
    "Present:\nGraham Tolley, Ashmere Sailing Club\nPriya Nandy, Selwick Borough Council\n"
    "Owen Hartle, Coastguard Volunteers\n\n1. Welcome\n"
)
AWAY = "Present:\nPriya Nandy\nOwen Hartle\n\nApologies:\nGraham Tolley (Chair)\n\n1. Welcome\n"


def chairs(text: str) -> list[str]:
    return [one.person for one in facts_of(TITLE + text).attendances if one.role == "chair"]


@pytest.mark.parametrize(
    "said",
    [
        "Cllr Nandy took the chair.",
        "Cllr Nandy opened the meeting at 7pm.",
        "The meeting was called to order at 7pm by President Priya Nandy.",
        "President Priya Nandy opened the proceedings.",
        "The trustees asked Priya Nandy to chair the meeting.",
        "The meeting was led by Priya Nandy.",
        "Everybody was welcomed to the loft by Priya Nandy, the Chair.",
        "Priya Nandy, co-chair, greeted the members.",
        "Priya Nandy, Chairman, led the prayers.",
        "Priya Nandy was proposed and duly elected Chairman.",
        "Priya Nandy was elected chair.",
    ],
)
def test_the_opening_says_who_chaired(said: str) -> None:
    assert chairs(LIST + said + "\n") == ["Priya Nandy"]


@pytest.mark.parametrize(
    "said",
    [
        "Priya Nandy was elected chair of the Dredging Panel.",
        # below the opening an election is for the year to come, or of another body
        "Words were said about the rope and the paint. " * 40 + "\nPriya Nandy was elected Chairman.",
        "Priya Nandy thanked the Sailing Club.",
    ],
)
def test_nobody_is_said_to_have_chaired(said: str) -> None:
    assert chairs(LIST + said + "\n") == []


def test_who_opens_a_meeting_chairs_it_where_the_chair_is_away() -> None:
    found = facts_of(TITLE + AWAY + "Priya Nandy opened the regular monthly meeting at 7pm.\n").attendances
    assert {one.person: (one.role, one.job_title) for one in found} == {
        "Priya Nandy": ("chair", None),
        "Owen Hartle": (None, None),
        "Graham Tolley": (None, "Chair"),
    }


def test_who_only_welcomes_does_not_chair_where_the_chair_is_away() -> None:
    assert "Priya Nandy" not in chairs(AWAY + "Priya Nandy welcomed everyone.\n")


@pytest.mark.parametrize(
    "lines",
    [
        "Graham Tolley, Berthing Officer\nPriya Nandy, AHT Chair\nOwen Hartle, Treasurer\n",
        "Graham Tolley, Treasurer\nPriya Nandy, President\nOwen Hartle, Secretary\n",
        "Convener Priya Nandy\nGraham Tolley\nOwen Hartle\n",
        "Graham Tolley\nPriya Nandy (Preses)\nOwen Hartle\n",
        "Graham Tolley\nPriya Nandy (C)\nOwen Hartle (VC)\n",
        "Graham Tolley\nPriya Nandy\nOwen Hartle\nPriya Nandy in the Chair\n",
    ],
)
def test_an_office_or_a_post_of_the_bodys_own(lines: str) -> None:
    assert chairs("Present:\n" + lines) == ["Priya Nandy"]


def test_a_dialects_word_for_the_chair_is_no_body() -> None:
    found = facts_of(TITLE + "Present:\nGraham Tolley (Preses)\nPriya Nandy\nOwen Hartle\n").attendances
    assert [(one.person, one.representing) for one in found] == [(name, None) for name in THREE]


def test_a_former_president_does_not_chair() -> None:
    lines = "Graham Tolley, Treasurer\nPriya Nandy, Past President\nOwen Hartle, Secretary\n"
    assert chairs("Present:\n" + lines) == []


@pytest.mark.parametrize("head", ["Chair: ", "Chair\n", "Chairman\n", "In the chair: "])
def test_a_heading_for_one_holds_for_the_first_below_it(head: str) -> None:
    found = facts_of(TITLE + head + "\n".join(THREE) + "\n\n1. Welcome\nThe meeting began.\n").attendances
    assert [(one.person, one.role) for one in found] == list(zip(THREE, ("chair", None, None), strict=True))


def test_a_minute_takers_heading_holds_for_the_line_beside_it() -> None:
    found = facts_of(TITLE + "Minutes: " + "\n".join(THREE) + "\n\n1. Welcome\nWe began.\n").attendances
    assert [one.status.value for one in found] == ["minute taker", "present", "present"]


def test_those_in_attendance_beside_nobody_but_a_chair_are_the_members() -> None:
    found = facts_of(TITLE + "Chair: Graham Tolley\nIn attendance: Priya Nandy, Owen Hartle\n").attendances
    assert {one.person: one.status.value for one in found} == dict.fromkeys(THREE, "present")


@pytest.mark.parametrize("head", ["Chairs:", "Committee Chairs:"])
def test_several_chairs_of_something_did_not_chair(head: str) -> None:
    lines = f"Present: Owen Hartle\n{head}\nGraham Tolley\nPriya Nandy\n"
    assert chairs(lines + "\n1. Welcome\nWe began.\n") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Present: Graham Tolley, President; Priya Nandy\nThe President opened the meeting at 7.\n", 0),
        ("Present: Graham Tolley, Commodore; Priya Nandy\nThe Commodore called the meeting to order.\n", 0),
        ("Present: Graham Tolley*, Priya Nandy, Owen Hartle\n* Chair\n", 0),
        ("Present: Graham Tolley (Chm), Priya Nandy (V. Chm), Owen Hartle\n", 0),
        ("PRESENT\nGraham Tolley\nChair\nPriya Nandy\nTreasurer\nOwen Hartle\nMember\n", 0),
        ("Attendance: Graham Tolley GT, Priya Nandy PN, Owen Hartle OH\nChair GT, minutes OH\n", 0),
        ("Present: Graham Tolley – Chairing (for item 3 only), Priya Nandy – Chair, Owen Hartle\n", 1),
        (LIST + "Nobody was late.\n2. Chairman's Report: Priya Nandy gave the sums of the year.\n", 1),
        (
            "Apologies: Owen Hartle (Chairman)\nPresent: Graham Tolley, Priya Nandy (Vice-Chairman)\n\n"
            "1. Welcome\nThe Vice-Chairman took the chair.\n",
            1,
        ),
    ],
)
def test_signs_posts_and_reports_tell_who_chaired(text: str, who: int) -> None:
    assert chairs(text) == [THREE[who]]


def test_a_mayor_chairs_a_council_and_no_other_body() -> None:
    lines = (
        "Present: Cllr Priya Nandy, Town Mayor, Cllrs Owen Hartle, Graham Tolley\n\n1. Welcome\nWe began.\n"
    )
    council = "Ashmere Town Council\nMinutes of the meeting held on 6 March 2017\n\n" + lines
    assert [one.person for one in facts_of(council).attendances if one.role == "chair"] == ["Priya Nandy"]
    assert chairs(lines) == []


def test_chairs_of_several_other_bodies_did_not_chair() -> None:
    lines = (
        "Graham Tolley, Chair, Selwick Parish Council\nPriya Nandy, Chair, Fen Trust\nOwen Hartle, Clerk\n"
    )
    assert chairs("Present:\n" + lines) == []


def test_one_mark_beside_a_cell_of_names_is_the_firsts() -> None:
    table = (
        "<tr><td>Present:</td><td>G. Tolley<br>P. Nandy<br>O. Hartle</td><td>Chair<br>Secretary<br></td></tr>"
    )
    text = (
        f"<h1>Ashmere Quay Board</h1><p>Minutes of the meeting held on 6 March 2017</p><table>{table}</table>"
    )
    found = facts_of(text, "minutes.html").attendances
    assert [one.person for one in found if one.role == "chair"] == ["G. Tolley"]


def test_a_chair_whom_the_roster_left_out_is_added_from_a_label() -> None:
    lines = "Chairperson/Cathaoirleach: Councillor Graham Tolley\n\nPresent: Priya Nandy, Owen Hartle\n"
    assert chairs(lines) == ["Graham Tolley"]

"""By when an action is due, where no "by" says so, and what of actions is listed as left out."""

from __future__ import annotations

import datetime as dt

import pytest
from reading import facts_of

HEAD = (
    "Ashmere Harbour Forum\nMinutes of the meeting held on 10 May 2023\n\n"
    "Present: Gareth Lisle (GL), Paul Ottoway, Mary Brindle\n\n"
)
NEXT = "\n\nNext meeting: 13 June 2023\n"
JUNE = dt.date(2023, 6, 13)


@pytest.mark.parametrize(
    ("said", "due"),
    [
        (f"1. Roads\nACTION: GL to bring the plan to the next meeting.{NEXT}", JUNE),
        (f"1. Roads\nACTION: GL to mend the list before our next meeting.{NEXT}", JUNE),
        (f"Actions\nGL – bus timetable – next meeting\n{NEXT}", JUNE),
        ("1. Roads\nACTION: GL to bring the plan in July 2023.\n", dt.date(2023, 7, 31)),
        ("1. Roads\nACTION: GL to present the plan in December.\n", dt.date(2023, 12, 31)),
        ("Actions\nGL - road closures list - 1 June 2023\n", dt.date(2023, 6, 1)),
    ],
)
def test_days_without_by(said: str, due: dt.date) -> None:
    assert [(one.owners, one.due) for one in facts_of(HEAD + said).actions] == [(("Gareth Lisle",), due)]


def test_next_meeting_in_a_cell() -> None:
    rows = "No.\tAction\tWho\tWhen\n1\tShare the map\tMB\t31 July 2023\n2\tMend the list\tPO\tNext meeting\n"
    found = facts_of(f"{HEAD}Actions\n{rows}{NEXT}").actions
    assert [one.due for one in found] == [dt.date(2023, 7, 31), JUNE]


def test_a_day_behind_a_dash_is_no_part_of_the_words() -> None:
    (one,) = facts_of(f"{HEAD}Actions\nGL - road closures list - 1 June 2023\n").actions
    assert one.description == "Road closures list"


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("ACTION: GL to bring the plan to the next meeting.", "next meeting"),
        ("ACTION: GL to book the hall for the fair in July.", "in July"),
        ("ACTION: GL to bring the plan in July 2023.", "in July 2023"),
        (
            "Actions\nPO - circulate the cycling survey (done)\nGL - mend the gate\n",
            "Circulate the cycling survey",
        ),
    ],
)
def test_what_is_listed_as_left_out(said: str, left: str) -> None:
    assert any(one.text.startswith(left) for one in facts_of(f"{HEAD}1. Roads\n{said}\n").unread)


@pytest.mark.parametrize(
    "said",
    [
        "ACTION: GL to book the hall for the fair in July.",
        "ACTION: GL to report at the next meeting of the Selwick Council.",
        "ACTION: GL to draft the next meeting's agenda.",
    ],
)
def test_no_day_is_made_up(said: str) -> None:
    assert [one.due for one in facts_of(f"{HEAD}1. Roads\n{said}{NEXT}").actions] == [None]

"""Which body met, when and where, from titles of many kinds."""

from __future__ import annotations

import pytest
from reading import facts_of

LIST = "Present: Graham Tolley (Chair), Priya Nandy, Owen Hartle\nApologies: Ruth Amory\n\n1. Welcome\n"


def meeting(text: str) -> tuple[str | None, str | None, str | None]:
    held = facts_of(text).meetings[0]
    return held.body, held.date.isoformat() if held.date else None, held.place


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("CONFIRMED\nMeeting of Senate\n2/2012-13\nMinutes of the meeting held on 6 March 2017\n", "Senate"),
        ("Ashmere U3A\nMinutes of a Committee Meeting held on 6 March 2017\n", "Ashmere U3A Committee"),
        ("St. Enodoc Gig Club\nExecutive Meeting 6th March 2017\n", "St. Enodoc Gig Club Executive"),
        (
            "Ashmere Tidal Forum (draft minutes for approval at the meeting on 9 May 2017)\n6 March 2017\n",
            "Ashmere Tidal Forum",
        ),
        ("Trust Board (Public)\nMinutes of the meeting held on 6 March 2017\n", "Trust Board"),
        (
            "Minutes of the Extra-Ordinary Meeting of the Ashmere Quay Board held on 6 March 2017\n",
            "Ashmere Quay Board",
        ),
        (
            "Ashmere & Selwick Drainage Board\nExtract from the Minutes of the Board held 6 March 2017\n",
            "Ashmere & Selwick Drainage Board",
        ),
        (
            "LLANASH COMMUNITY COUNCIL / CYNGOR CYMUNED LLANASH\nMinutes of meeting, 6 March 2017\n",
            "Llanash Community Council",
        ),
        (
            "The Regular Meeting of the Ashmere Harbor Commission was called to order on March 6, 2017.\n",
            "Ashmere Harbor Commission",
        ),
    ],
)
def test_the_body_of_a_title(title: str, body: str) -> None:
    assert meeting(title + LIST)[0] == body


def test_a_title_below_the_roster() -> None:
    text = LIST.split("\n\n")[0] + "\n\nAshmere Quay Management Committee: minutes of meeting held 6.3.2017\n"
    assert meeting(text)[0] == "Ashmere Quay Management Committee"


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("held on Friday 22 and Saturday 23 May 2009", "2009-05-22"),
        ("held on Friday 27 February and Saturday 1 March 2008", "2008-02-27"),
        ("held from 30 June to 2 July 2010", "2010-06-30"),
        ("held on the 8th of February 1887", "1887-02-08"),
        ("14:00, 6 September 2001", "2001-09-06"),
    ],
)
def test_dates_of_several_days_and_of_older_years(said: str, date: str) -> None:
    assert meeting(f"Ashmere Quay Committee\nMinutes of the meeting {said}\n{LIST}")[1] == date


@pytest.mark.parametrize(
    "item",
    [
        "6. Confirmation and receiving of minutes\n\n6.1 Ordinary Meeting held on Wed 1 February 2017\n",
        "* Approved minutes from 2017-02-01\n",
    ],
)
def test_the_date_of_earlier_minutes_is_not_the_meetings(item: str) -> None:
    assert meeting(f"2017-03-06 Ashmere Quay Committee meeting notes\n{LIST}{item}")[1] == "2017-03-06"


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Meeting held 6 March 2017, 7.30pm @ the clubhouse", "clubhouse"),
        ("Minutes of the meeting held in the vestry after Evensong on 6 March 2017", "vestry"),
        ("Minutes of the meeting on 6 March 2017\nVenue of meeting - Net Loft", "Net Loft"),
        ("Minutes of the meeting\nAccra, Ghana\n6 March 2017", "Accra, Ghana"),
        ("Minutes\nWhen: 6.3.2017\nWhere: Univ. of Selwick, Room B2.14", "Univ. of Selwick, Room B2.14"),
        ("Minutes of the meeting\n6 March 2017\nNet Loft", "Net Loft"),
    ],
)
def test_the_place_of_a_meeting(said: str, place: str) -> None:
    text = f"Ashmere Quay Committee\n{said}\n{LIST}The members had met at Thornbury in May.\n"
    assert meeting(text)[2] == place


@pytest.mark.parametrize(
    "line",
    [
        "Page 1 of 6",
        "Session was run in the related board",
        "Item 1) pdf icon PDF 79 KB Committee",
        "Vice President Ann Bell called the meeting to order at 6:00 p.m. Board",
        "Administration Centre, Corve Mills",
        "To confirm the Board",
    ],
)
def test_what_stands_where_a_title_would_and_names_nobody(line: str) -> None:
    facts = facts_of(
        f"{line}\n6 March 2017\n\nPresent:\nGraham Tolley\nPriya Nandy\n\nApologies:\nMaud Finch\n"
    )
    assert all(one.body is None or not line.startswith(one.body[:12]) for one in facts.meetings)

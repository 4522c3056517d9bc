"""The body, the day and the place of titles as many hands write them."""

from __future__ import annotations

import pytest
from reading import facts_of

ROSTER = (
    "\n\nPresent: Margaret Oyelowo (Chair), Denis Crabtree, Yasmin Sheikh, Piotr Zając\n"
    "Apologies: Lionel Huckstep\n\n1. Minutes of the last meeting were agreed.\n2. Finance was discussed.\n"
)


@pytest.mark.parametrize(
    ("title", "body", "day", "place"),
    [
        (
            "Minutes of the Meeting of the Greater\nRibblesmoor Health and Wellbeing\nBoard held on Friday "
            "1st\nApril 2016 at\nCounty Offices, Clitherby",
            "Greater Ribblesmoor Health and Wellbeing Board",
            "2016-04-01",
            "County Offices, Clitherby",
        ),
        (
            "Q32024 Board\nMeeting minutes\n\nBrightwater Sailing Foundation\nDate: 17 September 2024",
            "Brightwater Sailing Foundation Board",
            "2024-09-17",
            None,
        ),
        (
            "[W3C] - DRAFT - Tactile Interfaces Community Group Teleconference\n04 Apr 2022",
            "Tactile Interfaces Community Group",
            "2022-04-04",
            None,
        ),
        (
            "The Apache Ferrule PMC held its quarterly sync on 2020-11-12.",
            "Apache Ferrule PMC",
            "2020-11-12",
            None,
        ),
        (
            "Minutes of the Search and Governance Committee held on 30 November 2009 in Meeting Room 2",
            "Search and Governance Committee",
            "2009-11-30",
            "Meeting Room 2",
        ),
        (
            "MARLOW VALE LOCAL STRATEGIC PARTNERSHIP – EXECUTIVE\n10.03.10, 9.30 – 11.30, Lodge Suite, "
            "Council Offices",
            "Marlow Vale Local Strategic Partnership Executive",
            "2010-03-10",
            "Lodge Suite, Council Offices",
        ),
        (
            "World Conker Federation\nRules Commission\n29th–30th of September, 2012\nHotel Saint, Ghent",
            "World Conker Federation Rules Commission",
            "2012-09-29",
            "Hotel Saint, Ghent",
        ),
        (
            "MINUTES OF A MEETING OF ST. CUTHBERT'S R.C. PRIMARY SCHOOL GOVERNING BODY HELD ON 5TH MAY 2009",
            "St. Cuthbert's R.C. Primary School Governing Body",
            "2009-05-05",
            None,
        ),
        (
            "Minutes of meeting no. 37 of the Wenlow Valley Programme Board, 8 Feb 2018",
            "Wenlow Valley Programme Board",
            "2018-02-08",
            None,
        ),
        (
            "THE SOCIETY OF LANTERNISTS (Founded 1951)\nCouncil\nMinutes of the Council Meeting held in the "
            "Library of the Conway Hall on Saturday, 21st January, 1978 at 2 p.m.",
            "Society of Lanternists Council",
            "1978-01-21",
            "Library of the Conway Hall",
        ),
        (
            "Minutes (confirmed at the meeting of 12 May 2011) of the meeting of the Staff Consultative "
            "Committee held on 17 February 2011 in MB1012",
            "Staff Consultative Committee",
            "2011-02-17",
            "MB1012",
        ),
        (
            "TC 319 / WG 2 – Minutes of the 8th meeting\nDelft, 11-12 April 2002",
            "TC 319 / WG 2",
            "2002-04-11",
            "Delft",
        ),
        (
            "The One Hundred and Fifteenth Annual General Meeting of the Ebbor Horticultural Society was "
            "held in the Parish Hall on Monday, 5 March 2012.",
            "Ebbor Horticultural Society",
            "2012-03-05",
            "Parish Hall",
        ),
        (
            "BEDE VALLEY ACADEMIES TRUST\nLocal Governing Body of Bede Primary Academy\n"
            "Tuesday 13th October 2020",
            "Local Governing Body of Bede Primary Academy",
            "2020-10-13",
            None,
        ),
        (
            "Public Health Users' Group -- 3rd meeting -- 18 Nov 2004",
            "Public Health Users' Group",
            "2004-11-18",
            None,
        ),
        (
            "Association of Flint Miners\nExecutive\nMinutes for meeting of Saturday October the 3rd 1925",
            "Association of Flint Miners Executive",
            "1925-10-03",
            None,
        ),
        (
            "St Piran's Primary PTA - 26th September 2019, 7pm, school hall",
            "St Piran's Primary PTA",
            "2019-09-26",
            "school hall",
        ),
        (
            "HARBOUR CONSORTIUM\nBoard Meeting #31\nWednesday, 08 June 2022\nThe Old Fire Station, Room 3",
            "Harbour Consortium Board",
            "2022-06-08",
            "Old Fire Station, Room 3",
        ),
    ],
)
def test_titles_as_many_hands_write_them(title: str, body: str, day: str, place: str | None) -> None:
    (meeting, *_) = facts_of(title + ROSTER).meetings
    assert meeting.body == body
    assert meeting.date is not None
    assert meeting.date.isoformat() == day
    if place is not None:
        assert meeting.place is not None
        assert meeting.place.lower().removeprefix("the ") == place.lower()


def test_the_foot_of_the_page_has_the_whole_name() -> None:
    text = (
        "MINUTES OF THE BOARD MEETING\nHeld on Thursday 28 March 2019 in the Seminar Room"
        f"{ROSTER}\nEastmoor Hospitals NHS Foundation Trust – Board of Directors – 28 March 2019\n"
    )
    (meeting, *_) = facts_of(text).meetings
    assert meeting.body == "Eastmoor Hospitals NHS Foundation Trust Board of Directors"


def test_months_before_days_and_dollars_are_american() -> None:
    text = (
        "Cache Valley Trails Alliance\nBoard meeting – 2/12/20\nAttending: Lowell Pratt, Trish Oviatt\n\n"
        "1. Treasurer – $2,310.\n2. Trail day – April 18.\n"
    )
    (meeting, *_) = facts_of(text).meetings
    assert meeting.date is not None
    assert meeting.date.isoformat() == "2020-02-12"


def test_a_word_on_which_two_lines_of_a_title_meet_stands_once() -> None:
    text = "Ashmere Subgroup\n# Subgroup Executive Meeting\n\n6 March 2017\n\nPresent: Bo Cole, Ann Fox\n"
    assert facts_of(text, "minutes.md").meetings[0].body == "Ashmere Subgroup Executive"


def test_numbers_of_items_and_offices_are_no_part_of_a_body() -> None:
    facts = facts_of(
        "Ashmere Council\nMinutes of the meeting of 6 March 2017\n\nPresent: Bo Cole, Ann Fox\n\n7 Reports\n"
        "7a Academic Board\nThe report was noted.\n8 The Convener of the Safeguarding Forum spoke.\n"
    )
    names = {one.name for one in facts.entities}
    assert {"Academic Board", "Safeguarding Forum"} <= names
    assert not {"7a Academic Board", "Convener of the Safeguarding Forum"} & names

"""Which body met, when and where, in titles of many shapes and beside what else the text tells of."""

from __future__ import annotations

import pytest
from reading import facts_of

from whosat.ontology.facts import Meeting

_PEOPLE = (
    "\n\nPresent: Hana Obuya (Chair), Piet Verhoeven, Sorcha Tighe, Marlon Eade\n\n1. Welcome\nAll were.\n"
)


def _meeting(text: str, name: str = "minutes.txt") -> Meeting:
    return facts_of(text if "Hana" in text else text + _PEOPLE, name).meetings[0]


_BODIES = {
    "another body's meeting above the title": (
        "The Fenwick Water Group met on 2 May 2019 and agreed to publish.\n\n"
        "Steering Committee, Aldmoor Rivers Partnership\nWednesday 12 June 2019",
        "Steering Committee, Aldmoor Rivers Partnership",
    ),
    "another body's meeting in an item": (
        "# Tensorbridge Steering Committee\n\n**Date:** 2022-03-17\n\n### Attendees\n- Hana Obuya (Vantor)\n"
        "- Piet Verhoeven\n\n### Agenda\n* The Operators SIG met on March 10 and approved two changes.\n",
        "Tensorbridge Steering Committee",
    ),
    "a task team below a steering team": (
        "Interagency Task Team on Rural Roads\nSteering Team Meeting Summary\nAugust 2012\n\nAttendees\n"
        "Hana Obuya (DoT), chair\nPiet Verhoeven\n\nSummary\nThe Data Task Team met on July 9, 2012.\n",
        "Interagency Task Team on Rural Roads Steering Team",
    ),
    "a sentence of the same day": (
        "The Fenwick Water Group met on 2 May 2019 in the Mill.\n",
        "Fenwick Water Group",
    ),
    "a name over three lines": (
        "The Alder Valley\nSafeguarding Children\nPartnership\n\n14 January 2021",
        "Alder Valley Safeguarding Children Partnership",
    ),
    "a field behind the sort": (
        "Minute of Meeting\n\nLicensing Forum for East Strathcarron\n\n23 April 2015",
        "Licensing Forum for East Strathcarron",
    ),
    "a name behind the date": (
        "Minutes of meeting no 7 held 26/06/14 of West Denby Flood Forum",
        "West Denby Flood Forum",
    ),
    "a label with blanks": (
        "Meeting title    Cancer Alliance Programme Board\nDate             19/11/2019",
        "Cancer Alliance Programme Board",
    ),
    "a label below the roster": (
        "Chair: Hana Obuya\nDate: 18-Apr-2013\nPresent: Hana Obuya, Piet Eade\nGroup: Interop Task Force\n",
        "Interop Task Force",
    ),
    "a sheet for signatures": (
        "ATTENDANCE SHEET - JOINT CONSULTATIVE COMMITTEE - 26.02.15\n\nHana Obuya (Chair)\nPiet Verhoeven\n",
        "Joint Consultative Committee",
    ),
    "a meeting that the public saw": (
        "Minutes of the 2nd Public Meeting\nCARR LANE ACTION GROUP\n28 February 2013",
        "Carr Lane Action Group",
    ),
    "a programme in quotation marks": (
        'Monitoring Committee "Vibrant Valleys"\n4th meeting, 11.-12. May 2017, Dolomita\n\n'
        "Chairperson: Hana Obuya, Managing Authority\nMembers\nPiet Verhoeven, Region V\n",
        'Monitoring Committee "Vibrant Valleys"',
    ),
    "a page's head": (
        '+++\ntitle = "Rowing Club Exec Minutes (17/11/2006)"\ndate = "2006-11-17"\n+++',
        "Rowing Club Exec",
    ),
    "a title run together with its place": (
        "PEAT VALLEY CONSERVATION BOARD OF DIRECTORS MEETING Administration Centre, Kelso Mills Thursday, "
        "September 17, 2009 1:00pm Present: Hana Obuya (Chair), Piet Verhoeven, Sorcha Tighe Apologies: "
        "Marlon Eade 1. Minutes of the meeting of July 16, 2009 were approved. 2. The reports were read.",
        "Peat Valley Conservation Board of Directors",
    ),
    "a branch with a number": (
        "NORTH EAST PENSIONERS' ASSOCIATION BRANCH 12\nCOMMITTEE HELD 5/9/18",
        "North East Pensioners' Association Branch Committee",
    ),
    "the place above the roster": (
        "MINUTES OF THE\nWEST BAY HARBOUR TRUSTEES\nMEETING\nOF 2ND MAY 1963\nHELD IN\nTHE HARBOUR OFFICE",
        "West Bay Harbour Trustees",
    ),
    "who deliberated": (
        "FORMAL MINUTES\nMonday 23 January 2006\n\nMembers present:\nHana Obuya, in the Chair\nPiet Eade\n"
        "\nThe Regional Affairs Committee deliberated.\n",
        "Regional Affairs Committee",
    ),
}


@pytest.mark.parametrize(("text", "body"), _BODIES.values(), ids=_BODIES)
def test_the_body(text: str, body: str) -> None:
    assert _meeting(text).body == body


def test_a_body_in_the_name_of_the_file() -> None:
    assert _meeting("Minutes\n4 March 2015", "schools-forum-minutes-2015-03-04.txt").body == "Schools Forum"


_DAYS = {
    "two days": ("Harbour Forum meeting 14-15 April 2010, Dunmore", "2010-04-14"),
    "two days with points": ("Harbour Forum\n11.-12. May 2017", "2017-05-11"),
    "a year in two digits before a bar": ("Skills Panel\n12 Feb 20 | 15:00 | Northvale House", "2020-02-12"),
    "hyphens that do not break": ("Skills Panel meeting — 2023‑10‑05", "2023-10-05"),
    "blanks between numbers": ("Lowmoor Housing Board - 21 05 2009 - Minutes", "2009-05-21"),
    "a town before the day": (
        "Meeting of the Working Group on Craft\nValmere, 3–5 March 1999\n\n"
        "Present: Hana Obuya, Piet Verhoeven\n\n1. The session was opened on 4 March 1999.\n",
        "1999-03-03",
    ),
    "the state of the minutes": ("[Approved] Helix Runtime Group 2019-08-27", "2019-08-27"),
    "the date of a version": (
        "Draft minutes v0.2 12/03/2018 (GH)\n\nSTEERING GROUP\n\n27th February 2018, 09:30",
        "2018-02-27",
    ),
    "a day of the week tells the year": (
        "Ardglen Gala Committee. Meeting held Tuesday 4th Feb.\n\nPresent - Hana Obuya, Piet Verhoeven\n"
        "Minutes of meeting held 14th January 2014 were approved.\n",
        "2014-02-04",
    ),
    "a session tells the year": (
        "Partnership Executive\n4th quarter meeting 2012-13: 21st March",
        "2013-03-21",
    ),
    "a year before a time": ("Full Governors, Hope Nursery School – Wed 2nd Dec 15 – 4pm", "2015-12-02"),
    "minutes that were agreed": (
        "HERITAGE FIELD GROUP. MINUTES. 10/04/2014. PRESENT: Hana Obuya (Chair); Piet Verhoeven, Museum. "
        "1. MINUTES OF 16/01/2014 AGREED. 2. The Education Group met on 3/3/2014.",
        "2014-04-10",
    ),
    "a time with a point": (
        "East Fallow Committee\nInformal Meeting\nMinutes of the meeting held at 10.00am on 4 October 2010",
        "2010-10-04",
    ),
}


@pytest.mark.parametrize(("text", "day"), _DAYS.values(), ids=_DAYS)
def test_the_day(text: str, day: str) -> None:
    assert str(_meeting(text).date) == day


def test_a_day_in_the_digits_of_the_file() -> None:
    assert str(_meeting("Architecture Group meeting", "Architecture-20150422.txt").date) == "2015-04-22"


def test_no_day_where_only_another_bodys_is_told() -> None:
    text = (
        "Task Team on Roads\nMeeting Summary\nAugust 2012\n\nAttendees\nHana Obuya\nPiet Verhoeven\n\n"
        "Summary\nThe Data Task Team met on July 9, 2012.\n"
    )
    assert _meeting(text).date is None


_PLACES = {
    "behind bars": ("Executive Board | North Cray District | 17.04.18 | The Guildhall", "The Guildhall"),
    "behind colons": ("Board of Management\n27/08/2014 : 7 pm : Community Hub", "Community Hub"),
    "a town with hyphens": ("Expert Group on Mills\nNantes-sur-Mer, 30 November 2015", "Nantes-sur-Mer"),
    "no street that begins a name": (
        "Hollow Lane Medical Practice\nPatients' Association, 19 Mar 2015",
        None,
    ),
    "somebody's house": (
        "Minutes of the TARSET PROBUS COMMITTEE 8/10/03 at B. Stokoe's house",
        "B. Stokoe's house",
    ),
    "a centre named after somebody": (
        "Commission on Aging\nMinutes Nov. 6, 2019\nBetty J. Queen Center",
        "Betty J. Queen Center",
    ),
    "a town with an umlaut": ("Advisory Board\nZürich, 24-25 September 2013", "Zürich"),
    "held at, within a line": (
        "Parks Forum MEETING HELD AT: Bandstand Café DATE: 17 June 2008 TIME: 6.30pm PRESENT: Hana Obuya, "
        "Piet Verhoeven, Sorcha Tighe APOLOGIES: Marlon Eade MATTERS ARISING: The gates were mended.",
        "Bandstand Café",
    ),
    "before the day": (
        "Rail Panel – note of meeting, 4th floor, Station Parade, on 8 Dec 2003",
        "4th floor, Station Parade",
    ),
    "no place in the heads of a table": (
        "Clinical Directors\nMinutes of the meeting held on 5 October 2022\n\nName Role Initials\n"
        "Hana Obuya Clinical Director (Chair) HO\nPiet Verhoeven GP Partner PV\n",
        None,
    ),
}


@pytest.mark.parametrize(("text", "place"), _PLACES.values(), ids=_PLACES)
def test_the_place(text: str, place: str | None) -> None:
    assert _meeting(text).place == place

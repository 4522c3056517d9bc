"""Whom people of a roster stand for: parts of bodies, bodies that several share, letters, plain words."""

from __future__ import annotations

import pytest
from tests.support.reading import bodies, facts_of, page_of, table_of

CASES = [
    pytest.param(
        "Present: Odile Farrow (Graduate Studies), Tarek Minns (Office of the Provost), Una Pell (Watershed "
        "Planning), Vic Rourke (Students' Union)",
        {"Odile Farrow": None, "Tarek Minns": None, "Una Pell": None, "Vic Rourke": "Students' Union"},
        id="departments of any body",
    ),
    pytest.param(
        "Attendees:\nOdile Farrow (River Partnerships Team, Dunmore Agency)\nTarek Minns – Roads "
        "Policing Unit, "
        "Dunmore Police\nUna Pell, Materials Division, Halden West Laboratory\nVic Rourke - Family Support, "
        "Ambry's",
        {
            "Odile Farrow": "Dunmore Agency",
            "Tarek Minns": "Dunmore Police",
            "Una Pell": "Halden West Laboratory",
            "Vic Rourke": "Ambry's",
        },
        id="the body behind its part",
    ),
    pytest.param(
        "Present:\nDunmore Council: Odile Farrow, Tarek Minns (Minerals Planning)\nDunmore Agency: Una Pell",
        {
            "Odile Farrow": "Dunmore Council",
            "Tarek Minns": "Dunmore Council",
            "Una Pell": "Dunmore Agency",
        },
        id="a field beside a name below its body",
    ),
    pytest.param(
        "Delegates:\nOdile Farrow, Tarek Minns – North Cypress\nUna Pell – Wawley\nVic Rourke, Wyn "
        "Sands, Yves "
        "Tull (Riding Hill)",
        {
            "Odile Farrow": "North Cypress",
            "Tarek Minns": "North Cypress",
            "Una Pell": "Wawley",
            "Vic Rourke": "Riding Hill",
            "Wyn Sands": "Riding Hill",
            "Yves Tull": "Riding Hill",
        },
        id="shared by all of a line",
    ),
    pytest.param(
        "Present: Odile Farrow, Tarek Minns (Calnet); Una Pell, Vic Rourke (Web Services Dorne); Wyn "
        "Sands (ABC "
        "Domains)",
        {
            "Odile Farrow": "Calnet",
            "Tarek Minns": "Calnet",
            "Una Pell": "Web Services Dorne",
            "Vic Rourke": "Web Services Dorne",
            "Wyn Sands": "ABC Domains",
        },
        id="shared between semicolons",
    ),
    pytest.param(
        "Present: Odile Farrow (Mind), Tarek Minns, Una Pell (Relate), Vic Rourke",
        {"Odile Farrow": "Mind", "Tarek Minns": None, "Una Pell": "Relate", "Vic Rourke": None},
        id="each a bracket of his own",
    ),
    pytest.param(
        "Present: B Farrow and T Minns (Colne CBC), U Pell (Dray Council), V Rourke and W Sands "
        "(Dunmore Council)",
        {
            "B Farrow": "Colne CBC",
            "T Minns": "Colne CBC",
            "U Pell": "Dray Council",
            "V Rourke": "Dunmore Council",
            "W Sands": "Dunmore Council",
        },
        id="pairs to the end of the line",
    ),
    pytest.param(
        "Participants: Odile Farrow (Peak Stone); Tarek Minns, Una Pell (both Brett Lime); Vic Rourke (BRX)",
        {
            "Odile Farrow": "Peak Stone",
            "Tarek Minns": "Brett Lime",
            "Una Pell": "Brett Lime",
            "Vic Rourke": "BRX",
        },
        id="both of one body",
    ),
    pytest.param(
        "In attendance: Odile Farrow, HwD Officer; Tarek Minns, DCC Commissioner; Una Pell, DSAB Independent "
        "Chair; Vic Rourke, Highway Commissioner",
        {"Odile Farrow": "HwD", "Tarek Minns": "DCC", "Una Pell": "DSAB", "Vic Rourke": None},
        id="a post with a body in front",
    ),
    pytest.param(
        "Present\nOdile Farrow, Rutherfold Appley Laboratory\nTarek Minns, University of Caldera - Port "
        "Ferry\n"
        "Una Pell, Halden Neutron Centre, Dunmore National Laboratory\nVic Rourke, Queen Maud Hospital "
        "NHS FT\n"
        "Wyn Sands, National Lace Council",
        {
            "Odile Farrow": "Rutherfold Appley Laboratory",
            "Tarek Minns": "University of Caldera - Port Ferry",
            "Una Pell": "Halden Neutron Centre, Dunmore National Laboratory",
            "Vic Rourke": "Queen Maud Hospital NHS FT",
            "Wyn Sands": "National Lace Council",
        },
        id="names of bodies kept whole",
    ),
    pytest.param(
        "Present: Odile Farrow (N.F.U.), Tarek Minns (U.W.T.), Una Pell (English Heath), Vic Rourke (G.M.B.)",
        {
            "Odile Farrow": "N.F.U.",
            "Tarek Minns": "U.W.T.",
            "Una Pell": "English Heath",
            "Vic Rourke": "G.M.B.",
        },
        id="letters with stops",
    ),
    pytest.param(
        "Present: Danuta Farrow, Special School Heads; Tarek Minns, Secondary Headteachers; Una Pell, "
        "Headteacher",
        {"Danuta Farrow": "Special School Heads", "Tarek Minns": "Secondary Headteachers", "Una Pell": None},
        id="those at the head of schools",
    ),
    pytest.param(
        "Present: Odile Farrow (GP Board Member 3), Tarek Minns (Non-Parish Council rep), Una Pell "
        "(Ambry Trust)",
        {"Odile Farrow": None, "Tarek Minns": None, "Una Pell": "Ambry Trust"},
        id="seats that are counted, and what somebody is not",
    ),
    pytest.param(
        "Attendees Organisation\nOdile Farrow Dunmore Farmers Union\nTarek Minns Dales Rivers "
        "Trust\nUna Pell "
        "Natural Dunmore\nVic Rourke Upper Dale Parish Council",
        {
            "Odile Farrow": "Dunmore Farmers Union",
            "Tarek Minns": "Dales Rivers Trust",
            "Una Pell": "Natural Dunmore",
            "Vic Rourke": "Upper Dale Parish Council",
        },
        id="heads over columns behind a heading",
    ),
    pytest.param(
        "Present: Mrs O. Farrow (Chair)        Dunmore Naturalists' Trust\n"
        "         Mr T. Minns                  D.C.C. Planning\n"
        "         Miss U. Pell                 English Heath\n"
        "         Mr V. Rourke                 Dunmore Commission",
        {
            "O. Farrow": "Dunmore Naturalists' Trust",
            "T. Minns": "D.C.C. Planning",
            "U. Pell": "English Heath",
            "V. Rourke": "Dunmore Commission",
        },
        id="typewritten columns",
    ),
    pytest.param(
        "Attending: Odile Farrow, American Lace Society; Tarek Minns, Red Band; Una Pell, Dunmore FD; Vic "
        "Rourke, Dunmore Lace FD",
        {
            "Odile Farrow": "American Lace Society",
            "Tarek Minns": "Red Band",
            "Una Pell": "Dunmore FD",
            "Vic Rourke": "Dunmore Lace FD",
        },
        id="services in letters behind a place",
    ),
    pytest.param(
        "Present: Odile Farrow (Ambry Hub)\nApologies: Tarek Minns (Dunmore Surfers), The Dorne Estate, "
        "Moz, Una Pell (Making Room)",
        {"Odile Farrow": "Ambry Hub", "Tarek Minns": "Dunmore Surfers", "Una Pell": "Making Room"},
        id="bodies that sent nobody",
    ),
    pytest.param(
        "Members Present: 11. Mr C Mellor DLRA 12. Mrs T Quill Croxley & District Residents Association "
        "13. Cllr E Nash Dunmore Wolds Authority 14. Mr S Dale Barset Borough Council",
        {
            "C Mellor": "DLRA",
            "T Quill": "Croxley & District Residents Association",
            "E Nash": "Dunmore Wolds Authority",
            "S Dale": "Barset Borough Council",
        },
        id="a numbered list on one line",
    ),
    pytest.param(
        "Present: Odile Farrow, Employee Director/Non-Executive Board Member; Tarek Minns, Ambry Trust",
        {"Odile Farrow": None, "Tarek Minns": "Ambry Trust"},
        id="posts with a stroke between",
    ),
    pytest.param(
        "Attending:\nOdile Farrow - SOGNA\nTarek Minns - Goggle\nUna Pell - OpenMeter\nVic Rourke - RTX "
        "representative",
        {"Odile Farrow": "SOGNA", "Tarek Minns": "Goggle", "Una Pell": "OpenMeter", "Vic Rourke": "RTX"},
        id="whom one represents where others' bodies stand",
    ),
    pytest.param(
        "In attendance: Odile Farrow, HwD Officer presenting on Engagement; Tarek Minns - DSAB Independent "
        "Chair Children's Services; Una Pell, Vice Principal and University",
        {"Odile Farrow": "HwD", "Tarek Minns": "DSAB", "Una Pell": None},
        id="a post and more behind a body",
    ),
]


@pytest.mark.parametrize(("lines", "wanted"), CASES)
def test_whom_people_stand_for(lines: str, wanted: dict[str, str | None]) -> None:
    assert bodies(lines) == wanted


CALL = "Open Lace Working Group\nMinutes, 12 March 2019, by phone\n\n{}\n\nAgenda\n- Roll call\n"


def test_letters_of_states_are_no_bodies() -> None:
    found = facts_of(
        CALL.format("Attendees:\n- Odile Farrow (MO)\n- Tarek Minns (TX)\n- Una Pell (Ambry Lace)")
    )
    assert {one.person: one.representing for one in found.attendances} == {
        "Odile Farrow": None,
        "Tarek Minns": None,
        "Una Pell": "Ambry Lace",
    }


def test_letters_among_those_of_bodies_are_one() -> None:
    found = facts_of(
        CALL.format("Attendees:\nOdile Farrow (CA)\nTarek Minns (IBX)\nUna Pell (ADQ)\nVic Rourke (HPQ)")
    )
    assert {one.person: one.representing for one in found.attendances}["Odile Farrow"] == "CA"


def test_a_table_headed_on_behalf_of() -> None:
    rows = [
        ("Name", "Role", "On behalf of"),
        ("Odile Farrow", "Chair", "Dunmore Community Trust"),
        ("Tarek Minns", "Member", "Rural Support Network"),
        ("Una Pell", "Member", "Barset Council"),
    ]
    found = facts_of(page_of(table_of(rows)), "minutes.html").attendances
    assert {one.person: one.representing for one in found} == {
        "Odile Farrow": "Dunmore Community Trust",
        "Tarek Minns": "Rural Support Network",
        "Una Pell": "Barset Council",
    }

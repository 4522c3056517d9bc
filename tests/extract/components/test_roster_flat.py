"""Rosters flattened into one line, and what stands beside a name on it; all people are invented."""

import pytest

from whosat.extract import pipeline
from whosat.extract.document import Document
from whosat.extract.readers import read
from whosat.ontology.facts import Attendance, Status


@pytest.fixture(scope="module")
def nlp():
    return pipeline.load()


def _attendances(nlp, tmp_path, text: str) -> dict[str, Attendance]:
    path = tmp_path / "minutes.txt"
    path.write_text(text, encoding="utf-8")
    documents: list[Document] = list(read(path))
    return {one.person: one for one in pipeline.extract(documents[0], nlp).attendances}


def _by_status(found: dict[str, Attendance]) -> dict[Status, set[str]]:
    told: dict[Status, set[str]] = {}
    for one in found.values():
        told.setdefault(one.status, set()).add(one.person)
    return told


def test_names_without_any_delimiter(nlp, tmp_path):
    found = _attendances(
        nlp,
        tmp_path,
        "BARSET VALLEY AUTHORITY MINUTES OF THE BOARD MEETING held at The Village Hall, Oakham on Friday 5th "
        "November 2004 at 2pm PRESENT Mary Oakes Edward Brindle Anne Marlow Susan Walker Robert Dunn "
        "In Attendance: Joan Sale Timothy Orme Apologies: Diana Holt Kenneth Rudd Minutes of Last Meeting – "
        "approval 1. The minutes of the previous meeting were approved. 2. Murray Field gave a report.",
    )
    assert _by_status(found) == {
        Status.PRESENT: {"Mary Oakes", "Edward Brindle", "Anne Marlow", "Susan Walker", "Robert Dunn"},
        Status.IN_ATTENDANCE: {"Joan Sale", "Timothy Orme"},
        Status.APOLOGIES: {"Diana Holt", "Kenneth Rudd"},
    }


def test_a_title_begins_the_next_person_and_an_item_number_is_no_name(nlp, tmp_path):
    found = _attendances(
        nlp,
        tmp_path,
        "Oakshire Partnership Board Minutes of the Meeting held on Tuesday, 17th March, 2015 at the Hall "
        "Present Mr E Brand (Chair) Cllr M Bates Mr D Cope In Attendance Mr B Dean Ms R Eames 1. Ms B Foley "
        "Mr I Yates (Company Secretary) Welcome and Apologies for Absence The Chair welcomed all.",
    )
    assert set(found) == {"E Brand", "M Bates", "D Cope", "B Dean", "R Eames", "B Foley", "I Yates"}
    assert found["E Brand"].role == "chair"
    assert found["B Foley"].status is Status.IN_ATTENDANCE


def test_initials_that_fit_cut_a_line_into_records(nlp, tmp_path):
    found = _attendances(
        nlp,
        tmp_path,
        "OAKSHIRE BOARD OF DIRECTORS\n\nMinutes of the Meeting\n\n6 August 2019\n\n"
        "Attendance and Apologies:\n\n"
        "Directors Representing Karen Hollis KH Oakshire County Council Emma Allen EA Barset University "
        "Neil Marsh NM Oakham Housing Trust Cllr Terry Rudd TR Barset District Council\n\n"
        "In Attendance Mike Dunn MD Chamber of Commerce\n\nMinute Action\n\n1. Welcome\n",
    )
    assert found["Karen Hollis"].representing == "Oakshire County Council"
    assert found["Terry Rudd"].representing == "Barset District Council"
    assert found["Mike Dunn"].status is Status.IN_ATTENDANCE
    assert all(one.status is Status.PRESENT for name, one in found.items() if name != "Mike Dunn")


@pytest.mark.parametrize(
    "line",
    [
        "the Vice-Chancellor (Professor A Robb), Dr S Bakewell, the Director of Legal Services (Mr K Heath)",
        "Professor A Robb, Dr S Bakewell, the Director of Legal Services (Mr K Heath)",
    ],
)
def test_a_post_before_a_bracketed_name(nlp, tmp_path, line):
    found = _attendances(nlp, tmp_path, f"Senate\n\n3 May 2011\n\nPresent: {line}\n\n1. Minutes\n")
    assert set(found) == {"A Robb", "S Bakewell", "K Heath"}
    assert all(one.representing is None for one in found.values())


def test_the_sentence_after_a_list_is_nobodys_organisation(nlp, tmp_path):
    found = _attendances(
        nlp,
        tmp_path,
        "Oakham Parish Council\n\n13 June 2019\n\nPresent: Cllr T Bush (TB), Cllr J Bond (JB)\n"
        "Apologies for Absence: were received from Maureen Bell (MB), Clare Arden (CA), and Ann Boot (AB). "
        "There were no declarations of interest.\nMinutes: approved.\n",
    )
    assert _by_status(found)[Status.APOLOGIES] == {"Maureen Bell", "Clare Arden", "Ann Boot"}
    assert all(one.representing is None for one in found.values())


def test_substitutes_named_in_the_apologies_were_there(nlp, tmp_path):
    found = _attendances(
        nlp,
        tmp_path,
        "Oakshire Fire Authority\n\nFriday, 24th July, 2015\n\n1. APOLOGIES FOR ABSENCE\n\n"
        "Apologies for absence were received from:\n\nCouncillor Jon Cole, for whom Councillor Mary Wood "
        "was substitute;\n\nCouncillor Chris Barn, for whom Councillor Roger Jacks was "
        "substitute.\n\n2. MINUTES\n",
    )
    assert found["Mary Wood"].status is Status.PRESENT
    assert found["Mary Wood"].deputising_for == "Jon Cole"
    assert found["Chris Barn"].status is Status.APOLOGIES


def test_a_handle_after_a_name_is_no_part_of_it(nlp, tmp_path):
    found = _attendances(
        nlp,
        tmp_path,
        "Elm Steering Committee (ESC) Meeting 2023-10-04\n\nPresent\n\n"
        "* Antoine Dale @adale95 (voting member)\n* Yuki Nizami @nizz (voting member)\n"
        "* Rich Troy @Troy (voting member)\n\nAgenda\n",
    )
    assert set(found) == {"Antoine Dale", "Yuki Nizami", "Rich Troy"}


def test_an_election_below_a_heading_minutes_makes_no_minute_taker(nlp, tmp_path):
    found = _attendances(
        nlp,
        tmp_path,
        "Oakshire Police and Crime Panel\n\n19th July, 2024\n\n1. Apologies\n\nMinutes:\n\nApologies were "
        "received from Cllr Sam Noble.\n\n2. Appointment of Chair\n\nMinutes:\n\n"
        "Mr Evan Morley was elected as Chair of the Panel for the year.\n",
    )
    assert not [one for one in found.values() if one.status is Status.MINUTE_TAKER]


def test_a_title_in_a_flattened_line_names_the_body(nlp, tmp_path):
    path = tmp_path / "minutes.txt"
    text = (
        "(These minutes are subject to approval) OAK VALLEY PARK AUTHORITY MINUTES OF THE BOARD MEETING "
        "held at "
        "The Village Hall, Oakham on Friday 5th November 2004 at 2pm PRESENT Mary Oakes Edward Brindle "
        "Anne Marlow "
        "Apologies: Diana Holt Matters Arising 1. The Kesteven Parish Council had written about its path."
    )
    path.write_text(text, encoding="utf-8")
    (meeting, *_) = pipeline.extract(next(iter(read(path))), nlp).meetings
    assert meeting.body is not None
    assert meeting.body.lower() == "oak valley park authority board"


def test_another_council_named_in_the_text_is_not_the_one_that_met(nlp, tmp_path):
    path = tmp_path / "minutes.txt"
    text = (
        "Minutes of the PARISH COUNCIL MEETING held on the 22nd March 2021 at 7.30pm\n\nPresent: Cllr P "
        "Morley "
        "(Chair), Cllr S Mill\n\n1. Training\nThe clerk gave her report on the year and on the training "
        "course. "
        "Much was said about it and about the cost of the course, which is shared.\nOakham Valley "
        "Parish Council "
        "have paid for a course.\n"
    )
    path.write_text(text, encoding="utf-8")
    (meeting, *_) = pipeline.extract(next(iter(read(path))), nlp).meetings
    assert meeting.body is not None
    assert "Oakham" not in meeting.body

"""Which body met, and when: titles of every form, in lines and flattened; all bodies are invented."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from spacy.language import Language

from whosat.extract import pipeline
from whosat.extract.readers import read
from whosat.ontology.facts import Meeting

ROSTER = (
    "\n\nPresent:\nAnn Marlow (Chair)\nBen Oakes, Barset Council\nCy Dunn, Barset Trust\n\nApologies:\n"
    "Una Holt, Barset College\n\n1. Notes\nThe minutes of the meeting held on 7 May 2015 were approved.\n"
    "\n2. Next meeting\nThe next meeting will be on 3 June 2016.\n"
)
FORUM = "Wexbury Health Forum"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline.load()


def _meeting(nlp: Language, folder: Path, text: str) -> Meeting:
    path = folder / ("page.md" if "#" in text else "page.txt")
    path.write_text(text, encoding="utf-8")
    (document,) = read(path)
    return next(one for one in pipeline.extract(document, nlp).meetings if one.minuted)


TITLES = [
    ("Minutes of a meeting of the Wexbury Health Forum held at the Town Hall on 5 April 2016", FORUM),
    ("Wexbury Health Forum – Minutes\n5 April 2016", FORUM),
    ("MINUTES\n\nWEXBURY HEALTH FORUM\n\n5 APRIL 2016", FORUM),
    ("WEXBURY HEALTH FORUM\n\nMINUTES\n\n5 APRIL 2016", FORUM),
    (
        "Wexbury Borough Council\nPlanning Committee\nMinutes\n5 April 2016",
        "Wexbury Borough Council Planning Committee",
    ),
    ("Wexbury Care Trust Board Meeting\nTuesday 5th April 2016", "Wexbury Care Trust Board"),
    ("Meeting: Wexbury Health Forum\nDate: 5 April 2016\nVenue: Town Hall", FORUM),
    ("Wexbury Health Forum\nMinutes of the 43rd meeting\nHeld on 5 April 2016", FORUM),
    ("Friends of Penmaen Park\nMinutes of committee meeting 5 April 2016", "Friends of Penmaen Park"),
    ("FRIENDS OF PENMAEN PARK AGM\n5 April 2016", "Friends of Penmaen Park"),
    (
        "Ellerdale Parish Council\nMinutes of the Annual General Meeting held on 5 April 2016",
        "Ellerdale Parish Council",
    ),
    (
        "ELLERDALE PARISH COUNCIL\nMINUTES OF THE ANNUAL PARISH COUNCIL MEETING\n5 APRIL 2016",
        "Ellerdale Parish Council",
    ),
    ("Action Notes – Wexbury Health Forum – 5 April 2016", FORUM),
    ("Minutes, Wexbury Health Forum, Tuesday, 5th April, 2016", FORUM),
    ("05.04.2016 Wexbury Health Forum Minutes", FORUM),
]


@pytest.mark.parametrize("flat", [False, True])
@pytest.mark.parametrize(("title", "body"), TITLES)
def test_the_body_and_the_date_of_a_title(
    nlp: Language, tmp_path: Path, title: str, body: str, flat: bool
) -> None:
    text = " ".join((title + ROSTER).split()) if flat else title + ROSTER
    meeting = _meeting(nlp, tmp_path, text)
    assert (meeting.body, meeting.date) == (body, dt.date(2016, 4, 5))


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Name of Committee | Wexbury Health Forum\nDate | 5 April 2016", FORUM),
        ("Title of meeting\tWexbury Health Forum\nDate\t5 April 2016", FORUM),
        ("The Wexbury Health Forum met on 5 April 2016 at the Town Hall.", FORUM),
        ("MINUTES AND RECORD of the WEXBURY HEALTH FORUM HELD AT QUAY HOUSE ON 5 APRIL 2016", FORUM),
        ("Summary of the Wexbury Health Forum Meeting held on April 5, 2016", FORUM),
        ("The Wexbury Health Forum conducted a Special Meeting on 5 April 2016 at Quay House.", FORUM),
        (
            "Minutes of the Third Meeting of the 2015/16 Session of the Wexbury Health Forum 5 April 2016",
            FORUM,
        ),
        ("Wexbury Health Forum Conference Call\n5 April 2016", FORUM),
        ("April 2016 Wexbury Health Forum Meeting\n5 April 2016", FORUM),
        ("Wexbury Health Partnership\nSkills Advisory Panel\nNotes, 5 April 2016", "Skills Advisory Panel"),
        ("Minutes of the Joint Policing Committee meeting held on 5 April 2016", "Joint Policing Committee"),
        ("WEXFOR Meeting Minutes\n5 April 2016", "WEXFOR"),
        ("PENMAEN TOWNSHIP\nBOARD OF TRUSTEES MEETING\n5 April 2016", "Penmaen Township Board of Trustees"),
        (
            "UNIVERSITY OF PENMAEN\nCOUNCIL\nMinutes of the meeting held on 5 April 2016",
            "University of Penmaen Council",
        ),
        (
            "MINUTES OF THE MONTHLY MEETING OF THE WEXBURY-PENMAEN MUNICIPAL\nDISTRICT WHICH WAS HELD "
            "IN QUAY HOUSE ON\n5 APRIL 2016",
            "Wexbury-penmaen Municipal District",
        ),
        ("Minutes of the annual Penmaen Parish Council meeting 5 April 2016", "Penmaen Parish Council"),
        ("Cofnodion cyfarfod Cyngor Cymuned Llanwexbury 5 April 2016", "Cyngor Cymuned Llanwexbury"),
        ("# Foo.js Foundation Board Meeting – 2016-04-05", "Foo.js Foundation Board"),
    ],
)
def test_labels_sentences_and_headings(nlp: Language, tmp_path: Path, title: str, body: str) -> None:
    meeting = _meeting(nlp, tmp_path, title + ROSTER)
    assert (meeting.body, meeting.date) == (body, dt.date(2016, 4, 5))


@pytest.mark.parametrize(
    "title",
    ["Minutes of meeting held 5 April 2016", "Meeting notes\n5 April 2016", "MINUTES\nTuesday 5 April 2016"],
)
def test_no_body_where_none_is_named(nlp: Language, tmp_path: Path, title: str) -> None:
    meeting = _meeting(nlp, tmp_path, title + ROSTER)
    assert (meeting.body, meeting.date) == (None, dt.date(2016, 4, 5))


def test_officers_of_a_partnership_do_not_sit_on_the_board_it_names_most() -> None:
    from whosat.extract.components.document_body import main_body
    from whosat.extract.document import Block, BlockKind, Document

    text = (
        "Harbour Partnership: a guide\nThe Harbour Partnership began in 2001.\n"
        "The Harbour Partnership meets.\n"
        "The Harbour Partnership Executive decides. The Harbour Partnership Executive reports. The Harbour"
        " Partnership Executive commissions.\n"
    )
    document = Document("guide.txt", "", "text", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    assert main_body(document) == "Harbour Partnership"

"""Who chaired, and who came for whom; all people are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from whosat.extract import pipeline
from whosat.extract.readers import read
from whosat.ontology.facts import Attendance, Status

HEAD = "Minutes of the Wexbury Health Forum held on 5 April 2016 at the Town Hall\n\n"
LIST = "Present:\nAnn Marlow, Barset Council\nBen Oakes, Barset Trust\nCy Dunn, Wexbury College\n"
AWAY = "\nApologies:\nUna Holt, Barset College\n\n1. Welcome\n"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline.load()


def _attendances(nlp: Language, folder: Path, text: str) -> tuple[Attendance, ...]:
    path = folder / "page.txt"
    path.write_text(text, encoding="utf-8")
    (document,) = read(path)
    return tuple(pipeline.extract(document, nlp).attendances)


@pytest.mark.parametrize(
    "text",
    [
        LIST + AWAY + "Welcome by the Chair, Ben Oakes.\n",
        LIST + AWAY + "Chair Ben Oakes welcomed everyone to the meeting.\n",
        LIST + AWAY + "The Secretary, Ben Oakes, would take the Chair in this meeting.\n",
        LIST + AWAY + "Election of Chair: Ben Oakes was elected as Chair for the coming year.\n",
        "Chair: BO\n\nPresent:\nAnn Marlow (AM)\nBen Oakes (BO)\nCy Dunn (CD)\n",
        "Present: Ann Marlow (AM), Ben Oakes (BO), Cy Dunn (CD)\nChair: Ben\n",
        "Chair and Minute Taker: Ben Oakes (BO)\nPresent: Ann Marlow (AM), Cy Dunn (CD)\n",
        "Present:\nAnn Marlow\nBen Oakes (Convener)\nCy Dunn\n",
        "Present:\nAnn Marlow (Is-gadeirydd)\nBen Oakes (Cadeirydd)\nCy Dunn\n",
        "Present: Mr A Marlow, Mr Ben Oakes (Mayor), Mr C Dunn\n\nThe Mayor presided.\n",
        "Present:\nBen Oakes (Acting Chair)\nCy Dunn\n\nApologies:\nAnn Marlow (Chair)\n",
        "Present: Cllr Ben Oakes (Vice Chair, in the Chair), Cllr C Dunn\nApologies: Cllr A Marlow (Chair)\n",
        "Present:\nAnn Marlow, Chair, Barset Trust\nBen Oakes, Chair, Wexbury Health Forum\nCy Dunn\n",
        "Sederunt: Chair Ben Oakes (BO), Sec Ann Marlow (AM), Treasurer Cy Dunn (CD)\n",
        "Chaired by: Ben Oakes\n\nPresent:\nAnn Marlow (Chair)\nBen Oakes\nCy Dunn (Chair)\n",
        "Present:\nAnn Marlow\nCy Dunn (Acting Chair)\nBen Oakes\n\nBen Oakes in the Chair\n\n1. Welcome\n",
        LIST + AWAY + "In Una’s absence Ben chaired.\n",
        LIST + AWAY + "Temp Chair Ben Oakes (proposed by Cy Dunn)\nTemp Secretary Ann Marlow\n",
        LIST + AWAY + "Item 1. Ben Oakes was again elected Chairman.\n",
        LIST + AWAY + "2. Election of Chairman: Nobody else being put forward Ben Oakes was duly elected.\n",
        LIST
        + AWAY
        + "Cy Dunn acted as chairman while one was found. Mr Oakes was elected and took the chair.\n",
        LIST + AWAY + "Chairman Oakes asked for the accounts.\n",
        "Present:\nAnn Marlow\nCy Dunn\n\nThe Mayor, Cllr B. Oakes, was in the Chair.\n",
        "Present:\nAnn Marlow\nCy Dunn\n\nThe meeting was called to order at 7 by Ben Oakes. Rain fell.\n",
        "Present:\nAnn Marlow\nCy Dunn\n\nThe Chair, Mr. B. Oakes, told the Forum of his new post.\n",
        LIST + "\nSorry not to be there: Una Holt.\n\nBen opened the meeting.\n",
    ],
)
def test_ben_chaired(nlp: Language, tmp_path: Path, text: str) -> None:
    found = _attendances(nlp, tmp_path, HEAD + text)
    assert [one.person.replace("B.", "Ben") for one in found if one.role == "chair"] == ["Ben Oakes"]


@pytest.mark.parametrize(
    "text",
    [
        LIST + AWAY + "Ben Oakes was elected chair of the Finance Committee.\n",
        LIST + AWAY + "Ben Oakes reported that he chairs the Barset Housing Panel.\n",
        LIST.replace("Barset Trust", "Barset Trust (Vice Chair)"),
        "Present:\nAnn Marlow\nBen Oakes, President (joined at 9:13)\nCy Dunn\n",
        LIST + AWAY + "Vice Chair Oakes asked for the accounts.\n",
        LIST
        + AWAY
        + "2. Election of Chairman\nNobody stood.\n3. Election of Vice Chairman\nBen Oakes was elected.\n",
        LIST + AWAY + "Ben Oakes took the chair while the accounts were read.\n",
    ],
)
def test_nobody_is_said_to_have_chaired(nlp: Language, tmp_path: Path, text: str) -> None:
    assert not [one for one in _attendances(nlp, tmp_path, HEAD + text) if one.role == "chair"]


@pytest.mark.parametrize(
    "text",
    [
        "Jo Yarrow (nominated deputy for Pat Mill)\n",
        "Jo Yarrow (rep Pat Mill)\n",
        "Jo Yarrow (vice Pat Mill)\n",
        "\nApologies:\nPat Mill (sub: Jo Yarrow)\n",
        "\nApologies:\nPat Mill (substitute Jo Yarrow)\n",
        "\nApologies were received from Pat Mill. Jo Yarrow attended in her absence.\n",
        "\nApologies were received from Cllr Pat Mill. Cllr Jo Yarrow was substituting for her.\n",
        "Jo Yarrow\n\nApologies: Pat Mill\n\n1. Notes\nJo Yarrow was attending as Pat Mill's substitute.\n",
        "Jo Yarrow\n\nApologies: Pat Mill\n\n1. Welcome\nJo Yarrow attended in place of Pat Mill.\n",
        "Jo Yarrow\n\nApologies: Pat Mill\n\n1. Apologies\nPat Mill had sent apologies and was "
        "represented by Jo Yarrow.\n",
        "\n1. Apologies\nApologies were received from Pat Mill, for whom Jo Yarrow substituted.\n",
    ],
)
def test_jo_came_for_pat(nlp: Language, tmp_path: Path, text: str) -> None:
    found = {one.person: one for one in _attendances(nlp, tmp_path, HEAD + LIST + text)}
    assert found["Jo Yarrow"].deputising_for == "Pat Mill"
    assert found["Jo Yarrow"].status is Status.PRESENT
    assert "Pat Mill" not in found or found["Pat Mill"].status is Status.APOLOGIES


def test_a_post_with_for_in_it_is_no_deputy(nlp: Language, tmp_path: Path) -> None:
    text = HEAD + LIST + "Jo Yarrow, Deputy Head, for Barset Schools\nPat Mill, Deputy Director for Adults\n"
    assert not [one for one in _attendances(nlp, tmp_path, text) if one.deputising_for]

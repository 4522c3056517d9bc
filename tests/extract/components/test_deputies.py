"""Who came for whom: in sentences, notes, lists of pairs and tables. Everybody is invented."""

from __future__ import annotations

from functools import cache
from html import escape

import pytest
from spacy.language import Language

from whosat.extract import pipeline
from whosat.extract.readers import read_bytes
from whosat.ontology.facts import Attendance, Status

HEAD = "Barset Partnership Board\n\nMinutes of the meeting held on 18 March 2013 at County Hall\n\n"
LIST = "Present:\nAnn Bell (Chair)\nCarol Dunn, Barset Council\nEd Gray, Barset Police\nFay Hunt, Mind\n\n"
AWAY = "Apologies: Bob Cole, Gita Iyer\n\n"
FIRST = HEAD + LIST + AWAY + "1. Apologies\n"
BOTH = {"Ed Gray": "Bob Cole", "Fay Hunt": "Gita Iyer"}


@cache
def _nlp() -> Language:
    return pipeline.load()


def _read(text: str, name: str = "minutes.txt") -> dict[str, Attendance]:
    found = pipeline.extract(read_bytes(name, text.encode())[0], _nlp()).attendances
    return {one.person: one for one in found}


def _deputies(text: str, name: str = "minutes.txt") -> dict[str, str]:
    return {who: one.deputising_for for who, one in _read(text, name).items() if one.deputising_for}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "It was reported that Mr E. Gray was there as substitute for Mr Cole, and Ms Hunt for Ms Iyer.",
            BOTH,
        ),
        (
            "Councillors Gray and Hunt attended as substitutes for Councillors Cole and Iyer respectively.",
            BOTH,
        ),
        (
            "Notice had been given that Mr Gray was substituting at this\nmeeting for Mr Cole.",
            {"Ed Gray": "Bob Cole"},
        ),
        ("Bob Cole had sent Fay Hunt in his place.", {"Fay Hunt": "Bob Cole"}),
        (
            "Mr Cole's substitute was Ms Hunt. Gita Iyer's place was taken by Ed Gray.",
            {v: k for k, v in {"Bob Cole": "Fay Hunt", "Gita Iyer": "Ed Gray"}.items()},
        ),
        ("EG deputised for BC.", {"Ed Gray": "Bob Cole"}),
        ("Apologies were noted from Gita (Ed standing in).", {"Ed Gray": "Gita Iyer"}),
        (
            "Bob Cole could not come and Lee Ward, Head of Housing, attended in his place.",
            {"Lee Ward": "Bob Cole"},
        ),
        ("Fay Hunt attended in Bob Cole's absence.", {"Fay Hunt": "Bob Cole"}),
        ("Substitutions: Ed Gray for Bob Cole; Fay Hunt for Gita Iyer", BOTH),
    ],
)
def test_sentences_tell_who_came_for_whom(said: str, expected: dict[str, str]) -> None:
    assert _deputies(FIRST + said + "\n") == expected


@pytest.mark.parametrize(
    "note",
    [
        "Lee Ward s/ Bob Cole",
        "Lee Ward (p.p. Bob Cole)",
        "Lee Ward vice Mr Bob Cole",
        "Lee Ward (for and on behalf of Bob Cole)",
        "Lee Ward (LW) deputising for Bob Cole (Barset Council)",
        "Councillor Lee Ward – substituting for Councillor Bob Cole, Barset Council",
        "Lee Ward – Barset Police (cover for Bob Cole)",
        "Ch. Insp. Lee Ward, for T/Supt. Bob Cole",
    ],
)
def test_a_note_beside_a_name_tells_for_whom_somebody_came(note: str) -> None:
    assert _deputies(f"{HEAD}Present:\nAnn Bell (Chair)\n{note}\nFay Hunt, Mind\n\n{AWAY}") == {
        "Lee Ward": "Bob Cole"
    }


@pytest.mark.parametrize(
    "note",
    [
        "Bob Cole (Lee Ward attended)",
        "Bob Cole – represented by Lee Ward",
        "Bob Cole – deputy Lee Ward",
        "Bob Cole, Director of Finance (deputised by Lee Ward)",
        "Bob Cole (Barset Council) – sending Lee Ward in his place",
    ],
)
def test_a_note_beside_who_was_away_tells_who_came(note: str) -> None:
    assert _deputies(f"{HEAD}{LIST}Apologies:\n{note}\nGita Iyer\n") == {"Lee Ward": "Bob Cole"}


def test_pairs_of_who_was_away_and_who_came() -> None:
    pairs = "Members absent with representation: Cole, Lee Ward; Iyer, K. Moss; and Reed, Pat Olds."
    text = f"{HEAD}{LIST}{pairs}\n\n"
    assert _deputies(text) == {"Lee Ward": "Cole", "K. Moss": "Iyer", "Pat Olds": "Reed"}
    assert _read(text)["Cole"].status is Status.ABSENT


def test_a_post_is_whoever_is_known_to_hold_it() -> None:
    known = "Apologies: Mr Bob Cole, Chief Executive. Mrs Hunt represented the Chief Executive.\n"
    beside = "Apologies were received from the Treasurer (Mr. A. Reed).\n"
    listed = "In attendance:\nClerk (Mr Z. Olds)\nTreasurer (represented by Miss S. Moss)\n\n"
    assert _deputies(f"{HEAD}{LIST}1. Apologies\n{known}") == {"Fay Hunt": "Bob Cole"}
    assert _deputies(f"{HEAD}{LIST}{listed}1. Apologies\n{beside}") == {"S. Moss": "A. Reed"}


@pytest.mark.parametrize(
    "said",
    [
        "Mrs Hunt represented the Chief Executive.",
        "Mr Gray attended on behalf of the Chief Executive of the Trust.",
        "Mr Gray presented the report on behalf of Mr Cole. Ms Hunt spoke for the residents.",
        "The paper was written by Ann Bell on behalf of Bob Cole.",
        "The applicant was represented by Mr Lee Ward.",
        "Ann Bell thanked Ed Gray for Bob Cole's report.",
        "In the absence of Bob Cole, Ann Bell took the chair.",
        "Carol Dunn, deputy for the Barset Food Trust, spoke.",
        "Fay Hunt was deputising for Kim Iyer's manager.",
    ],
)
def test_what_names_no_person_away_makes_no_deputy(said: str) -> None:
    assert "Bob Cole" not in _deputies(FIRST + said + "\n").values()
    assert not {"Chief Executive", "Gita Iyer"} & set(_deputies(FIRST + said + "\n").values())


def _table(rows: list[list[str]], before: str = "") -> str:
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return (
        "<html><body><p>Barset Health Board</p><p>Minutes of the meeting held on 18 March 2013</p>"
        f"<p>{before}</p><table>{body}</table><p>1. Welcome</p><p>All were welcomed.</p></body></html>"
    )


@pytest.mark.parametrize(
    "rows",
    [
        [["Member", "Organisation", "Present", "Represented by"], ["Ann Bell", "Mind", "Yes", ""],
         ["Bob Cole", "Police", "No", "Dee Fox"]],
        [["Member", "Organisation", "Status", "Substitute (if any)"], ["Ann Bell", "Mind", "Present", "-"],
         ["Bob Cole", "Police", "Apologies", "Cllr Dee Fox"]],
        [["Name", "Organisation", "Attendance"], ["Ann Bell", "Mind", "Present"],
         ["Bob Cole", "Police", "Deputy – Dee Fox"]],
        [["Name", "Organisation", "Present?", "Comments"], ["Ann Bell", "Mind", "Y", ""],
         ["Bob Cole", "Police", "N", "Dee Fox attended in his place"]],
        [["Apologies", "Agency", "Deputy sent?"], ["Bob Cole", "Police", "Yes – Dee Fox"],
         ["Ed Gray", "Mind", "No"]],
    ],
)  # fmt: skip
def test_tables_tell_who_came_instead(rows: list[list[str]]) -> None:
    assert _deputies(_table(rows), "minutes.html") == {"Dee Fox": "Bob Cole"}


def test_a_table_of_members_absent_and_their_substitutes() -> None:
    rows = [["Member absent", "Substitute"], ["Bob Cole", "Dee Fox"], ["Cllr Ed Gray", "Cllr Gita Iyer"]]
    before = "Present: Ann Bell, Fay Hunt, Dee Fox, Gita Iyer"
    assert _deputies(_table(rows, before), "minutes.html") == {"Dee Fox": "Bob Cole", "Gita Iyer": "Ed Gray"}


def test_namesakes_are_told_apart() -> None:
    """ "Kim Hunt" is not Fay Hunt, and of two Coles the one who was away is meant."""
    text = HEAD + LIST + "Jo Cole\n\nApologies: Bob Cole\n\n1. Apologies\nEd Gray deputised for Mr Cole.\n"
    assert _deputies(text) == {"Ed Gray": "Bob Cole"}
    assert "Fay Hunt" not in _deputies(FIRST + "Kim Hunt deputised for Bob Cole.\n")

"""Links with the body that meets, as its own minutes say them. All bodies are invented."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language

from whosat.extract import pipeline
from whosat.extract.readers import read_bytes

BOARD = "Barset Health Board"
REST = "\n\nMinutes of the meeting held on 18 March 2013\n\nPresent:\nAnn Bell (Chair)\nBob Cole, Mind\n\n"


@cache
def _nlp() -> Language:
    return pipeline.load()


def _links(said: str, title: str = BOARD) -> set[tuple[str, str, str]]:
    text = f"{title}{REST}1. Business\n{said}\n"
    facts = pipeline.extract(read_bytes("minutes.txt", text.encode())[0], _nlp())
    return {(link.subject, link.relation.value, link.object) for link in facts.links}


@pytest.mark.parametrize(
    ("said", "subject", "relation"),
    [
        ("The Quality Committee is a sub-committee of the Board.", "Quality Committee", "subgroup of"),
        ("The Carers Group, established by the Board, met.", "Carers Group", "subgroup of"),
        ("Interop SC (a subcommittee of BHB): no report.", "Interop SC", "subgroup of"),
        ("The Data Sub-Group of the Board will meet in May.", "Data Sub-Group", "subgroup of"),
        ("The Finance Sub-Committee will report to the Board.", "Finance Sub-Committee", "reports to"),
        ("The Estates Group is accountable to the Board.", "Estates Group", "reports to"),
        ("That a Homes Panel be set up to report to the Board.", "Homes Panel", "reports to"),
        ("Play Steering Group (Jo Yarrow) met on 6th. It reports to us in May.", "Play Steering Group",
         "reports to"),
        ("2. Case review sub-committee\nThe sub-committee, which reports to the Board, met.",
         "Case review sub-committee", "reports to"),
    ],
)  # fmt: skip
def test_a_body_is_linked_with_the_one_that_meets(said: str, subject: str, relation: str) -> None:
    assert _links(said) == {(subject, relation, BOARD)}


@pytest.mark.parametrize(
    "title",
    [f"Audit Panel\n(A sub-group of the {BOARD})", f"Audit Panel – a committee of the {BOARD}"],
)
def test_a_title_says_of_what_the_body_is_part(title: str) -> None:
    assert _links("Nothing was said.", title) == {("Audit Panel", "subgroup of", BOARD)}


def test_the_body_that_meets_reports_to_another() -> None:
    assert _links(f"The Working Group reports to the {BOARD}.", "Carers Working Group") == {
        ("Carers Working Group", "reports to", BOARD)
    }
    said = "The Panel's parent committee, the Licensing Committee, meets in May."
    assert _links(said, "Licensing Panel") == {("Licensing Panel", "subgroup of", "Licensing Committee")}
    turned = "This was escalated to the Barset Care Board, to which this committee reports."
    assert _links(turned, "Quality Committee") == {("Quality Committee", "reports to", "Barset Care Board")}


@pytest.mark.parametrize(
    "said",
    [
        "The clerk reports to the Board. Ann Bell will report back to the Board on roads.",
        "The Youth Forum should report to the Board.",
        "It was asked whether the Play Group might be a sub-group of the Board.",
        "Bob Cole is a member of the Board.",
    ],
)
def test_people_and_wishes_link_no_bodies(said: str) -> None:
    assert _links(said) == set()

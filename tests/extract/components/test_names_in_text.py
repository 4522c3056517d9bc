"""Acronyms, people, bodies, strategies and laws in the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from whosat.extract.components.acronyms import acronyms_in, letters_fit

Reads = Callable[..., Doc]


def named(doc: Doc, *kinds: str) -> set[str]:
    return {span.id_ for span in doc.spans["bodies"] if span.label_ in kinds}


@pytest.mark.parametrize(
    ("text", "short", "meaning"),
    [
        ("the Marling Care Board (MCB) met", "MCB", "Marling Care Board"),
        ("MCB (Marling Care Board) met", "MCB", "Marling Care Board"),
        ("Acronym Key\nMCB\tMarling Care Board", "MCB", "Marling Care Board"),
        ("The Town Plan Strategy, or TPS for short, is", "TPS", "Town Plan Strategy"),
        ("the Marling Roads Panel (hereafter the Panel) met", "Panel", "Marling Roads Panel"),
        (
            "Care Partnership (also known as the “One Marling Partnership”)",
            "One Marling Partnership",
            "Care Partnership",
        ),
        (
            "Safer Marling (previously Crime and Drugs Reduction Partnership - CDRP)",
            "CDRP",
            "Crime and Drugs Reduction Partnership",
        ),
        ("Drug and Alcohol Commissioner (ODAC)", "ODAC", "Drug and Alcohol Commissioner"),
    ],
)
def test_acronyms(text: str, short: str, meaning: str) -> None:
    assert acronyms_in(text)[short] == meaning


def test_letters_that_do_not_fit_explain_nothing() -> None:
    assert not letters_fit("ABC", "Marling Care Board")
    assert acronyms_in("the meeting closed (NB this was late)") == {}


def test_people_in_every_form(read: Reads) -> None:
    people = [("Jane Rees", "JR"), ("Vera Hill-Thorne", "VH-T"), ("Tom Okafor", None)]
    doc = read("JR spoke. Vera agreed with Mr Okafor and VH-T. Cllr Sue Marsh asked Tom.", people)
    assert [span.id_ for span in doc.spans["people"]] == [
        "Jane Rees",
        "Vera Hill-Thorne",
        "Tom Okafor",
        "Vera Hill-Thorne",
        "Sue Marsh",
        "Tom Okafor",
    ]


def test_initials_of_two_people_stay_open(read: Reads) -> None:
    doc = read("JS will write to the council.", [("Jamie Stone",), ("Jill Street",)])
    assert not list(doc.spans["people"])
    assert [record.text for record in doc._.unread] == ["JS"]


def test_bodies_by_their_words(read: Reads) -> None:
    doc = read(
        "Fenwick District Council and Marling Wildlife Trust met the Department for Roads, Rail and Ports. "
        "The University of Marling's School of Nursing and the "
        "Office of the Roads and Rail Commissioner wrote. "
        "The ICS Housing working group was thanked."
    )
    found = named(doc, "organisation", "board")
    assert {
        "Fenwick District Council",
        "Marling Wildlife Trust",
        "Department for Roads, Rail and Ports",
        "Office of the Roads and Rail Commissioner",
        "ICS Housing working group",
    } <= found


def test_common_phrases_are_no_bodies(read: Reads) -> None:
    doc = read(
        "The Chief Executive met Adult Social Care Services at the "
        "Leisure Centre. Parish Councils and the Working "
        "Group agreed. Chairs of Sub Groups attended. Committee Room "
        "2. Council Tax rose. The Annual Report was late."
    )
    assert named(doc, "organisation", "board") == set()


def test_extents_are_those_of_the_names(read: Reads) -> None:
    doc = read("Help came from Mind and Sport Wales, and from Jane Rees of Fenwick Mills.")
    assert [span.text for span in doc.spans["bodies"]] == ["Sport Wales", "Fenwick Mills"]


def test_lists_and_agents(read: Reads) -> None:
    doc = read(
        "Which organisations do you work with?\n- All Hands\n- "
        "WorkLink\n- Polish community\n\nIt was run by Marling First."
    )
    assert named(doc, "organisation") == {"All Hands", "WorkLink", "Marling First"}


def test_short_forms_stand_for_the_fullest_name(read: Reads) -> None:
    doc = read(
        "Marling Care Board (MCB) met. MCB agreed. The Board of old. The Panel heard it.",
        body="Marling Roads Panel",
    )
    assert [(span.text, span.id_) for span in doc.spans["bodies"]] == [
        ("Marling Care Board", "Marling Care Board"),
        ("MCB", "Marling Care Board"),
        ("MCB", "Marling Care Board"),
        ("Board", "Marling Care Board"),
        ("Panel", "Marling Roads Panel"),
    ]


def test_strategies_and_laws(read: Reads) -> None:
    doc = read(
        "The Town Play Strategy 2019-23, Vision 2040 and the "
        "‘Core9’ framework were noted. Fresh Start is a new "
        "initiative that helps. The Allotments Act 1908 and the "
        "Allotments Act apply. The Action Plan was agreed."
    )
    assert named(doc, "strategy") == {"Town Play Strategy 2019-23", "Vision 2040", "Core9", "Fresh Start"}
    assert named(doc, "legislation") == {"Allotments Act 1908"}
    years = {note.name: (note.start_year, note.end_year) for note in doc._.body_notes}
    assert years["Town Play Strategy 2019-23"] == (2019, 2023)


def test_an_organisation_of_the_roster_is_nobody(read: Reads) -> None:
    people = [
        ("Ann Leeming", None, None, "Harper Carers"),
        ("Jo Hill", None, None, "Harper Care Association"),
    ]
    doc = read("Harper Carers asked for a ramp, and so did Harper Care.", people)
    assert not doc.spans["people"]

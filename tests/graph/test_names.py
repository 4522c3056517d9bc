from __future__ import annotations

import harbour
import pytest

from whosat.graph.names import SeveralNames, Thing, acronym, find, matches, near, things
from whosat.ontology.errors import UnknownName
from whosat.ontology.facts import Kind


@pytest.fixture(scope="module")
def store():
    return harbour.store()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Harbour Partnership Board", "Harbour Partnership Board"),
        ("harbour partnership board", "Harbour Partnership Board"),
        ("HPB", "Harbour Partnership Board"),
        ("hpb", "Harbour Partnership Board"),
        ("TSG", "Tidal Skills Group"),
        ("Tidal", "Tidal Skills Group"),
        ("skills group", "Tidal Skills Group"),
        ("Harbor Partnershp Board", "Harbour Partnership Board"),
        ("lindquist", "Bo Lindqvist"),
        ("zoe o briain", "Zoë Ó Briain"),
        ("AF", "Ada Ferrier"),
        ("dockers trust", "Dockers' Trust"),
        (f"{harbour.BASE}/person/ada-ferrier", "Ada Ferrier"),
    ],
)
def test_names_are_found_as_people_type_them(store, typed: str, name: str) -> None:
    assert find(store, typed).name == name


def test_abbreviations_are_written_out_and_forms_read_together() -> None:
    force = Thing(
        "Gloucestershire Ferry Constabulary",
        Kind.ORGANISATION,
        "a",
        ("Gloucestershire Ferry Constabulary", "Police Force"),
    )
    other = Thing("Police Federation", Kind.ORGANISATION, "b", ("Police Federation",))
    panel = Thing("Roads Committee", Kind.BOARD, "c", ("Roads Committee",))
    assert matches([force, other, panel], "glos police") == [force]
    assert matches([force, other, panel], "roads cttee") == [panel]


def test_several_matches_are_listed_to_choose_from(store) -> None:
    with pytest.raises(SeveralNames) as caught:
        find(store, "bo")
    assert {choice.name for choice in caught.value.choices} == {"Bo Lindqvist", "Harbour Partnership Board"}
    assert "Bo Lindqvist (person)" in str(caught.value)


def test_the_kind_that_is_wanted_goes_first(store) -> None:
    assert find(store, "bo", [Kind.PERSON]).name == "Bo Lindqvist"
    assert find(store, "ada", [Kind.BOARD]).name == "Ada Ferrier"


def test_no_match_gives_names_that_are_near_and_no_others(store) -> None:
    with pytest.raises(UnknownName) as caught:
        find(store, "Tidal Committee", [Kind.BOARD, Kind.ORGANISATION])
    assert caught.value.nearest == ("Tidal Skills Group",)
    with pytest.raises(UnknownName) as caught:
        find(store, "Quarry Committee", [Kind.BOARD, Kind.ORGANISATION])
    assert caught.value.nearest == ()
    assert "Nearest" not in caught.value.remedy


def test_what_nobody_looks_for_is_not_offered() -> None:
    everyone = Thing("All", Kind.ORGANISATION, "urn:1", ("All",))
    allan = Thing("Allan Reeve", Kind.PERSON, "urn:2", ("Allan Reeve",))
    assert near([everyone, allan], "Alla") == ("Allan Reeve",)


def test_nothing_typed_is_nothing_found(store) -> None:
    with pytest.raises(UnknownName):
        find(store, "  ")


def test_a_board_is_listed_once_and_as_a_board(store) -> None:
    boards = [thing for thing in things(store) if thing.name == "Tidal Skills Group"]
    assert [board.kind for board in boards] == [Kind.BOARD]


def test_acronyms_are_made_of_the_capitals() -> None:
    assert acronym("Forum for the Harbour and Walks") == "FHW"
    assert acronym("VCSE Tide Partnership") == "VCSETP"


def test_a_long_acronym_may_leave_out_a_letter() -> None:
    board = Thing("VCSE Tide Partnership", Kind.BOARD, "iri", ("VCSE Tide Partnership",))
    assert matches([board], "VCSEP") == [board]
    assert matches([board], "XCSEP") == []


def test_the_name_that_ends_as_typed_goes_before_those_that_hold_the_word() -> None:
    executive = Thing("Harbour Executive", Kind.BOARD, "urn:1", ("Harbour Executive",))
    others = Thing("Chief Executives Group", Kind.BOARD, "urn:2", ("Chief Executive Group",))
    assert matches([others, executive], "Executive") == [executive]

"""Names that no list has: told by the places where they stand, and known wherever the text has them again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from reading import bodies, statuses

from whosat.extract.components.records import Label
from whosat.extract.components.roster_headings import reads_heading
from whosat.extract.components.roster_together import is_held_in
from whosat.extract.components.roster_told import told_by
from whosat.extract.model import tags
from whosat.extract.names import is_given_name, is_surname, name_at, read_inverted
from whosat.extract.names_told import Told, reading


def labelled(text: str, *names: str) -> list[Label]:
    """Labels as a model would leave them on names of a text."""
    return [Label(text.index(name), text.index(name) + len(name), tags.PERSON) for name in names]


def test_words_are_names_only_while_their_text_is_read() -> None:
    with reading(Told(frozenset({"ombrelle"}), frozenset({"quizzlethorp"}))):
        assert is_given_name("Ombrelle")
        assert is_surname("Quizzlethorp")
    assert not is_given_name("Ombrelle")
    assert not is_surname("Quizzlethorp")


@pytest.mark.parametrize(
    ("ask", "text"),
    [
        (name_at, "QUIZZLETHORP Ombrelle"),
        (read_inverted, "Ombrelle, Emma P"),
        (is_held_in, "Finance Manager Ombrelle Vale Trust"),
        (partial(reads_heading, colon=True), "Ombrelle Vale Trust in attendance"),
    ],
)
def test_what_one_text_tells_is_not_known_in_the_next(ask: Callable[[str], object], text: str) -> None:
    told = Told(frozenset({"ombrelle"}), frozenset({"quizzlethorp"}))
    with reading(told):
        within = ask(text)
    outside = ask(text)
    assert within != outside
    with reading(told):
        assert ask(text) == within


@pytest.mark.parametrize(
    ("text", "name", "given", "surnames"),
    [
        ("Vorrin Kaldebask, Head of Estates", "Vorrin Kaldebask", {"vorrin"}, {"kaldebask"}),
        ("Ann Kaldebask (Estates)", "Ann Kaldebask", set(), {"kaldebask"}),
        ("Dr V. Kaldebask; Ann Bell", "V. Kaldebask", set(), {"kaldebask"}),
        ("Ann Bell, Vorrin Gazette", "Vorrin Gazette", set(), set()),  # the body's place
        ("Vorrin Kaldebask Road Centre", "Vorrin Kaldebask", set(), set()),  # goes on
        ("Vorrin CDRP", "Vorrin CDRP", set(), set()),
        ("Ann BellHousing", "Ann BellHousing", set(), set()),
        ("Vorrin Kaldebask\nThe vorrin was mended.", "Vorrin Kaldebask", set(), {"kaldebask"}),
        ("Vorrin Kaldebask\nVorrin Parish Council", "Vorrin Kaldebask", set(), set()),  # a place
    ],
)
def test_only_what_stands_apart_is_a_name(text: str, name: str, given: set[str], surnames: set[str]) -> None:
    told = told_by(labelled(text, name), text)
    assert (set(told.given), set(told.surnames)) == (given, surnames)


def test_a_word_now_first_and_now_last_is_no_name() -> None:
    text = "Ann Vorrin\nVorrin Bell"
    assert not told_by(labelled(text, "Ann Vorrin", "Vorrin Bell"), text)


def test_a_roster_of_names_that_no_list_has_is_read() -> None:
    lines = """Present:
Thandrel Okwuosa-Bly, Harbour Users' Group
Ximborough Yttrevik, Wharf Residents' Association
Dzoviga Hraptsian
Qalesin Umbertoni, Marine Police
Apologies: Vrenka Tschudlow and Ohanzee Mpelembe
"""
    found = statuses(lines)
    assert {name for name, status in found.items() if status == "present"} == {
        "Thandrel Okwuosa-Bly",
        "Ximborough Yttrevik",
        "Dzoviga Hraptsian",
        "Qalesin Umbertoni",
    }
    assert {name for name, status in found.items() if status == "apologies"} == {
        "Vrenka Tschudlow",
        "Ohanzee Mpelembe",
    }
    assert bodies(lines)["Qalesin Umbertoni"] == "Marine Police"

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosat.ontology.facts import Kind
from whosat.ontology.identifiers import LONGEST_SLUG, digest, document_key, entity_key, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbour Partnership Board", "harbour-partnership-board"),
        ("Zoë Ó Briain", "zoe-o-briain"),
        ("Dockers’ Trust", "dockers-trust"),
        ("Dockers' Trust", "dockers-trust"),
        ("Fire & Rescue", "fire-and-rescue"),
        ("St. Ives Łódź Straße", "st-ives-lodz-strasse"),
    ],
)
def test_a_slug_is_readable(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_names_in_other_scripts_keep_apart() -> None:
    assert re.fullmatch(r"[0-9a-f]{8}", slug("Анна Иванова"))
    assert slug("Анна Иванова") != slug("Анна Петрова")
    assert slug("Anna Иванова").startswith("anna-")


@given(st.text(min_size=1, max_size=300))
def test_a_slug_is_short_plain_and_never_empty(text: str) -> None:
    made = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= LONGEST_SLUG
    assert slug(text) == made


def test_long_names_that_begin_alike_keep_apart() -> None:
    assert slug("very " * 40 + "long") != slug("very " * 40 + "wide")


def test_keys_hang_on_content_alone() -> None:
    assert entity_key(Kind.BOARD, "Tide Board") == "board/tide-board"
    assert entity_key(Kind.BOARD, "Tide Board", "other") != entity_key(Kind.BOARD, "Tide Board")
    assert document_key("tide.2010.txt", "ab" * 32) == "document/tide-2010-txt-abababab"
    assert digest({"b": 1, "a": 2}) == digest({"a": 2, "b": 1})

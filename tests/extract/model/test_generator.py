"""The training text: its slots stand where they are said to stand, and the same seed writes the same text."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosat.extract.model import tags
from whosat.extract.model.documents import HELD_OUT, Writer
from whosat.extract.model.groups import GROUPS
from whosat.extract.model.noise import noisy
from whosat.extract.model.pieces import Piece, Text, finished, join, slot
from whosat.extract.model.tables import WHOLES
from whosat.extract.model.words import lines

pytest.importorskip("faker")

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
PIECES = st.lists(st.builds(Piece, WORDS, st.sampled_from(("", *tags.LABELS))), max_size=12).map(Text)


@given(PIECES)
def test_finished_slots_hold_their_words(text: Text) -> None:
    words, slots = finished(text)
    assert words == "".join(piece.words for piece in text)
    expected = [(piece.words.strip(), piece.label) for piece in text if piece.label and piece.words.strip()]
    assert [(words[start:end], label) for start, end, label in slots] == expected


@given(PIECES, st.integers(0, 10_000))
def test_noise_never_moves_a_slot(text: Text, seed: int) -> None:
    words, slots = finished(noisy(text, random.Random(seed)))
    assert all(words[start:end].strip() == words[start:end] != "" for start, end, _ in slots)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(slots))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**31))
def test_documents_have_slots_in_order_and_known_labels(seed: int) -> None:
    text, slots = Writer(seed).document()
    assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end, _ in slots)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(slots))
    for _, _, label in slots:
        assert tags.split(label) is not None
        base, _, kind = label.partition(".")
        assert base in tags.LABELS
        assert kind in {tags.STATUS: tags.STATUS_IDS, tags.DEPUTY: tags.DEPUTY_IDS}.get(base, ("",))


@pytest.mark.parametrize("name", [*GROUPS, *WHOLES])
def test_each_layout_writes_people_and_no_symbol_is_left(name: str) -> None:
    writer = Writer(7, only={name})
    labels: set[str] = set()
    for _ in range(10):
        text, slots = writer.document()
        assert "{" not in text and "<names>" not in text
        labels |= {label for _, _, label in slots}
    assert labels & {tags.PERSON, tags.INITIALS}


def test_same_seed_same_documents() -> None:
    def some() -> list[object]:
        writer = Writer(3)
        return [writer.document() for _ in range(20)]

    assert some() == some()


def test_there_are_forty_layouts_and_some_can_be_held_out() -> None:
    assert len(GROUPS) + len(WHOLES) >= 40
    assert {*GROUPS, *WHOLES} > HELD_OUT
    assert GROUPS.keys() - HELD_OUT and WHOLES.keys() - HELD_OUT
    assert GROUPS.keys() & HELD_OUT and WHOLES.keys() & HELD_OUT


def test_weights_of_the_vocabulary_add_up() -> None:
    ways, totals = lines("organisation")
    assert len(ways) == len(totals)
    assert totals[-1] > len(ways)
    assert not any(way[:1].isdigit() for way in ways)


def test_texts_join() -> None:
    text = "Present: " + join(", ", [slot("Ann Lee", tags.PERSON), slot("Bo Kim", tags.PERSON)]) + "."
    words, slots = finished(text)
    assert words == "Present: Ann Lee, Bo Kim."
    assert [words[start:end] for start, end, _ in slots] == ["Ann Lee", "Bo Kim"]

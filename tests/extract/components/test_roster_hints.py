"""What the model's labels tell the rules."""

from __future__ import annotations

from whosat.extract.components.records import Label
from whosat.extract.components.roster_hints import Hints
from whosat.extract.model import tags


def test_a_slot_is_found_by_its_extent_and_by_its_beginning() -> None:
    hints = Hints.of([Label(0, 8, tags.PERSON), Label(10, 34, tags.ORG), Label(36, 44, tags.MENTIONED)])
    assert hints.kind(10, 34) == tags.ORG
    assert hints.end_from(10) == 34
    assert hints.end_from(0) == 0  # a name is no slot beside one
    assert hints.within(0, 50) == ((0, 8), (36, 44))
    assert hints.merely == {(36, 44)}

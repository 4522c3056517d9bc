"""What labels say of a stretch of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosat.extract.components.label_readings import Reading, Readings
from whosat.extract.components.labels import Label
from whosat.extract.model import tags

#        0         1         2         3         4
TEXT = "Dr Eve Fox, Head of Housing, Westvale Homes"
READINGS = Readings(
    [
        Label(0, 2, tags.TITLE),
        Label(3, 10, tags.PERSON),
        Label(12, 27, tags.JOB),
        Label(29, 37, tags.ORG),
        Label(38, 43, tags.BOARD),
    ]
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Dr Eve Fox", Reading(tags.PERSON, "", 0.9)),
        ("Eve Fox", Reading(tags.PERSON, "", 1.0)),
        ("Head of Housing", Reading(tags.JOB, "", 1.0)),
        ("Westvale Homes", Reading(tags.ORG, "", 0.571)),
        ("Dr", None),
        (", ", None),
    ],
)
def test_reading(words: str, expected: Reading | None) -> None:
    start = TEXT.index(words)
    assert READINGS.of(start, start + len(words)) == expected


def test_a_status_keeps_its_kind() -> None:
    assert Readings([Label(0, 9, tags.STATUS, "apologies")]).of(0, 9) == Reading(
        tags.STATUS, "apologies", 1.0
    )


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 6))), st.integers(0, 90), st.integers(0, 30))
def test_within_finds_what_a_plain_search_finds(gaps: list[tuple[int, int]], start: int, length: int) -> None:
    labels, at = [], 0
    for gap, size in gaps:
        labels.append(Label(at + gap, at + gap + size, tags.ORG))
        at += gap + size
    end = start + length
    plain = [label for label in labels if label.start < end and label.end > start]
    assert Readings(labels).within(start, end) == plain

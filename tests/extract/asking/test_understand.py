"""Plain words are understood, or honestly not."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosat.extract.asking import dates
from whosat.extract.asking.cues import CUES, DATED, SIGNATURES
from whosat.extract.asking.understand import understand


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


NAMES = _load("names")
JUDGED = _load("judged")


def _outcomes(asked: list[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """Phrasings that were not answered rightly, and those answered wrongly with confidence."""
    not_right, wrong = [], []
    for words, question in asked:
        found = understand(words, NAMES.find)
        first = found.readings[0].question if found.readings else "nothing"
        if not (found.sure and first == question):
            not_right.append(f"{words} -> {first} (sure: {found.sure}; {found.unknown})")
        if found.sure and first != question:
            wrong.append(f"{words} -> {first}")
    return not_right, wrong


def test_the_tuned_half_is_understood() -> None:
    not_right, wrong = _outcomes(NAMES.ASKED)
    assert not wrong, wrong
    assert len(not_right) <= len(NAMES.ASKED) // 10, not_right


def test_the_judged_half_is_understood() -> None:
    not_right, wrong = _outcomes(JUDGED.ASKED)
    assert len(JUDGED.ASKED) == 90 and {name for _, name in JUDGED.ASKED} == set(SIGNATURES)
    assert not wrong, wrong
    assert len(not_right) <= len(JUDGED.ASKED) // 10, not_right


@pytest.mark.parametrize("words", JUDGED.BEYOND)
def test_what_no_question_fits_is_not_answered(words: str) -> None:
    assert not understand(words, NAMES.find).sure


@pytest.mark.parametrize(
    "words",
    [
        "who is not on the HPE",  # a denial that no question answers
        "which boards does Gwen Pritchard not sit on",
        "which organisations have no seat on the HWB",
        "which chairs have left",  # a cue that has nothing to do with the likeliest reading
        "which organisation has the most seats",
        "members and attendance of HPE",  # two in one
        "who sits on SHB and what reports to it",
        "structure around HPE in 2010",  # a date that the question has no place for
        "who sat on HPE two years ago",
        "who sat on HPE last year",
        "who sat on HPE on 31 June 2010",
        "when does HPE next meet",
        "who should chair SHB",
        "who joined Amara Okafor on the Executive",
        "when will Amara Okafor leave the Executive",
        "since when is Amara Okafor on HPE and who chairs it",
        "since when does HPE exist",
        "how long was the last meeting of HPE",
        "when did the Executive start meeting",
        "who left the meeting early",
        "who was absent and who chaired HPE",
        "what should Amara Okafor do",
        "what must Amara Okafor do about the harbour wall",
        "who sits on the executive committee",  # a name that isn't there, near one that is
    ],
)
def test_what_is_nearly_a_question_is_not_answered(words: str) -> None:
    assert not understand(words, NAMES.find).sure


@pytest.mark.parametrize(
    "words",
    [
        "who sits on the Committee of Nowhere?",
        "what is the weather on the Executive",
        "delete everything",
        "",
        "?",
        "Amara Okafor",
        "the budget of the Safer Harbour Board",
        'who sits on "}) DROP ALL; SELECT',
    ],
)
def test_what_is_not_understood_is_not_answered(words: str) -> None:
    assert not understand(words, NAMES.find).sure


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error(words: str) -> None:
    found = understand(words, NAMES.find)
    assert found.sure <= bool(found.readings)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("in 2010", "2010", "2010"),
        ("in June 2010", "2010-06", "2010-06"),
        ("on 22nd of January 2010", "2010-01-22", "2010-01-22"),
        ("between 2010 and 2018", "2010", "2018"),
        ("since Sept 2012", "2012-09", ""),
        ("before 2012-03", "", "2012-03"),
        ("the 2nd of May", "", ""),
        ("on 22/1/2010", "2010-01-22", "2010-01-22"),
        ("in 2010/11", "2010", "2011"),
        ("between March and June 2010", "2010-03", "2010-06"),
        ("from 1 April to 30th June 2010", "2010-04-01", "2010-06-30"),
        ("in 2010-2012", "2010", "2012"),
        ("between 1 April 2010 and 31.3.2011", "2010-04-01", "2011-03-31"),
        ("on 31 June 2010", "", ""),
    ],
)
def test_dates_as_people_type_them(text: str, since: str, until: str) -> None:
    assert dates.read(text)[0] == dates.Span(since, until)


def test_every_cue_speaks_for_questions_that_there_are() -> None:
    assert {name for cue in CUES for name in cue.weights} == set(SIGNATURES)
    assert set(SIGNATURES) >= DATED

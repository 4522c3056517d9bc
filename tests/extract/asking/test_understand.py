"""Plain words are understood, or honestly not."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosat.extract.asking import dates
from whosat.extract.asking.understand import understand


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


NAMES = _load("names")


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
    ],
)
def test_dates_as_people_type_them(text: str, since: str, until: str) -> None:
    assert dates.read(text)[0] == dates.Span(since, until)

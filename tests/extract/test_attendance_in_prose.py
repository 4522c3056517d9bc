"""Sentences that say who sent apologies and who was there, in the words of many clerks."""

from __future__ import annotations

import pytest
from reading import roster, statuses

LIST = "Present:\nGraham Tolley\nPriya Nandy\nOwen Hartle\n\n1. Apologies\n"
BOTH = {"Tess Corrie", "Ivor Bright"}


@pytest.mark.parametrize(
    "said",
    [
        "Apologies were intimated on behalf of {}.",
        "Apologies from, {}.",
        "Apologies for absence were lodged by {}.",
        "Apologies were reported from {}.",
        "Apologies were announced from {}.",
        "Apologies were noted as received from {}.",
        "Apologies had been notified on behalf of {}.",
        "Apologies were extended on behalf of {}.",
    ],
)
def test_apologies_in_a_sentence(said: str) -> None:
    found = roster(LIST + said.format("Tess Corrie and Ivor Bright"))
    assert {name for name, one in found.items() if one.status.value == "apologies"} == BOTH
    assert set(found) - BOTH == {"Graham Tolley", "Priya Nandy", "Owen Hartle"}


@pytest.mark.parametrize(
    "said",
    [
        "Trust members present were {}.",
        "Board members in attendance were {}.",
    ],
)
def test_presence_in_a_sentence(said: str) -> None:
    found = statuses(said.format("Graham Tolley, Priya Nandy, Tess Corrie and Ivor Bright"))
    assert found == dict.fromkeys(("Graham Tolley", "Priya Nandy", *BOTH), "present")


def test_apologies_for_something_else_are_nobodys() -> None:
    found = statuses(LIST + "Owen Hartle made apologies for the state of the slipway.")
    assert set(found.values()) == {"present"}

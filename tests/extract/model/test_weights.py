"""The model that ships, on rosters written by hand, as many kinds of bodies write them (names invented)."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from whosat.extract.components import labels
from whosat.extract.model import tags

ROSTERS = (Path(__file__).parent / "rosters.txt").read_text(encoding="utf-8").split("====\n")
SLOT = re.compile(r"\{([^{}|]+)\|(\w+)\}")
Slot = tuple[str, str, int]


def told(marked: str) -> tuple[str, list[Slot]]:
    """Return the text without its marks, and its slots as (words, label, start)."""
    text, slots, at = "", [], 0
    for match in SLOT.finditer(marked):
        text += marked[at : match.start()]
        slots.append((match[1], match[2], len(text)))
        text += match[1]
        at = match.end()
    return text + marked[at:], slots


def found(text: str) -> list[Slot]:
    """Return the model's slots as (words, label, start)."""
    nlp = labels.trained(None)
    assert nlp is not None
    return [(text[s.start : s.end], s.label, s.start) for s in labels.labels_in(text, [(0, len(text))], nlp)]


def compared(label: str) -> tuple[list[Slot], list[Slot], int]:
    """Return (missed, invented, right) for a label over all rosters."""
    missed: list[Slot] = []
    invented: list[Slot] = []
    right = 0
    for marked in ROSTERS:
        text, slots = told(marked)
        gold = Counter(slot for slot in slots if slot[1] == label)
        read = Counter(slot for slot in found(text) if slot[1] == label)
        missed += (gold - read).elements()
        invented += (read - gold).elements()
        right += (gold & read).total()
    return missed, invented, right


def f1(label: str) -> float:
    missed, invented, right = compared(label)
    return 2 * right / (2 * right + len(missed) + len(invented))


def test_people() -> None:
    assert f1(tags.PERSON) >= 0.95, compared(tags.PERSON)


def test_organisations() -> None:
    assert f1(tags.ORG) >= 0.88, compared(tags.ORG)


def test_whom_somebody_deputises_for() -> None:
    missed, invented, _ = compared(tags.PRINCIPAL)
    assert not missed
    assert not invented

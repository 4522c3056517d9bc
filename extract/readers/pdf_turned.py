"""Words that stand on their sides: the heads of narrow columns, and the label of the rows beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from whosat.extract.readers.pdf_words import Word

_ALIGNED = 2.0
_FLAT = 0.1
_MOST = 400  # words; a page with more is no table with heads on their sides


def sideways(letters: Iterable[Mapping[str, Any]]) -> tuple[list[Word], list[Word]]:
    """The words on their sides, as if they stood upright: those abreast of each other, and those alone.

    Heads abreast end up at one height, which is that of their lower ends.
    """
    strings = [string for line in _lines(letters) for string in _strings(line)]
    words = [word for word in map(_word, strings) if word.text]
    abreast: list[Word] = []
    alone: list[Word] = []
    for word in words if len(words) <= _MOST else ():
        beside = [other for other in words if min(word.bottom, other.bottom) > max(word.top, other.top)]
        low = max(other.bottom for other in beside)
        turned = Word(word.text, word.x0, word.x1, low - (word.x1 - word.x0), low)
        (abreast if len({round(other.x0 / 4) for other in beside}) > 1 else alone).append(turned)
    return abreast, alone


def _lines(letters: Iterable[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
    """Letters on their sides by the line they stand in, each in the order it is read in."""
    turned = [one for one in letters if abs(one["matrix"][0]) < _FLAT * abs(one["matrix"][1])]
    lines: list[list[Mapping[str, Any]]] = []
    for letter in sorted(turned, key=lambda one: (one["x0"], one["top"])):
        line = next((line for line in lines[-3:] if abs(line[0]["x0"] - letter["x0"]) < _ALIGNED), None)
        if line is not None and (line[0]["matrix"][1] > 0) == (letter["matrix"][1] > 0):
            line.append(letter)
        else:
            lines.append([letter])
    return [sorted(line, key=_reading) for line in lines]


def _reading(letter: Mapping[str, Any]) -> float:
    return -float(letter["bottom"]) if letter["matrix"][1] > 0 else float(letter["top"])


def _strings(line: list[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    """The line cut where a gap is wider than a space."""
    start = 0
    for at, (left, right) in enumerate(pairwise(line), 1):
        if _gap(left, right) > 0.55 * (left["x1"] - left["x0"]):
            yield line[start:at]
            start = at
    yield line[start:]


def _gap(left: Mapping[str, Any], right: Mapping[str, Any]) -> float:
    return float(max(left["top"] - right["bottom"], right["top"] - left["bottom"]))


def _word(string: list[Mapping[str, Any]]) -> Word:
    text = string[0]["text"]
    for left, right in pairwise(string):
        spaced = _gap(left, right) > 0.2 * (left["x1"] - left["x0"])
        text += (" " if spaced else "") + right["text"]
    x0, x1 = min(one["x0"] for one in string), max(one["x1"] for one in string)
    top, bottom = min(one["top"] for one in string), max(one["bottom"] for one in string)
    return Word(" ".join(text.split()), float(x0), float(x1), float(top), float(bottom))

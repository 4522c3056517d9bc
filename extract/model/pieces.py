"""Text whose slots are known: pieces of words, each with its label or none, that join without arithmetic.

Offsets are counted once, when the text is finished (`finished`), so whatever was done to the pieces before,
`text[start:end]` is the slot.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Piece(NamedTuple):
    """Some words and the label of the slot they fill ("" for none)."""

    words: str
    label: str = ""


class Text(tuple[Piece, ...]):
    """A run of pieces; `+` joins, and plain words may stand on either side."""

    __slots__ = ()

    def __add__(self, other: Text | str) -> Text:  # type: ignore[override]
        return Text((*self, *plain(other)))

    def __radd__(self, other: str) -> Text:
        return Text((*plain(other), *self))

    @property
    def words(self) -> str:
        """The text without labels."""
        return "".join(piece.words for piece in self)


def plain(words: Text | str) -> Text:
    """Return words without a label as a text; a text comes back as it is."""
    if isinstance(words, Text):
        return words
    return Text((Piece(words),)) if words else Text()


def slot(words: str, label: str) -> Text:
    """Return words that fill a slot."""
    return Text((Piece(words, label),)) if words else Text()


def join(separator: Text | str, texts: Iterable[Text | str]) -> Text:
    """Join texts as `str.join` does."""
    pieces: list[Piece] = []
    between = plain(separator)
    for number, text in enumerate(texts):
        if number:
            pieces.extend(between)
        pieces.extend(plain(text))
    return Text(pieces)


def finished(text: Text) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the words and their slots as (start, end, label), without white space at either end."""
    spans, at = [], 0
    for words, label in text:
        bare = words.strip()
        if label and bare:
            start = at + len(words) - len(words.lstrip())
            spans.append((start, start + len(bare), label))
        at += len(words)
    return text.words, spans

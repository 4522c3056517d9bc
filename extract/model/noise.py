"""What scanning, converting and typing do to a text; slots stay right, as each piece changes by itself."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from whosat.extract.model.pieces import Piece, Text

_CONFUSED = {
    "l": "1",
    "1": "l",
    "O": "0",
    "0": "O",
    "rn": "m",
    "m": "rn",
    "I": "l",
    "e": "c",
    "S": "5",
    "B": "8",
    "ti": "li",
    "h": "b",
}
_TYPED = str.maketrans(
    {"–": "-", "—": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "•": "·", "✓": "P"}
)
_CURLED = str.maketrans({"'": "’", "-": "‑"})


def noisy(text: Text, rng: random.Random) -> Text:
    """Return the text as it may look after its travels; half the texts stay clean."""
    if rng.random() < 0.5:
        return text
    for change, chance in _CHANGES:
        if rng.random() < chance:
            text = change(text, rng)
    return text


def _each(text: Text, change: Callable[[str], str]) -> Text:
    return Text(Piece(changed, label) for words, label in text if (changed := change(words)))


def _scanned(text: Text, rng: random.Random) -> Text:
    rate = rng.choice((0.003, 0.01, 0.02))

    def misread(words: str) -> str:
        letters = [_CONFUSED.get(letter, letter) if rng.random() < rate else letter for letter in words]
        return "".join(letters)

    return _each(text, misread)


def _typewritten(text: Text, rng: random.Random) -> Text:
    table = _TYPED if rng.random() < 0.6 else _CURLED
    return _each(text, lambda words: words.translate(table))


def _flattened(text: Text, rng: random.Random) -> Text:
    mark = rng.choice((" ", "  ", " ", " | "))
    return _each(text, lambda words: re.sub(r"\s*\n\s*", mark, words))


def _untabbed(text: Text, rng: random.Random) -> Text:
    mark = rng.choice((" ", "   ", "      "))
    return _each(text, lambda words: words.replace("\t", mark))


def _spaced(text: Text, rng: random.Random) -> Text:
    return _each(text, lambda words: re.sub(" ", lambda _: "  " if rng.random() < 0.08 else " ", words))


def _squeezed(text: Text, rng: random.Random) -> Text:
    return _each(
        text, lambda words: re.sub(r"(?<=[,;:)]) ", lambda _: "" if rng.random() < 0.3 else " ", words)
    )


def _wrapped(text: Text, rng: random.Random) -> Text:
    width, end, column, pieces = rng.randint(50, 110), rng.choice(("\n", " \n", "\n    ")), 0, []
    for words, label in text:
        letters = []
        for letter in words:
            column = 0 if letter == "\n" else column + 1
            if letter == " " and column > width:
                letter, column = end, 0
            letters.append(letter)
        pieces.append(Piece("".join(letters), label))
    return Text(pieces)


def _lower(text: Text, rng: random.Random) -> Text:
    return _each(text, str.upper if rng.random() < 0.5 else str.lower)


def _unclosed(text: Text, rng: random.Random) -> Text:
    return Text(
        Piece(w.replace(")", "", 1) if not label and rng.random() < 0.05 else w, label) for w, label in text
    )


def _starred(text: Text, rng: random.Random) -> Text:
    mark = rng.choice(("**", "*", "_"))
    kind = rng.choice(("PERSON", "STATUS", "ORG", "ROLE"))
    pieces: list[Piece] = []
    for piece in text:
        marked = piece.label.startswith(kind)
        pieces.extend((Piece(mark), piece, Piece(mark)) if marked else (piece,))
    return Text(pieces)


def _paged(text: Text, rng: random.Random) -> Text:
    """Put a page's foot and head between two lines."""
    number = rng.randint(1, 9)
    foots = (
        f"\nPage {number} of {number + 3}\n",
        f"\n{number}\n",
        f"\n- {number} -\n\n",
        f"\n\x0c\nPage {number}\n",
    )
    ends = [at for at, piece in enumerate(text) if "\n" in piece.words and not piece.label]
    if not ends:
        return text
    at = rng.choice(ends)
    words = text[at].words.replace("\n", rng.choice(foots), 1)
    return Text((*text[:at], Piece(words), *text[at + 1 :]))


def _trailing(text: Text, rng: random.Random) -> Text:
    return _each(text, lambda words: re.sub(r"\n", lambda _: rng.choice((" \n", "\t\n", "\n", "\n")), words))


_CHANGES: tuple[tuple[Callable[[Text, random.Random], Text], float], ...] = (
    (_paged, 0.06),
    (_starred, 0.08),
    (_typewritten, 0.3),
    (_flattened, 0.2),
    (_untabbed, 0.12),
    (_wrapped, 0.2),
    (_squeezed, 0.1),
    (_spaced, 0.1),
    (_trailing, 0.15),
    (_unclosed, 0.1),
    (_scanned, 0.12),
    (_lower, 0.05),
)

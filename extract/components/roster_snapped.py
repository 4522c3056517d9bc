"""A line's first words cut behind a name, where other lines of the block go on with nothing between."""

from __future__ import annotations

import re

from whosat.extract.components.roster_pieces import Gap, Piece
from whosat.extract.components.roster_scores import name_score
from whosat.extract.names import is_given_name, is_surname


def is_too_long(text: str) -> bool:
    """Whether four words and more begin with a given name and hold no other: a name and what follows it."""
    parts = text.split()
    return (
        len(parts) > 3
        and is_given_name(parts[0])
        and all(part[0].isupper() and part.isalpha() and len(part) > 1 for part in parts)
        and not any(is_given_name(part) for part in parts[1:])
    )


def _ends_in_a_word(text: str) -> bool:
    """Whether a whole name and one word stand there that no name ends in: "M Nash Relate"."""
    first, last, *rest = text.split()
    whole = is_surname(last) and (len(first.strip(".")) == 1 or is_given_name(first))
    return whole and len(rest) == 1 and not (is_surname(rest[0]) or is_given_name(rest[0]) or "-" in rest[0])


def snapped(piece: Piece) -> list[Piece]:
    """A first piece cut behind a name of two words, where other lines of the block are built so."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", piece.text)]
    plain = name_score(piece.text) >= 0.6 and not is_too_long(piece.text)
    if len(words) < 3 or (plain and not _ends_in_a_word(piece.text)):
        return []
    size = (
        3 if re.fullmatch(r"[A-Z]\.?|de|van|von|der|la|el|bin|Mc|O['’]", piece.text[slice(*words[1])]) else 2
    )
    if len(words) <= size or name_score(piece.text[: words[size - 1][1]]) < 0.5:
        return []
    head, at = piece.text[: words[size - 1][1]], words[size][0]
    return [Piece(head, piece.start, piece.gap, True), Piece(piece.text[at:], piece.start + at, Gap.NONE)]

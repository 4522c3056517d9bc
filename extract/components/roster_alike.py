"""Names that only the lines around them tell: "PK Dunstall" among initials and surnames, a surname in small
letters among names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from whosat.extract.bodies import kind_of_body
from whosat.extract.components.roster_pieces import Gap, Piece
from whosat.extract.components.roster_scores import body_score, job_score, name_score
from whosat.extract.components.roster_words import JOB_HEADS, NO_NAME_WORDS
from whosat.extract.names import UPPER, common_words, is_given_name

_LETTERED: Final = re.compile(
    rf"(?:[{UPPER}]{{1,3}}|(?:[{UPPER}]\.\s?){{1,3}}) "
    rf"(?P<last>[{UPPER}][a-z’'][\w’'-]+)"
)
"""Initials and a surname, without a title."""
_LOW: Final = re.compile(rf"(?P<given>[{UPPER}][\w’'-]+) (?P<last>[a-z][a-z’'-]{{3,}})")
_ENDING: Final = re.compile(
    r"(?:ed|ing|(?<![aiou])s|ly|tion|ment|ity|ery|ance|ence|ist|ism|able|al|ful|ive)$"
)
"""How words of the language end, and few surnames."""
_OPENS: Final = (Gap.START, Gap.COMMA, Gap.AND)
_FEWEST: Final = 3  # names that tell how the others are written


def alike_named(cut: list[list[Piece]]) -> list[list[Piece]]:
    """The pieces, those that open a person as others of the block do as the names they are."""
    opening = [pieces[0].text for pieces in cut if pieces]
    opening += [p.text for pieces in cut if len(pieces) > 2 for p in pieces[1:] if p.gap in _OPENS]
    odd = [text for text in opening if name_score(text) < 0.5]
    if not odd or len(opening) <= _FEWEST or len(odd) == len(opening):
        return cut
    told = len(opening) - len(odd)
    sure = told >= _FEWEST and told >= len(odd)
    lettered = sum(_LETTERED.fullmatch(text) is not None for text in opening)
    alike = lettered > _FEWEST and lettered * 10 >= len(opening) * 6
    names = {text for text in odd if (alike and _is_lettered(text)) or (sure and _is_low(text))}
    if not names:
        return cut
    return [
        [
            replace(piece, named=True, whole=piece.text)
            if piece.text in names and piece.gap in _OPENS
            else piece
            for piece in pieces
        ]
        for pieces in cut
    ]


def _is_lettered(text: str) -> bool:
    """Whether initials and a surname that is no common word stand here, and no body."""
    found = _LETTERED.fullmatch(text)
    return (
        found is not None
        and not _is_common(found["last"])
        and body_score(text) < 0.7
        and kind_of_body(text) is None
    )


def _is_low(text: str) -> bool:
    """Whether a given name and one word in small letters, which is none of the language: "Jean dubois"."""
    found = _LOW.fullmatch(text)
    if found is None or not is_given_name(found["given"]) or found["given"].lower() in common_words():
        return False
    return not (_is_common(found["last"]) or _ENDING.search(found["last"]) or job_score(text) >= 0.5)


def _is_common(word: str) -> bool:
    low = word.lower()
    return low in NO_NAME_WORDS or low in JOB_HEADS or low in common_words()

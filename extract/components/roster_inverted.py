"""Surnames with the initials behind them: "Bell, A. B.; Cole, C." or "Bell AB, Cole C"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_pieces import AND, Gap, Piece, pieces_of
from whosat.extract.components.roster_scores import is_body, is_initials_of, job_score
from whosat.extract.components.roster_words import NO_NAME_WORDS
from whosat.extract.names import LETTER, UPPER, is_given_name, is_surname, recapitalised, strip_title

_FEWEST: Final = 3  # such names in a block, below which two capitals behind a word may mean anything
_SURNAME: Final = (
    rf"(?:(?:(?i:van|von|der|den|de|da|di|du|del|la|le|el|al|bin|ó|ní|mac)\s)*"
    rf"(?:[dO]['’])?[{UPPER}](?:{LETTER}|['’-](?={LETTER}))+(?:\s[{UPPER}](?:{LETTER}|['’-](?={LETTER}))+)?)"
)
_LETTERS: Final = (
    rf"[{UPPER}]{{1,2}}|(?:[{UPPER}]\.[\s-]?){{0,4}}[{UPPER}]\.?|[{UPPER}](?:\s[{UPPER}]){{1,2}}"
)
_ONE: Final = re.compile(rf"(?P<last>{_SURNAME}),?\s+(?P<first>[{UPPER}]{{3}}|{_LETTERS})")
_OPENING: Final = re.compile(rf"(?P<last>{_SURNAME}),?\s+(?:{_LETTERS})(?=\s*(?:[;,(–-]|$))")
_LAST: Final = re.compile(_SURNAME)
_FIRST: Final = re.compile(_LETTERS)
_OPENS: Final = (Gap.START, Gap.COMMA, Gap.SEMI, Gap.AND, Gap.AFTER, Gap.WIDE, Gap.TAB, Gap.SLASH, Gap.COLON)


_WITH_BODY: Final = re.compile(
    rf"(?P<name>(?:[A-Z][A-Za-z]{{1,4}}\.?\s){{1,2}}(?:[{UPPER}]\.?\s)?{_SURNAME})\s(?P<body>[{UPPER}]{{2,6}})"
)


def bodies_behind(cut: list[list[Piece]]) -> list[list[Piece]]:
    """The pieces of a block with letters apart that stand behind titled surnames, where some are too long for
    initials: "Dr Bell EA, Ms Cole RSPB"."""
    found = {
        piece.start: said
        for pieces in cut
        for piece in pieces
        if (said := _WITH_BODY.fullmatch(piece.text)) and strip_title(piece.text)[0]
    }
    if len(found) < _FEWEST or sum(len(said["body"]) > 2 for said in found.values()) * 2 < len(found):
        return cut
    return [[part for piece in pieces for part in _with_body_apart(piece, found)] for pieces in cut]


def _with_body_apart(piece: Piece, found: dict[int, re.Match[str]]) -> list[Piece]:
    said = found.get(piece.start)
    if said is None:
        return [piece]
    name = replace(piece, text=said["name"], named=True)
    return [name, Piece(said["body"], piece.start + said.start("body"), Gap.DASH)]


def initials_behind(cut: list[list[Piece]], *, elsewhere: bool = False) -> list[list[Piece]]:
    """The pieces of a block with each surname and what stands behind it as one name, where most are so.

    `elsewhere`: other rosters of the document are so, and one such name is enough.
    """
    done = [_joined(pieces, any(piece.gap is Gap.SEMI for piece in pieces)) for pieces in cut]
    names = [piece for pieces in done for piece in pieces if piece.whole]
    others = [
        piece
        for pieces in done
        for piece in pieces
        if not piece.whole and piece.gap in (Gap.START, Gap.COMMA, Gap.SEMI) and _is_upright(piece.text)
    ]
    lasts = Counter(piece.whole.split()[-1] for piece in names)
    if any(count > 2 for count in lasts.values()):
        return cut  # "Ward A", "Ward B", "Ward C"
    if len(names) < (1 if elsewhere else _FEWEST) or len(others) * 2 > len(names):
        return _given_names_behind(cut)
    if sum(map(_is_first_and_letter, names)) * 2 >= len(names) or _are_first_names(names):
        return cut
    return done


def _given_names_behind(cut: list[list[Piece]]) -> list[list[Piece]]:
    """The pieces of a block in which surnames stand first with nothing between: "Bell Ann", "COLE Bo"."""
    pairs: list[tuple[Piece, str, str]] = []
    for piece in (piece for pieces in cut for piece in pieces):
        if piece.gap in (Gap.START, Gap.SEMI, Gap.COMMA) and _TWO.fullmatch(piece.text):
            last, first = piece.text.split()
            pairs.append((piece, last, first))
    sure = sum(_is_turned(last, first) for _, last, first in pairs)
    kept = sum(_is_turned(first, last) for _, last, first in pairs)
    turned = [piece for piece, last, first in pairs if is_given_name(first) and _may_be_surname(last)]
    if sure < _FEWEST or len(turned) * 10 < len(pairs) * 7 or kept * 6 > sure:
        return cut
    return [
        [
            replace(piece, named=True, whole=_in_speech(*piece.text.split())) if piece in turned else piece
            for piece in pieces
        ]
        for pieces in cut
    ]


def _is_turned(last: str, first: str) -> bool:
    if not is_given_name(first) or strip_title(f"{last} X")[0] or not _may_be_surname(last):
        return False
    return not is_given_name(last) or (is_surname(last) and not is_surname(first))


_TWO: Final = re.compile(rf"[{UPPER}][\w’'-]+ [{UPPER}][\w’'-]+")


_MAYBE: Final = re.compile(rf"[{UPPER}][\w’'-]+,?\s+[{UPPER}]{{1,3}}\b")


def have_initials_behind(lines: Sequence[RosterLine]) -> bool:
    """Whether the names of a block stand so."""
    cut = [pieces_of(line.text, line.start) for line in lines if _MAYBE.search(line.text)]
    return len(cut) > 0 and initials_behind(cut) is not cut


def opens_with_initials_behind(text: str) -> bool:
    """Whether a line begins with a surname and the initials behind it."""
    one = _OPENING.match(text)
    return one is not None and _may_be_surname(one["last"])


def _is_first_and_letter(piece: Piece) -> bool:
    """ "Kate B": a first name and the letter of a surname."""
    words = piece.text.replace(",", "").split()
    return (
        len(words) == 2
        and len(words[1].strip(".")) == 1
        and is_given_name(words[0])
        and not (words[0].isupper() or is_surname(words[0]))
    )


def _are_first_names(names: Sequence[Piece]) -> bool:
    """Whether more of the words before letters are first names and nothing else than surnames and nothing
    else: "Adam B, Joris V, Niklas Q"."""
    words = [piece.text.split()[0].strip(",") for piece in names if "," not in piece.text]
    first = sum(is_given_name(word) and not is_surname(word) and not word.isupper() for word in words)
    last = sum(is_surname(word) and not is_given_name(word) for word in words)
    return first > 2 and first > last


def _is_upright(text: str) -> bool:
    """Whether a name stands in the order of speech."""
    words = text.split()
    return len(words) > 1 and (
        is_given_name(words[0]) or re.fullmatch(rf"(?:[{UPPER}]\.?)+", words[0]) is not None
    )


def _joined(pieces: Sequence[Piece], semis: bool) -> list[Piece]:
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last is not None and _goes_behind(piece, last, semis):
            gap = " " * (piece.start - last.end)
            whole = _in_speech(last.text, piece.text[strip_title(piece.text)[1] :])
            found[-1] = replace(last, text=f"{last.text}{gap}{piece.text}", named=True, whole=whole)
            continue
        parts = AND.split(piece.text) if piece.gap in _OPENS else [piece.text]
        ones = [_ONE.fullmatch(part) for part in parts]
        if piece.gap not in _OPENS or not all(map(_is_one, ones)):
            found.append(piece)
            continue
        at = 0
        for part, one in zip(parts, ones, strict=True):
            at = piece.text.index(part, at)
            if one is not None:
                whole = _in_speech(one["last"], one["first"])
                found.append(Piece(part, piece.start + at, Gap.AND if at else piece.gap, True, whole))
            at += len(part)
    return found


def _is_one(one: re.Match[str] | None) -> bool:
    return one is not None and _may_be_surname(one["last"]) and not is_initials_of(one["first"], one["last"])


def _goes_behind(piece: Piece, last: Piece, semis: bool) -> bool:
    """Whether a piece after a comma is what somebody is called whose surname stands before it."""
    if piece.gap is not Gap.COMMA or last.whole or last.gap not in _OPENS or not _may_be_surname(last.text):
        return False
    first = piece.text[strip_title(piece.text)[1] :]
    if (
        semis
        and last.gap in (Gap.SEMI, Gap.START)
        and first
        and is_given_name(first.split()[0])
        and _GIVEN.fullmatch(first)
    ):
        return True  # "Bell, Ann; Cole, Bo"
    if not _FIRST.fullmatch(first):
        return False
    return not (is_given_name(last.text) and last.text[0] == first[0])  # "Kate, KB"


_GIVEN: Final = re.compile(rf"[{UPPER}][\w’'-]+(?:\s[{UPPER}]\.?)?")


def _may_be_surname(text: str) -> bool:
    words = text.split()
    if len(words) > 1 and is_given_name(words[0]) and words[0][:1].isupper() and not text.isupper():
        return False  # "Ann Bell AB"
    return (
        _LAST.fullmatch(text) is not None
        and (is_surname(words[-1]) or not (is_body(text) or job_score(text) >= 0.5))
        and text.lower() not in NO_NAME_WORDS
        and not (text.isupper() and len(text) < 3)
    )


def _in_speech(last: str, first: str) -> str:
    return f"{first.strip()} {' '.join(recapitalised(word) for word in last.split())}"

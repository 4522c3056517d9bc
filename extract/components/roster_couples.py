"""Two people who share a surname."""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.components.roster_pieces import JOINT, Gap, Piece
from whosat.extract.components.roster_scores import is_body, name_score
from whosat.extract.names import UPPER, common_words, is_given_name


def at_couple(piece: Piece, _where: object) -> list[Piece]:
    """ "Jean & Stan Hatch": two people who share the surname."""
    if wedded := _WEDDED.match(piece.text):
        at = wedded.end()  # "Col and Mrs Rex Hill": one of the two is named
        return [Piece(piece.text[at:], piece.start + at, piece.gap), Piece("", piece.end, Gap.NONE)]
    found = _COUPLE.match(piece.text)
    if found is None and (before := _BEFORE_COUPLE.match(piece.text)) and name_score(before["name"]) >= 0.75:
        at = before.end()  # "Di Fox and Jean & Stan Hatch"
        return [
            Piece(before["name"], piece.start, piece.gap),
            Piece(piece.text[at:], piece.start + at, Gap.AND),
        ]
    if not found or not _share_surname(found):
        return []
    whole = f"{found['one']} {found['last']}"
    second = found.start("two")
    more = JOINT.match(piece.text, found.end())  # "Nigel and Kate Hill and Brian Dale"
    after = piece.end - len(piece.text[found.end() :].lstrip())
    return [
        Piece(found["one"], piece.start + found.start("one"), piece.gap, True, whole),
        Piece(piece.text[second : found.end()], piece.start + second, Gap.AND, True),
        *([Piece(piece.text[found.end() :].lstrip(), after, Gap.AND)] if more else []),
    ]


def _share_surname(found: re.Match[str]) -> bool:
    """Whether both are called by given names, or the first, and the other by a word that is nothing else."""
    if all(is_given_name(found[one]) or _INITIAL.fullmatch(found[one]) for one in _BOTH):
        return any(len(found[one]) > 1 for one in _BOTH)
    name = f"{found['two']} {found['last']}"
    if (
        is_given_name(found["two"])
        and name_score(name) >= _SURE
        and found["one"].lower() not in common_words()
    ):
        return not is_body(found["one"]) and not found["one"].isupper()
    return (
        is_given_name(found["one"])
        and found["two"].lower() not in common_words()
        and name_score(name) >= _LIKELY
        and not is_body(name)
    )


_SURE: Final = 0.9
_LIKELY: Final = 0.6
_WEDDED: Final = re.compile(
    r"(?:Mr|Dr|Col|Rev|Revd|Prof|Sir|Canon|Capt|Maj|Major|Cllr|Lt|Brig|Lord)\.? (?:and|&) "
    r"(?=(?:Mrs|Lady|Ms|Miss|Dr)\.? [A-Z])"
)
_BEFORE_COUPLE: Final = re.compile(
    rf"(?P<name>[{UPPER}][\w.’'-]*(?: [{UPPER}][\w.’'-]*){{1,3}})\s+(?:and|&)\s+"
    rf"(?=[{UPPER}][\w’'-]+ (?:&|and) [{UPPER}][\w’'-]+ [{UPPER}][\w’'-]+$)"
)
_BOTH: Final = ("one", "two")
_INITIAL: Final = re.compile(r"[A-Z]\.?")
_COUPLE: Final = re.compile(
    rf"(?P<one>[{UPPER}](?:[\w’'-]+|\.)?)\s+(?:&|and)\s+(?P<two>[{UPPER}](?:[\w’'-]+|\.)?)\s+"
    rf"(?P<last>[{UPPER}](?:[\w’'-]+|\.)?)(?=$|\s+(?:&|and)\s+\S)"
)

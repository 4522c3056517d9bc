"""How much like a name a piece must look to open a person, by what stands before it on its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from whosat.extract.components.roster_pieces import Gap, Piece
from whosat.extract.components.roster_scores import body_score, job_score
from whosat.extract.components.roster_shape import is_by_name
from whosat.extract.components.roster_singles import is_no_name, is_single
from whosat.extract.components.roster_walk_words import is_firm_of
from whosat.extract.names import POST_NOMINALS, is_given_name, is_surname, name_at, strip_title

if TYPE_CHECKING:
    from whosat.extract.components.roster_walk import Walker


def threshold(walker: Walker, piece: Piece, semis: bool) -> float:
    """How much like a name a piece must look to open a person."""
    gap, template = piece.gap, walker.template
    if gap in (Gap.START, Gap.SEMI):
        return 0.5
    if gap in (Gap.DASH, Gap.COLON, Gap.NONE):
        if piece.start in walker.labelled:
            return 0.5  # "Arts: Ann Bell; Law: Bo Cole"
        return 0.5 if not walker.people else 2.0
    if gap is Gap.AND:
        return 0.5
    if gap is Gap.COMMA and (
        walker.listing or piece.start in walker.paired or _goes_like_the_first(walker, piece)
    ):
        return 0.5
    if gap is Gap.COMMA and _is_alone_behind_title(walker, piece):
        return 2.0
    if gap is Gap.COMMA and walker.paired:
        return 0.85 if is_given_name(piece.text.split()[0]) else 2.0  # "…, Dan North – Governor, Oak High"
    if gap is Gap.COMMA and walker.template.pairs and walker.people:
        return 2.0
    if gap is Gap.COMMA and is_firm_of(piece, walker.people):
        return 2.0
    if gap is Gap.COMMA and walker.closed and len(walker.bracketed) > 2:
        return 0.5  # "Ann Bell (plot 3), Bo Cole (5), Cy Dow (7), Wren Tapsell"
    if gap is Gap.COMMA and walker.closed and is_given_name(piece.text.split()[0]):
        return 0.85  # "Ann Bell (Barset Council), Bob Cole"
    if (
        gap in (Gap.COMMA, Gap.WIDE, Gap.TAB)
        and walker.people
        and walker.people[-1].facts.initials
        and not walker.closed
    ):
        return 0.95  # "Ann Bell – AB, Harbour Link"
    if gap is Gap.COMMA and semis:
        return 2.0 if walker.people and not walker.plural else 0.6
    if gap is Gap.COMMA and walker.people and template.names_after < 0.34 and template.lines > 1:
        return 0.9 if walker.people[-1].facts.organisation and template.lines < 4 else 2.0
    if gap is Gap.AFTER:
        return 2.0 if _goes_on_behind_initials(walker, piece) else 0.5
    if gap is Gap.COMMA and walker.plain:
        return 0.38
    return 0.5 if template.names_after > 0.4 or gap in (Gap.SLASH, Gap.WIDE, Gap.TAB) else 0.72


def is_said(walker: Walker, piece: Piece) -> bool:
    """Whether the place of a piece tells that it speaks of the one before, whatever its words."""
    if piece.gap is Gap.AFTER:
        return _goes_on_behind_initials(walker, piece)
    if piece.gap is Gap.COMMA and walker.paired and piece.start not in walker.paired and walker.people:
        return not is_given_name(piece.text.split()[0])  # "Dan North – Governor, Oak High"
    return piece.gap is Gap.COMMA and (walker.pairs or walker.template.pairs) and bool(walker.people)


def _goes_on_behind_initials(walker: Walker, piece: Piece) -> bool:
    """Whether a line ends in what is said behind the one name's initials: "Ann Bell (AB) Gray Build"."""
    return (
        walker.closed
        and len(walker.people) == 1
        and walker.people[0].facts.initials is not None
        and len(walker.bracketed) == 1
        and not strip_title(piece.text)[0]
    )


def _goes_like_the_first(walker: Walker, piece: Piece) -> bool:
    """Whether a bracket follows as it follows the line's first name: "Ann Bell (Org), Bo Cole (Org)"."""
    return bool(walker.people) and {piece.start, walker.begin} <= walker.bracketed


def has_letters(text: str) -> bool:
    """Whether a name ends in letters that only people bear: "Humza Yusaf MSP"."""
    read = name_at(text)
    return read is not None and bool(read.post_nominals) and read.end == len(text)


def is_one_of_many(walker: Walker, piece: Piece, score: float) -> bool:
    """Whether a piece behind a title for several is one of them: "Messrs Ward, Bell and Cole"."""
    if is_no_name(piece.text):
        return is_surname(piece.text)
    if POST_NOMINALS.fullmatch(f" {piece.text}") or (score < 0.5 and job_score(piece.text) >= 0.9):
        return False  # "A. Way, Esq., Hon. Secretary"
    capitals = walker.line.text.isupper() or any(one.name.isupper() for one in walker.people[:1])
    return capitals or not _LETTERS.fullmatch(piece.text) or is_surname(piece.text)


_LETTERS: Final = re.compile(r"[A-Z]{2,5}")


def stands_by_first_name(walker: Walker, piece: Piece) -> bool:
    """Whether a piece of a list of first names is one: "Bo", "Young Tom"."""
    return (
        walker.singles
        or is_given_name(piece.text)
        or is_by_name(piece.text)
        or (is_single(piece.text) and body_score(piece.text) < 0.7)
    )


_PLAIN_TITLE: Final = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx)\.?")


def _is_alone_behind_title(walker: Walker, piece: Piece) -> bool:
    """Whether a line holds a titled name, a comma and words without a title: "Mr Bell, Ash Tower"."""
    return (
        len(walker.people) == 1
        and _PLAIN_TITLE.fullmatch(walker.people[0].honorific or "") is not None
        and not strip_title(piece.text)[0]
        and walker.line.text.count(",") == 1
        and not re.search(r";| and |&", walker.line.text)
    )

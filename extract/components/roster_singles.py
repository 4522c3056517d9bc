"""Rosters of people by one word each: surnames, first names, the handles of chat rooms and repositories."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from whosat.extract.bodies import kind_of_body
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_pieces import AND, Gap, Piece
from whosat.extract.components.roster_scores import (
    body_score,
    chair_role,
    is_non_person,
    job_score,
    name_score,
    note_status,
)
from whosat.extract.components.roster_words import JOB_HEADS, NO_NAME_WORDS
from whosat.extract.names import POST_NOMINALS, common_words, is_given_name, is_surname, strip_title

_LED: Final = re.compile(
    r"(?:St\.?|Sta\.?|Van(?: [Dd]e[nr]?)?|Von(?: [Dd]er)?|[Dd]e(?: la| los)?|Del|Della|Di|Da|Dos|La|Le|Ter|"
    r"Ten|El|Al|Abu|Ben|Ma?c) (?=[A-Z])"
)
"""What begins a surname of two words: "St. Clair", "Van Houten"."""
_WORD: Final = re.compile(r"(?:de|van|von|d['’]|O['’])?[^\W\d_a-z][^\W\d_]*[\w’'-]*")
_HANDLE: Final = re.compile(r"@?(?:[A-Za-z]\w*(?:[_-]\w+)*|[a-z]{2,}\.[a-z]+)")
_NO_HANDLE: Final = frozenset(
    """nobody everyone everybody several many most some those these us we they him her me you i as per see
    below above attached list sheet also plus with without late early remote call phone ditto
    same same-as excused unknown approved noted received thanks sorry nothing anyone else he she it its who
    whom presided presiding chairing opened""".split()
)


def is_single(word: str) -> bool:
    """Whether a word, or a surname led by a particle, may be somebody's only name here."""
    led = _LED.match(word)
    bare = word[led.end() :] if led else word
    low = bare.lower().strip(".")
    return (
        _WORD.fullmatch(bare) is not None
        and not POST_NOMINALS.fullmatch(f" {bare}")
        and not (bare.isupper() and len(bare) < 5)
        and low not in NO_NAME_WORDS
        and low not in JOB_HEADS
        and kind_of_body(bare) is None
        and chair_role(bare) is None
    )


def is_no_name(text: str) -> bool:
    """Whether one word is no surname, even behind a title for several: "Clerk", "County"."""
    word = text.lower().strip(".")
    return word in NO_NAME_WORDS or word in JOB_HEADS or (word[-1:] == "s" and word[:-1] in JOB_HEADS)


def is_short_name(text: str) -> bool:
    """Whether one word before a bracket is a given name: "Bo (Wenlow Trust)"."""
    return " " not in text and len(text) > 1 and is_given_name(text) and not is_no_name(text)


def is_lone_name(text: str) -> bool:
    """Whether one word that means nothing may be all that a list gives of a name: "Gao (Ambry)"."""
    return is_single(text) and job_score(text) == 0 and body_score(text) < 0.6 and not is_no_name(text)


_BY_LETTER: Final = re.compile(r"(?P<given>[A-Z][a-z]+(?:-[A-Z][a-z]+)?) (?P<letter>[A-Z](?:-?[A-Z])?)\.?")


def stands_by_letter(text: str, others: bool) -> bool:
    """Whether somebody stands by a first name and the surname's letter, as `others` do: "Jean M"."""
    found = _BY_LETTER.fullmatch(text)
    if found is None or is_no_name(found["given"]):
        return False
    return others or (len(found["letter"]) == 1 and is_given_name(found["given"]))


def ends_in_letter(text: str) -> bool:
    """Whether one letter stands behind a first name: "Sumana H."."""
    return re.fullmatch(r"[A-Z][a-z]+ [A-Z]\.?", text) is not None


def are_by_letter(pieces: Sequence[Piece]) -> bool:
    """Whether several of a line stand by a first name and a letter."""
    return sum(_BY_LETTER.fullmatch(piece.text) is not None for piece in pieces) > 2


_INITIALLED: Final = re.compile(
    r"\W*(?P<given>(?P<first>[A-Z])[a-z]+(?:-[A-Z][a-z]+)?) \((?P=first)[A-Z]{1,2}\)"
)


def is_initialled(text: str) -> bool:
    """Whether a line begins with a first name and the initials it stands for: "Frank (FT) - Chairman"."""
    found = _INITIALLED.match(text)
    return found is not None and is_given_name(found["given"])


def goes_on_alone(text: str, above: Sequence[RosterLine]) -> bool:
    """Whether a line is a handle, or one name as those above it are: first names one below the other."""
    if is_handle_line(text):
        return True
    before = [line.text.strip(" *•·-\t") for line in above]
    if " " in (word := text.strip(" *•·-\t")) or word.lower() in common_words():
        return False
    if (
        word.isalpha()
        and len(before) >= _FEW - 1
        and all(one.isalpha() and one.islower() for one in [*before, word])
    ):
        return True  # "tom", "ana", "hugo"
    if not is_single(word):
        return False
    known = sum(is_given_name(one) or is_surname(one) for one in [*before, word])
    return all(" " not in one and is_single(one) for one in before) and known * 2 > len(before)


def is_list_of_singles(pieces: Sequence[Piece], *, headed: bool = False) -> bool:
    """Whether a line lists people by one name each: "Smith, Jones, P. Patel and Hoekstra".

    `headed`: it stands under words that say how people stood, so that hardly a name need be known.
    """
    parts = _parts(pieces)
    single = [part for part in parts if " " not in part or (is_single(part) and _LED.match(part))]
    odd = [part for part in single if not is_single(part)]
    if len(single) < 3 or len(odd) * 6 > len(single) or not all(map(_may_be_single, odd)):
        return False
    if not all(part in single or name_score(part) >= 0.5 for part in parts):
        return False
    known = sum(is_surname(part) or is_given_name(part) for part in single)
    if headed and not any(part.lower() in common_words() for part in single):
        return len(single) > _FEW or known > 0
    return known * 20 >= len(single) * _wanted(single)


_FEW: Final = 3  # names of which one must be known


def _may_be_single(word: str) -> bool:
    """Whether a word that is seldom a name may be one among many that are: "Lay", "Ward", "March"."""
    low = word.lower()
    return (
        _WORD.fullmatch(word) is not None
        and low in NO_NAME_WORDS
        and low not in JOB_HEADS
        and not word.isupper()
        and kind_of_body(word) is None
        and chair_role(word) is None
    )


def _wanted(single: Sequence[str]) -> int:
    """Of twenty, how many must be known names: fewer where there are many, or they go by the alphabet."""
    if len(single) < 5:
        return 8
    ordered = all(a.casefold() <= b.casefold() for a, b in pairwise(single))
    return 2 if ordered and len(single) > 7 else 4


def _parts(pieces: Sequence[Piece]) -> list[str]:
    """What stands between the commas and "and" of a list, its brackets left out; nothing if it is no list."""
    bare = [piece for piece in pieces if not piece.bracketed]
    if any(piece.gap not in (Gap.START, Gap.COMMA, Gap.AND, Gap.COLON, Gap.AFTER) for piece in bare):
        return []
    return [part for piece in bare for part in AND.split(piece.text.removeprefix("and ").lstrip()) if part]


def odd_named(pieces: list[Piece]) -> list[Piece]:
    """The pieces of a list of surnames, those that are seldom names as the names they are here: "Lay"."""
    return [
        replace(piece, named=True, whole=piece.text)
        if not (piece.bracketed or is_single(piece.text)) and _may_be_single(piece.text)
        else piece
        for piece in pieces
    ]


def led_named(pieces: list[Piece]) -> list[Piece]:
    """The pieces of a list of surnames, those of two words as the names they are."""
    return [
        replace(piece, named=True, whole=piece.text) if _LED.match(piece.text) else piece for piece in pieces
    ]


def answering(pieces: list[Piece]) -> list[Piece]:
    """The pieces, a word as a name where right behind it stands how somebody stood: "Cole - Absent"."""
    if len(pieces) < 2:
        return pieces
    said = [after.gap in _SAYS and note_status(after.text) in _ANSWERS for after in pieces[1:]]
    if not any(said):
        return pieces
    listed = [piece.text for piece in pieces if piece.gap in _LISTED and not note_status(piece.text)]
    whole = any(" " in text[strip_title(text)[1] :] for text in listed)  # "Ann Bell, Mind (apologies)"
    return [
        replace(piece, named=True, whole=piece.text)
        if answers
        and piece.gap in _LISTED
        and is_single(piece.text)
        and not (whole and piece.gap is Gap.COMMA)
        else piece
        for piece, answers in zip(pieces, [*said, False], strict=True)
    ]


_ANSWERS: Final = ("present", "apologies", "absent")
_SAYS: Final = (Gap.DASH, Gap.OPEN, Gap.COLON, Gap.WIDE, Gap.TAB)
_LISTED: Final = (Gap.START, Gap.COMMA, Gap.SEMI, Gap.AND, Gap.AFTER)


def short_named(pieces: list[Piece]) -> list[Piece]:
    """The pieces, one word before somebody's post in brackets as a name, and one before a list of whole
    names:
    "Fab (President)", "Ilya, Ann Bell, Bo Cole, Cy Dow"."""
    after = [piece for piece in pieces[1:] if not piece.bracketed]
    whole = sum(name_score(piece.text) >= 0.85 for piece in after if piece.gap is Gap.COMMA)
    heads_list = whole > 2 and whole * 10 > len(after) * 7
    among = len(after) > 0 and whole + 1 >= len(after) and all(piece.gap is Gap.COMMA for piece in after)
    free = {pieces[0].start, *(b.start for a, b in pairwise(pieces) if a.bracketed)} if pieces else set()
    posts = {
        one.start
        for one, bracket in pairwise(pieces)
        if bracket.bracketed
        and one.start in free
        and (chair_role(bracket.text) or job_score(bracket.text) >= 0.6)
    }
    return [
        replace(piece, named=True)
        if piece.gap in (Gap.START, Gap.COMMA)
        and (
            piece.start in posts
            or (heads_list and piece is pieces[0])
            or (among and is_given_name(piece.text) and not is_surname(piece.text))
        )
        and " " not in piece.text
        and is_single(piece.text)
        and body_score(piece.text) < 0.7
        else piece
        for piece in pieces
    ]


def handles_named(cut: list[list[Piece]], *, elsewhere: bool = False) -> list[list[Piece]]:
    """The pieces, handles as names where people stand by them: "jyn, pnk-feld and Ann Bell", "@msau-dev".

    `elsewhere`: other rosters of the document list people by one name each.
    """
    alone = [pieces[0].text for pieces in cut if pieces and all(piece.bracketed for piece in pieces[1:])]
    told = sum(is_handle(text) for text in alone)
    if len(alone) > 2 and told * 2 > len(cut) and any(_MADE_UP.search(text) for text in alone):
        return [[_as_name(pieces[0]), *pieces[1:]] if pieces else pieces for pieces in cut]
    return [_with_handles(pieces, elsewhere) for pieces in cut]


def is_handle_line(text: str) -> bool:
    """Whether a line is one handle, and perhaps a bracket: "* smoogen_j (33)"."""
    found = _LINE.fullmatch(text)
    if found is None or not is_handle(found["handle"]):
        return False
    return found["said"] is not None or _MADE_UP.search(found["handle"]) is not None


_LINE: Final = re.compile(
    rf"\s*(?:[*•·-]\s*)?(?P<handle>{_HANDLE.pattern})(?P<said>\s*\([^()]{{1,30}}\))?\s*"
)


def _with_handles(pieces: list[Piece], elsewhere: bool) -> list[Piece]:
    handles = [piece.text for piece in pieces if not piece.bracketed and is_handle(piece.text)]
    if not handles or any(piece.bracketed and name_score(piece.text) >= 0.6 for piece in pieces):
        return pieces  # "jbell (Jane Bell)"
    listed = _parts(pieces)
    made_up = any(_MADE_UP.search(text) for text in handles) or (
        len(handles) > 1 and any(_MADE_UP.search(part) or _HALF_HANDLE.fullmatch(part) for part in listed)
    )
    sure = len(handles) > 2 or made_up or (elsewhere and len(listed) > 2)
    fewest = 1 if elsewhere and made_up else 3
    if sure and len(listed) >= fewest and all(_may_be_listed(part) for part in listed):
        return [_as_name(piece) for piece in pieces]
    return [_as_name(pieces[0]), *pieces[1:]] if pieces[0].text[:1] == "@" else pieces


_MADE_UP: Final = re.compile(r"[\d_@.-]|[a-z][A-Z]")
"""What no word of the language has in it."""


def _as_name(piece: Piece) -> Piece:
    told = is_handle(piece.text) or is_single(piece.text) or _HALF_HANDLE.fullmatch(piece.text)
    told = told or _LETTERS.fullmatch(piece.text)
    if piece.bracketed or not told:
        return piece
    return replace(piece, named=True, whole=piece.text.lstrip("@"))


def is_handle(text: str) -> bool:
    """Whether a word is how somebody is called in a chat room, and no word of the language."""
    if not _HANDLE.fullmatch(text) or len(text) < 3 or is_non_person(text):
        return False
    bare = text.lstrip("@")
    low = bare.lower()
    if text != bare:
        return True
    if low in NO_NAME_WORDS or low in JOB_HEADS or low in _NO_HANDLE:
        return False
    return bare[0].islower() or any(char.isdigit() or char == "_" for char in bare)


_HALF_HANDLE: Final = re.compile(r"[A-Z]{2,4} [A-Z]\w+|[A-Z]\w+ [A-Z]{1,2}")
"""Two words that a chat room joins: "API_Piñeiro", "Detlev_F"."""


_LETTERS: Final = re.compile(r"[A-Z]{2,4}")
"""Initials that are somebody's handle among others: "AWK"."""


def _may_be_listed(part: str) -> bool:
    if _HALF_HANDLE.fullmatch(part) or _LETTERS.fullmatch(part):
        return True
    return is_handle(part) or is_single(part) or (name_score(part) >= 0.3 and body_score(part) < 0.7)

"""What stands before names in a line and belongs to them: posts, labels, bodies of groups."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from whosat.extract.components.roster_pieces import (
    AND,
    Gap,
    Piece,
    inner,
    leading_name,
    plural_title,
)
from whosat.extract.components.roster_scores import is_non_person, job_score, name_score
from whosat.extract.components.roster_singles import is_single
from whosat.extract.names import is_given_name, strip_title

_BEFORE_POST: Final = (Gap.START, Gap.COMMA, Gap.SEMI, Gap.AND, Gap.AFTER, Gap.COLON)


def bodies_of_groups(pieces: list[Piece]) -> dict[int, Piece]:
    """Where each body and each bracket of its people begin, in a line built of nothing else; else empty."""
    if len(pieces) > 2 and pieces[1].gap is Gap.COLON and not pieces[1].bracketed:
        pieces = pieces[1:]  # "Member States: Austria (Mr Bell), Malta (Ms Cole)"
    pairs = [
        (piece, after)
        for piece, after in pairwise(pieces)
        if after.bracketed
        and not piece.bracketed
        and not piece.text.startswith("@")
        and name_score(piece.text) < 0.5
        and job_score(piece.text) < 0.6
        and people_in(after)
    ]
    if alone := _group_alone(pieces):
        return alone
    if len(pairs) < 2 or 2 * len(pairs) + 1 < len(pieces) or not pieces or pairs[0][0] is not pieces[0]:
        return {}
    return {one.start: piece for piece, after in pairs for one in (piece, after)}


def _group_alone(pieces: list[Piece]) -> dict[int, Piece]:
    """ "Shelter Wenlow (Ann Bell)": two words that begin with no given name, and somebody in the bracket."""
    if len(pieces) < 2 or pieces[0].bracketed or not pieces[1].bracketed:
        return {}
    body, people = pieces[:2]
    if any(piece.gap is not Gap.SEMI for piece in pieces[2:] if not piece.bracketed):
        return {}
    first = body.text.split()[0]
    told = " " in body.text and name_score(body.text) < 0.6 and job_score(body.text) < 0.6
    told = told and first[0].isupper() and not is_given_name(first) and not strip_title(body.text)[0]
    named = name_score(people.text) >= 0.9 and is_given_name(people.text.split()[0])
    return {body.start: body, people.start: body} if told and named else {}


def people_in(bracket: Piece) -> list[Piece]:
    """The people of a bracket that holds nothing else; one title may stand for several: "(Bros. Bell and
    Cole)"."""
    title = plural_title(bracket.text)
    if title is None:
        parts = inner(bracket)
        return parts if all(name_score(part.text) >= 0.75 for part in parts) else []
    found = re.finditer(r"[^\s,&](?:[^,&]*?[^\s,&])??(?=\s*(?:,|&|$)|\s+and\s)", bracket.text[title.end() :])
    spans = [
        (one.start() + title.end(), one.group().removeprefix("and ")) for one in found if one.group() != "and"
    ]
    parts = [Piece(text, bracket.text.index(text, at) + bracket.start, Gap.OPEN, True) for at, text in spans]
    return parts if all(is_single(part.text) or name_score(part.text) >= 0.5 for part in parts) else []


_ENDS: Final = frozenset(
    "police constabulary council trust service services society association authority university college "
    "federation partnership agency forum network".split()
)
"""Words that end a body's name and no person's, though it begins as a name does: "Lincoln Wolds Police"."""


def names_before_dashes(pieces: Sequence[Piece]) -> frozenset[int]:
    """Where pieces begin in a line in which a dash follows each one after a comma: "Ann Bell – Mind, Bo Cole
    – Relate"."""
    flat = [piece for piece in pieces if not piece.bracketed]
    commas = [piece.start for piece in flat if piece.gap is Gap.COMMA]
    paired = [a.start for a, b in pairwise(flat) if a.gap is Gap.COMMA and b.gap is Gap.DASH]
    dashes = sum(piece.gap is Gap.DASH for piece in flat)
    several = len(paired) > 1 or (paired and dashes >= _MANY_DASHES)
    return frozenset(paired) if several and len(paired) * 10 >= len(commas) * 8 else frozenset()


_MANY_DASHES: Final = 3
_GROUP: Final = re.compile(
    r"(?:(?:practice|surgery|clinical|support|council|trust|other) )?(?:staff|patients|carers|members|team|"
    r"volunteers|residents|doctors|gps|nurses|officers|users|patient (?:members|representatives|reps))",
    re.IGNORECASE,
)


def without_group(pieces: list[Piece]) -> list[Piece]:
    """The pieces without a noun for the people of the line: "Patients – Jean M, Ron B"."""
    if len(pieces) > 1 and pieces[1].gap in (Gap.DASH, Gap.COLON) and _GROUP.fullmatch(pieces[0].text):
        return pieces[1:]
    return pieces


def labels_within(pieces: Sequence[Piece]) -> frozenset[int]:
    """Where words begin that head the names behind a colon: "Arts: Ann Bell; Law: Bo Cole"."""
    return frozenset(
        a.start for a, b in pairwise(pieces) if b.gap is Gap.COLON and a.gap in (Gap.SEMI, Gap.COMMA)
    )


def labelled_by_dashes(pieces: list[Piece]) -> list[Piece]:
    """The pieces with colons for dashes where semicolons part bodies, each with its people behind a dash.

    "Dale Hotel – Ann Bell; Hill Top Inn – Bo Cole, Cy Dow; Visit Dale – Di Fox".
    """
    heads = [
        (a, b)
        for a, b in pairwise(pieces)
        if a.gap in (Gap.START, Gap.SEMI) and b.gap is Gap.DASH and not a.bracketed
    ]
    firsts = sum(piece.gap in (Gap.START, Gap.SEMI) for piece in pieces)
    if len(heads) < 3 or len(heads) * 10 < firsts * 8:
        return pieces
    people = sum(name_score(b.text) >= 0.75 and is_first(b.text) for _, b in heads)
    bodies = sum(name_score(a.text) < 0.75 for a, _ in heads)
    if people * 10 < len(heads) * 6 or bodies * 10 < len(heads) * 7:
        return pieces
    behind = {b.start for _, b in heads}
    return [
        replace(piece, gap=Gap.COLON, named=name_score(piece.text) >= 0.5) if piece.start in behind else piece
        for piece in pieces
    ]


def is_first(text: str) -> bool:
    """Whether a text begins with a title, a given name or an initial."""
    return bool(
        strip_title(text)[0]
        or is_given_name(text.split()[0])
        or re.match(r"(?:[A-Z]\.? ?){1,3}[A-Z][a-z]", text)
    )


def label_before_name(pieces: list[Piece]) -> Piece | None:
    """One word, or letters after words, and a colon before a whole name are a label, though they may be a
    name:
    "Erasmus: Ann Bell", "Main Roads WA: Bo Cole"."""
    if len(pieces) < 2 or pieces[1].gap is not Gap.COLON:
        return None
    label = pieces[0].text.split()
    if len(label) > 2 and label[-1].lower() in _ENDS and name_score(pieces[1].text) >= 0.75:
        return pieces[0]
    if plural_title(f"{pieces[0].text} X"):
        return None  # "Crs: Ann Bell"
    if len(label) > 1 and (
        is_given_name(label[0])
        or strip_title(pieces[0].text)[0]
        or not (label[-1].isupper() or 0.5 <= name_score(pieces[0].text) < 0.75)  # "Old Wenlow: Ann Bell"
    ):
        return None
    named = pieces[1].named or name_score(pieces[1].text) >= 0.75
    return pieces[0] if named and " " in pieces[1].text else None


@dataclass(frozen=True, slots=True)
class Posts:
    """A line's pieces without the posts that stand before a bracketed name, and those posts by the name's
    offset."""

    rest: list[Piece]
    of: dict[int, Piece]


def posts_before_names(pieces: list[Piece]) -> Posts:
    """ "the Vice-Chancellor (Professor A Bell)": the bracket is the person, the words before are the post."""
    several = sum(
        after.bracketed and job_score(piece.text) >= 0.6 and name_score(after.text) >= 0.85
        for piece, after in pairwise(pieces)
    )
    found = {
        after.start: piece
        for piece, after in pairwise(pieces)
        if after.bracketed and _is_post_of(piece, after, untitled=several > 1)
    }
    posts = {piece.start for piece in found.values()}
    for at, piece in enumerate(pieces):
        if piece.start not in found and (post := _long_post(pieces, at)):
            found[piece.start] = post[0]
            posts |= {one.start for one in post}
    return Posts([piece for piece in pieces if piece.start not in posts], found)


def _long_post(pieces: Sequence[Piece], at: int) -> Sequence[Piece]:
    """What says a post right before a bracketed, titled name, brackets of its own included; else nothing:
    "the Director (Estates) and Registrar (Mr Bell)"."""
    named = pieces[at].text.split(",")[0]
    if not pieces[at].bracketed or not strip_title(named)[0] or name_score(named) < 0.9:
        return ()
    begin = at
    while begin > 0:
        begin -= 1
        one = pieces[begin]
        if name_score(one.text) >= 0.6 and job_score(one.text) < 0.6:
            return ()
        if not one.bracketed and not (one.gap is Gap.AFTER and one.text[:1].islower()):
            break
    post = pieces[begin:at]
    return post if post and not post[0].bracketed and post[0].gap in _BEFORE_POST else ()


_CLERK: Final = re.compile(r"(?:and )?(?:the )?(?:(?:Parish|Town|Deputy|Acting) )?(?:[Cc]lerk|[Ss]ecretary)")
_CLERKS: Final = 0.6  # of a name in the bracket behind the one post that needs no title: "Clerk (V Bell)"


def _is_post_of(piece: Piece, bracket: Piece, *, untitled: bool = False) -> bool:
    named = AND.split(bracket.text.split(",")[0])[0]  # "(Mr Bell, who took the chair)"
    if (
        _CLERK.fullmatch(piece.text)
        and not piece.bracketed
        and piece.gap in _BEFORE_POST
        and name_score(named) >= _CLERKS
    ):
        return True
    led = re.match(r"(?i:(?:and )?(?:the|by)\s)", piece.text) is not None
    return (
        not piece.bracketed
        and piece.gap in _BEFORE_POST
        and (strip_title(named)[0] is not None or untitled)
        and name_score(named) >= (0.85 if untitled else 0.8 if led else 0.9)
        and name_score(piece.text) < 0.5
        and not is_non_person(piece.text)
        and not leading_name(piece.text)
        and (led or job_score(piece.text) >= 0.6)
    )


def couple_in(bracket: Piece) -> list[Piece]:
    """Those whom "and" joins in a bracket behind their post, each with a title: "(Mr. E. Bell and Mrs. B.
    Cole)"."""
    joint = AND.search(bracket.text)
    if joint is None or not strip_title(bracket.text[joint.end() :])[0]:
        return [bracket]
    second = Piece(bracket.text[joint.end() :], bracket.start + joint.end(), bracket.gap)
    return [replace(bracket, text=bracket.text[: joint.start()]), second]


_VACANT: Final = re.compile(
    r"(?:currently )?vacan(?:t|cy)|t\.?b\.?[cad]\.?|to be (?:confirmed|appointed)", re.IGNORECASE
)


def vacancies(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """The stretches between semicolons that hold a vacancy."""
    cuts = [0, *[at for at, piece in enumerate(pieces) if piece.gap is Gap.SEMI], len(pieces)]
    return [
        (pieces[begin].start, pieces[end - 1].end)
        for begin, end in pairwise(cuts)
        if any(_VACANT.fullmatch(piece.text) for piece in pieces[begin:end])
    ]

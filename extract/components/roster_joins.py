"""What a conversion has broken or stuck together within a roster's lines, put right before they are read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from whosat.extract.components.roster_breaks import has_own_letter
from whosat.extract.components.roster_hints import Hints
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_pieces import THE_OFFICE, Gap, Piece, pieces_of, plural_title
from whosat.extract.components.roster_posts import is_field, is_titled
from whosat.extract.components.roster_scores import (
    body_score,
    chair_role,
    is_body,
    is_non_person,
    job_score,
    name_score,
    other_role,
)
from whosat.extract.components.roster_words import NO_NAME_WORDS
from whosat.extract.model import tags
from whosat.extract.names import is_given_name, read_inverted, strip_title

_DASHED: Final = re.compile(r"\W*[^–—,;:]{3,45}?(?:\s[–—-]\s|\s?[–—]\s)")


def rejoined(lines: Sequence[RosterLine]) -> Sequence[RosterLine]:
    """Lines broken within a record put together again, where nearly all begin "Name – …"."""
    dashed = [bool(_DASHED.match(line.text)) for line in lines]
    if len(lines) < 5 or sum(dashed) * 10 < len(lines) * 7 or not dashed[0]:
        return lines
    usual = Counter(after.start - line.end for line, after in pairwise(lines)).most_common(1)[0][0]
    joined: list[RosterLine] = []
    for line, is_dashed in zip(lines, dashed, strict=True):
        pieces = pieces_of(line.text, line.start)
        last = joined[-1] if joined else None
        if (
            last is None
            or is_dashed
            or not pieces
            or not 0 < line.start - last.end < 12
            or line.start - last.end == usual + 1  # a blank line stands between
            or is_non_person(line.text)
            or has_own_letter(line.text)
            or name_score(pieces[0].text) >= 0.5
            or any(name_score(piece.text) >= 0.85 for piece in pieces[1:])
            or body_score(f"{last.text.split()[-1]} {pieces[0].text}") < 0.7
        ):
            joined.append(line)
        else:
            joined[-1] = last.followed_by(line)
    return joined


_GLUE: Final = re.compile(r"(?<=[a-z]{2})(?<!\bMac)(?<!\bFitz)(?<!\bVan)(?<!\bLe)(?<!\bDe)(?=[A-Z][a-z])")
"""Where a crawler has left nothing between two cells: "Ann BellHousing Officer"."""


def pieces_in(line: RosterLine, hints: Hints, glued: bool) -> list[Piece]:
    if line.named:
        rest = pieces_of(line.text[line.named :], line.start + line.named)
        first = [replace(one, gap=Gap.NONE) if one.gap is Gap.START else one for one in rest[:1]]
        return [Piece(line.text[: line.named], line.start, Gap.START, True), *first, *rest[1:]]
    pieces = pieces_of(line.text, line.start)
    if glued:
        pieces = [part for piece in pieces for part in _unglued(piece)]
    return _whole(_offices_first(_leading_offices(_without_also(_between_dashes(pieces)))), line, hints)


_ALSO: Final = re.compile(r"(?:also|plus|together with|along with|as well as)[\s,]+(?=[A-Z])", re.IGNORECASE)


def _between_dashes(pieces: list[Piece]) -> list[Piece]:
    """ "Mrs Bell (Chair) - Messrs B Cole, C Dow - Cllr Fox": dashes between people who all bear titles."""
    pairs = [(before, after) for before, after in pairwise(pieces) if after.gap is Gap.DASH]
    if len(pairs) < 2 or not all(strip_title(one.text)[0] or plural_title(one.text) for _, one in pairs):
        return pieces
    if any(not one.bracketed and name_score(one.text) < 0.5 for one, _ in pairs):
        return pieces  # "Chairman - Cllr Bell, Vice Chairman - Cllr Cole"
    return [replace(piece, gap=Gap.SEMI) if piece.gap is Gap.DASH else piece for piece in pieces]


def _without_also(pieces: list[Piece]) -> list[Piece]:
    """A line's pieces without the word that only adds it to the one before: "Also Cllr Bell"."""
    lead = _ALSO.match(pieces[0].text) if pieces else None
    if not lead or name_score(pieces[0].text) >= 0.9:
        return pieces
    first = pieces[0]
    return [replace(first, text=first.text[lead.end() :], start=first.start + lead.end()), *pieces[1:]]


def _with_office_apart(pieces: list[Piece]) -> list[Piece]:
    """ "Cy Dow and the Clerk, Ann Bell": the office, which "and" joins to the name before, as a piece of its
    own."""
    for at, (piece, after) in enumerate(pairwise(pieces)):
        joint = re.search(r",?\s+and (?=the )", piece.text)
        if joint is None or after.gap is not Gap.COMMA or name_score(after.text) < 0.75:
            continue
        office = replace(piece, text=piece.text[joint.end() :], start=piece.start + joint.end(), gap=Gap.SEMI)
        if THE_OFFICE.fullmatch(office.text) and name_score(piece.text[: joint.start()]) >= 0.5:
            name = replace(piece, text=piece.text[: joint.start()])
            return [*pieces[:at], name, office, replace(after, gap=Gap.AFTER), *pieces[at + 2 :]]
    return pieces


def _leading_offices(pieces: list[Piece]) -> list[Piece]:
    """ "…, and the Clerk, Mr Hall": the office belongs to the name behind it."""
    pieces = _with_office_apart(pieces)
    told = list(pieces)
    for at, (piece, after) in enumerate(pairwise(pieces)):
        if (
            after.gap is Gap.COMMA
            and piece.gap in (Gap.START, Gap.COMMA, Gap.SEMI, Gap.AND, Gap.AFTER)
            and THE_OFFICE.fullmatch(piece.text)
            and is_titled(after.text)
        ):
            lead = 4 * piece.text.startswith("and ")
            told[at] = replace(piece, text=piece.text[lead:], start=piece.start + lead, gap=Gap.SEMI)
            told[at + 1] = replace(after, gap=Gap.AFTER)
    return told


def is_glued_block(lines: Sequence[RosterLine]) -> bool:
    """Whether a block's cells were stuck together: in several lines, or often in one."""
    some = lines[:200]
    if sum(map(_is_glued, some)) > 2 or any(len(_GLUE.findall(line.text)) > 4 for line in some):
        return True
    return sum(is_given_name(one) for line in some for one in _AFTER_GLUE.findall(line.text)) > 2


_AFTER_GLUE: Final = re.compile(r"(?<=[a-z]{3})([A-Z][a-z]+)(?=\s[A-Z])")
"""A word stuck to the one before it: a given name there begins the next person."""
_STUCK_LETTERS: Final = re.compile(
    rf"{_GLUE.pattern}|(?<=[a-z]{{3}})(?=[A-Z]{{3,}}(?:[a-z]|\b))|(?<=[A-Z]{{3}})(?=[A-Z][a-z]{{2}})"
)


def _is_glued(line: RosterLine) -> bool:
    """Whether a line's first words are a name with the next cell's words stuck to it."""
    cut = _STUCK_LETTERS.search(line.text)
    return cut is not None and name_score(line.text[: cut.start()].lstrip(" •*-")) >= 0.6


def _unglued(piece: Piece) -> list[Piece]:
    bounds = [0, *[cut.start() for cut in _STUCK_LETTERS.finditer(piece.text)], len(piece.text)]
    return [
        Piece(piece.text[a:b], piece.start + a, Gap.AFTER if a and not piece.bracketed else piece.gap)
        for a, b in pairwise(bounds)
    ]


def _whole(pieces: list[Piece], line: RosterLine, hints: Hints) -> list[Piece]:
    """The pieces with those joined that a model takes for one post or body: "Ouse, Hull & Trent Valley NHS
    Trust"."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        until = hints.end_from(last.start) if last else 0
        if (
            last is not None
            and piece.gap is Gap.COMMA
            and last.gap is not Gap.START
            and last.end < piece.end <= until
            and name_score(piece.text) < 0.75
            and not (
                hints.kind(last.start, until) == tags.JOB
                and (chair_role(last.text) or is_body(piece.text) or _is_proper(piece.text))
            )
        ):
            text = line.text[last.start - line.start : piece.end - line.start]
            joined[-1] = replace(last, text=text)
        else:
            joined.append(piece)
    return joined


def _is_proper(text: str) -> bool:
    """Whether one word names something, and is no field of work: "Manager, Crossroads"."""
    return text[:1].isupper() and " " not in text and text.lower() not in NO_NAME_WORDS and not is_field(text)


def _offices_first(pieces: list[Piece]) -> list[Piece]:
    """ "Chairman – Cllr Bell, Vice Chairman – Cllr Cole": each office belongs to the name behind it."""
    if len(pieces) < 4 or not _heads_name(pieces[0], pieces[1]):
        return pieces
    told = list(pieces)
    for at in range(2, len(pieces) - 1):
        if pieces[at].gap in (Gap.COMMA, Gap.SEMI, Gap.AND) and _heads_name(pieces[at], pieces[at + 1]):
            told[at], told[at + 1] = replace(pieces[at], gap=Gap.SEMI), replace(pieces[at + 1], gap=Gap.AFTER)
    return told


def _heads_name(office: Piece, name: Piece) -> bool:
    if name.gap not in (Gap.DASH, Gap.COLON) or name_score(name.text) < 0.75:
        return False
    return bool(chair_role(office.text) or other_role(office.text)) or job_score(office.text) >= 0.95


def upright(line: RosterLine, pieces: list[Piece]) -> list[Piece]:
    """The first pieces of "Smith, John (Dr) – …" as one piece."""
    lead = len(line.text) - len(line.text.lstrip(" \t*•·-"))
    read = read_inverted(line.text[lead:])
    if not read:
        return pieces
    end = line.start + lead + read.end
    name = Piece(line.text[lead : lead + read.end], line.start + lead, Gap.START)
    return [name, *[piece for piece in pieces if piece.start >= end]]

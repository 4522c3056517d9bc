"""A piece without delimiters cut between a name and a post that common words tell, or whom it is from."""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.body_words import ORGANISATION_HEADS
from whosat.extract.components.roster_pieces import AND, Gap, Piece
from whosat.extract.components.roster_scores import is_body, job_score, name_score
from whosat.extract.components.roster_together import is_common, is_held_in, is_in_common
from whosat.extract.components.roster_words import NO_NAME_WORDS
from whosat.extract.names import UPPER, is_given_name, strip_title


def at_post(piece: Piece, _where: object) -> list[Piece]:
    """ "Ann Bell Named Nurse Safeguarding Barset CCG": a name, and one post with its body."""
    if any(mark in piece.text for mark in ",;:()"):
        return []
    best, end = 0.84, 0
    for space in list(re.finditer(r"\s+", piece.text))[1:4]:
        score = name_score(piece.text[: space.start()])
        if score > best and is_held_in(piece.text[space.end() :]):
            best, end = score, space.start()
    if not end:
        return []
    rest = end + len(piece.text[end:]) - len(piece.text[end:].lstrip())
    return [
        Piece(piece.text[:end], piece.start, piece.gap),
        Piece(piece.text[rest:], piece.start + rest, Gap.NONE),
    ]


_RARE: Final = re.compile(rf"(?:[{UPPER}][\w’'-]+\s+){{2}}(?=[{UPPER}])")


def before_plain_post(piece: Piece, started: bool) -> int:
    """Where a name that no list knows ends, a line's first, when all behind it is a post in common words."""
    found = _RARE.match(piece.text)
    if found is None or piece.gap is not Gap.START or started:
        return 0
    name, post = found.group().rstrip(), piece.text[found.end() :]
    told = name_score(name) >= 0.5 and is_common(post) and (job_score(post) >= 0.9 or is_in_common(post))
    return len(name) if told and not any(is_common(word) for word in name.split()) else 0


def may_begin_as_name(text: str) -> bool:
    """Whether a body's name may hold a person's at either end."""
    return not _is_short_body(text) and (_begins_as_name(text) or ends_in_name(text))


_OF_ITS_KIND: Final = re.compile(
    r"(?:[A-Z]\w+ ){2}(?:(?:National|General|Royal|University|Community|Memorial|Primary|High) )?"
    r"(?:Laboratory|Hospitals?|University|Institute|Observatory|Museum|College|Academy|School|Infirmary|Surgery|"
    r"Health Centre|Medical Centre)\b(?: NHS.*)?"
)
"""Two words of a place or of whom it is named for, and what it is: "Santa Fe National Laboratory"."""


def _begins_as_name(text: str) -> bool:
    """Whether a body's name may begin with a person's: "Ann Bell Barset Council"."""
    if _OF_ITS_KIND.fullmatch(text):
        return False
    return (
        is_given_name(text.split()[0]) or strip_title(text)[0] is not None or bool(re.match(r"[A-Z]\b", text))
    )


def _is_short_body(text: str) -> bool:
    """Whether the head word of a body ends three words, the first of which may be a name's: "Loy Vince
    Partnership"."""
    parts = text.split()
    head = parts[-1].lower()
    told = head in NO_NAME_WORDS or head in ORGANISATION_HEADS
    return len(parts) == 3 and told and not strip_title(text)[0]


def ends_in_name(text: str) -> bool:
    """Whether a body's name is followed by a given name and a surname: "Barset County Council Ann Bell"."""
    parts = text.rsplit(" ", 2)
    return (
        len(parts) == 3
        and is_body(parts[0])
        and is_given_name(parts[1])
        and name_score(" ".join(parts[1:])) >= 0.85
    )


NAMED_OF: Final = re.compile(
    r"(?P<name>(?:[A-Z][\w.’'-]*\s+){1,3}?[A-Z][\w’'-]+),?\s+(?=(?:of|from|representing)\s+(?:the\s+)?[A-Z])"
)
"""A whole name with whom it is from: "Ann Bell of Barset Homes"."""


_PEER: Final = re.compile(r"(?:Lord|Lady|Baron|Baroness|Viscount|Earl|Count|Sir|Dame|The)\b")
_FEW: Final = re.compile(r"(?:(?:of|from|representing)\s+)(?:the\s+)?[A-Z][\w&’'-]*(?: [A-Z&][\w&’'-]*){0,2}")


def _is_from(name: str, rest: str) -> bool:
    """Whether somebody's whole name is followed by whom he or she is from: a body, or a few words."""
    if name_score(name) < 0.75:
        return False
    if is_body(_FROM.sub("", rest)):
        return True
    return name_score(name) >= 0.9 and _FEW.fullmatch(rest) is not None and not _PEER.match(name)


def at_whole(piece: Piece, _where: object) -> list[Piece]:
    """ "Ann Bell of Ferris Land Trust", "Nicole with Alto": a name and, to the end, whom it is from."""
    found = NAMED_OF.match(piece.text)
    if found and not _is_from(found["name"], piece.text[found.end() :]):
        found = None
    first = found or _GIVEN_WITH.fullmatch(piece.text)
    if first is None or (found is None and not is_given_name(first["name"])) or AND.search(piece.text):
        return []
    end = first.end("name")
    rest = len(piece.text) - len(piece.text[end:].lstrip(" ,"))
    return [
        Piece(first["name"].rstrip(), piece.start, piece.gap, named=found is None),
        Piece(piece.text[rest:], piece.start + rest, Gap.NONE),
    ]


_FROM: Final = re.compile(r"(?:of|from|representing)\s+(?:the\s+)?")
_GIVEN_WITH: Final = re.compile(
    r"(?P<name>[A-Z][a-z]+) (?:with|from) (?:the )?[A-Z][\w&’'-]*(?: [A-Z&][\w&’'-]*){0,3}"
)

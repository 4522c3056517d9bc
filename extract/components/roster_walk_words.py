"""Words met on the way along a roster's line: letters after names, who came for whom, bodies like names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from whosat.extract.components.roster_attributes import Attributes
from whosat.extract.components.roster_people import Person, RosterLine
from whosat.extract.components.roster_pieces import Gap, Piece, plural_title
from whosat.extract.components.roster_scores import is_body, name_score
from whosat.extract.names import strip_title

BODY_WORD: Final = re.compile(r"\b(?:and|of|for|the)\b|&")
COUNCIL: Final = re.compile(r" (?:PC|TC|DC|CC|BC|HA|PCT|CCG|MBC|MDC|CBC|DBC|WI|RFC|AFC|FC)$")
FIRM: Final = re.compile(r" (?:Ltd|Limited|LLP|plc|PLC|Inc|GmbH|CIC)\b\.?$")
DOTTED: Final = re.compile(
    r"(?:[OMCKDG]\.\s?B\.\s?E|[JM]\.\s?P|D\.\s?L|Q\.\s?[CP](?:\.\s?M)?|T\.\s?D|B\.\s?[AS]c?|M\.\s?[AD])\.?"
)
"""Letters after a name."""
CHAIRS: Final = re.compile(r"(?:(?:co|joint)[- ]?)chairs|chairs", re.IGNORECASE)
COME_BY: Final = re.compile(r"(?:substituted|replaced|represented|deputi[sz]ed(?: for)?) by\s", re.IGNORECASE)
COMES_FOR: Final = re.compile(r"\s(?:vice|for|rep\w*|sub\w*|deputi[sz]ing)\s+(?=[A-Z])")


def share_behind(people: Sequence[Person]) -> None:
    """What stands in a column of its own behind several names is said of all of them."""
    *mates, last = (person.facts for person in people)
    if last.organisation and not any(one.organisation or one.said for one in mates):
        for one in mates:
            one.organisation, one.organisation_at = last.organisation, last.organisation_at


OF_ALL: Final = re.compile(
    r"(?:(?i:(?:(?:both|all) )?(?:representatives|reps|delegates|members|pupils|students|volunteers|staff|"
    r"young people|trustees|officers)) (?:of|from|representing)|(?P<few>both|all)(?: of| from| with| at)?) "
    r"(?:the )?(?P<body>[A-Z].*)"
)
"""What a bracket behind several says of all of them: "Ben, Toby and Micky (Representatives of the Hive)"."""


def share_with_all(people: Sequence[Person], body: str, start: int, *, both: bool = False) -> None:
    """Give a body to the last of several, and to those before of whom nothing is said; `both`: to one."""
    for person in reversed(people[-2:] if both else people):
        if person.facts.said or person.facts.organisation:
            break
        person.facts.organisation, person.facts.organisation_at = body, (start, start + len(body))
        person.facts.organisation_score = 0.9
    people[-1].facts.said = True


_LEAST: Final = 0.5  # how much like a body what stands before a name and a comma must look


def is_doubtful(before: Attributes, heading: Attributes) -> bool:
    """Whether what stands before a name and a comma may as well be somebody's first name."""
    unsure = before.organisation_score < _LEAST and not before.organisation_kept
    return unsure and not heading.organisation


_FEW: Final = 4


def of_one(pieces: list[Piece]) -> list[Piece]:
    """The pieces of a line whose semicolons part what is said of one person: "Ann Bell; Barset Trust"."""
    if not 1 < len(pieces) <= _FEW or not any(piece.gap is Gap.SEMI for piece in pieces):
        return pieces
    first, *rest = pieces
    if name_score(first.text) < 0.5 or any(name_score(one.text) >= 0.5 or "," in one.text for one in rest):
        return pieces
    if not any(is_body(one.text) and one.gap is Gap.SEMI for one in rest):
        return pieces
    return [replace(one, gap=Gap.COMMA) if one.gap is Gap.SEMI else one for one in pieces]


_PLAIN_TITLE: Final = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Mx)\.?")


def is_firm_of(piece: Piece, people: Sequence[Person]) -> bool:
    """ "Mr Hill, Director, Grant Thornton": no title stands behind a titled name and its post."""
    last = people[-1] if people else None
    return (
        last is not None
        and _PLAIN_TITLE.fullmatch(last.honorific or "") is not None
        and last.facts.job_title is not None
        and not strip_title(piece.text)[0]
    )


def is_own_firm(piece: Piece, people: Sequence[Person]) -> bool:
    """ "Sam Hill, Hill Optical": a firm that bears the name of the one before it."""
    if not people or strip_title(piece.text)[0]:
        return False
    surname, parts = people[-1].name.split()[-1], piece.text.split()
    return len(parts) > 1 and surname in parts[:-1] and len(surname) > 2


def titles_of(piece: Piece, line: RosterLine, *, alone: bool = False) -> int:
    """How much of a piece is one title for the names after it; `alone`: where nothing else is in it."""
    found = plural_title(piece.text + " X") if alone else plural_title(line.text[piece.start - line.start :])
    if not found:
        return 0
    return found.end() if alone or found.end() < len(piece.text) else 0


def is_behind_stroke(piece: Piece, line: RosterLine) -> bool:
    """Whether a stroke joins a name to the one before it: "Ann Bell / Bo Cole (Barset Council)"."""
    return piece.gap is Gap.SLASH and line.text[: piece.start - line.start].rstrip().endswith("/")


_DEAN: Final = re.compile(r"Dean (?=[A-Z][\w’'-]+$)")
_ACADEMIC: Final = re.compile(
    r"\b(?:Provost|Chancellor|Registrar|Rector|Deans|Associate Dean|President) [A-Z][a-z]+"
)


def dean_before(text: str, line: RosterLine) -> int:
    """Where the surname begins behind a dean's title, which is a given name too: among other academics'."""
    found = _DEAN.match(text)
    return found.end() if found and _ACADEMIC.search(line.text) else 0


_SENT_WITHIN: Final = re.compile(
    r"(?i:with )?(?:(?i:apologies|apols?|regrets)(?: (?:for absence|received|sent|given|noted))*"
    r"(?: from| by)?|(?P<absent>(?i:absent)))\s*:?\s+(?=[A-Z])"
)
"""Within a list by body or place: "Wenlow: Ann Bell, apologies from Bo Cole"."""
_GUESTS_WITHIN: Final = re.compile(r"(?:and )?(?:staff(?: members?)?|guests?|visitors?|observers?) (?=[A-Z])")
_MEMBERS_WITHIN: Final = re.compile(
    r"(?:and )?(?:board |committee )?(?:members|trustees|directors) (?=[A-Z])"
)


def said_within(text: str) -> tuple[str | None, int] | None:
    """How those stood who follow within a list, and where their names begin: "…; staff members Ann Bell",
    "apologies from Bo Cole"."""
    if sent := _SENT_WITHIN.match(text):
        return "absent" if sent["absent"] else "apologies", sent.end()
    if guests := _GUESTS_WITHIN.match(text):
        return "guest", guests.end()
    members = _MEMBERS_WITHIN.match(text)
    return (None, members.end()) if members else None

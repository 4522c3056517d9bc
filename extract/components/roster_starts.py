"""Whether a line of a roster begins with somebody's name, or says the office of the one above."""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.components.roster_alike import alike_named
from whosat.extract.components.roster_breaks import is_prose
from whosat.extract.components.roster_flat import starts_record
from whosat.extract.components.roster_headings import Group, Heading, State
from whosat.extract.components.roster_inverted import opens_with_initials_behind
from whosat.extract.components.roster_offices import OFFICE, after_office, post_before_name
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_pieces import Piece, leading_name, pieces_of, plural_title, split_run
from whosat.extract.components.roster_scores import body_score, is_non_person, job_score, name_score
from whosat.extract.components.roster_sections import Section
from whosat.extract.components.roster_shape import is_first_names
from whosat.extract.components.roster_singles import is_initialled, stands_by_letter
from whosat.extract.names import is_given_name, read_inverted


def starts_with_name(text: str) -> bool:
    """Whether a person's name is among the first pieces of a text."""
    pieces = pieces_of(text[:400], 0)
    for piece in pieces[:3]:
        words = re.split(r"\s+(?:and|&|/)\s+", piece.text)
        if (
            name_score(words[0]) >= 0.6
            or (is_given_name(words[0]) and name_score(words[-1]) >= 0.6)  # "Jean and Stan Hatch"
            or leading_name(piece.text)
            or len(split_run(piece.text)) > 1
            or plural_title(piece.text)
        ):
            return True
        if stands_by_letter(piece.text, False):
            return True
        office = OFFICE.match(piece.text)
        if after_office(piece.text) or (office and name_score(piece.text[office.end() :]) >= 0.6):
            return True
        phrase = re.split(
            r"\s+(?:deputising|on behalf|representing|via|by|for|sub|substitut\w+|attending|from|until)\b",
            piece.text,
        )[0]
        if phrase != piece.text and name_score(phrase) >= 0.6:
            return True
    if pieces and post_before_name(pieces[0].text):
        return True
    if starts_record(text) or is_first_names(pieces) or is_initialled(text):
        return True
    if _opens_alike(pieces):
        return True
    return (
        bool(read_inverted(text.strip(" *•·-")))
        or opens_with_initials_behind(text.strip(" *•·-"))
        or (bool(pieces) and name_score(pieces[0].text) >= 0.5 and job_score(pieces[0].text) < 0.5)
    )


_APOLOGY: Final = re.compile(
    r"(?P<head>\W*(?:[A-Z]?[a-z’']+ )?(?:[a-z’']+ ){0,4}?(?i:apolog\w+|apols?\b\.?|regrets|excuses|"
    r"(?:un|not )able to (?:attend|join|come|be present|make it))\b(?!.{0,25}\blate)"
    r"(?:,? [a-z’'-]+){0,10}?(?: (?:from|by|for|of)|(?= ?[:–—-])))\s*[:–—-]*[\s–—-]*"
    r"(?:the following\s*[:–—-]*\s*)?(?=$|[A-Z])"
)
"""Words at a line's beginning by which those after them did not come: "There were apologies from …"."""


_FOLLOWING: Final = re.compile(
    r"(?P<head>\W*[A-Z][^:.\n]{0,80}?\bthe following (?:[a-z-]+ ){0,4}(?:were|was) (?:[a-z]+ ){0,3}?"
    r"(?:(?P<there>present)|absent))\s*:\s*(?=$|[A-Z])"
)
"""Words that announce a list: "Roll was called and the following trustees were found to be present:"."""


_ATTENDED: Final = re.compile(
    r"(?P<head>\W*(?i:also (?:in attendance|present|attending)|in attendance)\b(?: [a-z’'-]+){0,8}? "
    r"(?:were|was))\s*[:–—-]*\s*(?=$|[A-Z])"
)
"""Words at a line's beginning by which those after them came too: "Also present for item 3 was …"."""


def told_in_words(text: str, *, listing: bool) -> Heading | None:
    """The heading that a sentence begins with; of apologies only within a roster or above a list."""
    if (listing or text.rstrip(" –—-").endswith(":")) and (told := _APOLOGY.match(text)):
        return Heading(State.APOLOGIES, None, told.end("head"), told.end())
    if told := _FOLLOWING.match(text):
        state = State.PRESENT if told["there"] else State.ABSENT
        return Heading(state, None, told.end("head"), told.end())
    told = _ATTENDED.match(text)
    return Heading(State.IN_ATTENDANCE, None, told.end("head"), told.end()) if told else None


def may_follow(rest: str) -> bool:
    """Whether what stands behind a heading may be its people, and is no sentence."""
    if starts_with_name(rest):
        return True
    return not is_prose(rest) and (
        len(rest) > 2 or is_non_person(rest) or body_score(rest.split(":")[0]) >= 0.9
    )


_AWAY: Final = (State.APOLOGIES, State.ABSENT)


def _opens_alike(pieces: list[Piece]) -> bool:
    return any(piece.named for one in alike_named([pieces]) for piece in one)


def lists_people(text: str) -> bool:
    """Whether a text lists initials and surnames, in either order: "PK Dunstall, AR Moyle, E Brockway, T
    Fenn"."""
    return opens_with_initials_behind(text) or _opens_alike(pieces_of(text, 0))


_OFFICES: Final = frozenset((Group.CHAIR, Group.VICE_CHAIR, Group.CLERK, Group.MINUTES))


def is_office_of_one(
    section: Section, heading: Heading, line: RosterLine, following: RosterLine | None
) -> bool:
    """Whether an office on a line of its own is that of the one name above it: cells, one a line."""
    if heading.group not in _OFFICES or ":" in line.text or not section.lines:
        return False
    if section.role is not None or section.group in _OFFICES:
        return False
    if section.state in _AWAY and heading.group in (Group.MINUTES, Group.CLERK) and following is not None:
        return False  # whoever was away served the meeting in nothing
    *before, last = section.lines
    if not starts_with_name(last.text) or len(pieces_of(last.text, 0)) > 1:
        return False
    apart = not before or not starts_with_name(before[-1].text)
    return apart or following is None or not starts_with_name(following.text)

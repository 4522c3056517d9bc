"""A roster at the top of minutes that no heading opens: the line it begins at.

Between the title and the first item, several lines in a row that begin with a name, or one paragraph of
names, are those who came: conversions lose the word "Present", and some clerks never write it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whosat.extract.components.dates import MONTH_AND_YEAR, dates_in
from whosat.extract.components.roster_headings import State, closes, heading_of, is_numbered, without_number
from whosat.extract.components.roster_lines import decode
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_pieces import pieces_of
from whosat.extract.components.roster_scores import body_score, is_non_person, job_score, name_score
from whosat.extract.components.roster_singles import is_initialled
from whosat.extract.document import Block, Document
from whosat.extract.names import is_initials

_TOP: Final = 45  # lines; a roster without a heading stands right below the title
_FEWEST: Final = 3  # names that make a roster
_MINUTES: Final = re.compile(
    r"\b(?:minutes?|notes? of|record of|meeting|apologies|teams|zoom)\b", re.IGNORECASE
)
_OTHER_LIST: Final = re.compile(
    r"\W*(?:to|from|cc|copy|copies|distribution|circulation|dear|contents|contacts?|prepared|author|"
    r"written|published|posted|subject|membership|summon\w*|notice|enquiries|clerk|dates?|time|venue|place|"
    r"location|where|when)\b",
    re.IGNORECASE,
)
"""What heads names that are no roster: a letter's addressees, an author, a contact."""
_LISTED: Final = re.compile(
    r"\W*(?:to|cc|copy|copies|distribution|circulation|dear|membership|summon\w*|notice)\b", re.I
)


def heads_other_list(line: str) -> bool:
    """Whether a line heads those a paper goes to, or who belong, and not those who came."""
    return bool(_LISTED.match(line))


_TITLE: Final = re.compile(
    r"\W*(?:draft |unconfirmed |approved )*(?:minutes?|notes?|agenda|meeting)\b", re.IGNORECASE
)


def unheaded(document: Document, lines: Sequence[RosterLine | None]) -> RosterLine | None:
    """The first line of a roster without a heading above everything else; None where there is none."""
    if not _MINUTES.search(document.text[:1500]):
        return None
    for at, line in enumerate(lines[:_TOP]):
        if line is None:
            continue
        if _stops(line.text):
            return None
        if _OTHER_LIST.match(line.text):
            if _LISTED.match(line.text) and not _are_those_who_came(line, lines[at + 1 :]):
                return None
            continue
        if _begins(lines, at):
            return line
    return None


def _are_those_who_came(line: RosterLine, below: Sequence[RosterLine | None]) -> bool:
    """Whether a list headed "Membership" is the roster: apologies follow it, and nobody else is said to have
    come."""
    if not line.text.strip(" :*#").lower().endswith("membership"):
        return False
    for one in below[:_TOP]:
        heading = heading_of(one.text) if one is not None and len(one.text) < 400 else None
        if heading is not None and heading.state is not None:
            return heading.state in (State.APOLOGIES, State.ABSENT)
    return False


def is_unheaded(document: Document, block: Block, seen: int) -> bool:
    """Whether a table near the top, below no heading, is a roster: a column of names with something beside
    each."""
    if seen > _TOP or not _MINUTES.search(document.text[:1500]):
        return False
    first = [document.text[cell.start : cell.end] for cell in block.cells if cell.column == 0]
    second = [document.text[cell.start : cell.end] for cell in block.cells if cell.column == 1]
    lettered = bool(first) and all(is_initials(text.strip()) for text in first if text.strip())
    if lettered or (_are_bodies(first) and len(second) >= len(first)):  # "AK | Adaora Kalu | Chair"
        first = second
    rows = {cell.row for cell in block.cells if cell.column == 1 + lettered}
    named = sum(_is_named(text.split("\n")[0]) for text in first if text.strip())
    return named >= _FEWEST and named * 10 >= len(first) * 7 and len(rows) * 2 > len(first)


def _are_bodies(texts: Sequence[str]) -> bool:
    bodies = sum(body_score(text.strip()) >= 0.7 and name_score(text.strip()) < 0.5 for text in texts)
    return bodies >= _FEWEST and bodies * 10 >= len(texts) * 7


def _stops(text: str) -> bool:
    """Whether a roster's heading, or what comes after a roster, stands here."""
    heading = heading_of(text) if len(text) < 400 else None
    if heading is not None and heading.state in (State.PRESENT, State.APOLOGIES, State.ABSENT):
        return True
    if closes(text) and not _TITLE.match(text):
        return True
    dated = MONTH_AND_YEAR.match(text.lstrip(" #*")) or dates_in(text[:60])
    return is_numbered(text) and not _is_named(without_number(text)) and not dated


def _begins(lines: Sequence[RosterLine | None], at: int) -> bool:
    first = lines[at]
    assert first is not None
    if not _is_named(first.text) or _HEADED.search(first.text):
        return False
    if first.text.count(",") >= _FEWEST - 1 and _names_in(first) >= _FEWEST:
        return True
    following = [line for line in lines[at : at + 5] if line is not None]
    named = [line for line in following if _is_named(line.text)]
    return len(named) > 1 and sum(map(_names_in, named)) >= _FEWEST


_HEADED: Final = re.compile(
    r"\b(?:present|in attendance|attend(?:ing|ees|ance)|apologies)\s*:", re.IGNORECASE
)
"""A heading within the line: what stands before it is a title."""


def _names_in(line: RosterLine) -> int:
    return len(decode([line]).people)


def _is_named(text: str) -> bool:
    """Whether a line begins with what is surely somebody's name, and is no sentence about them."""
    pieces = pieces_of(text[:300], 0)
    if not pieces or is_non_person(text):
        return False
    words = pieces[0].text
    parts = re.split(r"\s+(?:and|&|/)\s+", words)
    if len(pieces) == 1 and len(words.split()) > 6:
        return False
    if is_initialled(text):
        return True
    sure = name_score(parts[0]) >= 0.75 and body_score(words) < 0.8 and job_score(words) < 0.7
    return sure or _initial_first(words)


_INITIAL_FIRST: Final = re.compile(r"(?:[A-Z]\.?\s?){1,3}[A-Z][a-z][\w’'-]+(?:\s+\w+)?")


def _initial_first(words: str) -> bool:
    """ "E. Drew Chairman": initials, a surname, and perhaps a role."""
    return bool(_INITIAL_FIRST.fullmatch(words)) and name_score(" ".join(words.split()[:2])) >= 0.5

"""Lists of members below words that head items of minutes too: "3. Membership", "The Board's members are:".

Only what stands below tells a list from an item, and only a paper that minutes nothing states seats that way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from whosat.extract.bodies import is_generic, kind_of_body
from whosat.extract.components.records import UnreadRecord
from whosat.extract.components.roster_breaks import is_prose
from whosat.extract.components.roster_headings import Group, heading_of, without_number
from whosat.extract.components.roster_layout import flow_of
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_pieces import pieces_of
from whosat.extract.components.roster_region_words import unnumbered
from whosat.extract.components.roster_scores import body_score, is_non_person, job_score, name_score
from whosat.extract.components.roster_sections import Section
from whosat.extract.document import Block, BlockKind, Document
from whosat.ontology.facts import Kind, UnreadKind

_KIND: Final = (
    r"(?:(?:the|our|its|current|present|full|core|permanent|standing|named|formal|voting|appointed|list of|"
    r"schedule of|details of|board|committee|group|partnership|forum|panel|executive) )*"
)
_ARE: Final = (
    r"(?:is|are|was|were|(?:will|shall|should) (?:be|comprise|include|consist of)|comprises?|"
    r"consists? of|includes?|(?:is )?drawn from)"
)
_MADE: Final = (
    r"(?:comprises?|(?:is |will be |shall be )?(?:made up|composed|comprised) of|consists? of|"
    r"(?:will|shall) (?:comprise|consist of|include)|has (?:the following|as its) members)"
)
_SAID: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_KIND}(?:members(?:hip)?|composition)(?: list)?"
        r"(?: (?:and|&) (?:chair\w*|quorum|roles?|composition|structure|representation|"
        r"terms? of office|membership))?"
        rf"(?: (?:of|on) (?:the )?(?P<body>(?!office)[a-z][\w’'&, -]*?))??"
        rf"(?:,? (?:as )?(?:at|of|on|from|in|for) [\w ]*\d{{4}}|,? \d{{4}}\W*\d*)?"
        rf"(?: (?:currently )?{_ARE}\b.*)?",
        rf"(?:the )?(?P<body>[a-z][\w’'&, -]*?)(?:[’']s?)? (?:current |core |full |voting |present )*"
        rf"members(?:hip)? {_ARE}\b.*",
        rf"(?:the )?(?:membership of (?:the )?)?(?P<body>[a-z][\w’'&, -]*?) (?:currently )?{_MADE}\b.*",
        r"(?:who (?:is|sits|serves) on|those (?:who (?:sit|serve) )?on) (?:the )?(?P<body>[a-z][\w’'&, -]*)",
        r"the following(?: \w+)? (?:(?:currently )?(?:are|is|sit|serve|were|make up|form|belong to))"
        r"(?: (?:the )?(?:current )?(?:members|membership))?(?: (?:of|on))?(?: (?:the )?"
        r"(?P<body>[a-z][\w’'&, -]*))?",
    )
)
_LONGEST: Final = 110  # characters of such a heading
_PROSE_BELOW: Final = 4  # lines of text that may stand between a heading and the list
_SURE: Final = 0.75
_FEWEST: Final = 2
_MARKED: Final = re.compile(r"\s*(?:[•·*▪o–-]|\d{1,2}[.)])\s+")


def members_of_whom(heading: str) -> tuple[bool, str | None]:
    """Whether words head a list of members, and the name of the body they give, if they give one."""
    plain = re.sub(r"\s*\([^()]*\)", "", without_number(heading)).strip(" *_:#|\t.;–-")
    if not plain or len(plain) > _LONGEST:
        return False, None
    for pattern in _SAID:
        if found := pattern.fullmatch(" ".join(plain.split())):
            body = (found["body"] or "").strip(" ,")
            named = any(char.isupper() for char in body) and not is_generic(body)
            return True, body if named else None
    return False, None


def _is_text(text: str) -> bool:
    """Whether a line is a sentence, a short one too ("Members serve for three years.")."""
    words = text.split()
    small = sum(word[0].islower() for word in words)
    return is_prose(text) or (text.rstrip()[-1:] in (".", "?") and len(words) > 3 and small * 2 > len(words))


def _names_somebody(text: str) -> bool:
    """Whether somebody's name is among the first words of a line that is no sentence."""
    if _is_text(text):
        return False
    pieces = pieces_of(without_number(text.lstrip(" •·▪*–-\t"))[:300], 0)[:3]
    return any(
        name_score(one.text) >= _SURE and body_score(one.text) < 0.8 and job_score(one.text) < 0.7
        for one in pieces
    )


Flow = Sequence[tuple[Block, RosterLine | None]]


def _below(flow: Flow, at: int) -> tuple[list[RosterLine], list[RosterLine]]:
    """The lines of the list that stands below a heading, and those of them in which nobody is named."""
    rows: list[RosterLine] = []
    empty: list[RosterLine] = []
    skipped = 0
    for block, line in flow[at + 1 :]:
        if line is None or (heading_of(line.text) and not _names_somebody(line.text)):
            break
        if _names_somebody(line.text):
            rows.append(unnumbered(line))
        elif is_non_person(line.text.strip(" •·▪*–-\t")):
            continue
        elif block.kind is BlockKind.HEADING or members_of_whom(line.text)[0]:
            break
        elif not rows and not empty and skipped < _PROSE_BELOW and _is_text(line.text):
            skipped += 1
        elif (block.kind is BlockKind.ITEM or _MARKED.match(line.text)) and not _is_text(line.text):
            empty.append(line)
        else:
            break
    return rows, empty


def _body_above(flow: Flow, at: int) -> str | None:
    """The board that the nearest heading above, or the line just above, names and says no more of."""
    for back, (block, line) in enumerate(reversed(flow[:at])):
        if line is None or (block.kind is not BlockKind.HEADING and back):
            continue
        plain = without_number(line.text).strip(" *_:#|\t.")
        if kind_of_body(plain) is Kind.BOARD and not is_generic(plain) and plain[:1].isupper():
            return plain if len(plain.split()) < 9 and not _is_text(plain) else None
        if block.kind is BlockKind.HEADING:
            return None
    return None


def membership_lists(
    document: Document, known: Sequence[Section], minuted: bool
) -> tuple[list[Section], list[UnreadRecord]]:
    """Lists of members that no roster's heading opens, and what of them gives no seat."""
    flow = list(flow_of(document))
    taken = [extent for section in known if (extent := section.extent)]
    found: list[Section] = []
    unread: list[UnreadRecord] = []
    for at, (_, line) in enumerate(flow):
        if line is None or len(line.text) > _LONGEST + 10:
            continue
        heads, body = members_of_whom(line.text)
        if not heads or any(start <= line.start < end for start, end in taken):
            continue
        rows, empty = _below(flow, at)
        free = list(takewhile(lambda row: not any(a <= row.start < b for a, b in taken), rows))
        if minuted:
            if len(free) >= _FEWEST and len(free) == len(rows):
                unread.append(_left(line, "a list of members in minutes: not read as seats"))
            continue
        unread += [_left(one, "a member's line in which nobody is named") for one in empty]
        if free:
            text = body or _body_above(flow, at) or "Membership"
            extent = (line.start, line.end)
            section = Section(None, Group.MEMBER, heading=extent, heading_text=text, lines=free)
            found.append(section)
            taken.append((line.start, max(row.end for row in free)))
    return found, unread


def _left(line: RosterLine, why: str) -> UnreadRecord:
    return UnreadRecord(UnreadKind.ROSTER_LINE, line.text.strip(), why, (line.start, line.end))

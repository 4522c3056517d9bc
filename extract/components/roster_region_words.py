"""Words and shapes of lines by which the regions of rosters begin, go on and end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whosat.extract.components.roster_breaks import SAID_BEHIND, is_prose
from whosat.extract.components.roster_heading_words import POST_AND_NAME
from whosat.extract.components.roster_headings import (
    Group,
    Heading,
    State,
    closes,
    is_numbered,
    without_number,
)
from whosat.extract.components.roster_offices import OFFICE
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_pieces import Piece
from whosat.extract.components.roster_scores import name_score, note_status
from whosat.extract.components.roster_sections import Section
from whosat.extract.components.roster_starts import starts_with_name
from whosat.extract.names import TITLES

REPRESENTING: Final = re.compile(
    r"\W*(?:Representing|On behalf of|From|For)\s+(?:the\s+)?[A-Z0-9][^:]{2,80}:\s*$"
)
"""Whom those on the lines below represent."""
FOOTNOTE: Final = re.compile(r"\s*[*†‡]+\s*(?:deputi|substitut|attend|in place|on behalf|sub\b|for\b)", re.I)
"""Below a roster, what a star beside a name means."""
_WHO: Final = re.compile(r"(?P<label>[A-Z][\w’'/&-]*(?: [\w’'/&-]+){0,4})(?::\s+|\s{3,}|\t)(?=[A-Z])")


_NOT_THERE: Final = re.compile(
    r"prox(?:y|ies)\b|circulat|distribut|\bcop(?:y|ies)\b|\bcc\b|\bdate|next|"
    r"action",
    re.I,
)


def heads_those_there(above: Section | None, line: RosterLine, text: str) -> bool:
    """Whether a line labels somebody else than those away, who stand on their heading's own line:
    "Apologies: Ann Bell" above "Police: Bo Cole"."""
    if above is None or above.state not in (State.APOLOGIES, State.ABSENT) or above.heading is None:
        return False
    who, last = _WHO.match(line.text), above.lines[-1] if above.lines else None
    if who is None or last is None or len(above.lines) > 1 or ":" in last.text:
        return False
    beside = "\n" not in text[above.heading[1] : last.end]
    label = who["label"]
    told = (
        name_score(label) < 0.5
        and not _NOT_THERE.search(label)
        and not closes(line.text)
        and starts_with_name(line.text[who.end() :])
    )
    return beside and told and not last.text.rstrip().endswith((",", ";", "&"))


_OF_SEVERAL: Final = re.compile(
    r"[^:]{0,40}(?:members|officers|officials|reps|representatives|observers|guests|cllrs|councillors|"
    r"trustees|directors|governors|staff|aldermen|senators)\s*:",
    re.IGNORECASE,
)
"""A label of several people, and no post of one: "Cllrs: A. Bell, B. Cole"."""


def lists_posts(above: Section | None, line: RosterLine) -> bool:
    """Whether a line "Treasurer: Ann Bell" is one of a list of posts and holders, and heads none."""
    if above is None or above.state is not State.PRESENT or not POST_AND_NAME.match(line.text):
        return False
    if _OF_SEVERAL.match(line.text):
        return False
    return any(POST_AND_NAME.match(one.text) for one in above.lines[-1:])


_OF_POST: Final = re.compile(r"The (?:[A-Z][\w-]+ ){1,4}\((?:Cllr|Mr|Mrs|Ms|Miss|Dr|Prof|Rev)\w?\.? [A-Z]")
_STOOD: Final = {
    "in attendance": State.IN_ATTENDANCE,
    "also in attendance": State.IN_ATTENDANCE,
    "also present": State.IN_ATTENDANCE,
    "also attended": State.IN_ATTENDANCE,
    "present": State.PRESENT,
    "absent": State.ABSENT,
    "not present": State.ABSENT,
    "excused": State.APOLOGIES,
}


def said_behind(line: RosterLine) -> tuple[Heading, RosterLine] | None:
    """Titled people and, behind them, how they stood: "Mr Bell (Clerk) and Miss Cole were in attendance."."""
    said = SAID_BEHIND.fullmatch(line.text) if line.text.endswith(".") else None
    if said is None or is_prose(said["who"]):
        return None
    if not (TITLES.match(said["who"]) or OFFICE.match(said["who"]) or _OF_POST.match(said["who"])):
        return None
    state = _STOOD[said["how"] or said["came"]]
    return Heading(state, None, 0, 0), RosterLine(said["who"], line.start, line.column)


REPRESENTS: Final = re.compile(r"\W*(?:present\W+)?(?:representing|on behalf of)\b", re.IGNORECASE)
INTRO: Final = re.compile(
    r"\W*(?:(?i:apolog\w+|these) )?(?:(?:for absence )?(?:were|was|have been|had been) )?(?:also )?"
    r"(?i:received|noted|given|sent|accepted|submitted|tendered|recorded|made)?(?: and \w+)?:? ?"
    r"(?:from|by|(?<=made )for)\s*:?\s+(?=[A-Z])"
)
"""Words between a heading and the names: "Apologies: were received from …"."""
SURNAME: Final = re.compile(r"(?:[A-Z]\.? )?[A-Z][\w’'-]+")


def is_item_title(text: str) -> bool:
    """Whether three and more capitalised words, none of them a given name, head an item of the agenda."""
    parts = text.split()
    return len(parts) > 2 and name_score(text) < 0.75 and text.replace(" ", "").isalpha()


def is_answer(pieces: list[Piece]) -> bool:
    """Whether a line is a surname and how somebody stood: "Cole - Excused"."""
    if len(pieces) != 2 or not note_status(pieces[1].text):
        return False
    office = OFFICE.match(pieces[0].text)
    return SURNAME.fullmatch(pieces[0].text, office.end() if office else 0) is not None


def bare_of(text: str) -> str:
    """A line without digits, blanks and marks, to know it again on the next page."""
    return re.sub(r"[\W\d]+", "", text).lower()


def without_title(line: RosterLine) -> RosterLine:
    """A roster's line without what only says that it is one, before its heading: "Roll call: Present – …"."""
    found = _ROLL.match(line.text)
    return line.part(found.end(), len(line.text)) if found else line


_ROLL: Final = re.compile(
    r"\W*(?:roll(?:[ -]?call)?|(?:record of )?attendance|attendees|participants|quorum|"
    r"(?:(?:board|committee|council) )?members)\s*[:–—-]\s*"
    r"(?=(?:(?:members|those|also) )?(?:present|absent|in attendance|apologies|excused)\b)",
    re.IGNORECASE,
)


_DITTO: Final = re.compile(r"\s*(?:[\"”“〃″]|''|,,|(?:do|ditto)\.?)\s+(?=[A-Z])")
"""The title of the name above, said again: "  \"  J. Bunyard"."""


def unnumbered(line: RosterLine) -> RosterLine:
    """A roster's line without the number, or the mark for the title above, before it."""
    if said := _DITTO.match(line.text):
        return RosterLine(line.text[said.end() :], line.start + said.end())
    bare = without_number(line.text)
    if len(bare) == len(line.text) or not is_numbered(line.text):
        return line
    return RosterLine(bare, line.start + len(line.text) - len(bare))


TO_DO: Final = re.compile(r"[–—:-] [A-Z]\w+(?: [A-Z][\w’'-]*)? to (?!the\b|an?\b|be\b)[a-z]{3,} ")
"""Somebody is to do something: an item of the agenda, and no line of a roster."""


def heads_beside(above: Section, heading: Heading, line: RosterLine) -> bool:
    """Whether "Board Members" and "Officials" one right above the other were heads of two columns, whose
    people a conversion has mixed: all of them came, and who was a member is not told."""
    return (
        above.group is Group.MEMBER
        and heading.group is Group.GUEST
        and heading.state is None
        and above.heading is not None
        and 0 < line.start - above.heading[1] < 4
        and not line.text[heading.rest :].strip()
    )


_FAR: Final = 600  # characters of other text
_COMMA: Final = re.compile(r"[,;]\s")
_ROSTER: Final = 3  # people from whom on a roster is one


def without_lists_below(sections: Sequence[Section]) -> list[Section]:
    """The sections that hold somebody, but for lists far below the roster that do not say who came: the
    members and chairs of other bodies, in the text ("Committee Members", "Chair: Ann Bell")."""
    filled = [section for section in sections if section.lines or section.people or section.members]
    end = listed = 0
    for at, section in enumerate(filled):
        start, stop = section.extent or (end, end)
        if listed >= _ROSTER and start > end + _FAR:
            return filled[:at] + [one for one in filled[at:] if not _is_of_another(one)]
        end = max(end, stop)
        listed += len(section.people) + sum(1 + len(_COMMA.findall(line.text)) for line in section.lines)
    return filled


def _is_of_another(section: Section) -> bool:
    """Whether it heads members, or a committee's chair: "Membership Committee Chair – Ann Bell"."""
    if section.group in (Group.CHAIR, Group.VICE_CHAIR) and len(section.heading_text.split()) > _OFFICE:
        return True
    return section.state is None and section.group in _CAPACITIES


_OFFICE: Final = 2  # words of a chair's own heading: "Vice Chair"
_CAPACITIES: Final = (Group.MEMBER, Group.CHAIR, Group.VICE_CHAIR)


def is_post_of_above(heading: Heading, line: RosterLine, lines: Sequence[RosterLine]) -> bool:
    """Whether "Chair" on a line of its own, right below somebody's body, is said of that person."""
    if heading.role not in ("chair", "vice chair") or line.text[heading.rest :].strip() or len(lines) < 2:
        return False
    name, body = lines[-2].text, lines[-1].text
    return (
        0 < line.start - lines[-1].end < 3
        and ":" not in line.text
        and name_score(name.strip()) >= 0.75
        and name_score(body.strip()) < 0.5
        and len(body.split()) < 8
        and not is_prose(body)
    )

"""Sections into drafts: who stands under which heading, with what that makes of the person."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from whosat.extract.components.records import Extent, RosterEntry, Source, UnreadRecord
from whosat.extract.components.roster_attributes import Attributes
from whosat.extract.components.roster_boxes import mark_boxes
from whosat.extract.components.roster_heading_keys import STANDING_IN
from whosat.extract.components.roster_headings import Group, State, reads_heading
from whosat.extract.components.roster_hints import NO_HINTS, Hints
from whosat.extract.components.roster_inverted import have_initials_behind
from whosat.extract.components.roster_lines import decode
from whosat.extract.components.roster_people import Person
from whosat.extract.components.roster_scores import is_non_person
from whosat.extract.components.roster_sections import Section
from whosat.extract.components.roster_shape import (
    are_listed,
    is_inverted,
    stand_by_first_names,
    stand_by_surnames,
)
from whosat.extract.components.roster_starts import starts_with_name
from whosat.extract.components.roster_together import STRONG
from whosat.ontology.facts import Status, UnreadKind

_NOTES: Final = {
    "apologies": Status.APOLOGIES,
    "absent": Status.ABSENT,
    "guest": Status.IN_ATTENDANCE,
    "present": Status.PRESENT,
}


@dataclass(slots=True)
class Draft:
    """One person of the roster until all that the document says of them has been gathered."""

    person: Person
    status: Status
    strong: bool  # the status stands in a heading, a column or a note, not only in a sentence
    where: list[Extent] = field(default_factory=list)
    role: str | None = None
    role_strength: int = 0
    confidence: float = 0.9
    rule: str = "roster line"
    aliases: set[str] = field(default_factory=set)
    chair_only: bool = False  # named only under "Chair:", so the status follows from nothing else

    @property
    def name(self) -> str:
        return self.person.name

    @property
    def facts(self) -> Attributes:
        return self.person.facts


def drafts_of(sections: Sequence[Section], hints: Hints = NO_HINTS) -> tuple[list[Draft], list[UnreadRecord]]:
    """All people of the sections in reading order, and the lines that gave nobody."""
    has_present = any(
        (section.state is State.PRESENT or (section.state is None and section.group is Group.MEMBER))
        and section.group in (None, Group.MEMBER)
        and _has_people(section)
        for section in sections
    )
    sections = _officers_first(sections)
    drafts: list[Draft] = []
    unread: list[UnreadRecord] = []
    inverted = any(is_inverted(section.lines) for section in sections)
    behind = any(have_initials_behind(section.lines) for section in sections)
    headed = [section.explicit and section.state is not None and not inverted for section in sections]
    firsts = any(
        stand_by_first_names(section.lines, headed=told)
        for section, told in zip(sections, headed, strict=True)
    )
    listed = any(are_listed(section.lines) for section in sections)
    surnames = firsts or any(
        stand_by_surnames(section.lines, headed=told) for section, told in zip(sections, headed, strict=True)
    )
    tabled = {section.heading for section in sections if section.people}
    for section in sections:
        reading = decode(
            section.lines,
            inverted=inverted,
            hints=hints,
            by_first_name=firsts,
            by_surname=surnames and section.state is not None,
            by_comma=listed,
            initials_last=behind,
        )
        if not reading.people and section.state is not None and _stands_by_one_name(drafts):
            reading = decode(section.lines[:1], hints=hints, by_surname=True)
        mark_boxes(section, reading.people)
        chairs = _in_the_chair(section, below=section.heading in tabled)
        for person in [*section.people, *reading.people]:
            under = _told_within(person, _apart(person, _under(person, section)), hints)
            drafts.append(draft_of(person, under, has_present))
            if any(start <= person.name_at[0] < end for start, end in chairs):
                drafts[-1].chair_only = True
        unread += section.unread
        unread += _unread(section, reading.unread)
    return drafts, unread


def is_record(section: Section) -> bool:
    """Whether the word "Minutes" heads what was said under an item, and not who wrote it down."""
    return (
        section.group is Group.MINUTES
        and bool(section.lines)
        and heads_record(section.heading_text, section.lines[0].text)
    )


def heads_record(heading: str, line: str) -> bool:
    """Whether the word "Minutes" stands above a line that tells what was said, and not a name."""
    if _RECORD.fullmatch(heading) is None:
        return False
    if _TOLD.search(_NOTED.sub("", line)) or _TITLE_OF_ITEM.match(line):
        return True
    return " " in line.strip() and not starts_with_name(re.split(r"\s[<@|]", line)[0])


_NOTED: Final = re.compile(r"[(\[][^()\[\]]*[)\]]")
_TITLE_OF_ITEM: Final = re.compile(r"\W*(?:New|Election|Appointment|Welcome|Introductions?|Resignations?)\b")
_RECORD: Final = re.compile(r"[\W\d]*(?:minutes?|notes?)\W*", re.IGNORECASE)
_TOLD: Final = re.compile(r"\b(?:[a-z]{2,}ed|took|was|were|had|has|is|that)\b|\w:\s*$")


def _stands_by_one_name(drafts: Sequence[Draft]) -> bool:
    """Whether somebody above stands by one name alone, so that others may too: "Excused: Oisín"."""
    return any(" " not in draft.name and draft.person.honorific is None for draft in drafts)


def _told_within(person: Person, section: Section, hints: Hints) -> Section:
    """The section with what a heading says that stands within one of its lines: "… Bob Cole Guests Dee
    Fox"."""
    told = hints.heading_before(section.lines[0].start, person.name_at[0]) if section.lines else None
    if told is None or not _HEADS.match(told[2]):
        return section
    if not any(x.start <= person.name_at[0] < x.end for x in section.lines):
        return section
    if told[0] - section.lines[0].start < 4 or not any(x.start <= told[0] < x.end for x in section.lines):
        return section  # two heads side by side, whose columns can't be told apart, or another column's
    above = next(x for x in section.lines if x.start <= told[0] < x.end)
    own = above.start <= person.name_at[0] < above.end
    if not own and above.text[: told[0] - above.start].rstrip()[-1:] in _SAYS_OF_ONE:
        return section  # "Ann Bell – Absent", and below it somebody else
    if hints.is_repeated(told, section.lines[0].start, section.lines[-1].end):
        return section
    read = reads_heading(told[2].strip(" :*\n"), True)
    if read is None or (read[0] is None and not (told[2].endswith(":") or _OTHERS.match(told[2]))):
        return section
    return replace(
        section, state=read[0] or section.state, group=read[1], role=None, heading=(told[0], told[1])
    )


_SAYS_OF_ONE: Final = ("–", "—", "-", "(", ",", ":")
_HEADS: Final = re.compile(r"[A-Z]")
_OTHERS: Final = re.compile(r"(?:guests|observers|visitors|officers in attendance)\b", re.IGNORECASE)


def _under(person: Person, section: Section) -> Section:
    """What holds for a person: "Chair: Ann Bell" says nothing of the names on the lines below it."""
    several = section.group in (Group.CHAIR, Group.VICE_CHAIR) and len(section.people) > 1
    if several and any(one is person for one in section.people[1:]):
        return replace(section, group=None, role=None)  # rows below that of the chair, each with a post
    if (
        section.group not in (Group.CHAIR, Group.VICE_CHAIR, Group.MINUTES, Group.CLERK)
        or len(section.lines) < 2
    ):
        return section
    first = section.lines[0]
    beside = section.heading is not None and first.start - section.heading[1] < 4
    if not first.start <= person.name_at[0] < first.end and (beside or section.group is not Group.MINUTES):
        return replace(section, group=None, role=None)
    return section


def _apart(person: Person, section: Section) -> Section:
    """What holds for a minute-taker in a paragraph of his or her own below the apologies: nothing."""
    if (
        not person.facts.minutes
        or section.state not in (State.APOLOGIES, State.ABSENT)
        or len(section.lines) < 2
    ):
        return section
    before, last = section.lines[-2:]
    own = last.start <= person.name_at[0] < last.end and last.start - before.end > 1
    return replace(section, state=None, group=None, role=None, heading=None) if own else section


_CHAIRS: Final = re.compile(
    r"[^,;:]{3,60}(?:,[^,;:]{3,40},?)?\s(?:was |is |then )?(?:in the chair|presiding|presided|chairing|"
    r"took the chair|chaired(?: the meeting)?|(?:called|opened) the meeting(?: to order)?)"
    r"(?:\W*|,? (?:and|at|as|in) .*)",
    re.IGNORECASE,
)


def _in_the_chair(section: Section, *, below: bool) -> list[Extent]:
    """Lines `below` others, or a table, that only say who chaired ("Cllr Bell in the Chair"), whatever they
    stand under."""
    return [
        (line.start, line.end) for line in section.lines[0 if below else 1 :] if _CHAIRS.fullmatch(line.text)
    ]


_OFFICERS: Final = re.compile(r"\b(?P<who>officers?|staff|executives?)\b", re.IGNORECASE)


def _officers_first(sections: Sequence[Section]) -> list[Section]:
    """The sections, officers and staff who head the roster being members: guests never come before them."""
    if not any(one.group is Group.GUEST and _OFFICERS.search(one.heading_text) for one in sections):
        return list(sections)
    found: list[Section] = []
    members, taken = False, set[str]()
    for section in sections:
        said = _OFFICERS.search(section.heading_text)
        word = said["who"].lower() if said else ""
        if (
            word
            and section.group is Group.GUEST
            and section.state in (None, State.PRESENT)
            and (not members or word in taken)
            and "attend" not in section.heading_text.lower()
        ):
            taken.add(word)
            section = replace(section, group=None, state=section.state or State.PRESENT)
        elif section.role is None and section.group in (None, Group.MEMBER) and _has_people(section):
            members = True  # a list of those away, too, is of members who were named before it
        found.append(section)
    return found


def _has_people(section: Section) -> bool:
    return bool(section.people) or bool(decode(section.lines[:3]).people)


def _unread(section: Section, found: Iterable[tuple[Extent, str]]) -> Iterable[UnreadRecord]:
    starts = [line.start for line in section.lines]
    for (start, end), reason in found:
        line = section.lines[max(0, bisect.bisect_right(starts, start) - 1)]
        text = line.text[start - line.start : end - line.start].strip()
        if re.search(r"[A-Za-z]{2}", text) and not is_non_person(text):
            yield UnreadRecord(UnreadKind.ROSTER_LINE, text, reason, (start, end))


def draft_of(person: Person, section: Section, has_present: bool) -> Draft:
    """A person under a heading; `has_present` tells whether somebody is listed as present elsewhere."""
    facts = person.facts
    if section.organisation and not facts.organisation:
        facts.organisation, facts.organisation_at = section.organisation, section.heading
    if _CONSTITUENCIES.match(section.heading_text) and not STRONG.search(facts.organisation or ""):
        facts.job_title = facts.job_title or facts.organisation
        facts.organisation = facts.organisation_at = None
    status = _status(section, facts, has_present)
    where = [(min(person.name_at[0], person.end - 1), max(person.end, person.name_at[1]))]
    if section.heading and section.heading[1] <= where[0][0]:
        where.insert(0, section.heading)
    draft = Draft(person, status, section.explicit or facts.status is not None, where)
    draft.role, draft.role_strength = facts.role, facts.role_strength
    if (
        section.role in ("chair", "vice chair", "observer", "clerk", "secretary", "treasurer")
        and draft.role is None
    ):
        draft.role, draft.role_strength = section.role, 3
    draft.chair_only = section.group in (Group.CHAIR, Group.VICE_CHAIR)
    draft.confidence = _confidence(person, section)
    draft.rule = "roster table" if section.table else "roster line"
    return draft


_CONSTITUENCIES: Final = re.compile(
    r"\W*(?:lead |elected |the )?(?:public|staff|elected|patient|carer|service user)"
    r"(?: (?:and|&|/) \w+)? governors?\b",
    re.IGNORECASE,
)
"""Governors by whom elected them, which stands beside each: "Public Governors:"."""
_GOVERNORS: Final = re.compile(r"\W*(?:\w+ )?governors? (?:also )?(?:in attendance|attending)", re.IGNORECASE)
"""Governors of a trust who watch its board, which has a list of its own."""


def _status(section: Section, facts: Attributes, has_present: bool) -> Status:
    """What heading and notes make of a person."""
    if section.state in (State.APOLOGIES, State.ABSENT) and facts.status != "present":
        noted = _NOTES.get(facts.status or "")
        if noted in (Status.ABSENT, Status.APOLOGIES):
            return noted
        return Status.APOLOGIES if section.state is State.APOLOGIES else Status.ABSENT
    if facts.status in ("apologies", "absent"):
        return _NOTES[facts.status]
    if facts.minutes or section.group in (Group.MINUTES, Group.CLERK):
        return Status.MINUTE_TAKER
    if facts.deputising_for and STANDING_IN.fullmatch(section.heading_text.lower().strip(" .:*_\n")):
        return Status.PRESENT
    if section.group is Group.GUEST or facts.status == "guest" or facts.role == "observer":
        return Status.IN_ATTENDANCE
    guests = section.group is not Group.MEMBER or (has_present and _GOVERNORS.match(section.heading_text))
    if section.state is State.IN_ATTENDANCE and guests:
        return Status.IN_ATTENDANCE if has_present else Status.PRESENT
    return Status.PRESENT


def _confidence(person: Person, section: Section) -> float:
    """How sure a reading is: the name's shape, and whether a heading says what it stands under."""
    sure = 0.55 + 0.4 * min(person.score, 1.0)
    return round(sure if section.explicit else sure - 0.15, 3)


def to_entries(drafts: Iterable[Draft]) -> list[RosterEntry]:
    """The drafts as records."""
    return [_entry(draft) for draft in drafts]


def _plain(text: str | None) -> str | None:
    """Words with one blank between them, however the page has broken them."""
    return " ".join(text.split()) if text else text


def _entry(draft: Draft) -> RosterEntry:
    person, facts = draft.person, draft.facts
    return RosterEntry(
        name=person.name,
        name_at=person.name_at,
        source=Source(tuple(sorted(set(draft.where))), draft.confidence, draft.rule),
        status=draft.status,
        honorific=person.honorific,
        initials=facts.initials,
        role=draft.role,
        job_title=_plain(facts.job_title),
        organisation=_plain(facts.organisation),
        organisation_at=facts.organisation_at,
        sector=facts.sector,
        deputising_for=facts.deputising_for,
        deputising_at=facts.deputising_at,
        arrived_at=facts.arrived_at,
        left_at=facts.left_at,
        attended_via=facts.attended_via,
        contacts=tuple(person.contacts),
        aliases=tuple(sorted(draft.aliases - {person.name})),
    )

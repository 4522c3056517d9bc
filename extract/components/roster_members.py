"""Lists of members in documents that are no minutes: seats, not attendances."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from whosat.extract.bodies import is_generic
from whosat.extract.components.document_body import fuller_name, main_body
from whosat.extract.components.meeting import is_minuted
from whosat.extract.components.records import RosterEntry, Source, UnreadRecord
from whosat.extract.components.roster_headings import Group, State, without_number
from whosat.extract.components.roster_lines import decode
from whosat.extract.components.roster_membership import members_of_whom
from whosat.extract.components.roster_people import Person
from whosat.extract.components.roster_sections import Seat, Section
from whosat.extract.document import Document
from whosat.ontology.facts import UnreadKind


def is_members_list(section: Section, sections: Sequence[Section], document: Document) -> bool:
    """Whether a section lists who belongs to a body rather than who came to a meeting."""
    if section.members:
        return True
    if section.explicit:
        return False
    said = [one for one in sections if one.explicit and (one.people or one.lines)]
    if said:
        return section.contacts and any(one.state in (State.PRESENT, State.IN_ATTENDANCE) for one in said)
    return not is_minuted(document, sections) or section.contacts


_WORDS: Final = re.compile(
    r"^(?:current |list of |full |core |the |our |\d{4} )*(?:membership(?: of| list)?(?: "
    r"the)?|members of(?: the)?|attendees of(?: the)?)\s*|\s*(?:[–—:-]\s*)?(?:(?:current|"
    r"full|voting|core|appointed|elected) )?(?:membership(?: list)?|members?(?: list)?|"
    r"representatives|contacts)\b.*$|\s*:\s*$",
    re.IGNORECASE,
)
_POST: Final = re.compile(
    r"(?P<role>(?:[A-Z][\w&-]*\s+)*(?:Officer|Adviser|Advisor|Observer|Secretariat|Clerk|"
    r"Trustee|Director|Governor|Councillor|Secretary|Staff))s?",
    re.IGNORECASE,
)


_PART: Final = re.compile(
    r"\W*(?:executive|strategic|steering|management)(?: group| board| committee)? members(?:hip)?\b",
    re.IGNORECASE,
)
"""A part of the body whose members are listed: "Executive Members"."""


def _named(heading: str, document: Document, main: str | None) -> tuple[str | None, str | None]:
    """The body and the role a heading of a list of members gives."""
    plain = without_number(heading).strip(" *_:#|\t.")
    if (post := _POST.fullmatch(plain)) and len(plain.split()) < 5:
        role = re.sub(r"s$", "", plain) if not plain.lower().endswith(("secretariat", "staff")) else plain
        return main, role if post else None
    heads, whose = members_of_whom(plain)
    if heads and (whose or not _PART.match(plain)):
        return _full(whose or "", document, main), None
    return _full(_WORDS.sub("", plain).strip(" –—-:,"), document, main), None


def _full(name: str, document: Document, main: str | None) -> str | None:
    """A body's name as full as the document has it."""
    if not name:
        return main
    full = fuller_name(document, name)
    if full == name and name.endswith(" Group"):
        short = name.removesuffix(" Group")
        longer = fuller_name(document, short)
        full = longer if longer != short else name
    if full == name and main and (is_generic(name) or len(name.split()) == 1) and not name.startswith(main):
        return main if main.endswith(name) else f"{main} {name}"
    return full


def seats_of(
    document: Document, sections: Iterable[Section], bodies: tuple[str, ...]
) -> tuple[list[RosterEntry], list[UnreadRecord]]:
    """Seats that lists of members state; lists of which no body can be told are left out and said so."""
    sections = list(sections)
    main = (bodies[0] if bodies else main_body(document)) if sections else None
    entries: list[RosterEntry] = []
    unread: list[UnreadRecord] = []
    for section in sections:
        body, role = _named(section.heading_text, document, main)
        people = [*section.people, *decode(section.lines).people]
        if people and body is None:
            unread.append(
                UnreadRecord(
                    UnreadKind.ROSTER_LINE,
                    section.heading_text or people[0].name,
                    "a list of people without a body's name",
                    section.extent,
                )
            )
            continue
        entries += [_seat(person, section, body, role) for person in people]
        for seat in section.members:
            entries.append(_row_seat(seat, _full(seat.body or "", document, main)))
    return entries, unread


def _seat(person: Person, section: Section, body: str | None, role: str | None) -> RosterEntry:
    facts = person.facts
    where = [(person.name_at[0], max(person.end, person.name_at[1]))]
    if section.heading and section.heading[1] <= where[0][0]:
        where.insert(0, section.heading)
    role = role or (facts.role.capitalize() if facts.role else None)
    if role is None and section.group is Group.CHAIR:
        role = "Chair"
    return RosterEntry(
        person.name,
        person.name_at,
        Source(tuple(where), round(0.5 + 0.4 * min(person.score, 1.0), 3), "members' list"),
        body=body,
        honorific=person.honorific,
        initials=facts.initials,
        role=role,
        job_title=facts.job_title,
        organisation=facts.organisation,
        organisation_at=facts.organisation_at,
        sector=facts.sector,
        deputising_for=facts.deputising_for,
        deputising_at=facts.deputising_at,
        contacts=tuple(person.contacts),
    )


def _row_seat(seat: Seat, body: str | None) -> RosterEntry:
    person, facts = seat.person, seat.person.facts
    where = [
        extent for extent in (seat.body_at, (person.name_at[0], max(person.end, person.name_at[1]))) if extent
    ]
    return RosterEntry(
        person.name,
        person.name_at,
        Source(tuple(where), round(0.5 + 0.4 * min(person.score, 1.0), 3), "members' table"),
        body=body,
        honorific=person.honorific,
        role=seat.role,
        organisation=facts.organisation,
        organisation_at=facts.organisation_at,
        contacts=tuple(person.contacts),
    )

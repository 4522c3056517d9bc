"""Organisations that can't be: people of the roster, the body that meets, and words for groups of members."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whosat.extract.components.attendance_entries import Draft
from whosat.extract.components.attendance_merge import same_name
from whosat.extract.components.attendance_places import move_places, places_beside
from whosat.extract.components.attendance_slots import nicknames_of, settle_slots
from whosat.extract.components.records import Extent
from whosat.extract.components.roster_departments import is_department, is_portfolio
from whosat.extract.components.roster_goes_on import WITHIN
from whosat.extract.components.roster_hints import NO_HINTS, Hints
from whosat.extract.components.roster_notes import is_note
from whosat.extract.components.roster_people import Person
from whosat.extract.components.roster_posts import COUNTRY, is_titled
from whosat.extract.components.roster_scores import (
    acronym_of,
    body_score,
    chair_role,
    is_body,
    is_initials_of,
    job_score,
    name_score,
    other_role,
)
from whosat.extract.components.roster_together import FORMED, FUNCTIONS, is_common
from whosat.extract.model import tags
from whosat.extract.names import PersonName, initials_fit, is_given_name, read_name

_COLLECTIVE: Final = re.compile(
    r"(?:.*\s)?(?:councill?ors|cllrs|members|trustees|governors|directors|officers|observers|attendees|"
    r"guests)|(?:(?:joint|hon|honorary|co)[- ])?(?:secretaries|treasurers|clerks|convenors|chairs|auditors)|"
    r"(?:county|district|parish|town|city|borough|unitary)",
    re.IGNORECASE,
)
_SPLIT: Final = re.compile(r"\s+(?:and|&)\s+|\s*/\s*")


def clean_organisations(
    people: list[Draft], bodies: Sequence[str], text: str = "", hints: Hints = NO_HINTS
) -> None:
    """Take away what stands in an organisation's place and is none; a name there is a person more.

    A name is told by its title, or by a given name where no model takes the words for an organisation.
    """
    move_places(people, text)
    names = [draft.name for draft in people]
    posts = _posts_in_legend(text)
    known = _bodies_of(people)
    places = places_beside(people, text)
    own = {said for one in people if (said := one.facts.organisation) and _is_own(said, bodies)}
    others = (
        _MIXED
        if len(own) > 1
        else sum(not _is_own(said, bodies) for one in people if (said := one.facts.organisation))
    )
    settle_slots(people, text)
    nicknames = nicknames_of(people)
    among = sum(_in_bracket(draft, text) for draft in people) > _SHARED
    for draft in list(people):
        _without_tail(draft)
        _without_team(draft)
        _without_office(draft)
        _without_initials(draft, names)
        _without_name(draft, people, hints)
        _without_post(draft, known)
        _with_form(draft, text)
        _without_country(draft)
        organisation = draft.facts.organisation
        if organisation is None:
            continue
        bracketed = among and _in_bracket(draft, text)
        if is_titled(organisation) or (_named(draft, hints) and not (bracketed or _is_far(draft, text))):
            _promote(draft, people)
        elif not (
            _COLLECTIVE.fullmatch(organisation)
            or not _LETTERS_OF.search(organisation)  # "†" points to a note
            or organisation in posts
            or organisation in places
            or is_note(organisation)
            or is_department(organisation)
            or is_portfolio(organisation)
            or _is_posts(organisation)
            or organisation in nicknames
            or _is_somebody(organisation, draft.name, names)
            or _are_initials(organisation, people)
            or (others < _MIXED and _is_own(organisation, bodies))
            or _is_title(draft, people, bodies)
            or _holds_office_here(draft, bodies)
        ):
            continue
        draft.facts.organisation = draft.facts.organisation_at = None


def _named(draft: Draft, hints: Hints) -> bool:
    text = draft.facts.organisation or ""
    return (_INITIALLED.fullmatch(text) is not None and name_score(text) >= 0.5) or _is_a_name(draft, hints)


def _is_posts(text: str) -> bool:
    """Whether a text is one post in common words, or several with strokes between."""
    parts = text.split("/")
    if " and " in text and job_score(text.split(" and ")[0]) >= 0.9 and not is_body(text.split(" and ")[0]):
        return True  # "Vice Principal and University"
    posts = all(job_score(part) >= 0.9 and not is_body(part) for part in parts)
    return posts and not text.isupper() and (len(parts) > 1 or is_common(text))


_INITIALLED: Final = re.compile(r"(?:[A-Z]\.\s?){1,3}[A-Z][a-z][\w’'-]*")
"""Initials and a surname: "O. Gow"."""
_LETTERS_OF: Final = re.compile(r"[^\W\d_]")
_BELOW: Final = re.compile(
    r"\s+(?:In Attendance|IN ATTENDANCE|Also [Pp]resent|Apologies|Next [Mm]eeting|Date of [Nn]ext)\b.*$|"
    r",? who (?:[a-z]+ ){1,3}.*$"
)
"""What is run on to a body's name: the heading or the line below it, or what its people did."""


def _without_tail(draft: Draft) -> None:
    facts = draft.facts
    if facts.organisation is None or not (tail := _BELOW.search(facts.organisation)):
        return
    facts.organisation = facts.organisation[: tail.start()]
    if facts.organisation_at is not None:
        start, end = facts.organisation_at
        facts.organisation_at = (start, min(end, start + tail.start()))


_MIXED: Final = 3  # people from elsewhere, among whom those of the body that meets are told apart
_SHARED: Final = 3  # people said to be from somebody's initials


def _are_initials(organisation: str, people: Sequence[Draft]) -> bool:
    """Whether the letters several are said to be from are rather the initials of one in the roster."""
    if not re.fullmatch(r"[A-Z]{2,3}", organisation):
        return False
    shared = sum(draft.facts.organisation == organisation for draft in people)
    return shared >= _SHARED and any(initials_fit(organisation, draft.name) for draft in people)


def _bodies_of(people: Sequence[Draft]) -> frozenset[str]:
    """What is a body by its own words among those that people of the roster stand for."""
    found = {draft.facts.organisation for draft in people}
    return frozenset(one for one in found if one and " " in one and is_body(one) and not _FIRST.match(one))


_FIRST: Final = re.compile(r"(?:for|of|and|the|in|to)\b", re.IGNORECASE)


def _without_post(draft: Draft, known: frozenset[str]) -> None:
    """Take a post or its field from before a body that others of the roster stand for: "… for Adults Barset
    Council"."""
    text = draft.facts.organisation or ""
    lead, _, rest = text.rpartition(", ")
    if (
        lead
        and not WITHIN.search(lead)
        and "," not in lead
        and len(lead.split()) < 4
        and body_score(lead) < 0.9 <= body_score(rest)
        and is_body(rest)
    ):
        _keep(draft, len(text) - len(rest), len(text))
        draft.facts.job_title = draft.facts.job_title or lead
        return
    if len(text.split()) < 4 or text in known:
        return
    for body in known:
        lead = text[: -len(body)].rstrip(" ,–-")
        if lead and text.endswith(f" {body}") and (_FIRST.match(lead) or job_score(lead) >= 0.6):
            _keep(draft, len(text) - len(body), len(text))
            draft.facts.job_title = draft.facts.job_title or lead
            return


_LETTERS: Final = re.compile(r"(?:\s+[A-Z]{2,5})+$")
_TAIL: Final = re.compile(r"\s(?P<name>[^\W\d_a-z][\w’'-]+\s+[^\W\d_a-z][\w’'-]+)$")


def _without_name(draft: Draft, people: list[Draft], hints: Hints) -> None:
    """Take a name from the end of an organisation: the next of a run that was put on one line."""
    text, where = draft.facts.organisation or "", draft.facts.organisation_at
    letters = _LETTERS.search(text)
    bare = text[: letters.start()] if letters and is_note(letters.group().split()[0]) else text
    tail = _TAIL.search(bare)
    if tail is None or where is None or where[1] - where[0] != len(text):
        return
    name, body = tail["name"], bare[: tail.start()].rstrip(" ,–-")
    start = where[0] + tail.start("name")
    seen = (start, start + len(name)) in hints.people
    score = name_score(name)
    if is_body(text) or score < (0.4 if _ENDS.fullmatch(body) else 0.75):
        return
    if _ENDS.fullmatch(body):
        read = read_name(name)
        _keep(draft, 0, len(body))
        if read and (seen or score >= 0.55) and not any(same_name(read.name, one.name) for one in people):
            _add(read, (start, start + len(name)), draft, people)
    elif seen:
        draft.facts.organisation = draft.facts.organisation_at = None


_ENDS: Final = re.compile(
    r".+\b(?:Council|Trust|Police|Constabulary|Board|Partnership|Ltd|Limited|LLP|plc|CIC|Association|Authority|"
    r"Federation|College|Society|Charity|Foundation|Forum|Committee|Commission|PCT|CCG|MBC|[A-Z]?DC|[BC]C)"
)
"""How a body's name ends for good."""
_TEAM: Final = re.compile(
    rf"(?P<body>{_ENDS.pattern})(?: [A-Z][\w’'-]*| and| &){{1,4}}? (?:Team|Department|Directorate)"
)


_OFFICE: Final = re.compile(
    r"(?P<body>(?!NHS |HM |UK )[A-Z][A-Za-z&]*[A-Z])(?P<post> (?:[A-Z][a-z]+ ){0,2}?(?:Chair|"
    r"Chairman|Officer|Manager|"
    r"Commissioner|Administrator|Assistant|Director|Secretary|Co-?ordinator))\b(?! General).*"
)


def _without_office(draft: Draft) -> None:
    """Take a post and all behind it from the letters of its body: "DSAB Independent Chair Housing"."""
    if (found := _OFFICE.fullmatch(draft.facts.organisation or "")) and found["body"] not in FUNCTIONS:
        draft.facts.job_title = draft.facts.job_title or found["post"].strip()
        _keep(draft, 0, found.end("body"))


def _without_team(draft: Draft) -> None:
    """Take a team from behind the whole name of its body: "Barset CCG Engagement Team"."""
    if found := _TEAM.fullmatch(draft.facts.organisation or ""):
        _keep(draft, 0, found.end("body"))


_FORM: Final = re.compile(
    r"(?:\s*\([A-Z][^()\n]{1,30}\))?,?[^\S\n]+(?:Limited|Ltd|LLP|LLC|plc|PLC|Inc|CIC|GmbH)\b\.?"
)


_OF_MANY_SEATS: Final = re.compile(
    r"(?:The )?University of [A-Z]\w+(?: [A-Z]\w+)?|(?:[A-Z]\w+ ){1,2}State University"
)
_CAMPUS: Final = re.compile(r"[^\S\n]*[-–—][^\S\n]*[A-Z][a-z]+(?: [A-Z][a-z]+)?(?=[^\S\n]*(?:[,;)\n]|$))")
"""The seat of a university that has several: "University of Halden - Port Ferry"."""


def _with_form(draft: Draft, text: str) -> None:
    """Add a firm's form that a comma or bracket has cut off: "Ambry Homes (Dorne) Ltd"."""
    facts, at = draft.facts, draft.facts.organisation_at
    if facts.organisation is None or at is None or text[at[0] : at[1]] != facts.organisation:
        return
    campus = _OF_MANY_SEATS.fullmatch(facts.organisation) and _CAMPUS.match(text, at[1])
    if campus and _is_said_of_people(campus.group().strip(" –—-\t")):
        campus = None
    if rest := campus or _FORM.match(text, at[1]):
        facts.organisation, facts.organisation_at = text[at[0] : rest.end()], (at[0], rest.end())


def _is_said_of_people(words: str) -> bool:
    """Whether words behind a dash are a name or a post, and no place."""
    return bool(name_score(words) >= 0.75 or job_score(words) > 0 or chair_role(words) or other_role(words))


_IN_COUNTRY: Final = re.compile(rf",\s*(?:{COUNTRY})\.?$")


def _without_country(draft: Draft) -> None:
    """Take the country from the end of an organisation: "University of Halden, Norway"."""
    if found := _IN_COUNTRY.search(draft.facts.organisation or ""):
        _keep(draft, 0, found.start())


def _keep(draft: Draft, start: int, end: int) -> None:
    """Only a part of the organisation."""
    facts = draft.facts
    at = facts.organisation_at
    facts.organisation_at = (at[0] + start, at[0] + end) if at else None
    facts.organisation = (facts.organisation or "")[start:end]


_INITIALS: Final = re.compile(r"[A-Z]{2,4}(?:-[A-Z]{1,2})?")


def _without_initials(draft: Draft, names: Sequence[str]) -> None:
    """Take initials from an organisation: a column of them that a page has run into the cells beside it."""
    facts = draft.facts
    words = (facts.organisation or "").split()
    if len(words) < 2 or not _INITIALS.fullmatch(words[0]):
        return
    if all(_INITIALS.fullmatch(word) and any(initials_fit(word, name) for name in names) for word in words):
        facts.organisation = facts.organisation_at = None
    elif (
        initials_fit(words[0], draft.name)
        and body_score(" ".join(words[1:])) >= 0.85
        and not FORMED.fullmatch(" ".join(words[1:]))
    ):
        rest = (facts.organisation or "")[len(words[0]) :].lstrip()
        facts.initials, facts.organisation = facts.initials or words[0], rest
        if facts.organisation_at:
            end = facts.organisation_at[1]
            facts.organisation_at = (end - len(rest), end)


_LEGEND: Final = re.compile(
    r"\((?P<short>[A-Z]{2,6})\)[^\S\n]*[=:–-]?[^\S\n]*(?P<words>[A-Z][\w-]*(?: [\w-]+){0,4})"
    r"|(?<![\w(])(?P<short2>[A-Z]{2,6})\s*[=:–]\s*(?P<words2>[A-Z][\w-]*(?: [\w-]+){0,4})"
)
_CAPACITY: Final = re.compile(
    r".*\b(?:governor|member|officer|director|trustee|councillor|representative)s?", re.IGNORECASE
)


def _posts_in_legend(text: str) -> frozenset[str]:
    """Short forms that the top of a document explains as capacities: "(PG) Parent Governor"."""
    return frozenset(
        found["short"] or found["short2"]
        for found in _LEGEND.finditer(text[:_TOP])
        if _CAPACITY.fullmatch(found["words"] or found["words2"])
    )


_TOP: Final = 5000


def _is_a_name(draft: Draft, hints: Hints) -> bool:
    """Whether two words that begin with a given name are somebody, as no model takes them for an
    organisation."""
    text, where = draft.facts.organisation or "", draft.facts.organisation_at
    parts = text.split()
    if len(parts) == 2 and parts[1].isupper() and not parts[0].isupper():
        return False  # "Dale AONB"
    if len(parts) != 2 or where is None or not is_given_name(parts[0]) or body_score(text) >= 0.7:
        return False
    return name_score(text) >= 0.75 and hints.kind(*where) != tags.ORG and where in hints.people


def _in_bracket(draft: Draft, text: str) -> bool:
    """Whether an organisation fills a bracket: nobody's name, where those of others do."""
    where = draft.facts.organisation_at
    if where is None or text[where[1] : where[1] + 1] != ")":
        return False
    return text[: where[0]].endswith(("(", "(both ", "(all "))


def _is_somebody(text: str, own: str, names: Sequence[str]) -> bool:
    """Whether a text is the person's initials or the name of one or several of the roster."""
    if is_initials_of(text, own) or text.strip(" .").lower() in own.lower().split():
        return True
    parts = [part for part in _SPLIT.split(text) if part]
    return all(
        part in names or (" " in part and any(same_name(part, name) for name in names)) for part in parts
    )


def _is_own(text: str, bodies: Sequence[str]) -> bool:
    """Whether an acronym stands for the body that meets: everybody there is of it."""
    return text.isupper() and any(
        text.lower() in body.lower().split()
        or text.lower() == short
        or (len(text) > 2 and short.endswith(text.lower()))
        for body in bodies
        if body and (short := acronym_of(body))
    )


def _is_title(draft: Draft, people: Sequence[Draft], bodies: Sequence[str]) -> bool:
    """Whether it is the name of the body that meets, in the title above all its people."""
    where, said = draft.facts.organisation_at, (draft.facts.organisation or "").lower()
    return (
        where is not None
        and any(body and body.lower() == said for body in bodies)
        and all(where[1] <= one.person.name_at[0] for one in people)
    )


def _holds_office_here(draft: Draft, bodies: Sequence[str]) -> bool:
    """Whether the body whose chair or clerk somebody is said to be is the one that meets; a clerk is then
    its clerk."""
    office, plain = draft.facts.job_title or "", _plain(draft.facts.organisation or "")
    told = chair_role(office) or other_role(office)
    if told is None or not any(body and plain == _plain(body) for body in bodies):
        return False
    if draft.facts.role is None:
        draft.facts.role, draft.facts.role_strength = told, 1
    return True


def _plain(name: str) -> str:
    return re.sub(r"\W+", " ", name.lower()).strip().removeprefix("the ")


def _is_far(draft: Draft, text: str) -> bool:
    """Whether an organisation stands in a column of its own, lines away from the name it belongs to."""
    at = draft.facts.organisation_at
    return at is not None and text.count("\n", draft.person.name_at[1], at[0]) > 1


def _promote(draft: Draft, people: list[Draft]) -> None:
    facts = draft.facts
    read = read_name(facts.organisation or "")
    if read is None or facts.organisation_at is None or any(same_name(read.name, one.name) for one in people):
        return
    _add(read, facts.organisation_at, draft, people)


def _add(read: PersonName, where: Extent, draft: Draft, people: list[Draft]) -> None:
    """A person more, who stood as another did."""
    person = Person(read.name, where, 0.8, read.honorific, end=where[1])
    people.append(Draft(person, draft.status, False, [where], confidence=0.7, rule="roster line"))


__all__ = ["clean_organisations"]

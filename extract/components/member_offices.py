"""Seats that minutes hand out or tell of in passing: lists of officers elected, of representatives on outside
bodies and of committees' members, and "sits on", "is a member of", "will represent us on".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from whosat.extract.components.member_chairs import role_of
from whosat.extract.components.member_runs import Here
from whosat.extract.components.people_known import TITLES
from whosat.extract.components.places import BODIES, PEOPLE, Place, Places
from whosat.extract.components.records import MemberRecord, Source

_ROLE: Final = (
    r"(?:(?:co|joint|vice|deputy|acting|assistant|hon(?:orary)?\.?|general|membership|life|immediate past|"
    r"1st|2nd|"
    r"first|second|minutes?|recording|corresponding|financial|social|fixtures?|organi[sz]ing)[- ])*"
    r"(?:chair(?:man|woman|person)?|convenor|convener|president|treasurer|secretary|captain|auditor|"
    r"registrar|"
    r"trustee|patron|editor|librarian|archivist|warden|steward|vice-chair)"
)
_OFFICERS: Final = re.compile(
    r"^[^\n]{0,40}\b(?:(?:election|appointment|nomination)s? (?:and appointments? )?of (?:the )?(?:new "
    r")?(?:officers|"
    r"office[- ]?bearers|"
    r"committee)|(?:officers|office[- ]?bearers) (?:were |duly |re-?)*(?:elected|appointed)|"
    r"following (?:officers |members |people |office[- ]?bearers )?(?:were|was|are) (?:duly |unanimously |"
    r"re-?)*(?:elected|appointed))"
    r"\b[^\n:;]{0,60}?(?P<gap>:[ \t]*|\s*$)",
    re.I | re.M,
)
_ROLE_FIRST: Final = re.compile(
    rf"[\s•·*–-]*(?:\(?(?:\d{{1,2}}|[a-z])[.)]\s)?(?P<role>{_ROLE})s?\s*(?:[:–—-]|\t|\.{{2,}}|\s{{2,}})\s*"
    rf"(?:(?:{TITLES})\.?\s+)*",
    re.I,
)
_ROLE_BEHIND: Final = re.compile(rf"\s*(?:[:–—(,-]|\t|\.{{2,}}|\s{{2,}}|\bas\b)\s*(?P<role>{_ROLE})\b", re.I)
_PIECE: Final = re.compile(r"[^;\n]+")
_BULLET: Final = re.compile(r"[\s•·*–-]*")
_ITEM: Final = re.compile(r"[\s•·*–-]*(?:\(?(?:\d{1,2}|[a-z])[.)]\s)?")
_BEHIND_BODY: Final = re.compile(r"\s*(?:\([^()\n]*\)\s*)?(?:[:–—-]|\t|\.{2,}|\s{2,})\s*")
_BRACKET: Final = re.compile(r"(?:\s*\([^()\n]{1,40}\))?")
_TITLED: Final = re.compile(rf"(?:(?:{TITLES})\.?\s+)+")
_REPRESENTATIVES: Final = re.compile(
    r"^[^\n]{0,30}\b(?:representati(?:ves|on) (?:on|to) (?:other |outside |external |local )?(?:bodies|"
    r"organi[sz]ations|"
    r"committees|groups)|outside bodies|committee (?:appointments|members(?:hips?)?)|"
    r"appointments? (?:to|of) (?:the )?(?:outside bodies|external bodies|(?:standing )?committees|"
    r"sub-?committees|"
    r"working (?:groups|parties))|members(?:hip)? of (?:the )?(?:standing )?(?:committees|sub-?committees|"
    r"working groups))\b[^\n]{0,40}$",
    re.I | re.M,
)
_MOST: Final = 25  # lines of such a list
_IS: Final = re.compile(
    r"\s*,?\s*(?:who\s+)?(?:is|are|was|were|remains?|has been|have been|became|becomes|was made|is now|took "
    r"over as|"
    r"takes over as|has become)\s+(?:also\s+|currently\s+|still\s+|now\s+)?"
    rf"(?:an?\s+|the\s+|our\s+)?(?:new\s+|founder\s+|life\s+)?(?P<role>member|{_ROLE}|governor|director)s?\s+"
    r"(?:of|for|on)\s+",
    re.I,
)
_SITS: Final = re.compile(
    r"\s*,?\s*(?:who\s+)?(?:also\s+|currently\s+)?(?:sits?|serves?|served)\s+on\s+", re.I
)
_WILL_SIT: Final = re.compile(
    r"\s+(?:will|would|to|is to|are to|(?:agreed|volunteered|offered|undertook|consented|continues?) to|"
    r"(?:was|were|is|are|be) (?:asked|nominated|appointed|elected|chosen|delegated) to)\s+(?:continue to\s+)?"
    r"(?:(?:represent\s+(?:us|the\s+\w+|[A-Z][\w’' ]{2,40}?)|serve|sit|stand|go)\s+(?:as\s+[a-z "
    r"]+\s+)?(?:on|to|at)|join)\s+",
)
_REPRESENTS: Final = re.compile(
    r"\s+(?:(?:is|are|was|were|be|remains?|will be|would be|has been|had been)\s+)?(?:(?:re-?)?(?:nominated|"
    r"appointed|"
    r"elected|confirmed)\s+)?(?:as\s+)?(?:our|the|its|an?)\s+(?:[A-Z][\w’' -]{2,40}?\s+)?(?:representative|"
    r"delegate|"
    r"nominee|rep|link|observer)s?\s+(?:on|to|at|with)\s+",
)
_COOPTED: Final = re.compile(
    r"\s+(?:(?:be|was|were|is|are|has been|have been)\s+)(?:duly\s+|unanimously\s+)*(?:co-?opted|elected|"
    r"appointed|welcomed)\s+"
    r"(?:on\s?to|to|as (?:an? )?(?:new )?(?:(?:co-?opted )?member|trustee|governor|director|councillor)s? "
    r"(?:of|on))\s+",
)
_SENTENCES: Final = (_IS, _SITS, _WILL_SIT, _REPRESENTS, _COOPTED)
_THEN_NAMES: Final = re.compile(
    r"\b(?:[Mm]embers(?:hip)? of|(?:elected|appointed|co-?opted|nominated) (?:to|onto|to serve "
    r"on))\s+(?=the\s+[A-Z]|[A-Z])"
)
_NAMES_BEHIND: Final = re.compile(
    rf"\s*(?:(?:is|are|were|was|will be|comprises?|consists? of|includes?)\s*:?|:|"
    rf"\s[–—-])\s+(?:(?:{TITLES})s?\.?\s+)*"
)
_COMPRISES: Final = re.compile(
    rf"\s+(?:(?:will |would |to )?(?:comprises?|consists? of|includes?|be made up of)|is made up of|is "
    rf"composed of)\s*:?\s+"
    rf"(?:(?:{TITLES})s?\.?\s+)*"
)
_DOUBT: Final = re.compile(
    r"\b(?:should|could|might|(?-i:may)|not|never|whether|if|propos(?:ed|al|es)|suggest\w*|consider\w*|"
    r"declined|"
    r"asked (?:if|whether)|no longer|would like|unable)\b",
    re.I,
)
_JOINED: Final = re.compile(
    rf"(?:\s*\([^()\n]{{1,40}}\))?[\s,;/]*(?:and|&)?\s*(?:the\s+)?(?:(?:{TITLES}|Councillors?)s?\.?\s+)*"
)
_ABOUT: Final = 60  # characters of a bracket or title between two names


def offices(places: Places, here: Here) -> Iterator[MemberRecord]:
    """Every seat that such a list or sentence states."""
    yield from _officers(places, here)
    yield from _lists(places, here)
    for person in places.all:
        if person.kind in PEOPLE:
            yield from _sentence(places, here, person)
    for body in places.all:
        if body.kind in BODIES and (m := _COMPRISES.match(places.text, body.end)):
            yield from _seats(places, here, body.name, _run(places, m.end()), m.start(), "members are")
    for m in _THEN_NAMES.finditer(places.text):
        named = places.starting_at(m.end(), BODIES)
        behind = _NAMES_BEHIND.match(places.text, named.end) if named else None
        if named and behind:
            yield from _seats(places, here, named.name, _run(places, behind.end()), m.start(), "members are")


def _seats(
    places: Places, here: Here, body: str, people: list[Place], at: int, rule: str, role: str | None = None
) -> Iterator[MemberRecord]:
    source = Source((places.sentence(at),), 0.8, f"said: {rule}")
    for person in people:
        yield MemberRecord(person.name, body, source, role=role, seen=here.date)


def _run(places: Places, start: int) -> list[Place]:
    """The people named from an offset on, joined by commas and "and", within the line."""
    found: list[Place] = []
    at = start
    while place := _person_at(places, at):
        found.append(place)
        gap = _JOINED.match(places.text, place.end)
        if gap is None or "\n" in gap[0] or not gap[0].strip(" "):
            break
        at = gap.end()
    return found


def _person_at(places: Places, at: int) -> Place | None:
    found = [p for p in places.between(at, at + _ABOUT, PEOPLE) if p.start == at]
    if not found:
        title = _TITLED.match(places.text, at)
        found = [p for p in places.between(at, at + _ABOUT, PEOPLE) if title and p.start == title.end()]
    return max(found, key=lambda p: p.end) if found else None


def _body_at(places: Places, at: int, here: Here) -> tuple[str, int] | None:
    """The body named at an offset and where its name ends, or the one that meets: "the Trust"."""
    named = places.starting_at(at, BODIES)
    if named:
        return named.name, named.end
    last = (here.body or "").rsplit(" ", 1)[-1]
    if last and (
        m := re.compile(rf"(?:the|this|our)\s+{re.escape(last)}\b(?! [A-Z])", re.I).match(places.text, at)
    ):
        return str(here.body), m.end()
    return None


def _sentence(places: Places, here: Here, person: Place) -> Iterator[MemberRecord]:
    """ "Ann Bell sits on the Quay Board", "Ann Bell will represent us on …", "Ann Bell is a member of …"."""
    behind = _BRACKET.match(places.text, person.end)
    at = behind.end() if behind else person.end
    for pattern in _SENTENCES:
        m = pattern.match(places.text, at)
        told = _body_at(places, m.end(), here) if m else None
        if m is None or told is None:
            continue
        start, end = places.sentence(person.start)
        if _DOUBT.search(places.text, start, m.end()) or re.search(
            r"\bbut .*declin", places.text[m.end() : end]
        ):
            continue
        if re.match(r"['’]s\b| (?:meeting|via|by phone)\b", places.text[told[1] : told[1] + 14]):
            continue
        people = _run_back(places, person)
        role = role_of(m) if pattern is _IS else None
        yield from _seats(places, here, told[0], people, person.start, "sits on", role)
        return


def _run_back(places: Places, last: Place) -> list[Place]:
    """A person and those named just before: "Ann Bell and Cy Dunn"."""
    found = [last]
    for place in places.between(max(0, last.start - 4 * _ABOUT), last.start, PEOPLE)[::-1]:
        gap = places.text[place.end : found[-1].start]
        if "\n" in gap or not gap.strip() or _JOINED.fullmatch(gap) is None:
            break
        found.append(place)
    return found[::-1]


def _officers(places: Places, here: Here) -> Iterator[MemberRecord]:
    """ "Election of officers: Chair – Ann Bell; Treasurer – Cy Dunn", or a line an office."""
    for lead in _OFFICERS.finditer(places.text) if here.body else ():
        same_line = bool(lead["gap"].strip(" \t\n"))
        missed = 0
        for piece in _pieces(places, lead.end(), same_line):
            seat = _office(places, piece)
            if seat is None:
                missed += 1
                if missed > 1:
                    break
                continue
            missed = 0
            people, role = seat
            yield from _seats(places, here, str(here.body), people, piece.start(), "elected", role)


def _pieces(places: Places, at: int, same_line: bool) -> Iterator[re.Match[str]]:
    """The parts of a list from an offset on: of its line where a colon leads it, and of the lines below."""
    line_end = places.text.find("\n", at)
    stop = len(places.text) if line_end < 0 else line_end
    begun = 0
    for piece in _PIECE.finditer(places.text, at if same_line else min(stop, len(places.text)), at + 2500):
        if not piece[0].strip():
            continue
        begun += 1
        if begun > _MOST:
            return
        yield piece


def _office(places: Places, piece: re.Match[str]) -> tuple[list[Place], str] | None:
    """Who takes which office in one part of such a list."""
    first = _ROLE_FIRST.match(places.text, piece.start(), piece.end())
    if first:
        people = [p for p in _run(places, first.end()) if p.end <= piece.end()]
        role = role_of(first)
    else:
        lead = _BULLET.match(places.text, piece.start())
        person = _person_at(places, lead.end()) if lead else None
        behind = _ROLE_BEHIND.match(places.text, person.end, piece.end()) if person else None
        people, role = ([person], role_of(behind)) if person and behind else ([], "")
    return (people, role) if people else None


def _lists(places: Places, here: Here) -> Iterator[MemberRecord]:
    """ "Representatives on outside bodies", a line a body: "Quay Forum – Ann Bell, Cy Dunn"."""
    for lead in _REPRESENTATIVES.finditer(places.text):
        for piece in _pieces(places, lead.end(), same_line=False):
            mark = _ITEM.match(places.text, piece.start())
            body = places.starting_at(mark.end() if mark else piece.start(), BODIES)
            gap = _BEHIND_BODY.match(places.text, body.end, piece.end()) if body else None
            people = _run(places, gap.end()) if gap else []
            if body is None or not people:
                break
            yield from _seats(places, here, body.name, people, piece.start(), "list of seats")

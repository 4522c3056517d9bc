"""Seats that pass from one to another: "welcomed X in place of Y", "nominated X to succeed him", "thanked Y,
who retired on 31 May".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from whosat.extract.components.member_runs import Here
from whosat.extract.components.places import BODIES, PEOPLE, Place, Places
from whosat.extract.components.records import MemberRecord, Source
from whosat.extract.components.seat_dates import left, said_of, taken

_FOR: Final = re.compile(
    r"[,(]?\s*\b(?:in (?:the )?place of|in succession to|"
    r"as (?:an? |the )?(?:replacement|successor) (?:for|to)|taking (?:the place of|over from)|"
    r"who (?:takes|took|is taking) the place of|to (?:replace|succeed|take over from))\s+",
    re.IGNORECASE,
)
_WHOM: Final = re.compile(r"(?:him|her|them)\b", re.IGNORECASE)
_TITLES: Final = re.compile(
    r"(?:the late )?(?:(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr|Prof|Professor|Revd?|Sir|Dame|Lord|Lady|"
    r"Ch Supt|Supt|Insp|Sgt|Cdr|Capt|Major|Col)\.?\s+)*"
)
_COMES: Final = re.compile(
    r"\bwelcom\w+|\b(?:re-?)?(?:appoint|nominat|elect|co-?opt|confirm)ed\b|\bas (?:the |a |its |our )?new\b|"
    r"\bnew (?:\w+ ){0,2}(?:members?|representatives?)\b|\b(?:has|have|had|will|would|is|are) (?:now )?join|"
    r"\bwho (?:now )?(?:comes?|came|joins?|joined)(?: to)? the (?:Board|Partnership|Committee|Group|Forum|"
    r"Panel)\b",
    re.IGNORECASE,
)
_ONCE: Final = re.compile(
    r"\b(?:attend(?:ed|ing)|deput\w+|substitut\w+|(?:at|for) (?:this|the|today['’]s) meeting|today|"
    r"on behalf of|not|whether|if|propos\w+|suggest\w*|could|should|might)\b",
    re.IGNORECASE,
)
"""A deputy comes for a day, and a proposal seats nobody."""


def is_succession(sentence: str) -> bool:
    """Whether a sentence welcomes or seats somebody for good, so that "in place of" means a successor."""
    return _COMES.search(sentence) is not None and not _ONCE.search(sentence)


_ROLE: Final = re.compile(
    r"\s*,?\s*as (?:the |an? |its |our )?(?:new |next )?"
    r"(?P<role>(?:(?:vice|deputy|co|joint|acting|interim)[- ])*"
    r"(?:chair(?:man|woman|person)?|treasurer|secretary|president|convenor))\b",
    re.IGNORECASE,
)
_OF: Final = re.compile(
    r"\b(?:(?:member|representative|rep|nominee|delegate)s? (?:for|of|from)|representing|on behalf of)"
    r" (?:the )?(?=[A-Z])",
    re.IGNORECASE,
)
_GONE: Final = re.compile(
    r"\s*(?:\([^()\n]{1,60}\))?,?\s*(?:who\s+)?(?:has |had |have )?(?:recently |now )?"
    r"(?P<how>retired|left|resigned|stepped down|stood down|retires|leaves|"
    r"(?:is|was) (?:retiring|leaving|standing down|stepping down))\b",
    re.IGNORECASE,
)
_FAREWELL: Final = re.compile(
    r"\b(?:thank\w*|farewell|tribute|gratitude|replac\w+|succe\w+|welcom\w+|in place of|best wishes|"
    r"(?:from|left) (?:the|this) (?:Board|Partnership|Committee|Group|Forum|Panel|Council))\b",
    re.IGNORECASE,
)


def changed_members(places: Places, here: Here) -> Iterator[MemberRecord]:
    """Every seat that one takes from another, or leaves with thanks."""
    if here.body is None:
        return
    for said in _FOR.finditer(places.text):
        yield from _exchange(places, here.body, here.date, said)
    for person in places.all:
        if person.kind in PEOPLE and (gone := _GONE.match(places.text, person.end)):
            yield from _farewell(places, here.body, here.date, person, gone)


def _exchange(places: Places, body: str, met: dt.date | None, said: re.Match[str]) -> Iterator[MemberRecord]:
    start, end = places.sentence(said.start())
    cue = places.text[start : said.start()]
    before = places.between(start, said.start() + 1, PEOPLE)
    if not before or not _COMES.search(cue) or _ONCE.search(places.text, start, end):
        return
    pronoun, old = _WHOM.match(places.text, said.end()), _named(places, said.end())
    behind = pronoun.end() if pronoun else old.end if old else 0
    if not behind:
        return
    earlier = _meant(places, start) if pronoun else old
    if earlier is None or earlier.name == before[-1].name:
        return
    role = _ROLE.match(places.text, behind) or _ROLE.search(places.text, start, said.start())
    whose = _OF.search(places.text, start, said.start()) or _OF.search(places.text, behind, end)
    represented = places.starting_at(whose.end(), BODIES) if whose else _sender(places, start, before[-1])
    source = Source((places.sentence(said.start()),), 0.85, "said: in place of")
    term, went = taken(places, said, met, behind), left(places, said, met)
    if pronoun and (told := _day_of(places, earlier, met)):
        term, went = replace(term, first=told), told
    seat = MemberRecord(
        before[-1].name,
        body,
        source,
        role["role"].lower().replace("-", " ") if role else None,
        represented.name if represented else None,
    )
    yield replace(seat, started=term.first, ended=term.last)
    if not pronoun:
        yield replace(seat, member=earlier.name, ended=went, ended_by="replaced")


def _named(places: Places, at: int) -> Place | None:
    """The person named at an offset, a title before the name allowed."""
    title = _TITLES.match(places.text, at)
    starts = {at, title.end() if title else at}
    found = [place for place in places.between(at, at + 90, PEOPLE) if place.start in starts]
    return max(found, key=lambda place: place.end, default=None)


def _meant(places: Places, start: int) -> Place | None:
    """Whom "him" means: the only person whom the sentence before names, in the same line."""
    line = places.text.rfind("\n", 0, start) + 1
    if start - line < 4:
        return None
    begin, end = places.sentence(start - 2)
    people = {place.name: place for place in places.between(begin, end + 1, PEOPLE)}
    return next(iter(people.values())) if len(people) == 1 and begin < start else None


def _day_of(places: Places, person: Place, met: dt.date | None) -> dt.date | None:
    """The day on which somebody is said to go, in the sentence that names them."""
    gone = _GONE.match(places.text, person.end)
    return said_of(places, gone, met, leaving=True).last if gone else None


def _sender(places: Places, start: int, person: Place) -> Place | None:
    """Who nominated somebody: the body with which the sentence begins."""
    first = places.starting_at(start, BODIES)
    verb = places.text[first.end : person.start] if first else ""
    return first if re.search(r"\bnominat|\bappoint", verb) else None


def _farewell(
    places: Places, body: str, met: dt.date | None, person: Place, gone: re.Match[str]
) -> Iterator[MemberRecord]:
    """ "The Board thanked Y, who retired on 31 May": with its day only, and words that part with somebody."""
    begin, end = places.sentence(person.start)
    line = places.text.rfind("\n", 0, begin) + 1
    before = places.sentence(begin - 2)[0] if begin - line > 3 else begin
    ended = said_of(places, gone, met, leaving=True).last
    if ended is None or not _FAREWELL.search(places.text, before, end):
        return
    how = "retired" if "retir" in gone["how"].lower() else "left"
    if "resign" in gone["how"].lower() or "down" in gone["how"].lower():
        how = "resigned"
    if re.match(r"\s+(?:as|the|from) (?!the Board|(?:on|in) )", places.text[gone.end() : gone.end() + 20]):
        return  # from a post, a room or another body: other rules read where to
    source = Source((places.sentence(person.start),), 0.8, "said: left")
    yield MemberRecord(person.name, body, source, ended=ended, ended_by=how)


def with_days_told(members: Iterable[MemberRecord], met: dt.date | None) -> list[MemberRecord]:
    """Seats whose end has the meeting's day for want of another get the day that another sentence tells."""
    found = list(members)
    told = {(one.member, one.body): one.ended for one in found if one.ended and one.ended != met}
    return [
        replace(one, ended=day)
        if one.ended_by and one.ended == met and (day := told.get((one.member, one.body)))
        else one
        for one in found
    ]

"""What stands on the page of a person, organisation, board, meeting or strategy."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from whosat.graph.map_data import PHRASES
from whosat.graph.offices import is_office
from whosat.graph.questions import Source as AskedSource
from whosat.graph.server.library import Library, Presence
from whosat.graph.time import Period
from whosat.graph.view import Seat, Source, Tie

MOST_RELATED: Final = 12

AnySource = Source | AskedSource


@dataclass(frozen=True, slots=True)
class Moment:
    """A line of a timeline: from and until when (ISO, or empty), what, with whom or what, and its sources."""

    first: str
    last: str
    what: str
    key: str
    detail: str
    sources: tuple[AnySource, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Something near: its key, and what joins the two."""

    key: str
    why: str


def is_chair(role: str) -> bool:
    """Whether a role is that of the chair, not of the vice chair."""
    words = role.casefold()
    return "chair" in words and not any(word in words for word in ("vice", "deputy", "former"))


def chairs(library: Library, body: str) -> list[Seat]:
    """Who chairs a body, the latest evidence first; nobody who is said to have left."""
    gone = former(library, body)
    held = (seat for seat in library.by_body.get(body, ()) if is_chair(seat.role) and not seat.ended)
    found = [seat for seat in held if seat.member not in gone]
    return sorted(found, key=lambda seat: (seat.last, seat.first, seat.member), reverse=True)


def _rank(seat: Seat) -> int:
    role = seat.role.casefold()
    return 0 if is_chair(role) else 1 if "chair" in role else 2


def members(library: Library, body: str) -> list[Seat]:
    """Who sits on a body, once each: chairs first, then vice chairs, then by name; who has left comes last.

    Somebody has a row for each organisation, and for each whom they deputise for, with all their roles in it.
    """
    seats = library.by_body.get(body, [])
    best: dict[str, int] = defaultdict(lambda: 9)
    for seat in seats:
        best[seat.member] = min(best[seat.member], _rank(seat))
    gone = former(library, body)

    def order(seat: Seat) -> tuple[Any, ...]:
        name = library.name(seat.member).casefold()
        return seat.member in gone, best[seat.member], name, seat.member, _rank(seat), seat.first, seat

    only = _only_organisation(seats)
    rows: dict[tuple[str, str, str], list[Seat]] = defaultdict(list)
    for seat in sorted(seats, key=order):
        rows[seat.member, seat.representing or only.get(seat.member, ""), seat.deputising_for].append(seat)
    return [_as_one(held, member in gone) for (member, *_), held in rows.items()]


def _only_organisation(seats: Iterable[Seat]) -> dict[str, str]:
    """For whom somebody sits there, where papers give only one organisation."""
    found: dict[str, set[str]] = defaultdict(set)
    for seat in seats:
        if seat.representing:
            found[seat.member].add(seat.representing)
    return {member: min(names) for member, names in found.items() if len(names) == 1}


def _as_one(seats: Sequence[Seat], gone: bool) -> Seat:
    if len(seats) == 1:
        return seats[0]
    return replace(
        seats[0],
        role=", ".join(dict.fromkeys(seat.role for seat in seats if seat.role)),
        representing=max(seat.representing for seat in seats),
        sector=next((seat.sector for seat in seats if seat.sector), ""),
        stated=any(seat.stated for seat in seats),
        first=min((seat.first for seat in seats if seat.first), default=""),
        last=max(seat.last for seat in seats),
        ended=gone and any(seat.ended for seat in seats),
        decided=next((seat.decided for seat in seats if seat.decided), ""),
        sources=tuple(dict.fromkeys(source for seat in seats for source in seat.sources)),
    )


def former(library: Library, body: str) -> set[str]:
    """Who has left a body by today, says a paper or a decision, and was not seen there later."""
    today = dt.date.today().isoformat()
    held: dict[str, list[Seat]] = defaultdict(list)
    for seat in library.by_body.get(body, ()):
        held[seat.member].append(seat)
    return {member for member, seats in held.items() if _left(seats, today)}


def _left(seats: Sequence[Seat], today: str) -> bool:
    closed = [
        seat
        for seat in seats
        if seat.ended and not (is_office(seat.role) and any(one.role != seat.role for one in seats))
    ]
    last = max((seat.last for seat in closed), default="")
    return bool(closed) and last <= today and all(seat.last <= last for seat in seats)


def seats_of(library: Library, member: str) -> list[Seat]:
    """On which bodies somebody sits: the latest evidence first."""
    seats = sorted(library.by_member.get(member, []), key=lambda s: (library.name(s.body).casefold(), s))
    return sorted(seats, key=lambda seat: seat.last or seat.first, reverse=True)


def posts(library: Library, key: str) -> list[Seat]:
    """The posts that somebody holds, or that are held in an organisation, by name of the other end."""
    names = {True: "member", False: "body"}
    held = library.posts_of.get(key, ())
    return sorted(held, key=lambda s: (library.name(getattr(s, names[s.body == key])).casefold(), s))


def held_for(library: Library, organisation: str) -> list[Seat]:
    """Seats that people hold for an organisation, by body."""
    seats = library.by_represented.get(organisation, [])
    return sorted(
        seats, key=lambda s: (library.name(s.body).casefold(), library.name(s.member).casefold(), s)
    )


def guests(library: Library, body: str) -> list[tuple[str, str, list[Presence]]]:
    """Who was at a body's meetings without a seat there: person, for whom, and when."""
    seated = {seat.member for seat in library.by_body.get(body, ())}
    found: dict[str, list[Presence]] = defaultdict(list)
    for meeting in library.meetings_of.get(body, ()):
        for presence in library.presences_of.get(meeting.key, ()):
            if presence.person not in seated:
                found[presence.person].append(presence)
    rows = [(person, next((p.representing for p in held if p.representing), ""), held)
            for person, held in found.items()]  # fmt: skip
    return sorted(rows, key=lambda row: (library.name(row[0]).casefold(), row[0]))


def links(library: Library, key: str) -> list[tuple[str, str, Tie]]:
    """Links of a body or strategy: the phrase seen from it, the other end, and the link."""
    found = []
    for tie in library.ties_of.get(key, ()):
        there, back = PHRASES[tie.relation]
        mine = tie.subject == key
        found.append((there if mine else back, tie.object if mine else tie.subject, tie))
    return sorted(found, key=lambda row: (row[0], library.name(row[1]).casefold(), row[1]))


def attended(library: Library, person: str) -> list[Presence]:
    """Somebody's meetings, the latest first."""
    held = [presence for presence in library.presences_of.get(person, ()) if presence.person == person]
    return sorted(held, key=lambda p: (library.meetings[p.meeting].date, p.meeting), reverse=True)


def at_meeting(library: Library, meeting: str) -> list[Presence]:
    """Who was, or was not, at a meeting: chair first, then by status and name."""
    order = ("present", "in attendance", "took the minutes", "apologies", "absent")
    held = library.presences_of.get(meeting, ())
    return sorted(
        held,
        key=lambda p: (
            order.index(p.status),
            not is_chair(p.role),
            library.name(p.person).casefold(),
            p.person,
        ),
    )


def timeline(library: Library, key: str) -> list[Moment]:
    """Everything dated about a thing, the earliest first."""
    found = [*_seat_moments(library, key), *_meeting_moments(library, key)]
    return sorted(found, key=lambda one: (one.first, one.last, one.what, one.key, one.detail))


def _seat_moments(library: Library, key: str) -> Iterable[Moment]:
    held = [(seat, seat.body) for seat in library.by_member.get(key, ())]
    held += [(seat, seat.member) for seat in library.by_body.get(key, ())]
    held += [(seat, seat.member) for seat in library.by_represented.get(key, ())]
    held += [(seat, seat.body if seat.member == key else seat.member) for seat in posts(library, key)]
    for seat, other in held:
        if seat.first or seat.last:
            what = seat.role or ("seat ended" if seat.ended else "seat")
            whom = library.name(seat.representing) if seat.representing not in ("", key) else ""
            where = library.name(seat.body) if key == seat.representing else ""
            detail = ", ".join(part for part in (where and f"on {where}", whom and f"for {whom}") if part)
            yield Moment(seat.first or seat.last, seat.last, what, other, detail, seat.sources)


def _meeting_moments(library: Library, key: str) -> Iterable[Moment]:
    for meeting in library.meetings_of.get(key, ()):
        if meeting.date:
            yield Moment(meeting.date, meeting.date, "met", meeting.key, meeting.place, meeting.sources)
    for presence in library.presences_of.get(key, ()):
        date = library.meetings[presence.meeting].date if presence.meeting in library.meetings else ""
        if presence.person == key and date:
            yield Moment(date, date, presence.status, presence.meeting, presence.role, presence.sources)


def related(library: Library, key: str) -> list[Related]:
    """People or bodies that share the most with this one."""
    if key.startswith("person/"):
        return _fellows(library, key)
    if key.startswith(("board/", "organisation/")):
        return _sisters(library, key)
    return []


def _fellows(library: Library, person: str) -> list[Related]:
    shared: dict[str, set[str]] = defaultdict(set)
    for body in {seat.body for seat in library.by_member.get(person, ())}:
        for seat in library.by_body[body]:
            if seat.member != person:
                shared[seat.member].add(body)
    return _most(library, shared, "also on")


def _sisters(library: Library, body: str) -> list[Related]:
    shared: dict[str, set[str]] = defaultdict(set)
    for member in {seat.member for seat in library.by_body.get(body, ())}:
        for seat in library.by_member[member]:
            if seat.body != body:
                shared[seat.body].add(member)
    return _most(library, shared, "shares")


def _most(library: Library, shared: dict[str, set[str]], verb: str) -> list[Related]:
    order = sorted(shared, key=lambda key: (-len(shared[key]), library.name(key).casefold(), key))
    return [Related(key, f"{verb} {_listed(library, shared[key])}") for key in order[:MOST_RELATED]]


def _listed(library: Library, keys: set[str], most: int = 3) -> str:
    names = sorted(library.name(key) for key in keys)
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def counted(presences: Sequence[Presence]) -> str:
    """How often in which status ("present 3, apologies 1")."""
    counts = Counter(presence.status for presence in presences)
    return ", ".join(f"{status} {number}" for status, number in sorted(counts.items()))


def of_paper(library: Library, key: str, sources: Iterable[AnySource]) -> list[AnySource]:
    """Those of some sources that stand in one document."""
    name = library.papers[key].name
    return [s for s in sources if (getattr(s, "key", "") or key) == key and s.document == name]


def apart(
    library: Library, before: Period, after: Period
) -> list[tuple[str, list[str], list[str], list[str]]]:
    """By kind, what dated evidence of one time names, of both, and of the other time only."""
    then, now = _named_in(library, before), _named_in(library, after)
    found = []
    for kind in ("board", "organisation", "person"):
        parts = (then - now, then & now, now - then)
        rows = [sorted((k for k in part if k.startswith(kind)), key=library.name) for part in parts]
        if any(rows):
            found.append((kind, rows[0], rows[1], rows[2]))
    return found


def _named_in(library: Library, when: Period) -> set[str]:
    first, last = when.first.isoformat(), when.last.isoformat()
    found: set[str] = set()
    for seat in library.view.seats:
        if seat.first and seat.last and seat.first <= last and seat.last >= first:
            found |= {seat.member, seat.body, seat.representing}
    for presence in library.presences:
        meeting = library.meetings.get(presence.meeting)
        if meeting and first <= (meeting.date or "0") <= last:
            found |= {presence.person, presence.representing, meeting.body}
    for tie in library.view.ties:
        if any(first <= source.date <= last for source in tie.sources if source.date):
            found |= {tie.subject, tie.object}
    return found & set(library.things)

"""Seats taken, held and left, as sentences say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from whosat.extract.components.member_chairs import BOARDS, ROLE, chairs, role_of, subject
from whosat.extract.components.member_runs import Here, run_after, run_before, source_of
from whosat.extract.components.places import BODIES, PEOPLE, Places
from whosat.extract.components.records import MemberRecord, Source
from whosat.extract.components.seat_dates import Term, left, said_of, taken

_GROUP: Final = (
    r"(?P<group>(?:small |new |short[- ]life |joint )*(?:working|steering|task(?: and finish)?|"
    r"project|reference|planning|advisory)[- ]"
    r"(?:group|party|force)|sub-?group|sub-?committee)"
)
_VOLUNTEERED: Final = re.compile(
    rf"\b(?:volunteered|agreed|offered|(?:was|were) (?:nominated|appointed|elected|selected|invited)|"
    rf"will|would) (?:to )?(?:be|become|form|join|sit on|serve on|make up)"
    rf" (?:a |an |the )?(?:part of |members? of |on )?(?:a |an |the )?{_GROUP}",
    re.I,
)
_ELECTED: Final = re.compile(
    rf"\b(?:(?:was|were|is|are|has been|have been|be|been) )?(?:duly |unanimously |formally |"
    rf"re-?)*(?:elected|appointed|co-?opted|confirmed|nominated|re-elected|re-appointed|"
    rf"reappointed|installed)\b(?: (?:unopposed|unanimously))?(?: to (?:the )?(?:position|post|role|"
    rf"office) of| to (?:be|act as|serve as)| as|,)?(?: the| a| an| our| its)?(?: new)? {ROLE}\b",
    re.I,
)
_APPOINTED_TO: Final = re.compile(
    r"\b(?:was|were|is|are|has been|have been) (?:duly |unanimously |re-?)*(?:elected|appointed|"
    r"co-?opted|nominated) "
    r"(?:to|onto) (?:serve on |sit on )?(?:the )?(?=[A-Z])"
)
_MEMBERS_ARE: Final = re.compile(r"\bmembers(?:hip)? of (?:the )?(?=[A-Z])")
_WILL_BE: Final = re.compile(
    r"\s+(?:will be|are|is|would be|were|comprises?|consists? of|includes?):?\s+(?=[A-Z])"
)
_ELECTED_FIRST: Final = re.compile(
    r"\b(?:elected|appointed|co-?opted|re-?elected|re-?appointed)\s+(?=[A-Z])", re.I
)
_AS_ROLE: Final = re.compile(
    rf"\s*(?:as|to be|to the (?:position|post|role|office) of)\s+(?:the |a |an |its )?(?:new )?{ROLE}\b",
    re.I,
)
_RESIGNED: Final = re.compile(
    r"\b(?:has |had |have )?(?:tendered (?:his|her|their) resignation|resigned|stood down|stepped "
    r"down|is standing down|is stepping down|(?P<coming>(?:will|would|is to) (?:be )?(?:step(?:ping)? down|"
    r"stand(?:ing)? down|resign(?:ing)?|retir(?:e|ing))|steps down|stands down|resigns|retires))\b"
    r"(?: as (?:the |an? )?(?P<role>[a-z][a-z -]{3,30}?))?"
    r"(?= from| of the| with| as of| as from| effective| until| at | on |[.,;]|\s*$)",
    re.I,
)
_LEAVES: Final = re.compile(
    r"\b(?:(?:will|is to) (?:be )?leav(?:e|ing)|is leaving|leaves|left|has left|had left) (?:the )?(?=[A-Z])"
)
_OURS: Final = re.compile(
    r"(?:the )?(?:Board|Partnership|Committee|Group|Forum|Panel|Executive|Trustees|Council)\b(?!['’]s?\b)"
    r"(?! (?:meeting|via|by|at|for|remotely|online)\b)(?! [A-Z])"
)
_RESIGNATION_OF: Final = re.compile(r"\bresignations? (?:had been received )?(?:of|from)\s+(?=[A-Z])")
_REPLACED_BY: Final = re.compile(
    r"\b(?:has been|had been|have been|was|is|will be|is to be|being) (?:replaced|succeeded) by\s+(?=[A-Z])"
)
_REPLACED: Final = re.compile(
    r"\b(?:has |had |will |would |is |was )?(?:replaces?|replaced|replacing|succeeds|succeeded|take "
    r"over from|taken over from|takes over from|took over from)\s+(?=[A-Z])"
)
_AS_REPRESENTATIVE: Final = re.compile(
    r"\bas (?:the |a |an |its |their )?(?:(?P<before>[A-Z][\w’'& -]{2,70}?)(?:['’]s)? )?(?:nominated |"
    r"named |appointed )?representative(?: (?:of|for|from) (?:the )?(?P<after>[A-Z]))?",
)
_NEW_MEMBERS: Final = re.compile(
    r"\bnew (?:board |panel |committee |group )?members?\b(?: at this meeting| of the "
    r"[A-Z]\w+)?[^.:\n]{0,40}?[:,–-]\s*[*_]*(?=[A-Z])"
)
_JOINED: Final = re.compile(
    r"\b(?:(?P<said>(?:has|have|had) (?:now |recently )?joined|(?:will|is to) (?:be )?join(?:ing)?|"
    r"(?:is|are) joining)|joins|joined) (?:the )?(?=[A-Z])"
)
_WORKED: Final = re.compile(
    r"\b(?:worked|served|was employed)? ?(?:works|worked|served|employed|serves) (?:in|at|for|"
    r"with|by) (?:the )?(?P<org>[A-Z][^.;\n]{2,80}?) as (?:an? |the |its )?(?P<role>[A-Z][\w’'&-]*(?: "
    r"(?:[A-Z][\w’'&-]*|of|and|for))*)"
)
_DOUBT: Final = re.compile(
    r"\b(?:should|could|might|(?-i:may)|not|whether|if|propos\w+|suggest\w*|consider\w*|would be|to be "
    r"elected|asked)\b",
    re.I,
)


def said_members(places: Places, here: Here) -> Iterator[MemberRecord]:
    """Every seat or post that a sentence states."""
    for read in (
        _volunteered,
        _elected,
        _elected_first,
        _appointed,
        _resigned,
        _leaves,
        _replaced,
        chairs,
        _new_members,
        _joined,
        _worked,
    ):
        yield from read(places, here)


def _body_after(places: Places, at: int, here: Here) -> str | None:
    """The body named just after ("… of the Finance Committee"), else the one that meets."""
    _, end = places.sentence(max(0, at - 1))
    m = re.compile(r"\s*(?:of|for|to|on|from|in)\s+(?:the\s+|this\s+)?(?=[A-Z])").match(places.text, at)
    if m:
        found = places.starting_at(m.end(), BODIES)
        if found is None and _OURS.match(places.text, m.end()):
            return here.body
        return found.name if found and found.end <= end else None
    return here.body


_BY: Final = re.compile(
    r"\s+(?:by|at)\s+(?:the\s+)?(?:(?:first|last|annual) meeting of\s+(?:the\s+)?)?(?=[A-Z])"
)


def _body_that_elects(places: Places, m: re.Match[str], at: int, here: Here) -> str | None:
    """The body whose office it is: named behind, or the one that the sentence is about, or that meets."""
    by = _BY.match(places.text, at)
    if by and (named := places.starting_at(by.end(), BOARDS)):
        return named.name
    told = _body_after(places, at, here)
    if told != here.body:
        return told
    start, _ = places.sentence(m.start())
    others = [one for one in places.between(start, m.start(), BOARDS) if one.name != here.body]
    if not others or places.text[at : at + 4] == " of ":
        return told
    return subject(places, start, m.start())


def _volunteered(places: Places, here: Here) -> Iterator[MemberRecord]:
    for m in _VOLUNTEERED.finditer(places.text):
        people = run_before(places, m.start(), PEOPLE)
        body = _group_named(places, m["group"], here)
        if body and people:
            for person in people:
                yield MemberRecord(
                    person.name, body, source_of(places, m, 0.85, "volunteered"), started=here.date
                )


def _group_named(places: Places, group: str, here: Here) -> str | None:
    """A "working group": the only one the document names so, else the meeting's."""
    head = re.sub(r"\b(?:small|new|short[- ]life|joint)\s+", "", group.lower())
    named = sorted(
        {name for name, kind in places.kinds.items() if kind in BOARDS and name.lower().endswith(head)}
    )
    if len(named) == 1:
        return named[0]
    return f"{here.body} {head}" if here.body else None


def _elected(places: Places, here: Here) -> Iterator[MemberRecord]:
    for m in _ELECTED.finditer(places.text):
        start, _ = places.sentence(m.start())
        if (
            _DOUBT.search(places.text, max(start, m.start() - 30), m.start())
            and "resolved" not in places.text[start : m.start()].lower()
        ):
            continue
        people = run_before(places, m.start(), PEOPLE)
        body = _body_that_elects(places, m, m.end(), here)
        for person in people if body else ():
            source = source_of(places, m, 0.85, "elected")
            yield _seat(person.name, str(body), source, taken(places, m, here.date), role_of(m))


def _appointed(places: Places, here: Here) -> Iterator[MemberRecord]:
    """ "X was appointed to the Y", "the members of the Y will be A and B"."""
    for m in _APPOINTED_TO.finditer(places.text):
        board, people = _board_at(places, m.end(), here), run_before(places, m.start(), PEOPLE)
        start = places.sentence(m.start())[0]
        if board and not _DOUBT.search(places.text, max(start, m.start() - 30), m.start()):
            term = taken(places, m, here.date)
            for person in people:
                yield _seat(person.name, board, source_of(places, m, 0.85, "appointed"), term)
    for m in _MEMBERS_ARE.finditer(places.text):
        body = places.starting_at(m.end(), BOARDS)
        verb = _WILL_BE.match(places.text, body.end) if body else None
        for person in run_after(places, verb.end(), PEOPLE) if body and verb else ():
            name = body.name if body else ""
            yield MemberRecord(
                person.name, name, source_of(places, m, 0.85, "members are"), started=here.date
            )


def _elected_first(places: Places, here: Here) -> Iterator[MemberRecord]:
    """ "elected Jane Rees as chair"."""
    for m in _ELECTED_FIRST.finditer(places.text):
        people = run_after(places, m.end(), PEOPLE)
        as_role = _AS_ROLE.match(places.text, people[-1].end) if people else None
        body = _body_that_elects(places, m, as_role.end(), here) if as_role else None
        if as_role and body:
            term = taken(places, m, here.date, as_role.end())
            for person in people:
                yield _seat(person.name, body, source_of(places, m, 0.85, "elected"), term, role_of(as_role))


def _resigned(places: Places, here: Here) -> Iterator[MemberRecord]:
    for m in _RESIGNED.finditer(places.text):
        people = run_before(places, m.start(), PEOPLE)
        body = _body_after(places, m.end(), here)
        role = m["role"].strip().lower() if m["role"] else None
        if m["coming"] and not said_of(places, m, here.date, leaving=True).last:
            continue  # somebody who means to go some day has not gone
        if len(people) == 1 and body:
            yield MemberRecord(
                people[0].name,
                body,
                source_of(places, m, 0.85, "resigned"),
                role=role,
                ended=left(places, m, here.date),
                ended_by="resigned",
            )
    for m in _RESIGNATION_OF.finditer(places.text):
        for person in run_after(places, m.end(), PEOPLE):
            if here.body:
                yield MemberRecord(
                    person.name,
                    here.body,
                    source_of(places, m, 0.8, "resigned"),
                    ended=left(places, m, here.date),
                    ended_by="resigned",
                )


def _leaves(places: Places, here: Here) -> Iterator[MemberRecord]:
    """ "X left the Board on 3 May": with its day only, for people also leave rooms and meetings."""
    for m in _LEAVES.finditer(places.text):
        people, body = run_before(places, m.start(), PEOPLE), _board_at(places, m.end(), here)
        ended = said_of(places, m, here.date, leaving=True).last
        if body and len(people) == 1 and ended:
            source = source_of(places, m, 0.8, "left")
            yield MemberRecord(people[0].name, body, source, ended=ended, ended_by="left")


def _seat(person: str, body: str, source: Source, term: Term, role: str | None = None) -> MemberRecord:
    """A seat taken, and if the sentence says so, until when."""
    return MemberRecord(person, body, source, role=role, started=term.first, ended=term.last)


def _board_at(places: Places, at: int, here: Here) -> str | None:
    """The board named at an offset, or the one that meets where it is called "the Board" there."""
    named = places.starting_at(at, BOARDS)
    if named:
        return named.name
    return here.body if _OURS.match(places.text, at) else None


def _replaced(places: Places, here: Here) -> Iterator[MemberRecord]:
    """ "X replaced Y as the representative of Z on the Board": one seat taken, one left."""
    for pattern in (_REPLACED, _REPLACED_BY):
        for m in pattern.finditer(places.text):
            before, after = run_before(places, m.start(), PEOPLE), run_after(places, m.end(), PEOPLE)
            if len(before) == len(after) == 1 and here.body:
                passive = pattern is _REPLACED_BY
                new, old = (after[0], before[0]) if passive else (before[0], after[0])
                yield from _exchanged(places, m, here, after[0].end, (new.name, old.name))


def _exchanged(
    places: Places, m: re.Match[str], here: Here, behind: int, names: tuple[str, str]
) -> Iterator[MemberRecord]:
    """The seat that one takes and another leaves; `behind` is where the second name ends."""
    _, end = places.sentence(m.start())
    rest = places.between(behind, end, BODIES)
    said = _AS_REPRESENTATIVE.search(places.text, behind, end)
    represented = next((p.name for p in rest if said and said.start() <= p.start <= said.end() + 4), None)
    on = next(
        (p for p in rest if re.search(r"\bon (?:the )?$", places.text[max(0, p.start - 8) : p.start])),
        None,
    )
    as_role = _AS_ROLE.match(places.text, behind)
    role = role_of(as_role) if as_role and not said else None
    source, term = source_of(places, m, 0.85, "replaced"), taken(places, m, here.date)
    seat = MemberRecord(names[0], on.name if on else str(here.body), source, role, represented)
    yield replace(seat, started=term.first, ended=term.last)
    yield replace(seat, member=names[1], ended=left(places, m, here.date), ended_by="replaced")


def _new_members(places: Places, here: Here) -> Iterator[MemberRecord]:
    for m in _NEW_MEMBERS.finditer(places.text):
        for person in run_after(places, m.end(), PEOPLE):
            if here.body:
                yield MemberRecord(
                    person.name,
                    here.body,
                    source_of(places, m, 0.85, "new members"),
                    role="new member",
                    started=here.date,
                )


def _joined(places: Places, here: Here) -> Iterator[MemberRecord]:
    for m in _JOINED.finditer(places.text):
        people = run_before(places, m.start(), PEOPLE)
        body = _board_at(places, m.end(), here)
        named = places.starting_at(m.end(), BOARDS)
        if body is None or (named and "meeting" in places.text[named.end : named.end + 12].lower()):
            continue
        if not m["said"] and not said_of(places, m, here.date, leaving=False).first:
            continue  # "X joined the Board by telephone": there, and no more
        term = taken(places, m, here.date)
        for person in people:
            yield _seat(person.name, body, source_of(places, m, 0.8, "joined"), term)


def _worked(places: Places, _: Here) -> Iterator[MemberRecord]:
    """ "She worked in NHS Barset as Programme Director": a post held, by the person the paragraph is
    about."""
    for m in _WORKED.finditer(places.text):
        found = places.between(m.start("org"), m.end("org") + 1, BODIES)
        start = places.sentence(m.start())[0]
        line = places.text.rfind("\n", 0, start) + 1
        people = places.between(line, m.start(), PEOPLE)
        if len({p.name for p in people}) == 1 and found and found[0].start == m.start("org"):
            yield MemberRecord(
                people[0].name, found[0].name, source_of(places, m, 0.75, "worked as"), role=m["role"]
            )

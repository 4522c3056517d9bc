"""Members that lists name ("The members of the Board include:"), and posts that the roster gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc

from whosat.extract.components.places import BODIES, PEOPLE, Place, Places
from whosat.extract.components.records import Extent, MemberRecord, RosterEntry, Source, text_of
from whosat.ontology.facts import Kind, Status

_LEAD: Final = re.compile(
    r"\b(?:members(?:hip)?|partners|membership partners)\b[^.:\n]{0,40}\b(?:of|on) (?:the "
    r")?(?P<body>[A-Z][^.:\n]{2,90}?)\s+"
    r"(?:are|include[sd]?|is made up of|comprise[sd]?|consists? of|were|currently (?:are|"
    r"include))\b[^.:\n]{0,30}:\s*$|"
    r"^(?:The )?(?P<subject>[A-Z][^.:\n]{2,90}?)\s+(?:consists of|comprises|is made up of|is composed "
    r"of)\b[^.:\n]{0,40}:\s*$",
    re.M,
)
_BULLET: Final = re.compile(r"[\s•·*▪o‐–-]*(?:\d{1,2}[.)]\s)?")
_MOST: Final = 60
_POST: Final = re.compile(
    r"\b(?:director|manager|officer|head|chief|lead(?:er)?|executive|coordinator|co-ordinator|adviser|"
    r"advisor|consultant|principal|"
    r"dean|professor|registrar|superintendent|inspector|secretary|trustee|governor|commissioner|"
    r"councillor|analyst|nurse|doctor|"
    r"engineer|clerk|assistant|administrator|editor|economist|solicitor|architect|partner|president|"
    r"chair|fellow|reader|lecturer|"
    r"planner|specialist|scientist|worker|practitioner|ceo|coo|cfo)s?\b",
    re.I,
)


def listed_members(places: Places) -> Iterator[MemberRecord]:
    """Organisations and people in a list of a board's members."""
    for m in _LEAD.finditer(places.text):
        group = "body" if m["body"] else "subject"
        found = [
            p for p in places.between(m.start(group), m.end(group) + 1, BODIES) if p.kind == Kind.BOARD.value
        ]
        if not found:
            continue
        for place in _items(places, m.end()):
            where = ((m.start(), m.end()), (place.start, place.end))
            yield MemberRecord(
                place.name, found[-1].name, Source(where, 0.85, "list of members"), role="member"
            )


def _items(places: Places, begin: int) -> Iterator[Place]:
    """The names with which the lines below begin."""
    at = begin
    for _ in range(_MOST):
        end = places.text.find("\n", at + 1)
        line = places.text[at + 1 : end if end >= 0 else len(places.text)]
        if line.strip():
            bullet = _BULLET.match(line)
            start = at + 1 + (bullet.end() if bullet else 0)
            place = places.starting_at(start, BODIES | PEOPLE)
            if place is None or place.start > start + 4:
                return
            yield place
        if end < 0:
            return
        at = end


def posts_of_roster(doc: Doc) -> Iterator[MemberRecord]:
    """A job title in the roster is a post in the organisation beside it ("Jane Rees – Director of
    Barset Arts")."""
    for entry in doc._.roster:
        if (
            entry.status is None
            or not entry.job_title
            or not entry.organisation
            or not _POST.search(entry.job_title)
            or (_CHAIR.fullmatch(entry.job_title) and not _is_chair_there(doc, entry))
        ):
            continue
        where = (entry.name_at, *([entry.organisation_at] if entry.organisation_at else []))
        yield MemberRecord(
            entry.name,
            entry.organisation,
            Source(where, min(0.85, entry.source.confidence), "job title in the roster"),
            role=entry.job_title,
            seen=doc._.meetings[0].date if doc._.meetings else None,
        )


_CHAIR: Final = re.compile(
    r"(?:(?:vice|deputy|co|joint)[- ]?)*(?:chair(?:man|woman|person)?|convener|convenor)", re.I
)
_THERE: Final = re.compile(
    r"\b(?:chair(?:man|woman|person)?|conven[eo]r),?[^\S\n\t]+(?:(?:of|at|for)[^\S\n\t]+)?(?:the[^\S\n\t]+)?$",
    re.I,
)


def _is_chair_there(doc: Doc, entry: RosterEntry) -> bool:
    """Whether the text says that somebody chairs the organisation beside the name: "Chair of Barset Arts".

    A "(Chair)" beside a name and its employer's in the next cell is the chair of some board; and what follows
    only a comma says too little of somebody who was away.
    """
    if entry.organisation_at is None or entry.organisation_at[0] < entry.name_at[1]:
        return False
    said = _THERE.search(text_of(doc)[entry.name_at[1] : entry.organisation_at[0]])
    away = entry.status in (Status.APOLOGIES, Status.ABSENT)
    return said is not None and not (away and "," in said[0])


_RESIGNATION: Final = re.compile(r"\bresign(?:ations?|ed)\b", re.I)
_OTHER_STATUS: Final = re.compile(r"\bapolog(?:y|ies)\b|\babsen(?:t|ces?)\b|\bpresent\b", re.I)


def resigned_in_roster(doc: Doc) -> Iterator[MemberRecord]:
    """Who stands under a heading that says they resigned ("Apology and Resignation").

    A heading that says more than one thing is said of one person only: of several, nobody knows who left.
    """
    meeting = doc._.meetings[0] if doc._.meetings else None
    below: dict[Extent, list[RosterEntry]] = {}
    for entry in doc._.roster:
        if (heading := _resignation(doc, entry)) and not entry.deputising_for:
            below.setdefault(heading, []).append(entry)
    for heading, entries in below.items():
        if len(entries) > 1 and _OTHER_STATUS.search(text_of(doc)[slice(*heading)]):
            continue
        for entry in entries:
            body = entry.body or (meeting.body if meeting else None)
            if body:
                yield MemberRecord(
                    entry.name,
                    body,
                    Source(entry.source.where, min(0.85, entry.source.confidence), "resigned, in the roster"),
                    role=entry.role,
                    representing=entry.organisation,
                    ended=meeting.date if meeting else None,
                    ended_by="resigned",
                )


def _resignation(doc: Doc, entry: RosterEntry) -> Extent | None:
    """The heading above an entry, if it speaks of resigning."""
    for start, end in entry.source.where:
        if end <= entry.name_at[0] and _RESIGNATION.search(text_of(doc)[start:end]):
            return (start, end)
    return None

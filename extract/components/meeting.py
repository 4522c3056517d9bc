"""ws_meeting: `doc._.meetings`, the minuted meeting first, then the next one where the document names
its date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from whosat.extract.components.dates import MONTH_AND_YEAR, Dated, dates_in, time_in
from whosat.extract.components.meeting_body import body_candidates
from whosat.extract.components.meeting_date import likely, likely_date, without_year
from whosat.extract.components.meeting_place import place_in
from whosat.extract.components.meeting_title_lines import BodyFound
from whosat.extract.components.records import Extent, MeetingRecord, Source, UnreadRecord, document_of
from whosat.extract.components.roster_scores import name_score
from whosat.extract.components.roster_sections import Section
from whosat.extract.document import Document
from whosat.ontology.facts import UnreadKind

_MINUTES: Final = re.compile(
    r"\b(?:minutes|minute of|meeting notes|mtg|took place|meeting of|notes of|note of|action notes|"
    r"record of (?:the )?meeting|minute taker|"
    r"meeting held|held on|was held (?:at|in|on)|meeting was held|"
    r"met (?:at|in|via|on)\b|(?:were|was) present|present (?:were|was)|called to order|attendees|venue|"
    r"sederunt|in attendance|apologies (?:(?:were )?received|from)|in the chair|"
    r"notes from|meeting between)\b",
    re.IGNORECASE,
)


_NO_NAME: Final = re.compile(
    r"\b(?:has|have|had|is|are|was|were|will|would|agreed) [a-z]+\b|\bcalled (?:the )?(?:meeting|to order)\b|"
    r"\bpage \d|\bpdf\b|\d ?[KM]B\b|\bpresent for\b|^item \d|\d ?[ap]\.?m\b|"
    r"^(?:the )?(?:administration|community|civic|village|leisure|sports|conference|training|council|town) "
    r"(?:centre|hall|room|offices?|chamber)s?(?:,|$)|^to [a-z]+\b|\b(?:the|to|and)$",
    re.IGNORECASE,
)
"""Sentences, the furniture of pages and rooms, which name no body."""


def _names_none(name: str) -> bool:
    """Whether what stands where a title would is no body's name after all."""
    if _NO_NAME.search(name) or name.count("(") != name.count(")"):
        return True
    return name_score(name.split(" / ")[0]) >= 0.85 and " / " in name


def _is_beside(where: Extent | None, sections: Sequence[Section]) -> bool:
    """Whether words stand in a roster, in the column beside its names."""
    if where is None:
        return False
    heads = (line.head for section in sections for line in section.lines if line.head)
    return any(at <= where[0] < at + len(text) for text, at in heads)


_HELD: Final = re.compile(
    r"\bminutes of (?:the |an? )?(?:[A-Z][\w’'&-]*[ ,]+){1,8}meeting,? (?:which was )?held\b", re.IGNORECASE
)
"""What only minutes say, whether or not the day can be read."""


_SAYS_SO: Final = re.compile(r"\b(?:meeting|minutes|mtg|notes|a\.?g\.?m)\b", re.IGNORECASE)
"""What a title of minutes says somewhere, where a roster stands below it."""


def is_minuted(document: Document, sections: Sequence[Section]) -> bool:
    """Whether the document is a record of a meeting: somebody was there, or it says so and has a date."""
    if any(section.explicit and (section.people or section.lines) for section in sections):
        return True
    if _HELD.search(document.text[:1500]):
        return True
    told = _MINUTES.search(document.text[:1500]) or _MINUTES.search(document.title or "")
    if not told and not (
        _SAYS_SO.search(document.text[:300]) and any(one.people or one.lines for one in sections)
    ):
        return False
    return likely_date(document) is not None or _is_of_month(document.text[:_TITLE])


_TITLE: Final = 200


def _is_of_month(title: str) -> bool:
    """Whether a line of the title tells a meeting's month and no day."""
    return any("meeting" in line.lower() and MONTH_AND_YEAR.search(line) for line in title.split("\n"))


def meeting_of(document: Document, sections: Sequence[Section] = ()) -> MeetingRecord:
    """The meeting that the document minutes; whom somebody in a roster is from is not the body that met."""
    bodies = [
        one
        for one in body_candidates(document)
        if not _names_none(one.name) and not _is_beside(one.where, sections)
    ]
    body: BodyFound | None = bodies[0] if bodies else None
    found = likely(document)
    place = place_in(document, found or without_year(document), body.name if body else None)
    where: list[Extent] = [
        extent
        for extent in (
            body.where if body else None,
            (found.start, found.end) if found else None,
            place[1] if place else None,
        )
        if extent
    ]
    confidence = 0.95 if body and found and body.score >= 2 else 0.75 if body and found else 0.5
    date = likely_date(document)
    return MeetingRecord(
        body.name if body else None,
        date,
        Source(tuple(where) or ((0, min(1, len(document.text))),), confidence, "meeting heading"),
        time=_time(document, found),
        place=place[0] if place else None,
        previous=_previous(document, date),
    )


def _time(document: Document, found: Dated | None) -> dt.time | None:
    """When it began: the time beside the date, after "Time:", or "the meeting commenced at"."""
    text = document.text
    if found and (told := time_in(text[found.end : found.end + 60].split("\n\n")[0])):
        return told
    for mark in re.finditer(
        r"(?:(?:^|\n)\W*time\W+|\bmeeting (?:commenced|started|opened|began|was "
        r"opened)[^.\n]{0,30}?\bat )([^\n]{3,30})",
        text[:6000],
        re.IGNORECASE,
    ):
        if told := time_in(mark.group(1)):
            return told
    if found:
        line = text[max(0, found.start - 60) : found.start].rsplit("\n", 1)[-1]
        return time_in(line)
    return None


_PREVIOUS: Final = re.compile(
    r"\b(?:minutes|notes|record)\b[^.\n]{0,60}\b(?:last|previous|meeting|"
    r"held)\b[^.\n]{0,50}$|\b(?:last|previous) (?:meeting|minutes)\b[^.\n]{0,50}$|"
    r"\bmeeting (?:held )?(?:on|of|from)\s*$|\b(?:minutes|notes) (?:of|from|for|dated) (?:the )?$",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(
    r"\b(?:next|future|forthcoming) (?:\w+ ){0,2}meetings?\b[^.]{0,120}$|\bdates? of "
    r"(?:the )?(?:next|future) (?:\w+ )?meetings?\b[^.]{0,100}$",
    re.IGNORECASE,
)


_ELSE: Final = re.compile(r"[)\]]|\b(?:action|by|due|before|deadline|until)\b", re.IGNORECASE)
"""What between "next meeting" and a date makes it another's: "… to the next meeting) [… by 31 July]"."""


def _previous(document: Document, date: dt.date | None) -> dt.date | None:
    """The date of the meeting whose minutes were agreed at this one."""
    if date is None:
        return None
    text = document.text
    for one in dates_in(text[:60_000]):
        before = text[max(0, one.start - 130) : one.start]
        when = one.date or _latest_before(one, date)
        if when and when < date and _PREVIOUS.search(before.split("\n\n")[-1]) and (date - when).days < 800:
            return when
    return None


def _latest_before(one: Dated, date: dt.date) -> dt.date | None:
    found = one.in_year(date.year)
    return found if found and found < date else one.in_year(date.year - 1)


def next_meetings(document: Document, held: MeetingRecord) -> Iterator[MeetingRecord]:
    """The meetings the document announces."""
    if held.date is None:
        return
    text, seen = document.text, set[dt.date]()
    for one in dates_in(text):
        before = text[max(0, one.start - 160) : one.start]
        said = _NEXT.search(before)
        if said is None or _ELSE.search(said.group()):
            continue
        when = one.date or one.in_year(held.date.year)
        if when and one.date is None and when <= held.date:
            when = one.in_year(held.date.year + 1)
        if when and held.date < when and (when - held.date).days < 800 and when not in seen:
            seen.add(when)
            source = Source(((one.start, one.end),), 0.7, "next meeting")
            yield MeetingRecord(held.body, when, source, minuted=False)
            return


def impossible_dates(document: Document) -> Iterator[UnreadRecord]:
    """Dates that no calendar has ("31 February 2012")."""
    for one in dates_in(document.text):
        if one.year and one.date is None:
            text = document.text[one.start : one.end]
            yield UnreadRecord(UnreadKind.DATE, text, "there is no such date", (one.start, one.end))


@Language.component("ws_meeting", requires=["doc.spans"], assigns=["doc._.meetings"])
def ws_meeting(doc: Doc) -> Doc:
    """Find the meeting the document minutes, and the next."""
    document = document_of(doc)
    doc._.unread = (*doc._.unread, *impossible_dates(document))
    if is_minuted(document, doc._.roster_sections):
        held = meeting_of(document, doc._.roster_sections)
        doc._.meetings = (
            held,
            *[replace(later, previous=held.date) for later in next_meetings(document, held)],
        )
    return doc

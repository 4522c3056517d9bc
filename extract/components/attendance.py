"""ws_attendance: `doc._.roster`, one entry a person, decoded from the regions' layout.

What must be true of a roster is kept here: one status a person a meeting, a chair who is this meeting's,
deputies
who stand for somebody else. What was left out is listed in `doc._.unread`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from whosat.extract.components.attendance_chair import appoint_chair
from whosat.extract.components.attendance_chair_whose import heads_another
from whosat.extract.components.attendance_dense import dense_rosters
from whosat.extract.components.attendance_deputies import (
    deputies_in_text,
    settle_deputies,
    without_principals,
)
from whosat.extract.components.attendance_entries import Draft, drafts_of, is_record, to_entries
from whosat.extract.components.attendance_labels import fill
from whosat.extract.components.attendance_marks import settle_explained, settle_letters, settle_marks
from whosat.extract.components.attendance_merge import merged, without_first_names, without_surnames
from whosat.extract.components.attendance_named import by_full_names, named_alone, without_accompanied
from whosat.extract.components.attendance_organisations import clean_organisations
from whosat.extract.components.attendance_sentences import (
    apologies_in_text,
    attendance_in_text,
    movements_in_text,
)
from whosat.extract.components.attendance_ticks import settle_ticks
from whosat.extract.components.extents import Extents
from whosat.extract.components.records import Label, MeetingRecord, UnreadRecord, document_of
from whosat.extract.components.roster_headings import Group
from whosat.extract.components.roster_hints import Hints
from whosat.extract.components.roster_members import is_members_list, seats_of
from whosat.extract.components.roster_sections import Section
from whosat.extract.document import Document
from whosat.extract.model.tags import ORG, PERSON
from whosat.extract.names_told import reading
from whosat.ontology.facts import Status, UnreadKind

_LONGEST_UNREAD: Final = 160


def decode_attendance(
    document: Document,
    sections: Sequence[Section],
    bodies: tuple[str, ...],
    labels: Sequence[Label] = (),
) -> tuple[list[Draft], list[UnreadRecord]]:
    """Everybody the rosters name, one draft a person, and the lines that gave nobody."""
    sections = [one for one in sections if not is_record(one)]
    drafts, unread = drafts_of(sections, Hints.of(labels, document.text))
    drafts = by_full_names(drafts, document.text)
    people = merged(without_accompanied(without_principals(drafts, document.text), document.text))
    _settle_alone(sections, people)
    settle_letters(document.text, people)
    settle_explained(document.text, people)  # before sentences tell who of those away had excused it
    attendance_in_text(document, people)
    apologies_in_text(document, people)
    people = merged(people)
    settle_deputies(document, people)
    labels = _outside_headings(labels, sections)
    people = merged(fill(document.text, labels, sections, people))
    people = merged([*people, *dense_rosters(document.text, labels, people)])
    people = without_surnames(without_first_names(people))
    deputies_in_text(document, people)
    settle_letters(document.text, people)
    settle_marks(document.text, people)
    settle_ticks(document.text, people)
    clean_organisations(people, bodies, document.text, Hints.of(labels))
    appoint_chair(document, people, bodies)
    movements_in_text(document, people)
    return people, unread


def _settle_alone(sections: Sequence[Section], people: Sequence[Draft]) -> None:
    """Give the minutes or the chair to the one whom a heading's line names by one word: "Scribe: Wes"."""
    for section in sections:
        if section.group not in (Group.MINUTES, Group.CHAIR) or not section.lines:
            continue
        one = named_alone(section.lines[0].text, people)
        if one is None or one.status not in (Status.PRESENT, Status.IN_ATTENDANCE):
            continue
        if section.group is Group.MINUTES:
            one.status = Status.MINUTE_TAKER
        elif one.role is None:
            one.role, one.role_strength = "chair", 3


def _outside_headings(labels: Sequence[Label], sections: Sequence[Section]) -> list[Label]:
    """The labels without names that the model sees within a heading ("I Tae Mai/In Attendance"), and without
    the heading itself as somebody's body ("Management side: Ann Bell")."""
    heads = {section.heading for section in sections if section.heading}
    within = Extents(heads)
    return [
        one
        for one in labels
        if not (
            (one.label == PERSON and within.hold(one.start, one.end))
            or (one.label == ORG and (one.start, one.end) in heads)
        )
    ]


def _labels(doc: Doc, settled: Sequence[Section]) -> tuple[Label, ...]:
    """The model's labels outside what is settled without them; none where no meeting is minuted."""
    if not any(meeting.minuted for meeting in doc._.meetings):
        return ()
    extents = [section.extent for section in settled if section.extent]
    return tuple(x for x in doc._.labels if not any(start <= x.start < end for start, end in extents))


def _unread(records: Sequence[UnreadRecord]) -> tuple[UnreadRecord, ...]:
    return tuple(
        UnreadRecord(one.kind, one.text[:_LONGEST_UNREAD], one.reason, one.where)
        for one in records
        if one.text.strip()
    )


@Language.component("ws_attendance", requires=["doc.spans", "doc._.meetings"], assigns=["doc._.roster"])
def ws_attendance(doc: Doc) -> Doc:
    """Decode the sections: attendances for minutes, memberships for lists of members."""
    document = document_of(doc)
    sections: tuple[Section, ...] = doc._.roster_sections
    meetings: tuple[MeetingRecord, ...] = doc._.meetings
    bodies = tuple(meeting.body for meeting in meetings if meeting.body and meeting.minuted)
    listed = [section for section in sections if is_members_list(section, sections, document)]
    attended = [
        one
        for one in sections
        if one not in listed and not heads_another(one.heading_text, one.organisation, bodies)
    ]
    settled = [
        *listed,
        *(section for section in attended if section.table),
    ]  # columns told which cell is what
    with reading(doc._.told):
        people, unread = decode_attendance(document, attended, bodies, _labels(doc, settled))
        entries = to_entries(people)
        seats, more = seats_of(document, listed, bodies)
    doc._.roster = tuple(
        sorted([*entries, *seats], key=lambda entry: (entry.name_at, entry.body or "", entry.role or ""))
    )
    doc._.unread = (*doc._.unread, *_unread([*unread, *more]))
    return doc


__all__ = ["UnreadKind", "decode_attendance"]

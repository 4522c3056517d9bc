"""Seats and posts that the text states outright: `doc._.members`.

"A and B volunteered to be part of a working group", "X was elected chair", "Y resigned from the Board",
"Z replaced W as the representative of …", "this group is chaired by …", lists of member organisations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from whosat.extract.components.member_changes import changed_members, with_days_told
from whosat.extract.components.member_lists import listed_members, posts_of_roster, resigned_in_roster
from whosat.extract.components.member_offices import offices
from whosat.extract.components.member_runs import Here
from whosat.extract.components.member_sentences import said_members
from whosat.extract.components.places import Places
from whosat.extract.components.records import MemberRecord


def _once(members: list[MemberRecord]) -> tuple[MemberRecord, ...]:
    """Each seat once, with all its passages."""
    found: dict[tuple[object, ...], MemberRecord] = {}
    for one in members:
        key = (one.member, one.body, (one.role or "").lower(), one.ended_by, one.started)
        old = found.get(key)
        if old is None:
            found[key] = one
        else:
            where = tuple(dict.fromkeys([*old.source.where, *one.source.where]))
            represented = old.representing or one.representing
            found[key] = replace(old, representing=represented, source=replace(old.source, where=where))
    return tuple(one for one in found.values() if one.member != one.body)


def _is_told(one: MemberRecord, seated: set[tuple[str, str | None]]) -> bool:
    """Whether a seat says no more than the list of members in which it stands."""
    more = one.role or one.representing or one.started or one.ended or one.ended_by
    return not more and (one.member, one.body) in seated


def _untold(offices: Iterable[MemberRecord], said: list[MemberRecord]) -> Iterator[MemberRecord]:
    """The seats that no fuller sentence has told."""
    told = {(one.member, one.body) for one in said}
    return (one for one in offices if (one.member, one.body) not in told)


@Language.component(
    "ws_members",
    requires=["doc._.document", "doc._.roster", "doc._.meetings", "doc.spans"],
    assigns=["doc._.members"],
)
def members_component(doc: Doc) -> Doc:
    """Set `doc._.members`."""
    places = Places(doc)
    meeting = doc._.meetings[0] if doc._.meetings else None
    here = Here(meeting.body if meeting else None, meeting.date if meeting else None)
    seated = {(entry.name, entry.body) for entry in doc._.roster if entry.status is None}
    all_said = with_days_told([*said_members(places, here), *changed_members(places, here)], here.date)
    said = [one for one in all_said if not _is_told(one, seated)]
    doc._.members = (
        *doc._.members,
        *_once(
            [
                *said,
                *(one for one in _untold(offices(places, here), said) if not _is_told(one, seated)),
                *listed_members(places),
                *posts_of_roster(doc),
                *resigned_in_roster(doc),
            ]
        ),
    )
    return doc

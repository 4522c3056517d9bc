"""Which meeting a paper is of, and where it was, among others that its text tells of."""

from __future__ import annotations

import pytest
from reading import ITEM, facts_of, roster, statuses

_BODIES = {
    "an extract from the minutes": (
        "Excerpts from the Wenlow Harbour Forum minutes\n6 March 2017\n\nPresent: Tamsin Orrell (Chair)\n",
        "Wenlow Harbour Forum",
    ),
    "the number of a telephone conference": (
        "8th Teleconference of the Tide Gauge Working Group\n6 March 2017\n\nPresent: Tamsin Orrell\n",
        "Tide Gauge Working Group",
    ),
    "who held the meeting, with the date between": (
        "Minutes\nMeeting held on 6 March 2017 by the Tide Gauge Expert Team\n\nPresent: Tamsin Orrell\n",
        "Tide Gauge Expert Team",
    ),
    "who called to order is no body": (
        "Corve Township Board of Trustees, 6 March 2017\nCalled to order by Supervisor McQuill, 6 PM\n\n"
        "Present: Tamsin Orrell\n",
        "Corve Township Board of Trustees",
    ),
    "minutes of another body below the roster": (
        "Wenlow Harbour Forum\nMinutes, 6 March 2017\n\nPresent\nTamsin Orrell (Chair)\nBodhi Larkspur\n\n"
        "2. Approval of the minutes of the Corve meeting of 2 February 2017\nThese were approved.\n",
        "Wenlow Harbour Forum",
    ),
}


@pytest.mark.parametrize(("text", "body"), _BODIES.values(), ids=_BODIES)
def test_the_body_that_met(text: str, body: str) -> None:
    assert facts_of(text + ITEM).meetings[0].body == body


_NO_PLACES = {
    "what was conducted is no meeting": "1. Survey\nA survey was conducted at Brack Primary School in May.\n",
    "an item names another meeting": "3. Open day, hosted at the Lantern Rooms\nIt went well.\n",
    "a country's letters before a name": "AT: Tamsin Orrell\nDE: Bodhi Larkspur\n",
}


@pytest.mark.parametrize("below", _NO_PLACES.values(), ids=_NO_PLACES)
def test_no_place_of_the_meeting(below: str) -> None:
    text = (
        f"Wenlow Harbour Forum\nMinutes, 6 March 2017\n\nPresent\nInes Quill (Chair)\nOsric Bream\n\n{below}"
    )
    assert facts_of(text).meetings[0].place is None


def test_a_meeting_that_was_hosted_somewhere() -> None:
    text = "Wenlow Harbour Forum\nThe meeting was hosted at the Lantern Rooms, 6 March 2017\n\n"
    assert facts_of(f"{text}Present: Ines Quill{ITEM}").meetings[0].place == "Lantern Rooms"


def test_heads_of_two_columns_whose_people_a_conversion_has_mixed() -> None:
    lines = "Board Members:\nOfficials:\nTamsin Orrell\nBodhi Larkspur, Clerk\nInes Quill\n"
    assert set(statuses(lines).values()) == {"present"}


def test_members_of_committees_listed_far_below_were_not_there_for_that() -> None:
    there = (
        "Tamsin Orrell, Director of Harbours and Quays",
        "Bodhi Larkspur, Chair of Governors",
        "Ines Quill, Treasurer of the Friends",
        "Sable Thornby, Keeper of the Tide Tables",
        "Perran Gaunt, Assistant Harbour Master",
        "Lowen Bright, Secretary and Archivist",
    )
    talk = "The figures were gone through at length, and nobody had a question about any of them. " * 9
    text = "\n".join(
        (
            "Present:",
            *there,
            "Guests: Osric Bream",
            "Acceptance of / Amendment to Agenda",
            "The agenda was accepted.",
            talk,
            "Tide Committee Report",
            "Committee Members:",
            "Ines Quill",
            "Marlo Finch",
            "Directors Report (Tamsin Orrell)",
        )
    )
    found = roster(text)
    assert set(found) == {*(line.partition(",")[0] for line in there), "Osric Bream"}
    assert {one.representing for one in found.values()} == {None}

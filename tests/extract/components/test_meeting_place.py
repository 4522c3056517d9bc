"""Where a meeting was held: behind a label, after "held … at", beside the date, or nowhere at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from whosat.extract.components.meeting import meeting_of
from whosat.extract.readers import read

ROSTER = "\nPresent: Ann Marlow (Chair), Ben Oakes\nApologies: Una Holt\n1. Reports\nThe work will go on.\n"
TITLE = "Wexbury Health Forum\n"


def _place(folder: Path, text: str) -> str | None:
    path = folder / "page.txt"
    path.write_text(text, encoding="utf-8")
    (document,) = read(path)
    return meeting_of(document).place


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("MINUTES OF THE FORUM HELD AT DRILL HALL, QUAY STREET ON 5 APRIL 2016", "DRILL HALL, QUAY STREET"),
        (
            "Notes of the meeting held at 7 p.m. within the Old School at Penmaen on 5 April 2016",
            "Old School at Penmaen",
        ),
        (
            "Minutes of the meeting held on 5th April 2016\n\nat 10.00 a.m. in the Drill Hall Wexbury",
            "Drill Hall Wexbury",
        ),
        ("HELD ON TUESDAY 5 APRIL 2016 AT\n     10.00am AT THE QUAY HOTEL", "QUAY HOTEL"),
        ("Held on the 5th April 2016 at the Signal Box", "Signal Box"),
        ("The forum met on April\n5, 2016 at 2:00 p.m. in the 2nd Floor Board Room", "2nd Floor Board Room"),
        (
            "Minutes DATE 5 April 2016 VENUE Meeting Room 4, Drill Hall PRESENT Ann Marlow",
            "Meeting Room 4, Drill Hall",
        ),
        ("Date: 5 April 2016 Location: Drill Hall Time of meeting: 2pm", "Drill Hall"),
        ("Date: 5 April 2016\nVenue: surgery waiting room", "surgery waiting room"),
        ("Meeting of the Forum, 5 April 2016, 2pm, Penmaen Enterprise Centre", "Penmaen Enterprise Centre"),
        ("Note of the third meeting – Drill Hall, 5 April 2016", "Drill Hall"),
        ("Penmaen, 5 April 2016", "Penmaen"),
        ("5 April 2016\n6:30PM\tVeterans Hall", "Veterans Hall"),
        ("5 April 2016\nThe Dog and Duck Inn, Penmaen.", "The Dog and Duck Inn, Penmaen"),
        ("Notes of virtual meeting (Zoom), Tues 5th April 2016", "Zoom"),
        (
            "The meeting was called to order at 18:00 by Ann Marlow on 5 April 2016 "
            "and was held by video conference",
            "video conference",
        ),
        (
            "Ann Marlow called the monthly meeting to order on 5 April 2016 at 6:30 pm at the Town hall.",
            "Town hall",
        ),
        ("5 April 2016\nDate/Time 15:00 UTC", None),
        ("5 April 2016\nPUBLIC HEARING", None),
        ("5 April 2016\nWexbury Allotments Association", None),
        ("5 April 2016\nMeeting: https://zoom.us/my/forum", None),
        ("5 April 2016\nPlace", None),
    ],
)
def test_the_place(tmp_path: Path, head: str, place: str | None) -> None:
    assert _place(tmp_path, TITLE + head + "\n" + ROSTER) == place


def test_where_another_meeting_will_be_is_no_place(tmp_path: Path) -> None:
    later = "At the meeting, no plan was shown for Long Lane.\nThe AGM will be held at Quay House in June.\n"
    assert _place(tmp_path, TITLE + "5 April 2016" + ROSTER + later) is None

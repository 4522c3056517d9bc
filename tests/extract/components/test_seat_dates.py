"""The day on which a seat is taken or left, where the sentence gives one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Reads = Callable[..., Doc]
PEOPLE = [("Jane Rees", "JR"), ("Tom Okafor", "TO"), ("Vera Hill", "VH")]
MET = "2019-05-14"


def dates(doc: Doc) -> set[tuple[str, str | None, str | None]]:
    return {
        (one.member, str(one.started) if one.started else None, str(one.ended) if one.ended else None)
        for one in doc._.members
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tom Okafor had replaced Cllr Vera Hill as the Council's member on the Partnership with effect "
            "from 18 April 2019.",
            {("Tom Okafor", "2019-04-18", None), ("Vera Hill", None, "2019-04-18")},
        ),
        (
            "With effect from 18 April 2019 Vera Hill has been replaced by Tom Okafor.",
            {("Tom Okafor", "2019-04-18", None), ("Vera Hill", None, "2019-04-18")},
        ),
        (
            "Tom Okafor replaced Vera Hill as the representative of Fenwick Trust.",
            {("Tom Okafor", MET, None), ("Vera Hill", None, MET)},
        ),
        ("Tom Okafor resigned from the Board on 3rd May 2019.", {("Tom Okafor", None, "2019-05-03")}),
        ("Tom Okafor has resigned with immediate effect.", {("Tom Okafor", None, MET)}),
        (
            "Tom Okafor stood down as from 1 May, having been a member since 4 June 2011.",
            {("Tom Okafor", None, "2019-05-01")},
        ),
        ("Tom Okafor resigned, having sat since 4 June 2011.", {("Tom Okafor", None, MET)}),
        ("Tom Okafor steps down on 30 June 2019.", {("Tom Okafor", None, "2019-06-30")}),
        ("Tom Okafor will step down as trustee on 31 July 2019.", {("Tom Okafor", None, "2019-07-31")}),
        ("Tom Okafor will step down in due course.", set()),
        ("Tom Okafor will leave the Board on 1 June 2019.", {("Tom Okafor", None, "2019-06-01")}),
        ("Tom Okafor left the Board meeting at 3pm.", set()),
        ("Tom Okafor was elected chair from 1 June 2019.", {("Tom Okafor", "2019-06-01", None)}),
        (
            "Tom Okafor was elected chair from 1 June 2019 until 31 May 2020.",
            {("Tom Okafor", "2019-06-01", "2020-05-31")},
        ),
        (
            "Tom Okafor was co-opted onto the Board effective 2 May 2019.",
            {("Tom Okafor", "2019-05-02", None)},
        ),
        ("Tom Okafor joins the Board from 1 June.", {("Tom Okafor", "2019-06-01", None)}),
        ("Tom Okafor joined the Board by telephone.", set()),
        (
            "Tom Okafor resigned on 1 May 2019 and Vera Hill was elected treasurer from 3 May 2019.",
            {("Tom Okafor", None, "2019-05-01"), ("Vera Hill", "2019-05-03", None)},
        ),
        (
            "Tom Okafor was elected chair and the next meeting is on 3 June 2019.",
            {("Tom Okafor", MET, None)},
        ),
    ],
)
def test_the_day_a_sentence_gives(
    read: Reads, text: str, expected: set[tuple[str, str | None, str | None]]
) -> None:
    assert dates(read(text, PEOPLE)) == expected


def test_a_day_without_its_year_is_the_nearest_to_the_meeting(read: Reads) -> None:
    doc = read("Tom Okafor resigned on 20 December.", PEOPLE, date=dt.date(2019, 1, 14))
    assert dates(doc) == {("Tom Okafor", None, "2018-12-20")}

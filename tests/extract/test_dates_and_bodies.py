"""The day of a meeting in unusual forms, and bodies that a stale or strange title must not hide."""

from __future__ import annotations

import datetime as dt

import pytest
from reading import facts_of

from whosat.ontology.facts import Meeting

LIST = "\n\nPresent:\nGraham Tolley\nPriya Nandy\nOwen Hartle\n"
OTHERS = "\n1. Dates\nThe paint was ordered on 4 January 2015. The fair is on 7 August 2018.\n"
TRUST = "Ashmere Harbour Trust"


def met(text: str | bytes, name: str = "minutes.txt") -> Meeting:
    return next(one for one in facts_of(text, name).meetings if one.minuted)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("May 19 2016", dt.date(2016, 5, 19)),
        ("Thursday May 19 2016 at 7pm", dt.date(2016, 5, 19)),
        ("11thMarch 2014", dt.date(2014, 3, 11)),
        ("21stMay 2014", dt.date(2014, 5, 21)),
        ("June 12-13, 2009", dt.date(2009, 6, 12)),
        ("June 12 & 13 2009", dt.date(2009, 6, 12)),
        ("February 1 to 2, 2008", dt.date(2008, 2, 1)),
        ("3rd, 4th & 5th September 2008", dt.date(2008, 9, 3)),
    ],
)
@pytest.mark.parametrize("lead", ["\nMinutes of the meeting held on ", "\n"])
def test_days_as_clerks_write_them(written: str, day: dt.date, lead: str) -> None:
    # other days stand below, so that one that isn't understood shows
    assert met(TRUST + lead + written + LIST + OTHERS).date == day


@pytest.mark.parametrize(
    "item",
    ["To approve the minutes of the meeting held on", "Minutes of the meeting held on"],
)
def test_the_day_of_the_minutes_before_is_not_this_meetings(item: str) -> None:
    assert met(f"{TRUST}\nMinutes{LIST}\n1. {item} 2 February 2017\nAgreed.\n").date is None


def test_the_day_a_page_was_published_is_not_the_meetings() -> None:
    head = "---\ntitle: notes\ndate: 2020-11-30\n---\n\n# Ashmere Harbour Trust – meeting of 6 March 2017\n"
    assert met(head + LIST, "minutes.md").date == dt.date(2017, 3, 6)


def _page(title: str, top: str) -> str:
    return (
        f"<html><head><title>{title}</title></head><body>{top}<p>Minutes of the meeting of 6 March 2017</p>"
        "<h2>Present</h2><ul><li>Graham Tolley</li><li>Priya Nandy</li></ul></body></html>"
    )


def test_a_stale_title_of_a_page_names_no_body() -> None:
    assert met(_page("Selwick Dredging Panel", f"<h1>{TRUST}</h1>"), "minutes.html").body == TRUST


def test_a_part_of_a_pages_title_names_the_body() -> None:
    assert met(_page(f"Minutes | {TRUST} | Town portal", ""), "minutes.html").body == TRUST


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("Ashmere Harbour Trust held its spring meeting on 6 March 2017 in the loft.", TRUST),
        ("The Selwick Pier Society convened its yearly meeting on 6 March 2017.", "Selwick Pier Society"),
    ],
)
def test_a_sentence_that_says_who_met(sentence: str, body: str) -> None:
    assert met(sentence + LIST).body == body


def test_the_first_heading_of_a_page_counts_more_than_its_first_line() -> None:
    text = "Read this page aloud\n\n# Selwick Pier Wardens\n\n## Minutes of 6 March 2017\n" + LIST
    assert met(text, "minutes.md").body == "Selwick Pier Wardens"


@pytest.mark.parametrize("when", [", Thursday 17 July 2008, 2pm, Town Hall", " – Thursday 17 July 2008"])
def test_the_day_of_the_week_is_no_part_of_a_body(when: str) -> None:
    found = met("Ashmere Strategic Partnership\nMINUTES\nMeeting of the Harbour Roads Panel" + when + LIST)
    assert found.body == "Harbour Roads Panel"
    assert found.date == dt.date(2008, 7, 17)

"""Rosters in tables: what each column holds, by its head and by most of its cells. Everybody is invented."""

from __future__ import annotations

import time
from functools import cache
from html import escape

import pytest
from spacy.language import Language

from whosat.extract import pipeline
from whosat.extract.components.roster_headings import State
from whosat.extract.components.roster_matrix import legend_in, told_by
from whosat.extract.readers import read_bytes
from whosat.ontology.facts import Attendance, DocumentFacts

Rows = list[list[str]]
TITLE = "Barset Health Board"
HELD = "Minutes of the meeting held on 18 March 2013"


@cache
def _nlp() -> Language:
    return pipeline.load()


def _facts(rows: Rows, before: str = "", after: str = "", form: str = "html") -> DocumentFacts:
    name, text = (_html if form == "html" else _tabbed)(rows, before, after)
    return pipeline.extract(read_bytes(name, text.encode())[0], _nlp())


def _html(rows: Rows, before: str, after: str) -> tuple[str, str]:
    body = "".join(
        "<tr>"
        + (
            f"<td colspan={len(rows[-1])}>{escape(row[0])}</td>"
            if len(row) == 1
            else "".join(f"<td>{escape(cell).replace(chr(10), '<br>')}</td>" for cell in row)
        )
        + "</tr>"
        for row in rows
    )
    texts = [f"<p>{escape(text)}</p>" for text in (TITLE, HELD, before) if text]
    ends = f"<p>{escape(after)}</p><p>1. Welcome</p><p>All were welcomed.</p>"
    return "minutes.html", f"<html><body>{''.join(texts)}<table>{body}</table>{ends}</body></html>"


def _tabbed(rows: Rows, before: str, after: str) -> tuple[str, str]:
    table = "\n".join("\t".join(row) for row in rows)
    return (
        "minutes.txt",
        f"{TITLE}\n\n{HELD}\n\n{before}\n\n{table}\n\n{after}\n\n1. Welcome\n\nAll were welcomed.\n",
    )


def _people(rows: Rows, before: str = "", after: str = "", form: str = "html") -> dict[str, Attendance]:
    return {one.person: one for one in _facts(rows, before, after, form).attendances}


def _statuses(rows: Rows, before: str = "", after: str = "", form: str = "html") -> dict[str, str]:
    return {name: one.status.value for name, one in _people(rows, before, after, form).items()}


@pytest.mark.parametrize("form", ["html", "tabs"])
def test_statuses_in_words_with_deputies_and_minutes(form: str) -> None:
    found = _people(
        [
            ["Name", "Body", "Meeting attendance"],
            ["Ann Bell", "Shelter", "Attended"],
            ["Bob Cole", "Nimbus Hosting", "Apologies"],
            ["Carol Dunn", "Nimbus Hosting", "Deputy for Bob Cole"],
            ["Dave Eves", "Barset Council", "Did not attend"],
            ["Ella Frost", "Barset Council", "Note taker"],
        ],
        form=form,
    )
    assert {name: one.status.value for name, one in found.items()} == {
        "Ann Bell": "present",
        "Bob Cole": "apologies",
        "Carol Dunn": "present",
        "Dave Eves": "absent",
        "Ella Frost": "minute taker",
    }
    assert found["Carol Dunn"].deputising_for == "Bob Cole"
    assert found["Ann Bell"].representing == "Shelter"


def test_the_column_of_this_meeting_counts_and_no_other() -> None:
    heads = ["18/06/12", "17/09/12", "18 Mar", "June 2013"]
    rows = [
        ["Member", *heads],
        ["Ann Bell", "DNA", "A", "P", ""],
        ["Bob Cole", "P", "P", "A", ""],
        ["Carol Dunn", "P", "A", "DNA", ""],
        ["Dave Eves", "P", "P", "", ""],
    ]
    found = _statuses(rows, after="P = present, A = apologies, DNA = did not attend")
    assert found == {"Ann Bell": "present", "Bob Cole": "apologies", "Carol Dunn": "absent"}


def test_without_a_fitting_date_the_last_column_with_marks_counts() -> None:
    rows = [
        ["Member", "Meeting 1", "Meeting 2", "Meeting 3"],
        ["Ann Bell", "A", "P", ""],
        ["Bob Cole", "P", "A", ""],
    ]
    assert _statuses(rows, before="Key: P present, A apologies") == {
        "Ann Bell": "present",
        "Bob Cole": "apologies",
    }


def test_what_is_not_understood_is_listed_and_never_absent() -> None:
    rows = [
        ["Name", "Organisation", "Attendance"],
        ["Ann Bell", "Shelter", "Present"],
        ["Bob Cole", "Mind", "see note"],
        ["Carol Dunn", "Age UK", ""],
        ["Dave Eves", "Shelter", "Apologies"],
        ["Ella Frost", "Mind", "Present"],
    ]
    facts = _facts(rows)
    assert {one.person for one in facts.attendances} == {"Ann Bell", "Dave Eves", "Ella Frost"}
    assert {"Bob Cole", "Carol Dunn"} <= {one.text for one in facts.unread}


def test_ticks_under_heads_and_empty_cells() -> None:
    rows = [
        ["Name", "Organisation", "Present", "Apologies"],
        ["Ann Bell", "Turning Point", "x", ""],
        ["Bob Cole", "Vellum", "", "x"],
        ["Carol Dunn", "Shelter", "", ""],
    ]
    assert _statuses(rows) == {"Ann Bell": "present", "Bob Cole": "apologies"}


def test_a_column_is_of_organisations_though_none_says_so() -> None:
    rows = [["Ann Bell", "Shelter"], ["Bob Cole", "Vellum"], ["Carol Dunn", "Barset County Council"]]
    found = _people(rows, before="Present")
    assert [one.representing for one in found.values()] == ["Shelter", "Vellum", "Barset County Council"]


def test_wards_and_parties_are_no_organisations() -> None:
    rows = [
        ["Councillor", "Ward", "Party"],
        ["Cllr Ann Bell", "Castle", "Labour"],
        ["Cllr Bob Cole", "Abbey", "Green"],
    ]
    assert {one.representing for one in _people(rows, before="Present:").values()} == {None}


def test_rows_that_head_others() -> None:
    by_status = _people(
        [["Present"], ["Ann Bell", "Shelter", "Manager"], ["Apologies"], ["Bob Cole", "Mind", "Director"]]
    )
    assert by_status["Bob Cole"].status.value == "apologies"
    assert by_status["Bob Cole"].representing == "Mind"
    by_body = _people(
        [
            ["Name", "Job title", "Attendance"],
            ["Barset Council"],
            ["Ann Bell", "Head of Housing", "Present"],
            ["Shelter"],
            ["Bob Cole", "Manager", "Apologies"],
        ]
    )
    assert (by_body["Ann Bell"].representing, by_body["Bob Cole"].representing) == (
        "Barset Council",
        "Shelter",
    )


def test_labels_carried_down_and_organisations_carried_down() -> None:
    rows = [
        ["Attendees:", "Ann Bell", "Shelter"],
        ["", "Bob Cole", "Vellum"],
        ["Apologies:", "Carol Dunn", "Barset Council"],
        ["Minutes:", "Dave Eves", "Barset Council"],
    ]
    found = _people(rows)
    assert [one.status.value for one in found.values()] == ["present", "present", "apologies", "minute taker"]
    assert found["Bob Cole"].representing == "Vellum"
    groups = _people(
        [
            ["Agency", "Representative", "Status"],
            ["Barset Council", "Ann Bell", "Present"],
            ["", "Bob Cole", "Apologies"],
        ]
    )
    assert groups["Bob Cole"].representing == "Barset Council"


def test_who_came_instead() -> None:
    found = _people(
        [
            ["Member", "Organisation", "Substitute present"],
            ["Ann Bell", "Shelter", ""],
            ["Bob Cole", "Mind", "Carol Dunn"],
        ],
        before="Attendance",
    )
    assert {name: one.status.value for name, one in found.items()} == {
        "Ann Bell": "present",
        "Bob Cole": "apologies",
        "Carol Dunn": "present",
    }
    assert (found["Carol Dunn"].deputising_for, found["Carol Dunn"].representing) == ("Bob Cole", "Mind")


def test_deputies_named_for_everybody_did_not_come() -> None:
    rows = [
        ["Member", "Named deputy", "Attendance"],
        ["Ann Bell", "Carol Dunn", "Present"],
        ["Bob Cole", "Dave Eves", "Apologies"],
    ]
    assert _statuses(rows) == {"Ann Bell": "present", "Bob Cole": "apologies"}


def test_two_records_a_row() -> None:
    rows = [
        ["Name", "Organisation", "Name", "Organisation"],
        ["Ann Bell", "Shelter", "Bob Cole", "Vellum"],
        ["Carol Dunn", "Barset Council", "Dave Eves", "Mind"],
    ]
    found = _people(rows, before="Present")
    assert {name: one.representing for name, one in found.items()} == {
        "Ann Bell": "Shelter",
        "Bob Cole": "Vellum",
        "Carol Dunn": "Barset Council",
        "Dave Eves": "Mind",
    }


def test_a_table_turned_over() -> None:
    rows = [
        ["Name", "Ann Bell", "Bob Cole", "Carol Dunn"],
        ["Organisation", "Shelter", "Mind", "Vellum"],
        ["Attendance", "Present", "Apologies", "Present"],
    ]
    found = _people(rows)
    assert (found["Bob Cole"].status.value, found["Carol Dunn"].representing) == ("apologies", "Vellum")


def test_vacancies_totals_and_heads_again_are_nobody() -> None:
    rows = [
        ["Name", "Organisation", "Attendance"],
        ["Ann Bell", "Shelter", "P"],
        ["Vacant", "Mind", "-"],
        ["Name", "Organisation", "Attendance"],
        ["Bob Cole", "Vellum", "A"],
        ["Total", "", "1"],
    ]
    assert _statuses(rows, after="P = present; A = apologies") == {
        "Ann Bell": "present",
        "Bob Cole": "apologies",
    }


def test_columns_of_spaces_with_short_ones_on_the_right() -> None:
    text = (
        f"{TITLE}\n{HELD}\n\n"
        "Those present                Officers in attendance   Apologies        Minutes taken by\n"
        "Ann Bell (in the Chair)      Carol Dunn               Ella Frost       Gail Hart\n"
        "Bob Cole                     Dave Eves\n"
        "Ian Jones\n\n1. Welcome\nAll were welcomed.\n"
    )
    facts = pipeline.extract(read_bytes("minutes.txt", text.encode())[0], _nlp())
    assert {one.person: one.status.value for one in facts.attendances} == {
        "Ann Bell": "present",
        "Bob Cole": "present",
        "Ian Jones": "present",
        "Carol Dunn": "in attendance",
        "Dave Eves": "in attendance",
        "Ella Frost": "apologies",
        "Gail Hart": "minute taker",
    }


def test_a_table_of_actions_is_no_roster() -> None:
    rows = [
        ["Action", "Who", "When"],
        ["Write to the council", "Ann Bell", "May"],
        ["Book the hall", "Bob Cole", "June"],
    ]
    assert _statuses(rows) == {}


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Attendance (✓ = present, ✗ = apologies)", {"✓": State.PRESENT, "✗": State.APOLOGIES}),
        (
            "Present (P), Apologies (A), Absent (AB)",
            {"p": State.PRESENT, "a": State.APOLOGIES, "ab": State.ABSENT},
        ),
        ("[x] attended; [ ] sent apologies", {"x": State.PRESENT, "[ ]": State.APOLOGIES}),
        (
            "AP: absent with apologies AB: absent without apologies",
            {"ap": State.APOLOGIES, "ab": State.ABSENT},
        ),
        ("Present: A Bell, B Cole. Apologies: C Dunn", {}),
    ],
)
def test_legends(text: str, marks: dict[str, State]) -> None:
    assert legend_in(text) == marks


def test_what_a_status_cell_says() -> None:
    absent, silent, strange = told_by("Not present"), told_by("–"), told_by("see minute 4")
    assert absent is not None
    assert absent.state is State.ABSENT
    assert silent is not None
    assert silent.state is None
    assert strange is None


def test_thousands_of_rows_are_read_in_bounded_time() -> None:
    rows = "".join(
        f"<tr><td>Ann Bell{chr(97 + n % 26)}</td><td>Shelter</td><td>P</td></tr>" for n in range(2_000)
    )
    head = "<tr><td>Name</td><td>Body</td><td>Status</td></tr>"
    html = f"<html><body><p>{TITLE}</p><p>{HELD}</p><table>{head}{rows}</table>"
    started = time.process_time()
    pipeline.extract(read_bytes("minutes.html", html.encode())[0], _nlp())
    assert time.process_time() - started < 20

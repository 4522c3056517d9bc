"""Rosters of many layouts, from text to entries; all people and bodies are invented."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from whosat.extract import pipeline
from whosat.extract.readers import read_bytes
from whosat.ontology.facts import Attendance, DocumentFacts, Status


@cache
def _nlp() -> Language:
    return pipeline.load()


def facts_of(text: str, name: str = "minutes.txt") -> DocumentFacts:
    return pipeline.extract(read_bytes(name, text.encode())[0], _nlp())


def people(text: str, name: str = "minutes.txt") -> dict[str, Attendance]:
    return {one.person: one for one in facts_of(text, name).attendances}


HEAD = "Barset Safety Board\nMinutes of the meeting held on 4 May 2021 at 2pm in the Old Library\n\n"


def statuses(text: str, name: str = "minutes.txt") -> dict[str, str]:
    return {person: one.status.value for person, one in people(text, name).items()}


def test_names_initials_and_organisations_with_a_dash() -> None:
    found = people(
        HEAD
        + "Present:\nAnn Bell (AB) – Barset Trust\nBob Cole (BC/Chair) - Barset Council (via Teams)\n\n"
        + "Minutes by:\nJen Field (JF) – Freelance EA\n\n1. Welcome\nBC welcomed all.\n"
    )
    assert found["Ann Bell"].representing == "Barset Trust"
    assert (found["Bob Cole"].role, found["Bob Cole"].attended_via) == ("chair", "Teams")
    assert found["Jen Field"].status is Status.MINUTE_TAKER
    assert found["Jen Field"].representing is None


def test_the_only_list_in_attendance_is_of_members_and_beside_present_it_is_of_guests() -> None:
    alone = statuses(HEAD + "In attendance:\nAnn Bell\nBob Cole\n\nApologies:\nCarol Dunn\n")
    beside = statuses(HEAD + "Present:\nAnn Bell\n\nIn attendance:\nBob Cole\n")
    assert alone == {"Ann Bell": "present", "Bob Cole": "present", "Carol Dunn": "apologies"}
    assert beside == {"Ann Bell": "present", "Bob Cole": "in attendance"}


def test_a_comma_paragraph_with_shared_organisation_and_deputies() -> None:
    found = people(
        HEAD + "Present: Cllr Ann Bell (Chair), Bob Cole, Carol Dunn (Barset Trust), Dave Eves "
        "and Ella Frost (Barset"
        + " Council), Fay Hunt (for Gita Iyer, Barset Mind).\nApologies: Gita Iyer (Barset Mind)\n"
    )
    assert found["Ann Bell"].role == "chair"
    assert found["Bob Cole"].representing is None
    assert {found[name].representing for name in ("Dave Eves", "Ella Frost")} == {"Barset Council"}
    assert (found["Fay Hunt"].deputising_for, found["Fay Hunt"].representing) == ("Gita Iyer", "Barset Mind")


def test_cells_with_several_names_and_a_column_of_apologies() -> None:
    table = (
        "1 Welcome, introduction and apologies\n\nName\tOrganisation\tApologies\n"
        "Cllr Mary Hall (Chair) Peter Bond Jane Burn\tBarset County Council\t\n"
        "Diana Cook\tStour District Council\tCllr Tom Gwill\n"
        "Kate Jones\tArea Lead for Barset, Cities and Growth Unit\tPat Pratt\n"
    )
    found = people("Leadership Barset – 14 June 2018\n\n" + table)
    assert {found[name].representing for name in ("Mary Hall", "Peter Bond", "Jane Burn")} == {
        "Barset County Council"
    }
    assert found["Tom Gwill"].status is Status.APOLOGIES
    assert found["Tom Gwill"].representing == "Stour District Council"
    assert found["Kate Jones"].job_title == "Area Lead for Barset"


def test_a_matrix_with_a_legend_gives_the_column_of_this_meeting() -> None:
    text = (
        "# Barset Forum – 3 June 2020\n\n| Name | Agency | 01/03/20 | 03/06/20 |\n|---|---|---|---|\n"
        "| Ann Bell | Barset Trust | P | A |\n| Bob Cole | Barset Mind | DNA | P |\n| "
        "Carol Dunn | Police | P | DNA |\n\n"
        "P = present, A = apologies, DNA = did not attend\n"
    )
    assert statuses(text, "forum.md") == {
        "Ann Bell": "apologies",
        "Bob Cole": "present",
        "Carol Dunn": "absent",
    }


def test_boxes_are_told_by_their_legend() -> None:
    text = HEAD + "Attendance (☒ = present, ☐ = apologies)\n\n☒ Ann Bell\n☐ Bob Cole\n☒ Carol Dunn\n"
    assert statuses(text) == {"Ann Bell": "present", "Bob Cole": "apologies", "Carol Dunn": "present"}


def test_surnames_first_and_titles_after() -> None:
    text = (
        HEAD + "Present:\nSmith, John (Dr) - Barset Trust\nJONES, Mary - Barset Council\nCole, Ann (Chair)\n"
    )
    found = people(text)
    assert set(found) == {"John Smith", "Mary Jones", "Ann Cole"}
    assert found["Ann Cole"].role == "chair"


def test_councillors_under_one_title() -> None:
    found = statuses(
        HEAD
        + "Present: Cllrs Smith (Chair), Jones and Brown.\nAlso present: Mrs K. Lomax (Clerk), two members"
        " of the public and BBC South\n"
    )
    assert found == {
        "Smith": "present",
        "Jones": "present",
        "Brown": "present",
        "K. Lomax": "in attendance",
    }


def test_names_and_bodies_on_lines_in_turn_and_bodies_as_headings() -> None:
    turn = people(
        HEAD + "Present\nAnn Bell\nBarset District Council\nBob Cole\nGrant Thornton\nCarol "
        "Dunn\nBarset Mind\n"
    )
    heads = people(
        HEAD + "Present\nBarset Hospitals NHS Trust\nAnn Bell\nBob Cole\nBarset Mind\nCarol Dunn\n"
    )
    assert turn["Bob Cole"].representing == "Grant Thornton"
    assert {one: heads[one].representing for one in heads} == {
        "Ann Bell": "Barset Hospitals NHS Trust",
        "Bob Cole": "Barset Hospitals NHS Trust",
        "Carol Dunn": "Barset Mind",
    }


def test_attendance_in_sentences() -> None:
    found = people(
        HEAD + "The meeting was attended by Ann Bell, Bob Cole and Carol Dunn.\nApologies were received from"
        " Dave Eves (Barset Mind) and Ella Frost.\nThe minutes were taken by Fay Hunt.\n"
    )
    assert [found[name].status for name in ("Bob Cole", "Ella Frost", "Fay Hunt")] == [
        Status.PRESENT,
        Status.APOLOGIES,
        Status.MINUTE_TAKER,
    ]
    assert found["Dave Eves"].representing == "Barset Mind"


@pytest.mark.parametrize(
    "said",
    [
        "Bob Cole took the chair.",
        "Bob Cole, standing in as chair, welcomed the members.",
        "In the absence of the Chair, Bob Cole chaired the meeting.",
    ],
)
def test_the_chair_told_only_in_the_text(said: str) -> None:
    found = people(
        HEAD + f"Present:\nAnn Bell (Chair, Barset Trust)\nBob Cole (Barset Mind)\n\n1. Welcome\n{said}\n"
    )
    assert found["Bob Cole"].role == "chair"


def test_the_chair_of_another_body_is_not_this_meetings() -> None:
    found = people(HEAD + "Present:\nAnn Bell – Chair\nBob Cole – Chair of the Audit Committee\n")
    assert [found["Ann Bell"].role, found["Bob Cole"].role] == ["chair", None]


def test_who_joined_and_left_when() -> None:
    found = people(
        HEAD + "Present:\nAnn Bell (AB)\nBob Cole (BC)\n\n1. Welcome\nAB joined the meeting at 13:49.\n"
        "BC left at 2.35pm.\n"
    )
    assert found["Ann Bell"].arrived_at == dt.time(13, 49)
    assert found["Bob Cole"].left_at == dt.time(14, 35)


def test_a_list_of_members_gives_seats_and_contacts_but_no_attendance() -> None:
    facts = facts_of(
        "Guide to the Barset Partnership\n\nThe Barset Partnership Strategic Group sets the direction.\n\n"
        "\tStrategic Group Members\n\n\tName\n\tOrganisation\n\tRepresenting\n\tContact Details\n\n"
        "\tAnn Bell\n\tBarset Council\n\tLocal Authority\n\tTel: 01632 960001\n\n"
        "\tBob Cole\n\n(on behalf of Carol Dunn)\n\tBarset Mind\n\tHealth\n\tbob@example.org\n\n"
    )
    assert not facts.attendances
    seats = {one.member: one for one in facts.memberships}
    assert seats["Ann Bell"].body == "Barset Partnership Strategic Group"
    assert (seats["Ann Bell"].sector, seats["Bob Cole"].deputising_for) == ("Local Authority", "Carol Dunn")
    assert {one.kind for one in facts.contacts} == {"phone", "e-mail"}


def test_the_meeting_among_other_dates() -> None:
    meeting = facts_of(
        "LITTLE MARSTON PARISH COUNCIL\n\nMinutes of the Meeting of the Parish Council "
        "held on Tuesday 14th March"
        " 2023 at 7.30pm in the Village Hall.\n\nPresent: Cllrs D. Ford and P. "
        "Hill\n\nThe minutes of the meeting"
        " held on 14th February 2023 were approved.\nPublished 20/03/2023\nDate of next "
        "meeting: 11th April 2023\n"
    ).meetings
    assert meeting[0].body == "Little Marston Parish Council"
    assert (meeting[0].date, meeting[0].time) == (dt.date(2023, 3, 14), dt.time(19, 30))
    assert (meeting[0].place, meeting[0].previous) == ("Village Hall", dt.date(2023, 2, 14))
    assert [one.date for one in meeting if not one.minuted] == [dt.date(2023, 4, 11)]


def test_an_impossible_date_is_listed() -> None:
    assert any(one.text == "31 February 2012" for one in facts_of(HEAD + "Due by 31 February 2012.\n").unread)


PARTS = (
    "Present Apologies: In attendance Cllr Ann Bell Cole (Chair) ( ) , ; – : / and for deputising"
    " Barset Council Trust Minutes 4 May 2021 | - ß ☐"
)
WORDS = st.sampled_from([*PARTS.split(" "), "\n", "\t", "\n\n", "\u2028"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=300))
def test_any_text_gives_facts_whose_passages_are_verbatim(text: str) -> None:
    from whosat.extract.document import Block, BlockKind, Document

    document = Document("a.txt", "0", "txt", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    facts = pipeline.extract(document, _nlp())
    names = {entity.name for entity in facts.entities}
    for one in facts.attendances:
        assert one.person in names
    for fact in (*facts.attendances, *facts.memberships, *facts.entities, *facts.meetings):
        for passage in fact.evidence.passages:
            assert text[passage.start : passage.end] == passage.quote

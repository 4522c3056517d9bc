"""Actions in every form, with owners and due dates; each once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from whosat.extract.components.due import due_date

Reads = Callable[..., Doc]
PEOPLE = [("Jane Rees", "JR", "chair"), ("Tom Okafor", "TO"), ("Vera Hill", "VH")]


def told(doc: Doc) -> list[tuple[tuple[str, ...], str]]:
    return [(action.owners, action.description) for action in doc._.actions]


@pytest.mark.parametrize(
    ("text", "owners", "words"),
    [
        ("Action: Jane Rees to send the map", ("Jane Rees",), "Send the map"),
        ("ACTION 3 – Send the map (TO and VH)", ("Tom Okafor", "Vera Hill"), "Send the map"),
        ("**Action:** JR/TO to send the map", ("Jane Rees", "Tom Okafor"), "Send the map"),
        ("Action: Secretariat to send the map", ("Secretariat",), "Send the map"),
        ("Action: Send the map to everyone in town", (), "Send the map to everyone in town"),
        ("Action: The Chair to send the map.", ("Jane Rees",), "Send the map."),
        (
            "The map was old. Tom would send a new map. Action: TO",
            ("Tom Okafor",),
            "Tom would send a new map.",
        ),
        ("Action point 2: Vera H to send the map", ("Vera Hill",), "Send the map"),
    ],
)
def test_lines(read: Reads, text: str, owners: tuple[str, ...], words: str) -> None:
    assert told(read(text, PEOPLE)) == [(owners, words)]


def test_several_in_one_line(read: Reads) -> None:
    doc = read(
        "Actions: JR – Send the map to all. TO – Ask the clerk about keys. The next item began.", PEOPLE
    )
    assert told(doc) == [
        (("Jane Rees",), "Send the map to all."),
        (("Tom Okafor",), "Ask the clerk about keys."),
    ]


def test_owners_below_a_list(read: Reads) -> None:
    doc = read(
        "The following actions were identified:\na) To visit the mill\nb) To write a report\nAction "
        "– JR and TO",
        PEOPLE,
    )
    both = ("Jane Rees", "Tom Okafor")
    assert told(doc) == [(both, "Visit the mill"), (both, "Write a report")]


def test_an_owner_alone_takes_what_was_decided(read: Reads) -> None:
    doc = read(
        "The mill is old. It was agreed that a survey be made by June. Many spoke.\nAction – Vera Hill",
        PEOPLE,
    )
    assert told(doc) == [(("Vera Hill",), "It was agreed that a survey be made by June.")]
    assert doc._.actions[0].due == dt.date(2019, 6, 30)
    assert len(doc._.actions[0].source.where) == 2


def test_tables_of_actions(read: Reads) -> None:
    doc = read(
        "No\tAction\tOwner\tDeadline\tStatus\n1\tSend the map\tTO\t1 June 2019\tOpen\n2\tPaint the "
        "door\tVH\tMay\tComplete",
        PEOPLE,
    )
    assert told(doc) == [(("Tom Okafor",), "Send the map")]
    assert doc._.actions[0].due == dt.date(2019, 6, 1)


def test_column_list_and_text_are_one_action(read: Reads) -> None:
    doc = read(
        "1.\tMaps\tACTION\n\tThe old map is lost. TO would send a new map of the mill to members.\tTO\n"
        "\tActions: TO – Send the new map of the mill to all members.\t",
        PEOPLE,
    )
    assert len(doc._.actions) == 1
    assert doc._.actions[0].owners == ("Tom Okafor",)
    assert len(doc._.actions[0].source.where) >= 2


def test_a_summary_restates_an_action(read: Reads) -> None:
    doc = read(
        "It was late. Action: TO to prepare a revised plan for the mill by 3 June\n"
        "Summary of actions:\n1. Tom Okafor – prepare the revised mill plan for members",
        PEOPLE,
    )
    assert len(doc._.actions) == 1
    assert doc._.actions[0].due == dt.date(2019, 6, 3)


def test_an_agenda_is_no_list_of_actions(read: Reads) -> None:
    assert told(read("Item\tDescription\tLead\n1\tWelcome\tJR\n2\tMaps of the town\tTO", PEOPLE)) == []


def test_done_actions_are_kept_apart(read: Reads) -> None:
    assert (
        told(read("Action 1: TO to send the map.\nComplete.\nAction 2: VH to write to Ann. Done.", PEOPLE))
        == []
    )


def test_open_initials_have_no_owner_and_are_listed(read: Reads) -> None:
    doc = read("Action: JS to send the map", [("Jamie Stone",), ("Jill Street",)])
    assert doc._.actions[0].owners == ()
    assert "JS" in [record.text for record in doc._.unread]


def test_an_owner_whom_nothing_else_names_becomes_a_person(read: Reads) -> None:
    doc = read("Action: Olga Marsh to send the map", PEOPLE)
    assert told(doc) == [(("Olga Marsh",), "Send the map")]
    assert "Olga Marsh" in {span.id_ for span in doc.spans["people"]}


def test_orders_above_the_line_of_their_owner(read: Reads) -> None:
    doc = read("The mill is old.\n- Update the map of the mill\nAction – Vera Hill and TO", PEOPLE)
    assert told(doc) == [(("Vera Hill", "Tom Okafor"), "Update the map of the mill")]


def test_sentences_where_nothing_is_marked(read: Reads) -> None:
    doc = read("The Chair will draft a letter to the mill. Tom said that he likes letters.", PEOPLE)
    assert told(doc) == [(("Jane Rees",), "Draft a letter to the mill.")]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("by 30 June", dt.date(2019, 6, 30)),
        ("before 3rd February", dt.date(2020, 2, 3)),
        ("by the end of March 2021", dt.date(2021, 3, 31)),
        ("by 31 February", None),
        ("written by May Hill", None),
        ("deadline 15/12/2021", dt.date(2021, 12, 15)),
    ],
)
def test_due_dates(text: str, date: dt.date | None) -> None:
    assert due_date(text, dt.date(2019, 5, 14)) == date

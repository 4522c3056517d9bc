"""Owners of actions in every place where clerks put them."""

from __future__ import annotations

import pytest
from reading import TITLE, facts_of

LIST = (
    "Present:\nGraham Tolley (GT), Ashmere Sailing Club\nPriya Nandy (PN), Selwick Borough Council\n"
    "Owen Hartle (OH), Coastguard Volunteers\n\n1. Paint\n"
)
PAINT, ROPE = "Buy more paint for the slipway", "Write to the rope maker"


def actions(text: str, above: str = LIST, name: str = "minutes.txt") -> list[tuple[tuple[str, ...], str]]:
    return [(one.owners, one.description.rstrip(".")) for one in facts_of(TITLE + above + text, name).actions]


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("Action (Priya Nandy): Buy more paint for the slipway", ("Priya Nandy",)),
        ("Action(PN): buy more paint for the slipway", ("Priya Nandy",)),
        ("Action (PN & OH): Buy more paint for the slipway", ("Priya Nandy", "Owen Hartle")),
        ("Action Point PN to buy more paint for the slipway", ("Priya Nandy",)),
        ("Action Point Owen Hartle to buy more paint for the slipway", ("Owen Hartle",)),
        ("Action: Priya please buy more paint for the slipway", ("Priya Nandy",)),
        ("Action: Priya Nandy please buy more paint for the slipway", ("Priya Nandy",)),
    ],
)
def test_the_owner_in_the_label_or_right_behind_it(line: str, owners: tuple[str, ...]) -> None:
    assert actions(line + "\n") == [(owners, PAINT)]


@pytest.mark.parametrize(
    "line", ["Action item was discussed at length by the trust", "ACTION on paint has been slow this year"]
)
def test_the_word_action_in_a_sentence_is_none(line: str) -> None:
    assert actions(line + "\n") == []


@pytest.mark.parametrize("gap", [" ", "    ", "\t"])
def test_the_owner_behind_a_minutes_text(gap: str) -> None:
    text = (
        f"The paint is old and somebody must buy more of it.{gap}PN\n\n2. Rope\n"
        f"The rope maker would be asked for a price.{gap}OH/GT\n"
    )
    assert actions(text) == [
        (("Priya Nandy",), "The paint is old and somebody must buy more of it"),
        (("Owen Hartle", "Graham Tolley"), "The rope maker would be asked for a price"),
    ]


def test_an_office_behind_a_minutes_text() -> None:
    text = (
        "More paint would be bought for the loft.   Clerk\n\n2. Rope\nA price would be asked for.   Clerk\n"
    )
    assert [owners for owners, _ in actions(text)] == [("Clerk",), ("Clerk",)]


def test_of_a_long_minute_the_sentence_that_decides_is_the_action() -> None:
    text = (
        "The slipway was looked at by everybody on a cold morning and nobody liked it. The paint had come "
        "off in many places. A man had fallen there. The trust had no money for it last year. PN agreed "
        "to buy more paint for the slipway. The weather was bad and the boats stayed at home.   PN\n\n"
        "2. Rope\nThe rope maker would be asked for a price.   OH\n"
    )
    assert actions(text)[0] == (("Priya Nandy",), "PN agreed to buy more paint for the slipway")


def test_one_name_behind_one_sentence_is_no_column_of_owners() -> None:
    assert actions("The slipway was painted by a man from Selwick Borough Council. PN\n") == []


def test_one_is_enough_below_the_head_of_such_a_column() -> None:
    text = "Item ACTION\n\n1. Paint\nMore paint for the slipway would be bought soon. PN\n"
    found = actions(text, LIST.replace("\n1. Paint\n", "\n"))
    assert found == [(("Priya Nandy",), "More paint for the slipway would be bought soon")]


def test_a_table_of_items_with_a_status() -> None:
    table = f"Item\tOwner\tStatus\n{PAINT}\tPN\tOpen\n{ROPE}\tOH\tClosed\n"
    assert actions(table) == [(("Priya Nandy",), PAINT)]


def test_a_status_is_nobodys_name() -> None:
    text = (
        "# Ashmere Harbour Trust\n\n6 March 2017\n\n## Attendees\n\n- Priya Nandy\n\n## Actions\n\n"
        "| Item | Owner | Status |\n|---|---|---|\n"
        f"| {PAINT} | Priya Nandy | Open |\n| {ROPE} | OH | Done |\n"
    )
    facts = facts_of(text, "minutes.md")
    assert [(one.owners, one.description) for one in facts.actions] == [(("Priya Nandy",), PAINT)]
    assert not {"Open", "Done", "Status"} & {one.name for one in facts.entities}


def test_owners_by_the_first_names_of_the_roster() -> None:
    found = actions(
        f"Action: Priya to {PAINT.lower()}\nACTION: Maud and Owen to {ROPE.lower()}\n",
        "Present: Graham, Priya, Owen, Maud\n\n1. Paint\n",
    )
    assert found == [(("Priya",), PAINT), (("Maud", "Owen"), ROPE)]


def test_names_with_dashes_in_a_roster_are_no_orders() -> None:
    assert actions("", "Present:\nGraham Tolley – Open Water Club\nPriya Nandy – Review Board\n") == []

"""Actions in minutes that a conversion flattened: run-on text, bold labels, lines and columns of owners."""

from __future__ import annotations

import pytest
from reading import TITLE, facts_of, table_of

PRESENT = (
    "Present: Graham Tolley (GT) (Chair), Priya Nandy (PN), Owen Hartle (OH)\n"
    "In attendance: Lena Osgood (Clerk)\n\n"
)
GT, PN, OH, CLERK = "Graham Tolley", "Priya Nandy", "Owen Hartle", "Lena Osgood"


def actions(
    text: str, name: str = "minutes.txt", present: str = PRESENT
) -> list[tuple[tuple[str, ...], str]]:
    return [
        (one.owners, one.description.rstrip(".")) for one in facts_of(TITLE + present + text, name).actions
    ]


def test_every_label_of_run_on_text_ends_where_the_next_minute_begins() -> None:
    text = (
        "1. Welcome The chair opened the meeting. 2. Loft Rain comes in at the gable. Action 1: PN to "
        "ask the roofer for a price. 3. Rope OH has measured it. Action 2: GT and OH to splice the rope. "
        "Action 3: Clerk to tell the chandler. 4. Quay The quay was said to be safe.\n"
    )
    assert actions(text) == [
        ((PN,), "Ask the roofer for a price"),
        ((GT, OH), "Splice the rope"),
        ((CLERK,), "Tell the chandler"),
    ]


def test_owners_alone_in_run_on_text_belong_to_what_stands_before() -> None:
    text = "2. Loft It was agreed to ask the roofer for a price. Action: PN The rope was looked at.\n"
    assert actions(text) == [((PN,), "Loft It was agreed to ask the roofer for a price")]


@pytest.mark.parametrize("label", ["Action: PN", "ACTION – PN", "ACTION: PN/XY"])
def test_a_label_in_bold_below_a_minute_is_no_heading(label: str) -> None:
    text = f"## Loft\n\n1.1 The roofer would be asked for a price.\n\n**{label}**\n\n1.2 The rope is sound.\n"
    assert actions(text, "minutes.md") == [((PN,), "The roofer would be asked for a price")]


def test_initials_of_nobody_are_no_action() -> None:
    assert actions("1. Loft\nThe loft is wet.\nAction: XY/ZZ\n") == []


def test_who_answers_a_question_has_nothing_to_do() -> None:
    text = (
        "Q: When will the quay open? (OH)\nA: We will open it in May, and the loft will follow. (GT)\n"
        "A: We would have to ask the chandler. (PN) [ACTION: Ask Harbour team to contact the chandler]\n"
    )
    assert actions(text) == [((), "Ask Harbour team to contact the chandler")]


def test_two_orders_to_nobody_that_share_words_are_two() -> None:
    text = (
        "The bins were full. [ACTION: Ask the harbour team to review the bins]\n"
        "The lamps were out. [ACTION: Ask the harbour team to review the lamps]\n"
    )
    assert len(actions(text)) == 2


def test_owners_on_a_line_of_their_own_below_each_minute() -> None:
    text = (
        "1. Loft\nIt was agreed to ask the roofer for a price.\nPN\n\n"
        "2. Rope\nThe old rope should be measured and a new one bought.\nOH/GT\n"
    )
    assert actions(text) == [
        ((PN,), "It was agreed to ask the roofer for a price"),
        ((OH, GT), "The old rope should be measured and a new one bought"),
    ]


def test_a_row_with_a_line_an_order_and_a_line_an_owner() -> None:
    text = (
        "<table><tr><th>Action</th><th>Owner</th><th>Due</th></tr>"
        "<tr><td>Ask the roofer for a price<br>Buy a new rope</td><td>PN<br>OH / GT</td>"
        "<td>May<br>June</td></tr></table>"
    )
    page = f"<html><body>{PRESENT.replace(chr(10), '<br>')}{text}</body></html>"
    found = [(one.owners, one.description) for one in facts_of(page, "minutes.html").actions]
    assert found == [((PN,), "Ask the roofer for a price"), ((OH, GT), "Buy a new rope")]


def test_owners_in_the_first_column_under_a_heading_of_actions() -> None:
    text = "Summary of actions\nPN\tAsk the roofer for a price\tApril\nGT/OH\tBuy a new rope\tMay\n"
    assert actions(text) == [((PN,), "Ask the roofer for a price"), ((GT, OH), "Buy a new rope")]


@pytest.mark.parametrize(
    ("said", "owner"),
    [
        ("Directors to declare their interests by 30 April.", "Directors"),
        ("All to send their forms to the Clerk.", "All"),
    ],
)
def test_orders_to_everyone(said: str, owner: str) -> None:
    assert [owners for owners, _ in actions(f"1. Forms\nThe forms are late. {said}\n")] == [(owner,)]


def test_what_a_board_is_asked_to_decide_is_no_action() -> None:
    assert actions("1. Forms\nMembers to note the report.\n") == []


@pytest.mark.parametrize(
    ("line", "owner", "order"),
    [
        ("To do - Priya to ring the roofer. Owen to buy a rope.", PN, "Ring the roofer"),
        (">> All - ideas for the fair to Lena by May", "All", "Ideas for the fair to Lena by May"),
        ("[ ] @owen Mark the deep end of the pool", OH, "Mark the deep end of the pool"),
    ],
)
def test_marks_of_notes(line: str, owner: str, order: str) -> None:
    assert actions(f"1. Notes\n{line}\n")[0] == ((owner,), order)


def test_a_longer_form_of_initials_tells_two_people_apart() -> None:
    present = "Present: Anna Holt, Anna Hopwood, Owen Hartle\n\n"
    text = "1. Loft\nThe roofer would be asked for a price.\nAction: AHop\n"
    assert actions(text, present=present) == [(("Anna Hopwood",), "The roofer would be asked for a price")]


def test_names_that_follow_each_other_end_no_minute() -> None:
    text = "Leave was granted to:\nMrs. Bell   Mr. Tarn   Mr. Hartle\nMr. Cole   Mrs. Dunn   Owen Hartle\n"
    assert actions(text) == []


def test_items_below_the_name_of_each_owner() -> None:
    text = (
        "Actions from this meeting\nPriya Nandy\nAsk the roofer for a price\nContact the chandler\n"
        "All\nSend pictures to the Clerk\n"
    )
    assert actions(text) == [
        ((PN,), "Ask the roofer for a price"),
        ((PN,), "Contact the chandler"),
        (("All",), "Send pictures to the Clerk"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Action: It was reported that the roofer had been.",
        "Matters arising: Action 3 (Priya Nandy to ring the roofer) – complete.",
    ],
)
def test_what_became_of_an_action_is_none(line: str) -> None:
    assert actions(f"1. Loft\n{line}\n") == []


def test_an_order_in_brackets_behind_a_sentence() -> None:
    text = "1. Loft\nThe loft leaks at the gable (Priya Nandy to ask the roofer).\n"
    assert actions(text) == [((PN,), "Ask the roofer")]


def test_the_word_and_its_owners_on_a_line_of_their_own() -> None:
    text = (
        "1. Loft\nGable: the roofer to be asked for a price.\nAction PN\n"
        "Owen has written to the council, with no answer so far.\nFollow-up GT/OH\n"
        "Newsletter: Graham offered to send it round.\nACTION GT\n"
    )
    assert actions(text) == [
        ((PN,), "Gable: the roofer to be asked for a price"),
        ((GT, OH), "Owen has written to the council, with no answer so far"),
        ((GT,), "Newsletter: Graham offered to send it round"),
    ]


def test_empty_tables_of_a_form_hold_no_actions() -> None:
    form = "DISCUSSION\nAll is well.\nCONCLUSIONS\nPERSON RESPONSIBLE\nACTION ITEMS\nDEADLINE\n"
    assert actions(f"LOFT\n{form}FINANCE OWEN HARTLE\n{form}PIERS\n{form}") == []


def test_items_with_letters_are_numbers_and_no_actions() -> None:
    rows = [
        ("ITEM", "", "BY WHOM", "BY WHEN"),
        ("02/1920", "Minutes to website", "Priya Nandy", "asap"),
        ("03b/1920", "Send round the form", "Owen Hartle", "asap"),
    ]
    page = f"<html><p>Actions to be taken</p>{table_of(rows)}</html>"
    found = facts_of(
        page.replace("<html>", f"<html><p>{TITLE}</p><p>Present: {PN}, {OH}</p>"), "m.html"
    ).actions
    assert {one.description for one in found} == {"Minutes to website", "Send round the form"}

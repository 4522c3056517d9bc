"""The many forms in which minutes of all sorts write down who is to do what."""

from __future__ import annotations

import pytest
from reading import TITLE, facts_of

PRESENT = (
    "Present: Graham Tolley (GT) (Chair), Priya Nandy (PN), Owen Hartle (OH)\n"
    "In attendance: Lena Osgood (Clerk)\n\n"
)
GT, PN, OH, CLERK = "Graham Tolley", "Priya Nandy", "Owen Hartle", "Lena Osgood"
GATE, USERS = ((GT,), "Repair the gate"), ((PN,), "Tell the harbour users")


def actions(text: str, name: str = "minutes.txt") -> list[tuple[tuple[str, ...], str]]:
    facts = facts_of(TITLE + PRESENT + text, name)
    return [(one.owners, one.description.rstrip(".")) for one in facts.actions]


def days(text: str, name: str = "minutes.txt") -> list[tuple[tuple[str, ...], str]]:
    return [(one.owners, str(one.due)) for one in facts_of(TITLE + PRESENT + text, name).actions]


@pytest.mark.parametrize(
    "text",
    [
        "Action GT: repair the gate.\nAction PN: tell the harbour users.\n",
        "Action item: GT repair the gate\nAction item: PN tell the harbour users\n",
        "AI: GT repair the gate\nAI: PN tell the harbour users\n",
        "AR: Graham to repair the gate\nAR: Priya to tell the harbour users\n",
        "#action Graham to repair the gate\n#action Priya to tell the harbour users\n",
        "To do:\nGraham - repair the gate\nPriya - tell the harbour users\n",
        "Follow-up items:\nGraham - repair the gate\nPriya - tell the harbour users\n",
        "Action items:\nRepair the gate @Graham\nTell the harbour users @Priya\n",
        "Action items:\nRepair the gate, GT\nTell the harbour users, PN\n",
        "Action points\nRepair the gate......GT\nTell the harbour users......PN\n",
        "Action points\nRepair the gate -> GT\nTell the harbour users -> PN\n",
        "ACTIONS\n=======\n* Graham -> repair the gate\n* Priya -> tell the harbour users\n",
        "ACTION: GRAHAM TO REPAIR THE GATE\nACTION: PRIYA TO TELL THE HARBOUR USERS\n",
        "ACTION [GT] repair the gate\nACTION [PN] tell the harbour users\n",
        "[Graham] Repair the gate\n[Priya] Tell the harbour users\n",
        "Actions: GT repair the gate; PN tell the harbour users\n",
        "Action points: 1. GT to repair the gate. 2. PN to tell the harbour users.\n",
        "ACTION GT\nTo repair the gate.\nACTION PN\nTo tell the harbour users.\n",
        "ACTION: To repair the gate.\nBY: GT\nACTION: To tell the harbour users.\nBY: PN\n",
        "Actions for GT:\n- repair the gate\nActions for PN:\n- tell the harbour users\n",
        "Owner: GT\nAction: repair the gate\n\nOwner: PN\nAction: tell the harbour users\n",
        "What: repair the gate\nWho: GT\n\nWhat: tell the harbour users\nWho: PN\n",
        "4. Slip The hinge is loose GT to repair the gate. 5. Quay Worn PN to tell the harbour users.\n",
    ],
)
def test_labels_lists_and_records(text: str) -> None:
    assert actions(text) == [GATE, USERS]


@pytest.mark.parametrize(
    "text",
    [
        "Tasks\nRepair the gate — Graham — by 20 March\nTell the harbour users — Priya — by 1 April\n",
        "Owner: GT\nDue: 20 March 2017\nAction: repair the gate\n\n"
        "Owner: PN\nDue: 1 April 2017\nAction: tell the harbour users\n",
        "Action: repair the gate. Responsible: GT. Deadline: 20 March 2017\n"
        "Action: tell the harbour users. Responsible: PN. Deadline: 1 April 2017\n",
        "## Action items\n\n* Repair the gate (Graham Tolley, 20 March)\n"
        "* Tell the harbour users (Priya Nandy, 1 April)\n",
        "Repair the gate. ACTION: GT, by 20th March\nTell the users. ACTION: PN, by 1st April\n",
        "Task\tAssigned to\tDue date\nRepair the gate\tGT\t3/20/2017\nTell the users\tPN\t1/4/2017\n",
        "Activity\tPerson responsible\tTimeline\nRepair gate\tGT\t20/03/2017\nTell users\tPN\t1/4/2017\n",
    ],
)
def test_the_day_beside_the_owner(text: str) -> None:
    name = "minutes.md" if text.startswith("#") else "minutes.txt"
    assert days(text, name) == [((GT,), "2017-03-20"), ((PN,), "2017-04-01")]


def test_owners_in_brackets_on_lines_of_their_own_or_without_a_stop() -> None:
    below = "4. Gate\nThe gate is to be mended.\n[GT]\n5. Quay\nThe users are to be told soon.\n[Clerk]\n"
    assert [owners for owners, _ in actions(below)] == [(GT,), (CLERK,)]
    behind = "4. Gate\nRepair the old gate (GT)\n5. Quay\nOrder a new bin (CLERK)\n"
    assert [owners for owners, _ in actions(behind)] == [(GT,), (CLERK,)]


@pytest.mark.parametrize(
    ("said", "owner"),
    [
        ("It was RESOLVED to ask the Clerk to write to the County Council about the quay.", CLERK),
        ("Owen took the action to obtain three quotes for the gate.", OH),
        ("Priya Nandy was authorized to mail the notices to every member.", PN),
        ("It was resolved that Owen Hartle follows up the matter with the chief constable.", OH),
        ("(a) The Chair to write to the County Council about the quay.", GT),
        ("Members were asked to return their forms to the Clerk by 1 April.", "Members"),
    ],
)
def test_orders_in_sentences(said: str, owner: str) -> None:
    assert [owners for owners, _ in actions(f"4. Quay\nThe quay was looked at. {said}\n")] == [(owner,)]


@pytest.mark.parametrize(
    "text",
    [
        "4. Quay\nIt was hoped that Owen Hartle will mend the gate in his own time.\n",
        "Matters arising\nAction 1: GT to repair it - done.\nAction 2: PN to ask - completed 3 March.\n",
        "Actions from last meeting:\nPN to paint the sign - completed\nOH to order rope - completed\n",
        "Q: Will the gate be mended and would the Trust pay for it? (OH)\nA: We would have to ask. (PN)\n",
    ],
)
def test_hopes_questions_and_what_was_done(text: str) -> None:
    assert actions(text) == []


def test_a_table_under_a_heading_of_jobs() -> None:
    text = (
        "# Selwick Chess Club\n\n6 March 2017\n\n#### Present\n\n- Anna Holt\n- Owen Hartle\n\n"
        "#### Joblist\n\n| Person | Item |\n|---|---|\n| Anna | Fliers for the open day |\n"
        "| Owen | Order clocks |\n"
    )
    found = [(one.owners, one.description) for one in facts_of(text, "minutes.md").actions]
    assert found == [(("Anna Holt",), "Fliers for the open day"), (("Owen Hartle",), "Order clocks")]


def test_nicknames_in_brackets_where_one_is_short_for_the_name() -> None:
    text = (
        "# Selwick Chess Club\n\n6 March 2017\n\n#### Present\n\nFrederick Holt (Fred)  \n"
        "Anna Hartle (Rook)\n\n"
        "#### Actions\n\n| Who | What |\n|---|---|\n| Rook | Order new clocks |\n| Fred | Book the hall |\n"
    )
    found = [(one.owners, one.description) for one in facts_of(text, "minutes.md").actions]
    assert found == [(("Anna Hartle",), "Order new clocks"), (("Frederick Holt",), "Book the hall")]

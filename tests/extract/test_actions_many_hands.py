"""Actions as many hands write them: heads above owners, cells a line each, brackets, nicknames, posts."""

from __future__ import annotations

import pytest
from reading import TITLE, facts_of

PRESENT = (
    "Present: Audrey Blythe (AB) (Chair), Colin Durrant (CD), Edna Fairhurst (EF)\n"
    "In attendance: Gwyn Howell (Clerk)\n\n"
)
AB, CD, EF, CLERK = "Audrey Blythe", "Colin Durrant", "Edna Fairhurst", "Gwyn Howell"


def actions(text: str, name: str = "minutes.txt") -> list[tuple[tuple[str, ...], str]]:
    facts = facts_of(TITLE + PRESENT + text, name)
    return [(one.owners, one.description.rstrip(".")) for one in facts.actions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1 Training\nThe college is to be asked for dates.\n\nACTION\nAB\n\n2 Fire\nCopies will be sent "
            "to all homes.\n\nACTION\nCD/EF\n",
            [((AB,), "The college is to be asked for dates"), ((CD, EF), "Copies will be sent to all homes")],
        ),
        (
            "Summary of actions\nAction\nWho\nWhen\nAsk the harbour for the survey\nColin Durrant\n30 Sept\n"
            "Draft a reply to the letter\nAB and EF\n15 Oct\n",
            [((CD,), "Ask the harbour for the survey"), ((AB, EF), "Draft a reply to the letter")],
        ),
        (
            "1. Grass\nThe contract runs out in April. ACTION tenders to be sought by Clerk\n",
            [((CLERK,), "Tenders to be sought by Clerk")],
        ),
        (
            "1. Show: cups to be collected from last year's winners (Edna). Judge to be found (Colin).\n",
            [
                ((EF,), "Show: cups to be collected from last year's winners"),
                ((CD,), "Judge to be found"),
            ],
        ),
        (
            "1. Fair: hire the bouncy castle (Edna), posters to be printed (Colin & Audrey).\n",
            [((EF,), "Hire the bouncy castle"), ((CD, AB), "Posters to be printed")],
        ),
        (
            "Action: Library to publicise the hours.\nAction: Colin to ask the mason.\n",
            [(("Library",), "Publicise the hours"), ((CD,), "Ask the mason")],
        ),
        (
            "1.1 Two owners have agreed to window dressing. Students to be approached for designs. "
            "(Action: AB/CD)\n",
            [((AB, CD), "Students to be approached for designs")],
        ),
        (
            "ACTIONS ARISING\n1 Colin to book the Mart\n2 Edna - go live with the website\n"
            "A3.1 Audrey to file the accounts\n",
            [((CD,), "Book the Mart"), ((EF,), "Go live with the website"), ((AB,), "File the accounts")],
        ),
        (
            "1. Lamps\nThe Council directed the Clerk to order new lamps.\nIt was resolved that the Head of "
            "Waste submit the figures.\n",
            [((CLERK,), "Order new lamps"), (("Head of Waste",), "Submit the figures")],
        ),
        (
            "1. Lamps\nThe Board resolved that an answer be drafted by the Clerk.\n",
            [((CLERK,), "An answer be drafted by the Clerk")],
        ),
        (
            "1. Speeding – Colin to count the lorries, Edna to ask for helpers.\n",
            [((CD,), "Count the lorries"), ((EF,), "Ask for helpers")],
        ),
        (
            "1. Bags\nThe Chair said that many were unhappy. Edna Fairhurst told of the new bags, and she "
            "undertook to put a notice in the shop.\n",
            [((EF,), "Put a notice in the shop")],
        ),
        (
            "Gate. ACTION on Colin to chase.\nNet. ACTION on Audrey and Edna: buy a new net\n",
            [((CD,), "Chase"), ((AB, EF), "Buy a new net")],
        ),
        (
            "Sec TODO: Colin to ring the bank\nTreas TODO: pay the rent\n",
            [((CD,), "Ring the bank"), (("Treasurer",), "Pay the rent")],
        ),
        (
            "OPEN DAY: 6 JULY. MR DURRANT TO BOOK THE TENT. MISS FAIRHURST TO ASK FOR PRIZES.\n",
            [((CD,), "Book the tent"), ((EF,), "Ask for prizes")],
        ),
        (
            "1. Oysters\nThe Board to go through the drafts and reply within two weeks.\n",
            [(("Board",), "Go through the drafts and reply within two weeks")],
        ),
        (
            "Item: Rope\nDecision: A common letter for the harbour\nResponsible: Colin Durrant\nDue: May\n",
            [((CD,), "A common letter for the harbour")],
        ),
    ],
)
def test_actions_as_many_hands_write_them(text: str, expected: list[tuple[tuple[str, ...], str]]) -> None:
    assert actions(text) == expected


def test_what_is_done_hides_nothing() -> None:
    text = (
        "Outstanding actions\nAction | Lead | Status\nFinish the chapter | CD | Complete\n"
        "Fetch the rope | EF | Complete\n\n1. Gate\nThe gate hangs low. AB to mend the gate.\n"
    )
    assert actions(text) == [((AB,), "Mend the gate")]


def test_nicknames_before_names_and_owners_in_small_letters() -> None:
    text = (
        "#plover meeting 2012-06-14\nPresent: jmh (Jenny Holm), oli (Oliver Funk), beq (Beatriz Quintana)\n\n"
        "ACTION: beq to triage the bugs\nACTION: oli and jmh write the announcement\n"
    )
    assert [(one.owners, one.description) for one in facts_of(text).actions] == [
        (("Beatriz Quintana",), "Triage the bugs"),
        (("Oliver Funk", "Jenny Holm"), "Write the announcement"),
    ]


def test_a_column_headed_owner_beside_minutes() -> None:
    cells = [
        ("Ref", "Item", "Owner"),
        ("1", "Minutes agreed.", ""),
        ("2", "Underspend of £40k forecast on the loft. AB to profile spend to March.", "AB"),
        ("3", "Risk 7 to be rescored and its remedy written anew.", "CD / EF"),
    ]
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
    head = "".join(f"<p>{line}</p>" for line in (TITLE + PRESENT).split("\n") if line)
    facts = facts_of(f"<html>{head}<table>{rows}</table></html>", "minutes.html")
    assert [one.owners for one in facts.actions] == [(AB,), (CD, EF)]

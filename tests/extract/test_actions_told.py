"""Actions that sentences tell, that marks point at, and that tables hold beside the minutes."""

from __future__ import annotations

import datetime as dt

import pytest
from reading import TITLE, facts_of

from whosat.extract.components.due import due_date

PRESENT = (
    "Present: Graham Tolley (GT) (Chair), Priya Nandy (PN), Owen Hartle (OH)\n"
    "In attendance: Lena Osgood (Clerk), Tomasz Wirth, Director of Harbours\n\n"
)
GT, PN, OH, CLERK, DIRECTOR = "Graham Tolley", "Priya Nandy", "Owen Hartle", "Lena Osgood", "Tomasz Wirth"


def actions(
    text: str, name: str = "minutes.txt", present: str = PRESENT
) -> list[tuple[tuple[str, ...], str]]:
    return [
        (one.owners, one.description.rstrip(".")) for one in facts_of(TITLE + present + text, name).actions
    ]


@pytest.mark.parametrize(
    ("said", "owner", "order"),
    [
        ("The old rope is worn out. PN to splice it.", PN, "Splice it (The old rope is worn out)"),
        ("The buoy had drifted. Owen to tow it back to the harbour.", OH, "Tow it back to the harbour"),
        ("Ms Nandy undertook to ask the chandler for a price.", PN, "Ask the chandler for a price"),
        ("Priya Nandy spoke about the loft. She will write to the landlord.", PN, "Write to the landlord"),
        ("It was agreed that the Clerk should query the account.", CLERK, "Query the account"),
        ("RESOLVED: That the Clerk write to the harbour office.", CLERK, "Write to the harbour office"),
        ("The Clerk was instructed to obtain two lamps.", CLERK, "Obtain two lamps"),
        ("The Director of Harbours would circulate the chart.", DIRECTOR, "Circulate the chart"),
        ("Mr Hartle said that he would send the tide tables.", OH, "Send the tide tables"),
        ("Owen wondered about the keys and will ask the caretaker.", OH, "Ask the caretaker"),
        (
            "The quay leaks; the chair to write to the owners of the quay.",
            GT,
            "Write to the owners of the quay",
        ),
    ],
)
def test_sentences_that_give_somebody_something_to_do(said: str, owner: str, order: str) -> None:
    assert actions(f"1. Quay\nThe quay was discussed. {said}\n") == [((owner,), order)]


@pytest.mark.parametrize(
    "said",
    [
        "The regatta will be on 24th April.",
        "Priya Nandy had agreed to write last year.",
        "It was agreed that Owen Hartle take the chair.",
        "Priya Nandy agreed with Owen Hartle about the sails.",
        "Owen Hartle was asked to continue as warden.",
        "Thanks to Priya Nandy the loft is dry.",
        "Mrs Unknown Stranger would write about the noise.",
    ],
)
def test_reports_and_elections_are_no_orders(said: str) -> None:
    assert actions(f"1. Quay\n{said}\n") == []


def test_one_action_a_clause() -> None:
    told = actions("1. Bank\nPriya to open the account with the bank; Graham and Owen to sign the forms.\n")
    assert told == [((PN,), "Open the account with the bank"), ((GT, OH), "Sign the forms")]


def test_the_owner_below_a_minute_takes_the_sentence_that_is_an_order() -> None:
    text = (
        "1. Loft\nThe roofers have asked for a deposit. Owen Hartle felt that dear. The Clerk to take "
        "advice from the insurer.\nAction: Clerk\n\n2. Field\nAgreed in principle.\n\n3. Boats\n"
        "Priya Nandy had counted nine boats. She will chase the owner of the wreck.\nAction: Priya Nandy\n"
    )
    assert actions(text) == [
        ((CLERK,), "The Clerk to take advice from the insurer"),
        ((PN,), "She will chase the owner of the wreck"),
    ]


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("The rope maker has offered a price. → Priya to accept the price in writing", (PN,)),
        ("➡️ PN to accept the price in writing", (PN,)),
        ("► PN/OH to accept the price in writing", (PN, OH)),
        ("*** Priya and Owen will accept the price in writing", (PN, OH)),
        ("AI(Priya, Owen): accept the price in writing", (PN, OH)),
        ("The price is fair. AI: Owen – accept the price in writing", (OH,)),
        ("AI-12-3\tOwen\tAccept the price in writing\t(24 Sep)", (OH,)),
        ("[ ] Owen: accept the price in writing", (OH,)),
        ("The price is fair. CLERK TO ACCEPT THE PRICE IN WRITING", (CLERK,)),
        ("GWEITHREDU/ACTION: Owen to accept the price in writing", (OH,)),
        ("Action 5 Owen to accept the price in writing", (OH,)),
    ],
)
def test_marks_point_at_actions(line: str, owners: tuple[str, ...]) -> None:
    assert [(who, said.casefold()) for who, said in actions(f"1. Rope\n{line}\n")] == [
        (owners, "accept the price in writing")
    ]


def test_a_ticked_box_is_done_and_initials_are_no_mark() -> None:
    assert actions("1. Rope\n[x] Owen: accept the price in writing\n") == []
    present = "Present: Graham Tolley (GT), Anna Ivers (AI), Owen Hartle (OH)\n\n"
    assert actions("1. Rope\nAI\tGraham Tolley\tMember\n", present=present) == []


def test_handles_of_the_roster() -> None:
    present = "Present:\n- Graham Tolley (@gtolley)\n- Priya Nandy (@pnandy)\n\n"
    told = actions(
        "1. Rope\n[ ] AI @pnandy: collect the prices\n[ ] AI @gtolley reply to the club\n", present=present
    )
    assert told == [((PN,), "Collect the prices"), ((GT,), "Reply to the club")]


def test_owners_in_brackets_behind_each_sentence() -> None:
    text = "1. Rope\nThe rope maker would be asked for a price. [PN] Mr Hartle to measure the quay. [OH]\n"
    assert actions(text) == [
        ((PN,), "The rope maker would be asked for a price"),
        ((OH,), "Mr Hartle to measure the quay"),
    ]


def test_several_orders_behind_one_label() -> None:
    lettered = "1. Rope\nAction: (a) Priya to ask for prices (b) Owen to measure the quay\n"
    in_a_row = "1. Rope\nAction: The Chair to ask for prices. The Clerk to measure the quay.\n"
    assert actions(lettered) == [((PN,), "Ask for prices"), ((OH,), "Measure the quay")]
    assert actions(in_a_row) == [((GT,), "Ask for prices"), ((CLERK,), "Measure the quay")]


def test_an_action_closed_in_the_middle_of_a_minute() -> None:
    text = "1. Rope\nIt was suggested that the rope be measured. [Action: Owen Hartle] Mr Tolley left.\n"
    assert actions(text) == [((OH,), "It was suggested that the rope be measured")]


def test_a_list_by_person() -> None:
    lists = "## Priya Nandy\n\n- 1) ask for prices\n\n## Owen Hartle\n\n- 1) measure the quay\n"
    text = f"# Summary of actions by person\n\n{lists}"
    assert actions(text, "minutes.md") == [((PN,), "Ask for prices"), ((OH,), "Measure the quay")]


def table(*rows: str) -> str:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split('|'))}</tr>" for row in rows)
    names = "<p>Present: Graham Tolley (GT), Priya Nandy (PN), Owen Hartle (OH)</p>"
    top = f"<h1>Quay Trust</h1><p>Minutes of the meeting on 4 May 2018</p>{names}"
    return f"{top}<h2>Action items</h2><table>{cells}</table>"


def of_table(*rows: str) -> list[tuple[tuple[str, ...], str, dt.date | None]]:
    found = facts_of(table(*rows), "minutes.html").actions
    return [(one.owners, one.description.rstrip("."), one.due) for one in found]


def test_tables_in_any_order_of_columns() -> None:
    assert of_table("Owner|Item|Since", "Priya|Ask for prices|Apr") == [((PN,), "Ask for prices", None)]
    assert of_table(
        "Item|Discussion|Action|Officer / Due", "1|Rope.|Ask for prices|P Nandy<br>14/9", "2|Lunch was had.||"
    ) == [((PN,), "Ask for prices", dt.date(2018, 9, 14))]


def test_a_cell_with_a_line_an_action_or_an_owner() -> None:
    orders = of_table(
        "Item|Discussion|Action", "1|Rope was discussed.|PN to ask for prices<br>OH/GT to measure the quay"
    )
    assert [one[:2] for one in orders] == [((PN,), "Ask for prices"), ((OH, GT), "Measure the quay")]
    minute = (
        "It was agreed that the rope maker be invited. It was further agreed that Mr Hartle would measure it."
    )
    owners = of_table("Item|Discussion|Action", f"1|{minute}|PN<br>OH")
    assert [one[0] for one in owners] == [(PN,), (OH,)]
    assert "invited" in owners[0][1] and "measure" in owners[1][1]


def test_lines_broken_for_width_are_one_sentence() -> None:
    text = "1. Rope\n- The rope had been wet for days. OH to\n  dry the rope in the loft\n"
    assert actions(text) == [((OH,), "Dry the rope in the loft")]


def test_a_day_without_a_year() -> None:
    met = dt.date(2018, 8, 22)
    assert due_date("14/9", met, whole=True) == dt.date(2018, 9, 14)
    assert due_date("9/24", met, whole=True) == dt.date(2018, 9, 24)
    assert due_date("31/3", met, whole=True) == dt.date(2019, 3, 31)


def test_an_order_on_its_own_line_beside_one_label() -> None:
    text = (
        "Ashmere Harbour Trust\nMinutes of the meeting held on 6 March 2017 in the Net Loft\n\n"
        "Present: Graham Tolley (Chair), Priya Nandy, Cllr O. Hartle\nIn attendance: Lena Osgood (Clerk)\n\n"
        "17/05 Highways\nCllr Hartle to report the potholes in Quay Lane to the County Council.\n"
        "ACTION: Clerk to obtain three quotes for the bus shelter.\n"
    )
    assert {one.owners for one in facts_of(text).actions} == {("O. Hartle",), ("Lena Osgood",)}

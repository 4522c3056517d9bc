"""Links that one sentence says of several bodies, or of the list below it."""

from __future__ import annotations

import pytest
from reading import TITLE, facts_of

BOARD = "Ashmere Harbour Board"
TERMS = f"{BOARD}\nTerms of Reference\n\nStructure\n"
SKILLS, QUAYS, SAFER = "Skills and Work Group", "Quays Group", "Safer Ashmere Partnership"
SEVERAL = {(SKILLS, BOARD), (QUAYS, BOARD), (SAFER, BOARD)}


def links(text: str) -> set[tuple[str, str]]:
    return {(one.subject, one.object) for one in facts_of(text).links}


def boards(text: str) -> set[str]:
    return {one.name for one in facts_of(text).entities if one.kind.value == "board"}


@pytest.mark.parametrize(
    "said",
    [
        f"The {SKILLS}, the {QUAYS} and the {SAFER} report to the {BOARD}.",
        f"The {SKILLS}, the {QUAYS}, and the {SAFER} all report to the Board.",
        f"The {SKILLS} (chair: Ann Bell), the {QUAYS} and the {SAFER} are accountable to the {BOARD}.",
        f"The Board noted that the {SKILLS}, the {QUAYS} and the {SAFER} report to the {BOARD}.",
        f"The {SKILLS}, the {QUAYS} and the {SAFER} are sub-groups of the {BOARD}.",
        f"The following groups report to the Board:\n- {SKILLS}\n- {QUAYS}\n- {SAFER}\n",
        f"The following groups report to the {BOARD}:\n{SKILLS}\n{QUAYS}\n{SAFER}\n",
        f"The following sub-groups report to the Board: {SKILLS}, {QUAYS} and {SAFER}.",
        f"Groups reporting to the Board:\n• {SKILLS}\n• {QUAYS}\n• {SAFER} (quarterly)\n",
        f"Reporting to the Board are:\n1. {SKILLS}\n2. {QUAYS}\n3. {SAFER}\n",
    ],
)
def test_several_report_to_one(said: str) -> None:
    assert links(TERMS + said) == SEVERAL
    assert boards(TERMS + said) == {BOARD, SKILLS, QUAYS, SAFER}


def test_one_reports_to_several() -> None:
    wanted = {(QUAYS, BOARD), (QUAYS, SAFER)}
    assert links(f"{TERMS}The {QUAYS} reports to the {BOARD} and the {SAFER}.") == wanted
    assert links(f"{TERMS}The Board reports to:\n- {SAFER}\n- Marling Care Board\n") == {
        (BOARD, SAFER),
        (BOARD, "Marling Care Board"),
    }


@pytest.mark.parametrize(
    "said",
    [
        f"The {SKILLS} met the {QUAYS}, and the {SAFER} reports to the {BOARD}.",
        f"The {SAFER} reports to the {BOARD} and the {QUAYS} advises the {SKILLS}.",
    ],
)
def test_what_stands_beside_is_not_joined(said: str) -> None:
    assert links(TITLE + said) == {(SAFER, BOARD)}


def test_a_sentence_is_no_board() -> None:
    said = (
        f"The following groups report to the Board:\n- {SKILLS}\n- {SAFER}\n"
        f"The Domestic Abuse Sub-Group reports to the {SAFER}.\n"
    )
    assert boards(TERMS + said) == {BOARD, SKILLS, SAFER, "Domestic Abuse Sub-Group"}


def test_seats_are_those_of_the_board_that_heads_the_paper() -> None:
    said = f"Membership\nGreta Tolley – Ashmere Town Council\n\nThe {SAFER} is new.\nThe {SAFER} meets.\n"
    assert {one.body for one in facts_of(TERMS + said).memberships} == {BOARD}

"""Lists of members in a body's terms of reference, below whatever words head them."""

from __future__ import annotations

import pytest
from reading import facts_of

BOARD = "Ashmere Harbour Board"
TERMS = f"{BOARD} – Terms of Reference\n\nPurpose\nThe Board looks after the harbour.\n\n"
PEOPLE = (
    "Cllr Greta Tolley, Ashmere Town Council (Chair)",
    "Dr Owen Hartle, Ashmere Care Trust",
    "Priya Nandy, Ashmere Voluntary Action",
)
END = "\nFrequency\nThe Board meets each quarter.\n"
SEATS = {
    ("Greta Tolley", BOARD, "Ashmere Town Council"),
    ("Owen Hartle", BOARD, "Ashmere Care Trust"),
    ("Priya Nandy", BOARD, "Ashmere Voluntary Action"),
}


def seats(text: str, name: str = "terms.txt") -> set[tuple[str, str, str | None]]:
    facts = facts_of(text, name)
    assert not facts.attendances
    return {(one.member, one.body, one.representing) for one in facts.memberships}


@pytest.mark.parametrize("mark", ["", "- ", "• ", "1. "])
@pytest.mark.parametrize(
    "heading",
    [
        "Membership",
        "3. Membership",
        "3 MEMBERSHIP",
        "**Membership**",
        "Current membership",
        "Membership (2023/24)",
        "Membership as at January 2023",
        "Membership and chairing",
        "Composition",
        "The Board's members are:",
        "The members of the Board are:",
        "The membership of the Board is as follows:",
        "The Board comprises:",
        "The Board is made up of the following members:",
        "The following people sit on the Board:",
        "Who is on the Board",
        "Membership\nMembers serve for three years.",
        "Our members",
    ],
)
def test_headings_of_members(heading: str, mark: str) -> None:
    lines = "".join(f"{mark}{one}\n" for one in PEOPLE)
    assert seats(f"{TERMS}{heading}\n{lines}{END}") == SEATS


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"# {BOARD}\n\n## 3. Membership\n\n" + "".join(f"* {one}\n" for one in PEOPLE)),
        (
            "a.html",
            f"<h1>{BOARD}</h1><h2>Membership</h2><ul>{''.join(f'<li>{one}</li>' for one in PEOPLE)}</ul>",
        ),
    ],
)
def test_members_in_other_formats(name: str, text: str) -> None:
    assert seats(text, name) == SEATS


def test_each_board_of_a_paper_has_its_members() -> None:
    text = (
        f"# {BOARD}\n\n## Drainage Group\n\n### Membership\n- Priya Nandy, Ashmere Town Council\n"
        "- Owen Hartle, Ashmere Trust\n\n## Quays Group\n\n### Membership\n- Greta Tolley, Barset Homes\n"
    )
    assert {(who, body) for who, body, _ in seats(text, "a.md")} == {
        ("Priya Nandy", "Drainage Group"),
        ("Owen Hartle", "Drainage Group"),
        ("Greta Tolley", "Quays Group"),
    }


def test_members_named_by_their_posts_are_listed_as_left_out() -> None:
    facts = facts_of(f"{TERMS}Membership\n- Director of Public Health\n- Priya Nandy, Ashmere Homes\n{END}")
    assert [one.member for one in facts.memberships] == ["Priya Nandy"]
    assert [one.text.strip("- ") for one in facts.unread] == ["Director of Public Health"]


def test_an_item_of_minutes_on_membership_gives_no_seats() -> None:
    facts = facts_of(
        f"{BOARD}\nMinutes of the meeting held on 6 March 2017\n\nPresent: Greta Tolley, Owen Hartle\n\n"
        "1. Membership\nPriya Nandy was thanked.\nOwen Hartle reported.\n"
    )
    assert not [one for one in facts.memberships if one.member == "Priya Nandy"]


def test_two_lists_of_members_far_below_have_their_seats() -> None:
    duties = "\n\n".join(f"Members read paper {number} and keep it." for number in range(1, 90))
    lists = "\n\n".join(
        f"\t{group} Group Members\n\n\tName\n\n\tOrganisation\n\n"
        + "".join(f"\t{name}\n\n\tCorve Council\n\n" for name in names)
        for group, names in (
            ("Piers", ("Owen Hartle", "Maud Finch")),
            ("Lights", ("Ruth Amery", "Ivor Bright")),
        )
    )
    found = {one.member for one in facts_of(f"{TERMS}Executive Members\n\n{duties}\n\n{lists}").memberships}
    assert {"Owen Hartle", "Maud Finch", "Ruth Amery", "Ivor Bright"} <= found


def test_a_list_far_below_a_roster_tells_nobody_who_came() -> None:
    duties = "\n\n".join(f"Members read paper {number} and keep it." for number in range(1, 90))
    lists = "Harbour Board Members\n\nOwen Hartle\nMaud Finch\n"
    text = f"{TERMS}Present: Greta Tolley, Bo Cole\n\n{duties}\n\n{lists}"
    assert {one.person for one in facts_of(text).attendances} == {"Greta Tolley", "Bo Cole"}

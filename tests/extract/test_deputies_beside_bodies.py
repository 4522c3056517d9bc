"""Deputies told in a bracket behind an organisation, and lists of those who came for others."""

from __future__ import annotations

import pytest
from reading import ITEM, TITLE, facts_of, roster

BESIDE = "Present:\nPriya Nandy (PN), Barset Cycling {}\nOwen Hartle (OH), Barset Buses Ltd\n"
LISTED = (
    "Present:\nPriya Nandy, Barset Cycling\nOwen Hartle, Barset Buses Ltd\n\n"
    "Apologies: Cllr Carl Moss (Barset Council), Cllr Bob Cole (Barset Council)\n\n"
)


@pytest.mark.parametrize(
    "words",
    (
        "vice|for|for Cllr|deputising for|substitute for|as substitute for|sub for|subbing for|on behalf of|"
        "representing|in place of|instead of|in lieu of|standing in for|replacing|deputy for|alternate for|"
        "proxy for|covering for|attending for|in the absence of|pp|rep."
    ).split("|"),
)
def test_a_deputy_s_note_behind_a_body_is_the_person_s_before_it(words: str) -> None:
    lines = BESIDE.format(f"({words} Carl Moss)")
    read = roster(lines)
    nandy = read["Priya Nandy"]
    assert (nandy.representing, nandy.deputising_for) == ("Barset Cycling", "Carl Moss")
    assert set(read) <= {"Priya Nandy", "Owen Hartle", "Carl Moss"}
    members = {
        one.member for one in facts_of(TITLE + BESIDE.format(f"({words} Carl Moss)") + ITEM).memberships
    }
    assert "Priya Nandy" not in members


def test_names_with_initials_in_a_row_are_still_names() -> None:
    assert set(roster("Present: Priya Nandy (PN), Lowen Trew (LT), Owen Hartle (OH)\n")) == {
        "Priya Nandy",
        "Lowen Trew",
        "Owen Hartle",
    }


HEADS = [
    "Substitutes",
    "Deputies",
    "Alternates",
    "Substitutions",
    "Named substitutes",
    "Proxies",
    "Stand-ins",
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("pair", [": {}", ":\n{}\nCllr Ann Bell for Cllr Bob Cole"])
@pytest.mark.parametrize("said", ["Cllr Zoe Fox for Cllr Carl Moss", "Cllr Zoe Fox (for Cllr Carl Moss)"])
def test_a_heading_of_deputies_is_nobody_s_body(head: str, pair: str, said: str) -> None:
    facts = facts_of(TITLE + LISTED + head + pair.format(said) + ITEM)
    fox = next(one for one in facts.attendances if one.person == "Zoe Fox")
    assert (fox.representing, fox.deputising_for, fox.status.value) == (None, "Carl Moss", "present")
    assert head not in {one.name for one in facts.entities}
    assert not [one for one in facts.memberships if one.member == "Zoe Fox"]


@pytest.mark.parametrize("head", HEADS)
def test_deputies_without_a_principal_take_no_seat(head: str) -> None:
    facts = facts_of(TITLE + LISTED + head + ": Zoe Fox (Barset Arts), Ann Bell (Barset Homes)" + ITEM)
    read = {one.person: (one.representing, one.status.value) for one in facts.attendances}
    assert read["Zoe Fox"] == ("Barset Arts", "in attendance")
    assert read["Ann Bell"] == ("Barset Homes", "in attendance")

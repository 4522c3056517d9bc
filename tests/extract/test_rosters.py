"""Rosters as many hands write them: what each says of everybody in it.

Each file of `rosters/` holds examples apart by `=====`: the roster, `>>>`, and a line a person with name,
status (p present, a apologies, x absent, g in attendance, m minute-taker), organisation, role, and for whom
he or she came. A role is compared where one is given, and nobody else may be a chair.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from reading import ITEM, TITLE, facts_of

_STATUS = {"p": "present", "a": "apologies", "x": "absent", "g": "in attendance", "m": "minute taker"}


def _examples() -> list[Any]:
    found = []
    for path in sorted((Path(__file__).parent / "rosters").glob("*.txt")):
        blocks = [one for one in re.split(r"(?m)^=====\n", path.read_text(encoding="utf-8")) if one.strip()]
        for number, block in enumerate(blocks, 1):
            roster, _, said = block.partition("\n>>>\n")
            found.append(pytest.param(roster.strip("\n"), said, id=f"{path.stem}-{number}"))
    return found


@pytest.mark.parametrize(("roster", "said"), _examples())
def test_everybody_of_a_roster_is_read_as_it_says(roster: str, said: str) -> None:
    wanted = {}
    for line in said.strip().splitlines():
        name, status, organisation, role, principal = [*line.split("|"), "", "", ""][:5]
        wanted[name] = (_STATUS[status], organisation or None, role or None, principal or None)
    found = facts_of(TITLE + roster + ITEM).attendances
    read = {
        one.person: (
            one.status.value,
            one.representing,
            one.role if wanted.get(one.person, (0, 0, 0))[2] or one.role == "chair" else None,
            one.deputising_for,
        )
        for one in found
    }
    assert read == wanted

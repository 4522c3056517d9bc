"""Tables that name people for another reason than that they came."""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.components.roster_grid import Column, Grid, column_of

_OTHER_LIST: Final = re.compile(
    r"(?!other )(?:.* )?interests?(?: .*)?|nature|for|against|abst\w+|votes?(?: .*)?|amount.*|payee|"
    r"proposer|seconder|proposed by|seconded by",
    re.IGNORECASE,
)
"""Heads of tables that name people for another reason: interests, votes, payments."""


_QUESTIONS: Final = 3


def is_foreign(grid: Grid, kinds: list[Column]) -> bool:
    """Whether the heads of columns speak of actions, agenda items, money."""
    first = [column_of(grid.words(cell)) for row in grid.rows[:2] for cell in row.values()]
    told = kinds or first
    if any(_OTHER_LIST.fullmatch(grid.words(cell).strip()) for row in grid.rows[:2] for cell in row.values()):
        return True
    heads = [grid.words(cell).strip() for row in grid.rows[:3] for cell in row.values()]
    if sum(head.endswith("?") and column_of(head) is not Column.STATUS for head in heads) >= _QUESTIONS:
        return True  # what people were asked, and not who came
    if Column.FOREIGN not in told or {Column.NAME, Column.PRESENT, Column.APOLOGIES} & set(told):
        return False
    return Column.STATUS not in told or told.count(Column.FOREIGN) > 1

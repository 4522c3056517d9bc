"""Rows of a table of people that head others, or say of their own how they stood to the meeting."""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.components.roster_columns import Plan, is_sure_name
from whosat.extract.components.roster_grid import Grid
from whosat.extract.components.roster_headings import Heading, heading_of, reads_alone
from whosat.extract.components.roster_scores import body_score, is_non_person
from whosat.extract.document import Cell

CHOSEN: Final = re.compile(
    r"(?:elected|appointed|nominated|co-?opted|ex[- ]officio|independent|voting|non-?voting)\b", re.IGNORECASE
)

_CHOSEN_BY: Final = re.compile(
    r"\W*(?:elected|appointed|nominated|co-?opted)\s+(?:by|from|among)\b", re.IGNORECASE
)


def heading_at(grid: Grid, number: int) -> Heading | None:
    """The heading that a row of one cell is."""
    row = grid.rows[number]
    if len(row) != 1:
        return None
    cell = next(iter(row.values()))
    text = grid.words(cell).replace("\n", " ")
    told = None if _CHOSEN_BY.match(text) else heading_of(text)
    return told if told and told.rest >= cell.end - cell.start - 1 else None


def groups_of(grid: Grid, plan: Plan) -> dict[int, Heading | None]:
    """Rows of one cell that head the rows below: a status or capacity, or (None) an organisation."""
    rows = grid.rows
    found = {n: told for n in range(len(rows)) if (told := heading_at(grid, n)) is not None}
    if grid.width < 2:
        return dict(found)
    found |= {
        n: told for n in range(plan.first, len(rows)) if (told := _head_anew(grid, plan, n)) is not None
    }
    alone = [n for n in range(plan.first, len(rows)) if n not in found and _may_head(grid, n)]
    texts = {n: grid.words(next(iter(rows[n].values()))) for n in alone}
    named = sum(map(is_sure_name, texts.values()))
    alike = {n: None if CHOSEN.match(text) else reads_alone(text) for n, text in texts.items()}
    bodies = any(body_score(text) >= 0.7 for n, text in texts.items() if not alike[n])
    groups: dict[int, Heading | None] = dict(found)
    for n, text in texts.items():
        if alike[n]:
            groups[n] = alike[n]
        elif CHOSEN.match(text) or (bodies and (named * 2 < len(texts) or not is_sure_name(text))):
            groups[n] = None
    return groups


def _head_anew(grid: Grid, plan: Plan, number: int) -> Heading | None:
    """The heading in a row that repeats all heads but the names': "Initials | Apologies | Body"."""
    row = grid.rows[number]
    if plan.head is None or len(row) < 2:
        return None
    head = grid.rows[plan.head]
    other = [c for c, cell in row.items() if c not in head or grid.words(cell) != grid.words(head[c])]
    if len(other) != 1 or other[0] not in plan.names:
        return None
    words = grid.words(row[other[0]]).replace("\n", " ").strip()
    told = heading_of(words)
    return told if told and told.rest >= len(words) else None


def heading_cell(grid: Grid, number: int) -> Cell:
    """The cell of a row that heads others."""
    cells = list(grid.rows[number].values())
    return next((cell for cell in cells if heading_of(grid.words(cell).replace("\n", " "))), cells[0])


def _may_head(grid: Grid, number: int) -> bool:
    """Whether a row is one cell on the left, with somebody in more cells below it."""
    row = grid.rows[number]
    if len(row) != 1 or number + 1 >= len(grid.rows) or len(grid.rows[number + 1]) < 2:
        return False
    cell = next(iter(row.values()))
    text = grid.words(cell).strip()
    return cell.column == 0 and len(text.split()) <= 9 and not is_non_person(text)


def status_at(grid: Grid, plan: Plan, number: int) -> Heading | None:
    """What a row's first cell says of how its people stood to the meeting, where others name bodies."""
    cell = grid.rows[number].get(0)
    if cell is None or 0 in plan.names or 0 in plan.statuses or len(grid.rows[number]) < 2:
        return None
    words = grid.words(cell).replace("\n", " ").strip()
    told = heading_of(words) if number >= plan.first else None
    sure = told is not None and told.state is not None and told.role is None and told.group is None
    return told if told and sure and told.rest >= len(words) else None


def labels_are_bodies(grid: Grid) -> bool:
    """Whether most labels of a table's first column are bodies, so that the others are too."""
    words = [grid.words(row[0]).strip(" :") for row in grid.rows if 0 in row and len(row) > 1]
    words = [one for one in words if not heading_of(one)]
    return len(words) > 2 and sum(body_score(one) >= 0.7 for one in words) * 2 >= len(words)

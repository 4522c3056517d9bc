"""What the columns of a table of people hold: by their heads, and by what most of their cells look like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from whosat.extract.components import roster_words as words
from whosat.extract.components.roster_grid import Column, Grid, column_of
from whosat.extract.components.roster_headings import State, heading_of
from whosat.extract.components.roster_lines import decode
from whosat.extract.components.roster_matrix import is_marks, is_status, legend_in, plain
from whosat.extract.components.roster_months import column_of_meeting, is_date_head
from whosat.extract.components.roster_offices import SEATED
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_pieces import pieces_of, split_run
from whosat.extract.components.roster_scores import body_score, is_body, is_non_person, job_score, name_score
from whosat.extract.document import Document
from whosat.extract.names import initials_fit, is_initials

STATES: Final = {
    Column.PRESENT: State.PRESENT,
    Column.APOLOGIES: State.APOLOGIES,
    Column.ABSENT: State.ABSENT,
    Column.GUEST: State.IN_ATTENDANCE,
}
NAMED: Final = frozenset({Column.NAME, Column.STATUS, *STATES})
"""Heads that people may stand under: "Attending" too, where its cells are no marks."""
_SAMPLE: Final = 60
_NEAR: Final = 600
_COUNTED: Final = re.compile(
    r"total|voting(?: rights?)?|(?:group|panel|section|side|block|band)s?|"
    r".*\b(?:rate|possible|percentage|number|no\.? of)\b.*|%.*|.*%|#|ref\b.*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Plan:
    """How a table is read: its head, the kind of each column, where names and where statuses stand.

    `statuses` are the columns of this meeting with the state their head gives, `others` those of others.
    """

    head: int | None
    kinds: list[Column]
    names: list[int] = field(default_factory=list)
    statuses: dict[int, State | None] = field(default_factory=dict)
    others: frozenset[int] = frozenset()
    legend: dict[str, State] = field(default_factory=dict)
    counts: dict[int, Counter[str]] = field(default_factory=dict)

    @property
    def first(self) -> int:
        """The first row that may hold a person."""
        return 0 if self.head is None else self.head + 1

    def kind(self, column: int) -> Column:
        return self.kinds[column] if column < len(self.kinds) else Column.OTHER


def begins_with_name(text: str) -> bool:
    """Whether the first line of a cell begins with somebody's name."""
    line = text.strip().split("\n")[0][:300]
    first = pieces_of(line, 0)
    return bool(first) and (
        name_score(first[0].text) >= 0.5
        or len(split_run(first[0].text)) > 1
        or bool(decode([RosterLine(line, 0)]).people)
    )


def is_sure_name(text: str) -> bool:
    """Whether a cell is a name by its own words, or by the seat before it: "Commissioner Bell"."""
    first = pieces_of(text.strip().split("\n")[0][:300], 0)
    return bool(first) and (
        name_score(first[0].text) >= 0.8
        or len(split_run(first[0].text)) > 1
        or (SEATED.match(first[0].text) is not None and begins_with_name(first[0].text))
    )


def filled(grid: Grid, column: int, first: int) -> list[str]:
    """The first cells of a column that hold words."""
    found: list[str] = []
    for text in grid.column(column, first):
        if text.strip():
            found.append(text.strip())
        if len(found) >= _SAMPLE:
            break
    return found


def share_named(grid: Grid, column: int, first: int) -> float:
    """Which part of a column's cells are people; headings, vacancies and bodies over groups are left out."""
    heads = {grid.words(row[0]).strip() for row in grid.rows[first:] if grid.width > 1 and [*row] == [0]}
    texts = [
        text
        for text in filled(grid, column, first)
        if not (heading_of(text) or is_non_person(text) or (text in heads and is_body(text)))
    ]
    return sum(map(begins_with_name, texts)) / len(texts) if texts else 0.0


def _share_sure(grid: Grid, column: int, first: int) -> float:
    texts = [text for text in filled(grid, column, first) if not heading_of(text) and not is_non_person(text)]
    return sum(map(is_sure_name, texts)) / len(texts) if texts else 0.0


# ---------------------------------------------------------------- heads


def header_row(grid: Grid) -> int | None:
    """The row whose cells are the heads of columns."""
    for number, row in enumerate(grid.rows[:4]):
        texts = [grid.words(cell) for cell in row.values()]
        if any(len(text) > 60 or text.count("\n") > 2 for text in texts):
            continue
        told = [column_of(text) for text in texts]
        dated = grid.width > 2  # "Date | 3 May 2021" is a label and its value
        known = sum(
            kind is not Column.OTHER or (dated and is_date_head(text))
            for kind, text in zip(told, texts, strict=True)
        )
        if any(map(_LABEL.fullmatch, map(str.strip, texts[:1]))) and any(
            char.isdigit() or not dated for text in texts[1:2] for char in text
        ):
            continue
        if _is_labelled(texts):
            continue
        strange = [text for kind, text in zip(told, texts, strict=True) if kind is Column.OTHER]
        if any(map(is_sure_name, texts)) or any(map(begins_with_name, strange)):
            if len(texts) > 1:
                return None  # people stand here already
            continue
        if len(texts) > 1 and known * 2 >= len(texts):
            return number
        if len(texts) > 1 and known and _stands_over_names(grid, number):
            return number
        if len(texts) == 1 and told[0] is Column.NAME and grid.width == 1:
            return number
    return None


def _is_labelled(texts: list[str]) -> bool:
    """Whether a row is a form's: a label with a colon and what it says ("Subject: | Heritage")."""
    ends = [text.rstrip().endswith(":") for text in texts]
    return len(texts) == 2 and ends == [True, False]


def join_heads(grid: Grid, head: int | None) -> None:
    """Make dates that stand in a second row of heads ("Meetings" over "18/03") the heads of their columns."""
    if head is None or head + 1 >= len(grid.rows):
        return
    below = {c: cell for c, cell in grid.rows[head + 1].items() if cell.row == head + 1}
    if len(below) > 1 and all(is_date_head(grid.words(cell)) for cell in below.values()):
        grid.rows[head].update(below)
        grid.rows[head + 1] = {}


_LABEL: Final = re.compile(
    r"(?:meeting )?(?:date|time|date (?:and|&|/) time|venue|location|place)\s*:?", re.IGNORECASE
)


def _stands_over_names(grid: Grid, number: int) -> bool:
    """Whether a column that holds no name in this row is one of names below it."""
    return any(
        not begins_with_name(grid.at(number, column)) and share_named(grid, column, number + 1) >= 0.8
        for column in range(min(grid.width, 12))
    )


def is_header_again(grid: Grid, plan: Plan, row: int) -> bool:
    """Whether a row repeats the head, as on the next page."""
    if plan.head is None:
        return False
    head = {column: plain(grid.words(cell)) for column, cell in grid.rows[plan.head].items()}
    here = {column: plain(grid.words(cell)) for column, cell in grid.rows[row].items()}
    return len(here) > 1 and all(head.get(column) == text for column, text in here.items())


def transposed(grid: Grid) -> Grid:
    """The grid turned over its diagonal where its heads stand in the first column and people in the rows."""
    heads = [column_of(grid.at(row, 0)) for row in range(min(len(grid.rows), 12))]
    if len(grid.rows) > 12 or grid.width < 3 or Column.NAME not in heads:
        return grid
    at = heads.index(Column.NAME)
    beside = [grid.words(cell) for column, cell in grid.rows[at].items() if column]
    known = sum(head is not Column.OTHER for head in heads)
    people = sum(map(begins_with_name, beside))
    if len(beside) < 2 or people * 10 < len(beside) * 7 or known < 2 or known * 2 < len(heads):
        return grid
    return grid.turned()


# ---------------------------------------------------------------- the plan


def plan_of(document: Document, grid: Grid, head: int | None) -> Plan:
    """How to read a table whose rows are people; without a column of names where it is no such table."""
    kinds = [column_of(grid.at(head, c)) if head is not None else Column.OTHER for c in range(grid.width)]
    for column, kind in enumerate(kinds):  # "Attendance" above names
        if (
            kind is Column.STATUS
            and Column.NAME not in kinds
            and share_named(grid, column, (head or 0) + 1) >= 0.7
        ):
            kinds[column] = Column.NAME
    plan = Plan(head, kinds, legend=_legend(document, grid, head))
    _place_statuses(document, grid, plan)
    plan.names = _names(grid, plan)
    if plan.names:
        for column in range(grid.width):
            _settle(grid, plan, column)
    return plan


def _legend(document: Document, grid: Grid, head: int | None) -> dict[str, State]:
    """What the marks mean, said in a column's head, or in the text right before or after the table."""
    block = grid.block
    heads = " \n".join(grid.words(cell) for cell in grid.rows[head].values()) if head is not None else ""
    tail = " \n".join(grid.words(cell) for row in grid.rows[-2:] for cell in row.values())
    near = document.text[max(0, block.start - _NEAR) : block.start]
    after = document.text[block.end : block.end + _NEAR]
    return legend_in(heads) or legend_in(f"{near}\n{tail}\n{after}")


def _place_statuses(document: Document, grid: Grid, plan: Plan) -> None:
    """Find the columns of statuses; of columns for several meetings only this meeting's counts."""
    found: dict[int, State | None] = {}
    for column in range(grid.width):
        if _holds_statuses(grid, plan, column):
            found[column] = STATES.get(plan.kind(column))
            plan.counts[column] = Counter(plain(cell) for cell in grid.column(column, plan.first))
    heads = {c: grid.at(plan.head, c) for c in found} if plan.head is not None else {}
    chosen = column_of_meeting(document, grid.block, heads, {c for c in found if _says_any(plan, c)})
    plan.others = frozenset(c for c in found if c in chosen.others) or _earlier(grid, plan, found)
    plan.statuses = {c: state for c, state in found.items() if c not in plan.others}


def _earlier(grid: Grid, plan: Plan, found: Collection[int]) -> frozenset[int]:
    """All but the last marked column where the heads are lost and most rows have marks in several: a year's
    meetings."""
    marked = [column for column in found if _says_any(plan, column)]
    if plan.head is not None or len(marked) < _A_YEAR:
        return frozenset()
    rows = [row for row in grid.rows[plan.first :] if any(column in row for column in found)]
    several = sum(sum(bool(grid.words(row[c]).strip()) for c in marked if c in row) > 1 for row in rows)
    return frozenset(found) - {marked[-1]} if several * 2 > len(rows) else frozenset()


_A_YEAR: Final = 3  # columns of marks that are no "Present", "Apologies" and so on


def all_marked(grid: Grid, plan: Plan, columns: list[int]) -> bool:
    """Whether nearly all rows are marked under "Present" or "Apologies", so that the rest stayed away."""
    kinds = {plan.kind(column) for column in columns}
    if Column.APOLOGIES not in kinds or len(kinds) != 2 or kinds & {Column.ABSENT, Column.GUEST}:
        return False
    filled = sum(sum(plan.counts[column].values()) for column in columns)
    return filled > 2 and filled * 4 >= 3 * (len(grid.rows) - plan.first)


def _says_any(plan: Plan, column: int) -> bool:
    return any(mark for mark in plan.counts[column])


_BULLETS: Final = frozenset("•◦▪●○-–*·")


def _holds_statuses(grid: Grid, plan: Plan, column: int) -> bool:
    kind = plan.kind(column)
    if kind in (Column.INITIALS, Column.JOB, Column.CONTACT, Column.DEPUTY, Column.NAME, Column.TITLE):
        return False
    if plan.head is not None and _COUNTED.fullmatch(grid.at(plan.head, column).strip()):
        return False
    cells = filled(grid, column, plan.first)
    if not cells or (column == 0 and plan.head is None and set(map(str.strip, cells)) <= _BULLETS):
        return False
    if is_marks(cells, plan.legend) and (column or plan.head is not None):
        return kind is not Column.NOTE or not all(cell.isdigit() for cell in cells)
    if kind is Column.NOTE and len(cells) * 10 < (min(len(grid.rows), _SAMPLE) - plan.first) * 8:
        return False  # notes here and there are exceptions, and read as such
    told = sum(is_status(cell, plan.legend) for cell in cells)
    named = sum(map(is_sure_name, cells))
    if kind is Column.STATUS:
        return named * 2 < len(cells)
    return told * 10 >= len(cells) * 6 and named * 4 < len(cells)


def _names(grid: Grid, plan: Plan) -> list[int]:
    """The columns that hold people."""
    if Column.FIRST in plan.kinds and Column.LAST in plan.kinds:
        return [plan.kinds.index(Column.FIRST)]
    free = [c for c in range(grid.width) if c not in plan.statuses and c not in plan.others]
    told = [c for c in free if plan.kind(c) in NAMED and share_named(grid, c, plan.first) >= 0.3]
    if told:
        return told
    free = [
        c for c in free if plan.kind(c) in (Column.OTHER, Column.ORGANISATION, Column.SECTOR, Column.FOREIGN)
    ]
    shares = {c: share_named(grid, c, plan.first) for c in free}
    sure = {c: _share_sure(grid, c, plan.first) for c in free}
    best = max(free, key=lambda c: (shares[c] + sure[c], -c), default=None)
    if best is None or shares[best] < 0.6:
        return []
    return [c for c in free if c == best or _is_too(grid, plan, c, shares[c], sure[c], sure[best])]


def _is_too(grid: Grid, plan: Plan, column: int, share: float, sure: float, best: float) -> bool:
    """Whether a column beside the best of names holds names too: surely, or names and never a body."""
    if share >= 0.6 and sure >= max(0.6, best - 0.25):
        return True
    cells = filled(grid, column, plan.first)
    rare = share >= 0.9 and best < 0.4 and sure >= best - 0.25 and _FEWEST_RARE <= len(cells) == len({*cells})
    if share < 0.8 or (sure < 0.3 and not rare):
        return False
    return not any(_is_body(cell) or _is_job(cell) for cell in cells)


_FEWEST_RARE: Final = (
    3  # cells, all different, that may be names as the first column's are, which no list has
)


def _settle(grid: Grid, plan: Plan, column: int) -> None:
    """Give a column without a telling head the kind that most of its cells have."""
    if column in plan.names or column in plan.statuses or column in plan.others:
        return
    kind = plan.kind(column)
    cells = filled(grid, column, plan.first)
    if (
        kind is Column.NOTE
        and _holds_words(cells)
        and plan.head is not None
        and len(grid.at(plan.head, column)) < 3
    ):
        kind = Column.OTHER
    if kind is Column.DEPUTY and cells and not share_named(grid, column, plan.first):
        kind = Column.ORGANISATION if sum(map(_is_body, cells)) * 5 >= len(cells) * 2 else kind
    if not cells or kind not in (Column.OTHER, Column.JOB, Column.ORGANISATION, Column.FOREIGN):
        return
    if kind in (Column.OTHER, Column.ORGANISATION) and all(len(cell) == 1 for cell in cells):
        plan.kinds[column] = Column.FOREIGN  # groups told by a letter
        return
    plan.kinds[column] = _by_content(grid, plan, column, cells, kind)


def _holds_words(cells: list[str]) -> bool:
    return sum(bool(re.search(r"[^\W\d_]{3}", cell)) for cell in cells) * 2 > len(cells)


def _by_content(grid: Grid, plan: Plan, column: int, cells: list[str], kind: Column) -> Column:
    count = len(cells)
    if sum("@" in cell or bool(re.fullmatch(r"[+()\d ]{8,}", cell)) for cell in cells) * 2 > count:
        return Column.CONTACT
    if not _holds_words(cells) and kind is Column.OTHER:
        return Column.INITIALS if _are_initials(grid, plan, column) else _short(cells)
    single = [cell for cell in cells if len([p for p in pieces_of(cell, 0) if not p.bracketed]) == 1]
    jobs = sum(_is_job(cell) for cell in cells)
    bodies = sum(_is_body(cell) for cell in cells)
    idle = sum(cell.lower().strip(" .") in words.PARTIES or cell.lower().endswith(" ward") for cell in cells)
    if idle * 2 > count:
        return Column.WARD
    if len(single) * 10 < count * 7:
        return Column.OTHER if kind is not Column.ORGANISATION else kind
    if kind is Column.ORGANISATION:
        return Column.OTHER if jobs * 10 >= count * 8 and bodies * 10 < count else kind
    if kind is Column.JOB:
        return (
            Column.ORGANISATION
            if bodies * 10 >= count * 7 and Column.ORGANISATION not in plan.kinds
            else kind
        )
    if jobs > bodies and jobs * 10 >= count * 4:
        return Column.JOB
    return Column.ORGANISATION if bodies and bodies * 5 >= count and bodies > jobs else kind


def _short(cells: list[str]) -> Column:
    """Acronyms of bodies, or numbers."""
    return Column.ORGANISATION if sum(cell.isupper() for cell in cells) * 2 > len(cells) else Column.NOTE


def _is_job(cell: str) -> bool:
    return job_score(cell) >= 0.6 and not is_body(cell)


def _is_body(cell: str) -> bool:
    return body_score(cell) >= 0.7 and not _is_job(cell)


def _are_initials(grid: Grid, plan: Plan, column: int) -> bool:
    """Whether most cells fit the names beside them."""
    name = max((c for c in plan.names if c < column), default=plan.names[0])
    pairs = [
        (grid.words(row[column]).strip(" ."), grid.words(row[name]))
        for row in grid.rows[plan.first : plan.first + _SAMPLE]
        if column in row and name in row
    ]
    fitting = sum(is_initials(mark) and initials_fit(mark, _bare(text)) for mark, text in pairs)
    return bool(pairs) and fitting * 10 >= len(pairs) * 6


def _bare(text: str) -> str:
    pieces = pieces_of(text, 0)
    people = decode([RosterLine(pieces[0].text, 0)]).people if pieces else []
    return people[0].name if people else text

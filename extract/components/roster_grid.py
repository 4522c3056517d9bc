"""A table as a grid: its cells by row and column, merged ones standing in every place they cover, and
its columns' heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise
from typing import Final

from whosat.extract.components.roster_breaks import one_line
from whosat.extract.components.roster_headings import heading_of
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_scores import is_body, name_score
from whosat.extract.document import Block, Cell

_MOST_ROWS: Final = 20_000


class Column(StrEnum):
    """What the cells of a column are."""

    NAME = "name"
    FIRST = "first name"
    LAST = "last name"
    TITLE = "title"
    ORGANISATION = "organisation"
    SECTOR = "sector"
    WARD = "ward"
    JOB = "job"
    INITIALS = "initials"
    STATUS = "status"
    PRESENT = "present"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    GUEST = "guest"
    DEPUTY = "deputy"
    CHAIR = "chair"
    ROLE = "role"
    CONTACT = "contact"
    NOTE = "note"
    OTHER = "other"
    FOREIGN = "foreign"


_HEADS: Final = (
    (
        Column.FOREIGN,
        r"actions?|actions? .{3,40}|who|owner|action owner|lead officer|agenda|agenda "
        r"item|item|minute|deadline|due|due date|by when|target date|risk|description|"
        r"update|decision|discussion|"
        r"subject|task|progress|outcome|cost|amount|payee|budget|what|by whom|"
        r"responsib\w+|lead|person responsible|timescale|complete\w*|detail|details|topic|"
        r"action points?|ref(?:erence)?|interests?|nature of interest|declaration\w*",
    ),
    (Column.FIRST, r"first ?names?|forename\(?s?\)?|given names?|christian names?"),
    (Column.LAST, r"last ?names?|surnames?|family names?"),
    (Column.TITLE, r"title"),
    (Column.INITIALS, r"initials?"),
    (Column.CONTACT, r"contact.*|e-?mail.*|tel.*|phone.*|mobile.*|address|postal address|website"),
    (
        Column.DEPUTY,
        r"(?:named |name of )?(?:deput\w+|substitut\w+|subs?|alternates?|proxy|replacement)"
        r"(?:[ /(]+(?:for|to|by|names?|members?|attending|attended|present|sent|in attendance|if any|"
        r"representative|organi[sz]ation|substitute)\W*)*|"
        r"(?:who )?(?:came|attended|attending|present|sent)?\s*(?:instead|"
        r"in (?:his|her|their|the member['’]?s) (?:place|absence|stead)|on (?:his|her|their) behalf)|"
        r"stand[- ]?ins?|(?:covered|deputised) by|"
        r"represented by|replaced by|on behalf of|in place of|for whom|attending for",
    ),
    (Column.CHAIR, r"(?:co-?)?chair\w*(?: of .*)?|(?:name of )?chair\w*"),
    (
        Column.WARD,
        r"(?:electoral )?(?:wards?|divisions?|constituency|portfolio)(?: (?!/).*)?|"
        r"ward ?/ ?(?!.*\b(?:organi[sz]ation|agency|body|representing)).*|"
        r"(?:political )?party|political group",
    ),
    (
        Column.SECTOR,
        r"sector|representing|represents|representation|sector represented|"
        r"representative of|stakeholder group|category",
    ),
    (
        Column.ORGANISATION,
        r"organi[sz]ations?|agency|agencies|company|employer|body|authority|institution|"
        r"affiliations?|partner(?: agency| organisation)?|council|trust|school|department|"
        r"service|team|nominating body|"
        r"appointing body|(?:partner|member|nominating|appointing) (?:body|agency)|"
        r"member organi[sz]ation|organi[sz]ation ?/ ?(?:agency|title|role|"
        r"position)|agency ?/ ?.*|organi[sz]ation .*|from|firm|directorate|represented "
        r"organi[sz]ation|local authority|directorate ?/ ?.*|ward ?/ ?.*|school or .*|(?:parish|town|"
        r"council|company) "
        r"?/ ?(?:organi[sz]ation|council|agency|company).*",
    ),
    (
        Column.JOB,
        r"(?:job )?(?:title|role)s?|position|post|designation|job|capacity|occupation|"
        r"(?:job )?title ?[/&,].*|role ?[/&,].*|position ?[/&,].*|designation ?[/&,].*|"
        r"office|role on .*|membership type|type of (?:member|governor).*|governor type",
    ),
    (
        Column.STATUS,
        r"attendance|status|p ?/ ?a.*|present ?(?:/|or) ?(?:apologies|absent).*|attended "
        r"?(?:\(?y/n\)?|\?)?|attendance status|attendance ?\(.*|in attendance\??|"
        r"attendance ?/ ?.*|present\?|attendance at .*|attended\?|here\?|attending",
    ),
    (
        Column.PRESENT,
        r"present|members present|attendees present|in person|online|virtual|on ?line|"
        r"present \(.*|via teams|remote\w*|attended (?:in person|online|remotely)|yes",
    ),
    (Column.APOLOGIES, r"(?:members? (?:sending |with )?)?apolog.*|apols.*|regrets"),
    (Column.ABSENT, r"(?:members? |councillors? )?absent.*|absentees?|did not attend|dna|not present|no"),
    (Column.GUEST, r"(?:also )?in attendance|guests?|observers?|officers?|officials|others? present"),
    (
        Column.NOTE,
        r"notes?|comments?|remarks?|terms?(?: of office)?.*|appointed.*|expir.*|start.*|"
        r"end.*|from .*|date.*|no\.?|number|#|quorum|voting.*|signature|signed|time.*|"
        r"arriv.*|left.*|in|out|mode|method|via|"
        r"other (?:interests?|boards?|roles?|commitments?|memberships?|groups?|partnerships?|bodies).*",
    ),
    (
        Column.NAME,
        r"(?:full |member |attendee |representative |governor )?names?.*|(?:.{0,30} "
        r")?members?(?: of .*| names?)?|attendees?|councillors?|persons?|"
        r"representatives?(?: .*)?|delegates?|governors?|trustees?|directors?|"
        r"participants?|people|"
        r"invitees?|who was there|cllrs?|committee|panel member|board member|group "
        r"members?|initials and names?",
    ),
)
_PATTERNS: Final = tuple((column, re.compile(pattern, re.IGNORECASE)) for column, pattern in _HEADS)


_TICKED: Final = re.compile(r"\(\s*(?:[✓✔√xX]|(?:please )?tick)\s*\)|(?<=\w) ?[✓✔√]\s*$", re.IGNORECASE)
"""The mark that stands in a column's cells, told in its head: "Attending (✓)"."""


def column_of(text: str) -> Column:
    """What a column's head says its cells are."""
    plain = re.sub(r"\s+", " ", _TICKED.sub("", text).strip(" *_:.\n\t")).replace("(s)", "s")
    if not plain or len(plain) > 60:
        return Column.OTHER
    whole = (
        plain.replace(" ", "") if len(plain) > 8 else plain
    )  # "Organisa tion", as a narrow column breaks it
    return next(
        (c for text in (plain, whole) for c, pattern in _PATTERNS if pattern.fullmatch(text)), Column.OTHER
    )


@dataclass(slots=True)
class Grid:
    """Rows of cells by column; a merged cell stands in each row it covers, and in its first column only.

    `more` holds the cells in which one goes on further down, by where it starts.
    """

    text: str
    rows: list[dict[int, Cell]]
    width: int
    block: Block
    more: dict[int, list[Cell]] = field(default_factory=dict)

    def words(self, cell: Cell | None) -> str:
        return self.text[cell.start : cell.end] if cell else ""

    def at(self, row: int, column: int) -> str:
        return self.words(self.rows[row].get(column))

    def turned(self) -> Grid:
        """The grid with its rows as columns."""
        rows: list[dict[int, Cell]] = [{} for _ in range(self.width)]
        for number, row in enumerate(self.rows):
            for column, cell in row.items():
                rows[column][number] = replace(cell, row=column, column=number, row_span=1, column_span=1)
        return Grid(self.text, rows, len(self.rows), self.block)

    def column(self, column: int, first: int = 0) -> Iterator[str]:
        for row in self.rows[first:]:
            if column in row:
                yield self.words(row[column])


def grid_of(text: str, block: Block) -> Grid:
    """The grid of a table block."""
    height = min(_MOST_ROWS, 1 + max(cell.row + cell.row_span - 1 for cell in block.cells))
    rows: list[dict[int, Cell]] = [{} for _ in range(height)]
    for cell in block.cells:
        if cell.start >= cell.end:
            continue
        for row in range(cell.row, min(cell.row + cell.row_span, height)):
            rows[row].setdefault(cell.column, cell)
    width = 1 + max(cell.column + cell.column_span - 1 for cell in block.cells)
    _without_numbers(text, rows)
    _without_dashes(text, rows)
    grid = Grid(text, rows, width, block)
    _rejoin(grid)
    return grid


def _rejoin(grid: Grid) -> None:
    """Join rows that only go on with the cells above: those beside somebody's name were too long for one
    line."""
    base: dict[int, Cell] = {}
    for number, row in enumerate(grid.rows):
        if not (row and base and _goes_on(grid, base, row)):
            base = row
            continue
        for column, cell in row.items():
            grid.more.setdefault(base[column].start, []).append(cell)
        grid.rows[number] = {}


def _goes_on(grid: Grid, base: dict[int, Cell], row: dict[int, Cell]) -> bool:
    if len(row) >= len(base) or not all(column in base for column in row):
        return False
    said = {column: grid.words(cell) for column, cell in row.items()}
    if any("\n" in text or name_score(text) >= 0.5 for text in said.values()):
        return False
    if any((told := heading_of(text)) is not None and told.state is not None for text in said.values()):
        return False
    if not any(name_score(grid.words(cell)) >= 0.5 for column, cell in base.items() if column not in row):
        return False
    return any(_is_rest_of(flat(grid, base[column]).text, text) for column, text in said.items())


_OPEN_END: Final = re.compile(r"(?:\b(?:of|and|for|the|to|in)|[&,/–-]|\bNHS)$")


def _is_rest_of(above: str, below: str) -> bool:
    """Whether a cell's words end in the row below: "Barset Clinical" / "Commissioning Group"."""
    if _OPEN_END.search(above.rstrip()) or below[:1].islower():
        return True
    return not is_body(above) and is_body(f"{above} {below}") and not is_body(below.split()[0])


_NUMBERED: Final = re.compile(r"\(?\d{1,2}[.)]\s+(?=[^\W\d_])")


def _without_numbers(text: str, rows: list[dict[int, Cell]]) -> None:
    """Leave out the numbers of a list ("1. Ann Bell") that stand in the cells of the first column."""
    cells = [row[0] for row in rows if 0 in row]
    found = [_NUMBERED.match(text, cell.start, cell.end) for cell in cells]
    if sum(mark is not None for mark in found) * 2 <= len(cells) or len(cells) < 2:
        return
    for row in rows:
        if 0 in row and (mark := _NUMBERED.match(text, row[0].start, row[0].end)):
            row[0] = replace(row[0], start=mark.end())


_DASHES: Final = re.compile(r"[-–—:\s]+")


def _without_dashes(text: str, rows: list[dict[int, Cell]]) -> None:
    """Leave out columns of nothing but the dashes between names and posts."""
    for column in {column for row in rows for column in row}:
        cells = [row[column] for row in rows if column in row]
        if len(cells) > 1 and all(_DASHES.fullmatch(text, cell.start, cell.end) for cell in cells):
            for row in rows:
                row.pop(column, None)


def lines_in(grid: Grid, cell: Cell) -> list[RosterLine]:
    """The lines of a cell, each where it stands; blank ones left out."""
    if cell.start in grid.more or _runs_on(grid.words(cell).split("\n")):
        return [flat(grid, cell)]
    found, at = [], cell.start
    for row in grid.words(cell).split("\n"):
        if bare := row.lstrip():
            found.append(RosterLine(bare, at + len(row) - len(bare), cell.column))
        at += len(row) + 1
    return found


def _runs_on(lines: list[str]) -> bool:
    """Whether the line ends of a cell only break a running list ("Ann Bell; Bob" / "Cole; Carol Dunn")."""
    text = " ".join(lines)
    mark = ";" if ";" in text else ","
    if len(lines) < 2 or text.count(mark) < len(lines):
        return False
    if mark == ";":
        return True
    broken = 0
    for before, after in pairwise(lines):
        last, first = before.rsplit(mark, 1)[-1].split(), after.split(mark, 1)[0].split()
        broken += not last or (len(last) == 1 and len(first) == 1)
    return broken * 2 >= len(lines) - 1


def flat(grid: Grid, cell: Cell) -> RosterLine:
    """A cell as one line."""
    line = RosterLine(one_line(grid.words(cell)), cell.start, cell.column)
    for rest in grid.more.get(cell.start, ()):
        line = line.followed_by(RosterLine(grid.words(rest), rest.start, rest.column))
    return line

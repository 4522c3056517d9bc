"""Cells of a roster: the people in one, and what the cells beside say of them."""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.bodies import kind_of_body
from whosat.extract.components.roster_attributes import read_attribute
from whosat.extract.components.roster_grid import Column, Grid, flat, lines_in
from whosat.extract.components.roster_headings import Heading, heading_of
from whosat.extract.components.roster_lines import Person, RosterLine, decode
from whosat.extract.components.roster_pieces import (
    Gap,
    Piece,
    body_score,
    name_score,
    pieces_of,
    split_run,
)
from whosat.extract.document import Cell
from whosat.extract.names import name_at


def people_in(grid: Grid, cell: Cell) -> list[Person]:
    """The people of a cell, whose lines may be one name each, or several run together."""
    found = decode(lines_in(grid, cell)).people
    return found or decode([flat(grid, cell)]).people


def attach(
    grid: Grid, people: list[Person], cells: list[Cell], kinds: dict[int, Column] | None = None
) -> None:
    """What the cells beside say of the people of one row."""
    for cell in cells:
        kind = (kinds or {}).get(cell.column, Column.OTHER)
        texts = _shares(grid, cell, len(people), kind)
        for person, text in zip(people, texts, strict=True):
            say(person, text, kind, Column.ORGANISATION in (kinds or {}).values())


def _shares(grid: Grid, cell: Cell, count: int, kind: Column) -> list[RosterLine]:
    """What of a cell belongs to each of `count` people: a line each, a body each, or all of it to all."""
    lines = lines_in(grid, cell)
    whole = [flat(grid, cell)] * count
    if count < 2:
        return whole
    if len(lines) == count and all(body_score(line.text.strip()) >= 0.4 for line in lines):
        return lines
    if len(lines) == 1 and kind in (Column.ORGANISATION, Column.OTHER, Column.SECTOR):
        parts = _bodies_run_together(lines[0])
        if len(parts) == count:
            return parts
    return whole


_BODY_END: Final = re.compile(
    r"\b(?:Council|Trust|Board|Constabulary|Authority|Ltd|Limited|University|Police|"
    r"Partnership|Association|CCG|Service)\s+(?=[A-Z])(?!of\b|for\b)"
)


def _bodies_run_together(line: RosterLine) -> list[RosterLine]:
    """ "Barset Council CDC and FODDC": two bodies in a cell that nothing separates."""
    for cut in _BODY_END.finditer(line.text):
        before, after = line.text[: cut.end()].rstrip(), line.text[cut.end() :]
        if (
            kind_of_body(before)
            and body_score(after) >= 0.6
            and not re.match(r"\(|and\b|of\b", after)
            and kind_of_body(line.text.strip()) is None
        ):
            return [RosterLine(before, line.start), RosterLine(after, line.start + cut.end())]
    return [line]


def say(person: Person, line: RosterLine, kind: Column, bodied: bool = False) -> None:
    facts = person.facts
    if kind is Column.SECTOR and (facts.organisation or bodied):
        facts.sector = " ".join(line.text.split()) or None
        return
    if kind is Column.DEPUTY:
        read = name_at(line.text.strip())
        if read and name_score(line.text.strip()[: read.end].strip()) >= 0.5:
            at = line.start + len(line.text) - len(line.text.lstrip())
            facts.deputy, facts.deputy_at = read.name, (at, at + len(line.text.strip()[: read.end].rstrip()))
        return
    if kind is Column.TITLE and len(line.text.split()) == 1:
        person.honorific = person.honorific or line.text.strip()
        return
    for piece in pieces_of(line.text, line.start):
        told = Piece(piece.text, piece.start, Gap.OPEN if piece.gap in (Gap.START, Gap.OPEN) else piece.gap)
        read_attribute(told, facts, person.name, body=kind is Column.ORGANISATION)
        if (
            kind in (Column.JOB, Column.ROLE)
            and facts.organisation == piece.text
            and not kind_of_body(piece.text)
            and piece.gap is Gap.START
        ):
            facts.job_title, facts.organisation, facts.organisation_at = (
                facts.job_title or piece.text,
                None,
                None,
            )
    person.end = max(person.end, line.end)


def two_cells(grid: Grid, first: Cell, last: Cell) -> list[Person]:
    """A person whose given name and surname stand in cells of their own, with what stands in either
    beside."""
    given, family = (
        pieces_of(flat(grid, first).text, first.start),
        pieces_of(flat(grid, last).text, last.start),
    )
    if not given or not family:
        return []
    name = f"{given[0].text} {family[0].text}"
    if name_score(name) < 0.4:
        return []
    person = decode([RosterLine(name, first.start)], names_only=True).people[:1]
    if not person:
        return []
    found = person[0]
    found.name_at = (min(first.start, last.start), max(given[0].end, family[0].end))
    found.end = max(first.end, last.end)
    for piece in [*given[1:], *family[1:]]:
        read_attribute(piece, found.facts, found.name)
    return [found]


def begins_with_name(text: str) -> bool:
    line = text.strip().split("\n")[0]
    first = pieces_of(line, 0)
    return bool(first) and (
        name_score(first[0].text) >= 0.5
        or len(split_run(first[0].text)) > 1
        or bool(decode([RosterLine(line, 0)]).people)
    )


def row_heading(grid: Grid, row: int) -> Heading | None:
    cell = grid.rows[row].get(0)
    found = heading_of(grid.words(cell).replace("\n", " ")) if cell else None
    return found if found and cell and found.rest >= cell.end - cell.start - 1 else None

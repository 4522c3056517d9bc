"""Tables of bodies with their chairs and representatives: one row a body, people in the columns beside."""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.bodies import kind_of_body
from whosat.extract.components.records import ContactRecord
from whosat.extract.components.roster_attributes import read_attribute
from whosat.extract.components.roster_contacts import contacts_in
from whosat.extract.components.roster_grid import Column, Grid, column_of, lines_in
from whosat.extract.components.roster_lines import decode
from whosat.extract.components.roster_people import Person, RosterLine
from whosat.extract.components.roster_pieces import pieces_of
from whosat.extract.components.roster_scores import is_non_person
from whosat.extract.components.roster_sections import Seat, Section
from whosat.extract.document import Cell
from whosat.ontology.facts import Kind

_POST_ON: Final = re.compile(
    r"(?P<post>representatives?|reps?|members?|chairs?|leads?|vice[- ]chairs?)\s+(?:on|to|"
    r"of)\s+(?:the\s+)?(?P<body>[A-Z].+)",
    re.IGNORECASE,
)
_POST: Final = re.compile(
    r"(?:vice[- ]|deputy |co-?)?chair\w*|convenor|convener|lead(?: officer)?|secretary|"
    r"support officer|lead support",
    re.IGNORECASE,
)


def read_seats(grid: Grid, head: int | None, heading: tuple[str, int, int] | None) -> list[Section]:
    """The sections of a table whose first column holds bodies and whose other columns hold who has which
    post."""
    if head is None:
        return []
    posts = {
        c: (_POST_ON.fullmatch(text) or _POST.fullmatch(text))
        for c in range(1, grid.width)
        if (text := grid.at(head, c).strip())
    }
    if not any(posts.values()) or not _are_bodies(grid, head):
        return []
    extent = (heading[1], heading[2]) if heading else None
    section = Section(
        None, None, heading=extent, heading_text=heading[0] if heading else "", table=True, contacts=True
    )
    for row in grid.rows[head + 1 :]:
        body = row.get(0)
        if body is None:
            continue
        for column, post in posts.items():
            if post and column in row and not is_non_person(grid.words(row[column])):
                section.members += _seats(grid, row, row[column], body, post)
    return [section] if section.members else []


def _are_bodies(grid: Grid, head: int) -> bool:
    names = [grid.words(row[0]).strip() for row in grid.rows[head + 1 :] if 0 in row]
    return len(names) > 0 and sum(
        kind_of_body(name) in (Kind.BOARD, Kind.ORGANISATION) for name in names
    ) * 2 > len(names)


def _seats(grid: Grid, row: dict[int, Cell], cell: Cell, body: Cell, post: re.Match[str]) -> list[Seat]:
    on = post.groupdict().get("body")
    name = " ".join(grid.words(body).split())
    where = (body.start, body.end)
    word = post.groupdict().get("post") or post.group()
    role = re.sub(r"s$", "", word.strip()).capitalize()
    seats = []
    for person in _people(grid, cell):
        person.contacts += _contacts_of(grid, row, person)
        seats.append(Seat(person, on or name, where, role))
    return seats


def _people(grid: Grid, cell: Cell) -> list[Person]:
    """People of a cell in which each name is followed by the body the person comes from, on lines of
    their own."""
    found: list[Person] = []
    for line in lines_in(grid, cell):
        people = decode([RosterLine(line.text.rstrip(" ,"), line.start)]).people
        if people:
            found += people
        elif found:
            for piece in pieces_of(line.text, line.start):
                read_attribute(piece, found[-1].facts, found[-1].name)
                found[-1].end = piece.end
    return found


def _contacts_of(grid: Grid, row: dict[int, Cell], person: Person) -> list[ContactRecord]:
    """Contact details of a row that has one person, or that hold the person's surname."""
    last = person.name.split()[-1].lower()
    details = [
        record
        for column, cell in row.items()
        if column and column_of(grid.words(cell)) is Column.OTHER
        for record in contacts_in(grid.words(cell), cell.start)
    ]
    return [record for record in details if record.kind == "e-mail" and last in record.value.lower()]

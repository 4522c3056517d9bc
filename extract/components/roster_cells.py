"""What a table's cells say of the people of a row: names, organisations, posts, deputies."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from whosat.extract.bodies import kind_of_body
from whosat.extract.components.roster_attributes import Attributes, read_attribute
from whosat.extract.components.roster_grid import Column, Grid, flat, lines_in
from whosat.extract.components.roster_lines import decode
from whosat.extract.components.roster_people import Person, RosterLine
from whosat.extract.components.roster_pieces import Gap, Piece, pieces_of
from whosat.extract.components.roster_posts import is_post
from whosat.extract.components.roster_scores import (
    body_score,
    chair_role,
    is_body,
    is_non_person,
    job_score,
    name_score,
    other_role,
)
from whosat.extract.components.roster_shape import is_inverted
from whosat.extract.components.roster_together import is_led_by_post, run_together
from whosat.extract.document import Cell
from whosat.extract.names import is_given_name, name_at


def people_in(grid: Grid, cell: Cell) -> list[Person]:
    """The people of a cell, whose lines may be one name each, or several run together."""
    found = decode(lines_in(grid, cell)).people
    return found or decode([flat(grid, cell)]).people


def by_first_name(grid: Grid, cell: Cell) -> list[Person]:
    """Who stands by a first name alone in a column of whole names."""
    line = flat(grid, cell)
    name = line.text.strip()
    if not (_FIRST_NAME.fullmatch(name) and is_given_name(name)):
        return []
    at = line.start + line.text.index(name)
    return [Person(name, (at, at + len(name)), 0.5, None, at + len(name), Attributes())]


_FIRST_NAME: Final = re.compile(r"[A-Z][a-z]{2,}")


def people_of(grid: Grid, column: int, first: int) -> dict[int, list[Person]]:
    """The people of a column's cells of one line, by where the cell starts.

    All cells are read together, so that how most are built decides the doubtful ones.
    """
    cells = [row[column] for row in grid.rows[first:] if column in row]
    lines = {cell.start: flat(grid, cell) for cell in cells if "\n" not in grid.words(cell)}
    starts = sorted(lines)
    found: dict[int, list[Person]] = {}
    turned = is_inverted([lines[start] for start in starts])
    named = [lines[start] for start in starts if decode([lines[start]], inverted=turned).people]
    for person in decode(named, inverted=turned).people:
        at = starts[max(0, bisect_right(starts, person.name_at[0]) - 1)]
        found.setdefault(at, []).append(person)
    singles = sum(len(people) == 1 for people in found.values())
    for people in found.values():
        if len(people) == 2 and singles > 2 * (len(found) - singles):
            _as_body(grid, people)
    return found


def _as_body(grid: Grid, people: list[Person]) -> None:
    """ "Ann Bell, Pegler Boyd" in a column whose cells hold one person each: the second is whom she
    represents."""
    first, second = people
    between = grid.text[first.name_at[1] : second.name_at[0]]
    if between.strip() != "," or second.honorific or second.facts.said or re.match(r"\w\.", second.name):
        return
    first.facts.organisation, first.facts.organisation_at = second.name, second.name_at
    first.facts.organisation_score, first.facts.said = 0.6, True
    first.end = max(first.end, second.end)
    people.pop()


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
    if 1 < len(lines) < count and all(chair_role(one.text) or other_role(one.text) for one in lines):
        return [*lines, *[RosterLine("", cell.end)] * (count - len(lines))]  # beside the first of them
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


_FORWARD: Final = re.compile(r"\bfor\b(?! attending)|behalf|place of", re.IGNORECASE)


def is_forward(head: str) -> bool:
    """Whether a deputies' column names those the people of the rows came for ("Deputy for"), not who came."""
    return bool(_FORWARD.search(head))


def deputies_in(text: str, start: int) -> list[Person]:
    """The people a status names as having come instead ("Represented by …")."""
    return decode([RosterLine(text, start)]).people


def deputies_of(grid: Grid, cell: Cell) -> list[Person]:
    """The people of a deputies' cell: "Yes – Ann Bell", "Cllr Bell", a name alone."""
    words = flat(grid, cell)
    said = _SAID.match(words.text)
    line = RosterLine(words.text[said.end() :], words.start + said.end()) if said else words
    read = name_at(line.text)
    if read and read.honorific and " " not in read.name and re.match(r"\W*$", line.text[read.end :]):
        at = (line.start, line.start + read.end)
        return [Person(read.name, at, 0.8, read.honorific, at[1])]
    return deputies_in(line.text, line.start) if said else people_in(grid, cell)


_SAID: Final = re.compile(
    r"\s*(?:yes|y|sent|attended|deputy|sub(?:stitute)?|represented by)\s*[-–—:,(]*\s*(?=[A-Z])", re.IGNORECASE
)


def say(person: Person, line: RosterLine, kind: Column, bodied: bool = False) -> None:
    """Enter what one cell says of a person into the person's facts, by the kind of its column."""
    facts = person.facts
    if is_non_person(line.text.strip()):
        return
    if kind is Column.WARD:
        pieces = pieces_of(line.text, line.start)
        if any(_SENT_BY.search(piece.text) or _COUNCIL.search(piece.text) for piece in pieces):
            pieces = [piece for piece in pieces if is_body(piece.text)]
        else:
            pieces = [piece for piece in pieces if chair_role(piece.text)]
        for piece in pieces:
            read_attribute(piece, facts, person.name)
        return
    if kind is Column.INITIALS:
        facts.initials = facts.initials or line.text.strip(" .") or None
        return
    if kind in (Column.ORGANISATION, Column.OTHER) and _NOBODY.fullmatch(line.text.strip()):
        return
    if kind is Column.ORGANISATION and _is_one_body(line):
        _take_body(person, line)
        return
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


_COUNCIL: Final = re.compile(r"^(?!The ).+ (?:Council|College|University|Trust|Police|Association|Society)$")
"""A body in a column of constituencies, each of which sends one."""
_SENT_BY: Final = re.compile(r"\b(?i:appointed|partner|stakeholder|nominated)\b")
"""Governors whom a body has sent, in a column of constituencies."""
_NOBODY: Final = re.compile(
    r"independent|individual|self(?:[ -]employed)?|freelance|n/?a|none|nil|-+|retired|unaffiliated|"
    r"volunteer|tbc|\?",
    re.IGNORECASE,
)
"""What stands in a column of organisations for those who represent none."""


_LETTERS: Final = re.compile(r"[^\W\d_]{2}|(?:[A-Z]\.){2}|[^\W\d_]\d|\d[^\W\d_]")


def _is_one_body(line: RosterLine) -> bool:
    """Whether a cell of a column of organisations is one, and no post held in one."""
    pieces = [piece for piece in pieces_of(line.text, line.start) if not piece.bracketed]
    if not pieces or pieces[0].start > line.start + 6:
        return False
    first = pieces[0].text
    if chair_role(first) or other_role(first) or not _LETTERS.search(first):
        return False
    if len(pieces) > 1 and all(piece.gap is Gap.SLASH for piece in pieces[1:]):
        return not any(job_score(piece.text) >= 0.7 or chair_role(piece.text) for piece in pieces)
    if len(pieces) > 1 and not all(is_body(piece.text) or piece.text.isupper() for piece in pieces[:1]):
        return False
    if (
        len(pieces) != 1
        or ("/" in first and chair_role(first.split("/")[0]))
        or name_at_once(first)
        or run_together(first)
        or is_led_by_post(first)
        or is_post(first)
    ):
        return False
    return job_score(first) < 0.9 or is_body(first)


def name_at_once(text: str) -> bool:
    """Whether words of a column of organisations say instead for whom somebody came."""
    return bool(re.match(r"(?:deputis|substitut|on behalf|for )", text, re.IGNORECASE))


def _take_body(person: Person, line: RosterLine) -> None:
    pieces = pieces_of(line.text, line.start)
    first = next(piece for piece in pieces if not piece.bracketed)
    slashed = [piece for piece in pieces if piece.gap is Gap.SLASH]
    if slashed and all(piece.gap is Gap.SLASH or piece is first or piece.bracketed for piece in pieces):
        end = slashed[-1].end  # "Probation / CRC" is one body's cell
        first = Piece(line.text[first.start - line.start : end - line.start], first.start, first.gap)
        pieces = [first, *[piece for piece in pieces if piece.bracketed]]
    facts = person.facts
    if facts.organisation is None or facts.organisation_score < 0.9:
        text = re.sub(r"^(?:from|representing|rep(?:resentative of)?)\s+(?=[A-Z])", "", first.text)
        at = first.end - len(text)
        facts.organisation, facts.organisation_at, facts.organisation_score = text, (at, first.end), 0.9
        facts.said = True
    for piece in pieces:
        if piece is not first:
            read_attribute(piece, facts, person.name, body=True)
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
    person = decode([RosterLine(name, first.start)]).people[:1]
    if not person:
        return []
    found = person[0]
    found.name_at = (min(first.start, last.start), max(given[0].end, family[0].end))
    found.end = max(first.end, last.end)
    for piece in [*given[1:], *family[1:]]:
        read_attribute(piece, found.facts, found.name)
    return [found]

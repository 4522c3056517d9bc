"""Rows of an answer that speak of one seat as one row: its roles, and how far its evidence reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from whosat.graph.questions import Cell, Line

_EARLIEST: Final = ("first", "started")
_LATEST: Final = ("last",)
_ENDING: Final = ("ended", "how")
_STATED: Final = "Stated"


def seats_together(columns: Sequence[str], lines: Iterable[Line], key: Sequence[str]) -> Iterator[Line]:
    """One line for each value of the columns in `key`, in the order of their first lines."""
    places = [columns.index(name) for name in key if name in columns]
    groups: dict[tuple[Cell, ...], list[Line]] = {}
    for line in lines:
        groups.setdefault(tuple(line.cells[place] for place in places), []).append(line)
    for group in groups.values():
        yield group[0] if len(group) == 1 else _joined(columns, group)


def _joined(columns: Sequence[str], group: Sequence[Line]) -> Line:
    rows = [dict(zip(columns, line.cells, strict=True)) for line in group]
    cells = tuple(_cell(name, rows) for name in columns)
    facts = dict.fromkeys(fact for line in group for fact in line.facts)
    sources = dict.fromkeys(source for line in group for source in line.sources)
    return Line(cells, tuple(facts), tuple(sources))


def _cell(name: str, rows: Sequence[dict[str, Cell]]) -> Cell:
    if name in _ENDING:  # a seat that goes on has no end
        rows = [row for row in rows if _reach(row) == max(map(_reach, rows))]
    cells = list(dict.fromkeys(row[name] for row in rows if row[name].text))
    if not cells:
        return Cell("")
    if name in _EARLIEST:
        return min(cells, key=lambda cell: cell.text)
    if name in _LATEST:
        return max(cells, key=lambda cell: cell.text)
    if name == "basis":
        return next((cell for cell in cells if cell.text == _STATED), cells[0])
    if name == "sightings":
        return Cell(str(sum(int(row[name].text) for row in rows if row[name].text)))
    return cells[0] if len(cells) == 1 else Cell("; ".join(cell.text for cell in cells))


def _reach(row: dict[str, Cell]) -> str:
    """The last day that a row speaks for (ISO); what is called the end may be words ("resigned")."""
    told = (row[name].text for name in ("last", "ended") if name in row)
    return max((text for text in told if text[:1].isdigit()), default="")

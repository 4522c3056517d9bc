"""Tables for people and for programs: plain text on a terminal, JSON, or comma-separated values."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import shutil
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import typer

from whosat.graph.dates import spoken
from whosat.ontology.errors import InputError

Cell = str | int | float | bool | dt.date | None | Sequence[str]
"""A date is told in words to people, and as ISO to programs and spreadsheets."""

_GAP: Final = 2
_NARROWEST: Final = 12
_INDENT: Final = 4
_BELOW: Final = ("source", "words", "where", "left words", "right words")
"""Columns that go on lines of their own, below their row, where a terminal is too narrow for the table."""
_KEYS: Final = {"first listed": "first_seen", "last listed": "last_seen"}
"""Columns that programs read under the names of the vocabulary, whatever people read."""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows; `title` stands above it on a terminal."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    title: str = ""


def show(table: Table, *, as_json: bool = False, as_csv: bool = False) -> None:
    """Print a table in the form asked for."""
    if as_json and as_csv:
        raise InputError("Both --json and --csv were asked for.", "Ask for one of them.")
    if as_json:
        typer.echo(json_text(table))
    elif as_csv:
        sys.stdout.write(csv_text(table))
    else:
        typer.echo(plain_text(table, _width()))


def show_all(tables: Sequence[Table], *, as_json: bool = False, as_csv: bool = False) -> None:
    """Print several tables: one under the other, as a JSON object by title, or as one list with titles."""
    if as_json and not as_csv:
        by_title = {table.title: _objects(table) for table in tables}
        typer.echo(json.dumps(by_title, ensure_ascii=False, indent=2))
    elif as_csv:
        columns = tuple(dict.fromkeys(column for table in tables for column in table.columns))
        rows = [
            (table.title, *(dict(zip(table.columns, row, strict=True)).get(name) for name in columns))
            for table in tables
            for row in table.rows
        ]
        show(Table(("section", *columns), rows), as_json=as_json, as_csv=True)
    else:
        typer.echo("\n\n".join(plain_text(table, _width()) for table in tables))


def _width() -> int | None:
    """The width of the terminal in characters; None when the output is piped, and lines may be long."""
    return shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else None


def json_text(table: Table) -> str:
    """A list of objects, one a row."""
    return json.dumps(_objects(table), ensure_ascii=False, indent=2)


def _objects(table: Table) -> list[dict[str, Cell]]:
    names = [_KEYS.get(column, column.replace(" ", "_")) for column in table.columns]
    return [dict(zip(names, map(_plain, row), strict=True)) for row in table.rows]


def _plain(cell: Cell) -> Cell:
    return cell.isoformat() if isinstance(cell, dt.date) else cell


def csv_text(table: Table) -> str:
    """Comma-separated values with a header; what a spreadsheet would run as a formula stays text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([harmless(_text(_plain(cell))) for cell in row])
    return out.getvalue()


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula: a quote goes before "=", "+", "-", "@"."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def plain_text(table: Table, width: int | None = None) -> str:
    """A table in columns; where `width` (in characters) is given, it is made to fit into it.

    Then columns without a word are left out, sources and what they say go below their rows, and long cells
    are wrapped. Without rows the title stands alone.
    """
    if table.title and not table.rows:
        return table.title
    rows = [[_clean(_text(cell)) for cell in row] for row in table.rows]
    columns = list(range(len(table.columns)))
    below: list[int] = []
    if width is not None and _needed(table.columns, rows, columns) > width:
        columns = [at for at in columns if any(row[at] for row in rows)]
        if _needed(table.columns, rows, columns) > width:
            below = [at for at in columns if table.columns[at] in _BELOW]
            columns = [at for at in columns if at not in below] or below
            below = below if columns != below else []
    head = [table.columns[at].upper() for at in columns]
    widths = _widths([head, *([row[at] for at in columns] for row in rows)], width)
    lines = [table.title, ""] if table.title else []
    lines += _wrapped_row(head, widths)
    for row in rows:
        beside = [row[at] for at in columns]
        lines += _wrapped_row(beside, widths) if any(beside) or not below else []
        lines += _told_below({table.columns[at]: row[at] for at in below if row[at]}, width)
    return "\n".join(line.rstrip() for line in lines)


def _needed(names: Sequence[str], rows: Sequence[Sequence[str]], columns: Sequence[int]) -> int:
    """How wide a table of these columns is with nothing wrapped."""
    widest = (max([len(names[at]), *(len(row[at]) for row in rows)]) for at in columns)
    return sum(widest) + _GAP * (len(columns) - 1)


def _told_below(cells: Mapping[str, str], width: int | None) -> list[str]:
    """What stands below a row: where it is said and the words in one, everything else on lines of its own."""
    import textwrap

    if not cells or width is None:
        return []
    indent = " " * _INDENT
    others = [text for name, text in cells.items() if name not in ("source", "words")]
    said = ": ".join(cells[name] for name in ("source", "words") if name in cells)
    return [
        line
        for text in (said, *others)
        for line in textwrap.wrap(
            text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
        )
    ]


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, dt.date):
        return spoken(cell)
    return "; ".join(cell) if isinstance(cell, list | tuple) else str(cell)


def _clean(text: str) -> str:
    """One line, without control characters that could steer a terminal."""
    flat = " ".join(text.split())
    return "".join(c for c in flat if unicodedata.category(c) not in ("Cc", "Cf") or c == "\u200d")


def _widths(rows: list[list[str]], width: int | None) -> list[int]:
    wanted = [max(map(len, column)) for column in zip(*rows, strict=True)]
    if width is None:
        return wanted
    spare = sum(wanted) + _GAP * (len(wanted) - 1) - width
    while spare > 0 and max(wanted) > _NARROWEST:
        widest = wanted.index(max(wanted))
        second = max([w for n, w in enumerate(wanted) if n != widest], default=_NARROWEST)
        cut = min(spare, max(1, wanted[widest] - max(second, _NARROWEST)))
        wanted[widest] -= cut
        spare -= cut
    return wanted


def _wrapped_row(row: list[str], widths: list[int]) -> list[str]:
    import textwrap

    cells = [textwrap.wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
    height = max(map(len, cells))
    return [
        (" " * _GAP).join(
            (cell[n] if n < len(cell) else "").ljust(width) for cell, width in zip(cells, widths, strict=True)
        )
        for n in range(height)
    ]

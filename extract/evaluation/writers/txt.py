"""Plain text, as a text box, an e-mail or a converter leaves it: tables by tabs, by bars, by spaces,
or cell by cell.
"""

from __future__ import annotations

import random
import textwrap
from itertools import zip_longest

from whosat.extract.evaluation.page import Block, Break, Columns, Heading, Items, Lines, Page, Para, Table

TABLE_MANNERS = ("tabs", "bars", "spaces", "stacked")


def write(page: Page, manner: random.Random) -> bytes:
    """The page as UTF-8 text; the manner of tables, line ends and wrapping is one for the whole document."""
    table = manner.choice(TABLE_MANNERS)
    wrap = manner.choice((0, 0, 0, 78))
    bullet = manner.choice(("- ", "• ", "* ", "\t", "  "))
    underline = manner.random() < 0.2
    parts = [text for block in page.blocks for text in _block(block, table, wrap, bullet, underline)]
    text = "\n".join([*([page.header, ""] if page.header else []), *parts, page.footer])
    if manner.random() < 0.15:
        text = text.replace("\n", "\r\n")
    mark = "\ufeff" if manner.random() < 0.15 else ""
    return (mark + text.rstrip() + "\n").encode("utf-8")


def _block(block: Block, table: str, wrap: int, bullet: str, underline: bool) -> list[str]:
    match block:
        case Heading(text, level):
            line = ["=" * len(text)] if underline and level < 3 else []
            return [text, *line, ""] if level < 3 else [text]
        case Para(text):
            return [textwrap.fill(text, wrap) if wrap else text, ""]
        case Lines(lines):
            return [*lines, ""]
        case Items(lines, numbered):
            return [
                f"{number}. {line}" if numbered else bullet + line for number, line in enumerate(lines, 1)
            ] + [""]
        case Columns(runs):
            return [*_columns(runs, table), ""]
        case Break():
            return ["\f"] if wrap else [""]
        case Table():
            return [*_table(block, table), ""]


def _columns(runs: tuple[tuple[str, ...], ...], manner: str) -> list[str]:
    rows = zip_longest(*runs, fillvalue="")
    if manner in ("tabs", "stacked"):
        return ["\t".join(row).rstrip() for row in rows]
    widths = [max(map(len, run), default=0) + 4 for run in runs]
    return [
        "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]


def _table(table: Table, manner: str) -> list[str]:
    if manner == "stacked" and all(cell for row in table.rows for cell in row) and table.width == 2:
        return [line for row in table.rows for line in (*("\t" + cell for cell in row), "")]
    rows = [tuple(" ".join(cell.split("\n")) for cell in row) for row in table.rows]
    if manner == "bars":
        return ["| " + " | ".join(row) + " |" for row in rows]
    if manner == "spaces":
        widths = [
            max((len(row[i]) for row in rows if i < len(row) > 1), default=0) + 3 for i in range(table.width)
        ]
        return [
            "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()
            for row in rows
        ]
    return ["\t".join(row) for row in rows]

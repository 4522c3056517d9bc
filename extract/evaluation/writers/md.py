"""Markdown: pipe tables, lists, bold lines for headings that are none, a front matter now and then."""

from __future__ import annotations

import random
from itertools import zip_longest

from whosat.extract.evaluation.page import Block, Break, Columns, Heading, Items, Lines, Page, Para, Table


def write(page: Page, manner: random.Random) -> bytes:
    """The page as UTF-8 Markdown."""
    bullet = manner.choice(("- ", "* "))
    parts = [text for block in page.blocks for text in _block(block, bullet)]
    title = next((block.text for block in page.blocks if isinstance(block, Heading)), "Minutes")
    front = ["---", f'title: "{title}"', "layout: page", "---", ""] if manner.random() < 0.2 else []
    return ("\n".join([*front, *parts]).rstrip() + "\n").encode("utf-8")


def _block(block: Block, bullet: str) -> list[str]:
    match block:
        case Heading(text, level, plain):
            return [f"**{text}**" if plain else f"{'#' * level} {text}", ""]
        case Para(text, bold):
            return [f"**{text}**" if bold else text, ""]
        case Lines(lines):
            return ["  \n".join(lines), ""]
        case Items(lines, numbered):
            return [
                f"{number}. {line}" if numbered else bullet + line for number, line in enumerate(lines, 1)
            ] + [""]
        case Columns(runs):
            return [*_table(Table(tuple(zip_longest(*runs, fillvalue="")))), ""]
        case Table():
            return [*_table(block), ""]
        case Break():
            return ["---", ""]


def _table(table: Table) -> list[str]:
    blank = ("",) * table.width
    rows = [row + ("",) * (table.width - len(row)) for row in table.rows]
    head, body = (rows[0], rows[1:]) if table.header else (blank, rows)
    return [_row(head), "|" + "---|" * table.width, *map(_row, body)]


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join("<br>".join(cell.split("\n")) for cell in cells) + " |"

"""A web page: tables, lists, paragraphs with line breaks, and the navigation that stands around them
on a real site.
"""

from __future__ import annotations

import random
from html import escape

from whosat.extract.evaluation.page import Block, Break, Columns, Heading, Items, Lines, Page, Para, Table

_AROUND = """<nav><ul><li><a href="/">Home</a></li><li><a href="/meetings">Meetings</a></li>
<li><a href="/contact">Contact us</a></li></ul></nav>"""


def write(page: Page, manner: random.Random) -> bytes:
    """The page as an HTML file in UTF-8."""
    breaks = manner.random() < 0.5
    body = "\n".join(_block(block, breaks) for block in page.blocks)
    title = next((block.text for block in page.blocks if isinstance(block, Heading)), "Minutes")
    around = _AROUND if manner.random() < 0.5 else ""
    foot = f"<footer><p>{escape(page.footer)}</p></footer>" if page.footer else ""
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head>\n"
        f"<body>{around}\n<main>\n{body}\n</main>{foot}</body></html>\n"
    ).encode()


def _block(block: Block, breaks: bool) -> str:
    match block:
        case Heading(text, level, plain):
            tag = f"h{level}"
            return f"<p><strong>{escape(text)}</strong></p>" if plain else f"<{tag}>{escape(text)}</{tag}>"
        case Para(text, bold):
            return f"<p><b>{escape(text)}</b></p>" if bold else f"<p>{escape(text)}</p>"
        case Lines(lines):
            if breaks:
                return "<p>" + "<br>\n".join(map(escape, lines)) + "</p>"
            return "\n".join(f"<p>{escape(line)}</p>" for line in lines)
        case Items(lines, numbered):
            tag = "ol" if numbered else "ul"
            return f"<{tag}>" + "".join(f"<li>{escape(line)}</li>\n" for line in lines) + f"</{tag}>"
        case Columns(runs):
            cells = "".join(f"<td>{'<br>'.join(map(escape, run))}</td>" for run in runs)
            return f"<table><tr>{cells}</tr></table>"
        case Break():
            return "<hr>"
        case Table():
            return _table(block)


def _table(table: Table) -> str:
    rows = []
    for number, row in enumerate(table.rows):
        tag = "th" if table.header and number == 0 else "td"
        span = f' colspan="{table.width}"' if len(row) == 1 < table.width else ""
        cells = "".join(f"<{tag}{span}>{escape(cell).replace(chr(10), '<br>')}</{tag}>" for cell in row)
        rows.append(f"<tr>{cells}</tr>")
    return "<table>\n" + "\n".join(rows) + "\n</table>"

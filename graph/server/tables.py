"""Tables that a narrow screen shows as cards: each cell knows its column, and keeps its role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from markupsafe import Markup, escape

from whosat.graph.questions import Answer

_CELL: Final = re.compile(r"<(tr|td|th)((?: [^<>]*)?)>(?=((?:\s*<bdi></bdi>)?\s*</t)?)")


def labelled(rows: Markup, columns: Sequence[str]) -> Markup:
    """Rows with roles and column names; names in them are escaped, so every tag is the template's."""
    at = 0

    def opened(found: re.Match[str]) -> str:
        nonlocal at
        tag, attributes, empty = found[1], found[2], found[3]
        if tag == "tr":
            at = 0
            return f'<tr role="row"{attributes}>'
        label = escape(columns[at]) if at < len(columns) else ""
        at += 1
        role = "rowheader" if tag == "th" else "cell"
        void = " data-void" if empty else ""
        return f'<{tag} role="{role}" data-label="{label}"{void}{attributes}>'

    return Markup(_CELL.sub(opened, str(rows)))


def filled(answer: Answer) -> list[int]:
    """Numbers of the columns of an answer that say something."""
    columns = range(len(answer.columns))
    return [n for n in columns if any(line.cells[n].text for line in answer.lines)]

"""A line that stands alone below a column of the line above: the rest of its words, or one more of a body.

Only how far it is set in tells it, as columns of a page stand in plain text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_pieces import leading_name
from whosat.extract.components.roster_scores import body_score, name_score


def goes_on_in_column(text: str, above: Sequence[RosterLine], line: RosterLine) -> bool:
    """Whether a line stands below the last column of a name's line, and names nobody: a post or body too long
    for it."""
    before, _ = _columns_above(text, above, line)
    first = re.split(r"\s?[,(]|\s{3,}", line.text.strip(), maxsplit=1)[0]
    named = before and name_score(re.split(r"\s{3,}|[,(]", before, maxsplit=1)[0]) >= 0.5
    return bool(named) and name_score(first) < 0.5 and not leading_name(first) and not line.text.endswith(":")


def head_in_column(text: str, above: Sequence[RosterLine], line: RosterLine) -> tuple[str, int] | None:
    """The body of the line above, with its offset, where a name stands right below that line's name."""
    before, name = _columns_above(text, above, line)
    last = above[-1] if above else None
    if last is None or name_score(re.split(r"\s{3,}|[,(]", line.text, maxsplit=1)[0]) < 0.75:
        return None
    if last.head and line.start - last.end - 1 == last.start - text.rfind("\n", 0, last.start) - 1:
        return last.head  # the third and further names
    if not before or name_score(name) < 0.75 or name_score(before) >= 0.5 or "," in before:
        return None
    return (before, last.start) if body_score(before) >= 0.7 else None


def _columns_above(text: str, above: Sequence[RosterLine], line: RosterLine) -> tuple[str, str]:
    """What the line above holds before the column that a line alone stands in, and what in it; or nothing."""
    last = above[-1] if above else None
    indent = line.start - text.rfind("\n", 0, line.start) - 1
    if last is None or indent < _INDENTED or text[line.start - indent : line.start].strip():
        return "", ""
    begin = text.rfind("\n", 0, last.start) + 1
    row = (text[begin : last.start] + last.text.split("\u200a")[0]).partition("\n")[0]
    columns = [mark.end() for mark in _WIDE.finditer(row)]
    if not columns or abs(columns[-1] - indent) > 1 or line.start - last.end > indent + 1:
        return "", ""
    return row[last.start - begin : columns[-1]].strip(), row[columns[-1] :].strip()


_INDENTED: Final = 8  # blanks before what stands in a column
_WIDE: Final = re.compile(r"(?<=\S)[ \xa0]{2,}(?=\S)")

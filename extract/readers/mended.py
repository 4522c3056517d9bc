"""Plain text without what is none of its words: line numbers, the marks of mails and wikis, letters misread.

What goes leaves blanks, so that every word stays where it stands.
"""

from __future__ import annotations

import re

_NUMBERED = re.compile(r"[ \t]{0,8}(\d{1,3})(?=[ \t]|$)")
_FEWEST = 8


def without_line_numbers(text: str) -> str:
    """The text with blanks for the numbers in its margin, where each line bears the next one."""
    found = _NUMBERED.match(text.lstrip("\n\ufeff"))
    if not found or found[1] not in ("1", "01"):
        return text
    rows = text.split("\n")
    marks = [_NUMBERED.match(row) for row in rows]
    last, kept, full = 0, 0, 0
    for row, mark in zip(rows, marks, strict=True):
        full += not row.isspace() and bool(row)
        if mark:
            kept += int(mark[1]) == last + 1 or (last > _FEWEST and int(mark[1]) == 1)
            last = int(mark[1])
    if kept < _FEWEST or kept * 10 < full * 9:
        return text
    return "\n".join(
        " " * mark.end() + row[mark.end() :] if mark else row for row, mark in zip(rows, marks, strict=True)
    )


_WIKI = re.compile(
    r"\[\[(?:[^\[\]|\n]{1,80}\|)?(?=[^\[\]\n]{1,80}\]\])|\]\]|(?<=\S)[ \t]*={2,6}[ \t]*$|"
    r"(?<![\w'])'{2,5}(?=[^\s'])|(?<=[^\s'])'{2,5}(?![\w'])",
    re.M,
)


def without_wiki_marks(text: str) -> str:
    """The text with blanks for the marks of a wiki: of links, of bold words, of the ends of headings."""
    if not ("[[" in text or "\n==" in text or "'''" in text or text.startswith("==")):
        return text
    return _WIKI.sub(lambda found: " " * len(found.group()), text)


_QUOTED = re.compile(r"^(?:[ \t]?>){1,5}(?=[ \t\w]|$)", re.M)


def without_quoting(text: str) -> str:
    """The text with blanks for the marks by which a mail quotes another's lines."""
    if text.count("\n>") < 3:
        return text
    return _QUOTED.sub(lambda found: " " * len(found.group()), text)


_MISREAD = re.compile(
    r"(?<!\w)(?:(?=[A-Z]*l)[A-Z]{1,12}(?:l[A-Z]{1,12}){1,3}|[A-Z]{2,12}0[A-Z]{2,12}|[A-Z]0[A-Z]{4,12})(?!\w)"
)
_NAMED = re.compile(
    r"(?<![\w.’'-])l(?=\. ?[A-Z]|(?:an|ris|vor|ves|vy|saac|sabel\w*|rene|rwin|rving|ngram|nglis|bbotson|"
    r"qbal|mran|brahim|dris|nnes|sobel|solde|sla)\b)"
)
"""An initial, or a name, that begins with I."""


def shouted(text: str) -> str:
    """The text with I and O for the l and 0 that a scanner saw within words in capitals: "COMMlTTEE"."""
    text = _MISREAD.sub(lambda found: found.group().replace("l", "I").replace("0", "O"), text)
    return _NAMED.sub("I", text)


def mended(text: str) -> str:
    """The text with all of these mended."""
    for mend in (without_line_numbers, without_quoting, without_wiki_marks, shouted):
        text = mend(text)
    return text

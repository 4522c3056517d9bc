"""The text as its sentences run: lines broken only for width are joined, every offset as it was."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

WRAPPED: Final = 58  # a line at least this long that ends in the middle of a sentence was broken for width
SURELY_WRAPPED: Final = 64  # so long a line was broken for width even between two words in capitals
_BREAK: Final = re.compile(rf"(?m)(?<=[^\n]{{{WRAPPED}}}[\w,&’'–-])[ ]?\n(?=[ ]?[a-z(‘“\"&A-Z0-9])")
_NEW_ITEM: Final = re.compile(
    r"\n[ ]?(?:[A-Za-z0-9]{1,3}[.)]|[A-Z]{2,3}\s[-–]|(?i:action|actions|agreed|resolved|item)\b)"
)
_ODD_SPACE: Final = str.maketrans(
    {"\u00a0": " ", "\u2011": "-", "\u2010": "-", "\u202f": " ", "\ufeff": " "}
    | dict.fromkeys("¹²³⁴⁵⁶⁷⁸⁹⁰", " ")
)


@lru_cache(maxsize=4)
def flow_of(text: str) -> str:
    """`text` with wrapped line ends as spaces and odd spaces and hyphens as plain ones; the same length."""
    plain = text.translate(_ODD_SPACE)
    return _BREAK.sub(lambda m: m[0] if _is_new(plain, m) else " " * len(m[0]), plain)


def _is_new(plain: str, m: re.Match[str]) -> bool:
    """Whether the line after a break begins something: an item, or, after a name, another name in a list."""
    if _NEW_ITEM.match(plain, m.end() - 1):
        return True
    start = plain.rfind("\n", 0, m.start()) + 1
    names = plain[m.end()].isupper() and plain[start : m.start()].rsplit(" ", 1)[-1][:1].isupper()
    return names and m.start() - start < SURELY_WRAPPED

"""Roles: which are offices within a body, taken and left without the seat, and which are one role written
twice.

"Elected vice chair" says that somebody who sits there has another role; "appointed as a trustee" says that
somebody sits there. "Officer" and "Head of Community Protection" may be said of one post.
"""

from __future__ import annotations

import re
from typing import Final

_OFFICE: Final = re.compile(
    r"\b(?:chair(?:man|woman|person)?|convenor|convener|president|treasurer|secretary|clerk|champion|"
    r"observer|mayor)\b",
    re.IGNORECASE,
)
_NO_OFFICE: Final = re.compile(r"\bto the (?:chair|president|clerk|mayor)|\bof the (?:chair|clerk)\b", re.I)
_SAYS_NOTHING: Final = frozenset(
    "officer official staff employee representative attendee delegate councillor cllr".split()
)
_SMALL: Final = frozenset("the of and for to in a an at".split())


def is_office(role: str | None) -> bool:
    """Whether a role is held within a body by somebody who sits there ("chair", "treasurer")."""
    return bool(role and _OFFICE.search(role) and not _NO_OFFICE.search(role))


def alike(one: str, other: str) -> bool:
    """Whether two roles may be one post written in two ways: one says less, or is the other cut short."""
    if one.casefold() == other.casefold():
        return True
    if is_office(one) or is_office(other):
        return False
    left, right = _words(one), _words(other)
    if set(left) <= _SAYS_NOTHING or set(right) <= _SAYS_NOTHING:
        return True
    if set(left) <= set(right) or set(right) <= set(left):
        return True
    if "".join(left) in _acronyms(right) or "".join(right) in _acronyms(left):
        return True
    return len(left) == len(right) and all(
        a.startswith(b) or b.startswith(a) for a, b in zip(left, right, strict=True)
    )


def _words(role: str) -> list[str]:
    return [word for word in re.findall(r"\w+", role.casefold()) if word not in _SMALL]


def _acronyms(words: list[str]) -> set[str]:
    """ "CEO" and "CE" for "chief executive officer" and "chief executive"."""
    letters = "".join(word[0] for word in words)
    return {letters, f"{letters}o"} if len(letters) > 1 else set()

"""When two names count as one in scoring: strict on people, forgiving of spelling on bodies.

The rules follow the way the truth is written down: titles, post-nominals and brackets do not count,
a middle name may be left out on one side, and a body may differ in a letter or two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from rapidfuzz import fuzz

BODY_LIKENESS = 92  # rapidfuzz ratio: one letter wrong in a name of twelve still counts
_TITLES = frozenset(
    re.findall(
        r"\w+",
        "cllr councillor dr mr mrs ms miss mx prof professor sir dame lord lady rev revd reverend canon "
        "pcc acc dcc cc supt insp cdr major colonel col capt hon",
    )
)
_LONG_TITLES = re.compile(r"^(?:ch supt|rt hon|the hon)\b\.?\s+")
_POST_NOMINALS = re.compile(r"\b(?:obe|mbe|cbe|qc|kc|jp|mp|phd|md)\b\.?")

T = TypeVar("T")
U = TypeVar("U")


def plain_person(name: str | None) -> str:
    """A person's name in lower case without brackets, titles, post-nominals and punctuation."""
    if not name:
        return ""
    text = re.sub(r"\(.*?\)", "", name).lower().replace("’", "'").strip()
    text = _POST_NOMINALS.sub("", _without_titles(text))
    return re.sub(r"\W+", " ", text).strip()


def _without_titles(text: str) -> str:
    while True:
        long_title = _LONG_TITLES.match(text)
        first, gap, rest = text.partition(" ")
        if long_title:
            text = text[long_title.end() :]
        elif gap and first.rstrip(".") in _TITLES:
            text = rest.lstrip()
        else:
            return text


def plain_body(name: str | None) -> str:
    """A body's name in lower case without articles, possessives and punctuation; "&" and "+" are "and"."""
    if not name:
        return ""
    text = name.lower().replace("&", " and ").replace("+", " and ").replace("’", "'")
    text = re.sub(r"'s\b|'", "", re.sub(r"\bthe\b", " ", text))
    return re.sub(r"\W+", " ", text).strip()


def same_person(left: str, right: str) -> bool:
    """Whether two plain names are one person: equal, or equal save for names in the middle."""
    if left == right:
        return bool(left)
    one, other = left.split(), right.split()
    if min(len(one), len(other)) < 2 or one[0] != other[0] or one[-1] != other[-1]:
        return False
    return set(one) <= set(other) or set(other) <= set(one)


def person_among(wanted: Iterable[str], names: Iterable[str]) -> bool:
    """Whether any wanted name is one of `names` (plain already)."""
    plain = [plain_person(name) for name in wanted]
    return any(same_person(one, name) for one in plain for name in names)


def body_among(wanted: Iterable[str], labels: Iterable[str]) -> bool:
    """Whether any wanted body is one of `labels`, spelling apart."""
    plain = [text for text in map(plain_body, wanted) if text]
    found = [text for text in map(plain_body, labels) if text]
    return any(one == other or fuzz.ratio(one, other) >= BODY_LIKENESS for one in plain for other in found)


def body_within(wanted: Iterable[str], labels: Iterable[str]) -> bool:
    """As `body_among`, and true as well where the words of one name hold all those of the other."""
    wanted, labels = list(wanted), list(labels)
    return body_among(wanted, labels) or any(
        fuzz.token_set_ratio(plain_body(one), plain_body(other)) >= 95 for one in wanted for other in labels
    )


def place_like(wanted: str, found: str) -> bool:
    """Whether a place stands in the other, spelling apart."""
    return fuzz.partial_ratio(wanted.lower(), found.lower()) >= 88


def text_like(wanted: str, found: str) -> bool:
    """Whether two descriptions of an action speak of one thing."""
    return fuzz.token_set_ratio(wanted.lower(), found.lower()) >= 45


def paired(
    gold: Sequence[T], found: Sequence[U], equal: Callable[[T, U], bool]
) -> tuple[int, list[T], list[U]]:
    """How many gold items have a partner of their own, and what is left on either side; first come first."""
    used: set[int] = set()
    missed: list[T] = []
    for wanted in gold:
        at = next((i for i, one in enumerate(found) if i not in used and equal(wanted, one)), None)
        if at is None:
            missed.append(wanted)
        else:
            used.add(at)
    return len(used), missed, [one for i, one in enumerate(found) if i not in used]


def best_paired(
    gold: Sequence[T], found: Sequence[U], equal: Callable[[T, U], bool], likeness: Callable[[T, U], float]
) -> tuple[int, list[T], list[U]]:
    """As `paired`, the likeliest pairs first."""
    pairs = [
        (likeness(wanted, one), i, j)
        for i, wanted in enumerate(gold)
        for j, one in enumerate(found)
        if equal(wanted, one)
    ]
    left, right = set[int](), set[int]()
    for _, i, j in sorted(pairs, reverse=True):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
    missed = [wanted for i, wanted in enumerate(gold) if i not in left]
    return len(left), missed, [one for j, one in enumerate(found) if j not in right]

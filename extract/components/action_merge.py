"""The same action stated twice (in the column, in the list, in the text) is one action with several
passages.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from whosat.extract.components.action_forms import Stated

_WORD: Final = re.compile(r"[a-z0-9][a-z0-9.’']*[a-z0-9]|[a-z0-9]")
_STOP: Final = frozenset(
    """a an and are as at be been by can could for from further had has have he her his if in into is it
    its more of on or she should so some that the their them then there these they this those to up
    was were which who will with would also any all agreed action would asked noted""".split()
)
_SAME: Final = 0.6
_SAME_RULE: Final = 0.9
"""Orders of one form to nobody in particular share words without being one: "Ask the team to review …"."""
_SAME_OWNER: Final = 0.34
_SAME_VERB: Final = 0.45
_FEW: Final = 2


def _stem(word: str) -> str:
    for ending in ("ations", "ation", "ings", "ing", "ied", "ies", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)]
    return word


def stems(text: str) -> frozenset[str]:
    """The words of a description that count, cut to their stems."""
    return frozenset(
        _stem(word) for word in _WORD.findall(text.lower().replace(" th ", " ")) if word not in _STOP
    )


def _overlap(left: frozenset[str], right: frozenset[str]) -> tuple[float, int]:
    shared = len(left & right)
    return shared / max(1, min(len(left), len(right))), shared


def _is_same(one: Stated, other: Stated, left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two statements are one action: alike in words, and no different owners."""
    ratio, shared = _overlap(left, right)
    if one.owners and other.owners and not set(one.owners) & set(other.owners):
        return False
    alike = _SAME if one.rule != other.rule or one.owners else _SAME_RULE
    if ratio >= alike and shared >= min(3, len(left), len(right)) and _balanced(left, right):
        return True
    if one.number and one.number == other.number and ratio >= 0.5 and not (one.owners and other.owners):
        return True
    if one.rule != other.rule and _begins_alike(one, other) and ratio >= _SAME_VERB and shared > _FEW:
        return True
    weak = not (one.strong and other.strong)
    return weak and bool(one.owners and other.owners) and ratio >= _SAME_OWNER and shared > _FEW


def _begins_alike(one: Stated, other: Stated) -> bool:
    """The same owner told to do something with the same verb, at two places."""
    verbs = [_stem(statement.description.split(" ", 1)[0].lower()) for statement in (one, other)]
    return bool(one.owners) and one.owners == other.owners and verbs[0] == verbs[1]


def _balanced(left: frozenset[str], right: frozenset[str]) -> bool:
    """A long text holds the few words of a short one by chance; two orders of like length don't."""
    return max(len(left), len(right)) <= 3 * min(len(left), len(right)) + 2


def _merged(kept: Stated, other: Stated) -> Stated:
    """The stronger statement with the passages of both."""
    best, rest = (
        (kept, other) if (kept.strong, kept.confidence) >= (other.strong, other.confidence) else (other, kept)
    )
    owners = best.owners or rest.owners
    return replace(
        best,
        where=tuple(dict.fromkeys([*best.where, *rest.where])),
        owners=owners,
        confidence=min(0.97, max(best.confidence, rest.confidence) + 0.02),
        done=best.done or rest.done,
        due_text=best.due_text or rest.due_text,
        also=(*best.also, rest.description, *rest.also),
    )


def merge(stated: list[Stated]) -> list[Stated]:
    """Each action once, in the order of the text; strong statements first take in what restates them."""
    order = sorted(range(len(stated)), key=lambda i: (not stated[i].strong, i))
    kept: list[Stated] = []
    kept_stems: list[frozenset[str]] = []
    by_stem: dict[str, list[int]] = {}
    for i in order:
        one, words = stated[i], stems(stated[i].context or stated[i].description)
        near = sorted({place for word in words for place in by_stem.get(word, ())[-40:]})
        matches = [place for place in near if _is_same(kept[place], one, kept_stems[place], words)]
        if matches:
            best = max(matches, key=lambda place: (_overlap(kept_stems[place], words)[0], -place))
            kept[best] = _merged(kept[best], one)
            continue
        for word in words:
            by_stem.setdefault(word, []).append(len(kept))
        kept.append(one)
        kept_stems.append(words)
    return sorted(kept, key=lambda one: one.where)

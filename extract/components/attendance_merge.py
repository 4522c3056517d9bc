"""One draft a person: who stands under two headings keeps what says more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields
from functools import lru_cache
from typing import Final

from whosat.extract.components.attendance_entries import Draft
from whosat.extract.components.roster_attributes import Attributes
from whosat.extract.names import is_given_name
from whosat.ontology.facts import Status

_TELLS: Final = {
    Status.PRESENT: 0,
    Status.IN_ATTENDANCE: 1,
    Status.ABSENT: 2,
    Status.APOLOGIES: 3,
    Status.MINUTE_TAKER: 4,
}
"""Of two statuses the one that says more; a minute-taker is one wherever else the name stands."""


def merged(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts of one person made one, in the order of the first mention."""
    found: list[Draft] = []
    by_last: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        alike = by_last[(key_of(draft.name) or ("",))[-1]]
        same = next((one for one in alike if _same(one, draft)), None)
        if same is None:
            found.append(draft)
            alike.append(draft)
        else:
            _merge(same, draft)
    return found


@lru_cache(maxsize=8192)
def key_of(name: str) -> tuple[str, ...]:
    """A name's words in lower case without stops."""
    return tuple(word.strip(".").lower() for word in name.replace("’", "'").split())


def _same(one: Draft, other: Draft) -> bool:
    return same_name(one.name, other.name)


def same_name(left: str, right: str) -> bool:
    """Whether two names of one roster are one person: equal, an initial for a given name, a middle name
    more."""
    a, b = key_of(left), key_of(right)
    if a == b:
        return True
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-1]:
        return False
    if a[0] == b[0]:
        return set(a) <= set(b) or set(b) <= set(a)
    return (len(a[0]) == 1 or len(b[0]) == 1) and a[0][0] == b[0][0]


def _merge(kept: Draft, more: Draft) -> None:
    kept.aliases |= {kept.name, more.name}
    if len(more.name) > len(kept.name):
        kept.person.name = more.name
    kept.person.honorific = kept.person.honorific or more.person.honorific
    kept.person.contacts += more.person.contacts
    kept.where += more.where
    _add(kept.facts, more.facts)
    if more.role and (kept.role is None or more.role_strength > kept.role_strength):
        kept.role, kept.role_strength = more.role, more.role_strength
    kept.status = _status(kept, more)
    kept.strong = kept.strong or more.strong
    kept.chair_only = kept.chair_only and more.chair_only
    kept.confidence = round(
        min(0.97, max(kept.confidence, more.confidence) - (0.1 if kept.status != more.status else 0.0)), 3
    )


def _status(kept: Draft, more: Draft) -> Status:
    if kept.chair_only != more.chair_only:
        return kept.status if more.chair_only else more.status
    both = {kept.status, more.status}
    if Status.MINUTE_TAKER in both and both <= {Status.MINUTE_TAKER, Status.PRESENT, Status.IN_ATTENDANCE}:
        return Status.MINUTE_TAKER
    if kept.strong != more.strong:
        return kept.status if kept.strong else more.status
    return max(kept.status, more.status, key=lambda status: _TELLS[status])


def _add(kept: Attributes, more: Attributes) -> None:
    for one in fields(kept):
        if getattr(kept, one.name) in (None, False, 0, 0.0):
            setattr(kept, one.name, getattr(more, one.name))


def without_first_names(people: list[Draft]) -> list[Draft]:
    """The people without those who stand by a first name where just one other has it and a surname too."""
    whole: dict[str, list[Draft]] = defaultdict(list)
    for draft in people:
        if len(key := key_of(draft.name)) > 1:
            whole[key[0]].append(draft)
    kept = []
    for draft in people:
        same = whole.get(key_of(draft.name)[0] if draft.name else "", [])
        alone = " " not in draft.name and draft.person.honorific is None and is_given_name(draft.name)
        if alone and len(same) == 1 and _agree(draft.status, same[0].status):
            same[0].where += draft.where
            same[0].aliases.add(draft.name)
            if draft.role and same[0].role is None:
                same[0].role, same[0].role_strength = draft.role, draft.role_strength
            if _TELLS[draft.status] > _TELLS[same[0].status]:
                same[0].status = draft.status
        else:
            kept.append(draft)
    return kept


def without_surnames(people: list[Draft]) -> list[Draft]:
    """The people without those who stand by title and surname where just one other has the surname and a
    first name."""
    people = _with_whole_chair(people)
    lone = [draft for draft in people if " " not in draft.name and draft.person.honorific is not None]
    if not lone or len(lone) * 4 > len(people):
        return people
    kept = [draft for draft in people if draft not in lone]
    for draft in lone:
        same = [one for one in kept if key_of(one.name)[-1:] == key_of(draft.name) and " " in one.name]
        if len(same) == 1 and _agree(draft.status, same[0].status) and titles_agree(draft, same[0]):
            _merge(same[0], draft)
        else:
            kept.append(draft)
    return kept


def _with_whole_chair(people: list[Draft]) -> list[Draft]:
    """The people, one only said to be in the chair joined with the one listed by that surname alone."""
    kept = list(people)
    for chair in people:
        if not chair.chair_only:
            continue
        if " " not in chair.name:  # "Bailie Bell presiding", below those away
            same = [one for one in kept if " " in one.name and key_of(one.name)[-1:] == key_of(chair.name)]
            if len(same) == 1:
                _merge(same[0], chair)
                kept.remove(chair)
            continue
        last = key_of(chair.name)[-1:]
        alone = [one for one in kept if " " not in one.name and key_of(one.name) == last]
        whole = [one for one in kept if " " in one.name and key_of(one.name)[-1:] == last]
        if len(alone) == 1 and whole == [chair] and _agree(chair.status, alone[0].status):
            chair.facts.organisation = chair.facts.organisation_at = None  # it only stands below
            _merge(alone[0], chair)
            kept.remove(chair)
    return kept


_WOMEN: Final = frozenset("mrs ms miss lady dame baroness".split())
_MEN: Final = frozenset("mr sir lord".split())


def titles_agree(one: Draft, other: Draft) -> bool:
    """Whether no title tells two people apart ("Mrs Bell" and "Mr Bob Bell")."""
    said = [
        frozenset((draft.person.honorific or "").lower().replace(".", "").split()) for draft in (one, other)
    ]
    return not any(said[k] & _WOMEN and said[1 - k] & _MEN for k in (0, 1))


def _agree(one: Status, other: Status) -> bool:
    """Whether both came or both stayed away."""
    away = (Status.APOLOGIES, Status.ABSENT)
    return (one in away) == (other in away)

"""The person of the roster that a sentence means by a run of capitalised words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whosat.extract.components.attendance_entries import Draft
from whosat.extract.components.attendance_merge import key_of, same_name
from whosat.extract.names import (
    common_words,
    initials_fit,
    is_given_name,
    is_initials,
    is_surname,
    name_at,
)
from whosat.ontology.facts import Status


def find(name: str, people: Sequence[Draft]) -> Draft | None:
    """The one person of the roster a name, a surname or initials can mean; None where nobody or several."""
    found = candidates(name, people)
    return found[0] if len(found) == 1 else None


def candidates(name: str, people: Sequence[Draft]) -> list[Draft]:
    """Everybody in the roster whom a name, a surname or initials can mean."""
    key = key_of(name)
    if not key or (len(key) == 1 and len(key[0]) < 2):
        return []
    exact = [draft for draft in people if same_name(draft.name, name)]
    if len(exact) == 1 or len(key) > 1:
        return exact
    short = [draft for draft in people if draft.facts.initials == name]
    if not short and is_initials(name):
        short = [draft for draft in people if initials_fit(name, draft.name)]
    last = short or [draft for draft in people if key_of(draft.name)[-1] == key[0]]
    return last or [draft for draft in people if key_of(draft.name)[0] == key[0]]


def named_alone(words: str, people: Sequence[Draft]) -> Draft | None:
    """Who is meant by a name or initials alone below a heading: "Scribe: Wes", "Minutes: ST"."""
    bare = re.sub(r"\s*[(,;].*|^[\W_]+|[\W_]+$", "", words.strip())
    return find(bare, people) if bare and " " not in bare else None


def plain(text: str) -> str:
    """A name without its titles; the text itself where it reads as no name."""
    read = name_at(text)
    return read.name if read else text


def ending(words: str, people: Sequence[Draft]) -> Draft | None:
    """The person whose name stands at the end of a run of words ("Welcome Jane Bell")."""
    parts = words.split()
    for cut in range(len(parts)):
        rest = " ".join(parts[cut:])
        read = name_at(rest)
        found = find(read.name if read else rest, people)
        if found is not None and not _is_of_another(parts[cut - 1 : cut], found):
            return found
    return _of_post(parts, people)


def _is_of_another(before: Sequence[str], found: Draft) -> bool:
    """Whether the word before a surname is the given name of somebody else with it."""
    known = key_of(found.name)
    return len(known) > 1 and any(is_given_name(word) and word.lower() not in known for word in before)


def _of_post(parts: Sequence[str], people: Sequence[Draft]) -> Draft | None:
    """Of several with one surname, the one whose post or title stands before it: "Supervisor Bell"."""
    said = " ".join(parts[:-1]).lower()
    held = [
        draft
        for draft in people
        if parts
        and key_of(draft.name)[-1:] == key_of(parts[-1])[-1:]
        and said
        and said.endswith((draft.facts.job_title or draft.person.honorific or "-").lower().rstrip("."))
    ]
    return held[0] if len(held) == 1 else None


def beginning(words: str, people: Sequence[Draft]) -> Draft | None:
    """The person whose name stands at the beginning of a run of words ("Jane Bell Minutes")."""
    parts = words.split()
    for cut in range(len(parts), 0, -1):
        rest = " ".join(parts[:cut])
        if cut == 1 and len(parts) > 1 and _may_be_surname(parts[1]):
            return None  # another Jane than the roster's
        if (found := find(plain(rest), people)) is not None:
            return found
    return None


def _may_be_surname(word: str) -> bool:
    bare = word.strip(".,;:")
    return is_surname(bare) or (bare.istitle() and bare.isalpha() and bare.lower() not in common_words())


def beside(draft: Draft, text: str, lines: int = 1) -> tuple[str, int]:
    """What stands behind a person's name on the same line, or on so many lines, and its offset."""
    start = draft.person.name_at[1]
    following = text[start : start + 160 * lines].split("\n\n", 1)[0]
    if "\t" in following.split("\n", 1)[0]:
        lines = 1  # the next row of a table is of somebody else
    return "\n".join(following.split("\n")[:lines]), start


def stands_alone(start: int, end: int, people: Sequence[Draft]) -> bool:
    """Whether no person's name stands between two offsets, so that they are one person's."""
    return not any(start <= other.person.name_at[0] < end for other in people)


_ACCOMPANIED: Final = re.compile(
    r"\b(?:accompan(?:ying|ied)|supporting|assisting) (?:(?:Cllr|Councillor|Mr|Mrs|Ms|Dr|Prof|Sir)\.? )?$"
)


def by_full_names(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """The people without those who stand by a handle that a bracket gives to another: "Ann Bell (@abell)"."""
    kept = list(drafts)
    for one in drafts:
        if " " in one.name or (one.name[:1].isupper() and one.name.isalpha()):
            continue
        for found in re.finditer(rf"\(@?{re.escape(one.name)}\)", text[:_NEAR_TOP]):
            mate = next((d for d in kept if 0 <= found.start() - d.person.name_at[1] < 3), None)
            if mate is None or mate is one or one not in kept:
                continue
            if one.role and not mate.role:
                mate.role, mate.role_strength = one.role, one.role_strength
            mate.status = one.status if one.status is Status.MINUTE_TAKER else mate.status
            kept.remove(one)
    return kept


_NEAR_TOP: Final = 6000


def without_accompanied(people: Sequence[Draft], text: str) -> list[Draft]:
    """The drafts without those named again only to say whom an officer came with ("accompanying …")."""
    kept: list[Draft] = []
    for draft in people:
        start = draft.person.name_at[0]
        beside_other = _ACCOMPANIED.search(text[max(0, start - 40) : start])
        if not (beside_other and any(same_name(one.name, draft.name) for one in kept)):
            kept.append(draft)
    return kept

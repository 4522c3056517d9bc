"""What stands beside one name, told by what stands beside the others of the roster."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whosat.extract.components.attendance_entries import Draft
from whosat.extract.components.records import Extent
from whosat.extract.components.roster_notes import is_note
from whosat.extract.components.roster_posts import is_no_body, is_post
from whosat.extract.components.roster_scores import body_score, is_body, job_score
from whosat.extract.components.roster_together import is_common


def settle_slots(people: Sequence[Draft], text: str) -> None:
    """Read as a post or as a body what its words leave open, as nearly all others are read."""
    _settle_posts(people)
    _without_fields(people)
    _settle_plain_words(people, text)


_WORDS: Final = re.compile(r"[A-Z][\w&’'.-]*(?: [A-Z][\w&’'.-]*){0,2}")


def _settle_plain_words(people: Sequence[Draft], text: str) -> None:
    """Words that tell nothing and were read as a post are a body where nearly all others have one there."""
    said = [draft for draft in people if draft.facts.organisation or draft.facts.job_title]
    named = [draft for draft in said if draft.facts.organisation]
    if len(named) < _ENOUGH or len(named) * 3 < len(said) * 2:
        return
    marks = [_mark_before(draft.facts.organisation_at, text) for draft in named]
    for facts in (draft.facts for draft in said if not draft.facts.organisation):
        words, at = facts.job_title or "", facts.job_at
        if (sent := _SENT.fullmatch(words)) and at is not None:
            words, at = sent["body"], (at[0], at[0] + len(sent["body"]))
        either = words in _EITHER
        if not _WORDS.fullmatch(words) or job_score(words) > 0 or is_no_body(words):
            continue
        if not either and (is_post(words) or is_note(words)):
            continue
        if any(is_common(word) for word in words.split()):
            continue
        if marks.count(_mark_before(at, text)) * 3 >= len(marks) * 2:
            facts.organisation, facts.organisation_at = words, at
            facts.job_title = facts.job_at = None


_SENT: Final = re.compile(
    r"(?P<body>[A-Z][\w&’'.-]*(?: [A-Z][\w&’'.-]*){0,2}) (?:[Rr]epresentative|[Rr]ep)\.?"
)
"""Whom somebody represents, where others' bodies stand: "RTX representative"."""
_EITHER: Final = frozenset({"EA"})
"""Letters that are a post as well as a body."""


def _mark_before(at: Extent | None, text: str) -> str:
    return text[: at[0]][-3:].strip()[-1:] if at else "?"


_ENOUGH: Final = 3


def _without_fields(people: Sequence[Draft]) -> None:
    """Take away plain words where all others hold an office of one body: "Ann Bell (Captain), Bo Cole
    (Boats)"."""
    doubtful = [draft for draft in people if _is_plain(draft.facts.organisation or "")]
    sure = sum(draft.facts.organisation is not None for draft in people) - len(doubtful)
    held = sum(draft.facts.said and draft.facts.organisation is None for draft in people)
    if held < _ENOUGH or held <= len(doubtful) or sure * 4 > held:
        return
    for facts in (draft.facts for draft in doubtful):
        facts.job_title, facts.job_at = facts.job_title or facts.organisation, facts.organisation_at
        facts.organisation = facts.organisation_at = None


_PLAIN: Final = re.compile(r"[A-Z][a-z]{2,}(?: [A-Za-z][a-z]+)?")


def _is_plain(text: str) -> bool:
    """Whether one or two words may be a field as well as a body."""
    return _PLAIN.fullmatch(text) is not None and body_score(text) < 0.6 and not is_body(text)


def _settle_posts(people: Sequence[Draft]) -> None:
    """Letters that were read as somebody's post ("EA") are a body where others of the roster are from it."""
    bodies = {draft.facts.organisation for draft in people}
    for facts in (draft.facts for draft in people):
        if (
            facts.job_title in bodies
            and not facts.organisation
            and re.fullmatch("[A-Z]{2,5}", facts.job_title or "")
        ):
            facts.organisation, facts.organisation_at = facts.job_title, facts.job_at
            facts.job_title = facts.job_at = None


def nicknames_of(people: Sequence[Draft]) -> frozenset[str]:
    """Single words beside names where several are the name's own: "Ann Bell (Ann)", "Bob Cole (Coley)"."""
    single = [
        (draft, text)
        for draft in people
        if (text := draft.facts.organisation or draft.facts.job_title) and re.fullmatch(r"[\w-]{2,14}", text)
    ]
    own = sum(text.lower() in draft.name.lower().split() for draft, text in single)
    if own < 2 or len({text for _, text in single}) < len(single):
        return frozenset()
    return frozenset(text for _, text in single)

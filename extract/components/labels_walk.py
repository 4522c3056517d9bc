"""The trained model's labels as a roster: everybody with a place in it, and what stands beside each name.

The labels are walked in order, minding lines: a status at the head of a line holds until the next, and what
stands beside a name belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from whosat.extract.components.records import Label
from whosat.extract.components.roster_headings import is_numbered
from whosat.extract.components.roster_scores import name_score
from whosat.extract.components.roster_unheaded import heads_other_list
from whosat.extract.model import tags

_BETWEEN: Final = re.compile(r"[\s\-–—:,;|(\[/.]*")
_FILL: Final = re.compile(r"[\s\-–—:,;|()\[\]/.•·*\d]*")


@dataclass(slots=True)
class Seen:
    """Somebody the labels name: extents of the name and of what stands beside it, and the heading above."""

    name: Label
    heading: Label | None = None
    mark: str | None = None
    organisation: Label | None = None
    job: Label | None = None
    role: str | None = None
    initials: Label | None = None
    principal: Label | None = None
    via: Label | None = None
    title: Label | None = None


def walk(text: str, labels: Sequence[Label]) -> list[Seen]:
    """Everybody with a place in the roster, in order, each with what stands beside the name."""
    found: list[Seen] = []
    heading: Label | None = None
    title: Label | None = None
    ahead: Label | None = None  # an organisation that opened its line, before any name
    deputy: Label | None = None
    for label in labels:
        last = found[-1] if found else None
        beside = last if last and _is_beside(text, last.name.end, label.start) else None
        if label.label == tags.STATUS:
            if text[label.end : label.end + 1] == ":" and not _opens_line(text, label.start):
                ahead = None  # what opens the line is of nobody behind a heading within it
            if beside and _is_mark(text, beside, label):
                beside.mark = label.kind
            elif _opens_line(text, label.start):
                other = heads_other_list(text[label.start : label.end])
                heading, ahead = None if other else label, None
        elif label.label == tags.TITLE:
            title = label
        elif label.label == tags.PERSON and _is_an_item(text, label):
            heading = None
        elif label.label == tags.PERSON:
            near = title if title and not text[title.end : label.start].strip(" .") else None
            since = max(heading.end if heading else 0, last.name.end if last else 0)
            if heading and _breaks_off(text, since, label.start, labels):
                heading = None
            found.append(Seen(label, heading, title=near))
            if ahead and one_row(text, ahead.end, label.start):
                found[-1].organisation = ahead
            title = deputy = None
        elif label.label == tags.DEPUTY:
            deputy = label
        elif label.label == tags.PRINCIPAL and beside and deputy and deputy.kind == "for":
            beside.principal = label
        elif label.label == tags.ORG:
            ahead = _organisation(text, label, beside, ahead)
        elif beside:
            _attribute(beside, label, text)
    return found


_ENDS: Final = re.compile(r"[a-z)]\.\s")
"""The end of a sentence: what follows is said of nobody before it."""


def _is_beside(text: str, start: int, end: int) -> bool:
    """Whether what begins at `end` can be said of a name that ends at `start`."""
    return one_row(text, start, end) and not _ENDS.search(text, start, end)


def _is_an_item(text: str, label: Label) -> bool:
    """Whether what the model takes for a name is the title of an agenda item ("1. Crews")."""
    start = text.rfind("\n", 0, label.start) + 1
    end = text.find("\n", label.end)
    line = text[start : end if end >= 0 else len(text)]
    return (
        is_numbered(line) and name_score(words_of(text, label)) < 0.5 and line.endswith(words_of(text, label))
    )


def _breaks_off(text: str, since: int, until: int, labels: Sequence[Label]) -> bool:
    """Whether a whole line without any label, or an item of the agenda, lies between two places: the roster
    has ended before it."""
    start = text.find("\n", since, until) + 1
    while 0 < start < until:
        end = text.find("\n", start, until)
        if end < 0:
            return False
        line = text[start:end]
        on_it = [one for one in labels if one.start < end and start < one.end]
        if re.search(r"\w{3}", line) and not on_it:
            return True
        if is_numbered(line) and not any(name_score(words_of(text, one)) >= 0.5 for one in on_it):
            return True
        start = end + 1
    return False


def _organisation(text: str, label: Label, beside: Seen | None, ahead: Label | None) -> Label | None:
    """Give an organisation to the name before it in its row, or keep it for the names after it."""
    if beside is None:
        return label if _opens_line(text, label.start) else ahead
    if beside.organisation is None:
        beside.organisation = label
    return ahead


def _attribute(seen: Seen, label: Label, text: str) -> None:
    if label.label == tags.JOB and seen.job is None:
        seen.job = label
    elif label.label == tags.ROLE and seen.role is None:
        seen.role = _role(text[label.start : label.end])
    elif label.label == tags.INITIALS and seen.initials is None:
        seen.initials = label
    elif label.label == tags.VIA and seen.via is None:
        seen.via = label


def _role(words: str) -> str | None:
    low = words.lower()
    if "chair" not in low:
        return None
    return "vice chair" if re.search(r"vice|deputy", low) else "chair"


def one_row(text: str, start: int, end: int) -> bool:
    """Whether nothing ends a line between two places; cells of a row are one row."""
    return "\n" not in text[start:end]


def _opens_line(text: str, start: int) -> bool:
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return _FILL.fullmatch(line) is not None


def _is_mark(text: str, seen: Seen, label: Label) -> bool:
    """Whether a status speaks of the one name before it: right behind the name or what belongs to it."""
    ends = [one.end for one in (seen.name, seen.organisation, seen.job, seen.initials) if one]
    return any(_BETWEEN.fullmatch(text[end : label.start]) for end in ends if end <= label.start)


def words_of(text: str, label: Label) -> str:
    """The words of a label, on one line."""
    return " ".join(text[label.start : label.end].split())

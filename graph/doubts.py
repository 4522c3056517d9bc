"""What a person had better look at: unsure pairs, roster lines not read, initials of nobody."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from whosat.graph.why_same import Quoted, quoted
from whosat.graph.withholding import black_out, shown
from whosat.ontology.facts import (
    Contact,
    DocumentFacts,
    Kind,
    Mention,
    Passage,
    Proposal,
    Resolution,
    Unread,
    UnreadKind,
    Verdict,
)


class DoubtKind(StrEnum):
    """What is doubtful."""

    PAIR = "pair"
    LINE = "roster line"
    INITIALS = "initials"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question to a person.

    `gain` is the number of facts that an answer would put right; `suggestions` are likely answers (people
    whose initials fit); `left` and `right` are the contexts to compare, `proposal` the pair, if it is one.
    `contacts` are the details that its document gives and that are not shown.
    """

    kind: DoubtKind
    gain: int
    text: str
    reason: str
    document: str
    left: tuple[Quoted, ...] = ()
    right: tuple[Quoted, ...] = ()
    proposal: Proposal | None = None
    suggestions: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()

    @property
    def shown(self) -> str:
        """Its words as they may be shown; `text` is what a decision on it names."""
        return black_out(self.text, self.contacts)


def doubts(documents: Sequence[DocumentFacts], resolution: Resolution) -> tuple[Doubt, ...]:
    """All questions that are open, those whose answer changes most first."""
    found = [*_pairs(documents, resolution), *_unread(documents, resolution)]
    return tuple(sorted(found, key=lambda doubt: (-doubt.gain, doubt.kind, doubt.document, doubt.text)))


def _pairs(documents: Sequence[DocumentFacts], resolution: Resolution) -> Iterator[Doubt]:
    weight = _facts_of(documents, resolution)
    files = {document.sha256: document.identifier for document in documents}
    for one in resolution.proposals:
        if one.verdict is not Verdict.UNSURE:
            continue
        gain = min(weight[resolution.key_of[one.left]], weight[resolution.key_of[one.right]])
        yield Doubt(
            DoubtKind.PAIR,
            max(1, gain),
            f"{one.left.name} / {one.right.name}",
            "; ".join(f"{name} {part:+.2f}" if part else name for name, part in one.features),
            files[one.left.document],
            quoted(documents, one.left),
            quoted(documents, one.right),
            one,
        )


def _facts_of(documents: Sequence[DocumentFacts], resolution: Resolution) -> dict[str, int]:
    """How many facts speak of each canonical."""
    count: dict[str, int] = defaultdict(int)
    for document in documents:
        for name in _named(document):
            count[resolution.key_of.get(Mention(document.sha256, name), "")] += 1
    return count


def _named(document: DocumentFacts) -> Iterator[str]:
    for attendance in document.attendances:
        yield attendance.person
        yield attendance.representing or ""
    for membership in document.memberships:
        yield from (membership.member, membership.body, membership.representing or "")
    for action in document.actions:
        yield from action.owners


def _unread(documents: Sequence[DocumentFacts], resolution: Resolution) -> Iterator[Doubt]:
    for document in documents:
        grouped: dict[tuple[DoubtKind, str], list[Unread]] = defaultdict(list)
        for one in document.unread:
            if one.kind is UnreadKind.INITIALS:
                grouped[DoubtKind.INITIALS, one.text].append(one)
            elif one.kind in (UnreadKind.ROSTER_LINE, UnreadKind.DOUBTFUL):
                grouped[DoubtKind.LINE, one.text].append(one)
        for (kind, text), group in grouped.items():
            context = tuple(_context(document, one.passage) for one in group[:3] if one.passage)
            fits = _whose(text, document, documents, resolution) if kind is DoubtKind.INITIALS else ()
            yield Doubt(
                kind,
                len(group),
                text,
                group[0].reason,
                document.identifier,
                context,
                suggestions=fits,
                contacts=document.contacts,
            )


def _context(document: DocumentFacts, passage: Passage) -> Quoted:
    whole = document.text.split("\n")
    first, last = max(0, passage.line - 2), passage.line + 1
    start = sum(len(line) + 1 for line in whole[:first])
    lines = shown(document, start, start + sum(len(line) + 1 for line in whole[first:last])).split("\n")
    words = " / ".join(" ".join(line.split()) for line in lines if line.strip())
    return Quoted(Mention(document.sha256, ""), document.identifier, passage.line, words)


def _whose(
    text: str, document: DocumentFacts, documents: Sequence[DocumentFacts], resolution: Resolution
) -> tuple[str, ...]:
    """People whose initials these may be: of this document first, then of the bodies' others."""
    wanted = re.sub(r"\W", "", text).casefold()
    bodies = _bodies(document, resolution)
    near = [other for other in documents if other is document or bodies & _bodies(other, resolution)]
    near.sort(key=lambda other: (other is not document, other.identifier))
    people = [one.name for other in near for one in other.entities if one.kind is Kind.PERSON]
    return tuple(dict.fromkeys(name for name in people if _initials(name) == wanted))


def _bodies(document: DocumentFacts, resolution: Resolution) -> set[str]:
    named = [Mention(document.sha256, meeting.body) for meeting in document.meetings if meeting.body]
    return {resolution.key_of[mention] for mention in named if mention in resolution.key_of}


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word).casefold()

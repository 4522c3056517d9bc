"""Why two names are thought to be one person or body, or not: the pairs, their features and passages."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from whosat.graph.decisions_match import Index
from whosat.graph.resolve_pairs import score
from whosat.graph.resolve_people import gather, judge
from whosat.graph.resolve_place import places
from whosat.graph.withholding import shown
from whosat.ontology.facts import DocumentFacts, Mention, Passage, Proposal, Resolution, Verdict


@dataclass(frozen=True, slots=True)
class Quoted:
    """A mention where it stands: file, line (from 1), the words of its line."""

    mention: Mention
    file: str
    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Explained:
    """Two names, the verdict on them, and the pairs that led to it.

    `verdict` is None where nothing was noted of the two: `chain` then holds how little speaks for their being
    one, if their names agree at all.
    """

    left: tuple[Mention, ...]
    right: tuple[Mention, ...]
    verdict: Verdict | None
    chain: tuple[Proposal, ...]


def explain(
    documents: Sequence[DocumentFacts], resolution: Resolution, left: str, right: str
) -> Explained | None:
    """Why two names (as typed, "Name [organisation or file]") are one or not; None if one is unknown."""
    index = Index(documents)
    first, second = tuple(index.find(left, "")), tuple(index.find(right, ""))
    if not first or not second:
        return None
    joined = [proposal for proposal in resolution.proposals if proposal.verdict is Verdict.SAME]
    if set(first) & set(second):
        keys = {resolution.key_of[mention] for mention in (*first, *second)}
        if len(keys) > 1:  # several bear the one name
            return _between(resolution, first, second, keys)
        return Explained(first, second, Verdict.SAME, tuple(_within(joined, {*first, *second})))
    chain = _shortest(joined, set(first), set(second))
    if chain is not None:
        return Explained(first, second, Verdict.SAME, tuple(chain))
    return _apart(documents, resolution, first, second)


def _between(
    resolution: Resolution, first: tuple[Mention, ...], second: tuple[Mention, ...], keys: set[str]
) -> Explained:
    """What was thought of those that bear one name."""
    found = [one for one in resolution.proposals if len(ends := _keys(resolution, one)) > 1 and ends <= keys]
    found.sort(key=lambda one: (-one.score, one))
    return Explained(first, second, found[0].verdict if found else None, tuple(found))


def _within(proposals: Iterable[Proposal], mentions: set[Mention]) -> Iterator[Proposal]:
    return (one for one in proposals if one.left in mentions and one.right in mentions)


def _apart(
    documents: Sequence[DocumentFacts],
    resolution: Resolution,
    first: tuple[Mention, ...],
    second: tuple[Mention, ...],
) -> Explained:
    mine = {resolution.key_of[mention] for mention in first}
    theirs = {resolution.key_of[mention] for mention in second}
    between = [
        one
        for one in resolution.proposals
        if one.verdict is not Verdict.SAME
        and _keys(resolution, one) & mine
        and _keys(resolution, one) & theirs
    ]
    between.sort(key=lambda one: (-one.score, one))
    if not between:
        return Explained(first, second, None, tuple(_judged(documents, resolution, first, second)))
    return Explained(first, second, between[0].verdict, tuple(between))


def _judged(
    documents: Sequence[DocumentFacts],
    resolution: Resolution,
    first: tuple[Mention, ...],
    second: tuple[Mention, ...],
) -> Iterator[Proposal]:
    """What speaks for and against two people whose names agree, but of whom too little is known."""
    named = {mention.document for mention in (*first, *second)}
    about = places(documents, None)
    people = gather([one for one in documents if one.sha256 in named], resolution.key_of, about)
    lefts = [one for one in people if not set(first).isdisjoint(one.mentions)]
    rights = [one for one in people if not set(second).isdisjoint(one.mentions)]
    found = [
        (score(features), features, left.mentions[0], right.mentions[0])
        for left in lefts
        for right in rights
        if (features := judge(left, right))
    ]
    for weight, features, left, right in sorted(found, reverse=True)[:1]:
        yield Proposal(min(left, right), max(left, right), Verdict.DIFFERENT, weight, features)


def _keys(resolution: Resolution, proposal: Proposal) -> set[str]:
    return {resolution.key_of[proposal.left], resolution.key_of[proposal.right]}


def _shortest(
    proposals: Iterable[Proposal], starts: set[Mention], goals: set[Mention]
) -> list[Proposal] | None:
    """The fewest pairs that lead from one name to the other."""
    links: dict[Mention, list[tuple[Mention, Proposal]]] = defaultdict(list)
    for one in proposals:
        links[one.left].append((one.right, one))
        links[one.right].append((one.left, one))
    came: dict[Mention, tuple[Mention, Proposal] | None] = dict.fromkeys(sorted(starts))
    queue = deque(sorted(starts))
    while queue:
        here = queue.popleft()
        if here in goals:
            return _trail(came, here)
        for there, proposal in sorted(links[here]):
            if there not in came:
                came[there] = (here, proposal)
                queue.append(there)
    return None


def _trail(came: dict[Mention, tuple[Mention, Proposal] | None], here: Mention) -> list[Proposal]:
    trail = []
    while (step := came[here]) is not None:
        here, proposal = step
        trail.append(proposal)
    return trail[::-1]


def quoted(documents: Sequence[DocumentFacts], mention: Mention, most: int = 3) -> tuple[Quoted, ...]:
    """The lines a mention stands in, `most` at the most."""
    document = next(one for one in documents if one.sha256 == mention.document)
    passages = [p for e in document.entities if e.name == mention.name for p in e.evidence.passages]
    return tuple(_quoted(document, mention, passage) for passage in sorted(passages)[:most])


def _quoted(document: DocumentFacts, mention: Mention, passage: Passage) -> Quoted:
    start = document.text.rfind("\n", 0, passage.start) + 1
    end = document.text.find("\n", passage.end)
    words = shown(document, start, end if end >= 0 else len(document.text))
    return Quoted(mention, document.identifier, passage.line, " ".join(words.split()))


def read_as_one(
    documents: Sequence[DocumentFacts], explained: Explained, forms: tuple[str, str]
) -> Iterator[tuple[Quoted, Quoted]]:
    """Where a document itself writes one entity in both forms: a line of each, document by document."""
    if forms[0].casefold() == forms[1].casefold():
        return
    for mention in sorted({*explained.left} & {*explained.right}):
        left, right = (_written(documents, mention, form) for form in forms)
        if left and right:
            yield left, right


def _written(documents: Sequence[DocumentFacts], mention: Mention, form: str) -> Quoted | None:
    """The first line of a mention's document that holds a form as a whole."""
    document = next(one for one in documents if one.sha256 == mention.document)
    found = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", document.text, re.IGNORECASE)
    if found is None:
        return None
    line = document.text.count("\n", 0, found.start()) + 1
    return _quoted(document, mention, Passage(found.start(), found.end(), found.group(), line))

"""Which place a paper is about: it completes "City Council", and parts two counties' "Audit Committee"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from whosat.graph.resolve_names import fold
from whosat.graph.resolve_words import COMMON, INSTITUTIONS, own_words, same_place, signature
from whosat.ontology.facts import DocumentFacts, Kind

_TITLE, _MEETING_BODY, _ENOUGH = 3, 4, 2


def _leading_place(name: str) -> str | None:
    """The place a body's name begins with, if an institution's word follows ("Stroud District Council")."""
    words = signature(name)
    own = own_words(words)
    if not own:
        return None
    place = own[0]
    before, after = words[: words.index(place)], words[words.index(place) + 1 :]
    fits = set(before) <= {"nhs", "university", "healthwatch"} and bool(INSTITUTIONS & {*after, *before})
    return place if fits and len(place) >= 4 and place not in COMMON else None


def _known_places(documents: Sequence[DocumentFacts]) -> set[str]:
    """Words that stand as a place before two different institutions somewhere in the corpus."""
    behind: dict[str, set[tuple[str, ...]]] = {}
    for document in documents:
        for entity in document.entities:
            if entity.kind in (Kind.ORGANISATION, Kind.BOARD) and (place := _leading_place(entity.name)):
                behind.setdefault(place, set()).add(signature(entity.name))
    return {place for place, names in behind.items() if len(names) > 1}


def places(documents: Sequence[DocumentFacts], area: str | None) -> dict[str, str | None]:
    """The place each document (by its hash) is about: its title, its body and the institutions it names tell;
    the area of the settings where nothing does."""
    known = _known_places(documents)
    fallback = " ".join(signature(area)) if area else None
    if fallback:
        known.add(fallback)
    return {document.sha256: _place(document, known) or fallback for document in documents}


def _place(document: DocumentFacts, known: set[str]) -> str | None:
    weights: Counter[str] = Counter()
    for entity in document.entities:
        if entity.kind in (Kind.ORGANISATION, Kind.BOARD) and (place := _leading_place(entity.name)):
            weights[place] += 1
    for text, weight in _headings(document):
        for word in set(re.findall(r"\w+", fold(text))) & (known | set(weights)):
            weights[word] += weight
    best = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    if not best or best[0][1] < _ENOUGH:
        return None
    # a paper that names two places as often is about neither, unless they are a town and its county
    rivals = [
        place for place, weight in best[1:] if weight == best[0][1] and not same_place(place, best[0][0])
    ]
    return None if rivals else best[0][0]


def _headings(document: DocumentFacts) -> list[tuple[str, int]]:
    bodies = [meeting.body for meeting in document.meetings if meeting.body and meeting.minuted]
    titles = [text for text in (document.title, document.creator) if text]
    return [(body, _MEETING_BODY) for body in bodies] + [(title, _TITLE) for title in titles]


def agree(left: str | None, right: str | None) -> bool | None:
    """Whether two papers are about one place (or a town and its county); None where one is about none."""
    return None if left is None or right is None else same_place(left, right)

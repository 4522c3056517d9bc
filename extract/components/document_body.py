"""Which body a document is about that minutes no meeting, and its fullest name in the text."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from whosat.extract.bodies import is_generic, kind_of_body
from whosat.extract.components.meeting_body import body_candidates
from whosat.extract.components.meeting_title_lines import BodyFound
from whosat.extract.document import Document
from whosat.ontology.facts import Kind

_RUN: Final = re.compile(
    r"(?:[A-Z][\w’'&-]+\s+(?:(?:and|of|for|&)\s+(?:the\s+)?)?){1,6}(?:Partnership|Board|"
    r"Committee|Forum|Panel|Executive|Group|Council|Alliance)\b"
)


def main_body(document: Document) -> str | None:
    """The body a document is about: that of its title, else the one it names most."""
    counted = Counter(
        " ".join(found.group().removeprefix("The ").split())
        for found in _RUN.finditer(document.text[:200_000])
    )
    best = [pair for pair in _with_parts(counted).most_common(8) if not is_generic(pair[0])]
    top = body_candidates(document)
    if top and top[0].score >= 2.5:
        return top[0].name
    if top and _heads(document, top[0]):
        return top[0].name
    if best and best[0][1] > 1:
        return best[0][0]
    return top[0].name if top else best[0][0] if best else None


def _heads(document: Document, found: BodyFound) -> bool:
    """Whether a board's name is the first line of the paper, however often another is named below."""
    first = document.text.find(document.text.strip()[:1]) if document.text.strip() else 0
    end = document.text.find("\n", first)
    whole = kind_of_body(found.name) is Kind.BOARD and not is_generic(found.name)
    return whole and first <= found.where[0] and (end < 0 or found.where[1] <= end)


def _with_parts(counted: Counter[str]) -> Counter[str]:
    """Counts of bodies, each with those of its parts: its Executive speaks of the Partnership too."""
    whole = Counter(counted)
    for name, times in counted.items():
        if times > 1:
            whole[name] += sum(n for other, n in counted.items() if other.startswith(f"{name} "))
    return whole


def fuller_name(document: Document, name: str) -> str:
    """The longest name in the document that ends with `name`, where one name does so ("Strategic Group")."""
    plain = name.strip()
    pattern = re.compile(rf"(?:[A-Z][\w’'&-]+[ ]){{1,5}}{re.escape(plain)}\b")
    counted = Counter(found.group().removeprefix("The ") for found in pattern.finditer(document.text))
    longer = [pair for pair in counted.most_common() if len(pair[0]) > len(plain)]
    return longer[0][0] if longer else plain

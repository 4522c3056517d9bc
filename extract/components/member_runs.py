"""Who is named beside some words: people and bodies joined by commas and "and", before or after."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from whosat.extract.components.places import Place, Places
from whosat.extract.components.records import Source


@dataclass(frozen=True, slots=True)
class Here:
    """The meeting that is minuted: its body and date."""

    body: str | None
    date: dt.date | None


def source_of(places: Places, m: re.Match[str], confidence: float, rule: str) -> Source:
    """The sentence of a match as a source."""
    return Source((places.sentence(m.start()),), confidence, f"said: {rule}")


def run_before(places: Places, stop: int, kinds: frozenset[str]) -> list[Place]:
    """The names just before an offset, joined by commas and "and": "A, B and C …"."""
    start, _ = places.sentence(stop)
    found: list[Place] = []
    edge = stop
    for place in sorted(places.between(start, stop, kinds), key=lambda p: -p.end):
        gap = places.text[place.end : edge]
        plain = re.sub(r"\([^)]*\)", "", gap)
        if len(plain.strip()) > (14 if not found else 0) and not re.fullmatch(
            r"[\s,]*(?:and|&)?\s*(?:Cllrs?|Mrs?|Ms|Dr|Miss|Prof|Rev)?\.?\s*[,]?\s*", plain
        ):
            break
        found.append(place)
        edge = place.start
    return found[::-1]


def run_after(places: Places, start: int, kinds: frozenset[str]) -> list[Place]:
    """The names just after an offset, joined by commas and "and"."""
    line_end = places.text.find("\n", start, start + 300)
    stop = min(len(places.text), start + 300) if line_end < 0 else line_end
    found: list[Place] = []
    edge = start
    for place in places.between(start, stop, kinds):
        gap = re.sub(r"\([^)]*\)|[*_]", "", places.text[edge : place.start])
        if not re.fullmatch(
            r"[\s,:]*(?:and|&)?\s*(?:the\s+)?(?:Cllrs?|Councillors?|Mrs?|Ms|Dr|Miss|Prof|Professor|"
            r"Rev|Sir|Dame)?\.?\s*",
            gap,
        ):
            break
        found.append(place)
        edge = place.end
    return found

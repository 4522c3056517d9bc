"""What stands where: bodies, strategies and people along the text, asked by offset."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc

from whosat.extract.components.action_units import SENTENCE
from whosat.extract.components.records import document_of, text_of
from whosat.extract.document import BlockKind
from whosat.extract.flow import flow_of
from whosat.ontology.facts import Kind

BODIES: Final = frozenset({Kind.BOARD.value, Kind.ORGANISATION.value})
STRATEGIES: Final = frozenset({Kind.STRATEGY.value})
_LONGEST_SENTENCE: Final = 2_000  # characters looked at on either side: a text may be one line of a megabyte
PEOPLE: Final = frozenset({"PERSON"})
_LOW_SHORT: Final = re.compile(
    r"\b(?:[Tt]he|[Tt]his) (?P<head>programme|strategy|plan|agreement|framework|group|panel|board|"
    r"committee|partnership|sub-?group|forum|trust|project)\b"
)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A name at an extent of the text; `kind` is a `facts.Kind` or "PERSON"."""

    start: int
    end: int
    name: str
    kind: str


class Places:
    """The names of one document in order."""

    def __init__(self, doc: Doc) -> None:
        self.text = flow_of(text_of(doc))
        found = [Place(s.start_char, s.end_char, s.id_, s.label_) for s in doc.spans.get("bodies", ())]
        found += [Place(s.start_char, s.end_char, s.id_, "PERSON") for s in doc.spans.get("people", ())]
        self.all = sorted(found)
        self._starts = [place.start for place in self.all]
        self.kinds = {place.name: place.kind for place in self.all}
        self.blocks = [b for b in document_of(doc).blocks if b.kind is not BlockKind.FURNITURE]
        self._block_starts = [block.start for block in self.blocks]
        self._headings = [
            b for b in self.blocks if not b.cells and (b.kind is BlockKind.HEADING or b.end - b.start < 90)
        ]
        self._heading_starts = [block.start for block in self._headings]

    def between(self, start: int, end: int, kinds: frozenset[str]) -> list[Place]:
        """The names of these kinds that begin and end in this part of the text."""
        found = []
        for i in range(bisect_left(self._starts, start), len(self.all)):
            place = self.all[i]
            if place.start >= end:
                break
            if place.end <= end and place.kind in kinds:
                found.append(place)
        return found

    def starting_at(self, offset: int, kinds: frozenset[str]) -> Place | None:
        """The name that begins at an offset, an article before it allowed; the longest."""
        m = re.compile(r"\s*(?:[Tt]he |[Aa]n? |\W{0,3})?").match(self.text, offset)
        at = {offset, m.end() if m else offset}
        found = [p for p in self.between(offset, offset + 160, kinds) if p.start in at]
        return max(found, key=lambda place: place.end) if found else None

    def sentence(self, offset: int) -> tuple[int, int]:
        """The extent of the sentence around an offset, within its line."""
        nearest, farthest = (
            max(0, offset - _LONGEST_SENTENCE),
            min(len(self.text), offset + _LONGEST_SENTENCE),
        )
        left = max(self.text.rfind("\n", nearest, offset) + 1, nearest)
        right = self.text.find("\n", offset, farthest)
        right = farthest if right < 0 else right
        for m in SENTENCE.finditer(self.text, left, right):
            if m.start() <= offset < m.end():
                return m.start(), m.end()
        return left, right

    def heading_body(self, offset: int) -> Place | None:
        """The body of the nearest heading or short line above that names one."""
        at = bisect_left(self._heading_starts, offset)
        for block in self._headings[max(0, at - 12) : at][::-1]:
            found = self.between(block.start, block.end, BODIES)
            names = {place.name for place in found}
            if len(names) == 1 and _is_whole(self.text[block.start : block.end], found[0], block.start):
                return found[0]
        return None

    def last_named(self, offset: int, head: str, kinds: frozenset[str]) -> Place | None:
        """The name that a later "the programme" or "this group" stands for: the last one that ends
        with that word."""
        word = head.lower().replace("sub-group", "group").replace("subgroup", "group")
        at = bisect_left(self._starts, offset)
        for place in self.all[max(0, at - 40) : at][::-1]:
            if place.kind in kinds and offset - place.end < 900 and place.name.lower().endswith(word):
                return place
        return None

    def short_for(self, start: int, end: int, kinds: frozenset[str]) -> Place | None:
        """What "the programme" or "this group" between two offsets stands for."""
        m = _LOW_SHORT.search(self.text, start, end)
        named = self.last_named(m.start(), m["head"], kinds) if m else None
        return Place(m.start(), m.end(), named.name, named.kind) if m and named else None


def _is_whole(text: str, place: Place, start: int) -> bool:
    """Whether a heading is little more than the name."""
    rest = text[: place.start - start] + text[place.end - start :]
    rest = re.sub(
        r"\(.*?\)|\b(?:the|role|of|terms|reference|draft|minutes?|membership|purpose|executive|group)\b",
        "",
        rest,
        flags=re.I,
    )
    return len(re.sub(r"[\W\d]", "", rest)) < 4

"""How things and sources are shown: their addresses, names, dates and quoted words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit

from whosat.graph.dates import day, spoken
from whosat.graph.map_data import PHRASES
from whosat.graph.questions import Source as AskedSource
from whosat.graph.server.library import Library
from whosat.graph.view import Source as ViewSource
from whosat.ontology.facts import Kind, Relation

SHOWN_QUOTE: Final = 180
KIND_WORDS: Final = {
    "person": "Person",
    "organisation": "Organisation",
    "board": "Board",
    "strategy": "Strategy",
    "legislation": "Legislation",
    "meeting": "Meeting",
    "document": "Document",
}
PLURALS: Final = {
    "board": "Boards",
    "organisation": "Organisations",
    "person": "People",
    "strategy": "Strategies",
    "legislation": "Legislation",
    "meeting": "Meetings",
    "document": "Documents",
}


@dataclass(frozen=True, slots=True)
class Ref:
    """A source to link to: the address of its line, file name, line (0: unknown) and words."""

    url: str
    file: str
    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Look:
    """How one edition is shown; `root` is the path of the base IRI ("/id")."""

    library: Library
    base: str

    @property
    def root(self) -> str:
        """The path under which things stand."""
        return urlsplit(self.base).path.rstrip("/")

    def url(self, key: str) -> str:
        """The page of a thing, by its key."""
        return f"{self.root}/{quote(key)}"

    def address(self, key: str) -> str:
        """The permanent address of a thing."""
        return f"{self.base.rstrip('/')}/{key}"

    def key(self, iri: str) -> str:
        """The key of an IRI of ours; "" for any other."""
        start = self.base.rstrip("/") + "/"
        return iri.removeprefix(start) if iri.startswith(start) else ""

    def name(self, key: str) -> str:
        """What a thing is called."""
        return self.library.name(key)

    def kind(self, key: str) -> str:
        """What a thing is, as its key says."""
        return key.partition("/")[0]

    def phrase(self, relation: Relation) -> str:
        """A link in words, seen from its subject."""
        return PHRASES[relation][0]

    def bar(self, first: str, last: str) -> tuple[float, float] | None:
        """Where a span of days lies within all there are: start and width in hundredths; None if undated."""
        whole = [day(text) for text in self.library.span]
        part = [day(text) for text in (first or last, last or first)]
        if not all((*whole, *part)):
            return None
        start, end, left, right = (date.toordinal() for date in (*whole, *part) if date)
        length = max(1, end - start)
        at = min(max(100 * (left - start) / length, 0.0), 98.0)
        return round(at, 1), round(min(max(100 * (right - left) / length, 2.0), 100 - at), 1)

    def refs(self, sources: Iterable[AskedSource | ViewSource], about: str = "") -> list[Ref]:
        """Links to sources: those that name `about` first, the newest document first among equals."""
        last = about.split()[-1].casefold() if about.split() else ""
        found = {(source.document, source.line, source.quote): source for source in sources}
        ordered = sorted(found.values(), key=lambda s: last not in s.quote.casefold())
        return [self._ref(source) for source in ordered]

    def _ref(self, source: AskedSource | ViewSource) -> Ref:
        key = getattr(source, "key", "")
        paper = self.library.papers.get(key) or self.library.paper_named.get(source.document)
        words = shortened(" ".join(source.quote.split()))
        if paper is None:
            return Ref("", source.document, source.line, words)
        spot = self.library.spots.get((paper.key, source.line, source.quote))
        asked = f"?words={spot[0]}-{spot[1]}" if spot else ""
        anchor = f"#L{source.line}" if source.line else ""
        return Ref(self.url(paper.key) + asked + anchor, paper.name, source.line, words)


def shortened(text: str, most: int = SHOWN_QUOTE) -> str:
    """A text cut at a word, with an ellipsis, where it is longer than `most` letters."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut) + "…"


def when(text: str) -> str:
    """A date as people write it ("22 Jan 2010"); a year or a text stays as it is."""
    return spoken(day(text)) or text


def between(first: str, last: str) -> str:
    """A span of dates as people write it."""
    if not first or not last or first == last:
        return when(first or last)
    return f"{when(first)} – {when(last)}"


def plain(text: str) -> str:
    """A cell of an answer as people read it: ISO dates in words."""
    return when(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else text


def kinds_of(words: Sequence[str]) -> tuple[Kind, ...]:
    """Kinds by their names, what is none left out."""
    return tuple(Kind(word) for word in words if word in set(Kind))


def dated(text: str) -> str:
    """A sentence with its ISO dates in words."""
    return re.sub(r"\b\d{4}-\d\d-\d\d\b", lambda found: when(found[0]), text)

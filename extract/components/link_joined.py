"""Links of several at once: "A, B and C report to D", and "The following groups report to the Board:" above
their names.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise, product
from typing import Final

from whosat.extract.components.places import BODIES, Place, Places
from whosat.extract.components.records import Extent, LinkRecord, Source
from whosat.extract.document import Block
from whosat.ontology.facts import Kind, Relation

_BOARDS: Final = frozenset({Kind.BOARD.value})
_ASIDE: Final = r"(?:\s*\([^()\n]{1,80}\)|,\s+(?:chaired|led|convened) by [^,.;:\n]{3,60}(?=,))?"
_JOINT: Final = re.compile(
    rf"{_ASIDE}\s*(?:,\s*(?:(?:and|&|as well as|together with|along with)\s+)?|"
    r"(?:and|&|/|as well as|together with|along with)\s+)"
    r"(?:(?:also|both|to|by)\s+)?(?:the\s+|our\s+|its\s+)?",
    re.IGNORECASE,
)
_PLURAL: Final = re.compile(
    r"(?:\s*\([^()\n]{1,80}\))?,?\s*(?:(?:all|both|each|also|now|currently|jointly|formally|will|shall|to|"
    r"which|that)\s+)*"
    r"(?:report|feed|are|were|have|answer|fund|host|support|deliver|commission|scrutini[sz]e|sit|"
    r"reporting|be)\b",
    re.IGNORECASE,
)
_WILL: Final = re.compile(r"\b(?:will|shall|to|reporting|be)\b", re.IGNORECASE)
_OPENS: Final = re.compile(r"(?:^|\bthat|[:–—•]|\bBoth|\bboth)[\W\d]*(?:the\s+|both\s+)?\Z", re.IGNORECASE)
_ENDS: Final = re.compile(
    r"(?:\s*\([^()\n]{1,80}\))?\s*(?:[.;:!?]|\Z|\n|,?\s*(?:quarterly|monthly|annually|regularly|each|every|"
    r"twice|once|on|at|for|in|through|via|as|which|who|respectively|from|by|with)\b)",
    re.IGNORECASE,
)


def joined_links(places: Places, links: Iterable[LinkRecord]) -> Iterator[LinkRecord]:
    """The links of the names that stand joined to a link's subject or object by commas and "and"."""
    for link in links:
        start, end = link.source.where[-1]
        named = places.between(start, end + 1, BODIES)
        subjects = [place for place in named if place.name == link.subject]
        objects = [place for place in named if place.name == link.object]
        if not subjects or not objects:
            continue
        subject, target = min(product(subjects, objects), key=lambda pair: abs(pair[0].start - pair[1].start))
        turned = subject.start > target.start
        left, right = (target, subject) if turned else (subject, target)
        for name in _joined_before(places, named, left, start):
            yield replace(link, object=name) if turned else replace(link, subject=name)
        for name in _joined_behind(places, named, right, end):
            yield replace(link, subject=name) if turned else replace(link, object=name)


def _joined_before(places: Places, named: list[Place], last: Place, start: int) -> list[str]:
    """The names before one, where the verb behind it is said of several."""
    verb = _PLURAL.match(places.text, last.end)
    before = [place for place in named if place.end <= last.start]
    run = [last]
    for place in reversed(before):
        if not _JOINT.fullmatch(places.text, place.end, run[-1].start):
            break
        run.append(place)
    if verb is None or len(run) == 1:
        return []
    if _WILL.search(verb[0]) and not _OPENS.search(places.text[start : run[-1].start]):
        return []  # "A met B, and C will report to D"
    return [place.name for place in run[1:]]


def _joined_behind(places: Places, named: list[Place], first: Place, end: int) -> list[str]:
    """The names behind one, where nothing is said of them but that they are joined to it."""
    run = [first]
    for place in named:
        if place.start < run[-1].end:
            continue
        if not _JOINT.fullmatch(places.text, run[-1].end, place.start):
            break
        run.append(place)
    return [place.name for place in run[1:]] if _ENDS.match(places.text[run[-1].end : end]) else []


_GROUPS: Final = (
    r"(?:(?:sub|working|task|theme|thematic|delivery|standing|advisory|other|partnership|existing|"
    r"[a-z]+)[- ]){0,3}(?:sub-?)?(?:groups?|committees?|boards?|partnerships?|bod(?:y|ies)|panels?|forums?|"
    r"sub-?groups?|sub-?committees?)"
)
_REPORT: Final = (
    r"(?:(?:will |shall |also |currently |all )*(?:report|are accountable|feed)|(?:that |which )?reporting|"
    r"accountable|(?:that|which) (?:report|feed))(?: directly| back| formally| in| up)* (?:in)?to"
)
_LEADS: Final = (
    re.compile(
        rf"^[\s\d.•*#–-]*(?:The|These|Those)?(?: following)? ?(?:{_GROUPS}) {_REPORT} "
        r"(?:the )?(?P<body>[^\n:]{2,90}?)(?: are| is| include)?[ \t]*(?::|$)",
        re.IGNORECASE | re.MULTILINE,
    ),
    re.compile(
        r"^[\s\d.•*#–-]*(?:Also )?reporting (?:directly )?(?:in)?to (?:the )?(?P<body>[^\n:]{2,90}?)"
        r"(?: are| is)?(?: the following)?(?: groups)?[ \t]*:",
        re.IGNORECASE | re.MULTILINE,
    ),
)
_REPORTS: Final = re.compile(
    r"\b(?:reports?|reporting|is accountable|feeds)(?: directly| back| formally)* (?:in)?to"
    r"(?: (?:the )?following(?: bodies| boards| groups)?)?[ \t]*:[ \t]*(?=\n|\Z)",
    re.IGNORECASE,
)
_MARK: Final = re.compile(r"[\s•·*▪o‐–—-]*(?:\(?\w{1,2}[.)]\s+)?")
_ROW_ENDS: Final = re.compile(r"\s*(?:[–—:,;.(-]|and\s*\Z|\Z)")
_MOST: Final = 40


def led_links(places: Places, main: str | None) -> Iterator[LinkRecord]:
    """The links that a line says of the names below it, or behind its colon."""
    for pattern in _LEADS:
        for said in pattern.finditer(places.text):
            owner = places.starting_at(said.start("body"), BODIES)
            name = owner.name if owner and owner.end <= said.end("body") + 1 else _own(said["body"], main)
            if name is None:
                continue
            for place in [*_behind(places, said.end()), *_rows(places, said.end())]:
                yield _link(place.name, name, said.span(), place)
    for said in _REPORTS.finditer(places.text):
        start = places.text.rfind("\n", 0, said.start()) + 1
        before = places.between(start, said.start(), BODIES)
        who = before[-1].name if before else _own(places.text[start : said.start()], main)
        for place in _rows(places, said.end(), BODIES) if who else ():
            yield _link(str(who), place.name, (start, said.end()), place)


def _own(words: str, main: str | None) -> str | None:
    """The body that a paper is about, where "the Board" is how it ends."""
    plain = re.sub(r"^[\s\d.•*#–-]*(?:the|this|our)?\s+", "", words.strip(), flags=re.I).strip(" *_.").lower()
    return main if main and plain and main.lower().endswith(plain) else None


def _link(subject: str, target: str, where: Extent, place: Place) -> LinkRecord:
    source = Source((where, (place.start, place.end)), 0.85, "list of those who report")
    return LinkRecord(subject, Relation.REPORTS_TO, target, source)


def _behind(places: Places, at: int) -> list[Place]:
    """The names in the rest of the line, joined by commas and "and"."""
    end = places.text.find("\n", at)
    end = len(places.text) if end < 0 else end
    named = places.between(at, end, _BOARDS)
    if not named or places.text[at : named[0].start].strip().lower() not in ("", "the"):
        return []
    joined = all(_JOINT.fullmatch(places.text, a.end, b.start) for a, b in pairwise(named))
    return named if joined and _ENDS.match(places.text[named[-1].end : end]) else []


def _rows(places: Places, at: int, kinds: frozenset[str] = _BOARDS) -> list[Place]:
    """The names with which the lines below begin, until a line begins otherwise or says more."""
    found: list[Place] = []
    first = bisect_right([block.end for block in places.blocks], at)
    blocks: list[Block] = places.blocks[first : first + _MOST]
    lines = [line for block in blocks if not block.cells for line in _lines(places.text, block, at)]
    for start, end in lines:
        mark = _MARK.match(places.text, start, end)
        place = places.starting_at(mark.end() if mark else start, kinds)
        if place is None or place.end > end or not _ROW_ENDS.match(places.text[place.end : end]):
            break
        found.append(place)
    return found


def _lines(text: str, block: Block, at: int) -> Iterator[Extent]:
    for line in re.finditer(r"[^\n]+", text[block.start : block.end]):
        start = block.start + line.start()
        if start >= at and line[0].strip():
            yield start, block.start + line.end()

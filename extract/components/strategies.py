"""Strategies, plans, agreements, programmes and laws, added to `doc.spans["bodies"]`.

Told by the words of their names, by quotation marks ("the ‘Core20’ framework"), by what is said of them
("Fresh Start is an initiative that …") and by "Vision 2050". Years they cover go to `doc._.body_notes`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from whosat.extract import body_words as words
from whosat.extract.bodies import is_generic_strategy, kind_of_body, strategy_kind, unify
from whosat.extract.components.bodies import mentions_of
from whosat.extract.components.body_runs import Candidate, run_candidates
from whosat.extract.components.people import known_of, span_at
from whosat.extract.components.records import BodyNote, text_of
from whosat.extract.flow import flow_of
from whosat.ontology.facts import Kind

STRATEGY_KINDS: Final = frozenset({Kind.STRATEGY, Kind.LEGISLATION})
_NAME: Final = r"[A-Z][\w’'&-]*(?: (?:(?:and|of|for|the|to|on|&) ){0,2}[A-Z0-9][\w’'&-]*){0,6}"
_VISION: Final = re.compile(
    rf"\b(?:(?:{_NAME}) )?(?:Vision|Ambition|Agenda|Strategy|Plan) (?:20[2-9]\d)\b(?!\s*[-–/]\s*\d)"
)
_QUOTED: Final = re.compile(
    r"[‘“'\"]([A-Z][\w&+-]*(?: [\w&+-]+){0,5})[’”'\"]\s+(?:framework|strategy|programme|initiative|"
    r"plan|agreement|charter)\b"
)
_CODED: Final = re.compile(
    r"\b([A-Z][a-z]+\d+[A-Za-z\d]*)\s+(?:framework|strategy|programme|initiative|plan|approach)\b"
)
_IS_ONE: Final = re.compile(
    rf"[‘“'\"]?(?<![\w’])(?P<name>{_NAME})[’”'\"]? (?:(?:is|was|are) (?:an?|the) |explained \([Aa]n? )"
    r"(?:(?:new|national|local|government|joint|county-?wide|three|five|ten|two|year|three-year|"
    r"five-year|statutory|single|long-term) ){0,3}"
    r"(?:initiative|programme|strategy|plan|framework|scheme|agreement)\b"
)
_TITLED: Final = re.compile(
    r"\b(?P<noun>paper|report|document|strategy|plan|vision|prospectus|framework)(?: (?:entitled|"
    r"called|titled|on|named))?,? "
    r"[‘“'\"](?P<title>[A-Z][^’”'\"\n.–—:]{4,70}?)(?=[’”'\".:]|\s[–—-]\s)"
)
_AHEAD: Final = re.compile(
    r"\b(?:Future|Vision|Towards?|Ambitions?|Strategy|Plan|Tomorrow|20\d\d|Forward|Together|Roadmap)\b"
)
_SUBTITLED: Final = re.compile(
    rf"(?<![\w’])({_NAME}) [–—:-] (?:Strategy|Plan|Framework|Programme)(?: "
    rf"(?:20\d\d)(?:\s?[-–/]\s?(?:20)?\d\d)?)?(?![\w’])(?! [A-Z])"
)
_YEARS: Final = re.compile(r"\b((?:19|20)\d\d)(?:\s*(?:[-–/]|to)\s*((?:19|20)?\d\d))?\b")
_OTHER_HEADS: Final = words.BOARD_HEADS | words.ORGANISATION_HEADS


def years_of(name: str) -> tuple[int | None, int | None]:
    """The years a strategy's name says it covers: "… 2022-26" → 2022, 2026."""
    m = _YEARS.search(name)
    if m is None or not m[2]:
        return None, None
    start = int(m[1])
    end = int(m[2]) if len(m[2]) == 4 else start - start % 100 + int(m[2])
    return (start, end) if start <= end <= start + 60 else (None, None)


def _told(text: str) -> Iterator[Candidate]:
    """Strategies told otherwise than by a capitalised head word."""
    for pattern, group, rule, confidence in (
        (_SUBTITLED, 0, "name: strategy word after a dash", 0.85),
        (_VISION, 0, "name: vision and year", 0.85),
        (_QUOTED, 1, "quoted name", 0.75),
        (_CODED, 1, "name before framework", 0.7),
        (_IS_ONE, "name", "what is said of it", 0.75),
        (_TITLED, "title", "title of a paper", 0.6),
    ):
        for m in pattern.finditer(text):
            if (name := _trimmed(m.group(group))) and _is_told(m, name):
                start = m.start(group) + m.group(group).index(name)
                yield Candidate(start, start + len(name), name, Kind.STRATEGY, confidence, rule)


def _trimmed(name: str) -> str:
    parts = re.sub(r"(?:['’]s?)$", "", name.strip()).split(" ")
    while parts and parts[0].lower() in words.FUNCTION_WORDS:
        parts = parts[1:]
    return " ".join(parts)


def _is_told(m: re.Match[str], name: str) -> bool:
    if kind_of_body(name) in {Kind.BOARD, Kind.ORGANISATION} or len(name) < 5:
        return False
    if m.re is _TITLED:
        return bool(_AHEAD.search(name)) or m["noun"] in {"strategy", "plan", "vision", "framework"}
    if m.re is _IS_ONE:
        return " " in name and not is_generic_strategy(name) and name.split()[-1].lower() not in _OTHER_HEADS
    return not (m.re is _SUBTITLED and len(name.split()) < 3)


def strategy_candidates(doc: Doc) -> list[Candidate]:
    """All strategies and laws of the text in order; where two overlap, the one that begins first, the
    longer one."""
    text = flow_of(text_of(doc))
    known = known_of(doc)
    explained = {
        full: kind
        for full in doc._.acronyms.values()
        if full[0].isupper() and (kind := strategy_kind(full)) and not is_generic_strategy(full)
    }
    found = [one for one in run_candidates(text) if one.kind in STRATEGY_KINDS]
    found += [one for one in _told(text) if known.of_full(one.name) is None]
    found += mentions_of(text, explained, "name given elsewhere", 0.9)
    kept: list[Candidate] = []
    for one in sorted(found, key=lambda c: (c.start, -c.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


@Language.component(
    "ws_strategies", requires=["doc._.acronyms", "doc.spans"], assigns=["doc.spans", "doc._.body_notes"]
)
def strategies_component(doc: Doc) -> Doc:
    """Add strategies and laws to `doc.spans["bodies"]`, and their years and other names to
    `doc._.body_notes`."""
    found = strategy_candidates(doc)
    kinds = {one.name: one.kind for one in found}
    aliases = {short: full for short, full in doc._.acronyms.items() if strategy_kind(full) or full in kinds}
    shorts = {short: Kind.STRATEGY for short, full in aliases.items() if full in kinds}
    found = sorted([*found, *mentions_of(flow_of(text_of(doc)), shorts, "acronym", 0.6)])
    counts = Counter(one.name for one in found)
    fullest = unify(
        [*kinds, *aliases.values()], {**aliases, **_spelt_out(kinds, doc._.acronyms)}, counts=counts
    )
    within = {token.i: span for span in doc.spans["bodies"] for token in span}
    forms: dict[str, set[str]] = defaultdict(set)
    spans = list(doc.spans["bodies"])
    for one in found:
        name = fullest.get(aliases.get(one.name, one.name), one.name)
        span = span_at(doc, one.start, one.end, kinds.get(name, one.kind).value, name)
        if span is not None and not _is_part(span, within):
            spans.append(span)
            forms[name].add(one.name)
    doc.spans["bodies"] = sorted(spans, key=lambda span: (span.start, span.end))
    doc._.body_notes = (*doc._.body_notes, *(_note(name, forms[name]) for name in sorted(forms)))
    return doc


def _is_part(span: Span, within: dict[int, Span]) -> bool:
    """Whether a body's name holds this one ("Data Strategy Board"); a strategy may hold a body's ("NHS
    Constitution")."""
    for token in span:
        held = within.get(token.i)
        if held is not None and not (span.start <= held.start and held.end <= span.end):
            return True
    return span.start in within and within[span.start].end == span.end


def _note(name: str, forms: set[str]) -> BodyNote:
    start, end = years_of(name)
    bare = {re.sub(r"\s*\(?\b(?:19|20)\d\d.*$", "", name).strip(" ,")} if years_of(name)[0] else set()
    others = sorted((forms | {form for form in bare if len(form) > 4}) - {name})
    return BodyNote(name, aliases=tuple(others), start_year=start, end_year=end)


def _spelt_out(kinds: dict[str, Kind], acronyms: dict[str, str]) -> dict[str, str]:
    """ "TPS Programme" → the name that begins or ends with what TPS stands for, where there is one."""
    found = {}
    for name in kinds:
        for short in (word for word in name.split() if word in acronyms and " " in name):
            full = name.replace(short, acronyms[short])
            same = [other for other in kinds if other.endswith(full)]
            if len(same) == 1:
                found[name] = same[0]
    return found

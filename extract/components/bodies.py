"""Bodies in the text: `doc.spans["bodies"]`, `span.label_` = a `facts.Kind`, `span.id_` = the name in this
document.

Found by the words of their names (`body_runs`), by where they stand (`body_lists`), by the roster and the
acronyms. A name that only says what sort of body it is ("the Panel") stands for a fuller name or for
nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from whosat.extract.bodies import body_key, body_tokens, is_generic, kind_of_body, unify
from whosat.extract.components.body_lists import agent_candidates, listed_candidates, whose_candidates
from whosat.extract.components.body_runs import Candidate, run_candidates
from whosat.extract.components.people import known_of, span_at
from whosat.extract.components.people_known import Known
from whosat.extract.components.records import BodyNote, document_of, text_of
from whosat.extract.components.roster_together import run_together
from whosat.extract.flow import flow_of
from whosat.extract.names import is_given_name
from whosat.ontology.facts import Kind

BODY_KINDS: Final = frozenset({Kind.BOARD, Kind.ORGANISATION})
_ACRONYM: Final = re.compile(r"(?<![\w./@-])[A-Z][A-Za-z&+]{0,2}[A-Z0-9](?:[A-Za-z0-9&+]{0,6})(?![\w@])")
_WORD: Final = re.compile(r"[A-Z0-9][\w’'&+-]*")
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_NAMED: Final = 0.9
_SHORT: Final = 0.6
_FAIRLY_SURE: Final = 0.7


def is_person(name: str, known: Known) -> bool:
    """Whether a capitalised run is somebody's name."""
    return known.of_full(name) is not None or (is_given_name(name.split()[0]) and 1 < len(name.split()) < 4)


def said_names(doc: Doc) -> list[tuple[str, Kind]]:
    """Names that the roster and the meeting give, with the kind of each."""
    found: list[tuple[str, Kind]] = []
    for entry in doc._.roster:
        if entry.organisation:
            found.append((entry.organisation, kind_of_body(entry.organisation) or Kind.ORGANISATION))
        if entry.body:
            found.append((entry.body, Kind.BOARD))
    found += [(meeting.body, Kind.BOARD) for meeting in doc._.meetings if meeting.body]
    return [(name, kind if kind in BODY_KINDS else Kind.ORGANISATION) for name, kind in found]


def mentions_of(text: str, kinds: Mapping[str, Kind], rule: str, confidence: float) -> list[Candidate]:
    """Where given names stand in the text, in their own spelling; looked up word by word, so any
    number is cheap."""
    starts: dict[str, list[str]] = defaultdict(list)
    for name in sorted(kinds, key=lambda name: (-len(name), name)):
        if first := _WORD.match(name):
            starts[_POSSESSIVE.sub("", first[0])].append(name)
    found, end = [], 0
    for m in _WORD.finditer(text):
        first_word = _POSSESSIVE.sub("", m[0])
        if m.start() < end or first_word not in starts:
            continue
        for name in starts[first_word]:
            stop = m.start() + len(name)
            if text.startswith(name, m.start()) and not text[stop : stop + 1].isalnum():
                found.append(Candidate(m.start(), stop, name, kinds[name], confidence, rule))
                end = stop
                break
    return found


def _acronym_names(doc: Doc) -> dict[str, Kind]:
    """What explained acronyms stand for, where the words tell a body: "Rural Advisory Service (RAS)"."""
    found = {}
    for short, meaning in doc._.acronyms.items():
        kind = kind_of_body(meaning)
        if kind in BODY_KINDS and meaning[0].isupper() and " " in meaning and short != meaning:
            found[meaning] = kind
    return found


def _undeclared(text: str, names: Iterable[str], known: Known, said: Mapping[str, str]) -> dict[str, str]:
    """Acronyms that nobody explains and that fit exactly one body of the document ("MTC")."""
    by_letters: dict[str, set[str]] = defaultdict(set)
    for name in names:
        capitals = [word for word in re.findall(r"[^\W_]+", name) if word[0].isupper() or word[0].isdigit()]
        if len(capitals) > 2:
            letters = "".join(word if word.isupper() and len(word) > 1 else word[0] for word in capitals)
            by_letters[letters].add(name)
            if len(capitals) > 3:
                by_letters["".join(word[0] for word in capitals[1:])].add(name)
    found = {}
    for short in sorted(set(_ACRONYM.findall(text))):
        fits = by_letters.get(short, set())
        if len({body_key(name) for name in fits}) == 1 and short not in said and not known.of_initials(short):
            found[short] = min(fits)
    return found


def _drop_inside(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Of candidates that overlap, the surer one, then the longer one."""
    kept: list[Candidate] = []
    for one in sorted(candidates, key=lambda c: (c.start, -c.confidence, -(c.end - c.start))):
        if kept and one.start < kept[-1].end:
            if _is_better(one, kept[-1]):
                kept[-1] = one
            continue
        kept.append(one)
    return kept


def _is_better(one: Candidate, last: Candidate) -> bool:
    """The one that holds the other where it is fairly sure, else the surer one."""
    if one.start <= last.start and one.end > last.end and one.confidence >= _FAIRLY_SURE:
        return True
    if last.end >= one.end and last.confidence >= _FAIRLY_SURE:
        return False
    return (one.confidence, one.end - one.start) > (last.confidence, last.end - last.start)


def _without_people(candidates: Iterable[Candidate], doc: Doc, known: Known) -> list[Candidate]:
    """Leave out candidates that are people, and cut off a person's name before or after a body's."""
    people = sorted((span.start_char, span.end_char) for span in doc.spans.get("people", ()))
    starts = [start for start, _ in people]
    found = []
    for one in candidates:
        at = bisect_left(starts, one.start)
        rest: Candidate | None = one
        if at < len(people) and starts[at] < one.end:
            rest = _beside(one, *people[at])
        if rest is not None and known.of_full(rest.name) is None:
            found.append(rest)
    return found


_JOINTS: Final = re.compile(r"^(?:[\s,'’]|(?:s|of|from|for|and|the|at|on)\b)+")


def _beside(one: Candidate, start: int, end: int) -> Candidate | None:
    """What is left of a candidate that holds a person's name: the part after it, or the part before."""
    if start == one.start:
        cut = min(end - start, len(one.name))
        name = _JOINTS.sub("", one.name[cut:])
        if (run := run_together(name)) and run[1] and run[2]:
            name = run[1]
        begin = one.end - len(name)
    else:
        name = re.sub(r"(?:[\s,]|\b(?:for|of|and|on|the)\b)+$", "", one.name[: start - one.start])
        begin = one.start
    kind = kind_of_body(name)
    if kind is None or " " not in name:
        return None
    return replace(one, start=begin, end=begin + len(name), name=name, kind=kind)


class Naming:
    """Which fullest name each name of a document's bodies stands for."""

    def __init__(
        self, names: Mapping[str, Kind], aliases: Mapping[str, str], counts: Mapping[str, int]
    ) -> None:
        first = unify([*names, *aliases], aliases, counts=counts)
        forms: dict[str, list[str]] = defaultdict(list)
        for name, full in first.items():
            forms[full].append(name)
        tokens = {body_tokens(name): name for name in names}
        spelt = {
            name: tokens[body_tokens(full)]
            for name in names
            for full in _expanded(name, aliases, first, forms)
            if body_tokens(full) in tokens
        }
        self.aliases = {**aliases, **spelt}
        self.fullest = unify([*names, *aliases], self.aliases, counts=counts) if spelt else first
        self.kinds = self._kinds(names)

    def _kinds(self, names: Mapping[str, Kind]) -> dict[str, Kind]:
        votes: dict[str, Counter[Kind]] = defaultdict(Counter)
        for name, kind in names.items():
            votes[self.fullest.get(name, name)][kind] += 1
        return {full: self._kind(full, count) for full, count in votes.items()}

    @staticmethod
    def _kind(full: str, votes: Counter[Kind]) -> Kind:
        told = kind_of_body(full)
        if told is not None and told in BODY_KINDS:
            return told
        return Kind.BOARD if votes[Kind.BOARD] else Kind.ORGANISATION

    def name_of(self, written: str) -> str | None:
        """The fullest name; None where the name only says what sort of body it is, and no fuller one
        is known."""
        full = self.fullest.get(written, written)
        return None if is_generic(full) and full not in self.aliases.values() else full


def _expanded(
    name: str, aliases: Mapping[str, str], fullest: Mapping[str, str], forms: Mapping[str, list[str]]
) -> list[str]:
    """A name with its acronym spelt out in every form its body has: "TPS Board" → "Town Play Scheme
    Board"."""
    words = name.split()
    return [
        " ".join([*words[:i], form, *words[i + 1 :]])
        for i, word in enumerate(words)
        if word in aliases and len(words) > 1
        for form in (aliases[word], *forms.get(fullest.get(word, word), ()))
        if form != word
    ]


def body_candidates(doc: Doc) -> tuple[list[Candidate], dict[str, str]]:
    """All mentions of bodies, and what acronyms and short names among them stand for."""
    text, known = flow_of(text_of(doc)), known_of(doc)
    said = said_names(doc)
    kinds = {**_acronym_names(doc), **dict(said)}
    runs = [one for one in run_candidates(text) if one.kind in BODY_KINDS]
    lists = listed_candidates(document_of(doc))
    agents = agent_candidates(text, lambda name: is_person(name, known))
    ends = [span.end_char for span in doc.spans.get("people", ())]
    agents += whose_candidates(text, ends, lambda name: is_person(name, known))
    told = _drop_inside(_without_people([*runs, *lists, *agents], doc, known))
    for one in told:
        if one.rule in {"list of organisations", "did something", "whom a person is of"}:
            kinds.setdefault(one.name, one.kind)
    names = mentions_of(text, kinds, "name given elsewhere", _NAMED)
    found = _drop_inside(_without_people([*told, *names], doc, known))
    aliases = {short: full for short, full in doc._.acronyms.items() if known.of_full(full) is None}
    everything = {one.name for one in found} | set(kinds)
    aliases |= _undeclared(text, everything, known, aliases)
    shorts = {
        short: kind_of_body(full) or Kind.BOARD
        for short, full in aliases.items()
        if _is_known(full, everything)
    }
    found += mentions_of(text, shorts, "acronym", _SHORT)
    return _drop_inside(found), {short: aliases[short] for short in shorts}


def _is_known(full: str, names: set[str]) -> bool:
    return full in names or kind_of_body(full) in BODY_KINDS


_THE: Final = re.compile(
    r"\b[Tt]he (Board|Panel|Committee|Executive|Trust|Council|Partnership|Forum|Group|Collective|"
    r"Alliance|Commission|"
    r"Association|Authority|Network|Agency|Foundation|Federation|Senate|Society|College|University|"
    r"School|Company)\b"
    r"(?!['’]?s? ?[A-Z&])"
)


def _definite(text: str, naming: Naming, doc: Doc) -> list[Candidate]:
    """ "the Panel" alone: the body that meets, where its name ends so, or the only body whose name does."""
    by_head: dict[str, set[str]] = defaultdict(set)
    for name in naming.kinds:
        if not is_generic(name):
            by_head[name.rsplit(" ", 1)[-1].lower()].add(name)
    meets = doc._.meetings[0].body if doc._.meetings else None
    own = naming.fullest.get(meets, meets) if meets else None
    found = []
    for m in _THE.finditer(text):
        names = by_head.get(m[1].lower(), set())
        meant = own if own in names else min(names) if len(names) == 1 else None
        if meant:
            kind = naming.kinds[meant]
            found.append(Candidate(m.start(1), m.end(1), meant, kind, 0.7, "short form with the"))
    return found


@Language.component(
    "ws_bodies",
    requires=["doc._.document", "doc._.acronyms", "doc._.roster", "doc._.meetings", "doc.spans"],
    assigns=["doc.spans", "doc._.body_notes"],
)
def bodies_component(doc: Doc) -> Doc:
    """Set `doc.spans["bodies"]` and add each body's other names to `doc._.body_notes`."""
    found, aliases = body_candidates(doc)
    written = {one.name: one.kind for one in found} | dict(said_names(doc))
    naming = Naming(written, aliases, Counter(one.name for one in found))
    found = sorted([*found, *_definite(flow_of(text_of(doc)), naming, doc)])
    spans: list[Span] = []
    forms: dict[str, set[str]] = defaultdict(set)
    for one in found:
        full_name = naming.name_of(one.name)
        if full_name is None:
            continue
        kind = naming.kinds.get(full_name, one.kind)
        span = span_at(doc, one.start, one.end, kind.value, full_name)
        if span is not None:
            spans.append(span)
            forms[full_name].add(one.name)
    doc.spans["bodies"] = sorted(spans, key=lambda span: (span.start, span.end))
    for form in (*aliases, *(said for said, _ in said_names(doc))):
        stands_for = naming.name_of(form)
        if stands_for and (stands_for in forms or form != stands_for):
            forms[stands_for].add(form)
    doc._.body_notes = (*doc._.body_notes, *(_note(full, forms[full] - {full}) for full in sorted(forms)))
    return doc


def _note(full: str, forms: set[str]) -> BodyNote:
    """Other names of the body, and short forms that mean it in this document alone ("City Council")."""
    shorts = {form for form in forms if is_generic(form)}
    return BodyNote(full, aliases=tuple(sorted(forms - shorts)), shorts=tuple(sorted(shorts)))

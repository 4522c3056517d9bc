"""A question in plain words, read by cues and by the names there are: what is asked, of whom, and how sure.

spaCy's tokenizer and Matcher find the cues; what is left over must be names. A word that is neither is not
passed over in silence: the reading is unsure, and says which word it did not understand. So is it by a strong
cue that has nothing to do with it, and by two questions in one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import spacy
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens
from spacy.util import filter_spans

from whosat.extract.asking import dates
from whosat.extract.asking.cues import BODY_WORDS, CUES, DATED, SIGNATURES
from whosat.extract.asking.words import FILLERS, IGNORED, TITLES
from whosat.ontology.facts import Kind

LONGEST_NAME: Final = 12  # words
SURE: Final = 0.85
NEAR: Final = 0.8  # a name that is asked back about
MARGIN: Final = 0.75
ENOUGH: Final = 2.0


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """Something there is that words may stand for: its key, kind and name, and how well the words fit"""

    key: str
    kind: Kind
    name: str
    fit: float


Finder = Callable[[str], Sequence[Named]]
"""What words may stand for, best first; empty where nothing fits."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A name in the question: the words and their places, and what they may stand for, best first."""

    words: str
    candidates: tuple[Named, ...]
    start: int = 0
    end: int = 0

    @property
    def clear(self) -> bool:
        """Whether the words stand for one thing only."""
        first, *rest = self.candidates or (None,)
        return first is not None and first.fit >= SURE and (not rest or first.fit - rest[0].fit >= 0.05)


@dataclass(frozen=True, slots=True)
class Reading:
    """A question it may be, what fills its places, the time it is about, and its weight against others."""

    question: str
    slots: tuple[Named, ...]
    span: dates.Span
    weight: float


@dataclass(frozen=True, slots=True)
class Understanding:
    """All readings, the likeliest first; `sure` only if the first may be answered without asking back.

    `unknown` are words that are neither cue nor name; `open` the names that may stand for several things.
    """

    readings: tuple[Reading, ...]
    sure: bool
    unknown: tuple[str, ...] = ()
    open: tuple[Slot, ...] = ()


@cache
def _tools() -> tuple[Any, Matcher]:
    nlp = spacy.blank("en")
    matcher = Matcher(nlp.vocab)
    for number, cue in enumerate(CUES):
        pattern = [{"LOWER": {"IN": word.split("|")}} for word in cue.pattern.split()]
        matcher.add(str(number), [pattern])
    return nlp, matcher


def understand(question: str, find: Finder) -> Understanding:
    """Read a question; `find` knows the names in the graph."""
    nlp, _ = _tools()
    text = " ".join(question.replace("’", "'").replace("&", " and ").split()).rstrip("?!. ")
    doc = nlp(text)
    span, places = dates.read(text)
    dated = _covered(doc, places)
    slots, named = _names(doc, dated, find)
    cues = _cues(doc, slots, dated)
    readings = _readings(_weights(cues), slots, span)
    read = named | dated | {place for cue in cues for place in cue.places}
    unknown = _unknown(doc, read | _titles(doc, named)) + _strangers(doc, slots)
    sure = not unknown and _sure(readings, slots)
    return Understanding(
        readings,
        sure and _accounts(readings[0], cues) and _single(doc, readings[0], cues, named | dated),
        unknown,
        tuple(slot for slot in slots if not slot.clear),
    )


def _covered(doc: Doc, places: Sequence[tuple[int, int]]) -> set[int]:
    return {t.i for t in doc for start, end in places if t.idx < end and t.idx + len(t) > start}


def _runs(doc: Doc, dated: set[int]) -> Iterator[Tokens]:
    """Stretches of the question that may hold a name."""
    for length in range(1, min(LONGEST_NAME, len(doc)) + 1):
        for start in range(len(doc) - length + 1):
            run = doc[start : start + length]
            if not _bare(run[0]) and not _bare(run[-1]) and not any(t.i in dated for t in run):
                yield run


def _bare(token: Any) -> bool:
    """Whether a word neither begins nor ends a name."""
    ignored = token.lower_ in IGNORED and token.lower_ not in BODY_WORDS
    return bool(token.is_punct) or (ignored and not token.text[:1].isupper())


def _names(doc: Doc, dated: set[int], find: Finder) -> tuple[tuple[Slot, ...], set[int]]:
    """The names in the question in their order, and the words they take up.

    Of runs that overlap the best fit wins, then the longest: "City Council sit" is not the City Council. But
    one that takes in more words, none of them ours, and means the same, is as good: "Tomasz Zielinsky".
    """
    runs = [run for run in _runs(doc, dated) if not all(_is_cue_word(t) for t in run)]
    fitting = [(run, tuple(find(run.text))) for run in runs]
    fitting = [(run, found) for run, found in fitting if found and found[0].fit >= NEAR]
    taken: set[int] = set()
    slots: dict[int, Slot] = {}
    fits = {run: _fit_within(run, found, fitting) for run, found in fitting}
    ranked = [(-fits[run], found[0].fit < SURE, -len(run), run.start, run, found) for run, found in fitting]
    for *_, run, found in sorted(ranked, key=lambda one: one[:4]):
        inside = {t.i for t in run}
        if not inside & taken:
            slots[run.start] = Slot(run.text, found, run.start, run.end)
            taken |= inside
    return tuple(slots[start] for start in sorted(slots)), taken


def _fit_within(
    run: Tokens, found: Sequence[Named], fitting: Sequence[tuple[Tokens, Sequence[Named]]]
) -> float:
    """How well a run fits, or the best part of it that means the same, where no other word of it asks."""
    within = [
        inner[0].fit
        for part, inner in fitting
        if part.start >= run.start
        and part.end <= run.end
        and inner[0].key == found[0].key
        and not any(_is_cue_word(t) for t in run if not part.start <= t.i < part.end)
    ]
    return max(within)


_CUE_WORDS: Final = frozenset(
    word for cue in CUES for part in cue.pattern.split() for word in part.split("|")
)


def _is_cue_word(token: Any) -> bool:
    """A word that asks, unless it is written as a name in the middle of the question ("the Executive")."""
    return token.lower_ in IGNORED or (
        token.lower_ in _CUE_WORDS and not (token.i and token.text[0].isupper())
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """A cue in the question: its number, what it speaks for, and the words it takes up."""

    number: int
    weights: dict[str, float]
    places: frozenset[int]


def _cues(doc: Doc, slots: Sequence[Slot], dated: set[int]) -> list[_Found]:
    """The cues, of those that overlap the longest.

    They are sought in the question without its fillers and with each name and date as one word.
    """
    _, matcher = _tools()
    short, places = _shortened(doc, slots, dated)
    found = []
    for span in filter_spans(matcher(short, as_spans=True)):
        number = int(span.label_)
        inside = frozenset(
            places[i] for i in range(span.start, span.end) if short[i].text not in (_NAME, _DATE)
        )
        found.append(_Found(number, CUES[number].weights, inside))
    return found


def _shortened(doc: Doc, slots: Sequence[Slot], dated: set[int]) -> tuple[Doc, list[int]]:
    """The question as the cues are sought in it, and where each of its words stands in the whole."""
    named = {place: slot for slot in slots for place in range(slot.start, slot.end)}
    words: list[str] = []
    places: list[int] = []
    for token in doc:
        slot = named.get(token.i)
        if (slot is not None and slot.start != token.i) or token.lower_ in FILLERS:
            continue
        if token.i in dated and places and places[-1] in dated:
            continue
        words.append(_NAME if slot else _DATE if token.i in dated else token.text)
        places.append(token.i)
    return Doc(doc.vocab, words=words), places


_NAME: Final = "<name>"
_DATE: Final = "<date>"


def _weights(cues: Iterable[_Found]) -> dict[str, float]:
    """The weight of each question; a cue said twice counts once."""
    weights: dict[str, float] = defaultdict(float)
    for _, cue in sorted({cue.number: cue for cue in cues}.items()):
        for name, weight in cue.weights.items():
            weights[name] += weight
    return weights


def _unknown(doc: Doc, understood: set[int]) -> tuple[str, ...]:
    known = IGNORED | FILLERS
    return tuple(t.text for t in doc if t.i not in understood and not t.is_punct and t.lower_ not in known)


def _titles(doc: Doc, named: set[int]) -> set[int]:
    """The titles before names: "Cllr" in "Cllr Jane Smith"."""
    titles: set[int] = set()
    for token in reversed(doc[:-1]):
        title = token.lower_.rstrip(".") in TITLES or (
            token.text == "." and doc[token.i - 1].lower_ in TITLES
        )
        if title and token.i + 1 in named | titles:
            titles.add(token.i)
    return titles


def _strangers(doc: Doc, slots: Sequence[Slot]) -> tuple[str, ...]:
    """Words that belong to a name but aren't in the one found: "Board" where only an "Executive" is known."""
    return tuple(
        doc[slot.end].text
        for slot in slots
        if slot.end < len(doc)
        and doc[slot.end].lower_ in BODY_WORDS
        and doc[slot.end].lower_ not in slot.candidates[0].name.lower().split()
    )


def _accounts(reading: Reading, cues: Iterable[_Found]) -> bool:
    """Whether every strong cue goes with the reading, and a date that is named has a place in it."""
    if reading.span != dates.Span() and reading.question not in DATED:
        return False
    strong = (cue for cue in cues if max(cue.weights.values(), default=0.0) >= ENOUGH)
    return all(reading.question in cue.weights for cue in strong)


def _single(doc: Doc, reading: Reading, cues: Sequence[_Found], taken: set[int]) -> bool:
    """Whether it is one question: not "who sits on it and when did it meet"."""
    for token in doc:
        if token.lower_ in ("and", "plus", "then", ",", ";") and token.i not in taken:
            for half in (range(token.i), range(token.i + 1, len(doc))):
                weights = _weights(cue for cue in cues if cue.places and cue.places <= set(half))
                if max(weights.values(), default=0.0) >= ENOUGH and weights.get(reading.question, 0.0) <= 0:
                    return False
    return True


def _readings(weights: dict[str, float], slots: Sequence[Slot], span: dates.Span) -> tuple[Reading, ...]:
    found = []
    for question, weight in weights.items():
        filled = _fill(SIGNATURES[question], slots)
        if filled is not None:
            things = tuple(named for _, named in filled)
            found.append(Reading(question, things, span, weight + _bonus(question, filled, span)))
    return tuple(sorted(found, key=lambda reading: (-reading.weight, reading.question)))


def _bonus(question: str, filled: Sequence[tuple[str, Named]], span: dates.Span) -> float:
    """What speaks for a reading beside its cues: names of the kind it prefers, and a span of time."""
    strange = sum(named.kind != _PREFERS.get(place, named.kind) for place, named in filled)
    change = question == "joined-left" and span.since != span.until
    return 0.5 * bool(filled) + change - 1.5 * strange


_TAKES: Final = {
    "body": {Kind.BOARD, Kind.ORGANISATION},
    "organisation": {Kind.ORGANISATION, Kind.BOARD},
    "member": {Kind.ORGANISATION},
    "person": {Kind.PERSON},
    "strategy": {Kind.STRATEGY, Kind.LEGISLATION},
    "any": set(Kind),
}
_PREFERS: Final = {"body": Kind.BOARD, "organisation": Kind.ORGANISATION}


def _fill(signature: Sequence[str], slots: Sequence[Slot]) -> tuple[tuple[str, Named], ...] | None:
    """Give each name its place, in order; None where a name has no place or a place no name."""
    rest, filled = list(slots), []
    for place in signature:
        kind = place.rstrip("?")
        chosen = _take(kind, rest)
        if chosen is not None:
            filled.append((kind, chosen))
        elif not place.endswith("?"):
            return None
    return None if rest else tuple(filled)


def _take(kind: str, rest: list[Slot]) -> Named | None:
    for slot in rest:
        fitting = [named for named in slot.candidates if named.kind in _TAKES[kind]]
        near = [named for named in fitting if named.fit >= slot.candidates[0].fit - 0.05]
        if near:
            rest.remove(slot)
            return min(near, key=lambda named: (named.kind != _PREFERS.get(kind, named.kind), -named.fit))
    return None


def _sure(readings: Sequence[Reading], slots: Sequence[Slot]) -> bool:
    if not readings or not all(slot.clear for slot in slots) or readings[0].weight < ENOUGH:
        return False
    return len(readings) == 1 or readings[0].weight - readings[1].weight >= MARGIN

"""A question in plain words, read by cues and by the names there are: what is asked, of whom, and how sure.

spaCy's tokenizer and Matcher find the cues; what is left over must be names. A word that is neither is not
passed over in silence: the reading is unsure, and says which word it did not understand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import spacy
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens
from spacy.util import filter_spans

from whosat.extract.asking import dates
from whosat.extract.asking.cues import CUES, IGNORED, SIGNATURES
from whosat.ontology.facts import Kind

LONGEST_NAME: Final = 12  # words
SURE: Final = 0.85
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
    """A name in the question: the words, and what they may stand for, best first."""

    words: str
    candidates: tuple[Named, ...]

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
    nlp, matcher = _tools()
    text = " ".join(question.replace("’", "'").split()).rstrip("?!. ")
    doc = nlp(text)
    span, places = dates.read(text)
    dated = _covered(doc, places)
    slots, named = _names(doc, dated, find)
    weights, cued = _weigh(doc, matcher, named | dated)
    unknown = _unknown(doc, named | dated | cued)
    readings = _readings(weights, slots, span)
    return Understanding(
        readings,
        _sure(readings, slots, unknown),
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
            if not any(t.i in dated for t in run) and not _bare(run[0]) and not _bare(run[-1]):
                yield run


def _bare(token: Any) -> bool:
    return bool(token.is_punct) or (token.lower_ in IGNORED and not token.text[:1].isupper())


def _names(doc: Doc, dated: set[int], find: Finder) -> tuple[tuple[Slot, ...], set[int]]:
    """The names in the question in their order, and the words they take up.

    Of runs that overlap the best fit wins, then the longest: "City Council sit" is not the City Council.
    """
    runs = [run for run in _runs(doc, dated) if not all(_is_cue_word(t) for t in run)]
    fitting = [(run, tuple(find(run.text))) for run in runs]
    fitting = [(run, found) for run, found in fitting if found and found[0].fit >= SURE]
    taken: set[int] = set()
    slots: dict[int, Slot] = {}
    for run, found in sorted(fitting, key=lambda pair: (-pair[1][0].fit, -len(pair[0]), pair[0].start)):
        inside = {t.i for t in run}
        if not inside & taken:
            slots[run.start] = Slot(run.text, found)
            taken |= inside
    return tuple(slots[start] for start in sorted(slots)), taken


_CUE_WORDS: Final = frozenset(
    word for cue in CUES for part in cue.pattern.split() for word in part.split("|")
)


def _is_cue_word(token: Any) -> bool:
    """A word that asks, unless it is written as a name in the middle of the question ("the Executive")."""
    return token.lower_ in IGNORED or (
        token.lower_ in _CUE_WORDS and not (token.i and token.text[0].isupper())
    )


def _weigh(doc: Doc, matcher: Matcher, taken: set[int]) -> tuple[dict[str, float], set[int]]:
    """The weight of each question, and the words that gave it; of overlapping cues the longest counts."""
    found = [span for span in matcher(doc, as_spans=True) if not {t.i for t in span} & taken]
    weights: dict[str, float] = defaultdict(float)
    for number in sorted({int(span.label_) for span in filter_spans(found)}):
        for name, weight in CUES[number].weights.items():
            weights[name] += weight
    return weights, {t.i for span in found for t in span}


def _unknown(doc: Doc, understood: set[int]) -> tuple[str, ...]:
    return tuple(t.text for t in doc if t.i not in understood and not t.is_punct and t.lower_ not in IGNORED)


def _readings(weights: dict[str, float], slots: Sequence[Slot], span: dates.Span) -> tuple[Reading, ...]:
    found = []
    for question, weight in weights.items():
        filled = _fill(SIGNATURES[question], slots)
        if filled is not None:
            found.append(Reading(question, filled, span, weight + _bonus(question, filled, span)))
    return tuple(sorted(found, key=lambda reading: (-reading.weight, reading.question)))


def _bonus(question: str, filled: Sequence[Named], span: dates.Span) -> float:
    """What speaks for a reading beside its cues: names of the kind it prefers, and a span of time."""
    signature = SIGNATURES[question]
    preferred = [_PREFERS.get(place.rstrip("?")) for place in signature]
    strange = sum(
        kind is not None and named.kind != kind for named, kind in zip(filled, preferred, strict=False)
    )
    change = question == "joined-left" and span.since != span.until
    return 0.5 * (bool(filled) and len(filled) == len(signature)) + change - 1.5 * strange


_TAKES: Final = {
    "body": {Kind.BOARD, Kind.ORGANISATION},
    "organisation": {Kind.ORGANISATION, Kind.BOARD},
    "person": {Kind.PERSON},
    "strategy": {Kind.STRATEGY, Kind.LEGISLATION},
    "any": set(Kind),
}
_PREFERS: Final = {"body": Kind.BOARD, "organisation": Kind.ORGANISATION}


def _fill(signature: Sequence[str], slots: Sequence[Slot]) -> tuple[Named, ...] | None:
    """Give each name its place, in order; None where a name has no place or a place no name."""
    rest, filled = list(slots), []
    for place in signature:
        kind = place.rstrip("?")
        chosen = _take(kind, rest)
        if chosen is not None:
            filled.append(chosen)
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


def _sure(readings: Sequence[Reading], slots: Sequence[Slot], unknown: Sequence[str]) -> bool:
    if not readings or unknown or not all(slot.clear for slot in slots):
        return False
    if readings[0].weight < ENOUGH:
        return False
    return len(readings) == 1 or readings[0].weight - readings[1].weight >= MARGIN

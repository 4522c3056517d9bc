"""What words in a question may stand for: the names in the graph, asked about quickly and many times."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from whosat.graph.names import Thing, acronym, matches
from whosat.ontology.facts import Kind
from whosat.ontology.identifiers import slug

EXACT: Final = 1.0
TAIL: Final = 0.97  # “the Executive” is the Harbour Executive rather than the Chief Executives' Group
PART: Final = 0.91
SLIP: Final = 0.86
DOUBTFUL: Final = 0.82  # like enough to be asked back about, not to be answered
CLOSE: Final = 80.0  # likeness (0–100) from which a word may be a slip of a word of a name


class Known:
    """The names there are; `fits` gives the things that words may stand for, with how well they fit (0–1)."""

    def __init__(self, things: Sequence[Thing]) -> None:
        self._things = tuple(things)
        self._forms = {slug(form) for thing in things for form in thing.forms}
        words = {word for form in self._forms for word in form.split("-")}
        self._words = sorted(words | {acronym(form).lower() for thing in things for form in thing.forms})

    def fits(self, words: str) -> list[tuple[Thing, float]]:
        """The things that answer to `words`, best first; empty where none of the words is in any name."""
        parts = slug(words.removesuffix("'s")).split("-")
        if parts[0] == "the" and len(parts) > 1:
            parts = parts[1:]
        if not all(self._occurs(part) for part in parts):
            return []
        found = matches(self._things, " ".join(parts)) or matches(self._things, words)
        fitting = [(thing, self._fit(parts, thing)) for thing in found]
        return sorted(fitting, key=lambda pair: (-pair[1], pair[0]))

    def _occurs(self, word: str) -> bool:
        if not word:
            return False
        cutoff = CLOSE if len(word) > 3 else 100.0
        return process.extractOne(word, self._words, score_cutoff=cutoff) is not None or any(
            known.startswith(word) for known in self._words
        )

    def _fit(self, parts: Sequence[str], thing: Thing) -> float:
        forms = [slug(form) for form in thing.forms]
        typed = "-".join(parts)
        if typed in forms or any(typed == acronym(form).lower() for form in thing.forms):
            return EXACT
        if any(form.endswith(f"-{typed}") for form in forms):
            return TAIL
        words = {word for form in forms for word in form.split("-")}
        if thing.kind is Kind.PERSON and not all(_same_word(part, words) for part in parts):
            return SLIP if any(_slip_in_surname(parts, form.split("-")) for form in forms) else DOUBTFUL
        return PART if all(any(word.startswith(part) for word in words) for part in parts) else SLIP


def _same_word(part: str, words: set[str]) -> bool:
    """Whether a word of a person's name was typed in full or as an initial: "Daniel" is not "Danielle"."""
    return part in words or (len(part) == 1 and any(word[0] == part for word in words))


def _slip_in_surname(parts: Sequence[str], form: Sequence[str]) -> bool:
    """Whether all but a letter or two of a long last word is alike: "Joan" is nobody's slip for "John"."""
    typed, written = parts[-1], form[-1]
    if len(parts) > 1 and parts[0] != form[0]:
        return False
    allowed = 2 if len(written) > 8 else 1
    return len(written) > 4 and typed[0] == written[0] and OSA.distance(typed, written) <= allowed

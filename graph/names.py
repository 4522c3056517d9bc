"""Names as people type them: part of a name, an acronym, another case, a small slip of the finger."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from whosat.graph.records import look_up
from whosat.ontology import terms as t
from whosat.ontology.errors import UnknownName
from whosat.ontology.facts import Kind
from whosat.ontology.identifiers import slug

if TYPE_CHECKING:
    from whosat.graph.store import Store

TYPO: Final = 84.0
"""Likeness (0–100) from which a form is taken for what was typed, with a slip of the finger."""
TYPO_MARGIN: Final = 4.0
NEAREST: Final = 5
NEAR: Final = 72.0
"""Likeness from which a name may well have been meant by words that are none."""
_TELLS_NOTHING: Final = frozenset(
    "board body group committee partnership panel forum team council trust service services".split()
)
_NEVER_MEANT: Final = frozenset(
    "all on-all everyone everybody chair clerk secretary treasurer members officers board committee".split()
)
"""Names that were read of lists and actions, and that nobody looks for."""

_SMALL_WORDS: Final = frozenset("and for in of on the to a an with".split())
_KIND_OF: Final = {types[0]: kind for kind, types in t.KINDS.items()}


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """Something that has a name: its kind, best name, IRI, and the other forms it is known under."""

    name: str
    kind: Kind
    iri: str
    forms: tuple[str, ...] = field(default=(), compare=False)


class SeveralNames(UnknownName):
    """Several things answer to what was typed; `choices` holds them.

    `told` says by IRI what tells those apart that have one name; `lines` are the choices as they are listed.
    """

    def __init__(self, typed: str, choices: Sequence[Thing], told: Mapping[str, str] | None = None) -> None:
        told = told or {}
        self.lines = tuple(f"{c.name} ({c.kind.value}{told.get(c.iri, '')})" for c in choices)
        listed = "\n".join(f"  {line}" for line in self.lines)
        super().__init__(
            f"“{typed}” could be any of {len(choices)}:\n{listed}",
            ONE_NAME if told else "Type more of the name.",
            tuple(c.name for c in choices),
        )
        self.choices = tuple(choices)


_NOTHING_LIKE: Final = "No name in the store is like it; a surname or one word of a body's name is enough."
ONE_NAME: Final = (
    "Give one's IRI in place of the name. If they are one and the same, `whosat review` lets you say so."
)


def telling(store: Store, choices: Sequence[Thing]) -> dict[str, str]:
    """What tells apart those of several things that have the same name, by IRI; empty if all names differ."""
    times = Counter(choice.name for choice in choices)
    return {c.iri: _telling(store, c.iri) for c in choices if times[c.name] > 1}


def _telling(store: Store, thing: str) -> str:
    said: dict[str, list[str]] = {}
    for row in look_up(store, "telling", thing=thing):
        said.setdefault(str(row["what"]), []).append(str(row["name"]))
    parts = [f"{what} {_few(said[what])}" for what in _TELLING if what in said]
    return "; ".join(["", *parts, thing])


_TELLING: Final = ("for", "works for", "on", "below", "named in")


def _few(names: Sequence[str]) -> str:
    more = len(names) - 2
    return ", ".join(names[:2]) + (f" and {more} more" if more > 0 else "")


def things(store: Store) -> tuple[Thing, ...]:
    """Everything in the store that has a name, sorted by name."""
    kinds: dict[str, Kind] = {}
    names: dict[str, str] = {}
    forms: dict[str, set[str]] = {}
    for row in look_up(store, "names"):
        iri, kind = str(row["thing"]), _KIND_OF[str(row["type"])]
        if kinds.get(iri) is not Kind.BOARD:  # a board is an organisation too
            kinds[iri] = kind
        names.setdefault(iri, str(row["label"]))
        forms.setdefault(iri, set()).add(str(row["form"]))
    return tuple(sorted(Thing(names[i], kinds[i], i, tuple(sorted(forms[i]))) for i in names))


def find(store: Store, typed: str, kinds: Iterable[Kind] = ()) -> Thing:
    """The one thing that is meant by what was typed, of the given kinds if any of those answers to it.

    Raises SeveralNames with the choices, or UnknownName with the names that are near.
    """
    everything = things(store)
    wanted = set(kinds)
    preferred = [thing for thing in everything if thing.kind in wanted] if wanted else list(everything)
    found = matches(preferred, typed) or matches(everything, typed)
    if len(found) == 1:
        return found[0]
    if found:
        raise SeveralNames(typed, found, telling(store, found))
    like = near(preferred, typed) or near(everything, typed)
    raise unknown(typed, like, bool(everything))


def unknown(typed: str, like: tuple[str, ...], anything: bool) -> UnknownName:
    """The error for a name that nobody has, with the names that are `like` it."""
    hint = f"Nearest: {'; '.join(like)}." if like else _NOTHING_LIKE if anything else "The store is empty."
    return UnknownName(f"Nobody and nothing is called “{typed}”.", hint, like)


def matches(candidates: Sequence[Thing], typed: str) -> list[Thing]:
    """The things that answer to what was typed, by the strictest way of reading it that finds any."""
    wanted = typed.strip()
    if not wanted:
        return []
    ways: tuple[Callable[[Thing], bool], ...] = (
        lambda thing: wanted in (thing.iri, thing.name),
        lambda thing: slug(wanted) == slug(thing.name),
        lambda thing: any(slug(wanted) == slug(form) for form in thing.forms),
        lambda thing: _is_acronym(wanted, thing),
        lambda thing: any(slug(form).endswith(f"-{slug(wanted)}") for form in thing.forms),
        lambda thing: _is_part(wanted, thing),
        lambda thing: _is_loose_acronym(wanted, thing),
        lambda thing: _is_part_written_out(wanted, thing),
    )
    for way in ways:
        found = [thing for thing in candidates if way(thing)]
        if found:
            return found
    return _with_slips(candidates, wanted)


def acronym(name: str) -> str:
    """The capitals of a name, small words left out: "Forum for Harbour Walks" → "FHW"."""
    words = [word for word in re.findall(r"[^\W_]+", name) if word.lower() not in _SMALL_WORDS]
    return "".join(word if word.isupper() else word[0] for word in words).upper()


def _is_acronym(typed: str, thing: Thing) -> bool:
    return len(typed) > 1 and any(typed.upper() == acronym(form) for form in thing.forms)


def _is_loose_acronym(typed: str, thing: Thing) -> bool:
    """Whether a long acronym leaves out one letter of the full one."""
    if len(typed) < 4 or not typed.isalpha() or not typed.isupper():
        return False
    return any(
        len(full) == len(typed) + 1 and full[0] == typed[0] and _runs_through(typed, full)
        for full in map(acronym, thing.forms)
    )


def _runs_through(short: str, full: str) -> bool:
    letters = iter(full)
    return all(letter in letters for letter in short)


def _is_part(typed: str, thing: Thing) -> bool:
    """Whether every word typed begins a word of one form of the name."""
    wanted = slug(typed).split("-")
    return any(
        all(any(word.startswith(part) for word in words) for part in wanted)
        for words in (slug(form).split("-") for form in thing.forms)
    )


def _is_part_written_out(typed: str, thing: Thing) -> bool:
    """Whether every word typed, written out ("glos", "cttee"), begins a word of any of the thing's forms."""
    from whosat.graph.resolve_words import signature

    words = {word for form in thing.forms for word in signature(form)}
    wanted = signature(typed)
    return bool(wanted) and all(any(word.startswith(part) for word in words) for part in wanted)


def _with_slips(candidates: Sequence[Thing], typed: str) -> list[Thing]:
    scored = sorted(_likeness(candidates, typed), key=lambda pair: (-pair[0], pair[1]))
    if not scored or scored[0][0] < TYPO:
        return []
    return [thing for score, thing in scored if score >= scored[0][0] - TYPO_MARGIN]


def near(candidates: Sequence[Thing], typed: str) -> tuple[str, ...]:
    """The names that may well have been meant: they share a telling word, or are alike letter by letter."""
    words = {word for word in slug(typed).split("-") if len(word) > 3} - _TELLS_NOTHING
    scored = sorted(_likeness(candidates, typed), key=lambda pair: (-pair[0], pair[1]))
    found = (
        thing.name
        for score, thing in scored
        if slug(thing.name) not in _NEVER_MEANT
        and (score >= NEAR or any(words & set(slug(form).split("-")) for form in thing.forms))
    )
    return tuple(dict.fromkeys(found))[:NEAREST]


def _likeness(candidates: Sequence[Thing], typed: str) -> Iterator[tuple[float, Thing]]:
    from rapidfuzz import fuzz

    wanted = slug(typed).replace("-", " ")
    for thing in candidates:
        forms = [slug(form).replace("-", " ") for form in thing.forms]
        yield max(_score(fuzz.ratio, fuzz.token_sort_ratio, wanted, form) for form in forms), thing


def _score(
    ratio: Callable[[str, str], float], sorted_ratio: Callable[[str, str], float], wanted: str, form: str
) -> float:
    """How alike two are; a part of a longer name is compared with as many of its words."""
    words, parts = form.split(), wanted.split()
    runs = [" ".join(words[n : n + len(parts)]) for n in range(max(1, len(words) - len(parts) + 1))]
    whole = max(ratio(wanted, form), sorted_ratio(wanted, form))
    return max(whole, 0.97 * max((ratio(wanted, run) for run in runs if len(run) > 4), default=0.0))

"""Names as people type them into a search box: quick suggestions, and the one thing that is meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from whosat.graph import names
from whosat.graph.view import Thing
from whosat.ontology.facts import Kind
from whosat.ontology.identifiers import slug

_ORDER: Final = {
    kind: n
    for n, kind in enumerate((Kind.BOARD, Kind.PERSON, Kind.ORGANISATION, Kind.STRATEGY, Kind.LEGISLATION))
}


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that answers to what was typed, and the form that did ("" for the name itself)."""

    thing: Thing
    form: str = ""


class Finder:
    """All names of an edition, ready to be looked through at each letter typed."""

    def __init__(self, things: Iterable[Thing]) -> None:
        self._things = sorted(things, key=lambda thing: (thing.name.casefold(), thing.key))
        self._forms = [
            (thing, form, f"-{slug(form)}", names.acronym(form).lower())
            for thing in self._things
            for form in (thing.name, *thing.aliases)
        ]

    def search(self, typed: str, kinds: Sequence[Kind] = (), most: int = 50) -> list[Hit]:
        """What answers to the words: each begins a word of one name; with slips if nothing does."""
        parts = [part for part in slug(typed).split("-") if part] if typed.strip() else []
        if not parts:
            return []
        best: dict[str, tuple[tuple[object, ...], Hit]] = {}
        for thing, form, sought, short in self._forms:
            if kinds and thing.kind not in kinds:
                continue
            rank = _rank(parts, sought, short)
            if rank is None:
                continue
            weight = (rank, form != thing.name, _ORDER[thing.kind], len(thing.name), thing.name, thing.key)
            if thing.key not in best or weight < best[thing.key][0]:
                best[thing.key] = weight, Hit(thing, "" if form == thing.name else form)
        found = [hit for _, hit in sorted(best.values(), key=lambda pair: pair[0])]
        return found[:most] or self._with_slips(typed, kinds)[:most]

    def _with_slips(self, typed: str, kinds: Sequence[Kind]) -> list[Hit]:
        chosen = [thing for thing in self._things if not kinds or thing.kind in kinds]
        keys = {thing.key: thing for thing in chosen}
        return [Hit(keys[found.iri]) for found in names.matches([_named(thing) for thing in chosen], typed)]

    def nearest(self, typed: str) -> tuple[str, ...]:
        """The names most like what was typed."""
        return names.near([_named(thing) for thing in self._things], typed)

    def find(self, typed: str, kinds: Sequence[Kind] = ()) -> Thing:
        """The one thing meant, by key or name, of these kinds if one of them answers to it.

        Raises SeveralNames with the choices (their `iri` is the key), or UnknownName with names near it.
        """
        keys = {thing.key: thing for thing in self._things}
        if typed in keys:
            return keys[typed]
        everything = [_named(thing) for thing in self._things]
        wanted = [one for one in everything if not kinds or one.kind in kinds]
        found = names.matches(wanted, typed) or names.matches(everything, typed)
        if len(found) == 1:
            return keys[found[0].iri]
        if found:
            raise names.SeveralNames(typed, found)
        near = names.near(wanted or everything, typed)
        raise names.unknown(typed, near, bool(everything))


def _named(thing: Thing) -> names.Thing:
    return names.Thing(thing.name, thing.kind, thing.key, (thing.name, *thing.aliases))


def _rank(parts: Sequence[str], sought: str, short: str) -> int | None:
    """How well words fit a form of a name (its slug after a hyphen): 0 best, None not at all."""
    typed = "-".join(parts)
    if sought == f"-{typed}":
        return 0
    if len(parts) == 1 and len(typed) > 1 and short == typed:
        return 1
    if sought.startswith(f"-{typed}"):
        return 2
    if f"-{typed}" in sought:
        return 3
    return 4 if all(f"-{part}" in sought for part in parts) else None

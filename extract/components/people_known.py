"""Who the document's people are, and whom a form of a name stands for: full names, parts of names, initials.

A form that could be two people stays open: `Known.resolve` gives None and `Known.is_open` says so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from whosat.extract.components.records import RosterEntry
from whosat.extract.names import without_generation

TITLES: Final = (
    "Cllrs?|Councillors?|Coun|Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Baron|Rev|Revd|"
    "Reverend|Canon|Fr|Father|Sister|Major|Colonel|Col|Capt|Captain|Cdr|Commander|Sgt|Sergeant|PC|"
    "PCC|PCSO|Insp|PS|DC|DSgt|"
    "Inspector|Supt|Superintendent|ACC|DCC|CC|Ald|Alderman|Bishop|Archdeacon|Judge|Hon|MP|Ch Supt|DI|DCI|DS"
)
TITLE: Final = re.compile(rf"^(?:the\s+)?(?:(?:Rt\s+)?Hon\.?\s+)?(?:(?:{TITLES})\.?\s+)+", re.I)
_INITIALS: Final = re.compile(
    r"[A-Z]{1,3}[a-z]?-?[A-Z]{0,2}[a-z]?|[A-Z]{1,3}[’'](?:[A-Z]){1,2}|[A-Z](?:-?[A-Z])?[a-z]{1,4}[A-Z]{1,2}"
)
"""AB, ABc, A-BC; PO’D; and with the small letters of particles: AvdP, IMcG."""
_ALIKE: Final = 86  # rapidfuzz ratio from which a name with the same first name is the same one, misspelt


@lru_cache(maxsize=16_384)
def bare(name: str) -> str:
    """A name without title, brackets and outer marks; its spaces single."""
    plain = re.sub(r"\s*\([^)]*\)", "", name).strip(" \t\n.,:;*_-–—")
    return re.sub(r"\s+", " ", TITLE.sub("", plain)).strip()


@lru_cache(maxsize=16_384)
def key_of(name: str) -> str:
    """One string for a name however its case, apostrophes and hyphens are written."""
    return re.sub(r"[\s.-]+", " ", bare(name).replace("’", "'").casefold()).strip()


def initials_of(name: str) -> set[str]:
    """The initials a name may be given: "Vera Hill-Thorne" → VH, VHT; "John Amos Marsh" → JAM, JM."""
    parts = [word for word in name.replace("’", "'").split() if word[:1].isalpha()]
    letters = [part[0].upper() for part in parts]
    if len(letters) < 2:
        return set()
    found = {"".join(letters), letters[0] + letters[-1]}
    if "-" in "".join(parts):
        found.add("".join(bit[0].upper() for part in parts for bit in part.split("-") if bit))
    if "-" in parts[0]:
        found.add("".join(bit[0].upper() for bit in parts[0].split("-") if bit) + "".join(letters[1:]))
    if "-" in parts[-1]:
        found.add("".join(letters[:-1]) + "".join(bit[0].upper() for bit in parts[-1].split("-") if bit))
    if inner := re.match(r"(?:Ma?c|O')(?=[A-Z])[A-Z]", parts[-1]):
        begins = _letters(inner[0]).upper()
        found |= {letters[0] + begins, "".join(letters[:-1]) + begins}
    return found


def _letters(initials: str) -> str:
    return re.sub(r"[\W\d_]", "", initials)


class Known:
    """The people of one document. Built once from its roster, then asked."""

    def __init__(self, entries: Iterable[RosterEntry], others: Iterable[str] = ()) -> None:
        self.names: dict[str, str] = {}
        self._first: dict[str, set[str]] = defaultdict(set)
        self._last: dict[str, set[str]] = defaultdict(set)
        self._initials: dict[str, set[str]] = defaultdict(set)
        self._said: dict[str, set[str]] = defaultdict(set)
        self._guests: set[str] = set()  # named in the text alone: they come after those of the roster
        self._organisations: set[str] = set()
        for entry in entries:
            self.add(entry.name, entry.initials)
            if entry.organisation:
                self._organisations.add(f"{key_of(entry.organisation)} ")
            if entry.deputising_for:
                self.add(entry.deputising_for)
        for name in others:
            self.add_stranger(name)

    def is_organisation(self, name: str) -> bool:
        """Whether the roster has an organisation that is called so, or begins so ("Hazel Carers")."""
        return any(org.startswith(f"{key_of(name)} ") for org in self._organisations)

    def add_stranger(self, name: str) -> None:
        """Make somebody known whom only the text names."""
        if key_of(name) not in self.names:
            self.add(name)
            self._guests.add(self.names.get(key_of(name), ""))

    def _one(self, found: set[str]) -> str | None:
        """The only one, or the only one of the roster."""
        listed = found - self._guests
        sure = listed if len(listed) == 1 else found
        return min(sure) if len(sure) == 1 else None

    def add(self, name: str, initials: str | None = None) -> None:
        """Make a person known; `initials` as the document gives them."""
        words = bare(name).split()
        if len(words) == 1 and key_of(name) not in self.names and words[0][:1].isupper():
            self.names[key_of(name)] = words[0]
            self._first[words[0].casefold()].add(words[0])
        if len(words) < 2 or key_of(name) in self.names:
            if initials and key_of(name) in self.names:
                self._said[_letters(initials).upper()].add(self.names[key_of(name)])
            return
        full = " ".join(words)
        self.names[key_of(full)] = full
        self._first[words[0].casefold()].add(full)
        self._last[without_generation(full).split()[-1].casefold()].add(full)
        if initials:
            self._said[_letters(initials).upper()].add(full)
        for letters in initials_of(without_generation(full)):
            self._initials[letters].add(full)

    def of_initials(self, text: str) -> str | None:
        """The one person of these initials: those the document gives come before those worked out."""
        letters = _letters(text).upper()
        return self._one(self._said.get(letters) or self._initials.get(letters, set()))

    def is_open(self, text: str) -> bool:
        """Whether initials could be two or more people's."""
        letters = _letters(text).upper()
        found = self._said.get(letters) or self._initials.get(letters, set())
        return len(found) > 1 and self._one(found) is None

    def of_part(self, word: str) -> str | None:
        """The one person of this first name or surname."""
        return self._one(self._first.get(word.casefold(), set()) or self._last.get(word.casefold(), set()))

    def of_surname(self, word: str) -> str | None:
        """The one person of this surname, which stands after a title."""
        return self._one(self._last.get(word.casefold(), set()))

    def of_full(self, name: str) -> str | None:
        """The person of this full name, a short given name or a spelling mistake allowed."""
        if known := self.names.get(key_of(name)):
            return known
        words = bare(name).split()
        if len(words) < 2:
            return None
        near = {
            full
            for full in self._first.get(words[0].casefold(), set())
            | self._last.get(words[-1].casefold(), set())
            if fuzz.ratio(key_of(full), key_of(name)) >= _ALIKE and full[0] == words[0][0].upper()
        }
        return min(near) if len(near) == 1 else None

    def resolve(self, text: str) -> str | None:
        """Whom a form of a name stands for; None where it is nobody's or could be several people's."""
        name = bare(text)
        if not name:
            return None
        if len(name.split()) > 1:
            short = re.fullmatch(r"(\S+) ([A-Z])\.?", name)
            first = re.fullmatch(r"([A-Z])(?:-[A-Z])?\.? (\S+)", name)
            return (
                self.of_full(name)
                or (self._of_first_and_letter(short) if short else None)
                or (self._of_letter_and_last(first) if first else None)
                or (self.of_spelt_out(name.split()[0], name.split()[-1]) if not first else None)
            )
        initials = name.isupper() or _INITIALS.fullmatch(name)
        if initials and (found := self.of_initials(name)):
            return found
        return self.of_surname(name) if TITLE.match(text) else self.of_part(name)

    def _of_first_and_letter(self, found: re.Match[str]) -> str | None:
        """ "Jane R": a first name and the first letter of the surname."""
        near = [n for n in self._first.get(found[1].casefold(), ()) if n.split()[-1].startswith(found[2])]
        return near[0] if len(near) == 1 else None

    def _of_letter_and_last(self, found: re.Match[str]) -> str | None:
        """ "A Marsh": the first letter and the surname."""
        near = [n for n in self._last.get(found[2].casefold(), ()) if n.startswith(found[1])]
        return near[0] if len(near) == 1 else None

    def of_spelt_out(self, first: str, last: str) -> str | None:
        """The one person whose first name is known by its letter alone: "Lynne Marsh" for "L. Marsh"."""
        near = [n for n in self._last.get(last.casefold(), ()) if n.split()[0].strip(".") == first[0]]
        return near[0] if len(near) == 1 else None

    def begins_somebody(self, first: str, second: str) -> bool:
        """Whether two words begin a longer known name ("John Amos" of "John Amos Marsh")."""
        return any(full.startswith(f"{first} {second} ") for full in self._first.get(first.casefold(), ()))

    def may_begin(self, word: str) -> bool:
        """Whether somebody's first name is this word."""
        return word.casefold() in self._first

    def starts(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """First word → the (words, full name) pairs that begin with it, longest first; for looking
        along a text."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for full in sorted(self.names.values()):
            words = tuple(full.replace("’", "'").split())
            found[words[0]].append((words, full))
            if len(words) > 2:
                found[words[0]].append(((words[0], words[-1]), full))
        for group in found.values():
            group.sort(key=lambda pair: (-len(pair[0]), pair))
        return found

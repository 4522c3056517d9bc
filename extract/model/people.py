"""Invented people: names of many cultures, with the titles, letters and forms that minutes give them."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

from whosat.extract.model import tags
from whosat.extract.model.pieces import Text, slot
from whosat.extract.model.words import Words

LOCALES: Final = (
    "en_GB en_GB en_GB en_GB en_GB en_GB en_GB en_GB en_GB en_GB en_GB en_GB en_GB en_GB "
    "en_IE en_US en_IN en_NZ en_PK ga_IE pl_PL ro_RO de_DE fr_FR es_ES it_IT pt_PT nl_NL "
    "sv_SE da_DK no_NO fi_FI cs_CZ sk_SK hu_HU hr_HR sl_SI lt_LT lv_LV et_EE tr_TR yo_NG tw_GH id_ID vi_VN "
    "zu_ZA es_MX pt_BR fr_CA"
).split()
"""Where the names come from; Britain and Ireland weigh most."""

_DRAWS = 260  # names a locale: enough that the model can't learn them by heart, and quick to draw
_PARTICLES: Final = "de da dos van von bin al el Al- El- Mac Mc O' Fitz St ap Di Le La Ní Ó".split()


@cache
def names(seed: int) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Return (given names, surnames) for each locale. Needs Faker, which only development installs."""
    from faker import Faker

    found = []
    for locale in LOCALES:
        fake = Faker(locale)
        fake.seed_instance(seed)
        first = tuple(fake.first_name() for _ in range(_DRAWS))
        last = tuple(fake.last_name() for _ in range(_DRAWS))
        found.append((first, last))
    return tuple(found)


PEERS: Final = ("Lord", "Lady", "Baroness", "Viscount")
"""Titles that take a surname alone."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as a roster writes him or her."""

    given: str
    surname: str
    title: str = ""
    letters: str = ""
    initials: str = ""
    shown: str = field(default="")

    @property
    def name(self) -> str:
        """The name as written, without title."""
        return self.shown or f"{self.given} {self.surname}"


class People:
    """Draws people."""

    def __init__(self, rng: random.Random, pool: int = 0) -> None:
        self.rng = rng
        self._names = names(pool)
        self.words = Words(rng, self.surname, self.given)

    def given(self) -> str:
        """Draw a given name, at times invented: the slot counts, not the word."""
        roll = self.rng.random()
        if roll < 0.1:
            return self.words.syllables(self.rng.randint(1, 2))
        if roll < 0.25:
            return self.words.draw("nicknames")
        return self.rng.choice(self.rng.choice(self._names)[0])

    def surname(self) -> str:
        """Draw a surname, at times invented, of two parts, with a particle, or a common word."""
        roll = self.rng.random()
        if roll < 0.12:
            return self.words.syllables(self.rng.randint(1, 3))
        if roll < 0.17:
            return self.words.draw(self.rng.choice(("noun", "feature", "town", "invented_town", "adjective")))
        name = self.rng.choice(self.rng.choice(self._names)[1])
        if roll < 0.24:
            return f"{name}-{self.rng.choice(self.rng.choice(self._names)[1])}"
        if roll < 0.27:
            particle = self.rng.choice(_PARTICLES)
            return (
                f"{particle}{name}" if particle[-1] in "'-c" or particle == "Fitz" else f"{particle} {name}"
            )
        return name

    def person(self, titled: float = 0.15, council: bool = False) -> Person:
        """Draw a person; `titled` is how often a title stands with the name."""
        often = self.words.often
        given, surname = self.given(), self.surname()
        title = self.words.draw("title_council" if council else "title") if often(titled) else ""
        letters = self.words.draw("postnominal") if often(0.03) else ""
        middle = self.given() if often(0.06) else ""
        initials = self._initials(given, middle, surname)
        if middle:
            given += f" {middle}" if often(0.5) else f" {middle[0]}{self.rng.choice(('', '.'))}"
        if often(0.03):
            before, after = self.rng.choice((("(", ")"), ("“", "”"), ("'", "'"), ('"', '"')))
            given += f" {before}{self.words.draw('nicknames')}{after}"
        if title in PEERS:
            surname += f" of {self.words.draw('place')}" if often(0.3) else ""
            return Person(given, surname, title, letters, initials, surname)
        return Person(given, surname, title, letters, initials)

    def _initials(self, given: str, middle: str, surname: str) -> str:
        first, roll = given[0] + middle[:1], self.rng.random()
        if roll < 0.08:
            return first + surname[:2]
        if roll < 0.14:
            return first + surname[0]
        parts = [part[0].upper() for part in surname.replace("-", " ").split()]
        between = "-" if "-" in surname and roll > 0.5 else ""
        letters = first + between.join(parts)
        return ".".join(letters.replace("-", "")) + self.rng.choice(("", ".")) if roll > 0.97 else letters


@dataclass(frozen=True, slots=True)
class NameStyle:
    """How one roster writes its names."""

    form: str = "full"
    title_last: bool = False

    @classmethod
    def drawn(cls, words: Words) -> NameStyle:
        """Draw a style: most rosters write names in full."""
        ways = ("full", "caps", "surname caps", "initial", "reversed", "surname", "given")
        form = words.rng.choices(ways, weights=(70, 3, 4, 10, 6, 3, 2))[0]
        return cls(form, words.often(0.5))


def styled(person: Person, style: NameStyle) -> Person:
    """Return the person with the name written in that style; a name that has a form of its own keeps it."""
    if person.shown:
        return person
    given, surname = person.given, person.surname
    first = given[0] + ("." if style.title_last else "")
    if len(person.initials) > 2 and "." not in person.initials and len(surname) % 2:
        first += f" {person.initials[1]}" if not style.title_last else f"{person.initials[1].upper()}."
    shown = {
        "full": "",
        "caps": f"{given} {surname}".upper(),
        "surname caps": f"{given} {surname.upper()}",
        "initial": f"{first} {surname}",
        "reversed": f"{surname.upper() if len(surname) % 3 == 0 else surname}, {given}",
        "surname": surname if person.title else f"{given} {surname}",
        "given": given,
    }[style.form]
    return replace(person, shown=shown)


def named(person: Person, style: NameStyle, label: str = tags.PERSON) -> Text:
    """Write the name with title and letters, each in its slot."""
    name = slot(person.name, label)
    if person.letters:
        name = name + " " + slot(person.letters, tags.LETTERS)
    if not person.title:
        return name
    title = slot(person.title, tags.TITLE)
    if style.form == "reversed":
        return name + " (" + title + ")" if style.title_last else name + " " + title
    return title + " " + name

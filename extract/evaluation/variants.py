"""What real documents do to the name of a person or body."""

from __future__ import annotations

import random
import re
import unicodedata

from whosat.extract.evaluation.bodies import acronym
from whosat.extract.evaluation.people import Person

NICKNAMES = {
    "Angela": "Angie", "Deborah": "Debbie", "Dennis": "Den", "Dorothy": "Dot", "Edwin": "Ted",
    "Frances": "Fran", "Geoff": "Geoffrey", "Gillian": "Gill", "Jacqueline": "Jackie", "Jo": "Joanne",
    "Judith": "Judy", "Lesley": "Les", "Mandy": "Amanda", "Oliver": "Ollie", "Pamela": "Pam",
    "Pat": "Patricia",    "Philippa": "Pippa", "Raymond": "Ray", "Sandra": "Sandy", "Stuart": "Stu",
    "Terry": "Terence",
    "Trevor": "Trev", "Val": "Valerie", "Vivienne": "Viv",
}  # fmt: skip

ABBREVIATIONS = (
    ("NHS Foundation Trust", "NHS FT"),
    ("County Council", "CC"),
    ("District Council", "DC"),
    ("University of", "Uni of"),
    ("Association", "Assoc"),
    (" and ", " & "),
    (" & ", " and "),
    ("Partnership", "P'ship"),
)


def person_variant(rng: random.Random, one: Person, plain: bool = False) -> tuple[str, bool]:
    """A form of somebody's name, and whether it has an initial only; `plain` keeps to the full name."""
    if plain or rng.random() < 0.62:
        return one.full, False
    match rng.randrange(6):
        case 0 | 1:
            return f"{one.given[0]} {one.family}", True
        case 2:
            return f"{NICKNAMES.get(one.given, one.given)} {one.family}", False
        case 3:
            return without_accents(one.full), False
        case 4:
            return f"{one.given} {middle_initial(one)} {one.family}", False
        case _:
            return f"{one.given} {mistyped(rng, one.family)}", False


def middle_initial(one: Person) -> str:
    """Somebody's middle initial, always the same."""
    return "ABEGJLMRST"[sum(map(ord, one.full)) % 10]


def without_accents(text: str) -> str:
    """The letters without their marks, as some systems store them."""
    return "".join(
        letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter)
    )


def mistyped(rng: random.Random, word: str) -> str:
    """A longer word with one letter doubled, dropped, or two exchanged; short words stay."""
    if len(word) < 6:
        return word
    at = rng.randrange(2, len(word) - 2)
    match rng.randrange(3):
        case 0:
            return word[:at] + word[at] + word[at:]
        case 1:
            return word[:at] + word[at + 1 :]
        case _:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def body_variant(
    rng: random.Random, name: str, place: str, whole: bool = False
) -> tuple[str, tuple[str, ...]]:
    """A form of a body's name with the aliases that the document explains; `whole` keeps from
    acronyms alone.
    """
    short = acronym(name)
    chance = rng.random()
    if chance < 0.5:
        return name, (short,) if short and rng.random() < 0.5 else ()
    if chance < 0.6:
        return f"The {name}", ()
    if chance < 0.75 and short and not whole:
        return short, ()
    if chance < 0.85 and name == f"{place} City Council" and not whole:
        return "City Council", ()
    if chance < 0.95:
        pairs = [pair for pair in ABBREVIATIONS if pair[0] in name]
        return (name.replace(*rng.choice(pairs)), ()) if pairs else (name, ())
    return re.sub(r"\w{6,}", lambda word: mistyped(rng, word[0]), name, count=1), ()

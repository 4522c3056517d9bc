"""How people's names are taken apart and compared: titles, initials, short forms, slips, word order."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from whosat.graph.resolve_nicknames import first_letters, is_given_name, stand_for_one_another

_TITLES: Final = frozenset(
    """
    cllr councillor clr ald alderman dr doctor mr mrs ms miss mx prof professor sir dame lord lady
    baroness baron rev revd reverend canon bishop archdeacon father fr imam rabbi pcc dpcc apcc acc dcc cc
    supt superintendent ch chief det detective insp inspector sgt sergeant constable commissioner
    commander cdr major colonel col capt captain lt lieutenant brigadier general wing group squadron
    leader hon honourable rt right the judge hhj cmdr acting deputy assistant ds dsup dci di pc ps
    """.split()
)
_LONG_TITLES_ONLY: Final = frozenset(
    "ch chief det wing group squadron leader right general acting deputy assistant".split()
)
_HONOURS: Final = frozenset(
    "obe mbe cbe kbe dbe qc kc jp mp mep ms am msp phd md dl frcp frcgp frcs bsc msc ba ma mba esq qpm kpm "
    "bem jnr snr jr sr dphil fca fcca cpfa rgn pgce dsc frsa".split()
)
_PARTICLES: Final = frozenset(
    "van von de der den del della di da dos du la le mac mc st al el bin ibn ap ab ter ten o".split()
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart and folded; `given` is None where only a surname is known."""

    given: str | None
    middles: tuple[str, ...]
    surname: str

    @property
    def has_initial(self) -> bool:
        """Whether the given name is a single letter."""
        return self.given is not None and len(self.given) == 1

    @property
    def whole(self) -> str:
        """All parts in order, hyphens as spaces: equal for "Foster-Turner" and "Foster Turner"."""
        return " ".join(part for part in (self.given, *self.middles, self.surname) if part).replace("-", " ")

    @property
    def is_full(self) -> bool:
        """Whether a given name is written out."""
        return self.given is not None and len(self.given) > 1


@dataclass(frozen=True, slots=True)
class NameLikeness:
    """How two names compare: what to call it, its weight, and whether one person can bear both."""

    reason: str
    weight: float
    possible: bool
    exact: bool = False
    typo: bool = False


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Lower case, without accents, apostrophes and outer space."""
    plain = unicodedata.normalize(
        "NFKD", text.replace("ß", "ss").replace("ø", "o").replace("Ø", "O").replace("ł", "l")
    )
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    plain = re.sub(r"[‐‑‒–—−]", "-", plain)
    return re.sub(r"['’‘`´]", "", plain).casefold().strip()


def _without_title(words: list[str]) -> list[str]:
    while len(words) > 1 and fold(words[0]) in _TITLES:
        if fold(words[0]) in _LONG_TITLES_ONLY and not any(fold(word) in _TITLES for word in words[1:2]):
            break
        words = words[1:]
    return words


def _without_honours(words: list[str]) -> list[str]:
    while len(words) > 2 and fold(words[-1]) in _HONOURS:
        words = words[:-1]
    return words


def _surname_first(name: str) -> str:
    """Put "Lee, Ann" and "LEE Ann" into speaking order; "Ann Lee, OBE" loses what follows."""
    before, comma, after = name.partition(",")
    if comma:
        rest = [word for word in re.split(r"[\s.,]+", after) if word and fold(word) not in _HONOURS]
        return f"{' '.join(rest)} {before}" if rest and len(before.split()) <= 2 else before
    words = name.split()
    if len(words) >= 2 and _shouted(words[0]) and fold(words[0]) not in _TITLES:
        others = words[1:]
        if all(re.fullmatch(r"[A-Z][a-zà-ÿ'’-]+", word) for word in others):
            return " ".join([*others, words[0]])
    return name


def _shouted(word: str) -> bool:
    """Whether a word is a surname in capitals ("PARKER", "FOSTER-TURNER")."""
    return word.isupper() and bool(re.fullmatch(r"[^\W\d_]{3,}(?:[-'’][^\W\d_]+)*", word))


def _split_initials(words: list[str]) -> list[str]:
    """Take "JP Parker" for "J P Parker"; a name wholly in capitals stays."""
    if len(words) < 2 or words[-1].isupper():
        return words
    split: list[str] = []
    for word in words[:-1]:
        split.extend(word if word.isupper() and word.isalpha() and 1 < len(word) <= 3 else [word])
    return [*split, words[-1]]


def _take_surname(words: list[str]) -> tuple[list[str], str]:
    cut = len(words) - 1
    while cut > 1 and words[cut - 1] in _PARTICLES:
        cut -= 1
    return words[:cut], "".join(words[cut:])


@lru_cache(maxsize=200_000)
def parse(name: str) -> PersonName:
    """Take a person's name apart; titles, honours and what stands in brackets are left out."""
    plain = _surname_first(re.sub(r"\s*[(\[].*?[)\]]", " ", name).strip())
    words = [word for word in re.split(r"[\s.]+", plain) if word]
    words = _split_initials(_without_honours(_without_title(words)))
    folded = [part for word in words if (part := re.sub(r"[^\w-]", "", fold(word)).strip("-"))]
    if not folded:
        return PersonName(None, (), fold(name))
    front, surname = _take_surname(folded)
    return PersonName(front[0] if front else None, tuple(front[1:]), surname)


def _near(left: str, right: str) -> bool:
    """Whether two words may be one, mistyped: one slip, or two in a long word."""
    if left[:1] != right[:1] or left.isdigit() or right.isdigit():
        return False
    shorter = min(len(left), len(right))
    allowed = 0 if shorter < 4 else 1 if shorter < 7 else 2
    return 0 < OSA.distance(left, right, score_cutoff=2) <= allowed


def _compare_given(left: str | None, right: str | None) -> str:
    if left is None or right is None:
        return "missing"
    if left == right:
        return "initial" if len(left) == 1 else "same"
    if 1 in (len(left), len(right)):
        return _compare_initial(*sorted((left, right), key=len))
    if left.replace("-", "") == right.replace("-", ""):
        return "same"
    if stand_for_one_another(left, right):
        return "short form"
    if (is_given_name(left) and is_given_name(right)) or _man_and_woman(left, right):
        return "other"
    return "typo" if _near(left, right) else "other"


def _compare_initial(initial: str, given: str) -> str:
    if given[0] == initial:
        return "initial"
    return "initial of the full form" if initial in first_letters(given) else "other"


def _man_and_woman(left: str, right: str) -> bool:
    """Pairs like Paul and Paula, Simon and Simone: one letter apart and two people."""
    shorter, longer = sorted((left, right), key=len)
    return longer[:-1] == shorter and longer[-1] in "ae"


def _compare_surname(left: str, right: str) -> str:
    if left == right or left.replace("-", "") == right.replace("-", ""):
        return "same"
    parts_left, parts_right = left.split("-"), right.split("-")
    if (len(parts_left) > 1 or len(parts_right) > 1) and (right in parts_left or left in parts_right):
        return "part"
    if _near(left, right):
        return "typo"
    near = (
        min(len(left), len(right)) >= 5
        and left[0] == right[0]
        and OSA.distance(left, right, score_cutoff=2) <= 2
    )
    return "two slips" if near else "other"


def _middles_clash(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return any(_compare_given(one, other) == "other" for one, other in zip(left, right, strict=False))


_NO: Final = NameLikeness("the names do not agree", -1.0, False)
_WEIGHTS: Final[dict[tuple[str, str], tuple[str, float]]] = {
    ("same", "same"): ("the same name", 0.60),
    ("short form", "same"): ("one given name is a form of the other", 0.50),
    ("initial", "same"): ("the initial and the surname agree", 0.42),
    ("typo", "same"): ("the given names differ by a slip of the pen", 0.45),
    ("same", "typo"): ("the surnames differ by a slip of the pen", 0.45),
    ("same", "part"): ("one surname is part of the other", 0.42),
    ("short form", "typo"): ("a form of the given name, and a slip in the surname", 0.36),
    ("short form", "part"): ("a form of the given name, and part of the surname", 0.34),
    ("initial of the full form", "same"): (
        "the initial of the full given name, and the surname, agree",
        0.34,
    ),
    ("same", "two slips"): ("the surnames differ by two slips", 0.2),
    ("initial", "two slips"): ("the initial agrees, the surname but for two slips", 0.1),
    ("initial", "typo"): ("the initial agrees, and the surname but for a slip", 0.25),
    ("initial", "part"): ("the initial agrees, and part of the surname", 0.25),
    ("missing", "same"): ("only the surname is given", 0.25),
}


@lru_cache(maxsize=500_000)
def compare(left: PersonName, right: PersonName) -> NameLikeness:
    """How alike two names are, whoever bears them; symmetric."""
    if left == right and left.given is None:
        return NameLikeness(*_WEIGHTS["missing", "same"], possible=True)
    if left.whole == right.whole and not left.has_initial:
        return NameLikeness("the same name", 0.60, possible=True, exact=True)
    given, surname = _compare_given(left.given, right.given), _compare_surname(left.surname, right.surname)
    if given == "other":
        return _by_middle_name(left, right, surname)
    found = _WEIGHTS.get((given, surname))
    if found is None or _middles_clash(left.middles, right.middles):
        return _NO
    reason, weight = found
    if bool(left.middles) != bool(right.middles) and given == "same" and surname == "same":
        return NameLikeness("the same name but for a middle name", 0.55, possible=True)
    typo = "typo" in (given, surname)
    return NameLikeness(reason, weight, possible=True, exact=(given, surname) == ("same", "same"), typo=typo)


def _by_middle_name(left: PersonName, right: PersonName, surname: str) -> NameLikeness:
    """Somebody known by a middle name: "John Henry Moss" and "Henry Moss"."""
    known = (right.given in left.middles and not right.middles) or (
        left.given in right.middles and not left.middles
    )
    if surname == "same" and known and len(left.given or "") > 1 and len(right.given or "") > 1:
        return NameLikeness("known by the middle name", 0.38, possible=True)
    return _NO

"""Names that nobody has: made of syllables, so that no list of names can hold them.

With them the test documents tell how far the reading goes by where names stand, and how far by knowing them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from whosat.extract.names import common_words, given_names, is_given_name, is_surname, surnames

_ONSETS: Final = (
    "b br c ch cr d dr dw f fl fr g gl gr gw h j k kl kr l ll m n p pr qu r rh s sh sk sl sp st sv t th thr "
    "tr v vr w wr y z zh"
).split()
_VOWELS: Final = "a a a e e e i i o o u ae ai au ea ee ei ie io oa oe ou ui".split()
_CODAS: Final = "n r l s m d t k rd ld nd ng rk lk st sk th rn ll ss ck x z".split()
_ON: ContextVar[bool] = ContextVar("whether the test documents' names are made up", default=False)


@contextmanager
def names_made_up(on: bool = True) -> Iterator[None]:
    """Give everybody who is invented meanwhile a name that no list has."""
    token = _ON.set(on)
    try:
        yield
    finally:
        _ON.reset(token)


def wanted() -> bool:
    """Whether names are to be made up."""
    return _ON.get()


def made_up(rng: random.Random) -> str:
    """A word like a name, which is in no list of names or of common words."""
    while True:
        word = "".join(
            rng.choice(_ONSETS) + rng.choice(_VOWELS) + (rng.choice(_CODAS) if rng.random() < 0.6 else "")
            for _ in range(rng.choice((1, 2, 2, 2, 3)))
        )
        if rng.random() < 0.4:
            word += rng.choice(("a", "o", "en", "in", "ka", "ley", "ton", "wen", "ski", "dottir"))
        known = word in given_names() or word in surnames() or word in common_words()
        if 4 <= len(word) <= 11 and not (known or is_given_name(word) or is_surname(word.capitalize())):
            return word.capitalize()

"""Names that a text itself tells: while it is read, they count as names though no list has them.

No list holds the names of everybody. What a text shows for a name by its place (beside a title, between
posts and bodies, as one of a column of names) is known for one wherever it stands in that text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import Final, TypeVar, cast

_WORD: Final = re.compile(r"\w[\w'’-]*")
_LONG: Final = 160  # characters from which a text is asked anew, without looking at its words first
Asked = TypeVar("Asked", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Told:
    """Given names and surnames, lower case, that one text tells."""

    given: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything is told."""
        return bool(self.given or self.surnames)

    def speaks_of(self, text: str) -> bool:
        """Whether any of the told words may stand in a text."""
        if len(text) > _LONG:
            return True
        return any(word in self.given or word in self.surnames for word in _WORD.findall(text.lower()))


NOTHING: Final = Told()
_NOW: ContextVar[Told] = ContextVar("names told by the text that is read", default=NOTHING)


def told_now() -> Told:
    """What the text that is being read tells."""
    return _NOW.get()


@contextmanager
def reading(told: Told) -> Iterator[None]:
    """Read with the names that a text tells."""
    token = _NOW.set(told)
    try:
        yield
    finally:
        _NOW.reset(token)


def remembered(maxsize: int) -> Callable[[Asked], Asked]:
    """Keep a function's answers about texts, apart for the texts that tell names of their own.

    For all that asks `told_now`, at whatever depth: what one document tells is not known in the next one.
    """

    def wrap(function: Asked) -> Asked:
        everywhere = lru_cache(maxsize=maxsize)(function)

        @lru_cache(maxsize=maxsize)
        def here(_: Told, text: str, *more: Hashable, **named: Hashable) -> object:
            return function(text, *more, **named)

        @wraps(function)
        def ask(text: str, *more: Hashable, **named: Hashable) -> object:
            told = _NOW.get()
            if told and told.speaks_of(text):
                return here(told, text, *more, **named)
            return everywhere(text, *more, **named)

        return cast("Asked", ask)

    return wrap

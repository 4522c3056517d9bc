"""What the pages are handed from outside: understanding of plain words, and the list of what is doubtful."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from whosat.graph.doubts import Doubt
from whosat.graph.store import Store


@dataclass(frozen=True, slots=True)
class Heard:
    """A question by name, its parameters (IRIs or dates), and how it reads in words."""

    question: str
    arguments: Mapping[str, str]
    words: str


@dataclass(frozen=True, slots=True)
class Hearing:
    """What was understood: `sure` if it may be answered; else a sentence, and the nearest questions."""

    sure: Heard | None
    doubt: str = ""
    nearest: tuple[Heard, ...] = ()


@dataclass(frozen=True, slots=True)
class Open:
    """What is doubtful, and the file name of each document by its hash."""

    doubts: Sequence[Doubt]
    files: Mapping[str, str] = field(default_factory=dict)


Hear = Callable[[Store, str], Hearing]
Reviewing = Callable[[], Open]

"""Bodies whose names a title breaks over several lines, or writes out above the letters it then uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from whosat.extract.bodies import initials_of, is_generic, kind_of_body
from whosat.extract.components.meeting_names import cased, cleaned
from whosat.extract.components.records import Extent
from whosat.extract.components.roster_together import is_common
from whosat.ontology.facts import Kind


@dataclass(frozen=True, slots=True)
class BodyFound:
    """A body's name, where it stands, and how much speaks for it."""

    name: str
    where: Extent
    score: float


_OF_A_PLACE: Final = re.compile(r"[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|and|&|of|the|in|with|on|upon)){0,5}")
_MARKS: Final = " *_#|\t"


def from_several_lines(rows: Sequence[tuple[str, int]], text: str) -> Iterator[BodyFound]:
    """A place, a field and what kind of body it is on lines of their own: "Wenlow & Dorne" / "Local Strategic
    Partnership", "Wenlow" / "Learning Disability" / "Partnership Board"."""
    bare = [(row.strip(_MARKS), at) for row, at in rows]
    for number, (kind, below) in enumerate(bare[1:5]):
        name = cleaned(kind)
        if not (_says_only_its_sort(name) and name.lower() == kind.lower()):
            continue
        place, at = bare[number]
        if "\n\n\n" in text[at:below] or not _is_part(place):
            continue
        if not name.count(" ") and text[at:below].count("\n") > 1:
            continue  # one word goes on with the line right above it only
        if not is_common(place):
            if name.count(" ") > 1:
                yield BodyFound(f"{cased(place)} {name}", (at, below + len(kind)), 3.0 - 0.07 * number)
            continue
        first, begin = bare[number - 1] if number else ("", at)
        first = re.sub(r"^(?:The|THE)\s", "", first)
        lead = _is_part(first) and not is_common(first) and text[begin:below].count("\n") == 2
        words = [cased(first), cased(place), name] if lead else [cased(place), name]
        yield BodyFound(" ".join(words), (begin if lead else at, below + len(kind)), 3.0 - 0.07 * number)


def _says_only_its_sort(name: str) -> bool:
    """Whether a name is of a board or association of nowhere: "Residents & Traders Association"."""
    kind = kind_of_body(name)
    return (kind is Kind.BOARD and is_generic(name)) or (kind is Kind.ORGANISATION and is_common(name))


def _is_part(row: str) -> bool:
    """Whether a line is a few capitalised words that name no body by themselves."""
    return _OF_A_PLACE.fullmatch(row) is not None and kind_of_body(row) is None and not _RECORD.search(row)


_LONGEST: Final = 90  # characters of a title's line
_RECORD: Final = re.compile(r"\b(?:minutes|notes|meeting|agenda)\b", re.IGNORECASE)
_ALONE: Final = frozenset("forum board committee panel partnership group council".split())
"""What minutes call a body below the title that names it: "Minutes of Forum Meeting"."""
_LETTERS: Final = re.compile(r"[A-Z]{3,6}")


def spelt_out(best: BodyFound, rows: Sequence[tuple[str, int]]) -> BodyFound:
    """A body in letters under the name that the title writes out: "Wenlow Drug Action Team" / "Minutes of
    DAT meeting"."""
    if best.name.lower() in _ALONE:
        for row, at in rows:
            name = cleaned(row.strip(_MARKS))
            main = name.split(",")[0]
            if len(row) > _LONGEST or _RECORD.search(name):
                continue
            if " " in main and kind_of_body(main) is Kind.BOARD and best.name.lower() in main.lower().split():
                return BodyFound(name, (at, at + len(row)), best.score)
        return best
    if not _LETTERS.fullmatch(best.name):
        return best
    for row, at in rows:
        name = cleaned(row.strip(_MARKS))
        if " " in name and not name.isupper() and initials_of(name.split(",")[0]).endswith(best.name):
            return BodyFound(name, (at, at + len(row)), best.score)
    return best

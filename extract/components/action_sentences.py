"""Actions that only sentences state: "Jane Rees to circulate the dates.", "The Chair will draft a response
…".

Read where a document marks no action otherwise; in others they only add passages to actions already
found.
"""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.components.action_forms import Stated, tidy
from whosat.extract.components.action_owners import Owners
from whosat.extract.components.action_units import Unit, sentences
from whosat.extract.components.verbs import IMPERATIVES

_BARE_TO: Final = re.compile(r"^\W*(?P<owner>[A-Z][^.;:]{1,60}?) to (?P<verb>[a-z-]+)\b")
_AGREED: Final = re.compile(
    r"\b(?P<owner>(?:[Tt]he )?[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3}(?: and (?:the "
    r")?[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)?)?) "
    r"(?:agreed to|undertook to|offered to|volunteered to|is to|are to|was asked to|were asked to|"
    r"will|would) (?P<verb>[a-z-]+)\b"
)
_NARRATIVE: Final = frozenset(
    "be have like need continue include consider take make support represent meet look give help see "
    "lead hold use attend act cover show provide".split()
)
_LONGEST: Final = 60


def stated_in_sentences(units: list[Unit], owners: Owners) -> list[Stated]:
    """Sentences that give somebody something to do; all weak statements."""
    found = []
    for unit in units:
        for start, said in sentences(unit):
            if len(said.split()) <= _LONGEST and (one := _read(start, said, owners)):
                found.append(one)
    return found


def _read(start: int, said: str, owners: Owners) -> Stated | None:
    bare = _BARE_TO.match(said)
    bare = bare if bare and bare["verb"] in IMPERATIVES else None
    told = bare or _AGREED.search(said)
    if told is None or told["verb"] not in IMPERATIVES or (not bare and told["verb"] in _NARRATIVE):
        return None
    owned = owners.many(told["owner"].strip(" *"), start)
    if not owned or any(owners.is_body(name) for name in owned):
        return None
    where = ((start, start + len(said)),)
    words = said[told.start("verb") :]
    return Stated(
        where, tidy(words), tuple(owned), "sentence: who is to do what", 0.7 if bare else 0.6, False
    )

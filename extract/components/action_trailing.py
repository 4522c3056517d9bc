"""Owners behind the text of a minute, where a conversion has run a column of actions into it: "… would look
into it.    JF".
"""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.components.action_forms import Stated, tidy
from whosat.extract.components.action_owners import Owners
from whosat.extract.components.action_told import choose, last_said
from whosat.extract.components.action_units import Unit, sentences, until
from whosat.extract.document import BlockKind

_COLUMN_HEAD: Final = re.compile(r".{0,40}\b(?:ACTIONS?|Actions?(?: by)?|By whom|WHO|Who)\W*")
_TITLE: Final = r"(?:(?:Cllrs?|Mr|Mrs|Ms|Dr)\.?\s)?"
_TRAILING: Final = re.compile(
    r"(?:(?<=[.!?)”’\"])(?<!\s[A-Z]\.)(?<!\s[A-Z]\.[A-Z]\.)(?<!Mr\.)(?<!Mrs\.)(?<!Ms\.)(?<!Dr\.)"
    r"(?<!Cllr\.)(?<!Rev\.)(?<!St\.)\s+|\t\s*|\s{3,})"
    rf"(?P<owner>{_TITLE}[A-Z][\w.’'-]*(?:(?:\s?[/&,]\s?|\s(?:and\s)?){_TITLE}[A-Z][\w.’'-]*){{0,5}})"
    r"(?:,?\s+(?P<due>by\s[\w /.]{2,20}|(?:by\s)?\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|ASAP|"
    r"(?:by\s)?end [A-Z][a-z]+))?\s*$"
)
"""Names, initials or a post, and nothing else but a day, behind the end of a sentence."""
_REACH: Final = 90  # characters at the end of a minute where they may stand
_TOP: Final = 60  # pieces at the top of a document among which the head of a column may be
_LONG: Final = 45  # words of a minute; of a longer one only the sentence that decides is the action
_FEWEST_WORDS: Final = 3


def stand_behind_the_text(units: list[Unit], owners: Owners) -> bool:
    """Whether owners stand behind the minutes' text here: more than one does, or a head says so."""
    headed = any(_COLUMN_HEAD.fullmatch(unit.text) for unit in units[:_TOP])
    return sum(_trailing(unit, owners) is not None for unit in units) > (0 if headed else 1)


def _trailing(unit: Unit, owners: Owners) -> tuple[tuple[str, ...], re.Match[str]] | None:
    """The owners a piece ends with, and where they stand in it."""
    found = _TRAILING.search(unit.text, max(0, len(unit.text) - _REACH))
    if found is None or unit.kind is BlockKind.HEADING:
        return None
    owned = owners.many(found["owner"].strip(" ."), unit.start + found.start("owner"), loose=False)
    sure = owned and owners.are_people(tuple(owned))
    return (tuple(owned), found) if sure or found["owner"].lower() in ("all", "clerk") else None


def behind_the_text(unit: Unit, owners: Owners) -> Stated | None:
    """The action of a minute that ends with its owners."""
    told = _trailing(unit, owners)
    if told is None or not told[0]:
        return None
    owned, found = told
    said = unit.text[: found.start()].strip()
    pairs = until(sentences(unit), unit.start + found.start())
    if len(said.split()) > _LONG:
        best = choose(pairs, owned, owners) or last_said(pairs)
        said = best.text if best else said
    if len(said.split()) < _FEWEST_WORDS:
        return None
    where = ((unit.start, unit.end),)
    return Stated(where, tidy(said), owned, "owner behind the text", 0.82, due_text=found["due"])

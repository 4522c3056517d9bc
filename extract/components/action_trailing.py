"""Owners behind the text of a minute, where a conversion has run a column of actions into it: "… would look
into it.    JF".
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from whosat.extract.components.action_forms import Stated, begins_with_verb, tidy
from whosat.extract.components.action_orders import orders_behind
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
    r"(?:by\s)?end [A-Z][a-z]+|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s\d{2,4}))?\s*$"
)
"""Names, initials or a post, and nothing else but a day, behind the end of a sentence."""
_TITLED: Final = re.compile(_TITLE.rstrip("?"))
_INITIALS: Final = re.compile(
    r"(?:[A-Z][A-Za-z]{0,3}[A-Z]|All|ALL|Clerk)(?:\s?[/&,]\s?(?:[A-Z][A-Za-z]{0,3}[A-Z]|All|ALL|Clerk))*"
)
_NAMES: Final = 50  # characters of a line of owners in brackets
_BRACKET: Final = re.compile(
    r"\s*[(\[](?P<owner>[A-Z][\w.’'-]*(?:(?:\s?[/&,]\s?|"
    r"\s(?:and\s)?)[A-Z][\w.’'-]*){0,5})(?:,?\s+(?P<due>by\s[^()\[\]]{3,20}))?"
    r"[)\]]\s*$"
)
"""Owners in brackets at an end without a full stop: "Order a new bin (CLERK)"."""
_TO_DO: Final = re.compile(r"\b(?:to be \w+(?:ed|n|t)|agreed to|(?:must|should|would) be \w+(?:ed|n|t))\b")
_ASKS: Final = re.compile(r"\W*[QA]\d{0,2}\s?[.:]|.*\?")
_SHORT: Final = 30  # words of an order
_ENDED: Final = re.compile(r"[.!?)”’\"]$")
_WORD: Final = re.compile(r"\b[a-z]{2,}\b")
_MINUTE: Final = 5  # words of a text below which owners may stand
_REACH: Final = 90  # characters at the end of a minute where they may stand
_TOP: Final = 60  # pieces at the top of a document among which the head of a column may be
_LONG: Final = 45  # words of a minute; of a longer one only the sentence that decides is the action
_FEWEST_WORDS: Final = 3
_FEWEST_LOWER: Final = 2  # words in small letters, without which a piece is a list of names


def stand_behind_the_text(units: list[Unit], owners: Owners) -> bool:
    """Whether owners stand behind the minutes' text here: more than one does, or a head says so."""
    headed = any(_COLUMN_HEAD.fullmatch(unit.text) for unit in units[:_TOP])
    least = 0 if headed else 1
    if sum(_trailing(unit, owners) is not None for unit in units) > least:
        return True
    alone = (_alone(unit, above, owners) for above, unit in pairwise(units))
    return sum(map(bool, alone)) > max(least, 1)


def _trailing(unit: Unit, owners: Owners, sure: bool = True) -> tuple[tuple[str, ...], re.Match[str]] | None:
    """The owners a piece ends with, and where they stand in it; not `sure`, those its own words name too."""
    found = _TRAILING.search(unit.text, max(0, len(unit.text) - _REACH))
    if found is None and unit.text[-1:] in (")", "]"):
        found = _BRACKET.search(unit.text, max(0, len(unit.text) - _REACH))
        said = unit.text[: found.start()] if found else ""
        told = begins_with_verb(tidy(said)) or _TO_DO.search(said)
        found = found if told and len(said.split()) <= _SHORT and not _ASKS.match(said) else None
    if found is None or unit.kind is BlockKind.HEADING:
        return None
    said, at = found["owner"].strip(" ."), unit.start + found.start("owner")
    owned = tuple(owners.many(said, at, loose=False))
    if (owned and owners.are_people(owned)) or said.lower() in ("all", "clerk"):
        return owned, found
    if not sure and said in unit.text[: found.start()] and (_TITLED.match(said) or " " in said):
        owned = tuple(owners.many(said, at, loose=True))
        return (owned, found) if owned else None
    return None


def _alone(unit: Unit, above: Unit, owners: Owners) -> tuple[str, ...]:
    """The owners that a line below a minute's text holds and nothing else: "TS/DN/KC"."""
    said = unit.text.strip("[]() ")
    bracketed = said != unit.text and len(said) < _NAMES and unit.text[0] in "[("
    if unit.kind is BlockKind.TABLE or not (bracketed or _INITIALS.fullmatch(said)):
        return ()
    if unit.section - above.section > 1:
        return ()
    if not _ENDED.search(above.text) or len(above.text.split()) < _MINUTE:
        return ()
    owned = tuple(owners.many(said, unit.start, loose=False))
    return owned if owners.are_people(owned) or owned == ("All",) else ()


def behind_the_text(unit: Unit, above: Unit | None, owners: Owners) -> list[Stated]:
    """The actions of a minute that ends with its owners, or has them on a line of their own below it."""
    if above and (below := _alone(unit, above, owners)):
        both = ((above.start, above.end), (unit.start, unit.end))
        one = _stated(above.text, sentences(above), below, both, None, owners)
        return [one] if one else []
    told = _trailing(unit, owners, sure=False)
    if told is None or not told[0]:
        return []
    owned, found = told
    several = orders_behind(unit.text[: found.start()], unit.start, owners)
    if len(several) > 1 and {name for one in several for name in one.owners} == set(owned):
        return several  # "GT to check the text; PN to find a printer.  GT/PN"
    pairs = until(sentences(unit), unit.start + found.start())
    where = ((unit.start, unit.end),)
    one = _stated(unit.text[: found.start()].strip(), pairs, owned, where, found["due"], owners)
    return [one] if one else []


def _stated(
    said: str,
    pairs: list[tuple[int, str]],
    owned: tuple[str, ...],
    where: tuple[tuple[int, int], ...],
    due: str | None,
    owners: Owners,
) -> Stated | None:
    if len(said.split()) > _LONG:
        best = choose(pairs, owned, owners) or last_said(pairs)
        said = best.text if best else said
    if len(said.split()) < _FEWEST_WORDS or len(_WORD.findall(said)) < _FEWEST_LOWER:
        return None
    return Stated(where, tidy(said), owned, "owner behind the text", 0.82, due_text=due)

"""Actions written as records, a line a field ("Owner: GT", "Action: mend the gate", "Due: 3 May"), and orders
behind other words than "action" ("Follow-up: Ann to write").
"""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.components.action_forms import OWNED, Stated, begins_with_verb, is_done, read_action, tidy
from whosat.extract.components.action_orders import orders_behind
from whosat.extract.components.action_owners import Owners
from whosat.extract.components.action_units import Unit
from whosat.extract.document import BlockKind

LABEL: Final = re.compile(
    r"^\W{0,6}(?:\d{1,3}(?:\.\d+)*\.?\s+)?(?P<old>outstanding |ongoing |previous |carried forward "
    r")?(?:[^\W\d_]{4,}\s?/\s?)?(?P<word>actions?|AP|action (?:points?|items?|required|"
    r"agreed|arising|for|by))(?:\s?/\s?[^\W\d_]{4,})?(?:\s*\((?P<by>[^()\d]{2,60})\))?"
    r"(?: from (?P<from>[^:–]{3,40}))?\s*(?:no\.?\s*|"
    r"#)?(?P<number>\d{1,3}(?:[./-]\d{1,4})*[a-z]?)?\s*[*'’]*\s*(?P<mark>[:–—→»]|[-=]?>{1,3}|-(?=\s)|"
    r"\.\s|\)|\t|\s{2,})"
    r"\s*(?:\*+|[*'’]{2,})?\s*(?P<rest>.*)$",
    re.I | re.S,
)
DETAIL: Final = re.compile(
    r"^\W*(?P<key>owners?|leads?|lead officer|responsible(?: (?:officer|person|party))?|assigned to|"
    r"action(?:ed)? (?:by|officer|owner)|by whom|who|by|due(?: date)?|deadline|by when|"
    r"timescale|target date|when|status)\W*[:–-]\s*(?P<value>.+)$",
    re.I,
)
_SOFT: Final = re.compile(
    r"^\W*(?P<word>follow[- ]?ups?|to[- ]?do|tasks?|A[IR]|next steps?|outcome|"
    r"decisions?)\s*\d{0,3}\s*(?:[:–.]|\s-)\s+(?P<rest>\S.+)$",
    re.I | re.S,
)
_WHAT: Final = re.compile(
    r"^\W*(?:what|task|item|description|job|decision|agreed|outcome)\W*:\s*(?P<rest>\S.+)$", re.I | re.S
)
_PREFIX: Final = re.compile(r"^\W*(?:recommendation|recommended|agreed|resolved)\W+", re.I)
_FEWEST_WORDS: Final = 3
_NAMES: Final = 60  # characters of a line of owners


def _owns(key: str) -> bool:
    """Whether the words before a colon say that an owner follows."""
    plain = key.lower()
    return plain[:3] in {"own", "lea", "res", "ass", "by ", "by", "who", "act"} and plain != "by when"


class Records:
    """Reads the records of one document's units."""

    def __init__(self, units: list[Unit], owners: Owners) -> None:
        self.units, self.owners = units, owners
        self.owner_first = self._owners_stand_first()

    def _owners_stand_first(self) -> bool:
        """Whether records of a line a field name the owner first: "Owner: GT", "Action: mend it"."""
        texts = [unit.text for unit in self.units]
        for i, said in enumerate(texts):
            if (m := DETAIL.match(said)) and _owns(m["key"]):
                if i and (LABEL.match(texts[i - 1]) or _WHAT.match(texts[i - 1])):
                    return False
                return any(LABEL.match(below) or _WHAT.match(below) for below in texts[i + 1 : i + 3])
        return False

    def people_alone(self, unit: Unit) -> tuple[str, ...]:
        """The people that a heading names and nothing else."""
        bare_name = unit.text.strip(" :#*")
        found = tuple(self.owners.many(bare_name, unit.start)) if len(bare_name) <= _NAMES else ()
        return found if found and self.owners.are_people(found) else ()

    def recorded(self, i: int, unit: Unit) -> list[Stated]:
        """ "What: mend the gate", with "Who: GT" on the next line or behind it; a line with its owner and day
        below."""
        m = _WHAT.match(unit.text)
        if m and OWNED.search(m["rest"]):
            owned, said = read_action(m["rest"], self.owners, unit.start + m.start("rest"))
            if owned and said:
                where = ((unit.start, unit.end),)
                return [Stated(where, said, owned, "action line", 0.9, done=is_done(said))]
        below = DETAIL.match(self.units[i + 1].text) if i + 1 < len(self.units) else None
        if below is None or not _owns(below["key"]) or (m is None and not self._may_be_recorded(unit)):
            return []
        owned, due = self.details(i, ())
        firm = m is not None or due or below["key"].lower()[:3] in ("res", "act", "by ")
        if not owned or not firm:
            return []
        said = m["rest"] if m else _PREFIX.sub("", unit.text)
        both = ((unit.start, self.units[i + 1].end),)
        return [Stated(both, tidy(said), owned, "action line", 0.87, True, None, is_done(said), due)]

    def _may_be_recorded(self, unit: Unit) -> bool:
        """Whether a line without a label may be an action whose fields stand below."""
        long_enough = len(unit.text.split()) > _FEWEST_WORDS and not DETAIL.match(unit.text)
        return long_enough and unit.kind is not BlockKind.HEADING and not self.owner_first

    def softly(self, unit: Unit) -> list[Stated]:
        """ "Follow-up: Ann – figures; Bob – bids", "AR: Ann to write": other words before an order."""
        m = _SOFT.match(unit.text)
        if m is None:
            return []
        at = unit.start + m.start("rest")
        several = orders_behind(m["rest"], at, self.owners)
        if not several:
            owned, said = read_action(m["rest"], self.owners, at)
            if owned and said:
                where = ((unit.start, unit.end),)
                several = [Stated(where, said, owned, "action line", 0.85, done=is_done(said))]
        to_do = m["word"].lower().startswith(("f", "t", "a"))
        sure = all(self.owners.are_people(one.owners) for one in several)
        return (
            several if sure and (to_do or all(begins_with_verb(one.description) for one in several)) else []
        )

    def details(self, i: int, owned: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
        """Lines below that say "Owner: …" and "Due: …"."""
        due = None
        for above in self.units[max(0, i - 3) : i][::-1] if self.owner_first else ():
            m = DETAIL.match(above.text)
            if m is None:
                break
            if _owns(m["key"]):
                at = above.start + m.start("value")
                owned = owned or tuple(self.owners.many(m["value"], at, loose=True))
                break
            due = m["value"] if m["key"].lower() != "status" else due
        for unit in self.units[i + 1 : i + 4]:
            m = DETAIL.match(unit.text)
            if m is None or (self.owner_first and _owns(m["key"])):
                break
            at = unit.start + m.start("value")
            if m["key"].lower() == "by" and not self.owners.many(m["value"], at):
                due = m["value"]
            elif _owns(m["key"]):
                owned = owned or tuple(self.owners.many(m["value"], at, loose=True))
            elif m["key"].lower() != "status":
                due = m["value"]
        return owned, due

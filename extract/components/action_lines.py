"""Actions stated in lines: "Action: …", "… Action: JP", lists under "the following actions", "JP – Send … .
KL – Ask …".
"""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.components.action_below import below_the_word, deciding
from whosat.extract.components.action_forms import (
    Stated,
    begins_with_verb,
    day_behind,
    is_done,
    is_reported_done,
    names_lead,
    read_action,
    read_item,
    somebody_to,
    tidy,
)
from whosat.extract.components.action_inline import within_the_text
from whosat.extract.components.action_marks import stated_at_marks
from whosat.extract.components.action_orders import begins_a_run, orders_behind, runs_of
from whosat.extract.components.action_owners import Owners
from whosat.extract.components.action_records import DETAIL, LABEL, Records
from whosat.extract.components.action_stacked import Stacked
from whosat.extract.components.action_trailing import behind_the_text, stand_behind_the_text
from whosat.extract.components.action_units import Unit
from whosat.extract.document import BlockKind

_LIST_LEAD: Final = re.compile(
    r"\b(?:following|these)\s+(?:\w+\s+)?(?:actions?(?: points?)?|tasks)\b(?!/)[^.:]{0,60}:$|"
    r"\bactions?(?: points?)? (?:\w+ ){0,5}(?:identified|agreed|noted|recorded|taken|arising|"
    r"follows)\b[^.:]{0,25}:$|"
    r"^\W*(?:\d+(?:\.\d+)*[.)]?\s+)?(?:agreed |summary of |outstanding |open |list of |new |key "
    r")?(?:actions?(?: (?:points?|log|list|summary|items?|arising|"
    r"agreed|required|from (?:the |this )?meeting))?(?: by (?:person|owner|name|member|whom))?|"
    r"(?:agreed )?next steps|(?:things )?to[- ]?do(?: list)?|tasks?(?: list)?|assignments|follow[- "
    r"]?ups?(?: items?| actions?| points?)?|"
    r"(?:matters|items|points) (?:for|to) (?:action|follow[- ]?up)|action (?:plan|sheet|summary|register|"
    r"tracker|notes?)|"
    r"who does what|who(?: is|[’']s) doing what|jobs(?: to do)?|job ?list|action list (?:from|of) "
    r"[^.:]{3,60}|"
    r"actions? (?:to be (?:taken|completed|done)|before|for|by) (?:the )?next meeting)\W*$",
    re.I,
)
_NONE: Final = re.compile(
    r"^\W*(?:none|nil|n/?a|noted\W*$|no (?:new |further )?actions?|not applicable|tbc)\b", re.I
)
_FORMER: Final = re.compile(
    r"\b(?:previous|last|old|outstanding|from (?!this)(?:the )?(?:[\w-]+ ){0,3}meeting)\b", re.I
)
_REVIEWS: Final = re.compile(r"\b(?:review|status|previous|last|old)\b", re.I)
_LOOKS_BACK: Final = re.compile(
    r"\b(?:review(?! and)|updates?|progress|previous|last|reviewed|went through|follow(?:ed|ing)[ -]up)\b",
    re.I,
)
_FEWEST_WORDS: Final = 3
_FEWEST_LETTERS: Final = 3  # of an order between owners' names and the end of a line


_UNMARKED: Final = re.compile(
    r"^\W*(?:(?:Action|ACTION) on(?= [A-Z])|Action (?:Item|Point)|ACTION(?: ITEM)?|Action(?= \d)|"
    r"(?<=#)(?:action|todo)|"
    r"(?<=\[)(?:Action|AI|TODO)(?=\]))"
    r"s?\]?\*{0,2}\s+"
    r"(?:(?P<number>\d{1,3}[a-z]?)\s+)?(?P<rest>\w.+)$",
    re.S,
)
_NAMED: Final = (
    re.compile(
        r"^\W*(?:Action|ACTION|Actions|AP)\s+(?:for |by |on )?(?P<by>[A-Z][^:–—\n]{1,50}?)\s*(?::|\s[–—-])\s+"
        r"(?P<rest>\S.+)$",
        re.S,
    ),
    re.compile(
        r"^\W{0,4}(?:(?:Action|ACTION|AI|AP)\s*[(\[]|[(\[](?:Action|ACTION|AI|AP)\W{1,3}|"
        r"\[)(?P<by>[A-Z][^()\[\]\n]{1,50})"
        r"[)\]]\W*\s+(?P<rest>\S.+)$",
        re.S,
    ),
)
"""Owners between the word and the order: "Action GT: mend the gate", "[GT] mend the gate"."""
_SMALL_NAMED: Final = re.compile(
    r"^\W*(?:ACTION|Action|AI|TODO)\s+(?P<by>[a-z][\w’'-]{1,15}(?: [a-z][\w’'-]{0,15})?"
    r"(?:(?: ?[+&/,] ?| and )[a-z][\w’'-]{1,15}(?: [a-z]\b)?){0,3}):\s+(?P<rest>\S.+)$",
    re.S,
)
"""Names in small letters, as pads have them: "ACTION alice + sam: email the landlord"."""
_SECOND: Final = re.compile(r"\s\(?(?:2|b|ii)[.)]\s")
"""The second item of a list that stands in one line."""
_OF_ONE: Final = re.compile(
    r"^\W*(?:(?i:actions?(?: points?| items?)?|tasks|jobs|to[- ]?do(?: list)?) (?:for|by|on|from) "
    r"(?P<by>[A-Z][^:\n]{1,50}?)"
    r"|(?P<his>[A-Z][^:\n]{1,50}?)(?:[’']s?)? (?:actions?(?: points?| items?)?|tasks|jobs|to[- ]?do(?: "
    r"list)?))\W*$"
)
"""The head of one owner's actions: "Actions for GT", "Ann's tasks"."""
_LETTER: Final = re.compile(r"\w")
_TO_ACTION: Final = re.compile(r"^\W*(?P<by>[A-Z][^:–—\n]{1,50}?) to (?:action|follow up|deal)\W*$")
_ORDER_BELOW: Final = re.compile(r"To [a-z]+ [a-z]")
_REPORTED: Final = re.compile(
    r"(?:It|There) (?:was|were|had|has) (?!.*\bto be\b)(?!(?:re)?solved|agreed)", re.I
)
"""What became of an action, not what is to be done."""
_NAMES: Final = 60  # characters of a line of owners
_LETTERS: Final = re.compile(r"[A-Z]{2,3}(?:[/&, ]+[A-Z]{2,3})*")
"""Initials, of people whom the minutes do not name."""
_LONG: Final = 90  # words of what stands below the word alone


class _Reader(Records):
    """Walks over the units once; keeps the list it is in and the items that still lack an owner."""

    def __init__(self, units: list[Unit], owners: Owners) -> None:
        super().__init__(units, owners)
        self.found: list[Stated] = []
        self.trailing = stand_behind_the_text(units, owners)
        self.names_lead = names_lead([tidy(unit.text) for unit in units])
        self.alone = False
        self.headed: tuple[str, ...] = ()
        self.in_list = self.firm = self.old = False
        self.by_person: tuple[str, ...] = ()
        self.pending: list[int] = []
        self.dropped: set[int] = set()

    def read(self) -> list[Stated]:
        stacked, read_to = Stacked(self.units, self.owners), 0
        for i, unit in enumerate(self.units):
            if i < read_to:
                continue
            rows, read_to = stacked.read(i)
            if not rows and (alone := below_the_word(self.units, i, self.owners)):
                rows, read_to = [alone[0]], alone[1]
            if self._take(rows):
                self._close()
                continue
            if unit.kind is BlockKind.HEADING:
                self.headed = self.people_alone(unit)
            if self._label(i, unit) or self._take(self.recorded(i, unit)):
                continue
            above = self.units[i - 1] if i else None
            if not self._take(stated_at_marks(unit, above, self.owners)):
                self._other(i, unit)
        self._close()
        return [one for i, one in enumerate(self.found) if i not in self.dropped]

    def _add(self, one: Stated) -> None:
        letters = not one.owners and _LETTERS.fullmatch(one.description)
        empty = "…" * 3 in one.description or _NONE.match(one.description) or letters
        if len(one.description) > 3 and not empty and not self.owners.person(one.description):
            self.found.append(one)

    def _take(self, found: list[Stated]) -> bool:
        """Keep what a reading found; whether it found anything."""
        for one in found:
            self._add(one)
        return bool(found)

    def _unmarked(self, i: int, unit: Unit) -> bool:
        """ "Action item JBR will ask …": the words of a label with nothing after them, and an order."""
        for named in (m for pattern in _NAMED if (m := pattern.match(unit.text))):
            owned = tuple(self.owners.many(named["by"], unit.start + named.start("by")))
            by_word = named.re is _NAMED[0] and len(named["rest"]) > _FEWEST_LETTERS
            if (
                owned
                and (self.owners.are_people(owned) or self.owners.are_a_group(owned))
                and (by_word or begins_with_verb(named["rest"]))
                and not is_done(named["rest"])
            ):
                said = tidy(named["rest"])
                where = ((unit.start, unit.end),)
                self._add(Stated(where, said, owned, "action line", 0.88, done=is_done(said)))
                return True
        if (small := _SMALL_NAMED.match(unit.text)) and begins_with_verb(small["rest"]):
            by = (
                small["by"].split(" + ")
                if " + " in small["by"]
                else re.split(r" and |, ?| ?[/&] ?", small["by"])
            )
            owned = tuple(self.owners.person(name) or name.strip().title() for name in by)
            self._add(Stated(((unit.start, unit.end),), tidy(small["rest"]), owned, "action line", 0.85))
            return True
        if alone := _TO_ACTION.match(unit.text):
            owned = tuple(self.owners.many(alone["by"], unit.start))
            if owned and self.owners.are_people(owned):
                self._owner_alone(i, unit, owned)
                return True
        found = _UNMARKED.match(unit.text)
        if found is None:
            return False
        below = self.units[i + 1] if i + 1 < len(self.units) else None
        if below and _ORDER_BELOW.match(below.text):
            owned = tuple(self.owners.many(found["rest"], unit.start + found.start("rest")))
            if owned:
                pair = ((unit.start, unit.end), (below.start, below.end))
                self._add(Stated(pair, tidy(below.text), owned, "action line", 0.88))
                return True
        owned, said = read_action(found["rest"], self.owners, unit.start + found.start("rest"))
        if owned and not said and found["number"]:
            self._owner_alone(i, unit, owned)
            return True
        fewest = _FEWEST_WORDS - self.owners.are_people(owned)
        if not owned or len(said.split()) < fewest:
            return False
        self._add(Stated(((unit.start, unit.end),), said, owned, "action line", 0.85))
        return True

    def _label(self, i: int, unit: Unit) -> bool:
        m = LABEL.match(unit.text)
        if m is None and (self._unmarked(i, unit) or self._take(self.softly(unit))):
            return True
        if m is None or (m["mark"].strip() == "" and not m["number"] and m["word"].islower()):
            return False
        rest, at = m["rest"].strip(), unit.start + m.start("rest")
        if not rest or _NONE.match(rest):
            self._begin_list(firm=True)
            self.old = bool(m["old"] or m["from"] or _REVIEWS.search(unit.text))
            self.alone = not rest and not m["word"].lower().endswith("s")
            return True
        if m["word"].lower().endswith("s") and len(rest) > 220 and not begins_a_run(rest):
            return False
        if several := orders_behind(rest, at, self.owners):
            self._close()
            return self._take(several)
        owned, said = read_action(rest, self.owners, at)
        if not owned and (named := self.owners.often(rest)):
            owned, said = tuple(named), ""
        if m["by"] and (by := self.owners.many(m["by"], unit.start + m.start("by"), loose=True)):
            owned, said = tuple(by), tidy(rest)
        told = is_done(rest) or (bool(m["number"]) and is_reported_done(rest))
        done = told or self._done_below(i)
        below = self.units[i + 1] if i + 1 < len(self.units) else None
        if owned and not said and below and _ORDER_BELOW.match(below.text):
            self._close()
            pair = ((unit.start, unit.end), (below.start, below.end))
            self._add(Stated(pair, tidy(below.text), owned, "action line", 0.88))
        elif owned and not said:
            self._owner_alone(i, unit, owned, day_behind(rest))
        elif not owned and _REPORTED.match(said):
            return False
        else:
            self._close()
            owned, due = self.details(i, owned)
            if not owned and (other := somebody_to(rest, self.owners))[0]:
                owned, said = other
            owned = owned or self.headed
            self._add(
                Stated(
                    ((unit.start, unit.end),), said, owned, "action line", 0.92, True, m["number"], done, due
                )
            )
        self.in_list = False
        return True

    def _owner_alone(self, i: int, unit: Unit, owned: tuple[str, ...], due: str | None = None) -> None:
        if self.pending:
            for place in self.pending:
                old = self.found[place]
                self.found[place] = Stated(
                    (*old.where, (unit.start, unit.end)),
                    old.description,
                    owned,
                    old.rule,
                    0.92,
                    True,
                    old.number,
                    old.done,
                )
            self.pending = []
            return
        self._close()
        if orders := self._orders_above(i):
            for above in orders:
                both = ((above.start, above.end), (unit.start, unit.end))
                self._add(Stated(both, tidy(above.text), owned, "owner below the actions", 0.88))
            return
        where, said = deciding(self.units, i, owned, self.owners)
        if said:
            told = (*where, (unit.start, unit.end))
            self._add(Stated(told, said, owned, "owner below the text", 0.8, due_text=due))

    def _orders_above(self, i: int) -> list[Unit]:
        """The short lines just above that tell somebody to do something: "Update the risk register"."""
        found: list[Unit] = []
        for above in self.units[max(0, i - 8) : i][::-1]:
            bare = tidy(above.text)
            if not begins_with_verb(bare) or len(bare.split()) > 25 or LABEL.match(above.text):
                break
            if above.kind is not BlockKind.ITEM and (found or ". " in bare):
                break
            found.append(above)
        return found[::-1]

    def _done_below(self, i: int) -> bool:
        below = self.units[i + 1].text if i + 1 < len(self.units) else ""
        return bool(
            re.match(
                r"\W*(?:completed?|done|closed|discharged|not\s+to\s+be\s+taken\s+forward)\b", below, re.I
            )
        )

    def _begin_list(self, firm: bool) -> None:
        self._close()
        self.old = False
        self.in_list, self.firm, self.by_person = True, firm, ()

    def _close(self) -> None:
        """The list ends; of items that nobody owns those stay that at least order something."""
        self.dropped |= {i for i in self.pending if not begins_with_verb(self.found[i].description)}
        self.in_list, self.pending = False, []

    def _other(self, i: int, unit: Unit) -> None:
        if unit.text and not _LETTER.search(unit.text):
            return  # a line drawn below a heading
        if not unit.text:
            self._close()
            return
        if self.alone:
            self.alone = False
            owned, said = read_action(unit.text, self.owners, unit.start)
            if said and len(said.split()) < _LONG:
                self._add(Stated(((unit.start, unit.end),), said, owned, "below the word action", 0.85))
                return
        above = self.units[i - 1] if i else None
        if not self.in_list and self.trailing and self._take(behind_the_text(unit, above, self.owners)):
            return
        if not (self.in_list and self.names_lead) and self._runs(unit):
            return
        if (of_one := _OF_ONE.match(unit.text)) and (
            owned := tuple(self.owners.many(of_one["by"] or of_one["his"], unit.start))
        ):
            self._begin_list(firm=True)
            self.by_person = owned
            return
        if _LIST_LEAD.search(unit.text) and len(unit.text) < 160 and not _LOOKS_BACK.search(unit.text):
            head = unit.text.rstrip()[-1:] == ":" or unit.kind is BlockKind.HEADING
            self._begin_list(firm=head and "steps" not in unit.text.lower())
            self.old = _FORMER.search(unit.text) is not None
            return
        if self.in_list and self._item(i, unit):
            return
        self.in_list = False
        if unit.kind is BlockKind.HEADING:
            self._close()
        self._take(list(within_the_text(unit, self.owners)))

    def _runs(self, unit: Unit) -> bool:
        """ "JP – Send … . KL – Ask …"; where the word "action" stands between them, by its marks."""
        runs = list(runs_of(unit.text, unit.start, self.owners, small=self.names_lead))
        marked = list(within_the_text(unit, self.owners)) if runs else []
        return self._take(marked if len(marked) > len(runs) else runs)

    def _item(self, i: int, unit: Unit) -> bool:
        """An item of a list of actions; False ends the list."""
        if DETAIL.match(unit.text):
            return True
        marked = unit.kind is BlockKind.ITEM or bool(
            re.match(r"\W*(?:\d{1,2}|[a-z]|[ivx]+)[.)]\s|\s*[•·*▪-]\s", unit.text)
        )
        if self._names_owner(i, unit):
            return True
        if _SECOND.search(unit.text) and self._take(orders_behind(unit.text, unit.start, self.owners)):
            return True
        owned, said = read_item(tidy(unit.text), self.owners, unit.start, self.names_lead)
        owned = owned or (self.by_person if marked or begins_with_verb(said) else ())
        if unit.kind is BlockKind.HEADING and not (owned and begins_with_verb(said)):
            return False
        if (
            not said
            or not (owned or begins_with_verb(said) or (marked and self.firm))
            or not (marked or owned or begins_with_verb(said))
        ):
            return False
        if len(said.split()) > 70:
            return False
        owned, due = self.details(i, owned)
        confidence = 0.9 if owned else 0.75
        if self.firm or owned:
            if not owned:
                self.pending.append(len(self.found))
            self.found.append(
                Stated(
                    ((unit.start, unit.end),),
                    said,
                    owned,
                    "list of actions" if self.firm else "list of next steps",
                    confidence,
                    True,
                    None,
                    is_done(unit.text) or (self.old and is_reported_done(unit.text)),
                    due,
                )
            )
        return True

    def _heads_items(self, i: int) -> bool:
        """Whether an item that is but a name has items below it that order something and name nobody."""
        below = self.units[i + 1] if i + 1 < len(self.units) else None
        if below is None or below.kind is not BlockKind.ITEM or not begins_with_verb(tidy(below.text)):
            return False
        return not read_action(below.text, self.owners, below.start)[0]

    def _names_owner(self, i: int, unit: Unit) -> bool:
        """A line within a list that holds nothing but a person: whose the items below it are."""
        bare_name = unit.text.rstrip(" :").strip(" *")
        if unit.kind is BlockKind.TABLE or len(bare_name) > _NAMES:
            return False
        if unit.kind is BlockKind.ITEM and not self._heads_items(i):
            return False
        found = tuple(self.owners.many(bare_name, unit.start))
        if not found or not (self.owners.are_people(found) or self.owners.are_a_group(found)):
            return False
        self.by_person = found
        return True


def stated_in_lines(units: list[Unit], owners: Owners) -> list[Stated]:
    """Every action that a line states, in order."""
    return _Reader(units, owners).read()

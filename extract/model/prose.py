"""What stands around a roster: the head of the minutes, agenda items, people named in passing."""

from __future__ import annotations

import re
from collections.abc import Callable

from whosat.extract.model import tags
from whosat.extract.model.people import Person
from whosat.extract.model.pieces import Text, join, plain, slot
from whosat.extract.model.seats import Cast, organisation
from whosat.extract.model.words import lines

_PARTS = re.compile(r"(\{\w+\})")
_LABELLED = {
    "STRATEGY": ("strategy", tags.STRATEGY),
    "BOARD": ("board", tags.BOARD),
    "JOB": ("job", tags.JOB),
    "ROLE": ("role", tags.ROLE),
}


class Prose:
    """Writes the text of one document's minutes; the people of its roster turn up again."""

    def __init__(self, cast: Cast, known: list[Person]) -> None:
        self.cast, self.words, self.rng = cast, cast.words, cast.rng
        self.known = known

    def _person(self) -> Person:
        if self.known and self.words.often(0.5):
            return self.rng.choice(self.known)
        return self.cast.people.person(0.2)

    def _mentioned(self) -> Text:
        person = self._person()
        name = slot(f"{person.given} {person.surname}", tags.MENTIONED)
        return slot(person.title, tags.TITLE) + " " + name if person.title and self.words.often(0.7) else name

    def _part(self, symbol: str) -> Text:
        if symbol in _LABELLED:
            kind, label = _LABELLED[symbol]
            return slot(self.words.draw(kind), label)
        makers: dict[str, Callable[[], Text]] = {
            "mentioned": self._mentioned,
            "minitials": lambda: slot(self._person().initials, tags.INITIALS),
            "msurname": lambda: slot(self._person().surname, tags.MENTIONED),
            "mfirst": lambda: slot(self._person().given.split()[0], tags.MENTIONED),
            "ORG": lambda: organisation(self.words.draw("organisation")),
            "DATE": lambda: slot(self.words.date(), tags.DATE),
            "PLACE": lambda: slot(self.words.draw("venue" if self.words.often(0.5) else "place"), tags.PLACE),
            "ROLE_chair": lambda: slot("chair", tags.ROLE),
        }
        return makers[symbol]() if symbol in makers else plain(self.words.draw(symbol))

    def fill(self, template: str) -> Text:
        """Write a template whose symbols in braces are slots or words."""
        parts = _PARTS.split(template.replace("\\t", "\t").replace("\\n", "\n"))
        return join("", [self._part(part[1:-1]) if part.startswith("{") else part for part in parts])

    def sentence(self) -> Text:
        """Write one sentence of minutes."""
        return self._drawn("prose")

    def item(self, number: int) -> Text:
        """Write one agenda item: its heading and some sentences."""
        title = self._drawn("item")
        marks = ("N. ", "N ", "N\t", "Item N: ", "", "## ", "0N/26 ", "### N. ", "## N. ", "**", "N) ", "# ")
        mark = self.rng.choice(marks).replace("N", str(number))
        gap = self.rng.choice(("\n", " ", "\n\n"))
        return mark + title + "\n" + join(gap, [self.sentence() for _ in range(self.rng.randint(1, 4))])

    def body(self, items: int) -> Text:
        """Write several agenda items."""
        return join(self.rng.choice(("\n\n", "\n")), [self.item(number) for number in range(1, items + 1)])

    def head(self) -> Text:
        """Write the head of the minutes: body, date, place, in many orders."""
        return self._drawn("head")

    def counter(self) -> Text:
        """Write something that looks like a roster and is none: an agenda, actions, contacts, papers."""
        rows = [self._drawn("counter") for _ in range(self.rng.randint(2, 6))]
        return self._drawn("counter_head") + "\n" + join("\n", rows)

    def _drawn(self, symbol: str) -> Text:
        ways, totals = lines(symbol)
        return self.fill(self.rng.choices(ways, cum_weights=totals)[0])

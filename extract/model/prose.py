"""What stands around a roster: the head of the minutes, agenda items, sentences that name people in passing."""

from __future__ import annotations

import re

from whosat.extract.model import tags
from whosat.extract.model.pieces import Text, join, plain, slot
from whosat.extract.model.people import Person
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
        makers = {
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
        parts = _PARTS.split(template.replace("\\t", "\t"))
        return join("", [self._part(part[1:-1]) if part.startswith("{") else part for part in parts])

    def sentence(self) -> Text:
        """Write one sentence of minutes."""
        ways, totals = lines("prose")
        return self.fill(self.rng.choices(ways, cum_weights=totals)[0])

    def item(self, number: int) -> Text:
        """Write one agenda item: its heading and some sentences."""
        ways, totals = lines("item")
        title = self.fill(self.rng.choices(ways, cum_weights=totals)[0])
        mark = self.rng.choice((f"{number}. ", f"{number} ", f"{number}\t", f"Item {number}: ", "", "## ", f"{number:03}/26 ", f"{number}.\t"))
        gap = self.rng.choice(("\n", " ", "\n\n"))
        return mark + title + "\n" + join(gap, [self.sentence() for _ in range(self.rng.randint(1, 4))])

    def body(self, items: int) -> Text:
        """Write several agenda items."""
        return join(self.rng.choice(("\n\n", "\n")), [self.item(number) for number in range(1, items + 1)])

    def head(self) -> Text:
        """Write the head of the minutes: body, date, place, in many orders."""
        board = slot(self.words.draw("board"), tags.BOARD)
        date = slot(self.words.date(), tags.DATE)
        place = slot(self.words.draw("venue"), tags.PLACE)
        word = self.rng.choice(("Minutes", "MINUTES", "Notes", "Draft minutes", "Minutes of the meeting", "Meeting notes", "Action notes"))
        ways = (
            board + "\n" + word + "\n" + date + "\n" + place,
            word + " of the " + board + " held on " + date + " at " + place,
            word + " of " + board + "\nheld on " + date + ", " + self.words.time() + "\n" + place,
            board + " – " + date + "\n" + place,
            board + "\n" + date + ", " + self.words.time() + " – " + self.words.time() + "\nVenue: " + place,
            word + "\n\n" + board + "\n\nDate: " + date + "\nTime: " + self.words.time() + "\nVenue: " + place,
            "At a meeting of the " + board + " held at " + place + " on " + date,
            "# " + board + " " + word.lower() + "\n\n**Date:** " + date,
            board + " Meeting\t" + date + "\t" + place,
            date + " " + board + " " + word.lower(),
        )
        return self.rng.choice(ways)

    def counter(self) -> Text:
        """Write something that looks like a roster and is none: an agenda, actions, contacts, a distribution list."""
        rows = [self.fill(self.rng.choice(_COUNTERS)) for _ in range(self.rng.randint(2, 6))]
        return self.rng.choice(_COUNTER_HEADS) + "\n" + join("\n", rows)


_COUNTER_HEADS = ("Agenda", "Actions", "Action log\nItem\tAction\tOwner\tDue", "Contacts", "Item\tSubject\tLead", "Payments", "Decisions", "Background papers", "Contents", "")
_COUNTERS = (
    "{digit}\t{subject} report\t{mentioned}",
    "{digit}. {subject} plan – {minitials}",
    "{mentioned} to write to {ORG}\t{minitials}\t{DATE}",
    "Prepare the {STRATEGY}\t{mentioned}\t{month}",
    "{ORG}\t£{money}",
    "{DATE}\t{BOARD}\t{PLACE}",
    "{subject}: {mentioned}",
    "{BOARD}",
    "{STRATEGY}",
    "{mentioned}, {JOB}, {ORG}: {lower}@{lower}.{tld}",
    "Strengthen {subject} with {ORG}",
    "{time}\tWelcome\t{mentioned}",
)

"""Words from the vocabulary: a small grammar whose rules are the files in `vocabulary/`.

Each line of `council.txt` is one way to write `{council}`; `5x ` before it makes it five times as likely.
A few symbols are made here instead: invented names, numbers, acronyms.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files

_SYMBOL = re.compile(r"\{(\w+)\}")


@cache
def lines(symbol: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the ways to write a symbol, and their running weights."""
    text = (files("whosat.extract.model") / "vocabulary" / f"{symbol}.txt").read_text(encoding="utf-8")
    ways: list[str] = []
    totals: list[int] = []
    for line in filter(None, text.splitlines()):
        weight = re.match(r"(\d+)x ", line)
        ways.append(line[weight.end() :] if weight else line)
        totals.append((totals[-1] if totals else 0) + (int(weight[1]) if weight else 1))
    return tuple(ways), tuple(totals)


class Words:
    """Draws words; the same seed gives the same words."""

    def __init__(self, rng: random.Random, surname: Callable[[], str], first: Callable[[], str]) -> None:
        self.rng = rng
        self._made: dict[str, Callable[[], str]] = {
            "surname": surname,
            "first": first,
            "invented": self.invented,
            "invented_town": self.invented_town,
            "acronym": lambda: self.acronym(),
            "lower": lambda: self.invented().lower().replace(" ", ""),
            "Noun": lambda: self.draw("noun"),
            "lowerfunction": lambda: self.draw("function").lower(),
            "postcode": self._postcode,
            "digit": lambda: str(rng.randint(1, 9)),
            "letter": lambda: rng.choice("ABCDEFGHKLMNPRST"),
            "room": lambda: f"{rng.choice('ABCG')}{rng.randint(1, 40)}",
            "money": lambda: f"{rng.randint(1, 90)},{rng.randint(0, 999):03}",
            "year": lambda: str(rng.randint(1998, 2031)),
            "yearrange": self._years,
            "time": self.time,
        }

    def draw(self, symbol: str) -> str:
        """Write a symbol, and every symbol within it."""
        if symbol in self._made:
            return self._made[symbol]()
        ways, totals = lines(symbol)
        way = self.rng.choices(ways, cum_weights=totals)[0]
        return self.fill(way) if "{" in way else way

    def fill(self, template: str) -> str:
        """Write every symbol within a template."""
        return _SYMBOL.sub(lambda match: self.draw(match[1]), template)

    def often(self, chance: float) -> bool:
        """Return True so often."""
        return self.rng.random() < chance

    def syllables(self, count: int) -> str:
        """Invent a word."""
        word = "".join(self.draw("onset") + self.draw("vowel") for _ in range(count)) + self.draw("coda")
        return word.capitalize()

    def invented(self) -> str:
        """Invent a name that a firm, a project or a charity could have."""
        way = self.rng.random()
        if way < 0.45:
            return self.syllables(self.rng.randint(1, 3))
        if way < 0.6:
            return self.draw("noun") + self.rng.choice(("", "ly", "ify", "ia", "io", "eo", "r", "wise"))
        if way < 0.7:
            return self.syllables(1) + self.draw("noun")
        if way < 0.8:
            return self.draw("adjective") + self.draw("noun")
        if way < 0.9:
            return self.draw("noun") + " " + self.draw("noun")
        return self.syllables(2).upper()

    def invented_town(self) -> str:
        """Invent a town."""
        return self.draw("town_head") + self.draw("town_tail")

    def acronym(self, name: str = "") -> str:
        """Return a name's initial letters, or invent some."""
        if name:
            return "".join(word[0] for word in re.findall(r"[A-Za-z]\w*", name) if word[0].isupper())
        vowel = self.rng.choice(("A", "E", "I", "O", "S", "C"))
        rest = self.rng.choices("ABCDEFGHILMNOPRSTUVW", k=self.rng.choice((1, 2, 2, 2, 3, 3, 4)))
        return "".join(self.rng.sample([vowel, *rest], len(rest) + 1))

    def time(self) -> str:
        """Write a time of day."""
        hour, minute = self.rng.randint(8, 20), self.rng.choice((0, 0, 15, 30, 45, 10))
        half = "pm" if hour > 11 else "am"
        ways = (f"{hour:02}:{minute:02}", f"{hour % 12 or 12}.{minute:02}{half}", f"{hour}.{minute:02}")
        return self.rng.choice(ways)

    def _postcode(self) -> str:
        one, two, three, four = self.rng.choices("ABCDEFGHJLNPRSTW", k=4)
        return f"{one}{two}{self.rng.randint(1, 30)} {self.rng.randint(1, 9)}{three}{four}"

    def _years(self) -> str:
        first = self.rng.randint(1999, 2027)
        until = first + self.rng.randint(1, 9)
        return self.rng.choice((f"{first}-{until}", f"{first}–{until % 100:02}", f"{first}/{until % 100:02}"))

    def date(self) -> str:
        """Write a date, in one of many forms."""
        day = dt.date(1998, 1, 1) + dt.timedelta(days=self.rng.randrange(365 * 32))
        number, month, year = day.day, day.strftime("%B"), day.year
        suffix = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        weekday = day.strftime("%A")
        short = day.strftime("%b")
        return self.rng.choice(
            (
                f"{number} {month} {year}",
                f"{number} {month} {year}",
                f"{number}{suffix} {month} {year}",
                f"{number}{suffix} {month}",
                f"{weekday} {number} {month} {year}",
                f"{weekday} {number}{suffix} {month} {year}",
                f"{weekday}, {number} {month} {year}",
                f"{weekday} the {number}{suffix} of {month} {year}",
                f"{month} {number}, {year}",
                f"{number:02}/{day.month:02}/{year}",
                f"{number}.{day.month}.{year % 100:02}",
                f"{number} {short} {year}",
                f"{weekday[:3]} {number} {short} {year % 100:02}",
                f"{year}-{day.month:02}-{number:02}",
                f"{month} {year}",
                f"{number} {suffix} {month} {year}",
            )
        )

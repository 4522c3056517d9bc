"""How one person is written on a line: pieces with their delimiters, each left out where there is
nothing to say.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from whosat.extract.evaluation.people import Person
from whosat.extract.evaluation.sheet import Attendee, Sheet


def as_full(one: Person) -> str:
    """Jane Smith."""
    return one.full


def as_formal(one: Person) -> str:
    """Mrs Jane Smith, with post-nominals."""
    return f"{one.formal} {one.letters}".strip()


def as_capitals(one: Person) -> str:
    """Jane SMITH."""
    return f"{one.given} {one.family.upper()}"


def as_reversed(one: Person) -> str:
    """Smith, Jane (Mrs)."""
    return f"{one.family}, {one.given}" + (f" ({one.title})" if one.title else "")


def as_initialled(one: Person) -> str:
    """J. Smith."""
    return f"{one.given[0]}. {one.family}"


def as_councillor(one: Person) -> str:
    """Cllr Jane Smith."""
    return f"Cllr {one.full}"


NAME_FORMS = {
    "full": as_full,
    "formal": as_formal,
    "capitals": as_capitals,
    "reversed": as_reversed,
    "initialled": as_initialled,
    "councillor": as_councillor,
}


@dataclass(frozen=True, slots=True)
class Template:
    """The pieces of a line: "{name}", "{chair}", "{initials}", "{org}", "{job}", "{deputy}" with what
    joins them.
    """

    pieces: tuple[str, ...]
    form: str = "full"

    def write(self, sheet: Sheet, one: Attendee, notes: bool = False) -> str:
        """The person's line, entered into the truth; `notes` adds now and then how or how long
        somebody attended.
        """
        said = {
            "name": NAME_FORMS[self.form](one.person),
            "chair": sheet.chair(one).strip(),
            "initials": one.person.initials,
            "org": sheet.organisation(one),
            "job": one.job,
            "deputy": sheet.deputy(one).strip(),
        }
        written = {piece: _filled(piece, said) for piece in self.pieces}
        line = "".join(written.values())

        def told(what: str) -> bool:
            return any("{" + what + "}" in piece and text for piece, text in written.items())

        for needed in ("chair", "deputy"):
            if said[needed] and not told(needed):
                line += f" {said[needed]}"
        shown = "" if self.form != "initialled" else f"{one.person.given[0]} {one.person.family}"
        sheet.tell(
            one,
            shown,
            organisation=told("org"),
            initials=one.person.initials if told("initials") else None,
            role=one.job if told("job") else None,
        )
        note = sheet.rng.choice(NOTES) if notes and sheet.rng.random() < 0.12 else ""
        return line + (f" ({note})" if note and one.status in ("present", "guest") else "")


NOTES = (
    "via Teams",
    "by phone",
    "until item 6",
    "from 10.15am",
    "left at 3.40pm",
    "online",
    "virtual",
    "items 4-6 only",
    "part",
)


def _filled(piece: str, said: dict[str, str]) -> str:
    needed = re.findall(r"\{(\w+)\}", piece)
    return piece.format(**said) if all(said[word] for word in needed) else ""


def messy(rng: random.Random, line: str) -> str:
    """A line as somebody types it in a hurry: a blank lost or doubled, another dash, a stray mark at
    the end.
    """
    match rng.randrange(9):
        case 0:
            return line.replace(" – ", "– ", 1)
        case 1:
            return line.replace(" – ", " -", 1)
        case 2:
            return line.replace(" (", "(", 1)
        case 3:
            return line.replace(", ", ",", 1)
        case 4:
            return line + rng.choice((",", " ", ".", ";"))
        case 5:
            return line.replace(" ", "  ", 1)
        case 6:
            return line.replace(" - ", " – ", 1)
        case 7:
            return re.sub(r"\)$", "", line, count=1)
        case _:
            return "\t" + line if not line.startswith("\t") else line

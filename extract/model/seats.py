"""Who sits in an invented roster, for whom and as what; and how one line says so."""

from __future__ import annotations

from dataclasses import dataclass

from whosat.extract.model import tags
from whosat.extract.model.people import NameStyle, People, Person, named, styled
from whosat.extract.model.pieces import Text, join, slot

COUNCIL, PARTNERSHIP, PLAIN = "council", "partnership", "plain"


@dataclass(frozen=True, slots=True)
class Seat:
    """One person's place in a roster; empty strings for what is not said."""

    person: Person
    org: str = ""
    job: str = ""
    role: str = ""
    party: str = ""
    via: str = ""
    principal: Person | None = None
    nobody: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """What the lines of one roster tell, each as the share of lines that do."""

    org: float
    job: float
    initials: bool
    titled: float
    party: float = 0.0


class Cast:
    """The people and bodies of one document, and how it writes them."""

    def __init__(self, people: People) -> None:
        self.people, self.words, self.rng = people, people.words, people.rng
        self.kind = self.rng.choices((COUNCIL, PARTNERSHIP, PLAIN), weights=(25, 60, 15))[0]
        self.shape = self._shape()
        self.style = NameStyle.drawn(self.words)
        self.marks: dict[str, str] = {}
        self.unheaded = False  # a roster whose heading a conversion has lost
        self.noted = self.rng.choice((0.0, 0.0, 0.05, 0.2))
        self.orgs = [self._org() for _ in range(self.rng.randint(2, 9))]

    def _shape(self) -> Shape:
        rng = self.rng
        if self.kind == COUNCIL:
            return Shape(0.05, 0.1, False, rng.choice((0.0, 0.9, 1.0)), rng.choice((0, 0, 0.6)))
        if self.kind == PLAIN:  # a university court, a trust board: titles and posts, no organisations
            return Shape(0.0, rng.choice((0, 0, 0.8)), rng.random() < 0.3, rng.choice((0, 0.1, 0.5, 1)))
        return Shape(
            rng.choice((0.8, 0.93, 1)),
            rng.choice((0, 0, 0.15, 0.5, 0.95)),
            rng.random() < 0.35,
            rng.choice((0, 0.08, 0.15, 0.4)),
        )

    def _org(self) -> str:
        org = self.words.draw("organisation")
        roll = self.rng.random()
        if roll < 0.08 and len(org.split()) > 2:
            return self.words.acronym(org) or org
        if roll < 0.12 and len(org.split()) > 2:
            return f"{org} ({self.words.acronym(org)})"
        return org.lower() if roll > 0.99 else org

    def seat(self, role_chance: float = 0.12) -> Seat:
        """Draw somebody."""
        often, shape = self.words.often, self.shape
        person = styled(self.people.person(shape.titled, self.kind == COUNCIL), self.style)
        return Seat(
            person,
            org=self.rng.choice(self.orgs) if often(shape.org) else "",
            job=self._job() if often(shape.job) else "",
            role=self.words.draw("role") if often(role_chance) else "",
            party=self.words.draw("party") if often(shape.party) else "",
            via=self.words.draw("via") if often(0.04) else "",
            principal=styled(self.people.person(shape.titled / 2), self.style) if often(0.05) else None,
            nobody=self.words.draw("nobody") if often(0.04 if self.kind == COUNCIL else 0.02) else "",
            note=self.words.draw("note") if often(self.noted) else "",
        )

    def _job(self) -> str:
        job = self.words.draw("job")
        return job.lower() if self.words.often(0.05) else job

    def seats(self, low: int = 1, high: int = 9) -> list[Seat]:
        """Draw several people."""
        chances = (0.45, 0.2, 0.05)  # who chairs stands first, as a rule
        return [self.seat(chances[min(number, 2)]) for number in range(self.rng.randint(low, high))]

    def name(self, seat: Seat) -> Text:
        """Write the seat's name."""
        if seat.nobody:
            return slot(seat.nobody, tags.NOBODY)
        return named(seat.person, self.style)


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How the lines of one list are built."""

    lead: str = ""
    first: str = ", "
    wrap: str = ""
    second: str = ", "
    initials: str = ""
    role: str = "paren"
    org_first: bool = False
    end: str = ""

    @classmethod
    def drawn(cls, cast: Cast, lead: str | None = None) -> LineStyle:
        """Draw a style."""
        rng = cast.rng
        pick = rng.choice
        return cls(
            lead=_lead(cast) if lead is None else lead,
            first=pick(FIRST),
            wrap=pick(("", "", "", "()", "()", "[]")),
            second=pick((", ", ", ", " – ", " - ", "/", " at ", "; ", " | ")),
            initials=pick(("paren", "paren", "paren", "bare", "dash", "before", "last", "square", "merged"))
            if cast.shape.initials
            else "",
            role=pick(("paren", "paren", "paren", "dash", "last", "before", "comma", "bracket last")),
            org_first=rng.random() < 0.15,
            end=rng.choices(("", ";", ",", "."), weights=(20, 1, 1, 1))[0],
        )


FIRST = (
    ", ", ", ", ", ", ", ", " – ", " – ", " – ", " - ", " - ", " - ", " — ", ": ",
    " / ", "/", "\t", "\t", "\t", "\t\t", "  ", "  ", "    ", " ", " ", " ",
    " ", "- ", " -", "-", "–", " | ", " from ", " of ", " representing ", ", representing ", " (", " (",
    "; ", " … ", " .... ", " @ ", " ~ ", ",", "\n\t", ", from ",
)  # fmt: skip


def _lead(cast: Cast) -> str:
    return cast.rng.choices(
        ("", "• ", "- ", "* ", "· ", "\t", "n", "o ", "– ", " ", "▪ ", "a", "  - ", "\t•\t"),
        weights=(30, 4, 4, 4, 1, 4, 4, 1, 1, 1, 1, 1, 1, 1),
    )[0]


def lead(style: LineStyle, number: int) -> str:
    """Return what stands before the line of that number (from 0)."""
    if style.lead == "n":
        return f"{number + 1}. "
    if style.lead == "a":
        return f"{chr(97 + number % 26)}) "
    return style.lead


def initials(seat: Seat) -> Text:
    """Write the seat's initials."""
    return slot(seat.person.initials, tags.INITIALS)


def org(seat: Seat) -> Text:
    """Write the seat's organisation; an acronym in brackets behind it is a slot of its own."""
    return organisation(seat.org)


def organisation(words: str, label: str = tags.ORG) -> Text:
    """Write an organisation; an acronym in brackets behind it is a slot of its own."""
    head, bracket, tail = words.rpartition(" (")
    if bracket and tail.endswith(")") and tail[:-1].isupper():
        return slot(head, label) + " (" + slot(tail[:-1], label) + ")"
    return slot(words, label)


def standing(cast: Cast, seat: Seat, style: LineStyle) -> Text:
    """Write the name with initials and role."""
    name = cast.name(seat)
    if seat.nobody:
        return name
    role, letters = slot(seat.role, tags.ROLE), initials(seat)
    shown = style.initials
    if shown == "merged" and role:
        return name + " (" + letters + cast.rng.choice(("/", " - ", ", ", " – ")) + role + ")"
    forms = {
        "paren": name + " (" + letters + ")",
        "merged": name + " (" + letters + ")",
        "square": name + " [" + letters + "]",
        "bare": name + " " + letters,
        "dash": name + " - " + letters,
        "before": letters + cast.rng.choice((" – ", "\t", " ", ": ", " - ")) + name,
    }
    text = forms.get(shown, name)
    if not role:
        return text
    return {
        "paren": text + " (" + role + ")",
        "dash": text + " – " + role,
        "comma": text + ", " + role,
        "before": role + cast.rng.choice((": ", " – ", " ", ", ")) + text,
    }.get(style.role, text)


def details(seat: Seat, style: LineStyle) -> Text:
    """Write the job title and the organisation, or the party."""
    parts = [slot(seat.job, tags.JOB), org(seat)]
    if style.org_first:
        parts.reverse()
    if seat.party:
        parts.append(slot(seat.party, tags.PARTY))
    return join(style.second, [part for part in parts if part])


def deputy(cast: Cast, seat: Seat) -> Text:
    """Write for whom the seat's person deputises."""
    if seat.principal is None:
        return Text()
    often = cast.words.often
    whom = named(seat.principal, cast.style, tags.PRINCIPAL)
    if often(0.25):
        whom = whom + cast.rng.choice((", ", " – ", " of ")) + organisation(cast.rng.choice(cast.orgs))
    said = slot(cast.words.draw("deputy_for").lstrip("("), tags.DEPUTY + ".for") + " " + whom
    if often(0.12):
        by = slot(cast.words.draw("deputy_by"), tags.DEPUTY + ".by")
        said = by + " " + named(seat.principal, cast.style)
    way = cast.rng.random()
    if way < 0.6:
        return " (" + said + ")"
    return cast.rng.choice((" – ", ", ", " ", " - ", "\t", "; ")) + said


def line(cast: Cast, seat: Seat, style: LineStyle) -> Text:
    """Write one line of a list."""
    text = standing(cast, seat, style)
    more = details(seat, style) if not seat.nobody or cast.words.often(0.4) else Text()
    if more:
        text = _attached(text, more, style)
    if seat.nobody:
        return text + style.end
    if style.initials == "last":
        text = text + cast.rng.choice((" ", "\t", " - ")) + initials(seat)
    if seat.role and style.role in ("last", "bracket last"):
        role = slot(seat.role, tags.ROLE)
        text = text + (" (" + role + ")" if style.role != "last" else " – " + role)
    if seat.via:
        text = text + cast.rng.choice((" ", " (", ", ")) + slot(seat.via.strip("()"), tags.VIA)
        text = text + (")" if text[-2].words.endswith(" (") else "")
    if seat.note:
        text = text + cast.rng.choice((" (#)", " - #", ", #", " [#]")).replace("#", seat.note)
    return text + deputy(cast, seat) + style.end


def _attached(text: Text, more: Text, style: LineStyle) -> Text:
    if style.wrap:
        return text + " " + style.wrap[0] + more + style.wrap[1]
    close = ")" if style.first == " (" else ""
    return text + style.first + more + close

"""A corpus whose identities are known: people and bodies who appear in many documents under many names.

What the names say is what real minutes do to them: initials, nicknames, titles, lost accents, typing
mistakes, middle names; acronyms, abbreviations, "&", "the", short forms that only hold in
the paper of their own place. There are namesakes in other counties and organisations, and
bodies that were renamed and are two.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from whosat.extract.evaluation.bodies import PLACES
from whosat.extract.evaluation.people import CULTURES, Person, person, words
from whosat.extract.evaluation.variants import body_variant, person_variant
from whosat.ontology.facts import (
    Attendance,
    DocumentFacts,
    Entity,
    Evidence,
    Kind,
    Link,
    Meeting,
    Mention,
    Passage,
    Relation,
    Status,
)

ORGANISATIONS = words(
    """{c} County Council, {p} City Council, {q} District Council, {c} Constabulary, {c} Primary Care
    Trust, {c} Fire and Rescue Service, {p} Hospitals NHS Foundation Trust, Age UK {c}, {p}
    Chamber of Trade & Commerce, University of {c}, {p} Homes, {c} Association of Voluntary
    Service, Environment Agency, {q} Volunteer Centre, {c} Probation Trust, {p} College, Housing &
    Care {c}"""
)
BOARDS = words(
    """{p} Partnership, {c} Safeguarding Adults Board, {c} Safeguarding Children Board, {c} Health
    and Wellbeing Board, {p} Community Safety Partnership, {q} Housing Forum"""
)
RENAMED = (
    ("{c} Primary Care Trust", "{c} Clinical Commissioning Group"),
    ("{c} Safeguarding Children Board", "{c} Safeguarding Children Partnership"),
)
"""A body's name, and the one of the body that took its place in 2013."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the invented world: an identity, the organisation, and the boards sat on."""

    key: str
    person: Person
    organisation: str
    boards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class County:
    """One county of the invented world; bodies by their names, which are their identities."""

    name: str
    place: str
    neighbour: str
    organisations: tuple[str, ...]
    boards: tuple[str, ...]
    members: tuple[Member, ...]


@dataclass(slots=True)
class Identities:
    """The documents, who each mention is, and the mentions that are hard for a reason of their own."""

    documents: list[DocumentFacts] = field(default_factory=list)
    people: dict[Mention, str] = field(default_factory=dict)
    bodies: dict[Mention, str] = field(default_factory=dict)
    initialled: set[Mention] = field(default_factory=set)
    namesakes: set[Mention] = field(default_factory=set)
    renamed: set[Mention] = field(default_factory=set)


def identities(seed: int, count: int = 200) -> Identities:
    """`count` documents of four counties; the same for the same seed."""
    rng = random.Random(f"identities {seed}")
    counties = _counties(rng)
    shared = {name for name in _names(counties) if _names(counties).count(name) > 1}
    found = Identities()
    for number in range(count):
        county = counties[number % len(counties)]
        _Writer(rng, county, number, shared, found).write()
    return found


def _names(counties: list[County]) -> list[str]:
    return [member.person.full for county in counties for member in county.members]


def _counties(rng: random.Random) -> list[County]:
    single = [place for place in PLACES if " " not in place]
    chosen = rng.sample(single, 12)
    namesakes = [person(rng, "english") for _ in range(8)]
    return [_county(rng, chosen[at], chosen[at + 1], chosen[at + 2], namesakes) for at in range(0, 12, 3)]


def _county(rng: random.Random, county: str, place: str, neighbour: str, namesakes: list[Person]) -> County:
    def fill(template: str) -> str:
        return template.format(c=f"{county}shire", p=place, q=neighbour)

    organisations = [fill(template) for template in ORGANISATIONS]
    boards = [fill(template) for template in BOARDS]
    people = [*rng.sample(namesakes, 4), *_strangers(rng, 34)]
    members = []
    for one in people:
        organisation = rng.choice(organisations)
        sits = tuple(rng.sample(boards, rng.choice((1, 1, 2, 3))))
        members.append(Member(f"{one.full} of {organisation} ({county})", one, organisation, sits))
    members += [_namesake(rng, member, county, organisations, boards) for member in members[4:8]]
    return County(county, place, neighbour, tuple(organisations), tuple(boards), tuple(members))


def _namesake(
    rng: random.Random, member: Member, county: str, organisations: list[str], boards: list[str]
) -> Member:
    """Somebody else of the same name in the same county, in another organisation and on another board."""
    organisation = rng.choice([one for one in organisations if one != member.organisation])
    board = rng.choice([one for one in boards if one not in member.boards])
    return Member(f"{member.person.full} of {organisation} ({county})", member.person, organisation, (board,))


def _strangers(rng: random.Random, count: int) -> list[Person]:
    """People with names of their own, and a few whom an initial can't tell apart."""
    found: list[Person] = []
    while len(found) < count:
        one = person(rng)
        if all(one.full != other.full for other in found):
            found.append(one)
    twin = found[0]
    alike = [given for given in CULTURES["english"][0] if given[0] == twin.given[0] and given != twin.given]
    return [*found[:-1], Person(rng.choice(alike or ["Joan"]), twin.family)]


class _Writer:
    """One document as it is written: the text, and the entities whose names stand in it."""

    def __init__(
        self, rng: random.Random, county: County, number: int, shared: set[str], found: Identities
    ) -> None:
        self.rng, self.county, self.shared, self.found = rng, county, shared, found
        self.name = f"{number:03d}-{county.name.lower()}.txt"
        self.sha = hashlib.sha256(f"{self.name} {rng.random()}".encode()).hexdigest()
        self.renamed = [
            (old.format(c=f"{county.name}shire"), new.format(c=f"{county.name}shire")) for old, new in RENAMED
        ]
        self.text = ""
        self.date = dt.date(2006, 1, 10) + dt.timedelta(days=rng.randrange(0, 4200))
        self.entities: dict[str, Entity] = {}
        self.known: dict[str, str] = {}

    def write(self) -> None:
        """Write the document and enter it, with its truth."""
        board_key = self.rng.choice(self.county.boards)
        board = self.body(board_key, Kind.BOARD, whole=True)
        meeting = Meeting(board, self.date, self.evidence(f"{board}, {self.date:%d %B %Y}"))
        sitting = [one for one in self.county.members if board_key in one.boards]
        attendances = tuple(self.attendance(one, sitting) for one in self.rng.sample(sitting, k=len(sitting)))
        links = tuple(self.renamings())
        self.found.documents.append(
            DocumentFacts(
                self.name,
                self.sha,
                "txt",
                self.text,
                entities=tuple(self.entities.values()),
                meetings=(meeting,),
                attendances=attendances,
                links=links,
            )
        )

    def evidence(self, line: str) -> Evidence:
        """Evidence for a line that is put under the text."""
        start = len(self.text)
        self.text += line + "\n"
        passage = Passage(start, start + len(line), line, self.text.count("\n"))
        return Evidence((passage,), 0.95, "identities")

    def attendance(self, one: Member, sitting: list[Member]) -> Attendance:
        """Somebody's line in the roster."""
        twins = sum(other.person.family == one.person.family for other in sitting) > 1
        written, initialled = person_variant(self.rng, one.person, plain=twins)
        if written in self.entities:
            written, initialled = one.person.full, False
        organisation = self.body(self.current(one.organisation), Kind.ORGANISATION)
        evidence = self.evidence(f"{written} – {organisation}")
        title = one.person.title if self.rng.random() < 0.2 else None
        self.entities[written] = Entity(Kind.PERSON, written, evidence, honorific=title or None)
        mention = Mention(self.sha, written)
        self.found.people[mention] = one.key
        if initialled:
            self.found.initialled.add(mention)
        if one.person.full in self.shared:
            self.found.namesakes.add(mention)
        status = Status.APOLOGIES if self.rng.random() < 0.2 else Status.PRESENT
        return Attendance(0, written, status, evidence, representing=organisation)

    def current(self, key: str) -> str:
        """The organisation, or what it was renamed to by the date of this document."""
        return dict(self.renamed).get(key, key) if self.date.year >= 2013 else key

    def body(self, key: str, kind: Kind, whole: bool = False) -> str:
        """The name under which this document speaks of a body, which it keeps to throughout."""
        if kind is Kind.BOARD:
            key = self.current(key)
        if key not in self.known:
            written, aliases = body_variant(self.rng, key, self.county.place, whole)
            if written in self.entities:
                written, aliases = key, ()
            self.known[key] = written
            self.entities[written] = Entity(kind, written, self.evidence(written), aliases)
            self.found.bodies[Mention(self.sha, written)] = key
            if any(key in pair for pair in self.renamed):
                self.found.renamed.add(Mention(self.sha, written))
        return self.known[key]

    def renamings(self) -> Iterator[Link]:
        """Now and then a later document says what a body was called before."""
        for old, new in self.renamed:
            if self.date.year >= 2013 and new in self.known and self.rng.random() < 0.2:
                before = self.body_as_it_was(old)
                evidence = self.evidence(f"{self.known[new]}, previously the {before}")
                yield Link(self.known[new], Relation.SUCCEEDS, before, evidence)

    def body_as_it_was(self, key: str) -> str:
        """The earlier body, under its full name."""
        if key not in self.entities:
            self.entities[key] = Entity(Kind.ORGANISATION, key, self.evidence(key))
            self.found.bodies[Mention(self.sha, key)] = key
            self.found.renamed.add(Mention(self.sha, key))
        return key

"""Invented corpora with known identities: who each name in each document truly is."""

from __future__ import annotations

import datetime as dt
import hashlib
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from whosat.ontology.facts import (
    Attendance,
    DocumentFacts,
    Entity,
    Evidence,
    Kind,
    Link,
    Meeting,
    Mention,
    Relation,
    Resolution,
    Status,
)

GIVEN = (
    "Alice Brian Catherine Daniel Elizabeth Frederick Gillian Harriet Ivan Jennifer Kenneth Lorraine "
    "Michael Nicola Oliver Patricia Quentin Robert Stephanie Timothy Ursula Victoria William Yvonne "
    "Amina Bogdan Chloe Deepak Eilidh Farrukh Gethin Hannah Imogen Joseph Kofi Leila Margaret Niamh "
    "Owen Priya Rhodri Samuel Tara Umar Valerie Wendy Xenia Zachary Susan David James Thomas "
    "Christopher Andrew Philip Deborah Pamela"
).split()
SHORT = {
    "Catherine": "Kate", "Daniel": "Dan", "Elizabeth": "Liz", "Frederick": "Fred", "Gillian": "Jill",
    "Jennifer": "Jenny", "Kenneth": "Ken", "Michael": "Mike", "Patricia": "Pat", "Robert": "Bob",
    "Stephanie": "Steph", "Timothy": "Tim", "Victoria": "Vicky", "William": "Bill", "Joseph": "Joe",
    "Margaret": "Maggie", "Samuel": "Sam", "Susan": "Sue", "David": "Dave", "James": "Jim", "Thomas": "Tom",
    "Christopher": "Chris", "Andrew": "Andy", "Philip": "Phil", "Deborah": "Debbie", "Pamela": "Pam",
}  # fmt: skip
SURNAMES = (
    "Abernathy Blackwood Carruthers Dunmore Ellwood Fairclough Garside Hathersage Inkpen Jephcott "
    "Kettering Lonsdale Mossop Nettleton Ormerod Pemberton Quarmby Ravenscroft Stapleton Thistlewood "
    "Umpleby Venables Wetherby Yarrow Zeller Okonkwo Adeyemi Chaudhry Banerjee Kowalska Nowak Fernandes "
    "Llewellyn Macpherson O'Brien Gallagher Smith Jones Taylor Brown Williams Wilson Davies Evans "
    "Thomas Roberts Walker Wright Khan Patel Ahmed Bradshaw Cartwright Drummond Eastwood Fothergill "
    "Greenhalgh Holdsworth Ibbotson Jessop Kirkbride"
).split()
PLACES = ("Elmstead", "Brackwater", "Tarnley", "Ouseby")
ORGANISATIONS = (
    "{} City Council", "{} Borough Council", "{} Clinical Commissioning Group", "{} Constabulary",
    "{} Chamber of Commerce", "{} Citizens Advice", "{} College", "Age Concern {}", "{} Homes Limited",
    "{} and District Housing Association", "{} Fire & Rescue Service", "{} Voluntary Action",
    "University of {}",
)  # fmt: skip
BOARDS = (
    "{} Partnership Board", "{} Safer Communities Partnership", "{} Health and Wellbeing Board",
    "{} Children & Young People's Partnership", "{} Economic Growth Forum", "{} Environment Group",
)  # fmt: skip


@dataclass
class Truth:
    """Documents, and for each mention in them who or what it truly is."""

    documents: list[DocumentFacts] = field(default_factory=list)
    of: dict[Mention, str] = field(default_factory=dict)


@dataclass
class _Someone:
    number: int
    given: str
    surname: str
    organisation: str
    boards: list[str]
    middle: str | None = None


def corpus(seed: int = 1, documents: int = 200, people: int = 260) -> Truth:
    """Minutes of four places with name variants, namesakes, initials, slips and a renamed body."""
    rng = random.Random(seed)
    everyone = _people(rng, people)
    truth = Truth()
    sitting: dict[str, list[_Someone]] = defaultdict(list)
    for someone in everyone:
        for board in someone.boards:
            sitting[board].append(someone)
    boards = sorted(sitting)
    for number in range(documents):
        board = boards[number % len(boards)]
        when = dt.date(2008, 1, 10) + dt.timedelta(days=40 * (number // len(boards)) + rng.randrange(20))
        _minutes(rng, truth, number, board, when, sitting[board])
    return truth


def _people(rng: random.Random, count: int) -> list[_Someone]:
    found: list[_Someone] = []
    names = [(given, surname) for given in GIVEN for surname in SURNAMES]
    rng.shuffle(names)
    for number in range(count):
        place = PLACES[number % len(PLACES)]
        namesake = number % 20 == 19
        twin = found[number - (6 if number % 40 == 19 else 4)] if namesake else None
        given, surname = _name_of(twin) if twin else names[number]
        free = [board for board in BOARDS if twin is None or board.format(place) not in twin.boards]
        boards = [board.format(place) for board in rng.sample(free, rng.choice((1, 1, 2)))]
        middle = rng.choice(GIVEN) if rng.random() < 0.1 and not namesake else None
        organisation = rng.choice(ORGANISATIONS).format(place)
        found.append(_Someone(number, given, surname, organisation, boards, middle))
    return found


def _name_of(someone: _Someone) -> tuple[str, str]:
    return someone.given, someone.surname


def _minutes(
    rng: random.Random, truth: Truth, number: int, board: str, when: dt.date, members: Iterable[_Someone]
) -> None:
    sha = hashlib.sha256(f"{number}".encode()).hexdigest()
    entities: dict[str, Entity] = {}
    place = next(place for place in PLACES if place in board)
    body = _body_form(rng, board, place)
    _note(truth, entities, sha, Kind.BOARD, body, board)
    attendances = []
    for someone in members:
        if rng.random() < 0.25:
            continue
        name = _person_form(rng, someone)
        organisation = _body_form(rng, someone.organisation, place)
        if name in entities or (
            organisation in entities and truth.of[Mention(sha, organisation)] != someone.organisation
        ):
            continue
        _note(truth, entities, sha, Kind.PERSON, name, f"person {someone.number}")
        said = rng.random() < 0.92
        if said:
            _note(truth, entities, sha, Kind.ORGANISATION, organisation, someone.organisation)
        status = rng.choice((Status.PRESENT, Status.PRESENT, Status.PRESENT, Status.APOLOGIES))
        attendances.append(
            Attendance(0, name, status, evidence(), representing=organisation if said else None)
        )
    links = []
    if number % 17 == 0 and "Safer" in board:
        older = f"{place} Crime Reduction Partnership"
        _note(truth, entities, sha, Kind.BOARD, older, older)
        links.append(Link(body, Relation.SUCCEEDS, older, evidence()))
    truth.documents.append(
        DocumentFacts(
            f"minutes-{number:03}.txt",
            sha,
            "txt",
            "",
            date=when,
            entities=tuple(entities.values()),
            meetings=(Meeting(body, when, evidence()),),
            attendances=tuple(attendances),
            links=tuple(links),
        )
    )


def _note(truth: Truth, entities: dict[str, Entity], sha: str, kind: Kind, name: str, who: str) -> None:
    if name not in entities:
        entities[name] = Entity(kind, name, evidence())
        truth.of[Mention(sha, name)] = who


def _person_form(rng: random.Random, someone: _Someone) -> str:
    given, surname, chance = someone.given, someone.surname, rng.random()
    if chance < 0.08:
        return f"{given[0]}. {surname}"
    if chance < 0.16 and given in SHORT:
        return f"{SHORT[given]} {surname}"
    if chance < 0.19 and len(surname) > 6:
        cut = rng.randrange(2, len(surname) - 1)
        return f"{given} {surname[:cut]}{surname[cut + 1 :]}"
    if chance < 0.22:
        return f"{surname}, {given}"
    if someone.middle and chance < 0.5:
        return f"{given} {someone.middle} {surname}"
    return f"{given} {surname}"


def _body_form(rng: random.Random, name: str, place: str) -> str:
    chance = rng.random()
    if chance < 0.06 and name.endswith(("City Council", "Borough Council", "Constabulary")):
        return name.replace(f"{place} ", "")
    if chance < 0.12:
        return name.replace("&", "and") if "&" in name else name.replace(" and ", " & ")
    if chance < 0.16:
        return f"The {name}"
    if chance < 0.19:
        return (
            name.replace("Association", "Assoc.")
            .replace("Limited", "Ltd")
            .replace("Clinical Commissioning Group", "CCG")
        )
    if chance < 0.21 and "Partnership" in name:
        return name.replace("Partnership", "Partnershp")
    return name


def evidence() -> Evidence:
    """Evidence without a passage."""
    return Evidence((), 1.0, "invented")


def sha(number: int) -> str:
    """The hash of an invented paper."""
    return hashlib.sha256(f"paper {number}".encode()).hexdigest()


def paper(
    number: int,
    body: str,
    day: str,
    people: Iterable[tuple[str, str | None]],
    *,
    titles: Mapping[str, str | None] | None = None,
    mentioned: Iterable[str] = (),
    succeeds: Iterable[tuple[str, str]] = (),
) -> DocumentFacts:
    """A paper of one meeting: (person, organisation) present, others only mentioned, and a successor."""
    when = dt.date.fromisoformat(day)
    entities = {body: Entity(Kind.BOARD, body, evidence())}
    people = list(people)
    for name in [*(name for name, _ in people), *mentioned]:
        entities[name] = Entity(Kind.PERSON, name, evidence(), honorific=(titles or {}).get(name))
    for name in [organisation for _, organisation in people if organisation]:
        entities[name] = Entity(Kind.ORGANISATION, name, evidence())
    links = [Link(newer, Relation.SUCCEEDS, older, evidence()) for newer, older in succeeds]
    for older in [link.object for link in links]:
        entities.setdefault(older, Entity(Kind.BOARD, older, evidence()))
    return DocumentFacts(
        f"paper-{number}.txt",
        sha(number),
        "txt",
        "",
        date=when,
        entities=tuple(entities.values()),
        meetings=(Meeting(body, when, evidence()),),
        attendances=tuple(
            Attendance(0, name, Status.PRESENT, evidence(), representing=organisation)
            for name, organisation in people
        ),
        links=tuple(links),
    )


@dataclass
class Measured:
    """Pairwise precision and recall, and the pairs that were wrongly joined or missed (a few of each)."""

    precision: float
    recall: float
    wrong: list[tuple[str, str]]
    missed: list[tuple[str, str]]


def measure(truth: Truth, resolution: Resolution, *, people: bool) -> Measured:
    """How well a resolution agrees with the truth, over all pairs of mentions of people, or of bodies."""
    mentions = sorted(m for m, who in truth.of.items() if who.startswith("person ") == people)
    said, meant = _pairs(mentions, resolution.key_of), _pairs(mentions, truth.of)
    both = len(said & meant)
    return Measured(
        both / len(said) if said else 1.0,
        both / len(meant) if meant else 1.0,
        sorted({(a.name, b.name) for a, b in said - meant})[:20],
        sorted({(a.name, b.name) for a, b in meant - said})[:40],
    )


def _pairs(mentions: list[Mention], key_of: object) -> set[tuple[Mention, Mention]]:
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[key_of[mention]].append(mention)  # type: ignore[index]
    return {pair for group in groups.values() for pair in combinations(group, 2)}

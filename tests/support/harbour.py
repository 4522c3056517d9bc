"""Invented documents as facts, for tests that need a small graph: nobody and nothing in it exists.

`facts(name, text, …)` finds the words of each fact in the text, so every passage is verbatim.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from whosat.graph.quads import Options, write
from whosat.graph.store import Store, memory_store, save
from whosat.ontology.facts import (
    Action,
    Attendance,
    Contact,
    DocumentFacts,
    Entity,
    Evidence,
    Kind,
    Link,
    Meeting,
    Membership,
    Passage,
    Relation,
    Resolution,
    Status,
)

BASE = "https://example.org/id"

JUNE = """Harbour Partnership Board
Minutes, 4 June 2010, 10:00, Old Customs House

Present
Ada Ferrier (Chair) – Quayside Council
Bo Lindqvist – Dockers' Trust
Zoë Ó Briain for Carl Ashdown – Ferry Users Forum
Apologies
Carl Ashdown – Ferry Users Forum
In attendance
Dee Marlow, Clerk – Quayside Council
The Tidal Skills Group reports to the Harbour Partnership Board (HPB).
Action: Bo Lindqvist to cost the slipway by 1 July 2010
The Harbour Strategy 2008-2012 was noted.
Ring Bo on 01999 555 010.
"""

OCTOBER = """Harbour Partnership Board
Minutes of 8 October 2010 (previous meeting 4 June 2010)
Present: Ada Ferrier – Quayside Council; Carl Ashdown (Chair) – Ferry Users Forum
Apologies: Bo Lindqvist – Dockers' Trust
Dee Marlow was elected treasurer of the Tidal Skills Group.
"""


def evidence(text: str, *quotes: str, by: str = "invented", confidence: float = 0.9) -> Evidence:
    """Evidence whose passages are the first places of the quotes in the text."""
    return Evidence(tuple(passage(text, quote) for quote in quotes), confidence, by)


def passage(text: str, quote: str) -> Passage:
    """The first place of a quote."""
    start = text.index(quote)
    return Passage(start, start + len(quote), quote, text.count("\n", 0, start) + 1)


def document(name: str, text: str) -> DocumentFacts:
    """A document without facts."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return DocumentFacts(name, digest, "text", text, title=text.split("\n")[0], pipeline="invented-1")


def june() -> DocumentFacts:
    """A meeting with every kind of fact."""
    text = JUNE

    def entity(kind: Kind, name: str, **more: object) -> Entity:
        return replace(Entity(kind, name, evidence(text, name)), **more)

    def attendance(person: str, status: Status, for_whom: str, line: str, **more: object) -> Attendance:
        fact = Attendance(0, person, status, evidence(text, line), representing=for_whom)
        return replace(fact, **more)

    council, trust, forum = "Quayside Council", "Dockers' Trust", "Ferry Users Forum"
    return replace(
        document("harbour-2010-06.txt", text),
        date=dt.date(2010, 6, 4),
        entities=(
            entity(Kind.PERSON, "Ada Ferrier", initials="AF"),
            entity(Kind.PERSON, "Bo Lindqvist"),
            entity(Kind.PERSON, "Carl Ashdown", honorific="Cllr"),
            entity(Kind.PERSON, "Dee Marlow"),
            entity(Kind.PERSON, "Zoë Ó Briain"),
            entity(Kind.ORGANISATION, council, sector="public"),
            entity(Kind.ORGANISATION, trust),
            entity(Kind.ORGANISATION, forum),
            entity(Kind.BOARD, "Harbour Partnership Board", aliases=("HPB",), active=True),
            entity(Kind.BOARD, "Tidal Skills Group"),
            entity(Kind.STRATEGY, "Harbour Strategy 2008-2012", start_year=2008, end_year=2012),
        ),
        meetings=(
            Meeting(
                "Harbour Partnership Board",
                dt.date(2010, 6, 4),
                evidence(text, "Minutes, 4 June 2010"),
                time=dt.time(10),
                place="Old Customs House",
            ),
        ),
        attendances=(
            attendance(
                "Ada Ferrier", Status.PRESENT, council, "Ada Ferrier (Chair) – Quayside Council", role="chair"
            ),
            attendance("Bo Lindqvist", Status.PRESENT, trust, "Bo Lindqvist – Dockers' Trust"),
            attendance(
                "Zoë Ó Briain",
                Status.PRESENT,
                forum,
                "Zoë Ó Briain for Carl Ashdown – Ferry Users Forum",
                deputising_for="Carl Ashdown",
            ),
            attendance("Carl Ashdown", Status.APOLOGIES, forum, "Carl Ashdown – Ferry Users Forum\n".strip()),
            attendance(
                "Dee Marlow",
                Status.IN_ATTENDANCE,
                council,
                "Dee Marlow, Clerk – Quayside Council",
                job_title="Clerk",
            ),
        ),
        actions=(
            Action(
                "cost the slipway by 1 July 2010",
                ("Bo Lindqvist",),
                evidence(text, "Action: Bo Lindqvist to cost the slipway by 1 July 2010"),
                meeting=0,
                due=dt.date(2010, 7, 1),
            ),
        ),
        links=(
            Link(
                "Tidal Skills Group",
                Relation.REPORTS_TO,
                "Harbour Partnership Board",
                evidence(text, "The Tidal Skills Group reports to the Harbour Partnership Board (HPB)."),
            ),
        ),
        contacts=(Contact("Bo Lindqvist", "phone", "01999 555 010", evidence(text, "01999 555 010")),),
    )


def october() -> DocumentFacts:
    """The next meeting: another chair, and a post that is stated outright."""
    text = OCTOBER
    board, skills = "Harbour Partnership Board", "Tidal Skills Group"
    council, trust, forum = "Quayside Council", "Dockers' Trust", "Ferry Users Forum"
    people = ("Ada Ferrier", "Carl Ashdown", "Bo Lindqvist", "Dee Marlow")
    seen = evidence(text, "Dee Marlow was elected treasurer of the Tidal Skills Group.")
    day = dt.date(2010, 10, 8)
    return replace(
        document("harbour-2010-10.txt", text),
        date=day,
        entities=(
            *(Entity(Kind.PERSON, name, evidence(text, name)) for name in people),
            *(Entity(Kind.ORGANISATION, name, evidence(text, name)) for name in (council, trust, forum)),
            *(Entity(Kind.BOARD, name, evidence(text, name)) for name in (board, skills)),
        ),
        meetings=(
            Meeting(board, day, evidence(text, "Minutes of 8 October 2010"), previous=dt.date(2010, 6, 4)),
        ),
        attendances=(
            Attendance(
                0,
                "Ada Ferrier",
                Status.PRESENT,
                evidence(text, "Ada Ferrier – Quayside Council"),
                representing=council,
            ),
            Attendance(
                0,
                "Carl Ashdown",
                Status.PRESENT,
                evidence(text, "Carl Ashdown (Chair) – Ferry Users Forum"),
                role="chair",
                representing=forum,
            ),
            Attendance(
                0,
                "Bo Lindqvist",
                Status.APOLOGIES,
                evidence(text, "Bo Lindqvist – Dockers' Trust"),
                representing=trust,
            ),
        ),
        memberships=(Membership("Dee Marlow", skills, seen, role="Treasurer", seen=day, started=day),),
    )


def lines(*documents: DocumentFacts, with_contacts: bool = False) -> list[str]:
    """The graph of the documents (both, if none is named) as N-Quads lines."""
    chosen = documents or (june(), october())
    written, _ = write(chosen, resolution(chosen), Options(BASE, with_contacts=with_contacts))
    return written


def resolution(documents: Sequence[DocumentFacts]) -> Resolution:
    """The resolution of the documents as the program finds it."""
    from whosat.graph.resolve import resolve
    from whosat.ontology.settings import Settings

    return resolve(documents, Settings())


def store(*documents: DocumentFacts) -> Store:
    """A store in memory of the documents (both, if none is named)."""
    return memory_store(lines(*documents), {"base": BASE, "counts": {}, "left_out": []})


def store_on_disk(folder: Path, *documents: DocumentFacts) -> Path:
    """The same on disk; gives the folder."""
    from whosat.graph.generations import building

    with building(folder):
        save(folder, lines(*documents), {"base": BASE, "counts": {}, "left_out": []})
    return folder

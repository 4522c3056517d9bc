"""The pages over the invented harbour documents, and over names that try to break out of a page."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import harbour

from whosat.graph.doubts import Doubt, DoubtKind
from whosat.graph.server.heard import Heard, Hearing, Open
from whosat.graph.server.site import Serving
from whosat.graph.store import Store
from whosat.graph.why_same import Quoted
from whosat.ontology.facts import (
    Attendance,
    DocumentFacts,
    Entity,
    Kind,
    Meeting,
    Membership,
    Mention,
    Proposal,
    Status,
    Verdict,
)

TOKEN = "an-invented-token"
SCRIPT = 'Eve <script>window.broken=1</script> "O\'Hara" & Sons'
ARABIC = "\u202eلجنة الميناء\u202e Panel"
LONG = "Committee " + "x" * 290
HOSTILE_TEXT = f"""{LONG}
Minutes of 2 March 2011
Present: {SCRIPT} (Chair)
{ARABIC} met as well.
</pre></ol><script>window.broken=2</script>
"""


def hostile() -> DocumentFacts:
    """A document of names with mark-up, right-to-left marks and 300 letters."""
    text, day = HOSTILE_TEXT, dt.date(2011, 3, 2)
    line = f"{SCRIPT} (Chair)"
    return replace(
        harbour.document('a "quoted" <b>name</b>.txt', text),
        date=day,
        entities=(
            Entity(Kind.PERSON, SCRIPT, harbour.evidence(text, SCRIPT)),
            Entity(Kind.BOARD, LONG, harbour.evidence(text, LONG)),
            Entity(Kind.BOARD, ARABIC, harbour.evidence(text, ARABIC)),
        ),
        meetings=(
            Meeting(LONG, day, harbour.evidence(text, "Minutes of 2 March 2011"), place="<i>Pier</i>"),
        ),
        attendances=(Attendance(0, SCRIPT, Status.PRESENT, harbour.evidence(text, line), role="chair"),),
        memberships=(
            Membership(SCRIPT, ARABIC, harbour.evidence(text, ARABIC), role="<b>Reeve</b>", seen=day),
        ),
    )


def documents() -> tuple[DocumentFacts, ...]:
    """All documents of these tests."""
    return harbour.june(), harbour.october(), hostile()


def doubts() -> Open:
    """One doubt of each kind."""
    one, other = harbour.june(), harbour.october()
    left, right = Mention(one.sha256, "Dee Marlow"), Mention(other.sha256, "D Marlowe")
    proposal = Proposal(left, right, 0.5, (("initial fits", 0.5),), Verdict.UNSURE, "rules")
    here = Quoted(left, one.identifier, 9, "Dee Marlow, Clerk – Quayside Council")
    there = Quoted(right, other.identifier, 5, "D Marlowe was elected")
    found = (
        Doubt(
            DoubtKind.PAIR,
            3,
            "Dee Marlow / D Marlowe",
            "initial fits",
            one.identifier,
            (here,),
            (there,),
            proposal,
        ),
        Doubt(
            DoubtKind.INITIALS,
            2,
            "BL",
            "nobody has them",
            one.identifier,
            (here,),
            suggestions=("Bo Lindqvist",),
        ),
        Doubt(DoubtKind.LINE, 1, "Bo  Lindqvist <i>?</i>", "no status", one.identifier, (here,)),
    )
    return Open(found, {one.sha256: one.identifier, other.sha256: other.identifier})


def hear(store: Store, text: str) -> Hearing:
    """Understands one question."""
    heard = Heard(
        "chairs", {"board": f"{harbour.BASE}/board/harbour-partnership-board"}, "Who chairs what: it"
    )
    return Hearing(heard) if "chairs" in text else Hearing(None, "I am not sure.", (heard,))


def serving(folder: Path, *, edit: bool = False) -> Serving:
    """The pages over a store on disk in `folder`."""
    texts = {one.sha256: one.text for one in documents()}
    return Serving(
        store=harbour.store_on_disk(folder / "store", *documents()),
        texts=texts.get,
        token=TOKEN,
        hear=hear,
        review=doubts,
        edit=edit,
        decisions=folder / "decisions.csv",
        hosts=("testserver", "127.0.0.1"),
    )

"""Answers as records: who sits on a board, on which boards somebody sits, and the words each rests on."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from whosat.graph.dates import day
from whosat.graph.offices import is_office
from whosat.graph.records import look_up
from whosat.graph.rows import Row, iri
from whosat.ontology import terms as t

if TYPE_CHECKING:
    from whosat.graph.store import Store

_RANK: Final = ("chair", "co-chair", "vice chair")


@dataclass(frozen=True, slots=True, order=True)
class Proof:
    """A passage: the file and line (from 1) it stands in, its words and offsets, and how it was read.

    `decided` is the date of the document, `pipeline` the version of whosat that read it.
    """

    file: str
    line: int
    words: str
    start: int
    end: int
    document: str
    sha256: str
    date: dt.date | None
    confidence: float
    made_by: str
    pipeline: str


@dataclass(frozen=True, slots=True)
class Spell:
    """One membership node: a role and an organisation, and how far its evidence reaches."""

    fact: str
    role: str | None
    organisation: str | None
    sector: str | None
    stated: bool
    first: dt.date | None
    last: dt.date | None
    started: dt.date | None
    ended: dt.date | None
    ended_by: str | None
    deputising_for: str | None
    sightings: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody on a board: all their spells there together, the latest first.

    `who` is the person or organisation when a board was asked about, the board when a person was.
    """

    iri: str
    name: str
    spells: tuple[Spell, ...]

    @property
    def first(self) -> dt.date | None:
        """The first day that evidence speaks for."""
        return min((s.first for s in self.spells if s.first), default=None)

    @property
    def last(self) -> dt.date | None:
        """The last day that evidence speaks for: never more than that."""
        return max((s.last for s in self.spells if s.last), default=None)

    @property
    def stated(self) -> bool:
        """Whether a document says it outright; else it follows from attendance."""
        return any(s.stated for s in self.spells)

    @property
    def ended(self) -> Spell | None:
        """The spell that a document closes, unless a later sighting shows that the seat goes on.

        To give up an office ("stood down as chair") ends no seat that is known otherwise.
        """
        closed = [s for s in self.spells if (s.ended or s.ended_by) and not self._office_only(s)]
        latest = max(closed, key=lambda s: s.ended or s.last or dt.date.min, default=None)
        if latest is None:
            return None
        closing = latest.ended or latest.last
        seen_later = any(s.last and closing and s.last > closing for s in self.spells if s is not latest)
        return None if seen_later else latest

    def _office_only(self, spell: Spell) -> bool:
        return is_office(spell.role) and any(one.role != spell.role for one in self.spells)

    def former(self, today: dt.date) -> bool:
        """Whether the seat has ended by a day; an ending that is told beforehand ends it when it comes."""
        ended = self.ended
        return ended is not None and (ended.ended or ended.last or today) <= today

    @property
    def organisations(self) -> tuple[str, ...]:
        """For whom, the latest first."""
        return tuple(dict.fromkeys(s.organisation for s in self.spells if s.organisation))

    @property
    def roles(self) -> tuple[Spell, ...]:
        """The spells that name a role, one a role, the latest first."""
        found: dict[str, Spell] = {}
        for spell in self.spells:
            if spell.role:
                found.setdefault(spell.role, spell)
        return tuple(found.values())


def who(store: Store, board: str) -> tuple[Seat, ...]:
    """Who sits on a board, by its IRI: chairs first, then by name."""
    from whosat.graph.questions import question

    rows = store.select(question("members").sparql, {"board": iri(board)})
    return _seats(_spells(store, rows), "member")


def boards(store: Store, member: str) -> tuple[Seat, ...]:
    """The boards that a person or organisation, by its IRI, sits on; a post somewhere is no seat."""
    from whosat.graph.questions import question

    rows = store.select(question("boards").sparql, {"person": iri(member)})
    return _seats(_spells(store, rows), "board")


def posts_of(store: Store, member: str) -> tuple[Seat, ...]:
    """The bodies for which a person, by their IRI, works by what papers say: posts, no seats."""
    return _seats(_posts(store, member, held=True), "board")


def posts_at(store: Store, body: str) -> tuple[Seat, ...]:
    """Who works for a body, by its IRI."""
    return _seats(_posts(store, body, held=False), "member")


def _posts(store: Store, thing: str, *, held: bool) -> Iterator[Row]:
    rows = look_up(store, "posts", thing=thing)
    return _spells(store, (row for row in rows if (str(row["held"]) == "true") is held))


def _spells(store: Store, rows: Iterable[Row]) -> Iterator[Row]:
    """All that the memberships found by a named question say."""
    for fact in dict.fromkeys(str(row["fact"]) for row in rows):
        yield from look_up(store, "spell", fact=fact)


def _seats(rows: Iterable[Row], key: str) -> tuple[Seat, ...]:
    grouped: dict[tuple[str, str], dict[str, Spell]] = defaultdict(dict)
    for row in rows:
        grouped[str(row[key]), str(row[f"{key}Name"])][str(row["fact"])] = _spell(row)
    seats = [Seat(node, name, _latest_first(spells.values())) for (node, name), spells in grouped.items()]
    return tuple(sorted(seats, key=lambda seat: (_rank(seat), seat.name.casefold(), seat.iri)))


def _latest_first(spells: Iterable[Spell]) -> tuple[Spell, ...]:
    by_fact = sorted(spells, key=lambda s: s.fact)
    return tuple(sorted(by_fact, key=lambda s: (s.last or dt.date.min, s.role is not None), reverse=True))


def _rank(seat: Seat) -> int:
    ranks = [_RANK.index(s.role) for s in seat.roles if s.role in _RANK]
    return min(ranks, default=len(_RANK))


def _spell(row: Row) -> Spell:
    return Spell(
        fact=str(row["fact"]),
        role=_text(row, "roleName"),
        organisation=_text(row, "organisationName"),
        sector=_text(row, "sector"),
        stated=str(row["basis"]) == t.STATED,
        first=day(row.get("first")),
        last=day(row.get("last")),
        started=day(row.get("started")),
        ended=day(row.get("ended")),
        ended_by=_text(row, "endedBy"),
        deputising_for=_text(row, "deputisingFor"),
        sightings=int(row.get("sightings", "0")),
        confidence=float(row.get("confidence", "0")),
    )


def _text(row: Row, name: str) -> str | None:
    return str(row[name]) if name in row else None


def proofs(store: Store, facts: Sequence[str], *, versions: bool = False) -> tuple[Proof, ...]:
    """The passages behind facts, by their IRIs: the latest document first, then as they stand in it.

    Only with `versions` is it looked up which version of the pipeline read each document.
    """
    rows = [row for fact in facts for row in look_up(store, "evidence", fact=fact)]
    documents = {str(row["document"]) for row in rows} if versions else set()
    read_by = {document: _version(store, document) for document in documents}
    in_order = sorted({_proof(row, read_by.get(str(row["document"]), "")) for row in rows})
    return tuple(sorted(in_order, key=lambda proof: proof.date or dt.date.min, reverse=True))


def _version(store: Store, document: str) -> str:
    """The version of the pipeline that read a document."""
    found = look_up(store, "reading", document=document)
    return str(found[0]["pipeline"]) if found else ""


def _proof(row: Row, pipeline: str) -> Proof:
    return Proof(
        file=str(row["file"]),
        line=int(row.get("line", "0")),
        words=str(row["words"]),
        start=int(row["start"]),
        end=int(row["end"]),
        document=str(row["document"]),
        sha256=str(row.get("sha256", "")),
        date=day(row.get("date")),
        confidence=float(row.get("confidence", "0")),
        made_by=str(row.get("madeBy", "")),
        pipeline=pipeline,
    )


def seat_proofs(store: Store, seat: Seat, member: str) -> tuple[Proof, ...]:
    """The passages behind a seat, each once; within a document those that name `member` first."""
    once: dict[tuple[str, int, int], Proof] = {}
    for proof in proofs(store, [spell.fact for spell in seat.spells]):
        once.setdefault((proof.document, proof.start, proof.end), proof)
    return naming(member, once.values())


def naming(name: str, found: Iterable[Proof]) -> tuple[Proof, ...]:
    """Passages with, within each document, those first that hold the last word of a name: not its heading."""
    in_order = list(found)
    documents: dict[str, int] = {}
    for proof in in_order:
        documents.setdefault(proof.document, len(documents))
    last = name.split()[-1].casefold() if name.split() else ""
    return tuple(
        sorted(in_order, key=lambda proof: (documents[proof.document], last not in proof.words.casefold()))
    )

"""Why the graph says something: the passages behind a thing, a seat, an attendance or a link."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from whosat.commands.output import Cell, Table
from whosat.commands.seating import place
from whosat.graph.dates import day, spoken
from whosat.graph.records import look_up
from whosat.ontology import terms as t
from whosat.ontology.errors import UnknownName

if TYPE_CHECKING:
    from whosat.graph.names import Thing
    from whosat.graph.rows import Row
    from whosat.graph.store import Store

COLUMNS: Final = ("fact", "source", "words", "confidence", "read by", "document sha-256", "pipeline")
_STATUS: Final = {iri: status.value for status, iri in t.STATUSES.items()}
_FOR_PEOPLE: Final = COLUMNS[:5]

Reason = tuple[str, str]
"""What a fact says in words, and its IRI."""


def reasons(store: Store, names: Sequence[str], choose: Callable[[str], Thing]) -> Table:
    """The passages behind what is known of one thing, or between two; raises UnknownName if nothing is."""
    if len(names) > 2:
        raise UnknownName("More than two names were given.", "Put each name in quotes.")
    things = [_by_iri(name) or choose(name).iri for name in names]
    found = list(_of_pair(store, *things) if len(things) == 2 else _of_one(store, things[0]))
    rows = [row for said, fact in found for row in _rows(store, said, fact)]
    if not rows:
        asked = " and ".join(f"“{name}”" for name in names)
        raise UnknownName(f"Nothing is known of {asked} together.", "whosat show NAME says what is known.")
    return Table(COLUMNS, rows, f"Why: {' and '.join(names)}")


def brief(table: Table) -> Table:
    """The passages for people: each fact said once, and without the hashes that programs want."""
    rows: list[tuple[Cell, ...]] = []
    before: Sequence[Cell] = ()
    for row in table.rows:
        fact, source, words, *how = row[: len(_FOR_PEOPLE)]
        again = bool(before) and fact == before[0]
        same = again and how == list(before[3 : len(_FOR_PEOPLE)])
        rows.append(("" if again else fact, source, words, *("" if same else cell for cell in how)))
        before = row
    return Table(_FOR_PEOPLE, rows, table.title)


def _by_iri(name: str) -> str | None:
    return name if name.startswith(("http://", "https://")) else None


def _rows(store: Store, said: str, fact: str) -> Iterator[tuple[Cell, ...]]:
    from whosat.graph.answers import proofs

    for proof in proofs(store, [fact], versions=True):
        words = " ".join(proof.words.split())
        confidence = f"{proof.confidence:.2f}" if proof.confidence else ""
        yield said, place(proof), words, confidence, proof.made_by, proof.sha256, proof.pipeline


def _of_one(store: Store, thing: str) -> Iterator[Reason]:
    yield "is named", thing
    yield from _seats(store, thing)
    for row in look_up(store, "attendances", person=thing):
        yield f"{_STATUS[row['status']]} at {_meeting_name(row)}", str(row["attendance"])
    for row in look_up(store, "actions", owner=thing):
        yield f"is to {row['what']}", str(row["action"])
    yield from _links(store, thing)


def _of_pair(store: Store, one: str, other: str) -> Iterator[Reason]:
    ends = {one, other}
    for thing, board in ((one, other), (other, one)):
        yield from _seats(store, thing, board)
        for row in look_up(store, "attendances", person=thing):
            if row.get("body") == board or row.get("meeting") == board:
                yield f"{_STATUS[row['status']]} at {_meeting_name(row)}", str(row["attendance"])
        for row in look_up(store, "represented", organisation=board):
            if row["member"] == thing:
                yield f"represents it on {row['boardName']}", str(row["seat"])
    yield from _links(store, one, ends)


def _seats(store: Store, member: str, board: str | None = None) -> Iterator[Reason]:
    from whosat.graph.answers import boards, posts_of

    held = [("sits on", seat) for seat in boards(store, member)]
    held += [("holds a post in", seat) for seat in posts_of(store, member)]
    for verb, seat in held:
        if board is None or seat.iri == board:
            for spell in seat.spells:
                basis = "stated" if spell.stated else "inferred from attendance"
                role = f" as {spell.role}" if spell.role else ""
                yield f"{verb} {seat.name}{role} ({basis})", spell.fact


def _links(store: Store, thing: str, ends: Iterable[str] = ()) -> Iterator[Reason]:
    wanted = set(ends) - {thing}
    for row in look_up(store, "links", thing=thing):
        if wanted and str(row["other"]) not in wanted:
            continue
        relation = next(r.value for r, iri in t.RELATIONS.items() if iri == row["relation"])
        outward = row["outward"] == "true"
        other = row["otherName"]
        yield f"{relation} {other}" if outward else f"{other} {relation} it", str(row["link"])


def _meeting_name(row: Row) -> str:
    body, date = row.get("bodyName", ""), spoken(day(row.get("date")))
    return f"{body or 'a meeting'}{f', {date}' if date else ''}"

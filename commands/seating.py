"""Seats as a table: who, in which role, for whom, from when to when, and the line that says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from whosat.commands.output import Cell, Table

if TYPE_CHECKING:
    from whosat.graph.answers import Proof, Seat, Spell
    from whosat.graph.store import Store

COLUMNS: Final = ("role", "representing", "first listed", "last listed", "basis", "source", "words")


def seats_table(store: Store, name: str, first_column: str, seats: Iterable[Seat], member: str = "") -> Table:
    """A row a seat, with words of the latest document: those that name `member`, or who the seat is of.

    Seats that were left come last and are counted apart.
    """
    today = dt.date.today()
    in_order = sorted(seats, key=lambda seat: seat.former(today))
    rows = [_row(store, seat, member or seat.name) for seat in in_order]
    gone = sum(seat.former(today) for seat in in_order)
    number = len(rows) - gone
    count = f"{number} {first_column}{'' if number == 1 else 's'}" + (f", {gone} former" if gone else "")
    return Table((first_column, *COLUMNS), rows, f"{name}: {count}")


def _row(store: Store, seat: Seat, member: str) -> tuple[Cell, ...]:
    from whosat.graph.answers import seat_proofs

    found = seat_proofs(store, seat, member)
    return (
        seat.name,
        [_role(seat, spell) for spell in seat.roles],
        list(seat.organisations),
        seat.first,
        _last(seat),
        "stated" if seat.stated else "inferred",
        place(found[0]) if found else "a decision",
        " ".join(found[0].words.split()) if found else "",
    )


def place(proof: Proof) -> str:
    """Where a passage stands, as "file:line"."""
    return f"{proof.file}:{proof.line}" if proof.line else proof.file


def _role(seat: Seat, spell: Spell) -> str:
    """A role; with its own dates where they are not those of the whole seat."""
    from whosat.graph.dates import spoken

    role = spell.role or ""
    same = [s for s in seat.spells if s.role == spell.role]
    first = min((s.first for s in same if s.first), default=None)
    last = max((s.last for s in same if s.last), default=None)
    if (first, last) == (seat.first, seat.last) or not last:
        return role
    if first is None:
        return f"{role} (until {spoken(last)})"
    return f"{role} ({spoken(last)})" if first == last else f"{role} ({spoken(first)} – {spoken(last)})"


def _last(seat: Seat) -> Cell:
    from whosat.graph.dates import spoken

    ended = seat.ended
    if ended is None:
        return seat.last
    how = ended.ended_by or "ended"
    when = spoken(ended.ended or ended.last)
    return f"{when} ({how})" if when else how

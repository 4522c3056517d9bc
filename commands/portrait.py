"""Everything known of one thing, as tables: what it is, its seats, meetings, actions, links and papers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from whosat.commands.output import Cell, Table
from whosat.commands.seating import place, seats_table
from whosat.graph.dates import day
from whosat.graph.records import look_up
from whosat.ontology import terms as t
from whosat.ontology.errors import UnknownName
from whosat.ontology.facts import Kind

if TYPE_CHECKING:
    from whosat.graph.names import Thing
    from whosat.graph.rows import Row
    from whosat.graph.store import Store

_SAID: Final = {
    t.ALT_LABEL: "also called",
    t.INITIALS: "initials",
    t.HONORIFIC: "title",
    t.SECTOR: "sector",
    t.BOARD_STATUS: "status",
    t.START_DATE: "from",
    t.END_DATE: "to",
    t.LOCATION: "place",
}
_STATUS: Final = {iri: status.value for status, iri in t.STATUSES.items()}
_RELATION: Final = {iri: relation.value for relation, iri in t.RELATIONS.items()}


def portrait(store: Store, typed: str, choose: Callable[[str], Thing]) -> list[Table]:
    """The tables about what was typed: a name, or a board and the date of one of its meetings."""
    meeting = _meeting(store, typed)
    if meeting is not None:
        return _about_meeting(store, *meeting)
    thing = choose(typed)
    return [_card(store, thing), *(table for table in _parts(store, thing) if table.rows)]


def _parts(store: Store, thing: Thing) -> Iterator[Table]:
    from whosat.graph import answers

    if thing.kind in (Kind.BOARD, Kind.ORGANISATION):
        yield seats_table(store, "Who sits there", "member", answers.who(store, thing.iri))
        yield _meetings(store, thing)
        yield _represented(store, thing)
        yield seats_table(store, "Posts in it", "holder", answers.posts_at(store, thing.iri))
    if thing.kind in (Kind.PERSON, Kind.ORGANISATION, Kind.BOARD):
        yield seats_table(store, "Sits on", "board", answers.boards(store, thing.iri), thing.name)
    if thing.kind is Kind.PERSON:
        yield seats_table(store, "Works for", "body", answers.posts_of(store, thing.iri), thing.name)
        yield _attendances(store, thing)
    yield _actions(store, thing)
    yield _links(store, thing)
    yield _papers(store, thing)


def _card(store: Store, thing: Thing) -> Table:
    rows: list[tuple[Cell, ...]] = [("name", thing.name), ("kind", thing.kind.value)]
    found: dict[str, list[str]] = {}
    for row in look_up(store, "thing", thing=thing.iri):
        if said := _SAID.get(row["property"]):
            value = row["value"]
            found.setdefault(said, []).append(
                t.local_name(value).lower() if value.kind == "iri" else str(value)
            )
    rows.extend(found.items())
    return Table(("what", "value"), [*rows, ("IRI", thing.iri)], thing.name)


def _meetings(store: Store, thing: Thing) -> Table:
    rows = [
        (_day(row, "date"), row.get("place"), row["there"])
        for row in look_up(store, "meetings", body=thing.iri)
    ]
    return Table(("date", "place", "present"), rows, "Meetings")


def _represented(store: Store, thing: Thing) -> Table:
    rows = [
        (row["boardName"], row["name"], row.get("roleName"), _day(row, "first"), _day(row, "last"))
        for row in look_up(store, "represented", organisation=thing.iri)
    ]
    return Table(("board", "member", "role", "first listed", "last listed"), rows, "Seats held for it")


def _attendances(store: Store, thing: Thing) -> Table:
    rows = [
        (_day(row, "date"), row.get("bodyName"), *_how(row), _source(store, row["attendance"], thing.name))
        for row in look_up(store, "attendances", person=thing.iri)
    ]
    return Table(("date", "board", "status", "role", "representing", "source"), rows, "Meetings")


def _how(row: Row) -> tuple[Cell, Cell, Cell]:
    status = _STATUS.get(row["status"], "")
    if "deputisingFor" in row:
        status += f", for {row['deputisingFor']}"
    roles = [str(row[name]) for name in ("roleName", "jobTitle") if name in row]
    return status, roles, row.get("organisationName")


def _actions(store: Store, thing: Thing) -> Table:
    rows = [
        (row["what"], _day(row, "agreed"), _day(row, "due"), _source(store, row["action"]))
        for row in look_up(store, "actions", owner=thing.iri)
    ]
    return Table(("action", "agreed", "due", "source"), rows, "Actions")


def _links(store: Store, thing: Thing) -> Table:
    rows = []
    for row in look_up(store, "links", thing=thing.iri):
        ends = [thing.name, str(row["otherName"])]
        one, other = ends if row["outward"] == "true" else reversed(ends)
        rows.append((one, _RELATION.get(row["relation"], ""), other, _source(store, row["link"])))
    return Table(("subject", "link", "object", "source"), rows, "Links")


def _papers(store: Store, thing: Thing) -> Table:
    rows = [
        (row["file"], row.get("title"), _day(row, "date"))
        for row in look_up(store, "mentioned", thing=thing.iri)
    ]
    return Table(("document", "title", "date"), rows, "Named in")


def _source(store: Store, fact: str, name: str = "") -> str:
    from whosat.graph.answers import naming, proofs

    found = naming(name, proofs(store, [fact]))
    return place(found[0]) if found else ""


def _day(row: Row, name: str) -> dt.date | None:
    return day(row.get(name))


def _meeting(store: Store, typed: str) -> tuple[str, Thing] | None:
    """A meeting named by its IRI, or by its board and a date such as "… 2010-06-04"."""
    from whosat.graph.names import find

    name, _, date = typed.strip().rpartition(" ")
    if day(date) is None or len(date) != 10 or not name:
        return None
    body = find(store, name, (Kind.BOARD, Kind.ORGANISATION))
    meetings = look_up(store, "meetings", body=body.iri)
    found = [row for row in meetings if str(row.get("date", "")).startswith(date)]
    if not found:
        known = tuple(str(row["date"])[:10] for row in meetings if "date" in row)
        hint = f"Known are {', '.join(known)}." if known else "No meeting of it is known."
        raise UnknownName(f"No meeting of {body.name} on {date} is known.", hint, known)
    return str(found[0]["meeting"]), body


def _about_meeting(store: Store, meeting: str, body: Thing) -> list[Table]:
    said = {str(row["property"]): str(row["value"]) for row in look_up(store, "thing", thing=meeting)}
    rows: list[tuple[Cell, ...]] = [("body", body.name), ("date", day(said.get(t.START_DATE)))]
    if t.LOCATION in said:
        rows.append(("place", said[t.LOCATION]))
    if t.PREVIOUS_MEETING in said:
        before = look_up(store, "thing", thing=said[t.PREVIOUS_MEETING])
        dates = [row["value"] for row in before if row["property"] == t.START_DATE]
        rows.append(("previous meeting", day(dates[0] if dates else None)))
    rows += [("source", _source(store, meeting)), ("IRI", meeting)]
    there = [
        (row["name"], *_how(row), _source(store, row["attendance"], row["name"]))
        for row in look_up(store, "attended", meeting=meeting)
    ]
    return [
        Table(("what", "value"), rows, f"Meeting of {body.name}"),
        Table(("person", "status", "role", "representing", "source"), there, "Who was there"),
    ]

"""What the map's page is given: things with their places, facts between them, and the words they rest on.

Everything is plain JSON; fields that say nothing are left out, so that 5,000 things stay a few megabytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from whosat.graph.layout import Edge, Size, orbit
from whosat.graph.layout_growing import Settled, Stood, settle
from whosat.graph.view import Seat, Source, Thing, Tie, View, Visits
from whosat.ontology.facts import Kind, Relation
from whosat.ontology.terms import DEPUTY_OF_NOBODY_NAMED

Json = dict[str, Any]

KINDS = (Kind.BOARD, Kind.ORGANISATION, Kind.PERSON, Kind.STRATEGY)
SHAPES = {
    Kind.BOARD: "square",
    Kind.ORGANISATION: "diamond",
    Kind.PERSON: "dot",
    Kind.STRATEGY: "triangle",
}
PHRASES = {
    Relation.SUBGROUP_OF: ("is a sub-group of", "has the sub-group"),
    Relation.REPORTS_TO: ("reports to", "hears reports from"),
    Relation.SCRUTINISES: ("scrutinises", "is scrutinised by"),
    Relation.COMMISSIONS: ("commissions", "is commissioned by"),
    Relation.SUPPORTS: ("supports", "is supported by"),
    Relation.HOSTS: ("hosts", "is hosted by"),
    Relation.FUNDS: ("funds", "is funded by"),
    Relation.SPONSORS: ("sponsors", "is sponsored by"),
    Relation.DELIVERS: ("delivers", "is delivered by"),
    Relation.SUCCEEDS: ("succeeds", "was succeeded by"),
    Relation.LINKED_TO: ("is linked to", "is linked to"),
}
FOLD_ABOVE = 400
LINE = 22  # letters in a line of a label
NOTHING = Stood()


@dataclass(frozen=True, slots=True)
class Places:
    """Positions in the whole map and, for those who tie bodies together, in the map of interlocks.

    `alone` says which stand in the rows below the map for want of a link.
    """

    whole: Mapping[str, tuple[int, int]]
    interlocks: Mapping[str, tuple[int, int]]
    alone: frozenset[str] = frozenset()


def drawn_edges(view: View) -> list[Edge]:
    """Every pair that a line joins: seats, attendance, links, and whom a seat is held for."""
    pairs = {(seat.member, seat.body) for seat in view.seats} | {(v.person, v.body) for v in view.visits}
    pairs |= {(seat.member, seat.representing) for seat in view.seats if seat.representing}
    pairs |= {(visit.person, visit.representing) for visit in view.visits if visit.representing}
    pairs |= {(tie.subject, tie.object) for tie in view.ties}
    return sorted(pair for pair in pairs if pair[0] != pair[1])


def find_places(view: View, before: Stood = NOTHING, before_apart: Stood = NOTHING) -> Places:
    """Lay out the whole map, and apart from it the bodies that share a member.

    `before` and `before_apart` say where the things stood in the two of them.
    """
    order = [thing.key for kind in KINDS for thing in sorted(view.things, key=_by_name) if thing.kind is kind]
    sizes = {thing.key: label_size(thing) for thing in view.things}
    if len(view.things) <= FOLD_ABOVE:
        whole = settle(sizes, drawn_edges(view), order, before)
    else:
        whole = _folded(view, sizes, order, before)
    edges = interlocking(view)
    ends = {end for edge in edges for end in edge}
    tied = settle({key: sizes[key] for key in sorted(ends & set(sizes))}, edges, (), before_apart)
    return Places(whole.places, tied.places, whole.alone)


def _folded(view: View, sizes: Mapping[str, Size], order: Sequence[str], before: Stood) -> Settled:
    """Lay out bodies and strategies alone, as the page opens on them, then the people about their boards."""
    people = {thing.key for thing in view.things if thing.kind is Kind.PERSON}
    pairs = {(seat.representing or seat.member, seat.body) for seat in view.seats}
    pairs |= {(tie.subject, tie.object) for tie in view.ties}
    anchors: dict[str, list[str]] = defaultdict(list)
    for member, body in sorted({(seat.member, seat.body) for seat in view.seats}):
        anchors[member].append(body)
    for visit in view.visits:
        anchors[visit.person] = anchors[visit.person] or [visit.body]
    bodies = {key: size for key, size in sizes.items() if key not in people}
    lone = {key: size for key, size in sizes.items() if key in people and not anchors.get(key)}
    settled = settle(bodies | lone, sorted(pairs), order, before)
    held = {key: anchors[key] for key in sorted(people) if anchors.get(key)}
    around = orbit(held, settled.places, before.linked if settled.stayed else {})
    return replace(settled, places={**settled.places, **around})


def interlocking(view: View) -> list[Edge]:
    """Lines between bodies and those who sit on two or more of them, in person or as an organisation."""
    kinds = {thing.key: thing.kind for thing in view.things}
    bodies: dict[str, set[str]] = defaultdict(set)
    for seat in view.seats:
        deputy = seat.deputising_for or seat.role.casefold() == DEPUTY_OF_NOBODY_NAMED
        if kinds.get(seat.body) is Kind.BOARD and not deputy and not seat.post:
            bodies[seat.member].add(seat.body)
            if seat.representing:
                bodies[seat.representing].add(seat.body)
    return sorted(
        (member, body)
        for member, found in bodies.items()
        if len(found) > 1
        for body in found
        if body != member
    )


def label_size(thing: Thing) -> Size:
    """The room a symbol needs with its label below: about the size that the page draws (pixels)."""
    lines = min(3, -(-len(thing.name) // LINE))
    wide = min(len(thing.name), LINE) * (7.0 if thing.kind is Kind.BOARD else 6.4)
    return max(wide, 30.0) + 10.0, 30.0 + 14.0 * lines


def payload(view: View, places: Places) -> Json:
    """Gather all that the page needs; facts and things point to each other by number."""
    number = {thing.key: i for i, thing in enumerate(view.things)}
    sources = _Sources()
    facts = [_seat(seat, number, sources) for seat in view.seats]
    facts += [_tie(tie, number, sources) for tie in view.ties]
    facts += [_visit(visit, number, sources) for visit in view.visits]
    return {
        "nodes": [_node(number[thing.key], thing, places) for thing in view.things],
        "edges": facts,
        "sources": sources.rows,
        "documents": sources.documents,
        "phrases": {relation.value: list(words) for relation, words in PHRASES.items()},
        "newest": view.newest,
        "count": view.documents,
        "foldAbove": FOLD_ABOVE,
    }


class _Sources:
    """Numbers for sources and documents, in the order they are first asked for."""

    def __init__(self) -> None:
        self.rows: list[list[Any]] = []
        self.documents: list[str] = []
        self._seen: dict[Source, int] = {}
        self._names: dict[str, int] = {}

    def numbers(self, sources: Iterable[Source]) -> list[int]:
        return [self._number(source) for source in sources]

    def _number(self, source: Source) -> int:
        if source not in self._seen:
            if source.document not in self._names:
                self._names[source.document] = len(self.documents)
                self.documents.append(source.document)
            self._seen[source] = len(self.rows)
            self.rows.append([self._names[source.document], source.line, source.quote, source.date])
        return self._seen[source]


def _node(number: int, thing: Thing, places: Places) -> Json:
    x, y = places.whole[thing.key]
    node: Json = {"id": number, "key": thing.key, "name": thing.name, "kind": thing.kind.value}
    node |= {"shape": SHAPES.get(thing.kind, "dot"), "x": x, "y": y}
    if thing.key in places.interlocks:
        node["ix"], node["iy"] = places.interlocks[thing.key]
    optional = {"aliases": list(thing.aliases), "sector": thing.sector, "years": thing.years}
    node |= {name: value for name, value in optional.items() if value}
    if thing.active is not None:
        node["active"] = thing.active
    return node


def _seat(seat: Seat, number: Mapping[str, int], sources: _Sources) -> Json:
    fact = _fact("seat", number[seat.member], number[seat.body], sources.numbers(seat.sources))
    fact |= _some(role=seat.role, sector=seat.sector, first=seat.first, last=seat.last)
    fact |= _some(holder=number.get(seat.representing), deputy=number.get(seat.deputising_for))
    return fact | _some(inferred=not seat.stated, ended=seat.ended, job=seat.post)


def _tie(tie: Tie, number: Mapping[str, int], sources: _Sources) -> Json:
    fact = _fact("tie", number[tie.subject], number[tie.object], sources.numbers(tie.sources))
    dates = sorted(source.date for source in tie.sources if source.date)
    return fact | _some(
        role=tie.relation.value, first=dates[0] if dates else "", last=dates[-1] if dates else ""
    )


def _visit(visit: Visits, number: Mapping[str, int], sources: _Sources) -> Json:
    fact = _fact("visit", number[visit.person], number[visit.body], sources.numbers(visit.sources))
    fact |= _some(role=visit.status, post=visit.role, first=visit.first, last=visit.last)
    return fact | {"count": visit.count} | _some(holder=number.get(visit.representing))


def _fact(what: str, start: int, end: int, sources: Sequence[int]) -> Json:
    fact: Json = {"from": start, "to": end, "what": what}
    return fact | ({"sources": list(sources)} if sources else {})


def _some(**fields: Any) -> Json:
    return {name: value for name, value in fields.items() if value not in ("", None, False)}


def _by_name(thing: Thing) -> tuple[str, str]:
    return thing.name.casefold(), thing.key

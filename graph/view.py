"""What the map and the diagram draw: the graph read once into records, so that only this file knows SPARQL.

Things are told apart by key: the tail of their IRI (`board/healthy-city-partnership`).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from whosat.graph.offices import is_office
from whosat.ontology.facts import Kind, Relation
from whosat.ontology.terms import PREFIXES, WS


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """The words a fact rests on: the document's name, the line (from 1; 0: unknown), the quote, its date."""

    document: str
    line: int
    quote: str
    date: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """Somebody or something on the map; `active` is False where a document calls it inactive."""

    key: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    active: bool | None = None
    sector: str = ""
    years: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """A member (a person or an organisation) sits on a body or holds a post in it; dates are ISO or empty.

    `first` and `last` say how far the evidence reaches; `ended` is true only where a document says so;
    `post` is true of a post, which is no seat: somebody works there; `decided` is who decided an ending.
    """

    member: str
    body: str
    role: str = ""
    representing: str = ""
    sector: str = ""
    stated: bool = True
    first: str = ""
    last: str = ""
    deputising_for: str = ""
    ended: bool = False
    sources: tuple[Source, ...] = ()
    post: bool = False
    decided: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """Two bodies, or a body and a strategy, are linked."""

    subject: str
    relation: Relation
    object: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Visits:
    """How often somebody was at a body's meetings in one status ("present", "in attendance", …)."""

    person: str
    body: str
    status: str
    count: int
    first: str = ""
    last: str = ""
    representing: str = ""
    role: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """Everything the pictures show, each part sorted; `newest` is the date of the newest evidence."""

    things: tuple[Thing, ...] = ()
    seats: tuple[Seat, ...] = ()
    ties: tuple[Tie, ...] = ()
    visits: tuple[Visits, ...] = ()
    newest: str = ""
    documents: int = 0

    def thing(self) -> dict[str, Thing]:
        """All things by key."""
        return {thing.key: thing for thing in self.things}


class Selects(Protocol):
    """The one thing asked of a store."""

    def select(self, query: str) -> Iterable[Mapping[str, Any]]:
        """Run a SELECT over all graphs; the contract's prefixes are known to it; one mapping
        of variable to term a row, unbound variables left out or None."""


def read_view(store: Selects) -> View:
    """Read all that can be drawn from a store."""
    sources = _sources(store)
    things = _things(store)
    known = {thing.key for thing in things}
    seats = tuple(s for s in _seats(store, sources) if s.member in known and s.body in known)
    ties = tuple(t for t in _ties(store, sources) if t.subject in known and t.object in known)
    visits = tuple(v for v in _visits(store, sources) if v.person in known and v.body in known)
    dates = [s.date for found in sources.values() for s in found]
    dates += [seat.last for seat in seats] + [visit.last for visit in visits]
    documents = {s.key for found in sources.values() for s in found}
    return View(things, seats, ties, visits, max(dates, default=""), len(documents))


_THINGS = """
SELECT DISTINCT ?thing ?type ?label ?sector ?status ?start ?end WHERE {
  VALUES ?type { foaf:Person org:Organization ws:Board ws:Strategy }
  ?thing a ?type ; skos:prefLabel ?label .
  OPTIONAL { ?thing ws:sector ?sector } OPTIONAL { ?thing ws:boardStatus ?status }
  OPTIONAL { ?thing schema:startDate ?start } OPTIONAL { ?thing schema:endDate ?end }
}"""

_ALIASES = "SELECT DISTINCT ?thing ?alias WHERE { ?thing skos:altLabel ?alias }"

_PASSAGES = """
SELECT ?fact ?document (MIN(?called) AS ?name) ?date ?quote ?start ?line WHERE {
  ?fact prov:wasDerivedFrom ?passage .
  ?passage oa:hasSource ?document ; oa:hasSelector ?words .
  ?words oa:exact ?quote .
  OPTIONAL { ?passage oa:hasSelector ?place . ?place oa:start ?start }
  OPTIONAL { ?passage ws:line ?line }
  OPTIONAL { ?document dcterms:identifier ?called } OPTIONAL { ?document dcterms:date ?date }
} GROUP BY ?fact ?document ?date ?quote ?start ?line"""

_SEATS = """
SELECT DISTINCT
  ?fact ?member ?body ?role ?roleName ?representing ?sector ?basis ?first ?last ?deputising ?ended ?post
  ?ruling ?who
WHERE {
  ?fact a org:Membership ; org:member ?member ; org:organization ?body .
  OPTIONAL { ?fact org:role ?role OPTIONAL { ?role skos:prefLabel ?roleName } }
  OPTIONAL { ?fact ws:representing ?representing } OPTIONAL { ?fact ws:sector ?sector }
  OPTIONAL { ?fact ws:basis ?basis }
  OPTIONAL { ?fact ws:firstSeen ?first } OPTIONAL { ?fact ws:lastSeen ?last }
  OPTIONAL { ?fact ws:deputisingFor ?deputising } OPTIONAL { ?fact ws:endedBy ?ended }
  OPTIONAL { ?fact a ?post FILTER(?post = ws:Post) }
  OPTIONAL {
    ?fact prov:wasDerivedFrom ?ruling . ?ruling a ws:Correction
    OPTIONAL { ?ruling dcterms:creator ?who }
  }
}"""

_TIES = """
SELECT DISTINCT ?fact ?subject ?relation ?object WHERE {
  ?fact a rdf:Statement ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object .
}"""

_VISITS = """
SELECT DISTINCT ?fact ?person ?body ?meeting ?date ?status ?representing ?role ?roleName WHERE {
  ?fact a ws:Attendance ; ws:attendee ?person ; ws:atMeeting ?meeting ; ws:status ?status .
  ?meeting ws:ofBody ?body . OPTIONAL { ?meeting schema:startDate ?date }
  OPTIONAL { ?fact ws:representing ?representing }
  OPTIONAL { ?fact ws:inRole ?role OPTIONAL { ?role skos:prefLabel ?roleName } }
}"""

_RELATIONS = {PREFIXES["org"] + "subOrganizationOf": Relation.SUBGROUP_OF} | {
    WS + words[0] + "".join(part.title() for part in words[1:]): relation
    for relation in Relation
    if (words := relation.value.split())
}
_KINDS = {
    PREFIXES["foaf"] + "Person": Kind.PERSON,
    PREFIXES["org"] + "Organization": Kind.ORGANISATION,
    WS + "Board": Kind.BOARD,
    WS + "Strategy": Kind.STRATEGY,
}

Row = dict[str, str]


def _rows(store: Selects, query: str) -> Iterator[Row]:
    for row in store.select(query):
        yield {name: _text(term) for name, term in row.items() if term is not None}


def _text(term: Any) -> str:
    return str(term) if isinstance(term, str) else str(getattr(term, "value", term))


def key_of(iri: str) -> str:
    """Return the last two parts of an IRI: enough to tell things apart, and free of the project's base."""
    return "/".join(iri.rsplit("/", 2)[-2:])


def _day(text: str) -> str:
    """Cut a date or a time of a meeting to its day; anything else is no date."""
    try:
        return dt.date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return ""


def _words(iri: str, name: str = "") -> str:
    """Name a concept: by its label, else by the last part of its IRI ("ViceChair" → "vice chair")."""
    if name:
        return name[:1].upper() + name[1:]
    tail = iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1].replace("-", " ")
    spaced = "".join(f" {c.lower()}" if c.isupper() else c for c in tail).strip()
    return spaced[:1].upper() + spaced[1:]


def _sources(store: Selects) -> dict[str, tuple[Source, ...]]:
    found: dict[str, set[Source]] = defaultdict(set)
    for row in _rows(store, _PASSAGES):
        key = key_of(row["document"])
        source = Source(
            document=row.get("name", key),
            line=int(row.get("line", 0)),
            quote=row["quote"],
            date=_day(row.get("date", "")),
            key=key,
        )
        found[row["fact"]].add(source)
    return {fact: tuple(sorted(sources)) for fact, sources in found.items()}


def _things(store: Selects) -> tuple[Thing, ...]:
    aliases: dict[str, set[str]] = defaultdict(set)
    for row in _rows(store, _ALIASES):
        aliases[row["thing"]].add(row["alias"])
    things: dict[str, Thing] = {}
    rank = list(_KINDS)  # a board is an organisation too: the later, narrower type wins
    for row in sorted(
        _rows(store, _THINGS), key=lambda row: (row["thing"], rank.index(row["type"]), str(row))
    ):
        before = things.get(row["thing"])
        things[row["thing"]] = Thing(
            key=key_of(row["thing"]),
            kind=_KINDS[row["type"]],
            name=before.name if before else row["label"],
            aliases=tuple(sorted(aliases[row["thing"]] - {row["label"]})),
            active=_active(row.get("status", "")) if not before or before.active is None else before.active,
            sector=row.get("sector", before.sector if before else ""),
            years="–".join(y for y in (row.get("start", "")[:4], row.get("end", "")[:4]) if y),
        )
    return tuple(sorted(things.values(), key=lambda thing: thing.key))


def _active(status: str) -> bool | None:
    return {WS + "Active": True, WS + "Inactive": False}.get(status)


def _seats(store: Selects, sources: Mapping[str, tuple[Source, ...]]) -> tuple[Seat, ...]:
    """Join what several documents say of one seat; a seat that ended stays apart from one that goes on."""
    joined: dict[tuple[Any, ...], Seat] = {}
    for row in _rows(store, _SEATS):
        seat = Seat(
            member=key_of(row["member"]),
            body=key_of(row["body"]),
            role=_role(row),
            representing=key_of(row["representing"]) if "representing" in row else "",
            sector=row.get("sector", ""),
            stated=row.get("basis", "") != WS + "Inferred",
            first=_day(row.get("first", "")),
            last=_day(row.get("last", "")),
            deputising_for=key_of(row["deputising"]) if "deputising" in row else "",
            ended="ended" in row,
            sources=sources.get(row["fact"], ()),
            post="post" in row,
            decided=(row.get("who") or "a person") if "ruling" in row and "ended" in row else "",
        )
        same = (
            *(seat.member, seat.body, seat.role, seat.representing, seat.deputising_for),
            *(seat.ended, seat.post, seat.decided),
        )
        joined[same] = _join(joined[same], seat) if same in joined else seat
    return tuple(sorted(_without_ended(joined.values())))


def _without_ended(seats: Collection[Seat]) -> Iterator[Seat]:
    """The seats without those that attendance alone tells of, up to the day on which a paper ends the seat.

    What attendance told of that term (since when, and for whom) goes to the ending. To give up an office ends
    no seat.
    """
    closed: dict[tuple[str, str], list[Seat]] = defaultdict(list)
    for seat in sorted(seats, key=lambda one: (one.last, one)):
        if seat.ended and seat.last and not is_office(seat.role):
            closed[seat.member, seat.body].append(seat)
    told: dict[Seat, list[Seat]] = defaultdict(list)
    for seat in seats:
        endings = closed.get((seat.member, seat.body), ())
        ending = next((one for one in endings if seat.last <= one.last), None)
        if seat.ended or seat.stated or not seat.last or ending is None:
            if not (seat.ended and seat in endings):
                yield seat
        else:
            told[ending].append(seat)
    for endings in closed.values():
        for ending in endings:
            yield _with_told(ending, told.get(ending, ()))


def _with_told(ending: Seat, seats: Collection[Seat]) -> Seat:
    """An ending with what attendance told of the same term; of several organisations it takes none."""
    whose = {one.representing for one in seats if one.representing}
    representing = ending.representing or (min(whose) if len(whose) == 1 else "")
    same = [one for one in seats if one.representing in ("", representing)]
    return replace(
        ending,
        representing=representing,
        first=min((one.first for one in (ending, *same) if one.first), default=""),
        sources=tuple(dict.fromkeys(source for one in (ending, *sorted(same)) for source in one.sources)),
    )


def _role(row: Row) -> str:
    return _words(row["role"], row.get("roleName", "")) if "role" in row else ""


def _join(one: Seat, other: Seat) -> Seat:
    return replace(
        one,
        sector=one.sector or other.sector,
        stated=one.stated or other.stated,
        first=min(filter(None, (one.first, other.first)), default=""),
        last=max(one.last, other.last),
        sources=tuple(sorted({*one.sources, *other.sources})),
    )


def _ties(store: Selects, sources: Mapping[str, tuple[Source, ...]]) -> tuple[Tie, ...]:
    found: dict[tuple[str, Relation, str], set[Source]] = defaultdict(set)
    for row in _rows(store, _TIES):
        if relation := _RELATIONS.get(row["relation"]):
            found[key_of(row["subject"]), relation, key_of(row["object"])].update(
                sources.get(row["fact"], ())
            )
    return tuple(sorted(Tie(s, r, o, tuple(sorted(found[s, r, o]))) for s, r, o in found if s != o))


def _visits(store: Selects, sources: Mapping[str, tuple[Source, ...]]) -> tuple[Visits, ...]:
    meetings: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in _rows(store, _VISITS):
        status = _words(row["status"]).lower()
        meetings[key_of(row["person"]), key_of(row["body"]), status].append(row)
    return tuple(sorted(_visit(who, rows, sources) for who, rows in meetings.items()))


def _visit(who: tuple[str, str, str], rows: list[Row], sources: Mapping[str, tuple[Source, ...]]) -> Visits:
    dates = sorted(filter(None, (_day(row.get("date", "")) for row in rows)))
    places = {key_of(row["representing"]) for row in rows if "representing" in row}
    return Visits(
        *who,
        count=len({row["meeting"] for row in rows}),
        first=min(dates, default=""),
        last=max(dates, default=""),
        representing=min(places, default=""),
        role=min((_role(row) for row in rows if "role" in row), default=""),
        sources=tuple(sorted({source for row in rows for source in sources.get(row["fact"], ())})),
    )

"""What the pages show, read from the store once a generation and kept in memory.

Things are told apart by key, the tail of their IRI (`person/ann-lee`), as on the map.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from whosat.graph.dates import day, spoken
from whosat.graph.questions import Source
from whosat.graph.rows import Row
from whosat.graph.store import Store
from whosat.graph.view import Seat, Thing, Tie, View, Visits, read_view
from whosat.ontology.facts import Kind

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: its key, file name, hash, title and date (ISO, or empty), and the things it names."""

    key: str
    name: str
    sha256: str
    title: str = ""
    date: str = ""
    things: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Presence:
    """How somebody stood to a meeting: status, role, and whom they represented or stood in for."""

    person: str
    meeting: str
    status: str
    role: str
    representing: str
    deputising_for: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting: its key, body, date (ISO, or empty), place, the one before it, and where that is said."""

    key: str
    body: str
    date: str
    place: str
    previous: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """An action: what, keys of its owners, the meeting that agreed it, and when it is due (ISO, or empty)."""

    what: str
    owners: tuple[str, ...]
    meeting: str
    due: str
    sources: tuple[Source, ...]


_PAPERS = """
SELECT DISTINCT ?document ?name ?sha ?title ?date WHERE {
  ?document a ws:Document ; dcterms:identifier ?name ; ws:sha256 ?sha .
  OPTIONAL { ?document dcterms:title ?title } OPTIONAL { ?document dcterms:date ?date }
} ORDER BY ?name"""
_NAMED = (
    "SELECT DISTINCT ?document ?thing WHERE { ?document dcterms:references ?thing } ORDER BY ?document ?thing"
)
_MEETINGS = """
SELECT DISTINCT ?meeting ?body ?date ?place ?previous WHERE {
  ?meeting a ws:Meeting . OPTIONAL { ?meeting ws:ofBody ?body }
  OPTIONAL { ?meeting ws:previousMeeting ?previous }
  OPTIONAL { ?meeting schema:startDate ?date } OPTIONAL { ?meeting schema:location ?place }
} ORDER BY DESC(?date) ?meeting"""
_PRESENT = """
SELECT DISTINCT ?fact ?person ?meeting ?status ?roleName ?representing ?deputising WHERE {
  ?fact a ws:Attendance ; ws:attendee ?person ; ws:atMeeting ?meeting ; ws:status ?status .
  OPTIONAL { ?fact ws:inRole/skos:prefLabel ?roleName }
  OPTIONAL { ?fact ws:representing ?representing } OPTIONAL { ?fact ws:deputisingFor ?deputising }
} ORDER BY ?meeting ?person"""
_TASKS = """
SELECT DISTINCT ?fact ?what ?owner ?meeting ?due WHERE {
  ?fact a ws:Action ; dcterms:description ?what .
  OPTIONAL { ?fact ws:owner ?owner } OPTIONAL { ?fact ws:agreedAt ?meeting }
  OPTIONAL { ?fact ws:dueDate ?due }
} ORDER BY ?what ?owner"""
_PASSAGES = """
SELECT ?passage ?document ?line ?quote ?start ?end WHERE {
  ?passage oa:hasSource ?document ; oa:hasSelector ?words . ?words oa:exact ?quote .
  ?passage oa:hasSelector ?place . ?place oa:start ?start ; oa:end ?end .
  OPTIONAL { ?passage ws:line ?line }
}"""
_GROUNDS = "SELECT ?fact ?passage WHERE { ?fact prov:wasDerivedFrom ?passage }"
_LAWS = """
SELECT DISTINCT ?thing ?label WHERE { ?thing a ws:Legislation ; skos:prefLabel ?label }
ORDER BY ?thing ?label"""

_STATUS = {
    "Present": "present",
    "Apologies": "apologies",
    "InAttendance": "in attendance",
    "MinuteTaker": "took the minutes",
    "Absent": "absent",
}


@dataclass(frozen=True)
class Library:
    """Everything the pages show of one generation of the store."""

    view: View
    papers: Mapping[str, Paper]
    meetings: Mapping[str, Gathering]
    presences: Sequence[Presence]
    tasks: Sequence[Task]
    things: Mapping[str, Thing] = field(default_factory=dict)
    spots: Mapping[tuple[str, int, str], tuple[int, int]] = field(default_factory=dict)
    """Where words stand: start and end by document, line and words."""

    @cached_property
    def by_member(self) -> Mapping[str, list[Seat]]:
        """Seats by who holds them."""
        return _by(self.view.seats, lambda seat: () if seat.post else (seat.member,))

    @cached_property
    def by_body(self) -> Mapping[str, list[Seat]]:
        """Seats by body."""
        return _by(self.view.seats, lambda seat: () if seat.post else (seat.body,))

    @cached_property
    def posts_of(self) -> Mapping[str, list[Seat]]:
        """Posts, which are no seats, by who holds them, and by where."""
        return _by(self.view.seats, lambda seat: (seat.member, seat.body) if seat.post else ())

    @cached_property
    def by_represented(self) -> Mapping[str, list[Seat]]:
        """Seats by the organisation they are held for."""
        return _by(self.view.seats, lambda seat: (seat.representing,))

    @cached_property
    def ties_of(self) -> Mapping[str, list[Tie]]:
        """Links by each of their ends."""
        return _by(self.view.ties, lambda tie: (tie.subject, tie.object))

    @cached_property
    def visits_of(self) -> Mapping[str, list[Visits]]:
        """How often somebody was at a body's meetings, by person, and by body."""
        return _by(self.view.visits, lambda visit: (visit.person, visit.body))

    @cached_property
    def presences_of(self) -> Mapping[str, list[Presence]]:
        """Attendances by person, and by meeting."""
        return _by(self.presences, lambda presence: (presence.person, presence.meeting))

    @cached_property
    def tasks_of(self) -> Mapping[str, list[Task]]:
        """Actions by owner, and by meeting."""
        return _by(self.tasks, lambda task: (*task.owners, task.meeting))

    @cached_property
    def meetings_of(self) -> Mapping[str, list[Gathering]]:
        """Meetings by body, the latest first."""
        return _by(self.meetings.values(), lambda meeting: (meeting.body,))

    @cached_property
    def papers_of(self) -> Mapping[str, list[Paper]]:
        """Documents by each thing they name."""
        return _by(self.papers.values(), lambda paper: paper.things)

    @cached_property
    def paper_named(self) -> Mapping[str, Paper]:
        """Documents by file name."""
        return {paper.name: paper for paper in self.papers.values()}

    @cached_property
    def marks_of(self) -> Mapping[str, list[tuple[int, int]]]:
        """Start and end of every passage that something rests on, by document."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for (document, _, _), place in self.spots.items():
            found[document].append(place)
        return {document: sorted(set(places)) for document, places in found.items()}

    @cached_property
    def span(self) -> tuple[str, str]:
        """The first and last day (ISO) that any evidence speaks for; empty where none is dated."""
        days = [day for seat in self.view.seats for day in (seat.first, seat.last) if day]
        days += [meeting.date for meeting in self.meetings.values() if meeting.date]
        return min(days, default=""), max(days, default="")

    def of_kind(self, kind: str) -> list[Thing]:
        """All things of a kind, by name."""
        return sorted(
            (thing for thing in self.things.values() if thing.kind == kind),
            key=lambda thing: (thing.name.casefold(), thing.key),
        )

    def name(self, key: str) -> str:
        """What a thing, meeting or document is called."""
        if key in self.things:
            return self.things[key].name
        if key in self.meetings:
            meeting = self.meetings[key]
            body = self.name(meeting.body) if meeting.body else "Meeting"
            return f"{body}, {spoken(day(meeting.date)) or 'undated'}"
        return self.papers[key].name if key in self.papers else key


def _by(items: Iterable[Item], keys: Callable[[Item], Iterable[str]]) -> Mapping[str, list[Item]]:
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            if key:
                found[key].append(item)
    return found


def read_library(store: Store) -> Library:
    """Read all that the pages show."""
    view = read_view(store)
    present, tasks, met = store.select(_PRESENT), store.select(_TASKS), store.select(_MEETINGS)
    papers, passages = _papers(store), _passages(store)
    facts = {str(row["fact"]) for row in (*present, *tasks)} | {str(row["meeting"]) for row in met}
    sources = _sources(store, facts, papers, passages)
    return Library(
        view,
        papers,
        _meetings(met, sources),
        tuple(_presence(row, sources) for row in present),
        _tasks(tasks, sources),
        {**view.thing(), **_laws(store)},
        {(one.document, one.line, one.quote): (one.start, one.end) for one in passages.values()},
    )


def _laws(store: Store) -> dict[str, Thing]:
    rows = store.select(_LAWS)
    return {
        _key(row["thing"]): Thing(_key(row["thing"]), Kind.LEGISLATION, str(row["label"])) for row in rows
    }


@dataclass(frozen=True, slots=True, order=True)
class _Passage:
    document: str
    line: int
    start: int
    end: int
    quote: str


def _passages(store: Store) -> dict[str, _Passage]:
    """All passages by IRI."""
    return {
        str(row["passage"]): _Passage(
            _key(row["document"]),
            int(row.get("line", "0")),
            int(row["start"]),
            int(row["end"]),
            str(row["quote"]),
        )
        for row in store.select(_PASSAGES)
    }


def _sources(
    store: Store, facts: set[str], papers: Mapping[str, Paper], passages: Mapping[str, _Passage]
) -> dict[str, tuple[Source, ...]]:
    """The sources of some facts, in the order of documents and lines."""
    found: dict[str, set[Source]] = defaultdict(set)
    for row in store.select(_GROUNDS):
        fact, passage = str(row["fact"]), passages.get(str(row["passage"]))
        if fact in facts and passage and passage.document in papers:
            found[fact].add(Source(papers[passage.document].name, passage.line, passage.quote))
    return {fact: tuple(sorted(sources)) for fact, sources in found.items()}


def _key(iri: str) -> str:
    return "/".join(iri.rsplit("/", 2)[-2:])


def _maybe(row: Row, name: str) -> str:
    return _key(row[name]) if name in row else ""


def _papers(store: Store) -> dict[str, Paper]:
    things: dict[str, list[str]] = defaultdict(list)
    for row in store.select(_NAMED):
        things[_key(row["document"])].append(_key(row["thing"]))
    found: dict[str, Paper] = {}
    for row in store.select(_PAPERS):
        key = _key(row["document"])
        title, date = str(row.get("title", "")), str(row.get("date", ""))
        found.setdefault(key, Paper(key, str(row["name"]), str(row["sha"]), title, date, tuple(things[key])))
    return found


def _meetings(rows: Iterable[Row], sources: Mapping[str, tuple[Source, ...]]) -> dict[str, Gathering]:
    """The meetings, the latest first; where papers differ in a date or place, the first row holds."""
    found: dict[str, Gathering] = {}
    for row in rows:
        key = _key(row["meeting"])
        date, place = str(row.get("date", ""))[:10], str(row.get("place", ""))
        before = _maybe(row, "previous")
        found.setdefault(
            key,
            Gathering(key, _maybe(row, "body"), date, place, before, sources.get(str(row["meeting"]), ())),
        )
    return found


def _presence(row: Row, sources: Mapping[str, tuple[Source, ...]]) -> Presence:
    return Presence(
        _key(row["person"]),
        _key(row["meeting"]),
        _STATUS[row["status"].rpartition("#")[2]],
        str(row.get("roleName", "")),
        _maybe(row, "representing"),
        _maybe(row, "deputising"),
        sources.get(row["fact"], ()),
    )


def _tasks(rows: Iterable[Row], sources: Mapping[str, tuple[Source, ...]]) -> tuple[Task, ...]:
    together: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        together[str(row["fact"])].append(row)
    return tuple(
        Task(
            str(group[0]["what"]),
            tuple(_key(row["owner"]) for row in group if "owner" in row),
            _maybe(group[0], "meeting"),
            str(group[0].get("due", "")),
            sources.get(fact, ()),
        )
        for fact, group in together.items()
    )

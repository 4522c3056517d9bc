"""A report on the network in governance words: who ties boards together, and what hangs on whom.

`findings(view)` gives sections of sentences, each with its sources; `markdown` and `html` only print them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from whosat.graph import network
from whosat.graph.dates import day, spoken
from whosat.graph.view import Seat, Source, Thing, View
from whosat.ontology.facts import Kind, Relation

if TYPE_CHECKING:
    import networkx as nx

MOST = 12  # findings a section shows; the rest is counted, not dropped in silence


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence, and the sources it rests on."""

    sentence: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what it means, its findings (the weightiest first) and how many more there are."""

    title: str
    meaning: str
    findings: tuple[Finding, ...]
    more: int = 0


def findings(view: View, since: str = "", until: str = "") -> tuple[Section, ...]:
    """What the network of a span of time (ISO dates; empty for all) says, section by section."""
    seats = network.within(view.seats, since, until)
    names = {thing.key: thing.name for thing in view.things}
    look = _Look(view, seats, names, bool(since or until))
    makers: Sequence[Callable[[_Look], Section]] = (
        _read,
        _connectors,
        _interlocks,
        _core,
        _cut_points,
        _organisations,
        _parts,
        _sisters,
        _open_ends,
    )
    return tuple(section for section in (make(look) for make in makers) if section.findings)


def slice_of(view: View, since: str = "", until: str = "") -> View:
    """The view with only the seats and visits whose evidence touches a span of time; links stay."""
    if not since and not until:
        return view
    seats = network.within(view.seats, since, until)
    visits = tuple(
        visit
        for visit in view.visits
        if visit.first
        and visit.last
        and (not until or visit.first[: len(until)] <= until)
        and (not since or visit.last >= since)
    )
    return replace(view, seats=seats, visits=visits)


@dataclass(frozen=True, slots=True)
class _Look:
    view: View
    seats: tuple[Seat, ...]
    names: Mapping[str, str]
    sliced: bool = False

    def name(self, key: str) -> str:
        return self.names.get(key, key)

    def list(self, keys: Iterable[str]) -> str:
        return _listed(sorted({self.name(key) for key in keys}))


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]


def _some(look: _Look, keys: Sequence[str], most: int = 6) -> str:
    names = sorted({look.name(key) for key in keys})
    if len(names) <= most:
        return _listed(names)
    return f"{', '.join(names[:most])} and {len(names) - most} more"


def _section(title: str, meaning: str, found: Sequence[Finding]) -> Section:
    return Section(title, meaning, tuple(found[:MOST]), max(0, len(found) - MOST))


def _first_sources(look: _Look, seats: Iterable[Seat], most: int = 4) -> tuple[Source, ...]:
    """One source a seat, so that each seat named can be checked: each once."""
    found = (_telling(look, seat) for seat in seats if seat.sources)
    return tuple(dict.fromkeys(found))[:most]


def _telling(look: _Look, seat: Seat) -> Source:
    """The source of a seat that holds its member's surname, else the first: a heading proves nothing."""
    last = look.name(seat.member).split()[-1:]
    naming = (s for s in seat.sources if last and last[0].casefold() in s.quote.casefold())
    return next(naming, seat.sources[0])


def _days(dates: Sequence[str]) -> str:
    """A span of ISO dates in words."""
    first, last = (spoken(day(date)) or date for date in (min(dates), max(dates)))
    return f" on {first}" if first == last else f" between {first} and {last}"


def _counted(number: int, word: str) -> str:
    plural = "people" if word == "person" else word[:-1] + "ies" if word.endswith("y") else word + "s"
    return f"{number} {word if number == 1 else plural}"


def _read(look: _Look) -> Section:
    stated = sum(seat.stated for seat in look.seats)
    people = {seat.member for seat in look.seats}
    bodies = {seat.body for seat in look.seats}
    papers = {source.document for seat in look.seats for source in seat.sources}
    dates = [date for seat in look.seats for date in (seat.first, seat.last) if date]
    found = [
        Finding(
            f"{_counted(len(papers), 'document')} put {_counted(len(people), 'person')}"
            f" on {_counted(len(bodies), 'body')}{_days(dates) if dates else ''}:"
            f" {_counted(stated, 'seat')} stated outright,"
            f" {len(look.seats) - stated} inferred from attendance."
        )
    ]
    undated = sum(not seat.first for seat in network.within(look.view.seats)) if look.sliced else 0
    if undated:
        found.append(Finding(f"Left out: {_counted(undated, 'seat')} that papers state without a date."))
    return _section(
        "What this rests on",
        "A seat reaches as far as its evidence, and no further.",
        found if people else [],
    )


def _connectors(look: _Look) -> Section:
    graph = network.two_mode(look.seats)
    between = network.betweenness(graph)
    chosen = [person for person in network.people(graph) if graph.degree(person) > 1]
    chosen.sort(key=lambda person: (-graph.degree(person), -between[person], person))
    found = []
    for person in chosen:
        held = [seat for board in sorted(graph[person]) for seat in graph.edges[person, board]["seats"][:1]]
        found.append(
            Finding(f"{look.name(person)} sits on {look.list(graph[person])}.", _first_sources(look, held))
        )
    return _section(
        "Who ties the boards together",
        "People on more than one board carry news between them; those who join boards that share no one else"
        " come first among equals.",
        found,
    )


def _interlocks(look: _Look) -> Section:
    graph = network.two_mode(look.seats)
    found = []
    for bond in network.interlocks(graph):
        held = [graph.edges[person, bond.left]["seats"][0] for person in bond.shared]
        number = _counted(len(bond.shared), "member")
        found.append(
            Finding(
                f"{look.name(bond.left)} and {look.name(bond.right)} share {number}:"
                f" {_some(look, bond.shared)}.",
                _first_sources(look, held),
            )
        )
    return _section(
        "Which boards share members",
        "Boards with the same people round the table can work as one, or hear only themselves.",
        found,
    )


def _core(look: _Look) -> Section:
    """The deepest core: the boards and people tied most closely to one another."""
    graph = network.two_mode(look.seats)
    deepest, inside = network.core(graph)
    sits = [key for key in network.boards(graph) if key in inside]
    members = [key for key in network.people(graph) if key in inside]
    found = []
    if deepest > 1:
        held = [seat for key in members for board in sits if graph.has_edge(key, board)
                for seat in graph.edges[key, board]["seats"][:1]]  # fmt: skip
        sentence = (
            f"{_some(look, members, 12)} each sit on at least {deepest} of {_some(look, sits)},"
            f" and each of these bodies has at least {deepest} of them."
        )
        found.append(Finding(sentence, _first_sources(look, held, 8)))
    return _section(
        "The inner circle", "The same people meet on the same bodies: quick to agree, hard to enter.", found
    )


def _cut_points(look: _Look) -> Section:
    graph = network.two_mode(look.seats)
    found = []
    for cut in network.cut_points(graph):
        if not cut.node.startswith(f"{Kind.PERSON}/"):
            continue
        sides = [[key for key in part if not key.startswith(f"{Kind.PERSON}/")] for part in cut.parts]
        rest, apart = sides[0], [key for side in sides[1:] for key in side]
        held = [graph.edges[cut.node, board]["seats"][0] for board in sorted(graph[cut.node])]
        found.append(Finding(_loss(look, graph, cut.node, rest, apart), _first_sources(look, held)))
    return _section(
        "What hangs on one person",
        "No one else in these papers sits on both sides. A second member in common would mend it.",
        found,
    )


def _loss(look: _Look, graph: nx.Graph[str], person: str, rest: Sequence[str], apart: Sequence[str]) -> str:
    """What would part if somebody left; nothing is made of a body of which no one else is known."""
    if all(set(graph[board]) == {person} for board in apart):
        named = _some(look, apart, 3)
        return f"{look.name(person)} is the only person whom these papers name on {named}, so its only tie."
    parted = f"{_some(look, apart, 3)} would lose touch with {_some(look, rest, 3)}"
    return f"If {look.name(person)} leaves, {parted}."


def _organisations(look: _Look) -> Section:
    by_organisation: dict[str, list[Seat]] = defaultdict(list)
    for seat in look.seats:
        if seat.representing:
            by_organisation[seat.representing].append(seat)
    order = sorted(by_organisation, key=lambda key: (-len({s.body for s in by_organisation[key]}), key))
    found = []
    for key in order:
        held = by_organisation[key]
        sits = {seat.body for seat in held}
        people = {seat.member for seat in held}
        found.append(
            Finding(
                f"{look.name(key)} is represented on {_some(look, sorted(sits))},"
                f" by {_some(look, sorted(people))}.",
                _first_sources(look, held),
            )
        )
    return _section(
        "Who is at the table",
        "Organisations by the number of boards on which somebody represents them.",
        found,
    )


def _parts(look: _Look) -> Section:
    graph = network.two_mode(look.seats)
    found = []
    for part in network.communities(graph):
        bodies = [key for key in sorted(part) if key in graph and key in set(network.boards(graph))]
        if len(bodies) > 1:
            people = len(part) - len(bodies)
            found.append(
                Finding(
                    f"{_some(look, bodies)} form a circle of {people} people, more tied to each other"
                    " than to the rest."
                )
            )
    return _section(
        "Circles", "Bodies that belong together by who sits on them, whatever the chart says.", found
    )


def _sisters(look: _Look) -> Section:
    """Organisations missing from a board that sit on most of its sister boards (those of the same parent)."""
    children: dict[str, set[str]] = defaultdict(set)
    for tie in look.view.ties:
        if tie.relation == Relation.SUBGROUP_OF:
            children[tie.object].add(tie.subject)
    sits: dict[str, dict[str, Seat]] = defaultdict(dict)
    for seat in look.seats:
        if seat.representing:
            sits[seat.body].setdefault(seat.representing, seat)
    found = []
    for parent in sorted(children):
        known = [board for board in sorted(children[parent]) if sits.get(board)]
        for board in known:
            others = [sister for sister in known if sister != board]
            counts = Counter(organisation for sister in others for organisation in sits[sister])
            for organisation, times in sorted(counts.items()):
                if len(others) > 1 and times * 2 > len(others) and organisation not in sits[board]:
                    proof = [sits[sister][organisation] for sister in others if organisation in sits[sister]]
                    found.append(
                        Finding(
                            f"{look.name(organisation)} is not seen on {look.name(board)}, though on"
                            f" {times} of its {len(others)} sister boards.",
                            _first_sources(look, proof),
                        )
                    )
    return _section(
        "Who is missing",
        "Compared with the other groups of the same parent body, as far as papers show.",
        found,
    )


def _open_ends(look: _Look) -> Section:
    chaired = {
        seat.body for seat in look.seats if "chair" in seat.role.lower() and "vice" not in seat.role.lower()
    }
    seated = {seat.body for seat in look.view.seats if not seat.post}
    found: list[tuple[int, Finding]] = []
    unseated: list[str] = []
    for thing in look.view.things:
        if thing.kind is not Kind.BOARD:
            continue
        if thing.active is False:
            found.append((0, Finding(f"{thing.name} is said to be inactive.", _said(look, thing))))
        elif thing.key not in seated:
            unseated.append(thing.key)
        elif thing.key not in chaired:
            found.append((1, Finding(f"No paper says who chairs {thing.name}.", ())))
    found.sort(key=lambda entry: (entry[0], entry[1].sentence))
    if unseated:
        found.append((2, Finding(f"No paper says who sits on {_some(look, unseated)}.")))
    return _section(
        "Open ends",
        "Bodies that are inactive, or whose chair or members no paper names.",
        [f for _, f in found],
    )


def _said(look: _Look, thing: Thing) -> tuple[Source, ...]:
    ties = [tie for tie in look.view.ties if thing.key in (tie.subject, tie.object)]
    return tuple(source for tie in ties for source in tie.sources[:1])[:2]


def markdown(sections: Iterable[Section], title: str) -> str:
    """The report as Markdown."""
    lines = [f"# {_plain(title)}", ""]
    for section in sections:
        lines += [f"## {section.title}", "", section.meaning, ""]
        for finding in section.findings:
            lines.append(f"- {_plain(finding.sentence)}")
            lines += [f"  - {_plain(_reference(source))}" for source in finding.sources]
        if section.more:
            lines.append(f"- … and {section.more} more.")
        lines.append("")
    return "\n".join(lines)


def _plain(text: str) -> str:
    """Names are data: no mark-up in them takes effect."""
    one_line = " ".join(text.split())
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#|" else letter for letter in one_line)


def _reference(source: Source) -> str:
    where = f"{source.document}, line {source.line}" if source.line else source.document
    return f"{where}: “{' '.join(source.quote.split())}”"


def html(sections: Iterable[Section], title: str, pictures: Sequence[tuple[str, str]] = ()) -> str:
    """The report as one page that opens offline; `pictures` are (caption, data address of an image) pairs."""
    from jinja2 import Environment, PackageLoader

    environment = Environment(loader=PackageLoader("whosat.graph"), autoescape=True)
    environment.filters["reference"] = _reference
    template = environment.get_template("report.html")
    return template.render(title=title, sections=list(sections), pictures=pictures)

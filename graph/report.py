"""A report on the network in governance words: who ties boards together, and what hangs on whom.

`findings(view)` gives sections of sentences, each with its sources; `markdown` and `html` only print them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from whosat.graph import network
from whosat.graph.view import Seat, Source, Thing, View
from whosat.ontology.facts import Kind, Relation

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
    look = _Look(view, seats, names)
    makers: Sequence[Callable[[_Look], Section]] = (
        _read,
        _connectors,
        _interlocks,
        _cut_points,
        _organisations,
        _parts,
        _sisters,
        _open_ends,
    )
    return tuple(section for section in (make(look) for make in makers) if section.findings)


@dataclass(frozen=True, slots=True)
class _Look:
    view: View
    seats: tuple[Seat, ...]
    names: Mapping[str, str]

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


def _first_sources(seats: Iterable[Seat], most: int = 4) -> tuple[Source, ...]:
    """One source a seat, so that each seat named can be checked."""
    return tuple(seat.sources[0] for seat in seats if seat.sources)[:most]


def _counted(number: int, word: str) -> str:
    plural = word[:-1] + "ies" if word.endswith("y") else word + "s"
    return f"{number} {word if number == 1 else plural}"


def _read(look: _Look) -> Section:
    stated = sum(seat.stated for seat in look.seats)
    people = {seat.member for seat in look.seats}
    bodies = {seat.body for seat in look.seats}
    dates = sorted(date for seat in look.seats for date in (seat.first, seat.last) if date)
    span = f" between {dates[0]} and {dates[-1]}" if dates else ""
    sentence = (
        f"{_counted(look.view.documents, 'document')} put {len(people)} people"
        f" on {_counted(len(bodies), 'body')}{span}: {_counted(stated, 'seat')} stated outright,"
        f" {len(look.seats) - stated} inferred from attendance."
    )
    return _section(
        "What this rests on", "A seat reaches as far as its evidence, and no further.", [Finding(sentence)]
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
            Finding(f"{look.name(person)} sits on {look.list(graph[person])}.", _first_sources(held))
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
                _first_sources(held),
            )
        )
    return _section(
        "Which boards share members",
        "Boards with the same people round the table can work as one, or hear only themselves.",
        found,
    )


def _cut_points(look: _Look) -> Section:
    graph = network.two_mode(look.seats)
    found = []
    for cut in network.cut_points(graph):
        if not cut.node.startswith(f"{Kind.PERSON}/"):
            continue
        sides = [[key for key in part if not key.startswith(f"{Kind.PERSON}/")] for part in cut.parts]
        apart = " would lose touch with ".join(_some(look, side, 3) for side in sides[:2])
        held = [graph.edges[cut.node, board]["seats"][0] for board in sorted(graph[cut.node])]
        found.append(Finding(f"If {look.name(cut.node)} leaves, {apart}.", _first_sources(held)))
    return _section(
        "What hangs on one person",
        "No one else in these papers sits on both sides. A second member in common would mend it.",
        found,
    )


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
                _first_sources(held),
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
                            _first_sources(proof),
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
    seated = {seat.body for seat in look.view.seats}
    found = []
    for thing in look.view.things:
        if thing.kind is not Kind.BOARD:
            continue
        if thing.active is False:
            found.append((0, Finding(f"{thing.name} is said to be inactive.", _said(look, thing))))
        elif thing.key not in seated:
            found.append((2, Finding(f"No paper says who sits on {thing.name}.", _said(look, thing))))
        elif thing.key not in chaired:
            found.append((1, Finding(f"No paper says who chairs {thing.name}.", ())))
    found.sort(key=lambda entry: (entry[0], entry[1].sentence))
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

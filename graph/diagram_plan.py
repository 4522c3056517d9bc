"""What a structure chart shows of a body: what stands over it, its groups, partners, strategies, names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from whosat.graph.map_data import PHRASES
from whosat.graph.view import Seat, Source, Thing, Tie, View
from whosat.ontology.facts import Kind, Relation

UPWARDS = (Relation.SUBGROUP_OF, Relation.REPORTS_TO)
NAMES_SHOWN = 6
DEEPEST = 200  # layers of groups, where no limit is given


@dataclass(frozen=True, slots=True)
class Card:
    """One box: a name, lines below it, and whether a document calls the body inactive."""

    name: str
    kind: Kind
    lines: tuple[str, ...] = ()
    inactive: bool = False
    former: bool = False


@dataclass(frozen=True, slots=True)
class Branch:
    """A group with the groups below it."""

    card: Card
    below: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Cards under one heading, in groups that may have headings of their own."""

    title: str
    groups: tuple[tuple[str, tuple[Card, ...]], ...]

    def __len__(self) -> int:
        """How many cards there are."""
        return sum(len(cards) for _, cards in self.groups)


@dataclass(frozen=True, slots=True)
class Chart:
    """All that is drawn; `above` holds the layers over the body, the highest first."""

    title: str
    body: Card
    above: tuple[tuple[Card, ...], ...] = ()
    branches: tuple[Branch, ...] = ()
    wider: tuple[Card, ...] = ()
    strategies: tuple[Card, ...] = ()
    sections: tuple[Section, ...] = ()
    newest: str = ""
    documents: int = 0


def plan(view: View, body: str, depth: int = 0) -> Chart:
    """Choose what to draw around the body of that key; `depth` limits the layers of groups (0: all)."""
    return _Planner(view, body).chart(depth)


class _Planner:
    """Reads a view around one body."""

    def __init__(self, view: View, body: str) -> None:
        self.view, self.body = view, body
        self.things = view.thing()
        self.parents: dict[str, dict[str, Relation]] = defaultdict(dict)
        self.children: dict[str, list[str]] = defaultdict(list)
        for tie in view.ties:
            if tie.relation in UPWARDS and Kind.STRATEGY not in (
                self._kind(tie.subject),
                self._kind(tie.object),
            ):
                self.parents[tie.subject].setdefault(tie.object, tie.relation)
        self.by_name = _named_after(view)
        for child, parent in self.by_name:
            if parent in self.parents[child] or child in self.parents[parent]:
                self.by_name = self.by_name - {(child, parent)}  # a paper says how they stand
            else:
                self.parents[child][parent] = Relation.SUBGROUP_OF
        for child, over in sorted(self.parents.items()):
            for parent in sorted(over):
                self.children[parent].append(child)
        self._under: dict[str, frozenset[str]] = {}
        self.seats: dict[str, list[Seat]] = defaultdict(list)
        for seat in view.seats:
            if not seat.post:
                self.seats[seat.body].append(seat)

    def chart(self, depth: int) -> Chart:
        layers = self._layers()
        shown = {self.body} | {key for layer in layers for key in layer}
        branches = self._tree(depth, shown)
        below = shown - {key for layer in layers for key in layer}
        thing, sources = self.things[self.body], self._sources(shown)
        return Chart(
            title=thing.name,
            body=self._card(self.body, *self._members()),
            above=tuple(self._above(n, layers) for n in range(len(layers) - 1, -1, -1)),
            branches=branches,
            wider=self._wider(below, shown),
            strategies=self._strategies(below),
            sections=tuple(section for section in self._sections() if len(section)),
            newest=max((source.date for source in sources), default="") or self.view.newest,
            documents=len({source.key for source in sources}) or self.view.documents,
        )

    def _sources(self, shown: set[str]) -> list[Source]:
        """What the chart rests on: the evidence for its seats and links."""
        facts: list[Seat | Tie] = [seat for key in sorted(shown) for seat in self.seats[key]]
        facts += [tie for tie in self.view.ties if tie.subject in shown or tie.object in shown]
        return [source for fact in facts for source in fact.sources]

    def _kind(self, key: str) -> Kind:
        return self.things[key].kind

    def _sorted(self, keys: Iterable[str]) -> list[str]:
        return sorted(
            keys, key=lambda key: (self.things[key].active is False, self.things[key].name.casefold(), key)
        )

    def _layers(self) -> list[list[str]]:
        """Layers over the body, the nearest first; each body once, however the links run."""
        layers: list[list[str]] = []
        seen, edge = {self.body}, [self.body]
        while edge:
            over = {parent for key in edge for parent in self.parents[key]} - seen
            edge = self._sorted(over)
            seen |= over
            if edge:
                layers.append(edge)
        return layers

    def _above(self, number: int, layers: list[list[str]]) -> tuple[Card, ...]:
        under = layers[number - 1] if number else [self.body]
        return tuple(self._card(key, *self._over(key, under, number)) for key in layers[number])

    def _over(self, key: str, under: list[str], number: int) -> list[str]:
        """Say in words what a line from a layer to the next can't when it has several boxes."""
        words = {Relation.SUBGROUP_OF: "part of it", Relation.REPORTS_TO: "reports to it"}
        said: list[str] = []
        for child in under:
            relation = self.parents[child].get(key)
            if relation and (number == 0 or len(under) > 1 or relation is Relation.REPORTS_TO):
                how = ", by its name" if (child, key) in self.by_name else ""
                said.append(
                    f"{self.things[child].name} {'is ' * (relation is UPWARDS[0])}{words[relation]}{how}"
                )
        return said

    def _tree(self, depth: int, shown: set[str]) -> tuple[Branch, ...]:
        """The groups below the body: in a whole chart, under the lowest of the bodies each is part of."""
        below = self._below(self.body) - shown
        if not depth:
            drawn = set(shown)
            deep = self._branches(self.body, DEEPEST, drawn, lowest=True)
            if below <= drawn:
                shown |= drawn
                return deep
        return self._branches(self.body, depth or DEEPEST, shown)

    def _below(self, key: str) -> frozenset[str]:
        """All groups below a body, whatever the way."""
        if key not in self._under:
            seen: set[str] = set()
            edge = [key]
            while edge:
                new = set(self.children[edge.pop()]) - seen
                seen |= new
                edge.extend(sorted(new))
            self._under[key] = frozenset(seen)
        return self._under[key]

    def _has_lower_home(self, child: str, key: str) -> bool:
        return any(
            parent in self._below(key) and key not in self._below(parent) and parent not in self._below(child)
            for parent in self.parents[child]
            if parent != key
        )

    def _branches(self, key: str, depth: int, shown: set[str], lowest: bool = False) -> tuple[Branch, ...]:
        if not depth:
            return ()
        here = [child for child in self._sorted(self.children[key]) if child not in shown]
        if lowest:
            here = [child for child in here if not self._has_lower_home(child, key)]
        shown.update(here)
        return tuple(
            Branch(self._group(child, key), self._branches(child, depth - 1, shown, lowest)) for child in here
        )

    def _group(self, key: str, parent: str) -> Card:
        also = [self.things[other].name for other in sorted(self.parents[key]) if other != parent]
        lines = ["Reports to it"] if self.parents[key][parent] is Relation.REPORTS_TO else []
        lines += ["Part of it by its name"] if (key, parent) in self.by_name else []
        return self._card(key, *lines, *([f"Also under {', '.join(also)}"] if also else []))

    def _card(self, key: str, *lines: str) -> Card:
        thing = self.things[key]
        told = (*self._chairs(key), *lines) if thing.kind is not Kind.STRATEGY else lines
        return Card(thing.name, thing.kind, told, inactive=thing.active is False)

    def _chairs(self, key: str) -> list[str]:
        lines = []
        for role, word in (("chair", "Chair"), ("vice chair", "Vice chair")):
            held = [seat for seat in self.seats[key] if _post(seat.role) == role and not seat.ended]
            told = dict.fromkeys(self._person(seat) for seat in _by_person(held))
            if told:
                lines.append(f"{word}{'s' * (len(told) > 1)}: {_listed(list(told))}")
        return lines

    def _person(self, seat: Seat) -> str:
        name = self.things[seat.member].name
        place = self.things[seat.representing].name if seat.representing in self.things else ""
        told = ", ".join(part for part in (place, seat.last[:4]) if part)
        return f"{name} ({told})" if told else name

    def _members(self) -> list[str]:
        people = {
            seat.member
            for seat in self.seats[self.body]
            if self._kind(seat.member) is Kind.PERSON and not seat.ended
        }
        return [f"{len(people)} member{'s' * (len(people) != 1)} known by name"] if people else []

    def _wider(self, below: set[str], shown: set[str]) -> tuple[Card, ...]:
        """Bodies linked in other ways to the chosen one or to a group of it."""
        told: dict[str, list[str]] = defaultdict(list)
        for tie in self.view.ties:
            if tie.relation in (*UPWARDS, Relation.SUCCEEDS):
                continue
            forth, back = PHRASES[tie.relation]
            for here, other, words in ((tie.object, tie.subject, forth), (tie.subject, tie.object, back)):
                if here in below and other not in shown and self._kind(other) is not Kind.STRATEGY:
                    told[other].append(f"{words} {'it' if here == self.body else self.things[here].name}")
        return tuple(self._card(key, *(_capital(line) for line in told[key])) for key in self._sorted(told))

    def _strategies(self, below: set[str]) -> tuple[Card, ...]:
        told: dict[str, list[str]] = defaultdict(list)
        for tie in self.view.ties:
            if tie.subject in below and self._kind(tie.object) is Kind.STRATEGY:
                who = "" if tie.subject == self.body else f" {self.things[tie.subject].name}"
                told[tie.object].append(_capital(PHRASES[tie.relation][1]) + who if who else "")
        return tuple(self._card(key, *filter(None, told[key])) for key in self._sorted(told))

    def _sections(self) -> list[Section]:
        return [self._organisations(), self._sits_on(), self._names()]

    def _organisations(self) -> Section:
        """The organisations represented, with their people, by sector where that is known."""
        people: dict[str, set[str]] = defaultdict(set)
        years: dict[str, set[str]] = defaultdict(set)
        sectors: dict[str, str] = {}
        spelling: dict[str, str] = {}
        for seat in self.seats[self.body]:
            organisation = seat.representing or (
                "" if self._kind(seat.member) is Kind.PERSON else seat.member
            )
            if not organisation or organisation not in self.things or seat.ended:
                continue
            people[organisation] |= {self.things[seat.member].name} if seat.member != organisation else set()
            years[organisation] |= {date[:4] for date in (seat.first, seat.last) if date}
            found = sectors.get(organisation) or self.things[organisation].sector or seat.sector
            sectors[organisation] = spelling.setdefault(_alike(found), found)
        groups: dict[str, list[Card]] = defaultdict(list)
        for key in self._sorted(people):
            thing = self.things[key]
            lines = (_listed(sorted(people[key])), _years(years[key]))
            groups[sectors[key]].append(
                Card(thing.name, thing.kind, tuple(filter(None, lines)), inactive=thing.active is False)
            )
        known = sorted(sector for sector in groups if sector)
        named = tuple((sector, tuple(groups[sector])) for sector in known)
        rest = (("Other" if named else "", tuple(groups[""])),) if groups.get("") else ()
        return Section("Organisations represented" + (", by sector" if named else ""), named + rest)

    def _sits_on(self) -> Section:
        bodies: dict[str, set[str]] = defaultdict(set)
        for seat in self.view.seats:
            if seat.post or seat.ended or seat.body == self.body:
                continue
            if self.body in (seat.representing, seat.member):
                bodies[seat.body] |= {self.things[seat.member].name} - {self.things[self.body].name}
        cards = (
            self._card(key, *filter(None, [_listed(sorted(bodies[key]))])) for key in self._sorted(bodies)
        )
        return Section("Represented on", (("", tuple(cards)),))

    def _names(self) -> Section:
        """Bodies that this one succeeds or that succeeded it, however far back."""
        cards: list[Card] = []
        seen, edge = {self.body}, [self.body]
        while edge:
            key = edge.pop(0)
            for tie in self.view.ties:
                if tie.relation is not Relation.SUCCEEDS or key not in (tie.subject, tie.object):
                    continue
                other, words = (
                    (tie.object, "succeeded by") if key == tie.subject else (tie.subject, "succeeds")
                )
                if other not in seen:
                    seen.add(other)
                    edge.append(other)
                    line = f"{_capital(words)} {self.things[key].name}"
                    thing: Thing = self.things[other]
                    cards.append(
                        Card(
                            thing.name, thing.kind, (line,), thing.active is False, former=words != "succeeds"
                        )
                    )
        return Section("Earlier and later names", (("", tuple(cards)),))


_GROUP = re.compile(
    r"(Executive|((Strategic|Steering|Management|Executive|Delivery|Operational|Core|Working|Task) )?"
    r"(Board|Group|Committee|Sub-?Group|Forum|Panel|Team))",
    re.IGNORECASE,
)


def _named_after(view: View) -> frozenset[tuple[str, str]]:
    """Boards whose name is another's whole name and a plain word for a group: (group, body)."""
    boards = {thing.name.casefold(): thing.key for thing in view.things if thing.kind is Kind.BOARD}
    found: set[tuple[str, str]] = set()
    for name, key in boards.items():
        words = name.split()
        heads = (" ".join(words[:n]) for n in range(len(words) - 1, 1, -1))
        over = next((head for head in heads if head in boards), None)
        if over and _GROUP.fullmatch(name[len(over) :].strip()):
            found.add((key, boards[over]))
    return frozenset(found)


def _by_person(seats: list[Seat]) -> list[Seat]:
    """Order seats, the latest first, without an organisation whose own person is among them."""
    held_for = {seat.representing for seat in seats}
    kept = [seat for seat in seats if seat.member not in held_for]
    return sorted(sorted(kept, key=lambda seat: seat.member), key=lambda seat: seat.last, reverse=True)


def _alike(sector: str) -> str:
    return sector.casefold().replace("&", "and").removesuffix("sector").strip()


def _post(role: str) -> str:
    plain = role.casefold().replace("-", " ")
    if "chair" not in plain:
        return ""
    return "vice chair" if any(word in plain for word in ("vice", "deputy")) else "chair"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _listed(names: list[str]) -> str:
    more = len(names) - NAMES_SHOWN
    return ", ".join(names[:NAMES_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _years(years: set[str]) -> str:
    return "–".join(dict.fromkeys((min(years), max(years)))) if years else ""

"""How much of one document's truth was found: counts a kind of fact, with every miss and every invention.

The truth is a gold file (JSON): `meeting`, `attendance`, `memberships`, `organisations`, `boards`,
`strategies`, `structure`, `actions`; further right answers stand in `also_accept_*`, `aliases`,
`organisation_from`.
Kinds that end in "(recall)" hold more in a document than anybody writes down, so only misses count there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz

from whosat.extract.likeness import (
    best_paired,
    body_among,
    body_within,
    paired,
    person_among,
    place_like,
    plain_body,
    plain_person,
    text_like,
)
from whosat.ontology.facts import Action, DocumentFacts, Kind, Meeting, Status

Gold = Mapping[str, Any]

STATUS: dict[str, Status] = {
    "present": Status.PRESENT,
    "apologies": Status.APOLOGIES,
    "guest": Status.IN_ATTENDANCE,
    "minutes": Status.MINUTE_TAKER,
    "absent": Status.ABSENT,
}
"""The words of a gold file for the statuses."""

KINDS = (
    "meeting date",
    "meeting body",
    "meeting place",
    "attendee",
    "attendee+status",
    "apologies",
    "absent",
    "in attendance",
    "minute taker",
    "attendee+organisation",
    "chair",
    "deputy",
    "attendee where there is no roster",
    "membership (recall)",
    "organisation (recall)",
    "board (recall)",
    "strategy (recall)",
    "action+owner",
    "structure (recall)",
)
"""Every kind of fact that is scored, in the order of a report."""

STATUS_ROWS = {
    "apologies": "apologies",
    "absent": "absent",
    "guest": "in attendance",
    "minutes": "minute taker",
}


@dataclass(frozen=True, slots=True)
class Tally:
    """Facts that are right, facts given, and facts there are; sums are over documents."""

    right: int
    found: int
    gold: int

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Right among those found; where nothing was found, 1 if nothing was there either."""
        return self.right / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        """Right among those there are; 1 where there are none."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Score:
    """One document against its truth: a tally, the misses and the inventions a kind of fact."""

    name: str
    layout: str = ""
    format: str = ""
    tallies: dict[str, Tally] = field(default_factory=dict)
    missed: dict[str, list[str]] = field(default_factory=dict)
    invented: dict[str, list[str]] = field(default_factory=dict)

    def put(self, kind: str, tally: Tally, missed: Iterable[str] = (), invented: Iterable[str] = ()) -> None:
        """Enter one kind of fact."""
        self.tallies[kind] = tally
        for where, texts in ((self.missed, list(missed)), (self.invented, list(invented))):
            if texts:
                where[kind] = texts


@dataclass(slots=True)
class _Seen:
    """All attendances of one person in a document, taken together."""

    names: set[str]
    shown: str
    statuses: set[Status] = field(default_factory=set)
    organisations: set[str] = field(default_factory=set)
    deputised: set[str] = field(default_factory=set)
    chair: bool = False


class _Labels:
    """The forms of each name of a document."""

    def __init__(self, facts: DocumentFacts) -> None:
        self._forms = {entity.name: {entity.name, *entity.aliases} for entity in facts.entities}

    def of(self, name: str) -> set[str]:
        return self._forms.get(name, {name})

    def people(self, name: str) -> set[str]:
        return {plain for plain in map(plain_person, self.of(name)) if plain}


def score_document(facts: DocumentFacts | None, gold: Gold, name: str) -> Score:
    """The score of one document; without `facts` (it could not be read) everything is missed."""
    facts = facts or DocumentFacts(name, "", "", "")
    score = Score(name, str(gold.get("layout", "")), str(gold.get("format", facts.format)))
    labels = _Labels(facts)
    seen = _people_seen(facts, labels)
    if gold.get("attendance"):
        _score_meeting(score, facts, gold.get("meeting") or {}, labels)
        _score_attendance(score, gold["attendance"], seen)
    else:
        score.put("attendee where there is no roster", Tally(0, len(seen), 0), (), _shown(seen))
    _score_memberships(score, facts, gold, labels)
    _score_named(score, facts, gold)
    _score_actions(score, facts, gold, labels)
    _score_structure(score, facts, gold, labels)
    return score


def _shown(seen: Iterable[_Seen]) -> list[str]:
    return [one.shown for one in seen]


def _people(gold: Iterable[Gold]) -> list[str]:
    return [one["person"] for one in gold]


def _people_seen(facts: DocumentFacts, labels: _Labels) -> list[_Seen]:
    people: dict[str, _Seen] = {}
    for attendance in facts.attendances:
        name = attendance.person
        one = people.setdefault(name, _Seen(labels.people(name), name))
        one.statuses.add(attendance.status)
        one.chair |= attendance.role == "chair"
        if attendance.representing:
            one.organisations |= labels.of(attendance.representing)
        if attendance.deputising_for:
            one.deputised |= labels.people(attendance.deputising_for)
    return list(people.values())


def _score_meeting(score: Score, facts: DocumentFacts, wanted: Gold, labels: _Labels) -> None:
    attended = {attendance.meeting for attendance in facts.attendances}
    meetings = [one for number, one in enumerate(facts.meetings) if number in attended]
    bodies = [wanted.get("body"), *wanted.get("also_accept_body", [])]
    checks: dict[str, tuple[Callable[[Meeting], bool], Callable[[Meeting], object]]] = {
        "date": (
            lambda one: one.date is not None and one.date.isoformat() == wanted["date"][:10],
            lambda one: one.date,
        ),
        "body": (
            lambda one: one.body is not None and body_within(bodies, labels.of(one.body)),
            lambda one: one.body,
        ),
        "place": (
            lambda one: one.place is not None and place_like(wanted["place"], one.place),
            lambda one: one.place,
        ),
    }
    for key, (right, value) in checks.items():
        if wanted.get(key):
            hit = any(right(one) for one in meetings)
            said = (
                []
                if hit
                else [f"{wanted[key]} (said: {', '.join(str(value(one)) for one in meetings) or '-'})"]
            )
            score.put(f"meeting {key}", Tally(int(hit), 1, 1), said)


def _named(wanted: Gold, one: _Seen) -> bool:
    return person_among([wanted["person"], *wanted.get("aliases", [])], one.names)


def _statuses(wanted: Gold) -> set[Status]:
    return {STATUS[word] for word in (wanted["status"], *wanted.get("also_accept_status", []))}


def _has_status(wanted: Gold, one: _Seen) -> bool:
    return bool(_statuses(wanted) & one.statuses) and _named(wanted, one)


def _score_attendance(score: Score, gold: Sequence[Gold], seen: list[_Seen]) -> None:
    right, missed, extra = paired(gold, seen, _named)
    score.put("attendee", Tally(right, len(seen), len(gold)), _people(missed), _shown(extra))
    right, missed, _ = paired(gold, seen, _has_status)
    wrong = [_status_told(one, seen) for one in missed if any(_named(one, other) for other in seen)]
    score.put("attendee+status", Tally(right, len(seen), len(gold)), wrong)
    for word, label in STATUS_ROWS.items():
        _score_status(score, label, STATUS[word], gold, seen)
    _score_representing(score, gold, seen)
    _score_chair(score, gold, seen)
    _score_deputies(score, gold, seen)


def _status_told(wanted: Gold, seen: list[_Seen]) -> str:
    told = sorted({status for one in seen if _named(wanted, one) for status in one.statuses})
    return f"{wanted['person']}: {wanted['status']} (said: {', '.join(told)})"


def _score_status(score: Score, label: str, status: Status, gold: Sequence[Gold], seen: list[_Seen]) -> None:
    sure = [one for one in gold if STATUS[one["status"]] is status]
    either = [one for one in gold if one not in sure and status in _statuses(one)]
    told = [one for one in seen if status in one.statuses and not any(_named(other, one) for other in either)]
    # where the truth leaves a choice, having taken the other one is right too
    other = [one for one in seen if one not in told and any(_has_status(wanted, one) for wanted in sure)]
    pool = told + other
    right, missed, extra = paired(sure, pool, _has_status)
    if sure or pool:
        score.put(label, Tally(right, len(pool), len(sure)), _people(missed), _shown(extra))


def _score_representing(score: Score, gold: Sequence[Gold], seen: list[_Seen]) -> None:
    def right_body(wanted: Gold, one: _Seen) -> bool:
        accepted = [wanted["organisation"], *wanted.get("also_accept_organisation", [])]
        return _named(wanted, one) and body_among(accepted, one.organisations)

    sure = [one for one in gold if one.get("organisation") and one.get("organisation_from") != "text"]
    optional = [
        one
        for one in gold
        if one not in sure and (one.get("also_accept_organisation") or one.get("organisation_from") == "text")
    ]
    told = [one for one in seen if one.organisations and not any(_named(other, one) for other in optional)]
    right, missed, extra = paired(sure, told, right_body)
    score.put(
        "attendee+organisation",
        Tally(right, len(told), len(sure)),
        [f"{one['person']}: {one['organisation']}" for one in missed],
        [f"{one.shown}: {', '.join(sorted(one.organisations))}" for one in extra],
    )


def _score_chair(score: Score, gold: Sequence[Gold], seen: list[_Seen]) -> None:
    wanted, told = [one for one in gold if one.get("chair")], [one for one in seen if one.chair]
    if wanted or told:
        right, missed, extra = paired(wanted, told, _named)
        score.put("chair", Tally(right, len(told), len(wanted)), _people(missed), _shown(extra))


def _score_deputies(score: Score, gold: Sequence[Gold], seen: list[_Seen]) -> None:
    wanted = [one for one in gold if one.get("deputises_for")]
    told = [one for one in seen if one.deputised]
    if wanted or told:
        right, missed, extra = paired(
            wanted, told, lambda a, b: _named(a, b) and person_among([a["deputises_for"]], b.deputised)
        )
        score.put(
            "deputy",
            Tally(right, len(told), len(wanted)),
            [f"{one['person']} for {one['deputises_for']}" for one in missed],
            [f"{one.shown} for {', '.join(sorted(one.deputised))}" for one in extra],
        )


def _seats(facts: DocumentFacts, labels: _Labels) -> list[tuple[set[str], set[str]]]:
    """(forms of the member, forms of the body) for each seat stated, and for each that attendance implies."""
    stated = [(one.member, one.body) for one in facts.memberships]
    implied = [
        (one.person, body)
        for one in facts.attendances
        if one.status is Status.PRESENT and (body := facts.meetings[one.meeting].body)
    ]
    return [(labels.people(member), labels.of(body)) for member, body in dict.fromkeys(stated + implied)]


def _score_memberships(score: Score, facts: DocumentFacts, gold: Gold, labels: _Labels) -> None:
    wanted: Sequence[Gold] = gold.get("memberships") or []
    if wanted:
        right, missed, _ = paired(
            wanted,
            _seats(facts, labels),
            lambda a, b: person_among([a["person"]], b[0]) and body_among([a["body"]], b[1]),
        )
        score.put(
            "membership (recall)",
            Tally(right, right, len(wanted)),
            [f"{one['person']} @ {one['body']}" for one in missed],
        )


def _score_named(score: Score, facts: DocumentFacts, gold: Gold) -> None:
    kinds = {
        "organisations": ("organisation (recall)", {Kind.ORGANISATION, Kind.BOARD}),
        "boards": ("board (recall)", {Kind.BOARD}),
        "strategies": ("strategy (recall)", {Kind.STRATEGY, Kind.LEGISLATION}),
    }
    for key, (label, among) in kinds.items():
        wanted = [[name] if isinstance(name, str) else list(name) for name in gold.get(key) or []]
        found = [{entity.name, *entity.aliases} for entity in facts.entities if entity.kind in among]
        if wanted:
            right, missed, _ = paired(wanted, found, body_among)
            score.put(label, Tally(right, right, len(wanted)), [names[0] for names in missed])


def _score_actions(score: Score, facts: DocumentFacts, gold: Gold, labels: _Labels) -> None:
    wanted: Sequence[Gold] = gold.get("actions") or []
    if not wanted or not gold.get("actions_complete", True):
        return

    def right_action(one: Gold, other: Action) -> bool:
        owners = [one["owner"]] if isinstance(one["owner"], str) else list(one["owner"])
        forms = [form for owner in other.owners for form in labels.of(owner)]
        named = person_among(owners, [plain_person(form) for form in forms]) or any(
            fuzz.ratio(plain_body(owner), plain_body(form)) > 90 for owner in owners for form in forms
        )
        return (not owners or named) and text_like(one["text"], other.description)

    def likeness(one: Gold, other: Action) -> float:
        return float(fuzz.token_sort_ratio(one["text"].lower(), other.description.lower()))

    right, missed, extra = best_paired(wanted, facts.actions, right_action, likeness)
    earlier, _, extra = paired(gold.get("prior_actions") or [], extra, right_action)
    score.put(
        "action+owner",
        Tally(right, len(facts.actions) - earlier, len(wanted)),
        [f"{one['owner']}: {one['text']}" for one in missed],
        [f"{', '.join(one.owners)}: {one.description[:90]}" for one in extra],
    )


def _score_structure(score: Score, facts: DocumentFacts, gold: Gold, labels: _Labels) -> None:
    wanted: Sequence[Gold] = gold.get("structure") or []
    missed = [
        f"{one['subject']} {one['relation']} {one['object']}"
        for one in wanted
        if not any(
            link.relation == one["relation"]
            and body_among([one["subject"]], labels.of(link.subject))
            and body_among([one["object"]], labels.of(link.object))
            for link in facts.links
        )
    ]
    if wanted:
        right = len(wanted) - len(missed)
        score.put("structure (recall)", Tally(right, right, len(wanted)), missed)


def total(scores: Iterable[Score]) -> dict[str, Tally]:
    """The tallies of all documents summed a kind of fact, in the order of `KINDS`."""
    summed: dict[str, Tally] = {}
    for score in scores:
        for kind, tally in score.tallies.items():
            summed[kind] = summed.get(kind, Tally(0, 0, 0)) + tally
    return {kind: summed[kind] for kind in KINDS if kind in summed}

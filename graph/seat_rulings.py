"""What the rows "joined" and "left" do to what was read: the days they give stand in place of other days.

A row speaks of one term. What a paper says of the same term's beginning or end goes, and so do sightings
after somebody left or before they joined, until a paper or another row begins or ends another term.
What a row takes out is listed with the row, so nothing is lost in silence.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from whosat.graph.decisions import day
from whosat.graph.memberships import whose_seat
from whosat.graph.offices import is_office
from whosat.graph.spells import Closed, is_closed
from whosat.ontology.facts import Correction, Decision, DocumentFacts, Membership, Mention, Resolution, Ruling

Pair = tuple[str, str]
"""Keys of somebody and a board."""

Times = list[tuple[dt.date | None, dt.date | None, Decision]]
"""No seat after the first day and before the second (None: for ever), and the row that says so."""


@dataclass(slots=True)
class _Terms:
    """All that is said of one person's beginnings and ends on one board."""

    joined: list[tuple[dt.date, Decision]] = field(default_factory=list)
    left: list[tuple[dt.date, Decision]] = field(default_factory=list)
    starts: set[dt.date] = field(default_factory=set)
    ends: set[dt.date] = field(default_factory=set)
    how: dict[dt.date, str] = field(default_factory=dict)

    def settle(self) -> None:
        """Take out the days that a row replaces."""
        starts = self.starts | {at for at, _ in self.joined}
        self.ends = {one for one in self.ends if not self.instead_of_end(one, starts)}
        ends = self.ends | {at for at, _ in self.left}
        self.starts = {one for one in self.starts if not self.instead_of_start(one, ends)}

    def instead_of_end(self, read: dt.date | None, starts: set[dt.date] | None = None) -> Decision | None:
        """The row that gives another end to the term that ended on a day, says a paper."""
        begun = self.starts | {at for at, _ in self.joined} if starts is None else starts
        for at, row in self.left:
            if read is None or not any(min(at, read) < start <= max(at, read) for start in begun):
                return None if read is not None and _says(row, read) else row
        return None

    def instead_of_start(self, read: dt.date, ends: set[dt.date] | None = None) -> Decision | None:
        """The row that gives another beginning to the term that began on a day, says a paper."""
        closed = self.ends | {at for at, _ in self.left} if ends is None else ends
        for at, row in self.joined:
            if not any(min(at, read) <= end < max(at, read) for end in closed):
                return None if _says(row, read) else row
        return None

    def closed(self) -> Iterator[tuple[dt.date | None, dt.date | None, Decision]]:
        """The times for which rows leave no seat."""
        starts = sorted(self.starts | {at for at, _ in self.joined})
        ends = sorted(self.ends | {at for at, _ in self.left})
        for at, row in self.left:
            yield at, next((start for start in starts if start > at), None), row
        for at, row in self.joined:
            yield next((end for end in reversed(ends) if end < at), None), at, row


def _says(row: Decision, read: dt.date) -> bool:
    """Whether a row gives the same day as a paper, or the month or year that it lies in."""
    first, last = day(row.value), day(row.value, last=True)
    return bool(first and last and first <= read <= last)


@dataclass(frozen=True, slots=True)
class Ruled:
    """Documents without what rows replace, and for which times they leave no seat.

    `taken_out` are facts, and sightings put as facts, each with its document's hash and the row.
    """

    documents: tuple[DocumentFacts, ...]
    corrections: tuple[Correction, ...]
    closed: Closed
    taken_out: tuple[tuple[str, Membership, Decision], ...]


def rule(
    documents: Sequence[DocumentFacts], resolution: Resolution, corrections: Sequence[Correction]
) -> Ruled:
    """Put the days of the rows "joined" and "left" in place of what papers say."""
    terms = _terms(documents, resolution, corrections)
    gone: list[tuple[str, Membership, Decision]] = []
    replaced: dict[str, list[Membership]] = defaultdict(list)
    kept = []
    closed = {pair: [*one.closed()] for pair, one in terms.items()}
    for document in documents if terms else ():
        facts = []
        for fact in document.memberships:
            pair = _pair(document, fact.member, fact.body, resolution)
            left_over, row = _replaced(fact, terms[pair]) if pair in terms else (fact, None)
            if left_over is not None and pair in terms:
                shut = _shut(closed[pair], fact.seen)
                left_over, row = (None, shut) if shut else (left_over, row)
            if left_over is not None:
                facts.append(left_over)
            if row is not None:
                gone.append((document.sha256, fact, row))
                body = resolution.key_of.get(Mention(document.sha256, fact.representing or ""))
                replaced[row.key].append(replace(fact, representing=body))
        gone += _unseated(document, resolution, closed)
        kept.append(replace(document, memberships=tuple(facts)))
    said = tuple(_with_days(one, terms, replaced[one.decision.key]) for one in corrections)
    times = {pair: [(after, before) for after, before, _ in found] for pair, found in closed.items()}
    return Ruled(tuple(kept) if terms else tuple(documents), said, times, tuple(gone))


def _terms(
    documents: Sequence[DocumentFacts], resolution: Resolution, corrections: Sequence[Correction]
) -> dict[Pair, _Terms]:
    terms: dict[Pair, _Terms] = defaultdict(_Terms)
    for one in corrections:
        fact, row = one.fact, one.decision
        if not isinstance(fact, Membership):
            continue
        if row.what is Ruling.JOINED and fact.started:
            terms[fact.member, fact.body].joined.append((fact.started, row))
        elif row.what is Ruling.LEFT and fact.ended:
            terms[fact.member, fact.body].left.append((fact.ended, row))
    for document in documents if terms else ():
        for fact in document.memberships:
            pair = _pair(document, fact.member, fact.body, resolution)
            if pair in terms and not is_office(fact.role):
                terms[pair].starts |= {fact.started} if fact.started else set()
                terms[pair].ends |= {fact.ended} if fact.ended else set()
                if fact.ended and fact.ended_by:
                    terms[pair].how[fact.ended] = fact.ended_by
    for held in terms.values():
        held.settle()
    return dict(terms)


def _pair(document: DocumentFacts, member: str, body: str | None, resolution: Resolution) -> Pair:
    """The keys of two names of a document, empty for one that stands for nobody."""
    names = (Mention(document.sha256, member), Mention(document.sha256, body or ""))
    return resolution.key_of.get(names[0], ""), resolution.key_of.get(names[1], "")


def _replaced(fact: Membership, terms: _Terms) -> tuple[Membership | None, Decision | None]:
    """What is left of a fact beside the rows, and the row that took the rest; an office is no seat."""
    if is_office(fact.role):
        return fact, None
    end = terms.instead_of_end(fact.ended) if fact.ended or fact.ended_by else None
    start = terms.instead_of_start(fact.started) if fact.started else None
    if end is None and start is None:
        return fact, None
    left = replace(
        fact,
        started=None if start else fact.started,
        ended=None if end else fact.ended,
        ended_by=None if end else fact.ended_by,
    )
    says_more = left.started or left.ended or left.ended_by or left.seen
    return (left if says_more else None), end or start


def _shut(times: Times, when: dt.date | None) -> Decision | None:
    """The row that leaves no seat on a day."""
    return next((row for after, before, row in times if is_closed([(after, before)], when)), None)


def _unseated(
    document: DocumentFacts, resolution: Resolution, closed: Mapping[Pair, Times]
) -> Iterator[tuple[str, Membership, Decision]]:
    """The sightings of a document that show no seat any more."""
    for fact in document.attendances:
        member = whose_seat(fact)
        if member is None or not 0 <= fact.meeting < len(document.meetings):
            continue
        met = document.meetings[fact.meeting]
        row = _shut(closed.get(_pair(document, member, met.body, resolution), []), met.date)
        if row is not None:
            seat = Membership(member, met.body or "", fact.evidence, representing=fact.representing)
            yield document.sha256, replace(seat, seen=met.date), row


def _with_days(one: Correction, terms: Mapping[Pair, _Terms], replaced: Sequence[Membership]) -> Correction:
    """A row's fact with what else the papers say of that term: the exact day, for whom, how it ended."""
    fact, row = one.fact, one.decision
    if not isinstance(fact, Membership) or (fact.member, fact.body) not in terms:
        return one
    held = terms[fact.member, fact.body]
    fact = replace(fact, representing=next((old.representing for old in replaced if old.representing), None))
    if row.what is Ruling.JOINED:
        started = next((at for at in sorted(held.starts) if _says(row, at)), fact.started)
        return replace(one, fact=replace(fact, started=started))
    ended = next((at for at in sorted(held.ends) if _says(row, at)), fact.ended)
    said = [old.ended_by for old in replaced] + ([held.how.get(ended)] if ended else [])
    how = next((words for words in said if words), fact.ended_by)
    return replace(one, fact=replace(fact, ended=ended, ended_by=row.why or how))

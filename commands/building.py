"""One build from end to end: files → facts → resolution → quads → a new generation of the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from whosat.commands.cache import Cache
from whosat.commands.reading import Reading, read_all
from whosat.ontology import terms as t
from whosat.ontology.errors import NothingToRead, StoreError
from whosat.ontology.facts import Kind, UnreadKind
from whosat.ontology.settings import Settings

if TYPE_CHECKING:
    from whosat.commands.deciding import Decided
    from whosat.graph.shapes import Report
    from whosat.graph.tally import Tally
    from whosat.ontology.facts import Resolution

_TYPE: Final = f" <{t.TYPE}> <"
_COUNTED: Final = {
    "meetings": t.MEETING,
    "attendances": t.ATTENDANCE,
    "memberships": t.MEMBERSHIP,
    "actions": t.ACTION,
    "links": t.LINK,
}
_KINDS: Final = {
    "people": Kind.PERSON,
    "organisations": Kind.ORGANISATION,
    "boards": Kind.BOARD,
    "strategies": Kind.STRATEGY,
}


MOST_CHECKED: Final = 60_000
"""Quads up to which a build checks its graph by itself; it takes about a second for 10,000."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build was asked for: the files, which come of the files and folders that were named."""

    files: tuple[Path, ...]
    settings: Settings
    jobs: int | None = None
    wait: float = 0.0
    with_contacts: bool = False
    named: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that is not in the graph: its kind, where (line from 1, or 0), its words, and why."""

    kind: str
    document: str
    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: counts by name, what was left out, whether the store changed.

    `report` is what the check against the contract's shapes found, where the graph was small enough for it;
    `readers` are processes that still read the graph as it was before, whose files could not be deleted;
    `gone` are documents of the last build that are no longer in it, `together` what to name to have both.
    """

    counts: dict[str, int]
    left_out: tuple[LeftOut, ...]
    changed: bool
    read: int
    kept: int
    report: Report | None = None
    readers: tuple[int, ...] = ()
    gone: tuple[str, ...] = ()
    together: tuple[Path, ...] = ()


def build(plan: Plan, step: Callable[[Path, bool], None]) -> Built:
    """Build the store from the plan's files, calling `step` after each with whether it was read.

    Raises StoreBusy while another process builds it, NothingToRead when no file can be read and StoreError
    when the disk is full; each leaves the old store as it was.
    """
    from whosat.graph import generations

    folder = plan.settings.store
    try:
        with generations.building(folder, plan.wait):
            return _build(plan, folder, step)
    except OSError as error:
        raise StoreError(
            f"The store in {folder} could not be written: {error.strerror or error}.",
            "Make room on the disk, or choose another place with --store; the store is as it was before.",
        ) from error


def _build(plan: Plan, folder: Path, step: Callable[[Path, bool], None]) -> Built:
    from whosat.commands import deciding, earlier
    from whosat.commands.scrubbing import scrub

    cache = Cache(folder / "cache")
    model = str(plan.settings.model) if plan.settings.model else None
    decided = deciding.read(plan.settings)
    scrub(cache, decided)
    reading = read_all(plan.files, cache, model, plan.jobs, step, decided.forgotten)
    if not reading.documents:
        raise _nothing(reading)
    built = _write(plan, folder, reading, decided)
    named = plan.named or plan.files
    built = replace(
        built, gone=cache.gone(reading.documents), together=earlier.together(earlier.noted(folder), named)
    )
    cache.prune()
    earlier.note(folder, named)
    return built


def rebuild(settings: Settings, *, with_contacts: bool) -> Built:
    """Build the store anew from what the last build kept, as the decisions stand now; no document is read.

    The build lock must be held.
    """
    from whosat.commands import deciding
    from whosat.commands.cache import all_documents
    from whosat.commands.reading import Reading, each_once

    found = all_documents(settings.store / "cache")
    reading = each_once(Reading(documents=found, kept=len(found)))
    return _write(
        Plan((), settings, with_contacts=with_contacts), settings.store, reading, deciding.read(settings)
    )


def _write(plan: Plan, folder: Path, reading: Reading, decided: Decided) -> Built:
    from whosat.commands import deciding
    from whosat.graph import generations
    from whosat.graph.corrected import corrected
    from whosat.graph.map_places import keep_only
    from whosat.graph.quads import Options, write
    from whosat.graph.store import save
    from whosat.graph.withholding import withhold

    settled = deciding.settle(reading.documents, plan.settings, decided)
    reading.documents = list(withhold(settled.facts.documents))
    base, resolution = plan.settings.base, settled.resolution
    seats = settled.facts
    options = Options(base, reading.twice, plan.with_contacts, seats.no_seats, seats.closed)
    lines, tally = write(reading.documents, resolution, options)
    lines = sorted({*lines, *corrected(settled.facts, base).lines})
    left_out = (*_left_out(reading, tally), *(LeftOut(*one) for one in settled.left_out))
    counts = _counts(reading, resolution, tally, lines)
    changed = save(folder, lines, _notes(plan, counts, left_out))
    keep_only(folder, lines)
    report = _checked(lines) if changed else None
    read = max(0, len(plan.files) - reading.kept)
    held = generations.readers_of_older(folder)
    return Built(counts, left_out, changed, read, reading.kept, report, held)


def _checked(lines: Sequence[str]) -> Report | None:
    from whosat.graph.shapes import validate_lines

    return validate_lines(lines) if len(lines) <= MOST_CHECKED else None


def _nothing(reading: Reading) -> NothingToRead:
    if len(reading.unreadable) == 1:
        only = reading.unreadable[0]
        return NothingToRead(only.reason, only.remedy)
    names = "; ".join(u.reason for u in reading.unreadable[:5])
    return NothingToRead(f"None of the {len(reading.unreadable)} documents could be read: {names}", "")


def _left_out(reading: Reading, tally: Tally) -> tuple[LeftOut, ...]:
    found = [LeftOut(UnreadKind.DOCUMENT, u.path.name, 0, "", u.reason) for u in reading.unreadable]
    for facts in reading.documents:
        if not any(entity.kind is Kind.PERSON for entity in facts.entities):
            found.append(
                LeftOut(UnreadKind.DOCUMENT, facts.identifier, 0, "", f"{facts.identifier} names no people.")
            )
        for unread in facts.unread:
            line = unread.passage.line if unread.passage else 0
            found.append(LeftOut(unread.kind, facts.identifier, line, unread.text, unread.reason))
        for other in reading.twice.get(facts.sha256, ()):
            reason = f"{other} is the same document as {facts.identifier} and was taken once."
            found.append(LeftOut(UnreadKind.DOCUMENT, other, 0, "", reason))
    for aside in tally.aside:
        line = aside.passage.line if aside.passage else 0
        found.append(LeftOut(aside.kind, aside.document, line, aside.text, aside.reason))
    return tuple(sorted(found, key=lambda f: (f.kind != UnreadKind.DOCUMENT, f.document, f.line, f.text)))


def _counts(reading: Reading, resolution: Resolution, tally: Tally, lines: Sequence[str]) -> dict[str, int]:
    kinds = Counter(canonical.kind for canonical in resolution.canonicals)
    nodes: dict[str, set[str]] = {name: set() for name in _COUNTED}
    ends = {iri: name for name, iri in _COUNTED.items()}
    for line in lines:
        subject, typed, rest = line.partition(_TYPE)
        if typed and (name := ends.get(rest.partition(">")[0])):
            nodes[name].add(subject)
    counts = {"documents": len(reading.documents)}
    counts |= {name: kinds[kind] for name, kind in _KINDS.items()}
    counts |= {name: len(found) for name, found in nodes.items()}
    return counts | {
        "facts read": tally.read.total(),
        "facts said again": tally.again.total(),
        "facts set aside": len(tally.aside),
        "facts missing": tally.missing(),
    }


def _notes(plan: Plan, counts: dict[str, int], left_out: Sequence[LeftOut]) -> dict[str, Any]:
    """What is kept beside the graph; no date and no path, so the same documents give the same notes."""
    from whosat import __version__

    return {
        "whosat": __version__,
        "base": plan.settings.base,
        "area": plan.settings.area,
        "board": plan.settings.board,
        "with_contacts": plan.with_contacts,
        "counts": counts,
        "left_out": [[f.kind, f.document, f.line, f.text, f.reason] for f in left_out],
    }

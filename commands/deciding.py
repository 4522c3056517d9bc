"""Decisions and resolution together: what a build does between reading and writing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from whosat.ontology.errors import NoStore
from whosat.ontology.facts import Decision, DocumentFacts, Resolution, Ruling

if TYPE_CHECKING:
    from whosat.graph.corrections import Settled
    from whosat.graph.decisions import Decisions
    from whosat.ontology.settings import Settings

LeftOutRow = tuple[str, str, int, str, str]
"""Kind, document or file, line, words and reason of something left out."""


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions of a project, and the file they stand in."""

    decisions: Decisions
    file: Path

    @property
    def forgotten(self) -> tuple[Decision, ...]:
        """The rows that forget somebody."""
        return self.decisions.of(Ruling.FORGET)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents after all decisions, and which of their mentions are one."""

    facts: Settled
    resolution: Resolution
    left_out: tuple[LeftOutRow, ...]

    @property
    def documents(self) -> tuple[DocumentFacts, ...]:
        """The documents."""
        return self.facts.documents


def read(settings: Settings) -> Decided:
    """The decisions of a project; raises SettingsError if the file is no table."""
    from whosat.graph.decisions import read as read_decisions

    return Decided(read_decisions(settings.decisions), settings.decisions)


def settle(documents: Sequence[DocumentFacts], settings: Settings, decided: Decided) -> Corpus:
    """Documents as read → documents as decided, with their resolution."""
    from whosat.graph import corrections
    from whosat.graph.resolve import resolve

    prepared = corrections.prepare(documents, decided.decisions)
    nameless = list(_nameless(documents, decided))
    resolution = resolve(prepared, settings, decided.decisions)
    settled = corrections.settle(prepared, resolution, decided.decisions)
    return Corpus(settled, resolution, (*_left_out(settled, decided), *nameless))


def _nameless(documents: Sequence[DocumentFacts], decided: Decided) -> Iterator[LeftOutRow]:
    """What rows call no name, and the rows that call nothing so any more."""
    from whosat.graph.no_names import no_names

    file, rows = decided.file.name, decided.decisions.of(Ruling.NOT_A_NAME)
    matched = set()
    for found in no_names(documents, rows):
        matched.add(found.decision)
        passage = next(iter(found.entity.evidence.passages), None)
        reason = f"no name, by {file}, line {found.decision.line}"
        line = passage.line if passage else 0
        yield found.entity.kind.value, found.document.identifier, line, found.entity.name, reason
    for row in rows:
        if row not in matched:
            reason = f"matches nothing: nobody and nothing is called {row.name!r} any more"
            yield "decision", file, 0, f"{row.what.value}: {row.name}", reason


def _left_out(settled: Settled, decided: Decided) -> list[LeftOutRow]:
    name = decided.file.name
    found: list[LeftOutRow] = [("decision", name, 0, "", problem) for problem in decided.decisions.problems]
    for row, reason in settled.unmatched:
        found.append(
            ("decision", name, row.line, f"{row.what.value}: {row.name}", f"matches nothing: {reason}")
        )
    names = {document.sha256: document.identifier for document in settled.documents}
    for gone in settled.withdrawn:
        passage = next(iter(gone.fact.evidence.passages), None)
        reason = f"withdrawn by {name}, line {gone.decision.line}"
        line = passage.line if passage else 0
        found.append(
            ("membership", names[gone.document], line, f"{gone.fact.member}, {gone.fact.body}", reason)
        )
    return found


def kept(settings: Settings) -> tuple[DocumentFacts, ...]:
    """The documents that the last build read, from what it kept; raises NoStore if there are none."""
    from whosat.commands.cache import kept_documents

    found = kept_documents(settings.store / "cache")
    if not found:
        raise NoStore(
            f"The store in {settings.store} keeps no documents to look into.",
            "Build it again: whosat build FOLDER.",
        )
    return found


def corpus(settings: Settings) -> Corpus:
    """What the last build read, as the decisions stand now; raises NoStore if nothing was built."""
    return settle(kept(settings), settings, read(settings))

"""A document with its people and bodies read, for the components that come after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from importlib import import_module

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from whosat.extract.components.records import SPAN_GROUPS, MeetingRecord, RosterEntry, Source
from whosat.extract.document import Block, BlockKind, Cell, Document
from whosat.ontology.facts import Status

Reads = Callable[..., Doc]
_PIPES = ("ws_acronyms", "ws_people", "ws_bodies", "ws_strategies", "ws_members", "ws_actions", "ws_links")


def _blocks(text: str) -> tuple[Block, ...]:
    """A block a line; runs of lines with tabs are tables."""
    found: list[Block] = []
    table: list[tuple[int, str]] = []
    place = 0
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            table.append((place, line))
        else:
            if table:
                found.append(_table(table))
                table = []
            if line.strip():
                kind = BlockKind.ITEM if line.lstrip()[:2] in {"- ", "* "} else BlockKind.PARAGRAPH
                found.append(Block(kind, place, place + len(line)))
        place += len(line) + 1
    return tuple(found)


def _table(lines: list[tuple[int, str]]) -> Block:
    cells = []
    for row, (start, line) in enumerate(lines):
        place = start
        for column, said in enumerate(line.split("\t")):
            if said.strip():
                cells.append(Cell(row, column, place, place + len(said)))
            place += len(said) + 1
    return Block(BlockKind.TABLE, lines[0][0], lines[-1][0] + len(lines[-1][1]), cells=tuple(cells))


@pytest.fixture(scope="session")
def narrative() -> Language:
    """The components that read the text outside the roster."""
    nlp = spacy.blank("en")
    for name in _PIPES:
        import_module(f"whosat.extract.components.{name.removeprefix('ws_')}")
        nlp.add_pipe(name)
    return nlp


@pytest.fixture
def read(narrative: Language) -> Reads:
    """Read a text whose roster and meeting are given: `people` are (name, initials, role, organisation)."""

    def reads(
        text: str,
        people: Sequence[tuple[str | None, ...]] = (),
        body: str | None = "Marling Town Board",
        date: dt.date | None = dt.date(2019, 5, 14),
    ) -> Doc:
        document = Document("minutes.txt", "", "txt", text, _blocks(text))
        doc = narrative.make_doc(text)
        doc._.document = document
        source = Source(((0, 1),))
        entries = []
        for given in people:
            name, initials, role, organisation = (*given, None, None, None)[:4]
            assert name
            entries.append(
                RosterEntry(
                    name,
                    (0, 1),
                    source,
                    Status.PRESENT,
                    initials=initials,
                    role=role,
                    organisation=organisation,
                )
            )
        doc._.roster = tuple(entries)
        doc._.meetings = (MeetingRecord(body, date, source),) if body else ()
        for group in SPAN_GROUPS:
            doc.spans[group] = []
        for _, pipe in narrative.pipeline:
            doc = pipe(doc)
        return doc

    return reads

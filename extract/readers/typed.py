"""Lines on their way into the text, held back while they may be a table typed with tabs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from whosat.extract.document import BlockKind
from whosat.extract.readers.assembly import Assembly, Run, Runs
from whosat.extract.readers.tabs import split_at_tabs, typed_table


@dataclass(slots=True)
class TypedLines:
    """Takes paragraphs in order; those with tabs, several together, become a table where they agree."""

    assembly: Assembly
    waiting: list[list[Runs]] = field(default_factory=list)

    def put(self, kind: BlockKind, runs: Runs, level: int = 0) -> None:
        """A paragraph; each of its lines is a block of its own, as a line of a roster is."""
        for line in _lines(runs):
            pieces = split_at_tabs(line)
            if len(pieces) > 1 and kind is not BlockKind.HEADING:
                self.waiting.append(list(pieces))
            elif any(run.text.strip() for run in line):
                self.flush()
                self.assembly.add(kind, line, level)

    def flush(self) -> None:
        """Ends the table or the lines that were held back."""
        lines, self.waiting = self.waiting, []
        if not lines:
            return
        if slots := typed_table(lines):
            self.assembly.table(slots)
            return
        for pieces in lines:
            self.assembly.add(BlockKind.PARAGRAPH, _with_tabs(pieces))


def _with_tabs(pieces: Sequence[Runs]) -> Iterator[Run]:
    for number, piece in enumerate(pieces):
        if number:
            yield Run("\t")
        yield from piece


def _lines(runs: Runs) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        head, *rest = run.text.split("\n")
        line.append(Run(head, run.marks))
        for part in rest:
            yield line
            line = [Run(part, run.marks)]
    yield line

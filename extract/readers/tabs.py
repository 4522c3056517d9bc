"""Paragraphs with tabs between their words: several of them, one after another, are a table typed by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from whosat.extract.readers.assembly import Run, Runs, Slot
from whosat.extract.readers.headers import head_columns

_BULLETS = frozenset("·•▪‣◦●○■□–*-")


def split_at_tabs(runs: Iterable[Run]) -> list[list[Run]]:
    """The pieces between tabs; several tabs in a row part two pieces as one does."""
    pieces: list[list[Run]] = [[]]
    for run in runs:
        head, *rest = run.text.split("\t")
        pieces[-1].append(Run(head, run.marks))
        pieces += [[Run(part, run.marks)] for part in rest]
    while len(pieces) > 1 and _empty(pieces[-1]):
        pieces.pop()
    if len(pieces) > 1 and _words(pieces[0]).strip() in _BULLETS:
        del pieces[0]  # the mark of an item with its tab
    return [piece for number, piece in enumerate(pieces) if number == 0 or not _empty(piece)]


def typed_table(lines: Sequence[Sequence[Runs]]) -> list[Slot]:
    """The cells of lines already split at tabs; empty where the lines don't agree on how many they hold."""
    widths = Counter(len(line) for line in lines)
    width, agreeing = widths.most_common(1)[0]
    if len(lines) < 2 or width < 2 or agreeing * 3 < len(lines) * 2:
        return []
    return list(
        headed(Slot(row, column, runs) for row, line in enumerate(lines) for column, runs in enumerate(line))
    )


def headed(slots: Iterable[Slot]) -> Iterator[Slot]:
    """The cells, those of the first row marked as headers where their words are the head of a column."""
    cells = list(slots)
    first = min((cell.row for cell in cells), default=0)
    heads = head_columns([(cell.column, _words(cell.runs)) for cell in cells if cell.row == first])
    for cell in cells:
        if cell.row == first and cell.column in heads and not cell.header:
            yield Slot(cell.row, cell.column, cell.runs, cell.row_span, cell.column_span, True)
        else:
            yield cell


def _words(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _empty(runs: Runs) -> bool:
    return not _words(runs).strip()

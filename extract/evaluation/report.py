"""Scores as a table for people and as JSON: in all, a layout, a format, and every miss and
invention on request.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from whosat.extract.scoring import Score, Tally, total

IN_SHORT = ("attendee", "attendee+status", "attendee+organisation", "chair", "deputy", "action+owner")
"""The kinds that a table by layout or format has room for."""


def by_kind(scores: Sequence[Score]) -> list[str]:
    """A line a kind of fact: precision, recall, F1 and the counts."""
    return table(total(scores))


def table(tallies: Mapping[str, Tally]) -> list[str]:
    """A line a tally under a heading."""
    width = max(map(len, tallies), default=10)
    head = f"{'':{width}}  precision  recall      F1   right  found   gold"
    return [head, *(_row(kind, tally, width) for kind, tally in tallies.items())]


def figures(tallies: Mapping[str, Tally]) -> dict[str, dict[str, float | int]]:
    """The same for JSON."""
    return {kind: _figures(tally) for kind, tally in tallies.items()}


def _row(kind: str, tally: Tally, width: int) -> str:
    if kind.endswith("(recall)"):
        counts = f"{tally.right:6} {'-':>6} {tally.gold:6}"
        return f"{kind:{width}}          -   {tally.recall:5.3f}       -  {counts}"
    return (
        f"{kind:{width}}      {tally.precision:5.3f}   {tally.recall:5.3f}   {tally.f1:5.3f}"
        f"  {tally.right:6} {tally.found:6} {tally.gold:6}"
    )


def by_group(scores: Iterable[Score], group: Callable[[Score], str], name: str) -> list[str]:
    """F1 a group (a layout, a format), the weakest attendee+status first."""
    groups: dict[str, list[Score]] = {}
    for score in scores:
        groups.setdefault(group(score) or "(none given)", []).append(score)
    rows = [(label, len(members), total(members)) for label, members in groups.items()]
    rows.sort(key=lambda row: (_f1(row[2], "attendee+status") or 0.0, row[0]))
    width = max([len(name), *(len(label) for label, _, _ in rows)])
    head = f"{name:{width}}  docs " + " ".join(f"{kind.replace('attendee', 'att.'):>17}" for kind in IN_SHORT)
    return [head, *(f"{label:{width}}  {count:4} {_cells(sums)}" for label, count, sums in rows)]


def _f1(sums: dict[str, Tally], kind: str) -> float | None:
    return sums[kind].f1 if kind in sums and (sums[kind].gold or sums[kind].found) else None


def _cells(sums: dict[str, Tally]) -> str:
    values = (_f1(sums, kind) for kind in IN_SHORT)
    return " ".join(f"{'-' if value is None else f'{value:.3f}':>17}" for value in values)


def details(scores: Iterable[Score]) -> list[str]:
    """Every miss and every invention, a document at a time; documents without either are left out."""
    lines: list[str] = []
    for score in scores:
        told = [f"    missed   {kind}: {text}" for kind, texts in score.missed.items() for text in texts]
        told += [f"    invented {kind}: {text}" for kind, texts in score.invented.items() for text in texts]
        if told:
            lines += [f"{score.name}  [{score.layout or 'no layout'}, {score.format}]", *told]
    return lines


def as_json(scores: Sequence[Score]) -> dict[str, Any]:
    """Everything the tables say and every miss and invention, for `json.dumps`."""
    return {
        "documents": len(scores),
        "kinds": figures(total(scores)),
        "layouts": _grouped(scores, lambda score: score.layout),
        "formats": _grouped(scores, lambda score: score.format),
        "each": [
            {
                "name": score.name,
                "layout": score.layout,
                "format": score.format,
                "kinds": figures(score.tallies),
                "missed": score.missed,
                "invented": score.invented,
            }
            for score in scores
        ],
    }


def _grouped(scores: Sequence[Score], group: Callable[[Score], str]) -> dict[str, Any]:
    labels = sorted({group(score) for score in scores if group(score)})
    return {label: figures(total(one for one in scores if group(one) == label)) for label in labels}


def _figures(tally: Tally) -> dict[str, float | int]:
    return {
        "precision": round(tally.precision, 4),
        "recall": round(tally.recall, 4),
        "f1": round(tally.f1, 4),
        "right": tally.right,
        "found": tally.found,
        "gold": tally.gold,
    }

"""Keeps those who are to be forgotten out of what a build keeps from one time to the next.

`forgotten.json` in the cache's folder names the decisions (by key) under which its files were written. A new
decision takes the person out of every file; one that was taken back makes the cache worthless, for what was
blanked can't be had from it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from whosat.ontology.facts import Decision
from whosat.ontology.records import to_lines

if TYPE_CHECKING:
    from whosat.commands.cache import Cache
    from whosat.commands.deciding import Decided

_NOTE: Final = "forgotten.json"


def without(lines: list[str], forgotten: Sequence[Decision]) -> list[str]:
    """The JSON lines of documents without those whom the decisions forget."""
    if not forgotten:
        return lines
    from whosat.commands.cache import parse
    from whosat.graph.forgetting import forget

    documents = list(parse(lines))
    left = forget(documents, forgotten)
    return lines if left == tuple(documents) else [line for document in left for line in to_lines(document)]


def scrub(cache: Cache, decided: Decided) -> None:
    """Bring a cache to the state of the decisions; does nothing where they are those it was written under."""
    note = cache.folder / _NOTE
    before, now = _noted(note), sorted({row.key for row in decided.forgotten})
    if before == now:
        return
    if set(before) - set(now):
        cache.empty()
    else:
        cache.rewrite(lambda lines: without(lines, decided.forgotten))
    cache.folder.mkdir(parents=True, exist_ok=True)
    note.write_text(json.dumps(now) + "\n", encoding="utf-8")


def noted_at(folder: Path) -> int:
    """When a cache was last brought to the state of the decisions; 0 if there was nothing to do yet."""
    try:
        return (folder / _NOTE).stat().st_mtime_ns
    except OSError:
        return 0


def _noted(note: Path) -> list[str]:
    try:
        found = json.loads(note.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return sorted(str(key) for key in found) if isinstance(found, list) else []

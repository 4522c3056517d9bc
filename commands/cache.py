"""Facts kept from one build to the next: JSON lines, a file for each file read, named by hash."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from whosat.graph.files import write_whole
from whosat.ontology.facts import DocumentFacts
from whosat.ontology.records import from_lines

_HEAD = '{"document":'


class Cache:
    """A folder of kept facts; `prune` removes what a build neither read nor wrote."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; it is made when first written to."""
        self.folder = folder
        self._used: set[Path] = set()
        self._new: Counter[str] = Counter()

    def get(self, key: str) -> list[DocumentFacts] | None:
        """The facts of all documents of a file, or None where they are not kept or not sound."""
        path = self._path(key)
        try:
            found = list(parse(_lines(path)))
        except (OSError, ValueError):
            return None
        self._used.add(path)
        return found

    def put(self, key: str, lines: list[str]) -> list[DocumentFacts]:
        """Keep the JSON lines of a file's documents, in one step, and give their facts."""
        path = self._path(key)
        _write(path, lines)
        self._used.add(path)
        found = list(parse(lines))
        self._new.update(one.identifier for one in found)
        return found

    def gone(self, held: Iterable[DocumentFacts]) -> tuple[str, ...]:
        """The documents kept until now that are neither among those `held` nor read anew, by name."""
        still = {one.sha256 for one in held}
        before: Counter[str] = Counter()
        for path in self.folder.glob("*/*.jsonl"):
            if path not in self._used:
                before.update(one.identifier for one in _sound(path) if one.sha256 not in still)
        return tuple(sorted((before - self._new).elements()))

    def prune(self) -> None:
        """Remove what the build did not use: documents that were taken out, readings of older pipelines."""
        for path in self.folder.glob("*/*"):
            if path not in self._used:
                path.unlink(missing_ok=True)

    def empty(self) -> None:
        """Remove all that is kept."""
        for path in self.folder.glob("*/*"):
            path.unlink(missing_ok=True)

    def rewrite(self, change: Callable[[list[str]], list[str]]) -> None:
        """Change the lines of every file kept, each in one step; a file that is not sound is removed."""
        for path in sorted(self.folder.glob("*/*")):
            try:
                lines = _lines(path)
                changed = change(lines)
            except (OSError, ValueError):
                path.unlink(missing_ok=True)
                continue
            if changed != lines:
                _write(path, changed)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.jsonl"


def kept_documents(folder: Path) -> tuple[DocumentFacts, ...]:
    """The documents of all files that a cache keeps, each once, in order of their names."""
    found: dict[str, DocumentFacts] = {}
    for facts in all_documents(folder):
        found.setdefault(facts.sha256, facts)
    return tuple(found.values())


def all_documents(folder: Path) -> list[DocumentFacts]:
    """The documents of all files that a cache keeps, in order of their names, if sound."""
    found: list[DocumentFacts] = []
    for path in sorted(folder.glob("*/*.jsonl")):
        found += _sound(path)
    return sorted(found, key=lambda facts: (facts.identifier, facts.sha256))


def _sound(path: Path) -> list[DocumentFacts]:
    """The documents of a file that is kept; none if it is not sound."""
    try:
        return list(parse(_lines(path)))
    except (OSError, ValueError):
        return []


def _write(path: Path, lines: list[str]) -> None:
    write_whole(path, ("\n".join(lines) + "\n").encode(errors="surrogatepass"))


def _lines(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8", errors="surrogatepass")
    return text.rstrip("\n").split("\n")  # never splitlines(): it parts at signs that stand within words


def parse(lines: list[str]) -> Iterator[DocumentFacts]:
    """The facts of one or several documents from their lines; raises ValueError."""
    starts = [n for n, line in enumerate(lines) if line.startswith(_HEAD)]
    if not lines or not starts or starts[0] != 0:
        raise ValueError("these are not the facts of documents")
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield from_lines(iter(lines[start:end]))

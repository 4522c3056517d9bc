"""How still the map stands when a document is added: `python bench/places.py [FOLDER]`, or `make bench-map`.

For each document of a folder (else of the demonstration) the others are built and drawn, then it is added and
the map drawn again; the same with ten more of 500 invented minutes, about 5,000 things. Prints which part of
the things with a link that were there before moved by more than 5 % of the map's diagonal: begun from where
they stood, and laid out from nothing; how long lines are beside those of a map from nothing; the time taken.
"""

from __future__ import annotations

import math
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from pages import documents  # type: ignore[import-not-found] # beside this file

from whosat.commands.building import Plan, build
from whosat.commands.demo import DOCUMENTS
from whosat.extract.readers import collect
from whosat.graph.map_data import drawn_edges, find_places
from whosat.graph.map_places import settled_places
from whosat.graph.quads import Options, write
from whosat.graph.resolve import resolve
from whosat.graph.store import memory_store, open_store
from whosat.graph.view import View, read_view
from whosat.ontology.settings import Settings

MUCH = 0.05
Spots = Mapping[str, tuple[int, int]]


def moved(before: Spots, after: Spots, view: View) -> tuple[float, int]:
    """The part of what has a link and stood before that moved much, and how many that were in all."""
    linked = {end for pair in drawn_edges(view) for end in pair}
    xs, ys = zip(*(at for key, at in before.items() if key in linked), strict=True)
    far = MUCH * math.hypot(max(xs) - min(xs), max(ys) - min(ys))
    there = [key for key in sorted(linked) if key in before and key in after]
    return sum(math.dist(before[key], after[key]) > far for key in there) / len(there), len(there)


def length(spots: Spots, view: View) -> float:
    """How long all lines are together."""
    return sum(math.dist(spots[a], spots[b]) for a, b in drawn_edges(view))


def told(what: str, first: View, second: View, folder: Path) -> None:
    """Draw a map, then the one with more in it, and print what became of the things."""
    fresh = find_places(second).whole
    before = settled_places(first, folder, afresh=True).whole
    start = time.process_time()
    after = settled_places(second, folder).whole
    taken = time.process_time() - start
    (share, count), (anew, _) = moved(before, after, first), moved(before, fresh, first)
    longer = length(after, second) / length(fresh, second)
    print(f"{what:40.40} {count:5} {share:7.1%} {anew:9.1%} {longer:9.2f} {taken:7.1f} s", flush=True)


def left_out(folder: Path, store: Path) -> Iterator[tuple[str, View, View]]:
    """Each document with the view of all the others, and that of all."""
    files = tuple(sorted(collect([folder])))
    settings = Settings(store=store)
    for file in files:
        views = []
        for some in (tuple(one for one in files if one != file), files):
            build(Plan(some, settings, jobs=1), lambda _file, _read: None)
            with open_store(store) as graph:
                views.append(read_view(graph))
        yield file.name, views[0], views[1]


def invented(count: int) -> View:
    """What some invented minutes say."""
    read = list(documents(count, random.Random(6)))
    lines, _ = write(read, resolve(read, Settings()), Options("https://example.org/id"))
    return read_view(memory_store(lines))


def main() -> None:
    """Measure, print."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    print(f"{'added':40} {'there':>5} {'moved':>7} {'from none':>9} {'lines':>9} {'time':>9}")
    with tempfile.TemporaryDirectory(prefix="whosat-bench-") as name:
        for added, first, second in left_out(folder, Path(name) / "store"):
            told(added, first, second, Path(name))
        told("ten of 500 invented minutes", invented(490), invented(500), Path(name))


if __name__ == "__main__":
    main()

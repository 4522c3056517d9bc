"""How fast the reading is, how much memory it takes, and how soon a command answers: `make bench`.

Speeds are words a second from a read document's text to its facts, on generated minutes of two lengths, best
of three rounds; the pipeline is loaded beforehand, and a pool's workers have loaded theirs. On two processes
the facts come back to the first one, as they do in a build.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from whosat.extract.document import Document
from whosat.extract.evaluation.generate import samples, write_samples
from whosat.extract.pipeline import extract, load
from whosat.extract.readers import read_bytes
from whosat.ontology.facts import DocumentFacts

LENGTHS = {"short minutes": (4, 12), "minutes of usual length": (25, 45)}
ROUNDS = 3
_NLP: dict[str, Any] = {}


def documents(count: int, items: tuple[int, int]) -> list[Document]:
    """Generated minutes in text formats, read."""
    made = samples(99, count, "both", ("txt", "md", "html"), items)
    return [document for one in made for document in read_bytes(one.name, one.data)]


def words(given: Iterable[Document]) -> int:
    """How many words stand in the documents."""
    return sum(len(one.text.split()) for one in given)


def best(action: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Seconds of the quickest of a few rounds, by the clock on the wall or another."""
    spent = []
    for _ in range(ROUNDS):
        gc.collect()
        start = clock()
        action()
        spent.append(clock() - start)
    return min(spent)


def _prepare() -> None:
    _NLP["pipeline"] = load()


def _facts(document: Document) -> DocumentFacts:
    return extract(document, _NLP["pipeline"])


def shares(given: list[Document]) -> list[tuple[str, float]]:
    """How much of the processor's time each component takes, the dearest first; shares of one."""
    nlp, spent = _NLP["pipeline"], defaultdict[str, float](float)

    def timed(name: str, component: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def run(doc: Any) -> Any:
            start = time.process_time()
            result = component(doc)
            spent[name] += time.process_time() - start
            return result

        return run

    whole = nlp._components
    start = time.process_time()
    try:
        nlp._components = [(name, timed(name, component)) for name, component in whole]
        for document in given:
            extract(document, nlp)
    finally:
        nlp._components = whole
    total = time.process_time() - start
    spent["the tokenizer, and facts from the rest"] = total - sum(spent.values())
    return sorted(((name, seconds / total) for name, seconds in spent.items()), key=lambda row: -row[1])


def by_processor(given: list[Document]) -> float:
    """Words a second of the processor's time on one process: what other work on the machine can't slow."""
    return words(given) / best(lambda: [_facts(document) for document in given], time.process_time)


def speed(given: list[Document]) -> tuple[float, float]:
    """Words a second on one process and on two."""
    one = best(lambda: [_facts(document) for document in given])
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context, initializer=_prepare) as pool:
        list(pool.map(_facts, given[:8]))  # both workers are up before the clock runs
        two = best(lambda: list(pool.map(_facts, given, chunksize=4)))
    return words(given) / one, words(given) / two


def memory(given: list[Document], steps: int = 4) -> list[tuple[int, float]]:
    """(documents read so far, memory in MB) as more and more documents are read and their facts dropped."""
    found = []
    done = 0
    for _ in range(steps):
        for document in given:
            _facts(document)
        done += len(given)
        gc.collect()
        found.append((done, resident() / 1e6))
    return found


def resident() -> float:
    """Bytes of memory that this process holds now."""
    import psutil  # type: ignore[import-untyped]

    return float(psutil.Process().memory_info().rss)


def start_up(arguments: list[str], folder: Path) -> float:
    """Seconds of the quickest of a few runs of the command line."""
    command = [sys.executable, "-m", "whosat", *arguments]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}

    def run() -> None:
        subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)

    run()
    return best(run)


def commands() -> list[tuple[str, float]]:
    """How soon `--help` and a question answer, over a store built of generated minutes."""
    found = []
    with tempfile.TemporaryDirectory(prefix="whosat-bench-") as name:
        folder = Path(name)
        found.append(("whosat --help", start_up(["--help"], folder)))
        write_samples(folder, 99, 40, "both", ("txt", "md", "html"))
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "whosat", "build", "docs"], cwd=folder, capture_output=True, check=True
        )
        found.append(("whosat build, 40 documents", time.perf_counter() - start))
        board = next(samples(99, 1, "both", ("txt", "md", "html"))).gold["meeting"]["body"]
        found.append((f'whosat who "{board}"', start_up(["who", board], folder)))
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100, help="documents of each length")
    parser.add_argument("--only-speed", action="store_true", help="leave out memory and commands")
    given = parser.parse_args()
    start = time.perf_counter()
    _prepare()
    load_now = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"pipeline loaded in {time.perf_counter() - start:.2f} s; {os.cpu_count()} cores{load_now}")
    for name, items in LENGTHS.items():
        read = documents(given.count, items)
        one, two = speed(read)
        print(
            f"{name} ({words(read) // len(read)} words): {one:,.0f} words/s on one process, "
            f"{two:,.0f} on two ({two / one:.2f} times); {by_processor(read):,.0f} by the processor's time"
        )
        print("   " + ", ".join(f"{part} {share:.0%}" for part, share in shares(read) if share >= 0.03))
    if given.only_speed:
        return
    for done, used in memory(documents(given.count, LENGTHS["short minutes"])):
        print(f"memory after {done} documents: {used:.0f} MB")
    for name, seconds in commands():
        print(f"{name}: {seconds:.2f} s")


if __name__ == "__main__":
    main()

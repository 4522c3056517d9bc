"""Speed of the pages under load: `python bench/pages.py`, or `make bench-pages`. Over the loopback only.

A store of about 5,000 invented things is built; fifty clients ask for pages of every kind, one after the
other, for a while. Prints requests a second, the median and the slowest times, and answers that were errors.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import hashlib
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from whosat.graph.generations import building
from whosat.graph.quads import Options, write
from whosat.graph.resolve import resolve
from whosat.graph.server.finder import Finder
from whosat.graph.server.library import read_library
from whosat.graph.store import open_store, save
from whosat.ontology.facts import Attendance, DocumentFacts, Entity, Evidence, Kind, Meeting, Passage, Status
from whosat.ontology.settings import Settings

GIVEN = "Ada Bo Carl Dee Eve Finn Gwen Hal Ivy Jon Kay Lev Mia Ned Oona Pim Quin Rae Sal Tom".split()
PARTS = (
    "ash bourne cot dale field grove ham ing ley mere ness over pool ridge stead thorpe wick worth".split()
)
KINDS = "Trust Council Forum Homes College Alliance Society Centre".split()
BASE = "https://example.org/id"


def _names(count: int, make: object) -> list[str]:
    found: dict[str, None] = {}
    number = 0
    while len(found) < count:
        found.setdefault(make(number))  # type: ignore[operator]
        number += 1
    return list(found)


def _place(number: int) -> str:
    parts = len(PARTS)
    first, rest = divmod(number, parts * parts)
    return (PARTS[rest // parts] + PARTS[rest % parts] + (PARTS[first % parts] if first else "")).title()


def documents(count: int, chance: random.Random) -> Iterator[DocumentFacts]:
    """Minutes of invented boards: `count` meetings of 20 people each."""
    people = _names(3600, lambda n: f"{GIVEN[n % len(GIVEN)]} {_place(n // len(GIVEN) * 7 + n)}")
    organisations = _names(900, lambda n: f"{_place(n * 3 + 1)} {KINDS[n % len(KINDS)]}")
    boards = _names(400, lambda n: f"{_place(n * 5 + 2)} Partnership Board")
    chance.shuffle(people)
    for number in range(count):
        board = boards[number % len(boards)]
        day = dt.date(2008, 1, 1) + dt.timedelta(days=number * 5)
        group = number % len(boards) * 9
        seated = [people[(group + n) % len(people)] for n in range(18)] + chance.sample(people, 2)
        yield _minutes(number, board, day, [(name, organisations[hash_of(name) % 900]) for name in seated])


def hash_of(text: str) -> int:
    """A number for a text, the same in every run."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16)


def _minutes(number: int, board: str, day: dt.date, seated: list[tuple[str, str]]) -> DocumentFacts:
    lines = [board, f"Minutes, {day.isoformat()}", "Present"]
    lines += [f"{name} – {organisation}" for name, organisation in seated]
    text = "\n".join(lines) + "\n"

    def said(words: str) -> Evidence:
        start = text.index(words)
        passage = Passage(start, start + len(words), words, text.count("\n", 0, start) + 1)
        return Evidence((passage,), 0.9, "invented")

    names = dict.fromkeys(organisation for _, organisation in seated)
    return DocumentFacts(
        f"minutes-{number:04}.txt", hashlib.sha256(text.encode()).hexdigest(), "text", text, title=board,
        date=day, pipeline="invented",
        entities=(
            Entity(Kind.BOARD, board, said(board)),
            *(Entity(Kind.PERSON, name, said(name)) for name in dict.fromkeys(name for name, _ in seated)),
            *(Entity(Kind.ORGANISATION, name, said(name)) for name in names),
        ),
        meetings=(Meeting(board, day, said(lines[1])),),
        attendances=tuple(
            Attendance(
                0, name, Status.PRESENT, said(f"{name} – {organisation}"), representing=organisation,
                role="chair" if n == 0 else None,
            )
            for n, (name, organisation) in enumerate(seated)
        ),
    )  # fmt: skip


def build(folder: Path, count: int) -> None:
    """A store of invented minutes."""
    read = list(documents(count, random.Random(6)))
    quads, _ = write(read, resolve(read, Settings()), Options(BASE))
    with building(folder):
        save(folder, quads, {"base": BASE, "counts": {}, "left_out": []})


def addresses(folder: Path, chance: random.Random, count: int) -> list[str]:
    """Pages of every kind: things most, then searches, suggestions and questions."""
    with open_store(folder) as store:
        library = read_library(store)
    keys = [*library.things, *library.meetings, *library.papers]
    print(
        f"{len(library.things):,} things, {len(library.meetings)} meetings, {len(library.papers)} documents"
    )
    start = time.perf_counter()
    finder = Finder(library.things.values())
    for typed in ("ash", "bour", "ada", "partnership bo", "thorpe"):
        finder.search(typed, (), 8)
    print(f"a suggestion takes {(time.perf_counter() - start) / 5 * 1000:.0f} ms, the index with it")
    found = [f"/id/{key}" for key in chance.sample(keys, count)]
    words = [library.name(key).split()[0] for key in chance.sample(keys, count // 5)]
    found += [f"/search?q={word}" for word in words] + [f"/suggest?q={word[:3]}" for word in words]
    found += [f"/browse/{kind}" for kind in ("board", "person", "organisation")]
    found += [
        "/",
        "/questions",
        "/questions/chairs",
        "/diagrams",
        "/review",
        "/query",
        "/static/pages.css",
    ] * 3
    chance.shuffle(found)
    return found


async def load(port: int, paths: list[str], clients: int, seconds: float) -> tuple[list[float], list[str]]:
    """Times (in seconds) and errors of `clients` that ask one after the other until the time is over."""
    times: list[float] = []
    errors: list[str] = []
    end = time.perf_counter() + seconds

    async def one(number: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**24)
        at = number * 7
        while time.perf_counter() < end:
            path = paths[at % len(paths)]
            at += 1
            start = time.perf_counter()
            status = await ask(reader, writer, path)
            times.append(time.perf_counter() - start)
            if status != 200 and path != "/review":  # nothing was kept to review
                errors.append(f"{status} {path}")
        writer.close()

    found = await asyncio.gather(*(one(number) for number in range(clients)), return_exceptions=True)
    return times, errors + [repr(error) for error in found if error]


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str) -> int:
    """The status of one answer, read to its end; plain sockets, so that the client takes little of a core."""
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\n\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    length = int(head.split(b"content-length:")[1].split(b"\r\n")[0])
    await reader.readexactly(length)
    return int(head[9:12])


def main() -> None:
    """Build, serve in a process of its own, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--pages", type=int, default=300, help="different pages of things")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="whosat-bench-") as name:
        store = Path(name) / "store"
        start = time.perf_counter()
        build(store, given.documents)
        print(f"built in {time.perf_counter() - start:.1f} s")
        paths = addresses(store, random.Random(1), given.pages)
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        start = time.perf_counter()
        command = [sys.executable, "-m", "whosat", "serve", "--store", str(store), "--port", str(port)]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=name)
        try:
            if server.stdout:
                server.stdout.readline()
            print(f"serving after {time.perf_counter() - start:.1f} s")
            times, errors = asyncio.run(load(port, paths, given.clients, given.seconds))
        finally:
            server.terminate()
            server.wait(20)
            if server.stdout:
                server.stdout.close()
    ranked = sorted(times)
    load_now = f", load of the machine {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"{given.clients} clients for {given.seconds:.0f} s on {os.cpu_count()} cores{load_now}")
    print(
        f"{len(times) / given.seconds:,.0f} requests a second, {len(errors)} errors {sorted(set(errors))[:5]}"
    )
    marks = {"median": 0.5, "95th": 0.95, "99th": 0.99}
    print(
        ", ".join(f"{word} {ranked[int(len(ranked) * part)] * 1000:.0f} ms" for word, part in marks.items())
    )
    print(f"slowest {ranked[-1] * 1000:.0f} ms, mean {statistics.fmean(times) * 1000:.0f} ms")


if __name__ == "__main__":
    main()

"""Runs queries in child processes that can be ended: a time limit and a size limit that hold.

`QueryRunner.run` blocks, so a server calls it from a thread. Its workers live on between queries; one that
runs over its time is killed and the next query gets a fresh one. When the store has been built anew, workers
of the old generation end after their query.
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from whosat.graph.server.guard import names_its_dataset, refuse_what_is_not_reading
from whosat.ontology.errors import QueryError, QueryLimit


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take: seconds, bytes of the answer, bytes of memory, and how many run at once.

    A query that has run for `patience` seconds gives way when another waits for its place.
    """

    seconds: float = 30.0
    answer_bytes: int = 64 * 1024 * 1024
    memory_bytes: int = 2 * 1024**3
    at_once: int = 6
    patience: float = 5.0


@dataclass(frozen=True, slots=True)
class Request:
    """A query, the client's `Accept` header, and the graphs that the protocol's parameters name."""

    query: str
    accept: str | None = None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A serialised result and its media type."""

    media_type: str
    body: bytes


class NotAcceptable(QueryError):
    """The result can't be given in any form the client accepts; `offered` lists those there are."""

    def __init__(self, offered: tuple[str, ...]) -> None:
        super().__init__(
            "The result can't be given in a form you accept.", "Ask for " + ", ".join(offered) + "."
        )
        self.offered = offered


@dataclass(slots=True)
class _Worker:
    path: Path
    process: subprocess.Popen[bytes]
    overdue: bool = field(default=False)
    since: float = 0.0  # when its query began, on the monotonic clock

    def ask(self, line: bytes, seconds: float) -> tuple[dict[str, Any], bytes]:
        """Answer one request; after `seconds` the process is ended, and a BrokenPipeError is raised."""
        self.since = time.monotonic()
        timer = threading.Timer(seconds, self.end)
        timer.daemon = True
        timer.start()
        try:
            return self._exchange(line)
        finally:
            timer.cancel()

    def _exchange(self, line: bytes) -> tuple[dict[str, Any], bytes]:
        requests, answers = self.process.stdin, self.process.stdout
        if requests is None or answers is None:  # they are pipes: `_start` opened them
            raise BrokenPipeError
        requests.write(line + b"\n")
        requests.flush()
        head = answers.readline()
        if not head:
            raise BrokenPipeError
        found = json.loads(head)
        body = answers.read(found["length"])
        if len(body) < found["length"]:
            raise BrokenPipeError
        return found, body

    def end(self) -> None:
        """End the query with its process: it has had its time."""
        self.overdue = True
        self.process.kill()

    def close(self) -> None:
        """End the process and wait for it."""
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream:
                try:
                    stream.close()
                except OSError:
                    continue  # the other end is gone, and so is what was buffered for it


class QueryRunner:
    """Answers queries on the store whose folder `current()` names at the time of asking."""

    def __init__(self, current: Callable[[], Path], limits: Limits | None = None) -> None:
        self._current = current
        self.limits = limits or Limits()
        self._idle: queue.LifoQueue[_Worker | None] = queue.LifoQueue()
        for _ in range(self.limits.at_once):
            self._idle.put(None)
        self._busy: list[_Worker] = []
        self._lock = threading.Lock()

    def run(self, request: Request) -> Answer:
        """Answer one query.

        Raises QueryLimit when it takes longer than allowed or its answer grows too large, QueryError when it
        can't be understood or does more than read, NotAcceptable when no offered form is accepted.
        """
        refuse_what_is_not_reading(request.query)
        line = self._line(request)
        slot = self._place()
        worker: _Worker | None = None
        try:
            worker = self._fresh(slot)
            head, body = self._asked(worker, line)
        except BaseException:
            if worker is not None:
                worker.close()
            worker = None
            raise
        finally:
            self._idle.put(worker)
        return self._answer(head, body)

    def _place(self) -> _Worker | None:
        """A free place; where there is none, that of the longest query, once it has had its time."""
        until = time.monotonic() + self.limits.seconds
        while time.monotonic() < until:
            try:
                return self._idle.get(timeout=0.1)
            except queue.Empty:
                self._let_give_way()
        raise QueryLimit("Too many queries are running.", "Try again in a moment.")

    def _let_give_way(self) -> None:
        with self._lock:
            running = [worker for worker in self._busy if not worker.overdue]
            oldest = min(running, key=lambda worker: worker.since, default=None)
            # one at a time: the place of a query that was ended is free in a moment
            alone = len(running) == len(self._busy)
            if oldest and alone and time.monotonic() - oldest.since >= self.limits.patience:
                oldest.end()

    def end_idle(self) -> None:
        """End the workers that wait for a query on a store that is no longer the current one."""
        path, waiting = self._current(), []
        for _ in range(self.limits.at_once):
            try:
                waiting.append(self._idle.get_nowait())
            except queue.Empty:
                break
        for worker in waiting:
            if worker is not None and worker.path != path:
                worker.close()
                worker = None
            self._idle.put(worker)

    def close(self) -> None:
        """End all idle workers."""
        for _ in range(self.limits.at_once):
            try:
                worker = self._idle.get_nowait()
            except queue.Empty:
                return
            if worker is not None:
                worker.close()

    def _line(self, request: Request) -> bytes:
        asked = {
            "query": request.query,
            "accept": request.accept,
            "default_graphs": request.default_graphs,
            "named_graphs": request.named_graphs,
            "has_dataset": names_its_dataset(request.query),
            "max_bytes": self.limits.answer_bytes,
        }
        return json.dumps(asked).encode()

    def _fresh(self, worker: _Worker | None) -> _Worker:
        path = self._current()
        if worker is not None and worker.path == path and worker.process.poll() is None:
            return worker
        if worker is not None:
            worker.close()
        return _start(path, self.limits.memory_bytes)

    def _asked(self, worker: _Worker, line: bytes) -> tuple[dict[str, Any], bytes]:
        with self._lock:
            worker.since = time.monotonic()
            self._busy.append(worker)
        try:
            return worker.ask(line, self.limits.seconds)
        except (BrokenPipeError, ValueError, OSError):
            if worker.overdue:
                ran = time.monotonic() - worker.since
                others = "" if ran >= self.limits.seconds else ", as others were waiting"
                raise QueryLimit(
                    f"The query took longer than {ran:.0f} seconds and was ended{others}.",
                    "Ask for less: name a board or a person, or add LIMIT.",
                ) from None
            raise QueryLimit(
                "The query needed more memory than it may have and was ended.",
                "Ask for less: name a board or a person, or add LIMIT.",
            ) from None
        finally:
            with self._lock:
                self._busy.remove(worker)

    def _answer(self, head: dict[str, Any], body: bytes) -> Answer:
        error = head.get("error")
        if error is None:
            return Answer(head["media_type"], body)
        if error == "not acceptable":
            raise NotAcceptable(tuple(head["offered"]))
        if error == "too large":
            raise QueryLimit(
                f"The answer is larger than {self.limits.answer_bytes // 1024**2} MB and was cut off.",
                "Ask for less: name a board or a person, or add LIMIT.",
            )
        if error == "syntax":
            raise QueryError(
                f"The query can't be understood: {head['message']}", "See the named questions for examples."
            )
        raise QueryError(f"The query failed: {head['message']}")


def _start(path: Path, memory: int) -> _Worker:
    command = [sys.executable, "-m", "whosat.graph.server.worker", str(path), str(memory)]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    return _Worker(path, process)

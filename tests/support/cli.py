"""Runs a command as a person does, in this process, and tells what came of it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache

import pytest

from whosat import cli
from whosat.extract import pipeline

_load = cache(pipeline.load)


@dataclass(frozen=True)
class Ran:
    """The exit code and what was printed."""

    code: int
    out: str
    err: str


class Runner:
    """`run("build", "minutes")` is `whosat build minutes`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        monkeypatch.setattr(pipeline, "load", _load)  # once a test run: it takes a second

    def __call__(self, *words: object) -> Ran:
        self._monkeypatch.setattr(sys, "argv", ["whosat", *map(str, words)])
        self._capsys.readouterr()
        try:
            cli.main()
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        said = self._capsys.readouterr()
        return Ran(code, said.out, said.err)

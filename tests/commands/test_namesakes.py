"""Two people of one name: it is said what tells them apart, and each can be asked about."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import harbour
import pytest
from cli import Ran, Runner

from whosat.commands.serving import hear
from whosat.graph.generations import building
from whosat.graph.names import near, things
from whosat.graph.store import memory_store, save

ADA = f"{harbour.BASE}/person/ada-ferrier"
OTHER = f"{harbour.BASE}/person/ada-ferrier-2"
OCTOBER = "/document/harbour-2010-10"


def _lines() -> list[str]:
    """The harbour's graph with a second Ada Ferrier: what October's paper says of Ada is said of her."""
    lines = harbour.lines()
    named = [
        line for line in lines if line.startswith(f"<{ADA}> ") and ("prefLabel" in line or "#type>" in line)
    ]
    rest = [line.replace(f"<{ADA}>", f"<{OTHER}>") if OCTOBER in line else line for line in lines]
    return sorted({*rest, *(line.replace(f"<{ADA}>", f"<{OTHER}>") for line in named)})


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Iterator[Runner]:
    with building(tmp_path / "store"):
        save(tmp_path / "store", _lines(), {"base": harbour.BASE, "counts": {}, "left_out": []})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WHOSAT_STORE", str(tmp_path / "store"))
    yield Runner(monkeypatch, capsys)


def _told(ran: Ran) -> list[str]:
    assert ran.code == 1
    assert "whosat review" in ran.err
    return [line for line in ran.err.splitlines() if "Ada Ferrier (person" in line]


@pytest.mark.parametrize(
    "command",
    [("show",), ("boards",), ("why",), ("timeline",), ("question", "actions", "--person")],
)
def test_what_tells_them_apart_is_said_and_either_is_found_by_iri(
    run: Runner, command: tuple[str, ...]
) -> None:
    lines = _told(run(*command, "Ada Ferrier"))
    assert len(set(lines)) == 2
    first = next(line for line in lines if f"{ADA})" in line)
    assert "for Quayside Council" in first
    assert "named in harbour-2010-06.txt" in first
    for one in (ADA, OTHER):
        assert run(*command, one).code == 0


def test_names_that_differ_are_listed_as_before(run: Runner) -> None:
    ran = run("show", "bo")
    assert "Bo Lindqvist (person)" in ran.err
    assert "Type more of the name." in ran.err


def test_plain_words_say_that_several_are_called_so(run: Runner) -> None:
    ran = run("ask", "what actions does Ada Ferrier have?")
    lines = _told(ran)
    assert len(set(lines)) == 2
    assert "Several are called “Ada Ferrier”" in ran.err
    assert "Nobody" not in ran.err
    command = ran.err.split("As a command: whosat ")[1].replace('"', "").split()
    assert json.loads(run(*command, "--json").out) == []


def test_the_page_offers_each_of_them() -> None:
    with memory_store(_lines(), {"base": harbour.BASE, "counts": {}, "left_out": []}) as graph:
        hearing = hear(graph, "what actions does Ada Ferrier have?")
    assert hearing.sure is None
    assert {one.arguments["person"] for one in hearing.nearest} == {ADA, OTHER}
    assert len({one.words for one in hearing.nearest}) == 2


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("moon", None),
        ("replaced", None),
        ("heavy", None),
        ("skils", "Tidal Skills Group"),
        ("Tidal Basin", "Tidal Skills Group"),
        ("Ferrrier", "Ada Ferrier"),
    ],
)
def test_only_a_name_that_is_near_is_offered(words: str, name: str | None) -> None:
    with harbour.store() as graph:
        found = near(things(graph), words)
    assert (name in found) if name else found == ()

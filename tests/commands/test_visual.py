from __future__ import annotations

from pathlib import Path

import harbour
import pytest

from whosat.commands.visual import remarks, write_diagram, write_map
from whosat.graph.store import Store, memory_store
from whosat.ontology.errors import InputError, UnknownName


@pytest.fixture(scope="module")
def store() -> Store:
    return harbour.store()


def _chart(store: Store, asked: str | None, folder: Path) -> bytes:
    (path,) = write_diagram(store, asked, [folder / "chart.svg"])
    return path.read_bytes()


@pytest.mark.parametrize(
    "asked", ["tidal skills group", "TSG", "Tidal", "Tidal Skils Group", " Tidal Skills "]
)
def test_a_body_is_found_as_people_type_it(store: Store, asked: str, tmp_path: Path) -> None:
    assert _chart(store, asked, tmp_path) == _chart(store, "Tidal Skills Group", tmp_path)
    assert _chart(store, asked, tmp_path) != _chart(store, None, tmp_path)


def test_several_bodies_are_listed_to_choose_from(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="could be any") as error:
        _chart(store, "t", tmp_path)
    assert {"Tidal Skills Group", "Dockers' Trust"} <= set(error.value.nearest)
    assert "Bo Lindqvist" not in error.value.nearest


def test_a_name_that_is_none_gives_the_nearest(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="is called") as error:
        _chart(store, "Horbor Prtnershp", tmp_path)
    assert "Harbour Partnership Board" in error.value.remedy


def test_no_chart_is_drawn_of_a_person(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Bo Lindqvist is a person"):
        _chart(store, "Bo Lindqvist", tmp_path)


def test_a_map_is_written_as_its_name_ends(tmp_path: Path) -> None:
    store = memory_store([])
    assert write_map(store, tmp_path / "new" / "map.html").read_bytes().startswith(b"<!doctype html>")
    assert write_map(store, tmp_path / "map.svg").read_text(encoding="utf-8").startswith("<svg")
    assert write_map(store, tmp_path / "picture", "png").name == "picture.png"
    with pytest.raises(InputError, match="can't be written"):
        write_map(store, tmp_path / "map.gif")


def test_a_diagram_of_an_empty_store_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="names no board"):
        write_diagram(memory_store([]), None, [tmp_path / "a.pdf"])


def test_a_chart_says_what_was_chosen(store: Store) -> None:
    [chosen] = remarks(store, None)
    assert chosen.startswith("It is of Harbour Partnership Board")
    assert remarks(store, "Harbour Partnership Board") == []

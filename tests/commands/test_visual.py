from __future__ import annotations

from pathlib import Path

import pytest

from whosat.commands.visual import _find, write_diagram, write_map
from whosat.graph.store import memory_store
from whosat.graph.view import Thing, View
from whosat.ontology.errors import InputError, UnknownName
from whosat.ontology.facts import Kind

VIEW = View(
    (
        Thing("board/harbour", Kind.BOARD, "Harbour Partnership", ("HP",)),
        Thing("board/safe", Kind.BOARD, "Safer Partnership"),
        Thing("person/hp", Kind.PERSON, "Hattie Pike"),
    )
)


@pytest.mark.parametrize("asked", ["harbour partnership", "hp", "Harb", "board/harbour", " Harbour "])
def test_a_body_is_found_as_people_type_it(asked: str) -> None:
    assert _find(VIEW, asked).key == "board/harbour"


def test_several_bodies_are_listed_to_choose_from() -> None:
    with pytest.raises(UnknownName, match="several") as error:
        _find(VIEW, "partnership")
    assert error.value.nearest == ("Harbour Partnership", "Safer Partnership")


def test_a_name_that_is_none_gives_the_nearest() -> None:
    with pytest.raises(UnknownName, match="No body") as error:
        _find(VIEW, "Harbor Partnrship")
    assert "Harbour Partnership" in error.value.remedy


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

"""The places of the last map: kept without a name, harmless when damaged, and gone with who is forgotten."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from whosat.graph.map_data import FOLD_ABOVE, find_places
from whosat.graph.map_places import FILE, keep_only, read, settled_places
from whosat.graph.view import Seat, Thing, View
from whosat.ontology.facts import Kind
from whosat.ontology.identifiers import digest


def minutes(boards: int, members: int, first: int = 0) -> View:
    """Boards of invented people; every third person sits on the next board too."""
    things = [Thing(f"board/b{n:03}", Kind.BOARD, f"Board {n}") for n in range(first, first + boards)]
    seats = []
    for n in range(first, first + boards):
        for m in range(members):
            person = f"person/p{n:03}-{m}"
            things.append(Thing(person, Kind.PERSON, f"Person {n} {m}"))
            seats.append(Seat(person, f"board/b{n:03}"))
            if m % 3 == 0 and n > first:
                seats.append(Seat(person, f"board/b{n - 1:03}"))
    return View(tuple(sorted(things)), tuple(sorted(seats)))


def with_another(view: View, board: str) -> View:
    """The same with the minutes of one more meeting: three new people, one who was known already."""
    new = [Thing(f"person/new-{n}", Kind.PERSON, f"New Person {n}") for n in range(3)]
    seats = [Seat(thing.key, board) for thing in new] + [Seat(view.seats[0].member, board)]
    return replace(
        view, things=tuple(sorted((*view.things, *new))), seats=tuple(sorted((*view.seats, *seats)))
    )


@pytest.mark.parametrize("boards", [8, FOLD_ABOVE // 8])
def test_another_document_moves_nothing_that_stood_there(tmp_path: Path, boards: int) -> None:
    view = minutes(boards, 12)
    before = settled_places(view, tmp_path)
    after = settled_places(with_another(view, "board/b003"), tmp_path)
    assert {key: after.whole[key] for key in before.whole} == before.whole
    assert {key: after.interlocks[key] for key in before.interlocks} == before.interlocks


def test_nothing_kept_gives_the_map_that_is_drawn_from_nothing(tmp_path: Path) -> None:
    view = minutes(6, 9)
    assert settled_places(view, tmp_path) == find_places(view) == settled_places(view, None)
    assert settled_places(view, tmp_path) == find_places(view)


def test_a_map_laid_out_afresh_is_the_one_drawn_from_nothing(tmp_path: Path) -> None:
    view = with_another(minutes(6, 9), "board/b001")
    settled_places(minutes(6, 9), tmp_path)
    assert settled_places(view, tmp_path) != find_places(view)
    assert settled_places(view, tmp_path, afresh=True) == find_places(view)
    assert settled_places(view, tmp_path) == find_places(view)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff\xfe\x00", b"[]", b"null", b"{}", b'{"format":1}', b"[" * 100_000,
        b'{"format":2,"linked":{},"alone":{},"interlocks":{}}',
        b'{"format":1,"linked":[1],"alone":{},"interlocks":{}}',
        b'{"format":1,"linked":{"a":[1]},"alone":{},"interlocks":{}}',
        b'{"format":1,"linked":{"a":[1,NaN]},"alone":{},"interlocks":{}}',
        b'{"format":1,"linked":{"a":[1,1e999]},"alone":{},"interlocks":{}}',
        b'{"format":1,"linked":{"a":"xy"},"alone":{},"interlocks":{}}',
        b'{"format":1,"linked":{"a":[1,99999999999]},"alone":{},"interlocks":{}}',
    ],
)  # fmt: skip
def test_a_damaged_or_foreign_file_is_harmless(tmp_path: Path, content: bytes) -> None:
    view = minutes(4, 5)
    (tmp_path / FILE).write_bytes(content)
    assert settled_places(view, tmp_path) == find_places(view)
    assert read(tmp_path).linked  # and is put right


def test_a_folder_that_cannot_be_written_to_does_not_keep_the_map_from_being_drawn(tmp_path: Path) -> None:
    view = minutes(4, 5)
    (tmp_path / FILE).mkdir()
    assert settled_places(view, tmp_path) == find_places(view)
    assert settled_places(view, tmp_path / FILE / "none") == find_places(view)


def test_a_part_of_the_map_is_not_kept(tmp_path: Path) -> None:
    settled_places(minutes(4, 5), tmp_path, keep=False)
    assert not (tmp_path / FILE).exists()


def test_no_name_is_kept_and_who_is_not_in_the_graph_is_let_go(tmp_path: Path) -> None:
    view = minutes(4, 5)
    settled_places(view, tmp_path)
    assert b"p001" not in (tmp_path / FILE).read_bytes()
    left = [thing.key for thing in view.things if thing.key != "person/p001-2"]
    keep_only(tmp_path, (f"<https://example.org/id/{key}> <p> <o> <g> ." for key in left))
    assert set(read(tmp_path).linked) == {digest(key) for key in left}
    content = (tmp_path / FILE).read_bytes()
    settled_places(replace(view, things=view.things), tmp_path)
    keep_only(tmp_path, (f"<https://example.org/id/{key}> <p> <o> <g> ." for key in left))
    assert (tmp_path / FILE).read_bytes() == content


def test_what_is_renamed_or_merged_stays_where_it_stood(tmp_path: Path) -> None:
    view = minutes(4, 5)
    before = settled_places(view, tmp_path)
    renamed = Thing("organisation/tidal-forum", Kind.ORGANISATION, "Tidal Forum", aliases=("b 002",))
    old = Thing("board/b-002", Kind.BOARD, "B 002")
    first = _swapped(view, "board/b002", old)
    assert settled_places(first, tmp_path).whole["board/b-002"] is not None
    stands = settled_places(first, tmp_path).whole["board/b-002"]
    after = settled_places(_swapped(first, "board/b-002", renamed), tmp_path)
    assert after.whole["organisation/tidal-forum"] == stands
    assert after.whole["board/b001"] == before.whole["board/b001"]


def _swapped(view: View, key: str, thing: Thing) -> View:
    things = sorted(thing if one.key == key else one for one in view.things)
    seats = sorted(replace(s, body=thing.key) if s.body == key else s for s in view.seats)
    return replace(view, things=tuple(things), seats=tuple(seats))

"""Where the things of the last map stood, kept beside the store so that the next map is drawn alike.

    whosat.store/places.json   {"format":1,"linked":{"2f60a91c…":[120,-40],…},"alone":{…},"interlocks":{…}}

It holds no name, only hashes of keys, and only those of things that are on the map. It is a help and nothing
more: without it, or where it can't be read or written, the map is laid out anew.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from whosat.graph.files import write_whole
from whosat.graph.layout import Point
from whosat.graph.layout_growing import Stood
from whosat.graph.map_data import KINDS, Places, find_places
from whosat.graph.view import Thing, View, key_of
from whosat.ontology.identifiers import digest, entity_key

FILE: Final = "places.json"
FORMAT: Final = 1
PARTS: Final = ("linked", "alone", "interlocks")
FARTHEST: Final = 10_000_000  # pixels: no map is so large

Spots = Mapping[str, Point]


@dataclass(frozen=True, slots=True)
class Kept:
    """Places by hash of key, for each part of the map."""

    linked: Spots = field(default_factory=dict)
    alone: Spots = field(default_factory=dict)
    interlocks: Spots = field(default_factory=dict)


def settled_places(view: View, folder: Path | None, *, afresh: bool = False, keep: bool = True) -> Places:
    """The places of a map, from those of the last one of the store in `folder`, and kept there for the next.

    A part of the map, as a picture beside the whole, is not to be kept.
    """
    if folder is None:
        return find_places(view)
    places = find_places(view) if afresh else find_places(view, *recalled(view, read(folder)))
    if keep:
        with contextlib.suppress(OSError):  # a disk that can't be written to: the map is drawn all the same
            _write(folder, _kept(places))
    return places


def recalled(view: View, kept: Kept) -> tuple[Stood, Stood]:
    """Where the things of a view stood: in the whole map, and in that of interlocks."""
    former = {thing.key: [digest(key) for key in _keys_of(thing)] for thing in view.things}
    taken = {forms[0] for forms in former.values()}

    def found(spots: Spots) -> dict[str, Point]:
        return {
            key: spots[form]
            for key, forms in former.items()
            if (form := next((f for f in forms if f in spots and (f == forms[0] or f not in taken)), None))
        }

    return Stood(found(kept.linked), found(kept.alone)), Stood(found(kept.interlocks))


def _keys_of(thing: Thing) -> Iterator[str]:
    """The key of a thing, then those it had if another of its forms, or another kind, was its own once."""
    yield thing.key
    for kind in (thing.kind, *KINDS):
        for form in (thing.name, *thing.aliases):
            yield entity_key(kind, form)


def read(folder: Path) -> Kept:
    """What is kept in a store's folder; nothing where the file is missing, damaged or of another format."""
    try:
        found = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return Kept(*(_spots(found[part]) for part in PARTS)) if found["format"] == FORMAT else Kept()
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return Kept()


def _spots(found: Any) -> dict[str, Point]:
    """Places as they are read; raises ValueError where one is none."""
    spots = {str(key): (x, y) for key, (x, y) in dict(found).items()}
    if not all(type(n) is int and abs(n) < FARTHEST for spot in spots.values() for n in spot):
        raise ValueError("a place is off the map")
    return spots


def keep_only(folder: Path, lines: Iterable[str]) -> None:
    """Let go of the places of all that the graph (its N-Quads lines) does not speak of any more.

    Raises OSError where the file can't be written: what should be forgotten would stay in it.
    """
    if not (folder / FILE).is_file():
        return
    kept, known = (
        read(folder),
        {digest(key_of(subject)) for subject in {line.split(">")[0] for line in lines}},
    )
    parts = (kept.linked, kept.alone, kept.interlocks)
    _write(folder, Kept(*({key: at for key, at in part.items() if key in known} for part in parts)))


def _kept(places: Places) -> Kept:
    return Kept(
        _hashes({key: at for key, at in places.whole.items() if key not in places.alone}),
        _hashes({key: places.whole[key] for key in places.alone}),
        _hashes(places.interlocks),
    )


def _hashes(spots: Mapping[str, tuple[int, int]]) -> dict[str, Point]:
    return {digest(key): at for key, at in spots.items()}


def _write(folder: Path, kept: Kept) -> None:
    parts = {part: getattr(kept, part) for part in PARTS}
    content = json.dumps({"format": FORMAT, **parts}, separators=(",", ":"), sort_keys=True).encode()
    if not _holds(folder / FILE, content):
        write_whole(folder / FILE, content)


def _holds(file: Path, content: bytes) -> bool:
    try:
        return file.read_bytes() == content
    except OSError:
        return False

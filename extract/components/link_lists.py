"""Links that lists, tables and charts say: the sub-groups named below "our thematic sub-groups", and what is
inactive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from whosat.extract.bodies import is_generic, kind_of_body
from whosat.extract.components.places import BODIES, Place, Places
from whosat.extract.components.records import LinkRecord, Source
from whosat.extract.document import Block, Cell
from whosat.ontology.facts import Kind, Relation

_BOARDS: Final = frozenset({Kind.BOARD.value})
_SUBGROUPS: Final = re.compile(
    r"\b(?:thematic|theme|sub|priority action|task(?: and finish)?|delivery|working|reporting|"
    r"standing)[- ]?(?:sub[- ]?)?(?:groups|committees|boards|partnerships)\b|"
    r"\bsub-?(?:groups|committees|boards)\b",
    re.I,
)
_INACTIVE: Final = re.compile(
    r"\((?:currently )?(?:inactive|dormant|disbanded|suspended|no longer active)\)|"
    r"\b(?:is|are|was|were|has been|have been|been|currently|now) (?:currently |now |formally |since |"
    r"temporarily )?(?:inactive|dormant|disbanded|dissolved|wound up|"
    r"decommissioned|abolished|stood down|disestablished|suspended)\b|"
    r"\bhas (?:never|not) (?:yet )?(?:formally |actually )?(?:met|been established|been set up|"
    r"convened)\b|\bno longer (?:meets?|exists?|active)\b|"
    r"\b(?:ceased to (?:exist|meet)|never formally (?:met|been established))",
    re.I,
)
_THIS: Final = re.compile(
    r"\b(?:[Tt]his|[Tt]he) (?:group|panel|board|committee|partnership|forum|sub-?group)\b"
)
_MOST: Final = 40
_FEWEST: Final = 2


def _listed_below(places: Places, blocks: list[Block], at: int) -> list[Place]:
    """The boards with which the blocks below begin, one a block, until a block begins otherwise."""
    found = []
    for block in blocks[at : at + _MOST]:
        if block.cells:
            break
        marked = re.compile(r"[\s•·*\-–\d.)(]*").match(places.text, block.start)
        place = places.starting_at(marked.end() if marked else block.start, _BOARDS)
        if (
            place is None
            or place.end > block.end
            or not re.match(r"\s*(?:[–—:,(-]|$|\n)", places.text[place.end : block.end + 1])
        ):
            break
        found.append(place)
    return found


def _owner(places: Places, start: int, end: int, main: str | None) -> str | None:
    """Whose sub-groups: the body named in the announcing line, else the one that meets."""
    named = places.between(start, end, BODIES)
    return named[-1].name if named else main


def _below_leads(places: Places, main: str | None) -> Iterator[LinkRecord]:
    for at, block in enumerate(places.blocks):
        if block.cells:
            continue
        lead = _SUBGROUPS.search(places.text, block.start, block.end)
        if lead is None:
            continue
        found = _listed_below(places, places.blocks, at + 1)
        start, end = places.sentence(lead.start())
        owner = _owner(places, start, min(end, block.end), main)
        if len(found) >= _FEWEST and owner:
            for place in found:
                where = ((start, end), (place.start, place.end))
                yield LinkRecord(
                    place.name, Relation.SUBGROUP_OF, owner, Source(where, 0.85, "list of sub-groups")
                )


def _column(cells: tuple[Cell, ...], column: int) -> list[Cell]:
    return [cell for cell in cells if cell.column == column]


def _in_tables(places: Places, main: str | None) -> Iterator[LinkRecord]:
    """Tables headed "Sub-groups", whose first column names boards; a column "Representative on X"
    names the owner."""
    for at, block in enumerate(places.blocks):
        if not block.cells:
            continue
        head = [cell for cell in block.cells if cell.row <= 1]
        above = places.blocks[at - 1] if at else None
        title = (
            places.text[above.start : above.end]
            if above and not above.cells and above.end - above.start < 80
            else ""
        )
        if not (
            _SUBGROUPS.search(title)
            or any(_SUBGROUPS.search(places.text, c.start, c.end) and c.end - c.start < 60 for c in head)
        ):
            continue
        owner = _table_owner(places, head, main)
        rows = [places.starting_at(cell.start, _BOARDS) for cell in _column(block.cells, 0) if cell.row > 0]
        for place in rows:
            if place and owner:
                where = (
                    ((block.start, min(block.end, block.start + 60)), (place.start, place.end))
                    if not head
                    else ((head[0].start, head[0].end), (place.start, place.end))
                )
                yield LinkRecord(
                    place.name, Relation.SUBGROUP_OF, owner, Source(where, 0.85, "table of sub-groups")
                )


_REPRESENTED: Final = re.compile(r"(?:representatives?|reports?|rep) (?:on|to) (?:the )?(.+)", re.I)


def _table_owner(places: Places, head: list[Cell], main: str | None) -> str | None:
    for cell in head:
        m = _REPRESENTED.search(places.text[cell.start : cell.end].replace("\n", " "))
        if m is None:
            continue
        named = places.between(cell.start, cell.end, BODIES)
        if named:
            return named[0].name
        ends = {
            p.name
            for p in places.all
            if p.kind in BODIES and p.name.lower().endswith(" " + m[1].strip().lower())
        }
        if len(ends) == 1:
            return min(ends)
    return main or _most_named(places)


def _most_named(places: Places) -> str | None:
    """Where nothing meets: the board the document names most often, by far."""
    counts: dict[str, int] = {}
    for place in places.all:
        if place.kind in _BOARDS:
            counts[place.name] = counts.get(place.name, 0) + 1
    best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not best or (len(best) > 1 and best[0][1] < 2 * best[1][1]):
        return None
    return best[0][0]


def _charted(places: Places) -> list[Place]:
    """Names of boards in a flattened chart, where every box is a line of its own, that are too plain
    to be told elsewhere."""
    boxes: list[tuple[Place, bool]] = []
    found: list[Place] = []
    known = {place.start for place in places.all if place.kind in _BOARDS}
    for block in [*places.blocks, None]:
        text = places.text[block.start : block.end].strip() if block and not block.cells else ""
        place = _box(block, text) if block and 0 < len(text) < _WIDEST and not _SAYS.search(text) else None
        if place and (place.start in known or kind_of_body(place.name) in {Kind.BOARD, Kind.ORGANISATION}):
            boxes.append((place, place.start in known))
        elif not text or not (text[0] == "(" or (boxes and len(text.split()) < 4 and len(text) < 40)):
            if len(boxes) >= 4 and sum(told for _, told in boxes) >= 3:
                found += _untold(places, boxes)
            boxes = []
    return found


_WIDEST: Final = 80
_SAYS: Final = re.compile(
    r"[:.;?!]\s*\Z|\b(?:reports?|reporting|feeds|is|are|was|were|has|have|will|shall|meets?|following|be|by)\b"
)
"""A sentence, or the beginning of one, which names no box: "The following groups report to the Board:"."""
_WITHIN_BOX: Final = 3  # line ends between two lines of one box of a chart; between boxes there are more


def _box(block: Block, text: str) -> Place:
    name = re.sub(r"\s*\(.*", "", text, flags=re.S)
    return Place(block.start, block.start + len(name), re.sub(r"\s+", " ", name), Kind.BOARD.value)


def _untold(places: Places, boxes: list[tuple[Place, bool]]) -> Iterator[Place]:
    """Boards of a chart that are not known yet; a name broken over two lines of a box is joined."""
    for at, (place, told) in enumerate(boxes):
        if told and not is_generic(place.name):
            before = boxes[at - 1][0] if at else None
            if before and _is_one_box(places, before, place):
                yield Place(before.start, place.end, f"{before.name} {place.name}", place.kind)
            continue
        if kind_of_body(place.name) is Kind.BOARD and len(place.name.split()) > 2:
            yield place


def _is_one_box(places: Places, first: Place, second: Place) -> bool:
    """Whether a short form of an organisation stands just above a board's name: "City Council",
    "Scrutiny Panel"."""
    return (
        is_generic(first.name)
        and kind_of_body(first.name) is Kind.ORGANISATION
        and places.text[first.end : second.start].count("\n") <= _WITHIN_BOX
    )


def listed_links(places: Places, main: str | None) -> tuple[list[LinkRecord], list[Place]]:
    """Links of lists and tables of sub-groups, and boards that only a chart names."""
    return [*_below_leads(places, main), *_in_tables(places, main)], _charted(places)


def inactive_bodies(places: Places) -> list[str]:
    """Boards of which the document says that they do not meet."""
    found = set()
    for m in _INACTIVE.finditer(places.text):
        start, _ = places.sentence(m.start())
        before = places.between(max(start, m.start() - 160), m.start(), _BOARDS)
        if m[0].startswith("("):
            near = [
                p
                for p in places.between(max(0, m.start() - 100), m.start(), _BOARDS)
                if not places.text[p.end : m.start()].strip()
            ]
            found |= {near[-1].name} if near else set()
        elif _THIS.search(places.text, start, m.start()):
            told = _subject_of_section(places, m.start())
            found |= {told.name} if told else set()
        elif (
            before
            and len(places.text[before[-1].end : m.start()]) < 60
            and not re.search(r"[;:]", places.text[before[-1].end : m.start()])
        ):
            found.add(before[-1].name)
    return sorted(found)


def _subject_of_section(places: Places, offset: int) -> Place | None:
    """What "this group" is: the board with which the line begins, else the heading's."""
    line = places.text.rfind("\n", 0, offset) + 1
    first = places.between(line, offset, _BOARDS)
    return first[0] if first else places.heading_body(offset)

"""Tables of which a conversion has put each cell on a line of its own, the row of heads first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from whosat.extract.document import Cell
from whosat.extract.readers.headers import is_header
from whosat.extract.readers.textlines import Region, TextLine, trimmed

_MOST_COLUMNS, _LONGEST, _FEWEST_ROWS, _MOST = 6, 80, 3, 1000
_NAMES = re.compile(
    r"(?:full |first )?names?|(?:board |committee )?members?|attendees?|governors?|trustees?", re.I
)
_NAME = re.compile(
    r"(?:[^\W\d_a-z][\w.’'-]*\.?\s+){1,4}(?:(?:de|van|der|von|la|al|bin|ap|le|du|el)\s+)*[^\W\d_a-z][\w’'-]+\s*"
    r"(?:\(.{1,40}\))?[*†]?"
)

_SAID = re.compile(
    r"organi[sz]|agency|body|company|employer|firm|role|title|position|post\b|designation|status|present|apolog|"
    r"attend|absent|initials|represent|affiliation|e-?mail|sector|ward|department",
    re.I,
)
"""What else a table of people says of them."""
_TITLED = re.compile(r"(?:M(?:rs?|s|iss|x)|Dr|Cllr|Councillor|Prof|Revd?)\b\.? [A-Z]")


def stacked_tables(text: str, lines: Sequence[TextLine]) -> Iterator[Region]:
    """A few heads, "Name" first, each on its line, and below them as many lines for each row."""
    filled = [number for number, line in enumerate(lines) if not line.blank]
    done = 0
    for at, number in enumerate(filled):
        if number < done or not _NAMES.fullmatch(lines[number].text.strip(" *")):
            continue
        width = _width(lines, filled, at)
        held = (
            _apart(lines, number) if width > 1 and filled[at + 1] == number + 2 else filled[at : at + _MOST]
        )
        rows = _rows(lines, held, width) if width > 1 else 0
        if rows > _FEWEST_ROWS:
            spans = [_span(text, lines[held[k]]) for k in range(rows * width)]
            cells = [
                Cell(k // width, k % width, *span, header=k < width)
                for k, span in enumerate(spans)
                if span[0] < span[1]
            ]
            done = held[rows * width - 1] + 1
            yield Region(number, done, tuple(cells))


def _apart(lines: Sequence[TextLine], first: int) -> list[int]:
    """Every other line, as far as those between are blank: cells with a blank line after each, or empty."""
    last = first
    while last + 2 < min(len(lines), first + 2 * _MOST) and lines[last + 1].blank:
        last += 2
    return list(range(first, last + 1, 2))


def _span(text: str, line: TextLine) -> tuple[int, int]:
    return trimmed(text, line.start, line.end)


def _width(lines: Sequence[TextLine], filled: Sequence[int], at: int) -> int:
    """How many heads stand one below the other; 0 where one stands twice, as what people are does."""
    below = filled[at : at + _MOST_COLUMNS + 1]
    words = [lines[number].text.strip() for number in below]
    width = next((n for n, head in enumerate(words) if not is_header(head) or head.endswith(":")), 0)
    said = any(_SAID.search(head) for head in words[1:width])
    return width if said and len(set(words[:width])) == width else 0


def _rows(lines: Sequence[TextLine], held: Sequence[int], width: int) -> int:
    """How many rows there are, the heads' too: as long as each begins with a name, and its cells are short.

    The rows must take up all lines of their paragraph, where the cells are not paragraphs themselves.
    """
    rows = 1
    while (rows + 1) * width <= len(held):
        cells = [lines[number].text.strip() for number in held[rows * width : (rows + 1) * width]]
        if not _NAME.fullmatch(cells[0]) or any(len(cell) > _LONGEST for cell in cells):
            break
        if is_header(cells[0]) or any(map(_TITLED.match, cells[1:])):
            break
        rows += 1
    end = rows * width
    apart = len(held) > 1 and held[1] > held[0] + 1
    whole = end >= len(held) or held[end] > held[end - 1] + 1
    return rows if apart or whole else 0

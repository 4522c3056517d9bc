"""Paper: shapes placed in points (1/72 inch, from the upper left), written as SVG, PNG or PDF.

SVG is written here, so that its words stay words; PNG and PDF in `diagram_paint`. Text is measured with the
fonts that matplotlib brings, so that nothing need be installed and every machine writes the same.
"""

from __future__ import annotations

import unicodedata
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any
from xml.sax.saxutils import escape, quoteattr

Point = tuple[float, float]
FAMILY = "DejaVu Sans, Verdana, Geneva, sans-serif"  # relatives of one width, should the first be missing


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, filled and outlined; `card` marks those that must never overlap."""

    x: float
    y: float
    width: float
    height: float
    fill: str = "none"
    line: str = "none"
    stroke: float = 0.8
    dashed: bool = False
    round: float = 0.0
    card: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text; `y` is its baseline, `anchor` start, middle or end."""

    x: float
    y: float
    text: str
    size: float
    colour: str = "#1b2330"
    bold: bool = False
    anchor: str = "start"

    @property
    def width(self) -> float:
        """How wide the text is, in points."""
        return text_width(self.text, self.size, self.bold)


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points; `arrow` puts a head on its end."""

    points: tuple[Point, ...]
    colour: str = "#7d8794"
    stroke: float = 1.0
    dashed: bool = False
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A filled polygon, or (with a radius) a disc about its only point."""

    points: tuple[Point, ...]
    fill: str
    line: str = "none"
    stroke: float = 1.0
    dashed: bool = False
    radius: float = 0.0


Shape = Box | Words | Line | Mark


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet: its size in points, a title for screen readers, and what is on it from back to front."""

    width: float
    height: float
    title: str
    shapes: tuple[Shape, ...]


@cache
def font_path(bold: bool) -> str:
    from pathlib import Path

    import matplotlib

    return str(Path(matplotlib.get_data_path(), "fonts", "ttf", f"DejaVuSans{'-Bold' if bold else ''}.ttf"))


@cache
def _measure(bold: bool) -> Any:
    from matplotlib.ft2font import FT2Font

    font = FT2Font(font_path(bold))
    font.set_size(100, 72)
    return font


@lru_cache(maxsize=65536)
def text_width(text: str, size: float, bold: bool = False) -> float:
    """Measure a line of text at a size, in points."""
    from matplotlib.ft2font import LoadFlags

    font = _measure(bold)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a letter that the font lacks is drawn as a box, of the box's width
        font.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    return float(font.get_width_height()[0]) / 64 * size / 100


def clean(text: str) -> str:
    """Leave out what can't be drawn: control characters and marks that turn the direction of writing."""
    kept = "".join(
        " " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c) not in _UNSEEN
    )
    return " ".join(kept.split())


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def wrap(text: str, width: float, size: float, bold: bool = False, most: int = 40) -> list[str]:
    """Break text into lines no wider than `width`; a word that is too long is broken inside."""
    lines: list[str] = []
    for word in _short_words(clean(text), width, size, bold):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, size, bold) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1][:-1] + "…"]


def _short_words(text: str, width: float, size: float, bold: bool) -> Iterator[str]:
    for word in text.split():
        part = ""
        for letter in word:
            if part and text_width(part + letter, size, bold) > width:
                yield part
                part = ""
            part += letter
        yield part


def to_svg(page: Page) -> str:
    """Write a page as SVG; text is text, and keeps its measured width whatever font shows it."""
    width, height = _n(page.width), _n(page.height)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}" font-family={quoteattr(FAMILY)} role="img">\n'
        f"<title>{_plain(page.title)}</title>\n"
        f'<rect width="{width}" height="{height}" fill="#fff"/>\n'
    )
    return head + "".join(_svg(shape) + "\n" for shape in page.shapes) + "</svg>\n"


def _plain(text: str) -> str:
    return escape(clean(text))


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _pen(line: str, stroke: float, dashed: bool) -> str:
    if line == "none":
        return ""
    return f' stroke="{line}" stroke-width="{_n(stroke)}"' + (' stroke-dasharray="4 3"' if dashed else "")


def _svg(shape: Shape) -> str:
    if isinstance(shape, Words):
        weight = ' font-weight="bold"' if shape.bold else ""
        anchor = f' text-anchor="{shape.anchor}"' if shape.anchor != "start" else ""
        held = (
            f' textLength="{_n(shape.width)}" lengthAdjust="spacingAndGlyphs"' if len(shape.text) > 1 else ""
        )
        return (
            f'<text x="{_n(shape.x)}" y="{_n(shape.y)}" font-size="{_n(shape.size)}" fill="{shape.colour}"'
            f"{weight}{anchor}{held}>{_plain(shape.text)}</text>"
        )
    if isinstance(shape, Box):
        corner = f' rx="{_n(shape.round)}"' if shape.round else ""
        size = f'width="{_n(shape.width)}" height="{_n(shape.height)}"'
        tip = f"<title>{_plain(shape.tip)}</title>" if shape.tip else ""
        pen = _pen(shape.line, shape.stroke, shape.dashed)
        return (
            f'<rect x="{_n(shape.x)}" y="{_n(shape.y)}" {size}{corner} fill="{shape.fill}"{pen}>{tip}</rect>'
        )
    if isinstance(shape, Mark) and shape.radius:
        (x, y), pen = shape.points[0], _pen(shape.line, shape.stroke, shape.dashed)
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(shape.radius)}" fill="{shape.fill}"{pen}/>'
    places = " ".join(f"{_n(x)},{_n(y)}" for x, y in shape.points)
    if isinstance(shape, Mark):
        return (
            f'<polygon points="{places}" fill="{shape.fill}"{_pen(shape.line, shape.stroke, shape.dashed)}/>'
        )
    drawn = f'<polyline points="{places}" fill="none"{_pen(shape.colour, shape.stroke, shape.dashed)}/>'
    return drawn + (_svg(Mark(arrow_head(shape), shape.colour)) if shape.arrow else "")


def arrow_head(line: Line) -> tuple[Point, ...]:
    """Return the three corners of the head at a line's end."""
    (ax, ay), (bx, by) = line.points[-2:]
    length = max(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5, 1e-6)
    ux, uy = (bx - ax) / length, (by - ay) / length
    back, half = 4.5 + 1.5 * line.stroke, 2.2 + line.stroke
    rx, ry = bx - ux * back, by - uy * back
    return (bx, by), (rx - uy * half, ry + ux * half), (rx + uy * half, ry - ux * half)

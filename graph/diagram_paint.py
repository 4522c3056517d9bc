"""Paper painted by matplotlib, with the fonts it brings: PNG and PDF that are the same on every machine."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from whosat.graph.diagram_paper import Line, Mark, Page, Shape, Words, arrow_head, clean, font_path

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DPI = 200
MOST_PIXELS = 6000  # a side of a PNG


def to_png(page: Page, dpi: int = DPI) -> bytes:
    """Draw a page as PNG."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    out, figure = io.BytesIO(), _figure(page)
    figure.set_dpi(min(dpi, MOST_PIXELS * 72 / max(page.width, page.height)))
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph")  # a letter the font lacks shows as a box
        about = {"Software": None, "Title": clean(page.title)}
        FigureCanvasAgg(figure)
        figure.savefig(out, format="png", dpi="figure", metadata=about, pil_kwargs={"compress_level": 4})
    return out.getvalue()


def to_pdf(pages: Sequence[Page]) -> bytes:
    """Write pages as one PDF, its letters kept as letters."""
    import matplotlib as mpl
    from matplotlib.backends.backend_pdf import FigureCanvasPdf, PdfPages

    out = io.BytesIO()
    about = {"CreationDate": None, "Creator": None, "Producer": None, "Title": clean(pages[0].title)}
    with mpl.rc_context({"pdf.fonttype": 42}), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph")
        with PdfPages(out, metadata=about) as pdf:
            for page in pages:
                figure = _figure(page)
                FigureCanvasPdf(figure)
                pdf.savefig(figure)
    return out.getvalue()


def _figure(page: Page) -> Figure:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(page.width / 72, page.height / 72), dpi=DPI, facecolor="white")
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_xlim(0, page.width)
    axes.set_ylim(page.height, 0)
    axes.axis("off")
    for order, (look, shapes) in enumerate(groupby(page.shapes, key=_pen_of)):
        bundle = (
            [_bundle(list(shapes), order + 1)]
            if look
            else [a for s in shapes for a in _artists(s, order + 1)]
        )
        for artist in bundle:
            artist.set_clip_on(False)
            axes.add_artist(artist)
    return figure


def _pen_of(shape: Shape) -> tuple[str, float, bool] | None:
    """What lines drawn together have in common; None for whatever is drawn by itself."""
    return (shape.colour, shape.stroke, shape.dashed) if isinstance(shape, Line) and not shape.arrow else None


def _bundle(lines: Sequence[Shape], order: int) -> Any:
    """Lines of one look as one artist: thousands of them are drawn in a second."""
    from matplotlib.collections import LineCollection

    first = lines[0]
    assert isinstance(first, Line)
    paths = [line.points for line in lines if isinstance(line, Line)]
    return LineCollection(
        paths,
        colors=first.colour,
        linewidths=first.stroke,
        linestyles=_dash(first.stroke, first.dashed),
        zorder=order,
    )


def _dash(stroke: float, dashed: bool) -> Any:
    return (0, (4 / stroke, 3 / stroke)) if dashed else "-"


def _artists(shape: Shape, order: int) -> list[Any]:
    from matplotlib.font_manager import FontProperties
    from matplotlib.lines import Line2D
    from matplotlib.patches import Circle, FancyBboxPatch, Polygon, Rectangle
    from matplotlib.text import Text

    if isinstance(shape, Words):
        text = Text(
            shape.x,
            shape.y,
            clean(shape.text),
            fontproperties=FontProperties(fname=font_path(shape.bold), size=shape.size),
            parse_math=False,
            color=shape.colour,
            zorder=order,
        )
        text.set(ha=_SIDES[shape.anchor], va="baseline")
        return [text]
    if isinstance(shape, Line):
        xs, ys = [p[0] for p in shape.points], [p[1] for p in shape.points]
        dash = _dash(shape.stroke, shape.dashed)
        line = Line2D(
            xs, ys, color=shape.colour, lw=shape.stroke, ls=dash, zorder=order, solid_joinstyle="miter"
        )
        head = [Polygon(arrow_head(shape), fc=shape.colour, ec="none", zorder=order)] if shape.arrow else []
        return [line, *head]
    dash = _dash(shape.stroke, shape.dashed)
    look = {"fc": shape.fill, "ec": shape.line, "lw": shape.stroke, "ls": dash, "zorder": order}
    if isinstance(shape, Mark):
        return [
            Circle(shape.points[0], shape.radius, **look) if shape.radius else Polygon(shape.points, **look)
        ]
    if shape.round:
        corner = f"round,pad=0,rounding_size={shape.round}"
        return [FancyBboxPatch((shape.x, shape.y), shape.width, shape.height, boxstyle=corner, **look)]
    return [Rectangle((shape.x, shape.y), shape.width, shape.height, **look)]


_SIDES = {"start": "left", "middle": "center", "end": "right"}

"""The layouts of rosters, each under a name, for some families of bodies, in one of two halves.

The development half may be looked at while the extraction is made; the judge's half is for
figures alone, and the reserve waits for when the judge's has been looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from whosat.extract.evaluation.page import Block
from whosat.extract.evaluation.sheet import Sheet

Writer = Callable[[Sheet], list[Block]]

ANY = (
    "nhs",
    "icb",
    "safeguarding",
    "police",
    "university",
    "lep",
    "housing",
    "school",
    "charity",
    "authority",
    "flood",
)
PARTNERED = ("icb", "safeguarding", "police", "lep", "housing", "authority", "flood", "open source")
JOBBED = ("nhs", "university", "school", "charity")


@dataclass(frozen=True, slots=True)
class Layout:
    """A way of writing a roster; `at_end` ones stand below the minutes."""

    name: str
    half: str
    families: tuple[str, ...]
    write: Writer
    at_end: bool = False
    formats: tuple[str, ...] = ("txt", "md", "html", "docx", "pdf")


_REGISTRY: dict[str, Layout] = {}


def register(layout: Layout) -> None:
    """Add a layout; its name must be new."""
    if layout.name in _REGISTRY:
        raise ValueError(f"two layouts are named {layout.name!r}")
    _REGISTRY[layout.name] = layout


def layout(
    name: str,
    families: tuple[str, ...] = ANY,
    half: str = "develop",
    at_end: bool = False,
    formats: tuple[str, ...] = ("txt", "md", "html", "docx", "pdf"),
) -> Callable[[Writer], Writer]:
    """Register the function below as a layout."""

    def enter(writer: Writer) -> Writer:
        register(Layout(name, half, families, writer, at_end, formats))
        return writer

    return enter


def all_layouts(half: str = "both") -> tuple[Layout, ...]:
    """Every layout of a half ("develop", "judge", "reserve", or "both" for all), in the order of names."""
    from whosat.extract.evaluation.layouts import families, listed, reserve, running, spoken, tables  # noqa: F401

    return tuple(one for _, one in sorted(_REGISTRY.items()) if half in (one.half, "both"))

"""How much a reader takes in before it says no: bounds on size, depth and pages, so no file costs a day."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file. Sizes are in bytes, `characters` of extracted text, `pages`, `seconds` of a PDF.

    `unpacked` bounds what comes out of a zip (docx, odt, .zip), `ratio` how much larger than the packed
    bytes it may be, `depth` how many archives or mails may stand in one another, `entries` the files in one.
    """

    file: int = 200_000_000
    characters: int = 5_000_000
    unpacked: int = 500_000_000
    ratio: int = 200
    entries: int = 2_000
    depth: int = 3
    pages: int = 250
    seconds: float = 900.0

    def shared(self, containers: int) -> Limits:
        """The bounds for each file in a container: one level less, what may be unpacked shared among them."""
        share = max(1, containers)
        return replace(
            self,
            depth=self.depth - 1,
            unpacked=max(self.unpacked // share, 1_000_000),
            entries=max(self.entries // share, 10),
        )


DEFAULT = Limits()

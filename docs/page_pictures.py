"""Pictures of the pages, light and dark, wide and narrow: used by `make pictures`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PAGES = {
    "home": "/",
    "search": "/search?q=health",
    "board": "/id/board/healthy-city-partnership",
    "person": "/id/person/penny-liddicot",
    "organisation": "/id/organisation/gloucester-city-council",
    "meeting": "/id/meeting/vcse-strategic-partnership-2023-12-04",
    "strategies": "/browse/strategy",
    "question": "/questions/members?board=VCSE+Strategic+Partnership",
    "ask": "/ask?q=who+chairs+the+Healthy+City+Partnership%3F",
    "changes": "/changes?since=2010&until=2018",
    "report": "/report",
    "review": "/review",
    "editor": "/query?query=SELECT+%3Fboard+%3Fperson+WHERE+%7B%0A++%3Fseat+org%3Aorganization+%3Fboard+%3B"
    "+org%3Amember+%3Fperson+%3B+org%3Arole+ws%3AChair+.%0A%7D",
    "diagram-page": "/diagrams/board/gloucester-partnership-executive",
}
SIZES = {"wide": (1280, 900), "narrow": (360, 740)}
COLOURS = 256


@contextmanager
def served(store: Path) -> Iterator[str]:
    """Serve a store in a process of its own; gives the address."""
    command = [sys.executable, "-m", "whosat", "serve", "--store", str(store), "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    try:
        said = server.stdout.readline() if server.stdout else ""
        yield next(word for word in said.split() if word.startswith("http")).rstrip("/")
    finally:
        server.terminate()
        server.communicate(timeout=20)


def shoot_pages(browser: Any, address: str, folder: Path) -> None:
    """Take a picture of each kind of page in each size and scheme."""
    for size, (width, height) in SIZES.items():
        for scheme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
            )
            page = context.new_page()
            for name, path in PAGES.items():
                page.goto(address + path)
                page.screenshot(path=folder / f"page-{name}-{size}-{scheme}.png")
            page.goto(address + PAGES["board"])
            page.locator(".lead .source").first.click()
            page.wait_for_selector("mark.asked")
            page.screenshot(path=folder / f"page-document-{size}-{scheme}.png")
            context.close()


def squeeze(picture: Path) -> None:
    """Make a PNG small: text and flat colours need no more than a palette, if rare colours are kept in it."""
    from PIL import Image

    with Image.open(picture) as whole:
        few = whole.convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(picture, optimize=True)

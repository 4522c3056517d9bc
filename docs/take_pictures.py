"""Pictures of the demonstration, for the README: `make pictures`; screenshots need Chromium."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from page_pictures import served, shoot_pages, squeeze  # type: ignore[import-not-found] # beside this file

HERE = Path(__file__).parent / "pictures"
BODY = "Gloucester Partnership Executive"
WIDE, NARROW = (1440, 900), (360, 740)


def search(page: Any) -> None:
    """Choose the body by search."""
    page.fill("#search", BODY)
    page.keyboard.press("Enter")


def around(page: Any) -> None:
    """Show only what touches the body."""
    search(page)
    page.get_by_text("Show only what touches it").click()


def interlocks(page: Any) -> None:
    """Show only those on several boards."""
    page.check("[name=mode][value=interlocks]")


def years(page: Any) -> None:
    """Compare the first year with the last."""
    page.check("[name=when][value=two]")


def table(page: Any) -> None:
    """Show the table."""
    page.click("#as-table")


def nothing(page: Any) -> None:
    """Leave the page as it opens."""


SHOTS: tuple[tuple[str, tuple[int, int], Literal["light", "dark"], Callable[[Any], None]], ...] = (
    ("map", WIDE, "light", nothing),
    ("map-dark", WIDE, "dark", search),
    ("map-one-body", WIDE, "light", around),
    ("map-interlocks", WIDE, "light", interlocks),
    ("map-two-years", WIDE, "light", years),
    ("map-table", WIDE, "light", table),
    ("map-narrow", NARROW, "light", nothing),
    ("map-narrow-dark", NARROW, "dark", search),
)


def shoot(folder: Path, chromium: str) -> None:
    """Take a screenshot of each view of the map and of each kind of page."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, (width, height), scheme, act in SHOTS:
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            page = context.new_page()
            page.goto((folder / "map.html").resolve().as_uri())
            page.wait_for_selector("html[data-ready]")
            act(page)
            page.wait_for_timeout(400)
            page.screenshot(path=HERE / f"{name}.png")
            context.close()
        with served(folder / "whosat.store") as address:
            shoot_pages(browser, address, HERE)
        browser.close()


def main() -> None:
    """Build the demonstration apart, draw its diagram and map, and photograph the map."""
    from whosat.commands.demo import demo
    from whosat.commands.visual import write_diagram, write_map
    from whosat.graph.store import open_store

    HERE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        demo(Path(folder))
        with open_store(Path(folder) / "whosat.store") as store:
            write_diagram(store, BODY, [HERE / "diagram.svg", HERE / "diagram.png"])
            write_map(store, HERE / "map.svg")
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        if chromium is None:
            sys.exit("Chromium was not found: the diagram was drawn, the screenshots were not taken.")
        shoot(Path(folder), chromium)
    for picture in sorted(HERE.glob("*.png")):
        squeeze(picture)


if __name__ == "__main__":
    main()

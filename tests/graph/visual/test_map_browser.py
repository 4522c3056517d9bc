"""The page in a real browser; skipped where there is none."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from whosat.graph.map import map_html
from whosat.graph.view import Seat, Thing, View
from whosat.ontology.facts import Kind

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
Opener = Callable[[View], Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Opener]:
    """Open a view's map; at the end there was no error and no request to any host."""
    context = browser.new_context(viewport={"width": 1300, "height": 850})
    page = context.new_page()
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("dialog", lambda dialog: trouble.append(dialog.message))
    page.on("console", lambda told: trouble.append(told.text) if told.type == "error" else None)
    page.on("request", lambda asked: None if asked.url.startswith("file:") else trouble.append(asked.url))

    def open_map(view: View) -> Any:
        file = tmp_path / "map.html"
        file.write_text(map_html(view), encoding="utf-8")
        page.goto(file.as_uri())
        page.wait_for_selector("html[data-ready]")
        return page

    yield open_map
    context.close()
    assert trouble == []


def test_search_by_acronym_shows_facts_and_the_words_behind_them(opened: Opener, harbour: View) -> None:
    page = opened(harbour)
    page.fill("#search", "hp")
    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "Harbour Partnership"
    panel.locator("li", has_text="Ada Quill").locator("summary").click()
    assert "Cllr Ada Quill (Chair)" in panel.inner_text()
    assert "minutes.txt, line 4, 10 January 2010" in panel.inner_text()
    panel.get_by_role("button", name="Ada Quill").click()
    assert panel.locator("h2").inner_text() == "Ada Quill"


def test_hostile_names_are_text_wherever_they_appear(opened: Opener, hostile: View) -> None:
    page = opened(hostile)
    page.fill("#search", "onerror")
    assert "<img src=x onerror=alert(1)>" in page.locator("#found").inner_text()
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == "<img src=x onerror=alert(1)>"
    page.click("#as-table")
    assert "<img src=x" in page.locator("#rows").inner_text()
    assert page.locator("img").count() == 0
    assert page.evaluate("window.broken") is None


def test_the_table_sorts_by_any_column(opened: Opener, harbour: View) -> None:
    page = opened(harbour)
    page.click("#as-table")
    who = page.locator("#rows tbody tr td:first-child")
    names = who.all_inner_texts()
    assert names == sorted(names)
    page.click("#rows th button >> nth=0")
    assert who.all_inner_texts() == sorted(names, reverse=True)
    page.click("#rows th button >> nth=4")
    assert page.locator("#rows th >> nth=4").get_attribute("aria-sort") == "ascending"


def test_two_years_are_compared(opened: Opener, harbour: View) -> None:
    page = opened(harbour)
    page.check("[name=when][value=two]")
    assert "Since 2010: 2 seats and links came, 7 went (not seen in 2018)." in page.inner_text("#changed")


def test_views_and_filters_leave_what_they_say(opened: Opener, harbour: View) -> None:
    page = opened(harbour)
    page.check("[name=mode][value=interlocks]")
    page.uncheck("#kinds input[value=person]")
    assert page.locator("#empty").is_visible()
    page.check("[name=mode][value=whole]")
    assert not page.locator("#empty").is_visible()


def test_the_keyboard_goes_from_name_to_name(opened: Opener, harbour: View) -> None:
    page = opened(harbour)
    page.focus("#canvas")
    page.keyboard.press("n")
    first = page.locator("#panel h2").inner_text()
    page.keyboard.press("n")
    assert page.locator("#panel h2").inner_text() != first
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()


def test_a_large_map_opens_on_bodies_and_unfolds_people(opened: Opener) -> None:
    boards = [Thing(f"board/{n:03}", Kind.BOARD, f"Board {n}") for n in range(40)]
    people = [Thing(f"person/{n:03}", Kind.PERSON, f"Person {n}") for n in range(800)]
    seats = tuple(Seat(person.key, boards[n % 40].key) for n, person in enumerate(people))
    page = opened(View((*boards, *people), seats))
    assert not page.is_checked("#kinds input[value=person]")
    page.fill("#search", "Board 7")
    page.keyboard.press("Enter")
    assert "Members (20)" in page.locator("#panel").inner_text()
    assert page.get_by_role("button", name="Unfold its members").is_visible()

"""The pages in a real browser; skipped where there is none.

With the path of axe-core's script in WHOSAT_AXE, every kind of page is checked for barriers as well.
"""

from __future__ import annotations

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pages
import pytest

from whosat.graph.server.app import application

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = os.environ.get("WHOSAT_AXE", "")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
KINDS = {
    "home": "/",
    "search": "/search?q=harbour",
    "board": "/id/board/harbour-partnership-board",
    "person": "/id/person/zoe-o-briain",
    "organisation": "/id/organisation/quayside-council",
    "strategy": "/id/strategy/harbour-strategy-2008-2012",
    "list": "/browse/person",
    "documents": "/browse/document",
    "questions": "/questions",
    "question": "/questions/members?board=harbour+partnership",
    "ask": "/ask?q=who+chairs",
    "diagram": "/diagrams/board/harbour-partnership-board",
    "report": "/report",
    "changes": "/changes?since=2010&until=2011",
    "review": "/review",
    "editor": "/query?query=SELECT+*+WHERE+{?b+a+ws:Board}",
    "map": "/map",
    "nothing": "/nothing",
}


@dataclass
class Tab:
    """A tab of the browser on our server, and what went wrong in it."""

    page: Any
    address: str
    trouble: list[str] = field(default_factory=list)

    def go(self, path: str) -> Any:
        """Open a page by its path."""
        self.page.goto(self.address + path)
        return self.page


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("browser")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    import uvicorn

    taken = socket.create_server(("127.0.0.1", 0))
    app = application(pages.serving(folder, edit=True))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]})
    thread.start()
    yield f"http://127.0.0.1:{taken.getsockname()[1]}"
    server.should_exit = True
    thread.join(20)
    taken.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


def _watched(browser: Any, address: str, **look: Any) -> tuple[Any, Tab]:
    context = browser.new_context(**look)
    tab = Tab(context.new_page(), address)
    trouble, page = tab.trouble, tab.page
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("dialog", lambda dialog: trouble.append(dialog.message))
    page.on("console", lambda told: trouble.append(told.text) if told.type == "error" else None)
    page.on(
        "request",
        lambda asked: None if asked.url.startswith((address, "data:")) else trouble.append(asked.url),
    )
    return context, tab


@pytest.fixture
def tab(browser: Any, address: str) -> Iterator[Tab]:
    """A tab; at the end there was no error in it and no request to another host."""
    context, made = _watched(browser, address, viewport={"width": 1280, "height": 850})
    yield made
    context.close()
    assert made.trouble == []


def test_search_suggests_by_keyboard_and_leads_to_the_page(tab: Tab) -> None:
    page = tab.go("/")
    page.fill("#site-search", "hpb")
    page.wait_for_selector("[role=option]")
    assert page.get_attribute("#site-search", "aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#site-search", "aria-activedescendant") == "found-0-0"
    page.keyboard.press("Enter")
    page.wait_for_url("**/id/board/harbour-partnership-board")
    assert page.inner_text("h1") == "Harbour Partnership Board"


def test_a_person_s_source_leads_to_its_line(tab: Tab) -> None:
    page = tab.go("/id/person/zoe-o-briain")
    assert page.inner_text("h1") == "Zoë Ó Briain"
    page.locator(".source").first.click()
    page.wait_for_selector("mark.asked")
    assert page.locator("ol mark.asked").first.inner_text().startswith("Zoë Ó Briain for Carl Ashdown")
    assert page.locator("li:target mark.asked").first.is_visible()


def test_a_question_is_filled_by_suggestion_and_answered(tab: Tab) -> None:
    page = tab.go("/questions/members")
    page.fill("#field-board", "harbour")
    page.locator("[role=option]", has_text="Harbour Partnership Board").click()
    page.click("form.fields button")
    page.wait_for_selector("#answer")
    assert "Ada Ferrier" in page.inner_text("table")


def test_the_map_leads_to_pages(tab: Tab) -> None:
    page = tab.go("/map")
    page.wait_for_selector("html[data-ready]")
    page.fill("#search", "Ada Ferrier")
    page.keyboard.press("Enter")
    page.get_by_text("Its page, with all sources").click()
    page.wait_for_url("**/id/person/ada-ferrier")
    assert page.inner_text("h1") == "Ada Ferrier"


def test_the_review_asks_and_writes_only_after_the_door(tab: Tab, folder: Path) -> None:
    page = tab.go("/review")
    assert page.locator("form[method=post]").count() == 0
    page = tab.go(f"/review/open?token={pages.TOKEN}")
    page.locator(".doubt").first.get_by_label("The same").check()
    page.locator(".doubt").first.get_by_role("button", name="Decide").click()
    page.wait_for_selector("[role=status]")
    assert "next build" in page.inner_text("[role=status]")
    assert "Dee Marlow" in (folder / "decisions.csv").read_text(encoding="utf-8")


def test_the_editor_runs_an_example_and_draws_it(tab: Tab) -> None:
    page = tab.go("/query")
    page.select_option("#example", label="Who chairs what")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#result table")
    assert "Carl Ashdown" in page.inner_text("#result table")
    page.click("#as-map")
    page.wait_for_selector("#drawing img")
    for _ in range(100):  # the page's policy lets no string be evaluated, so it can't wait by itself
        if page.eval_on_selector("#drawing img", "image => image.naturalWidth"):
            return
        page.wait_for_timeout(100)
    raise AssertionError("the picture was not drawn within ten seconds")


def test_hostile_names_break_no_page(tab: Tab) -> None:
    page = tab.go("/search?q=" + "eve")
    page.locator(".list a").first.click()
    assert page.inner_text("h1") == " ".join(pages.SCRIPT.split())
    page.fill("#site-search", "eve")
    page.wait_for_selector("[role=option]")
    assert page.locator("[role=option] bdi").first.inner_text() == pages.SCRIPT
    assert page.evaluate("window.broken") is None


@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_scrolls_sideways(browser: Any, address: str, width: int) -> None:
    context, tab = _watched(browser, address, viewport={"width": width, "height": 800})
    more = {"long": "/search?q=committee+x", "script": "/search?q=eve", "boards": "/browse/board"}
    for path in (KINDS | more).values():
        page = tab.go(path)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, path
    tab.go(more["long"]).locator(".list a").first.click()
    assert tab.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    context.close()


def test_all_but_map_and_editor_work_without_javascript(browser: Any, address: str) -> None:
    context, tab = _watched(browser, address, java_script_enabled=False)
    page = tab.go("/")
    page.fill("#big-search", "harbour")
    page.keyboard.press("Enter")
    page.locator("main .list a", has_text="Harbour Partnership Board").click()
    page.locator(".lead .source").first.click()
    assert page.locator("ol mark.asked").first.inner_text().startswith("Carl Ashdown (Chair)")
    page = tab.go("/questions/members")
    page.fill("#field-board", "harbour partnership")
    page.click("form.fields button")
    assert "Ada Ferrier" in page.inner_text("table")
    context.close()


@pytest.mark.skipif(not AXE, reason="WHOSAT_AXE names no axe-core")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_serious_barrier(browser: Any, address: str, scheme: str, width: int) -> None:
    script = Path(AXE).read_text(encoding="utf-8")
    context, tab = _watched(
        browser, address, viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    tab.go(f"/review/open?token={pages.TOKEN}")
    paper = tab.go("/browse/document").locator("main .list a").first.get_attribute("href")
    meeting = tab.go("/browse/meeting").locator("main .list a").first.get_attribute("href")
    found = []
    for path in (*KINDS.values(), paper, meeting):
        page = tab.go(path)
        page.add_script_tag(content=script)
        run = page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})")
        found += [(path, one["id"]) for one in run["violations"] if one["impact"] in ("serious", "critical")]
    context.close()
    assert found == []

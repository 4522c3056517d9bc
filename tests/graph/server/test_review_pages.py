"""Who may write through the pages, and what becomes of an answer."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pages
import pytest
from starlette.testclient import TestClient

from whosat.graph.server.app import application


@pytest.fixture
def editing(tmp_path: Path) -> Iterator[TestClient]:
    with TestClient(application(pages.serving(tmp_path, edit=True))) as made:
        yield made


def _enter(client: TestClient) -> str:
    """Open the door; gives the form token."""
    answer = client.get("/review/open", params={"token": pages.TOKEN})
    found = re.search(r'name="form_token" value="(\w+)"', answer.text)
    assert found
    return found[1]


def _doubts(client: TestClient) -> list[str]:
    return re.findall(r'aria-labelledby="doubt-(\w+)"', client.get("/review").text)


def _rows(folder: Path) -> list[dict[str, str]]:
    file = folder / "decisions.csv"
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines())) if file.exists() else []


def test_without_edit_nobody_writes(tmp_path: Path) -> None:
    with TestClient(application(pages.serving(tmp_path))) as client:
        page = client.get("/review").text
        assert "Dee Marlow / D Marlowe" in page and '<form class="fields"' not in page
        assert client.get("/review/open", params={"token": pages.TOKEN}).status_code == 403
        key = _doubts(client)[0]
        assert client.post(f"/review/{key}", data={"verdict": "same"}).status_code == 403
    assert _rows(tmp_path) == []


def test_an_answer_becomes_a_row_and_is_said_to_wait_for_the_build(
    editing: TestClient, tmp_path: Path
) -> None:
    token = _enter(editing)
    pair, initials, line = _doubts(editing)
    sent = editing.post(
        f"/review/{pair}", data={"form_token": token, "verdict": "different", "why": "two people"}
    )
    assert sent.status_code == 200 and "next build" in sent.text
    editing.post(f"/review/{initials}", data={"form_token": token, "choice": "Bo Lindqvist"})
    editing.post(
        f"/review/{line}", data={"form_token": token, "value": "Bo Lindqvist; Dockers' Trust; present"}
    )
    rows = _rows(tmp_path)
    assert [row["what"] for row in rows] == ["different", "initials", "line"]
    assert rows[0]["name"] == "Dee Marlow [harbour-2010-06.txt]" and rows[0]["why"] == "two people"
    assert rows[1]["other"] == "Bo Lindqvist" and rows[2]["value"].startswith("Bo Lindqvist;")
    assert _doubts(editing) == []
    again = editing.post(f"/review/{pair}", data={"form_token": token, "verdict": "same"})
    assert again.status_code == 404 and len(_rows(tmp_path)) == 3


@pytest.mark.parametrize("token", ["", "wrong", pages.TOKEN + "x", pages.TOKEN[:-1], "é"])
def test_only_the_token_opens_the_door(editing: TestClient, token: str) -> None:
    assert editing.get("/review/open", params={"token": token}).status_code == 403
    assert not editing.cookies


def test_a_form_of_another_site_or_without_its_token_writes_nothing(
    editing: TestClient, tmp_path: Path
) -> None:
    token = _enter(editing)
    key = _doubts(editing)[0]
    answer = {"form_token": token, "verdict": "same"}
    assert (
        editing.post(f"/review/{key}", data=answer, headers={"Origin": "http://evil.example"}).status_code
        == 403
    )
    assert editing.post(f"/review/{key}", data={"verdict": "same"}).status_code == 403
    assert editing.post(f"/review/{key}", data={"form_token": "x", "verdict": "same"}).status_code == 403
    editing.cookies.clear()
    assert editing.post(f"/review/{key}", data=answer).status_code == 403
    editing.cookies.set("whosat_review", pages.TOKEN)  # the token itself is no cookie
    assert editing.post(f"/review/{key}", data=answer).status_code == 403
    assert _rows(tmp_path) == []


def test_the_cookie_is_for_this_site_and_no_script(editing: TestClient) -> None:
    answer = editing.get("/review/open", params={"token": pages.TOKEN}, follow_redirects=False)
    assert answer.status_code == 303
    cookie = answer.headers["Set-Cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie and pages.TOKEN not in cookie


def test_an_answer_that_is_none_writes_nothing(editing: TestClient, tmp_path: Path) -> None:
    token = _enter(editing)
    pair, initials, _ = _doubts(editing)
    assert editing.post(f"/review/{pair}", data={"form_token": token, "verdict": "forget"}).status_code == 400
    assert editing.post(f"/review/{initials}", data={"form_token": token}).status_code == 400
    assert editing.post("/review/nothing", data={"form_token": token, "verdict": "same"}).status_code == 404
    assert editing.post(f"/review/{pair}", content=b"x" * 70_000).status_code in (403, 413)
    assert _rows(tmp_path) == []

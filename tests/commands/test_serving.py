"""`whosat serve` says at once what keeps it from serving, and hands the pages what they need."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import urllib.request
from dataclasses import replace
from pathlib import Path

import harbour
import pytest

from whosat.commands.cache import Cache
from whosat.commands.serving import _listening, _shown, hear, open_doubts, texts_of
from whosat.graph.store import open_store
from whosat.ontology.errors import InputError, NoStore
from whosat.ontology.records import to_lines
from whosat.ontology.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    folder = harbour.store_on_disk(tmp_path / "store", harbour.june(), harbour.october())
    for document in (harbour.june(), harbour.october()):
        Cache(folder / "cache").put(document.sha256, list(to_lines(document)))
    return Settings(store=folder, decisions=tmp_path / "decisions.csv")


def test_a_taken_port_is_said_with_what_to_do() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(InputError, match=f"port {port}") as error:
            _listening("127.0.0.1", port)
    assert "--port" in error.value.remedy


def test_an_address_that_is_not_ours_is_said() -> None:
    with pytest.raises(InputError, match="nosuch"):
        _listening("nosuch.invalid", 0)


@pytest.mark.parametrize(
    ("host", "address"),
    [("127.0.0.1", "http://127.0.0.1:80"), ("0.0.0.0", "http://127.0.0.1:80"), ("::1", "http://[::1]:80")],
)
def test_the_printed_address_can_be_opened(host: str, address: str) -> None:
    assert _shown(host, 80) == address


def test_texts_come_from_what_the_build_kept(settings: Settings) -> None:
    texts = texts_of(settings)
    assert texts(harbour.june().sha256) == harbour.JUNE.replace("01999 555 010", "█████ ███ ███")
    assert texts("no such hash") is None


def test_texts_come_without_contact_details(settings: Settings) -> None:
    text = harbour.JUNE + "\nWrite to Dee Marlow, 01632 960123 or d.marlow@quayside.example.\n"
    document = replace(harbour.october(), text=text, sha256="cd" * 32)
    Cache(settings.store / "cache").put(document.sha256, list(to_lines(document)))
    told = texts_of(settings)(document.sha256)
    assert told is not None and len(told) == len(text)
    assert told.endswith("\nWrite to Dee Marlow, █████ ██████ or █████████████████████████.\n")


def test_the_review_lists_what_is_doubtful(settings: Settings, tmp_path: Path) -> None:
    assert set(open_doubts(settings).files.values()) == {"harbour-2010-06.txt", "harbour-2010-10.txt"}
    with pytest.raises(NoStore):
        open_doubts(Settings(store=tmp_path / "none"))


def test_plain_words_become_a_question(settings: Settings) -> None:
    with open_store(settings.store) as store:
        sure = hear(store, "Who chairs the Harbour Partnership Board?").sure
        assert sure and sure.question == "chairs"
        assert sure.arguments == {"board": f"{harbour.BASE}/board/harbour-partnership-board"}
        unsure = hear(store, "Who painted the Harbour Partnership Board blue?")
        assert unsure.sure is None and unsure.doubt


def test_it_serves_on_this_computer_alone_and_prints_where(settings: Settings) -> None:
    command = [
        sys.executable,
        "-m",
        "whosat",
        "serve",
        "--store",
        str(settings.store),
        "--port",
        "0",
        "--edit",
    ]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment
    ) as server:
        assert server.stdout is not None
        try:
            address = re.search(r"http://127\.0\.0\.1:\d+/", server.stdout.readline())
            assert address
            opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
            with opener.open(address[0], timeout=20) as answer:
                assert "Harbour Partnership Board" in answer.read().decode()
            assert "/review/open?token=" in server.stdout.readline()
        finally:
            server.terminate()
            server.communicate(timeout=20)

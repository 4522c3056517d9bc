"""The documentation is true: every command is told of, every example can be typed, links lead somewhere."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.main import get_command

from whosat import cli

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md")))
COMMANDS = get_command(cli.app).commands  # type: ignore[attr-defined]

_BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.M | re.S)
_SPAN = re.compile(r"`([^`\n]+)`")
_START = re.compile(r"(?:[.\w\\/]*[/\\])?whosat (?=[a-z])")
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def _text(page: Path) -> str:
    return page.read_text("utf-8")


def _examples() -> Iterator[tuple[str, list[str]]]:
    """Each command line in a block, or between backticks in the text, as the words typed after `whosat`."""
    for page in PAGES:
        blocks = _BLOCK.findall(_text(page))
        lines = [line for block in blocks for line in block.splitlines()]
        for line in [*lines, *_SPAN.findall(_BLOCK.sub("", _text(page)))]:
            if start := _START.match(line):
                words = shlex.split(line[start.end() :], comments=True)
                yield page.name, [word for word in words if word != "…"]


EXAMPLES = sorted({(page, tuple(words)) for page, words in _examples()})


def _told(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """What an example stands for: "a|b|c" is each of them in turn."""
    at = next((n for n, word in enumerate(words) if re.fullmatch(r"\w+(\|\w+)+", word)), None)
    return [words] if at is None else [(*words[:at], one, *words[at + 1 :]) for one in words[at].split("|")]


def test_there_are_examples() -> None:
    assert len([page for page, _ in EXAMPLES if page == "README.md"]) > 15


@pytest.mark.parametrize(("page", "words"), EXAMPLES, ids=lambda value: " ".join(value) if value else "")
def test_every_example_can_be_typed(page: str, words: tuple[str, ...]) -> None:
    for name, *rest in _told(words):
        assert name in COMMANDS, f"{page} names a command that is not there"
        options = {option for p in COMMANDS[name].params for option in p.opts}
        if len(words) == 1 or {word for word in rest if word.startswith("-")} == set(rest):
            assert set(rest) <= options  # the command or an option is only spoken of
        else:
            COMMANDS[name].make_context(name, list(rest))


def test_every_command_is_told_of_in_the_documentation() -> None:
    everything = "\n".join(map(_text, PAGES[:1] + PAGES[2:]))
    assert [name for name in COMMANDS if f"whosat {name}" not in everything] == []


def test_every_command_and_option_explains_itself() -> None:
    for name, command in COMMANDS.items():
        assert command.help, name
        for parameter in command.params:
            assert getattr(parameter, "help", ""), f"{name} {parameter.name}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    inside = [link.partition("#")[0] for link in _LINK.findall(_text(page)) if "://" not in link]
    assert [link for link in inside if link and not (page.parent / link).is_file()] == []


def test_every_page_of_the_documentation_is_listed() -> None:
    listed = set(_LINK.findall("\n".join(map(_text, PAGES))))
    assert [page.name for page in PAGES[2:] if not {page.name, f"docs/{page.name}"} & listed] == []


def test_every_verb_of_the_makefile_is_real_and_told_of() -> None:
    text = _text(ROOT / "Makefile")
    rules = set(re.findall(r"^([a-z][a-z-]*):", text, re.M))
    phony = next(line for line in text.splitlines() if line.startswith(".PHONY:"))
    assert set(phony.split()[1:]) == rules
    told = set(re.findall(r"\bmake ([a-z][a-z-]*)", "\n".join(map(_text, PAGES))))
    assert {"demo", "test", "evaluate", "bench", "model", "pictures", "clean"} <= told & rules


def test_the_folders_that_are_told_of_are_there() -> None:
    house = _text(ROOT / "docs" / "house.md")
    named = set(re.findall(r"`([a-z_]+/|[a-z_/]+\.py)`", house))
    places = [ROOT, ROOT / "extract", ROOT / "graph", ROOT / "ontology"]
    assert {"commands/", "extract/", "graph/", "ontology/", "facts_from.py"} <= named
    assert [name for name in sorted(named) if not any((place / name).exists() for place in places)] == []
    for folder in ROOT.iterdir():
        if (folder / "__init__.py").is_file():
            assert f"{folder.name}/" in named


def test_the_version_is_the_one_that_the_changelog_ends_with() -> None:
    assert f"## {cli.__version__}\n" in _text(ROOT / "CHANGELOG.md")
    assert f'version = "{cli.__version__}"' in _text(ROOT / "pyproject.toml")

"""Questions on the command line and for an assistant, over a small invented graph."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import harbour
import pytest
from typer.testing import CliRunner, Result

from whosat.cli import app
from whosat.commands.assistant import answer_to, server
from whosat.extract.asking.cues import DATED, SIGNATURES
from whosat.graph.questions import questions
from whosat.ontology.errors import WhosatError


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return harbour.store_on_disk(tmp_path_factory.mktemp("asking") / "store")


def _run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(app, [*words, "--store", str(folder)])


def test_plain_words_say_what_was_understood_and_show_the_lines(folder: Path) -> None:
    result = _run(folder, "ask", "who chairs the Harbour Partnership Board in October 2010?")
    assert result.exit_code == 0, result.output
    assert "Understood: Who chairs what: Harbour Partnership Board (2010-10)" in result.output
    assert "Carl Ashdown" in result.output
    assert "harbour-2010-10.txt:3 “Carl Ashdown (Chair) – Ferry Users Forum”" in result.output


def test_since_when_and_who_was_away_are_asked_in_plain_words(folder: Path) -> None:
    when = _run(folder, "ask", "since when has Carl Ashdown been on the Harbour Partnership Board?")
    assert "Understood: Since when somebody sits on a board" in when.output
    assert "4 Jun 2010" in when.output
    assert "harbour-2010-06.txt" in when.output
    away = _run(folder, "ask", "who sent apologies in June 2010?")
    assert "As a command: whosat question absences --since 2010-06 --until 2010-06" in away.output
    assert "Carl Ashdown" in away.output
    assert "Bo Lindqvist" not in away.output
    left = _run(folder, "ask", "who left in 2010?")
    assert "As a command: whosat question joined-left --since 2010 --until 2010" in left.output


def test_the_command_it_names_gives_the_same(folder: Path) -> None:
    asked = _run(folder, "ask", "--json", "what actions does Bo Lindqvist have?")
    named = _run(folder, "question", "actions", "--person", "Bo", "--json")
    assert asked.exit_code == named.exit_code == 0
    assert json.loads(asked.output) == json.loads(named.output)
    assert json.loads(named.output)[0]["action"] == "cost the slipway by 1 July 2010"


@pytest.mark.parametrize(
    "words", ["who sits on the Moon Board", "how heavy is the Harbour Partnership Board", "hello"]
)
def test_what_is_not_understood_is_not_answered(folder: Path, words: str) -> None:
    result = _run(folder, "ask", words)
    assert result.exit_code != 0
    assert isinstance(result.exception, WhosatError)
    assert result.output == ""


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["members", "--board", "Nowhere"], "Nobody and nothing is called"),
        (["members", "--board", "HPB", "--at", "yesterday"], "is no date"),
        (["members", "--board", "HPB", "--at", "2010", "--since", "2009"], "span of time"),
        (["inactive", "--at", "2010"], "takes no dates"),
        (["nothing"], "no question called"),
    ],
)
def test_mistakes_are_told_in_a_sentence(folder: Path, arguments: list[str], says: str) -> None:
    result = _run(folder, "question", *arguments)
    assert result.exit_code != 0
    assert says in str(result.exception)


def test_a_tool_for_each_question_and_sources_in_each_answer(folder: Path) -> None:
    found = answer_to(folder, "members", {"board": "hpb", "until": "2010"})
    assert [row["person"] for row in found["rows"]] == ["Ada Ferrier", "Bo Lindqvist", "Carl Ashdown"]
    assert all(row["sources"] for row in found["rows"])
    with pytest.raises(WhosatError, match="Nobody and nothing"):
        answer_to(folder, "members", {"board": "Nowhere"})


def test_an_assistant_lists_and_calls_the_tools(folder: Path) -> None:
    from mcp import Client

    async def talk() -> tuple[set[str], bool, str, str]:
        async with Client(server(folder)) as client:
            tools = await client.list_tools()
            read_only = all(tool.annotations and tool.annotations.read_only_hint for tool in tools.tools)
            good = await client.call_tool("chairs", {})
            bad = await client.call_tool("members", {"board": 'x" } DROP ALL'})
            assert bad.is_error
            return {tool.name for tool in tools.tools}, read_only, good.content[0].text, bad.content[0].text

    names, read_only, good, bad = asyncio.run(talk())
    assert names == {entry.name for entry in questions()}
    assert read_only
    assert "Ada Ferrier (Chair) – Quayside Council" in good
    assert "Nobody and nothing is called" in bad


def test_the_report_is_written_with_its_picture(folder: Path, tmp_path: Path) -> None:
    page, text = tmp_path / "report.html", tmp_path / "report.md"
    for output in (page, text):
        assert _run(folder, "analyse", "--output", str(output)).exit_code == 0
    assert "data:image/svg+xml;base64," in page.read_text(encoding="utf-8")
    assert (tmp_path / "report.svg").is_file()
    assert "No paper says who chairs Tidal Skills Group" in text.read_text(encoding="utf-8")
    assert _run(folder, "analyse", "--output", str(tmp_path / "report.doc")).exit_code != 0


def test_the_questions_that_take_dates_are_those_that_plain_words_may_date() -> None:
    dated = {q.name for q in questions() if "since" in {p.name for p in q.parameters}}
    assert dated == DATED
    assert {q.name for q in questions()} == set(SIGNATURES)


def test_an_empty_answer_says_so_and_a_date_too_old_is_no_silence(folder: Path) -> None:
    result = _run(folder, "question", "members", "--board", "HPB", "--at", "1901")
    assert result.exit_code == 0
    assert "paper that was read says anything on this." in result.output
    with pytest.raises(WhosatError, match="is no date"):
        answer_to(folder, "members", {"board": "HPB", "since": "rubbish"})
    with pytest.raises(WhosatError, match="takes no at"):
        answer_to(folder, "members", {"board": "HPB", "at": "2010"})


def test_a_comparison_with_nothing_on_one_side_says_why(folder: Path) -> None:
    result = _run(folder, "diff", "HPB", "--from", "1901", "--to", "1950")
    assert result.exit_code == 0
    assert "too little to compare" in result.output
    told = _run(folder, "diff", "HPB", "--from", "2010-06", "--to", "2010-10")
    assert "too little" not in told.output

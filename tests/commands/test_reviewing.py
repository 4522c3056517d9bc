"""`whosat review` at the terminal: answers checked, explained and taken back."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from whosat.commands.reviewing import ask_all
from whosat.graph.decisions import append, decision, take_back
from whosat.graph.doubts import Doubt, DoubtKind
from whosat.ontology.facts import DocumentFacts, Mention, Proposal, Ruling, Verdict

ASHDOWN, ELLISON = Mention("ab", "G. Ashdown"), Mention("cd", "Gwen Ashdown")
DOCUMENTS = (DocumentFacts("first.txt", "ab", "txt", ""), DocumentFacts("second.txt", "cd", "txt", ""))
PAIR = Doubt(
    DoubtKind.PAIR, 2, "G. Ashdown / Gwen Ashdown", "an initial", "first.txt",
    proposal=Proposal(ASHDOWN, ELLISON, Verdict.UNSURE, 0.5),
)  # fmt: skip
LINE = Doubt(DoubtKind.LINE, 1, "Brandt", "no name", "first.txt")
INITIALS = Doubt(DoubtKind.INITIALS, 1, "NO", "of nobody", "first.txt", suggestions=("Nathan Orrell",))

Answers = Callable[..., tuple[list[dict[str, str]], str]]


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Answers:
    """The rows that what is typed leaves in the file, and what was told."""
    file = tmp_path / "decisions.csv"

    def answers(typed: str, *doubts: Doubt) -> tuple[list[dict[str, str]], str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        ask_all(doubts, DOCUMENTS, file, "ann")
        written = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        return list(csv.DictReader(written)), capsys.readouterr().out

    return answers


@pytest.mark.parametrize("typed", ["y", "x", "1", "yes"])
def test_what_is_no_answer_to_a_pair_is_asked_again(answered: Answers, typed: str) -> None:
    rows, told = answered(f"{typed}\ns\n\n\n", PAIR)
    assert [row["what"] for row in rows] == ["same"]
    assert f"“{typed}” is no answer here" in told


@pytest.mark.parametrize("typed", ["l", "1", "same", "Ann; Mill; presnt", "Ann 5"])
def test_what_is_no_line_is_asked_again(answered: Answers, typed: str) -> None:
    rows, told = answered(f"{typed}\nLucille Brandt; Larkspur; absent\n\n", LINE)
    assert [row["value"] for row in rows] == ["Lucille Brandt; Larkspur; absent"]
    assert "Type ? for help." in told


@pytest.mark.parametrize(("typed", "whom"), [("1", "Nathan Orrell"), ("Neil Oakes", "Neil Oakes")])
def test_initials_stand_for_a_number_or_a_full_name(answered: Answers, typed: str, whom: str) -> None:
    rows, told = answered(f"2\nl\nNeil\n{typed}\n\n", INITIALS)
    assert [row["other"] for row in rows] == [whom]
    assert "There is no name 2: there are 1." in told
    assert "“Neil” is no full name." in told


def test_every_question_explains_itself(answered: Answers) -> None:
    for doubt, words in ((PAIR, "s: both are one"), (LINE, "- says that the line"), (INITIALS, "the number")):
        rows, told = answered("?\nq\n", doubt)
        assert not rows
        assert words in told


def test_the_last_answer_is_taken_back_and_asked_again(answered: Answers) -> None:
    rows, told = answered("u\ns\ntwice\nu\nd\n\n-\nq\n", PAIR, LINE)
    assert [(row["what"], row["value"]) for row in rows] == [("different", ""), ("line", "-")]
    assert "There is no answer to take back." in told
    assert "Taken back: G. Ashdown [first.txt] and Gwen Ashdown [second.txt] are one" in told
    assert "2 decisions added" in told


def test_the_very_last_answer_can_be_taken_back_too(answered: Answers) -> None:
    rows, told = answered("-\nu\nLucille Brandt\n\n", LINE)
    assert [row["value"] for row in rows] == ["Lucille Brandt"]
    assert "That was the last question." in told


def test_where_the_input_ends_the_answers_stay(answered: Answers) -> None:
    rows, told = answered("s\nbecause\n", PAIR, LINE)
    assert [(row["what"], row["why"]) for row in rows] == [("same", "because")]
    assert "1 decision added" in told


def test_a_row_is_taken_out_and_no_other_byte(tmp_path: Path) -> None:
    file = tmp_path / "decisions.csv"
    file.write_text('what,name,other,value\r\n# mine\r\nsame,"A\r\nB",C,\r\n', encoding="utf-8", newline="")
    before = file.read_bytes()
    row = decision(Ruling.SAME, name="D", other="E\nF")
    append(file, [row])
    assert take_back(file, row)
    assert file.read_bytes() == before
    assert not take_back(file, row)

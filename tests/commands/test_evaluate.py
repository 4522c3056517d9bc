"""`whosat evaluate`: figures as a table and as JSON, and plain words where it is asked for nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from whosat.commands import evaluate
from whosat.extract.evaluation.generate import write_samples
from whosat.ontology.errors import InputError

RUN = CliRunner()


@pytest.fixture(scope="module")
def app() -> typer.Typer:
    made = typer.Typer()
    evaluate.register(made)
    return made


def test_generated_documents_are_scored(app: typer.Typer) -> None:
    told = json.loads(RUN.invoke(app, ["--generated", "3", "--json"]).stdout)
    assert told["documents"] == 3
    assert told["kinds"]["attendee"]["gold"] > 0
    assert len(told["each"]) == 3


def test_a_folder_of_gold_is_scored_with_its_misses(app: typer.Typer, tmp_path: Path) -> None:
    write_samples(tmp_path, seed=6, count=2)
    missing = tmp_path / "gold" / "9999-gone.json"
    missing.write_text(
        '{"meeting": {}, "attendance": [{"person": "Ida Brown", "status": "present"}]}', "utf-8"
    )
    result = RUN.invoke(app, [str(tmp_path / "gold"), "--layout", "--misses"])
    assert result.exit_code == 0
    assert "9999-gone: no document of this name was found" in result.stderr
    assert "missed   attendee: Ida Brown" in result.stdout
    assert "attendee+status" in result.stdout


def test_identities_are_scored(app: typer.Typer) -> None:
    kinds = json.loads(RUN.invoke(app, ["--identities", "--json"]).stdout)["kinds"]
    assert kinds["people"]["precision"] >= 0.99
    assert kinds["people"]["recall"] >= 0.95
    assert kinds["namesakes kept apart"]["recall"] >= 0.99
    assert kinds["people whose names need initials"]["precision"] >= 0.99
    assert kinds["bodies"]["precision"] >= 0.97
    assert kinds["bodies"]["recall"] >= 0.93


def test_nothing_to_evaluate_is_said(app: typer.Typer) -> None:
    with pytest.raises(InputError, match="nothing to evaluate"):
        RUN.invoke(app, [], catch_exceptions=False)
    with pytest.raises(InputError, match="no half"):
        RUN.invoke(app, ["--generated", "1", "--half", "third"], catch_exceptions=False)

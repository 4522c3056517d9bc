"""The recipe: a run of a few steps ends in a pipeline that labels, and in scores."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from whosat.extract.components import labels
from whosat.extract.model import train

pytest.importorskip("faker")


def test_a_short_run_makes_a_pipeline_and_scores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, scores = tmp_path / "weights", tmp_path / "scores.json"
    arguments = ["--documents", "24", "--steps", "2", "--trial-steps", "0", "--scored", "8"]
    monkeypatch.setattr("sys.argv", ["train", *arguments, "--out", str(out), "--scores", str(scores)])
    train.main()
    assert json.loads(scores.read_text(encoding="utf-8"))["shipped"]["steps"] == 2
    assert str(tmp_path) not in (out / "config.cfg").read_text(encoding="utf-8")
    nlp = labels.trained(str(out))
    assert nlp is not None
    assert nlp.pipe_names == ["tok2vec", "ner"]
    labels.labels_in("Present: Ann Lee", [(0, 16)], nlp)


def test_slots_become_entities() -> None:
    doc = train.labelled(
        train.blank(), "Ann Lee (AL)", [(0, 7, "PERSON"), (9, 11, "INITIALS"), (1, 2, "ORG")]
    )
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Ann Lee", "PERSON"), ("AL", "INITIALS")]

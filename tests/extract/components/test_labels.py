"""ws_labels: our model on a simple roster, any other pipeline in its place, and what goes wrong."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from whosat.extract import pipeline
from whosat.extract.components import labels
from whosat.extract.model import tags
from whosat.ontology.errors import SettingsError

ROSTER = """Present:
Ann Lee (AL) – Northtown Borough Council (Chair)
Bo Kim – Eastshire Wildlife Trust (deputising for Cy Day)
Dr Eve Fox, Head of Housing, Westvale Homes

Apologies: Gus Hay (Police), Ida Jay
"""


@pytest.fixture
def tiny(tmp_path: Path) -> str:
    """A pipeline of spaCy made here, with the labels of general pipelines."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "PER", "pattern": "Ann Lee"},
            {"label": "ORG", "pattern": "Northtown Borough Council"},
            {"label": "GPE", "pattern": "Eastshire"},
            {"label": "MONEY", "pattern": "Ida"},
        ]
    )
    path = tmp_path / "tiny"
    nlp.to_disk(path)
    return str(path)


def read(text: str, model: str | None = None, region: tuple[int, int] | None = None) -> Doc:
    nlp = spacy.blank("en")
    doc = nlp.make_doc(text)
    if region is not None:
        doc.spans["roster"] = [doc.char_span(*region, label="ATTENDANCE", alignment_mode="expand")]
    return labels.RosterLabels(model)(doc)


def slots(doc: Doc) -> set[tuple[str, str]]:
    return {(doc.text[label.start : label.end], label.label) for label in doc._.labels}


def test_another_pipeline_by_path_and_its_labels_become_ours(tiny: str) -> None:
    doc = read(ROSTER, tiny)
    assert slots(doc) == {
        ("Ann Lee", tags.PERSON),
        ("Northtown Borough Council", tags.ORG),
        ("Eastshire", tags.PLACE),
    }
    assert next((span.text, span.label_) for span in doc.spans["labels"]) == ("Ann Lee", tags.PERSON)


def test_only_regions_are_read(tiny: str) -> None:
    text = "Ann Lee spoke.\n\n" + ROSTER + "\nBo Kim – Westvale Homes" * 9
    doc = read(text, tiny, region=(16, len(text)))
    assert [label.start for label in doc._.labels if label.label == tags.PERSON] == [25]


def test_regions_that_touch_are_read_once(tiny: str) -> None:
    doc = spacy.blank("en").make_doc(ROSTER + ROSTER)
    doc.spans["roster"] = [doc[0:12], doc[6:20], doc[20:]]
    assert labels.regions(doc) == [(0, 2 * len(ROSTER))]


def test_long_regions_are_cut_at_line_ends() -> None:
    text = "Ann Lee\n" * 3_000
    pieces = list(labels.chunks(text, 0, len(text)))
    assert "".join(text[start:end] for start, end in pieces) == text
    assert all(text[end - 1] == "\n" for _, end in pieces)


def test_scores_of_a_span_categoriser_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    @Language.component("test_scored_spans")
    def scored(doc: Doc) -> Doc:
        span = doc.char_span(0, 7, label="PERSON")
        doc.spans["sc"] = SpanGroup(doc, name="sc", spans=[span], attrs={"scores": [0.75]})
        return doc

    nlp = spacy.blank("en")
    nlp.add_pipe("test_scored_spans")
    assert labels.labels_in("Ann Lee", [(0, 7)], nlp) == (labels.Label(0, 7, tags.PERSON, "", 0.75),)


def test_a_missing_pipeline_is_one_sentence() -> None:
    with pytest.raises(SettingsError, match="no folder and no installed package") as raised:
        labels.RosterLabels("en_no_such_pipeline")
    assert raised.value.remedy


def test_a_folder_that_is_no_pipeline_is_one_sentence(tmp_path: Path) -> None:
    component = labels.RosterLabels(str(tmp_path))
    with pytest.raises(SettingsError, match="can't be loaded"):
        component(spacy.blank("en").make_doc("Ann Lee"))


def test_our_model_reads_a_simple_roster() -> None:
    found = slots(read(ROSTER))
    assert {
        ("Ann Lee", tags.PERSON),
        ("AL", tags.INITIALS),
        ("Northtown Borough Council", tags.ORG),
        ("Chair", tags.ROLE),
        ("Bo Kim", tags.PERSON),
        ("deputising for", tags.DEPUTY),
        ("Cy Day", tags.PRINCIPAL),
        ("Dr", tags.TITLE),
        ("Eve Fox", tags.PERSON),
        ("Head of Housing", tags.JOB),
        ("Apologies", tags.STATUS),
        ("Ida Jay", tags.PERSON),
    } <= found


def test_our_model_tells_statuses_apart() -> None:
    kinds = {label.kind for label in read(ROSTER)._.labels if label.label == tags.STATUS}
    assert kinds == {"present", "apologies"}


def test_our_model_ships_and_is_small() -> None:
    size = sum(path.stat().st_size for path in labels.WEIGHTS.rglob("*") if path.is_file())
    assert 0 < size < 15_000_000


def test_nothing_to_read() -> None:
    doc = read("  \n ")
    assert doc._.labels == ()
    assert list(doc.spans["labels"]) == []


def test_the_component_is_registered_under_its_name(tiny: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("ws_labels", config={"model": tiny})
    assert ("Ann Lee", tags.PERSON) in slots(nlp(ROSTER))


def test_a_fingerprint_follows_the_content(tiny: str) -> None:
    before = labels.fingerprint(tiny)
    assert before == labels.fingerprint(tiny)
    (Path(tiny) / "meta.json").write_text("{}", encoding="utf-8")
    assert labels.fingerprint(tiny) != before
    assert labels.fingerprint(None) == ""


def test_what_was_read_with_a_model_is_known_by_its_content_not_its_place(tiny: str) -> None:
    own, before = pipeline.version(pipeline.load()), pipeline.version(pipeline.load(tiny))
    assert before.startswith(f"{own}+{Path(tiny).name}-")
    assert str(Path(tiny).parent) not in before
    (Path(tiny) / "meta.json").write_text(
        (Path(tiny) / "meta.json").read_text(encoding="utf-8") + "\n", encoding="utf-8"
    )
    assert pipeline.version(pipeline.load(tiny)) != before


def test_a_run_of_marks_takes_no_quadratic_time() -> None:
    nlp = labels.trained(None)
    assert nlp is not None
    text = "Present: Ann Lee " + "(" * 8_000
    began = time.process_time()
    labels.labels_in(text, [(0, len(text))], nlp)
    assert time.process_time() - began < 10

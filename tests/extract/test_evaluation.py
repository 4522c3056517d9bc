"""Test documents: the same for the same seed, and each truth is borne out by the text."""

from __future__ import annotations

import io
import json
import random
import sys
import unicodedata
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from whosat.extract.evaluation.generate import Sample, meeting, sample, samples, write_samples
from whosat.extract.evaluation.identities import identities
from whosat.extract.evaluation.identity_score import (
    identity_scores,
    kept_apart,
    pairwise,
    wrongly_apart,
    wrongly_joined,
)
from whosat.extract.evaluation.layouts import Layout, all_layouts
from whosat.extract.evaluation.report import as_json, by_group, by_kind, details
from whosat.extract.evaluation.run import pairs, scores
from whosat.extract.evaluation.writers import FORMATS
from whosat.extract.names import is_given_name, is_surname
from whosat.extract.scoring import Tally
from whosat.ontology.errors import InputError, NothingToRead
from whosat.ontology.facts import DocumentFacts, Mention

LAYOUTS = all_layouts()


def text_of(one: Sample, suffix: str) -> str:
    """The words of a sample, by the plainest means there is for its format."""
    if suffix == "docx":
        document = Document(io.BytesIO(one.data))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    if suffix == "pdf":
        document = pypdfium2.PdfDocument(one.data)
        text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
        document.close()
        return text
    return one.data.decode("utf-8")


def squeezed(text: str) -> str:
    """Letters only, so that line ends, cells and entities of a format do not matter."""
    plain = text.replace("&#x27;", "'").replace("&amp;", "&")
    return "".join(letter for letter in unicodedata.normalize("NFC", plain).casefold() if letter.isalnum())


def test_the_halves_share_no_layout() -> None:
    develop, judge, reserve = (
        {one.name for one in all_layouts(half)} for half in ("develop", "judge", "reserve")
    )
    assert len(develop) >= 50
    assert len(judge) >= 30
    assert len(reserve) >= 10
    assert not develop & judge
    assert not reserve & (develop | judge)
    assert develop | judge | reserve == {one.name for one in LAYOUTS}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_everybody_in_the_truth_stands_in_the_document(layout: Layout) -> None:
    one = sample(random.Random(f"5 {layout.name}"), layout, "txt", 0)
    text = squeezed(text_of(one, "txt"))
    for attendee in one.gold["attendance"]:
        parts = [squeezed(part) for part in attendee["person"].split()]
        assert all(part in text for part in parts), attendee
        assert squeezed(attendee["organisation"] or "") in text
        assert all(squeezed(part) in text for part in (attendee["deputises_for"] or "").split())
    names = [attendee["person"] for attendee in one.gold["attendance"]]
    assert len(names) == len(set(names))
    assert sum(bool(attendee["chair"]) for attendee in one.gold["attendance"]) <= 1


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_layout_tells_of_everybody(layout: Layout) -> None:
    for seed in range(3):
        sheet = meeting(random.Random(f"{seed} {layout.name}"), layout)
        layout.write(sheet)
        told = {(entry["status"], entry["person"].split()[-1]) for entry in sheet.told}
        assert told == {(one.status, one.person.full.split()[-1]) for one in sheet.people}


@pytest.mark.parametrize("suffix", FORMATS)
def test_formats_hold_the_same_words_and_are_the_same_each_time(suffix: str) -> None:
    for one, again in zip(samples(3, 6, "both", (suffix,)), samples(3, 6, "both", (suffix,)), strict=True):
        assert one == again
        assert one.name.endswith(f".{suffix}")
        text = squeezed(text_of(one, suffix))
        assert squeezed(one.gold["meeting"]["body"]) in text
        for attendee in one.gold["attendance"]:
            assert squeezed(attendee["person"].split()[-1]) in text


def test_a_format_whose_library_is_missing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "whosat.extract.evaluation.writers.pdf", raising=False)
    monkeypatch.setitem(sys.modules, "reportlab.lib.pagesizes", None)
    with pytest.raises(InputError, match="Test documents in pdf need"):
        next(samples(1, 1, "both", ("pdf",)))


def test_seeds_differ() -> None:
    assert next(samples(1, 1)).data != next(samples(2, 1)).data


def test_the_chair_is_told_somewhere() -> None:
    for one in samples(8, 60, "both", ("md",)):
        if any(attendee["chair"] for attendee in one.gold["attendance"]):
            text = one.data.decode("utf-8").lower()
            assert any(word in text for word in ("chair", "presiding", "convener", "in the chair"))


def test_samples_are_written_and_scored(tmp_path: Path) -> None:
    assert write_samples(tmp_path, seed=2, count=4) == 4
    found = pairs(tmp_path / "gold")
    assert [one.document is not None for one in found] == [True] * 4
    nothing = list(scores(found, lambda _: DocumentFacts("", "", "", "")))
    assert all(score.tallies["attendee"].recall == 0 for score in nothing)
    assert {score.layout for score in nothing} == {one.gold["layout"] for one in found}
    assert "attendee" in "\n".join(by_kind(nothing))
    assert len(by_group(nothing, lambda score: score.layout, "layout")) == 5
    assert any("missed   attendee" in line for line in details(nothing))
    assert json.loads(json.dumps(as_json(nothing)))["documents"] == 4


def test_bad_folders_are_said_to_be_bad(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no folder"):
        pairs(tmp_path / "none")
    with pytest.raises(NothingToRead, match="no gold files"):
        pairs(tmp_path)
    (tmp_path / "a.json").write_text("[1", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.json is no gold file"):
        pairs(tmp_path)
    (tmp_path / "a.json").write_text("[1]", encoding="utf-8")
    with pytest.raises(InputError, match="holds no object"):
        pairs(tmp_path)


def test_identities_are_the_same_for_a_seed_and_hold_together() -> None:
    known = identities(4, 40)
    assert known.documents == identities(4, 40).documents
    assert len(known.documents) == 40
    for document in known.documents:
        names = [entity.name for entity in document.entities]
        assert len(names) == len(set(names))
        for attendance in document.attendances:
            assert attendance.person in names
            assert attendance.representing in names
        for entity in document.entities:
            for passage in entity.evidence.passages:
                assert document.text[passage.start : passage.end] == passage.quote
            mention = Mention(document.sha256, entity.name)
            assert mention in known.people or mention in known.bodies
    assert known.initialled
    assert known.namesakes
    assert known.renamed


def test_identity_scores_know_right_from_wrong() -> None:
    known = identities(4, 60)
    truth = known.people | known.bodies
    assert all(tally.f1 == 1 for tally in identity_scores(truth, known).values())
    one = dict.fromkeys(truth, "all one")
    assert pairwise(one, known.people).recall == 1
    assert pairwise(one, known.people).precision < 0.2
    assert kept_apart(one, known.people, known.people).recall == 0
    assert wrongly_joined(one, known.people)
    assert not wrongly_joined(truth, known.people)
    apart = pairwise({}, known.people)
    assert (apart.right, apart.found) == (0, 0)
    assert wrongly_apart({}, known.people)


def test_pairs_among_the_chosen_hold_at_least_one_of_them() -> None:
    a, b, c = (Mention("d", name) for name in "abc")
    assert pairwise({a: "1", b: "1", c: "1"}, {a: "x", b: "x", c: "x"}, [a]) == Tally(2, 2, 2)


def test_names_made_up_are_in_no_list(tmp_path: Path) -> None:
    write_samples(tmp_path, seed=2, count=3, rare_names=True)
    named = [
        part
        for file in (tmp_path / "gold").glob("*.json")
        for one in json.loads(file.read_text())["attendance"]
        for part in (one["person"].split()[0], one["person"].split()[-1])
        if len(part.strip(".")) > 1 and "-" not in part
    ]
    assert named
    assert not [part for part in named if is_given_name(part) or is_surname(part)]
    assert write_samples(tmp_path / "usual", seed=2, count=1) == 1
    usual = next((tmp_path / "usual" / "gold").glob("*.json")).read_text()
    assert any(is_given_name(one["person"].split()[0]) for one in json.loads(usual)["attendance"])

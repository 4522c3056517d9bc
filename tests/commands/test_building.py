"""`whosat build`, as its users meet it: what it says, what it keeps, and what bad input does to it."""

from __future__ import annotations

import errno
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli import Runner

from whosat.commands.cache import Cache
from whosat.graph.generations import building
from whosat.graph.store import open_store

JUNE = """Harbour Partnership Board

Minutes of the meeting held on 4 June 2010 at the Old Customs House

Present:
Ada Ferrier (Chair) - Quayside Council
Bo Lindqvist - Dockers Trust
Carla Ashdown - Ferry Users Forum

Apologies:
Edwin Tarrant - Harbour Police

1. Welcome
The chair opened the meeting.
"""
OCTOBER = JUNE.replace("4 June 2010", "8 October 2010").replace("Bo Lindqvist", "Greta Holloway")


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Iterator[Runner]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WHOSAT_STORE", raising=False)
    return Runner(monkeypatch, capsys)


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    folder = tmp_path / "minutes"
    folder.mkdir()
    (folder / "june.txt").write_text(JUNE, encoding="utf-8")
    (folder / "october.txt").write_text(OCTOBER, encoding="utf-8")
    return folder


def quads(store: Path = Path("whosat.store")) -> list[str]:
    with open_store(store) as opened:
        return opened.lines()


def read_counts(out: str) -> dict[str, int]:
    pairs = (line.split() for line in out.splitlines() if line[:1] == " " and len(line.split()) == 2)
    return {name: int(count.replace(",", "")) for count, name in pairs if count.replace(",", "").isdigit()}


def test_a_build_says_what_it_found_and_where_the_store_is(run: Runner, minutes: Path) -> None:
    ran = run("build", minutes)
    assert ran.code == 0
    counts = read_counts(ran.out)
    assert counts["documents"] == 2
    assert counts["people"] == 5
    assert counts["attendances"] == 8
    assert set(counts) >= {"organisations", "boards", "meetings", "memberships", "actions", "links"}
    assert "The store is in whosat.store" in ran.out
    assert "read 2 of 2" in ran.err
    assert "keeps its contract" in ran.out


def test_every_fact_is_accounted_for(run: Runner, minutes: Path) -> None:
    run("build", minutes)
    info = {row["what"]: row["value"] for row in json.loads(run("info", "--json").out)}
    facts = sum(int(info[name]) for name in ("attendances", "actions", "links"))
    assert int(info["facts read"]) >= facts
    with open_store(Path("whosat.store")) as store:
        assert store.notes["counts"]["facts missing"] == 0


def test_only_what_changed_is_read_and_the_graph_is_as_from_nothing(run: Runner, minutes: Path) -> None:
    run("build", minutes)
    assert "Nothing changed" in run("build", minutes).out
    (minutes / "june.txt").write_text(JUNE.replace("Lindqvist", "Lindberg"), encoding="utf-8")
    assert "(1 file read, 1 unchanged)" in run("build", minutes).out
    run("build", minutes, "--store", "fresh")
    assert quads() == quads(Path("fresh"))
    assert not any("lindqvist" in line.lower() for line in quads())


def test_a_document_taken_out_takes_its_facts_with_it(run: Runner, minutes: Path, tmp_path: Path) -> None:
    run("build", minutes)
    (minutes / "june.txt").unlink()
    run("build", minutes)
    assert not any("Lindqvist" in line for line in quads())
    kept = [path for path in (tmp_path / "whosat.store").rglob("*") if path.is_file()]
    assert not any(b"Lindqvist" in path.read_bytes() for path in kept)


def test_the_order_of_the_files_changes_no_byte(run: Runner, minutes: Path) -> None:
    files = sorted(minutes.iterdir())
    run("build", *files, "--store", "one")
    random.Random(1).shuffle(files)
    run("build", *reversed(files), "--store", "two")
    run("export", "--format", "nq", "--output", "one.nq", "--store", "one")
    run("export", "--format", "nq", "--output", "two.nq", "--store", "two")
    assert Path("one.nq").read_bytes() == Path("two.nq").read_bytes()


def test_several_processes_give_the_same_graph(run: Runner, minutes: Path) -> None:
    run("build", minutes)
    ran = run("build", minutes, "--store", "pooled", "--jobs", 2)
    assert ran.code == 0
    assert quads(Path("pooled")) == quads()


def test_the_folders_of_the_settings_are_read(run: Runner, minutes: Path) -> None:
    Path("whosat.toml").write_text('folders = ["minutes"]\nbase = "https://tide.example"\n', encoding="utf-8")
    assert run("build").code == 0
    assert all("https://example.org/id" not in line for line in quads())


def test_a_damaged_cache_is_read_anew(run: Runner, minutes: Path) -> None:
    run("build", minutes)
    before = quads()
    for path in Path("whosat.store/cache").rglob("*.jsonl"):
        path.write_bytes(path.read_bytes()[:50])
    assert "(2 files read)" in run("build", minutes).out
    assert quads() == before


# bad input: one clear sentence, a code that says whether anything was done, and the old store as it was


def refused(ran) -> str:
    assert ran.code != 0
    assert "Traceback" not in ran.err + ran.out
    said = [line for line in ran.err.splitlines() if line.startswith("whosat: ")]
    assert len(said) == 1
    return said[0]


BAD_FILES = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_alone_is_refused(run: Runner, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BAD_FILES[name])
    assert name in refused(run("build", name))
    assert not Path("whosat.store/current").exists()


@pytest.mark.parametrize("name", BAD_FILES)
def test_beside_a_bad_file_the_others_are_read(run: Runner, minutes: Path, name: str) -> None:
    (minutes / name).write_bytes(BAD_FILES[name])
    ran = run("build", minutes)
    assert ran.code == 0
    assert read_counts(ran.out)["documents"] == 2
    assert f"{name}: document" in ran.out


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_refused_build_leaves_the_old_store(run: Runner, minutes: Path, name: str) -> None:
    run("build", minutes)
    before = quads()
    (minutes.parent / name).write_bytes(BAD_FILES[name])
    refused(run("build", minutes.parent / name))
    assert quads() == before


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig", "utf-16-le", "latin-1"])
def test_other_encodings_are_read(run: Runner, tmp_path: Path, encoding: str) -> None:
    text = JUNE.replace("Bo Lindqvist", "Zoë Lindqvist").replace(
        " - ", " – " if "1252" in encoding else " - "
    )
    (tmp_path / "m.txt").write_bytes(text.encode(encoding))
    assert run("build", "m.txt").code == 0
    assert any('"Zoë Lindqvist"' in line for line in quads())


def test_a_file_of_50_mb_is_refused_or_read_but_never_a_traceback(run: Runner, minutes: Path) -> None:
    with (minutes / "huge.txt").open("wb") as file:
        file.truncate(50_000_001)
    ran = run("build", minutes)
    assert ran.code == 0
    assert read_counts(ran.out)["documents"] == 2
    assert "huge.txt: document" in ran.out


def test_a_document_without_people_is_kept_and_said(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "tides.txt").write_text("The tide came in at noon.\nIt went out again.\n", encoding="utf-8")
    ran = run("build", "tides.txt")
    assert ran.code == 0
    assert "tides.txt names no people." in ran.out
    assert read_counts(ran.out)["document"] == 1


def test_a_file_that_is_not_what_its_name_says_is_read_and_told(run: Runner, minutes: Path) -> None:
    (minutes / "broken.docx").write_text("hello world", encoding="utf-8")
    (minutes / "real.pdf").write_text(JUNE.replace("4 June 2010", "4 July 2010"), encoding="utf-8")
    out = run("build", str(minutes)).out
    told = "it is no Word file, though its name ends in .docx; it was read as plain text"
    assert f"broken.docx: document “broken.docx”: {told}" in out
    assert "it is no PDF, though its name ends in .pdf; it was read as plain text" in out
    assert "june.txt: document" not in out
    assert read_counts(out)["meetings"] == 3


def test_files_of_no_kind_that_is_read_are_named(run: Runner, minutes: Path) -> None:
    for name in ("members.csv", "a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.jpg"):
        (minutes / name).write_bytes(b"x")
    out = run("build", str(minutes)).out
    assert (
        "Passed over, for they are of no kind that is read: .csv (members.csv); .jpg (a.jpg, b.jpg, c.jpg"
        in out
    )
    assert "c.jpg and 2 more)." in out


def test_the_same_document_under_two_names_is_taken_once(run: Runner, minutes: Path) -> None:
    (minutes / "copy.txt").write_text(JUNE, encoding="utf-8")
    ran = run("build", minutes)
    assert read_counts(ran.out)["documents"] == 2
    assert "june.txt is the same document as copy.txt and was taken once." in ran.out
    assert any('identifier> "june.txt"' in line for line in quads())


def test_a_folder_without_documents(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    assert "No document was found in none" in refused(run("build", "none"))


def test_a_path_that_is_not_there(run: Runner) -> None:
    assert "nowhere" in refused(run("build", "nowhere"))


def test_nothing_named(run: Runner) -> None:
    assert "No documents were named" in refused(run("build"))


@pytest.mark.parametrize(
    "command",
    [["who", "board"], ["show", "x"], ["info"], ["validate"], ["export", "--format", "nq", "-o", "g.nq"]],
)
def test_a_store_that_does_not_exist(run: Runner, command: list[str]) -> None:
    assert "There is no store in whosat.store." in refused(run(*command))
    assert not Path("g.nq").exists()


def test_a_store_that_another_process_is_building(run: Runner, minutes: Path) -> None:
    run("build", minutes)
    before = quads()
    hold = (
        "import sys; from pathlib import Path; from whosat.graph.generations import building\n"
        "with building(Path('whosat.store')): print('held', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    assert "Another process is building the store" in refused(run("build", minutes))
    assert run("info").code == 0
    assert quads() == before
    other.communicate()
    assert run("build", minutes).code == 0


@pytest.mark.parametrize("where", ["cache", "store"])
def test_a_full_disk(run: Runner, minutes: Path, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    run("build", minutes)
    before = quads()
    (minutes / "june.txt").write_text(JUNE.replace("Edwin", "Edmund"), encoding="utf-8")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        if where == "cache":
            patched.setattr(Cache, "put", full)
        else:
            patched.setattr("whosat.graph.oxigraph.load_on_disk", full)
        assert "No space left on device" in refused(run("build", minutes))
    assert quads() == before
    assert run("build", minutes).code == 0


def test_a_fault_in_reading_one_document_costs_no_other(
    run: Runner, minutes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from whosat.extract import pipeline

    extract = pipeline.extract

    def faulty(document, nlp):
        if document.name == "june.txt":
            raise IndexError("a slip of ours")
        return extract(document, nlp)

    monkeypatch.setattr(pipeline, "extract", faulty)
    ran = run("build", minutes)
    assert ran.code == 0
    assert read_counts(ran.out)["document"] == 1
    assert "june.txt could not be read: a fault in whosat (IndexError: a slip of ours)." in ran.out


def test_contacts_are_kept_only_when_asked_for(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "m.txt").write_text(
        JUNE.replace("Dockers Trust", "Dockers Trust bo.lindqvist@dockers.example"), encoding="utf-8"
    )
    run("build", "m.txt")
    assert not any("dockers.example" in line and "/contact" in line for line in quads())


def test_waiting_for_another_build(run: Runner, minutes: Path, tmp_path: Path) -> None:
    with building(tmp_path / "other"):
        pass
    assert run("build", minutes, "--wait", 1, "--store", "other").code == 0


# what a build no longer holds


def test_part_of_a_folder_does_not_take_the_place_of_the_whole_unasked(run: Runner, minutes: Path) -> None:
    run("build", "minutes")
    before = quads()
    ran = run("build", "minutes/june.txt")
    assert "1 other document of minutes" in refused(ran)
    assert "whosat build minutes." in ran.err
    assert "--only" in ran.err
    assert quads() == before
    ran = run("build", "minutes/june.txt", "--only")
    assert ran.code == 0
    assert "1 document of the last build is no longer in the store: october.txt." in ran.out
    assert "To have both: whosat build minutes\n" in ran.out


def test_part_of_a_folder_is_built_where_nothing_would_go(run: Runner, minutes: Path) -> None:
    run("build", "minutes")
    ran = run("build", "minutes/june.txt", "minutes/october.txt")
    assert ran.code == 0
    assert "no longer" not in ran.out


def test_another_folder_says_what_is_gone_and_how_to_have_both(
    run: Runner, minutes: Path, tmp_path: Path
) -> None:
    run("build", "minutes")
    other = tmp_path / "more papers"
    other.mkdir()
    (other / "march.txt").write_text(JUNE.replace("4 June 2010", "5 March 2011"), encoding="utf-8")
    ran = run("build", "more papers")
    assert "2 documents of the last build are no longer in the store: june.txt, october.txt." in ran.out
    assert 'To have both: whosat build minutes "more papers"' in ran.out
    assert "no longer" not in run("build", "minutes", "more papers").out


def test_a_file_removed_is_named_and_one_renamed_or_changed_is_not(run: Runner, minutes: Path) -> None:
    run("build", "minutes")
    (minutes / "june.txt").rename(minutes / "06.txt")
    (minutes / "october.txt").write_text(OCTOBER.replace("Holloway", "Hollis"), encoding="utf-8")
    assert "no longer" not in run("build", "minutes").out
    (minutes / "06.txt").unlink()
    ran = run("build", "minutes")
    assert "1 document of the last build is no longer in the store: 06.txt." in ran.out
    assert "To have both" not in ran.out


def test_a_chart_of_a_body_that_stands_alone_says_so(run: Runner, minutes: Path) -> None:
    alone = (
        "Slipway Panel\n\nMinutes of the meeting held on 4 June 2010\n\nPresent:\nAda Ferrier\nBo Lindqvist\n"
    )
    (minutes / "panel.txt").write_text(alone, encoding="utf-8")
    run("build", "minutes")
    out = run("diagram", "Slipway Panel", "-o", "panel.svg").out
    assert "The diagram is in panel.svg" in out
    assert "Slipway Panel stands alone on it" in out
    assert 'whosat who "Slipway Panel"' in out

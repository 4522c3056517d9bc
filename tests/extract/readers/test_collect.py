"""Which files are taken from what a person names."""

from __future__ import annotations

from pathlib import Path

import pytest

from whosat.extract import readers
from whosat.ontology.errors import NothingToRead, UnreadableDocument


def test_folders_are_searched_through_and_lock_files_passed_over(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/x.DOCX",
        "a/~$x.docx",
        ".hidden/y.txt",
        ".DS_Store",
        "pic.png",
        "a/notes",
        "s/build.lock",
        "s/LOG",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = readers.collect([tmp_path, tmp_path / "b.txt"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["a/notes", "a/x.DOCX", "b.txt"]
    assert [path.name for path in readers.passed_over([tmp_path, tmp_path / "b.txt"])] == ["pic.png"]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    try:
        (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    except OSError:
        pytest.skip("links can't be made here")
    assert [path.name for path in readers.collect([tmp_path])] == ["a.txt"]


def test_nothing_to_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead, match="No document") as caught:
        readers.collect([tmp_path])
    assert ".docx" in caught.value.remedy
    with pytest.raises(NothingToRead, match="no file or folder"):
        readers.collect([tmp_path / "missing"])


def test_a_file_that_can_not_be_opened_or_is_too_large_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="can't be opened"):
        readers.read(tmp_path / "missing.txt")
    (tmp_path / "a.txt").write_text("word " * 100, encoding="utf-8")
    with pytest.raises(UnreadableDocument, match="larger"):
        readers.read(tmp_path / "a.txt", limits=readers.Limits(file=100))


def test_the_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    import hashlib

    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfAnn Lee\r\n")
    (document,) = readers.read(tmp_path / "a.txt")
    assert (
        document.sha256 == hashlib.sha256(b"\xef\xbb\xbfAnn Lee\r\n").hexdigest() and document.name == "a.txt"
    )

"""A file is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from whosat.graph.files import write_whole


@pytest.mark.parametrize("synced", [False, True])
def test_a_file_is_made_with_its_folder_and_replaced(tmp_path: Path, synced: bool) -> None:
    path = tmp_path / "new" / "a.txt"
    write_whole(path, b"one\n", synced=synced)
    write_whole(path, b"two\n", synced=synced)
    assert path.read_bytes() == b"two\n"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("step", ["open", "replace"])
def test_what_stood_there_outlives_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, step, full)
        with pytest.raises(OSError, match="No space"):
            write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]

"""The wheel holds what runs, and nothing else; and it runs where there is no tree beside it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ("commands", "data", "extract", "graph", "ontology")
BUILD = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", ".*")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    """The wheel, built from a copy: setuptools leaves things lying in the tree it builds."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "tree"
    for name in (*FOLDERS, "tests", "docs", "bench"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=LEFT_OUT)
    for file in ROOT.iterdir():
        if file.is_file() and not file.name.startswith("."):
            shutil.copy(file, copy)
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(folder)],
        cwd=copy,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return zipfile.Path(built)


def _shipped(wheel: zipfile.Path) -> set[str]:
    return {name for name in wheel.root.namelist() if not name.endswith("/")}


def _in_the_tree() -> set[str]:
    files = [ROOT / "py.typed", *ROOT.glob("*.py")]
    for folder in FOLDERS:
        files += [file for file in (ROOT / folder).rglob("*") if file.is_file()]
    return {
        f"whosat/{file.relative_to(ROOT).as_posix()}" for file in files if "__pycache__" not in file.parts
    }


def test_the_wheel_holds_every_file_that_runs_and_no_other(wheel: zipfile.Path) -> None:
    shipped = {name for name in _shipped(wheel) if ".dist-info/" not in name}
    tree = _in_the_tree()
    assert sorted(tree - shipped) == []
    assert sorted(shipped - tree) == []


@pytest.mark.parametrize(
    "name",
    [
        "py.typed",
        "data/gloucestershire/whosat.toml",
        "extract/model/config.cfg",
        "extract/model/weights/meta.json",
        "graph/templates/map.html",
        "graph/server/static/pages.css",
        "ontology/queries/members.rq",
        "ontology/shapes.ttl",
        "ontology/whosat.ttl",
    ],
)
def test_what_is_no_code_ships_too(wheel: zipfile.Path, name: str) -> None:
    assert f"whosat/{name}" in _shipped(wheel)


def test_the_licence_and_the_command_go_with_it(wheel: zipfile.Path) -> None:
    told = {name.partition(".dist-info/")[2]: name for name in _shipped(wheel) if ".dist-info/" in name}
    assert "licenses/LICENSE" in told
    assert "whosat = whosat.cli:main" in (wheel.root.read(told["entry_points.txt"]).decode())
    assert wheel.root.read(told["top_level.txt"]).decode().split() == ["whosat"]


def test_every_folder_with_code_is_a_package() -> None:
    listed = set(
        tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"]
    )
    folders = {file.parent for name in FOLDERS for file in (ROOT / name).rglob("*.py")} | {ROOT}
    found = {".".join(("whosat", *folder.relative_to(ROOT).parts)) for folder in folders}
    assert found == listed
    assert all((folder / "__init__.py").is_file() for folder in folders)


def test_names_of_files_suit_every_system() -> None:
    names = sorted(_in_the_tree())
    assert len({name.casefold() for name in names}) == len(names)
    for part in {part for name in names for part in name.split("/")}:
        assert not set(part) & set('<>:"\\|?*'), part
        assert not part.endswith((".", " ")), part
        assert part.partition(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL"}, part


def test_the_demonstration_runs_from_the_wheel_alone(wheel: zipfile.Path, tmp_path: Path) -> None:
    wheel.root.extractall(tmp_path / "site")
    empty = tmp_path / "empty folder"
    empty.mkdir()

    def python(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, *words],
            cwd=empty,
            env=os.environ | {"PYTHONPATH": str(tmp_path / "site"), "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = Path(python("-c", "import whosat; print(whosat.__file__)").strip())
    assert where.is_relative_to(tmp_path / "site")
    told = python("-m", "whosat", "demo")
    assert "Gloucester Partnership Executive: " in told
    assert "Penny Liddicot" in told
    made = {file.name for file in (empty / "demo").iterdir()}
    assert made >= {"map.html", "diagram.svg", "diagram.png", "diagram.pdf", "whosat.store"}

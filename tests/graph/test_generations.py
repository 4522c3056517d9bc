"""Whatever happens to a build, the store is the old one or the new one."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import harbour
import pytest

from whosat.graph import generations
from whosat.graph.store import open_store, save
from whosat.ontology.errors import StoreBusy, StoreError

SUPPORT = Path(harbour.__file__).parent

# At each line it is sent, starts a process that replaces the store between two graphs until it is killed.
# It forks before any database is open, so that a start costs milliseconds.
BUILDERS = """
import os, sys
sys.path.insert(0, {support!r})
import harbour
import whosat.graph.oxigraph
from pathlib import Path
from whosat.graph.generations import building
from whosat.graph.store import save
folder = Path({folder!r})
graphs = harbour.lines(harbour.june()), harbour.lines()
for _ in sys.stdin:
    child = os.fork()
    if child:
        print(child, flush=True)
        os.waitpid(child, 0)
        print("dead", flush=True)
        continue
    while True:
        for lines in graphs:
            with building(folder, wait=30):
                save(folder, lines, {{"base": harbour.BASE}})
"""


class Builders:
    """Builds that are started one after the other and killed."""

    def __init__(self, folder: Path) -> None:
        code = BUILDERS.format(support=str(SUPPORT), folder=str(folder))
        self._process = subprocess.Popen(
            [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run_and_kill(self, seconds: float) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("go\n")
        self._process.stdin.flush()
        child = int(self._process.stdout.readline())
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        assert self._process.stdout.readline() == "dead\n"

    def close(self) -> None:
        self._process.communicate()


def whole(folder: Path, graphs: list[set[str]]) -> bool:
    with open_store(folder) as store:
        return set(store.lines()) in graphs


@pytest.fixture(scope="module")
def graphs() -> list[set[str]]:
    return [set(harbour.store(harbour.june()).lines()), set(harbour.store().lines())]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no kill -9 on this system")
def test_killed_at_a_hundred_random_points_it_is_the_old_store_or_the_new_one(
    tmp_path: Path, graphs: list[set[str]]
) -> None:
    chance = random.Random(20100604)
    save(tmp_path, harbour.lines(), {"base": harbour.BASE})
    builders = Builders(tmp_path)
    for _ in range(100):
        builders.run_and_kill(chance.random() * 0.06)
        assert whole(tmp_path, graphs)
    builders.close()
    with generations.building(tmp_path):
        generations.sweep(tmp_path)
    assert len(list((tmp_path / "generations").iterdir())) == 1
    assert list((tmp_path / "readers").glob("*")) == []


@pytest.mark.filterwarnings("ignore")  # of files that the simulated death leaves open
def test_ended_after_any_line_it_is_the_old_store_or_the_new_one(
    tmp_path: Path, graphs: list[set[str]]
) -> None:
    chance = random.Random(20101008)
    save(tmp_path, harbour.lines(), {"base": harbour.BASE})
    for lines in range(1, 60, 3):
        _die_inside(tmp_path, lines, chance)
        assert whole(tmp_path, graphs)


class Died(BaseException):
    """Stands for the end of the process: nothing catches it, and nothing after it runs."""


def _die_inside(folder: Path, left: int, chance: random.Random) -> None:
    """Run a build that ends after so many lines of the code that touches the disk."""

    def trace(frame, event, argument):
        nonlocal left
        left -= event == "line"
        if left <= 0:
            raise Died
        return trace

    def opening(frame, event, argument):
        return trace if frame.f_code.co_filename.endswith("generations.py") else None

    before = sys.gettrace()
    sys.settrace(opening)
    try:
        with generations.building(folder):
            save(folder, harbour.lines(harbour.june()), {"base": harbour.BASE, "n": chance.random()})
    except Died:
        return
    finally:
        sys.settrace(before)


def test_a_reader_goes_on_while_the_store_is_replaced(tmp_path: Path, graphs: list[set[str]]) -> None:
    save(tmp_path, harbour.lines(harbour.june()), {"base": harbour.BASE})
    with open_store(tmp_path) as reader:
        save(tmp_path, harbour.lines(), {"base": harbour.BASE})
        assert set(reader.lines()) == graphs[0]
        assert len(list((tmp_path / "generations").iterdir())) == 2
        with open_store(tmp_path) as later:
            assert set(later.lines()) == graphs[1]
    generations.sweep(tmp_path)
    assert len(list((tmp_path / "generations").iterdir())) == 1
    assert list((tmp_path / "readers").iterdir()) == []


def test_a_reader_that_died_keeps_nothing(tmp_path: Path) -> None:
    save(tmp_path, harbour.lines(harbour.june()), {"base": harbour.BASE})
    name = generations.current(tmp_path).name
    (tmp_path / "readers").mkdir(exist_ok=True)
    (tmp_path / "readers" / f"{name}.99999-0.lock").touch()
    save(tmp_path, harbour.lines(), {"base": harbour.BASE})
    assert [g.name for g in (tmp_path / "generations").iterdir()] == [generations.current(tmp_path).name]


def test_two_builds_at_once_the_second_says_so_or_waits(tmp_path: Path) -> None:
    with generations.building(tmp_path):
        code = (
            "import sys; from pathlib import Path; from whosat.graph.generations import building\n"
            f"with building(Path({str(tmp_path)!r})): pass"
        )
        other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert other.returncode != 0
    assert "StoreBusy" in other.stderr
    with generations.building(tmp_path, wait=1):
        pass


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no kill -9 on this system")
def test_the_lock_of_a_killed_build_is_free_again(tmp_path: Path) -> None:
    save(tmp_path, harbour.lines(), {"base": harbour.BASE})
    builders = Builders(tmp_path)
    builders.run_and_kill(0.05)
    builders.close()
    entered = False
    with generations.building(tmp_path):
        entered = True
    assert entered


def test_a_busy_store_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock, Timeout

    def refuse(self: FileLock, timeout: float = 0, **_: object) -> None:
        raise Timeout(str(self.lock_file))

    monkeypatch.setattr(FileLock, "acquire", refuse)
    with (
        pytest.raises(StoreBusy, match="Another process is building the store") as caught,
        generations.building(tmp_path),
    ):
        pass
    assert "--wait" in caught.value.remedy


@pytest.mark.parametrize("when", ["mkdir", "write_text", "replace"])
def test_a_full_disk_leaves_the_old_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, graphs: list[set[str]], when: str
) -> None:
    save(tmp_path, harbour.lines(), {"base": harbour.BASE})

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, when, full)
        with pytest.raises(StoreError, match="No space left"):
            save(tmp_path, harbour.lines(harbour.june()), {"base": harbour.BASE})
    with open_store(tmp_path) as store:
        assert set(store.lines()) == graphs[1]
    assert len(list((tmp_path / "generations").iterdir())) == 1


def test_a_damaged_store_is_one_sentence(tmp_path: Path) -> None:
    save(tmp_path, harbour.lines(), {"base": harbour.BASE})
    for file in (generations.current(tmp_path) / "graph").iterdir():
        file.unlink()
    with pytest.raises(StoreError, match="can't be opened"):
        open_store(tmp_path)

from __future__ import annotations

from pathlib import Path

import pytest

from whosat.ontology.errors import SettingsError
from whosat.ontology.settings import DEFAULT_BASE, STORE_VARIABLE, load_settings


def written(folder: Path, text: str) -> Path:
    path = folder / "whosat.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_everything_has_a_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(STORE_VARIABLE, raising=False)
    settings = load_settings()
    assert settings.base == DEFAULT_BASE
    assert settings.store == Path("whosat.store")


def test_a_file_says_what_lasts_and_its_paths_are_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(STORE_VARIABLE, raising=False)
    path = written(tmp_path, 'base = "https://tide.example/id/"\narea = "Tidewater"\nfolders = ["minutes"]\n')
    settings = load_settings(path)
    assert settings.base == "https://tide.example/id"
    assert settings.area == "Tidewater"
    assert settings.folders == (tmp_path / "minutes",)
    assert settings.store == tmp_path / "whosat.store"


def test_an_option_goes_before_the_variable_and_that_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, 'store = "of-file"\n')
    monkeypatch.setenv(STORE_VARIABLE, "of-variable")
    assert load_settings(path).store == Path("of-variable")
    assert load_settings(path, store=Path("of-option")).store == Path("of-option")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("bas = 'x'", "base"),
        ("base = 3", "text in quotes"),
        ("base = 'no address'", "not a web address"),
        ("folders = 'minutes'", "list of paths"),
        ("base = ", "not a settings file"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(written(tmp_path, text))
    assert said in f"{caught.value} {caught.value.remedy}"

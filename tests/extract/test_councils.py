"""Minutes of councils and their like, whole: who was there and how, who chaired, which body, when, where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from reading import facts_of

_FOLDER = Path(__file__).with_name("councils")
_STATUS = {
    "present": "p",
    "apologies": "a",
    "in attendance": "g",
    "absent": "x",
    "minute taker": "m",
}


def _examples() -> Iterator[object]:
    for path in sorted(_FOLDER.glob("*.txt")):
        for part in re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))[1:]:
            head, rest = part.split("\n", 1)
            text, said = rest.rsplit("\n---\n", 1)
            name, form = head.split()
            yield pytest.param(f"m.{form}", text.strip("\n") + "\n", said, id=f"{path.stem}-{name}")


@pytest.mark.parametrize(("name", "text", "said"), list(_examples()))
def test_minutes_say_who_was_there(name: str, text: str, said: str) -> None:
    """A line of what must be read: "p: Ann Bell; Bob Cole @Mind", "g/m: …" where either will do."""
    found = facts_of(text, name)
    read = {one.person: (_STATUS[one.status.value], one.representing) for one in found.attendances}
    meetings = [(one.body or "", str(one.date), one.place or "") for one in found.meetings]
    wanted: dict[str, tuple[str, str | None]] = {}
    for line in said.strip().splitlines():
        key, _, value = line.partition(": ")
        if key == "body":
            assert any(value in body for body, _, _ in meetings)
        elif key == "date":
            assert any(value == date for _, date, _ in meetings)
        elif key == "place":
            assert any(value.lower() in place.lower() for _, _, place in meetings)
        elif key == "chair":
            assert [one.person for one in found.attendances if one.role == "chair"] == [value]
        elif key == "dep":
            deputies = {one.person: one.deputising_for for one in found.attendances if one.deputising_for}
            assert deputies == dict([value.split(" > ")])
        else:
            for one in value.split("; "):
                person, _, organisation = one.partition(" @")
                status = read.get(person, ("", None))[0]
                wanted[person] = (status if status in key.split("/") else key, organisation or None)
    assert read == wanted

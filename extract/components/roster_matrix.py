"""Attendance matrices: what the marks in a column say, by a legend or by custom."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from whosat.extract.components.roster_headings import State

TICKS: Final = frozenset("✓ ✔ ☑ 🗹 ✅ ● • ■ √ / y yes p pr pres present 1 attended att ü þ".split())
CROSSES: Final = frozenset("✗ ✘ ☒ ☐ ✕ × ❌ □ ○ - – — n no 0 o".split())
_CUSTOM: Final[dict[str, State]] = {
    "a": State.APOLOGIES,
    "ap": State.APOLOGIES,
    "apol": State.APOLOGIES,
    "apols": State.APOLOGIES,
    "apologies": State.APOLOGIES,
    "apology": State.APOLOGIES,
    "apologies received": State.APOLOGIES,
    "apologies given": State.APOLOGIES,
    "ab": State.ABSENT,
    "abs": State.ABSENT,
    "absent": State.ABSENT,
    "dna": State.ABSENT,
    "did not attend": State.ABSENT,
    "d/n/a": State.ABSENT,
    "not present": State.ABSENT,
    "no apologies": State.ABSENT,
    "absent without apologies": State.ABSENT,
    "in attendance": State.IN_ATTENDANCE,
    "ia": State.IN_ATTENDANCE,
    "guest": State.IN_ATTENDANCE,
    "observer": State.IN_ATTENDANCE,
    "obs": State.IN_ATTENDANCE,
    "sent apologies": State.APOLOGIES,
    "online": State.PRESENT,
    "in person": State.PRESENT,
    "virtual": State.PRESENT,
    "teams": State.PRESENT,
    "via teams": State.PRESENT,
    "remote": State.PRESENT,
    "v": State.PRESENT,
    "t": State.PRESENT,
    "chair": State.PRESENT,
    "in the chair": State.PRESENT,
    "part": State.PRESENT,
    "deputy attended": State.APOLOGIES,
    "deputy sent": State.APOLOGIES,
    "substitute": State.APOLOGIES,
    "sub": State.APOLOGIES,
    "dep": State.APOLOGIES,
    "d": State.APOLOGIES,
    "s": State.APOLOGIES,
}
_MEANINGS: Final = (
    (
        State.APOLOGIES,
        re.compile(
            r"apolog|deput(?:y|ised) (?:sent|attended)|sent (?:a )?(?:deputy|substitute)|"
            r"substitute|represented by",
            re.IGNORECASE,
        ),
    ),
    (
        State.ABSENT,
        re.compile(
            r"absent|did not attend|not (?:present|attend)|non[- ]attend|no apolog|no response", re.IGNORECASE
        ),
    ),
    (
        State.IN_ATTENDANCE,
        re.compile(r"in attendance|observer|guest|non-member|by invitation", re.IGNORECASE),
    ),
    (State.PRESENT, re.compile(r"present|attend|joined", re.IGNORECASE)),
)
_KEY: Final = re.compile(
    r"(?<![\w])(?P<mark>[A-Za-z]{1,3}|[✓✔☑✗✘☒☐×●○√/\-–0-1])\s*(?:=|:|–|—|-|\bis\b|"
    r"\bmeans\b|\bdenotes\b|\()\s*"
    r"(?P<meaning>(?:in attendance|present|attend\w*|apolog\w*|absent\w*|did not attend|"
    r"not present|not attend\w*|non[- ]attend\w*|sent apolog\w*|deput\w+(?: \w+)?|"
    r"substitut\w+|observ\w+|no apolog\w*|by invitation|guest)(?: (?:sent|attended|"
    r"received|given|without|with|in)\b[ \w]{0,20})?)",
    re.IGNORECASE,
)


def legend_in(text: str) -> dict[str, State]:
    """The marks a text explains ("P = present, A = apologies, DNA = did not attend"), in lower case."""
    found: dict[str, State] = {}
    for key in _KEY.finditer(text[:200_000]):
        state = next((state for state, pattern in _MEANINGS if pattern.search(key["meaning"])), None)
        if state:
            found.setdefault(key["mark"].lower(), state)
    return found if len(found) > 1 or set(found) - {"a", "i"} else {}


def plain(mark: str) -> str:
    """A mark without brackets, stops and case."""
    return re.sub(r"\s+", " ", mark.strip(" \n\t.[]()*:")).lower() or mark.strip().lower()


def is_marks(cells: list[str], legend: dict[str, State]) -> bool:
    """Whether the cells of a column are marks and no words."""
    filled = [plain(cell) for cell in cells if cell.strip()]
    known = sum(
        1
        for mark in filled
        if mark in TICKS
        or mark in CROSSES
        or mark in _CUSTOM
        or mark in legend
        or mark == "x"
        or mark.split(" (")[0] in _CUSTOM
    )
    return bool(filled) and known * 10 >= len(filled) * 7


def state_of(mark: str, head: State | None, legend: dict[str, State], column: Counter[str]) -> State | None:
    """What one mark says under a column's head; None for an empty cell or a mark that says nothing."""
    low = plain(mark)
    if not low:
        return None
    if low in legend:
        return legend[low]
    if low == "x":
        crossed = any(tick in column for tick in ("✓", "✔", "☑", "y", "yes", "p", "√"))
        return State.ABSENT if crossed else head or State.PRESENT
    if low in _CUSTOM and (low not in {"a", "d", "s", "t", "v"} or head is None or head is State.PRESENT):
        return _CUSTOM[low]
    if low in TICKS:
        return head or State.PRESENT
    if low in CROSSES:
        return State.ABSENT if head in (None, State.PRESENT) else None
    base = low.split(" (")[0].split(",")[0]
    return _CUSTOM.get(base) or (State.PRESENT if base in TICKS else None)

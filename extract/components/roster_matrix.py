"""Attendance matrices: what the marks in a column say, by a legend or by custom."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from whosat.extract.components.roster_attributes import Attributes, read_attribute
from whosat.extract.components.roster_headings import Group, State, reads_alone
from whosat.extract.components.roster_pieces import Gap, Piece, pieces_of

TICKS: Final = frozenset("✓ ✔ ☑ 🗹 ✅ ● • ■ √ / y yes p pr pres present 1 attended att ü þ".split())
CROSSES: Final = frozenset("✗ ✘ ☒ ✕ × ❌ n no 0".split())
SILENT: Final = frozenset("- – — ☐ □ ○ [] n/a na n.a .. … . ? n/m tbc vacant".split()) | {
    "[ ]",
    "( )",
    "not a member",
}
"""Marks that say nothing of whether somebody came, unless a legend says what they mean."""
_CUSTOM: Final[dict[str, State]] = {
    "a": State.APOLOGIES,
    "ap": State.APOLOGIES,
    "apol": State.APOLOGIES,
    "apols": State.APOLOGIES,
    "apologies": State.APOLOGIES,
    "apology": State.APOLOGIES,
    "apologies received": State.APOLOGIES,
    "apologies given": State.APOLOGIES,
    "no - apologies": State.APOLOGIES,
    "no (apologies)": State.APOLOGIES,
    "no, apologies": State.APOLOGIES,
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
    "loa": State.APOLOGIES,
    "leave": State.APOLOGIES,
    "leave of absence": State.APOLOGIES,
    "excused": State.APOLOGIES,
    "exc": State.APOLOGIES,
    "unexcused": State.ABSENT,
    "sent apologies": State.APOLOGIES,
    "online": State.PRESENT,
    "in person": State.PRESENT,
    "virtual": State.PRESENT,
    "teams": State.PRESENT,
    "via teams": State.PRESENT,
    "remote": State.PRESENT,
    "part": State.PRESENT,
    "deputy attended": State.APOLOGIES,
    "deputy sent": State.APOLOGIES,
    "substitute": State.APOLOGIES,
    "sub": State.APOLOGIES,
    "dep": State.APOLOGIES,
}
_MEANINGS: Final = (
    (
        State.PRESENT,
        re.compile(
            r"(?:attend(?:ed|ing)|present|came) as (?:a )?(?:substitute|deputy|alternate)", re.IGNORECASE
        ),
    ),
    (
        State.ABSENT,
        re.compile(
            r"absen(?:t|ce)(?!\w*(?: with)? apolog)|neither|did not|didn|not (?:present|attend)|"
            r"non[- ]attend|"
            r"(?:no|without) apolog|no response|unexcused|unauthori[sz]ed|(?:not|un)[- ]?"
            r"(?:sanctioned|consented)",
            re.IGNORECASE,
        ),
    ),
    (
        State.APOLOGIES,
        re.compile(
            r"apolog|unable|deput(?:y|ised) (?:sent|attended)|sent (?:a )?(?:deputy|substitute)|"
            r"substitute|represented by|(?<!un)excused|regrets|leave of absence|"
            r"sanctioned|consented|authori[sz]ed",
            re.IGNORECASE,
        ),
    ),
    (
        State.IN_ATTENDANCE,
        re.compile(r"in attendance|observer|guest|non-member|by invitation", re.IGNORECASE),
    ),
    (
        State.PRESENT,
        re.compile(
            r"present|attend|joined|arriv|late\b|remote|online|virtual|in[- ]person|hybrid|zoom|teams|"
            r"dialled",
            re.IGNORECASE,
        ),
    ),
)
_SIGN: Final = "✓✔☑✅✗✘☒☐□■✕×❌●○•√"
_MARK: Final = rf"\[[ xX✓✔]?\]|[A-Za-z]{{1,3}}|[{_SIGN}/\-–\d]"
_MEANING: Final = (
    r"(?:in attendance|also present|present|attend|apolog|absent|absence|did not|didn[’']t|neither |not |"
    r"non[- ]|no |excused|unexcused|regrets|leave of absence|sent |deput|substitut|observ|by invitation|"
    r"guest|unable|represented|joined|sanctioned|consented|(?:un)?authori[sz]ed|late\b|"
    r"arriv|remote|online|virtual|in[- ]person|hybrid|zoom|teams|dialled)"
    r"[A-Za-z’' -]{0,40}?"
)
_STOPS: Final = (
    rf"(?=\s*(?:[,;.)|\n/]|$|\s(?:{_MARK})\s*(?:[=:–—(-]|\s(?=present|apolog|absent))|"
    r"\s[–—-]\s(?=not\b|no\b|neither|absent)|\s(?-i:[A-Z][a-z]+(?: [a-z]+){0,3}):))"
)
_KEY: Final = re.compile(
    rf"(?<![\w/])(?P<mark>{_MARK})\s*(?:=|:|–|—|-|\bis\b|\bmeans\b|\bdenotes\b|\bindicates\b|\bfor\b|\()\s*"
    rf"(?P<meaning>{_MEANING}){_STOPS}|"
    rf"(?P<sign>[{_SIGN}]|(?<![\w)] )[–—-](?=\s+(?:absent|no apolog|did not|not present|neither))|"
    rf"(?<=present )[–—-](?=\s+absent)|\[[ xX✓✔]?\])\s*(?P<said>{_MEANING}){_STOPS}",
    re.IGNORECASE,
)
_TURNED: Final = re.compile(
    rf"(?P<meaning>{_MEANING})\s*(?:\(\s*(?P<mark>{_MARK})\s*\)|=\s*(?P<sign>{_MARK})(?=\s*(?:[,;.)|]|$)))",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST: Final = 60
_NEAR: Final = 200  # characters of a line that explains marks


_UNMARKED: Final = re.compile(r"^\W*(?:key|legend|codes?)\b[^\n]{6,160}", re.IGNORECASE | re.MULTILINE)
_LETTER_FIRST: Final = re.compile(
    r"\b([A-Z]{1,2}) (?=(?i:present|absent|apolog|excused|in attendance|regrets|attend|no apolog|remote|"
    r"online|virtual|"
    r"in person|via|sent|did not|not))"
)
"""A legend without signs: "Key: P present, A absent"."""


def legend_in(text: str) -> dict[str, State]:
    """The marks a text explains ("P = present", "Apologies (A)"), without brackets, in lower case."""
    return dict(_legend_in(text))


_CAME: Final = {State.IN_ATTENDANCE: State.PRESENT}


@lru_cache(maxsize=32)
def _legend_in(text: str) -> dict[str, State]:
    found: dict[str, State] = {}
    turned: dict[str, State] = {}
    twice: set[str] = (
        set()
    )  # one tick said to mean two things ("Attending (✓)", "Apologies (✓)") explains none
    if _UNMARKED.search(text):
        text = _UNMARKED.sub(lambda key: _LETTER_FIRST.sub(r"\1=", key.group()), text)
    for pattern, into in ((_KEY, found), (_TURNED, turned)):
        for key in pattern.finditer(text[:20_000]):
            part = key.groupdict()
            if state := _meaning(part["meaning"] or part.get("said") or ""):
                mark = plain(part["mark"] or part["sign"])
                if into.setdefault(mark, state) is not state and mark in _SIGN and into is turned:
                    twice.add(mark)
    found = {mark: state for mark, state in found.items() if mark not in ("no", "yes", *twice)}
    turned = {mark: state for mark, state in turned.items() if mark not in twice}
    found = found if len(found) > 1 else turned if len(turned) > 1 else found
    if State.PRESENT not in found.values():  # "X = in attendance; E = excused"
        found = {mark: _CAME.get(state, state) for mark, state in found.items()}
    return found if len(found) > 1 or set(found) - {"a", "i"} else {}


_SIGNS_ONLY: Final = re.compile(
    rf"(?:key\W+)?(?:[{_SIGN}]\s*[=:–-]?\s*{_MEANING}[,;|.\s]*){{2,}}", re.IGNORECASE
)


_DASHED_KEY: Final = re.compile(r"\W*[A-Z]{1,3}\s*[–—:-]\s*[A-Z]?[a-z]")


def is_legend(text: str) -> bool:
    """Whether a line only explains the marks of the table beside it."""
    if "=" in text:
        return bool(legend_in(text))
    if len(text) >= _NEAR or text[:1].isdigit():
        return False
    keys = [key.group() for key in _KEY.finditer(text)] if _DASHED_KEY.match(text) else []
    whole = len(keys) > 1 and sum(map(len, keys)) * 10 >= len(text.strip()) * 7
    return whole or _SIGNS_ONLY.fullmatch(text.strip()) is not None


def _meaning(text: str) -> State | None:
    return next((state for state, pattern in _MEANINGS if pattern.search(text)), None)


def plain(mark: str) -> str:
    """A mark without brackets, stops, case and what makes it a picture."""
    mark = mark.replace("\ufe0f", "")
    return re.sub(r"\s+", " ", mark.strip(" \n\t.[]()*:")).lower() or mark.strip().lower()


@dataclass(slots=True)
class Told:
    """What a cell says of somebody's attendance; a cell that says nothing has no state, group or facts."""

    state: State | None = None
    group: Group | None = None
    facts: Attributes = field(default_factory=Attributes)

    @property
    def sure(self) -> bool:
        """Whether it is a status and no mere capacity ("Member")."""
        return self.state is not None or bool(self.facts.deputising_for or self.facts.deputy)


_EXCUSED: Final = re.compile(r"\W*(?:sent |with |gave )?(?:apolog|excused|regrets)", re.IGNORECASE)


def told_by(
    text: str,
    start: int = 0,
    head: State | None = None,
    legend: dict[str, State] | None = None,
    column: Counter[str] | None = None,
) -> Told | None:
    """What the cell of a status column says; None where it is not understood.

    `head` is the state the column's head gives, `column` counts the marks (`plain`) of the whole column.
    """
    low = plain(text)
    if not low or (low in SILENT and low not in (legend or {})):
        return Told()
    if len(text) > _LONGEST * 2:
        return None
    if state := _state_of(low, head, legend or {}, column or Counter()):
        return Told(state)
    if low in CROSSES or low in SILENT:
        return Told()
    told = Told()
    if low in _OFFICE_MARKS:
        told.facts.role, told.facts.role_strength = _OFFICE_MARKS[low], 2
        return told
    if stood := _STOOD_IN.match(text):
        told.state = State.APOLOGIES
        told.facts.deputy, told.facts.deputy_at = stood["who"], (start, start + stood.end("who"))
        return told
    if (marked := _MARKED.match(text)) and (
        state := _state_of(plain(marked["mark"]), head, legend or {}, column or Counter())
    ):
        told.state = state  # "✓ (to item 8)": the mark tells, whatever the note does
        rest = marked["rest"]
        for piece in pieces_of(rest.replace("\n", " "), start + marked.start("rest")):
            _take(piece, told, head, {}, Counter())
        if state is State.ABSENT and _EXCUSED.match(rest):
            state = State.APOLOGIES  # "N (apologies - accepted)"
        told.state = told.state if told.facts.deputy else state
        return told
    understood = (
        _take(Piece(text.strip(), start, Gap.OPEN), told, head, {}, Counter())
        if _LABELLED.search(text)
        else False
    )
    for piece in pieces_of(text.replace("\n", " "), start):
        understood = _take(piece, told, head, legend or {}, column or Counter()) or understood
    return told if understood else None


def are_of_some(marks: Counter[str], legend: dict[str, State], rows: int) -> bool:
    """Whether the marks (`plain`) of a column tell of some rows only: of fewer than half that they were away,
    of others an office or that they were guests, of nobody that he or she simply came."""
    told = {mark: told_by(mark, legend=legend) for mark in marks if mark}
    if None in told.values():
        return False
    came = any(one.state is State.PRESENT and one.group is None for one in told.values() if one)
    away = sum(
        marks[mark] for mark, one in told.items() if one and one.state in (State.APOLOGIES, State.ABSENT)
    )
    return not came and 0 < away * 2 < rows


_OFFICE_MARKS: Final = {
    "ch": "chair",
    "chair": "chair",
    "vch": "vice chair",
    "vc": "vice chair",
    "v ch": "vice chair",
    "vice chair": "vice chair",
    "vice-chair": "vice chair",
}
"""Offices in the place of a mark."""
_MARKED: Final = re.compile(
    r"\s*(?P<mark>[✓✔☑✅✗✘☒✕×❌√]|[Yy]es|[Nn]o|[A-Z]{1,3}(?=\s*\())\s*(?P<rest>(?:[(,–-]|from\b|to\b|"
    r"until\b|left\b|"
    r"arr|via\b|item|part|joined|online|by\b|dep).*)",
    re.IGNORECASE | re.DOTALL,
)


_STOOD_IN: Final = re.compile(
    r"(?P<who>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]*){1,3}) (?:was |is )?"
    r"(?i:standing in|stood in|deputi[sz]\w+|substitut\w+|subbing|covering|filling in|"
    r"attend\w+ in (?:the )?place) (?:for|of)\b"
)
"""Who came instead, in the place of the mark of the one who did not: "Ann Bell standing in for Bob"."""
_LABELLED: Final = re.compile(
    r":|^\s*(?:dep(?:uty)?|sub(?:stitute)?|alternate|proxy|replacement)\.?\s*[–—-]", re.IGNORECASE
)
"""A status with a name behind a colon or a dash: "Sub: Ann Bell", "Deputy – Ann Bell"."""


def _take(
    piece: Piece, told: Told, head: State | None, legend: dict[str, State], column: Counter[str]
) -> bool:
    """Enter what one piece of a status cell says; whether it was understood."""
    if state := _state_of(plain(piece.text), head, legend, column):
        told.state = told.state or state
        return True
    probe = Attributes()
    read_attribute(Piece(piece.text, piece.start, Gap.OPEN), probe, "")
    if probe.deputising_for or probe.deputy:
        told.facts.deputising_for, told.facts.deputising_at = probe.deputising_for, probe.deputising_at
        told.facts.deputy, told.facts.deputy_at = probe.deputy, probe.deputy_at
        told.state = State.APOLOGIES if probe.deputy else told.state or State.PRESENT
        return True
    words = reads_alone(piece.text) if len(piece.text) <= _LONGEST else None
    if words and words.role in _OFFICES and not _SAYS_STATE.search(piece.text):
        told.facts.role, told.facts.role_strength = words.role, 2  # an office says nothing of attendance
        told.group = told.group or (Group.CLERK if words.role == "clerk" else None)
        return True
    if words and (words.state or words.group):
        told.state = (
            told.state or words.state or (State.IN_ATTENDANCE if words.group is Group.GUEST else None)
        )
        told.group = told.group or (
            words.group if words.group in (Group.MINUTES, Group.GUEST, Group.CLERK) else None
        )
        if words.role in ("chair", "vice chair"):
            told.facts.role, told.facts.role_strength = words.role, 2
        return True
    if probe.status or probe.minutes or probe.role or probe.attended_via:
        told.state = told.state or _NOTED.get(probe.status or "")
        told.group = told.group or (Group.MINUTES if probe.minutes else None)
        told.facts.role, told.facts.role_strength = probe.role, 2 if probe.role else 0
        told.facts.attended_via = probe.attended_via
        told.state = told.state or (State.PRESENT if probe.attended_via else None)
        return True
    told.facts.arrived_at, told.facts.left_at = probe.arrived_at, probe.left_at
    told.state = told.state or (State.PRESENT if probe.arrived_at or probe.left_at else None)
    return bool(probe.arrived_at or probe.left_at)


_OFFICES: Final = ("chair", "vice chair", "clerk", "secretary", "treasurer")
_SAYS_STATE: Final = re.compile(r"present|attend|apolog|absent|minutes|notes", re.IGNORECASE)
_NOTED: Final = {
    "apologies": State.APOLOGIES,
    "absent": State.ABSENT,
    "guest": State.IN_ATTENDANCE,
    "present": State.PRESENT,
}
_BOTH: Final = frozenset("x☒")
_ABSENT_TOO: Final = frozenset("ap apol apols apologies".split())


def _state_of(low: str, head: State | None, legend: dict[str, State], column: Counter[str]) -> State | None:
    """What one mark says under a column's head; None where it says nothing that is known."""
    if low in legend:
        return legend[low]
    if low in _BOTH:  # ticked among empty boxes, a cross among ticks
        crossed = any(tick in column for tick in ("✓", "✔", "☑", "✅", "y", "yes", "p", "√"))
        crossed = crossed or (low == "☒" and "☐" not in column)
        return State.ABSENT if crossed else head or State.PRESENT
    if low == "a" and any(mark in column for mark in _ABSENT_TOO):
        return State.ABSENT  # where apologies have a mark of their own
    if low in _CUSTOM and (low != "a" or head is None or head is State.PRESENT):
        return _CUSTOM[low]
    if low in TICKS:
        return head or State.PRESENT
    if low in CROSSES:
        return State.ABSENT if head in (None, State.PRESENT) else None
    return None


def is_status(text: str, legend: dict[str, State]) -> bool:
    """Whether a cell by itself says how somebody stood to the meeting, and not only a note in it."""
    told = told_by(text, legend=legend)
    if told is None or not told.sure:
        return False
    bare = re.split(r"[(\[,]|\s[–—-]|[–—-]\s", text, maxsplit=1)[0].strip()  # "Consultant (items 3–5)"
    return not bare or bare == text.strip() or told_by(bare, legend=legend) is not None


def is_marks(cells: list[str], legend: dict[str, State]) -> bool:
    """Whether the cells of a column are marks and no words."""
    filled = [plain(cell) for cell in cells if cell.strip()]
    marks = TICKS | CROSSES | SILENT | _CUSTOM.keys() | legend.keys() | {"x"}
    known = sum(mark in marks or mark.split(" (")[0] in _CUSTOM for mark in filled)
    return any(mark not in SILENT for mark in filled) and known * 10 >= len(filled) * 7

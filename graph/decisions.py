"""What people have decided, in a file that a person can read, edit and keep under version control.

`decisions.csv` holds one decision a row, and to delete the row is to take the decision back:

| what | name | other | value |
| --- | --- | --- | --- |
| same, different | a name | another name | |
| name | the name as written | | the right name |
| not a name | a name as written, of nobody and nothing | | |
| not a seat | a person | a board | |
| joined, left | a person | a board | a date: 2010-05-31, 31 May 2010, 2010-05 or 2010 |
| part of | a body | the body it is part of | |
| initials | "JP" | the full name | |
| line | a line of a roster, as written, read or not | | name; organisation; status |
| forget | | | a salted hash (`whosat forget` writes it) |

`document` (a file name) narrows a row to one document; so does "Name [file name]", and "Name [organisation]"
tells namesakes apart. `who`, `when` and `why` are for those who read the file later.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from filelock import FileLock

from whosat.graph.decisions_match import Index, Reference
from whosat.graph.files import write_whole
from whosat.graph.line_rulings import wrong_value
from whosat.graph.resolve_pairs import Rulings
from whosat.ontology.errors import SettingsError
from whosat.ontology.facts import Decision, DocumentFacts, Mention, Ruling
from whosat.ontology.identifiers import digest

COLUMNS: Final = ("what", "name", "other", "value", "document", "who", "when", "why")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY: Final = r"(\d{1,2})(?:st|nd|rd|th)?"
_MONTH: Final = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_NEEDS: Final[Mapping[Ruling, tuple[str, ...]]] = {
    Ruling.SAME: ("name", "other"),
    Ruling.DIFFERENT: ("name", "other"),
    Ruling.NAME: ("name", "value"),
    Ruling.NOT_A_NAME: ("name",),
    Ruling.NOT_A_SEAT: ("name", "other"),
    Ruling.JOINED: ("name", "other", "value"),
    Ruling.LEFT: ("name", "other", "value"),
    Ruling.PART_OF: ("name", "other"),
    Ruling.INITIALS: ("name", "other"),
    Ruling.LINE: ("name", "value"),
    Ruling.FORGET: ("value",),
}
_DATED: Final = (Ruling.JOINED, Ruling.LEFT)


@dataclass(frozen=True, slots=True)
class Decisions:
    """All rows that can be used, in the order of the file, and a sentence for each that can't."""

    rows: tuple[Decision, ...] = ()
    problems: tuple[str, ...] = ()

    def of(self, *kinds: Ruling) -> tuple[Decision, ...]:
        """The rows about certain things."""
        return tuple(row for row in self.rows if row.what in kinds)

    def rulings(self, documents: Sequence[DocumentFacts]) -> Rulings:
        """Which mentions are one, and which are not, by these decisions."""
        index = Index(documents)
        same = [pair for row in self.of(Ruling.SAME, Ruling.NAME) for pair in _joins(row, index)]
        different = [pair for row in self.of(Ruling.DIFFERENT) for pair in _parts(row, index)]
        return Rulings(tuple(same), tuple(different))

    def name_of(self, mentions: Iterable[Mention]) -> str | None:
        """The right name of somebody or something, if one of its mentions was said to be misspelt."""
        written = list(mentions)
        for row in reversed(self.of(Ruling.NAME)):
            reference = Reference.read(row.name, row.document)
            if any(reference.reads(mention.name) for mention in written):
                return row.value
        return None


def _joins(row: Decision, index: Index) -> list[tuple[Mention, Mention, str]]:
    left = index.find(row.name, row.document)
    right = index.find(row.value if row.what is Ruling.NAME else row.other, "")
    found = sorted({*left, *right})
    if not left or not right:
        return []
    return [(found[0], other, row.key) for other in found[1:] if index.alike(found[0], other)]


def _parts(row: Decision, index: Index) -> list[tuple[Mention, Mention, str]]:
    left, right = index.find(row.name, row.document), index.find(row.other, "")
    if set(left) == set(right):
        return []
    found = {(min(one, other), max(one, other)) for one in left for other in right if one != other}
    return [(one, other, row.key) for one, other in sorted(found) if index.alike(one, other)]


def read(path: Path) -> Decisions:
    """The decisions of a file; none if there is no file. A row that can't be used costs only itself.

    Raises SettingsError if the file is not a table of text.
    """
    if not path.exists():
        return Decisions()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} is not text in UTF-8.", "Save it again as CSV UTF-8.") from error
    return parse(text, path.name)


def parse(text: str, name: str = "decisions.csv") -> Decisions:
    """The decisions in a text; `name` is what the sentences about bad rows call it."""
    if not text.strip():
        return Decisions()
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    rows, problems = [], []
    header: list[str] = []
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells) or cells[0].startswith("#"):
                continue
            if not header:
                header = _header(cells, name)
                continue
            row = checked(dict(zip(header, (cell.strip() for cell in cells), strict=False)), reader.line_num)
            if isinstance(row, Decision):
                rows.append(row)
            else:
                problems.append(f"{name}, line {reader.line_num}: {row}")
    except csv.Error as error:
        problems.append(f"{name}, line {reader.line_num}: {error}; what follows was not read.")
    return Decisions(tuple(rows), tuple(problems))


def _delimiter(text: str) -> str:
    first = text.lstrip().splitlines()[0]
    return max(",;\t", key=first.count)  # a spreadsheet of another country saves with semicolons


def _header(cells: Sequence[str], name: str) -> list[str]:
    header = [cell.strip().casefold() for cell in cells]
    missing = [column for column in ("what", "name") if column not in header]
    if missing:
        raise SettingsError(
            f"{name} has no column {missing[0]!r} in its first line.",
            f"The first line is: {','.join(COLUMNS)}",
        )
    return header


def checked(cells: Mapping[str, str], line: int = 0) -> Decision | str:
    """A decision from the cells of a row, or the sentence that says why it is none."""
    said = re.sub(r"[\s_-]+", " ", cells.get("what", "").casefold())
    if said not in set(Ruling):
        return f"{cells.get('what', '')!r} is nothing that can be decided; known are {', '.join(Ruling)}."
    what = Ruling(said)
    for column in _NEEDS[what]:
        if not cells.get(column):
            return f"{what.value!r} needs something in the column {column!r}."
    if what in _DATED and day(cells["value"]) is None:
        return f"{cells['value']!r} is no date; write 2010-05-31, 31 May 2010, 2010-05 or 2010."
    if what is Ruling.NAME and not re.search(r"[^\W\d_]", cells["value"]):
        return f"{cells['value']!r} is no name. To say that {cells['name']!r} is none: {_none(cells['name'])}"
    if what is Ruling.LINE and (wrong := wrong_value(cells["value"])):
        return wrong
    when = cells.get("when", "")
    if when and day(when) is None:
        return f"{when!r} in the column 'when' is no date; write 2010-05-31."
    if what is Ruling.DIFFERENT and _unscoped(cells):
        return 'the two names are alike: tell them apart as "Name [organisation]" or "Name [file name]".'
    return decision(what, **{column: cells.get(column, "") for column in COLUMNS[1:]}, line=line)


def _none(name: str) -> str:
    return f'whosat correct "{Ruling.NOT_A_NAME}" "{name}"'


def _unscoped(cells: Mapping[str, str]) -> bool:
    return cells["name"].casefold() == cells["other"].casefold() and not cells.get("document")


def decision(
    what: Ruling,
    *,
    name: str = "",
    other: str = "",
    value: str = "",
    document: str = "",
    who: str = "",
    when: str = "",
    why: str = "",
    line: int = 0,
) -> Decision:
    """A decision with its key: two rows that decide the same have the same key, whoever wrote them."""
    key = f"decision/{digest(what.value, name, other, value, document)}"
    return Decision(what, name, key, other, value, document, who, day(when), why, line)


def day(text: str, *, last: bool = False) -> dt.date | None:
    """The first (or last) day that "2010-05-31", "31 May 2010", "2010-05" or "2010" may mean; None if none.

    "1/2/2010" is none: it is the first of February to some and the second of January to others.
    """
    found = re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", _in_numbers(text))
    if not found:
        return None
    year, month, date = (int(part) if part else None for part in found.groups())
    try:
        if date:
            return dt.date(year or 0, month or 0, date)
        first = dt.date(year or 0, month or 1, 1)
    except ValueError:
        return None
    if not last:
        return first
    if month is None or month == 12:
        return dt.date(first.year, 12, 31)
    return dt.date(first.year, month + 1, 1) - dt.timedelta(days=1)


def _in_numbers(text: str) -> str:
    """A date with its month as a word ("31st May 2010", "May 31, 2010", "May 2010") in numbers."""
    plain = " ".join(text.replace(",", " ").casefold().split())
    found = re.fullmatch(rf"(?:{_DAY} (?:of )?)?{_MONTH} (\d{{4}})|{_MONTH} {_DAY} (\d{{4}})", plain)
    if not found:
        return text.strip()
    date, month, year, other_month, other_date, other_year = found.groups()
    number = _MONTHS.index((month or other_month)[:3]) + 1
    parts = [year or other_year, str(number), date or other_date]
    return "-".join(part for part in parts if part)


def append(path: Path, rows: Iterable[Decision]) -> None:
    """Add rows at the end of a file, all or none: a new file is written, then takes the old one's place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(path.with_name(f".{path.name}.lock"), timeout=30):
        before = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
        text = before if not before or before.endswith("\n") else before + "\n"
        delimiter = _delimiter(before) if before.strip() else ","
        header = _columns_of(before, delimiter)
        out = io.StringIO()
        writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
        if not before.strip():
            writer.writerow(COLUMNS)
        for row in rows:
            cells = {
                **{column: str(getattr(row, column) or "") for column in COLUMNS},
                "what": row.what.value,
            }
            writer.writerow([cells.get(column, "") for column in header])
        write_whole(path, (text + out.getvalue()).encode(), synced=True)


def take_back(path: Path, row: Decision) -> bool:
    """Take out the last row that decides what `row` does, no other byte touched; whether there was one."""
    if not path.exists():
        return False
    with FileLock(path.with_name(f".{path.name}.lock"), timeout=30):
        before = path.read_bytes().decode("utf-8-sig")
        lines = [one.line for one in parse(before, path.name).rows if one.key == row.key]
        if not lines:
            return False
        records = _records(before)
        del records[next(at for at, (_, last) in enumerate(records) if last == lines[-1])]
        write_whole(path, "".join(text for text, _ in records).encode(), synced=True)
    return True


def _records(text: str) -> list[tuple[str, int]]:
    """The records of a table as they are written, each with its last line (from 1); cells may hold breaks."""
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=_delimiter(text))
    found, begin = [], 0
    for _ in reader:
        found.append(("".join(lines[begin : reader.line_num]), reader.line_num))
        begin = reader.line_num
    return found


def remove(path: Path, forms: Iterable[str]) -> int:
    """Take out all rows that name somebody under any of these forms; the number of rows that went."""
    if not path.exists():
        return 0
    gone = 0
    with FileLock(path.with_name(f".{path.name}.lock"), timeout=30):
        before = path.read_text(encoding="utf-8-sig")
        delimiter = _delimiter(before) if before.strip() else ","
        patterns = [
            re.compile(rf"(?<!\w){re.escape(form)}(?!\w)", re.IGNORECASE) for form in forms if " " in form
        ]
        out = io.StringIO()
        writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
        for cells in csv.reader(io.StringIO(before, newline=""), delimiter=delimiter):
            if any(pattern.search(cell) for cell in cells for pattern in patterns):
                gone += 1
            else:
                writer.writerow(cells)
        if gone:
            write_whole(path, out.getvalue().encode(), synced=True)
    return gone


def _columns_of(text: str, delimiter: str) -> list[str]:
    for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
        if any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
            return [cell.strip().casefold() for cell in cells]
    return list(COLUMNS)

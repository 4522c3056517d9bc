"""Marks beside names in lists, where a line explains them: "Ann Bell*, Bob Cole" and "* = sent apologies",
"A Ann Bell" and "A = absent"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from whosat.extract.components.attendance_entries import Draft
from whosat.extract.components.roster_headings import State
from whosat.extract.components.roster_matrix import legend_in
from whosat.ontology.facts import Status

_TOP: Final = 6000
_MANY: Final = 4  # ticks in the blanks of a form
_TICKED: Final = re.compile(r"(?<![\w_])_{1,3}[xX✓✔]_{0,3}(?![\w_])")
_TICKED_BEFORE: Final = re.compile(rf"{_TICKED.pattern}\s?(?:(?:Cllr|Mr|Mrs|Ms|Dr)\.? )?$")
"""The blank of a printed form, filled in: "Ann Bell _X_"."""
_FEWEST: Final = 3  # people with a letter beside them
_BEHIND: Final = re.compile(
    r"(?:[^\S\n]?\([A-Z]{2,4}\))?[^\S\n]?(?:\((?P<digit>\d)\)|(?P<sign>[*†‡#]{1,3}|[✓✗✔✘]))(?=[^\S\n]*(?:[,;.(–-]|\n|$|and\b))"
)
_BEFORE: Final = re.compile(
    r"(?:^|[\n,;|])[^\S\n]*(?P<sign>[*†‡#]{1,3})[^\S\n]?\|?[^\S\n]*"
    r"(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Prof|Revd?)\.? ){0,2}$"
)
_LETTER_BEHIND: Final = re.compile(
    r"(?:[^\S\n]*[-–—:=(\[\t][^\S\n]*|[^\S\n]+)(?P<letter>[A-Z]{1,3})[)\]]?(?=[^\S\n]*(?:\n|$|[,;|]))"
)
_LETTER_BEFORE: Final = re.compile(
    r"(?:^|\n)\W*(?P<letter>[A-Z]{1,3})\W{1,4}(?:(?:Cllr|Mr|Mrs|Ms|Miss|Dr)\.? )?$"
)
_SAID: Final = r"(?:=|:|–|-|\bdenotes?\b|\bindicates?\b|\bmeans?\b|\bsignif(?:y|ies)\b|\bshows?\b|\bmarks?\b)"
_EXPLAINED: Final = re.compile(
    rf"(?:^|\n|\()[^\S\n]*(?:(?:an )?asterisk )?\(?(?P<sign>[*†‡#]{{1,3}}|(?<=asterisk ))\)?[^\S\n]*"
    rf"(?:{_SAID}[^\S\n]*(?P<said>[^\n,;:)]{{3,60}})|"
    r"(?P<bare>(?:sent |gave )?(?:apologies|regrets)(?: (?:received|sent|given))?|excused|absent|"
    r"not present|did not attend|present|"
    r"in attendance)"
    r"\W*(?=\n|$|\)))|"
    r"\b(?:marked|shown|starred|those)(?: with| by)?(?: an?)?(?: asterisk)? ?\(?(?P<sign2>[*†‡#]{1,3})\)? ?"
    r"(?:(?:were|was|have|had|are|is|not being) )?(?P<said2>[a-z][^\n,;:)]{3,40})",
    re.IGNORECASE,
)
_ALL_OF_IT: Final = re.compile(
    r"\W*(?:those |members? |who |was |were |is |are )*(?:present|in attendance|attended|attending|"
    r"attendance)"
    r"(?: (?:at )?(?:the|this) meeting)?\W*",
    re.IGNORECASE,
)
"""Words that say of whom they mark that he or she came, and not for how long or how."""
_STATUS: Final = {
    State.PRESENT: Status.PRESENT,
    State.APOLOGIES: Status.APOLOGIES,
    State.ABSENT: Status.ABSENT,
    State.IN_ATTENDANCE: Status.IN_ATTENDANCE,
}


def settle_marks(text: str, people: Sequence[Draft]) -> None:
    """Give each person of a list the status that the mark beside the name, or a filled blank, stands for."""
    if len(_TICKED.findall(text[:_TOP])) >= _MANY:
        _settle_blanks(text, people)
    settle_explained(text, people)


def settle_explained(text: str, people: Sequence[Draft]) -> None:
    """Give each person the status of a mark that the top of the document explains."""
    top = text[:_TOP]
    legend = _legend(top)
    if not legend:
        return
    letters = {mark.upper(): state for mark, state in legend_in(top).items() if mark.isalpha()}
    marked = [
        (
            draft,
            _mark(text, draft) or _within(draft, letters) or _last(text, draft, people, {*legend, *letters}),
        )
        for draft in people
    ]
    legend = {**letters, **legend}
    if all(mark in legend for _, mark in marked) and len(set(legend.values())) < 2:
        return  # emphasis or bullets
    if set(legend.values()) == {State.PRESENT} and sum(mark in legend for _, mark in marked) >= _FEWEST - 1:
        legend = {**legend, "": State.ABSENT}  # those who came are marked, and nobody else
    for draft, mark in marked:
        state = legend.get(mark)
        came = state is State.PRESENT and draft.status in (Status.IN_ATTENDANCE, Status.MINUTE_TAKER)
        if state is not None and not came and (mark or draft.status is Status.PRESENT):
            draft.status, draft.strong = _STATUS[state], True


def _settle_blanks(text: str, people: Sequence[Draft]) -> None:
    """Those whose blank in a form is not ticked, among those whose is: they did not come."""
    there = sorted(
        (one for one in people if one.status is Status.PRESENT and one.person.name_at[1] < _TOP),
        key=lambda one: one.person.name_at,
    )
    if not there:
        return
    before = bool(_TICKED_BEFORE.search(text[: there[0].person.name_at[0]][-12:]))
    ends = [*[one.person.name_at[0] for one in there[1:]], _TOP]
    ticked = [
        bool(_TICKED_BEFORE.search(text[: draft.person.name_at[0]][-12:]))
        if before
        else _TICKED.search(text, draft.person.name_at[1], min(end, draft.person.name_at[1] + 120))
        is not None
        for draft, end in zip(there, ends, strict=True)
    ]
    if sum(ticked) < _MANY or 2 * sum(ticked) < len(ticked):
        return
    for draft, came in zip(there, ticked, strict=True):
        if not came and not draft.person.facts.status:
            draft.status, draft.strong = Status.ABSENT, True


def settle_letters(text: str, people: Sequence[Draft]) -> None:
    """Give each person of a list the status that the letter beside the name stands for."""
    top = text[:_TOP]
    legend = {mark: state for mark, state in legend_in(top).items() if mark.isalpha()}
    if len(legend) > 1:
        _settle_letters(text, people, legend)


def _settle_letters(text: str, people: Sequence[Draft], legend: Mapping[str, State]) -> None:
    """Those with a letter of the legend before or behind their names, where most people have one."""
    told = []
    for draft in people:
        start, end = draft.person.name_at
        first = text[start:end].split(" ", 1)[0].lower()
        opens = text[:start].endswith("\n") or not start
        if opens and first in legend and draft.name.count(" ") > 1:
            told.append((draft, first, len(first) + 1))
            continue
        if row := _row(text, end, legend):
            told.append((draft, row[-1], 0))
            continue
        found = _LETTER_BEFORE.search(text[max(0, start - 16) : start]) or _LETTER_BEHIND.match(text, end)
        if found is not None and found["letter"].lower() in legend:
            told.append((draft, found["letter"].lower(), 0))
    if len(told) < _FEWEST or 2 * len(told) < len(people):
        return
    for draft, mark, lead in told:
        if lead:
            draft.person.name, at = draft.name.split(" ", 1)[1], draft.person.name_at
            draft.person.name_at = (at[0] + lead, at[1])
        draft.status, draft.strong = _STATUS[legend[mark]], True


def _row(text: str, end: int, legend: Collection[str]) -> list[str]:
    """The marks that fill the rest of a name's line, one a meeting, the last of which is this one's."""
    stop = text.find("\n", end)
    line = text[end : stop if stop >= 0 else len(text)].lower()
    marks = re.sub(r"\([^()]*\)", " ", line).split() if len(line) < _WIDE else []
    return marks if len(marks) > 1 and all(mark in legend for mark in marks) else []


_WIDE: Final = 120


def _mark(text: str, draft: Draft) -> str:
    start, end = draft.person.name_at
    found = _BEHIND.match(text, end)
    before = _BEFORE.search(text[max(0, start - 32) : start])
    if found is None and before is not None:
        return before["sign"]
    if found is None or text[max(0, start - 1) : start] in ("*", "#"):
        return ""  # "*Ann Bell*" is set in italics
    return found["digit"] or found["sign"]


def _within(draft: Draft, letters: Collection[str]) -> str:
    """The letter of the legend that was read as the last of somebody's name; it is taken off."""
    name, _, last = draft.name.rpartition(" ")
    if last not in letters or " " not in name:
        return ""
    start, end = draft.person.name_at
    draft.person.name, draft.person.name_at = name, (start, end - len(last) - 1)
    return last


def _last(text: str, draft: Draft, people: Sequence[Draft], marks: Collection[str]) -> str:
    """The mark that ends somebody's line, behind what else is said there: "Ann Bell (Chair) *"."""
    end = draft.person.name_at[1]
    stop = text.find("\n", end)
    line = text[end : stop if stop >= 0 else len(text)]
    if any(end <= other.person.name_at[0] < end + len(line) for other in people):
        return ""
    words = line.split() or [""]
    alone = (
        "\t" not in line and sum(word in marks for word in words) == 1
    )  # of a table each is read as a cell
    return words[-1] if alone and words[-1] in marks else ""


def _legend(top: str) -> dict[str, State]:
    """Signs and digits the top of a document explains; digits and ticks where at least two are."""
    told = {
        mark: state for mark, state in legend_in(top).items() if mark.isdigit() or mark in frozenset("✓✗✔✘")
    }
    found = told if len(told) > 1 else {}
    for line in _EXPLAINED.finditer(top):
        words = line["said"] or line["bare"] or line["said2"]
        said = legend_in(f"X = {words}\nZ = absent").get("x")
        if said is State.PRESENT and not _ALL_OF_IT.fullmatch(words):
            continue  # "present for part", "attended online"
        if said is not None:
            found[line["sign"] or line["sign2"] or "*"] = said
    return found

"""Rosters as clerks of small councils type them: given initials, stacked titles, reasons for absence."""

from __future__ import annotations

from whosat.extract.evaluation.layouts import layout
from whosat.extract.evaluation.layouts.listed import ordered
from whosat.extract.evaluation.layouts.running import joined
from whosat.extract.evaluation.page import Block, Heading, Lines, Para
from whosat.extract.evaluation.people import words
from whosat.extract.evaluation.sheet import Attendee, Sheet

REASONS = words("holiday, unwell, work, family commitment, another meeting, personal reasons, bereavement")
COUNCILS = ("parish", "community")


def spaced(sheet: Sheet, one: Attendee) -> str:
    """Cllr Mrs E J Hilson: a title or two, given initials with blanks; entered into the truth."""
    second = "ABCEGHJLMPRTW"[sum(map(ord, one.person.full)) % 13]
    initials = f"{one.person.given[0]} {second}"
    sheet.tell(one, f"{initials} {one.person.family}")
    member = one.status in ("present", "apologies", "absent")
    title = one.person.title or "Mr"
    return f"{'Cllr ' if member else ''}{title} {initials} {one.person.family}{sheet.chair(one)}"


@layout("given initials with blanks", COUNCILS)
def given_initials(sheet: Sheet) -> list[Block]:
    """Cllr Mr A H Porter (Chair), one a line."""
    blocks: list[Block] = []
    for status in ordered(sheet):
        lines = tuple(spaced(sheet, one) for one in sheet.of(status))
        blocks += [Heading(sheet.heading(status), 3, plain=True), Lines(lines)]
    return blocks


@layout("given initials in a row", COUNCILS, "judge")
def given_initials_row(sheet: Sheet) -> list[Block]:
    """Present: Cllr Mr A H Porter (Chair), Cllr Miss K S Martin and …"""
    return [
        Para(f"{sheet.heading(it).rstrip(':')}: {joined([spaced(sheet, one) for one in sheet.of(it)])}.")
        for it in ordered(sheet)
    ]


def with_reason(sheet: Sheet, one: Attendee, opening: str, closing: str) -> str:
    """A councillor who is away, and often why; entered into the truth."""
    sheet.tell(one)
    why = f"{opening}{sheet.rng.choice(REASONS)}{closing}" if sheet.rng.random() < 0.7 else ""
    return f"Cllr {one.person.full}{why}"


def present_row(sheet: Sheet, head: str) -> Para:
    """Those present in a row."""
    for one in sheet.of("present"):
        sheet.tell(one)
    return Para(
        f"{head}{joined([f'Cllr {one.person.full}{sheet.chair(one)}' for one in sheet.of('present')])}"
    )


def officers(sheet: Sheet) -> list[Block]:
    """The others, a paragraph a status."""
    blocks: list[Block] = []
    for status in ("guest", "minutes"):
        if sheet.of(status):
            for one in sheet.of(status):
                sheet.tell(one)
            row = joined([one.person.full for one in sheet.of(status)])
            blocks.append(Para(f"{sheet.heading(status).rstrip(':')}: {row}"))
    return blocks


@layout("apologies as an item with reasons", COUNCILS)
def item_with_reasons(sheet: Sheet) -> list[Block]:
    """An item's heading, below it names with reasons in brackets and nothing else."""
    blocks: list[Block] = [present_row(sheet, "Present: "), *officers(sheet)]
    for status, head in (("apologies", "1. APOLOGIES FOR ABSENCE"), ("absent", "2. ABSENT")):
        if sheet.of(status):
            row = joined([with_reason(sheet, one, " (", ")") for one in sheet.of(status)])
            blocks += [Heading(head, 2), Para(f"{row}.")]
    return blocks


@layout("absences with reasons after dashes", COUNCILS, "judge")
def reasons_after_dashes(sheet: Sheet) -> list[Block]:
    """Apologies, one a line, the reason after a dash."""
    blocks: list[Block] = [present_row(sheet, "Members present – "), *officers(sheet)]
    for status in ("apologies", "absent"):
        if sheet.of(status):
            lines = tuple(with_reason(sheet, one, " – ", "") for one in sheet.of(status))
            blocks += [Heading(sheet.heading(status), 3, plain=True), Lines(lines)]
    return blocks


@layout("all on one line", COUNCILS, formats=("txt", "pdf", "html"))
def one_line(sheet: Sheet) -> list[Block]:
    """The roster flattened: headings and names in one paragraph, as some converters leave them."""
    parts = []
    for status in ordered(sheet):
        for one in sheet.of(status):
            sheet.tell(one)
        row = joined([f"{one.person.formal}{sheet.chair(one)}" for one in sheet.of(status)])
        parts.append(f"{sheet.heading(status).rstrip(':')}: {row}")
    return [Para(" ".join(parts))]


@layout(
    "all on one line with strokes", ("school", "housing", "charity"), "judge", formats=("txt", "pdf", "html")
)
def one_line_strokes(sheet: Sheet) -> list[Block]:
    """The same, statuses parted by strokes and names by semicolons."""
    parts = []
    for status in ordered(sheet):
        for one in sheet.of(status):
            sheet.tell(one)
        row = "; ".join(f"{one.person.full}{sheet.chair(one)}{sheet.deputy(one)}" for one in sheet.of(status))
        parts.append(f"{sheet.heading(status).rstrip(':').upper()}: {row}")
    return [Para(" | ".join(parts))]

"""Rosters in tables: columns of names and organisations, matrices over dates, labels on the left."""

from __future__ import annotations

import datetime as dt
from itertools import zip_longest
from typing import Any

from whosat.extract.evaluation.layouts import ANY, JOBBED, PARTNERED, layout
from whosat.extract.evaluation.layouts.listed import by_body, ordered, vacancy
from whosat.extract.evaluation.lines import Template
from whosat.extract.evaluation.page import Block, Heading, Para, Table
from whosat.extract.evaluation.sheet import Attendee, Sheet

NAME = Template(("{name}", " {chair}"))
MEMBERS = ("present", "apologies", "absent")


def tell_all(sheet: Sheet, one: Attendee, **more: Any) -> None:
    """Enter a person of whom the row shows the organisation as well."""
    sheet.tell(one, organisation=True, **more)


def name_cell(sheet: Sheet, one: Attendee, deputy: bool = True) -> str:
    """The name with the chair's mark and the words about a deputy."""
    return one.person.full + sheet.chair(one) + (sheet.deputy(one) if deputy else "")


@layout("table name organisation", PARTNERED)
def name_organisation(sheet: Sheet) -> list[Block]:
    """A heading a status, a table of two columns below."""
    blocks: list[Block] = []
    for status in ordered(sheet):
        rows = [(name_cell(sheet, one), sheet.organisation(one)) for one in sheet.of(status)]
        for one in sheet.of(status):
            tell_all(sheet, one)
        head = (
            [("Name", sheet.rng.choice(("Organisation", "Representing", "Agency")))]
            if sheet.rng.random() < 0.6
            else []
        )
        blocks += [Heading(sheet.heading(status), 3, plain=True), Table((*head, *rows), header=bool(head))]
    return blocks


@layout("table name initials job", JOBBED)
def name_job(sheet: Sheet) -> list[Block]:
    """Group rows over the full width, then name, initials, job."""
    rows: list[tuple[str, ...]] = []
    for status in ordered(sheet):
        rows.append((sheet.heading(status),))
        for one in sheet.of(status):
            rows.append((name_cell(sheet, one), one.person.initials, one.job))
            sheet.tell(one, initials=one.person.initials, role=one.job or None)
    return [Table(tuple(rows), header=False)]


@layout("table name role agency status", PARTNERED)
def status_column(sheet: Sheet) -> list[Block]:
    """Name | Role | Agency | Attendance, the last in words."""
    said = {
        "present": "Present",
        "apologies": "Apologies",
        "absent": "Absent",
        "guest": "In attendance",
        "minutes": "Minutes",
    }
    rows: list[tuple[str, ...]] = [
        ("Name", "Role", sheet.rng.choice(("Agency", "Organisation")), "Attendance")
    ]
    people = list(sheet.people)
    sheet.rng.shuffle(people)
    for one in people:
        status = f"Deputy for {one.deputises_for.full}" if one.deputises_for else said[one.status]
        rows.append((name_cell(sheet, one, deputy=False), one.job, sheet.organisation(one), status))
        tell_all(sheet, one, role=one.job or None)
    return [Table(tuple(rows))]


@layout("table with marks", PARTNERED)
def marked(sheet: Sheet) -> list[Block]:
    """Present and apologies as columns, a mark in the one that holds."""
    mark = sheet.rng.choice(("✓", "X", "x", "Yes", "✔", "●"))
    columns = [status for status in MEMBERS if sheet.of(status)]
    heads = {
        "present": "Present",
        "apologies": "Apologies",
        "absent": sheet.rng.choice(("Absent", "Did not attend")),
    }
    rows: list[tuple[str, ...]] = [("Member", "Organisation", *(heads[status] for status in columns))]
    for one in sorted(sheet.of(*MEMBERS), key=lambda one: one.person.family):
        rows.append(
            (
                name_cell(sheet, one),
                sheet.organisation(one),
                *(mark if one.status == it else "" for it in columns),
            )
        )
        tell_all(sheet, one)
    return [Table(tuple(rows)), *others(sheet)]


def others(sheet: Sheet) -> list[Block]:
    """Guests and the minute taker, a paragraph each."""
    template = Template(("{name}", ", {org}"))
    return [
        Para(
            f"{sheet.heading(status).rstrip(':')}: "
            + "; ".join(template.write(sheet, one) for one in sheet.of(status))
        )
        for status in ("guest", "minutes")
        if sheet.of(status)
    ]


LEGENDS = (
    ("P = present, A = apologies, DNA = did not attend", {"present": "P", "apologies": "A", "absent": "DNA"}),
    ("Key: ✓ attended, A apologies received, X absent", {"present": "✓", "apologies": "A", "absent": "X"}),
    ("Y – attended; N – did not attend; Ap – apologies", {"present": "Y", "apologies": "Ap", "absent": "N"}),
)
RARE_LEGENDS = (
    ("● present   ○ apologies   – absent", {"present": "●", "apologies": "○", "absent": "–"}),
    ("Attended (1), sent apologies (2), no apologies (3)", {"present": "1", "apologies": "2", "absent": "3"}),
)


def matrix(sheet: Sheet, dates: int, legends: tuple[tuple[str, dict[str, str]], ...]) -> list[Block]:
    """Members by meeting dates; the last column is this meeting, and the legend explains the letters."""
    legend, letters = sheet.rng.choice(legends)
    days = [sheet.date - dt.timedelta(days=91 * back) for back in range(dates - 1, -1, -1)]
    rows: list[tuple[str, ...]] = [("Name", "Agency", *(day.strftime("%d/%m/%y") for day in days))]
    for one in sheet.of(*MEMBERS):
        earlier = [sheet.rng.choice(list(letters.values())) for _ in days[1:]]
        rows.append((name_cell(sheet, one), sheet.organisation(one), *earlier, letters[one.status]))
        tell_all(sheet, one)
    if sheet.rng.random() < 0.4:
        rows.append((vacancy(sheet).split(" – ")[0], "Vacant seat", *("" for _ in days)))
    return [Table(tuple(rows)), Para(legend), *others(sheet)]


@layout("matrix over dates", ("safeguarding", "police", "icb"))
def matrix_over_dates(sheet: Sheet) -> list[Block]:
    """Several meetings in columns."""
    return [Heading("Attendance record", 3), *matrix(sheet, sheet.rng.choice((3, 4)), LEGENDS)]


@layout("matrix with a legend", ("safeguarding", "housing", "flood"))
def matrix_one_date(sheet: Sheet) -> list[Block]:
    """One column of letters that a legend explains."""
    return matrix(sheet, 1, LEGENDS)


@layout("matrix at the end, other signs", ("safeguarding", "police"), "judge", at_end=True)
def matrix_at_end(sheet: Sheet) -> list[Block]:
    """The matrix as an appendix, signs that only its legend explains."""
    return [Heading("Appendix A: attendance", 2), *matrix(sheet, 3, RARE_LEGENDS)]


@layout("matrix of this meeting's signs", ("icb", "authority", "flood"), "judge")
def matrix_rare(sheet: Sheet) -> list[Block]:
    """A column of signs."""
    return matrix(sheet, 1, RARE_LEGENDS)


@layout("columns of a table are statuses", ANY)
def status_columns(sheet: Sheet) -> list[Block]:
    """Present | Apologies | In attendance, names below one another."""
    statuses = ordered(sheet)
    runs = [[NAME.write(sheet, one) for one in sheet.of(status)] for status in statuses]
    rows = [tuple(sheet.heading(status) for status in statuses), *zip_longest(*runs, fillvalue="")]
    return [Table(tuple(rows))]


@layout("one cell a status", ANY)
def one_cell(sheet: Sheet) -> list[Block]:
    """A row of headings, and below each a cell with all names."""
    statuses = ordered(sheet)
    cells = tuple("\n".join(NAME.write(sheet, one) for one in sheet.of(status)) for status in statuses)
    return [Table((tuple(sheet.heading(status) for status in statuses), cells))]


def labelled(sheet: Sheet, line: Template, separator: str, borders: bool) -> list[Block]:
    """The status on the left, all people of it in one cell on the right."""
    rows = [
        (
            sheet.heading(status).rstrip(":") + ":",
            separator.join(line.write(sheet, one) for one in sheet.of(status)),
        )
        for status in ordered(sheet)
    ]
    return [Table(tuple(rows), header=False, borders=borders)]


@layout("labels on the left", (*PARTNERED, "church"))
def labels_left(sheet: Sheet) -> list[Block]:
    """Present: | names with organisations, one below the other."""
    return labelled(sheet, Template(("{name}", " {chair}", ", {org}")), "\n", borders=True)


@layout("labels on the left without rules", ANY)
def labels_left_unruled(sheet: Sheet) -> list[Block]:
    """As before, no lines drawn, names with initials."""
    return labelled(sheet, Template(("{name}", " ({initials})", " {chair}")), "\n", borders=False)


@layout("labels on the left, commas", PARTNERED, "judge")
def labels_left_commas(sheet: Sheet) -> list[Block]:
    """Present: | A (X), B (Y)."""
    return labelled(sheet, Template(("{name}", " {chair}", " ({org})")), ", ", borders=True)


@layout("labels left, person a row", JOBBED, "judge")
def label_then_rows(sheet: Sheet) -> list[Block]:
    """The status in the first row only; name and job in the next columns."""
    rows: list[tuple[str, ...]] = []
    for status in ordered(sheet):
        for number, one in enumerate(sheet.of(status)):
            label = sheet.heading(status) if number == 0 else ""
            rows.append((label, name_cell(sheet, one), one.job))
            sheet.tell(one, role=one.job or None)
    return [Table(tuple(rows), header=False, borders=sheet.rng.random() < 0.5)]


@layout("label row person organisation", PARTNERED)
def label_then_organisations(sheet: Sheet) -> list[Block]:
    """The status in the first row only; name and organisation in the next columns."""
    rows: list[tuple[str, ...]] = []
    for status in ordered(sheet):
        for number, one in enumerate(sheet.of(status)):
            rows.append(
                (sheet.heading(status) if number == 0 else "", name_cell(sheet, one), sheet.organisation(one))
            )
            tell_all(sheet, one)
    return [Table(tuple(rows), header=False, borders=sheet.rng.random() < 0.5)]


def organisation_rows(sheet: Sheet, separator: str, first: bool) -> list[Block]:
    """A row an organisation: who came, who sent apologies; guests below."""
    shown = [status for status in ("present", "apologies") if sheet.of(status)]
    cells: dict[str, dict[str, list[str]]] = {}
    for status in shown:
        for name, people in by_body(sheet, status).items():
            cells.setdefault(name, {})[status] = [name_cell(sheet, one) for one in people]
            for one in people:
                tell_all(sheet, one)
    heads = {"present": "Attendees", "apologies": "Apologies"}
    rows = [("Organisation", *(heads[status] for status in shown))]
    rows += [
        (name or "–", *(separator.join(found.get(status, [])) for status in shown))
        for name, found in cells.items()
    ]
    if not first:
        rows = [(row[1], row[0], *row[2:]) for row in rows]
    absent = [Para("Did not attend: " + ", ".join(NAME.write(sheet, one) for one in sheet.of("absent")))]
    return [Table(tuple(rows)), *(absent if sheet.of("absent") else []), *others(sheet)]


@layout("organisation then people", PARTNERED)
def organisation_first(sheet: Sheet) -> list[Block]:
    """Organisation | Attendees | Apologies, one name a line."""
    return organisation_rows(sheet, "\n", first=True)


@layout("people run together, organisation, apologies", PARTNERED)
def run_together(sheet: Sheet) -> list[Block]:
    """Names | Organisation | Apologies, names separated by commas."""
    return organisation_rows(sheet, ", ", first=False)


@layout("organisation then people with strokes", PARTNERED, "judge")
def organisation_strokes(sheet: Sheet) -> list[Block]:
    """Organisation | A / B | C."""
    return organisation_rows(sheet, " / ", first=True)


@layout("numbered table", (*PARTNERED, "housing"))
def numbered(sheet: Sheet) -> list[Block]:
    """No. | Name | Designation | Organisation under a heading row a status."""
    rows: list[tuple[str, ...]] = [("No.", "Name", "Designation", "Organisation")]
    number = 0
    for status in ordered(sheet):
        rows.append((sheet.heading(status).upper(),))
        for one in sheet.of(status):
            number += 1
            rows.append((f"{number}.", name_cell(sheet, one), one.job, sheet.organisation(one)))
            tell_all(sheet, one, role=one.job or None)
    return [Table(tuple(rows))]


@layout("two people a row", PARTNERED, "judge")
def two_people_a_row(sheet: Sheet) -> list[Block]:
    """Name | Organisation | Name | Organisation."""
    blocks: list[Block] = []
    for status in ordered(sheet):
        cells = [(name_cell(sheet, one), sheet.organisation(one)) for one in sheet.of(status)]
        for one in sheet.of(status):
            tell_all(sheet, one)
        cells += [("", "")] * (len(cells) % 2)
        rows = [(*left, *right) for left, right in zip(cells[::2], cells[1::2], strict=True)]
        blocks += [Heading(sheet.heading(status), 3, plain=True), Table(tuple(rows), header=False)]
    return blocks


@layout("deputy column", ("safeguarding", "police", "authority", "flood"), "judge")
def deputy_column(sheet: Sheet) -> list[Block]:
    """Member | Organisation | Present | Substitute, the substitute in the member's row."""
    rows: list[tuple[str, ...]] = [("Member", "Organisation", "Attended?", "Substitute attending")]
    stood_in = {one.deputises_for: one for one in sheet.people if one.deputises_for}
    for one in sheet.of(*MEMBERS):
        if one.deputises_for and any(other.person == one.deputises_for for other in sheet.people):
            continue
        yes = {"present": "Yes", "apologies": "Apologies", "absent": "No"}[one.status]
        deputy = stood_in.get(one.person)
        rows.append(
            (name_cell(sheet, one), sheet.organisation(one), yes, deputy.person.full if deputy else "")
        )
        tell_all(sheet, one)
        if deputy:
            sheet.tell(deputy)
            sheet.told[-1] |= (
                {"also_accept_organisation": [sheet.organisation(one)]} if one.organisation else {}
            )
    return [Table(tuple(rows)), *others(sheet)]


@layout("initials first table", JOBBED, "judge")
def initials_first(sheet: Sheet) -> list[Block]:
    """Initials | Name | Position, a status a table."""
    blocks: list[Block] = []
    for status in ordered(sheet):
        rows: list[tuple[str, ...]] = [("Initials", "Name", "Position")]
        for one in sheet.of(status):
            rows.append((one.person.initials, name_cell(sheet, one), one.job))
            sheet.tell(one, initials=one.person.initials, role=one.job or None)
        blocks += [Heading(sheet.heading(status), 3), Table(tuple(rows))]
    return blocks


@layout("first name | surname", (*PARTNERED, "church"))
def name_in_two_columns(sheet: Sheet) -> list[Block]:
    """First name | Surname | Organisation, and the status as a heading."""
    blocks: list[Block] = []
    for status in ordered(sheet):
        rows: list[tuple[str, ...]] = [("First name", "Surname", "Organisation")]
        for one in sheet.of(status):
            rows.append(
                (
                    one.person.given,
                    one.person.family + sheet.chair(one) + sheet.deputy(one),
                    sheet.organisation(one),
                )
            )
            tell_all(sheet, one)
        blocks += [Heading(sheet.heading(status), 3), Table(tuple(rows))]
    return blocks

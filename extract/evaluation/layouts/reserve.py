"""Layouts of a third half, kept back for the day when the second one has been looked at too."""

from __future__ import annotations

from dataclasses import replace

from whosat.extract.evaluation.layouts import ANY, JOBBED, PARTNERED, Layout, layout, register
from whosat.extract.evaluation.layouts.listed import groups, ordered
from whosat.extract.evaluation.layouts.running import joined
from whosat.extract.evaluation.lines import Template
from whosat.extract.evaluation.page import Block, Heading, Lines, Para, Table
from whosat.extract.evaluation.sheet import Attendee, Sheet
from whosat.extract.evaluation.writers import FORMATS

TEMPLATES = {
    "org, job – name": (PARTNERED, Template(("{org}, ", "{job} – ", "{name}", " {chair}")), "lines"),
    "name; job; org": (PARTNERED, Template(("{name}", " {chair}", "; {job}", "; {org}")), "items"),
    "name <org>": (PARTNERED, Template(("{name}", " {chair}", " <{org}>")), "tight"),
    "job / name": (JOBBED, Template(("{job} / ", "{name}", " {chair}")), "lines"),
    "name @ org": (PARTNERED, Template(("{name}", " {chair}", " @ {org}")), "items"),
}


def _register_templates() -> None:
    for name, (families, template, container) in TEMPLATES.items():

        def write(sheet: Sheet, template: Template = template, container: str = container) -> list[Block]:
            return groups(sheet, template, container)

        # in Markdown "<…>" is a tag and shows nothing
        formats = tuple(suffix for suffix in FORMATS if suffix != "md" or "<" not in name)
        register(Layout(f"list {name}", "reserve", families, write, formats=formats))


_register_templates()


def alphabetical(sheet: Sheet) -> list[Attendee]:
    """Everybody by family name, whatever the status."""
    return sorted(sheet.people, key=lambda one: one.person.family)


@layout("letters before the names", PARTNERED, "reserve")
def letters_first(sheet: Sheet) -> list[Block]:
    """P Jane Smith (Org), a line each in alphabetical order, the letters explained above."""
    letters = {"present": "P", "apologies": "Ap", "absent": "Ab", "guest": "G", "minutes": "M"}
    legend = "P = present; Ap = apologies; Ab = absent; G = guest; M = minutes"
    template = Template(("{name}", " {chair}", " ({org})"))
    lines = tuple(f"{letters[one.status]}\t{template.write(sheet, one)}" for one in alphabetical(sheet))
    return [Heading("Attendance", 3), Para(legend), Lines(lines)]


@layout("words after the names", ANY, "reserve")
def words_after(sheet: Sheet) -> list[Block]:
    """Jane Smith – apologies: the status in words at the end of each line."""
    said = {
        "present": "present",
        "apologies": "apologies",
        "absent": "absent",
        "guest": "in attendance",
        "minutes": "minutes",
    }
    template = Template(("{name}", " {chair}"))
    lines = tuple(f"{template.write(sheet, one)} – {said[one.status]}" for one in alphabetical(sheet))
    return [Heading("Attendance", 3), Lines(lines)]


@layout("deputies named with the apologies", PARTNERED, "reserve")
def deputies_with_apologies(sheet: Sheet) -> list[Block]:
    """Apologies: A (B attended instead); B stands among those present without a word."""
    stood_in = {one.deputises_for: one for one in sheet.people if one.deputises_for}
    away = {one.person for one in sheet.of("apologies")}
    template = Template(("{name}", " {chair}", ", {org}"))
    blocks: list[Block] = []
    for status in ordered(sheet):
        lines = []
        for one in sheet.of(status):
            silent = one.deputises_for in away
            lines.append(template.write(sheet, replace(one, deputises_for=None) if silent else one))
            if silent and one.deputises_for:
                sheet.told[-1]["deputises_for"] = one.deputises_for.full
            if status == "apologies" and one.person in stood_in:
                lines[-1] += f" ({stood_in[one.person].person.full} attended instead)"
        blocks += [Heading(sheet.heading(status), 3, plain=True), Lines(tuple(lines))]
    return blocks


@layout("a row a status, a cell a name", ANY, "reserve")
def names_across(sheet: Sheet) -> list[Block]:
    """The status in the first cell, names in the cells to its right, three a row."""
    rows: list[tuple[str, ...]] = []
    for status in ordered(sheet):
        names = [Template(("{name}", " {chair}")).write(sheet, one) for one in sheet.of(status)]
        for at in range(0, len(names), 3):
            cells = [*names[at : at + 3], "", ""][:3]
            rows.append((sheet.heading(status) if at == 0 else "", *cells))
    return [Table(tuple(rows), header=False)]


@layout("name in the last column", PARTNERED, "reserve")
def name_last(sheet: Sheet) -> list[Block]:
    """Organisation | Position | Name, a status a table."""
    blocks: list[Block] = []
    for status in ordered(sheet):
        rows: list[tuple[str, ...]] = [("Organisation", "Position", "Name")]
        for one in sheet.of(status):
            rows.append(
                (sheet.organisation(one), one.job, one.person.full + sheet.chair(one) + sheet.deputy(one))
            )
            sheet.tell(one, organisation=True, role=one.job or None)
        blocks += [Heading(sheet.heading(status), 3), Table(tuple(rows))]
    return blocks


@layout("prose of who came from where", PARTNERED, "reserve")
def prose(sheet: Sheet) -> list[Block]:
    """Those attending were A from X, B from Y; C could not come."""

    def told(status: str, template: Template) -> str:
        return joined([template.write(sheet, one) for one in sheet.of(status)])

    from_where = Template(("{name}", " {chair}", " from {org}"))
    name = Template(("{name}",))
    sayings = {
        "present": ("Those attending were {}.", from_where),
        "apologies": ("{} had sent apologies.", name),
        "guest": ("{} observed the meeting.", from_where),
        "minutes": ("Minutes were taken by {}.", name),
        "absent": ("{} did not attend.", name),
    }
    return [Para(sayings[it][0].format(told(it, sayings[it][1]))) for it in ordered(sheet)]

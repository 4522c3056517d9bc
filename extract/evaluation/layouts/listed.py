"""Rosters as lists: one person a line under headings, in every order of name, initials, job and
organisation.
"""

from __future__ import annotations

from dataclasses import replace

from whosat.extract.evaluation.layouts import ANY, JOBBED, PARTNERED, Layout, layout, register
from whosat.extract.evaluation.lines import Template, messy
from whosat.extract.evaluation.page import Block, Break, Columns, Heading, Items, Lines, Para
from whosat.extract.evaluation.people import words
from whosat.extract.evaluation.sheet import STATUSES, Attendee, Sheet

PLAIN = ("develop", ANY)
TEMPLATES: dict[str, tuple[str, tuple[str, ...], Template]] = {
    "name": (*PLAIN, Template(("{name}",))),
    "name (initials)": (*PLAIN, Template(("{name}", " ({initials})"))),
    "titled name": (*PLAIN, Template(("{name}",), "formal")),
    "name – org": ("develop", PARTNERED, Template(("{name}", "{chair}", " – {org}"))),
    "name, org": ("develop", PARTNERED, Template(("{name}", " {chair}", ", {org}"))),
    "name (org)": ("develop", PARTNERED, Template(("{name}", " ({org})", " {chair}"))),
    "name (initials) – org": (
        "develop",
        PARTNERED,
        Template(("{name}", " ({initials})", " {chair}", " – {org}")),
    ),
    "name, job, org": ("develop", PARTNERED, Template(("{name}", " {chair}", ", {job}", ", {org}"))),
    "name – job, org": ("develop", PARTNERED, Template(("{name}", " {chair}", " – {job}", ", {org}"))),
    "name, job": ("develop", JOBBED, Template(("{name}", " {chair}", ", {job}"))),
    "name job in tabs": ("develop", JOBBED, Template(("{name}", "\t{initials}", "\t{job}"))),
    "name initials org in tabs": (
        "develop",
        PARTNERED,
        Template(("{name}", " {chair}", "\t{initials}", "\t{org}")),
    ),
    "councillors": (
        "develop",
        ("authority", "police"),
        Template(("{name}", " {chair}", ", {org}"), "councillor"),
    ),
    "capitals – org": ("develop", PARTNERED, Template(("{name}", " {chair}", " – {org}"), "capitals")),
    "surname, first (title)": ("develop", ANY, Template(("{name}",), "reversed")),
    "initialled name, org": ("develop", PARTNERED, Template(("{name}", ", {org}"), "initialled")),
    "name: org": ("judge", PARTNERED, Template(("{name}", " {chair}", ": {org}"))),
    "name / org": ("judge", PARTNERED, Template(("{name}", " {chair}", " / {org}"))),
    "name [org]": ("judge", PARTNERED, Template(("{name}", " {chair}", " [{org}]"))),
    "initials name org": ("judge", PARTNERED, Template(("{initials}", "  {name}", " {chair}", " ({org})"))),
    "org: name": ("judge", PARTNERED, Template(("{org}: ", "{name}", " {chair}"))),
    "org – name, job": ("judge", PARTNERED, Template(("{org} – ", "{name}", " {chair}", ", {job}"))),
    "job: name": ("judge", JOBBED, Template(("{job}: ", "{name}"))),
    "job name by spaces": ("judge", JOBBED, Template(("{name}", "     {job}"))),
    "name, org (initials)": (
        "judge",
        PARTNERED,
        Template(("{name}", " {chair}", ", {org}", " ({initials})")),
    ),
    "name (job, org)": ("judge", PARTNERED, Template(("{name}", " ({job}, {org})", " {chair}"))),
    "titled capitals, job": ("judge", JOBBED, Template(("{name}", ", {job}"), "capitals")),
    "reversed – org": ("judge", PARTNERED, Template(("{name}", " {chair}", " – {org}"), "reversed")),
    "name org without delimiter": ("judge", PARTNERED, Template(("{name}", " {org}"))),
}
VACANT = words(
    """Vacancy, Vacant, TBC, (vacant post), To be confirmed, 3 members of the public, Two members of
    the public"""
)


def groups(sheet: Sheet, template: Template, container: str) -> list[Block]:
    """A heading a status, and below it a line a person; statuses that nobody had are left out or said
    to be none.
    """
    blocks: list[Block] = []
    for status in ordered(sheet):
        lines = [template.write(sheet, one, notes=True) for one in sheet.of(status)]
        if sheet.rng.random() < 0.15 and status in ("present", "guest") and lines:
            lines.append(vacancy(sheet))
        if sheet.rng.random() < 0.3:
            lines = [messy(sheet.rng, line) if sheet.rng.random() < 0.3 else line for line in lines]
        blocks += headed(sheet, sheet.heading(status), lines, container)
    return blocks


def vacancy(sheet: Sheet) -> str:
    """A line in a roster that is nobody."""
    seat = sheet.region.fill(sheet.rng.choice(words("{p} College, {c} Police, {p} Council"))).name
    return sheet.rng.choice(VACANT) + sheet.rng.choice(("", "", f" – {seat}"))


def ordered(sheet: Sheet) -> list[str]:
    """The statuses in the order in which this document lists them."""
    rest = [status for status in STATUSES[1:] if sheet.of(status)]
    if sheet.rng.random() < 0.4:
        rest.sort(key=lambda status: ("guest", "apologies", "absent", "minutes").index(status))
    return ["present", *rest]


def headed(sheet: Sheet, heading: str, lines: list[str], container: str) -> list[Block]:
    """Lines under a heading in the container asked for."""
    head = Heading(heading, 3, plain=container != "items" or sheet.rng.random() < 0.5)
    if container == "labelled":
        return [Lines((f"{heading.rstrip(':')}: {lines[0]}", *lines[1:]))]
    if container == "tight":
        return [Lines((heading, *lines))]
    return [head, Items(tuple(lines)) if container == "items" else Lines(tuple(lines))]


def _register_templates() -> None:
    for number, (name, (half, families, template)) in enumerate(TEMPLATES.items()):
        container = ("lines", "items", "tight", "labelled")[number % 4]

        def write(sheet: Sheet, template: Template = template, container: str = container) -> list[Block]:
            return groups(sheet, template, container)

        register(Layout(f"list {name}", half, families, write))


_register_templates()


@layout("list at the end", at_end=True)
def at_end(sheet: Sheet) -> list[Block]:
    """The roster below the minutes."""
    return [
        Heading("Attendance", 2),
        *groups(sheet, Template(("{name}", " {chair}", ", {org}", ", {job}")), "lines"),
    ]


@layout("list across a page break", formats=("docx", "pdf", "txt"))
def across_pages(sheet: Sheet) -> list[Block]:
    """A list that the end of a page cuts in two."""
    blocks = groups(sheet, Template(("{name}", " {chair}", " – {org}")), "lines")
    for number, block in enumerate(blocks):
        if isinstance(block, Lines) and len(block.lines) > 4:
            return [
                *blocks[:number],
                Lines(block.lines[:3]),
                Break(),
                Lines(block.lines[3:]),
                *blocks[number + 1 :],
            ]
    return blocks


@layout("groups by organisation", PARTNERED)
def by_organisation(sheet: Sheet) -> list[Block]:
    """Under Present, each organisation heads the names of its people."""
    blocks: list[Block] = []
    for status in ordered(sheet):
        blocks.append(Heading(sheet.heading(status), 3))
        lines: list[str] = []
        for name, people in by_body(sheet, status).items():
            lines += [name, *("  " + Template(("{name}",)).write(sheet, one) for one in people)]
            for told in sheet.told[-len(people) :]:
                told["organisation"] = name or None
        blocks.append(Lines(tuple(line for line in lines if line)))
    return blocks


def by_body(sheet: Sheet, status: str) -> dict[str, list[Attendee]]:
    """The people of a status by the name of their organisation; those without one come first."""
    found: dict[str, list[Attendee]] = {"": []}
    for one in sheet.of(status):
        found.setdefault(sheet.organisation(one), []).append(one)
    return {name: people for name, people in found.items() if people}


@layout("stacked name over organisation", PARTNERED)
def stacked(sheet: Sheet) -> list[Block]:
    """Name on one line, organisation on the next, an empty line between."""
    blocks: list[Block] = []
    for status in ordered(sheet):
        blocks.append(Heading(sheet.heading(status), 3, plain=True))
        for one in sheet.of(status):
            name = Template(("{name}",)).write(sheet, replace(one, deputises_for=None))
            sheet.told[-1] |= {"organisation": sheet.organisation(one) or None}
            if one.deputises_for:
                sheet.told[-1]["deputises_for"] = one.deputises_for.full
            below = (
                [sheet.organisation(one) + sheet.deputy(one)]
                if sheet.organisation(one)
                else [sheet.deputy(one).strip()]
            )
            blocks.append(Lines(tuple(line for line in (name, *below) if line)))
    return blocks


@layout("stacked name over job", JOBBED, "judge")
def stacked_jobs(sheet: Sheet) -> list[Block]:
    """Name on one line, job title on the next."""
    blocks: list[Block] = []
    for status in ordered(sheet):
        blocks.append(Heading(sheet.heading(status), 3, plain=True))
        for one in sheet.of(status):
            blocks.append(Lines(tuple(filter(None, (Template(("{name}",)).write(sheet, one), one.job)))))
            sheet.told[-1]["role"] = one.job or None
    return blocks


@layout("side by side")
def side_by_side(sheet: Sheet) -> list[Block]:
    """Those present on the left, the others on the right."""
    line = Template(("{name}",))
    left = (sheet.heading("present"), *(line.write(sheet, one) for one in sheet.of("present")))
    right: list[str] = []
    for status in ordered(sheet)[1:]:
        right += ["", sheet.heading(status), *(line.write(sheet, one) for one in sheet.of(status))]
    return [Columns((left, tuple(right[1:])))]


@layout("side by side with initials", half="judge")
def three_columns(sheet: Sheet) -> list[Block]:
    """A column a status, names with initials."""
    line = Template(("{name}", " ({initials})"))
    runs = [
        (sheet.heading(status), *(line.write(sheet, one) for one in sheet.of(status)))
        for status in ordered(sheet)
    ]
    return [Columns(tuple(runs[:3])), *(Lines(run) for run in runs[3:])]


@layout("two to a line", half="develop", formats=("txt", "md", "docx", "pdf"))
def two_to_a_line(sheet: Sheet) -> list[Block]:
    """Two names a line with a stroke or a tab between them."""
    between = sheet.rng.choice((" / ", "\t", "      "))
    blocks: list[Block] = []
    for status in ordered(sheet):
        names = [Template(("{name}",)).write(sheet, one) for one in sheet.of(status)]
        pairs = [between.join(names[at : at + 2]) for at in range(0, len(names), 2)]
        blocks += [Heading(sheet.heading(status), 3, plain=True), Lines(tuple(pairs))]
    return blocks


@layout("ticked boxes", half="develop")
def ticked(sheet: Sheet) -> list[Block]:
    """Every member with a box; those without a tick sent apologies, as the heading says."""
    full, empty = sheet.rng.choice((("☒", "☐"), ("[x]", "[ ]"), ("☑", "☐"), ("✓", "✗")))
    line = Template(("{name}", " {chair}", " ({org})"))
    members = [one for one in sheet.people if one.status in ("present", "apologies")]
    sheet.rng.shuffle(members)
    lines = [f"{full if one.status == 'present' else empty} {line.write(sheet, one)}" for one in members]
    legend = f"Attendance ({full} = present, {empty} = apologies)"
    blocks: list[Block] = [Heading(legend, 3, plain=True), Lines(tuple(lines))]
    for status in ("guest", "minutes"):
        if sheet.of(status):
            blocks += headed(
                sheet, sheet.heading(status), [line.write(sheet, one) for one in sheet.of(status)], "lines"
            )
    return [*blocks, *_unlisted(sheet)]


def _unlisted(sheet: Sheet) -> list[Block]:
    absent = sheet.of("absent")
    names = [Template(("{name}",)).write(sheet, one) for one in absent]
    return [Para(f"Absent: {', '.join(names)}")] if names else []

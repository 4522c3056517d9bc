"""Rosters in running text: comma paragraphs and sentences."""

from __future__ import annotations

from whosat.extract.evaluation.layouts import ANY, JOBBED, PARTNERED, layout
from whosat.extract.evaluation.layouts.listed import by_body, ordered, vacancy
from whosat.extract.evaluation.lines import NAME_FORMS, Template
from whosat.extract.evaluation.page import Block, Heading, Para
from whosat.extract.evaluation.sheet import Attendee, Sheet

COUNCILS = ("parish", "community", "authority", "police")


def joined(names: list[str], separator: str = ", ", last: str = " and ") -> str:
    """Names in a row: "A, B and C"."""
    if len(names) < 2 or not last:
        return separator.join(names)
    return separator.join(names[:-1]) + last + names[-1]


def paragraphs(
    sheet: Sheet, template: Template, separator: str, last: str, bold: bool = False
) -> list[Block]:
    """A paragraph a status: heading, colon, people in a row."""
    blocks: list[Block] = []
    for status in ordered(sheet):
        row = joined([template.write(sheet, one, notes=True) for one in sheet.of(status)], separator, last)
        head = sheet.heading(status).rstrip(":")
        stop = sheet.rng.choice(("", "."))
        blocks += [Heading(head, 3, plain=True), Para(row + stop)] if bold else [Para(f"{head}: {row}{stop}")]
    return blocks


@layout("paragraph name (org), …", PARTNERED)
def paragraph_org(sheet: Sheet) -> list[Block]:
    """Present: A (X), B (Y), C (Z)."""
    return paragraphs(
        sheet, Template(("{name}", " {chair}", " ({org})")), ", ", sheet.rng.choice((" and ", ""))
    )


@layout("paragraph name, org; …", PARTNERED)
def paragraph_semicolon(sheet: Sheet) -> list[Block]:
    """Present: A, X; B, Y; C, Z."""
    return paragraphs(sheet, Template(("{name}", " {chair}", ", {org}")), "; ", "")


@layout("paragraph names", ANY)
def paragraph_names(sheet: Sheet) -> list[Block]:
    """Present: A, B and C."""
    return paragraphs(sheet, Template(("{name}", " {chair}")), ", ", sheet.rng.choice((" and ", " & ", ", ")))


@layout("paragraph names under headings", ANY, "judge")
def paragraph_headed(sheet: Sheet) -> list[Block]:
    """A heading of its own, then A, B and C with initials."""
    return paragraphs(sheet, Template(("{name}", " {chair}", " ({initials})")), ", ", ", ", bold=True)


@layout("paragraph name – job; …", JOBBED, "judge")
def paragraph_jobs(sheet: Sheet) -> list[Block]:
    """Present: A – Head, B – Clerk."""
    return paragraphs(sheet, Template(("{name}", " {chair}", " – {job}")), "; ", "")


@layout("paragraph by organisation", PARTNERED, "judge")
def paragraph_by_organisation(sheet: Sheet) -> list[Block]:
    """Present: A, B and C (X); D (Y)."""
    blocks: list[Block] = []
    for status in ordered(sheet):
        parts = []
        for name, people in by_body(sheet, status).items():
            names = [Template(("{name}", " {chair}")).write(sheet, one) for one in people]
            for told in sheet.told[-len(people) :]:
                told["organisation"] = name or None
            parts.append(joined(names) + (f" ({name})" if name else ""))
        blocks.append(Para(f"{sheet.heading(status).rstrip(':')}: {'; '.join(parts)}"))
    return blocks


@layout("parish councillors by surname", ("parish", "community"))
def parish_surnames(sheet: Sheet) -> list[Block]:
    """Present: Cllrs Smith (Chair), Jones and Patel. Apologies: Cllr Young."""
    blocks: list[Block] = [Para("Present: " + _cllrs(sheet, sheet.of("present"), surname_only=True) + ".")]
    for status in ("apologies", "absent"):
        if sheet.of(status):
            blocks.append(
                Para(f"{sheet.heading(status).rstrip(':')}: {_cllrs(sheet, sheet.of(status), True)}")
            )
    return [*blocks, _officers(sheet)]


@layout("parish councillors by initial", ("parish",))
def parish_initials(sheet: Sheet) -> list[Block]:
    """Councillors: A. Smith (Chairman), B. Jones; Officers: Mrs C Brown (Clerk)."""
    blocks: list[Block] = [Para("Councillors present: " + _cllrs(sheet, sheet.of("present"), False, False))]
    for status in ("apologies", "absent"):
        if sheet.of(status):
            blocks.append(
                Para(f"{sheet.heading(status).rstrip(':')}: {_cllrs(sheet, sheet.of(status), False)}")
            )
    return [*blocks, _officers(sheet)]


def _cllrs(sheet: Sheet, people: list[Attendee], surname_only: bool, titled: bool = True) -> str:
    names = []
    for one in people:
        shown = one.person.family if surname_only else NAME_FORMS["initialled"](one.person)
        sheet.tell(one, shown.replace(".", ""), aliases=[one.person.full])
        names.append(shown + sheet.chair(one))
    head = ("Cllrs " if len(names) > 1 else "Cllr ") if titled else ""
    return head + joined(names, last=sheet.rng.choice((" and ", ", ", " & ")))


def _officers(sheet: Sheet) -> Para:
    parts = []
    for one in sheet.of("minutes"):
        parts.append(f"{one.person.formal} (Clerk)")
        sheet.tell(one, role="Clerk", also_accept_status=["guest"])
    for one in sheet.of("guest"):
        sheet.tell(one)
        parts.append(one.person.formal)
    parts.append(
        sheet.rng.choice(("3 members of the public", "one member of the public", "PC from the local team"))
    )
    return Para(f"{sheet.heading('guest').rstrip(':')}: {'; '.join(parts)}.")


@layout("parish one by one", ("parish", "community"), "judge")
def parish_lines(sheet: Sheet) -> list[Block]:
    """Present: Councillor Mrs A Smith in the chair, Councillors B Jones …, with the public counted."""
    present = sheet.of("present")
    parts = []
    for one in present:
        parts.append(f"{one.person.given} {one.person.family}{sheet.chair(one)}")
        sheet.tell(one)
    blocks: list[Block] = [Para(f"PRESENT: Councillors {joined(parts)}.")]
    for status in ("apologies", "absent"):
        if sheet.of(status):
            blocks.append(Para(f"{status.upper()}: " + _sentence_names(sheet, status, "Councillor ")))
    return [*blocks, _officers(sheet)]


def _sentence_names(sheet: Sheet, status: str, title: str = "", org: bool = False) -> str:
    template = Template(("{name}", " ({org})")) if org else Template(("{name}",))
    return joined([title + template.write(sheet, one) for one in sheet.of(status)])


@layout("sentences", (*ANY, "church"))
def sentences(sheet: Sheet) -> list[Block]:
    """The meeting was attended by A, B and C. Apologies were received from D (X) and E."""
    blocks: list[Block] = [Para(f"The meeting was attended by {_sentence_names(sheet, 'present')}.")]
    sayings = {
        "apologies": (
            "Apologies for absence were received from {}.",
            "Apologies had been sent by {}.",
            "{} sent apologies.",
        ),
        "guest": ("Also in attendance were {}.", "{} attended as observers.", "{} were in attendance."),
        "minutes": ("{} took the minutes.", "The minutes were taken by {}."),
        "absent": ("{} did not attend.", "No apologies were received from {}."),
    }
    for status in ordered(sheet)[1:]:
        names = _sentence_names(sheet, status, org=status == "apologies")
        if status == "apologies":
            for told in sheet.told[-len(sheet.of(status)) :]:
                one = next(one for one in sheet.of(status) if one.person.full == told["person"])
                told["organisation"] = sheet.organisation(one) or None
        blocks.append(Para(sheet.rng.choice(sayings[status]).format(names)))
    return blocks


@layout("apologies only in the text", (*ANY, *PARTNERED[-1:]))
def apologies_in_text(sheet: Sheet) -> list[Block]:
    """A list of those present; the apologies stand under item 1."""
    template = Template(("{name}", " {chair}", ", {org}"))
    blocks: list[Block] = []
    for status in [one for one in ordered(sheet) if one != "apologies"]:
        blocks += [
            Heading(sheet.heading(status), 3),
            *(Para(template.write(sheet, one)) for one in sheet.of(status)),
        ]
    if sheet.rng.random() < 0.3:
        blocks.append(Para(vacancy(sheet)))
    if sheet.of("apologies"):
        heading = sheet.rng.choice(("1. Apologies for absence", "1  Welcome and apologies", "1. Apologies"))
        saying = sheet.rng.choice(
            (
                "Apologies were received from {}.",
                "Apologies for absence had been received from {}.",
                "Apologies: {}",
            )
        )
        org = sheet.rng.random() < 0.6
        names = _sentence_names(sheet, "apologies", org=org)
        blocks += [Heading(heading, 2), Para(saying.format(names))]
    return blocks


@layout("labelled roles", ("church", "charity", "school", "housing", "university"))
def labelled_roles(sheet: Sheet) -> list[Block]:
    """Chair: A. Members: B, C, D. Minutes: E."""
    line = Template(("{name}",))
    chair = [one for one in sheet.of("present") if one.chair]
    members = [one for one in sheet.of("present") if not one.chair]
    sheet.chair_in_text = True  # no mark after the name: the label says it
    blocks: list[Block] = [Para("Chair: " + line.write(sheet, one)) for one in chair]
    sheet.chair_in_text = False
    blocks.append(Para("Members: " + ", ".join(line.write(sheet, one) for one in members)))
    for status in ordered(sheet)[1:]:
        blocks.append(Para(f"{sheet.heading(status).rstrip(':')}: {_sentence_names(sheet, status)}"))
    return blocks


@layout("with somebody in the chair", (*ANY, "church"), "judge")
def chair_sentence(sheet: Sheet) -> list[Block]:
    """A took the chair. Also present were B, C and D."""
    chair = [one for one in sheet.of("present") if one.chair]
    others = [one for one in sheet.of("present") if not one.chair]
    for one in (*chair, *others):
        sheet.tell(one)
    names = joined([one.person.full + sheet.deputy(one) for one in others])
    opening = sheet.rng.choice(
        ("{} in the chair, with {}.", "Present: {} (presiding), {}.", "In the chair: {}\nPresent: {}")
    )
    blocks: list[Block] = [
        Para(part) for part in opening.format(chair[0].person.full if chair else "", names).split("\n")
    ]
    if not chair:
        blocks = [Para(f"Present: {names}.")]
    for status in ordered(sheet)[1:]:
        blocks.append(Para(f"{sheet.heading(status).rstrip(':')} – {_sentence_names(sheet, status)}"))
    return blocks

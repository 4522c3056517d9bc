"""Rosters in the manner of one family of bodies: universities, churches, foundations, Welsh and
Scottish councils.
"""

from __future__ import annotations

from whosat.extract.evaluation.layouts import ANY, PARTNERED, layout
from whosat.extract.evaluation.layouts.listed import ordered
from whosat.extract.evaluation.layouts.running import joined
from whosat.extract.evaluation.lines import Template
from whosat.extract.evaluation.page import Block, Heading, Items, Lines, Para
from whosat.extract.evaluation.sheet import Attendee, Sheet

JOB = Template(("{name}", " {chair}", ", {job}"))


def under(sheet: Sheet, heading: str, people: list[Attendee], template: Template) -> list[Block]:
    """People under words of a layout's own; nothing where there are none."""
    lines = tuple(template.write(sheet, one, notes=True) for one in people)
    return [Heading(heading, 3, plain=True), Lines(lines)] if lines else []


@layout("voting and non-voting members", ("nhs", "icb"))
def voting(sheet: Sheet) -> list[Block]:
    """Voting members, non-voting members (members all the same), then others."""
    present = sheet.of("present")
    cut = max(2, len(present) * 2 // 3)
    return [
        Heading("Present", 2),
        *under(sheet, "Voting members", present[:cut], JOB),
        *_either(sheet, under(sheet, "Non-voting members", present[cut:], JOB), len(present[cut:])),
        *under(sheet, "In attendance", sheet.of("guest"), JOB),
        *under(sheet, "Apologies", sheet.of("apologies", ), JOB),
        *under(sheet, "Did not attend", sheet.of("absent"), JOB),
        *under(sheet, "Minutes", sheet.of("minutes"), JOB),
    ]  # fmt: skip


def _either(sheet: Sheet, blocks: list[Block], people: int) -> list[Block]:
    """Blocks whose people the truth lets pass as members and as guests."""
    for told in sheet.told[len(sheet.told) - people :]:
        told["also_accept_status"] = ["guest"]
    return blocks


@layout("executive and non-executive directors", ("nhs",), "judge")
def executives(sheet: Sheet) -> list[Block]:
    """Directors of two kinds, both of them present."""
    present = sheet.of("present")
    cut = len(present) // 2
    return [
        *under(sheet, "Non-Executive Directors present", present[:cut], JOB),
        *under(sheet, "Executive Directors present", present[cut:], JOB),
        *under(sheet, "Apologies received from", sheet.of("apologies"), JOB),
        *under(sheet, "Officers in attendance", sheet.of("guest"), JOB),
        *under(sheet, "Not in attendance", sheet.of("absent"), JOB),
        *under(sheet, "Minutes taken by", sheet.of("minutes"), JOB),
    ]


@layout("university: by invitation", ("university",))
def university(sheet: Sheet) -> list[Block]:
    """Ex officio and elected members, others by invitation, a Secretary who takes the minutes."""
    present = sheet.of("present")
    titled = Template(("{name}", " {chair}", " ({job})"), "formal")
    return [
        *under(sheet, "Ex officio members", present[: len(present) // 2], titled),
        *under(sheet, "Elected members", present[len(present) // 2 :], titled),
        *under(sheet, "By invitation", sheet.of("guest"), titled),
        *under(sheet, "Apologies", sheet.of("apologies"), titled),
        *under(sheet, "Absent", sheet.of("absent"), titled),
        *(
            Para(f"Secretary: {Template(('{name}',)).write(sheet, one)} (minutes)")
            for one in sheet.of("minutes")
        ),
    ]


@layout("governors by kind", ("school",))
def governors(sheet: Sheet) -> list[Block]:
    """Name (Parent Governor), in a row; the clerk after them."""
    template = Template(("{name}", " {chair}", " ({job})"))
    row = joined([template.write(sheet, one) for one in sheet.of("present")])
    blocks: list[Block] = [Para(f"Governors present: {row}")]
    for status in ordered(sheet)[1:]:
        label = "Clerk (minutes)" if status == "minutes" else sheet.heading(status).rstrip(":")
        blocks.append(Para(f"{label}: " + ", ".join(template.write(sheet, one) for one in sheet.of(status))))
    return blocks


@layout("clergy and wardens", ("church",))
def clergy(sheet: Sheet) -> list[Block]:
    """Revd A in the chair, the others in a row with their offices."""
    template = Template(("{name}", " {chair}", " ({job})"))
    rows = {
        status: joined([template.write(sheet, one) for one in sheet.of(status)]) for status in ordered(sheet)
    }
    opening = "We met after evensong. " if sheet.rng.random() < 0.3 else ""
    return [
        Para(f"{opening}Present: {rows.pop('present')}."),
        *(Para(f"{sheet.heading(it)}: {row}") for it, row in rows.items()),
    ]


@layout("roll call of directors", ("open source", "lep", "charity"))
def roll_call(sheet: Sheet) -> list[Block]:
    """Directors Present: … Directors Absent: …, as foundations log them."""
    heads = {
        "present": "Directors Present",
        "absent": "Directors Absent",
        "apologies": "Regrets",
        "guest": "Guests",
        "minutes": "Scribe",
    }
    if sheet.rng.random() < 0.5:
        heads |= {"apologies": "Directors sending regrets", "guest": "Executive Officers Present"}
    blocks: list[Block] = [Heading("2. Roll Call", 2)]
    for status in ordered(sheet):
        names = tuple("    " + Template(("{name}",)).write(sheet, one) for one in sheet.of(status))
        blocks += [Para(f"{heads[status]}:"), Lines(names or ("    none",))]
    return blocks


@layout("nicknames in a log", ("open source",), "judge", formats=("txt", "md", "html"))
def nicknames(sheet: Sheet) -> list[Block]:
    """Attendees with their handles and employers; regrets in a line."""
    lines = []
    for one in sheet.of("present"):
        handle = (one.person.given[0] + one.person.family).lower().replace(" ", "")[:8]
        org = sheet.organisation(one)
        lines.append(
            f"{one.person.full} (@{handle}{', ' + org if org else ''}){sheet.chair(one)}{sheet.deputy(one)}"
        )
        sheet.tell(one, organisation=bool(org))
    names = {
        status: ", ".join(Template(("{name}",)).write(sheet, one) for one in sheet.of(status))
        for status in ordered(sheet)[1:]
    }
    heads = {"apologies": "Regrets", "guest": "Guests", "minutes": "Scribe", "absent": "Absent"}
    return [
        Heading("Attendees", 2),
        Items(tuple(lines)),
        *(Para(f"{heads[it]}: {row}") for it, row in names.items()),
    ]


@layout("sederunt", ("community", "church"), "judge")
def sederunt(sheet: Sheet) -> list[Block]:
    """A Scottish council's heading for those present."""
    form = Template(("{name}", " {chair}"))
    rows = {
        status: ", ".join(form.write(sheet, one) for one in sheet.of(status)) for status in ordered(sheet)
    }
    heads = {status: sheet.heading(status).rstrip(":") for status in rows} | {"present": "Sederunt"}
    return [Para(f"{heads[status]}: {row}") for status, row in rows.items()]


@layout("community council with convener", ("community",))
def community(sheet: Sheet) -> list[Block]:
    """Community councillors, ex officio councillors and residents."""
    sheet.mark = "(Convener)" if sheet.rng.random() < 0.4 else sheet.mark
    form = Template(("{name}", " {chair}"))
    lines = tuple(f"Cllr {form.write(sheet, one)}" for one in sheet.of("guest"))
    guests: list[Block] = (
        [Heading("In attendance", 3, plain=True), Lines((*lines, "4 residents"))] if lines else []
    )
    return [
        *under(sheet, "Community Councillors present", sheet.of("present"), form),
        *guests,
        *under(sheet, "Apologies", sheet.of("apologies"), form),
        *under(sheet, "Absent", sheet.of("absent"), form),
        *under(sheet, "Minute Secretary", sheet.of("minutes"), form),
    ]


@layout("Welsh and English headings", ("parish", "authority", "school"))
def bilingual(sheet: Sheet) -> list[Block]:
    """Headings in two languages."""
    heads = {
        "present": "Presennol / Present",
        "apologies": "Ymddiheuriadau / Apologies",
        "guest": "Hefyd yn bresennol / Also present",
        "minutes": "Cofnodion / Minutes",
        "absent": "Absennol / Absent",
    }
    form = Template(("{name}", " {chair}", ", {org}"))
    return [
        block for status in ordered(sheet) for block in under(sheet, heads[status], sheet.of(status), form)
    ]


@layout("members, officers, others", ("authority", "police", "flood", "lep"))
def members_officers(sheet: Sheet) -> list[Block]:
    """Members in attendance (they are the members), officers in attendance (they are not)."""
    form = Template(("{name}", " {chair}", " – {org}"))
    return [
        *under(sheet, "Members in attendance", sheet.of("present"), form),
        *under(sheet, "Members' apologies", sheet.of("apologies"), form),
        *under(sheet, "Members absent", sheet.of("absent"), form),
        *under(sheet, "Officers in attendance", sheet.of("guest"), form),
        *under(sheet, "Minute taker", sheet.of("minutes"), form),
    ]


@layout("in attendance is the only list", PARTNERED)
def attendance_only(sheet: Sheet) -> list[Block]:
    """In Attendance for all who came, with guests of their own below."""
    form = Template(("{name}", " ({initials})", " {chair}", " – {org}"))
    heads = {
        "present": "In Attendance:",
        "guest": "Guests:",
        "apologies": "Apologies:",
        "minutes": "Minutes by:",
        "absent": "Absent:",
    }
    return [
        block for status in ordered(sheet) for block in under(sheet, heads[status], sheet.of(status), form)
    ]


@layout("representing first", ("authority", "police"), "judge")
def by_council(sheet: Sheet) -> list[Block]:
    """Councillor A (X), Councillor B (Y) in lines, substitutes named after the heading."""
    blocks: list[Block] = []
    for status in ordered(sheet):
        lines = []
        for one in sheet.of(status):
            org = sheet.organisation(one)
            title = "Councillor " if status != "minutes" and one.organisation else ""
            lines.append(
                f"{title}{one.person.full} ({org}){sheet.chair(one)}"
                if org
                else one.person.full + sheet.chair(one)
            )
            if one.deputises_for:
                lines[-1] += sheet.deputy(one)
            sheet.tell(one, organisation=bool(org))
        blocks += [Heading(sheet.heading(status).upper(), 3, plain=True), Lines(tuple(lines))]
    return blocks


@layout("apologies of two kinds", ANY, "judge")
def two_kinds_of_absence(sheet: Sheet) -> list[Block]:
    """Absent with apologies, absent without apologies."""
    form = Template(("{name}", " {chair}"))
    return [
        *under(sheet, "Present", sheet.of("present"), form),
        *under(sheet, "Absent with apologies", sheet.of("apologies"), form),
        *under(sheet, "Absent without apologies", sheet.of("absent"), form),
        *under(sheet, "Observers", sheet.of("guest"), form),
        *under(sheet, "Secretariat (minutes)", sheet.of("minutes"), form),
    ]


@layout("party in brackets", ("authority", "police"))
def parties(sheet: Sheet) -> list[Block]:
    """Councillor A Smith (Labour): a party is no organisation that anybody sits for."""
    blocks: list[Block] = []
    for status in ordered(sheet):
        lines = []
        for one in sheet.of(status):
            party = sheet.rng.choice(
                ("Lab", "Con", "Lib Dem", "Green", "Independent", "Labour", "Plaid Cymru")
            )
            member = status in ("present", "apologies", "absent")
            name = f"Councillor {one.person.full} ({party})" if member else one.person.full
            lines.append(name + sheet.chair(one) + sheet.deputy(one))
            sheet.tell(one)
            if member:
                sheet.told[-1]["also_accept_organisation"] = [party]
        blocks += [Heading(sheet.heading(status), 3, plain=True), Lines(tuple(lines))]
    return blocks


@layout("invited speakers by item", ("safeguarding", "icb", "university", "housing"), "judge")
def invited(sheet: Sheet) -> list[Block]:
    """Members in capitals, guests with the item they came for."""
    caps = Template(("{name}", " {chair}", ", {org}"), "capitals")
    blocks: list[Block] = []
    for status in ordered(sheet):
        lines = [caps.write(sheet, one) for one in sheet.of(status)]
        if status == "guest":
            lines = [f"{line} (item {number})" for number, line in enumerate(lines, 4)]
        head = "Attending by invitation" if status == "guest" else sheet.heading(status)
        blocks += [Heading(head, 3, plain=True), Lines(tuple(lines))]
    return blocks

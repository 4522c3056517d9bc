"""More layouts of a whole roster, less common than those in `tables`."""

from __future__ import annotations

from dataclasses import replace

from whosat.extract.model import tags
from whosat.extract.model.groups import conjoined
from whosat.extract.model.headings import heading, words_of
from whosat.extract.model.people import named
from whosat.extract.model.pieces import Text, join, plain, slot
from whosat.extract.model.seats import Cast, LineStyle, details, line, org, organisation, standing
from whosat.extract.model.tables import Groups, cell_rows, everyone, mark, whole


@whole("substitute column", 4)
def substitute_column(cast: Cast, groups: Groups) -> Text:
    """Members, whom they represent, and in a column of its own who came instead."""
    label = f"{tags.DEPUTY}.by"
    heads: list[Text] = [plain(cast.words.draw("column_name")), plain(cast.words.draw("column_org"))]
    heads.append(slot(cast.words.draw("column_substitute"), label))
    rows = [heads]
    for _, seat in everyone(groups):
        other = (
            named(cast.people.person(cast.shape.titled), cast.style) if cast.words.often(0.25) else plain("")
        )
        rows.append([cast.name(seat), org(seat), other or plain(cast.rng.choice(("", "", "-")))])
    return (heading(cast, "present") if cast.words.often(0.5) else Text()) + cell_rows(cast, rows)


@whole("contacts", 3)
def contacts(cast: Cast, groups: Groups) -> Text:
    """A table with e-mail addresses and telephone numbers, which are no slots."""
    rows: list[list[Text]] = []
    for _, seat in everyone(groups):
        mail = f"{seat.person.given[0].lower()}.{cast.words.draw('lower')}@{cast.words.draw('domain')}"
        phone = (
            "0"
            + "".join(cast.rng.choices("0123456789", k=4))
            + " "
            + "".join(cast.rng.choices("0123456789", k=6))
        )
        rows.append([cast.name(seat), slot(seat.job, tags.JOB), org(seat), plain(mail), plain(phone)])
    keep = cast.rng.choice(((0, 2, 3), (0, 1, 2, 3, 4), (0, 2, 4), (0, 3), (2, 0, 3, 4)))
    return heading(cast, "present", cast.words.draw("membership_head")) + cell_rows(
        cast, [[row[n] for n in keep] for row in rows]
    )


@whole("roll call", 4)
def roll_call(cast: Cast, groups: Groups) -> Text:
    """One name after another, each with its answer."""
    between = cast.rng.choice((" – ", ": ", " ........ ", " - ", ", ", "\t", " "))
    gap = cast.rng.choice(("\n", "\n", "; ", ", ", ". "))
    rows = [cast.name(seat) + between + mark(cast, status) for status, seat in everyone(groups)]
    head = heading(
        cast, "present", cast.rng.choice(("Roll call", "Attendance", "Roll Call", "Attendance record"))
    )
    return head + join(gap, rows)


@whole("status rows", 4)
def status_rows(cast: Cast, groups: Groups) -> Text:
    """A table whose rows are headed by the status in a cell of its own, above the people's rows."""
    rows: list[list[Text]] = []
    for status, seats in groups:
        rows.append(
            [
                slot(words_of(cast, status), f"{tags.STATUS}.{status}"),
                *([Text()] if cast.words.often(0.5) else []),
            ]
        )
        rows.extend([cast.name(seat), org(seat) or slot(seat.job, tags.JOB)] for seat in seats)
    return cell_rows(cast, rows)


@whole("status in every row", 4)
def status_in_every_row(cast: Cast, groups: Groups) -> Text:
    """The status first, then the person, row by row."""
    between = cast.rng.choice(("\t", " | ", ": ", " - "))
    words = {status: words_of(cast, status) for status, _ in groups}
    rows = []
    for status, seat in everyone(groups):
        parts = [slot(words[status], f"{tags.STATUS}.{status}"), cast.name(seat)]
        rows.append(join(between, [*parts, *([org(seat)] if seat.org else [])]))
    return join("\n", rows)


@whole("boxes", 5)
def boxes(cast: Cast, groups: Groups) -> Text:
    """Boxes ticked or not before each name."""
    yes, no = cast.rng.choice(
        (
            ("☒ ", "☐ "),
            ("[x] ", "[ ] "),
            ("☑ ", "☐ "),
            ("- [x] ", "- [ ] "),
            ("✓ ", "✗ "),
            ("[X] ", "[] "),
            ("(x) ", "( ) "),
        )
    )
    style = replace(LineStyle.drawn(cast, ""), end="")
    rows = []
    for status, seat in everyone(groups):
        here = status in ("present", "attending", "minutes")
        rows.append(
            slot((yes if here else no).strip("- "), f"{tags.STATUS}.{'present' if here else 'absent'}")
            + " "
            + line(cast, seat, style)
        )
    if yes[0] == "-":
        rows = ["- " + row for row in rows]
    return (heading(cast, "present") if cast.words.often(0.7) else Text()) + join("\n", rows)


@whole("flattened groups", 6)
def flattened(cast: Cast, groups: Groups) -> Text:
    """Everything in one line, headings too."""
    style = replace(LineStyle.drawn(cast, ""), end="")
    parts = []
    for status, seats in groups:
        head = slot(words_of(cast, status), f"{tags.STATUS}.{status}") + cast.rng.choice((": ", " ", " – "))
        between = cast.rng.choice((" ", ", ", "; ", "  "))
        parts.append(
            head
            + (
                conjoined(cast, [line(cast, s, style) for s in seats])
                if between == ", "
                else join(between, [line(cast, s, style) for s in seats])
            )
        )
    return join(cast.rng.choice((" ", ". ", "  ")), parts)


@whole("handles", 3)
def handles(cast: Cast, groups: Groups) -> Text:
    """An open-source project's list, with handles and pronouns."""
    parts = []
    for status, seats in groups:
        rows = []
        for seat in seats:
            tail = cast.rng.choice(
                (
                    "",
                    f" (@{cast.words.draw('lower')})",
                    f" @{cast.words.draw('lower')}",
                    " (they/them)",
                    " (she/her)",
                    " (he/him)",
                )
            )
            rows.append(
                cast.rng.choice(("* ", "- ", "- "))
                + cast.name(seat)
                + tail
                + ((cast.rng.choice((" - ", " / ", ", ", " (")) + organisation(seat.org)) if seat.org else "")
            )
        parts.append(heading(cast, status) + join("\n", rows))
    return join("\n\n", parts)


@whole("terms of reference", 4)
def membership(cast: Cast, groups: Groups) -> Text:
    """A list of members as terms of reference have it: posts, at times with names."""
    rows = []
    for _, seat in everyone(groups):
        job, body = (
            slot(seat.job or cast.words.draw("job"), tags.JOB),
            organisation(seat.org or cast.words.draw("organisation")),
        )
        who = cast.name(seat)
        rows.append(
            cast.rng.choice(
                (
                    job + ", " + body + " – " + who,
                    body + "\t" + job + "\t" + who,
                    who + "\t" + job + "\t" + body,
                    body + ": " + job,
                    "• " + job + " (" + body + ")",
                )
            )
        )
    return heading(cast, "present", cast.words.draw("membership_head")) + join("\n", rows)


@whole("names beside organisations", 6)
def beside(cast: Cast, groups: Groups) -> Text:
    """Two cells: all names in one, all organisations in the other."""
    parts = []
    gap = cast.rng.choice(("\n", "\n", " ", ", "))
    for status, seats in groups:
        style = LineStyle()
        names = join(
            gap,
            [
                standing(cast, replace(seat, role=seat.role if cast.words.often(0.5) else ""), style)
                for seat in seats
            ],
        )
        others = join(gap, [details(seat, style) or plain("-") for seat in seats])
        parts.append(heading(cast, status) + names + "\t" + others)
    return join("\n", parts)

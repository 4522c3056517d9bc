"""More layouts of a whole roster, less common than those in `tables`."""

from __future__ import annotations

from whosat.extract.model import tags
from whosat.extract.model.headings import heading, words_of
from whosat.extract.model.people import named
from whosat.extract.model.pieces import Text, join, plain, slot
from whosat.extract.model.seats import Cast, org
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

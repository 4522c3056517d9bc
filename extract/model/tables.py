"""Layouts that hold a whole roster at once: tables, matrices, columns side by side, records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import zip_longest

from whosat.extract.model import tags
from whosat.extract.model.groups import with_role
from whosat.extract.model.headings import heading, words_of
from whosat.extract.model.pieces import Text, join, plain, slot
from whosat.extract.model.seats import (
    Cast,
    LineStyle,
    Seat,
    deputy,
    initials,
    line,
    org,
    organisation,
)

Groups = list[tuple[str, list[Seat]]]
Whole = Callable[[Cast, Groups], Text]
WHOLES: dict[str, tuple[Whole, int]] = {}


def whole(name: str, weight: int) -> Callable[[Whole], Whole]:
    """Register a layout under a name, and how often it is drawn."""

    def register(function: Whole) -> Whole:
        WHOLES[name] = (function, weight)
        return function

    return register


def everyone(groups: Groups) -> list[tuple[str, Seat]]:
    return [(status, seat) for status, seats in groups for seat in seats]


def mark(cast: Cast, status: str) -> Text:
    """Write the mark of a status in a cell."""
    kind = status if status in ("apologies", "absent") else "present"
    words = cast.marks.setdefault(kind, cast.words.draw(f"mark_{kind}"))  # one sign throughout, mostly
    if cast.words.often(0.06):
        words = cast.words.draw(f"mark_{kind}")
    return slot(words, f"{tags.STATUS}.{kind}")


def cell_rows(cast: Cast, rows: list[list[Text]]) -> Text:
    """Write rows of cells: with tabs, as a reader gives them, or with pipes, as Markdown does."""
    roll = cast.rng.random()
    if roll < 0.75:
        gap = cast.rng.choice(("\n", "\n", "\n", "\n\n"))
        return join(gap, [join("\t", row) for row in rows])
    if roll < 0.85:
        return join("\n", ["| " + join(" | ", row) + " |" for row in rows])
    if roll < 0.93:
        return join("\n", [join("\n", row) for row in rows])
    return join("\n", [join(cast.rng.choice(("   ", "      ")), row) for row in rows])


@whole("table", 22)
def table(cast: Cast, groups: Groups) -> Text:
    """One person a row; the groups in turn, each under its heading, or with a head row of their own."""
    order = _columns(cast)
    parts: list[Text] = []
    headed = cast.words.often(0.6)
    for status, seats in groups:
        rows = (
            [[plain(cast.words.draw(f"column_{column}")) for column in order]]
            if headed and (not parts or cast.words.often(0.4))
            else []
        )
        rows += [[_cell(cast, seat, column) for column in order] for seat in seats]
        parts.append(heading(cast, status) + cell_rows(cast, rows))
    return join("\n\n", parts)


def _columns(cast: Cast) -> list[str]:
    order = ["name"]
    if cast.shape.initials:
        order.append("initials")
    middle = [column for column, share in (("job", cast.shape.job), ("org", cast.shape.org)) if share > 0.1]
    cast.rng.shuffle(middle)
    order += middle
    if cast.words.often(0.15):
        order.append("role")
    if cast.words.often(0.15):
        cast.rng.shuffle(order)
    return order


def _cell(cast: Cast, seat: Seat, column: str) -> Text:
    if column == "name":
        role = " (" + slot(seat.role, tags.ROLE) + ")" if seat.role else Text()
        return cast.name(seat) + role + ("" if seat.nobody else deputy(cast, seat))
    return {
        "initials": initials(seat),
        "org": org(seat),
        "job": slot(seat.job, tags.JOB),
        "role": slot(seat.role or cast.rng.choice(("Member", "Member", "")), tags.ROLE if seat.role else ""),
    }[column]


@whole("status column", 10)
def status_column(cast: Cast, groups: Groups) -> Text:
    """One table, a column of which says who was there."""
    people = everyone(groups)
    cast.rng.shuffle(people)
    order = _columns(cast)
    at = cast.rng.randint(1, len(order))
    rows = [[_cell(cast, seat, column) for column in order] for _, seat in people]
    for row, (status, _) in zip(rows, people, strict=True):
        row.insert(at, mark(cast, status))
    if cast.words.often(0.85):
        head = [plain(cast.words.draw(f"column_{column}")) for column in order]
        head.insert(at, plain(cast.words.draw("column_status")))
        rows.insert(0, head)
    return (heading(cast, "present") if cast.words.often(0.4) else Text()) + cell_rows(cast, rows)


@whole("tick columns", 6)
def tick_columns(cast: Cast, groups: Groups) -> Text:
    """Columns headed Present and Apologies, a tick in one of them."""
    people = everyone(groups)
    tick = cast.rng.choice(("✓", "X", "x", "√", "Y", "✔", "•", "1", "☒"))
    heads = [slot(words_of(cast, s), f"{tags.STATUS}.{s}") for s in ("present", "apologies")]
    order = _columns(cast)
    rows = [[plain(cast.words.draw(f"column_{column}")) for column in order] + heads]
    for status, seat in people:
        here = slot(tick, f"{tags.STATUS}.{'apologies' if status == 'apologies' else 'present'}")
        ticks = [Text(), here] if status == "apologies" else [here, Text()]
        rows.append([_cell(cast, seat, column) for column in order] + ticks)
    return cell_rows(cast, rows)


@whole("matrix", 8)
def matrix(cast: Cast, groups: Groups) -> Text:
    """People against meetings, with marks, and at times a legend."""
    people = everyone(groups)
    dates = [slot(cast.words.date(), tags.DATE) for _ in range(cast.rng.randint(2, 6))]
    with_org = cast.shape.org > 0.5
    head = [
        plain(cast.words.draw("column_name")),
        *([plain(cast.words.draw("column_org"))] if with_org else []),
        *dates,
    ]
    rows = [head]
    for _, seat in people:
        marks = [
            mark(cast, cast.rng.choices(("present", "apologies", "absent"), weights=(6, 2, 1))[0])
            for _ in dates
        ]
        rows.append([cast.name(seat), *([org(seat)] if with_org else []), *marks])
    legend = _legend(cast) if cast.words.often(0.5) else Text()
    text = cell_rows(cast, rows)
    return text + "\n" + legend if cast.words.often(0.5) else legend + "\n" + text


def _legend(cast: Cast) -> Text:
    equals = cast.rng.choice((" = ", " – ", ": ", "="))
    pairs = []
    for kind in ("present", "apologies", "absent"):
        label = f"{tags.STATUS}.{kind}"
        pairs.append(mark(cast, kind) + equals + slot(cast.words.draw(f"meaning_{kind}"), label))
    return cast.rng.choice(("", "Key: ", "Key\n", "Legend: ")) + join(
        cast.rng.choice((", ", "; ", "\n", "  ")), pairs
    )


@whole("organisation rows", 8)
def organisation_rows(cast: Cast, groups: Groups) -> Text:
    """A row an organisation: its people, and in the next column who of it sent apologies."""
    people = everyone(groups)
    rows = []
    between = cast.rng.choice((" ", "\n", ", ", " / ", "; "))
    while people:
        size = cast.rng.choice((1, 1, 2, 3))
        taken, people = people[:size], people[size:]
        here = [with_role(cast, seat) for status, seat in taken if status != "apologies"]
        away = [with_role(cast, seat) for status, seat in taken if status == "apologies"]
        rows.append([join(between, here), organisation(cast.words.draw("organisation")), join(between, away)])
    order = cast.rng.choice(((0, 1, 2), (1, 0, 2), (1, 0, 2), (0, 1)))
    heads = [
        slot(words_of(cast, "present"), f"{tags.STATUS}.present")
        if cast.words.often(0.5)
        else plain(cast.words.draw("column_name")),
        plain(cast.words.draw("column_org")),
        slot(words_of(cast, "apologies"), f"{tags.STATUS}.apologies"),
    ]
    return cell_rows(
        cast, [[row[n] for n in order] for row in ([heads, *rows] if cast.words.often(0.8) else rows)]
    )


@whole("side by side", 9)
def side_by_side(cast: Cast, groups: Groups) -> Text:
    """A column a group, its heading on top, read across."""
    style = replace(LineStyle.drawn(cast, ""), first=cast.rng.choice((", ", " – ", " (", " ")), end="")
    columns = [
        [slot(words_of(cast, status), f"{tags.STATUS}.{status}") + cast.rng.choice(("", ":"))]
        + [line(cast, s, style) for s in seats]
        for status, seats in groups
    ]
    gap = cast.rng.choice(("\t", "\t", "\t", "      ", "          ", "\t\t", " | "))
    return join("\n", [join(gap, row) for row in zip_longest(*columns, fillvalue=Text())])


@whole("stacked columns", 5)
def stacked(cast: Cast, groups: Groups) -> Text:
    """Two columns with several groups each, one below the other, read across."""
    style = replace(LineStyle.drawn(cast, ""), end="", first=cast.rng.choice((", ", " – ", " (")))
    columns: list[list[Text]] = [[], []]
    for number, (status, seats) in enumerate(groups):
        column = columns[min(number, 1)]
        column.append(slot(words_of(cast, status), f"{tags.STATUS}.{status}"))
        column.extend(line(cast, seat, style) for seat in seats)
        column.append(Text())
    return join("\n", [join("\t", row) for row in zip_longest(*columns, fillvalue=Text())])


@whole("heads at the left", 9)
def heads_left(cast: Cast, groups: Groups) -> Text:
    """The heading in the left cell, its people in the right one."""
    style = replace(LineStyle.drawn(cast, ""), end="")
    parts = []
    for status, seats in groups:
        built = [line(cast, seat, style) for seat in seats]
        head = slot(words_of(cast, status), f"{tags.STATUS}.{status}") + cast.rng.choice(("", ":"))
        way = cast.rng.random()
        if way < 0.5:
            parts.append(head + "\t" + join(cast.rng.choice(("\n", "\n", ", ", " ")), built))
        else:
            parts.append(head + "\t" + join("\n\t", built))
    return join(cast.rng.choice(("\n", "\n\n")), parts)


@whole("records", 4)
def records(cast: Cast, groups: Groups) -> Text:
    """A few lines a person: Name: …, Organisation: …, Status: …"""
    heads = {
        column: cast.words.draw(f"column_{column}") for column in ("name", "initials", "job", "org", "role")
    }
    status_head = cast.words.draw("column_status")
    equals = cast.rng.choice((": ", ":\t", " - ", "\t"))
    parts = []
    for status, seat in everyone(groups):
        rows = [heads[column] + equals + _cell(cast, seat, column) for column in _columns(cast)]
        parts.append(join("\n", [*rows, status_head + equals + mark(cast, status)]))
    return join("\n\n", parts)


@whole("status behind the name", 6)
def status_behind(cast: Cast, groups: Groups) -> Text:
    """One list; whoever sent apologies has it in brackets or after a dash."""
    style = LineStyle.drawn(cast)
    around = cast.rng.choice(((" (", ")"), (" – ", ""), (" [", "]"), ("\t", ""), (", ", ""), (" *", "*")))
    rows = []
    always = cast.words.often(0.3)
    for number, (status, seat) in enumerate(everyone(groups)):
        text = style.lead.replace("n", f"{number + 1}. ").replace("a", "") + line(cast, seat, style)
        rows.append(
            text + around[0] + mark(cast, status) + around[1]
            if always or status in ("apologies", "absent")
            else text
        )
    return (heading(cast, "present") if cast.words.often(0.6) else Text()) + join("\n", rows)

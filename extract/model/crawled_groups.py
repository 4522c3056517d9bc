"""Layouts of one group as crawlers and conversions leave them, and as bodies outside Britain write them."""

from __future__ import annotations

from dataclasses import replace

from whosat.extract.model import tags
from whosat.extract.model.groups import conjoined, layout
from whosat.extract.model.headings import heading, inline
from whosat.extract.model.people import named
from whosat.extract.model.pieces import Text, join, slot
from whosat.extract.model.seats import Cast, LineStyle, Seat, details, initials, line, organisation


def _surname(seat: Seat) -> Text:
    return slot(seat.person.surname, tags.PERSON)


@layout("offices and surnames", 5)
def offices_and_surnames(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """Chair Bell, 1st Vice-Chair Cole, Treasurer Fox, Directors Gray, Hill and Ince."""
    cut = min(len(seats), cast.rng.randint(0, 3))
    led = [slot(cast.words.draw("office"), tags.TITLE) + " " + _surname(seat) for seat in seats[:cut]]
    rest = seats[cut:]
    if rest and cast.words.often(0.6):
        title = slot(cast.words.draw("offices"), tags.TITLE)
        led.append(title + cast.rng.choice((" ", " ", ": ")) + conjoined(cast, [_surname(s) for s in rest]))
    else:
        word = slot(cast.words.draw("office"), tags.TITLE)
        led += [word + " " + _surname(seat) for seat in rest]
    return inline(cast, status) + join(cast.rng.choice((", ", ", ", "; ", "\n")), led) + "."


@layout("surnames", 2)
def surnames(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """Abara, Bell, P. Cole, Dufour: a senate's roll call."""
    names = [
        slot(
            f"{s.person.given[0]}. {s.person.surname}" if cast.words.often(0.15) else s.person.surname,
            tags.PERSON,
        )
        for s in seats
    ]
    return inline(cast, status) + conjoined(cast, names) + cast.rng.choice(("", "."))


@layout("first names", 2)
def first_names(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """Ann, Bo, Cy and Dee, as small groups write."""
    names = [slot(seat.person.given.split()[0], tags.PERSON) for seat in seats]
    if cast.words.often(0.4):
        return heading(cast, status) + join(cast.rng.choice(("\n", "\n* ", "\n- ")), names)
    return inline(cast, status) + conjoined(cast, names)


@layout("full stops", 3)
def full_stops(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """Ms. A. Bell. Mr. B. Cole, Director. Dr. C. Fox."""
    style = replace(LineStyle.drawn(cast, ""), first=", ", second=", ", end="", wrap="")
    return inline(cast, status) + join(". ", [line(cast, seat, style) for seat in seats]) + "."


@layout("numbered run on", 4)
def numbered_run_on(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """1. Mr A Bell (Chair) Barset Council 2. Cllr B Cole … in one line."""
    dot = cast.rng.choice((". ", ") ", " "))
    rows = []
    for number, seat in enumerate(seats, 1):
        role = " (" + slot(seat.role, tags.ROLE) + ")" if seat.role else Text()
        body = " " + organisation(seat.org) if seat.org else Text()
        rows.append(f"{number}{dot}" + cast.name(seat) + role + body)
    return inline(cast, status) + join(" ", rows)


@layout("run on with initials", 6)
def run_on_with_initials(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """Ann Bell (AB) Barset Council Bob Cole (BC) Dee Fox (DF) Chief Officer …, organisations here and
    there."""
    left, right = cast.rng.choice((("(", ")"), ("(", ")"), ("[", "]"), ("", "")))
    missing = cast.rng.choice((0.0, 0.2, 0.5))
    rows = []
    for seat in seats:
        row = cast.name(seat)
        row += " (" + slot(seat.role, tags.ROLE) + ")" if seat.role and cast.words.often(0.6) else Text()
        row = row + " " + left + initials(seat) + right
        more = details(seat, LineStyle(second=cast.rng.choice((", ", " ", " – "))))
        rows.append(row if cast.words.often(missing) or not more else row + " " + more)
    gap = cast.rng.choice((" ", " ", " ", "", ", "))
    return inline(cast, status) + join(gap, rows)


@layout("glued cells", 3)
def glued_cells(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """Ann BellHousing OfficerBob ColeBarset Council: cells and lines with nothing between them."""
    between = cast.rng.choice(("", "", " ", "\n"))
    rows = [cast.name(seat) + details(seat, LineStyle(second=cast.rng.choice((", ", "")))) for seat in seats]
    return heading(cast, status) + join(between, rows)


@layout("columns run on", 5)
def columns_run_on(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """All names in one line, then all their posts and bodies: a table read column by column."""
    gap = cast.rng.choice((" ", " ", "\n"))
    names = [cast.name(seat) for seat in seats]
    beside = [more for seat in seats if (more := details(seat, LineStyle(second=", ")))]
    return inline(cast, status) + join(gap, names) + gap + join(gap, beside)


@layout("names in brackets", 4)
def names_in_brackets(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """The Vice-Chancellor (Professor A Bell), the Director of Finance (Mr B Cole), Dr C Fox …"""
    parts = []
    for seat in seats:
        if cast.words.often(0.6):
            post = slot(seat.job or cast.words.draw("job"), tags.JOB)
            parts.append(cast.rng.choice(("the ", "The ", "")) + post + " (" + cast.name(seat) + ")")
        else:
            parts.append(cast.name(seat))
    return inline(cast, status) + conjoined(cast, parts) + "."


@layout("organisation and post first", 5)
def organisation_and_post_first(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """NPDC Councillor, Ann Bell; the organisation and the post stand before the name."""
    comma = cast.rng.choice((", ", ", ", ": ", " – ", "\n"))
    rows = []
    for seat in seats:
        body = organisation(seat.org or cast.rng.choice(cast.orgs))
        post = slot(seat.job or cast.words.draw("job"), tags.JOB)
        between = cast.rng.choice((" ", ", "))
        rows.append(body + (between + post if cast.words.often(0.75) else Text()) + comma + cast.name(seat))
    return heading(cast, status) + join("\n", rows)


@layout("slash cells", 3)
def slash_cells(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """Cllr Ann Bell (Chair) / AB / - / Barset Council, as some converters write a table's row."""
    idle = cast.rng.choice((" / -", "", " / "))
    rows = []
    for seat in seats:
        role = " (" + slot(seat.role, tags.ROLE) + ")" if seat.role else Text()
        short = " / " + initials(seat) if cast.shape.initials else Text()
        more = details(seat, LineStyle(second=cast.rng.choice((", ", " / "))))
        rows.append(cast.name(seat) + role + short + idle + (" / " + more if more else Text()))
    return heading(cast, status) + join("\n", rows)


@layout("represented by", 2)
def represented_by(cast: Cast, _status: str, seats: list[Seat]) -> Text:
    """Bell, A. Cole; Fox, B. Gray: who was away, and after the comma who came instead."""
    pairs = []
    for seat in seats:
        other = cast.people.person(0.0)
        stand_in = replace(other, shown=f"{other.given[0]}. {other.surname}")
        pairs.append(slot(seat.person.surname, tags.PERSON) + ", " + named(stand_in, cast.style))
    return heading(cast, "absent", cast.words.draw("status_represented")) + join("; ", pairs) + "."

"""More layouts of one group of a roster, less common than those in `groups`."""

from __future__ import annotations

from dataclasses import replace

from whosat.extract.model import tags
from whosat.extract.model.groups import conjoined, layout, with_role
from whosat.extract.model.headings import heading, inline
from whosat.extract.model.pieces import Text, join, slot
from whosat.extract.model.seats import Cast, LineStyle, Seat, deputy, line, organisation


@layout("surname and initials", 4)
def surname_and_initials(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """SMITH J, Jones A B (Mrs): as attendance sheets and older minutes have it."""
    capital, dot, way = cast.words.often(0.6), cast.rng.choice(("", ".")), cast.rng.random()
    built = []
    for seat in seats:
        surname = seat.person.surname.upper() if capital else seat.person.surname
        letters = [seat.person.given[0], *(cast.rng.choices("ABCDEJLMPRS") if cast.words.often(0.3) else [])]
        name = slot(surname + cast.rng.choice((" ", ", ", " ")) + f"{dot} ".join(letters) + dot, tags.PERSON)
        title = " (" + slot(seat.person.title, tags.TITLE) + ")" if seat.person.title else Text()
        role = " – " + slot(seat.role, tags.ROLE) if seat.role else Text()
        built.append(name + title + role)
    if way < 0.5:
        return heading(cast, status) + join("\n", built)
    return inline(cast, status) + join("; ", built)


@layout("shared from", 5)
def shared_from(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """A and B from an organisation, C of another, in one sentence."""
    runs, rest = [], seats
    while rest:
        size = cast.rng.choice((1, 1, 2, 3))
        names = conjoined(cast, [cast.name(seat) for seat in rest[:size]])
        link = cast.rng.choice((" from ", " from the ", " of ", " (both from ", " representing ", " for "))
        body = organisation(cast.rng.choice(cast.orgs))
        runs.append(names + link + body + (")" if "(" in link else ""))
        rest = rest[size:]
    return inline(cast, status) + conjoined(cast, runs, cast.rng.choice((", ", "; "))) + "."


@layout("nested bullets", 4)
def nested_bullets(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """Each organisation as a bullet, its people as bullets below it."""
    outer, inner = cast.rng.choice(
        (("• ", "  o "), ("- ", "  - "), ("* ", "    * "), ("", "\t• "), ("1. ", "   a. "))
    )
    rows: list[Text] = []
    rest = seats
    while rest:
        size = cast.rng.randint(1, 3)
        rows.append(outer + organisation(cast.words.draw("organisation")))
        rows.extend(inner + with_role(cast, seat) + deputy(cast, seat) for seat in rest[:size])
        rest = rest[size:]
    return heading(cast, status) + join("\n", rows)


@layout("chair and members", 5)
def chair_and_members(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """Chair: A. Vice-Chair: B. Members: C, D, E. One paragraph, or a line each."""
    style = replace(LineStyle.drawn(cast, ""), end="", wrap="()")
    bare = [replace(seat, role="") for seat in seats]
    gap = cast.rng.choice((" ", "\n", ". ", "; "))
    roles = [slot(cast.words.draw("chair_head"), tags.ROLE), slot(cast.words.draw("vice_head"), tags.ROLE)]
    cut = min(len(bare), cast.rng.randint(1, 2))
    first = [role + ": " + line(cast, seat, style) for role, seat in zip(roles, bare[:cut], strict=False)]
    others = [inline(cast, status) + conjoined(cast, [line(cast, seat, style) for seat in bare[cut:]])]
    return join(gap, first + (others if bare[cut:] else []))


@layout("leaders", 3)
def leaders(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """Name, dots or dashes across the page, and who it is."""
    fill = cast.rng.choice(("............", " ....... ", " --------- ", "………… ", " _____ "))
    rows = [cast.name(seat) + fill + _after_leader(cast, seat) for seat in seats]
    return heading(cast, status) + join("\n", rows)


def _after_leader(cast: Cast, seat: Seat) -> Text:
    if seat.org:
        return organisation(seat.org)
    return slot(seat.role or cast.words.draw("role"), tags.ROLE)


@layout("slashes", 3)
def slashes(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """A / B / C (Organisation) / D."""
    style = replace(LineStyle.drawn(cast, ""), end="", wrap="()")
    gap = cast.rng.choice((" / ", "/", " | ", " • ", " · ", " – "))
    return inline(cast, status) + join(gap, [line(cast, seat, style) for seat in seats])


@layout("posts and names", 5)
def posts_and_names(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """Name, then the post, with nothing but white space between them, as a trust board's minutes have it."""
    gap = cast.rng.choice(("\t", "   ", " ", ", ", "\t\t"))
    rows = []
    for seat in seats:
        post = slot(seat.job or cast.words.draw("job"), tags.JOB)
        role = slot(seat.role, tags.ROLE) if seat.role else Text()
        post = (
            role + cast.rng.choice((" and ", ", ")) + post if role and cast.words.often(0.3) else role or post
        )
        letters = slot(seat.person.initials, tags.INITIALS)
        tail = cast.rng.choice((" (", "\t(", " [")) if cast.shape.initials else ""
        row = cast.name(seat) + gap + post
        rows.append(row + tail + letters + ("]" if "[" in tail else ")") if tail else row)
    return heading(cast, status) + join("\n", rows)

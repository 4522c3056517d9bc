"""Layouts of one group of a roster: the people under one heading."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from whosat.extract.model import tags
from whosat.extract.model.headings import heading, inline
from whosat.extract.model.people import named
from whosat.extract.model.pieces import Text, join, plain, slot
from whosat.extract.model.seats import (
    Cast,
    LineStyle,
    Seat,
    deputy,
    details,
    initials,
    lead,
    line,
    org,
    organisation,
)

Layout = Callable[[Cast, str, list[Seat]], Text]
GROUPS: dict[str, tuple[Layout, int]] = {}


def layout(name: str, weight: int) -> Callable[[Layout], Layout]:
    """Register a layout under a name, and how often it is drawn."""

    def register(function: Layout) -> Layout:
        GROUPS[name] = (function, weight)
        return function

    return register


def conjoined(cast: Cast, texts: list[Text], comma: str = ", ") -> Text:
    """Join texts with commas, and the last at times with "and"."""
    if len(texts) < 2 or cast.words.often(0.35):
        return join(comma, texts)
    last = cast.rng.choice((" and ", " and ", " & ", comma.rstrip() + " and "))
    return join(comma, texts[:-1]) + last + texts[-1]


def with_role(cast: Cast, seat: Seat) -> Text:
    """Write the name, and the role in brackets."""
    return cast.name(seat) + (" (" + slot(seat.role, tags.ROLE) + ")" if seat.role else "")


@layout("lines", 30)
def lines(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """One person a line, all built alike."""
    style = LineStyle.drawn(cast)
    gap = cast.rng.choice(("\n", "\n", "\n", "\n", "\n\n", " \n"))
    return heading(cast, status) + join(
        gap, [lead(style, n) + line(cast, seat, style) for n, seat in enumerate(seats)]
    )


@layout("careless lines", 5)
def careless(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """One person a line, each built in its own way."""
    mark = LineStyle.drawn(cast).lead
    built = [line(cast, seat, LineStyle.drawn(cast, mark)) for seat in seats]
    return heading(cast, status) + join(
        "\n", [mark.replace("n", "").replace("a", "") + text for text in built]
    )


@layout("inline lines", 7)
def inline_lines(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """The heading on the first person's line, the others below, indented or not."""
    style = LineStyle.drawn(cast, "")
    indent = cast.rng.choice(("\n", "\n\t", "\n\t\t", "\n        "))
    return inline(cast, status) + join(indent, [line(cast, seat, style) for seat in seats])


@layout("pairs", 8)
def pairs(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """The name on one line, the rest on the next."""
    style = replace(
        LineStyle.drawn(cast, ""), first=cast.rng.choice(("\n", "\n", "\n\t", "\n\n", " \n")), wrap="", end=""
    )
    gap = cast.rng.choice(("\n", "\n\n", "\n\n\t", "\n\n", "\n"))
    return heading(cast, status) + join(gap, [line(cast, seat, style) for seat in seats])


@layout("paragraph", 14)
def paragraph(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """All in one paragraph, with commas, organisations in brackets."""
    style = replace(LineStyle.drawn(cast, ""), wrap=cast.rng.choice(("()", "()", "()", "[]")), end="")
    return (
        inline(cast, status)
        + conjoined(cast, [line(cast, seat, style) for seat in seats])
        + cast.rng.choice(("", "."))
    )


@layout("semicolons", 6)
def semicolons(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """All in one paragraph, with semicolons."""
    style = replace(LineStyle.drawn(cast, ""), end="")
    return (
        inline(cast, status)
        + join(cast.rng.choice(("; ", ";\n", " ; ")), [line(cast, s, style) for s in seats])
        + "."
    )


@layout("commas only", 5)
def commas_only(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """Bare names in one paragraph."""
    names = [with_role(cast, seat) for seat in seats]
    return inline(cast, status) + conjoined(cast, names) + cast.rng.choice(("", "."))


@layout("run on", 10)
def run_on(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """A flattened list: one line, nothing between one person and the next."""
    style = replace(LineStyle.drawn(cast, ""), end="")
    gap = cast.rng.choice((" ", " ", "  ", "\t", ""))
    opening = inline(cast, status) if cast.words.often(0.7) else heading(cast, status)
    return opening + join(gap, [line(cast, seat, style) for seat in seats])


@layout("shared title", 5)
def shared_title(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """Councillors Smith, Jones and Brown."""
    bare = [replace(seat, person=replace(seat.person, title="")) for seat in seats]
    short = cast.words.often(0.5)
    names = [slot(s.person.surname if short else s.person.name, tags.PERSON) for s in bare]
    notes = [" (" + slot(s.role, tags.ROLE) + ")" if s.role else Text() for s in bare]
    notes = [
        n + (" (" + slot(s.party, tags.PARTY) + ")" if s.party else "")
        for n, s in zip(notes, bare, strict=True)
    ]
    title = slot(cast.words.draw("shared_title"), tags.TITLE)
    return (
        inline(cast, status)
        + title
        + " "
        + conjoined(cast, [n + m for n, m in zip(names, notes, strict=True)])
    )


@layout("shared organisation", 6)
def shared_organisation(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """A, B and C (Organisation), D (Organisation)."""
    runs, rest = [], seats
    while rest:
        size = cast.rng.randint(1, 3)
        names = [cast.name(seat) for seat in rest[:size]]
        name = organisation(cast.rng.choice(cast.orgs))
        runs.append(conjoined(cast, names) + cast.rng.choice((" (", " (both ", " (all ", " (")) + name + ")")
        rest = rest[size:]
    gap = cast.rng.choice((", ", "; ", "\n", ", "))
    return (inline if gap != "\n" else heading)(cast, status) + join(gap, runs)


@layout("organisation first", 8)
def organisation_first(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """Each organisation, then its people on the same line."""
    style = replace(LineStyle.drawn(cast), first=cast.rng.choice((": ", " – ", "\t", " - ", " | ", ":\t")))
    rows: list[Text] = []
    rest = seats
    while rest:
        size = cast.rng.choice((1, 1, 2, 3))
        names = [with_role(cast, seat) + deputy(cast, seat) for seat in rest[:size]]
        body = organisation(cast.words.draw("organisation"))
        rows.append(lead(style, len(rows)) + body + style.first + conjoined(cast, names))
        rest = rest[size:]
    return heading(cast, status) + join("\n", rows)


@layout("organisation heads", 5)
def organisation_heads(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """Each organisation on a line of its own, its people below."""
    style = LineStyle.drawn(cast)
    rows: list[Text] = []
    rest = [replace(seat, org="") for seat in seats]
    while rest:
        size = cast.rng.randint(1, 4)
        rows.append(organisation(cast.words.draw("organisation")) + cast.rng.choice(("", ":", "")))
        rows.extend(lead(style, n) + line(cast, seat, style) for n, seat in enumerate(rest[:size]))
        rest = rest[size:]
    return heading(cast, status) + join("\n", rows)


@layout("two a line", 4)
def two_a_line(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """Two people on each line."""
    style = replace(LineStyle.drawn(cast, ""), end="", first=cast.rng.choice((" – ", ", ", " - ", " ")))
    between = cast.rng.choice((" / ", "\t", "      ", " | ", "/", "   "))
    built = [line(cast, seat, style) for seat in seats]
    rows = [join(between, built[n : n + 2]) for n in range(0, len(built), 2)]
    return heading(cast, status) + join("\n", rows)


@layout("parallel", 4)
def parallel(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """All names, then all that stood in the next column."""
    gap = cast.rng.choice(("\n", "\n", " ", "\n\n"))
    details_ = [details(seat, LineStyle(second="\n")) or plain("-") for seat in seats]
    return (
        heading(cast, status)
        + join(gap, [cast.name(seat) for seat in seats])
        + "\n"
        + gap
        + join(gap, details_)
    )


@layout("role first", 6)
def role_first(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """The role or the job title, then the name."""
    between = cast.rng.choice((": ", " – ", "\t", " - ", ", ", "  "))
    rows = []
    for seat in seats:
        what = _what(cast, seat)
        rows.append(what + between + cast.name(seat) + ((" (" + org(seat) + ")") if seat.org else ""))
    return heading(cast, status) + join("\n", rows)


def _what(cast: Cast, seat: Seat) -> Text:
    if cast.words.often(0.3):
        return slot(seat.role or cast.words.draw("role"), tags.ROLE)
    return slot(seat.job or cast.words.draw("job"), tags.JOB)


@layout("initials only", 3)
def initials_only(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """Nothing but initials."""
    return inline(cast, status) + conjoined(
        cast, [initials(seat) for seat in seats], cast.rng.choice((", ", " ", "/", "; "))
    )


@layout("sentence", 12)
def sentence(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """A sentence that says who was there or sent apologies."""
    style = replace(LineStyle.drawn(cast, ""), wrap=cast.rng.choice(("()", "()", "")), first=", ", end="")
    names = conjoined(cast, [line(cast, seat, style) for seat in seats])
    if cast.words.often(0.15):
        bare = [slot(f"{seat.person.given} {seat.person.surname}", tags.PERSON) for seat in seats]
        names = slot(cast.words.draw("shared_title"), tags.TITLE) + " " + conjoined(cast, bare)
    made = marked(cast.words.draw(f"sentence_{status}"), {"names": names}, f"{tags.STATUS}.{status}")
    return cast.rng.choice(("", "", "1. ", "1.1 ", "2\t")) + made


_MARKED = re.compile(r"\[(.+?)(?:\|(\w+))?\]|<(\w+)>")


def marked(template: str, parts: dict[str, Text], label: str) -> Text:
    """Write a template: `<part>` is filled in, `[words]` fill a slot, `[words|kind]` one of that kind."""
    text, at = Text(), 0
    for match in _MARKED.finditer(template):
        kind = f"{label}.{match[2]}" if match[2] else label
        text = text + template[at : match.start()] + (parts[match[3]] if match[3] else slot(match[1], kind))
        at = match.end()
    return text + template[at:]


@layout("chair line", 5)
def chair_line(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """The chair on a line of his or her own, then a list."""
    style = LineStyle.drawn(cast)
    role = slot(cast.words.draw("chair_head"), tags.ROLE)
    head, *rest = seats
    chair = (
        role
        + cast.rng.choice((": ", " – ", "\t", ":\t", " "))
        + line(cast, replace(head, role=""), replace(style, lead=""))
    )
    return chair + "\n" + (lines(cast, status, rest) if rest else Text())


@layout("name only lines", 5)
def name_only(cast: Cast, status: str, seats: list[Seat]) -> Text:
    """Bare names, one a line."""
    style = LineStyle.drawn(cast)
    return heading(cast, status) + join(
        "\n", [lead(style, n) + cast.name(seat) for n, seat in enumerate(seats)]
    )


@layout("substituted", 3)
def substituted(cast: Cast, _status: str, seats: list[Seat]) -> Text:
    """Members with the one who sat in for them, in sentences of their own."""
    rows = []
    for seat in seats[:3]:
        other = cast.people.person(cast.shape.titled)
        whom = named(seat.person, cast.style, tags.PRINCIPAL)
        parts = {"other": named(other, cast.style), "member": whom}
        rows.append(marked(cast.words.draw("substitution"), parts, tags.DEPUTY))
    return join(cast.rng.choice((" ", "\n")), rows)

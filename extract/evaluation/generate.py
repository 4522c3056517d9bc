"""Test documents from a seed: a meeting, a layout, the minutes below it, a format; and the truth
beside each.
"""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whosat.extract.evaluation import distractors, todo
from whosat.extract.evaluation import people as names
from whosat.extract.evaluation.bodies import FAMILIES, JOBS, ROOMS, partners, region
from whosat.extract.evaluation.dates import written
from whosat.extract.evaluation.layouts import Layout, all_layouts
from whosat.extract.evaluation.minutes import HEADINGS, Minutes, acronyms, opened, paragraph
from whosat.extract.evaluation.page import Block, Heading, Page, Para, Table
from whosat.extract.evaluation.rare_names import names_made_up
from whosat.extract.evaluation.sheet import CHAIR_MARKS, Attendee, Sheet
from whosat.extract.evaluation.writers import write

ITEMS = (4, 12)
CULTURE_OF = {"community": "scottish"}
FAMILIES_WITH_DEPUTIES = (
    "safeguarding",
    "police",
    "authority",
    "flood",
    "icb",
    "lep",
    "housing",
    "nhs",
    "university",
)
FAMILIES_WITH_ABSENCE = ("parish", "school", "safeguarding", "open source", "police", "community", "church")


@dataclass(frozen=True, slots=True)
class Sample:
    """One test document: its file name, bytes, and truth."""

    name: str
    data: bytes
    gold: dict[str, Any]


def samples(
    seed: int,
    count: int,
    half: str = "develop",
    formats: tuple[str, ...] = (),
    items: tuple[int, int] = ITEMS,
) -> Iterator[Sample]:
    """`count` documents that go through all layouts of a half in turn; the same for the same arguments.

    `items` bounds the items of business of a document: its length.
    """
    layouts = [
        one for one in all_layouts(half) if not formats or any(suffix in formats for suffix in one.formats)
    ]
    for number in range(count):
        rng = random.Random(f"{seed} {half} {number}")
        layout = layouts[number % len(layouts)]
        able = [suffix for suffix in layout.formats if not formats or suffix in formats]
        yield sample(rng, layout, able[(number // len(layouts) + number) % len(able)], number, items)


def sample(
    rng: random.Random, layout: Layout, suffix: str, number: int, items: tuple[int, int] = ITEMS
) -> Sample:
    """One document in a layout and a format."""
    sheet = meeting(rng, layout)
    roster = layout.write(sheet)
    minutes = Minutes(sheet)
    title = head(sheet)
    body = text(minutes, items)
    blocks = [*title, *body, *roster] if layout.at_end else [*title, *roster, *body]
    blocks += closing(sheet)
    page = Page(tuple(blocks), header=sheet.board.name if rng.random() < 0.3 else "", footer=_footer(sheet))
    name = f"{number:04d}-{sheet.family.replace(' ', '-')}.{suffix}"
    return Sample(name, write(page, suffix, rng), truth(sheet, minutes, layout, suffix))


def _footer(sheet: Sheet) -> str:
    day = written(sheet.rng, sheet.date + dt.timedelta(days=sheet.rng.randrange(3, 30)))
    return sheet.rng.choice(("", "", "", "Confirmed minutes", "OFFICIAL - SENSITIVE", f"Published {day}"))


def meeting(rng: random.Random, layout: Layout) -> Sheet:
    """A meeting of a body of one of the layout's families, with people of every status."""
    family = rng.choice(layout.families)
    where = region(rng)
    board = where.fill(rng.choice(FAMILIES[family][0]))
    date = dt.date(rng.randrange(2004, 2025), rng.randrange(1, 13), rng.randrange(1, 29))
    return Sheet(
        rng,
        family,
        where,
        board,
        date,
        rng.choice(ROOMS),
        attendees(rng, family, where),
        rare=layout.half == "judge",
        chair_in_text=rng.random() < 0.15,
        colon=rng.choice(("", ":")),
        mark=rng.choice(CHAIR_MARKS),
        short_organisations=rng.random() < 0.15,
    )


def attendees(rng: random.Random, family: str, where: Any) -> list[Attendee]:
    """The people of one meeting; the first of those present is the chair, unless nobody is."""
    counts = {
        "present": rng.randrange(4, 14),
        "apologies": rng.choice((0, 1, 2, 3, 5)),
        "guest": rng.choice((0, 1, 2, 4)),
        "minutes": rng.choice((0, 1, 1)),
        "absent": rng.choice((0, 1, 2)) if family in FAMILIES_WITH_ABSENCE else 0,
    }
    everybody = names.people(rng, sum(counts.values()), CULTURE_OF.get(family))
    bodies = partners(rng, where, family, max(3, sum(counts.values()) * 2 // 3))
    jobs = JOBS.get(family, JOBS["other"])
    found: list[Attendee] = []
    for status, count in counts.items():
        for person in everybody[len(found) : len(found) + count]:
            body = rng.choice(bodies) if bodies and (status != "minutes" or rng.random() < 0.3) else None
            job = rng.choice(jobs) if rng.random() < 0.85 else ""
            found.append(Attendee(person, status, body, job))
    if rng.random() < 0.92:
        rng.choice(found[:2]).chair = True
    if family in FAMILIES_WITH_DEPUTIES:
        _deputise(rng, found)
    return found


def _deputise(rng: random.Random, found: list[Attendee]) -> None:
    members = [one for one in found if one.status == "present" and not one.chair]
    away = [one for one in found if one.status == "apologies"]
    for deputy in rng.sample(members, min(len(members), rng.choice((0, 1, 1, 2)))):
        if away and rng.random() < 0.7:
            absent = away.pop()
            deputy.deputises_for, deputy.organisation = absent.person, absent.organisation
        else:
            families = {one.person.family for one in found}
            stranger = names.person(rng)
            while stranger.family in families:
                stranger = names.person(rng)
            deputy.deputises_for = stranger


def head(sheet: Sheet) -> list[Block]:
    """The title with the body, the date and the place, in one of several orders."""
    rng, day = sheet.rng, written(sheet.rng, sheet.date)
    time = rng.choice(("", " at 7.30pm", ", 10:00 - 12:00", " at 2pm"))
    place = sheet.place
    board = sheet.board.name
    match rng.randrange(6):
        case 0:
            return [Heading(board, 1), Para(f"Minutes of the meeting held on {day}{time}, {place}")]
        case 1:
            return [Heading(f"Minutes of {board}", 1), Para(f"{day}{time}"), Para(place)]
        case 2:
            return [Heading(f"{board} – {day}", 1), Para(f"Venue: {place}")]
        case 3:
            return [
                Heading("MINUTES", 1),
                Para(f"{board} meeting", bold=True),
                Para(f"Date: {day}{time}"),
                Para(f"Location: {place}"),
            ]
        case 4:
            rows = (("Meeting:", board), ("Date:", day), ("Venue:", place))
            return [Heading("Minutes", 1), Table(rows, header=False)]
        case _:
            return [Para(f"Minutes of a meeting of the {board} held at {place} on {day}{time}.")]


def text(minutes: Minutes, items: tuple[int, int]) -> list[Block]:
    """The items of the meeting with its actions; sometimes a log of them at the end and one of the
    last meeting's.
    """
    rng = minutes.rng
    blocks = opened(minutes)
    if rng.random() < 0.3:
        blocks += acronyms(minutes)
    if rng.random() < 0.15:
        blocks += todo.earlier_log(minutes)
    form = rng.choice((*todo.FORMS, None))
    numbered = rng.random() < 0.6
    for number, heading in enumerate(_topics(rng, rng.randrange(*items)), 2):
        blocks.append(Heading(f"{number}. {heading}" if numbered else heading, 2))
        blocks += [paragraph(minutes) for _ in range(rng.randrange(1, 4))]
        if rng.random() < 0.12:
            blocks += rng.choice(distractors.KINDS)(minutes)
        if form and rng.random() < 0.4:
            blocks += todo.one_action(minutes, form)
    if form is None and rng.random() < 0.6:
        blocks += todo.log(minutes, initials=rng.random() < 0.3)
    return blocks


def _topics(rng: random.Random, count: int) -> list[str]:
    rounds, rest = divmod(count, len(HEADINGS))
    return [*HEADINGS * rounds, *rng.sample(HEADINGS, rest)]


def closing(sheet: Sheet) -> list[Block]:
    """The next meeting, a line to sign."""
    later = written(sheet.rng, sheet.date + dt.timedelta(days=sheet.rng.randrange(28, 90)))
    blocks: list[Block] = [
        Para(
            sheet.rng.choice(
                ("Date of next meeting: {}", "Next meeting – {}", "The next meeting will be held on {}.")
            ).format(later)
        )
    ]
    if sheet.rng.random() < 0.3:
        blocks.append(Para("Signed ………………………… (Chair)   Date ……………"))
    return blocks


def truth(sheet: Sheet, minutes: Minutes, layout: Layout, suffix: str) -> dict[str, Any]:
    """The gold file of a document."""
    organisations = [told["organisation"] for told in sheet.told if told["organisation"]]
    boards = list(dict.fromkeys([sheet.board.name, *minutes.boards]))
    return {
        "layout": layout.name,
        "half": layout.half,
        "family": sheet.family,
        "format": suffix,
        "meeting": {"body": sheet.board.name, "date": sheet.date.isoformat(), "place": sheet.place},
        "attendance": sheet.told,
        "memberships": minutes.memberships,
        "organisations": list(dict.fromkeys([*organisations, *minutes.organisations])),
        "boards": boards,
        "strategies": minutes.strategies,
        "structure": minutes.structure,
        "actions": minutes.actions,
        "prior_actions": minutes.earlier_actions,
        "not_attendees": minutes.mentioned,
    }


def write_samples(
    output: Path,
    seed: int,
    count: int,
    half: str = "develop",
    formats: tuple[str, ...] = (),
    *,
    rare_names: bool = False,
) -> int:
    """Write documents to `output`/docs and their truth to `output`/gold; the number of documents.

    `rare_names`: of people whose names are in no list.
    """
    for folder in ("docs", "gold"):
        (output / folder).mkdir(parents=True, exist_ok=True)
    written_count = 0
    with names_made_up(rare_names):
        made = list(samples(seed, count, half, formats))
    for one in made:
        (output / "docs" / one.name).write_bytes(one.data)
        gold = json.dumps(one.gold, ensure_ascii=False, indent=1) + "\n"
        (output / "gold" / Path(one.name).with_suffix(".json").name).write_text(gold, encoding="utf-8")
        written_count += 1
    return written_count

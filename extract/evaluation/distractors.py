"""What stands among minutes and looks like a roster or an action without being one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from whosat.extract.evaluation.dates import written
from whosat.extract.evaluation.minutes import Minutes
from whosat.extract.evaluation.page import Block, Heading, Items, Lines, Para, Table


def payments(minutes: Minutes) -> list[Block]:
    """Bills to be paid, some to people."""
    rng = minutes.rng
    payees = [minutes.outsider().formal, minutes.organisation(), "HMRC", minutes.outsider().full]
    rows = [("Payee", "Purpose", "Amount")]
    purposes = ("grass cutting", "room hire", "salary", "printing", "repairs to the bench")
    rows += [
        (payee, rng.choice(purposes), f"£{rng.randrange(20, 900)}.{rng.randrange(10, 99)}")
        for payee in payees
    ]
    return [Heading("Payments", 3, plain=True), Table(tuple(rows))]


def agenda(minutes: Minutes) -> list[Block]:
    """The agenda, with who leads each item by initials."""
    leads = [minutes.present().person.initials for _ in range(3)]
    rows = [
        ("Item", "Subject", "Lead"),
        ("1", "Welcome", leads[0]),
        ("2", "Budget", leads[1]),
        ("3", "AOB", leads[2]),
    ]
    return [Heading("Agenda", 3, plain=True), Table(tuple(rows))]


def copies(minutes: Minutes) -> list[Block]:
    """Who gets the paper without having been there."""
    names = [minutes.outsider().full for _ in range(3)]
    return [Para(f"{minutes.rng.choice(('Copies to', 'Distribution', 'cc'))}: {', '.join(names)}")]


def applications(minutes: Minutes) -> list[Block]:
    """Planning applications by people."""
    rng = minutes.rng
    lines = [
        f"{rng.randrange(10, 24)}/{rng.randrange(100, 3000):05d}/FUL – {minutes.outsider().formal}, extension"
        for _ in range(3)
    ]
    return [Heading("Applications", 3, plain=True), Items(tuple(lines))]


def speakers(minutes: Minutes) -> list[Block]:
    """Who will speak at a conference that is still to come."""
    day = written(minutes.rng, minutes.sheet.date + dt.timedelta(days=60))
    names = [f"{minutes.outsider().full}, {minutes.organisation()}" for _ in range(3)]
    return [Para(f"Speakers confirmed for the conference on {day}:"), Lines(tuple(names))]


def task_group(minutes: Minutes) -> list[Block]:
    """The members of another group: stated memberships, and no roster of this meeting."""
    board = minutes.board()
    members = [minutes.present().person.full, minutes.outsider().full]
    if members[0] != members[1]:
        minutes.memberships += [{"person": name, "body": board, "role": None} for name in members]
    return [Para(f"It was agreed that the members of {board} will be {' and '.join(members)}.")]


def declared(minutes: Minutes) -> list[Block]:
    """Interests of those present."""
    one, item = minutes.present().person, minutes.rng.randrange(3, 9)
    return [Para(f"Declarations of interest: {one.full} – item {item} (trustee of {minutes.organisation()})")]


KINDS: tuple[Callable[[Minutes], list[Block]], ...] = (
    payments, agenda, copies, applications, speakers, task_group, declared
)  # fmt: skip

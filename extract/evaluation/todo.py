"""Actions in the forms in which minutes record them, each with its owner, entered into the truth."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from whosat.extract.evaluation.dates import written
from whosat.extract.evaluation.minutes import TASKS, Minutes
from whosat.extract.evaluation.page import Block, Heading, Items, Para, Table
from whosat.extract.evaluation.people import Person

Form = Callable[[Minutes, list[Person], str], list[Block]]
"""Writes a task and its owners; `minutes` is for chance and for what the roster told."""


def and_names(owners: list[Person], initials: bool = False) -> str:
    """Owners in a row, in full or by their initials."""
    shown = [one.initials if initials else one.full for one in owners]
    return ("/" if initials else " and ").join(shown)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def labelled(minutes: Minutes, owners: list[Person], task: str) -> list[Block]:
    """ACTION: Jane Smith to do it."""
    label = minutes.rng.choice(("ACTION: ", "Action: ", "Action – ", "ACTION - ", "Action point: "))
    return [Para(f"{label}{and_names(owners)} to {task}.", bold=minutes.rng.random() < 0.5)]


def owner_after(_: Minutes, owners: list[Person], task: str) -> list[Block]:
    """Action: do it (Jane Smith)."""
    return [Para(f"Action: {_capital(task)} ({and_names(owners)})")]


def bracketed(minutes: Minutes, owners: list[Person], task: str) -> list[Block]:
    """Sentence with [Action: JS] behind."""
    mark = minutes.rng.choice(("[Action: {}]", "(Action: {})", "ACTION: {}", "**Action {}**"))
    who = and_names(owners, initials=_initials_told(minutes, owners))
    return [Para(f"{business_lead(minutes)} It was agreed to {task}. {mark.format(who).replace('**', '')}")]


def business_lead(minutes: Minutes) -> str:
    """A few words before the agreement."""
    return minutes.rng.choice(
        ("After some debate members were content.", "The point was well made.", "This was supported.")
    )


def due(minutes: Minutes, owners: list[Person], task: str) -> list[Block]:
    """Action: Jane Smith to do it by a date."""
    day = written(minutes.rng, minutes.sheet.date + dt.timedelta(days=minutes.rng.randrange(7, 60)))
    return [Para(f"Action: {and_names(owners)} to {task} by {day}")]


def on_two_lines(_: Minutes, owners: list[Person], task: str) -> list[Block]:
    """The task as a list item, the owner's line after it."""
    return [Items((_capital(task),)), Para(f"Action – {and_names(owners)}")]


def right_column(minutes: Minutes, owners: list[Person], task: str) -> list[Block]:
    """The minute on the left, the owner on the right."""
    who = and_names(owners, initials=_initials_told(minutes, owners))
    return [
        Table(
            (("Discussion", "Action"), (f"It was agreed to {task}.", who)), borders=minutes.rng.random() < 0.6
        )
    ]


def numbered_item(_: Minutes, owners: list[Person], task: str) -> list[Block]:
    """A numbered list of actions with the owner in front."""
    return [Heading("Actions", 3, plain=True), Items((f"{and_names(owners)} to {task}",), numbered=True)]


def _initials_told(minutes: Minutes, owners: list[Person]) -> bool:
    told = {entry["person"]: entry.get("initials") for entry in minutes.sheet.told}
    return all(told.get(one.full) for one in owners) or minutes.rng.random() < 0.3


FORMS: tuple[Form, ...] = (labelled, owner_after, bracketed, due, on_two_lines, right_column, numbered_item)


def one_action(minutes: Minutes, form: Form) -> list[Block]:
    """An action with one or two owners from among those present."""
    members = [one.person for one in minutes.sheet.of("present", "guest", "minutes")]
    owners = minutes.rng.sample(members, min(len(members), minutes.rng.choice((1, 1, 1, 2))))
    task = next_task(minutes)
    if not task:
        return []
    minutes.actions.append({"owner": [one.full for one in owners], "text": _capital(task)})
    return form(minutes, owners, task)


def next_task(minutes: Minutes) -> str:
    """A task that this document has not given out yet, "" when all are given out."""
    used = {str(one["text"]).lower() for one in (*minutes.actions, *minutes.earlier_actions)}
    left = [task for task in TASKS if task.lower() not in used]
    return minutes.rng.choice(left) if left else ""


def log(minutes: Minutes, initials: bool) -> list[Block]:
    """A table of the actions at the end, with owners and due dates."""
    rows: list[tuple[str, ...]] = [
        minutes.rng.choice((("No", "Action", "Owner", "Due"), ("Ref", "Action", "Lead", "By when")))
    ]
    members = [one.person for one in minutes.sheet.of("present", "guest")]
    for number in range(1, minutes.rng.randrange(2, 5)):
        owner, task = minutes.rng.choice(members), next_task(minutes)
        if not task:
            break
        minutes.actions.append({"owner": [owner.full], "text": _capital(task)})
        day = written(minutes.rng, minutes.sheet.date + dt.timedelta(days=minutes.rng.randrange(7, 60)))
        rows.append((str(number), _capital(task), owner.initials if initials else owner.full, day))
    return [
        Heading(minutes.rng.choice(("Action log", "Summary of actions", "ACTIONS")), 2),
        Table(tuple(rows)),
    ]


def earlier_log(minutes: Minutes) -> list[Block]:
    """Actions of the meeting before, all done: they are no actions of this one."""
    rows: list[tuple[str, ...]] = [("Action from last meeting", "Owner", "Status")]
    members = [one.person for one in minutes.sheet.of("present")]
    for _ in range(2):
        owner, task = minutes.rng.choice(members), next_task(minutes)
        minutes.earlier_actions.append({"owner": [owner.full], "text": _capital(task)})
        rows.append((_capital(task), owner.full, minutes.rng.choice(("Complete", "Done", "Closed"))))
    return [Heading("Actions from the previous meeting", 2), Table(tuple(rows))]

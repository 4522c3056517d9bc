"""The text of the minutes below a roster: business, people who are only mentioned, other bodies,
dates, and actions.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from whosat.extract.evaluation import people as names
from whosat.extract.evaluation.bodies import BOARDS_NEARBY, PARTNERS, STRATEGIES, Body
from whosat.extract.evaluation.dates import written
from whosat.extract.evaluation.page import Block, Heading, Para
from whosat.extract.evaluation.people import words
from whosat.extract.evaluation.sheet import Attendee, Sheet

HEADINGS = words(
    """Matters arising, Finance report, Update from partners, Performance dashboard, Risk register,
    Planning applications, Safeguarding update, Chief Executive's report, Correspondence, Any
    other business, Estates update, Policies for approval, Communications, Workforce update,
    Budget monitoring, Health and safety, Digital programme, Annual report, Feedback from sub-
    groups, Highways matters, Grants, Winter pressures, Event planning"""
)
TASKS = words(
    """circulate the revised terms of reference, obtain three quotations for the boundary fence,
    update the risk register, share the slides with members, write to the landowner about the
    overgrown hedge, bring a costed proposal to the spring meeting, arrange a site visit to the
    new depot, check whether the grant can be carried forward, draft a response to the
    consultation, invite the new commissioner to a future session, confirm the insurance position,
    prepare a one-page summary of the survey, set up a task group on transport, chase the
    outstanding data return, publish the agreed statement on the website, review the induction
    pack, contact the contractor about the drains, report back on recruitment, add housing to the
    forward plan, send the link to the training portal"""
)
BUSINESS = (
    "{first} reported that two vacancies had been filled and that a third would be advertised after Easter.",
    "A vote was taken: five in favour, two against, one abstention.",
    "{surname} asked whether the policy applied to volunteers and was told that it did.",
    "The dashboard showed an improvement in {n} of the indicators; the others were unchanged.",
    "Thanks were recorded to the caretaker for opening the hall during the storm.",
    "The item was taken in private because of the personal information in it.",
    "{initials} gave an overview of the changes in legislation and what they mean for smaller providers.",
    "The group had met twice and made good progress on the first {n} recommendations.",
    "There being no further questions, the meeting moved on.",
    "RESOLVED: that the draft budget of £{n},000 be adopted.",
    "The lessons of the exercise had been written up and shared with the emergency services.",
    "{surname} left the room while the appointment was discussed.",
    "Ward reports were taken as read.",
    "It was suggested that the website be made easier to use on a telephone.",
    "{surname} gave a short presentation on progress since the summer and took questions.",
    "It was noted that spending stood at {n} per cent of the budget, mostly for agency staff.",
    "Members discussed the length of waiting times and asked for trend data in future reports.",
    "{first} explained that the consultation had drawn {n} replies, mostly supportive.",
    "The Chair thanked everyone for their work over a difficult quarter.",
    "There was a long discussion about parking, and the matter was deferred.",
    "Following a question from {first}, it was confirmed that the lease runs for a further {n} months.",
    "The report was received and its recommendations were agreed.",
    "{initials} felt that the wording was too vague and suggested an amendment, which was accepted.",
    "The accounts for the period were approved and signed.",
    "Concern was expressed about the turnover of staff; an exit survey would be considered.",
    "{surname} declared an interest in this item and took no part in the vote.",
    "No objections were raised to the application at {n} Mill Lane.",
    "The group welcomed the findings and agreed that a further audit in the new year would help.",
    "Partners were reminded that returns are due by the end of the month.",
    "It was pointed out that figures for the north of the area are not comparable with earlier years.",
)
MENTIONS = (
    "A letter had been received from {formal}, Chair of {board}, about opening hours.",
    "{full} of {org} had written to offer premises.",
    "The Board recorded its condolences to the family of {formal}, who had served for many years.",
    "A paper by {full} (not present) was circulated with the agenda.",
    "{formal} will be invited to speak on the work of {board}.",
    "Members were sorry to hear that {full}, formerly of {org}, was unwell.",
    "The report from {board}, chaired by {full}, was taken as read.",
    "Contact {full} at {org} for copies of the leaflet.",
)
DATES = (
    "The minutes of the meeting held on {earlier} were agreed as a true record.",
    "The draft had been published on {between} and comments closed a week later.",
    "The scheme starts on {later}.",
    "It was noted that the {board} had met on {between}.",
    "The next audit is due by {later}.",
)
CHAIR_IN_TEXT = (
    "{full} took the chair and opened the meeting.",
    "{full} chaired the meeting and welcomed those attending.",
    "The Chair, {full}, welcomed everybody and asked for introductions.",
    "{full}, in the chair, opened proceedings.",
    "In the absence of an agreed chair, {full} agreed to chair the meeting.",
    "{full} (Chair) welcomed members.",
)
STRUCTURE = (
    ("{a} is a sub-group of {b}.", "subgroup of"),
    ("{a} was established as a sub-group of {b}.", "subgroup of"),
    ("{a} reports to {b} each quarter.", "reports to"),
    ("It was confirmed that {a} will report to {b}.", "reports to"),
    ("{o} hosts {a}.", "hosts"),
    ("{a} is hosted by {o}.", "hosts"),
    ("{a} is funded by {o}.", "funds"),
    ("{o} has commissioned {p} to run the service.", "commissions"),
)


@dataclass(slots=True)
class Minutes:
    """The text of one document as it grows, and what of it belongs into the truth."""

    sheet: Sheet
    blocks: list[Block] = field(default_factory=list)
    actions: list[dict[str, Any]] = field(default_factory=list)
    earlier_actions: list[dict[str, Any]] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    boards: list[str] = field(default_factory=list)
    strategies: list[str] = field(default_factory=list)
    structure: list[dict[str, str]] = field(default_factory=list)
    memberships: list[dict[str, str | None]] = field(default_factory=list)
    mentioned: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    @property
    def rng(self) -> random.Random:
        """The document's source of chance."""
        return self.sheet.rng

    def present(self) -> Attendee:
        """Somebody who was there."""
        return self.rng.choice(self.sheet.of("present", "guest") or self.sheet.people)

    def board(self) -> str:
        """Another board, entered among those named."""
        name = self.sheet.region.fill(self.rng.choice(BOARDS_NEARBY)).name
        if name not in self.boards:
            self.boards.append(name)
        return name

    def organisation(self) -> str:
        """Another organisation, entered among those named."""
        kind = self.rng.choice([kind for kind in PARTNERS if kind != "open source"])
        name = self.sheet.region.fill(self.rng.choice(PARTNERS[kind])).name
        if name not in self.organisations:
            self.organisations.append(name)
        return name

    def outsider(self) -> names.Person:
        """Somebody who is mentioned and was not there."""
        taken = {one.person.family for one in self.sheet.people}
        one = names.person(self.rng)
        while one.family in taken:
            one = names.person(self.rng)
        self.mentioned.append(one.full)
        return one


def business(minutes: Minutes) -> str:
    """A sentence of ordinary business about somebody who was there."""
    one = minutes.present().person
    saying = minutes.rng.choice([one for one in BUSINESS if one not in minutes.used] or BUSINESS)
    minutes.used.add(saying)
    return saying.format(
        surname=f"{one.title or 'Ms'} {one.family}",
        first=one.full,
        initials=one.full,
        n=minutes.rng.randrange(4, 96),
    )


def mention(minutes: Minutes) -> str:
    """A sentence about somebody from outside and another body."""
    one = minutes.outsider()
    saying = minutes.rng.choice(MENTIONS)
    board = minutes.board() if "{board}" in saying else ""
    org = minutes.organisation() if "{org}" in saying else ""
    return saying.format(formal=one.formal, full=one.full, board=board, org=org)


def dated(minutes: Minutes) -> str:
    """A sentence with a date that is not this meeting's."""
    day = minutes.sheet.date
    days = {
        "earlier": day - dt.timedelta(days=minutes.rng.randrange(25, 100)),
        "between": day - dt.timedelta(days=minutes.rng.randrange(2, 20)),
        "later": day + dt.timedelta(days=minutes.rng.randrange(5, 200)),
    }
    saying = minutes.rng.choice(DATES)
    board = minutes.board() if "{board}" in saying else ""
    return saying.format(board=board, **{name: written(minutes.rng, one) for name, one in days.items()})


def strategy(minutes: Minutes) -> str:
    """A sentence that names a strategy."""
    name = minutes.sheet.region.fill(minutes.rng.choice(STRATEGIES)).name
    if name not in minutes.strategies:
        minutes.strategies.append(name)
    return minutes.rng.choice(
        ("The {} was noted.", "Work on the {} continues.", "Members approved the {}.")
    ).format(name)


def linked(minutes: Minutes) -> str:
    """A sentence that links two bodies."""
    saying, relation = minutes.rng.choice(STRUCTURE)
    a, b = minutes.board(), minutes.board()
    if a == b:
        return business(minutes)
    o = minutes.organisation() if "{o}" in saying else ""
    p = minutes.organisation() if "{p}" in saying else ""
    if o and o == p:
        return business(minutes)
    ends = {"hosts": (o, a), "funds": (o, a), "commissions": (o, p)}.get(relation, (a, b))
    minutes.structure.append({"subject": ends[0], "relation": relation, "object": ends[1]})
    for board in (a, b):
        if board not in saying.format(a=a, b=b, o=o, p=p):
            minutes.boards.remove(board)
    return saying.format(a=a, b=b, o=o, p=p)


def seat(minutes: Minutes) -> str:
    """A sentence that gives somebody a seat or a post."""
    one = minutes.present().person
    board = minutes.board()
    saying, role = minutes.rng.choice(
        (
            ("{n} was elected Chair of {b}.", "Chair"),
            ("{n} was appointed to {b}.", None),
            ("{n} is the vice-chair of {b}.", "Vice-chair"),
            ("{n} has joined {b} as its treasurer.", "treasurer"),
        )
    )
    minutes.memberships.append({"person": one.full, "body": board, "role": role})
    return saying.format(n=one.full, b=board)


SENTENCES: tuple[tuple[int, Callable[[Minutes], str]], ...] = (
    (60, business), (12, mention), (9, dated), (6, strategy), (6, linked), (4, seat)
)  # fmt: skip


def paragraph(minutes: Minutes) -> Para:
    """One to four sentences."""
    makers = minutes.rng.choices(
        [make for _, make in SENTENCES], [weight for weight, _ in SENTENCES], k=minutes.rng.randrange(1, 5)
    )
    return Para(" ".join(make(minutes) for make in makers))


def opened(minutes: Minutes) -> list[Block]:
    """The first item; it names the chair where the roster does not."""
    sheet = minutes.sheet
    said = [business(minutes)]
    chair = next((one for one in sheet.people if one.chair), None)
    if chair and sheet.chair_in_text:
        said.insert(0, minutes.rng.choice(CHAIR_IN_TEXT).format(full=chair.person.full))
    heading = minutes.rng.choice(("Welcome and introductions", "1. Welcome", "Welcome", "1  Opening"))
    return [Heading(heading, 2), Para(" ".join(said))]


def acronyms(minutes: Minutes) -> list[Block]:
    """A sentence that explains acronyms of organisations of the roster."""
    bodies = [one.organisation for one in minutes.sheet.people if one.organisation and one.organisation.short]
    if not bodies:
        return []
    body: Body = minutes.rng.choice(bodies)
    minutes.organisations.append(body.name)
    said = f"{body.name} ({body.short}) reported on its reorganisation."
    return [Para(f"{said} {body.short} will write to all partners.")]

"""Who works for a body does not sit on it: a job title is a post, a membership that is stated is a seat."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import harbour
import pytest
from reading import facts_of

from whosat.graph import answers, network, report
from whosat.graph.posts import TITLED, is_post
from whosat.graph.questions import ask, question, questions
from whosat.graph.store import Store
from whosat.graph.time import timeline
from whosat.graph.view import read_view
from whosat.ontology.facts import DocumentFacts, Membership

COUNCIL = f"{harbour.BASE}/organisation/quayside-council"
TRUST = f"{harbour.BASE}/organisation/dockers-trust"
DEE, ADA = f"{harbour.BASE}/person/dee-marlow", f"{harbour.BASE}/person/ada-ferrier"
BY_TITLE = "job title in the roster"


def _june() -> DocumentFacts:
    """The clerk works for the Council and sits nowhere; Ada is on the Council, and a trustee of the Trust."""
    june = harbour.june()

    def seen(quote: str, by: str) -> harbour.Evidence:
        return harbour.evidence(harbour.JUNE, quote, by=by)

    clerk = "Dee Marlow, Clerk – Quayside Council"
    day = dt.date(2010, 6, 4)
    return replace(
        june,
        memberships=(
            Membership("Dee Marlow", "Quayside Council", seen(clerk, BY_TITLE), role="Clerk", seen=day),
            Membership(
                "Dee Marlow", "Harbour Partnership Board", seen(clerk, BY_TITLE), role="Manager", seen=day
            ),
            Membership("Ada Ferrier", "Quayside Council", seen("Ada Ferrier", "members' list"), seen=day),
            Membership("Ada Ferrier", "Dockers' Trust", seen("Ada Ferrier", BY_TITLE), role="Trustee"),
        ),
    )


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with harbour.store(_june()) as made:
        yield made


def test_a_post_is_no_seat(store: Store) -> None:
    assert answers.boards(store, DEE) == ()
    assert [seat.name for seat in answers.who(store, COUNCIL)] == ["Ada Ferrier"]
    assert [seat.name for seat in answers.who(store, TRUST)] == ["Ada Ferrier"]


def test_a_post_is_told_as_a_post(store: Store) -> None:
    posts = {(post.name, post.roles[0].role) for post in answers.posts_of(store, DEE)}
    assert posts == {("Quayside Council", "clerk"), ("Harbour Partnership Board", "Manager")}
    assert [post.name for post in answers.posts_at(store, COUNCIL)] == ["Dee Marlow"]
    assert answers.posts_of(store, ADA) == ()
    assert {one.what for one in timeline(store, DEE)} == {"Post", "InAttendance"}


@pytest.mark.parametrize("entry", [entry.name for entry in questions()])
def test_no_question_on_seats_counts_a_post(store: Store, entry: str) -> None:
    asked = question(entry)
    things = {"person": DEE, "board": COUNCIL, "other": TRUST, "organisation": TRUST}
    if asked.then == "ways" or "strategy" in {p.name for p in asked.parameters}:
        return
    needed = {p.name: things[p.name] for p in asked.parameters if not p.optional}
    told = {cell.iri for line in ask(store, asked, needed).lines for cell in line.cells}
    assert DEE not in told or entry in ("attendance", "meetings", "present")
    if entry in ("boards", "brokers", "common-members"):
        assert COUNCIL not in told


def test_a_post_ties_no_boards_together(store: Store) -> None:
    view = read_view(store)
    assert sum(seat.post for seat in view.seats) == 2
    held = {(seat.member, seat.body) for seat in network.within(view.seats)}
    assert ("person/ada-ferrier", "organisation/quayside-council") in held
    assert not any(member == "person/dee-marlow" for member, _ in held)
    told = " ".join(f.sentence for section in report.findings(view) for f in section.findings)
    assert "Ada Ferrier sits on" in told
    assert "Dee Marlow" not in told


@pytest.mark.parametrize(
    ("role", "post"),
    [
        ("Democratic Services Officer", True),
        ("Chief Executive", True),
        ("Director of Public Health", True),
        ("Deputy Director", True),
        ("Team Leader", True),
        ("Board Secretary", True),
        ("Secretary to the Chief Executive", True),
        ("Chair's Assistant", True),
        ("Clerk", True),
        ("Member of staff", True),
        ("Trustee", False),
        ("Chair", False),
        ("Vice-Chair of Trustees", False),
        ("Hon. Treasurer", False),
        ("Secretary", False),
        ("Non-Executive Director", False),
        ("Associate Non Executive", False),
        ("Parent Governor", False),
        ("Cabinet Member for Housing", False),
        ("Leader of the Council", False),
        ("Deputy Leader", False),
        ("Councillor", False),
        ("Board Member", False),
        (None, False),
    ],
)
def test_a_title_tells_work_from_a_seat(role: str | None, post: bool) -> None:
    evidence = harbour.evidence(harbour.JUNE, "Ada Ferrier", by=BY_TITLE)
    assert is_post(Membership("Ada Ferrier", "Quayside Council", evidence, role=role)) is post
    listed = harbour.evidence(harbour.JUNE, "Ada Ferrier", by="members' list")
    assert not is_post(Membership("Ada Ferrier", "Quayside Council", listed, role=role))


def test_the_readings_that_give_posts_are_so_called() -> None:
    """What the extraction says made a fact is what posts are told by: the two names must agree."""
    text = (
        "Ashmere Harbour Trust\nMinutes of the meeting held on 6 March 2017\n\nPresent:\n"
        "Ida Quill, Head of Moorings, Ashmere Borough Council\nCllr Lev Stroud, Ashmere Borough Council\n\n"
        "1. Welcome\nIda Quill worked in Ashmere Borough Council as Harbour Manager. "
        "Lev Stroud chairs the Ferry Panel.\n"
    )
    made = {fact.evidence.extracted_by for fact in facts_of(text).memberships}
    assert made == TITLED

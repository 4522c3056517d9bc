"""The pages count nobody as a member who has left."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import harbour
import pages
from starlette.testclient import TestClient

from whosat.graph.quads import Options, write
from whosat.graph.server.app import application
from whosat.graph.store import memory_store, save
from whosat.graph.view import read_view
from whosat.ontology.facts import Membership


def test_who_left_is_counted_apart_and_chairs_no_more(tmp_path: Path) -> None:
    serving = pages.serving(tmp_path)
    october = harbour.october()
    left = Membership(
        "Carl Ashdown",
        "Harbour Partnership Board",
        october.attendances[0].evidence,
        ended=dt.date(2010, 10, 20),
        ended_by="resigned",
    )
    documents = (harbour.june(), replace(october, memberships=(*october.memberships, left)))
    lines, _ = write(documents, harbour.resolution(documents), Options(harbour.BASE))
    save(tmp_path / "store", lines, {})
    with TestClient(application(serving)) as client:
        page = client.get("/id/board/harbour-partnership-board").text
        assert '<span class="count">2, 1 former</span>' in page
        chair = page.partition('id="chair"')[2].partition("</section>")[0]
        assert "Ada Ferrier" in chair
        assert "Carl Ashdown" not in chair
        changes = client.get("/changes?board=harbour&since=2010-06&until=2010-12").text
        assert "Left" in changes


def test_the_meeting_at_which_a_seat_ended_gives_nobody_another() -> None:
    october = harbour.october()
    by_name = {one.person: one for one in october.attendances}
    gone = next(name for name, one in by_name.items() if one.role is None)
    left = Membership(
        gone,
        "Harbour Partnership Board",
        by_name[gone].evidence,
        seen=october.meetings[0].date,
        ended=october.meetings[0].date,
        ended_by="resigned",
    )
    documents = (replace(october, memberships=(*october.memberships, left)),)
    lines, _ = write(documents, harbour.resolution(documents), Options(harbour.BASE))
    view = read_view(memory_store(lines))
    seats = [seat for seat in view.seats if view.thing()[seat.member].name == gone]
    assert seats and all(seat.ended for seat in seats if seat.body.endswith("harbour-partnership-board"))

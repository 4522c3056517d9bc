"""Who chaired a meeting, in the words of many minutes; and who chairs something else and did not."""

from __future__ import annotations

import pytest
from reading import facts_of

_TITLE = "Pendle Vale Cycling Forum\nNotes of the meeting held on Tuesday 11 November 2014\n\n"
_ROSTER = (
    "Present: Gill Thackray, Omar Siddiq, Ben Lofthouse, Mr J. Fox, Vera Eccles\nApologies: Peter Haigh\n\n"
)


def _chairs(text: str) -> list[str]:
    return [one.person for one in facts_of(text).attendances if one.role == "chair"]


_SAID = {
    "In Peter's absence Omar agreed to chair the meeting.": ["Omar Siddiq"],
    "It was agreed that Mr Fox should preside.": ["J. Fox"],
    "Gill Thackray volunteered to chair this meeting.": ["Gill Thackray"],
    "Ben Lofthouse was voted in as chair.": ["Ben Lofthouse"],
    "Vera Eccles was elected Town Mayor and took the chair.": ["Vera Eccles"],
    "The group met under the chairmanship of Vera Eccles.": ["Vera Eccles"],
    "The meeting was called to order at 5 pm by Secretary Gill Thackray.": ["Gill Thackray"],
    "Omar Siddiq, Vice Chairperson, in the Chair.": ["Omar Siddiq"],
    "Deputy Chair Ben Lofthouse entertained a motion.": ["Ben Lofthouse"],
    "Vera Eccles was proposed as Chairman by Ben, seconded Omar and agreed.": ["Vera Eccles"],
    "Present were Vera Eccles, Ben Lofthouse. Omar chaired.": ["Omar Siddiq"],
    "The Lord-Lieutenant (Vera Eccles) took the chair.": ["Vera Eccles"],
    "Notes were read.\nOmar took the chair.": ["Omar Siddiq"],
    "Gill Thackray agreed to chair the next meeting.": [],
    "Chair: Omar is happy to stand again next year.": [],
    "The Towpath SIG, chaired by Gill Thackray, asked for funds.": [],
    "Gill Thackray chairs the Towpath Task Group.": [],
}


@pytest.mark.parametrize(("said", "chairs"), _SAID.items(), ids=_SAID)
def test_said_in_the_text(said: str, chairs: list[str]) -> None:
    assert _chairs(f"{_TITLE}{_ROSTER}1. {said}\n") == chairs


_LISTED = {
    "a handle before the name": (
        "Chair: @mira-j (Mira Jelinek)\n\nIn attendance: Mira Jelinek, Oswaldo Pinheiro, Kat Szymanski\n",
        ["Mira Jelinek"],
    ),
    "in chair": (
        "Present: R. Tate (in chair), C. Lumb, D. Lumb\n\n3. Officers: Chairman C. Lumb\n",
        ["R. Tate"],
    ),
    "the mark of one who has no name here": (
        "Present: The Vice-Chancellor (in the Chair), Professor D Lockyer, Dr F Mistry\n",
        [],
    ),
    "the committee's chair beside the governors'": (
        "Present: Andrew Pitman (Chair of Governors), Lesley Groves (Meeting Chair), Kofi Mensah\n",
        ["Lesley Groves"],
    ),
    "a list of members above": (
        "Chairman: Ted Ambrose\nMembers: A. Cray, B. Dunning\n\n"
        "Present: Lottie Pugh (in the Chair), A. Cray, B. Dunning\n",
        ["Lottie Pugh"],
    ),
    "an item's heading within the line": (
        "Present:\nHeads: Nia Gethin, Paul Sark (Chair)\nGovernors: Dev Malhotra, Anita Coyle\n\n"
        "2. ELECTION OF CHAIR: Paul Sark was elected Chair; Anita Coyle was elected Vice Chair.\n",
        ["Paul Sark"],
    ),
    "chaired, with a colon": (
        "Chaired: Deborah Kane\nPresent: Deborah Kane, Hugh Bright, Lin Moss\n",
        ["Deborah Kane"],
    ),
    "co-chairs on a line": (
        "Co-chairs: Robin Vale, Shireen Aziz\nAttending: Robin Vale, Shireen Aziz, Tom Eke, Georgie Fell\n",
        ["Robin Vale", "Shireen Aziz"],
    ),
    "a portfolio's holder": (
        "Attending:\nCllr Bert Moyes – Portfolio Holder (Chair)\nGail Penn – Head of Housing\nApologies:\n"
        "Rita Stokes – Landlords Association Chair\n",
        ["Bert Moyes"],
    ),
    "the subgroup's chair beside the board's": (
        "Present: Wendy Cray, Head of Safeguarding, Moor NHS (Chair of subgroup)\nPaul Lamb, Council\n",
        ["Wendy Cray"],
    ),
    "attendance above a column of names": (
        "Attendance\tRepresenting\nHector Lumb (Chairman)\tLand\nDi Sykes\tRiders\nGerry Pool\tWalkers\n",
        ["Hector Lumb"],
    ),
    "a moderator": (
        "Moderator: Yusra Haddadin\nAttendees: Yusra Haddadin, Colm Feeney\n",
        ["Yusra Haddadin"],
    ),
}


@pytest.mark.parametrize(("lines", "chairs"), _LISTED.values(), ids=_LISTED)
def test_marked_in_the_roster(lines: str, chairs: list[str]) -> None:
    assert _chairs(_TITLE + lines) == chairs

"""How everybody stood to a meeting, where a heading, a mark or a sentence tells it of many at once."""

from __future__ import annotations

import pytest
from reading import facts_of, page_of, roster, statuses, table_of

THERE = "Present: Ann Bell (Chair), Bob Oakes, Cy Dow and Dee Fox\n\n1. "


@pytest.mark.parametrize(
    "said",
    [
        "Apologies of absence were provided for Cllr Hal Roe and Cllr Ida Poe.",
        "Apologies for absence had been received prior to the meeting from Hal Roe and Ida Poe.",
        "Apologies given in advance of tonight's meeting for Hal Roe (holiday) and Ida Poe (work).",
        "Apologies had been handed in by Hal Roe and Ida Poe.",
        "Apologies were presented by the Clerk for Hal Roe and Ida Poe.",
        "Apologies were received by email from Hal Roe and Ida Poe and were accepted.",
        "Apologies of Hal Roe and Ida Poe were noted.",
        "Ida Poe and Hal Roe extended apologies.",
        "Hal Roe and Ida Poe had emailed their apologies.",
        "Apologies were submitted from Councillor Hal Roe - work commitment and Councillor Ida Poe (ill).",
    ],
)
def test_apologies_in_any_words(said: str) -> None:
    found = statuses(THERE + said)
    assert [found.pop(name) for name in ("Hal Roe", "Ida Poe")] == ["apologies"] * 2
    assert found == dict.fromkeys(("Ann Bell", "Bob Oakes", "Cy Dow", "Dee Fox"), "present")


def test_apologies_not_received_are_none() -> None:
    assert statuses(THERE + "Apologies were not received from Hal Roe.")["Hal Roe"] == "absent"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "ROLL CALL (X – present, Y – absent)\nX  Ann Bell, Chairman\nX  Bob Oakes\nY  Cy Dow\n"
            "X  Dee Fox\n\nStaff present: Gail Moss, Town Planner",
            {"Cy Dow": "absent", "Dee Fox": "present", "Gail Moss": "in attendance"},
        ),
        (
            "Key: P present, A apologies, NA no apologies, R remote\n\nName | Attendance\n--- | ---\n"
            "Ann Bell (Chair) | P\nBob Oakes | R\nCy Dow | A\nDee Fox | NA",
            {"Bob Oakes": "present", "Cy Dow": "apologies", "Dee Fox": "absent"},
        ),
        (
            "Members (* denotes present):\n* Mr A Bell (Chairman)\n* Mr B Oakes\n  Mr C J Dow\n* Mrs D Fox\n"
            "  Mr E Moss\n\n1. APOLOGIES\nApologies were received from Mr Dow.",
            {"C J Dow": "apologies", "E Moss": "absent", "D Fox": "present"},
        ),
        (
            "Attendees: Ann Bell (AB), Bob Oakes (BO), Cy Dow (CD)\n\nAB chaired. BO took notes.",
            {"Ann Bell": "present", "Bob Oakes": "minute taker"},
        ),
        (
            "Present (voting): Ann Bell, Bob Oakes\nPresent (non-voting): Cy Dow (Adviser)",
            {"Ann Bell": "present", "Cy Dow": "in attendance"},
        ),
        (
            "Roll call: Ann Bell (Corvid), Bob Oakes (Linden), Wes Tolliver\nScribe: Wes",
            {"Ann Bell": "present", "Wes Tolliver": "minute taker"},
        ),
        (
            "The meeting was called to order by Chair Ann Bell. Members present were supervisors Ann Bell, "
            "Bob Oakes, treasurer Cy Dow, clerk Dee Fox and guests Tom Hager and Lisa Yoder.",
            {"Dee Fox": "present", "Tom Hager": "in attendance", "Lisa Yoder": "in attendance"},
        ),
        (
            "Trustees present: A. Bell, B. Oakes, Village President C. Dow\nTrustee absent: D. Fox with "
            "notice",
            {"C. Dow": "present", "D. Fox": "apologies"},
        ),
        (
            "On roll call, the following answered present: Bell, Oakes, Dow.\nAbsent: Fox (excused)\n"
            "Staff: Town Planner Gail Moss",
            {"Oakes": "present", "Fox": "apologies", "Gail Moss": "in attendance"},
        ),
        (
            "Present: Ann Bell, Bob Oakes\nApologies: Cy Dow\nNo apology: Dee Fox\nPolice: PC Gail Moss",
            {"Dee Fox": "absent", "Gail Moss": "in attendance"},
        ),
        (
            "Name / Agency / Present\nAnn Bell – Hospital Trust – P\nBob Oakes – Police – A\n"
            "Cy Dow – Ambulance Service – DNA\nDee Fox – Mind – P",
            {"Bob Oakes": "apologies", "Cy Dow": "absent", "Dee Fox": "present"},
        ),
        (
            "PRESENT: Ann Bell, Bob Oakes, Cy & Lyn Dow\nAPOLOGIES: Dee Fox, Ian & Beth Moss. Moved B. "
            "Oakes, seconded L. Dow that apologies be accepted. Carried.",
            {"Ian Moss": "apologies", "Bob Oakes": "present", "Lyn Dow": "present"},
        ),
        (
            "Present:\nAnn Bell (Chair)\nDCI Joel Marchetti\nBob Oakes",
            {"Joel Marchetti": "present", "Bob Oakes": "present"},
        ),
        (
            "Attendees - Ann Bell (Rear Commodore), Bob Oakes\nAbsences - Cy Dow (apologies given), Dee "
            "Fox (none "
            "given)",
            {"Bob Oakes": "present", "Cy Dow": "apologies", "Dee Fox": "absent"},
        ),
        (
            "Present: 21 members incl. A Bell (President), B Oakes\nApologies: 7 inc. C Dow\nA Bell took the "
            "Chair and opened the AGM at 8pm",
            {"A Bell": "present", "C Dow": "apologies"},
        ),
        (
            "Present: Messrs A Bell (in the chair), B Oakes, P Rix; Mrs L Crisp (from 10.25 am)\nMr J Moss "
            "(Clerk) "
            "and Miss Z Bunn (Accountant) were in attendance.\nApologies were received from Mr C Dow. Mr D "
            "Fox "
            "was absent.",
            {"L Crisp": "present", "J Moss": "in attendance", "Z Bunn": "in attendance", "D Fox": "absent"},
        ),
        (
            "Roll: Present – Bell, A.; Oakes, B.; Moss, C.\nAbsent (excused) – Dow, H.\nAbsent (unexcused) – "
            "Fox, B.; Roe, C.",
            {"B Oakes": "present", "H Dow": "apologies", "C Roe": "absent"},
        ),
        (
            "Attendance Cllr. A Bell Y Cllr. B Oakes Y Cllr. C Dow A Cllr. D Moss Y Cllr. E Fox N Key Y = "
            "present "
            "A = apologies N = not present Also in attendance: R Quill (Town Clerk), 2 residents",
            {"A Bell": "present", "C Dow": "apologies", "E Fox": "absent", "R Quill": "in attendance"},
        ),
        (
            "Mr. Bell presided over a good attendance, the following also being present: Messrs. Oakes, "
            "Moss and "
            "Hunt.\nExcuses for absence were received from Messrs. Dow and Fox.",
            {"Oakes": "present", "Hunt": "present", "Dow": "apologies"},
        ),
        (
            "Members Present            Ann Bell (Chair)\n                           Bob Oakes\n"
            "Apologies                  Cy Dow, Dee Fox\nBSL interpreters           Gail Moss, Max Poll",
            {"Bob Oakes": "present", "Cy Dow": "apologies", "Max Poll": "in attendance"},
        ),
        (
            "BIP members: Prof. Ann Bell (AB, Chair), Dr. Bob Oakes (BO)\nBIP members unable to attend: "
            "Dr. Cy Dow "
            "(CD)\nInvited experts: Dr. Gail Moss (GM)",
            {"Bob Oakes": "present", "Cy Dow": "apologies", "Gail Moss": "in attendance"},
        ),
        (
            "ATTENDANCE: Bell, Mr A (Chair) (P); Oakes, Ms B (P); Dow, Dr C (A); Fox, Mr D (X); Moss, Mrs "
            "E (P).\n"
            "P = Present; A = Apologies; X = Absent.",
            {"B Oakes": "present", "C Dow": "apologies", "D Fox": "absent", "E Moss": "present"},
        ),
        (
            "Commissioners: [X] Ann Bell, Chair  [X] Bob Oakes  [ ] Cy Dow  [X] Gail Moss  [ ] Dee Fox "
            "(excused)",
            {"Bob Oakes": "present", "Cy Dow": "absent", "Gail Moss": "present", "Dee Fox": "apologies"},
        ),
        (
            "Attendees: ✅ Ann Bell, ❌ Bob Oakes, ✅ Gail Moss (chair), ❌ Cy Dow (sent apologies)",
            {"Ann Bell": "present", "Bob Oakes": "absent", "Cy Dow": "apologies"},
        ),
        (
            "Present at Town Hall: Mayor Ann Bell, Councilors Bob Oakes, Gail Moss\nPresent remotely: "
            "Councilor "
            "Hal Roe\nApologies: Cy Dow, Dee Fox (late)",
            {"Bob Oakes": "present", "Hal Roe": "present", "Cy Dow": "apologies", "Dee Fox": "present"},
        ),
        (
            "Called to order by President Ann Bell with the following members present: Bob Oakes, Rex "
            "Pfannenstiel, "
            "Gail Moss and Lance Voth. Member Kim Dow was absent.",
            {"Rex Pfannenstiel": "present", "Gail Moss": "present", "Kim Dow": "absent"},
        ),
        (
            "CITY COUNCIL ROLL CALL\nCouncil Member Aldana – Present\nCouncil Member Brody – Absent\n"
            "Vice Mayor Choi – Present\nMayor Espinosa – Present\nCity Attorney Foley – Present",
            {"Brody": "absent", "Choi": "present", "Espinosa": "present", "Foley": "present"},
        ),
        (
            "Members: Ms Ann Bell; Mr Bob Oakes\nAbsent with notification: Mr Cy Dow\n"
            "Interpreters: Ms Gail Moss",
            {"Bob Oakes": "present", "Cy Dow": "apologies", "Gail Moss": "in attendance"},
        ),
        (
            "The committee met at the Institute. Mr. Garth Oldfield was voted to the chair in the absence "
            "of Dr. Wray. "
            "There were also present Miss Ivy Penn, Mrs. Ruth Cole and Mr. Sam Ewart. Apologies: Dr. Wray.",
            {"Garth Oldfield": "present", "Ruth Cole": "present", "Sam Ewart": "present"},
        ),
        (
            "Present: Selectmen Ann Bell, Chair; Bob Oakes; and Gail Moss. Town Manager Gwen Sirois and "
            "Recording "
            "Secretary Polly Tarr were also present.\nAbsent: Selectman Cy Dow",
            {"Gail Moss": "present", "Gwen Sirois": "in attendance", "Polly Tarr": "minute taker"},
        ),
        (
            "Present: Board members Ann Bell (chair), Bob Oakes; staff members Vera Hahn (director), Walt "
            "Inge; "
            "guest Gail Moss.\nAbsent: Cy Dow.",
            {"Bob Oakes": "present", "Vera Hahn": "in attendance", "Walt Inge": "in attendance"},
        ),
        (
            "The following members attended: Ald. Bell (Chairman), Cllrs. Oakes, Moss.\nThe following did "
            "not "
            "attend: Cllrs. Dow and Fox.\nThe Borough Surveyor (Mr. Quarmby) also attended.",
            {"Moss": "present", "Fox": "absent", "Quarmby": "in attendance"},
        ),
        (
            "| Attendee | Role | Here? |\n| --- | --- | :-: |\n| Ann Bell | Chair | ✔️ |\n| Bob Oakes |"
            " Web | ✔️ |\n"
            "| Cy Dow | Events | ❌ |",
            {"Ann Bell": "present", "Bob Oakes": "present", "Cy Dow": "absent"},
        ),
        (
            "Present (P), apologies (A):\nAnn Bell (Chair) P\nBob Oakes P\nCy Dow A\nGail Moss P",
            {"Bob Oakes": "present", "Cy Dow": "apologies", "Gail Moss": "present"},
        ),
        (
            "Members Present: Ann Bell, Chairman; Bob Oakes; Bev Moss, Alternate\nMembers Absent: Cy Dow "
            "(Excused)\n"
            "Others: Deb Shaw, Zoning Officer\nMr. Bell appointed Ms. Moss to sit for Mr. Dow.",
            {"Ann Bell": "present", "Bev Moss": "present", "Deb Shaw": "in attendance"},
        ),
        (
            "Present: A. Bell, B. Oakes\nAbsent: C. Moss, D. Dow*, E. Fox\n* excused",
            {"C. Moss": "absent", "D. Dow": "apologies", "E. Fox": "absent"},
        ),
        (
            "Present: Ann Bell, Bob Oakes\nApologies: Cy Dow, Jill Moss (late arrival 6pm)",
            {"Cy Dow": "apologies", "Jill Moss": "present"},
        ),
        (
            "Present: A Bell    Director of Estates (Chair)\n         B Moss    Finance Manager\n"
            "         C Hart    Estates Officer\nApologies: D Rusk  Head of Planning\n"
            "Circulation: Those present, E Swift, F Thorne",
            {"B Moss": "present", "D Rusk": "apologies", "E Swift": None},
        ),
        (
            "Trustees: Ann Bell (AB) Chair, Bob Vale (BV) *, Cy Webb (CW)\nOfficers: Ed Zorn (EZ) *\n"
            "* apologies received",
            {"Bob Vale": "apologies", "Cy Webb": "present", "Ed Zorn": "apologies"},
        ),
        (
            "Participants: Ann Bell (AB), Bob Oakes (BO)\nCould not participate: Cy Dow (CD)",
            {"Bob Oakes": "present", "Cy Dow": "apologies"},
        ),
        (
            "Present:\nAnn Bell, Barset Trust\nBob Oakes, Wenlow Council (obo Dr Cy Dow)",
            {"Ann Bell": "present", "Bob Oakes": "present"},
        ),
    ],
)
def test_what_tells_of_all(lines: str, expected: dict[str, str | None]) -> None:
    found = statuses(lines)
    assert {name: found.get(name) for name in expected} == expected
    assert "Cy Dow" not in found or "Cy Dow" in expected or "obo" not in lines


@pytest.mark.parametrize(
    "lines",
    [
        "Present: Bob Oakes, Ann Bell\nApologies: Cy Dow (Chair)\n\nIn the absence of the Chair, Ann Bell "
        "took the chair.",
        "Attending: B. Oakes, A. Bell\n\nIt was agreed that Ann Bell be elected to chair the meeting.",
        "Who came: Bob Oakes, Ann Bell, Cy Dow\nChairing: Ann",
        "The council met with Mayor Pro Tem Ann Bell presiding. Council members present were Bob Oakes, Cy "
        "Dow and Dee Fox.",
        "Attending: Bob Oakes, Ann Bell (facilitating), Cy Dow",
        "Village of Wenlow Board of Trustees\nPresent: B. Oakes, C. Dow, Village President A. Bell",
        "In attendance: Ann Bell, Bob Oakes, Cy Dow\n\n1. Bob Oakes welcomed everyone.\n2. Chair's report "
        "– Ann "
        "Bell reported on the show.",
        "Attendees: Ann Bell (AB), Bob Oakes (BO)\nApologies: Cy Dow (Chair)\nAB agreed to chair in Cy's "
        "absence.",
        "Officers Present\nPresident Ann Bell\nSecretary Bob Oakes\nGuests\nZone Chair Cy Dow",
        "Present: Bob Oakes, Ann Bell\nApologies: Cy Dow (Chair)\nAnn Bell, Vice Chairman, presided.",
        "The Session met with the Rev. Ann Bell, Moderator, presiding. Elders present: Bob Oakes, Cy Dow.",
        "Ann Bell, Chair of Tenant Scrutiny, chaired the meeting.\nIn the room: Ann Bell, Bob "
        "Oakes\nApologies: Cy Dow",
        "Present: Ann Bell (Chair of Harbour Trust), Bob Oakes (Chair of Resources Committee), Cy Dow "
        "(Chair of "
        "Governors)",
        "Mrs. Ann Bell, President, called the meeting to order. Present: Mrs. Bell, Mr. Bob Oakes, Dr. "
        "Olga Unger.",
        "Present: Ann Bell, Bob Oakes\nAnn Bell chaired as Cy Dow was away.\nApologies: Cy Dow (Chair)",
        "Present: Bob Oakes, Ann Bell\nApologies: The Chairman, Cy Dow\nThe Vice-Chairman, Ann Bell, "
        "presided.",
        "Council: Cllr Ann Bell (Chair of the Parks Committee, who chaired the meeting), Bob Oakes "
        "(Officer)\n"
        "Apologies: Cy Dow",
        "I LÁTHAIR:\nAn Cathaoirleach: Cllr. Ann Bell\nCllrs: B. Oakes, C. Dow",
        "Present:\nAnn Bell (Vice Chair, in the Chair)\nBob Oakes\n\nApologies:\nCy Dow (Chair)",
    ],
)
def test_who_took_the_chair(lines: str) -> None:
    (chair,) = [one for one in roster(lines).values() if one.role == "chair"]
    assert (chair.person, chair.deputising_for) in {("Ann Bell", None), ("A. Bell", None)}


def test_a_guest_in_a_column_of_ticks() -> None:
    rows = [
        ["Member", "Role", "Attendance"],
        ["Ann Bell", "Chair", "✓"],
        ["Bob Oakes", "Trustee", "✗"],
        ["Cy Dow", "CFO (in attendance)", "✓"],
    ]
    found = facts_of(page_of(table_of(rows)), "minutes.html").attendances
    assert {one.person: one.status.value for one in found} == {
        "Ann Bell": "present",
        "Bob Oakes": "absent",
        "Cy Dow": "in attendance",
    }

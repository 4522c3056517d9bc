"""Who chaired by a post: "The Mayor presided", "TAC Chair", a mayor, who gave the chairman's report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whosat.extract.bodies import initials_of, kind_of_body
from whosat.extract.components.attendance_chair_whose import is_own
from whosat.extract.components.attendance_entries import Draft
from whosat.extract.components.attendance_named import beginning, beside
from whosat.extract.components.roster_headings import heading_of
from whosat.extract.components.roster_scores import acronym_of
from whosat.ontology.facts import Kind, Status

_POSTS: Final = (
    r"(?:Lord |Deputy )?Mayor|(?:Shire )?President|Chancellor|Vice-Chancellor|Provost|Moderator|"
    r"Convener|Dean|Master|"
    r"Worshipful Master|Commodore|Reeve|Rector|Vicar|Warden|(?:[Vv]ice|[Dd]eputy)[- ][Cc]hair(?:man|"
    r"woman|person)?|Speaker|Principal|Captain|Supervisor"
)
_OFFICE: Final = re.compile(
    r"\b[Tt]he (?P<office>" + _POSTS + r")(?:,? (?:was in|in|took|occupied) the [Cc]hair\b|,? presided\b|"
    r",? chaired (?:the|this) meeting\b|,? (?:formally |then |duly )?(?:opened|called|declared|convened) "
    r"(?:the|this) (?:\w+ ){0,3}?(?:meeting|proceedings|session)\b)"
)
_OWN_POST: Final = re.compile(
    r"(?:(?!(?i:vice|deputy|past|former|previous|immediate|co-))[\w’'&-]+ ){0,5}[Cc]hair(?:man|woman|"
    r"person)?(?:,? (?:of |for )?(?:the )?(?P<whose>[A-Z][\w&’' -]+))?|President|Pres\.?"
)
_LATE: Final = re.compile(r"[^\n]{0,60}?\((?:joined|arrived|came|late)\b", re.IGNORECASE)
_PRESIDES: Final = re.compile(
    r"(?:(?:(?:His|Her) Worship|the|Right Worshipful|Worshipful|Town|City|Lord|Civic)\s+)*(?:Mayor|"
    r"Provost|Reeve)|"
    r"(?:Shire|Village|Borough|Board|Council|Commission|Town Board) President",
    re.IGNORECASE,
)
_COUNCIL: Final = re.compile(
    r"\b(?:Council|Board of (?:Trustees|Aldermen|Selectmen)|Village Board|Town Board)$|"
    r"^(?:The )?(?:(?:Council|Corporation) of the )?(?:Town|City|Borough|Shire|Village|Township|"
    r"County|(?:Rural |Regional |District )?Municipality|R\.?M\.?) of\b"
)
_REPORT: Final = re.compile(
    r"\b(?:Chair(?:man|woman|person)?|CHAIR(?:MAN|WOMAN|PERSON)?)(?:[’']?[sS]|[’'])?\s+"
    r"(?i:report|business|remarks|opening remarks|introduction|welcome|update|announcements?|"
    r"communications?|comments)"
    r"\b[^\S\n]*(?:[:.–—-]|\n)\W{0,4}(?P<who>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3}) "
    r"(?:[a-z]+ed|was|had|has|gave|said|told|spoke|read|thought|made)\b"
)


_TOP: Final = 6000


def may_chair(draft: Draft | None) -> bool:
    """Whether somebody was there to chair."""
    return draft is not None and draft.status not in (Status.APOLOGIES, Status.ABSENT)


def seat_by_post(text: str, people: Sequence[Draft], bodies: tuple[str, ...]) -> bool:
    """The one who was there as "TAC Chair" or "President", where nobody has a plainer claim."""
    held = [
        draft
        for draft in people
        if (post := _OWN_POST.fullmatch(draft.facts.job_title or _as_post(draft))) is not None
        and (post["whose"] is None or is_own(post["whose"], bodies))
        and may_chair(draft)
        and not (draft.facts.job_title == "President" and draft.facts.organisation)
        and (_as_post(draft) or not _chairs_another(draft.facts.organisation, bodies))
    ]
    # A president leaves the chair to a speaker or a "Council Chair" where the body has one.
    posts = [draft for draft in held if draft.facts.job_title != "President"]
    of_own = [draft for draft in posts if _is_of_own(draft, bodies)]
    there = [draft for draft in held if draft not in posts and draft.status is Status.PRESENT]
    held = of_own or (there if all(one.status is not Status.PRESENT for one in posts) else posts) or held
    if len(held) > 1:  # "LPCB Chair" beside "Neighbourhood Watch Chair"
        held = [draft for draft in held if _is_of_own(draft, bodies)]
    if len(held) != 1 or _LATE.match(beside(held[0], text)[0]):
        return False
    held[0].role, held[0].role_strength = "chair", 1
    held[0].confidence = round(held[0].confidence - 0.1, 3)
    if _as_post(held[0]):
        held[0].facts.organisation = held[0].facts.organisation_at = None
    return True


_SHORT_POST: Final = re.compile(r"[A-Z]{2,6} [Cc]hair(?:man|woman|person)?")
_OF_BODY: Final = re.compile(
    r"\s*(?:\([A-Z]{2,4}\)\s*)?(?:[-–,(]\s*)(?:the )?[Cc]hair(?:man|woman|"
    r"person)? of (?:the )?(?P<body>[A-Z][^,;)\n]{2,60})"
)


def _as_post(draft: Draft) -> str:
    """A post of the letters of a body, which was read as whom somebody is from: "SG Chair"."""
    said = draft.facts.organisation or ""
    return said if _SHORT_POST.fullmatch(said) else ""


def mark_own(text: str, people: Sequence[Draft], bodies: tuple[str, ...]) -> None:
    """The chair by the post that names the body that met, beside chairs of others: "Chair of Audit"."""
    told = [
        (one, said) for one in people if (said := _OF_BODY.match(beside(one, text)[0])) and may_chair(one)
    ]
    own = [
        one for one, said in told if kind_of_body(said["body"]) is not None and is_own(said["body"], bodies)
    ]
    if len(told) < 2 or len(own) != 1:
        return
    for one, _ in told:
        one.role, one.role_strength = ("chair", 3) if one is own[0] else (None, 0)


def _is_of_own(draft: Draft, bodies: tuple[str, ...]) -> bool:
    """Whether what stands before "Chair" is a word or the letters of the body that met: "Assembly Chair"."""
    whose = " ".join((draft.facts.job_title or _as_post(draft)).split()[:-1])
    if not whose:
        return draft.facts.organisation is None
    return any(
        whose.lower() in body.lower()
        or (whose.isupper() and (acronym_of(body).upper() == whose or initials_of(body).endswith(whose)))
        for body in bodies
    )


def _chairs_another(board: str | None, bodies: tuple[str, ...]) -> bool:
    """Whether the board somebody is from is another than the one that met: "Chair of the Business Board"."""
    if board is None or kind_of_body(board) is not Kind.BOARD:
        return False
    return not any(board.lower() in body.lower() or body.lower() in board.lower() for body in bodies)


def seat_by_office(text: str, people: Sequence[Draft]) -> bool:
    """ "The Mayor presided", where one person of the roster is the mayor."""
    said = _OFFICE.search(text)
    if said is None:
        return False
    if re.match(r"vice|deputy", said["office"], re.IGNORECASE) and "hair" in said["office"]:
        return _seat_weakly([draft for draft in people if draft.role == "vice chair" and may_chair(draft)])
    office = re.compile(
        rf"(?:the\s+|hon(?:orary|\.)?\s+)?{re.escape(said['office'])}(?=$|[,;(–-]| and\b| of\b)",
        re.IGNORECASE,
    )
    styled = re.compile(rf"(?:^|[\n,;:])\s*(?:the\s+)?{re.escape(said['office'])}\s+$", re.IGNORECASE)
    held = [
        draft
        for draft in people
        if (
            may_chair(draft)
            and any(office.match(post) for post in (draft.facts.job_title, draft.person.honorific) if post)
        )
        or (
            may_chair(draft)
            and styled.search(text[max(0, draft.person.name_at[0] - 40) : draft.person.name_at[0]])
        )
    ]
    if len(held) != 1:
        return False
    held[0].role, held[0].role_strength = "chair", 1
    held[0].where.append((said.start(), said.end()))
    return True


_LEGEND: Final = re.compile(
    r"(?:^|\n|\()[^\S\n]*(?P<mark>[*†‡+#])[^\S\n]*(?:[=:–-]|denotes|indicates)?[^\S\n]*(?i:the )?"
    r"[Cc]hair(?:man|woman|person)?[^\S\n]*(?=[\n.;)]|$)"
)
_POST_BELOW: Final = re.compile(
    r"(?:^|\n)(?P<head>[^\n]{3,40})\n\s*(?P<who>[A-Z][^\n,;:]{3,40})\n\s*[Cc]hair(?:man|woman|person)?"
    r"[^\S\n]*\n\s*(?P<next>[A-Z][^\n]{3,60})\n"
)


def mark_below(text: str, people: Sequence[Draft]) -> None:
    """The chair by a word on the line below the name that stands first in the roster, and by a sign that
    a legend explains ("* Chair")."""
    for said in _POST_BELOW.finditer(text, 0, _TOP):
        heading = heading_of(said["head"])
        start, end = said.span("who")
        first = next((one for one in people if start <= one.person.name_at[0] < end), None)
        if heading is None or heading.state is None or first is None or not may_chair(first):
            continue
        start, end = said.span("next")
        for below in people:
            if start <= below.person.name_at[0] < end and below.role == "chair":
                below.role = None
        first.role, first.role_strength = "chair", 3
        return
    if (legend := _LEGEND.search(text, 0, _TOP)) is None:
        return
    starred = [one for one in people if may_chair(one) and beside(one, text)[0][:1] == legend["mark"]]
    if len(starred) == 1:
        starred[0].role, starred[0].role_strength = "chair", 3


def seat_by_rule(people: Sequence[Draft], bodies: tuple[str, ...]) -> bool:
    """The mayor of a council that met, who chairs it where nobody else is said to."""
    if not any(_COUNCIL.search(body) for body in bodies):
        return False
    held = [
        draft
        for draft in people
        if draft.status is Status.PRESENT
        and (_PRESIDES.fullmatch(draft.facts.job_title or "") or draft.person.honorific == "Mayor")
    ]
    return _seat_weakly(held)


def seat_by_report(text: str, people: Sequence[Draft]) -> bool:
    """Whose report the chairman's is: "3. Chairman's Report: AB was glad …"."""
    found = [beginning(said["who"], people) for said in _REPORT.finditer(text)]
    named = {id(one): one for one in found if one is not None and may_chair(one)}
    return _seat_weakly(list(named.values()))


def _seat_weakly(held: Sequence[Draft]) -> bool:
    if len(held) != 1:
        return False
    held[0].role, held[0].role_strength = "chair", 1
    held[0].confidence = round(held[0].confidence - 0.1, 3)
    return True


_CO_CHAIR: Final = re.compile(r"(?i:\bco-?\s?chair\w*)$")


def share_the_chair(marked: Sequence[Draft], text: str) -> bool:
    """Whether several are co-chairs in so many words, whatever bodies they come from."""
    ends = [draft.facts.role_at or 0 for draft in marked]
    return len(ends) > 1 and all(_CO_CHAIR.search(text, max(0, end - 14), end) for end in ends)


def is_held_elsewhere(draft: Draft) -> bool:
    """Whether only a comma stands between the chair and a body: "Chair, Barset Trust"."""
    facts = draft.facts
    told = facts.role_at is not None and facts.organisation_at is not None
    return told and (facts.organisation_at or (0,))[0] - (facts.role_at or 0) == _COMMA


_COMMA: Final = 2  # a comma and a blank

"""Who chaired: by the roster, else by the text; and never somebody who chairs another body."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from whosat.extract.bodies import kind_of_body
from whosat.extract.components.attendance_chair_posts import (
    is_held_elsewhere,
    mark_below,
    mark_own,
    may_chair,
    seat_by_office,
    seat_by_post,
    seat_by_report,
    seat_by_rule,
    share_the_chair,
)
from whosat.extract.components.attendance_chair_told import seat_told
from whosat.extract.components.attendance_chair_whose import speaks_of_another
from whosat.extract.components.attendance_chair_words import (
    BEFORE,
    BESIDE,
    ELECTED,
    ELECTION,
    LABEL,
    OF_THE_YEAR,
    OPENING,
    OWN_LINE,
    PROPOSED,
    SAID,
    STYLED,
    WELCOME,
)
from whosat.extract.components.attendance_entries import Draft
from whosat.extract.components.attendance_named import beginning, beside, ending, stands_alone
from whosat.extract.components.roster_scores import acronym_of
from whosat.extract.document import Document
from whosat.extract.names import is_given_name
from whosat.ontology.facts import Kind, Status

_TOP: Final = 8000
_OPENS: Final = 1500  # characters in which a meeting elects the one who chairs it


def appoint_chair(document: Document, people: list[Draft], bodies: tuple[str, ...]) -> None:
    """Leave the chair to the one the document calls so; take it from the text where the roster names none.

    Where somebody who was there chaired, a chair who was away did not: the post remains, not the role.
    """
    _appoint(document, people, bodies)
    chairs = [draft for draft in people if draft.role == "chair"]
    away = [draft for draft in chairs if draft.status in (Status.APOLOGIES, Status.ABSENT)]
    if len(away) < len(chairs):
        _unseat(away)


def _appoint(document: Document, people: list[Draft], bodies: tuple[str, ...]) -> None:
    _mark_before(document.text, people)
    mark_below(document.text, people)
    _mark_beside(document.text, people)
    _mark_vice(document.text, people)
    mark_own(document.text, people, bodies)
    marked = [draft for draft in people if draft.role == "chair"]
    there = [draft for draft in marked if draft.status not in (Status.APOLOGIES, Status.ABSENT)]
    if share_the_chair(there, document.text):
        return
    _keep_acting(there, document.text, bodies)
    there = [draft for draft in there if draft.role == "chair"]
    _keep_own(there, document.text, bodies)
    _weed([draft for draft in there if draft.role == "chair"])
    posts = [draft for draft in there if draft.role == "chair" and _may_be_post(draft)]
    if len(posts) > 1:  # "Ann Bell, Chair, Fen Trust; Bob Oakes, Chair, Wold Parish Council": guests' posts
        _unseat(posts)
    there = [draft for draft in there if draft.role == "chair"]
    if _settled(document.text, there, people):
        return
    for pattern in SAID:
        for said in pattern.finditer(document.text):
            if (seated := _seat(said, people, document.text, bodies)) is not None:
                _unseat([draft for draft in there if draft is not seated])
                return
    if there or _seat_by_label(document.text, people) or seat_by_office(document.text, people):
        return
    if _seat_by_election(document.text, people, bodies) or seat_told(document, people, marked=bool(marked)):
        return
    if seat_by_post(document.text, people, bodies) or _seat_by_style(document.text, people):
        return
    if _seat_by_opening(OPENING, document, people) or marked or seat_by_rule(people, bodies):
        return
    if not seat_by_report(document.text, people):
        _seat_by_opening(WELCOME, document, people)


def _settled(text: str, there: Sequence[Draft], people: Sequence[Draft]) -> bool:
    """Whether the roster tells who chaired; of several marked, a label or a line of its own tells which."""
    plain = [draft for draft in there if not _may_be_post(draft)]
    line = OWN_LINE.search(text, 0, _TOP)
    told = ending(line["who"], people) if line else None
    if told is None and len(plain) > 1:
        label = _labelled(text, people)
        told = label[0] if label else None
    if told is not None and may_chair(told):
        told.role, told.role_strength = "chair", 3
        _unseat([draft for draft in there if draft is not told])
        return True
    return bool(plain)


_PREFIXED: Final = re.compile(r"[^\n]{0,60}?\b(?P<acronym>[A-Z]{3,7})\s+(?:[Ii]ndependent\s+)?[Cc]hair")


def _keep_own(marked: Sequence[Draft], text: str, bodies: tuple[str, ...]) -> None:
    """Of several chairs, leave out those of another body ("Chair, Barset Trust", "BST Independent Chair")."""
    if len(marked) < 2 or not bodies:
        return
    names = {body.lower() for body in bodies}
    shorts = {acronym_of(body).upper() for body in bodies} | {
        word for body in bodies for word in body.split()
    }
    own = [
        draft
        for draft in marked
        if (draft.facts.organisation or "").lower() in names or _is_short(draft.facts.organisation, shorts)
    ]
    others = [draft for draft in marked if own and draft not in own and _may_be_post(draft)]
    for draft in marked:
        words, start = beside(draft, text)
        said = _PREFIXED.match(words)
        if said and said["acronym"] not in shorts and stands_alone(start, start + said.end(), marked):
            others.append(draft)
    if len(others) < len(marked):
        _unseat(others)


def _is_short(words: str | None, shorts: Collection[str]) -> bool:
    """Whether letters are those of the body that met, or of its last words: "SG" of a Steering Group."""
    return (
        words is not None and len(words) > 1 and any(one.isupper() and one.endswith(words) for one in shorts)
    )


_ACTING: Final = re.compile(
    r"(?<!\w)(?:(?:(?:vice|deputy|acting)[- ]?\w*,?\s+)?(?:in (?:the )?chair|"
    r"chairing)\b|"
    r"(?:acting chair\w*|meeting chair\w*|chair for (?:this|the|today['’]s) meeting)\b|"
    r"(?P<sort>committee|panel|sub-?committee|(?:sub-?)?group|forum) chair\w*|"
    r"chair\w* of (?:the |this )?(?P<of>committee|panel|sub-?committee|(?:sub-?)?group|"
    r"forum)\b(?! [a-z]* ?[A-Z]))",
    re.IGNORECASE,
)
"""What is said of who takes the chair that day, and of the chair of the very sort of body that met."""


def _keep_acting(marked: Sequence[Draft], text: str, bodies: tuple[str, ...]) -> None:
    """Of several chairs, one of whom is in the chair or chairs "the committee", leave out those with the post
    only."""
    acting = []
    for draft in marked:
        words, start = beside(draft, text)
        said = _ACTING.search(words)
        if said is None or not stands_alone(start, start + said.end(), marked):
            continue
        sort = (said["sort"] or said["of"] or "").lower()
        if not sort or any(sort in body.lower().split() for body in bodies):
            acting.append(draft)
    if len(acting) == 1:
        _unseat([draft for draft in marked if draft is not acting[0]])


def _weed(marked: Sequence[Draft]) -> None:
    """Of several chairs those remain whose mark is the plainest: who chairs another body says so as a
    post."""
    if len(marked) < 2:
        return
    first: dict[int, Draft] = {}
    for draft in marked:
        if draft.facts.role_at is not None:
            first.setdefault(draft.facts.role_at, draft)
    shared = [
        one
        for one in marked
        if one.facts.role_at is not None
        and one.facts.role_at > one.person.name_at[1]  # a heading above several makes them all chairs
        and first[one.facts.role_at] is not one
    ]
    for draft in shared:  # one mark in a cell beside several names: it is the first one's
        draft.role = None
    marked = [draft for draft in marked if draft not in shared]
    bare = [draft for draft in marked if draft.facts.organisation is None]
    if bare:  # "Chair, Barset Trust" beside somebody who is just "Chair"
        marked = [draft for draft in marked if draft in bare or not _is_post(draft)]
    held = [draft for draft in marked if is_held_elsewhere(draft)]
    if len(held) < len(marked):
        _unseat(held)
        marked = [draft for draft in marked if draft not in held]
    best = max(draft.role_strength for draft in marked)
    for draft in marked:
        posted = (
            draft.facts.organisation is not None and draft.role_strength < 3 and draft.role_strength < best
        )
        if posted or draft.role_strength < best:
            draft.role = None
            draft.facts.job_title = draft.facts.job_title or "Chair"


def _unseat(posts: Sequence[Draft]) -> None:
    """Make those whose chair may be another body's holders of a post, now that the text names who chaired."""
    for draft in posts:
        draft.role = None
        draft.facts.job_title = draft.facts.job_title or "Chair"


def _may_be_post(draft: Draft) -> bool:
    """Whether an organisation is named right after the chair ("Chair, Barset Trust")."""
    facts = draft.facts
    if facts.role_at is None or facts.organisation_at is None or draft.role_strength > 2:
        return False
    return 0 < facts.organisation_at[0] - facts.role_at <= 3


def _is_post(draft: Draft) -> bool:
    """Whether the chair is held in the organisation named right after it; then it is taken away."""
    held = _may_be_post(draft)
    if held:
        _unseat([draft])
    return held


_IN_PART: Final = re.compile(
    r",?\s+(?:while|whilst)\b|"
    r",?\s+(?:for|during|until|from|at this)\b\s*(?:(?:this|that|the|these|those|agenda|"
    r"remainder of the)\s+)*"
    r"(?:items?|agenda|discussions?|votes?|part|remainder|rest|point|duration|election|following|next|\d)\b",
    re.IGNORECASE,
)
"""Who takes the chair for an item only has not chaired the meeting."""


def _seat(said: re.Match[str], people: Sequence[Draft], text: str, bodies: tuple[str, ...]) -> Draft | None:
    after = text[said.end() : said.end() + 60]
    if _of_another(after, bodies) or _IN_PART.match(after) or speaks_of_another(text, said, bodies):
        return None
    who = _named(said)
    draft = ending(who, people) or ending(who.split("\n")[0], people)
    if draft is None or draft.status in (Status.APOLOGIES, Status.ABSENT):
        return None
    draft.role, draft.role_strength = "chair", 1
    draft.where.append((said.start(), said.end()))
    _complete(draft, who)
    return draft


def _complete(draft: Draft, who: str) -> None:
    """Give somebody the whole name that the text has: "Bell" answers the roll, "Chair Ann Bell" opens."""
    said = _WHOLE.search(who) if " " not in draft.name else None
    if said and said["last"] == draft.name and is_given_name(said["first"]):
        draft.aliases.add(draft.name)
        draft.person.name = said.group()


_WHOLE: Final = re.compile(r"(?P<first>[A-Z][\w’'-]+) (?:[A-Z]\. )?(?P<last>[A-Z][\w’'-]+)$")


def _named(said: re.Match[str]) -> str:
    """The name a sentence begins with, without the end of the sentence before it, or ends with."""
    if said.start("who") > said.start() or said.end("who") == said.end():
        return _last(said["who"])
    return re.split(r"(?<=[a-z]{2})(?<!Mrs)\.\s+", _last(said["who"]))[-1]


def _last(who: str) -> str:
    """A name without the end of the paragraph before it."""
    return re.split(r"\n\s*\n", who)[-1]


def _of_another(after: str, bodies: tuple[str, ...]) -> bool:
    """Whether the words after a chair name some other body ("… of the Audit Committee")."""
    of = re.match(r"\s+(?:of|(?P<by>by))\s+(?:the\s+)?(?P<body>[A-Z][\w&’' -]+)", after)
    if not of or (of["by"] and kind_of_body(of["body"].strip()) is not Kind.BOARD):
        return False
    name = of["body"].lower()
    return not any(
        name.strip() in body.lower() or body.lower() in name or acronym_of(body) == name.split()[0]
        for body in bodies
    ) and not re.match(r"(?:meeting|board|committee|panel|partnership|group|council|forum)\b", name)


def _seat_by_opening(words: re.Pattern[str], document: Document, people: Sequence[Draft]) -> bool:
    """Who opens the meeting chairs it, where nobody else is said to; who welcomes all, where nothing else
    tells."""
    said = words.search(document.text)
    if said and words is WELCOME and re.fullmatch(r"[A-Z][a-z][\w’'-]*", said["who"]):
        return False  # "Becky welcomed everyone": among friends the chair is not who says so
    draft = ending(_last(said["who"]), people) if said else None
    if said and draft and draft.status in (Status.PRESENT, Status.IN_ATTENDANCE):
        draft.role, draft.role_strength = "chair", 1
        draft.confidence = round(draft.confidence - 0.1, 3)
        draft.where.append((said.start(), said.end()))
        return True
    return False


def _mark_before(text: str, people: Sequence[Draft]) -> None:
    """The chair by the post set before a name like a title, where the roster's reading has left it out."""
    if any(draft.role == "chair" for draft in people):
        return
    for draft in people:
        start = draft.person.name_at[0]
        if may_chair(draft) and draft.role is None and BEFORE.search(text[max(0, start - 60) : start]):
            draft.role, draft.role_strength = "chair", 3
            return


def _mark_beside(text: str, people: Sequence[Draft]) -> None:
    """The chair by other words behind a name: "(Convener)", "(Vice Chairman in the Chair)"."""
    for draft in people:
        words, start = beside(draft, text)
        found = BESIDE.match(words) or _LATER.match(words)
        part = found and _IN_PART.match(words[found.end() :].replace("(", ""))
        if found and not part and may_chair(draft) and stands_alone(start, start + found.end(), people):
            draft.role, draft.role_strength = "chair", 3
            if draft.facts.job_title and found["word"].lower().startswith(draft.facts.job_title.lower()[:8]):
                draft.facts.job_title = None


_LATER: Final = re.compile(
    r"[^\n;]{0,90}?(?P<word>(?<=\()chairing|\bwho chaired (?:the|this) meeting)\b", re.IGNORECASE
)
"""The chair's mark behind a post or body: "Ann Bell – Barset College (Chairing for Bob Cole)"."""
_VICE_ABOVE: Final = re.compile(
    r"\b(?:[Vv]ice|[Dd]eputy)(?:[ -]\w+)?[ -]*\n\s*[Cc]hair\w*[,:]?\s+(?:[A-Z]\w+\.?\s+)?$"
)


_NOT_NOW: Final = re.compile(
    r"\b(?:[Nn]ext|[Nn]ew|[Ii]ncoming|[Ff]ormer|[Pp]ast) [Cc]hair\w*\W{0,3}$|"
    r"\((?:[Ii]n the )?[Cc]hair(?:man|person)?\),\s+[^,;\n]{0,60}$"  # it is said of who stands before
)
_FOR_ITEM: Final = re.compile(r"[^\n,;]{0,20}\b[Cc]hair\w*\W{0,3}\(?for (?:this |the )?items?\b")


def _mark_vice(text: str, people: Sequence[Draft]) -> None:
    """A post broken over the line end ("Deputy Committee" / "Chairperson, Ann Bell") is no chair's."""
    for draft in people:
        start = draft.person.name_at[0]
        if draft.role == "chair" and _VICE_ABOVE.search(text[max(0, start - 60) : start]):
            draft.role = "vice chair"
        elif draft.role == "chair" and (
            _NOT_NOW.search(text[max(0, start - 90) : start]) or _FOR_ITEM.match(beside(draft, text)[0])
        ):
            draft.role = None


_NO_CHAIR: Final = re.compile(r"igned|\b(?:[Ee]lect(?:ion|ed)|[Oo]fficers)\b")
"""Before a label that tells who signed, or who will be chair: "Election of officers: Chair – Ann Bell"."""
_IS: Final = re.compile(r"\s+(?:is|was|has|had|will|would)\b")
"""What goes on after a name in a sentence: "Chair: Lorraine is happy to stand again"."""
_BY_INITIALS: Final = re.compile(r"(?:^|\n)\W*Chair(?:ed by|ing)?[ :–-]+(?P<who>[A-Z]{2,4})\b(?=\W)")


def _labelled(text: str, people: Sequence[Draft]) -> tuple[Draft, re.Match[str]] | None:
    """ "Chair: AB", "Chaired by: Ann Bell": the person of the first such label, and the label."""
    for said in (*LABEL.finditer(text, 0, _TOP), *_BY_INITIALS.finditer(text, 0, _TOP)):
        if _NO_CHAIR.search(text, max(0, said.start() - 60), said.start()) or _IS.match(text, said.end()):
            continue
        draft = beginning(said["who"], people)
        if draft is not None and may_chair(draft):
            return draft, said
    return None


_TWO: Final = re.compile(r"(?:^|\n)\W*(?i:co|joint)[- ]?[Cc]hairs?\W*:\s*(?P<names>[^\n]{3,120})")


def _seat_by_label(text: str, people: Sequence[Draft]) -> bool:
    """ "Chair and minute taker: Ann Bell", "Co-chairs: Ann Bell, Bob Oakes", where no roster tells."""
    if two := _TWO.search(text, 0, _TOP):
        named = [beginning(one, people) for one in re.split(r"\s*(?:,|;|&|\band\b)\s*", two["names"])]
        for one in named:
            if one is not None and may_chair(one):
                one.role, one.role_strength = "chair", 3
        if any(one is not None and one.role == "chair" for one in named):
            return True
    found = _labelled(text, people)
    if found is None:
        return False
    draft, said = found
    draft.role, draft.role_strength = "chair", 3
    draft.where.append((said.start("who"), said.end("who")))
    return True


def _seat_by_election(text: str, people: Sequence[Draft], bodies: tuple[str, ...]) -> bool:
    """Who is elected chair at the meeting, where nobody else is said to have chaired it."""
    return any(
        (said.start() < _OPENS or OF_THE_YEAR.search(text, 0, said.end()) is not None)
        and _seat(said, people, text, bodies) is not None
        for pattern in (ELECTED, *PROPOSED)
        for said in pattern.finditer(text)
    ) or any(_seat(said, people, text, bodies) is not None for said in ELECTION.finditer(text))


def _seat_by_style(text: str, people: Sequence[Draft]) -> bool:
    """ "Chairman Bell asked …", where everybody so called is one person who was there."""
    called = {id(one): one for said in STYLED.finditer(text) if (one := beginning(said["who"], people))}
    if len(called) != 1:
        return False
    (draft,) = called.values()
    if not may_chair(draft):
        return False
    draft.role, draft.role_strength = "chair", 1
    draft.confidence = round(draft.confidence - 0.1, 3)
    return True

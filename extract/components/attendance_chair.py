"""Who chaired: by the roster, else by the text; and never somebody who chairs another body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whosat.extract.components.attendance_deputies import find
from whosat.extract.components.attendance_entries import Draft
from whosat.extract.components.roster_pieces import acronym_of
from whosat.extract.document import Document
from whosat.extract.names import name_at
from whosat.ontology.facts import Status

_NAME: Final = (
    r"(?<!\w)(?P<who>(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Rev|Revd|"
    r"Canon|The Revd|Baroness|Lord|Lady)\.?\s+){0,3}[A-Z][\w’'-]*\.?(?:\s+(?:de |van |von |"
    r"der )?[A-Z][\w’'-]*\.?){0,3})"
)
_SAID: Final = tuple(
    re.compile(pattern)
    for pattern in (
        _NAME + r"(?:\s*\([^)]{1,40}\))?,?\s+(?:then\s+|duly\s+|agreed to\s+|would\s+|to\s+)?(?:took|take|"
        r"assumed|occupied|resumed|was in|in)\s+the\s+[Cc]hair\b",
        _NAME + r"(?:\s*\([^)]{1,40}\))?,?\s+(?:was |who was |is |as )?(?:standing|stood|stepping|"
        r"stepped|sitting|sat|filling|filled|acting|acted|acts) (?:in "
        r")?as\s+(?:the\s+)?(?:acting |interim |temporary |meeting )?[Cc]hair\w*",
        _NAME + r"(?:\s*\([^)]{1,40}\))?,?\s+(?:chaired|presided over|presided at|was chairing|is "
        r"chairing|chairing|agreed to chair|would chair|will chair)\s+(?:the|this|"
        r"today['’]s)\s+(?:[\w-]+\s+)?(?:meeting|session)",
        _NAME + r"(?:\s*\([^)]{1,40}\))?\s+(?:presided|presiding)\b",
        r"\b[Tt]he\s+(?:[Aa]cting\s+|[Ii]nterim\s+|[Vv]ice[- ])?[Cc]hair(?:man|woman|person)?,\s+"
        + _NAME
        + r",",
        _NAME + r",\s+(?:the\s+|as\s+|in the\s+)?(?:[Aa]cting\s+|[Ii]nterim\s+)?[Cc]hair(?:man|"
        r"woman|person)?,\s+(?:welcomed|opened|thanked|introduced|called|declared|"
        r"explained|began|started|reported|informed)",
        r"\b(?:[Mm]eeting|[Ss]ession)\s+(?:was|is)\s+(?:chaired|presided over|opened and "
        r"chaired)\s+by\s+(?:the\s+)?" + _NAME,
        r"\b[Cc]haired\s+by:?\s+" + _NAME,
        r"\b[Ii]n the absence of [^.]{3,80},\s+"
        + _NAME
        + r"\s+(?:took the chair|chaired|acted as [Cc]hair|was (?:elected|appointed) (?:as )?[Cc]hair)",
        _NAME + r"\s+was\s+(?:duly\s+|unanimously\s+)?(?:elected|appointed|nominated|"
        r"voted)\s+(?:as\s+|to be\s+|to act "
        r"as\s+)?(?:the\s+)?(?:[Aa]cting\s+)?[Cc]hair(?:man|woman|person)?\s+(?:for|"
        r"of)\s+(?:the|this)\s+(?:\w+\s+)?meeting",
        r"\b[Cc]hair(?:man|woman|person)?\s+\("
        + _NAME
        + r"\)\s+(?:welcomed|opened|thanked|introduced|called|declared)",
    )
)
_WELCOME: Final = re.compile(
    _NAME + r"(?:\s*\([^)]{1,40}\))?,?\s+(?:\([^)]{1,20}\)\s+)?(?:opened the meeting|called the "
    r"meeting to order|welcomed (?:everyone|all|members|attendees|colleagues|those "
    r"present|the committee|the board|the group|partners|the (?:new )?members)|"
    r"(?:formally )?declared the meeting open)"
)


def appoint_chair(document: Document, people: Sequence[Draft], bodies: tuple[str, ...]) -> None:
    """Leave the chair to the one the document calls so; take it from the text where the roster names none."""
    marked = [draft for draft in people if draft.role == "chair"]
    there = [draft for draft in marked if draft.status not in (Status.APOLOGIES, Status.ABSENT)]
    _weed(there)
    there = [draft for draft in there if draft.role == "chair"]
    if any(not _may_be_post(draft) for draft in there):
        return
    for pattern in _SAID:
        for said in pattern.finditer(document.text):
            if (seated := _seat(said, people, document.text, bodies)) is not None:
                _unseat([draft for draft in there if draft is not seated])
                return
    if not marked:
        _seat_by_welcome(document, people)


def _weed(marked: Sequence[Draft]) -> None:
    """Of several chairs those remain whose mark is the plainest: who chairs another body says so as a
    post."""
    if len(marked) < 2:
        return
    bare = [draft for draft in marked if draft.facts.organisation is None]
    if bare:  # "Chair, Barset Trust" beside somebody who is just "Chair"
        marked = [draft for draft in marked if draft in bare or not _is_post(draft)]
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


def _seat(said: re.Match[str], people: Sequence[Draft], text: str, bodies: tuple[str, ...]) -> Draft | None:
    if _of_another(text[said.end() : said.end() + 60], bodies):
        return None
    draft = _named(said["who"], people)
    if draft is None or draft.status in (Status.APOLOGIES, Status.ABSENT):
        return None
    draft.role, draft.role_strength = "chair", 1
    draft.where.append((said.start(), said.end()))
    return draft


def _of_another(after: str, bodies: tuple[str, ...]) -> bool:
    """Whether the words after a chair name some other body ("… of the Audit Committee")."""
    of = re.match(r"\s+of\s+(?:the\s+)?(?P<body>[A-Z][\w&’' -]+)", after)
    if not of:
        return False
    name = of["body"].lower()
    return not any(
        name.strip() in body.lower() or body.lower() in name or acronym_of(body) == name.split()[0]
        for body in bodies
    ) and not re.match(r"(?:meeting|board|committee|panel|partnership|group|council|forum)\b", name)


def _named(who: str, people: Sequence[Draft]) -> Draft | None:
    """The person of the roster that stands at the end of a run of capitalised words."""
    words = who.split()
    for cut in range(len(words)):
        read = name_at(" ".join(words[cut:]))
        if read and (found := find(read.name, people)) is not None:
            return found
    return None


def _seat_by_welcome(document: Document, people: Sequence[Draft]) -> None:
    """Who opens the meeting chairs it, where nobody else is said to."""
    said = _WELCOME.search(document.text)
    draft = _named(said["who"], people) if said else None
    if said and draft and draft.status in (Status.PRESENT, Status.IN_ATTENDANCE):
        draft.role, draft.role_strength = "chair", 1
        draft.confidence = round(draft.confidence - 0.1, 3)
        draft.where.append((said.start(), said.end()))

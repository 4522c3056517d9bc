"""Who chairs a body that a sentence names: "the Quay Group, chaired by Ann Bell", "its chair is …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from whosat.extract.components.member_runs import Here, run_after, run_before, source_of
from whosat.extract.components.places import BODIES, PEOPLE, Place, Places
from whosat.extract.components.records import MemberRecord
from whosat.ontology.facts import Kind

BOARDS: Final = frozenset({Kind.BOARD.value})
_ANYBODY: Final = PEOPLE | BODIES
_OFFICE: Final = (
    r"(?:joint |co-?|interim |acting |independent |new |current )*"
    r"(?:chair(?:man|woman|person)?|convenor|convener)"
)
_VICE: Final = re.compile(
    r"\bas (?:its |the )?(?P<role>(?:vice|deputy)[- ]chair(?:man|woman|person)?|chair)\b", re.I
)
_CHAIRED: Final = re.compile(
    r"\b(?:(?:is|are|was|were|will be|be|currently|been)(?: currently| now| jointly| also)* )?"
    r"(?:(?:jointly |co-?)?(?:chaired|convened) (?:jointly )?(?:by|between)|"
    r"(?P<led>(?:led|headed) (?:up )?by)|"
    r"under the (?:chairmanship|chair|convenorship) of|(?P<lead>under the leadership of)|"
    rf"whose {_OFFICE} (?:is|will be))\b:?(?: the)?",
    re.I,
)
_WITH: Final = re.compile(r"\b(?:with|has|have|under)\s+(?=[A-Z])")
_AS_CHAIR: Final = re.compile(
    rf"\s+(?:as|acting as)\s+(?:its\s+|the\s+|their\s+|an?\s+)?{_OFFICE}\b|['’]s?\s+chairmanship\b", re.I
)
_CHAIRS: Final = re.compile(
    r"\b(?:(?:who )?(?:also )?(?:chairs|co-chairs)|(?:who )?(?:will|is to|(?:has )?agreed to|"
    r"(?:has )?offered to|volunteered to|continues to) (?:continue to )?(?:co-)?chair|"
    r"is (?:the )?(?:current )?(?:co-)?chair(?:man|woman|person)? of)\s+(?:the )?(?=[A-Z])"
)
_NO_BODY: Final = re.compile(r"\s+(?:meeting|session|item|workshop|event|discussion|on \d)", re.I)
ROLE: Final = (
    r"(?P<role>(?:(?:co|joint|vice|deputy|acting|interim|lead|independent|town|honorary|hon\.?)[- ])*"
    r"(?:chair(?:man|woman|person)?|convenor|president|treasurer|secretary|mayor|leader|trustee|"
    r"governor|vice-chair|champion|representative|member|director|clerk))"
)
_CHAIR_OF: Final = re.compile(rf"[,(–-]\s*(?:the |as )?(?:the )?{ROLE} of (?:the )?(?=[A-Z])", re.I)
_TAKES_OVER: Final = re.compile(
    r"\b(?:(?:has |had )?(?:takes?|took|taken) over as|(?:continues?|serves|remains) as|becomes|"
    rf"(?:has )?become|became)\s+(?:the\s+)?(?P<role>(?:vice[- ]|deputy )?{_OFFICE}) of (?:the )?(?=[A-Z])",
    re.I,
)
_THE_CHAIR_OF: Final = re.compile(
    rf"(?<!\bas )(?:\b[Tt]he\s+|(?:^|\n)[\s•*–-]*){_OFFICE} of (?:the )?(?=(?-i:[A-Z]))", re.I
)
_IS: Final = re.compile(r",?\s+(?:is|will be|remains)\s+|\s*:\s*|,\s+|\s*\(")
_ITS_CHAIR: Final = re.compile(
    rf"['’]s?\s+{_OFFICE}(?:\s+(?:is|will be|remains)\s+|,\s+|\s+(?=[A-Z]))|\s*\(\s*{_OFFICE}\s*[:–-]?\s+",
    re.I,
)
_ALONE: Final = re.compile(r"\s*(?:$|[).;\n]|,\s+(?!and\b|[A-Z])|\s(?!and\b|&)[a-z])")
_WHICH: Final = re.compile(r"\s*[,(]?\s*(?:which|that)\s+(?=[A-Z])")
_CHAIRS_IT: Final = re.compile(r"\s+(?:now |also |currently )?(?:chairs|will chair|co-chairs)\b(?! the\b)")
_ADJOINS: Final = re.compile(
    r"\W*(?:(?:which|that|who)\s+)?(?:(?:is|was|are|were|to be|will be|has been|have been|set up|formed|"
    r"established|now|currently|continues to be|created)\W*){0,3}",
)
_THIS: Final = re.compile(
    r"\b(?:[Tt]his|[Tt]he) (?:group|panel|board|committee|partnership|forum|sub-?group)\b"
)


def role_of(m: re.Match[str]) -> str:
    """The office a match names, in one form: a chairwoman is a chair."""
    said = re.sub(r"\s+", " ", m["role"]).strip().lower()
    said = re.sub(r"^(?:new|current) ", "", said)
    return (
        re.sub(r"chair(?:man|woman|person)$", "chair", said)
        .replace("vice-chair", "vice chair")
        .replace("deputy chair", "vice chair")
    )


def chairs(places: Places, here: Here) -> Iterator[MemberRecord]:
    """Every chair of a body that a sentence names."""
    yield from _chaired(places)
    yield from _with_chair(places)
    yield from _chairs(places, here)
    yield from _its_chair(places)


def subject(places: Places, start: int, stop: int) -> str | None:
    """The body that the clause up to an offset is about: named in it, or "this group" of the section.

    Of several it is the one right before; the first where the sentence goes on with "and"; none where that
    stays open ("the Group was set up by the Board, chaired by …").
    """
    named = [
        one
        for one in places.between(start, stop, BOARDS)
        if not any(
            other is not one and other.start <= one.start and one.end <= other.end and other.kind in BODIES
            for other in places.between(start, stop, BODIES)
        )
    ]
    if not named:
        above = places.heading_body(start) if _THIS.search(places.text, start, stop) else None
        return above.name if above else None
    if len({one.name for one in named}) == 1:
        return named[-1].name
    gap = places.text[named[-1].end : stop]
    if re.search(r"\band\b", gap):
        return named[0].name
    if not _ADJOINS.fullmatch(gap):
        return None
    between = places.text[named[-2].end : named[-1].start]
    if re.fullmatch(r"\s+(?:of|for|under|within)\s+(?:the\s+)?", between):
        return named[-2].name
    return None if re.search(r"\bby\s+(?:the\s+)?$", between) else named[-1].name


def _chaired(places: Places) -> Iterator[MemberRecord]:
    for m in _CHAIRED.finditer(places.text):
        start, end = places.sentence(m.start())
        body = subject(places, start, m.start())
        found = run_after(places, m.end(), _ANYBODY)
        if not found and not (m["led"] or m["lead"]):
            found = places.between(m.end(), min(end, m.end() + 60), _ANYBODY)[:1]
        if body is None or not found:
            continue
        role = "lead" if m["led"] or m["lead"] else "chair"
        if role == "lead" and not _ADJOINS.fullmatch(_behind(places, body, start, m.start())):
            continue  # "the Board agreed a review led by Ann Bell": what she leads is no body
        for chair in found:
            yield MemberRecord(chair.name, body, source_of(places, m, 0.8, "chaired by"), role=role)
        vice = _VICE.search(places.text, found[-1].end, end)
        deputies = places.between(found[-1].end, vice.start(), _ANYBODY) if vice else []
        if vice and deputies:
            yield MemberRecord(
                deputies[-1].name, body, source_of(places, m, 0.8, "chaired by"), role=role_of(vice)
            )


def _behind(places: Places, body: str, start: int, stop: int) -> str:
    """The words between a body's last mention and an offset."""
    ends = [one.end for one in places.between(start, stop, BOARDS) if one.name == body]
    return places.text[max(ends) : stop] if ends else "?"


def _with_chair(places: Places) -> Iterator[MemberRecord]:
    """ "the Quay Group, with Ann Bell as its chair", "under Ann Bell's chairmanship"."""
    for m in _WITH.finditer(places.text):
        found = run_after(places, m.end(), PEOPLE)
        start, _ = places.sentence(m.start())
        body = (
            subject(places, start, m.start())
            if found and _AS_CHAIR.match(places.text, found[-1].end)
            else None
        )
        for chair in found if body else ():
            yield MemberRecord(chair.name, str(body), source_of(places, m, 0.8, "chaired by"), role="chair")


def _chairs(places: Places, here: Here) -> Iterator[MemberRecord]:
    """ "X chairs the Y", "X, chair of the Y"."""
    for pattern in (_CHAIRS, _CHAIR_OF, _TAKES_OVER):
        for m in pattern.finditer(places.text):
            body = places.starting_at(m.end(), BODIES)
            people = run_before(places, m.start() + (pattern is _CHAIR_OF), PEOPLE)
            if body and len(people) == 1 and not _NO_BODY.match(places.text, body.end):
                role = "chair" if pattern is _CHAIRS else role_of(m)
                yield MemberRecord(
                    people[0].name, body.name, source_of(places, m, 0.85, "chairs"), role=role, seen=here.date
                )


def _its_chair(places: Places) -> Iterator[MemberRecord]:
    """ "The chair of the Quay Group is Ann Bell", "the Quay Group (chair: Ann Bell)"."""
    for m in _THE_CHAIR_OF.finditer(places.text):
        body = places.starting_at(m.end(), BODIES)
        verb = _IS.match(places.text, body.end) if body else None
        if body and verb:
            yield from _one_chair(places, m, body, run_after(places, verb.end(), PEOPLE))
    for body in places.all:
        if body.kind not in BOARDS:
            continue
        if verb := _ITS_CHAIR.match(places.text, body.end):
            yield from _one_chair(places, verb, body, run_after(places, verb.end(), PEOPLE))
        elif which := _WHICH.match(places.text, body.end):
            found = run_after(places, which.end(), PEOPLE)
            if found and _CHAIRS_IT.match(places.text, found[-1].end):
                for chair in found:
                    yield MemberRecord(
                        chair.name, body.name, source_of(places, which, 0.8, "chaired by"), role="chair"
                    )


def _one_chair(places: Places, m: re.Match[str], body: Place, found: list[Place]) -> Iterator[MemberRecord]:
    """One chair; names that go on after a comma are a list of people, whose first may be somebody else."""
    if len(found) == 1 and _ALONE.match(places.text, found[0].end):
        yield MemberRecord(found[0].name, body.name, source_of(places, m, 0.8, "chaired by"), role="chair")

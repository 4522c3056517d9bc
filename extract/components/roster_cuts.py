"""A piece without delimiters cut where names, posts, initials and deputies run together in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from whosat.extract.body_words import TOPICS
from whosat.extract.components import roster_words as words
from whosat.extract.components.roster_capacities import is_capacity
from whosat.extract.components.roster_hints import NO_HINTS, Hints
from whosat.extract.components.roster_offices import (
    OFFICE,
    SEATED,
    after_office,
    are_offices,
    post_before_name,
)
from whosat.extract.components.roster_pieces import (
    AND,
    BLANK_MARK,
    JOINT,
    THE_OFFICE,
    Gap,
    Piece,
    leading_name,
    plural_title,
    split_run,
)
from whosat.extract.components.roster_post_cuts import NAMED_OF, before_plain_post, ends_in_name
from whosat.extract.components.roster_posts import is_field
from whosat.extract.components.roster_runs import at_long_run
from whosat.extract.components.roster_scores import (
    body_score,
    chair_role,
    is_body,
    is_initials_of,
    is_non_person,
    job_score,
    name_score,
)
from whosat.extract.components.roster_singles import is_single
from whosat.extract.names import TITLES, UPPER, is_given_name, is_initials, is_surname, name_at


@dataclass(frozen=True, slots=True)
class Where:
    """How far a line is read: whether a person stands before, whether one title holds for several, where a
    model sees names, whether people stand by first names, whether offices stand before names; the line."""

    started: bool
    plural: bool
    hints: Hints = NO_HINTS
    firsts: bool = False
    leads: bool = False
    line: str = ""


def at_and(piece: Piece, where: Where) -> list[Piece]:
    """ "Ann Bell and Bob Cole" where each part is a name."""
    text = piece.text
    if led := _LED_BY_AND.match(text):
        return [Piece(text[led.end() :], piece.start + led.end(), Gap.AND), Piece("", piece.end, Gap.NONE)]
    parts = _at_joints(piece)
    if len(parts) < 2:
        return []
    named = [_name_like(part.text, where) for part in parts]
    if all(named[1:]) and THE_OFFICE.fullmatch(parts[0].text):
        return [replace(parts[1], gap=piece.gap), *parts[2:], Piece("", piece.end, Gap.NONE)]
    if all(named[:-1]) and THE_OFFICE.fullmatch(parts[-1].text):
        return [*parts[:-1], Piece("", piece.end, Gap.NONE)]  # "Cllr Cole & the Clerk", who is not named
    if _are_offices(parts, where):
        named = [True for _ in parts]  # "Chair Bell and Vice Chair Cole"; each is cut again
    if any(named) and all(name or is_non_person(part.text) for name, part in zip(named, parts, strict=True)):
        return parts
    if where.started and (cut := _office_and_name(piece, parts)):
        return cut  # "…, County Administrator and Bo Cole"
    if all(named[:-1]) and (cut := _last_with_body(piece, parts[-1], where)):
        return [*parts[:-1], *cut]
    second = parts[1].start
    if named[0] and leading_name(text[second - piece.start :]):
        return [parts[0], Piece(text[second - piece.start :], second, Gap.AND)]
    return []


_LED_BY_AND: Final = re.compile(r"(?i:and|&) (?=.)")


def _at_joints(piece: Piece) -> list[Piece]:
    """What stands between "and", "&" and strokes, without the marks of footnotes."""
    marks = list(JOINT.finditer(piece.text))
    begins, ends = [0, *[mark.end() for mark in marks]], [*[mark.start() for mark in marks], len(piece.text)]
    return [
        Piece(piece.text[a:b].rstrip("¹²³*†‡§"), piece.start + a, Gap.AND if a else piece.gap)
        for a, b in zip(begins, ends, strict=True)
    ]


def _office_and_name(piece: Piece, parts: Sequence[Piece]) -> list[Piece]:
    """The office of the one before, and after "and" a whole name."""
    *_, before, last = parts
    office = piece.text[: before.end - piece.start]
    if name_score(last.text) < 0.85 or job_score(office) < 0.9 or is_body(office):
        return []
    return [Piece(office, piece.start, piece.gap), replace(last, gap=Gap.AFTER)]


def _last_with_body(piece: Piece, last: Piece, where: Where) -> list[Piece]:
    """The last of several, and whom he or she is from."""
    at = last.start - piece.start
    said = _SURNAME_OF.match(piece.text, at) if where.plural else None
    if said is None and (said := NAMED_OF.match(piece.text, at)) and name_score(said["name"]) < 0.75:
        return []
    if said is None:
        return []
    return [
        Piece(said["name"], last.start, Gap.AND),
        Piece(piece.text[said.end() :], piece.start + said.end(), Gap.NONE),
    ]


_SURNAME_OF: Final = re.compile(
    r"(?P<name>[A-Z][\w’'-]+),?\s+(?=(?:of|from|representing|for)\s+(?:the\s+)?[A-Z][^,;]*$)"
)
"""The last of several behind one title, with whom they are from: "Messrs Hill and Dale of Barset Homes"."""


def _are_offices(parts: Sequence[Piece], where: Where) -> bool:
    leads = [OFFICE.match(part.text) for part in parts]
    return len(parts) > 1 and all(
        lead is not None and _is_lone_surname(part, lead.end(), where)
        for part, lead in zip(parts, leads, strict=True)
    )


def _name_like(text: str, where: Where) -> bool:
    title = plural_title(text)
    if title and name_score(text[title.end() :]) > 0:
        return True  # "… and the Misses Ward and Peel"
    score = name_score(text)
    if score >= 0.5 or (where.plural and score > 0) or (where.firsts and is_single(text)):
        return True
    office = OFFICE.match(text) if where.plural else None
    if office and is_single(text[office.end() :]):
        return True  # "Directors Bell, Cole and Mayor Dow"
    return after_office(text) > 0  # which is cut again


_PHRASE: Final = re.compile(
    rf"\s+(?=(?:{words.DEPUTY.pattern})|(?:(?:joined |attending |attended )?(?:via|"
    rf"by)\s+(?:ms |microsoft )?(?:teams|zoom|skype|phone|telephone|video|conference|tele)|"
    rf"on ?line\b|remotely\b|virtually\b|"
    r"in attendance$|"
    r"(?:ward|district|division|div\.?|area|place|seat|precinct|zone)\s+(?:no\.?\s*)?\d{1,3}$|"
    r"(?:until|from|left at|arrived|joined)\s))",
    re.IGNORECASE,
)


_SLASH: Final = re.compile(r"(?<=[a-z])/(?=[A-Z])")


def at_slash(piece: Piece, _where: Where) -> list[Piece]:
    """ "Ann Bell/County Council": a name and a body with only a stroke between."""
    cut = _SLASH.search(piece.text)
    if (
        cut is None
        or name_score(piece.text[: cut.start()]) < 0.85
        or name_score(piece.text[cut.end() :]) >= 0.75
    ):
        return []
    return [
        Piece(piece.text[: cut.start()], piece.start, piece.gap),
        Piece(piece.text[cut.end() :], piece.start + cut.end(), Gap.DASH),
    ]


_SHOUTED: Final = re.compile(
    rf"(?P<names>[{UPPER}][{UPPER}'’-]+(?: (?:[{UPPER}]\.? ?)*[{UPPER}'’-]{{2,}})+)\s+(?=[{UPPER}][a-z])"
)


def at_shouted(piece: Piece, _where: object = None) -> list[Piece]:
    """A name in capitals and what follows in small letters: "ANN BELL Barset Foods"."""
    found = _SHOUTED.match(piece.text)
    if not found or name_score(found["names"].split(" AND ")[-1]) < 0.5:
        return []
    tail = piece.text[found.end() :]
    if tail.isupper() or (name_score(piece.text) >= 0.75 and not is_body(tail)):
        return []
    return [
        Piece(found["names"], piece.start, piece.gap),
        Piece(tail, piece.start + found.end(), Gap.NONE),
    ]


def at_phrase(piece: Piece, where: Where) -> list[Piece]:
    """A name, and right after it for whom, by what means or how long somebody came."""
    for mark in _PHRASE.finditer(piece.text):
        head = piece.text[: mark.start()]
        if name_score(head) >= 0.5 or (
            where.started and body_score(head) >= 0.5 and is_deputy(piece.text[mark.end() :])
        ):
            return [
                Piece(head, piece.start, piece.gap),
                Piece(piece.text[mark.end() :], piece.start + mark.end(), Gap.NONE),
            ]
    return []


def is_deputy(text: str) -> bool:
    """Whether a text begins with words for a deputy and a person's name follows."""
    found = words.DEPUTY.match(text)
    if not found:
        return False
    rest = text[found.end() :]
    read = name_at(rest)
    return bool(read and (name_score(rest[: read.end]) >= 0.5 or is_initials(rest.strip(" ."))))


def at_run(piece: Piece, _where: Where) -> list[Piece]:
    """Names run together, none of which ends in a word for a post or for people ("Marsh Lane Residents")."""
    cuts = split_run(piece.text)
    if len(cuts) < 2:
        return []
    if any(job_score(said := piece.text[slice(*cut)]) >= 0.7 or is_capacity(said) for cut in cuts[1:]):
        return []
    return [
        Piece(piece.text[a:b], piece.start + a, piece.gap if k == 0 else Gap.SLASH)
        for k, (a, b) in enumerate(cuts)
    ]


_TAIL: Final = re.compile(r"\s+(?=[A-Z])")


def at_tail(piece: Piece, where: Where) -> list[Piece]:
    """A body or post, and the next person's name run on to it ("… Barset Council Ann Bell – …")."""
    text = piece.text
    if not where.started or piece.bracketed or name_score(text) >= 0.6:
        return []
    if is_body(text) and not ends_in_name(text):
        return []
    for cut in _TAIL.finditer(text):
        head, tail = text[: cut.start()], text[cut.end() :]
        if _OF.search(text, 0, cut.end()):
            continue
        runs = split_run(tail)
        wanted = 0.6 if chair_role(head) or job_score(head) >= 0.9 or is_body(head) else 0.9
        if (name_score(tail) >= wanted or len(runs) > 1) and (
            chair_role(head) or body_score(head) >= 0.7 or job_score(head) >= 0.7 or is_initials(head)
        ):
            return [Piece(head, piece.start, piece.gap), Piece(tail, piece.start + cut.end(), Gap.AFTER)]
    return []


def at_initials(piece: Piece, _where: Where) -> list[Piece]:
    """ "Ann Bell AB Barset Council": the initials between a name and the rest."""
    for mark in re.finditer(
        rf"\s(?P<short>[{UPPER}]{{2,4}}(?:-[{UPPER}]{{1,2}})?|[{UPPER}]-[{UPPER}]{{2,3}})(?=\s|$)", piece.text
    ):
        head, rest = piece.text[: mark.start()], piece.text[mark.end() :]
        if " " in head and name_score(head) >= 0.5 and is_initials_of(mark["short"], head):
            at = mark.end() + len(rest) - len(rest.lstrip())
            parts = [
                Piece(head, piece.start, piece.gap),
                Piece(mark["short"], piece.start + mark.start("short"), Gap.NONE),
            ]
            return [*parts, Piece(piece.text[at:], piece.start + at, Gap.DASH)] if rest.strip() else parts
    return []


def at_lead(piece: Piece, where: Where) -> list[Piece]:
    """ "Chair Ann Bell": a role and then a name; "Director Bell", where the surname is known or a model
    sees it."""
    if at := after_office(piece.text):
        return _led(piece, at, where, named=False)
    office = OFFICE.match(piece.text)
    if office and _is_lone_surname(piece, office.end(), where):
        return _led(piece, office.end(), where, named=True)
    if piece.gap is Gap.START and not where.started and (at := post_before_name(piece.text)):
        return _led(piece, at, where, named=False)
    return []


def _led(piece: Piece, at: int, where: Where, *, named: bool) -> list[Piece]:
    gap = Gap.AFTER if where.started or piece.gap is Gap.AND else Gap.NONE
    # A semicolon before an office gives it to the name behind it, and not to the person before.
    before = Gap.SEMI if piece.gap is Gap.AND or (where.leads and piece.gap in _BETWEEN) else piece.gap
    return [
        Piece(piece.text[:at].strip(), piece.start, before),
        Piece(piece.text[at:], piece.start + at, gap, named),
    ]


_BETWEEN: Final = (Gap.COMMA, Gap.AND, Gap.SEMI)
_NO_SURNAME: Final = frozenset(
    "elect designate general emeritus pro tem ex officio report present absent person".split()
)


def _is_lone_surname(piece: Piece, at: int, where: Where) -> bool:
    word = piece.text[at:]
    if not re.fullmatch(rf"[{UPPER}][\w’'-]+", word) or word.isupper() or word.lower() in words.NO_NAME_WORDS:
        return False
    if is_field(word) or word.lower() in TOPICS:
        return False  # "Director Infrastructure"
    if word.lower() in words.JOB_HEADS and piece.text[:at].strip().lower() == "deputy":
        return False  # "Deputy Reeve"
    start = piece.start + at
    if SEATED.match(piece.text) and word.lower() not in words.JOB_HEADS and word.lower() not in _NO_SURNAME:
        return True
    if is_surname(word) or where.plural or are_offices(where.line):
        return True
    return (start, start + len(word)) in where.hints.within(start, start + len(word))


def at_hints(piece: Piece, where: Where) -> list[Piece]:
    """A run of several names and what stands between them, as a model sees it: before any rule cuts there."""
    seen = [
        one
        for one in where.hints.within(piece.start, piece.end)
        if _is_sure(piece, one, one in where.hints.merely)
    ]
    return at_hint(piece, where) if len(seen) > 1 and not _is_plain_run(piece.text) else []


def _is_plain_run(text: str) -> bool:
    """Whether given names and surnames alternate, so that no model is needed to cut between people."""
    parts = text.split()
    return (
        len(parts) > 3
        and len(parts) % 2 == 0
        and all(is_given_name(one) for one in parts[::2])
        and not any(is_given_name(one) for one in parts[1::2])
        and len(split_run(text)) * 2 == len(parts)
    )


def at_long(piece: Piece, where: Where) -> list[Piece]:
    """A long run of people and what is said of them, with nothing between."""
    parts = AND.split(piece.text)
    if _is_plain_run(piece.text) or (parts[1:] and all(name_score(part) >= 0.75 for part in parts)):
        return []
    return at_long_run(piece, where.line or piece.text, where.hints)


def at_hint(piece: Piece, where: Where) -> list[Piece]:
    """Names that only a model sees within a piece that is no name: "Bob Cole. Dee Fox. Ed Gray", "Ann Bell
    and"."""
    if piece.bracketed or words.INSTEAD.search(piece.text):
        return []
    if piece.gap is Gap.COMMA and re.match(r"\d{1,3}[A-Za-z]? [A-Z]", piece.text):
        return []  # "Mrs Bell, 4 Glebe Close"
    seen = [
        one
        for one in where.hints.within(piece.start, piece.end)
        if _is_sure(piece, one, one in where.hints.merely)
    ]
    if len(seen) == 1 and seen[0] in where.hints.merely and seen[0][0] != piece.start:
        return []  # "assistant to Ann Bell"
    seen = [one for one in seen if not _OF.search(piece.text, 0, one[0] - piece.start)]
    if not seen or (len(seen) == 1 and seen[0] == (piece.start, piece.end)):
        return []
    parts: list[Piece] = []
    at = piece.start
    for start, end in seen:
        start -= _title_before(piece.text[at - piece.start : start - piece.start])
        if initials := _INITIALS.search(piece.text[at - piece.start : start - piece.start]):
            start = at + initials.start()
        joined = _add_rest(parts, piece, at, start)
        gap = piece.gap if start == piece.start else Gap.AND if joined else Gap.AFTER
        parts.append(Piece(piece.text[start - piece.start : end - piece.start], start, gap, True))
        at = end
    _add_rest(parts, piece, at, piece.end)
    return parts if len(parts) > 1 else [*parts, Piece("", piece.end, Gap.NONE)]


_OF: Final = re.compile(r"\S\s+(?:of|at)\s+(?:the\s+)?$")
"""Before what a post is held in, though it looks like a name: "Vicar of St Anne"."""
_INITIALS: Final = re.compile(
    r"(?<![\w.])(?:[A-Z]\.\s?)+$|(?:^|(?<=\s))(?:(?:Cllrs?|Mrs?|Ms|Miss|Dr|Prof|Revd?|Councillor)\.?\s)[A-Z]{1,3}\s$"
)


def _title_before(text: str) -> int:
    """How many characters the titles take that a text ends with: "and Sir " → 4."""
    words = list(re.finditer(r"\S+\s*", text))
    for first in range(max(0, len(words) - 3), len(words)):
        titles = text[words[first].start() :]
        if titles[-1:].isspace() and TITLES.fullmatch(titles):
            return len(titles)
    return 0


def _is_sure(piece: Piece, where: tuple[int, int], merely: bool = False) -> bool:
    text = piece.text[where[0] - piece.start : where[1] - piece.start]
    if piece.text[where[1] - piece.start : where[1] - piece.start + 1] == "-":
        return False  # half of a double name
    if text.split()[-1] in words.KINDS_OF_COUNCIL and piece.text[where[1] - piece.start :].startswith(
        " Council"
    ):
        return False  # "Dale Parish Council"
    return name_score(text) >= (0.75 if merely else 0.6) and not re.search(r"[\n\t,;/&]", text)


def _add_rest(parts: list[Piece], piece: Piece, start: int, end: int) -> bool:
    """Add what lies between two names, without the words that only join them; whether there were such
    words."""
    text = piece.text[start - piece.start : end - piece.start]
    bare = BLANK_MARK.sub("", text.rstrip()).strip(" \t.,;:–—-")
    if not bare or bare.lower() in ("and", "&", "with", "also"):
        return bool(bare)
    offset = start + text.index(bare)
    if (
        parts
        and (lead := _AND_LEAD.match(bare))
        and max(job_score(bare), bool(chair_role(bare[lead.end() :]))) >= 0.9
    ):
        parts.append(Piece(bare[lead.end() :], offset + lead.end(), Gap.SEMI))
        return False  # the office of whoever is named behind it: "Ann Bell and Chair Bo Cole"
    first = re.sub(r"\s+(?:and|&|with)$", "", bare)
    if first != bare and name_score(first) >= 0.6:
        parts.append(Piece(first, offset, piece.gap if start == piece.start else Gap.AFTER, True))
        return True
    named = body_score(bare) < 0.7 and (name_score(bare) >= 0.75 or len(split_run(bare)) > 1)
    between = Gap.AFTER if named else Gap.NONE
    parts.append(Piece(bare, offset, piece.gap if start == piece.start else between))
    return False


_AND_LEAD: Final = re.compile(r"(?:and|&)\s+(?=[A-Z])")


def at_name(piece: Piece, where: Where) -> list[Piece]:
    """A name, and a post or body after it with nothing between."""
    end = leading_name(piece.text) or before_plain_post(piece, where.started)
    if not end or (where.started and piece.gap in (Gap.DASH, Gap.COLON, Gap.NONE)):
        return []
    rest = end + len(piece.text[end:]) - len(piece.text[end:].lstrip())
    return [
        Piece(piece.text[:end], piece.start, piece.gap),
        Piece(piece.text[rest:], piece.start + rest, Gap.NONE),
    ]

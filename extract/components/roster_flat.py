"""Rosters that a conversion has flattened into one long line: cut where headings, records and the roster end.

"… PRESENT Ann Bell Cllr B Cole (Chair) In Attendance: Dee Fox Minutes of the last meeting 1. The …" has
no line ends to go by. What stands before each heading, what follows the last name, and the first item after
the roster are told by the words at the cut; names run together are left to `roster_lines`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from whosat.extract.components.roster_heading_words import AGAIN
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_pieces import leading_name
from whosat.extract.components.roster_scores import body_score, is_body, job_score, name_score
from whosat.extract.names import LETTER, UPPER, initials_fit, strip_title

_SHORTEST: Final = 90  # characters; what is shorter is an ordinary line
_COLLECTIVE: Final = r"(?:(?:board )?members|directors|councillors|governors|trustees|officers|staff|those)"
_MARK: Final = re.compile(
    rf"(?<![\w’'-])(?P<head>(?i:{_COLLECTIVE}\s+)?"
    rf"(?:PRESENT|Present|ATTENDING|Attending|ATTENDEES|Attendees)"
    rf"(?:\s+(?i:{_COLLECTIVE}))?|SEDERUNT|Sederunt"
    r"|Also in attendance|(?i:also\s+|staff\s+|others?\s+|officers?\s+)?(?:IN ATTENDANCE|In [Aa]ttendance)"
    r"|(?:BY|By) (?:INVITATION|[Ii]nvitation)|(?:ALSO PRESENT|Also [Pp]resent)"
    r"|In addition(?=:)"
    r"|(?:(?:Core|Full|Voting|Elected|Board|Committee|Partner|Associate) ){1,2}(?:Membership|Members)"
    r"|(?:MINUTES|NOTES|MINUTE[- ]TAKER|NOTE[- ]TAKER|(?:Minute|Note)[- ][Tt]aker)"
    r"(?=:?\s+(?:[A-Z][\w’'-]+ ){2}(?:\([A-Z]{2,4}\)|\d))"
    r"|APOLOGIES(?: FOR ABSENCE| RECEIVED)?|Apologies(?: for [Aa]bsence| received)?|ABSENT|Absent"
    r"|(?:(?:Members|MEMBERS|Also|ALSO|Absent|ABSENT) )?(?:Guests?|GUESTS?|Observers?|OBSERVERS?|Regrets|"
    r"REGRETS|"
    r"Excused|EXCUSED|Visitors?|VISITORS?|Officers|OFFICERS|Staff|STAFF|Minutes|MINUTES|Notes|NOTES|"
    r"(?:Minute|Note)[- ]?[Tt]aker|Scribe|(?:Minutes|Notes) (?:taken )?by)(?=(?::|\s?[–—])\s+[A-Z])"
    r"|(?:Board |Voting |Non-voting )?(?:Members|Directors)"
    r"(?= (?:Name|Representing|Organisation|Title|Role)))"
    rf"(?:{AGAIN})?"
    r"(?:\s+(?:Name|Representing|Organisation|Initials|Title|Role|Agency)s?(?=\s+[A-Z]))*"
    r"\s*(?P<mark>[:;–-]|\.(?=\s))?\s+(?=[A-Z(]|1[.)]?\s+[A-Z])"
)
_STOP: Final = re.compile(
    r"(?:Minutes? (?:of|Action|and|from|were|approv)|MINUTES (?:OF|\d)|Matters [Aa]rising|MATTERS ARISING|"
    r"(?i:declarations?(?: of\b| [-–]))|Welcome\b|WELCOME\b|Introductions?\b|INTRODUCTIONS?\b|"
    r"Summary of|Summary$|Action [Pp]oints?|Actions? (?:from|log)|Agenda\b|AGENDA\b|"
    r"Item (?:Minute|No|Action)|"
    r"The (?:regular|monthly|ordinary|annual|special|quarterly|meeting|[Cc]hair\w*|[Vv]ice|[Bb]oard|"
    r"minutes|[Cc]ouncil|[Cc]ommittee|[Mm]inutes)\b|"
    r"The (?:[A-Z][\w’'-]+ ){1,4}(?:and (?:the )?(?:[A-Z][\w’'-]+ ){1,4})?"
    r"(?:was|were|had|has|is|are|also|attended|gave|sent)\b|"
    r"To (?:receive|note|approve|consider)|Opening\b|Public (?:session|[Pp]articipation|question)|"
    r"Quorum\b|Resolved|RESOLVED|There (?:were|was|being)|It was|No (?:apologies|declarations|one)\b|"
    r"With the\b|In the absence|Any other|Apologies (?:for absence )?(?:were|was|had|have)\b|"
    r"(?:[A-Z]{5,}|[A-Z][a-z]+) (?:[Mm]embers|The [A-Z]\w+) (?:congratulated|welcomed|were|noted|agreed)|"
    r"[A-Z]{6,}(?: [A-Z]{3,}){0,4} (?:[A-Z][a-z]+|The [A-Z]\w+) (?:\w+ ){0,2}"
    r"(?:\w{3,}ed|was|were|had|has|is|are) )"
)
_CUT: Final = re.compile(
    r"(?:(?<=\s)|^)(?P<number>\(?\d{1,3}(?:\.\d{1,2}){0,3}[.):]?\s+|\d{1,3}/\d{2}\s+|[A-Z]\w{0,3}/\d[\w/.-]*\s+)?"
    rf"(?=[{UPPER}])"
)


_GLUED: Final = re.compile(
    r"(?:(?<=[a-z)\]])|(?<=[A-Z]{4}))(?P<head>Present|In [Aa]ttendance|Apologies(?: for [Aa]bsence)?|Absent)"
    r"(?P<mark>:?)\s?(?=[A-Z][a-z])"
)
"""A heading that a crawler has run together with the words before it: "MemberApologiesAnn Bell"."""


def flat_parts(line: RosterLine) -> Iterator[RosterLine]:
    """A long line cut before each heading with names behind it, and where the names end; else the line."""
    text = line.text
    marks: list[re.Match[str]] = []
    if len(text) > _SHORTEST:
        marks = [found for found in _MARK.finditer(text) if _heads(text, found)]
        marks += [found for found in _GLUED.finditer(text) if _heads(text, found)]
        marks.sort(key=lambda found: found.start())
    if not marks:
        yield line
        return
    begins = [found.start() - _whose(text, found) for found in marks]
    if text[: begins[0]].strip():
        yield line.part(0, begins[0])
    for begin, found, after in zip(begins, marks, [*begins[1:], len(text)], strict=True):
        end = _end(text, found.end(), after)
        yield from _records(line, begin, found.end(), end)
        if text[end:after].strip():
            yield line.part(end, after)


_SHOUTED: Final = re.compile(r"(?:[A-Z][A-Z&’'-]+\s+){1,6}$")


def _whose(text: str, found: re.Match[str]) -> int:
    """How many characters the body takes that stands in capitals before its staff: "BARSET COUNCIL |
    STAFF"."""
    if not re.match(r"(?:STAFF|OFFICERS|OFFICIALS)\b", found["head"]):
        return 0
    before = _SHOUTED.search(text, max(0, found.start() - 80), found.start())
    return len(before.group()) if before and is_body(before.group().strip()) else 0


def _heads(text: str, found: re.Match[str]) -> bool:
    """Whether names follow a heading word that stands within a line."""
    rest = re.sub(r"^1[.)]?\s+", "", text[found.end() : found.end() + 160])
    title, at = strip_title(rest)
    if title and re.match(rf"[{UPPER}]", rest[at:]):
        return not re.match(r"\S+\s+(?:was|were|had|has|is)\b", rest[at:])
    first = re.split(r"[,(;–:]| - | and |\t", rest, maxsplit=1)[0].strip()
    if rest[len(first) :].startswith(":") and body_score(first) >= 0.85:
        return _named(
            re.sub(r"^:\s*(?:1[.)]?\s+)?", "", rest[len(first) :])
        )  # "In Attendance Mind: Ann Bell"
    words = first.split()
    behind = rest[len(first) :].lstrip(" –:-(\t") if job_score(first) >= 0.9 and not found["mark"] else ""
    if strip_title(behind)[0] or name_score(re.split(r"[,(;–:)]", behind, maxsplit=1)[0].strip()) >= 0.85:
        return True  # "IN ATTENDANCE Town Clerk – Mr Bell"
    likely = max((name_score(" ".join(words[:size])) for size in (2, 3) if len(words) >= size), default=0.0)
    if found["mark"]:
        return likely >= 0.6
    return likely >= 0.75 and not re.match(r"(?:was|were|had|has|is|will|and)\b", rest[len(first) :].lstrip())


def _end(text: str, start: int, limit: int) -> int:
    """Where the roster behind a heading ends: at an item, the words of one, or a sentence."""
    for cut in _CUT.finditer(text, start, limit):
        at = cut.end()
        if at == start or _bracketed(text, start, at) or (cut["number"] and _MONTH.match(text, at)):
            continue
        if (cut["number"] and not _named(text[at : at + 80])) or _STOP.match(text, at, limit):
            return cut.start()
    return limit


_MONTH: Final = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")


def _bracketed(text: str, start: int, at: int) -> bool:
    start = max(start, at - _BRACKET)
    return text.count("(", start, at) > text.count(")", start, at)


_BRACKET: Final = 300  # characters of a bracket in a roster, and what it holds


def _named(rest: str) -> bool:
    title, _ = strip_title(rest)
    return title is not None or bool(leading_name(rest)) or name_score(" ".join(rest.split()[:2])) >= 0.8


def _records(line: RosterLine, start: int, names: int, end: int) -> Iterator[RosterLine]:
    """The heading with its names; one line a record where initials or item numbers tell records apart."""
    yield line.part(start, names)
    cuts = [(a, b) for a, b in _starts(line.text, names, end) if b > names]
    begins = [names, *[b for _, b in cuts]]
    ends = [*[a for a, _ in cuts], end]
    for a, b in zip(begins, ends, strict=True):
        if line.text[a:b].strip():
            yield line.part(a, b)


_NAMED_INITIALS: Final = re.compile(
    rf"(?P<name>(?:{LETTER}[\w’'.-]*\s+){{1,5}})(?:(?:OBE|MBE|CBE|QPM|JP|QC|KC)\s+)?"
    rf"(?P<short>[{UPPER}]{{2,4}}(?:-[{UPPER}]{{1,2}})?)(?=\s|$)"
)


def _starts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where records end and begin: at a name whose initials follow it, or a number between two names."""
    found: list[int] = []
    at = start
    while hit := _NAMED_INITIALS.search(text, at, end):
        words = [(m.start(), m.group()) for m in re.finditer(r"\S+", hit["name"])]
        fits = [
            k
            for k in range(len(words))
            if initials_fit(hit["short"], " ".join(w for _, w in words[k:])) and len(words) - k in (2, 3, 4)
        ]
        if fits:
            at_word = hit.start("name") + words[_with_title(words, max(fits))][0]
            found.append(at_word)
            at = hit.end()
        else:
            at = hit.start("name") + max(1, len(words[0][1]))
    if len(found) < 3:
        found = []
    numbers = [
        (cut.start(), cut.end())
        for cut in _CUT.finditer(text, start, end)
        if cut["number"] and not _bracketed(text, start, cut.end()) and _named(text[cut.end() : end])
    ]
    return sorted({*[(at, at) for at in found], *numbers})


def starts_record(text: str) -> bool:
    """Whether a text begins with a name and the initials that fit it: "Ann Bell AB …"."""
    hit = _NAMED_INITIALS.match(text)
    return bool(hit and " " in hit["name"].strip() and initials_fit(hit["short"], hit["name"].strip()))


def _with_title(words: list[tuple[int, str]], at: int) -> int:
    """The word a name begins with, its title included."""
    while at > 0 and strip_title(words[at - 1][1] + " X")[0]:
        at -= 1
    return at

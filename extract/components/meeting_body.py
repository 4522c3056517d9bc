"""Which body met: from the title, the heading, or a sentence at the top ("Minutes of the … held on …")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from whosat.extract.bodies import is_generic, kind_of_body
from whosat.extract.components.dates import dates_in
from whosat.extract.components.meeting_flat import title_parts
from whosat.extract.components.meeting_names import cased, cleaned, is_name, kind_score
from whosat.extract.components.meeting_title_lines import BodyFound, from_several_lines, spelt_out
from whosat.extract.components.meeting_told import MEETS, from_sentence, from_voice
from whosat.extract.components.meeting_whole import below_umbrella, completed
from whosat.extract.components.records import Extent
from whosat.extract.components.roster_headings import Group, heading_of
from whosat.extract.components.roster_scores import name_score
from whosat.extract.document import Block, BlockKind, Document
from whosat.extract.names import is_given_name, strip_title
from whosat.ontology.facts import Kind

_TOP: Final = 3000
_LINES: Final = 25


_WRAPPED: Final = (
    r"(?:(?-i:[A-Z]{3,}(?: [A-Z]{2,}){0,3} (?:WHICH|HELD|ON)\b)|"
    r"(?!(?:the |this |a |an |our )?(?:meeting|minutes|present|attend|date|time|venue|held|at|on|in)\b)"
    r"(?-i:[A-Z][\w’'&-]*|and|of|for|the)(?:[^\n.;:,()]{0,60}\n)?[^\n.;:,()]{0,60}\s(?:which\s|"
    r"was\s){0,2}held\b)"
)
"""What goes on a title's next line: "… meeting of the Greater" / "Wenlow Health Board held on"."""
_RECORD: Final = re.compile(
    r"\b(?P<record>(?:draft |unconfirmed |confirmed |approved |public |open |final |"
    r"action )*(?:minutes|notes|note|record|proceedings|agenda)(?:\s*\((?-i:[a-z])[^()\n]{3,70}\))?"
    r"(?:\s+and\s+(?:minutes|notes|records?|proceedings|actions?))?\s+(?:of|from|"
    r"for)(?:\s+proceedings)?(?:\s+(?:the|a|an))?(?:\s+(?:[\w-]+\s+){0,4}?(?:meeting|"
    r"assembly)(?:\s+(?:no\.?|number|#)\s*\d+)?(?=\s+(?:of|"
    r"for)\b(?!\s+(?:the\s+)?\d)))?(?:\s+(?:of|for))?(?:\s+the)?|(?:a\s+|"
    r"the\s+)?(?:[\w-]+[^\S\n]+){0,2}(?:meeting|(?-i:A\.?G\.?M\.?))\s+of(?:\s+the)?)"
    r"\s+(?P<body>(?:(?:trustees|governors|directors|members|board|committee|council|"
    r"executive) of (?:the )?)?"
    r"(?-i:[A-Z0-9])(?:[^\n.;:]|(?<=\b[A-Z])\.(?=[A-Z]\.|\s+[A-Z])|(?<=\bst)\.|"
    rf"\n(?={_WRAPPED})){{3,140}}?)"
    r"(?=\s+(?:(?:meeting|(?-i:committee) meeting)\s+)?(?:which was\s+|was\s+|were\s+|that was\s+)?"
    r"(?:held|on(?!\s+(?-i:(?!(?i:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|"
    r"dec|zoom|teams|ms |microsoft|the ))[A-Z]))|at|dated|took place|convened|called|opened|"
    r"commenced|in the)\b|"
    r"\s*[,–-]?\s+(?:meeting|minutes)\b|\s*"
    rf"(?:\n(?!{_WRAPPED})|$|(?<!\bst)(?<!(?-i:\b[A-Z]))\.|[;:(]|"
    r",\s*(?:held|on|at|\d)|\s[–—-]\s|\d{1,2}(?:st|nd|rd|th)?\s))",
    re.IGNORECASE,
)


def _top_lines(document: Document) -> Iterator[tuple[Block, str, int]]:
    """The lines of the document's top with their blocks and offsets, furniture after the flow."""
    count = 0
    for block in document.blocks:
        if block.start > _TOP * 2 or count > _LINES:
            return
        at = block.start
        for row in document.text[block.start : min(block.end, block.start + 1500)].split("\n"):
            if row.strip():
                yield block, row, at
                count += 1
            at += len(row) + 1


_OPENING: Final = re.compile(
    r"[\W\d]*(?:call(?:ed)? to order|roll call|welcome(?: and introductions?)?|introductions?|opening)\W*",
    re.IGNORECASE,
)
"""The first item: what stands below it is no title."""


_SAYS_SO: Final = re.compile(r"\b(?:minutes|notes)\b", re.IGNORECASE)
_COLUMNS: Final = re.compile(r"\S(?:\t|\s{3,})[^\t]*?\S(?:\t|\s{3,})\S")


def body_candidates(document: Document) -> list[BodyFound]:
    """The bodies that the top of a document may be minutes of, best first."""
    found = [*_from_record(document), *_from_run(document), *from_sentence(document)]
    open_top, above, people = True, "", 0
    for number, (block, row, at) in enumerate(_top_lines(document)):
        heading = heading_of(row)
        begun = (
            heading is not None
            and heading.state
            and heading.group is not Group.CHAIR
            and (number or (len(row) < 100 and row[heading.rest :].strip()))
        )
        if begun and not number and re.search(r"\s[-–—|]\s", row) and dates_in(row):
            found += _headed_so(row, at, block)
        person = _is_of_person(row)
        people += person
        if begun or (number and _OPENING.fullmatch(row)) or people > 1:
            open_top = False
        if open_top and len(row) >= 200 and (number < 4 or (number < 9 and _SAYS_SO.search(row, 0, 80))):
            found += _from_flat(row, at, number, block)
        held, above = bool(_HELD_IN.search(above)), row
        if held or MEETS.match(row) or _WITH_WHOM.match(row) or _OF_PLACE.match(row):
            continue  # a sentence, and read as one; or a subject
        if open_top and len(row) < 200 and not person and not (number > 3 and _COLUMNS.search(row)):
            for piece, offset in _parts(row, at):
                if candidate := _line_candidate(piece, offset, number, block):
                    found.append(candidate)
    furniture = [block for block in document.blocks if block.kind is BlockKind.FURNITURE]
    for block in furniture[:8]:
        text = document.text[block.start : block.end]
        if (
            len(text) < 200
            and "\n" not in text
            and (candidate := _line_candidate(text, block.start, 8, block))
        ):
            found.append(candidate)
    rows = [(row, at) for _, row, at in islice(_top_lines(document), 6)]
    found += from_several_lines(rows, document.text)
    if document.title:
        found += _from_title(document)
    ranked = (
        sorted(found, key=lambda one: (-one.score, one.where))
        or list(_from_below(document))
        or list(from_voice(document))
        or list(_from_file_name(document))
    )
    if not ranked:
        return []
    first = spelt_out(below_umbrella(ranked, document.text), rows)
    whole = completed(first, ranked, document.text)
    whole = replace(whole, name=_TWICE.sub(r"\1", whole.name))
    return [whole, *(one for one in ranked if one is not first)]


_TWICE: Final = re.compile(r"\b([A-Za-z]{5,}) \1\b")
"""A word on which two lines of a title meet: "Wenlow Subgroup" / "Subgroup Executive"."""


def _headed_so(row: str, at: int, block: Block) -> Iterator[BodyFound]:
    """The board in a title that begins as a roster does: "ATTENDANCE SHEET - SCHOOLS FORUM - 26.02.15"."""
    for piece, offset in _parts(row, at):
        one = _line_candidate(piece, offset, 1, block)
        if one and kind_of_body(one.name) is Kind.BOARD and not heading_of(piece):
            yield one


_WITH_PART: Final = re.compile(
    r"\W*(?P<name>[^\n–—|:]{6,90}?(?i:partnership|forum|assembly|alliance|network|federation|"
    r"foundation|authority|"
    r"council|trust))\s*(?:\s[-–—|]\s|[–—:])\s*(?P<part>[A-Za-z][^\n|–—,:]{4,60})"
)
"""A body and which of its groups met: "Wenlow Partnership – Steering Group"."""


def _parts(row: str, at: int) -> Iterator[tuple[str, int]]:
    """A line and its parts between dashes, bars and tabs."""
    yield row, at
    if part := _WITH_PART.match(row):
        name, board = row[: part.end("name")], cleaned(part["part"])
        if is_generic(board) and kind_of_body(board) is Kind.BOARD:
            board = board.title() if board.islower() else board
            yield f"{name} {board} minutes", at
    cuts = list(
        re.finditer(
            r"\s(?:[–—|]|-{1,3})\s|\t|:\s|\s*\|\s*|(?<=[a-z]{4})\.\s+(?=[A-Z])|(?<=[a-z])\s{3,}(?=[A-Z])|"
            r"(?<=[a-z])(?=(?:Time|Date|Venue|Location)\s*:)",
            row,
        )
    )
    if cuts:
        bounds = [0, *[end for cut in cuts for end in cut.span()], len(row)]
        for k in range(0, len(bounds), 2):
            if row[bounds[k] : bounds[k + 1]].strip() and not (
                row[bounds[k + 1] : bounds[k + 1] + 1] == ":" and is_generic(row[bounds[k] : bounds[k + 1]])
            ):
                yield row[bounds[k] : bounds[k + 1]], at + bounds[k]


def _from_record(document: Document) -> Iterator[BodyFound]:
    later = False
    begun = _roster_begins(document)  # below it "minutes of Wenlow meeting" are earlier ones
    for found in _RECORD.finditer(document.text, 0, _TOP):
        line = document.text[: found.start()].rsplit("\n", 1)[-1]
        if (
            (len(line.strip()) > 40 and not _is_flat(document.text, found))
            or re.search(
                r"\b(?:(?:previous|last|approve|agree|confirm|next|sign|receive|accept)\w*|approval of)\b",
                line + re.sub(r"\([^()]*\)", "", found["record"]),
                re.IGNORECASE,
            )
            or re.match(r"\W*(?:item\s+\d|\d{1,2}[.)]\s)", line, re.IGNORECASE)
        ):
            continue
        dated = dates_in(found["body"][:40])
        if _is_passing(line, found) or (dated and not dated[0].start):
            continue
        name = cleaned(found["body"])
        if is_name(name) and (kind_score(name) or found.start() <= begun):
            where = _where(document.text, name, found.start("body"), found.end("body"))
            bare = " " not in name and not name.isupper() and not kind_score(name)  # "the Liaison Meeting"
            yield BodyFound(
                name, where, 3.0 + kind_score(name) - found.start() / _TOP - 1.2 * later - 2.0 * bare
            )
            later = True  # minutes named after those are earlier ones, or another body's


def _roster_begins(document: Document) -> int:
    """Where the first heading of a roster that has a line of its own begins."""
    for _, row, at in _top_lines(document):
        heading = heading_of(row) if len(row) < 80 else None
        if heading and (heading.state or heading.group) and heading.rest >= len(row.rstrip()):
            return at
    return len(document.text)


_IN_TEXT: Final = 400  # characters below which "the agenda of the X Board" behind other words is no title


_ORDINALS: Final = re.compile(
    r"^\W*(?:the\s+)?(?:(?:\d+(?:st|nd|rd|th)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"\w+teen|\w+ty|hundred|thousand|and|first|second|third|\w+(?:th|first|second|third))\b[\s-]*)+$",
    re.IGNORECASE,
)
""" "The One Hundred and Fifteenth" before "Annual General Meeting of …"."""


def _is_passing(line: str, found: re.Match[str]) -> bool:
    """Whether "a meeting of the X" is only mentioned: words before it, or far below the title."""
    if re.search(r"minutes|notes?\b|record|proceedings|agenda", found["record"], re.IGNORECASE):
        return found.start() > _IN_TEXT and bool(re.search(r"\b[a-z]{2,}\b", line))
    counted = _ORDINALS.sub("", line)
    return found.start() > 900 or bool(re.search(r"\b[a-z]{2,}", counted))


def _is_flat(text: str, found: re.Match[str]) -> bool:
    """Whether a title stands within one long line, as conversions leave it: "… meeting of the X held …"."""
    end = text.find("\n", found.end())
    return (
        found.start() < 900
        and (end < 0 or end - found.end() > 150)
        and bool(
            re.match(r"\s+(?:meeting\s+)?(?:held|on)\b", text[found.end() : found.end() + 20], re.IGNORECASE)
        )
    )


def _from_flat(row: str, at: int, number: int, block: Block) -> Iterator[BodyFound]:
    """The title at the head of a line that a conversion has run together with the roster."""
    for part, offset, beside in title_parts(row):
        one = _line_candidate(part.strip(" ,;:"), at + offset, number + 1, block, beside=beside)
        if one and (kind_score(one.name) or (beside and len(one.name.split()) > 1)):
            yield replace(one, score=one.score + 0.4 * beside)


_BEFORE_RECORD: Final = re.compile(
    r"(?:(?<=[.)\]:] )|(?<=\n)|^)(?P<run>(?:[A-Z][\w&’'-]*[ ]+(?:(?:and|of|the|for|with|&)[ ]+)*){2,12}?)"
    r"(?:\([^()\n]{3,80}\)[ ]+)?(?:DRAFT |Draft )?(?:MINUTES|Minutes|NOTES|Notes)(?: OF| of| FOR| for)\b"
)


def _from_run(document: Document) -> Iterator[BodyFound]:
    """A name right before "Minutes of …" on the same line: "Barset Board Minutes of the meeting …"."""
    for found in _BEFORE_RECORD.finditer(document.text, 0, 1500):
        name = cleaned(found["run"])
        if is_name(name) and kind_score(name):
            where = (found.start("run"), found.start("run") + len(found["run"].rstrip()))
            yield BodyFound(name, where, 2.0 + kind_score(name) - found.start() / _TOP)


_SHORT: Final = re.compile(r"(?!(?:AGM|EGM|APCM|ANNUAL|GENERAL|PUBLIC)$)(?=\w*[A-Z]\w*[A-Z])[A-Za-z]\w{2,9}")
"""A title's one word that is no common one: "BIBCOM Meeting Minutes"."""


_NUMBERED: Final = re.compile(
    r"\b(?:branch|no|district|division|section|post|lodge|unit|troop|local|chapter|plan|ps|sp)\b\.?\s*\d+",
    re.I,
)
"""What tells a body from others of its name by a number: "Branch 12", "District No. 4"."""
_NAMED_SO: Final = re.compile(r"\W*(?:committee|board|body|group|forum|panel)\s*:\s*\S", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"(?<!\b[Ss][Tt])(?<!\bCo)(?<!\bInc)(?<!\bLtd)[.?!]\s")


def _line_candidate(
    row: str, at: int, number: int, block: Block, *, beside: bool = False
) -> BodyFound | None:
    name = cleaned(row)
    if name.islower() and number < 3 and len(name.split()) > 2 and kind_of_body(name.title()) is Kind.BOARD:
        name = cased(name.upper())  # a title set in small letters
    if not is_name(name) or name[0].islower() or len(name.split()) > 14 or _SENTENCE.search(name):
        return None
    told = kind_score(name)
    said = bool(re.search(r"\b(?:minutes|meeting|notes)\b", row.replace("_", " "), re.IGNORECASE)) or beside
    opening = (
        (number == 0 or (block.kind is BlockKind.HEADING and block.level == 1))
        and len(name.split()) < 11
        and not re.search(r"(?<![A-Za-z])\d|(?<!\bSt)[.!?](?!\s*$)", _NUMBERED.sub("", row))
        and len(name.split()) > 1
    )
    if re.match(
        r"\W*(?:(?:venue|date|time|location|place|where|when|held at)\b|(?:from|to|cc|sent)\s*:)",
        row,
        re.IGNORECASE,
    ):
        return None
    if not told and (heading := heading_of(row)) and heading.state:
        return None  # "Apologies for absence" above all else
    if (
        not told
        and not opening
        and not (said and len(name.split()) > 1 and len(row) < 110)
        and not (number == 0 and dates_in(row))
        and not (number < 6 and _NAMED_SO.match(row))
        and not (said and re.fullmatch(r"[A-Z]{3,6}", name) and dates_in(row))
        and not (said and number < 2 and len(row) < 70 and _SHORT.fullmatch(name))
    ):
        return None
    labelled = bool(
        re.match(
            r"\W*(?:committee|board|body|group|meeting|forum|name of \w+)(?: name| title)?\s*:",
            row,
            re.IGNORECASE,
        )
    )
    title = 0.4 * (block.kind is BlockKind.HEADING) - 0.8 * (block.kind is BlockKind.FURNITURE)
    mailed = 0.5 * (_SUBJECT.match(row) is not None)
    score = 1.0 + told + 0.5 * said + title + labelled - mailed - 0.07 * number - 0.1 * row.count(",")
    start = at + max(0, row.lower().find(name.lower()[:12]))
    return BodyFound(name, (start, at + len(row.rstrip())), score)


def _is_of_person(row: str) -> bool:
    """Whether a line is somebody's and says whom he or she is from: "Cllr Ann Bell – Barset Council"."""
    who, dash, _ = row.partition(" – ") if " – " in row else row.partition(" - ")
    name = who.split(" (")[0].strip()
    told = strip_title(who)[0] is not None or is_given_name(name.split()[0] if name else "")
    return bool(dash) and told and name_score(name) >= _SURE


_SURE: Final = 0.9
_SUBJECT: Final = re.compile(r"\W*(?:subject|re|fwd?)\s*:", re.IGNORECASE)
"""Before the subject of a mail, which names the body shorter than the minutes below it."""


def _from_below(document: Document) -> Iterator[BodyFound]:
    """A title that stands below the roster, where none stands above it."""
    for number, (block, row, at) in enumerate(_top_lines(document)):
        if len(row) < 110 and _NAMED_SO.match(row) and (named := _line_candidate(row, at, number, block)):
            yield named
        elif len(row) < 160 and re.search(r"\b(?:minutes|notes) of\b", row, re.IGNORECASE):
            for piece, offset in _parts(row, at):
                one = _line_candidate(piece, offset, 8, block)
                if one and kind_score(one.name) > 1 and not _AGREES.search(row):
                    yield one
        elif len(row) < 70 and _ALONE.fullmatch(cased(row.strip())):
            alone = _line_candidate(row, at, 8, block)
            if alone and not is_generic(alone.name):
                yield replace(alone, score=alone.score - 0.5)


_ALONE: Final = re.compile(
    r"(?:[A-Z][\w’'&-]*|of|the|and|in|on|le|la|with|cum| |-)+ "
    r"(?:Council|Board|Committee|Commission|Panel|Forum|Association)"
)
_AGREES: Final = re.compile(
    r"\b(?:previous|last|approv\w+|agree\w*|confirm\w*|sign\w*|accept\w*)\b", re.IGNORECASE
)


def _from_title(document: Document) -> Iterator[BodyFound]:
    whole = document.title or ""
    for part in re.split(r"\s+[|–—]\s+", whole) if re.search(r"\s[|–—]\s", whole) else [whole]:
        yield from _from_heading(document, part)


def _from_heading(document: Document, title: str) -> Iterator[BodyFound]:
    name = cleaned(title)
    if is_name(name) and (len(name.split()) > 1 or kind_of_body(name) is Kind.BOARD):
        at = document.text.lower().find(name.lower())
        where = (at, at + len(name)) if at >= 0 else (0, min(1, len(document.text)))
        # a file made from an older one often keeps the older one's title
        yield BodyFound(name, where, (1.5 if at >= 0 else 0.3) + kind_score(name))


_HELD_IN: Final = re.compile(r"\bheld (?:in|at)\W*$", re.IGNORECASE)
"""The end of a line above the place where a meeting was held."""
_OF_PLACE: Final = re.compile(r"\W*(?:venue|location|place|where|held at)\s*:", re.IGNORECASE)
_WITH_WHOM: Final = re.compile(
    r"\W*(?:(?:notes?|minutes|record) (?:of|from) )?(?:an? |the )?meeting (?:with|to discuss|about|re)\b",
    re.IGNORECASE,
)
_FILED_AS: Final = re.compile(
    r"\b(?:minutes?|notes?|agenda|meeting|draft|final|approved|signed|v\d+|copy|of|the)\b|\d+"
)


def _from_file_name(document: Document) -> Iterator[BodyFound]:
    """The board that a file is named after: "schools-forum-minutes-2015-03-04.pdf"."""
    words = re.sub(r"[-_.+]+|%20", " ", document.name.rsplit(".", 1)[0]).lower()
    name = " ".join(_FILED_AS.sub(" ", words).split()).title()
    if " " in name and kind_of_body(name) is Kind.BOARD and not is_generic(name) and is_name(name):
        yield BodyFound(name, (0, min(1, len(document.text))), 0.5)


def _where(text: str, name: str, start: int, end: int) -> Extent:
    at = text.find(name, start, end)
    return (at, at + len(name)) if at >= 0 else (start, end)

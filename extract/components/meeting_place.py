"""Where a meeting was held."""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.bodies import kind_of_body
from whosat.extract.components.dates import Dated, dates_in, time_in
from whosat.extract.components.records import Extent
from whosat.extract.components.roster_headings import heading_of
from whosat.extract.components.roster_scores import name_score
from whosat.extract.document import BlockKind, Document

_TOP: Final = 3500
_LABEL: Final = re.compile(
    r"(?:^|\n|\t|\s{2,}|\|\s*|\*\*)\W{0,4}(?:meeting )?(?:venue|location|place(?: of "
    r"meeting)?|where|held (?:at|in|via)|at)(?:\s*/\s*\w+)?(?:\s*:|\s*\t|"
    r"\s+(?=[A-Z]))\s*(?P<place>[^\n]{3,160})",
    re.IGNORECASE,
)
_HELD: Final = re.compile(
    r"\b(?:held|took place|met|convened)\b(?:[^.\n]|\.(?=\d)){0,90}?\s(?P<lead>at|in|via|"
    r"by|using|through|on(?=\s+(?:(?:MS|Microsoft)\s+)?(?:Teams|Zoom)))\s+(?!\d{1,2}(?:[.:]\d\d|\s?[ap]m|"
    r"\s?noon))(?P<place>(?:the\s+)?(?:[A-Z]|\d)[^\n]{2,140})"
)
_WORDS: Final = re.compile(
    r"\b(?:rooms?|hall|house|street|road|avenue|lane|offices?|centre|center|building|"
    r"school|library|church|campus|floor|teams|zoom|online|virtual(?:ly)?|chamber|suite|"
    r"hotel|club|college|university|hospital|theatre|pavilion|square|park|court|"
    r"place|way|boardroom|town hall|hub|museum|station|video ?conference|teleconference|"
    r"skype|webex|google meet|inn|lodge|institute|council offices|headquarters|hq|gardens|"
    r"close|drive|terrace|quay|wharf|mill|community centre|county hall|civic|guildhall|"
    r"unit \d+\w?|riverside)\b|[A-Z]{1,2}\d{1,2}[A-Z]?\s?\d[A-Z]{2}\b",
    re.IGNORECASE,
)
_STOP: Final = re.compile(
    r"\s*(?:,?\s+(?:on|commencing|starting|beginning|from|at)\s+(?=(?:mon|tue|wed|thu|fri|"
    r"sat|sun|the \d|\d|\w+day))|[;|]|\t|\.\s|\.$|\s[–—-]\s(?=\d)|,?\s+(?:at "
    r")?\d{1,2}[.:]\d\d|,?\s+at \d|\bcommenc\w+|\bPresent\b|\bto which|\bwith the option)",
    re.IGNORECASE,
)


_NO_PLACE: Final = re.compile(
    r"(?:an?|its|their)\b|(?:the )?(?:secretary|chair\w*|clerk)\b|[ap]\.?m\b|call to order|open session|"
    r"(?:HM|[A-Z]{2,3}), who\b|\d{1,2}$",
    re.IGNORECASE,
)


def _cut(place: str) -> str:
    """The place without the date, time and what comes after."""
    dated = dates_in(place)
    if dated:
        place = place[: dated[0].start] if dated[0].start > 3 else place[dated[0].end :]
    stop = _STOP.search(place)
    place = place[: stop.start()] if stop else place
    place = re.sub(r"^(?:at|in|via|by|on|using)\s+", "", place.strip(" ,.–—-*_#|\t()"), flags=re.IGNORECASE)
    place = re.sub(
        r"\s+(?:on|at|from|and|commencing|starting)$", "", place.strip(" ,.–—-*_|"), flags=re.IGNORECASE
    )
    return place if re.match(r"(?:the )?[A-Z]", place) or place[:1].isdigit() or _WORDS.match(place) else ""


def place_in(document: Document, date: Dated | None) -> tuple[str, Extent] | None:
    """The place and where it stands: after a label, after "held … at", or a line beside the date that
    reads like one."""
    text = document.text
    for pattern in (_LABEL, _HELD):
        for found in pattern.finditer(text, 0, _TOP):
            if (
                pattern is _LABEL
                and re.match(r"\W*at\b", found.group().strip(), re.IGNORECASE)
                and not (_WORDS.search(found["place"]))
            ):
                continue
            place = _cut(found["place"])
            if (
                len(place) > 2
                and re.search(r"[A-Za-z]{3}", place)
                and time_in(place) is None
                and not _NO_PLACE.match(place)
            ):
                at = text.find(place, found.start("place"))
                return place, (at, at + len(place))
    return _near_date(document, date)


def _near_date(document: Document, date: Dated | None) -> tuple[str, Extent] | None:
    """A line at the top that has a place's words and is no heading, no person, no body's title."""
    for block in document.blocks:
        if (
            block.start > (date.end + 500 if date else 1200)
            or block.kind is BlockKind.FURNITURE
            or block.cells
        ):
            continue
        at = block.start
        for row in document.text[block.start : block.end].split("\n"):
            if at > 1500 or ((heading := heading_of(row)) and heading.state):
                return None
            tail = _after_date(row)
            place = _cut(tail)
            beside = date is not None and (
                at <= date.start < at + len(row)
                or (at > date.end and document.text.count("\n", date.end, at) <= 2)
            )
            if len(row) < 160 and (
                (_WORDS.search(place) and _is_place(place)) or (beside and _may_be_place(place))
            ):
                start = document.text.find(place, at)
                return place, (start, start + len(place))
            at += len(row) + 1
    return None


def _after_date(row: str) -> str:
    """What of a line comes after its date and time; the line itself without them."""
    dated = dates_in(row)
    if not dated:
        return row
    rest = row[dated[-1].end :]
    return re.sub(
        r"^[\s,–—-]*(?:at |from )?\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?m\.?|hrs|"
        r"hours)?(?:\s*(?:-|–|to|until)\s*\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?m\.?)?)?[\s,–—-"
        r"]*",
        "",
        rest,
    )


def _may_be_place(place: str) -> bool:
    """A few capitalised words right below the date that are nobody's and no body's name."""
    return (
        bool(
            re.fullmatch(
                r"(?:The )?(?:[A-Z][\w’'.-]*|\d[\w.]*)(?:,? (?:[A-Z][\w’'.-]*|of|and|the|\d[\w.]*)){0,5}",
                place,
            )
        )
        and name_score(place) < 0.6
        and not re.search(
            r"\b(?:minutes|meeting|agenda|board|committee|panel|present|attendees|"
            r"apologies|notes|actions?|welcome|draft|confidential|official|executive|"
            r"forum|group|partnership|council|number|item|ref)\b",
            place,
            re.IGNORECASE,
        )
        and kind_of_body(place) is None
    )


_ROOM: Final = re.compile(
    r"\b(?:room|chamber|offices?|hall|house|boardroom|centre|zoom|teams|library|guildhall|online)\b"
)


def _is_place(place: str) -> bool:
    low = place.lower()
    if re.search(
        r"\b(?:minutes|meeting|agenda|committee|board|panel|partnership|council|senate|group|"
        r"governors|action|notes|present|apologies|trust$|executive|forum)\b",
        low,
    ) and not _ROOM.search(low):
        return False
    return (
        (len(place.split()) >= 2 or bool(_ROOM.search(low)))
        and len(place) < 130
        and name_score(place) < 0.9
        and not re.search(r"\b(?:was|were|welcomed|university of)\b|\.\s", low)
    )

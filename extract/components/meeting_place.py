"""Where a meeting was held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from whosat.extract.bodies import kind_of_body
from whosat.extract.components.dates import Dated, dates_in, time_in
from whosat.extract.components.place_words import NO_PLACE, STOP, WORDS
from whosat.extract.components.records import Extent
from whosat.extract.components.roster_headings import heading_of
from whosat.extract.components.roster_scores import name_score
from whosat.extract.document import BlockKind, Document

_TOP: Final = 3500
_HEAD: Final = 1800
_LABEL: Final = re.compile(
    r"(?:^|\n|\t|\s{2,}|\|\s*|\*\*)\W{0,4}(?:meeting )?(?:(?:venue|location|place|"
    r"room(?=\s*:))(?: of (?:the )?"
    r"meeting)?|where|held (?:at|in|via)|at)(?:\s*/\s*\w+)?(?:\s*:|\s*\t|\s+[–-]\s|"
    r"\s+(?=[A-Z]))\s*(?P<place>[^\n]{3,160})|"
    r"(?<=\s)(?:(?-i:VENUE|LOCATION)\s+(?=[A-Z0-9])|(?-i:Venue)\s+(?=[A-Z][a-z])|"
    r"(?-i:Venue|Location|Place|VENUE|LOCATION|PLACE|HELD AT|Held at|"
    r"(?<=;\s)place)\s?:\s*)(?P<within>[^\n]{3,160})",
    re.IGNORECASE,
)
_VERB: Final = re.compile(
    r"\b(?:(?P<weak>meeting|session)|held|took place|met|convened|conducted|hosted|occurred|gathered|"
    r"assembled|(?:called|brought|came) (?:[\w’']+ ){0,7}to order|opened (?:[\w’']+ ){1,6}meeting)\b",
    re.IGNORECASE,
)
_ITEM: Final = re.compile(r"\W*\d{1,2}[.)]\s")
"""The beginning of an agenda's item, which may name another meeting."""
_OF_OTHERS: Final = re.compile(r"conducted|hosted|occurred|gathered|assembled", re.IGNORECASE)
"""Verbs of many things: of a meeting only where the line has named one."""
_MEETING: Final = re.compile(
    r"\b(?:meeting|session|agm|assembly|board|committee|council|members)\b", re.IGNORECASE
)
_NOT_THIS: Final = re.compile(
    r"\b(?:will|would|should|could|(?-i:may)|might|last|next|previous|since|seat|possibly|"
    r"future|another|later|annually)\b",
    re.IGNORECASE,
)
_RUN: Final = re.compile(
    # what may stand between the verb and the place: never the end of a sentence, and a new line only where
    # it goes on ("held on 17 May" / "at 10 a.m. in the hall")
    r"(?:[^.\n;|]|(?<=[\d\s][AaPp])\.(?=\s?[Mm]\b)|(?<=[AaPp]\.[Mm])\.|(?<=[AaPp]\. [Mm])\.|(?<=\d)\.(?=\d)|"
    r"(?<=\b(?:[Mm]on|[Tt]ue|[Ww]ed|[Tt]hu|[Ff]ri|[Ss]at|[Ss]un|[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Jj]un|[Jj]ul|"
    r"[Aa]ug|[Ss]ep|[Oo]ct|[Nn]ov|[Dd]ec))\.|(?<=\d(?:st|nd|rd|th))\.|(?<=\b(?:St|Dr|Rd|Mt))\.|"
    r"\.(?=\s+(?i:at|via)\s)|(?<=\b(?:Univ|Bldg|Dept|Conf|Prof))\.|(?<=\b(?:Ave|Rev))\.|"
    r"(?<=\binst)\.|(?<=\b[A-Z])\.(?=\s[A-Z])|"
    r"(?<=(?i:ary|rch|ril|may|une|uly|ust|ber))\s*\n\s*(?=\d)|"
    r"\.?\s*\n\s*(?!(?i:(?:on|in|at|around) (?:the )?(?:call|room|chair|table|attendance))\b)"
    r"(?=(?i:at|in|on|via|within|from|commencing|starting)\b|"
    r"(?i:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
    r"\d{1,2}(?:\s?(?:st|nd|rd|th)\b|[.:]\d\d|\s?[ap]\.?m\b))|"
    r"(?<=\b(?:at|AT|in|IN|on|ON))[^\S\n]*\n\s*(?=[A-Z\d])|"
    r"(?<=,)[^\S\n]*\n\s*(?=[A-Z\d])|(?<=[A-Z]{3})[^\S\n]*\n[^\S\n]*(?=[A-Z]{2,} ON\b))*"
)
_LEAD: Final = re.compile(
    r"(?:(?<![\w’'])|(?=@))(?:at|@|in|within|inside|via|using|through|by|on(?=\s+(?:(?:ms|"
    r"microsoft)\s+)?(?:teams|zoom)))"
    r"\s+(?!which\b|(?:the\s+)?(?:chair|absence|attendance|presence|order|accordance|public\b|"
    r"private\b|person\b|"
    r"clerk|secretary|president|mayor(?!['’]s)|committee\b(?! rooms?)|board\b(?! rooms?)|following|"
    r"above)\b|(?:[01]\d|2[0-3])[0-5]\d\b(?!\s+[A-Z])|\d{1,2}"
    r"(?:[.:]\d\d|\s?[ap]\.?m|\s?noon|\d\d\s?(?:h\b|hrs|hours)))",
    re.IGNORECASE,
)
_TALK: Final = re.compile(
    r"\b(?!(?:on|at|from|of|the|held|and|to|until|noon|day|am|pm|hrs|hours|in|this|st|nd|rd|th)\b)[a-z]{2,}"
)
"""Words that lead away from where a date or "meeting" leaves off: then what follows is no place of it."""
_BY: Final = re.compile(r"by|using|through|via", re.IGNORECASE)
_REMOTE: Final = re.compile(
    r"(?<![\w/.@-])(?:zoom|(?:(?:ms|microsoft) )?teams|(?:cisco )?webex(?: meetings?)?|google ?meet|"
    r"skype|blue ?jeans|jitsi|gotomeeting|big ?blue ?button|"
    r"video ?-?conference|tele ?-?conference|conference call|telephone)\b(?![./])",
    re.IGNORECASE,
)
_PREMISES: Final = re.compile(
    r"(?!(?:a|an|its|their|his|her|this|that|order|which|private|public)\b)(?:[A-Za-z][\w’'-]*\s+){0,3}?"
    r"(?:home|house|premises|residence|(?:\w+ )?rooms?|offices?|boardroom|club ?house|vestry|"
    r"staff ?room|library|"
    r"hall|school|church|pavilion|schoolroom|schoolhouse|vicarage|rectory|manse|village hall|chambers?|gym|"
    r"caf[eé]|pub|hut|studio|lounge|canteen|foyer|centre|center|hotel|inn|barn)\b"
)
"""A place in small letters: "the vestry", "the old school hall", "Martin's house"."""


def _cut(place: str) -> str:
    """The place without the date, time and what comes after."""
    dated = dates_in(place)
    if dated:
        place = place[: dated[0].start] if dated[0].start > 3 else place[dated[0].end :]
    stop = STOP.search(place)
    place = place[: stop.start()] if stop else place
    place = re.sub(
        r"^(?:(?:at|@|in|via|by|on|using|within)\s+)+", "", place.strip(" ,.–—-*_#|\t"), flags=re.IGNORECASE
    )
    place = re.sub(
        r",?\s+(?:on|at|from|and|commencing|starting)(?: the)?$",
        "",
        place.strip(" ,.–—-*_|@"),
        flags=re.IGNORECASE,
    )
    place = _paired(re.sub(r"^(?:the|THE)\s+", "", place))
    return (
        place
        if place[:1].isupper()
        or place[:1].isdigit()
        or WORDS.match(place)
        or _PREMISES.match(place)
        or _REMOTE.match(place)
        else ""
    )


def _shortened(place: str) -> str:
    """The first parts of a place that a conversion has run together with what follows it."""
    if len(place) < 140 or "," not in place[:110]:
        return place
    return place[: place.rindex(",", 0, 110)]


def _paired(place: str) -> str:
    """Without a bracket that only opens or only closes at its end."""
    if place.count("(") > place.count(")"):
        place = place[: place.rindex("(")]
    return place.strip(" ,.:–—-") if place.count("(") >= place.count(")") else place.strip(" ,.:–—-()")


def place_in(document: Document, date: Dated | None, body: str | None = None) -> tuple[str, Extent] | None:
    """The place and where it stands: after a label, after "held … at", or a line beside the date that
    reads like one; never the name of the body itself."""
    text = document.text
    roster = _roster_at(document, date)
    return (
        _labelled(text)
        or _held(text, date, 0, roster)
        or _near_date(document, date, body)
        or _held(text, date, roster, _HEAD)
        or _remote(text, date)
    )


def _roster_at(document: Document, date: Dated | None) -> int:
    """Where the first heading of a roster stands below the date: what is said after it tells of much."""
    at = date.end if date is not None and date.end < _HEAD else 0
    for row in re.finditer(r"(?<=\n)[^\n]+", document.text[at:_HEAD]):
        if (heading := heading_of(row.group())) and heading.state:
            return at + row.start()
    return _HEAD


def _labelled(text: str) -> tuple[str, Extent] | None:
    for found in _LABEL.finditer(text, 0, _TOP):
        said = "place" if found["place"] else "within"
        bare = re.match(r"\W*(?:at|where|held at)\b(?!\s*:)", found.group().strip(), re.IGNORECASE)
        if bare and (found.start() > 900 or not WORDS.search(found[said])):
            continue
        place = _shortened(_cut(found[said]))
        if not place and not bare and WORDS.search(found[said]):
            place = found[said].strip(" .,*_|")  # in small letters: "Venue: surgery waiting room"
        at = re.match(r"\W*at\b", found.group(), re.IGNORECASE)
        named = at and name_score(re.sub(r"\s*\(.*", "", place)) >= 0.75  # "AT: Ann Bell", from Austria
        if _is_named(place) and not named:
            return _found(text, place, found.start(said))
    return None


def _line_before(text: str, at: int) -> str:
    return text[max(0, at - 200) : at].rsplit("\n", 1)[-1]


def _held(text: str, date: Dated | None, since: int, until: int) -> tuple[str, Extent] | None:
    """ "… held on 4 May at 7 p.m. in the Parish Room", and the same right after the meeting's date."""
    starts = [
        (found.end(), bool(found["weak"]))
        for found in _VERB.finditer(text, since, until)
        if not (found["weak"] and (found.start() > 700 or _ITEM.match(_line_before(text, found.start()))))
        and not (_OF_OTHERS.match(found.group()) and not _MEETING.search(_line_before(text, found.start())))
        and not _NOT_THIS.search(text[max(0, found.start() - 60) : found.start()].rsplit("\n", 1)[-1])
    ]
    if date is not None and since <= date.end < until:
        starts.append((date.end, True))
    for start, weak in starts:
        run = _RUN.match(text, start, start + 260)
        if run is None:
            continue
        for lead in _LEAD.finditer(text, run.start(), run.end()):
            if weak and _TALK.search(text, start, lead.start()):
                break
            rest = text[lead.end() : run.end()]
            if _BY.match(lead.group()) and not _REMOTE.match(rest):
                continue
            bare = re.sub(r"^(?:the|THE)\s+", "", rest)
            if not re.match(r"[^\W_a-z]|(?i:video|tele|zoom|online)", bare) and not _PREMISES.match(bare):
                continue
            place = _shortened(_cut(" ".join(rest.split())))
            if _is_named(place):
                return _found(text, place, lead.end())
    return None


_ROOM_CODE: Final = re.compile(r"[A-Z]{1,3}[ .-]?[A-Z]?\d{3,4}[A-Za-z]?")
"""A room's letters and number: "MB1012", "DH 204"."""


def _is_named(place: str) -> bool:
    return (
        len(place) > 2
        and len(place) < 140
        and bool(re.search(r"[A-Za-z]{3}", place) or _ROOM_CODE.fullmatch(place))
        and time_in(re.sub(r"\b[A-Z]\d[\w.]*", "", place)) is None  # "Room B2.14" is no time
        and "://" not in place
        and " > " not in place
        and not NO_PLACE.match(place)
    )


def _found(text: str, place: str, start: int) -> tuple[str, Extent]:
    at = text.find(place, start)
    if at < 0:  # broken over lines
        at = text.find(place.split()[0], start)
    return place, (at, at + len(place))


def _near_date(document: Document, date: Dated | None, body: str | None) -> tuple[str, Extent] | None:
    """A line at the top that has a place's words and is no heading, no person, no body's title."""
    rostered = False  # a roster above the date
    for block in document.blocks:
        if (
            block.start > (date.end + 500 if date else 1200)
            or block.kind is BlockKind.FURNITURE
            or block.cells
        ):
            continue
        at = block.start
        for row in document.text[block.start : block.end].split("\n"):
            heading = heading_of(row)
            if heading and not (heading.state or (heading.group and heading.rest >= len(row.rstrip()))):
                heading = None
            if at > 1500 or (heading and (date is None or at > date.start)):
                return None
            if heading and not heading.state and _TITLE.search(row):
                heading = None  # "Board Meeting no. 31"
            rostered = bool(heading) or (rostered and not _TITLE.search(row))
            on = date is not None and at <= date.start < at + len(row)
            beside = on or (
                date is not None and at > date.end and document.text.count("\n", date.end, at) <= 2
            )
            above = date is not None and at < date.start and _is_above(document.text, row, at, date)
            if above and (town := _TOWN_LINE.fullmatch(row.strip())) and not _is_body(row, body):
                return _found(document.text, town.group(), at)
            for place in _pieces(row, date.start - at if on and date else None):
                if (
                    not (rostered and not on)
                    and not (not on and _heads_page(document.text, at, place))
                    and _is_named(place)
                    and not _is_body(place, body)
                    and ((WORDS.search(place) and _is_place(place)) or (beside and _may_be_place(place)))
                ):
                    return _found(document.text, place, at)
            at += len(row) + 1
    return None


_TITLE: Final = re.compile(r"\b(?:minutes?|notes?|meeting|agenda)\b", re.IGNORECASE)


def _heads_page(text: str, at: int, place: str) -> bool:
    """Whether a line is the very first and names a street, as bodies do: "Copthorne Way", "Residents"."""
    return not text[:at].strip() and "," not in place and not _ROOM.search(place.lower())


def _is_above(text: str, row: str, at: int, date: Dated) -> bool:
    """Whether a line that names nobody stands right above the date's."""
    return not text[at + len(row) : date.start].strip() and name_score(row.strip()) < 0.6


_LEADS_DATE: Final = re.compile(r"(?:^|[–—|\t]|\s-\s)\s*(?P<place>[^–—|\t]{3,80}?)(?:,|\s[–—-]{1,2})?\s*$")
_LAST_PARTS: Final = re.compile(r",\s(?P<place>[A-Z][^,:–—\t]{3,50}(?:,\s[A-Z][^,:–—\t]{2,30})?),\s$")
"""What stands between the last commas before a date: "9th Committee, Castle Hotel, Wenlow, 30 Jan"."""
_TOWN: Final = re.compile(
    r"[A-ZÀ-Þ][a-zß-ÿ]+(?:[ -](?:(?:sur|an|am|upon|on|de|la|le|les|en|by|"
    r"in)[ -])?[A-ZÀ-Þ][a-zß-ÿ]+){0,2}(?:, (?:[A-Z]{2}|[A-Z][a-zß-ÿ]+(?: [A-Z][a-zß-ÿ]+)?))?"
    r"(?=,|\s[–—-])"
)


_TOWN_SAID: Final = re.compile(
    r"\b(?:(?:[Mm]eeting|[Ss]ession|MEETING|"
    r"SESSION)[,:]? (?:\(|in )?|[Mm]inutes, )(?P<town>[A-Z][a-zA-Z]+(?: [A-Z][a-zA-Z]+)?),?\s*$"
)
_SAID_BEFORE: Final = re.compile(
    r"\b(?:[Mm]eeting|[Ss]ession),\s(?P<place>[^–—|\t]{3,80}?),?\s(?:on\s)?(?:the\s)?$"
)
"""A town between the meeting and its date: "Minutes of the 9th meeting, Geneva, 12 May 1974"."""
_TOWN_LINE: Final = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?, [A-Z][a-zA-Z]+(?: [A-Z][a-z]+)?")


def _pieces(row: str, date_at: int | None) -> Iterator[str]:
    """What of a line may be a place: what comes after its date and time, and what stands right before."""
    if len(row) < 160:
        yield _cut(_after_date(row))
    elif date_at is not None:
        place = _cut(_after_date(row[date_at : date_at + 200], flat=True))
        if WORDS.search(place):
            yield place
    if date_at and (said := _TOWN_SAID.search(row[:date_at])) and not dates_in(said["town"]):
        yield said["town"]
    if date_at and (told := _SAID_BEFORE.search(row[:date_at])) and WORDS.search(told["place"]):
        yield told["place"]
    if date_at is not None and len(parts := re.split(r"\s{3,}|\t", row)) > 1:
        yield from (place for part in parts if WORDS.search(place := _cut(_after_date(part))))
    if date_at and (last := _LAST_PARTS.search(row[:date_at])) and WORDS.search(last["place"]):
        yield last["place"]
    if date_at and (before := _LEADS_DATE.search(row[:date_at])):
        place = before["place"].strip()
        town = _TOWN.match(row[:date_at])
        if WORDS.search(place) or (town and town.end() >= before.end("place")):
            yield place


def _remote(text: str, date: Dated | None) -> tuple[str, Extent] | None:
    """A meeting over the wire that says so in its title: "ZOOM MEETING", "(Zoom)"."""
    end = min(700, date.end + 120 if date else 700)
    found = next(
        (
            one
            for one in _REMOTE.finditer(text, 0, end)
            if not re.search("conference|tele", one.group(), re.I)
        ),
        None,
    )
    return (found.group(), found.span()) if found else None


def _is_body(place: str, body: str | None) -> bool:
    """Whether a line is the title of the body that met."""
    words = re.findall(r"\w+", place.lower())
    return body is not None and not set(words) - {*re.findall(r"\w+", body.lower()), "the", "of"}


def _after_date(row: str, *, flat: bool = False) -> str:
    """What of a line comes after its date and time; the line itself without them."""
    dated = dates_in(row)
    rest = row[dated[0 if flat else -1].end :].lstrip(" \t,.:|•·–—-") if dated else row
    return re.sub(
        r"^[\s,.:|•·–—-]*(?:at |from )?\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?m\.?|hrs|"
        r"hours)?\.?(?:\s*(?:-|–|to|until)\s*(?:mid-?day|noon|midnight|"
        r"\d{1,2}(?:[.:]\d\d)?)\s*(?:[ap]\.?m\.?)?)?[\s,:|•·–—-"
        r"]*",
        "",
        rest,
        flags=re.IGNORECASE,
    )


def _may_be_place(place: str) -> bool:
    """A few capitalised words right below the date that are nobody's and no body's name."""
    return (
        bool(
            re.fullmatch(
                r"(?:The )?(?:[A-Z][\w’'.-]*|\d[\w.]*)(?:,? (?:[A-Z][\w’'.-]*|of|the|\d[\w.]*)){0,5}",
                place,
            )
        )
        and name_score(place) < 0.6
        and not re.search(
            r"\b(?:minutes|meeting(?! house\b)|agenda|board|committee|panel|present|members|attendees|"
            r"apologies|notes|actions?|welcome|draft|confidential|official|executive|"
            r"forum|group|partnership|council|number|item|ref|m(?:tg|gt)|cttee|names?|roles?|titles?|"
            r"initials|"
            r"organi[sz]ations?|positions?|representing)\b",
            place,
            re.IGNORECASE,
        )
        and kind_of_body(place) is None
    )


_ROOM: Final = re.compile(
    r"\b(?:rooms?|chambers?|offices?|hall|house|boardroom|centre|zoom|teams|library|guildhall|online|"
    r"rm|hq|headquarters|"
    r"building)\b"
)


_PREMISES_END: Final = re.compile(
    r"\b(?:house|hall|room|rooms|centre|lodge|inn|pavilion|library|school|hotel)$"
)


def _is_place(place: str) -> bool:
    low = place.lower()
    if re.search(
        r"^(?:the )?office of\b|\b(?:minutes|meeting(?! (?:house|place|room)s?\b)|agenda|called|m(?:tg|"
        r"gt)|cttee)\b"
        r"(?! rooms?)|\b(?:association|society|federation|district)$|\b(?:ltd|limited|llp)\b",
        low,
    ):
        return False
    if "," in place and name_score(place.split(",")[0].strip()) >= 0.85 and not _ROOM.search(low):
        return False
    if "(" in place and name_score(place.split("(")[0].strip()) > 0.8:
        return False
    if re.search(
        r"\b(?:minutes|meeting(?! (?:house|place)\b)|agenda|committee|board|panel|partnership|council|senate|"
        r"group|governors|action|notes|present|apologies|trust$|executive|forum)\b",
        low,
    ) and not _ROOM.search(low):
        return False
    return (
        (len(place.split()) >= 2 or bool(_ROOM.search(low)))
        and len(place) < 130
        and (name_score(place) < 0.9 or _PREMISES_END.search(low) is not None)
        and not re.search(r"\b(?:was|were|welcomed|met|held)\b|(?<!\b\w)\.\s|[•]|\s{3}", low)
        and not (re.search(r"\buniversity of\b", low) and not _ROOM.search(low))
    )

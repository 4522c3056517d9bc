"""The headings of rosters: which words open a list of people, and what they say of those below.

A heading says how people stood to the meeting (`state`), or in which capacity (`group`), or both:
"Apologies" is a state, "Officers" a group, "Officers present" both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from whosat.extract.components.roster_heading_keys import (
    ANSWERED,
    AT_REQUEST,
    BY_WIRE,
    FILL,
    FOR_ITEMS,
    KEYS,
    NO_LIST,
    NO_VOTE,
    ONE_OF_THEM,
    PLACED,
    SEAT,
    STANDING_IN,
    WHO_BELONGS,
    Group,
    State,
)
from whosat.extract.components.roster_heading_whose import FOR_WHOM, standing_for, whose
from whosat.extract.components.roster_heading_words import (
    BARE,
    BRACKETED,
    LEGEND,
    MIXED,
    OVER_COLUMNS,
    PEOPLE,
    STOP,
    TITLED,
)
from whosat.extract.components.roster_offices import are_offices
from whosat.extract.components.roster_scores import body_score, chair_role, name_score
from whosat.extract.components.roster_words import NO_NAME_WORDS
from whosat.extract.names import TITLES, is_title
from whosat.extract.names_told import remembered


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says, and where the words after it on the same line begin (its end where none do)."""

    state: State | None
    group: Group | None
    end: int
    rest: int
    role: str | None = None
    organisation: str | None = None
    mixed: bool = False


_PATTERNS: Final = tuple(
    (re.compile(rf"(?<![\w-])(?:{key})(?![\w-])"), state, group) for key, state, group in KEYS
)
_NUMBER: Final = re.compile(
    r"(?:(?:item|minute|agenda item|section)\s+)?(?:(?:(?!W?PC(?:SO)? ?\d)[A-Z]{1,4}[ "
    r"/-]?)?\d{1,4}(?:[./]\d{1,4}){0,3}[.):]?|(?-i:[ivx]{1,4}[.)]|[a-z][.)]|[A-Z]\)|"
    r"[A-Z]\.(?=\s+(?i:roll call|attendance|(?:members |those |staff )?present|absent|excused|apolog)))|"
    r"\([a-z0-9]{1,3}\)|#{1,6})\s+(?=\S)",
    re.IGNORECASE,
)
_DECOR: Final = " \t\xa0*_#>|<"
_HEAD_WORD: Final = re.compile(r"[\w'’/()&-]+")
_LONGEST: Final = 90


def _core(text: str) -> tuple[int, int]:
    """Where the heading's words begin, after numbers, marks and tags, and where the line's words end."""
    start = len(text) - len(text.lstrip(_DECOR))
    for _ in range(2):  # "C048/23 1. APOLOGIES"
        number = _NUMBER.match(text, start)
        start = number.end() if number else start
    while start < len(text) and text[start] in _DECOR:
        start += 1
    return start, len(text.rstrip(_DECOR))


_SPLIT: Final = re.compile(
    r"\s*(?::|;|(?<=[A-Za-z]{2})\s=\s(?=[A-Z][a-z])|\s\||\s[-–—]|\t|[ \xa0]{3,}|"
    r"(?<!\b[A-Z])\.(?:\s|$)|–|—|\*\*)\s*"
)


_PREFIXES: Final = ("ex", "non", "co", "vice")


@remembered(4096)
def heading_of(text: str) -> Heading | None:
    """The roster heading a line is or begins with, else None; offsets are into `text`."""
    start, stop = _core(text)
    if stop - start < 2 or len(LEGEND.findall(BRACKETED.sub("", text[:300]))) > 1:
        return None
    if " | " in text[start : start + 60] and (told := _behind_bar(text, start)):
        return told
    until = min(stop, start + _LONGEST + 3)
    cut = _SPLIT.search(text, start, until)
    if cut and cut.group() in "–—" and re.split(r"\W", text[start : cut.start()])[-1].lower() in _PREFIXES:
        cut = _SPLIT.search(text, cut.end(), until)
    first = cut.start() if cut else stop
    if first - start <= _LONGEST and text.count("(", start, first) <= text.count(")", start, first):
        colon = bool(cut and (":" in cut.group() or _stands_before_name(cut, text, start)))
        found = reads_heading(text[start:first], colon)
        if found and cut and text[first] == "." and _WERE_THERE.match(text, start, first):
            return None
        if found:
            rest = cut.end() if cut else stop
            while rest < stop and text[rest] in _DECOR + ":-–—/":
                rest += 1
            mixed = bool(MIXED.search(text, start, first))
            return Heading(found[0], found[1], first, min(rest, stop), found[2], found[3], mixed)
    return _undelimited(text, start, stop)


_WERE_THERE: Final = re.compile(r"The [^.:]{3,60} (?:was|were) (?:also )?(?:in attendance|present)$")
"""A sentence of those whom it names by their post: "The Town Clerk was in attendance."."""


def _stands_before_name(cut: re.Match[str], text: str, start: int) -> bool:
    """Whether a tab or a dash does a colon's work: "Minutes - Ann Bell"."""
    if "\t" in cut.group():
        return TITLED.match(text, cut.end()) is not None
    if not _DASHED.fullmatch(text, start, cut.end()):
        return False
    first = re.split(r"\s*[,(;/]", text[cut.end() : cut.end() + 60], maxsplit=1)[0].strip(" .*_")
    return name_score(first) >= 0.75


_DASHED: Final = re.compile(
    r"(?:minutes?|notes?|scribe|observers?|guests?|officers|staff|secretariat)\s*[-–—]\s*", re.IGNORECASE
)


def _behind_bar(text: str, start: int) -> Heading | None:
    """ "NGĀ WHAKAPĀHA | APOLOGIES: Ann Bell": a heading behind the same words in another language."""
    bar = text.index(" | ", start)
    if not _FOREIGN.fullmatch(text, start, bar) or reads_heading(text[start:bar], True):
        return None
    told = heading_of(text[bar + 3 :])
    if told is None or told.state is None or name_score(text[start:bar]) >= 0.6:
        return None
    return replace(told, end=told.end + bar + 3, rest=told.rest + bar + 3)


def _undelimited(text: str, start: int, stop: int) -> Heading | None:
    """ "Present Cllr Ann Bell, …": a heading word and then a name, nothing between."""
    found = BARE.match(text, start, stop)
    if not found:
        return None
    rest = text[found.end() : stop]
    first = re.split(r"[,(;–:]| - | and |\t", rest, maxsplit=1)[0].strip()
    office = chair_role(first) and rest[len(first) :].lstrip()[:1] == "("  # "Present Chairman (Mr Bell), …"
    named = name_score(first) >= 0.75 or (_BY_FIRST.match(found.group()) and _FIRST_ONLY.fullmatch(first))
    if not (TITLES.match(rest) or office or named or are_offices(rest[:400])):
        return None
    read = reads_heading(found.group().strip(" ,/–-").removesuffix(" were").removesuffix(" was"), False)
    return Heading(read[0], read[1], found.end(), found.end(), read[2]) if read else None


_BY_FIRST: Final = re.compile(r"(?i:apols|minutes by|notes by)")
_FIRST_ONLY: Final = re.compile(r"[A-Z][\w’'-]+(?: [A-Z])?\.?(?:\s(?:and|&)\s[A-Z][\w’'-]+(?: [A-Z])?\.?)?")
"""First names alone: "Notes by Marcus D.", "Apols Ollie & Prue"."""
Reading = tuple[State | None, Group | None, str | None, str | None]


@remembered(4096)
def reads_heading(phrase: str, colon: bool) -> Reading | None:
    """What a phrase says where it is a roster heading and nothing else."""
    low = re.sub(r"\s+", " ", phrase.lower().strip(" .,;:*_")).replace("s'", "s").replace("s’", "s")
    low = low.replace("w/o ", "without ").replace("w/ ", "with ")
    low = OVER_COLUMNS.sub(r"\1", low)
    low = _EXCUSED.sub(" with apologies", low) if low.startswith(_AWAY_LEADS) else low
    if "(" in low or "[" in low:
        bare = re.sub(r"\s*[\[(][^)]*[)\]]?\s*", " ", low).strip()
        low = f"non-voting {bare}" if NO_VOTE.search(low) else bare
    low = PLACED.sub(r"\1", low) if colon else low
    low = ONE_OF_THEM.sub("", FOR_ITEMS.sub("", low))
    if not low or len(low.split()) > 12 or low.startswith(NO_LIST) or SEAT.search(low):
        return None  # "(Applications) for leave of absence", "Election of officers" are items
    if WHO_BELONGS.match(low):
        return None
    if ANSWERED.fullmatch(low):
        return State.PRESENT, None, None, None
    if colon and BY_WIRE.fullmatch(low):
        return State.PRESENT, None, None, None
    if asked := AT_REQUEST.search(low):
        low = low[: asked.start()].strip()
        if not low:
            return State.IN_ATTENDANCE, Group.GUEST, None, None
        if colon and (sender := re.match(r"\s*from\s+(?:the\s+)?(?=[A-Z])", phrase, re.IGNORECASE)):
            return State.IN_ATTENDANCE, Group.GUEST, None, phrase[sender.end() : asked.start()].strip(" ,")
    if colon and STANDING_IN.fullmatch(low):
        return State.IN_ATTENDANCE, Group.GUEST, None, None
    if whom := FOR_WHOM.match(phrase):
        return standing_for(phrase[whom.end() :].strip(" :"), whom["present"])
    state, group, left, keyed = _keys(low)
    if left and keyed and "/" in phrase and (told := _in_two_languages(phrase, colon)):
        return told
    if not keyed:
        return None
    organisation = _after_from(phrase, left, colon) or whose(phrase) if left else None
    if (
        left
        and organisation is None
        and not (_ends_in_people(phrase, left) or (colon and _ends_in_state(phrase, left)))
    ):
        return None
    if not _is_plain(low, state, group, colon):
        return None
    if group is Group.MINUTES and state is None and any(char.isdigit() for char in low):
        return None  # "Minutes, 6 March 2017" is a title
    role = (
        {Group.CHAIR: "chair", Group.VICE_CHAIR: "vice chair", Group.CLERK: "clerk"}.get(group)
        if group
        else None
    )
    if state in (State.APOLOGIES, State.ABSENT) and group is Group.GUEST:
        return state, None, None, organisation
    role = role or next((one for one in ("observer", "secretary", "treasurer") if low.startswith(one)), None)
    return state, group, role, organisation


SEVERAL_CHAIRS: Final = frozenset(
    f"{whose}{chairs}"
    for whose in ("", "wg ", "group ", "meeting ", "working group ", "joint ", "session ")
    for chairs in ("chairs", "co-chairs", "cochairs", "co chairs", "chairmen", "convenors", "conveners")
)
"""Those who lead a working group together; below a roster rather the chairs of something else."""
_AWAY_LEADS: Final = ("absent", "absence", "members absent", "not present", "not attending")
_EXCUSED: Final = re.compile(r"\s*[\[(](?:with )?(?:excused?|apolog(?:y|ies)|leave|notice|permission)[)\]]")
"""Behind "Members absent": they had sent apologies."""
_FOREIGN: Final = re.compile(r"[^\W\d_][\w’' -]*")


def _in_two_languages(phrase: str, colon: bool) -> Reading | None:
    """ "Apologies/Ngā whakapahā", "Tuhinga/Present:": one heading, said again in another language."""
    parts = [part.strip() for part in phrase.split("/")]
    if len(parts) != 2 or not all(_FOREIGN.fullmatch(part) and len(part.split()) < 5 for part in parts):
        return None
    read = [reads_heading(part, colon) for part in parts]
    if (read[0] is None) == (read[1] is None):
        return None
    told, other = (read[0], parts[1]) if read[0] else (read[1], parts[0])
    words = other.lower().split()
    english = any(word in NO_NAME_WORDS or word in FILL for word in words)
    english = english or (name_score(other) >= 0.5 and not (told and told[0]))  # "Treasurer / Ann Bell"
    return told if told and (told[0] is not None or colon) and not english else None


def _keys(low: str) -> tuple[State | None, Group | None, list[str], bool]:
    """States and groups told by a phrase's key words, and the words that are neither key nor filling."""
    state: State | None = None
    group: Group | None = None
    keyed = False
    rest = low
    for pattern, told_state, told_group in _PATTERNS:
        if not pattern.search(rest):
            continue
        keyed = True
        state = state or told_state
        group = group or told_group
        rest = pattern.sub(" ", rest)
    left = [word for word in _HEAD_WORD.findall(rest) if word not in FILL and not _DATED.fullmatch(word)]
    if state is not None and group is Group.MINUTES:
        group = None  # "… MINUTES Trustees present" in a flattened line
    if re.search(r"\bstaff members? in attendance", low):
        return State.IN_ATTENDANCE, Group.GUEST, left, keyed
    if re.search(
        r"\bmembers? in attendance|attendance by members|"
        r"^(?:(?:record|register) of )?(?:attend\w+|present)(?: and |, | & |\s?/\s?)"
        r"(?:apolog|(?:leave of )?absen)",
        low,
    ):
        state = State.PRESENT
    return state, group, left, keyed


_DATED: Final = re.compile(r"\d+(?:st|nd|rd|th)?(?:[./-]\d+){0,2}")
"""A number, or a day in figures: "Present on 2025-02-06:"."""
_FROM: Final = re.compile(r"\b(?:from|of|representing|for)\s+(?:the\s+)?(?P<body>[A-Z].*)$")


def _after_from(phrase: str, left: list[str], colon: bool) -> str | None:
    """ "Officers from Barset Council:" names an organisation for all below."""
    found = _FROM.search(phrase)
    if not found or not colon:
        return None
    body = found["body"].strip(" :")
    inside = all(word in body.lower() for word in left)
    return (
        body
        if inside and body_score(body) >= 0.6 and not re.search(r"apolog|present\b", body, re.I)
        else None
    )


def _ends_in_people(phrase: str, left: list[str]) -> bool:
    """ "LSP Officers", "Barset Council Members": a few capitalised words and then a word for people."""
    return len(left) <= 3 and bool(PEOPLE.fullmatch(phrase.strip()))


_STATE_LAST: Final = re.compile(
    r"(?P<whose>[A-Z].*?)\s+(?:(?i:(?:not )?present|absent|excused|(?:not )?in attendance|(?:not )?attending|"
    r"(?:un|not )able to attend))"
)
_LINK: Final = frozenset("and of the for & in to".split())


def _ends_in_state(phrase: str, left: list[str]) -> bool:
    """ "Ex-Officios and Consultants Present": capitalised words for groups, and then how they stood."""
    said = _STATE_LAST.fullmatch(phrase.strip(" :"))
    if said is None or len(left) > 4 or any(map(is_title, said["whose"].split())):
        return False
    words = re.findall(r"[^\s,]+", said["whose"])
    people = words[-1].lower() in FILL and words[-1].endswith("s")  # "SAP members present"
    told = words[-1][0].isupper() or "-" in words[0] or people
    if len(words) < 3 and words[-1].endswith("s") and told:
        return name_score(said["whose"]) < 0.5  # "Member-owners present", "Alternates present"
    return (
        len(words) > 2
        and all(word[0].isupper() or word in _LINK for word in words)
        and any(word in _LINK or word.lower() in FILL for word in words)
        and name_score(said["whose"]) < 0.5
    )


_WEAK_ALONE: Final = frozenset(
    """others minutes notes board committee panel executive public press support team partners chairs
    independent external staff membership
    secretary representatives council members chair clerk cabinet officers directors governors trustees
    councillors administration treasurer attendance who here also""".split()
)


def _is_plain(low: str, state: State | None, group: Group | None, colon: bool) -> bool:
    """Words that head other things as well ("Minutes", "Board") need a colon or an accompanying key word."""
    if low in ("who", "here", "there", "in addition"):
        return colon
    if low.endswith(" member") and not colon:
        return False  # somebody's post ("Cabinet Member")
    if state in (State.APOLOGIES, State.ABSENT) or (state is State.PRESENT and group in (None, Group.MEMBER)):
        return not re.search(r"\bof the (?:last|previous)|minutes of\b|matters", low)
    if re.search(
        r"minutes? of|last meeting|previous|matters arising|chair['’]?s? (?:report|update|"
        r"remarks|announce|welcome)|report|update|item",
        low,
    ):
        return False
    if group is Group.MINUTES and not colon and low.endswith(("minutes", "notes")) and " " in low:
        return False  # "Board of Trustees Meeting Minutes" is a title
    if (
        state is None
        and group is not Group.MINUTES
        and low.endswith(" meeting")
        and not low.endswith(("the meeting", "this meeting"))
    ):
        return False  # "Executive Committee Meeting" is a title
    if not colon and _TOWN_BOARD.fullmatch(low):
        return False  # whose minutes these are
    if low in _WEAK_ALONE or (state is None and group is Group.MEMBER):
        return (
            colon
            or low
            in {
                "members",
                "officers",
                "councillors",
                "trustees",
                "directors",
                "governors",
                "chair",
                "clerk",
                "executive members",
                "non-executive members",
            }
            or " " in low
        )
    return True


_TOWN_BOARD: Final = re.compile(
    r"(?:[a-z]+ ){0,2}(?:board|court) of (?:the )?(?:(?:county|town|city|village|township|parish|police) )?"
    r"(?:commissioners|supervisors|alderm[ae]n|select(?:men|persons)|freeholders|jurors)"
)
"""The body that governs a town or county, named by what its members are."""


def closes(text: str) -> bool:
    """Whether a line begins what comes after a roster: an agenda item, the text itself."""
    text = text.lstrip(" —–-•")
    start, stop = _core(text)
    core = text[start:stop]
    return bool(STOP.match(core)) and heading_of(text) is None


def is_numbered(text: str) -> bool:
    """Whether a line begins with an item's number."""
    return bool(_NUMBER.match(text.lstrip(_DECOR)))


def reads_alone(text: str) -> Heading | None:
    """What a word says that heads other things too ("Minutes", "Officers"), where names stand below it."""
    start, stop = _core(text)
    found = reads_heading(text[start:stop], True)
    return (
        Heading(found[0], found[1], stop, stop, found[2], found[3])
        if found and stop - start <= _LONGEST
        else None
    )


def without_number(text: str) -> str:
    """A line without the bullet or number before it."""
    stripped = text.lstrip(" \t*•·-")
    found = _NUMBER.match(stripped)
    return stripped[found.end() :] if found else stripped


__all__ = [
    "SEVERAL_CHAIRS",
    "Group",
    "Heading",
    "State",
    "closes",
    "heading_of",
    "is_numbered",
    "reads_alone",
    "reads_heading",
    "without_number",
]

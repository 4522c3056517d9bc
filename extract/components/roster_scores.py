"""How much words in a roster look like a name, a post, a role or a body, from the words alone."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from whosat.extract.bodies import kind_of_body
from whosat.extract.body_words import BOARD_HEADS, ORGANISATION_HEADS, TOPICS
from whosat.extract.components import roster_words as words
from whosat.extract.names import (
    UPPER,
    is_given_name,
    is_initials,
    is_surname,
    is_title,
    name_at,
    read_inverted,
    spaced,
    strip_title,
    without_generation,
)
from whosat.extract.names_told import remembered
from whosat.ontology.facts import Kind

_ACRONYM: Final = re.compile(
    rf"(?:[{UPPER}&][{UPPER}0-9&/-]{{1,9}}|[{UPPER}]{{1,6}}\d+|"
    rf"[{UPPER}][a-z]?[{UPPER}]{{1,6}}[a-z]?|[{UPPER}]{{2,}}o[{UPPER}]\w*)s?"
)
_HARD: Final = (BOARD_HEADS | ORGANISATION_HEADS) - {
    "church",
    "homes",
    "friends",
    "court",
    "hospital",
    "fund",
    "hall",
}
_HARD_OR_POST: Final = _HARD | {"officer", "manager", "director", "coordinator", "co-ordinator", "adviser"}


@remembered(8192)
def name_score(text: str) -> float:
    """How much a text looks like one person's name, by its own words: 0 not at all, 1 surely."""
    title, cut = strip_title(text)
    read = read_inverted(text) or name_at(text)
    if not read or read.end < len(text):
        return 0.0
    short = read.post_nominals or "," in text
    parts = without_generation(read.name).split() if short else spaced(text[cut:]).split()
    if len(parts) == 2 and parts[1] in words.COUNCILS and not title:
        return 0.0
    if (
        not parts
        or len(parts) > 6
        or any(char.isdigit() for char in (read.name if read.post_nominals else text[cut:]))
    ):
        return 0.0
    low = [part.lower().strip(".'’\"“”()") for part in parts]
    if len(low[-1]) < 2:
        return 0.1  # "Cllr D" goes on: "Cllr D C Higgins"
    if any(is_title(part) for part in parts[:-1]) or low[-1] in words.NEVER_LAST or _KEEPERS.search(text):
        return 0.0
    if title == "MS" and low == ["teams"]:
        return 0.0
    if title:
        if (low[-1] in _HARD_OR_POST and len(low) > 1) or _runs_past_name(parts, low):
            return 0.2  # "DCC Link Officer": letters of a body, and no rank
        if (
            len(low) == 1
            and (not is_title(title.split()[-1]) or title.lower().split()[-1] == "canon")
            and (low[0] in words.JOB_HEADS or low[0] in _HARD)
        ):
            return 0.1  # "General Manager", "General Council": no officer of that name
        longest = 4 if title.lower().strip(".") in words.TITLES_TOO else 2
        short = (
            len(parts[0]) <= longest
            and parts[0].isupper()
            and not title.isupper()
            and not is_surname(parts[0])
        )
        return 0.97 if len(parts) > 1 else 0.3 if short else 0.8  # "Cllr RE" goes on: "Cllr RE Foy"
    if len(parts) == 1:
        return 0.25 if is_given_name(parts[0]) or is_surname(parts[0]) else 0.05
    score = _untitled(parts, low)
    return min(score + 0.2, 0.97) if read.post_nominals and score >= 0.5 else score


_CHAIRS: Final = frozenset(
    "chair chairman chairwoman chairperson secretary treasurer clerk president".split()
)


def _runs_past_name(parts: list[str], low: list[str]) -> bool:
    """Whether a titled run goes on into initials, a post or a body: "Dr Ann Bell AB Clinical Chair"."""
    if len(parts) == 2 and low[1] in _CHAIRS:
        return True  # "Lord Ashby Chairman"
    if len(parts) < 3:
        return False
    shouted = all(map(str.isupper, parts))
    for part, word in zip(parts[2:], low[2:], strict=True):
        if (word in _HARD or word in words.JOB_HEADS or word in words.NO_NAME_WORDS) and not is_surname(word):
            return True
        if not shouted and re.fullmatch(rf"[{UPPER}]{{2,4}}", part) and not is_surname(part):
            return True
    return False


_PARTICLES: Final = frozenset("ó o ní ni mac mc de van von ap ui uí dos du".split())


_LETTERS: Final = re.compile(rf"[{UPPER}][{UPPER}][a-z]{{1,3}}|[{UPPER}][a-z]{{1,2}}[{UPPER}][a-z]{{0,2}}")


_OF_PLACES: Final = frozenset("upper lower great greater mid inner outer red blue".split())
"""With which names of places and bodies begin and nobody's does: "Upper Dale", "Red Cross"."""


def _untitled(parts: list[str], low: list[str]) -> float:
    if low[0] in _PARTICLES and parts[0][-1] != "." and (len(parts) < 3 or parts[1].islower()):
        return 0.3
    if low[0] in _OF_PLACES and parts[0][:1].isupper():
        return 0.1
    given = _is_first(parts[0], parts[-1])
    if re.fullmatch(rf"[{UPPER}]{{2,3}}", parts[0]) and not given:
        return 0.15
    if (
        len(parts) > 1
        and not given
        and _LETTERS.fullmatch(parts[0])
        and re.fullmatch(rf"[{UPPER}]{{4,}}", parts[-1])
    ):
        return 0.0  # "PhD FRSB", "CEnv MCIWEM"
    halves = [half for word in low if "-" in word for half in word.split("-")[1:]]
    if any((half in _HARD or half in words.NO_NAME_WORDS) and not is_surname(half) for half in halves):
        return 0.0
    odd = [
        word
        for part, word in zip(parts, low, strict=True)
        if len(word) > 1
        and not (part.islower() or (word == "cao" and not part.isupper()))
        and (word in words.NO_NAME_WORDS or word in _HARD or word in words.JOB_HEADS)
    ]
    if low[0] == "dean" and len(low) == 2 and odd == ["dean"] and low[1] not in TOPICS:
        odd = []  # a given name as well as a post
    if low[-1] in words.ENDS_OF_FIRMS or low[-1] in INTERESTS:
        return 0.0
    odd = [
        word
        for at, word in enumerate(low)
        if word in odd
        and not (at and given and (is_surname(word) or word in _SURNAMES_TOO) and word not in _HARD)
    ]
    if odd:
        return 0.0 if not given or low[-1] in odd or len(odd) > 1 else 0.25
    if low[0] in words.JOB_LEADS and not given:
        return 0.1
    if len(parts) > 2 and re.fullmatch(rf"[{UPPER}]{{2}}", parts[-1]) and not all(map(str.isupper, parts)):
        return 0.15  # "Ann Bell EH"
    if any(len(part) > 2 and part.isupper() and _ACRONYM.fullmatch(part) for part in parts) and not all(
        map(str.isupper, parts)
    ):
        shouted = [part for part in parts if len(part) > 2 and part.isupper()]
        if not (
            _is_shouted_surname(parts)
            or (len(shouted) == 1 and shouted[0] in (parts[0], parts[-1]) and is_surname(shouted[0]))
        ):
            return 0.15
    known = is_surname(parts[-1])
    score = 0.5 + 0.35 * given + (0.1 if known else 0.0) + (0.05 if len(parts) == 2 else 0.0)
    if not given and not known:
        score -= 0.3 * (len(parts[-1]) == 2 and parts[-1].isupper() and not parts[0].isupper())
        score -= 0.15 * (low[-1].endswith("s") and len(low[-1]) > 4)
    capital = sum(part[0].isupper() for part in parts)
    return min(score - 0.15 * max(0, capital - 3), 0.97)


_SURNAMES_TOO: Final = frozenset("england welsh constable elder parish east".split())
INTERESTS: Final = frozenset("walking cycling riding angling farming tourism fisheries biodiversity".split())
"""What somebody does or speaks for, and no body."""


def _is_shouted_surname(parts: list[str]) -> bool:
    """ "Ruairí NÍ DHOMHNAILL": given names as usual, then only capitals, the last word long enough to be
    no acronym."""
    at = next((k for k, part in enumerate(parts) if len(part) > 1 and part.isupper()), 0)
    return (
        at > 0
        and not (at == _WHOLE == len(parts) - 1 and _is_whole(parts[at - 1]) and not is_surname(parts[-1]))
        and all(part.isupper() for part in parts[at:])
        and len(parts[-1]) > 3
        and parts[-1].lower() not in _HARD
    )


_WHOLE: Final = 2  # a given name and a surname


def _is_whole(word: str) -> bool:
    """Whether a name is at its end with this word, so that capitals behind it are a body's letters."""
    return len(word) > 2 and word.lower() not in _PARTICLES and not is_given_name(word)


def _is_first(word: str, last: str) -> bool:
    """A given name, or initials before the surname; two capitals without stops may be an acronym's."""
    if re.fullmatch(rf"[{UPPER}]{{2,3}}", word):
        return is_surname(last)
    return is_given_name(word) or bool(re.fullmatch(rf"(?:[{UPPER}]\.?-?){{1,3}}", word))


def leads_with_post(text: str) -> bool:
    """Whether a text begins with a post and goes on with its field: "Director of …", "Head of the …"."""
    found = re.match(r"(?:[\w'’/.-]+\s+){0,3}?(?:[\w'’.-]+/)?(?P<head>[\w-]+)\.?\s+(?i:of|for|to)\s", text)
    return bool(found and found["head"].lower() in words.JOB_HEADS)


def is_person(text: str) -> bool:
    """Whether a text alone, without its neighbours, is taken for a name."""
    return name_score(text) >= 0.75


_INNER_CAPITAL: Final = re.compile(
    rf"[a-z]{{1,5}}[{UPPER}]\w|[a-z][\w-]+\.(?:com|org|net|uk|io|me|co|gov|ai|tv|info)\b"
)
"""A name that its owner writes so: "mySociety"."""


def _are_people(parts: list[str], text: str) -> bool:
    """Whether a text names people of some place or kind, who are a body of their own: "Somali Residents"."""
    if len(parts) < 2 or parts[-1] not in words.PEOPLE_ALIKE or not text[:1].isupper():
        return False
    return not all(
        part in words.NO_NAME_WORDS or part in words.JOB_LEADS or part in TOPICS or part in words.JOB_HEADS
        for part in parts[:-1]
    )


_OF_SCHOOLS: Final = re.compile(
    r"(?:[A-Z][\w’'-]+ ){0,2}(?:Special|Secondary|Primary|Nursery|Infants?|Junior|First|Middle)(?: "
    r"Schools?)? "
    r"(?:Head ?[Tt]eachers|Heads|Principals)"
)
"""Those at the head of schools of one kind, who send one of theirs: "Secondary Headteachers"."""


_OF_CALLS: Final = re.compile(r" (?:V?FD|PD|EMS)$")
"""Services that come when they are called, in letters behind a place."""


@lru_cache(maxsize=8192)
def job_score(text: str) -> float:
    """How much a text looks like a post: "Director of Housing", "Chief Executive", "practising barrister"."""
    low = [word.lower().strip(".,'’") for word in re.findall(r"[\w'’/-]+", text)]
    if not low:
        return 0.0
    if re.search(r"\bNEDs?$", text):  # in capitals a post; Ned is a name
        return 0.95
    parts = [part for word in low for part in (word.split("/") if "/" in word else [word])]
    if parts[-1] in words.ENDS_OF_TRADES and len(parts) > 1 and parts[0] not in words.JOB_LEADS:
        return 0.0  # "Poyser Hale Solicitors"
    if len(low) > 1 and parts[0] not in words.JOB_LEADS | words.NO_NAME_WORDS and _OF_CALLS.search(text):
        return 0.0  # "Wenlow FD"
    if re.search(r"(?:[’']s|Primary|Infants?|Juniors?|Academy) CE$", text):
        return 0.0  # a Church of England school
    if _are_people(parts, text) or _OF_SCHOOLS.fullmatch(text):
        return 0.3
    if (
        parts[-1] in words.JOB_HEADS
        or _KEEPERS.search(text)
        or _OF_A_SCIENCE.search(parts[-1])
        or (_SECOND.match(parts[-1]) and parts[-1].split("-", 1)[1] in words.JOB_HEADS)
        or (parts[-1].endswith("s") and parts[-1][:-1] in words.JOB_HEADS and len(parts) > 1)
    ):
        return 0.95
    for at, word in enumerate(parts):
        if (
            (word in words.JOB_HEADS or word in {"keeper", "master", "mistress"})
            and at + 1 < len(parts)
            and parts[at + 1] in {"of", "for", "to", "in", "at", "on", "with", "responsible"}
        ):
            return 0.9 if at < 4 else 0.6
    if text[:1].islower() and not _INNER_CAPITAL.match(text) and kind_of_body(text) is None:
        return 0.6
    named = kind_of_body(text) in (Kind.ORGANISATION, Kind.BOARD)
    if not named and (parts[0] in _LEADS or " ".join(parts[:2]) in _LEAD_PAIRS):
        return 0.7
    if parts[0] in {"group", "area", "service", "senior", "business"} and parts[1:2] == ["manager"]:
        return 0.7  # "Group Manager Infrastructure"
    return 0.1 if any(word in words.JOB_HEADS for word in parts) else 0.0


_KEEPERS: Final = re.compile(
    r"\b(?:harbou?r|dock|wharf|quay|pier|lock|bridge|port|station|head|house|school|choir|band|pack|ring|toll|"
    r"gate|game|park|green|grounds?|book|record|score|time|bee|store|wicket|goal|quarter|pay|post|inn)[ -]"
    r"(?:master|mistress|keeper)s?$",
    re.IGNORECASE,
)
"""Posts in two words that look like a name: "Harbour Master"."""
_SECOND: Final = re.compile(r"(?:vice|deputy|pro|co|sub|under|ex)-")
"""Before a post: "Vice-Provost"."""
_OF_A_SCIENCE: Final = re.compile(r"(?:ologist|iatrician|iatrist|therapist|odontist|optometrist)s?$")
"""How the names of specialists end."""
_LEADS: Final = frozenset(
    """head director chief coordinator co-ordinator deputy assistant interim acting cabinet leader vp pvc
    dvc avp
    principal vice-principal vice-president detective""".split()
)
_LEAD_PAIRS: Final = frozenset(
    f"{first} {second}"
    for first, seconds in {
        "vice": "president principal chancellor dean",
        "parish": "clerk",
        "town": "clerk",
        "clerk": "and",
        "secretary": "and general",
        "governor": "general",
        "attorney": "general",
        "treasurer": "and",
    }.items()
    for second in seconds.split()
)
"""How a post begins whose field follows without a joint: "Vice President Retail"."""
_BODY_OF: Final = re.compile(
    r"(?:[A-Z][\w&’'.-]*\s+)*(?:Association|Federation|Society|Institute|College|Council|"
    r"Confederation|Union|Chamber|Board|Forum|Network|Office|Department|Ministry|"
    r"University|Hospitals|Friends|League|Guild|"
    r"Alliance|Company|Diocese|Academy|Trust|Centre|Committee|School|Institution|Faculty|"
    r"Church|Bank|Campaign|Commission|Group|Panel|Parish)\s+(?:of|"
    r"for)\s+(?:the\s+)?[A-Z].*"
)


def is_body_of(text: str) -> bool:
    """Whether the head word of a body's name stands within it: "Office of the …"."""
    return bool(_BODY_OF.fullmatch(text))


def is_body(text: str) -> bool:
    """Whether a text is the name of a body by its head word, wherever the head stands."""
    return kind_of_body(text) in (Kind.ORGANISATION, Kind.BOARD) or bool(_BODY_OF.fullmatch(text))


@remembered(8192)
def body_score(text: str) -> float:
    """How much a text looks like an organisation's name, by its own words."""
    if is_body(text):
        return 0.1 if words.NON_PERSONS.match(text) else 0.95
    parts = text.split()
    if not parts or (text[0].islower() and not _INNER_CAPITAL.match(text)) or len(text) > 120:
        return 0.05
    low = [part.lower().strip(".,()") for part in parts]
    if any(word in _HARD for word in low) or _are_people(low, text) or _OF_SCHOOLS.fullmatch(text):
        return 0.85
    if len(parts) == 1 and (_ACRONYM.fullmatch(text) or low[0] in _LOCAL or _STOPPED.fullmatch(text)):
        return 0.85
    if len(parts) > 1 and (_is_shouted_surname(parts) or (parts[-1].isupper() and is_surname(parts[-1]))):
        return 0.4
    if len(parts) > 1 and parts[-1] in words.COUNCILS and not text.isupper():
        return 0.85
    letters = any(_ACRONYM.fullmatch(part) and len(part) > 2 for part in parts)
    if letters and not all(part.isupper() for part in parts) and name_score(text) < 0.9:
        return 0.7
    if (
        low[-1]
        in {"unit", "team", "division", "directorate", "branch", "section", "faculty", "campus", "mind", "uk"}
        and len(low) > 1
    ) or (len(low) > 1 and low[-1] in words.ENDS_OF_FIRMS):
        return 0.8
    if re.search(r"\.(?:com|org|net|uk|io)\b|\b(?:Ltd|LLP|plc|CIC|CIO)\b\.?", text):
        return 0.95
    if re.search(r"\s(?:&|and|of|for|\+)\s", text):
        return 0.6
    return 0.4


_STOPPED: Final = re.compile(rf"(?:[{UPPER}]\.){{2,6}}[{UPPER}]\.?")
"""Letters with stops: "N.F.U."."""
_LOCAL: Final = frozenset("probation healthwatch ambulance magistracy".split())
"""Words that by themselves stand for the local body of that name."""


@lru_cache(maxsize=8192)
def is_non_person(text: str) -> bool:
    """Vacancies, "TBC", groups of people and bodies that stand where a person would."""
    return bool(words.NON_PERSONS.match(text))


def chair_role(text: str, bodies: tuple[str, ...] = ()) -> str | None:
    """ "chair" or "vice chair" where the text says so of this meeting; None too for the chair of some
    other body."""
    plain = re.sub(r"^\W+|[\s.*]+$", "", text)
    found = words.CHAIR.fullmatch(plain)
    if not found:
        return None
    of = found["of"]
    if of and not words.GENERIC_BODY.fullmatch(of.strip()) and not _names(of, bodies):
        return None
    return "vice chair" if found["kind"] or found["convenes"] else "chair"


def _names(of: str, bodies: tuple[str, ...]) -> bool:
    """Whether `of` is the body that meets: the same words, or its acronym."""
    wanted = re.sub(r"\W+", " ", of.lower().removeprefix("the ")).strip()
    return any(
        wanted and (wanted in re.sub(r"\W+", " ", body.lower()) or wanted == acronym_of(body))
        for body in bodies
    )


def acronym_of(name: str) -> str:
    """First letters of the capitalised words, lower case."""
    return "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isupper()).lower()


def other_role(text: str) -> str | None:
    """ "minutes", "clerk", "secretary", "treasurer" or "observer" where the whole text is such a role."""
    plain = text.strip(" .*")
    return next((role for pattern, role in words.ROLES if pattern.fullmatch(plain)), None)


def note_status(text: str) -> str | None:
    """The status a note after a name gives: "apologies", "absent", "guest" or "present"."""
    plain = text.strip(" .*")
    return next((status for pattern, status in words.NOTE_STATUS if pattern.fullmatch(plain)), None)


def via(text: str) -> str | None:
    """How somebody attended from afar, in the words of the text ("Teams")."""
    found = words.VIA.fullmatch(text.strip(" .*"))
    return found["means"] if found else None


def is_time_note(text: str) -> bool:
    """Whether a text says during which part of the meeting somebody was there."""
    return len(text) < 90 and bool(words.TIMES.fullmatch(text.strip(" .*")))


def is_initials_of(text: str, name: str) -> bool:
    """Whether a text has the shape of initials and fits the name."""
    from whosat.extract.names import initials_fit

    return is_initials(text.strip(" .")) and initials_fit(text.strip(" ."), name)

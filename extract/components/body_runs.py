"""Bodies, strategies and laws told by the words of their names: capitalised runs with a head or a lead word.

"Marling Valleys Housing Association", "Department for Education", "Local Area Agreement", "Equality Act
2010". Pure functions over the flowing text (`flow.flow_of`); offsets are in characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from whosat.extract import body_words as words
from whosat.extract.bodies import YEARS, is_generic, is_generic_strategy, kind_of_body, strategy_kind
from whosat.extract.components.acronyms import letters_fit
from whosat.extract.components.roster_together import fields_before, run_together
from whosat.extract.components.verbs import IMPERATIVES
from whosat.extract.names import is_given_name, is_surname
from whosat.ontology.facts import Kind

_WORD: Final = r"(?:[A-Z0-9][\w’'&/-]*|&)"
RUN: Final = re.compile(
    rf"(?<![\w’'])[A-Z0-9][\w’'&/-]*(?: (?:and |of |for |the |on |\+ ){{0,3}}(?:\([A-Z][A-Z&]{{1,6}}\) "
    rf"(?=[A-Z]))?{_WORD}){{0,24}}"
)
_LISTED: Final = re.compile(
    r"(?:(?<=[Tt]he )|(?<=\n)|(?:Department for |Ministry of |Department of |Office for |Committee on ))"
    r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?(?:, [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?){1,4},? (?:and|&) [A-Z][\w’'-]*"
    r"(?: (?:and )?[A-Z][\w’'-]*){0,5}"
)
_LAW: Final = re.compile(
    r"\b(?:[A-Z][\w’'-]*(?:,)? (?:(?:and|of|for|to|the|in|etc\.?|&) |\([A-Z][\w ]+\) ){0,3}){1,9}"
    r"(?:Acts?|Regulations|Order|Bill|Directive)\b(?: \(?(?:18|19|20)\d\d\b\)?)?"
)
_YEARS_AFTER: Final = re.compile(
    r"[,]?\s*[(\[]?(?:19|20)\d\d(?:\s*(?:[-–/]|to)\s*(?:19|20)?\d\d)?[)\]]?(?![\d/])"
)
_YEARS_BEFORE: Final = re.compile(r"^(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?\s+")
_ROLE_OF: Final = re.compile(
    r"^(?:(?:Cabinet|Portfolio|Vice|Deputy|Acting|Interim|Co|Assistant|Associate|Executive|Managing|Lead|Non-Executive|"
    r"Chief|Senior|Former)[ -])*"
    r"(?:Chair(?:man|woman|person)?|Director|Head|Leader|Manager|Members?|Secretary|President|"
    r"Representatives?|Officer|"
    r"Executive|Governor|Trustees?|Minister|Lead|Friends and Family|Dean|Clerk|Treasurer|Conven[eo]r|"
    r"Co-?ordinator|Patron|Terms|Minutes|"
    r"Report|Review|Work|Role|Structure|Membership|Future|Purpose|Meeting|Annual Report|Launch|Update|"
    r"Feedback|Notes|"
    r"Establishment|Formation|Appointments?|Retirement|Resignations?|(?:Re-?)?[Ee]lections?|Confirmations?|"
    r"Nominations?|Acceptance|Approval|Titles?|Copy|Extracts?|Excerpts?|Transcript|"
    r"(?:Draft )?Terms of Reference)"
    r" (?:of|for|from|to|on) (?:the )?(?=[A-Z])"
)
_HEADS: Final = words.BOARD_HEADS | words.ORGANISATION_HEADS
_ENDS: Final = (
    _HEADS
    | words.STRATEGY_HEADS
    | words.COUNTRIES
    | {"party", "body", "team", "trustees", "governors", "directors"}
)
_OF_PAGE: Final = re.compile(
    r" ?\b(?:\d{1,2} )?(?:PRESENT|VENUE|APOLOGIES|AGENDA|WELCOME|INTRODUCTIONS?|LOCATION|ATTENDANCE|MINUTES|"
    r"DATE|TIME|NOT FINAL UNTIL APPROVED|Page \d{1,3})\b(?: (?:and|of|by|AND|OF|BY|THE|the)\b)* ?"
)
"""Words that head parts of a page, in a line that a conversion made of several."""
_DAY_OR_TIME: Final = re.compile(
    r"^(?:\d{0,2}[ap]m|\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
    r"(?: (?:19|20)\d\d)?)\b ?"
)
_SPLITS: Final = re.compile(r" (?:and|&|of|for|on) (?:the )?| the ")
_ABSTRACT: Final = re.compile(
    r"(?:s|tion|sion|ment|ship|ity|ance|ence|cy|ing|ness|view|scrutiny|pose|role|budget|work|date|"
    r"part|end|year|draft|paper|behalf)$",
    re.I,
)
_PEOPLE: Final = re.compile(r"\b(?:heads|directors|chairs|leaders|chief executives|officers)$", re.I)
_ONE_WORD_LEAD: Final = re.compile(r"(?:NHS|HM|Healthwatch|H[ei][rs] Majesty['’]s) ")
_ACRONYM: Final = re.compile(r"[A-Z][A-Za-z&]{0,2}[A-Z]{1,6}")
_AT: Final = re.compile(r"\b(?:at|in|venue:?|location:?|held at)\s+(?:the\s+)?$", re.I)
_SHOUTED: Final = 2


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A name that could be a body's or a strategy's: its extent, the name, its kind, how sure, by
    which rule."""

    start: int
    end: int
    name: str
    kind: Kind
    confidence: float
    rule: str


Piece = tuple[int, str]
"""Offset and text of a part of a run."""


def _low(word: str) -> str:
    return re.sub(r"['’]s$|['’]$", "", word.lower())


def _strip_start(piece: Piece) -> Piece:
    """Leave out words that begin a sentence or a heading, roles ("Chair of …"), verbs, item numbers
    and years."""
    start, text = piece
    while text:
        first, space, rest = text.partition(" ")
        plain = first.lower()
        role = _ROLE_OF.match(text)
        year = _YEARS_BEFORE.match(text) or _DAY_OR_TIME.match(text)
        if role and len(text) > role.end():
            cut = role.end()
        elif year:
            cut = year.end()
        elif not space and plain in words.FUNCTION_WORDS:
            return start, ""
        elif rest.startswith(("Majesty", "Royal Highness")):
            break
        elif (
            plain in words.FUNCTION_WORDS
            or plain in {"of", "&"}
            or re.fullmatch(r"\d+(?:[/.-]\d+)*(?:st|nd|rd|th|[a-h])?", plain)
        ) or (plain in IMPERATIVES and plain not in _NAME_VERBS and rest and kind_of_body(rest)):
            cut = len(first) + len(space)
        else:
            break
        start, text = start + cut, text[cut:]
    return start, text


_NAME_VERBS: Final = frozenset(
    """work support plan act visit look share design review research chair develop open start set place
    post press track map book record link train store order fund table board cover move process
    project call register test survey sign source print stop use change fix market record join lead
    care raise action copy""".split()
)


def _is_body(text: str) -> bool:
    return kind_of_body(text) is not None and not is_generic(text)


def _ends_firmly(text: str) -> bool:
    parts = text.lower().split()
    if parts[-1] in words.COUNTRIES:
        return len(parts) > 1
    return (parts[-1] in _HEADS and parts[-1] not in words.WEAK_HEADS) or " ".join(
        parts[-2:]
    ) in words.BOARD_HEAD_PAIRS


_LEAD_STARTS: Final = tuple(f"{lead} " for lead in words.ORGANISATION_LEADS)


def _leads(text: str) -> bool:
    return text.lower().startswith(_LEAD_STARTS)


_PERSON_OF: Final = re.compile(r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2}) of (?:the )?(?=[A-Z])")


_IN_CAPITALS: Final = re.compile(r"([A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+){1,2}) (?=[A-Z][a-z])")
"""A name in capitals before a body in small letters, of a roster run together: "ANN BELL Marine Police"."""


def _split(piece: Piece) -> Iterator[Piece]:
    """Cut a run where one name ends and another begins ("… Council and the … Trust", "… Council's …
    Team")."""
    start, text = piece
    if not _is_shouted(text) and (page := _OF_PAGE.search(text)):
        yield from _split((start, text[: page.start()]))
        yield from _split((start + page.end(), text[page.end() :]))
        return
    owner = re.match(r"(.+?)['’]s? (?=[A-Z])", text)
    if owner and (
        _ACRONYM.fullmatch(owner[1])
        or owner[1].lower() in words.BOARD_HEADS
        or (" " in owner[1] and kind_of_body(owner[1]))
    ):
        yield start, owner[1]
        yield from _split((start + owner.end(), text[owner.end() :]))
        return
    person = _PERSON_OF.match(text) or _IN_CAPITALS.match(text)
    if person and _is_named(*person[1].split()):
        yield from _split((start + person.end(), text[person.end() :]))
        return
    for m in _SPLITS.finditer(text):
        left, right = text[: m.start()], text[m.end() :]
        if right[:1].isupper() and _parts(text, left, m[0].strip(), right):
            yield from _split((start, left))
            yield from _split((start + m.end(), right))
            return
    yield piece


def _is_named(first: str, *more: str) -> bool:
    """Whether words are a person's, and no land's: "West of England"."""
    last = more[-1]
    return last.lower() not in words.COMPASS and (is_given_name(first) or is_surname(last))


def _parts(text: str, left: str, joint: str, right: str) -> bool:
    """Whether `joint` stands between two names, or between other words and a name, not within one."""
    whole = _is_body(right) or is_generic(right)
    if joint in {"and", "&"}:
        return _are_two(text, left, right, whole)
    if joint in {"the", "and the", "& the"}:
        return True
    if left.rsplit(" ", 1)[-1].lower() in words.STRATEGY_HEADS and joint == "for":
        return True
    if _leads(text) or not kind_of_body(right):
        return False
    if left.rsplit(" ", 1)[-1].lower() in words.OF_HEADS - words.ON_HEADS:
        return False
    if _PEOPLE.search(left):
        return joint.endswith("the") or is_generic(right)
    return _ends_firmly(left) or joint.split()[0] in {"for", "on"} or bool(_ABSTRACT.search(left))


def _to_last_head(text: str) -> str:
    """The run as far as its last head word; whole where it begins with a lead ("University of …")."""
    if _leads(text) and kind_of_body(text):
        return re.sub(r" \([A-Z].*", "", text)
    parts = text.split(" ")
    for count in range(len(parts), 0, -1):
        if parts[count - 1].lower() in words.COUNTRIES and "and" in parts[:count]:
            last = " ".join(parts[len(parts) - parts[::-1].index("and") : count])
            return last if _is_body(last) else ""
        if parts[count - 1].lower() in _ENDS and not re.search(r"['’]s?$", parts[count - 1]):
            return _with_purpose(parts, count)
        if count > 1 and " ".join(parts[count - 2 : count]).lower() in words.STRATEGY_HEAD_PAIRS:
            return " ".join(parts[:count])
    return ""


def _are_two(text: str, left: str, right: str, whole: bool) -> bool:
    """Whether "and" joins two names: "Barset Council and Barset Trust", not "Police and Crime Panel"."""
    if _ACRONYM.fullmatch(left) and kind_of_body(right) and len(left) > 2:
        return True
    if not kind_of_body(left):
        return False
    if _ends_firmly(left):
        return whole or not kind_of_body(text)
    if _ONE_WORD_LEAD.match(left) and left.rsplit(" ", 1)[-1].lower() in _HEADS and left.count(" ") > 2:
        return not kind_of_body(right)
    if _leads(left) and not _ONE_WORD_LEAD.match(left) and right.count(" ") < 2:
        return _leads(right)
    apart = _leads(left) or (
        " " in left and _names_something(left) and kind_of_body(left) is Kind.ORGANISATION
    )
    return apart and (_leads(right) or (_is_body(right) and _ends_firmly(right)))


_REGIONS: Final = words.COUNTRIES | {"europe", "africa", "asia", "america", "worldwide", "global"}


def _with_purpose(parts: list[str], count: int) -> str:
    """The name up to its head, or on to the end where "of …", "for …" or "on …" belongs to it."""
    head, after = parts[count - 1].lower(), parts[count] if count < len(parts) else ""
    goes_on = after in ({"on"} if head in words.ON_HEADS else {"of", "for"}) and head in words.OF_HEADS
    named = parts[count + 1] if len(parts) > count + 1 else ""
    if goes_on and count > 1 and named[:1].isalpha() and named.lower() not in words.FUNCTION_WORDS:
        return " ".join(parts)
    if after and (head in words.WEAK_HEADS or head in words.STRATEGY_HEADS) and after.lower() in words.JOBS:
        return ""
    if after.lower() in _REGIONS:
        return " ".join(parts[: count + 1])
    return "" if head in words.WEAK_HEADS and after[:1].isupper() else " ".join(parts[:count])


def _is_shouted(text: str) -> bool:
    """Whether two words or more stand in capitals: a heading, whose words tell nothing."""
    long = [word for word in text.split() if len(word) > 3 and word.isalpha()]
    return len(long) >= _SHOUTED and all(word.isupper() for word in long)


_COMMON: Final = words.GENERIC | words.WEAK | words.TOPICS | {"and"}
_NO_OFFICE: Final = frozenset(
    """head parish council registered main box ticket booking clerk estate tourist site local branch
    private town district regional central project programme post area county city back front school
    college care new our the staff management dental sales admin administration executive""".split()
)


def _names_something(name: str) -> bool:
    """For heads that end common phrases ("Leisure Services"): whether a word before the head is no
    common one."""
    parts = [_low(word) for word in name.split()]
    if parts[-1] not in words.WEAK_HEADS:
        return True
    if parts[-1] == "office":
        return len(parts) > 1 and parts[-2] not in _NO_OFFICE
    return any(word not in _COMMON for word in parts[:-1])


_IDLE_START: Final = re.compile(
    r"^(?:(?:End of Year|Annual|Quarterly|Monthly|Year \d|\d+[- ][Yy]ear|Overall|Current|Whole) )+"
)


def _without_idle_start(start: int, name: str) -> Piece:
    m = _IDLE_START.match(name)
    return (start + m.end(), name[m.end() :]) if m else (start, name)


def _clean(name: str) -> str:
    """Without an acronym in brackets; years keep theirs off."""
    return re.sub(r"\s+", " ", re.sub(r" \([A-Z][A-Z&]{1,6}\)", "", name)).strip(" ,")


def _years_after(text: str, end: int) -> int:
    m = _YEARS_AFTER.match(text, end)
    return m.end() if m else end


def _candidate(text: str, start: int, name: str, listed: bool = False) -> Candidate | None:
    kind = kind_of_body(name)
    if kind is None or (name.count(" ") == 0 and kind is not Kind.STRATEGY) or _is_shouted(name):
        return None
    end = start + len(name)
    if kind is Kind.STRATEGY:
        start, name = _without_idle_start(start, name)
        with_years = _years_after(text, end)
        if is_generic_strategy(text[start:with_years]) or name.count(" ") == 0:
            return None
        return Candidate(start, with_years, _clean(text[start:with_years]), kind, 0.85, "name: strategy word")
    if (run := run_together(name)) and run[1]:
        start, name = start + run[2], run[1]  # "Finance Manager Barset Hospice"
        kind, end = kind_of_body(name) or kind, start + len(name)
    elif cut := fields_before(name):
        start, name = start + cut, name[cut:]
        kind = kind_of_body(name) or kind
    if kind is Kind.LEGISLATION or not _names_something(name):
        return None
    if name.lower().startswith("nhs ") and name.count(" ") == 1 and name.split()[1].lower() in _NHS_COMMON:
        return None
    rule = "name: listed words" if listed else "name: body word"
    return Candidate(start, end, _clean(name), kind, 0.8 if _ends_firmly(name) or _leads(name) else 0.7, rule)


_NHS_COMMON: Final = frozenset(
    """organisations organisation staff services service trust trusts bodies body dentist dentists
    dentistry sector boards board partners plan providers provider system number app choices waiting
    numbers mail email delivery standard contract constitution pension pensions funding workforce
    leaders leadership managers long health commissioners foundation continuing premises property
    resources estate""".split()
)


def _laws(text: str) -> Iterator[Candidate]:
    for m in _LAW.finditer(text):
        start, name = _strip_start((m.start(), m[0]))
        if strategy_kind(name) is not Kind.LEGISLATION or _is_shouted(name):
            continue
        head = re.search(r"\b(?:Act|Acts|Regulations|Order|Bill|Directive)\b", name)
        dated = bool(re.search(r"\d{4}\)?$", name))
        told = head is not None and head.start() > 0 and (dated or head[0] in {"Act", "Bill"})
        if told and not is_generic_law(name):
            sure = 0.9 if dated else 0.75
            yield Candidate(start, start + len(name), name, Kind.LEGISLATION, sure, "name: law word")


def is_generic_law(name: str) -> bool:
    """ "Standing Order", "the new Act": no law's name."""
    bare = YEARS.sub("", name).lower().split()
    return len(bare) < 2 or all(
        word
        in {"the", "new", "standing", "draft", "purchase", "private", "public", "social", "postal", "money"}
        for word in bare[:-1]
    )


@lru_cache(maxsize=2)
def run_candidates(text: str) -> tuple[Candidate, ...]:
    """Every body, strategy and law whose name tells what it is, in order; none overlaps another."""
    found = list(_laws(text))
    for m in _LISTED.finditer(text):
        name = _to_last_head(m[0])
        inner = re.split(r", | and | & ", name)
        clean = all(part.split()[-1].lower() not in _HEADS for part in inner[:-1])
        if name.count(",") and (clean or _leads(name)) and (one := _candidate(text, m.start(), name, True)):
            found.append(one)
    found += _small_heads(text)
    taken = [(one.start, one.end) for one in sorted(found)]
    for m in RUN.finditer(text):
        if " " in m[0]:
            found += [one for one in _in_run(text, m) if not _overlaps(taken, one)]
    return tuple(sorted(found))


_SMALL_HEAD: Final = re.compile(
    r" (?:(?:joint |strategic |thematic )?(?:working|steering|task|project|reference|advisory|"
    r"delivery|action|task and finish|"
    r"planning|operational|sub|focus)[- ](?:group|party|force|committee)|subgroup|subcommittee|"
    r"sub-group|sub-committee)\b"
)


def _small_heads(text: str) -> Iterator[Candidate]:
    """ "MCS Housing working group": capitals, then a head in small letters."""
    for m in _SMALL_HEAD.finditer(text):
        before = _CAPITALS_END.search(text, max(0, m.start() - 90), m.start())
        if before is None:
            continue
        start, name = _strip_start((before.start(), before[0]))
        if (
            name
            and not re.search(r"['’]s?$", name)
            and not is_generic(f"{name} group")
            and not _is_shouted(name)
        ):
            yield Candidate(start, m.end(), text[start : m.end()], Kind.BOARD, 0.7, "name: small body word")


_CAPITALS_END: Final = re.compile(r"(?<![\w’'])[A-Z][\w’'&/-]*(?: (?:and |& |of )?[A-Z][\w’'&/-]*)*$")


def _overlaps(taken: list[tuple[int, int]], one: Candidate) -> bool:
    return any(start < one.end and one.start < end for start, end in taken) if taken else False


def _in_run(text: str, m: re.Match[str]) -> Iterator[Candidate]:
    for piece in _split(_strip_start((m.start(), m[0]))):
        start, part = _without_acronym(_strip_start(piece))
        part = re.sub(r"['’]s?$", "", part)
        name = _to_last_head(part)
        if not name and re.fullmatch(r"Safer(?: [A-Z]\w+){1,2}", part):
            yield Candidate(start, start + len(part), part, Kind.BOARD, 0.7, "name: safer")
        if not name or (
            name.rsplit(" ", 1)[-1].lower() in words.VENUES and _AT.search(text, max(0, start - 20), start)
        ):
            continue
        if one := _candidate(text, start + part.index(name), name):
            yield one


def _without_acronym(piece: Piece) -> Piece:
    """ "MCP Marling Care Partnership" without the acronym of a key's line."""
    start, text = piece
    first, _, rest = text.partition(" ")
    if first.isupper() and len(first) > 1 and rest and letters_fit(first, rest):
        return start + len(first) + 1, rest
    return piece

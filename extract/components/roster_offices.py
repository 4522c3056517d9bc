"""The offices that stand before names: "Chair Ann Bell", "Deputy Reeve Bo Cole"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from whosat.extract.components.roster_pieces import split_run
from whosat.extract.components.roster_scores import job_score, name_score
from whosat.extract.names import common_words, is_given_name, is_title

_LEAD: Final = re.compile(
    r"(?:(?:the\s+)?(?:vice|deputy|acting|(?:1st|2nd|first|second)[ -]+vice)?[ -]*chair(?:m[ae]n|person|"
    r"woman)?|convenor|"
    r"convener|clerk|secretary|treasurer)\s+(?=\S)",
    re.IGNORECASE,
)
_FIELD: Final = (
    r"(?:public works|human resources|code enforcement|public safety|parks (?:and|&) recreation|finance|"
    r"financial|"
    r"fiscal|police|fire|highways?|road|roads|"
    r"street|streets|water|sewer|utility|utilities|zoning|planning|building|"
    r"parks|recreation|library|health|school|schools|economic|community|development|environmental|engineering|"
    r"technology|communications|personnel|budget|cemetery|tax|youth|museum|harbou?r|airport|emergency|events?|"
    r"grants?|transportation|transit|housing|licensing|estates|allotments?|grounds|museum|enforcement|dpw)"
)
OFFICE: Final = re.compile(
    r"(?:(?:the|vice|rear|hon\.?|honorary|deputy|lord|acting|interim|general|city|town|township|village|county|board|committee|"
    r"council|parish|district|borough|assistant|asst\.?|associate|executive|recording|past|former|immediate|"
    rf"parliamentary|senior|chief|{_FIELD}|(?:1st|2nd|first|second)"
    r"(?:[ -]+vice)?)[ -]+)*(?:director|dir\.|commissioner|trustee|(?:mayor|president|chair(?:m[ae]n)?)"
    r"(?:[ -]pro[ -]tem(?:pore)?)?|supervisor|senator|"
    r"alderm[ae]n|council ?member|council(?:m[ae]n|wom[ae]n|person)|select(?:m[ae]n|wom[ae]n)|representative|"
    r"assemblym[ae]n|assembly ?member|committee(?:m[ae]n|wom[ae]n|person)|burgess|justice|"
    r"regent|delegate|reeve|warden|freeholder|cao|"
    r"(?:clerk|secretary)[-/ ]treasurer|clerk-administrator|"
    r"police (?:captain|lieutenant|sergeant)|"
    r"deputy|inspector|(?:associate|assistant|vice)[ -]dean|dean(?=\s+\S+\s+\S)|provost|"
    r"(?:pro[ -]vice[ -]|vice[ -])?chancellor|rector|[as]?vp|bursar|"
    r"parliamentarian|ombudsperson|archivist|pastor|officer|foreman|technician|specialist|"
    r"commodore|cdre|treas|sec|pres|solicitor|moderator|registrar|governor|administrator|chief|engineer|planner|assessor|auditor|surveyor|"
    r"coordinator|recorder|librarian|manager|chair(?:m[ae]n|person|woman)?|treasurer|secretary|clerk|attorney|"
    r"judge|sheriff|superintendent|supt\.?)"
    rf"(?:\s+of\s+(?:the\s+)?(?:council|works|{_FIELD})(?:\s+(?:and|&)\s+{_FIELD})?)?\s+(?=\S)",
    re.IGNORECASE,
)
SEATED: Final = re.compile(
    r"(?:(?:vice|deputy|1st|2nd|first|second|acting|board|committee)[ -]+)*(?:chair(?:man|woman|"
    r"person)?(?:[ -]pro[ -]tem)?|commissioner|mayor(?:[ -]pro[ -]tem)?|councilperson|trustee|"
    r"supervisor|senator|alderm[ae]n|director|council ?member|councilm[ae]n|councilwom[ae]n|selectm[ae]n|"
    r"selectwom[ae]n|representative|assemblym[ae]n|assembly ?member|committee(?:m[ae]n|wom[ae]n)|justice|"
    r"judge|regent)\s|"
    r"(?:provost|president|chancellor)\s",
    re.IGNORECASE,
)
_ELECTED: Final = re.compile(
    r"(?:(?:vice|deputy|acting|lord)[ -]+)?(?:mayor(?:[ -]pro[ -]tem(?:pore)?)?|reeve|alderm[ae]n|"
    r"council ?member|council(?:m[ae]n|wom[ae]n|person)|select(?:m[ae]n|wom[ae]n|person)|"
    r"commissioner|trustee|chair(?:m[ae]n|person|woman)?|"
    r"assemblym[ae]n|supervisor|warden|freeholder)\s(?!pro\b)(?:[A-Z]\S*\s?){2,3}$",
    re.IGNORECASE,
)


def after_office(text: str) -> int:
    """Where the name begins that an office stands before; 0 where none does."""
    lead = _LEAD.match(text)
    rest = text[lead.end() :] if lead else ""
    if lead and (name_score(rest) >= 0.6 or len(split_run(rest)) > 1 or _is_rare(rest)):
        return lead.end()
    office = OFFICE.match(text)
    wanted = 0.5 if _ELECTED.match(text) else 0.85  # rare names too follow a seat that is for no field
    return office.end() if office and name_score(text[office.end() :]) >= wanted else 0


def _is_rare(text: str) -> bool:
    """Whether two words, neither of which is one of everyday, may be a name that no list has."""
    parts = text.split()
    return (
        name_score(text) >= 0.5
        and len(parts) == 2
        and not any(one.lower() in common_words() for one in parts)
    )


def post_before_name(text: str) -> int:
    """Where a whole name begins that ends a line after somebody's post: "Union Councillor Ann Bell"; else
    0."""
    parts = text.split()
    for size in (2, 3):
        post, name = parts[:-size], parts[-size:]
        if not post or len(post) > 7 or is_given_name(post[0]) or not is_given_name(name[0]):
            continue
        if name_score(" ".join(name)) < 0.85 or not all(part[:1].isalpha() for part in name):
            continue
        if job_score(" ".join(post)) >= 0.6 or (len(post) > 1 and is_title(post[-1])):
            return len(text) - len(text.split(None, len(post))[-1])
    return 0


_SEVERAL: Final = 3
_BETWEEN: Final = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+(?:and|&)\s+")
_ALONE: Final = re.compile(r"[^\W\d_a-z][\w’'-]+[.]?")


@lru_cache(maxsize=256)
def are_offices(line: str) -> bool:
    """Whether a line lists offices with a surname each: "Clerk Burns, Attorney Kane and Engineer Popov"."""
    if len(line) > 1500:
        return False
    parts = [part for part in _BETWEEN.split(line.strip(" .;")) if part]
    led = [
        office for part in parts if (office := OFFICE.match(part)) and _ALONE.fullmatch(part, office.end())
    ]
    return len(led) >= _SEVERAL and 2 * len(led) > len(parts)

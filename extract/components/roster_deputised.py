"""The words beside a name for whom somebody came, or who came instead."""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.bodies import kind_of_body
from whosat.extract.body_words import COMPASS
from whosat.extract.components import roster_words as words
from whosat.extract.components.roster_scores import job_score, name_score
from whosat.extract.names import is_initials

REVERSED: Final = (
    re.compile(
        r"for whom (?P<name>.+?) (?:was |is |has )?(?:substitut|deputi[sz]|attend|stood|"
        r"act|represent|cover)\w*.*",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:represented|rep['’]?d?\.?|substituted|replaced|covered|deputised) (?:by|for by)\s+(?P<name>.+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:sub(?:stitute)?|deputy|alternate|proxy|replacement)\s*[:=–-]\s*(?P<name>.+)", re.IGNORECASE
    ),
    re.compile(
        r"(?P<name>.+?) (?:is |was |to )?(?:deputi[sz](?:ing|ed|e)|substitut(?:ing|ed|e)|"
        r"attend(?:ing|ed)|represent(?:ing|ed)|in attendance|covering)(?: (?:in (?:his|"
        r"her|their) (?:place|absence)|instead|on (?:his|her|their) behalf|as (?:a "
        r")?(?:substitute|deputy)|as (?:his|her|their) (?:substitute|deputy)))?",
        re.IGNORECASE,
    ),
)
OF_ANOTHER: Final = re.compile(
    r"(?P<name>[A-Z][^,()]{2,40}?)['’]s? (?:named )?(?:deputy|substitute|stand-in|alternate|representative)"
)
"""Whose deputy somebody is: "Kim Lobb’s deputy"."""
STOOD_IN: Final = re.compile(
    r"(?P<name>[^,()]+?),\s+[^()]{2,80}?\s(?:attend(?:ed|ing)|deputi[sz](?:ed|ing)|substitut(?:ed|ing)|present)"
    r"(?: in (?:his|her|their) (?:place|absence|stead)| instead| on (?:his|her|their) behalf|"
    r" as (?:a |an |his |her |their )?(?:substitute|deputy|representative))?"
)

WHOSE: Final = re.compile(r"\b(?:for|in) (?:whom|whose)\b")
"""Who is named before these words was away; who came is named behind them."""

FOR: Final = re.compile(
    r"\b(?:for|of|to|behalf|place|absence|lieu|instead|vice|o\.?b\.?o|p\.?p)\b|ing\s*$|"
    r"\brep\w*\.?\s*$|[:-]\s*$",
    re.IGNORECASE,
)


def is_deputised(rest: str, end: int) -> bool:
    """Whether the words after "for" are a person: a name that no body's name goes on from."""
    whole = rest.strip(" .")
    if (
        is_initials(whole)
        and len(whole) <= 4
        and name_score(whole) < 0.5
        and whole.lower() not in words.JOB_HEADS
    ):
        return True
    if job_score(rest[:end].strip()) >= 0.7:
        return False
    after = rest[end:]
    if after.strip() and not re.match(r"\s*[,(–-]", after):
        return False
    score = name_score(rest[:end].strip())
    if rest.split()[0].lower() in COMPASS:
        return False  # "Transport for Greater Ashby"
    return score >= 0.5 and not (score < 0.85 and kind_of_body(rest) is not None)

"""The words that say that one person came for another: patterns, no logic.

A trigger stands between two names, or between a name and a note; which of the two came is told by its kind.
"""

from __future__ import annotations

import re
from typing import Final

_ATTENDING: Final = (
    r"(?:attend(?:ed|ing|s)?|present|there|here|in attendance|came|com(?:es|ing)|sat|sitting|sits|"
    r"act(?:ed|ing|s)|"
    r"appear(?:ed|ing)|serv(?:ed|ing)|join(?:ed|ing|s)|participat(?:ed|ing)|standing|stood|vot(?:ed|ing))"
)
_AUXILIARY: Final = (
    r"(?:(?:who|and|then|that|also|again|kindly|was|is|were|are|had|has|have|been|being|would be|will be|"
    r"formally|duly)\s+){0,5}"
)
_ATTENDED: Final = (
    rf"{_ATTENDING}(?:\s+(?:at\s+)?(?:the|this|today['’]s)\s+(?:meeting|board|committee|panel|forum|group))?"
    r"(?:\s+(?:remotely|online|virtually|instead|via\s+\w+|in\s+person))?"
)
_ROLE: Final = (
    r"(?:deput(?:y|ies)|substitutes?|subs?|alternates?|alternatives?|proxy|proxies|stand[- ]?ins?|nominees?|"
    r"replacements?|delegates?|cover)"
    r"(?:\s+(?:member|representative))?"
)
_AT: Final = r"(?:\s+(?:at|in)\s+(?:the|this|today['’]s)\s+meeting)?"
STRONG: Final = re.compile(
    rf"(?<!\w)(?P<lead>{_AUXILIARY}(?:{_ATTENDED}\s+)?)"
    rf"(?:(?:as\s+)?(?:an?\s+|the\s+)?(?:(?:named|nominated|appointed|officer|official|formal)\s+)?{_ROLE}\s+(?:for|to)"
    rf"|deputi[sz](?:ed|ing|es|e){_AT}\s+(?:for|of)|substitut(?:ed|ing|es|e|ion){_AT}\s+(?:for|of)"
    r"|subb?(?:ed|ing|s)?\.?\s+for"
    r"|(?:stood|standing|stands?|sat|sitting|sits|filled|filling|covered|covering|covers?|came|coming)\s+in\s+for"
    r"|cover(?:ed|ing|s)?\s+for"
    r"|(?:in|taking|took)\s+(?:the\s+)?(?:place|stead|lieu|room)\s+of|instead\s+of|s/(?:f\b\s*)?)\s*",
    re.IGNORECASE,
)
"""For whom somebody came follows."""

ATTENDED_FOR: Final = re.compile(
    rf"(?<!\w)(?P<lead>{_AUXILIARY}{_ATTENDED}\s+)(?:for\s+and\s+on\s+behalf\s+of|on\s+behalf\s+of|for|representing|"
    r"in\s+(?:the\s+)?absence\s+of|vice)\s+",
    re.IGNORECASE,
)
"""For whom somebody came follows, if a person does: "attended for the afternoon" tells of nobody."""

WEAK: Final = re.compile(
    rf"(?<!\w)(?P<lead>{_AUXILIARY})(?:(?:for\s+and\s+)?on\s+behalf\s+of|represent(?:ed|ing|s)|rep(?:\.|ping)?|for|vice"
    r"(?!\s+(?:chair|president|convenor|convener|captain|principal|moderator|mayor)(?!.{0,20}\())|"
    r"o\.?b\.?o\.?|p\.?p\.?|in\s+(?:the\s+)?absence\s+of|re)\s+",
    re.IGNORECASE,
)
"""For whom somebody came may follow, where the roster says that this person was away."""

BY: Final = re.compile(
    rf"(?<!\w)(?P<lead>{_AUXILIARY})(?:represented|substituted(?:\s+for)?|replaced|deputi[sz]ed\s+for|covered(?:\s+for)?|"
    r"stood\s+in\s+for|subbed(?:\s+for)?|rep\.?)"
    r"(?:\s+(?:at|for)\s+(?:the|this)\s+meeting|\s+on\s+this\s+occasion|\s+today|\s+instead)?\s+by\s+",
    re.IGNORECASE,
)
"""Who came follows; for whom stands before."""

FOR_WHOM: Final = re.compile(
    r",?\s{0,3}\b(?:for\s+whom|in\s+whose\s+(?:place|absence|stead)|on\s+whose\s+behalf)\s+", re.IGNORECASE
)
ACTS: Final = re.compile(
    rf"(?:\s*\([^()]{{1,60}}\))?(?:\s*,[^,()\n]{{1,60}},)?\s+{_AUXILIARY}(?:{_ATTENDING}|substitut\w+|deputi[sz]\w+|"
    r"taken|the\s+substitute|substitute|deputy)",
    re.IGNORECASE,
)
"""What whoever came did, behind the name."""

SENT: Final = re.compile(
    r"\b(?:(?:who|had|has|have|was|is)\s+){0,3}(?:sent|sending|sends|nominated|had\s+asked)\s+(?:as\s+)?"
    r"(?:(?:an?|his|her|their|the)\s+)?(?:(?:deputy|substitute|representative|alternate|colleague)\b\s*[,:–-]?\s*)?",
    re.IGNORECASE,
)
"""Who was sent follows."""

POSSESSIVE: Final = re.compile(
    r"['’]s?\s+(?:(?P<role>deputy|substitute|alternate|nominee|representative|stand[- ]in|proxy)|"
    r"place|seat)\s*"
    r"(?:,|:|\(|(?:(?:was|is|being|had\s+been)\s+)?(?:taken|filled)\s+by|was|is|being)\s+",
    re.IGNORECASE,
)
"""For whom stands before, who came follows: "Mr Cole's substitute was Mrs Bell"."""

AS_THEIRS: Final = re.compile(
    rf"(?<!\w)(?P<lead>{_AUXILIARY}(?:{_ATTENDED}\s+)?)as\s+(?=(?-i:[A-Z]))(?P<two>[^,;:()\n]{{3,60}}?)['’]s?\s+"
    r"(?:deputy|substitute|alternate|nominee|stand[- ]in|proxy|representative)\b",
    re.IGNORECASE,
)
""" "Ann Bell attended as Bob Cole's substitute"."""

IN_THEIR_ABSENCE: Final = re.compile(
    rf"(?<!\w)(?P<lead>{_AUXILIARY}(?:{_ATTENDED}\s+)?)in\s+(?P<two>(?-i:[A-Z])[^,;:()\n]{{2,60}}?)['’]s?\s+"
    r"(?:absence|place|stead)\b",
    re.IGNORECASE,
)
""" "Ann Bell attended in Bob Cole's place"; in a bracket behind her name the verb may be missing."""

PRONOUN: Final = re.compile(
    rf"(?<!\w)(?P<lead>{_AUXILIARY})(?:{_ATTENDED}|deputi[sz](?:ed|ing|es)|substitut(?:ed|ing|es)|"
    r"(?:stood|standing|sat|sitting|filled|filling|covered|covering)(?:\s+in)?|represented)\s+"
    r"(?:in\s+(?:his|her|their)\s+(?:place|stead|absence|room)|on\s+(?:his|her|their)\s+behalf|"
    r"(?:as|to)\s+(?:an?\s+|the\s+|his\s+|her\s+|their\s+)?(?:deputy|substitute|alternate|proxy|representative|"
    r"deputi[sz]e)\b(?!\s+(?:for|to|of))|for\s+(?:him|her|them)\b|instead\b(?!\s+of)|(?:him|her|them)\b)",
    re.IGNORECASE,
)
"""Who came stands before; for whom was named earlier."""

AND_FOR: Final = re.compile(r"\s*(?:[,;]|\.(?=\s))?\s*(?:and\s+|&\s*)?(?:that\s+)?", re.IGNORECASE)
"""What stands before another pair of the same sentence: ", and Mrs Bell for Mr Cole"."""

INSIDE: Final = re.compile(
    r"(?P<role>sub(?:stitute|st|bed|s)?|dep(?:uty)?|alt(?:ernate)?|proxy|replacement|stand[- ]?in|s/|"
    r"named\s+deputy|nominated\s+deputy|replaced\s+by|deputi[sz]ed\s+(?:for\s+)?by|substituted\s+(?:for\s+)?by|rep)"
    r"\.?\s*(?::|=|–|-|—|\bis\b|\bwas\b)?\s*",
    re.IGNORECASE,
)
"""The beginning of a bracket behind a name: "(sub: Ann Bell)"; the one who was away is told by the status."""

CAME: Final = re.compile(
    rf"(?!\s*\n)\s*(?:,[^,()\n]{{2,50}},|\([A-Z]{{2,4}}\))?\s*{_AUXILIARY}(?:{_ATTENDED}|deputi[sz](?:ed|ing|es)|substitut(?:ed|ing|es)|"
    r"to\s+attend|(?:stood|standing|sat|sitting|covering|covered)(?:\s+in)?|represented)\b"
    r"(?!\s*(?:from|until|for\s+(?:item|part|the)|as\s+(?:an\s+)?observer))",
    re.IGNORECASE,
)
"""Behind the name in a bracket or after a dash: "(Ann Bell attended)"."""

INSTEAD_OF: Final = re.compile(
    r"deputi|substitut|instead|\bin (?:his|her|their)\b|behalf|represented|stood in|standing in|covering",
    re.IGNORECASE,
)
"""Words that tell, beside one who came, that another did not."""

BRACKETED: Final = re.compile(
    r"\s{0,3}(?P<open>\()[^()\n]{2,90}?(?:attend|deputi|substitut|standing|stood|represent|instead|present)[^()\n]{0,40}\)",
    re.IGNORECASE,
)
"""A bracket of a sentence that may say who came: "apologies from Mr Cole (Mrs Bell attending)"."""

LISTED: Final = re.compile(
    r"\b(?:substitut(?:es?|ions?)(?:\s+members?)?|substitute\s+members|deputies|alternates|proxies)\b",
    re.IGNORECASE,
)
"""What heads pairs that only "for" joins: "Substitutions: Cllr Bell for Cllr Cole"."""

_UNNAMED: Final = STRONG.pattern.replace("(?P<lead>", "(?:")
FOR_ANOTHER: Final = re.compile(
    rf"(?:\s*\([^()\n]{{1,60}}\))?\s*[,(–—-]?\s*(?:{_UNNAMED}|(?P<alone>for\s+))",
    re.IGNORECASE,
)
"""Right behind a name: for whom this person came follows."""

REPRESENTED: Final = re.compile(
    r"\b(?:(?:members?|senators?|delegates?|councill?ors?|directors?)\s+)?(?:absent|excused)[,]?\s+(?:but\s+)?"
    r"(?:with\s+(?:an?\s+)?(?:representation|representatives?|proxy|proxies|substitutes?|alternates?|deput\w+)|"
    r"(?:but\s+)?represented(?:\s+by\s+(?:proxy|substitutes?|alternates?|others))?)\s*:?\s*",
    re.IGNORECASE,
)
"""The head of pairs of who was away and who came: "Absent with representation: Cole, Ann Bell; …"."""

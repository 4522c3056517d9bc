"""What stands beside a name where an organisation might, and is none: notes, letters, headings, initials."""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.bodies import kind_of_body
from whosat.extract.components import roster_words as words

_HONOURS: Final = re.compile(
    r"(?:[OMCKDG]BE|BEM|QPM|KPM|QFSM|KFSM|QVRM|QAM|QGM|[CLM]VO|K?CMG|KCB|KCVO|[QK]C|JP|DL|TD|DSO|"
    r"F(?:RCP|RCS|RCGP|RCN|RSA|RS|RSE|BA|CA|CCA|CIPD|CIH|ICE|RICS|CILIP)\w{0,4}|MRC(?:P|S|GP)\w{0,4}|MRICS|"
    r"MRTPI|CPFA|IPFA|A?CMA|Ph\.?D|D\.?Phil|B\.?(?:Sc|A|Ed)|M\.?(?:Sc|Phil|Ed|BA)|LL\.?[BM]|RGN|C\.?Eng|Esq|"
    r"(?:MB|BM),? ?(?:ChB|BS|BCh)|"
    r"(?:[OMC]\.\s?B\.\s?E|[JM]\.\s?P|D\.\s?L|Q\.\s?[CP](?:\.\s?M)?))\.?"
)
"""Letters after a name: honours, degrees and fellowships, no body that anybody stands for."""
_CALL_SIGN: Final = re.compile(r"\d?[A-Z]{1,2}(?:\d[A-Z]{2,4}|Ø[A-Z]{0,4})")
"""An amateur's call sign: a prefix with its digit, then letters ("2E0XYZ")."""
_REFERENCE: Final = re.compile(
    r".*[A-Za-z)]/\d.*|[A-Z]{2,6} (?:19|20)\d\d|.*\d{1,2}\.\d{1,2}\.\d{2,4}.*|\w+:\d+\w*|[a-z]+\d+\W*|"
    r"(?i:annex|appendix|enclosure|paper|slide|page|section|para|paragraph|minute)\s+[A-Z\d]{1,3}\b.*|[$£€].*"
)
"""The number of a paper or minute, a date, a law, somebody's user name."""
_ABOUT: Final = re.compile(
    r"(?:members?|advis[eo]rs?|friends and members) (?:of|to)\b.*|(?:propos|second|present)(?:ed|er|ing)\b.*|"
    r".*\b(?:seconding|abstentions?|abstaining)|(?:with|for|if|that|when|until|after|before|about) .*|"
    r"(?:in attendance|also present|attending|present:).*|in|of|by|to",
    re.IGNORECASE,
)
"""What somebody did or for what part he or she came."""
_AGENDA: Final = re.compile(
    r".*\bapolog(?:y|ies)|.*\bdeclarations? of (?:\w+ of )?(?:\w+ )?interests?|"
    r".*\b(?:matters arising|minutes of (?:the )?(?:last|previous|meeting)|any other business).*|"
    r"(?:[\d.]+\W*|the |chair\S* |opening )?welcome\b.*|karakia\b.*|(?:opening |closing )?prayers?|"
    r".*['’]s? report|"
    r"(?:correspondence|introductions?|attendance|quorum)(?: .*)?",
    re.IGNORECASE,
)
"""The title of an item that has run into a name's line."""
_TRAILS_OFF: Final = re.compile(r"(?:.*\s)?(?:and|&|or|de|van|von|der|with|by)|.*[\[(&,/]")
"""Words that something must follow."""
_SAID: Final = re.compile(
    r"[^\W\d_].*\b[a-z]{2,}ed (?:to|its|his|her|their|the|a|an)\b.*|(?i:.*\bname\b.*\bname\b.*)|"
    r"(?i:transcript|copy|copies) of\b.*"
)
"""A sentence, or the head of a table."""
_SOMEBODY: Final = re.compile(r"(?:Mrs?|Ms|Miss|Cllr|Dr|Prof)\.? [^'’&]{1,24}")
_SHORT_FIELD: Final = frozenset("HR OD IT ICT PR HE FE PEC EDI PPI IG EPRR CHC".split())
"""Short for a field of work or a committee of one's own body."""
_RANK: Final = re.compile(
    r"(?:acting |temporary |lead )?(?:detective|chief|deputy chief|det\.?|d/|t/|inspector|insp|supt|"
    r"superintendent|sergeant|sgt|constable|corporal|bros?|sis|brother|sister|comrade|"
    r"ex|elect|designate|emeritus|mr and|mrs and)\.?(?: (?:and|&))?",
    re.IGNORECASE,
)
"""Ranks and titles that a cut has left without their names."""


def after_call_sign(text: str) -> int:
    """Where words go on behind a call sign, which say somebody's office: "M0XYZ Contests"; else 0."""
    found = re.match(rf"(?:{_CALL_SIGN.pattern})\s+(?=[A-Z])", text)
    return found.end() if found else 0


_PILED: Final = re.compile(
    r"\bMembers? (?:Members?|of the Public|on Leave)\b|"
    r"^(?:Member|Delegate|Seat) \d+$|^\d[\d.]* .*\bMeetings?\b"
)
"""Headings and posts written one after the other ("President Member Member Staff"), numbers of members and
items of the agenda."""


def is_note(text: str) -> bool:
    """Whether words beside a name are letters after it, a call sign, a rank, a reference or a heading."""
    if text.count("(") != text.count(")"):
        return True  # one half of something
    if _PILED.search(text):
        return True
    if len(text) <= 12 and (_HONOURS.fullmatch(text) or _CALL_SIGN.fullmatch(text)):
        return True
    return bool(
        text in _SHORT_FIELD
        or _RANK.fullmatch(text)
        or _REFERENCE.fullmatch(text)
        or _ABOUT.fullmatch(text)
        or _AGENDA.fullmatch(text)
        or _TRAILS_OFF.fullmatch(text)
        or _SAID.fullmatch(text)
        or (_SOMEBODY.fullmatch(text) and kind_of_body(text) is None)
    )


def is_idle(text: str) -> bool:
    """Parties, wards, pronouns, contact details: nothing that belongs here."""
    low = text.lower().strip(" .")
    return (
        low in words.PARTIES
        or bool(re.match(r"who (?:was|is|had|has|were)\b", low))
        or bool(words.REASONS.fullmatch(low))
        or bool(
            re.fullmatch(
                r"(?:(?:she|he|they|xe)\s*/\s*\w+(?:\s*/\s*\w+)?|.{2,40}\bward|ward of "
                r".{2,40}|@[\w-]+|\d+|[✓✔xX*]|retd?\.?|tel|email|e-mail|phone|mobile)",
                low,
            )
        )
        or bool(words.EMAIL.search(text))
        or bool(words.PHONE.fullmatch(text))
        or bool(words.CONTACT_LABEL.fullmatch(text))
    )


def has_a_middle(text: str, name: str) -> bool:
    """Whether initials give a middle name that the name leaves out: "Ann Bell (AMB)"."""
    parts = name.split()
    return (
        len(parts) > 1
        and len(text) == 3
        and text.isalpha()
        and text.isupper()
        and text[0] == parts[0][0].upper()
        and text[2] == parts[-1][0].upper()
    )


__all__ = ["after_call_sign", "has_a_middle", "is_idle", "is_note"]

"""Who chaired and stands on no roster: "The Mayor, Cllr A. Bell, was in the Chair. Also present were …"."""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.components.attendance_entries import Draft
from whosat.extract.components.attendance_merge import key_of, same_name, titles_agree
from whosat.extract.components.attendance_named import ending
from whosat.extract.components.roster_lines import decode
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_scores import is_non_person
from whosat.extract.document import Document
from whosat.extract.names import name_at
from whosat.ontology.facts import Status

_TITLE: Final = (
    r"(?:(?:Cllr|Councillor|Ald|Alderman|Deputy|Senator|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Rev|Revd|"
    r"Canon|Lord|Lady|Baroness|Judge|Major|Colonel|Bro|Brother|Sister|Comrade)\.?[ ]+){0,3}"
)
_NAME: Final = (
    r"(?<![\w.])(?:(?:(?:Lord|Deputy|Vice|Acting|Interim)[ -])?(?:Mayor|President|Chair(?:man|woman|person)?|"
    r"Speaker|Supervisor|Reeve|Provost|Warden|Commissioner|Moderator)(?:[ -][Pp]ro[ "
    r"-]?[Tt]em(?:pore)?\.?)?,?[ ]+)?"
    r"(?P<who>"
    + _TITLE
    + r"(?:(?:[A-Z]\.?|[A-Z][\w’'-]+)[ ]+){0,3}(?:[Oo][’' ]|Mc ?|Mac ?|de |van )?[A-Z][\w’'-]+)"
)
_TOLD: Final = tuple(
    re.compile(pattern)
    for pattern in (
        _NAME + r" (?:was |being )?(?:voted|called|moved|elected|"
        r"appointed) (?:in)?to (?:take )?the [Cc]hair\b",
        _NAME + r"(?:,? (?:[Cc]hair\w*|[Pp]resident|[Mm]ayor|[Cc]athaoirleach),?)?,? "
        r"(?:took|was in|in|occupied) the [Cc]hair\b",
        _NAME + r"(?:, (?:the )?(?:[Cc]hair\w*|[Pp]resident|[Mm]ayor|(?:[A-Z][\w-]+[ -]?){1,3}),?)?,? "
        r"(?:presided|presiding|(?:chaired|presided over|presided at) the meeting)\b",
        _NAME + r" (?:was|be) (?:duly |unanimously )?(?:elected|appointed|voted|nominated) "
        r"(?:as |to be |to act as )?"
        r"(?:the )?[Cc]hair(?:man|woman|person)? (?:for|of) (?:the|this) (?:\w+ )?meeting\b",
        r"\b[Tt]he (?:[Aa]cting )?(?:Chair(?:man|woman|person)?|Cathaoirleach|Cadeirydd|Convener|Convenor), "
        + _NAME
        + r", (?:[a-z]+ed|told|said|gave|read|led|took|put|then|also)\b",
        r"\b[Tt]he (?:[A-Z][\w-]+ ){1,3}\(" + _NAME + r"\),? (?:took|was in|in) the [Cc]hair\b",
        r"\b[Tt]he (?:President|Mayor|Provost), "
        + _NAME
        + r", (?:opened|welcomed|called|declared|presided)\b",
        r"\b(?:[Mm]eeting|[Ss]ession) (?:was )?(?:[Cc]haired|[Oo]pened|presided over)"
        r"(?: at [\d.:]{1,5} ?(?:[ap]\.?m\b\.?)?)? by (?:the )?"
        r"(?:(?:[Cc]hair\w*|[Pp]resident|[Mm]ayor),? )?" + _NAME,
        _NAME + r"(?:, [A-Z]\.[A-Z. ]{1,8})?(?:, [A-Z ]{4,30})?,? IN THE CHAIR\b",
        r"\b[Cc]alled to [Oo]rder\b(?:[^.\n]|\.(?=[\dmM])){0,40}? by (?:the )?(?:[A-Z]\w+ )??"
        r"(?:(?:[Cc]hair|[Pp]resident)\w*,? )?" + _NAME,
        r"\b(?:Chair(?:man|woman|person)?|President|Supervisor|Mayor) "
        + _NAME
        + r" called the (?:\w+ ){0,3}meeting to order",
    )
)
_POST: Final = r"(?:[Cc]hair(?:man|woman|person)?|CHAIR(?:MAN|PERSON)?|[Cc]onvener|Cathaoirleach|Cadeirydd)"
_NOTED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        _NAME.replace(r"(?<![\w.])", "") + r" \((?:[Ii]n the )?" + _POST + r"\)",
        r"(?:^|\n)\W*(?:In the [Cc]hair|IN THE CHAIR|Chaired by|Presiding(?: [Oo]fficer)?|" + _POST + r")"
        r"(?:[ ]?/[ ]?(?:Cathaoirleach|Cadeirydd))?[ ]?[:/–-][ ]*" + _NAME + r"(?=\s*(?:[\n,;(]|$))",
    )
)
"""The chair as a roster writes it that was not read as one: "Core Membership Cllr Bell (Chair) …"."""
_AWAY: Final = re.compile(
    r"(?:apolog|absen|regret|excused|not present|igned|next meeting|election|elected)", re.IGNORECASE
)
_TOP: Final = 2500
_PART: Final = re.compile(r",? (?:for|during|until|while|whilst)\b(?! (?:the|this) (?:\w+ )?meeting)")


def seat_told(document: Document, people: list[Draft], *, marked: bool) -> bool:
    """Add the one of whom only the text at the top says that he or she chaired; nobody without a roster, and
    none by a mere mark where a chair is `marked` who was away."""
    if len(people) < 2:
        return False
    for pattern in (*_TOLD, *(() if marked else _NOTED)):
        for said in pattern.finditer(document.text, 0, _TOP):
            if _PART.match(document.text, said.end()):
                continue
            if pattern in _NOTED and _AWAY.search(document.text, max(0, said.start() - 160), said.start()):
                continue
            known = ending(said["who"], people) if pattern in _NOTED else None
            if known is not None and known.status is Status.PRESENT and _is_meant(said["who"], known):
                known.role, known.role_strength = "chair", 2
                return True
            if (draft := _new(said, people)) is not None:
                people.append(draft)
                return True
    return False


def _is_meant(who: str, known: Draft) -> bool:
    """Whether a name is that of somebody on the roster, who may stand there by the surname only."""
    read = name_at(who)
    return read is not None and (" " not in known.name or same_name(read.name, known.name))


def _new(said: re.Match[str], people: list[Draft]) -> Draft | None:
    """The person a sentence names, where nobody of the roster has that surname."""
    name = name_at(said["who"])
    if name is None or is_non_person(name.name):
        return None
    key = key_of(name.name)
    read = decode([RosterLine(said["who"], said.start("who"))]).people
    if len(read) != 1 or not key:
        return None
    (person,) = read
    if person.score < 0.7 or (" " not in person.name and not person.honorific):
        return None
    draft = Draft(
        person,
        Status.PRESENT,
        False,
        [(said.start(), said.end())],
        confidence=round(0.4 + 0.4 * person.score, 3),
        rule="attendance sentence",
    )
    draft.role, draft.role_strength = "chair", 1
    alike = [one for one in people if key[-1] in key_of(one.name)]
    return None if any(titles_agree(one, draft) for one in alike) else draft

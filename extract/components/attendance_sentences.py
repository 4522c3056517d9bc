"""What sentences say of attendance: apologies received, and who joined or left when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from whosat.extract.components.attendance_deputies import find
from whosat.extract.components.attendance_entries import Draft
from whosat.extract.components.attendance_prose import GUESTS_WITHIN, PROSE
from whosat.extract.components.dates import time_in
from whosat.extract.components.roster_breaks import one_line
from whosat.extract.components.roster_heading_words import SENT
from whosat.extract.components.roster_headings import heading_of
from whosat.extract.components.roster_lines import decode
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_pieces import plural_title
from whosat.extract.components.roster_posts import is_titled
from whosat.extract.components.roster_scores import is_non_person, name_score
from whosat.extract.document import Document
from whosat.extract.names import is_initials
from whosat.ontology.facts import Status

_SAID_OF_THEM: Final = (
    r"(?i:absence|absent|lateness|attend\w*|non[- ]attend\w*|inability|late|arrival|being|unable|leave|"
    r"(?:my|his|her|their)|were|was|is|are|has|have|had|been|having|also|then|duly|as|already|since|again|"
    r"formally|previously|prior|before|ahead|of|for(?= (?:absence|lateness|late|non|not|their|his|her|this|"
    r"the|being|inability))|not(?= (?:attending|being|there))|there|present|out|in|on|at|to|over|"
    r"forward|and|with|thanks|advance|(?:meeting|evening|night)s?(?:['’]s)?|(?:today|tonight)(?:['’]s)?|the|this|time|writing|record|"
    r"(?:by|via) (?:e-?mail|phone|telephone|letter|text|the (?:chair\w*|clerk|secretary))|all|given|sent|"
    r"made|read|put|came|come|arrive|[a-z]{2,}(?:ed|en))"
)
"""Words between "apologies" and whose they are: auxiliaries, participles, what for and when; no denial."""
_APOLOGIES: Final = re.compile(
    (
        r"(?:\b(?:[Aa]pologies|APOLOGIES|[Rr]egrets|[Ee]xcuses|[Aa]n apology|[Aa]pology|"
        r"A(?:N A)?POLOGY|"
        r"[Ll]etters? of (?:regret|apology))\b(?:\.? These(?= were))?|"
        r"(?<=\n)These(?= were received from (?:Cllr|Councillor|Mr|Mrs|Ms|Dr)))"
        rf"(?:,? {_SAID_OF_THEM}\b){{0,14}}?(?::(?= from))?"
        r"\s*(?i:on behalf of|in respect of|from|by(?! (?:e-?mail|phone|telephone|letter|text|the "
        r"(?:chair\w*|clerk|secretary) (?:from|for|on)))|of(?! (?:absence|apolog))(?= (?-i:(?:(?:Cllr|"
        r"Councillor|Mr|Mrs|Ms|Miss|"
        r"Dr|Prof|"
        r"Rev|Sir)\w?\.? )?[A-Z][\w’'-]*[.,]? (?:and |& )?[A-Z]))|for(?!\s+(?:absence|lateness|non|late)))"
        r"(?:\s+|\s*[:,]\s*)(?P<who>(?:[^\n]+[;,]\s*\n+){0,20}[^\n]+(?:\n(?![\n•·\d])[^\n]+){0,6})"
    ).replace(" ", r"\s{1,20}")  # the line may break, or a wide gap stand, between any two words
)
_SENT: Final = re.compile(
    r"(?:\b[Tt]he [A-Z][\w’' -]{2,40} \()?(?P<who>"
    r"(?:(?:County|District|Cllr|Councillor|Mr|Mrs|Ms|Dr|Prof)\.? ){0,3}+[A-Z][\w’'-]*"
    r"(?:[ ,]+(?:and |& )?(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Dr|"
    r"Prof)\.? )?+[A-Z][\w’'-]*\.?){0,14})\)?(?: \([^()\n]{2,60}\),?)? "
    r"(?:had |have |has )?(?:also )?"
    rf"(?:{SENT}\b(?! for (?:the|that|this|any|what)\b)|"
    r"(?:(?<=had )|(?<=have )|(?<=has ))apologised\b(?! (?:for|to|that|if)\b)|"
    r"apologised for (?:his |her |their |not |being )?(?:absence|non[- ]attendance|unable|"
    r"being (?:absent|unable)|able to (?:attend|come|be)))"
)
_ADDED: Final = re.compile(
    r"\b[Aa]polog(?:ies|y)\b[^.\n]{0,60}?\b(?:with the addition of|as well as from|and also from|in addition"
    r",? from) (?P<who>[^\n]+)"
)
_STOP: Final = re.compile(
    r"(?<=[\w)])\.(?=\s|$)|(?-i:;\s+(?=[a-z]))|"
    r"(?-i:\bThe (?:Vice|Deputy|Mayor|Clerk|Council|Board|Committee|Parish|Town|[Mm]eeting|[Mm]inutes)\b)|"
    r"(?-i:\b(?:With|In|At|Following|After|Due|It|The) (?:the|a|absence|to|was|that|[Cc]hair)\b)|"
    r"\b(?:would|who (?:had|has|have|was|were|is|are|could|did)|due to|because|during (?:his|her|their|a|"
    r"an|the)\b|as (?:he|she|"
    r"they)|with no|these were|which were|it was|was noted|and (?:it|the|these|all|no|were|was|had|have)\b|"
    r"apologies|absence|no further|were noted|in accordance|for lateness|had been|was "
    r"received|were received|were accepted|was accepted|were approved|"
    r"be (?:accepted|received|noted|sustained|approved|granted|excused))\b",
    re.IGNORECASE,
)
_LATE: Final = re.compile(r"lateness|late arrival|late\b", re.IGNORECASE)
_TITLE_STOP: Final = re.compile(
    r"(?:\b(?:Cllr|Cllrs|Dr|Mr|Mrs|Ms|Prof|Rev|St|Revd|Hon|Supt|Insp|Sgt|Capt|Col|Maj|Dist|Cty|Boro|Lt|"
    r"Brig|Fr|Messrs)|\b[A-Z])$"
)


def apologies_in_text(document: Document, people: list[Draft]) -> None:
    """Add those whose apologies a sentence reports and who stand in no roster."""
    for found in _APOLOGIES.finditer(document.text):
        if document.text[max(0, found.start() - 4) : found.start()].lower().strip() == "no":
            continue
        lead = document.text[found.start() : found.start("who")]
        if re.search(r"[:,]\s*\n\s*$", lead) or _LIST_BELOW.match(found["who"]):
            continue  # the heading of a list below it, read as such
        if not _LATE.search(found.group()[: found.start("who") - found.start()]):
            _take(found, people)
    for found in _ADDED.finditer(document.text):
        _take(found, people)
    for found in _sent(document.text):
        if plural_title(found["who"]) or any(
            name_score(part.strip()) >= 0.85 or is_titled(part.strip())
            for part in re.split(r",| and | & ", found["who"])
        ):
            _take(found, people, behind=True)


_LIST_BELOW: Final = re.compile(r"the following(?: \w+){0,3}\W*\n", re.IGNORECASE)
_AWAY: Final = re.compile(r"apolog|regrets\b|excuses\b")
_REACH: Final = 600  # characters before such a word in which the sentence begins


def _sent(text: str) -> Iterator[re.Match[str]]:
    """What says of people that they sent apologies; the pattern is too slow to run everywhere."""
    done = 0
    for word in _AWAY.finditer(text):
        found = _SENT.search(text, max(done, word.start() - _REACH), min(len(text), word.end() + 40))
        if found is not None:
            done = found.end()
            yield found


_GOES_ON: Final = re.compile(r"\s+Also\b")


def _clause(text: str) -> str:
    """The list of names up to the end of the sentence; a stop after a title or an initial ends none."""
    for mark in _STOP.finditer(text):
        if text.count("(", 0, mark.start()) > text.count(")", 0, mark.start()):
            continue
        if _GOES_ON.match(text, mark.end()):
            continue
        if mark.group() != "." or not _TITLE_STOP.search(text[: mark.start()]):
            return text[: mark.start()].rstrip(" ,")
    return text


_LABELLED: Final = re.compile(r"[A-Z][^:,;.\n]{2,60}:\s+[A-Z]")
"""A line of a list by place or body: "Wenlow: Ann Bell"."""


def _before_heading(text: str) -> str:
    """The lines of a list up to the one that heads another."""
    lines = text.split("\n")
    end = next(
        (at for at, line in enumerate(lines) if at and (heading_of(line) or _LABELLED.match(line))),
        len(lines),
    )
    return "\n".join(lines[:end])


_REASON: Final = re.compile(r"(?<=[\w)]) [-–—] [a-z][^,;()\n]*?(?=[,;]| and (?:for |from )?[A-Z]|$)")
"""Why somebody does not come, behind a dash: "Cllr Bell - work commitment and Cllr Cole"."""
_AND_FOR: Final = re.compile(r",? and (?:for|from|by) (?=[A-Z])")
"""Between two for whom the same is said: "accepted for Cllr Bell and for Cllr Cole"."""
_SENTENCE_END: Final = re.compile(r"(?<=[a-z])\.\s+")


def _stand_alone(people: Sequence[Draft]) -> bool:
    """Whether most people of the roster stand by one name."""
    return sum(" " not in draft.name for draft in people) * 2 > len(people)


def _take(found: re.Match[str], people: list[Draft], *, behind: bool = False) -> None:
    """Add the names of a match; `behind`: what they did stands behind them, in their sentence."""
    at, said = found.start("who"), found["who"]
    ends = [end for end in _SENTENCE_END.finditer(said) if not _TITLE_STOP.search(said[: end.start()])]
    if behind and ends:
        said, at = said[ends[-1].end() :], at + ends[-1].end()
    clause = _clause(_before_heading(said))
    if "minutes" in clause.lower():
        return
    clause = _REASON.sub(lambda one: " " * len(one.group()), clause)
    clause = _AND_FOR.sub(lambda one: ",".ljust(len(one.group())), clause)
    line = RosterLine(one_line(clause), at)
    alone = _stand_alone(people)
    for person in decode([line], by_first_name=alone, by_surname=alone).people:
        if is_initials(person.name) and (known := find(person.name, people)) is not None:
            known.where.append((found.start(), line.end))
            continue
        if not (" " in person.name or person.honorific or plural_title(clause) or alone):
            continue
        draft = Draft(
            person,
            Status.APOLOGIES,
            False,
            [(found.start(), line.end)],
            confidence=0.5 + 0.4 * person.score,
            rule="apologies sentence",
        )
        draft.role, draft.role_strength = person.facts.role, person.facts.role_strength
        if (known := find(person.name, people)) is not None and known.status in (
            Status.APOLOGIES,
            Status.ABSENT,
        ):
            known.facts.organisation = known.facts.organisation or person.facts.organisation
            known.facts.organisation_at = known.facts.organisation_at or person.facts.organisation_at
            known.status = Status.APOLOGIES  # a roll call only sees who is away
        elif not is_non_person(person.name):
            people.append(draft)


_PROSE_END: Final = re.compile(
    r"(?<=[\w)])\.(?=\s+[A-Z]|\s*$)|;\s+(?=(?:apologies|also|in attendance)\b)|\b(?:with "
    r"apologies|apologies|took the minutes)\b",
    re.IGNORECASE,
)


def attendance_in_text(document: Document, people: list[Draft]) -> None:
    """Read who was there from sentences at the top, where no roster says so ("The meeting was attended
    by …")."""
    top = 0
    for line in document.lines:
        top = line.end
        if line.number > 60 or top > 6000:
            break
    text = _unwrapped(document, top)
    listed = sum(draft.status is Status.PRESENT and draft.strong for draft in people)
    for pattern, status in PROSE:
        if status is Status.PRESENT and listed > 2:
            continue
        for found in pattern.finditer(text):
            group = "who" if found.groupdict().get("who") else "who2"
            there = any(draft.status is Status.PRESENT for draft in people)
            told = Status.PRESENT if status is Status.IN_ATTENDANCE and not there else status
            _take_listed(found[group], found.start(group), told, people)


def _unwrapped(document: Document, top: int) -> str:
    """The text up to `top` with the line ends within a paragraph as blanks, so that offsets hold."""
    parts, at = [], 0
    for block in document.blocks:
        if block.start >= top or block.start < at:
            continue
        parts.append(document.text[at : block.start])
        inside = document.text[block.start : block.end]
        parts.append(inside if block.cells else one_line(inside))
        at = block.end
    return "".join([*parts, document.text[at:top]])[:top]


_SURNAMES: Final = re.compile(r"(?:[A-Z][\w’'-]{2,}(?:, (?:and )?| and )){2,}[A-Z][\w’'-]{2,}")
"""Those who answered a roll call, by one name each."""


def _take_listed(words: str, start: int, status: Status, people: list[Draft]) -> None:
    clause = words
    for mark in _PROSE_END.finditer(words):
        if mark.group() != "." or not _TITLE_STOP.search(words[: mark.start()]):
            clause = words[: mark.start()].rstrip(" ,")
            break
    if status is Status.PRESENT and (guests := GUESTS_WITHIN.search(clause)):
        rest = words[guests.end() : len(clause)]
        _take_listed(rest, start + guests.end(), Status.IN_ATTENDANCE, people)
        clause = clause[: guests.start()].rstrip(" ,")
    lead = re.match(r"(?:Apologies|The (?:meeting|minutes|chair)|No\b|It was)", clause)
    alone = _stand_alone(people)
    read = [] if lead else decode([RosterLine(clause, start)], by_surname=alone).people
    alone = alone or bool(plural_title(clause))
    if status is Status.PRESENT and _SURNAMES.fullmatch(clause):
        alone, read = True, decode([RosterLine(clause, start)], by_surname=True).people
    if not read and (known := find(clause.strip(), people)) is not None and status is Status.MINUTE_TAKER:
        known.status = status
    if not read or (len(clause.split()) > 6 * len(read) + 6):
        return
    for person in read:
        if len(read) < 4 and (
            (person.score < (0.7 if len(read) < 3 else 0.5) and not alone)
            or (" " not in person.name and not (person.honorific or alone))
        ):
            continue
        known = find(person.name, people)
        if known is None:
            draft = Draft(
                person,
                status,
                False,
                [(start, start + len(clause))],
                confidence=0.45 + 0.4 * person.score,
                rule="attendance sentence",
            )
            draft.role, draft.role_strength = person.facts.role, person.facts.role_strength
            people.append(draft)
        elif status is Status.MINUTE_TAKER and known.status in (Status.PRESENT, Status.IN_ATTENDANCE):
            known.status = status
            known.where.append((start, start + len(clause)))


_MOVE: Final = re.compile(
    r"(?P<who>(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Prof|Professor)\.? "
    r")?(?:[A-Z][\w’'-]*\.?(?: [A-Z][\w’'-]*\.?){0,3}|[A-Z]{2,3}(?:-[A-Z])?))(?: "
    r"\([^)]{1,40}\))? (?:then |also |had |has )?"
    r"(?P<how>joined|left|arrived|entered|departed|re-?joined|withdrew)\b(?P<rest>(?:[^.\n]|\.(?=\d)){0,80})"
)


_AT_MEETING: Final = re.compile(r"\s+(?:the (?:meeting|call|session)|us)(?!\s+of\b)")


def movements_in_text(document: Document, people: list[Draft]) -> None:
    """Take down when somebody of the roster joined or left ("CB joined the meeting at 13:49"), and who else
    did."""
    for who, arrives, rest, extent in _movements(document.text):
        draft = find(who, people)
        time = time_in(rest)
        if draft is None and _AT_MEETING.match(rest) and name_score(who) >= 0.85:
            _take_listed(who, document.text.index(who, extent[0]), Status.IN_ATTENDANCE, people)
        if draft is None or time is None:
            continue
        if arrives and draft.facts.arrived_at is None:
            draft.facts.arrived_at = time
            draft.where.append(extent)
        elif not arrives:
            draft.facts.left_at = draft.facts.left_at or time
            draft.where.append(extent)


def _movements(text: str) -> Iterator[tuple[str, bool, str, tuple[int, int]]]:
    for found in _MOVE.finditer(text):
        how = found["how"].lower()
        who = re.sub(r"^(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Prof|Professor)\.? ", "", found["who"])
        yield (
            who,
            how in ("joined", "arrived", "entered", "rejoined", "re-joined"),
            found["rest"],
            (found.start(), found.end("rest")),
        )

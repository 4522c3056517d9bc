"""People as the trained model's labels tell them: a second reading, for what the rules miss.

Rules go first; this adds people the rules did not see and organisations
they left open, with the lower confidence of a single reader.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, TypeGuard

from whosat.extract.components.attendance_entries import Draft, draft_of, heads_record
from whosat.extract.components.attendance_merge import key_of, same_name, titles_agree
from whosat.extract.components.labels_walk import Seen, one_row, walk, words_of
from whosat.extract.components.records import Extent, Label
from whosat.extract.components.roster_attributes import Attributes
from whosat.extract.components.roster_breaks import is_prose
from whosat.extract.components.roster_capacities import is_area
from whosat.extract.components.roster_heading_words import IN_OFFICE
from whosat.extract.components.roster_headings import Group, State
from whosat.extract.components.roster_people import Person
from whosat.extract.components.roster_pieces import plural_title
from whosat.extract.components.roster_posts import is_no_body
from whosat.extract.components.roster_scores import body_score, is_non_person, name_score
from whosat.extract.components.roster_sections import Section
from whosat.extract.components.roster_words import ACCOMPANIES
from whosat.extract.model import tags
from whosat.extract.names import (
    given_names,
    is_clipped,
    is_given_name,
    is_surname,
    read_name,
    without_generation,
)

RULE: Final = "roster model"
_SCORE: Final = 0.4  # of a name only the model sees; gives a confidence of about 0.7
_STATES: Final = {
    "present": (State.PRESENT, None),
    "apologies": (State.APOLOGIES, None),
    "attending": (State.IN_ATTENDANCE, Group.GUEST),
    "absent": (State.ABSENT, None),
    "minutes": (State.IN_ATTENDANCE, Group.MINUTES),
}


def fill(text: str, labels: Sequence[Label], sections: Sequence[Section], drafts: list[Draft]) -> list[Draft]:
    """The drafts with the model's word on names and open organisations, and the people only it has seen."""
    kept = _settle_names(text, labels, drafts)
    more: list[Draft] = []
    for one in walk(text, labels):
        if one.organisation and _heads_others(one.organisation, one.name, text):
            one.organisation = None
        mine = _known(one, text, kept)
        if mine is not None:
            if one.organisation and _is_post_of_another(one.organisation, mine, kept):
                one.organisation = None  # "Ann Bell; Highway Commissioner Bob Cole"
            _complete(mine, one, text)
        elif _is_said_of(one, text, kept):
            continue
        elif (person := _person(one, text)) is not None and (under := _section(one, text, sections)):
            seen = _draft(person, one, under)
            if not _is_named_above(seen, kept):
                more.append(seen)
    return [*kept, *more]


def _heads_others(body: Label, name: Label, text: str) -> bool:
    """Whether a body behind a name is the label of those who follow: "Ann Bell; Barset Council: Bo Cole"."""
    return body.start > name.end and (
        ";" in text[name.end : body.start] or text[body.end : body.end + 1] == ":"
    )


def _is_named_above(seen: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a title and a surname mean somebody whom the rosters give in full: "Cllr Bell", "A. Bell"."""
    key = key_of(seen.name)
    return len(key) == 1 and any(
        len(key_of(one.name)) > 1 and key_of(one.name)[-1:] == key and titles_agree(seen, one)
        for one in drafts
    )


def _is_post_of_another(label: Label, mine: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the rules give the words to somebody else, as what he or she is."""
    return any(
        draft is not mine
        and draft.facts.job_at is not None
        and draft.facts.job_at[0] < label.end
        and label.start < draft.facts.job_at[1]
        for draft in drafts
    )


def _is_said_of(seen: Seen, text: str, drafts: Sequence[Draft]) -> bool:
    """Whether the rules have taken the words for a post or body of somebody on the same line."""
    words = words_of(text, seen.name)
    before = text[max(0, seen.name.start - 40) : seen.name.start]
    told = [draft.facts.deputising_at for draft in drafts if draft.facts.deputising_at]
    if any(start < seen.name.end and seen.name.start < end for start, end in told):
        return True  # "Ann Bell (obo Bob Cole)"
    return ACCOMPANIES.search(before) is not None or any(
        draft.person.name_at[0] < seen.name.start <= draft.person.end
        and words in f"{draft.facts.job_title or ''} {draft.facts.organisation or ''}"
        for draft in drafts
    )


def _settle_names(text: str, labels: Sequence[Label], drafts: Sequence[Draft]) -> list[Draft]:
    """Where rules and model cut a name differently, the model's cut, if it makes a whole name.

    A rule reads a line's delimiters; between "Ada Ferrier" and "Fjordware" there may be none.
    """
    names = [n for n in labels if n.label in (tags.PERSON, tags.PRINCIPAL) and _is_one_name(n, text)]
    taken: set[Label] = set()
    kept = []
    for draft in drafts:
        within = [n for n in names if _overlap(draft, n)]
        label = within[0] if len(within) == 1 else None
        if label and _is_two_people([one for one in drafts if _overlap(one, label)]):
            label = None
        if not within and _is_a_body(draft, labels, text):
            continue
        if label is None or not _is_better(draft, label, labels, text):
            kept.append(draft)
        elif label in taken:
            continue  # the second half of a name that the rules took for two people
        else:
            _rename(draft, label, text)
            taken.add(label)
            kept.append(draft)
    return kept


def _is_one_name(label: Label, text: str) -> bool:
    return not re.search(r"[\n\t,;/&]|\band\b", text[label.start : label.end])


def _is_two_people(drafts: Sequence[Draft]) -> bool:
    """Whether names that run on in one label each begin as a name does."""
    firsts = [re.split(r"[\s-]", draft.name)[0].strip(".").lower() for draft in drafts]
    return len(drafts) > 1 and all(first in given_names() or len(first) == 1 for first in firsts)


def _is_better(draft: Draft, label: Label, labels: Sequence[Label], text: str) -> bool:
    """Whether the model's cut can stand: it ends at no hyphen, and what it leaves over is something else."""
    start, end = draft.person.name_at
    edges = text[label.start - 1 : label.start] + text[label.end : label.end + 1]
    if (start, end) == (label.start, label.end) or "-" in edges or text[end : end + 1].isupper():
        return False  # "Ann BellHousing": the next cell's words are stuck to the name
    if _begins_within(draft.facts.organisation_at, label):
        return False  # "Cllr Bell Wenlow Borough Council": the next word begins whom they are from
    if draft.person.turned:
        return False  # "Bell, A. B.": the rules have put the surname last
    if label.start <= start and end <= label.end:  # longer: only by more of a name
        return name_score(words_of(text, label)) >= max(0.75, draft.person.score)
    if end < label.end and name_score(words_of(text, label)) < 0.75:
        return False  # "Prof Ann Bell Universities"
    before, after = text[start : label.start].strip(" ."), text[label.end : end].strip(" .,")
    if after and without_generation(draft.name) != draft.name and draft.name.lower().endswith(after.lower()):
        return False  # "Jr" belongs to the name
    clipped = before and is_clipped(text[start : label.start].strip())
    if clipped or len(before) == 1 or not re.search(r"[^\W\d_]{2}", text[label.start : label.end]):
        return False  # "Md. Yusuf Karim", "L. P. Hill", "A M" of "A M Te Whata"
    others = [one for one in labels if one is not label]
    return _is_other(before, start, label.start, others) and _is_other(after, label.end, end, others)


def _begins_within(extent: Extent | None, label: Label) -> bool:
    return extent is not None and label.start < extent[0] < label.end


def _is_other(words: str, start: int, end: int, labels: Sequence[Label]) -> bool:
    """Whether words beside a name are told to be something else, or are initials before it."""
    return (
        not words
        or words.isupper()
        or any(
            one.start < end and start < one.end and one.label not in (tags.PERSON, tags.MENTIONED)
            for one in labels
        )
    )


def _is_a_body(draft: Draft, labels: Sequence[Label], text: str) -> bool:
    """Whether the model takes a whole name for a body or place, and the line's person for another."""
    start, end = draft.person.name_at
    bodies = (tags.ORG, tags.BOARD, tags.PLACE)
    if draft.person.honorific or draft.person.told or _has_a_name(draft.name):
        return False
    if not any(one.label in bodies and one.start <= start and end <= one.end for one in labels):
        return False
    return any(
        one.label == tags.PERSON and one_row(text, end, one.start) for one in labels if one.start >= end
    )


def _has_a_name(name: str) -> bool:
    parts = [part.strip(".").lower() for part in re.split(r"[\s-]+", name)]
    return any(part in given_names() or is_surname(part) for part in parts)


def _overlap(draft: Draft, label: Label) -> bool:
    start, end = draft.person.name_at
    return start < label.end and label.start < end


def _rename(draft: Draft, label: Label, text: str) -> None:
    words = words_of(text, label)
    name = read_name(words)
    if name is None or len(words.split()) < 2 or name.name == draft.name or plural_title(f"{words}, X"):
        return  # "Committeemen Bell" of "Committeemen Bell, Cole and Dow"
    if " " not in name.name and " " in draft.name:
        return  # "Barr. Ngozi" of "Barr. Ngozi Eze"
    if draft.facts.organisation_at and label.start < draft.facts.organisation_at[0] < label.end:
        return  # "Foy West" of "RE Foy West Lindsey District Council"
    before = draft.name
    draft.person.name, draft.person.name_at = name.name, _extent(label)
    draft.person.end = max(draft.person.end, label.end)
    draft.facts.initials = draft.facts.initials or _initials_before(before, name.name)
    draft.confidence = min(draft.confidence, 0.8)


def _initials_before(whole: str, name: str) -> str | None:
    """Initials that stood before a name and were taken for part of it."""
    first = whole.split()[0]
    return first if first.isupper() and first not in name.split() and len(first) < 5 else None


def _known(seen: Seen, text: str, drafts: Sequence[Draft]) -> Draft | None:
    name = " ".join(text[seen.name.start : seen.name.end].split())
    return next((d for d in drafts if _overlap(d, seen.name) or same_name(d.name, name)), None)


def _complete(draft: Draft, seen: Seen, text: str) -> None:
    """What the labels say beside a name that the rules have read, where the rules say nothing."""
    if not _overlap(draft, seen.name):
        return
    facts = draft.facts
    if facts.organisation is None and facts.job_title is None and _is_sound(seen.organisation, text):
        facts.organisation, facts.organisation_at = _said(text, seen.organisation)


def _is_sound(label: Label | None, text: str) -> TypeGuard[Label]:
    """Whether a lone label may stand as an organisation: no person's name, no single common word."""
    if label is None:
        return False
    words = words_of(text, label)
    return (
        not re.search(r"[,;]|^(?:Also|And|Plus)\b|^The (?:Very|Most|Right|Rev\w*|Hon)\b", words)
        and (words.isupper() or " " in words)
        and not _has_a_name(words)
        and not is_no_body(words)
    )


def _said(text: str, label: Label) -> tuple[str, Extent]:
    return words_of(text, label), _extent(label)


def _extent(label: Label) -> Extent:
    return (label.start, label.end)


def _person(seen: Seen, text: str) -> Person | None:
    """A person, if the words can be a name: the model alone is not believed on a word or a firm."""
    words = words_of(text, seen.name)
    name = read_name(words)
    if name is None or is_non_person(words) or is_area(words):
        return None
    if seen.title is None and (body_score(words) >= 0.8 or _LETTERS_LAST.search(words)):
        return None  # "Dale Hotel", "Dale AONB"
    if len(words) > 60 or not _is_one_name(seen.name, text):
        return None
    if _in_prose(seen, text):
        return None
    parts = [part.strip(".").lower() for part in re.split(r"[\s-]+", name.name)]
    titled = seen.title is not None
    if (len(parts) < 2 or " " not in name.name) and not titled:
        return None
    if not titled and not (is_given_name(name.name.split()[0]) or len(parts[0]) == 1):
        return None  # "Mid Glen", "Pine Valley": a surname alone makes no name
    facts = Attributes(said=True)
    if seen.organisation:
        facts.organisation, facts.organisation_at = _said(text, seen.organisation)
    if seen.job:
        facts.job_title, facts.job_at = words_of(text, seen.job), _extent(seen.job)
    if seen.initials:
        facts.initials = words_of(text, seen.initials)
    if seen.principal:
        facts.deputising_for, facts.deputising_at = words_of(text, seen.principal), _extent(seen.principal)
    if seen.role:
        facts.role, facts.role_strength = seen.role, 2
    facts.status = _NOTES.get(seen.mark or "")
    honorific = words_of(text, seen.title) if seen.title else None
    ends = (seen.name, seen.organisation, seen.job, seen.principal)
    end = max(one.end for one in ends if one is not None and one.start >= seen.name.start)
    return Person(name.name, _extent(seen.name), _SCORE, honorific, end, facts)


_LETTERS_LAST: Final = re.compile(r"[a-z] [A-Z]{4}$")


def _in_prose(seen: Seen, text: str) -> bool:
    """Whether somebody is named in a sentence of the text, or after the sentence that gave the status."""
    start = text.rfind("\n", 0, seen.name.start) + 1
    end = text.find("\n", seen.name.end)
    line = text[start : end if end >= 0 else len(text)]
    since = max(start, seen.heading.end if seen.heading else start)
    if re.search(r"[a-z)]\.\s+[A-Z]", text[since : seen.name.start + 1]):
        return True
    return is_prose(line) and (seen.heading is None or seen.heading.start < start)


_WRITES: Final = re.compile(r"minut|note|record|scribe|secretar|clerk|taken|rapport", re.IGNORECASE)
_FAR: Final = 2  # lines from the word "Minutes" to the name of whoever took them
_NOTES: Final = {"apologies": "apologies", "absent": "absent", "attending": "guest", "present": "present"}


def _section(seen: Seen, text: str, sections: Sequence[Section]) -> Section | None:
    """The section somebody stands in; else one made from the model's own heading, none without either."""
    around = [s for s in sections if s.extent and s.extent[0] <= seen.name.start < s.extent[1]]
    rules = max(around, key=lambda s: s.extent or (0, 0), default=None)
    heading = seen.heading
    if rules is not None and (heading is None or _covers(rules, heading)):
        return rules
    if heading is None or heading.kind not in _STATES:
        return rules
    state, group = _STATES[heading.kind]
    below = text[heading.end : max(heading.end, text.find("\n", seen.name.end))]
    far = text.count("\n", heading.end, seen.name.start) > _FAR
    words = words_of(text, heading)
    if _CIRCULATED.search(text, heading.end, seen.name.start):
        return None
    if IN_OFFICE.search(text, text.rfind("\n", 0, heading.start) + 1, max(0, text.find("\n", heading.end))):
        return None
    if group is Group.MINUTES and (far or not _WRITES.search(words) or heads_record(words, below)):
        return None
    return Section(
        state, group, heading=_extent(heading), heading_text=words_of(text, heading), explicit=True
    )


_CIRCULATED: Final = re.compile(r"\b(?:distribution|circulation|copies to|copied to|cc)\b", re.IGNORECASE)
"""Between a heading and a name, what heads those who are only sent the minutes."""


def _covers(section: Section, heading: Label) -> bool:
    """Whether the rules' heading is the model's, or stands nearer."""
    at = section.heading[0] if section.heading else -1
    return at >= heading.start or (section.heading is not None and heading.start < section.heading[1])


def _draft(person: Person, seen: Seen, section: Section) -> Draft:
    draft = draft_of(person, section, True)
    draft.rule = RULE
    draft.confidence = min(draft.confidence, 0.7)
    draft.strong = draft.strong and seen.mark is None
    return draft

"""Which words of a text are names, as the trained model sees them in its rosters, beside what no list has.

A label is believed where the whole name stands apart: between a title, a delimiter or the line's ends and
what the model takes for a post or body. A word that the text also writes small, or that comes now first and
now last in a name, is a word or a place and no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from whosat.extract.components.extents import Extents
from whosat.extract.components.records import Extent, Label
from whosat.extract.components.roster_scores import name_score
from whosat.extract.model import tags
from whosat.extract.names import UPPER, common_words, given_names, is_given_name, is_surname, strip_title
from whosat.extract.names_told import Told

_SOUND: Final = 0.5  # of a score: capitalised words, none of them an office's or a body's
_WORD: Final = re.compile(rf"[{UPPER}](?:[^\W\d_]|['’-])+")
_STUCK: Final = re.compile(rf"(?<=[a-z]{{3}})(?<!Fitz)[{UPPER}]")
"""Words that a conversion stuck together: "BellHousing"."""
_VOWEL: Final = re.compile(r"[aeiouyà-öø-ÿāēīōū]", re.IGNORECASE)


def told_by(labels: Sequence[Label], text: str, rosters: Iterable[Extent] = ()) -> Told:
    """The given names and surnames that stand in the labels of a text's rosters and in no list."""
    extents = list(rosters)
    within = Extents(extents)
    starts = {label.start for label in labels}
    ends = {label.end for label in labels}
    seen: list[tuple[Label, list[str]]] = []
    people = [
        one
        for one in labels
        if one.label == tags.PERSON
        and (
            not extents
            or (within.hold(one.start, one.start + 1) or within.hold(one.start - 2, one.start - 1))
        )
    ]
    shouted = sum(_SHOUTED.search(text, one.start, one.end) is not None for one in people) > _MANY
    for label in people:
        parts = _parts(text[label.start : label.end], shouted=shouted)
        if len(parts) > 1:
            seen.append((label, parts))
    firsts = {parts[0].lower() for _, parts in seen}
    lasts = {parts[-1].lower() for _, parts in seen}
    usual = sum(len(parts[0].strip(".")) == 1 or is_given_name(parts[0]) for _, parts in seen)
    foreign = len(seen) - usual > max(2, usual)  # to the lists, which then say little of this text
    given: set[str] = set()
    surnames: set[str] = set()
    for label, parts in seen:
        first, last = parts[0], parts[-1]
        sides = _sides(label, text, starts, ends)
        if min(sides) == 0:
            continue
        if len(first.strip(".")) > 1 and not is_given_name(first):
            if not _is_told(label, parts, text, labels, (_HARD, _HARD) if foreign else sides):
                continue
            given.add(first.lower())
        if not is_surname(last):
            surnames.add(last.lower())
    given = {one for one in given if one not in lasts and not _is_a_word(one, text)}
    surnames = {one for one in surnames - given_names() if one not in firsts and not _is_a_word(one, text)}
    return Told(frozenset(given), frozenset(surnames))


def _is_told(
    label: Label, parts: list[str], text: str, labels: Sequence[Label], sides: tuple[int, int]
) -> bool:
    """Whether a name whose first word no list has is surely one: set apart on both sides, its first word
    never before another, and not in the place where others have their bodies ("Ann Bell, Coast Gazette")."""
    if sides != (_HARD, _HARD) or (len(parts) > 2 and is_given_name(parts[1])):
        return False
    if any(part.lower() in common_words() for part in parts) or _stands_beside_name(label, text, labels):
        return False
    if _is_among_bodies(label, text, labels):
        return False
    other = rf"\b{re.escape(parts[0])}[ \xa0]+(?!{re.escape(parts[1])}\b)[{UPPER}]"
    if re.search(other, text):
        return False
    start = text.rfind("\n", 0, label.start) + 1
    end = text.find("\n", label.end)
    line = [
        one
        for one in labels
        if one.label == tags.PERSON and start <= one.start and (end < 0 or one.end <= end)
    ]
    return (
        line[0] is label or len(line) > _MANY or strip_title(text[start : label.start][-12:])[0] is not None
    )


def _is_among_bodies(label: Label, text: str, labels: Sequence[Label]) -> bool:
    """Whether the lines above and below are bodies' alone, so that this is one too: "Priory Green"."""
    above = text.rfind("\n", 0, max(0, text.rfind("\n", 0, label.start))) + 1
    end = text.find("\n", label.end)
    below = text.find("\n", end + 1) if end >= 0 else -1
    around = [one for one in labels if above <= one.start < (below if below >= 0 else len(text))]
    sides = [
        [one.label for one in around if one.end <= label.start],
        [one.label for one in around if one.start >= label.end],
    ]
    return all(tags.ORG in side and tags.PERSON not in side for side in sides)


_JOINT: Final = re.compile(r"\s*(?:[–—(/-]|\s-)\s*")


def _stands_beside_name(label: Label, text: str, labels: Sequence[Label]) -> bool:
    """Whether a dash or bracket, or the comma of a pair between semicolons, parts words from a name: "Bo Cole
    – Fibre Dale"."""
    after = next((one for one in labels if one.label == tags.PERSON and 0 < one.start - label.end < 5), None)
    if after is not None and _JOINT.fullmatch(text[label.end : after.start]):
        return True  # "Midland Hearth – Ann Bell"
    before = next((one for one in labels if one.label == tags.PERSON and 0 < label.start - one.end < 5), None)
    if before is None:
        return False
    joint, behind = text[before.end : label.start], text[label.end : label.end + 1]
    pair = (
        joint.strip() == ","
        and behind in ";\n"
        and text[max(0, before.start - 2) : before.start].strip() in ";:"
    )
    return _JOINT.fullmatch(joint) is not None or pair


_MANY: Final = 3  # names on a line that lists names and not a name and a body


_SHOUTED: Final = re.compile(rf"[a-z] [{UPPER}’'-]{{4,}}$")


def _parts(words: str, *, shouted: bool) -> list[str]:
    """The words of a label that has the shape of one person's name, without title; else none.

    Where surnames are `shouted` ("Ann BELL"), a short one in capitals is a surname too, and no letters.
    """
    if re.search(r"[\n\t,;/&|]", words):
        return []
    short = (
        shouted and re.fullmatch(rf"\w[\w’'-]+ [{UPPER}]{{2,3}}", words) and is_given_name(words.split()[0])
    )
    if not short and name_score(words) < _SOUND:
        return []
    parts = words[strip_title(words)[1] :].split()
    if not 2 <= len(parts) <= 4:
        return []
    first, last = parts[0], parts[-1]
    if not (_WORD.fullmatch(last) and (_WORD.fullmatch(first) or len(first.strip(".")) == 1)):
        return []
    if any(_STUCK.search(part) or (len(part) > 2 and not _VOWEL.search(part)) for part in (first, last)):
        return []
    return parts


def _is_a_word(word: str, text: str) -> bool:
    """Whether a text writes a word small somewhere."""
    return re.search(rf"(?<![\w@./-]){re.escape(word)}(?![\w@./])", text) is not None


_SOFT: Final = 1
_HARD: Final = 2


def _sides(label: Label, text: str, starts: set[int], ends: set[int]) -> tuple[int, int]:
    """How a name is parted from what stands before and behind it: 2 by a delimiter, the line's end or a
    title, 1 by a blank from what has a label, 0 not at all."""
    before, behind = text[max(0, label.start - 40) : label.start], text[label.end : label.end + 2]
    left = _HARD
    if before and before[-1] in " \xa0":
        word = re.search(r"(\S+)[ \xa0]+$", before)
        if word and word[1][0].isupper() and word[1][-1].isalpha() and not strip_title(word[1] + " X")[0]:
            left = _SOFT if any(end in ends for end in (label.start - 1, label.start - 2)) else 0
    elif before and before[-1].isalnum():
        left = 0
    right = _HARD
    if behind and behind[0] in " \xa0":
        if behind[1:].isupper() or behind[1:] == "&":
            right = _SOFT if label.end + 1 in starts else 0
    elif behind and behind[0].isalnum():
        right = 0
    return left, right

"""A long run of people and what is said of each, with nothing between them: its likeliest cut.

"Ann Bell Wenlow Cy Dow Ashby Bo Eames Wenlow" is what a conversion leaves of a table. No single cut can be
told from the words beside it; the whole run can: names and what stands between them take turns, and what is
said of people ("Wenlow") comes again where names do not. The best way through the run's words is looked for,
each stretch of it being a name or what is said of one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from whosat.extract.components import roster_words as words
from whosat.extract.components.roster_hints import NO_HINTS, Hints
from whosat.extract.components.roster_offices import after_office
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_pieces import Gap, Piece
from whosat.extract.components.roster_scores import body_score, job_score, name_score
from whosat.extract.names import (
    POST_NOMINALS,
    UPPER,
    initials_fit,
    is_given_name,
    is_surname,
    is_title,
    strip_title,
)
from whosat.extract.names_told import remembered

_SHORTEST: Final = 6  # words in a run; a shorter one is cut by the words at its joints
_LONGEST: Final = 600  # words looked at; a longer run is no roster
_FEWEST: Final = 2  # names in a run
_RECORDS: Final = 3  # names in a line that is cut into records
_TOLD: Final = 6  # names to each stretch of running text among them: "who left at noon"
_MANY: Final = 4  # the same where some came for others
_NAME: Final = 6  # words a name may have, its titles included
_SAID: Final = 14  # words of what is said of one person
_OFTEN: Final = 6  # words of what comes again
_LETTERED: Final = 4  # brackets of initials, from which on every name has its own
_SPARSE: Final = 16  # words to each of these
_OFTEN_CUT: Final = 3  # times the bare end of a body's name stands alone before that is no accident
_EDGE: Final = " \t,;:–—-.("


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that are a name, or what is said of one: offsets in the run, and which of the two."""

    start: int
    end: int
    is_name: bool


@dataclass(frozen=True, slots=True)
class _Way:
    """The best way to a word: its worth, where its last stretch begins, and whether that is a name."""

    worth: float
    start: int
    is_name: bool
    before: _Way | None


def at_long_run(piece: Piece, line: str, hints: Hints) -> list[Piece]:
    """A piece without delimiters cut into names and what stands between them; [] where it is no such run.

    `line` is the roster line the piece is part of: what comes again is counted over all of it.
    """
    tokens = _tokens(piece.text)
    if piece.bracketed or not _SHORTEST <= len(tokens) <= _LONGEST or words.INSTEAD.search(piece.text):
        return []
    cut = _Run(piece.text, piece.start, line, hints).cut()
    said = [piece.text[one.start : one.end] for one in cut if not one.is_name]
    if len(cut) - len(said) < _FEWEST or any(_is_told(text) for text in said):
        return []
    if all(text.strip(_EDGE).lower() in _JOINTS for text in said):
        return []
    if any(_AND_OFFICE.match(text) and job_score(text) >= 0.9 for text in said):
        return []  # "Ann Bell and Chair Bo Cole"
    if not cut[0].is_name and job_score(said[0]) >= 0.6:
        return []  # "Deputy Ann Bell, Cllr Bo Cole": offices stand before the names
    parts: list[Piece] = []
    joined = False
    for at, one in enumerate(cut):
        text = piece.text[one.start : one.end]
        of_both = text.strip().lower() == "and" and _FROM.match(
            piece.text, cut[min(at + 1, len(cut) - 1)].end
        )
        if text == "&" or of_both:
            joined = True
            continue
        gap = Gap.AND if joined else Gap.AFTER if one.is_name else Gap.NONE
        parts.append(Piece(text, piece.start + one.start, gap if parts else piece.gap, one.is_name))
        joined = False
    return parts


_NEXT: Final = re.compile(r"(?<=\w)\s+\d{1,3}[.)]$")
"""The number of the next in a list that was numbered."""
_ARTICLES: Final = re.compile(r"(?:the|very|most|right|his|her|and|\s)+", re.IGNORECASE)
_AND_OFFICE: Final = re.compile(r"(?:and|&)\s+[A-Z]")
_FROM: Final = re.compile(r"\s*(?:of|from|representing)\s")


def records_in(line: RosterLine, hints: Hints) -> list[RosterLine]:
    """A line in which people run together cut into one line a person, or one a body with its people; else
    the line itself."""
    text = line.text
    tokens = _tokens(text)
    if not _SHORTEST < len(tokens) <= _LONGEST or not _looks_dense(tokens):
        return [line]
    if len(_TITLE_IN_BRACKET.findall(text)) >= _RECORDS:
        return [line]  # "the Director (Mr Bell), the Registrar (Dr Cole)"
    cut = _Run(text, line.start, text, hints).cut()
    names = [at for at, one in enumerate(cut) if one.is_name]
    opening = [at for at in names if not at or not _leads_on(text, cut, at)]
    glued = [at for at in opening if at and not _ends(text, cut[at - 1])]
    few = len(names) < (_MANY if words.INSTEAD.search(text) else _RECORDS)
    if few or 2 * (len(cut) - len(names)) < len(names):
        return [line]  # too few, or names and hardly anything else
    if 2 * len(glued) < len(opening) or _TOLD * sum(map(_is_told, _said(text, cut))) > len(names):
        return [line]
    behind = [said.lstrip()[:1] in "–—-" for said in _said(text, cut)[1:]]
    dashed = len(behind) > 2 and sum(behind) * 2 > len(behind)  # "Ann Bell – Mind Bo Cole – Relate"
    if not cut[0].is_name and cut[-1].is_name and not dashed:
        if after_office(re.split(r"[,;]", text, maxsplit=1)[0].strip()):
            return [line]  # "Fiscal Officer Ann Bell, Road Supt. Bo Cole"
        if any(_ARTICLES.fullmatch(said.strip(_EDGE)) for said in _said(text, cut)):
            return [line]  # "…, The Very Revd Ann Bell"
        offices = sum(job_score(said.strip(_EDGE)) >= 0.6 for said in _said(text, cut))
        return _by_body(line, cut) if 2 * offices < len(cut) - len(names) else [line]
    after_stop = sum(text[cut[at - 2].end - 1] in ",;" for at in glued if at > 1)
    if cut[-1].is_name and not dashed and 2 * after_stop >= len(glued):
        return [line]  # "Ann Bell; Clerk Bo Cole": what is said stands before the names
    ends = [*[cut[at].start for at in opening[1:]], len(text)]
    found = [_record(line, cut[at], end) for at, end in zip(opening, ends, strict=True)]
    lead = text[: cut[opening[0]].start].rstrip()
    return [*([replace(line, text=lead)] if lead else []), *found]


def names_in(text: str, base: int, marks: frozenset[str]) -> list[tuple[int, int]]:
    """Where the names of a run begin, and how long each is; `marks` stand between people and are no part of
    any name."""
    cut = _Run(text, base, text, NO_HINTS, marks).cut()
    return [(one.start, len(text[one.start : one.end].rstrip(" ,;:"))) for one in cut if one.is_name]


def _record(line: RosterLine, name: Stretch, end: int) -> RosterLine:
    size = len(line.text[name.start : name.end].rstrip(" ,;:–—-"))
    size -= _STOPPED.search(line.text[name.start : name.start + size]) is not None
    if letters := POST_NOMINALS.match(line.text, name.start + size):
        size = letters.end() - name.start
    text = line.text[name.start : end].rstrip()
    if number := _NEXT.search(text, size):
        text = text[: number.start()]
    return replace(line, text=text, start=line.start + name.start, named=size)


def _by_body(line: RosterLine, cut: Sequence[Stretch]) -> list[RosterLine]:
    """Lines of a run in which bodies stand before their people: "Wenlow Ann Bell, Cy Dow Ashby Bo Fox"."""
    found: list[RosterLine] = []
    head: tuple[str, int] | None = None
    begin = 0
    for at, one in enumerate(cut):
        if one.is_name:
            begin = begin if at and cut[at - 1].is_name else one.start
        if one.is_name and (at + 1 == len(cut) or not cut[at + 1].is_name):
            text = line.text[begin : one.end].rstrip(" ,;")
            found.append(replace(line, text=text, start=line.start + begin, head=head))
        elif not one.is_name:
            text = line.text[one.start : one.end]
            bare = text.strip(_EDGE)
            head = (bare, line.start + one.start + text.index(bare)) if bare else None
    return found


def _tokens(text: str) -> list[tuple[str, int, int]]:
    """The words of a run with their offsets; where cells were stuck together, those of each cell."""
    glued = len(_GLUED.findall(text)) > _STUCK
    found = (_GLUED_WORD if glued else _ANY_WORD).finditer(text)
    return [(one.group(), one.start(), one.end()) for one in found]


_STUCK: Final = 4  # joints without a blank, above which a run's cells are stuck together
_GLUED: Final = re.compile(r"(?<!\bMac)(?<!\bFitz)(?:(?<=[a-z]{2})|(?<=[)\]]))(?=[A-Z][a-z])")
_GLUED_WORD: Final = re.compile(rf"\S+?(?=\s|$|{_GLUED.pattern})")
_STOPPED: Final = re.compile(r"[a-z]{2}\.$")
_ANY_WORD: Final = re.compile(r"\S+")


def _said(text: str, cut: Sequence[Stretch]) -> list[str]:
    return [text[one.start : one.end] for one in cut if not one.is_name]


def _ends(text: str, one: Stretch) -> bool:
    """Whether a delimiter closes a stretch."""
    return text[one.end - 1] in ",;:&" or text[one.start : one.end].strip(_EDGE).lower() in _JOINTS


def _leads_on(text: str, cut: Sequence[Stretch], at: int) -> bool:
    """Whether the words before a name go on with it: "and", "Officer accompanying"."""
    said = text[cut[at - 1].start : cut[at - 1].end].strip(_EDGE).lower()
    if said in _JOINTS or _OF_ANOTHER.search(said):
        return True
    return _OF.search(said) is not None and text[cut[at].end : cut[at].end + 2].strip() not in _DASHES


_OF_ANOTHER: Final = re.compile(r"\b(?:accompanying|representing|for|whom)$")
_OF: Final = re.compile(r"\b(?:with|by|of|to)$")
_DASHES: Final = ("-", "–", "—", "(")
"""What follows a name at the head of its record, though the words before it are cut short: "College of"."""
_JOINTS: Final = ("and", "&", "with")


def _looks_dense(tokens: Sequence[tuple[str, int, int]]) -> bool:
    """Whether at least two given names or titles follow other words with nothing between."""
    count = 0
    for (before, _, _), (word, _, _) in pairwise(tokens):
        begins = word[:1].isupper() and (is_given_name(word) or is_title(word))
        if begins and before[-1] not in ",;:)–—-&/" and before.lower() != "and":
            count += not (is_given_name(before) or is_title(before) or len(before.strip(".")) == 1)
            if count > 1:
                return True
    return False


def _is_told(text: str) -> bool:
    """Whether words between names are running text."""
    low = [word for word in text.split() if word.islower() and word not in _LINKS]
    return len(low) > 2 or bool(_VERB.search(text))


_LINKS: Final = frozenset("and of for the to in on at with & de la".split())
_VERB: Final = re.compile(
    r"\b(?:was|were|had|has|have|will|would|that|who|moved|seconded|agreed|reported|noted)\b"
)


class _Run:
    """One run of words and what is known of each stretch of it."""

    def __init__(
        self, text: str, base: int, line: str, hints: Hints, marks: frozenset[str] = frozenset()
    ) -> None:
        self.text, self.base, self.hints, self.marks = text, base, hints, marks
        self.tokens = _tokens(text)
        self.again = _repeated(line)
        letters = sum(_LETTERS.match(word) is not None for word, _, _ in self.tokens)
        self.lettered = letters >= _LETTERED and letters * _SPARSE > len(self.tokens)
        self.single = frozenset(found.lower().rstrip(".") for found in _SINGLE.findall(line))

    def cut(self) -> list[Stretch]:
        """The stretches of the best way through; none where there is no way."""
        size = len(self.tokens)
        best: list[dict[bool, _Way]] = [{} for _ in range(size + 1)]
        best[0][False] = _Way(0.0, 0, False, None)
        for at in range(size):
            for end in range(at + 1, min(at + _SAID, size) + 1) if best[at] else ():
                for is_name in (True, False):
                    worth = self._name(at, end) if is_name else self._said(at, end)
                    if worth is None:
                        continue
                    for before in best[at].values():
                        total = before.worth + worth + self._joint(at, is_name, before)
                        if (known := best[end].get(is_name)) is None or total > known.worth:
                            best[end][is_name] = _Way(total, at, is_name, before)
        return self._back(best[size])

    def _back(self, last: dict[bool, _Way]) -> list[Stretch]:
        found: list[Stretch] = []
        way = max(last.values(), key=lambda one: one.worth, default=None)
        end = len(self.tokens)
        while way is not None and way.before is not None:
            found.append(Stretch(self.tokens[way.start][1], self.tokens[end - 1][2], way.is_name))
            end, way = way.start, way.before
        return found[::-1]

    def _joint(self, at: int, is_name: bool, before: _Way) -> float:
        """What two stretches that follow one another cost: names take turns with what is said of them."""
        if before.before is None or before.is_name != is_name:
            return 0.0
        if not is_name:
            return -9.0  # what is said of one person is one stretch
        before_it = self.tokens[at - 1][0]
        return 0.0 if before_it[-1] in ",;" or _STOPPED.search(before_it) else -0.5

    def _name(self, at: int, end: int) -> float | None:
        if end - at > _NAME or self._holds_mark(at, end):
            return None
        if self.tokens[end - 1][0][-1] == ":" and end < len(self.tokens) and is_title(self.tokens[end][0]):
            return None  # "Garda Mor: Supt. Bell": a label
        if self.tokens[end - 1][0] in words.KINDS_OF_COUNCIL and self.text[
            self.tokens[end - 1][2] :
        ].startswith(" Council"):
            return None  # "Dale Parish Council"
        text = self.text[self.tokens[at][1] : self.tokens[end - 1][2]].rstrip(",;:–—-")
        text = text[:-1] if _STOPPED.search(text) else text
        score = name_score(text) if not re.search(r"[,;:(]", text) else 0.0
        if score < 0.5:
            return None
        title, cut = strip_title(text)
        parts = POST_NOMINALS.sub("", text[cut:]).split()
        start = self.base + self.tokens[at][1]
        told = self._told(parts) + self._cuts_through(at, end)
        seen = not told and (start + cut, start + len(text)) in self.hints.people
        worth = (1.2 if score >= 0.6 else 0.8) if seen else 0.0
        worth += 1.0 if POST_NOMINALS.search(text) else 0.0
        worth += 0.6 if at and self.tokens[at - 1][0] in self.marks else 0.0
        if end < len(self.tokens) and _has_initials(self.tokens[end][0], text[cut:]):
            worth += 1.5
        elif self.lettered:
            worth -= 1.5
        if title:
            if (
                title.isupper()
                and len(title) < 4
                and not text[cut:].isupper()
                and self._are_initials(title, at)
            ):
                return None  # "Moira Reid MR Wenlow"
            alone = title.split()[-1].lower().rstrip(".") in self.single
            worth += 2.0 - 0.5 * max(0, len(parts) - 2) + 0.8 * ((len(parts) == 1) == alone)
            if len(parts) == 1 and is_given_name(parts[0]) and self._goes_on(end, parts[0]):
                worth -= 1.6
            return worth - told
        if len(parts) == 1 or _ends_in_letters(parts):
            return None
        worth -= 0.5 if score < 0.8 else 0.0  # no given name that is known
        worth += 2.2 * (score - 0.55) / 0.4 - 0.4 + (0.4 if is_surname(parts[-1]) else -0.4)
        for part in parts[1:-1]:
            if not (re.fullmatch(rf"[{UPPER}]{{1,2}}\.?", part) or part.islower()):
                worth -= 0.8 if is_given_name(part) and is_surname(parts[-1]) else 1.4
        return worth - told

    def _holds_mark(self, at: int, end: int) -> bool:
        """Whether a mark stands between two words; a letter right behind a title is an initial."""
        words_here = [word for word, _, _ in self.tokens[at:end]]
        return any(
            word in self.marks and not (k and is_title(words_here[k - 1]))
            for k, word in enumerate(words_here)
        )

    def _are_initials(self, title: str, at: int) -> bool:
        """Whether capitals are no rank ("DCC") but the initials of the one before."""
        before = " ".join(word for word, _, _ in self.tokens[max(0, at - 2) : at])
        return title in ("MR", "MS", "DR", "FR", "CR") or initials_fit(title, before)

    def _goes_on(self, end: int, first: str) -> bool:
        """Whether a given name behind a title has more of a name after it."""
        after = self.tokens[end][0].rstrip(".,;") if end < len(self.tokens) else ""
        return not is_surname(first) or (after[:1].isupper() and (is_given_name(after) or is_surname(after)))

    def _told(self, parts: list[str]) -> float:
        """How much a name's words are what is said of others elsewhere in the line."""
        return sum(min(2.0, 0.7 * self.again[part] - 0.7) for part in parts if self.again[part] > 2)

    def _cuts_through(self, at: int, end: int) -> float:
        """What it costs to begin or end a name within words that come again: "… Barset | County Council"."""
        pairs = [(end - 1, end)] if end < len(self.tokens) else []
        pairs += [(at - 1, at)] if at else []
        found = 0
        for left, right in pairs:
            before, after = self.tokens[left][0], self.tokens[right][0]
            if before[-1] not in ",;:)" and after[:1].isupper() and before[:1].isupper():
                found += self.again[f"{before} {after}".rstrip(",;:")] > 1
        return 1.2 * found

    def _said(self, at: int, end: int) -> float:
        size = end - at
        if size > 1 and self.tokens[end - 1][0] in self.marks:
            end -= 1
        whole = self.text[self.tokens[at][1] : self.tokens[end - 1][2]]
        text = whole.strip(_EDGE)
        if not text:
            return -2.0
        parts = [part for part in _PARTS.split(text) if part] or [text]
        known = max(max(body_score(part), job_score(part)) for part in parts)
        complete = size > 1 or job_score(text) >= 0.7  # "Council" alone is the end of a name
        worth = -0.4 - 0.05 * size + (0.9 if known >= 0.7 and complete else 0.0)
        if known >= 0.7 and not complete and self.again[text] < _OFTEN_CUT:
            worth -= 0.6
        start = self.base + self.tokens[at][1] + whole.index(text)
        if self.hints.kind(start, start + len(text)):
            worth += 0.8
        if size <= _OFTEN and self.again[text] > 1 and (complete or known < 0.7):
            worth += min(2.0, 0.8 * (self.again[text] - 1))
        elif is_given_name(text.split()[-1]):
            worth -= 0.8
        if text[:1] in "&/" or text[-1:] in "&/":
            worth -= 0.8
        return worth - 1.6 * _names_within(text)


_PARTS: Final = re.compile(r"\s*[,;()–—]\s*|\s-\s")


def _ends_in_letters(parts: Sequence[str]) -> bool:
    """Whether a name would end in the letters of a body: "Ann Bell NHS"."""
    last = parts[-1]
    shouted = all(map(str.isupper, parts)) or (len(last) > 3 and is_surname(last))
    return re.fullmatch(rf"[{UPPER}]{{2,6}}", last) is not None and (len(last) < 4 or not shouted)


def _has_initials(token: str, name: str) -> bool:
    """Whether the word behind a name is its initials in brackets: "Ann Bell (AB)"."""
    found = _LETTERS.match(token)
    return found is not None and initials_fit(found[1], name)


_LETTERS: Final = re.compile(rf"\(([{UPPER}][A-Za-z-]{{1,4}})\)")


@lru_cache(maxsize=64)
def _repeated(line: str) -> Counter[str]:
    """How often each few words of a line come, that begin with a capital."""
    tokens = line.split()
    found: Counter[str] = Counter()
    for at, token in enumerate(tokens):
        if token[:1].isupper() or token[:1] == "&":
            for size in range(1, min(_OFTEN, len(tokens) - at) + 1):
                found[" ".join(tokens[at : at + size]).rstrip(",;:")] += 1
    return found


@remembered(8192)
def _names_within(text: str) -> int:
    """How many pairs of words within look surely like a person's name, or begin one by a title."""
    parts = text.split()
    count = 0
    for at, part in enumerate(parts):
        if is_title(part):
            count += 1
        elif at + 1 < len(parts) and is_given_name(part):
            after = parts[at + 1].rstrip(",;:")
            count += name_score(f"{part} {after}") >= 0.85 and (
                is_surname(after) or after.lower() not in words.JOB_HEADS
            )
    return count


_TITLE_IN_BRACKET: Final = re.compile(r"\((?:Mr|Mrs|Ms|Miss|Dr|Professor|Prof|Cllr|Councillor|Sir|Dame)\b")
_TITLED: Final = r"(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)"
_SINGLE: Final = re.compile(rf"\b({_TITLED})\.? [{UPPER}][\w’'-]+ (?:\(|{_TITLED}\b)")
"""A title and a surname alone, with a bracket or the next title behind."""

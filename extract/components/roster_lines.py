"""Roster lines into people: one template for a block of lines, and each line snapped to it.

What a piece after a delimiter is can seldom be told from the piece alone ("Grant Thornton" is a firm, "Victim
Support" no person): how the other lines of the block are built decides. `decode` reads a block of lines that
stand under one heading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise
from typing import Final

from whosat.extract.components.records import ContactRecord, Extent
from whosat.extract.components.roster_attributes import Attributes, is_titled, read_attribute, read_deputy
from whosat.extract.components.roster_cuts import (
    Where,
    at_and,
    at_couple,
    at_hint,
    at_hints,
    at_initials,
    at_lead,
    at_name,
    at_phrase,
    at_run,
    at_tail,
)
from whosat.extract.components.roster_hints import NO_HINTS, Hints
from whosat.extract.components.roster_pieces import (
    Gap,
    Piece,
    body_score,
    chair_role,
    inner,
    is_body,
    is_initials_of,
    is_non_person,
    job_score,
    leading_name,
    name_score,
    pieces_of,
    plural_title,
    split_run,
)
from whosat.extract.components.roster_words import JOB_HEADS, NO_NAME_WORDS
from whosat.extract.model import tags
from whosat.extract.names import (
    initials_fit,
    is_given_name,
    name_at,
    read_inverted,
    read_name,
    strip_title,
)


@dataclass(frozen=True, slots=True)
class RosterLine:
    """A logical line: its words with line ends as blanks (offsets hold), where it stands, and its cell's
    column."""

    text: str
    start: int
    column: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(slots=True)
class Person:
    """One person while the roster is read."""

    name: str
    name_at: Extent
    score: float
    honorific: str | None = None
    end: int = 0
    facts: Attributes = field(default_factory=Attributes)
    joined: bool = False  # "and" stands before the name
    contacts: list[ContactRecord] = field(default_factory=list)


@dataclass(slots=True)
class Reading:
    """What a block of lines gave: people in order, and lines that gave nobody, with the reason."""

    people: list[Person] = field(default_factory=list)
    unread: list[tuple[Extent, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Template:
    """How the lines of a block are built."""

    names_after: float  # the share of names among pieces after the first that stand after a comma
    first_is_name: float  # the share of lines whose first piece is a name
    inverted: bool  # "Smith, John"
    lines: int
    run_on: bool = False  # many lines go on from the name to the rest with nothing between


def template_of(lines: Sequence[list[Piece]], raw: Sequence[str]) -> Template:
    """The template that fits most of the lines."""
    first = [name_score(pieces[0].text) >= 0.5 for pieces in lines if pieces]
    later = [_could_be_name(p.text) for pieces in lines for p in pieces[1:] if p.gap is Gap.COMMA]
    later += [True for pieces in lines if _is_plain_list(pieces) for _ in pieces]
    inverted = [
        bool(read_inverted(text.strip(" *•·-\t"))) and not _is_list_of_words(pieces)
        for text, pieces in zip(raw, lines, strict=True)
    ]
    surnames = [pieces for pieces in lines if pieces and " " not in pieces[0].text and len(pieces) > 1]
    is_inverted = (
        len(surnames) * 2 >= len(lines) and sum(inverted) * 2 > len(lines) and _given_second(surnames)
    )
    return Template(
        sum(later) / len(later) if later else 0.0,
        sum(first) / len(first) if first else 0.0,
        is_inverted,
        len(lines),
        sum(bool(pieces) and _runs_on(pieces[0].text) for pieces in lines) * 10 >= len(lines) * 4 > 8,
    )


def _is_no_name(text: str) -> bool:
    """Whether one word is no surname, even behind a title for several: "Clerk", "County"."""
    word = text.lower().strip(".")
    return word in NO_NAME_WORDS or word in JOB_HEADS


def _runs_on(text: str) -> bool:
    return bool(leading_name(text)) and name_score(text) < 0.6


def snapped(piece: Piece) -> list[Piece]:
    """A first piece cut behind a name of two words, where other lines of the block are built so."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", piece.text)]
    if len(words) < 3 or name_score(piece.text) >= 0.6:
        return []
    size = 3 if re.fullmatch(r"[A-Z]\.?|de|van|von|der|la|el|bin|Mc|O['’]", piece.text[slice(*words[1])]) else 2
    if len(words) <= size or name_score(piece.text[: words[size - 1][1]]) < 0.5:
        return []
    head, at = piece.text[: words[size - 1][1]], words[size][0]
    return [Piece(head, piece.start, piece.gap, True), Piece(piece.text[at:], piece.start + at, Gap.NONE)]


def _reads_as_name(text: str) -> bool:
    """Whether a given name and one word more stand in a list of names, whatever the word means ("Clement March")."""
    words = text.split()
    if len(words) == 1:
        return is_given_name(text) and text[:1].isupper()
    return len(words) == 2 and is_given_name(words[0]) and words[1][:1].isupper() and not is_body(text)


def _is_list_of_words(pieces: Sequence[Piece]) -> bool:
    """Whether more than two single words follow each other between commas: first names or surnames, in no order."""
    return len([p for p in pieces if p.gap in (Gap.START, Gap.COMMA) and " " not in p.text]) > 2


def _is_plain_list(pieces: list[Piece]) -> bool:
    """Three and more names and nothing else between commas."""
    return len(pieces) > 2 and all(
        p.gap in (Gap.START, Gap.COMMA)
        and all(
            name_score(part) >= 0.5 and body_score(part) < 0.6
            for part in re.split(r"^and\s+|\s+(?:and|&)\s+", p.text)
            if part
        )
        for p in pieces
    )


def is_inverted(lines: Sequence[RosterLine]) -> bool:
    """Whether the names of a block stand with the surname first."""
    cut = [pieces_of(line.text, line.start) for line in lines]
    return len(lines) > 1 and template_of(cut, [line.text for line in lines]).inverted


def _given_second(lines: Sequence[list[Piece]]) -> bool:
    return sum(
        is_given_name(re.split(r"[\s.]", pieces[1].text)[0]) or len(pieces[1].text) < 3 for pieces in lines
    ) * 2 >= len(lines)


def _could_be_name(text: str) -> bool:
    joined = re.split(r"\s+(?:and|&)\s+", text)
    return all(name_score(part) >= 0.6 for part in joined if part)


def is_first_names(pieces: Sequence[Piece]) -> bool:
    """Whether a line lists people some of whom stand by a first name: "Ann Bell, Bo, Cy and Dee"."""
    parts = [
        part
        for piece in pieces
        if piece.gap in (Gap.START, Gap.COMMA, Gap.COLON) and not piece.bracketed
        for part in re.split(r"\s+(?:and|&)\s+", piece.text)
    ]
    alone = [part for part in parts if " " not in part and is_given_name(part) and part[:1].isupper()]
    whole = [part for part in parts if name_score(part) >= 0.6]
    if is_all_single(pieces):
        return len(alone) > 2 and len(alone) * 10 >= len(parts) * 6
    return len(alone) > 2 and (len(alone) + len(whole)) * 10 >= len(parts) * 8


def _are_given(pieces: Sequence[Piece]) -> bool:
    parts = [part for piece in pieces for part in re.split(r"\s+(?:and|&)\s+", piece.text)]
    return all(" " not in part and is_given_name(part) for part in parts)


def stand_by_first_names(lines: Sequence[RosterLine]) -> bool:
    """Whether one of the lines is a list of first names."""
    cut = [pieces_of(line.text, line.start) for line in lines]
    return any(is_first_names(pieces) and is_all_single(pieces) for pieces in cut)


def is_all_single(pieces: Sequence[Piece]) -> bool:
    """Whether nothing but single capitalised words stands between commas and "and"."""
    parts = [part for piece in pieces for part in re.split(r"\s+(?:and|&)\s+", piece.text)]
    return len(parts) > 2 and all(re.fullmatch(r"[A-Z][\w’'-]+", part) and not part.isupper() for part in parts)


def _is_comma_list(pieces: Sequence[Piece], hints: Hints) -> bool:
    """Whether most of what stands after commas is a name, whatever a semicolon sets off: "A B, C D, E F; Dr G"."""
    after = [piece for piece in pieces if piece.gap is Gap.COMMA]
    named = sum(
        _could_be_name(piece.text)
        or _reads_as_name(piece.text)
        or (piece.start, piece.end) in hints.within(piece.start, piece.end)
        for piece in after
    )
    return len(after) > 2 and named * 10 > len(after) * 6


class Slot(StrEnum):
    """What a line of a block holds, where the block's shape tells."""

    NAME = "name"
    BODY = "body"


def shape_of(cut: Sequence[list[Piece]]) -> tuple[Slot | None, ...]:
    """The slots of a block whose names and bodies stand on lines of their own; all None where they don't.

    Names and bodies in turn (the first line a name), or bodies that head groups of names (the first line
    none).
    """
    bare = [[piece for piece in pieces if not piece.bracketed] for pieces in cut]
    none: tuple[Slot | None, ...] = tuple(None for _ in cut)
    if len(cut) < 2 or any(len(pieces) != 1 for pieces in bare):
        return none
    score = [name_score(pieces[0].text) for pieces in bare]
    body = [body_score(pieces[0].text) >= 0.7 for pieces in bare]
    even, odd = range(0, len(cut), 2), range(1, len(cut), 2)
    strong = sum(score[k] >= 0.5 for k in even)
    in_turn = strong * 10 >= len(even) * 8 and sum(body[k] or score[k] < 0.5 for k in odd) * 10 > len(odd) * 6
    if in_turn and not any(body[k] and score[k] < 0.75 for k in even):
        return tuple(Slot.NAME if k % 2 == 0 else Slot.BODY for k in range(len(cut)))
    if score[0] < 0.6 and not job_score(bare[0][0].text) >= 0.9 and any(body):
        heads = [score[k] < 0.6 and k + 1 < len(cut) and score[k + 1] >= 0.6 for k in range(len(cut))]
        if heads[0]:
            return tuple(Slot.BODY if head else Slot.NAME for head in heads)
    return none


def beside_names(cut: Sequence[list[Piece]]) -> dict[int, int]:
    """Lines of bodies that stand in the order of the names above them: body's line → name's line.

    Two columns that a conversion has written one under the other; only where both are of one length.
    """
    bare = [[piece for piece in pieces if not piece.bracketed] for pieces in cut]
    alone = [at for at, pieces in enumerate(bare) if len(pieces) == 1]
    for skipped in range(min(3, len(alone))):
        rest = alone[skipped:]
        if len(rest) < 6 or len(rest) % 2 or len(rest) * 10 < len(cut) * 8:
            continue
        names, others = rest[: len(rest) // 2], rest[len(rest) // 2 :]
        if _are_columns([bare[at][0].text for at in names], [bare[at][0].text for at in others]):
            pair = {alone[1]: alone[0]} if skipped == 2 and _is_pair(bare[alone[0]], bare[alone[1]]) else {}
            return pair | dict(zip(others, names, strict=True))
    return {}


def _are_columns(names: Sequence[str], others: Sequence[str]) -> bool:
    bodies = sum(body_score(text) >= 0.7 or job_score(text) >= 0.7 for text in others)
    return bodies * 2 > len(others) and all(
        name_score(text) >= 0.5 and body_score(text) < 0.7 for text in names
    )


def _is_pair(name: Sequence[Piece], body: Sequence[Piece]) -> bool:
    return name_score(name[0].text) >= 0.5 and body_score(body[0].text) >= 0.7


def decode(
    lines: Sequence[RosterLine],
    *,
    names_only: bool = False,
    inverted: bool = False,
    hints: Hints = NO_HINTS,
    by_first_name: bool = False,
) -> Reading:
    """All people in the lines of one block; `hints` are where a model sees names.

    `by_first_name`: other rosters of the document give people's first names alone.
    """
    lines = [line for line in _rejoined(lines) if re.search(r"\w", line.text) and not _HEAD.fullmatch(line.text)]
    glued = sum(map(_is_glued, lines[:200])) > 2 or any(len(_GLUE.findall(line.text)) > 4 for line in lines[:200])
    cut = [_pieces(line, hints, glued) for line in lines]
    template = template_of(cut, [line.text for line in lines])
    if by_first_name:
        template = replace(template, inverted=False)
    elif (
        inverted
        and not template.inverted
        and any(read_inverted(line.text.strip(" *•·-\t")) for line in lines)
    ):
        template = replace(template, inverted=True)
    shape = shape_of(cut)
    reading = Reading()
    pending = Attributes()
    owner: Person | None = None
    beside = beside_names(cut)
    opened: dict[int, Person] = {}
    for at, (line, pieces) in enumerate(zip(lines, cut, strict=True)):
        if not pieces:
            continue
        if at in beside:
            if (mate := opened.get(beside[at])) is not None:
                _continue(mate, pieces, body=True)
            continue
        if template.inverted:
            pieces = _upright(line, pieces)
        walker = _Walker(template, line, names_only, hints, by_first_name)
        walker.carry(pending)
        if shape[at] is Slot.BODY:
            if shape[0] is Slot.NAME and owner is not None:
                _continue(owner, pieces, body=True)
            elif not is_non_person(pieces[0].text):
                pending, owner = Attributes(), None
                head = _without_lead(pieces[0])
                read_attribute(head, pending, "", body=True)
                if not pending.organisation:
                    pending.organisation, pending.organisation_at = head.text, (head.start, head.end)
            continue
        found = walker.walk(pieces)
        if found:
            reading.people += found
            owner = opened[at] = found[-1]
        elif _goes_on(owner, pieces, at, cut):
            assert owner is not None
            _continue(owner, pieces)
        elif walker.heading.organisation and not _is_alone(at, cut):
            pending, owner = walker.heading, None
        elif not walker.silent:
            reading.unread.append(((pieces[0].start, pieces[-1].end), "no name was recognised in this line"))
    _settle_initials(reading.people)
    return reading


_SHORT: Final = re.compile(r"[A-Z][A-Za-z&]{0,3}[A-Z]")


def _settle_initials(people: Sequence[Person]) -> None:
    """What stands where the others have their initials is somebody's initials too, and no organisation."""
    own = sum(person.facts.initials is not None for person in people)
    shorts = [p for p in people if p.facts.organisation and _SHORT.fullmatch(p.facts.organisation)]
    seen = Counter(person.facts.organisation for person in shorts)
    for person in shorts:
        facts = person.facts
        if facts.initials is None and own > 1 and own > len(shorts) and seen[facts.organisation] == 1:
            facts.initials, facts.organisation, facts.organisation_at = facts.organisation, None, None


_DASHED: Final = re.compile(r"\W*[^–—,;:]{3,45}?(?:\s[–—-]\s|\s?[–—]\s)")


def _rejoined(lines: Sequence[RosterLine]) -> Sequence[RosterLine]:
    """Lines broken within a record put together again, where nearly all begin "Name – …"."""
    dashed = [bool(_DASHED.match(line.text)) for line in lines]
    if len(lines) < 5 or sum(dashed) * 10 < len(lines) * 7 or not dashed[0]:
        return lines
    joined: list[RosterLine] = []
    for line, is_dashed in zip(lines, dashed, strict=True):
        pieces = pieces_of(line.text, line.start)
        last = joined[-1] if joined else None
        if (
            last is None
            or is_dashed
            or not pieces
            or not 0 < line.start - last.end < 12
            or is_non_person(line.text)
            or name_score(pieces[0].text) >= 0.5
            or body_score(f"{last.text.split()[-1]} {pieces[0].text}") < 0.7
        ):
            joined.append(line)
        else:
            joined[-1] = replace(last, text=last.text + " " * (line.start - last.end) + line.text)
    return joined


_HEAD: Final = re.compile(r"\W*(?:names?|organi[sz]ations?|representing|title|role|initials)\W*", re.IGNORECASE)
"""The head of a column, left on a line of its own."""
_GLUE: Final = re.compile(r"(?<=[a-z]{2})(?<!\bMac)(?<!\bFitz)(?<!\bVan)(?<!\bLe)(?<!\bDe)(?=[A-Z][a-z])")
"""Where a crawler has left nothing between two cells: "Ann BellHousing Officer"."""


def _pieces(line: RosterLine, hints: Hints, glued: bool) -> list[Piece]:
    pieces = pieces_of(line.text, line.start)
    if glued:
        pieces = [part for piece in pieces for part in _unglued(piece)]
    return _whole(pieces, line, hints)


def _is_glued(line: RosterLine) -> bool:
    """Whether a line's first words are a name with the next cell's words stuck to it."""
    cut = _GLUE.search(line.text)
    return cut is not None and name_score(line.text[: cut.start()].lstrip(" •*-")) >= 0.6


def _unglued(piece: Piece) -> list[Piece]:
    bounds = [0, *[cut.start() for cut in _GLUE.finditer(piece.text)], len(piece.text)]
    return [
        Piece(piece.text[a:b], piece.start + a, Gap.AFTER if a and not piece.bracketed else piece.gap)
        for a, b in pairwise(bounds)
    ]


def _whole(pieces: list[Piece], line: RosterLine, hints: Hints) -> list[Piece]:
    """The pieces with those joined that a model takes for one post or body: "Ouse, Hull & Trent Valley NHS Trust"."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        until = hints.end_from(last.start) if last else 0
        if (
            last is not None
            and piece.gap is Gap.COMMA
            and last.gap is not Gap.START
            and last.end < piece.end <= until
            and name_score(piece.text) < 0.75
            and not (hints.kind(last.start, until) == tags.JOB and (chair_role(last.text) or is_body(piece.text)))
        ):
            text = line.text[last.start - line.start : piece.end - line.start]
            joined[-1] = replace(last, text=text)
        else:
            joined.append(piece)
    return joined


def _upright(line: RosterLine, pieces: list[Piece]) -> list[Piece]:
    """The first pieces of "Smith, John (Dr) – …" as one piece."""
    lead = len(line.text) - len(line.text.lstrip(" \t*•·-"))
    read = read_inverted(line.text[lead:])
    if not read:
        return pieces
    end = line.start + lead + read.end
    name = Piece(line.text[lead : lead + read.end], line.start + lead, Gap.START)
    return [name, *[piece for piece in pieces if piece.start >= end]]


def _is_alone(at: int, cut: Sequence[list[Piece]]) -> bool:
    """Whether nothing follows that a group heading could head."""
    return not any(pieces and name_score(pieces[0].text) >= 0.5 for pieces in cut[at + 1 : at + 3])


def _goes_on(owner: Person | None, pieces: list[Piece], at: int, cut: Sequence[list[Piece]]) -> bool:
    """Whether a line without a name says more of the person above: name and organisation on lines in turn."""
    if owner is None or owner.facts.organisation or any(p.gap in (Gap.COLON, Gap.SEMI) for p in pieces):
        return False
    if _ITEM.match(pieces[0].text):
        return False
    if len(pieces) > 3 or len(pieces[0].text.split()) > 9:
        return False
    names = [bool(p) and name_score(p[0].text) >= 0.5 for p in cut]
    turns = [names[k] and not names[k + 1] for k in range(0, len(names) - 1)]
    return (
        at > 0
        and names[0]
        and (sum(turns) * 2 >= sum(names) or (owner.facts.job_title is None and pieces[0].text[:1] == "("))
    )


_ITEM: Final = re.compile(
    r"(?i:(?:[ivx]{1,5}\.\s+)?(?:call to order|roll call|approval|minutes|matters|reviews?|reports?|updates?|welcome|"
    r"declarations?|apolog\w+|agenda|next|date|actions?|any other|introductions?|opening|old business|new business|"
    r"discussion|resolved|to \w+|chair\w*['’]s|signature|quorum|pledge|public|finance|motions?|procedural))\b"
)
"""What begins an item of the agenda, and no post or body."""


def _continue(owner: Person, pieces: list[Piece], *, body: bool = False) -> None:
    for piece in pieces:
        read_attribute(piece, owner.facts, owner.name, body=body)
        owner.end = max(owner.end, piece.end)


def _without_lead(piece: Piece) -> Piece:
    lead = re.match(r"(?:Representing|On behalf of|From|For)\s+(?:the\s+)?(?=[A-Z0-9])", piece.text)
    return replace(piece, text=piece.text[lead.end() :], start=piece.start + lead.end()) if lead else piece


class _Walker:
    """Walks along one line: a name opens a person, what follows says more of the person or of several."""

    def __init__(
        self, template: Template, line: RosterLine, names_only: bool, hints: Hints, by_first_name: bool
    ) -> None:
        self.template, self.line, self.names_only, self.hints = template, line, names_only, hints
        self.by_first_name = by_first_name
        self.people: list[Person] = []
        self.before = Attributes()
        self.heading = Attributes()
        self.plural = False
        self.silent = False
        self.listing = False  # most of what stands between commas is names
        self.singles = False  # the line holds nothing but single words
        self.firsts = False  # the line is a list in which some stand by their first names
        self.void = False  # a vacancy or the like has just been read: what follows is said of nobody

    def carry(self, heading: Attributes) -> None:
        """An organisation that heads a group of lines holds for this line too."""
        self.heading = heading
        self.before = heading.shared()

    def walk(self, pieces: list[Piece]) -> list[Person]:
        self.listing = _is_comma_list(pieces, self.hints)
        semis = any(p.gap is Gap.SEMI for p in pieces) and not self.listing
        self.firsts = is_first_names(pieces) or (self.by_first_name and _are_given(pieces))
        self.singles = self.firsts and is_all_single(pieces)
        posts = _posts_before_names(pieces)
        for piece in self._expanded(posts.rest):
            if (post := posts.of.get(piece.start)) is not None and piece.bracketed:
                self.void = False
                self._open(Piece(piece.text, piece.start, Gap.COMMA))
                read_attribute(post, self.people[-1].facts, self.people[-1].name)
                self.people[-1].end = piece.end + 1
            elif self._is_name(piece, semis) and not piece.bracketed:
                self.void = False
                self._open(piece)
            elif not piece.bracketed and (self._titles(piece, alone=True) or _ALSO.fullmatch(piece.text)):
                self.plural = self.plural or not _ALSO.fullmatch(piece.text)
            elif is_non_person(piece.text) and not (piece.bracketed and self.people):
                self.silent = self.void = True
            elif self.void:
                continue
            elif piece.bracketed:
                self._bracket(piece)
            else:
                self._attribute(piece)
        self._share()
        if not self.people and self.before.organisation_score >= 0.6 and not self.silent:
            self.heading = self.before
        return self.people

    # ------------------------------------------------------------ names

    def _expanded(self, pieces: list[Piece]) -> Iterable[Piece]:
        for piece in pieces:
            if piece.bracketed:
                yield piece
                continue
            yield from self._parts(piece)

    def _parts(self, piece: Piece) -> Iterable[Piece]:
        """A piece without delimiters cut where names, posts and deputies run together in it."""
        if titles := self._titles(piece):
            self.plural = True
            piece = Piece(piece.text[titles:], piece.start + titles, piece.gap)
        where = Where(bool(self.people), self.plural, self.hints, self.firsts)
        text = piece.text
        if piece.named or (" & " in text and self.hints.kind(piece.start, piece.end) == tags.ORG):
            return [piece]
        if name_score(text) >= 0.6 and not split_run(text)[1:] and not at_initials(piece, where):
            return [piece]
        for cut in (at_couple, at_hints, at_initials, at_and, at_phrase, at_run, at_lead, at_tail, at_name, at_hint):
            if (parts := cut(piece, where)) and len(parts) > 1:
                return [sub for part in parts for sub in (self._parts(part) if part.text != text else [part])]
        if self.template.run_on and piece.gap is Gap.START and not self.people and (parts := snapped(piece)):
            return parts
        return [piece]

    def _titles(self, piece: Piece, *, alone: bool = False) -> int:
        """How much of a piece is one title for the names after it; `alone`: where nothing else is in it."""
        at = piece.start - self.line.start
        found = plural_title(piece.text + " X") if alone else plural_title(self.line.text[at:])
        if not found:
            return 0
        return found.end() if alone or found.end() < len(piece.text) else 0

    def threshold(self, piece: Piece, semis: bool) -> float:
        """How much like a name a piece must look to open a person."""
        gap, template = piece.gap, self.template
        if gap in (Gap.START, Gap.SEMI):
            return 0.5
        if gap in (Gap.DASH, Gap.COLON, Gap.NONE):
            return 0.5 if not self.people else 2.0
        if gap is Gap.AND:
            return 0.5
        if gap is Gap.COMMA and self.listing:
            return 0.5
        if gap is Gap.COMMA and semis:
            return 2.0 if self.people and not self.plural else 0.6
        if gap is Gap.COMMA and self.people and template.names_after < 0.34 and template.lines > 1:
            return 0.9 if self.people[-1].facts.organisation and template.lines < 4 else 2.0
        if gap is Gap.AFTER:
            return 0.5
        return 0.5 if template.names_after > 0.4 or gap in (Gap.SLASH, Gap.WIDE, Gap.TAB) else 0.72

    def _is_name(self, piece: Piece, semis: bool) -> bool:
        if is_non_person(piece.text) or _ALSO.fullmatch(piece.text):
            return False
        if piece.named:
            return True
        score = name_score(piece.text)
        wanted = self.threshold(piece, semis)
        if self._is_seen(piece):
            wanted = min(wanted, 0.6 if piece.gap in _LISTED else wanted)
        if self.plural and piece.gap in _LISTED and score > 0 and not _is_no_name(piece.text):
            return True
        if self.listing and piece.gap in (Gap.COMMA, Gap.AND) and _reads_as_name(piece.text):
            return True
        if self.firsts and piece.gap in _LISTED and " " not in piece.text:
            return self.singles or is_given_name(piece.text)
        if score >= wanted:
            sure = score >= 0.85 or body_score(piece.text) < 0.7
            return sure and not (piece.gap is Gap.TAB and self.people and score < 0.75)
        if piece.gap in (Gap.COMMA, Gap.AND, Gap.AFTER, Gap.SLASH) and is_titled(piece.text):
            return True
        if self.people or piece.gap is not Gap.START:
            return False
        few = len(piece.text.split()) <= 3 and body_score(piece.text) < 0.6
        return few and score >= (0.2 if self.template.first_is_name > 0.5 and " " not in piece.text else 0.38)

    def _is_seen(self, piece: Piece) -> bool:
        """Whether a model takes just these words, or all but a title, for a name."""
        seen = self.hints.within(piece.start, piece.end)
        return len(seen) == 1 and seen[0][1] == piece.end and not _BODY_WORD.search(piece.text)

    def _open(self, piece: Piece) -> None:
        read = read_name(piece.text) or name_at(piece.text)
        if read is None:
            return
        start = piece.start + read.start
        person = Person(
            piece.whole or read.name,
            (start, start + len(piece.text[read.start : read.end].rstrip())),
            name_score(piece.text),
            read.honorific,
            piece.end,
            self.before.taken(),
            joined=piece.gap is Gap.AND,
        )
        if self.before.organisation and is_initials_of(self.before.organisation, read.name):
            person.facts = replace(
                person.facts, initials=self.before.organisation, organisation=None, organisation_at=None
            )
        elif piece.gap in (Gap.COLON, Gap.DASH) and self.before.organisation_score >= 0.5:
            self.heading = self.before  # "Barset Council: Ann Bell, Bob Cole"
        self.before = self.heading.shared()
        self.people.append(person)

    # ------------------------------------------------------------ what is said of them

    def _bracket(self, piece: Piece) -> None:
        if not self.people:
            parts = inner(piece)
            if parts and (self.before.job_title or self.before.role) and name_score(parts[0].text) >= 0.75:
                self._open(Piece(parts[0].text, parts[0].start, Gap.COLON))
                for part in parts[1:]:
                    read_attribute(part, self.people[-1].facts, self.people[-1].name)
                return
            if self.before.organisation and parts and all(name_score(p.text) >= 0.6 for p in parts):
                for part in parts:
                    self.before.organisation_kept = True
                    self._open(Piece(part.text, part.start, Gap.COMMA))
                return
            for part in parts:
                read_attribute(part, self.before, "")
            return
        person = self.people[-1]
        if read_deputy(piece, person.facts):
            person.end = piece.end + 1
            return
        for part in _bracket_parts(piece, person.name):
            read_attribute(part, person.facts, person.name, hint=self.hints.kind(part.start, part.end))
        person.end = piece.end + 1

    def _attribute(self, piece: Piece) -> None:
        if self.people and piece.gap is not Gap.SEMI:
            person = self.people[-1]
            read_attribute(piece, person.facts, person.name, hint=self.hints.kind(piece.start, piece.end))
            person.end = piece.end
        else:
            if piece.gap is Gap.SEMI:
                self.before = self.heading.shared()
            read_attribute(piece, self.before, "")

    def _share(self) -> None:
        """ "A, B and C (Org)": the organisation after the last of several names is that of all of them."""
        for at, person in enumerate(self.people):
            if not (person.joined and person.facts.organisation and not person.facts.organisation_kept):
                continue
            back = at - 1
            while back >= 0 and not self.people[back].facts.said:
                mate = self.people[back].facts
                mate.organisation, mate.organisation_at = (
                    person.facts.organisation,
                    person.facts.organisation_at,
                )
                if self.people[back].facts.chained_stop:
                    break
                back -= 1


_BODY_WORD: Final = re.compile(r"\b(?:and|of|for|the)\b|&")
_ALSO: Final = re.compile(
    r"(?i)(?:and )?also(?: present| attending| in attendance)?|plus|together with|and the clerk"
)
_LISTED: Final = (Gap.START, Gap.COMMA, Gap.AND, Gap.AFTER, Gap.SLASH, Gap.COLON, Gap.SEMI)
_BEFORE_POST: Final = (Gap.START, Gap.COMMA, Gap.SEMI, Gap.AND, Gap.AFTER, Gap.COLON)


@dataclass(frozen=True, slots=True)
class _Posts:
    """A line's pieces without the posts that stand before a bracketed name, and those posts by the name's
    offset."""

    rest: list[Piece]
    of: dict[int, Piece]


def _posts_before_names(pieces: list[Piece]) -> _Posts:
    """ "the Vice-Chancellor (Professor A Bell)": the bracket is the person, the words before are the post."""
    found = {
        after.start: piece
        for piece, after in pairwise(pieces)
        if after.bracketed and _is_post_of(piece, after)
    }
    posts = {piece.start for piece in found.values()}
    return _Posts([piece for piece in pieces if piece.start not in posts or piece.bracketed], found)


def _is_post_of(piece: Piece, bracket: Piece) -> bool:
    return (
        not piece.bracketed
        and piece.gap in _BEFORE_POST
        and strip_title(bracket.text)[0] is not None
        and name_score(bracket.text) >= 0.9
        and name_score(piece.text) < 0.5
        and not is_non_person(piece.text)
        and not leading_name(piece.text)
        and (job_score(piece.text) >= 0.6 or bool(re.match(r"(?i:the\s|by\s)", piece.text)))
    )


def _bracket_parts(piece: Piece, name: str) -> list[Piece]:
    """A bracket's parts; initials and a role may share one ("JP/Chair")."""
    parts = inner(piece)
    cut: list[Piece] = []
    for part in parts:
        halves = list(re.finditer(r"[^/&]+", part.text))
        if len(halves) == 2 and any(is_initials_of(h.group().strip(), name) for h in halves):
            cut += [Piece(h.group().strip(), part.start + h.start(), Gap.OPEN) for h in halves]
        else:
            cut.append(part)
    return cut


__all__ = ["Person", "Reading", "RosterLine", "Template", "decode", "initials_fit"]

"""Roster lines into people: one template for a block of lines, and each line snapped to it.

What a piece after a delimiter is can seldom be told from the piece alone ("Grant Thornton" is a firm, "Victim
Support" no person): how the other lines of the block are built decides. `decode` reads a block of lines that
stand under one heading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Final

from whosat.extract.components.roster_alike import alike_named
from whosat.extract.components.roster_answers import answers_apart
from whosat.extract.components.roster_attributes import Attributes, read_attribute
from whosat.extract.components.roster_before import labelled_by_dashes
from whosat.extract.components.roster_capacities import is_capacity, is_interest
from whosat.extract.components.roster_cuts import at_shouted
from whosat.extract.components.roster_hints import NO_HINTS, Hints
from whosat.extract.components.roster_inverted import bodies_behind, initials_behind
from whosat.extract.components.roster_joins import is_glued_block, pieces_in, rejoined, upright
from whosat.extract.components.roster_labelled import fields_apart, with_labels
from whosat.extract.components.roster_notes import is_note
from whosat.extract.components.roster_people import Person, Reading, RosterLine
from whosat.extract.components.roster_pieces import Gap, Piece, leading_name, pieces_of
from whosat.extract.components.roster_posts import is_no_body
from whosat.extract.components.roster_ranks import beside_names
from whosat.extract.components.roster_runs import records_in
from whosat.extract.components.roster_scores import body_score, is_body, is_non_person, job_score, name_score
from whosat.extract.components.roster_shape import (
    Slot,
    named_singles,
    shape_of,
    surnames_named,
    template_of,
)
from whosat.extract.components.roster_share import share_over_lines
from whosat.extract.components.roster_singles import handles_named
from whosat.extract.components.roster_together import is_common
from whosat.extract.components.roster_walk import Walker
from whosat.extract.names import read_inverted, strip_title

_LISTS: Final = 2  # lines at most that a list between commas fills; more are of one person each


def decode(
    lines: Sequence[RosterLine],
    *,
    inverted: bool = False,
    hints: Hints = NO_HINTS,
    by_first_name: bool = False,
    by_surname: bool = False,
    by_comma: bool = False,
    initials_last: bool = False,
) -> Reading:
    """All people in the lines of one block; `hints` are where a model sees names.

    `by_first_name`: other rosters of the document give people's first names alone; `by_surname`: surnames;
    `by_comma`: lists of names between commas; `initials_last`: surnames with the initials behind.
    """
    lines = [
        record
        for line in rejoined(lines)
        for record in records_in(line, hints)
        if re.search(r"\w", record.text) and not _HEAD.fullmatch(record.text)
    ]
    lines = with_labels([replace(line, text=_with_semicolons(line.text)) for line in lines])
    glued = is_glued_block(lines)
    cut = answers_apart(lines, fields_apart([pieces_in(line, hints, glued) for line in lines]))
    cut = named_singles(initials_behind(bodies_behind(_labelled_lines(cut)), elsewhere=initials_last))
    cut = alike_named(cut)
    cut = handles_named(surnames_named(cut) if by_surname else cut, elsewhere=by_surname)
    cut = [[*(at_shouted(one[0]) or one[:1]), *one[1:]] if one else one for one in cut]
    template = template_of(cut, [line.text for line in lines])
    if by_comma and 0 < len(cut) <= _LISTS and all(piece.gap in (Gap.START, Gap.COMMA) for piece in cut[0]):
        template = replace(template, names_after=1.0)
    if by_first_name:
        template = replace(template, inverted=False)
    elif inverted and any(read_inverted(line.text.strip(" *•·-\t")) for line in lines):
        template = replace(template, inverted=True)
    block = _Block(cut, lambda line: Walker(template, line, hints, by_first_name, by_surname))
    for at, (line, pieces) in enumerate(zip(lines, cut, strict=True)):
        if pieces:
            block.read(at, line, upright(line, pieces) if template.inverted else pieces)
    share_over_lines(block.found)
    _settle_initials(block.reading.people)
    _settle_letters(block.reading.people)
    _settle_ditto(block.reading.people)
    return block.reading


_STOPS: Final = re.compile(r"(?<=[a-z]{2})\.(?= [A-Z][\w&’' -]{1,40}: [A-Z])")


def _with_semicolons(text: str) -> str:
    """A line whose full stops part bodies with their people: "Mind: A Bell, B Cole. Relate: C Dow. …"."""
    return _STOPS.sub(";", text) if text.count(": ") > 2 and len(_STOPS.findall(text)) > 1 else text


def _labelled_lines(cut: list[list[Piece]]) -> list[list[Piece]]:
    """The pieces of a block with colons for dashes where each line has a body, a dash and its people."""
    flat = labelled_by_dashes([piece for pieces in cut for piece in pieces])
    ends = list(accumulate(len(pieces) for pieces in cut))
    return [flat[end - len(pieces) : end] for pieces, end in zip(cut, ends, strict=True)]


class _Block:
    """Reads the lines of a block in turn, with what earlier lines leave for later ones."""

    def __init__(self, cut: Sequence[list[Piece]], walker: Callable[[RosterLine], Walker]) -> None:
        self.cut, self.walker = cut, walker
        self.shape = shape_of(cut)
        self.beside = beside_names(cut)
        self.heads = sum(
            len(one) == 1 and _is_known_body(one[0].text) and bool(after) and name_score(after[0].text) >= 0.5
            for one, after in pairwise(cut)
        )
        self.reading = Reading()
        self.pending = Attributes()  # what heads a group of lines
        self.owner: Person | None = None  # of whom a line without a name may say more
        self.several = False  # whether the owner is the last of several on a line
        self.found: list[tuple[RosterLine, list[Person]]] = []
        self.opened: dict[int, Person] = {}  # the last person of each line

    def read(self, at: int, line: RosterLine, pieces: list[Piece]) -> None:
        """One line, with its pieces."""
        if at in self.beside:
            if (mate := self.opened.get(self.beside[at])) is not None:
                _continue(mate, pieces, body=True)
        elif self.shape[at] is Slot.BODY:
            self._body(pieces)
        elif self.shape[at] is Slot.MORE and self.owner is not None:
            _continue(self.owner, pieces)
        else:
            self._people(at, line, pieces)

    def _body(self, pieces: list[Piece]) -> None:
        """A body that has a line of its own: of the person above, or of the group below."""
        if _ITEM.match(pieces[0].text):
            return
        if self.shape[0] is Slot.NAME and self.owner is not None:
            _continue(self.owner, pieces, body=True)
        elif not is_non_person(pieces[0].text):
            self.pending, self.owner = Attributes(), None
            head = _without_lead(pieces[0])
            read_attribute(head, self.pending, "", body=True)
            if not self.pending.organisation:
                self.pending.organisation = head.text
                self.pending.organisation_at = (head.start, head.end)

    def _heads_group(self, at: int, pieces: list[Piece]) -> bool:
        """Whether a line of a few words heads those below it, as bodies do elsewhere in the block:
        "Strands"."""
        text = pieces[0].text
        if self._stands_over_titles(at, pieces):
            return True
        if len(pieces) != 1 or len(text.split()) > 3 or not text[:1].isupper():
            return False
        if self._stands_over_plain_names(at, text):
            return True
        if self.heads < 2:
            return False
        first = next(one for one in self.cut if one)
        if name_score(first[0].text) >= 0.5:
            return False  # names come first, and what follows each is said of it
        below = self.cut[at + 1] if at + 1 < len(self.cut) else []
        return name_score(text) < 0.5 and bool(below) and name_score(below[0].text) >= 0.5

    def _stands_over_plain_names(self, at: int, text: str) -> bool:
        """Whether a word or two that name nobody stand over people, as a body does over those above:
        "Portal"."""
        below = [one[0].text for one in self.cut[at + 1 : at + 3] if one]
        if name_score(text) >= 0.5 or job_score(text) > 0 or len(below) < 2 or self.owner is None:
            return False
        if is_capacity(text) or is_interest(text) or (is_no_body(text) and text not in _SHORTLY):
            return False
        first = next(one for one in self.cut if one)
        led = _is_known_body(first[0].text) and all(one.bracketed for one in first[1:])
        bare = all(len(one) == 1 for one in self.cut[at + 1 : at + 3])
        told = self.owner.facts.organisation is not None or led
        return told and (led or bare) and all(name_score(one) >= 0.75 for one in below[: 1 + bare])

    def _goes_on_in_body(self, pieces: list[Piece]) -> bool:
        """Whether a line is the rest of a long one that ends in whom somebody is from: "Wash Community" |
        "Care Trust"."""
        owner, text = self.owner, pieces[0].text
        if owner is None or len(pieces) != 1 or not owner.facts.organisation or len(text.split()) > 4:
            return False
        ends = owner.facts.organisation_at and owner.facts.organisation_at[1] == owner.end
        where = pieces[0].start - owner.end == 1 and owner.end - owner.name_at[0] >= _LONG
        begun = sum(bool(one) and _begins_with_name(one[0].text) for one in self.cut)
        plain = name_score(text) < 0.5 and job_score(text) < 0.6 and text[:1].isupper() and not is_note(text)
        known = _is_known_body(owner.facts.organisation) or _is_known_body(text) or is_non_person(text)
        return bool(ends) and where and plain and not known and begun * 4 >= len(self.cut) * 3

    def _is_rest(self, pieces: list[Piece]) -> bool:
        """Whether a line goes on with a post and its body where all others begin with a name: "…, Drugs" |
        "Management, Barset CCG"."""
        owner = self.owner
        if owner is None or self.several or len(pieces) < 2 or pieces[1].gap is not Gap.COMMA:
            return False
        begun = sum(bool(one) and _begins_with_name(one[0].text) for one in self.cut)
        long = owner.end - owner.name_at[0] >= _LONG and pieces[0].start - owner.end == 1
        return long and not _is_known_body(pieces[0].text) and begun * 4 >= len(self.cut) * 3

    def _stands_over_titles(self, at: int, pieces: list[Piece]) -> bool:
        """Whether a line bears no title where everybody has one, over one who has: "Strand Stone" over "Dr
        Bell"."""
        if len(pieces) != 1 or not self.heads or strip_title(pieces[0].text)[0] or at + 1 >= len(self.cut):
            return False
        titled = [bool(one) and strip_title(one[0].text)[0] is not None for one in self.cut]
        bodies = [
            k
            for k, one in enumerate(self.cut)
            if one and not titled[k] and k + 1 < len(titled) and titled[k + 1]
        ]
        return (
            titled[at + 1]
            and sum(titled) > 2
            and sum(titled) + len(bodies) == len(titled)
            and len(bodies) > 1
        )

    def _people(self, at: int, line: RosterLine, pieces: list[Piece]) -> None:
        if self.owner is not None and (kind := _labelled(pieces)):
            _continue(self.owner, pieces[1:], body=kind == "body")
            return
        if self._goes_on_in_body(pieces) and self.owner is not None:
            facts = self.owner.facts
            facts.organisation = f"{facts.organisation} {pieces[0].text}"
            facts.organisation_at = (facts.organisation_at or self.owner.name_at)[0], pieces[0].end
            self.owner.end = pieces[0].end
            return
        walker = self.walker(line)
        walker.carry(_headed_by(line.head) if line.head else self.pending)
        if self._heads_group(at, pieces):
            self.pending, self.owner = Attributes(), None
            head = _without_lead(pieces[0])
            if job_score(head.text) < 0.6 and not is_non_person(head.text):
                self.pending.organisation, self.pending.organisation_at = head.text, (head.start, head.end)
        elif found := walker.walk(pieces):
            self.reading.people += found
            self.found.append((line, found))
            if line.head and len(found) == 1 and job_score(line.head[0]) >= _POST:
                read_attribute(Piece(*line.head, Gap.COMMA), found[0].facts, found[0].name)
            self.owner = self.opened[at] = found[-1]
            self.several = len(found) > 1
        elif (
            self.owner is not None
            and not (self.several and pieces[0].gap is not Gap.OPEN)
            and _goes_on(self.owner, pieces, at, self.cut)
        ):
            _continue(self.owner, pieces)
        elif self._is_rest(pieces) and self.owner is not None:
            facts = self.owner.facts
            if facts.organisation and is_common(facts.organisation):
                facts.job_title, facts.organisation = facts.job_title or facts.organisation, None
            _continue(self.owner, pieces[1:])
        elif walker.heading.organisation and not _is_alone(at, self.cut):
            self.pending, self.owner = walker.heading, None
        elif not walker.silent:
            self.reading.unread.append(
                ((pieces[0].start, pieces[-1].end), "no name was recognised in this line")
            )


_LONG: Final = 45  # characters of a line that had no room for all its words
_SHORTLY: Final = frozenset({"University", "College", "School", "Council"})
"""Words that stand for one body where they head its people."""
_LABEL: Final = re.compile(
    r"(?P<body>organi[sz]ation|company|agency|affiliation|employer|institution|representing|club|parish|school)|"
    r"(?:job title|role|title|position|post|designation|capacity|department)",
    re.IGNORECASE,
)


def _labelled(pieces: Sequence[Piece]) -> str:
    """Whether a line says "Organisation: …" or "Role: …" of the one above: "body", "post" or nothing."""
    found = _LABEL.fullmatch(pieces[0].text) if len(pieces) > 1 and pieces[1].gap is Gap.COLON else None
    return ("body" if found["body"] else "post") if found else ""


def _is_known_body(text: str) -> bool:
    return is_body(text) or (text.isupper() and body_score(text) >= 0.85)


_POST: Final = 0.9


def _headed_by(head: tuple[str, int]) -> Attributes:
    """What a body says that stands before its people with nothing between."""
    said = Attributes()
    first, *more = pieces_of(*head) or [Piece(head[0], head[1], Gap.START)]
    read_attribute(first, said, "", body=True)
    if said.organisation is None and job_score(first.text) < 0.6:
        said.organisation, said.organisation_at = first.text, (first.start, first.end)
    for piece in more:
        read_attribute(piece, said, "")
    return said


_SHORT: Final = re.compile(r"[A-Z][A-Za-z&]{0,3}[A-Z]")


def _settle_initials(people: Sequence[Person]) -> None:
    """What stands where the others have their initials is somebody's initials too, and no organisation."""
    own = sum(person.facts.initials is not None for person in people)
    shorts = [p for p in people if p.facts.organisation and _SHORT.fullmatch(p.facts.organisation)]
    seen = Counter(person.facts.organisation for person in shorts)
    lone = [p for p in shorts if " " not in p.name and len(p.facts.organisation or "") < 4]
    if len(lone) > 1 and all((p.facts.organisation or "").upper().endswith(p.name[:1].upper()) for p in lone):
        for facts in (person.facts for person in lone):  # "Cllr Alder (CA), Cllr Bean (JB)"
            facts.initials, facts.organisation, facts.organisation_at = facts.organisation, None, None
    for person in shorts:
        facts = person.facts
        if facts.initials is None and own > 1 and own > len(shorts) and seen[facts.organisation] == 1:
            facts.initials, facts.organisation, facts.organisation_at = facts.organisation, None, None


def _settle_letters(people: Sequence[Person]) -> None:
    """Letters that may be a post ("EA") are a body's where nearly all others have a body's letters there."""
    for facts in (person.facts for person in people):
        if facts.job_title in _EITHER and not facts.organisation and _mostly_from_bodies(people):
            facts.organisation, facts.organisation_at = facts.job_title, facts.job_at
            facts.job_title = facts.job_at = None
    bodies = sum(_SHORT.fullmatch(p.facts.organisation or "") is not None for p in people)
    posts = [p for p in people if _SHORT.fullmatch(p.facts.job_title or "") and not p.facts.organisation]
    if bodies < 3 or len(posts) * 3 > bodies:
        return
    for facts in (person.facts for person in posts):
        facts.organisation, facts.organisation_at = facts.job_title, facts.job_at
        facts.job_title = facts.job_at = None


_EITHER: Final = frozenset({"EA", "HR", "CE"})
"""Letters that are a post as well as a body."""


def _mostly_from_bodies(people: Sequence[Person]) -> bool:
    """Whether nearly everybody else is said to be from somewhere, and nobody else to hold a post alone."""
    others = [p.facts for p in people if p.facts.job_title not in _EITHER]
    named = sum(facts.organisation is not None for facts in others)
    return named > 2 and named * 10 >= len(others) * 7


_DITTO: Final = re.compile(r"\W*(?:do|ditto|d°|as above|same)\W*|[\"”〃″]", re.IGNORECASE)


def _settle_ditto(people: Sequence[Person]) -> None:
    """ "-do-" stands for the organisation of the person above."""
    for before, person in pairwise(people):
        facts, above = person.facts, before.facts
        said = facts.organisation or facts.job_title
        if said and _DITTO.fullmatch(said) and above.organisation:
            facts.organisation, facts.organisation_at = above.organisation, above.organisation_at
            facts.job_title = None if facts.job_title == said else facts.job_title


_HEAD: Final = re.compile(
    r"\W*(?:(?:names?|surnames?|(?:first|last|given|family) ?names?|forenames?|organi[sz]ations?|"
    r"representing|(?:job )?titles?|roles?|initials|designation|position|post|agency|agencies|departments?|"
    r"affiliations?|companies|constituency|institutions?|"
    r"representative|company|employer|capacity|attendees?|members?)\b\W*){1,6}",
    re.IGNORECASE,
)
"""The head of a column, left on a line of its own."""


def _is_alone(at: int, cut: Sequence[list[Piece]]) -> bool:
    """Whether nothing follows that a group heading could head."""
    return not any(pieces and _begins_with_name(pieces[0].text) for pieces in cut[at + 1 : at + 3])


def _begins_with_name(text: str) -> bool:
    return name_score(text) >= 0.5 or leading_name(text) > 0


def _goes_on(owner: Person, pieces: list[Piece], at: int, cut: Sequence[list[Piece]]) -> bool:
    """Whether a line without a name says more of the person above: name and organisation on lines in turn."""
    if owner.facts.organisation or any(p.gap in (Gap.COLON, Gap.SEMI) for p in pieces):
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
    r"(?i:(?:[ivx]{1,5}\.\s+)?(?:call to order|roll call|approval|minutes|matters|reviews?|reports?|"
    r"updates?|welcome|"
    r"declarations?|apolog\w+|agenda|next|date|actions?|any other|introductions?|opening|old business|"
    r"new business|"
    r"[^,;:]{3,60}\bin the chair|discussion|resolved|to \w+|chair\w*['’]s|signature|quorum|pledge|"
    r"aob|a\.o\.b|none|nil|public|finance|motions?|procedural|acknowledge?ments?))\b"
)
"""What begins an item of the agenda, and no post or body."""


def _continue(owner: Person, pieces: list[Piece], *, body: bool = False) -> None:
    for piece in pieces:
        read_attribute(piece, owner.facts, owner.name, body=body)
        owner.end = max(owner.end, piece.end)


def _without_lead(piece: Piece) -> Piece:
    lead = re.match(r"(?:Representing|On behalf of|From|For)\s+(?:the\s+)?(?=[A-Z0-9])", piece.text)
    return replace(piece, text=piece.text[lead.end() :], start=piece.start + lead.end()) if lead else piece

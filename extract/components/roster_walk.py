"""One roster line into people: a name opens a person, what follows says more of that person or of several."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from operator import or_
from typing import Final

from whosat.extract.components.roster_attributes import Attributes, read_attribute
from whosat.extract.components.roster_before import (
    Posts,
    bodies_of_groups,
    couple_in,
    is_first,
    label_before_name,
    labelled_by_dashes,
    labels_within,
    names_before_dashes,
    people_in,
    posts_before_names,
    vacancies,
    without_group,
)
from whosat.extract.components.roster_couples import at_couple
from whosat.extract.components.roster_cuts import (
    Where,
    at_and,
    at_hint,
    at_hints,
    at_initials,
    at_lead,
    at_long,
    at_name,
    at_phrase,
    at_run,
    at_shouted,
    at_slash,
    at_tail,
    is_deputy,
)
from whosat.extract.components.roster_hints import Hints
from whosat.extract.components.roster_people import Person, RosterLine
from whosat.extract.components.roster_pieces import (
    AND,
    Gap,
    Piece,
    bracketed_alike,
    split_run,
)
from whosat.extract.components.roster_post_cuts import at_post, at_whole, may_begin_as_name
from whosat.extract.components.roster_posts import IN_LAND, is_pair, is_titled
from whosat.extract.components.roster_said import read_beside, read_bracket
from whosat.extract.components.roster_scores import (
    body_score,
    is_body,
    is_initials_of,
    is_non_person,
    name_score,
)
from whosat.extract.components.roster_shape import (
    Template,
    are_given,
    are_pairs,
    is_all_single,
    is_by_name,
    is_comma_list,
    is_first_names,
    is_plain_list,
    reads_as_name,
)
from whosat.extract.components.roster_share import share_organisation
from whosat.extract.components.roster_singles import (
    answering,
    are_by_letter,
    ends_in_letter,
    is_list_of_singles,
    is_lone_name,
    is_no_name,
    is_short_name,
    led_named,
    odd_named,
    short_named,
    stands_by_letter,
)
from whosat.extract.components.roster_snapped import is_too_long, snapped
from whosat.extract.components.roster_together import is_held_in
from whosat.extract.components.roster_walk_words import (
    BODY_WORD,
    COME_BY,
    COMES_FOR,
    COUNCIL,
    DOTTED,
    FIRM,
    dean_before,
    is_behind_stroke,
    is_doubtful,
    is_own_firm,
    of_one,
    said_within,
    share_behind,
    titles_of,
)
from whosat.extract.components.roster_wanted import (
    has_letters,
    is_one_of_many,
    is_said,
    stands_by_first_name,
    threshold,
)
from whosat.extract.components.roster_words import ACCOMPANIES, ALSO
from whosat.extract.model import tags
from whosat.extract.names import (
    PersonName,
    name_at,
    read_inverted,
    read_name,
    strip_title,
)


class Walker:
    """Walks along one line: a name opens a person, what follows says more of the person or of several."""

    def __init__(
        self,
        template: Template,
        line: RosterLine,
        hints: Hints,
        by_first_name: bool,
        by_surname: bool = False,
    ) -> None:
        self.template, self.line, self.hints = template, line, hints
        self.by_first_name, self.by_surname = by_first_name, by_surname
        self.people: list[Person] = []
        self.before = Attributes()
        self.heading = Attributes()
        self.plural = False
        self.silent = False
        self.listing = False  # most of what stands between commas is names
        self.pairs = False  # semicolons part people, and a comma each from what is said of him or her
        self.initialled = False  # people stand by a first name and the surname's letter: "Jean M"
        self.plain = False  # the line holds nothing but what may be whole names
        self.singles = False  # the line holds nothing but single words
        self.firsts = False  # the line is a list in which some stand by their first names
        self.leads = False  # the line begins with an office and a name: offices stand before names here
        self.bracketed: frozenset[int] = frozenset()  # where pieces begin that a bracket follows
        self.paired: frozenset[int] = frozenset()  # where names begin, as a dash follows each of them
        self.begin = line.start  # where the first piece begins
        self.labels: frozenset[int] = frozenset()  # where words begin that head the names behind a colon
        self.labelled: frozenset[int] = frozenset()  # and where the names behind the colon begin
        self.closed = False  # whether a bracket ends right before this piece
        self.note: str | None = None  # how those from here on stood, said within the line
        self.wide: dict[int, bool] = {}  # whether what is said of a person stands in a column of its own
        self.void = False  # a vacancy or the like has just been read: what follows is said of nobody

    def carry(self, heading: Attributes) -> None:
        """An organisation that heads a group of lines holds for this line too."""
        self.heading = heading
        self.before = heading.shared()

    def walk(self, pieces: list[Piece]) -> list[Person]:
        self.pairs = are_pairs(pieces := labelled_by_dashes(answering(of_one(pieces))))
        self.listing = not self.pairs and is_comma_list(pieces, self.hints)
        semis = any(p.gap is Gap.SEMI for p in pieces) and not self.listing
        self.firsts = is_first_names(pieces, headed=self.by_first_name) or (
            self.by_first_name and are_given(pieces)
        )
        self.plain = is_plain_list(pieces)
        self.initialled = are_by_letter(pieces)
        self.singles = self.firsts and is_all_single(pieces)
        if is_list_of_singles(pieces, headed=self.by_surname):
            self.plural = self.listing = True
            pieces = odd_named(pieces)
        pieces = led_named(pieces) if self.plural else short_named(pieces)
        opening = Where(False, self.plural, self.hints, self.firsts)
        first = replace(pieces[0], text=AND.split(pieces[0].text, maxsplit=1)[0]) if pieces else None
        self.leads = first is not None and bool(at_lead(first, opening))
        commas = [p for p in pieces[1:] if p.gap is Gap.COMMA and not p.bracketed]
        led = [bool(at_lead(p, opening)) for p in commas]
        rest_named = all(map(or_, led, [name_score(p.text) >= _NAMED for p in commas]))
        self.leads = self.leads or sum(led) > (0 if rest_named and len(led) > 1 else 1)
        self.bracketed = bracketed_alike(pieces)
        self.paired = names_before_dashes(pieces)
        pieces = without_group(pieces)
        self.begin = pieces[0].start if pieces else self.line.start
        self.labels = labels_within(pieces)
        self.labelled = frozenset(b.start for a, b in pairwise(pieces) if a.start in self.labels)
        groups = bodies_of_groups(pieces)
        posts = Posts(pieces, {}) if groups else posts_before_names(pieces)
        label = label_before_name(pieces)
        vacant = vacancies(pieces)
        for piece in self._expanded(posts.rest):
            if (post := posts.of.get(piece.start)) is not None and piece.bracketed:
                self.void = False
                for named in couple_in(Piece(piece.text.split(",")[0], piece.start, Gap.COMMA)):
                    self.open(named)
                    read_attribute(post, self.people[-1].facts, self.people[-1].name)
                    self.people[-1].end = piece.end + 1
            elif label is not None and piece.start == label.start:
                read_attribute(piece, self.before, "")
            elif piece.start in groups:
                self._group(groups[piece.start], piece)
            elif groups and not piece.bracketed and name_score(piece.text) < 0.5:
                self.silent = True  # "Mind (Ann Bell), Crown Estate, …": a body that sent nobody by name
            elif any(start <= piece.start < end for start, end in vacant) and name_score(piece.text) < 0.85:
                self.silent = True  # "Youth Officer – vacant": nobody holds the post that it names
            elif self._is_name(piece, semis) and not piece.bracketed:
                self.void = False
                self.open(piece)
            elif ALSO.fullmatch(piece.text) and not piece.bracketed:
                pass
            elif not piece.bracketed and titles_of(piece, self.line, alone=True):
                self.plural = True
            elif is_non_person(piece.text) and not (piece.bracketed and self.people):
                self.silent = self.void = True
            elif self.void:
                continue
            elif piece.bracketed:
                read_bracket(self, piece)
            else:
                read_beside(self, piece)
            self.closed = piece.bracketed
        for at in (at for at, wide in self.wide.items() if wide):
            share_behind(self.people[: at + 1])
        share_organisation(self.people, self.line)
        if not self.people and self.before.organisation_score >= 0.6 and not self.silent:
            self.heading = self.before
        return self.people

    # ------------------------------------------------------------ names

    def _expanded(self, pieces: list[Piece]) -> Iterable[Piece]:
        for piece in pieces:
            if piece.bracketed:
                yield piece
                continue
            if within := said_within(piece.text):
                self.note, at = within
                piece = replace(piece, text=piece.text[at:], start=piece.start + at)
            yield from self._parts(piece)

    def _parts(self, piece: Piece) -> Iterable[Piece]:
        """A piece without delimiters cut where names, posts and deputies run together in it."""
        if titles := titles_of(piece, self.line):
            self.plural = True
            piece = Piece(piece.text[titles:], piece.start + titles, piece.gap)
        where = Where(bool(self.people), self.plural, self.hints, self.firsts, self.leads, self.line.text)
        text = piece.text
        pair = self.plural and _PAIR.fullmatch(text)
        whole = not (pair or text.startswith("and ")) and (
            (is_body(text) and not may_begin_as_name(text))
            or (piece.gap is Gap.DASH and self._opens_nobody() and COUNCIL.search(text) is not None)
            or (FIRM.search(text) and self._opens_nobody() and bool(self.people[-1].facts.job_title))
        )
        if piece.gap in _AFTER_NAME and whole:
            return [piece]
        if self.people and ACCOMPANIES.search(text):
            return [piece]  # whoever is named there has an entry elsewhere, if any
        if is_said(self, piece) and not is_deputy(text):
            return [piece]
        if piece.start in self.labels and name_score(text) < 0.75 and _SHORT.fullmatch(text):
            return [piece]
        if piece.named or (
            " & " in text and not self.plural and self.hints.kind(piece.start, piece.end) == tags.ORG
        ):
            return [piece]
        if (
            piece.gap in _AFTER_NAME
            and self._opens_nobody()
            and (is_pair(text) or self._is_named_after(piece))
        ):
            return [piece]
        if (self.people or piece.gap is Gap.NONE) and not self.plural and is_held_in(text):
            return [piece]
        alone = self.template.run_on and piece.gap is Gap.START and not self.people
        if alone and is_too_long(text) and (parts := snapped(piece)):
            return parts
        if (at := dean_before(text, self.line)) and piece.gap in _LISTED:
            return [replace(piece, text="Dean"), Piece(text[at:], piece.start + at, Gap.AFTER, True)]
        if name_score(text) >= 0.6 and not split_run(text)[1:] and not at_initials(piece, where):
            return [piece]
        if self.people and COME_BY.match(text):
            return [piece]
        if COMES_FOR.search(text) and len(parts := at_phrase(piece, where)) > 1 and is_deputy(parts[1].text):
            return parts
        for cut in (
            at_shouted,
            at_couple,
            at_whole,
            at_post,
            at_long,
            at_hints,
            at_initials,
            at_and,
            at_slash,
            at_phrase,
            at_run,
            at_lead,
            at_tail,
            at_name,
            at_hint,
        ):
            if (parts := cut(piece, where)) and len(parts) > 1:
                return [sub for part in parts for sub in (self._parts(part) if part.text != text else [part])]
        if alone and (parts := snapped(piece)):
            return parts
        return [piece]

    def _opens_nobody(self) -> bool:
        """Whether what follows a name speaks of it, and names nobody."""
        return bool(self.people) and not (self.plural or self.listing or self.firsts)

    def _is_named_after(self, piece: Piece) -> bool:
        """Whether words behind a line's only name are a body named after one: "Ann Bell – Bo Cole UHB"."""
        *head, last = piece.text.split()
        lone = len(self.people) == 1 and self.people[0].facts.organisation is None
        return (
            lone
            and piece.gap is not Gap.COMMA
            and 1 < len(head) < 4
            and (_LETTERS.fullmatch(last) is not None or body_score(last) >= 0.7)
            and not is_initials_of(last, " ".join(head))
        )

    def _is_name(self, piece: Piece, semis: bool) -> bool:
        if is_non_person(piece.text) or ALSO.fullmatch(piece.text) or DOTTED.fullmatch(piece.text):
            return False
        opens = piece.gap in _LISTED or (not self.people and piece.gap in (Gap.DASH, Gap.COLON))
        beside = piece.start in self.bracketed and (
            len(self.bracketed) > 2 or self.template.first_is_name > 0.5
        )
        if piece.named or (
            opens and stands_by_letter(piece.text, self.initialled or (beside and ends_in_letter(piece.text)))
        ):
            return True
        if piece.gap is Gap.COMMA and is_own_firm(piece, self.people):
            return False
        if piece.gap is Gap.COMMA and piece.text in self.template.again:
            return False
        if piece.gap is Gap.COMMA and self.people and not self.firsts and IN_LAND.fullmatch(piece.text):
            return False
        if piece.start in self.labels and name_score(piece.text) < 0.75:
            return False
        if is_said(self, piece) and self.template.pairs and is_first(piece.text):
            return name_score(piece.text) >= 0.85
        if piece.gap is Gap.COMMA and self.people and is_body(piece.text) and not is_first(piece.text):
            return False
        score = name_score(piece.text)
        if self.void and piece.gap is Gap.COMMA and score < 0.85:
            return False  # "Resident, Vale Park"
        wanted = threshold(self, piece, semis)
        if not is_said(self, piece) and self._is_seen(piece):
            wanted = min(wanted, 0.6 if piece.gap in _LISTED else wanted)
        if self.plural and piece.gap in _LISTED and (is_no_name(piece.text) or score > 0):
            return is_one_of_many(self, piece, score)
        if self.listing and piece.gap in (Gap.COMMA, Gap.AND) and reads_as_name(piece.text):
            return True
        if (
            piece.gap in (Gap.START, Gap.COMMA)
            and {piece.start, self.begin} <= self.bracketed
            and (is_short_name(piece.text) or (len(self.bracketed) > 2 and is_lone_name(piece.text)))
        ):
            return True
        if self.firsts and piece.gap in _LISTED and (" " not in piece.text or is_by_name(piece.text)):
            return stands_by_first_name(self, piece)
        if score >= wanted:
            sure = score >= 0.85 or body_score(piece.text) < 0.7 or strip_title(piece.text)[0] is not None
            sure = sure or read_inverted(piece.text) is not None or has_letters(piece.text)
            apart = piece.gap is Gap.TAB and self.people and score < 0.75
            return sure and not (apart and self.people[-1].score >= 0.75)
        if piece.gap in (Gap.COMMA, Gap.AND, Gap.AFTER, Gap.SLASH) and is_titled(piece.text):
            return True
        if self.people or piece.gap is not Gap.START:
            return False
        if self.template.first_is_name > 0.5 and _BY_INITIALS.fullmatch(piece.text):
            return True  # "JD Stefaniak", whom no list has
        few = len(piece.text.split()) <= 3 and body_score(piece.text) < 0.6
        return few and score >= (0.2 if self.template.first_is_name > 0.5 and " " not in piece.text else 0.38)

    def _is_seen(self, piece: Piece) -> bool:
        """Whether a model takes just these words, or all but a title, for a name."""
        seen = self.hints.within(piece.start, piece.end)
        return len(seen) == 1 and seen[0][1] == piece.end and not BODY_WORD.search(piece.text)

    def open(self, piece: Piece) -> None:
        read = read_name(piece.text) or name_at(piece.text)
        if piece.whole and (read is None or read.end < len(piece.text)):
            read = PersonName(piece.whole, 0, len(piece.text))  # "St. Clair", "jyn"
        if read is None:
            return
        start = piece.start + read.start
        if piece.gap is Gap.SEMI and self.people and not self.before.role and not self.before.job_title:
            self.before = self.heading.shared()  # what stands before the semicolon is of nobody behind it
        person = Person(
            piece.whole or read.name,
            (start, start + len(piece.text[read.start : read.end].rstrip())),
            name_score(piece.text),
            read.honorific,
            piece.end,
            self.before.taken(),
            joined=piece.gap is Gap.AND or is_behind_stroke(piece, self.line),
            turned=piece.named and bool(piece.whole) and " " in piece.text,
            told=piece.named or self.plural or self.firsts or self.plain,
        )
        person.facts.status = self.note or person.facts.status
        if self.before.organisation and is_initials_of(self.before.organisation, read.name):
            person.facts = replace(
                person.facts, initials=self.before.organisation, organisation=None, organisation_at=None
            )
        elif piece.gap in (Gap.COLON, Gap.DASH) and (
            self.before.organisation_score >= 0.5
            or (
                self.before.organisation
                and (piece.gap is Gap.COLON or self.labels or read.honorific is not None)
            )
        ):
            self.heading = self.before  # "Barset Council: Ann Bell, Bob Cole"
            person.facts.organisation_kept = True
        elif piece.gap is Gap.COMMA and is_doubtful(self.before, self.heading):
            person.facts.organisation = person.facts.organisation_at = None  # "Moz, Nell Orton (Mind)"
        self.before = self.heading.shared()
        self.people.append(person)

    def _group(self, body: Piece, piece: Piece) -> None:
        """ "Barset Council (Ann Bell, Bob Cole), Mind (Cy Dow)": a bracket of names behind their body."""
        if piece is body:
            return
        for part in people_in(piece):
            self.before = Attributes(organisation_kept=True)
            read_attribute(body, self.before, "", body=True)
            if self.before.organisation is None:
                self.before.organisation, self.before.organisation_at = body.text, (body.start, body.end)
            self.before.organisation_kept = True
            self.open(replace(part, gap=Gap.COMMA))
            self.people[-1].end = piece.end + 1
        self.before = self.heading.shared()


_NAMED: Final = 0.6  # of all between commas that is no office and a name
_AFTER_NAME: Final = (Gap.COMMA, Gap.DASH, Gap.TAB, Gap.WIDE, Gap.COLON)

_SHORT: Final = re.compile(r"[\w’'&-]+(?: [\w’'&-]+){0,3}")
_LETTERS: Final = re.compile(r"[A-Z]{3,6}")
_BY_INITIALS: Final = re.compile(r"[A-Z]{2} [A-Z][a-z]+(?:[-’'][A-Z][a-z]+)?")
_PAIR: Final = re.compile(r"[A-Z][\w’'-]+ (?:&|and) [A-Z][\w’'-]+")
_LISTED: Final = (Gap.START, Gap.COMMA, Gap.AND, Gap.AFTER, Gap.SLASH, Gap.COLON, Gap.SEMI)

"""A deputy and for whom: what must hold of the two before it is entered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from whosat.extract.components.attendance_entries import Draft
from whosat.extract.components.attendance_merge import key_of
from whosat.extract.components.deputy_names import LIKELY, SURE, Named, holder, is_away, is_full_name
from whosat.extract.components.roster_people import Person
from whosat.ontology.facts import Status

_EXCUSED: Final = re.compile(
    r"\b(?:apolog(?:y|ies)|absence of)\b[^\n.]*"
    r"(?:(?:\b[A-Z]|\b[A-Z][a-z]|Mrs|Prof|Cllr|Supt|Insp|Revd?)\.[^\n.]*)*\Z",
    re.IGNORECASE,
)
"""The beginning of a sentence on apologies; a full stop after a title or an initial does not end it."""
_LONGEST: Final = 300
_NEAR: Final = 40


@dataclass(slots=True)
class Pairing:
    """The text and the people of a document, and the names that stand only in notes on deputies."""

    text: str
    people: list[Draft]
    notes: list[tuple[int, int]] = field(default_factory=list)

    def join(
        self,
        one: Named | None,
        two: Named | None,
        *,
        strong: bool,
        note: bool = False,
        least: float = SURE,
    ) -> bool:
        """Enter that `one` came for `two`; whether it was believed.

        `strong`: the words say it by themselves, without the roster's word that the other was away. `note`:
        they stand right beside the name in a roster.
        """
        if one is None or two is None or one.at == two.at or (one.draft is None and one.name == two.name):
            return False
        other, came = two.draft, self._who_came(one, note or strong)
        if came is None and one.draft is not None:
            return False
        if other is None and (not strong or not is_full_name(_words(self.text, two), least)):
            return False
        if other is not None and (other is came or (not is_away(other) and not strong)):
            return False
        excused = other is None and self._is_excused(two)
        away = excused or (other is not None and (is_away(other) or note))
        if came is None and not (away and is_full_name(_words(self.text, one), LIKELY if note else SURE)):
            return False
        if other is None and excused:
            other = self.newcomer(two)  # named among the apologies only with who came instead
            other.status = Status.APOLOGIES
        if other is not None and note and not is_away(other):
            other.status, other.strong = Status.APOLOGIES, True
        self._enter(came or self.newcomer(one), other.name if other else two.name, one, two)
        return True

    def _is_excused(self, two: Named) -> bool:
        """Whether somebody is named in a sentence on apologies or absence."""
        return bool(_EXCUSED.search(self.text, max(0, two.at[0] - _LONGEST), two.at[0]))

    def _enter(self, came: Draft, name: str, one: Named, two: Named) -> None:
        if name != came.name and (came.facts.deputising_for is None or self._is_nearer(came, one, two)):
            came.facts.deputising_for, came.facts.deputising_at = name, two.at
            came.where.append((min(one.at[0], two.at[0]), max(one.at[1], two.at[1])))
        self.notes += [one.at, two.at]

    def _is_nearer(self, came: Draft, one: Named, two: Named) -> bool:
        """Whether a pair stands on the line of the name, and what the roster's reading gave does not."""
        start, end = came.person.name_at[1], came.facts.deputising_at[0] if came.facts.deputising_at else 0
        return _within(came, one.at) and 0 <= two.at[0] - start < _NEAR and "\n" in self.text[start:end]

    def _who_came(self, one: Named, sure: bool) -> Draft | None:
        """The person of the roster who came; not the note's own name where the roster has it fuller."""
        draft = one.draft
        if draft is None:
            return None
        if _within(draft, one.at):
            last = key_of(draft.name)[-1]
            fuller = [
                d
                for d in self.people
                if d is not draft
                and not is_away(d)
                and len(key_of(d.name)) > 1
                and key_of(d.name)[-1] == last
            ]
            if len(key_of(draft.name)) == 1 and len(fuller) == 1:
                return fuller[0]
            if sure and is_away(draft):
                draft.status = Status.PRESENT  # a name in the bracket of somebody away, read with that status
        return None if is_away(draft) else draft

    def newcomer(self, one: Named) -> Draft:
        """Somebody whom the roster leaves out, and who came in the place of one it says was away."""
        draft = Draft(
            Person(one.name, one.at, 0.8, end=one.at[1]), Status.PRESENT, False, [one.at], confidence=0.75
        )
        draft.rule = "deputy"
        self.people.append(draft)
        return draft

    def holder_of(self, post: str) -> Named | None:
        """The one person away who holds a post."""
        return holder(post, self.text, self.people)

    def give_to_fuller(self) -> None:
        """What a note says of somebody by surname is said of the one of the roster who has it in full."""
        for draft in list(self.people):
            key = key_of(draft.name)
            if len(key) != 1 or not draft.facts.deputising_for:
                continue
            fuller = [
                d for d in self.people if d is not draft and key_of(d.name)[-1:] == key and not is_away(d)
            ]
            if len(fuller) != 1 or len(key_of(fuller[0].name)) < 2:
                continue
            facts = fuller[0].facts
            facts.deputising_for = facts.deputising_for or draft.facts.deputising_for
            facts.deputising_at = facts.deputising_at or draft.facts.deputising_at
            fuller[0].where += draft.where
            self.people.remove(draft)

    def leave_echoes_out(self) -> None:
        """Take out those whom only a note on a deputy names by surname, where the roster has them in full."""
        for draft in list(self.people):
            key = key_of(draft.name)
            if len(key) > 1 or not any(_within(draft, at) for at in self.notes):
                continue
            if any(other is not draft and key_of(other.name)[-1:] == key for other in self.people):
                self.people.remove(draft)


def _words(text: str, one: Named) -> str:
    return re.sub(r"\s+", " ", text[one.at[0] : one.at[1]])


def _within(draft: Draft, at: tuple[int, int]) -> bool:
    return at[0] <= draft.person.name_at[0] and draft.person.name_at[1] <= at[1]

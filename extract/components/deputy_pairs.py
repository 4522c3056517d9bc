"""A deputy and for whom: what must hold of the two before it is entered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from whosat.extract.components.attendance_entries import Draft
from whosat.extract.components.attendance_merge import key_of
from whosat.extract.components.deputy_names import Named, holder, is_away, is_full_name
from whosat.extract.components.roster_people import Person
from whosat.ontology.facts import Status


_NEAR: Final = 40


@dataclass(slots=True)
class Pairing:
    """The text and the people of a document, and the names that stand only in notes on deputies."""

    text: str
    people: list[Draft]
    notes: list[tuple[int, int]] = field(default_factory=list)

    def join(self, one: Named | None, two: Named | None, *, strong: bool, note: bool = False) -> bool:
        """Enter that `one` came for `two`; whether it was believed.

        `strong`: the words say it by themselves, without the roster's word that the other was away. `note`: they
        stand right beside the name in a roster.
        """
        if one is None or two is None or one.at == two.at:
            return False
        other, came = two.draft, self._who_came(one, note or strong)
        if came is None and one.draft is not None:
            return False
        if other is None and (not strong or not is_full_name(self.text[two.at[0] : two.at[1]])):
            return False
        if other is not None and not is_away(other) and not strong:
            return False
        if came is None:
            if other is None or not (is_away(other) or note) or not is_full_name(_words(self.text, one)):
                return False
            came = self.newcomer(one)
        if other is came or (other is None and two.name == came.name):
            return False
        if other is not None and note and not is_away(other):
            other.status, other.strong = Status.APOLOGIES, True
        if came.facts.deputising_for is None or self._is_nearer(came, one, two):
            came.facts.deputising_for = other.name if other else two.name
            came.facts.deputising_at = two.at
            came.where.append((min(one.at[0], two.at[0]), max(one.at[1], two.at[1])))
        self.notes += [one.at, two.at]
        return True

    def _is_nearer(self, came: Draft, one: Named, two: Named) -> bool:
        """Whether a pair stands on the line of the name, and what the roster's reading gave does not."""
        start, end = came.person.name_at[1], came.facts.deputising_at[0] if came.facts.deputising_at else 0
        return _within(came, one.at) and 0 <= two.at[0] - start < _NEAR and "\n" in self.text[start:end]

    def _who_came(self, one: Named, sure: bool) -> Draft | None:
        """The person of the roster who came; not the name in the note itself where the roster has it fuller."""
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
        draft = Draft(Person(one.name, one.at, 0.8, end=one.at[1]), Status.PRESENT, False, confidence=0.75)
        draft.rule = "deputy"
        self.people.append(draft)
        return draft

    def holder_of(self, post: str) -> Named | None:
        """The one person away who holds a post."""
        return holder(post, self.text, self.people)

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

"""How somebody is forgotten: a salted hash of each form of the name stands in the decisions, never the name.

At every rebuild the names of all documents are hashed and compared, so the person is left out again even if
the documents still hold them. The hash is slow to compute on purpose; a byte of a quick hash, kept beside it,
spares the slow one for nearly all other names. It guards against a glance at the file, and against lists of
names up to a point: whoever holds the file and guesses the very name can still check the guess.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, Final, TypeVar

from whosat.graph.resolve_names import parse
from whosat.ontology.facts import (
    Action,
    Attendance,
    Decision,
    DocumentFacts,
    Entity,
    Kind,
    Link,
    Membership,
    Passage,
)
from whosat.ontology.identifiers import slug

BLANK: Final = "█"
"""Each letter of a name that is forgotten becomes this, so that all offsets in the text stay true."""

_WORK: Final = 2**12
_WORD: Final = r"[^\W\d_](?:[^\W_]|['’.-](?=[^\W_]))*\.?"
_ADDRESS: Final = re.compile(r"([\w.+-]+)@[\w-]+(?:\.[\w-]+)+")
_NAMELIKE: Final = re.compile(rf"{_WORD}(?:,?[ \t]+{_WORD}){{1,3}}")

_IDENTITY: Final = ("identifier", "sha256", "format", "pipeline")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Secret:
    """A forgotten name: the salt, a byte of a quick hash, and the slow hash (all hexadecimal)."""

    salt: str
    quick: str
    slow: str

    @classmethod
    def of(cls, name: str, salt: str | None = None) -> Secret:
        """Hash a name, as it reads without title, case and marks."""
        fresh = salt or secrets.token_hex(8)
        plain = _plain(name)
        return cls(fresh, _quick(fresh, plain), _slow(fresh, plain))

    @classmethod
    def read(cls, value: str) -> Secret | None:
        """The secret in a decision's value, or None if it is none."""
        found = re.fullmatch(r"([0-9a-f]{16})\$([0-9a-f]{2})\$([0-9a-f]{64})", value.strip())
        return cls(*found.groups()) if found else None

    def __str__(self) -> str:
        return f"{self.salt}${self.quick}${self.slow}"

    def is_of(self, name: str) -> bool:
        """Whether this is the hash of that name."""
        plain = _plain(name)
        return _quick(self.salt, plain) == self.quick and _slow(self.salt, plain) == self.slow


@lru_cache(maxsize=100_000)
def _plain(name: str) -> str:
    return parse(name).whole or slug(name)


def _quick(salt: str, plain: str) -> str:
    return hashlib.sha256(f"{salt}/{plain}".encode()).hexdigest()[:2]


@lru_cache(maxsize=10_000)
def _slow(salt: str, plain: str) -> str:
    return hashlib.scrypt(plain.encode(), salt=salt.encode(), n=_WORK, r=8, p=1, dklen=32).hex()


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Those to be forgotten: a secret each, and the document it is bound to ("" for all)."""

    secrets: tuple[tuple[Secret, str], ...]

    @classmethod
    def read(cls, rows: Iterable[Decision]) -> Forgotten:
        """From the rows of the decisions that say "forget"."""
        found = ((Secret.read(row.value), slug(row.document) if row.document else "") for row in rows)
        return cls(tuple((secret, document) for secret, document in found if secret))

    def names(self, name: str, identifier: str) -> bool:
        """Whether a name, in a document, is one to be forgotten."""
        return any(
            document in ("", slug(identifier)) and secret.is_of(name) for secret, document in self.secrets
        )

    def within(self, text: str, identifier: str) -> Iterator[str]:
        """The names to be forgotten that stand in a text, as they stand there."""
        for run in _NAMELIKE.finditer(text):
            words = list(re.finditer(_WORD, run.group()))
            for first in range(len(words)):
                for last in range(first + 1, min(first + 4, len(words))):
                    name = run.group()[words[first].start() : words[last].end()]
                    if _could_be_a_name(name) and self.names(name, identifier):
                        yield name


def _could_be_a_name(text: str) -> bool:
    return text[0].isupper() and text.rstrip(".").split()[-1][0].isalpha()


def forget(documents: Sequence[DocumentFacts], rows: Collection[Decision]) -> tuple[DocumentFacts, ...]:
    """The documents without those whom the rows forget: no entity, fact or word of theirs is left."""
    forgotten = Forgotten.read(rows)
    if not forgotten.secrets:
        return tuple(documents)
    return tuple(_forget(document, forgotten) for document in documents)


def _forget(document: DocumentFacts, forgotten: Forgotten) -> DocumentFacts:
    gone = [
        entity
        for entity in document.entities
        if entity.kind is Kind.PERSON
        and any(forgotten.names(form, document.identifier) for form in (entity.name, *entity.aliases))
    ]
    others = {form for one in document.entities if one not in gone for form in (one.name, *one.aliases)}
    forms = {form for entity in gone for form in _own_forms(entity)} - others
    forms |= set(forgotten.within(document.text, document.identifier))
    forms |= {contact.value for contact in document.contacts if contact.person in {one.name for one in gone}}
    forms |= {address for entity in gone for address in _addresses(document.text, entity.name)}
    if not forms:
        return document
    return without(document, {entity.name for entity in gone}, forms)


def _addresses(text: str, name: str) -> Iterator[str]:
    """E-mail addresses in a text that are made of somebody's surname."""
    surname = parse(name).surname.replace("-", "")
    for found in _ADDRESS.finditer(text):
        if len(surname) > 2 and surname in re.sub(r"\W", "", found.group(1).casefold()):
            yield found.group()


def _own_forms(entity: Entity) -> Iterator[str]:
    """The forms that name a person: parts of the name and initials, not "the Chair"."""
    words = set(slug(entity.name).split("-"))
    letters = {word[0] for word in words}
    yield entity.name
    for form in (*entity.aliases, entity.initials or ""):
        plain = slug(form)
        if words & set(plain.split("-")) or (
            plain and set(plain.replace("-", "")) <= letters and len(plain) <= 6
        ):
            yield form


def without(document: DocumentFacts, names: Collection[str], forms: Collection[str]) -> DocumentFacts:
    """A document without the facts of some people (`names`), and with every form of their names blanked."""
    left = replace(
        document,
        entities=tuple(entity for entity in document.entities if entity.name not in names),
        attendances=tuple(
            _deputy_of_nobody(fact, names) for fact in document.attendances if fact.person not in names
        ),
        memberships=tuple(
            _deputy_of_nobody(fact, names) for fact in document.memberships if fact.member not in names
        ),
        actions=tuple(_without_owner(action, names) for action in document.actions),
        links=tuple(link for link in document.links if not _speaks_of(link, names)),
        contacts=tuple(contact for contact in document.contacts if contact.person not in names),
    )
    return blank(left, forms)


def _deputy_of_nobody(fact: T, names: Collection[str]) -> T:
    if isinstance(fact, Attendance | Membership) and fact.deputising_for in names:
        return replace(fact, deputising_for=None, deputy=True)  # not a member, though nobody says for whom
    return fact


def _without_owner(action: Action, names: Collection[str]) -> Action:
    return replace(action, owners=tuple(owner for owner in action.owners if owner not in names))


def _speaks_of(link: Link, names: Collection[str]) -> bool:
    return link.subject in names or link.object in names


def blank(record: T, forms: Collection[str]) -> T:
    """A record in which every form of a name, wherever it stands as words of its own, is blanked out."""
    pattern = re.compile(
        "|".join(_as_written(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    )
    text = pattern.sub(_blanked, record.text) if isinstance(record, DocumentFacts) else ""
    blanked: T = _blank(record, pattern, text)
    return blanked


def _as_written(form: str) -> str:
    words = r"\s+".join(re.escape(word).replace("'", "['’]").replace("’", "['’]") for word in form.split())
    # initials are blanked as they stand, a name in any case: "RE" is a subject as well as Ruth Ellison
    initials = form.isupper() or len(form) <= 3
    if initials:
        return rf"(?<!\w){words}(?!\w)"
    # a whole name is blanked within a longer word too ("the Ruth Ellisons"), for a search would find it there
    return rf"(?i:(?<!\w){words})" if " " in form else rf"(?i:(?<!\w){words}(?!\w))"


def _blank(value: Any, pattern: re.Pattern[str], text: str) -> Any:
    if type(value) is str:
        return pattern.sub(_blanked, value)
    if isinstance(value, tuple):
        return tuple(_blank(item, pattern, text) for item in value)
    if isinstance(value, Passage):
        quote = text[value.start : value.end] or pattern.sub(_blanked, value.quote)
        return replace(value, quote=quote)
    if is_dataclass(value) and not isinstance(value, type):
        # a document keeps its identity: its file name is the user's to change, its hash says what was read
        kept = _IDENTITY if isinstance(value, DocumentFacts) else ()
        names = [field.name for field in fields(value) if field.name not in kept]
        return replace(value, **{name: _blank(getattr(value, name), pattern, text) for name in names})
    return value


def _blanked(match: re.Match[str]) -> str:
    return re.sub(r"\w", BLANK, match.group())

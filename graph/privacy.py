"""What is held on one person, and the proof that nothing is held any more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from whosat.graph.decisions_match import Index
from whosat.graph.forgetting import Secret
from whosat.graph.resolve_names import fold, parse
from whosat.ontology.facts import (
    Decision,
    DocumentFacts,
    Kind,
    Mention,
    Passage,
    Resolution,
    Ruling,
)

CHUNK: Final = 1 << 22
_LONGEST_FORM: Final = 200


@dataclass(frozen=True, slots=True)
class Held:
    """One thing that is held on a person: what kind, what it says, and where it was read."""

    kind: str
    says: str
    file: str
    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Subject:
    """A person: key, best name, mentions, and every form of the name that any document has."""

    key: str
    name: str
    mentions: tuple[Mention, ...]
    forms: tuple[str, ...]


def subjects(documents: Sequence[DocumentFacts], resolution: Resolution, typed: str) -> tuple[Subject, ...]:
    """The people a typed name may mean."""
    keys = {resolution.key_of[mention] for mention in Index(documents).find(typed, "")}
    people = [one for one in resolution.canonicals if one.key in keys and one.kind is Kind.PERSON]
    return tuple(_subject(documents, one.key, one.name, one.mentions) for one in people)


def _subject(documents: Sequence[DocumentFacts], key: str, name: str, mentions: Sequence[Mention]) -> Subject:
    wanted = set(mentions)
    forms = {name}
    for document in documents:
        for entity in document.entities:
            if Mention(document.sha256, entity.name) in wanted:
                forms |= {entity.name, *entity.aliases, *([entity.initials] if entity.initials else [])}
    return Subject(key, name, tuple(sorted(mentions)), tuple(sorted(forms)))


def about(documents: Sequence[DocumentFacts], resolution: Resolution, key: str) -> Iterator[Held]:
    """Everything that is held on one person, document by document."""
    for document in documents:
        names = {
            entity.name
            for entity in document.entities
            if resolution.key_of.get(Mention(document.sha256, entity.name)) == key
        }
        if names:
            yield from _in_document(document, names)


def _in_document(document: DocumentFacts, names: set[str]) -> Iterator[Held]:
    for entity in document.entities:
        if entity.name in names:
            other = [form for form in (*entity.aliases, entity.initials, entity.honorific) if form]
            yield from _held("name", ", ".join([entity.name, *other]), document, entity.evidence.passages)
    for attendance in document.attendances:
        if {attendance.person, attendance.deputising_for} & names:
            meeting = document.meetings[attendance.meeting]
            says = _said(
                attendance.person, attendance.status.value, meeting.body, meeting.date, attendance.role,
                attendance.representing, attendance.job_title, attendance.deputising_for,
            )  # fmt: skip
            yield from _held("attendance", says, document, attendance.evidence.passages)
    for seat in document.memberships:
        if {seat.member, seat.deputising_for} & names:
            says = _said(
                seat.member, seat.role, seat.body, seat.representing, seat.seen, seat.started, seat.ended
            )
            yield from _held("membership", says, document, seat.evidence.passages)
    for action in document.actions:
        if names & set(action.owners):
            yield from _held("action", action.description, document, action.evidence.passages)
    for contact in document.contacts:
        if contact.person in names:
            yield from _held(
                "contact", f"{contact.kind}: {contact.value}", document, contact.evidence.passages
            )
    for text, passage in _elsewhere(document, names):
        yield Held("text", text, document.identifier, passage, "")


def _said(*parts: object) -> str:
    return ", ".join(str(part) for part in parts if part)


def _held(kind: str, says: str, document: DocumentFacts, passages: Iterable[Passage]) -> Iterator[Held]:
    first = next(iter(sorted(passages)), None)
    words = " ".join(first.quote.split()) if first else ""
    yield Held(kind, says, document.identifier, first.line if first else 0, words)


def _elsewhere(document: DocumentFacts, names: set[str]) -> Iterator[tuple[str, int]]:
    """Lines of the kept text that hold a name."""
    patterns = [re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE) for name in sorted(names)]
    for number, line in enumerate(document.text.split("\n"), 1):
        if any(pattern.search(line) for pattern in patterns):
            yield " ".join(line.split()), number


def forgetting(subject: Subject, documents: Sequence[DocumentFacts]) -> tuple[Decision, ...]:
    """The rows that forget a person: full names everywhere, bare initials in their own documents only."""
    from whosat.graph.decisions import decision

    files = {document.sha256: document.identifier for document in documents}
    full = sorted(
        {parse(form).whole for form in subject.forms if _is_full(form)} | {parse(subject.name).whole}
    )
    rows = [decision(Ruling.FORGET, value=str(Secret.of(form))) for form in full]
    for mention in subject.mentions:
        name = parse(mention.name)
        if name.whole not in full:
            secret = Secret.of(name.whole)
            rows.append(decision(Ruling.FORGET, value=str(secret), document=files[mention.document]))
    return tuple(rows)


def _is_full(form: str) -> bool:
    name = parse(form)
    return name.is_full and len(name.surname) > 1


def traces(files: Iterable[Path], forms: Sequence[str]) -> Iterator[tuple[Path, str]]:
    """Files that hold a form of a name, as UTF-8 or UTF-16, in any of the usual cases."""
    needles = {form: _needles(form) for form in forms}
    for file in files:
        found = _found_in(file, needles)
        if found:
            yield file, found


def _needles(form: str) -> tuple[bytes, ...]:
    cases = {form, form.casefold(), form.upper(), fold(form), fold(form).replace(" ", "-")}
    return tuple(sorted({case.encode(code) for case in cases for code in ("utf-8", "utf-16-le")}))


def _found_in(file: Path, needles: dict[str, tuple[bytes, ...]]) -> str | None:
    """The first form that stands in a file, which is read in pieces that overlap."""
    before = b""
    try:
        with file.open("rb") as stream:
            while piece := stream.read(CHUNK):
                window = before + piece
                for form, written in needles.items():
                    if any(one in window for one in written):
                        return form
                before = window[-4 * _LONGEST_FORM :]
    except OSError:
        return None  # gone meanwhile, or a lock that another process holds: it has no text
    return None


def telling(forms: Iterable[str]) -> tuple[str, ...]:
    """The forms that, if found in a file, speak of this person: names of two words or more."""
    return tuple(sorted({form for form in forms if len(form.split()) > 1}))

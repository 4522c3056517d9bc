"""What was read from one document, as tables: meetings, who was there, seats, actions, what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from whosat.commands.output import Cell, Table
from whosat.graph.records import look_up

if TYPE_CHECKING:
    from whosat.graph.store import Store
    from whosat.ontology.facts import DocumentFacts, Evidence
    from whosat.ontology.settings import Settings


def file_named(store: Store, typed: str) -> str | None:
    """The document whose file is called so, in any case of its letters."""
    wanted = typed.strip().casefold()
    names = [str(row["file"]) for row in look_up(store, "papers")] if "." in wanted else []
    return next((name for name in names if name.casefold() == wanted), None)


def papers(settings: Settings, name: str) -> list[Table]:
    """The tables of the documents of that name, as the decisions stand; raises NoStore."""
    from whosat.commands.deciding import kept, read
    from whosat.graph.corrections import prepare
    from whosat.graph.withholding import withhold

    found = [one for one in kept(settings) if one.identifier == name]
    prepared = withhold(prepare(found, read(settings).decisions))
    return [table for document in prepared for table in _tables(document) if table.rows]


def _tables(document: DocumentFacts) -> Iterator[Table]:
    yield Table(
        ("what", "value"),
        [
            ("title", document.title),
            ("date", document.date),
            ("sha-256", document.sha256),
            ("read by", document.pipeline),
        ],
        document.identifier,
    )
    yield _meetings(document)
    yield _there(document)
    yield _seats(document)
    yield Table(
        ("action", "owners", "due", "line", "words"),
        [(one.description, list(one.owners), one.due, *_said(one.evidence)) for one in document.actions],
        "Actions",
    )
    yield Table(
        ("subject", "link", "object", "line", "words"),
        [(one.subject, one.relation.value, one.object, *_said(one.evidence)) for one in document.links],
        "Links",
    )
    yield Table(
        ("name", "kind", "also called", "line"),
        [(one.name, one.kind.value, list(one.aliases), _said(one.evidence)[0]) for one in document.entities],
        "Names",
    )
    yield Table(
        ("kind", "words", "why", "line"),
        [(u.kind.value, u.text, u.reason, u.passage.line if u.passage else None) for u in document.unread],
        "Left out",
    )


def _meetings(document: DocumentFacts) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (one.body, one.date, one.place, "minuted" if one.minuted else "mentioned", _said(one.evidence)[0])
        for one in document.meetings
    ]
    return Table(("body", "date", "place", "how", "line"), rows, "Meetings")


def _there(document: DocumentFacts) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for one in document.attendances:
        status = one.status.value + (f", for {one.deputising_for}" if one.deputising_for else "")
        roles = [role for role in (one.role, one.job_title) if role]
        rows.append((one.person, status, roles, one.representing, *_said(one.evidence, one.person)))
    return Table(("person", "status", "role", "representing", "line", "words"), rows, "Who was there")


def _seats(document: DocumentFacts) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (one.member, one.body, one.role, one.representing, *_said(one.evidence, one.member))
        for one in document.memberships
    ]
    return Table(
        ("member", "body", "role", "representing", "line", "words"), rows, "Seats and posts it states"
    )


def _said(evidence: Evidence, name: str = "") -> tuple[Cell, Cell]:
    """Line and words of the passage that names somebody, else of the first."""
    last = name.split()[-1] if name.split() else ""
    passages = sorted(evidence.passages, key=lambda one: (last not in one.quote, one.line))
    if not passages:
        return None, "a decision"
    return passages[0].line, " ".join(passages[0].quote.split())

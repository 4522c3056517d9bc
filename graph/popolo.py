"""The graph as Popolo JSON: persons, organisations, memberships and events (popoloproject.com).

Popolo's `start_date` and `end_date` are when a membership began and ended, so they are given only where a
document says so; how far the evidence of the others reaches stands in `first_seen` and `last_seen`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from whosat.graph.tables import sheets

if TYPE_CHECKING:
    from whosat.graph.store import Store

Record = dict[str, str]


def popolo(store: Store) -> bytes:
    """The whole graph as one JSON document, sorted."""
    tables = {sheet.name: list(sheet.records()) for sheet in sheets(store)}
    sources = _sources(tables["sources"])
    content = {
        "persons": [_person(row) for row in tables["people"]],
        "organizations": list(_organisations(tables)),
        "memberships": [_membership(row, sources) for row in tables["memberships"]],
        "events": [_event(row, tables["attendances"]) for row in tables["meetings"]],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")


def _sources(rows: list[Record]) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        note = f"{row['file']}:{row.get('line', '')} “{row['words']}”"
        found[row["fact"]].append({"url": row["document_iri"], "note": note})
    return found


def _known(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _other_names(row: Record) -> list[dict[str, str]]:
    return [{"name": name} for name in row.get("other_names", "").split("; ") if name]


def _person(row: Record) -> dict[str, Any]:
    return _known(
        id=row["iri"], name=row["name"], other_names=_other_names(row), honorific_prefix=row.get("title")
    )


def _organisations(tables: dict[str, list[Record]]) -> Iterator[dict[str, Any]]:
    parents = {
        row["subject_iri"]: row["object_iri"] for row in tables["links"] if row["link"] == "subOrganizationOf"
    }
    for row in tables["bodies"]:
        yield _known(
            id=row["iri"],
            name=row["name"],
            other_names=_other_names(row),
            classification=row["kind"],
            parent_id=parents.get(row["iri"]),
        )


def _membership(row: Record, sources: dict[str, list[dict[str, str]]]) -> dict[str, Any]:
    member = row["member_iri"]
    is_person = "/person/" in member
    return _known(
        id=row["iri"],
        label=f"{row['member']}, {row['body']}",
        role=row.get("role"),
        person_id=member if is_person else None,
        member=None if is_person else {"@type": "Organization", "id": member, "name": row["member"]},
        organization_id=row["body_iri"],
        on_behalf_of_id=row.get("representing_iri"),
        start_date=row.get("started"),
        end_date=row.get("ended"),
        first_seen=row.get("first_seen"),
        last_seen=row.get("last_seen"),
        basis=row["basis"],
        sources=sources.get(row["iri"]),
    )


def _event(row: Record, attendances: list[Record]) -> dict[str, Any]:
    there = {
        seen["person_iri"]: seen["person"]
        for seen in attendances
        if seen["meeting_iri"] == row["iri"] and seen["status"] not in ("Apologies", "Absent")
    }
    return _known(
        id=row["iri"],
        name=f"Meeting of {row['body']}" if "body" in row else "Meeting",
        classification="meeting",
        start_date=row.get("date", "")[:10],
        location=row.get("place"),
        organization_id=row.get("body_iri"),
        attendees=[{"id": iri, "name": name} for iri, name in sorted(there.items())],
    )

"""The graph as FollowTheMoney entities, one JSON object a line, for OpenAleph and its kin.

A membership's `startDate` and `endDate` are given only where a document says so; `date` holds the first and
last day on which it was seen.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from whosat.graph.tables import sheets

if TYPE_CHECKING:
    from whosat.graph.store import Store

Record = dict[str, str]


def ftm(store: Store) -> bytes:
    """All entities, sorted by their ids."""
    tables = {sheet.name: list(sheet.records()) for sheet in sheets(store)}
    proofs: dict[str, list[str]] = defaultdict(list)
    for row in tables["sources"]:
        proofs[row["fact"]].append(_id(row["document_iri"]))
    made: dict[str, dict[str, Any]] = {}
    for entity in _entities(tables, proofs):
        made[entity["id"]] = entity
    lines = (json.dumps(made[key], ensure_ascii=False, sort_keys=True) for key in sorted(made))
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _id(iri: str) -> str:
    """The last two parts of an IRI; FollowTheMoney's ids hold letters, digits, dots and dashes."""
    return re.sub(r"[^A-Za-z0-9.-]", "-", "-".join(iri.rsplit("/", 2)[-2:]))


def _entity(iri: str, schema: str, **values: str | Iterable[str] | None) -> dict[str, Any]:
    properties = {}
    for name, value in values.items():
        texts = [value] if isinstance(value, str) else list(value or ())
        if kept := sorted({text for text in texts if text}):
            properties[name] = kept
    return {"id": _id(iri), "schema": schema, "properties": properties}


def _entities(tables: dict[str, list[Record]], proofs: dict[str, list[str]]) -> Iterator[dict[str, Any]]:
    for row in tables["documents"]:
        yield _entity(
            row["iri"], "Document", fileName=row["file"], title=row.get("title"), date=row.get("date")
        )
    for row in tables["people"]:
        yield _entity(row["iri"], "Person", name=row["name"], alias=_names(row), title=row.get("title"))
    for row in tables["bodies"]:
        sector = row.get("sector")
        yield _entity(row["iri"], "Organization", name=row["name"], alias=_names(row), sector=sector)
    for row in tables["strategies"]:
        years = {"startDate": row.get("from"), "endDate": row.get("to")}
        yield _entity(row["iri"], "Project", name=row["name"], summary=row["kind"], **years)
    for row in tables["memberships"]:
        yield from _membership(row, proofs)
    yield from _meetings(tables, proofs)
    for row in tables["links"]:
        yield _link(row, proofs)


def _names(row: Record) -> list[str]:
    return row.get("other_names", "").split("; ")


def _membership(row: Record, proofs: dict[str, list[str]]) -> Iterator[dict[str, Any]]:
    yield _entity(
        row["iri"],
        "Membership",
        member=_id(row["member_iri"]),
        organization=_id(row["body_iri"]),
        role=row.get("role"),
        startDate=row.get("started"),
        endDate=row.get("ended"),
        date=[row.get("first_seen", ""), row.get("last_seen", "")],
        status=row["basis"],
        proof=proofs.get(row["iri"]),
    )
    if "representing_iri" in row:
        yield _entity(
            f"{row['iri']}-for",
            "Representation",
            agent=_id(row["member_iri"]),
            client=_id(row["representing_iri"]),
            role=f"on {row['body']}",
            proof=proofs.get(row["iri"]),
        )


def _meetings(tables: dict[str, list[Record]], proofs: dict[str, list[str]]) -> Iterator[dict[str, Any]]:
    there: dict[str, list[str]] = defaultdict(list)
    for row in tables["attendances"]:
        if row["status"] not in ("Apologies", "Absent"):
            there[row["meeting_iri"]].append(_id(row["person_iri"]))
    for row in tables["meetings"]:
        yield _entity(
            row["iri"],
            "Event",
            name=f"Meeting of {row['body']}" if "body" in row else "Meeting",
            date=row.get("date", "")[:10],
            location=row.get("place"),
            organizer=_id(row["body_iri"]) if "body_iri" in row else None,
            involved=there.get(row["iri"]),
            proof=proofs.get(row["iri"]),
        )


def _link(row: Record, proofs: dict[str, list[str]]) -> dict[str, Any]:
    subject, target = _id(row["subject_iri"]), _id(row["object_iri"])
    if row["link"] == "succeeds":
        return _entity(
            row["iri"], "Succession", successor=subject, predecessor=target, proof=proofs.get(row["iri"])
        )
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", row["link"]).lower()
    role = "subgroup of" if row["link"] == "subOrganizationOf" else words
    return _entity(
        row["iri"], "UnknownLink", subject=subject, object=target, role=role, proof=proofs.get(row["iri"])
    )

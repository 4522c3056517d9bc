"""The vocabulary as constants: plain strings, so that nothing here costs an import of rdflib.

A test compares them with ontology/whosat.ttl; the meaning of each stands there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from whosat.ontology.facts import Basis, Kind, Relation, Status

WS: Final = "https://w3id.org/whosat/ontology#"
ORG: Final = "http://www.w3.org/ns/org#"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
SCHEMA: Final = "https://schema.org/"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
PROV: Final = "http://www.w3.org/ns/prov#"
OA: Final = "http://www.w3.org/ns/oa#"
DCTERMS: Final = "http://purl.org/dc/terms/"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: Final[dict[str, str]] = {
    "ws": WS,
    "org": ORG,
    "foaf": FOAF,
    "schema": SCHEMA,
    "skos": SKOS,
    "prov": PROV,
    "oa": OA,
    "dcterms": DCTERMS,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
}

ROLES: Final = ("chair", "vice chair", "secretary", "treasurer", "clerk", "observer")
"""Roles at a meeting that have a term of their own (`ws:Chair`, `ws:ViceChair`, …)."""

# Classes
PERSON: Final = FOAF + "Person"
ORGANISATION: Final = ORG + "Organization"
BOARD: Final = WS + "Board"
STRATEGY: Final = WS + "Strategy"
LEGISLATION: Final = WS + "Legislation"
DOCUMENT: Final = WS + "Document"
MEETING: Final = WS + "Meeting"
ATTENDANCE: Final = WS + "Attendance"
MEMBERSHIP: Final = ORG + "Membership"
POST: Final = WS + "Post"
ACTION: Final = WS + "Action"
LINK: Final = RDF + "Statement"
CONTACT: Final = WS + "Contact"
MENTION: Final = WS + "Mention"
JUDGEMENT: Final = WS + "Judgement"
CORRECTION: Final = WS + "Correction"
CONCEPT: Final = SKOS + "Concept"
PASSAGE: Final = OA + "SpecificResource"
QUOTE_SELECTOR: Final = OA + "TextQuoteSelector"
POSITION_SELECTOR: Final = OA + "TextPositionSelector"
ACTIVITY: Final = PROV + "Activity"
AGENT: Final = PROV + "SoftwareAgent"

# Properties of things
TYPE: Final = RDF + "type"
LABEL: Final = RDFS + "label"
PREF_LABEL: Final = SKOS + "prefLabel"
ALT_LABEL: Final = SKOS + "altLabel"
INITIALS: Final = WS + "initials"
HONORIFIC: Final = SCHEMA + "honorificPrefix"
SECTOR: Final = WS + "sector"
BOARD_STATUS: Final = WS + "boardStatus"
ACTIVE: Final = WS + "Active"
INACTIVE: Final = WS + "Inactive"
START_DATE: Final = SCHEMA + "startDate"
END_DATE: Final = SCHEMA + "endDate"
IDENTIFIER: Final = DCTERMS + "identifier"
TITLE: Final = DCTERMS + "title"
DATE: Final = DCTERMS + "date"
CREATOR: Final = DCTERMS + "creator"
FORMAT: Final = DCTERMS + "format"
REFERENCES: Final = DCTERMS + "references"
DESCRIPTION: Final = DCTERMS + "description"
SHA256: Final = WS + "sha256"
OF_BODY: Final = WS + "ofBody"
LOCATION: Final = SCHEMA + "location"
PREVIOUS_MEETING: Final = WS + "previousMeeting"

# Properties of facts
ATTENDEE: Final = WS + "attendee"
AT_MEETING: Final = WS + "atMeeting"
STATUS: Final = WS + "status"
IN_ROLE: Final = WS + "inRole"
REPRESENTING: Final = WS + "representing"
DEPUTISING_FOR: Final = WS + "deputisingFor"
JOB_TITLE: Final = WS + "jobTitle"
ARRIVED_AT: Final = WS + "arrivedAt"
LEFT_AT: Final = WS + "leftAt"
ATTENDED_VIA: Final = WS + "attendedVia"
MEMBER: Final = ORG + "member"
BODY: Final = ORG + "organization"
ROLE: Final = ORG + "role"
BASIS: Final = WS + "basis"
STATED: Final = WS + "Stated"
INFERRED: Final = WS + "Inferred"
FIRST_SEEN: Final = WS + "firstSeen"
LAST_SEEN: Final = WS + "lastSeen"
SIGHTINGS: Final = WS + "sightings"
ENDED_BY: Final = WS + "endedBy"
OWNER: Final = WS + "owner"
AGREED_AT: Final = WS + "agreedAt"
DUE_DATE: Final = WS + "dueDate"
SUBJECT: Final = RDF + "subject"
PREDICATE: Final = RDF + "predicate"
OBJECT: Final = RDF + "object"
CONTACT_OF: Final = WS + "contactOf"
CONTACT_KIND: Final = WS + "contactKind"
CONTACT_VALUE: Final = WS + "contactValue"

# Evidence
DERIVED_FROM: Final = PROV + "wasDerivedFrom"
GENERATED_BY: Final = PROV + "wasGeneratedBy"
USED: Final = PROV + "used"
ASSOCIATED_WITH: Final = PROV + "wasAssociatedWith"
HAS_SOURCE: Final = OA + "hasSource"
HAS_SELECTOR: Final = OA + "hasSelector"
EXACT: Final = OA + "exact"
START: Final = OA + "start"
END: Final = OA + "end"
LINE: Final = WS + "line"
CONFIDENCE: Final = WS + "confidence"
EXTRACTED_BY: Final = WS + "extractedBy"
VERSION: Final = SCHEMA + "softwareVersion"

# What is decided across documents
IN_DOCUMENT: Final = WS + "inDocument"
STANDS_FOR: Final = WS + "standsFor"
LEFT: Final = WS + "left"
RIGHT: Final = WS + "right"
VERDICT: Final = WS + "verdict"
SAME: Final = WS + "Same"
DIFFERENT: Final = WS + "Different"
UNSURE: Final = WS + "Unsure"
DECIDED_BY: Final = WS + "decidedBy"

SUBGROUP_OF: Final = ORG + "subOrganizationOf"
SUCCEEDS: Final = WS + "succeeds"

KINDS: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.PERSON: (PERSON,),
    Kind.ORGANISATION: (ORGANISATION,),
    Kind.BOARD: (BOARD, ORGANISATION),
    Kind.STRATEGY: (STRATEGY,),
    Kind.LEGISLATION: (LEGISLATION,),
}
"""The types written for each kind of entity, the most telling one first."""

STATUSES: Final[Mapping[Status, str]] = {
    Status.PRESENT: WS + "Present",
    Status.APOLOGIES: WS + "Apologies",
    Status.IN_ATTENDANCE: WS + "InAttendance",
    Status.MINUTE_TAKER: WS + "MinuteTaker",
    Status.ABSENT: WS + "Absent",
}

RELATIONS: Final[Mapping[Relation, str]] = {
    Relation.SUBGROUP_OF: SUBGROUP_OF,
    Relation.REPORTS_TO: WS + "reportsTo",
    Relation.SCRUTINISES: WS + "scrutinises",
    Relation.COMMISSIONS: WS + "commissions",
    Relation.SUPPORTS: WS + "supports",
    Relation.HOSTS: WS + "hosts",
    Relation.FUNDS: WS + "funds",
    Relation.SPONSORS: WS + "sponsors",
    Relation.DELIVERS: WS + "delivers",
    Relation.SUCCEEDS: SUCCEEDS,
    Relation.LINKED_TO: WS + "linkedTo",
}

BASES: Final[Mapping[Basis, str]] = {Basis.STATED: STATED, Basis.INFERRED: INFERRED}

DEPUTY_OF_NOBODY_NAMED: Final = "deputy of somebody not named"
"""The role of a deputy when whoever is deputised for was forgotten."""
ROLE_TERMS: Final[Mapping[str, str]] = {
    role: WS + "".join(word.title() for word in role.split()) for role in ROLES
}
"""`{"vice chair": "https://…#ViceChair", …}`; other roles are concepts under `<base>/role/`."""

ROLE_WORDS: Final[Mapping[str, str]] = {
    "chair": "chair",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "vice chair": "vice chair",
    "vice chairman": "vice chair",
    "vice chairwoman": "vice chair",
    "vice chairperson": "vice chair",
    "deputy chair": "vice chair",
    "deputy chairman": "vice chair",
    "secretary": "secretary",
    "treasurer": "treasurer",
    "clerk": "clerk",
    "observer": "observer",
}
"""How documents word the roles that have a term of their own, in lower case and without hyphens."""


def local_name(iri: str) -> str:
    """The last part of an IRI, after "#" or "/"."""
    return iri.replace("#", "/").rsplit("/", 1)[-1]

"""The parts that graphs are put together from: an entity, a document's source, a passage, evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from whosat.graph.nquads import Lines
from whosat.ontology import terms as t
from whosat.ontology.facts import Canonical, DocumentFacts, Entity, Passage
from whosat.ontology.identifiers import iri, slug

UNKNOWN: Final = "unknown"


def describe(out: Lines, me: str, canonical: Canonical) -> None:
    """Say what an entity is and what it is called; forms other than its best name are left to others."""
    for kind in t.KINDS[canonical.kind]:
        out.link(me, t.TYPE, kind)
    out.say(me, t.PREF_LABEL, canonical.name)
    out.say(me, t.SECTOR, canonical.sector)
    if canonical.active is not None:
        out.link(me, t.BOARD_STATUS, t.ACTIVE if canonical.active else t.INACTIVE)
    out.say_year(me, t.START_DATE, canonical.start_year)
    out.say_year(me, t.END_DATE, canonical.end_year)


def entity_forms(out: Lines, me: str, canonical: Canonical, entity: Entity) -> None:
    """Say under which forms one document names an entity."""
    for form in sorted({entity.name, *entity.aliases} - {canonical.name}):
        out.say(me, t.ALT_LABEL, form)
    out.say(me, t.INITIALS, entity.initials)
    out.say(me, t.HONORIFIC, entity.honorific)


def name_role(out: Lines, me: str, role: str) -> None:
    """Say what a role is called; a role with a term of its own is called by that, whatever the wording."""
    own = me.startswith(t.WS)
    known = next((name for name, term in t.ROLE_TERMS.items() if term == me), role) if own else role
    out.link(me, t.TYPE, t.CONCEPT)
    out.say(me, t.PREF_LABEL, known)


def say_source(out: Lines, base: str, key: str, facts: DocumentFacts, other_names: Iterable[str]) -> str:
    """Say what a document is and which version of the pipeline read it; gives the node of that reading."""
    me = iri(base, key)
    out.link(me, t.TYPE, t.DOCUMENT)
    for name in (facts.identifier, *other_names):
        out.say(me, t.IDENTIFIER, name)
    out.say(me, t.SHA256, facts.sha256)
    out.say(me, t.FORMAT, facts.format)
    out.say(me, t.TITLE, facts.title)
    out.say(me, t.DATE, facts.date)
    out.say(me, t.CREATOR, facts.creator)
    return _say_reading(out, base, key, facts.pipeline or UNKNOWN)


def _say_reading(out: Lines, base: str, key: str, pipeline: str) -> str:
    reading = iri(base, f"reading/{key.partition('/')[2]}")
    out.link(reading, t.TYPE, t.ACTIVITY)
    out.link(reading, t.USED, iri(base, key))
    out.link(reading, t.ASSOCIATED_WITH, pipeline_node(base, pipeline))
    return reading


def pipeline_node(base: str, pipeline: str) -> str:
    """The node of a version of the pipeline."""
    return iri(base, f"pipeline/{slug(pipeline)}")


def say_pipeline(out: Lines, base: str, pipeline: str) -> None:
    """Say what a version of the pipeline is: once, for thousands of documents may share it."""
    me = pipeline_node(base, pipeline)
    out.link(me, t.TYPE, t.AGENT)
    out.say(me, t.VERSION, pipeline)


def passage_node(base: str, document: str, passage: Passage) -> str:
    """The node of a passage, by its document's key and its offsets."""
    return iri(base, f"passage/{document.partition('/')[2]}-{passage.start}-{passage.end}")


def say_passage(out: Lines, base: str, document: str, passage: Passage) -> str:
    """Say where a passage stands and what its words are; gives its node."""
    me = passage_node(base, document, passage)
    quote, position = f"{me}#quote", f"{me}#position"
    out.link(me, t.TYPE, t.PASSAGE)
    out.link(me, t.HAS_SOURCE, iri(base, document))
    out.say(me, t.LINE, passage.line)
    out.link(me, t.HAS_SELECTOR, quote)
    out.link(quote, t.TYPE, t.QUOTE_SELECTOR)
    out.say(quote, t.EXACT, passage.quote)
    out.link(me, t.HAS_SELECTOR, position)
    out.link(position, t.TYPE, t.POSITION_SELECTOR)
    out.say(position, t.START, passage.start)
    out.say(position, t.END, passage.end)
    return me


def say_evidence(out: Lines, me: str, places: Iterable[str], confidence: float, made_by: str) -> None:
    """Say what a fact rests on, how sure its reading is and what made it."""
    for place in places:
        out.link(me, t.DERIVED_FROM, place)
    out.say(me, t.CONFIDENCE, float(confidence))
    out.say(me, t.EXTRACTED_BY, made_by)

"""How bodies are linked: `doc._.links`, and which of them are inactive (`doc._.body_notes`).

Said in sentences (`link_sentences`), by lists, tables and headings of sub-groups (`link_lists`).
"""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from whosat.extract.components.document_body import main_body
from whosat.extract.components.link_joined import joined_links, led_links
from whosat.extract.components.link_lists import inactive_bodies, listed_links
from whosat.extract.components.link_own import own_links
from whosat.extract.components.link_sentences import said_links
from whosat.extract.components.people import span_at
from whosat.extract.components.places import Place, Places
from whosat.extract.components.records import BodyNote, LinkRecord, document_of


def _once(links: list[LinkRecord]) -> tuple[LinkRecord, ...]:
    """Each link once, with all its passages."""
    found: dict[tuple[str, str, str], LinkRecord] = {}
    for link in links:
        key = (link.subject, link.relation.value, link.object)
        old = found.get(key)
        if old is None:
            found[key] = link
            continue
        where = tuple(dict.fromkeys([*old.source.where, *link.source.where]))
        best = max(old.source, link.source, key=lambda source: source.confidence)
        found[key] = replace(old, source=replace(best, where=where))
    return tuple(link for link in found.values() if link.subject != link.object)


@Language.component(
    "ws_links",
    requires=["doc._.document", "doc.spans", "doc._.meetings"],
    assigns=["doc._.links", "doc.spans", "doc._.body_notes"],
)
def links_component(doc: Doc) -> Doc:
    """Set `doc._.links`; bodies that only a link names are added to `doc.spans["bodies"]`."""
    places = Places(doc)
    main = doc._.meetings[0].body if doc._.meetings else None
    said, new = said_links(places)
    listed, charted = listed_links(places, main)
    own, named = own_links(places, main)
    new += named
    led = list(led_links(places, main or main_body(document_of(doc))))
    joined = list(joined_links(places, [*said, *own]))
    doc._.links = (*doc._.links, *_once([*said, *listed, *own, *led, *joined]))
    added = [span_at(doc, p.start, p.end, p.kind, p.name) for p in _new_places(places, [*new, *charted])]
    kept = [span for span in doc.spans["bodies"] if not _is_within(span, charted)]
    spans = [*kept, *(span for span in added if span is not None)]
    doc.spans["bodies"] = sorted(spans, key=lambda span: (span.start, span.end))
    notes = [BodyNote(name, active=False) for name in inactive_bodies(places)]
    doc._.body_notes = (*doc._.body_notes, *notes)
    return doc


def _is_within(span: Span, charted: list[Place]) -> bool:
    """Whether a fuller name of a chart's box holds this one."""
    return any(p.start <= span.start_char and span.end_char <= p.end and span.id_ != p.name for p in charted)


def _new_places(places: Places, new: list[Place]) -> list[Place]:
    return sorted(set(new) - set(places.all))

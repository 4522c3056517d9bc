"""ws_roster: `doc.spans["roster"]`, the regions that hold a roster or a list of members; what follows
reads only there."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from whosat.extract.components.meeting import is_minuted
from whosat.extract.components.records import document_of
from whosat.extract.components.roster_membership import membership_lists
from whosat.extract.components.roster_regions import sections_of
from whosat.extract.components.roster_sections import Section

if not Doc.has_extension("roster_sections"):
    Doc.set_extension("roster_sections", default=())


def regions_of(sections: list[Section]) -> list[tuple[int, int]]:
    """The extents of the sections, those that touch or overlap joined."""
    extents = sorted(extent for section in sections if (extent := section.extent))
    joined: list[tuple[int, int]] = []
    for start, end in extents:
        if joined and start <= joined[-1][1] + 3:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def extents_of(doc: Doc) -> list[tuple[int, int]]:
    """The extents of the sections found."""
    return [section.extent for section in doc._.roster_sections if section.extent]


def find_rosters(doc: Doc) -> None:
    """Find the regions and keep the sections for the decoder."""
    document = document_of(doc)
    sections = sections_of(document)
    listed, unread = membership_lists(document, sections, is_minuted(document, sections))
    sections += listed
    doc._.unread = (*(one for one in doc._.unread if one not in unread), *unread)
    doc._.roster_sections = tuple(sections)
    spans = [
        doc.char_span(start, end, label="ROSTER", alignment_mode="expand")
        for start, end in regions_of(sections)
    ]
    doc.spans["roster"] = [span for span in spans if span is not None]


@Language.component("ws_roster", requires=["doc._.document"], assigns=["doc.spans"])
def ws_roster(doc: Doc) -> Doc:
    """Find the rosters; the labels may tell names by which more of them is found."""
    find_rosters(doc)
    return doc

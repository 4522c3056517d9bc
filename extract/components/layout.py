"""ws_layout: every Doc carries the Document it was made from."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from whosat.extract.components.records import SPAN_GROUPS, document_of


@Language.component("ws_layout", assigns=["doc._.document"])
def ws_layout(doc: Doc) -> Doc:
    """See to it that the document and all span groups are there, also for `nlp("bare text")`."""
    doc._.document = document_of(doc)
    for group in SPAN_GROUPS:
        if group not in doc.spans:
            doc.spans[group] = []
    return doc

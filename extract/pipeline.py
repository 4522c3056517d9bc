"""The pipeline: which components run, in which order, and the two calls that use it.

`load` → Language, `extract(document, nlp)` → DocumentFacts. The result is a pure function of the document's
bytes and `version(nlp)`.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Final

import spacy
from spacy.language import Language

from whosat.extract.components.labels import fingerprint
from whosat.extract.components.records import SPAN_GROUPS
from whosat.extract.document import Document
from whosat.extract.facts_from import facts_from
from whosat.extract.tokenizing import BoundedTokenizer
from whosat.ontology.facts import DocumentFacts

COMPONENTS: Final = (
    ("ws_layout", "layout"),
    ("ws_acronyms", "acronyms"),
    ("ws_roster", "roster"),
    ("ws_labels", "labels"),
    ("ws_meeting", "meeting"),
    ("ws_attendance", "attendance"),
    ("ws_people", "people"),
    ("ws_bodies", "bodies"),
    ("ws_strategies", "strategies"),
    ("ws_members", "members"),
    ("ws_actions", "actions"),
    ("ws_links", "links"),
)
"""Factory names in running order, and the module under `extract.components` that registers each."""

_PACKAGE: Final = "whosat.extract.components"
_LONGEST: Final = 1_000_000_000  # characters; the readers set the real limit
_CODE: Final = Path(__file__).parent


def load(model: str | None = None) -> Language:
    """The whole pipeline; `model` names another spaCy pipeline to label rosters with, None takes our own."""
    nlp = spacy.blank("en")
    nlp.max_length = _LONGEST
    nlp.tokenizer = BoundedTokenizer(nlp.tokenizer)
    for factory, module in COMPONENTS:
        import_module(f"{_PACKAGE}.{module}")
        nlp.add_pipe(factory, config={"model": model} if factory == "ws_labels" else {})
    nlp.meta["whosat_model"] = fingerprint(model)
    return nlp


def extract(document: Document, nlp: Language) -> DocumentFacts:
    """Everything the document says; the same on every machine."""
    doc = nlp.make_doc(document.text)
    doc._.document = document
    for group in SPAN_GROUPS:
        doc.spans[group] = []
    return facts_from(nlp(doc), version(nlp))


def version(nlp: Language) -> str:
    """Names the code, the word lists and the model, so that a kept result is known to be of this pipeline."""
    return f"whosat-{_code_hash()}" + (f"+{nlp.meta['whosat_model']}" if nlp.meta["whosat_model"] else "")


@cache
def _code_hash() -> str:
    """A hash over the extraction code and all it ships, whatever the machine."""
    digest = hashlib.sha256()
    words = _CODE.parent / "data" / "words"
    for folder in (_CODE, words):
        for path in sorted(folder.rglob("*"), key=lambda found: found.as_posix()):
            if path.is_file() and "__pycache__" not in path.parts and "evaluation" not in path.parts:
                digest.update(path.relative_to(_CODE.parent).as_posix().encode())
                digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:16]

"""Keeps contact details out of what is said and quoted: they belong in the graph of contacts, if anywhere.

A passage that holds a phone number or an address is cut around it, so that what is left still stands in the
text word for word; elsewhere the detail is left out. Where a document's own lines are shown, each letter of a
detail is blacked out, so that every other word keeps its place.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final

from whosat.graph.forgetting import BLANK
from whosat.ontology.facts import Contact, DocumentFacts, Evidence, Passage

LEFT_OUT: Final = "[…]"
"""What stands for a contact detail in words that are not a quotation."""

_SAYS: Final = "tel telephone phone fax mob mobile extension".split()
_BEHIND: Final = "|".join(
    rf"(?<=\b{re.escape(label + end)})"
    for label, end in [*itertools.product(_SAYS, (":", ": ", ".", ". ", " no: ", " no. ")), ("ext", " ")]
)
_CONTACT: Final = re.compile(
    r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+"  # an e-mail address
    r"|(?<![\w/])(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d(?:[\s()-]{0,2}\d){7,10}(?!\w)"  # a British telephone number
    # a number of any length behind what says that it is one
    rf"|(?=[+(\d])(?i:{_BEHIND})\+?\(?\d(?:[\s()/-]{{0,2}}\d){{3,13}}(?!\w)"
)
_LABEL: Final = re.compile(r"\W*(?:tel|telephone|phone|e-?mail|fax|mob|mobile)\W*", re.IGNORECASE)
_LONGEST: Final = 400  # letters that an address may take
_KEPT: Final = ("identifier", "sha256", "format", "text", "pipeline", "contacts")


def withhold(documents: Iterable[DocumentFacts]) -> tuple[DocumentFacts, ...]:
    """The documents with no contact detail outside `text` and `contacts`."""
    return tuple(_withhold(document) for document in documents)


def black_out(text: str, contacts: Sequence[Contact] = ()) -> str:
    """A text as long as before in which every contact detail is blacked out."""
    return _pattern(contacts).sub(lambda found: re.sub(r"\S", BLANK, found.group()), text)


def shown(document: DocumentFacts, start: int, end: int) -> str:
    """Part of a document's text as it may be shown: a detail that only begins or ends there is out too."""
    first, last = max(0, start - _LONGEST), end + _LONGEST
    return black_out(document.text[first:last], document.contacts)[start - first : end - first]


def _withhold(document: DocumentFacts) -> DocumentFacts:
    pattern = _pattern(document.contacts)
    if not pattern.search(document.text):
        return document
    names = [field.name for field in fields(document) if field.name not in _KEPT]
    return replace(document, **{name: _clean(getattr(document, name), pattern) for name in names})


def _pattern(contacts: Sequence[Contact]) -> re.Pattern[str]:
    """What to look for: addresses and numbers by their form, and the very words read as contact details."""
    known = sorted(
        {contact.value for contact in contacts if len(contact.value) > 5}, key=lambda v: (-len(v), v)
    )
    words = (r"\s+".join(re.escape(word) for word in value.split()) for value in known)
    return re.compile("|".join([*words, _CONTACT.pattern]))


def _clean(value: Any, pattern: re.Pattern[str]) -> Any:
    if type(value) is str:
        return pattern.sub(LEFT_OUT, value)
    if isinstance(value, Evidence):
        return replace(value, passages=tuple(p for one in value.passages for p in _cut(one, pattern)))
    if isinstance(value, Passage):
        return next(_cut(value, pattern), None)
    if isinstance(value, tuple):
        cleaned = (_clean(item, pattern) for item in value)
        return tuple(item for item in cleaned if item is not None and item != LEFT_OUT)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: _clean(getattr(value, field.name), pattern) for field in fields(value)}
        return replace(value, **changed)
    return value


def _cut(passage: Passage, pattern: re.Pattern[str]) -> Iterator[Passage]:
    """The parts of a passage between contact details that hold words."""
    start = 0
    found = [match.span() for match in pattern.finditer(passage.quote)]
    if not found:
        yield passage
        return
    for first, last in [*found, (len(passage.quote), len(passage.quote))]:
        piece = passage.quote[start:first]
        trimmed = piece.strip(" \t\n,;:–-")
        if re.search(r"[^\W\d_]{2}", trimmed) and not _LABEL.fullmatch(trimmed):
            at = start + piece.index(trimmed)
            line = passage.line + passage.quote.count("\n", 0, at)
            yield Passage(passage.start + at, passage.start + at + len(trimmed), trimmed, line)
        start = last

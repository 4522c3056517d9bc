"""A tokenizer whose time stays in proportion to the text, whatever the text is.

spaCy takes one mark at a time off a run without blanks, so a run of n brackets costs n² steps. Long runs (a
table's dashes, a scan's debris) are cut into pieces first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc

LONGEST_RUN: Final = 160
"""Characters without a blank from which a run is cut; the longest real one is a web address."""
_LONG = re.compile(rf"\S{{{LONGEST_RUN},}}")


class BoundedTokenizer:
    """Calls `inner`, in pieces where the text has long runs; `Doc.text` is the text in either case."""

    def __init__(self, inner: Tokenizer) -> None:
        self.inner = inner

    def __call__(self, text: str) -> Doc:
        """Cut a text into tokens."""
        if not _LONG.search(text):
            doc: Doc = self.inner(text)
            return doc
        words: list[str] = []
        spaces: list[bool] = []
        for piece in _pieces(text):
            for token in self.inner(piece):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
        return Doc(self.inner.vocab, words=words, spaces=spaces)


def _pieces(text: str) -> Iterator[str]:
    start = 0
    for run in _LONG.finditer(text):
        if run.start() > start:
            yield text[start : run.start()]
        for cut in range(run.start(), run.end(), LONGEST_RUN):
            yield text[cut : min(cut + LONGEST_RUN, run.end())]
        start = run.end()
    if start < len(text):
        yield text[start:]

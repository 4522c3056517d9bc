"""How rosters are cut into tokens: every delimiter stands alone, so that a label can end at any of them.

Unlike the English rules of spaCy there are no exceptions for contractions or abbreviations: "Smith(JS)-Org"
and "Paul JonesNorthtown Council" come apart, "O'Hara" and "example.org" stay whole. Line and cell marks are
tokens too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
    from spacy.vocab import Vocab

NAME: Final = "whosat.tokens.v1"
_MARKS = r"\-‐‑–—−/\\|()\[\]{}<>,;:•·▪●◦*_~=+\"“”„«»&@#…?!✓✔✗✘√☐☑☒"
_BEFORE = re.compile(rf"^[{_MARKS}.'‘’£]")  # anchored, as spaCy searches with it once saved
_AFTER = re.compile(rf"(?:['’]s|[{_MARKS}'’‘]|\.+|%)$")
_WITHIN = re.compile(
    rf"[{_MARKS}]"
    r"|(?<=[a-z]{2})(?<!\bMac)(?<!\bFitz)(?=[A-Z][a-z])"  # two cells or lines run together
    r"|(?<=[A-Za-z]\.)(?=[A-Z])"  # a full stop without a space
)


def tokenizer(vocab: Vocab) -> Tokenizer:
    """Make the tokenizer that the trained model expects; the pipeline around it should use the same."""
    from spacy.tokenizer import Tokenizer

    return Tokenizer(
        vocab,
        rules={},
        prefix_search=_BEFORE.search,
        suffix_search=_AFTER.search,
        infix_finditer=_WITHIN.finditer,
    )


def register() -> None:
    """Make the tokenizer known to spaCy under `NAME`, as the model's config asks for it."""
    from spacy.util import registry

    if not registry.has("tokenizers", NAME):
        registry.tokenizers(NAME, func=_factory)


def _factory() -> Callable[[Any], Tokenizer]:
    return lambda nlp: tokenizer(nlp.vocab)

"""Names of things as IRIs: the same input gives the same IRI on every machine and in any order of files.

Things are named by a readable slug, facts and passages by a hash of their content.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from typing import Final

from whosat.ontology.facts import Kind

LONGEST_SLUG: Final = 72
"""A longer slug is cut and closed by a hash of the whole, so two long names never share one."""

# Latin letters that no accent-stripping takes apart.
_LATIN: Final = str.maketrans(
    dict(zip("ßæœøłđðþıħŋ", ("ss", "ae", "oe", "o", "l", "d", "d", "th", "i", "h", "n"), strict=True))
)


def slug(text: str) -> str:
    """A readable ASCII name for `text` ("Bòrd Èideann" → "bord-eideann").

    Where letters can't be written in ASCII, or the slug would be too long, a hash of the text closes it, so
    that different texts keep different slugs; case, accents, apostrophes and punctuation make no difference.
    """
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_LATIN)
    marks_off = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    spoken = re.sub(r"['’ʼ`´.]", "", marks_off).replace("&", " and ").replace("+", " and ")
    ascii_only = re.sub(r"[^a-z0-9]+", "-", spoken).strip("-")
    lost = any(c.isalnum() and not c.isascii() for c in spoken)
    if ascii_only and not lost and len(ascii_only) <= LONGEST_SLUG:
        return ascii_only
    readable = ascii_only[: LONGEST_SLUG - 9].strip("-")
    return "-".join(part for part in (readable, digest(plain, length=8)) if part)


def digest(*parts: object, length: int = 16) -> str:
    """The first `length` hexadecimal digits of the SHA-256 of `parts` (JSON values, or what has a str)."""
    content = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=str)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def entity_key(kind: Kind, name: str, apart: str = "") -> str:
    """The key of an entity, "person/ann-lee"; `apart` tells namesakes apart, in any order of files."""
    key = f"{kind.value}/{slug(name)}"
    return f"{key}-{digest(apart, length=6)}" if apart else key


def document_key(identifier: str, sha256: str) -> str:
    """The key of a document: its file name, readable, and the start of its hash."""
    return f"document/{slug(identifier.replace('.', ' '))}-{sha256[:8]}"


def content_key(kind: str, *parts: object) -> str:
    """The key of a fact or passage, by its content."""
    return f"{kind}/{digest(*parts)}"


def iri(base: str, key: str) -> str:
    """The IRI of `key` under the project's base."""
    return f"{base.rstrip('/')}/{key}"

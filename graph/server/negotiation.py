"""Content negotiation: which of the types we can give does the client like best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Range:
    type: str
    subtype: str
    quality: float

    def fits(self, media_type: str) -> int:
        """How precisely this range names `media_type`: 0 not at all, 1 `*/*`, 2 `text/*`, 3 exactly."""
        kind, _, sub = media_type.partition("/")
        if self.type == "*" and self.subtype == "*":
            return 1
        if self.type != kind:
            return 0
        return 3 if self.subtype == sub else 2 if self.subtype == "*" else 0


def _range(text: str) -> _Range | None:
    media, *parameters = (part.strip() for part in text.split(";"))
    kind, slash, sub = media.lower().partition("/")
    if not (kind and slash and sub):
        return None
    quality = 1.0
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                quality = min(1.0, max(0.0, float(value)))
            except ValueError:
                return None
    return _Range(kind, sub, quality)


def best(accept: str | None, offered: Sequence[str]) -> str | None:
    """The one of `offered` (best first) that an `Accept` header prefers; None if it accepts none of them.

    No header, or an empty one, accepts everything (RFC 9110, 12.5.1).
    """
    if not accept or not accept.strip():
        return offered[0]
    ranges = [found for found in map(_range, accept.split(",")) if found]
    chosen, chosen_quality = None, 0.0
    for media_type in offered:
        matching = [(found.fits(media_type), found.quality) for found in ranges if found.fits(media_type)]
        quality = max(matching)[1] if matching else 0.0
        if quality > chosen_quality:
            chosen, chosen_quality = media_type, quality
    return chosen

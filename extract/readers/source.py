"""A file's bytes on their way into a reader, and the two things every reader says about them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from whosat.ontology.errors import UnreadableDocument


@dataclass(frozen=True)
class Source:
    """The bytes of one file, under the name it goes by ("minutes.docx", "papers.zip/minutes.docx")."""

    name: str
    data: bytes

    @cached_property
    def sha256(self) -> str:
        """The hash of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def suffix(self) -> str:
        """The ending of the name in lower case, with its dot; empty where there is none."""
        return PurePosixPath(self.name.replace("\\", "/")).suffix.lower()

    def unreadable(self, wrong: str, remedy: str) -> UnreadableDocument:
        """The error for this file: `wrong` follows its name in the sentence."""
        return UnreadableDocument(f"{self.name} {wrong}.", remedy)

    def too_long(self, characters: int) -> UnreadableDocument:
        """The error for more text than a document of a partnership can hold."""
        return self.unreadable(
            f"holds {characters / 1e6:.0f} million characters of text, more than minutes can",
            "Split it into its documents, one file each.",
        )

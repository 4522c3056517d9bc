"""Zip containers, opened only after a look at what would come out of them."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from whosat.extract.readers.limits import Limits
from whosat.extract.readers.source import Source

FAILURES = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    AttributeError,
    IndexError,
    TypeError,
)
"""What unpacking a damaged office file or archive raises, in zipfile and in the libraries over it."""

_SMALL = 20_000_000
_MOST_XML = 100_000_000


def opened(source: Source, limits: Limits) -> zipfile.ZipFile:
    """The archive, if what it holds keeps to the limits; raises UnreadableDocument if not."""
    try:
        archive = zipfile.ZipFile(BytesIO(source.data))
        members = archive.infolist()
    except FAILURES as error:
        raise source.unreadable(
            "is damaged: its parts can't be unpacked", "Save or download it again."
        ) from error
    size = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members) or 1
    if len(members) > limits.entries:
        raise source.unreadable(
            f"holds {len(members):,} files, more than the {limits.entries:,} that are read from one archive",
            "Unpack it and name the folder.",
        )
    if size > limits.unpacked or (size > _SMALL and size > limits.ratio * packed):
        raise source.unreadable(
            f"would unpack to {size / 1e6:,.0f} MB, which no document of minutes does", "Leave it out."
        )
    if any(member.file_size > _MOST_XML and member.filename.endswith(".xml") for member in members):
        raise source.unreadable("holds far more text than minutes can", "Split it into its documents.")
    if any(member.flag_bits & 1 for member in members):
        raise source.unreadable("is protected with a password", "Save it without a password.")
    return archive

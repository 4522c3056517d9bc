"""Bytes to text: which encoding they are in, and the few characters that are put right.

The text of a plain file stays as it is, save: every line end (CR, CR LF, form feed, vertical tab, NEL, line
and paragraph separator) becomes one "\\n"; the byte order mark, NUL and zero-width spaces are dropped; any
other control character but the tab becomes a space. Non-breaking spaces and soft hyphens stay: they are what
the document says, and `str.split` and `\\s` know them.
"""

from __future__ import annotations

import codecs
import re

from whosat.extract.readers.source import Source

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_ENDS = re.compile("\r\n?|[\f\v\x1c-\x1e\x85\u2028\u2029]")
_DROPPED = re.compile("[\x00\u200b\u2060\ufeff]")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1b\x1f\x7f\x80-\x9f\ud800-\udfff]")
_GLYPHS = str.maketrans(
    {
        "\u2010": "-",
        "\u2011": "-",
        "\uf0fc": "✓",
        "\uf0fe": "☒",
        "\uf0fd": "☒",
        "\uf052": "☒",
        "\uf0fb": "✗",
        "\uf0a8": "☐",
        "\uf06f": "☐",
    }
    | {"\uf0a3": "☐", "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "•", "\uf076": "•", "\uf02d": "-"}
)
_PRIVATE = re.compile("[\u2010\u2011\uf000-\uf0ff]")
_SAMPLE = 100_000
_TEXT_REMEDY = "Save the document again as text, Word or PDF, or leave it out."


def decode(source: Source) -> str:
    """The text of a plain file, cleaned; raises UnreadableDocument where the bytes are no text."""
    text = clean(_decoded(source))
    if not text.strip():
        raise source.unreadable("holds no words", "Check that the right file was saved, or leave it out.")
    return text


def clean(text: str) -> str:
    """`text` with one kind of line end, without invisible characters, and with the ticks and bullets that a
    symbol font had drawn."""
    if _PRIVATE.search(text):
        text = text.translate(_GLYPHS)
    if not _LINE_ENDS.search(text) and not _DROPPED.search(text) and not _CONTROLS.search(text):
        return text
    return _CONTROLS.sub(" ", _DROPPED.sub("", _LINE_ENDS.sub("\n", text)))


def looks_binary(data: bytes) -> bool:
    """Whether the first bytes can't be text in any encoding: many control characters that no text has."""
    sample = data[:_SAMPLE]
    if not sample or _bom(sample) or _wide(sample):
        return False
    controls = sum(sample.count(byte) for byte in (*range(9), *range(14, 27), *range(28, 32)))
    return controls > max(2, len(sample) // 200)


def _decoded(source: Source) -> str:
    data = source.data
    if encoding := _bom(data) or _wide(data):
        return data.decode(encoding, errors="replace").removeprefix("\ufeff")
    if looks_binary(data):
        raise source.unreadable("is not text, whatever its name says", _TEXT_REMEDY)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # One bad byte in a long UTF-8 file is damage, not another encoding.
        multibyte = len(re.findall(rb"[\xc3-\xf4][\x80-\xbf]", data[:_SAMPLE]))
        if multibyte > 3 and error.start > 0 and _mostly_utf8(data):
            return data.decode("utf-8", errors="replace")
    return _single_byte(source)


def _bom(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is NUL in a text that is mostly Latin."""
    sample = data[:2000]
    if len(sample) < 4 or len(data) % 2:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.7 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> bool:
    return data[:_SAMPLE].decode("utf-8", errors="replace").count("\ufffd") < 5


def _single_byte(source: Source) -> str:
    """Windows-1252 where that makes sense of every byte, else charset-normalizer's guess."""
    try:
        text = source.data.decode("windows-1252")
    except UnicodeDecodeError:
        text = ""
    if text and _plausible(text):
        return text
    return _guessed(source) or source.data.decode("windows-1252", errors="replace")


def _plausible(text: str) -> bool:
    """Few accented letters among plain ones, as in English and its neighbours."""
    sample = text[:_SAMPLE]
    high = sum(1 for letter in sample if ord(letter) > 127 and letter.isalpha())
    return high <= 0.15 * len(sample)


def _guessed(source: Source) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(source.data[:_SAMPLE]).best()
    return source.data.decode(best.encoding, errors="replace") if best else None

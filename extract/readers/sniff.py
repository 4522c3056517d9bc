"""Which format some bytes are in: told from the bytes, with the suffix to help where text is text."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from whosat.extract.readers.source import Source

_HTML = re.compile(rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])", re.I)
_HTML_TAGS = re.compile(rb"</?(?:p|div|table|tr|td|ul|ol|li|h[1-6]|br|strong|span)(?:\s[^<>]*)?/?>", re.I)
_MAIL = re.compile(
    rb"(?:(?:From|To|Subject|Date|Received|MIME-Version|Message-ID|Return-Path|Delivered-To):[^\r\n]*\r?\n"
    rb"(?:[ \t][^\r\n]*\r?\n)*|X-[\w-]+:[^\r\n]*\r?\n){2}",
    re.I,
)
_SUFFIXES = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd"), "md"),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".aspx", ".php"), "html"),
    ".rst": "rst",
    ".eml": "eml",
    ".xml": "xml",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def sniff(source: Source) -> str:
    """The name of a format that a reader takes; or rtf, ole, office, image, encrypted, which none takes."""
    data, head = source.data, source.data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n\x00")
    if data.startswith(_OLE):
        return "encrypted" if _is_encrypted_office(data) else "ole"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM\x00")):
        return "image"
    return _text(source, head)


def _is_encrypted_office(data: bytes) -> bool:
    """A password-protected docx is an OLE file that holds a stream of this name (UTF-16)."""
    return "EncryptedPackage".encode("utf-16-le") in data


def _zipped(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            kind = _mimetype(archive) if "mimetype" in names else ""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return "zip"
    if "word/document.xml" in names or any(name.startswith("word/document") for name in names):
        return "docx"
    if kind.startswith("application/vnd.oasis.opendocument.text"):
        return "odt"
    if names & {"ppt/presentation.xml", "xl/workbook.xml", "xl/workbook.bin"} or kind.startswith(
        "application/vnd.oasis"
    ):
        return "office"
    return "zip"


def _mimetype(archive: zipfile.ZipFile) -> str:
    if archive.getinfo("mimetype").file_size > 200:
        return ""
    return archive.read("mimetype").decode("ascii", errors="replace").strip()


def _text(source: Source, head: bytes) -> str:
    told = _SUFFIXES.get(source.suffix, "txt")
    wide = head[1::2].count(0) * 3 > len(head) or head[::2].count(0) * 3 > len(head)
    sample = head.replace(b"\x00", b"") if wide else head
    if told == "eml" or (_MAIL.match(sample) and told in ("txt", "eml")):
        return "eml" if _MAIL.match(sample) else "txt"
    if _HTML.search(sample[:1500]) and told not in ("md", "rst"):
        return "html"
    if sample.startswith(b"<?xml") or told == "xml":
        return "xml"
    if told == "html" or (told == "txt" and len(_HTML_TAGS.findall(sample)) > 20):
        return "html"
    return told

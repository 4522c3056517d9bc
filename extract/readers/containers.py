"""Archives and mails: each file in them is read as if it stood alone ("papers.zip/minutes.docx")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from email import policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from zipfile import ZipInfo

from whosat.extract.document import Block, BlockKind, Document
from whosat.extract.readers.collect import SUFFIXES, is_hidden
from whosat.extract.readers.decode import clean
from whosat.extract.readers.html import read_html
from whosat.extract.readers.limits import Limits
from whosat.extract.readers.mended import without_quoting
from whosat.extract.readers.packed import FAILURES, opened
from whosat.extract.readers.plain import text_blocks, text_marks
from whosat.extract.readers.source import Source
from whosat.ontology.errors import UnreadableDocument

Reader = Callable[[Source, Limits], list[Document]]
_PATH = re.compile(r"[\\/]+")


@dataclass(slots=True)
class _Found:
    """The documents of a container, and what of it could not be read."""

    documents: list[Document] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def take(self, source: Source, limits: Limits, read: Reader) -> None:
        """Reads one file of the container, and keeps the reason if that fails."""
        try:
            self.documents += read(source, limits)
        except UnreadableDocument as error:
            self.notes.append(f"{error} {error.remedy}".strip())

    def told(self) -> list[Document]:
        """The documents, the first with the notes."""
        first, *rest = self.documents
        return [replace(first, notes=(*first.notes, *self.notes)), *rest]


def read_zip(source: Source, limits: Limits, read: Reader) -> list[Document]:
    """The documents in a zip archive; what can't be read is said in the first one's notes."""
    _mind_depth(source, limits)
    found = _Found()
    with opened(source, limits) as archive:
        members = sorted(filter(_is_wanted, archive.infolist()), key=lambda member: member.filename)
        inner = limits.shared(sum(1 for member in members if member.filename.lower().endswith(".zip")))
        for member in members:
            name = _name_inside(source, member.filename)
            try:
                data = archive.read(member)
            except FAILURES:
                found.notes.append(f"{name} is damaged: it can't be unpacked.")
            else:
                found.take(Source(name, data), inner, read)
    if not found.documents:
        reason = f" ({found.notes[0]})" if found.notes else ""
        raise source.unreadable(
            f"holds no document that can be read{reason}", "Unpack it and look at the files in it."
        )
    return found.told()


def _mind_depth(source: Source, limits: Limits) -> None:
    if limits.depth < 1:
        raise source.unreadable(
            "stands too deep in other archives or mails", "Unpack it and name its files or their folder."
        )


def _is_wanted(member: ZipInfo) -> bool:
    parts = [part for part in _PATH.split(member.filename) if part not in ("", ".", "..")]
    if member.is_dir() or not parts or any(is_hidden(part) for part in parts):
        return False
    stem, dot, suffix = parts[-1].rpartition(".")
    return not dot or not stem or f".{suffix.lower()}" in SUFFIXES


def _name_inside(source: Source, name: str) -> str:
    """The name of a file in a container; steps upwards and drive letters are left out of it."""
    parts = [part for part in _PATH.split(name) if part not in ("", ".", "..") and not part.endswith(":")]
    return "/".join([source.name, *parts]) or source.name


def read_mail(source: Source, limits: Limits, read: Reader) -> list[Document]:
    """A mail's own words, then its attachments; what can't be read is said in the first one's notes."""
    _mind_depth(source, limits)
    try:
        message = BytesParser(policy=policy.default).parsebytes(source.data)
        assert isinstance(message, EmailMessage)
        found = _Found([body] if (body := _body(source, message, limits)) else [])
        attachments = list(_attachments(source, message))
    except (MessageError, *FAILURES) as error:
        raise source.unreadable("is damaged: it can't be read as a mail", "Save the mail again.") from error
    inner = limits.shared(len(attachments))
    for attachment in attachments[: limits.entries]:
        found.take(attachment, inner, read)
    if not found.documents:
        raise source.unreadable("is a mail without words or readable attachments", "Leave it out.")
    return found.told()


def _body(source: Source, message: EmailMessage, limits: Limits) -> Document | None:
    part = message.get_body(preferencelist=("plain", "html"))
    words = without_quoting(_words_of(part)) if part is not None else ""
    subject = " ".join(clean(str(message.get("subject") or "")).split())
    if not words.strip():
        return None
    if part is not None and part.get_content_type() == "text/html":
        page = read_html(Source(source.name, words.encode()), limits)
        return replace(page, sha256=source.sha256, format="eml", title=subject or page.title)
    text = f"{subject}\n\n{words}" if subject else words
    blocks = text_blocks(text)
    if subject:
        head = Block(BlockKind.HEADING, 0, len(subject), 1)
        blocks = (head, *(block for block in blocks if block.start > len(subject)))
    return Document(
        source.name,
        source.sha256,
        "eml",
        text,
        blocks,
        text_marks(text),
        subject or None,
        created=_date(message),
    )


def _date(message: EmailMessage) -> str | None:
    header = message.get("date")
    moment = getattr(header, "datetime", None)
    return moment.date().isoformat() if moment else None


def _words_of(part: MIMEPart) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        return clean(data.decode(part.get_content_charset() or "utf-8"))
    except (LookupError, UnicodeDecodeError):
        return clean(data.decode("windows-1252", errors="replace"))


def _attachments(source: Source, message: EmailMessage) -> Iterator[Source]:
    for number, part in enumerate(message.iter_attachments(), 1):
        name = part.get_filename() or f"attachment-{number}{_guessed_suffix(part)}"
        suffix = name.lower().rpartition(".")[2]
        if f".{suffix}" not in SUFFIXES:
            continue
        content = part.get_payload(decode=True)
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0)
            content = inner.as_bytes() if isinstance(inner, EmailMessage) else b""
        if isinstance(content, bytes) and content:
            yield Source(_name_inside(source, name), content)


def _guessed_suffix(part: EmailMessage) -> str:
    kinds = {"text/plain": ".txt", "text/html": ".html", "application/pdf": ".pdf", "message/rfc822": ".eml"}
    return kinds.get(part.get_content_type(), "")

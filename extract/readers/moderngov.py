"""Meetings as ModernGov's web service gives them (GetMeeting): attendance as a table, agenda items as text.

The answer is `<meeting>` with `<meetingdate>`, `<meetinglocation>`, `<attendees>` of `<attendee name=… …/>`
and `<agendaitems>`; what people wrote in it is HTML, escaped, sometimes twice.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from whosat.extract.document import BlockKind, Document
from whosat.extract.readers.assembly import Assembly, Slot, plain
from whosat.extract.readers.html import put_fragment, read_html
from whosat.extract.readers.limits import Limits
from whosat.extract.readers.source import Source
from whosat.extract.readers.xml import local, root_of

_COLUMNS = (
    ("name", "Name"),
    ("roledescription", "Role"),
    ("attendance", "Attendance"),
    ("representing", "Representing"),
    ("politicalparty", "Political party"),
    ("ward", "Ward"),
)
_TITLES = ("committeetitle", "committeename", "committee", "meetingtitle", "title")
_TOLD = (
    ("meetingdate", "Date"),
    ("meetingtime", "Time"),
    ("meetinglocation", "Place"),
    ("venue", "Place"),
    ("meetingstatus", "Status"),
)
_ITEM_TITLES = ("agendaitemtitle", "itemtitle", "title")
_NO_WORDS = re.compile(
    r"(?:id|url|number|sequence|order|restricted|isdraft|link)s?$|^(?:true|false|\d+)$", re.I
)


def read_moderngov(source: Source, limits: Limits) -> Document:
    """A ModernGov meeting as a Document; raises UnreadableDocument for any other XML."""
    root = root_of(source)
    if local(root) == "html":
        return read_html(source, limits)
    attendees = [element for element in root.iter() if local(element) == "attendee"]
    if local(root) not in ("meeting", "getmeeting") and not attendees:
        raise source.unreadable(
            "is XML, and none of the kinds that are read",
            "Give a meeting from ModernGov's web service (GetMeeting), or save the page as HTML.",
        )
    assembly = Assembly()
    title = _first(root, _TITLES)
    assembly.add(BlockKind.HEADING, plain(title), 1)
    for tag, label in _TOLD:
        if told := _first(root, (tag,)):
            assembly.add(BlockKind.PARAGRAPH, plain(f"{label}: {told}"))
    if attendees:
        assembly.add(BlockKind.HEADING, plain("Attendance"), 2)
        assembly.table(_attendance(attendees))
    for item in (element for element in root.iter() if local(element) == "agendaitem"):
        _put_item(assembly, item)
    return assembly.document(source, "moderngov", limits, title=title or None)


def _first(root: Element, tags: tuple[str, ...]) -> str:
    """The words of the first element of one of these names that has words of its own."""
    for tag in tags:
        for element in root.iter():
            inside_item = any(
                local(above) in ("agendaitem", "linkeddoc") for above in element.iterancestors()
            )
            if local(element) == tag and not inside_item and (element.text or "").strip():
                return _unescaped(element.text or "")
    return ""


def _unescaped(text: str) -> str:
    return html.unescape(html.unescape(text)).strip()


def _attendance(attendees: list[Element]) -> Iterator[Slot]:
    rows = [{local_name(key): str(value) for key, value in attendee.attrib.items()} for attendee in attendees]
    for row, attendee in zip(rows, attendees, strict=True):
        row.update({local(child): child.text or "" for child in attendee if local(child) not in row})
    shown = [(key, label) for key, label in _COLUMNS if any(row.get(key, "").strip() for row in rows)]
    for column, (_, label) in enumerate(shown):
        yield Slot(0, column, plain(label), header=True)
    for number, row in enumerate(rows, 1):
        for column, (key, _) in enumerate(shown):
            yield Slot(number, column, plain(_unescaped(row.get(key, ""))))


def local_name(key: str | bytes) -> str:
    """An attribute's name without its namespace, in lower case."""
    return (key.decode() if isinstance(key, bytes) else key).rpartition("}")[2].lower()


def _put_item(assembly: Assembly, item: Element) -> None:
    title = next((child.text or "" for child in item if local(child) in _ITEM_TITLES), "")
    assembly.add(BlockKind.HEADING, plain(re.sub(r"<[^>]+>", " ", _unescaped(title))), 2)
    for child in item.iter():
        words = (child.text or "").strip()
        if local(child) in _ITEM_TITLES or len(child) or not words or _NO_WORDS.search(local(child)):
            continue
        if not _NO_WORDS.match(words):
            put_fragment(assembly, _unescaped(words) if "<" in _unescaped(words) else f"<p>{words}</p>")

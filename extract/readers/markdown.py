"""Markdown: headings, items, tables and emphasis as blocks and marks; the words lose only their markup.

A line end in the source stays one (each line of a roster is a block of its own) unless the text was wrapped
by hand. Front matter: the title becomes the first heading, dates and places a line each, the rest furniture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from whosat.extract.document import BlockKind, Document
from whosat.extract.readers.assembly import Assembly, Run, Slot, plain
from whosat.extract.readers.decode import decode
from whosat.extract.readers.limits import Limits
from whosat.extract.readers.plain import read_plain, wrap_width
from whosat.extract.readers.source import Source
from whosat.extract.readers.textlines import split_lines

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.S)
_KEY = re.compile(r"([A-Za-z][\w -]*):\s*(.*)")
_TOLD = re.compile(
    r"(?:meeting[ _-]?)?(?:date|place|venue|location|time|(?:co-?|vice-?)?chair\w*|attend(?:ees|ance|ed|ing)|"
    r"participants|(?:members[ _-])?present|in[ _-]attendance|apologies|regrets|absent(?:ees)?|guests|"
    r"observers|minutes[ _-](?:by|taker)|minute[ _-]taker|note[ _-]?taker|scribe|secretary|facilitator|"
    r"committee|group|board|body)$",
    re.I,
)
_LISTED = re.compile(r"\s*-\s+(.*)")
_LOOKS = {"strong": "bold", "em": "italic", "s": "strike", "link": "link"}
_BLANK = re.compile(r"\n[ \t]*\n")
_MOST_TEXT, _MOST_IN_A_PARAGRAPH, _MOST_MARKUP = 2_000_000, 200_000, 1_000
_BREAK = re.compile(r"<br\s*/?>", re.I)


def read_markdown(source: Source, limits: Limits) -> Document:
    """A Markdown file as a Document; raises UnreadableDocument for what is no text."""
    text = decode(source)
    if len(text) > limits.characters:
        raise source.too_long(len(text))
    if is_contorted(text):
        return read_plain(source, limits)
    assembly = Assembly()
    front, body = _split(text)
    facts = _front_matter(assembly, front)
    _Walk(assembly, wrap_width(split_lines(body))).take(_tokens(body))
    return assembly.document(
        source,
        "md",
        limits,
        title=facts.get("title"),
        creator=facts.get("author"),
        created=facts.get("date"),
    )


def is_contorted(text: str) -> bool:
    """Whether a text is so large, or so full of markup, that a parser of markup could take hours over it."""
    return len(text) > _MOST_TEXT or any(
        len(part) > _MOST_IN_A_PARAGRAPH or sum(map(part.count, "[]*_`<")) > _MOST_MARKUP
        for part in _BLANK.split(text)
        if len(part) > _MOST_MARKUP
    )


def _split(text: str) -> tuple[str, str]:
    match = _FRONT.match(text)
    return (match[1], text[match.end() :]) if match else ("", text)


def _front_matter(assembly: Assembly, front: str) -> dict[str, str]:
    """What front matter says: a list under a key of the meeting is a line for each of its entries."""
    facts: dict[str, str] = {}
    rows = front.split("\n")
    told = False
    at = 0
    while at < len(rows):
        line = rows[at]
        at += 1
        match = _KEY.match(line)
        key, value = (match[1].strip().lower(), match[2].strip().strip("'\"")) if match else ("", "")
        facts.setdefault(key, value)
        if match:
            told = bool(_TOLD.match(key))
        if key == "title":
            assembly.add(BlockKind.HEADING, plain(value), 1)
        elif match and told:
            label = match[1].strip().replace("_", " ").replace("-", " ")
            listed = value.startswith("[") and value.endswith("]")
            assembly.add(BlockKind.PARAGRAPH, plain(f"{label}: {'' if listed else value}"))
            for part in value.strip("[]").split(",") if listed else ():
                assembly.add(BlockKind.ITEM, plain(part.strip(" '\"")), 1)
        elif told and (entry := _LISTED.match(line)):
            parts = [entry[1]]
            while at < len(rows) and re.match(r"\s+[^\s-]", rows[at]):
                parts.append(rows[at])
                at += 1
            assembly.add(BlockKind.ITEM, plain(", ".join(map(_value, parts))), 1)
        else:
            assembly.furnish(line)
    return facts


def _value(part: str) -> str:
    """What an entry says, without the key before it: "name: Ann Bell"."""
    match = _KEY.match(part.strip())
    return (match[2] if match else part).strip().strip("'\"")


def _tokens(body: str) -> list[Token]:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(body)


@dataclass(slots=True)
class _Walk:
    """Goes through the parser's tokens and hands blocks to the assembly."""

    assembly: Assembly
    width: int
    lists: list[str] = field(default_factory=list)
    first_in_item: bool = False

    def take(self, tokens: Sequence[Token]) -> None:
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.type == "table_open":
                end = next(n for n in range(at, len(tokens)) if tokens[n].type == "table_close")
                self.assembly.table(_slots(tokens[at:end]))
                at = end
            elif token.type == "heading_open":
                self._lines(BlockKind.HEADING, tokens[at + 1], int(token.tag[1:]))
                at += 2
            elif token.type == "inline":
                self._paragraph(token)
            else:
                self._other(token)
            at += 1

    def _other(self, token: Token) -> None:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self.lists.append("")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
        elif token.type == "list_item_open":
            self.lists[-1] = f"{token.info}{token.markup} " if token.info else ""
            self.first_in_item = True
        elif token.type in ("code_block", "fence"):
            for line in token.content.split("\n"):
                self.assembly.add(BlockKind.PARAGRAPH, plain(line))
        elif token.type == "html_block":
            self._html(token.content)

    def _paragraph(self, token: Token) -> None:
        kind = BlockKind.ITEM if self.lists else BlockKind.PARAGRAPH
        number = self.lists[-1] if self.lists and self.first_in_item else ""
        self.first_in_item = False
        self._lines(kind, token, len(self.lists), number)

    def _lines(self, kind: BlockKind, token: Token, level: int, before: str = "") -> None:
        runs = plain(before)
        width = 0
        for run in _runs(token.children or []):
            head, *rest = run.text.split("\n")
            runs.append(Run(head, run.marks))
            width += len(head)
            for piece in rest:
                if self._was_full(width, piece):
                    runs.append(Run(" " + piece, run.marks))
                else:
                    self.assembly.add(kind, runs, level)
                    runs = [Run(piece, run.marks)]
                width = len(piece)
        self.assembly.add(kind, runs, level)

    def _was_full(self, width: int, following: str) -> bool:
        word = following.split(None, 1)[0] if following.strip() else ""
        return bool(self.width) and width + 1 + len(word) > self.width - 4

    def _html(self, markup: str) -> None:
        from whosat.extract.readers.html import put_fragment

        put_fragment(self.assembly, markup)


_SIGN = re.compile(
    r":(?:(white_check_mark|heavy_check_mark|ballot_box_with_check)|(?:heavy_multiplication_)?x):"
)


def _signed(found: re.Match[str]) -> str:
    return "✓" if found[1] else "✗"


def _runs(tokens: Sequence[Token]) -> Iterator[Run]:
    marks: list[str] = []
    for token in tokens:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if token.nesting == 1:
            marks.append(_LOOKS.get(name, ""))
        elif token.nesting == -1:
            marks.pop()
        elif token.type in ("softbreak", "hardbreak") or (
            token.type == "html_inline" and _BREAK.match(token.content)
        ):
            yield Run("\n")
        elif token.type == "image":
            yield from _runs(token.children or [])
        elif token.type != "html_inline":
            yield Run(_SIGN.sub(_signed, token.content), frozenset(filter(None, marks)))


def _slots(tokens: Sequence[Token]) -> Iterator[Slot]:
    row = column = 0
    for token in tokens:
        if token.type == "tr_open":
            column = 0
        elif token.type == "tr_close":
            row += 1
        elif token.type == "inline":
            yield Slot(row, column, list(_runs(token.children or [])), header=row == 0)
        elif token.type in ("td_close", "th_close"):
            column += 1

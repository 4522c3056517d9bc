"""Web pages: headings, paragraphs, lists and tables in reading order; menus and scripts dropped.

What stands outside the page's main part is furniture, save its heading. A line broken with <br> is several
lines, as rosters on web pages are. A table that only lays out the page is read cell after cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from lxml import html as parser
from lxml.etree import LxmlError, ParserError
from lxml.etree import _Element as Element

from whosat.extract.document import BlockKind, Document
from whosat.extract.readers.assembly import Assembly, Run, Slot, plain
from whosat.extract.readers.decode import clean, decode
from whosat.extract.readers.grid import as_table, placed
from whosat.extract.readers.limits import Limits
from whosat.extract.readers.source import Source
from whosat.extract.readers.tabs import headed

_DROPPED_TAGS = (
    "script style noscript template svg math head nav button select option iframe object embed canvas"
    " audio video map dialog datalist"
)
_DROPPED = frozenset(_DROPPED_TAGS.split())
_BLOCK_TAGS = (
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hgroup html legend li main ol p pre section summary table ul hr"
    " caption tbody thead tfoot tr td th"
)
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_LOOKS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "cite": "italic", "a": "link"}
_LOOKS |= dict.fromkeys(("s", "strike", "del"), "strike")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_CHROME = re.compile(
    r"(?:^|[\s_-])(?:cookie|breadcrumb|skip-?(?:link|to)|sr-only|visually-?hidden|navbar|site-?nav)", re.I
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)""", re.I)
_DEEPEST = 150
_ENOUGH = 200
_FEW_CELLS = 3


def read_html(source: Source, limits: Limits) -> Document:
    """A web page as a Document; raises UnreadableDocument where it holds no words."""
    text = _text(source)
    if len(text) > 4 * limits.characters:
        raise source.too_long(len(text))
    page = _parsed(text)
    if page is None:
        raise source.unreadable("is no web page that can be read", "Save it again from the browser.")
    assembly = Assembly()
    _Walk(assembly, _main_part(page)).element(page)
    title = page.findtext(".//title")
    return assembly.document(source, "html", limits, title=title, creator=_meta(page, "author"))


def put_fragment(assembly: Assembly, markup: str) -> None:
    """Adds a piece of HTML that stands in another document."""
    page = _parsed(markup)
    if page is not None:
        _Walk(assembly, None).element(page)


def _text(source: Source) -> str:
    declared = _CHARSET.search(source.data[:4096])
    if declared and not source.data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = declared[1].decode("ascii").lower()
        name = "windows-1252" if name in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii") else name
        try:
            return clean(source.data.decode(name))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(source)


def _parsed(markup: str) -> Element | None:
    try:
        return parser.document_fromstring(
            markup.encode("utf-8", errors="replace"),
            parser=parser.HTMLParser(
                encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True
            ),
        )
    except (ParserError, LxmlError, ValueError, AssertionError):
        return None


def _main_part(page: Element) -> Element | None:
    for path in (".//main", ".//*[@role='main']", ".//*[@class='mgContent']", ".//*[@id='modgov']"):
        found = [part for part in page.iterfind(path) if len(_all_text(part)) > _ENOUGH]
        if len(found) == 1:
            return None if _names_people(page, found[0]) else found[0]
    return None


_PEOPLE = re.compile(
    r"\W*(?:(?:members |also )?present|attendees|attendance|in attendance|apologies(?: for absence)?|"
    r"regrets)\W*",
    re.I,
)


def _names_people(page: Element, main: Element) -> bool:
    """Whether a roster stands outside what a page calls its main part, as standards bodies publish
    minutes."""
    inside = set(main.iter())
    heads = page.iter("h1", "h2", "h3", "h4", "dt", "th", "strong", "b")
    return any(head not in inside and _PEOPLE.fullmatch(_all_text(head)) for head in heads)


def _all_text(element: Element) -> str:
    return " ".join(str(piece) for piece in element.itertext())


def _meta(page: Element, name: str) -> str | None:
    found = page.find(f".//meta[@name='{name}']")
    return found.get("content") if found is not None else None


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


@dataclass(slots=True)
class _Walk:
    """Goes through a page, hands its blocks on; `runs` are the words of the block under way."""

    assembly: Assembly
    main: Element | None
    runs: list[Run] = field(default_factory=list)
    marks: tuple[str, ...] = ()
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    lists: int = 0
    outside: bool = False
    pre: bool = False
    above_main: set[Element] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.above_main = set(self.main.iterancestors()) if self.main is not None else set()
        self.outside = self.main is not None

    def element(self, element: Element, depth: int = 0) -> None:
        tag = _tag(element)
        if not tag or tag in _DROPPED or _is_hidden(element):
            return
        if depth > _DEEPEST:
            self.runs += plain(_all_text(element))
        elif element is self.main:
            self._set_apart(element, depth, outside=False)
        elif tag == "table":
            self._table(element, depth)
        elif tag == "br":
            self.flush()
        elif tag == "input":
            self.runs += plain(_box(element))
        elif tag == "img":
            self.runs += plain(_sign(element))
        elif tag in _BLOCKS:
            self._block(element, tag, depth)
        else:
            self._inline(element, tag, depth)

    def flush(self) -> None:
        """Ends the block under way."""
        runs, self.runs = self.runs, []
        if any(not run.text.isspace() for run in runs):
            furniture = self.outside and not (self.kind is BlockKind.HEADING and self.level == 1)
            self.assembly.add(BlockKind.FURNITURE if furniture else self.kind, runs, self.level)

    def _set_apart(self, element: Element, depth: int, *, outside: bool) -> None:
        self.flush()
        before, self.outside = self.outside, outside
        self._children(element, depth)
        self.flush()
        self.outside = before

    def _block(self, element: Element, tag: str, depth: int) -> None:
        if tag in ("footer", "aside") and element not in self.above_main:
            self._set_apart(element, depth, outside=True)
            return
        if tag == "dl" and (slots := list(_pairs(element))) and not self.outside:
            self.flush()
            self.assembly.table(slots)
            return
        self.flush()
        before = (self.kind, self.level, self.lists, self.pre)
        self._enter(tag)
        self._children(element, depth)
        self.flush()
        self.kind, self.level, self.lists, self.pre = before

    def _enter(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self.lists += 1
        elif tag == "li":
            self.kind, self.level = BlockKind.ITEM, max(1, self.lists)
        elif tag[0] == "h" and tag[1:].isdigit():
            self.kind, self.level = BlockKind.HEADING, int(tag[1:])
        elif tag in ("dt", "caption", "legend", "summary"):
            self.kind, self.level = BlockKind.HEADING, 0
        elif tag == "dd":
            self.kind, self.level = BlockKind.PARAGRAPH, 0
        elif tag == "pre":
            self.pre = True

    def _inline(self, element: Element, tag: str, depth: int) -> None:
        look = _LOOKS.get(tag) or ("bold" if _BOLD.search(element.get("style") or "") else "")
        before = self.marks
        self.marks = (*before, look) if look and look not in before else before
        self._children(element, depth)
        self.marks = before

    def _children(self, element: Element, depth: int) -> None:
        self._words(element.text)
        for child in element:
            self.element(child, depth + 1)
            self._words(child.tail)

    def _words(self, text: str | None) -> None:
        if not text:
            return
        if self.pre:
            for line in re.split(r"(\n)", text):
                if line == "\n":
                    self.flush()
                elif line:
                    self.runs.append(Run(line, frozenset(self.marks)))
        else:
            self.runs.append(Run(re.sub(r"\s+", " ", text), frozenset(self.marks)))

    def _table(self, element: Element, depth: int) -> None:
        self.flush()
        slots = [] if element.get("role") in ("presentation", "none") else list(_slots(element))
        caption = element.find("caption")
        if caption is not None:
            self.element(caption, depth + 1)
        if self.outside or not slots or not as_table(slots) or _lays_out(element, slots):
            for row in _rows(element):
                for cell in row:
                    self.flush()
                    self._children(cell, depth + 1)
            self.flush()
        else:
            self.assembly.table(headed(slots))


def _is_hidden(element: Element) -> bool:
    if element.get("hidden") is not None or element.get("role") == "navigation":
        return True
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return (
        bool(_HIDDEN.search(element.get("style") or "") or _CHROME.search(named)) and _tag(element) != "body"
    )


def _box(element: Element) -> str:
    if element.get("type") in ("checkbox", "radio"):
        return "☒ " if element.get("checked") is not None else "☐ "
    return ""


def _sign(picture: Element) -> str:
    """What a picture alone in a cell says instead of words: "Present" for a tick."""
    cell = picture.getparent()
    words = (picture.get("alt") or "").strip()
    alone = (
        cell is not None
        and _tag(cell) in ("td", "th")
        and not any(str(text).strip() for text in cell.itertext())
    )
    return words if alone and len(words) < 20 else ""


def _rows(table: Element) -> Iterator[list[Element]]:
    """The rows of a table itself, not of tables within it."""
    for child in table:
        if _tag(child) in ("thead", "tbody", "tfoot"):
            yield from _rows(child)
        elif _tag(child) == "tr":
            yield [cell for cell in child if _tag(cell) in ("td", "th")]


def _slots(table: Element) -> Iterator[Slot]:
    rows = [[(_span(c, "rowspan"), _span(c, "colspan"), c) for c in row] for row in _rows(table)]
    for row, column, row_span, column_span, cell in placed(rows):
        parent = cell.getparent()
        section = parent.getparent() if parent is not None else None
        header = _tag(cell) == "th" or (section is not None and _tag(section) == "thead")
        yield Slot(row, column, list(_cell_runs(cell)), row_span, column_span, header)


def _span(cell: Element, name: str) -> int:
    value = (cell.get(name) or "").strip()
    return max(1, min(int(value), 500)) if value.isascii() and value.isdigit() else 1


def _cell_runs(cell: Element) -> Iterator[Run]:
    """The words of a cell; paragraphs, list items and broken lines each begin a new line."""
    gather = _Gather(Assembly(), None)
    gather.element(cell)
    gather.flush()
    lines = gather.lines
    for number, runs in enumerate(lines):
        if number:
            yield Run("\n")
        yield from runs


@dataclass(slots=True)
class _Gather(_Walk):
    """A walk that keeps the lines of one cell instead of handing blocks on."""

    lines: list[list[Run]] = field(default_factory=list)

    def flush(self) -> None:
        runs, self.runs = self.runs, []
        if any(not run.text.isspace() for run in runs):
            self.lines.append([replace(run) for run in runs])

    def _table(self, element: Element, depth: int) -> None:
        for row in _rows(element):
            self.flush()
            for cell in row:
                named = len("".join(run.text for run in self.runs).split()) > 1
                said = any(str(words).strip() for words in cell.itertext())
                self.runs += plain(", " if named and said else " ")
                self._children(cell, depth + 1)
        self.flush()


def _lays_out(table: Element, slots: list[Slot]) -> bool:
    """Whether a table is there for the page's layout: little stands beside the tables in it, or a menu beside
    the page's text."""
    nested = sum(1 for inner in table.iterdescendants("table"))
    if nested > 0 and len(slots) - nested <= _FEW_CELLS:
        return True
    return len(slots) <= 2 * _FEW_CELLS and any(map(_is_menu, chain.from_iterable(_rows(table))))


def _is_menu(cell: Element) -> bool:
    """Whether a cell holds links and hardly anything else."""
    links = list(cell.iter("a"))
    if len(links) < _FEW_CELLS:
        return False
    linked, all_of_it = (
        len("".join(text.split())) for text in (" ".join(map(_all_text, links)), _all_text(cell))
    )
    return 0 < all_of_it <= 1.2 * linked


def _pairs(listing: Element) -> Iterator[Slot]:
    """A definition list as a table of two columns, where each term has exactly one definition."""
    parts = list(listing.iter("dt", "dd"))
    tags = [_tag(part) for part in parts]
    if len(parts) < 4 or tags != ["dt", "dd"] * (len(parts) // 2):
        return
    for number, part in enumerate(parts):
        yield Slot(number // 2, number % 2, list(_cell_runs(part)))

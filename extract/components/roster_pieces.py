"""A roster line cut into pieces at its delimiters, and where names run together within one.

A piece is a run between delimiters outside brackets; a bracket's inside is a piece of its own. Nothing here
looks beyond one piece: which reading holds is decided over a whole block (`roster_lines`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from whosat.extract.components.roster_capacities import is_interest
from whosat.extract.components.roster_scores import (
    body_score,
    chair_role,
    is_initials_of,
    job_score,
    name_score,
)
from whosat.extract.components.roster_words import NO_NAME_WORDS
from whosat.extract.names import (
    LETTER,
    UPPER,
    is_given_name,
    is_surname,
    is_title,
    strip_title,
)
from whosat.extract.names_told import remembered


class Gap(StrEnum):
    """What stands before a piece."""

    START = "start"
    COMMA = ","
    SEMI = ";"
    DASH = "-"
    COLON = ":"
    SLASH = "/"
    TAB = "tab"
    WIDE = "wide"
    AND = "and"
    OPEN = "("
    AFTER = ")"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a line: its text, its offsets in the document, the delimiter before it, and if it is
    bracketed. `named` where what stands around it tells that it is a name, whatever its words; `whole` is the
    name where not all of it stands here."""

    text: str
    start: int
    gap: Gap
    named: bool = False
    whole: str = ""

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def bracketed(self) -> bool:
        return self.gap is Gap.OPEN


_DELIMITER: Final = re.compile(
    r"(?P<open>[(\[])|(?P<close>[)\]])|(?P<semi>\s*[;|•●▪·]\s*|\s+\*\s+)|"
    r"(?P<dash>\s+[-–—−~]+\s*|\s*[–—]\s*|(?<=[)\]])\s*-\s*|(?<=\w)(?<!\b[Vv]ice)(?<!\b[Nn]on)(?<!\b[Cc]o)[-–—]\s+|(?<=\w)-(?=(?i:here|present|absent|excused)\b)|\s*\.{3,}\s*|"
    r"\s*…+\s*|\s*(?:→|=>|->)\s*)"
    r"|(?P<tab>\s*\t\s*)|(?P<comma>\s*,(?=\D)(?!\s*(?:Jn?r|Sn?r|JN?R|III?|IV)\b(?!\.?\s+[A-Z][a-z]))\s*|(?<=[\w)])[*†‡§]{1,3}\s+(?=[A-Z]))|(?P<colon>\s*:(?!//|\d)\s*)|"
    r"(?P<slash>(?<!Cyng)(?<!Cyng\.)(?<!Parch)\s+/\s+)|"
    r"(?P<wide>[ \xa0]{3,}|\s+@[A-Za-z0-9][\w-]*(?=[\s,;)]|$))"
)
_GAPS: Final = {
    "semi": Gap.SEMI,
    "dash": Gap.DASH,
    "tab": Gap.TAB,
    "comma": Gap.COMMA,
    "colon": Gap.COLON,
    "slash": Gap.SLASH,
    "wide": Gap.WIDE,
}
AND: Final = re.compile(rf"\s+(?:(?:and|&)\s+|and(?=[{UPPER}]))")
"""Between two of whom, or of which, the same is said."""
JOINT: Final = re.compile(rf"\s+(?:(?:and|AND|&|\+|with)\s+|and(?=[{UPPER}]))|\s*/\s*")
"""Between two people, however it is written."""
THE_OFFICE: Final = re.compile(
    r"(?:and )?the (?:(?:[A-Z][\w-]+|of|to|and) ){0,4}?(?:Clerk|Secretary|Chair(?:man|woman|person)?|"
    r"Mayor|President|"
    r"Treasurer|Warden|Rector|Vicar|Principal|Head(?:teacher|master|mistress)?|Director|Officer|Manager|Registrar)"
)
_EDGE: Final = " \t\xa0\u200a\n*_.,;:–—-•·●▪◦○■□✓✔☑☐✗✘☒✕✅❌🗹√×†‡§¹²³⁴⁵⁶⁷⁸⁹⁰"
_RIGHT_EDGE: Final = _EDGE + "’'´`#"
_LEFT_EDGE: Final = _EDGE.replace(".", "") + ".>"


_NICK: Final = re.compile(
    rf"(?:^|[\s,;])(?P<given>[{UPPER}]{LETTER}+)\s(?P<nick>\((?!Chair|Clerk|Vice|Deputy|Minutes|Notes)[\"“‘']?[{UPPER}][a-z]{{1,12}}[\"”’']?\))"
    rf"\s(?=[{UPPER}][\w’'-]+)"
)
"""A short name in brackets within a name: "Patricia (Trish) Hill"."""


_RETIRED: Final = re.compile(r"(?<=[a-z.] )\([Rr]e?td\.?\)(?= [A-Z])")
"""Between a rank and the name: "Maj (Retd) A Bell"."""
_TITLED: Final = re.compile(
    r"\b(?:Prof|Dr|Chief|Er|Engr|Rev|Adv|Hon|Professor|Alhaj[ia])\.?\s?"
    r"(?P<nick>\((?:Mrs?|Ms|Miss|Dr|Prof|Engr?|Er|Smt|Shri|Sir|Rev|Lady|Col|Hon|[Rr]etd)\.?\))\s?(?=[A-Z])"
)
"""A second title in brackets: "Dr. (Mrs.) Ann Bell"."""


_PRONOUNS: Final = re.compile(r"[(\[](?:she|he|they|ze|xe)(?:\s?/\s?\w+){1,2}[)\]]", re.IGNORECASE)
"""How somebody wishes to be spoken of, which says no more than the name does."""


def pieces_of(text: str, base: int) -> list[Piece]:
    """The pieces of `text`, which stands at `base` of the document; empty ones are left out."""
    found: list[Piece] = []
    at, gap, depth, opened = 0, Gap.START, 0, 0
    nicknames = [nick.span("nick") for nick in _NICK.finditer(text) if is_given_name(nick["given"])]
    nicknames += [found.span() for found in _RETIRED.finditer(text)] if "etd" in text else []
    nicknames += (
        [title.span("nick") for title in _TITLED.finditer(text)] if ".)" in text or "s)" in text else []
    )
    for mark in _DELIMITER.finditer(text):
        if any(start <= mark.start() < end for start, end in nicknames) or mark.start() < at:
            continue
        if mark["open"] and not depth and (said := _PRONOUNS.match(text, mark.start())):
            _add(found, text, base, at, mark.start(), gap)
            at, gap = said.end(), Gap.NONE
            continue
        if mark["open"] and not depth and _is_stray(text, mark.end()):
            at = mark.end() if not text[at : mark.start()].strip() else at
            continue
        if mark["open"]:
            if not depth:
                _add(found, text, base, at, mark.start(), gap)
                at, gap, opened = mark.end(), Gap.OPEN, mark.start()
            depth += 1
        elif mark["close"]:
            depth = max(0, depth - 1)
            if not depth and gap is Gap.OPEN:
                _add(found, text, base, at, mark.start(), gap)
                at, gap = mark.end(), Gap.AFTER
        elif not depth or mark.start() - opened > 200 or (mark["semi"] and _is_left_open(text, mark.end())):
            depth = 0
            _add(found, text, base, at, mark.start(), gap)
            at, gap = mark.end(), _GAPS[mark.lastgroup or "comma"]
    _add(found, text, base, at, len(text), gap)
    return found


def _is_stray(text: str, at: int) -> bool:
    """Whether a bracket that is never closed stands before a name: "(Ann Bell (Relate), Bob Cole (Mind)"."""
    opens, closes = text.find("(", at), text.find(")", at)
    if not 0 <= opens < closes or text.count("(", at) < text.count(")", at):
        return False
    return name_score(text[at:opens].strip()) >= 0.85


def _is_left_open(text: str, at: int) -> bool:
    """Whether another bracket opens before the one that is open closes: "Ann Bell (Chair; Bob Cole
    (Clerk)"."""
    opens, closes = text.find("(", at), text.find(")", at)
    return opens >= 0 and (closes < 0 or opens < closes)


def _add(found: list[Piece], text: str, base: int, start: int, end: int, gap: Gap) -> None:
    while start < end and text[start] in _LEFT_EDGE:
        start += 1
    while (
        end > start
        and text[end - 1] in _RIGHT_EDGE
        and not (text[end - 1] == "." and _ends_short(text, start, end))
    ):
        end -= 1
    if mark := BLANK_MARK.search(text, start, end):
        end = mark.start()
    if note := _NOTE_MARK.search(text, start, end):
        end = note.start() if name_score(text[start : note.start()]) >= 0.6 else end
    if end - start > 3 and _QUOTED.fullmatch(text, start, end):
        start, end = start + 1, end - 1
    if start < end:
        found.append(Piece(_UNDERSCORE.sub(" ", text[start:end]), base + start, gap))


BLANK_MARK: Final = re.compile(r"(?<=\w)\s+_+[xX✓]?_*$")
"""A blank to be filled with a mark: "Ann Bell, Assistant _X_"."""
_NOTE_MARK: Final = re.compile(r"(?<=[a-z]{2})\d{1,2}(?:\s?,\s?\d{1,2})*$")
"""The number of a footnote, stuck to a name."""
_QUOTED: Final = re.compile(r"[\"“][^\"“”]+[\"”]")
"""A nickname that stands alone."""
_UNDERSCORE: Final = re.compile(rf"(?<={LETTER})_(?=[{UPPER}])")
"""Between the words of a name, as chat logs write it: "Ann_Bell"."""


def _ends_short(text: str, start: int, end: int) -> bool:
    """Whether the full stop belongs to the last word ("Inc.", "A.B.")."""
    return bool(re.search(rf"(?:\b[{UPPER}]\.[{UPPER}]|\b(?:Inc|Ltd|Co|St))\.$", text[start:end]))


def inner(piece: Piece) -> list[Piece]:
    """A bracket's content cut at its own delimiters."""
    return [Piece(part.text, part.start, Gap.OPEN) for part in pieces_of(piece.text, piece.start)]


def bracketed_alike(pieces: Sequence[Piece]) -> frozenset[int]:
    """Where pieces begin that a bracket follows; behind a name with its initials, those with initials too.

    In "Ann Bell (AB), Barset Arts (for Bob Cole)" the second bracket makes no name of what stands before it.
    """
    pairs = [(one, aside) for one, aside in pairwise(pieces) if aside.bracketed and not one.bracketed]
    if pairs and pairs[0][0] is pieces[0] and is_initials_of(pairs[0][1].text, pairs[0][0].text):
        pairs = [(one, aside) for one, aside in pairs if is_initials_of(aside.text, one.text)]
    return frozenset(one.start for one, _ in pairs)


def plural_title(text: str) -> re.Match[str] | None:
    """A title for several people before their names: "Cllrs", "Councillors", "Messrs", "Drs"."""
    return _PLURAL.match(text)


_PLURAL: Final = re.compile(
    r"(?i:(?:(?:county|district|town|parish|city|borough|unitary|community)\s+)?"
    r"(?:the\s+)?(?:(?:cyng\.?\s*/\s*)?cllr['’]?s|clrs|crs|councill?ors|cyng(?:s|horwyr)|messrs|mesdames|misses|drs|"
    r"profs|professors|bros|rtns|brothers|sisters|revs|reverends|comrades)\b)"
    r"\.?:?,?\s+(?=\S)|(?:Trustees|Governors|TRUSTEES|GOVERNORS)\b:?\s+(?=[A-Z])"
    r"|(?i:(?:board |committee |deputy |city |county )?(?:directors|commissioners|supervisors|"
    r"senators|council ?members|"
    r"councilm[ae]n|councilpersons|justices|committee(?:m[ae]n|wom[ae]n|persons)|assembly ?m[ae]n|burgesses|"
    r"alderm[ae]n|"
    r"alderpersons|regents|selectm[ae]n|freeholders|bailies|deputies|judges|members|representatives|"
    r"delegates|"
    r"sheriffs|principals|engineers|attorneys|clerks|officers|guests|visitors|residents)):?\s+"
    r"(?=(?:[A-Z]\.?\s?){0,2}[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?\s*(?:\([^()]{1,40}\)\s*)?(?:,|;|&|\band\b)"
    r"\s*(?:and\s+)?[A-Z])",
)
"""Nouns other than titles count where single capitalised words follow in a list: "Directors Bell, Cole and
…"."""


@remembered(4096)
def split_run(text: str) -> tuple[tuple[int, int], ...]:
    """Names run together without delimiter ("Pete Bungard Jane Burns") as extents of `text`; one where
    it is one."""
    tokens = [(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
    if not 4 <= len(tokens) <= 80 and not _titles_inside(text, tokens):
        return ((0, len(text)),)
    best = _cheapest(text, tokens)
    return best if best else ((0, len(text)),)


def _titles_inside(text: str, tokens: list[tuple[int, int]]) -> bool:
    marks = [is_title(text[start:end]) for start, end in tokens]
    return any(title and not marks[at] for at, title in enumerate(marks[1:]))


def _cheapest(text: str, tokens: list[tuple[int, int]]) -> tuple[tuple[int, int], ...] | None:
    """The best cut of all tokens into names of two to five words, or None where a part is no name."""
    best: list[tuple[float, tuple[tuple[int, int], ...]] | None] = [(0.0, ()), *([None] * len(tokens))]
    for at in range(len(tokens)):
        if (reached := best[at]) is None:
            continue
        for size in range(1, min(7, len(tokens) - at) + 1):
            start, end = tokens[at][0], tokens[at + size - 1][1]
            score = name_score(text[start:end])
            if score < 0.5 or (size == 1 and score < 0.9):
                continue
            titled = strip_title(text[start:end])[1]
            if titled and " " not in text[start:end][titled:].strip():
                score -= 0.3  # "Cllr Smith" is rare beside full names; a second given name is not
            total = reached[0] + score - 0.55
            known = best[at + size]
            if known is None or total > known[0]:
                best[at + size] = (total, (*reached[1], (start, end)))
    last = best[-1]
    return last[1] if last else None


def leading_name(text: str) -> int:
    """Where a name at the beginning ends, when a body's name or a post follows without delimiter; else 0."""
    tokens = [(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
    best, end = 0.0, 0
    for size in range(2, min(5, len(tokens) - 1) + 1):
        head, tail = text[: tokens[size - 1][1]], text[tokens[size][0] :]
        said = max(body_score(tail), job_score(tail), _AN_INTEREST * is_interest(tail))
        if said < 0.7 and is_given_name(head.split()[0]) and _is_field(tail):
            said = 0.7  # "Lewis Bonham Housing"
        title, cut = strip_title(head)
        placed = (
            title is not None and _ONE_WORD.fullmatch(head[cut:]) and _OF_A_PLACE.fullmatch(tail) is not None
        )
        if (
            name_score(head) < (0.75 if title and (placed or chair_role(tail)) else 0.85)
            or said < 0.7
            or is_title(tail.split()[0])
        ):
            continue
        total = name_score(head) + said + 0.1 * is_surname(head.split()[-1]) - 0.1 * size
        total -= _takes_the_place(head[cut:].split(), tail)
        if total > best:
            best, end = total, len(head)
    return end


def _is_field(tail: str) -> bool:
    """Whether a few words are all of fields of work, which no name ends in."""
    parts = tail.split()
    return len(parts) < 4 and all(
        part[:1].isupper() and part.lower() in NO_NAME_WORDS and not is_surname(part) for part in parts
    )


_AN_INTEREST: Final = 0.8
_KIND: Final = (
    r"(?:(?:Metropolitan|Unitary|Rural|Urban) )?(?:Borough|District|County|City|Town|Parish|Community|"
    r"Regional|Village|Shire)(?: (?:Borough|District))? (?:Council|Authority)\b.*"
)
_ONE_WORD: Final = re.compile(rf"[{UPPER}][a-z’'][\w’'-]+")
_OF_A_PLACE: Final = re.compile(rf"(?:[{UPPER}][\w’'-]+ ){{1,3}}{_KIND}")
_NO_PLACE: Final = re.compile(_KIND)
_COMPASS: Final = frozenset("north south east west mid upper lower great little new".split())


def _takes_the_place(name: Sequence[str], tail: str) -> float:
    """What it counts against a cut that the name ends in the place a council behind it is of: "Cllr Dawes
    Mudeford", "RE Foy West"."""
    if len(name) > 1 and name[-1].lower() in _COMPASS and tail[:1].isupper():
        return 0.5
    whole = len(name) > 1 and (is_given_name(name[0]) or len(name[0].strip(".")) < 3)
    return 0.5 if _NO_PLACE.fullmatch(tail) and len(name) > 1 + whole else 0.0


def bracket_parts(piece: Piece, name: str) -> list[Piece]:
    """A bracket's parts; initials and a role may share one ("JP/Chair")."""
    parts = inner(piece)
    cut: list[Piece] = []
    for part in parts:
        halves = list(re.finditer(r"[^/&]+", part.text))
        if len(halves) == 2 and any(is_initials_of(h.group().strip(), name) for h in halves):
            cut += [Piece(h.group().strip(), part.start + h.start(), Gap.OPEN) for h in halves]
        else:
            cut.append(part)
    return cut

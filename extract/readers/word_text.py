"""The words of a Word paragraph: runs with their look, tracked changes as accepted, boxes as ☐ and ☒."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from whosat.extract.readers.assembly import Run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

_GONE = frozenset(
    W + name for name in ("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "sdtPr", "sdtEndPr", "tbl")
)
_TICKED = frozenset("F0FE F0FD F0FC F052 F054 F0FB F078 2612 2611 2713 2714 2705".split(" "))
_UNTICKED = frozenset("F0A8 F06F F0A3 F071 F072 2610".split(" "))
_OFF = frozenset(("0", "false", "off", "none"))
_CHARACTERS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}


@dataclass(slots=True)
class Words:
    """The runs of a paragraph, and the text boxes that hang on it."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


def words_of(paragraph: Element, bold: bool = False) -> Words:
    """The words of `paragraph` (w:p); `bold` is what its style says."""
    words = Words()
    _gather(paragraph, words, frozenset({"bold"} if bold else ()))
    return words


def _gather(element: Element, words: Words, marks: frozenset[str]) -> None:
    for child in element:
        tag = child.tag
        if tag == W + "t":
            words.runs.append(Run(child.text or "", marks))
        elif tag in _CHARACTERS:
            words.runs.append(Run(_CHARACTERS[tag], marks))
        elif tag == W + "sym":
            words.runs.append(Run(_symbol(child), marks))
        elif tag == W + "r":
            if not _is_on(child.find(f"{W}rPr/{W}vanish")):
                _gather(child, words, _look(child, marks))
        elif tag == W + "hyperlink":
            _gather(child, words, marks | {"link"})
        elif tag == W + "sdt":
            _control(child, words, marks)
        elif tag == W + "fldChar":
            words.runs += _form_box(child)
        elif tag == W + "txbxContent":
            words.boxes.append(child)
        elif tag == MC + "AlternateContent":
            choice = child.find(MC + "Choice")
            _gather(child if choice is None else choice, words, marks)
        elif tag not in _GONE and isinstance(tag, str):
            _gather(child, words, marks)


def _symbol(symbol: Element) -> str:
    code = (symbol.get(W + "char") or "").upper()
    if code in _TICKED:
        return "☒"
    if code in _UNTICKED:
        return "☐"
    return "•" if code == "F0B7" else ""


def _control(control: Element, words: Words, marks: frozenset[str]) -> None:
    """A content control: a check box by its state, any other by its words (save an unused prompt)."""
    box = control.find(f"{W}sdtPr/{W14}checkbox")
    if box is not None:
        checked = box.find(W14 + "checked")
        ticked = checked is not None and (checked.get(W14 + "val") or "1") not in _OFF
        words.runs.append(Run("☒" if ticked else "☐", marks))
    elif not _is_on(control.find(f"{W}sdtPr/{W}showingPlcHdr")):
        content = control.find(W + "sdtContent")
        if content is not None:
            _gather(content, words, marks)


def _form_box(character: Element) -> Iterator[Run]:
    box = character.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        state = box.find(W + "checked")
        state = box.find(W + "default") if state is None else state
        yield Run("☒ " if _is_on(state) else "☐ ")


def _look(run: Element, marks: frozenset[str]) -> frozenset[str]:
    properties = run.find(W + "rPr")
    if properties is None:
        return marks
    look = set(marks)
    for name, kind in (("b", "bold"), ("i", "italic"), ("strike", "strike"), ("dstrike", "strike")):
        said = properties.find(W + name)
        if said is not None:
            (look.add if _is_on(said) else look.discard)(kind)
    return frozenset(look)


def _is_on(switch: Element | None) -> bool:
    return switch is not None and (switch.get(W + "val") or "1").lower() not in _OFF

"""Acronyms and other names, as the document itself explains them: `doc._.acronyms`, short form → what it
stands for.

"Integrated Care Board (ICB)", "ICB (Integrated Care Board)", keys and glossaries ("ICB – Integrated Care
Board"), "…, or SCS for short", "hereafter the Panel", "also known as", "previously". An explanation is
taken only where the letters fit the words, in the manner of Schwartz and Hearst (2003), or where the
document says so in words.
"""

from __future__ import annotations

import re
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from whosat.extract.components.records import text_of
from whosat.extract.flow import flow_of

_ACRONYM: Final = r"[A-Z][A-Za-z&+/]{0,2}[A-Z0-9][A-Za-z0-9&+]{0,7}s?"
_IN_BRACKETS: Final = re.compile(
    rf"\\?\(\s*(?:the\s+)?(?:or\s+|hereafter\s+|"
    rf"hereinafter\s+)?[‘’'\"“]?({_ACRONYM}?)[’'\"”]?\s*(?:\\?\)|[,;–-]\s)"
)
_BEFORE_CLOSE: Final = re.compile(rf"\s[-–—]\s({_ACRONYM})\)")
_BEFORE_BRACKETS: Final = re.compile(rf"(?<![\w&])({_ACRONYM})[’'\"”]?\s*\\?\(([A-Za-z][^()\n]{{4,90}})\\?\)")
_KEY_LINE: Final = re.compile(
    rf"^[\s*•·|-]*({_ACRONYM})\s*(?:\t|\s[-–—:=]\s|:\s|\s{{1,}})[\s|]*(\(?[A-Z][^\t\n|]{{4,110}})", re.M
)
_FOR_SHORT: Final = re.compile(
    rf",\s*(?:or|abbreviated (?:to|as)|known as)\s+({_ACRONYM})(?:\s+for short)?\b"
)
_HEREAFTER: Final = re.compile(
    r"\(?(?:here(?:in)?after|referred to (?:here )?as|known (?:hereafter )?as)\s+(?:referred to as\s+)?"
    r"(?:the\s+)?[‘'\"“]?((?:[A-Z][\w&]*)(?:\s[A-Z][\w&]*){0,4})[’'\"”]?"
)
_SHORT_IN_QUOTES: Final = re.compile(
    r"\(\s*[“\"‘'](?:the\s+)?([A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+){0,3})[”\"’']\s*\)"
)
_ALSO: Final = re.compile(
    r"\(?\b(?:also|sometimes|commonly|otherwise)\s+(?:known|referred to)\s+as\s+(?:the\s+)?[“\"‘']?"
    r"((?:[A-Z][\w’'-]*|&)(?:[ \n](?:[A-Z][\w’'-]*|and|of|for|the|&))*)"
)
_ALSO_QUOTED: Final = re.compile(
    r"\b(?:also|sometimes|commonly|otherwise)\s+(?:known|referred "
    r"to)\s+as\s+(?:the\s+)?[“\"‘]([A-Z][^“”\"’.]{3,90})[”\"’]"
)
_SMALL: Final = frozenset("and of the for in to on a an with at by as from &".split())
_KEY_HEAD: Final = re.compile(r"(?im)^\W*(?:\w+\W+){0,3}(?:acronyms?|abbreviations?|glossary)\b[^\n]{0,40}$")
_LONGEST_LOOK_BACK: Final = 140


def letters_fit(acronym: str, expansion: str) -> bool:
    """Whether the acronym's letters are, in order, letters of the words, its first one the first
    word's first."""
    letters = [c.lower() for c in acronym if c.isalpha()]
    if acronym.endswith("s") and len(letters) > 2 and acronym[:-1].isupper():
        letters = letters[:-1]
    found = [word.lower() for word in re.findall(r"[^\W_]+", expansion)]
    if not letters or not found or found[0][0] != letters[0]:
        return False
    return _fits(letters, [word for word in found if word not in _SMALL]) or _fits(letters, found)


def _is_office(acronym: str, expansion: str) -> bool:
    """ "OPCC" after "Police and Crime Commissioner": the office of somebody."""
    return acronym[0] == "O" and len(acronym) > 3 and letters_fit(acronym[1:], expansion)


def _fits(letters: list[str], found: list[str]) -> bool:
    """Each letter begins a word, or goes on within the word before; no word that counts is left out."""
    if not found or len(found) > len(letters) + 1:
        return False
    word, place = 0, 0
    for count, letter in enumerate(letters):
        if count == 0:
            if found[0][0] != letter:
                return False
            place = 1
        elif word + 1 < len(found) and found[word + 1][0] == letter:
            word, place = word + 1, 1
        elif (inner := found[word].find(letter, place)) >= 0 and len(found) < len(letters):
            place = inner + 1
        else:
            return False
    return word >= len(found) - 1


def _words_before(text: str, end: int) -> list[tuple[int, str]]:
    """The words before `end`, nearest first, as far as one phrase goes: (offset, word)."""
    start = max(0, end - _LONGEST_LOOK_BACK)
    phrase = text[start:end]
    cut = max((phrase.rfind(mark) for mark in ".;:\n\t([|"), default=-1) + 1
    return [(start + cut + m.start(), m[0]) for m in re.finditer(r"[\w’'&-]+", phrase[cut:])][::-1]


def _explains(acronym: str, phrase: str) -> bool:
    return letters_fit(acronym, phrase) or _is_office(acronym, phrase)


def expansion_before(text: str, end: int, acronym: str) -> str | None:
    """The words just before `end` that the acronym abbreviates, the longest that fit."""
    best = None
    while end > 0 and text[end - 1] in " \\":
        end -= 1
    for count, (offset, word) in enumerate(_words_before(text, end)[:12], 1):
        if count > 1 and word.lower() not in _SMALL and _explains(acronym, text[offset:end]):
            best = text[offset:end]
    return best.strip(" ,*_[]\\") if best else None


def _bracketed(text: str) -> list[tuple[str, str]]:
    found = []
    for m in (*_IN_BRACKETS.finditer(text), *_BEFORE_CLOSE.finditer(text)):
        if meaning := expansion_before(text, m.start(), m[1]):
            found.append((m[1], meaning))
    for m in _BEFORE_BRACKETS.finditer(text):
        meaning = re.split(r"[;,]\s(?=also|formerly)|\s\(|\s[–-]\s", m[2])[0].strip()
        if letters_fit(m[1].rstrip("0123456789"), meaning):
            found.append((m[1], meaning))
    return found


def _keyed(text: str) -> list[tuple[str, str]]:
    """Lines of a key ("MCP Marling Care Partnership"): anywhere where the letters fit the words."""
    has_key = _KEY_HEAD.search(text)
    found = []
    for m in _KEY_LINE.finditer(text):
        meaning = re.split(r"\s*\((?!sector)|\s[–—-]\s|;", m[2])[0].strip(" .,|*")
        meaning = re.sub(r"\s+\(?sector\)?$", "", meaning)
        if m[1].isupper() is False and not has_key:
            continue
        if letters_fit(m[1], meaning) and " " in meaning:
            found.append((m[1], meaning))
    return found


def _said(text: str) -> list[tuple[str, str]]:
    """Short forms that the document gives in words: "hereafter the Panel", "also known as the …"."""
    found = []
    for m in _FOR_SHORT.finditer(text):
        if meaning := expansion_before(text, m.start(), m[1]):
            found.append((m[1], meaning))
    for pattern in (_HEREAFTER, _SHORT_IN_QUOTES, _ALSO_QUOTED, _ALSO):
        for m in pattern.finditer(text):
            if meaning := _capitalised_before(text, m.start()):
                found.append((re.sub(r"\s+", " ", m[1]), meaning))
    return found


_CAPITALISED_END: Final = re.compile(
    r"(?:[A-Z][\w’'-]*)(?:\s(?:[A-Z][\w’'-]*|and|of|for|the|"
    r"&))*\s[A-Z][\w’'-]*(?:\s\([A-Z]\w+\))?[\s,(“\"‘']*$"
)


def _capitalised_before(text: str, end: int) -> str | None:
    phrase = text[max(0, end - _LONGEST_LOOK_BACK) : end]
    m = _CAPITALISED_END.search(phrase)
    if m is None:
        return None
    meaning = re.sub(r"\s\([A-Z]\w+\)", "", m[0]).strip(" ,(“\"‘'\n")
    first, _, rest = meaning.partition(" ")
    return rest if first == "The" or (first.isupper() and letters_fit(first, rest)) else meaning


def acronyms_in(text: str) -> dict[str, str]:
    """Short form → what it stands for; the first explanation of a short form holds."""
    found: dict[str, str] = {}
    for short, meaning in [*_bracketed(text), *_keyed(text), *_said(text)]:
        clean = re.sub(r"\s+", " ", meaning)
        if short.lower() != clean.lower():
            found.setdefault(short, re.sub(r"^[Tt]he\s", "", clean))
    return found


@Language.component("ws_acronyms", requires=["doc._.document"], assigns=["doc._.acronyms"])
def acronyms_component(doc: Doc) -> Doc:
    """Set `doc._.acronyms`."""
    doc._.acronyms = acronyms_in(flow_of(text_of(doc)))
    return doc

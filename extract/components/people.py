"""People named anywhere in the text: `doc.spans["people"]`, `span.id_` = the person's full name in this
document.

People of the roster under any form of their name, and others whom a title or a usual given name tells.
Initials that two people share stay open and are listed in `doc._.unread`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from whosat.extract.bodies import kind_of_body
from whosat.extract.body_words import FUNCTION_WORDS
from whosat.extract.components.people_known import TITLES, Known
from whosat.extract.components.records import UnreadRecord, text_of
from whosat.extract.flow import flow_of
from whosat.extract.names import is_given_name, is_surname
from whosat.ontology.facts import UnreadKind

_RUN: Final = re.compile(
    rf"(?<![\w’'-])(?:(?P<title>(?:{TITLES})\.?) )?(?P<name>(?:[A-Z]\.|[A-Z][\w’'-]*)(?: (?:(?:de|van|"
    rf"von|der|la|le|al|bin|ap)"
    r" )?(?:[A-Z]\.(?= )|[A-Z][\w’'-]*))*)"
)
_WORD: Final = re.compile(r"[^\s]+")
_SURNAME: Final = re.compile(r"(?:Mc|Mac|O['’]|[A-Z]['’])?[A-Z][a-zà-ÿ]+(?:[-’'][A-Z]?[a-zà-ÿ]+)*$")
_INITIALS: Final = re.compile(r"[A-Z]{2,3}(?:-[A-Z])?$")
_NO_SURNAME: Final = frozenset(
    """Road Street Lane Avenue House Hall Park Centre Council Board Trust Group Committee Partnership
    College School University Hospital Service Services Police Court Close Green Hill Farm Church Room
    Building Airport Station Executive Act Strategy Plan Foundation Association Society Team Project
    Day Week Bank Fund Report Award Awards Manager Officer Director Chair Clerk Ltd Limited Collective
    Community Sector City County Town District Parish Village Valley Way Place Square Bridge Institute
    Academy Agency Authority Club Works First Forum Panel Programme Review Data Open Members
    Government Union Summit Kitchen Public National Local Health Care Social Update Report""".split()
)


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A person found at an extent of the text."""

    start: int
    end: int
    name: str
    known: bool


def _words(m: re.Match[str]) -> list[tuple[int, int, str]]:
    """The run's words with their offsets; a possessive ending and a full stop are no part of them."""
    found = []
    for word in _WORD.finditer(m["name"]):
        plain = re.sub(r"(?:['’]s|['’])?\.?$", "", word[0])
        start = m.start("name") + word.start()
        found.append((start, start + len(plain), plain.replace("’", "'")))
    return found


def people_in(text: str, known: Known) -> list[Found]:
    """All people named in the text, in order; new ones become known on the way (with two names at least)."""
    first_pass = [found for m in _RUN.finditer(text) for found in _strangers(m, known)]
    for found in first_pass:
        if not known.is_organisation(found.name):
            known.add_stranger(found.name)
    starts = known.starts()
    return [found for m in _RUN.finditer(text) for found in _along(m, known, starts)]


def _strangers(m: re.Match[str], known: Known) -> Iterator[Found]:
    """A full name nobody in the roster has: a title or a given name before, and nothing that makes it
    a place."""
    words = _words(m)
    for i, (start, _, word) in enumerate(words):
        after = words[i + 1 : i + 3]
        if not after or known.names.get(f"{word} {after[0][2]}".casefold()):
            continue
        if (
            known.of_spelt_out(word, after[0][2])
            or known.begins_somebody(word, after[0][2])
            or kind_of_body(f"{word} {after[0][2]}")
        ):
            return
        titled = bool(m["title"]) and i == 0
        if not (titled or _is_first_name(word)) or not _is_last_name(after[0][2]):
            continue
        if len(after) > 1 and after[1][2] in _NO_SURNAME:
            continue
        if not titled and word.lower() in _ALSO_WORDS and not is_surname(after[0][2]):
            continue
        if len(words) - i == 3 and not titled and not (_is_middle(after[0][2]) or is_surname(after[0][2])):
            continue
        if len(words) - i <= 3 and (i == 0 or titled):
            three = len(words) - i == 3 and _SURNAME.match(words[-1][2])
            last = words[-1] if three and (titled or _is_middle(after[0][2])) else after[0]
            name = " ".join(w for _, end, w in words[i:] if end <= last[1])
            if known.of_full(name):
                return
            yield Found(start, last[1], name, False)
        return


_ALSO_WORDS: Final = frozenset(
    """red charity april may june dean will mark grace hope faith joy rose rock summer autumn christian
    major art frank chase chance crystal drew gene guy hazel heath ivy jade lance miles norm page
    penny ray rich rob rusty sandy skip sky sunny victor wade chip clay cliff dale daisy dawn earl
    ernest harmony jewel justice love melody mercy misty paris patience pearl precious prince royal
    ruby star sterling stone storm trinity virtue non""".split()
)
"""Given names that are common words too: somebody's only before a usual surname."""


def _is_first_name(word: str) -> bool:
    return is_given_name(word) and not word.isupper() and word.split("-")[0].lower() not in {"non"}


def _is_last_name(word: str) -> bool:
    return bool(_SURNAME.match(word)) and word not in _NO_SURNAME and word.lower() not in FUNCTION_WORDS


def _is_middle(word: str) -> bool:
    """Whether a middle word of three is another given name or an initial."""
    return len(word.strip(".")) == 1 or (is_given_name(word) and not is_surname(word))


def _along(
    m: re.Match[str], known: Known, starts: dict[str, list[tuple[tuple[str, ...], str]]]
) -> Iterator[Found]:
    """Known people among the words of one capitalised run."""
    words = _words(m)
    i = 0
    while i < len(words):
        start, end, word = words[i]
        taken = 1
        for form, full in starts.get(word, ()):
            if tuple(w for _, _, w in words[i : i + len(form)]) == form:
                taken = len(form)
                yield Found(start, words[i + taken - 1][1], full, True)
                break
        else:
            near, length = _misspelt(words, i, known)
            if near:
                taken = length
                yield Found(start, words[i + taken - 1][1], near, True)
            elif full_name := _single(m, words, i, known):
                yield Found(start, end, full_name, True)
        i += taken


def _misspelt(words: list[tuple[int, int, str]], i: int, known: Known) -> tuple[str | None, int]:
    """A known person whose name is written slightly otherwise, and over how many words."""
    if i + 1 >= len(words):
        return None, 0
    if len(words[i][2]) > 2 and (spelt := known.of_spelt_out(words[i][2], words[i + 1][2])):
        return spelt, 2
    if not known.may_begin(words[i][2]):
        return None, 0
    for length in (3, 2):
        if i + length <= len(words):
            near = known.of_full(" ".join(word for _, _, word in words[i : i + length]))
            if near and near.split()[0] == words[i][2]:
                return near, length
    return None, 0


_TITLED_LIST: Final = re.compile(
    rf"(?:^|[^\w])(?:(?:{TITLES})s?)\.? [A-Z][\w’'-]+(?:(?:, | and | & )[A-Z][\w’'. "
    rf"-]{{0,25}}){{0,8}}?(?:, | and | & )$"
)


def _single(m: re.Match[str], words: list[tuple[int, int, str]], i: int, known: Known) -> str | None:
    """One word that stands for somebody: initials, a surname after a title, a first name alone."""
    word = words[i][2]
    if _INITIALS.match(word):
        return known.of_initials(word)
    if m["title"] and i == 0:
        return known.of_surname(word) or (known.of_part(word) if len(words) == 1 else None)
    if (
        len(words) == 1
        and _TITLED_LIST.search(m.string, max(0, m.start() - 90), m.start())
        and (found := known.of_surname(word))
    ):
        return found
    if len(words) == 1 and len(word) > 1 and word[1].islower():
        found = known.of_part(word)
        return found if found and found.split()[0].casefold() == word.casefold() else None
    return None


def _open_initials(text: str, known: Known) -> list[UnreadRecord]:
    """Initials that two people share, once each, where they first stand."""
    first: dict[str, re.Match[str]] = {}
    for m in re.finditer(r"(?<![\w(-])[A-Z]{2,3}(?:-[A-Z])?(?![\w-])", text):
        if m[0] not in first and known.is_open(m[0]):
            first[m[0]] = m
    return [
        UnreadRecord(UnreadKind.INITIALS, word, "these initials could be two people's", m.span())
        for word, m in first.items()
    ]


def known_of(doc: Doc) -> Known:
    """The people of a document that `ws_people` has seen, to be asked by later components."""
    known = Known(doc._.roster)
    for name in dict.fromkeys(span.id_ for span in doc.spans.get("people", ())):
        known.add_stranger(name)
    return known


def span_at(doc: Doc, start: int, end: int, label: str, name: str) -> Span | None:
    """A span over the tokens that hold these characters."""
    found = doc.char_span(start, end, label=label, alignment_mode="expand")
    if found is None:
        return None
    return Span(doc, found.start, found.end, label=label, span_id=name)


@Language.component("ws_people", requires=["doc._.roster"], assigns=["doc.spans"])
def people_component(doc: Doc) -> Doc:
    """Set `doc.spans["people"]`; add open initials to `doc._.unread`."""
    text = flow_of(text_of(doc))
    known = Known(doc._.roster)
    spans = [span_at(doc, found.start, found.end, "PERSON", found.name) for found in people_in(text, known)]
    doc.spans["people"] = [span for span in spans if span is not None]
    doc._.unread = (*doc._.unread, *_open_initials(text, known))
    return doc

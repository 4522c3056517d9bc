"""Organisations told by where they stand, not by their words: lists of organisations, and who did something.

"Which organisations do you work with?" and the bullets below it; "carried out by Barset First and
WorkLink".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from whosat.extract import body_words as words
from whosat.extract.bodies import is_generic, kind_of_body
from whosat.extract.components.body_runs import Candidate
from whosat.extract.document import Document
from whosat.ontology.facts import Kind

_LEAD: Final = re.compile(
    r"\b(?:organi[sz]ations|agencies|bodies|charities|partners|"
    r"companies)\b(?:[^.:?\n]{0,60}\b(?:includ(?:e|es|ed|ing)|are|were|with|"
    r"do|represented|compris\w+|consist\w* of|following|invited|as follows|words))?\s*[:?]\s*$",
    re.I,
)
_OTHER_LIST: Final = re.compile(
    r"\b(?:requests?|ways|needs|areas|questions|themes|roles|services|skills|benefits|things|issues|"
    r"priorities|actions|"
    r"reasons|points|views|should|must|need to|agreed to|asked|required|aims|objectives)\b",
    re.I,
)
_NO_ITEM: Final = re.compile(
    r"\b(?:communit(?:y|ies)|residents|people|families|groups\b|sectors?\b|organi[sz]ations\b|"
    r"individuals|members of|"
    r"faith\b|other|others|various|local|any|all the|who|which|that|have|has|are|is|was|were|will|"
    r"with|to|from|should|can|"
    r"their|our|your|working|support(?:ing)?|how|ensur\w*|provid\w*|develop\w*|promot\w*|assist\w*|"
    r"help\w*)\b",
    re.I,
)
_LINK_LINE: Final = re.compile(r"^\s*\[([^\]\n]{2,80})\]\([^)\n]*\)\s*$")
_ENDS: Final = (":", "?")
_LONGEST_ITEM: Final = 70
_AGENT: Final = re.compile(
    r"\b(?:hosted|run|managed|delivered|commissioned|led|funded|co-funded|facilitated|produced|"
    r"published|undertaken|carried out|"
    r"handled|organised|provided|employed|operated|overseen|coordinated|co-ordinated|sponsored|supported|"
    r"prepared|issued|established|owned|appointed|represented|developed) (?:jointly )?by (?:the )?"
)
_NAME: Final = re.compile(r"(?:[A-Z][\w’'&-]*|\d+)(?: (?:(?:of|for) )?(?:[A-Z][\w’'&-]*))*")
_AND: Final = re.compile(r"(?:,| and|, and) (?:the )?(?=[A-Z])")
_CAMEL: Final = re.compile(r"[A-Z][a-z]+[A-Z]\w+$")
_CALENDAR: Final = frozenset(
    """january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday easter christmas spring summer autumn winter
    email zoom teams skype post phone members officers councillors trustees staff government
    parliament ministers chair""".split()
)


def _item_name(text: str) -> str:
    """A list item as a name: without brackets, marks and an explanation after a dash."""
    bare = re.split(r"\s+[–—-]\s+|\s*\(|:\s|;", text.strip(" \t•·*-–_"), maxsplit=1)[0]
    return re.sub(r"\\|\*\*|__", "", bare).strip(" .,;")


def _is_item_name(name: str) -> bool:
    if (
        not 2 < len(name) <= _LONGEST_ITEM
        or not (name[0].isupper() or name[0].isdigit())
        or len(name.split()) > 9
    ):
        return False
    return not _NO_ITEM.search(name) and not is_generic(name) and name.lower() not in words.FUNCTION_WORDS


def _parts(text: str, start: int) -> Iterator[tuple[int, str]]:
    """The names of one item: one, or several with commas between ("The Cave, Barset Feeds, B12")."""
    whole = _item_name(text)
    pieces = whole.split(", ")
    many = len(pieces) > 1 and all(piece[:1].isupper() and len(piece.split()) < 6 for piece in pieces)
    if any(_NO_ITEM.search(piece) for piece in pieces):
        return
    for piece in pieces if many and " and " not in pieces[-1] else [whole]:
        offset = text.find(piece)
        if offset >= 0:
            yield start + offset, piece


def _lines_after(document: Document, number: int) -> Iterator[tuple[int, str]]:
    """The list below a line that announces one: bullets, or lines that are links and nothing else."""
    text = document.text
    seen = linked = False
    for line in document.lines[number : number + 120]:
        raw = text[line.start : line.end]
        plain = raw.strip()
        if not plain:
            continue
        link = _LINK_LINE.match(raw)
        if link:
            linked = True
            yield line.start + link.start(1), link[1]
        elif not linked and re.match(r"\s*[•·*‐–o▪-]\s", raw):
            shift = len(raw) - len(re.sub(r"^\s*[•·*‐–o▪-]\s+", "", raw))
            yield line.start + shift, raw[shift:]
        elif not linked and (seen or not _link_follows(document, line.number)):
            return
        seen = True


def _link_follows(document: Document, number: int) -> bool:
    return any(
        _LINK_LINE.match(document.text[line.start : line.end]) for line in document.lines[number : number + 2]
    )


def listed_candidates(document: Document) -> list[Candidate]:
    """The items of lists that a line announces as organisations."""
    found = []
    for line in document.lines:
        said = document.text[line.start : line.end]
        if said.rstrip()[-1:] not in _ENDS:
            continue
        last = re.split(r"(?<=[.?!:;])\s+(?=\S)", said.rstrip())[-1]
        if len(last) > 12 and _LEAD.search(last) and not _OTHER_LIST.search(last):
            for start, item in _lines_after(document, line.number):
                for offset, name in _parts(item, start):
                    if _is_item_name(name):
                        kind = kind_of_body(name) or Kind.ORGANISATION
                        found.append(
                            Candidate(offset, offset + len(name), name, kind, 0.65, "list of organisations")
                        )
    return sorted(set(found))


def agent_candidates(text: str, is_person: Callable[[str], bool]) -> list[Candidate]:
    """Names of those by whom something was done, where they are no people and no bodies told by their
    words."""
    found = []
    for m in _AGENT.finditer(text):
        at = m.end()
        while name := _NAME.match(text, at):
            if _is_agent(name[0], is_person):
                found.append(
                    Candidate(name.start(), name.end(), name[0], Kind.ORGANISATION, 0.65, "did something")
                )
            joint = _AND.match(text, name.end())
            if not joint:
                break
            at = joint.end()
    return found


_OF: Final = re.compile(r"(?:,? (?:formerly|previously))? (?:of|from) (?:the )?(?=[A-Z])")


def whose_candidates(text: str, ends: Iterable[int], is_person: Callable[[str], bool]) -> list[Candidate]:
    """ "Jane Rees of National Mills": whom a person is said to be of; `ends` are where people's names end."""
    found = []
    for end in ends:
        joint = _OF.match(text, end)
        name = _NAME.match(text, joint.end()) if joint else None
        if name and " " in name[0] and _is_agent(name[0], is_person):
            found.append(
                Candidate(name.start(), name.end(), name[0], Kind.ORGANISATION, 0.6, "whom a person is of")
            )
    return found


def _is_agent(name: str, is_person: Callable[[str], bool]) -> bool:
    parts = name.split()
    if (
        kind_of_body(name)
        or is_generic(name)
        or any(part.lower() in _CALENDAR for part in parts)
        or is_person(name)
    ):
        return False
    if parts[0].lower() in words.FUNCTION_WORDS or parts[-1].lower() in words.JOBS or parts[0].isdigit():
        return False
    return len(parts) > 1 or bool(_CAMEL.match(name)) or bool(re.fullmatch(r"[A-Z]{3,6}", name))

"""Which body met where no title tells: by a sentence, by who speaks in the text, by whose chair is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from whosat.extract.components.dates import dates_in
from whosat.extract.components.meeting_date import likely
from whosat.extract.components.meeting_names import is_name, kind_score
from whosat.extract.components.meeting_title_lines import BodyFound
from whosat.extract.document import Document

_TOP: Final = 3000
MEETS: Final = re.compile(
    r"(?:^|\n|(?:19|20)\d\d[ ])\W*(?:The )?(?P<body>[A-Z][\w&’'-]*(?: (?:(?:and|of|the|for|"
    r"&) )*(?:\([A-Z]\w+\) ?)?[A-Z][\w&’'-]*){1,8}) "
    r"(?:(?:held|convened|conducted) (?:its|their|an?|the)\b[^.\n]{0,40}\b[Mm]eeting\b|"
    r"met (?:in|on|at|for|via|remotely|virtually|pursuant)\b)"
)


_HELD_BY: Final = re.compile(
    r"\b(?:held|convened|called(?! to order)|organi[sz]ed)\b[^.;\n]{0,80}? by (?:the )?"
    r"(?P<body>[A-Z][\w&’'-]*(?: (?:(?:and|of|the|for|on|&) )*[A-Z][\w&’'-]*){1,8})"
)


def from_sentence(document: Document) -> Iterator[BodyFound]:
    """ "Barset Community Council held their meeting remotely …" at the top: what met on another day than the
    minutes are of is another body, and what met on no day yields to a title."""
    for found in _HELD_BY.finditer(document.text, 0, 400):
        if is_name(found["body"]) and kind_score(found["body"]):
            yield BodyFound(found["body"], found.span("body"), 2.0 + kind_score(found["body"]))
    for found in MEETS.finditer(document.text, 0, 900):
        if not is_name(found["body"]):
            continue
        line = document.text[found.end("body") : found.end("body") + 160].split("\n")[0]
        said = dates_in(line)[:1]
        held = likely(document) if said else None
        if held and (said[0].day, said[0].month) != (held.day, held.month):
            continue
        score = 2.0 if held or found.start() == 0 else 0.2
        yield BodyFound(found["body"], found.span("body"), score + kind_score(found["body"]))


_VOICE: Final = re.compile(
    r"\b[Tt]he (?P<body>(?:[A-Z][\w&’'-]* ){0,4}(?:Board|Committee|Group|Panel|Forum|Council|"
    r"Partnership|Court|Senate))"
    r" (?:noted|agreed|approved|resolved|received|considered|discussed|asked|thanked|welcomed|adopted|"
    r"deliberated|"
    r"endorsed|will)\b"
)
_SEAT: Final = re.compile(
    r"[(,\t]\s?(?P<body>[A-Z]{3,6}|(?<=\()(?:[A-Z][\w’'-]+ ){1,3}(?:Council|Board|Committee|Senate)) "
    r"(?:Vice[- ])?(?:Co-?)?[Cc]hair(?:man|person)?\b"
)


def from_voice(document: Document) -> Iterator[BodyFound]:
    """Where no title names it: the one body that speaks in the text, or whose chair the roster names."""
    for pattern, end in ((_SEAT, _TOP), (_VOICE, 200_000)):
        found = {mark["body"]: mark for mark in reversed(list(pattern.finditer(document.text, 0, end)))}
        if len(found) == 1:
            for name, mark in found.items():
                yield BodyFound(name, mark.span("body"), 1.0)
            return

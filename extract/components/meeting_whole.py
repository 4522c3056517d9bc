"""A body's whole name: with that of its parent, or of the board below it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from whosat.extract.bodies import body_tokens, is_generic, kind_of_body
from whosat.extract.components.dates import dates_in
from whosat.extract.components.meeting_names import BARE, GOVERNS, cased, is_governed
from whosat.extract.components.meeting_title_lines import BodyFound
from whosat.ontology.facts import Kind

_WHOLE: Final = re.compile(r"\b(?:partnership|alliance|network|federation|assembly)$", re.IGNORECASE)
_PART: Final = re.compile(
    r"\b(?:board|panel|committee|sub-?committee|group|sub-?group|executive)$", re.IGNORECASE
)
_SECTION: Final = re.compile(
    r"\b(?:commission|bureau|section|chapter|task ?force|working party)$", re.IGNORECASE
)


def below_umbrella(ranked: list[BodyFound], text: str) -> BodyFound:
    """Where a body's name stands right above that of one of its boards, the board is the one that met.

    A board that says only what sort it is ("Executive Group") takes the name above.
    """
    best = ranked[0]
    own = set(body_tokens(best.name))
    below = (
        one
        for one in ranked[1:]
        if one.score > 1.3
        and (
            kind_of_body(one.name) is Kind.BOARD
            or GOVERNS.match(one.name)
            or (
                _SECTION.search(one.name)
                and not _SECTION.search(best.name)
                and text.count("\n", best.where[1], one.where[0]) == 1
            )
        )
        and len(one.name.split()) > 1
        and one.where[0] > best.where[0]
        and not set(body_tokens(one.name)) <= own
        and not (_WHOLE.search(one.name) and _PART.search(best.name))
        and not text[best.where[1] : one.where[0]].strip(" \t\n–—-|:")
    )
    board = next(below, None)
    if board is None:
        return best
    if is_generic(board.name):
        return replace(best, name=f"{best.name} {cased(board.name) if board.name.isupper() else board.name}")
    return board if len(board.name.split()) > 2 else replace(best, name=f"{best.name} {board.name}")


_SORTS: Final = frozenset("full main whole general ordinary".split())
_TOP: Final = 1500
_ONE_WORD: Final = frozenset("board panel committee council forum executive".split())
_IS_NHS: Final = re.compile(r"\b(?:CCG|Commissioning Group|Care Trust|NHS Trust|Foundation Trust)$")


def completed(best: BodyFound, ranked: list[BodyFound], text: str) -> BodyFound:
    """A name that says only what sort of body it is, with the organisation's that stands beside it."""
    tokens = body_tokens(best.name)
    fuller = [
        one
        for one in ranked
        if body_tokens(one.name)[-len(tokens) :] == tokens and len(body_tokens(one.name)) > len(tokens)
    ]
    begun = [
        one
        for one in ranked
        if one.name.lower().startswith(f"{best.name.lower()} ")
        and one.score > 1.5
        and abs(one.where[0] - best.where[0]) < 600
    ]
    begun_by = (
        is_generic(best.name)
        or " " not in best.name
        or kind_of_body(best.name) is None
        or BARE.fullmatch(best.name) is not None
    )
    if begun and begun_by:
        return replace(begun[0], score=best.score)
    if fuller and (is_generic(best.name) or fuller[0].score > 1):
        return replace(fuller[0], score=best.score)
    if BARE.fullmatch(best.name) and (whose := _before_dash(best, text)):
        return replace(best, name=f"{whose} {best.name}")
    if kind_of_body(best.name) is None and (whole := _with_place(best.name, text)):
        return replace(best, name=whole[0], where=whole.span())
    others = [
        one for one in ranked if one is not best and one.score > 1 and abs(one.where[0] - best.where[0]) < 250
    ]
    if is_generic(best.name) or BARE.fullmatch(best.name):
        owner = next(
            (
                one
                for one in others
                if (
                    kind_of_body(one.name) is Kind.ORGANISATION
                    or is_governed(one.name)
                    or _WHOLE.search(one.name)
                )
                and not is_generic(one.name)
                and "," not in one.name
                and _is_near(text, best.where[0], one.where[0])
            ),
            None,
        )
        owner = owner or next((one for one in ranked if _heads_all(one, best, text)), None)
        if owner and set(tokens) - _SORTS <= set(body_tokens(owner.name)):
            return replace(
                owner, score=best.score
            )  # "Governing Body of X School" has its "Full Governing Body"
        sort = best.name.capitalize() if best.name.lower() in _ONE_WORD else best.name
        if owner is None and (foot := _at_foot(best.name, text)):
            return replace(best, name=foot)
        return replace(best, name=f"{owner.name} {sort}") if owner else best
    if kind_of_body(best.name) is Kind.ORGANISATION or _IS_NHS.search(best.name) or is_governed(best.name):
        board = next(
            (
                one
                for one in others
                if (kind_of_body(one.name) is Kind.BOARD and is_generic(one.name)) or BARE.fullmatch(one.name)
            ),
            None,
        )
        if board and board.name.lower() not in best.name.lower():
            name = board.name.capitalize() if board.name.isupper() else board.name
            return replace(best, name=f"{best.name} {name}")
    return best


_NEAR_LINES: Final = 3


def _is_near(text: str, start: int, end: int) -> bool:
    """Whether `start` stands behind `end`, or but few lines before it."""
    return sum(bool(line.strip()) for line in text[start:end].split("\n")) <= _NEAR_LINES


def _at_foot(name: str, text: str) -> str | None:
    """The fuller name at the foot of the last page: "Barset NHS Trust – Board of Directors – 28 March"."""
    for line in text[-_FOOT:].split("\n"):
        parts = [part.strip() for part in re.split(r"\s[–—|-]\s|\s{3,}|\t|,\s", line)]
        for place, part in enumerate(parts[:-1]):
            board = parts[place + 1]
            if body_tokens(board)[: len(body_tokens(name))] != body_tokens(name) or dates_in(board):
                continue
            if kind_of_body(part) is Kind.ORGANISATION and not is_generic(part) and len(part.split()) > 1:
                return f"{part} {board}" if len(board.split()) < _FEW else f"{part} {name.capitalize()}"
    return None


_FOOT: Final = 700  # characters of the last page's foot
_FEW: Final = 5


def _before_dash(best: BodyFound, text: str) -> str | None:
    """Whose board it is, before a dash, where its own name says only its sort: "Teifi Energy – Directors"."""
    line = text[text.rfind("\n", 0, best.where[0]) + 1 : best.where[0]]
    found = _OWNER.fullmatch(line)
    return found["name"] if found and not _RECORD.search(line) and not dates_in(line) else None


_OWNER: Final = re.compile(
    r"(?P<name>[A-Z][\w’'&-]*(?: (?:[A-Z][\w’'&-]*|of|the|and|for|&)){1,6})\s*[–—-]\s*"
)
_RECORD: Final = re.compile(r"\b(?:minutes|notes|draft|meeting|agenda)\b", re.IGNORECASE)


def _with_place(name: str, text: str) -> re.Match[str] | None:
    """The line near the top that is a name of no known sort and the words before it: "Barset Town Team"."""
    whole = rf"^(?:[A-Z][\w’'-]+ (?:and |& |of )?){{1,3}}{re.escape(name)}(?=\s*$)"
    return re.compile(whole, re.MULTILINE).search(text, 0, _TOP)


def _heads_all(one: BodyFound, best: BodyFound, text: str) -> bool:
    """Whether a name of capitalised words is the very first line, right above a body without a name."""
    return (
        one is not best
        and not text[: one.where[0]].strip()
        and one.where[1] <= best.where[0] < one.where[1] + 250
        and re.fullmatch(
            r"(?:[A-Z][\w’'&-]*|of|the|and|for|&)(?: (?:[A-Z][\w’'&-]*|of|the|and|for|&)){1,6}", one.name
        )
        is not None
        and not is_generic(one.name)
    )

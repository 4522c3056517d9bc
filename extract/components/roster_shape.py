"""How the lines of a block are built: which pieces are names, and what stands on lines or columns of its own.

What a piece after a delimiter is can seldom be told from the piece alone ("Grant Thornton" is a firm, "Victim
Support" no person): how the other lines of the block are built decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from whosat.extract.components.roster_couples import at_couple
from whosat.extract.components.roster_cuts import Where, at_lead
from whosat.extract.components.roster_hints import Hints
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_pieces import AND, Gap, Piece, leading_name, pieces_of
from whosat.extract.components.roster_scores import body_score, chair_role, is_body, job_score, name_score
from whosat.extract.components.roster_singles import handles_named, is_handle, is_list_of_singles, is_single
from whosat.extract.components.roster_snapped import is_too_long
from whosat.extract.names import POST_NOMINALS, UPPER, is_given_name, is_surname, read_inverted, strip_title


@dataclass(frozen=True, slots=True)
class Template:
    """How the lines of a block are built."""

    names_after: float  # the share of names among pieces after the first that stand after a comma
    first_is_name: float  # the share of lines whose first piece is a name
    inverted: bool  # "Smith, John"
    lines: int
    pairs: bool = False  # each line holds a name, a comma and what is said of it
    run_on: bool = False  # many lines go on from the name to the rest with nothing between
    again: frozenset[str] = frozenset()  # what stands behind the comma of several lines: nobody's name


def template_of(lines: Sequence[list[Piece]], raw: Sequence[str]) -> Template:
    """The template that fits most of the lines."""
    first = [name_score(pieces[0].text) >= 0.5 for pieces in lines if pieces]
    later = [could_be_name(p.text) for pieces in lines for p in pieces[1:] if p.gap is Gap.COMMA]
    later += [True for pieces in lines if is_plain_list(pieces) for _ in pieces]
    inverted = [
        bool(read_inverted(text.strip(" *•·-\t")))
        and not (_is_list_of_words(pieces) or _holds_whole_names(pieces))
        for text, pieces in zip(raw, lines, strict=True)
    ]
    surnames = [pieces for pieces in lines if pieces and " " not in pieces[0].text and len(pieces) > 1]
    titled = sum(_TITLE_LAST.match(text.strip(" *•·-\t")) is not None for text in raw)
    is_inverted = (
        len(surnames) * 2 >= len(lines)
        and sum(inverted) * 2 > len(lines)
        and (_given_second(surnames) or (titled > 1 and titled * 10 >= len(lines) * 6))
    )
    return Template(
        sum(later) / len(later) if later else 0.0,
        sum(first) / len(first) if first else 0.0,
        is_inverted,
        len(lines),
        _hold_one_each(lines) and not is_inverted,
        sum(bool(pieces) and _runs_on(pieces[0].text) for pieces in lines) * 10 >= len(lines) * 4 > 8,
        _said_again(lines),
    )


def _said_again(lines: Sequence[list[Piece]]) -> frozenset[str]:
    seconds = Counter(
        pieces[1].text for pieces in lines if len(pieces) == _PAIR and pieces[1].gap is Gap.COMMA
    )
    return frozenset(text for text, count in seconds.items() if count > 1)


_PAIR: Final = 2  # a name and what is said of it


def _hold_one_each(lines: Sequence[list[Piece]]) -> bool:
    """Whether lines hold a name and behind a comma whom it is of: given names begin the first, not the
    second."""
    bare = [[piece for piece in pieces if not piece.bracketed] for pieces in lines]
    pairs = [one for one in bare if len(one) == 2 and one[1].gap is Gap.COMMA]
    if len(lines) < 2 or any(len(one) > 2 for one in bare) or len(pairs) * 10 < len(lines) * 6:
        return False
    firsts = sum(_begins_given(one[0].text) for one in bare if one)
    seconds = sum(_begins_given(one[1].text) for one in pairs)
    return firsts * 10 >= len(bare) * 7 and seconds * 4 <= len(pairs)


def _begins_given(text: str) -> bool:
    title, at = strip_title(text)
    return title is not None or (name_score(text) >= 0.5 and is_given_name(text[at:].split()[0]))


_TITLE_LAST: Final = re.compile(
    rf"[{UPPER}][\w’'-]+(?:[ -][{UPPER}][\w’'-]+)?, (?:[{UPPER}][\w’'-]*\.? ?){{1,2}}"
    r"\((?:Mrs?|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Rev(?:d|['’]d)?|Cllr|Councillor|Canon|Fr)\.?\)"
)
"""A surname, given names whatever they are, and the title in a bracket: "Prilla, Ricktol (Dr)"."""


def _runs_on(text: str) -> bool:
    return (bool(leading_name(text)) and name_score(text) < 0.6) or is_too_long(text)


def reads_as_name(text: str) -> bool:
    """Whether a given name and one word more stand in a list of names, whatever the word means ("Clement
    March")."""
    words = text.split()
    if len(words) == 1:
        return is_given_name(text) and text[:1].isupper() and not POST_NOMINALS.fullmatch(f" {text}")
    return len(words) == 2 and is_given_name(words[0]) and words[1][:1].isupper() and not is_body(text)


def _is_list_of_words(pieces: Sequence[Piece]) -> bool:
    """Whether more than two single words follow each other between commas: first names or surnames, in no
    order."""
    listed = [p.text for p in pieces if p.gap in (Gap.START, Gap.COMMA)]
    if len([text for text in listed if " " not in text]) > 2:
        return True
    firsts = [text for text in listed if re.fullmatch(r"[A-Z][a-z]+(?: [A-Z]\.?)?", text)]
    return len(firsts) == len(listed) > 2 and all(is_given_name(text.split()[0]) for text in firsts)


def _holds_whole_names(pieces: Sequence[Piece]) -> bool:
    """Whether three and more of a comma list are names of their own: "Ilya, Ann Bell, Bo Cole, Cy Dow"."""
    whole = [
        piece
        for piece in pieces[1:]
        if piece.gap is Gap.COMMA and " " in piece.text and name_score(piece.text) >= 0.85
    ]
    return len(whole) > 2


def is_plain_list(pieces: list[Piece]) -> bool:
    """Three and more names and nothing else between commas."""
    return len(pieces) > 2 and all(
        p.gap in (Gap.START, Gap.COMMA)
        and all(
            name_score(part) >= 0.38 and body_score(part) < 0.6
            for part in AND.split(p.text.removeprefix("and ").lstrip())
            if part
        )
        for p in pieces
    )


def is_inverted(lines: Sequence[RosterLine]) -> bool:
    """Whether the names of a block stand with the surname first."""
    cut = [pieces_of(line.text, line.start) for line in lines]
    return len(lines) > 1 and template_of(cut, [line.text for line in lines]).inverted


def _given_second(lines: Sequence[list[Piece]]) -> bool:
    return sum(
        is_given_name(re.split(r"[\s.]", pieces[1].text[strip_title(pieces[1].text)[1] :])[0])
        or len(pieces[1].text) < 3
        for pieces in lines
    ) * 2 >= len(lines)


def could_be_name(text: str) -> bool:
    return all(name_score(part) >= 0.6 for part in AND.split(text) if part)


def is_first_names(pieces: Sequence[Piece], *, headed: bool = False) -> bool:
    """Whether a line lists people some of whom stand by a first name: "Ann Bell, Bo, Cy and Dee".

    `headed`: it stands below words that say how people stood, or elsewhere such lists do, so that fewer names
    need be known.
    """
    parts = [
        part
        for piece in pieces
        if piece.gap in (Gap.START, Gap.COMMA, Gap.COLON) and not piece.bracketed
        for part in AND.split(piece.text)
    ]
    alone = [
        part
        for part in parts
        if part[:1].isupper() and is_given_name(part.split()[0]) and not part.partition(" ")[2].strip(".")[1:]
    ]
    whole = [part for part in parts if name_score(part) >= 0.6]
    if is_all_single(pieces) and not headed:
        return len(alone) > 2 and len(alone) * 10 >= len(parts) * 6
    if headed and len(alone) > 1 and len(parts) > 2:
        rest = [part for part in parts if part not in alone and part not in whole]
        return len(rest) * 2 <= len(parts) and all(is_single(part) or is_by_name(part) for part in rest)
    return len(alone) > 2 and (len(alone) + len(whole)) * 10 >= len(parts) * 8


def named_singles(cut: list[list[Piece]]) -> list[list[Piece]]:
    """The pieces, with single words that stand on lines of their own as names, where nearly all lines are
    such."""
    first = [pieces[0] for pieces in cut if pieces]
    alone = [piece for piece in first if " " not in piece.text]
    known = sum(is_surname(piece.text) or is_given_name(piece.text) for piece in alone)
    if len(alone) < 3 or len(alone) * 10 < len(first) * 8 or known * 10 < len(alone) * 6:
        return cut
    if not all(is_single(piece.text) for piece in alone):
        return cut
    return [
        [replace(pieces[0], named=True), *pieces[1:]] if pieces and pieces[0] in alone else pieces
        for pieces in cut
    ]


def stand_by_surnames(lines: Sequence[RosterLine], *, headed: bool = False) -> bool:
    """Whether one of the lines is a list of surnames or handles, without titles; `headed`: below words that
    say how people stood."""
    cut = [pieces_of(line.text, line.start) for line in lines]
    return any(is_list_of_singles(pieces, headed=headed) for pieces in cut) or any(
        piece.named for pieces in handles_named(cut) for piece in pieces
    )


def surnames_named(cut: list[list[Piece]]) -> list[list[Piece]]:
    """The pieces, single words as names where lines are nothing else but for brackets ("Cole (7.10 pm)"), up
    to the first line that is something else."""
    told = list(cut)
    for at, pieces in enumerate(cut):
        bare = [piece for piece in pieces if not piece.bracketed]
        if is_list_of_singles(pieces, headed=True):
            continue
        if not all(is_single(piece.text) or is_handle(piece.text) for piece in bare):
            break
        told[at] = [
            piece if piece.bracketed else replace(piece, named=True, whole=piece.text.lstrip("@"))
            for piece in pieces
        ]
    return told


def are_given(pieces: Sequence[Piece]) -> bool:
    """Whether a line is first names, half of them known, and whole names, and nothing else: "Ann, Bo and Cy
    Dow"."""
    parts = _listed_in(pieces)
    alone = [part for part in parts if " " not in part]
    return (
        0 < len(alone) <= 2 * sum(map(is_given_name, alone))
        and all(map(is_single, alone))
        and all(name_score(part) >= 0.75 for part in parts if part not in alone)
    )


def _listed_in(pieces: Iterable[Piece]) -> list[str]:
    """What stands between delimiters and "and"."""
    return [part for piece in pieces for part in AND.split(piece.text)]


def stand_by_first_names(lines: Sequence[RosterLine], *, headed: bool = False) -> bool:
    """Whether one of the lines is a list of first names, or all are first names one below the other;
    `headed`: below words that say how people stood."""
    cut = [pieces_of(line.text, line.start) for line in lines]
    if any(is_first_names(pieces, headed=headed) for pieces in cut):
        return True
    alone = [pieces[0].text for pieces in cut if len(pieces) == 1 and " " not in pieces[0].text]
    return headed and len(alone) == len(cut) > 2 and sum(map(is_given_name, alone)) * 2 > len(alone)


def is_by_name(text: str) -> bool:
    """Whether a first name stands behind one word that tells it from another: "Big Dave", "Young Tom"."""
    words = text.split()
    return len(words) == 2 and all(word[:1].isupper() for word in words) and is_given_name(words[1])


def is_all_single(pieces: Sequence[Piece]) -> bool:
    """Whether nothing but single capitalised words stands between commas and "and"."""
    parts = _listed_in(pieces)
    return len(parts) > 2 and all(
        re.fullmatch(r"[A-Z][\w’'-]+", part) and not part.isupper() for part in parts
    )


def are_listed(lines: Sequence[RosterLine]) -> bool:
    """Whether one of the lines is a list of names and nothing else between commas."""
    for line in lines:
        if line.text.count(",") > 2:
            bare = [piece for piece in pieces_of(line.text, line.start) if not piece.bracketed]
            listed = [piece for piece in bare if piece.gap in (Gap.START, Gap.COMMA, Gap.AFTER)]
            named = sum(
                (name_score(piece.text) >= 0.6 or is_single(piece.text)) and body_score(piece.text) < 0.6
                for piece in listed
            )
            whole = sum(name_score(piece.text) >= 0.6 for piece in listed)
            if len(listed) == len(bare) > 3 and whole > 2 and named * 10 >= len(bare) * 8:
                return True
    return False


def is_comma_list(pieces: Sequence[Piece], hints: Hints) -> bool:
    """Whether most of what stands after commas is a name, whatever a semicolon sets off: "A B, C D, E F; Dr
    G"."""
    after = [piece for piece in pieces if piece.gap is Gap.COMMA]
    named = sum(
        could_be_name(piece.text)
        or reads_as_name(piece.text)
        or (piece.start, piece.end) in hints.within(piece.start, piece.end)
        for piece in after
    )
    return len(after) > 2 and named * 10 > len(after) * 6


def are_pairs(pieces: Sequence[Piece]) -> bool:
    """Whether semicolons part three people and more, of each of whom something is said behind one comma.

    What is said may look like a name ("Ann Bell, Griffin Brown Digital Publishing; Bo Cole, Ambry Press").
    """
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.gap is Gap.SEMI:
            parts.append([])
        if not piece.bracketed:
            parts[-1].append(piece)
    pairs = [part for part in parts if len(part) > 1 and all(one.gap is Gap.COMMA for one in part[1:])]
    sure = [one for part in pairs for one in part[1:] if name_score(one.text) >= 0.85]
    return (
        len(parts) > 2
        and len(pairs) * 10 >= len(parts) * 6
        and sum(len(part) == 2 for part in pairs) * 10 >= len(pairs) * 6
        and all(name_score(part[0].text) >= 0.5 for part in pairs)
        and len(sure) * 2 < len(pairs)
    )


class Slot(StrEnum):
    """What a line of a block holds, where the block's shape tells."""

    NAME = "name"
    BODY = "body"
    MORE = "more"


_ALONE: Final = Where(started=False, plural=False)


def shape_of(cut: Sequence[list[Piece]]) -> tuple[Slot | None, ...]:
    """The slots of a block whose names and bodies stand on lines of their own; all None where they don't.

    Names and bodies in turn (the first line a name), or bodies that head groups of names (the first line
    none).
    """
    bare = [_as_said(piece for piece in pieces if not piece.bracketed) for pieces in cut]
    none: tuple[Slot | None, ...] = tuple(None for _ in cut)
    if len(cut) < 2 or any(len(pieces) != 1 for pieces in bare):
        return none
    score = [
        1.0 if pieces[0].whole or at_couple(pieces[0], None) else name_score(pieces[0].text)
        for pieces in bare
    ]
    body = [not pieces[0].whole and body_score(pieces[0].text) >= 0.7 for pieces in bare]
    if any(told and _runs_into_body(pieces[0].text) for told, pieces in zip(body, bare, strict=True)):
        return none
    even, odd = range(0, len(cut), 2), range(1, len(cut), 2)
    strong = sum(score[k] >= 0.5 for k in even)
    in_turn = strong * 10 >= len(even) * 8 and sum(body[k] or score[k] < 0.5 for k in odd) * 10 > len(odd) * 6
    if len(cut) < 4 and any(_may_be_somebody(bare[k][0].text) for k in odd):
        in_turn = False  # "Siew Ong" / "Gary Church"
    offices = any(at_lead(bare[k][0], _ALONE) for k in odd)  # "Convener Ann Bell" is a person
    if in_turn and not offices and not any(body[k] and score[k] < 0.75 for k in even):
        return tuple(Slot.NAME if k % 2 == 0 else Slot.BODY for k in range(len(cut)))
    if size := _stanza(bare, score):
        posts = sum(job_score(bare[k][0].text) >= 0.6 for k in range(1, len(cut), size))
        last = Slot.BODY if posts * size * 2 >= len(cut) else Slot.MORE
        return tuple((Slot.NAME, *[Slot.MORE] * (size - 2), last)[k % size] for k in range(len(cut)))
    if score[0] < 0.6 and not job_score(bare[0][0].text) >= 0.9 and any(body):
        heads = [score[k] < 0.6 and k + 1 < len(cut) and score[k + 1] >= 0.6 for k in range(len(cut))]
        if heads[0]:
            return tuple(Slot.BODY if head else Slot.NAME for head in heads)
    return none


_WITH_TITLE: Final = re.compile(
    r"(?:Mrs?|Ms|Miss|Cllr|Councillor|Dr)\.? (?:[A-Z]\.? ?){0,3}[A-Z][a-z]+ [A-Z]"
)


def _runs_into_body(text: str) -> bool:
    """Whether a name and at least two words of a body stand on one line: "Ann Bell Wenlow Fire Brigade"."""
    if _WITH_TITLE.match(text):
        return True  # "Mr A Bell Wenlow Parish Council & Dale Residents"
    end = leading_name(text)
    return bool(end) and is_given_name(text.split()[0]) and " " in text[end:].strip()


def _as_said(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces of a line, but the first alone where it is an office: "Chair, Library Services"."""
    found = list(pieces)
    office = len(found) > 1 and (chair_role(found[0].text) or job_score(found[0].text) >= 0.9)
    return found[:1] if office else found


def _stanza(bare: Sequence[list[Piece]], score: Sequence[float]) -> int:
    """How many lines each person takes where all take three or four, the name first, else 0."""
    for size in (3, 4):
        rows, rest = divmod(len(bare), size)
        names = [score[k] >= 0.5 for k in range(0, len(bare), size)]
        others = [score[k] < 0.6 or body_score(bare[k][0].text) >= 0.7 for k in range(len(bare)) if k % size]
        if rows > 1 and not rest and all(names) and sum(others) * 10 >= len(others) * 8:
            return size
    return 0


def _may_be_somebody(text: str) -> bool:
    words = text.split()
    return len(words) == 2 and is_given_name(words[0])

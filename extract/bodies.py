"""What a name stands for, told by its words, and which names of one document are one body.

Nothing here knows spaCy or where a name was found: names in, kinds and fullest names out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from whosat.extract import body_words as words
from whosat.ontology.facts import Kind

_KEPT: Final = 16_384  # names whose reading is kept: the same few stand in every document of a body
YEARS: Final = re.compile(r"\s*[\[(]?\b(?:19|20)\d\d(?:\s*(?:[-–/]|to)\s*(?:(?:19|20)?\d\d))?\b[\])]?")
LAW: Final = re.compile(r"\b(?:Acts?|Regulations|Order|Bill|Directive)(?:\s+\(?(?:18|19|20)\d\d\)?)?$")
_SPAN_OF_YEARS: Final = re.compile(r"\b(?:19|20)\d\d\s*(?:[-–/]|to)\s*(?:19|20)?\d\d\b")
_BRACKET: Final = re.compile(r"\s*\([^()]*\)\s*$")
_DOTTED: Final = re.compile(r"\b(?:[A-Z]\.){2,}[A-Z]?\b\.?")
_POSSESSIVE: Final = re.compile(r"['’]s\b|['’]")
_NO_WORD: Final = re.compile(r"[^\w]+")
_TYPO: Final = 80  # rapidfuzz ratio from which two words that begin alike are one, misspelt
_CROWD: Final = 150  # names that end alike; beyond it no spelling mistakes are looked for (quadratic)


@lru_cache(maxsize=_KEPT)
def body_tokens(name: str) -> tuple[str, ...]:
    """The name's words in their normal form: no case, article, possessive, plural, "&" as "and"."""
    plain = _POSSESSIVE.sub("", name.lower().replace("&", " and ").replace("+", " and "))
    found = [word for word in _NO_WORD.sub(" ", plain).split() if word != "the"]
    return tuple(
        word[:-1] if len(word) > 4 and word[-1] == "s" and word[-2] != "s" else word for word in found
    )


def body_key(name: str) -> str:
    """One string for all ways to write the same name."""
    return " ".join(body_tokens(name))


def _plain_words(name: str) -> list[str]:
    """Lower-case words without brackets, years and a leading article."""
    bare = YEARS.sub("", _BRACKET.sub("", name))
    if ".P." in bare:
        bare = _DOTTED.sub(lambda found: found.group().replace(".", ""), bare)
    found = re.sub(r"[,;:.]+(?=\s|$)", " ", bare.lower().replace("’", "'")).split()
    return found[1:] if found[:1] == ["the"] else found


def _is_chief(found: list[str]) -> bool:
    """Whether the head "executive" is a person's post ("Chief Executive", "Non-Executive")."""
    return (
        found[-1] == "executive"
        and len(found) > 1
        and found[-2]
        in {"chief", "non", "deputy", "vice", "and", "&", "nurse", "medical", "clinical", "account"}
    )


_LEAD_STARTS: Final = tuple(f"{lead} " for lead in words.ORGANISATION_LEADS)


@lru_cache(maxsize=_KEPT)
def is_generic(name: str) -> bool:
    """Whether a name only says what sort of body it is ("Working Group", "the Parish Council")."""
    found = [part for word in _plain_words(name) for part in word.split("/") if part]
    if len(found) > 3 and " ".join(found).startswith(_LEAD_STARTS):
        return False  # "Council for Voluntary Service"
    told = [word for word in found if word not in words.GENERIC and word not in words.BOARD_HEADS]
    if not told:
        return True
    heads = words.BOARD_HEADS | words.ORGANISATION_HEADS
    told = [word for word in told if word not in heads] or told
    return len(told) == 1 and told[0] in words.WEAK and len(found) <= 3


def is_generic_strategy(name: str) -> bool:
    """Whether a strategy's name names none ("Action Plan"); the years it covers make it one ("Business
    Plan 2022-25")."""
    found = _plain_words(name)
    if len(found) > 1 and _SPAN_OF_YEARS.search(name):
        return False
    return all(word in words.GENERIC_STRATEGY or word in words.STRATEGY_HEADS for word in found)


def strategy_kind(name: str) -> Kind | None:
    """STRATEGY or LEGISLATION where the name ends like one, else None."""
    if LAW.search(_BRACKET.sub("", name)) and len(name.split()) > 1:
        return Kind.LEGISLATION
    found = _plain_words(name)
    if not found:
        return None
    if found[-1] in words.STRATEGY_HEADS or " ".join(found[-2:]) in words.STRATEGY_HEAD_PAIRS:
        return Kind.STRATEGY
    return None


def _is_board(found: list[str]) -> bool:
    if " ".join(found[-2:]) in words.BOARD_HEAD_PAIRS or " ".join(found[-3:]) in words.BOARD_HEAD_PAIRS:
        return True
    if found[0] in words.CHURCH_COURTS and found[1:2] == ["of"]:
        return True
    return (found[-1] in words.BOARD_HEADS and not _is_chief(found)) or (
        found[0] == "safer" and len(found) > 1
    )


_CODE: Final = r"(?:J?TC|SC|PC|CT|J?WG|SWG|TG|AHG)[ -]?(?!(?:19|20)\d\d\b)\d{1,4}"
CODE: Final = re.compile(
    rf"(?:\d?[A-Z]{{2,}}[A-Za-z]*[ /-]{{1,3}}){{1,3}}{_CODE}(?: ?[/-] ?(?:{_CODE}|"
    rf"PT[ -]?\d{{1,3}}))*(?![\w.])"
)
"""What a committee of a standards body is called: "ISO/TC 399/WG 7"."""


def _is_national(found: list[str]) -> bool:
    """ "Sport England", not "North Wales" or "England and Wales"."""
    return (
        found[-1] in words.COUNTRIES
        and found[0] not in words.COMPASS | words.COUNTRIES
        and found[-2] not in {"and", "of", "in"}
    )


def _is_organisation(found: list[str]) -> bool:
    if len(found) < 2:
        return False
    if f"{' '.join(found)} ".startswith(_LEAD_STARTS):
        return True
    return found[-1] in words.ORGANISATION_HEADS or found[-2:] == ["nhs", "ft"] or _is_national(found)


def _up_to_purpose(found: list[str]) -> list[str]:
    """ "barset chamber of trade" → "barset chamber": where "of …" follows a head within a name."""
    for place in range(2, len(found) - 1):
        head, joint = found[place - 1], found[place]
        if (
            joint in {"of", "for", "on"}
            and head in words.OF_HEADS
            and (joint == "on" or head not in words.ON_HEADS)
        ):
            return found[:place]
    return found


@lru_cache(maxsize=_KEPT)
def kind_of_body(name: str) -> Kind | None:
    """BOARD, ORGANISATION, STRATEGY or LEGISLATION as the words of the name tell; None where they don't."""
    told = strategy_kind(name)
    found = _up_to_purpose(_plain_words(name))
    if told or not found:
        return told
    if _is_board(found) or (name[-1].isdigit() and CODE.fullmatch(name)):
        return Kind.BOARD
    return Kind.ORGANISATION if _is_organisation(found) else None


def initials_of(name: str) -> str:
    """The capital letters an acronym of the name would have: "Department for Education" → "DE"."""
    return "".join(
        word[0].upper() for word in re.findall(r"\w+", name) if word[0].isupper() or word[0].isdigit()
    )


class _Names:
    """The names of one document, shorter ones pointing to fuller ones."""

    def __init__(self, names: Iterable[str]) -> None:
        self.of_key: dict[tuple[str, ...], str] = {}
        self.fuller: dict[tuple[str, ...], tuple[str, ...]] = {}
        for name in names:
            tokens = body_tokens(name)
            if tokens and (tokens not in self.of_key or _reads_better(name, self.of_key[tokens])):
                self.of_key[tokens] = name

    def top(self, tokens: tuple[str, ...]) -> tuple[str, ...]:
        seen = {tokens}
        while (up := self.fuller.get(tokens)) and up not in seen:
            seen.add(up)
            tokens = up
        return tokens

    def point(self, short: tuple[str, ...], full: tuple[str, ...]) -> None:
        if short not in self.fuller and self.top(full) != self.top(short):
            self.fuller[short] = full


def _reads_better(new: str, old: str) -> bool:
    """Of two ways to write one name: without article, then the one with capitals, then the one with
    its apostrophe."""

    def rank(name: str) -> tuple[bool, int, int, bool, str]:
        capitals = sum(word[0].isupper() for word in name.split())
        return (
            name.lower().startswith("the "),
            name.isupper(),
            -capitals,
            "’" not in name and "'" not in name,
            name,
        )

    return rank(new) < rank(old)


_COMMON: Final = words.GENERIC | words.WEAK | words.TOPICS


def _may_be_short(
    short: tuple[str, ...], full: tuple[str, ...], counts: Mapping[tuple[str, ...], int]
) -> bool:
    """Whether a name that begins with a name of its own ("Barset Partnership") is short for one that
    is written as often."""
    if full[0] == "safer" and len(full) == len(short) + 1:
        return False
    if short[0] in _COMMON or f"{short[0]}s" in _COMMON:
        return True
    return bool(counts) and counts.get(short, 0) <= 2 * counts.get(full, 0) + 1


def _point_to_longer_ends(names: _Names, counts: Mapping[tuple[str, ...], int]) -> None:
    """A name that ends exactly one fuller name is its short form ("City Council" of "Barset City
    Council")."""
    longer: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for tokens, name in names.of_key.items():
        for cut in range(1, len(tokens) if not is_generic(name) else 0):
            if (
                tokens[cut:] in names.of_key
                and _may_be_short(tokens[cut:], tokens, counts)
                and tokens[cut - 1] not in words.COMPASS | {"and", "of", "for"}
            ):
                longer[tokens[cut:]].add(tokens)
    for short in sorted(longer, key=len, reverse=True):
        fullest = {names.top(full) for full in longer[short]}
        if len(fullest) == 1:
            names.point(short, min(fullest))


_IDLE_TAILS: Final = frozenset({"group", "board", "meeting", "committee"})
_IDLE_INSIDE: Final = frozenset(
    {"local", "strategic", "priority", "action", "sub", "theme", "thematic", "partnership"}
)


def _point_to_idle_tails(names: _Names) -> None:
    """ "… Executive" and "… Executive Group", "… Partnership" and "… Partnership Board" are one."""
    for tokens in sorted(names.of_key):
        idle = len(tokens) > 2 and tokens[-1] in _IDLE_TAILS and tokens[-2] in words.BOARD_HEADS
        if idle and tokens[:-1] in names.of_key:
            names.point(tokens, tokens[:-1])


def _is_padded(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `full` is `short` with idle words put in, or with one more "and …"."""
    cut = 0
    while cut < len(short) and short[cut] == full[cut]:
        cut += 1
    extra = full[cut : len(full) - (len(short) - cut)]
    if cut == 0 or cut == len(short) or full[cut + len(extra) :] != short[cut:]:
        return False
    return set(extra) <= _IDLE_INSIDE or (extra[0] == "and" and 1 < len(extra) <= 4)


def _point_within_crowds(names: _Names, counts: Mapping[tuple[str, ...], int]) -> None:
    """Padded names and spelling mistakes, looked for among names that begin and end alike."""
    crowds: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for tokens in sorted(names.of_key):
        if len(tokens) > 1:
            crowds[(tokens[0][0], tokens[-1])].append(tokens)
    for crowd in crowds.values():
        for short in crowd[:_CROWD]:
            fuller = [full for full in crowd[:_CROWD] if len(full) > len(short) and _is_padded(short, full)]
            if len({names.top(full) for full in fuller}) == 1:
                names.point(short, fuller[0])
            elif not fuller:
                _point_to_spelling(names, short, crowd[:_CROWD], counts)


def _point_to_spelling(
    names: _Names,
    tokens: tuple[str, ...],
    crowd: list[tuple[str, ...]],
    counts: Mapping[tuple[str, ...], int],
) -> None:
    for other in crowd:
        if len(other) == len(tokens) > 1 and counts.get(other, 0) >= counts.get(tokens, 0):
            wrong = [pair for pair in zip(tokens, other, strict=True) if pair[0] != pair[1]]
            if len(wrong) == 1 and _is_misspelt(*wrong[0]):
                names.point(tokens, other)


def _is_misspelt(left: str, right: str) -> bool:
    """Misspelt words mostly begin alike; "Eastshire" and "Westshire" don't, nor do "Zone1" and "Zone2"."""
    if min(len(left), len(right)) < 4 or not (left + right).isalpha() or left[:2] != right[:2]:
        return False
    return abs(len(left) - len(right)) <= 1 and fuzz.ratio(left, right) >= _TYPO


def _point_to_years(names: _Names) -> None:
    """ "Equality Act" and "Equality Act 2010" are one where no other year is named."""
    dated: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for tokens in names.of_key:
        bare = tuple(word for word in tokens if not word.isdigit())
        if bare != tokens and len(bare) > 1:
            dated[bare].add(tokens)
    for bare, fuller in dated.items():
        if bare in names.of_key and len(fuller) == 1:
            names.point(bare, min(fuller))


def unify(
    names: Iterable[str], aliases: Mapping[str, str] | None = None, *, counts: Mapping[str, int] | None = None
) -> dict[str, str]:
    """Each name → the fullest name in the document of the same body.

    `aliases` maps an acronym or other name to what the document says it stands for. A name that could
    be short
    for several stays itself.
    """
    given = list(dict.fromkeys(names))
    said = dict(aliases or {})
    table = _Names([*given, *said.values()])
    _point_to_years(table)
    _point_to_idle_tails(table)
    written: dict[tuple[str, ...], int] = defaultdict(int)
    for name, count in (counts or {}).items():
        written[body_tokens(name)] += count
    _point_within_crowds(table, written)
    _point_to_longer_ends(table, written)
    for alias, meaning in said.items():
        if body_tokens(alias) in table.of_key and body_tokens(meaning) in table.of_key:
            table.point(body_tokens(alias), body_tokens(meaning))

    def fullest(name: str) -> str:
        tokens = body_tokens(said.get(name, name)) or body_tokens(name)
        return table.of_key.get(table.top(tokens), name)

    return {name: fullest(name) for name in given}

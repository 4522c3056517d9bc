"""Sentences that give somebody something to do, and which of a minute's sentences that is.

"Jane Rees to circulate the dates", "She undertook to ask", "It was agreed that the Clerk would write".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from whosat.extract.components.action_owners import Owners
from whosat.extract.components.people_known import TITLES
from whosat.extract.components.verbs import ORDERS


class How(IntEnum):
    """How surely a sentence gives somebody something to do; the higher the surer."""

    WILL = 1
    ASKED = 2
    AGREED = 3
    BARE = 4


@dataclass(frozen=True, slots=True)
class Told:
    """Who is told to do what in a sentence: `verb_at` is where the words of the order begin in it."""

    owners: tuple[str, ...]
    verb: str
    verb_at: int
    how: How


_CAP: Final = r"(?:@[\w-]+|[^\W\d_a-zà-ÿ][\w’'.-]*)"
_LOWER_POST: Final = (
    r"[Tt]he (?:vice[ -]|deputy )?(?:chair\w*|clerk|secretary|treasurer|director|manager|principal|"
    r"convenor|convener|"
    r"president|leader|registrar|minister)"
)
_NAME: Final = (
    rf"(?:{_LOWER_POST}|(?:[Tt]he )?(?:(?:{TITLES})\.? )*{_CAP}(?:(?: of| for| van| von| de| der| da| di|"
    rf" ap| and)*(?: the)? {_CAP}"
    rf"|/{_CAP})" + r"{0,5}(?: \([^()]{1,40}\))?)"
)
_SUBJECT: Final = (
    rf"(?P<owner>(?:[Aa]ll|ALL)(?: [a-z]+)?|{_NAME}(?:(?:, | and | & | \+ |, and |/){_NAME}){{0,4}})"
)
_ADVERB: Final = r"(?:(?:also|then|therefore|now|kindly|please|again|first|both|each|all) )*"
_BARE: Final = re.compile(
    rf"(?:^(?:\W*(?:[a-z]|\d{{1,3}}(?:\.\d{{1,3}})*|[ivx]{{1,4}})[.):]\s+)?|"
    rf"[;:–—]\s(?:\([a-z\d]{{1,3}}\)\s)?|(?<=[A-Za-z])-(?=[A-Z]{{2,3}} to )|"
    rf"(?<=[.;] )\([a-z\d]{{1,3}}\)\s|\s-\s|,\s|\()[^\w@]*{_SUBJECT},? to "
    rf"{_ADVERB}(?P<verb>[a-z][a-z-]+)\b"
)
_ASKED: Final = re.compile(
    rf"{_SUBJECT},?(?: (?:has|have|and [A-Z]\w+))? {_ADVERB}(?:undertook|undertaken|agreed|offered|"
    rf"volunteered|"
    r"promised|(?:was|were|is|are|be|be and (?:is|are) hereby) (?:asked|requested|instructed|tasked|"
    r"directed|charged|required|authori[sz]ed|"
    r"delegated|mandated|assigned|expected|due|nominated|deputed|empowered|detailed|urged)|is|are|"
    rf"(?:has|have) to do|took (?:it )?on|(?:took|has|have|had|takes|was given|accepted) (?:an|the) "
    rf"(?:action|task|AI)"
    rf"(?: items?| point)?|(?:took|takes|has) (?:on )?(?:the )?(?:action|responsibility)) to "
    rf"{_ADVERB}(?P<verb>[a-z][a-z-]+)\b"
)
_ASKED_BARE: Final = re.compile(
    rf"(?:^|[.;:–—]\s|\s-\s){_SUBJECT},? {_ADVERB}(?:asked|requested|instructed|tasked|authori[sz]ed|happy|"
    rf"willing|to be asked) to {_ADVERB}(?P<verb>[a-z][a-z-]+)\b"
)
""" "Clerk asked to write to the owner", as notes have it."""
_TO_BE_BY: Final = re.compile(
    rf"^(?:\W*\w{{1,3}}[.)]\s+)?(?P<order>[A-Z][^.;]{{3,120}}? to be (?P<verb>[a-z]{{3,}}) by {_SUBJECT})\W*$"
)
""" "Costs to be found by Ann Bell"."""
_NUMBERED: Final = re.compile(r"\(\w{1,4}\)")
_TO_ASK: Final = re.compile(
    r"\b(?:[Aa]greed|AGREED|[Rr]esolved|RESOLVED|[Dd]ecided)\b[^.;]{0,20}? to "
    r"(?:ask|request|instruct|direct|authori[sz]e|invite|get) "
    rf"{_SUBJECT} to {_ADVERB}(?P<verb>[a-z][a-z-]+)\b"
)
_DIRECTED: Final = re.compile(
    r"\b(?:directed|instructed|asked|requested|authori[sz]ed|tasked) "
    rf"{_SUBJECT} to {_ADVERB}(?P<verb>(?!(?:explain|clarify|comment|introduce|present|speak|"
    rf"describe|elaborate|"
    rf"outline|consider|leave|note|share|confirm|report|give|say|tell|update|summari[sz]e)\b)[a-z][a-z-]+)\b"
)
""" "The Council directed the Manager to order …"; what somebody is asked to say is said at once."""
_LETTERS_TO: Final = re.compile(
    r"(?<=[A-Za-z\d,)] )(?<!\bfrom )(?<!\bfor )(?<!\bof )(?<!\bby )(?<!\bwith )(?<!\bto )(?<!\band "
    r")(?<!\bor )"
    rf"(?P<owner>[A-Z]{{2,3}}(?:(?: ?[/&+,] ?| and )[A-Z]{{2,3}})*) to {_ADVERB}(?P<verb>[a-z][a-z-]+)\b"
)
"""Initials wherever in run-on text: "The gate is loose GT to mend it"."""
_THAT: Final = re.compile(
    r"(?:\b(?:[Aa]greed|AGREED|[Rr]esolved|RESOLVED|[Dd]ecided|[Rr]equested|[Ss]uggested|[Aa]sked|"
    r"[Dd]irected|RECOMMENDED|[Rr]ecommended|DECISION|and)|^|\([a-z\d]{1,2}\))\W{1,5}(?:[Tt]hat|THAT) "
    rf"{_SUBJECT} {_ADVERB}(?P<modal>should |would |will |shall |be (?:asked|requested|instructed|"
    r"tasked) to )?"
    rf"{_ADVERB}(?P<verb>[a-z][a-z-]+)\b"
)
_THAT_BY: Final = re.compile(
    r"\b(?:[Aa]greed|AGREED|[Rr]esolved|RESOLVED|[Dd]ecided)\b\W{1,5}(?:[Tt]hat|THAT) "
    rf"(?P<order>[^.;]{{3,120}}? (?:should |would |will |to )?be (?P<verb>[a-z]+(?:ed|en|t|nd|ought|"
    rf"de|ld)) by {_SUBJECT})"
)
""" "Resolved that an answer be drafted by the Clerk"."""
_WILL: Final = re.compile(
    rf"{_SUBJECT}(?:’ll|'ll| will| would| shall| (?:is|are) going to) {_ADVERB}(?P<verb>[a-z][a-z-]+)\b"
)
_AHEAD: Final = re.compile(r"’ll|'ll|\bgoing to\b|\bwill\b|\bwould\b|\bshall\b")
_HOPED: Final = re.compile(
    r"\b(?:hop(?:e[ds]?|ing)|expect\w*|believe\w*|thought|assum\w+|if|when|once|whether|until|why|"
    r"how)\s+(?:that\s+)?$"
)
"""What somebody will do as others hope is no order."""
_AND_WILL: Final = re.compile(
    rf"(?:^|[;:.]\s){_SUBJECT} (?:[^.;]|\.(?=\d)){{3,160}}?,? and (?:also )?(?P<how>will|would|"
    rf"was (?:asked|instructed|requested) to|undertook to|agreed to|"
    rf"offered to|"
    rf"volunteered to|is to) {_ADVERB}(?P<verb>[a-z][a-z-]+)\b"
)
_PRONOUN: Final = re.compile(
    r"(?:^|[;,]\s|\band\s)[^\w]*(?:He|She|They|he|she)(?P<how>’ll|'ll| will| would| undertook to|"
    r" agreed to| offered to|"
    rf" volunteered to| is to| was asked to) {_ADVERB}(?P<verb>[a-z][a-z-]+)\b"
)
_SAID_WILL: Final = re.compile(
    rf"(?:^|[;:.]\s){_SUBJECT} (?:said|confirmed|advised|added|replied|agreed|responded|"
    rf"stated)(?: that)? (?:he|she|they)"
    rf"(?:’ll|'ll| will| would) {_ADVERB}(?P<verb>[a-z][a-z-]+)\b"
)
_NO_ORDER: Final = frozenset(
    "continue represent chair act stay remain serve become stand retire succeed".split()
)
"""What people are elected to."""
_NO_TASK: Final = re.compile(
    r"(?:take|keep|chair)(?: on)? (?:the |a )?(?:chair|notes?|minutes|meeting|role)\b|"
    r"take up (?:a|the|his|her|their) ",
    re.I,
)
_NO_VERB: Final = frozenset(
    """a an the this that these those all any some his her its their our my your no each be being
    been have has
    had which whom whose what it them him us me date and or from of in on at by for with about""".split()
)
_NARRATIVE: Final = frozenset(
    """be have like need continue include consider take make support represent meet look give help see
    lead hold use attend act cover show provide accept address remain join start stop begin go get keep leave
    retire chair come become close speak know want expect receive serve mean welcome ensure feel prefer report
    require benefit allow apply cost open host thank test witness undertake resign withdraw recognise
    recognize apologise apologize acknowledge declare oversee reject recover""".split()
)
_DOING: Final = ORDERS - _NARRATIVE
_PROMISED: Final = frozenset(
    "provide take make look give help see show get meet report hold ensure lead try bring let".split()
)
"""Verbs of accounts as well as of orders: an order where somebody is told outright."""
_MORE: Final = frozenset(
    """declare query enquire inquire apologise hire try tone sort do have find let pick pop ping chase host
    nudge ring phone cost price""".split()
)
_ANY_ORDER: Final = ORDERS | _MORE | {"provide", "try"}
_DECIDING: Final = frozenset("note accept approve receive agree consider discuss decide endorse".split())
"""What a paper asks a board to do: "Members to note the report"."""
_PAST: Final = re.compile(r"\b(?:had|previously|last (?:year|month|meeting))\b[^.;]{0,25}$")


def single(said: str) -> str:
    """A sentence whose words stand one space apart, wherever its lines were broken."""
    return re.sub(r"\s+", " ", said)


def told_in(said: str, at: int, owners: Owners, before: str | None = None) -> list[Told]:
    """Who a sentence tells to do what, the surest first; `before` is whom "she" in it stands for."""
    found: list[Told] = []

    def add(m: re.Match[str], how: How, verbs: frozenset[str] | None, owned: tuple[str, ...]) -> None:
        verb = m["verb"]
        if m.re is _THAT and m["modal"] is None and verb not in ORDERS and verb[-1:] == "s":
            verb = verb[:-1]  # "resolved that Ann follows this up"
        if _NO_TASK.match(said, m.start("verb")):
            return
        if not owned or verb in _NO_VERB or verb in _NO_ORDER or (verbs is not None and verb not in verbs):
            return
        people = owners.are_people(owned)
        if verbs is None and not people and (verb not in _ANY_ORDER or verb in _DECIDING):
            return
        everyone = how is How.ASKED and owners.are_a_group(owned) and verb in _DOING - _DECIDING
        if how in (How.WILL, How.ASKED) and not owners.are_seated(owned) and not everyone:
            return
        found.append(Told(owned, verb, m.start("verb"), how))

    def subject(m: re.Match[str]) -> tuple[str, ...]:
        return tuple(owners.many(m["owner"].strip(" *,"), at + m.start("owner")))

    ordered = " to " in said  # what the slower patterns cannot do without
    for m in _BARE.finditer(said) if ordered else ():
        # "Action 3 (Ann to write) – complete" reports what was once to be done
        if m[0][0] != "(" or _NUMBERED.match(m[0]) or said.rstrip(" .")[-1:] == ")":
            add(m, How.BARE, None, subject(m))
    for m in _ASKED.finditer(said) if ordered else ():
        if not _PAST.search(said[: m.start()]) and not found:
            add(m, How.ASKED, _ANY_ORDER, subject(m))
    for m in _ASKED_BARE.finditer(said) if ordered and not found else ():
        add(m, How.ASKED, _ANY_ORDER, subject(m))
    for m in _TO_BE_BY.finditer(said) if " to be " in said and " by " in said else ():
        if (owned := subject(m)) and owners.are_seated(owned):
            found.append(Told(owned, m["verb"], m.start("order"), How.BARE))
    for m in _LETTERS_TO.finditer(said) if ordered and not found else ():
        if owners.are_people(subject(m)):
            add(m, How.BARE, _ANY_ORDER, subject(m))
    for m in _DIRECTED.finditer(said) if ordered and not found else ():
        if not _PAST.search(said[: m.start()]):
            add(m, How.ASKED, _ANY_ORDER, subject(m))
    for m in _TO_ASK.finditer(said) if ordered and not found else ():
        add(m, How.AGREED, _ANY_ORDER, subject(m))
    for m in _THAT.finditer(said) if "hat " in said or "HAT " in said else ():
        # after "should" any verb is an order, without it "that Ann reported" is none
        known = m["modal"] is None or m["verb"] in _NARRATIVE - _PROMISED
        add(m, How.AGREED, _DOING | _PROMISED | _MORE if known else None, subject(m))
    for m in _THAT_BY.finditer(said) if " by " in said else ():
        if owned := subject(m):
            found.append(Told(owned, m["verb"], m.start("order"), How.AGREED))
    for m in _WILL.finditer(said) if _AHEAD.search(said) else ():
        if _HOPED.search(said, max(0, m.start() - 30), m.start()):
            continue
        add(m, How.WILL, _DOING | _MORE | _PROMISED, subject(m))
    for m in _SAID_WILL.finditer(said):
        add(m, How.WILL, _DOING | _MORE | _PROMISED, subject(m))
    for m in _AND_WILL.finditer(said):
        sure = m["how"] not in ("will", "would")
        add(m, How.ASKED if sure else How.WILL, _ANY_ORDER if sure else _DOING | _PROMISED, subject(m))
    if before := before or subject_of(said, owners):
        for m in _PRONOUN.finditer(said):
            sure = m["how"].strip(" ’'") not in ("will", "would", "ll")
            add(
                m,
                How.ASKED if sure else How.WILL,
                _ANY_ORDER if sure else _DOING | _PROMISED | _MORE,
                (subject_of(said[: m.start()], owners) or before,),
            )
    return sorted(found, key=lambda one: -one.how)


_FIRST_NAMED: Final = re.compile(rf"(?<![\w’'@-])(?:(?:{TITLES})\.? ){{0,4}}{_CAP}(?: {_CAP}){{0,3}}")


def subject_of(said: str, owners: Owners) -> str | None:
    """The person a sentence names first: whom "she" in the next one stands for."""
    for m in _FIRST_NAMED.finditer(said):
        words = m[0].split(" ")
        for stop in range(len(words), 0, -1):
            form = " ".join(words[:stop]).rstrip(".,")
            if (found := owners.person(form)) and owners.are_seated((found,)):
                return found
    return None


_WEIGHT: Final = (
    (
        re.compile(
            r"\b(?:(?<!have )(?<!has )(?<!had )agreed(?! with)|resolved|undertook|(?<!been )offered to|"
            r"volunteered|"
            r"action(?:ed)? (?:is|to))\b",
            re.I,
        ),
        4,
    ),
    (
        re.compile(
            r"(?<!been )\b(?:asked(?! whether| if| how| what| why| about| when)|requested|tasked|invited|"
            r"instructed)\b|\bto be \w+(?:ed|t|n)\b|\bwould (?:send|circulate|"
            r"contact|check|write|draft|ask)\b",
            re.I,
        ),
        3,
    ),
    (re.compile(r"\b(?:should|suggested|proposed|recommended|will|would)\b", re.I), 2),
    (re.compile(r"\b(?:need(?:s|ed)?|required?|must)\b", re.I), 1),
)
_GOES_ON: Final = re.compile(r"^(?:(?:This|That|These|Such)\b|(?:It|They) (?:will|would|should|must)\b)")
_AGREED_ALONE: Final = re.compile(
    r"^\W*(?:all )?(?:agreed|resolved|noted|approved)(?: in principle)?\W*$", re.I
)
_CAME_OR_WENT: Final = re.compile(
    r"\b(?:left|joined|arrived|withdrew|returned to) (?:the )?(?:meeting|room)\b", re.I
)


def weight(said: str, at: int, owned: Sequence[str], owners: Owners, before: str | None = None) -> int:
    """How surely a sentence says what these owners are to do; 0 where it says nothing of the kind."""
    if _AGREED_ALONE.match(said) or _CAME_OR_WENT.search(said):
        return 0
    said = single(said)
    told = told_in(said, at, owners, before)
    if any(set(one.owners) & set(owned) for one in told):
        return 10 + max(one.how for one in told)
    plain = max((w for pattern, w in _WEIGHT if pattern.search(said)), default=0)
    names = any(names_in(said, name, owners) for name in owned)
    bare = [one for one in told if one.how is How.BARE]
    if bare and not owners.are_people(tuple(owned)):
        return 8
    others = any(owners.are_people(one.owners) for one in bare)
    named = (
        1 if owners.are_people(tuple(owned)) else 2
    )  # a group says little, and is named for its task alone
    return 0 if others and not names else plain + (named if names and plain else 0)


_FEW_WORDS: Final = 6  # of so short a sentence only the one before tells what it is about


@dataclass(frozen=True, slots=True)
class Choice:
    """The sentence (and what goes on from it) that says what owners are to do."""

    start: int
    end: int
    text: str
    weight: int


def choose(pairs: Sequence[tuple[int, str]], owned: Sequence[str], owners: Owners) -> Choice | None:
    """Of a minute's sentences, the one that says what these owners are to do: the surest, then the last."""
    best: tuple[int, int] | None = None
    before = None
    for place, (start, said) in enumerate(pairs):
        goes_on = place > 0 and bool(_GOES_ON.match(said))
        sure = weight(said, start, owned, owners, before)
        sure = 0 if goes_on and sure < 10 else sure
        if sure and (best is None or sure >= best[0]):
            best = (sure, place)
        before = subject_of(said, owners) or before
    if best is None:
        return None
    first = last = best[1]
    if last + 1 < len(pairs) and _GOES_ON.match(pairs[last + 1][1]):
        last += 1
    words = " ".join(said for _, said in pairs[first : last + 1])
    if len(words.split()) < _FEW_WORDS and first and first == last:
        words = f"{words.rstrip(' .')} ({pairs[first - 1][1].rstrip(' .')})"
    return Choice(pairs[first][0], pairs[last][0] + len(pairs[last][1]), words, best[0])


def last_said(pairs: Sequence[tuple[int, str]]) -> Choice | None:
    """The last sentence that is no coming and going."""
    for start, said in reversed(pairs):
        if not _CAME_OR_WENT.search(said) and not _AGREED_ALONE.match(said):
            return Choice(start, start + len(said), said, 0)
    return None


def names_in(said: str, owner: str, owners: Owners) -> bool:
    """Whether a sentence names an owner in any form."""
    if owner in said:
        return True
    return any(owners.person(word.strip(".,;:()")) == owner for word in said.split() if word[:1].isupper())

"""What an action is made of, and how its words are cut: description, owners before, after or in brackets,
due date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from whosat.extract.components.action_owners import Owners
from whosat.extract.components.records import Extent
from whosat.extract.components.verbs import ORDERS
from whosat.extract.names import is_given_name

_LONGEST: Final = 1_200  # characters of an action that are read for its owners
_TO: Final = re.compile(
    r"\s*(?:,\s*)?(?:\bto\b|\bplease\b|\bwill\b|\bwould\b|\bshall\b|\bshould\b|\bagreed to\b|\bis to\b|\bare "
    r"to\b|\bwere to\b|\bwas to\b|\bundertook to\b|"
    r"\bto\s*[:–-])\s+(?=[a-z*])"
)
_DASHED: Final = re.compile(r"^(.{1,60}?)\s*(?::|\s[–—-]|[–—]|->|=>|→|\s\|)\s+(?=\S)")
_END_BRACKET: Final = re.compile(r"[\[(]([^()\[\]]{1,90})[\])]\s*[.*]*\s*$")
_DATED: Final = re.compile(
    r"^(?:by |due )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|"
    r"th)?|\d{1,2}[/.]\d{1,2})\s*[:,;–-]\s*"
)
"""A day before the owners in a bracket: "(15 Oct: A and B)"."""
_ANY_BRACKET: Final = re.compile(r"\(([^()]{1,220})\)")
_END_DASHED: Final = re.compile(
    r"(?:\s?[-=]>\s*|\s[–—-]\s*|\s{2,}|\.\s+|:\s*|\t|\.{3,}\s*|…+\s*|\s(?=@)|\s*→\s*|\s\|\s)"
    r"((?:Action(?:ed)?(?: by)?|Owner|Lead|By whom|Responsible|"
    r"Who)?:?\s*[^.:–—\t]{2,60}?)\s*[.*]*\s*$",
    re.I,
)
_END_COMMA: Final = re.compile(
    r"(?<![A-Z]{2})[,;] ((?:[A-Z]{2,3}|All|ALL)(?:\s?[/&+]\s?[A-Z]{2,3})*)[\s.*]*$"
)
"""Initials behind a comma: "Mend the gate, GT"; others there are more likely whom it is about."""
_END_DAY: Final = re.compile(
    r"[\s,;:.([|–—-]+(?P<due>(?:by|due|before|deadline|target|until)\b[\s:]*[^.;()–|]{2,30}|ASAP|asap|"
    r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|\d{4}-\d\d-\d\d|next meeting|"
    r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}(?: \d{4})?|[A-Z][a-z]{2,8} \d{1,2}(?:st|nd|rd|th)?(?:,? "
    r"\d{4})?)"
    r"[\])]?\W*$"
)
"""A day behind the owners at an end: "Mend the gate – GT – by 3 May"."""
_HELPERS: Final = re.compile(
    r"\s*(?:with|supported by|assisted by|in (?:consultation|liaison|conjunction)|including|via|e\.?g|"
    r"i\.?e|see|cc|copy(?:ing)? in|from|for|by|at|on)\b",
    re.I,
)
OWNED: Final = re.compile(
    r"[\s.;,(\[]*\b(?:owners?|leads?|by whom|responsible|assigned to|action "
    r"by)\s*[:=–-]\s*([^.;)\]]{2,80}?)(?:[)\].;]+|(?=\s[–—|-]\s|,?\s(?:due|deadline|by)\b)|$)",
    re.I,
)
_LEADING: Final = re.compile(
    r"^[\s•·*–—:.\-]+|^\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]\s+|^[:–-]\s*|"
    r"^\d{1,3}(?:\.\d{1,3}){1,3}\.?\s+(?=[A-Z“])|^(?:A|AP|AI|"
    r"ACT)?\d{1,3}(?:[./-]\d{1,3})+[.):]?\s+(?=[A-Z@“])|"
    r"^\d{1,2}\s+(?=[A-Z@][\w.’'/&, -]{0,40}(?: to [a-z]|\s?[:–—-]\s))"
)
_DONE: Final = re.compile(
    r"(?:^|[.;:–(\[|—]\s*|\b(?:this (?:has|had|action)|action|now|status:?|update:?)\s+(?:been\s+|"
    r"is\s+|was\s+)?)"
    r"(?<!not )(?<!partially )(?:completed?|done|closed|discharged|actioned|resolved|not (?:to be "
    r")?taken forward|no longer (?:required|relevant))\b\s*(?:(?:on )?\d{1,2}[ /.][^.;]{2,20})?(?:[.;)\]]|$)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Stated:
    """An action as stated at one place. `number` is its number there; `strong` where the place lists actions;
    `context` is the minute it stands beside, for telling whether another statement is the same action;
    `also` are the descriptions of statements merged into this one.
    """

    where: tuple[Extent, ...]
    description: str
    owners: tuple[str, ...]
    rule: str
    confidence: float
    strong: bool = True
    number: str | None = None
    done: bool = False
    due_text: str | None = None
    context: str = ""
    also: tuple[str, ...] = ()


def _closed(text: str) -> str:
    """A text without the bracket that closes the one it stood in: "(Action: Ann Bell to write)"."""
    for opens, closes in ("()", "[]"):
        if text.count(closes) > text.count(opens):
            head, tail = text.rsplit(closes, 1)
            if not tail.strip(" ."):
                text = (head + tail).rstrip()
    return text


def tidy(text: str) -> str:
    """A description: one line, without marks, numbers and a leading "To"."""
    plain = re.sub(r"\s+", " ", re.sub(r"\*\*|__|\\(?=\W)", "", text)).strip()
    while (cut := _LEADING.sub("", plain, count=1)) != plain:
        plain = cut
    plain = (
        re.sub(r"^(?:that|to)\s+(?=\w)", "", plain, flags=re.I)
        if plain[:3].lower() in {"to ", "tha"}
        else plain
    )
    plain = _closed(plain.strip(" \t*–-:;,"))
    return plain[:1].upper() + plain[1:]


def is_done(text: str) -> bool:
    """Whether a status or the words after an action report it as done or dropped."""
    return bool(_DONE.search(text))


_DONE_LAST: Final = re.compile(
    r"\s-\s*(?:completed?|done|closed|discharged|actioned)\b(?: (?:on )?\d{1,2}[ /.][^.;]{2,20})?\W*$", re.I
)


def is_reported_done(text: str) -> bool:
    """Whether a numbered action, as matters arising repeat it, ends with what became of it: "… - done"."""
    return bool(_DONE_LAST.search(text))


def begins_with_verb(text: str) -> bool:
    """Whether the first word is a verb that tells somebody to do something."""
    first = re.match(r"\W*(?:to\s+)?([A-Za-z-]+)", text)
    return bool(first) and first[1].lower() in ORDERS if first else False


_ORDERS: Final = re.compile(
    r"(?:Ask|Invite|Request|Contact(?! Cent)|Remind|Encourage|Get|Tell|Instruct|Inform|E-?mail|Write|Advise|"
    r"Arrange|Chase|Allow|Enable|Urge|Confirm|Check|Speak|Talk|Send|Find|Seek|Ensure|Require|Thank)\b"
)
"""Verbs that head no post and no team: "Ask Operations team to review the bins" has no owner."""


def _owner_first(text: str, owners: Owners, at: int) -> tuple[list[str], str] | None:
    """ "A and B to do …", "A – do …", "A: do …"."""
    for m in list(_TO.finditer(text))[:2]:
        before = text[: m.start()].strip(" ,:–-")
        if " " in before and _ORDERS.match(before) and owners.person(before) is None:
            break
        before = re.split(r"(?<=[a-z]{3}\.)\s+(?=[A-Z])", before)[-1]
        if 1 < len(before) <= 120 and (found := owners.many(re.sub(r"\(.*?\)", "", before), at)):
            return found, text[m.end() :]
    dashed = _DASHED.match(text)
    if dashed and (found := owners.many(dashed[1].strip(), at, loose=False)):
        return found, text[dashed.end() :]
    return None


_SAID_TWICE: Final = re.compile(r"\s/\s*to (?=[a-z])")
"""Between an order in another tongue and the same in English."""
_INITIALS: Final = re.compile(r"[A-Z]{2,3}(?:\s?[/&,+]\s?[A-Z]{2,3})*")
_ORDERED: Final = re.compile(
    r"(?!(?:is|are|was|were|has|have|had|and|or|to|will|would|said|felt|gave|s|of|for|in|on|at)\b)"
    r"[a-z][a-z-]*(?<!ed)(?<!s)\s"
)
"""A word in small letters behind initials that may well be an order: "GT mend the gate"."""
_THIRD: Final = re.compile(r"([a-z]{2,}?)(?:es|s) (?=[a-z\d@A-Z])")
_BEGINS_SMALL: Final = re.compile(r"(?P<owner>[a-z][\w-]+(?:(?:,? and |, ?| ?[/&+] ?)[a-z][\w-]+){0,3}) ")
_BEGINS: Final = re.compile(
    r"(?P<owner>@[\w-]+(?:(?:,? and |[ ,/&]+)@[\w-]+)*|[A-Z][\w’'.-]*(?:(?:\s?[/&]\s?|,\s|"
    r"\s)(?:and\s)?[A-Z@][\w’'.-]*){0,4})(?P<gap>,?\s+)"
)


def _tells_verb(text: str) -> bool:
    """Whether an order stands as what somebody does: "Kamil orders the tags"."""
    first = _THIRD.match(text)
    if first is None:
        return False
    return not ORDERS.isdisjoint({first[1], first[1] + "e", re.sub("i$", "y", first[1])})


def _owner_begins(text: str, owners: Owners, at: int) -> tuple[list[str], str] | None:
    """ "JR/TB Set up the page", "@jrees reply to Ann", "Jane, prices by Friday": the person, then what is to
    be done."""
    m = _BEGINS.match(text)
    if m is None:
        small = _BEGINS_SMALL.match(text)
        rest = text[small.end() :] if small else ""
        if small and begins_with_verb(rest) and (found := owners.handles(small["owner"])):
            return found, rest
        return None
    words = m["owner"].split(" ")
    for stop in range(len(words), 0, -1):
        name = " ".join(words[:stop]).rstrip(",")
        if (found := owners.many(name, at, loose=False)) and owners.are_people(tuple(found)):
            rest = text[len(name) :].lstrip(" ,")
            if other := _SAID_TWICE.search(rest):
                return found, rest[other.end() :]
            if (
                (_INITIALS.fullmatch(name) and _ORDERED.match(rest))
                or (name.startswith("@") and rest[:1].isupper())
                or begins_with_verb(rest)
                or _tells_verb(rest)
                or ("/" in name and len(found) > 1)
                or (rest[:1].islower() and text[len(name) :][:1] == ",")
            ):
                return found, rest
    return None


def _by(day: str) -> str:
    """A day as the end of an order says it."""
    return f"by {day}" if day[0].isdigit() or (day[0].isupper() and day.upper() != day) else day


def _owner_in_brackets(text: str, owners: Owners, at: int) -> tuple[list[str], str] | None:
    """ "Do … (A and B)", "Do … (A) for next time", "Do … (A - short paper)"."""
    end = _END_BRACKET.search(text)
    day = _END_DAY.search(end[1]) if end else None
    if end and day and day.start() and not _HELPERS.match(end[1]):
        found = owners.many(end[1][: day.start()], at + end.start(1), loose=False)
        if found:
            return found, f"{text[: end.start()].rstrip()}, {_by(day['due'])}"
    if (
        end
        and not _HELPERS.match(end[1])
        and (
            found := owners.many(
                re.split(r"\s[–-]\s", _DATED.sub("", end[1]))[0], at + end.start(1), loose=False
            )
        )
    ):
        return found, text[: end.start()]
    for m in _ANY_BRACKET.finditer(text):
        first = re.split(r"\s[–-]\s|\bto\b|:", _DATED.sub("", m[1]))[0].strip()
        if first and not _HELPERS.match(first) and (found := owners.many(first, at + m.start(1))):
            return found, text[: m.start()] + text[m.end() :] if first == m[1].strip() else text
    return None


def _owner_last(text: str, owners: Owners, at: int) -> tuple[list[str], str] | None:
    """ "Do … – A", "Do … Action: A", "Do … Owner: A"."""
    told = OWNED.search(text)
    if told and (found := owners.many(told[1].strip(), at + told.start(1), loose=True)):
        return found, text[: told.start()] + text[told.end() :]
    end = _END_COMMA.search(text) or _END_DASHED.search(text)
    if end and (found := owners.many(end[1].strip(), at + end.start(1))):
        return found, text[: end.start()]
    return None


_BOUND: Final = re.compile(r"[/&,+]|\band\b")
_FIRST_NAME: Final = re.compile(r"[A-Z][a-z’'-]+")
_FEWEST_ITEMS: Final = 3


def names_lead(texts: list[str]) -> bool:
    """Whether the items of a document begin with people: "Dan – book …", "Zed – ask …"; most of them usual
    first names."""
    heads = [m[1] for text in texts if (m := _DASHED.match(text)) and begins_with_verb(text[m.end() :])]
    names = [head for head in heads if all(_FIRST_NAME.fullmatch(p.strip()) for p in _BOUND.split(head))]
    usual = sum(is_given_name(_BOUND.split(name)[0].strip()) for name in names)
    return len(names) >= _FEWEST_ITEMS and 2 * usual >= len(names)


def read_item(text: str, owners: Owners, at: int = 0, any_name: bool = False) -> tuple[tuple[str, ...], str]:
    """As `read_action`, for an item of a list of actions, whose owner may be a first name nobody else has:
    "Dan – book the hall"; `any_name` where such names lead the items."""
    owned, said = read_action(text, owners, at)
    dashed = None if owned else _DASHED.match(text)
    if dashed is None or not begins_with_verb(text[dashed.end() :]):
        return owned, said
    names = [part.strip() for part in _BOUND.split(dashed[1]) if part.strip() not in ("", "other", "others")]
    if not all(_FIRST_NAME.fullmatch(name) and (any_name or is_given_name(name)) for name in names):
        return owned, said
    found = [owner for name in names if (owner := owners.one(name, at, loose=True))]
    return (tuple(found), tidy(text[dashed.end() :])) if found else (owned, said)


_SOMEBODY_TO: Final = re.compile(
    r"(?:[Tt]he )?(?P<who>(?!(?:Meeting|Letter|E-?mail|Report|Paper|Reminder|Note|Link|Details?|Work|"
    r"Proposal|"
    r"Plan|Request|Motion|Form|Minutes|Budget|Items?|Quot\w+|Need|Agreed|Decision|Offer|Invitation|"
    r"It|This|That|"
    r"There|How|What|Where|When|Whether|Who|Nothing|None|Time|Date|Thanks|Response|Reply|Update|Feedback|"
    r"Deadline|Due|Up|In|On|At|As|Access|Links|Subject|Related?|Further|Prior|According|Back)\b)"
    r"[A-Z][\w&’'-]*(?:(?: (?:and|of|the|for|&))* [A-Z][\w&’'-]*){0,4})"
    r" to (?:(?:each|both|also|please|then|now) )*(?P<order>[a-z][a-z-]+ .*)$",
    re.S,
)
"""Behind the word "action": whoever stands before "to" and a verb is to do it, though the paper names nobody
so."""


def somebody_to(text: str, owners: Owners) -> tuple[tuple[str, ...], str]:
    """ "Library to publicise the hours", behind the word "action": its owner, as written, and the order."""
    m = _SOMEBODY_TO.match(text.strip(" *–—-:"))
    if m is None or m["who"].isupper() or not begins_with_verb(m["order"]) or begins_with_verb(m["who"]):
        return (), ""
    return tuple(owners.often(m["who"]) or [m["who"]]), tidy(m["order"])


_BY_WHOM: Final = re.compile(
    r"\b(?:\w{3,}(?:ed|en)|sought|sent|put|bought|made|done|set|brought|kept|held|told|got|met|found|cut|"
    r"paid|built)\b[^.;]{0,80}? by (?:the )?"
    r"(?P<owner>[A-Z@][\w.’'-]*(?:(?: and |\s?[/&,]\s?| )[A-Z@][\w.’'-]*){0,4})"
    r"[\s.*)]*$"
)
"""The doer at the end of a passive: "Tenders to be sought by Clerk"."""


_HEAD_BRACKET: Final = re.compile(r"^[(\[](?P<by>[^()\[\]]{2,60})[)\]]\W*\s(?P<rest>\S.*)$", re.S)


def day_behind(text: str) -> str | None:
    """The day that stands behind the owners at the end of a text: "GT, by 30 April"."""
    found = _END_DAY.search(text[:_LONGEST])
    return found["due"] if found and found.start() else None


def read_action(text: str, owners: Owners, at: int = 0) -> tuple[tuple[str, ...], str]:
    """The owners and the description of what stands after "Action:" or in a list of actions."""
    plain = re.sub(r"\*\*|__", "", text[:_LONGEST]).strip(" \t–—-:*")
    if plain.isupper() and " TO " in plain:
        owner, order = plain.split(" TO ", 1)
        plain = f"{owner.title()} to {order.lower()}"
    if found := owners.many(plain.rstrip(" .*"), at):
        return tuple(found), ""
    day = _END_DAY.search(plain)
    if day and day.start() and (found := owners.many(plain[: day.start()], at)):
        return tuple(found), ""
    head = _HEAD_BRACKET.match(plain)
    if head and (found := owners.many(head["by"], at)) and begins_with_verb(head["rest"]):
        return tuple(found), tidy(head["rest"])
    bracket = _owner_in_brackets(plain, owners, at)
    first = _owner_first(bracket[1] if bracket else plain, owners, at)
    if bracket and not (first and all(owners.is_body(name) for name in bracket[0])):
        return tuple(bracket[0]), tidy(first[1] if first and set(first[0]) <= set(bracket[0]) else bracket[1])
    if first is None and bracket is None:
        first = _owner_last(plain, owners, at) or _owner_begins(plain, owners, at)
    if first is None and (told := _BY_WHOM.search(plain)):
        first = (found, plain) if (found := owners.many(told["owner"], at + told.start("owner"))) else None
    if first is None and day and day.start():
        owned, said = read_action(plain[: day.start()], owners, at)
        if owned:
            return owned, f"{said}, {_by(day['due'])}" if said else ""
    return (tuple(first[0]), tidy(first[1])) if first else ((), tidy(plain))

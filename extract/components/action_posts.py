"""Posts and handles that stand for people of the roster: "Director of Place", "PVC (Research)", "@jrees"."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import Final

from spacy.tokens import Doc

from whosat.extract.components.people_known import TITLES
from whosat.extract.components.records import RosterEntry, text_of
from whosat.extract.flow import flow_of
from whosat.ontology.facts import Status

_HEADS: Final = (
    "Administrator|Advis[eo]r|Analyst|Archivist|Bursar|Chancellor|Clerk|Commander|Commissioner|Constable|"
    "Controller|Convenor|Convener|Co-?ordinator|Counsel|Dean|Director|Engineer|Executive|Governor|Guardian|"
    "Head|Head ?teacher|Lead|Leader|Librarian|Manager|Marshal|Mayor|Officer|Planner|President|Principal|"
    "Provost|Registrar|Scribe|Secretary|Solicitor|Superintendent|Surveyor|Treasurer|Warden"
)
_POST: Final = re.compile(
    r"(?!(?:and|of|for|to|in)\b)(?:(?:[A-Z][\w’'-]*|&|and|of|for|to|the|in) ){0,6}?"
    rf"(?:[A-Z][\w’'-]*-)?(?:{_HEADS})\b(?: \([A-Z][\w &-]+\))?"
    r"(?: (?:of|for|to|and|&|in)(?: the)?(?: [A-Z][\w’'-]*)+)*(?: \([A-Z][A-Za-z &]{2,40}\))?"
)
_AFTER: Final = re.compile(r"[\s,(:;–—/-]*(?:(?:[A-Z]{2,5}|(?:[A-Z]\.){2,4}),?[\s,(–-]+){0,2}")
_BEFORE: Final = re.compile(rf"[\s,(:–—|-]*(?:(?:{TITLES})\.?\s*)*$")
_NEAR: Final = 90
_SHORT: Final = (
    (re.compile(r"\bhon(?:orary)?\b\.? (?=\w)"), ""),
    (re.compile(r"\bsecy?\b\.?"), "secretary"),
    (re.compile(r"\btreas\b\.?"), "treasurer"),
    (re.compile(r"\bv(?:ice[- ]?)?p(?:res)?\b\.?"), "vice president"),
    (re.compile(r"\bpres\b\.?"), "president"),
    (re.compile(r"\bpro[- ]vice[- ]chancellor"), "pvc"),
    (re.compile(r"\bdeputy vice[- ]chancellor"), "dvc"),
    (re.compile(r"\bvice[- ]chancellor"), "vc"),
    (re.compile(r"\bchief executive officer\b|\bceo\b"), "chief executive"),
    (re.compile(r"\bchief finance officer\b|\bchief financial officer\b"), "cfo"),
    (re.compile(r"\bchief operating officer\b"), "coo"),
    (re.compile(r"\bpolice and crime commissioner\b"), "pcc"),
    (
        re.compile(r"\bvice[- ]chair(?:man|woman|person)?\b|\bdeputy chair(?:man|woman|person)?\b"),
        "vice chair",
    ),
    (re.compile(r"\bchair(?:man|woman|person)\b"), "chair"),
)
_IS_POST: Final = re.compile(rf"(?:^|\b)(?:{_HEADS}|chair|pvc|dvc|vc|cfo|coo|pcc)\b", re.I)
_NO_POST_ALONE: Final = frozenset("head lead and".split())
_BETWEEN: Final = re.compile(r"\s(?:and|&)\s|\s?/\s?")
_NICKNAME: Final = re.compile(
    r"\s*\((?!(?:Apolog|Absent|Present|Part|Minutes?|Notes?|Vice|Acting|Phone|Remote|Zoom|Late|Observer|"
    r"Guest|Host|Members?|"
    r"Interim|Deputy|Scribe|Teams|Online|Chair))([A-Z][a-z]{2,14})\)\s*$"
)
"""One word in brackets that ends a name's line."""
_NICK_BEFORE: Final = re.compile(r"(?<![^\s,;:|])([a-z][\w-]{1,15}) \($")
"""A nickname before a name in a bracket: "jmh (Jenny Holm)"."""
_HANDLE: Final = re.compile(r"@[A-Za-z\d][\w-]{1,38}")


@lru_cache(maxsize=8192)
def post_key(text: str) -> str:
    """One string for a post however it is written: "the Pro-Vice-Chancellor (Research)" → "pvc research"."""
    plain = re.sub(
        r"^(?:(?:and|the|our|acting|interim)\s+)+", "", re.sub(r"\s+", " ", text.casefold()).strip(" .,")
    )
    for long, short in _SHORT:
        plain = long.sub(short, plain)
    return re.sub(r"[^\w&]+", " ", plain).strip()


def is_post(text: str) -> bool:
    """Whether words are a post's and nothing else: "Head of Waste", "Scrutiny Officer"."""
    return _POST.fullmatch(text) is not None


def _said_of(entry: RosterEntry, text: str) -> list[str]:
    """The posts of somebody: those that the roster was read to give, and those right beside the name."""
    found = [post for post in (entry.job_title, entry.role) if post]
    start, end = entry.name_at
    line = text.rfind("\n", 0, start) + 1
    if after := _AFTER.match(text, end, end + _NEAR):
        stop = text.find("\n", end)
        if post := _POST.match(text, after.end(), min(end + _NEAR, stop if stop > 0 else len(text))):
            found.append(post[0])
    before = text[max(line, start - _NEAR) : start]
    if label := _before(before, line < start - _NEAR):
        found.append(label[0])
    return found


def _before_another(post: str, entry: RosterEntry, text: str, starts: dict[int, str]) -> str | None:
    """Whose post it is where another's name follows it at once: "R. Toms, Clerk D. Hurrell"."""
    end = entry.name_at[1]
    at = text.find(post, end, end + _NEAR)
    if at < 0 or text[end:at].strip() != ",":
        return None
    stop = at + len(post)
    return next(
        (starts[n] for n in range(stop + 1, stop + 5) if n in starts and not text[stop:n].strip()), None
    )


def _before(before: str, cut: bool) -> tuple[str, str] | None:
    """The post right before a name and what stands between; behind a comma it is another's, unless it begins
    the line: "Harjit Dhaliwal – President, Moe Fraser"."""
    gap = _BEFORE.search(before)
    if gap is None or not gap[0].strip():
        return None
    told = [m for m in _POST.finditer(before, 0, gap.start()) if m.end() == gap.start()]
    if not told or (gap[0].strip() == "," and (cut or before[: told[-1].start()].strip())):
        return None
    return told[-1][0], gap[0]


def _forms(post: str) -> set[str]:
    """A post and its parts: "Secretary and Clerk to Council" is also "Secretary" and "Clerk"."""
    whole = post_key(post)
    parts = {whole, *(post_key(part) for part in _BETWEEN.split(post))}
    forms = {form for part in parts for form in (part, re.split(r" (?:to|of the|for the) ", part)[0])}
    return {form for form in forms if _IS_POST.search(form)}


def posts_of(doc: Doc) -> dict[str, str]:
    """The keys of posts that one person of the roster alone holds → this person's name."""
    text = flow_of(text_of(doc))
    labelled: dict[str, set[str]] = defaultdict(set)
    starts = {entry.name_at[0]: entry.name for entry in doc._.roster}
    whole: dict[str, set[str]] = defaultdict(set)
    first: dict[str, set[str]] = defaultdict(set)
    for entry in doc._.roster:
        if not entry.status:
            continue
        start = entry.name_at[0]
        near = text[max(text.rfind("\n", 0, start) + 1, start - _NEAR) : start]
        label = _before(near, cut=False)
        if label and (":" in label[1] or near.rsplit(label[0], 1)[0].rstrip()[-1:] in ("", ".")):
            for form in _forms(label[0]):
                labelled[form].add(entry.name)
        for post in _said_of(entry, text):
            other = _before_another(post, entry, text, starts)
            for form in _forms(post):
                if other:
                    labelled[form].add(other)
                    continue
                whole[form].add(entry.name)
                if (head := form.split(" ")[0]) != form and re.fullmatch(_HEADS, head, re.I):
                    first[head].add(entry.name)
        if entry.status is Status.MINUTE_TAKER:
            whole["minute taker"].add(entry.name)
            whole["minutes secretary"].add(entry.name)
    whole |= labelled  # "Manager: Ann Bell" leaves no doubt
    alone = {head for head in first if head not in whole and head not in _NO_POST_ALONE}
    found = {head: min(first[head]) for head in alone if len(first[head]) == 1}
    return found | {form: min(names) for form, names in whole.items() if len(names) == 1}


def handles_of(doc: Doc) -> dict[str, str]:
    """The handles and nicknames that stand behind a name of the roster: "Jane Rees (@jrees)", "Jane Rees "
    "(Reesy)"."""
    text = text_of(doc)
    found: dict[str, str] = {}
    nicknames: list[tuple[str, str]] = []
    for entry in doc._.roster:
        stop = text.find("\n", entry.name_at[1])
        near = text[entry.name_at[1] : stop if stop >= 0 else len(text)][:_NEAR]
        if nick := _NICK_BEFORE.search(text[max(0, entry.name_at[0] - 30) : entry.name_at[0]]):
            found.setdefault(nick[1].casefold(), entry.name)
        if handle := _HANDLE.search(near):
            found.setdefault(handle[0].casefold(), entry.name)
        if (nick := _NICKNAME.match(near)) and not _IS_POST.search(nick[1]):
            nicknames.append((nick[1], entry.name))
    # "Frederick Holt (Fred)" tells that what stands in these brackets are names, not organisations
    if any(name.startswith(nick[:3]) for nick, name in nicknames):
        found |= {nick.casefold(): name for nick, name in nicknames}
    return _by_name(doc) | found | _by_code(doc)


_CODE: Final = re.compile(r"[A-Z][A-Z&]{1,4}")


def _by_code(doc: Doc) -> dict[str, str]:
    """The letters of a post that the roster gives one person alone: "Carol Hill (CE)"."""
    codes: dict[str, set[str]] = defaultdict(set)
    for entry in doc._.roster:
        if entry.job_title and _CODE.fullmatch(entry.job_title):
            codes[entry.job_title.casefold()].add(entry.name)
    return {code: min(names) for code, names in codes.items() if len(names) == 1}


def _by_name(doc: Doc) -> dict[str, str]:
    """Handles as names make them ("@jane", "@jrees", "@jane-rees"), where one person's alone would."""
    owners: dict[str, set[str]] = defaultdict(set)
    for entry in doc._.roster:
        words = [re.sub(r"\W", "", word).casefold() for word in entry.name.split()]
        if len(words) == 1 and words[0]:
            owners[f"@{words[0]}"].add(entry.name)
        if len(words) < 2 or not all((words[0], words[-1])):
            continue
        first, last = words[0], words[-1]
        for form in (
            first,
            last,
            first[0] + last,
            first + last,
            f"{first}-{last}",
            f"{first}_{last}",
            first + last[0],
        ):
            owners[f"@{form}"].add(entry.name)
    return {handle: min(names) for handle, names in owners.items() if len(names) == 1}

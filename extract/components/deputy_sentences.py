"""Deputies that sentences and notes tell: words between two names, lists of pairs, "in his place"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from whosat.extract.components import deputy_words as words
from whosat.extract.components.attendance_entries import Draft
from whosat.extract.components.deputy_names import (
    LIKELY,
    SURE,
    Named,
    after,
    before,
    is_away,
    is_full_name,
    owner,
    post_after,
    post_before,
)
from whosat.extract.components.deputy_pairs import Pairing
from whosat.extract.components.member_changes import is_succession
from whosat.extract.names import TITLES, read_name
from whosat.ontology.facts import Status

_FORWARD: Final = (
    (words.STRONG, True, LIKELY),
    (words.ATTENDED_FOR, True, SURE),
    (words.WEAK, False, SURE),
)


_TELLS_OF_ANY: Final = re.compile(
    r"(?i:\b(?:lieu\b|room of|stand[- ]in|nominat|(?:acting|appearing|speaking|voting|sitting) for|"
    r"substitut|deput|represent|replac|prox(?:y|ies)\b|alternat|nominee|behalf|stead\b|absence\b|"
    r"cover(?:ed|ing)?\b|"
    r"instead|in (?:\w+ )?place|place was|vice\b|s/|p\.\s?p|o\.?b\.?o\b|sub(?:s|bed|st)?\b|dep(?:s)?\b|"
    r"alt\b|s(?:at|tood|itting|tanding) in|"
    r"delegat|sen[dt]\b|sending|rep\b|for whom|fill(?:ed|ing))|\b(?:attend\w*|came|come|there|here|"
    r"present|sat|stood|in) for\b|[(,;–—-]\s?for\s)"
)


_REACH: Final = 500  # characters around such a word in which a sentence of a deputy stands


def _windows(text: str) -> list[tuple[int, int]]:
    """The stretches of a text that may tell of a deputy; the patterns for it are too slow to run
    everywhere."""
    found: list[tuple[int, int]] = []
    for word in _TELLS_OF_ANY.finditer(text):
        start, end = max(0, word.start() - _REACH), min(len(text), word.end() + _REACH)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _within(pattern: re.Pattern[str], text: str, near: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    for start, end in near:
        yield from pattern.finditer(text, start, end)


def read_sentences(pairing: Pairing) -> None:
    """Enter every deputy that the text tells of, outside what the roster's own lines have told."""
    near = _windows(pairing.text)
    if not near:
        return
    _absent_with_others(pairing)
    for pattern, strong, least in _FORWARD:
        for said in _within(pattern, pairing.text, near):
            _forward(pairing, said, strong, least)
    _listed(pairing)
    _backward(pairing)
    for said in _within(words.AS_THEIRS, pairing.text, near):
        two = after(
            pairing.text[: said.end("two")], said.start("two"), pairing.people, away=True, least=LIKELY
        )
        if two is not None and two.at[1] == said.end("two"):
            pairing.join(_subject(pairing, said.start()), two, strong=True, least=LIKELY)
    for said in _within(words.IN_THEIR_ABSENCE, pairing.text, near):
        two = after(
            pairing.text[: said.end("two")], said.start("two"), pairing.people, away=True, least=LIKELY
        )
        if two is None or two.at[1] < said.end("two"):
            continue
        noted = pairing.text[said.start() - 1 : said.start()] == "("
        one = _subject(pairing, said.start()) or (_noted(pairing, said.start()) if noted else None)
        if noted or said["lead"].strip():
            pairing.join(one, two, strong=True, least=LIKELY)
    for said in _within(words.PRONOUN, pairing.text, near):
        one = _subject(pairing, said.start())
        two = _earlier(pairing, one, said) if one else None
        pairing.join(one, two, strong=False)


# ---------------------------------------------------------------- who stands before


_BRACKET: Final = re.compile(r"\s*\([^()]{1,70}\)\s*[,–—-]?\s*\Z")
_APPOSED: Final = re.compile(r"\s*,[^,;:.()\n\t]{2,70},?\s*\Z")
_OPENED: Final = re.compile(r"(?:[(\[,;–—:\t]|\s-)\s*\Z")


def _subject(pairing: Pairing, stop: int, *, away: bool = False) -> Named | None:
    """The name before some words; a bracket, and a post between commas, may stand between."""
    text, people = pairing.text, pairing.people
    found = before(text, stop, people, away=away)
    start = max(0, stop - 90)
    if found is None and (bracket := _BRACKET.search(text, start, stop)) is not None:
        found = before(text, bracket.start(), people, away=away)
    if found is None and (apposed := _APPOSED.search(text, start, stop)) is not None:
        found = before(text, apposed.start(), people, away=away)
    return found


def _noted(pairing: Pairing, stop: int) -> Named | None:
    """Whose note it is that some words begin: "Ann Bell, Barset Trust (substituting for …)"."""
    if not _OPENED.search(pairing.text, max(0, stop - 4), stop):
        return None
    draft = owner(pairing.text, stop, pairing.people)
    return Named(draft.name, draft.person.name_at, draft) if draft else None


# ---------------------------------------------------------------- one came for another


_BY_OR_FROM: Final = re.compile(r"\b(?:by|from|of|to|with|thanked|thanks|and)\s+\Z", re.IGNORECASE)
_ALONE: Final = re.compile(r"(?:for|rep\.?|re|vice)\s+\Z", re.IGNORECASE)
_EXCUSES: Final = re.compile(r"apolog|regret|absen[ct]|substitut|deput|unable to", re.IGNORECASE)


_PLACE: Final = re.compile(r"\b(?:place|stead|room) of", re.IGNORECASE)
_FULL_STOP: Final = re.compile(r"(?<=[a-z)])\.\s|\n")


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence or line around some words."""
    before = text[max(0, start - 300) : start]
    since = max((stop.end() for stop in _FULL_STOP.finditer(before)), default=0)
    until = _FULL_STOP.search(text, end)
    return before[since:] + text[start : until.start() if until else end + 300]


def _forward(pairing: Pairing, said: re.Match[str], strong: bool, least: float) -> None:
    text, people = pairing.text, pairing.people
    two = after(text, said.end(), people, away=True, least=least)
    if two is None and (post := post_after(text, said.end())) is not None:
        two = pairing.holder_of(post["post"])
        if two is None and (named := _HELD_BY.match(text, post.end())) is not None:
            two = after(text, named.end(), people, away=True, least=least)
    if two is None or (
        _PLACE.search(said.group()) and is_succession(_sentence(text, said.start(), said.end()))
    ):
        return
    opened = bool(_OPENED.search(text, max(0, said.start() - 4), said.start()))
    if not strong and not opened and not said["lead"].strip() and _ALONE.search(said.group()):
        titled = TITLES.match(text, two.at[0]) and said.group().strip().lower() == "vice"
        if not titled:
            return
    one = _subject(pairing, said.start()) or _noted(pairing, said.start())
    if one is None or (one.draft is None and not strong):
        return
    strong = strong or _is_sure(pairing, said, one, two)
    if not strong and not _is_weakly_told(pairing, said, one):
        return
    told_of = bool(_BY_OR_FROM.search(text, max(0, one.at[0] - 9), one.at[0]))
    if told_of and (one.draft is None or not strong) and "(" not in text[one.at[1] : said.end()]:
        return
    _join_all(pairing, one, two, strong, least)


def _is_sure(pairing: Pairing, said: re.Match[str], one: Named, two: Named) -> bool:
    """Whether words that might say much else stand right behind a name of the roster, with a whole name after
    them: "Ann Bell (for and on behalf of Bob Cole)"."""
    draft = one.draft
    if draft is None or two.draft is not None or not is_full_name(pairing.text[two.at[0] : two.at[1]]):
        return False
    between = pairing.text[draft.person.name_at[1] : said.start()]
    return bool(re.fullmatch(r"\s*[(\[]?\s*|\s*[,–—-]\s*", between)) and bool(_SURE.search(said.group()))


_HELD_BY: Final = re.compile(r",? \(?(?=[A-Z])")
"""Between a post and who holds it: "represented the Chief Constable, Mr Cole"."""
_SURE: Final = re.compile(
    r"behalf|represent|vice|rep\b|rep\.|o\.?b\.?o|p\.?p|absence|^\s*for\s", re.IGNORECASE
)


def _is_weakly_told(pairing: Pairing, said: re.Match[str], one: Named) -> bool:
    """Whether words that might say much else stand beside a name of the roster, or among apologies."""
    text = pairing.text
    if _OPENED.search(text, max(0, said.start() - 4), said.start()) and one.draft:
        return (
            abs(one.draft.person.name_at[0] - said.start()) < 200
            or "(" in text[said.start() - 2 : said.start()]
        )
    start = max(0, text.rfind("\n", 0, said.start()), said.start() - 300)
    return bool(_EXCUSES.search(text, start, said.start())) or bool(
        one.draft and abs(one.draft.person.name_at[1] - said.start()) < 4
    )


def _join_all(pairing: Pairing, one: Named, two: Named, strong: bool, least: float) -> None:
    """One pair, those that "and" joins on both sides, and those that follow with "for" alone."""
    ones, twos = _joined_before(pairing, one), [two]
    if len(ones) > 1:
        twos = _joined_after(pairing, two, len(ones))
    if len(ones) == len(twos) > 1:
        for left, right in zip(ones, twos, strict=True):
            pairing.join(left, right, strong=strong, least=least)
    elif pairing.join(one, two, strong=strong, least=least):
        _more(pairing, two.at[1])


_AND_BEFORE: Final = re.compile(r"(?:\s*,)?\s+(?:and|&)\s+\Z|\s*,\s*\Z")
_AND_AFTER: Final = re.compile(r"(?:\s*\([^()]{1,60}\))?(?:(?:\s*,)?\s+(?:and|&)\s+|\s*,\s*)")


def _joined_before(pairing: Pairing, one: Named) -> list[Named]:
    """The names that "and" joins to one before it, in order."""
    found = [one]
    while len(found) < 6:
        start = found[0].at[0]
        mark = _AND_BEFORE.search(pairing.text, max(0, start - 6), start)
        if mark is None or (len(found) == 1 and "," in mark.group() and "and" not in mark.group()):
            break
        more = before(pairing.text, mark.start(), pairing.people)
        if more is None or more.draft is None:
            break
        found.insert(0, more)
    return found


def _joined_after(pairing: Pairing, two: Named, most: int) -> list[Named]:
    """As many names as stand on the other side, that "and" joins behind one."""
    found = [two]
    while len(found) < most:
        mark = _AND_AFTER.match(pairing.text, found[-1].at[1])
        more = after(pairing.text, mark.end(), pairing.people, away=True) if mark else None
        if more is None:
            break
        found.append(more)
    return found


_BETWEEN: Final = re.compile(
    r"(?:\s*\([^()]{1,60}\))?\s*(?:,\s*)?(?:(?:was\s+)?(?:substitut\w+|deputi[sz]\w+|attending|sub\.?)\s+)?"
    r"(?:for|in\s+(?:the\s+)?place\s+of|in\s+lieu\s+of|vice)\s+",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r"(?:\s*\([^()]{1,60}\))?")


def _more(pairing: Pairing, at: int) -> None:
    """The pairs that follow one: ", and Councillor Bell for Councillor Cole"."""
    for _ in range(40):
        aside = _ASIDE.match(pairing.text, at)
        mark = words.AND_FOR.match(pairing.text, aside.end() if aside else at)
        one = after(pairing.text, mark.end(), pairing.people) if mark else None
        between = _BETWEEN.match(pairing.text, one.at[1]) if one else None
        two = after(pairing.text, between.end(), pairing.people, away=True) if between else None
        if one is None or two is None or not pairing.join(one, two, strong=True):
            return
        at = two.at[1]


_LONGEST_LIST: Final = 600


def _listed(pairing: Pairing) -> None:
    """Pairs behind a lead that "for" alone joins: "Substitutions: Ann Bell for Bob Cole"."""
    text = pairing.text
    for head in words.LISTED.finditer(text):
        stop = min(len(text), head.end() + _LONGEST_LIST)
        for mark in _BETWEEN.finditer(text, head.end(), stop):
            one = before(text, mark.start(), pairing.people)
            two = after(text, mark.end(), pairing.people, away=True)
            if one is None or two is None:
                break
            titled = two.draft is not None and is_away(two.draft)
            pairing.join(one, two, strong=not titled)
            if mark.start() - head.end() > _LONGEST_LIST // 2:
                break


# ---------------------------------------------------------------- one was represented by another


def _backward(pairing: Pairing) -> None:
    text, people = pairing.text, pairing.people
    for said in words.BY.finditer(text):
        one, two = after(text, said.end(), people), _represented(pairing, said.start())
        away = two is not None and (two.held or (two.draft is not None and is_away(two.draft)))
        verb = said.group()[len(said["lead"]) :].lower()
        doubtful = verb.startswith(("repl", "repr", "rep ", "rep.", "cover"))
        if away or not doubtful or (verb.startswith("repl") and _is_absence(text, said.start())):
            pairing.join(one, two, strong=True)
    for said in words.FOR_WHOM.finditer(text):
        one, two = after(text, said.end(), people), _represented(pairing, said.start())
        if one is not None and words.ACTS.match(text, one.at[1]):
            pairing.join(one, two, strong=True)
    for said in words.SENT.finditer(text):
        two = _represented(pairing, said.start())
        one = after(text, said.end(), people)
        if two is not None and two.draft is None and one is not None and one.draft is not None:
            pairing.join(one, two, strong=bool(_OPENED.search(text, max(0, said.start() - 4), said.start())))
        if two is None or two.draft is None or not is_away(two.draft):
            continue
        if one is not None and (
            one.draft is not None or "deputy" in said.group() or _INSTEAD.match(text, one.at[1])
        ):
            pairing.join(one, two, strong=False)
    for said in words.BRACKETED.finditer(text):
        two, one = before(text, said.start(), people, away=True), after(text, said.end("open"), people)
        if one is not None and two is not None and words.CAME.match(text, one.at[1]):
            pairing.join(one, two, strong=False)
    for said in words.POSSESSIVE.finditer(text):
        two = before(text, said.start(), people, away=True)
        if two is not None and two.draft is not None and is_away(two.draft):
            pairing.join(after(text, said.end(), people), two, strong=False)


_INSTEAD: Final = re.compile(r"\s+(?:in\s+(?:his|her|their)|as\s+(?:an?|his|her|their)|to\s+\w+|instead)\b")
_ABSENCE: Final = re.compile(r"\babsence of\b|\bapolog", re.IGNORECASE)


def _is_absence(text: str, at: int) -> bool:
    """Whether the sentence speaks of who was absent, so that "replaced by" tells of this meeting only."""
    return bool(_ABSENCE.search(text, max(0, at - 250), at))


_EXCUSE: Final = re.compile(
    r",?\s+(?:who\s+)?(?:(?:had|has|have)\s+)?(?:sent|gave|given|was\s+unable|could\s+not|is\s+unable)\b"
    r"[^.;:()\n]{0,60}?(?:,|\s+and|\s+but)?\s*\Z"
)
"""Why somebody did not come, before it is said who came instead."""


def _represented(pairing: Pairing, stop: int) -> Named | None:
    """Who is meant by the words before "represented by": a person, or who holds the post named."""
    text = pairing.text
    excuse = _EXCUSE.search(text, max(0, stop - 120), stop)
    found = _subject(pairing, excuse.start() if excuse else stop, away=True)
    if found is not None:
        return found
    opened = _OPENED.search(text, max(0, stop - 4), stop)
    post = post_before(text, opened.start() if opened else stop)
    if post is not None and (held := pairing.holder_of(post)) is not None:
        return held
    noted = _noted(pairing, stop)
    return noted if noted and noted.draft and is_away(noted.draft) else None


# ---------------------------------------------------------------- in his or her place


_FARTHEST: Final = 240
_HIS: Final = frozenset("mr sir lord father fr".split())
_HER: Final = frozenset("mrs ms miss lady dame sister baroness".split())


def _earlier(pairing: Pairing, one: Named, said: re.Match[str]) -> Named | None:
    """The person away who was named last before whoever came; of two with "their", nobody."""
    text = pairing.text
    start = max(0, one.at[0] - _FARTHEST)
    if "\t" in text[start : one.at[0]]:
        start = max(start, text.rfind("\n", 0, one.at[0]) + 1)
    away = [d for d in pairing.people if is_away(d) and d is not one.draft and _fits(d, said.group())]
    found = sorted((at, d.name, d) for d in away if (at := _last_named(text, start, one.at[0], d)) >= start)
    if not found:
        return None
    at, _, draft = found[-1]
    plain = not re.search(r"\b(?:his|her|him)\b", said.group())
    if plain and len(found) > 1 and not re.search(r"[.;\n\t]", text[found[-2][0] : at]):
        return None
    return Named(draft.name, (at, at + len(draft.name.split()[-1])), draft)


def _last_named(text: str, start: int, stop: int, draft: Draft) -> int:
    surname = re.escape(draft.name.split()[-1])
    return (
        max((m.start() for m in re.finditer(rf"\b{surname}\b", text[start:stop])), default=-1 - start) + start
    )


def _fits(draft: Draft, said: str) -> bool:
    """Whether a pronoun can stand for somebody, by the title."""
    title = (draft.person.honorific or "").lower().strip(".")
    if re.search(r"\b(?:his|him)\b", said):
        return title not in _HER
    return title not in _HIS if re.search(r"\bher\b", said) else True


# ---------------------------------------------------------------- absent with representation


_PAIR: Final = re.compile(
    r"\s*(?:and\s+)?(?P<two>[^,;:()\n]{2,40}),\s*(?P<one>[^,;:()\n]{3,40}?)\s*(?:;|\.?(?=\s*\n)|\.\s*\Z)"
)
_LEAST: Final = 2


def _absent_with_others(pairing: Pairing) -> None:
    """ "Members absent with representation: Cole, Ann Bell; Fox, Dee Gray"."""
    for head in words.REPRESENTED.finditer(pairing.text):
        found = list(_pairs(pairing.text, head.end()))
        if len(found) < _LEAST:
            continue
        stop = found[-1][0].at[1]
        stop = max(stop, found[-1][1].at[1])
        kept = [d for d in pairing.people if not head.end() <= d.person.name_at[0] < stop]
        pairing.people[:] = kept
        for two, one in found:
            away = pairing.newcomer(two)
            away.status, away.strong = Status.ABSENT, True
            came = pairing.newcomer(one)
            came.facts.deputising_for, came.facts.deputising_at = two.name, two.at


def _pairs(text: str, at: int) -> Iterator[tuple[Named, Named]]:
    while (pair := _PAIR.match(text, at)) is not None:
        two, one = (_named(pair, group) for group in ("two", "one"))
        if two is None or one is None:
            return
        yield two, one
        at = pair.end()


def _named(pair: re.Match[str], group: str) -> Named | None:
    read = read_name(re.sub(r"[–-](?=[a-z])", "", pair[group]).strip())
    return Named(read.name, pair.span(group)) if read else None

"""Whose name stands right before or right after some words, and whom of the roster it means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from whosat.extract.bodies import kind_of_body
from whosat.extract.components.attendance_entries import Draft
from whosat.extract.components.attendance_merge import key_of
from whosat.extract.components.attendance_named import beginning, candidates, ending, plain
from whosat.extract.components.records import Extent
from whosat.extract.components.roster_scores import is_non_person, job_score, name_score
from whosat.extract.names import TITLES, is_given_name, is_initials, name_at
from whosat.ontology.facts import Status

AWAY: Final = (Status.APOLOGIES, Status.ABSENT)
SURE: Final = 0.7  # what a name nobody of the roster bears must score to be somebody's
LIKELY: Final = 0.5  # the same where the words around it say that a person is meant
_FARTHEST: Final = 90
_MOST_WORDS: Final = 9


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named in the text: the name, where it stands, and the person of the roster who is meant."""

    name: str
    at: Extent
    draft: Draft | None = None
    held: bool = False  # told by the post, which one person away holds


def candidates_but(draft: Draft, people: Sequence[Draft]) -> list[Draft]:
    """Everybody but one."""
    return [other for other in people if other is not draft]


def is_away(draft: Draft) -> bool:
    """Whether somebody did not come."""
    return draft.status in AWAY


def before(text: str, stop: int, people: Sequence[Draft], *, away: bool = False) -> Named | None:
    """Who is named by the words that end at `stop`; of several with one name, whoever was away or came."""
    start, end = _run_before(text, stop)
    words = text[start:end]
    if not words or kind_of_body(words) is not None or _ENDS_BODY.search(text, max(0, start - 40), start):
        return None
    found = _of(words, people, away, last=True) or ending(words, people)
    if found is not None and _agrees(words, found):
        return Named(found.name, (start, end), found)
    line = words.rsplit("\n", 1)[-1]
    for cut in re.finditer(r"(?<!\S)(?=\S)", line):
        if is_full_name(line[cut.start() :]):
            at = end - len(line) + cut.start()
            return Named(plain(line[cut.start() :]), (at, end))
    return None


_ENDS_BODY: Final = re.compile(r"[A-Z][\w’'-]+\s+(?:of|for|at)\s+(?:the\s+)?\Z")
"""What makes the words that follow the end of a body's name or a post: "University of"."""


def after(
    text: str, start: int, people: Sequence[Draft], *, away: bool = False, least: float = SURE
) -> Named | None:
    """Who is named by the words that begin at `start`; `least` is what a name nobody bears must score."""
    lead = _SPACE.match(text, start)
    start = lead.end() if lead else start
    short = _ACRONYMS.match(text, start)
    for begin in (start, short.end()) if short else (start,):
        read = name_at(text, begin)
        if read is None or read.end > begin + _FARTHEST:
            continue
        words = text[begin : read.end].split("\t", 1)[0]
        found = _of(words, people, away) or beginning(words, people)
        if found is not None and _agrees(words, found):
            return Named(found.name, (begin, begin + _length(words, found)), found)
        if is_full_name(words, least):
            return Named(plain(words), (begin, begin + len(words)))
    return None


_SPACE: Final = re.compile(r"[ \u200a\n]{0,3}")
_ACRONYMS: Final = re.compile(r"[A-Z]{2,6}\s+(?:Cr\.?\s+)?(?=[A-Z][a-z])")
"""Letters of a body before a name: "BDC Ann Bell"."""


def _agrees(words: str, draft: Draft) -> bool:
    """Whether words can mean somebody: "Zoe Moss" is not Zoe Bell, and not Ann Moss."""
    said, meant = key_of(TITLES.sub("", " ".join(words.split()))), key_of(draft.name)
    said = tuple(re.sub(r"['’]s?$", "", word) for word in said)
    if meant[-1] not in said:
        return len(said) == 1 or any(is_initials(word) for word in (words.split()[0], words.split()[-1]))
    at = said.index(meant[-1])
    if at == 0 or said[at - 1] in meant or len(meant) == 1:
        return True
    first = said[at - 1]
    if len(first) == 1 or len(meant[0]) == 1:
        return any(first[0] == word[0] for word in meant[:-1])
    return not is_given_name(first)


def _length(words: str, draft: Draft) -> int:
    """How far the words that mean somebody reach: up to the surname's last occurrence."""
    surname = draft.name.split()[-1]
    at = words.find(surname)
    return at + len(surname) if at >= 0 else len(words.rstrip())


def _of(words: str, people: Sequence[Draft], away: bool, *, last: bool = False) -> Draft | None:
    """The one of several namesakes who was away, or who came; None where there is none."""
    parts = words.split()
    cuts = (
        [parts[at:] for at in range(len(parts))] if last else [parts[:at] for at in range(len(parts), 0, -1)]
    )
    for cut in cuts:
        said = " ".join(cut)
        read = name_at(said)
        same = candidates(read.name if read and read.end == len(said) else said, people)
        if len(same) == 1:
            return same[0]
        fit = [draft for draft in same if is_away(draft) == away]
        if len(fit) == 1:
            return fit[0]
    return None


def _run_before(text: str, stop: int) -> Extent:
    """The words that may be a name, up to `stop`: capitals, titles and particles, nothing that ends a
    sentence or a cell between them."""
    begin = max(0, stop - _FARTHEST)
    window = text[begin:stop].rstrip(" \u200a\n,–—-")
    end = begin + len(window)
    start = end
    tokens = list(re.finditer(r"[^\s\u200a]+", window))[-_MOST_WORDS:]
    for number, token in enumerate(reversed(tokens)):
        word, follows = token.group(), window[token.end() : token.end() + 1]
        if re.search(r"[,;:)\]!?•|]$", word) or (number and word.endswith(".") and not _is_short(word)):
            break
        if follows == "\t":
            break
        core = word.lstrip('(“"‘[•*')
        if not core or not (core[0].isupper() or core.lower() in _PARTICLES or TITLES.fullmatch(core + " ")):
            break
        start = begin + token.end() - len(core)
        if core != word:
            break
    return start, end


_PARTICLES: Final = frozenset(
    "de van der von den la le du di da al el ap ní ui uí mac ó o st bin ibn".split()
)


def _is_short(word: str) -> bool:
    """Whether a full stop only shortens a word: an initial or a title."""
    return bool(re.fullmatch(r"(?:[A-Z]\.)+|[A-Z][a-z]\.", word) or TITLES.fullmatch(word + " "))


def is_full_name(words: str, least: float = SURE) -> bool:
    """Whether words are by themselves a whole person's name, no post's and no body's."""
    name = plain(words.strip())
    return (
        len(key_of(name)) > 1
        and name_score(" ".join(words.split())) >= least
        and job_score(name) < 0.6
        and (kind_of_body(name) is None or name_score(name) >= _SURELY)
        and not is_non_person(name)
    )


_SURELY: Final = 0.8  # "Darren Church" is a man, however a body's name ends


_POST: Final = re.compile(
    r"(?:the\s+|its\s+|their\s+)?"
    r"(?P<post>[A-Z][\w’'&-]*(?:[ \u200a\n]+(?:of|and|for|the|to|in|&|[A-Z][\w’'&-]*)){0,7})"
)


def post_after(text: str, start: int) -> re.Match[str] | None:
    """The words of a post that begin at `start`: "the Chief Executive"."""
    found = _POST.match(text, start)
    return found if found and job_score(_bare(found["post"])) >= 0.6 else None


def post_before(text: str, stop: int) -> str | None:
    """The words of a post that end at `stop`."""
    start, end = _run_before(text, stop)
    words = re.sub(r"^(?:The|the)\s+", "", text[start:end])
    return words if words and job_score(_bare(words)) >= 0.6 else None


def _bare(post: str) -> str:
    return " ".join(re.sub(r"\s+(?:of|and|for|the|to|in|&)$", "", " ".join(post.split())).split())


def holder(post: str, text: str, people: Sequence[Draft]) -> Named | None:
    """The one person away who holds a post, by the roster or by the words beside the name: "the Treasurer
    (Mr A. Bell)"."""
    wanted = _plain_post(post)
    if not wanted:
        return None
    held = [d for d in people if is_away(d) and _plain_post(d.facts.job_title or d.role or "") == wanted]
    if len(held) == 1:
        return Named(held[0].name, held[0].person.name_at, held[0], True)
    if held:
        return None
    beside: dict[str, Named] = {}
    words = r"\s+".join(map(re.escape, _bare(post).split()))
    for found in re.finditer(rf"\b{words}\s*(?:\(|,\s*)", text):
        if (read := after(text, found.end(), people, away=True)) and is_full_name_of(text, read):
            beside[read.name] = read
    kept = [one for one in beside.values() if one.draft is None or is_away(one.draft)]
    return replace(kept[0], held=True) if len(kept) == 1 and _is_excused(text, kept[0].at[0]) else None


def is_full_name_of(text: str, named: Named) -> bool:
    """Whether a name as it stands in the text is whole or known."""
    return named.draft is not None or is_full_name(text[named.at[0] : named.at[1]])


def _is_excused(text: str, at: int) -> bool:
    """Whether the words stand where apologies are given."""
    start = max(0, at - 400)
    return bool(re.search(r"apolog|regret|absen[ct]|unable to", text[start:at], re.IGNORECASE))


def _plain_post(post: str) -> str:
    low = re.sub(r"[^\w]+", " ", post.lower())
    return re.sub(r"^(?:the|our|its) |\b(?:officer)$", "", low.strip()).strip()


def owner(text: str, at: int, people: Sequence[Draft]) -> Draft | None:
    """Whose note stands at `at`, in a roster: the last name before it in its cell, or else of its row; a cell
    that goes on from the line above is read with it."""
    line = text.rfind("\n", 0, at) + 1
    cell = max(line, text.rfind("\t", line, at) + 1)
    found = _last_between(cell, at, people)
    if found is None and cell > line and re.search(r"\w", text[cell:at]):
        found = _above(text, line, text.count("\t", line, at), people)
    return found or _last_between(line, at, people)


def _above(text: str, line: int, column: int, people: Sequence[Draft]) -> Draft | None:
    """The last name in the same column of the two lines above, nothing but that person's words between."""
    for _ in range(2):
        if line == 0:
            return None
        start = text.rfind("\n", 0, line - 1) + 1
        cells = text[start : line - 1].split("\t")
        if column < len(cells):
            begin = start + sum(len(cell) + 1 for cell in cells[:column])
            if (found := _last_between(begin, begin + len(cells[column]), people)) is not None:
                return found
            if not cells[column].strip():
                return None
        line = start
    return None


def _last_between(start: int, end: int, people: Sequence[Draft]) -> Draft | None:
    inside = [
        draft for draft in people if start <= draft.person.name_at[0] and draft.person.name_at[1] <= end
    ]
    return max(inside, key=lambda draft: draft.person.name_at[0], default=None)

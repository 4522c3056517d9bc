"""A comma within a post or a body's name: "Children, Young People and Families"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from whosat.extract.components import roster_words as words
from whosat.extract.components.roster_pieces import Gap, Piece
from whosat.extract.components.roster_posts import ELECTED, LAY, PORTFOLIO
from whosat.extract.components.roster_scores import body_score, is_body, job_score
from whosat.extract.components.roster_together import FUNCTIONS, STRONG

if TYPE_CHECKING:
    from whosat.extract.components.roster_attributes import Attributes


_LETTERS: Final = re.compile(r"[A-Z][A-Z&]{2,6}")


def _has_letters(text: str) -> bool:
    """Whether letters of a body stand among a few words: "NW CRC"."""
    return any(_LETTERS.fullmatch(word) and word not in FUNCTIONS for word in text.split())


def _is_of_a_portfolio(text: str, facts: Attributes) -> bool:
    """ "Lead for Children, Families and Schools": fields of work, though each might be a body elsewhere."""
    post = re.split(r"\s+for\s+", facts.job_title or "", maxsplit=1)
    return len(post) == 2 and bool(PORTFOLIO.fullmatch(post[0])) and not STRONG.search(text)


def runs_on(piece: Piece, facts: Attributes, *, seen: bool = False) -> bool:
    """ "Children, Young People and Families": a comma within a post or a body's name.

    `seen` says that a model takes the piece for a body: a post's field needs more than to stand behind it.
    """
    text = piece.text
    if words.CHAIR.fullmatch(text):
        return False  # "Portfolio Holder (Chair)"
    if (
        facts.job_title
        and facts.job_at
        and 0 < piece.start - facts.job_at[1] <= 4
        and (ELECTED if seen else LAY).fullmatch(facts.job_title)
        and not STRONG.search(text)
        and not is_body(text)
        and not _has_letters(text)
    ):
        facts.job_title = f"{facts.job_title}, {text}"
        facts.job_at = (facts.job_at[0], piece.end)
        return True
    if _is_rest_of_body(piece, facts):
        facts.organisation = f"{facts.organisation}, {text}"
        facts.organisation_at = (
            facts.organisation_at[0] if facts.organisation_at else piece.start,
            piece.end,
        )
        facts.organisation_score = body_score(text)
        return True
    if (
        piece.gap not in (Gap.COMMA, Gap.OPEN)
        or not re.search(
            r"\s(?:and|&)\s" if _takes_a_field(text, facts) else r"\sand\s",
            text,
        )
        or (body_score(text) >= 0.7 and not _is_of_a_portfolio(text, facts))
        or re.search(r"\b(?:Sons|Partners|Co|Company|Associates|Daughters|Brothers)\b", text)
    ):
        return False
    if job_score(text) >= 0.7:
        return False
    if facts.job_title and facts.job_at and not facts.organisation and piece.start - facts.job_at[1] <= 3:
        facts.job_title = f"{facts.job_title}, {text}"
        facts.job_at = (facts.job_at[0], piece.end)
        return True
    if facts.organisation and facts.organisation_at and piece.start - facts.organisation_at[1] <= 3:
        facts.organisation = f"{facts.organisation}, {text}"
        facts.organisation_at = (facts.organisation_at[0], piece.end)
        return True
    return False


def _takes_a_field(text: str, facts: Attributes) -> bool:
    """Whether a post that says of what it is, or that must, may go on: "Dir., Roads & Planning"."""
    job = facts.job_title or ""
    common = any(word.lower() in words.NO_NAME_WORDS for word in text.split())
    return bool(re.search(r" (?:of|for) ", job)) or (bool(job) and " " not in job and common)


WITHIN: Final = re.compile(r" (?:Cent(?:er|re)|Source|Facility|Reactor)$")
"""How a body ends that stands within another, which is said with it."""
_LAST_OF: Final = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? (?:&|and) [A-Z].*")


def _is_rest_of_body(piece: Piece, facts: Attributes) -> bool:
    """Whether a body's name that lists places or partners goes on: "Ambry, | Colne & Dunmore TUC"."""
    before, at = facts.organisation, facts.organisation_at
    if not before or not at or piece.gap not in (Gap.COMMA, Gap.OPEN) or not 0 < piece.start - at[1] <= 3:
        return False
    if WITHIN.search(before) and piece.text.endswith(" Laboratory"):
        return True  # "Neutron Centre, Halden National Laboratory"
    if re.search(r"\W", before) or before.isupper() or body_score(before) > 0.4:
        return False
    return bool(_LAST_OF.fullmatch(piece.text)) and job_score(piece.text) < 0.6

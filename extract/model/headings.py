"""How a roster's groups are headed, from a wide vocabulary, in many looks."""

from __future__ import annotations

from whosat.extract.model import tags
from whosat.extract.model.pieces import Text, slot
from whosat.extract.model.seats import Cast


def words_of(cast: Cast, status: str) -> str:
    """Draw a heading for a status, at times in capitals or in small letters."""
    words = cast.words.draw(f"status_{status}")
    roll = cast.rng.random()
    if roll < 0.1:
        return words.upper()
    return words.lower() if roll < 0.13 else words


def heading(cast: Cast, status: str, words: str = "") -> Text:
    """Write a heading on a line of its own, with its line end."""
    if cast.unheaded:
        return Text()
    head = slot(words or words_of(cast, status), f"{tags.STATUS}.{status}")
    pick = cast.rng.choices(_LOOKS, weights=_WEIGHTS)[0]
    before, after = pick
    if "#" in after:
        after = after.replace("#", str(cast.rng.randint(1, 24)))
    number = f"{cast.rng.randint(1, 9)}" if before == "n" else before
    return (number + ". " if before == "n" else number) + head + after


_LOOKS = (
    ("", "\n"),
    ("", ":\n"),
    ("", ":\n\n"),
    ("", "\n\n"),
    ("## ", "\n\n"),
    ("### ", "\n"),
    ("**", "**\n"),
    ("**", ":**\n"),
    ("n", "\n"),
    ("", " (#)\n"),
    ("", " -\n"),
    ("\t", "\n"),
    ("", " –\n"),
    ("* ", "\n"),
    ("", ": (#)\n"),
    ("", ":-\n"),
    ("<b>", "</b>\n"),
    ("\n", "\n\n\t"),
)
_WEIGHTS = (24, 24, 6, 8, 4, 3, 2, 2, 4, 2, 1, 2, 1, 1, 1, 2, 1, 3)


def inline(cast: Cast, status: str) -> Text:
    """Write a heading that the names follow on the same line."""
    if cast.unheaded:
        return Text()
    head = slot(words_of(cast, status), f"{tags.STATUS}.{status}")
    return head + cast.rng.choice(_BEFORE_NAMES)


_BEFORE_NAMES = (": ", ": ", ": ", ":\t", "\t", " – ", " - ", ":  ", " ", ":- ", ":\n", "; ", ". ")

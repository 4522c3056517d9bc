"""How, and from when until when, somebody was there, as a note beside the name says."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from whosat.extract.bodies import kind_of_body
from whosat.extract.components.roster_scores import is_time_note, note_status, via

if TYPE_CHECKING:
    from whosat.extract.components.roster_attributes import Attributes

_CLOCK: Final = re.compile(r"(?<![\d:.])(\d{1,2})(?:[.:h](\d\d))?\s*([ap])?\.?m?\b\.?", re.IGNORECASE)
_ARRIVES: Final = re.compile(r"\b(?:from|arriv\w+|join\w+|after|late)\b", re.IGNORECASE)
_LEAVES: Final = re.compile(r"\b(?:until|till|to|left|leav\w+|depart\w+|up to|withdrew)\b", re.IGNORECASE)


def clock(text: str) -> dt.time | None:
    """The first time of day in a text: "2.35pm", "13:49", "10 am"; None without one."""
    for found in _CLOCK.finditer(text):
        if not (found[2] or found[3]):
            continue
        hour, minute = int(found[1]), int(found[2] or 0)
        if found[3] and found[3].lower() == "p" and hour < 12:
            hour += 12
        elif not found[3] and 1 <= hour < 7 and not found[1].startswith("0"):
            hour += 12  # meetings in working hours: "2.35" is in the afternoon
        if hour < 24 and minute < 60:
            return dt.time(hour, minute)
    return None


def stay(text: str, arrived: dt.time | None, left: dt.time | None) -> tuple[dt.time | None, dt.time | None]:
    """When somebody arrived and left by a note ("from 2.15 until 3 pm"); what is given where it says
    nothing."""
    for part in re.split(r"(?=\b(?:until|till|to|left|leaving|departed)\b)", text):
        if (time := clock(part)) is None:
            continue
        if _LEAVES.search(part):
            left = time
        elif _ARRIVES.search(part):
            arrived = time
    return arrived, left


def takes_note(text: str, facts: Attributes) -> bool:
    """Enter a note beside a name into its facts; whether the text is one."""
    if status := note_status(text):
        facts.status = status
        return True
    if means := via(text):
        if not re.fullmatch(r"in[ -]person|hybrid", means, re.IGNORECASE):
            facts.attended_via = means
        return True
    if is_time_note(text) and not kind_of_body(text):
        facts.arrived_at, facts.left_at = stay(text, facts.arrived_at, facts.left_at)
        return True
    return False

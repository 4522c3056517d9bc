"""What heads the columns of a table of actions, and a day behind an owner in one of its cells."""

from __future__ import annotations

import re
from typing import Final

ACTION: Final = re.compile(
    r"^\W*(?:(?:agreed|outstanding|new|key|summary of|open|current)\s+)?(?:actions?(?: (?:points?|"
    r"items?|required|agreed|description|details?|to be taken|"
    r"log|arising|list))?|actions? from .{3,40}|tasks?|what(?: needs (?:doing|to be done))?|detail of action|"
    r"recommendation/action|activity|activities|decisions?(?: taken)?|resolutions?|jobs?|to[- ]?do|"
    r"deliverables?|"
    r"agreed(?: outcome)?|next steps?|work to be done)\W*$",
    re.I,
)
OWNER: Final = re.compile(
    r"^\W*(?:(?:action )?owners?|resp|who|by whom|lead(?:s| officer| person)?|responsib(?:le|ility)(?: "
    r"(?:person|officer|for))?|action(?:ed)? by|assigned to|"
    r"persons?(?:\(s\))? responsible|action lead|name|initials|to be actioned by|whom|officer|"
    r"assignees?|assigned|person|"
    r"people|members?|actionees?|led by|driver|poc|point of contact|contact|volunteers?|"
    r"for action by|action on|"
    r"(?:action )?to be (?:completed|undertaken|progressed|carried out|taken) by|completed by|"
    r"responsible (?:party|parties|officers?|persons?|member|body)|to be done by|done by|accountable|"
    r"who (?:will|is to|is going to)(?: do (?:it|this))?|taken by|delegated to)\W*$",
    re.I,
)
OWNER_AND_DUE: Final = re.compile(
    r"^\W*(?:officer|owner|who|lead|by whom|responsible|name|action by)\s*(?:[/&+]|and|–|-|,)\s*(?:by )?"
    r"(?:due|when|date|deadline|timescale|target|by)(?: date)?\W*$",
    re.I,
)
"""A head over cells that hold an owner and, below or behind, a day."""
DAY_BEHIND: Final = re.compile(
    r"[\s,;:(–-]*\b(?:by |due |before )*(?:(?:end (?:of )?)?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:Jan|Feb|Mar|"
    r"Apr|May|Jun|Jul|Aug|"
    r"Sep|Oct|Nov|Dec)[a-z]*\.?(?: (?:20)?\d\d)?|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|next meeting|ASAP|"
    r"ongoing|TBC)\)?\W*$",
    re.I,
)
WHAT: Final = re.compile(r"^\W*(?:items?|description|issue|matter|details?|subject)\W*$", re.I)
"""Heads an action's words where a status stands beside them."""
STATE: Final = re.compile(
    r"^\W*(?:open|closed|ongoing|on-going|pending|done|complete\w*|in progress|new)\W*$", re.I
)
DUE: Final = re.compile(
    r"^\W*(?:due(?: date| by)?|deadline|by when|when|timescales?|target(?: date)?|date(?: due)?|"
    r"completion(?: date)?|complete by|by|time[- ]?lines?|time[- ]?frame|end date|finish(?: by)?|target "
    r"completion)\W*$",
    re.I,
)
STATUS: Final = re.compile(
    r"^\W*(?:status|progress|update|outcome|comments?|rag|completed?\??|done\??|position|update/status)\W*$",
    re.I,
)

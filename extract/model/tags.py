"""The labels of a roster's model: what each slot of a roster is called.

The model itself tells finer kinds apart than those who use it need: `STATUS.apologies` is a span with the
label `STATUS` and the id `apologies`. `split` takes a model's label apart; the labels of general pipelines
(`PER`, `GPE`, …) are mapped to ours by the same function.
"""

from __future__ import annotations

from typing import Final

PERSON: Final = "PERSON"
"""Somebody with a place in the roster: the name alone, without title and letters after it."""
PRINCIPAL: Final = "PRINCIPAL"
"""The person for whom another deputises."""
MENTIONED: Final = "MENTIONED"
"""Somebody merely named in the text, not in the roster."""
TITLE: Final = "TITLE"
"""What stands before a name or behind it as an honorific: Cllr, Dr, (Mrs)."""
LETTERS: Final = "LETTERS"
"""Letters after a name: OBE, QC."""
INITIALS: Final = "INITIALS"
"""Initials that stand beside a name, or in its place."""
ORG: Final = "ORG"
"""An organisation, team or sector for which somebody stands."""
JOB: Final = "JOB"
"""A job title."""
ROLE: Final = "ROLE"
"""A role at this meeting or on this body: Chair, Clerk, lay member."""
PARTY: Final = "PARTY"
"""A political party, ward or division beside a councillor's name."""
STATUS: Final = "STATUS"
"""A heading, lead-in or mark; the id is present, apologies, attending, absent or minutes."""
DEPUTY: Final = "DEPUTY"
"""The words of a substitution; the id is `for` (X for Y) or `by` (Y, represented by X)."""
VIA: Final = "VIA"
"""How somebody took part: via Teams."""
NOBODY: Final = "NOBODY"
"""What fills a person's place and is none: Vacancy, TBC, two members of the public."""
BOARD: Final = "BOARD"
"""The body that meets, or another body that people sit on."""
STRATEGY: Final = "STRATEGY"
"""A strategy, plan, agreement or programme."""
PLACE: Final = "PLACE"
"""Where a meeting is held, or a place named in the text."""
DATE: Final = "DATE"
"""A date in any written form."""

LABELS: Final = (
    PERSON,
    PRINCIPAL,
    MENTIONED,
    TITLE,
    LETTERS,
    INITIALS,
    ORG,
    JOB,
    ROLE,
    PARTY,
    STATUS,
    DEPUTY,
    VIA,
    NOBODY,
    BOARD,
    STRATEGY,
    PLACE,
    DATE,
)
STATUS_IDS: Final = ("present", "apologies", "attending", "absent", "minutes")
DEPUTY_IDS: Final = ("for", "by")

GENERAL: Final[dict[str, str]] = {
    "PERSON": PERSON,
    "PER": PERSON,
    "PERS": PERSON,
    "ORG": ORG,
    "ORGANIZATION": ORG,
    "ORGANISATION": ORG,
    "NORP": PARTY,
    "GPE": PLACE,
    "LOC": PLACE,
    "FAC": PLACE,
    "DATE": DATE,
}
"""Labels of general pipelines (OntoNotes, CoNLL, WikiNER) and which of ours each comes nearest to."""


def split(label: str) -> tuple[str, str] | None:
    """Return our label and the id for a model's label, None for one that says nothing about a roster."""
    base, _, kind = label.partition(".")
    if base in LABELS:
        return base, kind
    mapped = GENERAL.get(label.upper())
    return (mapped, "") if mapped else None

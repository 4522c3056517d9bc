"""What is to be done, by whom and by when: `doc._.actions`.

Stated in tables, in a column beside the minutes, in lines and lists, or in sentences; each action once,
with all its passages. Actions of earlier meetings that are reported as done are left out.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from whosat.extract.components.action_forms import Stated
from whosat.extract.components.action_lines import stated_in_lines
from whosat.extract.components.action_merge import merge
from whosat.extract.components.action_owners import Owners
from whosat.extract.components.action_sentences import PLAIN, SAID, stated_in_sentences
from whosat.extract.components.action_tables import stated_in_tables
from whosat.extract.components.action_units import units_of
from whosat.extract.components.due import due_date
from whosat.extract.components.people import span_at
from whosat.extract.components.records import ActionRecord, Source, text_of

_LONGEST: Final = 600
_STRAY: Final = 2  # so few owners behind the text may be names that stand there by chance
_BESIDE: Final = frozenset({"owner in the action column", "owner behind the text", "action column"})
"""Owners beside the minutes, of whom a conversion loses one here and there; labels and lists it keeps."""
_FULL: Final = 3  # words of an order
_WEAK: Final = frozenset(
    {"owner behind the text", "owner, dash, verb", "owner, dash, small verb", "list of actions"}
)


def stated_actions(doc: Doc, owners: Owners) -> list[Stated]:
    """Every action the document states, merged, those reported as done among them."""
    tables, used = stated_in_tables(doc, owners)
    units = units_of(doc, used)
    lines = [one for one in stated_in_lines(units, owners) if not _is_roster_line(one, doc)]
    sentences = stated_in_sentences(units, owners)
    explicit = merge([*tables, *lines])
    if not explicit:
        minuted = any(entry.status for entry in doc._.roster)
        told = [one for one in sentences if owners.are_people(one.owners) or _to_all(one, owners)]
        return merge(told) if minuted else []
    few = len(explicit) <= _STRAY and all(one.rule in _WEAK for one in explicit)
    covered = {extent for one in explicit for extent in one.where}
    told = merge(
        [*explicit, *[one for one in sentences if not any(s <= one.where[0][0] < e for s, e in covered)]]
    )
    beside = 2 * sum(one.rule in _BESIDE for one in explicit) > len(explicit)
    return [
        one
        for one in told
        if few or one.rule not in (PLAIN, SAID) or (one.rule == PLAIN and beside and _is_full(one, owners))
    ]


def _is_full(one: Stated, owners: Owners) -> bool:
    """Whether an order that only a sentence gives stands by itself, beside others that are marked."""
    words = one.description.split()
    return len(words) >= _FULL and "(" not in one.description and owners.are_seated(one.owners)


def _to_all(one: Stated, owners: Owners) -> bool:
    """ "Directors to declare their interests by 30 April"."""
    return one.rule in (PLAIN, SAID) and owners.are_a_group(one.owners)


def _is_roster_line(one: Stated, doc: Doc) -> bool:
    """ "Jane Rees – Open Roads Group" in a roster is no order to open anything."""
    if one.rule not in ("owner, dash, verb", "owner behind the text"):
        return False
    start = one.where[0][0]
    return any(span.start_char <= start < span.end_char for span in doc.spans.get("roster", ()))


def _add_strangers(doc: Doc, owners: Owners) -> None:
    """Owners whom nothing but their actions names become people of the document."""
    named = {owner for action in doc._.actions for owner in action.owners}
    spans = list(doc.spans["people"])
    for name, at in sorted(owners.strangers.items()):
        start = text_of(doc).find(name, max(0, at - 20))
        span = (
            span_at(doc, start, start + len(name), "PERSON", name) if name in named and start >= 0 else None
        )
        if span is not None:
            spans.append(span)
    doc.spans["people"] = sorted(spans, key=lambda span: (span.start, span.end))


def _record(one: Stated, met: dt.date | None) -> ActionRecord:
    due = due_date(one.due_text, met, whole=True) if one.due_text else None
    told = (due_date(said, met) for said in (one.description, *one.also))
    due = due or next((date for date in told if date), None)
    text = (
        one.description
        if len(one.description) <= _LONGEST
        else one.description[:_LONGEST].rsplit(" ", 1)[0] + " …"
    )
    return ActionRecord(
        re.sub(r"\s+", " ", text), one.owners, Source(one.where, round(one.confidence, 3), one.rule), due
    )


@Language.component(
    "ws_actions",
    requires=["doc._.document", "doc._.roster", "doc._.meetings", "doc.spans"],
    assigns=["doc._.actions", "doc._.unread", "doc.spans"],
)
def actions_component(doc: Doc) -> Doc:
    """Set `doc._.actions`; owners that stay open are added to `doc._.unread`."""
    owners = Owners(doc)
    met = doc._.meetings[0].date if doc._.meetings else None
    doc._.actions = tuple(_record(one, met) for one in stated_actions(doc, owners) if not one.done)
    _add_strangers(doc, owners)
    seen = {(record.kind, record.text) for record in doc._.unread}
    doc._.unread = (*doc._.unread, *(r for r in owners.unread.values() if (r.kind, r.text) not in seen))
    return doc

"""What is to be done, by whom and by when: `doc._.actions`.

Stated in tables, in a column beside the minutes, in lines and lists, or in sentences; each action once,
with all its passages. Actions of earlier meetings that are reported as done are left out.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from whosat.extract.components.action_forms import Stated
from whosat.extract.components.action_lines import stated_in_lines
from whosat.extract.components.action_merge import merge
from whosat.extract.components.action_owners import Owners
from whosat.extract.components.action_sentences import AGREED, PLAIN, SAID, stated_in_sentences
from whosat.extract.components.action_tables import stated_in_tables
from whosat.extract.components.action_units import SENTENCE, units_of
from whosat.extract.components.due import Due, due_date, due_of
from whosat.extract.components.extents import Extents
from whosat.extract.components.people import span_at
from whosat.extract.components.records import ActionRecord, Source, UnreadRecord, text_of
from whosat.ontology.facts import UnreadKind

_LONGEST: Final = 600
_STRAY: Final = 2  # so few owners behind the text may be names that stand there by chance
_BESIDE: Final = frozenset({"owner in the action column", "owner behind the text", "action column"})
"""Owners beside the minutes, of whom a conversion loses one here and there; labels and lists it keeps."""
_FULL: Final = 3  # words of an order
_WEAK: Final = frozenset(
    {
        "owner behind the text",
        "owner behind an order",
        "owner, dash, verb",
        "owner, dash, small verb",
        "list of next steps",
    }
)


def stated_actions(doc: Doc, owners: Owners) -> list[Stated]:
    """Every action the document states, merged, those reported as done among them."""
    tables, used = stated_in_tables(doc, owners)
    units = units_of(doc, used)
    lines = [one for one in stated_in_lines(units, owners) if not _is_roster_line(one, doc)]
    sentences = stated_in_sentences(units, owners)
    explicit = merge([*tables, *lines])
    if all(one.done for one in explicit):
        minuted = any(entry.status for entry in doc._.roster)
        told = [
            one
            for one in sentences
            if owners.are_people(one.owners) or _to_all(one, owners) or _to_officer(one, owners)
        ]
        return merge([*explicit, *told]) if minuted else explicit
    few = all(one.rule in _WEAK for one in explicit) and (
        len(explicit) <= _STRAY or all(one.rule == "owner behind an order" for one in explicit)
    )
    covered = Extents(extent for one in explicit for extent in one.where)
    rest = [one for one in sentences if not covered.hold(one.where[0][0], one.where[0][0] + 1)]
    told = merge([*explicit, *rest])
    lone = (
        sum(not one.done for one in explicit) <= _STRAY
    )  # one label in a paper does not say that all it asks for is labelled
    beside = 2 * sum(one.rule in _BESIDE for one in explicit) > len(explicit)
    return [
        one
        for one in told
        if few
        or one.rule not in (PLAIN, AGREED, SAID)
        or (one.rule == AGREED and lone and _is_full(one, owners))
        or (one.rule == PLAIN and (beside or lone) and _is_full(one, owners))
    ]


def _is_full(one: Stated, owners: Owners) -> bool:
    """Whether an order that only a sentence gives stands by itself, beside others that are marked."""
    words = one.description.split()
    return len(words) >= _FULL and "(" not in one.description and owners.are_seated(one.owners)


_THEMSELVES: Final = frozenset({("Group",), ("Board",), ("Committee",), ("Panel",), ("Forum",), ("Council",)})


def _to_all(one: Stated, owners: Owners) -> bool:
    """ "Directors to declare their interests by 30 April"."""
    told = one.rule in (PLAIN, AGREED, SAID) and owners.are_a_group(one.owners)
    return told or (one.rule == PLAIN and one.owners in _THEMSELVES)


def _to_officer(one: Stated, owners: Owners) -> bool:
    """ "Resolved that the Head of Waste submit the figures": an officer, whoever holds the post."""
    return one.rule == AGREED and all(
        owners.is_post(name) or owners.are_people((name,)) for name in one.owners
    )


def _is_roster_line(one: Stated, doc: Doc) -> bool:
    """ "Jane Rees – Open Roads Group" in a roster is no order to open anything."""
    if one.rule not in (
        "owner, dash, verb",
        "owner, dash, small verb",
        "owner behind the text",
        "owner behind an order",
    ):
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


_MATTER: Final = range(15, 240)  # characters of a sentence that tells it


def _with_matter(said: str, text: str, start: int) -> str:
    """An order of one or two words with the sentence before it, which tells the matter: "Chase (The salt is
    late)"."""
    if len(said.split()) >= _FULL:
        return said
    line = text[text.rfind("\n", 0, start) + 1 : start]
    said_before = (found.group().strip() for found in SENTENCE.finditer(line))
    before = [one for one in said_before if one[-1:] in (".", "!", "?") and len(one) in _MATTER]
    return f"{said.rstrip('. ')} ({before[-1].rstrip('. ')})" if before else said


def _record(one: Stated, due: Due, whole: str) -> ActionRecord:
    said = _with_matter(due.said, whole, one.where[0][0])
    text = said if len(said) <= _LONGEST else said[:_LONGEST].rsplit(" ", 1)[0] + " …"
    source = Source(one.where, round(one.confidence, 3), one.rule)
    return ActionRecord(re.sub(r"\s+", " ", text), one.owners, source, due.day)


def _due(one: Stated, met: dt.date | None, following: dt.date | None) -> Due:
    """By when: the action's own words go before those of what was merged into it."""
    found = due_of(one.description, one.due_text, met, following)
    told = (due_date(said, met) for said in one.also)
    day = found.day or next((date for date in told if date), None)
    return replace(found, day=day)


def _left_out(one: Stated, due: Due) -> UnreadRecord | None:
    """What of an action is not in the graph: one reported as done, or a day that its words leave open."""
    where = one.where[0]
    if one.done:
        return UnreadRecord(
            UnreadKind.DOUBTFUL, one.description[:_LONGEST], "an action reported as done", where
        )
    if due.unsure is None:
        return None
    if due.day is None:
        why = "an action's day that is not told"
    elif due.unsure.lower().startswith("in "):
        why = "a month and no day: its last day is taken"
    else:
        return None
    return UnreadRecord(UnreadKind.DATE, due.unsure, why, where)


@Language.component(
    "ws_actions",
    requires=["doc._.document", "doc._.roster", "doc._.meetings", "doc.spans"],
    assigns=["doc._.actions", "doc._.unread", "doc.spans"],
)
def actions_component(doc: Doc) -> Doc:
    """Set `doc._.actions`; owners that stay open are added to `doc._.unread`."""
    owners = Owners(doc)
    met = doc._.meetings[0].date if doc._.meetings else None
    following = next((one.date for one in doc._.meetings if not one.minuted and one.date), None)
    stated = [(one, _due(one, met, following)) for one in stated_actions(doc, owners)]
    doc._.actions = tuple(_record(one, due, text_of(doc)) for one, due in stated if not one.done)
    left_out = (_left_out(one, due) for one, due in stated)
    doc._.unread = (*doc._.unread, *dict.fromkeys(one for one in left_out if one))
    _add_strangers(doc, owners)
    seen = {(record.kind, record.text) for record in doc._.unread}
    doc._.unread = (*doc._.unread, *(r for r in owners.unread.values() if (r.kind, r.text) not in seen))
    return doc

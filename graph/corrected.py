"""What decisions say, as quads: the graph `<base>/graph/corrections`.

Each decision that changed a fact is a node that says who decided it, when and why; the facts that stand on it
were derived from it, as others were from a passage.
"""

from __future__ import annotations

from whosat.graph.corrections import MARK, Settled
from whosat.graph.nquads import Lines
from whosat.ontology import terms as t
from whosat.ontology.facts import Basis, Correction, Decision, Link, Membership
from whosat.ontology.identifiers import content_key, iri


def corrected(settled: Settled, base: str) -> Lines:
    """The corrections as quads; decisions that no fact rests on are not among them."""
    out = Lines(iri(base, "graph/corrections"))
    for correction in settled.corrections:
        _decision(out, base, correction.decision)
        if isinstance(correction.fact, Link):
            _link(out, base, correction, correction.fact)
        else:
            _membership(out, base, correction, correction.fact)
    for row in settled.applied:
        _decision(out, base, row)
    return out


def _decision(out: Lines, base: str, row: Decision) -> str:
    me = iri(base, row.key)
    out.link(me, t.TYPE, t.CORRECTION)
    out.say(me, t.LABEL, _in_words(row))
    out.say(me, t.CREATOR, row.who or None)
    out.say(me, t.DATE, row.when)
    out.say(me, t.DESCRIPTION, row.why or None)
    return me


def _in_words(row: Decision) -> str:
    said = " ".join(part for part in (row.name, row.what.value, row.other, row.value) if part)
    by = ", ".join(part for part in (row.who, f"{row.when}" if row.when else "") if part)
    told = ": ".join(part for part in (by, row.why) if part)
    return f"{said} ({told})" if told else said


def _node(out: Lines, base: str, correction: Correction, kind: str, cls: str) -> str:
    me = iri(base, content_key(kind, correction.decision.key))
    out.link(me, t.TYPE, cls)
    out.link(me, t.DERIVED_FROM, iri(base, correction.decision.key))
    out.say(me, t.CONFIDENCE, 1.0)
    out.say(me, t.EXTRACTED_BY, f"{MARK.rstrip('/')} of {correction.decision.who or 'a person'}")
    return me


def _link(out: Lines, base: str, correction: Correction, fact: Link) -> None:
    subject, predicate, target = iri(base, fact.subject), t.RELATIONS[fact.relation], iri(base, fact.object)
    me = _node(out, base, correction, "link", t.LINK)
    out.link(me, t.SUBJECT, subject)
    out.link(me, t.PREDICATE, predicate)
    out.link(me, t.OBJECT, target)
    out.link(subject, predicate, target)


def _membership(out: Lines, base: str, correction: Correction, fact: Membership) -> None:
    me = _node(out, base, correction, "membership", t.MEMBERSHIP)
    out.link(me, t.MEMBER, iri(base, fact.member))
    out.link(me, t.BODY, iri(base, fact.body))
    out.link(me, t.BASIS, t.BASES[Basis.STATED])
    if fact.representing:
        out.link(me, t.REPRESENTING, iri(base, fact.representing))
    days = [day for day in (fact.started, fact.ended) if day]
    out.say(me, t.FIRST_SEEN, fact.started)
    out.say(me, t.LAST_SEEN, max(days, default=None))
    out.say(me, t.START_DATE, fact.started)
    out.say(me, t.END_DATE, fact.ended)
    out.say(me, t.ENDED_BY, fact.ended_by)

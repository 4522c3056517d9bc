"""Links that sentences say: "reports to", "is a sub-group of", "hosted by", "sponsoring body for",
"replaced" …

A trigger stands between the two names, or the subject is the body whose heading or list it stands under.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from whosat.extract import body_words as words
from whosat.extract.components.places import BODIES, PEOPLE, STRATEGIES, Place, Places
from whosat.extract.components.records import LinkRecord, Source
from whosat.ontology.facts import Kind, Relation

_BOTH: Final = BODIES | STRATEGIES


@dataclass(frozen=True, slots=True)
class _Trigger:
    """Words between two names. `turned`: what stands before them is the object. `objects`: what may be
    linked to."""

    relation: Relation
    words: re.Pattern[str]
    turned: bool = False
    objects: frozenset[str] = BODIES
    implied: bool = False
    confidence: float = 0.85


def _t(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.I)


_TRIGGERS: Final = (
    _Trigger(
        Relation.SUBGROUP_OF,
        _t(
            r"(?:an? |the )?(?:\w+ )?(?:sub-?groups?|sub-?committees?|sub group|working group|"
            r"standing committee|committee|task and finish group)s? of|"
            r"under the (?:leadership|auspices|umbrella) of|sits? (?:under|beneath|within)|sitting "
            r"(?:under|beneath)|"
            r"(?:is|are|was|were|be) (?:formally )?(?:established|constituted|set up|formed|created) "
            r"(?:by|under)|established by|set up by"
        ),
    ),
    _Trigger(
        Relation.SUBGROUP_OF,
        _t(
            r"(?:has|have|had) (?:set up|established|formed|created|constituted|convened) "
            r"(?:an? |the )(?:new |joint |short[- ]life |small )*"
        ),
        turned=True,
        confidence=0.8,
    ),
    _Trigger(
        Relation.REPORTS_TO,
        _t(
            r"reports? (?:directly |back |formally |up |in)?(?:in)?to|reporting (?:directly |back "
            r")?to(?: and from)?|will report (?:back )?to|reported in to|"
            r"(?:is |are |be )?(?:directly |formally )?accountable (?:back )?to|accountability "
            r"(?:back )?to|feeds? (?:back )?(?:directly )?(?:in)?to|feeding (?:in)?to|answers to|answerable "
            r"to"
        ),
        implied=True,
    ),
    _Trigger(
        Relation.HOSTS,
        _t(r"hosts?|(?:is|was|are|were|be|currently|been)(?: \w+)? hosting|has hosted|have hosted"),
        confidence=0.85,
    ),
    _Trigger(Relation.HOSTS, _t(r"(?:is |are |was |were |be |currently |now )*hosted by"), turned=True),
    _Trigger(
        Relation.FUNDS,
        _t(
            r"funds|co-?funds|(?:agreed|agrees|continues?|undertook|undertaken|decided) to (?:co-?)?fund|is "
            r"funding|are funding|has funded|provides (?:core )?funding (?:to|for)"
        ),
        objects=_BOTH,
    ),
    _Trigger(
        Relation.FUNDS,
        _t(
            r"(?:is |are |was |were |be |been |jointly |part-|co-?)*funded (?:\w+ )?by|receives? "
            r"(?:core |its |a |an )?(?:annual )?(?:funding|grants?) from|grant-funded by"
        ),
        turned=True,
        objects=_BOTH,
    ),
    _Trigger(Relation.COMMISSIONS, _t(r"commissions|(?:has|have) commissioned|is commissioning")),
    _Trigger(
        Relation.COMMISSIONS, _t(r"(?:is |are |was |were |be |been |jointly )*commissioned by"), turned=True
    ),
    _Trigger(
        Relation.SPONSORS,
        _t(
            r"(?:is |was |are |were |acts as |as )?(?:the |a )?(?:sponsoring body|sponsor|lead "
            r"sponsor) (?:for|of)|sponsors"
        ),
        objects=_BOTH,
    ),
    _Trigger(Relation.SPONSORS, _t(r"(?:is |are |was |were |be )*sponsored by"), turned=True, objects=_BOTH),
    _Trigger(
        Relation.DELIVERS,
        _t(
            r"(?:to )?(?:jointly )?(?:deliver|delivers|delivered|delivering|adopt|adopts|adopted|"
            r"adopting|implement|implements|implementing|"
            r"oversees? (?:the )?delivery of|responsible for (?:the )?delivery of|leads? (?:on "
            r")?(?:the )?delivery of)"
        ),
        objects=STRATEGIES,
        implied=True,
        confidence=0.75,
    ),
    _Trigger(
        Relation.DELIVERS,
        _t(r"(?:is |are |was |were |be |been |formally )*(?:adopted|delivered|overseen) by"),
        turned=True,
        objects=STRATEGIES,
        confidence=0.75,
    ),
    _Trigger(
        Relation.SCRUTINISES,
        _t(
            r"scrutini[sz]es|(?:to )?scrutini[sz]e|holds? to account|responsible for (?:the "
            r")?scrutiny of|provides? scrutiny of|scrutiny of"
        ),
        implied=True,
        confidence=0.75,
    ),
    _Trigger(
        Relation.SCRUTINISES,
        _t(r"(?:is |are |was |were |be )*scrutini[sz]ed by"),
        turned=True,
        confidence=0.75,
    ),
    _Trigger(
        Relation.SUPPORTS,
        _t(
            r"(?:provides? )?(?:secretariat|administrative|secretarial) support (?:to|for)|supports "
            r"the work of"
        ),
        confidence=0.75,
    ),
    _Trigger(
        Relation.SUCCEEDS,
        _t(
            r"(?:has |have |had |will )?(?:replaces?|replaced|supersedes?|superseded|succeeds|"
            r"succeeded)|(?:which )?took over from|"
            r"(?:was |were )?(?:previously|formerly|was formerly|was previously)(?: (?:known as|"
            r"called|named))?(?: the)?"
        ),
    ),
    _Trigger(
        Relation.SUCCEEDS,
        _t(
            r"(?:is |are |was |were |be |been |has |have |had |will |formed in \d{4} and |and "
            r")*(?:re-?launched as|renamed(?: as| to)?|rebranded(?: as)?|replaced by|"
            r"superseded by|succeeded by|became|(?:now|subsequently) known as|merged (?:in)?to(?: "
            r"form)?|merging into)"
        ),
        turned=True,
    ),
)
_NAMING: Final = frozenset({Relation.REPORTS_TO, Relation.COMMISSIONS})
_MOST_MENTIONS: Final = 20
_GAP: Final = 70  # characters that may stand between a name and the words that link it
_BREAKS: Final = re.compile(r"[;•\t\n]|\b(?:but|although|whereas|because|while|who|whose|if|when)\b|\.\s")
_CAPITALISED: Final = re.compile(
    r"\s*(?:the )?((?:[A-Z][\w’'&-]*)(?: (?:(?:and|of|for) )?[A-Z][\w’'&-]*){1,5})"
)
_MERGED: Final = re.compile(
    r"\b(?:has |have |had |was |were |is |are )?(?:merged|merging|to merge) with\b", re.I
)
_TO_FORM: Final = re.compile(
    r"\b(?:to (?:form|create|become)|forming|creating|becoming) (?:the |a )?(?:new )?", re.I
)
_HEADS: Final = (
    words.BOARD_HEADS | words.ORGANISATION_HEADS | {"conference", "congress", "assembly", "summit"}
)
_NEGATED: Final = re.compile(
    r"\b(?:not|never|no longer|n't|whether|should|could|would|may|might|propos\w+|suggest\w*|if)\b", re.I
)


def said_links(places: Places) -> tuple[list[LinkRecord], list[Place]]:
    """The links, and bodies that nothing but a link names ("reporting to the Barset Conference")."""
    links: list[LinkRecord] = []
    new: list[Place] = []
    extents = _apart({places.sentence(place.start) for place in places.all if place.kind in _BOTH})
    for trigger in _TRIGGERS:
        everywhere = trigger.relation is Relation.REPORTS_TO  # its object may be known by nothing else
        for start, end in [(0, len(places.text))] if everywhere else extents:
            for m in trigger.words.finditer(places.text, start, end):
                link = _linked(places, trigger, m, new)
                if link:
                    links.append(link)
    return [*links, *_mergers(places, extents)], new


def _mergers(places: Places, extents: list[tuple[int, int]]) -> list[LinkRecord]:
    """ "A merged with B to form C": C succeeds both; without a C, A and B are linked and no more."""
    found = []
    for start, end in extents:
        for m in _MERGED.finditer(places.text, start, end):
            begin, stop = places.sentence(m.start())
            first = _before(places, begin, m.start(), BODIES)
            second = _after(places, m.end(), stop, BODIES)
            if first is None or second is None or first.name == second.name:
                continue
            source = Source(((begin, stop),), 0.8, "said: merged with")
            formed = _TO_FORM.match(places.text, second.end + 1)
            new = places.starting_at(formed.end(), BODIES) if formed else None
            if new:
                found += [
                    LinkRecord(new.name, Relation.SUCCEEDS, old.name, source) for old in (first, second)
                ]
            else:
                found.append(LinkRecord(first.name, Relation.LINKED_TO, second.name, source))
    return found


def _apart(extents: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Extents in order, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(extents):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _linked(places: Places, trigger: _Trigger, m: re.Match[str], new: list[Place]) -> LinkRecord | None:
    start, end = places.sentence(m.start())
    if trigger.relation is not Relation.DELIVERS and _NEGATED.search(
        places.text, max(start, m.start() - 25), m.start()
    ):
        return None
    firsts, seconds = (trigger.objects, BODIES) if trigger.turned else (BODIES, trigger.objects)
    before = _before(places, start, m.start(), firsts) or _it(places, start, m.start(), firsts)
    after = _after(places, m.end(), end, seconds) or _unknown_after(places, trigger, m, new)
    listed = trigger.implied and not trigger.turned and _is_listed(places, m.start())
    listed = listed and not _RELATIVE.search(places.text, max(start, m.start() - 12), m.start())
    if before is None and after and listed and not _PRONOUN.match(places.text, start):
        before = _implied(places, m.start())
    if before is None or after is None or before.name == after.name:
        return None
    subject, target = (after, before) if trigger.turned else (before, after)
    if trigger.relation is Relation.SUBGROUP_OF and subject.kind != Kind.BOARD.value:
        return None
    where = ((start, end),) if before.start >= start else ((before.start, before.end), (start, end))
    return LinkRecord(
        subject.name,
        trigger.relation,
        target.name,
        Source(where, trigger.confidence, f"said: {trigger.relation.value}"),
    )


def _before(places: Places, start: int, stop: int, kinds: frozenset[str]) -> Place | None:
    """The name just before the words, nothing between that begins another thought."""
    found = [p for p in places.between(max(start, stop - 220), stop, kinds) if p.end <= stop]
    short = places.short_for(max(start, stop - 60), stop, kinds)
    near = max([*found, *([short] if short else [])], key=lambda p: (p.end, -p.start), default=None)
    if near is None:
        return None
    between = places.text[near.end : stop]
    return near if len(between) <= _GAP and not _BREAKS.search(between) else None


_RELATIVE: Final = re.compile(r"\b(?:which|that|to whom)(?:\s+\w+)?\s*\Z", re.I)
"""What follows is said of the words before, known or not, and of no heading."""
_PRONOUN: Final = re.compile(r"\W*(?:It|They|This|These|Which)\b")
_IT: Final = re.compile(r"\W*It(?:\s+(?:also|now|will|in turn|formally|then|is|was))*\s*")


def _it(places: Places, start: int, stop: int, kinds: frozenset[str]) -> Place | None:
    """What "It" at a sentence's beginning stands for: the name with which the sentence before it begins."""
    line = places.text.rfind("\n", max(0, start - 600), start) + 1
    if start - line < 4 or not _IT.fullmatch(places.text, start, stop):
        return None
    begin, end = places.sentence(start - 2)
    return places.starting_at(begin, kinds) if line <= begin < end <= start else None


def _after(places: Places, begin: int, end: int, kinds: frozenset[str]) -> Place | None:
    """The name just after the words."""
    found = places.between(begin, min(end, begin + 240), kinds)
    short = places.short_for(begin, min(end, begin + 25), kinds)
    near = min([*found, *([short] if short else [])], key=lambda p: (p.start, -p.end), default=None)
    if near is None:
        return None
    between = places.text[begin : near.start]
    if (
        len(between) > _GAP - 20
        or _BREAKS.search(between)
        or re.search(r"[,:]\s|\b(?:by|from|with|at|through|via)\b", between)
    ):
        return None
    return near


def _unknown_after(places: Places, trigger: _Trigger, m: re.Match[str], new: list[Place]) -> Place | None:
    """A name that is told only by what is said of it: "reporting to the Barset Conference"."""
    if trigger.turned or trigger.relation not in _NAMING:
        return None
    named = _CAPITALISED.match(places.text, m.end())
    if named is None or places.between(named.start(1), named.end(1), PEOPLE):
        return None
    reports = trigger.relation is Relation.REPORTS_TO
    if reports and named[1].split()[-1].lower() not in _HEADS:
        return None
    kind = Kind.BOARD.value if reports else Kind.ORGANISATION.value
    place = Place(named.start(1), named.end(1), named[1], kind)
    if not any(known.name == place.name for known in new):
        told = re.compile(rf"\b{re.escape(named[1])}\b").finditer(places.text)
        new += [Place(m.start(), m.end(), named[1], kind) for m in islice(told, _MOST_MENTIONS)]
    return place


def _is_listed(places: Places, offset: int) -> bool:
    """Whether the words begin a list item or line: its subject then is what the list is about."""
    line = max(places.text.rfind("\n", max(0, offset - 400), offset) + 1, offset - 400)
    before = places.text[line:offset]
    return len(before) < 140 and not re.search(
        r"\b(?:he|she|who|they|members|partners|officers)\b", before, re.I
    )


_ROLE_OF: Final = re.compile(
    r"\b(?:role|purpose|remit|function|responsibilit\w+|aims?|objectives?|terms of reference) of "
    r"(?:the )?([A-Z][^\n:]{2,80}?)(?: is| are|:|\n| to\b)"
)


def _implied(places: Places, offset: int) -> Place | None:
    """The body a list is about: "The role of the Board is to:", or the heading above."""
    told = list(_ROLE_OF.finditer(places.text, max(0, offset - 1800), offset))
    if told:
        found = places.between(told[-1].start(1), told[-1].end(1) + 1, BODIES)
        heading = places.heading_body(offset)
        if found and (heading is None or heading.start < told[-1].start()):
            return found[0]
        return heading
    return places.heading_body(offset)

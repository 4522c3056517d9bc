"""Links with the body that meets, which its minutes call "the Board", "this Committee", "us", and links of
bodies that nothing but such a sentence names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from whosat.extract import body_words as words
from whosat.extract.bodies import initials_of
from whosat.extract.components.places import BODIES, Place, Places
from whosat.extract.components.records import LinkRecord, Source
from whosat.ontology.facts import Kind, Relation

_VERB: Final = r"(?:(?:is|are|was|were|be|remains?|continues to be|to be|as)\s+)?"
_SUB: Final = re.compile(
    rf"\b{_VERB}(?:formally\s+|still\s+|currently\s+)?(?:an?\s+|the\s+)?(?:(?:standing|formal|joint|[a-z]+)\s+)?"
    r"(?:sub-?\s?groups?|sub-?\s?committees?|sub-?\s?boards?|working\s+groups?|working\s+part(?:y|ies)|"
    r"standing\s+committees?|steering\s+groups?|task\s+(?:and\s+finish\s+)?groups?|committees?|theme\s+groups?|"
    r"delivery\s+groups?)\s+of\b"
    r"|\b(?:is|are|was|were|been)\s+(?:formally\s+)?(?:appointed|established|constituted|set\s+up|formed|created)\s+"
    r"(?:by|under)\b(?:,\s+and\s+[^,\n]{3,60},)?",
    re.IGNORECASE,
)
_REPORTS: Final = re.compile(
    r"\b(?:(?:will|shall|to|would|does|which|that)\s+)?(?:reports?|reporting)\s+(?:(?:directly|back|formally|up|in|"
    r"quarterly|monthly|annually|regularly|jointly)\s+){0,3}(?:in)?to\b:?"
    r"|\b(?:is\s+|are\s+)?(?:(?:directly|formally)\s+)?(?:accountable|answerable)\s+(?:back\s+)?to\b:?",
    re.IGNORECASE,
)
_KINDS: Final = ((_SUB, Relation.SUBGROUP_OF), (_REPORTS, Relation.REPORTS_TO))
_NEGATED: Final = re.compile(
    r"\b(?:not|never|no longer|n't|whether|should|could|would be|may|might|propos\w+|suggest\w*|if|asked)\b",
    re.I,
)
_HEAD: Final = (
    r"(?:sub-?\s?committee|sub-?\s?group|sub-?\s?board|(?:steering|working|reference|advisory|theme|delivery|"
    r"task\s+(?:and|&)\s+finish)\s+group|working\s+party|task\s+force|committee|panel|board|network|forum|partnership|"
    r"group|action\s+team)"
)
_SHORT_HEAD: Final = r"(?:SIG|WG|SC|TAC|TSC)"
_NAMED: Final = re.compile(
    rf"(?<![\w’'-])(?P<name>(?:(?:[A-Z][\w’'&/-]*|&|and|of|for)\s+){{0,7}}(?:(?i:{_HEAD})|{_SHORT_HEAD}))\s*\Z"
)
_BETWEEN: Final = re.compile(
    r"(?:\s*\([^()\n]{1,60}\))?\s*[,(–—-]?\s*(?:(?:which|that|also|now|in\s+turn|formally|currently|itself|still|is|was|"
    r"will)\s+){0,6}\Z"
)
_GENERIC: Final = re.compile(rf"(?:\b(?:the|this|our)\s+)(?P<head>(?:[\w-]+\s+)?{_HEAD})\s*\Z", re.IGNORECASE)
_LOW_HEADS: Final = frozenset(
    """sub sub-committee sub-group subcommittee subgroup sub-board steering working reference advisory theme
    delivery task committee panel board network forum partnership group action team""".split()
)
_FARTHEST: Final = 160
_TOP: Final = 1200
_TITLE: Final = 500
_BACK: Final = 5  # sentences; "Revd." and "No." make several of one


@dataclass(frozen=True, slots=True)
class Own:
    """The body that meets: its name, and the words by which its minutes may call it."""

    name: str
    object_words: re.Pattern[str]
    subject_words: re.Pattern[str]


def own_of(name: str | None) -> Own | None:
    """How the minutes of a body call it: by its last words, or by its initials."""
    plain = re.sub(r"\s*\(.*?\)", "", name or "").strip()
    parts = plain.split()
    if not name or not parts:
        return None
    of = next((at for at, part in enumerate(parts) if part.lower() == "of"), 0)
    base = parts[:of] if of and {parts[of - 1].lower(), parts[of - 1].lower().rstrip("s")} & _HEADS else parts
    tails = [" ".join(map(re.escape, base[at:])) for at in range(len(base))]
    if base is not parts:
        tails.insert(0, re.escape(plain))
    last = base[-1].lower()
    if last not in _HEADS and last.rstrip("s") not in _HEADS:
        tails = tails[:1]
    shorts = {initials_of(plain), initials_of(" ".join(base[-2:]))}
    shorts = {short for short in shorts if len(short) > 1 and short.isupper()}
    said = "|".join(tails)
    acronyms = "|".join(map(re.escape, sorted(shorts, key=len, reverse=True))) or "(?!)"
    ends = (
        r"(?![\w’'-])(?-i:(?!\s+(?:of|for)\s+[A-Z])"
        r"(?!(?:\s+[A-Z][a-z]+)+\s+(?:Board|Committee|Group|Panel)\b))"
    )
    capital = said[:1].upper() and rf"(?-i:(?=[A-Z]))(?:{said})"
    return Own(
        name,
        re.compile(
            rf"\s*(?:(?:the|this|our)\s+(?:{said}){ends}|{capital}{ends}|us\b(?!\s+of)|(?:the\s+)?(?-i:{acronyms})\b)",
            re.IGNORECASE,
        ),
        re.compile(rf"(?:\b(?:the|this|our)\s+(?:{said})|\b(?:{tails[0]})|\bwe)\s*\Z", re.IGNORECASE),
    )


_HEADS: Final = frozenset(
    words.BOARD_HEADS
    | {
        "council",
        "commission",
        "trust",
        "alliance",
        "senate",
        "trustees",
        "governors",
        "association",
        "federation",
    }
)


def own_links(places: Places, main: str | None) -> tuple[list[LinkRecord], list[Place]]:
    """The links of the body that meets that sentences say, and bodies that only these sentences name."""
    own = own_of(main)
    if own is None:
        return [], []
    reader = _Reader(places, own)
    for pattern, relation in _KINDS:
        for said in pattern.finditer(places.text):
            reader.read(said, relation)
    reader.read_turned()
    reader.read_founded()
    reader.read_parents()
    return reader.links, reader.new


class _Reader:
    """Reads one document's sentences on the body that meets."""

    def __init__(self, places: Places, own: Own) -> None:
        self.places, self.own, self.text = places, own, places.text
        self.links: list[LinkRecord] = []
        self.new: list[Place] = []

    # ------------------------------------------------------------ "… reports to the Board"

    def read(self, said: re.Match[str], relation: Relation) -> None:
        text = self.text
        start, end = self.places.sentence(said.start())
        if _NEGATED.search(text, max(start, said.start() - 25), said.start()):
            return
        subject = self._subject(said, start)
        if subject is None:
            return
        target = self._object(said.end(), end, subject)
        if target is not None:
            self._link(subject, relation, target, (start, end), relation.value)

    def _subject(self, said: re.Match[str], start: int) -> str | None:
        """What stands before the words: a body, "the Sub-Group", the heading above, the body that meets."""
        text = self.text
        over = self.places.between(max(0, said.start() - 90), said.end(), BODIES)
        for place in over:
            if place.end > said.start() and text[place.end : said.end()].strip().lower() == "of":
                return place.name  # "The Data Sub-Group of the Board"
        before = max(start, said.start() - _FARTHEST)
        gap = _BETWEEN.search(text, before, said.start())
        stop = gap.start() if gap else said.start()
        known = [
            p for p in self.places.between(before, stop + 1, BODIES) if text[p.end : stop].strip(" )") == ""
        ]
        lead = text[before:stop]
        if known:
            return known[-1].name
        if (generic := _GENERIC.search(lead)) is not None and generic["head"].split()[
            0
        ].lower() in _LOW_HEADS:
            return self._meant(generic["head"], before + generic.start())
        if self.own.subject_words.search(lead):
            return self.own.name
        named = _NAMED.search(lead)
        if named is not None and (name := _tidy(named["name"])):
            return self._add(name, before + named.end("name") - len(name))
        opens = not re.sub(
            r"[\W\d]+|\b(?:an?|the|it)\b",
            "",
            text[text.rfind("\n", 0, said.start()) + 1 : said.start()],
            flags=re.I,
        )
        if re.fullmatch(r"\W*(?:It|This)\s*(?:also|now|will|formally)?\s*", text[start : said.start()]):
            return self._it(start)
        return self._opened(said) if opens else None

    def _meant(self, head: str, at: int) -> str | None:
        """What "the Sub-Group" stands for: the heading above, the last so called, or the body that meets."""
        low = _plain(head)
        if self._ends(self.own.name, low):
            return self.own.name
        if (heading := self._heading(at)) and self._ends(heading, low):
            return self._add(heading, self.text.rfind(heading, 0, at))
        near = [*self.places.between(0, _TITLE, BODIES), *self.places.between(max(0, at - 900), at, BODIES)]
        exact = [place.name for place in near if self._ends(place.name, low)]
        if exact:
            return exact[-1]
        if _plain(self.own.name).endswith(low):
            return self.own.name
        loose = {place.name for place in near if _plain(place.name).endswith(low)}
        return loose.pop() if len(loose) == 1 else None

    @staticmethod
    def _ends(name: str, head: str) -> bool:
        plain = _plain(re.sub(r"\s*\(.*?\)", "", name))
        return plain.endswith(head) and (
            head.startswith("sub") or not plain.endswith("sub" + head.split()[-1])
        )

    def _heading(self, at: int) -> str | None:
        """The line above as a name, where it is a heading that ends like a body's name."""
        line = self.text.rfind("\n", 0, at)
        while line > 0:
            above = self.text.rfind("\n", 0, line) + 1
            words = re.sub(r"^[\s\d.()#*/-]+|^[a-z]\)\s+", "", self.text[above:line]).strip(" :*~\t#")
            if words:
                short = words.split(" / ")[-1].strip()
                return (
                    short
                    if len(short.split()) < 8 and _NAMED.fullmatch(short[:1].upper() + short[1:])
                    else _tail(short)
                )
            line = above - 1
        return None

    def _opened(self, said: re.Match[str]) -> str | None:
        """Of whom a line speaks that begins with the words: the heading above, or at the top the one that
        meets."""
        if (heading := self._heading(said.start())) and not self._ends(self.own.name, _plain(heading)):
            return self._add(heading, self.text.rfind(heading, 0, said.start()))
        colon = said.group().endswith(":")
        return self.own.name if said.start() < _TOP or colon else None

    def _it(self, start: int) -> str | None:
        """What "It" stands for: the body with which one of the sentences before begins."""
        line = start
        for _ in range(_BACK):
            if line < 3:
                return None
            begin, end = self.places.sentence(line - 2)
            if end > start or begin >= line:
                return None
            place = self.places.starting_at(begin, BODIES)
            if place is not None:
                return place.name
            named = re.compile(
                rf"\W*(?:\d+\W+)?(?:The\s+)?(?P<name>[A-Z][\w’'&-]*(?:\s+[\w’'&-]+){{0,3}}?\s?(?i:{_HEAD}))\b"
            ).match(self.text, begin)
            if named:
                return self._add(named["name"], named.start("name"))
            line = begin
        return None

    def _object(self, at: int, end: int, subject: str) -> str | None:
        """What follows the words: the body that meets, or another that is known."""
        text = self.text
        if subject != self.own.name:
            return self.own.name if self.own.object_words.match(text, at) else None
        lead = re.compile(r"\s*(?:the\s+)?", re.IGNORECASE).match(text, at)
        place = self.places.starting_at(lead.end() if lead else at, BODIES)
        if place is not None and place.start <= end:
            return place.name
        short = re.compile(
            r"\s*the\s+(?P<head>Board|Council|Partnership|Committee|Executive|Trust|Forum)\b(?!\s+[A-Z])"
        ).match(text, at)
        if short is None or self._ends(self.own.name, short["head"].lower()):
            return None
        names = {
            p.name
            for p in self.places.all
            if p.kind in BODIES and p.name.lower().endswith(short["head"].lower())
        }
        return names.pop() if len(names) == 1 else None

    # ------------------------------------------------------------ other orders

    def read_turned(self) -> None:
        """ "the ICB Board, to which this committee reports"."""
        for said in _TO_WHICH.finditer(self.text):
            start, end = self.places.sentence(said.start())
            known = self.places.between(max(start, said.start() - 120), said.start() + 1, BODIES)
            near = known[-1] if known and not self.text[known[-1].end : said.start()].strip(" ,()") else None
            own = self.own.subject_words.search(
                self.text[max(0, said.start() - 80) : said.start()].rstrip(" ,")
            )
            target = near.name if near else self.own.name if own else None
            words = said["who"]
            generic = _GENERIC.search(words)
            who = (
                self._meant(generic["head"], said.start("who"))
                if generic
                else self._known(words, said.start("who"))
            )
            if target and who:
                self._link(who, Relation.REPORTS_TO, target, (start, end), "to which … reports")

    def _known(self, words: str, at: int) -> str | None:
        place = self.places.starting_at(at, BODIES)
        return place.name if place and place.end <= at + len(words) + 1 else None

    def read_founded(self) -> None:
        """ "that a Task and Finish Group of … be set up, to report to the Panel"."""
        for said in _FOUNDED.finditer(self.text):
            if not self.own.object_words.match(self.text, said.end()):
                continue
            name = _tidy(said["name"])
            if name and not self._ends(self.own.name, _plain(name)):
                start, end = self.places.sentence(said.start("name"))
                at = said.end("name") - len(name)
                self._link(
                    self._add(name, at),
                    Relation.REPORTS_TO,
                    self.own.name,
                    (start, end),
                    "set up to report to",
                )

    def read_parents(self) -> None:
        """ "the Panel's parent committee, the Health Committee"."""
        for said in _PARENT.finditer(self.text):
            place = self.places.starting_at(said.end(), BODIES)
            who = said["who"]
            if place is None or (who and not self._ends(self.own.name, _plain(who))):
                continue
            self._link(
                self.own.name, Relation.SUBGROUP_OF, place.name, self.places.sentence(said.start()), "parent"
            )

    # ------------------------------------------------------------ what is found

    def _add(self, name: str, at: int) -> str:
        """A body's name, entered where nothing else has told it."""
        known = next(
            (p for p in self.places.all if p.kind in BODIES and _plain(p.name) == _plain(name)), None
        )
        if known is not None:
            return known.name
        fuller = {
            p.name
            for p in self.places.all
            if p.kind in BODIES and _plain(p.name).endswith(" " + _plain(name))
        }
        if len(fuller) == 1:
            return fuller.pop()
        if at >= 0 and self.text.startswith(name, at):
            self.new.append(Place(at, at + len(name), name, Kind.BOARD.value))
        return name

    def _link(self, subject: str, relation: Relation, target: str, where: tuple[int, int], rule: str) -> None:
        if _plain(subject) != _plain(target):
            self.links.append(LinkRecord(subject, relation, target, Source((where,), 0.8, f"said: {rule}")))


_TO_WHICH: Final = re.compile(
    r",?\s{1,3}to\s+(?:which|whom)\s+(?P<who>(?:the|this|our|[A-Z])[^,.;\n]{2,60}?)\s+(?:now\s+|also\s+|formally\s+)?"
    r"(?:reports?|is\s+accountable|answers)\b",
)
_FOUNDED: Final = re.compile(
    rf"\b(?P<name>(?:[A-Z][\w’'&-]*\s+){{0,5}}(?i:{_HEAD}))\b[^;\n]{{0,160}}?\b(?:be|been|was|is|were)\s+"
    r"(?:set\s+up|established|formed|appointed|created|convened|constituted)\b[^;\n]{0,60}?\b(?:to|and|would|will|shall)\s+"
    r"report(?:ing|s)?\s+(?:back\s+)?to\b"
)
_PARENT: Final = re.compile(
    r"\b(?:the|its|our|this)\s+(?:(?P<who>[\w-]+)['’]s\s+)?parent\s+(?:committee|body|board|group|council)\s*"
    r"(?:,|:|–|—|\(|\bis\b|\bbeing\b)\s*",
    re.IGNORECASE,
)


def _plain(name: str) -> str:
    low = re.sub(
        r"[^\w\s]+",
        "",
        name.lower().replace("sub committee", "subcommittee").replace("sub group", "subgroup"),
    )
    return " ".join(low.split())


def _tidy(name: str) -> str:
    """A name without the small words it cannot begin with; none where only a head is left."""
    plain = re.sub(r"^(?:(?:and|of|for|&|The|the|This|A|An|That|Our)\s+)+", "", name)
    return plain if len(plain.split()) > 1 else ""


def _tail(line: str) -> str | None:
    """The name with which a heading ends: "7. Case review sub-committee"."""
    found = re.search(rf"(?P<name>[A-Z][\w’'& -]{{2,60}}?\s(?i:{_HEAD}))\Z", line)
    return found["name"] if found and len(found["name"].split()) < 8 else None

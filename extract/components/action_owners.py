"""Who is to do something: people under any form of their name, roles, bodies and groups."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from spacy.tokens import Doc

from whosat.extract import body_words as words
from whosat.extract.bodies import body_key, kind_of_body
from whosat.extract.components.action_posts import handles_of, is_post, post_key, posts_of
from whosat.extract.components.people import known_of
from whosat.extract.components.people_known import TITLES, bare
from whosat.extract.components.records import UnreadRecord, text_of
from whosat.extract.names import is_given_name, is_surname
from whosat.ontology.facts import Kind, UnreadKind

_POSTS: Final = frozenset({"Secretariat", "Clerk", "Secretary", "Chair", "Treasurer"})
_SAME_POST: Final = {"panel chair": "chair", "board chair": "chair", "committee chair": "chair"}
_GROUP: Final = re.compile(
    r"^(?:[Tt]he )?(?:(?:[A-Z][\w’'&/-]*|(?i:all|lead|relevant|other|each|project|finance|policy|"
    r"communications?|service|working|steering|"
    r"sub|task|core|local|senior|management|support|executive|member|organi[sz]ing|planning|partner|"
    r"parish|board|panel|committee|"
    r"and|of|task and finish)) ){0,6}"
    r"(?i:all|everyone|everybody|members?|secretariat|team|office|officers?|group|sub-?group|subgroup|"
    r"committee|sub-committee|board|"
    r"panel|partners?|trustees?|governors?|directors?|staff|council(?:lors)?|representatives?|reps|"
    r"leads?|executive|forum|"
    r"partnership|party|clerk|secretary|chairs?|manager|department|agencies|organisations|treasurer|"
    r"chief executive|"
    r"co-?ordinator|administrator|auditor|director|cabinet|unit|service|trust|association|administration|"
    r"management|volunteers?|parents|students|residents|faculty|contractors?|consultants?|police|agents?|"
    r"architects?|"
    r"engineers?|surveyors?|solicitors?|accountants?|editors?|webmaster|caretaker|principal|headteacher|"
    r"superintendent|convenor|president|mayor|warden|bursar|librarian|curator|registrar|owners|users|authors|"
    r"developers|maintainers|applicants|delegates|everyone else|others|IT|HR|secretaries|branches|clubs|"
    r"churchwardens|parishioners)$"
)
_MEMBERS_OF: Final = re.compile(
    r"^(?:[Tt]he )?(?:[Mm]embers|[Oo]fficers|[Rr]epresentatives|[Cc]hairs|[Ll]eaders|"
    r"[Tt]rustees) of (?:the )?"
    r"[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,5}$"
)
_ITSELF: Final = re.compile(r"(?:[Tt]he )?(?P<board>(?i:group|board|committee|panel|forum|council))")
_ALL_OF_A_KIND: Final = re.compile(r"(?i:all) (?:(?!of |in |to |will |the )[a-z-]+ ){0,2}[a-z-]{3,}s")
_TITLED: Final = re.compile(
    r"^(?:[A-Z0-9][\w’'&/-]*|&)(?: (?:[A-Z0-9][\w’'&/-]*|&|and|of|for|the|working|sub-?group|group|"
    r"steering|party))*$"
)
_LOWER_GROUP: Final = frozenset(
    "all everyone everybody others members partners trustees governors staff councillors officers "
    "directors".split()
)
_SPLIT: Final = re.compile(
    r"\s*(?:[,;/&+\n\t|]|\band\b|\bwith\b(?: support from)?|\bwith\b|\bor\b|\s(?=@))\s*", re.I
)
_NOISE: Final = re.compile(
    r"^(?:action(?:s|ed)?(?: by)?|owners?|leads?|by|who|all to note)\b[:\s–-]*|\b(?:to action|to lead|lead)$",
    re.I,
)
_NAME_LIKE: Final = re.compile(
    rf"^(?:(?:{TITLES})\.? )?[A-Z][\w’'.-]+(?: (?:[A-Z][\w’'.-]*|de|van|von|der|la|al)){{0,3}}$"
)
_INITIALS: Final = re.compile(r"^[A-Z][A-Za-z]?[A-Z](?:[a-z]|-?[A-Z]{1,2})?$|^[A-Z](?:\.[A-Z])+\.?$")
_LONGER_INITIALS: Final = re.compile(r"([A-Z])([A-Z][a-z]{1,4})")
"""What tells apart two people of the same initials."""
_POST_AND_NAME: Final = re.compile(
    r"(?:the )?(?:Vice[ -]|Deputy |Board )?(?:Chair(?:man|woman|person)?|Cr\.?|Member|President|Treasurer|"
    r"Secretary|Director|Trustee|"
    r"Governor|Const|Constable|Senator|Commissioner|Mayor|Ald|Deacon|(?:(?:Town|City|Village|County|"
    r"Parish) )?(?:Clerk|Manager|Attorney|Administrator|Engineer)|"
    r"Superintendent|Supervisor|Chief|Captain|Sergeant|Officer|Pastor|Dean|Provost|Principal|Alderman|"
    r"Alderwoman|Council(?:l?or|member|man|woman)|Sheriff|Judge|Convener|Warden) ([^\W\d_][\w’'-]+)"
)
_NOBODY: Final = frozenset(
    "none nil n/a na noted tbc tbd tba complete completed done ongoing closed open actioned info".split()
)
"""What stands in a column of owners where there is none."""
_FIRST_AND_LETTER: Final = re.compile(r"([A-Z][a-z’'-]+) ([A-Z])")
_SHORTEST: Final = 3  # letters of a short form of a first name: "Temi", "Xio"
_LONGEST: Final = 90


_INITIAL_AND_NAME: Final = re.compile(r"([A-Z])\.? ([A-Z][\w’'-]+)")
_NAMED_SO: Final = re.compile(
    r"(?!(?:None|All|Action|Item|Note|Noted|Agreed)\b)[A-Z][\w’'-]{2,20}(?: [A-Z][\w’'-]{2,20}){0,2}"
)
_OFTEN: Final = 3


class Owners:
    """Reads owners in one document."""

    def __init__(self, doc: Doc) -> None:
        self.known = known_of(doc)
        self._text = text_of(doc)
        self.unread: dict[str, UnreadRecord] = {}
        self.strangers: dict[str, int] = {}
        self._bodies: dict[str, str] = {body_key(span.text): span.id_ for span in doc.spans.get("bodies", ())}
        self._bodies |= {
            body_key(short): full for short, full in doc._.acronyms.items() if body_key(full) in self._bodies
        }
        for entry in doc._.roster:
            if entry.organisation:
                self._bodies.setdefault(body_key(entry.organisation), entry.organisation)
        self._teams = self._teams_of(text_of(doc))
        self._team_names = {name.lower(): name for name in self._teams}
        self._posts = posts_of(doc)
        self._seated = {entry.name for entry in doc._.roster if entry.status}
        self._handles = handles_of(doc)
        self._forms: dict[str, set[str]] = defaultdict(set)  # capitals, and initial with surname
        for name in self._seated:
            self._forms["".join(c for c in name if c.isupper())].add(name)
            self._forms[f"{name[0]} {name.rsplit(' ', 1)[-1]}"].add(name)

    @staticmethod
    def _teams_of(text: str) -> list[str]:
        """The teams a document names, each once: what "Team" alone may stand for."""
        found: dict[str, str] = {}
        for m in re.finditer(r"\b(?:[A-Z][\w’'&-]*(?: (?:and|&))? ){1,6}Team\b", text):
            name = re.sub(r"^(?:The|A|Our)\s+", "", m[0])
            if " " in name:
                found.setdefault(name.lower(), name)
        return sorted(found.values())

    def is_body(self, name: str) -> bool:
        """Whether an owner is an organisation or a board, not a person or a group of members."""
        return name in self._bodies.values()

    def are_people(self, names: tuple[str, ...]) -> bool:
        """Whether all owners are people of the document, or posts that serve the meeting."""
        return all(name in self._seated or self.known.resolve(name) or name in _POSTS for name in names)

    def is_post(self, name: str) -> bool:
        """Whether an owner is an officer by the post's name alone: "Head of Waste", "Planning Officer"."""
        return is_post(name)

    def are_a_group(self, names: tuple[str, ...]) -> bool:
        """Whether the owner is everyone, or everyone of a kind: "All", "Directors", "All members"."""
        return len(names) == 1 and names[0].lower().removeprefix("all ") in _LOWER_GROUP

    def are_seated(self, names: tuple[str, ...]) -> bool:
        """Whether all owners stand in the roster, or are posts that serve the meeting."""
        return all(name in self._seated or name in _POSTS for name in names)

    def person(self, text: str) -> str | None:
        """The person that a form of a name or a role stands for."""
        if (handle := text.strip(" .,:@")) in self._seated:
            return handle  # "jyn", as the roster calls somebody
        first = _INITIAL_AND_NAME.fullmatch(bare(text.strip(" .,:")))
        if first and first[0] not in self._seated and (found := self._of_initial(first)):
            return found
        short = _FIRST_AND_LETTER.fullmatch(text.strip(" .,:"))
        if short and (found := self._begins(f"{short[1]} ", short[2])):
            return found
        if found := self.known.resolve(text) or self._handles.get(text.strip(" .,:").casefold()):
            return found
        if named := _POST_AND_NAME.fullmatch(text.strip(" .,:")):
            return self.known.of_surname(named[1])
        if (plain := text.strip(" .,:")).isupper() and plain.isalpha() and len(plain) in range(2, 5):
            return self._by_capitals(plain)
        if longer := _LONGER_INITIALS.fullmatch(text.strip(" .,:")):
            return self._begins(longer[1], longer[2])
        if (plain := bare(text.strip(" .,:"))) in self._seated:
            return plain  # "Dr Bell", where the roster has but "Bell"
        key = post_key(text)
        return self._posts.get(_SAME_POST.get(key, key))

    def handles(self, text: str) -> list[str]:
        """The owners of "oli and jmh", where the roster gives these nicknames."""
        found = [self._handles.get(part.casefold()) for part in re.split(r",? and |, ?| ?[/&+] ?", text)]
        return [name for name in found if name] if all(found) else []

    def often(self, text: str) -> list[str]:
        """Owners that are nobody's name but of whom the document often speaks: "ERG and Portside"."""
        parts = [part.strip() for part in re.split(r" and | ?[/&,+] ?", text.strip(" .*:"))]
        if not all(_NAMED_SO.fullmatch(part) for part in parts):
            return []
        often = all(len(re.findall(rf"\b{re.escape(part)}\b", self._text)) >= _OFTEN for part in parts)
        return parts if often else []

    def one(self, text: str, at: int = 0, loose: bool = False) -> str | None:
        """One owner: a person's full name, a body's fullest name, or a group as it is written.

        `loose` takes a name that nobody in the document has, as columns of owners may.
        """
        if found := self.known.resolve(text.strip(" .*_:–-[]")) if text.isupper() else None:
            return found  # "BY" may be somebody's initials
        raw = re.sub(
            r"\s+", " ", _NOISE.sub("", re.sub(r"\s*\([^)]*\)", "", text).strip(" .*_:–-[]")).strip(" .*:–-")
        )
        if not raw or len(raw) > _LONGEST:
            return None
        if found := self.person(raw):
            return found
        if raw.lower() in _NOBODY:
            return None
        if _INITIALS.match(raw) and self.known.is_open(raw):
            self.unread[raw] = UnreadRecord(
                UnreadKind.INITIALS, raw, "these initials could be two people's", (at, at + len(raw))
            )
            return None
        if (alone := _ITSELF.fullmatch(raw)) is not None:
            return alone["board"].capitalize()  # whoever it is that met, as the minutes call it
        if found := self._bodies.get(body_key(raw)):
            return found
        if raw.lower() in self._team_names:
            return self._team_names[raw.lower()]
        if _GROUP.match(raw):
            return (
                self._group(raw)
                if raw[0].isupper()
                or raw.split()[-1] in _LOWER_GROUP
                or raw.startswith(("the ", "all ", "each "))
                else None
            )
        if (post := post_key(raw).title()) in _POSTS:
            return post  # "Hon Treas", whom the roster does not name
        if _ALL_OF_A_KIND.fullmatch(raw):
            return raw[0].upper() + raw[1:]
        if _MEMBERS_OF.match(raw):
            return re.sub(r"^[Tt]he ", "", raw)
        if _INITIALS.match(raw):
            if loose:
                self.unread[raw] = UnreadRecord(
                    UnreadKind.INITIALS, raw, "nobody in the roster has these initials", (at, at + len(raw))
                )
            return None
        if (
            _TITLED.match(raw)
            and len(raw.split()) < 8
            and kind_of_body(raw) in {Kind.BOARD, Kind.ORGANISATION}
        ):
            return raw
        if is_post(raw):
            return re.sub(r"^(?:[Tt]he|An?|a) ", "", raw)
        return self._short_form(raw) or self._stranger(raw, at, loose)

    def _of_initial(self, named: re.Match[str]) -> str | None:
        """The one person of the roster with this initial and surname: "T Bebb" for Tom Bebb."""
        near = self._forms.get(f"{named[1]} {named[2]}", ())
        return min(near) if len(near) == 1 else None

    def _by_capitals(self, letters: str) -> str | None:
        """The one person of the roster whose name has these capitals: "PAL" for P.-A. Lindahl."""
        near = self._forms.get(letters, ())
        return min(near) if len(near) == 1 else self._posts.get(letters.casefold())

    def _begins(self, first: str, last: str) -> str | None:
        """The one person of the roster whose names begin so: "AHop" for Alison Hopkins."""
        near = {
            name
            for name in self._seated
            if name.startswith(first) and " " in name and name.rsplit(" ", 1)[1].startswith(last)
        }
        return min(near) if len(near) == 1 else None

    def _short_form(self, raw: str) -> str | None:
        """The one person of the roster whose first name begins with a short form: "Temi" for Temitope."""
        if not raw.isalpha() or len(raw) < _SHORTEST or not raw.istitle():
            return None
        near = {name for name in self._seated if name.startswith(raw) and name.split()[0] != raw}
        return min(near) if len(near) == 1 else None

    def _stranger(self, raw: str, at: int, loose: bool) -> str | None:
        """A name that nobody in the document has yet: in a column of owners, or one of usual names."""
        name = bare(raw)
        parts = name.split()
        if re.search(r"[a-z]{3}\. ", raw):
            return None  # "Footpaths. R. Toms"
        if not _NAME_LIKE.match(raw) or not parts or parts[0].lower() in words.FUNCTION_WORDS:
            return None
        usual = 1 < len(parts) < 5 and (is_given_name(parts[0]) or is_surname(parts[-1]))
        if not (loose or usual) or kind_of_body(name) is not None:
            return None
        if len(parts) > 1 and usual:
            self.strangers.setdefault(name, at)
        return name

    def _loose_group(self, part: str) -> str | None:
        """A group in small letters where nothing but owners stands: "(chairs)"."""
        raw = part.strip(" .:")
        return raw.capitalize() if raw.isalpha() and raw.islower() and _GROUP.match(raw) else None

    def _group(self, raw: str) -> str:
        plain = re.sub(r"^(?:the|an?)\s+", "", raw, flags=re.I)
        plain = plain.lower() if plain.isupper() and plain.lower() in _LOWER_GROUP else plain
        if plain.lower() == "team" and len(self._teams) == 1:
            return self._teams[0]
        return plain[0].upper() + plain[1:]

    def many(self, text: str, at: int = 0, loose: bool = False) -> list[str]:
        """All owners of "A, B and C", "A / B", "Cllrs A and B"; [] where any part is no owner."""
        lines = [self.one(line, at, False) for line in text.split("\n") if line.strip()]
        if len(lines) > 1 and all(lines):
            return list(dict.fromkeys(line for line in lines if line))
        whole = self.one(text, at, False)
        if whole and (self.is_body(whole) or not re.search(r" and |[,/&]", text)):
            return [whole]
        bare_text = re.sub(r"\s*\([^)]*\)", "", text)
        title = re.match(rf"^((?:{TITLES})s?)\.?\s", bare_text)
        found: list[str] = []
        place = at
        for part in _SPLIT.split(bare_text):
            if not part.strip():
                continue
            owner = self.one(part, place, loose) or (self._loose_group(part) if loose else None)
            if owner is None and title:
                owner = self.one(f"{title[1].rstrip('s')} {part}", place, loose)
            if owner is None and _INITIALS.match(part.strip()) and part.strip() in self.unread:
                continue
            if owner is None and re.fullmatch(r"[A-Z]{2,6}" if found else r"[A-Z]{2,3}", part.strip()):
                continue
            if owner is None:
                return [whole] if whole else []
            found.append(owner)
            place += len(part)
        return list(dict.fromkeys(found)) or ([whole] if whole else [])

"""How people's names are written: titles, post-nominals, order, capitals, initials, and what looks like
a name.

Lists of given names and surnames are a hint only: names are told by their shape and by what stands
around them.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from whosat.extract.names_told import remembered, told_now

UPPER: Final = "".join(chr(c) for c in [*range(0x41, 0x250), *range(0x1E00, 0x1F00)] if chr(c).isupper())
"""The capital letters of Latin scripts, for a regular expression's class."""
LETTER: Final = r"[^\W\d_¹²³]"

_CERTAIN: Final = frozenset(
    """cllr cllrs crs councillor councillors councilor cyng cynghorydd coun clr cnllr ald alderman dr drs
    comh mr mrs ms miss mx prof profs
    professor sir
    dame lord lady rev revd rev'd reverend canon fr imam rabbi pcc dpcc acc dcc supt insp cdr maj col
    capt baroness const atty
    viscount provost bailie baillie sgt""".split()
)
NOBLE: Final = frozenset(
    "baroness baron lord lady viscount viscountess earl countess bishop archbishop".split()
)
_TITLE: Final = (
    r"(?:(?:the\s+)?(?:rt|right)\.?\s+(?:hon(?:ourable)?|rev(?:erend|d|'d|"
    r"’d)?)\.?(?:\s+dr)?|the\s+(?:(?:very|most|right)\s+)?(?:hon|rev|revd|reverend|ven|venerable|worshipful|lord|lady|earl|"
    r"baroness|countess)\.?|(?:(?:lead|senior)\s+)?(?:(?:county|district|parish|town|borough|"
    r"city|community|group|unitary|ward|local)|(?:cty|dist|boro)\.?)\s+"
    r"(?:cllr|councill?or)\.?s?|(?:temp(?:orary)?\.?\s+|acting\s+|[at]/)?(?:(?:assistant|"
    r"deputy)\s+chief\s+constable|chief\s+constable|"
    r"(?:[cdt]/|det(?:ective)?\.?\s+)?(?:ch(?:ief)?\.?\s+)?(?:supt?|superintendent|insp(?:ector)?)|"
    r"d(?:et(?:ective)?)?\.?[\s/]\s?(?:sgt|ci|insp)|"
    r"(?:grp|group|stn|station|watch|area|crew|district|borough)\.?\s+(?:mgr|cmdr|commander|manager)|"
    r"acc|dcc|det|chief\s+fire\s+officer|(?-i:[AD]CFO|HHJ|WO[12]|L?/?Cpl|(?:[AGSWC]M)(?=\s+[A-Z][a-z]+\s+[A-Z]))|"
    r"sqn\.?\s+ldr|squadron\s+leader|wing\s+commander|commodore|group\s+captain|flt\s+lt|"
    r"air\s+commodore|lt\.?[\s-]+(?:col|cdr|cmdr)\b|"
    r"lieutenant\s+colonel|rear\s+admiral|major\s+general)\.?|"
    r"(?:associate|assistant|clinical|emeritus|visiting)\s+professor|"
    r"cllrs?'?s?|crs|councill?ors?|cyng(?:horydd)?|comh(?:airleoir(?:í)?)?(?=\.|\s)|coun|clr|cnllr|(?:hon(?:orary|\.)?\s+)?ald(?:erman|erwoman)?|drs?|mrs?|ms|miss|mx|profs?|"
    r"professors?|(?:a|assoc(?:iate)?|adj(?:unct)?|asst)/?\.?\s?prof(?:essor)?|sir|dame|lord|lady|"
    r"rev(?:erend|d|'d|’d|s)?|venerable|canon|fr|father|sister|bishop|archbishop|archdeacon|imam|padre|"
    r"rabbi|(?-i:Cr|D?PCC|Pcc|(?:W?PC|W?\.?P\.\s?C\.|PCSO)(?:\s+\d{2,5})?|Garda(?=\s+(?!S[ií]och)[A-Z][\w’'-]+\s+[A-Z][a-z]))|sgt|sergeant|"
    r"(?-i:D[CIS]|DCI|DSI|(?:T/)?(?:DACC?|ADO|DCO|ACO|[AD]CFO)|WO[12]|S/?Sgt|Cpl|Sqn\s+Ldr|Wg\s+Cdr|Gp\s+Capt|Air\s+Cdre|AVM|"
    r"(?:T/)?(?:P[IS]|CI|[GSW]M)(?=\s+[A-Z][a-z’'-]+\s+[A-Z][A-Za-z’'-]+\b))|cdr|cmdr|commander|maj(?:or)?|col(?:onel)?|lt|lieutenant|capt(?:ain)?|"
    r"brig(?:adier)?|gen(?:eral)?|adm(?:iral)?|(?-i:(?:Comrades?|Cdes?)(?=\.|\s+[A-Z])|(?:Bros?|Sis)(?=\.|\s+[A-Z]{1,2}\b)|Sisters(?=\s+[A-Z])|Br\.?(?=\s[A-Z]))|"
    r"(?-i:Sra?\.?|Hr\.?|Herr|Frau|Mme|Mlle|Sig\.|Se[nñ]or[a]?|Dhr\.?|Mevr\.?|DI|Dipl\.?-?Ing\.?|Ir\.)|"
    r"eur\.?\s+ing|(?:(?:yr?)\s+(?:cyng(?:horydd)?\.?(?:\s+sir)?|cynghorwyr|parch(?:edig)?|athro|dr|fns|arglwydd)"
    r"(?:\.?\s*/\s*(?:county\s+)?(?:cllrs?|councillors?|rev|prof)\b)?)|"
    r"(?-i:(?:(?:[RV]\.?\s?)?W(?:\.\s?|\s))Bros?)|"
    r"(?-i:Chief(?=\s+\((?:Mrs?|Ms|Dr|Engr|Sir|Hon|Lady)\b)|Alhaj[ia]|El-Hadj|Haj(?:iy?a|jah|ah|i)|(?:Elder|Brother)(?=\s+[A-Z][\w.]*\s+[A-Z])|Ma?llam|Engr|Er\.|Ing\.|Mdme?\.?|Sig(?:nora|na|\.ra)|Com\.|Parch(?:edig)?|Arch?\.|Barr(?:ister)?|Pastor|Evang(?:elist)?\.?|Apostle|Otunba|"
    r"Shri|Shrimati|Smt|Sh\.|Sri(?=\s+[A-Z]\.)|Kum\.|Kumari(?=\s+[A-Z]\.)|Thiru|Tmt|Selvi|Janab|Hon['’]ble|Justice|"
    r"Tan Sri(?:\s+Dat(?:o['’]?|uk))?|Toh Puan|Puan Sri|Puan|Pn\.|Encik|En\.|Tuan|"
    r"Dat(?:o['’](?:\s+Sri)?|in|uk(?:\s+Seri)?)|"
    r"Y\.?\s?(?:Bhg|B|A\.?Bhg)\.|Adv(?:ocate)?\.?|Ds\.|Mev\.?|Mej\.?|Mnr\.?|Msgr|Monsignor|"
    r"Deacon|Deaconess|Dcn|Preb(?:endary)?|"
    r"Ven\.|Amb\.|Ambassador|H\.?E\.|Gov\.|Senator|Rep\.|Councilmember|Councilm[ae]n|Councilwom[ae]n)|"
    r"(?-i:Hon(?:ourable|orable|\.)?)(?!\s+(?i:life|asst|assistant|joint|deputy|gen|minutes?|member\w*|auditor|sec|"
    r"secretar\w+|treas\w*|pres|president|vice|chair\w*|solicitor|editor|librarian|legal|social|match|fixtures?|club|show|"
    r"research|professor|fellow|curator|surveyor|architect|warden|steward|physician|consul|pastor|tournament|officers?)\b)|"
    r"const|atty|attorney|baroness|baron|viscount(?:ess)?|earl|countess|provost|baill?ie|m(?:essrs|sgr|me|esdames)|misses)\.?"
)
TITLES: Final = re.compile(
    rf"(?:(?:{_TITLE})(?:\s+|(?<=\.)(?=[A-Z]))(?:\(?ret(?:ire)?d\.?\)?\s+|"
    rf"\((?:mrs?|ms|miss|dr|prof|engr?|er|smt|shri|sir|rev|lady|col|hon)\.?\)\s*)?){{1,4}}",
    re.IGNORECASE,
)
"""One or more titles with the white space after each, at the beginning of a name."""

_POST: Final = (
    r"(?:OON|OFR|MFR|GCON|SAN|FNIM|OBE|MBE|CBE|KBE|DBE|GBE|BEM|QPM|QFSM|QVRM|KCB|CB|CVO|LVO|MVO|KCMG|CMG|QC|KC|SC|"
    r"JP|MP|MSP|MEP|MLA|MS|AM|AS|TD|DL|VLL|LL|HLL|"
    r"[CDKMO]NZM|QS[MO]|OAM|PSM|"
    r"FRS|FRSE|FBA|FRCP\w?|FRCS\w?|FRCGP|FRCN|FRSA|FCA|ACA|FCCA|ACMA|CPFA|MRCP\w*|MRCGP|"
    r"\d?[A-Z]{1,2}\d[A-Z]{2,4}|MD|BM|MBBS|PhD|DPhil|EdD|MA|BA|BSc|MSc|"
    r"MBA|LLB|RN|RGN|DUniv|FREng|CEng|FIMechE|FCIPD|PGCE|TC|MC|DSO|RD|VR|CC|Esq|Jn?r|Sn?r|JN?R|SN?R|"
    r"Bt|Bart|III?|IV|V\.G\.|P\.P\.|V\.G|D\.[FS]\.[CO]\.|F\.R\.S\.|Q\.C\.|R\.N\.|M\.[ABD]\.|B\.A\.|"
    r"D\.[DL]\.|C\.[AB]\.|P\.E\.|Ch\.B\.|(?i:ph\.\s?d|m\.b\.e|o\.b\.e|c\.b\.e|j\.p)\.?)"
)
POST_NOMINALS: Final = re.compile(rf"(?:,?\s+{_POST}\.?(?![\w’'-]))+")
"""Letters after a name, with the white space or comma before them."""

_PARTICLE: Final = (
    r"(?:(?i:van|von|der|den|de|del|della|di|da|dos|das|du|la|le|ter|ten|bin|binti|ibn|al|"
    r"el|ap|ab|[as]/[lop]|[ds]/o|ferch|ni|nic|mac|st|zu|y|e|"
    r"ó|ui|uí|ní|an|af|a['’]|mhic|(?:in |op |van )?['’]t|san|santa|abu|abd|ul|ud|arap|ole|wa)\.?)"
)
_WORD: Final = rf"[{UPPER}](?:[{UPPER}]\b\.?|(?:{LETTER}|['’‘´`-](?={LETTER}))*(?:{LETTER}))"
_MARKED: Final = (
    rf"(?:(?:d|al|el|ap|l|t|Mac|Mc)['’-]|O['’`´] (?=[{UPPER}])|"
    rf"(?:[ht]|d[aeiu]|l[ae]|v[ao]n|te[nr]|fitz|ma?c)(?=[{UPPER}][^\W\d_{UPPER}]))?{_WORD}"
)
_CLIPPED: Final = (
    r"(?:Alexr?|Alfd|Archd?|Benjn?|Chas|Danl|Edw?d?|Edm|Fredk|Geo|Herbt?|Hy|Jas|Jno|Jona|Jos|Michl|Nichs|Patk|Phil|"
    r"Richd?|Robt|Saml?|Theo|Thos?|Walt|Wm|Md|Mohd|Muhd|Sk|Abd)\."
)
"""Given names as older minutes, and those of South Asia, clip them: "Wm. Bell", "Md. Rahman"."""
_GLUED: Final = rf"(?<=[{UPPER}]\.)(?=[{UPPER}](?:{LETTER}{{2}}|['’]))"
"""Between an initial and the surname written right behind it: "M.Bell"."""
_INITIAL: Final = rf"(?:[{UPPER}]\.?-?)+(?:(?![\w’'])|{_GLUED})"
NAME: Final = re.compile(
    rf"(?:{_CLIPPED}|{_MARKED}|{_INITIAL})"
    rf"(?:(?:[ \t\xa0\u200a]+|{_GLUED})(?:{_PARTICLE}[ \t\xa0\u200a]+){{0,3}}"
    rf"(?:St\.\s?[{UPPER}]\.|(?:(?<=\b[{UPPER}] )|(?<=\b[{UPPER}]\. ))ma?c[a-z]{{4,}}|ff[a-z]{{4,}}|"
    rf"St\.(?= [{UPPER}])|{_CLIPPED}|{_MARKED}|"
    rf"{_INITIAL}|[\"“‘'(]{{1,2}}[{UPPER}]\w+[\"”’')]{{1,2}}(?=\s[{UPPER}]))){{0,5}}"
)
"""A run of up to six capitalised words with particles between them."""

_LED: Final = re.compile(rf"(?:(?:van|von|der|den|de|la|du|da|di|ter|ten)\s){{1,3}}{_MARKED}")
"""A surname led by particles, behind a title: "Mr. van der Meulen"."""
_JOINT: Final = re.compile(_GLUED)
_SHORT_FOR: Final = re.compile(r"(?<![\w])[\"“‘'(]{1,2}\w+[\"”’')]{1,2}")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as read: `name` in the order and capitals of speech, its offsets in the text given, and the
    title."""

    name: str
    start: int
    end: int
    honorific: str | None = None
    post_nominals: str = ""


@cache
def _listed(file: str) -> frozenset[str]:
    text = (files("whosat") / "data" / "words" / file).read_text(encoding="utf-8")
    return frozenset(sys.intern(line.lower()) for line in text.splitlines() if line and line[0] != "#")


def given_names() -> frozenset[str]:
    """Common given names of many cultures, lower case: a feature, never a proof."""
    return _listed("given_names.txt")


def surnames() -> frozenset[str]:
    """Common surnames, lower case."""
    return _listed("surnames.txt")


def common_words() -> frozenset[str]:
    """Words of everyday English, lower case, that titles and bodies' names write with a capital."""
    return _listed("common_words.txt")


_IS_CLIPPED: Final = re.compile(_CLIPPED)


def is_clipped(word: str) -> bool:
    """Whether a word is a given name cut short, with its stop: "Wm.", "Thos."."""
    return word.endswith(".") and _IS_CLIPPED.fullmatch(word) is not None


def is_given_name(word: str) -> bool:
    """Whether a word, or the first part of a double name, is a common given name."""
    low = word.lower().rstrip(".")
    if low in given_names() or ("-" in low and low.split("-")[0] in given_names()):
        return True
    if low in told_now().given:
        return True
    return is_clipped(word)


def is_surname(word: str) -> bool:
    """Whether a word, or a part of a double name, is a common surname, or begins as only surnames do."""
    low = word.lower()
    if _SON_OF.match(word):
        return True
    if low in surnames() or ("-" in low and any(part in surnames() for part in low.split("-"))):
        return True
    return low in told_now().surnames


_SON_OF: Final = re.compile(r"(?:Ma?c[A-Z]|O['’][A-Z]|Fitz[a-z])[a-z]")


def is_title(word: str) -> bool:
    """Whether a single word is a title that stands before nothing but names ("Cllr", "Dr")."""
    return word.lower().rstrip(".") in _CERTAIN


@lru_cache(maxsize=8192)
def strip_title(text: str) -> tuple[str | None, int]:
    """The title a text begins with, and how many characters it and the space after it take."""
    found = TITLES.match(text)
    return (found.group().strip(), found.end()) if found else (None, 0)


def recapitalised(word: str) -> str:
    """A word in capitals as names are written: "O'NEILL" → "O'Neill", "MCGINTY" → "McGinty"."""
    if len(word) < 3 or not word.isupper() or "." in word:
        return word
    parts = re.split(r"(['’-])", word)
    done = "".join(part.capitalize() for part in parts)
    return "Mc" + done[2:].capitalize() if done.startswith("Mc") and len(done) > 4 else done


def _speech_order(words: list[str]) -> list[str]:
    """Surname first in capitals ("SMITH Jane") put last."""
    capital = [len(word) > 2 and word.isupper() and "." not in word for word in words]
    if len(words) > 1 and capital[0] and not any(capital[1:]) and all(w[:1].isupper() for w in words[1:]):
        given = is_given_name(words[1]) and (
            len(words[0]) > 3 or is_surname(words[0]) or not is_surname(words[1])
        )
        return [*words[1:], words[0]] if given else words
    return words


_APART: Final = re.compile(r"(?<=\bO)['’] (?=[A-Z])")
_GENERATION: Final = re.compile(r"(?:Jn?r|Sn?r|JN?R|SN?R|II|III|IV)(?![\w.]*\w)")


def spaced(text: str) -> str:
    """A name with a blank between an initial and the surname written right behind it: "M.Bell"."""
    return _JOINT.sub(" ", text) if "." in text else text


def without_generation(name: str) -> str:
    """A name without "Jr" or "III" at its end: what stands there is the surname."""
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 2 and _GENERATION.fullmatch(words[-1].rstrip(".")) else name


def _tidy(core: str) -> str:
    words = _speech_order(_SHORT_FOR.sub(" ", spaced(core)).split())
    caps = [word for word in words if len(word.strip(".")) > 2]
    if len(words) > 1 and any(word.isupper() for word in caps):
        words = [recapitalised(word) for word in words]
    return _APART.sub("'", " ".join(words).replace("`", "'").replace("´", "'"))


_INVERTED: Final = re.compile(
    rf"(?P<last>(?:{_PARTICLE}[ ])*{_MARKED}(?:[ -]{_MARKED})?),\s*(?P<title>(?i:(?:{_TITLE})\s+)*)"
    rf"(?!(?:Jn?r|Sn?r|II|III|IV)\b)(?P<first>(?:[{UPPER}]\.[ ]?)?{_MARKED}(?:[ ](?:{_MARKED}|"
    rf"{_INITIAL}))?)(?P<titled>\s*\((?P<inner>(?i:{_TITLE}))\)|"
    rf",?\s+(?P<after>(?i:{_TITLE})))?(?=\s*(?:$|[(,;–—-]))",
)


_BY_LETTER: Final = re.compile(r"[A-Z][a-z]+ [A-Z]\.?")


@remembered(8192)
def read_inverted(text: str) -> PersonName | None:
    """A name at the beginning of `text` with the surname first: "Smith, John (Dr)", "SMITH, John"."""
    found = _INVERTED.match(text)
    if not found:
        return None
    words = [*found["first"].split(), *found["last"].split()]
    if is_given_name(found["last"]) and _BY_LETTER.fullmatch(found["first"].strip()):
        return None  # "Donna, Emma P" are two
    first = found["first"].split()
    shouted = found["last"].isupper()
    whole = len(first) > 1 and len(first[-1]) > 2 and is_given_name(first[0]) and not is_given_name(first[-1])
    strange = is_surname(first[-1]) and not is_surname(found["last"]) and not shouted
    if whole and (is_given_name(found["last"]) or strange):
        return None  # "Winnie, Geoff Cole", "Théo, Ann Bell" are two
    name = " ".join(word.capitalize() if shouted and len(word) < 3 else recapitalised(word) for word in words)
    title = found["title"].strip() or found["inner"] or found["after"]
    return PersonName(name, found.start(), found.end(), title or None)


@remembered(8192)
def name_at(text: str, start: int = 0) -> PersonName | None:
    """The longest name that stands at `start`, with its title and post-nominals; offsets are into `text`."""
    titled = TITLES.match(text, start)
    begin = titled.end() if titled else start
    found = NAME.match(text, begin) or (_LED.match(text, begin) if titled else None)
    if not found:
        return None
    core, end = found.group(), found.end()
    honorific = titled.group().strip() if titled else None
    after = POST_NOMINALS.search(" " + core)
    if after and after.end() == len(core) + 1 and after.start() > 1:
        core = core[: after.start() - 1].rstrip(" ,")
    letters = POST_NOMINALS.match(text, begin + len(core))
    end = max(begin + len(core), letters.end() if letters else 0)
    name = _tidy(core)
    if honorific and " " not in name and (noble := honorific.split()[-1]).lower() in NOBLE:
        of = re.compile(rf"\s+of\s+{_MARKED}").match(text, begin + len(core))
        name = f"{noble} {name}" + (of.group() if of else "")
        end = max(end, of.end() if of else 0)
        letters = POST_NOMINALS.match(text, end) or letters
        end = max(end, letters.end() if letters else 0)
    post = letters.group().strip(" ,") if letters else ""
    if (born := _GENERATION.match(post)) and (" " in name or honorific):
        name = f"{name} {born.group()}"  # "Jr" tells a son from his father, and is no honour
    return PersonName(recapitalised(name) if honorific else name, start, end, honorific, post)


@remembered(8192)
def read_name(text: str) -> PersonName | None:
    """The name that the whole of `text` is, or None; offsets are into `text`."""
    bare = text.rstrip(" \t\xa0\u200a.,;:*")
    start = len(bare) - len(bare.lstrip(" \t\xa0\u200a*•·-"))
    for read in (read_inverted(bare[start:]), name_at(bare[start:])):
        if read and read.end == len(bare) - start:
            return PersonName(read.name, start, len(bare), read.honorific, read.post_nominals)
    return None


def initials_of(name: str) -> str:
    """The initials a name is written with: "Mary Anson-Tye" → "MA-T"."""
    return "".join(
        "-".join(part[0].upper() for part in word.split("-") if part)
        for word in re.findall(r"[\w’'-]+", name)
    )


@lru_cache(maxsize=8192)
def plain_initials(text: str) -> str:
    """Initials without dots, hyphens and spaces, in capitals."""
    return re.sub(r"[^\w]", "", text).upper()


@lru_cache(maxsize=8192)
def initials_fit(initials: str, name: str) -> bool:
    """Whether initials can stand for a name: all of its first letters, first and last, or with more
    letters of it."""
    short = plain_initials(initials)
    words = [part for word in name.split() for part in re.split(r"[-’']", word) if part]
    if not short or not words or len(short) > 5:
        return False
    full = "".join(word[0].upper() for word in words)
    whole = "".join(word[0].upper() for word in name.split())  # "DB" for D Bush-Kay
    if short in {full, whole, full[0] + full[-1], plain_initials(initials_of(name))}:
        return True
    if "-" in name.split()[-1] and short == full[:-1]:
        return True  # "AE" for Ann Eze-Hill
    if _TOLD_APART.fullmatch(initials) and short[:-1] == full[0] + full[-1]:
        return short[-1] in words[-1].upper()  # "ABk" for Ann Birkett, where another has "AB"
    return _is_spelt_out(short, [word.upper() for word in words])


_TOLD_APART: Final = re.compile(rf"[{UPPER}]{{2}}[a-z]")


def _is_spelt_out(short: str, words: list[str]) -> bool:
    """ "ASc" for Ann Schofield: each word gives its first letter or more, in order; the first and last
    must."""
    reachable = {(0, 0)}
    for at, word in enumerate(words):
        following = set()
        for used, _ in reachable:
            for take in range(0 if 0 < at < len(words) - 1 else 1, 4):
                if short[used : used + take] == word[:take] and used + take <= len(short):
                    following.add((used + take, at))
        reachable = following
    return any(used == len(short) for used, _ in reachable)


INITIALS: Final = re.compile(rf"[{UPPER}](?:[{UPPER}a-z]?\.?[ -]?){{0,3}}[{UPPER}]\.?[a-z]{{0,2}}")
"""The shape of initials: "JP", "J.P.", "VL-T", "GSc", "AHol"."""


def is_initials(text: str) -> bool:
    """Whether a text has the shape of initials."""
    return (
        bool(INITIALS.fullmatch(text))
        and 2 <= len(plain_initials(text)) <= 5
        and sum(map(str.isupper, text)) >= 2
    )

"""How bodies' names are put on one footing: abbreviations written out, fillers dropped, plurals levelled."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from whosat.graph.resolve_names import fold

_WRITTEN_OUT: Final[dict[str, str]] = dict(
    line.strip().split(" = ")
    for line in """
    beds = bedfordshire
    berks = berkshire
    bucks = buckinghamshire
    cambs = cambridgeshire
    ches = cheshire
    derbys = derbyshire
    glos = gloucestershire
    hants = hampshire
    herts = hertfordshire
    hunts = huntingdonshire
    lancs = lancashire
    leics = leicestershire
    lincs = lincolnshire
    middx = middlesex
    northants = northamptonshire
    northumb = northumberland
    notts = nottinghamshire
    oxon = oxfordshire
    salop = shropshire
    staffs = staffordshire
    warks = warwickshire
    warwks = warwickshire
    wilts = wiltshire
    worcs = worcestershire
    yorks = yorkshire
    assn = association
    assoc = association
    cmte = committee
    cttee = committee
    ctte = committee
    comm = committee
    ctee = committee
    dept = department
    dev = development
    devt = development
    govt = government
    govnt = government
    mgmt = management
    mgt = management
    org = organisation
    pship = partnership
    partnerships = partnership
    univ = university
    uni = university
    soc = society
    svc = service
    svcs = services
    hosp = hospital
    hosps = hospitals
    env = environment
    exec = executive
    wg = working group
    wkg = working
    grp = group
    ft = foundation trust
    pct = primary care trust
    ccg = clinical commissioning group
    icb = integrated care board
    ics = integrated care system
    icp = integrated care partnership
    lep = local enterprise partnership
    lsp = local strategic partnership
    cdrp = crime disorder reduction partnership
    csp = community safety partnership
    hwb = health wellbeing board
    hwbb = health wellbeing board
    opcc = office police crime commissioner
    cvs = council voluntary service
    vcs = voluntary community sector
    vcse = voluntary community social enterprise
    vcsep = voluntary community social enterprise partnership
    mbc = metropolitan borough council
    rdc = rural district council
    dwp = department work pensions
    dclg = department communities local government
    moj = ministry justice
    lga = local government association
    nhse = nhs england
    dfe = department education
    dhsc = department health social care
    organization = organisation
    wellbeing = wellbeing
    programs = programme
    program = programme
    centers = centre
    center = centre
    labor = labour
    """.strip().splitlines()
)
_AT_THE_END: Final[dict[str, str]] = {
    "dc": "district council",
    "bc": "borough council",
    "tc": "town council",
    "pc": "parish council",
}
_LEGAL: Final = frozenset("ltd limited plc cic cio llp inc uk".split())
_FILLERS: Final = frozenset("the of and for in on at to a an".split())
_MEETING: Final = frozenset("meeting meetings workshop".split())

NATIONAL: Final = frozenset("department ministry national england english british hm royal uk".split())
"""Words in the names of bodies of the whole country: common words, and yet names of their own."""

_NATIONAL_ENDINGS: Final = frozenset("agency commission inspectorate".split())
_OFFICES: Final = frozenset(
    {
        ("cabinet", "office"),
        ("home", "office"),
        ("treasury",),
        ("information", "commissioner", "office"),
        ("local", "government", "association"),
        ("big", "lottery", "fund"),
    }
)


def is_national(words: tuple[str, ...]) -> bool:
    """Whether a name is a ministry's or another body's of the whole country."""
    return (
        words in _OFFICES
        or (len(words) <= 3 and words[-1] in _NATIONAL_ENDINGS)
        or words[0] in ("department", "ministry", "hm", "royal")
        or bool(NATIONAL & {*words} - {"department"})
    )


TIERS: Final = frozenset(
    "city county district borough town parish metropolitan unitary regional national ward".split()
)
"""Words that tell one authority of a place from another of the same place."""

COMMON: Final = frozenset(
    """
    action active adult advice advisory affair age agency agreement aim alliance all appeal appointment
    area arm art assembly asset assistant association audit authority best better black board body borough
    building business cabinet campaign care carer centre central challenge chamber champion charity chief
    child children citizen city climate clinical cluster college commerce commission commissioner
    commissioning committee communication community company conference consortium constabulary
    construction consultation control coordination core corporate council councillor county crime culture
    cultural customer data delivery department design development digital directorate disability disorder
    district diversity division domestic early east economic economy education elected emergency
    employment energy engagement england english enterprise environment environmental equality estate
    ethic event executive family farm federation finance financial fire first food force forum foundation
    framework freedom fund funder further future general governance governing government governor grant
    green group growth head health healthy heritage high higher highway home homelessness hospital house
    housing hub human implementation improvement inclusion independent individual industry information
    infrastructure innovation inspectorate institute integrated intelligence interim international
    investment joint justice key labour land law lead leader leadership learning leisure liaison library
    licensing life links local management market medical member membership mental metropolitan minister
    ministry monitoring multi museum national natural neighbour neighbourhood network new nhs north office
    officer older open operation operational organisation outcome overview panel parent parish park
    parliament participation partner partnership patient pension people performance person personal
    physical place plan planning play police policy pool poverty practice prevention primary priority
    prison private probation procurement professional programme project property protection provider
    public quality race reduction reference reform regeneration region regional regulatory remuneration
    representative rescue research resident resilience resource response review right risk road round
    rural safe safeguarding safer safety scheme school science scrutiny secondary sector senior service
    shadow skill social society south special sport staff staffing stakeholder standard standing state
    statutory steering strategic strategy street strong stronger study sub subcommittee subgroup support
    sustainability sustainable system table task team technical technology tenant thematic theme third
    town trade training transformation transition transport travel treasury tribunal trust trustee union
    unit university urban user victim village violence visitor voice voluntary volunteer ward waste water
    welfare well wellbeing west wider women work worker workforce working workstream young youth greater
    committees cooperative other various whole one two three four a b c d i ii iii iv v adults executives
    lsp
    """.split()
)
"""Words that name no body by themselves: names made of these alone ("Audit Committee") occur everywhere."""

INSTITUTIONS: Final = frozenset(
    """
    council constabulary police partnership hospital university college chamber authority nhs borough city
    county district fire integrated clinical primary health conference commerce
    """.split()
)
"""Words that stand behind a place in the names of its institutions."""


def _stem(word: str) -> str:
    """Level plurals: "services", "peoples"; short words and those in -ss, -us, -is stay."""
    if word == "children" or word == "childrens":
        return "child"
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _written_out(word: str, alone: bool) -> list[str]:
    parts = _WRITTEN_OUT.get(word, word).split()
    return [word] if alone and len(parts) == 1 else parts


@lru_cache(maxsize=200_000)
def signature(name: str) -> tuple[str, ...]:
    """The words that make a body's name, on one footing; names of equal signature are written alike.

    "The Glos. Young People's Cttee" → ("gloucestershire", "young", "people", "committee").
    """
    plain = re.sub(r"\s*[(\[].*?[)\]]", " ", fold(name)) if not name.strip().startswith("(") else fold(name)
    plain = re.sub(r"\bwell[ -]being\b", "wellbeing", plain)
    plain = re.sub(r"\bco-(op|ord)", r"co\1", re.sub(r"\bsub[ -](?=group|committee)", "sub", plain))
    words = re.findall(r"\w+", plain) or [name.strip()]  # a name of no word at all is itself
    while len(words) > 1 and words[-1] in _LEGAL | _MEETING:
        words.pop()
    if len(words) > 1 and words[-1] in _AT_THE_END:
        words[-1:] = _AT_THE_END[words[-1]].split()
    words = [part for word in words for part in _written_out(word, alone=len(words) == 1)]
    kept = [word for word in words if word not in _FILLERS] or words
    return tuple(_stem(word) for word in kept)


def stands_for_council(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether "Xshire CC" may be the county (or city) council of the same place."""
    if len(short) < 2 or short[-1] != "cc" or long[-1:] != ("council",):
        return False
    return short[:-1] == long[:-2] and long[-2] in ("county", "city")


def is_acronym(name: str) -> bool:
    """Whether a name is one word, mostly of capitals and digits ("LSP", "VCSEP", "GL11")."""
    letters = re.sub(r"[^\w]", "", name)
    capitals = sum(sign.isupper() or sign.isdigit() for sign in letters)
    return " " not in name.strip() and 2 <= len(letters) <= 10 and capitals >= max(2, 0.6 * len(letters))


@lru_cache(maxsize=200_000)
def own_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that single a body out: places and proper names."""
    return tuple(word for word in words if word not in COMMON and word not in _COMMON_STEMS)


_COMMON_STEMS: Final = frozenset(_stem(word) for word in COMMON)


@lru_cache(maxsize=200_000)
def is_common(words: tuple[str, ...]) -> bool:
    """Whether a name is made of common words alone, so that many bodies bear it."""
    return not own_words(words) and not (len(words) > 1 and is_national(words))


def spelling_slip(left: tuple[str, ...], right: tuple[str, ...]) -> str | None:
    """The word by which two names of equal length differ, if that is one slip of the pen; else None."""
    if len(left) != len(right):
        return None
    unlike = [(one, other) for one, other in zip(left, right, strict=True) if one != other]
    if len(unlike) != 1:
        return None
    one, other = unlike[0]
    shorter = min(len(one), len(other))
    known = one in _COMMON_STEMS and other in _COMMON_STEMS
    if known or shorter < 5 or one[0] != other[0] or re.search(r"\d", one + other):
        return None
    allowed = 1 if shorter < 8 else 2
    return one if OSA.distance(one, other, score_cutoff=allowed) <= allowed else None


def shortened(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names of equal length differ only in words cut short ("Dev" for "Development")."""
    if len(left) != len(right) or left == right or len(left) < 2:
        return False
    return all(
        one == other or _cut_short(one, other) or _cut_short(other, one)
        for one, other in zip(left, right, strict=True)
    )


def _cut_short(short: str, long: str) -> bool:
    # Lincoln is not Lincolnshire cut short
    return 3 <= len(short) <= len(long) - 3 and long.startswith(short) and long != short + "shire"


def letters_of(words: tuple[str, ...]) -> str:
    """The first letters of a name's words: what its acronym would be."""
    return "".join(word[0] for word in words if word)


@lru_cache(maxsize=200_000)
def same_place(left: str, right: str) -> bool:
    """Whether two words are one place, or a town and the county named after it (Lincoln, Lincolnshire)."""
    if left == right:
        return True
    shorter, longer = sorted((left, right), key=len)
    return len(shorter) >= 5 and longer == shorter + "shire"

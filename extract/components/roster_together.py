"""A post and its body with nothing between: where the one ends and the other begins."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from whosat.extract.bodies import kind_of_body
from whosat.extract.body_words import ORGANISATION_LEADS, TOPICS
from whosat.extract.components import roster_words as words
from whosat.extract.components.roster_scores import is_body, is_body_of, job_score
from whosat.extract.names import is_given_name
from whosat.extract.names_told import remembered
from whosat.ontology.facts import Kind

STRONG: Final = re.compile(
    r"\b(?:Council|Trust|Police|Service|Board|Partnership|Ltd|Limited|Association|Authority|Federation|"
    r"University|College|Hospital|Society|Charity|Foundation|NHS)\b"
)
"""Words that only a body's name holds."""


@lru_cache(maxsize=8192)
def is_common(text: str) -> bool:
    """Whether each word of a text is one of any post or field: "Finance and Resources"."""
    return all(_is_common_word(word) for word in re.findall(r"[\w’'/-]+", text))


_WITHOUT_FIELD: Final = re.compile(
    r"(?:(?:Deputy|Assistant|Associate|Executive|Senior|Regional|Interim|Acting|Corporate|Divisional|Group|"
    r"Programme|Project|Policy|General) )*"
    r"(?:Director(?: General)?|Manager|Head|Lead|Officer|VP|Vice[- ]President|Adviser|Advisor|Dean|"
    r"Vice[- ]Principal|(?:Deputy |Pro[- ])?Vice[- ]Chancellor)"
)
_PORTFOLIO_HELD: Final = re.compile(
    r"(?:Shadow |Deputy |Assistant )?(?:(?:Executive|Cabinet|Portfolio|Lead) (?:Cabinet )?Member|"
    r"Portfolio Holder)"
)
_FIELDS_TOO: Final = frozenset({"global", "scientific", "external", "internal", "people", "culture"})


def is_field_of(post: str, text: str) -> bool:
    """Whether words behind a post without a field are its field: "Director General, Global Health"."""
    if words.CHAIR.fullmatch(text):
        return False
    kind = kind_of_body(text)
    if _PORTFOLIO_HELD.fullmatch(post):
        return not STRONG.search(re.sub(r"\bService\b", "", text))
    if not _WITHOUT_FIELD.fullmatch(post) or kind not in (None, Kind.STRATEGY):
        return False
    parts = text.split()
    return kind is not None or (
        len(parts) > 1 and all(is_common(part) or part.lower() in _FIELDS_TOO for part in parts)
    )


def _is_common_word(word: str) -> bool:
    return all(
        part in words.NO_NAME_WORDS
        or part in words.JOB_HEADS
        or part in words.JOB_LEADS
        or part in FIELD_WORDS
        or part in TOPICS
        for part in word.lower().replace("’", "'").split("/")
    )


FIELD_WORDS: Final = frozenset(
    """and & for of the shared legal regeneration neighbourhood integrated youth support regulatory democratic
    leisure culture estates corporate resources academic institutional reviews carers extra care nursing
    environmental property facilities student professional commercial technical property customer electoral
    advice protection enforcement licensing highways people children's children’s adult's adults' adults’
    inclusion prevention intervention legislative municipal protective civic bylaw by-law neighbourhoods
    neighborhood administrative
    assurance designated named options monitoring engagement experience complaints patient patients patient's
    involvement equality diversity exploitation misuse misconduct vulnerable effectiveness medicines
    medication
    optimisation prescribing formulary therapies therapy psychology psychiatry paediatrics surgery complex
    urgent planned unscheduled elective palliative looked after missing welfare inspection scrutiny audit risk
    compliance litigation contracts contracting commissioned transformation change innovation integration
    redesign pathway pathways modernisation operations operational intake referral assessment duty response
    reviewing permanence fostering adoption placements targeted foundation attainment achievement outreach
    wellbeing well-being reablement tenancy lettings allocations workforce organisational cohesion counter
    extremism hate harassment slavery detention deprivation liberty capacity sensory neighbourhoods locality
    localities cluster area areas divisional partnership partnerships secondary continuing ageing dementia
    sexual suicide bereavement identification resettlement reducing reoffending multi-agency multiagency
    child’s child's family's serious case domestic violence against women girls attendance access curriculum
    detective det trade specialist specialised tier acute general practitioner registered trained
    clinical""".split()
)
"""Words of posts and fields of work, which name no body by themselves."""
_IN_HOUSE: Final = re.compile(
    r".*\b(?:Services?|Teams?|Units?|Directorates?|Departments?|Divisions?|Section|Safeguarding|Carers|"
    r"Social Care|Early (?:Help|Years)|Commissioning|Public Protection)"
)


def is_unlike_a_post(text: str) -> bool:
    """Whether no word of a text is one of posts or fields, and each is written as a name: "Lane County"."""
    parts = text.split()
    return (
        1 < len(parts) < 5
        and all(p[0].isupper() for p in parts)
        and not any(is_common(p) for p in parts)
        and job_score(text) == 0
    )


TITLE_BEHIND: Final = re.compile(r"(?<=\w)\s+(?:Mrs?|Ms|Miss|Dr|Prof|Cllr|Councillor|Revd?)\.?$")
"""The title of a name that stands behind a body."""
IN_PARTS: Final = re.compile(
    r"(?:[\w’'/&-]+ ){0,4}(?i:director|manager|lead|officer|nurse|governor|member), "
)
"""A post whose field a comma sets apart: "Divisional Director, Surgery"."""
_OF_ITS_OWN: Final = re.compile(
    r"(?:Council|Association|Society|Institute|College|Federation|Network|Campaign|Alliance) (?:for|of) "
)
"""How a body of its own begins that ends like a department: "Council for Voluntary Service"."""


def is_in_house(text: str) -> bool:
    """Whether a body is a department or team by common words alone, so that the body it is of may follow."""
    if not _IN_HOUSE.fullmatch(text) or _OF_ITS_OWN.match(text):
        return False
    told = [word.strip(".,").lower() for word in text.split()]
    return all(
        word in words.NO_NAME_WORDS or word in FIELD_WORDS or word in TOPICS or word[:1].isdigit()
        for word in told
    )


FUNCTIONS: Final = frozenset(
    """BCU CEO CFO COO CIO CTO CMO CNO CPO NED SEN SEND ASB CSE EDI ESOL STEM ICT PPE PREVENT HRD MAPPA MASH
    RFO SRO DBS CQUIN QIPP CHC EHCP FOI GDPR GIS ITC LGBT BAME BME VAWG DHR SAR TAC SIG WIP VIP AGM HOD PGR
    UGR MARAC IDVA ISVA IMCA LADO SENCO SENDIASS IRO SCR CDOP MCA DOLS DoLS LPS LAC CIN CAF FNP IAPT MDT
    CYP CYPS HIV STI TB ENT ICU ITU NICU SCBU MSK COPD CVD CHD EOL AHP AHPs EPRR IPC MRSA PALS OOH OT SLT SALT
    HR IT OD PR AI ASC CSC SUDIC DPH PMO HCAI IG TOR JSNA BCF PPI PPE PREM PROM REC""".split()
)
"""Short for what a post is about, or for a post, and for no body."""


_FOR_ALL: Final = re.compile(
    r"(?P<body>(?:Healthwatch|Age UK|Age Concern|Citizens Advice)(?: [A-Z][\w’'-]+)?) (?P<post>[A-Z][a-z]+)"
)
"""A body of many places, its post behind it: "Healthwatch Representative"."""


@lru_cache(maxsize=8192)
def run_together(text: str) -> tuple[str, str, int] | None:
    """A post and its body with nothing between, where common words tell the one from the other: "Finance
    Manager Barset Hospice", "Barset Hospice Finance Manager"; the third says where the body begins."""
    tokens = list(re.finditer(r"\S+", text))
    if (said := _FOR_ALL.fullmatch(text)) and said["post"].lower() in words.JOB_HEADS:
        return said["post"], said["body"], 0
    if len(tokens) < 2 or re.search(r"[,;:()]", text):
        return None
    if (found := _after_head(text, tokens)) or len(tokens) < 3:
        return found
    common = [
        _is_common_word(token.group().strip(".&–-")) and token.group() not in ("NHS", "HM")
        for token in tokens
    ]
    first = next((at for at, told in enumerate(common) if not told), 0)
    if first > 1 and tokens[first - 1].group() == "The":
        first -= 1
    if first > 1 and tokens[first - 1].group() == "of" and _OF_A_PLACE.fullmatch(tokens[first - 2].group()):
        first -= 2
    if first:
        post, body = text[: tokens[first].start()].rstrip(), text[tokens[first].start() :]
        return (post, body, tokens[first].start()) if _is_run(post, body) else None
    for at in range(1, len(tokens) - 1):
        post, body = text[: tokens[at].start()].rstrip(), text[tokens[at].start() :]
        head = tokens[at - 1].group().lower()
        if head in words.JOB_HEADS and len(head) > 3 and not common[at] and _is_run(post, body):
            return post, body, tokens[at].start()
    last = next((at for at in range(len(tokens) - 1, 0, -1) if not common[at]), 0)
    for at in range(last + 1, len(tokens)):
        body, post = text[: tokens[at].start()].rstrip(), text[tokens[at].start() :]
        if (
            at > 1
            and not STRONG.fullmatch(tokens[at].group())
            and job_score(post) >= 0.7
            and post[:1].isupper()
            and (kind_of_body(body) is Kind.ORGANISATION or is_body_of(body) or SITE.fullmatch(body))
            and not FUNDED.search(body)
            and not is_in_house(body)
            and (not is_common(body.split()[0]) or _OF_A_PLACE.match(body))
            and not _OPEN_END.search(body)
            and not (is_common(body) and _SPEAKER.fullmatch(post))
        ):
            return post, body, 0
    return None


_SPEAKER: Final = re.compile(r"(?:Deputy )?(?:Representatives?|Reps?)\b\.?")
_NO_HEAD: Final = frozenset(
    """partner partners student volunteer resident professional elder carer associate deputy head fellow
    patron
    hr ce md dir chair graduate founder owner reader user applicant landowner""".split()
)
"""Words for posts with which bodies' names begin too, or that other words follow."""
_POST_HEADS: Final = (words.JOB_HEADS - _NO_HEAD) | {"gp", "guardian"}
_LATEST: Final = 6  # words before a post's head: "Assistant Director for Children's Social Care"
_COMPASS: Final = frozenset(
    """north south east west mid central upper lower greater royal city the university northern southern
    eastern
    western north-east north-west south-east south-west""".split()
)
_BY_LETTERS: Final = re.compile(
    r"(?:[A-Z][\w’'&-]*\s+|(?:&|and)\s+)+(?:[A-Z]{2,6}|NHS FT|Fire (?:&|and) Rescue)|"
    r"(?:HMP|HMYOI|HM|YOI|LB|RB)\b.*\s[A-Z]\w+|"
    r"[A-Z][A-Za-z]?[A-Z&][A-Za-z&]*[A-Z][a-z]?"
)
"""A place with what sort of body it has in letters ("Barset MBC"), or letters alone ("RDaSH")."""
_OF_THE_LAND: Final = re.compile(
    r"(?:The |National |Regional )*(?:Probation|Youth (?:Offending|Justice)|Ambulance|Fire|Police|"
    r"Prison|Crown)\b.*"
)
"""Services in common words that are no department of anybody's."""


def _after_head(text: str, tokens: list[re.Match[str]]) -> tuple[str, str, int] | None:
    """A post, told by its head, and the body that begins at the first word of no post or field after it:
    "Designated Nurse Safeguarding Barset CCG"."""
    heads = [
        at
        for at, token in enumerate(tokens[:_LATEST])
        if _is_post_head(token.group(), tokens[at + 1].group() if at + 1 < len(tokens) else "")
    ]
    if not heads:
        return None
    head = heads[-1]
    at = head + 1
    while at < len(tokens):
        word, before = tokens[at].group(), tokens[at - 1].group()
        begin = tokens[at].start()
        body, post = text[begin:], text[:begin].rstrip()
        if not _OPEN_END.search(post) and _begins_body(body, at == head + 1):
            return post, body, begin
        if word[:1].islower() or word in "&–-/" or _is_common_word(word.strip(".&–-")):
            if word not in ("NHS", "HM"):
                at += 1
                continue
        elif before in ("and", "&") and at + 2 < len(tokens):
            at += 1  # the second of two fields, whatever it is
            continue
        break
    while at > head + 1 and at < len(tokens) and tokens[at - 1].group().lower() in _COMPASS:
        at -= 1
    if (
        at > head + 3
        and tokens[at - 1].group() == "of"
        and tokens[at - 2].group() in ("Hospitals", "Hospital")
    ):
        at -= 2
        at -= tokens[at - 1].group() in ("University", "Teaching")
    elif tokens[at - 1].group() == "of" and _OF_A_PLACE.fullmatch(tokens[at - 2].group()):
        at -= 2
    if not head < at < len(tokens):
        return None
    begin = tokens[at].start()
    post, body = text[:begin].rstrip(), text[begin:]
    return (post, body, begin) if not _OPEN_END.search(post) and _is_agency(body) else None


_PUBLIC: Final = re.compile(
    r".*\b(?:(?:County|District|Borough|City|Metropolitan|Unitary) Council|CCG|PCT|ICB|"
    r"NHS (?:Foundation )?Trust)"
)
_IDLE: Final = _COMPASS | {"and", "&", "of", "new", "high", "great", "old"}


def fields_before(name: str) -> int:
    """How many characters the fields of a post take before the public body they run on to: "Service
    Safeguarding and Quality Barset County Council"."""
    if not _PUBLIC.fullmatch(name):
        return 0
    tokens = list(re.finditer(r"\S+", name))
    at = next((k for k, one in enumerate(tokens) if not _is_common_word(one.group().strip(".&–-"))), 0)
    while at and tokens[at - 1].group().lower() in _IDLE:
        at -= 1
    said = [one.group() for one in tokens[:at] if one.group().lower() not in _IDLE]
    return tokens[at].start() if len(said) > 1 and "NHS" not in said else 0


_BY_ITSELF: Final = re.compile(
    r"\b(?i:health|social|police|probation|fire|ambulance|support|advice|standards|office|plus|housing|services?|"
    r"offending|justice|bank|union|centre)\b"
)
"""Words of bodies and departments that common words name ("Debt Advice", "Trading Standards")."""


def is_in_common(text: str) -> bool:
    """Whether common words name a department or a service of the land: "Public Health", "Debt Advice"."""
    return " " in text and is_common(text) and _BY_ITSELF.search(text) is not None


def is_more_of_post(text: str) -> bool:
    """Whether words behind a post are only its field: "Secondary Care", "Schools and Complex Needs"."""
    return " " in text and is_common(text) and not is_body(text) and _BY_ITSELF.search(text) is None


_SURE_HEADS: Final = frozenset(
    """manager officer coordinator co-ordinator director adviser advisor nurse midwife doctor consultant
    pharmacist psychologist psychiatrist paediatrician headteacher superintendent inspector solicitor worker
    leader administrator practitioner advocate supt insp""".split()
)
_OF_MANY: Final = re.compile(
    r".*\b(?:Committee|Board|Group|Forum|Association|Network|Federation|Society|College|Union|Institute|Alliance|"
    r"Council|Partnership|Ltd|Limited|CIC)"
)


@lru_cache(maxsize=8192)
def is_led_by_post(text: str) -> bool:
    """Whether a text begins with a post in common words, whatever follows: "Service Manager Relatia"."""
    told = text.split()
    for at, word in enumerate(told[:_LATEST]):
        if word.lower() in _SURE_HEADS and 0 < at < len(told) - 1:
            return not _OF_MANY.fullmatch(text)
        if not (_is_common_word(word.strip(",.&–-")) or word == "&"):
            return False
    return False


_SOMEBODY_OF: Final = re.compile(r"(?:[A-Z]\.? ?){1,3}[A-Z][a-z][\w’'-]* (?:of|from|for) ")
"""Initials, a surname and whom he or she is from: "T. Venn of Barset Council"."""


@remembered(8192)
def is_held_in(text: str) -> bool:
    """Whether a text is one post and the body it is held in, and nobody's name stands in it."""
    found = run_together(text)
    if found is None or not found[2] or _SOMEBODY_OF.match(found[1]):
        return False
    told = found[1].split()
    return not any(
        is_given_name(one) and not _is_common_word(two) and one not in ("St", "Saint")
        for one, two in pairwise(told[: None if len(told) > 3 else 2])
    )


def _is_post_head(word: str, after: str) -> bool:
    low = re.split(r"[/-]", word.lower().strip(".,"))[-1]
    if low == "head":
        return after in ("of", "for", "Teacher")
    return low in _POST_HEADS and (len(low) > 3 or low == "gp") and word[:1].isupper()


def _begins_body(body: str, right_behind: bool) -> bool:
    """Whether a body that common words name begins here: "NHS Barset", "National Probation Service"."""
    if right_behind and _OF_THE_LAND.fullmatch(body):
        return is_body(body)
    return body.lower().startswith(_LEADS) and not is_common(body) and is_body(body)


_LEADS: Final = tuple(f"{lead} " for lead in ORGANISATION_LEADS)


def _is_agency(body: str) -> bool:
    if body in FUNCTIONS or is_in_house(body) or job_score(body) >= 0.6:
        return False
    named = " " in body and not is_common(body.split()[0]) and is_body(body)
    placed = body.split()[0].lower() in _COMPASS and is_body(body) and not is_common(body)
    if re.fullmatch(r"[A-Z][a-z]+[A-Z][a-z]\w*", body):
        return True  # "FlyBarset"
    letters = _BY_LETTERS.fullmatch(body) and body.split()[-1] not in FUNCTIONS
    return bool(named or placed or letters or SITE.fullmatch(body) or is_body_of(body))


def _is_run(post: str, body: str) -> bool:
    return (
        job_score(post) >= 0.7
        and not _OPEN_END.search(post)
        and " " in body
        and (is_body(body) or bool(SITE.fullmatch(body)))
        and job_score(body) < 0.6
        and (len(post) > 3 or post == "CEO")
        and not is_in_house(body)
    )


_OF_A_PLACE: Final = re.compile(
    r"University|College|Institute|Friends|City|Borough|Church|Diocese|Bank|House|Port|Shire|Bishop|"
    r"Museum|Royal"
)
_OPEN_END: Final = re.compile(r"(?:\b(?i:of|for|the|to|and|in|at|with|from|on)|&|[-–/])$")


FUNDED: Final = re.compile(
    r"\b(?:Fund|Programme|Project|Scheme|Grants?|Office|Centre|Network|Guardian of .*)$"
)
"""What a post is for, though it may be a body elsewhere: "Better Care Fund Manager"."""
FORMED: Final = re.compile(
    r"(?:[A-Z][\w’'-]+ (?:(?:and|&) )?){1,2}(?:Ltd|Limited|LLP|LLC|plc|PLC|Inc|CIC|Consultants|Consulting|"
    r"Associates|Solicitors|Planning)\.?"
)
"""A trade and a firm's form, before which a name is wanting."""
SITE: Final = re.compile(
    r"(?:The )?(?:[A-Z][\w’'-]+ )+(?:Hotel|Inn|Arms|Farm|Garage|Stores|Airport|Marina|Cinema|Brewery|"
    r"Nursery|Gym|"
    r"Castle|Abbey|Cathedral|Minster|Mosque|Temple|Synagogue|Gurdwara|Priory|Infirmary|Clinic|Pharmacy|"
    r"Bakery|Zoo|"
    r"Radio|Press|Gazette|Herald|News|Holiday Park|Care Home|Nursing Home|Leisure Centre|Golf Club)"
)
"""Houses and firms that bear the name of a place."""

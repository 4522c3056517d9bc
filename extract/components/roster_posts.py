"""What words beside a name are by themselves: a post, a post with its body, a title, or no body at all."""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.bodies import kind_of_body
from whosat.extract.body_words import TOPICS
from whosat.extract.components import roster_words as words
from whosat.extract.components.roster_capacities import is_area, is_capacity, is_interest
from whosat.extract.components.roster_notes import is_note
from whosat.extract.components.roster_scores import is_body, is_body_of, is_non_person, job_score, name_score
from whosat.extract.components.roster_together import (
    FUNCTIONS,
    FUNDED,
    SITE,
    is_common,
    is_in_house,
    run_together,
)
from whosat.extract.names import is_given_name
from whosat.ontology.facts import Kind

_SENTENCE: Final = re.compile(
    r"(?<!\bSt)(?<!\bSte)(?<!\bInst)(?<!\bUniv)(?<!\bDept)(?<!\bDist)(?<!\bAssoc)(?<!\bNat)(?<!\bNatl)"
    r"(?<!\bVol)(?<!\bRes)(?<!\bEnv)(?<!\bDiv)(?<!\bSoc)(?<=[a-z)])\.\s+[A-Z][a-z]+\s|"
    r"^[A-Z][\w’'-]+ (?:opened|chaired|welcomed|thanked|ends)$|"
    r"\b(?:was|were|attended|joined|left|arrived|had|has|have been|is|are|will|there)\b\s+[a-z]"
)
"""What no body's name holds: the end of a sentence, a verb and what follows it."""
_NO_BODY: Final = re.compile(
    r"(?i:.* meeting|(?:(?:standing|agenda|other|any other) )?(?:items?|business)(?: of business)?|"
    r".* (?:attendees|participants|present|attendance|apologies)|.*\d/\d{1,2}/\d{2,4}.*|"
    r"also|as above|as well|no\s.*|non-.*|regrets?|absent|(?:persons?|people|someone) \w+ing\b.*|"
    r"(?:notes?|points?|matters?|issues?|decisions?)(?: of discussion)? (?:and|&) actions?|"
    r".*\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december) \d{4}\b.*|"
    r"none.*|item\b.*|and|others?|names?|proxy|presiding|"
    r"officio|substitute|temporary|interim|acting|permanent|declarations? of .*|"
    r"alternate|deputy|(?:(?:[cdtp]/)?cllr|mr|mrs|ms|miss|dr|prof|professor|rev|revd|councillor|senator|deputy)\.?|"
    r"jr\.?|snr|ph\.?d\.?|m\.?d\.?|esq\.?|president[- ]elect|past president|publicity|excused|"
    r"sergeant at arms|(?:\w+ ){1,2}(?-i:groups|communities|interests)|"
    r"(?:[ivx]{1,5}\.\s+)?call to order.*|(?:matters arising|minutes of|apologies for).*|.*signatures?|"
    r"\d(?:st|nd|rd|th)[ -].*|y(?:ear)?\s?\d{1,2}|[sc]t\d|fy\d|(?:band|grade)\s\w{1,3}|local authority|"
    r"\d{1,4}[a-z]?,?\s+(?:\w+\s+){1,3}(?:street|st|road|rd|lane|avenue|way|close|drive|parade|terrace|"
    r"gardens)|"
    r"(?:third|private|public|voluntary|community|statutory) sector|senior executive|"
    r"senior partner|executive|chief|head|"
    r"(?:board|committee|meeting|group|corporate|trust|programme|partnership) secretariat)"
)
"""Words beside a name that are no body's."""


def _is_plain_word(text: str) -> bool:
    """Whether one word of the language stands alone: a field of work, no body ("Finance", "Education")."""
    low = text.lower()
    if low in _AGENCIES:
        return False
    return (
        " " not in text
        and not (text.isupper() and len(text) < _SHOUTED)
        and ((low in words.NO_NAME_WORDS and low != "first") or low in _FIELDS)
    )


_SHOUTED: Final = 7  # letters of a word in capitals that stands for no body
_AGENCIES: Final = frozenset(
    "foodbank hospice police probation fire ambulance healthwatch magistrates refuge".split()
)
"""Words that stand for the local body of that name."""


def is_field(word: str) -> bool:
    """Whether one word is a field of work or interest ("Cycling"), and no body's name."""
    return word.lower() in _FIELDS


_FIELDS: Final = frozenset(
    """admin administration clerical secretarial grants accounting payroll purchasing procurement admissions
    athletics advancement facilities registrar accounts
    walking cycling riding sport sports membership respect detective laboratory attenders vice academic
    business court resources communities infrastructure place places wellbeing operations neighbourhoods
    neighborhoods regeneration works growth assets customers revenues benefits licensing highways tourism
    waste parks recreation engineering safeguarding bylaw by-law taxation utilities streetscene roads
    senate internal external general academia industry government
    surgery medicine paediatrics maternity midwifery radiology imaging pathology pharmacy obstetrics
    gynaecology
    oncology dentistry psychology psychiatry therapies anaesthetics orthopaedics cardiology dermatology
    emergency urgent community practice surgery clinic coastal rural urban clinical nursing
    unpaid students lands forestry""".split()
)
COUNTRY: Final = (
    r"(?:the\s+)?(?:UK|U\.K\.|United Kingdom|USA?|U\.S\.A?\.|United States(?: of America)?|England|"
    r"Scotland|Wales|"
    r"Northern Ireland|Ireland|Republic of \w+|France|Germany|Spain|Portugal|Italy|Greece|Belgium|"
    r"(?:the )?Netherlands|"
    r"Luxembourg|Denmark|Sweden|Norway|Finland|Iceland|Poland|Czechia|Czech Republic|Slovakia|Slovenia|"
    r"Hungary|Austria|"
    r"Switzerland|Romania|Bulgaria|Croatia|Serbia|Estonia|Latvia|Lithuania|Malta|Cyprus|Turkey|Ukraine|"
    r"Canada|"
    r"Australia|New Zealand|Japan|China|India|Pakistan|Brazil|Mexico|South Africa|Nigeria|Kenya|Ghana|Israel|"
    r"(?:South )?Korea|Singapore|Taiwan|"
    r"Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|"
    r"Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|"
    r"Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|(?:North|South) "
    r"(?:Carolina|Dakota)|"
    r"Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|"
    r"Wisconsin|Wyoming|Ontario|Quebec|Québec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|"
    r"New Brunswick|Queensland|New South Wales|Tasmania|Victoria, Australia|Western Australia|South "
    r"Australia)"
)
"""Where somebody comes from is not whom he or she stands for."""
IN_LAND: Final = re.compile(COUNTRY)
_PLAIN_TITLE: Final = re.compile(
    r"(?:(?:the\s+)?(?:(?:county|district|town|parish|city|borough|unitary)\s+)?(?:cllr|councillor|cyng)|"
    r"mrs?|ms|miss|mx|dr|prof(?:essor)?|rev(?:d|erend)?|the hon|insp(?:ector)?|supt|sgt|"
    r"(?:lt\.?\s+)?col(?:onel)?|maj|capt(?:ain)?|brig(?:adier)?|w?pc(?:\s\d+)?|pcso(?:\s\d+)?|canon|"
    r"fr)\b\.?\s+(?-i:[^\W\d_a-z])",
    re.IGNORECASE,
)


def is_titled(text: str) -> bool:
    """Whether a text is a person's name with a title that no body's name begins with."""
    return bool(_PLAIN_TITLE.match(text)) and name_score(text) >= 0.8


_JOB_OF: Final = re.compile(r"\s+(?:of|at|for|with|from|to)\s+(?:the\s+)?(?=[A-Z0-9])|\s*[-–]\s+|,\s*")
_ALWAYS_BODY: Final = re.compile(
    r"(?:(?:deputy|interim|acting|joint|assistant)\s+)*(?:chief executive(?: officer)?|"
    r"ceo|chair\w*|president|trustee|founder|managing director|md|governor|principal|head "
    r"?teacher|member|owner|secretary|leader)$",
    re.IGNORECASE,
)


_FOR_A_PART: Final = (
    r"(?:lead |elected )?(?:public|staff|patient|carer|service user|elected|"
    r"constituency)(?: and \w+)? governor|"
    r"(?:locality|area|neighbourhood|divisional|clinical|place)(?: clinical)? (?:lead|director)|"
    r"partner member"
)
ELECTED: Final = re.compile(_FOR_A_PART, re.IGNORECASE)
"""Posts for a part of a body or a place, which stands behind the words: "Public Governor – Holme Valley"."""
LAY: Final = re.compile(
    r"(?:vice|deputy|assistant|associate)[ -](?:principal|president|chancellor|chief executive|director|"
    r"head|dean)|"
    r"(?:associate |independent )?(?:lay|independent|co-?opted|portfolio|partner) (?:member|person|"
    r"representative)|"
    rf"{_FOR_A_PART}|"
    r"(?:associate |independent )?non[- ]executive(?: director| member)?|NED|(?:cabinet|executive|"
    r"portfolio|lead) "
    r"(?:member|holder|councillor)",
    re.IGNORECASE,
)
"""Members for a field of work, which stands behind the words: "Lay Member – Audit and Governance"."""
PORTFOLIO: Final = re.compile(
    r"(?:(?:deputy|shadow|assistant|joint|clinical|executive|strategic|elected)\s+)*(?:portfolio holder|"
    r"(?:cabinet|executive|lead) member|(?:cabinet )?lead(?: officer| councillor)?|champion|spokes\w+)",
    re.IGNORECASE,
)
"""Posts for a field of work: what follows "for" is never whom somebody stands for."""


_ACRONYM_FIRST: Final = re.compile(r"(?P<body>[A-Z][A-Z&]{2,6})\s+(?=[A-Z][a-z])")


_SENT_BY_NAME: Final = re.compile(
    r"(?P<body>(?:National|British|Royal|International|Scottish|Welsh|Irish) (?:[A-Z][\w’'-]+ ){1,4}?"
    r"(?:Union|Association|Federation|Society|Trust|Council|Institute|College|Board|Service|Authority|Network)|"
    r"[A-Z][a-z]+[A-Z][\w]*(?: [A-Z][\w]*)?) (?P<post>Representative|Rep|Delegate|Alternate)\.?"
)
"""Whoever speaks for what must be one body: one of the whole land, or one that its writing tells."""
_LETTERS_FIRST: Final = re.compile(
    r"(?P<body>(?:[A-Z][\w’'&-]*\s){1,3}[A-Z]{2,6}|[A-Z][a-z]?[A-Z]{1,5})\s+"
    r"(?P<post>(?:(?:Deputy|Interim|Acting|Assistant|Senior|Joint|Vice) )*"
    r"(?:Chief|Executive|General|Managing|Programme|Project|Policy|Operations|Finance|Communications|Officer|Manager|Director|Chair\w*|"
    r"Coordinator|Co-ordinator|Secretary|Administrator|Commissioner)\b.*)"
)
_SPEAKS_FOR: Final = re.compile(r"(?:Deputy )?(?:Representatives?|Reps?|Liaison|Champion)\b\.?")
"""Whoever speaks for a group is not sent by it: "LMC Representative"."""


def split_post(text: str) -> tuple[str, str | None, int]:
    """A post and the body it is held in: ("Director", "Barset Race Collective", where the body begins)."""
    run = run_together(text)
    if run and run[2]:
        return run
    if sent := _SENT_BY_NAME.fullmatch(text):
        return sent["post"], sent["body"], 0
    short = _ACRONYM_FIRST.match(text)
    if short and job_score(text[short.end() :]) >= 0.7:
        if short["body"] in FUNCTIONS or _SPEAKS_FOR.fullmatch(text[short.end() :]):
            return text, None, 0
        return text[short.end() :], short["body"], 0
    if run:
        return run
    lead = _LETTERS_FIRST.fullmatch(text)
    if (
        lead
        and job_score(lead["post"]) >= 0.9
        and lead["body"] not in FUNCTIONS
        and not is_common(lead["body"].rpartition(" ")[0] or lead["body"])
        and not is_post(lead["post"])
    ):
        return lead["post"], lead["body"], 0
    for cut in _JOB_OF.finditer(text):
        post, body = text[: cut.start()], text[cut.end() :]
        if (job_score(post) < 0.7 and not _ALWAYS_BODY.match(post)) or PORTFOLIO.fullmatch(post):
            continue
        if " at " in body and is_common(body.split(" at ")[0]):
            continue  # "Head of Housing at Barset Council"
        if _holds(post, body) or _works_at(post, cut.group(), body):
            return post, body.strip(), cut.end()
    for cut in re.finditer(r"\s+", text):
        post, body = text[: cut.start()], text[cut.end() :]
        if re.search(r"\b(?:of|the|and|for)$", post, re.IGNORECASE):
            continue
        if (
            job_score(post) >= 0.95
            and kind_of_body(body) in (Kind.ORGANISATION, Kind.BOARD)
            and not is_in_house(body)
            and job_score(body) < 0.7
            and not re.match(r"(?:of|for|to|and|in)\b", body, re.IGNORECASE)
        ):
            return post, body, cut.end()
        if (
            not body.startswith("and ")
            and (
                kind_of_body(post) is Kind.ORGANISATION
                or (kind_of_body(post) is Kind.BOARD and _REP.fullmatch(body) is not None)
            )
            and job_score(body) >= 0.95
            and len(post.split()) > 1
            and not (is_common(post) and _SPEAKS_FOR.fullmatch(body))
            and not _FIELD.fullmatch(post.rsplit("/", 1)[-1])
            and not FUNDED.search(post)
        ):
            return body, post, 0
    return top_post(text) or (text, None, 0)


_REP: Final = re.compile(r"rep(?:resentative)?\.?", re.IGNORECASE)
_TOP_POST: Final = re.compile(
    r"(?:(?:Deputy|Interim|Acting|Joint|Former) )?(?:CEO|Chief Executive(?: Officer)?|Managing Director|"
    r"Non[- ]?Exec(?:utive)?(?:[- ]Director)?|Regional Director|Executive Chair(?:man)?)\s+(?=[A-Z])"
)


_KEEPS: Final = re.compile(
    r"(?:.*\s)?(?:owner|co-owner|landlord|landlady|licensee|proprietor|founder|co-founder|publisher|"
    r"employee|partner|"
    r"attorney|trustee|chairman|chairwoman|headmaster|headmistress|matron|vicar|rector|pastor|minister)",
    re.IGNORECASE,
)
"""Posts that are held of a house, a firm or a parish, and of no field."""
_FIELD_SAID: Final = re.compile(r"\s(?:of|for)\s")


def _works_at(post: str, joint: str, body: str) -> bool:
    """Whether a post is held in what follows, by the joint: "at" a body; "of" one where the post is for no
    field, or its field has been said."""
    said = joint.strip().split()
    if not said or said[0] not in ("at", "of", "with", "from") or not body[:1].isupper() or is_common(body):
        return False
    if said[0] == "at":
        return True
    return bool(_KEEPS.fullmatch(post) or _FIELD_SAID.search(post))


def top_post(text: str) -> tuple[str, str, int] | None:
    """The post of somebody at a firm's head, and the firm after it: what follows is no field of work."""
    post = _TOP_POST.match(text)
    if post is None:
        return None
    firm = text[post.end() :]
    first = firm.split()[0].lower().strip(".,")
    if (
        first in words.NO_NAME_WORDS | words.JOB_HEADS | words.JOB_LEADS | _REGIONS
        or job_score(firm) >= 0.6
        or re.search(r"[,;:]", firm)
    ):
        return None
    return text[: post.end()].rstrip(), firm, post.end()


_REGIONS: Final = frozenset("uk uki emea europe european international global north south east west".split())


_FIELD: Final = re.compile(
    r"(?:(?:Non[- ]?)?Executive|Lay|Independent|Associate|Voting|Core|Ordinary|Parish|Town|County|"
    r"District|Borough|"
    r"City|General|Regional|Local|Senior|Joint|Deputy|Vice|Co-?opted|Elected|Access|the|and|&|Governing|"
    r"Trust|\s)+"
    r"(?:Board|Council|Committee|Forum|Body|Panel|Group|Governors)?|"
    r".*\b(?:Services?|Support|Governance|Membership|Company|Corporate|Projects?|Programmes?|"
    r"Partnerships?|Schools?)"
)
"""What a post is in, and no body of its own: "Non-Executive Board Member", "Company Services Officer"."""


_LANDLORD: Final = re.compile(r"[A-Z][\w’'-]+ (?:Homes|Housing)")


def _holds(post: str, body: str) -> bool:
    """Whether a post is held in a body, and is no post for a field of work ("Director of Public Health")."""
    if words.GENERIC_BODY.fullmatch(body.strip()) or job_score(body) >= 0.95:
        return False
    if kind_of_body(body) is Kind.STRATEGY:
        return False  # "Director, Scientific Strategy"
    if body.endswith(" Committee") and is_common(body):
        return False  # "Chair of Audit Committee", any body's own
    if re.fullmatch(r"[A-Z][A-Z&]{1,7}", body.strip()) and body.strip() not in {
        "HR",
        "IT",
        "ICT",
        "EDI",
        "PR",
        "SEND",
        "OD",
        "IG",
        "PMO",
        "EPRR",
        "AI",
    }:
        return True
    if kind_of_body(body) is not None:
        return not re.match(
            r"(?:[\w'’]+\s+)?(?:services|service|schools|homes|systems|projects|partnerships|"
            r"primary care|networks|housing)$",
            body.strip(),
            re.IGNORECASE,
        ) or bool(_LANDLORD.fullmatch(body) and body.split()[0].lower() not in words.NO_NAME_WORDS | TOPICS)
    if SITE.fullmatch(body) and body.split()[0].lower() not in TOPICS:
        return True
    return bool(_ALWAYS_BODY.fullmatch(post.strip())) and not re.search(
        r"\b(?:staff|ward|division)\b", body, re.IGNORECASE
    )


def starts_with_post(text: str) -> bool:
    """Whether a post stands first ("Director of Barset Trust"), so that the whole is no body's name."""
    post, body, at = split_post(text)
    return at > 0 and body is not None and job_score(post) >= 0.7 and is_body(body)


def behind_stroke(text: str) -> int:
    """Where a body begins behind a post and a stroke: "Life Member/North Regional Council"; else 0."""
    post, stroke, body = text.partition("/")
    if (
        not stroke
        or "/" in body
        or job_score(post) < 0.9
        or not is_body(body.strip())
        or job_score(body) >= 0.6
    ):
        return 0
    return len(text) - len(body.lstrip())


_NUMBERED: Final = re.compile(
    r"(?:[A-Z][\w’'-]+ ){0,4}(?:Member|Governor|Rep|Representative|Director|Trustee|Councillor|"
    r"Delegate|Nominee)s?,? "
    r"(?:No\.? ?|#)?\d{1,2}"
)
"""One of several seats alike: "GP Board Member 3"."""


def is_post(text: str) -> bool:
    """Whether a text is a capacity or an office, however much it looks like a body."""
    return (
        bool(words.CATEGORIES.fullmatch(text))
        or ((lay := LAY.match(text)) is not None and text[lay.end() :].strip() in FUNCTIONS)
        or (
            text.lower().endswith(" commissioner")
            and not is_body_of(text)
            and not re.fullmatch(r"[A-Z][A-Za-z&]{0,5}[A-Z] Commissioner", text)
        )
        or _NUMBERED.fullmatch(text) is not None
        or (re.search(r" Guardian$|^Guardian of ", text) is not None and not text.startswith("The "))
        or is_capacity(text)
    )


_PUBLIC_BODY: Final = re.compile(
    r"Public (?:Health|Services?|Protection|Records?)\b|(?:BBC|ITV)\b|"
    r"(?:Local )?Residents?['’]?s?['’]? (?:Assoc\w*|Group|Panel|Forum|Committee|Action|Society|Voice|"
    r"Watch|Alliance|Campaign|Council|Union|Network|First|Federation|Board|Assembly)\b"
)
"""What begins like the public or the press that came, and is a body."""


def is_no_body(text: str) -> bool:
    """Whether words that stand where a body might are a note, a country, a field of work, a name or a
    sentence."""
    return bool(
        _NO_BODY.fullmatch(text)
        or (text.islower() and " " not in text)
        or re.fullmatch(r"[A-Z]{2,6} [a-z]+s", text)
        or IN_LAND.fullmatch(text)
        or _is_plain_word(text)
        or not re.search(r"[^\W\d_]{2}|[A-Z]&[A-Z]|[A-Z]\.[A-Z]\.|[A-Z]\d[A-Z]", text)
        or len(text) > 140
        or (is_non_person(text) and not _PUBLIC_BODY.match(text))
        or is_note(text)
        or is_area(text)
        or is_interest(text)
        or is_titled(text)
        or words.GENERIC_BODY.fullmatch(text)
        or _SENTENCE.search(text)
        or re.match(r"[a-z]{3,}\s+[a-z]", text)
    )


_PAIR: Final = re.compile(
    r"[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)? & [^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)?"
)


def is_pair(text: str) -> bool:
    """Whether an "&" joins the words of one body ("Marl & Colne"), neither side being a name for sure."""
    return bool(_PAIR.fullmatch(text)) and not any(
        name_score(half) >= 0.75 or is_given_name(half.split()[0]) for half in text.split(" & ")
    )

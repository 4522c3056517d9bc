"""Departments, faculties and offices that any body has: where somebody works, and whom nobody stands for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from whosat.extract.components.roster_scores import body_score, is_body, is_body_of
from whosat.extract.components.roster_together import is_common, is_in_house

_NATIONWIDE: Final = re.compile(
    r"\b(?i:national|government|probation|fire|police|health|ambulance|regional|england|scottish|welsh|irish|british|royal|"
    r"hospital|prison|rescue|citizens|social|youth|offending|drugs?|alcohol|victims?|witness|volunteer|international|european|london)\b"
)
_HEADS: Final = frozenset(
    """services affairs studies planning resources works operations protection collaborations communications
    communication marketing engagement relations advancement technology technologies admissions records
    enrolment enrollment safety security maintenance facilities grounds utilities transportation engineering
    compliance procurement purchasing payroll accounting counsel housing policy strategy strategies management
    administration governance performance improvement commissioning safeguarding prevention inclusion needs
    learning teaching innovation outreach sustainability regulation enforcement inspection analytics
    assessment design delivery transformation change programs programmes projects events initiatives
    conservation development finance education research support care life forestry success systems
    standards assurance
    monitoring partnerships licensing regeneration highways recreation parks infrastructure property
    stewardship dept department work grants
    investment growth economy business intelligence science sciences strategy hydrology forestry fisheries
    lands""".split()
)
"""Last words of the names of departments."""
_WEAK: Final = frozenset(
    """housing development finance education research support care systems standards partnerships conservation
    business growth investment learning recreation forestry science sciences strategies planning design
    technology technologies works work engineering change life regeneration innovation
    infrastructure""".split()
)
"""Of these, last words of firms, charities and agencies too: the words before must be of departments."""
_BEFORE: Final = frozenset(
    """graduate undergraduate postgraduate student students faculty academic campus residence
    residential dining athletics athletic alumni donor institutional corporate internal external legislative
    intergovernmental governmental government industry global strategic information human financial
    human legal administrative business enterprise infrastructure public environmental occupational
    watershed stormwater wastewater water source sewer solid waste land lands asset assets fleet flood risk
    building capital central customer client commercial community communities economic resource media digital
    policy planning corporate education educational emergency engineering technical transport traffic road
    roads highway highways parking parks leisure cultural culture neighbourhood neighborhood housing
    place places property estates facilities performance quality adult adults child children children's
    childrens children’s
    family families schools school complex special additional inclusion learning learner library early
    lifelong
    workforce organisational organizational people operational operations regulatory strategic transformation
    project programme program research scientific clinical medical nursing patient medicines member members
    membership electoral election committee democratic governance revenue revenues benefits tax treasury
    budget
    audit procurement supply contract contracts purchasing material materials communications marketing
    press web online it ict data records geographic spatial natural mineral minerals forward development
    spatial local rural urban coastal drainage catchment river rivers biodiversity countryside conservation
    trading consumer licensing substance sport sports active wellbeing well-being youth and & of for
    the event events field regional area staff university college provost’s production product products sales
    retail logistics shared support enrolment enrollment career careers placement international study abroad
    first-year equity equality diversity accessibility access disability ethics export grants sponsored
    advancement development pre-award post-award teaching assessment undergraduate registry secretariat
    conference conferencing catering hospitality accommodation residences grounds maintenance security
    fire life safety health hazard hazardous emergency management network networks systems software
    application applications technology technologies service delivery""".split()
)
"""Words before them that name nobody."""
_SCHOLARLY: Final = (
    r"(?:the )?(?:Arts?|Humanities|Sciences?|Social Sciences?|Natural Sciences?|Engineering|Medicine|Nursing|"
    r"Law|Business(?: Administration)?|Education|Music|Divinity|Theology|Dentistry|Pharmacy|Architecture|"
    r"Mathematics|Physics|Chemistry|Biology|Biological Sciences|Computer Science|Computing|Informatics|"
    r"Psychology|Sociology|Economics|History|Philosophy|English|Languages|Modern Languages|Geography|Geology|"
    r"Earth Sciences|Politics|Political Science|Communication|Journalism|Agriculture|Forestry|Social Work|"
    r"Public Health|Health(?: Sciences| Professions)?|Life Sciences|Management|Fine Arts|Graduate Studies|"
    r"Continuing Education|Liberal Arts|Letters|Kinesiology|Statistics|Anthropology|Linguistics|"
    r"Theatre|Drama|"
    r"Design|Technology|Applied \w+|Veterinary Medicine|Optometry|Accountancy|Finance)"
)
_FACULTY: Final = re.compile(
    rf"(?:Graduate )?(?:Faculty|School|College|Dept|Division|Department(?! of (?:Health|Education|"
    rf"Agriculture|"
    rf"Finance)\b)) of {_SCHOLARLY}"
    rf"(?:(?:,| and| &|, and) {_SCHOLARLY})*|"
    rf"(?:Law|Medical|Business|Graduate|Nursing|Engineering|Arts) (?:School|Faculty)|"
    rf"{_SCHOLARLY}(?: (?:and|&) {_SCHOLARLY})? (?:Faculty|Department|Dept\.?)"
)
_HOLDER: Final = (
    r"(?:(?:Vice|Deputy|Associate|Assistant|Senior|Executive|Pro)[ -])*(?:President|Provost|Chancellor|"
    r"Registrar|Dean|Principal|Bursar|Rector|(?:City|County|Town|Village) (?:Manager|Attorney|Clerk|"
    r"Administrator|"
    r"Engineer|Solicitor)|Mayor|Chief Executive|Superintendent|Secretary|Vice-?Chancellor|Treasurer|"
    r"Ombudsperson|Controller|Comptroller|Clerk)"
)
_OFFICE: Final = re.compile(
    rf"(?:The )?Office of (?:the )?{_HOLDER}(?: (?:for|of) .+)?|"
    rf"(?:The )?{_HOLDER}[’']?s?[’']? (?:Office|Department|Directorate|Unit)",
    re.IGNORECASE,
)
_OFFICE_FOR: Final = re.compile(
    r"(?:The )?(?:Office|Division|Department|Dept\.?|Directorate|Section) (?:of|for) "
)
_HEALTH: Final = re.compile(
    r"(?:Public|Environmental|Occupational|Student|Campus|Population) Health(?: (?:(?:and|&) Safety|"
    r"Department|Team|"
    r"Services?|Unit|Directorate|Intelligence))?|Health (?:and|&) (?:Safety|Social Care|Wellbeing|"
    r"Well-being)|"
    r"(?:Adult|Children[’']?s|Adults[’']?)(?: (?:and|&) (?:Children[’']?s|Adults?))? Social (?:Care|"
    r"Services|Work)"
    r"(?: (?:Services|Team|Department|Directorate))?|"
    r"Social Work(?: (?:Services|Department|Team))?"
)
"""Fields of work of any council that are none of the land."""


@lru_cache(maxsize=8192)
def is_department(text: str) -> bool:
    """Whether a text is a department or office that one of any body bears: "Legal Services", "Office of the
    Provost"."""
    if _HEALTH.fullmatch(text) or _OFFICE.fullmatch(text) or _FACULTY.fullmatch(text):
        return True
    if lead := _OFFICE_FOR.match(text):
        return _is_field(text[lead.end() :]) and not text.startswith("Department ")
    if text.startswith("Government "):
        return False  # the state's own, as "Government Digital Service"
    return (is_in_house(text) and not _NATIONWIDE.search(text)) or _is_field(text)


_UNIT: Final = re.compile(
    r"(?:[A-Z][\w’'&/-]*,? (?:and |& |of |for )?){1,5}(?:Unit|Team|Division|Department|Dept|"
    r"Directorate|Section|Branch|"
    r"Services)"
)


def is_part(text: str) -> bool:
    """Whether a text names a part of a body, which may follow it: "Roads Policing Unit", "Legal Services"."""
    return _UNIT.fullmatch(text) is not None or is_in_house(text) or is_department(text)


_OWNER: Final = re.compile(r"^(?=[A-Z])\S+ (?:\S+ ){0,3}(?:[A-Z]{2,6}|[A-Z][\w’'-]+(?:care|shire))$")
"""Whose a department may be: a place with letters, or what only the ends of words tell."""


_JOB_WITHIN: Final = re.compile(r"\b(?:Leads?|Head|Officer|Manager|Director|Co-?ordinator|Adviser|Advisor)\b")


def is_owner(text: str, before: str) -> bool:
    """Whether a body may be the one whose part stands before it: "Family Support, Barset Homes"."""
    if is_department(before):
        return bool(_OWNER.search(text)) or body_score(text) >= 0.4
    return is_part(before) and is_body(text) and not _JOB_WITHIN.search(text)


def whose_department(text: str) -> tuple[int, int]:
    """Where the body stands in words that name a department beside it: "Adult Services, Barset Council"."""
    first, comma, last = text.partition(", ")
    if not comma:
        return 0, len(text)
    if (is_common(first) and not is_body_of(first) and is_body(last) and not is_common(last)) or (
        is_part(first) and is_body(last) and not is_part(last)
    ):
        return len(first) + 2, len(text)
    if is_body(first) and not is_part(first):
        joined = "and" in last.split() or is_common(first)
        if (is_common(last) and not joined) or is_part(last):
            return 0, len(first)
    return 0, len(text)


_LONGEST: Final = 8  # words


def _is_field(text: str) -> bool:
    """Whether a text names fields of work alone: "Watershed Planning", "Schools and Complex Needs"."""
    told = [word.strip(",.").lower() for word in text.replace("/", " and ").split()]
    if not 1 < len(told) <= _LONGEST or not text[:1].isupper():
        return False
    head, before = told[-1], told[:-1]
    if head not in _HEADS or not all(word in _BEFORE or word in _HEADS for word in before):
        return False
    return head not in _WEAK or not _OF_THE_LAND.search(text)


_OF_THE_LAND: Final = re.compile(
    r"^(?:Rural|Community|Local|Urban|Countryside|Sports?|Coastal|Water|Fire|Early|Natural|Housing|Land|"
    r"Active|River|Rivers|Shared|Youth|Regional|International|Lifelong) \S+$"
)
"""Pairs of words that bodies of their own bear as well: "Community Housing", "Active Learning"."""


def is_portfolio(text: str) -> bool:
    """Whether a text joins fields of work that any council has: "Finance and Resources"."""
    return " and " in text and is_common(text) and not is_body(text) and not _NATIONWIDE.search(text)

"""In which capacity or for which part somebody sits: common words that are a post or an area, and no body."""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.bodies import kind_of_body
from whosat.extract.names import POST_NOMINALS

_HEADS: Final = frozenset(
    """member-secretary deacon priest imam lawyer student farmer grower retailer trader elector constituent
    alumnus alumna
    alumni sabbatical freelance freelancer
    persons cllr cllrs interests
    self-employed unaffiliated unattached individual individuals user users patient patients person reeve
    owner
    master driver baker butcher builder contractor buyer vendor mother father parent parents grandparent wife
    husband spouse daughter family friend pupil pupils player parishioners residents tenant tenants neighbours
    newcomer participant attendee citizen supporter petitioner appellant complainant visitor musician
    cyclist walker
    rider angler boater birdwatcher botanist retired independent attorney-at-law self experience pro-tem
    pro-tempore emeritus non-exec ned elect walkers cyclists farmers growers traders retailers
    fishermen fisherman fishers anglers""".split()
)
"""What somebody is, at the end of a few common words; some are surnames too, so that no name is judged by
them."""
_QUALIFIERS: Final = frozenset(
    """landowning landowner landowners' user users' access recreational recreation conservation
    local retired former invited independent parent young private individual lay service wheelchair bus
    rail
    home house property business shop boat land dog club team show youth ladies ladies' men's women's junior
    senior new founding life past honorary hon vice deputy assistant head chief joint acting product scrum
    harbour harbor station post pack dairy sheep hill tenant small expert experts by at the a an as of mayor
    editor professor president dean secretary self non first second third fellow organic market street taxi
    dairy arable lived bereaved foster adoptive village town parish city area neighbouring adjoining concerned
    ringing tower belfry interested student potential prospective and carer carers user""".split()
)
_WORDS: Final = re.compile(
    r"mayor pro[ -]tem(?:pore)?|president pro[ -]tem(?:pore)?|immediate past \w+|"
    r"(?:staff|management|employers?['’]?s?['’]?|employees?['’]?s?['’]?|teachers?['’]?s?['’]?|"
    r"(?:trade )?unions?|"
    r"officers?['’]?|workers?['’]?)(?: side)|employers?|employees?|"
    r"(?:internal|external|financial) audit|code enforcement|animal control|social media|sunday school|"
    r"public relations|publicity officer|self[ -]employed|tbc|website|newsletter|fundraising|catering|"
    r"refreshments|raffle|fixtures|grounds|kit|events|programs?|hospitality|worship|youth|vestry|choir|"
    r"highways|health (?:and|&) safety|h ?& ?s|equalit(?:y|ies)|casework|recruitment|capt|vice[- ]capt|"
    r"academies|unions|deputies|deputising|(?:local authority |council |elected )?(?:nominees|appointees)|"
    r"special(?: schools?)?|pvi|fe ?/ ?he|(?:further|higher) education|early years|"
    r"(?:primary|secondary|nursery|infant|junior|maintained)(?: (?:heads?|schools?|governors?))?|"
    r"fabric|bell ?ringers|(?:deanery|diocesan|general) synod|flowers|servers|juniors|seniors|welfare|"
    r"non-lay|scrutiny|shop|legal|netball|fencing|swimming|athletics|badminton|gymnastics|judo|archery|rowing|"
    r"basketball|volleyball|squash|table tennis|"
    r"(?:teachers?['’]?s?['’]?|employers?['’]?s?['’]?|staff|management|officers?['’]?s?['’]?) panel|"
    r"non-lay|(?:pro-?)?(?:vice-)?chancell[eo]ry|institutional research|captains|chairs|"
    r"legal|law|physics|history|mathematics|maths|chemistry|biology|geography|philosophy|theology|economics|"
    r"psychology|sociology|classics|linguistics|statistics|computing|medicine|dentistry|music|drama|registry|"
    r"library|art|arts|fine art|theatre|nursing|kinesiology|engineering|bursary|ents|bar|wardens?|"
    r"abstain(?:ed)?|first aid|subscriptions|archives?|training|contests|"
    r"awards|trips|"
    r"outings|talks|speakers|competitions|entertainments?|merchandise|sponsorship|marketing|stewarding|"
    r"at[ -]large|councill?or at large|member at large|non[- ]part(?:y|isan)|no party|"
    r"fianna f[áa]il|fine gael|sinn f[ée]in|republicans?|democrats?|(?:the )?nationals|the greens|"
    r"(?:not )?expected|reserve|(?:not )?required|optional|substituted?|community engagement|"
    r"mr|mrs|mr (?:&|and) mrs|sen|sr|hon|rep|cao/clerk[-/]treasurer|clerk[-/]treasurer|cao",
    re.IGNORECASE,
)
"""Offices by their field, fields of study, sides and parties."""
_NUMBER: Final = r"(?:\d{1,3}[A-Za-z]?|[IVX]{1,5}|[A-H]|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)"
_AREA: Final = re.compile(
    rf"(?i:district|ward|precinct|position|seat|place|division|div\.?|zone|riding|subdistrict|flat|plot|apartment|apt\.?|block|lot|pitch|"
    rf"electoral (?:area|division|district)|council district|school district|post)\s+(?:No\.?\s*|"
    rf"\#\s*)?{_NUMBER}|"
    rf"Area {_NUMBER}|(?i:rest of) [A-Z].*|(?:[A-Z][\w’'-]*,? (?:and |& )?){{1,4}}(?:Locality|Constituency)|"
    rf"(?:[A-Z][\w’'-]+ ){{1,3}}(?i:electoral (?:area|division|district)|riding|precinct)|"
    rf"(?i:council ?member|councillor|commissioner|director|trustee|alderman|(?:county )?supervisor),? "
    rf"(?i:place|seat|district|ward|position|precinct|zone|area) (?:No\.?\s*)?{_NUMBER}|"
    r"(?i:at[ -]large)|[DRI]-[A-Z][\w. ]{1,20}"
)
"""For which part of a town or county somebody was elected: "District 3", "Ward 2"."""
_ACRONYMS: Final = frozenset(
    """CAO DCAO IAS IPS
    PRO MLA MEP MLC MHR MP TD MSP GM SENCO SENDCO SLT HT DHT AHT CoG DoF DPH DASS DCS DoN DON PTL SBM DSL
    LADO PM PT DLAO DCO DMO FTSU IDVA ISVA IMCA IRO SENDCo FF FG SF NP DUP UUP SDLP TUV PUP ANC EFF BJP NDP
    ALP LNP
    DFL GOP RN LPN CPA PE AICP
    LEED RPP MCIP CPHR
    Bt Bart Esq ACA FCMA EIT PLS LS RLA II III IV VI""".split()
)
"""Short for a post, a party or letters after a name."""
_DOTTED: Final = re.compile(
    r"(?:P\.\s?P|C\.\s?C|V\.\s?P|R\.\s?[NMAE]|R\.\s?N\.\s?[RV]\.?\s?R?|M\.\s?[PACD]|M\.\s?[EH]\.\s?[PR]|"
    r"T\.\s?D|S\.\s?J|O\.\s?P|"
    r"[BDM]\.\s?Sc|B\.\s?[AEL]|O\.\s?S\.\s?[BM]|O\.\s?F\.\s?M|C\.\s?S\.\s?Sp|F\.\s?R\.\s?S|"
    r"M\.\s?L\.\s?[AC]|P\.\s?E(?:ng)?|P\.\s?Ag|K\.\s?C|D\.\s?D|"
    r"N\.\s?T|O\.\s?N\.\s?Z\.\s?M|A\.\s?[MO]|O\.\s?A\.\s?M|R\.\s?P\.\s?F|C\.\s?P\.\s?A)\.?"
)
"""Offices, orders and services in letters with stops: "P.P.", "R.N."."""
_STREET: Final = re.compile(
    r"(?:\d{1,4}[A-Za-z]?,? )?(?:[A-Z][\w’'.-]+ ){1,3}(?:Lane|Road|Street|Avenue|Crescent|Terrace|Close|"
    r"Rd|Ave)\.?"
)
"""Where somebody lives."""


_INTEREST: Final = (
    r"(?:(?:horse|carriage|trail|hill|dog|fell)[- ]?(?:riding|driving|walking|running)|walking|cycling|"
    r"riding|equestrian(?:ism)?|angling|boating|canoeing|farming|forestry|landowning|"
    r"off[- ]road(?:ing| driving)?|"
    r"motori[sz]ed (?:users?|vehicles?)|4 ?x ?4s?|tourism|conservation|nature conservation|heritage|access|"
    r"open spaces?|rights of way|countryside|recreation|disabilit(?:y|ies)|disabled access|"
    r"health(?: issues)?|"
    r"(?:land|estate|woodland)(?: management)?|land ownership|rural business|local business|parks?|strategy|"
    r"fisheries|biodiversity|hydrology|ecology|geomorphology|drainage|flood risk|water quality|navigation|"
    r"dredging|archaeology|"
    r"schools|education|transport|highways|environment|wildlife|planning|leisure|sport)"
)
_INTERESTS: Final = re.compile(
    rf"{_INTEREST}(?:(?:, ?|,? (?:and|&) ?| ?/ ?){_INTEREST})*(?: interests?)?", re.IGNORECASE
)
"""For what somebody speaks, and who sent nobody: "Walking, Open Spaces", "Land & Estate Management"."""


def is_interest(text: str) -> bool:
    """Whether a text names nothing but things that people care for or work in: "Horse riding, Access"."""
    return len(text) < 60 and not text.isupper() and _INTERESTS.fullmatch(text) is not None


def is_capacity(text: str) -> bool:
    """Whether a text is a capacity, an office's field or a party in common words: "Local farmer", "Choir"."""
    if len(text) > 40 or not text.strip():
        return False
    if text in _ACRONYMS or (_WORDS.fullmatch(text.rstrip(".")) and not _is_short(text)):
        return True
    parts = text.lower().replace("’", "'").split()
    return (
        parts[-1] in _HEADS
        and all(part in _QUALIFIERS or part in _HEADS for part in parts[:-1])
        and kind_of_body(text) is None
    )


def _is_short(text: str) -> bool:
    """Whether a word in capitals is rather letters: "LAW"."""
    return " " not in text and text.isupper() and 2 < len(text) < 6


def is_area(text: str) -> bool:
    """Whether a text is an area somebody was elected for, letters with stops, or a street."""
    return len(text) <= 50 and bool(
        _AREA.fullmatch(text)
        or _DOTTED.fullmatch(text)
        or POST_NOMINALS.fullmatch(f" {text}")
        or (_STREET.fullmatch(text) and kind_of_body(text) is None)
    )


__all__ = ["is_area", "is_capacity"]

"""The words rosters are made of: lists and patterns, no logic. All matching is on lower case."""

from __future__ import annotations

import re
from typing import Final

JOB_HEADS: Final = frozenset(
    """director directors manager managers officer officers head lead leads leader chief executive exec
    coordinator
    co-ordinator consultant adviser advisor secretary assistant analyst engineer nurse doctor gp lecturer
    professor
    dean principal headteacher teacher governor trustee president treasurer accountant solicitor planner
    inspector
    commander constable superintendent registrar bursar administrator commissioner member representative rep
    specialist developer architect researcher scientist barrister surveyor editor founder chaplain warden
    cbo cso cro cdo
    ranger
    councillor student volunteer resident pharmacist midwife psychologist therapist practitioner worker
    supervisor
    apprentice intern fellow librarian curator ea pa ceo cfo coo cto cio cno cpo hr deputy vice-chancellor
    provost pro-vice-chancellor convenor convener ambassador champion counsel clerk holder mayor sheriff
    minister
    auditor scrutineer facilitator strategist economist statistician physician surgeon paramedic firefighter
    caretaker groundsman partner foreman handyman selectman selectwoman alderman marshal registrant steward
    organiser chair chairman chairwoman chairperson vice-chair controller
    comptroller
    receptionist archivist ecologist journalist reporter photographer freelancer entrepreneur
    maintainer contributor programmer designer technician technologist operator pastor vicar rector curate
    associate agent broker negotiator mediator advocate observer candidate graduate trainee liaison pa/ea
    secretariat vp svp evp spokesperson spokesman spokeswoman reader churchwarden evangelist
    organist sacristan verger sexton elder preacher superintendent treasurer/secretary patron
    professional vice-president harbourmaster headmaster headmistress webmaster marshal treas sec provost
    principal dean commander attorney solicitor designate mp msp assessor parliamentarian sysadmin webmaster
    príomhoide commodore cdre
    pres cao ce cex fd md dcex sro rfo dir mgr asst abutter applicant landowner homeowner chancellor
    pro-chancellor
    pilot precentor succentor subdean archdeacon bishop archbishop
    carer matron rapporteur coroner parishioner ratepayer taxpayer businessman businesswoman shopkeeper
    publican
    councilmember councilman councilwoman assemblyman assemblywoman umpire referee physio physiotherapist
    groundskeeper greenkeeper postgraduate undergraduate postdoc rabbi moderator lector optometrist podiatrist
    dietitian dietician radiographer optician landholder grazier expert dentist collector quartermaster
    housemaster harbormaster postmaster stationmaster skipper captain vice-captain co-captain stallholder
    leaseholder householder freeholder neighbour neighbor proponent objector correspondent columnist blogger
    historian artist sculptor filmmaker veterinarian vet janitor custodian dispatcher machinist electrician
    plumber bandmaster accompanist playleader playworker childminder coach trainer prefect cantor welder
    radiologist anaesthetist oncologist microbiologist paediatrician pathologist cardiologist psychiatrist
    magistrate landlord landlady licensee proprietor owner founder curator geologist hydrologist
    biologist chemist physicist ombudsman recorder reeve supt pres""".split()
)
"""A phrase that ends in one of these, or begins with one and goes on with "of" or "for", is a post."""

JOB_LEADS: Final = frozenset(
    """director head chief assistant deputy interim acting senior lead associate group corporate executive
    reeve non-executive strategic area regional principal independent lay vice programme project joint
    managing service operations general national cabinet portfolio leader professor visiting freelance retired
    secretary clerk company honorary hon chartered""".split()
)

PARTIES: Final = frozenset(
    """labour lab conservative con cons conservatives lib lib-dem libdem ld liberal green greens ukip snp
    plaid reform
    independent ind labour/co-op labour/coop""".split()
) | {
    "lib dem",
    "liberal democrat",
    "liberal democrats",
    "green party",
    "plaid cymru",
    "labour and co-operative",
}
"""Political groups in brackets after a councillor's name: neither an employer nor a body represented."""

CATEGORIES: Final = re.compile(
    r"(?:(?:trust|member|sponsor|diocese|university|council|board|governor|"
    r"senate)s?[ -](?:appointed|elected|nominated))|"
    r"(?:(?:co-?opted|foundation|parent|staff|la|lea|community|elected|appointed|ex[- "
    r"]officio|independent|lay|associate|public|partner|sponsor|diocesan|teaching|"
    r"non-teaching|support|voting|non-voting|alternate|"
    r"ordinary|additional|new|outgoing|incoming|retiring|full|substantive)(?:[ /-]+|"
    r"$))+(?:governors?|members?|trustees?|directors?|staff|representatives?|rep)?",
    re.IGNORECASE,
)
"""In which capacity somebody sits on a body; no organisation."""

REASONS: Final = re.compile(
    r"(?:accepted|noted|received|approved|agreed|work|working|holiday|on holiday|annual "
    r"leave|on leave|leave|illness|ill|unwell|sick(?:ness)?|personal|personal (?:reasons|"
    r"commitment)|family|family (?:reasons|commitments?)|business|"
    r"council business|other (?:commitments?|meeting|council business)|prior "
    r"(?:commitments?|engagement)|medical|away|covid|maternity leave|bereavement|late "
    r"apologies|verbal|by email|for this item|item only|deceased|resigned)",
    re.IGNORECASE,
)
"""Why somebody sent apologies, and what became of them."""

NO_NAME_WORDS: Final = frozenset(
    """one two three four five six seven eight nine ten
    the a an and of for in on at to by with from is was were are be been would has have had this that these
    those meeting meetings minutes minute agenda item items apologies apology present absent attendance
    attendees
    welcome introduction introductions declarations declaration interest interests matters arising action
    actions
    date time venue location place next previous last any other business aob report reports update updates
    chair chairman chairperson vice-chair vice members member guests guest observers observer officers officer
    officials staff public press vacancy vacant tbc tbd tba n/a none nil name names organisation
    organisation's
    organization title role position status initials email e-mail telephone tel phone contact representing
    representative all note notes noted agreed resolved approved received page draft final confidential
    monday tuesday wednesday thursday friday saturday sunday january february march july
    september october november december street road avenue lane house hall room building floor suite
    voting non-voting executive non-executive independent lay elected co-opted ward trustees directors
    governors
    councillors secretariat team unit section division directorate sector public voluntary community statutory
    private local national regional county district city borough parish town north south east west
    northern southern eastern western central health care social services housing education finance planning
    policy strategy development management support information technology environment transport children adult
    adults young people families safeguarding commissioning quality performance communications
    governance clinical medical nursing primary hospital nhs police fire rescue ambulance crime justice
    probation
    media digital data open standards research science business enterprise economy skills employment learning
    school schools college university academy institute trust foundation charity council committee board panel
    group forum partnership network alliance association society federation union centre service department
    ministry office agency authority commission constabulary limited ltd plc llp cic company group's
    action chief director manager head lead coordinator co-ordinator consultant adviser advisor assistant
    senior deputy interim acting project programme clerk treasurer secretary administrator via teams zoom
    online
    remote remotely telephone conference video call dial-in welcome background information purpose reference
    terms membership quorum quorate summary conclusion recommendation recommendations appendix annex contents
    signed signature dated chairs key legend attended absent apologies attending joined left arrived
    healthwatch advice refuge foodbank pantry futures labs cloud hosting systems technologies solutions
    coaches ports
    engineering
    hotels motors foods energy water films records estates properties developments associates partners
    logistics
    transport trains buses brewery clinic consulting ventures holdings industries semiconductors
    conductors software
    networks works analytics robotics pharma bank homes ventures citizens women's men's tenants
    volunteers carers refugees
    resources ysgol scoil gaelscoil coláiste école escuela
    not no yes first second third fourth fifth great british royal united kingdom england scotland wales
    ireland
    english scottish welsh irish european international world global
    universities colleges councils hospitals charities businesses authorities employers unions churches
    horse riding walking cycling rambling angling farming forestry shooting climbing
    libraries museums farmers landowners landlords academies nurseries patients parents residents academia
    commerce districts boroughs parishes""".split()
)
"""Words that are hardly ever part of a person's name; a few are, and then the given name before them
decides."""

COUNCILS: Final = frozenset(
    """DC BC CC FD PD VFD MBC MDC UA FC CIC LLP PLC DBC TC PC AC RC GC HC RFC AFC WI HA TA RA AG NV BV KG ASA
    GmbH""".split()
)
"""Short for kinds of bodies: "Wenlow DC" is nobody."""
NEVER_LAST: Final = frozenset(
    """cllr cllrs dr drs mr mrs ms miss mx prof councillor councillors sir
    mac ní ni nic uí mhic ap ab van von der den de la du del dos bin binti bint ibn
    supt insp sgt cmdr ch det
    region county borough province municipality todo todos""".split()
)
"""Titles and particles, behind which more of the name must follow, and what ends a land's name."""
ENDS_OF_FIRMS: Final = frozenset(
    """estate farm farms garage stores airport cinema bakery infirmary zoo hotel publishing publications
    builders construction gas electric electronics productions airways airlines transit rail railway
    railways ramblers anglers scouts guides brownies interiors designs lettings property verlag gmbh
    pharmacy trading retail catering plumbing joinery roofing printing insurance wheelers harriers
    rovers rangers wanderers athletic hockey rugby cricket tennis heritage ecology architecture brewing
    haulage aggregates horticulture surveys telecom telecoms pharmaceuticals""".split()
)
"""How names of firms, houses and clubs end, and nobody's does."""
PEOPLE_ALIKE: Final = frozenset(
    """elders residents tenants leaseholders landowners farmers traders volunteers students parishioners
    landlords carers ratepayers users anglers ramblers riders walkers cyclists boaters fishermen growers
    campaigners veterans neighbours neighbors passengers commuters retailers
    boatowners householders""".split()
)
KINDS_OF_COUNCIL: Final = frozenset("Parish Town Borough County District City Community".split())
"""Of which kind a council is, before the word itself."""
ENDS_OF_TRADES: Final = frozenset(
    """solicitors architects surveyors consultants accountants lawyers brokers partners associates assessors
    auditors engineers planners designers developers valuers economists publishers agents press operators
    retailers contractors printers pilots chemists jewellers opticians butchers bakers grocers florists
    stationers outfitters booksellers newsagents auctioneers undertakers tailors confectioners
    pastors""".split()
)
"""Plurals that end the names of firms."""
TITLES_TOO: Final = frozenset("brig canon major judge dean master general provost sister lord".split())
"""Titles that names of places and bodies hold too: "Brig TUC"."""

NON_PERSONS: Final = re.compile(
    r"^\W*(?:vacan(?:t|cy|cies)\b|(?:seat|post|position|place)s?\s+vacant|t\.?b\.?[cad]\b|"
    r"to be (?:confirmed|appointed|advised|"
    r"announced|elected|agreed|nominated)|n/?a\b|none\b|nil\b|no (?:one|apolog|members?|"
    r"other|public|guests?|observers?|officers?|"
    r"representative|nomination|absen|attend|response|press|name)|awaiting|unknown\b|not? "
    r"known|various\b|all (?:other |board |panel |committee |the )?members?\b|"
    r"(?:(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|"
    r"some|\d{1,3}|approximately|about|around|c\.?)\s+)+"
    r"(?:\w+\s+){0,3}?(?:members?|residents?|representatives?|people|persons?|"
    r"parishioners?|electors?|observers?|students?|"
    r"visitors?|journalists?|reporters?|officers?|guests?|others?|public|press|"
    r"councillors?|pupils?|volunteers?|citizens|ratepayers|taxpayers|neighbou?rs|apologies|attendees?|staff|colleagues?|governors?|"
    r"vacanc\w+)\b|"
    r"members? of (?:the )?(?:public|press|staff)|(?:the )?(?:public|press|media)\b(?! (?!and\b)\w+)|"
    r"(?:the )?(?:public|press|media) (?:present|attend|were|was|in|from|\(|x ?\d)|(?:local )?"
    r"residents?\b(?!['’]? (?:association|forum|group|panel|federation|committee|union|action|network))|"
    r"representatives? (?:of|from)\b|bbc\b|itv\b|colleagues from|staff from|students from|"
    r"pupils from|see (?:attached|below|list|above)|as (?:above|per)|"
    r"(?:ruling |teaching )?elders\W*$|ministers\W*$|"
    r"attendance (?:sheet|list)|list attached|quorum|quorate|the meeting\b)",
    re.IGNORECASE,
)
"""What stands in a roster and is no person."""

VIA: Final = re.compile(
    r"(?:(?:joined|attend(?:ed|ing|s)|present|participat(?:ed|ing)|joining|dial(?:led|"
    r"ling)[ -]in)\s+)?(?:(?:via|by|on|through|over|using)\s+(?:the\s+)?)?(?:(?:ms|"
    r"microsoft)\s+)?"
    r"(?P<means>teams|zoom|skype|webex|google meet|jitsi|video(?:\s*[ "
    r"-]?(?:conf(?:erenc\w+)?|call|link)\.?)?|tele(?:phone|conference|"
    r"con)?(?:\s+(?:conference|link|call))?|(?:conference\s+)?(?:phone|call)|"
    r"vc|v/c|t/c|online|on-line|virtual(?:ly)?|remote(?:ly)?|dial(?:led)?[ -]?in|in[ -]person|hybrid)"
    r"(?:\s+link|\s+call)?(?P<rest>\s+(?:for|from|until|till|to|item).*)?",
    re.IGNORECASE,
)

TIMES: Final = re.compile(
    r"(?:(?:for |in )?(?:part|parts)(?: of (?:the )?meeting)?|(?:part(?:ial)?|(?!first$)first|second|"
    r"latter|1st|2\s?nd|"
    r"last)\s*(?:of\s+)?(?:the\s+)?(?:meeting|half|part)?(?:\s+only)?|"
    r"(?:from|until|till|to|after|before|for|up\s+to|during|left|leaving|leaves|departed|"
    r"arrived|arriving|joined|joining|late|present|attended|attending|in\s+attendance|"
    r"withdrew|items?|agenda|minutes?|mins?|min|paras?|part|not)\b.{0,60}\b(?:\d|items?|"
    r"meeting|half|only|late|lunch|onwards?|agenda|start|end|arrival|present).{0,30}"
    r"|items?\s*\d.*|(?:arr|dep)\.?\s*\d.*|arrived late|left early|late|part(?:[ -]time)?|"
    r"\d{1,2}[.:]\d\d\s*(?:[ap]m)?(?:\s*(?:-|–|to)\s*\d{1,2}[.:]\d\d\s*(?:[ap]m)?)?|"
    r".{0,25}\bonly)",
    re.IGNORECASE,
)

DEPUTY: Final = re.compile(
    r"\b(?:(?:as\s+)?(?:a\s+|the\s+)?(?:named\s+)?(?:deput(?:y|ising|izing|ised|ises|ise|"
    r"ize|izes|ized)|sub(?:s|bing|st(?:itut\w+)?)?|alternate|proxy|stand(?:ing|s)?[ -]?in|"
    r"stood in|cover(?:ing|s)?|fill(?:ing|ed)[ -]?in|"
    r"act(?:ing|ed)|attend(?:ing|ed|s)|replac(?:ing|es|ement|ed)|rep(?:resent)?(?:ing|s|"
    r"ed|resentative)?\.?)\s*(?:for|of|to|on\s+behalf\s+of|in\s+place\s+of|instead\s+of|"
    r"in\s+lieu\s+of|as\s+(?:a\s+)?(?:deputy|substitute|alternate|proxy)\s+(?:for|to|of)|"
    r"-|:)?|"
    r"on\s+behalf\s+of|o\.?b\.?o\.?|in\s+(?:the\s+)?(?:place|absence|lieu)\s+of|"
    r"instead\s+of|in\s+for|vice|p\.?p\.?|for)\s+(?=\S)",
    re.IGNORECASE,
)
"""Words that say for whom somebody came; what follows must be a person for it to mean a deputy."""

CHAIR: Final = re.compile(
    r"(?:(?:the\s+)?(?:acting\s+)?(?:convener|convenor|cathaoirleach|cathraiche|cadeirydd|preses|"
    r"presiding(?:\s+officer)?))|"
    r"(?:(?:the\s+)?(?P<convenes>(?:vice|deputy|depute)[ -]*conven[eo]r|is-gadeirydd|leas-chathraiche))|"
    r"(?:(?:the\s+)?(?P<kind>vice|deputy|acting\s+vice|joint\s+vice|assistant)[ "
    r"-]*)?(?:(?:acting|interim|independent|co|joint|lay|temporary|alternate|meeting|"
    r"panel|board|committee|stand[ -]?in|"
    r"in\s+the|as|and|elected|the|partnership|council|group|sub-?committee|forum)[ "
    r"-]+)*chair(?:m[ae]n|\s?person|woman|s|ing|ed)?"
    r"(?:\s*(?:of|for|to)\s+(?:the\s+|this\s+|"
    r"today['’]s\s+)?(?P<of>.{2,80}))?(?:\s+(?:for|of)\s+(?:this|the)\s+(?:meeting|"
    r"item))?(?:\s+(?:until|till|from|to)\s+\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?m\.?)?)?",
    re.IGNORECASE,
)
GENERIC_BODY: Final = re.compile(
    r"(?:meeting|board|committee|panel|partnership|council|(?:(?:sub|working|steering|task)[- ]?)?group|"
    r"forum|governors|"
    r"governing body|governing board|trustees|directors|executive|"
    r"board of (?:trustees|directors|governors)|day|session|sub-?committee|commission|"
    r"working (?:group|party))(?:\s+(?:meeting|only))?",
    re.IGNORECASE,
)
ROLES: Final = (
    (
        re.compile(
            r"(?:minutes?|notes?|min|minuted|minuting)(?:[ -]*(?:taker|taking|secretary|"
            r"clerk|by|writer))?|(?:taking|took|take|taker of|"
            r"for)\s+(?:(?:the|this|these|a)\s+)?(?:minutes|notes?)|scribe|"
            r"recorder|recording(?:\s+secretary)?|(?:admin|administrator|clerk|secretary|"
            r"pa|ea|secretariat|support|committee\s+\w+|governance\s+\w+|\w+\s+officer|"
            r"officer)?[ ,/–-]*\(?(?:minutes?|notes?)(?:[ -]?tak(?:er|ing))?\)?|"
            r".{0,40}\b(?:minute|note)s?[ -]tak(?:er|ing)|.{0,30}\bminut(?:es|ing)\)?",
            re.IGNORECASE,
        ),
        "minutes",
    ),
    (
        re.compile(
            r"(?:parish|town|acting|deputy|assistant|locum|council|governance|the|and|"
            r"democratic services|committee|responsible financial officer|rfo|proper "
            r"officer|executive|community council|temporary|interim|[ &/,])*(?:clerk|clerc|cléireach)"
            r"(?:\s+to\s+.{3,60})?(?:\s*(?:/|&|and|,)\s*(?:rfo|responsible financial "
            r"officer|proper officer|treasurer))?",
            re.IGNORECASE,
        ),
        "clerk",
    ),
    (
        re.compile(
            r"(?:hon(?:orary|\.)?\s+|company\s+|acting\s+|committee\s+|board\s+|trust\s+|"
            r"corporate\s+|corporation\s+|club\s+|membership\s+|"
            r"general\s+)*secretary(?:\s+to\s+.{3,60})?",
            re.IGNORECASE,
        ),
        "secretary",
    ),
    (re.compile(r"(?:hon(?:orary|\.)?\s+|acting\s+)*treasurer", re.IGNORECASE), "treasurer"),
    (
        re.compile(r"observer|observing|as (?:an )?observer|in observance|public observer", re.IGNORECASE),
        "observer",
    ),
)
"""Roles other than the chair; "minutes" is a status as well."""

NOTE_STATUS: Final = (
    (
        re.compile(
            r"(?:apologies\s+)?(?:for\s+)?(?:lateness|late\s+arrival|(?:(?:will be|running|arriving|"
            r"joining) )?late)(?:\s+(?:at\s+)?\d[\d.:]*\s*(?:[ap]\.?m\.?)?)?",
            re.IGNORECASE,
        ),
        "present",
    ),
    (
        re.compile(
            r"(?:with\s+|sent\s+|gave\s+|tendered\s+|has\s+sent\s+)?apolog(?:ies|y|"
            r"ised)(?:\s+(?:received|sent|given|tendered|accepted|noted|approved|for absence))?|apols?\.?|"
            r"with (?:prior |due )?(?:notice|permission|leave)|(?:sent |with )?regrets|(?:sent )?excuses|"
            r"excused(?: absence)?|absent,? (?:and |but |"
            r"- )?excused|"
            r"(?-i:Apo?|APOL)\.?|absent with (?:apolog\w+|leave|permission|regrets)|on leave of absence|"
            r"(?:not able|unable) to (?:attend|come|join|be (?:present|there|here))|could not (?:attend|"
            r"come)|"
            r"sent (?:his|her|their) (?:apologies|regrets|excuses)|leave of absence",
            re.IGNORECASE,
        ),
        "apologies",
    ),
    (
        re.compile(
            r"(?-i:Abs?)\.?|absent(?:\s+without\s+.*|,? (?:and )?unexcused)?|"
            r"unexcused(?: absence)?|did\s+not\s+attend|(?:none|no apolog\w+) (?:given|received|sent)|"
            r"dna|not\s+present|"
            r"no|not\s+in\s+attendance|no\s+apolog(?:y|ies)(?:\s+received)?|no\s+show|non[ "
            r"-]attendance",
            re.IGNORECASE,
        ),
        "absent",
    ),
    (
        re.compile(
            r"guest(?:\s+(?:speaker|presenter))?|invited(?:\s+guest)?|"
            r"(?:by\s+)?invitation|invitee|visitor|in\s+attendance|non[ "
            r"-](?:voting(?:\s+member)?|member)|(?:invited\s+)?speaker|presenter|"
            r"presenting|observer|observing",
            re.IGNORECASE,
        ),
        "guest",
    ),
    (
        re.compile(
            r"present|here|yes|aye|attended|in the room|voting(?:\s+member)?|full member", re.IGNORECASE
        ),
        "present",
    ),
)
"""A note after a name that says how the person stood to the meeting."""

EMAIL: Final = re.compile(r"[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+")
PHONE: Final = re.compile(
    r"(?:(?:tel|telephone|phone|mobile|mob|fax|t|m|ext)\b\.?\s*:?\s*)?(?:\+44\s?|"
    r"\(?0)\d(?:[\d ()/-]{6,14})\d(?:\s*(?:ext|x)\.?\s*\d+)?|\b(?:tel|phone|telephone|"
    r"mobile|mob)\b\.?\s*:?\s*[\d ()-]{5,16}\d",
    re.IGNORECASE,
)
CONTACT_LABEL: Final = re.compile(
    r"(?:tel|telephone|phone|mobile|mob|e-?mail|fax|address|contact)\b\.?\s*:?\s*", re.IGNORECASE
)
INSTEAD: Final = re.compile(
    r"\b(?:for whom|represented by|substitut\w+|deputi[sz]\w+|on behalf of|in (?:the )?place of|"
    r"instead of|attending for|alternat(?:iv)?e (?:for|to)|accompanying)\b",
    re.IGNORECASE,
)
"""Whoever is named beside these words came for another, or another for him or her."""
ACCOMPANIES: Final = re.compile(r"\baccompanying(?:\s+[A-Z][\w.’'-]*){0,4}\s*$")
"""Words that end with whoever somebody came with, who has an entry of his own."""
ALSO: Final = re.compile(
    r"(?i)(?:and )?also(?: present| attending| in attendance)?|plus|together with|and the clerk"
)

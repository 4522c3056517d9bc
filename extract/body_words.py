"""The words by which the name of a body, a strategy or a law is known: lists, no logic.

All in lower case. A head is the word a name ends with ("… Board"); a lead is how it begins ("Department
for …").
"""

from __future__ import annotations

from typing import Final

BOARD_HEADS: Final = frozenset(
    """board boards committee committees subcommittee sub-committee panel forum group groups sub-group
    subgroup partnership partnerships executive cabinet senate synod presbytery classis assembly taskforce
    collaborative
    ppg ppgs prg lscb hwb ijb lmc ldc roundtable tribunal working-group wg sig tac tsc""".split()
)
"""Bodies that people sit on."""

BOARD_HEAD_PAIRS: Final = frozenset(
    (
        "working party|task force|governing body|leadership team|management team|executive team|"
        "expert team|task team|steering team|"
        "steering group|"
        "working group|board of trustees|board of directors|board of governors|court of governors|"
        "governing council|"
        "executive council|advisory council|youth council|youth parliament|joint committee|council "
        "of governors|"
        "academic board|care system|university court|university council|kirk session|board of education|"
        "board of regents|board of finance|board of studies|board of visitors|board of ministry|"
        "board of elders|board of deacons|board of overseers|board of examiners|school directors|"
        "council of management|chapter meeting|review body"
    ).split("|")
)
"""Board names told by more than their last word; spaces within are single."""

CHURCH_COURTS: Final = frozenset({"presbytery", "synod", "classis"})
"""Heads that stand first too: "Presbytery of Barset"."""

ORGANISATION_HEADS: Final = frozenset(
    """icb ccg pct academy agency alliance army brigade archive
    archives association authority bank borough bureau
    centre center chamber charity church club collective college colleges commission commissioner
    commissioners company confederation consortium constabulary consultancy co-operative cooperative
    corporation council councils court department diocese directorate federation foundation friends
    fund funders gallery guild homes hospice hospital hospitals hub hubs institute institution
    assoc assn solicitors architects surveyors consultants accountants lawyers brokers
    inspectorate laboratory league library limited llp ltd ministry mission museum network office
    ombudsman orchestra organisation organization plc police practice prison primary project regulator
    registry school schools secretariat service services society studio studios surgery theatre trust
    trusts union university universities volunteers watch cic conservancy housing systems unit""".split()
)
"""Organisations. Those in WEAK_HEADS need more than one word before them that names."""

WEAK_HEADS: Final = frozenset(
    """services service project practice primary network networks hub hubs office centre center library court
    school schools fund prison housing systems business friends homes police mission directorate
    department bank watch society volunteers church club colleges hospitals studio studios groups
    boards partnerships committees councils trusts universities company organisation organization
    commissioners archive archives gallery hospital surgery unit""".split()
)
"""Heads that end many common phrases too: what stands before them must be a name by itself."""

ORGANISATION_LEADS: Final = (
    "department for",
    "department of",
    "ministry of",
    "ministry for",
    "office of",
    "office for",
    "commission for",
    "commission on",
    "university of",
    "university for",
    "institute of",
    "institute for",
    "institution of",
    "college of",
    "royal college of",
    "royal society for",
    "royal society of",
    "society of",
    "society for",
    "association of",
    "association for",
    "federation of",
    "confederation of",
    "centre for",
    "foundation for",
    "campaign for",
    "council for",
    "chamber of",
    "bank of",
    "diocese of",
    "church of",
    "friends of",
    "london borough of",
    "royal borough of",
    "metropolitan borough of",
    "borough of",
    "house of",
    "citizens advice",
    "healthwatch",
    "age uk",
    "age concern",
    "age ni",
    "age scotland",
    "age cymru",
    "hmp",
    "nhs",
    "hm",
    "his majesty's",
    "her majesty's",
    "company of",
    "honourable company of",
    "worshipful company of",
    "campaign to",
    "ville de",
    "municipalité de",
    "université de",
    "comune di",
    "gemeente",
    "ayuntamiento de",
    "commune de",
    "national association of",
    "national union of",
    "network for",
    "trust for",
    "charity for",
    "faculty of",
    "league of",
    "community foundation for",
    "action for",
    "chartered institute of",
)
"""How a name may begin whose head word stands first."""

COUNTRIES: Final = frozenset("england wales scotland uk gb britain cymru ireland international".split())
"""Last words of national bodies ("Sport England")."""

COMPASS: Final = frozenset(
    "north south east west northern southern eastern western mid central upper lower greater new old "
    "inner outer".split()
)
"""First words that make another place of a place: "South Tyneside" is no fuller name of "Tyneside"."""

STRATEGY_HEADS: Final = frozenset(
    """strategy masterplan plan agreement programme program framework charter concordat covenant
    compact manifesto roadmap blueprint standard constitution""".split()
)
STRATEGY_HEAD_PAIRS: Final = frozenset(
    "needs assessment|white paper|green paper|road map|planning guidance|core strategy|community "
    "strategy".split("|")
)

GENERIC: Final = frozenset(
    """the a an our their its this that executive main full joint sub steering working strategic strategy
    operational operations management senior leadership core thematic theme themed task finish and
    project programme delivery advisory reference partnership partnerships group groups board boards
    committee committees council councils panel forum local wider priority action new member members
    planning multi agency multi-agency other relevant partner statutory public private sector business
    existing current small large key lead independent external internal annual special extraordinary
    ordinary general trustee trustees governing body bodies non board-level team chief task-and-finish
    of on for in to organisation organisations charity parent trust trusts department service services
    centre school sub-groups sub-group subgroup select regional authority agency company additional
    acting whole entire emeritus outgoing incoming retiring future previous former region
    university college hospital society community-based staff user users secretariat & +""".split()
)
"""Words that name nothing by themselves: a name of these alone is a short form of some other name, or
none."""

WEAK: Final = frozenset(
    """support community voluntary city county district town parish borough village local health care
    residents
    patient parents public social school client customer peer focus discussion network church
    primary secondary professional training first second third
    private project review user interest family families people young older
    district/borough county/district ward neighbourhood street constituency sector
    advice religious faith ethnic minority unitary metropolitan
    combined neighbouring tenants action campaign""".split()
)
"""Words that name nothing when one of them alone stands before the head ("the Parish Council")."""

GENERIC_STRATEGY: Final = frozenset(
    """memorandum action business annual delivery work project draft communication communications
    strategic forward implementation improvement recovery operational financial service level
    partnership training capital management development risk contingency emergency the a our new three
    five two ten one year years month term long medium short program programme plan strategy
    evaluation monitoring budget media marketing engagement overall learning rolling meeting activity
    activities events event agreed revised updated approved final corporate team individual personal
    care treatment lease legal tenancy licence license hire loan funding grant written joint working
    future current next internal audit board assurance conceptual outcomes performance quality outline
    detailed master exit succession national local pilot initial site floor sub sharing data
    confidentiality collective employment contract section wider and of for in on to its their this
    that assessment policy planning standard framework gold high investment resource resources
    maintenance grounds repair building weekly monthly outreach volunteer volunteering british summer
    autumn winter spring christmas""".split()
)
"""Words that name no strategy by themselves ("Annual Delivery Plan")."""

FUNCTION_WORDS: Final = frozenset(
    """a about above another across after against all also although among an and any are as at be because
    been before being below between both but by can could current currently did do does during each
    either every few following for former formerly from further given had has have having he her here
    his how however i if in including into is it its item items just last later like many may more
    most much must my near next no nor not now of off on once one only or other our out over own part
    per please previous prior re regarding same several shall she should since so some still such than
    that the their them then there these they this those though through thus to two three four five
    six seven eight nine ten together too toward towards under until up upon update via very was we
    well were what when where whether which while who whom whose why will with within without would
    representing attending
    yet you your noted agreed resolved received present apologies attendance action actions action: agenda
    minutes minute draft final revised updated proposed emerging appendix annex section chair
    vice-chair chairman chairwoman vice cllr councillor mr mrs ms miss dr prof professor sir dame lord
    lady rev item monday tuesday wednesday thursday friday saturday sunday january february march
    april june july august september october november december welcome date time venue meeting
    meetings report reports q""".split()
)
"""Words that begin a sentence, a line or a heading and are no part of the name that follows."""

TOPICS: Final = frozenset(
    """walk-in reduction delivery intelligence adult adults advice ageing animal art arts assessment
    autism behaviour benefit benefits bereavement building buildings business cancer care carers cars
    catering central child children cleaning clinical college commercial communications community
    computer conference congregational consumer contact counselling county craft crime cultural
    culture customer customers day democratic dental dentistry development digital disability disabled
    drug drugs early economic education electoral electrical elections emergency employment energy
    engineering england enterprise environment environmental estates events exhibition facilities
    families family finance financial fire fitness food frontline front garden gardens general gp
    green ground grounds head health help heritage highways home homeless homelessness hospital
    hospitality housing human ict information infant inpatient insurance intensive intermediate
    investigation it job jobs junior justice knowledge languages leaders learning legal leisure
    licensing litter lunch mail maintenance managed maternity media medical mental midwifery mobile
    museums music new nursery nursing office older online open operational outpatient outreach parish
    park parking parks payroll people permits personnel pharmacy physical place planning play police
    policy post postal preventative prevention primary printing probation procurement property public
    recreation recruitment recycling refuse regeneration register registration regulatory
    rehabilitation research resource resources respite retail revenues road roads rural safeguarding
    safety satellite school science secondary sexual shared sheltered shopping small social specialist
    sport sports staff street student students supply support sustainable tax technical technology
    telephone theatre town trading traffic training transport transportation travel treasury universal
    urban vaccination village visitor visitors volunteer volunteering waste water web welfare women
    workforce world young youth annual best big church commissioning city first good great high joint
    last lead local main major minor next old other own public regional same special
    strategic top total united veterinary virtual integrated home/hospital substance misuse domestic
    violence abuse victim victims offender offenders emergency ambulance acute infection control
    quality performance improvement business/finance human/resources democratic/legal internal
    external corporate governance democratic member members crematorium cemetery cemeteries burial
    allotment allotments children's people's carers' men's women's""".split()
)
"""Common qualifiers: with a weak head after them they are a service or a place of any town ("Leisure
Centre")."""

OF_HEADS: Final = frozenset(
    """chamber company association institute foundation council agency federation society centre school
    college academy confederation guild campaign network department faculty office bank diocese group
    board committee commission forum panel taskforce inquiry""".split()
)
"""Heads that "of", "for" or "on" may follow within a name ("Barset Chamber of Trade", "Advisory Group
on Procurement")."""

ON_HEADS: Final = frozenset("group board committee commission forum panel taskforce".split())
"""Those of OF_HEADS that only "on" continues: "the Board of the Trust" is two names."""

JOBS: Final = frozenset(
    """director manager lead leader officer coordinator co-ordinator assistant administrator adviser
    advisor consultant engineer practitioner worker chair chairman member members champion head
    accountant analyst""".split()
)
"""Words after a name that make it somebody's job title."""

VENUES: Final = frozenset(
    "centre hub school church library college hospital club theatre museum studio studios hubs office".split()
)
"""Heads of places too: after "at" the name is where something happened."""
